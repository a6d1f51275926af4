// The endpoints by resource. Each reads its parameters, calls one use case and writes the shape.
#pragma once

#include "http/route.h"

namespace jalur::http::endpoints {

// rulesets.cpp
Expected<Answer> list_rulesets(const Call& call, const Site& site);
Expected<Answer> get_ruleset(const Call& call, const Site& site);
Expected<Answer> measure_level(const Call& call, const Site& site);

// regions.cpp
Expected<Answer> list_regions(const Call& call, const Site& site);
Expected<Answer> get_home(const Call& call, const Site& site);
Expected<Answer> get_overview(const Call& call, const Site& site);
Expected<Answer> get_score(const Call& call, const Site& site);
Expected<Answer> get_comparison(const Call& call, const Site& site);

// units.cpp
Expected<Answer> list_units(const Call& call, const Site& site);
Expected<Answer> export_units(const Call& call, const Site& site);

// innovations.cpp
Expected<Answer> list_innovations(const Call& call, const Site& site);
Expected<Answer> export_innovations(const Call& call, const Site& site);

// submissions.cpp
Expected<Answer> get_submission(const Call& call, const Site& site);
Expected<Answer> put_claim(const Call& call, const Site& site);

// ledger.cpp
Expected<Answer> list_ledger(const Call& call, const Site& site);
Expected<Answer> verify_ledger(const Call& call, const Site& site);
Expected<Answer> prove_entry(const Call& call, const Site& site);

// reference.cpp
Expected<Answer> list_affairs(const Call& call, const Site& site);
Expected<Answer> list_reference_regions(const Call& call, const Site& site);
Expected<Answer> list_districts(const Call& call, const Site& site);
Expected<Answer> list_results(const Call& call, const Site& site);

// operation.cpp
Expected<Answer> get_health(const Call& call, const Site& site);
Expected<Answer> get_readiness(const Call& call, const Site& site);
Expected<Answer> get_metrics(const Call& call, const Site& site);

}  // namespace jalur::http::endpoints

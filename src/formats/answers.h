// The shapes that Jalur answers with, as JSON text: the same bytes from the command line and the
// server. One function per shape of api/openapi.yaml.
#pragma once

#include <string>
#include <vector>

#include "app/use_cases.h"
#include "base/error.h"
#include "index/comparison.h"
#include "index/ranking.h"
#include "index/score.h"

namespace jalur {

// The comparison that goes with a score under other rules than the year's own, `from`.
struct ComparedWith {
  const Comparison& comparison;
  const Ruleset& from;
};

// jalur.score/1. `compared` is nullptr when the year's own ruleset was used.
std::string score_json(const Score& score, const std::vector<Row>& rows, const Ruleset& ruleset,
                       const ComparedWith* compared, Language language);
std::string comparison_json(const Comparison& comparison, const Ruleset& from, const Ruleset& to,
                            Language language);
std::string ranking_json(const std::vector<Ranked>& ranking, Basis by);  // jalur.ranking/1

std::string rulesets_json(const std::vector<Ruleset>& rulesets);
std::string ruleset_json(const Ruleset& ruleset);
std::string measured_level_json(const app::MeasuredLevel& measured);

std::string overview_json(const app::Overview& overview, Language language);
std::string units_json(const app::UnitPage& page);
std::string innovations_json(const app::InnovationList& list, Language language);
std::string submission_json(const app::SubmissionAnswer& answer, Language language);
std::string saved_claim_json(const app::SavedClaim& saved);
// `more`: the page is not the last; `next` is then "REGION-YEAR" of the last item.
std::string years_json(const std::vector<app::YearSummary>& years, bool more);

std::string affairs_json(const std::vector<Affair>& affairs);
std::string reference_regions_json(const std::vector<app::ReferenceRegion>& regions, bool more);
std::string reference_districts_json(const std::vector<app::ReferenceDistrict>& districts);
std::string results_json(const std::vector<app::PublishedResult>& results);

// application/problem+json (RFC 9457) with `errors: [{field, value, text}]`.
std::string problem_json(const Error& error, Language language);
// The same for what is not an ErrorCode: the protocol's own refusals (405, 414 ...).
std::string problem_json(const ErrorKind& kind, const std::vector<Problem>& problems,
                         Language language);

// The body of PUT .../claims/{indicator}: {"level": 2} and nothing else.
Expected<std::int64_t> read_level(std::string_view text);

}  // namespace jalur

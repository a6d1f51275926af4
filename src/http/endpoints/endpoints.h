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

// session.cpp
Expected<Answer> get_session(const Call& call, const Site& site);
Expected<Answer> sign_in(const Call& call, const Site& site);
Expected<Answer> sign_out(const Call& call, const Site& site);
Expected<Answer> give_second_factor(const Call& call, const Site& site);

// links.cpp
Expected<Answer> get_link(const Call& call, const Site& site);
Expected<Answer> use_link(const Call& call, const Site& site);

// me.cpp
Expected<Answer> change_password(const Call& call, const Site& site);
Expected<Answer> begin_second_factor(const Call& call, const Site& site);
Expected<Answer> confirm_second_factor(const Call& call, const Site& site);
Expected<Answer> end_second_factor(const Call& call, const Site& site);

// notices.cpp
Expected<Answer> list_notices(const Call& call, const Site& site);
Expected<Answer> read_notices(const Call& call, const Site& site);

// settings.cpp
Expected<Answer> get_settings(const Call& call, const Site& site);
Expected<Answer> put_settings(const Call& call, const Site& site);

// people.cpp
Expected<Answer> list_people(const Call& call, const Site& site);
Expected<Answer> invite_person(const Call& call, const Site& site);
Expected<Answer> get_people_template(const Call& call, const Site& site);
Expected<Answer> import_people(const Call& call, const Site& site);
Expected<Answer> get_person(const Call& call, const Site& site);
Expected<Answer> put_person(const Call& call, const Site& site);
Expected<Answer> renew_link(const Call& call, const Site& site);

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

Expected<Answer> list_unit_tree(const Call& call, const Site& site);
Expected<Answer> add_unit(const Call& call, const Site& site);
Expected<Answer> put_unit(const Call& call, const Site& site);
Expected<Answer> merge_unit(const Call& call, const Site& site);

// profiles.cpp
Expected<Answer> open_year(const Call& call, const Site& site);
Expected<Answer> register_innovation(const Call& call, const Site& site);
Expected<Answer> get_profile(const Call& call, const Site& site);
Expected<Answer> put_profile(const Call& call, const Site& site);
Expected<Answer> move_stage(const Call& call, const Site& site);
Expected<Answer> withdraw_submission(const Call& call, const Site& site);
Expected<Answer> undo_withdrawal(const Call& call, const Site& site);
Expected<Answer> preview_carry_over(const Call& call, const Site& site);
Expected<Answer> carry_over(const Call& call, const Site& site);
Expected<Answer> list_profile_terms(const Call& call, const Site& site);

// proposals.cpp
Expected<Answer> list_proposals(const Call& call, const Site& site);
Expected<Answer> propose_idea(const Call& call, const Site& site);
Expected<Answer> decide_proposal(const Call& call, const Site& site);

// uploads.cpp
Expected<Answer> begin_upload(const Call& call, const Site& site);
Expected<Answer> get_upload(const Call& call, const Site& site);
Expected<Answer> send_upload(const Call& call, const Site& site);
Expected<Answer> end_upload(const Call& call, const Site& site);

// evidence.cpp
Expected<Answer> list_evidence(const Call& call, const Site& site);
Expected<Answer> add_evidence(const Call& call, const Site& site);
Expected<Answer> get_evidence(const Call& call, const Site& site);
Expected<Answer> put_evidence(const Call& call, const Site& site);
Expected<Answer> get_evidence_file(const Call& call, const Site& site);
Expected<Answer> get_evidence_page(const Call& call, const Site& site);
Expected<Answer> get_evidence_text(const Call& call, const Site& site);
Expected<Answer> share_evidence(const Call& call, const Site& site);
Expected<Answer> list_submission_evidence(const Call& call, const Site& site);
Expected<Answer> attach_evidence(const Call& call, const Site& site);
Expected<Answer> detach_evidence(const Call& call, const Site& site);

}  // namespace jalur::http::endpoints

// The table of routes. tests/contract and routes_test.cpp hold it against api/openapi.yaml.
#include <array>

#include "http/endpoints/endpoints.h"
#include "http/endpoints/workflow.h"
#include "http/route.h"

namespace jalur::http {

namespace {

using enum Method;
using enum accounts::Action;
using enum Runs;
using enum Holds;

// clang-format off
constexpr std::array table{
    Route{get, "/api/v1/rulesets", read_rules, at_once, for_good, endpoints::list_rulesets},
    Route{get, "/api/v1/rulesets/{id}", read_rules, at_once, for_good, endpoints::get_ruleset},
    Route{get, "/api/v1/rulesets/{id}/indicators/{indicator}/level", read_rules, at_once, not_at_all, endpoints::measure_level},

    Route{get, "/api/v1/regions", read_figures, on_worker, not_at_all, endpoints::list_regions},
    Route{get, "/api/v1/home", read_rules, on_worker, not_at_all, endpoints::get_home},
    Route{get, "/api/v1/regions/{code}/years/{year}", read_figures, on_worker, not_at_all, endpoints::get_overview},
    Route{get, "/api/v1/regions/{code}/years/{year}/score", read_figures, on_worker, by_year, endpoints::get_score},
    Route{get, "/api/v1/regions/{code}/years/{year}/comparison", read_figures, on_worker, by_year, endpoints::get_comparison},
    Route{get, "/api/v1/regions/{code}/years/{year}/units", read_figures, on_worker, by_year, endpoints::list_units},
    Route{get, "/api/v1/regions/{code}/years/{year}/units/export", read_figures, on_worker, not_at_all, endpoints::export_units},
    Route{get, "/api/v1/regions/{code}/years/{year}/innovations", read_figures, on_worker, by_year_and_view, endpoints::list_innovations},
    Route{get, "/api/v1/regions/{code}/years/{year}/innovations/export", read_figures, on_worker, not_at_all, endpoints::export_innovations},

    Route{get, "/api/v1/submissions/{id}", read_figures, on_worker, not_at_all, endpoints::get_submission},
    Route{put, "/api/v1/submissions/{id}/claims/{indicator}", edit_claims, on_worker, not_at_all, endpoints::put_claim},

    Route{get, "/api/v1/submissions/{id}/readiness", read_drafts, on_worker, not_at_all, endpoints::get_readiness_of},
    Route{post, "/api/v1/submissions/{id}/hand-in", edit_innovation, on_worker, not_at_all, endpoints::hand_in},
    Route{delete_, "/api/v1/submissions/{id}/hand-in", edit_innovation, on_worker, not_at_all, endpoints::take_back},
    Route{post, "/api/v1/submissions/{id}/sending-back", endorse, on_worker, not_at_all, endpoints::send_back},
    Route{post, "/api/v1/submissions/{id}/state", manage_year, on_worker, not_at_all, endpoints::set_submission_state},
    Route{get, "/api/v1/submissions/{id}/claims/{indicator}", read_drafts, on_worker, not_at_all, endpoints::get_claim},
    Route{post, "/api/v1/submissions/{id}/claims/{indicator}/verification", verify, on_worker, not_at_all, endpoints::verify_claim},
    Route{post, "/api/v1/submissions/{id}/claims/{indicator}/remarks", remark, on_worker, not_at_all, endpoints::add_remark},
    Route{post, "/api/v1/submissions/{id}/claims/{indicator}/objection", object_, on_worker, not_at_all, endpoints::object},
    Route{post, "/api/v1/submissions/{id}/claims/{indicator}/objection/decision", decide_objection, on_worker, not_at_all, endpoints::decide_objection},
    Route{get, "/api/v1/regions/{code}/years/{year}/endorsements", endorse, on_worker, not_at_all, endpoints::list_endorsements},
    Route{post, "/api/v1/regions/{code}/years/{year}/endorsements", endorse, on_worker, not_at_all, endpoints::endorse},
    Route{get, "/api/v1/regions/{code}/years/{year}/queue", verify, on_worker, not_at_all, endpoints::get_queue},
    Route{get, "/api/v1/regions/{code}/years/{year}/objections", decide_objection, on_worker, not_at_all, endpoints::list_objections},
    Route{get, "/api/v1/regions/{code}/years/{year}/calendar", read_figures, on_worker, not_at_all, endpoints::get_calendar},
    Route{put, "/api/v1/regions/{code}/years/{year}/calendar", manage_year, on_worker, not_at_all, endpoints::put_calendar},
    Route{put, "/api/v1/regions/{code}/years/{year}/calendar/exceptions/{unit}", manage_year, on_worker, not_at_all, endpoints::put_exception},
    Route{delete_, "/api/v1/regions/{code}/years/{year}/calendar/exceptions/{unit}", manage_year, on_worker, not_at_all, endpoints::end_exception},
    Route{post, "/api/v1/regions/{code}/years/{year}/calendar/lock", manage_year, on_worker, not_at_all, endpoints::lock_year},
    Route{delete_, "/api/v1/regions/{code}/years/{year}/calendar/lock", manage_year, on_worker, not_at_all, endpoints::unlock_year},

    Route{get, "/api/v1/session", read_rules, on_worker, not_at_all, endpoints::get_session},
    Route{post, "/api/v1/session", read_rules, on_worker, not_at_all, endpoints::sign_in},
    Route{delete_, "/api/v1/session", read_rules, on_worker, not_at_all, endpoints::sign_out},
    Route{post, "/api/v1/session/second-factor", read_rules, on_worker, not_at_all, endpoints::give_second_factor},
    Route{get, "/api/v1/links/{token}", read_rules, on_worker, not_at_all, endpoints::get_link},
    Route{post, "/api/v1/links/{token}", read_rules, on_worker, not_at_all, endpoints::use_link},
    Route{put, "/api/v1/me/password", manage_self, on_worker, not_at_all, endpoints::change_password},
    Route{post, "/api/v1/me/second-factor", manage_self, on_worker, not_at_all, endpoints::begin_second_factor},
    Route{put, "/api/v1/me/second-factor", manage_self, on_worker, not_at_all, endpoints::confirm_second_factor},
    Route{delete_, "/api/v1/me/second-factor", manage_self, on_worker, not_at_all, endpoints::end_second_factor},
    Route{get, "/api/v1/me/notices", manage_self, on_worker, not_at_all, endpoints::list_notices},
    Route{post, "/api/v1/me/notices/read", manage_self, on_worker, not_at_all, endpoints::read_notices},
    Route{get, "/api/v1/regions/{code}/settings", read_figures, on_worker, not_at_all, endpoints::get_settings},
    Route{put, "/api/v1/regions/{code}/settings", manage_people, on_worker, not_at_all, endpoints::put_settings},
    Route{get, "/api/v1/regions/{code}/people", manage_people, on_worker, not_at_all, endpoints::list_people},
    Route{post, "/api/v1/regions/{code}/people", manage_people, on_worker, not_at_all, endpoints::invite_person},
    Route{get, "/api/v1/regions/{code}/people-import", manage_people, on_worker, not_at_all, endpoints::get_people_template},
    Route{post, "/api/v1/regions/{code}/people-import", manage_people, on_worker, not_at_all, endpoints::import_people},
    Route{get, "/api/v1/regions/{code}/people/{person}", manage_people, on_worker, not_at_all, endpoints::get_person},
    Route{put, "/api/v1/regions/{code}/people/{person}", manage_people, on_worker, not_at_all, endpoints::put_person},
    Route{post, "/api/v1/regions/{code}/people/{person}/link", manage_people, on_worker, not_at_all, endpoints::renew_link},

    Route{get, "/api/v1/regions/{code}/unit-tree", read_figures, on_worker, not_at_all, endpoints::list_unit_tree},
    Route{post, "/api/v1/regions/{code}/unit-tree", manage_units, on_worker, not_at_all, endpoints::add_unit},
    Route{put, "/api/v1/regions/{code}/unit-tree/{unit}", manage_units, on_worker, not_at_all, endpoints::put_unit},
    Route{post, "/api/v1/regions/{code}/unit-tree/{unit}/merge", manage_units, on_worker, not_at_all, endpoints::merge_unit},

    Route{post, "/api/v1/regions/{code}/years", manage_year, on_worker, not_at_all, endpoints::open_year},
    Route{post, "/api/v1/regions/{code}/years/{year}/innovations", edit_innovation, on_worker, not_at_all, endpoints::register_innovation},
    Route{get, "/api/v1/submissions/{id}/profile", read_figures, on_worker, not_at_all, endpoints::get_profile},
    Route{put, "/api/v1/submissions/{id}/profile", edit_innovation, on_worker, not_at_all, endpoints::put_profile},
    Route{post, "/api/v1/submissions/{id}/stage", edit_innovation, on_worker, not_at_all, endpoints::move_stage},
    Route{post, "/api/v1/submissions/{id}/withdrawal", edit_innovation, on_worker, not_at_all, endpoints::withdraw_submission},
    Route{delete_, "/api/v1/submissions/{id}/withdrawal", edit_innovation, on_worker, not_at_all, endpoints::undo_withdrawal},
    Route{get, "/api/v1/submissions/{id}/carry-over", edit_innovation, on_worker, not_at_all, endpoints::preview_carry_over},
    Route{post, "/api/v1/submissions/{id}/carry-over", edit_innovation, on_worker, not_at_all, endpoints::carry_over},
    Route{get, "/api/v1/regions/{code}/proposals", moderate_ideas, on_worker, not_at_all, endpoints::list_proposals},
    Route{post, "/api/v1/regions/{code}/proposals", propose_idea, on_worker, not_at_all, endpoints::propose_idea},
    Route{post, "/api/v1/regions/{code}/proposals/{proposal}/decision", moderate_ideas, on_worker, not_at_all, endpoints::decide_proposal},

    Route{get, "/api/v1/regions/{code}/ledger", read_ledger, on_worker, not_at_all, endpoints::list_ledger},
    Route{get, "/api/v1/regions/{code}/ledger/verification", read_ledger, on_worker, not_at_all, endpoints::verify_ledger},
    Route{get, "/api/v1/regions/{code}/ledger/{sequence}/proof", read_ledger, on_worker, not_at_all, endpoints::prove_entry},

    Route{post, "/api/v1/regions/{code}/uploads", attach_evidence, on_worker, not_at_all, endpoints::begin_upload},
    Route{get, "/api/v1/regions/{code}/uploads/{upload}", attach_evidence, on_worker, not_at_all, endpoints::get_upload},
    Route{patch, "/api/v1/regions/{code}/uploads/{upload}", attach_evidence, on_worker, not_at_all, endpoints::send_upload},
    Route{delete_, "/api/v1/regions/{code}/uploads/{upload}", attach_evidence, on_worker, not_at_all, endpoints::end_upload},
    Route{get, "/api/v1/regions/{code}/evidence", read_evidence, on_worker, not_at_all, endpoints::list_evidence},
    Route{post, "/api/v1/regions/{code}/evidence", attach_evidence, on_worker, not_at_all, endpoints::add_evidence},
    Route{get, "/api/v1/regions/{code}/evidence/{evidence}", read_evidence, on_worker, not_at_all, endpoints::get_evidence},
    Route{put, "/api/v1/regions/{code}/evidence/{evidence}", attach_evidence, on_worker, not_at_all, endpoints::put_evidence},
    Route{get, "/api/v1/regions/{code}/evidence/{evidence}/file", read_evidence, on_worker, not_at_all, endpoints::get_evidence_file},
    Route{get, "/api/v1/regions/{code}/evidence/{evidence}/pages/{page}", read_evidence, on_worker, not_at_all, endpoints::get_evidence_page},
    Route{get, "/api/v1/regions/{code}/evidence/{evidence}/text", read_evidence, on_worker, not_at_all, endpoints::get_evidence_text},
    Route{post, "/api/v1/regions/{code}/evidence/{evidence}/attachments", share_evidence, on_worker, not_at_all, endpoints::share_evidence},
    Route{get, "/api/v1/submissions/{id}/evidence", read_evidence, on_worker, not_at_all, endpoints::list_submission_evidence},
    Route{put, "/api/v1/submissions/{id}/claims/{indicator}/evidence/{evidence}", attach_evidence, on_worker, not_at_all, endpoints::attach_evidence},
    Route{delete_, "/api/v1/submissions/{id}/claims/{indicator}/evidence/{evidence}", attach_evidence, on_worker, not_at_all, endpoints::detach_evidence},

    Route{get, "/api/v1/reference/affairs", read_rules, at_once, for_good, endpoints::list_affairs},
    Route{get, "/api/v1/reference/regions", read_rules, at_once, for_good, endpoints::list_reference_regions},
    Route{get, "/api/v1/reference/regions/{code}/districts", read_rules, at_once, for_good, endpoints::list_districts},
    Route{get, "/api/v1/reference/profile-terms", read_rules, at_once, for_good, endpoints::list_profile_terms},
    Route{get, "/api/v1/reference/results", read_rules, at_once, for_good, endpoints::list_results},

    Route{get, "/api/openapi.yaml", read_rules, at_once, not_at_all, nullptr},  // one of the pages
    Route{get, "/healthz", read_rules, at_once, not_at_all, endpoints::get_health},
    Route{get, "/readyz", read_rules, on_worker, not_at_all, endpoints::get_readiness},
    Route{get, "/metrics", read_rules, at_once, not_at_all, endpoints::get_metrics},
};
// clang-format on

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace jalur::http

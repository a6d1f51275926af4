// The form of a submission as it stands in the columns.
#include "store/profiles.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/submission_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

using registry::Profile;

constexpr std::int64_t no_budget = -1;

// The columns of `profiles` whose values need another form in the program.
struct FormRow {
  std::string digital;
  std::optional<std::string> trial_on;
  std::int64_t budget = no_budget;
  std::string asta_cita;

  void apply(Profile& profile) const {
    if (!digital.empty()) profile.digital = digital == "yes";
    profile.trial_on = date_from(trial_on);
    if (budget != no_budget) profile.budget = budget;
    profile.asta_cita = affairs_from(asta_cita);
  }
};

// False when nothing was filled in yet.
bool read_form(Session& session, const RegionCode& region, const std::string& submission,
               Profile& profile) {
  FormRow row;
  Query query(session.sql(),
              "SELECT initiator, initiator_name, digital, form, theme, trial_on, free_design, "
              "legal_basis, problem, strategic_issues, method, novelty, how_it_works, aims, "
              "benefits, results, budget, awards, ip_rights, latitude, longitude, asta_cita, "
              "priority_programme, video FROM profiles "
              "WHERE region_code = :region AND submission = :id");
  query.give(region.str()).give(submission);
  query.take(profile.initiator).take(profile.initiator_name).take(row.digital);
  query.take(profile.form).take(profile.theme).take(row.trial_on);
  registry::Design& design = profile.design;
  query.take(design.free).take(design.legal_basis).take(design.problem);
  query.take(design.strategic_issues).take(design.method).take(design.novelty);
  query.take(design.how_it_works).take(profile.aims).take(profile.benefits).take(profile.results);
  query.take(row.budget).take(profile.awards).take(profile.ip_rights).take(profile.latitude);
  query.take(profile.longitude).take(row.asta_cita).take(profile.priority_programme);
  query.take(profile.video);
  if (!query.next()) return false;
  row.apply(profile);
  return true;
}

registry::StageSteps read_steps(Session& session, const RegionCode& region,
                                const std::string& submission) {
  registry::StageSteps steps;
  registry::StageStep step;
  registry::Decree decree;
  std::string from, to, at;
  std::optional<std::string> began_on, decree_date;
  Query query(session.sql(),
              "SELECT from_stage, to_stage, began_on, decree_kind, decree_number, decree_date, "
              "decree_title, reason, made_at, made_by FROM stage_steps "
              "WHERE region_code = :region AND submission = :id ORDER BY number");
  query.give(region.str()).give(submission);
  query.take(from).take(to).take(began_on).take(decree.kind).take(decree.number);
  query.take(decree_date).take(decree.title).take(step.reason).take(at).take(step.by);
  while (query.next()) {
    step.from = stage_from(from);
    step.to = stage_from(to);
    step.on = date_from(began_on);
    step.at = parse_instant(at).value_or(Instant{});
    step.decree.reset();
    if (const auto date = date_from(decree_date)) {
      decree.date = *date;
      step.decree = decree;
    }
    steps.push_back(step);
  }
  return steps;
}

void fill(const SubmissionRow& row, app::StoredProfile& stored) {
  const Innovation innovation = row.as_innovation();
  stored.submission = row.id;
  stored.innovation = row.innovation.value_or("");
  stored.state = innovation.state;
  stored.levels = innovation.levels;
  stored.profile.name = innovation.name;
  stored.profile.unit = innovation.unit;
  stored.profile.affairs = innovation.affairs;
  stored.profile.stage = innovation.stage;
  stored.profile.implemented_on = innovation.implemented_on;
  stored.profile.developed_on = innovation.developed_on;
}

}  // namespace

Expected<app::StoredProfile> read_profile(Session& session, const std::string& submission) {
  app::StoredProfile stored;
  SubmissionRow row;
  std::string region, design;
  int withdrawn = 0;
  {
    Query query(session.sql(),
                "SELECT " + SubmissionRow::columns +
                    ", s.region_code, s.year, s.withdrawn, y.ruleset, COALESCE(d.design, ''), "
                    "COALESCE((SELECT p.revision FROM profiles p "
                    "WHERE p.region_code = s.region_code AND p.submission = s.id), 0) + "
                    "COALESCE((SELECT MAX(r.revision) FROM submission_revisions r "
                    "WHERE r.region_code = s.region_code AND r.submission = s.id), 0) "
                    "FROM submissions s JOIN years y ON y.region_code = s.region_code "
                    "AND y.year = s.year LEFT JOIN designs d ON d.region_code = s.region_code "
                    "AND d.submission = s.id WHERE s.id = :id AND s.innovation IS NOT NULL");
    query.give(submission);
    row.take(query);
    query.take(region).take(stored.key.year).take(withdrawn).take(stored.ruleset).take(design);
    query.take(stored.revision);
    if (!query.next()) return no_such_submission(submission);
  }
  const auto code = RegionCode::parse(region);
  if (!code) throw Damaged("region code \"" + region + "\"");
  stored.key.region = *code;
  stored.withdrawn = withdrawn != 0;
  fill(row, stored);
  if (!read_form(session, *code, submission, stored.profile)) stored.profile.design.free = design;
  stored.steps = read_steps(session, *code, submission);
  return stored;
}

void put_profile(Session& session, const RegionCode& region, const std::string& submission,
                 const Profile& profile, std::int64_t revision) {
  Query(session.sql(), "DELETE FROM profiles WHERE region_code = :region AND submission = :id")
      .give(region.str())
      .give(submission)
      .run();
  const registry::Design& design = profile.design;
  Rows rows(session.sql(), "profiles",
            "region_code, submission, revision, initiator, initiator_name, digital, form, theme, "
            "trial_on, free_design, legal_basis, problem, strategic_issues, method, novelty, "
            "how_it_works, aims, benefits, results, budget, awards, ip_rights, latitude, "
            "longitude, asta_cita, priority_programme, video");
  rows.add({region.str(),
            submission,
            revision,
            profile.initiator,
            profile.initiator_name,
            std::string(!profile.digital   ? ""
                        : *profile.digital ? "yes"
                                           : "no"),
            profile.form,
            profile.theme,
            packed(profile.trial_on),
            design.free,
            design.legal_basis,
            design.problem,
            design.strategic_issues,
            design.method,
            design.novelty,
            design.how_it_works,
            profile.aims,
            profile.benefits,
            profile.results,
            profile.budget.value_or(no_budget),
            profile.awards,
            profile.ip_rights,
            profile.latitude,
            profile.longitude,
            packed(profile.asta_cita),
            profile.priority_programme,
            profile.video});
  rows.send();
}

void put_design(Session& session, const RegionCode& region, const std::string& submission,
                const registry::Design& design) {
  Query(session.sql(),
        "INSERT INTO designs (region_code, submission, design) VALUES (:region, :id, :design) "
        "ON CONFLICT (region_code, submission) DO UPDATE SET design = excluded.design")
      .give(region.str())
      .give(submission)
      .give(registry::whole_text(design))
      .run();
}

void forget_design_parts(Session& session, const std::string& region, const std::string& submission,
                         const std::string& design) {
  Query(session.sql(),
        "UPDATE profiles SET revision = revision + 1, free_design = :design, legal_basis = '', "
        "problem = '', strategic_issues = '', method = '', novelty = '', how_it_works = '' "
        "WHERE region_code = :region AND submission = :id")
      .give(design)
      .give(region)
      .give(submission)
      .run();
}

void append_step(Session& session, const RegionCode& region, const std::string& submission,
                 const registry::StageStep& step) {
  std::int64_t number = 0;
  {
    Query query(session.sql(),
                "SELECT COUNT(*) FROM stage_steps WHERE region_code = :region "
                "AND submission = :id");
    query.give(region.str()).give(submission).take(number);
    query.next();
  }
  const registry::Decree none;
  const registry::Decree& decree = step.decree ? *step.decree : none;
  Rows rows(session.sql(), "stage_steps",
            "region_code, submission, number, from_stage, to_stage, began_on, decree_kind, "
            "decree_number, decree_date, decree_title, reason, made_at, made_by");
  rows.add({region.str(), submission, number + 1, word(step.from), word(step.to), packed(step.on),
            decree.kind, decree.number,
            step.decree ? packed(std::optional(decree.date)) : std::nullopt, decree.title,
            step.reason, to_string(step.at), step.by});
  rows.send();
}

}  // namespace jalur::store

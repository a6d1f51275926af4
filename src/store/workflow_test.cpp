// Steps of submissions, verdicts, objections and the calendar. Runs on both engines.
#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using registry::ClaimState;
using registry::Outcome;
using registry::Step;
using registry::Verdict;
using testing::ElementsAre;
using testing::HasSubstr;

const ledger::Actor verifier{"0193b0a0-0000-7000-8000-00000000000f", "Vira", "verifier"};

Instant later(int hours) { return some_instant() + std::chrono::hours(hours); }

app::CourseChange step(const RegionYear& data, const std::string& submission, Step taken,
                       const std::string& reason = {}, int hours = 1) {
  return {{data.code, data.year}, submission, taken,       reason,
          later(hours),           somebody(), "Antar Obat"};
}

// A verdict that sets this level, whatever stands there.
app::RulingChange ruling(const RegionYear& data, const std::string& submission,
                         const std::string& id, Verdict verdict, Level level, int hours = 2) {
  const auto decide = [=](const app::ClaimFound& found) -> Expected<app::Ruling> {
    Levels verified = found.verified.value_or(Levels{});
    verified.set(indicator(id), level);
    return app::Ruling{verdict, level, maturity_of(found.levels, verified), std::nullopt,
                       "Surat belum ditandatangani"};
  };
  return {{data.code, data.year}, submission, indicator(id), decide,
          later(hours),           verifier,   "Antar Obat"};
}

app::ObjectionChange objection(const RegionYear& data, const std::string& submission,
                               const std::string& id) {
  return {{data.code, data.year},
          submission,
          indicator(id),
          "Halaman empat memenuhinya",
          [](const app::ClaimFound& found) -> Expected<void> {
            if (!found.objection) return {};
            return fail(ErrorCode::conflict, {"Sudah.", "Already."});
          },
          later(3),
          somebody(),
          "Antar Obat"};
}

app::CalendarChange calendar(const RegionYear& data,
                             std::function<void(registry::Calendar&)> change) {
  return {{data.code, data.year},
          [change = std::move(change)](const registry::Calendar& before) {
            app::CalendarEdit edit{before, "year.calendar", {{"reason", "Uji coba"}}};
            change(edit.calendar);
            return Expected<app::CalendarEdit>(edit);
          },
          later(1),
          somebody()};
}

ClaimState state_of(const app::StoredYear& year, std::size_t i, const std::string& id) {
  const Innovation& innovation = year.data.innovations[i];
  const auto& verified = innovation.verified_levels;
  return registry::standing_of(year.courses.at(i), indicator(id),
                               innovation.levels.at(indicator(id)),
                               verified ? verified->find(indicator(id)) : std::nullopt)
      .state;
}

TEST_P(StoreContract, what_came_with_a_file_stands_as_its_levels_tell) {
  const RegionYear data = kampar();
  import(data);
  const app::StoredYear stored = year(data);
  EXPECT_EQ(stored.government_course.state, SubmissionState::submitted);
  ASSERT_EQ(stored.courses.size(), 3u);
  EXPECT_EQ(stored.courses[0].endorsed_at, some_instant());
  EXPECT_EQ(stored.courses[2].state, SubmissionState::draft);
  EXPECT_FALSE(stored.courses[2].handed_in_at);
  EXPECT_EQ(state_of(stored, 0, "16"), ClaimState::lowered);   // 2, verified 1
  EXPECT_EQ(state_of(stored, 0, "17"), ClaimState::accepted);  // 3, verified 3
  EXPECT_EQ(state_of(stored, 0, "35"), ClaimState::empty);
}

TEST_P(StoreContract, a_submission_takes_its_steps) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[2];
  ASSERT_TRUE(workflow().take_step(step(data, id, Step::hand_in)));
  EXPECT_TRUE(year(data).courses[2].waits_for_endorsement());
  const auto sent = workflow().take_step(step(data, id, Step::send_back, "Rancangan kurang", 2));
  ASSERT_TRUE(sent);
  EXPECT_EQ(sent->year_revision, 3);
  ASSERT_TRUE(workflow().take_step(step(data, id, Step::hand_in, {}, 3)));
  ASSERT_TRUE(workflow().take_step(step(data, id, Step::endorse, {}, 4)));
  const app::StoredYear stored = year(data);
  EXPECT_EQ(stored.data.innovations[2].state, SubmissionState::submitted);
  EXPECT_EQ(stored.courses[2].endorsed_at, later(4));
  const auto found = workflow().proceedings(data.code, id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->handed_in->at, later(3));
  EXPECT_EQ(found->endorsed->by.name, somebody().name);
  EXPECT_EQ(found->last_word->reason, "Rancangan kurang");
  EXPECT_THAT(place().look("SELECT action FROM ledger ORDER BY sequence"),
              ElementsAre("import.done", "submission.handed_in", "submission.sent_back",
                          "submission.handed_in", "submission.endorsed"));
}

TEST_P(StoreContract, a_step_that_may_not_follow_changes_nothing) {
  const RegionYear data = kampar();
  import(data);
  const app::StoredYear before = year(data);
  const auto endorsed = workflow().take_step(step(data, before.submissions[2], Step::endorse));
  EXPECT_EQ(endorsed.error().code, ErrorCode::conflict);
  const auto nobody = workflow().take_step(step(data, next_id(), Step::hand_in));
  EXPECT_EQ(nobody.error().code, ErrorCode::not_found);
  const auto own = workflow().take_step(step(data, before.government_submission, Step::hand_in));
  EXPECT_EQ(own.error().code, ErrorCode::not_found);
  EXPECT_EQ(year(data).revision, before.revision);
}

TEST_P(StoreContract, a_verdict_is_pinned_to_the_claim_it_looked_at) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[0];
  ASSERT_TRUE(save(data, 0, "16", 3, 1));
  EXPECT_EQ(state_of(year(data), 0, "16"), ClaimState::waiting);
  const auto saved = workflow().rule(ruling(data, id, "16", Verdict::lowered, Level::two));
  ASSERT_TRUE(saved) << saved.error().problems.front().text.en;
  EXPECT_EQ(saved->claim_revision, 2);
  const app::StoredYear stored = year(data);
  EXPECT_EQ(state_of(stored, 0, "16"), ClaimState::lowered);
  EXPECT_EQ(stored.courses[0].marks.find(indicator("16"))->since, later(2));
  EXPECT_EQ(list(data)->items[0].maturity.verified, Points::of(500));
  const auto record = workflow().claim_record(data.code, id, indicator("16"));
  ASSERT_TRUE(record);
  ASSERT_EQ(record->verdicts.size(), 2u);
  EXPECT_EQ(record->verdicts[0].verdict, Verdict::imported);
  EXPECT_EQ(record->verdicts[1].verdict, Verdict::lowered);
  EXPECT_EQ(record->verdicts[1].claim_revision, 2);
  EXPECT_EQ(record->verdicts[1].given.by, verifier);
  EXPECT_EQ(record->revisions.size(), 2u);
  expect_read_models_agree();
}

TEST_P(StoreContract, a_returned_claim_is_answered_by_claiming_it_again) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[0];
  ASSERT_TRUE(workflow().rule(ruling(data, id, "17", Verdict::returned, Level::none)));
  EXPECT_EQ(state_of(year(data), 0, "17"), ClaimState::returned);
  const auto again = save(data, 0, "17", 3, 0);
  ASSERT_TRUE(again);
  EXPECT_TRUE(again->changed);
  EXPECT_EQ(again->claim_revision, 2);
  EXPECT_EQ(state_of(year(data), 0, "17"), ClaimState::waiting);
  const auto once_more = save(data, 0, "17", 3, 0);
  EXPECT_FALSE(once_more->changed);
  EXPECT_EQ(once_more->claim_revision, 2);
}

TEST_P(StoreContract, a_claim_that_changes_after_a_verdict_carries_no_verdict_of_its_own) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[0];
  ASSERT_TRUE(workflow().rule(ruling(data, id, "17", Verdict::accepted, Level::three)));
  ASSERT_TRUE(save(data, 0, "17", 2, 2));
  EXPECT_THAT(place().look("SELECT verdict || ' ' || level FROM verifications "
                           "WHERE indicator = '17' ORDER BY revision"),
              ElementsAre("imported 3", "accepted 3", "carried 2"));
  EXPECT_EQ(workflow().proceedings(data.code, id)->verdicts.at(indicator("17")).verdict,
            Verdict::accepted);
  EXPECT_EQ(state_of(year(data), 0, "17"), ClaimState::waiting);
}

TEST_P(StoreContract, a_file_that_changes_a_claim_takes_away_its_mark) {
  RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[0];
  ASSERT_TRUE(workflow().rule(ruling(data, id, "16", Verdict::returned, Level::none)));
  ASSERT_TRUE(workflow().rule(ruling(data, id, "17", Verdict::returned, Level::none)));
  data = year(data).data;
  data.innovations[0].verified_levels->set(indicator("16"), Level::two);
  import(data);
  EXPECT_EQ(state_of(year(data), 0, "16"), ClaimState::accepted);
  EXPECT_EQ(state_of(year(data), 0, "17"), ClaimState::returned);
}

TEST_P(StoreContract, a_claim_is_objected_to_once_and_decided_on_once) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[0];
  ASSERT_TRUE(workflow().rule(ruling(data, id, "17", Verdict::lowered, Level::one)));
  ASSERT_TRUE(workflow().object(objection(data, id, "17")));
  EXPECT_EQ(workflow().object(objection(data, id, "17")).error().code, ErrorCode::conflict);
  const auto open = workflow().open_objections({data.code, data.year});
  ASSERT_EQ(open->size(), 1u);
  EXPECT_EQ(open->front().judge, verifier.person);
  EXPECT_EQ(open->front().objection.claim_revision, 1);

  app::RulingChange change = ruling(data, id, "17", Verdict::lowered, Level::two, 4);
  const auto verdict = change.decide;
  change.decide = [&](const app::ClaimFound& found) {
    return verdict(found).map([](app::Ruling&& ruled) {
      ruled.outcome = Outcome::upheld;
      return ruled;
    });
  };
  ASSERT_TRUE(workflow().rule(change));
  EXPECT_TRUE(workflow().open_objections({data.code, data.year})->empty());
  const auto decided = workflow().proceedings(data.code, id)->objections.at(indicator("17"));
  EXPECT_EQ(decided.decision->outcome, Outcome::upheld);
  EXPECT_EQ(decided.decision->level, Level::two);
  EXPECT_EQ(decided.decision->given.at, later(4));
  EXPECT_EQ(year(data).data.innovations[0].verified_levels->at(indicator("17")), Level::two);
}

TEST_P(StoreContract, remarks_are_kept_in_their_order) {
  const RegionYear data = kampar();
  import(data);
  const std::string id = year(data).submissions[0];
  for (const char* text : {"Halaman tiga?", "Ya, alinea kedua."}) {
    const app::Remark remark{next_id(), text, {verifier, later(1)}};
    ASSERT_TRUE(
        workflow().remark({{data.code, data.year}, id, indicator("16"), remark, "Antar Obat"}));
  }
  const auto record = workflow().claim_record(data.code, id, indicator("16"));
  ASSERT_EQ(record->remarks.size(), 2u);
  EXPECT_EQ(record->remarks[1].text, "Ya, alinea kedua.");
  EXPECT_EQ(record->remarks[0].made.by, verifier);
  EXPECT_EQ(workflow().proceedings(data.code, id)->remarks.at(indicator("16")), 2);
}

TEST_P(StoreContract, the_calendar_stands_with_the_year_and_with_each_submission) {
  const RegionYear data = kampar();
  import(data);
  const app::StoredYear before = year(data);
  const std::string unit_name = data.innovations[0].unit;
  const auto known = units().units(data.code);
  ASSERT_TRUE(known);
  const std::string unit = known->names.at(unit_name);
  const auto saved = workflow().change_calendar(calendar(data, [&](registry::Calendar& next) {
    next.opens_on = parse_date("2026-07-01");
    next.closes_on = parse_date("2026-07-31");
    next.targets.verify = 9;
    next.exceptions.push_back({unit, {unit_name}, *parse_date("2026-08-05"), "Banjir besar"});
  }));
  ASSERT_TRUE(saved) << saved.error().problems.front().text.en;
  const app::StoredYear stored = year(data);
  EXPECT_EQ(stored.revision, before.revision + 1);
  EXPECT_EQ(stored.calendar.closes_on, parse_date("2026-07-31"));
  EXPECT_EQ(stored.calendar.targets.verify, 9);
  ASSERT_EQ(stored.calendar.exceptions.size(), 1u);
  EXPECT_THAT(stored.calendar.exceptions[0].names, ElementsAre(unit_name));
  const auto of_unit = store().place_of(stored.submissions[0]);
  EXPECT_EQ(registry::last_day(of_unit->calendar, of_unit->unit), parse_date("2026-08-05"));
  const auto again = workflow().change_calendar(calendar(data, [](registry::Calendar&) {}));
  EXPECT_TRUE(again);  // nothing new: nothing is kept
  EXPECT_EQ(year(data).revision, stored.revision);
}

TEST_P(StoreContract, nothing_is_changed_in_a_locked_year) {
  const RegionYear data = kampar();
  import(data);
  const app::StoredYear before = year(data);
  const std::string& id = before.submissions[0];
  ASSERT_TRUE(workflow().change_calendar(calendar(data, [](registry::Calendar& next) {
    next.locked_at = later(1);
    next.lock_reason = "Sudah dikirim";
  })));
  const auto saved = save(data, 0, "16", 3);
  ASSERT_FALSE(saved);
  EXPECT_EQ(saved.error().code, ErrorCode::conflict);
  EXPECT_THAT(saved.error().problems.front().text.en, HasSubstr("locked since"));
  EXPECT_FALSE(workflow().take_step(step(data, id, Step::withhold, "Ditahan dahulu")));
  EXPECT_FALSE(workflow().rule(ruling(data, id, "16", Verdict::accepted, Level::two)));
  EXPECT_FALSE(workflow().object(objection(data, id, "16")));
  EXPECT_FALSE(workflow().remark({{data.code, data.year},
                                  id,
                                  indicator("16"),
                                  {next_id(), "Halo", {verifier, later(1)}},
                                  "Antar Obat"}));
  app::ProfileChange described;
  described.submission = id;
  described.decide = [](const app::StoredProfile& stored) -> Expected<app::ProfileEdit> {
    app::ProfileEdit edit{stored.profile, false, {}, {"submission.described", {}}};
    edit.profile.aims = "Sampai dalam satu jam";
    return edit;
  };
  described.by = verifier;
  described.at = later(1);
  EXPECT_EQ(profiles().change_profile(described).error().code, ErrorCode::conflict);
  app::NewSubmission fresh;
  fresh.key = {data.code, data.year};
  fresh.submission = next_id();
  fresh.innovation = next_id();
  fresh.told = {"submission.registered", {}};
  fresh.by = verifier;
  fresh.at = later(1);
  EXPECT_EQ(profiles().add_submission(fresh).error().code, ErrorCode::conflict);
  RegionYear other = data;
  other.innovations[0].name = "Antar Obat Cepat";
  EXPECT_EQ(store().import(plan_for(other), {}).error().code, ErrorCode::conflict);
  EXPECT_TRUE(store().import(plan_for(data), {}));  // what stands there changes nothing
  EXPECT_EQ(year(data).revision, before.revision + 1);
  ASSERT_TRUE(workflow().change_calendar(
      calendar(data, [](registry::Calendar& next) { next.locked_at.reset(); })));
  EXPECT_TRUE(profiles().change_profile(described));
  EXPECT_TRUE(save(data, 0, "16", 3));
}

}  // namespace

}  // namespace jalur::store

#include "app/remind.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jalur::app {
namespace {

using registry::ClaimState;
using testing::ElementsAre;
using testing::IsEmpty;

const Instant handed_in = *parse_instant("2026-11-10T02:00:00.000Z");

IndicatorId id(const char* text) { return *IndicatorId::parse(text); }

// One innovation, with two claims; targets as they are unless told: 3, 7 and 7 days.
StoredYear year_with(registry::Course course) {
  StoredYear year;
  year.government_submission = "g";
  year.data.name = "Kabupaten Kampar";
  Innovation made;
  made.name = "Antar Obat";
  made.unit = "Dinas Kesehatan";
  made.state = course.state;
  made.levels.set(id("16"), Level::two);
  made.levels.set(id("17"), Level::one);
  year.data.innovations.push_back(made);
  year.submissions.push_back("s");
  year.courses.push_back(std::move(course));
  return year;
}

registry::Course submitted(ClaimState of_16, ClaimState of_17) {
  registry::Course course;
  course.state = SubmissionState::submitted;
  course.marks.set({id("16"), of_16, handed_in});
  course.marks.set({id("17"), of_17, handed_in});
  return course;
}

// "answer 17 due 2026-11-17 level 2"
std::vector<std::string> reminded(const StoredYear& year, const char* today) {
  std::vector<std::string> all;
  for (const Reminder& each : reminders_of(year, *parse_date(today)))
    all.push_back(each.kind + " " + each.indicator + (each.indicator.empty() ? "" : " ") + "due " +
                  to_string(each.due) + " level " + std::to_string(each.level));
  return all;
}

TEST(Reminders, of_a_draft_come_before_the_deadline) {
  auto year = year_with({});
  EXPECT_THAT(reminded(year, "2026-11-24"), IsEmpty());  // no deadline
  year.calendar.closes_on = parse_date("2026-11-30");
  struct Case {
    const char* today;
    std::vector<std::string> reminded;
  };
  const std::vector<Case> cases{
      {"2026-11-22", {}},
      {"2026-11-23", {"finish due 2026-11-30 level 1"}},
      {"2026-11-26", {"finish due 2026-11-30 level 1"}},
      {"2026-11-27", {"finish due 2026-11-30 level 2"}},
      {"2026-11-29", {"finish due 2026-11-30 level 3"}},
      {"2026-11-30", {"finish due 2026-11-30 level 3"}},
      {"2026-12-01", {}},
  };
  for (const Case& each : cases) EXPECT_EQ(reminded(year, each.today), each.reminded) << each.today;
}

TEST(Reminders, of_a_draft_go_by_the_exception_of_its_unit) {
  auto year = year_with({});
  year.calendar.closes_on = parse_date("2026-11-30");
  year.calendar.exceptions.push_back(
      {"u", {"Dinas Kesehatan"}, *parse_date("2026-12-10"), "Banjir di kantor"});
  EXPECT_THAT(reminded(year, "2026-11-30"), IsEmpty());
  EXPECT_THAT(reminded(year, "2026-12-09"), ElementsAre("finish due 2026-12-10 level 3"));
}

TEST(Reminders, of_an_endorsement_come_when_it_is_late) {
  registry::Course course;
  course.handed_in_at = handed_in;
  auto year = year_with(course);
  year.calendar.closes_on = parse_date("2026-11-30");
  struct Case {
    const char* today;
    std::vector<std::string> reminded;
  };
  const std::vector<Case> cases{
      {"2026-11-13", {}},
      {"2026-11-14", {"endorse due 2026-11-13 level 1"}},
      {"2026-11-17", {"endorse due 2026-11-13 level 2"}},
      {"2026-11-21", {"endorse due 2026-11-13 level 3"}},
      {"2026-11-29", {"endorse due 2026-11-13 level 3"}},
  };
  for (const Case& each : cases) EXPECT_EQ(reminded(year, each.today), each.reminded) << each.today;
}

TEST(Reminders, of_answers_come_by_claim_and_of_verdicts_by_submission) {
  const auto returned = year_with(submitted(ClaimState::returned, ClaimState::returned));
  EXPECT_THAT(reminded(returned, "2026-11-17"), IsEmpty());
  EXPECT_THAT(reminded(returned, "2026-11-21"),
              ElementsAre("answer 16 due 2026-11-17 level 2", "answer 17 due 2026-11-17 level 2"));
  const auto waiting = year_with(submitted(ClaimState::waiting, ClaimState::waiting));
  EXPECT_THAT(reminded(waiting, "2026-11-17"), IsEmpty());
  EXPECT_THAT(reminded(waiting, "2026-11-25"), ElementsAre("verify due 2026-11-17 level 3"));
  const auto details = reminders_of(waiting, *parse_date("2026-11-25")).front().details;
  EXPECT_THAT(details,
              ElementsAre(testing::Pair("claims", "2"), testing::Pair("since", "2026-11-10")));
  const auto done = year_with(submitted(ClaimState::accepted, ClaimState::lowered));
  EXPECT_THAT(reminded(done, "2026-11-25"), IsEmpty());
}

TEST(Reminders, are_none_of_a_locked_year) {
  auto year = year_with(submitted(ClaimState::returned, ClaimState::waiting));
  year.calendar.locked_at = handed_in;
  EXPECT_THAT(reminded(year, "2026-11-25"), IsEmpty());
}

}  // namespace
}  // namespace jalur::app

// The contract of notices. Runs on both engines.
#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using accounts::PersonState;
using accounts::Role;
using testing::ElementsAre;
using testing::IsEmpty;

class NoticeContract : public StoreContract {
 protected:
  const RegionCode kampar_ = region("14.01");

  std::string added(const std::string& name, std::vector<accounts::HeldRole> roles,
                    PersonState state = PersonState::active) {
    app::Account account;
    account.person = {next_id(), kampar_,          name, name + "@contoh.example",
                      "u-1",     std::move(roles), state};
    EXPECT_TRUE(people().carry_out({kampar_, some_instant(), {}, {app::AddPerson{account}}}));
    return account.person.id;
  }

  // As many entries in the log, numbered from 1.
  void log(int entries) {
    for (int i = 1; i <= entries; ++i) {
      const ledger::Draft draft{{"p", "Koko", "coordinator"},
                                "claim.returned",
                                "s",
                                "Inovasi " + std::to_string(i),
                                {{"indicator", "17"}}};
      ASSERT_TRUE(people().carry_out({kampar_, some_instant(), {draft}, {}}));
    }
  }

  std::int64_t tell(std::int64_t after, std::int64_t up_to, std::vector<app::News> news) {
    return notices().tell({kampar_, after, up_to, std::move(news)}).value();
  }

  std::vector<std::int64_t> told(const std::string& person, std::int64_t before = 0,
                                 int limit = 50) {
    std::vector<std::int64_t> sequences;
    const auto page = notices().page(kampar_, person, before, limit);
    for (const auto& notice : page->items) sequences.push_back(notice.entry.sequence);
    return sequences;
  }
};

TEST_P(NoticeContract, reach_those_who_hold_the_role_for_the_unit_but_not_who_did_it) {
  const auto operator_here = added("olan", {{Role::operator_, "u-1"}});
  const auto head_here = added("hana", {{Role::unit_head, "u-1"}, {Role::operator_, "u-1"}});
  const auto elsewhere = added("oki", {{Role::operator_, "u-2"}});
  const auto closed = added("omar", {{Role::operator_, "u-1"}}, PersonState::closed);
  log(2);
  const app::News news{2, {{Role::operator_, Role::unit_head}, {"u-1", "u-0"}, operator_here}};
  EXPECT_EQ(tell(0, 2, {news}), 1);
  EXPECT_THAT(told(head_here), ElementsAre(2));  // once, though in two roles
  for (const auto& person : {operator_here, elsewhere, closed})
    EXPECT_THAT(told(person), IsEmpty());
}

TEST_P(NoticeContract, without_units_reach_everybody_in_the_role) {
  const auto one = added("vera", {{Role::verifier, ""}});
  const auto other = added("vino", {{Role::verifier, ""}});
  log(1);
  EXPECT_EQ(tell(0, 1, {{1, {{Role::verifier}, {}, "p"}}}), 2);
  EXPECT_THAT(told(one), ElementsAre(1));
  EXPECT_THAT(told(other), ElementsAre(1));
}

TEST_P(NoticeContract, are_told_once_whoever_else_tells_them) {
  const auto person = added("vera", {{Role::verifier, ""}});
  log(3);
  EXPECT_EQ(notices().told_up_to(kampar_).value(), std::nullopt);
  EXPECT_EQ(tell(0, 2, {{2, {{Role::verifier}, {}, ""}}}), 1);
  EXPECT_EQ(tell(0, 2, {{1, {{Role::verifier}, {}, ""}}, {2, {{Role::verifier}, {}, ""}}}), 0);
  EXPECT_EQ(tell(2, 3, {{3, {{Role::verifier}, {}, ""}}}), 1);
  EXPECT_EQ(notices().told_up_to(kampar_).value(), std::optional<std::int64_t>(3));
  EXPECT_THAT(told(person), ElementsAre(3, 2));
}

TEST_P(NoticeContract, come_in_pages_and_are_read_up_to_one_never_back) {
  const auto person = added("vera", {{Role::verifier, ""}});
  log(3);
  std::vector<app::News> all;
  for (int i = 1; i <= 3; ++i) all.push_back({i, {{Role::verifier}, {}, ""}});
  tell(0, 3, all);
  const auto first = notices().page(kampar_, person, 0, 2);
  EXPECT_EQ(first->unread, 3);
  EXPECT_EQ(first->next, 2);
  EXPECT_EQ(first->items.front().entry.subject_text, "Inovasi 3");
  EXPECT_THAT(told(person, first->next, 2), ElementsAre(1));
  ASSERT_TRUE(notices().read_up_to(kampar_, person, 2));
  ASSERT_TRUE(notices().read_up_to(kampar_, person, 1));
  const auto later = notices().page(kampar_, person, 0, 50);
  EXPECT_EQ(later->unread, 1);
  EXPECT_EQ(later->read_up_to, 2);
  EXPECT_EQ(later->next, 0);
}

TEST_P(NoticeContract, name_the_submission_that_they_are_about) {
  const auto data = kampar();
  import(data);
  const auto stored = year(data);
  const auto person = added("vera", {{Role::verifier, ""}});
  for (const std::string& id : {stored.submissions[1], stored.government_submission}) {
    const ledger::Draft draft{{"p", "Koko", "coordinator"}, "claim.returned", id, "Nama", {}};
    ASSERT_TRUE(people().carry_out({kampar_, some_instant(), {draft}, {}}));
  }
  log(1);
  tell(0, 4,
       {{2, {{Role::verifier}, {}, ""}},
        {3, {{Role::verifier}, {}, ""}},
        {4, {{Role::verifier}, {}, ""}}});
  const auto items = notices().page(kampar_, person, 0, 50)->items;
  ASSERT_EQ(items.size(), 3U);
  EXPECT_FALSE(items[0].submission);
  ASSERT_TRUE(items[1].submission);
  EXPECT_TRUE(items[1].submission->of_government);
  ASSERT_TRUE(items[2].submission);
  EXPECT_EQ(items[2].submission->unit, data.innovations[1].unit);
  EXPECT_EQ(items[2].submission->year, 2026);
  EXPECT_FALSE(items[2].submission->of_government);
}

INSTANTIATE_TEST_SUITE_P(On, NoticeContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

}  // namespace

}  // namespace jalur::store

// The contract of people, sessions, links and settings. Runs on both engines.
#include <atomic>
#include <thread>

#include <gmock/gmock.h>

#include "base/limits.h"
#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using accounts::Half;
using accounts::LinkPurpose;
using accounts::PersonState;
using accounts::Role;
using std::chrono::hours;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;

class PeopleContract : public StoreContract {
 protected:
  const RegionCode kampar_ = region("14.01");
  const RegionCode siak_ = region("14.08");
  const Instant now_ = some_instant();

  app::Account person(const std::string& name, const std::string& email,
                      std::vector<accounts::HeldRole> roles,
                      PersonState state = PersonState::active) {
    app::Account account;
    account.person = {next_id(), kampar_, name, email, "u-1", std::move(roles), state};
    account.password_hash = "hash of " + name;
    return account;
  }

  static ledger::Draft entry(const std::string& action) {
    return {{"p", "Koko", "coordinator"}, action, "s", "Siti", {}};
  }

  Expected<void> change(std::vector<app::Step> steps, std::vector<std::string> actions = {},
                        std::optional<RegionCode> of = std::nullopt) {
    app::PeopleChange wanted{of.value_or(kampar_), now_, {}, std::move(steps)};
    for (const std::string& action : actions) wanted.entries.push_back(entry(action));
    return people().carry_out(wanted);
  }

  app::Account added(const std::string& name, const std::string& email,
                     std::vector<accounts::HeldRole> roles,
                     PersonState state = PersonState::active) {
    auto account = person(name, email, std::move(roles), state);
    EXPECT_TRUE(change({app::AddPerson{account}}));
    return account;
  }

  app::Account now_of(const app::Account& account) {
    return people().account(kampar_, account.person.id, now_).value();
  }

  std::vector<std::string> actions() {
    return place().look("SELECT action FROM ledger ORDER BY region_code, sequence");
  }
};

INSTANTIATE_TEST_SUITE_P(On, PeopleContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

TEST_P(PeopleContract, a_person_is_given_back_as_they_were_put_in) {
  const auto siti = added("Siti Aminah", "siti@contoh.example",
                          {{Role::operator_, "u-1"}, {Role::verifier, ""}}, PersonState::invited);
  const auto found = now_of(siti);
  EXPECT_EQ(found.person, siti.person);
  EXPECT_EQ(found.password_hash, siti.password_hash);
  EXPECT_FALSE(found.has_factor());
  EXPECT_FALSE(found.signed_in_at);
  EXPECT_FALSE(found.link_expires_at);
  EXPECT_EQ(people().account_of("siti@contoh.example")->person, siti.person);
  EXPECT_EQ(people().account_of("nobody@contoh.example").error().code, ErrorCode::not_found);
  EXPECT_EQ(people().account(siak_, siti.person.id, now_).error().code, ErrorCode::not_found);
}

TEST_P(PeopleContract, one_address_is_one_person_in_all_regions) {
  added("Siti", "siti@contoh.example", {{Role::verifier, ""}});
  auto other = person("Other", "siti@contoh.example", {{Role::verifier, ""}});
  other.person.region = siak_;
  const auto refused = change({app::AddPerson{other}}, {"person.invited"}, siak_);
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
  EXPECT_EQ(refused.error().problems[0].field, "email");
  EXPECT_THAT(place().look("SELECT name FROM people"), ElementsAre("Siti"));
  EXPECT_THAT(actions(), IsEmpty());
}

TEST_P(PeopleContract, a_profile_replaces_roles_and_address) {
  const auto siti = added("Siti", "siti@contoh.example", {{Role::operator_, "u-1"}});
  accounts::Person after = siti.person;
  after.name = "Siti Aminah";
  after.email = "aminah@contoh.example";
  after.roles = {{Role::coordinator, ""}, {Role::unit_head, "u-2"}};
  after.state = PersonState::closed;
  ASSERT_TRUE(change({app::PutProfile{after}}, {"person.changed"}));
  EXPECT_EQ(now_of(siti).person, after);
  EXPECT_EQ(people().account_of("siti@contoh.example").error().code, ErrorCode::not_found);
  EXPECT_EQ(people().account_of("aminah@contoh.example")->person, after);
  EXPECT_THAT(actions(), ElementsAre("person.changed"));
}

TEST_P(PeopleContract, a_change_is_whole_or_not_there) {
  const auto siti = added("Siti", "siti@contoh.example", {{Role::verifier, ""}});
  const auto done =
      change({app::SetPassword{siti.person.id, "another"}, app::UseLink{"no such"}}, {"link.used"});
  EXPECT_EQ(done.error().code, ErrorCode::not_found);
  EXPECT_EQ(now_of(siti).password_hash, siti.password_hash);
  EXPECT_THAT(actions(), IsEmpty());
}

TEST_P(PeopleContract, only_who_was_invited_is_activated) {
  const auto siti =
      added("Siti", "siti@contoh.example", {{Role::verifier, ""}}, PersonState::invited);
  const auto budi =
      added("Budi", "budi@contoh.example", {{Role::verifier, ""}}, PersonState::closed);
  ASSERT_TRUE(change({app::Activate{siti.person.id}, app::Activate{budi.person.id}}));
  EXPECT_EQ(now_of(siti).person.state, PersonState::active);
  EXPECT_EQ(now_of(budi).person.state, PersonState::closed);
}

TEST_P(PeopleContract, a_session_brings_all_that_a_call_needs) {
  const auto siti =
      added("Siti", "siti@contoh.example", {{Role::operator_, "u-1"}, {Role::verifier, ""}});
  ASSERT_TRUE(
      change({app::OpenSession{"hash", siti.person.id, Half::no}, app::NoteSignIn{siti.person.id},
              app::PutSettings{{true, {Role::verifier, Role::coordinator}}}},
             {"person.signed_in"}));
  const auto found = people().session(kampar_, "hash");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->account.person, siti.person);
  EXPECT_EQ(found->account.signed_in_at, now_);
  EXPECT_EQ(found->times.made_at, now_);
  EXPECT_EQ(found->half, Half::no);
  EXPECT_TRUE(found->settings.figures_open);
  EXPECT_THAT(found->settings.second_factor_for, ElementsAre(Role::verifier, Role::coordinator));
  ASSERT_TRUE(people().note_use(kampar_, "hash", now_ + minutes(7)));
  EXPECT_EQ(people().session(kampar_, "hash")->times.seen_at, now_ + minutes(7));
  EXPECT_EQ(people().session(siak_, "hash").error().code, ErrorCode::not_found);
  EXPECT_EQ(people().session(kampar_, "other").error().code, ErrorCode::not_found);
}

TEST_P(PeopleContract, sessions_end_one_by_one_and_all_but_one) {
  const auto siti = added("Siti", "siti@contoh.example", {{Role::verifier, ""}});
  const auto budi = added("Budi", "budi@contoh.example", {{Role::verifier, ""}});
  const auto open = [](const app::Account& who, const std::string& hash) {
    return app::OpenSession{hash, who.person.id, Half::yes};
  };
  ASSERT_TRUE(change({open(siti, "a"), open(siti, "b"), open(siti, "c"), open(budi, "d")}));
  ASSERT_TRUE(change({app::EndSession{"a"}}));
  ASSERT_TRUE(change({app::EndSessions{siti.person.id, "c"}}));
  EXPECT_THAT(place().look("SELECT token_hash FROM sessions ORDER BY token_hash"),
              ElementsAre("c", "d"));
  ASSERT_TRUE(change({app::EndSessions{siti.person.id, ""}}));
  EXPECT_THAT(place().look("SELECT token_hash FROM sessions"), ElementsAre("d"));
}

TEST_P(PeopleContract, sessions_that_are_over_go_when_the_person_comes_again) {
  const auto siti = added("Siti", "siti@contoh.example", {{Role::verifier, ""}});
  ASSERT_TRUE(change({app::OpenSession{"old", siti.person.id, Half::no}}));
  const Instant later = now_ + limits::session_whole;
  ASSERT_TRUE(people().carry_out(
      {kampar_, later, {}, {app::OpenSession{"new", siti.person.id, Half::no}}}));
  EXPECT_THAT(place().look("SELECT token_hash FROM sessions"), ElementsAre("new"));
}

TEST_P(PeopleContract, a_link_serves_once_and_in_time) {
  const auto siti =
      added("Siti", "siti@contoh.example", {{Role::verifier, ""}}, PersonState::invited);
  ASSERT_TRUE(change({app::AddLink{"hash", LinkPurpose::invitation, siti.person.id},
                      app::AddLink{"first", LinkPurpose::first, ""}}));
  const auto found = people().link(kampar_, "hash", now_);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->purpose, LinkPurpose::invitation);
  EXPECT_EQ(found->account->person, siti.person);
  EXPECT_EQ(found->expires_at, now_ + hours(7 * 24));
  EXPECT_EQ(now_of(siti).link_expires_at, found->expires_at);
  EXPECT_FALSE(people().link(kampar_, "first", now_)->account);
  EXPECT_EQ(people().link(kampar_, "hash", found->expires_at).error().code, ErrorCode::not_found);
  EXPECT_EQ(people().link(siak_, "hash", now_).error().code, ErrorCode::not_found);

  ASSERT_TRUE(change({app::UseLink{"hash"}}));
  EXPECT_EQ(people().link(kampar_, "hash", now_).error().code, ErrorCode::not_found);
  EXPECT_EQ(change({app::UseLink{"hash"}}).error().code, ErrorCode::not_found);
  EXPECT_FALSE(now_of(siti).link_expires_at);
}

TEST_P(PeopleContract, links_of_one_person_end_together) {
  const auto siti = added("Siti", "siti@contoh.example", {{Role::verifier, ""}});
  ASSERT_TRUE(change({app::AddLink{"a", LinkPurpose::recovery, siti.person.id},
                      app::AddLink{"b", LinkPurpose::recovery, siti.person.id},
                      app::AddLink{"first", LinkPurpose::first, ""}}));
  ASSERT_TRUE(change({app::EndLinks{siti.person.id}}));
  EXPECT_THAT(place().look("SELECT token_hash FROM links"), ElementsAre("first"));
  ASSERT_TRUE(change({app::EndLinks{""}}));
  EXPECT_THAT(place().look("SELECT token_hash FROM links"), IsEmpty());
}

TEST_P(PeopleContract, a_code_of_the_second_factor_is_taken_once_also_by_two_at_once) {
  const auto siti = added("Siti", "siti@contoh.example", {{Role::verifier, ""}});
  ASSERT_TRUE(change({app::SetFactor{siti.person.id, "SECRET", "BEGUN"}}));
  EXPECT_EQ(now_of(siti).factor_secret, "SECRET");
  EXPECT_EQ(now_of(siti).factor_begun, "BEGUN");
  std::atomic<int> taken{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 4; ++i)
    callers.emplace_back([&] {
      const auto done = change({app::TakeFactorStep{siti.person.id, 58'000'000}});
      taken += done ? 1 : 0;
      EXPECT_TRUE(done || done.error().code == ErrorCode::unauthenticated);
    });
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(taken, 1);
  EXPECT_FALSE(change({app::TakeFactorStep{siti.person.id, 57'999'999}}));
  EXPECT_TRUE(change({app::TakeFactorStep{siti.person.id, 58'000'001}}));
}

TEST_P(PeopleContract, two_coordinators_who_close_each_other_leave_one) {
  const auto koko = added("Koko", "koko@contoh.example", {{Role::coordinator, ""}});
  const auto kiki = added("Kiki", "kiki@contoh.example", {{Role::coordinator, ""}});
  added("Baru", "baru@contoh.example", {{Role::coordinator, ""}}, PersonState::invited);
  EXPECT_EQ(people().active_coordinators(kampar_), 2);
  EXPECT_EQ(people().active_coordinators(siak_), 0);
  std::atomic<int> done{0};
  std::vector<std::thread> both;
  for (const auto* each : {&koko, &kiki})
    both.emplace_back([&, each] {
      accounts::Person closed = each->person;
      closed.state = PersonState::closed;
      if (change({app::PutProfile{closed}, app::KeepACoordinator{}}, {"person.changed"})) ++done;
    });
  for (std::thread& each : both) each.join();
  EXPECT_EQ(done, 1);
  EXPECT_EQ(people().active_coordinators(kampar_), 1);
  EXPECT_THAT(actions(), ElementsAre("person.changed"));
}

TEST_P(PeopleContract, a_region_that_chose_nothing_has_closed_figures) {
  EXPECT_EQ(people().settings(kampar_), app::RegionSettings());
  ASSERT_TRUE(change({app::PutSettings{{true, {Role::verifier}}}}, {"settings.changed"}));
  ASSERT_TRUE(change({app::PutSettings{{true, {}}}}, {"settings.changed"}));
  EXPECT_EQ(people().settings(kampar_), (app::RegionSettings{true, {}}));
  EXPECT_EQ(people().settings(siak_), app::RegionSettings());
}

class PeoplePages : public PeopleContract {
 protected:
  void SetUp() override {
    PeopleContract::SetUp();
    for (const char* name : {"siti", "Asih", "budi", "Élan", "Siti", "zul_fa"}) {
      const auto email = std::to_string(++count_) + "@contoh.example";
      added(name, email, {{count_ % 2 == 0 ? Role::verifier : Role::executive, ""}});
    }
  }

  app::PeopleQuery query() const { return {kampar_, "", {}, "", 50, now_}; }
  std::vector<std::string> names(const app::PeopleQuery& asked) {
    std::vector<std::string> found;
    const auto page = people().page(asked);
    for (const auto& item : page->items) found.push_back(item.person.name);
    return found;
  }

  int count_ = 0;
};

INSTANTIATE_TEST_SUITE_P(On, PeoplePages, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

TEST_P(PeoplePages, come_by_name_and_give_everybody_once) {
  const auto all = names(query());
  EXPECT_THAT(all, ElementsAre("Asih", "budi", "siti", "Siti", "zul_fa", "Élan"));
  for (const int limit : {1, 2, 3, 5}) {
    std::vector<std::string> walked;
    auto asked = query();
    asked.limit = limit;
    do {
      const auto page = people().page(asked);
      ASSERT_TRUE(page);
      EXPECT_EQ(page->total, 6);
      for (const auto& item : page->items) {
        EXPECT_EQ(item.person.roles.size(), 1U);
        walked.push_back(item.person.name);
      }
      asked.after = page->next;
    } while (!asked.after.empty());
    EXPECT_EQ(walked, all) << limit;
  }
}

TEST_P(PeoplePages, are_filtered_by_name_address_and_role) {
  auto asked = query();
  asked.search = "SITI";
  EXPECT_THAT(names(asked), ElementsAre("siti", "Siti"));
  asked.search = "_";
  EXPECT_THAT(names(asked), ElementsAre("zul_fa"));
  asked.search = "3@contoh";
  EXPECT_THAT(names(asked), ElementsAre("budi"));
  asked.search = "";
  asked.role = Role::verifier;
  EXPECT_THAT(names(asked), ElementsAre("Asih", "zul_fa", "Élan"));
  EXPECT_EQ(people().page(asked)->total, 3);
}

TEST_P(PeoplePages, of_an_unknown_mark_are_refused) {
  auto asked = query();
  asked.after = "nobody";
  EXPECT_EQ(people().page(asked).error().code, ErrorCode::invalid_input);
}

}  // namespace

}  // namespace jalur::store

// The contract of the outbox. Runs on both engines.
#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using accounts::PersonState;
using accounts::Role;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::IsEmpty;

const Date monday = *parse_date("2026-11-23");
const Date tuesday = *parse_date("2026-11-24");

class OutboxContract : public StoreContract {
 protected:
  const RegionCode kampar_ = region("14.01");

  std::string added(const std::string& name, PersonState state = PersonState::active) {
    app::Account account;
    account.person = {
        next_id(), kampar_, name, name + "@contoh.example", {}, {{Role::verifier, ""}}, state};
    EXPECT_TRUE(people().carry_out({kampar_, some_instant(), {}, {app::AddPerson{account}}}));
    return account.person.id;
  }

  // As many entries, which every verifier is told.
  void tell(int entries) {
    const auto before = notices().told_up_to(kampar_).value().value_or(0);
    std::vector<app::News> news;
    for (int i = 1; i <= entries; ++i) {
      const ledger::Draft draft{{"p", "Koko", "coordinator"}, "claim.returned", "s", "Inovasi", {}};
      ASSERT_TRUE(people().carry_out({kampar_, some_instant(), {draft}, {}}));
      news.push_back({before + i, {{Role::verifier}, {}, ""}});
    }
    ASSERT_TRUE(notices().tell({kampar_, before, before + entries, news}));
  }

  app::Mail mail(const std::string& person) {
    return {kampar_,          next_id(),          person,        "vera@contoh.example",
            "Jalur: 1 kabar", "Yth. Vera — «»\n", some_instant()};
  }

  std::vector<std::string> readers(Date day) {
    std::vector<std::string> names;
    const auto found = outbox().readers(kampar_, day, 50);
    for (const auto& reader : *found) names.push_back(reader.name);
    return names;
  }

  std::vector<app::WaitingMail> waiting(minutes later = minutes(0)) {
    return outbox().waiting(some_instant() + later, 50).value();
  }
};

TEST_P(OutboxContract, finds_those_with_news_that_they_have_not_read) {
  const auto vera = added("vera");
  const auto vino = added("vino");
  added("omar", PersonState::closed);
  EXPECT_THAT(readers(monday), IsEmpty());
  tell(3);
  EXPECT_THAT(readers(monday), ElementsAre("vera", "vino"));
  ASSERT_TRUE(notices().read_up_to(kampar_, vino, 3));
  ASSERT_TRUE(notices().read_up_to(kampar_, vera, 2));
  const auto found = outbox().readers(kampar_, monday, 50).value();
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].person, vera);
  EXPECT_EQ(found[0].email, "vera@contoh.example");
  EXPECT_EQ(found[0].after, 2);
}

TEST_P(OutboxContract, posts_one_digest_per_person_and_day) {
  const auto vera = added("vera");
  tell(2);
  EXPECT_TRUE(outbox().post({mail(vera), monday, 2}).value());
  EXPECT_FALSE(outbox().post({mail(vera), monday, 2}).value());
  EXPECT_EQ(waiting().size(), 1U);
  tell(1);
  EXPECT_THAT(readers(monday), IsEmpty());
  EXPECT_THAT(readers(tuesday), ElementsAre("vera"));
  EXPECT_EQ(outbox().readers(kampar_, tuesday, 50)->front().after, 2);
  EXPECT_TRUE(outbox().post({mail(vera), tuesday, 3}).value());
  EXPECT_EQ(waiting().size(), 2U);
}

TEST_P(OutboxContract, notes_the_day_that_is_written) {
  EXPECT_FALSE(outbox().is_written(kampar_, monday).value());
  ASSERT_TRUE(outbox().note_written(kampar_, tuesday));
  ASSERT_TRUE(outbox().note_written(kampar_, monday));
  EXPECT_TRUE(outbox().is_written(kampar_, monday).value());
  EXPECT_TRUE(outbox().is_written(kampar_, tuesday).value());
}

TEST_P(OutboxContract, gives_a_mail_to_one_at_a_time) {
  const auto vera = added("vera");
  const app::Mail posted = mail(vera);
  ASSERT_TRUE(outbox().post({posted, monday, 1}).value());
  EXPECT_THAT(waiting(-minutes(1)), IsEmpty());
  const auto first = waiting().at(0);
  EXPECT_EQ(first.tries, 0);
  EXPECT_EQ(first.mail.id, posted.id);
  EXPECT_EQ(first.mail.to, posted.to);
  EXPECT_EQ(first.mail.subject, posted.subject);
  EXPECT_EQ(first.mail.text, posted.text);
  EXPECT_EQ(first.mail.made_at, posted.made_at);
  EXPECT_TRUE(outbox().take(first, some_instant() + minutes(1)).value());
  EXPECT_FALSE(outbox().take(first, some_instant() + minutes(1)).value());
  EXPECT_THAT(waiting(), IsEmpty());
  EXPECT_EQ(waiting(minutes(1)).at(0).tries, 1);  // whoever took it has not come back
}

TEST_P(OutboxContract, is_done_with_what_was_sent) {
  const app::Mail posted = mail(added("vera"));
  ASSERT_TRUE(outbox().post({posted, monday, 1}).value());
  ASSERT_TRUE(outbox().take(waiting().at(0), some_instant() + minutes(1)).value());
  ASSERT_TRUE(outbox().note_failure(posted, "451 later"));
  EXPECT_EQ(waiting(minutes(1)).size(), 1U);
  ASSERT_TRUE(outbox().note_sent(posted, some_instant() + minutes(1)));
  EXPECT_THAT(waiting(minutes(100'000)), IsEmpty());
  EXPECT_THAT(place().look("SELECT failure || '|' || tries FROM mail_outbox"), ElementsAre("|1"));
}

TEST_P(OutboxContract, tells_the_log_what_it_gives_up_without_the_address) {
  const app::Mail posted = mail(added("vera"));
  ASSERT_TRUE(outbox().post({posted, monday, 1}).value());
  ASSERT_TRUE(outbox().give_up(posted, "550 no such mailbox", some_instant()));
  EXPECT_THAT(waiting(minutes(100'000)), IsEmpty());
  EXPECT_THAT(place().look("SELECT action || '|' || subject_text || '|' || details FROM ledger"),
              ElementsAre("mail.given_up|vera|{\"reason\":\"550 no such mailbox\"}"));
}

TEST_P(OutboxContract, reminds_of_a_thing_once_for_each_level_of_its_due_day) {
  const auto data = kampar();
  import(data);
  const auto stored = year(data);
  const auto before = journal().head(kampar_).value()->sequence;
  const app::Reminder first{"answer", stored.submissions[0],    "Antar Obat", "17", monday,
                            1,        {{"since", "2026-11-15"}}};
  app::Reminder second = first;
  second.level = 2;
  app::Reminder other = first;
  other.indicator = "16";
  EXPECT_EQ(reminders().remind(kampar_, {first}, some_instant()).value(), 1);
  EXPECT_EQ(reminders().remind(kampar_, {first, second, other}, some_instant()).value(), 2);
  EXPECT_EQ(reminders().remind(kampar_, {first, second, other}, some_instant()).value(), 0);
  app::Reminder moved = first;
  moved.due = tuesday;
  EXPECT_EQ(reminders().remind(kampar_, {moved}, some_instant()).value(), 1);
  EXPECT_EQ(journal().head(kampar_).value()->sequence, before + 4);
  EXPECT_THAT(
      place().look(
          "SELECT action || '|' || subject_text || '|' || details FROM ledger WHERE sequence = " +
          std::to_string(before + 2)),
      ElementsAre("reminder.answer|Antar Obat|{\"due\":\"2026-11-23\",\"indicator\":\"17\","
                  "\"level\":\"2\",\"since\":\"2026-11-15\"}"));
}

INSTANTIATE_TEST_SUITE_P(On, OutboxContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

}  // namespace

}  // namespace jalur::store

#include <deque>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/fake_house.h"
#include "app/mail_use_cases.h"
#include "app/use_cases.h"

namespace jalur::app {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const RegionCode kampar = *RegionCode::parse("14.01");

// In memory; whoever is to be told is put there by the test.
class FakeOutbox : public Outbox {
 public:
  struct Kept {
    Mail mail;
    int tries = 0;
    std::optional<Instant> next;
  };

  Expected<bool> is_written(const RegionCode&, Date day) override {
    return written && *written >= day;
  }
  Expected<void> note_written(const RegionCode&, Date day) override {
    written = day;
    return {};
  }
  Expected<std::vector<DigestReader>> readers(const RegionCode&, Date, int) override {
    return readers_now;
  }
  Expected<bool> post(const Digest& digest) override {
    std::erase_if(readers_now,
                  [&](const DigestReader& reader) { return reader.person == digest.mail.person; });
    up_to = digest.up_to;
    mails.push_back({digest.mail, 0, digest.mail.made_at});
    return true;
  }
  Expected<std::vector<WaitingMail>> waiting(Instant now, int) override {
    std::vector<WaitingMail> found;
    for (const Kept& each : mails)
      if (each.next && *each.next <= now) found.push_back({each.mail, each.tries});
    return found;
  }
  Expected<bool> take(const WaitingMail& waiting, Instant next) override {
    Kept& kept = of(waiting.mail);
    if (kept.tries != waiting.tries) return false;
    ++kept.tries;
    kept.next = next;
    return true;
  }
  Expected<void> note_sent(const Mail& mail, Instant) override {
    of(mail).next.reset();
    return {};
  }
  Expected<void> note_failure(const Mail&, const std::string& why) override {
    failure = why;
    return {};
  }
  Expected<void> give_up(const Mail& mail, const std::string& why, Instant) override {
    given_up.push_back(why);
    of(mail).next.reset();
    return {};
  }
  Kept& of(const Mail& mail) {
    return *std::find_if(mails.begin(), mails.end(),
                         [&](const Kept& each) { return each.mail.id == mail.id; });
  }

  std::optional<Date> written;
  std::vector<DigestReader> readers_now;
  std::vector<Kept> mails;
  std::int64_t up_to = 0;
  std::string failure;
  std::vector<std::string> given_up;
};

// Fails as often as it is told to.
class FakeMailer : public Mailer {
 public:
  Expected<void> send(const Mail& mail) override {
    ++tries;
    if (!fails.empty()) {
      const ErrorCode code = fails.front();
      fails.pop_front();
      return fail(code, {"ditolak", "refused"});
    }
    sent.push_back(mail.id);
    return {};
  }
  std::deque<ErrorCode> fails;
  std::vector<std::string> sent;
  int tries = 0;
};

class Mails : public testing::Test {
 protected:
  void posted(const std::string& id) {
    outbox_.mails.push_back(
        {{kampar, id, "p", "p@x.example", "s", "t", clock_.now()}, 0, clock_.now()});
  }
  std::int64_t send() { return send_waiting(outbox_, mailer_, clock_).value(); }

  FakeClock clock_;
  FakeOutbox outbox_;
  FakeMailer mailer_;
};

TEST_F(Mails, are_sent_once) {
  posted("a");
  posted("b");
  EXPECT_EQ(send(), 2);
  clock_.gone += hours(1'000);
  EXPECT_EQ(send(), 0);
  EXPECT_THAT(mailer_.sent, ElementsAre("a", "b"));
}

TEST_F(Mails, are_tried_again_after_growing_waits_and_then_given_up) {
  posted("a");
  mailer_.fails.assign(100, ErrorCode::unavailable);
  const std::vector<minutes> waits{minutes(1), minutes(5), minutes(30), hours(2), hours(12)};
  int tries = 0;
  for (const minutes wait : waits) {
    send();
    EXPECT_EQ(mailer_.tries, ++tries);
    EXPECT_EQ(outbox_.failure, "refused");
    EXPECT_THAT(outbox_.given_up, IsEmpty());
    clock_.gone += wait - milliseconds(1);
    send();
    EXPECT_EQ(mailer_.tries, tries) << wait.count();
    clock_.gone += milliseconds(1);
  }
  send();
  EXPECT_EQ(mailer_.tries, 6);
  EXPECT_THAT(outbox_.given_up, ElementsAre("refused"));
  clock_.gone += hours(1'000);
  send();
  EXPECT_EQ(mailer_.tries, 6);
}

TEST_F(Mails, that_are_refused_for_good_are_given_up_at_once_and_hold_up_nobody) {
  posted("a");
  posted("b");
  mailer_.fails = {ErrorCode::invalid_input};
  EXPECT_EQ(send(), 1);
  EXPECT_THAT(outbox_.given_up, ElementsAre("refused"));
  EXPECT_THAT(mailer_.sent, ElementsAre("b"));
}

TEST_F(Mails, wait_when_the_server_fails) {
  posted("a");
  posted("b");
  mailer_.fails = {ErrorCode::unavailable};
  EXPECT_EQ(send(), 0);
  EXPECT_EQ(mailer_.tries, 1);
  EXPECT_EQ(send(), 1);
  EXPECT_THAT(mailer_.sent, ElementsAre("b"));
}

Notice notice(std::int64_t sequence, const std::string& subject, const std::string& name,
              const std::string& reason) {
  Notice made;
  made.entry.sequence = sequence;
  made.entry.at = *parse_instant("2026-11-23T20:00:00.000Z");
  made.entry.by = {"v", "Vera", "verifier"};
  made.entry.action = "claim.returned";
  made.entry.subject = subject;
  made.entry.subject_text = name;
  made.entry.details = {{"indicator", "17"}};
  if (!reason.empty()) made.entry.details.emplace_back("reason", reason);
  made.submission = AboutSubmission{"Dinas Kesehatan", 2026, false};
  return made;
}

TEST(DigestText, groups_what_is_told_by_submission) {
  const auto [subject, text] =
      digest_text("Olan",
                  {notice(3, "s1", "Antar Obat", "Baris satu\nbaris dua"),
                   notice(2, "s2", "Posyandu", ""), notice(1, "s1", "Antar Obat", "")},
                  false, "https://jalur.example", Language::indonesian);
  EXPECT_EQ(subject, "Jalur: 3 kabar untuk Anda");
  EXPECT_EQ(text,
            "Yth. Olan,\n\n"
            "Antar Obat (Dinas Kesehatan)\n"
            "https://jalur.example/inovasi/s1?tahun=2026\n"
            "- 2026-11-24: Indikator 17 pada «Antar Obat» dikembalikan Vera dan menunggu jawaban "
            "Anda.\n"
            "  Baris satu\n"
            "  baris dua\n"
            "- 2026-11-24: Indikator 17 pada «Antar Obat» dikembalikan Vera dan menunggu jawaban "
            "Anda.\n\n"
            "Posyandu (Dinas Kesehatan)\n"
            "https://jalur.example/inovasi/s2?tahun=2026\n"
            "- 2026-11-24: Indikator 17 pada «Posyandu» dikembalikan Vera dan menunggu jawaban "
            "Anda.\n\n"
            "Semua pemberitahuan: https://jalur.example/pemberitahuan\n"
            "Surel ini dikirim sekali sehari, hanya bila ada kabar yang belum dibaca.\n");
}

TEST(DigestText, is_in_the_language_asked_for_and_does_without_links) {
  auto other = notice(1, "2026", "2026", "");
  other.submission.reset();
  const auto [subject, text] =
      digest_text("Olan", {notice(2, "s1", "Antar Obat", ""), other}, true, "", Language::english);
  EXPECT_EQ(subject, "Jalur: news for you (2+)");
  EXPECT_THAT(text, HasSubstr("Dear Olan,"));
  EXPECT_THAT(text, HasSubstr("\nOther news\n- 2026-11-24"));
  EXPECT_THAT(text, HasSubstr("There is more news than fits here."));
  EXPECT_EQ(text.find("http"), std::string::npos);
}

// The clock of the house stands at noon of the 24th in Western Indonesian Time.
class Digests : public testing::Test {
 protected:
  void SetUp() override {
    kept_.store.journal.append(
        kampar, {{"v", "Vera", "verifier"}, "year.locked", "2026", "2026", {}}, kept_.clock.now());
    kept_.store.journal.append(kampar,
                               {{"v", "Vera", "verifier"}, "year.unlocked", "2026", "2026", {}},
                               kept_.clock.now());
    Account account;
    account.person = {"olan",
                      kampar,
                      "Olan",
                      "olan@x.example",
                      {},
                      {{accounts::Role::operator_, "u"}},
                      accounts::PersonState::active};
    EXPECT_TRUE(kept_.people.carry_out({kampar, kept_.clock.now(), {}, {AddPerson{account}}}));
    const Audience operators{{accounts::Role::operator_}, {}, {}};
    EXPECT_TRUE(kept_.notices.tell({kampar, 0, 2, {{1, operators}, {2, operators}}}));
    outbox_.readers_now = {{"olan", "Olan", "olan@x.example", 1}};
  }

  std::int64_t write() { return write_digests(kept_.house, outbox_, {7, {}}).value(); }

  FakeHouse kept_;
  FakeOutbox outbox_;
};

TEST_F(Digests, tell_what_is_new_once_a_day) {
  EXPECT_EQ(write(), 1);
  ASSERT_EQ(outbox_.mails.size(), 1U);
  EXPECT_EQ(outbox_.mails[0].mail.to, "olan@x.example");
  EXPECT_THAT(outbox_.mails[0].mail.text, HasSubstr("membuka kunci"));
  EXPECT_EQ(outbox_.mails[0].mail.text.find("mengunci"), std::string::npos);  // was told before
  EXPECT_EQ(outbox_.up_to, 2);
  EXPECT_EQ(outbox_.written, parse_date("2026-11-24"));
  outbox_.readers_now = {{"olan", "Olan", "olan@x.example", 0}};
  EXPECT_EQ(write(), 0);
}

TEST_F(Digests, of_a_day_begin_at_their_hour) {
  EXPECT_EQ(write(), 1);
  outbox_.readers_now = {{"olan", "Olan", "olan@x.example", 0}};
  kept_.clock.gone += hours(19) - milliseconds(1);  // before 07.00 of the 25th
  EXPECT_EQ(write(), 0);
  kept_.clock.gone += milliseconds(1);
  EXPECT_EQ(write(), 1);
  EXPECT_EQ(outbox_.written, parse_date("2026-11-25"));
}

}  // namespace
}  // namespace jalur::app

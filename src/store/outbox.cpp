#include "store/outbox.h"

#include "base/text.h"
#include "store/failure.h"
#include "store/ledger.h"
#include "store/query.h"
#include "store/words.h"

namespace jalur::store {

namespace {

RegionCode region_in(const std::string& text) {
  const auto code = RegionCode::parse(text);
  if (!code) throw Damaged("region code \"" + shortened(text, 20) + "\"");
  return *code;
}

bool is_day_written(Session& session, const RegionCode& region, Date day) {
  std::int64_t found = 0;
  Query query(session.sql(),
              "SELECT COUNT(*) FROM digest_days WHERE region_code = :region AND day >= :day");
  query.give(region.str()).give(to_string(day)).take(found).next();
  return found > 0;
}

void keep_day(Session& session, const RegionCode& region, Date day) {
  Query(session.sql(),
        "INSERT INTO digest_days (region_code, day) VALUES (:region, :day) "
        "ON CONFLICT (region_code) DO UPDATE SET day = excluded.day "
        "WHERE digest_days.day < excluded.day")
      .give(region.str())
      .give(to_string(day))
      .run();
}

std::vector<app::DigestReader> read_readers(Session& session, const RegionCode& region, Date day,
                                            int limit) {
  std::vector<app::DigestReader> readers;
  app::DigestReader reader;
  Query query(session.sql(),
              "SELECT id, name, email, after_sequence FROM (SELECT p.id, p.name, p.email, "
              "CASE WHEN COALESCE(d.up_to, 0) > COALESCE(r.up_to, 0) THEN COALESCE(d.up_to, 0) "
              "ELSE COALESCE(r.up_to, 0) END AS after_sequence FROM people p "
              "LEFT JOIN digests d ON d.region_code = p.region_code AND d.person = p.id "
              "LEFT JOIN notices_read r ON r.region_code = p.region_code AND r.person = p.id "
              "WHERE p.region_code = :region AND p.state = 'active' AND p.email <> '' "
              "AND (d.day IS NULL OR d.day < :day)) AS reader "
              "WHERE EXISTS (SELECT 1 FROM notices n WHERE n.region_code = :same "
              "AND n.person = reader.id AND n.sequence > reader.after_sequence) "
              "ORDER BY id LIMIT :limit");
  query.give(region.str()).give(to_string(day)).give(region.str()).give(std::int64_t{limit});
  query.take(reader.person).take(reader.name).take(reader.email).take(reader.after);
  while (query.next()) readers.push_back(reader);
  return readers;
}

// False when the person has a digest of that day.
bool move_digest(Session& session, const app::Digest& digest) {
  return Query(session.sql(),
               "INSERT INTO digests (region_code, person, day, up_to) "
               "VALUES (:region, :person, :day, :up_to) ON CONFLICT (region_code, person) "
               "DO UPDATE SET day = excluded.day, up_to = excluded.up_to "
               "WHERE digests.day < excluded.day")
             .give(digest.mail.region.str())
             .give(digest.mail.person)
             .give(to_string(digest.day))
             .give(digest.up_to)
             .run() > 0;
}

void put_mail(Session& session, const app::Mail& mail) {
  const std::string at = to_string(mail.made_at);
  Query(session.sql(),
        "INSERT INTO mail_outbox (region_code, id, person, recipient, subject, text, made_at, "
        "next_try_at, tries, failure) VALUES (:region, :id, :person, :recipient, :subject, :text, "
        ":made, :next, 0, '')")
      .give(mail.region.str())
      .give(mail.id)
      .give(mail.person)
      .give(mail.to)
      .give(mail.subject)
      .give(mail.text)
      .give(at)
      .give(at)
      .run();
}

std::vector<app::WaitingMail> read_waiting(Session& session, Instant now, int limit) {
  std::vector<app::WaitingMail> waiting;
  app::WaitingMail each;
  std::string region, made_at;
  std::int64_t tries = 0;
  Query query(session.sql(),
              "SELECT region_code, id, person, recipient, subject, text, made_at, tries "
              "FROM mail_outbox WHERE next_try_at <= :now ORDER BY next_try_at LIMIT :limit");
  query.give(to_string(now)).give(std::int64_t{limit});
  query.take(region).take(each.mail.id).take(each.mail.person).take(each.mail.to);
  query.take(each.mail.subject).take(each.mail.text).take(made_at).take(tries);
  while (query.next()) {
    each.mail.region = region_in(region);
    each.mail.made_at = instant_from(made_at);
    each.tries = static_cast<int>(tries);
    waiting.push_back(each);
  }
  return waiting;
}

bool take_mail(Session& session, const app::WaitingMail& waiting, Instant next_try) {
  return Query(session.sql(),
               "UPDATE mail_outbox SET tries = tries + 1, next_try_at = :next "
               "WHERE region_code = :region AND id = :id AND tries = :tries "
               "AND next_try_at IS NOT NULL")
             .give(to_string(next_try))
             .give(waiting.mail.region.str())
             .give(waiting.mail.id)
             .give(std::int64_t{waiting.tries})
             .run() > 0;
}

void keep_sent(Session& session, const app::Mail& mail, Instant at) {
  Query(session.sql(),
        "UPDATE mail_outbox SET sent_at = :at, next_try_at = NULL, failure = '' "
        "WHERE region_code = :region AND id = :id")
      .give(to_string(at))
      .give(mail.region.str())
      .give(mail.id)
      .run();
}

void keep_failure(Session& session, const app::Mail& mail, const std::string& failure) {
  Query(session.sql(),
        "UPDATE mail_outbox SET failure = :failure WHERE region_code = :region AND id = :id")
      .give(failure)
      .give(mail.region.str())
      .give(mail.id)
      .run();
}

std::string name_of_person(Session& session, const app::Mail& mail) {
  std::string name;
  Query query(session.sql(), "SELECT name FROM people WHERE region_code = :region AND id = :id");
  query.give(mail.region.str()).give(mail.person).take(name).next();
  return name;
}

// The address stays out of the log, which is kept for good.
void end_tries(Session& session, const app::Mail& mail, const std::string& failure, Instant at) {
  keep_failure(session, mail, failure);
  Query(session.sql(),
        "UPDATE mail_outbox SET next_try_at = NULL WHERE region_code = :region AND id = :id")
      .give(mail.region.str())
      .give(mail.id)
      .run();
  append_to_ledger(
      session, mail.region,
      {{}, "mail.given_up", mail.person, name_of_person(session, mail), {{"reason", failure}}}, at);
}

class SqlOutbox final : public app::Outbox {
 public:
  explicit SqlOutbox(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<bool> is_written(const RegionCode& region, Date day) override {
    return database_->run(Mode::one_statement, [&](Session& session) -> Expected<bool> {
      return is_day_written(session, region, day);
    });
  }

  Expected<void> note_written(const RegionCode& region, Date day) override {
    return write([&](Session& session) { keep_day(session, region, day); });
  }

  Expected<std::vector<app::DigestReader>> readers(const RegionCode& region, Date day,
                                                   int limit) override {
    using Readers = std::vector<app::DigestReader>;
    return database_->run(Mode::one_statement, [&](Session& session) -> Expected<Readers> {
      return read_readers(session, region, day, limit);
    });
  }

  Expected<bool> post(const app::Digest& digest) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<bool> {
      if (!move_digest(session, digest)) return false;
      put_mail(session, digest.mail);
      return true;
    });
  }

  Expected<std::vector<app::WaitingMail>> waiting(Instant now, int limit) override {
    using Waiting = std::vector<app::WaitingMail>;
    return database_->run(Mode::one_statement, [&](Session& session) -> Expected<Waiting> {
      return read_waiting(session, now, limit);
    });
  }

  Expected<bool> take(const app::WaitingMail& waiting, Instant next_try) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<bool> {
      return take_mail(session, waiting, next_try);
    });
  }

  Expected<void> note_sent(const app::Mail& mail, Instant at) override {
    return write([&](Session& session) { keep_sent(session, mail, at); });
  }

  Expected<void> note_failure(const app::Mail& mail, const std::string& failure) override {
    return write([&](Session& session) { keep_failure(session, mail, failure); });
  }

  Expected<void> give_up(const app::Mail& mail, const std::string& failure, Instant at) override {
    return write([&](Session& session) { end_tries(session, mail, failure, at); });
  }

 private:
  template <class Work>
  Expected<void> write(Work work) {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<void> {
      work(session);
      return {};
    });
  }

  std::shared_ptr<Database> database_;
};

}  // namespace

std::unique_ptr<app::Outbox> outbox_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlOutbox>(std::move(database));
}

}  // namespace jalur::store

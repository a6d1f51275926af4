// A change of people: its entries in the log, then its steps, in one transaction.
#include "store/account_row.h"
#include "store/ledger.h"
#include "store/people.h"
#include "store/words.h"

namespace jalur::store {

namespace {

class Carrying {
 public:
  Carrying(Session& session, const app::PeopleChange& change)
      : session_(session), region_(change.region.str()), change_(change) {}

  Expected<void> operator()(const app::AddPerson& step) {
    const accounts::Person& person = step.account.person;
    query(
        "INSERT INTO people (region_code, id, name, folded_name, email, unit, state, password, "
        "factor_secret, factor_begun, factor_step, made_at) VALUES (:region, :id, :name, :folded, "
        ":email, :unit, :state, :password, '', '', 0, :at)",
        {region_, person.id, person.name, folded(person.name), person.email, person.unit,
         std::string(word(person.state)), step.account.password_hash, at()});
    write_roles(person);
    return write_name(person);
  }

  Expected<void> operator()(const app::PutProfile& step) {
    const accounts::Person& person = step.person;
    query(
        "UPDATE people SET name = :name, folded_name = :folded, email = :email, unit = :unit, "
        "state = :state WHERE region_code = :region AND id = :id",
        {person.name, folded(person.name), person.email, person.unit,
         std::string(word(person.state)), region_, person.id});
    query("DELETE FROM grants WHERE region_code = :region AND person = :id", {region_, person.id});
    query("DELETE FROM sign_in_names WHERE region_code = :region AND person = :id",
          {region_, person.id});
    write_roles(person);
    return write_name(person);
  }

  Expected<void> operator()(const app::Activate& step) {
    query(
        "UPDATE people SET state = 'active' WHERE region_code = :region AND id = :id "
        "AND state = 'invited'",
        {region_, step.person});
    return {};
  }

  Expected<void> operator()(const app::SetPassword& step) {
    query("UPDATE people SET password = :password WHERE region_code = :region AND id = :id",
          {step.hash, region_, step.person});
    return {};
  }

  Expected<void> operator()(const app::SetFactor& step) {
    query(
        "UPDATE people SET factor_secret = :secret, factor_begun = :begun "
        "WHERE region_code = :region AND id = :id",
        {step.secret, step.begun, region_, step.person});
    return {};
  }

  // The condition makes the second of two calls with one code come too late.
  Expected<void> operator()(const app::TakeFactorStep& step) {
    const auto taken = query(
        "UPDATE people SET factor_step = :step WHERE region_code = :region AND id = :id "
        "AND factor_step < :before",
        {step.step, region_, step.person, step.step});
    if (taken == 1) return {};
    return fail(ErrorCode::unauthenticated,
                {"Kode ini sudah dipakai.", "This code was used already."}, "code");
  }

  Expected<void> operator()(const app::NoteSignIn& step) {
    query("UPDATE people SET signed_in_at = :at WHERE region_code = :region AND id = :id",
          {at(), region_, step.person});
    return {};
  }

  Expected<void> operator()(const app::OpenSession& step) {
    query(
        "DELETE FROM sessions WHERE region_code = :region AND person = :person AND ends_at <= :at",
        {region_, step.person, at()});
    const std::int64_t half = step.half == accounts::Half::yes ? 1 : 0;
    query(
        "INSERT INTO sessions (region_code, token_hash, person, half, made_at, seen_at, ends_at) "
        "VALUES (:region, :hash, :person, :half, :made, :seen, :ends)",
        {region_, step.fingerprint, step.person, half, at(), at(),
         to_string(accounts::end_of_session(change_.at, step.half))});
    return {};
  }

  Expected<void> operator()(const app::EndSession& step) {
    query("DELETE FROM sessions WHERE region_code = :region AND token_hash = :hash",
          {region_, step.fingerprint});
    return {};
  }

  Expected<void> operator()(const app::EndSessions& step) {
    query(
        "DELETE FROM sessions WHERE region_code = :region AND person = :person "
        "AND token_hash <> :hash",
        {region_, step.person, step.except});
    return {};
  }

  Expected<void> operator()(const app::AddLink& step) {
    query(
        "INSERT INTO links (region_code, token_hash, purpose, person, made_at, ends_at) "
        "VALUES (:region, :hash, :purpose, :person, :made, :ends)",
        {region_, step.fingerprint, std::string(accounts::word(step.purpose)), step.person, at(),
         to_string(accounts::end_of_link(step.purpose, change_.at))});
    return {};
  }

  Expected<void> operator()(const app::EndLinks& step) {
    query("DELETE FROM links WHERE region_code = :region AND person = :person AND used_at IS NULL",
          {region_, step.person});
    return {};
  }

  Expected<void> operator()(const app::UseLink& step) {
    const auto used = query(
        "UPDATE links SET used_at = :at WHERE region_code = :region AND token_hash = :hash "
        "AND used_at IS NULL AND ends_at > :now",
        {at(), region_, step.fingerprint, at()});
    if (used == 1) return {};
    return fail(ErrorCode::not_found, {"Tautan ini baru saja dipakai; minta tautan baru.",
                                       "This link was used just now; ask for a new one."});
  }

  Expected<void> operator()(const app::PutSettings& step) {
    const std::int64_t open = step.settings.figures_open ? 1 : 0;
    query("DELETE FROM region_settings WHERE region_code = :region", {region_});
    query(
        "INSERT INTO region_settings (region_code, figures_open, second_factor_for) "
        "VALUES (:region, :open, :roles)",
        {region_, open, packed(step.settings.second_factor_for)});
    return {};
  }

  Expected<void> operator()(const app::KeepACoordinator&) {
    if (count_active_coordinators(session_, change_.region) > 0) return {};
    return fail(ErrorCode::conflict,
                {"Ini koordinator aktif terakhir; beri peran itu kepada orang lain dahulu.",
                 "This is the last active coordinator; give the role to somebody else first."},
                "grants");
  }

 private:
  std::string at() const { return to_string(change_.at); }

  std::int64_t query(const char* text, std::vector<Cell> values) {
    Query statement(session_.sql(), text);
    for (Cell& value : values) statement.give(std::move(value));
    return statement.run();
  }

  void write_roles(const accounts::Person& person) {
    std::int64_t ordinal = 0;
    for (const accounts::HeldRole& held : person.roles) {
      query(
          "INSERT INTO grants (region_code, person, ordinal, role, unit) "
          "VALUES (:region, :person, :ordinal, :role, :unit)",
          {region_, person.id, ++ordinal, std::string(accounts::word(held.role)), held.unit});
    }
  }

  Expected<void> write_name(const accounts::Person& person) {
    const auto written = query(
        "INSERT INTO sign_in_names (email, region_code, person) VALUES (:email, :region, :person) "
        "ON CONFLICT (email) DO NOTHING",
        {person.email, region_, person.id});
    if (written == 1) return {};
    return fail(ErrorCode::conflict,
                {"Alamat surel ini sudah dipakai orang lain.",
                 "Somebody else uses this e-mail address already."},
                "email", person.email);
  }

  Session& session_;
  std::string region_;
  const app::PeopleChange& change_;
};

}  // namespace

// The entries come first: the region's log has one writer at a time, so every change that has one
// waits here for the one before it and then sees what that did.
Expected<void> carry_out(Session& session, const app::PeopleChange& change) {
  for (const ledger::Draft& entry : change.entries)
    append_to_ledger(session, change.region, entry, change.at);
  Carrying carrying(session, change);
  for (const app::Step& step : change.steps)
    if (auto done = std::visit(carrying, step); !done) return done;
  return {};
}

}  // namespace jalur::store

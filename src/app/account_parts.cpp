#include "app/account_parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "accounts/token.h"

namespace jalur::app {

namespace {

bool counts(const accounts::HeldRole& held, const SessionFound& found) {
  return found.account.has_factor() ||
         !accounts::is_required({held.role}, found.settings.second_factor_for);
}

accounts::SecondFactor factor_of(const SessionFound& found) {
  if (found.half == accounts::Half::yes) return accounts::SecondFactor::needed;
  if (found.account.has_factor()) return accounts::SecondFactor::on;
  const auto held = accounts::roles_of(found.account.person);
  return accounts::is_required(held, found.settings.second_factor_for)
             ? accounts::SecondFactor::due
             : accounts::SecondFactor::off;
}

void complain_of_unit(Problems& problems, std::string field, const std::string& unit) {
  problems.add(std::move(field), unit,
               {"Unit ini tidak ada di daerah ini; pilih dari daftar unit.",
                "The region has no such unit; choose one of its units."});
}

}  // namespace

tl::unexpected<Error> not_signed_in() {
  return fail(ErrorCode::unauthenticated,
              {"Anda belum masuk, atau sesi Anda sudah berakhir; masuk lagi.",
               "You are not signed in, or your session is over; sign in again."});
}

Expected<OwnSession> own_session(House& house, const std::string& token, accounts::Half half) {
  const auto region = accounts::region_of_token(token);
  if (!region) return not_signed_in();
  OwnSession session{house.secrets.fingerprint(token), {}};
  auto found = house.people.session(*region, session.fingerprint);
  if (!found && found.error().code == ErrorCode::not_found) return not_signed_in();
  if (!found) return tl::unexpected(found.error());
  const bool open = found->half == half &&
                    !accounts::is_over(found->times, found->half, house.clock.now()) &&
                    found->account.person.state == accounts::PersonState::active;
  if (!open) return not_signed_in();
  session.found = std::move(*found);
  return session;
}

accounts::Caller caller_from(const SessionFound& found, const RegionUnits& units) {
  const accounts::Person& person = found.account.person;
  accounts::Caller caller{
      person.id, person.name, person.region, units.names_below(person.unit), {}};
  for (const accounts::HeldRole& held : person.roles) {
    if (!counts(held, found)) continue;
    caller.grants.push_back({held.role, held.unit, units.names_below(held.unit)});
  }
  return caller;
}

Expected<Standing> standing_of(House& house, const SessionFound& found) {
  Standing standing;
  standing.second_factor = factor_of(found);
  if (found.half == accounts::Half::yes) return standing;
  auto units = units_of(house, found.account.person.region);
  if (!units) return tl::unexpected(units.error());
  standing.person = found.account.person;
  standing.caller = caller_from(found, *units);
  standing.units = std::move(*units);
  return standing;
}

NewSession new_session(House& house, const accounts::Person& person, accounts::Half half) {
  std::string token = accounts::token_of(person.region, house.secrets.random_token());
  std::string fingerprint = house.secrets.fingerprint(token);
  return {std::move(token), {std::move(fingerprint), person.id, half}};
}

Expected<Opened> opened(House& house, NewSession session) {
  const auto region = accounts::region_of_token(session.token);
  const auto found = house.people.session(*region, session.step.fingerprint);
  if (!found) return tl::unexpected(found.error());
  auto standing = standing_of(house, *found);
  if (!standing) return tl::unexpected(standing.error());
  return Opened{std::move(session.token), std::move(*standing)};
}

NewLink new_link(House& house, const RegionCode& region, const std::string& person,
                 accounts::LinkPurpose purpose, Instant now) {
  const std::string token = accounts::token_of(region, house.secrets.random_token());
  return {{"/undangan/" + token, accounts::end_of_link(purpose, now)},
          {house.secrets.fingerprint(token), purpose, person}};
}

ledger::Actor actor_of(const accounts::Person& person) {
  const bool any = !person.roles.empty();
  return {person.id, person.name,
          std::string(any ? accounts::word(person.roles.front().role) : "")};
}

ledger::Actor program() { return {"", "jalur", ""}; }

ledger::Draft entry_about(ledger::Actor by, std::string action, const accounts::Person& person,
                          Details details) {
  std::sort(details.begin(), details.end());
  return {std::move(by), std::move(action), person.id, person.name, std::move(details)};
}

std::string roles_text(const std::vector<accounts::HeldRole>& roles) {
  std::string text;
  for (const accounts::HeldRole& held : roles) {
    if (!text.empty()) text += ", ";
    text += accounts::word(held.role);
    if (!held.unit.empty()) text += " (" + held.unit + ")";
  }
  return text;
}

std::string new_id(House& house) { return uuid7(house.clock.now(), house.randomness.ten_bytes()); }

Expected<void> check_units(const accounts::PersonGiven& given, const RegionUnits& units) {
  Problems problems;
  if (!given.unit.empty() && !units.has(given.unit)) complain_of_unit(problems, "unit", given.unit);
  for (std::size_t i = 0; i < given.roles.size(); ++i) {
    const std::string& unit = given.roles[i].unit;
    if (!unit.empty() && !units.has(unit))
      complain_of_unit(problems, fmt::format("grants[{}].unit", i), unit);
  }
  if (problems.none()) return {};
  return std::move(problems).as_error();
}

}  // namespace jalur::app

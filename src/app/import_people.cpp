#include <map>

#include "app/account_parts.h"
#include "app/allowed.h"

namespace jalur::app {

namespace {

// Where in the sheet a field of the API stands.
const std::string& place_of(const PersonRow& row, const std::string& field) {
  if (field == "name") return row.name.place;
  if (field == "email") return row.email.place;
  if (field.ends_with("unit")) return row.unit.place;
  return row.role_place;
}

// A unit is where a person works; for a role of a unit it is also what the role is held for.
accounts::PersonGiven given_by(const PersonRow& row, const RegionUnits& units, Problems& problems) {
  const auto unit =
      row.unit.text.empty() ? std::optional(std::string()) : units.id_of(row.unit.text);
  if (!unit)
    problems.add(row.unit.place, row.unit.text,
                 {"Unit ini tidak ada di daerah ini; tulis seperti pada lembar Unit.",
                  "The region has no such unit; write it as in the sheet Unit."});
  const std::string id = unit.value_or(row.unit.text);
  return {row.name.text,
          row.email.text,
          id,
          {{row.role, accounts::is_of_a_unit(row.role) ? id : ""}},
          {}};
}

// Errors: those of the records.
Expected<void> check_email_is_free(House& house, const PersonRow& row, const std::string& email,
                                   std::map<std::string, std::string>& places, Problems& problems) {
  const auto [first, fresh] = places.emplace(email, row.email.place);
  if (!fresh)
    problems.add(row.email.place, email,
                 {"Alamat ini sudah ada di " + first->second + ".",
                  "This address stands in " + first->second + " already."});
  const auto known = house.people.account_of(email);
  if (known)
    problems.add(row.email.place, email,
                 {"Alamat ini sudah punya akun.", "This address has an account already."});
  if (!known && known.error().code != ErrorCode::not_found) return tl::unexpected(known.error());
  return {};
}

// Who brings them in.
struct Importer {
  accounts::Host host;
  ledger::Actor actor;
};

class Importing {
 public:
  Importing(House& house, const RegionCode& region, RegionUnits units, Importer by)
      : house_(house),
        units_(std::move(units)),
        by_(std::move(by)),
        change_{region, house.clock.now(), {}, {}} {}

  Expected<void> take(const PersonRow& row) {
    auto given = accounts::checked_person(given_by(row, units_, problems_), by_.host, {});
    if (given) {
      auto free = check_email_is_free(house_, row, given->email, places_, problems_);
      if (!free) return free;
      add(*given);
      return {};
    }
    for (const Problem& problem : given.error().problems)
      problems_.add(place_of(row, problem.field), problem.value, problem.text);
    return {};
  }

  Expected<std::vector<Invited>> finish(ImportMode mode) && {
    if (!problems_.none()) return std::move(problems_).as_error();
    if (mode == ImportMode::check) return std::move(invited_);
    if (auto done = house_.people.carry_out(change_); !done) return tl::unexpected(done.error());
    return std::move(invited_);
  }

 private:
  void add(const accounts::PersonGiven& given) {
    Account account;
    account.person = {new_id(house_),
                      change_.region,
                      given.name,
                      given.email,
                      given.unit,
                      given.roles,
                      accounts::PersonState::invited};
    const accounts::Person& person = account.person;
    NewLink link =
        new_link(house_, change_.region, person.id, accounts::LinkPurpose::invitation, change_.at);
    change_.entries.push_back(
        entry_about(by_.actor, "person.invited", person,
                    {{"email", person.email}, {"roles", roles_text(person.roles)}}));
    change_.steps.emplace_back(AddPerson{account});
    change_.steps.emplace_back(link.step);
    account.link_expires_at = link.made.expires_at;
    invited_.push_back({std::move(account), std::move(link.made), units_});
  }

  House& house_;
  RegionUnits units_;
  Importer by_;
  PeopleChange change_;
  std::map<std::string, std::string> places_;  // of each address
  Problems problems_;
  std::vector<Invited> invited_;
};

Expected<std::vector<Invited>> import_by(House& house, const RegionCode& region,
                                         const std::vector<PersonRow>& rows, Importer by,
                                         ImportMode mode) {
  auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  Importing importing(house, region, std::move(*units), std::move(by));
  for (const PersonRow& row : rows)
    if (auto taken = importing.take(row); !taken) return tl::unexpected(taken.error());
  return std::move(importing).finish(mode);
}

}  // namespace

Expected<std::vector<Invited>> import_people(House& house, const accounts::Caller& caller,
                                             const RegionCode& region,
                                             const std::vector<PersonRow>& rows, ImportMode mode) {
  const auto action = accounts::Action::manage_people;
  if (auto may = allowed(house, caller, action, region, ""); !may)
    return tl::unexpected(may.error());
  const Importer by{accounts::Host::region, actor_for(caller, action, region, "")};
  return import_by(house, region, rows, by, mode);
}

Expected<std::vector<Invited>> import_people(House& house, const RegionCode& region,
                                             const std::vector<PersonRow>& rows) {
  return import_by(house, region, rows, {accounts::Host::installation, program()},
                   ImportMode::carry_out);
}

Expected<std::string> people_template(House& house, const accounts::Caller& caller,
                                      const RegionCode& region) {
  if (auto may = allowed(house, caller, accounts::Action::manage_people, region, ""); !may)
    return tl::unexpected(may.error());
  return people_template(house, region);
}

Expected<std::string> people_template(House& house, const RegionCode& region) {
  const auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  std::vector<std::string> names;
  for (const auto& unit : units->all()) names.push_back(unit.name);
  return house.documents.people_template(names);
}

}  // namespace jalur::app

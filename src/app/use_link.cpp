#include "accounts/email.h"
#include "accounts/password.h"
#include "accounts/token.h"
#include "app/account_parts.h"

namespace jalur::app {

namespace {

// Whose link it is; for the first coordinator it is made of what they tell.
Expected<accounts::Person> person_of(House& house, const RegionCode& region, const LinkFound& link,
                                     const LinkUse& use) {
  if (link.account) return link.account->person;
  const accounts::PersonGiven given{
      use.name, use.email, "", {{accounts::Role::coordinator, ""}}, {}};
  const auto checked = accounts::checked_person(given, accounts::Host::region, {});
  if (!checked) return tl::unexpected(checked.error());
  return accounts::Person{new_id(house),
                          region,
                          checked->name,
                          checked->email,
                          "",
                          checked->roles,
                          accounts::PersonState::active};
}

std::vector<Step> steps_for(const accounts::Person& person, const LinkFound& link,
                            const std::string& hash) {
  if (!link.account) {
    Account account;
    account.person = person;
    account.password_hash = hash;
    return {EndLinks{""}, AddPerson{account}};
  }
  std::vector<Step> steps{Activate{person.id}, SetPassword{person.id, hash},
                          EndSessions{person.id, ""}, EndLinks{person.id}};
  if (link.purpose == accounts::LinkPurpose::recovery)
    steps.emplace_back(SetFactor{person.id, "", ""});
  return steps;
}

}  // namespace

Expected<Opened> use_link(House& house, const std::string& token, const LinkUse& use) {
  const auto link = find_link(house, token);
  if (!link) return tl::unexpected(link.error());
  const RegionCode region = *accounts::region_of_token(token);
  const auto person = person_of(house, region, *link, use);
  if (!person) return tl::unexpected(person.error());
  if (auto checked = accounts::check_password(use.password, person->name, person->email); !checked)
    return tl::unexpected(checked.error());
  const auto hash = house.secrets.password_hash(use.password);
  if (!hash) return tl::unexpected(hash.error());

  NewSession session = new_session(house, *person, accounts::Half::no);
  PeopleChange change{region,
                      house.clock.now(),
                      {entry_about(actor_of(*person), "link.used", *person,
                                   {{"purpose", std::string(accounts::word(link->purpose))}})},
                      {UseLink{house.secrets.fingerprint(token)}}};
  for (Step& step : steps_for(*person, *link, *hash)) change.steps.push_back(std::move(step));
  change.steps.emplace_back(session.step);
  change.steps.emplace_back(NoteSignIn{person->id});
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  house.guard.right(person->email);
  return opened(house, std::move(session));
}

}  // namespace jalur::app

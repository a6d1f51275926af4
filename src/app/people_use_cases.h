// What people do about accounts, one function each (some in pairs); each is written in a file of
// its own name. Errors besides those named: those of the records, invalid_input for what was given,
// forbidden or unauthenticated for whoever may not.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/people.h"
#include "app/region_units.h"

namespace jalur::app {

// Who is signed in with a session, as it is shown to them.
struct Standing {
  accounts::SecondFactor second_factor = accounts::SecondFactor::off;
  std::optional<accounts::Person> person;  // nothing: nobody, or the second factor is missing
  accounts::Caller caller;                 // with the roles that count now
  RegionUnits units;
};

// A session that begins. Its token is told once and goes into the cookie.
struct Opened {
  std::string token;
  Standing standing;
};

// --- the own session -----------------------------------------------------------------------------

// Whoever makes a call with this token. Roles that the region asks a second factor for are left out
// until one is set up. Errors: unauthenticated (no such session, over, or half).
Expected<accounts::Caller> caller_of(House& house, const std::string& token);

// Nobody, too, is an answer.
Expected<Standing> show_session(House& house, const std::string& token);

// The same sentence and the same work whether the address exists or not. `client`: the address the
// call came from. Errors: unauthenticated, too_many.
Expected<Opened> sign_in(House& house, const std::string& email, const std::string& password,
                         const std::string& client);
// After sign_in() said `needed`. The session gets a new token. Errors: unauthenticated, too_many.
Expected<Opened> give_second_factor(House& house, const std::string& token, const std::string& code,
                                    const std::string& client);
Expected<void> sign_out(House& house, const std::string& token);

// Ends all other sessions of the person. Errors: unauthenticated (no session), invalid_input on
// `current` or `password`, too_many.
Expected<Standing> change_password(House& house, const std::string& token,
                                   const std::string& current, const std::string& password);

struct FactorSecret {
  std::string secret;   // Base32
  std::string address;  // otpauth://...
};
// A new secret counts only once confirm_second_factor() was given its first code.
Expected<FactorSecret> begin_second_factor(House& house, const std::string& token);
Expected<Standing> confirm_second_factor(House& house, const std::string& token,
                                         const std::string& code);
// Errors: conflict while the region requires one for a role held.
Expected<Standing> end_second_factor(House& house, const std::string& token);

// --- one-time links ------------------------------------------------------------------------------

struct LinkShown {
  accounts::LinkPurpose purpose = accounts::LinkPurpose::invitation;
  std::string name;  // empty: the first coordinator tells it
  std::string email;
  std::string region_name;
  Instant expires_at;
};
// Errors: not_found when it is unknown, used or over.
Expected<LinkShown> read_link(House& house, const std::string& token);

struct LinkUse {
  std::string password;
  std::string name;   // for the first coordinator only
  std::string email;  // likewise
};
// Sets the password and signs in. After a recovery the second factor is gone too: whoever lost the
// telephone has no other way. Errors: not_found as above.
Expected<Opened> use_link(House& house, const std::string& token, const LinkUse& use);

// A link that was just made; its token is told once.
struct MadeLink {
  std::string path;  // on this server: /undangan/14.01....
  Instant expires_at;
};
// For the first coordinator of a region; ends the ones made before. Nothing when the region has an
// active coordinator.
Expected<std::optional<MadeLink>> first_link(House& house, const RegionCode& region);

// --- people of a region --------------------------------------------------------------------------

struct PersonShown {
  Account account;
  RegionUnits units;
};
struct Invited {
  Account account;
  MadeLink link;
  RegionUnits units;
};
struct PeopleShown {
  PeoplePage page;
  RegionUnits units;
};

Expected<PeopleShown> list_people(House& house, const accounts::Caller& caller, PeopleQuery query);
Expected<PersonShown> show_person(House& house, const accounts::Caller& caller,
                                  const RegionCode& region, const std::string& person);
Expected<Invited> invite(House& house, const accounts::Caller& caller, const RegionCode& region,
                         accounts::PersonGiven given);
// Errors: conflict when no active coordinator would be left, or the address is taken.
Expected<PersonShown> change_person(House& house, const accounts::Caller& caller,
                                    const RegionCode& region, const std::string& id,
                                    accounts::PersonGiven given);
// Ends the links before. Errors: conflict when the account is closed.
Expected<Invited> renew_link(House& house, const accounts::Caller& caller, const RegionCode& region,
                             const std::string& person);
// The same from the command line, for whoever runs the program. Errors: not_found.
Expected<Invited> renew_link_of(House& house, const std::string& email);

// All of them or none; each gets a link. Errors: invalid_input with sheet and cell of every fault.
enum class ImportMode { check, carry_out };  // check: nothing is kept, and the links lead nowhere
Expected<std::vector<Invited>> import_people(House& house, const accounts::Caller& caller,
                                             const RegionCode& region,
                                             const std::vector<PersonRow>& rows, ImportMode mode);
// The same from the command line, for whoever runs the program, who may name assessors too.
Expected<std::vector<Invited>> import_people(House& house, const RegionCode& region,
                                             const std::vector<PersonRow>& rows);
// The workbook to fill in, with the region's units. Errors: forbidden.
Expected<std::string> people_template(House& house, const accounts::Caller& caller,
                                      const RegionCode& region);
Expected<std::string> people_template(House& house, const RegionCode& region);

Expected<RegionSettings> show_settings(House& house, const accounts::Caller& caller,
                                       const RegionCode& region);
Expected<RegionSettings> change_settings(House& house, const accounts::Caller& caller,
                                         const RegionCode& region, const RegionSettings& settings);

// --- the sample ----------------------------------------------------------------------------------

struct SamplePerson {
  std::string name;
  std::string email;
  std::string password;  // made anew at every start, so that it is worth nothing afterwards
  accounts::Role role = accounts::Role::operator_;
  std::string unit;  // name; empty: none
};
// One person per role in that region, whose figures are opened to everybody. Errors: conflict when
// the region holds anything that is not marked as an illustration, not_found when it holds nothing.
Expected<std::vector<SamplePerson>> sample_people(House& house, const RegionCode& region);

}  // namespace jalur::app

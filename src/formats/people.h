// The shapes about people that enter and leave the program, as api/openapi.yaml has them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/people_use_cases.h"
#include "base/error.h"

namespace jalur {

// --- out
// -------------------------------------------------------------------------------------------

std::string session_json(const app::Standing& standing,
                         const std::vector<app::SamplePerson>& sample_people);
std::string link_json(const app::LinkShown& link);
std::string factor_secret_json(const app::FactorSecret& secret);
std::string settings_json(const app::RegionSettings& settings);
std::string person_json(const app::PersonShown& shown);
std::string people_json(const app::PeopleShown& shown);
std::string invited_json(const app::Invited& invited);
// `carried_out`: whether the links lead somewhere; else they are left out.
std::string people_import_json(const std::vector<app::Invited>& people, bool carried_out);

// --- in: each body and nothing else; secrets are never repeated in a complaint
// ---------------------

struct SignInGiven {
  std::string email;
  std::string password;
};
Expected<SignInGiven> read_sign_in(std::string_view body);

Expected<std::string> read_code(std::string_view body);  // six digits
Expected<app::LinkUse> read_link_use(std::string_view body);

struct PasswordsGiven {
  std::string current;
  std::string password;
};
Expected<PasswordsGiven> read_passwords(std::string_view body);

Expected<app::RegionSettings> read_settings(std::string_view body);
Expected<accounts::PersonGiven> read_person(std::string_view body);

}  // namespace jalur

// Bodies about people, read with the strictness of every other one.
#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"
#include "formats/json_reader.h"
#include "formats/people.h"

namespace jalur {

namespace {

using nlohmann::json;

// A password, or what may be one: what is wrong is told without it.
std::string secret(const JsonObject& object, std::string_view key) {
  const json* value = object.find(key);
  const bool fits = value != nullptr && value->is_string() &&
                    value->get_ref<const std::string&>().size() <= limits::password_bytes;
  if (fits) return value->get<std::string>();
  object.problems().add(
      std::string(key), "",
      {fmt::format("harus teks dalam tanda kutip, paling banyak {} bita", limits::password_bytes),
       fmt::format("it must be a text in quotes, at most {} bytes", limits::password_bytes)});
  return {};
}

std::string known_roles() {
  std::string words;
  for (std::size_t i = 0; i < accounts::role_count; ++i)
    words.append(words.empty() ? "" : ", ").append(accounts::word(static_cast<accounts::Role>(i)));
  return words;
}

std::optional<accounts::Role> role_in(const json& value, const std::string& place,
                                      Problems& problems) {
  const auto role =
      value.is_string() ? accounts::role_from(value.get_ref<const std::string&>()) : std::nullopt;
  if (!role)
    problems.add(place, shown(value),
                 {fmt::format("harus salah satu dari: {}", known_roles()),
                  fmt::format("it must be one of: {}", known_roles())});
  return role;
}

std::vector<accounts::Role> roles_in(const JsonObject& object, std::string_view key) {
  std::vector<accounts::Role> roles;
  const json* list = object.optional_array(key);
  if (list == nullptr) {
    if (object.find(key) == nullptr) object.complain(key, {"harus diisi", "it must be filled in"});
    return roles;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto place = fmt::format("{}[{}]", key, i);
    const auto role = role_in((*list)[i], place, object.problems());
    if (!role) continue;
    if (std::find(roles.begin(), roles.end(), *role) != roles.end())
      object.problems().add(place, std::string(accounts::word(*role)),
                            {"peran ini disebut dua kali", "this role is named twice"});
    roles.push_back(*role);
  }
  return roles;
}

std::optional<accounts::HeldRole> grant_in(const json& value, const std::string& place,
                                           Problems& problems) {
  if (!value.is_object()) {
    problems.add(place, shown(value),
                 {"harus objek seperti {\"role\": \"verifier\"}",
                  "it must be an object such as {\"role\": \"verifier\"}"});
    return std::nullopt;
  }
  const JsonObject grant(value, place, problems);
  grant.allow_only({"role", "unit"});
  const json* word = grant.find("role");
  const auto role = role_in(word != nullptr ? *word : json(), place + ".role", problems);
  const auto unit = grant.optional_string("unit", limits::name_bytes);
  if (!role) return std::nullopt;
  return accounts::HeldRole{*role, unit};
}

std::vector<accounts::HeldRole> grants_in(const JsonObject& object) {
  std::vector<accounts::HeldRole> grants;
  const json* list = object.optional_array("grants");
  if (list == nullptr) return grants;
  if (list->size() > limits::grants_per_person) {
    object.problems().add("grants", std::to_string(list->size()),
                          {fmt::format("paling banyak {} peran", limits::grants_per_person),
                           fmt::format("at most {} roles", limits::grants_per_person)});
    return grants;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto grant = grant_in((*list)[i], fmt::format("grants[{}]", i), object.problems());
    if (grant) grants.push_back(*grant);
  }
  return grants;
}

std::optional<accounts::PersonState> state_in(const JsonObject& object) {
  const auto word = object.optional_string("state", limits::id_bytes);
  if (word.empty()) return std::nullopt;
  const auto state = accounts::person_state_from(word);
  if (state && *state != accounts::PersonState::invited) return state;
  object.complain("state",
                  {"harus salah satu dari: active, closed", "it must be one of: active, closed"});
  return std::nullopt;
}

}  // namespace

Expected<SignInGiven> read_sign_in(std::string_view body) {
  return object_in<SignInGiven>(body, {"email", "password"}, [](const JsonObject& object) {
    return SignInGiven{object.string("email", limits::email_bytes), secret(object, "password")};
  });
}

Expected<std::string> read_code(std::string_view body) {
  return object_in<std::string>(body, {"code"}, [](const JsonObject& object) {
    const json* value = object.find("code");
    const auto code = value != nullptr && value->is_string() ? value->get<std::string>() : "";
    const bool digits = code.size() == 6 && std::all_of(code.begin(), code.end(), [](char c) {
                          return c >= '0' && c <= '9';
                        });
    if (!digits) object.problems().add("code", "", {"harus enam angka", "it must be six digits"});
    return code;
  });
}

Expected<app::LinkUse> read_link_use(std::string_view body) {
  return object_in<app::LinkUse>(body, {"password", "name", "email"}, [](const JsonObject& object) {
    return app::LinkUse{secret(object, "password"),
                        object.optional_string("name", limits::person_name_bytes),
                        object.optional_string("email", limits::email_bytes)};
  });
}

Expected<PasswordsGiven> read_passwords(std::string_view body) {
  return object_in<PasswordsGiven>(body, {"current", "password"}, [](const JsonObject& object) {
    return PasswordsGiven{secret(object, "current"), secret(object, "password")};
  });
}

Expected<app::RegionSettings> read_settings(std::string_view body) {
  return object_in<app::RegionSettings>(
      body, {"figures_open", "second_factor_for"}, [](const JsonObject& object) {
        return app::RegionSettings{object.truth("figures_open"),
                                   roles_in(object, "second_factor_for")};
      });
}

Expected<accounts::PersonGiven> read_person(std::string_view body) {
  return object_in<accounts::PersonGiven>(
      body, {"name", "email", "unit", "state", "grants"}, [](const JsonObject& object) {
        return accounts::PersonGiven{object.string("name", limits::person_name_bytes),
                                     object.string("email", limits::email_bytes),
                                     object.optional_string("unit", limits::name_bytes),
                                     grants_in(object), state_in(object)};
      });
}

}  // namespace jalur

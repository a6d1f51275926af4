// Answers about people, sessions and links.
#include "formats/json_parts.h"
#include "formats/people.h"

namespace jalur {

namespace {

Json json_of(const std::optional<Instant>& instant) {
  return instant ? Json(to_string(*instant)) : Json();
}

Json unit_of(const std::string& id, const app::RegionUnits& units) {
  if (id.empty()) return {};
  return {{"id", id}, {"name", units.name_of(id)}};
}

Json grant_of(accounts::Role role, const std::string& unit, const app::RegionUnits& units) {
  return {{"role", accounts::word(role)}, {"unit", unit_of(unit, units)}};
}

std::string_view word(accounts::Reach reach) {
  switch (reach) {
    case accounts::Reach::own_unit:
      return "own_unit";
    case accounts::Reach::open_region:
      return "open_region";
    case accounts::Reach::region:
      return "region";
    case accounts::Reach::nation:
      return "nation";
    case accounts::Reach::none:
      break;
  }
  return "none";
}

Json permissions_of(const accounts::Caller& caller) {
  Json permissions = Json::object();
  for (const accounts::Permission& permission : accounts::permissions()) {
    const auto reach = accounts::furthest_reach(caller, permission.action);
    if (reach == accounts::Reach::none) continue;
    permissions[std::string(accounts::word(permission.action))] = word(reach);
  }
  return permissions;
}

Json sample_of(const std::vector<app::SamplePerson>& people) {
  Json list = Json::array();
  for (const app::SamplePerson& person : people) {
    list.push_back({{"name", person.name},
                    {"email", person.email},
                    {"password", person.password},
                    {"role", accounts::word(person.role)},
                    {"unit", text_or_null(person.unit)}});
  }
  return list;
}

Json person_of(const app::Account& account, const app::RegionUnits& units) {
  const accounts::Person& person = account.person;
  Json grants = Json::array();
  for (const auto& held : person.roles) grants.push_back(grant_of(held.role, held.unit, units));
  return {{"id", person.id},
          {"name", person.name},
          {"email", person.email},
          {"unit", unit_of(person.unit, units)},
          {"grants", std::move(grants)},
          {"state", accounts::word(person.state)},
          {"second_factor", account.has_factor()},
          {"signed_in_at", json_of(account.signed_in_at)},
          {"link_expires_at", json_of(account.link_expires_at)}};
}

Json invited_of(const app::Invited& invited) {
  return {{"person", person_of(invited.account, invited.units)},
          {"link", invited.link.path},
          {"expires_at", to_string(invited.link.expires_at)}};
}

}  // namespace

std::string session_json(const app::Standing& standing,
                         const std::vector<app::SamplePerson>& sample_people) {
  const auto& person = standing.person;
  Json shown;
  Json region;
  Json unit;
  if (person) {
    shown = {{"id", person->id}, {"name", person->name}, {"email", person->email}};
    region = person->region.str();
    unit = unit_of(person->unit, standing.units);
  }
  Json grants = Json::array();
  for (const auto& grant : standing.caller.grants)
    grants.push_back(grant_of(grant.role, grant.unit, standing.units));
  return Json{{"signed_in", person.has_value()},
              {"second_factor", accounts::word(standing.second_factor)},
              {"person", std::move(shown)},
              {"region", std::move(region)},
              {"unit", std::move(unit)},
              {"grants", std::move(grants)},
              {"permissions", permissions_of(standing.caller)},
              {"sample_people", sample_of(sample_people)}}
      .dump();
}

std::string link_json(const app::LinkShown& link) {
  return Json{{"purpose", accounts::word(link.purpose)},
              {"name", link.name},
              {"email", link.email},
              {"region_name", link.region_name},
              {"expires_at", to_string(link.expires_at)}}
      .dump();
}

std::string factor_secret_json(const app::FactorSecret& secret) {
  return Json{{"secret", secret.secret}, {"address", secret.address}}.dump();
}

std::string settings_json(const app::RegionSettings& settings) {
  Json roles = Json::array();
  for (const auto role : settings.second_factor_for) roles.push_back(accounts::word(role));
  return Json{{"figures_open", settings.figures_open}, {"second_factor_for", std::move(roles)}}
      .dump();
}

std::string person_json(const app::PersonShown& shown) {
  return person_of(shown.account, shown.units).dump();
}

std::string people_json(const app::PeopleShown& shown) {
  Json items = Json::array();
  for (const auto& account : shown.page.items) items.push_back(person_of(account, shown.units));
  return Json{{"items", std::move(items)},
              {"next", text_or_null(shown.page.next)},
              {"total", shown.page.total}}
      .dump();
}

std::string invited_json(const app::Invited& invited) { return invited_of(invited).dump(); }

std::string people_import_json(const std::vector<app::Invited>& people, bool carried_out) {
  Json items = Json::array();
  for (const app::Invited& invited : people) {
    Json item = invited_of(invited);
    if (!carried_out) item["link"] = nullptr;
    items.push_back(std::move(item));
  }
  return Json{{"carried_out", carried_out}, {"items", std::move(items)}}.dump();
}

}  // namespace jalur

#include "formats/units.h"

#include "base/limits.h"
#include "formats/json_parts.h"
#include "formats/json_reader.h"
#include "formats/region_year.h"

namespace jalur {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const registry::UnitNode& unit) {
  return {{"id", unit.id},
          {"name", unit.name},
          {"kind", word(unit.kind)},
          {"parent", unit.parent ? Json(*unit.parent) : Json()},
          {"active", unit.active},
          {"merged_into", unit.merged_into ? Json(*unit.merged_into) : Json()}};
}

Unit::Kind kind_in(const JsonObject& object) {
  const auto kind = unit_kind_of(object.string("kind", limits::id_bytes));
  if (kind) return *kind;
  object.complain(
      "kind", {"harus salah satu dari: agency, sub_district, health_centre, school, village, other",
               "it must be one of: agency, sub_district, health_centre, school, village, other"});
  return Unit::Kind::other;
}

}  // namespace

std::string unit_json(const registry::UnitNode& unit) { return json_of(unit).dump(); }

std::string unit_tree_json(const registry::UnitTree& tree) {
  Json items = Json::array();
  for (const auto& unit : tree) items.push_back(json_of(unit));
  return Json{{"items", std::move(items)}}.dump();
}

Expected<app::UnitGiven> read_unit(std::string_view body) {
  return object_in<app::UnitGiven>(
      body, {"name", "kind", "parent", "active"}, [](const JsonObject& object) {
        app::UnitGiven given{object.string("name", limits::name_bytes), kind_in(object), {}, true};
        const std::string parent = object.optional_string("parent", limits::id_bytes);
        if (!parent.empty()) given.parent = parent;
        if (object.find("active") != nullptr) given.active = object.truth("active");
        return given;
      });
}

Expected<std::string> read_merge(std::string_view body) {
  return object_in<std::string>(body, {"into"}, [](const JsonObject& object) {
    return object.string("into", limits::id_bytes);
  });
}

}  // namespace jalur

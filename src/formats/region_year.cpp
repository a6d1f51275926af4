#include "formats/region_year.h"

#include <fmt/format.h>

#include "base/limits.h"
#include "formats/json_reader.h"

namespace jalur {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view format_name = "jalur.region-year/1";

template <class Value>
Value one_of(const JsonObject& object, std::string_view key,
             std::optional<Value> (*find)(std::string_view), Value otherwise,
             std::string_view known) {
  const json* value = object.find(key);
  const auto found = value != nullptr && value->is_string()
                         ? find(value->get_ref<const std::string&>())
                         : std::nullopt;
  if (!found) {
    object.complain(key, {fmt::format("harus salah satu dari {}", known),
                          fmt::format("it must be one of {}", known)});
  }
  return found.value_or(otherwise);
}

Levels read_levels(const JsonObject& owner, std::string_view key, const json& object) {
  const JsonObject levels_object(object, owner.below(key), owner.problems());
  Levels levels;
  for (const auto& [id_text, value] : object.items()) {
    const auto id = IndicatorId::parse(id_text);
    const auto number = whole_number(value, 0, 3);
    if (!id) {
      levels_object.complain(id_text,
                             {"bukan nomor indikator; yang benar seperti \"5a\" atau \"16\"",
                              "this is not an indicator's id; right is \"5a\" or \"16\""});
    } else if (!number) {
      levels_object.complain(id_text,
                             {"parameter harus 0, 1, 2, atau 3", "a level must be 0, 1, 2 or 3"});
    } else {
      levels.set(*id, *level_of(*number));
    }
  }
  return levels;
}

std::optional<Levels> optional_levels(const JsonObject& owner, std::string_view key) {
  const json* value = owner.find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const json* object = owner.optional_object(key);
  if (object == nullptr) return std::nullopt;
  return read_levels(owner, key, *object);
}

std::vector<int> read_affairs(const JsonObject& object) {
  std::vector<int> affairs;
  const json* array = object.optional_array("affairs");
  if (array == nullptr || array->empty()) {
    object.complain("affairs", {"harus daftar nomor urusan 1 sampai 38, yang utama lebih dahulu",
                                "it must be a list of affairs 1 to 38, the main one first"});
    return affairs;
  }
  for (std::size_t i = 0; i < array->size() && i <= limits::affairs_per_innovation; ++i) {
    const auto number = whole_number((*array)[i], 1, 38);
    if (number) {
      affairs.push_back(static_cast<int>(*number));
    } else {
      object.problems().add(fmt::format("{}[{}]", object.below("affairs"), i), shown((*array)[i]),
                            {"urusan harus bilangan bulat 1 sampai 38",
                             "an affair must be a whole number from 1 to 38"});
    }
  }
  return affairs;
}

Innovation read_innovation(const JsonObject& object) {
  object.allow_only({"id", "name", "unit", "affairs", "stage", "implemented_on", "developed_on",
                     "state", "levels", "verified_levels", "design"});
  Innovation innovation;
  innovation.id = object.string("id", limits::id_bytes);
  innovation.name = object.string("name", limits::name_bytes);
  innovation.unit = object.string("unit", limits::name_bytes);
  innovation.affairs = read_affairs(object);
  innovation.stage =
      one_of(object, "stage", stage_of, Stage::initiative, "initiative, trial, implementation");
  innovation.implemented_on = object.optional_date("implemented_on");
  innovation.developed_on = object.optional_date("developed_on");
  innovation.state = one_of(object, "state", state_of, SubmissionState::draft,
                            "draft, withheld, submitted, rejected");
  innovation.levels = optional_levels(object, "levels").value_or(Levels{});
  innovation.verified_levels = optional_levels(object, "verified_levels");
  innovation.design = object.optional_string("design", limits::prose_bytes);
  return innovation;
}

void read_region(const JsonObject& top, RegionYear& data) {
  const json* value = top.optional_object("region");
  if (value == nullptr) {
    if (top.find("region") == nullptr) {
      top.complain("region", {"harus ada: {\"code\", \"name\", \"kind\"}",
                              "it must be there: {\"code\", \"name\", \"kind\"}"});
    }
    return;
  }
  const JsonObject region(*value, "region", top.problems());
  region.allow_only({"code", "name", "kind"});
  const auto code = RegionCode::parse(region.string("code", limits::id_bytes));
  if (!code) {
    region.complain("code", {"harus kode Kemendagri seperti \"14\" atau \"14.01\"",
                             "it must be a Ministry code such as \"14\" or \"14.01\""});
  }
  data.code = code.value_or(RegionCode{});
  data.name = region.string("name", limits::name_bytes);
  data.kind =
      one_of(region, "kind", region_kind_of, RegionKind::regency, "province, regency, city");
}

// Calls `read` with every object of the list, placed "KEY[i]".
template <class Read>
void read_list(const JsonObject& top, std::string_view key, std::size_t most, Read read) {
  const json* array = top.optional_array(key);
  if (array == nullptr) return;
  if (array->size() > most) {
    top.complain(key, {fmt::format("{} isi, paling banyak {}", array->size(), most),
                       fmt::format("{} entries, at most {}", array->size(), most)});
    return;
  }
  for (std::size_t i = 0; i < array->size(); ++i) {
    const std::string place = fmt::format("{}[{}]", key, i);
    if ((*array)[i].is_object()) {
      read(JsonObject((*array)[i], place, top.problems()));
    } else {
      top.problems().add(place, shown((*array)[i]),
                         {"harus objek { ... }", "it must be an object { ... }"});
    }
  }
}

Unit read_unit(const JsonObject& object) {
  object.allow_only({"name", "kind"});
  return {object.string("name", limits::name_bytes),
          one_of(object, "kind", unit_kind_of, Unit::Kind::other,
                 "agency, sub_district, health_centre, school, village, other")};
}

RegionYear read_top(const JsonObject& top) {
  top.allow_only({"format", "region", "year", "ruleset", "government", "government_verified",
                  "innovations", "units", "illustration"});
  RegionYear data;
  if (const json* format = top.find("format"); format == nullptr || *format != format_name) {
    top.complain("format", {fmt::format("harus \"{}\"", format_name),
                            fmt::format("it must be \"{}\"", format_name)});
  }
  read_region(top, data);
  data.year = static_cast<int>(top.whole("year", 2000, 2100));
  data.ruleset = top.string("ruleset", limits::id_bytes);
  data.illustration = top.optional_string("illustration", limits::name_bytes);
  data.government = optional_levels(top, "government").value_or(Levels{});
  data.government_verified = optional_levels(top, "government_verified");
  read_list(top, "units", limits::units_per_region,
            [&](const JsonObject& unit) { data.units.push_back(read_unit(unit)); });
  if (top.find("innovations") == nullptr) {
    top.complain("innovations",
                 {"harus ada, walau kosong: []", "it must be there, even if empty: []"});
  }
  read_list(top, "innovations", limits::innovations_per_year, [&](const JsonObject& innovation) {
    data.innovations.push_back(read_innovation(innovation));
  });
  return data;
}

ordered_json to_json(const Levels& levels) {
  ordered_json object = ordered_json::object();
  for (const auto& [id, level] : levels) object[id.str()] = number(level);
  return object;
}

ordered_json to_json(const std::optional<Date>& date) {
  return date ? ordered_json(to_string(*date)) : ordered_json(nullptr);
}

ordered_json to_json(const Innovation& innovation) {
  ordered_json object{{"id", innovation.id},
                      {"name", innovation.name},
                      {"unit", innovation.unit},
                      {"affairs", innovation.affairs},
                      {"stage", word(innovation.stage)},
                      {"implemented_on", to_json(innovation.implemented_on)},
                      {"developed_on", to_json(innovation.developed_on)},
                      {"state", word(innovation.state)},
                      {"levels", to_json(innovation.levels)}};
  if (innovation.verified_levels) object["verified_levels"] = to_json(*innovation.verified_levels);
  if (!innovation.design.empty()) object["design"] = innovation.design;
  return object;
}

}  // namespace

Expected<RegionYear> read_region_year(std::string_view text, const FindRuleset& find_ruleset) {
  if (text.size() > limits::region_year_bytes) {
    return fail(ErrorCode::too_large,
                {fmt::format("{} byte, paling banyak {}", text.size(), limits::region_year_bytes),
                 fmt::format("{} bytes, at most {}", text.size(), limits::region_year_bytes)});
  }
  const auto value = parse_json(text);
  if (!value) return tl::unexpected(value.error());
  if (!value->is_object()) {
    return fail(ErrorCode::invalid_input,
                {"harus objek JSON { ... }", "it must be a JSON object { ... }"});
  }
  Problems problems;
  RegionYear data = read_top(JsonObject(*value, {}, problems));
  if (!data.ruleset.empty()) {
    check_region_year(
        data, find_ruleset, [](std::size_t i) { return fmt::format("innovations[{}]", i); },
        problems);
  }
  if (!problems.none()) return std::move(problems).as_error();
  return data;
}

std::string write_region_year(const RegionYear& data) {
  ordered_json top{
      {"format", format_name},
      {"region", {{"code", data.code.str()}, {"name", data.name}, {"kind", word(data.kind)}}},
      {"year", data.year},
      {"ruleset", data.ruleset}};
  if (!data.illustration.empty()) top["illustration"] = data.illustration;
  if (!data.units.empty()) {
    top["units"] = ordered_json::array();
    for (const Unit& unit : data.units) {
      top["units"].push_back({{"name", unit.name}, {"kind", word(unit.kind)}});
    }
  }
  top["government"] = to_json(data.government);
  if (data.government_verified) top["government_verified"] = to_json(*data.government_verified);
  top["innovations"] = ordered_json::array();
  for (const Innovation& innovation : data.innovations) {
    top["innovations"].push_back(to_json(innovation));
  }
  return top.dump(1) + "\n";
}

}  // namespace jalur

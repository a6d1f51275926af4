#include "formats/effort.h"

#include <set>
#include <unordered_set>

#include <fmt/format.h>

#include "base/limits.h"
#include "formats/json_reader.h"

namespace jalur {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::string_view format_name = "jalur.effort/1";

class EffortReader {
 public:
  EffortReader(const RegionYear& data, const Ruleset& ruleset) : ruleset_(ruleset) {
    for (const Innovation& innovation : data.innovations) known_.insert(innovation.id);
  }

  Effort read(const JsonObject& top) {
    top.allow_only({"format", "steps", "bundles", "new_innovations"});
    if (const json* format = top.find("format"); format == nullptr || *format != format_name) {
      top.complain("format", {fmt::format("harus \"{}\"", format_name),
                              fmt::format("it must be \"{}\"", format_name)});
    }
    Effort effort;
    each(top, "steps", effort_limits::steps,
         [&](const JsonObject& step) { effort.steps.push_back(read_step(step)); });
    // Before the bundles, which may name them.
    each(top, "new_innovations", effort_limits::new_innovations,
         [&](const JsonObject& object) { effort.new_innovations.push_back(read_new(object)); });
    each(top, "bundles", effort_limits::bundles,
         [&](const JsonObject& bundle) { effort.bundles.push_back(read_bundle(bundle)); });
    return effort;
  }

 private:
  // Calls `read` with every object of the list, placed "KEY[i]".
  template <class Read>
  static void each(const JsonObject& owner, std::string_view key, std::size_t most, Read read) {
    const json* list = owner.optional_array(key);
    if (list == nullptr || too_long(owner, key, list->size(), most)) return;
    for (std::size_t i = 0; i < list->size(); ++i) {
      std::string place = fmt::format("{}[{}]", owner.below(key), i);
      const json& entry = (*list)[i];
      if (entry.is_object()) {
        read(JsonObject(entry, std::move(place), owner.problems()));
      } else {
        owner.problems().add(std::move(place), shown(entry),
                             {"harus objek { ... }", "it must be an object { ... }"});
      }
    }
  }

  static bool too_long(const JsonObject& owner, std::string_view key, std::size_t size,
                       std::size_t most) {
    if (size <= most) return false;
    owner.problems().add(owner.below(key), "[...]",
                         {fmt::format("{} isi, paling banyak {}", size, most),
                          fmt::format("{} entries, at most {}", size, most)});
    return true;
  }

  static PersonDays read_person_days(const JsonObject& object) {
    return object.whole("effort", 0, effort_limits::person_days);
  }

  static Level read_to(const JsonObject& object) {
    const json* value = object.find("to");
    const auto number = value != nullptr ? whole_number(*value, 1, 3) : std::nullopt;
    if (number) return *level_of(*number);
    object.complain(
        "to", {"parameter yang dituju harus 1, 2, atau 3", "the level to reach must be 1, 2 or 3"});
    return Level::none;
  }

  std::string ids_of(Aspect aspect) const {
    std::string text;
    for (const Indicator* indicator : indicators_of(ruleset_, aspect)) {
      text += (text.empty() ? "" : ", ") + indicator->id.str();
    }
    return text;
  }

  // The indicator that `text` names, when it belongs to this aspect; else a complaint at `key`.
  std::optional<IndicatorId> indicator_of(const JsonObject& object, std::string_view key,
                                          const std::string& text, Aspect aspect) const {
    const auto id = IndicatorId::parse(text);
    const Indicator* indicator = id ? ruleset_.find(*id) : nullptr;
    if (indicator != nullptr && indicator->aspect == aspect) return id;
    object.problems().add(object.below(key), text, no_indicator(id, indicator, aspect));
    return std::nullopt;
  }

  Text no_indicator(const std::optional<IndicatorId>& id, const Indicator* indicator,
                    Aspect aspect) const {
    if (id == ruleset_.number_indicator) {
      return {"jumlah inovasi dihitung program; pakai new_innovations untuk menambahnya",
              "the number of innovations is computed; new_innovations adds to it"};
    }
    const std::string known = ids_of(aspect);
    if (indicator == nullptr) {
      return {
          fmt::format("indikator ini tidak dikenal menurut {}; yang ada: {}", ruleset_.id, known),
          fmt::format("unknown indicator under {}; there are: {}", ruleset_.id, known)};
    }
    if (aspect == Aspect::government) {
      return {"ini indikator inovasi; isi \"innovation\" dengan id inovasinya",
              "this is an innovation's indicator; put the innovation's id in \"innovation\""};
    }
    return {
        "ini baris pemerintah daerah; \"innovation\" untuk baris itu harus null, dalam steps "
        "atau bundles",
        "this is a government row; its \"innovation\" must be null, in steps or bundles"};
  }

  std::optional<IndicatorId> read_indicator(const JsonObject& object, Aspect aspect) const {
    const json* value = object.find("indicator");
    if (value != nullptr && value->is_string()) {
      return indicator_of(object, "indicator", value->get<std::string>(), aspect);
    }
    object.complain("indicator", {"harus nomor indikator dalam tanda kutip, seperti \"16\"",
                                  "it must be an indicator's id in quotes, such as \"16\""});
    return std::nullopt;
  }

  // Whether a claim may name new innovations: within bundles only.
  enum class Naming { existing, also_new };

  std::optional<ClaimRef> read_claim(const JsonObject& object, Naming naming) const {
    const json* value = object.find("innovation");
    if (value == nullptr || !(value->is_null() || value->is_string())) {
      object.complain("innovation", {"harus id inovasi dalam tanda kutip, atau null untuk baris "
                                     "pemerintah daerah",
                                     "it must be an innovation's id in quotes, or null for a "
                                     "government row"});
      return std::nullopt;
    }
    ClaimRef claim;
    if (value->is_string()) claim.innovation = value->get<std::string>();
    const bool known = !claim.innovation || knows(object, *claim.innovation, naming);
    const auto indicator =
        read_indicator(object, claim.innovation ? Aspect::innovation : Aspect::government);
    if (!known || !indicator) return std::nullopt;
    claim.indicator = *indicator;
    return claim;
  }

  bool knows(const JsonObject& object, const std::string& id, Naming naming) const {
    if (known_.contains(id)) return true;
    if (naming == Naming::also_new && new_.contains(id)) return true;
    object.complain("innovation",
                    naming == Naming::also_new
                        ? Text{"tidak ada inovasi dengan id ini, baik dalam data maupun dalam "
                               "new_innovations",
                               "there is no innovation with this id, neither in the data nor in "
                               "new_innovations"}
                        : Text{"tidak ada inovasi dengan id ini dalam data; langkah inovasi baru "
                               "ditulis dalam new_innovations[...].steps",
                               "there is no innovation with this id in the data; the steps of a "
                               "new one stand in new_innovations[...].steps"});
    return false;
  }

  EffortStep read_step(const JsonObject& object) {
    object.allow_only({"innovation", "indicator", "to", "effort"});
    const auto claim = read_claim(object, Naming::existing);
    const EffortStep step{claim.value_or(ClaimRef{}), read_to(object), read_person_days(object)};
    if (claim && !steps_.insert({step.claim, step.to}).second) doubled_step(object);
    return step;
  }

  static void doubled_step(const JsonObject& object) {
    object.problems().add(object.below("to"), shown(*object.find("to")),
                          {"langkah ke parameter ini sudah disebut untuk indikator yang sama",
                           "a step to this level is listed already for the same indicator"});
  }

  static void once(const JsonObject& object, std::set<std::string>& seen, const std::string& id) {
    if (id.empty() || seen.insert(id).second) return;
    object.complain("id", {"id ini sudah dipakai di daftar ini; tiap isi punya id sendiri",
                           "this id is used in this list already; each entry has its own"});
  }

  Bundle read_bundle(const JsonObject& object) {
    object.allow_only({"id", "effort", "raises"});
    Bundle bundle;
    bundle.id = object.string("id", limits::id_bytes);
    once(object, bundles_, bundle.id);
    bundle.effort = read_person_days(object);
    if (object.find("raises") == nullptr) {
      object.complain("raises", {"harus ada: daftar parameter yang dinaikkan paket ini",
                                 "it must be there: the list of levels that this bundle raises"});
    }
    std::set<std::pair<ClaimRef, Level>> seen;
    each(object, "raises", effort_limits::raises - raises_,
         [&](const JsonObject& raise) { bundle.raises.push_back(read_raise(raise, seen)); });
    raises_ += bundle.raises.size();
    return bundle;
  }

  Bundle::Raise read_raise(const JsonObject& object,
                           std::set<std::pair<ClaimRef, Level>>& seen) const {
    object.allow_only({"innovation", "indicator", "to"});
    const auto claim = read_claim(object, Naming::also_new);
    const Bundle::Raise raise{claim.value_or(ClaimRef{}), read_to(object)};
    if (claim && !seen.insert({raise.claim, raise.to}).second) doubled_step(object);
    return raise;
  }

  NewInnovation read_new(const JsonObject& object) {
    object.allow_only({"id", "effort", "affairs", "levels", "steps"});
    NewInnovation innovation;
    innovation.id = object.string("id", limits::id_bytes);
    once(object, new_, innovation.id);
    if (known_.contains(innovation.id)) {
      object.complain("id", {"id ini milik inovasi yang sudah ada; inovasi baru perlu id lain",
                             "this id belongs to an innovation that is there already; a new one "
                             "needs another"});
    }
    innovation.effort = read_person_days(object);
    innovation.affairs = read_affairs(object);
    innovation.levels = read_levels(object);
    std::set<std::pair<IndicatorId, Level>> seen;
    each(object, "steps", effort_limits::steps,
         [&](const JsonObject& step) { innovation.steps.push_back(read_new_step(step, seen)); });
    return innovation;
  }

  static std::vector<int> read_affairs(const JsonObject& object) {
    std::vector<int> affairs;
    const json* list = object.optional_array("affairs");
    if (list == nullptr || list->empty() || list->size() > limits::affairs_per_innovation) {
      object.complain("affairs", {"harus daftar nomor urusan 1 sampai 38, yang utama lebih dahulu",
                                  "it must be a list of affairs 1 to 38, the main one first"});
      return affairs;
    }
    std::set<int> seen;
    for (std::size_t i = 0; i < list->size(); ++i) {
      const auto number = whole_number((*list)[i], 1, 38);
      if (number && seen.insert(static_cast<int>(*number)).second) {
        affairs.push_back(static_cast<int>(*number));
      } else {
        object.problems().add(fmt::format("{}[{}]", object.below("affairs"), i), shown((*list)[i]),
                              {"urusan harus bilangan bulat 1 sampai 38, masing-masing sekali",
                               "an affair must be a whole number from 1 to 38, each once"});
      }
    }
    return affairs;
  }

  Levels read_levels(const JsonObject& owner) const {
    Levels levels;
    const json* object = owner.optional_object("levels");
    if (object == nullptr) return levels;
    const JsonObject entries(*object, owner.below("levels"), owner.problems());
    for (const auto& [text, value] : object->items()) {
      const auto id = indicator_of(entries, text, text, Aspect::innovation);
      const auto number = whole_number(value, 0, 3);
      if (id && number) levels.set(*id, *level_of(*number));
      if (number) continue;
      entries.complain(text, {"parameter harus 0, 1, 2, atau 3", "a level must be 0, 1, 2 or 3"});
    }
    return levels;
  }

  NewInnovation::Step read_new_step(const JsonObject& object,
                                    std::set<std::pair<IndicatorId, Level>>& seen) const {
    object.allow_only({"indicator", "to", "effort"});
    const auto indicator = read_indicator(object, Aspect::innovation);
    const NewInnovation::Step step{indicator.value_or(IndicatorId{}), read_to(object),
                                   read_person_days(object)};
    if (indicator && !seen.insert({step.indicator, step.to}).second) doubled_step(object);
    return step;
  }

  const Ruleset& ruleset_;
  std::unordered_set<std::string> known_;  // ids of the region's innovations
  std::set<std::string> new_;
  std::set<std::string> bundles_;
  std::set<std::pair<ClaimRef, Level>> steps_;
  std::size_t raises_ = 0;
};

}  // namespace

Expected<Effort> read_effort(std::string_view text, const RegionYear& data,
                             const Ruleset& ruleset) {
  if (text.size() > effort_limits::bytes) {
    return fail(ErrorCode::too_large,
                {fmt::format("{} byte, paling banyak {}", text.size(), effort_limits::bytes),
                 fmt::format("{} bytes, at most {}", text.size(), effort_limits::bytes)});
  }
  const auto value = parse_json(text);
  if (!value) return tl::unexpected(value.error());
  if (!value->is_object()) {
    return fail(ErrorCode::invalid_input,
                {"harus objek JSON { ... }", "it must be a JSON object { ... }"});
  }
  Problems problems;
  Effort effort = EffortReader(data, ruleset).read(JsonObject(*value, {}, problems));
  if (!problems.none()) return std::move(problems).as_error();
  return effort;
}

}  // namespace jalur

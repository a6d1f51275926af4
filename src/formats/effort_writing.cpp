#include <nlohmann/json.hpp>

#include "formats/effort.h"

namespace jalur {

namespace {

using nlohmann::ordered_json;

ordered_json json_of(const ClaimRef& claim, Level to) {
  return {{"innovation", claim.innovation ? ordered_json(*claim.innovation) : ordered_json()},
          {"indicator", claim.indicator.str()},
          {"to", number(to)}};
}

ordered_json json_of(const EffortStep& step) {
  ordered_json object = json_of(step.claim, step.to);
  object["effort"] = step.effort;
  return object;
}

ordered_json json_of(const Bundle& bundle) {
  ordered_json raises = ordered_json::array();
  for (const Bundle::Raise& raise : bundle.raises) raises.push_back(json_of(raise.claim, raise.to));
  return {{"id", bundle.id}, {"effort", bundle.effort}, {"raises", std::move(raises)}};
}

ordered_json json_of(const NewInnovation& innovation) {
  ordered_json levels = ordered_json::object();
  for (const auto& [id, level] : innovation.levels) levels[id.str()] = number(level);
  ordered_json steps = ordered_json::array();
  for (const NewInnovation::Step& step : innovation.steps) {
    steps.push_back(
        {{"indicator", step.indicator.str()}, {"to", number(step.to)}, {"effort", step.effort}});
  }
  return {{"id", innovation.id},
          {"effort", innovation.effort},
          {"affairs", innovation.affairs},
          {"levels", std::move(levels)},
          {"steps", std::move(steps)}};
}

template <class Entry>
ordered_json list_of(const std::vector<Entry>& entries) {
  ordered_json list = ordered_json::array();
  for (const Entry& entry : entries) list.push_back(json_of(entry));
  return list;
}

}  // namespace

std::string write_effort(const Effort& effort) {
  const ordered_json top{{"format", "jalur.effort/1"},
                         {"steps", list_of(effort.steps)},
                         {"bundles", list_of(effort.bundles)},
                         {"new_innovations", list_of(effort.new_innovations)}};
  return top.dump(1) + "\n";
}

}  // namespace jalur

// The checks that a region's year must pass, whatever file it came in.
#include <set>

#include <fmt/format.h>

#include "formats/region_year.h"

namespace jalur {

namespace {

std::string ids_of(const Ruleset& ruleset, Aspect aspect) {
  std::string text;
  for (const Indicator* indicator : indicators_of(ruleset, aspect)) {
    if (!text.empty()) text += ", ";
    text += indicator->id.str();
  }
  return text;
}

class Check {
 public:
  Check(const RegionYear& data, const Ruleset& ruleset, Problems& problems)
      : data_(data), ruleset_(ruleset), problems_(problems) {}

  void levels(const Levels& levels, Aspect aspect, const std::string& place) {
    for (const auto& [id, level] : levels) {
      const Indicator* indicator = ruleset_.find(id);
      if (indicator != nullptr && indicator->aspect == aspect) continue;
      const std::string known = ids_of(ruleset_, aspect);
      problems_.add(fmt::format("{}.{}", place, id.str()), std::to_string(number(level)),
                    {fmt::format("indikator {} tidak dikenal di sini menurut {}; yang ada: {}",
                                 id.str(), ruleset_.id, known),
                     fmt::format("unknown indicator {} here under {}; there are: {}", id.str(),
                                 ruleset_.id, known)});
    }
  }

  void innovation(const Innovation& innovation, const std::string& place) {
    levels(innovation.levels, Aspect::innovation, place + ".levels");
    if (innovation.verified_levels) {
      levels(*innovation.verified_levels, Aspect::innovation, place + ".verified_levels");
    }
    once(ids_, innovation.id, place + ".id",
         {"id ini sudah dipakai inovasi lain; tiap inovasi punya id sendiri",
          "this id is used by another innovation; each has its own"});
    affairs(innovation, place);
  }

  void units() {
    for (std::size_t i = 0; i < data_.units.size(); ++i) {
      once(units_, data_.units[i].name, fmt::format("units[{}].name", i),
           {"unit ini disebut dua kali", "this unit is listed twice"});
    }
  }

 private:
  void once(std::set<std::string>& seen, const std::string& name, std::string place, Text text) {
    if (name.empty() || seen.insert(name).second) return;
    problems_.add(std::move(place), name, std::move(text));
  }

  void affairs(const Innovation& innovation, const std::string& place) {
    std::set<int> seen;
    for (const int affair : innovation.affairs) {
      if (seen.insert(affair).second) continue;
      problems_.add(place + ".affairs", std::to_string(affair),
                    {"urusan ini disebut dua kali", "this affair is listed twice"});
    }
  }

  const RegionYear& data_;
  const Ruleset& ruleset_;
  Problems& problems_;
  std::set<std::string> ids_;
  std::set<std::string> units_;
};

}  // namespace

void check_region_year(const RegionYear& data, const FindRuleset& find_ruleset,
                       const std::function<std::string(std::size_t)>& place, Problems& problems) {
  const Ruleset* ruleset = find_ruleset(data.ruleset);
  if (ruleset == nullptr) {
    problems.add("ruleset", data.ruleset,
                 {"aturan ini tidak ada; lihat `jalur rulesets`",
                  "there is no such ruleset; see `jalur rulesets`"});
    return;
  }
  Check check(data, *ruleset, problems);
  check.levels(data.government, Aspect::government, "government");
  if (data.government_verified) {
    check.levels(*data.government_verified, Aspect::government, "government_verified");
  }
  check.units();
  for (std::size_t i = 0; i < data.innovations.size(); ++i) {
    check.innovation(data.innovations[i], place(i));
  }
}

}  // namespace jalur

#include "planning/default_bundles.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/limits.h"
#include "planning/region_claims.h"

namespace jalur {

namespace {

using Group = std::vector<const Innovation*>;

// Units with two innovations or more: the largest first, then by name.
std::vector<std::pair<std::string, Group>> units_of(const Group& counted) {
  std::map<std::string, Group> by_name;
  for (const Innovation* innovation : counted) by_name[innovation->unit].push_back(innovation);
  std::vector<std::pair<std::string, Group>> units;
  for (auto& [name, group] : by_name) {
    if (!name.empty() && group.size() > 1) units.emplace_back(name, std::move(group));
  }
  std::stable_sort(units.begin(), units.end(),
                   [](const auto& a, const auto& b) { return a.second.size() > b.second.size(); });
  return units;
}

class BundleMaker {
 public:
  BundleMaker(const Ruleset& ruleset, const Reach& reach, Basis basis)
      : ruleset_(ruleset), reach_(reach), basis_(basis) {}

  std::optional<Bundle> make(const Catalogue::Shared& shared, const Group& group) const {
    Bundle bundle;
    PersonDays alone = 0;  // the steps that it stands for
    bool replaceable = true;
    PersonDays served = 0;
    for (const Innovation* innovation : group) {
      const auto before = bundle.raises.size();
      for (const Catalogue::Shared::Raise& raise : shared.raises) {
        const auto to = level_after(shared, raise, *innovation);
        if (!to) continue;
        bundle.raises.push_back({{innovation->id, raise.indicator}, *to});
        const auto step = step_effort(raise.indicator, present(raise, *innovation), *to);
        replaceable = replaceable && step.has_value();
        alone += step.value_or(0);
      }
      served += bundle.raises.size() > before ? 1 : 0;
    }
    bundle.effort = shared.days + (shared.days_per_ten_innovations * served + 9) / 10;
    if (served < 2 || (replaceable && alone <= bundle.effort)) return std::nullopt;
    return bundle;
  }

 private:
  Level present(const Catalogue::Shared::Raise& raise, const Innovation& innovation) const {
    return levels_of(innovation, basis_).at(raise.indicator);
  }

  // Where the claim stands when the action is done; nothing: it does not help, or not in time.
  std::optional<Level> level_after(const Catalogue::Shared& shared,
                                   const Catalogue::Shared::Raise& raise,
                                   const Innovation& innovation) const {
    const Indicator* indicator = ruleset_.find(raise.indicator);
    if (indicator == nullptr || indicator->aspect != Aspect::innovation) return std::nullopt;
    const Level now = present(raise, innovation);
    const Level to = raise.up > 0 ? *level_of(std::min(number(now) + raise.up, 3)) : raise.to;
    if (now < raise.from || to <= now) return std::nullopt;
    if (reach_.hindrance(raise.indicator, to, shared.document)) return std::nullopt;
    return to;
  }

  std::optional<PersonDays> step_effort(IndicatorId indicator, Level from, Level to) const {
    if (reach_.hindrance(indicator, from, to)) return std::nullopt;
    return reach_.effort(indicator, from, to);
  }

  const Ruleset& ruleset_;
  const Reach& reach_;
  Basis basis_;
};

class Bundles {
 public:
  explicit Bundles(std::size_t most) : most_(most) {}

  void add(std::optional<Bundle> bundle, const std::string& id) {
    if (!bundle || list_.size() >= most_) return;
    bundle->id = id.substr(0, limits::id_bytes);
    for (int i = 2; !ids_.insert(bundle->id).second; ++i) {
      const std::string end = fmt::format("-{}", i);
      bundle->id = id.substr(0, limits::id_bytes - end.size()) + end;
    }
    list_.push_back(*std::move(bundle));
  }
  std::vector<Bundle> take() { return std::move(list_); }

 private:
  std::size_t most_;
  std::vector<Bundle> list_;
  std::set<std::string> ids_;
};

}  // namespace

std::vector<Bundle> default_bundles(const RegionYear& data, const Ruleset& ruleset,
                                    const Catalogue& catalogue, const Reach& reach, Basis basis,
                                    std::size_t most) {
  const BundleMaker maker(ruleset, reach, basis);
  const Group counted = counted_innovations(data, ruleset);
  Bundles bundles(most);
  for (const Catalogue::Shared& shared : catalogue.shared) {
    if (shared.scope != Catalogue::Shared::Scope::region) continue;
    bundles.add(maker.make(shared, counted), slug(shared.id, limits::id_bytes));
  }
  for (const auto& [unit, group] : units_of(counted)) {
    for (const Catalogue::Shared& shared : catalogue.shared) {
      if (shared.scope != Catalogue::Shared::Scope::unit) continue;
      bundles.add(maker.make(shared, group), slug(shared.id + " " + unit, limits::id_bytes));
    }
  }
  return bundles.take();
}

}  // namespace jalur

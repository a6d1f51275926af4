#include "app/allowed.h"
#include "app/unit_use_cases.h"

namespace jalur::app {

namespace {

using accounts::Action;
using registry::UnitNode;
using registry::UnitTree;

int year_of(Instant at) {
  const Date day{std::chrono::floor<std::chrono::days>(at)};
  return static_cast<int>(day.year());
}

Expected<UnitNode> carry_out(House& house, const accounts::Caller& caller, const RegionCode& region,
                             std::function<Expected<UnitEdit>(const UnitTree&)> decide) {
  if (const auto may = allowed(house, caller, Action::manage_units, region, ""); !may)
    return tl::unexpected(may.error());
  const Instant now = house.clock.now();
  return house.units.change_unit({region, std::move(decide), year_of(now),
                                  actor_for(caller, Action::manage_units, region, ""), now});
}

tl::unexpected<Error> no_such_unit(const std::string& id) {
  return fail(ErrorCode::not_found, {"Tidak ada unit ini.", "There is no such unit."}, "unit", id);
}

Expected<UnitEdit> checked(const UnitTree& tree, UnitNode unit, std::string action) {
  if (const auto right = registry::check(tree, unit); !right) return tl::unexpected(right.error());
  return UnitEdit{std::move(unit), std::move(action)};
}

}  // namespace

Expected<UnitTree> list_unit_tree(House& house, const accounts::Caller& caller,
                                  const RegionCode& region) {
  if (const auto may = allowed(house, caller, Action::read_figures, region, ""); !may)
    return tl::unexpected(may.error());
  return house.units.units(region).map([](StoredUnits&& units) { return std::move(units.tree); });
}

Expected<UnitNode> add_unit(House& house, const accounts::Caller& caller, const RegionCode& region,
                            const UnitGiven& given) {
  const std::string id = uuid7(house.clock.now(), house.randomness.ten_bytes());
  return carry_out(house, caller, region, [&](const UnitTree& tree) {
    return checked(tree, {id, given.parent, given.name, given.kind, true, std::nullopt},
                   "unit.added");
  });
}

Expected<UnitNode> change_unit(House& house, const accounts::Caller& caller,
                               const RegionCode& region, const std::string& id,
                               const UnitGiven& given) {
  return carry_out(house, caller, region, [&](const UnitTree& tree) -> Expected<UnitEdit> {
    const UnitNode* unit = registry::find(tree, id);
    if (unit == nullptr) return no_such_unit(id);
    UnitNode next = *unit;
    next.name = given.name;
    next.kind = given.kind;
    next.parent = given.parent;
    next.active = given.active;
    if (next.active) next.merged_into.reset();
    return checked(tree, std::move(next), "unit.changed");
  });
}

Expected<UnitNode> merge_unit(House& house, const accounts::Caller& caller,
                              const RegionCode& region, const std::string& id,
                              const std::string& into) {
  return carry_out(house, caller, region, [&](const UnitTree& tree) -> Expected<UnitEdit> {
    if (const auto right = registry::check_merge(tree, id, into); !right)
      return tl::unexpected(right.error());
    UnitNode next = *registry::find(tree, id);
    next.active = false;
    next.merged_into = into;
    return checked(tree, std::move(next), "unit.merged");
  });
}

}  // namespace jalur::app

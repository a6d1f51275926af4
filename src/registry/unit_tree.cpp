#include "registry/unit_tree.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::registry {

namespace {

bool is_below(const UnitTree& tree, const UnitNode& unit, const std::string& top) {
  const UnitNode* at = &unit;
  // As many steps as there are units: a ring in broken records must not hold us for ever.
  for (std::size_t step = 0; at != nullptr && step <= tree.size(); ++step) {
    if (at->id == top) return true;
    const auto& above = at->merged_into ? at->merged_into : at->parent;
    at = above ? find(tree, *above) : nullptr;
  }
  return false;
}

int depth_of(const UnitTree& tree, const UnitNode& unit) {
  int depth = 1;
  const UnitNode* at = &unit;
  while (at->parent && depth <= limits::unit_depth) {
    at = find(tree, *at->parent);
    if (at == nullptr) break;
    ++depth;
  }
  return depth;
}

int height_of(const UnitTree& tree, const std::string& id, int most) {
  if (most == 0) return 0;
  int height = 0;
  for (const UnitNode& unit : tree)
    if (unit.parent == id) height = std::max(height, height_of(tree, unit.id, most - 1));
  return height + 1;
}

void check_name(const UnitTree& tree, const UnitNode& unit, Problems& problems) {
  if (unit.name.empty() || unit.name.size() > limits::name_bytes) {
    problems.add("name", unit.name,
                 {fmt::format("nama unit harus diisi, paling banyak {} bita", limits::name_bytes),
                  fmt::format("a unit needs a name of at most {} bytes", limits::name_bytes)});
  }
  const auto same_name = [&](const UnitNode& other) {
    return other.id != unit.id && folded(other.name) == folded(unit.name);
  };
  if (std::any_of(tree.begin(), tree.end(), same_name)) {
    problems.add("name", unit.name,
                 {"sudah ada unit dengan nama ini; tambahkan misalnya nama kecamatannya",
                  "there is a unit of this name; add for example the name of its sub-district"});
  }
}

void check_parent(const UnitTree& tree, const UnitNode& unit, Problems& problems) {
  if (!unit.parent) return;
  const UnitNode* parent = find(tree, *unit.parent);
  if (parent == nullptr || !parent->active) {
    problems.add("parent", *unit.parent,
                 {"unit induk tidak ada atau sudah tidak aktif; pilih unit yang aktif",
                  "the parent does not exist or has ended; choose an active unit"});
    return;
  }
  if (is_below(tree, *parent, unit.id)) {
    problems.add("parent", parent->name,
                 {"unit induk berada di bawah unit ini sendiri; pilih unit di luar cabangnya",
                  "the parent is below this very unit; choose one outside of its branch"});
    return;
  }
  const int levels = depth_of(tree, unit) + height_of(tree, unit.id, limits::unit_depth) - 1;
  if (levels > limits::unit_depth) {
    problems.add("parent", parent->name,
                 {fmt::format("susunan unit paling dalam {} tingkat", limits::unit_depth),
                  fmt::format("units stand at most {} levels deep", limits::unit_depth)});
  }
}

bool has_active_below(const UnitTree& tree, const std::string& id) {
  return std::any_of(tree.begin(), tree.end(),
                     [&](const UnitNode& unit) { return unit.active && unit.parent == id; });
}

}  // namespace

const UnitNode* find(const UnitTree& tree, const std::string& id) {
  const auto found =
      std::find_if(tree.begin(), tree.end(), [&](const UnitNode& unit) { return unit.id == id; });
  return found == tree.end() ? nullptr : &*found;
}

std::vector<std::string> reach_of(const UnitTree& tree, const std::string& id) {
  std::vector<std::string> ids;
  for (const UnitNode& unit : tree)
    if (is_below(tree, unit, id)) ids.push_back(unit.id);
  return ids;
}

Expected<void> check(const UnitTree& tree, const UnitNode& unit) {
  Problems problems;
  check_name(tree, unit, problems);
  check_parent(tree, unit, problems);
  if (find(tree, unit.id) == nullptr && tree.size() >= limits::units_per_region) {
    problems.add("", "",
                 {fmt::format("satu daerah paling banyak {} unit", limits::units_per_region),
                  fmt::format("a region has at most {} units", limits::units_per_region)});
  }
  if (!problems.none()) return std::move(problems).as_error();
  if (!unit.active && has_active_below(tree, unit.id)) {
    return fail(ErrorCode::conflict,
                {"masih ada unit aktif di bawahnya; pindahkan atau akhiri dulu",
                 "there are active units below it; move or end them first"},
                "active", unit.name);
  }
  return {};
}

Expected<void> check_merge(const UnitTree& tree, const std::string& from, const std::string& into) {
  const UnitNode* ending = find(tree, from);
  if (ending == nullptr || !ending->active) {
    return fail(ErrorCode::not_found, {"tidak ada unit aktif ini", "there is no such active unit"},
                "unit", from);
  }
  const UnitNode* going_on = find(tree, into);
  if (going_on == nullptr || !going_on->active || is_below(tree, *going_on, from)) {
    return fail(ErrorCode::invalid_input,
                {"unit tujuan harus unit aktif lain yang tidak berada di bawah unit ini",
                 "the unit to merge into must be another active one that is not below this one"},
                "into", going_on == nullptr ? into : going_on->name);
  }
  return {};
}

}  // namespace jalur::registry

#include "store/units.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "store/ledger.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/submission_revisions.h"
#include "store/words.h"

namespace jalur::store {

namespace {

using registry::UnitNode;
using registry::UnitTree;

UnitTree read_tree(Session& session, const RegionCode& region) {
  UnitTree tree;
  UnitNode unit;
  std::string kind;
  int active = 0;
  Query query(session.sql(),
              "SELECT id, parent, name, kind, active, merged_into FROM units "
              "WHERE region_code = :region ORDER BY folded_name");
  query.give(region.str());
  query.take(unit.id).take(unit.parent).take(unit.name).take(kind).take(active);
  query.take(unit.merged_into);
  while (query.next()) {
    unit.kind = unit_kind_from(kind);
    unit.active = active != 0;
    tree.push_back(unit);
  }
  return tree;
}

// Makes others who change units of this region wait for us; false when there is no such region.
bool lock_region(Session& session, const RegionCode& region) {
  return Query(session.sql(), "UPDATE regions SET name = name WHERE region_code = :region")
             .give(region.str())
             .run() > 0;
}

void put_unit(Session& session, const RegionCode& region, const UnitNode& unit,
              const std::string& at) {
  Query(session.sql(),
        "INSERT INTO units (region_code, id, parent, name, folded_name, kind, active, "
        "merged_into, made_at) VALUES (:region, :id, :parent, :name, :folded, :kind, :active, "
        ":merged, :at) ON CONFLICT (region_code, id) DO UPDATE SET parent = excluded.parent, "
        "name = excluded.name, folded_name = excluded.folded_name, kind = excluded.kind, "
        "active = excluded.active, merged_into = excluded.merged_into")
      .give(region.str())
      .give(unit.id)
      .give(unit.parent)
      .give(unit.name)
      .give(folded(unit.name))
      .give(word(unit.kind))
      .give(std::int64_t{unit.active ? 1 : 0})
      .give(unit.merged_into)
      .give(at)
      .run();
}

void put_name(Session& session, const RegionCode& region, const UnitNode& unit) {
  Query(session.sql(),
        "INSERT INTO unit_names (region_code, name, unit) VALUES (:region, :name, :unit) "
        "ON CONFLICT (region_code, name) DO UPDATE SET unit = excluded.unit")
      .give(region.str())
      .give(unit.name)
      .give(unit.id)
      .run();
}

std::vector<int> years_from(Session& session, const app::UnitChange& change) {
  std::vector<int> years;
  int year = 0;
  Query query(session.sql(),
              "SELECT year FROM years WHERE region_code = :region AND year >= :year");
  query.give(change.region.str()).give(std::int64_t{change.current_year}).take(year);
  while (query.next()) years.push_back(year);
  return years;
}

// Years that are over keep the names under which they were filed.
void rename_in_years(Session& session, const app::UnitChange& change, const std::string& before,
                     const std::string& name) {
  const std::string years = " WHERE region_code = :region AND year >= :year AND ";
  const std::int64_t year = change.current_year;
  Query(session.sql(), "UPDATE listed_units SET name = :name" + years + "name = :before")
      .give(name)
      .give(change.region.str())
      .give(year)
      .give(before)
      .run();
  Query(session.sql(),
        "UPDATE submissions SET unit = :name, folded_unit = :folded" + years + "unit = :before")
      .give(name)
      .give(folded(name))
      .give(change.region.str())
      .give(year)
      .give(before)
      .run();
  for (const int later : years_from(session, change)) {
    const app::YearKey key{change.region, later};
    count_change(session, key);
    append_submission_revisions(session, key, change.at);
  }
}

// What is new about it, by key.
std::vector<std::pair<std::string, std::string>> details_of(const UnitNode* before,
                                                            const UnitNode& unit) {
  std::vector<std::pair<std::string, std::string>> details;
  const UnitNode none;
  const UnitNode& old = before != nullptr ? *before : none;
  const auto tell = [&](const char* key, const std::string& was, const std::string& is) {
    if (was != is) details.emplace_back(key, is);
  };
  tell("active", old.active ? "yes" : "no", unit.active ? "yes" : "no");
  tell("kind", before != nullptr ? word(old.kind) : std::string(), word(unit.kind));
  tell("merged_into", old.merged_into.value_or(""), unit.merged_into.value_or(""));
  tell("name", old.name, unit.name);
  tell("parent", old.parent.value_or(""), unit.parent.value_or(""));
  return details;
}

}  // namespace

Expected<app::StoredUnits> read_region_units(Session& session, const RegionCode& region) {
  app::StoredUnits units;
  units.tree = read_tree(session, region);
  std::string name, unit;
  Query query(session.sql(), "SELECT name, unit FROM unit_names WHERE region_code = :region");
  query.give(region.str()).take(name).take(unit);
  while (query.next()) units.names.emplace(name, unit);
  return units;
}

Expected<UnitNode> write_unit(Session& session, const app::UnitChange& change) {
  if (!lock_region(session, change.region)) {
    return fail(ErrorCode::not_found,
                {"Daerah ini belum tercatat.", "This region is not on record."}, "code",
                change.region.str());
  }
  const UnitTree tree = read_tree(session, change.region);
  auto edit = change.decide(tree);
  if (!edit) return tl::make_unexpected(edit.error());
  const UnitNode* before = registry::find(tree, edit->unit.id);
  if (before != nullptr && *before == edit->unit) {
    session.keep_nothing();
    return edit->unit;
  }
  put_unit(session, change.region, edit->unit, to_string(change.at));
  put_name(session, change.region, edit->unit);
  if (before != nullptr && before->name != edit->unit.name) {
    rename_in_years(session, change, before->name, edit->unit.name);
  }
  append_to_ledger(
      session, change.region,
      {change.by, edit->action, edit->unit.id, edit->unit.name, details_of(before, edit->unit)},
      change.at);
  return edit->unit;
}

bool adopt_units(Session& session, const RegionCode& region, const std::vector<Unit>& named,
                 const std::function<std::string()>& new_id, Instant at) {
  const auto known = read_region_units(session, region)->names;
  std::map<std::string, std::string> by_folded_name;
  for (const auto& [name, unit] : known) by_folded_name.emplace(folded(name), unit);
  bool made = false;
  for (const Unit& unit : named) {
    if (known.contains(unit.name)) continue;
    UnitNode node{{}, std::nullopt, unit.name, unit.kind, true, std::nullopt};
    auto& id = by_folded_name[folded(unit.name)];  // written otherwise, it is the same unit
    if (id.empty()) {
      node.id = id = new_id();
      put_unit(session, region, node, to_string(at));
    }
    node.id = id;
    put_name(session, region, node);
    made = true;
  }
  return made;
}

}  // namespace jalur::store

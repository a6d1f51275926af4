// The contract of the units: what a file names becomes a unit, and changes keep a history. Runs on
// both engines.
#include <set>

#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using registry::UnitNode;
using registry::UnitTree;
using testing::IsEmpty;

const RegionCode here = *RegionCode::parse("14.01");

app::UnitChange change_to(UnitNode unit, const std::string& action = "unit.changed") {
  app::UnitChange change;
  change.region = here;
  change.decide = [unit, action](const UnitTree&) { return app::UnitEdit{unit, action}; };
  change.current_year = 2026;
  change.by = {"p", "Rina", "coordinator"};
  change.at = some_instant();
  return change;
}

class UnitContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    import(kampar());
  }

  UnitNode unit_named(const std::string& name) {
    const auto stored = units().units(here).value();
    return *registry::find(stored.tree, stored.names.at(name));
  }
  std::vector<std::string> log() {
    return place().look(
        "SELECT action || ' ' || subject_text || ' ' || details FROM ledger "
        "WHERE action LIKE 'unit.%' ORDER BY sequence");
  }
};

INSTANTIATE_TEST_SUITE_P(On, UnitContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

std::vector<std::string> names_in(const UnitTree& tree) {
  std::vector<std::string> names;
  for (const UnitNode& unit : tree) names.push_back(unit.name);
  return names;
}

}  // namespace

TEST_P(UnitContract, every_unit_that_a_file_names_is_there_once) {
  const RegionYear data = kampar();
  std::set<std::string> named;
  for (const Unit& unit : data.units) named.insert(unit.name);
  for (const Innovation& innovation : data.innovations) named.insert(innovation.unit);
  const auto names = names_in(units().units(here)->tree);
  EXPECT_EQ(std::set<std::string>(names.begin(), names.end()), named);
  EXPECT_EQ(names.size(), named.size());
  import(kampar(2025));
  EXPECT_EQ(units().units(here)->tree.size(), named.size());
}

TEST_P(UnitContract, a_name_written_otherwise_is_the_same_unit) {
  RegionYear data = kampar(2025);
  data.units.clear();
  data.innovations[0].unit = "DINAS KESEHATAN";
  const auto before = units().units(here)->tree.size();
  const std::string id = unit_named("Dinas Kesehatan").id;
  import(data);
  EXPECT_EQ(units().units(here)->tree.size(), before);
  EXPECT_EQ(unit_named("DINAS KESEHATAN").id, id);
}

TEST_P(UnitContract, a_new_unit_is_kept_and_logged) {
  const UnitNode unit{next_id(),
                      unit_named("Dinas Kesehatan").id,
                      "Puskesmas Tambang",
                      Unit::Kind::health_centre,
                      true,
                      std::nullopt};
  ASSERT_TRUE(units().change_unit(change_to(unit, "unit.added")));
  EXPECT_EQ(unit_named("Puskesmas Tambang"), unit);
  ASSERT_EQ(log().size(), 1U);
  EXPECT_TRUE(log()[0].starts_with("unit.added Puskesmas Tambang "));
}

TEST_P(UnitContract, a_new_name_counts_from_the_current_year_and_the_old_one_still_leads_there) {
  import(kampar(2025));
  UnitNode unit = unit_named("Dinas Kesehatan");
  unit.name = "Dinas Kesehatan dan Gizi";
  ASSERT_TRUE(units().change_unit(change_to(unit)));
  const auto stored = units().units(here).value();
  EXPECT_EQ(stored.names.at("Dinas Kesehatan"), unit.id);
  EXPECT_EQ(stored.names.at("Dinas Kesehatan dan Gizi"), unit.id);
  EXPECT_EQ(store().year({here, 2026})->data.innovations[0].unit, "Dinas Kesehatan dan Gizi");
  EXPECT_EQ(store().year({here, 2025})->data.innovations[0].unit, "Dinas Kesehatan");
  EXPECT_EQ(store().revision({here, 2026}), 2);
  EXPECT_EQ(store().revision({here, 2025}), 1);
}

TEST_P(UnitContract, what_stays_the_same_is_not_logged) {
  ASSERT_TRUE(units().change_unit(change_to(unit_named("Dinas Kesehatan"))));
  EXPECT_THAT(log(), IsEmpty());
}

TEST_P(UnitContract, what_is_refused_changes_nothing) {
  app::UnitChange change = change_to({});
  change.decide = [](const UnitTree&) -> Expected<app::UnitEdit> {
    return fail(ErrorCode::conflict, {"tidak", "no"});
  };
  EXPECT_EQ(units().change_unit(change).error().code, ErrorCode::conflict);
  EXPECT_THAT(log(), IsEmpty());
}

TEST_P(UnitContract, a_region_that_is_not_on_record_has_none) {
  EXPECT_THAT(units().units(*RegionCode::parse("14.02"))->tree, IsEmpty());
  app::UnitChange change = change_to({next_id(), {}, "X", Unit::Kind::agency, true, {}});
  change.region = *RegionCode::parse("14.02");
  EXPECT_EQ(units().change_unit(change).error().code, ErrorCode::not_found);
}

}  // namespace jalur::store

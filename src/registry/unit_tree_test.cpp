#include "registry/unit_tree.h"

#include <gmock/gmock.h>

#include "base/limits.h"

namespace jalur::registry {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;

UnitNode unit(std::string id, std::string name, std::optional<std::string> parent = {}) {
  return {std::move(id), std::move(parent), std::move(name), Unit::Kind::agency, true, {}};
}

// Health agency > two health centres; education agency.
UnitTree kampar() {
  return {unit("h", "Dinas Kesehatan"), unit("c1", "Puskesmas Tambang", "h"),
          unit("c2", "Puskesmas Siak Hulu", "h"), unit("e", "Dinas Pendidikan")};
}

UnitNode changed(const std::string& id, const std::function<void(UnitNode&)>& change) {
  UnitNode node = *find(kampar(), id);
  change(node);
  return node;
}

std::string fault_of(const Expected<void>& checked) {
  return checked ? "" : checked.error().problems.front().text.en;
}

}  // namespace

TEST(UnitTree, AUnitReachesItselfAndEverythingBelow) {
  EXPECT_THAT(reach_of(kampar(), "h"), ElementsAre("h", "c1", "c2"));
  EXPECT_THAT(reach_of(kampar(), "c1"), ElementsAre("c1"));
  EXPECT_THAT(reach_of(kampar(), "nobody"), ElementsAre());
}

TEST(UnitTree, AUnitReachesWhatWasMergedIntoItOrBelowIt) {
  UnitTree tree = kampar();
  tree[2].active = false;
  tree[2].merged_into = "e";  // Siak Hulu now belongs to the education agency
  EXPECT_THAT(reach_of(tree, "e"), ElementsAre("c2", "e"));
  EXPECT_THAT(reach_of(tree, "h"), ElementsAre("h", "c1"));
}

TEST(UnitTree, ANewUnitIsTakenIn) {
  EXPECT_TRUE(check(kampar(), unit("n", "Kecamatan Tambang")));
  EXPECT_TRUE(check(kampar(), unit("n", "Puskesmas Kuok", "h")));
}

TEST(UnitTree, ANameIsThereOnceWhateverTheCase) {
  EXPECT_THAT(fault_of(check(kampar(), unit("n", "DINAS kesehatan"))), HasSubstr("of this name"));
  EXPECT_TRUE(check(kampar(), changed("h", [](UnitNode& u) { u.name = "DINAS KESEHATAN"; })));
  EXPECT_THAT(fault_of(check(kampar(), unit("n", ""))), HasSubstr("needs a name"));
  EXPECT_TRUE(check(kampar(), unit("n", std::string(limits::name_bytes, 'x'))));
  EXPECT_FALSE(check(kampar(), unit("n", std::string(limits::name_bytes + 1, 'x'))));
}

TEST(UnitTree, AParentIsAnotherActiveUnitOutsideOfTheBranch) {
  EXPECT_THAT(fault_of(check(kampar(), unit("n", "Baru", "?"))), HasSubstr("does not exist"));
  EXPECT_THAT(fault_of(check(kampar(), changed("h", [](UnitNode& u) { u.parent = "h"; }))),
              HasSubstr("below this very unit"));
  EXPECT_THAT(fault_of(check(kampar(), changed("h", [](UnitNode& u) { u.parent = "c1"; }))),
              HasSubstr("below this very unit"));
  UnitTree tree = kampar();
  tree[3].active = false;
  EXPECT_THAT(fault_of(check(tree, unit("n", "Baru", "e"))), HasSubstr("has ended"));
}

TEST(UnitTree, StandsAtMostAsDeepAsTheLimit) {
  UnitTree tree{unit("1", "Tingkat 1")};
  for (int i = 2; i <= limits::unit_depth; ++i) {
    const UnitNode next =
        unit(std::to_string(i), "Tingkat " + std::to_string(i), std::to_string(i - 1));
    ASSERT_TRUE(check(tree, next)) << i;
    tree.push_back(next);
  }
  EXPECT_THAT(fault_of(check(tree, unit("x", "Terlalu dalam", std::to_string(limits::unit_depth)))),
              HasSubstr("levels deep"));
  // A branch that is moved brings its own levels along.
  tree.push_back(unit("top", "Atas"));
  UnitNode moved = tree.front();
  moved.parent = "top";
  EXPECT_THAT(fault_of(check(tree, moved)), HasSubstr("levels deep"));
}

TEST(UnitTree, AUnitEndsOnlyWhenNothingActiveIsBelowIt) {
  const auto ended = changed("h", [](UnitNode& u) { u.active = false; });
  EXPECT_EQ(check(kampar(), ended).error().code, ErrorCode::conflict);
  UnitTree tree = kampar();
  tree[1].active = tree[2].active = false;
  EXPECT_TRUE(check(tree, ended));
}

TEST(UnitTree, MergesIntoAnotherActiveUnitOutsideOfTheBranch) {
  EXPECT_TRUE(check_merge(kampar(), "c1", "c2"));
  EXPECT_TRUE(check_merge(kampar(), "h", "e"));
  EXPECT_EQ(check_merge(kampar(), "?", "e").error().code, ErrorCode::not_found);
  EXPECT_EQ(check_merge(kampar(), "h", "h").error().code, ErrorCode::invalid_input);
  EXPECT_EQ(check_merge(kampar(), "h", "c1").error().code, ErrorCode::invalid_input);
  EXPECT_EQ(check_merge(kampar(), "h", "?").error().code, ErrorCode::invalid_input);
}

TEST(UnitTree, HasAsManyUnitsAsTheLimitAndNoMore) {
  UnitTree tree;
  for (std::size_t i = 0; i + 1 < limits::units_per_region; ++i)
    tree.push_back(unit(std::to_string(i), "Unit " + std::to_string(i)));
  const UnitNode last = unit("last", "Terakhir");
  ASSERT_TRUE(check(tree, last));
  tree.push_back(last);
  EXPECT_FALSE(check(tree, unit("more", "Satu lagi")));
  EXPECT_TRUE(check(tree, last));
}

}  // namespace jalur::registry

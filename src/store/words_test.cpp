#include "store/words.h"

#include <gtest/gtest.h>

#include "store/failure.h"

namespace jalur::store {

namespace {

TEST(PackedLevels, keep_the_order_of_the_indicators_and_a_0_that_was_said) {
  Levels levels;
  levels.set(*IndicatorId::parse("16"), Level::two);
  levels.set(*IndicatorId::parse("5a"), Level::none);
  EXPECT_EQ(packed(levels), "5a=0 16=2");
  EXPECT_EQ(levels_from("5a=0 16=2"), levels);
  EXPECT_EQ(packed(Levels{}), "");
  EXPECT_TRUE(levels_from("").empty());
}

TEST(PackedLevels, that_were_never_written_are_damage) {
  for (const char* text :
       {"16", "16=", "16=4", "=2", "16=2,17=3", "0=1", "16=2 17", "16=-1", " "}) {
    EXPECT_THROW(levels_from(text), Damaged) << text;
  }
}

TEST(Columns, that_were_never_written_are_damage) {
  EXPECT_EQ(affairs_from("2 16"), (std::vector{2, 16}));
  EXPECT_THROW(affairs_from("2,16"), Damaged);
  EXPECT_THROW(stage_from("Initiative"), Damaged);
  EXPECT_THROW(date_from(std::optional<std::string>("2024-02-30")), Damaged);
  EXPECT_FALSE(date_from(std::nullopt));
}

TEST(Words, are_the_same_there_and_back) {
  for (const auto kind : {RegionKind::province, RegionKind::regency, RegionKind::city}) {
    EXPECT_EQ(region_kind_from(word(kind)), kind);
  }
  for (int i = 0; i < 6; ++i) {
    const auto kind = static_cast<Unit::Kind>(i);
    EXPECT_EQ(unit_kind_from(word(kind)), kind);
  }
}

}  // namespace

}  // namespace jalur::store

// Pages of innovations: order, filters, page marks. Runs on both engines.
#include <algorithm>
#include <set>

#include <gmock/gmock.h>

#include "base/limits.h"
#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using app::InnovationQuery;
using app::InnovationSort;
using testing::ElementsAre;

const app::YearKey key{region("14.01"), 2026};

InnovationQuery all(InnovationSort sort = InnovationSort::name, int limit = limits::page_default) {
  return {key, {}, {}, {}, {}, {}, sort, {}, limit, {}};
}

RegionYear many(int count) {
  RegionYear data = kampar();
  data.innovations.clear();
  for (int i = 0; i < count; ++i) {
    const std::string n = std::to_string(i);
    // Some names and units are shared, so that order hangs on the last key.
    data.innovations.push_back(
        innovation("i-" + n, "Inovasi " + std::to_string(i % 7), "Dinas " + std::to_string(i % 3)));
    data.innovations.back().levels = levels({{"16", i % 4}});
  }
  return data;
}

std::vector<std::string> names(const app::InnovationPage& page) {
  std::vector<std::string> names;
  for (const auto& item : page.items) names.push_back(item.innovation.name);
  return names;
}

TEST_P(StoreContract, pages_show_each_innovation_once_whatever_the_order) {
  import(many(53));
  for (const auto sort : {InnovationSort::name, InnovationSort::maturity, InnovationSort::unit}) {
    std::set<std::string> seen;
    InnovationQuery query = all(sort, 10);
    int pages = 0;
    do {
      const auto page = store().innovations(query);
      ASSERT_TRUE(page);
      EXPECT_EQ(page->total, 53);
      for (const auto& item : page->items) seen.insert(item.submission);
      query.after = page->next;
      ++pages;
    } while (!query.after.empty());
    EXPECT_EQ(seen.size(), 53U);
    EXPECT_EQ(pages, 6);
  }
}

TEST_P(StoreContract, a_last_page_that_is_just_full_has_no_next) {
  import(many(20));
  InnovationQuery query = all(InnovationSort::name, 10);
  query.after = store().innovations(query)->next;
  ASSERT_FALSE(query.after.empty());
  const auto last = store().innovations(query);
  EXPECT_EQ(last->items.size(), 10U);
  EXPECT_EQ(last->next, "");
}

TEST_P(StoreContract, innovations_are_ordered_by_name_maturity_or_unit) {
  RegionYear data = kampar();
  data.innovations.push_back(innovation("i-004", "angsa", "Badan"));
  import(data);
  EXPECT_THAT(names(*store().innovations(all())),
              ElementsAre("angsa", "Antar Obat", "CAFÉ Stunting", "Sapa Warga 100%"));
  EXPECT_THAT(names(*store().innovations(all(InnovationSort::maturity))),
              ElementsAre("Antar Obat", "Sapa Warga 100%", "angsa", "CAFÉ Stunting"));
  EXPECT_THAT(names(*store().innovations(all(InnovationSort::unit))),
              ElementsAre("angsa", "Antar Obat", "CAFÉ Stunting", "Sapa Warga 100%"));
}

struct Search {
  std::string typed;
  std::vector<std::string> found;
};

TEST_P(StoreContract, a_search_looks_into_names_and_units_no_matter_the_case) {
  import(kampar());
  const std::vector<Search> searches{
      {"obat", {"Antar Obat"}},
      {"OBAT", {"Antar Obat"}},
      {"kesehatan", {"Antar Obat", "CAFÉ Stunting"}},
      {"café", {"CAFÉ Stunting"}},
      {"CAFÉ", {"CAFÉ Stunting"}},
      {"100%", {"Sapa Warga 100%"}},
      {"%", {"Sapa Warga 100%"}},
      {"_", {}},
      {"!", {}},
      {"1%0", {}},
      {"' OR 1=1 --", {}},
      {"Warga 1", {"Sapa Warga 100%"}},
  };
  for (const Search& search : searches) {
    SCOPED_TRACE(search.typed);
    InnovationQuery query = all();
    query.search = search.typed;
    const auto page = store().innovations(query);
    ASSERT_TRUE(page);
    EXPECT_EQ(names(*page), search.found);
    EXPECT_EQ(page->total, static_cast<std::int64_t>(search.found.size()));
  }
}

TEST_P(StoreContract, filters_go_together) {
  import(kampar());
  InnovationQuery by_unit = all();
  by_unit.unit = "Dinas Kesehatan";
  EXPECT_THAT(names(*store().innovations(by_unit)), ElementsAre("Antar Obat", "CAFÉ Stunting"));
  InnovationQuery by_stage = all();
  by_stage.stage = Stage::trial;
  EXPECT_THAT(names(*store().innovations(by_stage)), ElementsAre("CAFÉ Stunting"));
  InnovationQuery by_state = all();
  by_state.state = SubmissionState::submitted;
  EXPECT_THAT(names(*store().innovations(by_state)), ElementsAre("Antar Obat", "Sapa Warga 100%"));
  InnovationQuery together = by_unit;
  together.search = "a";
  together.stage = Stage::implementation;
  together.state = SubmissionState::submitted;
  together.limit = 1;
  const auto page = store().innovations(together);
  EXPECT_THAT(names(*page), ElementsAre("Antar Obat"));
  EXPECT_EQ(page->total, 1);
  EXPECT_EQ(page->next, "");
}

TEST_P(StoreContract, a_line_of_the_list_has_all_but_the_design) {
  const RegionYear data = kampar();
  import(data);
  const auto page = store().innovations(all());
  ASSERT_TRUE(page);
  RegionYear listed = without_designs(data);
  const auto& item = page->items[0];
  EXPECT_EQ(item.submission, year(data).submissions[0]);
  EXPECT_EQ(item.words, 7);
  RegionYear got = listed;
  got.innovations[0] = item.innovation;
  EXPECT_TRUE(same(got, listed));
}

TEST_P(StoreContract, a_page_is_bounded) {
  import(many(limits::page_most + 5));
  const auto most = static_cast<std::size_t>(limits::page_most);
  EXPECT_EQ(store().innovations(all(InnovationSort::name, limits::page_most))->items.size(), most);
  EXPECT_EQ(store().innovations(all(InnovationSort::name, limits::page_most + 1))->items.size(),
            most);
  EXPECT_EQ(store().innovations(all(InnovationSort::name, 0))->items.size(), 1U);
}

TEST_P(StoreContract, a_page_mark_nobody_gave_is_refused) {
  import(many(20));
  const std::string real = store().innovations(all(InnovationSort::name, 5))->next;
  const std::string other = store().innovations(all(InnovationSort::maturity, 5))->next;
  std::string cut = real;
  cut.pop_back();
  for (const std::string& after :
       {std::string("x"), std::string("zz"), std::string("00"), std::string("6e"), cut, real + "00",
        real + "1f61", other, std::string(100'000, 'a'), std::string("6e1fff1f")}) {
    SCOPED_TRACE(after.substr(0, 80));
    InnovationQuery query = all(InnovationSort::name, 5);
    query.after = after;
    const auto page = store().innovations(query);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().code, ErrorCode::invalid_input);
    EXPECT_EQ(page.error().problems.front().field, "after");
  }
}

TEST_P(StoreContract, drafts_are_found_only_by_those_who_see_them) {
  RegionYear data = kampar();
  data.innovations[0].state = SubmissionState::draft;     // Dinas Kesehatan
  data.innovations[1].state = SubmissionState::withheld;  // Kecamatan Tambang
  data.innovations[2].state = SubmissionState::submitted;
  import(data);
  const auto found_by = [&](std::optional<std::vector<std::string>> drafts_of) {
    InnovationQuery query = all();
    query.drafts_of = std::move(drafts_of);
    return store().innovations(query)->total;
  };
  EXPECT_EQ(found_by(std::nullopt), 3);
  EXPECT_EQ(found_by({{}}), 1);
  EXPECT_EQ(found_by({{"Kecamatan Tambang"}}), 2);
  EXPECT_EQ(found_by({{data.innovations[0].unit, data.innovations[1].unit}}), 3);
  EXPECT_EQ(found_by({{"Kecamatan Tambang'; --"}}), 1);
}

}  // namespace

}  // namespace jalur::store

#include "store/cursor.h"

#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur::store {

namespace {

using app::InnovationSort;

const std::string id = "01936f2c-1c00-7000-8000-000000000001";

TEST(Cursor, is_read_as_it_was_written) {
  for (const Cursor& cursor :
       {Cursor{InnovationSort::name, {"antar obat", id}}, Cursor{InnovationSort::name, {"", id}},
        Cursor{InnovationSort::maturity, {"-11100", "café", id}},
        Cursor{InnovationSort::unit, {"dinas", "obat", id}}}) {
    EXPECT_EQ(cursor_from(written(cursor), cursor.sort), cursor);
  }
}

TEST(Cursor, holds_the_longest_names) {
  const std::string longest(limits::name_bytes, 'n');
  const Cursor cursor{InnovationSort::unit, {longest, longest, id}};
  EXPECT_EQ(cursor_from(written(cursor), InnovationSort::unit), cursor);
}

TEST(Cursor, of_another_sort_is_refused) {
  const std::string word = written({InnovationSort::maturity, {"-100", "obat", id}});
  EXPECT_FALSE(cursor_from(word, InnovationSort::name));
  EXPECT_FALSE(cursor_from(word, InnovationSort::unit));
}

TEST(Cursor, with_wrong_keys_is_refused) {
  for (const Cursor& cursor :
       {Cursor{InnovationSort::maturity, {"many", "obat", id}},
        Cursor{InnovationSort::maturity, {"1e3", "obat", id}},
        Cursor{InnovationSort::maturity, {"99999999999999999999", "o", id}},
        Cursor{InnovationSort::name, {"obat", "no id"}}, Cursor{InnovationSort::name, {"obat"}},
        Cursor{InnovationSort::name, {"obat", "kuda", id}},
        Cursor{InnovationSort::name, {"\xff", id}},
        Cursor{InnovationSort::name, {std::string(5'000, 'n'), id}}}) {
    EXPECT_FALSE(cursor_from(written(cursor), cursor.sort));
  }
}

}  // namespace

}  // namespace jalur::store

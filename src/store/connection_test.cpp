#include "store/connection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "base/limits.h"
#include "store/query.h"

namespace jalur::store {
namespace {

using testing::ElementsAre;

class Statements : public testing::Test {
 protected:
  Statements() {
    Query(connection_, "CREATE TABLE boats (name TEXT PRIMARY KEY, crew INTEGER)").run();
    for (const char* name : {"Bintang", "Pulau", "Rantau"}) add(name, 60);
  }

  void add(const std::string& name, std::int64_t crew) {
    Query(connection_, "INSERT INTO boats (name, crew) VALUES (:name, :crew)")
        .give(name)
        .give(crew)
        .run();
  }

  std::vector<std::string> names_from(const std::string& first) {
    std::string name;
    Query query(connection_, "SELECT name FROM boats WHERE name >= :first ORDER BY name");
    query.give(first).take(name);
    std::vector<std::string> names;
    while (query.next()) names.push_back(name);
    return names;
  }

  soci::session sql_{soci::sqlite3, "db=:memory:"};
  Connection connection_{sql_, Engine::sqlite};
};

TEST_F(Statements, are_parsed_once_and_take_new_values) {
  EXPECT_THAT(names_from("P"), ElementsAre("Pulau", "Rantau"));
  const std::size_t kept = connection_.kept();
  EXPECT_THAT(names_from("R"), ElementsAre("Rantau"));
  EXPECT_EQ(connection_.kept(), kept);
}

TEST_F(Statements, of_the_same_text_can_run_within_each_other) {
  std::string outer;
  Query query(connection_, "SELECT name FROM boats WHERE name >= :first ORDER BY name");
  query.give(std::string("A")).take(outer);
  std::vector<std::string> seen;
  while (query.next())
    for (const std::string& inner : names_from(outer)) seen.push_back(outer[0] + inner);
  EXPECT_THAT(seen, ElementsAre("BBintang", "BPulau", "BRantau", "PPulau", "PRantau", "RRantau"));
}

TEST_F(Statements, that_failed_are_not_used_again) {
  EXPECT_THROW(add("Pulau", 40), soci::soci_error);
  add("Siak", 40);
  EXPECT_THAT(names_from("R"), ElementsAre("Rantau", "Siak"));
}

TEST_F(Statements, follow_a_change_of_the_schema) {
  EXPECT_EQ(names_from("A").size(), 3U);
  Query(connection_, "ALTER TABLE boats RENAME COLUMN crew TO rowers").run();
  EXPECT_EQ(names_from("A").size(), 3U);
}

TEST_F(Statements, with_missing_values_forget_the_values_before) {
  const auto crew = [&](const std::optional<std::string>& name) {
    Query query(connection_, "SELECT COALESCE(:name, 'nobody')");
    std::string found;
    query.give(name).take(found).next();
    return found;
  };
  EXPECT_EQ(crew("Pulau"), "Pulau");
  EXPECT_EQ(crew(std::nullopt), "nobody");
}

// What was begun and left would keep the table locked.
TEST_F(Statements, left_in_the_middle_let_go_of_their_rows) {
  {
    std::string name;
    Query query(connection_, "SELECT name FROM boats ORDER BY name");
    query.take(name).next();
  }
  EXPECT_NO_THROW(Query(connection_, "DROP TABLE boats").run());
}

TEST_F(Statements, beyond_the_limit_push_out_the_oldest) {
  for (std::size_t i = 0; i < 2 * limits::statements_kept; ++i) {
    std::int64_t number = 0;
    Query query(connection_, "SELECT " + std::to_string(i));
    query.take(number).next();
    EXPECT_EQ(number, static_cast<std::int64_t>(i));
  }
  EXPECT_LE(connection_.kept(), limits::statements_kept);
}

}  // namespace
}  // namespace jalur::store

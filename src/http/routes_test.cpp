// A promise about structure: the table of routes is the contract, and every route names the
// permission it needs.
#include <algorithm>
#include <set>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "http/route.h"
#include "http/router.h"
#include "http/test_house.h"

namespace jalur::http {

namespace {

// "GET /api/v1/rulesets read_rules", read from the indentation of the contract's `paths`.
std::set<std::string> routes_of_contract() {
  std::set<std::string> found;
  std::istringstream lines(file_text("api/openapi.yaml"));
  std::string path;
  std::string method;
  for (std::string line; std::getline(lines, line) && line != "components:";) {
    const auto text = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    const auto depth = line.size() - text.size();
    if (depth == 2 && text.starts_with('/')) path = text.substr(0, text.size() - 1);
    if (depth == 4 && !path.empty()) method = text.substr(0, text.size() - 1);
    if (depth != 6 || !text.starts_with("x-action: ")) continue;
    std::transform(method.begin(), method.end(), method.begin(),
                   [](char c) { return static_cast<char>(std::toupper(c)); });
    found.insert(method + " " + path + " " + text.substr(10));
  }
  return found;
}

std::vector<std::string> segments_of(const std::string& path) {
  std::vector<std::string> segments;
  std::istringstream parts(path.substr(1));
  for (std::string part; std::getline(parts, part, '/');) segments.push_back(part);
  return segments;
}

}  // namespace

TEST(Routes, AreThoseOfTheContractWithTheirActions) {
  std::set<std::string> table;
  for (const auto& route : routes())
    table.insert(std::string(word_of(route.method)) + " " + std::string(route.pattern) + " " +
                 std::string(accounts::word(route.action)));
  EXPECT_EQ(table.size(), routes().size());
  EXPECT_EQ(table, routes_of_contract());
}

TEST(Routes, OnlyAnswersToGetAreKept) {
  for (const auto& route : routes()) {
    if (route.method != Method::get) {
      EXPECT_EQ(route.holds, Holds::not_at_all) << route.pattern;
    }
    if (route.holds != Holds::by_year) continue;
    EXPECT_NE(route.pattern.find("{code}/years/{year}"), std::string_view::npos) << route.pattern;
    EXPECT_EQ(route.runs, Runs::on_worker) << route.pattern;
  }
}

TEST(Router, FindsTheRouteByPathAndMethod) {
  const Router router(routes());
  const auto score =
      router.find(Method::head, segments_of("/api/v1/regions/14.01/years/2023/score"));
  ASSERT_NE(score.route, nullptr);
  EXPECT_EQ(score.route->pattern, "/api/v1/regions/{code}/years/{year}/score");
  EXPECT_EQ(score.allowed, "GET, HEAD, OPTIONS");

  const auto claim = router.find(Method::post, segments_of("/api/v1/submissions/x/claims/1"));
  EXPECT_EQ(claim.route, nullptr);
  EXPECT_EQ(claim.allowed, "PUT, GET, HEAD, OPTIONS");

  EXPECT_TRUE(router.find(Method::get, {}).allowed.empty());
  EXPECT_TRUE(router.find(Method::get, {"api", "v1", "rulesets", ""}).allowed.empty());
  EXPECT_TRUE(router.find(Method::get, {"api", "v1"}).allowed.empty());
}

}  // namespace jalur::http

// The log over HTTP. What needs a day that is over is held to the contract here.
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "http/endpoints/endpoints.h"
#include "http/test_house.h"

namespace jalur::http {

namespace {

using nlohmann::json;

constexpr std::string_view proof_route = "/api/v1/regions/{code}/ledger/{sequence}/proof";

class LedgerEndpoints : public testing::Test {
 protected:
  Call call(std::string_view pattern, std::vector<std::string> segments) {
    accounts::Caller caller;
    caller.person = "0193b0a0-0000-7000-8000-000000000001";
    caller.name = "Sari Wulandari";
    caller.region = kampar_2023().region;
    caller.grants.push_back({accounts::Role::coordinator, {}, {}});
    Call call;
    call.pattern = pattern;
    call.segments = std::move(segments);
    call.language = Language::english;
    call.caller = std::make_shared<const accounts::Caller>(caller);
    return call;
  }
  Call ledger_call() {
    return call("/api/v1/regions/{code}/ledger", {"api", "v1", "regions", "14.01", "ledger"});
  }
  Call proof_call() {
    return call(proof_route, {"api", "v1", "regions", "14.01", "ledger", "1", "proof"});
  }

  TestHouse test_house_;
  Metrics metrics_{{}};
  Site site_{test_house_.house, metrics_, "9.9", std::nullopt, {}, false, false, {}};
};

// The keys that the contract wants of one of its schemas.
std::set<std::string> required_keys(const std::string& schema) {
  std::istringstream lines(file_text("api/openapi.yaml"));
  std::string line;
  while (std::getline(lines, line) && line != "    " + schema + ":") continue;
  while (std::getline(lines, line) && !line.starts_with("      required: [")) continue;
  std::set<std::string> keys;
  std::istringstream words(line.substr(line.find('[') + 1));
  for (std::string word; words >> word;) keys.insert(word.substr(0, word.find_first_of(",]")));
  return keys;
}

TEST_F(LedgerEndpoints, AProofHasTheKeysOfTheContract) {
  test_house_.clock.gone += std::chrono::hours(24);
  ASSERT_EQ(app::close_days(site_.house), 1);
  const auto answer = endpoints::prove_entry(proof_call(), site_);
  ASSERT_TRUE(answer);
  std::set<std::string> keys;
  const json proof = json::parse(answer->body);
  for (const auto& member : proof.items()) keys.insert(member.key());
  EXPECT_EQ(keys, required_keys("LedgerProof"));
  EXPECT_EQ(answer->keeping, Keeping::never);
}

TEST_F(LedgerEndpoints, AProofIsAConflictWhileTheDayIsNotOver) {
  EXPECT_EQ(endpoints::prove_entry(proof_call(), site_).error().code, ErrorCode::conflict);
}

TEST_F(LedgerEndpoints, AClaimIsLoggedWithWhoeverMadeTheCall) {
  const auto year = site_.house.years.get(kampar_2023()).value();
  Call save = call("/api/v1/submissions/{id}/claims/{indicator}",
                   {"api", "v1", "submissions", year->submissions[0], "claims", "16"});
  const Level before = year->data.innovations[0].levels.at(*IndicatorId::parse("16"));
  save.body = before == Level::one ? R"({"level": 2})" : R"({"level": 1})";
  ASSERT_TRUE(endpoints::put_claim(save, site_));
  const auto page = json::parse(endpoints::list_ledger(ledger_call(), site_)->body);
  const json& newest = page["items"][0];
  EXPECT_EQ(newest["name"], "Sari Wulandari");
  EXPECT_EQ(newest["role"], "coordinator");
  EXPECT_EQ(newest["action_text"], "Level claimed");
  EXPECT_EQ(newest["subject_text"], year->data.innovations[0].name);
}

}  // namespace

}  // namespace jalur::http

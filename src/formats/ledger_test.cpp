#include "formats/ledger.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "base/limits.h"

namespace jalur {
namespace {

using nlohmann::json;
using testing::HasSubstr;

ledger::Entry entry() {
  return ledger::entry_from(
      {{"", "baris perintah", ""}, "import.done", "2026", "Kampar", {{"a", "1"}}},
      *RegionCode::parse("14.01"), 1, Instant(), {});
}

ledger::Proof proof() {
  ledger::Seed seed{};
  const ledger::SigningKey key(seed);
  ledger::DayRoots days;
  days.add(entry());
  const auto second = ledger::entry_from({{"p", "Sari", "operator"}, "claim.saved", "s", "", {}},
                                         entry().region, 2, Instant(), entry().hash);
  days.add(second);
  ledger::DayRoot root = days.all().front();
  root.signature = key.sign(signed_bytes(root));
  return {entry(), root, ledger::path_of(std::vector{entry().hash, second.hash}, 0),
          key.public_key()};
}

TEST(LedgerJson, AProofComesBackAsItWasWritten) {
  for (const Language language : {Language::indonesian, Language::english}) {
    const auto back = read_ledger_proof(ledger_proof_json(proof(), language));
    ASSERT_TRUE(back) << back.error().problems.front().field;
    EXPECT_EQ(*back, proof());
    EXPECT_FALSE(fault_of(*back, back->key));
  }
}

TEST(LedgerJson, AProofThatIsNotWellFormedIsToldWhere) {
  const auto wrong_at = [](const std::string& place, const json& value) {
    json changed = json::parse(ledger_proof_json(proof(), Language::english));
    changed[json::json_pointer(place)] = value;
    const auto read = read_ledger_proof(changed.dump());
    return read ? "read" : read.error().problems.front().field;
  };
  EXPECT_EQ(wrong_at("/format", "x"), "format");
  EXPECT_EQ(wrong_at("/region", "Kampar"), "region");
  EXPECT_EQ(wrong_at("/position", -1), "position");
  EXPECT_EQ(wrong_at("/count", 0), "count");
  EXPECT_EQ(wrong_at("/day", "yesterday"), "day");
  EXPECT_EQ(wrong_at("/root", "00"), "root");
  EXPECT_EQ(wrong_at("/signature", std::string(128, 'x')), "signature");
  EXPECT_EQ(wrong_at("/entry/at", "noon"), "entry.at");
  EXPECT_EQ(wrong_at("/entry/hash", std::string(64, 'A')), "entry.hash");
  EXPECT_EQ(wrong_at("/entry/details/a", 1), "entry.details.a");
  EXPECT_EQ(wrong_at("/entry/more", 1), "entry.more");
  EXPECT_EQ(wrong_at("/path/0/side", "up"), "path[0].side");
  EXPECT_EQ(wrong_at("/path/0", 1), "path[0]");
  EXPECT_EQ(wrong_at("/entry", 1), "");
  EXPECT_EQ(read_ledger_proof("[]").error().code, ErrorCode::invalid_input);
}

TEST(LedgerJson, APathIsReadUpToItsLimit) {
  json changed = json::parse(ledger_proof_json(proof(), Language::english));
  changed["path"] = json::array();
  const json step = {{"side", "left"}, {"hash", std::string(64, '0')}};
  for (std::size_t i = 0; i < limits::ledger_path_steps; ++i) changed["path"].push_back(step);
  EXPECT_TRUE(read_ledger_proof(changed.dump()));
  changed["path"].push_back(step);
  EXPECT_FALSE(read_ledger_proof(changed.dump()));
}

TEST(LedgerJson, AProofIsReadUpToItsSize) {
  std::string text = ledger_proof_json(proof(), Language::english);
  text.resize(limits::ledger_proof_bytes, ' ');
  EXPECT_TRUE(read_ledger_proof(text));
  EXPECT_EQ(read_ledger_proof(text + " ").error().code, ErrorCode::too_large);
}

TEST(LedgerJson, AFindingNamesTheFirstThatIsWrong) {
  app::LedgerFinding finding;
  EXPECT_THAT(ledger_finding_json(finding, Language::english),
              HasSubstr(R"("whole":true,"entries":0,"head":null,"roots":0)"));
  finding.broken = {7, {"rusak", "broken"}};
  EXPECT_THAT(ledger_findings_json({{entry().region, finding}}, Language::indonesian),
              testing::AllOf(HasSubstr(R"("whole":false,"regions":[{"region":"14.01")"),
                             HasSubstr(R"("broken":{"sequence":7,"text":"rusak"})")));
}

TEST(LedgerJson, ALineIsOneEntryInNoLanguage) {
  const auto line = json::parse(ledger_line_json(entry()));
  EXPECT_EQ(line["format"], "jalur.ledger-entry/1");
  EXPECT_TRUE(line["person"].is_null());
  EXPECT_FALSE(line.contains("action_text"));
  EXPECT_EQ(line["hash"], ledger::hex(entry().hash));
}

}  // namespace
}  // namespace jalur

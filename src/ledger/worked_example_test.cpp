// The tables of docs/algorithms/ledger.md, read from the page and reckoned anew.
#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "ledger/actions.h"
#include "ledger/chain.h"
#include "ledger/proof.h"

namespace jalur::ledger {

namespace {

using TableRow = std::map<std::string, std::string>;  // by the column's heading

std::string page() {
  std::ifstream file(JALUR_SOURCE_DIR "/docs/algorithms/ledger.md");
  return (std::ostringstream() << file.rdbuf()).str();
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream parts(line.substr(1));
  for (std::string cell; std::getline(parts, cell, '|');) {
    const auto from = cell.find_first_not_of(' ');
    const auto to = cell.find_last_not_of(' ');
    found.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
    if (found.back() == "-") found.back().clear();
  }
  return found;
}

// The table whose first heading is `first`.
std::vector<TableRow> table_of(const std::string& first) {
  std::istringstream lines(page());
  std::vector<std::string> headings;
  std::vector<TableRow> rows;
  for (std::string line; std::getline(lines, line);) {
    if (headings.empty() && line.starts_with("| " + first + " |")) headings = cells(line);
    if (headings.empty() || line.starts_with("| " + first + " |") || line.starts_with("|-")) {
      continue;
    }
    if (!line.starts_with("| ")) break;
    const auto values = cells(line);
    for (std::size_t i = 0; i < headings.size(); ++i) {
      if (i == 0) rows.emplace_back();
      rows.back()[headings[i]] = values.at(i);
    }
  }
  return rows;
}

std::vector<std::pair<std::string, std::string>> details_from(const std::string& text) {
  std::vector<std::pair<std::string, std::string>> details;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    const auto equals = word.find('=');
    details.emplace_back(word.substr(0, equals), word.substr(equals + 1));
  }
  std::reverse(details.begin(), details.end());  // a draft may tell them in any order
  return details;
}

std::vector<Entry> example() {
  std::vector<Entry> chain;
  for (const TableRow& row : table_of("entry")) {
    Draft draft{{row.at("person"), row.at("name"), row.at("role")},
                row.at("action"),
                row.at("subject"),
                row.at("subject_text"),
                details_from(row.at("details"))};
    chain.push_back(entry_from(draft, *RegionCode::parse("14.01"), std::stoll(row.at("entry")),
                               parse_instant(row.at("at")).value(),
                               chain.empty() ? Hash{} : chain.back().hash));
  }
  return chain;
}

SigningKey example_key() {
  Seed seed{};
  seed.fill(7);
  return SigningKey(seed);
}

std::vector<DayRoot> example_roots() {
  DayRoots days;
  for (const Entry& entry : example()) days.add(entry);
  auto roots = days.all();
  for (DayRoot& root : roots) root.signature = example_key().sign(signed_bytes(root));
  return roots;
}

// The bytes in the page's block: hexadecimal in brackets, texts in plain.
std::string bytes_of_page() {
  const std::string text = page();
  const auto from = text.find("```\n[") + 4;
  std::istringstream lines(text.substr(from, text.find("\n```", from) - from));
  std::string bytes;
  for (std::string line; std::getline(lines, line);) {
    while (!line.empty()) {
      const auto bracket = std::min(line.find('['), line.size());
      bytes += line.substr(0, bracket);
      line.erase(0, bracket);
      if (line.empty()) break;
      const auto end = line.find(']');
      std::vector<std::uint8_t> raw((end - 1) / 2);
      EXPECT_TRUE(from_hex(line.substr(1, end - 1), raw));
      bytes.append(raw.begin(), raw.end());
      line.erase(0, end + 1);
    }
  }
  return bytes;
}

TEST(WorkedExample, TheHashesAreThoseOfThePage) {
  const auto rows = table_of("entry");
  const auto chain = example();
  ASSERT_EQ(chain.size(), 3u);
  for (std::size_t i = 0; i < chain.size(); ++i) {
    EXPECT_EQ(hex(chain[i].hash), rows[i].at("hash"));
  }
  ChainCheck check;
  for (const Entry& entry : chain) EXPECT_FALSE(check.add(entry));
}

TEST(WorkedExample, TheBytesAreThoseOfThePage) {
  const std::string bytes = bytes_of_page();
  EXPECT_EQ(hash_of(bytes), example().front().hash);
  EXPECT_NE(page().find("these " + std::to_string(bytes.size()) + " bytes"), std::string::npos)
      << bytes.size();
}

TEST(WorkedExample, TheSignedDaysAreThoseOfThePage) {
  const auto rows = table_of("day");
  const auto roots = example_roots();
  ASSERT_EQ(roots.size(), rows.size());
  for (std::size_t i = 0; i < roots.size(); ++i) {
    EXPECT_EQ(to_string(roots[i].day), rows[i].at("day"));
    EXPECT_EQ(std::to_string(roots[i].first), rows[i].at("first"));
    EXPECT_EQ(std::to_string(roots[i].count()), rows[i].at("count"));
    EXPECT_EQ(hex(roots[i].root), rows[i].at("root"));
    EXPECT_EQ(i == 0 ? "" : hex(roots[i].previous_root), rows[i].at("previous root"));
    EXPECT_EQ(hex(roots[i].signature), rows[i].at("signature"));
  }
  EXPECT_FALSE(compare_roots(roots, roots, example_key().public_key()));
}

TEST(Draft, ThatTellsAKeyTwiceCountsItOnce) {
  const Draft draft{{}, "x", "", "", {{"b", "1"}, {"a", "2"}, {"b", "3"}}};
  const Entry entry = entry_from(draft, *RegionCode::parse("14"), 1, Instant(), {});
  EXPECT_EQ(entry.details,
            (std::vector<std::pair<std::string, std::string>>{{"a", "2"}, {"b", "1"}}));
}

TEST(Chain, NamesTheFirstThatIsMissingAtTheEnd) {
  ChainCheck check;
  EXPECT_FALSE(check.compare(std::nullopt));
  EXPECT_FALSE(check.add(example()[0]));
  const auto cut = check.compare(Head{3, {}});
  ASSERT_TRUE(cut);
  EXPECT_EQ(cut->sequence, 2);
  EXPECT_EQ(cut->text.en, "Entries 2 to 3 are missing; the head of the chain counts 3.");
  EXPECT_EQ(check.compare(std::nullopt)->sequence, 1);
}

TEST(Chain, GoesOnBehindAnEntry) {
  const auto chain = example();
  ChainCheck check(chain[1]);
  EXPECT_FALSE(check.add(chain[2]));
  EXPECT_TRUE(ChainCheck(chain[0]).add(chain[2]));
}

TEST(Actions, AreToldInWords) {
  EXPECT_EQ(action_text("claim.saved").id, "Parameter diisi");
  EXPECT_EQ(action_text("unit.merged").en, "Unit changed (merged)");
  EXPECT_EQ(action_text("something.new"), (Text{"something.new", "something.new"}));
}

}  // namespace

}  // namespace jalur::ledger

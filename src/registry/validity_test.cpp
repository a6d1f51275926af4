// Whether a document counts: its kind, its date, and until when.
#include "registry/validity.h"

#include <gtest/gtest.h>

#include "registry/file_kind.h"

namespace jalur::registry {
namespace {

using State = Validity::State;

Indicator indicator(std::vector<EvidenceRule> rules) {
  Indicator made;
  made.id = *IndicatorId::parse("16");
  made.evidence = std::move(rules);
  return made;
}

const EvidenceRule decree{"SK", "Kepala Daerah", -2, -1, {"pdf"}};
const EvidenceRule photo{"Foto", "", -2, 0, {"jpg", "png"}};

TEST(Validity, follows_the_window_of_the_rules_that_take_this_kind_of_file) {
  const Indicator both = indicator({decree, photo});
  struct Row {
    const char* kind;
    const char* dated_on;
    State state;
    std::optional<int> last_year;
  };
  const Row table[] = {
      {"pdf", "2023-12-31", State::outside, {}},
      {"pdf", "2024-01-01", State::valid, 2026},  // the last year: time for a warning
      {"pdf", "2025-12-31", State::valid, 2027},
      {"pdf", "2026-01-01", State::outside, {}},  // photographs may be this young, decrees not
      {"jpg", "2026-06-01", State::valid, 2028},
      {"webp", "2026-06-01", State::valid, 2028},
      {"pdf", nullptr, State::undated, {}},
      {"mp4", "2025-01-01", State::kind_not_accepted, {}},
      {"link", nullptr, State::kind_not_accepted, {}},
  };
  for (const Row& row : table) {
    const auto date = row.dated_on != nullptr ? parse_date(row.dated_on) : std::nullopt;
    const Validity found = validity_of(both, 2026, row.kind, date);
    const std::string what = std::string(row.kind) + " " + (row.dated_on ? row.dated_on : "-");
    EXPECT_EQ(word(found.state), word(row.state)) << what;
    EXPECT_EQ(found.last_year, row.last_year) << what;
  }
}

TEST(Validity, tells_the_window_and_the_kinds_that_would_be_right) {
  const Validity pdf = validity_of(indicator({decree, photo}), 2026, "pdf", std::nullopt);
  EXPECT_EQ(pdf.from_year, 2024);
  EXPECT_EQ(pdf.to_year, 2025);
  EXPECT_EQ(pdf.accepted, (std::vector<std::string>{"pdf", "jpg", "png"}));
  const Validity video = validity_of(indicator({decree, photo}), 2026, "mp4", std::nullopt);
  EXPECT_EQ(video.to_year, 2026);
}

TEST(Validity, the_more_generous_rule_decides_until_when_it_counts) {
  const EvidenceRule plan{"RIPJ", "", -5, 0, {"pdf"}};
  const Validity found =
      validity_of(indicator({decree, plan}), 2026, "pdf", parse_date("2025-03-01"));
  EXPECT_EQ(found.last_year, 2030);
  EXPECT_EQ(last_counted_dates(indicator({decree, plan, decree}), 2026),
            (std::vector<int>{2024, 2021}));
}

TEST(Validity, an_indicator_that_asks_nothing_takes_everything) {
  const Validity found = validity_of(indicator({}), 2026, "mp4", std::nullopt);
  EXPECT_EQ(found.state, State::valid);
  EXPECT_FALSE(found.from_year);
}

TEST(FileKind, is_told_by_the_ending_of_the_name) {
  EXPECT_EQ(kind_of_name("SK Bupati.PDF"), FileKind::pdf);
  EXPECT_EQ(kind_of_name("foto.jpeg"), FileKind::jpg);
  EXPECT_EQ(kind_of_name("a.b.pptx"), FileKind::pptx);
  for (const char* name : {"", "pdf", "sk.pdf.exe", "sk.", "a.svg", "a.html"}) {
    const auto kind = kind_of_name(name);
    ASSERT_FALSE(kind) << name;
    EXPECT_NE(kind.error().problems.front().text.en.find("pdf, jpg, png"), std::string::npos);
  }
}

TEST(FileKind, has_a_limit_of_its_own) {
  EXPECT_TRUE(check_length(FileKind::pdf, 25 << 20));
  EXPECT_EQ(check_length(FileKind::pdf, (25 << 20) + 1).error().code, ErrorCode::too_large);
  EXPECT_TRUE(check_length(FileKind::mp4, 100 << 20));
  EXPECT_EQ(check_length(FileKind::mp4, (100 << 20) + 1).error().code, ErrorCode::too_large);
  EXPECT_TRUE(check_length(FileKind::jpg, 10 << 20));
  EXPECT_FALSE(check_length(FileKind::webp, (10 << 20) + 1));
  EXPECT_FALSE(check_length(FileKind::docx, (16 << 20) + 1));
  EXPECT_EQ(check_length(FileKind::pdf, 0).error().code, ErrorCode::invalid_input);
  EXPECT_EQ(check_length(FileKind::pdf, -1).error().code, ErrorCode::invalid_input);
}

}  // namespace
}  // namespace jalur::registry

// The catalogue in the repository, and what the loader refuses: that catalogue with one text
// replaced.
#include "planning/catalogue_load.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "planning/repo_catalogue.h"

namespace jalur {
namespace {

using namespace jalur::testing;

TEST(Catalogue, SpeaksOfEveryIndicatorOfItsRulesets) {
  const Catalogue& catalogue = repo_catalogue();
  ASSERT_FALSE(catalogue.rulesets.empty());
  for (const std::string& id : catalogue.rulesets) {
    const Ruleset& ruleset = repo_ruleset(id);
    for (const Indicator& indicator : ruleset.indicators) {
      EXPECT_NE(catalogue.find_work(indicator.id), nullptr) << id << " " << indicator.id.str();
    }
    EXPECT_EQ(catalogue.works.size(), ruleset.indicators.size());
  }
}

TEST(Catalogue, MakesNoEvidenceOutsideTheYearsOfTheRuleset) {
  for (const Catalogue::Work& work : repo_catalogue().works) {
    int from = 100;
    int to = -100;
    for (const EvidenceRule& rule : repo_ruleset("iid-2026").find(work.indicator)->evidence) {
      from = std::min(from, rule.year_from);
      to = std::max(to, rule.year_to);
    }
    for (const Catalogue::Step& step : work.steps) {
      if (!step.made_in) continue;
      EXPECT_GE(step.made_in->from, from) << work.indicator.str();
      EXPECT_LE(step.made_in->to, to) << work.indicator.str();
    }
  }
}

TEST(Catalogue, CallsEveryNumberOfDaysAnAssumption) {
  for (const Catalogue::Work& work : repo_catalogue().works) {
    EXPECT_TRUE(work.steps.empty() || work.grounds.assumption) << work.indicator.str();
  }
  for (const Catalogue::Shared& shared : repo_catalogue().shared) {
    EXPECT_TRUE(shared.grounds.assumption) << shared.id;
  }
  for (const Document& document : repo_catalogue().documents) {
    EXPECT_TRUE(document.grounds.assumption) << document.id;
  }
}

TEST(Catalogue, SharesWorkOfInnovationsOnly) {
  for (const Catalogue::Shared& shared : repo_catalogue().shared) {
    for (const Catalogue::Shared::Raise& raise : shared.raises) {
      EXPECT_EQ(repo_ruleset("iid-2026").find(raise.indicator)->aspect, Aspect::innovation)
          << shared.id;
    }
  }
}

TEST(Catalogue, UsesEveryDocumentItTells) {
  const Catalogue& catalogue = repo_catalogue();
  std::set<std::string> used;
  for (const Catalogue::Work& work : catalogue.works) {
    for (const Catalogue::Step& step : work.steps) used.insert(step.document);
  }
  for (const Catalogue::Shared& shared : catalogue.shared) used.insert(shared.document);
  for (const Document& document : catalogue.documents) {
    EXPECT_TRUE(used.contains(document.id)) << document.id;
  }
}

struct Refusal {
  const char* what;
  const char* replace;
  const char* with;
  const char* says;
};

void PrintTo(const Refusal& refusal, std::ostream* out) { *out << refusal.what; }

class RefusedCatalogue : public ::testing::TestWithParam<Refusal> {};

TEST_P(RefusedCatalogue, IsToldLineAndWhatWouldBeRight) {
  std::string text = file_text("rulesets/effort/catalogue-2026.toml");
  const auto at = text.find(GetParam().replace);
  ASSERT_NE(at, std::string::npos);
  text.replace(at, std::string(GetParam().replace).size(), GetParam().with);
  const auto result = load_catalogue(text, "broken.toml");
  ASSERT_FALSE(result.has_value());
  const auto& problems = result.error().problems;
  const auto told = std::find_if(problems.begin(), problems.end(), [](const Problem& each) {
    return each.text.en.find(GetParam().says) != std::string::npos;
  });
  ASSERT_NE(told, problems.end()) << problems.front().text.en;
  EXPECT_EQ(told->field.rfind("broken.toml:", 0), 0U) << told->field;
  EXPECT_FALSE(told->text.id.empty());
}

constexpr const char* steps_of_17 = R"({ to = 2, days = [2, 1], document = "surat-pd" },
  { to = 3, days = [3, 2, 2], document = "surat-pd" })";

INSTANTIATE_TEST_SUITE_P(
    Table, RefusedCatalogue,
    ::testing::Values(
        Refusal{"unknown key", "rulesets = [", "ruleset = 1\nrulesets = [", "unknown key"},
        Refusal{"not TOML", "id = \"catalogue-2026\"", "id = ", "not well-formed TOML"},
        Refusal{"no name", "id = \"catalogue-2026\"", "id = \"\"", "not empty"},
        Refusal{"one language", ", en = \"Effort catalogue 2026\"", "", "\"en\" must be there"},
        Refusal{"source twice", "key = \"SIM26\"", "key = \"COL26\"", "there already"},
        Refusal{"source without an entry", "sources = [\"SIM26\"]", "sources = [\"SIM27\"]",
                "not among [[source]]"},
        Refusal{"lead time below 0", "lead_days = 3\n", "lead_days = -1\n", "0 to 3650"},
        Refusal{"document on nothing", "lead_days = 200\nassumption = ", "lead_days = 200\n# ",
                "sources\" or an"},
        Refusal{"document twice", "id = \"perkada\"", "id = \"surat-pd\"", "there already"},
        Refusal{"unknown document", "document = \"rpjmd-perubahan\"", "document = \"rpjpd\"",
                "not among [[document]]"},
        Refusal{"no indicator", "id = \"2a\"", "id = \"dua\"", "must look like"},
        Refusal{"indicator twice", "id = \"2b\"", "id = \"2a\"", "there already"},
        Refusal{"level 4", "{ to = 3, days = [80", "{ to = 4, days = [80", "1 to 3"},
        Refusal{"days of too few levels", "days = [70, 60]", "days = [70]", "as many whole"},
        Refusal{"days below 0", "days = [70, 60]", "days = [70, -1]", "as many whole"},
        Refusal{"half a day", "days = [70, 60]", "days = [70, 0.5]", "as many whole"},
        Refusal{"fewer days for more", "days = [80, 70, 60]", "days = [69, 65, 60]",
                "must not be fewer"},
        Refusal{"more days from a higher start", "days = [80, 70, 60]", "days = [80, 70, 75]",
                "grow from a higher start"},
        Refusal{"a level left out", steps_of_17,
                "{ to = 3, days = [3, 2, 2], document = \"surat-pd\" }", "none left out"},
        Refusal{"no reason to stop", "beyond = { id = \"opini ini diberikan BPK\"",
                "# beyond = { id = \"", "\"beyond\" must be there"},
        Refusal{"years reversed", "made_in = [-1, 0]", "made_in = [0, -1]", "must not come after"},
        Refusal{"unknown scope", "scope = \"region\"", "scope = \"nation\"", "region, unit"},
        Refusal{"raise of an unknown indicator", "raises = [{ indicator = \"16\", to = 1 }]",
                "raises = [{ indicator = \"96\", to = 1 }]", "not among [[indicator]]"},
        Refusal{"raise to and up", "raises = [{ indicator = \"16\", to = 1 }]",
                "raises = [{ indicator = \"16\", to = 1, up = 1 }]", "not both"},
        Refusal{"raise to nothing", "raises = [{ indicator = \"16\", to = 1 }]",
                "raises = [{ indicator = \"16\" }]", "one of \"to\" and \"up\""},
        Refusal{"shared twice", "id = \"perkada-payung\"", "id = \"sk-payung\"", "there already"},
        Refusal{"too many new ones", "most = 6", "most = 51", "0 to 50"},
        Refusal{"unknown kind of unit", "kind = \"school\"", "kind = \"sekolah\"",
                "must be one of"},
        Refusal{"kind of unit twice", "kind = \"school\"", "kind = \"agency\"", "there already"},
        Refusal{"unknown affair", "affair = 13", "affair = 39", "1 to 38"},
        Refusal{"level of a new one", "levels = { \"17\" = 1", "levels = { \"17\" = 4", "0 to 3"},
        Refusal{"way twice", "id = \"belum-dilaporkan\"", "id = \"mulai-baru\"", "there already"}));

TEST(RefusedCatalogues, AreNotReadPastTheirLimit) {
  const auto past = load_catalogue(std::string(catalogue_limits::bytes + 1, ' '), "big.toml");
  ASSERT_FALSE(past.has_value());
  EXPECT_EQ(past.error().code, ErrorCode::too_large);
  const auto at_limit = load_catalogue(std::string(catalogue_limits::bytes, ' '), "big.toml");
  ASSERT_FALSE(at_limit.has_value());
  EXPECT_EQ(at_limit.error().code, ErrorCode::invalid_input);
}

TEST(RefusedCatalogues, AreToldWithoutTheTableOfNewInnovations) {
  std::string text = file_text("rulesets/effort/catalogue-2026.toml");
  text = text.substr(0, text.find("[new]"));
  const auto result = load_catalogue(text, "broken.toml");
  ASSERT_FALSE(result.has_value());
  EXPECT_THAT(result.error().problems.front().text.en, ::testing::HasSubstr("[new]"));
}

}  // namespace
}  // namespace jalur

// What the loader refuses, one example per refusal: the ruleset of 2026 with one text replaced.
#include "index/ruleset_load.h"

#include <algorithm>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "base/limits.h"
#include "index/repo_rulesets.h"

namespace jalur {
namespace {

using namespace jalur::testing;

const std::string& good_text() {
  static const std::string text = file_text("rulesets/iid-2026.toml");
  return text;
}

Expected<Ruleset> load(const std::string& text) {
  return load_ruleset(text, "broken.toml", repo_affairs());
}

// The first occurrence after `below` (an indicator's or table's heading; "": the top).
std::size_t place_of(const std::string& text, const std::string& below, const std::string& what) {
  const std::size_t from = below.empty() ? 0 : text.find(below);
  return from == std::string::npos ? from : text.find(what, from);
}

std::string told(const Error& error) {
  std::string all;
  for (const Problem& each : error.problems) {
    all += each.field + " [" + each.value + "] " + each.text.en + " / " + each.text.id + "\n";
  }
  return all;
}

struct Refusal {
  std::string what;
  std::string below;  // a text before the place to break; "": the first in the file
  std::string good;   // is replaced ...
  std::string bad;    // ... by this
  std::string
      at;  // a text on the line that is told, sought from the broken line on; "": not checked
  std::string value;  // as the answer shows it
  std::string en;
  std::string id;
};

bool tells(const Error& error, const Refusal& row, const std::string& field) {
  return std::any_of(error.problems.begin(), error.problems.end(), [&](const Problem& each) {
    return (field.empty() || each.field == field) && each.value == row.value &&
           each.text.en.find(row.en) != std::string::npos &&
           each.text.id.find(row.id) != std::string::npos;
  });
}

void expect_refused(const Refusal& row) {
  std::string text = good_text();
  const std::size_t place = place_of(text, row.below, row.good);
  ASSERT_NE(place, std::string::npos) << row.what << ": the text to break is not in the file";
  text.replace(place, row.good.size(), row.bad);
  std::string field;
  if (!row.at.empty()) {
    const std::size_t at = text.find(row.at, text.rfind('\n', place) + 1);
    ASSERT_NE(at, std::string::npos) << row.what;
    const auto line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
    field = "broken.toml:" + std::to_string(line + 1);
  }
  const auto loaded = load(text);
  ASSERT_FALSE(loaded) << row.what << " is let through";
  EXPECT_EQ(loaded.error().code, ErrorCode::invalid_input) << row.what;
  EXPECT_TRUE(tells(loaded.error(), row, field))
      << row.what << ", expected at " << field << " [" << row.value << "], was told:\n"
      << told(loaded.error());
}

void expect_all_refused(const std::vector<Refusal>& table) {
  for (const Refusal& row : table) expect_refused(row);
}

TEST(LoadRuleset, ReadsEveryRulesetOfTheRepository) {
  EXPECT_EQ(repo_rulesets().size(), 5U);
  for (const Ruleset& rules : repo_rulesets()) {
    EXPECT_FALSE(rules.id.empty());
    EXPECT_EQ(rules.indicators.size(), 40U) << rules.id;
    EXPECT_FALSE(rules.sources.empty()) << rules.id;
  }
}

TEST(LoadRuleset, ReadsAnIndicatorWhole) {
  const Indicator& rate = *repo_ruleset("iid-2026").find(id_of("5b"));
  EXPECT_EQ(rate.aspect, Aspect::government);
  EXPECT_EQ(rate.weight.str(), "0.75");
  EXPECT_TRUE(rate.mandatory);
  EXPECT_FALSE(rate.levels[2].empty());
  ASSERT_EQ(rate.measures.size(), 1U);
  EXPECT_EQ(rate.measures[0].better, Measure::Better::lower);
  EXPECT_FALSE(rate.measures[0].borders[0]) << "level 1 is open";
  EXPECT_EQ(rate.measures[0].borders[2], Hundredths::of(2'35));
  ASSERT_FALSE(rate.evidence.empty());
  EXPECT_EQ(rate.evidence[0].files, std::vector<std::string>{"pdf"});
}

TEST(LoadRuleset, NamesEachAssumptionByItsPlace) {
  std::vector<std::string> of;
  for (const Assumption& each : repo_ruleset("iid-2026").assumptions) {
    of.push_back(each.of);
    EXPECT_FALSE(each.text.id.empty() || each.text.en.empty()) << each.of;
  }
  for (const char* place : {"formula.rejected_in_divisor", "eligibility.stages",
                            "indicators.3.measures", "indicators.29.levels"}) {
    EXPECT_NE(std::find(of.begin(), of.end(), place), of.end()) << place;
  }
}

TEST(LoadRuleset, RefusesAnUnknownKeyInEveryTable) {
  const std::string en = "unknown key \"colour\"";
  const std::string id = "kunci \"colour\" tidak dikenal";
  const auto row = [&](std::string what, std::string below, std::string good, std::string bad) {
    return Refusal{std::move(what),
                   std::move(below),
                   std::move(good),
                   std::move(bad),
                   "colour",
                   "colour",
                   en,
                   id};
  };
  expect_all_refused({
      row("top", "", "year = 2026", "year = 2026\ncolour = 1"),
      row("title", "", "title = { ", "title = { colour = 1, "),
      row("source", "[[source]]", "key = ", "colour = 1\nkey = "),
      row("formula", "[formula]", "minimum_divisor", "colour = 1\nminimum_divisor"),
      row("class", "[[class]]", "name = ", "colour = 1\nname = "),
      row("eligibility", "[eligibility]", "window", "colour = 1\nwindow"),
      row("number", "[number]", "id = ", "colour = 1\nid = "),
      row("indicator", "[[indicator]]", "id = ", "colour = 1\nid = "),
      row("level", "[[indicator]]", "{ level = 2,", "{ colour = 1, level = 2,"),
      row("measure", "[[indicator]]", "{ id = \"years\",", "{ colour = 1, id = \"years\","),
      row("evidence", "[[indicator]]", "{ kind = ", "{ colour = 1, kind = "),
  });
}

TEST(LoadRuleset, RefusesAnAssumptionThatNobodyWouldRead) {
  const std::string note = "assumption = { x = { id = \"a\", en = \"b\" } }";
  const std::string en = "unknown key \"assumption\"";
  const std::string id = "kunci \"assumption\" tidak dikenal";
  expect_all_refused({
      {"top", "", "year = 2026", "year = 2026\n" + note, "assumption", "assumption", en, id},
      {"source", "[[source]]", "key = ", note + "\nkey = ", "assumption", "assumption", en, id},
      {"measure", "", "{ id = \"years\",", "{ " + note + ", id = \"years\",", "assumption",
       "assumption", en, id},
      {"field not listed", "[formula]", "assumption.rejected_in_divisor", "assumption.rejected",
       "assumption.rejected ", "rejected", "no field \"rejected\"", "tidak ada medan \"rejected\""},
      {"text instead of a table", "[number]", "id = \"36\"", "id = \"36\"\nassumption = \"x\"",
       "assumption", "", "\"assumption\" must be a table", "\"assumption\" harus tabel"},
      {"one language only", "[formula]", "assumption.rejected_in_divisor = {",
       "assumption.rejected_in_divisor = { id = \"x\" }\n#", "assumption.rejected_in_divisor", "",
       "\"en\" must be there", "\"en\" harus ada"},
  });
}

TEST(LoadRuleset, RefusesWhatDoesNotAddUp) {
  expect_all_refused({
      {"government not 63", "id = \"5b\"", "weight = \"0.75\"", "weight = \"0.76\"", "", "63.03",
       "government indicators (sum of weights x 3) must be 63.00, not 63.03",
       "indikator pemerintah (jumlah bobot x 3) harus 63.00, bukan 63.03"},
      {"maturity not 111", "id = \"35\"", "weight = \"4.00\"", "weight = \"3.00\"", "", "108.00",
       "one innovation (sum of weights x 3) must be 111.00, not 108.00",
       "satu inovasi (jumlah bobot x 3) harus 111.00, bukan 108.00"},
      {"number not 76, points", "", "points_per_innovation = \"0.38\"",
       "points_per_innovation = \"0.39\"", "", "78.00", "(points x cap) must be 76.00, not 78.00",
       "(poin x batas) harus 76.00, bukan 78.00"},
      {"number not 76, cap", "", "innovations_cap = 200", "innovations_cap = 201", "", "76.38",
       "(points x cap) must be 76.00, not 76.38", "(poin x batas) harus 76.00, bukan 76.38"},
      {"whole not 250", "", "maximum = \"250.00\"", "maximum = \"251.00\"", "", "251.00",
       "the whole (maximum) must be 250.00, not 251.00",
       "nilai keseluruhan (maximum) harus 250.00, bukan 251.00"},
      {"weight 0", "id = \"1\"", "weight = \"1.00\"", "weight = \"0.00\"", "weight", "0.00",
       "a weight must be above 0", "bobot harus lebih dari 0"},
      {"weight below 0", "id = \"1\"", "weight = \"1.00\"", "weight = \"-1.00\"", "weight", "-1.00",
       "a weight must be above 0", "bobot harus lebih dari 0"},
  });
}

TEST(LoadRuleset, RefusesLevelsAndBordersThatDoNotRunOneWay) {
  const std::string border_en = "a border must be a number with at most two places";
  const std::string border_id = "batas harus angka dengan paling banyak dua desimal";
  const std::string second = "  { level = 2, text = \"Visi memuat inovasi\" },\n";
  expect_all_refused({
      {"missing level", "id = \"1\"", second, "", "", "", "level 2 is missing",
       "parameter 2 tidak ada"},
      {"doubled level", "id = \"1\"", "level = 2", "level = 1", "level = 1", "1",
       "level 1 is given twice", "parameter 1 disebut dua kali"},
      {"level 4", "id = \"1\"", "level = 3", "level = 4", "level = 4", "4",
       "\"level\" must be there and be a whole number from 1 to 3",
       "\"level\" harus ada dan berupa bilangan bulat 1 sampai 3"},
      {"level 0", "id = \"1\"", "level = 1", "level = 0", "level = 0", "0",
       "a whole number from 1 to 3", "bilangan bulat 1 sampai 3"},
      {"level without words", "id = \"1\"", "text = \"Visi memuat inovasi\"", "text = \"\"",
       "text = \"\"", "", "\"text\" must be there and be a text that is not empty",
       "\"text\" harus ada dan berupa teks yang tidak kosong"},
      {"overlap, higher is better", "id = \"3\"", "\"-50.33\", \"8.17\"", "\"8.17\", \"-50.33\"",
       "from", "-50.33", "levels 2 and 3 overlap: their borders are 8.17 and -50.33",
       "parameter 2 dan 3 bertumpang tindih: batasnya 8.17 dan -50.33"},
      {"overlap, lower is better", "id = \"5b\"", "\"5.92\", \"2.35\"", "\"2.35\", \"5.92\"",
       "from", "5.92", "levels 2 and 3 overlap", "parameter 2 dan 3 bertumpang tindih"},
      {"two levels at one border", "id = \"2a\"", "\"1\", \"2\", \"3\"", "\"1\", \"1\", \"3\"",
       "from", "1.00", "levels 1 and 2 overlap", "parameter 1 dan 2 bertumpang tindih"},
      {"two borders", "id = \"2a\"", "\"1\", \"2\", \"3\"", "\"1\", \"2\"", "from", "",
       "there must be three borders", "harus ada tiga batas"},
      {"level 2 open", "id = \"2a\"", "\"1\", \"2\", \"3\"", "\"1\", \"open\", \"3\"", "from",
       "open", border_en, border_id},
      {"border with three places", "id = \"2a\"", "\"1\", \"2\", \"3\"", "\"1\", \"2.005\", \"3\"",
       "from", "2.005", border_en, border_id},
      {"border with a comma", "id = \"2a\"", "\"1\", \"2\", \"3\"", "\"1\", \"2,5\", \"3\"", "from",
       "2,5", border_en, border_id},
      {"border not quoted", "id = \"2a\"", "\"1\", \"2\", \"3\"", "\"1\", 2.5, \"3\"", "2.5", "",
       "\"from\" may hold texts only", "\"from\" hanya boleh berisi teks"},
      {"doubled measure", "id = \"33\"", "id = \"units\"", "id = \"people\"", "id = \"people\"",
       "people", "this measure is there already", "ukuran ini sudah ada"},
      {"neither higher nor lower", "id = \"2a\"", "better = \"higher\"", "better = \"more\"",
       "better", "more", "\"better\" must be one of higher, lower",
       "\"better\" harus salah satu dari higher, lower"},
  });
}

TEST(LoadRuleset, RefusesDecimalsThatAreNotOurs) {
  const std::string en = "a decimal in quotes with at most two places";
  const std::string id = "teks angka dengan paling banyak dua desimal";
  const std::string good = "weight = \"1.00\"";
  expect_all_refused({
      {"float", "id = \"1\"", good, "weight = 1.5", "weight", "1.5", en, id},
      {"whole number", "id = \"1\"", good, "weight = 1", "weight", "1", en, id},
      {"three places", "id = \"1\"", good, "weight = \"1.001\"", "weight", "1.001", en, id},
      {"comma", "id = \"1\"", good, "weight = \"1,00\"", "weight", "1,00", en, id},
      {"word", "id = \"1\"", good, "weight = \"one\"", "weight", "one", en, id},
      {"class", "[[class]]", "from = \"65.01\"", "from = 65.01", "from", "65.01", en, id},
      {"maximum", "[formula]", "maximum = \"250.00\"", "maximum = 250", "maximum", "250", en, id},
  });
}

TEST(LoadRuleset, RefusesClassesOutOfOrder) {
  expect_all_refused({
      {"wrong order", "[[class]]", "from = \"40.01\"", "from = \"65.02\"", "from", "65.02",
       "classes run from the highest down: this must be below 65.01",
       "predikat harus dari yang tertinggi: harus di bawah 65.01"},
      {"two from the same index", "[[class]]", "from = \"40.01\"", "from = \"65.01\"", "from",
       "65.01", "this must be below 65.01", "harus di bawah 65.01"},
      {"last not 0.00", "[[class]]", "from = \"0.00\"", "from = \"0.005\"", "from", "0.005",
       "a decimal in quotes", "teks angka"},
      {"last above 0", "name = \"Kurang Inovatif\"", "from = \"0.00\"", "from = \"-0.01\"", "", "",
       "the last class must begin at \"0.00\"", "predikat terakhir harus mulai dari \"0.00\""},
      {"doubled name", "[[class]]", "name = \"Inovatif\"", "name = \"Sangat Inovatif\"", "name",
       "Sangat Inovatif", "this class is there already", "predikat ini sudah ada"},
  });
}

TEST(LoadRuleset, RefusesAGateThatCannotBe) {
  const std::string good = "[1, 2, 3, 4, 5, 6]";
  expect_all_refused({
      {"unknown affair", "", good, "[1, 2, 3, 4, 5, 39]", "basic_services", "39",
       "affair 39 is unknown; there are 1 to 38", "urusan 39 tidak dikenal; yang ada 1 sampai 38"},
      {"doubled affair", "", good, "[1, 2, 3, 4, 5, 5]", "basic_services", "5",
       "affair 5 is given twice", "urusan 5 disebut dua kali"},
      {"no basic service", "", good, "[1, 2, 3, 4, 5, 16]", "basic_services", "16",
       "is not a basic service", "bukan pelayanan dasar"},
      {"above their number", "", "basic_services_required = 5", "basic_services_required = 7",
       "basic_services_required", "7", "a whole number from 0 to 6", "bilangan bulat 0 sampai 6"},
      {"texts", "", good, "[\"1\"]", "basic_services", "", "a list of whole numbers",
       "daftar bilangan bulat"},
      {"divisor 0", "", "minimum_divisor = 12", "minimum_divisor = 0", "minimum_divisor", "0",
       "a whole number from 1 to 1000", "bilangan bulat 1 sampai 1000"},
      {"not true or false", "", "rejected_in_divisor = true", "rejected_in_divisor = \"yes\"",
       "rejected_in_divisor", "yes", "true or false", "true atau false"},
  });
}

TEST(LoadRuleset, RefusesIndicatorsThatAreNotTheNationalList) {
  expect_all_refused({
      {"doubled", "id = \"2a\"", "id = \"2b\"", "id = \"2a\"", "id = \"2a\"", "2a",
       "this indicator is there already", "indikator ini sudah ada"},
      {"wrong order", "id = \"3\"", "id = \"3\"", "id = \"15z\"", "", "4",
       "indicators must be in order", "indikator harus urut"},
      {"government after innovation", "id = \"17\"", "aspect = \"innovation\"",
       "aspect = \"government\"", "", "17", "government first, then by number",
       "pemerintah dahulu, lalu menurut nomor"},
      {"bad number", "id = \"1\"", "id = \"1\"", "id = \"A1\"", "id = \"A1\"", "A1",
       "must look like \"5a\" or \"16\"", "harus seperti \"5a\" atau \"16\""},
      {"number taken", "[number]", "id = \"36\"", "id = \"35\"", "", "",
       "this id is used by an indicator already", "nomor ini sudah dipakai sebuah indikator"},
      {"unknown aspect", "id = \"1\"", "aspect = \"government\"", "aspect = \"region\"", "aspect",
       "region", "\"aspect\" must be one of government, innovation",
       "\"aspect\" harus salah satu dari government, innovation"},
      {"unknown variable", "id = \"1\"", "variable = \"Institusi\"", "variable = \"Institution\"",
       "variable", "Institution", "\"variable\" must be one of",
       "\"variable\" harus salah satu dari"},
      {"short name of 25 letters", "id = \"1\"", "short_name = { id = \"Visi dan misi\"",
       "short_name = { id = \"Visi dan misi pemerintah.\"", "short_name",
       "Visi dan misi pemerintah.", "at most 24 characters", "paling banyak 24 huruf"},
      {"unknown file kind", "id = \"1\"", "files = [\"pdf\"]", "files = [\"docx\"]", "files",
       "docx", "a file kind must be one of jpg, link, mp4, pdf, png",
       "jenis berkas harus salah satu dari jpg, link, mp4, pdf, png"},
      {"years of evidence turned round", "id = \"1\"", "years = [-5, 0]", "years = [0, -5]",
       "years", "", "the first year must not come after the last",
       "tahun pertama harus tidak sesudah tahun terakhir"},
      {"one year of evidence", "id = \"1\"", "years = [-5, 0]", "years = [-5]", "years", "",
       "two whole numbers", "dua bilangan bulat"},
  });
}

TEST(LoadRuleset, RefusesWindowsStagesAndSourcesThatCannotBe) {
  expect_all_refused({
      {"window turned round", "", "window = [-2, -1]", "window = [-1, -2]", "window", "",
       "the first year must not come after the last",
       "tahun pertama harus tidak sesudah tahun terakhir"},
      {"unknown stage", "", "stages = [\"implementation\"]", "stages = [\"pilot\"]", "stages",
       "pilot", "a stage must be initiative, trial or implementation",
       "tahapan harus initiative, trial, atau implementation"},
      {"no stage", "", "stages = [\"implementation\"]", "stages = []", "stages", "",
       "at least one stage", "paling sedikit satu tahapan"},
      {"unknown source", "[formula]", "sources = [\"SIM26\"", "sources = [\"SIM99\"", "sources",
       "SIM99", "source \"SIM99\" is not among [[source]]",
       "sumber \"SIM99\" tidak ada di antara [[source]]"},
      {"no source", "[[class]]", "sources = [\"SIM26\", \"TOR26\"]", "sources = []", "sources", "",
       "at least one source", "paling sedikit satu sumber"},
      {"doubled source", "", "key = \"TOR26\"", "key = \"SIM26\"", "key", "SIM26",
       "this source is there already", "sumber ini sudah ada"},
  });
}

TEST(LoadRuleset, RefusesFilesThatAreNotWhole) {
  expect_all_refused({
      {"formula missing", "", "[formula]", "[formulae]", "", "",
       "the table [formula] must be there", "tabel [formula] harus ada"},
      {"eligibility missing", "", "[eligibility]", "[eligible]", "", "",
       "the table [eligibility] must be there", "tabel [eligibility] harus ada"},
      {"number missing", "", "[number]", "[count]", "", "", "the table [number] must be there",
       "tabel [number] harus ada"},
      {"id missing", "", "id = \"iid-2026\"", "", "", "", "\"id\" must be there",
       "\"id\" harus ada"},
      {"id empty", "", "id = \"iid-2026\"", "id = \"\"", "id = \"\"", "",
       "a text that is not empty", "teks yang tidak kosong"},
      {"year as text", "", "year = 2026", "year = \"2026\"", "year", "2026",
       "a whole number from 2000 to 2100", "bilangan bulat 2000 sampai 2100"},
      {"title in one language", "", "title = { id = \"Indeks Inovasi Daerah 2026\", ", "title = { ",
       "title", "", "title: \"id\" must be there", "title: \"id\" harus ada"},
      {"no prognosis", "", "prognosis = false", "", "", "", "\"prognosis\" must be there",
       "\"prognosis\" harus ada"},
      {"syntax", "", "year = 2026", "year = = 2026", "year", "", "not well-formed TOML",
       "bukan TOML yang benar"},
      {"the same key twice", "", "year = 2026", "year = 2026\nyear = 2025", "year = 2025", "",
       "not well-formed TOML", "bukan TOML yang benar"},
  });
}

TEST(LoadRuleset, TellsSeveralFaultsAtOnce) {
  std::string text = good_text();
  const auto replace = [&](const std::string& good, const std::string& bad) {
    text.replace(text.find(good), good.size(), bad);
  };
  replace("window = [-2, -1]", "window = [-1, -2]");
  replace("key = \"TOR26\"", "key = \"SIM26\"");
  replace("year = 2026", "year = 26");
  const auto loaded = load(text);
  ASSERT_FALSE(loaded);
  for (const char* words :
       {"the first year must not", "this source is there already", "\"year\""}) {
    EXPECT_NE(told(loaded.error()).find(words), std::string::npos) << words;
  }
}

TEST(LoadRuleset, RefusesWhatIsTooLarge) {
  std::string text = good_text();
  text.resize(limits::ruleset_bytes, '\n');
  EXPECT_TRUE(load(text)) << "at the limit";
  text += '\n';
  const auto loaded = load(text);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::too_large);
  EXPECT_EQ(loaded.error().problems[0].field, "broken.toml");
  EXPECT_EQ(loaded.error().problems[0].text.en, "1048577 bytes, at most 1048576");
}

TEST(LoadRuleset, RefusesWhatIsNotARulesetAtAll) {
  for (const std::string text :
       {"", "x", "{\"id\": 1}", "\xff\xfe", "[[indicator]]", "class = 1"}) {
    const auto loaded = load(text);
    ASSERT_FALSE(loaded) << text;
    EXPECT_LE(loaded.error().problems.size(), limits::problems_per_answer + 1) << text;
  }
}

TEST(LoadAffairs, ReadsThe38InOrder) {
  const auto& affairs = repo_affairs();
  ASSERT_EQ(affairs.size(), 38U);
  for (int i = 0; i < 38; ++i) EXPECT_EQ(affairs[static_cast<std::size_t>(i)].number, i + 1);
  EXPECT_EQ(affairs[0].name, "Pendidikan");
  for (int i = 0; i < 38; ++i) {
    EXPECT_EQ(affairs[static_cast<std::size_t>(i)].group == Affair::Group::basic_service, i < 6);
  }
}

TEST(LoadAffairs, RefusesGapsAndUnknownGroups) {
  const std::string first = "[[affair]]\nnumber = 1\nname = \"Pendidikan\"\n";
  const auto gap = load_affairs(first +
                                    "group = \"mandatory\"\n[[affair]]\nnumber = 3\nname = \"x\"\n"
                                    "group = \"optional\"\n",
                                "affairs.toml");
  ASSERT_FALSE(gap);
  EXPECT_EQ(gap.error().problems[0].field, "affairs.toml:6");
  EXPECT_NE(gap.error().problems[0].text.en.find("without a gap"), std::string::npos);
  const auto group = load_affairs(first + "group = \"basic\"\n", "affairs.toml");
  ASSERT_FALSE(group);
  EXPECT_EQ(group.error().problems[0].value, "basic");
  EXPECT_NE(group.error().problems[0].text.id.find("kelompok harus"), std::string::npos);
}

}  // namespace
}  // namespace jalur

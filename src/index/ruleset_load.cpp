#include "index/ruleset_load.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/limits.h"
#include "index/toml_reader.h"

namespace jalur {

namespace {

// The whole that every year since 2023 shares (rulesets/README.md): a file that does not add up to
// it is wrong.
constexpr Points government_total = Points::of(63'00);
constexpr Points maturity_total = Points::of(111'00);
constexpr Points number_total = Points::of(76'00);
constexpr Points whole_total = Points::of(250'00);

template <class Value>
std::optional<Value> one_of(const TomlTable& table, std::string_view key,
                            const std::map<std::string, Value, std::less<>>& words) {
  const std::string given = table.string(key);
  const auto it = words.find(given);
  if (it != words.end()) return it->second;
  std::vector<std::string_view> known;
  for (const auto& [word, value] : words) known.push_back(word);
  table.complain(table.find(key), given,
                 {fmt::format("\"{}\" harus salah satu dari {}", key, fmt::join(known, ", ")),
                  fmt::format("\"{}\" must be one of {}", key, fmt::join(known, ", "))});
  return std::nullopt;
}

const std::map<std::string, Stage, std::less<>> stage_words{
    {"initiative", Stage::initiative},
    {"trial", Stage::trial},
    {"implementation", Stage::implementation}};
const std::map<std::string, Aspect, std::less<>> aspect_words{{"government", Aspect::government},
                                                              {"innovation", Aspect::innovation}};
const std::map<std::string, Measure::Better, std::less<>> better_words{
    {"higher", Measure::Better::higher}, {"lower", Measure::Better::lower}};

// The eight national variables; each is read as itself.
const std::map<std::string, std::string, std::less<>> variables = [] {
  std::map<std::string, std::string, std::less<>> names;
  for (const char* name :
       {"Institusi", "Sumber Daya Manusia", "Ekosistem Inovasi dan Kajian", "Infrastruktur",
        "Output Pengetahuan dan Teknologi", "Kecepatan Bisnis Proses", "Kecanggihan Produk",
        "Jumlah Inovasi dan Hasil Kreatif"}) {
    names.emplace(name, name);
  }
  return names;
}();

IndicatorId indicator_id(const TomlTable& table) {
  const std::string given = table.string("id");
  const auto id = IndicatorId::parse(given);
  if (!id) {
    table.complain(table.find("id"), given,
                   {"nomor indikator harus seperti \"5a\" atau \"16\"",
                    "an indicator's id must look like \"5a\" or \"16\""});
  }
  return id.value_or(IndicatorId{});
}

class RulesetReader {
 public:
  RulesetReader(const toml::table& file, std::string_view name, const std::vector<Affair>& affairs,
                Problems& problems)
      : top_(file, name, {}, problems), affairs_(affairs) {}

  Ruleset read() {
    top_.allow_only({"id", "year", "title", "prognosis", "source", "formula", "class",
                     "eligibility", "number", "indicator"});
    ruleset_.id = top_.string("id");
    ruleset_.year = top_.whole("year", 2000, 2100);
    ruleset_.title = top_.text("title");
    ruleset_.prognosis = top_.yes_or_no("prognosis");
    read_sources();
    with_table("formula", [&](const TomlTable& table) { read_formula(table); });
    read_classes();
    with_table("eligibility", [&](const TomlTable& table) { read_eligibility(table); });
    with_table("number", [&](const TomlTable& table) { read_number(table); });
    for (const TomlTable& table : top_.tables("indicator")) read_indicator(table);
    check_totals();
    check_order();
    return std::move(ruleset_);
  }

 private:
  template <class Read>
  void with_table(std::string_view key, Read read) {
    if (const auto table = top_.table(key)) {
      read(*table);
    } else {
      top_.complain_key(key, {fmt::format("tabel [{}] harus ada", key),
                              fmt::format("the table [{}] must be there", key)});
    }
  }

  void read_sources() {
    for (const TomlTable& table : top_.tables("source")) {
      table.allow_only({"key", "title", "address"});
      Source source{table.string("key"), table.string("title"), table.string("address")};
      if (!source_keys_.insert(source.key).second) {
        table.complain(table.find("key"), source.key,
                       {"sumber ini sudah ada", "this source is there already"});
      }
      ruleset_.sources.push_back(std::move(source));
    }
  }

  std::vector<std::string> sources_of(const TomlTable& table) {
    std::vector<std::string> keys = table.strings("sources");
    if (keys.empty()) {
      table.complain_key("sources", {"paling sedikit satu sumber", "at least one source"});
    }
    for (const std::string& key : keys) {
      if (source_keys_.contains(key)) continue;
      table.complain(table.find("sources"), key,
                     {fmt::format("sumber \"{}\" tidak ada di antara [[source]]", key),
                      fmt::format("source \"{}\" is not among [[source]]", key)});
    }
    return keys;
  }

  // `of` names the table in the answer: "formula", "indicators.5a", "classes.Inovatif".
  void read_assumptions(const TomlTable& table, const std::string& of) {
    if (table.find("assumption") == nullptr) return;
    const auto inner = table.table("assumption");
    if (!inner) {
      table.complain_key("assumption", {"\"assumption\" harus tabel: medan = { id, en }",
                                        "\"assumption\" must be a table: field = { id, en }"});
      return;
    }
    for (const auto& [key, node] : inner->raw()) {
      const std::string field(key.str());
      if (table.find(field) == nullptr) {
        inner->complain(&node, field,
                        {fmt::format("tidak ada medan \"{}\" untuk asumsi ini", field),
                         fmt::format("there is no field \"{}\" for this assumption", field)});
      }
      ruleset_.assumptions.push_back({of + "." + field, inner->text(field)});
    }
  }

  void read_formula(const TomlTable& table) {
    table.allow_only({"minimum_divisor", "points_per_innovation", "innovations_cap",
                      "basic_services", "basic_services_required", "rejected_in_divisor",
                      "rejected_in_number", "maximum", "sources", "assumption"});
    Formula& formula = ruleset_.formula;
    formula.minimum_divisor = table.whole("minimum_divisor", 1, 1'000);
    formula.points_per_innovation = table.decimal("points_per_innovation");
    formula.innovations_cap = table.whole("innovations_cap", 1, 100'000);
    formula.basic_services = table.wholes("basic_services");
    check_basic_services(table, formula.basic_services);
    formula.basic_services_required =
        table.whole("basic_services_required", 0, static_cast<int>(formula.basic_services.size()));
    formula.rejected_in_divisor = table.yes_or_no("rejected_in_divisor");
    formula.rejected_in_number = table.yes_or_no("rejected_in_number");
    formula.maximum = table.decimal("maximum");
    formula.sources = sources_of(table);
    read_assumptions(table, "formula");
  }

  void check_basic_services(const TomlTable& table, const std::vector<int>& numbers) const {
    std::set<int> seen;
    for (const int number : numbers) {
      check_affair(table, number);
      if (seen.insert(number).second) continue;
      table.complain(table.find("basic_services"), std::to_string(number),
                     {fmt::format("urusan {} disebut dua kali", number),
                      fmt::format("affair {} is given twice", number)});
    }
  }

  void check_affair(const TomlTable& table, int number) const {
    const auto it = std::find_if(affairs_.begin(), affairs_.end(),
                                 [&](const Affair& affair) { return affair.number == number; });
    if (it == affairs_.end()) {
      table.complain(
          table.find("basic_services"), std::to_string(number),
          {fmt::format("urusan {} tidak dikenal; yang ada 1 sampai {}", number, affairs_.size()),
           fmt::format("affair {} is unknown; there are 1 to {}", number, affairs_.size())});
    } else if (it->group != Affair::Group::basic_service) {
      table.complain(table.find("basic_services"), std::to_string(number),
                     {fmt::format("urusan {} ({}) bukan pelayanan dasar", number, it->name),
                      fmt::format("affair {} ({}) is not a basic service", number, it->name)});
    }
  }

  void read_classes() {
    for (const TomlTable& table : top_.tables("class")) {
      table.allow_only({"name", "from", "sources", "assumption"});
      ClassBand band{table.string("name"), table.decimal("from"), sources_of(table)};
      if (!ruleset_.classes.empty() && band.from >= ruleset_.classes.back().from) {
        table.complain(table.find("from"), band.from.str(),
                       {fmt::format("predikat harus dari yang tertinggi: harus di bawah {}",
                                    ruleset_.classes.back().from.str()),
                        fmt::format("classes run from the highest down: this must be below {}",
                                    ruleset_.classes.back().from.str())});
      }
      const auto same = [&](const ClassBand& other) { return other.name == band.name; };
      if (std::any_of(ruleset_.classes.begin(), ruleset_.classes.end(), same)) {
        table.complain(table.find("name"), band.name,
                       {"predikat ini sudah ada", "this class is there already"});
      }
      read_assumptions(table, "classes." + band.name);
      ruleset_.classes.push_back(std::move(band));
    }
    if (ruleset_.classes.empty() || ruleset_.classes.back().from != Hundredths{}) {
      top_.complain_key("class", {"predikat terakhir harus mulai dari \"0.00\"",
                                  "the last class must begin at \"0.00\""});
    }
  }

  void read_eligibility(const TomlTable& table) {
    table.allow_only(
        {"stages", "window", "development_renews", "minimum_words", "sources", "assumption"});
    Eligibility& rules = ruleset_.eligibility;
    for (const std::string& given : table.strings("stages")) {
      const auto it = stage_words.find(given);
      if (it != stage_words.end()) {
        rules.stages.push_back(it->second);
      } else {
        table.complain(table.find("stages"), given,
                       {"tahapan harus initiative, trial, atau implementation",
                        "a stage must be initiative, trial or implementation"});
      }
    }
    if (rules.stages.empty()) {
      table.complain_key("stages", {"paling sedikit satu tahapan", "at least one stage"});
    }
    const auto window = table.whole_pair("window");
    rules.window_from_year = window[0];
    rules.window_to_year = window[1];
    if (window[0] > window[1]) {
      table.complain_key("window", {"tahun pertama harus tidak sesudah tahun terakhir",
                                    "the first year must not come after the last"});
    }
    rules.development_renews = table.yes_or_no("development_renews");
    rules.minimum_words = table.whole("minimum_words", 0, 10'000);
    rules.sources = sources_of(table);
    read_assumptions(table, "eligibility");
  }

  void read_number(const TomlTable& table) {
    table.allow_only({"id", "name", "assumption"});
    ruleset_.number_indicator = indicator_id(table);
    ruleset_.number_name = table.text("name");
    read_assumptions(table, "number");
  }

  void read_indicator(const TomlTable& table) {
    table.allow_only({"id", "aspect", "variable", "name", "short_name", "weight", "mandatory",
                      "levels", "measures", "evidence", "sources", "assumption"});
    Indicator indicator;
    indicator.id = indicator_id(table);
    indicator.aspect = one_of(table, "aspect", aspect_words).value_or(Aspect::government);
    indicator.variable = one_of(table, "variable", variables).value_or("");
    indicator.name = table.text("name");
    indicator.short_name = table.text("short_name");
    check_short(table, indicator.short_name);
    indicator.weight = table.decimal("weight");
    if (indicator.weight <= Points{}) {
      table.complain(table.find("weight"), indicator.weight.str(),
                     {"bobot harus lebih dari 0", "a weight must be above 0"});
    }
    indicator.mandatory = table.yes_or_no("mandatory");
    read_levels(table, indicator);
    for (const TomlTable& measure : table.tables("measures")) read_measure(measure, indicator);
    for (const TomlTable& evidence : table.tables("evidence")) read_evidence(evidence, indicator);
    indicator.sources = sources_of(table);
    read_assumptions(table, "indicators." + indicator.id.str());
    lines_[indicator.id] = &table.raw();
    if (ruleset_.find(indicator.id) != nullptr) {
      table.complain(table.find("id"), indicator.id.str(),
                     {"indikator ini sudah ada", "this indicator is there already"});
    }
    ruleset_.indicators.push_back(std::move(indicator));
  }

  static void check_short(const TomlTable& table, const Text& name) {
    constexpr std::size_t most_characters = 24;
    for (const std::string& text : {name.id, name.en}) {
      const auto characters = std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
      });
      if (static_cast<std::size_t>(characters) <= most_characters) continue;
      table.complain(table.find("short_name"), text,
                     {fmt::format("paling banyak {} huruf", most_characters),
                      fmt::format("at most {} characters", most_characters)});
    }
  }

  static void read_levels(const TomlTable& table, Indicator& indicator) {
    std::set<int> seen;
    for (const TomlTable& level : table.tables("levels")) {
      level.allow_only({"level", "text"});
      const auto number = level.whole_within("level", 1, 3);
      if (!number) continue;
      indicator.levels[static_cast<std::size_t>(*number - 1)] = level.string("text");
      if (!seen.insert(*number).second) {
        level.complain(level.find("level"), std::to_string(*number),
                       {fmt::format("parameter {} disebut dua kali", *number),
                        fmt::format("level {} is given twice", *number)});
      }
    }
    for (int number = 1; number <= 3; ++number) {
      if (seen.contains(number)) continue;
      table.complain_key("levels", {fmt::format("parameter {} tidak ada", number),
                                    fmt::format("level {} is missing", number)});
    }
  }

  static void read_measure(const TomlTable& table, Indicator& indicator) {
    table.allow_only({"id", "name", "unit", "better", "from"});
    Measure measure;
    measure.id = table.string("id");
    measure.name = table.text("name");
    measure.unit = table.string("unit");
    measure.better = one_of(table, "better", better_words).value_or(Measure::Better::higher);
    read_borders(table, measure);
    const auto same = [&](const Measure& other) { return other.id == measure.id; };
    if (std::any_of(indicator.measures.begin(), indicator.measures.end(), same)) {
      table.complain(table.find("id"), measure.id,
                     {"ukuran ini sudah ada", "this measure is there already"});
    }
    indicator.measures.push_back(std::move(measure));
  }

  static void read_borders(const TomlTable& table, Measure& measure) {
    const auto borders = table.strings("from");
    if (borders.size() != measure.borders.size()) {
      table.complain_key("from", {"harus ada tiga batas, satu per parameter",
                                  "there must be three borders, one per level"});
      return;
    }
    for (std::size_t i = 0; i < borders.size(); ++i) {
      if (i == 0 && borders[i] == "open") continue;
      measure.borders[i] = Hundredths::parse(borders[i]);
      if (!measure.borders[i]) {
        table.complain(
            table.find("from"), borders[i],
            {"batas harus angka dengan paling banyak dua desimal; hanya parameter 1 boleh "
             "\"open\"",
             "a border must be a number with at most two places; only level 1 may be "
             "\"open\""});
        return;
      }
      if (i > 0 && measure.borders[i - 1]) check_apart(table, measure, i);
    }
  }

  static void check_apart(const TomlTable& table, const Measure& measure, std::size_t i) {
    const Hundredths lower = *measure.borders[i - 1];
    const Hundredths higher = *measure.borders[i];
    if (measure.better == Measure::Better::higher ? lower < higher : lower > higher) return;
    table.complain(table.find("from"), higher.str(),
                   {fmt::format("parameter {} dan {} bertumpang tindih: batasnya {} dan {}", i,
                                i + 1, lower.str(), higher.str()),
                    fmt::format("levels {} and {} overlap: their borders are {} and {}", i, i + 1,
                                lower.str(), higher.str())});
  }

  static void read_evidence(const TomlTable& table, Indicator& indicator) {
    static const std::set<std::string, std::less<>> known{"pdf", "jpg", "png", "mp4", "link"};
    table.allow_only({"kind", "signer", "years", "files"});
    EvidenceRule rule;
    rule.kind = table.string("kind");
    rule.signer = table.string_or_empty("signer");
    const auto years = table.whole_pair("years");
    rule.year_from = years[0];
    rule.year_to = years[1];
    if (years[0] > years[1]) {
      table.complain_key("years", {"tahun pertama harus tidak sesudah tahun terakhir",
                                   "the first year must not come after the last"});
    }
    rule.files = table.strings("files");
    for (const std::string& file : rule.files) {
      if (known.contains(file)) continue;
      table.complain(table.find("files"), file,
                     {fmt::format("jenis berkas harus salah satu dari {}", fmt::join(known, ", ")),
                      fmt::format("a file kind must be one of {}", fmt::join(known, ", "))});
    }
    indicator.evidence.push_back(std::move(rule));
  }

  void check_total(Points sum, Points expected, std::string_view key, const Text& what) {
    if (sum == expected) return;
    top_.complain(top_.find(key), sum.str(),
                  {fmt::format("{} harus {}, bukan {}", what.id, expected.str(), sum.str()),
                   fmt::format("{} must be {}, not {}", what.en, expected.str(), sum.str())});
  }

  void check_totals() {
    check_total(ruleset_.government_maximum(), government_total, "indicator",
                {"nilai tertinggi indikator pemerintah (jumlah bobot x 3)",
                 "the maximum of the government indicators (sum of weights x 3)"});
    check_total(ruleset_.maturity_maximum(), maturity_total, "indicator",
                {"nilai tertinggi satu inovasi (jumlah bobot x 3)",
                 "the maximum of one innovation (sum of weights x 3)"});
    check_total(ruleset_.number_maximum(), number_total, "formula",
                {"nilai tertinggi jumlah inovasi (poin x batas)",
                 "the maximum of the number of innovations (points x cap)"});
    check_total(ruleset_.formula.maximum, whole_total, "formula",
                {"nilai keseluruhan (maximum)", "the whole (maximum)"});
  }

  // Government first, each aspect in national order: what the answers and screens rely on.
  void check_order() {
    for (std::size_t i = 1; i < ruleset_.indicators.size(); ++i) {
      const Indicator& before = ruleset_.indicators[i - 1];
      const Indicator& here = ruleset_.indicators[i];
      if (before.aspect <= here.aspect && before.id <= here.id) continue;
      top_.complain(lines_[here.id], here.id.str(),
                    {"indikator harus urut: pemerintah dahulu, lalu menurut nomor",
                     "indicators must be in order: government first, then by number"});
    }
    if (ruleset_.find(ruleset_.number_indicator) != nullptr) {
      top_.complain_key("number", {"nomor ini sudah dipakai sebuah indikator",
                                   "this id is used by an indicator already"});
    }
  }

  TomlTable top_;
  const std::vector<Affair>& affairs_;
  Ruleset ruleset_;
  std::set<std::string, std::less<>> source_keys_;
  std::map<IndicatorId, const toml::table*> lines_;
};

}  // namespace

Expected<Ruleset> load_ruleset(std::string_view toml, std::string_view name,
                               const std::vector<Affair>& affairs) {
  if (toml.size() > limits::ruleset_bytes) {
    return fail(ErrorCode::too_large,
                {fmt::format("{} byte, paling banyak {}", toml.size(), limits::ruleset_bytes),
                 fmt::format("{} bytes, at most {}", toml.size(), limits::ruleset_bytes)},
                std::string(name));
  }
  auto file = parse_toml(toml, name);
  if (!file) return tl::unexpected(file.error());
  Problems problems;
  Ruleset ruleset = RulesetReader(*file, name, affairs, problems).read();
  if (!problems.none()) return std::move(problems).as_error();
  return ruleset;
}

}  // namespace jalur

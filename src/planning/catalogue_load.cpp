#include "planning/catalogue_load.h"

#include <algorithm>
#include <map>
#include <set>

#include "index/toml_reader.h"

namespace jalur {

namespace {

const std::map<std::string, Catalogue::Shared::Scope, std::less<>> scope_words{
    {"region", Catalogue::Shared::Scope::region}, {"unit", Catalogue::Shared::Scope::unit}};
const std::map<std::string, Unit::Kind, std::less<>> unit_words{
    {"agency", Unit::Kind::agency},
    {"sub_district", Unit::Kind::sub_district},
    {"health_centre", Unit::Kind::health_centre},
    {"school", Unit::Kind::school},
    {"village", Unit::Kind::village},
    {"other", Unit::Kind::other}};

constexpr const char* shape_of_days_id =
    "harus sebanyak \"to\" bilangan bulat: hari orang dari parameter 0, 1, 2";
constexpr const char* shape_of_days_en =
    "it must hold as many whole numbers as \"to\" says: person-days from level 0, 1, 2";

class CatalogueReader {
 public:
  CatalogueReader(const toml::table& file, std::string_view name, Problems& problems)
      : top_(file, name, {}, problems) {}

  Catalogue read() {
    top_.allow_only(
        {"id", "title", "rulesets", "source", "document", "indicator", "shared", "new"});
    catalogue_.id = top_.string("id");
    catalogue_.title = top_.text("title");
    catalogue_.rulesets = top_.strings("rulesets");
    for (const TomlTable& table : top_.tables("source")) read_source(table);
    for (const TomlTable& table : top_.tables("document")) read_document(table);
    for (const TomlTable& table : top_.tables("indicator")) read_work(table);
    for (const TomlTable& table : top_.tables("shared")) read_shared(table);
    if (const auto table = top_.table("new")) {
      read_new(*table);
    } else {
      top_.complain_key("new", {"tabel [new] harus ada", "the table [new] must be there"});
    }
    return std::move(catalogue_);
  }

 private:
  static void once(const TomlTable& table, std::string_view key, std::set<std::string>& seen,
                   const std::string& value) {
    if (value.empty() || seen.insert(value).second) return;
    table.complain(table.find(key), value,
                   {fmt::format("\"{}\" ini sudah ada", key),
                    fmt::format("this \"{}\" is there already", key)});
  }

  template <class Value>
  static std::optional<Value> one_of(const TomlTable& table, std::string_view key,
                                     const std::map<std::string, Value, std::less<>>& words) {
    const std::string given = table.string(key);
    if (const auto it = words.find(given); it != words.end()) return it->second;
    std::vector<std::string_view> known;
    for (const auto& [word, value] : words) known.push_back(word);
    table.complain(table.find(key), given,
                   {fmt::format("\"{}\" harus salah satu dari {}", key, fmt::join(known, ", ")),
                    fmt::format("\"{}\" must be one of {}", key, fmt::join(known, ", "))});
    return std::nullopt;
  }

  static IndicatorId indicator_of(const TomlTable& table, std::string_view key) {
    const std::string given = table.string(key);
    const auto id = IndicatorId::parse(given);
    if (!id) not_an_id(table, key, given);
    return id.value_or(IndicatorId{});
  }

  static void not_an_id(const TomlTable& table, std::string_view key, const std::string& given) {
    table.complain(table.find(key), given,
                   {"nomor indikator harus seperti \"5a\" atau \"16\"",
                    "an indicator's id must look like \"5a\" or \"16\""});
  }

  static Level level_at(const TomlTable& table, std::string_view key, int least) {
    return *level_of(table.whole(key, least, 3));
  }

  static bool has(const TomlTable& table, std::string_view key) {
    return table.find(key) != nullptr;
  }

  void read_source(const TomlTable& table) {
    table.allow_only({"key", "title", "address"});
    Source source{table.string("key"), table.string("title"), table.string("address")};
    once(table, "key", sources_, source.key);
    catalogue_.sources.push_back(std::move(source));
  }

  Grounds grounds_of(const TomlTable& table) const {
    Grounds grounds;
    if (has(table, "sources")) grounds.sources = table.strings("sources");
    if (has(table, "assumption")) grounds.assumption = table.text("assumption");
    for (const std::string& key : grounds.sources) {
      if (sources_.contains(key)) continue;
      table.complain(table.find("sources"), key,
                     {fmt::format("sumber \"{}\" tidak ada di antara [[source]]", key),
                      fmt::format("source \"{}\" is not among [[source]]", key)});
    }
    if (grounds.sources.empty() && !grounds.assumption) {
      table.complain(nullptr, {},
                     {"angka di sini harus punya \"sources\" atau \"assumption\"",
                      "figures here must have \"sources\" or an \"assumption\""});
    }
    return grounds;
  }

  void read_document(const TomlTable& table) {
    table.allow_only({"id", "name", "lead_days", "sources", "assumption"});
    Document document{table.string("id"), table.text("name"),
                      table.whole("lead_days", 0, catalogue_limits::lead_days), grounds_of(table)};
    once(table, "id", documents_, document.id);
    catalogue_.documents.push_back(std::move(document));
  }

  std::string document_of(const TomlTable& table) const {
    std::string id = table.string("document");
    if (!id.empty() && !documents_.contains(id)) {
      table.complain(table.find("document"), id,
                     {"dokumen ini tidak ada di antara [[document]]",
                      "this document is not among [[document]]"});
    }
    return id;
  }

  void read_work(const TomlTable& table) {
    table.allow_only({"id", "steps", "beyond", "sources", "assumption"});
    Catalogue::Work work;
    work.indicator = indicator_of(table, "id");
    once(table, "id", indicators_, work.indicator.str());
    for (const TomlTable& step : table.tables("steps")) work.steps.push_back(read_step(step));
    if (has(table, "beyond")) work.beyond = table.text("beyond");
    work.grounds = grounds_of(table);
    check_steps(table, work);
    catalogue_.works.push_back(std::move(work));
  }

  Catalogue::Step read_step(const TomlTable& table) const {
    table.allow_only({"to", "days", "document", "made_in", "follows"});
    Catalogue::Step step;
    step.to = level_at(table, "to", 1);
    step.days = days_of(table, step.to);
    step.document = document_of(table);
    if (has(table, "made_in")) step.made_in = span_of(table, "made_in");
    if (has(table, "follows")) step.follows = table.yes_or_no("follows");
    return step;
  }

  static std::array<PersonDays, 3> days_of(const TomlTable& table, Level to) {
    std::array<PersonDays, 3> days{};
    const toml::node* node = table.find("days");
    const toml::array* array = node != nullptr ? node->as_array() : nullptr;
    bool good = array != nullptr && array->size() == static_cast<std::size_t>(number(to));
    for (std::size_t i = 0; good && i < array->size(); ++i) {
      const auto value = array->get(i)->value_exact<std::int64_t>();
      good = value && *value >= 0 && *value <= catalogue_limits::person_days;
      if (good) days[i] = *value;
    }
    if (!good) table.complain_key("days", {shape_of_days_id, shape_of_days_en});
    return days;
  }

  static YearSpan span_of(const TomlTable& table, std::string_view key) {
    const auto years = table.whole_pair(key);
    if (years[0] > years[1]) {
      table.complain_key(key, {"tahun pertama harus tidak sesudah tahun terakhir",
                               "the first year must not come after the last"});
    }
    return {years[0], years[1]};
  }

  static void check_steps(const TomlTable& table, const Catalogue::Work& work) {
    int expected = 1;
    for (const Catalogue::Step& step : work.steps) {
      if (number(step.to) != expected++) {
        table.complain_key("steps", {"langkah harus urut dari parameter 1, tanpa yang terlewat",
                                     "steps must run from level 1 upward, none left out"});
        return;
      }
    }
    for (std::size_t i = 0; i < work.steps.size(); ++i) check_days(table, work, i);
    const bool whole = work.steps.size() == 3;
    if (whole == work.beyond.has_value()) {
      table.complain(table.find("beyond"), {},
                     {"\"beyond\" harus ada bila langkah tidak sampai parameter 3, dan hanya bila "
                      "begitu",
                      "\"beyond\" must be there when the steps do not lead to level 3, and only "
                      "then"});
    }
  }

  // More work for a higher level, less from a higher start.
  static void check_days(const TomlTable& table, const Catalogue::Work& work, std::size_t i) {
    const auto& days = work.steps[i].days;
    bool good = true;
    for (std::size_t from = 0; from < i; ++from) {
      good = good && days[from] >= work.steps[i - 1].days[from] && days[from] >= days[from + 1];
    }
    if (good) return;
    table.complain_key("steps",
                       {fmt::format("hari ke parameter {} tidak boleh kurang daripada ke parameter "
                                    "di bawahnya, dan tidak boleh bertambah dari awal yang lebih "
                                    "tinggi",
                                    i + 1),
                        fmt::format("the days to level {} must not be fewer than to the level "
                                    "below, nor grow from a higher start",
                                    i + 1)});
  }

  void read_shared(const TomlTable& table) {
    table.allow_only({"id", "name", "scope", "document", "days", "days_per_ten_innovations",
                      "raises", "sources", "assumption"});
    Catalogue::Shared shared;
    shared.id = table.string("id");
    once(table, "id", shared_, shared.id);
    shared.name = table.text("name");
    shared.scope = one_of(table, "scope", scope_words).value_or(Catalogue::Shared::Scope::region);
    shared.document = document_of(table);
    shared.days = table.whole("days", 0, catalogue_limits::person_days);
    shared.days_per_ten_innovations =
        table.whole("days_per_ten_innovations", 0, catalogue_limits::person_days);
    for (const TomlTable& raise : table.tables("raises")) {
      shared.raises.push_back(read_raise(raise));
    }
    shared.grounds = grounds_of(table);
    catalogue_.shared.push_back(std::move(shared));
  }

  Catalogue::Shared::Raise read_raise(const TomlTable& table) const {
    table.allow_only({"indicator", "from", "to", "up"});
    Catalogue::Shared::Raise raise;
    raise.indicator = indicator_of(table, "indicator");
    if (!indicators_.contains(raise.indicator.str())) {
      table.complain(table.find("indicator"), raise.indicator.str(),
                     {"indikator ini tidak ada di antara [[indicator]]",
                      "this indicator is not among [[indicator]]"});
    }
    if (has(table, "from")) raise.from = level_at(table, "from", 0);
    if (has(table, "to") == has(table, "up")) {
      table.complain(nullptr, {},
                     {"harus ada salah satu dari \"to\" dan \"up\", tidak keduanya",
                      "there must be one of \"to\" and \"up\", not both"});
    } else if (has(table, "to")) {
      raise.to = level_at(table, "to", 1);
    } else {
      raise.up = table.whole("up", 1, 3);
    }
    return raise;
  }

  void read_new(const TomlTable& table) {
    table.allow_only({"most", "way", "unit_affairs", "sources", "assumption"});
    catalogue_.new_most = table.whole("most", 0, catalogue_limits::new_innovations);
    grounds_of(table);
    for (const TomlTable& way : table.tables("way")) read_start(way);
    std::set<std::string> kinds;
    for (const TomlTable& entry : table.tables("unit_affairs")) {
      entry.allow_only({"kind", "affair"});
      const auto kind = one_of(entry, "kind", unit_words);
      once(entry, "kind", kinds, entry.string("kind"));
      catalogue_.unit_affairs.push_back(
          {kind.value_or(Unit::Kind::other), entry.whole("affair", 1, 38)});
    }
  }

  void read_start(const TomlTable& table) {
    table.allow_only(
        {"id", "name", "running", "lead_days", "days", "levels", "sources", "assumption"});
    Catalogue::Start start;
    start.id = table.string("id");
    once(table, "id", starts_, start.id);
    start.name = table.text("name");
    start.running = table.yes_or_no("running");
    start.lead_days = table.whole("lead_days", 0, catalogue_limits::lead_days);
    start.days = table.whole("days", 0, catalogue_limits::person_days);
    if (const auto levels = table.table("levels")) start.levels = levels_of(*levels);
    start.grounds = grounds_of(table);
    catalogue_.starts.push_back(std::move(start));
  }

  static Levels levels_of(const TomlTable& table) {
    Levels levels;
    for (const auto& [key, node] : table.raw()) {
      const auto id = IndicatorId::parse(key.str());
      if (!id) not_an_id(table, key.str(), std::string(key.str()));
      const auto level = table.whole_within(key.str(), 0, 3);
      if (id && level) levels.set(*id, *level_of(*level));
    }
    return levels;
  }

  TomlTable top_;
  Catalogue catalogue_;
  std::set<std::string> sources_;
  std::set<std::string> documents_;
  std::set<std::string> indicators_;
  std::set<std::string> shared_;
  std::set<std::string> starts_;
};

}  // namespace

Expected<Catalogue> load_catalogue(std::string_view toml, std::string_view name) {
  if (toml.size() > catalogue_limits::bytes) {
    return fail(ErrorCode::too_large,
                {fmt::format("{} byte, paling banyak {}", toml.size(), catalogue_limits::bytes),
                 fmt::format("{} bytes, at most {}", toml.size(), catalogue_limits::bytes)},
                std::string(name));
  }
  auto file = parse_toml(toml, name);
  if (!file) return tl::unexpected(file.error());
  Problems problems;
  Catalogue catalogue = CatalogueReader(*file, name, problems).read();
  if (!problems.none()) return std::move(problems).as_error();
  return catalogue;
}

}  // namespace jalur

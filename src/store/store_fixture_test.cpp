// The bodies of store_fixture.h. The name keeps the file in the test program.
#include "store/store_fixture.h"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unistd.h>

#include "store/query.h"
#include "store/words.h"

namespace jalur::store {

namespace {

namespace fs = std::filesystem;

std::string own_name() {
  static std::atomic<int> count{0};
  std::random_device random;
  return "jalur_test_" + std::to_string(getpid()) + "_" + std::to_string(random() % 1'000'000) +
         "_" + std::to_string(++count);
}

Engine engine_of(const std::string& address) {
  return address.starts_with("postgres") ? Engine::postgresql : Engine::sqlite;
}

void open(soci::session& sql, const std::string& address) {
  if (engine_of(address) == Engine::postgresql) {
    sql.open(soci::postgresql, address);
  } else {
    sql.open(soci::sqlite3, "db=\"" + address + "\" timeout=5");
  }
}

class SqlitePlace final : public Place {
 public:
  SqlitePlace() : folder_(fs::temp_directory_path() / own_name()) { fs::create_directory(folder_); }
  ~SqlitePlace() override { fs::remove_all(folder_); }
  std::string address() const override { return folder_ / "records of a region.sqlite"; }

 private:
  fs::path folder_;
};

class PostgresPlace final : public Place {
 public:
  // SOCI takes an address without "=" for something else.
  explicit PostgresPlace(const std::string& server)
      : server_(server + "?connect_timeout=5"), schema_(own_name()) {
    soci::session sql(soci::postgresql, server_);
    sql << "CREATE SCHEMA " + schema_;
  }
  ~PostgresPlace() override {
    try {
      soci::session sql(soci::postgresql, server_);
      sql << "SET client_min_messages = error";
      sql << "DROP SCHEMA " + schema_ + " CASCADE";
    } catch (const std::exception& exception) {
      ADD_FAILURE() << "the schema of the test stays behind: " << exception.what();
    }
  }
  std::string address() const override {
    return server_ + "&options=-csearch_path%3D" + schema_ + "&application_name=" + schema_;
  }

 private:
  std::string server_;
  std::string schema_;
};

std::string shown(const Innovation& innovation) {
  std::ostringstream text;
  text << innovation.id << "|" << innovation.name << "|" << innovation.unit << "|"
       << packed(innovation.affairs) << "|" << word(innovation.stage) << "|"
       << packed(innovation.implemented_on).value_or("-") << "|"
       << packed(innovation.developed_on).value_or("-") << "|" << word(innovation.state) << "|"
       << packed(innovation.levels) << "|" << packed(innovation.verified_levels).value_or("-")
       << "|" << innovation.design;
  return text.str();
}

std::vector<std::string> shown(const RegionYear& data) {
  std::vector<std::string> lines{
      data.code.str() + "|" + data.name + "|" + word(data.kind) + "|" + std::to_string(data.year),
      data.ruleset + "|" + data.illustration, packed(data.government),
      packed(data.government_verified).value_or("-")};
  for (const Unit& unit : data.units) lines.push_back(unit.name + "|" + word(unit.kind));
  for (const Innovation& each : data.innovations) lines.push_back(shown(each));
  return lines;
}

}  // namespace

std::vector<std::string> Place::look(const std::string& sql) const {
  soci::session session;
  open(session, address());
  Connection connection(session, engine_of(address()));
  std::string cell;
  std::vector<std::string> cells;
  Query query(connection, sql);
  query.take(cell);
  while (query.next()) cells.push_back(cell);
  return cells;
}

void Place::run(const std::string& sql) const {
  soci::session session;
  open(session, address());
  Connection connection(session, engine_of(address()));
  Query(connection, sql).run();
}

std::unique_ptr<Place> fresh_place(Engine engine) {
  if (engine == Engine::sqlite) return std::make_unique<SqlitePlace>();
  const char* const server = std::getenv("JALUR_TEST_POSTGRES");
  if (server == nullptr) {
    ADD_FAILURE() << "This test needs a PostgreSQL: run it through tools/with_postgres COMMAND, "
                     "which starts one and names it in JALUR_TEST_POSTGRES.";
    return nullptr;
  }
  return std::make_unique<PostgresPlace>(server);
}

std::vector<Migration> repository_migrations() {
  std::vector<Migration> migrations;
  for (const auto& entry :
       fs::directory_iterator(fs::path(JALUR_SOURCE_DIR) / "src/store/migrations")) {
    std::ostringstream sql;
    sql << std::ifstream(entry.path()).rdbuf();
    const auto migration = migration_from_file(entry.path().filename().string(), sql.str());
    EXPECT_TRUE(migration) << entry.path();
    if (migration) migrations.push_back(*migration);
  }
  return migrations;
}

StoreSettings settings_for(const Place& place, int connections) {
  return {place.address(), connections, repository_migrations()};
}

RegionCode region(const std::string& code) { return RegionCode::parse(code).value(); }

IndicatorId indicator(const std::string& id) { return IndicatorId::parse(id).value(); }

Levels levels(std::initializer_list<std::pair<const char*, int>> entries) {
  Levels levels;
  for (const auto& [id, level] : entries) levels.set(indicator(id), level_of(level).value());
  return levels;
}

std::string next_id() {
  static std::atomic<std::uint32_t> count{0};
  const std::uint32_t n = ++count;
  std::array<std::uint8_t, 10> bytes{};
  for (std::size_t i = 0; i < 4; ++i) bytes[9 - i] = static_cast<std::uint8_t>(n >> (8 * i));
  return uuid7(some_instant(), bytes);
}

ledger::Actor somebody() {
  return {"0193b0a0-0000-7000-8000-000000000001", "Sari Wulandari", "operator"};
}

Instant some_instant() { return std::chrono::sys_days{std::chrono::year{2026} / 11 / 24}; }

Innovation innovation(const std::string& id, const std::string& name, const std::string& unit) {
  Innovation made;
  made.id = id;
  made.name = name;
  made.unit = unit;
  made.affairs = {2, 16};
  made.stage = Stage::implementation;
  made.implemented_on = parse_date("2024-05-01");
  made.state = SubmissionState::submitted;
  return made;
}

RegionYear kampar(int year) {
  RegionYear data{
      region("14.01"),
      "Kabupaten Kampar",
      RegionKind::regency,
      year,
      "iid-" + std::to_string(year),
      "contoh",
      {{"Dinas Kesehatan", Unit::Kind::agency}, {"Kecamatan Tambang", Unit::Kind::sub_district}},
      levels({{"1", 3}, {"2a", 2}, {"5a", 0}}),
      levels({{"1", 2}}),
      {innovation("i-001", "Antar Obat", "Dinas Kesehatan"),
       innovation("i-002", "Sapa Warga 100%", "Kecamatan Tambang"),
       innovation("i-003", "CAFÉ Stunting", "Dinas Kesehatan")}};
  data.innovations[0].levels = levels({{"16", 2}, {"17", 3}});
  data.innovations[0].verified_levels = levels({{"16", 1}, {"17", 3}});
  data.innovations[0].design = "Latar belakang: obat terlambat sampai ke rumah.";
  data.innovations[1].levels = levels({{"16", 1}, {"18", 0}});
  data.innovations[1].verified_levels = Levels{};
  data.innovations[2].stage = Stage::trial;
  data.innovations[2].state = SubmissionState::draft;
  data.innovations[2].implemented_on = std::nullopt;
  return data;
}

app::Maturity maturity_of(const Levels& claimed, const std::optional<Levels>& verified) {
  const auto sum = [](const Levels& all) {
    std::int64_t points = 0;
    for (const auto& entry : all) points += number(entry.second);
    return Points::of(points * 100);
  };
  return {sum(claimed), verified ? sum(*verified) : Points{}};
}

app::ClaimChange claim(const RegionYear& data, const std::string& submission, const std::string& id,
                       int level, std::optional<int> verified) {
  const auto settle = [id, verified](const Levels& claimed, const std::optional<Levels>& before) {
    std::optional<Levels> after = before;
    if (verified) {
      if (!after) after.emplace();
      after->set(indicator(id), level_of(*verified).value());
    }
    return app::ClaimSettled{verified ? level_of(*verified) : std::nullopt,
                             maturity_of(claimed, after)};
  };
  return {{data.code, data.year}, submission, indicator(id), level_of(level).value(), settle,
          some_instant(),         somebody(), "Antar Obat"};
}

app::ImportPlan plan_for(const RegionYear& data) {
  app::ImportPlan plan;
  plan.data = &data;
  for (const Innovation& each : data.innovations) {
    plan.maturities.push_back(maturity_of(each.levels, each.verified_levels));
  }
  plan.government = maturity_of(data.government, data.government_verified);
  plan.new_id = next_id;
  plan.at = some_instant();
  plan.by = {{}, "baris perintah", {}};
  return plan;
}

testing::AssertionResult same(const RegionYear& got, const RegionYear& expected) {
  const auto left = shown(got);
  const auto right = shown(expected);
  for (std::size_t i = 0; i < std::max(left.size(), right.size()); ++i) {
    const std::string a = i < left.size() ? left[i] : "(nothing)";
    const std::string b = i < right.size() ? right[i] : "(nothing)";
    if (a != b) return testing::AssertionFailure() << "got      " << a << "\nexpected " << b;
  }
  return testing::AssertionSuccess();
}

RegionYear without_designs(RegionYear data) {
  for (Innovation& each : data.innovations) each.design.clear();
  return data;
}

void StoreContract::SetUp() {
  place_ = fresh_place(GetParam());
  ASSERT_TRUE(place_);
  auto opened = open_store(settings_for(*place_));
  ASSERT_TRUE(opened) << opened.error().problems.front().text.en;
  records_ = std::move(*opened);
}

app::ImportReceipt StoreContract::import(const RegionYear& data) {
  const auto receipt = store().import(plan_for(data), {});
  EXPECT_TRUE(receipt) << receipt.error().problems.front().text.en;
  return receipt.value_or(app::ImportReceipt{});
}

app::StoredYear StoreContract::year(const RegionYear& data) {
  auto stored = store().full_year({data.code, data.year});
  EXPECT_TRUE(stored) << stored.error().problems.front().text.en;
  return stored.value_or(app::StoredYear{0, {}, {}, {}, data});
}

Expected<app::InnovationPage> StoreContract::list(const RegionYear& data) {
  return store().innovations(
      {{data.code, data.year}, {}, {}, {}, {}, {}, app::InnovationSort::name, {}, 50, {}});
}

Expected<app::ClaimSaved> StoreContract::save(const RegionYear& data, std::size_t i,
                                              const std::string& id, int level,
                                              std::optional<int> verified) {
  return store().save_claim(claim(data, year(data).submissions[i], id, level, verified));
}

void StoreContract::expect_read_models_agree() {
  using Standing = std::map<std::string, std::string>;  // "id indicator" -> level, 0 left out
  const auto newest = [&](const std::string& table) {
    Standing standing;
    for (const std::string& line :
         place().look("SELECT t.submission || ' ' || t.indicator || '=' || t.level FROM " + table +
                      " t WHERE t.revision = (SELECT MAX(u.revision) FROM " + table +
                      " u WHERE u.region_code = t.region_code AND u.submission = t.submission "
                      "AND u.indicator = t.indicator)")) {
      if (!line.ends_with("=0"))
        standing[line.substr(0, line.size() - 2)] = line.substr(line.size() - 1);
    }
    return standing;
  };
  const auto model = [&](const std::string& column) {
    Standing standing;
    for (const std::string& line :
         place().look("SELECT id || ' ' || COALESCE(" + column + ", '') FROM submissions")) {
      for (const auto& [id, level] : levels_from(line.substr(37))) {
        if (level == Level::none) continue;
        standing[line.substr(0, 37) + id.str()] = std::to_string(number(level));
      }
    }
    return standing;
  };
  EXPECT_EQ(model("levels"), newest("claims"));
  EXPECT_EQ(model("verified_levels"), newest("verifications"));
}

}  // namespace jalur::store

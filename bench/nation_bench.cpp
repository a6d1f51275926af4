// What the bars in ARCHITECTURE.md say of the index and the store, with a peer in the same run.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <random>

#include <benchmark/benchmark.h>
#include <malloc.h>
#include <sqlite3.h>

#include "app/fake_files.h"
#include "app/fake_people.h"
#include "app/use_cases.h"
#include "bench/synthetic.h"
#include "index/nation.h"
#include "index/ruleset_load.h"
#include "store/store.h"

namespace jalur::bench {
namespace {

namespace fs = std::filesystem;

std::string file_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

const fs::path source_dir = JALUR_SOURCE_DIR;

const app::Rulesets& rulesets() {
  static const app::Rulesets loaded = [] {
    const auto affairs = load_affairs(file_text(source_dir / "reference/affairs.toml"), "").value();
    std::vector<Ruleset> all;
    all.push_back(
        load_ruleset(file_text(source_dir / "rulesets/iid-2026.toml"), "", affairs).value());
    return app::Rulesets(std::move(all));
  }();
  return loaded;
}

const Ruleset& ruleset() { return rulesets().all().front(); }

const std::vector<RegionYear>& nation_data() {
  static const std::vector<RegionYear> data = synthetic_nation(ruleset(), 20'260'429);
  return data;
}

// A folder that is gone when the program ends.
class Scratch {
 public:
  Scratch() : path_(fs::current_path() / "build/bench-data") {
    fs::remove_all(path_);
    fs::create_directories(path_);
  }
  ~Scratch() { fs::remove_all(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }

 private:
  fs::path path_;
};

class SystemClock : public app::Clock {
 public:
  Instant now() override {
    return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
  }
};
class SeededRandomness : public app::Randomness {
 public:
  std::array<std::uint8_t, 10> ten_bytes() override {
    std::array<std::uint8_t, 10> bytes{};
    for (auto& byte : bytes) byte = static_cast<std::uint8_t>(random_());
    return bytes;
  }

 private:
  std::mt19937_64 random_{1};
};
class NoDocuments : public app::Documents {
  using Text = Expected<std::string>;
  Text template_workbook(const Ruleset&) override { return {}; }
  Text region_year_workbook(const RegionYear&, const Ruleset&) override { return {}; }
  Expected<RegionYear> read_region_year(
      const std::string&, const std::string&,
      const std::function<const Ruleset*(const std::string&)>&) override {
    return {};
  }
  Text write_table(const app::Table&, app::TableFormat) override { return {}; }
  Text people_template(const std::vector<std::string>&) override { return {}; }
  Expected<std::vector<app::PersonRow>> read_people(const std::string&,
                                                    const std::string&) override {
    return {};
  }
};

// The whole house on an SQLite file with the nation in it.
class NationHouse {
 public:
  NationHouse() {
    for (const RegionYear& data : nation_data()) {
      if (!app::import_region_year(house_, {}, data, {})) std::abort();
    }
  }
  app::House& house() { return house_; }
  app::Store& store() { return *store_; }
  static app::YearKey key() { return {nation_data()[100].code, ruleset().year}; }

 private:
  static std::vector<store::Migration> migrations() {
    std::vector<store::Migration> steps;
    for (const auto& entry : fs::directory_iterator(source_dir / "src/store/migrations")) {
      steps.push_back(
          store::migration_from_file(entry.path().filename().string(), file_text(entry.path()))
              .value());
    }
    return steps;
  }
  Scratch scratch_;
  store::Records records_ =
      store::open_store({(scratch_ / "nation.db").string(), 2, migrations()}).value();
  app::Store* store_ = records_.store.get();
  SystemClock clock_;
  SeededRandomness randomness_;
  NoDocuments documents_;
  app::Reference reference_;
  app::YearCache years_{*store_};
  ledger::SigningKey ledger_key_{ledger::Seed{}};
  app::FakeSecrets secrets_;  // nobody signs in here
  app::SignInGuard guard_;
  app::ProposalGuard proposal_guard_;
  app::FakeFiles files_;  // no evidence either
  app::House house_{*store_,
                    *records_.journal,
                    documents_,
                    clock_,
                    randomness_,
                    rulesets(),
                    reference_,
                    years_,
                    ledger_key_,
                    *records_.people,
                    secrets_,
                    guard_,
                    *records_.units,
                    *records_.workflow,
                    *records_.profiles,
                    *records_.proposals,
                    proposal_guard_,
                    *records_.evidence,
                    files_,
                    *records_.notices};
};

NationHouse& nation_house() {
  static NationHouse house;
  return house;
}

void score_nation_by_columns(benchmark::State& state) {
  Nation nation(ruleset());
  for (const RegionYear& data : nation_data()) nation.add(data);
  for (auto _ : state) {
    benchmark::DoNotOptimize(nation.claimed());
    benchmark::DoNotOptimize(nation.verified());
  }
  state.counters["regions"] = static_cast<double>(nation.regions());
  state.counters["innovations"] = static_cast<double>(nation.innovations());
}
BENCHMARK(score_nation_by_columns)->Unit(benchmark::kMicrosecond);

void score_nation_by_records(benchmark::State& state) {
  for (auto _ : state) {
    for (const RegionYear& data : nation_data()) benchmark::DoNotOptimize(score(data, ruleset()));
  }
}
BENCHMARK(score_nation_by_records)->Unit(benchmark::kMicrosecond);

void score_nation_from_store(benchmark::State& state) {
  app::Store& store = nation_house().store();
  for (auto _ : state) {
    Nation nation(ruleset());
    const auto read =
        store.nation(ruleset().year, [&](const RegionYear& data) { nation.add(data); });
    if (!read) state.SkipWithError("the store could not be read");
    benchmark::DoNotOptimize(nation.claimed());
    benchmark::DoNotOptimize(nation.verified());
  }
}
BENCHMARK(score_nation_from_store)->Unit(benchmark::kMicrosecond);

// The peer of the line above: SQLite alone stepping over the same rows.
void read_nation_with_sqlite_alone(benchmark::State& state) {
  nation_house();
  sqlite3* db = nullptr;
  sqlite3_open("build/bench-data/nation.db", &db);
  for (auto _ : state) {
    sqlite3_stmt* statement = nullptr;
    sqlite3_prepare_v2(db, "SELECT levels, verified_levels, affairs FROM submissions", -1,
                       &statement, nullptr);
    std::int64_t bytes = 0;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (int column = 0; column < 3; ++column) bytes += sqlite3_column_bytes(statement, column);
    }
    sqlite3_finalize(statement);
    benchmark::DoNotOptimize(bytes);
  }
  sqlite3_close(db);
}
BENCHMARK(read_nation_with_sqlite_alone)->Unit(benchmark::kMicrosecond);

// Times every call by itself: a mean would hide what most people wait.
class Waits {
 public:
  template <class Work>
  void time(Work work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
    ms_.push_back(took.count());
  }
  void report(benchmark::State& state) {
    std::sort(ms_.begin(), ms_.end());
    state.counters["median_ms"] = ms_[ms_.size() / 2];
    state.counters["p99_ms"] = ms_[ms_.size() * 99 / 100];
  }

 private:
  std::vector<double> ms_;
};

// An operator as the table of permissions knows one, of the unit with that innovation.
accounts::Caller operator_of(const app::StoredYear& year, std::size_t innovation) {
  const std::string& unit = year.data.innovations[innovation].unit;
  return {"0193b0a0-0000-7000-8000-000000000001",
          "Operator Contoh",
          year.data.code,
          {unit},
          {{accounts::Role::operator_, "unit", {unit}}}};
}

// From the call to the durable answer with the new index, the nation loaded.
void save_claim_to_new_index(benchmark::State& state) {
  app::House& house = nation_house().house();
  const auto year = house.years.get(NationHouse::key()).value();
  const std::string submission = year->submissions.front();
  const accounts::Caller caller = operator_of(*year, 0);
  std::int64_t level = 0;
  Waits waits;
  for (auto _ : state) {
    level = (level + 1) % 4;
    waits.time([&] {
      if (!app::save_claim(house, caller, submission, "16", level))
        state.SkipWithError("not saved");
    });
  }
  waits.report(state);
  state.counters["innovations"] = static_cast<double>(year->submissions.size());
}
BENCHMARK(save_claim_to_new_index)->Unit(benchmark::kMicrosecond)->UseRealTime();

// Many operators at once, each on an innovation of their own, permissions checked and the log kept:
// how many saves a second are durable.
void save_claims_together(benchmark::State& state) {
  app::House& house = nation_house().house();
  const auto year = house.years.get(NationHouse::key()).value();
  const auto mine = static_cast<std::size_t>(state.thread_index()) % year->submissions.size();
  const accounts::Caller caller = operator_of(*year, mine);
  std::int64_t level = 0;
  for (auto _ : state) {
    level = (level + 1) % 4;
    if (!app::save_claim(house, caller, year->submissions[mine], "17", level))
      state.SkipWithError("not saved");
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(save_claims_together)->Threads(64)->MinTime(3)->UseRealTime();

// A region larger than any so far, with a first page for somebody who sees all of it and for
// somebody who sees the drafts of one unit only.
constexpr int large_region_innovations = 2'000;

app::YearKey large_region() {
  static const app::YearKey key = [] {
    RegionYear data = nation_data()[100];
    const std::vector<Innovation> some = data.innovations;
    data.code = *RegionCode::parse("99.99");
    data.innovations.clear();
    for (int i = 0; i < large_region_innovations; ++i) {
      data.innovations.push_back(some[static_cast<std::size_t>(i) % some.size()]);
      data.innovations.back().id = "large-" + std::to_string(i);
      data.innovations.back().name += " " + std::to_string(i);
    }
    if (!app::import_region_year(nation_house().house(), {}, data, {})) std::abort();
    return app::YearKey{data.code, data.year};
  }();
  return key;
}

void list_first_page(benchmark::State& state, const accounts::Caller& caller) {
  app::House& house = nation_house().house();
  Waits waits;
  for (auto _ : state) {
    waits.time([&] {
      app::InnovationQuery query;
      query.key = large_region();
      benchmark::DoNotOptimize(app::list_innovations(house, caller, query));
    });
  }
  waits.report(state);
}

void list_as_coordinator(benchmark::State& state) {
  accounts::Caller caller =
      operator_of(*nation_house().house().years.get(large_region()).value(), 0);
  caller.grants = {{accounts::Role::coordinator, "", {}}};
  list_first_page(state, caller);
}
BENCHMARK(list_as_coordinator)->Unit(benchmark::kMicrosecond)->UseRealTime();

void list_as_operator(benchmark::State& state) {
  list_first_page(state, operator_of(*nation_house().house().years.get(large_region()).value(), 0));
}
BENCHMARK(list_as_operator)->Unit(benchmark::kMicrosecond)->UseRealTime();

// The peer of claims saved: one durable SQLite transaction with three small writes.
void durable_transaction_with_sqlite_alone(benchmark::State& state) {
  fs::create_directories("build/bench-data");
  sqlite3* db = nullptr;
  sqlite3_open("build/bench-data/peer.db", &db);
  const auto run = [&](const char* sql) {
    if (sqlite3_exec(db, sql, nullptr, nullptr, nullptr) != SQLITE_OK) std::abort();
  };
  run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
      "CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, a TEXT, b INTEGER)");
  Waits waits;
  for (auto _ : state) {
    waits.time([&] {
      run("BEGIN IMMEDIATE; INSERT INTO t (a, b) VALUES ('a', 1);"
          "INSERT INTO t (a, b) VALUES ('b', 2); INSERT INTO t (a, b) VALUES ('c', 3); COMMIT");
    });
  }
  waits.report(state);
  sqlite3_close(db);
}
BENCHMARK(durable_transaction_with_sqlite_alone)->Unit(benchmark::kMicrosecond)->UseRealTime();

}  // namespace
}  // namespace jalur::bench

int main(int argc, char** argv) {
  mallopt(M_TRIM_THRESHOLD, 16 << 20);  // as src/main.cpp does
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}

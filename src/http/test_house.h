// For tests: a house with the real rules, the sample of Kampar 2023 and the store in memory.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/use_cases.h"
#include "formats/region_year.h"
#include "http/fake_store.h"
#include "index/ruleset_load.h"

namespace jalur::http {

inline std::string file_text(const std::string& path) {
  std::ifstream file(std::string(JALUR_SOURCE_DIR "/") + path, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + path);
  return (std::ostringstream() << file.rdbuf()).str();
}

template <class Value>
Value value_or_throw(Expected<Value> expected) {
  if (!expected) throw std::runtime_error(expected.error().problems.front().text.en);
  return std::move(*expected);
}

inline std::vector<Affair> test_affairs() {
  return value_or_throw(load_affairs(file_text("reference/affairs.toml"), "affairs.toml"));
}

inline std::vector<Ruleset> test_rulesets() {
  std::vector<Ruleset> rulesets;
  const auto affairs = test_affairs();
  for (const auto& entry : std::filesystem::directory_iterator(JALUR_SOURCE_DIR "/rulesets")) {
    if (entry.path().extension() != ".toml") continue;
    const auto name = entry.path().filename().string();
    rulesets.push_back(value_or_throw(load_ruleset(file_text("rulesets/" + name), name, affairs)));
  }
  return rulesets;
}

class FakeDocuments : public app::Documents {
 public:
  Expected<std::string> template_workbook(const Ruleset&) override { return "xlsx"; }
  Expected<std::string> region_year_workbook(const RegionYear&, const Ruleset&) override {
    return "xlsx";
  }
  Expected<RegionYear> read_region_year(
      const std::string&, const std::string&,
      const std::function<const Ruleset*(const std::string&)>&) override {
    return fail(ErrorCode::invalid_input, {"Bukan buku kerja.", "Not a workbook."});
  }
  Expected<std::string> write_table(const app::Table& table, app::TableFormat format) override {
    return (format == app::TableFormat::csv ? "csv " : "xlsx ") + std::to_string(table.rows.size());
  }
};

class FakeClock : public app::Clock {
 public:
  Instant now() override {
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(5);
  }
};

class CountedRandomness : public app::Randomness {
 public:
  std::array<std::uint8_t, 10> ten_bytes() override {
    const auto count = ++count_;
    std::array<std::uint8_t, 10> bytes{};
    bytes[8] = static_cast<std::uint8_t>(count >> 8);
    bytes[9] = static_cast<std::uint8_t>(count);
    return bytes;
  }

 private:
  std::atomic<int> count_{0};
};

struct TestHouse {
  FakeStore store;
  FakeDocuments documents;
  FakeClock clock;
  CountedRandomness randomness;
  app::Rulesets rulesets{test_rulesets()};
  app::Reference reference{
      test_affairs(),
      {{*RegionCode::parse("14"), "Provinsi Riau", RegionKind::province},
       {*RegionCode::parse("14.01"), "Kabupaten Kampar", RegionKind::regency},
       {*RegionCode::parse("14.71"), "Kota Pekanbaru", RegionKind::city}},
      {{"14.01.01", "Bangkinang"}, {"14.01.02", "Kampar"}, {"14.71.01", "Sukajadi"}},
      {{"Kabupaten Kampar", "regency", 2023, 117, "50.62", "Inovatif", "a newspaper"}}};
  app::YearCache years{store};
  app::House house{store, documents, clock, randomness, rulesets, reference, years};

  TestHouse() { import("samples/kampar-2023.json"); }

  void import(const std::string& path) {
    const auto find = [this](const std::string& id) { return rulesets.find(id); };
    const auto data = value_or_throw(read_region_year(file_text(path), find));
    value_or_throw(app::import_region_year(house, data, {}));
  }
};

inline app::YearKey kampar_2023() { return {*RegionCode::parse("14.01"), 2023}; }

}  // namespace jalur::http

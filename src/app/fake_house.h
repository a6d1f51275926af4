// For tests: what a house is made of, in memory, with the real rules of the repository.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "accounts/caller.h"
#include "app/fake_evidence.h"
#include "app/fake_files.h"
#include "app/fake_notices.h"
#include "app/fake_people.h"
#include "app/fake_profiles.h"
#include "app/fake_store.h"
#include "app/fake_units.h"
#include "app/fake_workflow.h"
#include "app/house.h"
#include "index/ruleset_load.h"

namespace jalur::app {

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

class FakeDocuments : public Documents {
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
  Expected<std::string> write_table(const Table& table, TableFormat format) override {
    return (format == TableFormat::csv ? "csv " : "xlsx ") + std::to_string(table.rows.size());
  }
  Expected<std::string> people_template(const std::vector<std::string>&) override { return "xlsx"; }
  Expected<std::vector<PersonRow>> read_people(const std::string&, const std::string&) override {
    return fail(ErrorCode::invalid_input, {"Bukan buku kerja.", "Not a workbook."});
  }
};

// Stands still until it is set.
class FakeClock : public Clock {
 public:
  Instant now() override {
    return std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(5) + gone;
  }
  std::chrono::milliseconds gone{0};
};

inline ledger::SigningKey test_ledger_key() {
  ledger::Seed seed{};
  seed.fill(7);
  return ledger::SigningKey(seed);
}

// May do everything in Kampar that a coordinator may.
inline accounts::Caller test_caller() {
  return {"0193b0a0-0000-7000-8000-000000000002",
          "Rina Lestari",
          *RegionCode::parse("14.01"),
          {},
          {{accounts::Role::coordinator, "", {}}}};
}

inline ledger::Actor test_actor() {
  return {"0193b0a0-0000-7000-8000-000000000001", "Sari Wulandari", "operator"};
}

class CountedRandomness : public Randomness {
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

// A house in memory, with everything it is made of.
struct FakeHouse {
  FakeHouse() : FakeHouse(Rulesets(test_rulesets()), {}) {}
  FakeHouse(Rulesets its_rulesets, Reference its_reference, std::size_t years_in_memory = 64)
      : rulesets(std::move(its_rulesets)),
        reference(std::move(its_reference)),
        years(store, years_in_memory) {}
  FakeHouse(const FakeHouse&) = delete;
  FakeHouse& operator=(const FakeHouse&) = delete;

  // The same house as another process sees it, which has other years in memory.
  House with(YearCache& other) {
    return {store,    store.journal, documents,      clock,    randomness, rulesets, reference,
            other,    ledger_key,    people,         secrets,  guard,      units,    workflow,
            profiles, proposals,     proposal_guard, evidence, files,      notices};
  }

  FakeStore store;
  FakeDocuments documents;
  FakeClock clock;
  CountedRandomness randomness;
  Rulesets rulesets;
  Reference reference;
  YearCache years;
  ledger::SigningKey ledger_key = test_ledger_key();
  FakePeople people;
  FakeSecrets secrets;
  SignInGuard guard;
  FakeUnits units{store};
  FakeWorkflow workflow{store};
  FakeProfiles profiles{store};
  FakeProposals proposals{store, profiles};
  ProposalGuard proposal_guard;
  FakeEvidence evidence{store};
  FakeFiles files;
  FakeNotices notices{store.journal, people};
  House house = with(years);
};

}  // namespace jalur::app

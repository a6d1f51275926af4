// What the store's tests share: a fresh database on either engine, and data to put into it.
#pragma once

#include <functional>
#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "app/ports.h"
#include "store/failure.h"
#include "store/store.h"

namespace jalur::store {

// A database of one's own that is gone afterwards.
class Place {
 public:
  virtual ~Place() = default;
  virtual std::string address() const = 0;
  // The rows that this SQL gives, cells joined with "|": a look behind the Store's back.
  std::vector<std::string> look(const std::string& sql) const;
  // Runs statements behind the Store's back.
  void run(const std::string& sql) const;
};

// Null, with a test failure that says what to do, when the engine is not at hand.
std::unique_ptr<Place> fresh_place(Engine engine);

std::vector<Migration> repository_migrations();

StoreSettings settings_for(const Place& place, int connections = 4);

RegionCode region(const std::string& code);
IndicatorId indicator(const std::string& id);
Levels levels(std::initializer_list<std::pair<const char*, int>> entries);
std::string next_id();  // UUIDv7
Instant some_instant();
ledger::Actor somebody();

Innovation innovation(const std::string& id, const std::string& name, const std::string& unit);
// Kampar with three innovations of two units.
RegionYear kampar(int year = 2026);

// A claim as a person makes it; `verified` is what stays verified.
app::ClaimChange claim(const RegionYear& data, const std::string& submission, const std::string& id,
                       int level, std::optional<int> verified = std::nullopt);

// A plan whose maturities are 1.00 for every level, so that tests can foretell them.
app::ImportPlan plan_for(const RegionYear& data);
app::Maturity maturity_of(const Levels& claimed, const std::optional<Levels>& verified);

// Whether the two are the same to the last entry; tells the first difference.
testing::AssertionResult same(const RegionYear& got, const RegionYear& expected);
RegionYear without_designs(RegionYear data);

// The contract that every engine keeps.
class StoreContract : public testing::TestWithParam<Engine> {
 protected:
  void SetUp() override;

  app::Store& store() { return *records_.store; }
  app::Journal& journal() { return *records_.journal; }
  app::People& people() { return *records_.people; }
  app::Units& units() { return *records_.units; }
  app::Workflow& workflow() { return *records_.workflow; }
  app::Profiles& profiles() { return *records_.profiles; }
  app::Proposals& proposals() { return *records_.proposals; }
  app::EvidenceRecords& evidence() { return *records_.evidence; }
  app::Notices& notices() { return *records_.notices; }
  app::Outbox& outbox() { return *records_.outbox; }
  app::Reminders& reminders() { return *records_.reminders; }
  Place& place() { return *place_; }
  app::ImportReceipt import(const RegionYear& data);
  app::StoredYear year(const RegionYear& data);
  Expected<app::InnovationPage> list(const RegionYear& data);  // the first page, by name
  // Saves one claim of the i-th innovation.
  Expected<app::ClaimSaved> save(const RegionYear& data, std::size_t i, const std::string& id,
                                 int level, std::optional<int> verified = std::nullopt);
  // The read models tell what the newest revisions tell.
  void expect_read_models_agree();

 private:
  std::unique_ptr<Place> place_;
  Records records_;
};

}  // namespace jalur::store

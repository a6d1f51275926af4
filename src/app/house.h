// Everything a use case may touch, constructed once in main.cpp and handed down. No globals.
#pragma once

#include <condition_variable>
#include <functional>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/evidence.h"
#include "app/files.h"
#include "app/journal.h"
#include "app/people.h"
#include "app/ports.h"
#include "app/profiles.h"
#include "app/proposal_guard.h"
#include "app/proposals.h"
#include "app/secrets.h"
#include "app/sign_in_guard.h"
#include "app/units.h"
#include "app/workflow.h"
#include "index/ruleset.h"
#include "ledger/signing.h"
#include "planning/catalogue.h"
#include "registry/profile_terms.h"

namespace jalur::app {

class Notices;

// The rulesets at hand, by year and id.
class Rulesets {
 public:
  explicit Rulesets(std::vector<Ruleset> rulesets);
  const std::vector<Ruleset>& all() const { return rulesets_; }
  const Ruleset* find(const std::string& id) const;
  // invalid_input with the ids that exist.
  Expected<const Ruleset*> get(const std::string& id) const;

 private:
  std::vector<Ruleset> rulesets_;
};

struct ReferenceRegion {
  RegionCode code;
  std::string name;  // "Kabupaten Kampar"
  RegionKind kind = RegionKind::regency;
};
struct ReferenceDistrict {
  std::string code;  // "14.01.03"
  std::string name;  // "Tambang"
};
struct PublishedResult {
  std::string region;
  std::string kind;
  int year = 0;
  std::optional<int> rank;
  std::string score;  // as published; old years are on another scale
  std::string class_name;
  std::string source;
};
struct Reference {
  std::vector<Affair> affairs;
  std::vector<ReferenceRegion> regions;      // by code
  std::vector<ReferenceDistrict> districts;  // by code
  std::vector<PublishedResult> results;
  registry::ProfileTerms profile_terms{};
  std::vector<Catalogue> catalogues{};  // of efforts
};

// Region years kept in memory between requests. An entry serves only while the store still has the
// revision it was read at, so another process may write at any time. Bounded, oldest use goes
// first.
class YearCache {
 public:
  explicit YearCache(Store& store, std::size_t most = 64);
  Expected<std::shared_ptr<const StoredYear>> get(const YearKey& key);
  // The year at `revision` or later, after a change that made it so. What is in memory is brought
  // forward by `change` once all revisions before it are there: those who save at the same time
  // each bring theirs. If one does not come (another process made it), the year is read again.
  Expected<std::shared_ptr<const StoredYear>> advance(const YearKey& key, std::int64_t revision,
                                                      std::function<void(StoredYear&)> change);

 private:
  struct Entry {
    std::shared_ptr<const StoredYear> year;
    std::uint64_t used = 0;
    std::map<std::int64_t, std::function<void(StoredYear&)>> coming;  // by the revision they make
  };
  // Somebody whose change has to wait for those before it. Each is woken once, when they are there:
  // sixty who save at once would else wake each other for every change of every other.
  struct Waiting {
    Waiting(const YearKey& of, std::int64_t until) : key(of), revision(until) {}
    const YearKey& key;
    std::int64_t revision;
    std::condition_variable reached;
  };
  void put(const YearKey& key, std::shared_ptr<const StoredYear> year);
  static void bring_forward(Entry& entry);
  void wake(const YearKey& key, std::int64_t revision);
  std::shared_ptr<const StoredYear> reached(const YearKey& key, std::int64_t revision);
  std::shared_ptr<const StoredYear> wait_for(std::unique_lock<std::mutex>& lock, const YearKey& key,
                                             std::int64_t revision);
  Store& store_;
  std::size_t most_;
  std::mutex mutex_;
  std::list<Waiting> waiting_;
  std::map<YearKey, Entry> entries_;
  std::uint64_t uses_ = 0;
};

struct House {
  Store& store;
  Journal& journal;
  Documents& documents;
  Clock& clock;
  Randomness& randomness;
  const Rulesets& rulesets;
  const Reference& reference;
  YearCache& years;
  const ledger::SigningKey& ledger_key;
  People& people;
  Secrets& secrets;
  SignInGuard& guard;
  Units& units;
  Workflow& workflow;
  Profiles& profiles;
  Proposals& proposals;
  ProposalGuard& proposal_guard;
  EvidenceRecords& evidence;
  Files& files;
  Notices& notices;
};

}  // namespace jalur::app

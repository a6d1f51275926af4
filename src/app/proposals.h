// The port to citizens' proposals.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/profiles.h"
#include "registry/idea.h"

namespace jalur::app {

struct StoredProposal {
  std::string id;
  registry::IdeaState state = registry::IdeaState::waiting;
  registry::Idea idea;
  Instant made_at;
  std::optional<Instant> decided_at;
  std::string decided_by;  // name; empty: nobody yet
  std::string reason;
  std::string submission;  // that it became; empty: none
  std::string unit;        // of that submission, as it is now
  int year = 0;
};

struct NewProposal {
  RegionCode region;
  std::string id;
  registry::Idea idea;
  Instant at;
};

struct ProposalReceipt {
  std::string id;
  std::string region_name;
};

struct ProposalQuery {
  RegionCode region;
  std::optional<registry::IdeaState> state;
  std::string after;  // id of the last one of the page before; empty: from the start
  int limit = 50;
};

struct ProposalPage {
  std::vector<StoredProposal> items;  // newest first
  std::string next;                   // empty: no more
};

struct ProposalVerdict {
  RegionCode region;
  std::string id;
  std::string reason;
  // What becomes of an accepted one, made within the transaction; nothing: it is declined.
  std::function<NewSubmission(const StoredProposal&)> draft;
  ledger::Actor by;
  Instant at;
};

// As Profiles.
class Proposals {
 public:
  virtual ~Proposals() = default;
  // Errors: not_found when the region is not on record.
  virtual Expected<ProposalReceipt> add(const NewProposal& fresh) = 0;
  virtual Expected<ProposalPage> page(const ProposalQuery& query) = 0;
  // Errors: not_found; conflict when it was decided before.
  virtual Expected<StoredProposal> decide(const ProposalVerdict& verdict) = 0;
};

}  // namespace jalur::app

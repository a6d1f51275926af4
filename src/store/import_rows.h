// What an import writes: rows made of the file, new rows collected and sent together, changed ones
// one by one.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "app/ports.h"
#include "store/database.h"
#include "store/query.h"
#include "store/submission_row.h"

namespace jalur::store {

// The newest revision by indicator, of one submission's claims or verifications.
using Revisions = std::map<std::string, std::int64_t>;

// What the file says, as rows; ids are given later.
SubmissionRow government_row(const app::ImportPlan& plan);
SubmissionRow innovation_row(const app::ImportPlan& plan, std::size_t index);

// What the file cannot say: since when it has come so far.
void take_over_course(SubmissionRow& after, const SubmissionRow* before, Instant at);

// The receipt, for the log.
ledger::Draft draft_of(const app::ImportPlan& plan, const app::ImportReceipt& receipt);

class ImportRows {
 public:
  ImportRows(Session& session, const app::YearKey& key, Instant at);

  void add_innovation(const std::string& id, const SubmissionRow& row);
  void add_submission(const SubmissionRow& row, const std::string& design);
  void change_submission(const SubmissionRow& row);
  void change_design(const std::string& submission, const std::string& design);
  void withdraw(const std::string& submission);

  // Appends a revision for every level that differs, and gives how many claims that were, claimed
  // or verified. `before` is nothing for a new submission.
  int append_levels(const std::string& submission, const SubmissionRow* before,
                    const SubmissionRow& after);

  // Sends what waits; in between when much does.
  void send_when_many();
  void send();

 private:
  Revisions newest(const std::string& table, const std::string& submission);
  void add_claim(const std::string& submission, const IndicatorId& indicator, std::int64_t revision,
                 Level level);
  void add_verification(const std::string& submission, const IndicatorId& indicator,
                        std::int64_t revision, std::int64_t claim_revision, Level level);

  Session& session_;
  std::string region_;
  std::int64_t year_;
  std::string at_;
  Rows innovations_;
  Rows submissions_;
  Rows designs_;
  Rows claims_;
  Rows verifications_;
};

}  // namespace jalur::store

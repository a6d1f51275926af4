// The records on SQL: the ports of app that keep something, on SQLite 3.40 and PostgreSQL 15.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/evidence.h"
#include "app/journal.h"
#include "app/mail.h"
#include "app/notices.h"
#include "app/people.h"
#include "app/ports.h"
#include "app/profiles.h"
#include "app/proposals.h"
#include "app/reminders.h"
#include "app/units.h"
#include "app/workflow.h"
#include "base/error.h"

namespace jalur::store {

// One step of the schema. Files are named NNNN-title.sql; statements end in `;` at the end of a
// line.
struct Migration {
  int number = 0;    // from 1, without gaps
  std::string name;  // "records"
  std::string sql;
};

// Errors: invalid_input when the name is not of the form "0001-records.sql".
Expected<Migration> migration_from_file(std::string_view file_name, std::string_view sql);

struct StoreSettings {
  std::string database;  // path of an SQLite file, or a postgresql:// address
  int connections = 4;   // kept open; a call waits limits::store_wait for a free one
  std::vector<Migration> migrations;
};

// The ports, all on one database whose connections they share.
struct Records {
  std::unique_ptr<app::Store> store;
  std::unique_ptr<app::Journal> journal;
  std::unique_ptr<app::People> people;
  std::unique_ptr<app::Units> units;
  std::unique_ptr<app::Workflow> workflow;
  std::unique_ptr<app::Profiles> profiles;
  std::unique_ptr<app::Proposals> proposals;
  std::unique_ptr<app::EvidenceRecords> evidence;
  std::unique_ptr<app::Notices> notices;
  std::unique_ptr<app::Outbox> outbox;
  std::unique_ptr<app::Reminders> reminders;
};

// Opens the database, makes it when there is none, and brings its schema up to date. Several
// programs may do so at once. The ports may be called from any thread; on SQLite their writers take
// turns.
// Errors: unavailable (cannot be opened or reached), conflict (the schema is not one that these
// migrations make: changed since, or made by a newer Jalur).
Expected<Records> open_store(const StoreSettings& settings);

}  // namespace jalur::store

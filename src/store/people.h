// The People port on SQL. The functions run inside a transaction that the caller holds, and throw
// what SOCI throws.
#pragma once

#include <memory>

#include "app/people.h"
#include "base/error.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::People> people_on(std::shared_ptr<Database> database);

// people_reading.cpp
Expected<app::Account> read_account(Session& session, const RegionCode& region,
                                    const std::string& person, Instant now);
Expected<app::Account> read_account_of(Session& session, const std::string& email);
Expected<app::PeoplePage> read_people(Session& session, const app::PeopleQuery& query);
std::int64_t count_active_coordinators(Session& session, const RegionCode& region);

// sessions.cpp
Expected<app::SessionFound> read_session(Session& session, const RegionCode& region,
                                         const std::string& fingerprint);
Expected<app::LinkFound> read_link(Session& session, const RegionCode& region,
                                   const std::string& fingerprint, Instant now);
app::RegionSettings read_settings(Session& session, const RegionCode& region);
void note_use(Session& session, const RegionCode& region, const std::string& fingerprint,
              Instant at);

// people_change.cpp
Expected<void> carry_out(Session& session, const app::PeopleChange& change);

}  // namespace jalur::store

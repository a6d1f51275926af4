// The Reminders port on SQL.
#pragma once

#include <memory>

#include "app/reminders.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::Reminders> reminders_on(std::shared_ptr<Database> database);

}  // namespace jalur::store

// The Notices port on SQL.
#pragma once

#include <memory>

#include "app/notices.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::Notices> notices_on(std::shared_ptr<Database> database);

}  // namespace jalur::store

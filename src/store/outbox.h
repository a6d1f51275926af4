// The Outbox port on SQL.
#pragma once

#include <memory>

#include "app/mail.h"
#include "store/database.h"

namespace jalur::store {

std::unique_ptr<app::Outbox> outbox_on(std::shared_ptr<Database> database);

}  // namespace jalur::store

// The Documents port of app: region years and tables as spreadsheets.
#pragma once

#include <memory>

#include "app/ports.h"

namespace jalur {

// Keeps no state: one object serves any number of threads.
std::unique_ptr<app::Documents> make_documents();

}  // namespace jalur

// The workbook of people to be let in: sheets "Orang", "Unit" and "Petunjuk".
#pragma once

#include <string>
#include <vector>

#include "app/ports.h"
#include "base/error.h"

namespace jalur::documents {

Expected<std::string> empty_people_file(const std::vector<std::string>& units);

// Errors: invalid_input, every fault with its sheet and cell; too_large.
Expected<std::vector<app::PersonRow>> read_people_file(const std::string& bytes,
                                                       const std::string& name);

}  // namespace jalur::documents

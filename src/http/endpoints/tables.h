// Tables as downloads.
#pragma once

#include <optional>
#include <string>

#include "http/parameters.h"
#include "http/route.h"

namespace jalur::http::endpoints {

// The needed query parameter `format`; what is wrong with it is noted in `given`.
std::optional<app::TableFormat> table_format(Parameters& given);

// `name`: of the file, without its ending.
Expected<Answer> table_answer(const Site& site, const app::Table& table, app::TableFormat format,
                              const std::string& name);

}  // namespace jalur::http::endpoints

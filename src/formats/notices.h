// What people are told, as the API answers and takes it.
#pragma once

#include <cstdint>
#include <string>

#include "app/notices.h"
#include "base/text.h"

namespace jalur {

std::string notices_json(const app::NoticePage& page, Language language);
// {"up_to": 12}. Errors: invalid_input.
Expected<std::int64_t> read_notice_mark(const std::string& body);

}  // namespace jalur

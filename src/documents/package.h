// The ZIP that an XLSX is, taken apart with care. Nothing in it is believed: not the sizes it
// declares, not the names, not that it is a ZIP at all.
#pragma once

#include <map>
#include <string>

#include "base/error.h"

namespace jalur::documents {

// The XML parts below "xl/" by their names; whatever else the file holds was counted and dropped.
using Package = std::map<std::string, std::string, std::less<>>;

// Inflates every part and counts what really comes out, so a bomb is refused after at most
// limits::workbook_unpacked_bytes. `name` is for the messages. Errors: invalid_input, too_large.
Expected<Package> unpack(const std::string& bytes, const std::string& name);

}  // namespace jalur::documents

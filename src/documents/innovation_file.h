// The sheet "Inovasi": a row per innovation.
#pragma once

#include "documents/workbook_file.h"
#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur::documents {

// `data` is nullptr for an empty form.
void write_innovations(WorkbookFile& file, const RegionYear* data, const Ruleset& ruleset);

}  // namespace jalur::documents

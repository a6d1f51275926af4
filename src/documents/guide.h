// The sheet "Petunjuk": how to fill in the workbook, and the year's rules that matter for it.
#pragma once

#include "documents/workbook_file.h"
#include "index/ruleset.h"

namespace jalur::documents {

void write_guide(WorkbookFile& file, const Ruleset& ruleset);

}  // namespace jalur::documents

// The files that are part of the program: rulesets, reference, migrations, contract, web pages.
// Written by tools/embed.mjs.
#pragma once

#include <string_view>
#include <vector>

namespace jalur {

struct EmbeddedFile {
  std::string_view name;   // "rulesets/iid-2026.toml", "web/index.html"; sorted
  std::string_view bytes;  // lives as long as the program
};

std::vector<EmbeddedFile> embedded_files();

}  // namespace jalur

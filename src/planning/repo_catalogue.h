// The default effort catalogue as it lies in the repository, for the tests of this room.
#pragma once

#include "index/repo_rulesets.h"
#include "planning/catalogue_load.h"

namespace jalur::testing {

inline const Catalogue& repo_catalogue() {
  static const auto catalogue = value_or_throw(
      load_catalogue(file_text("rulesets/effort/catalogue-2026.toml"), "catalogue-2026.toml"));
  return catalogue;
}

}  // namespace jalur::testing

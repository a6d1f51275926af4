// Files of the repository, for the tests of this room.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/house.h"
#include "index/ruleset_load.h"

namespace jalur::test {

inline std::string file_text(const std::string& path) {
  std::ifstream file(std::string(JALUR_SOURCE_DIR "/") + path, std::ios::binary);
  if (!file) throw std::runtime_error("missing test file: " + path);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline const app::Rulesets& all_rulesets() {
  static const app::Rulesets rulesets = [] {
    const auto affairs = load_affairs(file_text("reference/affairs.toml"), "affairs.toml").value();
    std::vector<Ruleset> loaded;
    for (const std::string id :
         {"iid-2023", "iid-2024", "iid-2025", "iid-2026", "iid-2027-prognosis"}) {
      loaded.push_back(
          load_ruleset(file_text("rulesets/" + id + ".toml"), id + ".toml", affairs).value());
    }
    return app::Rulesets(std::move(loaded));
  }();
  return rulesets;
}

inline const Ruleset* find_ruleset(const std::string& id) { return all_rulesets().find(id); }

}  // namespace jalur::test

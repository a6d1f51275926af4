// The rulesets as they lie in the repository, for the tests of this room.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "index/ruleset_load.h"

namespace jalur::testing {

inline const std::filesystem::path repo_root{JALUR_SOURCE_DIR};

inline std::string file_text(const std::filesystem::path& below_root) {
  std::ifstream file(repo_root / below_root, std::ios::binary);
  if (!file) throw std::runtime_error("cannot read " + below_root.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

template <class T>
T value_or_throw(Expected<T> loaded) {
  if (loaded) return std::move(*loaded);
  std::string all;
  for (const Problem& problem : loaded.error().problems) {
    all += problem.field + ": " + problem.text.en + " [" + problem.value + "]\n";
  }
  throw std::runtime_error(all);
}

inline const std::vector<Affair>& repo_affairs() {
  static const auto affairs =
      value_or_throw(load_affairs(file_text("reference/affairs.toml"), "affairs.toml"));
  return affairs;
}

// Every rulesets/*.toml, by file name.
inline const std::vector<Ruleset>& repo_rulesets() {
  static const auto rulesets = [] {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(repo_root / "rulesets")) {
      if (entry.path().extension() == ".toml") files.push_back(entry.path().filename());
    }
    std::sort(files.begin(), files.end());
    std::vector<Ruleset> loaded;
    for (const auto& file : files) {
      loaded.push_back(value_or_throw(
          load_ruleset(file_text("rulesets" / file), file.string(), repo_affairs())));
    }
    return loaded;
  }();
  return rulesets;
}

inline const Ruleset& repo_ruleset(std::string_view id) {
  for (const Ruleset& ruleset : repo_rulesets()) {
    if (ruleset.id == id) return ruleset;
  }
  throw std::runtime_error("no ruleset " + std::string(id));
}

// The repository's rulesets, and 2026 with every switch turned that no year has turned yet.
inline const std::vector<Ruleset>& all_rulesets() {
  static const auto rulesets = [] {
    std::vector<Ruleset> all = repo_rulesets();
    Ruleset turned = repo_ruleset("iid-2026");
    turned.id = "turned";
    turned.formula.rejected_in_divisor = false;
    turned.formula.rejected_in_number = true;
    turned.formula.innovations_cap = 20;
    turned.formula.points_per_innovation = Points::of(3'80);
    turned.formula.basic_services = {2, 4, 6, 16};
    turned.formula.basic_services_required = 3;
    turned.eligibility.development_renews = false;
    turned.eligibility.stages = {Stage::trial, Stage::implementation};
    turned.eligibility.window_from_year = -3;
    all.push_back(turned);
    return all;
  }();
  return rulesets;
}

inline IndicatorId id_of(std::string_view text) { return IndicatorId::parse(text).value(); }

}  // namespace jalur::testing

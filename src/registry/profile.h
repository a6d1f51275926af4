// The profile form of an innovation: what it says, whether it may be said, and what it still lacks.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "index/ruleset.h"
#include "registry/profile_terms.h"

namespace jalur::registry {

// Rancang bangun dan pokok perubahan.
struct Design {
  std::string free;  // one text, as it was imported
  std::string legal_basis;
  std::string problem;
  std::string strategic_issues;
  std::string method;
  std::string novelty;
  std::string how_it_works;

  bool operator==(const Design&) const = default;
};

// All parts that are filled in, in the order of the form, as one text.
std::string whole_text(const Design& design);

struct Profile {
  std::string name;
  std::string unit;
  std::vector<int> affairs;  // numbers, the main one first
  Stage stage = Stage::initiative;
  std::string initiator;  // a word of ProfileTerms; empty: not told, as everywhere below
  std::string initiator_name;
  std::optional<bool> digital;
  std::string form;
  std::string theme;
  std::optional<Date> trial_on;
  std::optional<Date> implemented_on;
  std::optional<Date> developed_on;
  Design design;
  std::string aims;
  std::string benefits;
  std::string results;
  std::optional<std::int64_t> budget;  // Rupiah, whole
  std::string awards;
  std::string ip_rights;
  std::string latitude;  // degrees with at most six decimals: "-0.335000"
  std::string longitude;
  std::vector<int> asta_cita;  // numbers of the missions
  std::string priority_programme;
  std::string video;  // an address

  bool operator==(const Profile&) const = default;
};

int words_of(const Profile& profile);  // of the whole design

// Fields may be empty, never wrong. Errors: invalid_input, every fault at once.
Expected<void> check(const Profile& profile, const Ruleset& ruleset, const ProfileTerms& terms);

// The fields at which two profiles differ, as the form names them: "design.problem".
std::vector<std::string> changed_fields(const Profile& before, const Profile& after);

}  // namespace jalur::registry

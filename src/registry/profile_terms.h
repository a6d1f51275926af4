// The words that the profile form offers, as data: reference/profile-terms.toml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/text.h"

namespace jalur::registry {

struct Term {
  std::string word;  // as it is stored: "head_of_region"
  Text name;
};

struct Theme {
  Term term;
  int from_year = 0;           // first assessment year that offers it
  std::optional<int> to_year;  // nothing: still offered
};

struct Mission {
  int number = 0;  // of Asta Cita, from 1
  Text name;
};

struct ProfileTerms {
  std::vector<Term> initiators;
  std::vector<Term> forms;
  std::vector<Theme> themes;
  std::vector<Mission> missions;
  std::vector<Term> decrees;
  std::vector<std::string> sources;
};

bool is_known(const std::vector<Term>& terms, const std::string& word);
bool is_offered(const ProfileTerms& terms, const std::string& theme, int year);

// `name` names the file in messages. Errors: invalid_input with the line.
Expected<ProfileTerms> load_profile_terms(std::string_view toml, std::string_view name);

}  // namespace jalur::registry

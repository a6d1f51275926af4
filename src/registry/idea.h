// What a citizen proposes, without an account.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/error.h"

namespace jalur::registry {

struct Idea {
  std::string name;     // of the citizen
  std::string contact;  // e-mail or telephone; empty: none
  std::string title;
  std::string problem;
  std::string idea;
  std::string district;  // code; empty: not told
};

enum class IdeaState { waiting, accepted, declined };

std::string_view word(IdeaState state);  // "waiting"
std::optional<IdeaState> idea_state_from(std::string_view word);

// Errors: invalid_input when the contact is neither an address nor a number.
Expected<void> check(const Idea& idea);

}  // namespace jalur::registry

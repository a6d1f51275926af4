#include "registry/idea.h"

#include <algorithm>
#include <array>

namespace jalur::registry {

namespace {

constexpr std::array<std::string_view, 3> state_words{"waiting", "accepted", "declined"};

bool is_telephone(std::string_view text) {
  const auto digits =
      std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  return text.find_first_not_of("0123456789+-() ") == text.npos && digits >= 7 && digits <= 15;
}

bool is_email(std::string_view text) {
  const auto at = text.find('@');
  return at != text.npos && at > 0 && text.find('@', at + 1) == text.npos &&
         text.find('.', at + 2) != text.npos && text.back() != '.' &&
         text.find_first_of(" \t\n\"<>,;") == text.npos;
}

}  // namespace

std::string_view word(IdeaState state) { return state_words[static_cast<std::size_t>(state)]; }

std::optional<IdeaState> idea_state_from(std::string_view word) {
  const auto* const found = std::find(state_words.begin(), state_words.end(), word);
  if (found == state_words.end()) return std::nullopt;
  return static_cast<IdeaState>(found - state_words.begin());
}

Expected<void> check(const Idea& idea) {
  if (idea.contact.empty() || is_telephone(idea.contact) || is_email(idea.contact)) return {};
  return fail(ErrorCode::invalid_input,
              {"harus alamat e-mail atau nomor telepon, atau dikosongkan",
               "it must be an e-mail address or a telephone number, or left out"},
              "contact", idea.contact);
}

}  // namespace jalur::registry

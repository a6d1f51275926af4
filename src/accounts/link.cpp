#include "accounts/link.h"

#include <algorithm>
#include <array>

#include "base/limits.h"

namespace jalur::accounts {

namespace {

struct Kind {
  std::string_view word;
  std::chrono::milliseconds life;
};
// In the order of LinkPurpose.
constexpr std::array<Kind, 3> kinds{{{"first", limits::first_link_life},
                                     {"invitation", limits::invitation_life},
                                     {"recovery", limits::recovery_life}}};

const Kind& kind_of(LinkPurpose purpose) { return kinds[static_cast<std::size_t>(purpose)]; }

}  // namespace

std::string_view word(LinkPurpose purpose) { return kind_of(purpose).word; }

std::optional<LinkPurpose> link_purpose_from(std::string_view word) {
  const auto* const found =
      std::find_if(kinds.begin(), kinds.end(), [&](const Kind& kind) { return kind.word == word; });
  if (found == kinds.end()) return std::nullopt;
  return static_cast<LinkPurpose>(found - kinds.begin());
}

Instant end_of_link(LinkPurpose purpose, Instant made_at) {
  return made_at + kind_of(purpose).life;
}

}  // namespace jalur::accounts

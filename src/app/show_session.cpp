#include "app/account_parts.h"

namespace jalur::app {

Expected<Standing> show_session(House& house, const std::string& token) {
  for (const auto half : {accounts::Half::no, accounts::Half::yes}) {
    const auto session = own_session(house, token, half);
    if (session) return standing_of(house, session->found);
    if (session.error().code != ErrorCode::unauthenticated) return tl::unexpected(session.error());
  }
  return Standing();
}

}  // namespace jalur::app

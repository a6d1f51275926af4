#include "app/account_parts.h"

namespace jalur::app {

Expected<accounts::Caller> caller_of(House& house, const std::string& token) {
  const auto session = own_session(house, token, accounts::Half::no);
  if (!session) return tl::unexpected(session.error());
  const Instant now = house.clock.now();
  if (accounts::is_to_be_noted(session->found.times, now)) {
    const auto noted = house.people.note_use(session->person().region, session->fingerprint, now);
    if (!noted) return tl::unexpected(noted.error());
  }
  const auto units = units_of(house, session->person().region);
  if (!units) return tl::unexpected(units.error());
  return caller_from(session->found, *units);
}

}  // namespace jalur::app

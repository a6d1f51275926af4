#include "app/account_parts.h"

namespace jalur::app {

namespace {

Expected<void> end(House& house, const OwnSession& session) {
  PeopleChange change{
      session.person().region, house.clock.now(), {}, {EndSession{session.fingerprint}}};
  if (session.found.half == accounts::Half::no) {
    change.entries.push_back(
        entry_about(actor_of(session.person()), "person.signed_out", session.person(), {}));
  }
  return house.people.carry_out(change);
}

}  // namespace

Expected<void> sign_out(House& house, const std::string& token) {
  for (const auto half : {accounts::Half::no, accounts::Half::yes}) {
    const auto session = own_session(house, token, half);
    if (session) return end(house, *session);
    if (session.error().code != ErrorCode::unauthenticated) return tl::unexpected(session.error());
  }
  return {};
}

}  // namespace jalur::app

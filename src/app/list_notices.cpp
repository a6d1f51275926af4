#include "app/notice_use_cases.h"

namespace jalur::app {

namespace {

Expected<void> check_signed_in(const accounts::Caller& caller) {
  if (caller.signed_in()) return {};
  return accounts::refusal(caller, accounts::Action::manage_self);
}

}  // namespace

Expected<NoticePage> list_notices(House& house, const accounts::Caller& caller, std::int64_t before,
                                  int limit) {
  if (auto may = check_signed_in(caller); !may) return tl::unexpected(may.error());
  return house.notices.page(caller.region, caller.person, before, limit);
}

Expected<NoticePage> read_notices(House& house, const accounts::Caller& caller,
                                  std::int64_t up_to) {
  if (auto may = check_signed_in(caller); !may) return tl::unexpected(may.error());
  if (auto done = house.notices.read_up_to(caller.region, caller.person, up_to); !done)
    return tl::unexpected(done.error());
  return house.notices.page(caller.region, caller.person, 0, limits::page_default);
}

}  // namespace jalur::app

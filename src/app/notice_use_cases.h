// What people are told, and that they have read it.
#pragma once

#include <cstdint>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/notices.h"

namespace jalur::app {

// Tells everybody what the logs of all regions hold since the last time, and gives the number of
// notices. A region that is seen for the first time begins now: what is past is told to nobody.
// Errors: unavailable; what was told by then stays told.
Expected<std::int64_t> tell_news(House& house);

// The caller's own. Errors: unauthenticated; unavailable.
Expected<NoticePage> list_notices(House& house, const accounts::Caller& caller, std::int64_t before,
                                  int limit);
// That one and all before it; gives the newest page. Errors: as above.
Expected<NoticePage> read_notices(House& house, const accounts::Caller& caller, std::int64_t up_to);

}  // namespace jalur::app

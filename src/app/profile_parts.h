// Steps that the use cases of profiles share.
#pragma once

#include <string>

#include "app/profile_use_cases.h"

namespace jalur::app {

// The active unit of that name, now or before, as it is called now. Errors: invalid_input.
Expected<std::string> active_unit(House& house, const RegionCode& region, const std::string& name);

// The form with what its reader may do. Errors: unavailable.
Expected<ProfileAnswer> profile_answer(House& house, const accounts::Caller& caller,
                                       StoredProfile stored);

// Whether the caller may change it as it stands. Errors: forbidden, unauthenticated; conflict when
// it was handed in, or is withdrawn.
Expected<void> may_change(House& house, const accounts::Caller& caller,
                          const StoredProfile& stored);

bool is_coordinator(const accounts::Caller& caller, const RegionCode& region);

// The day it is in the east of the country: nobody's today is still to come.
Date today_of(House& house);

}  // namespace jalur::app

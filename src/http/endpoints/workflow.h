// Endpoints of endorsement, verification, objections and the calendar.
#pragma once

#include "http/route.h"

namespace jalur::http::endpoints {

// course.cpp
Expected<Answer> get_readiness_of(const Call& call, const Site& site);
Expected<Answer> hand_in(const Call& call, const Site& site);
Expected<Answer> take_back(const Call& call, const Site& site);
Expected<Answer> send_back(const Call& call, const Site& site);
Expected<Answer> set_submission_state(const Call& call, const Site& site);
Expected<Answer> list_endorsements(const Call& call, const Site& site);
Expected<Answer> endorse(const Call& call, const Site& site);

// verification.cpp
Expected<Answer> get_queue(const Call& call, const Site& site);
Expected<Answer> get_claim(const Call& call, const Site& site);
Expected<Answer> verify_claim(const Call& call, const Site& site);
Expected<Answer> add_remark(const Call& call, const Site& site);
Expected<Answer> object(const Call& call, const Site& site);
Expected<Answer> decide_objection(const Call& call, const Site& site);
Expected<Answer> list_objections(const Call& call, const Site& site);

// calendar.cpp
Expected<Answer> get_calendar(const Call& call, const Site& site);
Expected<Answer> put_calendar(const Call& call, const Site& site);
Expected<Answer> put_exception(const Call& call, const Site& site);
Expected<Answer> end_exception(const Call& call, const Site& site);
Expected<Answer> lock_year(const Call& call, const Site& site);
Expected<Answer> unlock_year(const Call& call, const Site& site);

}  // namespace jalur::http::endpoints

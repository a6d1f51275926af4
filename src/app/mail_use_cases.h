// A mail per person and day with what is new, and its delivery.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/house.h"
#include "app/mail.h"
#include "app/notices.h"
#include "base/text.h"

namespace jalur::app {

struct DigestPlan {
  int hour = 7;         // from which a day's mail is written, Western Indonesian Time
  std::string address;  // for links: "https://jalur.example"; empty: none are given
};

// Posts what is due and gives the number of mails. Errors: unavailable; what was posted stays.
Expected<std::int64_t> write_digests(House& house, Outbox& outbox, const DigestPlan& plan);

// Tries the mails whose time has come, until the server fails, and gives the number of those that
// were sent. A mail that cannot be sent is tried again after growing waits, and given up after the
// last.
// Errors: unavailable (the outbox).
Expected<std::int64_t> send_waiting(Outbox& outbox, Mailer& mailer, Clock& clock);

struct DigestText {
  std::string subject;
  std::string text;
};
// `news`: newest first, not empty. `more`: there is news beyond these.
DigestText digest_text(const std::string& name, const std::vector<Notice>& news, bool more,
                       const std::string& address, Language language);

}  // namespace jalur::app

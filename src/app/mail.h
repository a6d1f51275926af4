// The ports to mail: what waits to be sent, and what sends it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/error.h"
#include "base/ids.h"

namespace jalur::app {

struct Mail {
  RegionCode region;
  std::string id;       // UUIDv7; the same at every try
  std::string person;   // id of whom it is for
  std::string to;       // their address when it was written
  std::string subject;  // ASCII, one line
  std::string text;     // UTF-8, lines end in \n
  Instant made_at;
};

struct WaitingMail {
  Mail mail;
  int tries = 0;  // that were begun
};

// Somebody with unread news that no mail has told yet.
struct DigestReader {
  std::string person;  // id
  std::string name;
  std::string email;
  std::int64_t after = 0;  // entries of the log up to this one were mailed or read
};

struct Digest {
  Mail mail;
  Date day;                // whose mail it is
  std::int64_t up_to = 0;  // the newest entry that it tells
};

// Every call is one transaction. Calls may come from any thread. Errors: unavailable.
class Outbox {
 public:
  virtual ~Outbox() = default;

  // Whether the day's digests of a region were all written.
  virtual Expected<bool> is_written(const RegionCode& region, Date day) = 0;
  virtual Expected<void> note_written(const RegionCode& region, Date day) = 0;
  // Active people who got no digest on that day or later. Those who were found before come again
  // until theirs is posted.
  virtual Expected<std::vector<DigestReader>> readers(const RegionCode& region, Date day,
                                                      int limit) = 0;
  // False, and nothing is posted: the person has one of that day already.
  virtual Expected<bool> post(const Digest& digest) = 0;

  // Mails whose time has come, over all regions, the longest waiting first.
  virtual Expected<std::vector<WaitingMail>> waiting(Instant now, int limit) = 0;
  // Before a try: it is ours, and the next one, should we not come back, is then. False: somebody
  // else has taken it.
  virtual Expected<bool> take(const WaitingMail& waiting, Instant next_try) = 0;
  virtual Expected<void> note_sent(const Mail& mail, Instant at) = 0;
  virtual Expected<void> note_failure(const Mail& mail, const std::string& failure) = 0;
  // Never tried again; the region's log tells it.
  virtual Expected<void> give_up(const Mail& mail, const std::string& failure, Instant at) = 0;
};

// Calls may come from any thread; each waits until the server has answered.
// Errors: unavailable (try again later), invalid_input (this mail is refused for good).
class Mailer {
 public:
  virtual ~Mailer() = default;
  virtual Expected<void> send(const Mail& mail) = 0;
};

}  // namespace jalur::app

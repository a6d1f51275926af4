#include <array>
#include <chrono>

#include "app/mail_use_cases.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

// After each try that did not succeed.
constexpr std::array<minutes, 5> waits{minutes(1), minutes(5), minutes(30), hours(2), hours(12)};

bool is_last(const WaitingMail& waiting) { return waiting.tries >= static_cast<int>(waits.size()); }

// When it is tried again should nobody note how the try ended.
Instant next_try(const WaitingMail& waiting, Instant now) {
  return now + (is_last(waiting) ? waits.back() : waits[static_cast<std::size_t>(waiting.tries)]);
}

enum class Tried { sent, not_ours, failed, server_failed };

Expected<Tried> after_failure(Outbox& outbox, const WaitingMail& waiting, const Error& error,
                              Instant now) {
  const bool for_good = error.code == ErrorCode::invalid_input;
  const std::string& failure = error.problems.front().text.en;
  const auto noted = for_good || is_last(waiting) ? outbox.give_up(waiting.mail, failure, now)
                                                  : outbox.note_failure(waiting.mail, failure);
  if (!noted) return tl::unexpected(noted.error());
  return for_good ? Tried::failed : Tried::server_failed;
}

Expected<Tried> try_one(Outbox& outbox, Mailer& mailer, Clock& clock, const WaitingMail& waiting) {
  const auto ours = outbox.take(waiting, next_try(waiting, clock.now()));
  if (!ours) return tl::unexpected(ours.error());
  if (!*ours) return Tried::not_ours;
  const auto sent = mailer.send(waiting.mail);
  if (!sent) return after_failure(outbox, waiting, sent.error(), clock.now());
  if (auto noted = outbox.note_sent(waiting.mail, clock.now()); !noted)
    return tl::unexpected(noted.error());
  return Tried::sent;
}

}  // namespace

Expected<std::int64_t> send_waiting(Outbox& outbox, Mailer& mailer, Clock& clock) {
  const auto waiting = outbox.waiting(clock.now(), limits::mails_at_once);
  if (!waiting) return tl::unexpected(waiting.error());
  std::int64_t sent = 0;
  for (const WaitingMail& each : *waiting) {
    const auto done = try_one(outbox, mailer, clock, each);
    if (!done) return tl::unexpected(done.error());
    if (*done == Tried::sent) ++sent;
    if (*done == Tried::server_failed) break;  // the others have their turn the next time
  }
  return sent;
}

}  // namespace jalur::app

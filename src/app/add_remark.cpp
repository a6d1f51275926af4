#include <fmt/format.h>

#include "app/allowed.h"
#include "app/claim_subject.h"
#include "app/workflow_use_cases.h"
#include "base/limits.h"
#include "base/text.h"

namespace jalur::app {

namespace {

Expected<void> check_text(const std::string& text) {
  const bool too_long = count_characters(text) > limits::reason_characters_most;
  if (count_words(text) > 0 && !too_long) return {};
  return fail(ErrorCode::invalid_input,
              {fmt::format("catatan harus berisi, paling banyak {} karakter",
                           limits::reason_characters_most),
               fmt::format("a remark must not be empty and has at most {} characters",
                           limits::reason_characters_most)},
              "text", text);
}

}  // namespace

Expected<Remark> add_remark(House& house, const accounts::Caller& caller,
                            const std::string& submission, const std::string& indicator,
                            const std::string& text) {
  const auto subject = claim_subject(house, submission, indicator);
  if (!subject) return tl::unexpected(subject.error());
  const Place& place = subject->place;
  const auto action = accounts::Action::remark;
  if (const auto may = allowed(house, caller, action, place.key.region, place.unit); !may)
    return tl::unexpected(may.error());
  if (const auto right = check_text(text); !right) return tl::unexpected(right.error());
  const Instant now = house.clock.now();
  const Remark remark{uuid7(now, house.randomness.ten_bytes()),
                      text,
                      {actor_for(caller, action, place.key.region, place.unit), now}};
  const auto saved =
      house.workflow.remark({place.key, submission, subject->indicator->id, remark, place.name});
  if (!saved) return tl::unexpected(saved.error());
  return remark;
}

}  // namespace jalur::app

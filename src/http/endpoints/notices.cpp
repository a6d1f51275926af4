// What the caller is told.
#include "formats/notices.h"

#include <charconv>

#include "app/notice_use_cases.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

// The `next` of the page before; 0: from the newest on.
std::int64_t begin_of(Parameters& given) {
  const auto text = given.text("after", limits::id_bytes);
  if (!text) return 0;
  std::int64_t sequence = 0;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, sequence);
  if (read.ec == std::errc() && read.ptr == end && sequence > 0) return sequence;
  given.wrong_value(
      "after", *text,
      {"Harus isi `next` dari halaman sebelumnya.", "Must be the `next` of the page before."});
  return 0;
}

}  // namespace

Expected<Answer> list_notices(const Call& call, const Site& site) {
  Parameters given(call);
  const auto before = begin_of(given);
  const int limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::list_notices(site.house, *call.caller, before, limit).map([&](const auto& page) {
    return unkept_answer(notices_json(page, call.language));
  });
}

Expected<Answer> read_notices(const Call& call, const Site& site) {
  if (auto wrong = Parameters(call).wrong()) return tl::unexpected(*wrong);
  const auto up_to = read_notice_mark(call.body);
  if (!up_to) return tl::unexpected(up_to.error());
  return app::read_notices(site.house, *call.caller, *up_to).map([&](const auto& page) {
    return unkept_answer(notices_json(page, call.language));
  });
}

}  // namespace jalur::http::endpoints

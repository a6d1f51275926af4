#include "formats/notices.h"

#include <limits>

#include "app/news.h"
#include "formats/json_parts.h"
#include "formats/json_reader.h"

namespace jalur {

namespace {

Json notice_of(const ledger::Entry& entry, std::int64_t read_up_to, Language language) {
  return {{"sequence", entry.sequence},
          {"at", to_string(entry.at)},
          {"action", entry.action},
          {"sentence", app::sentence_of(entry).in(language)},
          {"words", text_or_null(app::words_of(entry))},
          {"subject", entry.subject},
          {"indicator", text_or_null(app::detail_of(entry, "indicator"))},
          {"unread", entry.sequence > read_up_to}};
}

}  // namespace

std::string notices_json(const app::NoticePage& page, Language language) {
  Json items = Json::array();
  for (const ledger::Entry& entry : page.items)
    items.push_back(notice_of(entry, page.read_up_to, language));
  const std::string next = page.next > 0 ? std::to_string(page.next) : std::string();
  return Json{{"items", std::move(items)}, {"next", text_or_null(next)}, {"unread", page.unread}}
      .dump();
}

Expected<std::int64_t> read_notice_mark(const std::string& body) {
  return object_in<std::int64_t>(body, {"up_to"}, [](const JsonObject& object) {
    return object.whole("up_to", 1, std::numeric_limits<std::int64_t>::max());
  });
}

}  // namespace jalur

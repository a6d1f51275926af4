#include "formats/notices.h"

#include <charconv>
#include <limits>

#include "app/news.h"
#include "formats/json_parts.h"
#include "formats/json_reader.h"

namespace jalur {

namespace {

// "year.locked" is about the year that its subject names.
Json year_of(const app::Notice& notice) {
  if (notice.submission) return notice.submission->year;
  const std::string& subject = notice.entry.subject;
  if (!notice.entry.action.starts_with("year.")) return nullptr;
  int year = 0;
  const char* const end = subject.data() + subject.size();
  const auto read = std::from_chars(subject.data(), end, year);
  return read.ec == std::errc() && read.ptr == end ? Json(year) : Json(nullptr);
}

Json submission_of(const app::Notice& notice) {
  if (!notice.submission) return nullptr;
  return {{"id", notice.entry.subject},
          {"name", notice.entry.subject_text},
          {"of_government", notice.submission->of_government}};
}

Json author_of(const ledger::Actor& by) {
  if (by.person.empty()) return nullptr;
  return {{"name", by.name}, {"role", by.role}};
}

Json notice_of(const app::Notice& notice, std::int64_t read_up_to, Language language) {
  const ledger::Entry& entry = notice.entry;
  return {{"sequence", entry.sequence},
          {"at", to_string(entry.at)},
          {"kind", entry.action},
          {"sentence", app::sentence_of(entry).in(language)},
          {"reason", text_or_null(app::words_of(entry))},
          {"by", author_of(entry.by)},
          {"submission", submission_of(notice)},
          {"year", year_of(notice)},
          {"unit", text_or_null(notice.submission ? notice.submission->unit : std::string())},
          {"indicator", text_or_null(app::detail_of(entry, "indicator"))},
          {"unread", entry.sequence > read_up_to}};
}

}  // namespace

std::string notices_json(const app::NoticePage& page, Language language) {
  Json items = Json::array();
  for (const app::Notice& notice : page.items)
    items.push_back(notice_of(notice, page.read_up_to, language));
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

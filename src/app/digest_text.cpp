#include <algorithm>

#include <fmt/format.h>

#include "app/mail_use_cases.h"
#include "app/news.h"
#include "registry/calendar.h"

namespace jalur::app {

namespace {

// What is said of one thing, which is named above it.
struct Group {
  std::string subject;  // id; empty: no submission
  std::vector<const Notice*> news;
};

// In the order of their newest news; what is about no submission comes last.
std::vector<Group> grouped(const std::vector<Notice>& news) {
  std::vector<Group> groups;
  Group others;
  for (const Notice& notice : news) {
    if (!notice.submission) {
      others.news.push_back(&notice);
      continue;
    }
    const auto same = [&](const Group& group) { return group.subject == notice.entry.subject; };
    auto group = std::find_if(groups.begin(), groups.end(), same);
    if (group == groups.end()) group = groups.insert(groups.end(), {notice.entry.subject, {}});
    group->news.push_back(&notice);
  }
  if (!others.news.empty()) groups.push_back(std::move(others));
  return groups;
}

// The words of people, every line as far in as the first.
std::string indented(const std::string& words) {
  std::string text = "  ";
  for (const char c : words) {
    text += c;
    if (c == '\n') text += "  ";
  }
  return text + "\n";
}

std::string line_of(const Notice& notice, Language language) {
  std::string line = fmt::format("- {}: {}\n", to_string(registry::day_of(notice.entry.at)),
                                 sentence_of(notice.entry).in(language));
  const std::string words = words_of(notice.entry);
  return words.empty() ? line : line + indented(words);
}

std::string heading_of(const Group& group, const std::string& address, Language language) {
  if (group.subject.empty()) return Text{"Lainnya\n", "Other news\n"}.in(language);
  const Notice& notice = *group.news.front();
  const AboutSubmission& about = *notice.submission;
  std::string heading = notice.entry.subject_text;
  if (!about.unit.empty()) heading += " (" + about.unit + ")";
  heading += "\n";
  if (address.empty()) return heading;
  const std::string path = about.of_government ? "/pemerintah" : "/inovasi/" + group.subject;
  return heading + fmt::format("{}{}?tahun={}\n", address, path, about.year);
}

std::string ending(bool more, const std::string& address, Language language) {
  std::string text;
  if (more)
    text += Text{"Masih ada kabar lain.\n", "There is more news than fits here.\n"}.in(language);
  if (!address.empty())
    text +=
        Text{"Semua pemberitahuan: ", "All notices: "}.in(language) + address + "/pemberitahuan\n";
  return text +
         Text{"Surel ini dikirim sekali sehari, hanya bila ada kabar yang belum dibaca.\n",
              "This mail comes once a day, only when there is news that you have not read.\n"}
             .in(language);
}

}  // namespace

DigestText digest_text(const std::string& name, const std::vector<Notice>& news, bool more,
                       const std::string& address, Language language) {
  const std::string count = fmt::format("{}{}", news.size(), more ? "+" : "");
  DigestText digest;
  digest.subject =
      Text{"Jalur: " + count + " kabar untuk Anda", "Jalur: news for you (" + count + ")"}.in(
          language);
  digest.text = Text{"Yth. " + name + ",\n\n", "Dear " + name + ",\n\n"}.in(language);
  for (const Group& group : grouped(news)) {
    digest.text += heading_of(group, address, language);
    for (const Notice* notice : group.news) digest.text += line_of(*notice, language);
    digest.text += "\n";
  }
  digest.text += ending(more, address, language);
  return digest;
}

}  // namespace jalur::app

#include "registry/profile.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::registry {

namespace {

constexpr int affairs_known = 38;

// Thousandths of a thousandth of a degree; nothing when it is not written as the form asks.
std::optional<std::int64_t> microdegrees(std::string_view text) {
  const bool minus = text.starts_with('-');
  if (minus) text.remove_prefix(1);
  const auto dot = text.find('.');
  const auto whole = text.substr(0, dot);
  std::string decimals(dot == text.npos ? "" : text.substr(dot + 1));
  const auto digits = [](std::string_view part) {
    return !part.empty() &&
           std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(whole) || whole.size() > 3 || (dot != text.npos && !digits(decimals)) ||
      decimals.size() > 6)
    return std::nullopt;
  decimals.resize(6, '0');
  std::int64_t value = 0;
  for (const char c : std::string(whole) + decimals) value = value * 10 + (c - '0');
  return minus ? -value : value;
}

class Check {
 public:
  Check(const Profile& profile, const Ruleset& ruleset, const ProfileTerms& terms)
      : profile_(profile), ruleset_(ruleset), terms_(terms) {}

  Expected<void> run() {
    if (profile_.name.empty())
      problems_.add("name", "", {"nama inovasi harus diisi", "the innovation needs a name"});
    affairs();
    words();
    dates();
    place();
    missions();
    video();
    if (problems_.none()) return {};
    return std::move(problems_).as_error();
  }

 private:
  void affairs() {
    std::set<int> seen;
    for (std::size_t i = 0; i < profile_.affairs.size(); ++i) {
      const int affair = profile_.affairs[i];
      const bool known = affair >= 1 && affair <= affairs_known;
      if (known && seen.insert(affair).second) continue;
      problems_.add(fmt::format("affairs[{}]", i), std::to_string(affair),
                    known ? Text{"urusan ini ditulis dua kali", "this affair is written twice"}
                          : Text{"urusan harus angka 1 sampai 38",
                                 "an affair must be a number from 1 to 38"});
    }
    if (profile_.affairs.empty())
      problems_.add("affairs", "", {"urusan utama harus diisi", "the main affair is needed"});
  }

  void word(const std::string& field, const std::string& given, const std::vector<Term>& known) {
    if (given.empty() || is_known(known, given)) return;
    std::string words;
    for (const Term& term : known) words += (words.empty() ? "" : ", ") + term.word;
    problems_.add(field, given, {"harus salah satu dari: " + words, "it must be one of: " + words});
  }

  void words() {
    word("initiator", profile_.initiator, terms_.initiators);
    word("form", profile_.form, terms_.forms);
    if (!profile_.theme.empty() && !is_offered(terms_, profile_.theme, ruleset_.year))
      problems_.add(
          "theme", profile_.theme,
          {fmt::format("tematik ini tidak ada pada aturan {}; pilih satu dari daftar tahun itu",
                       ruleset_.year),
           fmt::format("the rules of {} have no such theme; choose one of that year's list",
                       ruleset_.year)});
    if (profile_.budget && (*profile_.budget < 0 || *profile_.budget > limits::budget_rupiah))
      problems_.add("budget", std::to_string(*profile_.budget),
                    {"anggaran harus bilangan bulat Rupiah, 0 sampai 1 kuadriliun",
                     "the budget must be whole Rupiah, 0 to 10^15"});
  }

  void order(const char* field, const std::optional<Date>& date, const std::optional<Date>& before,
             const Text& text) {
    if (date && before && *date < *before) problems_.add(field, to_string(*date), text);
  }

  void reached(const char* field, const std::optional<Date>& date, Stage stage, const Text& text) {
    if (date && profile_.stage < stage) problems_.add(field, to_string(*date), text);
  }

  void dates() {
    reached("trial_on", profile_.trial_on, Stage::trial,
            {"tanggal uji coba ada sejak tahap uji coba; majukan tahapnya dahulu",
             "the trial has a date from the trial stage on; move the stage first"});
    const Text later{"tanggal ini ada sejak tahap penerapan; majukan tahapnya dahulu",
                     "this date exists from implementation on; move the stage first"};
    reached("implemented_on", profile_.implemented_on, Stage::implementation, later);
    reached("developed_on", profile_.developed_on, Stage::implementation, later);
    order("implemented_on", profile_.implemented_on, profile_.trial_on,
          {"penerapan tidak boleh sebelum uji coba", "implementation cannot precede the trial"});
    order("developed_on", profile_.developed_on, profile_.implemented_on,
          {"pengembangan tidak boleh sebelum penerapan",
           "a development cannot precede implementation"});
  }

  void degree(const char* field, const std::string& given, std::int64_t least, std::int64_t most) {
    if (given.empty()) return;
    const auto value = microdegrees(given);
    if (value && *value >= least * 1'000'000 && *value <= most * 1'000'000) return;
    problems_.add(
        field, given,
        {fmt::format("harus derajat {} sampai {}, dengan titik dan paling banyak enam desimal, "
                     "misalnya -0.335000",
                     least, most),
         fmt::format("it must be degrees from {} to {}, with a dot and at most six decimals, "
                     "such as -0.335000",
                     least, most)});
  }

  // Indonesia with some sea around it: what lies elsewhere was mistyped or swapped.
  void place() {
    degree("latitude", profile_.latitude, -12, 7);
    degree("longitude", profile_.longitude, 94, 142);
    if (profile_.latitude.empty() == profile_.longitude.empty()) return;
    const char* field = profile_.latitude.empty() ? "latitude" : "longitude";
    problems_.add(field, "",
                  {"lintang dan bujur diisi keduanya atau tidak sama sekali",
                   "give latitude and longitude, or neither"});
  }

  void missions() {
    std::set<int> seen;
    const auto last = static_cast<int>(terms_.missions.size());
    for (std::size_t i = 0; i < profile_.asta_cita.size(); ++i) {
      const int mission = profile_.asta_cita[i];
      if (mission >= 1 && mission <= last && seen.insert(mission).second) continue;
      problems_.add(fmt::format("asta_cita[{}]", i), std::to_string(mission),
                    {fmt::format("harus nomor misi 1 sampai {}, masing-masing sekali", last),
                     fmt::format("it must be a mission from 1 to {}, each once", last)});
    }
  }

  void video() {
    const std::string_view address = profile_.video;
    const bool good = address.size() > 8 && address.starts_with("https://") &&
                      address.find_first_of(" \n\t\"<>") == address.npos;
    if (address.empty() || good) return;
    problems_.add("video", profile_.video,
                  {"harus alamat web seperti https://contoh.go.id/video",
                   "it must be a web address such as https://example.go.id/video"});
  }

  const Profile& profile_;
  const Ruleset& ruleset_;
  const ProfileTerms& terms_;
  Problems problems_;
};

std::array<const std::string*, 7> parts_of(const Design& design) {
  return {&design.free,   &design.legal_basis, &design.problem,     &design.strategic_issues,
          &design.method, &design.novelty,     &design.how_it_works};
}

constexpr std::array part_names{
    "design.free",   "design.legal_basis", "design.problem",     "design.strategic_issues",
    "design.method", "design.novelty",     "design.how_it_works"};

}  // namespace

std::string whole_text(const Design& design) {
  std::string text;
  for (const std::string* part : parts_of(design)) {
    if (part->empty()) continue;
    if (!text.empty()) text += "\n\n";
    text += *part;
  }
  return text;
}

int words_of(const Profile& profile) { return count_words(whole_text(profile.design)); }

Expected<void> check(const Profile& profile, const Ruleset& ruleset, const ProfileTerms& terms) {
  return Check(profile, ruleset, terms).run();
}

std::vector<std::string> changed_fields(const Profile& before, const Profile& after) {
  std::vector<std::string> fields;
  const auto tell = [&](const char* name, const auto& old, const auto& now) {
    if (old != now) fields.emplace_back(name);
  };
  tell("name", before.name, after.name);
  tell("unit", before.unit, after.unit);
  tell("affairs", before.affairs, after.affairs);
  tell("initiator", before.initiator, after.initiator);
  tell("initiator_name", before.initiator_name, after.initiator_name);
  tell("digital", before.digital, after.digital);
  tell("form", before.form, after.form);
  tell("theme", before.theme, after.theme);
  tell("trial_on", before.trial_on, after.trial_on);
  tell("implemented_on", before.implemented_on, after.implemented_on);
  tell("developed_on", before.developed_on, after.developed_on);
  const auto old_parts = parts_of(before.design);
  const auto new_parts = parts_of(after.design);
  for (std::size_t i = 0; i < part_names.size(); ++i)
    tell(part_names[i], *old_parts[i], *new_parts[i]);
  tell("aims", before.aims, after.aims);
  tell("benefits", before.benefits, after.benefits);
  tell("results", before.results, after.results);
  tell("budget", before.budget, after.budget);
  tell("awards", before.awards, after.awards);
  tell("ip_rights", before.ip_rights, after.ip_rights);
  tell("latitude", before.latitude, after.latitude);
  tell("longitude", before.longitude, after.longitude);
  tell("asta_cita", before.asta_cita, after.asta_cita);
  tell("priority_programme", before.priority_programme, after.priority_programme);
  tell("video", before.video, after.video);
  return fields;
}

}  // namespace jalur::registry

#include "registry/profile_terms.h"

#include <algorithm>

#include "base/limits.h"
#include "index/toml_reader.h"

namespace jalur::registry {

namespace {

Term term_in(const TomlTable& table) { return {table.string("word"), table.text("name")}; }

std::vector<Term> terms_in(const TomlTable& top, std::string_view key) {
  std::vector<Term> terms;
  for (const TomlTable& table : top.tables(key)) {
    table.allow_only({"word", "name"});
    Term term = term_in(table);
    if (is_known(terms, term.word))
      table.complain_key("word", {"kata ini ditulis dua kali", "this word is written twice"});
    terms.push_back(std::move(term));
  }
  return terms;
}

Theme theme_in(const TomlTable& table) {
  table.allow_only({"word", "name", "from_year", "to_year"});
  Theme theme{term_in(table), table.whole("from_year", limits::year_first, limits::year_last), {}};
  const int to_year = table.whole("to_year", 0, limits::year_last);
  if (to_year == 0) return theme;
  if (to_year < theme.from_year)
    table.complain_key("to_year", {"tahun terakhir harus sesudah tahun pertama",
                                   "the last year must come after the first"});
  theme.to_year = to_year;
  return theme;
}

std::vector<Mission> missions_in(const TomlTable& top) {
  std::vector<Mission> missions;
  for (const TomlTable& table : top.tables("asta_cita")) {
    table.allow_only({"number", "name"});
    missions.push_back({table.whole("number", 1, 8), table.text("name")});
    if (missions.back().number != static_cast<int>(missions.size()))
      table.complain_key("number", {"misi harus urut dari 1 tanpa celah",
                                    "missions must run from 1 without a gap"});
  }
  return missions;
}

}  // namespace

bool is_known(const std::vector<Term>& terms, const std::string& word) {
  return std::any_of(terms.begin(), terms.end(),
                     [&](const Term& term) { return term.word == word; });
}

bool is_offered(const ProfileTerms& terms, const std::string& theme, int year) {
  return std::any_of(terms.themes.begin(), terms.themes.end(), [&](const Theme& known) {
    return known.term.word == theme && known.from_year <= year &&
           year <= known.to_year.value_or(year);
  });
}

Expected<ProfileTerms> load_profile_terms(std::string_view toml, std::string_view name) {
  const auto file = parse_toml(toml, name);
  if (!file) return tl::unexpected(file.error());
  Problems problems;
  const TomlTable top(*file, name, {}, problems);
  top.allow_only({"sources", "assumption", "initiator", "form", "theme", "asta_cita", "decree"});
  ProfileTerms terms;
  terms.sources = top.strings("sources");
  terms.initiators = terms_in(top, "initiator");
  terms.forms = terms_in(top, "form");
  for (const TomlTable& table : top.tables("theme")) terms.themes.push_back(theme_in(table));
  terms.missions = missions_in(top);
  terms.decrees = terms_in(top, "decree");
  if (!problems.none()) return std::move(problems).as_error();
  return terms;
}

}  // namespace jalur::registry

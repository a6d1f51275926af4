#include "app/reference_load.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <utility>

#include "base/csv.h"
#include "index/ruleset_load.h"
#include "planning/catalogue_load.h"

namespace jalur::app {
namespace {

using Rows = std::vector<std::vector<std::string>>;

tl::unexpected<Error> wrong_row(const NamedText& file, std::size_t row, std::string value) {
  return fail(ErrorCode::invalid_input,
              {"baris tidak dapat dibaca; periksa jumlah kolom, kode dan tahunnya",
               "the row cannot be read; check its columns, its code and its year"},
              std::string(file.name) + ": row " + std::to_string(row + 1), std::move(value));
}

// The rows below the headings, each with exactly the columns of `headings`.
Expected<Rows> read_columns(const NamedText& file, const std::vector<std::string>& headings) {
  auto rows = read_csv(file.text);
  if (!rows) return rows;
  if (rows->empty() || rows->front() != headings) {
    return wrong_row(file, 0, rows->empty() ? std::string() : rows->front().front());
  }
  for (std::size_t i = 1; i < rows->size(); ++i) {
    if ((*rows)[i].size() != headings.size()) return wrong_row(file, i, (*rows)[i].front());
  }
  rows->erase(rows->begin());
  return rows;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

// Letters after a space, a hyphen or an opening bracket stay capitals; the others become small.
std::string capitalised(std::string_view word) {
  std::string result = lower(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i == 0 || word[i - 1] == '-' || word[i - 1] == '(') result[i] = word[i];
  }
  return result;
}

RegionKind kind_of_regency(std::string_view name) {
  return name.substr(0, 5) == "KOTA " ? RegionKind::city : RegionKind::regency;
}

Expected<void> add_provinces(const NamedText& file, Reference& reference) {
  const auto rows = read_columns(file, {"code", "name"});
  if (!rows) return tl::unexpected(rows.error());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto code = RegionCode::parse((*rows)[i][0]);
    if (!code) return wrong_row(file, i + 1, (*rows)[i][0]);
    reference.regions.push_back(
        {*code, "Provinsi " + title_case((*rows)[i][1]), RegionKind::province});
  }
  return {};
}

Expected<void> add_regencies(const NamedText& file, Reference& reference) {
  const auto rows = read_columns(file, {"code", "province_code", "name"});
  if (!rows) return tl::unexpected(rows.error());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto& row = (*rows)[i];
    const auto code = RegionCode::parse(row[0]);
    if (!code) return wrong_row(file, i + 1, row[0]);
    reference.regions.push_back({*code, title_case(row[2]), kind_of_regency(row[2])});
  }
  return {};
}

Expected<void> add_districts(const NamedText& file, Reference& reference) {
  const auto rows = read_columns(file, {"code", "regency_code", "name"});
  if (!rows) return tl::unexpected(rows.error());
  for (const auto& row : *rows) reference.districts.push_back({row[0], row[2]});
  return {};
}

std::optional<int> whole_number(std::string_view text) {
  int number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end) return std::nullopt;
  return number;
}

Expected<void> add_results(const NamedText& file, Reference& reference) {
  const auto rows =
      read_columns(file, {"region", "kind", "year", "rank", "score", "predicate", "source_url"});
  if (!rows) return tl::unexpected(rows.error());
  for (std::size_t i = 0; i < rows->size(); ++i) {
    const auto& row = (*rows)[i];
    const auto year = whole_number(row[2]);
    const auto rank = whole_number(row[3]);
    if (!year || (!rank && !row[3].empty())) return wrong_row(file, i + 1, row[0]);
    reference.results.push_back({row[0], row[1], *year, rank, row[4], row[5], row[6]});
  }
  return {};
}

template <class Rows_, class Key>
void sort_by(Rows_& rows, Key key) {
  std::sort(rows.begin(), rows.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
}

}  // namespace

std::string title_case(std::string_view upper) {
  static constexpr std::array<std::string_view, 2> kept = {"DKI", "DI"};
  std::string result;
  for (std::size_t at = 0; at < upper.size();) {
    const auto end = std::min(upper.find(' ', at), upper.size());
    const auto word = upper.substr(at, end - at);
    if (!result.empty()) result += ' ';
    if (std::find(kept.begin(), kept.end(), word) != kept.end()) {
      result += word;
    } else if (word == "DAN") {
      result += "dan";
    } else {
      result += capitalised(word);
    }
    at = end + 1;
  }
  return result;
}

Expected<Reference> load_reference(const ReferenceTexts& texts) {
  Reference reference;
  auto affairs = load_affairs(texts.affairs.text, texts.affairs.name);
  if (!affairs) return tl::unexpected(affairs.error());
  reference.affairs = std::move(*affairs);
  if (auto done = add_provinces(texts.provinces, reference); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = add_regencies(texts.regencies, reference); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = add_districts(texts.districts, reference); !done) {
    return tl::unexpected(done.error());
  }
  if (auto done = add_results(texts.results, reference); !done) {
    return tl::unexpected(done.error());
  }
  auto terms = registry::load_profile_terms(texts.profile_terms.text, texts.profile_terms.name);
  if (!terms) return tl::unexpected(terms.error());
  reference.profile_terms = std::move(*terms);
  sort_by(reference.regions, [](const ReferenceRegion& region) { return region.code.str(); });
  sort_by(reference.districts, [](const ReferenceDistrict& district) { return district.code; });
  return reference;
}

Expected<std::vector<Catalogue>> load_catalogues(const std::vector<NamedText>& files) {
  std::vector<Catalogue> catalogues;
  for (const NamedText& file : files) {
    auto catalogue = load_catalogue(file.text, file.name);
    if (!catalogue) return tl::unexpected(catalogue.error());
    catalogues.push_back(std::move(*catalogue));
  }
  return catalogues;
}

Expected<std::vector<Ruleset>> load_rulesets(const std::vector<NamedText>& files,
                                             const std::vector<Affair>& affairs) {
  std::map<std::string, std::string_view> file_of_id;
  std::vector<Ruleset> rulesets;
  Problems problems;
  for (const auto& file : files) {
    auto ruleset = load_ruleset(file.text, file.name, affairs);
    if (!ruleset) {
      for (const auto& problem : ruleset.error().problems) {
        problems.add(problem.field, problem.value, problem.text);
      }
      continue;
    }
    const auto [first, fresh] = file_of_id.emplace(ruleset->id, file.name);
    if (!fresh) {
      const std::string other(first->second);
      problems.add(std::string(file.name) + ": id", ruleset->id,
                   {"id ini sudah dipakai oleh " + other + "; pakai id lain",
                    "this id is taken by " + other + "; use another one"});
      continue;
    }
    rulesets.push_back(std::move(*ruleset));
  }
  if (!problems.none()) return std::move(problems).as_error();
  sort_by(rulesets, [](const Ruleset& ruleset) { return std::pair(ruleset.year, ruleset.id); });
  return rulesets;
}

}  // namespace jalur::app

// Reads what a call gives in path and query, and collects everything that is wrong with it, so that
// one answer tells all.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/ports.h"
#include "base/limits.h"
#include "http/route.h"

namespace jalur::http {

class Parameters {
 public:
  explicit Parameters(const Call& call) : call_(call), used_(call.query.size(), false) {}

  // From the path. What is wrong is noted, and wrong() will say so.
  std::optional<RegionCode> region();
  std::optional<app::YearKey> year_key();
  std::string submission() { return uuid("id"); }
  std::string uuid(std::string_view name);
  std::string_view segment(std::string_view name) const { return segment_named(call_, name); }

  // From the query; nothing when not given or wrong. A parameter given twice is wrong.
  std::optional<std::string> text(std::string_view name, std::size_t most_bytes);
  std::optional<Date> date(std::string_view name);
  std::optional<Instant> time(std::string_view name);
  std::optional<int> year(std::string_view name);  // must be given
  bool gives(std::string_view name) const;
  std::string needed_text(std::string_view name, std::size_t most_bytes);
  int page_limit();

  template <class Value, std::size_t count>
  std::optional<Value> choice(std::string_view name,
                              const std::array<std::pair<std::string_view, Value>, count>& known) {
    const auto given = take(name);
    if (!given) return std::nullopt;
    std::string words;
    for (const auto& [word, value] : known) {
      if (*given == word) return value;
      words.append(words.empty() ? "" : ", ").append(word);
    }
    wrong_choice(name, *given, words);
    return std::nullopt;
  }

  void wrong_value(std::string_view name, std::string_view value, Text text);
  void missing(std::string_view name);

  // Everything that was wrong; to be called when all parameters have been read. A parameter that
  // nobody read is unknown to the route.
  std::optional<Error> wrong();

 private:
  std::optional<std::string> take(std::string_view name);
  void wrong_choice(std::string_view name, std::string_view value, const std::string& words);
  std::optional<int> whole(std::string_view name, std::string_view text, int least, int most);

  const Call& call_;
  std::vector<bool> used_;
  std::vector<std::string> known_;  // query parameters of the route
  Problems problems_;
};

}  // namespace jalur::http

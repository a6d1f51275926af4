#include "store/course_words.h"

#include <array>
#include <sstream>
#include <utility>

#include "base/text.h"
#include "store/failure.h"

namespace jalur::store {

namespace {

using registry::ClaimState;
using registry::Outcome;
using registry::Verdict;

template <class Value, std::size_t Count>
using Table = std::array<std::pair<Value, std::string_view>, Count>;

constexpr Table<ClaimState, 4> mark_words{{{ClaimState::waiting, "waiting"},
                                           {ClaimState::accepted, "accepted"},
                                           {ClaimState::lowered, "lowered"},
                                           {ClaimState::returned, "returned"}}};
constexpr Table<Verdict, 5> verdict_words{{{Verdict::accepted, "accepted"},
                                           {Verdict::lowered, "lowered"},
                                           {Verdict::returned, "returned"},
                                           {Verdict::carried, "carried"},
                                           {Verdict::imported, "imported"}}};
constexpr Table<Outcome, 2> outcome_words{
    {{Outcome::upheld, "upheld"}, {Outcome::rejected, "rejected"}}};

[[noreturn]] void damaged(std::string_view what, std::string_view text) {
  throw Damaged(std::string(what) + " \"" + shortened(text, 60) + "\"");
}

template <class Value, std::size_t Count>
std::string_view word_in(const Table<Value, Count>& table, Value value) {
  for (const auto& [known, word] : table)
    if (known == value) return word;
  return {};
}

template <class Value, std::size_t Count>
Value value_in(const Table<Value, Count>& table, std::string_view word) {
  for (const auto& [value, known] : table)
    if (known == word) return value;
  damaged("word", word);
}

// "16=waiting@2026-11-20T08:00:00.000Z"
registry::ClaimMark mark_from(std::string_view part) {
  const auto sign = part.find('=');
  const auto at = part.find('@');
  if (sign == std::string_view::npos || at == std::string_view::npos || at < sign)
    damaged("state of a claim", part);
  const auto indicator = IndicatorId::parse(part.substr(0, sign));
  const auto since = parse_instant(part.substr(at + 1));
  if (!indicator || !since) damaged("state of a claim", part);
  return {*indicator, value_in(mark_words, part.substr(sign + 1, at - sign - 1)), *since};
}

}  // namespace

std::string packed(const registry::ClaimMarks& marks) {
  std::string text;
  for (const auto& [indicator, state, since] : marks) {
    if (!text.empty()) text += ' ';
    text.append(indicator.str()).append("=").append(word_in(mark_words, state));
    text.append("@").append(to_string(since));
  }
  return text;
}

std::string packed(const registry::Targets& targets) {
  return std::to_string(targets.endorse) + " " + std::to_string(targets.verify) + " " +
         std::to_string(targets.answer) + " " + std::to_string(targets.object) + " " +
         std::to_string(targets.decide);
}

registry::ClaimMarks marks_from(std::string_view text) {
  registry::ClaimMarks marks;
  while (!text.empty()) {
    const std::string_view part = text.substr(0, text.find(' '));
    marks.set(mark_from(part));
    text.remove_prefix(std::min(part.size() + 1, text.size()));
  }
  return marks;
}

registry::Targets targets_from(std::string_view text) {
  registry::Targets targets;
  std::istringstream days{std::string(text)};
  days >> targets.endorse >> targets.verify >> targets.answer >> targets.object >> targets.decide;
  if (packed(targets) != text) damaged("days", text);
  return targets;
}

std::string word(Verdict verdict) { return std::string(word_in(verdict_words, verdict)); }
std::string word(Outcome outcome) { return std::string(word_in(outcome_words, outcome)); }
Verdict verdict_from(std::string_view word) { return value_in(verdict_words, word); }
Outcome outcome_from(std::string_view word) { return value_in(outcome_words, word); }

}  // namespace jalur::store

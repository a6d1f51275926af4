#include "app/keyset.h"

#include <charconv>

#include <fmt/format.h>

namespace jalur::app {

namespace {

std::optional<ListKey> parsed(std::string_view text) {
  const auto first = text.find('_');
  const auto last = text.rfind('_');
  if (first == std::string_view::npos || first == last) return std::nullopt;
  ListKey key;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + first, key.number);
  if (problem != std::errc() || end != text.data() + first) return std::nullopt;
  key.submission = text.substr(first + 1, last - first - 1);
  const std::string_view indicator = text.substr(last + 1);
  const auto id = IndicatorId::parse(indicator);
  if (!indicator.empty() && !id) return std::nullopt;
  key.indicator = id.value_or(IndicatorId{});
  return key;
}

}  // namespace

std::string written(const ListKey& key) {
  const bool of_claim = key.indicator != IndicatorId{};
  return fmt::format("{}_{}_{}", key.number, key.submission,
                     of_claim ? key.indicator.str() : std::string());
}

Expected<std::optional<ListKey>> list_key(const std::string& text, std::string_view field) {
  if (text.empty()) return std::nullopt;
  if (auto key = parsed(text)) return key;
  return fail(ErrorCode::invalid_input,
              {"Penanda halaman ini tidak dikenal; pakai nilai dari jawaban sebelumnya.",
               "This page mark is not known; use the value of the answer before."},
              std::string(field), text);
}

}  // namespace jalur::app

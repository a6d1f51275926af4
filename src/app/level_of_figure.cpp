#include <algorithm>

#include <fmt/format.h>

#include "app/use_cases.h"

namespace jalur::app {

namespace {

Expected<const Measure*> measure_of(const Indicator& indicator, const std::string& id) {
  if (indicator.measures.empty()) {
    return fail(ErrorCode::invalid_input,
                {"indikator ini tidak diukur dengan angka; pilih parameternya",
                 "this indicator is not measured by a figure; choose its level"},
                "indicator", indicator.id.str());
  }
  if (id.empty() && indicator.measures.size() == 1) return &indicator.measures.front();
  const auto it = std::find_if(indicator.measures.begin(), indicator.measures.end(),
                               [&](const Measure& measure) { return measure.id == id; });
  if (it != indicator.measures.end()) return &*it;
  std::string known;
  for (const Measure& measure : indicator.measures) {
    known += (known.empty() ? "" : ", ") + measure.id;
  }
  return fail(
      ErrorCode::invalid_input,
      {fmt::format("pilih ukurannya: {}", known), fmt::format("choose the measure: {}", known)},
      "measure", id);
}

}  // namespace

Expected<MeasuredLevel> level_of_figure(const Ruleset& ruleset, const std::string& indicator_text,
                                        const std::string& measure_id, const std::string& figure) {
  const auto id = IndicatorId::parse(indicator_text);
  const Indicator* indicator = id ? ruleset.find(*id) : nullptr;
  if (indicator == nullptr) {
    return fail(ErrorCode::not_found,
                {fmt::format("tidak ada indikator ini dalam {}", ruleset.id),
                 fmt::format("there is no such indicator in {}", ruleset.id)},
                "indicator", indicator_text);
  }
  const auto measure = measure_of(*indicator, measure_id);
  if (!measure) return tl::unexpected(measure.error());
  const auto value = Hundredths::parse(figure);
  if (!value) {
    return fail(ErrorCode::invalid_input,
                {"harus angka dengan titik dan paling banyak dua desimal, misalnya 5.10",
                 "it must be a number with a dot and at most two decimals, such as 5.10"},
                "figure", figure);
  }
  return MeasuredLevel{(*measure)->level_of(*value), *value, *measure, indicator};
}

}  // namespace jalur::app

// Parts that several answers share. Only the writers of this room include it.
#pragma once

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include "app/use_cases.h"
#include "index/comparison.h"
#include "index/score.h"

namespace jalur {

using Json = nlohmann::ordered_json;

Json json_of(const Text& text);                     // {"id", "en"}
Json json_of(const Figure& figure);                 // index, class, points, ...
Json json_of(const std::optional<Figure>& figure);  // or null
Json json_of(const Exclusion& exclusion, Language language);
Json json_of(const std::optional<Exclusion>& exclusion, Language language);
Json json_of(const std::optional<Date>& date);
Json json_of(const std::optional<Level>& level);
Json json_of(const app::Maturity& maturity);
Json json_of(const Comparison& comparison, const Ruleset& from, const Ruleset& to,
             Language language);
Json assumptions_of(const Ruleset& ruleset, Language language);
Json text_or_null(const std::string& text);  // null when empty

// Figures of a list that may be missing.
Json rounded_or_null(const std::optional<Fraction>& fraction);

}  // namespace jalur

#include "planning/region_claims.h"

#include "base/text.h"

namespace jalur {

namespace {

const Levels no_levels;

}  // namespace

std::vector<const Innovation*> counted_innovations(const RegionYear& data, const Ruleset& ruleset) {
  std::vector<const Innovation*> counted;
  for (const Innovation& innovation : data.innovations) {
    if (innovation.state != SubmissionState::submitted) continue;
    if (!exclusion_of(innovation, data.year, ruleset)) counted.push_back(&innovation);
  }
  return counted;
}

const Levels& levels_of(const Innovation& innovation, Basis basis) {
  if (basis == Basis::claimed) return innovation.levels;
  return innovation.verified_levels ? *innovation.verified_levels : no_levels;
}

const Levels& government_of(const RegionYear& data, Basis basis) {
  if (basis == Basis::claimed) return data.government;
  return data.government_verified ? *data.government_verified : no_levels;
}

std::string slug(std::string_view name, std::size_t most) {
  std::string text;
  for (const char c : lower_ascii(name)) {
    const bool kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (kept) {
      text += c;
    } else if (!text.empty() && text.back() != '-') {
      text += '-';
    }
  }
  text = text.substr(0, most);
  while (!text.empty() && text.back() == '-') text.pop_back();
  return text;
}

}  // namespace jalur

// Regions by their index: best first, equal ones share a rank and the next rank is skipped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "index/region_year.h"
#include "index/score.h"

namespace jalur {

struct Contestant {
  RegionCode code;
  std::string name;
  RegionKind kind = RegionKind::regency;
  int year = 0;
  std::string ruleset;
  std::optional<Fraction> index;  // nothing: not verified yet, stands last without a rank
  std::string class_name;
};

struct Ranked {
  Contestant contestant;
  std::optional<int> rank;          // over all
  std::optional<int> rank_in_kind;  // among provinces, regencies or cities
};

// By the exact index; regions that share a rank are ordered by their code.
std::vector<Ranked> rank(std::vector<Contestant> contestants);

}  // namespace jalur

// What a region hands in for one assessment year, as far as the index needs it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "index/level.h"
#include "index/ruleset.h"

namespace jalur {

enum class RegionKind { province, regency, city };

// draft and withheld do not exist for the index; rejected stays in the divisor.
enum class SubmissionState { draft, withheld, submitted, rejected };

struct Innovation {
  std::string id;
  std::string name;
  std::string unit;
  std::vector<int> affairs;  // numbers 1-38, the main one first; never empty
  Stage stage = Stage::initiative;
  std::optional<Date> implemented_on;
  std::optional<Date> developed_on;
  SubmissionState state = SubmissionState::draft;
  Levels levels;                          // claimed
  std::optional<Levels> verified_levels;  // nothing: not yet verified
  std::string design;                     // rancang bangun; the text that the word rule counts
};

struct Unit {
  enum class Kind { agency, sub_district, health_centre, school, village, other };
  std::string name;
  Kind kind = Kind::agency;
  bool operator==(const Unit&) const = default;
};

struct RegionYear {
  RegionCode code;
  std::string name;
  RegionKind kind = RegionKind::regency;
  int year = 0;
  std::string ruleset;       // id of the ruleset in force
  std::string illustration;  // not empty: these data are a sample, and this says so
  std::vector<Unit> units;   // all known, also those without an innovation
  Levels government;
  std::optional<Levels> government_verified;
  std::vector<Innovation> innovations;
};

}  // namespace jalur

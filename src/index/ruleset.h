// One year's rules as data. What a ruleset file may say is told in rulesets/README.md; the loader
// in index/ruleset_load.h refuses whatever does not add up.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/points.h"
#include "base/text.h"
#include "index/level.h"

namespace jalur {

enum class Stage { initiative, trial, implementation };

// SPD: entered once per region. SID: entered once per innovation.
enum class Aspect { government, innovation };

// A figure that yields a level: at which border each level begins. Borders are compared exactly; a
// figure that meets two borders takes the higher level (the official tables overlap by 0.01).
struct Measure {
  enum class Better { higher, lower };

  std::string id;    // "people", "rate"; unique within the indicator
  Text name;         // what is counted
  std::string unit;  // "%", "orang", "hari"
  Better better = Better::higher;
  // borders[level - 1]: the least (Better::higher) or the most (Better::lower) that the level asks.
  // Only level 1 may be open: then every figure reaches it.
  std::array<std::optional<Hundredths>, 3> borders;

  Level level_of(Hundredths figure) const;
};

// A kind of proof the indicator asks for. Years count from the assessment year T: -2 is T-2.
struct EvidenceRule {
  std::string kind;    // "SK Kepala Daerah", short, Indonesian
  std::string signer;  // who must have signed; empty when nobody in particular
  int year_from = 0;
  int year_to = 0;
  std::vector<std::string> files;  // accepted kinds: "pdf", "jpg", "png", "mp4", "link"
};

struct Indicator {
  IndicatorId id;
  Aspect aspect = Aspect::government;
  std::string variable;  // one of the eight, Indonesian
  Text name;
  Text short_name;  // for narrow columns, at most 24 characters
  Points weight;    // points per level
  bool mandatory = false;
  std::array<std::string, 3> levels;  // the level's own words, Indonesian, short
  std::vector<Measure> measures;      // empty: the level is chosen, not measured
  std::vector<EvidenceRule> evidence;
  std::vector<std::string> sources;  // keys of Ruleset::sources

  Points maximum() const { return weight * 3; }
};

struct Formula {
  int minimum_divisor = 1;          // the mean maturity divides by at least this
  Points points_per_innovation;     // for the number of innovations
  int innovations_cap = 0;          // further ones bring no points
  std::vector<int> basic_services;  // affairs, by number
  int basic_services_required = 0;  // of them, as main affairs; else no points for the number
  bool rejected_in_divisor = true;
  bool rejected_in_number = false;
  Points maximum;  // what 100 is: 250.00

  std::vector<std::string> sources;
};

struct ClassBand {
  std::string name;  // "Sangat Inovatif"
  Hundredths from;   // least rounded index, inclusive
  std::vector<std::string> sources;
};

// Which submitted innovations are assessed. Years count from the year of the data, so that one
// region's year can be scored under another year's rules.
struct Eligibility {
  std::vector<Stage> stages;
  int window_from_year = -2;
  int window_to_year = -1;
  bool development_renews = true;  // an older one counts when its development lies in the window
  int minimum_words = 300;         // of the design text; reported, never a reason for exclusion
  std::vector<std::string> sources;
};

struct Source {
  std::string key;
  std::string title;
  std::string address;
};

// A value whose source is weak, named by its place: "formula.points_per_innovation",
// "indicators.5a.weight", "classes.Inovatif.from".
struct Assumption {
  std::string of;
  Text text;
};

struct Affair {
  enum class Group { basic_service, mandatory, optional, supporting };
  int number = 0;  // 1-38
  std::string name;
  Group group = Group::basic_service;
};

struct Ruleset {
  std::string id;  // "iid-2026"
  int year = 0;
  Text title;
  bool prognosis = false;             // not in force: what is expected to come
  std::vector<Indicator> indicators;  // by id, government first; find() relies on it
  IndicatorId number_indicator;       // "36", the number of innovations, computed
  Text number_name;
  Formula formula;
  std::vector<ClassBand> classes;  // highest first; the last begins at 0.00
  Eligibility eligibility;
  std::vector<Source> sources;
  std::vector<Assumption> assumptions;

  const Indicator* find(IndicatorId indicator) const;  // nullptr: not in this ruleset
  // Maxima: government 63, maturity 111, number 76; they add up to formula.maximum.
  Points government_maximum() const;
  Points maturity_maximum() const;
  Points number_maximum() const;
  const ClassBand& class_of(Hundredths rounded_index) const;
};

// The indicators of one aspect, in order.
std::vector<const Indicator*> indicators_of(const Ruleset& ruleset, Aspect aspect);

}  // namespace jalur

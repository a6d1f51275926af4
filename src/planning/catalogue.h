// What raising a claim usually costs and how long it takes, where nobody has measured it: the
// default effort catalogue. The shape of its file is told in rulesets/README.md, what it says and
// how sure that is in docs/algorithms/effort.md.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/text.h"
#include "index/level.h"
#include "index/region_year.h"
#include "index/ruleset.h"
#include "planning/effort.h"

namespace jalur {

// Years counted from the assessment year T, both inclusive: -2 is T-2.
struct YearSpan {
  int from = 0;
  int to = 0;
};

// What a figure rests on: sources by their keys, our own assumption, or both. Never neither.
struct Grounds {
  std::vector<std::string> sources;
  std::optional<Text> assumption;
};

// A kind of document and how long it takes until it can be there, signed.
struct Document {
  std::string id;  // "sk-kepala-daerah"
  Text name;
  int lead_days = 0;  // calendar days
  Grounds grounds;
};

struct Catalogue {
  // The work to one level of one indicator.
  struct Step {
    Level to = Level::none;
    std::array<PersonDays, 3> days{};  // [from]: the whole work from that level; below `to` only
    std::string document;
    std::optional<YearSpan> made_in;  // narrower than the years of the ruleset's evidence
    bool follows = false;             // the level before must be reached first: lead times add up
  };

  struct Work {
    IndicatorId indicator;
    std::vector<Step> steps;  // level 1 upward, none left out
    // Why no work leads past the last step; there when that is not level 3.
    std::optional<Text> beyond;
    Grounds grounds;

    const Step* step(Level to) const;  // nullptr: no work leads there
  };

  // One action paid once that serves many claims.
  struct Shared {
    enum class Scope { region, unit };
    struct Raise {
      IndicatorId indicator;
      Level from = Level::none;  // only claims that stand here or higher
      Level to = Level::none;    // what they then stand at ...
      int up = 0;                // ... or, when not 0, so many levels higher, at most 3
    };
    std::string id;  // "sk-tim"
    Text name;
    Scope scope = Scope::region;
    std::string document;
    PersonDays days = 0;                      // whatever the number of innovations
    PersonDays days_per_ten_innovations = 0;  // on top, rounded up
    std::vector<Raise> raises;
    Grounds grounds;
  };

  // A way in which an innovation more may come about.
  struct Start {
    std::string id;  // "belum-dilaporkan"
    Text name;
    bool running = false;  // it runs since the ruleset's window; else it has yet to begin there
    int lead_days = 0;
    PersonDays days = 0;
    Levels levels;
    Grounds grounds;
  };

  // The affair that a unit without an innovation is proposed one in.
  struct UnitAffair {
    Unit::Kind kind = Unit::Kind::other;
    int affair = 0;
  };

  std::string id;
  Text title;
  std::vector<std::string> rulesets;  // ids of those it was written for
  std::vector<Source> sources;
  std::vector<Document> documents;
  std::vector<Work> works;  // one per indicator
  std::vector<Shared> shared;
  std::vector<Start> starts;  // the first that the time allows is proposed
  int new_most = 0;           // innovations proposed at most
  std::vector<UnitAffair> unit_affairs;

  const Document* find_document(std::string_view id) const;  // nullptr: none such
  const Work* find_work(IndicatorId indicator) const;        // nullptr: not in the catalogue
};

// The first that was written for the ruleset; nullptr: none.
const Catalogue* catalogue_for(const std::vector<Catalogue>& catalogues, std::string_view ruleset);

}  // namespace jalur

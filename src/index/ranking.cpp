#include "index/ranking.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace jalur {

namespace {

bool better(const Contestant& a, const Contestant& b) {
  if (a.index.has_value() != b.index.has_value()) return a.index.has_value();
  if (a.index && *a.index != *b.index) return *a.index > *b.index;
  return std::tie(a.code, a.year, a.ruleset) < std::tie(b.code, b.year, b.ruleset);
}

// Standard competition ranking: who ties takes the rank of the first of them.
class Ladder {
 public:
  int rank_of(const Fraction& index) {
    ++seen_;
    if (!last_ || index != *last_) rank_ = seen_;
    last_ = index;
    return rank_;
  }

 private:
  int seen_ = 0;
  int rank_ = 0;
  std::optional<Fraction> last_;
};

}  // namespace

std::vector<Ranked> rank(std::vector<Contestant> contestants) {
  std::sort(contestants.begin(), contestants.end(), better);
  Ladder all;
  std::map<RegionKind, Ladder> by_kind;
  std::vector<Ranked> ranking;
  for (Contestant& contestant : contestants) {
    Ranked ranked{std::move(contestant), std::nullopt, std::nullopt};
    if (const auto& index = ranked.contestant.index) {
      ranked.rank = all.rank_of(*index);
      ranked.rank_in_kind = by_kind[ranked.contestant.kind].rank_of(*index);
    }
    ranking.push_back(std::move(ranked));
  }
  return ranking;
}

}  // namespace jalur

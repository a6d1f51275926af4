// How ranks are drawn
//
// Per draw every region gets its total by one look-up in its exact distribution (outlook.h), and
// the regions are sorted. Indices are fractions over different denominators b (maximum x divisor).
// Two fractions that differ do so by at least 1 / (b x b'), so with B above every denominator,
// floor(index x 2^s), 2^s >= B^2, is a whole number that orders them exactly, equal ones included.
// A maximum of 250.00 and a divisor of 5,000 give s = 54; up to 62 fits.
//
// The random bits are those of a stream per region's year, at the number of the draw
// (counter_random.h), and the counts of ranks are whole numbers: threads may share the draws in any
// way, and regions may be named in any order, without changing a byte.
#include "planning/simulation.h"

#include <algorithm>
#include <array>
#include <bit>
#include <functional>
#include <future>
#include <optional>
#include <tuple>

#include "planning/counter_random.h"

namespace jalur {

namespace {

// Calls work(0) to work(threads - 1) at once and waits for all.
template <class Work>
void on_threads(int threads, Work work) {
  std::vector<std::future<void>> running;
  for (int t = 1; t < threads; ++t) running.push_back(std::async(std::launch::async, work, t));
  work(0);
  for (auto& each : running) each.get();
}

std::vector<Outlook> outlooks_of(const std::vector<Contender>& contenders, int threads) {
  std::vector<std::optional<Outlook>> made(contenders.size());
  on_threads(threads, [&](int thread) {
    for (auto i = static_cast<std::size_t>(thread); i < made.size();
         i += static_cast<std::size_t>(threads)) {
      made[i].emplace(*contenders[i].data, *contenders[i].ruleset, contenders[i].chances);
    }
  });
  std::vector<Outlook> outlooks;
  for (auto& each : made) outlooks.push_back(std::move(*each));
  return outlooks;
}

// How often a region took each rank.
class RankCounts {
 public:
  explicit RankCounts(std::size_t regions) : regions_(regions), counts_(regions * regions) {}

  void count(std::size_t region, std::size_t rank) { ++counts_[region * regions_ + rank - 1]; }
  void operator+=(const RankCounts& other) {
    std::transform(counts_.begin(), counts_.end(), other.counts_.begin(), counts_.begin(),
                   std::plus<>());
  }
  RankBand band_of(std::size_t region, std::int64_t draws) const {
    return {mean_of(region, draws), percentile(region, draws, 5), percentile(region, draws, 50),
            percentile(region, draws, 95)};
  }

 private:
  std::int64_t times(std::size_t region, std::size_t rank) const {
    return counts_[region * regions_ + rank - 1];
  }
  Hundredths mean_of(std::size_t region, std::int64_t draws) const {
    std::int64_t sum = 0;
    for (std::size_t rank = 1; rank <= regions_; ++rank) {
      sum += static_cast<std::int64_t>(rank) * times(region, rank);
    }
    return Fraction(sum, draws).rounded();
  }
  int percentile(std::size_t region, std::int64_t draws, int percent) const {
    std::int64_t seen = 0;
    std::size_t rank = 0;
    while (seen * 100 < draws * percent) seen += times(region, ++rank);
    return static_cast<int>(rank);
  }

  std::size_t regions_;
  std::vector<std::uint32_t> counts_;  // by region, then by rank
};

struct Ranks {
  explicit Ranks(std::size_t regions) : all(regions), in_kind(regions) {}
  RankCounts all;
  RankCounts in_kind;
};

struct Standing {
  std::uint64_t key = 0;  // floor(index x 2^s)
  std::uint32_t region = 0;
};

// Who ties takes the rank of the first of them.
struct Ladder {
  std::size_t seen = 0;
  std::size_t rank = 0;
  std::uint64_t last = 0;

  std::size_t rank_of(std::uint64_t key) {
    ++seen;
    if (seen == 1 || key != last) rank = seen;
    last = key;
    return rank;
  }
};

class Race {
 public:
  Race(const std::vector<Contender>& contenders, const std::vector<Outlook>& outlooks,
       const Draws& draws)
      : outlooks_(outlooks), draws_(draws) {
    for (const Contender& each : contenders) {
      kinds_.push_back(static_cast<std::size_t>(each.data->kind));
      streams_.push_back(RandomStream::of(
          draws.seed, each.data->code.str() + "/" + std::to_string(each.data->year)));
    }
    std::int64_t largest = 1;
    for (const Outlook& each : outlooks) largest = std::max(largest, each.denominator());
    shift_ = 2 * static_cast<int>(std::bit_width(static_cast<std::uint64_t>(largest)));
  }

  Ranks run() const {
    std::vector<Ranks> parts(static_cast<std::size_t>(draws_.threads), Ranks(outlooks_.size()));
    on_threads(draws_.threads, [&](int t) { run_share(t, parts[static_cast<std::size_t>(t)]); });
    for (std::size_t t = 1; t < parts.size(); ++t) {
      parts[0].all += parts[t].all;
      parts[0].in_kind += parts[t].in_kind;
    }
    return std::move(parts[0]);
  }

 private:
  // So many draws at a time, region by region, that a region's tables are fetched once for all.
  static constexpr std::int64_t block = 128;

  void run_share(int thread, Ranks& ranks) const {
    std::vector<Standing> standings;
    for (std::int64_t first = thread * block; first < draws_.count;
         first += draws_.threads * block) {
      const std::int64_t count = std::min(block, draws_.count - first);
      draw(first, count, standings);
      for (std::int64_t i = 0; i < count; ++i) rank(&standings[place(i, 0)], ranks);
    }
  }

  std::size_t place(std::int64_t draw, std::size_t region) const {
    return static_cast<std::size_t>(draw) * outlooks_.size() + region;
  }

  void draw(std::int64_t first, std::int64_t count, std::vector<Standing>& standings) const {
    standings.resize(place(count, 0));
    for (std::size_t r = 0; r < outlooks_.size(); ++r) {
      for (std::int64_t i = 0; i < count; ++i) {
        const auto random = streams_[r].at(static_cast<std::uint64_t>(first + i));
        standings[place(i, r)] = {key(outlooks_[r], random), static_cast<std::uint32_t>(r)};
      }
    }
  }

  std::uint64_t key(const Outlook& outlook, std::uint64_t random) const {
    const Wide total = static_cast<Wide>(outlook.total_drawn(random)) << shift_;
    return static_cast<std::uint64_t>(total / outlook.denominator());
  }

  void rank(Standing* standings, Ranks& ranks) const {
    Standing* const end = standings + outlooks_.size();
    std::sort(standings, end, [](const Standing& a, const Standing& b) { return a.key > b.key; });
    Ladder all;
    std::array<Ladder, 3> by_kind;
    for (const Standing* each = standings; each != end; ++each) {
      ranks.all.count(each->region, all.rank_of(each->key));
      ranks.in_kind.count(each->region, by_kind[kinds_[each->region]].rank_of(each->key));
    }
  }

  const std::vector<Outlook>& outlooks_;
  const Draws& draws_;
  std::vector<std::size_t> kinds_;
  std::vector<RandomStream> streams_;
  int shift_ = 0;
};

IndexBand index_band(const Outlook& outlook) {
  return {outlook.mean(), outlook.percentile(5), outlook.percentile(50), outlook.percentile(95)};
}

// Each class is the difference of two rounded chances, so that they add up to one.
std::vector<ClassChance> classes_of(const Outlook& outlook, const Ruleset& ruleset) {
  std::vector<ClassChance> classes;
  std::int64_t above = 0;
  for (const ClassBand& band : ruleset.classes) {
    const auto upto =
        static_cast<std::int64_t>((outlook.at_least(band.from) * 20'000 + certain) / (2 * certain));
    classes.push_back({band.name, upto - above});
    above = upto;
  }
  return classes;
}

SimulatedRegion answer_of(const Contender& contender, const Outlook& outlook) {
  const RegionYear& data = *contender.data;
  SimulatedRegion answer{
      data.code,         data.name,           data.kind, data.year, contender.ruleset->id,
      outlook.waiting(), index_band(outlook), {},        {},        {}};
  answer.classes = classes_of(outlook, *contender.ruleset);
  return answer;
}

}  // namespace

std::vector<SimulatedRegion> simulate(const std::vector<Contender>& contenders,
                                      const Draws& draws) {
  const auto outlooks = outlooks_of(contenders, draws.threads);
  const Ranks ranks = Race(contenders, outlooks, draws).run();
  std::vector<SimulatedRegion> answers;
  for (std::size_t r = 0; r < contenders.size(); ++r) {
    answers.push_back(answer_of(contenders[r], outlooks[r]));
    answers.back().rank = ranks.all.band_of(r, draws.count);
    answers.back().rank_in_kind = ranks.in_kind.band_of(r, draws.count);
  }
  std::sort(answers.begin(), answers.end(), [](const auto& a, const auto& b) {
    return std::tie(a.rank.mean, a.code, a.year) < std::tie(b.rank.mean, b.code, b.year);
  });
  return answers;
}

}  // namespace jalur

// Every region's data of one year, a few regions at a time, from the read models alone.
#include "store/queries.h"
#include "store/submission_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

// Bounds what is held in memory: 32 regions of the largest kind are some 40,000 submissions.
constexpr std::size_t regions_at_once = 32;

std::vector<RegionYear> read_heads(Session& session, int year, const std::string& after) {
  std::vector<RegionYear> regions;
  std::string code, name, kind, ruleset, illustration;
  Query query(session.sql(),
              "SELECT region_code, region_name, region_kind, ruleset, illustration FROM years "
              "WHERE year = :year AND region_code > :after ORDER BY region_code LIMIT :limit");
  query.give(std::int64_t{year}).give(after).give(std::int64_t{regions_at_once});
  query.take(code).take(name).take(kind).take(ruleset).take(illustration);
  while (query.next()) {
    const auto region = RegionCode::parse(code);
    if (!region) throw Damaged("region code \"" + code + "\"");
    regions.push_back({*region,
                       name,
                       region_kind_from(kind),
                       year,
                       ruleset,
                       illustration,
                       {},
                       {},
                       std::nullopt,
                       {}});
  }
  return regions;
}

// Finds the region of a row; both come in the order of the codes.
class InStep {
 public:
  explicit InStep(std::vector<RegionYear>& regions) : regions_(regions) {}
  RegionYear& of(const std::string& code) {
    while (regions_[at_].code.str() != code) {
      if (++at_ == regions_.size()) throw Damaged("region code \"" + code + "\"");
    }
    return regions_[at_];
  }

 private:
  std::vector<RegionYear>& regions_;
  std::size_t at_ = 0;
};

void read_units(Session& session, std::vector<RegionYear>& regions) {
  Unit unit;
  std::string code, kind;
  InStep in_step(regions);
  Query query(session.sql(),
              "SELECT region_code, name, kind FROM listed_units WHERE year = :year "
              "AND region_code BETWEEN :first AND :last ORDER BY region_code, ordinal");
  query.give(std::int64_t{regions.front().year});
  query.give(regions.front().code.str()).give(regions.back().code.str());
  query.take(code).take(unit.name).take(kind);
  while (query.next()) {
    unit.kind = unit_kind_from(kind);
    in_step.of(code).units.push_back(unit);
  }
}

void read_submissions(Session& session, std::vector<RegionYear>& regions) {
  SubmissionRow row;
  std::string code;
  InStep in_step(regions);
  Query query(session.sql(), "SELECT s.region_code, " + SubmissionRow::columns +
                                 " FROM submissions s WHERE s.region_code BETWEEN :first AND "
                                 ":last AND s.year = :year AND s.withdrawn = 0 "
                                 "ORDER BY s.region_code, s.ordinal");
  query.give(regions.front().code.str()).give(regions.back().code.str());
  query.give(std::int64_t{regions.front().year});
  query.take(code);
  row.take(query);
  while (query.next()) {
    RegionYear& region = in_step.of(code);
    if (row.is_government()) {
      region.government = levels_from(row.levels);
      region.government_verified = verified_from(row.verified_levels);
    } else {
      region.innovations.push_back(row.as_innovation());
    }
  }
}

}  // namespace

Expected<void> read_nation(Session& session, int year,
                           const std::function<void(const RegionYear&)>& take) {
  std::string after;
  for (;;) {
    std::vector<RegionYear> regions = read_heads(session, year, after);
    if (regions.empty()) return {};
    read_units(session, regions);
    read_submissions(session, regions);
    for (const RegionYear& region : regions) take(region);
    after = regions.back().code.str();
  }
}

}  // namespace jalur::store

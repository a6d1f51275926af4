#include "formats/simulation.h"

#include <fmt/format.h>

#include "formats/json_parts.h"
#include "formats/region_year.h"

namespace jalur {

namespace {

Json json_of(const IndexBand& band) {
  return {{"mean", band.mean.str()},
          {"p5", band.p5.str()},
          {"p50", band.p50.str()},
          {"p95", band.p95.str()}};
}

Json json_of(const RankBand& band) {
  return {{"mean", band.mean.str()}, {"p5", band.p5}, {"p50", band.p50}, {"p95", band.p95}};
}

Json json_of(const std::vector<ClassChance>& classes) {
  Json list = Json::array();
  for (const ClassChance& each : classes) {
    list.push_back({{"class", each.name}, {"chance", chance_str(each.chance)}});
  }
  return list;
}

Json json_of(const SimulatedRegion& region) {
  return {{"region", region.code.str()},
          {"name", region.name},
          {"kind", word(region.kind)},
          {"year", region.year},
          {"ruleset", region.ruleset},
          {"waiting", region.waiting},
          {"index", json_of(region.index)},
          {"rank", json_of(region.rank)},
          {"rank_in_kind", json_of(region.rank_in_kind)},
          {"classes", json_of(region.classes)}};
}

}  // namespace

std::string chance_str(std::int64_t ten_thousandths) {
  return fmt::format("{}.{:04}", ten_thousandths / 10'000, ten_thousandths % 10'000);
}

std::vector<Assumption> simulation_assumptions(const SimulationAnswer& answer) {
  std::vector<Assumption> found{
      {"chances.independent",
       {"Klaim dianggap diverifikasi tanpa saling memengaruhi; jika verifikator tahun ini lebih "
        "ketat atau lebih longgar, semua angka bergeser bersama",
        "Claims are taken to be verified independently of one another; if this year's verifiers "
        "are stricter or milder, all figures move together"}}};
  if (answer.learnt == 0) {
    found.push_back({"chances.prior",
                     {"Belum ada klaim yang diverifikasi; dianggap 3 dari 4 klaim bertahan",
                      "No claim is verified yet; 3 of 4 claims are assumed to be kept"}});
  }
  return found;
}

std::string simulation_json(const SimulationAnswer& answer, Language language) {
  Json assumptions = Json::array();
  for (const Assumption& each : simulation_assumptions(answer)) {
    assumptions.push_back({{"of", each.of}, {"text", each.text.in(language)}});
  }
  Json rows = Json::array();
  for (const SimulatedRegion& region : answer.regions) rows.push_back(json_of(region));
  return Json{{"format", "jalur.simulation/1"},
              {"draws", answer.draws.count},
              {"seed", answer.draws.seed},
              {"learnt", answer.learnt},
              {"assumptions", std::move(assumptions)},
              {"rows", std::move(rows)}}
      .dump();
}

}  // namespace jalur

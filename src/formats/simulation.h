// jalur.simulation/1: what index, rank and class regions may reach, as JSON text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"
#include "planning/simulation.h"

namespace jalur {

struct SimulationAnswer {
  Draws draws;
  std::int64_t learnt = 0;  // verified claims that the chances come from; 0: they are assumed
  std::vector<SimulatedRegion> regions;
};

// "0.0312", from ten-thousandths.
std::string chance_str(std::int64_t ten_thousandths);

// What the answer rests on, one sentence each.
std::vector<Assumption> simulation_assumptions(const SimulationAnswer& answer);

std::string simulation_json(const SimulationAnswer& answer, Language language);

}  // namespace jalur

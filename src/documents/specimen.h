// What the tests of this room work with: a small ruleset, a region's year, ZIPs made by hand.
#pragma once

#include <map>
#include <string>
#include <variant>

#include "documents/package.h"
#include "formats/region_year.h"
#include "index/region_year.h"
#include "index/ruleset.h"

namespace jalur::documents::specimen {

// Government 1, 2a, 2b; innovation 16, 17, 18. Id "iid-2026".
const Ruleset& ruleset();
// Finds that ruleset and no other.
FindRuleset finder();

// Two units, two innovations, one of them verified.
RegionYear region_year();

// Where two region years differ; empty when they are the same.
std::string difference(const RegionYear& a, const RegionYear& b);

using Parts = std::map<std::string, std::string, std::less<>>;
// A ZIP of these parts, deflated.
std::string zip_of(const Parts& parts);
// The parts of a workbook below "xl/".
Parts parts_of(const std::string& workbook);

// The cells of the form, to be changed and written again.
using Value = std::variant<std::string, double>;
class FormCopy {
 public:
  explicit FormCopy(const std::string& workbook);
  FormCopy& set(const std::string& sheet, const std::string& address, Value value);
  FormCopy& clear(const std::string& sheet, const std::string& address);
  FormCopy& drop(const std::string& sheet);
  std::string workbook() const;

 private:
  std::map<std::string, std::map<std::string, Value>> sheets_;
};

}  // namespace jalur::documents::specimen

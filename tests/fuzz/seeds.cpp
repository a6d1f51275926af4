// fuzz_seeds FOLDER: writes a small corpus for every target, made from the rules and samples that
// ship.
#include <cstdio>
#include <filesystem>
#include <fstream>

#include "documents/package.h"
#include "documents/region_year_file.h"
#include "house.h"

namespace {

using namespace jalur;

void write(const std::filesystem::path& path, const std::string& bytes) {
  std::filesystem::create_directories(path.parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

void write_seeds(const std::filesystem::path& folder) {
  const RegionYear sample = fuzz::sample();
  const std::string workbook = documents::region_year_file(sample, fuzz::ruleset()).value();
  write(folder / "workbook" / "filled.xlsx", workbook);
  write(folder / "workbook" / "empty.xlsx",
        documents::empty_region_year_file(fuzz::ruleset()).value());
  const documents::Package parts = documents::unpack(workbook, "seed.xlsx").value();
  for (std::size_t i = 0; i < fuzz::workbook_parts.size(); ++i) {
    write(folder / "workbook_xml" / std::to_string(i),
          static_cast<char>(i) + parts.find(fuzz::workbook_parts[i])->second);
  }
  write(folder / "region_year_json" / "sample.json", write_region_year(sample));
  write(folder / "ruleset" / "iid-2026.toml", fuzz::file("rulesets/iid-2026.toml"));
  write(folder / "ruleset" / "iid-2023.toml", fuzz::file("rulesets/iid-2023.toml"));
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fprintf(stderr, "fuzz_seeds FOLDER\n");
    return 2;
  }
  write_seeds(words[1]);
  return 0;
}

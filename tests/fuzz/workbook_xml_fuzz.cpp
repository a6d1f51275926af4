// Any XML as one part of a workbook that is good otherwise: the first byte says which part. This
// reaches behind the ZIP, whose checksums stop most mutations.
#include <cstddef>
#include <cstdint>

#include "documents/region_year_file.h"
#include "documents/region_year_reading.h"
#include "house.h"

namespace {

const jalur::documents::Package& good() {
  using namespace jalur;
  static const auto package = documents::unpack(
      documents::region_year_file(fuzz::sample(), fuzz::ruleset()).value(), "good.xlsx");
  return *package;
}

}  // namespace

// NOLINTNEXTLINE: the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalur;
  if (size == 0) return 0;
  documents::Package package = good();
  const auto part = fuzz::workbook_parts[data[0] % fuzz::workbook_parts.size()];
  package.find(part)->second.assign(data + 1, data + size);
  const auto read = documents::read_region_year_package(std::move(package), fuzz::finder());
  if (read) {
    fuzz::must_come_back(*read);
  } else {
    fuzz::must_be_told(read.error());
  }
  return 0;
}

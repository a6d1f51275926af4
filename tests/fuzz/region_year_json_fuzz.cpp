// Any bytes as a region's year in JSON.
#include <cstddef>
#include <cstdint>

#include "house.h"

// NOLINTNEXTLINE: the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalur;
  const std::string text(data, data + size);
  const auto read = read_region_year(text, fuzz::finder());
  if (read) {
    fuzz::must_come_back(*read);
  } else {
    fuzz::must_be_told(read.error());
  }
  return 0;
}

// Any bytes as an XLSX.
#include <cstddef>
#include <cstdint>

#include "documents/documents.h"
#include "house.h"

// NOLINTNEXTLINE: the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalur;
  const std::string bytes(data, data + size);
  const auto read = make_documents()->read_region_year(bytes, "fuzz.xlsx", fuzz::finder());
  if (read) {
    fuzz::must_come_back(*read);
  } else {
    fuzz::must_be_told(read.error());
  }
  return 0;
}

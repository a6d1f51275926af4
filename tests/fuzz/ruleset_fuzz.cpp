// Any bytes as a ruleset file.
#include <cstddef>
#include <cstdint>

#include "house.h"
#include "index/ruleset_load.h"

// NOLINTNEXTLINE: the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace jalur;
  const std::string text(data, data + size);
  const auto loaded = load_ruleset(text, "fuzz.toml", fuzz::affairs());
  if (!loaded) {
    fuzz::must_be_told(loaded.error());
    return 0;
  }
  const Points total = loaded->government_maximum() + loaded->maturity_maximum();
  fuzz::must(total + loaded->number_maximum() == loaded->formula.maximum,
             "a ruleset that was taken adds up");
  return 0;
}

#include "app/evidence.h"

namespace jalur::app {

std::string kind_word(const Evidence& evidence) {
  return evidence.file ? std::string(registry::word(evidence.file->kind)) : "link";
}

}  // namespace jalur::app

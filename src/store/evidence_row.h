// A row of the table evidence with its file, as it stands in the columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/evidence.h"
#include "store/query.h"

namespace jalur::store {

struct EvidenceRow {
  std::string id, title, number, signer, unit, link, file_name, made_at, made_by;
  std::int64_t revision = 0, used = 0, bytes = 0;
  int shared = 0, pages = 0, has_text = 0;
  std::optional<std::string> dated_on, hash;
  std::string kind;

  // The columns above, of a table called e with its files as f; take() expects them in this order.
  static const std::string columns;
  static const std::string from;  // "FROM evidence e LEFT JOIN files f ..."
  void take(Query& query);

  app::Evidence as_evidence() const;
};

// What is searched.
std::string folded_words(const app::EvidenceWords& words);

}  // namespace jalur::store

// A row of the table submissions, as it stands in the columns.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "app/ports.h"
#include "index/region_year.h"
#include "store/query.h"

namespace jalur::store {

struct SubmissionRow {
  std::string id;
  std::optional<std::string> innovation;  // nothing: the government's own rows
  std::string external_id;
  std::int64_t ordinal = 0;
  std::string name;
  std::string unit;
  std::string affairs;
  std::string stage;
  std::optional<std::string> implemented_on;
  std::optional<std::string> developed_on;
  std::string state;
  std::int64_t words = 0;
  std::string levels;
  std::optional<std::string> verified_levels;
  std::int64_t maturity_claimed = 0;
  std::int64_t maturity_verified = 0;
  std::optional<std::string> handed_in_at;
  std::optional<std::string> endorsed_at;
  std::string states;

  bool operator==(const SubmissionRow&) const = default;

  // The columns above, of a table called s; take() expects them in this order.
  static const std::string columns;
  void take(Query& query);

  bool is_government() const { return !innovation; }
  Innovation as_innovation() const;  // without the design
  app::Maturity maturity() const;
  registry::Course course() const;
};

}  // namespace jalur::store

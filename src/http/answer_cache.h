// Answers kept in memory, by language and target. What depends on a region's year is tagged with
// the revision it was made from, and serves only while the store still has that revision.
#pragma once

#include <array>
#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "app/ports.h"
#include "base/text.h"
#include "http/answer.h"

namespace jalur::http {

struct KeptAnswer {
  Prepared prepared;
  std::size_t route = 0;             // its place in the table of routes
  std::optional<app::YearKey> year;  // nothing: depends on nothing that changes
  std::int64_t revision = 0;         // of that year
};

// From any thread. At most `most_bytes`; what was not used for longest goes first.
class AnswerCache {
 public:
  explicit AnswerCache(std::size_t most_bytes) : most_bytes_(most_bytes) {}

  std::shared_ptr<const KeptAnswer> find(Language language, std::string_view target);
  // An answer that alone is over the limit is not kept.
  void put(Language language, std::string_view target, KeptAnswer answer);

  std::size_t bytes() const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  struct Entry;
  using Uses = std::list<Entry>;  // last used first
  using Index = std::unordered_map<std::string, Uses::iterator, Hash, std::equal_to<>>;
  struct Entry {
    std::shared_ptr<const KeptAnswer> answer;
    std::size_t bytes = 0;
    Index* index = nullptr;
    Index::iterator place;
  };

  void drop(Uses::iterator entry);

  const std::size_t most_bytes_;
  mutable std::mutex mutex_;
  std::array<Index, 2> by_language_;
  Uses uses_;
  std::size_t bytes_ = 0;
};

}  // namespace jalur::http

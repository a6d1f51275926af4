// A sentence in both languages of the house. Every text that a person may read is made as a pair
// where it arises, so that no message exists in one language only.
#pragma once

#include <string>
#include <string_view>

namespace jalur {

enum class Language { indonesian, english };

struct Text {
  std::string id;  // Indonesian
  std::string en;  // English

  const std::string& in(Language language) const {
    return language == Language::indonesian ? id : en;
  }
  bool operator==(const Text&) const = default;
};

// "id", "id-ID", "id_ID.UTF-8" are Indonesian; everything else is English.
Language language_of(std::string_view tag);

// Number of words: runs of characters between white space. Counts what the 300-word rule counts.
int count_words(std::string_view utf8);

// Characters of well-formed UTF-8.
std::size_t count_characters(std::string_view utf8);

// A to Z in lower case; everything else as it is.
std::string lower_ascii(std::string_view text);

// True when every byte belongs to a well-formed UTF-8 sequence (no surrogates, no overlong forms).
bool is_utf8(std::string_view bytes);

// The first `limit` bytes, never cut inside a character; "..." is added when something was cut.
std::string shortened(std::string_view utf8, std::size_t limit_bytes);

// In lower case, for searching and sorting: ASCII and the letters of Latin-1. Control characters
// become spaces.
std::string folded(std::string_view utf8);

}  // namespace jalur

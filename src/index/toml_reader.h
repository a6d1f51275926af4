// A table of a rules file, read key by key with the line at hand for every complaint. Only
// loaders include it: toml++ is a heavy header.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <toml++/toml.h>

#include "base/error.h"
#include "base/points.h"
#include "base/text.h"

namespace jalur {

class TomlTable {
 public:
  // Complaints go to `problems` as "NAME:LINE". `place` names the table within the file; empty
  // for the file itself.
  TomlTable(const toml::table& table, std::string_view name, std::string place, Problems& problems)
      : table_(table), name_(name), place_(std::move(place)), problems_(problems) {}

  const std::string& place() const { return place_; }
  Problems& problems() const { return problems_; }

  // Refuses keys that are not among these.
  void allow_only(std::initializer_list<std::string_view> keys) const;

  // Each asks for a key that must be there; a complaint and an empty value when it is not so.
  std::string string(std::string_view key) const;           // not empty
  std::string string_or_empty(std::string_view key) const;  // there, but may be ""
  std::optional<int> whole_within(std::string_view key, int least, int most) const;
  int whole(std::string_view key, int least, int most) const;
  bool yes_or_no(std::string_view key) const;
  Hundredths decimal(std::string_view key) const;  // a string with at most two decimals
  Text text(std::string_view key) const;           // { id = "...", en = "..." }
  std::vector<std::string> strings(std::string_view key) const;
  std::vector<int> wholes(std::string_view key) const;
  std::array<int, 2> whole_pair(std::string_view key) const;
  // An array of tables; `each` is called with every one, placed "PLACE.KEY[i]".
  std::vector<TomlTable> tables(std::string_view key) const;
  std::optional<TomlTable> table(std::string_view key) const;  // nothing: not there
  const toml::node* find(std::string_view key) const { return table_.get(key); }
  const toml::table& raw() const { return table_; }

  void complain(const toml::node* node, std::string value, Text text) const;
  void complain_key(std::string_view key, Text text) const { complain(find(key), {}, text); }

 private:
  std::string below(std::string_view key) const;
  std::optional<std::string> text_of(std::string_view key) const;
  // What should stand at the key and does not, or is of another kind.
  void missing(std::string_view key, std::string_view what_id, std::string_view what_en) const;

  const toml::table& table_;
  std::string_view name_;
  std::string place_;
  Problems& problems_;
};

// The file as a table; a syntax error is told with its line.
Expected<toml::table> parse_toml(std::string_view toml, std::string_view name);

}  // namespace jalur

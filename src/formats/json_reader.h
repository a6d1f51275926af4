// JSON from outside, read with care: depth, doubled keys and unknown keys are refused, and every
// complaint names its place. Only the readers of this room include it: nlohmann is a heavy header.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "base/date.h"
#include "base/error.h"

namespace jalur {

// The text as JSON. Errors: invalid_input with line and column; doubled keys and nesting past
// limits::json_depth are told by name.
Expected<nlohmann::json> parse_json(std::string_view text);

// One object of the text and where it stands ("innovations[3]").
class JsonObject {
 public:
  JsonObject(const nlohmann::json& object, std::string place, Problems& problems)
      : object_(object), place_(std::move(place)), problems_(problems) {}

  void allow_only(std::initializer_list<std::string_view> keys) const;
  const nlohmann::json* find(std::string_view key) const;  // nullptr: not there
  std::string below(std::string_view key) const;           // place of a key

  // A key that must be there; a complaint and an empty value when it is not so.
  std::string string(std::string_view key, std::size_t limit_bytes) const;
  std::int64_t whole(std::string_view key, std::int64_t least, std::int64_t most) const;
  bool truth(std::string_view key) const;
  // A key that may be missing.
  std::string optional_string(std::string_view key, std::size_t limit_bytes) const;
  std::optional<Date> optional_date(std::string_view key) const;
  // The member of that name as an object or array; nullptr and a complaint when it is something
  // else. A missing one is nullptr without a complaint.
  const nlohmann::json* optional_object(std::string_view key) const;
  const nlohmann::json* optional_array(std::string_view key) const;

  void complain(std::string_view key, Text text) const;
  Problems& problems() const { return problems_; }

 private:
  const nlohmann::json& object_;
  std::string place_;
  Problems& problems_;
};

// A whole number within bounds; nothing when it is a fraction, a text or past them.
std::optional<std::int64_t> whole_number(const nlohmann::json& value, std::int64_t least,
                                         std::int64_t most);

// How a wrong value is shown.
std::string shown(const nlohmann::json& value);

// Reads a text that is one object with just these keys; `read` notes what is wrong in the problems
// of the object.
template <class Value, class Read>
Expected<Value> object_in(std::string_view body, std::initializer_list<std::string_view> keys,
                          Read read) {
  const auto value = parse_json(body);
  if (!value) return tl::unexpected(value.error());
  Problems problems;
  if (!value->is_object()) {
    problems.add("", shown(*value), {"harus objek { ... }", "it must be an object { ... }"});
    return std::move(problems).as_error();
  }
  const JsonObject object(*value, {}, problems);
  object.allow_only(keys);
  Value given = read(object);
  if (!problems.none()) return std::move(problems).as_error();
  return given;
}

}  // namespace jalur

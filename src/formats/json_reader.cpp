#include "formats/json_reader.h"

#include <algorithm>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur {

namespace {

using nlohmann::json;

struct Position {
  std::size_t line = 1;
  std::size_t column = 1;
};

Position position_of(std::string_view text, std::size_t byte) {
  const std::string_view before = text.substr(0, std::min(byte, text.size()));
  const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
  const std::size_t start = before.rfind('\n');
  const std::size_t column =
      start == std::string_view::npos ? before.size() : before.size() - start - 1;
  return {lines + 1, std::max<std::size_t>(column, 1)};
}

std::string name_of(const Position& position) {
  return fmt::format("line {}, column {}", position.line, position.column);
}

struct TooDeep {};

// Watches the parse for what nlohmann lets pass.
class Watch {
 public:
  bool operator()(int depth, json::parse_event_t event, const json& parsed) {
    if (depth > limits::json_depth) throw TooDeep{};
    if (event == json::parse_event_t::object_start) keys_.emplace_back();
    if (event == json::parse_event_t::object_end) keys_.pop_back();
    if (event == json::parse_event_t::key) {
      const auto& key = parsed.get_ref<const std::string&>();
      if (!keys_.back().insert(key).second && !doubled_) doubled_ = key;
    }
    return true;
  }
  const std::optional<std::string>& doubled() const { return doubled_; }

 private:
  std::vector<std::set<std::string>> keys_;
  std::optional<std::string> doubled_;
};

tl::unexpected<Error> syntax_error(std::string_view text, const json::parse_error& error) {
  const std::string where = name_of(position_of(text, error.byte));
  if (error.byte >= text.size()) {
    return fail(ErrorCode::invalid_input,
                {"JSON berakhir terlalu awal; berkas ini terpotong",
                 "the JSON ends too early; this file is cut off"},
                where);
  }
  return fail(ErrorCode::invalid_input,
              {"bukan JSON yang benar di sini", "this is not well-formed JSON here"}, where);
}

}  // namespace

Expected<json> parse_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);  // a byte order mark
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) {
    return fail(ErrorCode::invalid_input, {"kosong; harus JSON", "empty; it must be JSON"});
  }
  Watch watch;
  try {
    json value = json::parse(text.begin(), text.end(), std::ref(watch));
    if (!watch.doubled()) return value;
    return fail(
        ErrorCode::invalid_input,
        {"kunci ini ditulis dua kali dalam satu objek", "this key is written twice in one object"},
        *watch.doubled());
  } catch (const json::parse_error& error) {
    return syntax_error(text, error);
  } catch (const TooDeep&) {
    return fail(ErrorCode::invalid_input,
                {fmt::format("bersarang lebih dari {} tingkat", limits::json_depth),
                 fmt::format("nested more than {} levels deep", limits::json_depth)});
  }
}

std::string shown(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return "{...}";
  if (value.is_array()) return "[...]";
  return value.dump();
}

std::optional<std::int64_t> whole_number(const json& value, std::int64_t least, std::int64_t most) {
  if (!value.is_number_integer()) return std::nullopt;
  if (value.is_number_unsigned() &&
      value.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
    return std::nullopt;
  }
  const auto number = value.get<std::int64_t>();
  if (number < least || number > most) return std::nullopt;
  return number;
}

std::string JsonObject::below(std::string_view key) const {
  return place_.empty() ? std::string(key) : fmt::format("{}.{}", place_, key);
}

const json* JsonObject::find(std::string_view key) const {
  const auto it = object_.find(key);
  return it == object_.end() ? nullptr : &*it;
}

void JsonObject::complain(std::string_view key, Text text) const {
  const json* value = find(key);
  problems_.add(below(key), value != nullptr ? shown(*value) : "", std::move(text));
}

void JsonObject::allow_only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, value] : object_.items()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    problems_.add(below(key), "",
                  {fmt::format("kunci tidak dikenal; yang ada: {}", fmt::join(keys, ", ")),
                   fmt::format("unknown key; known are: {}", fmt::join(keys, ", "))});
  }
}

namespace {

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r') ||
           c == 0x7F;
  });
}

}  // namespace

bool JsonObject::truth(std::string_view key) const {
  const json* value = find(key);
  if (value != nullptr && value->is_boolean()) return value->get<bool>();
  complain(key, {"harus true atau false", "it must be true or false"});
  return false;
}

std::string JsonObject::optional_string(std::string_view key, std::size_t limit_bytes) const {
  const json* value = find(key);
  if (value == nullptr || value->is_null()) return {};
  if (!value->is_string()) {
    complain(key, {"harus teks dalam tanda kutip", "it must be a text in quotes"});
    return {};
  }
  auto text = value->get<std::string>();
  if (text.size() > limit_bytes) {
    complain(key, {fmt::format("{} byte, paling banyak {}", text.size(), limit_bytes),
                   fmt::format("{} bytes, at most {}", text.size(), limit_bytes)});
  } else if (has_control_character(text)) {
    complain(key, {"memuat karakter kendali; hapus karakter itu",
                   "it holds a control character; take it out"});
  }
  return text;
}

std::string JsonObject::string(std::string_view key, std::size_t limit_bytes) const {
  const json* value = find(key);
  if (value == nullptr || value->is_null() || (value->is_string() && value->empty())) {
    complain(key, {"harus diisi", "it must be filled in"});
    return {};
  }
  std::string text = optional_string(key, limit_bytes);
  if (value->is_string() && text.empty()) complain(key, {"harus diisi", "it must be filled in"});
  return text;
}

std::int64_t JsonObject::whole(std::string_view key, std::int64_t least, std::int64_t most) const {
  const json* value = find(key);
  const auto number = value != nullptr ? whole_number(*value, least, most) : std::nullopt;
  if (!number) {
    complain(key, {fmt::format("harus bilangan bulat {} sampai {}", least, most),
                   fmt::format("it must be a whole number from {} to {}", least, most)});
  }
  return number.value_or(least);
}

std::optional<Date> JsonObject::optional_date(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  const auto date =
      value->is_string() ? parse_date(value->get_ref<const std::string&>()) : std::nullopt;
  if (!date) {
    complain(key, {"harus tanggal seperti \"2024-05-01\" atau null",
                   "it must be a date such as \"2024-05-01\" or null"});
  }
  return date;
}

const json* JsonObject::optional_object(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr || value->is_object()) return value;
  complain(key, {"harus objek { ... }", "it must be an object { ... }"});
  return nullptr;
}

const json* JsonObject::optional_array(std::string_view key) const {
  const json* value = find(key);
  if (value == nullptr || value->is_array()) return value;
  complain(key, {"harus daftar [ ... ]", "it must be a list [ ... ]"});
  return nullptr;
}

}  // namespace jalur

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

// Builds the value and watches for what nlohmann lets pass. Not its parser callback: that looks
// through a whole list again after every object in it, a minute for 100,000 of them.
class Watch : public nlohmann::json_sax<json> {
 public:
  enum class Fault { none, syntax, too_deep };

  explicit Watch(json& value) : build_(value, false) {}

  Fault fault() const { return fault_; }
  std::size_t byte() const { return byte_; }  // of a fault in the syntax
  const std::optional<std::string>& doubled() const { return doubled_; }

  bool null() override { return shallow() && build_.null(); }
  bool boolean(bool value) override { return shallow() && build_.boolean(value); }
  bool number_integer(number_integer_t value) override {
    return shallow() && build_.number_integer(value);
  }
  bool number_unsigned(number_unsigned_t value) override {
    return shallow() && build_.number_unsigned(value);
  }
  bool number_float(number_float_t value, const string_t& text) override {
    return shallow() && build_.number_float(value, text);
  }
  bool string(string_t& value) override { return shallow() && build_.string(value); }
  bool binary(binary_t& value) override { return shallow() && build_.binary(value); }

  bool start_object(std::size_t size) override {
    if (!shallow()) return false;
    ++depth_;
    keys_.emplace_back();
    return build_.start_object(size);
  }
  bool key(string_t& key) override {
    if (!keys_.back().insert(key).second && !doubled_) doubled_ = key;
    return build_.key(key);
  }
  bool end_object() override {
    --depth_;
    keys_.pop_back();
    return build_.end_object();
  }
  bool start_array(std::size_t size) override {
    if (!shallow()) return false;
    ++depth_;
    return build_.start_array(size);
  }
  bool end_array() override {
    --depth_;
    return build_.end_array();
  }
  bool parse_error(std::size_t byte, const std::string&, const json::exception&) override {
    fault_ = Fault::syntax;
    byte_ = byte;
    return false;
  }

 private:
  bool shallow() {
    if (depth_ <= limits::json_depth) return true;
    fault_ = Fault::too_deep;
    return false;
  }

  nlohmann::detail::json_sax_dom_parser<json> build_;
  int depth_ = 0;  // objects and lists that are open
  std::vector<std::set<std::string>> keys_;
  std::optional<std::string> doubled_;
  Fault fault_ = Fault::none;
  std::size_t byte_ = 0;
};

tl::unexpected<Error> syntax_error(std::string_view text, std::size_t byte) {
  const std::string where = name_of(position_of(text, byte));
  if (byte >= text.size()) {
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
  json value;
  Watch watch(value);
  json::sax_parse(text.begin(), text.end(), &watch);
  if (watch.fault() == Watch::Fault::syntax) return syntax_error(text, watch.byte());
  if (watch.fault() == Watch::Fault::too_deep) {
    return fail(ErrorCode::invalid_input,
                {fmt::format("bersarang lebih dari {} tingkat", limits::json_depth),
                 fmt::format("nested more than {} levels deep", limits::json_depth)});
  }
  if (!watch.doubled()) return value;
  return fail(
      ErrorCode::invalid_input,
      {"kunci ini ditulis dua kali dalam satu objek", "this key is written twice in one object"},
      *watch.doubled());
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

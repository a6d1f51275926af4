#include "index/toml_reader.h"

#include <algorithm>

namespace jalur {

namespace {

std::string at_line(std::string_view name, const toml::source_position& position) {
  return fmt::format("{}:{}", name, position.line);
}

// A single value as it stands in the file; empty for lists, tables and nothing.
std::string as_given(const toml::node* node) {
  if (node == nullptr) return {};
  if (const auto text = node->value_exact<std::string>()) return *text;
  if (const auto whole = node->value_exact<std::int64_t>()) return std::to_string(*whole);
  if (const auto decimal = node->value_exact<double>()) return fmt::format("{}", *decimal);
  if (const auto yes = node->value_exact<bool>()) return *yes ? "true" : "false";
  return {};
}

}  // namespace

Expected<toml::table> parse_toml(std::string_view toml, std::string_view name) {
  try {
    return toml::parse(toml, name);
  } catch (const toml::parse_error& error) {
    const std::string reason(error.description());
    return fail(ErrorCode::invalid_input,
                {"bukan TOML yang benar: " + reason, "not well-formed TOML: " + reason},
                at_line(name, error.source().begin));
  }
}

void TomlTable::complain(const toml::node* node, std::string value, Text text) const {
  const toml::node& where = node != nullptr ? *node : table_;
  const std::string prefix = place_.empty() ? "" : place_ + ": ";
  problems_.add(at_line(name_, where.source().begin), std::move(value),
                {prefix + text.id, prefix + text.en});
}

void TomlTable::allow_only(std::initializer_list<std::string_view> keys) const {
  for (const auto& [key, node] : table_) {
    const std::string_view name = key.str();
    if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
    complain(&node, std::string(name),
             {fmt::format("kunci \"{}\" tidak dikenal; yang ada: {}", name, fmt::join(keys, ", ")),
              fmt::format("unknown key \"{}\"; known are: {}", name, fmt::join(keys, ", "))});
  }
}

void TomlTable::missing(std::string_view key, std::string_view what_id,
                        std::string_view what_en) const {
  complain(find(key), as_given(find(key)),
           {fmt::format("\"{}\" harus ada dan berupa {}", key, what_id),
            fmt::format("\"{}\" must be there and be {}", key, what_en)});
}

std::optional<std::string> TomlTable::text_of(std::string_view key) const {
  const auto* node = find(key);
  return node != nullptr ? node->value_exact<std::string>() : std::nullopt;
}

std::string TomlTable::string(std::string_view key) const {
  const auto value = text_of(key);
  if (!value || value->empty()) missing(key, "teks yang tidak kosong", "a text that is not empty");
  return value.value_or("");
}

std::string TomlTable::string_or_empty(std::string_view key) const {
  const auto value = text_of(key);
  if (!value) missing(key, "teks", "a text");
  return value.value_or("");
}

int TomlTable::whole(std::string_view key, int least, int most) const {
  return whole_within(key, least, most).value_or(least);
}

std::optional<int> TomlTable::whole_within(std::string_view key, int least, int most) const {
  const auto* node = find(key);
  const auto value = node != nullptr ? node->value_exact<std::int64_t>() : std::nullopt;
  if (!value || *value < least || *value > most) {
    missing(key, fmt::format("bilangan bulat {} sampai {}", least, most),
            fmt::format("a whole number from {} to {}", least, most));
    return std::nullopt;
  }
  return static_cast<int>(*value);
}

bool TomlTable::yes_or_no(std::string_view key) const {
  const auto* node = find(key);
  const auto value = node != nullptr ? node->value_exact<bool>() : std::nullopt;
  if (!value) missing(key, "true atau false", "true or false");
  return value.value_or(false);
}

Hundredths TomlTable::decimal(std::string_view key) const {
  const auto text = text_of(key);
  const auto value = text ? Hundredths::parse(*text) : std::nullopt;
  if (!value) {
    missing(key, "teks angka dengan paling banyak dua desimal, misalnya \"0.75\"",
            "a decimal in quotes with at most two places, such as \"0.75\"");
  }
  return value.value_or(Hundredths{});
}

Text TomlTable::text(std::string_view key) const {
  const auto inner = table(key);
  if (!inner) {
    missing(key, "{ id = \"...\", en = \"...\" }", "{ id = \"...\", en = \"...\" }");
    return {};
  }
  inner->allow_only({"id", "en"});
  return {inner->string("id"), inner->string("en")};
}

std::vector<std::string> TomlTable::strings(std::string_view key) const {
  std::vector<std::string> values;
  const auto* node = find(key);
  const toml::array* array = node != nullptr ? node->as_array() : nullptr;
  if (array == nullptr) {
    missing(key, "daftar teks", "a list of texts");
    return values;
  }
  for (const toml::node& element : *array) {
    if (const auto value = element.value_exact<std::string>()) {
      values.push_back(*value);
    } else {
      complain(&element, {},
               {fmt::format("\"{}\" hanya boleh berisi teks", key),
                fmt::format("\"{}\" may hold texts only", key)});
    }
  }
  return values;
}

std::vector<int> TomlTable::wholes(std::string_view key) const {
  std::vector<int> values;
  const auto* node = find(key);
  const toml::array* array = node != nullptr ? node->as_array() : nullptr;
  bool good = array != nullptr;
  for (std::size_t i = 0; good && i < array->size(); ++i) {
    const auto value = array->get(i)->value_exact<std::int64_t>();
    good = value && *value >= -100 && *value <= 100;
    if (good) values.push_back(static_cast<int>(*value));
  }
  if (!good) {
    missing(key, "daftar bilangan bulat antara -100 dan 100",
            "a list of whole numbers between -100 and 100");
  }
  return values;
}

std::array<int, 2> TomlTable::whole_pair(std::string_view key) const {
  const auto values = wholes(key);
  if (values.size() == 2) return {values[0], values[1]};
  missing(key, "dua bilangan bulat", "two whole numbers");
  return {0, 0};
}

std::string TomlTable::below(std::string_view key) const {
  return place_.empty() ? std::string(key) : fmt::format("{}.{}", place_, key);
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
  std::vector<TomlTable> found;
  const auto* node = find(key);
  const toml::array* array = node != nullptr ? node->as_array() : nullptr;
  if (array == nullptr) {
    missing(key, "daftar tabel", "a list of tables");
    return found;
  }
  for (const toml::node& element : *array) {
    if (const toml::table* inner = element.as_table()) {
      found.emplace_back(*inner, name_, fmt::format("{}[{}]", below(key), found.size()), problems_);
    } else {
      complain(&element, {},
               {fmt::format("\"{}\" hanya boleh berisi tabel", key),
                fmt::format("\"{}\" may hold tables only", key)});
    }
  }
  return found;
}

std::optional<TomlTable> TomlTable::table(std::string_view key) const {
  const auto* node = find(key);
  const toml::table* inner = node != nullptr ? node->as_table() : nullptr;
  if (inner == nullptr) return std::nullopt;
  return TomlTable(*inner, name_, below(key), problems_);
}

}  // namespace jalur

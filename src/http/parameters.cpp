#include "http/parameters.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur::http {

std::optional<RegionCode> Parameters::region() {
  const auto text = segment("code");
  auto code = RegionCode::parse(text);
  if (!code)
    wrong_value("code", text,
                {"Kode wilayah terdiri atas dua angka (provinsi) atau \"14.01\" (kabupaten/kota).",
                 "A region code is two digits (province) or like \"14.01\" (regency or city)."});
  return code;
}

std::optional<app::YearKey> Parameters::year_key() {
  auto code = region();
  const auto year = whole("year", segment("year"), limits::year_first, limits::year_last);
  if (!code || !year) return std::nullopt;
  return app::YearKey{*code, *year};
}

std::string Parameters::uuid(std::string_view name) {
  const auto id = segment(name);
  if (!is_uuid(id))
    wrong_value(name, id,
                {"Tanda pengenal harus berupa UUID, misalnya "
                 "\"0193b0a0-0000-7000-8000-000000000000\".",
                 "The id must be a UUID, for example \"0193b0a0-0000-7000-8000-000000000000\"."});
  return std::string(id);
}

std::optional<std::string> Parameters::text(std::string_view name, std::size_t most_bytes) {
  auto given = take(name);
  if (!given || given->size() <= most_bytes) return given;
  wrong_value(name, *given,
              {fmt::format("Paling banyak {} bita.", most_bytes),
               fmt::format("At most {} bytes.", most_bytes)});
  return std::nullopt;
}

std::optional<Date> Parameters::date(std::string_view name) {
  const auto given = take(name);
  if (!given) return std::nullopt;
  const auto date = parse_date(*given);
  if (!date) {
    wrong_value(
        name, *given,
        {"Harus tanggal seperti \"2026-11-24\".", "It must be a date such as \"2026-11-24\"."});
  }
  return date;
}

std::optional<Instant> Parameters::time(std::string_view name) {
  const auto given = take(name);
  if (!given) return std::nullopt;
  const auto instant = parse_time(*given);
  if (!instant) {
    wrong_value(name, *given,
                {"Harus waktu seperti \"2026-11-24T05:30:00Z\".",
                 "It must be a time such as \"2026-11-24T05:30:00Z\"."});
  }
  return instant;
}

std::optional<int> Parameters::year(std::string_view name) {
  const auto given = take(name);
  if (given) return whole(name, *given, limits::year_first, limits::year_last);
  missing(name);
  return std::nullopt;
}

bool Parameters::gives(std::string_view name) const {
  return std::any_of(call_.query.begin(), call_.query.end(),
                     [&](const auto& pair) { return pair.first == name; });
}

std::string Parameters::needed_text(std::string_view name, std::size_t most_bytes) {
  if (!gives(name)) missing(name);
  return text(name, most_bytes).value_or("");
}

int Parameters::page_limit() {
  const auto given = take("limit");
  if (!given) return limits::page_default;
  return whole("limit", *given, 1, limits::page_most).value_or(limits::page_default);
}

void Parameters::wrong_value(std::string_view name, std::string_view value, Text text) {
  problems_.add(std::string(name), std::string(value), std::move(text));
}

void Parameters::missing(std::string_view name) {
  wrong_value(name, "",
              {fmt::format("Parameter \"{}\" wajib diisi.", name),
               fmt::format("The parameter \"{}\" is required.", name)});
}

std::optional<Error> Parameters::wrong() {
  for (std::size_t i = 0; i < used_.size(); ++i) {
    if (used_[i]) continue;
    const auto known = known_.empty() ? "-" : fmt::format("{}", fmt::join(known_, ", "));
    wrong_value(call_.query[i].first, call_.query[i].second,
                {fmt::format("Parameter ini tidak dikenal; yang dikenal: {}.", known),
                 fmt::format("This parameter is not known; the known ones: {}.", known)});
  }
  if (problems_.none()) return std::nullopt;
  return std::move(problems_).as_error().value();
}

std::optional<std::string> Parameters::take(std::string_view name) {
  known_.emplace_back(name);
  std::optional<std::string> found;
  int times = 0;
  for (std::size_t i = 0; i < call_.query.size(); ++i) {
    if (call_.query[i].first != name) continue;
    used_[i] = true;
    found = call_.query[i].second;
    ++times;
  }
  if (times <= 1) return found;
  wrong_value(
      name, *found,
      {"Parameter ini hanya boleh diberikan satu kali.", "This parameter may be given only once."});
  return std::nullopt;
}

void Parameters::wrong_choice(std::string_view name, std::string_view value,
                              const std::string& words) {
  wrong_value(name, value,
              {fmt::format("Harus salah satu dari: {}.", words),
               fmt::format("Must be one of: {}.", words)});
}

std::optional<int> Parameters::whole(std::string_view name, std::string_view text, int least,
                                     int most) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault == std::errc{} && end == text.data() + text.size() && value >= least && value <= most)
    return value;
  wrong_value(name, text,
              {fmt::format("Harus bilangan bulat dari {} sampai {}.", least, most),
               fmt::format("Must be a whole number from {} to {}.", least, most)});
  return std::nullopt;
}

}  // namespace jalur::http

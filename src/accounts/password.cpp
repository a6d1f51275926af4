#include "accounts/password.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::accounts {

namespace {

// What is tried first against Indonesian offices, as far as it is long enough to pass otherwise.
constexpr std::array<std::string_view, 44> commonest{
    "0123456789",    "1234567890",    "12345678910",   "123456789a",    "1234567891",
    "9876543210",    "1q2w3e4r5t",    "abcdefghij",    "qwertyuiop",    "qwerty12345",
    "qwerty123456",  "asdfghjkl123",  "password12",    "password123",   "password1234",
    "passw0rd123",   "p@ssw0rd123",   "katasandi1",    "katasandi123",  "katakunci123",
    "rahasia123",    "rahasia1234",   "rahasiaku123",  "sayangku123",   "sayang12345",
    "bismillah1",    "bismillah12",   "bismillah123",  "alhamdulillah", "subhanallah",
    "indonesia1",    "indonesia123",  "indonesia1945", "merdeka1945",   "garuda12345",
    "pancasila1945", "administrator", "admin12345",    "admin123456",   "operator123",
    "kabupaten123",  "pemda12345",    "inovasi2026",   "selamatdatang",
};

tl::unexpected<Error> wrong(Text text) {
  return fail(ErrorCode::invalid_input, std::move(text), "password");
}

std::string without_spaces(std::string_view text) {
  std::string rest = lower_ascii(text);
  rest.erase(std::remove(rest.begin(), rest.end(), ' '), rest.end());
  return rest;
}

bool is_of_the_person(std::string_view password, std::string_view name, std::string_view email) {
  const std::string given = without_spaces(password);
  const std::string address = without_spaces(email);
  return given == without_spaces(name) || given == address ||
         given == address.substr(0, address.find('@'));
}

bool is_common(std::string_view password) {
  const std::string given = without_spaces(password);
  return std::find(commonest.begin(), commonest.end(), given) != commonest.end();
}

bool is_monotonous(std::string_view password) {
  return std::set<char>(password.begin(), password.end()).size() <
         limits::password_different_characters;
}

}  // namespace

Expected<void> check_password(std::string_view password, std::string_view name,
                              std::string_view email) {
  if (!is_utf8(password) || password.find('\0') != std::string_view::npos)
    return wrong({"Kata sandi harus berupa teks.", "The password must be text."});
  if (count_characters(password) < limits::password_characters)
    return wrong({fmt::format("Kata sandi terlalu pendek; pakai paling sedikit {} karakter.",
                              limits::password_characters),
                  fmt::format("The password is too short; use at least {} characters.",
                              limits::password_characters)});
  if (password.size() > limits::password_bytes)
    return wrong(
        {fmt::format("Kata sandi terlalu panjang; paling banyak {} bita.", limits::password_bytes),
         fmt::format("The password is too long; at most {} bytes.", limits::password_bytes)});
  if (is_of_the_person(password, name, email))
    return wrong({"Kata sandi ini nama atau alamat Anda sendiri; pilih yang tidak dapat ditebak.",
                  "This password is your own name or address; choose one that cannot be guessed."});
  if (is_common(password) || is_monotonous(password))
    return wrong({"Kata sandi ini terlalu umum; pilih beberapa kata yang tidak berhubungan.",
                  "This password is too common; choose some words that have nothing in common."});
  return {};
}

}  // namespace jalur::accounts

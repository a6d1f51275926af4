#include "accounts/email.h"

#include <algorithm>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::accounts {

namespace {

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

// RFC 5322 atext, in lower case.
bool may_stand_before_at(char c) {
  constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
  return is_letter_or_digit(c) || signs.find(c) != std::string_view::npos;
}

// Parts between dots, none of them empty.
template <class Fits>
bool is_dotted(std::string_view text, Fits fits) {
  while (true) {
    const auto part = text.substr(0, text.find('.'));
    if (part.empty() || !fits(part)) return false;
    if (part.size() == text.size()) return true;
    text.remove_prefix(part.size() + 1);
  }
}

bool is_label(std::string_view part) {
  return part.size() <= 63 && part.front() != '-' && part.back() != '-' &&
         std::all_of(part.begin(), part.end(),
                     [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_address(std::string_view text) {
  const auto at = text.rfind('@');
  if (at == std::string_view::npos || text.size() > limits::email_bytes) return false;
  const auto name = text.substr(0, at);
  const auto host = text.substr(at + 1);
  const auto is_atom = [](std::string_view part) {
    return std::all_of(part.begin(), part.end(), may_stand_before_at);
  };
  return name.size() <= limits::email_name_bytes && is_dotted(name, is_atom) &&
         host.find('.') != std::string_view::npos && is_dotted(host, is_label);
}

}  // namespace

Expected<std::string> folded_email(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = std::min(text.find_first_not_of(white), text.size());
  const auto last = text.find_last_not_of(white);
  auto folded = lower_ascii(text.substr(first, last - first + 1));
  if (is_address(folded)) return folded;
  return fail(ErrorCode::invalid_input,
              {"Alamat surel harus seperti nama@dinas.contoh.go.id.",
               "The e-mail address must look like name@agency.example.org."},
              "email", std::string(text));
}

}  // namespace jalur::accounts

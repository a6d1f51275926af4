#include "http/negotiation.h"

#include <algorithm>
#include <charconv>
#include <functional>

namespace jalur::http {

namespace {

char lower(char letter) {
  return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view spaces = " \t";
  const auto first = text.find_first_not_of(spaces);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(spaces) - first + 1);
}

// Takes the part before the next separator off `rest`.
std::string_view next_part(std::string_view& rest, char separator) {
  const auto end = rest.find(separator);
  const auto part = rest.substr(0, end);
  rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  return trimmed(part);
}

// Without its parameters.
std::string_view media_type(std::string_view content_type) {
  return trimmed(content_type.substr(0, content_type.find(';')));
}

struct Wish {
  std::string_view word;
  int quality = 1'000;  // thousandths
};

// "0.8" in thousandths; what is not a quality counts as 0.
int quality_of(std::string_view text) {
  if (text.empty() || (text[0] != '0' && text[0] != '1')) return 0;
  if (text[0] == '1') return 1'000;
  int thousandths = 0;
  int worth = 100;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return 0;
    thousandths += (digit - '0') * worth;
    worth /= 10;
  }
  return thousandths;
}

Wish wish_of(std::string_view item) {
  Wish wish{next_part(item, ';')};
  while (!item.empty()) {
    const auto parameter = next_part(item, ';');
    if (parameter.starts_with("q=") || parameter.starts_with("Q="))
      wish.quality = quality_of(parameter.substr(2));
  }
  return wish;
}

// Calls `take` for every item of a list field.
void each_wish(std::string_view list, const std::function<void(const Wish&)>& take) {
  while (!list.empty()) {
    const Wish wish = wish_of(next_part(list, ','));
    if (!wish.word.empty()) take(wish);
  }
}

bool is_language(std::string_view tag, std::string_view language) {
  return same_word(tag.substr(0, tag.find('-')), language);
}

bool is_port(std::string_view text) {
  return text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// 127.x.x.x with four whole numbers up to 255.
bool is_loopback_v4(std::string_view host) {
  int parts = 0;
  for (std::string_view rest = host; parts < 4 && !rest.empty(); ++parts) {
    const auto end = rest.find('.');
    const auto part = rest.substr(0, end);
    unsigned value = 256;
    const auto [stop, fault] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (fault != std::errc{} || stop != part.data() + part.size() || value > 255) return false;
    if (parts == 0 && value != 127) return false;
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return parts == 4 && std::count(host.begin(), host.end(), '.') == 3;
}

}  // namespace

bool same_word(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](char x, char y) { return lower(x) == lower(y); });
}

Language language_wanted(std::string_view accept_language) {
  if (trimmed(accept_language).empty()) return Language::indonesian;
  int indonesian = 0;
  int english = 0;
  int any = 0;
  each_wish(accept_language, [&](const Wish& wish) {
    if (is_language(wish.word, "id")) indonesian = std::max(indonesian, wish.quality);
    if (is_language(wish.word, "en")) english = std::max(english, wish.quality);
    if (wish.word == "*") any = wish.quality;
  });
  if (indonesian == 0 && english == 0) return any > 0 ? Language::indonesian : Language::english;
  return indonesian >= english ? Language::indonesian : Language::english;
}

bool accepts_gzip(std::string_view accept_encoding) {
  if (accept_encoding.empty()) return false;
  int named = -1;
  int any = 0;
  each_wish(accept_encoding, [&](const Wish& wish) {
    if (same_word(wish.word, "gzip") || same_word(wish.word, "x-gzip")) named = wish.quality;
    if (wish.word == "*") any = wish.quality;
  });
  return named >= 0 ? named > 0 : any > 0;
}

bool accepts_html(std::string_view accept) {
  bool found = false;
  each_wish(accept, [&](const Wish& wish) {
    found = found || (wish.quality > 0 && same_word(wish.word, "text/html"));
  });
  return found;
}

bool names_etag(std::string_view if_none_match, std::string_view etag) {
  if (trimmed(if_none_match) == "*") return true;
  while (!if_none_match.empty()) {
    auto tag = next_part(if_none_match, ',');
    if (tag.starts_with("W/")) tag.remove_prefix(2);
    if (!tag.empty() && tag == etag) return true;
  }
  return false;
}

bool is_loopback_authority(std::string_view host) {
  if (host.starts_with("[::1]")) {
    host.remove_prefix(5);
    return host.empty() || (host.front() == ':' && is_port(host.substr(1)));
  }
  const auto colon = host.find(':');
  if (colon != std::string_view::npos && !is_port(host.substr(colon + 1))) return false;
  const auto name = host.substr(0, colon);
  return same_word(name, "localhost") || is_loopback_v4(name);
}

bool is_json(std::string_view content_type) {
  return same_word(media_type(content_type), "application/json");
}

bool is_xlsx(std::string_view content_type) {
  return same_word(media_type(content_type), xlsx_type);
}

}  // namespace jalur::http

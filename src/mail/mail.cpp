#include "mail/mail.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include <curl/curl.h>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"

namespace jalur::mail {

namespace {

struct Ended {
  void operator()(CURL* curl) const { curl_easy_cleanup(curl); }
  void operator()(curl_mime* mime) const { curl_mime_free(mime); }
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Easy = std::unique_ptr<CURL, Ended>;
using Mime = std::unique_ptr<curl_mime, Ended>;
using Lines = std::unique_ptr<curl_slist, Ended>;

void add(Lines& lines, const std::string& line) {
  curl_slist* longer = curl_slist_append(lines.get(), line.c_str());
  if (longer == nullptr) return;
  if (!lines) lines.reset(longer);
}

bool is_on_this_machine(const std::string& server) {
  const auto begin = server.find("://") + 3;
  const std::string place = server.substr(begin);
  const std::string host = place.starts_with('[') ? place.substr(0, place.find(']') + 1)
                                                  : place.substr(0, place.find(':'));
  return host == "localhost" || host == "[::1]" || host.starts_with("127.");
}

// Lines end in CRLF, as mail wants it.
std::string as_mail(const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\n') lines += '\r';
    lines += c;
  }
  return lines;
}

// The server knows no such mailbox, or wants none of this mail.
bool is_for_good(long code) {
  constexpr std::array<long, 3> codes{550, 551, 553};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

tl::unexpected<Error> not_sent(const std::string& server, CURLcode code, long answer,
                               const char* words) {
  const std::string why = words[0] != '\0' ? words : curl_easy_strerror(code);
  const std::string told = answer > 0 ? fmt::format("{} ({})", why, answer) : why;
  return fail(is_for_good(answer) ? ErrorCode::invalid_input : ErrorCode::unavailable,
              {"Surel tidak dapat dikirim: " + told + ".", "Mail could not be sent: " + told + "."},
              "smtp", server);
}

class SmtpMailer final : public app::Mailer {
 public:
  explicit SmtpMailer(SmtpSettings settings)
      : settings_(std::move(settings)),
        from_("<" + settings_.from + ">"),
        needs_tls_(!settings_.plain && !is_on_this_machine(settings_.server)) {}

  Expected<void> send(const app::Mail& mail) override {
    const Easy curl(curl_easy_init());
    if (!curl) return not_sent(settings_.server, CURLE_OUT_OF_MEMORY, 0, "");
    std::array<char, CURL_ERROR_SIZE> words{};
    curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, words.data());
    connect(curl.get());
    Lines recipients;
    add(recipients, "<" + mail.to + ">");
    const Lines headers = headers_of(mail);
    const Mime mime(curl_mime_init(curl.get()));
    put_text(mime.get(), as_mail(mail.text));
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, from_.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_MIMEPOST, mime.get());
    const CURLcode done = curl_easy_perform(curl.get());
    if (done == CURLE_OK) return {};
    long answer = 0;
    curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &answer);
    return not_sent(settings_.server, done, answer, words.data());
  }

 private:
  void connect(CURL* curl) const {
    using std::chrono::milliseconds;
    const auto count = [](milliseconds time) { return static_cast<long>(time.count()); };
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_PROXY, "");
    curl_easy_setopt(curl, CURLOPT_URL, settings_.server.c_str());
    curl_easy_setopt(curl, CURLOPT_USE_SSL,
                     static_cast<long>(needs_tls_ ? CURLUSESSL_ALL : CURLUSESSL_NONE));
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, count(limits::mail_connect_time));
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, count(limits::mail_time));
    if (settings_.user.empty()) return;
    curl_easy_setopt(curl, CURLOPT_USERNAME, settings_.user.c_str());
    curl_easy_setopt(curl, CURLOPT_PASSWORD, settings_.password.c_str());
  }

  Lines headers_of(const app::Mail& mail) const {
    const auto second = std::chrono::floor<std::chrono::seconds>(mail.made_at);
    const auto domain = settings_.from.substr(settings_.from.find('@') + 1);
    Lines lines;
    add(lines, fmt::format("Date: {:%a, %d %b %Y %H:%M:%S} +0000", second));
    add(lines, "From: Jalur " + from_);
    add(lines, "To: <" + mail.to + ">");
    add(lines, "Subject: " + mail.subject);
    add(lines, "Message-ID: <" + mail.id + "@" + domain + ">");
    add(lines, "Auto-Submitted: auto-generated");
    return lines;
  }

  static void put_text(curl_mime* mime, const std::string& text) {
    curl_mimepart* part = curl_mime_addpart(mime);
    curl_mime_data(part, text.data(), text.size());
    curl_mime_type(part, "text/plain; charset=utf-8");
    curl_mime_encoder(part, "quoted-printable");
  }

  SmtpSettings settings_;
  std::string from_;
  bool needs_tls_;
};

}  // namespace

Expected<std::unique_ptr<app::Mailer>> open_mailer(const SmtpSettings& settings) {
  if (const CURLcode begun = curl_global_init(CURL_GLOBAL_DEFAULT); begun != CURLE_OK)
    return not_sent(settings.server, begun, 0, "");
  return std::make_unique<SmtpMailer>(settings);
}

}  // namespace jalur::mail

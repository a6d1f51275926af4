#include <charconv>
#include <fstream>
#include <memory>
#include <ostream>

#include "accounts/email.h"
#include "app/people_use_cases.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "cli/options.h"

namespace jalur::cli {
namespace {

constexpr int most_threads = 256;

struct ServeCall {
  HousePlace place;
  std::string listen = "127.0.0.1:8080";
  std::string home;
  std::string public_url;
  int threads = 0;
  bool sample_people = false;
  MailSettings mail;
  std::string password_file;
};

template <class Number>
std::optional<Number> whole_number(std::string_view text, Number least, Number most) {
  Number number = 0;
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || stop != end || number < least || number > most) return std::nullopt;
  return number;
}

// "127.0.0.1:8080", "[::1]:8080", "localhost:8080"
Expected<void> read_listen(const std::string& text, ServeSettings& settings) {
  const auto colon = text.rfind(':');
  const auto port = colon == std::string::npos
                        ? std::nullopt
                        : whole_number<int>(std::string_view(text).substr(colon + 1), 0, 65'535);
  if (!port || colon == 0) {
    return fail(ErrorCode::invalid_input,
                {"alamat harus berbentuk HOST:PORT, misalnya 127.0.0.1:8080",
                 "the address must be HOST:PORT, for example 127.0.0.1:8080"},
                "--listen", text);
  }
  settings.host = text.substr(0, colon);
  if (settings.host.front() == '[' && settings.host.back() == ']') {
    settings.host = settings.host.substr(1, settings.host.size() - 2);
  }
  settings.port = *port;
  return {};
}

// "14.01/2023"
Expected<void> read_home(const std::string& text, ServeSettings& settings) {
  if (text.empty()) return {};
  const auto slash = text.find('/');
  const auto code = RegionCode::parse(text.substr(0, slash));
  const auto year = slash == std::string::npos
                        ? std::nullopt
                        : whole_number<int>(std::string_view(text).substr(slash + 1), 2000, 2999);
  if (!code || !year) {
    return fail(ErrorCode::invalid_input,
                {"harus berbentuk DAERAH/TAHUN, misalnya 14.01/2023",
                 "it must be REGION/YEAR, for example 14.01/2023"},
                "--home", text);
  }
  settings.home = app::YearKey{*code, *year};
  return {};
}

// "https://jalur.example", without a path.
Expected<void> read_public_url(const std::string& text, ServeSettings& settings) {
  const auto scheme = text.find("://");
  const bool known = text.starts_with("https://") || text.starts_with("http://");
  const bool plain = known && text.find_first_of("/ ?#@", scheme + 3) == std::string::npos;
  if (!text.empty() && (!plain || text.size() == scheme + 3)) {
    return fail(ErrorCode::invalid_input,
                {"harus berbentuk https://NAMA, tanpa garis miring di belakang",
                 "it must be https://NAME, without a slash after it"},
                "--public-url", text);
  }
  settings.public_url = text;
  return {};
}

// The first line of the file.
Expected<std::string> read_password(const std::string& path) {
  if (path.empty()) return std::string();
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line) || line.empty()) {
    return fail(ErrorCode::invalid_input,
                {"berkas kata sandi harus ada dan berisi satu baris",
                 "the file with the password must exist and hold one line"},
                "--smtp-password-file", path);
  }
  return line;
}

Expected<void> read_mail(const ServeCall& call, ServeSettings& settings) {
  settings.mail = call.mail;
  if (call.mail.server.empty()) return {};
  const bool known =
      call.mail.server.starts_with("smtp://") || call.mail.server.starts_with("smtps://");
  if (!known) {
    return fail(ErrorCode::invalid_input,
                {"harus berbentuk smtps://NAMA:PORT atau smtp://NAMA:PORT",
                 "it must be smtps://NAME:PORT or smtp://NAME:PORT"},
                "--smtp", call.mail.server);
  }
  if (!accounts::folded_email(call.mail.from)) {
    return fail(ErrorCode::invalid_input,
                {"alamat pengirim harus diberikan, misalnya jalur@daerah.example",
                 "the sender's address must be given, for example jalur@region.example"},
                "--mail-from", call.mail.from);
  }
  auto password = read_password(call.password_file);
  if (!password) return tl::unexpected(password.error());
  settings.mail.password = std::move(*password);
  return {};
}

Expected<ServeSettings> settings_of(const ServeCall& call) {
  ServeSettings settings;
  settings.threads = call.threads;
  if (auto read = read_listen(call.listen, settings); !read) return tl::unexpected(read.error());
  if (auto read = read_home(call.home, settings); !read) return tl::unexpected(read.error());
  if (auto read = read_public_url(call.public_url, settings); !read)
    return tl::unexpected(read.error());
  if (auto read = read_mail(call, settings); !read) return tl::unexpected(read.error());
  return settings;
}

// Whose people the start is about: the region that is shown first, else the only one on record.
Expected<std::optional<RegionCode>> region_at_start(app::House& house,
                                                    const ServeSettings& settings) {
  if (settings.home) return std::optional(settings.home->region);
  const auto years = house.store.years(std::nullopt, limits::page_most);
  if (!years) return tl::unexpected(years.error());
  std::optional<RegionCode> only;
  for (const auto& year : *years) {
    if (only && *only != year.key.region) return std::optional<RegionCode>();
    only = year.key.region;
  }
  return only;
}

struct PeopleAtStart {
  std::vector<app::SamplePerson> sample;
  std::optional<app::MadeLink> first_link;
};

Expected<PeopleAtStart> people_at_start(app::House& house, const ServeCall& call,
                                        const ServeSettings& settings) {
  const auto region = region_at_start(house, settings);
  if (!region) return tl::unexpected(region.error());
  PeopleAtStart people;
  if (call.sample_people) {
    auto sample = app::sample_people(house, region->value_or(RegionCode()));
    if (!sample) return tl::unexpected(sample.error());
    people.sample = std::move(*sample);
  }
  if (!*region) return people;
  auto link = app::first_link(house, **region);
  if (!link) return tl::unexpected(link.error());
  people.first_link = std::move(*link);
  return people;
}

void tell_first_link(Session& session, const std::string& address, const app::MadeLink& link) {
  const Text text{"Koordinator pertama membuat kata sandinya di sini, dalam 24 jam: ",
                  "The first coordinator sets a password here, within 24 hours: "};
  session.tools.out << session.say(text) << address << link.path << std::endl;
}

int serve(Session& session, const ServeCall& call) {
  auto settings = settings_of(call);
  if (!settings) return tell(session, settings.error());
  if (auto folder = prepare_folder(call.place.data); !folder) return tell(session, folder.error());
  const auto house = open_house(session, call.place);
  if (!house) return tell(session, house.error());
  auto people = people_at_start(**house, call, *settings);
  if (!people) return tell(session, people.error());
  settings->sample_people = std::move(people->sample);
  const auto answering = [&](const std::string& address) {
    session.tools.out << address << std::endl;
    if (people->first_link) tell_first_link(session, address, *people->first_link);
  };
  const auto served = session.tools.serve(**house, *settings, answering);
  return served ? 0 : tell(session, served.error());
}

}  // namespace

void add_mail(CLI::App& words, ServeCall& call) {
  words.add_option("--smtp", call.mail.server, "Server that takes mail; none: no mail is sent")
      ->type_name("smtps://NAME:PORT")
      ->envname("JALUR_SMTP_URL");
  words.add_option("--smtp-user", call.mail.user, "Who signs in there")
      ->type_name("NAME")
      ->envname("JALUR_SMTP_USER");
  words
      .add_option("--smtp-password-file", call.password_file, "File with the password of that user")
      ->type_name("FILE")
      ->envname("JALUR_SMTP_PASSWORD_FILE");
  words.add_flag("--smtp-plain", call.mail.plain, "Send without TLS also to another machine");
  words.add_option("--mail-from", call.mail.from, "Address of the sender")
      ->type_name("ADDRESS")
      ->envname("JALUR_MAIL_FROM");
  words
      .add_option("--mail-hour", call.mail.hour,
                  "When a day's mail is sent (UTC+7); 7 unless given")
      ->type_name("HOUR")
      ->check(CLI::Range(0, 23));
}

Command serve_command(CLI::App& app) {
  auto call = std::make_shared<ServeCall>();
  auto* words = app.add_subcommand("serve", "The web pages and the API, until stopped");
  add_house(*words, call->place);
  words->add_option("--listen", call->listen, "Address; 127.0.0.1:8080 unless given")
      ->type_name("HOST:PORT");
  words->add_option("--home", call->home, "What the first page shows")->type_name("REGION/YEAR");
  words->add_option("--public-url", call->public_url, "How people reach it, behind a proxy")
      ->type_name("https://NAME")
      ->envname("JALUR_PUBLIC_ADDRESS");
  words->add_option("--clamd", call->place.clamd, "Virus scanner that every file must pass")
      ->type_name("PATH|HOST:PORT");
  words->add_flag("--sample-people", call->sample_people,
                  "One made-up person per role, for sample data only");
  add_mail(*words, *call);
  words->add_option("--threads", call->threads, "One per core unless given")
      ->type_name("N")
      ->check(CLI::Range(1, most_threads));
  return {words, [call](Session& session) { return serve(session, *call); }};
}

}  // namespace jalur::cli

#include <charconv>
#include <memory>
#include <ostream>

#include "cli/commands.h"
#include "cli/options.h"

namespace jalur::cli {
namespace {

constexpr int most_threads = 256;

struct ServeCall {
  HousePlace place;
  std::string listen = "127.0.0.1:8080";
  std::string home;
  int threads = 0;
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

Expected<ServeSettings> settings_of(const ServeCall& call) {
  ServeSettings settings;
  settings.threads = call.threads;
  if (auto read = read_listen(call.listen, settings); !read) return tl::unexpected(read.error());
  if (auto read = read_home(call.home, settings); !read) return tl::unexpected(read.error());
  return settings;
}

int serve(Session& session, const ServeCall& call) {
  const auto settings = settings_of(call);
  if (!settings) return tell(session, settings.error());
  if (auto folder = prepare_folder(call.place.data); !folder) return tell(session, folder.error());
  const auto house = open_house(session, call.place);
  if (!house) return tell(session, house.error());
  const auto answering = [&](const std::string& address) {
    session.tools.out << address << std::endl;
  };
  const auto served = session.tools.serve(**house, *settings, answering);
  return served ? 0 : tell(session, served.error());
}

}  // namespace

Command serve_command(CLI::App& app) {
  auto call = std::make_shared<ServeCall>();
  auto* words = app.add_subcommand("serve", "The web pages and the API, until stopped");
  add_house(*words, call->place);
  words->add_option("--listen", call->listen, "Address; 127.0.0.1:8080 unless given")
      ->type_name("HOST:PORT");
  words->add_option("--home", call->home, "What the first page shows")->type_name("REGION/YEAR");
  words->add_option("--threads", call->threads, "One per core unless given")
      ->type_name("N")
      ->check(CLI::Range(1, most_threads));
  return {words, [call](Session& session) { return serve(session, *call); }};
}

}  // namespace jalur::cli

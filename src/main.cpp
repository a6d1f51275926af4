// The only place where everything is constructed and connected.
#include <algorithm>
#include <cstdlib>
#include <exception>
#include <iostream>
#include <memory>
#include <string>
#include <thread>

#include <malloc.h>
#include <unistd.h>

#include "app/evidence_use_cases.h"
#include "app/notice_use_cases.h"
#include "app/reference_load.h"
#include "app/remind.h"
#include "app/use_cases.h"
#include "cli/cli.h"
#include "documents/documents.h"
#include "embedded.h"
#include "files/files.h"
#include "http/server.h"
#include "mail/mail.h"
#include "mail/post_office.h"
#include "store/store.h"
#include "world/ledger_key.h"
#include "world/routine.h"
#include "world/secrets.h"
#include "world/system.h"
#include "world/trouble.h"

namespace jalur {
namespace {

// The files inside the program, asked for by folder and name.
class Shipped {
 public:
  app::NamedText file(std::string_view name) const {
    for (const auto& file : files_) {
      if (file.name == name) return {file.name, file.bytes};
    }
    return {name, {}};
  }

  // Their names without the folder: "0001-records.sql".
  std::vector<app::NamedText> folder(std::string_view folder) const {
    std::vector<app::NamedText> found;
    for (const auto& file : files_) {
      if (!file.name.starts_with(folder)) continue;
      found.push_back({file.name.substr(folder.size()), file.bytes});
    }
    return found;
  }

  Expected<app::Reference> reference() const {
    return app::load_reference({file("reference/affairs.toml"), file("idn-area/provinces.csv"),
                                file("idn-area/regencies.csv"), file("idn-area/districts.csv"),
                                file("reference/published-results.csv"),
                                file("reference/profile-terms.toml")});
  }

 private:
  std::vector<EmbeddedFile> files_ = embedded_files();
};

Expected<std::vector<store::Migration>> migrations(const Shipped& shipped) {
  std::vector<store::Migration> steps;
  for (const auto& [name, sql] : shipped.folder("migrations/")) {
    auto step = store::migration_from_file(name, sql);
    if (!step) return tl::unexpected(step.error());
    steps.push_back(std::move(*step));
  }
  return steps;
}

// The pages of the web interface, and the contract. The names live as long as this does.
class Assets {
 public:
  explicit Assets(const Shipped& shipped) {
    for (const auto& [name, bytes] : shipped.folder("web/")) add("/" + std::string(name), bytes);
    add("/api/openapi.yaml", shipped.file("api/openapi.yaml").text);
    for (std::size_t i = 0; i < paths_.size(); ++i) assets_[i].path = paths_[i];
  }
  const std::vector<http::Asset>& all() const { return assets_; }

 private:
  void add(std::string path, std::string_view bytes) {
    paths_.push_back(std::move(path));
    assets_.push_back({{}, bytes});
  }
  std::vector<std::string> paths_;
  std::vector<http::Asset> assets_;
};

// What lives as long as the program, and what a house needs besides its store.
struct World {
  Shipped shipped;
  app::Reference reference;
  std::vector<Ruleset> rulesets;
  std::unique_ptr<app::Documents> documents = make_documents();
  world::SystemClock clock;
  world::SystemRandomness randomness;
  world::SodiumSecrets secrets;
  const store::Records* records = nullptr;  // of the house that was opened last
};

struct OpenedHouse {
  OpenedHouse(store::Records opened, std::unique_ptr<app::Files> opened_files,
              const ledger::SigningKey& opened_key, World& world, const app::Rulesets& rulesets)
      : records(std::move(opened)),
        files(std::move(opened_files)),
        key(opened_key),
        years(*records.store),
        house{*records.store,
              *records.journal,
              *world.documents,
              world.clock,
              world.randomness,
              rulesets,
              world.reference,
              years,
              key,
              *records.people,
              world.secrets,
              guard,
              *records.units,
              *records.workflow,
              *records.profiles,
              *records.proposals,
              proposal_guard,
              *records.evidence,
              *files,
              *records.notices} {}
  store::Records records;
  std::unique_ptr<app::Files> files;
  ledger::SigningKey key;
  app::YearCache years;
  app::SignInGuard guard;
  app::ProposalGuard proposal_guard;
  app::House house;
};

Expected<std::shared_ptr<app::House>> open_house(World& world, const cli::HouseSettings& settings) {
  auto steps = migrations(world.shipped);
  if (!steps) return tl::unexpected(steps.error());
  store::StoreSettings store_settings;
  store_settings.database =
      settings.database.empty() ? (settings.data / "jalur.db").string() : settings.database;
  store_settings.migrations = std::move(*steps);
  auto records = store::open_store(store_settings);
  if (!records) return tl::unexpected(records.error());
  const auto key = world::ledger_key(settings.data);
  if (!key) return tl::unexpected(key.error());
  auto files = files::open_files({settings.data, settings.clamd});
  if (!files) return tl::unexpected(files.error());
  auto opened = std::make_shared<OpenedHouse>(std::move(*records), std::move(*files), *key, world,
                                              *settings.rulesets);
  world.records = &opened->records;
  return std::shared_ptr<app::House>(opened, &opened->house);
}

std::string address_of(const cli::ServeSettings& settings, int port) {
  const bool ipv6 = settings.host.find(':') != std::string::npos;
  const std::string host = ipv6 ? "[" + settings.host + "]" : settings.host;
  return "http://" + host + ":" + std::to_string(port);
}

void do_hourly_work(app::House& house, app::Reminders& reminders) {
  world::tell_if_wrong(app::close_days(house));
  world::tell_if_wrong(app::clean_uploads(house));
  world::tell_if_wrong(app::tell_news(house));  // a new region begins before its first reminder
  world::tell_if_wrong(app::remind(house, reminders));
}

// Null when no server was told: then no mail is written either.
Expected<std::unique_ptr<mail::PostOffice>> open_post_office(World& world, app::House& house,
                                                             const cli::ServeSettings& settings) {
  const cli::MailSettings& told = settings.mail;
  if (told.server.empty()) {
    std::clog << "jalur: no mail is sent: no server was given with --smtp\n";
    return nullptr;
  }
  auto mailer = mail::open_mailer({told.server, told.user, told.password, told.from, told.plain});
  if (!mailer) return tl::unexpected(mailer.error());
  const app::DigestPlan plan{told.hour, settings.public_url};
  return std::make_unique<mail::PostOffice>(house, *world.records->outbox, std::move(*mailer),
                                            plan);
}

Expected<void> serve(World& world, app::House& house, const cli::ServeSettings& settings,
                     const cli::Answering& answering) {
  const world::StopSignals stop;  // before the server starts its threads
  const auto post_office = open_post_office(world, house, settings);
  if (!post_office) return tl::unexpected(post_office.error());
  const Assets assets(world.shipped);
  http::ServerSettings server_settings;
  server_settings.host = settings.host;
  server_settings.port = static_cast<std::uint16_t>(settings.port);
  server_settings.threads =
      settings.threads > 0 ? settings.threads
                           : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  server_settings.version = JALUR_VERSION;
  server_settings.home = settings.home;
  server_settings.public_origin = settings.public_url;
  server_settings.sample_people = settings.sample_people;
  http::Server server(server_settings, house, assets.all(), std::clog);
  if (auto started = server.start(); !started) return started;
  const world::Routine hourly(std::chrono::hours(1),
                              [&] { do_hourly_work(house, *world.records->reminders); });
  world::Trouble news;
  const world::Routine often(std::chrono::seconds(2), [&] { news.tell(app::tell_news(house)); });
  world::Trouble post;
  const world::Routine mailing(std::chrono::seconds(5), [&] {
    if (*post_office) post.tell((*post_office)->work());
  });
  answering(address_of(settings, server.port()));
  stop.wait();
  server.stop();
  return {};
}

// POSIX: the first of these that is set decides.
Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* tag = std::getenv(name);
    if (tag != nullptr && *tag != '\0') return language_of(tag);
  }
  return Language::english;
}

int broken_program(const Error& error) {
  for (const auto& problem : error.problems) {
    std::cerr << "jalur: " << problem.field << ": " << problem.text.en << '\n';
  }
  return kind_of(ErrorCode::defect).exit_status;
}

// Every statement of SQLite takes some memory and gives it back. Unless told otherwise, the C
// library hands it to the kernel each time and fetches it again, which is half the time of a small
// write.
void keep_freed_memory() {
  constexpr int kept_bytes = 16 << 20;
  mallopt(M_TRIM_THRESHOLD, kept_bytes);
}

int run(int argc, const char* const* argv) {
  keep_freed_memory();
  World world;
  auto reference = world.shipped.reference();
  if (!reference) return broken_program(reference.error());
  world.reference = std::move(*reference);
  auto rulesets = app::load_rulesets(world.shipped.folder("rulesets/"), world.reference.affairs);
  if (!rulesets) return broken_program(rulesets.error());
  world.rulesets = std::move(*rulesets);
  auto catalogues = app::load_catalogues(world.shipped.folder("effort/"));
  if (!catalogues) return broken_program(catalogues.error());
  world.reference.catalogues = std::move(*catalogues);

  cli::Tools tools{
      world.rulesets,
      world.reference,
      *world.documents,
      world.clock,
      [&](const cli::HouseSettings& settings) { return open_house(world, settings); },
      [&](app::House& house, const cli::ServeSettings& settings, const cli::Answering& answering) {
        return serve(world, house, settings, answering);
      },
      std::cin,
      std::cout,
      std::cerr,
      language_of_environment(),
      isatty(STDOUT_FILENO) == 1,
      isatty(STDERR_FILENO) == 1,
      JALUR_VERSION};
  return cli::run(argc, argv, tools);
}

}  // namespace
}  // namespace jalur

int main(int argc, char** argv) {
  try {
    return jalur::run(argc, argv);
  } catch (const std::exception& defect) {
    std::cerr << "jalur: " << defect.what() << '\n';
    return 1;
  }
}

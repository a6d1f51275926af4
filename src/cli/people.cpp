// People from the command line, for whoever runs the program.
#include "formats/people.h"

#include <memory>
#include <ostream>

#include "app/people_use_cases.h"
#include "base/limits.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/options.h"
#include "cli/text_table.h"

namespace jalur::cli {
namespace {

struct PeopleCall {
  HousePlace place;
  std::string region;
  std::string email;
  std::string file;
  std::string out;  // empty: orang-CODE.xlsx here
  Format format = Format::text;
  Existing existing = Existing::keep;
};

using Work = int (*)(Session&, app::House&, const RegionCode&, const PeopleCall&);

Expected<RegionCode> region_of(const PeopleCall& call) {
  const auto code = RegionCode::parse(call.region);
  if (code) return *code;
  return fail(ErrorCode::invalid_input,
              {"kode daerah harus seperti 14 (provinsi) atau 14.01 (kabupaten, kota)",
               "a region code looks like 14 (province) or 14.01 (regency, city)"},
              "--region", call.region);
}

int with_house(Session& session, const PeopleCall& call, Work work) {
  const auto region = region_of(call);
  if (!region) return tell(session, region.error());
  if (auto folder = prepare_folder(call.place.data); !folder) return tell(session, folder.error());
  const auto house = open_house(session, call.place);
  if (!house) return tell(session, house.error());
  return work(session, **house, *region, call);
}

int write_template(Session& session, app::House& house, const RegionCode& region,
                   const PeopleCall& call) {
  const auto workbook = app::people_template(house, region);
  if (!workbook) return tell(session, workbook.error());
  const std::string name = call.out.empty() ? "orang-" + region.str() + ".xlsx" : call.out;
  const auto written = write_output(session, name, *workbook, call.existing);
  return written ? 0 : tell(session, written.error(), name);
}

// The address is the server's and not known here; the path goes behind it.
std::string link_line(Session& session, const std::string& whose, const app::MadeLink& link) {
  const Text until{"berlaku sampai", "serves until"};
  return harmless(whose + ": " + link.path + " (" + session.say(until) + " " +
                  to_string(link.expires_at) + ")");
}

int import_file(Session& session, app::House& house, const RegionCode& region,
                const PeopleCall& call) {
  const auto bytes = read_file(call.file, session.tools.in);
  if (!bytes) return tell(session, bytes.error(), call.file);
  const auto rows = house.documents.read_people(*bytes, call.file);
  if (!rows) return tell(session, rows.error(), call.file);
  const auto people = app::import_people(house, region, *rows);
  if (!people) return tell(session, people.error(), call.file);
  for (const app::Invited& invited : *people)
    session.tools.out << link_line(session, invited.account.person.email, invited.link) << '\n';
  return 0;
}

Expected<app::PeopleShown> everybody(app::House& house, const RegionCode& region) {
  auto units = app::units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  app::PeopleShown shown{{}, std::move(*units)};
  app::PeopleQuery query{region, {}, {}, {}, limits::page_most, house.clock.now()};
  do {
    auto page = house.people.page(query);
    if (!page) return tl::unexpected(page.error());
    for (app::Account& account : page->items) shown.page.items.push_back(std::move(account));
    shown.page.total = page->total;
    query.after = page->next;
  } while (!query.after.empty());
  return shown;
}

std::string table_of(const Session& session, const app::PeopleShown& shown) {
  const auto say = [&](const char* id, const char* en) { return session.say({id, en}); };
  std::vector<std::vector<std::string>> rows;
  for (const app::Account& account : shown.page.items) {
    std::string roles;
    for (const auto& held : account.person.roles)
      roles.append(roles.empty() ? "" : ", ").append(session.say(accounts::name_of(held.role)));
    rows.push_back({account.person.email, account.person.name, roles,
                    std::string(accounts::word(account.person.state))});
  }
  return text_table({{say("Surel", "E-mail")},
                     {say("Nama", "Name"), Column::Kind::stretch},
                     {say("Peran", "Roles")},
                     {say("Keadaan", "State")}},
                    rows);
}

int list_people(Session& session, app::House& house, const RegionCode& region,
                const PeopleCall& call) {
  const auto shown = everybody(house, region);
  if (!shown) return tell(session, shown.error());
  print_document(session,
                 call.format == Format::json ? people_json(*shown) : table_of(session, *shown));
  return 0;
}

int first_coordinators_link(Session& session, app::House& house, const RegionCode& region) {
  const auto link = app::first_link(house, region);
  if (!link) return tell(session, link.error());
  if (!*link)
    return tell(session, fail(ErrorCode::conflict,
                              {"daerah ini sudah punya koordinator; sebut orangnya dengan --email",
                               "this region has a coordinator; name the person with --email"},
                              "--region", region.str())
                             .value());
  session.tools.out << link_line(session, region.str(), **link) << '\n';
  return 0;
}

int make_link(Session& session, app::House& house, const RegionCode& region,
              const PeopleCall& call) {
  if (call.email.empty()) return first_coordinators_link(session, house, region);
  const auto invited = app::renew_link_of(house, call.email);
  if (!invited) return tell(session, invited.error(), "--email");
  session.tools.out << link_line(session, invited->account.person.email, invited->link) << '\n';
  return 0;
}

void add_place(CLI::App& words, PeopleCall& call) {
  add_house(words, call.place);
  words.add_option("--region", call.region, "Ministry code, such as 14.01")
      ->type_name("CODE")
      ->required();
}

CLI::App* declare_template(CLI::App& people, PeopleCall& call) {
  auto* words = people.add_subcommand("template", "An empty workbook for people (XLSX)");
  add_place(*words, call);
  words->add_option("--out", call.out, "Where to; else orang-CODE.xlsx; - writes it out")
      ->type_name("FILE");
  add_force(*words, call.existing);
  return words;
}

CLI::App* declare_import(CLI::App& people, PeopleCall& call) {
  auto* words = people.add_subcommand("import", "People of a filled workbook, all or none");
  words->add_option("FILE", call.file, "As jalur people template makes it")->required();
  add_place(*words, call);
  return words;
}

CLI::App* declare_list(CLI::App& people, PeopleCall& call) {
  auto* words = people.add_subcommand("list", "The people of a region");
  add_place(*words, call);
  add_format(*words, call.format, {Format::text, Format::json});
  return words;
}

CLI::App* declare_link(CLI::App& people, PeopleCall& call) {
  auto* words =
      people.add_subcommand("link", "A one-time link, for the first coordinator or for a person");
  add_place(*words, call);
  words->add_option("--email", call.email, "Whose; without it the first coordinator's")
      ->type_name("ADDRESS");
  return words;
}

}  // namespace

Command people_command(CLI::App& app) {
  auto call = std::make_shared<PeopleCall>();
  auto* people = app.add_subcommand("people", "Who may sign in: let them in, list them, help them");
  people->require_subcommand(1);
  const std::vector<std::pair<CLI::App*, Work>> works{
      {declare_template(*people, *call), write_template},
      {declare_import(*people, *call), import_file},
      {declare_list(*people, *call), list_people},
      {declare_link(*people, *call), make_link}};
  for (const auto& [words, work] : works) words->fallthrough();
  return {people, [call, works](Session& session) {
            for (const auto& [words, work] : works)
              if (words->parsed()) return with_house(session, *call, work);
            return 0;
          }};
}

}  // namespace jalur::cli

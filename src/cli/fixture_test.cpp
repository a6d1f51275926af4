#include "cli/fixture_test.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "app/fake_notices.h"
#include "app/reference_load.h"
#include "formats/region_year.h"

namespace jalur::cli {
namespace {

tl::unexpected<Error> not_there() {
  return fail(ErrorCode::not_found, {"tidak ada", "there is none"});
}

class NoUnits final : public app::Units {
 public:
  Expected<app::StoredUnits> units(const RegionCode&) override { return app::StoredUnits{}; }
  Expected<registry::UnitNode> change_unit(const app::UnitChange&) override { return not_there(); }
};

class NoWorkflow final : public app::Workflow {
 public:
  Expected<app::CourseSaved> take_step(const app::CourseChange&) override { return not_there(); }
  Expected<app::RulingSaved> rule(const app::RulingChange&) override { return not_there(); }
  Expected<app::ObjectionSaved> object(const app::ObjectionChange&) override { return not_there(); }
  Expected<void> remark(const app::RemarkChange&) override { return not_there(); }
  Expected<registry::Calendar> change_calendar(const app::CalendarChange&) override {
    return not_there();
  }
  Expected<app::Proceedings> proceedings(const RegionCode&, const std::string&) override {
    return not_there();
  }
  Expected<app::ClaimRecord> claim_record(const RegionCode&, const std::string&,
                                          IndicatorId) override {
    return not_there();
  }
  Expected<std::vector<app::OpenObjection>> open_objections(const app::YearKey&) override {
    return not_there();
  }
};

class NoProfiles final : public app::Profiles {
 public:
  explicit NoProfiles(MemoryStore& store) : store_(store) {}
  Expected<app::StoredProfile> profile(const std::string&) override { return not_there(); }
  Expected<app::StoredProfile> change_profile(const app::ProfileChange&) override {
    return not_there();
  }
  Expected<bool> is_in_year(const app::YearKey&, const std::string&) override { return false; }
  Expected<app::StoredProfile> add_submission(const app::NewSubmission&) override {
    return not_there();
  }
  Expected<void> open_year(const app::NewYear&) override { return not_there(); }
  // As it stands, whatever the instant.
  Expected<RegionYear> year_as_of(const app::YearKey& key, Instant) override {
    return store_.full_year(key).map([](app::StoredYear&& year) { return std::move(year.data); });
  }

 private:
  MemoryStore& store_;
};

class NoProposals final : public app::Proposals {
 public:
  Expected<app::ProposalReceipt> add(const app::NewProposal&) override { return not_there(); }
  Expected<app::ProposalPage> page(const app::ProposalQuery&) override {
    return app::ProposalPage{};
  }
  Expected<app::StoredProposal> decide(const app::ProposalVerdict&) override { return not_there(); }
};

// What outlives the house.
struct CommandLineParts {
  MemoryStore& store;
  FixedClock& clock;
  app::FakePeople& people;
  app::FakeSecrets& secrets;
  app::FakeEvidence& evidence;
  app::FakeFiles& files;
};

// The house that a command opened, kept for as long as the command holds it.
struct OpenedHouse {
  OpenedHouse(CommandLineParts parts, const app::Rulesets& rulesets)
      : years(parts.store),
        profiles(parts.store),
        notices(parts.store.journal, parts.people),
        house{parts.store,
              parts.store.journal,
              documents,
              parts.clock,
              randomness,
              rulesets,
              shipped_reference(),
              years,
              key,
              parts.people,
              parts.secrets,
              guard,
              units,
              workflow,
              profiles,
              proposals,
              proposal_guard,
              parts.evidence,
              parts.files,
              notices} {}
  PlainDocuments documents;
  CountingRandomness randomness;
  app::YearCache years;
  app::SignInGuard guard;
  NoUnits units;
  NoWorkflow workflow;
  NoProfiles profiles;
  NoProposals proposals;
  app::ProposalGuard proposal_guard;
  app::FakeNotices notices;
  ledger::SigningKey key{ledger::Seed{}};
  app::House house;
};

}  // namespace

Expected<std::vector<app::YearSummary>> MemoryStore::years(const std::optional<app::YearKey>&,
                                                           int) {
  return std::vector<app::YearSummary>();
}

Expected<std::int64_t> MemoryStore::revision(const app::YearKey& key) {
  const auto found = kept.find(key);
  if (found == kept.end()) return not_there();
  return found->second.revision;
}

Expected<app::Place> MemoryStore::place_of(const std::string&) { return not_there(); }

Expected<app::StoredSubmission> MemoryStore::submission(const std::string&) { return not_there(); }

Expected<app::InnovationPage> MemoryStore::innovations(const app::InnovationQuery&) {
  return app::InnovationPage();
}

Expected<app::ClaimSaved> MemoryStore::save_claim(const app::ClaimChange&) { return not_there(); }

Expected<app::ImportReceipt> MemoryStore::import(const app::ImportPlan& plan,
                                                 const app::Progress& progress) {
  auto& year = kept[{plan.data->code, plan.data->year}];
  year.data = *plan.data;
  ++year.revision;
  const auto total = static_cast<std::int64_t>(plan.data->innovations.size());
  if (progress) progress(total, total);
  app::ImportReceipt receipt;
  receipt.innovations_new = static_cast<int>(total);
  receipt.year_revision = year.revision;
  journal.append(plan.data->code,
                 {plan.by, "import.done", std::to_string(plan.data->year), plan.data->name, {}},
                 plan.at);
  return receipt;
}

Expected<app::StoredYear> MemoryStore::full_year(const app::YearKey& key) {
  const auto found = kept.find(key);
  if (found == kept.end()) return not_there();
  return found->second;
}

Expected<std::string> PlainDocuments::template_workbook(const Ruleset& ruleset) {
  return "PK template " + ruleset.id;
}

Expected<std::string> PlainDocuments::region_year_workbook(const RegionYear& data, const Ruleset&) {
  return "PK" + write_region_year(data);
}

Expected<RegionYear> PlainDocuments::read_region_year(
    const std::string& bytes, const std::string&,
    const std::function<const Ruleset*(const std::string&)>& ruleset) {
  if (bytes.substr(2, 4) == "bomb") {
    return fail(ErrorCode::too_large,
                {"isi buku kerja melebihi 128 MiB", "the workbook unpacks to more than 128 MiB"});
  }
  return jalur::read_region_year(bytes.substr(2), ruleset);
}

Expected<std::string> PlainDocuments::write_table(const app::Table& table, app::TableFormat) {
  std::string text;
  const auto add = [&](const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < row.size(); ++i) text += (i > 0 ? "," : "") + row[i];
    text += '\n';
  };
  add(table.headings);
  for (const auto& row : table.rows) add(row);
  return text;
}

Expected<std::string> PlainDocuments::people_template(const std::vector<std::string>& units) {
  std::string text = "PK people of";
  for (const auto& unit : units) text += " " + unit;
  return text;
}

// One line: name, address, unit and role with commas between them.
Expected<std::vector<app::PersonRow>> PlainDocuments::read_people(const std::string& bytes,
                                                                  const std::string&) {
  std::vector<app::PersonRow> rows;
  std::istringstream lines(bytes.substr(2));
  std::string name, email, unit, role;
  for (int row = 2; std::getline(lines, name, ','); ++row) {
    std::getline(lines, email, ',');
    std::getline(lines, unit, ',');
    std::getline(lines, role);
    const auto place = [&](const char* column) {
      return "Orang!" + (column + std::to_string(row));
    };
    rows.push_back({{name, place("A")},
                    {email, place("B")},
                    {unit, place("C")},
                    accounts::role_from(role).value(),
                    place("D")});
  }
  return rows;
}

std::array<std::uint8_t, 10> CountingRandomness::ten_bytes() {
  std::array<std::uint8_t, 10> bytes{};
  bytes.back() = next_++;
  return bytes;
}

std::string read_whole(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

const app::Reference& shipped_reference() {
  static const app::Reference reference = [] {
    const auto efforts = read_whole(JALUR_SOURCE_DIR "/rulesets/effort/catalogue-2026.toml");
    const auto affairs = read_whole(JALUR_SOURCE_DIR "/reference/affairs.toml");
    const auto terms = read_whole(JALUR_SOURCE_DIR "/reference/profile-terms.toml");
    auto loaded = app::load_reference(
                      {{"affairs.toml", affairs},
                       {"provinces.csv", "code,name\n14,RIAU\n"},
                       {"regencies.csv", "code,province_code,name\n14.01,14,KABUPATEN KAMPAR\n"},
                       {"districts.csv", "code,regency_code,name\n"},
                       {"results.csv", "region,kind,year,rank,score,predicate,source_url\n"},
                       {"profile-terms.toml", terms}})
                      .value();
    loaded.catalogues = app::load_catalogues({{"catalogue-2026.toml", efforts}}).value();
    return loaded;
  }();
  return reference;
}

const std::vector<Ruleset>& shipped_rulesets() {
  static const std::vector<Ruleset> rulesets = [] {
    std::map<std::string, std::string> texts;
    for (const auto& entry : std::filesystem::directory_iterator(JALUR_SOURCE_DIR "/rulesets")) {
      if (entry.path().extension() == ".toml") {
        texts[entry.path().filename()] = read_whole(entry.path());
      }
    }
    std::vector<app::NamedText> files;
    for (const auto& [name, text] : texts) files.push_back({name, text});
    return app::load_rulesets(files, shipped_reference().affairs).value();
  }();
  return rulesets;
}

CommandLine::CommandLine() {
  std::string pattern = testing::TempDir() + "jalur-cli-XXXXXX";
  folder_ = mkdtemp(pattern.data());
}

CommandLine::~CommandLine() { std::filesystem::remove_all(folder_); }

int CommandLine::jalur(std::vector<std::string> words) {
  std::istringstream input(in);
  std::ostringstream output;
  std::ostringstream errors;
  PlainDocuments documents;
  const auto open = [this](const HouseSettings& settings) -> Expected<std::shared_ptr<app::House>> {
    ++houses_opened;
    const auto opened = std::make_shared<OpenedHouse>(
        CommandLineParts{store, clock, people, secrets, evidence, files}, *settings.rulesets);
    return std::shared_ptr<app::House>(opened, &opened->house);
  };
  const auto serve = [this](app::House&, const ServeSettings& settings,
                            const Answering& answering) {
    served = settings;
    if (serve_answer) answering("http://" + settings.host + ":" + std::to_string(settings.port));
    return serve_answer;
  };
  Tools tools{shipped_rulesets(),
              shipped_reference(),
              documents,
              clock,
              open,
              serve,
              input,
              output,
              errors,
              language,
              terminal,
              terminal,
              "9.9"};
  std::vector<const char*> argv{"jalur"};
  for (const auto& word : words) argv.push_back(word.c_str());
  const int status = run(static_cast<int>(argv.size()), argv.data(), tools);
  out = output.str();
  err = errors.str();
  return status;
}

std::string CommandLine::write(const std::string& name, const std::string& bytes) const {
  std::ofstream(path(name), std::ios::binary) << bytes;
  return path(name);
}

}  // namespace jalur::cli

// The command line driven inside the test: string streams, a folder of its own, an in-memory store
// and stand-ins for spreadsheets and the server.
#pragma once

#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <gmock/gmock.h>

#include "app/fake_evidence.h"
#include "app/fake_files.h"
#include "app/fake_journal.h"
#include "app/fake_people.h"
#include "app/house.h"
#include "cli/cli.h"

namespace jalur::cli {

// Keeps the region years it was given, whole.
class MemoryStore final : public app::Store {
 public:
  Expected<void> ready() override { return {}; }
  Expected<std::vector<app::YearSummary>> years(const std::optional<app::YearKey>&, int) override;
  Expected<std::int64_t> revision(const app::YearKey& key) override;
  Expected<app::StoredYear> year(const app::YearKey& key) override { return full_year(key); }
  Expected<app::Place> place_of(const std::string&) override;
  Expected<app::StoredSubmission> submission(const std::string&) override;
  Expected<app::InnovationPage> innovations(const app::InnovationQuery&) override;
  Expected<app::ClaimSaved> save_claim(const app::ClaimChange&) override;
  Expected<app::ImportReceipt> import(const app::ImportPlan& plan,
                                      const app::Progress& progress) override;
  Expected<app::StoredYear> full_year(const app::YearKey& key) override;
  Expected<void> nation(int, const std::function<void(const RegionYear&)>&) override { return {}; }

  std::map<app::YearKey, app::StoredYear> kept;
  app::FakeJournal journal;
};

// A workbook is "PK" and the JSON of what is in it.
class PlainDocuments final : public app::Documents {
 public:
  Expected<std::string> template_workbook(const Ruleset& ruleset) override;
  Expected<std::string> region_year_workbook(const RegionYear& data, const Ruleset&) override;
  Expected<RegionYear> read_region_year(
      const std::string& bytes, const std::string& name,
      const std::function<const Ruleset*(const std::string&)>& ruleset) override;
  Expected<std::string> write_table(const app::Table& table, app::TableFormat) override;
  Expected<std::string> people_template(const std::vector<std::string>& units) override;
  Expected<std::vector<app::PersonRow>> read_people(const std::string& bytes,
                                                    const std::string& name) override;
};

class FixedClock final : public app::Clock {
 public:
  Instant now() override { return Instant(std::chrono::milliseconds(1'795'000'000'000)) + gone; }

  std::chrono::hours gone{0};
};

class CountingRandomness final : public app::Randomness {
 public:
  std::array<std::uint8_t, 10> ten_bytes() override;

 private:
  std::uint8_t next_ = 0;
};

std::string read_whole(const std::string& path);
const std::vector<Ruleset>& shipped_rulesets();
const app::Reference& shipped_reference();

class CommandLine : public testing::Test {
 protected:
  CommandLine();
  ~CommandLine() override;

  // Answers the exit status; what was printed is in out and err.
  int jalur(std::vector<std::string> words);

  std::string path(const std::string& name) const { return folder_ + "/" + name; }
  std::string write(const std::string& name, const std::string& bytes) const;
  static std::string kampar_2023() { return JALUR_SOURCE_DIR "/samples/kampar-2023.json"; }
  static std::string kampar_2026() { return JALUR_SOURCE_DIR "/samples/kampar-2026.json"; }

  std::string out;
  std::string err;
  std::string in;  // standard input
  Language language = Language::english;
  bool terminal = false;
  MemoryStore store;
  FixedClock clock;
  app::FakePeople people;
  app::FakeSecrets secrets;
  app::FakeStore nothing;
  app::FakeEvidence evidence{nothing};
  app::FakeFiles files;
  int houses_opened = 0;
  std::optional<ServeSettings> served;
  Expected<void> serve_answer;

 private:
  std::string folder_;
};

// Every line within 80 characters.
MATCHER(FitsTheTerminal, "has no line longer than 80 characters") {
  std::istringstream lines(arg);
  for (std::string line; std::getline(lines, line);) {
    std::size_t characters = 0;
    for (const char c : line)
      characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1u : 0u;
    if (characters > 80) {
      *result_listener << "but this one has " << characters << ": " << line;
      return false;
    }
  }
  return true;
}

}  // namespace jalur::cli

#include "documents/documents.h"

#include "documents/people_file.h"
#include "documents/region_year_file.h"
#include "documents/region_year_reading.h"
#include "documents/table_file.h"

namespace jalur {

namespace {

class SpreadsheetDocuments : public app::Documents {
 public:
  Expected<std::string> template_workbook(const Ruleset& ruleset) override {
    return documents::empty_region_year_file(ruleset);
  }

  Expected<std::string> region_year_workbook(const RegionYear& data,
                                             const Ruleset& ruleset) override {
    return documents::region_year_file(data, ruleset);
  }

  Expected<RegionYear> read_region_year(
      const std::string& bytes, const std::string& name,
      const std::function<const Ruleset*(const std::string&)>& ruleset) override {
    return documents::read_region_year_file(bytes, name, ruleset);
  }

  Expected<std::string> write_table(const app::Table& table, app::TableFormat format) override {
    if (format == app::TableFormat::csv) return documents::csv_of(table);
    return documents::xlsx_of(table);
  }

  Expected<std::string> people_template(const std::vector<std::string>& units) override {
    return documents::empty_people_file(units);
  }

  Expected<std::vector<app::PersonRow>> read_people(const std::string& bytes,
                                                    const std::string& name) override {
    return documents::read_people_file(bytes, name);
  }
};

}  // namespace

std::unique_ptr<app::Documents> make_documents() {
  return std::make_unique<SpreadsheetDocuments>();
}

}  // namespace jalur

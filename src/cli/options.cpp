#include "cli/options.h"

#include <filesystem>
#include <map>
#include <ostream>

#include "cli/text_table.h"

namespace jalur::cli {
namespace {

const std::map<std::string, Format>& formats_by_word() {
  static const std::map<std::string, Format> words = {
      {"text", Format::text}, {"json", Format::json}, {"csv", Format::csv}, {"xlsx", Format::xlsx}};
  return words;
}

std::string word_of(Format format) {
  for (const auto& [word, value] : formats_by_word()) {
    if (value == format) return word;
  }
  return {};
}

}  // namespace

CLI::Option* add_format(CLI::App& app, Format& format, const std::vector<Format>& formats) {
  std::vector<std::string> words;
  for (const Format each : formats) words.push_back(word_of(each));
  format = formats.front();
  const auto take = [&format](const std::string& word) { format = formats_by_word().at(word); };
  return app.add_option_function<std::string>("--format", take, words.front() + " unless given")
      ->check(CLI::IsMember(words))
      ->type_name("FORMAT");
}

void add_force(CLI::App& app, Existing& existing) {
  const auto take = [&existing](std::int64_t) { existing = Existing::replace; };
  app.add_flag_function("--force", take, "Overwrite a file that exists");
}

void add_house(CLI::App& app, HousePlace& place) {
  app.add_option("--data", place.data, "Folder that holds everything")
      ->type_name("DIR")
      ->required();
  app.add_option("--database", place.database, "postgresql://... for the records")
      ->type_name("URL");
}

Expected<void> check_folder(const HousePlace& place) {
  std::error_code error;
  if (std::filesystem::is_directory(place.data, error)) return {};
  return fail(ErrorCode::not_found,
              {"folder ini tidak ada; sebut folder yang dipakai pada import atau serve",
               "there is no such folder; name the one that import or serve was given"},
              "--data", place.data);
}

Expected<app::YearKey> year_key(const std::string& region, int year) {
  const auto code = RegionCode::parse(region);
  if (code) return app::YearKey{*code, year};
  return fail(ErrorCode::invalid_input,
              {"kode daerah harus seperti 14 (provinsi) atau 14.01 (kabupaten, kota)",
               "a region code looks like 14 (province) or 14.01 (regency, city)"},
              "--region", region);
}

Expected<std::shared_ptr<app::House>> open_house(Session& session, const HousePlace& place) {
  return session.tools.open_house({place.data, place.database, &session.rulesets, place.clamd});
}

Expected<void> write_output(Session& session, const std::string& name, const std::string& bytes,
                            Existing existing) {
  if (name == "-" && is_workbook(bytes) && session.tools.out_is_terminal) {
    return fail(ErrorCode::invalid_input,
                {"buku kerja tidak ditulis ke terminal; sebut berkas dengan --out",
                 "a workbook is not written to a terminal; name a file with --out"});
  }
  if (name == "-") {
    session.tools.out << bytes;
    return {};
  }
  auto written = write_file(name, bytes, existing);
  if (written) {
    const Text done{"ditulis", "written"};
    session.tools.out << harmless(name + ": " + session.say(done)) << '\n';
  }
  return written;
}

}  // namespace jalur::cli

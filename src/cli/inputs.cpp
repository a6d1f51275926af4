#include "cli/inputs.h"

#include <algorithm>
#include <map>

#include "cli/files.h"
#include "cli/progress.h"
#include "formats/region_year.h"

namespace jalur::cli {
namespace {

tl::unexpected<Error> empty_file() {
  return fail(ErrorCode::invalid_input,
              {"berkas ini kosong; isinya harus JSON jalur.region-year/1 atau buku kerja XLSX",
               "this file is empty; it must hold jalur.region-year/1 JSON or an XLSX workbook"});
}

Error given_twice(const std::string& other, const RegionYear& data) {
  const std::string what = data.code.str() + " " + std::to_string(data.year);
  return fail(ErrorCode::invalid_input,
              {what + " sudah ada di " + other + "; berikan satu berkas saja",
               what + " is already in " + other + "; give one file only"},
              "region, year")
      .value();
}

}  // namespace

Expected<RegionYear> read_region_year_file(Session& session, const std::string& file) {
  const auto bytes = read_file(file, session.tools.in);
  if (!bytes) return tl::unexpected(bytes.error());
  if (bytes->empty()) return empty_file();
  const FindRuleset find = [&](const std::string& id) { return session.rulesets.find(id); };
  if (is_workbook(*bytes)) return session.tools.documents.read_region_year(*bytes, file, find);
  return read_region_year(*bytes, find);
}

std::vector<Input> read_inputs(Session& session, const std::vector<std::string>& files,
                               int& status) {
  std::vector<Input> inputs;
  std::map<app::YearKey, std::string> seen;
  Progress progress(session, {"Membaca berkas", "Reading files"}, files.size());
  for (const auto& file : files) {
    auto data = read_region_year_file(session, file);
    progress.step();
    if (!data) {
      progress.hide();
      status = std::max(status, tell(session, data.error(), file));
      continue;
    }
    const auto [first, fresh] = seen.emplace(app::YearKey{data->code, data->year}, file);
    if (!fresh) {
      progress.hide();
      status = std::max(status, tell(session, given_twice(first->second, *data), file));
      continue;
    }
    inputs.push_back({file, std::move(*data)});
  }
  return inputs;
}

}  // namespace jalur::cli

#include "cli/past_year.h"

#include "app/house.h"

namespace jalur::cli {

namespace {

tl::unexpected<Error> missing() {
  return fail(ErrorCode::invalid_input,
              {"--at memerlukan --data DIR, --region CODE dan --year YEAR",
               "--at needs --data DIR, --region CODE and --year YEAR"},
              "--at");
}

Expected<Instant> instant_of(const std::string& text) {
  if (const auto instant = parse_time(text)) return *instant;
  return fail(ErrorCode::invalid_input,
              {"waktu harus seperti 2026-11-24T12:30:00+07:00 atau 2026-11-24T05:30:00Z",
               "an instant looks like 2026-11-24T12:30:00+07:00 or 2026-11-24T05:30:00Z"},
              "--at", text);
}

}  // namespace

void add_past_year(CLI::App& app, PastYear& past) {
  app.add_option("--at", past.at, "As it stood at this instant, out of the records")
      ->type_name("INSTANT");
  app.add_option("--data", past.place.data, "With --at: folder that holds everything")
      ->type_name("DIR");
  app.add_option("--database", past.place.database, "With --at: postgresql://... for the records")
      ->type_name("URL");
  app.add_option("--region", past.region, "With --at: Ministry code, such as 14.01")
      ->type_name("CODE");
  app.add_option("--year", past.year, "With --at: assessment year")->type_name("YEAR");
}

Expected<RegionYear> read_past_year(Session& session, const PastYear& past) {
  if (past.place.data.empty() || past.region.empty() || past.year == 0) return missing();
  const auto key = year_key(past.region, past.year);
  if (!key) return tl::unexpected(key.error());
  const auto at = instant_of(past.at);
  if (!at) return tl::unexpected(at.error());
  if (auto there = check_folder(past.place); !there) return tl::unexpected(there.error());
  const auto house = open_house(session, past.place);
  if (!house) return tl::unexpected(house.error());
  return (*house)->profiles.year_as_of(*key, *at);
}

}  // namespace jalur::cli

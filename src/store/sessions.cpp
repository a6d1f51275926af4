// Sessions, one-time links, and what a region has chosen.
#include "store/account_row.h"
#include "store/people.h"
#include "store/words.h"

namespace jalur::store {

namespace {

app::RegionSettings settings_from(std::int64_t figures_open, const std::string& second_factor_for) {
  return {figures_open != 0, roles_from(second_factor_for)};
}

tl::unexpected<Error> not_there() {
  return fail(ErrorCode::not_found,
              {"Tidak ada, atau sudah berakhir.", "There is none, or no more."});
}

}  // namespace

// One statement, because every call of a person asks for it: a row per role.
Expected<app::SessionFound> read_session(Session& session, const RegionCode& region,
                                         const std::string& fingerprint) {
  AccountRow row;
  std::string made_at, seen_at, role, unit, second_factor_for;
  std::int64_t half = 0;
  std::int64_t figures_open = 0;
  Query query(session.sql(),
              "SELECT " + AccountRow::columns +
                  ", s.made_at, s.seen_at, s.half, COALESCE(r.figures_open, 0), "
                  "COALESCE(r.second_factor_for, ''), COALESCE(g.role, ''), COALESCE(g.unit, '') "
                  "FROM sessions s "
                  "JOIN people p ON p.region_code = s.region_code AND p.id = s.person "
                  "LEFT JOIN region_settings r ON r.region_code = s.region_code "
                  "LEFT JOIN grants g ON g.region_code = p.region_code AND g.person = p.id "
                  "WHERE s.region_code = :region AND s.token_hash = :hash ORDER BY g.ordinal");
  query.give(region.str()).give(fingerprint);
  row.take(query);
  query.take(made_at).take(seen_at).take(half).take(figures_open).take(second_factor_for);
  query.take(role).take(unit);
  if (!query.next()) return not_there();
  app::SessionFound found{row.as_account(),
                          {instant_from(made_at), instant_from(seen_at)},
                          half != 0 ? accounts::Half::yes : accounts::Half::no,
                          settings_from(figures_open, second_factor_for)};
  do {
    if (!role.empty()) found.account.person.roles.push_back(held_role_from(role, unit));
  } while (query.next());
  return found;
}

Expected<app::LinkFound> read_link(Session& session, const RegionCode& region,
                                   const std::string& fingerprint, Instant now) {
  std::string purpose, person, ends_at;
  Query query(session.sql(),
              "SELECT purpose, person, ends_at FROM links WHERE region_code = :region "
              "AND token_hash = :hash AND used_at IS NULL AND ends_at > :now");
  query.give(region.str()).give(fingerprint).give(to_string(now));
  query.take(purpose).take(person).take(ends_at);
  if (!query.next()) return not_there();
  const auto known = accounts::link_purpose_from(purpose);
  if (!known) throw Damaged("purpose '" + purpose + "'");
  app::LinkFound link{*known, instant_from(ends_at), std::nullopt};
  if (person.empty()) return link;
  auto account = read_account(session, region, person, now);
  if (!account) return tl::unexpected(account.error());
  link.account = std::move(*account);
  return link;
}

app::RegionSettings read_settings(Session& session, const RegionCode& region) {
  std::int64_t figures_open = 0;
  std::string second_factor_for;
  Query query(session.sql(),
              "SELECT figures_open, second_factor_for FROM region_settings "
              "WHERE region_code = :region");
  query.give(region.str()).take(figures_open).take(second_factor_for);
  if (!query.next()) return {};
  return settings_from(figures_open, second_factor_for);
}

void note_use(Session& session, const RegionCode& region, const std::string& fingerprint,
              Instant at) {
  Query(session.sql(),
        "UPDATE sessions SET seen_at = :at WHERE region_code = :region AND token_hash = :hash")
      .give(to_string(at))
      .give(region.str())
      .give(fingerprint)
      .run();
}

}  // namespace jalur::store

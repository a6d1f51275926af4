// One submission changed: its row, its form, its step, the log.
#include "base/text.h"
#include "store/ledger.h"
#include "store/profiles.h"
#include "store/queries.h"
#include "store/query.h"
#include "store/submission_revisions.h"
#include "store/words.h"

namespace jalur::store {

namespace {

using registry::Profile;

void change_row(Session& session, const app::StoredProfile& before, const app::ProfileEdit& edit) {
  const Profile& profile = edit.profile;
  const std::string region = before.key.region.str();
  Query update(session.sql(),
               "UPDATE submissions SET name = :name, folded_name = :folded_name, unit = :unit, "
               "folded_unit = :folded_unit, affairs = :affairs, stage = :stage, "
               "implemented_on = :implemented, developed_on = :developed, words = :words, "
               "withdrawn = :withdrawn WHERE region_code = :region AND id = :id");
  update.give(profile.name).give(folded(profile.name)).give(profile.unit);
  update.give(folded(profile.unit)).give(packed(profile.affairs)).give(word(profile.stage));
  update.give(packed(profile.implemented_on)).give(packed(profile.developed_on));
  update.give(std::int64_t{registry::words_of(profile)});
  update.give(std::int64_t{edit.withdrawn ? 1 : 0});
  update.give(region).give(before.submission).run();
  Query(session.sql(),
        "UPDATE innovations SET name = :name, unit = :unit "
        "WHERE region_code = :region AND id = :id")
      .give(profile.name)
      .give(profile.unit)
      .give(region)
      .give(before.innovation)
      .run();
}

std::int64_t form_revision(Session& session, const app::StoredProfile& stored) {
  std::int64_t revision = 0;
  Query query(session.sql(),
              "SELECT revision FROM profiles WHERE region_code = :region AND submission = :id");
  query.give(stored.key.region.str()).give(stored.submission).take(revision);
  query.next();
  return revision;
}

bool changes_nothing(const app::StoredProfile& before, const app::ProfileEdit& edit) {
  return edit.profile == before.profile && edit.withdrawn == before.withdrawn && !edit.step;
}

}  // namespace

Expected<app::StoredProfile> write_profile(Session& session, const app::ProfileChange& change) {
  const auto found = read_profile(session, change.submission);
  if (!found) return found;
  if (const auto counted = next_year_revision(session, found->key); !counted)
    return tl::unexpected(counted.error());
  // Read again now that nobody else writes to this year.
  const auto before = read_profile(session, change.submission);
  if (!before) return before;
  const auto edit = change.decide(*before);
  if (!edit) return tl::make_unexpected(edit.error());
  if (changes_nothing(*before, *edit)) {
    session.keep_nothing();
    return before;
  }
  const RegionCode& region = before->key.region;
  change_row(session, *before, *edit);
  put_profile(session, region, change.submission, edit->profile,
              form_revision(session, *before) + 1);
  if (edit->profile.design != before->profile.design)
    put_design(session, region, change.submission, edit->profile.design);
  if (edit->step) append_step(session, region, change.submission, *edit->step);
  append_submission_revision(session, before->key, change.submission, change.at);
  append_to_ledger(
      session, region,
      {change.by, edit->told.action, change.submission, edit->profile.name, edit->told.details},
      change.at);
  return read_profile(session, change.submission);
}

}  // namespace jalur::store

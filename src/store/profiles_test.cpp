// The contract of profiles and proposals. Runs on both engines.
#include <gmock/gmock.h>

#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using app::ProfileEdit;
using app::StoredProfile;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const RegionCode here = *RegionCode::parse("14.01");

class ProfileContract : public StoreContract {
 protected:
  void SetUp() override {
    StoreContract::SetUp();
    import(kampar());
  }

  std::string first() { return year(kampar()).submissions[0]; }

  StoredProfile read(const std::string& submission) {
    const auto stored = profiles().profile(submission);
    EXPECT_TRUE(stored);
    return stored.value_or(StoredProfile{});
  }

  Expected<StoredProfile> change(const std::string& submission,
                                 const std::function<void(ProfileEdit&)>& edit) {
    app::ProfileChange change;
    change.submission = submission;
    change.decide = [&](const StoredProfile& before) -> Expected<ProfileEdit> {
      ProfileEdit result{
          before.profile, before.withdrawn, std::nullopt, {"submission.described", {}}};
      edit(result);
      return result;
    };
    change.by = somebody();
    change.at = some_instant();
    return profiles().change_profile(change);
  }

  std::vector<std::string> log() {
    return place().look(
        "SELECT action || ' ' || subject_text FROM ledger WHERE action <> 'import.done' "
        "ORDER BY sequence");
  }
  std::vector<std::string> revisions(const std::string& submission) {
    return place().look(
        "SELECT revision || ' ' || stage || ' ' || withdrawn FROM submission_revisions "
        "WHERE submission = '" +
        submission + "' ORDER BY revision");
  }
};

INSTANTIATE_TEST_SUITE_P(On, ProfileContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

registry::Profile full_profile() {
  registry::Profile profile;
  profile.name = "Antar Obat Plus";
  profile.unit = "Kecamatan Tambang";
  profile.affairs = {2, 6, 16};
  profile.stage = Stage::implementation;
  profile.initiator = "agency";
  profile.initiator_name = "O'Brien; DROP";
  profile.digital = false;
  profile.form = "public_service";
  profile.theme = "asta_cita_4";
  profile.trial_on = parse_date("2024-01-10");
  profile.implemented_on = parse_date("2024-06-01");
  profile.developed_on = parse_date("2025-03-01");
  profile.design = {"bebas", "dasar", "masalah", "isu", "metode", "baru", "cara"};
  profile.aims = "tujuan";
  profile.benefits = "manfaat";
  profile.results = "hasil";
  profile.budget = 1'000'000'000'000'000;
  profile.awards = "piagam";
  profile.ip_rights = "hak cipta";
  profile.latitude = "-0.335000";
  profile.longitude = "101.0211";
  profile.asta_cita = {4, 6};
  profile.priority_programme = "Gizi";
  profile.video = "https://x.example/v";
  return profile;
}

registry::StageStep some_step() {
  return {Stage::trial,
          Stage::implementation,
          parse_date("2025-02-01"),
          registry::Decree{"head_regulation", "12", *parse_date("2025-01-20"), "Penerapan"},
          "siap",
          some_instant(),
          "Sari"};
}

app::NewSubmission fresh_one(int year = 2026) {
  app::NewSubmission fresh;
  fresh.key = {here, year};
  fresh.submission = next_id();
  fresh.innovation = next_id();
  fresh.profile = full_profile();
  fresh.levels = levels({{"16", 2}});
  fresh.maturity = maturity_of(fresh.levels, std::nullopt);
  fresh.told = {"submission.registered", {}};
  fresh.by = somebody();
  fresh.at = some_instant();
  return fresh;
}

app::NewYear fresh_year(int year) {
  return {{here, year},
          "Kabupaten Kampar",
          RegionKind::regency,
          "iid-2026",
          {{"Dinas Sosial", Unit::Kind::agency}},
          next_id(),
          somebody(),
          some_instant()};
}

app::NewProposal fresh_proposal() {
  return {here,
          next_id(),
          {"Budi", "", "Pasar daring", "sepi", "jual daring", "14.01.02"},
          some_instant()};
}

}  // namespace

TEST_P(ProfileContract, what_a_file_brought_is_a_profile_with_a_free_design) {
  const StoredProfile stored = read(first());
  EXPECT_EQ(stored.profile.name, "Antar Obat");
  EXPECT_EQ(stored.profile.design.free, "Latar belakang: obat terlambat sampai ke rumah.");
  EXPECT_EQ(stored.state, SubmissionState::submitted);
  EXPECT_EQ(stored.ruleset, "iid-2026");
  EXPECT_EQ(stored.revision, 1);
  EXPECT_THAT(stored.steps, IsEmpty());
}

TEST_P(ProfileContract, the_governments_rows_have_none) {
  const auto none = profiles().profile(year(kampar()).government_submission);
  ASSERT_FALSE(none);
  EXPECT_EQ(none.error().code, ErrorCode::not_found);
}

TEST_P(ProfileContract, every_field_comes_back_as_it_was_given) {
  const std::string id = first();
  const auto changed = change(id, [](ProfileEdit& edit) { edit.profile = full_profile(); });
  ASSERT_TRUE(changed) << changed.error().problems.front().text.en;
  EXPECT_EQ(changed->profile, full_profile());
  EXPECT_EQ(read(id).profile, full_profile());
  const Innovation seen = year(kampar()).data.innovations[0];
  EXPECT_EQ(seen.name, "Antar Obat Plus");
  EXPECT_EQ(seen.unit, "Kecamatan Tambang");
  EXPECT_EQ(seen.affairs, (std::vector<int>{2, 6, 16}));
  EXPECT_EQ(seen.developed_on, parse_date("2025-03-01"));
  EXPECT_EQ(seen.design, "bebas\n\ndasar\n\nmasalah\n\nisu\n\nmetode\n\nbaru\n\ncara");
  EXPECT_EQ(store().submission(id)->words, 7);
  EXPECT_THAT(log(), ElementsAre("submission.described Antar Obat Plus"));
}

TEST_P(ProfileContract, every_change_raises_both_revisions_and_nothing_else_does) {
  const std::string id = first();
  const auto before = year(kampar()).revision;
  const auto once = change(id, [](ProfileEdit& edit) { edit.profile.aims = "a"; });
  EXPECT_GT(once->revision, 1);
  EXPECT_EQ(year(kampar()).revision, before + 1);
  const auto again = change(id, [](ProfileEdit& edit) { edit.profile.aims = "a"; });
  EXPECT_EQ(again->revision, once->revision);
  EXPECT_EQ(year(kampar()).revision, before + 1);
  EXPECT_EQ(log().size(), 1U);
}

TEST_P(ProfileContract, a_refusal_changes_nothing) {
  app::ProfileChange refused;
  refused.submission = first();
  refused.decide = [](const StoredProfile&) -> Expected<ProfileEdit> {
    return fail(ErrorCode::conflict, {"tidak", "no"});
  };
  EXPECT_EQ(profiles().change_profile(refused).error().code, ErrorCode::conflict);
  EXPECT_EQ(read(first()).revision, 1);
  EXPECT_THAT(log(), IsEmpty());
}

TEST_P(ProfileContract, steps_are_kept_in_their_order_and_leave_a_revision) {
  const std::string id = year(kampar()).submissions[2];  // at the trial stage
  ASSERT_TRUE(change(id, [](ProfileEdit& edit) {
    edit.step = some_step();
    edit.profile = registry::after_step(edit.profile, *edit.step);
  }));
  const registry::StageStep back{Stage::implementation, Stage::trial, {}, {}, "keliru",
                                 some_instant(),        "Rina"};
  ASSERT_TRUE(change(id, [&](ProfileEdit& edit) {
    edit.step = back;
    edit.profile = registry::after_step(edit.profile, back);
  }));
  EXPECT_THAT(read(id).steps, ElementsAre(some_step(), back));
  EXPECT_THAT(revisions(id), ElementsAre("1 trial 0", "2 implementation 0", "3 trial 0"));
}

TEST_P(ProfileContract, what_is_withdrawn_is_kept_and_comes_back) {
  const std::string id = first();
  ASSERT_TRUE(change(id, [](ProfileEdit& edit) { edit.withdrawn = true; }));
  EXPECT_EQ(year(kampar()).data.innovations.size(), 2U);
  EXPECT_TRUE(read(id).withdrawn);
  ASSERT_TRUE(change(id, [](ProfileEdit& edit) { edit.withdrawn = false; }));
  EXPECT_EQ(year(kampar()).submissions[0], id);
  EXPECT_THAT(revisions(id),
              ElementsAre("1 implementation 0", "2 implementation 1", "3 implementation 0"));
}

TEST_P(ProfileContract, a_design_imported_again_takes_the_place_of_its_parts) {
  const std::string id = first();
  ASSERT_TRUE(change(id, [](ProfileEdit& edit) { edit.profile.design.problem = "masalah"; }));
  const auto before = read(id).revision;
  RegionYear data = year(kampar()).data;
  import(data);
  EXPECT_EQ(read(id).profile.design.problem, "masalah");  // the same text: nothing happens
  data.innovations[0].design = "satu teks baru";
  import(data);
  EXPECT_EQ(read(id).profile.design.free, "satu teks baru");
  EXPECT_EQ(read(id).profile.design.problem, "");
  EXPECT_GT(read(id).revision, before);
}

TEST_P(ProfileContract, one_registered_here_is_a_draft_like_those_of_files) {
  const app::NewSubmission fresh = fresh_one();
  const auto made = profiles().add_submission(fresh);
  ASSERT_TRUE(made) << made.error().problems.front().text.en;
  EXPECT_EQ(made->profile, full_profile());
  EXPECT_EQ(made->state, SubmissionState::draft);
  const auto stored = year(kampar());
  ASSERT_EQ(stored.submissions.back(), fresh.submission);
  EXPECT_EQ(stored.data.innovations.back().levels, levels({{"16", 2}}));
  EXPECT_THAT(log(), ElementsAre("submission.registered Antar Obat Plus"));
  expect_read_models_agree();
  import(stored.data);  // given out and taken in again, it is the same one
  EXPECT_EQ(year(kampar()).submissions.back(), fresh.submission);
  EXPECT_EQ(read(fresh.submission).profile, full_profile());
}

TEST_P(ProfileContract, an_innovation_is_in_a_year_once) {
  const app::NewSubmission fresh = fresh_one();
  EXPECT_FALSE(*profiles().is_in_year(fresh.key, fresh.innovation));
  ASSERT_TRUE(profiles().add_submission(fresh));
  EXPECT_TRUE(*profiles().is_in_year(fresh.key, fresh.innovation));
  app::NewSubmission twice = fresh;
  twice.submission = next_id();
  EXPECT_EQ(profiles().add_submission(twice).error().code, ErrorCode::conflict);
  EXPECT_EQ(profiles().add_submission(fresh_one(2030)).error().code, ErrorCode::not_found);
}

TEST_P(ProfileContract, a_year_opens_empty_with_its_units) {
  ASSERT_TRUE(profiles().open_year(fresh_year(2027)));
  const auto opened = store().full_year({here, 2027});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->data.ruleset, "iid-2026");
  EXPECT_EQ(opened->data.units.size(), 1U);
  EXPECT_THAT(opened->data.innovations, IsEmpty());
  EXPECT_FALSE(opened->government_submission.empty());
  EXPECT_EQ(profiles().open_year(fresh_year(2027)).error().code, ErrorCode::conflict);
  EXPECT_THAT(log(), ElementsAre("year.opened Kabupaten Kampar 2027"));
}

TEST_P(ProfileContract, a_proposal_waits_and_is_decided_once) {
  const app::NewProposal fresh = fresh_proposal();
  const auto receipt = proposals().add(fresh);
  ASSERT_TRUE(receipt);
  EXPECT_EQ(receipt->region_name, "Kabupaten Kampar");
  const auto page = proposals().page({here, registry::IdeaState::waiting, "", 10});
  ASSERT_EQ(page->items.size(), 1U);
  EXPECT_EQ(page->items[0].idea.district, "14.01.02");

  app::ProposalVerdict verdict;
  verdict.region = here;
  verdict.id = fresh.id;
  verdict.reason = "sudah ada";
  verdict.by = somebody();
  verdict.at = some_instant();
  const auto declined = proposals().decide(verdict);
  ASSERT_TRUE(declined);
  EXPECT_EQ(declined->state, registry::IdeaState::declined);
  EXPECT_EQ(declined->decided_by, "Sari Wulandari");
  EXPECT_EQ(proposals().decide(verdict).error().code, ErrorCode::conflict);
  EXPECT_THAT(log(),
              ElementsAre("proposal.received Pasar daring", "proposal.declined Pasar daring"));
  EXPECT_THAT(proposals().page({here, registry::IdeaState::waiting, "", 10})->items, IsEmpty());
}

TEST_P(ProfileContract, an_accepted_proposal_becomes_a_draft_in_the_same_moment) {
  const app::NewProposal fresh = fresh_proposal();
  ASSERT_TRUE(proposals().add(fresh));
  app::ProposalVerdict verdict;
  verdict.region = here;
  verdict.id = fresh.id;
  verdict.by = somebody();
  verdict.at = some_instant();
  verdict.draft = [](const app::StoredProposal&) { return fresh_one(2030); };
  EXPECT_EQ(proposals().decide(verdict).error().code, ErrorCode::not_found);  // no such year
  EXPECT_EQ(proposals().page({here, {}, "", 10})->items[0].state, registry::IdeaState::waiting);
  verdict.draft = [](const app::StoredProposal&) { return fresh_one(); };
  const auto accepted = proposals().decide(verdict);
  ASSERT_TRUE(accepted);
  EXPECT_EQ(accepted->unit, "Kecamatan Tambang");
  EXPECT_EQ(accepted->year, 2026);
  EXPECT_EQ(year(kampar()).submissions.back(), accepted->submission);
}

TEST_P(ProfileContract, proposals_come_in_pages_newest_first) {
  std::vector<std::string> ids;
  for (int i = 0; i < 5; ++i) {
    const app::NewProposal fresh = fresh_proposal();
    ids.insert(ids.begin(), fresh.id);
    ASSERT_TRUE(proposals().add(fresh));
  }
  std::vector<std::string> seen;
  std::string after;
  do {
    const auto page = proposals().page({here, {}, after, 2});
    ASSERT_TRUE(page);
    for (const auto& proposal : page->items) seen.push_back(proposal.id);
    after = page->next;
  } while (!after.empty());
  EXPECT_EQ(seen, ids);
}

TEST_P(ProfileContract, a_region_that_is_not_on_record_takes_no_proposals) {
  app::NewProposal fresh = fresh_proposal();
  fresh.region = region("31.71");
  const auto refused = proposals().add(fresh);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::not_found);
  EXPECT_THAT(refused.error().problems.front().text.en, HasSubstr("does not use Jalur"));
}

}  // namespace jalur::store

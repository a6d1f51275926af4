// The contract of evidence: uploads, records, what is attached to claims. Runs on both engines.
#include <gmock/gmock.h>

#include "base/limits.h"
#include "store/store_fixture.h"

namespace jalur::store {

namespace {

using app::EvidenceEdit;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

class EvidenceContract : public StoreContract {
 protected:
  const RegionCode kampar_ = region("14.01");
  const Instant now_ = some_instant();
  RegionYear data_ = kampar();

  void SetUp() override {
    StoreContract::SetUp();
    import(data_);
  }

  std::string submission(std::size_t i) { return year(data_).submissions.at(i); }

  app::Upload upload(const std::string& person = "siti") {
    return {next_id(), kampar_, person, "sk.pdf", 1'000, now_, now_ + limits::upload_life, ""};
  }

  static app::KeptFile file(char digit) {
    return {std::string(64, digit), registry::FileKind::pdf, 1'000, 3, true};
  }

  app::Evidence given(const std::string& title, const std::string& unit, char digit = 'a') {
    app::Evidence made;
    made.id = next_id();
    made.words = {title, "821/KPTS/2025", parse_date("2025-03-01"), "Bupati Kampar", false};
    made.unit = unit;
    made.file = file(digit);
    made.file_name = "sk.pdf";
    made.made_at = now_;
    made.made_by = "Sari Wulandari";
    return made;
  }

  app::Evidence added(app::Evidence made) {
    const auto begun = upload();
    EXPECT_TRUE(evidence().begin_upload(begun));
    const auto kept = evidence().add({kampar_, made, begun.id, somebody()});
    EXPECT_TRUE(kept) << kept.error().problems.front().text.en;
    return kept.value_or(made);
  }

  app::ClaimChange edit(std::size_t i, const std::string& id, EvidenceEdit::Kind kind,
                        const app::Evidence& what) {
    auto change = claim(data_, submission(i), id, 0);
    change.level.reset();
    change.settle = [of = change.indicator](const Levels& levels,
                                            const std::optional<Levels>& verified) {
      app::ClaimSettled settled;
      if (verified) settled.verified = verified->find(of);
      settled.maturity = maturity_of(levels, verified);
      return settled;
    };
    change.evidence = EvidenceEdit{kind, what.id, what.words.title};
    return change;
  }

  app::ClaimSaved attach(std::size_t i, const std::string& id, const app::Evidence& what) {
    return evidence().change_claims({edit(i, id, EvidenceEdit::Kind::attach, what)})->front();
  }
  app::ClaimSaved detach(std::size_t i, const std::string& id, const app::Evidence& what) {
    return evidence().change_claims({edit(i, id, EvidenceEdit::Kind::detach, what)})->front();
  }

  // A verifier leaves this level of what is claimed.
  Expected<app::RulingSaved> look_at(std::size_t i, const std::string& id, Level level) {
    const auto decide = [=](const app::ClaimFound& found) -> Expected<app::Ruling> {
      Levels verified = found.verified.value_or(Levels{});
      verified.set(indicator(id), level);
      return app::Ruling{registry::Verdict::accepted,
                         level,
                         maturity_of(found.levels, verified),
                         std::nullopt,
                         {}};
    };
    return workflow().rule({{data_.code, data_.year},
                            submission(i),
                            indicator(id),
                            decide,
                            now_,
                            somebody(),
                            data_.innovations[i].name});
  }

  static app::EvidenceQuery all_of(const RegionCode& code) {
    app::EvidenceQuery query;
    query.region = code;
    return query;
  }

  std::vector<std::string> titles(const app::EvidenceQuery& query) {
    std::vector<std::string> found;
    const auto page = evidence().page(query);
    for (const auto& item : page->items) found.push_back(item.words.title);
    return found;
  }

  std::vector<std::string> actions() {
    return place().look("SELECT action FROM ledger ORDER BY region_code, sequence");
  }
};

INSTANTIATE_TEST_SUITE_P(On, EvidenceContract, testing::Values(Engine::sqlite, Engine::postgresql),
                         [](const testing::TestParamInfo<Engine>& engine) {
                           return engine.param == Engine::sqlite ? "SQLite" : "PostgreSQL";
                         });

TEST_P(EvidenceContract, an_upload_is_known_until_it_ends) {
  const auto begun = upload();
  ASSERT_TRUE(evidence().begin_upload(begun));
  EXPECT_EQ(*evidence().upload(kampar_, begun.id), begun);
  EXPECT_EQ(evidence().upload(region("14.08"), begun.id).error().code, ErrorCode::not_found);
  EXPECT_TRUE(*evidence().has_upload(begun.id));
  EXPECT_THAT(*evidence().uploads_over(begun.ends_at - std::chrono::milliseconds(1), 10),
              IsEmpty());
  EXPECT_THAT(*evidence().uploads_over(begun.ends_at, 10), ElementsAre(begun));
  ASSERT_TRUE(evidence().end_upload(kampar_, begun.id));
  EXPECT_FALSE(*evidence().has_upload(begun.id));
  EXPECT_EQ(evidence().upload(kampar_, begun.id).error().code, ErrorCode::not_found);
}

TEST_P(EvidenceContract, a_person_has_only_so_many_uploads_under_way) {
  for (int i = 0; i < limits::uploads_per_person; ++i)
    ASSERT_TRUE(evidence().begin_upload(upload()));
  EXPECT_EQ(evidence().begin_upload(upload()).error().code, ErrorCode::too_many);
  EXPECT_TRUE(evidence().begin_upload(upload("rudi")));
}

TEST_P(EvidenceContract, is_given_back_as_it_was_put_in) {
  const auto made = added(given("SK Inovasi", "Dinas Kesehatan"));
  const auto found = evidence().find(kampar_, made.id);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->evidence, made);
  EXPECT_THAT(found->attachments, IsEmpty());
  auto link = given("Video", "Dinas Kesehatan");
  link.file.reset();
  link.file_name.clear();
  link.link = "https://contoh.example/video";
  link.words.dated_on.reset();
  ASSERT_TRUE(evidence().add({kampar_, link, "", somebody()}));
  EXPECT_EQ(evidence().find(kampar_, link.id)->evidence, link);
  EXPECT_EQ(evidence().find(region("14.08"), link.id).error().code, ErrorCode::not_found);
  EXPECT_THAT(actions(), ElementsAre("import.done", "evidence.added", "evidence.added"));
}

TEST_P(EvidenceContract, one_upload_makes_one_evidence_however_often_it_is_asked) {
  const auto begun = upload();
  ASSERT_TRUE(evidence().begin_upload(begun));
  const auto first = evidence().add({kampar_, given("SK", "A"), begun.id, somebody()});
  const auto again = evidence().add({kampar_, given("SK lagi", "A"), begun.id, somebody()});
  ASSERT_TRUE(again);
  EXPECT_EQ(*again, *first);
  EXPECT_EQ(evidence().upload(kampar_, begun.id)->evidence, first->id);
  EXPECT_THAT(actions(), ElementsAre("import.done", "evidence.added"));
  EXPECT_EQ(evidence().add({kampar_, given("SK", "A"), next_id(), somebody()}).error().code,
            ErrorCode::not_found);
}

TEST_P(EvidenceContract, the_same_file_is_on_record_once) {
  added(given("SK pertama", "A"));
  added(given("SK kedua", "B"));
  std::vector<std::string> named;
  ASSERT_TRUE(evidence().each_file(
      [&](const app::FileRecord& record) { named.push_back(record.title + "|" + record.unit); }));
  EXPECT_THAT(named, ElementsAre("SK pertama|A"));
}

TEST_P(EvidenceContract, attaching_and_detaching_are_revisions_of_the_claim) {
  const auto made = added(given("SK Inovasi", "Dinas Kesehatan"));
  const auto before = year(data_).revision;
  const auto first = attach(0, "20", made);
  EXPECT_TRUE(first.changed);
  EXPECT_EQ(first.year_revision, before + 1);
  const auto same = attach(0, "20", made);
  EXPECT_FALSE(same.changed);
  EXPECT_EQ(same.claim_revision, first.claim_revision);
  EXPECT_EQ(same.year_revision, first.year_revision);

  auto claims = evidence().of_submission(kampar_, submission(0)).value();
  ASSERT_THAT(claims, SizeIs(1));
  EXPECT_EQ(claims[0].indicator, indicator("20"));
  EXPECT_EQ(claims[0].claim_revision, first.claim_revision);
  EXPECT_EQ(claims[0].items[0].evidence.id, made.id);
  EXPECT_EQ(claims[0].items[0].evidence.used, 1);
  const auto found = evidence().find(kampar_, made.id);
  ASSERT_THAT(found->attachments, SizeIs(1));
  EXPECT_EQ(found->attachments[0].key.year, data_.year);
  EXPECT_EQ(found->attachments[0].name, data_.innovations[0].name);
  EXPECT_EQ(found->attachments[0].ruleset, data_.ruleset);

  EXPECT_EQ(detach(0, "20", made).claim_revision, first.claim_revision + 1);
  EXPECT_FALSE(detach(0, "20", made).changed);
  EXPECT_THAT(evidence().of_submission(kampar_, submission(0)).value(), IsEmpty());
  EXPECT_EQ(attach(0, "20", made).claim_revision, first.claim_revision + 2);
  EXPECT_THAT(place().look("SELECT evidence FROM attachments"), SizeIs(2));
  EXPECT_THAT(actions(), ElementsAre("import.done", "evidence.added", "evidence.attached",
                                     "evidence.detached", "evidence.attached"));
  expect_read_models_agree();
}

TEST_P(EvidenceContract, a_level_stays_when_evidence_comes) {
  const auto made = added(given("SK", "A"));
  ASSERT_TRUE(save(data_, 0, "20", 2));
  attach(0, "20", made);
  EXPECT_EQ(number(year(data_).data.innovations[0].levels.at(indicator("20"))), 2);
}

TEST_P(EvidenceContract, what_still_counts_proves_the_submission_of_the_next_year_too) {
  const auto made = added(given("SK", "A"));
  app::NewSubmission fresh;
  fresh.key = {kampar_, data_.year};
  fresh.submission = next_id();
  fresh.innovation = next_id();
  fresh.profile.name = "Antar Obat";
  fresh.profile.unit = "A";
  fresh.levels = levels({{"16", 2}});
  fresh.evidence = {{indicator("16"), made.id}, {indicator("20"), made.id}};
  fresh.maturity = maturity_of(fresh.levels, std::nullopt);
  fresh.told = {"submission.carried_over", {}};
  fresh.by = somebody();
  fresh.at = now_;
  ASSERT_TRUE(profiles().add_submission(fresh));
  const auto claims = evidence().of_submission(kampar_, fresh.submission).value();
  ASSERT_THAT(claims, SizeIs(2));
  for (const app::ClaimEvidence& claim : claims) {
    EXPECT_EQ(claim.claim_revision, 1);
    EXPECT_EQ(claim.items.at(0).evidence.id, made.id);
  }
  EXPECT_EQ(evidence().find(kampar_, made.id)->evidence.used, 2);
  expect_read_models_agree();
}

TEST_P(EvidenceContract, detaching_what_was_verified_takes_the_verified_level) {
  const auto seen = added(given("SK", "A"));
  const auto later = added(given("Foto", "A", 'b'));
  ASSERT_TRUE(save(data_, 0, "20", 2));
  attach(0, "20", seen);
  ASSERT_TRUE(look_at(0, "20", Level::two));  // with what was there
  attach(0, "20", later);
  const auto verified = [&] {
    return number(year(data_).data.innovations[0].verified_levels->at(indicator("20")));
  };
  EXPECT_EQ(detach(0, "20", later).verified, Level::two);
  EXPECT_EQ(verified(), 2);
  EXPECT_EQ(detach(0, "20", seen).verified, Level::none);
  EXPECT_EQ(verified(), 0);
  expect_read_models_agree();
}

TEST_P(EvidenceContract, many_claims_change_together_or_not_at_all) {
  const auto made = added(given("SK Bupati", ""));
  attach(1, "16", made);
  const auto before = year(data_).revision;
  std::vector<app::ClaimChange> changes;
  for (std::size_t i = 0; i < 3; ++i)
    changes.push_back(edit(i, "16", EvidenceEdit::Kind::attach, made));
  const auto saved = evidence().change_claims(changes);
  ASSERT_TRUE(saved);
  EXPECT_EQ(year(data_).revision, before + 1);
  EXPECT_TRUE((*saved)[0].changed);
  EXPECT_FALSE((*saved)[1].changed);
  EXPECT_EQ(evidence().find(kampar_, made.id)->evidence.used, 3);

  changes[0].indicator = indicator("17");
  changes[2].submission = next_id();
  EXPECT_EQ(evidence().change_claims(changes).error().code, ErrorCode::not_found);
  EXPECT_EQ(evidence().find(kampar_, made.id)->evidence.used, 3);
  EXPECT_EQ(year(data_).revision, before + 1);
}

TEST_P(EvidenceContract, words_are_revised_and_every_revision_stays) {
  const auto made = added(given("SK", "A"));
  auto words = made.words;
  words.number = "822/KPTS/2025";
  const auto changed = evidence().change_words({kampar_, made.id, words, somebody(), now_});
  ASSERT_TRUE(changed);
  EXPECT_EQ(changed->revision, 2);
  EXPECT_EQ(evidence().find(kampar_, made.id)->evidence, *changed);
  EXPECT_EQ(evidence().change_words({kampar_, made.id, words, somebody(), now_})->revision, 2);
  EXPECT_THAT(place().look("SELECT number FROM evidence_revisions ORDER BY revision"),
              ElementsAre("821/KPTS/2025", "822/KPTS/2025"));
  EXPECT_THAT(actions(), ElementsAre("import.done", "evidence.added", "evidence.changed"));
  EXPECT_EQ(evidence().change_words({kampar_, next_id(), words, somebody(), now_}).error().code,
            ErrorCode::not_found);
}

TEST_P(EvidenceContract, what_a_verifier_looked_at_stands) {
  const auto made = added(given("SK", "A"));
  ASSERT_TRUE(save(data_, 0, "20", 2));
  attach(0, "20", made);
  ASSERT_TRUE(save(data_, 0, "20", 3, 2));
  auto words = made.words;
  words.title = "SK Inovasi";
  EXPECT_TRUE(evidence().change_words({kampar_, made.id, words, somebody(), now_}));
  words.dated_on = parse_date("2024-01-01");
  EXPECT_EQ(evidence().change_words({kampar_, made.id, words, somebody(), now_}).error().code,
            ErrorCode::conflict);
}

TEST_P(EvidenceContract, is_listed_newest_first_for_own_units_and_what_is_shared) {
  added(given("SK Kesehatan", "Dinas Kesehatan"));
  auto shared = given("SK Bupati 100%", "");
  shared.words.shared = true;
  added(shared);
  added(given("Foto Sosial", "Dinas Sosial"));
  EXPECT_THAT(titles(all_of(kampar_)),
              ElementsAre("Foto Sosial", "SK Bupati 100%", "SK Kesehatan"));
  EXPECT_THAT(titles(all_of(region("14.08"))), IsEmpty());
  auto own = all_of(kampar_);
  own.units = std::vector<std::string>{"Dinas Kesehatan", "Dinkes"};
  EXPECT_THAT(titles(own), ElementsAre("SK Bupati 100%", "SK Kesehatan"));
  own.units->clear();
  EXPECT_THAT(titles(own), ElementsAre("SK Bupati 100%"));

  auto query = all_of(kampar_);
  query.search = "100%";
  EXPECT_THAT(titles(query), ElementsAre("SK Bupati 100%"));
  query.search = "bupati KAMPAR";  // the signer of all
  EXPECT_THAT(titles(query), SizeIs(3));
  query = all_of(kampar_);
  query.unit = "Dinas Sosial";
  EXPECT_THAT(titles(query), ElementsAre("Foto Sosial"));
  query = all_of(kampar_);
  query.shared = false;
  EXPECT_THAT(titles(query), SizeIs(2));
  query.kind = "link";
  EXPECT_THAT(titles(query), IsEmpty());
}

TEST_P(EvidenceContract, comes_in_pages_that_miss_nothing) {
  for (char digit = 'a'; digit < 'f'; ++digit) added(given(std::string(1, digit), "A", digit));
  auto query = all_of(kampar_);
  query.limit = 2;
  std::vector<std::string> all;
  for (int pages = 0; pages < 3; ++pages) {
    const auto page = evidence().page(query).value();
    EXPECT_EQ(page.total, 5);
    for (const auto& item : page.items) all.push_back(item.words.title);
    query.after = page.next;
  }
  EXPECT_THAT(all, ElementsAre("e", "d", "c", "b", "a"));
  EXPECT_EQ(query.after, "");
}

TEST_P(EvidenceContract, finds_what_is_dated_in_a_year_and_attached_where_that_matters) {
  const auto attached = added(given("terlampir", "A"));
  added(given("lepas", "A", 'b'));
  attach(0, "20", attached);
  auto query = all_of(kampar_);
  query.dated = std::vector<app::DatedFor>{{2025, {indicator("16"), indicator("20")}}};
  EXPECT_THAT(titles(query), ElementsAre("terlampir"));
  query.dated = std::vector<app::DatedFor>{{2025, {indicator("16")}}, {2024, {indicator("20")}}};
  EXPECT_THAT(titles(query), IsEmpty());
  query.dated = std::vector<app::DatedFor>();
  EXPECT_THAT(titles(query), IsEmpty());
}

}  // namespace

}  // namespace jalur::store

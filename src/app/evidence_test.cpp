// What people do with evidence, in memory, under the real rules.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/evidence_use_cases.h"
#include "app/fake_house.h"
#include "app/use_cases.h"
#include "base/limits.h"

namespace jalur::app {
namespace {

using accounts::Caller;
using accounts::Role;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using State = registry::Validity::State;

const RegionCode kampar = *RegionCode::parse("14.01");

IndicatorId id(const char* text) { return *IndicatorId::parse(text); }

Innovation innovation(const std::string& name, const std::string& unit) {
  Innovation made;
  made.id = made.name = name;
  made.unit = unit;
  made.affairs = {2};
  made.state = SubmissionState::draft;
  made.levels.set(id("20"), Level::two);
  made.verified_levels.emplace().set(id("20"), Level::two);
  return made;
}

class EvidenceUse : public testing::Test {
 protected:
  void SetUp() override {
    RegionYear data;
    data.code = kampar;
    data.name = "Kabupaten Kampar";
    data.year = 2026;
    data.ruleset = "iid-2026";
    data.units = {{"Dinas Kesehatan", Unit::Kind::agency}, {"Dinas Sosial", Unit::Kind::agency}};
    data.innovations = {innovation("a", "Dinas Kesehatan"), innovation("b", "Dinas Sosial")};
    ASSERT_TRUE(import_region_year(house_, test_actor(), data, {}));
  }

  static Caller of_unit(const std::string& unit, const std::string& person = "siti") {
    return {person, "Siti Aminah", kampar, {unit}, {{Role::operator_, unit, {unit}}}};
  }
  static Caller whoever(Role role) { return {"x", "Xaver", kampar, {}, {{role, "", {}}}}; }

  std::string submission(std::size_t i) {
    return years_.get({kampar, 2026}).value()->submissions[i];
  }

  UploadState sent(const Caller& caller, const std::string& bytes = "%PDF-",
                   const std::string& name = "sk.pdf") {
    auto begun = begin_upload(house_, caller, kampar, name, std::ssize(bytes)).value();
    files_.sent[begun.upload.id] = bytes;
    return begun;
  }

  EvidenceGiven given(const UploadState& upload, const std::string& unit = "Dinas Kesehatan") {
    EvidenceGiven made;
    made.words = {"SK Inovasi", "821/2025", parse_date("2025-03-01"), "Bupati", {}};
    made.upload = upload.upload.id;
    if (!unit.empty()) made.unit = unit;
    return made;
  }

  Evidence added(const Caller& caller, const std::string& unit = "Dinas Kesehatan") {
    const auto made = add_evidence(house_, caller, kampar, given(sent(caller), unit));
    EXPECT_TRUE(made) << made.error().problems.front().text.en;
    return made.value_or(Evidence());
  }

  std::int64_t listed_for(const Caller& caller) {
    EvidenceQuery query;
    query.region = kampar;
    return std::ssize(list_evidence(house_, caller, query, {})->items);
  }

  ErrorCode code_of(const auto& answer) { return answer ? ErrorCode::defect : answer.error().code; }

  const Caller siti_ = of_unit("Dinas Kesehatan");
  const Caller sosial_ = of_unit("Dinas Sosial", "budi");
  const Caller rina_ = test_caller();

  FakeHouse kept_;
  FakeClock& clock_ = kept_.clock;
  YearCache& years_ = kept_.years;
  FakeEvidence& evidence_ = kept_.evidence;
  FakeFiles& files_ = kept_.files;
  House& house_ = kept_.house;
};

TEST_F(EvidenceUse, AnUploadBecomesEvidenceOnce) {
  const auto upload = sent(siti_);
  const auto first = add_evidence(house_, siti_, kampar, given(upload));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->unit, "Dinas Kesehatan");
  EXPECT_EQ(first->made_by, "Siti Aminah");
  EXPECT_EQ(first->file->pages, 2);
  EXPECT_FALSE(files_.sent.contains(upload.upload.id));
  const auto again = add_evidence(house_, siti_, kampar, given(upload));  // its answer was lost
  ASSERT_TRUE(again);
  EXPECT_EQ(again->id, first->id);
  EXPECT_EQ(code_of(resume_upload(house_, siti_, kampar, upload.upload.id, 5)),
            ErrorCode::conflict);
}

TEST_F(EvidenceUse, AFileThatIsNotWholeIsNoEvidenceYet) {
  const auto upload = sent(siti_);
  files_.sent[upload.upload.id] = "%P";
  EXPECT_EQ(code_of(add_evidence(house_, siti_, kampar, given(upload))), ErrorCode::conflict);
}

TEST_F(EvidenceUse, WhatIsRefusedIsNotedInTheLog) {
  files_.refuses = true;
  const auto upload = sent(siti_);
  EXPECT_EQ(code_of(add_evidence(house_, siti_, kampar, given(upload))), ErrorCode::invalid_input);
  ASSERT_THAT(evidence_.refusals, SizeIs(1));
  EXPECT_EQ(evidence_.refusals[0].name, "sk.pdf");
  EXPECT_EQ(evidence_.refusals[0].by.name, "Siti Aminah");
}

TEST_F(EvidenceUse, WhoMayAddWhatFor) {
  EXPECT_EQ(code_of(add_evidence(house_, siti_, kampar, given(sent(siti_), "Dinas Sosial"))),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of(add_evidence(house_, siti_, kampar, given(sent(siti_), ""))),
            ErrorCode::forbidden);
  auto shared = given(sent(siti_));
  shared.words.shared = true;
  EXPECT_EQ(code_of(add_evidence(house_, siti_, kampar, shared)), ErrorCode::forbidden);
  EXPECT_EQ(code_of(begin_upload(house_, whoever(Role::verifier), kampar, "sk.pdf", 1)),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of(begin_upload(house_, {}, kampar, "sk.pdf", 1)), ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(add_evidence(house_, rina_, kampar, given(sent(rina_), "Dinas Baru"))),
            ErrorCode::invalid_input);
  EXPECT_TRUE(add_evidence(house_, rina_, kampar, given(sent(rina_), "")));
}

TEST_F(EvidenceUse, IsSeenByItsUnitAndThoseWhoReadTheRegion) {
  const Evidence own = added(siti_);
  const Evidence all = added(rina_, "");
  EXPECT_TRUE(show_evidence(house_, siti_, kampar, own.id));
  for (const Role role : {Role::verifier, Role::auditor, Role::executive, Role::assessor})
    EXPECT_TRUE(evidence_file(house_, whoever(role), kampar, own.id)) << accounts::word(role);
  EXPECT_EQ(code_of(evidence_file(house_, sosial_, kampar, own.id)), ErrorCode::forbidden);
  EXPECT_EQ(code_of(evidence_file(house_, whoever(Role::trainer), kampar, own.id)),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of(evidence_text(house_, {}, kampar, own.id)), ErrorCode::unauthenticated);
  // Neither shared nor of their unit, until it proves a claim of theirs.
  EXPECT_EQ(code_of(show_evidence(house_, sosial_, kampar, all.id)), ErrorCode::forbidden);
  ASSERT_TRUE(attach_evidence(house_, rina_, {submission(1), "20", all.id}));
  EXPECT_TRUE(show_evidence(house_, sosial_, kampar, all.id));
  EXPECT_EQ(listed_for(sosial_), 0);
  EXPECT_EQ(listed_for(rina_), 2);
}

TEST_F(EvidenceUse, ProvesAClaimWithItsValidity) {
  const Evidence own = added(siti_);
  const auto claim = attach_evidence(house_, siti_, {submission(0), "20", own.id});
  ASSERT_TRUE(claim) << claim.error().problems.front().text.en;
  ASSERT_THAT(claim->items, SizeIs(1));
  EXPECT_EQ(claim->items[0].validity.state, State::valid);
  const auto shown = show_evidence(house_, siti_, kampar, own.id);
  EXPECT_EQ(shown->evidence.used, 1);
  EXPECT_EQ(shown->attachments[0].attachment.unit, "Dinas Kesehatan");
  EXPECT_THAT(*evidence_of_submission(house_, siti_, submission(0)), SizeIs(1));
  EXPECT_EQ(code_of(evidence_of_submission(house_, sosial_, submission(0))), ErrorCode::forbidden);
}

TEST_F(EvidenceUse, AttachingMovesTheYearInMemoryOn) {
  const Evidence own = added(siti_);
  const auto before = years_.get({kampar, 2026}).value()->revision;
  ASSERT_TRUE(attach_evidence(house_, siti_, {submission(0), "20", own.id}));
  EXPECT_EQ(years_.get({kampar, 2026}).value()->revision, before + 1);
  ASSERT_TRUE(attach_evidence(house_, siti_, {submission(0), "20", own.id}));
  EXPECT_EQ(years_.get({kampar, 2026}).value()->revision, before + 1);
}

TEST_F(EvidenceUse, OnlyWhoWorksOnTheClaimAttachesToIt) {
  const Evidence own = added(siti_);
  EXPECT_EQ(code_of(attach_evidence(house_, siti_, {submission(1), "20", own.id})),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of(attach_evidence(house_, sosial_, {submission(1), "20", own.id})),
            ErrorCode::forbidden);
  EXPECT_EQ(
      code_of(attach_evidence(house_, whoever(Role::verifier), {submission(0), "20", own.id})),
      ErrorCode::forbidden);
  EXPECT_EQ(code_of(attach_evidence(house_, siti_, {submission(0), "1", own.id})),
            ErrorCode::invalid_input);
  EXPECT_EQ(code_of(attach_evidence(house_, siti_, {submission(0), "x", own.id})),
            ErrorCode::invalid_input);
}

TEST_F(EvidenceUse, AClaimTakesOnlySoMuch) {
  for (int i = 0; i < limits::evidence_per_claim; ++i)
    ASSERT_TRUE(attach_evidence(house_, siti_, {submission(0), "20", added(siti_).id}));
  EXPECT_EQ(code_of(attach_evidence(house_, siti_, {submission(0), "20", added(siti_).id})),
            ErrorCode::conflict);
}

TEST_F(EvidenceUse, OneDecreeForAllInnovationsInOneStep) {
  const Evidence decree = added(rina_, "");
  ASSERT_TRUE(attach_evidence(house_, rina_, {submission(0), "20", decree.id}));
  const auto shared = share_evidence(house_, rina_, kampar, decree.id, {2026, "20", {}});
  ASSERT_TRUE(shared) << shared.error().problems.front().text.en;
  EXPECT_EQ(shared->attached, 1);
  EXPECT_EQ(shared->already, 1);
  EXPECT_EQ(code_of(share_evidence(house_, siti_, kampar, decree.id, {2026, "20", {}})),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of(share_evidence(house_, rina_, kampar, decree.id,
                                   {2026, "20", std::vector<std::string>{"nowhere"}})),
            ErrorCode::invalid_input);
  EXPECT_EQ(code_of(share_evidence(house_, rina_, kampar, decree.id, {2020, "20", {}})),
            ErrorCode::not_found);
}

TEST_F(EvidenceUse, WhatIsSharedIsChangedByWhoShares) {
  const Evidence own = added(siti_);
  WordsGiven words{"SK Inovasi Daerah", "822/2025", parse_date("2025-03-01"), "Bupati", {}};
  EXPECT_EQ(change_evidence(house_, siti_, kampar, own.id, words)->words.number, "822/2025");
  EXPECT_EQ(code_of(change_evidence(house_, sosial_, kampar, own.id, words)), ErrorCode::forbidden);
  words.shared = true;
  EXPECT_EQ(code_of(change_evidence(house_, siti_, kampar, own.id, words)), ErrorCode::forbidden);
  EXPECT_TRUE(change_evidence(house_, rina_, kampar, own.id, words)->words.shared);
  words.shared.reset();
  EXPECT_EQ(code_of(change_evidence(house_, siti_, kampar, own.id, words)), ErrorCode::forbidden);
  EXPECT_TRUE(change_evidence(house_, rina_, kampar, own.id, words)->words.shared);
  EXPECT_TRUE(show_evidence(house_, sosial_, kampar, own.id));
}

TEST_F(EvidenceUse, APdfHasPagesAndAPictureIsItsOnlyPage) {
  const Evidence pdf = added(siti_);
  EXPECT_EQ(evidence_page(house_, siti_, kampar, pdf.id, 2)->bytes, "picture 2");
  EXPECT_EQ(code_of(evidence_page(house_, siti_, kampar, pdf.id, 3)), ErrorCode::not_found);
  EXPECT_EQ(code_of(evidence_page(house_, siti_, kampar, pdf.id, 0)), ErrorCode::not_found);
  EXPECT_EQ(*evidence_text(house_, siti_, kampar, pdf.id), "text");
  const auto photo = add_evidence(house_, siti_, kampar, given(sent(siti_, "PNG", "foto.png")));
  const auto page = evidence_page(house_, siti_, kampar, photo->id, 1);
  EXPECT_EQ(page->bytes, "PNG");
  EXPECT_EQ(page->media_type, "image/png");
  EXPECT_EQ(*evidence_text(house_, siti_, kampar, photo->id), "");
  EvidenceGiven link;
  link.words.title = "Berita";
  link.link = "https://contoh.example";
  link.unit = "Dinas Kesehatan";
  const auto made = add_evidence(house_, siti_, kampar, link);
  EXPECT_EQ(code_of(evidence_file(house_, siti_, kampar, made->id)), ErrorCode::not_found);
  EXPECT_EQ(code_of(evidence_page(house_, siti_, kampar, made->id, 1)), ErrorCode::not_found);
}

TEST_F(EvidenceUse, WhatIsOverIsCleanedAndWhatIsUnderWayIsNot) {
  const auto old = sent(siti_);
  files_.sent["01900000-0000-7000-8000-000000000000"] = "nobody knows it";
  clock_.gone += std::chrono::hours(12);
  const auto young = sent(siti_);
  EXPECT_EQ(*clean_uploads(house_), 1);
  clock_.gone += std::chrono::hours(12);
  EXPECT_EQ(*clean_uploads(house_), 1);
  EXPECT_FALSE(files_.sent.contains(old.upload.id));
  EXPECT_TRUE(files_.sent.contains(young.upload.id));
  EXPECT_EQ(code_of(show_upload(house_, siti_, kampar, old.upload.id)), ErrorCode::not_found);
}

TEST_F(EvidenceUse, TheFolderIsHeldAgainstTheRecords) {
  const Evidence whole = added(siti_);
  EXPECT_THAT(verify_evidence(house_, {})->damaged, IsEmpty());
  files_.stored[whole.file->hash] = "changed";
  files_.stored[std::string(64, 'f')] = "nobody knows it";
  const auto check = verify_evidence(house_, {});
  EXPECT_EQ(check->files, 1);
  ASSERT_THAT(check->damaged, SizeIs(1));
  EXPECT_EQ(check->damaged[0].record.title, "SK Inovasi");
  EXPECT_EQ(check->damaged[0].state, FileState::changed);
  EXPECT_THAT(check->unknown, ElementsAre(std::string(64, 'f')));
}

}  // namespace
}  // namespace jalur::app

// Bodies of calls about evidence: what is read and what is refused.
#include "formats/evidence.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace jalur {
namespace {

using testing::HasSubstr;

const std::string upload = "0193b0a0-0000-7000-8000-000000000001";

std::string field_of(const auto& read) {
  return read ? "nothing" : read.error().problems.front().field;
}

TEST(EvidenceBodies, AreReadWhole) {
  const auto given = read_evidence_given(R"({"upload":")" + upload +
                                         R"(","unit":"Dinas Kesehatan","title":"SK","number":"821",
      "dated_on":"2025-03-01","signer":"Bupati","shared":true})");
  ASSERT_TRUE(given) << given.error().problems.front().text.en;
  EXPECT_EQ(given->upload, upload);
  EXPECT_EQ(given->unit, "Dinas Kesehatan");
  EXPECT_EQ(given->words.dated_on, parse_date("2025-03-01"));
  EXPECT_EQ(given->words.shared, true);
  const auto least = read_evidence_given(R"({"link":"https://contoh.example/a","title":"Berita"})");
  ASSERT_TRUE(least);
  EXPECT_FALSE(least->unit);
  EXPECT_FALSE(least->words.shared);
  EXPECT_FALSE(least->words.dated_on);
}

TEST(EvidenceBodies, ThatAreWrongAreToldWhere) {
  const std::pair<std::string, const char*> table[] = {
      {R"({"title":"x"})", "upload"},
      {R"({"title":"x","upload":")" + upload + R"(","link":"https://a.example"})", "upload"},
      {R"({"title":"x","upload":"1"})", "upload"},
      {R"({"title":"","link":"https://a.example"})", "title"},
      {R"({"link":"https://a.example"})", "title"},
      {R"x({"title":"x","link":"javascript:alert(1)"})x", "link"},
      {R"({"title":"x","link":"https://"})", "link"},
      {R"({"title":"x","link":"https://a b"})", "link"},
      {R"({"title":"x","link":"https://a.example","dated_on":"soon"})", "dated_on"},
      {R"({"title":"x","link":"https://a.example","shared":1})", "shared"},
      {R"({"title":"x","link":"https://a.example","id":"1"})", "id"},
  };
  for (const auto& [body, field] : table)
    EXPECT_EQ(field_of(read_evidence_given(body)), field) << body;
  EXPECT_EQ(field_of(read_evidence_words(R"({"title":"x","unit":"y"})")), "unit");
}

TEST(EvidenceBodies, OfAttachmentsNameSubmissionsOrNone) {
  const auto all = read_shared_given(R"({"year":2026,"indicator":"16"})");
  ASSERT_TRUE(all);
  EXPECT_FALSE(all->submissions);
  const auto one =
      read_shared_given(R"({"year":2026,"indicator":"16","submissions":[")" + upload + R"("]})");
  EXPECT_EQ(one->submissions->front(), upload);
  EXPECT_EQ(field_of(read_shared_given(R"({"year":2026,"indicator":"16","submissions":[1]})")),
            "submissions");
  EXPECT_EQ(field_of(read_shared_given(R"({"year":1,"indicator":"16"})")), "year");
  EXPECT_FALSE(read_nothing(R"({"a":1})"));
  EXPECT_TRUE(read_nothing("{}"));
}

TEST(EvidenceAnswers, TellLinksFromFiles) {
  app::Evidence evidence;
  evidence.id = upload;
  evidence.link = "https://contoh.example";
  EXPECT_THAT(evidence_json(evidence), HasSubstr(R"("kind":"link","file":null)"));
  evidence.link.clear();
  evidence.file = app::KeptFile{std::string(64, 'a'), registry::FileKind::pdf, 7, 2, true};
  EXPECT_THAT(evidence_json(evidence), HasSubstr(R"("pages":2,"has_text":true},"link":null)"));
}

}  // namespace
}  // namespace jalur

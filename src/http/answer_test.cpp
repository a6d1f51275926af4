#include "http/answer.h"

#include <gtest/gtest.h>
#include <zlib.h>

#include "http/answer_cache.h"
#include "http/gzip.h"

namespace jalur::http {

namespace {

std::string unpacked(std::string_view packed) {
  z_stream stream{};
  EXPECT_EQ(inflateInit2(&stream, 15 + 16), Z_OK);
  std::string plain(1u << 20, '\0');
  std::string input(packed);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(plain.data());
  stream.avail_out = static_cast<uInt>(plain.size());
  EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
  plain.resize(stream.total_out);
  inflateEnd(&stream);
  return plain;
}

KeptAnswer kept_of(std::size_t size) {
  KeptAnswer kept;
  kept.prepared = prepare(json_answer(std::string(size, 'x')), Packing::none);
  return kept;
}

}  // namespace

TEST(Gzip, GivesTheBytesBack) {
  for (const std::string& bytes : {std::string{}, std::string("a"), std::string(100'000, 'b')}) {
    EXPECT_EQ(unpacked(gzip(bytes, Effort::little)), bytes);
    EXPECT_EQ(unpacked(gzip(bytes, Effort::most)), bytes);
  }
}

TEST(Answer, IsSentPackedFromTheLimitOn) {
  EXPECT_EQ(prepare(json_answer(std::string(1'023, 'x')), Packing::quick).packed, nullptr);
  const auto prepared = prepare(json_answer(std::string(1'024, 'x')), Packing::quick);
  ASSERT_NE(prepared.packed, nullptr);
  EXPECT_NE(prepared.packed->head.find("Content-Encoding: gzip\r\n"), std::string::npos);
  EXPECT_NE(prepared.packed->etag, prepared.plain->etag);
  EXPECT_EQ(unpacked(prepared.packed->body), prepared.plain->body);
}

TEST(Answer, HasAnEntityTagOfItsBytes) {
  const auto one = prepare(json_answer("{\"a\":1}"), Packing::none);
  const auto same = prepare(json_answer("{\"a\":1}"), Packing::none);
  const auto other = prepare(json_answer("{\"a\":2}"), Packing::none);
  EXPECT_EQ(one.plain->etag, same.plain->etag);
  EXPECT_NE(one.plain->etag, other.plain->etag);
  EXPECT_NE(one.plain->unchanged.find("HTTP/1.1 304 Not Modified\r\nETag: \""), std::string::npos);
  EXPECT_EQ(one.plain->unchanged.find("Content-Length"), std::string::npos);
}

TEST(Answer, ThatMustNotBeKeptHasNoEntityTag) {
  auto answer = json_answer("{}");
  answer.keeping = Keeping::never;
  const auto prepared = prepare(std::move(answer), Packing::none);
  EXPECT_TRUE(prepared.plain->etag.empty());
  EXPECT_NE(prepared.plain->head.find("Cache-Control: no-store\r\n"), std::string::npos);
}

TEST(AnswerCache, TellsLanguagesAndTargetsApart) {
  AnswerCache cache(1u << 20);
  cache.put(Language::indonesian, "/a", kept_of(10));
  EXPECT_NE(cache.find(Language::indonesian, "/a"), nullptr);
  EXPECT_EQ(cache.find(Language::english, "/a"), nullptr);
  EXPECT_EQ(cache.find(Language::indonesian, "/b"), nullptr);
}

TEST(AnswerCache, LetsGoOfWhatWasNotUsedForLongest) {
  AnswerCache cache(10'000);
  for (const char* target : {"/1", "/2", "/3"})
    cache.put(Language::english, target, kept_of(2'000));
  cache.find(Language::english, "/1");
  cache.put(Language::english, "/4", kept_of(4'000));
  EXPECT_NE(cache.find(Language::english, "/1"), nullptr);
  EXPECT_EQ(cache.find(Language::english, "/2"), nullptr);
  EXPECT_NE(cache.find(Language::english, "/4"), nullptr);
  EXPECT_LE(cache.bytes(), 10'000u);
}

TEST(AnswerCache, KeepsNothingThatAloneIsTooLarge) {
  AnswerCache cache(10'000);
  cache.put(Language::english, "/small", kept_of(100));
  cache.put(Language::english, "/large", kept_of(20'000));
  EXPECT_EQ(cache.find(Language::english, "/large"), nullptr);
  EXPECT_NE(cache.find(Language::english, "/small"), nullptr);
}

TEST(AnswerCache, PutsANewAnswerInThePlaceOfTheOld) {
  AnswerCache cache(10'000);
  for (std::int64_t revision = 1; revision <= 100; ++revision) {
    auto kept = kept_of(1'000);
    kept.revision = revision;
    cache.put(Language::english, "/a", std::move(kept));
  }
  EXPECT_EQ(cache.find(Language::english, "/a")->revision, 100);
  EXPECT_LT(cache.bytes(), 2'000u);
}

}  // namespace jalur::http

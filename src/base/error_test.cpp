#include "base/error.h"

#include <set>
#include <string>

#include <gtest/gtest.h>

#include "base/limits.h"

namespace jalur {
namespace {

Error with_problems(std::size_t count) {
  Problems problems;
  for (std::size_t i = 1; i <= count; ++i) {
    problems.add("line " + std::to_string(i), "", {"salah", "wrong"});
  }
  return std::move(problems).as_error().value();
}

TEST(Problems, AreAllToldUpToTheLimit) {
  const Error error = with_problems(limits::problems_per_answer);
  ASSERT_EQ(error.problems.size(), 50U);
  EXPECT_EQ(error.problems.back().field, "line 50");
}

TEST(Problems, PastTheLimitAreCountedInOneClosingLine) {
  const Error one_more = with_problems(51);
  ASSERT_EQ(one_more.problems.size(), 51U);
  EXPECT_EQ(one_more.problems[49].field, "line 50");
  EXPECT_EQ(one_more.problems[50].field, "");
  EXPECT_EQ(one_more.problems[50].text, (Text{"dan 1 masalah lain", "and 1 more problem"}));
  const Error many = with_problems(1'050);
  ASSERT_EQ(many.problems.size(), 51U);
  EXPECT_EQ(many.problems[50].text, (Text{"dan 1000 masalah lain", "and 1000 more problems"}));
}

TEST(Problems, ShowTheValueShortened) {
  Problems problems;
  EXPECT_TRUE(problems.none());
  problems.add("name", std::string(60, 'x'), {"terlalu panjang", "too long"});
  problems.add("name", std::string(61, 'x'), {"terlalu panjang", "too long"});
  EXPECT_FALSE(problems.none());
  const Error error = std::move(problems).as_error(ErrorCode::too_large).value();
  EXPECT_EQ(error.code, ErrorCode::too_large);
  EXPECT_EQ(error.problems[0].value, std::string(60, 'x'));
  EXPECT_EQ(error.problems[1].value, std::string(60, 'x') + "...");
}

TEST(Fail, IsOneProblem) {
  const Expected<int> failed =
      fail(ErrorCode::not_found, {"tidak ada", "not there"}, "id", "14.99");
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::not_found);
  ASSERT_EQ(failed.error().problems.size(), 1U);
  EXPECT_EQ(failed.error().problems[0], (Problem{"id", "14.99", {"tidak ada", "not there"}}));
}

struct Told {
  ErrorCode code;
  int http_status;
  int exit_status;
  std::string slug;
};

// Exit status: 2 the call or the input is wrong, 3 not now, 1 a defect.
TEST(ErrorKind, OfEveryCode) {
  const Told table[] = {
      {ErrorCode::invalid_input, 400, 2, "invalid-input"},
      {ErrorCode::not_found, 404, 2, "not-found"},
      {ErrorCode::conflict, 409, 2, "conflict"},
      {ErrorCode::too_large, 413, 2, "too-large"},
      {ErrorCode::forbidden, 403, 2, "forbidden"},
      {ErrorCode::unavailable, 503, 3, "unavailable"},
      {ErrorCode::defect, 500, 1, "defect"},
  };
  for (const Told& told : table) {
    const ErrorKind& kind = kind_of(told.code);
    EXPECT_EQ(kind.http_status, told.http_status) << told.slug;
    EXPECT_EQ(kind.exit_status, told.exit_status) << told.slug;
    EXPECT_EQ(kind.slug, told.slug);
    EXPECT_FALSE(kind.title.id.empty() || kind.title.en.empty()) << told.slug;
  }
}

}  // namespace
}  // namespace jalur

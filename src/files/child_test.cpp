// Programs of the machine, kept within bounds.
#include "files/child.h"

#include <gtest/gtest.h>

namespace jalur::files {
namespace {

using How = ChildEnd::How;

const ChildLimits generous{std::chrono::seconds(10), 1u << 30, 1'000};

TEST(Child, gives_what_it_says) {
  const ChildEnd end = run_child({"printf", "%s", "a b; $(ls)"}, generous);
  EXPECT_EQ(end.how, How::done);
  EXPECT_EQ(end.output, "a b; $(ls)");  // no shell looked at it
}

TEST(Child, that_fails_or_is_not_there_is_told_apart) {
  EXPECT_EQ(run_child({"false"}, generous).how, How::failed);
  EXPECT_EQ(run_child({"jalur-no-such-program"}, generous).how, How::not_there);
}

TEST(Child, is_ended_when_it_takes_too_long) {
  const auto began = std::chrono::steady_clock::now();
  const ChildEnd end = run_child({"sleep", "60"}, {std::chrono::milliseconds(200), 1u << 30, 10});
  EXPECT_EQ(end.how, How::too_long);
  EXPECT_LT(std::chrono::steady_clock::now() - began, std::chrono::seconds(20));
}

TEST(Child, is_ended_when_it_says_too_much) {
  const ChildEnd end = run_child({"yes"}, generous);
  EXPECT_EQ(end.how, How::too_much);
  EXPECT_EQ(end.output.size(), 1'000u);
}

TEST(Child, has_only_so_much_memory) {
  const ChildLimits little{std::chrono::seconds(20), 64u << 20, 10};
  EXPECT_EQ(run_child({"dd", "if=/dev/zero", "of=/dev/null", "bs=512M", "count=1"}, little).how,
            How::failed);
}

}  // namespace
}  // namespace jalur::files

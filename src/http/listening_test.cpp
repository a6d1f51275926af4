#include "http/listening.h"

#include <gtest/gtest.h>

namespace jalur::http {

TEST(ListenPlace, IsThisMachineOrBeyondIt) {
  for (const char* host : {"localhost", "127.0.0.1", "127.8.9.10", "::1", "[::1]"}) {
    ASSERT_TRUE(listen_place(host)) << host;
    EXPECT_FALSE(listen_place(host)->beyond_loopback) << host;
  }
  for (const char* host : {"0.0.0.0", "192.168.1.4", "::", "[fe80::1]"}) {
    ASSERT_TRUE(listen_place(host)) << host;
    EXPECT_TRUE(listen_place(host)->beyond_loopback) << host;
  }
  EXPECT_EQ(listen_place("[::1]")->address, "::1");
}

TEST(ListenPlace, IsNoNameThatWouldHaveToBeAskedFor) {
  for (const char* host : {"", "jalur.example", "127.0.0.1.example", "300.1.1.1", "[]", "1:2"}) {
    EXPECT_EQ(listen_place(host).error().code, ErrorCode::invalid_input) << host;
  }
}

}  // namespace jalur::http

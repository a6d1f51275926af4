// What the server writes down about itself: the access log and the metrics.
#include <sstream>

#include <gtest/gtest.h>

#include "base/limits.h"
#include "http/access_log.h"
#include "http/metrics.h"

namespace jalur::http {

namespace {

std::chrono::system_clock::time_point half_past_five() {
  return std::chrono::sys_days(std::chrono::year(2026) / 11 / 24) + std::chrono::hours(5) +
         std::chrono::minutes(30) + std::chrono::milliseconds(45);
}

}  // namespace

TEST(AccessLog, HasOneLinePerRequest) {
  std::ostringstream out;
  {
    AccessLog log(out);
    LogSheet sheet(log);
    sheet.line(half_past_five(), {"GET", "/api/v1/rulesets?x=y", 200, 1'234, 56});
    sheet.line(half_past_five() + std::chrono::milliseconds(960), {"", "", 400, 99, 7});
    sheet.hand_over();
  }
  EXPECT_EQ(out.str(),
            "2026-11-24T05:30:00.045Z GET /api/v1/rulesets?x=y 200 1234 56us\n"
            "2026-11-24T05:30:01.005Z - - 400 99 7us\n");
}

TEST(AccessLog, LeavesOutTheTokensOfOneTimeLinks) {
  std::ostringstream out;
  {
    AccessLog log(out);
    LogSheet sheet(log);
    sheet.line(half_past_five(), {"GET", "/undangan/14.01.secret", 200, 1, 1});
    sheet.line(half_past_five(), {"POST", "/api/v1/links/14.01.secret?x=y", 200, 1, 1});
    sheet.hand_over();
  }
  EXPECT_EQ(out.str().find("secret"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("GET /undangan/ 200"), std::string::npos) << out.str();
}

TEST(AccessLog, CannotBeMadeToShowALineThatNeverWas) {
  std::ostringstream out;
  {
    AccessLog log(out);
    LogSheet sheet(log);
    sheet.line(half_past_five(), {"GET", "/a\n\x1b[2J\xff", 200, 1, 1});
    sheet.hand_over();
  }
  EXPECT_NE(out.str().find(" /a%0A%1B[2J%FF 200"), std::string::npos);
}

TEST(AccessLog, DropsLinesRatherThanGrowWithoutEnd) {
  std::ostringstream out;
  {
    AccessLog log(out);
    log.add(std::string(limits::log_waiting_bytes, 'x'));
    log.add(std::string(limits::log_waiting_bytes + 1, 'y'));
  }
  EXPECT_EQ(out.str().find('y'), std::string::npos);
}

TEST(Metrics, CountByRouteAndStatus) {
  Metrics metrics({"GET /a", "GET /b"});
  auto& tally = metrics.new_tally();
  tally.answered(0, 200, 99, 1'000);
  tally.answered(0, 200, 100, 1'000);
  tally.answered(0, 404, 101, 1'000);
  tally.answered(1, 599, 9'000'000, 1'000);
  tally.cache_asked(true);
  metrics.new_tally().answered(0, 200, 400, 500);
  metrics.connections = 3;
  const auto text = metrics.text();
  for (const char* line : {
           "jalur_http_requests_total{route=\"GET /a\",status=\"200\"} 3\n",
           "jalur_http_requests_total{route=\"GET /a\",status=\"404\"} 1\n",
           "jalur_http_requests_total{route=\"GET /b\",status=\"0\"} 1\n",
           "jalur_http_request_duration_seconds_bucket{route=\"GET /a\",le=\"0.0001\"} 2\n",
           "jalur_http_request_duration_seconds_bucket{route=\"GET /a\",le=\"0.0005\"} 4\n",
           "jalur_http_request_duration_seconds_count{route=\"GET /b\"} 1\n",
           "jalur_http_answer_bytes_total 4500\n",
           "jalur_http_cache_hits_total 1\n",
           "jalur_http_connections 3\n",
       })
    EXPECT_NE(text.find(line), std::string::npos) << line << "\n" << text;
}

}  // namespace jalur::http

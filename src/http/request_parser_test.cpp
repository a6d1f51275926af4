#include "http/request_parser.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace jalur::http {

namespace {

const ServerLimits limits_in_force;

// What the parser makes of these bytes, given in pieces of that size.
struct Parsed {
  std::optional<Refusal> refusal;
  Request request;
  std::string header;
  bool done = false;
  std::size_t used = 0;
};

Parsed parse(std::string_view bytes, std::size_t piece = 1u << 20) {
  Parsed parsed;
  RequestParser parser(limits_in_force);
  const auto end = header_end(bytes);
  if (!end) {
    parsed.refusal = header_fault(bytes, limits_in_force);
    return parsed;
  }
  parsed.header = bytes.substr(0, *end);
  parsed.used = *end;
  parsed.refusal = parser.head(parsed.header, parsed.request);
  if (!parsed.refusal) parsed.refusal = parser.hold_body(limits_in_force.body_bytes);
  if (parsed.refusal) return parsed;
  std::size_t came = parsed.used;
  while (!parser.body_done() && came < bytes.size()) {
    came = std::min(bytes.size(), came + piece);
    const auto taken = parser.body(bytes.substr(parsed.used, came - parsed.used));
    parsed.used += taken.bytes;
    parsed.refusal = taken.refusal;
    if (taken.refusal) return parsed;
  }
  parsed.done = parser.body_done();
  return parsed;
}

std::string get_with(const std::string& fields) {
  return "GET / HTTP/1.1\r\nHost: localhost\r\n" + fields + "\r\n";
}

}  // namespace

TEST(RequestParser, KeepsWhatTheServerLooksAt) {
  const std::string bytes =
      "PUT /a?b HTTP/1.1\r\nHost: localhost:1\r\naccept-language: en\r\nACCEPT: text/html\r\n"
      "Accept-Encoding: gzip\r\nIf-None-Match: \"x\"\r\nContent-Type: application/json\r\n"
      "Origin: http://localhost:1\r\nContent-Length: 3\r\n\r\nabcGET";
  const auto parsed = parse(bytes);
  ASSERT_FALSE(parsed.refusal);
  const auto& request = parsed.request;
  EXPECT_EQ(request.method, Method::put);
  EXPECT_EQ(request.target, "/a?b");
  EXPECT_EQ(request.host, "localhost:1");
  EXPECT_EQ(request.accept, "text/html");
  EXPECT_EQ(request.accept_language, "en");
  EXPECT_EQ(request.accept_encoding, "gzip");
  EXPECT_EQ(request.if_none_match, "\"x\"");
  EXPECT_EQ(request.content_type, "application/json");
  EXPECT_EQ(request.origin, "http://localhost:1");
  EXPECT_TRUE(request.keep_alive);
  EXPECT_EQ(request.body, "abc");
  EXPECT_EQ(parsed.used, bytes.size() - 3);  // the next request stays
}

TEST(RequestParser, TakesABodyInChunksAtAnyPlaceOfTheCut) {
  const std::string bytes =
      "PUT / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
      "3\r\nabc\r\n0a;x=y\r\n0123456789\r\n0\r\nHost: evil\r\nTrailer: x\r\n\r\n";
  for (std::size_t piece = 1; piece < bytes.size(); ++piece) {
    const auto parsed = parse(bytes, piece);
    ASSERT_FALSE(parsed.refusal) << piece;
    EXPECT_TRUE(parsed.done) << piece;
    EXPECT_EQ(parsed.request.body, "abc0123456789") << piece;
    EXPECT_EQ(parsed.request.host, "localhost") << piece;
    EXPECT_EQ(parsed.used, bytes.size()) << piece;
  }
}

TEST(RequestParser, KeepsTheConnectionAsTheClientWishes) {
  EXPECT_TRUE(parse(get_with("")).request.keep_alive);
  EXPECT_FALSE(parse(get_with("Connection: close\r\n")).request.keep_alive);
  EXPECT_FALSE(parse("GET / HTTP/1.0\r\nHost: localhost\r\n\r\n").request.keep_alive);
}

TEST(RequestParser, TheAbsoluteFormNamesTheHost) {
  const auto parsed = parse("GET http://localhost:8080/a?b HTTP/1.1\r\nHost: other\r\n\r\n");
  EXPECT_EQ(parsed.request.host, "localhost:8080");
  EXPECT_EQ(parsed.request.target, "/a?b");
  EXPECT_EQ(parse("GET http://localhost HTTP/1.1\r\nHost: x\r\n\r\n").request.target, "/");
}

TEST(RequestParser, RefusesWhatIsNotHttp) {
  const std::pair<std::string, Refusal> table[] = {
      {"\x16\x03\x01\x02", Refusal::malformed},  // TLS
      {" GET / HTTP/1.1\r\n\r\n", Refusal::malformed},
      {"GET / HTTP/1.1\nHost: localhost\n\n", Refusal::malformed},
      {"GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", Refusal::malformed},
      {"GET /\r\nHost: localhost\r\n\r\n", Refusal::malformed},
      {"GET / HTTP/2.0\r\nHost: localhost\r\n\r\n", Refusal::unknown_version},
      {"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Refusal::unknown_version},
      {"GET / HTTP/1.1\r\n\r\n", Refusal::host_missing},
      {"GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", Refusal::host_missing},
      {get_with("X : y\r\n"), Refusal::malformed},
      {get_with("no colon\r\n"), Refusal::malformed},
      {get_with("X: a\x01z\r\n"), Refusal::malformed},
      {get_with("Content-Length: -1\r\n"), Refusal::malformed},
      {get_with("Content-Length: 1\r\nContent-Length: 2\r\n"), Refusal::malformed},
      {get_with("Content-Length: 99999999999999999999999\r\n"), Refusal::malformed},
      // Two ways to say where the body ends: the door for request smuggling.
      {get_with("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n"), Refusal::malformed},
      {get_with("Transfer-Encoding: chunked\r\nContent-Length: 1\r\n"), Refusal::malformed},
      {get_with("Transfer-Encoding: gzip\r\n"), Refusal::unknown_coding},
      {get_with("Transfer-Encoding: gzip, chunked\r\n"), Refusal::unknown_coding},
      {get_with("Transfer-Encoding: chunked\r\n") + "zz\r\n", Refusal::malformed},
      {get_with("Transfer-Encoding: chunked\r\n") + "1\r\nabcd\r\n", Refusal::malformed},
      {get_with("Transfer-Encoding: chunked\r\n") + "fffffff\r\n", Refusal::body_too_large},
  };
  for (const auto& [bytes, refusal] : table)
    EXPECT_EQ(parse(bytes).refusal, std::optional(refusal)) << bytes;
}

TEST(RequestParser, HasLimitsAtTheByte) {
  const auto header_of = [](std::size_t size) {
    const std::string rest = get_with("X: \r\n");
    return get_with("X: " + std::string(size - rest.size(), 'x') + "\r\n");
  };
  EXPECT_FALSE(parse(header_of(limits_in_force.header_bytes)).refusal);
  EXPECT_EQ(parse(header_of(limits_in_force.header_bytes + 1)).refusal, Refusal::header_too_large);

  const auto target_of = [](std::size_t size) {
    return "GET /" + std::string(size - 1, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
  };
  EXPECT_FALSE(parse(target_of(limits_in_force.target_bytes)).refusal);
  EXPECT_EQ(parse(target_of(limits_in_force.target_bytes + 1)).refusal, Refusal::target_too_long);

  const auto body_of = [](std::size_t size) {
    return get_with("Content-Length: " + std::to_string(size) + "\r\n") + std::string(size, 'b');
  };
  EXPECT_TRUE(parse(body_of(limits_in_force.body_bytes)).done);
  EXPECT_EQ(parse(body_of(limits_in_force.body_bytes + 1)).refusal, Refusal::body_too_large);
}

TEST(RequestParser, AHeaderWithoutEndIsNoticedEarly) {
  EXPECT_EQ(
      header_fault("GET /" + std::string(limits_in_force.target_bytes + 100, 'a'), limits_in_force),
      Refusal::target_too_long);
  EXPECT_EQ(header_fault("GET / HTTP/1.1\r\n" + std::string(limits_in_force.header_bytes, 'a'),
                         limits_in_force),
            Refusal::header_too_large);
  EXPECT_FALSE(header_fault("GET / HTTP/1.1\r\nHo", limits_in_force));
}

// Whatever comes, the parser says so and neither crashes nor uses more than it was given.
RC_GTEST_PROP(RequestParser, SurvivesAnyBytes, (const std::string& noise)) {
  const auto place = *rc::gen::inRange<std::size_t>(0, 120);
  auto bytes =
      get_with("Transfer-Encoding: chunked\r\nAccept: text/html\r\n") + "5\r\nhello\r\n0\r\n\r\n";
  bytes.insert(std::min(place, bytes.size()), noise);
  const auto piece = *rc::gen::inRange<std::size_t>(1, 40);
  const auto parsed = parse(bytes, piece);
  RC_ASSERT(parsed.used <= bytes.size());
}

}  // namespace jalur::http

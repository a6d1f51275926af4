#include "http/desk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "http/test_house.h"

namespace jalur::http {

namespace {

const std::vector<Asset> assets{
    {"/index.html", "<!doctype html><title>Jalur</title>"},
    {"/assets/app-1a2b.js", "console.log(1)"},
    {"/favicon.svg", "<svg/>"},
    {"/api/openapi.yaml", "openapi: 3.1.0"},
};

struct DeskTest : testing::Test {
  TestHouse kept;
  Metrics metrics{Desk::labels()};
  Site site{kept.house, metrics, "0.1.0", std::nullopt, {}, false, false, {}};
  std::string coordinator = kept.cookie_of(accounts::Role::coordinator);
  Desk desk{site, assets, 1u << 20};

  Reply ask(const Request& request) {
    auto taken = desk.take(request);
    if (auto* reply = std::get_if<Reply>(&taken)) return std::move(*reply);
    return desk.do_work(std::move(std::get<Work>(taken)), request);
  }

  Reply get(std::string_view target) { return ask(request_for(target)); }

  static Request request_for(std::string_view target) {
    Request request;
    request.method = Method::get;
    request.target = target;
    request.host = "localhost:8080";
    return request;
  }

  Request claim_for(std::string_view target, std::string body) {
    auto request = request_for(target);
    request.method = Method::put;
    request.cookie = coordinator;
    request.content_type = "application/json";
    request.body_announced = true;
    request.body = std::move(body);
    return request;
  }

  std::string claim_target(const std::string& indicator) {
    const auto year = kept.store.year(kampar_2023());
    return "/api/v1/submissions/" + year->submissions.front() + "/claims/" + indicator;
  }
};

constexpr std::string_view score_target = "/api/v1/regions/14.01/years/2023/score";

}  // namespace

TEST_F(DeskTest, AnswersEveryRoute) {
  const auto submission = kept.store.year(kampar_2023())->submissions.front();
  const std::string year = "/api/v1/regions/14.01/years/2023";
  for (const std::string& target :
       {std::string("/api/v1/rulesets"),
        std::string("/api/v1/rulesets/iid-2026"),
        std::string("/api/v1/regions"),
        std::string("/api/v1/home"),
        year,
        year + "/score",
        year + "/score?ruleset=iid-2026",
        year + "/comparison?with=iid-2026",
        year + "/units",
        year + "/units?sort=name&limit=1",
        year + "/units/export?format=csv",
        year + "/innovations?q=a&sort=maturity&limit=200&stage=implementation&state=submitted",
        year + "/innovations/export?format=xlsx&sort=unit",
        "/api/v1/submissions/" + submission,
        std::string("/api/v1/reference/affairs"),
        std::string("/api/v1/reference/regions"),
        std::string("/api/v1/reference/regions?province=14&after=14.01&limit=1"),
        std::string("/api/v1/reference/regions/14.01/districts"),
        std::string("/api/v1/reference/results?region=kampar"),
        std::string("/api/openapi.yaml"),
        std::string("/healthz"),
        std::string("/readyz"),
        std::string("/metrics")}) {
    const auto reply = get(target);
    EXPECT_EQ(reply.status(), 200) << target << "\n" << reply.body();
    EXPECT_FALSE(reply.body().empty()) << target;
  }
}

TEST_F(DeskTest, TellsWhatIsWrongWithACall) {
  const std::tuple<const char*, int, const char*> table[] = {
      {"/api/v1/nothing", 404, "path"},
      {"/api/v1/rulesets/", 404, "path"},
      {"/api/v1/rulesets/iid-1999", 404, "iid-2026"},
      {"/api/v1/rulesets?x=1", 400, "\"x\""},
      {"/api/v1/regions/1401/years/2023/score", 400, "\"code\""},
      {"/api/v1/regions/14.01/years/1999/score", 400, "\"year\""},
      {"/api/v1/regions/14.01/years/2101/score", 400, "\"year\""},
      {"/api/v1/regions/14.01/years/2023x/score", 400, "\"year\""},
      {"/api/v1/regions/14.01/years/2022/score", 404, "2022"},
      {"/api/v1/regions/14.01/years/2023/score?ruleset=iid-1", 400, "iid-1"},
      {"/api/v1/regions/14.01/years/2023/score?ruleset=iid-2023&ruleset=iid-2026", 400, "ruleset"},
      {"/api/v1/regions/14.01/years/2023/comparison", 400, "\"with\""},
      {"/api/v1/regions/14.01/years/2023/innovations?limit=0", 400, "\"limit\""},
      {"/api/v1/regions/14.01/years/2023/innovations?limit=201", 400, "\"limit\""},
      {"/api/v1/regions/14.01/years/2023/innovations?limit=ten", 400, "ten"},
      {"/api/v1/regions/14.01/years/2023/innovations?sort=size", 400, "name, maturity, unit"},
      {"/api/v1/regions/14.01/years/2023/innovations/export", 400, "\"format\""},
      {"/api/v1/regions/14.01/years/2023/units/export?format=pdf", 400, "csv, xlsx"},
      {"/api/v1/regions?after=x", 400, "\"after\""},
      {"/api/v1/submissions/1", 400, "\"id\""},
      {"/api/v1/submissions/0193b0a0-0000-7000-8000-000000000000", 404, "0193b0a0"},
      {"/api/v1/reference/regions?province=1", 400, "\"province\""},
      {"/api/v1/reference/regions/99.99/districts", 404, "99.99"},
      {"/api/v1/rulesets/%ff", 400, "path"},
      {"/assets/../index.html", 404, "path"},
      {"/assets/%2e%2e/index.html", 404, "path"},
      {"/../etc/passwd", 404, "path"},
  };
  for (const auto& [target, status, word] : table) {
    const auto reply = get(target);
    EXPECT_EQ(reply.status(), status) << target << "\n" << reply.body();
    EXPECT_NE(reply.body().find(word), std::string_view::npos) << target << "\n" << reply.body();
    EXPECT_NE(reply.head().find("application/problem+json"), std::string_view::npos) << target;
    EXPECT_NE(reply.head().find("no-store"), std::string_view::npos) << target;
  }
}

TEST_F(DeskTest, TellsAllThatIsWrongAtOnce) {
  const auto reply = get("/api/v1/regions/x/years/y/units/export?sort=z&other=1");
  for (const char* field : {"code", "year", "sort", "format", "other"})
    EXPECT_NE(reply.body().find("\"field\":\"" + std::string(field) + "\""), std::string_view::npos)
        << reply.body();
}

TEST_F(DeskTest, SpeaksTheLanguageThatIsWanted) {
  auto request = request_for("/api/v1/nothing");
  EXPECT_NE(ask(request).body().find("Alamat ini tidak ada"), std::string_view::npos);
  request.accept_language = "en";
  EXPECT_NE(ask(request).body().find("There is no such address"), std::string_view::npos);
}

TEST_F(DeskTest, KeepsAnAnswerUntilTheYearChanges) {
  const auto first = get(score_target);
  EXPECT_EQ(first.from_cache, false);
  const int calls = kept.store.calls;
  const auto second = get(score_target);
  EXPECT_EQ(second.from_cache, true);
  EXPECT_EQ(kept.store.calls, calls + 1);  // the revision only
  EXPECT_EQ(second.sent, first.sent);

  kept.import("samples/kampar-2023.json");
  const auto third = get(score_target);
  EXPECT_EQ(third.from_cache, false);
  EXPECT_EQ(third.sent->etag, first.sent->etag);  // the data are the same
}

// Many ask at once for what is not in memory: the first makes it, the others find it.
TEST_F(DeskTest, WorkThatWaitedFindsTheAnswerOfTheOneBeforeIt) {
  const auto request = request_for(score_target);
  auto first = desk.take(request);
  auto second = desk.take(request);
  EXPECT_EQ(desk.do_work(std::move(std::get<Work>(first)), request).from_cache, false);
  EXPECT_EQ(desk.do_work(std::move(std::get<Work>(second)), request).from_cache, true);
}

TEST_F(DeskTest, AnAnswerInOneLanguageIsNotGivenInTheOther) {
  auto request = request_for("/api/v1/regions/14.01/years/2023/comparison?with=iid-2026");
  const std::string indonesian(ask(request).body());
  request.accept_language = "en";
  EXPECT_NE(ask(request).body(), indonesian);
  request.accept_language = "id";
  EXPECT_EQ(ask(request).body(), indonesian);
}

TEST_F(DeskTest, RulesAreMadeOnceAndNeedNoStore) {
  get("/api/v1/rulesets");
  const int calls = kept.store.calls;
  const auto again = desk.take(request_for("/api/v1/rulesets"));
  EXPECT_EQ(std::get<Reply>(again).from_cache, true);
  EXPECT_EQ(kept.store.calls, calls);
}

TEST_F(DeskTest, AnswersNotModifiedToWhoHasItAlready) {
  const auto whole = get(score_target);
  auto request = request_for(score_target);
  request.if_none_match = whole.sent->etag;
  EXPECT_EQ(ask(request).status(), 304);
  EXPECT_TRUE(ask(request).body().empty());

  // Its gzip form is another representation with another tag.
  request.accept_encoding = "gzip";
  const auto packed = ask(request);
  EXPECT_EQ(packed.status(), 200);
  request.if_none_match = packed.sent->etag;
  EXPECT_EQ(ask(request).status(), 304);
}

TEST_F(DeskTest, HeadHasTheHeadOfGet) {
  auto request = request_for(score_target);
  const auto get_reply = ask(request);
  request.method = Method::head;
  const auto head_reply = ask(request);
  EXPECT_EQ(head_reply.head(), get_reply.head());
  EXPECT_TRUE(head_reply.body().empty());
}

TEST_F(DeskTest, AClaimAnswersWithTheIndexThatAScoreThenShows) {
  const auto saved = ask(claim_for(claim_target("16"), R"({"level": 0})"));
  ASSERT_EQ(saved.status(), 200) << saved.body();
  const auto index = [](std::string_view body) {
    const auto at = body.find("\"index\":\"");
    return std::string(body.substr(at, body.find('"', at + 9) - at));
  };
  EXPECT_EQ(index(saved.body()), index(get(score_target).body()));
  const auto raised = ask(claim_for(claim_target("16"), R"({"level": 3})"));
  EXPECT_NE(index(raised.body()), index(saved.body()));
  EXPECT_EQ(index(raised.body()), index(get(score_target).body()));
}

TEST_F(DeskTest, AWrongClaimChangesNothing) {
  const auto before = *kept.store.revision(kampar_2023());
  for (const char* body : {"", "{}", "[]", "{\"level\":4}", "{\"level\":-1}", "{\"level\":\"2\"}",
                           "{\"level\":2,\"x\":1}", "{\"level\":2.5}", "{\"level\":", "\xff"})
    EXPECT_EQ(ask(claim_for(claim_target("16"), body)).status(), 400) << body;
  EXPECT_EQ(ask(claim_for(claim_target("99"), R"({"level": 1})")).status(), 400);
  EXPECT_EQ(*kept.store.revision(kampar_2023()), before);
}

TEST_F(DeskTest, WritesFromOtherPagesAreRefused) {
  const auto target = claim_target("16");
  auto request = claim_for(target, R"({"level": 1})");
  request.origin = "http://localhost:8080";
  EXPECT_EQ(ask(request).status(), 200);
  for (const char* origin : {"null", "http://localhost:9090", "https://localhost:8080",
                             "http://127.0.0.1:8080", "http://evil.example", ""}) {
    request.origin = origin;
    EXPECT_EQ(ask(request).status(), 403) << origin;
  }
  request.origin.reset();
  request.content_type = "text/plain";
  EXPECT_EQ(ask(request).status(), 415);
  request.content_type = "application/json";
  request.body_announced = false;
  EXPECT_EQ(ask(request).status(), 411);
}

TEST_F(DeskTest, ANameThatIsNotThisMachineIsRefusedEverywhere) {
  for (const char* target : {"/", "/api/v1/rulesets", "/healthz", "/nothing"}) {
    auto request = request_for(target);
    request.host = "rebound.example:8080";
    EXPECT_EQ(ask(request).status(), 421) << target;
  }
}

TEST_F(DeskTest, BeyondThisMachineThePublicNameIsOurs) {
  site.public_origin = "https://jalur.example";
  const auto target = claim_target("16");
  auto request = claim_for(target, R"({"level": 1})");
  request.host = "jalur.example";
  request.origin = "https://jalur.example";
  EXPECT_EQ(ask(request).status(), 200);
  request.origin = "https://evil.example";
  EXPECT_EQ(ask(request).status(), 403);
  request.origin.reset();
  request.host = "evil.example";
  EXPECT_EQ(ask(request).status(), 421);
  request.host = "localhost:8080";
  EXPECT_EQ(ask(request).status(), 200);
  site.public_origin.clear();
  site.beyond_loopback = true;  // and nobody told us our name
  request.host = "192.168.1.4:8080";
  request.origin = "http://192.168.1.4:8080";
  EXPECT_EQ(ask(request).status(), 200);
}

TEST_F(DeskTest, WrongPasswordsAreCountedForTheAddressThatAProxyTells) {
  site.public_origin = "https://jalur.example";
  const auto try_from = [&](std::string_view address, int n) {
    auto request = request_for("/api/v1/session");
    request.method = Method::post;
    request.client = "127.0.0.1";
    request.forwarded_for = address;
    request.content_type = "application/json";
    request.body_announced = true;
    request.body =
        R"({"email":"nobody)" + std::to_string(n) + R"(@contoh.example","password":"x"})";
    return ask(request).status();
  };
  int tries = 0;
  while (try_from("203.0.113.7, 198.51.100.1", tries) == 401 && tries < 1000) ++tries;
  EXPECT_EQ(try_from("203.0.113.8, 198.51.100.1", 1001), 429);
  EXPECT_EQ(try_from("198.51.100.1, 203.0.113.9", 1002), 401);
}

TEST_F(DeskTest, MethodsThatARouteDoesNotTakeAreToldWithThoseItTakes) {
  auto request = claim_for("/api/v1/rulesets", "{}");
  auto reply = ask(request);
  EXPECT_EQ(reply.status(), 405);
  EXPECT_NE(reply.head().find("Allow: GET, HEAD, OPTIONS\r\n"), std::string_view::npos);
  request.method = Method::other;
  request.method_word = "DELETE";
  EXPECT_EQ(ask(request).status(), 405);
  request.target = "/";
  EXPECT_EQ(ask(request).status(), 405);
  request.target = "/nothing";
  EXPECT_EQ(ask(request).status(), 404);
  request.method = Method::options;
  request.target = "/api/v1/rulesets";
  reply = ask(request);
  EXPECT_EQ(reply.status(), 204);
  EXPECT_NE(reply.head().find("Allow: GET, HEAD, OPTIONS\r\n"), std::string_view::npos);
  request.target = "*";
  EXPECT_EQ(ask(request).status(), 204);
}

TEST_F(DeskTest, PagesAreServedWithTheirGuards) {
  const auto page = get("/");
  EXPECT_EQ(page.status(), 200);
  for (const char* field : {"Content-Type: text/html", "default-src 'self'",
                            "frame-ancestors 'none'", "X-Content-Type-Options: nosniff",
                            "Referrer-Policy: no-referrer", "Cache-Control: no-cache", "ETag: "})
    EXPECT_NE(page.head().find(field), std::string_view::npos) << field;
  const auto script = get("/assets/app-1a2b.js");
  EXPECT_NE(script.head().find("immutable"), std::string_view::npos);
  EXPECT_NE(script.head().find("text/javascript"), std::string_view::npos);
}

TEST_F(DeskTest, AddressesOfTheWebInterfaceGetItsPage) {
  auto request = request_for("/wilayah/14.01/2023/inovasi");
  EXPECT_EQ(ask(request).status(), 404);  // a program asked
  request.accept = "text/html,*/*;q=0.8";
  EXPECT_EQ(ask(request).status(), 200);
  for (const char* target : {"/api/v1/nothing", "/api/", "/assets/old-9.js", "/healthz/x"}) {
    request.target = target;
    EXPECT_EQ(ask(request).status(), 404) << target;
  }
}

TEST_F(DeskTest, HomeIsTheSetYearOrTheFirstRegionsLatest) {
  kept.import("samples/kampar-2026.json");
  EXPECT_EQ(get("/api/v1/home").body(), R"({"region":"14.01","year":2026,"version":"0.1.0"})");
  site.home = kampar_2023();
  EXPECT_EQ(get("/api/v1/home").body(), R"({"region":"14.01","year":2023,"version":"0.1.0"})");
  site.home = app::YearKey{*RegionCode::parse("11"), 2020};
  EXPECT_EQ(get("/api/v1/home").body(), R"({"region":"14.01","year":2026,"version":"0.1.0"})");
}

TEST_F(DeskTest, DownloadsHaveAName) {
  const auto reply = get("/api/v1/regions/14.01/years/2023/innovations/export?format=csv");
  EXPECT_NE(
      reply.head().find("Content-Disposition: attachment; filename=\"inovasi-14.01-2023.csv\"\r\n"),
      std::string_view::npos);
}

TEST_F(DeskTest, AStoreOutOfReachIsToldAsSuch) {
  get(score_target);
  kept.store.unreachable = true;
  for (const char* target : {"/readyz", "/api/v1/home", "/api/v1/regions/14.01/years/2023/score"})
    EXPECT_EQ(get(target).status(), 503) << target;
  EXPECT_EQ(get("/healthz").status(), 200);
  EXPECT_EQ(get("/api/v1/rulesets").status(), 200);
}

// Any target at all gets a proper answer and never a defect.
RC_GTEST_FIXTURE_PROP(DeskTest, AnyTargetIsAnswered, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::oneOf(
      rc::gen::element<std::string>("/", "api", "/v1", "/regions", "/14.01", "/years", "/2023",
                                    "/score", "?", "&", "=", "limit", "after", "%2", "%20", "q"),
      rc::gen::string<std::string>()));
  std::string target = "/";
  for (const auto& piece : pieces) target += piece;
  const auto reply = get(target);
  RC_ASSERT(reply.status() == 200 || reply.status() == 400 || reply.status() == 404);
}

}  // namespace jalur::http

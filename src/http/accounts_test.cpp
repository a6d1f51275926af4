// Signing in over the wire: the cookie, the methods, and who is refused before anything happens.
#include <gtest/gtest.h>

#include "base/limits.h"
#include "http/desk.h"
#include "http/test_house.h"

namespace jalur::http {

namespace {

constexpr std::string_view session_target = "/api/v1/session";
const std::string email = "koko@contoh.example";
const std::string password = "kuda baterai jepit";

struct AccountsDesk : testing::Test {
  TestHouse kept;
  Metrics metrics{Desk::labels()};
  Site site{kept.house, metrics, "0.1.0", std::nullopt, {}, false, false, {}};
  Desk desk{site, {}, 1u << 20};
  std::string cookie;

  void SetUp() override {
    const auto link = app::value_or_throw(app::first_link(kept.house, kampar_2023().region));
    const auto token = link->path.substr(std::string("/undangan/").size());
    app::value_or_throw(app::use_link(kept.house, token, {password, "Koko Contoh", email}));
  }

  static Request request(Method method, std::string_view target, std::string body = {}) {
    Request request;
    request.method = method;
    request.target = target;
    request.host = "localhost:8080";
    request.body_announced = !body.empty();
    if (!body.empty()) request.content_type = "application/json";
    request.body = std::move(body);
    return request;
  }

  Reply ask(Request request) {
    request.cookie = cookie;
    auto taken = desk.take(request);
    if (auto* reply = std::get_if<Reply>(&taken)) return std::move(*reply);
    return desk.do_work(std::move(std::get<Work>(taken)), request);
  }

  static std::string sign_in_body() {
    return R"({"email":")" + email + R"(","password":")" + password + "\"}";
  }

  static std::string cookie_in(const Reply& reply) {
    const auto head = reply.head();
    const auto at = head.find("Set-Cookie: ");
    if (at == std::string_view::npos) return {};
    const auto from = at + std::string_view("Set-Cookie: ").size();
    return std::string(head.substr(from, head.find("\r\n", from) - from));
  }

  void sign_in() {
    const auto set = cookie_in(ask(request(Method::post, session_target, sign_in_body())));
    cookie = "theme=dark; " + set.substr(0, set.find(';'));
  }

  bool is_signed_in() {
    const auto reply = ask(request(Method::get, session_target));
    return reply.body().find(R"("signed_in":true)") != std::string_view::npos;
  }
};

}  // namespace

TEST_F(AccountsDesk, ASessionIsACookieThatNobodyMayKeepACopyOf) {
  EXPECT_FALSE(is_signed_in());
  const auto reply = ask(request(Method::post, session_target, sign_in_body()));
  EXPECT_EQ(reply.status(), 200) << reply.body();
  EXPECT_NE(reply.head().find("Cache-Control: no-store\r\n"), std::string_view::npos);
  EXPECT_NE(cookie_in(reply).find("; HttpOnly; SameSite=Lax"), std::string::npos);
  EXPECT_EQ(cookie_in(reply).find("Secure"), std::string::npos);
  sign_in();
  EXPECT_TRUE(is_signed_in());
  const auto out = ask(request(Method::delete_, session_target));
  EXPECT_EQ(out.status(), 200);
  EXPECT_NE(cookie_in(out).find("jalur_session=; Path=/; Max-Age=0"), std::string::npos);
  EXPECT_FALSE(is_signed_in());
}

TEST_F(AccountsDesk, WherePeopleComeOverHttpsTheCookieStaysThere) {
  site.secure_cookies = true;
  const auto reply = ask(request(Method::post, session_target, sign_in_body()));
  EXPECT_TRUE(cookie_in(reply).ends_with("; Secure"));
}

TEST_F(AccountsDesk, NoMethodThatChangesIsTakenFromAForeignPage) {
  for (const Method method : {Method::post, Method::put, Method::delete_}) {
    auto foreign = request(method, session_target, "{}");
    foreign.origin = "http://evil.example";
    EXPECT_EQ(ask(foreign).status(), 403) << word_of(method);
    auto told = request(method, session_target, "{}");
    for (const char* site_word : {"cross-site", "same-site", "something new"}) {
      told.fetch_site = site_word;
      EXPECT_EQ(ask(told).status(), 403) << word_of(method) << " " << site_word;
    }
    auto form = request(method, session_target, "email=a");
    form.content_type = "application/x-www-form-urlencoded";
    EXPECT_EQ(ask(form).status(), 415) << word_of(method);
  }
  auto own = request(Method::post, session_target, sign_in_body());
  own.origin = "http://localhost:8080";
  own.fetch_site = "same-origin";
  EXPECT_EQ(ask(own).status(), 200);
}

TEST_F(AccountsDesk, WhoTriesTooOftenIsToldWhenToComeBack) {
  const std::string wrong = R"({"email":")" + email + R"(","password":"salah sekali lagi"})";
  for (int i = 0; i < limits::wrong_tries; ++i)
    EXPECT_EQ(ask(request(Method::post, session_target, wrong)).status(), 401);
  const Reply refused = ask(request(Method::post, session_target, wrong));
  EXPECT_EQ(refused.status(), 429);
  EXPECT_NE(refused.head().find("Retry-After: 60\r\n"), std::string_view::npos) << refused.head();
}

TEST_F(AccountsDesk, TheMethodsOfAnAddressAreTold) {
  auto asked = request(Method::options, session_target);
  EXPECT_NE(ask(asked).head().find("Allow: GET, HEAD, POST, DELETE, OPTIONS\r\n"),
            std::string_view::npos);
  EXPECT_EQ(ask(request(Method::put, session_target, "{}")).status(), 405);
}

TEST_F(AccountsDesk, CallsThatTakeNoBodyRefuseOne) {
  EXPECT_EQ(ask(request(Method::delete_, session_target, "{}")).status(), 400);
  EXPECT_EQ(ask(request(Method::post, session_target)).status(), 400);  // one that needs one
}

TEST_F(AccountsDesk, WhatIsChangedIsChangedInThePersonsName) {
  sign_in();
  const auto submission = kept.store.year(kampar_2023())->submissions.front();
  const std::string target = "/api/v1/submissions/" + submission + "/claims/16";
  ASSERT_EQ(ask(request(Method::put, target, R"({"level":0})")).status(), 200);
  const auto page = kept.store.journal.page({kampar_2023().region, {}, {}, {}, {}, {}, {}, 1});
  EXPECT_EQ(page->items.front().by.name, "Koko Contoh");
}

TEST_F(AccountsDesk, PeopleOfTheSampleAreOfferedOnlyWhereItIsServed) {
  const auto before = ask(request(Method::get, session_target));
  EXPECT_NE(before.body().find(R"("sample_people":[])"), std::string_view::npos);
  site.sample_people = {{"Olan Contoh", "o@contoh.example", "p", accounts::Role::operator_, ""}};
  const auto after = ask(request(Method::get, session_target));
  EXPECT_NE(after.body().find("Olan Contoh"), std::string_view::npos);
}

}  // namespace jalur::http

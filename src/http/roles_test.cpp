// Every route, asked by everybody: the answer is what the table of permissions says.
#include <map>

#include <gtest/gtest.h>

#include "http/desk.h"
#include "http/test_house.h"

namespace jalur::http {

namespace {

using accounts::Role;

struct RolesTest : testing::Test {
  TestHouse kept;
  Metrics metrics{Desk::labels()};
  Site site{kept.house, metrics, "0.1.0", std::nullopt, {}, false, false, {}};
  std::unique_ptr<Desk> desk = std::make_unique<Desk>(site, std::vector<Asset>(), 1u << 20);
  app::StoredYear year = kept.store.year(kampar_2023()).value();
  std::string unit = year.data.innovations.front().unit;

  // The pattern with things of Kampar in it; the submission is one of `unit`.
  std::string target_of(const Route& route) const {
    const std::map<std::string, std::string> named{
        {"code", "14.01"},
        {"year", "2023"},
        {"sequence", "1"},
        {"token", "14.01.x"},
        {"indicator", "16"},
        {"upload", "01900000-0000-7000-8000-000000000000"},
        {"evidence", "01900000-0000-7000-8000-000000000000"},
        {"page", "1"},
        {"person", "01900000-0000-7000-8000-000000000000"},
        {"proposal", "01900000-0000-7000-8000-000000000000"},
        {"unit", "01900000-0000-7000-8000-000000000000"}};
    std::string target;
    std::istringstream parts{std::string(route.pattern.substr(1))};
    for (std::string part; std::getline(parts, part, '/');) {
      const bool is_named = part.front() == '{';
      const std::string name = is_named ? part.substr(1, part.size() - 2) : "";
      const bool is_submission =
          name == "id" && route.pattern.find("submissions") != std::string::npos;
      if (is_submission)
        part = year.submissions.front();
      else if (name == "id")
        part = "iid-2023";
      else if (is_named)
        part = named.at(name);
      target += "/" + part;
    }
    return target;
  }

  int status_of(const Route& route, const std::string& cookie) {
    const std::string target = target_of(route);
    Request request;
    request.method = route.method;
    request.target = target;
    request.host = "localhost:8080";
    request.cookie = cookie;
    request.accept = "application/json";
    request.upload.version = "1.0.0";
    const bool has_body = route.method == Method::put || route.method == Method::post;
    request.body_announced = has_body;
    if (has_body) request.content_type = "application/json";
    if (route.method == Method::patch) {
      request.body_announced = true;
      request.content_type = "application/offset+octet-stream";
    }
    if (has_body)
      request.body = route.action == accounts::Action::edit_claims ? R"({"level":2})" : "{}";
    auto taken = desk->take(request);
    if (auto* reply = std::get_if<Reply>(&taken)) return reply->status();
    return desk->do_work(std::move(std::get<Work>(taken)), request).status();
  }

  bool is_refused(int status) const { return status == 401 || status == 403; }
};

// What signing in answers to a wrong pair or no session is no matter of permission.
bool is_about_a_session(const Route& route) {
  return route.pattern.find("/session") != std::string_view::npos ||
         route.pattern.find("/me/") != std::string_view::npos;
}

}  // namespace

TEST_F(RolesTest, EveryRouteAnswersEveryRoleAsTheTableSays) {
  for (const Route& route : routes()) {
    if (route.handler == nullptr) continue;
    for (std::size_t i = 0; i < accounts::role_count; ++i) {
      const auto role = static_cast<Role>(i);
      const int status =
          status_of(route, kept.cookie_of(role, accounts::is_of_a_unit(role) ? unit : ""));
      const bool may = accounts::reach_of(role, route.action) != accounts::Reach::none;
      if (may && is_about_a_session(route)) continue;
      EXPECT_EQ(is_refused(status), !may) << word_of(route.method) << " " << route.pattern << " as "
                                          << accounts::word(role) << ": " << status;
      if (!may) {
        EXPECT_EQ(status, 403) << route.pattern;
      }
    }
  }
}

TEST_F(RolesTest, WhoeverHasNotSignedInIsToldSo) {
  for (const bool open : {true, false}) {
    kept.show_figures(open);
    desk = std::make_unique<Desk>(site, std::vector<Asset>(), 1u << 20);  // remembers nothing
    for (const Route& route : routes()) {
      if (route.handler == nullptr || is_about_a_session(route)) continue;
      const auto reach = accounts::reach_of_anyone(route.action);
      // A list over all regions is for everybody; what it shows is up to each region.
      const bool lists_regions = route.pattern == "/api/v1/regions";
      const bool may = reach == accounts::Reach::nation ||
                       (reach == accounts::Reach::open_region && (open || lists_regions));
      const int status = status_of(route, "");
      EXPECT_EQ(status == 401, !may) << word_of(route.method) << " " << route.pattern
                                     << (open ? " open: " : " closed: ") << status;
    }
  }
}

TEST_F(RolesTest, AnOperatorMayNotTouchTheWorkOfAnotherUnit) {
  const auto& units = year.data.units;
  const auto other = std::find_if(units.begin(), units.end(),
                                  [&](const Unit& candidate) { return candidate.name != unit; });
  ASSERT_NE(other, units.end());
  for (const Route& route : routes()) {
    if (route.action != accounts::Action::edit_claims) continue;
    EXPECT_EQ(status_of(route, kept.cookie_of(Role::operator_, other->name)), 403);
  }
}

TEST_F(RolesTest, ARouteThatIsAnsweredAtOnceIsForEverybody) {
  for (const Route& route : routes()) {
    if (route.runs == Runs::at_once) {
      EXPECT_EQ(accounts::reach_of_anyone(route.action), accounts::Reach::nation) << route.pattern;
    }
  }
}

TEST_F(RolesTest, DraftsAreListedForTheirOwnUnitOnly) {
  const auto drafts_for = [&](const std::string& cookie) {
    const std::string target = "/api/v1/regions/14.01/years/2023/innovations?state=draft";
    Request request;
    request.method = Method::get;
    request.target = target;
    request.host = "localhost";
    request.cookie = cookie;
    auto taken = desk->take(request);
    const Reply reply = desk->do_work(std::move(std::get<Work>(taken)), request);
    const auto body = reply.body();
    const auto at = body.find("\"total\":");
    return std::stoi(std::string(body.substr(at + 8)));
  };
  std::map<std::string, int> drafts;
  for (const Innovation& innovation : year.data.innovations)
    if (innovation.state == SubmissionState::draft) ++drafts[innovation.unit];
  ASSERT_FALSE(drafts.empty());
  const auto& [owner, count] = *drafts.begin();
  int all = 0;
  for (const auto& [name, number] : drafts) all += number;
  EXPECT_EQ(drafts_for(kept.cookie_of(Role::coordinator)), all);
  EXPECT_EQ(drafts_for(kept.cookie_of(Role::operator_, owner)), count);
  EXPECT_EQ(drafts_for(""), 0);
}

}  // namespace jalur::http

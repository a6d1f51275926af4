// One-time links, the people of a region, its settings, and the sample.
#include "accounts/totp.h"
#include "app/account_fixture_test.h"

namespace jalur::app {

namespace {

using accounts::Action;
using accounts::LinkPurpose;
using accounts::PersonState;
using accounts::Role;
using accounts::SecondFactor;
using std::chrono::hours;
using testing::ElementsAre;
using testing::SizeIs;

const accounts::HeldRole of_health{Role::operator_, "Dinas Kesehatan"};

TEST_F(Accounts, TheFirstCoordinatorComesThroughALinkAndTellsWhoTheyAre) {
  const auto link = first_link(house_, kampar);
  ASSERT_TRUE(link && *link);
  const auto token = token_of_link((*link)->path);
  const auto shown = read_link(house_, token);
  ASSERT_TRUE(shown);
  EXPECT_EQ(shown->purpose, LinkPurpose::first);
  EXPECT_EQ(shown->name, "");
  EXPECT_EQ(shown->region_name, "Kabupaten Kampar");
  EXPECT_EQ(code_of(use_link(house_, token, {good_password, "", ""})), ErrorCode::invalid_input);
  const auto opened = use_link(house_, token, {good_password, "Koko Contoh", koko});
  ASSERT_TRUE(opened);
  EXPECT_TRUE(accounts::may(opened->standing.caller, Action::manage_people, {kampar, ""}));
  EXPECT_FALSE(*first_link(house_, kampar)) << "there is a coordinator now";
}

TEST_F(Accounts, ANewFirstLinkEndsTheOneBefore) {
  const auto old = token_of_link((*first_link(house_, kampar))->path);
  const auto fresh = token_of_link((*first_link(house_, kampar))->path);
  EXPECT_EQ(code_of(read_link(house_, old)), ErrorCode::not_found);
  EXPECT_TRUE(read_link(house_, fresh));
  pass(hours(24));
  EXPECT_EQ(code_of(read_link(house_, fresh)), ErrorCode::not_found);
}

TEST_F(Accounts, AFirstLinkIsWorthNothingOnceThereIsACoordinator) {
  const auto first = token_of_link((*first_link(house_, kampar))->path);
  accounts::Caller host{"p", "Host", kampar, {}, {{Role::coordinator, "", {}}}};
  active(host, "lain@contoh.example", {Role::coordinator, ""});
  EXPECT_EQ(code_of(read_link(house_, first)), ErrorCode::not_found);
  EXPECT_EQ(code_of(use_link(house_, first, {good_password, "Koko Contoh", koko})),
            ErrorCode::not_found);
}

TEST_F(Accounts, AnInvitationServesOnce) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto made = invited(coordinator, "siti@contoh.example", of_health);
  EXPECT_EQ(made.account.person.state, PersonState::invited);
  const auto token = token_of_link(made.link.path);
  EXPECT_EQ(read_link(house_, token)->email, "siti@contoh.example");
  EXPECT_EQ(code_of(use_link(house_, token, {"short", "", ""})), ErrorCode::invalid_input);
  const auto opened = use_link(house_, token, {good_password, "", ""});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->standing.person->state, PersonState::active);
  EXPECT_TRUE(
      accounts::may(opened->standing.caller, Action::edit_claims, {kampar, "Dinas Kesehatan"}));
  EXPECT_FALSE(
      accounts::may(opened->standing.caller, Action::edit_claims, {kampar, "Dinas Sosial"}));
  EXPECT_EQ(code_of(read_link(house_, token)), ErrorCode::not_found);
  EXPECT_EQ(code_of(use_link(house_, token, {good_password, "", ""})), ErrorCode::not_found);
  EXPECT_EQ(people_.actions().back(), "link.used");
}

TEST_F(Accounts, AnInvitationIsOverAfterSevenDays) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto made = invited(coordinator, "siti@contoh.example", of_health);
  pass(hours(7 * 24));
  EXPECT_EQ(code_of(use_link(house_, token_of_link(made.link.path), {good_password, "", ""})),
            ErrorCode::not_found);
}

TEST_F(Accounts, WhoForgotPasswordAndTelephoneIsRecoveredByTheCoordinator) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto siti = active(coordinator, "siti@contoh.example", of_health);
  const auto secret = begin_second_factor(house_, siti.token)->secret;
  ASSERT_TRUE(confirm_second_factor(
      house_, siti.token, accounts::factor_code(secret, accounts::factor_step(clock_.now()))));
  const auto renewed = renew_link(house_, coordinator, kampar, siti.standing.person->id);
  ASSERT_TRUE(renewed);
  const auto token = token_of_link(renewed->link.path);
  EXPECT_EQ(read_link(house_, token)->purpose, LinkPurpose::recovery);
  const auto opened = use_link(house_, token, {"gajah lilin payung", "", ""});
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->standing.second_factor, SecondFactor::off);
  EXPECT_EQ(code_of(caller_of(house_, siti.token)), ErrorCode::unauthenticated);
}

TEST_F(Accounts, ANewLinkEndsTheOnesBefore) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto made = invited(coordinator, "siti@contoh.example", of_health);
  const auto renewed = renew_link(house_, coordinator, kampar, made.account.person.id);
  ASSERT_TRUE(renewed);
  EXPECT_EQ(code_of(read_link(house_, token_of_link(made.link.path))), ErrorCode::not_found);
  EXPECT_EQ(read_link(house_, token_of_link(renewed->link.path))->purpose, LinkPurpose::invitation);
  EXPECT_TRUE(renew_link_of(house_, "siti@contoh.example"));
  EXPECT_EQ(code_of(renew_link_of(house_, "nobody@contoh.example")), ErrorCode::not_found);
}

TEST_F(Accounts, OnlyACoordinatorOfTheRegionManagesItsPeople) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto siti = active(coordinator, "siti@contoh.example", of_health).standing.caller;
  const auto person = given("Baru", "baru@contoh.example", {{Role::verifier, ""}});
  const auto siak = *RegionCode::parse("14.08");
  EXPECT_EQ(code_of(invite(house_, siti, kampar, person)), ErrorCode::forbidden);
  EXPECT_EQ(code_of(invite(house_, {}, kampar, person)), ErrorCode::unauthenticated);
  EXPECT_EQ(code_of(invite(house_, coordinator, siak, person)), ErrorCode::forbidden);
  EXPECT_EQ(code_of(list_people(house_, coordinator, {siak, "", {}, "", 50, {}})),
            ErrorCode::forbidden);
  EXPECT_EQ(code_of(renew_link(house_, siti, kampar, coordinator.person)), ErrorCode::forbidden);
  EXPECT_EQ(code_of(change_settings(house_, siti, kampar, {true, {}})), ErrorCode::forbidden);
}

TEST_F(Accounts, AnInvitationThatIsWrongChangesNothing) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto before = people_.entries().size();
  const auto no_unit = given("Siti", "siti@contoh.example", {{Role::operator_, "Dinas Laut"}});
  EXPECT_EQ(invite(house_, coordinator, kampar, no_unit).error().problems[0].field,
            "grants[0].unit");
  EXPECT_EQ(code_of(invite(house_, coordinator, kampar, given("Koko", koko, {of_health}))),
            ErrorCode::conflict);
  EXPECT_EQ(people_.entries().size(), before);
}

TEST_F(Accounts, ChangesAreToldFromAndTo) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto made = invited(coordinator, "siti@contoh.example", of_health);
  const auto& id = made.account.person.id;
  ASSERT_TRUE(change_person(house_, coordinator, kampar, id,
                            given("Siti Aminah", "siti@contoh.example", {{Role::verifier, ""}})));
  const auto entry = people_.entries().back();
  EXPECT_EQ(entry.action, "person.changed");
  EXPECT_EQ(entry.subject, id);
  EXPECT_EQ(entry.by.name, "Koko Contoh");
  EXPECT_EQ(entry.by.role, "coordinator");
  const std::vector<std::pair<std::string, std::string>> expected{
      {"name_from", "Orang siti@contoh.example"},
      {"name_to", "Siti Aminah"},
      {"roles_from", "operator (Dinas Kesehatan)"},
      {"roles_to", "verifier"}};
  EXPECT_EQ(entry.details, expected);
  const auto count = people_.entries().size();
  ASSERT_TRUE(change_person(house_, coordinator, kampar, id,
                            given("Siti Aminah", "siti@contoh.example", {{Role::verifier, ""}})));
  EXPECT_EQ(people_.entries().size(), count) << "nothing changed";
}

TEST_F(Accounts, TheLastCoordinatorStays) {
  const auto opened = first_coordinator();
  const auto& id = opened.standing.person->id;
  auto closing = given("Koko Contoh", koko, {{Role::coordinator, ""}});
  closing.state = PersonState::closed;
  const auto without = given("Koko Contoh", koko, {{Role::verifier, ""}});
  const auto caller = opened.standing.caller;
  invited(caller, "wakil@contoh.example", {Role::coordinator, ""});  // not active yet
  EXPECT_EQ(code_of(change_person(house_, caller, kampar, id, closing)), ErrorCode::conflict);
  EXPECT_EQ(code_of(change_person(house_, caller, kampar, id, without)), ErrorCode::conflict);
  EXPECT_TRUE(caller_of(house_, opened.token));
  active(caller, "kedua@contoh.example", {Role::coordinator, ""});
  EXPECT_TRUE(change_person(house_, caller, kampar, id, closing));
  EXPECT_EQ(code_of(caller_of(house_, opened.token)), ErrorCode::unauthenticated);
}

TEST_F(Accounts, AnAccountThatIsOpenedAgainIsAsFarAsItWas) {
  const auto coordinator = first_coordinator().standing.caller;
  const auto siti = active(coordinator, "siti@contoh.example", of_health);
  const auto& id = siti.standing.person->id;
  auto change = given("Siti", "siti@contoh.example", {of_health});
  change.state = PersonState::closed;
  ASSERT_TRUE(change_person(house_, coordinator, kampar, id, change));
  EXPECT_EQ(code_of(renew_link(house_, coordinator, kampar, id)), ErrorCode::conflict);
  change.state = PersonState::active;
  EXPECT_EQ(change_person(house_, coordinator, kampar, id, change)->account.person.state,
            PersonState::active);
  EXPECT_TRUE(sign_in(house_, "siti@contoh.example", good_password, ""));

  const auto fresh = invited(coordinator, "baru@contoh.example", of_health).account.person.id;
  auto other = given("Baru", "baru@contoh.example", {of_health});
  other.state = PersonState::active;
  EXPECT_EQ(change_person(house_, coordinator, kampar, fresh, other)->account.person.state,
            PersonState::invited);
}

TEST_F(Accounts, SettingsAreForTheRegionUnlessItsFiguresAreOpen) {
  const auto coordinator = first_coordinator().standing.caller;
  EXPECT_EQ(code_of(show_settings(house_, {}, kampar)), ErrorCode::unauthenticated);
  EXPECT_EQ(show_settings(house_, coordinator, kampar), RegionSettings());
  ASSERT_TRUE(change_settings(house_, coordinator, kampar, {true, {Role::verifier}}));
  EXPECT_TRUE(show_settings(house_, {}, kampar)->figures_open);
  EXPECT_EQ(people_.actions().back(), "settings.changed");
}

PersonRow row(int line, const std::string& name, const std::string& email, const std::string& unit,
              Role role) {
  const auto place = [&](char column) {
    return std::string("Orang!") + column + std::to_string(line);
  };
  return {{name, place('A')}, {email, place('B')}, {unit, place('C')}, role, place('D')};
}

TEST_F(Accounts, PeopleComeInFromASheetAllTogether) {
  const auto people =
      import_people(house_, kampar,
                    {row(2, "Siti", "Siti@contoh.example", "dinas kesehatan", Role::operator_),
                     row(3, "Asih", "asih@contoh.example", "", Role::assessor)});
  ASSERT_TRUE(people);
  ASSERT_THAT(*people, SizeIs(2));
  EXPECT_EQ(people->front().account.person.roles.front(), of_health);
  EXPECT_TRUE(read_link(house_, token_of_link(people->back().link.path)));
  EXPECT_THAT(people_.actions(), ElementsAre("person.invited", "person.invited"));
}

TEST_F(Accounts, ASheetIsCheckedBeforeAnybodyIsInvited) {
  const accounts::Caller coordinator = caller_of(house_, first_coordinator().token).value();
  const auto before = people_.entries().size();
  const auto import = [&](Role role, ImportMode mode) {
    const auto siti = row(2, "Siti", "siti@contoh.example", "Dinas Kesehatan", role);
    return import_people(house_, coordinator, kampar, {siti}, mode);
  };
  ASSERT_TRUE(import(Role::operator_, ImportMode::check));
  EXPECT_EQ(people_.entries().size(), before);
  const auto of_all_regions = import(Role::assessor, ImportMode::check);
  EXPECT_EQ(of_all_regions.error().problems.front().field, "Orang!D2");
  ASSERT_TRUE(import(Role::operator_, ImportMode::carry_out));
  EXPECT_EQ(people_.entries().back().by.name, coordinator.name);
  EXPECT_EQ(code_of(import_people(house_, accounts::Caller{}, kampar, {}, ImportMode::check)),
            ErrorCode::unauthenticated);
}

TEST_F(Accounts, AWrongSheetIsToldAllItsFaultsAndChangesNothing) {
  first_coordinator();
  const auto before = people_.entries().size();
  const auto people = import_people(
      house_, kampar,
      {row(2, "Siti", "siti@contoh.example", "Dinas Laut", Role::operator_),
       row(3, "", "no address", "", Role::verifier), row(4, "Koko", koko, "", Role::coordinator),
       row(5, "Budi", "SITI@contoh.example", "", Role::operator_),
       row(6, "Baik", "baik@contoh.example", "", Role::verifier)});
  ASSERT_FALSE(people);
  std::vector<std::string> places;
  for (const Problem& problem : people.error().problems) places.push_back(problem.field);
  EXPECT_THAT(places, ElementsAre("Orang!C2", "Orang!A3", "Orang!B3", "Orang!B4", "Orang!C5"));
  EXPECT_EQ(people_.entries().size(), before);
  EXPECT_EQ(code_of(people_.account_of("baik@contoh.example")), ErrorCode::not_found);
}

TEST_F(Accounts, TheSampleHasOnePersonPerRoleWithANewPasswordAtEveryStart) {
  const auto people = sample_people(house_, kampar);
  ASSERT_TRUE(people);
  ASSERT_THAT(*people, SizeIs(accounts::role_count));
  for (std::size_t i = 0; i < accounts::role_count; ++i) {
    const SamplePerson& person = (*people)[i];
    EXPECT_EQ(person.role, static_cast<Role>(i));
    EXPECT_TRUE(sign_in(house_, person.email, person.password, "")) << person.email;
  }
  EXPECT_TRUE(people_.settings(kampar)->figures_open);
  const auto again = sample_people(house_, kampar);
  ASSERT_TRUE(again);
  EXPECT_NE(again->front().password, people->front().password);
  EXPECT_TRUE(sign_in(house_, again->front().email, again->front().password, ""));
  EXPECT_EQ(code_of(sign_in(house_, people->front().email, people->front().password, "")),
            ErrorCode::unauthenticated);
}

TEST_F(Accounts, TheSampleStaysAwayFromRealData) {
  EXPECT_EQ(code_of(sample_people(house_, *RegionCode::parse("14.08"))), ErrorCode::not_found);
  auto real = store_.year({kampar, 2026})->data;
  real.illustration.clear();
  real.year = 2025;
  ASSERT_TRUE(import_region_year(house_, test_actor(), real, {}));
  EXPECT_EQ(code_of(sample_people(house_, kampar)), ErrorCode::conflict);
}

}  // namespace

}  // namespace jalur::app

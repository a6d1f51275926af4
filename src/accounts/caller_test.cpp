#include "accounts/caller.h"

#include <gtest/gtest.h>

namespace jalur::accounts {

namespace {

const RegionCode kampar = *RegionCode::parse("14.01");
const RegionCode siak = *RegionCode::parse("14.08");

Caller with(Role role, std::string unit = {}, std::vector<std::string> units = {}) {
  return {"p", "Seseorang", kampar, {}, {{role, std::move(unit), std::move(units)}}};
}

// An operator of the health agency with its two health centres.
Caller health_operator() {
  return with(Role::operator_, "health", {"health", "centre-1", "centre-2"});
}

}  // namespace

TEST(Caller, AnOperatorActsForTheUnitAndEverythingBelowIt) {
  const Caller caller = health_operator();
  EXPECT_TRUE(may(caller, Action::edit_claims, {kampar, "health"}));
  EXPECT_TRUE(may(caller, Action::edit_claims, {kampar, "centre-2"}));
  EXPECT_FALSE(may(caller, Action::edit_claims, {kampar, "education"}));
  EXPECT_FALSE(may(caller, Action::edit_claims, {kampar, ""}));
  EXPECT_FALSE(may(caller, Action::edit_claims, {siak, "health"}));
}

TEST(Caller, TheFiguresOfTheOwnRegionAreForEverybodyInIt) {
  EXPECT_TRUE(may(health_operator(), Action::read_figures, {kampar, "education"}));
  EXPECT_FALSE(may(health_operator(), Action::read_figures, {siak, ""}));
  EXPECT_TRUE(may(with(Role::assessor), Action::read_figures, {siak, ""}));
}

TEST(Caller, AnOpenRegionShowsItsFiguresToEverybodyAndNothingElse) {
  EXPECT_FALSE(may({}, Action::read_figures, {kampar, ""}));
  EXPECT_TRUE(may({}, Action::read_figures, {kampar, "", true}));
  EXPECT_TRUE(may(with(Role::coordinator), Action::read_figures, {siak, "", true}));
  EXPECT_FALSE(may({}, Action::read_drafts, {kampar, "", true}));
  EXPECT_FALSE(may({}, Action::edit_claims, {kampar, "health", true}));
}

TEST(Caller, NobodyVerifiesTheWorkOfTheirOwnUnit) {
  Caller verifier = with(Role::verifier);
  verifier.own_units = {"planning"};
  EXPECT_TRUE(may(verifier, Action::verify, {kampar, "health"}));
  EXPECT_FALSE(may(verifier, Action::verify, {kampar, "planning"}));
  verifier.grants.push_back({Role::operator_, "health", {"health", "centre-1"}});
  EXPECT_FALSE(may(verifier, Action::verify, {kampar, "centre-1"}));
  EXPECT_TRUE(may(verifier, Action::verify, {kampar, "education"}));
}

TEST(Caller, ARouteOfARegionIsOpenToWhoeverMayDoItSomewhereInIt) {
  EXPECT_TRUE(may_in(health_operator(), Action::edit_claims, {kampar, ""}));
  EXPECT_FALSE(may_in(health_operator(), Action::edit_claims, {siak, ""}));
  EXPECT_FALSE(may_in(with(Role::operator_), Action::edit_claims, {kampar, ""}));
  EXPECT_FALSE(may_in({}, Action::read_figures, {kampar, ""}));
  EXPECT_TRUE(may_in({}, Action::read_figures, {kampar, "", true}));
  EXPECT_TRUE(may_in(with(Role::assessor), Action::read_figures, {siak, ""}));
}

TEST(Caller, ADeedIsDoneInTheRoleThatAllowsIt) {
  Caller caller = health_operator();
  caller.grants.push_back({Role::coordinator, "", {}});
  EXPECT_EQ(role_for(caller, Action::edit_claims, {kampar, "health"}), Role::operator_);
  EXPECT_EQ(role_for(caller, Action::edit_claims, {kampar, "education"}), Role::coordinator);
  EXPECT_FALSE(role_for(caller, Action::verify, {kampar, "education"}));
  EXPECT_FALSE(role_for({}, Action::propose_idea, {kampar, ""}));
}

TEST(Caller, SeveralRolesAddUp) {
  Caller caller = health_operator();
  EXPECT_FALSE(may_somewhere(caller, Action::endorse));
  caller.grants.push_back({Role::unit_head, "centre-1", {"centre-1"}});
  EXPECT_TRUE(may_somewhere(caller, Action::endorse));
  EXPECT_TRUE(may(caller, Action::endorse, {kampar, "centre-1"}));
  EXPECT_FALSE(may(caller, Action::endorse, {kampar, "health"}));
}

TEST(Caller, ARoleOfAUnitWithoutItsUnitReachesNothing) {
  EXPECT_FALSE(may(with(Role::operator_), Action::edit_claims, {kampar, ""}));
  EXPECT_FALSE(may(with(Role::operator_), Action::edit_claims, {kampar, "health"}));
}

TEST(Caller, WhoseRolesDoNotCountYetMayStillSetUpASecondFactor) {
  Caller caller = with(Role::coordinator);
  caller.grants.clear();
  EXPECT_TRUE(may(caller, Action::manage_self, {kampar, ""}));
  EXPECT_TRUE(may_somewhere(caller, Action::manage_self));
  EXPECT_FALSE(may_somewhere(caller, Action::manage_people));
  EXPECT_FALSE(may_somewhere({}, Action::manage_self));
}

TEST(Caller, TheFurthestReachIsThatOfTheStrongestRole) {
  Caller caller = health_operator();
  EXPECT_EQ(furthest_reach(caller, Action::edit_claims), Reach::own_unit);
  EXPECT_EQ(furthest_reach(caller, Action::read_figures), Reach::region);
  EXPECT_EQ(furthest_reach(caller, Action::manage_people), Reach::none);
  caller.grants.push_back({Role::coordinator, "", {}});
  EXPECT_EQ(furthest_reach(caller, Action::edit_claims), Reach::region);
  EXPECT_EQ(furthest_reach({}, Action::read_figures), Reach::open_region);
}

TEST(Caller, ARefusalSaysWhoMay) {
  const auto not_signed_in = refusal({}, Action::verify);
  EXPECT_EQ(not_signed_in.value().code, ErrorCode::unauthenticated);
  const auto wrong_role = refusal(health_operator(), Action::manage_people);
  EXPECT_EQ(wrong_role.value().code, ErrorCode::forbidden);
  EXPECT_NE(wrong_role.value().problems[0].text.id.find("Koordinator"), std::string::npos);
}

}  // namespace jalur::accounts

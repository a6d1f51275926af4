// What the tests of accounts share: a small region with a coordinator, all in memory.
#pragma once

#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/fake_house.h"
#include "app/people_use_cases.h"
#include "app/use_cases.h"

namespace jalur::app {

inline const RegionCode kampar = *RegionCode::parse("14.01");
inline const std::string koko = "koko@kampar.contoh.example";
inline const std::string good_password = "kuda baterai jepit";

class Accounts : public testing::Test {
 protected:
  void SetUp() override {
    RegionYear data;
    data.code = kampar;
    data.name = "Kabupaten Kampar";
    data.year = 2026;
    data.ruleset = "iid-2026";
    data.illustration = illustration;
    data.units = {{"Dinas Kesehatan", Unit::Kind::agency}, {"Dinas Sosial", Unit::Kind::agency}};
    ASSERT_TRUE(import_region_year(house_, test_actor(), data, {}));
  }

  // As on the first day: the link of the first coordinator, used.
  Opened first_coordinator() {
    const auto link = value_or_throw(first_link(house_, kampar));
    return value_or_throw(
        use_link(house_, token_of_link(link->path), {good_password, "Koko Contoh", koko}));
  }

  static std::string token_of_link(const std::string& path) {
    return path.substr(std::string("/undangan/").size());
  }

  static accounts::PersonGiven given(const std::string& name, const std::string& email,
                                     std::vector<accounts::HeldRole> roles) {
    return {name, email, "", std::move(roles), {}};
  }

  Invited invited(const accounts::Caller& coordinator, const std::string& email,
                  accounts::HeldRole role) {
    return value_or_throw(
        invite(house_, coordinator, kampar, given("Orang " + email, email, {role})));
  }

  // Invited, and the link used.
  Opened active(const accounts::Caller& coordinator, const std::string& email,
                accounts::HeldRole role) {
    const auto made = invited(coordinator, email, role);
    return value_or_throw(use_link(house_, token_of_link(made.link.path), {good_password, "", ""}));
  }

  template <class Value>
  static ErrorCode code_of(const Expected<Value>& expected) {
    EXPECT_FALSE(expected);
    return expected ? ErrorCode::defect : expected.error().code;
  }

  void pass(std::chrono::milliseconds time) { clock_.gone += time; }

  std::string illustration = "Data contoh";
  FakeHouse kept_{Rulesets(test_rulesets()),
                  {{}, {{kampar, "Kabupaten Kampar", RegionKind::regency}}, {}, {}}};
  FakeStore& store_ = kept_.store;
  FakeClock& clock_ = kept_.clock;
  FakePeople& people_ = kept_.people;
  FakeSecrets& secrets_ = kept_.secrets;
  FakeProfiles& profiles_ = kept_.profiles;
  House& house_ = kept_.house;
};

}  // namespace jalur::app

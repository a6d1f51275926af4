// For tests: a house with the real rules, the sample of Kampar 2023 and the store in memory.
#pragma once

#include <atomic>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include "app/fake_house.h"
#include "app/fake_units.h"
#include "app/fake_workflow.h"
#include "app/use_cases.h"
#include "formats/region_year.h"
#include "index/ruleset_load.h"

namespace jalur::http {

using app::file_text;

// Kampar of 2023, whose figures are open, and the reference that the tests ask for.
struct TestHouse : app::FakeHouse {
  TestHouse()
      : FakeHouse(
            app::Rulesets(app::test_rulesets()),
            {app::test_affairs(),
             {{*RegionCode::parse("14"), "Provinsi Riau", RegionKind::province},
              {*RegionCode::parse("14.01"), "Kabupaten Kampar", RegionKind::regency},
              {*RegionCode::parse("14.71"), "Kota Pekanbaru", RegionKind::city}},
             {{"14.01.01", "Bangkinang"}, {"14.01.02", "Kampar"}, {"14.71.01", "Sukajadi"}},
             {{"Kabupaten Kampar", "regency", 2023, 117, "50.62", "Inovatif", "a newspaper"}}}) {
    import("samples/kampar-2023.json");
    show_figures(true);
  }

  void show_figures(bool open) { change({app::PutSettings{{open, {}}}}); }

  // A Cookie field of somebody who has just signed in. `unit`: id, for roles of a unit.
  std::string cookie_of(accounts::Role role, const std::string& unit = {}) {
    const auto region = *RegionCode::parse("14.01");
    const auto token = accounts::token_of(region, secrets.random_token());
    app::Account account;
    account.person = {uuid7(clock.now(), randomness.ten_bytes()),
                      region,
                      "Seseorang Contoh",
                      secrets.random_token() + "@contoh.example",
                      {},
                      {{role, unit}},
                      accounts::PersonState::active};
    change({app::AddPerson{account},
            app::OpenSession{secrets.fingerprint(token), account.person.id, accounts::Half::no}});
    return "jalur_session=" + token;
  }

  void change(std::vector<app::Step> steps) {
    const auto done =
        people.carry_out({*RegionCode::parse("14.01"), clock.now(), {}, std::move(steps)});
    if (!done) throw std::runtime_error(done.error().problems.front().text.en);
  }

  void import(const std::string& path) {
    const auto find = [this](const std::string& id) { return rulesets.find(id); };
    const auto data = app::value_or_throw(read_region_year(file_text(path), find));
    app::value_or_throw(app::import_region_year(house, app::test_actor(), data, {}));
  }
};

inline app::YearKey kampar_2023() { return {*RegionCode::parse("14.01"), 2023}; }

}  // namespace jalur::http

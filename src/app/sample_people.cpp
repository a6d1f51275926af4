#include <array>

#include "app/account_parts.h"
#include "base/limits.h"

namespace jalur::app {

namespace {

struct Sample {
  accounts::Role role;
  std::string_view name;   // "Contoh" means sample: no real person is called so
  std::string_view email;  // .example is reserved (RFC 2606): no mail ever arrives
};

constexpr std::array<Sample, accounts::role_count> samples{{
    {accounts::Role::operator_, "Olan Contoh", "operator@contoh.example"},
    {accounts::Role::unit_head, "Kirana Contoh", "kepala@contoh.example"},
    {accounts::Role::verifier, "Vira Contoh", "verifikator@contoh.example"},
    {accounts::Role::coordinator, "Koko Contoh", "koordinator@contoh.example"},
    {accounts::Role::executive, "Elang Contoh", "pimpinan@contoh.example"},
    {accounts::Role::trainer, "Tirta Contoh", "panitia@contoh.example"},
    {accounts::Role::assessor, "Asih Contoh", "penilai@contoh.example"},
    {accounts::Role::auditor, "Padi Contoh", "pengawas@contoh.example"},
}};

Expected<void> check_is_sample(House& house, const RegionCode& region) {
  const auto years = house.store.years(YearKey{region, 0}, limits::page_most);
  if (!years) return tl::unexpected(years.error());
  bool any = false;
  for (const YearSummary& year : *years) {
    if (year.key.region != region) continue;
    any = true;
    if (year.illustration.empty())
      return fail(ErrorCode::conflict,
                  {"Daerah ini memuat data sungguhan; orang contoh hanya untuk data contoh.",
                   "This region holds real data; sample people are for sample data only."},
                  "--sample-people", region.str());
  }
  if (any) return {};
  return fail(ErrorCode::not_found,
              {"Daerah ini belum punya data contoh; masukkan dahulu dengan import.",
               "This region has no sample data yet; import some first."},
              "--sample-people", region.str());
}

// The unit with the first innovation, so that its operator finds work to do.
Expected<std::string> unit_for(House& house, const RegionCode& region) {
  const auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  const auto years = house.store.years(YearKey{region, 0}, 1);
  if (!years) return tl::unexpected(years.error());
  const auto year = house.years.get(years->front().key);
  if (!year) return tl::unexpected(year.error());
  for (const Innovation& innovation : (*year)->data.innovations)
    if (const auto id = units->id_of(innovation.unit)) return *id;
  return units->all().empty() ? std::string() : units->all().front().id;
}

Account account_of(House& house, const RegionCode& region, const Sample& sample,
                   const std::string& unit, const std::string& hash) {
  const std::string own = accounts::is_of_a_unit(sample.role) ? unit : "";
  Account account;
  account.password_hash = hash;
  account.person = {new_id(house),
                    region,
                    std::string(sample.name),
                    std::string(sample.email),
                    own,
                    {{sample.role, own}},
                    accounts::PersonState::active};
  return account;
}

// Whoever is there already gets the new password, and is as they were at first. Their sessions go
// on, so that a restart is not felt.
Expected<void> add_steps(House& house, const Account& wanted, PeopleChange& change) {
  const auto known = house.people.account_of(wanted.person.email);
  if (!known && known.error().code != ErrorCode::not_found) return tl::unexpected(known.error());
  if (!known) {
    change.steps.emplace_back(AddPerson{wanted});
    change.entries.push_back(entry_about(program(), "person.invited", wanted.person,
                                         {{"roles", roles_text(wanted.person.roles)}}));
    return {};
  }
  accounts::Person person = wanted.person;
  person.id = known->person.id;
  change.steps.emplace_back(PutProfile{person});
  change.steps.emplace_back(SetPassword{person.id, wanted.password_hash});
  change.steps.emplace_back(SetFactor{person.id, "", ""});
  return {};
}

// Whoever looks at the sample need not sign in.
Expected<void> open_figures(House& house, PeopleChange& change) {
  const RegionSettings open{true, {}};
  const auto before = house.people.settings(change.region);
  if (!before) return tl::unexpected(before.error());
  if (*before == open) return {};
  const std::string code = change.region.str();
  change.steps.emplace_back(PutSettings{open});
  change.entries.push_back({program(), "settings.changed", code, code, {{"figures_open", "true"}}});
  return {};
}

}  // namespace

Expected<std::vector<SamplePerson>> sample_people(House& house, const RegionCode& region) {
  if (auto sample = check_is_sample(house, region); !sample) return tl::unexpected(sample.error());
  const auto unit = unit_for(house, region);
  if (!unit) return tl::unexpected(unit.error());
  const auto units = units_of(house, region);
  if (!units) return tl::unexpected(units.error());
  const std::string password = house.secrets.random_token();
  const auto hash = house.secrets.password_hash(password);
  if (!hash) return tl::unexpected(hash.error());
  PeopleChange change{region, house.clock.now(), {}, {}};
  if (auto opened = open_figures(house, change); !opened) return tl::unexpected(opened.error());
  std::vector<SamplePerson> people;
  for (const Sample& sample : samples) {
    const Account account = account_of(house, region, sample, *unit, *hash);
    if (auto added = add_steps(house, account, change); !added)
      return tl::unexpected(added.error());
    const std::string& own = account.person.unit;
    people.push_back({account.person.name, account.person.email, password, sample.role,
                      own.empty() ? own : units->name_of(own)});
  }
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return people;
}

}  // namespace jalur::app

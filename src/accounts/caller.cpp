#include "accounts/caller.h"

#include <algorithm>

namespace jalur::accounts {

namespace {

bool holds(const Grant& grant, const std::string& unit) {
  return !unit.empty() &&
         std::find(grant.units.begin(), grant.units.end(), unit) != grant.units.end();
}

bool reaches(Reach reach, const Caller& caller, const Grant& grant, const Subject& subject) {
  switch (reach) {
    case Reach::none:
      return false;
    case Reach::own_unit:
      return subject.region == caller.region && holds(grant, subject.unit);
    case Reach::open_region:
      return subject.open;
    case Reach::region:
      return subject.region == caller.region;
    case Reach::nation:
      return true;
  }
  return false;
}

bool anyone_may(Action action, const Subject& subject) {
  const Reach reach = reach_of_anyone(action);
  return reach == Reach::nation || (reach == Reach::open_region && subject.open);
}

std::string joined_names(Action action, Language language) {
  std::string names;
  for (std::size_t i = 0; i < role_count; ++i) {
    const auto role = static_cast<Role>(i);
    if (reach_of(role, action) == Reach::none) continue;
    names.append(names.empty() ? "" : ", ").append(name_of(role).in(language));
  }
  return names;
}

}  // namespace

std::optional<Role> role_for(const Caller& caller, Action action, const Subject& subject) {
  if (!caller.signed_in()) return std::nullopt;
  const bool judges = action == Action::verify || action == Action::decide_objection;
  if (judges && is_own_work(caller, subject.unit)) return std::nullopt;
  for (const Grant& grant : caller.grants)
    if (reaches(reach_of(grant.role, action), caller, grant, subject)) return grant.role;
  return std::nullopt;
}

bool may(const Caller& caller, Action action, const Subject& subject) {
  if (action == Action::manage_self) return caller.signed_in();
  return anyone_may(action, subject) || role_for(caller, action, subject).has_value();
}

bool may_in(const Caller& caller, Action action, const Subject& subject) {
  if (anyone_may(action, subject)) return true;
  if (!caller.signed_in()) return false;
  if (action == Action::manage_self) return true;
  return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
    const Reach reach = reach_of(grant.role, action);
    if (reach == Reach::own_unit) return subject.region == caller.region && !grant.units.empty();
    return reaches(reach, caller, grant, subject);
  });
}

bool may_somewhere(const Caller& caller, Action action) {
  return reach_of_anyone(action) != Reach::none ||
         may_in(caller, action, {caller.region, {}, false});
}

Reach furthest_reach(const Caller& caller, Action action) {
  Reach furthest = reach_of_anyone(action);
  if (!caller.signed_in()) return furthest;
  if (action == Action::manage_self) return Reach::nation;
  for (const Grant& grant : caller.grants)
    furthest = std::max(furthest, reach_of(grant.role, action));
  return furthest;
}

bool is_own_work(const Caller& caller, const std::string& unit) {
  if (unit.empty()) return false;
  const auto& own = caller.own_units;
  if (std::find(own.begin(), own.end(), unit) != own.end()) return true;
  return std::any_of(caller.grants.begin(), caller.grants.end(), [&](const Grant& grant) {
    return is_of_a_unit(grant.role) && holds(grant, unit);
  });
}

tl::unexpected<Error> refusal(const Caller& caller, Action action) {
  if (!caller.signed_in()) {
    return fail(ErrorCode::unauthenticated,
                {"Masuk dulu untuk melakukan ini.", "Sign in to do this."});
  }
  return fail(ErrorCode::forbidden, {"Peran Anda tidak boleh melakukan ini di sini; yang boleh: " +
                                         joined_names(action, Language::indonesian) + ".",
                                     "Your role may not do this here; those who may: " +
                                         joined_names(action, Language::english) + "."});
}

}  // namespace jalur::accounts

// Who asks, and whether they may.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "accounts/permission.h"
#include "base/error.h"
#include "base/ids.h"

namespace jalur::accounts {

// A role as one person holds it.
struct Grant {
  Role role = Role::operator_;
  std::string unit;                // id; empty: the whole region
  std::vector<std::string> units;  // names, now and before, of `unit` and everything below it

  bool operator==(const Grant&) const = default;
};

// Whoever makes a call. Without a person: somebody who has not signed in.
struct Caller {
  std::string person;  // id
  std::string name;
  RegionCode region;
  std::vector<std::string> own_units;  // where the person works, with everything below: names
  std::vector<Grant> grants;

  bool signed_in() const { return !person.empty(); }
  bool operator==(const Caller&) const = default;
};

// What is to be touched.
struct Subject {
  RegionCode region;
  std::string unit;   // as submissions name it; empty: the region's own
  bool open = false;  // the region shows its figures to everybody
};

// Whoever is signed in may look after themselves (manage_self), also while no role of theirs counts
// because a second factor is due.
bool may(const Caller& caller, Action action, const Subject& subject);

// Whether there is any subject on which the caller may do this, in that region or, without one, in
// any: what decides if a route answers and a page is offered. `subject.unit` is not looked at.
bool may_somewhere(const Caller& caller, Action action);
bool may_in(const Caller& caller, Action action, const Subject& subject);

// How far an action goes for this caller, over all roles: what pages are shown by.
Reach furthest_reach(const Caller& caller, Action action);

// The role in which the caller does it; nothing when it is open to anyone.
std::optional<Role> role_for(const Caller& caller, Action action, const Subject& subject);

// Nobody verifies the work of the unit they work in or act for, or decides on an objection to it.
bool is_own_work(const Caller& caller, const std::string& unit);

// forbidden, with a sentence that names the roles that may; unauthenticated when nobody is signed
// in.
tl::unexpected<Error> refusal(const Caller& caller, Action action);

}  // namespace jalur::accounts

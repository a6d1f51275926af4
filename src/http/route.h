// What a route is, and what an endpoint is given.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "accounts/caller.h"
#include "app/house.h"
#include "app/people_use_cases.h"
#include "base/error.h"
#include "base/text.h"
#include "http/answer.h"
#include "http/metrics.h"
#include "http/request.h"

namespace jalur::http {

// What every endpoint may use.
struct Site {
  app::House& house;
  const Metrics& metrics;
  std::string version;
  std::optional<app::YearKey> home;
  std::string public_origin;                     // "https://jalur.example"; empty: none was told
  bool beyond_loopback = false;                  // we listen for other machines
  bool secure_cookies = false;                   // people reach us over https
  std::vector<app::SamplePerson> sample_people;  // empty unless the samples are served
};

// One request for one route, decoded but not yet believed.
struct Call {
  std::string_view pattern;           // of the route, for the names of path parameters
  std::vector<std::string> segments;  // of the path
  std::vector<std::pair<std::string, std::string>> query;
  Language language = Language::indonesian;
  std::string body;
  std::shared_ptr<const accounts::Caller> caller;  // never null; may be nobody
  std::string session_token;                       // of the cookie; empty: there was none
  std::string client;                              // the address it came from; empty: not known
  UploadFields<std::string> upload;
};

enum class Runs {
  at_once,    // on the I/O thread: quick, never waits
  on_worker,  // may wait for the store
};

// How long an answer to a GET holds.
enum class Holds {
  not_at_all,        // made anew each time
  for_good,          // while the program runs: rules and reference
  by_year,           // while the region's year in the path has its revision
  by_year_and_view,  // as that, and for callers who see the same drafts
};

using Handler = Expected<Answer> (*)(const Call& call, const Site& site);

struct Route {
  Method method = Method::get;
  std::string_view pattern;                                // "/api/v1/rulesets/{id}"
  accounts::Action action = accounts::Action::read_rules;  // `x-action` of the contract
  Runs runs = Runs::on_worker;
  Holds holds = Holds::not_at_all;
  Handler handler = nullptr;
};

// Every route of the program except the web pages. The only place where routes are declared.
std::span<const Route> routes();

// The segment that stands where `pattern` has {name}.
std::string_view segment_named(const Call& call, std::string_view name);

}  // namespace jalur::http

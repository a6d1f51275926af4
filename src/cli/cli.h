// The command line: what people type in a terminal and what scripts call. The promises (shapes,
// exit status) are told in docs/formats.md. Everything it needs is handed in, so that tests drive
// it with string streams.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/house.h"
#include "app/people_use_cases.h"
#include "app/ports.h"
#include "base/error.h"
#include "base/text.h"

namespace jalur::cli {

// Where the records are kept.
struct HouseSettings {
  std::filesystem::path data;  // a folder that exists
  std::string database;        // address of a PostgreSQL database; empty: SQLite inside `data`
  const app::Rulesets* rulesets = nullptr;  // outlives the house
  std::string clamd = {};                   // of a virus scanner: socket or HOST:PORT; empty: none
};

// The server that takes our mail.
struct MailSettings {
  std::string server;  // "smtps://mail.example:465", "smtp://127.0.0.1:25"; empty: no mail is sent
  std::string user;    // empty: without signing in
  std::string password;  // of that user
  std::string from;      // address of the sender
  bool plain = false;    // without TLS also beyond this machine
  int hour = 7;          // from which a day's mail is sent, Western Indonesian Time
};

struct ServeSettings {
  std::string host = "127.0.0.1";
  int port = 8080;                               // 0: any free one
  int threads = 0;                               // 0: one per core
  std::optional<app::YearKey> home;              // the year that the first page shows
  std::string public_url;                        // "https://jalur.example"; empty: not told
  std::vector<app::SamplePerson> sample_people;  // empty: none are offered
  MailSettings mail;
};

// Is told the address once the server answers there: "http://127.0.0.1:8080".
using Answering = std::function<void(const std::string& address)>;

// What main.cpp plugs in.
struct Tools {
  const std::vector<Ruleset>& rulesets;  // those that are part of the program
  const app::Reference& reference;
  app::Documents& documents;
  app::Clock& clock;
  std::function<Expected<std::shared_ptr<app::House>>(const HouseSettings&)> open_house;
  // Serves until somebody asks it to stop, then lets answers under way finish.
  std::function<Expected<void>(app::House&, const ServeSettings&, const Answering&)> serve;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  Language language = Language::english;  // unless --lang says otherwise
  bool out_is_terminal = false;
  bool err_is_terminal = false;  // progress is shown only to a person
  std::string version;
};

// Answers the exit status: 0 done, 2 the call or the input is wrong, 3 it could not be done now, 1
// a defect. Exceptions that escape are defects.
int run(int argc, const char* const* argv, Tools& tools);

}  // namespace jalur::cli

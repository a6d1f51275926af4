// For tests: the whole People port in memory, with the transactions of the real one, and secrets
// that are quick and count how often they are asked.
#pragma once

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "accounts/token.h"
#include "app/people.h"
#include "app/secrets.h"
#include "base/text.h"

namespace jalur::app {

class FakePeople : public People {
 public:
  Expected<Account> account(const RegionCode& region, const std::string& person,
                            Instant now) override {
    const std::scoped_lock lock(mutex_);
    const auto found = kept_.accounts.find(person);
    if (found == kept_.accounts.end() || found->second.person.region != region) return missing();
    return with_link(kept_, found->second, now);
  }

  Expected<Account> account_of(const std::string& email) override {
    const std::scoped_lock lock(mutex_);
    for (const auto& [id, account] : kept_.accounts)
      if (account.person.email == email) return account;
    return missing();
  }

  Expected<PeoplePage> page(const PeopleQuery& query) override {
    const std::scoped_lock lock(mutex_);
    PeoplePage page;
    std::vector<Account> found = matching(query);
    page.total = static_cast<std::int64_t>(found.size());
    bool begun = query.after.empty();
    for (Account& account : found) {
      const bool last = account.person.id == query.after;
      if (begun && static_cast<int>(page.items.size()) == query.limit) {
        page.next = page.items.back().person.id;
        break;
      }
      if (begun) page.items.push_back(with_link(kept_, account, query.now));
      begun = begun || last;
    }
    return page;
  }

  Expected<SessionFound> session(const RegionCode& region, const std::string& hash) override {
    const std::scoped_lock lock(mutex_);
    const auto found = kept_.sessions.find({region, hash});
    if (found == kept_.sessions.end()) return missing();
    const Opened& opened = found->second;
    return SessionFound{kept_.accounts.at(opened.person), opened.times, opened.half,
                        kept_.settings[region]};
  }

  Expected<LinkFound> link(const RegionCode& region, const std::string& hash,
                           Instant now) override {
    const std::scoped_lock lock(mutex_);
    const auto found = kept_.links.find({region, hash});
    if (found == kept_.links.end() || found->second.expires_at <= now) return missing();
    const Waiting& link = found->second;
    LinkFound answer{link.purpose, link.expires_at, std::nullopt};
    if (!link.person.empty()) answer.account = kept_.accounts.at(link.person);
    return answer;
  }

  Expected<RegionSettings> settings(const RegionCode& region) override {
    const std::scoped_lock lock(mutex_);
    return kept_.settings[region];
  }

  Expected<std::int64_t> active_coordinators(const RegionCode& region) override {
    const std::scoped_lock lock(mutex_);
    return coordinators(kept_, region);
  }

  Expected<void> carry_out(const PeopleChange& change) override {
    const std::scoped_lock lock(mutex_);
    Kept after = kept_;
    for (const Step& step : change.steps) {
      const auto done = std::visit(
          [&](const auto& each) -> Expected<void> { return carry(after, change, each); }, step);
      if (!done) return done;
    }
    kept_ = std::move(after);
    entries_.insert(entries_.end(), change.entries.begin(), change.entries.end());
    return {};
  }

  Expected<void> note_use(const RegionCode& region, const std::string& hash, Instant at) override {
    const std::scoped_lock lock(mutex_);
    ++uses_noted;
    kept_.sessions.at({region, hash}).times.seen_at = at;
    return {};
  }

  // What went into the log, in its order.
  std::vector<ledger::Draft> entries() const {
    const std::scoped_lock lock(mutex_);
    return entries_;
  }
  std::vector<std::string> actions() const {
    std::vector<std::string> words;
    for (const ledger::Draft& entry : entries()) words.push_back(entry.action);
    return words;
  }

  std::atomic<int> uses_noted{0};

 private:
  using Key = std::pair<RegionCode, std::string>;
  struct Opened {
    std::string person;
    accounts::SessionTimes times;
    accounts::Half half = accounts::Half::no;
  };
  struct Waiting {
    accounts::LinkPurpose purpose = accounts::LinkPurpose::first;
    std::string person;
    Instant expires_at;
  };
  struct Kept {
    std::map<std::string, Account> accounts;
    std::map<Key, Opened> sessions;
    std::map<Key, Waiting> links;  // that were not used
    std::map<RegionCode, RegionSettings> settings;
  };

  static tl::unexpected<Error> missing() {
    return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."});
  }

  static Account with_link(const Kept& kept, Account account, Instant now) {
    for (const auto& [key, link] : kept.links)
      if (link.person == account.person.id && link.expires_at > now)
        account.link_expires_at = link.expires_at;
    return account;
  }

  std::vector<Account> matching(const PeopleQuery& query) const {
    std::vector<Account> found;
    const auto wanted = lower_ascii(query.search);
    for (const auto& [id, account] : kept_.accounts) {
      const auto roles = accounts::roles_of(account.person);
      const bool fits = account.person.region == query.region &&
                        (lower_ascii(account.person.name).find(wanted) != std::string::npos ||
                         account.person.email.find(wanted) != std::string::npos) &&
                        (!query.role || std::count(roles.begin(), roles.end(), *query.role) > 0);
      if (fits) found.push_back(account);
    }
    std::sort(found.begin(), found.end(), [](const Account& a, const Account& b) {
      return lower_ascii(a.person.name) < lower_ascii(b.person.name);
    });
    return found;
  }

  static std::int64_t coordinators(const Kept& kept, const RegionCode& region) {
    return std::count_if(kept.accounts.begin(), kept.accounts.end(), [&](const auto& each) {
      return each.second.person.region == region &&
             accounts::is_active_coordinator(each.second.person);
    });
  }

  static Expected<void> check_email(const Kept& kept, const accounts::Person& person) {
    for (const auto& [id, account] : kept.accounts)
      if (account.person.email == person.email && id != person.id)
        return fail(ErrorCode::conflict, {"Sudah dipakai.", "Taken already."}, "email");
    return {};
  }

  static Expected<void> carry(Kept& kept, const PeopleChange&, const AddPerson& step) {
    if (auto free = check_email(kept, step.account.person); !free) return free;
    kept.accounts[step.account.person.id] = step.account;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange&, const PutProfile& step) {
    if (auto free = check_email(kept, step.person); !free) return free;
    kept.accounts.at(step.person.id).person = step.person;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange&, const Activate& step) {
    auto& state = kept.accounts.at(step.person).person.state;
    if (state == accounts::PersonState::invited) state = accounts::PersonState::active;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange&, const SetPassword& step) {
    kept.accounts.at(step.person).password_hash = step.hash;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange&, const SetFactor& step) {
    kept.accounts.at(step.person).factor_secret = step.secret;
    kept.accounts.at(step.person).factor_begun = step.begun;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange&, const TakeFactorStep& step) {
    auto& last = kept.accounts.at(step.person).factor_step;
    if (step.step <= last)
      return fail(ErrorCode::unauthenticated, {"Sudah dipakai.", "Used already."});
    last = step.step;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const NoteSignIn& step) {
    kept.accounts.at(step.person).signed_in_at = change.at;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const OpenSession& step) {
    kept.sessions[{change.region, step.fingerprint}] = {
        step.person, {change.at, change.at}, step.half};
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const EndSession& step) {
    kept.sessions.erase({change.region, step.fingerprint});
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange&, const EndSessions& step) {
    std::erase_if(kept.sessions, [&](const auto& each) {
      return each.second.person == step.person && each.first.second != step.except;
    });
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const AddLink& step) {
    kept.links[{change.region, step.fingerprint}] = {
        step.purpose, step.person, accounts::end_of_link(step.purpose, change.at)};
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const EndLinks& step) {
    std::erase_if(kept.links, [&](const auto& each) {
      return each.first.first == change.region && each.second.person == step.person;
    });
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const UseLink& step) {
    const auto found = kept.links.find({change.region, step.fingerprint});
    if (found == kept.links.end() || found->second.expires_at <= change.at) return missing();
    kept.links.erase(found);
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const PutSettings& step) {
    kept.settings[change.region] = step.settings;
    return {};
  }
  static Expected<void> carry(Kept& kept, const PeopleChange& change, const KeepACoordinator&) {
    if (coordinators(kept, change.region) > 0) return {};
    return fail(ErrorCode::conflict, {"Koordinator terakhir.", "The last coordinator."});
  }

  mutable std::mutex mutex_;
  Kept kept_;
  std::vector<ledger::Draft> entries_;
};

class FakeSecrets : public Secrets {
 public:
  std::atomic<int> checks{0};
  std::string current = "hash of ";  // what new hashes begin with

  Expected<std::string> password_hash(std::string_view password) override {
    return current + std::string(password);
  }
  Expected<Fit> check(std::string_view password, const std::string& hash) override {
    ++checks;
    return hash.ends_with(" of " + std::string(password)) ? Fit::yes : Fit::no;
  }
  bool is_outdated(const std::string& hash) override { return !hash.starts_with(current); }
  std::string random_bytes(std::size_t count) override {
    return std::string(count, static_cast<char>('a' + ++count_ % 26));
  }
  std::string random_token() override {
    const auto number = std::to_string(++count_);
    return std::string(accounts::token_characters - number.size(), 'x') + number;
  }
  std::string fingerprint(std::string_view token) override { return "#" + std::string(token); }

 private:
  std::atomic<int> count_{0};
};

}  // namespace jalur::app

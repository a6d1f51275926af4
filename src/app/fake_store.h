// For tests: the whole Store port in memory, with the pages, revisions and transactions of the
// real ones. It can also be made slow or unreachable.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "app/fake_journal.h"
#include "app/ports.h"
#include "ledger/actions.h"

namespace jalur::app {

class FakeStore : public Store {
 public:
  std::atomic<bool> unreachable{false};
  std::atomic<int> slow_ms{0};  // before every call
  std::atomic<int> calls{0};
  FakeJournal journal;  // what the changes leave behind

  Expected<void> ready() override { return reached(); }

  Expected<std::vector<YearSummary>> years(const std::optional<YearKey>& after,
                                           int limit) override {
    if (auto up = reached(); !up) return tl::unexpected(up.error());
    const std::scoped_lock lock(mutex_);
    std::vector<YearSummary> found;
    for (const auto& [key, kept] : years_)
      if ((!after || key > *after) && static_cast<int>(found.size()) < limit)
        found.push_back({key, kept.data.name, kept.data.kind, kept.data.ruleset,
                         kept.data.illustration, kept.calendar.closes_on});
    return found;
  }

  Expected<std::int64_t> revision(const YearKey& key) override {
    return with(key, [](const StoredYear& kept) { return kept.revision; });
  }

  Expected<StoredYear> year(const YearKey& key) override {
    auto found = full_year(key);
    if (found)
      for (auto& innovation : found->data.innovations) innovation.design.clear();
    return found;
  }

  Expected<StoredYear> full_year(const YearKey& key) override {
    return with(key, [](const StoredYear& kept) { return kept; });
  }

  Expected<Place> place_of(const std::string& submission) override {
    if (auto up = reached(); !up) return tl::unexpected(up.error());
    const std::scoped_lock lock(mutex_);
    for (const auto& [key, kept] : years_) {
      if (kept.government_submission == submission)
        return Place{key, kept.data.ruleset, true, {}, {}, kept.calendar};
      const auto at = place(kept, submission);
      if (at == nowhere) continue;
      const Innovation& innovation = kept.data.innovations[at];
      return Place{key, kept.data.ruleset, false, innovation.name, innovation.unit, kept.calendar};
    }
    return missing("submission", submission);
  }

  Expected<StoredSubmission> submission(const std::string& id) override {
    const auto where = place_of(id);
    if (!where) return tl::unexpected(where.error());
    const std::scoped_lock lock(mutex_);
    const auto& kept = years_.at(where->key);
    StoredSubmission found{id, where->key, std::nullopt, 0};
    if (const auto at = place(kept, id); at != nowhere) {
      found.innovation = kept.data.innovations[at];
      found.words = count_words(found.innovation->design);
    }
    return found;
  }

  // What another process does before the next page is read.
  std::function<void()> before_next_page;

  Expected<InnovationPage> innovations(const InnovationQuery& query) override {
    if (const auto meanwhile = std::exchange(before_next_page, nullptr)) meanwhile();
    return with(query.key,
                [&](const StoredYear& kept) { return page_of(matching(kept, query), query); });
  }

  Expected<ClaimSaved> save_claim(const ClaimChange& change) override {
    if (auto up = reached(); !up) return tl::unexpected(up.error());
    const std::scoped_lock lock(mutex_);
    const auto found = years_.find(change.key);
    if (found == years_.end()) return missing("year", "");
    auto& kept = found->second;
    const auto at = place(kept, change.submission);
    auto& levels = at == nowhere ? kept.data.government : kept.data.innovations[at].levels;
    auto& verified =
        at == nowhere ? kept.data.government_verified : kept.data.innovations[at].verified_levels;
    auto& claims = claim_revisions_[{change.submission, change.indicator}];
    auto& course = at == nowhere ? kept.government_course : kept.courses[at];
    const auto* mark = course.marks.find(change.indicator);
    const bool answers =
        change.level && mark != nullptr && mark->state == registry::ClaimState::returned;
    const Level level = change.level.value_or(levels.at(change.indicator));
    const auto now = [&] { return verified ? verified->find(change.indicator) : std::nullopt; };
    if (levels.at(change.indicator) == level && !change.evidence && !answers)
      return ClaimSaved{claims, kept.revision, false, now()};
    course.marks.claim_changed(change.indicator, level, change.at);
    levels.set(change.indicator, level);
    const auto settled = change.settle(levels, verified);
    if (settled.verified) verified->set(change.indicator, *settled.verified);
    maturities_[change.submission] = settled.maturity;
    journal.append(change.key.region,
                   {change.by,
                    std::string(ledger::actions::claim_saved),
                    change.submission,
                    change.name,
                    {{"indicator", change.indicator.str()}, {"to", std::to_string(number(level))}}},
                   change.at);
    return ClaimSaved{++claims, ++kept.revision, true, now()};
  }

  Expected<ImportReceipt> import(const ImportPlan& plan, const Progress& progress) override {
    if (auto up = reached(); !up) return tl::unexpected(up.error());
    const std::scoped_lock lock(mutex_);
    const YearKey key{plan.data->code, plan.data->year};
    StoredYear fresh{0, {}, {}, {}, *plan.data};
    fresh.government_course.state = SubmissionState::submitted;
    fresh.government_course.endorsed_at = plan.at;
    const auto before = years_.find(key);
    if (before != years_.end()) fresh.revision = before->second.revision;
    ++fresh.revision;
    fresh.government_submission =
        before != years_.end() ? before->second.government_submission : plan.new_id();
    maturities_[fresh.government_submission] = plan.government;
    ImportReceipt receipt;
    for (std::size_t i = 0; i < plan.data->innovations.size(); ++i) {
      const auto known = before == years_.end()
                             ? std::string{}
                             : id_of(before->second, plan.data->innovations[i].id);
      fresh.submissions.push_back(known.empty() ? plan.new_id() : known);
      (known.empty() ? receipt.innovations_new : receipt.innovations_changed) += 1;
      fresh.courses.push_back(course_of(plan.data->innovations[i].state, plan.at));
      maturities_[fresh.submissions.back()] = plan.maturities[i];
      for (const auto& [indicator, level] : plan.data->innovations[i].levels)
        claim_revisions_[{fresh.submissions.back(), indicator}] += 1;
    }
    receipt.year_revision = fresh.revision;
    journal.append(key.region,
                   {plan.by,
                    std::string(ledger::actions::import_done),
                    std::to_string(key.year),
                    plan.data->name,
                    {}},
                   plan.at);
    years_.insert_or_assign(key, std::move(fresh));
    if (progress) progress(1, 1);
    return receipt;
  }

  Expected<void> nation(int year, const std::function<void(const RegionYear&)>& take) override {
    if (auto up = reached(); !up) return up;
    const std::scoped_lock lock(mutex_);
    for (const auto& [key, kept] : years_)
      if (key.year == year) take(kept.data);
    return {};
  }

  // For the fakes of other ports that change a year.
  template <class Change>
  auto change_year(const YearKey& key, const Change& change)
      -> decltype(change(std::declval<StoredYear&>())) {
    if (auto up = reached(); !up) return tl::unexpected(up.error());
    const std::scoped_lock lock(mutex_);
    const auto found = years_.find(key);
    if (found == years_.end()) return missing("year", std::to_string(key.year));
    auto done = change(found->second);
    if (done) ++found->second.revision;
    return done;
  }
  std::int64_t claim_revision(const std::string& submission, IndicatorId indicator) {
    const std::scoped_lock lock(mutex_);
    return claim_revisions_[{submission, indicator}];
  }

 private:
  static registry::Course course_of(SubmissionState state, Instant at) {
    const bool sent = state == SubmissionState::submitted || state == SubmissionState::rejected;
    if (!sent) return {state, std::nullopt, std::nullopt, {}};
    return {state, at, at, {}};
  }

  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

  Expected<void> reached() {
    ++calls;
    if (slow_ms > 0) std::this_thread::sleep_for(std::chrono::milliseconds(slow_ms));
    if (!unreachable) return {};
    return fail(ErrorCode::unavailable, {"Basis data tidak terjangkau.", "No database."});
  }

  static tl::unexpected<Error> missing(std::string field, std::string value) {
    return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."}, std::move(field),
                std::move(value));
  }

  template <class Take>
  auto with(const YearKey& key, const Take& take)
      -> Expected<decltype(take(std::declval<const StoredYear&>()))> {
    if (auto up = reached(); !up) return tl::unexpected(up.error());
    const std::scoped_lock lock(mutex_);
    const auto found = years_.find(key);
    if (found == years_.end())
      return missing("year", key.region.str() + "/" + std::to_string(key.year));
    return take(found->second);
  }

  static std::size_t place(const StoredYear& kept, const std::string& submission) {
    const auto found = std::find(kept.submissions.begin(), kept.submissions.end(), submission);
    if (found == kept.submissions.end()) return nowhere;
    return static_cast<std::size_t>(found - kept.submissions.begin());
  }

  static std::string id_of(const StoredYear& kept, const std::string& innovation) {
    for (std::size_t i = 0; i < kept.submissions.size(); ++i)
      if (kept.data.innovations[i].id == innovation) return kept.submissions[i];
    return {};
  }

  static bool is_hidden(const Innovation& innovation, const std::vector<std::string>& seen_of) {
    const bool handed_in = innovation.state == SubmissionState::submitted ||
                           innovation.state == SubmissionState::rejected;
    return !handed_in &&
           std::find(seen_of.begin(), seen_of.end(), innovation.unit) == seen_of.end();
  }

  std::vector<InnovationItem> matching(const StoredYear& kept, const InnovationQuery& query) const {
    std::vector<InnovationItem> items;
    for (std::size_t i = 0; i < kept.submissions.size(); ++i) {
      const auto& innovation = kept.data.innovations[i];
      if (!query.search.empty() && innovation.name.find(query.search) == std::string::npos)
        continue;
      if (query.unit && *query.unit != innovation.unit) continue;
      if (query.drafts_of && is_hidden(innovation, *query.drafts_of)) continue;
      if (query.stage && *query.stage != innovation.stage) continue;
      if (query.state && *query.state != innovation.state) continue;
      items.push_back({kept.submissions[i], innovation, maturities_.at(kept.submissions[i]),
                       count_words(innovation.design)});
      items.back().innovation.design.clear();
    }
    return items;
  }

  static std::string sort_key(const InnovationItem& item, InnovationSort sort) {
    constexpr std::int64_t high = 1'000'000;  // so that most points sort first
    switch (sort) {
      case InnovationSort::name:
        return item.innovation.name + "|" + item.submission;
      case InnovationSort::unit:
        return item.innovation.unit + "|" + item.submission;
      case InnovationSort::maturity:
        return std::to_string(high - item.maturity.claimed.count()) + "|" + item.submission;
    }
    return {};
  }

  static InnovationPage page_of(std::vector<InnovationItem> items, const InnovationQuery& query) {
    InnovationPage page;
    page.total = query.total.value_or(static_cast<std::int64_t>(items.size()));
    const auto key = [&](const auto& item) { return sort_key(item, query.sort); };
    std::sort(items.begin(), items.end(),
              [&](const auto& a, const auto& b) { return key(a) < key(b); });
    for (auto& item : items) {
      if (!query.after.empty() && key(item) <= query.after) continue;
      if (static_cast<int>(page.items.size()) == query.limit) {
        page.next = key(page.items.back());
        break;
      }
      page.items.push_back(std::move(item));
    }
    return page;
  }

  std::mutex mutex_;
  std::map<YearKey, StoredYear> years_;
  std::map<std::string, Maturity> maturities_;
  std::map<std::pair<std::string, IndicatorId>, std::int64_t> claim_revisions_;
};

}  // namespace jalur::app

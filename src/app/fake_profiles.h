// For tests: the ports to profiles and proposals in memory, beside the years of a FakeStore. Years
// as they were are kept at every change made here, and asked for by the instant of that change.
#pragma once

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "app/fake_store.h"
#include "app/profiles.h"
#include "app/proposals.h"

namespace jalur::app {

class FakeProfiles : public Profiles {
 public:
  std::vector<KeptEvidence> kept_evidence;  // of the submission that was added last

  explicit FakeProfiles(FakeStore& store) : store_(store) {}

  // Not part of the port: what others make of a submission.
  void set_state(const std::string& submission, SubmissionState state) {
    const std::scoped_lock lock(mutex_);
    kept_.at(submission).state = state;
  }

  Expected<StoredProfile> profile(const std::string& submission) override {
    const std::scoped_lock lock(mutex_);
    return found(submission);
  }

  Expected<StoredProfile> change_profile(const ProfileChange& change) override {
    const std::scoped_lock lock(mutex_);
    auto stored = found(change.submission);
    if (!stored) return stored;
    const auto edit = change.decide(*stored);
    if (!edit) return tl::unexpected(edit.error());
    if (edit->profile == stored->profile && edit->withdrawn == stored->withdrawn && !edit->step)
      return stored;
    stored->profile = edit->profile;
    stored->withdrawn = edit->withdrawn;
    if (edit->step) stored->steps.push_back(*edit->step);
    return kept(std::move(*stored), edit->told, change.by, change.at);
  }

  Expected<bool> is_in_year(const YearKey& key, const std::string& innovation) override {
    const std::scoped_lock lock(mutex_);
    return std::any_of(kept_.begin(), kept_.end(), [&](const auto& each) {
      return each.second.key == key && each.second.innovation == innovation;
    });
  }

  Expected<StoredProfile> add_submission(const NewSubmission& fresh) override {
    const auto year = store_.full_year(fresh.key);
    if (!year) return tl::unexpected(year.error());
    const std::scoped_lock lock(mutex_);
    StoredProfile stored;
    stored.submission = fresh.submission;
    stored.key = fresh.key;
    stored.ruleset = year->data.ruleset;
    stored.innovation = fresh.innovation;
    stored.profile = fresh.profile;
    stored.steps = fresh.steps;
    stored.levels = fresh.levels;
    kept_evidence = fresh.evidence;
    return kept(std::move(stored), fresh.told, fresh.by, fresh.at);
  }

  Expected<void> open_year(const NewYear& fresh) override {
    if (store_.revision(fresh.key))
      return fail(ErrorCode::conflict, {"Sudah dibuka.", "Open already."}, "year");
    RegionYear data;
    data.code = fresh.key.region;
    data.name = fresh.region_name;
    data.kind = fresh.kind;
    data.year = fresh.key.year;
    data.ruleset = fresh.ruleset;
    data.units = fresh.units;
    put(data, {}, fresh.government_submission, fresh.at);
    return {};
  }

  Expected<RegionYear> year_as_of(const YearKey& key, Instant at) override {
    const std::scoped_lock lock(mutex_);
    const auto year = past_.find({key, at});
    if (year != past_.end()) return year->second;
    return fail(ErrorCode::not_found, {"Belum ada.", "Nothing yet."}, "at", to_string(at));
  }

 private:
  Expected<StoredProfile> found(const std::string& submission) {
    if (const auto each = kept_.find(submission); each != kept_.end()) return each->second;
    const auto stored = store_.submission(submission);
    if (!stored) return tl::unexpected(stored.error());
    const auto place = store_.place_of(submission);
    if (!place) return tl::unexpected(place.error());
    if (!stored->innovation) return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."});
    const Innovation& innovation = *stored->innovation;
    StoredProfile made;
    made.submission = submission;
    made.key = stored->key;
    made.ruleset = place->ruleset;
    made.innovation = "innovation of " + submission;
    made.state = innovation.state;
    made.revision = 1;
    made.levels = innovation.levels;
    made.profile.name = innovation.name;
    made.profile.unit = innovation.unit;
    made.profile.affairs = innovation.affairs;
    made.profile.stage = innovation.stage;
    made.profile.implemented_on = innovation.implemented_on;
    made.profile.developed_on = innovation.developed_on;
    made.profile.design.free = innovation.design;
    return made;
  }

  StoredProfile kept(StoredProfile stored, const Told& told, const ledger::Actor& by, Instant at) {
    ++stored.revision;
    kept_.insert_or_assign(stored.submission, stored);
    RegionYear data = store_.full_year(stored.key)->data;
    Innovation innovation;
    innovation.id = stored.submission;
    innovation.name = stored.profile.name;
    innovation.unit = stored.profile.unit;
    innovation.affairs = stored.profile.affairs;
    innovation.stage = stored.profile.stage;
    innovation.implemented_on = stored.profile.implemented_on;
    innovation.developed_on = stored.profile.developed_on;
    innovation.state = stored.state;
    innovation.levels = stored.levels;
    innovation.design = registry::whole_text(stored.profile.design);
    std::erase_if(data.innovations, [&](const Innovation& each) {
      return each.id == stored.submission ||
             (each.name == innovation.name && each.unit == innovation.unit);
    });
    if (!stored.withdrawn) data.innovations.push_back(innovation);
    put(data, stored.submission, {}, at);
    store_.journal.append(stored.key.region,
                          {by, told.action, stored.submission, stored.profile.name, told.details},
                          at);
    return stored;
  }

  void put(const RegionYear& data, const std::string& submission, const std::string& government,
           Instant at) {
    ImportPlan plan;
    plan.data = &data;
    plan.maturities.resize(data.innovations.size());
    plan.new_id = [&] { return submission.empty() ? government : submission; };
    plan.at = at;
    past_.insert_or_assign({YearKey{data.code, data.year}, at}, data);
    if (!store_.import(plan, {})) throw std::runtime_error("the fake store cannot be reached");
  }

  FakeStore& store_;
  std::mutex mutex_;
  std::map<std::string, StoredProfile> kept_;
  std::map<std::pair<YearKey, Instant>, RegionYear> past_;
};

class FakeProposals : public Proposals {
 public:
  FakeProposals(FakeStore& store, Profiles& profiles) : store_(store), profiles_(profiles) {}

  Expected<ProposalReceipt> add(const NewProposal& fresh) override {
    const auto years = store_.years(YearKey{fresh.region, 0}, 1);
    if (!years) return tl::unexpected(years.error());
    if (years->empty() || years->front().key.region != fresh.region)
      return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."}, "code");
    StoredProposal proposal;
    proposal.id = fresh.id;
    proposal.idea = fresh.idea;
    proposal.made_at = fresh.at;
    kept_[{fresh.region, fresh.id}] = proposal;
    return ProposalReceipt{fresh.id, years->front().region_name};
  }

  Expected<ProposalPage> page(const ProposalQuery& query) override {
    ProposalPage page;
    for (auto each = kept_.rbegin(); each != kept_.rend(); ++each) {
      const auto& [where, proposal] = *each;
      if (where.first != query.region || (query.state && *query.state != proposal.state)) continue;
      if (!query.after.empty() && where.second >= query.after) continue;
      if (static_cast<int>(page.items.size()) == query.limit) {
        page.next = page.items.back().id;
        break;
      }
      page.items.push_back(proposal);
    }
    return page;
  }

  Expected<StoredProposal> decide(const ProposalVerdict& verdict) override {
    const auto found = kept_.find({verdict.region, verdict.id});
    if (found == kept_.end())
      return fail(ErrorCode::not_found, {"Tidak ada.", "There is none."}, "proposal");
    StoredProposal& proposal = found->second;
    if (proposal.state != registry::IdeaState::waiting)
      return fail(ErrorCode::conflict, {"Sudah diputuskan.", "Decided before."}, "proposal");
    if (verdict.draft) {
      const NewSubmission fresh = verdict.draft(proposal);
      const auto made = profiles_.add_submission(fresh);
      if (!made) return tl::unexpected(made.error());
      proposal.submission = fresh.submission;
      proposal.unit = fresh.profile.unit;
      proposal.year = fresh.key.year;
    }
    proposal.state = verdict.draft ? registry::IdeaState::accepted : registry::IdeaState::declined;
    proposal.reason = verdict.reason;
    proposal.decided_at = verdict.at;
    proposal.decided_by = verdict.by.name;
    return proposal;
  }

 private:
  FakeStore& store_;
  Profiles& profiles_;
  std::map<std::pair<RegionCode, std::string>, StoredProposal> kept_;
};

}  // namespace jalur::app

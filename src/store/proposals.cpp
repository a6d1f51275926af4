// Citizens' proposals.
#include "store/ledger.h"
#include "store/profiles.h"
#include "store/query.h"

namespace jalur::store {

namespace {

using app::StoredProposal;

const std::string proposal_text =
    "SELECT p.id, p.state, p.name, p.contact, p.title, p.problem, p.idea, p.district, p.made_at, "
    "p.decided_at, p.decided_by, p.reason, COALESCE(p.submission, ''), COALESCE(s.unit, ''), "
    "COALESCE(s.year, 0) FROM proposals p LEFT JOIN submissions s "
    "ON s.region_code = p.region_code AND s.id = p.submission WHERE p.region_code = :region AND ";

// Fills `proposal` at each row.
class Reading {
 public:
  Reading(Query& query, StoredProposal& proposal) : query_(query), proposal_(proposal) {
    registry::Idea& idea = proposal.idea;
    query.take(proposal.id).take(state_).take(idea.name).take(idea.contact).take(idea.title);
    query.take(idea.problem).take(idea.idea).take(idea.district).take(made_at_);
    query.take(decided_at_).take(proposal.decided_by).take(proposal.reason);
    query.take(proposal.submission).take(proposal.unit).take(proposal.year);
  }

  bool next() {
    if (!query_.next()) return false;
    const auto state = registry::idea_state_from(state_);
    const auto made_at = parse_instant(made_at_);
    if (!state || !made_at) throw Damaged("proposal \"" + proposal_.id + "\"");
    proposal_.state = *state;
    proposal_.made_at = *made_at;
    proposal_.decided_at = decided_at_ ? parse_instant(*decided_at_) : std::nullopt;
    return true;
  }

 private:
  Query& query_;
  StoredProposal& proposal_;
  std::string state_;
  std::string made_at_;
  std::optional<std::string> decided_at_;
};

std::optional<StoredProposal> read_proposal(Session& session, const RegionCode& region,
                                            const std::string& id) {
  StoredProposal proposal;
  Query query(session.sql(), proposal_text + "p.id = :id");
  query.give(region.str()).give(id);
  Reading reading(query, proposal);
  if (!reading.next()) return std::nullopt;
  return proposal;
}

// Its name; nothing when the region is not on record.
std::optional<std::string> region_name(Session& session, const RegionCode& region) {
  std::string name;
  Query query(session.sql(), "SELECT name FROM regions WHERE region_code = :region");
  query.give(region.str()).take(name);
  if (!query.next()) return std::nullopt;
  return name;
}

void put_proposal(Session& session, const app::NewProposal& fresh) {
  Rows rows(session.sql(), "proposals",
            "region_code, id, state, name, contact, title, problem, idea, district, made_at, "
            "decided_by, reason");
  const registry::Idea& idea = fresh.idea;
  rows.add({fresh.region.str(), fresh.id, std::string(word(registry::IdeaState::waiting)),
            idea.name, idea.contact, idea.title, idea.problem, idea.idea, idea.district,
            to_string(fresh.at), std::string(), std::string()});
  rows.send();
}

// False when it was decided before; whoever comes second waits here for the first.
bool mark_decided(Session& session, const app::ProposalVerdict& verdict) {
  const auto state = verdict.draft ? registry::IdeaState::accepted : registry::IdeaState::declined;
  return Query(session.sql(),
               "UPDATE proposals SET state = :state, decided_at = :at, decided_by = :by, "
               "reason = :reason WHERE region_code = :region AND id = :id "
               "AND state = 'waiting'")
             .give(std::string(word(state)))
             .give(to_string(verdict.at))
             .give(verdict.by.name)
             .give(verdict.reason)
             .give(verdict.region.str())
             .give(verdict.id)
             .run() > 0;
}

Expected<void> make_draft(Session& session, const app::ProposalVerdict& verdict,
                          const StoredProposal& proposal) {
  const app::NewSubmission fresh = verdict.draft(proposal);
  if (const auto added = add_submission(session, fresh); !added)
    return tl::make_unexpected(added.error());
  Query(session.sql(),
        "UPDATE proposals SET submission = :submission WHERE region_code = :region AND id = :id")
      .give(fresh.submission)
      .give(verdict.region.str())
      .give(verdict.id)
      .run();
  return {};
}

ledger::Draft decision(const app::ProposalVerdict& verdict, const StoredProposal& proposal) {
  return {verdict.by,
          verdict.draft ? "proposal.accepted" : "proposal.declined",
          proposal.id,
          proposal.idea.title,
          {{"reason", verdict.reason}}};
}

}  // namespace

Expected<app::ProposalReceipt> add_proposal(Session& session, const app::NewProposal& fresh) {
  const auto name = region_name(session, fresh.region);
  if (!name) {
    return fail(ErrorCode::not_found,
                {"Daerah ini belum memakai Jalur; usulan belum dapat diterima.",
                 "This region does not use Jalur yet; proposals cannot be received."},
                "code", fresh.region.str());
  }
  put_proposal(session, fresh);
  append_to_ledger(session, fresh.region, {{}, "proposal.received", fresh.id, fresh.idea.title, {}},
                   fresh.at);
  return app::ProposalReceipt{fresh.id, *name};
}

Expected<app::ProposalPage> read_proposals(Session& session, const app::ProposalQuery& query) {
  const std::string state = query.state ? std::string(word(*query.state)) : std::string();
  app::ProposalPage page;
  StoredProposal proposal;
  Query select(session.sql(), proposal_text +
                                  "(:state = '' OR p.state = :same_state) "
                                  "AND (:after = '' OR p.id < :same_after) "
                                  "ORDER BY p.id DESC LIMIT :limit");
  select.give(query.region.str()).give(state).give(state).give(query.after).give(query.after);
  select.give(std::int64_t{query.limit} + 1);
  Reading reading(select, proposal);
  while (reading.next()) {
    if (static_cast<int>(page.items.size()) == query.limit) {
      page.next = page.items.back().id;
      break;
    }
    page.items.push_back(proposal);
  }
  return page;
}

Expected<StoredProposal> decide_proposal(Session& session, const app::ProposalVerdict& verdict) {
  const auto proposal = read_proposal(session, verdict.region, verdict.id);
  if (!proposal) {
    return fail(ErrorCode::not_found, {"Tidak ada usulan warga ini.", "There is no such proposal."},
                "proposal", verdict.id);
  }
  if (!mark_decided(session, verdict)) {
    return fail(ErrorCode::conflict,
                {"Usulan warga ini sudah diputuskan.", "This proposal was decided before."},
                "proposal", verdict.id);
  }
  if (verdict.draft) {
    if (const auto made = make_draft(session, verdict, *proposal); !made)
      return tl::make_unexpected(made.error());
  }
  append_to_ledger(session, verdict.region, decision(verdict, *proposal), verdict.at);
  return *read_proposal(session, verdict.region, verdict.id);
}

}  // namespace jalur::store

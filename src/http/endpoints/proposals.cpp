// Citizens' proposals.
#include "formats/profiles.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

using registry::IdeaState;

constexpr std::array<std::pair<std::string_view, IdeaState>, 3> states{{
    {"waiting", IdeaState::waiting},
    {"accepted", IdeaState::accepted},
    {"declined", IdeaState::declined},
}};

}  // namespace

Expected<Answer> list_proposals(const Call& call, const Site& site) {
  Parameters given(call);
  app::ProposalQuery query;
  const auto region = given.region();
  query.state = given.choice("state", states);
  query.after = given.text("after", limits::id_bytes).value_or("");
  query.limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  query.region = *region;
  return app::list_proposals(site.house, *call.caller, query).map([&](const auto& page) {
    return unkept_answer(proposals_json(page, site.house.reference));
  });
}

Expected<Answer> propose_idea(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto idea = read_idea(call.body);
  if (!idea) return tl::unexpected(idea.error());
  return app::propose(site.house, *region, call.client, *idea).map([&](const auto& sent) {
    Answer answer = unkept_answer(proposal_sent_json(sent, *region, idea->title));
    answer.status = 201;
    return answer;
  });
}

Expected<Answer> decide_proposal(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("proposal");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto decision = read_proposal_decision(call.body);
  if (!decision) return tl::unexpected(decision.error());
  return app::decide_proposal(site.house, *call.caller, *region, id, *decision)
      .map([&](const auto& proposal) {
        return unkept_answer(proposal_json(proposal, site.house.reference));
      });
}

}  // namespace jalur::http::endpoints

#include "app/account_parts.h"

namespace jalur::app {

Expected<std::optional<MadeLink>> first_link(House& house, const RegionCode& region) {
  const auto coordinators = house.people.active_coordinators(region);
  if (!coordinators) return tl::unexpected(coordinators.error());
  if (*coordinators > 0) return std::optional<MadeLink>();
  const Instant now = house.clock.now();
  NewLink link = new_link(house, region, "", accounts::LinkPurpose::first, now);
  const PeopleChange change{region,
                            now,
                            {{program(),
                              "person.invited",
                              region.str(),
                              region.str(),
                              {{"purpose", std::string(accounts::word(link.step.purpose))}}}},
                            {EndLinks{""}, link.step}};
  if (auto done = house.people.carry_out(change); !done) return tl::unexpected(done.error());
  return std::optional(std::move(link.made));
}

}  // namespace jalur::app

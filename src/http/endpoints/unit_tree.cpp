// The units of a region as a tree.
#include "formats/units.h"
#include "http/endpoints/endpoints.h"
#include "http/endpoints/sessions.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Expected<Answer> unit_answer(const Expected<registry::UnitNode>& unit) {
  if (!unit) return tl::unexpected(unit.error());
  return unkept_answer(unit_json(*unit));
}

}  // namespace

Expected<Answer> list_unit_tree(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::list_unit_tree(site.house, *call.caller, *region).map([](const auto& tree) {
    return unkept_answer(unit_tree_json(tree));
  });
}

Expected<Answer> add_unit(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto unit = read_unit(call.body);
  if (!unit) return tl::unexpected(unit.error());
  return unit_answer(app::add_unit(site.house, *call.caller, *region, *unit));
}

Expected<Answer> put_unit(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("unit");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto unit = read_unit(call.body);
  if (!unit) return tl::unexpected(unit.error());
  return unit_answer(app::change_unit(site.house, *call.caller, *region, id, *unit));
}

Expected<Answer> merge_unit(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("unit");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto into = read_merge(call.body);
  if (!into) return tl::unexpected(into.error());
  return unit_answer(app::merge_unit(site.house, *call.caller, *region, id, *into));
}

}  // namespace jalur::http::endpoints

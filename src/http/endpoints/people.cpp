// The people of a region.
#include "formats/people.h"

#include "http/endpoints/endpoints.h"
#include "http/endpoints/sessions.h"
#include "http/negotiation.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

using accounts::Role;

std::array<std::pair<std::string_view, Role>, accounts::role_count> words_of_roles() {
  std::array<std::pair<std::string_view, Role>, accounts::role_count> words;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto role = static_cast<Role>(i);
    words[i] = {accounts::word(role), role};
  }
  return words;
}

constexpr std::array<std::pair<std::string_view, app::ImportMode>, 2> checks{
    {{"yes", app::ImportMode::check}, {"no", app::ImportMode::carry_out}}};

}  // namespace

Expected<Answer> list_people(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  app::PeopleQuery query;
  query.search = given.text("q", limits::search_text_bytes).value_or("");
  query.role = given.choice("role", words_of_roles());
  query.after = given.text("after", limits::id_bytes).value_or("");
  query.limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  query.region = *region;
  return app::list_people(site.house, *call.caller, query).map([](const auto& people) {
    return unkept_answer(people_json(people));
  });
}

Expected<Answer> invite_person(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  auto person = read_person(call.body);
  if (!person) return tl::unexpected(person.error());
  return app::invite(site.house, *call.caller, *region, std::move(*person))
      .map([](const auto& invited) { return unkept_answer(invited_json(invited)); });
}

Expected<Answer> get_people_template(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  auto workbook = app::people_template(site.house, *call.caller, *region);
  if (!workbook) return tl::unexpected(workbook.error());
  return file_answer(xlsx_type, std::move(*workbook), "orang-" + region->str() + ".xlsx");
}

Expected<Answer> import_people(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto check = given.choice("check", checks);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto rows = site.house.documents.read_people(call.body, "orang.xlsx");
  if (!rows) return tl::unexpected(rows.error());
  const auto mode = check.value_or(app::ImportMode::carry_out);
  return app::import_people(site.house, *call.caller, *region, *rows, mode)
      .map([&](const auto& people) {
        return unkept_answer(people_import_json(people, mode == app::ImportMode::carry_out));
      });
}

Expected<Answer> get_person(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("person");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::show_person(site.house, *call.caller, *region, id).map([](const auto& shown) {
    return unkept_answer(person_json(shown));
  });
}

Expected<Answer> put_person(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("person");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  auto person = read_person(call.body);
  if (!person) return tl::unexpected(person.error());
  return app::change_person(site.house, *call.caller, *region, id, std::move(*person))
      .map([](const auto& shown) { return unkept_answer(person_json(shown)); });
}

Expected<Answer> renew_link(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("person");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  if (auto wrong = unexpected_body(call)) return tl::unexpected(*wrong);
  return app::renew_link(site.house, *call.caller, *region, id).map([](const auto& invited) {
    return unkept_answer(invited_json(invited));
  });
}

}  // namespace jalur::http::endpoints

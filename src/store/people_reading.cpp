// People and their roles, one by one and in pages. Keyset, as in innovations.cpp; the mark of a
// page is its last person.
#include <algorithm>
#include <map>

#include "base/limits.h"
#include "store/account_row.h"
#include "store/people.h"
#include "store/words.h"

namespace jalur::store {

namespace {

// When the link that waits ends; the parameter is the present time.
const std::string link_column =
    ", (SELECT MAX(l.ends_at) FROM links l WHERE l.region_code = p.region_code "
    "AND l.person = p.id AND l.used_at IS NULL AND l.ends_at > :now)";

tl::unexpected<Error> no_such_person(const std::string& field, const std::string& value) {
  return fail(ErrorCode::not_found,
              {"Tidak ada orang seperti ini di sini.", "There is no such person here."}, field,
              value);
}

std::string places_for(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i)
    text += (i == 0 ? ":person" : ", :person") + std::to_string(i);
  return text;
}

void read_roles(Session& session, const RegionCode& region, std::vector<app::Account>& accounts) {
  if (accounts.empty()) return;
  std::map<std::string, accounts::Person*> people;
  for (app::Account& account : accounts) people[account.person.id] = &account.person;
  std::string person, role, unit;
  Query query(session.sql(),
              "SELECT person, role, unit FROM grants WHERE region_code = :region AND person IN (" +
                  places_for(people.size()) + ") ORDER BY person, ordinal");
  query.give(region.str());
  for (const auto& [id, held_by] : people) query.give(id);
  query.take(person).take(role).take(unit);
  while (query.next()) people.at(person)->roles.push_back(held_role_from(role, unit));
}

Expected<app::Account> with_roles(Session& session, app::Account account) {
  std::vector<app::Account> one{std::move(account)};
  read_roles(session, one.front().person.region, one);
  return std::move(one.front());
}

// A WHERE clause with its values, in their order.
struct Condition {
  std::string text = " WHERE p.region_code = :region";
  std::vector<Cell> values;
};

Condition condition_of(const app::PeopleQuery& query) {
  Condition condition;
  condition.values = {query.region.str()};
  if (!query.search.empty()) {
    condition.text +=
        " AND (p.folded_name LIKE :in_name ESCAPE '!' OR p.email LIKE :in_email ESCAPE '!')";
    condition.values.insert(condition.values.end(), 2, pattern_of(query.search));
  }
  if (query.role) {
    condition.text +=
        " AND EXISTS (SELECT 1 FROM grants g WHERE g.region_code = p.region_code "
        "AND g.person = p.id AND g.role = :role)";
    condition.values.emplace_back(std::string(accounts::word(*query.role)));
  }
  return condition;
}

std::int64_t count(Session& session, const Condition& condition) {
  std::int64_t total = 0;
  Query query(session.sql(), "SELECT COUNT(*) FROM people p" + condition.text);
  for (const Cell& value : condition.values) query.give(value);
  query.take(total).next();
  return total;
}

std::string order_of(Engine engine) {
  return "p.folded_name" + byte_order(engine) + ", p.id" + byte_order(engine);
}

Expected<void> begin_after(Session& session, const app::PeopleQuery& query, Condition& condition) {
  if (query.after.empty()) return {};
  std::string name;
  Query last(session.sql(),
             "SELECT folded_name FROM people WHERE region_code = :region AND id = :id");
  last.give(query.region.str()).give(query.after).take(name);
  if (!last.next())
    return fail(
        ErrorCode::invalid_input,
        {"Harus isi `next` dari halaman sebelumnya.", "Must be the `next` of the page before."},
        "after", query.after);
  condition.text += " AND (" + order_of(session.engine()) + ") > (:after_name, :after_id)";
  condition.values.emplace_back(name);
  condition.values.emplace_back(query.after);
  return {};
}

// Reads one row more than asked for: if it comes, there is a next page.
void read_items(Session& session, const app::PeopleQuery& asked, const Condition& condition,
                app::PeoplePage& page) {
  const int limit = std::clamp(asked.limit, 1, limits::page_most);
  AccountRow row;
  std::optional<std::string> link;
  Query query(session.sql(), "SELECT " + AccountRow::columns + link_column + " FROM people p" +
                                 condition.text + " ORDER BY " + order_of(session.engine()) +
                                 " LIMIT :limit");
  query.give(to_string(asked.now));
  for (const Cell& value : condition.values) query.give(value);
  query.give(std::int64_t{limit} + 1);
  row.take(query);
  query.take(link);
  while (query.next()) {
    if (static_cast<int>(page.items.size()) == limit) {
      page.next = page.items.back().person.id;
      break;
    }
    page.items.push_back(row.as_account());
    page.items.back().link_expires_at = instant_from(link);
  }
}

}  // namespace

Expected<app::Account> read_account(Session& session, const RegionCode& region,
                                    const std::string& person, Instant now) {
  AccountRow row;
  std::optional<std::string> link;
  Query query(session.sql(), "SELECT " + AccountRow::columns + link_column +
                                 " FROM people p WHERE p.region_code = :region AND p.id = :id");
  query.give(to_string(now)).give(region.str()).give(person);
  row.take(query);
  query.take(link);
  if (!query.next()) return no_such_person("person", person);
  app::Account account = row.as_account();
  account.link_expires_at = instant_from(link);
  return with_roles(session, std::move(account));
}

Expected<app::Account> read_account_of(Session& session, const std::string& email) {
  AccountRow row;
  Query query(session.sql(), "SELECT " + AccountRow::columns +
                                 " FROM sign_in_names n JOIN people p "
                                 "ON p.region_code = n.region_code AND p.id = n.person "
                                 "WHERE n.email = :email");
  query.give(email);
  row.take(query);
  if (!query.next()) return no_such_person("email", email);
  return with_roles(session, row.as_account());
}

Expected<app::PeoplePage> read_people(Session& session, const app::PeopleQuery& query) {
  Condition condition = condition_of(query);
  app::PeoplePage page;
  page.total = count(session, condition);
  if (auto begun = begin_after(session, query, condition); !begun)
    return tl::unexpected(begun.error());
  read_items(session, query, condition, page);
  read_roles(session, query.region, page.items);
  return page;
}

std::int64_t count_active_coordinators(Session& session, const RegionCode& region) {
  std::int64_t number = 0;
  Query query(session.sql(),
              "SELECT COUNT(*) FROM people p WHERE p.region_code = :region AND p.state = 'active' "
              "AND EXISTS (SELECT 1 FROM grants g WHERE g.region_code = p.region_code "
              "AND g.person = p.id AND g.role = :role)");
  query.give(region.str()).give(std::string(accounts::word(accounts::Role::coordinator)));
  query.take(number).next();
  return number;
}

}  // namespace jalur::store

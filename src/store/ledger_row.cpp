#include "store/ledger_row.h"

#include <nlohmann/json.hpp>

#include "base/text.h"
#include "store/failure.h"

namespace jalur::store {

namespace {

using Details = std::vector<std::pair<std::string, std::string>>;

// Only what packed() writes, to the byte.
std::optional<Details> details_from(const std::string& text) {
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  Details details;
  for (const auto& [key, value] : json.items()) {
    if (!value.is_string()) return std::nullopt;
    details.emplace_back(key, value.get<std::string>());
  }
  if (packed(details) != text) return std::nullopt;
  return details;
}

}  // namespace

const std::string EntryRow::columns =
    "sequence, at, person, name, role, action, subject, subject_text, details, previous, hash";

const std::string RootRow::columns = "day, first, last, root, previous_root, signature";

std::string packed(const Details& details) {
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [key, value] : details) {
    if (!is_utf8(key) || !is_utf8(value)) throw NotText("detail of a log entry");
    json[key] = value;
  }
  return json.dump();
}

EntryRow::EntryRow(const ledger::Entry& entry)
    : sequence(entry.sequence),
      at(to_string(entry.at)),
      name(entry.by.name),
      role(entry.by.role),
      action(entry.action),
      subject(entry.subject),
      subject_text(entry.subject_text),
      details(packed(entry.details)),
      previous(ledger::hex(entry.previous)),
      hash(ledger::hex(entry.hash)) {
  if (!entry.by.person.empty()) person = entry.by.person;
}

void EntryRow::give(Query& query) const {
  query.give(sequence).give(at).give(person).give(name).give(role).give(action);
  query.give(subject).give(subject_text).give(details).give(previous).give(hash);
}

void EntryRow::take(Query& query) {
  query.take(sequence).take(at).take(person).take(name).take(role).take(action);
  query.take(subject).take(subject_text).take(details).take(previous).take(hash);
}

app::StoredEntry EntryRow::as_entry(const RegionCode& region) const {
  const auto told = [&](const char* column) {
    return app::StoredEntry{sequence, std::nullopt, column};
  };
  const auto instant = parse_instant(at);
  if (!instant) return told("at");
  if (person && person->empty()) return told("person");
  auto list = details_from(details);
  if (!list) return told("details");
  const auto before = ledger::bytes_from_hex<32>(previous);
  if (!before) return told("previous");
  const auto own = ledger::bytes_from_hex<32>(hash);
  if (!own) return told("hash");
  return {sequence,
          ledger::Entry{region,
                        sequence,
                        *instant,
                        {person.value_or(""), name, role},
                        action,
                        subject,
                        subject_text,
                        std::move(*list),
                        *before,
                        *own},
          {}};
}

ledger::Entry EntryRow::entry(const RegionCode& region) const {
  auto stored = as_entry(region);
  if (!stored.entry) {
    throw Damaged("log entry " + std::to_string(sequence) + ", column " + stored.unreadable);
  }
  return std::move(*stored.entry);
}

void RootRow::take(Query& query) {
  query.take(day).take(first).take(last).take(root).take(previous_root).take(signature);
}

app::StoredRoot RootRow::as_root(const RegionCode& region) const {
  const auto date = parse_date(day);
  const auto own = ledger::bytes_from_hex<32>(root);
  const auto before = ledger::bytes_from_hex<32>(previous_root);
  const auto mark = ledger::bytes_from_hex<64>(signature);
  if (!date || !own || !before || !mark) return {day, first, std::nullopt};
  return {day, first, ledger::DayRoot{region, *date, first, last, *own, *before, *mark}};
}

}  // namespace jalur::store

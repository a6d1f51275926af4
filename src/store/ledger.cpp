// What is written to the log.
#include "store/ledger.h"

#include <algorithm>

#include "store/ledger_row.h"

namespace jalur::store {

namespace {

// The end of the log as the new entry finds it.
struct End {
  std::int64_t sequence = 0;  // of the new entry
  ledger::Hash hash{};        // of the entry before
  Instant not_before;
};

// The first writing statement makes others who append to this region's log wait. The row keeps hash
// and time of the entry before, for those are set only when the new entry is made.
End next_place(Session& session, const RegionCode& region, Instant at) {
  End end;
  std::string hash, not_before;
  Query query(session.sql(),
              "INSERT INTO ledger_heads (region_code, sequence, hash, not_before) "
              "VALUES (:region, 1, :hash, :at) ON CONFLICT (region_code) "
              "DO UPDATE SET sequence = ledger_heads.sequence + 1 "
              "RETURNING sequence, hash, not_before");
  query.give(region.str()).give(ledger::hex(ledger::Hash{})).give(to_string(at));
  query.take(end.sequence).take(hash).take(not_before);
  query.next();
  const auto digest = ledger::bytes_from_hex<32>(hash);
  const auto instant = parse_instant(not_before);
  if (!digest || !instant) throw Damaged("head of the log of region " + region.str());
  end.hash = *digest;
  end.not_before = *instant;
  return end;
}

void insert(Session& session, const ledger::Entry& entry) {
  Query query(session.sql(), "INSERT INTO ledger (region_code, " + EntryRow::columns +
                                 ") VALUES (:region, :sequence, :at, :person, :name, :role, "
                                 ":action, :subject, :text, :details, :previous, :hash)");
  query.give(entry.region.str());
  EntryRow(entry).give(query);
  query.run();
}

void move_head(Session& session, const ledger::Entry& entry) {
  Query(session.sql(),
        "UPDATE ledger_heads SET hash = :hash, not_before = :at WHERE region_code = :region")
      .give(ledger::hex(entry.hash))
      .give(to_string(entry.at))
      .give(entry.region.str())
      .run();
}

}  // namespace

std::int64_t append_to_ledger(Session& session, const RegionCode& region, ledger::Draft draft,
                              Instant at) {
  const End end = next_place(session, region, at);
  const ledger::Entry entry = ledger::entry_from(std::move(draft), region, end.sequence,
                                                 std::max(at, end.not_before), end.hash);
  insert(session, entry);
  move_head(session, entry);
  return entry.sequence;
}

void end_days_before(Session& session, const RegionCode& region, Instant instant) {
  Query(session.sql(),
        "UPDATE ledger_heads SET not_before = :instant "
        "WHERE region_code = :region AND not_before < :same")
      .give(to_string(instant))
      .give(region.str())
      .give(to_string(instant))
      .run();
}

void keep_root(Session& session, const ledger::DayRoot& root) {
  Query(session.sql(), "INSERT INTO ledger_roots (region_code, " + RootRow::columns +
                           ") VALUES (:region, :day, :first, :last, :root, :previous, :signature) "
                           "ON CONFLICT (region_code, day) DO NOTHING")
      .give(root.region.str())
      .give(to_string(root.day))
      .give(root.first)
      .give(root.last)
      .give(ledger::hex(root.root))
      .give(ledger::hex(root.previous_root))
      .give(ledger::hex(root.signature))
      .run();
}

}  // namespace jalur::store

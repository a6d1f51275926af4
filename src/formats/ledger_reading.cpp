// A proof read back, as somebody sends it.
#include "base/limits.h"
#include "formats/json_reader.h"
#include "formats/ledger.h"

namespace jalur {

namespace {

constexpr std::int64_t most_entries = 1'000'000'000'000'000;

template <std::size_t size>
std::array<std::uint8_t, size> digest(const JsonObject& object, const char* key) {
  const std::string text = object.string(key, 2 * size);
  const auto bytes = ledger::bytes_from_hex<size>(text);
  if (!bytes && !text.empty()) {
    const std::string digits = std::to_string(2 * size);
    object.complain(key, {"harus " + digits + " angka heksadesimal dalam huruf kecil",
                          "it must be " + digits + " hexadecimal digits in lower case"});
  }
  return bytes.value_or(std::array<std::uint8_t, size>{});
}

std::string text_of(const JsonObject& object, const char* key) {
  return object.optional_string(key, limits::prose_bytes);
}

std::vector<std::pair<std::string, std::string>> details_of(const JsonObject& entry) {
  std::vector<std::pair<std::string, std::string>> details;
  const auto* found = entry.optional_object("details");
  if (found == nullptr) return details;
  const JsonObject object(*found, entry.below("details"), entry.problems());
  for (const auto& member : found->items()) {
    details.emplace_back(member.key(), text_of(object, member.key().c_str()));
  }
  return details;
}

ledger::Entry entry_of(const JsonObject& object) {
  object.allow_only({"sequence", "at", "person", "name", "role", "action", "action_text", "subject",
                     "subject_text", "details", "previous", "hash"});
  ledger::Entry entry;
  entry.sequence = object.whole("sequence", 1, most_entries);
  const auto at = parse_instant(object.string("at", limits::id_bytes));
  if (!at) {
    object.complain("at", {"harus waktu seperti \"2026-11-24T05:30:00.000Z\"",
                           "it must be a time such as \"2026-11-24T05:30:00.000Z\""});
  }
  entry.at = at.value_or(Instant());
  entry.by = {text_of(object, "person"), text_of(object, "name"), text_of(object, "role")};
  entry.action = text_of(object, "action");
  entry.subject = text_of(object, "subject");
  entry.subject_text = text_of(object, "subject_text");
  entry.details = details_of(object);
  entry.previous = digest<32>(object, "previous");
  entry.hash = digest<32>(object, "hash");
  return entry;
}

std::vector<ledger::PathStep> path_of(const JsonObject& proof) {
  std::vector<ledger::PathStep> path;
  const auto* steps = proof.optional_array("path");
  if (steps == nullptr) return path;
  for (const auto& step : *steps) {
    const std::string place = proof.below("path") + "[" + std::to_string(path.size()) + "]";
    if (!step.is_object() || path.size() == limits::ledger_path_steps) {
      proof.problems().add(
          place, shown(step),
          {"harus objek, dan paling banyak 64", "it must be an object, 64 at most"});
      break;
    }
    const JsonObject object(step, place, proof.problems());
    object.allow_only({"side", "hash"});
    const std::string side = object.string("side", limits::id_bytes);
    if (side != "left" && side != "right") {
      object.complain("side",
                      {"harus \"left\" atau \"right\"", "it must be \"left\" or \"right\""});
    }
    path.push_back(
        {side == "left" ? ledger::Side::left : ledger::Side::right, digest<32>(object, "hash")});
  }
  return path;
}

RegionCode region_of(const JsonObject& proof) {
  const auto code = RegionCode::parse(proof.string("region", limits::id_bytes));
  if (!code) {
    proof.complain("region", {"harus kode daerah seperti \"14.01\"",
                              "it must be a region code such as \"14.01\""});
  }
  return code.value_or(RegionCode());
}

ledger::DayRoot root_of(const JsonObject& proof, std::int64_t sequence) {
  ledger::DayRoot root;
  root.region = region_of(proof);
  const auto day = proof.optional_date("day");
  if (!day && proof.find("day") == nullptr) {
    proof.complain("day", {"harus diisi", "it must be filled in"});
  }
  root.day = day.value_or(Date());
  root.first = sequence - proof.whole("position", 0, most_entries);
  root.last = root.first + proof.whole("count", 1, most_entries) - 1;
  root.root = digest<32>(proof, "root");
  root.previous_root = digest<32>(proof, "previous_root");
  root.signature = digest<64>(proof, "signature");
  return root;
}

void check_format(const JsonObject& proof) {
  if (proof.string("format", limits::id_bytes) == "jalur.ledger-proof/1") return;
  proof.complain("format",
                 {"harus \"jalur.ledger-proof/1\"", "it must be \"jalur.ledger-proof/1\""});
}

}  // namespace

Expected<ledger::Proof> read_ledger_proof(std::string_view text) {
  if (text.size() > limits::ledger_proof_bytes) {
    return fail(ErrorCode::too_large,
                {"bukti paling besar 256 KiB", "a proof has 256 KiB at most"});
  }
  const auto json = parse_json(text);
  if (!json) return tl::unexpected(json.error());
  const auto entry = json->is_object() ? json->find("entry") : json->end();
  if (!json->is_object() || entry == json->end() || !entry->is_object()) {
    return fail(
        ErrorCode::invalid_input,
        {"bukan bukti: harus objek dengan \"entry\", seperti hasil jalur ledger prove",
         "not a proof: it must be an object with \"entry\", as jalur ledger prove makes it"});
  }
  Problems problems;
  const JsonObject object(*json, {}, problems);
  object.allow_only({"format", "region", "entry", "day", "position", "count", "path", "root",
                     "previous_root", "signature", "public_key"});
  check_format(object);
  ledger::Proof proof;
  proof.entry = entry_of(JsonObject(*entry, "entry", problems));
  proof.root = root_of(object, proof.entry.sequence);
  proof.entry.region = proof.root.region;
  proof.path = path_of(object);
  proof.key = digest<32>(object, "public_key");
  if (!problems.none()) return std::move(problems).as_error();
  return proof;
}

}  // namespace jalur

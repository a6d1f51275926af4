#include "app/news.h"

#include <algorithm>
#include <array>
#include <string>

namespace jalur::app {

namespace {

using accounts::Role;
using enum Concerns;

// clang-format off
constexpr std::array rules{
    NewsRule{"submission.handed_in", unit_heads,
             "«{subject}» diajukan {by} dan menunggu pengesahan Anda.",
             "“{subject}” was handed in by {by} and waits for your endorsement."},
    NewsRule{"submission.sent_back", unit_people,
             "«{subject}» dikembalikan {by} untuk diperbaiki.",
             "“{subject}” was sent back by {by} to be mended."},
    NewsRule{"submission.endorsed", verifiers,
             "«{subject}» disahkan dan masuk antrean verifikasi.",
             "“{subject}” was endorsed and is in the queue for verification."},
    NewsRule{"submission.rejected", unit_people,
             "«{subject}» ditolak {by}.",
             "“{subject}” was rejected by {by}."},
    NewsRule{"submission.withheld", unit_people,
             "«{subject}» ditahan {by} dan tidak ikut dihitung.",
             "“{subject}” was withheld by {by} and does not count."},
    NewsRule{"submission.reopened", unit_people,
             "«{subject}» menjadi draf lagi: {by} membukanya.",
             "“{subject}” is a draft again: {by} opened it."},
    NewsRule{"claim.lowered", unit_people,
             "Indikator {indicator} pada «{subject}» diturunkan {by}.",
             "Indicator {indicator} of “{subject}” was lowered by {by}."},
    NewsRule{"claim.returned", unit_people,
             "Indikator {indicator} pada «{subject}» dikembalikan {by} dan menunggu jawaban Anda.",
             "Indicator {indicator} of “{subject}” was returned by {by} and waits for your answer."},
    NewsRule{"objection.made", judges,
             "{by} menyanggah verifikasi indikator {indicator} pada «{subject}».",
             "{by} objects to the verification of indicator {indicator} of “{subject}”."},
    NewsRule{"objection.upheld", unit_people,
             "Sanggah atas indikator {indicator} pada «{subject}» diterima {by}.",
             "The objection to indicator {indicator} of “{subject}” was upheld by {by}."},
    NewsRule{"objection.rejected", unit_people,
             "Sanggah atas indikator {indicator} pada «{subject}» ditolak {by}.",
             "The objection to indicator {indicator} of “{subject}” was rejected by {by}."},
    NewsRule{"remark.made", other_side,
             "{by} menulis catatan pada indikator {indicator} «{subject}».",
             "{by} wrote a remark on indicator {indicator} of “{subject}”."},
    NewsRule{"year.calendar", all_units,
             "{by} mengubah jadwal tahun penilaian.",
             "{by} changed the calendar of the assessment year."},
    NewsRule{"year.locked", all_units,
             "{by} mengunci tahun penilaian.",
             "{by} locked the assessment year."},
    NewsRule{"year.unlocked", all_units,
             "{by} membuka kunci tahun penilaian.",
             "{by} unlocked the assessment year."},
    NewsRule{"year.exception_given", that_unit,
             "{by} memberi unit Anda waktu tambahan.",
             "{by} gave your unit more time."},
    NewsRule{"proposal.received", coordinators,
             "Usulan warga diterima: «{subject}».",
             "A citizen's proposal came in: “{subject}”."},
    NewsRule{"proposal.accepted", that_unit,
             "Usulan warga «{subject}» dipercayakan kepada unit Anda.",
             "The citizen's proposal “{subject}” was given to your unit."},
};
// clang-format on

bool is_of_unit(std::string_view role) {
  const auto found = accounts::role_from(role);
  return found && accounts::is_of_a_unit(*found);
}

// The other side of a conversation in which somebody with that role spoke.
Concerns settled(Concerns concerns, std::string_view by) {
  if (concerns != other_side) return concerns;
  return is_of_unit(by) ? judges : unit_people;
}

std::string filled(std::string_view sentence, const ledger::Entry& entry) {
  const std::array<std::pair<std::string_view, std::string>, 3> places{
      {{"{subject}", entry.subject_text},
       {"{by}", entry.by.name},
       {"{indicator}", detail_of(entry, "indicator")}}};
  std::string text(sentence);
  for (const auto& [place, words] : places) {
    const auto at = text.find(place);
    if (at != std::string::npos) text.replace(at, place.size(), words);
  }
  return text;
}

}  // namespace

const NewsRule* news_rule(std::string_view action) {
  const auto* const found = std::find_if(
      rules.begin(), rules.end(), [&](const NewsRule& rule) { return rule.action == action; });
  return found == rules.end() ? nullptr : found;
}

std::vector<Role> roles_told(Concerns concerns, std::string_view by) {
  switch (settled(concerns, by)) {
    case unit_heads:
      return {Role::unit_head};
    case judges:
      return {Role::verifier, Role::coordinator};
    case verifiers:
      return {Role::verifier};
    case coordinators:
      return {Role::coordinator};
    default:
      return {Role::operator_, Role::unit_head};
  }
}

bool is_of_the_unit(Concerns concerns, std::string_view by) {
  const Concerns now = settled(concerns, by);
  return now == unit_heads || now == unit_people || now == that_unit;
}

Text sentence_of(const ledger::Entry& entry) {
  const NewsRule* rule = news_rule(entry.action);
  if (rule == nullptr) return {entry.action, entry.action};
  return {filled(rule->sentence_id, entry), filled(rule->sentence_en, entry)};
}

std::string words_of(const ledger::Entry& entry) {
  const std::string reason = detail_of(entry, "reason");
  return reason.empty() ? detail_of(entry, "text") : reason;
}

std::string detail_of(const ledger::Entry& entry, std::string_view key) {
  for (const auto& [name, value] : entry.details)
    if (name == key) return value;
  return {};
}

}  // namespace jalur::app

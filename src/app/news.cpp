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
    NewsRule{"submission.restored", unit_people,
             "«{subject}» dipulihkan {by} dan ikut dihitung lagi.",
             "“{subject}” was restored by {by} and counts again."},
    NewsRule{"submission.reopened", unit_people,
             "«{subject}» menjadi draf lagi: {by} membukanya.",
             "“{subject}” is a draft again: {by} opened it."},
    NewsRule{"submission.brought_back", unit_people,
             "Penarikan «{subject}» dibatalkan {by}.",
             "{by} took the withdrawal of “{subject}” back."},
    NewsRule{"submission.registered", unit_people,
             "Usulan warga «{subject}» dipercayakan kepada unit Anda oleh {by}.",
             "The citizen's proposal “{subject}” was given to your unit by {by}.", "proposal"},
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
    NewsRule{"year.opened", all_units,
             "{by} membuka tahun penilaian: {subject}.",
             "{by} opened the assessment year: {subject}."},
    NewsRule{"year.calendar", all_units,
             "{by} mengubah jadwal tahun penilaian {subject}.",
             "{by} changed the calendar of the assessment year {subject}."},
    NewsRule{"year.locked", all_units,
             "{by} mengunci tahun penilaian {subject}.",
             "{by} locked the assessment year {subject}."},
    NewsRule{"year.unlocked", all_units,
             "{by} membuka kunci tahun penilaian {subject}.",
             "{by} unlocked the assessment year {subject}."},
    NewsRule{"year.exception_given", that_unit,
             "{by} memberi {unit} waktu sampai {until} untuk tahun penilaian {subject}.",
             "{by} gave {unit} time until {until} for the assessment year {subject}."},
    NewsRule{"year.exception_ended", that_unit,
             "{by} mengakhiri waktu tambahan {unit} untuk tahun penilaian {subject}.",
             "{by} ended the additional time of {unit} for the assessment year {subject}."},
    NewsRule{"proposal.received", coordinators,
             "Usulan warga diterima: «{subject}».",
             "A citizen's proposal came in: “{subject}”."},
    NewsRule{"mail.given_up", coordinators,
             "Surel untuk {subject} tidak dapat dikirim dan tidak dicoba lagi.",
             "Mail for {subject} could not be sent and is not tried again."},
    NewsRule{"reminder.finish", unit_reminded,
             "«{subject}» belum selesai; hari terakhir {due}, sisa {days} hari.",
             "“{subject}” is unfinished; the last day is {due}, days left: {days}."},
    NewsRule{"reminder.answer", unit_reminded,
             "Indikator {indicator} pada «{subject}» menunggu jawaban unit Anda sejak {since}; "
             "seharusnya dijawab paling lambat {due}.",
             "Indicator {indicator} of “{subject}” has waited for your unit's answer since {since}; "
             "it was due on {due}."},
    NewsRule{"reminder.endorse", unit_heads,
             "«{subject}» menunggu pengesahan Anda sejak {since}; seharusnya disahkan paling lambat "
             "{due}.",
             "“{subject}” has waited for your endorsement since {since}; it was due on {due}."},
    NewsRule{"reminder.verify", late_judges,
             "{claims} klaim pada «{subject}» menunggu verifikasi sejak {since}; seharusnya selesai "
             "paling lambat {due}.",
             "Claims of “{subject}” that wait for verification since {since}: {claims}; they were "
             "due on {due}."},
};
// clang-format on

bool is_of_unit(std::string_view role) {
  const auto found = accounts::role_from(role);
  return found && accounts::is_of_a_unit(*found);
}

// Whose people it really concerns: that can depend on who spoke, or on how late it is.
Concerns settled(const NewsRule& rule, const ledger::Entry& entry) {
  switch (rule.concerns) {
    case other_side:
      return is_of_unit(entry.by.role) ? judges : unit_people;
    case unit_reminded:
      return detail_of(entry, "level") == last_level ? unit_people : unit_reminded;
    case late_judges:
      return detail_of(entry, "level") == last_level ? judges : verifiers;
    default:
      return rule.concerns;
  }
}

std::string word_for(std::string_view place, const ledger::Entry& entry) {
  if (place == "subject") return entry.subject_text;
  if (place == "by") return entry.by.name;
  return detail_of(entry, place);
}

// Goes on behind what it put in: that may hold braces of its own.
std::string filled(std::string_view sentence, const ledger::Entry& entry) {
  std::string text;
  while (true) {
    const auto open = sentence.find('{');
    text += sentence.substr(0, open);
    if (open == std::string_view::npos) return text;
    const auto close = sentence.find('}', open);
    text += word_for(sentence.substr(open + 1, close - open - 1), entry);
    sentence.remove_prefix(close + 1);
  }
}

}  // namespace

const NewsRule* news_rule(const ledger::Entry& entry) {
  const auto* const found = std::find_if(rules.begin(), rules.end(), [&](const NewsRule& rule) {
    return rule.action == entry.action;
  });
  if (found == rules.end()) return nullptr;
  const bool lacks = !found->only_with.empty() && detail_of(entry, found->only_with).empty();
  return lacks ? nullptr : found;
}

std::vector<Role> roles_told(const NewsRule& rule, const ledger::Entry& entry) {
  switch (settled(rule, entry)) {
    case unit_heads:
      return {Role::unit_head};
    case unit_reminded:
      return {Role::operator_};
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

bool is_of_the_unit(const NewsRule& rule, const ledger::Entry& entry) {
  const Concerns now = settled(rule, entry);
  return now == unit_heads || now == unit_people || now == that_unit || now == unit_reminded;
}

Text sentence_of(const ledger::Entry& entry) {
  const NewsRule* rule = news_rule(entry);
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

#include "ledger/actions.h"

#include <array>
#include <string>

namespace jalur::ledger {

namespace {

// Ends in a dot: every action that begins so.
struct Row {
  std::string_view action;
  const char* indonesian;
  const char* english;
};

constexpr std::array table{
    Row{actions::claim_saved, "Parameter diisi", "Level claimed"},
    Row{actions::verification_changed, "Verifikasi diubah", "Verification changed"},
    Row{actions::import_done, "Berkas dimasukkan", "File imported"},
    Row{actions::settings_changed, "Pengaturan diubah", "Settings changed"},
    Row{actions::person_invited, "Orang diundang", "Person invited"},
    Row{actions::person_changed, "Data orang diubah", "Person changed"},
    Row{actions::person_signed_in, "Masuk", "Signed in"},
    Row{actions::person_signed_out, "Keluar", "Signed out"},
    Row{actions::person_refused, "Tidak boleh masuk: terlalu banyak percobaan",
        "Refused to sign in: too many tries"},
    Row{actions::link_used, "Tautan sekali pakai digunakan", "One-time link used"},
    Row{"submission.handed_in", "Inovasi diajukan ke kepala unit",
        "Submission handed in to the head of the unit"},
    Row{"submission.taken_back", "Pengajuan ditarik kembali", "Submission taken back"},
    Row{"submission.sent_back", "Pengajuan dikembalikan kepala unit",
        "Submission sent back by the head of the unit"},
    Row{"submission.endorsed", "Pengajuan disahkan", "Submission endorsed"},
    Row{"submission.withheld", "Pengajuan ditahan", "Submission withheld"},
    Row{"submission.restored", "Pengajuan dipulihkan", "Submission restored"},
    Row{"submission.rejected", "Pengajuan ditolak", "Submission rejected"},
    Row{"submission.reopened", "Pengajuan dijadikan draf lagi", "Submission made a draft again"},
    Row{"claim.accepted", "Klaim diterima", "Claim accepted"},
    Row{"claim.lowered", "Klaim diturunkan", "Claim lowered"},
    Row{"claim.returned", "Klaim dikembalikan", "Claim returned"},
    Row{actions::objection_made, "Sanggah diajukan", "Objection made"},
    Row{"objection.upheld", "Sanggah diterima", "Objection upheld"},
    Row{"objection.rejected", "Sanggah ditolak", "Objection rejected"},
    Row{actions::remark_made, "Catatan ditulis", "Remark written"},
    Row{"year.calendar", "Kalender tahun diubah", "Calendar of the year changed"},
    Row{"year.exception_given", "Pengecualian diberikan kepada unit", "Exception given to a unit"},
    Row{"year.exception_ended", "Pengecualian unit diakhiri", "Exception of a unit ended"},
    Row{"year.locked", "Tahun dikunci", "Year locked"},
    Row{"year.unlocked", "Kunci tahun dibuka", "Year unlocked"},
    Row{"submission.registered", "Inovasi didaftarkan", "Innovation registered"},
    Row{"submission.described", "Profil diubah", "Profile changed"},
    Row{"submission.moved", "Tahap diubah", "Stage changed"},
    Row{"submission.withdrawn", "Pengajuan ditarik", "Submission withdrawn"},
    Row{"submission.brought_back", "Penarikan dibatalkan", "Withdrawal taken back"},
    Row{"submission.carried_over", "Inovasi dibawa dari tahun lain",
        "Carried over from another year"},
    Row{"year.opened", "Tahun penilaian dibuka", "Assessment year opened"},
    Row{"proposal.received", "Usulan warga masuk", "Citizen's proposal received"},
    Row{"proposal.accepted", "Usulan warga dijadikan inovasi", "Citizen's proposal taken on"},
    Row{"proposal.declined", "Usulan warga ditolak", "Citizen's proposal declined"},
    Row{actions::evidence_added, "Data dukung ditambah", "Evidence added"},
    Row{actions::evidence_changed, "Keterangan data dukung diubah", "Words of evidence changed"},
    Row{actions::evidence_attached, "Data dukung dilampirkan", "Evidence attached"},
    Row{actions::evidence_detached, "Data dukung dilepas", "Evidence detached"},
    Row{actions::evidence_refused, "Berkas ditolak", "File refused"},
    Row{"reminder.finish", "Diingatkan: usulan belum selesai", "Reminded: submission unfinished"},
    Row{"reminder.answer", "Diingatkan: klaim belum dijawab", "Reminded: claim not answered"},
    Row{"reminder.endorse", "Diingatkan: usulan belum disahkan", "Reminded: not endorsed yet"},
    Row{"reminder.verify", "Diingatkan: klaim belum diverifikasi", "Reminded: not verified yet"},
    Row{"mail.given_up", "Surel tidak sampai", "Mail given up"},
    Row{"unit.", "Unit diubah", "Unit changed"},
    Row{"year.", "Tahun penilaian diubah", "Assessment year changed"},
    Row{"submission.", "Pengajuan diubah", "Submission changed"},
};

std::string with(const char* words, std::string_view rest) {
  return std::string(words) + " (" + std::string(rest) + ")";
}

}  // namespace

Text action_text(std::string_view action) {
  for (const Row& row : table) {
    if (action == row.action) return {row.indonesian, row.english};
    if (!row.action.ends_with('.') || !action.starts_with(row.action)) continue;
    const auto rest = action.substr(row.action.size());
    return {with(row.indonesian, rest), with(row.english, rest)};
  }
  return {std::string(action), std::string(action)};
}

}  // namespace jalur::ledger

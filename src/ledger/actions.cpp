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
    Row{"submission.registered", "Inovasi didaftarkan", "Innovation registered"},
    Row{"submission.described", "Profil diubah", "Profile changed"},
    Row{"submission.moved", "Tahap diubah", "Stage changed"},
    Row{"submission.withdrawn", "Usulan ditarik", "Submission withdrawn"},
    Row{"submission.restored", "Penarikan dibatalkan", "Withdrawal taken back"},
    Row{"submission.carried_over", "Inovasi dibawa dari tahun lain",
        "Carried over from another year"},
    Row{"year.opened", "Tahun penilaian dibuka", "Assessment year opened"},
    Row{"proposal.received", "Usulan warga diterima", "Citizen's proposal received"},
    Row{"proposal.accepted", "Usulan warga dijadikan inovasi", "Citizen's proposal taken on"},
    Row{"proposal.declined", "Usulan warga ditolak", "Citizen's proposal declined"},
    Row{"unit.", "Unit diubah", "Unit changed"},
    Row{"year.", "Tahun penilaian diubah", "Assessment year changed"},
    Row{"submission.", "Usulan diubah", "Submission changed"},
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

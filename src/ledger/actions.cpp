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
    Row{actions::evidence_added, "Data dukung ditambah", "Evidence added"},
    Row{actions::evidence_changed, "Keterangan data dukung diubah", "Words of evidence changed"},
    Row{actions::evidence_attached, "Data dukung dilampirkan", "Evidence attached"},
    Row{actions::evidence_detached, "Data dukung dilepas", "Evidence detached"},
    Row{actions::evidence_refused, "Berkas ditolak", "File refused"},
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

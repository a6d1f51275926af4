// What the log calls what people do.
#pragma once

#include <string_view>

#include "base/text.h"

namespace jalur::ledger {

namespace actions {

inline constexpr std::string_view claim_saved = "claim.saved";
inline constexpr std::string_view verification_changed = "verification.changed";
inline constexpr std::string_view import_done = "import.done";
inline constexpr std::string_view settings_changed = "settings.changed";
inline constexpr std::string_view person_invited = "person.invited";
inline constexpr std::string_view person_changed = "person.changed";
inline constexpr std::string_view person_signed_in = "person.signed_in";
inline constexpr std::string_view person_signed_out = "person.signed_out";
inline constexpr std::string_view person_refused = "person.refused";
inline constexpr std::string_view objection_made = "objection.made";
inline constexpr std::string_view remark_made = "remark.made";
inline constexpr std::string_view link_used = "link.used";
inline constexpr std::string_view evidence_added = "evidence.added";
inline constexpr std::string_view evidence_changed = "evidence.changed";
inline constexpr std::string_view evidence_attached = "evidence.attached";
inline constexpr std::string_view evidence_detached = "evidence.detached";
inline constexpr std::string_view evidence_refused = "evidence.refused";

}  // namespace actions

// In words. Of a family such as "unit.merged" the word itself is told too; an unknown action is its
// word.
Text action_text(std::string_view action);

}  // namespace jalur::ledger

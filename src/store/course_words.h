// How the course of a submission stands in the database's columns.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "registry/calendar.h"
#include "registry/course.h"

namespace jalur::store {

// Marks in one column: "16=waiting@2026-11-20T08:00:00.000Z 17=returned@...", by indicator.
std::string packed(const registry::ClaimMarks& marks);
// Days in one column: "3 7 7 14 14".
std::string packed(const registry::Targets& targets);

// The readers throw Damaged for what packed() never wrote.
registry::ClaimMarks marks_from(std::string_view text);
registry::Targets targets_from(std::string_view text);

std::string word(registry::Verdict verdict);
std::string word(registry::Outcome outcome);
registry::Verdict verdict_from(std::string_view word);
registry::Outcome outcome_from(std::string_view word);

}  // namespace jalur::store

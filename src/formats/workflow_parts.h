// Parts of claims and submissions that several answers share. Only the writers of this room include
// it.
#pragma once

#include "app/workflow_use_cases.h"
#include "formats/json_parts.h"

namespace jalur {

Json json_of(const std::optional<Instant>& instant);
Json json_of(const app::Signed& signed_by);
Json json_of(const app::ClaimLine& claim);
// With what else is known of it.
Json json_of(const app::ClaimLine& claim, const app::ClaimPapers& papers);
Json json_of(const app::CourseAnswer& course);
Json json_of(const app::VerdictRow& verdict);
Json json_of(const app::Objection& objection, const std::optional<registry::Due>& due);
Json json_of(const app::Remark& remark);
Json json_of(const ExpectedIndex& expected);
Json json_of(const app::OpenWork& work);

const char* word(registry::Phase phase);
const char* word(registry::ClaimState state);

}  // namespace jalur

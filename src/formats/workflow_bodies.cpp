#include <array>

#include <fmt/format.h>

#include "base/limits.h"
#include "formats/json_reader.h"
#include "formats/workflow.h"

namespace jalur {

namespace {

using nlohmann::json;

template <class Value, std::size_t Count>
using Words = std::array<std::pair<std::string_view, Value>, Count>;

constexpr Words<SubmissionState, 4> states{{{"draft", SubmissionState::draft},
                                            {"withheld", SubmissionState::withheld},
                                            {"submitted", SubmissionState::submitted},
                                            {"rejected", SubmissionState::rejected}}};
constexpr Words<registry::Verdict, 3> verdicts{{{"accepted", registry::Verdict::accepted},
                                                {"lowered", registry::Verdict::lowered},
                                                {"returned", registry::Verdict::returned}}};
constexpr Words<registry::Outcome, 2> outcomes{
    {{"upheld", registry::Outcome::upheld}, {"rejected", registry::Outcome::rejected}}};

template <class Value, std::size_t Count>
Value choice(const JsonObject& object, std::string_view key, const Words<Value, Count>& known) {
  const std::string given = object.string(key, limits::id_bytes);
  std::string words;
  for (const auto& [word, value] : known) {
    if (given == word) return value;
    words.append(words.empty() ? "" : ", ").append(word);
  }
  if (!given.empty()) {
    object.complain(key, {fmt::format("harus salah satu dari: {}", words),
                          fmt::format("it must be one of: {}", words)});
  }
  return known.front().second;
}

std::string reason_in(const JsonObject& object) {
  return object.string("reason", limits::reason_bytes);
}

std::optional<Level> level_in(const JsonObject& object) {
  if (object.find("level") == nullptr) return std::nullopt;
  return level_of(object.whole("level", 0, 3));
}

// A date that may be missing or null.
std::optional<Date> date_in(const JsonObject& object, std::string_view key) {
  const json* value = object.find(key);
  if (value == nullptr || value->is_null()) return std::nullopt;
  return object.optional_date(key);
}

int days_in(const JsonObject& object, std::string_view key) {
  return static_cast<int>(object.whole(key, 1, limits::target_days_most));
}

registry::Targets targets_in(const JsonObject& object) {
  const json* value = object.optional_object("targets");
  if (value == nullptr) {
    if (object.find("targets") == nullptr)
      object.complain("targets", {"harus diisi", "it must be filled in"});
    return {};
  }
  const JsonObject targets(*value, object.below("targets"), object.problems());
  targets.allow_only({"endorse", "verify", "answer", "object", "decide"});
  return {days_in(targets, "endorse"), days_in(targets, "verify"), days_in(targets, "answer"),
          days_in(targets, "object"), days_in(targets, "decide")};
}

std::vector<std::string> ids_in(const JsonObject& object, std::string_view key) {
  std::vector<std::string> ids;
  const json* list = object.optional_array(key);
  if (list == nullptr || list->empty() || list->size() > limits::endorsed_at_once) {
    object.complain(
        key, {fmt::format("harus daftar 1 sampai {} usulan", limits::endorsed_at_once),
              fmt::format("it must be a list of 1 to {} submissions", limits::endorsed_at_once)});
    return ids;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const json& value = (*list)[i];
    if (value.is_string() && is_uuid(value.get_ref<const std::string&>())) {
      ids.push_back(value.get<std::string>());
    } else {
      object.problems().add(fmt::format("{}[{}]", key, i), shown(value),
                            {"harus UUID sebuah usulan", "it must be the UUID of a submission"});
    }
  }
  return ids;
}

}  // namespace

Expected<std::string> read_reason(std::string_view body) {
  return object_in<std::string>(body, {"reason"}, reason_in);
}

Expected<std::string> read_remark(std::string_view body) {
  return object_in<std::string>(body, {"text"}, [](const JsonObject& object) {
    return object.string("text", limits::reason_bytes);
  });
}

Expected<std::vector<std::string>> read_endorsements(std::string_view body) {
  return object_in<std::vector<std::string>>(body, {"submissions"}, [](const JsonObject& object) {
    return ids_in(object, "submissions");
  });
}

Expected<StateGiven> read_state(std::string_view body) {
  return object_in<StateGiven>(body, {"to", "reason"}, [](const JsonObject& object) {
    return StateGiven{choice(object, "to", states), reason_in(object)};
  });
}

Expected<registry::VerdictGiven> read_verdict(std::string_view body) {
  return object_in<registry::VerdictGiven>(
      body, {"verdict", "level", "reason", "claim_revision"}, [](const JsonObject& object) {
        return registry::VerdictGiven{
            choice(object, "verdict", verdicts), level_in(object),
            object.optional_string("reason", limits::reason_bytes),
            object.whole("claim_revision", 1, limits::claim_revision_most)};
      });
}

Expected<app::DecisionGiven> read_decision(std::string_view body) {
  return object_in<app::DecisionGiven>(
      body, {"outcome", "level", "reason"}, [](const JsonObject& object) {
        return app::DecisionGiven{choice(object, "outcome", outcomes), level_in(object),
                                  reason_in(object)};
      });
}

Expected<app::CalendarGiven> read_calendar(std::string_view body) {
  return object_in<app::CalendarGiven>(
      body, {"opens_on", "closes_on", "extended_to", "reason", "targets"},
      [](const JsonObject& object) {
        return app::CalendarGiven{date_in(object, "opens_on"), date_in(object, "closes_on"),
                                  date_in(object, "extended_to"),
                                  object.optional_string("reason", limits::reason_bytes),
                                  targets_in(object)};
      });
}

Expected<ExceptionGiven> read_exception(std::string_view body) {
  return object_in<ExceptionGiven>(body, {"until", "reason"}, [](const JsonObject& object) {
    const auto until = date_in(object, "until");
    const bool is_complained_of =
        object.find("until") != nullptr && !object.find("until")->is_null();
    if (!until && !is_complained_of)
      object.complain("until", {"harus tanggal seperti \"2026-11-24\"",
                                "it must be a date such as \"2026-11-24\""});
    return ExceptionGiven{until.value_or(Date{}), reason_in(object)};
  });
}

}  // namespace jalur

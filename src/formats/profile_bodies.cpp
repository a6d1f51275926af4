#include <fmt/format.h>

#include "base/limits.h"
#include "formats/json_reader.h"
#include "formats/profiles.h"
#include "formats/region_year.h"

namespace jalur {

namespace {

using nlohmann::json;

constexpr int affairs_known = 38;
constexpr int missions_known = 8;

Stage stage_in(const JsonObject& object, std::string_view key) {
  const std::string word = object.string(key, limits::id_bytes);
  const auto stage = stage_of(word);
  if (!stage && !word.empty())
    object.complain(key, {"harus salah satu dari: initiative, trial, implementation",
                          "it must be one of: initiative, trial, implementation"});
  return stage.value_or(Stage::initiative);
}

// A list of whole numbers; one that is missing is empty.
std::vector<int> numbers_in(const JsonObject& object, std::string_view key, int most) {
  std::vector<int> numbers;
  const json* list = object.optional_array(key);
  if (list == nullptr) return numbers;
  if (list->size() > static_cast<std::size_t>(most)) {
    object.complain(key, {fmt::format("paling banyak {} angka", most),
                          fmt::format("at most {} numbers", most)});
    return numbers;
  }
  for (std::size_t i = 0; i < list->size(); ++i) {
    const auto number = whole_number((*list)[i], 1, most);
    if (number) {
      numbers.push_back(static_cast<int>(*number));
      continue;
    }
    object.problems().add(fmt::format("{}[{}]", object.below(key), i), shown((*list)[i]),
                          {fmt::format("harus bilangan bulat 1 sampai {}", most),
                           fmt::format("it must be a whole number from 1 to {}", most)});
  }
  return numbers;
}

bool is_given(const JsonObject& object, std::string_view key) {
  const json* value = object.find(key);
  return value != nullptr && !value->is_null();
}

std::optional<bool> truth_in(const JsonObject& object, std::string_view key) {
  if (!is_given(object, key)) return std::nullopt;
  return object.truth(key);
}

std::optional<std::int64_t> budget_in(const JsonObject& object) {
  if (!is_given(object, "budget")) return std::nullopt;
  return object.whole("budget", 0, limits::budget_rupiah);
}

registry::Design design_in(const JsonObject& form) {
  registry::Design design;
  const json* value = form.optional_object("design");
  if (value == nullptr) return design;
  const JsonObject object(*value, "design", form.problems());
  object.allow_only(
      {"free", "legal_basis", "problem", "strategic_issues", "method", "novelty", "how_it_works"});
  const auto part = [&](std::string_view key) {
    return object.optional_string(key, limits::prose_bytes);
  };
  design.free = part("free");
  design.legal_basis = part("legal_basis");
  design.problem = part("problem");
  design.strategic_issues = part("strategic_issues");
  design.method = part("method");
  design.novelty = part("novelty");
  design.how_it_works = part("how_it_works");
  return design;
}

registry::Profile profile_in(const JsonObject& object) {
  registry::Profile profile;
  profile.name = object.string("name", limits::name_bytes);
  profile.unit = object.optional_string("unit", limits::name_bytes);
  profile.affairs = numbers_in(object, "affairs", affairs_known);
  profile.initiator = object.optional_string("initiator", limits::id_bytes);
  profile.initiator_name = object.optional_string("initiator_name", limits::name_bytes);
  profile.digital = truth_in(object, "digital");
  profile.form = object.optional_string("form", limits::id_bytes);
  profile.theme = object.optional_string("theme", limits::id_bytes);
  profile.trial_on = object.optional_date("trial_on");
  profile.implemented_on = object.optional_date("implemented_on");
  profile.developed_on = object.optional_date("developed_on");
  profile.design = design_in(object);
  profile.aims = object.optional_string("aims", limits::prose_bytes);
  profile.benefits = object.optional_string("benefits", limits::prose_bytes);
  profile.results = object.optional_string("results", limits::prose_bytes);
  profile.budget = budget_in(object);
  profile.awards = object.optional_string("awards", limits::prose_bytes);
  profile.ip_rights = object.optional_string("ip_rights", limits::prose_bytes);
  profile.latitude = object.optional_string("latitude", limits::id_bytes);
  profile.longitude = object.optional_string("longitude", limits::id_bytes);
  profile.asta_cita = numbers_in(object, "asta_cita", missions_known);
  profile.priority_programme = object.optional_string("priority_programme", limits::name_bytes);
  profile.video = object.optional_string("video", limits::address_bytes);
  return profile;
}

std::optional<registry::Decree> decree_in(const JsonObject& step) {
  if (!is_given(step, "decree")) return std::nullopt;
  const json* value = step.optional_object("decree");
  if (value == nullptr) return std::nullopt;
  const JsonObject object(*value, "decree", step.problems());
  object.allow_only({"kind", "number", "date", "title"});
  registry::Decree decree;
  decree.kind = object.string("kind", limits::id_bytes);
  decree.number = object.string("number", limits::decree_number_bytes);
  decree.title = object.string("title", limits::name_bytes);
  const auto date = object.optional_date("date");
  if (!is_given(object, "date"))
    object.complain("date", {"tanggal harus diisi", "the date is needed"});
  decree.date = date.value_or(Date{});
  return decree;
}

int year_in(const JsonObject& object) {
  return static_cast<int>(object.whole("year", limits::year_first, limits::year_last));
}

}  // namespace

Expected<app::InnovationGiven> read_innovation(std::string_view body) {
  return object_in<app::InnovationGiven>(
      body, {"name", "unit", "stage", "affair"}, [](const JsonObject& object) {
        return app::InnovationGiven{
            object.string("name", limits::name_bytes), object.string("unit", limits::name_bytes),
            stage_in(object, "stage"), static_cast<int>(object.whole("affair", 1, affairs_known))};
      });
}

Expected<app::ProfileGiven> read_profile(std::string_view body) {
  return object_in<app::ProfileGiven>(
      body,
      {"revision",
       "name",
       "unit",
       "affairs",
       "initiator",
       "initiator_name",
       "digital",
       "form",
       "theme",
       "trial_on",
       "implemented_on",
       "developed_on",
       "design",
       "aims",
       "benefits",
       "results",
       "budget",
       "awards",
       "ip_rights",
       "latitude",
       "longitude",
       "asta_cita",
       "priority_programme",
       "video"},
      [](const JsonObject& object) {
        return app::ProfileGiven{object.whole("revision", 0, INT64_MAX), profile_in(object)};
      });
}

Expected<app::StepGiven> read_step(std::string_view body) {
  return object_in<app::StepGiven>(
      body, {"to", "on", "decree", "reason"}, [](const JsonObject& object) {
        return app::StepGiven{stage_in(object, "to"), object.optional_date("on"), decree_in(object),
                              object.string("reason", limits::reason_bytes)};
      });
}

Expected<YearGiven> read_year_given(std::string_view body) {
  return object_in<YearGiven>(body, {"year", "ruleset"}, [](const JsonObject& object) {
    return YearGiven{year_in(object), object.string("ruleset", limits::id_bytes)};
  });
}

Expected<registry::Idea> read_idea(std::string_view body) {
  return object_in<registry::Idea>(
      body, {"name", "contact", "title", "problem", "idea", "district"},
      [](const JsonObject& object) {
        registry::Idea idea;
        idea.name = object.string("name", limits::person_name_bytes);
        idea.contact = object.optional_string("contact", limits::contact_bytes);
        idea.title = object.string("title", limits::name_bytes);
        idea.problem = object.string("problem", limits::proposal_prose_bytes);
        idea.idea = object.string("idea", limits::proposal_prose_bytes);
        idea.district = object.optional_string("district", limits::id_bytes);
        return idea;
      });
}

Expected<app::ProposalDecision> read_proposal_decision(std::string_view body) {
  return object_in<app::ProposalDecision>(
      body, {"outcome", "reason", "unit", "year", "affair"}, [](const JsonObject& object) {
        app::ProposalDecision given;
        const auto outcome = object.string("outcome", limits::id_bytes);
        given.accepted = outcome == "accepted";
        if (!given.accepted && outcome != "declined")
          object.complain("outcome", {"harus salah satu dari: accepted, declined",
                                      "it must be one of: accepted, declined"});
        given.reason = object.optional_string("reason", limits::reason_bytes);
        given.unit = object.optional_string("unit", limits::name_bytes);
        if (is_given(object, "year")) given.year = year_in(object);
        if (is_given(object, "affair"))
          given.affair = static_cast<int>(object.whole("affair", 1, affairs_known));
        return given;
      });
}

}  // namespace jalur

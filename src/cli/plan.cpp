#include "formats/plan.h"

#include <chrono>
#include <memory>

#include "base/csv.h"
#include "cli/commands.h"
#include "cli/files.h"
#include "cli/inputs.h"
#include "cli/options.h"
#include "cli/plan_text.h"
#include "formats/effort.h"

namespace jalur::cli {
namespace {

struct PlanCall {
  std::string file;
  std::string target;
  std::string effort;  // empty: by the catalogue
  std::string from = "claimed";
  std::string ruleset;   // empty: the year's own
  std::string today;     // empty: the clock's
  std::string deadline;  // empty: the end of the assessment year
  bool allow_withhold = false;
  bool curve = false;
  int time_limit_seconds = 60;
  Format format = Format::text;
};

Expected<Hundredths> target_of(const PlanCall& call) {
  if (const auto target = Hundredths::parse(call.target)) return *target;
  return fail(ErrorCode::invalid_input,
              {"target harus angka dengan titik dan paling banyak dua desimal, misalnya 65.01",
               "the target must be a number with a dot and at most two decimals, such as 65.01"},
              "--target", call.target);
}

Expected<Date> date_of(const std::string& text, const char* option, Date otherwise) {
  if (text.empty()) return otherwise;
  if (const auto date = parse_date(text)) return *date;
  return fail(ErrorCode::invalid_input,
              {"harus tanggal YYYY-MM-DD, misalnya 2026-06-30",
               "it must be a date YYYY-MM-DD, such as 2026-06-30"},
              option, text);
}

struct Term {
  Date today;
  Date deadline;
};

Expected<Term> term_of(Session& session, const PlanCall& call, int year) {
  const auto now = std::chrono::floor<std::chrono::days>(session.tools.clock.now());
  const auto today = date_of(call.today, "--today", Date(now));
  if (!today) return tl::unexpected(today.error());
  const Date end = std::chrono::year(year) / std::chrono::December / 31;
  const auto deadline = date_of(call.deadline, "--deadline", end);
  if (!deadline) return tl::unexpected(deadline.error());
  return Term{*today, *deadline};
}

Expected<const Catalogue*> catalogue_of(Session& session, const Ruleset& ruleset) {
  const Catalogue* catalogue = catalogue_for(session.tools.reference.catalogues, ruleset.id);
  if (catalogue != nullptr) return catalogue;
  return fail(ErrorCode::invalid_input,
              {"tidak ada katalog upaya untuk aturan ini; berikan --effort BERKAS",
               "there is no effort catalogue for this ruleset; give --effort FILE"},
              "--ruleset", ruleset.id);
}

planning::OutOfTime after(int seconds) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  return [end] { return std::chrono::steady_clock::now() >= end; };
}

// The plan, and the curve when it is asked for, told in the chosen format.
Expected<std::string> document(Session& session, PlanReport& report, const PlanCall& call) {
  auto plan = cheapest_plan(report.data, report.ruleset, report.effort, report.question,
                            after(call.time_limit_seconds));
  if (!plan) return tl::unexpected(plan.error());
  report.plan = std::move(*plan);
  if (call.curve) {
    auto curve = effort_curve(report.data, report.ruleset, report.effort, report.question,
                              after(call.time_limit_seconds));
    if (!curve) return tl::unexpected(curve.error());
    report.curve = std::move(*curve);
  }
  if (call.format == Format::text) return plan_text(report, session.language);
  return plan_json(report.plan, {report.data, report.ruleset, report.question},
                   report.curve ? &*report.curve : nullptr);
}

int plan_with(Session& session, const PlanCall& call, const RegionYear& data,
              const Ruleset& ruleset, const PlanQuestion& question) {
  const auto bytes = read_file(call.effort, session.tools.in);
  if (!bytes) return tell(session, bytes.error(), call.effort);
  const auto effort = read_effort(*bytes, data, ruleset);
  if (!effort) return tell(session, effort.error(), call.effort);
  PlanReport report{data, ruleset, *effort, question, {}, std::nullopt};
  const auto text = document(session, report, call);
  if (!text) return tell(session, text.error());
  print_document(session, *text);
  return 0;
}

int plan_by_catalogue(Session& session, const PlanCall& call, const RegionYear& data,
                      const Ruleset& ruleset, const PlanQuestion& question) {
  const auto catalogue = catalogue_of(session, ruleset);
  if (!catalogue) return tell(session, catalogue.error());
  const auto term = term_of(session, call, data.year);
  if (!term) return tell(session, term.error());
  const Effort effort =
      default_effort(data, ruleset, **catalogue, term->today, term->deadline, question.from);
  PlanReport report{
      data,
      ruleset,
      effort,
      question,
      {},
      std::nullopt,
      *catalogue,
      out_of_reach(data, ruleset, **catalogue, term->today, term->deadline, question.from)};
  const auto text = document(session, report, call);
  if (!text) return tell(session, text.error());
  print_document(session, *text);
  return 0;
}

int plan_file(Session& session, const PlanCall& call) {
  const auto target = target_of(call);
  if (!target) return tell(session, target.error());
  const auto data = read_region_year_file(session, call.file);
  if (!data) return tell(session, data.error(), call.file);
  const auto ruleset = session.rulesets.get(call.ruleset.empty() ? data->ruleset : call.ruleset);
  if (!ruleset) return tell(session, ruleset.error());
  PlanQuestion question;
  question.target = *target;
  question.from = call.from == "verified" ? Basis::verified : Basis::claimed;
  if (call.allow_withhold) question.withholding = planning::Withholding::allowed;
  if (call.effort.empty()) return plan_by_catalogue(session, call, *data, **ruleset, question);
  return plan_with(session, call, *data, **ruleset, question);
}

}  // namespace

Command plan_command(CLI::App& app) {
  auto call = std::make_shared<PlanCall>();
  auto* words = app.add_subcommand("plan", "The least effort to a target index, exactly");
  words->add_option("FILE", call->file, "Region-year JSON or XLSX; - reads standard input")
      ->required();
  words->add_option("--target", call->target, "The index to reach, such as 65.01")
      ->type_name("INDEX")
      ->required();
  words->add_option("--effort", call->effort, "jalur.effort/1 JSON; else the effort catalogue")
      ->type_name("FILE");
  words->add_flag("--allow-withhold", call->allow_withhold,
                  "Submitted innovations may be left out, at no effort");
  words->add_option("--from", call->from, "Start from the claimed or the verified levels")
      ->type_name("BASIS")
      ->check(CLI::IsMember({"claimed", "verified"}));
  words->add_option("--ruleset", call->ruleset, "Plan under this ruleset")->type_name("ID");
  words->add_flag("--curve", call->curve, "Also the least effort for every index to be reached");
  words->add_option("--today", call->today, "With the catalogue: work begins then; else today")
      ->type_name("DATE");
  words
      ->add_option("--deadline", call->deadline,
                   "With the catalogue: evidence must be there by then; else the year's last day")
      ->type_name("DATE");
  words
      ->add_option("--time-limit", call->time_limit_seconds,
                   "Seconds after which the best plan so far is told, with what is proven")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 3'600));
  add_format(*words, call->format, {Format::text, Format::json});
  return {words, [call](Session& session) { return plan_file(session, *call); }};
}

}  // namespace jalur::cli

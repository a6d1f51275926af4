#include "http/desk.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <exception>

#include "app/allowed.h"
#include "base/limits.h"
#include "formats/answers.h"
#include "http/cookies.h"
#include "http/negotiation.h"
#include "http/target.h"

namespace jalur::http {

namespace {

constexpr std::string_view problem_type = "application/problem+json";

// A form or a script of another site cannot send this without asking first (CORS), no more than
// JSON.
constexpr std::string_view piece_type = "application/offset+octet-stream";
constexpr std::string_view tus_version = "1.0.0";

std::size_t pages_place() { return routes().size(); }
std::size_t nowhere_place() { return routes().size() + 1; }

bool reads(const Request& request) {
  return request.method == Method::get || request.method == Method::head;
}

// The encoding that the caller can take, and no body where it has it already or asks for none.
Reply reply_with(const Prepared& prepared, const Request& request, std::size_t route) {
  const bool packed = prepared.packed && accepts_gzip(request.accept_encoding);
  Reply reply;
  reply.sent = packed ? prepared.packed : prepared.plain;
  reply.route = route;
  if (request.method == Method::head) reply.part = Reply::Part::head;
  if (reads(request) && !reply.sent->etag.empty() &&
      names_etag(request.if_none_match, reply.sent->etag))
    reply.part = Reply::Part::unchanged;
  return reply;
}

Packing packing_for(const Request& request) {
  return accepts_gzip(request.accept_encoding) ? Packing::quick : Packing::none;
}

Answer problem_answer(int status, std::string body) {
  Answer answer = json_answer(std::move(body));
  answer.status = status;
  answer.content_type = problem_type;
  answer.keeping = Keeping::never;
  return answer;
}

// A proxy on this machine, before the address that people know, tells who asked it.
std::string client_of(const Request& request, const Site& site) {
  const bool by_proxy = !site.public_origin.empty() && is_loopback_authority(request.client);
  if (!by_proxy || request.forwarded_for.empty()) return std::string(request.client);
  std::string_view last = request.forwarded_for.substr(request.forwarded_for.rfind(',') + 1);
  last.remove_prefix(std::min(last.find_first_not_of(' '), last.size()));
  return std::string(last.substr(0, limits::id_bytes));
}

std::string_view after(std::string_view scheme, std::string_view origin) {
  return origin.starts_with(scheme) ? origin.substr(scheme.size()) : std::string_view();
}

// On loopback only names of this machine are ours, so that no page elsewhere can have its name lead
// here; beyond it, the public name, or any when none was told.
bool is_for_us(std::string_view host, const Site& site) {
  if (is_loopback_authority(host)) return true;
  if (site.public_origin.empty()) return site.beyond_loopback;
  return same_word(host, after("https://", site.public_origin)) ||
         same_word(host, after("http://", site.public_origin));
}

// A page of another site may not change anything here, even when it runs in the same browser.
bool is_foreign(const Request& request, const Site& site) {
  const bool own_page = request.fetch_site.empty() || request.fetch_site == "same-origin" ||
                        request.fetch_site == "none";  // typed by the person, or a program
  if (!own_page) return true;
  if (!request.origin) return false;
  if (!site.public_origin.empty() && same_word(*request.origin, site.public_origin)) return false;
  return !same_word(after("http://", *request.origin), request.host);
}

bool changes(const Request& request) {
  return request.method == Method::post || request.method == Method::put ||
         request.method == Method::patch || request.method == Method::delete_;
}

std::optional<Refusal> refusal_for_piece(const Request& request) {
  if (!request.body_announced) return Refusal::length_missing;
  if (same_word(request.content_type, piece_type)) return std::nullopt;
  return Refusal::wrong_piece_type;
}

// Routes that take a workbook end like this.
bool takes_workbooks(const Request& request) {
  return request.target.substr(0, request.target.find('?')).ends_with("-import");
}

// A POST may go without a body, a PUT may not; whatever comes must be JSON, or the workbook that a
// route takes.
std::optional<Refusal> refusal_for(const Request& request, const Site& site) {
  if (!is_for_us(request.host, site)) return Refusal::misdirected;
  if (!changes(request)) return std::nullopt;
  if (is_foreign(request, site)) return Refusal::foreign_origin;
  if (Desk::streams(request)) return std::nullopt;  // what it may be, its route says
  if (request.method == Method::put && !request.body_announced) return Refusal::length_missing;
  const bool says_what = request.method == Method::put || !request.body.empty();
  const bool may =
      is_json(request.content_type) || (takes_workbooks(request) && is_xlsx(request.content_type));
  if (says_what && !may) return Refusal::wrong_content_type;
  return std::nullopt;
}

bool speaks_tus(std::string_view path) { return path.find("/uploads") != std::string_view::npos; }

UploadFields<std::string> owned(const UploadFields<std::string_view>& fields) {
  return {std::string(fields.version), std::string(fields.offset), std::string(fields.length),
          std::string(fields.metadata)};
}

void tell_tus(Answer& answer) {
  answer.fields.emplace_back("Tus-Version", tus_version);
  answer.fields.emplace_back("Tus-Extension", "creation,termination,expiration");
  answer.fields.emplace_back("Tus-Max-Size", std::to_string(limits::video_bytes));
}

Error defect() {
  return fail(ErrorCode::defect,
              {"Terjadi kesalahan pada program ini; catatannya ada di log server.",
               "This program made a mistake; the server's log says more."})
      .value();
}

// Of the path; one that is no code is told by the endpoint.
std::optional<RegionCode> region_of(const Call& call) {
  return RegionCode::parse(segment_named(call, "code"));
}

// What a kept answer is kept under. Callers who see other drafts get another one.
std::string kept_name(const Work& work, const Request& request) {
  std::string name(request.target);
  if (work.route->holds != Holds::by_year_and_view) return name;
  const auto region = region_of(work.call);
  const auto units = region ? app::units_of_drafts(*work.call.caller, *region) : std::nullopt;
  name += units ? "\nown" : "\nall";
  if (units)
    for (const std::string& unit : *units) name.append("\n").append(unit);
  return name;
}

bool is_by_year(Holds holds) { return holds == Holds::by_year || holds == Holds::by_year_and_view; }

// Whether the doorman may remember somebody, or a region, otherwise than they are afterwards.
// Sessions and links are open to anyone.
bool may_change_people(const Route& route) {
  using enum accounts::Action;
  static constexpr std::array changing{read_rules, manage_self, manage_people, manage_units};
  return route.method != Method::get &&
         std::find(changing.begin(), changing.end(), route.action) != changing.end();
}

std::optional<app::YearKey> year_of(const Call& call) {
  const auto code = RegionCode::parse(segment_named(call, "code"));
  const std::string year(segment_named(call, "year"));
  if (!code || year.size() != 4) return std::nullopt;
  return app::YearKey{*code, std::atoi(year.c_str())};
}

}  // namespace

Desk::Desk(const Site& site, const std::vector<Asset>& assets, std::size_t cache_bytes)
    : site_(site), router_(routes()), pages_(assets), cache_(cache_bytes), doorman_(site.house) {}

std::size_t Desk::body_most(const Request& request, const ServerLimits& limits) {
  const bool workbook = takes_workbooks(request) && is_xlsx(request.content_type);
  return workbook ? limits.workbook_bytes : limits.body_bytes;
}

std::vector<std::string> Desk::labels() {
  std::vector<std::string> labels;
  for (const auto& route : routes())
    labels.push_back(std::string(word_of(route.method)) + " " + std::string(route.pattern));
  labels.emplace_back("pages");
  labels.emplace_back("none");
  return labels;
}

std::variant<Reply, Work> Desk::take(const Request& request) {
  if (const auto refusal = refusal_for(request, site_)) return refuse(*refusal, request);
  const auto language = language_wanted(request.accept_language);
  if (reads(request)) {
    if (auto kept = cache_.find(language, request.target); kept && !kept->year) {
      auto reply = reply_with(kept->prepared, request, kept->route);
      reply.from_cache = true;
      return reply;
    }
  }
  return find_route(request, language);
}

std::variant<Reply, Work> Desk::find_route(const Request& request, Language language) {
  if (request.method == Method::options && request.target == "*")
    return options(request, "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
  auto target = read_target(request.target);
  if (!target) return problem(target.error(), request, nowhere_place());
  const auto match = router_.find(request.method, target->segments);
  if (match.allowed.empty()) return page_or_nothing(request, *target);
  if (request.method == Method::options) return options(request, match.allowed);
  if (match.route == nullptr) return wrong_method(request, match.allowed);
  if (match.route->handler == nullptr) return page_or_nothing(request, *target);
  if (speaks_tus(match.route->pattern) && request.upload.version != tus_version)
    return refuse(Refusal::unknown_tus_version, request);
  if (Desk::streams(request)) {
    if (const auto refusal = refusal_for_piece(request)) return refuse(*refusal, request);
  }
  Work work{match.route,
            match.place,
            {match.route->pattern, std::move(target->segments), std::move(target->query), language,
             request.body, nobody(), session_token_of(request.cookie), client_of(request, site_),
             owned(request.upload)}};
  if (match.route->runs == Runs::at_once) return make(work, request, {});
  return work;
}

Reply Desk::do_work(Work work, const Request& request) try {
  auto caller = doorman_.caller_of(work.call.session_token);
  if (!caller) return problem(caller.error(), request, work.place);
  work.call.caller = std::move(*caller);
  const auto admitted = doorman_.admit(*work.call.caller, work.route->action, region_of(work.call));
  if (!admitted) return problem(admitted.error(), request, work.place);
  const std::string name = kept_name(work, request);
  if (auto kept = still_good(work, request, name)) return std::move(*kept);
  Reply reply = make(work, request, name);
  if (may_change_people(*work.route)) doorman_.forget();
  return reply;
} catch (const std::exception& mistake) {
  return mistaken(mistake.what(), request, work.place);
}

std::optional<Reply> Desk::still_good(const Work& work, const Request& request,
                                      const std::string& name) {
  if (!reads(request) || !is_by_year(work.route->holds)) return std::nullopt;
  const auto kept = cache_.find(work.call.language, name);
  if (!kept || !kept->year) return std::nullopt;
  const auto revision = site_.house.store.revision(*kept->year);
  if (!revision || *revision != kept->revision) return std::nullopt;
  auto reply = reply_with(kept->prepared, request, kept->route);
  reply.from_cache = true;
  return reply;
}

Reply Desk::make(const Work& work, const Request& request, const std::string& name) try {
  const Holds holds = reads(request) ? work.route->holds : Holds::not_at_all;
  KeptAnswer kept;
  kept.route = work.place;
  // Read before the answer is made: if the year changes in between, the answer is newer than its
  // tag and will only be made once more.
  if (is_by_year(holds)) kept.year = year_of(work.call);
  const auto revision =
      kept.year ? site_.house.store.revision(*kept.year) : Expected<std::int64_t>{};

  auto answer = work.route->handler(work.call, site_);
  if (!answer) return problem(answer.error(), request, work.place);
  const auto intake = answer->intake;
  const bool keep =
      answer->keeping != Keeping::never && (holds == Holds::for_good || (kept.year && revision));
  const Packing packing = keep ? Packing::quick : packing_for(request);
  kept.prepared = prepare(std::move(*answer), packing);
  auto reply = reply_with(kept.prepared, request, work.place);
  reply.intake = intake;
  if (!keep) return reply;
  reply.from_cache = false;
  kept.revision = *revision;
  cache_.put(work.call.language, name.empty() ? request.target : name, std::move(kept));
  return reply;
} catch (const std::exception& mistake) {
  return mistaken(mistake.what(), request, work.place);
}

Reply Desk::finish(const Reply& begun, const Request& request) try {
  auto answer = begun.intake->end();
  if (!answer) return problem(answer.error(), request, begun.route);
  return reply_with(prepare(std::move(*answer), Packing::none), request, begun.route);
} catch (const std::exception& mistake) {
  return mistaken(mistake.what(), request, begun.route);
}

Reply Desk::break_off(const Reply& begun, const Error& error, const Request& request) const {
  auto reply = problem(error, request, begun.route);
  reply.close = true;
  return reply;
}

Reply Desk::mistaken(std::string_view what, const Request& request, std::size_t route) const {
  auto reply = problem(defect(), request, route);
  reply.defect = what;
  return reply;
}

Reply Desk::page_or_nothing(const Request& request, const Target& target) const {
  const bool page_wanted = !is_for_programs(target.path) && accepts_html(request.accept);
  const Prepared* page = pages_.find(target.path);
  if (page == nullptr && page_wanted) page = pages_.index();
  if (page == nullptr) return refuse(Refusal::no_such_page, request);
  if (request.method == Method::options) return options(request, "GET, HEAD, OPTIONS");
  if (!reads(request)) return wrong_method(request, "GET, HEAD, OPTIONS");
  return reply_with(*page, request, pages_place());
}

Reply Desk::options(const Request& request, const std::string& allowed) const {
  Answer answer;
  answer.status = 204;
  answer.keeping = Keeping::never;
  answer.vary = "";
  answer.fields.emplace_back("Allow", allowed);
  if (speaks_tus(request.target)) tell_tus(answer);
  return reply_with(prepare(std::move(answer), Packing::none), request, nowhere_place());
}

Reply Desk::wrong_method(const Request& request, const std::string& allowed) const {
  const auto language = language_wanted(request.accept_language);
  auto answer = problem_answer(
      405, problem_json(kind_of(Refusal::wrong_method),
                        {problem_of(Refusal::wrong_method, request.method_word)}, language));
  answer.fields.emplace_back("Allow", allowed);
  return reply_with(prepare(std::move(answer), Packing::none), request, nowhere_place());
}

Reply Desk::refuse(Refusal refusal, const Request& request) const {
  const auto& kind = kind_of(refusal);
  const auto language = language_wanted(request.accept_language);
  const auto given = refusal == Refusal::misdirected      ? request.host
                     : refusal == Refusal::foreign_origin ? request.origin.value_or("")
                     : refusal == Refusal::no_such_page   ? request.target
                                                          : std::string_view{};
  auto answer =
      problem_answer(kind.http_status, problem_json(kind, {problem_of(refusal, given)}, language));
  if (kind.http_status == 503) answer.fields.emplace_back("Retry-After", "1");
  if (refusal == Refusal::unknown_tus_version) tell_tus(answer);
  return reply_with(prepare(std::move(answer), Packing::none), request, nowhere_place());
}

Reply Desk::problem(const Error& error, const Request& request, std::size_t route) const {
  const auto status = jalur::kind_of(error.code).http_status;
  auto answer =
      problem_answer(status, problem_json(error, language_wanted(request.accept_language)));
  const auto retry_after = status == 503 ? std::chrono::seconds(1) : error.retry_after;
  if (retry_after.count() > 0)
    answer.fields.emplace_back("Retry-After", std::to_string(retry_after.count()));
  return reply_with(prepare(std::move(answer), packing_for(request)), request, route);
}

}  // namespace jalur::http

#include "http/desk.h"

#include <exception>

#include "formats/answers.h"
#include "http/cookies.h"
#include "http/negotiation.h"
#include "http/target.h"

namespace jalur::http {

namespace {

constexpr std::string_view problem_type = "application/problem+json";

std::size_t pages_place() { return routes().size(); }
std::size_t nowhere_place() { return routes().size() + 1; }

bool reads(const Request& request) {
  return request.method == Method::get || request.method == Method::head;
}

// The encoding that the caller can take, and no body where it has it already or asks for none.
Reply reply_with(const Prepared& prepared, const Request& request, std::size_t route) {
  const bool packed = prepared.packed && accepts_gzip(request.accept_encoding);
  Reply reply{packed ? prepared.packed : prepared.plain, Reply::Part::whole, route, {}, false, {}};
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

// A page of another site may not change anything here, even when it runs in the same browser.
bool is_foreign(const Request& request) {
  constexpr std::string_view scheme = "http://";
  const bool own_page = request.fetch_site.empty() || request.fetch_site == "same-origin" ||
                        request.fetch_site == "none";  // typed by the person, or a program
  if (!own_page) return true;
  if (!request.origin) return false;
  return !request.origin->starts_with(scheme) ||
         !same_word(request.origin->substr(scheme.size()), request.host);
}

bool changes(const Request& request) {
  return request.method == Method::post || request.method == Method::put ||
         request.method == Method::delete_;
}

// A POST may go without a body, a PUT may not; whatever comes must be JSON.
std::optional<Refusal> refusal_for(const Request& request) {
  if (!is_loopback_authority(request.host)) return Refusal::misdirected;
  if (!changes(request)) return std::nullopt;
  if (is_foreign(request)) return Refusal::foreign_origin;
  if (request.method == Method::put && !request.body_announced) return Refusal::length_missing;
  const bool says_what = request.method == Method::put || !request.body.empty();
  if (says_what && !is_json(request.content_type)) return Refusal::wrong_content_type;
  return std::nullopt;
}

Error defect() {
  return fail(ErrorCode::defect,
              {"Terjadi kesalahan pada program ini; catatannya ada di log server.",
               "This program made a mistake; the server's log says more."})
      .value();
}

std::shared_ptr<const accounts::Caller> nobody() {
  static const auto caller = std::make_shared<const accounts::Caller>();
  return caller;
}

// Whoever the cookie stands for; a session that is over is nobody's.
Expected<std::shared_ptr<const accounts::Caller>> caller_behind(const std::string& token,
                                                                app::House& house) {
  if (token.empty()) return nobody();
  auto caller = app::caller_of(house, token);
  if (!caller && caller.error().code == ErrorCode::unauthenticated) return nobody();
  if (!caller) return tl::unexpected(caller.error());
  return std::make_shared<const accounts::Caller>(std::move(*caller));
}

std::optional<app::YearKey> year_of(const Call& call) {
  const auto code = RegionCode::parse(segment_named(call, "code"));
  const std::string year(segment_named(call, "year"));
  if (!code || year.size() != 4) return std::nullopt;
  return app::YearKey{*code, std::atoi(year.c_str())};
}

}  // namespace

Desk::Desk(const Site& site, const std::vector<Asset>& assets, std::size_t cache_bytes)
    : site_(site), router_(routes()), pages_(assets), cache_(cache_bytes) {}

std::vector<std::string> Desk::labels() {
  std::vector<std::string> labels;
  for (const auto& route : routes())
    labels.push_back(std::string(word_of(route.method)) + " " + std::string(route.pattern));
  labels.emplace_back("pages");
  labels.emplace_back("none");
  return labels;
}

std::variant<Reply, Work> Desk::take(const Request& request) {
  if (const auto refusal = refusal_for(request)) return refuse(*refusal, request);
  const auto language = language_wanted(request.accept_language);
  if (reads(request)) {
    if (auto kept = cache_.find(language, request.target)) {
      if (kept->year) return Work{nullptr, kept->route, {}};
      auto reply = reply_with(kept->prepared, request, kept->route);
      reply.from_cache = true;
      return reply;
    }
  }
  return find_route(request, language);
}

std::variant<Reply, Work> Desk::find_route(const Request& request, Language language) {
  if (request.method == Method::options && request.target == "*")
    return options(request, "GET, HEAD, POST, PUT, DELETE, OPTIONS");
  auto target = read_target(request.target);
  if (!target) return problem(target.error(), request, nowhere_place());
  const auto match = router_.find(request.method, target->segments);
  if (match.allowed.empty()) return page_or_nothing(request, *target);
  if (request.method == Method::options) return options(request, match.allowed);
  if (match.route == nullptr) return wrong_method(request, match.allowed);
  if (match.route->handler == nullptr) return page_or_nothing(request, *target);
  Work work{match.route,
            match.place,
            {match.route->pattern,
             std::move(target->segments),
             std::move(target->query),
             language,
             request.body,
             nobody(),
             session_token_of(request.cookie),
             {}}};
  if (match.route->runs == Runs::at_once) return make(std::move(work), request);
  return work;
}

// The cache is asked again: while this work waited, the one before it may have made the answer.
Reply Desk::do_work(Work work, const Request& request) try {
  const auto language = language_wanted(request.accept_language);
  const auto kept = reads(request) ? cache_.find(language, request.target) : nullptr;
  if (kept && kept->year) {
    const auto revision = site_.house.store.revision(*kept->year);
    if (revision && *revision == kept->revision) {
      auto reply = reply_with(kept->prepared, request, kept->route);
      reply.from_cache = true;
      return reply;
    }
  }
  if (work.route == nullptr) {
    auto found = find_route(request, language);
    if (auto* reply = std::get_if<Reply>(&found)) return std::move(*reply);
    work = std::move(std::get<Work>(found));
  }
  return make(std::move(work), request);
} catch (const std::exception& mistake) {
  return mistaken(mistake.what(), request, nowhere_place());
}

Reply Desk::make(Work work, const Request& request) try {
  const Holds holds = reads(request) ? work.route->holds : Holds::not_at_all;
  KeptAnswer kept;
  kept.route = work.place;
  // Read before the answer is made: if the year changes in between, the answer is newer than its
  // tag and will only be made once more.
  if (holds == Holds::by_year) kept.year = year_of(work.call);
  const auto revision =
      kept.year ? site_.house.store.revision(*kept.year) : Expected<std::int64_t>{};

  if (work.route->runs == Runs::on_worker) {
    auto caller = caller_behind(work.call.session_token, site_.house);
    if (!caller) return problem(caller.error(), request, work.place);
    work.call.caller = std::move(*caller);
  }
  auto answer = work.route->handler(work.call, site_);
  if (!answer) return problem(answer.error(), request, work.place);
  const bool keep = holds == Holds::for_good || (kept.year && revision);
  const Packing packing = keep ? Packing::quick : packing_for(request);
  kept.prepared = prepare(std::move(*answer), packing);
  auto reply = reply_with(kept.prepared, request, work.place);
  if (!keep) return reply;
  reply.from_cache = false;
  kept.revision = *revision;
  cache_.put(work.call.language, request.target, std::move(kept));
  return reply;
} catch (const std::exception& mistake) {
  return mistaken(mistake.what(), request, work.place);
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
  return reply_with(prepare(std::move(answer), Packing::none), request, nowhere_place());
}

Reply Desk::problem(const Error& error, const Request& request, std::size_t route) const {
  const auto status = jalur::kind_of(error.code).http_status;
  auto answer =
      problem_answer(status, problem_json(error, language_wanted(request.accept_language)));
  if (status == 503) answer.fields.emplace_back("Retry-After", "1");
  return reply_with(prepare(std::move(answer), packing_for(request)), request, route);
}

}  // namespace jalur::http

// Decides what a request is answered with. Knows nothing of sockets: the connection hands it a
// request and gets either the answer or a piece of work that may wait for the store.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "http/answer.h"
#include "http/answer_cache.h"
#include "http/doorman.h"
#include "http/pages.h"
#include "http/refusal.h"
#include "http/request.h"
#include "http/route.h"
#include "http/router.h"
#include "http/settings.h"
#include "http/target.h"

namespace jalur::http {

// What goes on the wire for one request.
struct Reply {
  enum class Part { whole, head, unchanged };

  Sent sent;
  Part part = Part::whole;
  std::size_t route = 0;  // for the metrics
  std::optional<bool> from_cache;
  bool close = false;
  std::shared_ptr<Intake> intake;  // not an answer yet: the body is to go in here
  std::string defect;              // not empty: our mistake, to be logged

  int status() const { return part == Part::unchanged ? 304 : sent->status; }
  std::string_view head() const { return part == Part::unchanged ? sent->unchanged : sent->head; }
  std::string_view body() const { return part == Part::whole ? sent->body : std::string_view{}; }
  const app::OpenFile* file() const { return part == Part::whole ? sent->file.get() : nullptr; }
};

// Work that is left to a worker.
struct Work {
  const Route* route = nullptr;
  std::size_t place = 0;
  Call call;
};

// From any thread.
class Desk {
 public:
  // `site` and `metrics` must outlive the desk.
  Desk(const Site& site, const std::vector<Asset>& assets, std::size_t cache_bytes);

  std::variant<Reply, Work> take(const Request& request);

  // May wait for the store. `request` is the one that take() was given.
  Reply do_work(Work work, const Request& request);

  // Whether the body of such a request is streamed, and not held before take() is called.
  static bool streams(const Request& request) { return request.method == Method::patch; }
  // The most bytes that may be held of any other.
  static std::size_t body_most(const Request& request, const ServerLimits& limits);
  // The answer once the whole body is in `intake`; may wait for the disk. `begun` is the reply that
  // asked for the body.
  Reply finish(const Reply& begun, const Request& request);
  // Or what stopped it.
  Reply break_off(const Reply& begun, const Error& error, const Request& request) const;

  // An answer to what never became a request, or cannot be served.
  Reply refuse(Refusal refusal, const Request& request) const;

  // Labels for the metrics, by Reply::route: the table of routes, then the pages, then the rest.
  static std::vector<std::string> labels();

 private:
  std::variant<Reply, Work> find_route(const Request& request, Language language);
  // An answer that was kept under that name and still holds.
  std::optional<Reply> still_good(const Work& work, const Request& request,
                                  const std::string& name);
  // `name`: what the answer is kept under; empty: the target.
  Reply make(const Work& work, const Request& request, const std::string& name);
  Reply page_or_nothing(const Request& request, const Target& target) const;
  Reply options(const Request& request, const std::string& allowed) const;
  Reply wrong_method(const Request& request, const std::string& allowed) const;
  Reply mistaken(std::string_view what, const Request& request, std::size_t route) const;
  Reply problem(const Error& error, const Request& request, std::size_t route) const;

  const Site& site_;
  Router router_;
  Pages pages_;
  AnswerCache cache_;
  Doorman doorman_;
};

}  // namespace jalur::http

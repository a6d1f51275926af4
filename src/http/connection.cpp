#include "http/connection.h"

#include <algorithm>
#include <array>

#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace jalur::http {

namespace {

using boost::system::error_code;

constexpr asio::use_awaitable_t<Executor> awaited;
constexpr std::size_t reading_bytes = 2'048;  // room for one read; most requests are far smaller
// Takes most answers in one call, so that the thread need not come back for the rest. The kernel
// charges only what is not yet taken by the client.
constexpr int sending_bytes = 256 << 10;
// What a caller may still send after its last answer before it is cut off.
constexpr std::size_t linger_bytes = 1u << 20;

using Pieces = std::array<asio::const_buffer, 3>;

asio::const_buffer piece(std::string_view text) { return {text.data(), text.size()}; }

Pieces without_first(Pieces pieces, std::size_t count) {
  for (auto& part : pieces) {
    const auto gone = std::min(count, part.size());
    part += gone;
    count -= gone;
  }
  return pieces;
}

}  // namespace

Connection::Connection(Socket socket, IoThread& thread)
    : socket_(std::move(socket)),
      thread_(thread),
      limits_(thread.shop().limits),
      place_(thread.connections().insert(thread.connections().end(), this)),
      now_(std::chrono::steady_clock::now()),
      parser_(limits_) {
  error_code ignored;
  socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
  socket_.set_option(asio::socket_base::send_buffer_size(sending_bytes), ignored);
  socket_.non_blocking(true, ignored);
  const auto peer = socket_.remote_endpoint(ignored);
  if (!ignored) client_ = peer.address().to_string();
}

Connection::~Connection() {
  thread_.connections().erase(place_);
  error_code ignored;
  socket_.close(ignored);
  thread_.shop().connection_closed();
}

Task<void> Connection::serve() {
  bool keep = true;
  while (keep) {
    const Read read = co_await read_request();
    if (read.ended) co_return;
    began_ = now_ = std::chrono::steady_clock::now();
    Reply reply;
    if (read.refusal) {
      reply = thread_.shop().desk.refuse(*read.refusal, request_);
      reply.close = true;
    } else {
      reply = co_await answer();
    }
    keep = co_await write(reply);
  }
  co_await linger();
}

Task<void> Connection::refuse(Refusal refusal) {
  began_ = now_;
  Reply reply = thread_.shop().desk.refuse(refusal, request_);
  reply.close = true;
  co_await write(reply);
  co_await linger();
}

void Connection::look(SteadyTime now) {
  if (state_ == State::work || now < deadline_) return;
  late_ = true;
  error_code ignored;
  socket_.cancel(ignored);
}

void Connection::stop() {
  if (state_ != State::idle) return;
  error_code ignored;
  socket_.cancel(ignored);
}

void Connection::enter(State state, std::chrono::milliseconds time) {
  state_ = state;
  deadline_ = now_ + time;
  late_ = false;
}

Task<Connection::Came> Connection::receive() {
  if (late_) co_return Came::nothing;
  if (thread_.stopping() && state_ == State::idle) co_return receive_last_words();
  const auto room = inbox_.room(reading_bytes);
  error_code fault;
  const auto count = co_await socket_.async_read_some(asio::buffer(room.at, room.size),
                                                      asio::redirect_error(awaited, fault));
  if (fault == asio::error::operation_aborted && thread_.stopping() && state_ == State::idle)
    co_return receive_last_words();
  if (fault) co_return Came::nothing;
  inbox_.came(count);
  co_return Came::bytes;
}

// A request that arrived while the server began to stop is still answered.
Connection::Came Connection::receive_last_words() {
  const auto room = inbox_.room(reading_bytes);
  error_code fault;
  const auto count = socket_.read_some(asio::buffer(room.at, room.size), fault);
  if (fault) return Came::nothing;
  inbox_.came(count);
  return Came::bytes;
}

Task<Connection::Read> Connection::read_request() {
  request_ = Request{};
  request_.client = client_;
  enter(inbox_.empty() ? State::idle : State::header,
        inbox_.empty() ? limits_.idle_time : limits_.header_time);
  std::optional<std::size_t> end;
  while (!(end = header_end(inbox_.unread()))) {
    if (const auto fault = header_fault(inbox_.unread(), limits_)) co_return Read{false, fault};
    if (co_await receive() == Came::nothing) co_return cut_off();
    if (state_ != State::idle) continue;
    now_ = std::chrono::steady_clock::now();
    enter(State::header, limits_.header_time);
  }
  header_.assign(inbox_.unread().substr(0, *end));
  inbox_.use(*end);
  if (const auto refusal = parser_.head(header_, request_)) co_return Read{false, refusal};
  if (!parser_.body_done()) co_return co_await read_body();
  co_return Read{};
}

Task<Connection::Read> Connection::read_body() {
  enter(State::body, limits_.body_time);
  if (request_.waits_for_continue && inbox_.empty()) {
    error_code ignored;  // a caller that does not hear it sends the body anyway, or gives up
    socket_.write_some(piece("HTTP/1.1 100 Continue\r\n\r\n"), ignored);
  }
  for (;;) {
    const auto taken = parser_.body(inbox_.unread());
    inbox_.use(taken.bytes);
    if (taken.refusal) co_return Read{false, taken.refusal};
    if (parser_.body_done()) co_return Read{};
    // A chunk's head or trailer that never ends.
    if (inbox_.unread().size() > limits_.header_bytes) co_return Read{false, Refusal::malformed};
    if (co_await receive() == Came::nothing) co_return cut_off();
  }
}

Connection::Read Connection::cut_off() const {
  const bool half_sent = state_ != State::idle;
  if (late_ && half_sent) return {false, Refusal::too_slow};
  return {true, std::nullopt};
}

Task<Reply> Connection::answer() {
  auto taken = thread_.shop().desk.take(request_);
  if (auto* reply = std::get_if<Reply>(&taken)) co_return std::move(*reply);
  co_return co_await work_on(std::move(std::get<Work>(taken)));
}

Task<Reply> Connection::work_on(Work work) {
  state_ = State::work;
  std::optional<Reply> reply;
  // The job runs on a worker and then resumes this coroutine on its own thread. `reply`, `work`
  // and the request live in frames that wait for it.
  const auto begin = [&](auto handler) {
    auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    const bool taken = thread_.shop().workers.take([this, &work, &reply, resume] {
      reply = thread_.shop().desk.do_work(std::move(work), request_);
      asio::post(thread_.context(), [resume] { std::move (*resume)(); });
    });
    if (!taken) asio::post(thread_.context(), [resume] { std::move (*resume)(); });
  };
  co_await asio::async_initiate<const asio::use_awaitable_t<Executor>, void()>(begin, awaited);
  if (reply) co_return std::move(*reply);
  ++thread_.shop().metrics.requests_refused;
  co_return thread_.shop().desk.refuse(Refusal::queue_full, request_);
}

// True: the connection may be used for a further request.
Task<bool> Connection::write(const Reply& reply) {
  const bool close = reply.close || !request_.keep_alive || thread_.stopping();
  tail_ = close ? thread_.closing_date() : thread_.date();
  const auto all = reply.head().size() + tail_.size() + reply.body().size();
  error_code fault;
  auto written =
      socket_.write_some(Pieces{piece(reply.head()), piece(tail_), piece(reply.body())}, fault);
  const bool broken = fault && fault != asio::error::would_block;
  if (!broken && written < all) written = co_await write_rest(reply, written);
  record(reply, written);
  co_return written == all && !close;
}

// What did not fit into the socket at once. Returns what was written in all.
Task<std::size_t> Connection::write_rest(const Reply& reply, std::size_t written) {
  const Pieces pieces{piece(reply.head()), piece(tail_), piece(reply.body())};
  const auto all = asio::buffer_size(pieces);
  while (written < all) {
    now_ = std::chrono::steady_clock::now();
    enter(State::writing, limits_.write_time);
    error_code fault;
    written += co_await socket_.async_write_some(without_first(pieces, written),
                                                 asio::redirect_error(awaited, fault));
    if (fault) break;
  }
  co_return written;
}

void Connection::record(const Reply& reply, std::size_t bytes) {
  now_ = std::chrono::steady_clock::now();
  const auto micros = std::chrono::duration_cast<std::chrono::microseconds>(now_ - began_).count();
  thread_.tally().answered(reply.route, reply.status(), micros, bytes);
  if (reply.from_cache) thread_.tally().cache_asked(*reply.from_cache);
  if (!reply.defect.empty()) thread_.log_defect(reply.defect);
  thread_.log({request_.method_word, request_.target, reply.status(), bytes, micros}, now_);
}

// Says that nothing more will come and waits for the client to close. Closing with unread bytes
// would reset the connection, and the client could lose the answer it is just reading.
Task<void> Connection::linger() {
  error_code fault;
  socket_.shutdown(Socket::shutdown_send, fault);
  enter(State::lingering, limits_.linger_time);
  for (std::size_t came = 0; !fault && !late_ && came < linger_bytes;) {
    inbox_.clear();
    const auto room = inbox_.room(reading_bytes);
    came += co_await socket_.async_read_some(asio::buffer(room.at, room.size),
                                             asio::redirect_error(awaited, fault));
  }
}

}  // namespace jalur::http

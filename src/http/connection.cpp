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
    if (reply.intake) {
      auto taken = co_await take_in(std::move(reply));
      if (!taken) co_return;
      reply = std::move(*taken);
    }
    // A body that nobody wanted is not read, and nothing can come after it.
    if (!read.refusal && !parser_.body_done()) reply.close = true;
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

Task<Connection::Came> Connection::receive(std::size_t least) {
  if (late_) co_return Came::nothing;
  if (thread_.stopping() && state_ == State::idle) co_return receive_last_words();
  const auto room = inbox_.room(least);
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
    if (co_await receive(reading_bytes) == Came::nothing) co_return cut_off();
    if (state_ != State::idle) continue;
    now_ = std::chrono::steady_clock::now();
    enter(State::header, limits_.header_time);
  }
  header_.assign(inbox_.unread().substr(0, *end));
  inbox_.use(*end);
  if (const auto refusal = parser_.head(header_, request_)) co_return Read{false, refusal};
  if (Desk::streams(request_)) co_return Read{};  // whoever wants the body asks for it
  const std::size_t most = Desk::body_most(request_, limits_);
  if (const auto refusal = parser_.hold_body(most)) co_return Read{false, refusal};
  if (!parser_.body_done()) co_return co_await read_body();
  co_return Read{};
}

Task<Connection::Read> Connection::read_body() {
  enter(State::body, limits_.body_time);
  tell_to_continue();
  for (;;) {
    const auto taken = parser_.body(inbox_.unread());
    inbox_.use(taken.bytes);
    if (taken.refusal) co_return Read{false, taken.refusal};
    if (parser_.body_done()) co_return Read{};
    // A chunk's head or trailer that never ends.
    if (inbox_.unread().size() > limits_.header_bytes) co_return Read{false, Refusal::malformed};
    if (co_await receive(reading_bytes) == Came::nothing) co_return cut_off();
  }
}

void Connection::tell_to_continue() {
  if (!request_.waits_for_continue || !inbox_.empty()) return;
  error_code ignored;  // a caller that does not hear it sends the body anyway, or gives up
  socket_.write_some(piece("HTTP/1.1 100 Continue\r\n\r\n"), ignored);
}

// What was taken stays taken, however this ends.
Task<std::optional<Reply>> Connection::take_in(Reply begun) {
  now_ = std::chrono::steady_clock::now();
  enter(State::body, limits_.stream_window);
  tell_to_continue();
  std::size_t came = 0;  // in this window
  for (;;) {
    const auto before = inbox_.unread().size();
    if (auto stopped = take_piece(begun)) co_return stopped;
    if (parser_.body_done()) break;
    came += before - inbox_.unread().size();
    if (came >= limits_.stream_least_bytes) {
      now_ = std::chrono::steady_clock::now();
      enter(State::body, limits_.stream_window);
      came = 0;
    }
    if (co_await receive(limits::stream_piece_bytes) == Came::nothing) co_return stopped_in_body();
  }
  co_return co_await work_on(
      [this, &begun] { return thread_.shop().desk.finish(begun, request_); });
}

std::optional<Reply> Connection::take_piece(const Reply& begun) {
  Desk& desk = thread_.shop().desk;
  const auto taken = parser_.body(inbox_.unread());
  inbox_.use(taken.bytes);
  const bool endless = inbox_.unread().size() > limits_.header_bytes;  // a chunk's head, a trailer
  if (taken.refusal || (endless && taken.bytes == 0)) {
    Reply reply = desk.refuse(taken.refusal.value_or(Refusal::malformed), request_);
    reply.close = true;
    return reply;
  }
  if (request_.body.empty()) return std::nullopt;
  const auto done = begun.intake->take(request_.body);
  request_.body.clear();
  if (done) return std::nullopt;
  return desk.break_off(begun, done.error(), request_);
}

std::optional<Reply> Connection::stopped_in_body() const {
  const Read read = cut_off();
  if (!read.refusal) return std::nullopt;
  Reply reply = thread_.shop().desk.refuse(*read.refusal, request_);
  reply.close = true;
  return reply;
}

Connection::Read Connection::cut_off() const {
  const bool half_sent = state_ != State::idle;
  if (late_ && half_sent) return {false, Refusal::too_slow};
  return {true, std::nullopt};
}

Task<Reply> Connection::answer() {
  auto taken = thread_.shop().desk.take(request_);
  if (auto* reply = std::get_if<Reply>(&taken)) co_return std::move(*reply);
  Work& work = std::get<Work>(taken);
  co_return co_await work_on(
      [this, &work] { return thread_.shop().desk.do_work(std::move(work), request_); });
}

Task<Reply> Connection::work_on(std::function<Reply()> job) {
  state_ = State::work;
  std::optional<Reply> reply;
  // The job runs on a worker and then resumes this coroutine on its own thread. `reply`, `job`
  // and the request live in frames that wait for it.
  const auto begin = [&](auto handler) {
    auto resume = std::make_shared<decltype(handler)>(std::move(handler));
    const bool taken = thread_.shop().workers.take([this, &job, &reply, resume] {
      reply = job();
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
  const app::OpenFile* file = reply.file();
  const bool whole = written == all && (file == nullptr || co_await write_file(*file));
  record(reply, written + (file != nullptr && whole ? static_cast<std::size_t>(file->size()) : 0));
  co_return whole && !close;
}

// From the disk in pieces. Read on this thread: what the kernel reads ahead is there in time.
Task<bool> Connection::write_file(const app::OpenFile& file) {
  std::string bytes(limits::stream_piece_bytes, '\0');
  for (std::int64_t offset = 0; offset < file.size();) {
    const auto count = file.read(offset, bytes.data(), bytes.size());
    if (count == 0) co_return false;  // shorter than promised: the client hears of it by the close
    if (!co_await write_piece(std::string_view(bytes).substr(0, count))) co_return false;
    offset += static_cast<std::int64_t>(count);
  }
  co_return true;
}

Task<bool> Connection::write_piece(std::string_view bytes) {
  while (!bytes.empty()) {
    now_ = std::chrono::steady_clock::now();
    enter(State::writing, limits_.write_time);
    error_code fault;
    bytes.remove_prefix(
        co_await socket_.async_write_some(piece(bytes), asio::redirect_error(awaited, fault)));
    if (fault) co_return false;
  }
  co_return true;
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

// One connection: reads requests one after the other and writes their answers in the same order.
//
// All of it runs on the connection's I/O thread. What the client sends ahead (pipelining) waits in
// the inbox until the answer before it is written, so a client can never make the server keep more
// than one answer for it.
//
// Time limits: every state has one deadline, and the thread looks at all deadlines once a round.
// One that has passed cancels the operation under way, which then ends the connection (with a 408
// when a request was half sent).
#pragma once

#include <functional>
#include <list>
#include <optional>
#include <string>

#include "http/inbox.h"
#include "http/io_thread.h"
#include "http/request_parser.h"

namespace jalur::http {

class Connection {
 public:
  Connection(Socket socket, IoThread& thread);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Until one side closes.
  Task<void> serve();
  // Or: one answer, whatever is asked.
  Task<void> refuse(Refusal refusal);

  // For the thread: is it too late for what this connection waits for?
  void look(SteadyTime now);
  void stop();

 private:
  enum class State { idle, header, body, work, writing, lingering };
  enum class Came { bytes, nothing };

  // Nothing: the connection ended without a further request.
  struct Read {
    bool ended = false;
    std::optional<Refusal> refusal;
  };

  void enter(State state, std::chrono::milliseconds time);
  Task<Came> receive(std::size_t least);
  Came receive_last_words();
  Task<Read> read_request();
  Task<Read> read_body();
  void tell_to_continue();
  Read cut_off() const;
  Task<Reply> answer();
  Task<Reply> work_on(std::function<Reply()> job);
  // The body of the request, into what `begun` asks for; nothing: the client went away.
  Task<std::optional<Reply>> take_in(Reply begun);
  std::optional<Reply> take_piece(const Reply& begun);
  std::optional<Reply> stopped_in_body() const;
  Task<bool> write(const Reply& reply);
  Task<std::size_t> write_rest(const Reply& reply, std::size_t written);
  Task<bool> write_file(const app::OpenFile& file);
  Task<bool> write_piece(std::string_view piece);
  void record(const Reply& reply, std::size_t bytes);
  Task<void> linger();

  Socket socket_;
  IoThread& thread_;
  const ServerLimits& limits_;
  std::list<Connection*>::iterator place_;

  State state_ = State::idle;
  SteadyTime now_;       // when the clock was last read
  SteadyTime deadline_;  // of the state
  SteadyTime began_;     // the request was read completely
  bool late_ = false;    // the deadline has passed

  Inbox inbox_;
  std::string header_;  // of the request under way; its views point here
  RequestParser parser_;
  std::string client_;  // the address it came from
  Request request_;
  std::string tail_;  // the end of the head being written
};

}  // namespace jalur::http

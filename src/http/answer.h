// Answers, and the bytes that go on the wire for them.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/files.h"
#include "base/error.h"

namespace jalur::http {

// What a browser may do with its copy.
enum class Keeping {
  never,       // no-store
  revalidate,  // ask every time, with the entity tag
  forever,     // the address changes when the bytes do
};

struct Answer;

// Takes the body of a request piece by piece, and then answers it.
class Intake {
 public:
  virtual ~Intake() = default;
  virtual Expected<void> take(std::string_view bytes) = 0;  // quick, on the I/O thread
  virtual Expected<Answer> end() = 0;                       // may wait, on a worker
};

// What an endpoint gives back.
struct Answer {
  int status = 200;
  std::string_view content_type = "application/json";
  std::string body;
  Keeping keeping = Keeping::revalidate;
  std::string_view vary = "Accept-Encoding, Accept-Language";
  std::vector<std::pair<std::string, std::string>> fields;  // further ones, as they are sent
  std::shared_ptr<const app::OpenFile> file;  // sent instead of the body, never held as a whole
  // Not an answer yet: the body is to go in here. Only for routes that take streams.
  std::shared_ptr<Intake> intake;
};

Answer json_answer(std::string body);
// For what is true now and for one person: nobody may keep it.
Answer unkept_answer(std::string body);

// A download under that name. `name` is ASCII without quotes.
Answer file_answer(std::string_view content_type, std::string bytes, const std::string& name);

// One encoding of an answer, ready to be sent: head + Date + body. Never changed once it is made,
// so any number of connections send from it at once.
struct Representation {
  int status = 200;
  std::string head;       // status line and fields; Date, Connection and the empty line follow
  std::string unchanged;  // the head of a 304; empty when there is no entity tag
  std::string etag;       // strong, quoted, of exactly these bytes; empty: none
  std::string owned;      // what `body` shows, unless that is part of the program
  std::string_view body;
  std::shared_ptr<const app::OpenFile> file;  // sent instead of the body
};
using Sent = std::shared_ptr<const Representation>;

// An answer in the encodings it can be sent in.
struct Prepared {
  Sent plain;
  Sent packed;  // gzip; nothing when that would gain nothing

  std::size_t bytes() const;  // held in memory
};

enum class Packing { none, quick, tight };

Prepared prepare(Answer answer, Packing packing);
// For bytes that live as long as the program; answer.body is not looked at.
Prepared prepare_static(const Answer& answer, std::string_view bytes, Packing packing);

// The reason phrase of a status that Jalur sends.
std::string_view reason_of(int status);

}  // namespace jalur::http

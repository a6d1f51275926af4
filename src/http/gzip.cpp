#include "http/gzip.h"

#include <new>

#include <zlib.h>

namespace jalur::http {

std::string gzip(std::string_view bytes, Effort effort) {
  constexpr int gzip_window = 15 + 16;  // zlib: 15 bits, 16 more for the gzip frame
  z_stream stream{};
  const int level = effort == Effort::most ? 9 : 4;
  if (deflateInit2(&stream, level, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::bad_alloc();
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  // zlib reads next_in only, though its type is not const.
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

}  // namespace jalur::http

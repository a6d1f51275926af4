#include "base/error.h"

#include <array>

#include <fmt/format.h>

#include "base/limits.h"

namespace jalur {

namespace {

// In the order of ErrorCode.
const std::array<ErrorKind, 9> kinds{{
    {400, 2, "invalid-input", {"Masukan tidak benar", "The input is wrong"}},
    {404, 2, "not-found", {"Tidak ditemukan", "Not found"}},
    {409, 2, "conflict", {"Tidak dapat dalam keadaan ini", "Not possible in this state"}},
    {413, 2, "too-large", {"Terlalu besar", "Too large"}},
    {403, 2, "forbidden", {"Tidak diizinkan", "Not allowed"}},
    {401, 2, "unauthenticated", {"Belum masuk", "Not signed in"}},
    {429, 2, "too-many", {"Terlalu sering dicoba", "Tried too often"}},
    {503, 3, "unavailable", {"Belum dapat dilakukan sekarang", "Cannot be done now"}},
    {500, 1, "defect", {"Kesalahan pada program", "A defect of the program"}},
}};

}  // namespace

const ErrorKind& kind_of(ErrorCode code) { return kinds[static_cast<std::size_t>(code)]; }

tl::unexpected<Error> fail(ErrorCode code, Text text, std::string field, std::string value) {
  Problems problems;
  problems.add(std::move(field), std::move(value), std::move(text));
  return std::move(problems).as_error(code);
}

void Problems::add(std::string field, std::string value, Text text) {
  if (problems_.size() >= limits::problems_per_answer) {
    ++left_out_;
    return;
  }
  problems_.push_back(
      {std::move(field), shortened(value, limits::shown_value_bytes), std::move(text)});
}

tl::unexpected<Error> Problems::as_error(ErrorCode code) && {
  if (left_out_ > 0) {
    problems_.push_back(
        {"",
         "",
         {fmt::format("dan {} masalah lain", left_out_),
          fmt::format("and {} more problem{}", left_out_, left_out_ == 1 ? "" : "s")}});
  }
  return tl::unexpected(Error{code, std::move(problems_)});
}

}  // namespace jalur

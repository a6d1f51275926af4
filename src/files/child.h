// A program of the machine, run with a bound on time, memory and output; without a shell.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace jalur::files {

struct ChildLimits {
  std::chrono::milliseconds time;  // of the clock and of the processor
  std::size_t memory_bytes = 0;    // address space
  std::size_t output_bytes = 0;    // of its standard output; more is cut off
};

struct ChildEnd {
  enum class How { done, failed, too_long, too_much, not_there };
  How how = How::not_there;
  std::string output;  // what came, at most ChildLimits::output_bytes
};

// `words`: the program, looked for in PATH, and its arguments. Its standard input is empty, what it
// says of errors is lost.
ChildEnd run_child(const std::vector<std::string>& words, const ChildLimits& limits);

}  // namespace jalur::files

#include "cli/progress.h"

#include <algorithm>
#include <ostream>
#include <utility>

namespace jalur::cli {
namespace {

constexpr std::chrono::milliseconds shown_every{100};
constexpr std::int64_t bar_characters = 20;
constexpr std::string_view erase_line = "\r\x1b[K";

}  // namespace

Progress::Progress(Session& session, Text what, std::size_t total,
                   std::chrono::milliseconds first_shown_after)
    : session_(session),
      what_(std::move(what)),
      total_(static_cast<std::int64_t>(total)),
      next_(began_ + first_shown_after) {}

void Progress::show(std::int64_t done, std::int64_t total) {
  done_ = done;
  total_ = total;
  const auto now = Clock::now();
  if (!session_.tools.err_is_terminal || now < next_ || total <= 0) return;
  next_ = now + shown_every;
  visible_ = true;
  session_.tools.err << erase_line << line(now - began_) << std::flush;
}

void Progress::hide() {
  if (!visible_) return;
  visible_ = false;
  session_.tools.err << erase_line << std::flush;
}

std::string Progress::line(Clock::duration passed) const {
  const auto filled = static_cast<std::size_t>(std::min(done_, total_) * bar_characters / total_);
  std::string bar(filled, '#');
  bar.resize(bar_characters, '.');
  std::string text = session_.say(what_) + " [" + bar + "] " + std::to_string(done_) + "/" +
                     std::to_string(total_);
  if (done_ > 0) {
    const auto left = passed * std::max<std::int64_t>(total_ - done_, 0) / done_;
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(left);
    const Text label{"sisa ", "left "};
    text += ", " + session_.say(label) + shown_duration(seconds, session_.language);
  }
  return text;
}

std::string shown_duration(std::chrono::seconds duration, Language language) {
  if (duration < std::chrono::seconds(90)) {
    return std::to_string(duration.count()) + (language == Language::indonesian ? " dtk" : " s");
  }
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(duration);
  return std::to_string(minutes.count()) + (language == Language::indonesian ? " mnt" : " min");
}

}  // namespace jalur::cli

#include "files/child.h"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "files/disk.h"

namespace jalur::files {

namespace {

using Clock = std::chrono::steady_clock;

struct FileActions {
  FileActions() { posix_spawn_file_actions_init(&actions); }
  ~FileActions() { posix_spawn_file_actions_destroy(&actions); }
  FileActions(const FileActions&) = delete;
  FileActions& operator=(const FileActions&) = delete;
  posix_spawn_file_actions_t actions{};
};

// Nothing of ours is left open to it: neither records nor connections.
void connect(FileActions& files, int output) {
  posix_spawn_file_actions_addopen(&files.actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&files.actions, output, STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&files.actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addclosefrom_np(&files.actions, STDERR_FILENO + 1);
}

pid_t start(const std::vector<std::string>& words, int output) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::string language = "LC_ALL=C.UTF-8";
  const std::array<char*, 2> environment{language.data(), nullptr};
  FileActions files;
  connect(files, output);
  pid_t child = -1;
  const int fault = posix_spawnp(&child, arguments[0], &files.actions, nullptr, arguments.data(),
                                 environment.data());
  return fault == 0 ? child : -1;
}

void bound(pid_t child, const ChildLimits& limits) {
  const rlimit memory{limits.memory_bytes, limits.memory_bytes};
  const auto seconds =
      static_cast<rlim_t>(std::chrono::ceil<std::chrono::seconds>(limits.time).count());
  const rlimit processor{seconds, seconds};
  const rlimit no_files{0, 0};
  prlimit(child, RLIMIT_AS, &memory, nullptr);
  prlimit(child, RLIMIT_CPU, &processor, nullptr);
  prlimit(child, RLIMIT_FSIZE, &no_files, nullptr);
  prlimit(child, RLIMIT_CORE, &no_files, nullptr);
}

// Until the child closes its output; answers how that ended.
ChildEnd::How collect(int from, Clock::time_point until, std::size_t most, std::string& output) {
  std::array<char, 16'384> piece{};
  for (;;) {
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now());
    if (left.count() <= 0) return ChildEnd::How::too_long;
    pollfd waiting{from, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready < 0 && errno == EINTR) continue;
    if (ready == 0) return ChildEnd::How::too_long;
    const auto count = ::read(from, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return ChildEnd::How::done;
    const auto room = most - output.size();
    output.append(piece.data(), std::min(room, static_cast<std::size_t>(count)));
    if (static_cast<std::size_t>(count) > room) return ChildEnd::How::too_much;
  }
}

// How it ended by itself; it is given no more than `until`.
ChildEnd::How wait_for(pid_t child, ChildEnd::How how) {
  if (how != ChildEnd::How::done) ::kill(child, SIGKILL);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (how != ChildEnd::How::done) return how;
  constexpr int not_found = 127;
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_found) return ChildEnd::How::not_there;
  return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? ChildEnd::How::done
                                                       : ChildEnd::How::failed;
}

}  // namespace

ChildEnd run_child(const std::vector<std::string>& words, const ChildLimits& limits) {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return {};
  const Descriptor from(ends[0]);
  pid_t child = -1;
  {
    const Descriptor to(ends[1]);
    child = start(words, to.number());
  }
  if (child < 0) return {};
  bound(child, limits);
  ChildEnd end;
  const auto how =
      collect(from.number(), Clock::now() + limits.time, limits.output_bytes, end.output);
  end.how = wait_for(child, how);
  return end;
}

}  // namespace jalur::files

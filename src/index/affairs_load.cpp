#include <map>

#include "index/ruleset_load.h"
#include "index/toml_reader.h"

namespace jalur {

namespace {

const std::map<std::string, Affair::Group, std::less<>> group_words{
    {"basic_service", Affair::Group::basic_service},
    {"mandatory", Affair::Group::mandatory},
    {"optional", Affair::Group::optional},
    {"supporting", Affair::Group::supporting}};

Affair read_affair(const TomlTable& table, int expected_number) {
  table.allow_only({"number", "name", "group"});
  Affair affair;
  affair.number = table.whole("number", 1, 38);
  affair.name = table.string("name");
  if (affair.number != expected_number) {
    table.complain_key("number", {"urusan harus urut dari 1 tanpa celah",
                                  "affairs must run from 1 without a gap"});
  }
  const std::string group = table.string("group");
  const auto it = group_words.find(group);
  if (it == group_words.end()) {
    table.complain(table.find("group"), group,
                   {"kelompok harus basic_service, mandatory, optional, atau supporting",
                    "a group must be basic_service, mandatory, optional or supporting"});
    return affair;
  }
  affair.group = it->second;
  return affair;
}

}  // namespace

Expected<std::vector<Affair>> load_affairs(std::string_view toml, std::string_view name) {
  auto file = parse_toml(toml, name);
  if (!file) return tl::unexpected(file.error());
  Problems problems;
  const TomlTable top(*file, name, {}, problems);
  top.allow_only({"source", "assumption", "affair"});
  std::vector<Affair> affairs;
  for (const TomlTable& table : top.tables("affair")) {
    affairs.push_back(read_affair(table, static_cast<int>(affairs.size()) + 1));
  }
  if (!problems.none()) return std::move(problems).as_error();
  return affairs;
}

}  // namespace jalur

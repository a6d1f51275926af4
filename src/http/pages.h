// The web pages and what belongs to them, prepared once. Nothing is read from a disk: a path is
// looked up as it is, so there is no way out of the list.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "http/answer.h"
#include "http/settings.h"

namespace jalur::http {

class Pages {
 public:
  explicit Pages(const std::vector<Asset>& assets);

  // nullptr: there is no such file.
  const Prepared* find(std::string_view path) const;

  // The page that draws every address of the web interface; nullptr when there is none.
  const Prepared* index() const { return find("/index.html"); }

 private:
  std::map<std::string_view, Prepared> by_path_;
};

// True where a wrong address must be told as such and not answered with the index page.
bool is_for_programs(std::string_view path);

}  // namespace jalur::http

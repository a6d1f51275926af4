// Finds the route of a path.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "http/route.h"

namespace jalur::http {

std::string_view word_of(Method method);

class Router {
 public:
  explicit Router(std::span<const Route> routes);

  struct Match {
    const Route* route = nullptr;  // for this path and method
    std::size_t place = 0;         // in the table
    std::string allowed;           // "GET, HEAD, OPTIONS"; empty: no route has this path
  };
  // HEAD finds the route of GET.
  Match find(Method method, const std::vector<std::string>& segments) const;

 private:
  std::span<const Route> routes_;
  std::vector<std::vector<std::string_view>> patterns_;
};

}  // namespace jalur::http

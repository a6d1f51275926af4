// What goes wrong in work that nobody waits for: it is told on the standard error stream and tried
// again the next time.
#pragma once

#include <iostream>

#include "base/error.h"

namespace jalur::world {

template <class Value>
void tell_if_wrong(const Expected<Value>& done) {
  if (done) return;
  for (const auto& problem : done.error().problems) {
    std::clog << "jalur: " + problem.text.en + "\n";
  }
}

// Of work that is done every few seconds: told when it begins.
class Trouble {
 public:
  template <class Value>
  void tell(const Expected<Value>& done) {
    if (!failed_) tell_if_wrong(done);
    failed_ = !done;
  }

 private:
  bool failed_ = false;
};

}  // namespace jalur::world

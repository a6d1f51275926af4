#include "planning/catalogue.h"

#include <algorithm>

namespace jalur {

namespace {

template <class List, class Matches>
auto found(const List& list, Matches matches) {
  const auto it = std::find_if(list.begin(), list.end(), matches);
  return it == list.end() ? nullptr : &*it;
}

}  // namespace

const Catalogue::Step* Catalogue::Work::step(Level to) const {
  return found(steps, [&](const Step& each) { return each.to == to; });
}

const Document* Catalogue::find_document(std::string_view document) const {
  return found(documents, [&](const Document& each) { return each.id == document; });
}

const Catalogue::Work* Catalogue::find_work(IndicatorId indicator) const {
  return found(works, [&](const Work& each) { return each.indicator == indicator; });
}

const Catalogue* catalogue_for(const std::vector<Catalogue>& catalogues, std::string_view ruleset) {
  const auto found =
      std::find_if(catalogues.begin(), catalogues.end(), [ruleset](const Catalogue& catalogue) {
        return std::find(catalogue.rulesets.begin(), catalogue.rulesets.end(), ruleset) !=
               catalogue.rulesets.end();
      });
  return found == catalogues.end() ? nullptr : &*found;
}

}  // namespace jalur

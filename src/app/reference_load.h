// Reads the reference files: affairs, region codes, published results. Text in, values out; where
// the text comes from is the caller's business. The files and their sources: reference/README.md.
#pragma once

#include <string_view>
#include <vector>

#include "app/house.h"
#include "base/error.h"

namespace jalur::app {

struct NamedText {
  std::string_view name;  // for messages: "rulesets/iid-2026.toml"
  std::string_view text;
};

struct ReferenceTexts {
  NamedText affairs;        // affairs.toml
  NamedText provinces;      // CSV: code,name
  NamedText regencies;      // CSV: code,province_code,name
  NamedText districts;      // CSV: code,regency_code,name
  NamedText results;        // CSV: region,kind,year,rank,score,predicate,source_url
  NamedText profile_terms;  // profile-terms.toml
};

// Errors: invalid_input; the field names file and line.
Expected<Reference> load_reference(const ReferenceTexts& texts);

// All the rulesets in the given files, by year and id. Errors: invalid_input with the problems of
// all files, also when two files have the same id.
Expected<std::vector<Ruleset>> load_rulesets(const std::vector<NamedText>& files,
                                             const std::vector<Affair>& affairs);

// All the effort catalogues in the given files. Errors: invalid_input with the problems of the
// first file that has any.
Expected<std::vector<Catalogue>> load_catalogues(const std::vector<NamedText>& files);

// "KABUPATEN PANGKAJENE DAN KEPULAUAN" -> "Kabupaten Pangkajene dan Kepulauan". DKI stays as it is.
std::string title_case(std::string_view upper);

}  // namespace jalur::app

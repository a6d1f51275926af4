// What the fuzzers share: the rules that ship, and what must hold of every answer.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "formats/region_year.h"
#include "index/ruleset.h"

namespace jalur::fuzz {

std::string file(const std::string& name);  // of the source tree
const std::vector<Affair>& affairs();
const Ruleset& ruleset();  // iid-2026
const FindRuleset& finder();
RegionYear sample();  // samples/kampar-2026.json, its first innovations only

// The parts that the target workbook_xml exchanges; its first byte says which.
inline constexpr std::array<std::string_view, 7> workbook_parts{
    "xl/workbook.xml",          "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml",
    "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml",   "xl/worksheets/sheet4.xml",
    "xl/worksheets/sheet5.xml"};

// Stops the program unless the condition holds.
void must(bool holds, const char* what);

// An error says something, in both languages.
void must_be_told(const Error& error);

// What was read can be written as JSON and as a workbook, and comes back the same from both.
void must_come_back(const RegionYear& data);

}  // namespace jalur::fuzz

// Options that several commands have, declared and carried out the same way everywhere.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "cli/files.h"
#include "cli/session.h"

namespace jalur::cli {

enum class Format { text, json, csv, xlsx };

// --format; the first of `formats` is the default. What was chosen is in `format` after parsing.
CLI::Option* add_format(CLI::App& app, Format& format, const std::vector<Format>& formats);

// --force
void add_force(CLI::App& app, Existing& existing);

// Where the records are: --data DIR, --database URL.
struct HousePlace {
  std::string data;
  std::string database;
  std::string clamd = {};  // of serve
};
void add_house(CLI::App& app, HousePlace& place);
// For commands that only read: a folder that is not there is not made. Errors: not_found.
Expected<void> check_folder(const HousePlace& place);
// --region, --year. Errors: invalid_input.
Expected<app::YearKey> year_key(const std::string& region, int year);
Expected<std::shared_ptr<app::House>> open_house(Session& session, const HousePlace& place);

// To the file, or to standard output for "-". Bytes of a workbook are not sent to a terminal.
// Errors: those of write_file.
Expected<void> write_output(Session& session, const std::string& name, const std::string& bytes,
                            Existing existing);

}  // namespace jalur::cli

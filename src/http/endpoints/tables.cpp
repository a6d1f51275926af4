#include "http/endpoints/tables.h"

#include "http/negotiation.h"

namespace jalur::http::endpoints {

namespace {

using app::TableFormat;

constexpr std::array<std::pair<std::string_view, TableFormat>, 2> formats{{
    {"csv", TableFormat::csv},
    {"xlsx", TableFormat::xlsx},
}};

}  // namespace

std::optional<TableFormat> table_format(Parameters& given) {
  if (!given.gives("format")) given.missing("format");
  return given.choice("format", formats);
}

Expected<Answer> table_answer(const Site& site, const app::Table& table, TableFormat format,
                              const std::string& name) {
  auto bytes = site.house.documents.write_table(table, format);
  if (!bytes) return tl::unexpected(bytes.error());
  if (format == TableFormat::csv)
    return file_answer("text/csv; charset=utf-8", std::move(*bytes), name + ".csv");
  return file_answer(xlsx_type, std::move(*bytes), name + ".xlsx");
}

}  // namespace jalur::http::endpoints

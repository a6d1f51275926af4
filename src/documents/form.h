// The form that the workbook is: its sheets, headings and words, for writer and reader alike.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "documents/spelling.h"
#include "index/region_year.h"

namespace jalur::documents::form {

inline constexpr std::string_view format_name = "jalur.workbook/1";

inline constexpr std::string_view guide_sheet = "Petunjuk";
inline constexpr std::string_view region_sheet = "Daerah";
inline constexpr std::string_view unit_sheet = "Unit";
inline constexpr std::string_view government_sheet = "Pemerintah";
inline constexpr std::string_view innovation_sheet = "Inovasi";

// One heading with the width of its column in characters.
template <class Column>
struct Heading {
  Column column;
  std::string_view text;
  double width = 12;
};

// "Daerah": one line per field, its value beside it.
enum class RegionField { version, code, name, kind, year, ruleset, illustration, verified };
inline constexpr std::array<Heading<RegionField>, 8> region_fields{{
    {RegionField::version, "Format"},
    {RegionField::code, "Kode daerah"},
    {RegionField::name, "Nama daerah"},
    {RegionField::kind, "Jenis"},
    {RegionField::year, "Tahun"},
    {RegionField::ruleset, "Aturan"},
    {RegionField::illustration, "Ilustrasi"},
    {RegionField::verified, "Pemerintah diverifikasi"},
}};
inline constexpr std::string_view field_heading = "Isian";
inline constexpr std::string_view value_heading = "Nilai";

enum class UnitColumn { name, kind };
inline constexpr std::array<Heading<UnitColumn>, 2> unit_headings{{
    {UnitColumn::name, "Nama unit", 60},
    {UnitColumn::kind, "Jenis", 22},
}};

enum class GovernmentColumn { number, name, words_1, words_2, words_3, claimed, verified };
inline constexpr std::array<Heading<GovernmentColumn>, 7> government_headings{{
    {GovernmentColumn::number, "Nomor", 8},
    {GovernmentColumn::name, "Indikator", 48},
    {GovernmentColumn::words_1, "Parameter 1", 28},
    {GovernmentColumn::words_2, "Parameter 2", 28},
    {GovernmentColumn::words_3, "Parameter 3", 28},
    {GovernmentColumn::claimed, "Parameter", 12},
    {GovernmentColumn::verified, "Terverifikasi", 14},
}};

// "Inovasi": these, then a column per indicator, then one per indicator verified.
enum class InnovationColumn {
  id,
  name,
  unit,
  main_affair,
  further_affairs,
  stage,
  implemented_on,
  developed_on,
  state,
  design,
  verified
};
inline constexpr std::array<Heading<InnovationColumn>, 11> innovation_headings{{
    {InnovationColumn::id, "Id", 10},
    {InnovationColumn::name, "Nama inovasi", 40},
    {InnovationColumn::unit, "Perangkat daerah", 36},
    {InnovationColumn::main_affair, "Urusan utama", 9},
    {InnovationColumn::further_affairs, "Urusan lain", 12},
    {InnovationColumn::stage, "Tahapan", 12},
    {InnovationColumn::implemented_on, "Tanggal penerapan", 13},
    {InnovationColumn::developed_on, "Tanggal pengembangan", 14},
    {InnovationColumn::state, "Status", 11},
    {InnovationColumn::design, "Rancang bangun", 50},
    {InnovationColumn::verified, "Diverifikasi", 12},
}};

// "Rancang bangun (2)": the second cell of a design text that does not fit one.
std::string further_design_heading(std::size_t piece);
std::optional<std::size_t> further_design_of(std::string_view heading);

// "16 Regulasi" and "V16 Regulasi". Only what stands before the space is read back.
std::string level_heading(const Indicator& indicator);
std::string verified_heading(const Indicator& indicator);
struct LevelColumn {
  IndicatorId indicator;
  bool verified = false;
};
std::optional<LevelColumn> level_column_of(std::string_view heading);

// "Orang": people to be let in. A workbook of its own.
inline constexpr std::string_view people_sheet = "Orang";
enum class PersonColumn { name, email, unit, role };
inline constexpr std::array<Heading<PersonColumn>, 4> person_headings{{
    {PersonColumn::name, "Nama", 36},
    {PersonColumn::email, "Surel", 36},
    {PersonColumn::unit, "Unit", 44},
    {PersonColumn::role, "Peran", 22},
}};

// The words to choose from.
template <class Value>
struct Word {
  Value value;
  std::string_view word;
};
inline constexpr std::array<Word<RegionKind>, 3> region_kinds{{
    {RegionKind::province, "Provinsi"},
    {RegionKind::regency, "Kabupaten"},
    {RegionKind::city, "Kota"},
}};
inline constexpr std::array<Word<Unit::Kind>, 6> unit_kinds{{
    {Unit::Kind::agency, "Perangkat daerah"},
    {Unit::Kind::sub_district, "Kecamatan"},
    {Unit::Kind::health_centre, "Puskesmas"},
    {Unit::Kind::school, "Sekolah"},
    {Unit::Kind::village, "Desa atau kelurahan"},
    {Unit::Kind::other, "Lainnya"},
}};
inline constexpr std::array<Word<Stage>, 3> stages{{
    {Stage::initiative, "Inisiatif"},
    {Stage::trial, "Uji Coba"},
    {Stage::implementation, "Penerapan"},
}};
inline constexpr std::array<Word<SubmissionState>, 4> states{{
    {SubmissionState::draft, "Draf"},
    {SubmissionState::withheld, "Ditahan"},
    {SubmissionState::submitted, "Diajukan"},
    {SubmissionState::rejected, "Ditolak"},
}};
enum class Answer { yes, no };
inline constexpr std::array<Word<Answer>, 2> answers{{{Answer::yes, "Ya"}, {Answer::no, "Tidak"}}};

template <class Words, class Value>
std::string word_of(const Words& words, Value value) {
  for (const auto& word : words) {
    if (word.value == value) return std::string(word.word);
  }
  return {};
}

// No matter the case, nor the white space around it.
template <class Value, std::size_t count>
std::optional<Value> value_of(const std::array<Word<Value>, count>& words, std::string_view text) {
  for (const auto& word : words) {
    if (same_word(word.word, trimmed(text))) return word.value;
  }
  return std::nullopt;
}

}  // namespace jalur::documents::form

#include "documents/guide.h"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "documents/form.h"

namespace jalur::documents {

namespace {

// As Indonesians write it: "65,01".
std::string with_comma(Hundredths number) {
  std::string text = number.str();
  std::replace(text.begin(), text.end(), '.', ',');
  return text;
}

std::string classes_line(const Ruleset& ruleset) {
  std::vector<std::string> parts;
  for (const ClassBand& band : ruleset.classes) {
    parts.push_back(fmt::format("{} mulai {}", band.name, with_comma(band.from)));
  }
  return fmt::format("Predikat: {}.", fmt::join(parts, "; "));
}

std::string stages_line(const Ruleset& ruleset) {
  std::vector<std::string> words;
  for (const Stage stage : ruleset.eligibility.stages) {
    words.push_back(form::word_of(form::stages, stage));
  }
  const Eligibility& rule = ruleset.eligibility;
  return fmt::format("Yang dinilai: inovasi bertahap {} yang diterapkan tahun {} sampai {}{}.",
                     fmt::join(words, " atau "), ruleset.year + rule.window_from_year,
                     ruleset.year + rule.window_to_year,
                     rule.development_renews ? ", atau dikembangkan dalam tahun itu" : "");
}

std::string number_line(const Formula& formula) {
  return fmt::format(
      "Tiap inovasi menambah {} poin, paling banyak {} inovasi. Rata-rata kematangan dibagi paling "
      "sedikit {}.",
      with_comma(formula.points_per_innovation), formula.innovations_cap, formula.minimum_divisor);
}

std::vector<std::string> rule_lines(const Ruleset& ruleset) {
  std::vector<std::string> lines{classes_line(ruleset), stages_line(ruleset),
                                 number_line(ruleset.formula)};
  if (ruleset.formula.basic_services_required > 0) {
    lines.push_back(
        fmt::format("Poin jumlah inovasi berlaku bila urusan utama inovasi mencakup paling sedikit "
                    "{} dari 6 urusan pelayanan dasar (nomor 1 sampai 6).",
                    ruleset.formula.basic_services_required));
  }
  lines.push_back(
      fmt::format("Rancang bangun paling sedikit {} kata.", ruleset.eligibility.minimum_words));
  if (ruleset.prognosis) {
    lines.emplace_back("Aturan ini perkiraan dan belum berlaku.");
  }
  return lines;
}

std::vector<std::string> filling_lines() {
  return {
      "Lembar Daerah: kode, nama, dan jenis daerah. Format, Tahun, dan Aturan sudah terisi.",
      "Lembar Unit: perangkat daerah, kecamatan, puskesmas, sekolah, dan unit lain; juga yang "
      "belum punya inovasi.",
      "Lembar Pemerintah: satu baris tiap indikator. Pilih parameter 0 sampai 3; kosong berarti "
      "belum diisi.",
      "Lembar Inovasi: satu baris tiap inovasi. Id bebas, tetapi tidak boleh sama. Urusan utama "
      "bernomor 1 sampai 38; urusan lain dipisah koma.",
      "Tanggal ditulis sebagai tanggal atau tahun-bulan-hari, misalnya 2024-05-01.",
      "Kolom 16, 17, ... memuat parameter mandiri; kolom V16, V17, ... memuat parameter "
      "terverifikasi. Catatan pada judul kolom memuat arti tiap parameter.",
      "Jangan mengubah judul kolom dan nama lembar. Lembar lain boleh ditambahkan; isinya tidak "
      "dibaca.",
  };
}

}  // namespace

void write_guide(WorkbookFile& file, const Ruleset& ruleset) {
  SheetFile sheet = file.add_sheet(std::string(form::guide_sheet));
  sheet.columns(0, 0, 100, Style::plain);
  std::uint32_t row = 0;
  const auto section = [&](const std::string& title, const std::vector<std::string>& lines) {
    sheet.text({row, 0}, title, Style::heading);
    for (const std::string& line : lines) sheet.text({++row, 0}, line, Style::prose);
    row += 2;
  };
  sheet.text({row++, 0}, ruleset.title.id, Style::title);
  sheet.text({row++, 0}, fmt::format("Tahun {}, aturan {}", ruleset.year, ruleset.id),
             Style::prose);
  ++row;
  section("Cara mengisi", filling_lines());
  section("Aturan yang menentukan", rule_lines(ruleset));
}

}  // namespace jalur::documents

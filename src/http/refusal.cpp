#include "http/refusal.h"

#include <array>

#include "base/limits.h"

namespace jalur::http {

namespace {

struct Row {
  ErrorKind kind;
  std::string_view field;
  Text text;
};

// In the order of the enumeration.
const std::array<Row, 18>& table() {
  static const std::array<Row, 18> rows{{
      {{400, 2, "malformed-request", {"Permintaan tidak terbaca", "The request cannot be read"}},
       "request",
       {"Permintaan ini bukan HTTP/1.1 yang benar; periksa baris permintaan, kepala, dan panjang "
        "isinya.",
        "This is not well-formed HTTP/1.1; check the request line, the fields and the body's "
        "length."}},
      {{400, 2, "malformed-request", {"Permintaan tidak terbaca", "The request cannot be read"}},
       "Host",
       {"Kepala Host harus ada tepat satu kali, misalnya \"Host: localhost:8080\".",
        "The Host field must be given exactly once, for example \"Host: localhost:8080\"."}},
      {{403, 2, "foreign-origin", {"Asal tidak diizinkan", "Origin not allowed"}},
       "Origin",
       {"Perubahan hanya diterima dari halaman Jalur sendiri: Origin harus \"http://\" diikuti isi "
        "Host.",
        "Changes are taken from Jalur's own pages only: the Origin must be \"http://\" followed by "
        "the Host."}},
      {{404, 2, "not-found", {"Tidak ditemukan", "Not found"}},
       "path",
       {"Alamat ini tidak ada; semua alamat tercantum di /api/openapi.yaml.",
        "There is no such address; all addresses are listed in /api/openapi.yaml."}},
      {{405, 2, "method-not-allowed", {"Metode tidak diizinkan", "Method not allowed"}},
       "method",
       {"Alamat ini tidak menerima metode itu; yang diterima tercantum di kepala Allow.",
        "This address does not take that method; the ones it takes are in the Allow field."}},
      {{408, 3, "too-slow", {"Terlalu lambat", "Too slow"}},
       "request",
       {"Permintaan tidak selesai dikirim dalam waktu yang diberikan; kirim sekali lagi.",
        "The request was not sent completely within the time given; send it again."}},
      {{411, 2, "length-required", {"Panjang isi tidak ada", "Length required"}},
       "Content-Length",
       {"Permintaan ini memerlukan isi; sebutkan panjangnya di Content-Length.",
        "This request needs a body; give its length in Content-Length."}},
      {{413, 2, "too-large", {"Terlalu besar", "Too large"}},
       "body",
       {"Isi permintaan melebihi batas 64 KiB.", "The body is over the limit of 64 KiB."}},
      {{414, 2, "target-too-long", {"Alamat terlalu panjang", "Address too long"}},
       "path",
       {"Alamat melebihi batas 4 KiB.", "The address is over the limit of 4 KiB."}},
      {{415, 2, "wrong-content-type", {"Jenis isi salah", "Wrong content type"}},
       "Content-Type",
       {"Isi harus JSON: \"Content-Type: application/json\".",
        "The body must be JSON: \"Content-Type: application/json\"."}},
      {{421, 2, "misdirected", {"Salah tujuan", "Misdirected"}},
       "Host",
       {"Server ini hanya menjawab untuk localhost, 127.0.0.0/8 dan [::1].",
        "This server answers for localhost, 127.0.0.0/8 and [::1] only."}},
      {{431, 2, "header-too-large", {"Kepala terlalu besar", "Header too large"}},
       "request",
       {"Baris permintaan dan kepala bersama-sama melebihi batas 16 KiB.",
        "The request line and the fields together are over the limit of 16 KiB."}},
      {{501, 2, "unknown-coding", {"Pengodean tidak dikenal", "Unknown coding"}},
       "Transfer-Encoding",
       {"Hanya \"chunked\" yang dikenal.", "Only \"chunked\" is known."}},
      {{503, 3, "unavailable", {"Tidak dapat dilayani sekarang", "Not possible now"}},
       "connection",
       {"Sambungan sudah terlalu banyak; coba lagi sebentar lagi.",
        "There are too many connections; try again in a moment."}},
      {{503, 3, "unavailable", {"Tidak dapat dilayani sekarang", "Not possible now"}},
       "request",
       {"Terlalu banyak permintaan yang menunggu; coba lagi sebentar lagi.",
        "Too many requests are waiting; try again in a moment."}},
      {{505, 2, "unknown-version", {"Versi HTTP tidak dikenal", "Unknown HTTP version"}},
       "request",
       {"Server ini berbicara HTTP/1.1 dan HTTP/1.0.",
        "This server speaks HTTP/1.1 and HTTP/1.0."}},
      {{412, 2, "unknown-tus-version", {"Versi tus tidak dikenal", "Unknown tus version"}},
       "Tus-Resumable",
       {"Unggahan berbicara tus 1.0.0: \"Tus-Resumable: 1.0.0\".",
        "Uploads speak tus 1.0.0: \"Tus-Resumable: 1.0.0\"."}},
      {{415, 2, "wrong-content-type", {"Jenis isi salah", "Wrong content type"}},
       "Content-Type",
       {"Potongan unggahan harus \"Content-Type: application/offset+octet-stream\".",
        "A piece of an upload must be \"Content-Type: application/offset+octet-stream\"."}},
  }};
  return rows;
}

const Row& row_of(Refusal refusal) { return table().at(static_cast<std::size_t>(refusal)); }

}  // namespace

const ErrorKind& kind_of(Refusal refusal) { return row_of(refusal).kind; }

Problem problem_of(Refusal refusal, std::string_view value) {
  const Row& row = row_of(refusal);
  return {std::string(row.field), shortened(is_utf8(value) ? value : "", limits::shown_value_bytes),
          row.text};
}

}  // namespace jalur::http

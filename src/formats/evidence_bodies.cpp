#include "base/limits.h"
#include "formats/evidence.h"
#include "formats/json_reader.h"

namespace jalur {

namespace {

app::WordsGiven words_in(const JsonObject& object) {
  app::WordsGiven words;
  words.title = object.string("title", limits::name_bytes);
  if (words.title.empty() && object.find("title") != nullptr)
    object.complain("title", {"tidak boleh kosong", "it must not be empty"});
  words.number = object.optional_string("number", limits::document_words_bytes);
  words.dated_on = object.optional_date("dated_on");
  words.signer = object.optional_string("signer", limits::document_words_bytes);
  if (object.find("shared") != nullptr) words.shared = object.truth("shared");
  return words;
}

// A link to a page that people can open; nothing of it is fetched.
bool is_address(const std::string& link) {
  const auto scheme = link.starts_with("https://")  ? std::size_t{8}
                      : link.starts_with("http://") ? std::size_t{7}
                                                    : 0;
  if (scheme == 0 || link.size() == scheme) return false;
  for (const char c : link)
    if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>') return false;
  return true;
}

void check_source(const JsonObject& object, const app::EvidenceGiven& given) {
  if (given.upload.empty() == given.link.empty())
    object.complain("upload", {"harus ada salah satu: upload atau link",
                               "there must be just one of upload and link"});
  if (!given.upload.empty() && !is_uuid(given.upload))
    object.complain("upload", {"harus id unggahan", "it must be the id of an upload"});
  if (!given.link.empty() && !is_address(given.link))
    object.complain("link", {"harus alamat lengkap, dimulai dengan https://",
                             "it must be a whole address, beginning with https://"});
}

std::vector<std::string> submissions_in(const JsonObject& object, const nlohmann::json& array) {
  std::vector<std::string> ids;
  for (const auto& item : array) {
    if (!item.is_string() || !is_uuid(item.get<std::string>())) {
      object.complain("submissions", {"harus daftar id usulan", "it must be a list of ids"});
      return {};
    }
    ids.push_back(item.get<std::string>());
  }
  return ids;
}

}  // namespace

Expected<app::EvidenceGiven> read_evidence_given(std::string_view body) {
  return object_in<app::EvidenceGiven>(
      body, {"upload", "link", "unit", "title", "number", "dated_on", "signer", "shared"},
      [](const JsonObject& object) {
        app::EvidenceGiven given;
        given.words = words_in(object);
        given.upload = object.optional_string("upload", limits::id_bytes);
        given.link = object.optional_string("link", limits::link_bytes);
        const std::string unit = object.optional_string("unit", limits::name_bytes);
        if (!unit.empty()) given.unit = unit;
        check_source(object, given);
        return given;
      });
}

Expected<app::WordsGiven> read_evidence_words(std::string_view body) {
  return object_in<app::WordsGiven>(body, {"title", "number", "dated_on", "signer", "shared"},
                                    [](const JsonObject& object) { return words_in(object); });
}

Expected<app::SharedGiven> read_shared_given(std::string_view body) {
  return object_in<app::SharedGiven>(
      body, {"year", "indicator", "submissions"}, [](const JsonObject& object) {
        app::SharedGiven given;
        given.year = static_cast<int>(object.whole("year", limits::year_first, limits::year_last));
        given.indicator = object.string("indicator", limits::id_bytes);
        if (const auto* array = object.optional_array("submissions"))
          given.submissions = submissions_in(object, *array);
        return given;
      });
}

Expected<bool> read_nothing(std::string_view body) {
  return object_in<bool>(body, {}, [](const JsonObject&) { return true; });
}

}  // namespace jalur

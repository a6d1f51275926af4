// Uploads by tus 1.0.0: creation, HEAD, PATCH, termination, expiration.
#include <charconv>

#include "app/evidence_use_cases.h"
#include "formats/evidence.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"
#include "http/upload_words.h"

namespace jalur::http::endpoints {

namespace {

std::string address_of(const app::Upload& upload) {
  return "/api/v1/regions/" + upload.region.str() + "/uploads/" + upload.id;
}

Answer with_fields(Answer answer, const app::UploadState& state) {
  answer.fields.emplace_back("Tus-Resumable", "1.0.0");
  answer.fields.emplace_back("Upload-Offset", std::to_string(state.offset));
  answer.fields.emplace_back("Upload-Length", std::to_string(state.upload.length));
  answer.fields.emplace_back("Upload-Expires", http_date(state.upload.ends_at));
  return answer;
}

Answer empty_answer() {
  Answer answer;
  answer.status = 204;
  answer.keeping = Keeping::never;
  answer.fields.emplace_back("Tus-Resumable", "1.0.0");
  return answer;
}

std::optional<std::int64_t> length_in(Parameters& given, std::string_view name,
                                      const std::string& text) {
  std::int64_t length = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), length);
  if (fault == std::errc() && end == text.data() + text.size() && length >= 0) return length;
  given.wrong_value(name, text,
                    {"harus bilangan bulat, dalam byte", "it must be a whole number of bytes"});
  return std::nullopt;
}

// What arrives goes to the upload, and is acknowledged when it is on disk.
class UploadIntake final : public Intake {
 public:
  explicit UploadIntake(std::unique_ptr<app::Incoming> incoming) : incoming_(std::move(incoming)) {}

  Expected<void> take(std::string_view bytes) override { return incoming_->take(bytes); }
  Expected<Answer> end() override {
    return incoming_->end().map([](std::int64_t offset) {
      Answer answer = empty_answer();
      answer.fields.emplace_back("Upload-Offset", std::to_string(offset));
      return answer;
    });
  }

 private:
  std::unique_ptr<app::Incoming> incoming_;
};

}  // namespace

Expected<Answer> begin_upload(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto length = length_in(given, "Upload-Length", call.upload.length);
  const auto name = file_name_in(call.upload.metadata);
  if (!name) {
    given.wrong_value(
        "Upload-Metadata", call.upload.metadata,
        {"harus memuat `filename` dengan nilai Base64, misalnya \"filename c2sucGRm\"",
         "it must have `filename` with its value in Base64, for example "
         "\"filename c2sucGRm\""});
  }
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::begin_upload(site.house, *call.caller, *region, *name, *length)
      .map([](const app::UploadState& state) {
        Answer answer = with_fields(unkept_answer(upload_json(state)), state);
        answer.status = 201;
        answer.fields.emplace_back("Location", address_of(state.upload));
        return answer;
      });
}

Expected<Answer> get_upload(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("upload");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::show_upload(site.house, *call.caller, *region, id)
      .map([](const app::UploadState& state) {
        return with_fields(unkept_answer(upload_json(state)), state);
      });
}

Expected<Answer> send_upload(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("upload");
  const auto offset = length_in(given, "Upload-Offset", call.upload.offset);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::resume_upload(site.house, *call.caller, *region, id, *offset)
      .map([](std::unique_ptr<app::Incoming>&& incoming) {
        Answer answer;
        answer.intake = std::make_shared<UploadIntake>(std::move(incoming));
        return answer;
      });
}

Expected<Answer> end_upload(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto id = given.uuid("upload");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::end_upload(site.house, *call.caller, *region, id).map([] { return empty_answer(); });
}

}  // namespace jalur::http::endpoints

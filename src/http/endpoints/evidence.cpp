// Evidence: what it is, its bytes, and the claims that it is attached to.
#include "formats/evidence.h"

#include "app/evidence_use_cases.h"
#include "http/endpoints/endpoints.h"
#include "http/parameters.h"
#include "http/upload_words.h"

namespace jalur::http::endpoints {

namespace {

constexpr std::array<std::pair<std::string_view, bool>, 2> yes_no{{{"yes", true}, {"no", false}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 9> kinds{{{"pdf", "pdf"},
                                                                              {"jpg", "jpg"},
                                                                              {"png", "png"},
                                                                              {"webp", "webp"},
                                                                              {"mp4", "mp4"},
                                                                              {"docx", "docx"},
                                                                              {"xlsx", "xlsx"},
                                                                              {"pptx", "pptx"},
                                                                              {"link", "link"}}};

std::optional<int> year_in(Parameters& given, std::string_view name) {
  const auto text = given.text(name, limits::id_bytes);
  if (!text) return std::nullopt;
  const bool digits = text->size() == 4 && text->find_first_not_of("0123456789") == text->npos;
  const int year = digits ? std::stoi(*text) : 0;
  if (year >= limits::year_first && year <= limits::year_last) return year;
  given.wrong_value(name, *text, {"harus tahun seperti 2026", "it must be a year such as 2026"});
  return std::nullopt;
}

struct Named {
  RegionCode region;
  std::string evidence;
};

Expected<Named> named_in(Parameters& given) {
  const auto region = given.region();
  const auto evidence = given.uuid("evidence");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return Named{*region, evidence};
}

// Shown in a page of ours or saved; nothing in it is ever executed.
void guard(Answer& answer) {
  answer.keeping = Keeping::never;
  answer.fields.emplace_back("Content-Security-Policy", "sandbox; default-src 'none'");
}

Expected<app::AttachmentPlace> attachment_in(const Call& call) {
  Parameters given(call);
  app::AttachmentPlace place;
  place.submission = given.submission();
  place.evidence = given.uuid("evidence");
  place.indicator = given.segment("indicator");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return place;
}

}  // namespace

Expected<Answer> list_evidence(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  app::EvidenceQuery query;
  query.search = given.text("q", limits::search_text_bytes).value_or("");
  query.unit = given.text("unit", limits::name_bytes);
  query.shared = given.choice("shared", yes_no);
  query.kind = given.choice("kind", kinds).value_or("");
  query.after = given.text("after", limits::id_bytes).value_or("");
  query.limit = given.page_limit();
  const auto stops_after = year_in(given, "stops_after");
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  query.region = *region;
  return app::list_evidence(site.house, *call.caller, std::move(query), stops_after)
      .map([](const auto& page) { return unkept_answer(evidence_page_json(page)); });
}

Expected<Answer> add_evidence(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  const auto evidence = read_evidence_given(call.body);
  if (!evidence) return tl::unexpected(evidence.error());
  return app::add_evidence(site.house, *call.caller, *region, *evidence).map([](const auto& added) {
    Answer answer = unkept_answer(evidence_json(added));
    answer.status = 201;
    return answer;
  });
}

Expected<Answer> get_evidence(const Call& call, const Site& site) {
  Parameters given(call);
  const auto named = named_in(given);
  if (!named) return tl::unexpected(named.error());
  return app::show_evidence(site.house, *call.caller, named->region, named->evidence)
      .map([](const auto& shown) { return unkept_answer(shown_evidence_json(shown)); });
}

Expected<Answer> put_evidence(const Call& call, const Site& site) {
  Parameters given(call);
  const auto named = named_in(given);
  if (!named) return tl::unexpected(named.error());
  const auto words = read_evidence_words(call.body);
  if (!words) return tl::unexpected(words.error());
  return app::change_evidence(site.house, *call.caller, named->region, named->evidence, *words)
      .map([](const auto& changed) { return unkept_answer(evidence_json(changed)); });
}

Expected<Answer> get_evidence_file(const Call& call, const Site& site) {
  Parameters given(call);
  const auto named = named_in(given);
  if (!named) return tl::unexpected(named.error());
  return app::evidence_file(site.house, *call.caller, named->region, named->evidence)
      .map([](const app::EvidenceBytes& found) {
        Answer answer;
        answer.content_type = registry::media_type(found.evidence.file->kind);
        answer.file = found.file;
        answer.fields.emplace_back("Content-Disposition", download_under(found.evidence.file_name));
        guard(answer);
        return answer;
      });
}

Expected<Answer> get_evidence_page(const Call& call, const Site& site) {
  Parameters given(call);
  const std::string text(given.segment("page"));
  const bool number = text.size() <= 5 && text.find_first_not_of("0123456789") == text.npos;
  if (!number) given.wrong_value("page", text, {"harus nomor halaman", "it must be a page number"});
  const auto named = named_in(given);
  if (!named) return tl::unexpected(named.error());
  return app::evidence_page(site.house, *call.caller, named->region, named->evidence,
                            std::stoi(text))
      .map([](app::PagePicture&& picture) {
        Answer answer;
        answer.content_type = picture.media_type;
        answer.body = std::move(picture.bytes);
        guard(answer);
        return answer;
      });
}

Expected<Answer> get_evidence_text(const Call& call, const Site& site) {
  Parameters given(call);
  const auto named = named_in(given);
  if (!named) return tl::unexpected(named.error());
  return app::evidence_text(site.house, *call.caller, named->region, named->evidence)
      .map([](const auto& text) { return unkept_answer(evidence_text_json(text)); });
}

Expected<Answer> share_evidence(const Call& call, const Site& site) {
  Parameters given(call);
  const auto named = named_in(given);
  if (!named) return tl::unexpected(named.error());
  const auto wanted = read_shared_given(call.body);
  if (!wanted) return tl::unexpected(wanted.error());
  return app::share_evidence(site.house, *call.caller, named->region, named->evidence, *wanted)
      .map([](const auto& shared) { return unkept_answer(shared_json(shared)); });
}

Expected<Answer> list_submission_evidence(const Call& call, const Site& site) {
  Parameters given(call);
  const auto submission = given.submission();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::evidence_of_submission(site.house, *call.caller, submission)
      .map([](const auto& claims) { return unkept_answer(claims_evidence_json(claims)); });
}

Expected<Answer> attach_evidence(const Call& call, const Site& site) {
  const auto place = attachment_in(call);
  if (!place) return tl::unexpected(place.error());
  if (auto empty = read_nothing(call.body); !empty) return tl::unexpected(empty.error());
  return app::attach_evidence(site.house, *call.caller, *place).map([](const auto& claim) {
    return unkept_answer(claim_evidence_json(claim));
  });
}

Expected<Answer> detach_evidence(const Call& call, const Site& site) {
  const auto place = attachment_in(call);
  if (!place) return tl::unexpected(place.error());
  return app::detach_evidence(site.house, *call.caller, *place).map([](const auto& claim) {
    return unkept_answer(claim_evidence_json(claim));
  });
}

}  // namespace jalur::http::endpoints

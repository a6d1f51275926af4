// Who did what when, and whether that is still as it was written.
#include "formats/ledger.h"

#include <charconv>

#include "http/endpoints/endpoints.h"
#include "http/parameters.h"

namespace jalur::http::endpoints {

namespace {

Answer never_kept(std::string body) {
  Answer answer = json_answer(std::move(body));
  answer.keeping = Keeping::never;
  return answer;
}

std::int64_t sequence_of(Parameters& given) {
  const auto text = given.segment("sequence");
  std::int64_t sequence = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), sequence);
  if (fault != std::errc{} || end != text.data() + text.size() || sequence < 1) {
    given.wrong_value("sequence", text,
                      {"Nomor catatan harus bilangan bulat mulai dari 1.",
                       "The number of an entry must be a whole number from 1 on."});
  }
  return sequence;
}

}  // namespace

Expected<Answer> list_ledger(const Call& call, const Site& site) {
  Parameters given(call);
  app::LedgerQuery query;
  const auto region = given.region();
  query.person = given.text("person", limits::id_bytes);
  query.action = given.text("action", limits::id_bytes);
  query.subject = given.text("subject", limits::id_bytes);
  query.from = given.date("from");
  query.to = given.date("to");
  query.after = given.text("after", limits::id_bytes).value_or("");
  query.limit = given.page_limit();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  query.region = *region;
  return app::list_ledger(site.house, query).map([&](const auto& page) {
    return never_kept(ledger_page_json(page, call.language));
  });
}

Expected<Answer> verify_ledger(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::verify_ledger(site.house.journal, *region, site.house.ledger_key.public_key(), {})
      .map([&](const auto& finding) {
        return never_kept(ledger_finding_json(finding, call.language));
      });
}

Expected<Answer> prove_entry(const Call& call, const Site& site) {
  Parameters given(call);
  const auto region = given.region();
  const auto sequence = sequence_of(given);
  if (auto wrong = given.wrong()) return tl::unexpected(*wrong);
  return app::prove_entry(site.house, *region, sequence).map([&](const auto& proof) {
    return never_kept(ledger_proof_json(proof, call.language));
  });
}

}  // namespace jalur::http::endpoints

#include "mail/post_office.h"

#include <utility>

namespace jalur::mail {

PostOffice::PostOffice(app::House& house, app::Outbox& outbox, std::unique_ptr<app::Mailer> mailer,
                       app::DigestPlan plan)
    : house_(house), outbox_(outbox), mailer_(std::move(mailer)), plan_(std::move(plan)) {}

Expected<void> PostOffice::work() {
  const auto written = app::write_digests(house_, outbox_, plan_);
  const auto sent = app::send_waiting(outbox_, *mailer_, house_.clock);
  if (!written) return tl::unexpected(written.error());
  if (!sent) return tl::unexpected(sent.error());
  return {};
}

}  // namespace jalur::mail

// A mail per person and day with what is new, written and sent.
#pragma once

#include <memory>

#include "app/mail_use_cases.h"

namespace jalur::mail {

class PostOffice {
 public:
  // `house` and `outbox` outlive it.
  PostOffice(app::House& house, app::Outbox& outbox, std::unique_ptr<app::Mailer> mailer,
             app::DigestPlan plan);

  // Writes what is due and tries what waits. Errors: unavailable (the records); what was written is
  // sent nevertheless.
  Expected<void> work();

 private:
  app::House& house_;
  app::Outbox& outbox_;
  std::unique_ptr<app::Mailer> mailer_;
  app::DigestPlan plan_;
};

}  // namespace jalur::mail

// The Mailer port on SMTP.
#pragma once

#include <memory>
#include <string>

#include "app/mail.h"
#include "base/error.h"

namespace jalur::mail {

struct SmtpSettings {
  std::string server;  // "smtps://mail.example:465" (TLS from the start), "smtp://mail.example:587"
  std::string user;    // empty: without signing in
  std::string password;  // of that user
  std::string from;      // address of the sender
  bool plain = false;    // smtp:// without TLS also beyond this machine
};

// Does not reach for the server yet. TLS is required, and the server's certificate must be one that
// this machine trusts, unless the server is on this machine (smtp://127.0.0.1, [::1] or localhost)
// or `plain` says otherwise. Errors: unavailable.
Expected<std::unique_ptr<app::Mailer>> open_mailer(const SmtpSettings& settings);

}  // namespace jalur::mail

#include "store/reminders.h"

#include "store/ledger.h"
#include "store/query.h"

namespace jalur::store {

namespace {

// False: people were reminded of it before.
bool note(Session& session, const RegionCode& region, const app::Reminder& reminder, Instant at) {
  return Query(session.sql(),
               "INSERT INTO reminders (region_code, submission, kind, indicator, due_on, level, "
               "made_at) VALUES (:region, :submission, :kind, :indicator, :due, :level, :at) "
               "ON CONFLICT DO NOTHING")
             .give(region.str())
             .give(reminder.submission)
             .give(reminder.kind)
             .give(reminder.indicator)
             .give(to_string(reminder.due))
             .give(std::int64_t{reminder.level})
             .give(to_string(at))
             .run() > 0;
}

ledger::Draft draft_of(const app::Reminder& reminder) {
  ledger::Draft draft{
      {}, "reminder." + reminder.kind, reminder.submission, reminder.name, reminder.details};
  draft.details.emplace_back("due", to_string(reminder.due));
  draft.details.emplace_back("level", std::to_string(reminder.level));
  if (!reminder.indicator.empty()) draft.details.emplace_back("indicator", reminder.indicator);
  return draft;
}

class SqlReminders final : public app::Reminders {
 public:
  explicit SqlReminders(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<std::int64_t> remind(const RegionCode& region,
                                const std::vector<app::Reminder>& reminders, Instant at) override {
    return database_->run(Mode::writing, [&](Session& session) -> Expected<std::int64_t> {
      std::vector<ledger::Draft> fresh;
      for (const app::Reminder& reminder : reminders)
        if (note(session, region, reminder, at)) fresh.push_back(draft_of(reminder));
      if (fresh.empty()) session.keep_nothing();
      for (const ledger::Draft& draft : fresh) append_to_ledger(session, region, draft, at);
      return static_cast<std::int64_t>(fresh.size());
    });
  }

 private:
  std::shared_ptr<Database> database_;
};

}  // namespace

std::unique_ptr<app::Reminders> reminders_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlReminders>(std::move(database));
}

}  // namespace jalur::store

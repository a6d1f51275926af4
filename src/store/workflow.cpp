#include "store/workflow.h"

#include <type_traits>
#include <utility>

namespace jalur::store {

namespace {

class SqlWorkflow final : public app::Workflow {
 public:
  explicit SqlWorkflow(std::shared_ptr<Database> database) : database_(std::move(database)) {}

  Expected<app::CourseSaved> take_step(const app::CourseChange& change) override {
    return write([&](Session& session) { return write_step(session, change); });
  }
  Expected<app::RulingSaved> rule(const app::RulingChange& change) override {
    return write([&](Session& session) { return write_ruling(session, change); });
  }
  Expected<app::ObjectionSaved> object(const app::ObjectionChange& change) override {
    return write([&](Session& session) { return write_objection(session, change); });
  }
  Expected<void> remark(const app::RemarkChange& change) override {
    return write([&](Session& session) { return write_remark(session, change); });
  }
  Expected<registry::Calendar> change_calendar(const app::CalendarChange& change) override {
    return write([&](Session& session) { return write_calendar(session, change); });
  }

  Expected<app::Proceedings> proceedings(const RegionCode& region,
                                         const std::string& submission) override {
    return read([&](Session& session) { return read_proceedings(session, region, submission); });
  }
  Expected<app::ClaimRecord> claim_record(const RegionCode& region, const std::string& submission,
                                          IndicatorId indicator) override {
    return read([&](Session& session) {
      return read_claim_record(session, region, submission, indicator);
    });
  }
  Expected<std::vector<app::OpenObjection>> open_objections(const app::YearKey& key) override {
    return read([&](Session& session) { return read_open_objections(session, key); });
  }

 private:
  template <class Work>
  auto write(Work work) -> std::invoke_result_t<Work, Session&> {
    return database_->run(Mode::writing, work);
  }
  // What can fail only as the database does.
  template <class Work>
  auto read(Work work) -> Expected<std::invoke_result_t<Work, Session&>> {
    return database_->run(Mode::reading,
                          [&](Session& session) -> Expected<std::invoke_result_t<Work, Session&>> {
                            return work(session);
                          });
  }

  std::shared_ptr<Database> database_;
};

}  // namespace

std::unique_ptr<app::Workflow> workflow_on(std::shared_ptr<Database> database) {
  return std::make_unique<SqlWorkflow>(std::move(database));
}

}  // namespace jalur::store

// jalur evidence verify: what it says and how it ends.
#include "cli/fixture_test.h"

namespace jalur::cli {
namespace {

using testing::HasSubstr;

class EvidenceCommand : public CommandLine {
 protected:
  void keep(const std::string& hash, const std::string& title, const std::string& unit) {
    evidence.files.push_back({*RegionCode::parse("14.01"), hash, title, unit});
    files.stored[hash] = "bytes";
  }
  int verify() { return jalur({"evidence", "verify", "--data", folder()}); }
  std::string folder() const { return path(""); }

  const std::string first_ = std::string(64, 'a');
  const std::string second_ = std::string(64, 'b');
};

TEST_F(EvidenceCommand, SaysThatAllIsWhole) {
  keep(first_, "SK Inovasi", "Dinas Kesehatan");
  EXPECT_EQ(verify(), 0) << err;
  EXPECT_EQ(out, "whole; files 1\n");
}

TEST_F(EvidenceCommand, NamesWhatIsChangedOrMissing) {
  keep(first_, "SK Inovasi", "Dinas Kesehatan");
  keep(second_, "SK Bupati", "");
  files.stored[first_] = "changed";
  files.stored.erase(second_);
  EXPECT_EQ(verify(), 2);
  EXPECT_THAT(out, HasSubstr("changed: " + first_ + "\n  SK Inovasi (Dinas Kesehatan)\n"));
  EXPECT_THAT(out, HasSubstr("missing: " + second_ + "\n  SK Bupati (14.01)\n"));
  EXPECT_THAT(out, HasSubstr("damaged: 2 of 2 files\n"));
  EXPECT_THAT(out, FitsTheTerminal());
}

TEST_F(EvidenceCommand, TellsOfFilesThatNoRecordSpeaksOf) {
  files.stored[second_] = "bytes";
  EXPECT_EQ(verify(), 0);
  EXPECT_THAT(out, HasSubstr("without a record, may be deleted:\n  " + second_));
  language = Language::indonesian;
  verify();
  EXPECT_THAT(out, HasSubstr("utuh; 0 berkas"));
}

TEST_F(EvidenceCommand, NeedsAFolderThatIsThere) {
  EXPECT_EQ(jalur({"evidence", "verify", "--data", path("nowhere")}), 2);
  EXPECT_EQ(jalur({"evidence"}), 2);
}

TEST_F(EvidenceCommand, AScannerIsToldToTheServer) {
  EXPECT_EQ(jalur({"serve", "--data", path("d"), "--clamd", "/run/clamav/clamd.ctl"}), 0) << err;
}

}  // namespace
}  // namespace jalur::cli

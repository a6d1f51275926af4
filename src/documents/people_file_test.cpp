#include "documents/people_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "documents/specimen.h"

namespace jalur::documents {

namespace {

using specimen::FormCopy;
using testing::ElementsAre;
using testing::SizeIs;

std::string empty_file() {
  return empty_people_file({"Dinas Kesehatan", "Kecamatan Tambang"}).value();
}

std::vector<std::string> faults(const std::string& workbook) {
  std::vector<std::string> places;
  const auto read = read_people_file(workbook, "people.xlsx");
  if (!read)
    for (const Problem& problem : read.error().problems) places.push_back(problem.field);
  return places;
}

FormCopy filled() {
  FormCopy form(empty_file());
  form.set("Orang", "A2", "Siti Aminah").set("Orang", "B2", " siti@contoh.example ");
  form.set("Orang", "C2", "Dinas Kesehatan").set("Orang", "D2", "operator");
  return form;
}

TEST(PeopleFile, IsReadBackWithThePlaceOfEveryText) {
  FormCopy form = filled();
  form.set("Orang", "A4", "Padi").set("Orang", "B4", "padi@contoh.example");
  form.set("Orang", "D4", "Pengawas");
  const auto people = read_people_file(form.workbook(), "people.xlsx");
  ASSERT_TRUE(people) << people.error().problems.front().text.en;
  ASSERT_THAT(*people, SizeIs(2));
  EXPECT_EQ(people->front().name.text, "Siti Aminah");
  EXPECT_EQ(people->front().email.text, "siti@contoh.example");
  EXPECT_EQ(people->front().unit.text, "Dinas Kesehatan");
  EXPECT_EQ(people->front().role, accounts::Role::operator_);
  EXPECT_EQ(people->back().role, accounts::Role::auditor);
  EXPECT_EQ(people->back().unit.text, "");
  EXPECT_EQ(people->back().email.place, "Orang!B4");
  EXPECT_EQ(people->back().role_place, "Orang!D4");
}

TEST(PeopleFile, TellsEveryFaultWithItsCell) {
  FormCopy form = filled();
  form.set("Orang", "D2", "raja").set("Orang", "D3", "").set("Orang", "A3", "Budi");
  form.set("Orang", "F2", "stray");
  EXPECT_THAT(faults(form.workbook()), ElementsAre("Orang!F2", "Orang!D2", "Orang!D3"));
  EXPECT_THAT(faults(filled().set("Orang", "C1", "Dinas").workbook()),
              ElementsAre("Orang!C1", "Orang!A1"));
}

TEST(PeopleFile, WithNobodyInItIsRefused) {
  EXPECT_THAT(faults(empty_file()), ElementsAre("Orang"));
  EXPECT_THAT(faults(filled().drop("Orang").workbook()), ElementsAre("Orang"));
  EXPECT_FALSE(read_people_file("not a workbook", "people.xlsx"));
}

TEST(PeopleFile, OffersTheUnitsOfTheRegion) {
  const auto parts = specimen::parts_of(empty_file());
  const auto& sheet = parts.find("xl/worksheets/sheet1.xml")->second;
  EXPECT_NE(sheet.find("Unit!$A$2:$A$3"), std::string::npos);
  EXPECT_TRUE(empty_people_file({}));
}

}  // namespace

}  // namespace jalur::documents

// Files on their way. Only who may go on with one until when is kept here; the bytes are files.
#include "base/limits.h"
#include "store/evidence.h"
#include "store/evidence_row.h"
#include "store/words.h"

namespace jalur::store {

namespace {

const std::string columns =
    "SELECT region_code, id, person, name, bytes, made_at, ends_at, evidence FROM uploads ";

struct Row {
  std::string region, made_at, ends_at;
  app::Upload upload;

  void take(Query& query) {
    query.take(region).take(upload.id).take(upload.person).take(upload.name);
    query.take(upload.length).take(made_at).take(ends_at).take(upload.evidence);
  }

  app::Upload read() const {
    app::Upload read = upload;
    const auto code = RegionCode::parse(region);
    if (!code) throw Damaged("uploads: a region is " + region);
    read.region = *code;
    read.made_at = instant_from(made_at);
    read.ends_at = instant_from(ends_at);
    return read;
  }
};

std::int64_t count_under_way(Session& session, const app::Upload& upload) {
  std::int64_t count = 0;
  Query query(session.sql(),
              "SELECT COUNT(*) FROM uploads WHERE region_code = :region AND person = :person "
              "AND evidence = '' AND ends_at > :now");
  query.give(upload.region.str()).give(upload.person).give(to_string(upload.made_at));
  query.take(count).next();
  return count;
}

}  // namespace

Expected<void> write_upload(Session& session, const app::Upload& upload) {
  if (count_under_way(session, upload) >= limits::uploads_per_person) {
    return fail(ErrorCode::too_many,
                {"Terlalu banyak unggahan yang belum selesai; selesaikan atau batalkan dulu.",
                 "Too many uploads are unfinished; finish or cancel some first."});
  }
  Query(session.sql(),
        "INSERT INTO uploads (region_code, id, person, name, bytes, made_at, ends_at, evidence) "
        "VALUES (:region, :id, :person, :name, :bytes, :made, :ends, '')")
      .give(upload.region.str())
      .give(upload.id)
      .give(upload.person)
      .give(upload.name)
      .give(upload.length)
      .give(to_string(upload.made_at))
      .give(to_string(upload.ends_at))
      .run();
  return {};
}

Expected<app::Upload> read_upload(Session& session, const RegionCode& region,
                                  const std::string& id) {
  Row row;
  Query query(session.sql(), columns + "WHERE region_code = :region AND id = :id");
  query.give(region.str()).give(id);
  row.take(query);
  if (query.next()) return row.read();
  return fail(ErrorCode::not_found,
              {"Unggahan ini tidak ada atau sudah berakhir; mulai lagi dari awal.",
               "This upload does not exist or is over; begin anew."},
              "upload", id);
}

Expected<void> delete_upload(Session& session, const RegionCode& region, const std::string& id) {
  Query(session.sql(), "DELETE FROM uploads WHERE region_code = :region AND id = :id")
      .give(region.str())
      .give(id)
      .run();
  return {};
}

Expected<std::vector<app::Upload>> read_uploads_over(Session& session, Instant at, int limit) {
  std::vector<app::Upload> over;
  Row row;
  Query query(session.sql(), columns + "WHERE ends_at <= :now ORDER BY ends_at LIMIT :limit");
  query.give(to_string(at)).give(std::int64_t{limit});
  row.take(query);
  while (query.next()) over.push_back(row.read());
  return over;
}

Expected<bool> read_has_upload(Session& session, const std::string& id) {
  std::int64_t count = 0;
  Query query(session.sql(), "SELECT COUNT(*) FROM uploads WHERE id = :id");
  query.give(id).take(count).next();
  return count > 0;
}

void note_made_of(Session& session, const RegionCode& region, const std::string& upload,
                  const std::string& evidence) {
  Query(session.sql(),
        "UPDATE uploads SET evidence = :evidence WHERE region_code = :region AND id = :id")
      .give(evidence)
      .give(region.str())
      .give(upload)
      .run();
}

}  // namespace jalur::store

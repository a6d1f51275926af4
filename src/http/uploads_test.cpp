// Files sent over real sockets in pieces, on lines that break.
#include <algorithm>
#include <sstream>
#include <thread>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "http/server.h"
#include "http/test_client.h"
#include "http/test_house.h"
#include "http/upload_words.h"

namespace jalur::http {

namespace {

using std::chrono::milliseconds;
using testing::HasSubstr;

const std::string uploads = "/api/v1/regions/14.01/uploads";

struct UploadTest : testing::Test {
  TestHouse kept;
  std::ostringstream log;
  ServerSettings settings;
  std::unique_ptr<Server> server;
  std::string cookie = kept.cookie_of(accounts::Role::coordinator);

  UploadTest() {
    settings.port = 0;
    settings.limits.look_round = milliseconds(20);
  }

  std::uint16_t start() {
    server = std::make_unique<Server>(settings, kept.house, std::vector<Asset>{{"/index.html", ""}},
                                      log);
    EXPECT_TRUE(server->start());
    return server->port();
  }

  std::string head(const std::string& line, const std::string& fields) const {
    return line + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie +
           "\r\nTus-Resumable: 1.0.0\r\n" + fields + "\r\n";
  }

  // "filename" is foto.png.
  std::string begin(TestClient& client, std::size_t length) const {
    const auto begun =
        client.ask(head("POST " + uploads,
                        "Content-Length: 0\r\nUpload-Metadata: filename Zm90by5wbmc=\r\n"
                        "Upload-Length: " +
                            std::to_string(length) + "\r\n"));
    EXPECT_EQ(begun->status, 201) << begun->body;
    return begun->fields.at("location");
  }

  std::string patch(const std::string& where, std::size_t offset, std::size_t length) const {
    return head("PATCH " + where,
                "Content-Type: application/offset+octet-stream\r\nUpload-Offset: " +
                    std::to_string(offset) + "\r\nContent-Length: " + std::to_string(length) +
                    "\r\n");
  }

  // As HEAD tells it.
  std::string offset_of(const std::string& where) const {
    TestClient client(server->port());
    client.send(head("HEAD " + where, ""));
    const auto received = client.receive(TestClient::Body::none);
    return received && received->status == 200 ? received->fields.at("upload-offset") : "none";
  }

  // Until the server has noticed.
  void wait_for_offset(const std::string& where, const std::string& offset) const {
    for (int tries = 0; tries < 250 && offset_of(where) != offset; ++tries)
      std::this_thread::sleep_for(milliseconds(20));
    EXPECT_EQ(offset_of(where), offset);
  }
};

}  // namespace

TEST_F(UploadTest, ArrivesInPiecesOnOneConnection) {
  TestClient client(start());
  const auto where = begin(client, 10);
  auto received = client.ask(patch(where, 0, 4) + "abcd");
  ASSERT_TRUE(received);
  EXPECT_EQ(received->status, 204);
  EXPECT_EQ(received->fields["upload-offset"], "4");
  EXPECT_EQ(received->fields["tus-resumable"], "1.0.0");
  received = client.ask(patch(where, 4, 6) + "efghij");
  EXPECT_EQ(received->fields["upload-offset"], "10");
  EXPECT_EQ(kept.files.sent.begin()->second, "abcdefghij");
}

TEST_F(UploadTest, GoesOnWhereTheLineBroke) {
  TestClient client(start());
  const std::string bytes(200'000, 'x');
  const auto where = begin(client, bytes.size());
  {
    TestClient cut(server->port());
    cut.send(patch(where, 0, bytes.size()) + bytes.substr(0, 70'000));
    wait_for_offset(where, "70000");
  }  // and here it breaks
  auto received = client.ask(patch(where, 70'000, 130'000) + bytes.substr(70'000));
  for (int tries = 0; received && received->status == 409 && tries < 50; ++tries) {
    std::this_thread::sleep_for(milliseconds(20));  // the server has not noticed yet
    TestClient again(server->port());
    received = again.ask(patch(where, 70'000, 130'000) + bytes.substr(70'000));
  }
  ASSERT_TRUE(received);
  EXPECT_EQ(received->status, 204) << received->body;
  EXPECT_EQ(received->fields["upload-offset"], "200000");
  EXPECT_EQ(kept.files.sent.begin()->second, bytes);
}

TEST_F(UploadTest, AWrongOffsetIsAConflict) {
  TestClient client(start());
  const auto where = begin(client, 10);
  EXPECT_EQ(client.ask(patch(where, 3, 4) + "abcd")->status, 409);
  TestClient other(server->port());
  EXPECT_EQ(other.ask(patch(where, 0, 2) + "ab")->status, 204);
  EXPECT_EQ(offset_of(where), "2");
}

TEST_F(UploadTest, MoreThanWasAnnouncedIsRefused) {
  TestClient client(start());
  const auto where = begin(client, 3);
  EXPECT_EQ(client.ask(patch(where, 0, 4) + "abcd")->status, 413);
  settings.limits.stream_bytes = 1'000;
  kept.files.sent.clear();
  TestClient other(start());
  const auto large = begin(other, 5'000);
  EXPECT_EQ(other.ask(patch(large, 0, 1'001))->status, 413);  // before a byte of it came
}

TEST_F(UploadTest, TwoAtOnceOnOneUploadIsAConflict) {
  TestClient client(start());
  const auto where = begin(client, 10);
  TestClient first(server->port());
  first.send(patch(where, 0, 10) + "abc");
  wait_for_offset(where, "3");
  EXPECT_EQ(client.ask(patch(where, 3, 7) + "defghij")->status, 409);
  first.send("defghij");
  EXPECT_EQ(first.receive()->fields["upload-offset"], "10");
}

TEST_F(UploadTest, WhoTricklesIsEndedAndKeepsWhatCame) {
  settings.limits.stream_window = milliseconds(200);
  settings.limits.stream_least_bytes = 1'000;
  TestClient client(start());
  const auto where = begin(client, 100'000);
  TestClient slow(server->port());
  slow.send(patch(where, 0, 100'000));
  for (int i = 0; i < 30 && slow.send("drip"); ++i) std::this_thread::sleep_for(milliseconds(20));
  const auto received = slow.receive();
  ASSERT_TRUE(received);
  EXPECT_EQ(received->status, 408);
  EXPECT_NE(offset_of(where), "0");
}

TEST_F(UploadTest, ALineThatIsSlowButSteadyIsLeftInPeace) {
  settings.limits.stream_window = milliseconds(400);
  settings.limits.stream_least_bytes = 1'000;
  settings.limits.body_time = milliseconds(100);  // the limit of other bodies
  TestClient client(start());
  const auto where = begin(client, 20'000);
  client.send(patch(where, 0, 20'000));
  for (int i = 0; i < 20; ++i) {
    client.send(std::string(1'000, 'x'));
    std::this_thread::sleep_for(milliseconds(60));
  }
  EXPECT_EQ(client.receive()->status, 204);
}

TEST_F(UploadTest, ChunkedPiecesAndHundredContinueWork) {
  TestClient client(start());
  const auto where = begin(client, 10);
  client.send(head("PATCH " + where,
                   "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
                   "Transfer-Encoding: chunked\r\nExpect: 100-continue\r\n"));
  EXPECT_EQ(client.receive(TestClient::Body::none)->status, 100);
  client.send("4\r\nabcd\r\n6\r\nefg");
  client.send("hij\r\n0\r\n\r\n");
  EXPECT_EQ(client.receive()->fields["upload-offset"], "10");
  EXPECT_EQ(client.get("/healthz")->status, 200);  // and the connection goes on
}

TEST_F(UploadTest, OtherBodiesKeepTheirLimit) {
  TestClient client(start());
  const auto large = client.ask(
      "POST /api/v1/regions/14.01/evidence HTTP/1.1\r\nHost: localhost\r\n"
      "Content-Type: application/json\r\nContent-Length: 70000\r\n\r\n");
  EXPECT_EQ(large->status, 413);
}

TEST_F(UploadTest, SpeaksOneVersionAndSaysSo) {
  TestClient client(start());
  auto received = client.ask("OPTIONS " + uploads + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
  EXPECT_EQ(received->status, 204);
  EXPECT_EQ(received->fields["tus-version"], "1.0.0");
  EXPECT_EQ(received->fields["tus-extension"], "creation,termination,expiration");
  EXPECT_EQ(received->fields["tus-max-size"], "104857600");
  received = client.ask("POST " + uploads + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie +
                        "\r\nTus-Resumable: 0.2.2\r\nContent-Length: 0\r\n\r\n");
  EXPECT_EQ(received->status, 412);
  EXPECT_EQ(received->fields["tus-version"], "1.0.0");
}

TEST_F(UploadTest, APieceOfAnotherPageOrTypeIsRefused) {
  TestClient client(start());
  const auto where = begin(client, 10);
  EXPECT_EQ(client
                .ask(head("PATCH " + where,
                          "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n"
                          "Origin: http://evil.example\r\nContent-Length: 4\r\n") +
                     "abcd")
                ->status,
            403);
  TestClient other(server->port());
  EXPECT_EQ(other
                .ask(head("PATCH " + where,
                          "Content-Type: text/plain\r\nUpload-Offset: 0\r\n"
                          "Content-Length: 4\r\n") +
                     "abcd")
                ->status,
            415);
  EXPECT_EQ(offset_of(where), "0");
}

TEST_F(UploadTest, IsOnlyForWhoBeganIt) {
  TestClient client(start());
  const auto where = begin(client, 10);
  cookie = kept.cookie_of(accounts::Role::coordinator);
  EXPECT_EQ(offset_of(where), "none");
  TestClient other(server->port());
  EXPECT_EQ(other.ask(patch(where, 0, 2) + "ab")->status, 404);
}

TEST_F(UploadTest, CanBeThrownAwayAndEndsByItself) {
  TestClient client(start());
  const auto where = begin(client, 10);
  EXPECT_EQ(client.ask(head("DELETE " + where, ""))->status, 204);
  EXPECT_EQ(offset_of(where), "none");
  const auto over = begin(client, 10);
  kept.clock.gone += std::chrono::hours(24);
  EXPECT_EQ(offset_of(over), "none");
}

TEST_F(UploadTest, BecomesEvidenceThatIsSentFromDiskAsADownload) {
  TestClient client(start());
  std::string bytes(300'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(i % 251);
  const auto where = begin(client, bytes.size());
  ASSERT_EQ(client.ask(patch(where, 0, bytes.size()) + bytes)->status, 204);
  const std::string body =
      R"({"title":"Foto","upload":")" + where.substr(where.rfind('/') + 1) + R"("})";
  const auto made = client.ask(
      "POST /api/v1/regions/14.01/evidence HTTP/1.1\r\nHost: localhost\r\n"
      "Content-Type: application/json\r\nCookie: " +
      cookie + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
  ASSERT_EQ(made->status, 201) << made->body;
  const auto id = made->body.substr(7, 36);
  const std::string file = "/api/v1/regions/14.01/evidence/" + id + "/file";
  const auto received = client.get(file, "Cookie: " + cookie + "\r\nAccept-Encoding: gzip\r\n");
  ASSERT_TRUE(received);
  EXPECT_EQ(received->status, 200);
  EXPECT_EQ(received->body, bytes);
  EXPECT_EQ(received->fields.at("content-type"), "image/png");
  EXPECT_EQ(received->fields.at("content-security-policy"), "sandbox; default-src 'none'");
  EXPECT_EQ(received->fields.at("x-content-type-options"), "nosniff");
  EXPECT_EQ(received->fields.at("content-disposition"),
            "attachment; filename=\"foto.png\"; filename*=UTF-8''foto.png");
  EXPECT_EQ(received->fields.at("cache-control"), "no-store");
  client.send("HEAD " + file + " HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie + "\r\n\r\n");
  const auto only_head = client.receive(TestClient::Body::none);
  EXPECT_EQ(only_head->fields.at("content-length"), "300000");
  EXPECT_EQ(client.get("/healthz")->status, 200);
}

TEST(UploadWords, TheNameIsReadFromTheMetadata) {
  const std::pair<const char*, std::optional<std::string>> table[] = {
      {"filename c2sucGRm", "sk.pdf"},
      {"other d29yZA==,filename c2sucGRm", "sk.pdf"},
      {"is_confidential, filename c2sucGRm ", "sk.pdf"},
      {"filename QzpcZG9rdW1lblxzay5wZGY=", "sk.pdf"},  // C:\dokumen\sk.pdf
      {"filename Li4vLi4vZXRjL3Bhc3N3ZC5wZGY=", "passwd.pdf"},
      {"filename U0sgYsO8cGF0aS5wZGY=", "SK b\xc3\xbcpati.pdf"},
      {"filename", {}},
      {"filename !!!!", {}},
      {"filename c2s", {}},
      {"filename ", {}},
      {"filename YQBiLnBkZg==", {}},  // a NUL within
      {"filename /w==", {}},          // not UTF-8
      {"", {}},
      {"filenames c2sucGRm", {}},
  };
  for (const auto& [metadata, name] : table) EXPECT_EQ(file_name_in(metadata), name) << metadata;
  EXPECT_FALSE(file_name_in("filename " + std::string(4'000, 'A')));
}

TEST(UploadWords, ADownloadKeepsItsNameInEveryScript) {
  EXPECT_EQ(download_under("SK \"B\xc3\xbcpati\"\r\n.pdf"),
            "attachment; filename=\"SK__B__pati___.pdf\"; "
            "filename*=UTF-8''SK%20%22B%C3%BCpati%22%0D%0A.pdf");
  EXPECT_EQ(http_date(*parse_instant("2026-11-24T05:00:00.000Z")), "Tue, 24 Nov 2026 05:00:00 GMT");
}

}  // namespace jalur::http

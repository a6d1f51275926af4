// The server over real sockets.
#include "http/server.h"

#include <atomic>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "http/test_client.h"
#include "http/test_house.h"

namespace jalur::http {

namespace {

using std::chrono::milliseconds;

const std::string page = "<!doctype html><title>Jalur</title>" + std::string(2'000'000, ' ');

struct ServerTest : testing::Test {
  TestHouse kept;
  std::ostringstream log;
  ServerSettings settings;
  std::unique_ptr<Server> server;
  std::string coordinator = kept.cookie_of(accounts::Role::coordinator);

  ServerTest() {
    settings.port = 0;
    settings.version = "0.1.0";
    settings.limits.look_round = milliseconds(20);
  }

  std::uint16_t start() {
    server = std::make_unique<Server>(settings, kept.house,
                                      std::vector<Asset>{{"/index.html", page}}, log);
    const auto started = server->start();
    EXPECT_TRUE(started) << started.error().problems.front().text.en;
    return server->port();
  }
};

constexpr const char* health = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";
constexpr const char* ready = "GET /readyz HTTP/1.1\r\nHost: localhost\r\n\r\n";

std::string put_claim(const std::string& cookie, const std::string& submission,
                      const std::string& body) {
  return "PUT /api/v1/submissions/" + submission +
         "/claims/16 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: " +
         cookie + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
}

}  // namespace

TEST_F(ServerTest, AnswersOneRequestAfterTheOtherOnOneConnection) {
  TestClient client(start());
  for (int i = 0; i < 3; ++i) {
    const auto received = client.get("/healthz");
    ASSERT_TRUE(received);
    EXPECT_EQ(received->status, 200);
    EXPECT_EQ(received->body, R"({"status":"ok","version":"0.1.0"})");
    EXPECT_EQ(received->fields.at("date"), "Tue, 24 Nov 2026 05:00:00 GMT");
    EXPECT_EQ(received->fields.count("connection"), 0u);
  }
}

TEST_F(ServerTest, AnswersWhatIsSentAheadInOrder) {
  TestClient client(start());
  const auto submission = kept.store.year(kampar_2023())->submissions.front();
  std::string ahead;
  for (int i = 0; i < 50; ++i)
    ahead += std::string(health) + put_claim(coordinator, submission, R"({"level":2})") +
             "GET /nothing HTTP/1.1\r\nHost: localhost\r\n\r\n" + ready;
  client.send(ahead);
  for (int i = 0; i < 50; ++i)
    for (const int status : {200, 200, 404, 200}) {
      const auto received = client.receive();
      ASSERT_TRUE(received) << i;
      EXPECT_EQ(received->status, status) << i;
    }
}

TEST_F(ServerTest, ARequestMayComeByteByByte) {
  TestClient client(start());
  const auto submission = kept.store.year(kampar_2023())->submissions.front();
  for (const char byte : put_claim(coordinator, submission, R"({"level":2})"))
    client.send({&byte, 1});
  EXPECT_EQ(client.receive()->status, 200);
  EXPECT_EQ(client.get("/healthz")->status, 200);
}

TEST_F(ServerTest, AHeadHasTheLengthButNoBody) {
  TestClient client(start());
  client.send("HEAD / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  const auto received = client.receive(TestClient::Body::none);
  EXPECT_EQ(received->status, 200);
  EXPECT_EQ(received->fields.at("content-length"), std::to_string(page.size()));
  EXPECT_EQ(client.get("/healthz")->status, 200);  // nothing of a body came in between
}

TEST_F(ServerTest, ALargeAnswerComesWholeToASlowReader) {
  TestClient client(start());
  client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(200));
  EXPECT_EQ(client.receive()->body, page);
}

TEST_F(ServerTest, PacksWhatIsLargeAndTellsWhatIsKnown) {
  TestClient client(start());
  const auto packed = client.get("/", "Accept-Encoding: gzip\r\n");
  EXPECT_EQ(packed->fields.at("content-encoding"), "gzip");
  EXPECT_LT(packed->body.size(), page.size() / 100);
  const auto known = client.get(
      "/", "Accept-Encoding: gzip\r\nIf-None-Match: " + packed->fields.at("etag") + "\r\n");
  EXPECT_EQ(known->status, 304);
  EXPECT_EQ(client.get("/healthz")->status, 200);
}

TEST_F(ServerTest, ClosesWhenTheClientAsksForIt) {
  const auto port = start();
  TestClient client(port);
  const auto received = client.get("/healthz", "Connection: close\r\n");
  EXPECT_EQ(received->fields.at("connection"), "close");
  EXPECT_TRUE(client.closed());
  TestClient old(port);
  EXPECT_EQ(old.ask("GET /healthz HTTP/1.0\r\nHost: localhost\r\n\r\n")->status, 200);
  EXPECT_TRUE(old.closed());
}

TEST_F(ServerTest, RefusesWhatIsNotHttpAndCloses) {
  const auto port = start();
  const std::pair<std::string, int> table[] = {
      {"\x16\x03\x01\x02\x03", 400},
      {"GET / HTTP/1.1\r\n\r\n", 400},
      {"GET / HTTP/1.1\nHost: localhost\n\n", 400},
      {"GET / HTTP/3.0\r\nHost: localhost\r\n\r\n", 505},
      {"GET /" + std::string(5'000, 'a') + " HTTP/1.1\r\nHost: localhost\r\n\r\n", 414},
      {"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + std::string(20'000, 'a') + "\r\n\r\n", 431},
      {"PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 70000\r\n\r\n", 413},
      {"PUT / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: gzip\r\n\r\n", 501},
  };
  for (const auto& [bytes, status] : table) {
    TestClient client(port);
    const auto received = client.ask(bytes);
    ASSERT_TRUE(received) << bytes.substr(0, 60);
    EXPECT_EQ(received->status, status) << bytes.substr(0, 60);
    EXPECT_EQ(received->fields.at("content-type"), "application/problem+json");
    EXPECT_EQ(received->fields.at("connection"), "close");
    EXPECT_TRUE(client.closed());
  }
}

TEST_F(ServerTest, TakesABodyAtTheLimitAndRefusesOneMore) {
  const auto port = start();
  const auto submission = kept.store.year(kampar_2023())->submissions.front();
  const auto body_of = [](std::size_t size) {
    const std::string json = R"({"level":2})";
    return json + std::string(size - json.size(), ' ');
  };
  TestClient client(port);
  EXPECT_EQ(client.ask(put_claim(coordinator, submission, body_of(64u << 10)))->status, 200);
  EXPECT_EQ(client.ask(put_claim(coordinator, submission, body_of((64u << 10) + 1)))->status, 413);
}

TEST_F(ServerTest, TellsACarefulClientToGoOn) {
  TestClient client(start());
  const auto submission = kept.store.year(kampar_2023())->submissions.front();
  client.send(
      "PUT /api/v1/submissions/" + submission +
      "/claims/16 HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: " +
      coordinator + "\r\nContent-Length: 11\r\nExpect: 100-continue\r\n\r\n");
  EXPECT_EQ(client.receive()->status, 100);
  EXPECT_EQ(client.ask(R"({"level":2})")->status, 200);
}

TEST_F(ServerTest, ASlowHeaderIsCutOffWithAWord) {
  settings.limits.header_time = milliseconds(100);
  TestClient client(start());
  client.send("GET / HTTP/1.1\r\nHo");
  EXPECT_EQ(client.receive()->status, 408);
  EXPECT_TRUE(client.closed());
}

// A byte now and then does not buy more time.
TEST_F(ServerTest, ATricklingHeaderIsCutOff) {
  settings.limits.header_time = milliseconds(150);
  TestClient client(start());
  const auto begin = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\nX: ");
  for (int i = 0; i < 40 && client.send("a"); ++i) std::this_thread::sleep_for(milliseconds(20));
  EXPECT_EQ(client.receive()->status, 408);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
}

TEST_F(ServerTest, ASlowBodyIsCutOffWithAWord) {
  settings.limits.body_time = milliseconds(100);
  TestClient client(start());
  client.send("PUT / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10\r\n\r\nabc");
  EXPECT_EQ(client.receive()->status, 408);
}

TEST_F(ServerTest, AnIdleConnectionIsClosedWithoutAWord) {
  settings.limits.idle_time = milliseconds(100);
  TestClient client(start());
  EXPECT_EQ(client.get("/healthz")->status, 200);
  EXPECT_FALSE(client.receive());
}

TEST_F(ServerTest, AReaderThatTakesNothingIsCutOff) {
  settings.limits.write_time = milliseconds(100);
  settings.limits.linger_time = milliseconds(100);
  TestClient client(start());
  for (int i = 0; i < 20; ++i) client.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
  std::this_thread::sleep_for(milliseconds(600));
  int whole = 0;
  while (client.receive()) ++whole;
  EXPECT_LT(whole, 20);
}

TEST_F(ServerTest, HasALimitOfConnections) {
  settings.limits.connections = 2;
  const auto port = start();
  TestClient first(port);
  EXPECT_EQ(first.get("/healthz")->status, 200);
  {
    TestClient second(port);
    EXPECT_EQ(second.get("/healthz")->status, 200);
    TestClient third(port);
    const auto refused = third.receive();
    EXPECT_EQ(refused->status, 503);
    EXPECT_EQ(refused->fields.at("retry-after"), "1");
    EXPECT_TRUE(third.closed());
  }
  for (int tries = 0; tries < 100; ++tries) {  // the freed place is found again
    TestClient next(port);
    if (next.get("/healthz")->status == 200) return;
    std::this_thread::sleep_for(milliseconds(20));
  }
  FAIL() << "still too many connections";
}

TEST_F(ServerTest, HasALimitOfRequestsThatWaitForTheStore) {
  settings.workers = 1;
  settings.limits.requests_waiting = 2;
  kept.store.slow_ms = 300;
  const auto port = start();
  std::vector<std::unique_ptr<TestClient>> clients;
  for (int i = 0; i < 5; ++i) {
    clients.push_back(std::make_unique<TestClient>(port));
    clients.back()->send(ready);
    std::this_thread::sleep_for(milliseconds(20));
  }
  int refused = 0;
  for (auto& client : clients) refused += client->receive()->status == 503 ? 1 : 0;
  EXPECT_EQ(refused, 2);  // one is answered, two wait
  EXPECT_EQ(clients.back()->get("/healthz")->status, 200);
}

TEST_F(ServerTest, AnswersUnderWayAreFinishedAtAStop) {
  settings.threads = 2;
  settings.limits.idle_time = std::chrono::minutes(1);
  const auto port = start();
  kept.store.slow_ms = 5;
  std::atomic<bool> go_on{true};
  std::atomic<int> answered{0};
  std::atomic<int> broken{0};
  std::vector<std::thread> callers;
  for (int i = 0; i < 8; ++i)
    callers.emplace_back([&, i] {
      while (go_on) {
        TestClient client(port);
        if (!client.connected()) return;
        while (client.send(i % 2 == 0 ? health : ready)) {
          const auto received = client.receive();
          if (!received) break;
          received->status == 200 ? ++answered : ++broken;
          if (received->fields.count("connection") > 0) break;
        }
      }
    });
  std::this_thread::sleep_for(milliseconds(200));
  const auto begin = std::chrono::steady_clock::now();
  server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  go_on = false;
  for (auto& caller : callers) caller.join();
  EXPECT_GT(answered, 50);
  EXPECT_EQ(broken, 0);
  EXPECT_FALSE(TestClient(port).connected());
}

TEST_F(ServerTest, AStopWaitsForASlowAnswerAndClosesIdleConnections) {
  const auto port = start();
  TestClient idle(port);
  idle.get("/healthz");
  TestClient busy(port);
  kept.store.slow_ms = 200;
  busy.send(ready);
  std::this_thread::sleep_for(milliseconds(50));
  std::thread stopping([&] { server->stop(); });
  const auto received = busy.receive();
  ASSERT_TRUE(received);
  EXPECT_EQ(received->status, 200);
  EXPECT_EQ(received->fields.at("connection"), "close");
  EXPECT_TRUE(idle.closed());
  stopping.join();
}

TEST_F(ServerTest, AStopDoesNotWaitForever) {
  settings.limits.stop_time = milliseconds(100);
  TestClient client(start());
  client.send("GET / HTTP/1.1\r\nHo");  // never finished
  std::this_thread::sleep_for(milliseconds(50));
  const auto begin = std::chrono::steady_clock::now();
  server->stop();
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));
  EXPECT_TRUE(client.closed());
}

TEST_F(ServerTest, WaitReturnsWhenStopped) {
  start();
  std::thread waiting([&] { server->wait(); });
  server->stop();
  waiting.join();
  server->stop();  // once more does no harm
}

TEST_F(ServerTest, ATakenPortIsTold) {
  settings.port = start();
  std::ostringstream other_log;
  Server second(settings, kept.house, {}, other_log);
  const auto started = second.start();
  ASSERT_FALSE(started);
  EXPECT_EQ(started.error().code, ErrorCode::unavailable);
  EXPECT_EQ(started.error().problems.front().field, "listen");
}

TEST_F(ServerTest, ListensOnAddressesOfThisMachine) {
  for (const char* host : {"example.com", "", "127.0.0.1:80"}) {
    settings.host = host;
    Server refused(settings, kept.house, {}, log);
    const auto started = refused.start();
    ASSERT_FALSE(started) << host;
    EXPECT_EQ(started.error().code, ErrorCode::invalid_input) << host;
  }
  for (const char* host : {"localhost", "127.0.0.1", "127.1.2.3", "0.0.0.0"}) {
    settings.host = host;
    Server taken(settings, kept.house, {}, log);
    EXPECT_TRUE(taken.start()) << host;
  }
}

TEST_F(ServerTest, LogsEveryRequest) {
  {
    TestClient client(start());
    client.get("/healthz?x=1");
    client.ask("nonsense\r\n\r\n");
  }
  server.reset();
  EXPECT_NE(log.str().find("2026-11-24T05:"), std::string::npos);
  EXPECT_NE(log.str().find(" GET /healthz?x=1 400 "), std::string::npos) << log.str();
  EXPECT_NE(log.str().find(" - - 400 "), std::string::npos) << log.str();
}

}  // namespace jalur::http

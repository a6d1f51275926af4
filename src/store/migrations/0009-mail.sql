-- Mail: what waits to be sent, and how far each person's digests have come (docs/decisions/0027).

CREATE TABLE mail_outbox (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL, -- the same at every try: the Message-ID
  person TEXT NOT NULL,
  recipient TEXT NOT NULL, -- address
  subject TEXT NOT NULL,
  text TEXT NOT NULL,
  made_at TEXT NOT NULL,
  next_try_at TEXT, -- NULL: sent or given up
  tries INTEGER NOT NULL, -- that were begun
  sent_at TEXT,
  failure TEXT NOT NULL, -- of the last try; empty: none
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id)
);

CREATE INDEX mail_waiting ON mail_outbox (next_try_at);

-- The newest digest of each person.
CREATE TABLE digests (
  region_code TEXT NOT NULL,
  person TEXT NOT NULL,
  day TEXT NOT NULL,
  up_to BIGINT NOT NULL, -- the newest entry of the log that it told
  PRIMARY KEY (region_code, person),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id)
);

-- The newest day whose digests were all written.
CREATE TABLE digest_days (
  region_code TEXT NOT NULL,
  day TEXT NOT NULL,
  PRIMARY KEY (region_code)
);

-- The log of each region: who did what when, every entry with the hash of the one before it
-- (docs/algorithms/ledger.md). A region may have a log before it has records, so nothing here
-- refers to regions.

-- The end of each log. Whoever appends changes this row first, so writers of a region take turns.
CREATE TABLE ledger_heads (
  region_code TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  hash TEXT NOT NULL, -- of the last entry
  not_before TEXT NOT NULL, -- no further entry is earlier
  PRIMARY KEY (region_code)
);

CREATE TABLE ledger (
  region_code TEXT NOT NULL,
  sequence BIGINT NOT NULL, -- from 1 without gaps
  at TEXT NOT NULL,
  person TEXT, -- id; NULL: the program itself
  name TEXT NOT NULL,
  role TEXT NOT NULL, -- empty: none
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  subject_text TEXT NOT NULL,
  details TEXT NOT NULL, -- JSON, {"from":"1","to":"2"}, by key
  previous TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (region_code, sequence)
);

CREATE INDEX ledger_by_person ON ledger (region_code, person, sequence);
CREATE INDEX ledger_by_action ON ledger (region_code, action, sequence);
CREATE INDEX ledger_by_subject ON ledger (region_code, subject, sequence);

-- One row per finished day (UTC) with entries.
CREATE TABLE ledger_roots (
  region_code TEXT NOT NULL,
  day TEXT NOT NULL,
  first BIGINT NOT NULL,
  last BIGINT NOT NULL,
  root TEXT NOT NULL,
  previous_root TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (region_code, day)
);

CREATE INDEX ledger_roots_by_entry ON ledger_roots (region_code, last);

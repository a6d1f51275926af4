-- The records of regions: years, units, innovations, submissions, claims and verifications.
--
-- Every key starts with region_code, so that a distributed PostgreSQL can keep a region in one place.
-- Ids are UUIDv7 text made by the program. Times are RFC 3339 in UTC, dates YYYY-MM-DD.
-- Points are whole hundredths. Both engines read this file as it stands.

-- A region as it was last called; years.region_name says what it was called in a given year.
CREATE TABLE regions (
  region_code TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('province', 'regency', 'city')),
  PRIMARY KEY (region_code)
);

CREATE TABLE years (
  region_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  region_name TEXT NOT NULL,
  region_kind TEXT NOT NULL CHECK (region_kind IN ('province', 'regency', 'city')),
  ruleset TEXT NOT NULL,
  illustration TEXT NOT NULL, -- empty: real data
  closes_on TEXT, -- NULL: no deadline is known
  revision BIGINT NOT NULL, -- grows by one with every change to the region's year
  PRIMARY KEY (region_code, year),
  FOREIGN KEY (region_code) REFERENCES regions (region_code)
);

-- The nation's read: one year of every region. Starts with the year because it crosses regions.
CREATE INDEX years_by_year ON years (year, region_code);

-- Units as the region listed them for a year, in that order.
CREATE TABLE units (
  region_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  PRIMARY KEY (region_code, year, ordinal),
  FOREIGN KEY (region_code, year) REFERENCES years (region_code, year)
);

-- What stays the same when an innovation is handed in again the next year. Name and unit are as last
-- told; a submission of another year is recognised by them.
CREATE TABLE innovations (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code) REFERENCES regions (region_code)
);

-- What a region hands in for a year: one row per innovation, and one for its own (government) rows.
CREATE TABLE submissions (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  year INTEGER NOT NULL,
  innovation TEXT, -- NULL: the government's own rows
  external_id TEXT NOT NULL, -- the id in the file; empty for the government's
  ordinal INTEGER NOT NULL, -- place in the file from 1; 0 for the government's
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  affairs TEXT NOT NULL, -- '2 16', the main one first
  stage TEXT NOT NULL CHECK (stage IN ('initiative', 'trial', 'implementation')),
  implemented_on TEXT,
  developed_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('draft', 'withheld', 'submitted', 'rejected')),
  words INTEGER NOT NULL, -- of the design text
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  -- Read models, kept in the transaction that changes a claim or a verification:
  levels TEXT NOT NULL, -- '16=2 17=3', the newest claims
  verified_levels TEXT, -- the newest verifications; NULL: not verified
  maturity_claimed BIGINT NOT NULL,
  maturity_verified BIGINT NOT NULL,
  folded_name TEXT NOT NULL, -- in lower case, for searching and sorting
  folded_unit TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, year, external_id),
  UNIQUE (region_code, year, innovation),
  FOREIGN KEY (region_code, year) REFERENCES years (region_code, year),
  FOREIGN KEY (region_code, innovation) REFERENCES innovations (region_code, id)
);

CREATE INDEX submissions_in_order ON submissions (region_code, year, ordinal);

-- An address on the web names a submission by its id alone.
CREATE INDEX submissions_by_id ON submissions (id);

-- The design text (rancang bangun), apart from the rows that lists and scores read.
CREATE TABLE designs (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  design TEXT NOT NULL,
  PRIMARY KEY (region_code, submission),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- What the region says. Only ever appended to; the highest revision stands. None: level 0.
CREATE TABLE claims (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  indicator TEXT NOT NULL,
  revision INTEGER NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, submission, indicator, revision),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- What a verifier found. Only ever appended to; the highest revision stands.
CREATE TABLE verifications (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  indicator TEXT NOT NULL,
  revision INTEGER NOT NULL,
  claim_revision INTEGER NOT NULL, -- the claim that was looked at; 0: none was ever made
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 3),
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, submission, indicator, revision),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

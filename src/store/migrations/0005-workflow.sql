-- Endorsement, verification with verdicts, remarks, objections, and the year's calendar.

ALTER TABLE years ADD COLUMN opens_on TEXT;
ALTER TABLE years ADD COLUMN extended_to TEXT;
ALTER TABLE years ADD COLUMN locked_at TEXT;
ALTER TABLE years ADD COLUMN lock_reason TEXT NOT NULL DEFAULT '';
-- Days: endorse, verify, answer, object, decide.
ALTER TABLE years ADD COLUMN target_days TEXT NOT NULL DEFAULT '3 7 7 14 14';

-- One unit may work longer than the others.
CREATE TABLE year_exceptions (
  region_code TEXT NOT NULL,
  year INTEGER NOT NULL,
  unit TEXT NOT NULL,
  until_on TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (region_code, year, unit),
  FOREIGN KEY (region_code, year) REFERENCES years (region_code, year),
  FOREIGN KEY (region_code, unit) REFERENCES units (region_code, id)
);

-- A draft with handed_in_at waits for the head of its unit.
ALTER TABLE submissions ADD COLUMN handed_in_at TEXT;
ALTER TABLE submissions ADD COLUMN endorsed_at TEXT;
-- A read model beside the levels: what happened to a claim last, '16=waiting@2026-11-20T08:00:00.000Z'.
-- A claim that is not named stands as its levels tell.
ALTER TABLE submissions ADD COLUMN states TEXT NOT NULL DEFAULT '';

UPDATE submissions SET handed_in_at = made_at, endorsed_at = made_at
  WHERE state IN ('submitted', 'rejected');

-- What was done with whole submissions. Only ever appended to.
CREATE TABLE submission_steps (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  ordinal INTEGER NOT NULL, -- from 1
  step TEXT NOT NULL,
  reason TEXT NOT NULL, -- empty: none
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, submission, ordinal),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- Whose verdict it is and why; empty where it came with a file or was made by the program.
ALTER TABLE verifications ADD COLUMN verdict TEXT NOT NULL DEFAULT 'imported'
  CHECK (verdict IN ('accepted', 'lowered', 'returned', 'carried', 'imported'));
ALTER TABLE verifications ADD COLUMN reason TEXT NOT NULL DEFAULT '';
ALTER TABLE verifications ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE verifications ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE verifications ADD COLUMN role TEXT NOT NULL DEFAULT '';

-- The thread of an indicator. Only ever appended to.
CREATE TABLE remarks (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  indicator TEXT NOT NULL,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, submission, indicator, id),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- A claim is objected to once: a submission belongs to one year.
CREATE TABLE objections (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  indicator TEXT NOT NULL,
  year INTEGER NOT NULL,
  claim_revision INTEGER NOT NULL,
  reason TEXT NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  made_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('open', 'upheld', 'rejected')),
  decided_level INTEGER NOT NULL CHECK (decided_level BETWEEN 0 AND 3), -- 0 while open
  decided_reason TEXT NOT NULL,
  decided_person TEXT NOT NULL,
  decided_name TEXT NOT NULL,
  decided_role TEXT NOT NULL,
  decided_at TEXT,
  PRIMARY KEY (region_code, submission, indicator),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

CREATE INDEX objections_open ON objections (region_code, year, outcome, made_at);

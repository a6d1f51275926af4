-- The life of an innovation: its profile form, its steps from stage to stage, citizens' proposals, and
-- what every submission was at each time.
--
-- Texts that may be missing are empty, dates that may be missing are NULL.

-- What the form says beyond the submission's own row. A submission without a row has said nothing yet.
CREATE TABLE profiles (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  revision BIGINT NOT NULL, -- grows with every change
  initiator TEXT NOT NULL, -- a word of reference/profile-terms.toml
  initiator_name TEXT NOT NULL,
  digital TEXT NOT NULL CHECK (digital IN ('', 'yes', 'no')),
  form TEXT NOT NULL,
  theme TEXT NOT NULL,
  trial_on TEXT,
  -- The design in its parts; the table designs holds them together as one text.
  free_design TEXT NOT NULL, -- as it was imported
  legal_basis TEXT NOT NULL,
  problem TEXT NOT NULL,
  strategic_issues TEXT NOT NULL,
  method TEXT NOT NULL,
  novelty TEXT NOT NULL,
  how_it_works TEXT NOT NULL,
  aims TEXT NOT NULL,
  benefits TEXT NOT NULL,
  results TEXT NOT NULL,
  budget BIGINT NOT NULL, -- Rupiah; -1: not told
  awards TEXT NOT NULL,
  ip_rights TEXT NOT NULL,
  latitude TEXT NOT NULL, -- degrees as they were given
  longitude TEXT NOT NULL,
  asta_cita TEXT NOT NULL, -- '4 6'
  priority_programme TEXT NOT NULL,
  video TEXT NOT NULL,
  PRIMARY KEY (region_code, submission),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- Only ever appended to.
CREATE TABLE stage_steps (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  number BIGINT NOT NULL, -- from 1
  from_stage TEXT NOT NULL,
  to_stage TEXT NOT NULL,
  began_on TEXT,
  decree_kind TEXT NOT NULL, -- empty: no decree
  decree_number TEXT NOT NULL,
  decree_date TEXT,
  decree_title TEXT NOT NULL,
  reason TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL, -- name of the person
  PRIMARY KEY (region_code, submission, number),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- What the index sees of a submission, after each change of its row. Only ever appended to. The levels
-- are those of that time; levels that change later without the row stand in claims and verifications.
CREATE TABLE submission_revisions (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  revision BIGINT NOT NULL, -- from 1
  year INTEGER NOT NULL,
  innovation TEXT, -- NULL: the government's own rows
  external_id TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  affairs TEXT NOT NULL,
  stage TEXT NOT NULL,
  implemented_on TEXT,
  developed_on TEXT,
  state TEXT NOT NULL,
  withdrawn INTEGER NOT NULL CHECK (withdrawn IN (0, 1)),
  levels TEXT NOT NULL,
  verified_levels TEXT,
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, submission, revision),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

CREATE INDEX submission_revisions_of_year ON submission_revisions (region_code, year, submission, revision);

-- What there is begins as it is: what it was before was not kept. Its levels are read from the claims.
INSERT INTO submission_revisions (region_code, submission, revision, year, innovation, external_id,
  ordinal, name, unit, affairs, stage, implemented_on, developed_on, state, withdrawn, levels,
  verified_levels, made_at)
SELECT region_code, id, 1, year, innovation, external_id, ordinal, name, unit, affairs, stage,
  implemented_on, developed_on, state, withdrawn, '', NULL, made_at FROM submissions;

-- What citizens propose, without an account.
CREATE TABLE proposals (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined')),
  name TEXT NOT NULL,
  contact TEXT NOT NULL,
  title TEXT NOT NULL,
  problem TEXT NOT NULL,
  idea TEXT NOT NULL,
  district TEXT NOT NULL, -- code
  made_at TEXT NOT NULL,
  decided_at TEXT,
  decided_by TEXT NOT NULL, -- name of the person
  reason TEXT NOT NULL,
  submission TEXT, -- the draft that it became
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code) REFERENCES regions (region_code),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

CREATE INDEX proposals_by_state ON proposals (region_code, state, id);

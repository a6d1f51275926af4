-- People, what they may do, their sessions and one-time links, and what a region has chosen.
--
-- Texts that may be missing are empty, times that may be missing are NULL. No foreign key leads to
-- regions: a coordinator may be there before the first figure is.

CREATE TABLE people (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  folded_name TEXT NOT NULL, -- in lower case, for searching and sorting
  email TEXT NOT NULL, -- in lower case
  unit TEXT NOT NULL, -- id of where they work; empty: not told
  state TEXT NOT NULL CHECK (state IN ('invited', 'active', 'closed')),
  password TEXT NOT NULL, -- argon2id with its salt and costs; empty: none set yet
  factor_secret TEXT NOT NULL, -- Base32; empty: no second factor
  factor_begun TEXT NOT NULL, -- a secret that waits for its first code
  factor_step BIGINT NOT NULL, -- the last step of 30 seconds whose code was taken; 0: none
  made_at TEXT NOT NULL,
  signed_in_at TEXT, -- last time
  PRIMARY KEY (region_code, id)
);

CREATE INDEX people_by_name ON people (region_code, folded_name, id);

-- Roles as a person holds them.
CREATE TABLE grants (
  region_code TEXT NOT NULL,
  person TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  role TEXT NOT NULL,
  unit TEXT NOT NULL, -- id; empty: the whole region
  PRIMARY KEY (region_code, person, ordinal),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id)
);

-- Whose address it is. Crosses regions, because whoever signs in gives an address and no region, and
-- because one address is one person in all of them.
CREATE TABLE sign_in_names (
  email TEXT NOT NULL,
  region_code TEXT NOT NULL,
  person TEXT NOT NULL,
  PRIMARY KEY (email),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id)
);

CREATE INDEX sign_in_names_of_people ON sign_in_names (region_code, person);

-- The token itself is in the person's cookie only.
CREATE TABLE sessions (
  region_code TEXT NOT NULL,
  token_hash TEXT NOT NULL, -- BLAKE2b-256
  person TEXT NOT NULL,
  half INTEGER NOT NULL CHECK (half IN (0, 1)), -- 1: the second factor is missing, nobody is signed in
  made_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  ends_at TEXT NOT NULL, -- at the latest
  PRIMARY KEY (region_code, token_hash),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id)
);

CREATE INDEX sessions_of_people ON sessions (region_code, person);

CREATE TABLE links (
  region_code TEXT NOT NULL,
  token_hash TEXT NOT NULL, -- BLAKE2b-256
  purpose TEXT NOT NULL CHECK (purpose IN ('first', 'invitation', 'recovery')),
  person TEXT NOT NULL, -- empty: for the first coordinator, who is nobody yet
  made_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  used_at TEXT,
  PRIMARY KEY (region_code, token_hash)
);

CREATE INDEX links_of_people ON links (region_code, person);

-- A region without a row has chosen nothing: figures closed, no second factor.
CREATE TABLE region_settings (
  region_code TEXT NOT NULL,
  figures_open INTEGER NOT NULL CHECK (figures_open IN (0, 1)),
  second_factor_for TEXT NOT NULL, -- 'verifier coordinator'
  PRIMARY KEY (region_code)
);

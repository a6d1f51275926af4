-- What people are told of: which entries of the log concern them, how far each has read, and how far
-- the log was told (docs/decisions/0026).

-- Up to which entry of the log people were told.
CREATE TABLE told (
  region_code TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (region_code)
);

CREATE TABLE notices (
  region_code TEXT NOT NULL,
  person TEXT NOT NULL,
  sequence BIGINT NOT NULL, -- of the entry
  PRIMARY KEY (region_code, person, sequence),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id),
  FOREIGN KEY (region_code, sequence) REFERENCES ledger (region_code, sequence)
);

CREATE TABLE notices_read (
  region_code TEXT NOT NULL,
  person TEXT NOT NULL,
  up_to BIGINT NOT NULL, -- the newest entry that was read
  PRIMARY KEY (region_code, person),
  FOREIGN KEY (region_code, person) REFERENCES people (region_code, id)
);

-- Who holds a role for a unit.
CREATE INDEX grants_by_role ON grants (region_code, role, unit);

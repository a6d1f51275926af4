-- Units become records of their own: a tree per region, with a history of names.

-- What a year's file listed stays with the year.
ALTER TABLE units RENAME TO listed_units;

CREATE TABLE units (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  parent TEXT, -- NULL: at the top
  name TEXT NOT NULL, -- as it is called now
  folded_name TEXT NOT NULL,
  kind TEXT NOT NULL,
  active INTEGER NOT NULL CHECK (active IN (0, 1)),
  merged_into TEXT, -- the unit that carries on its work
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, id),
  UNIQUE (region_code, folded_name),
  FOREIGN KEY (region_code) REFERENCES regions (region_code),
  FOREIGN KEY (region_code, parent) REFERENCES units (region_code, id),
  FOREIGN KEY (region_code, merged_into) REFERENCES units (region_code, id)
);

-- Every name under which work of a unit was ever filed. Submissions name their unit as it was called
-- then; through this table they are found.
CREATE TABLE unit_names (
  region_code TEXT NOT NULL,
  name TEXT NOT NULL,
  unit TEXT NOT NULL,
  PRIMARY KEY (region_code, name),
  FOREIGN KEY (region_code, unit) REFERENCES units (region_code, id)
);

CREATE INDEX unit_names_by_unit ON unit_names (region_code, unit);

-- A list of one unit's work, and the work of a few units, go by name.
CREATE INDEX submissions_by_unit ON submissions (region_code, year, unit);

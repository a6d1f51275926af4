-- What people were reminded of: once for each level of a due day (docs/decisions/0028).
CREATE TABLE reminders (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('finish', 'endorse', 'answer', 'verify')),
  indicator TEXT NOT NULL, -- empty: the submission as a whole
  due_on TEXT NOT NULL,
  level INTEGER NOT NULL, -- 1 to 3
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, submission, kind, indicator, due_on, level),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id)
);

-- Evidence: files on their way, what is kept, what is said of it, which claims it proves.

-- A file by its content. The bytes are in the folder evidence/ of the data, once for all regions.
CREATE TABLE files (
  region_code TEXT NOT NULL,
  hash TEXT NOT NULL, -- BLAKE2b-256
  kind TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  pages INTEGER NOT NULL, -- 0: not something with pages
  has_text INTEGER NOT NULL CHECK (has_text IN (0, 1)),
  made_at TEXT NOT NULL,
  PRIMARY KEY (region_code, hash)
);

CREATE TABLE evidence (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL, -- of the words; they stand in evidence_revisions too
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  dated_on TEXT, -- NULL: not told
  signer TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  folded_words TEXT NOT NULL, -- title, number and signer in lower case, for searching
  unit TEXT NOT NULL, -- its name, as submissions have it; empty: the region's own
  kind TEXT NOT NULL, -- of the file, or link
  link TEXT NOT NULL, -- empty: a file
  hash TEXT, -- NULL: a link
  file_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL, -- name
  PRIMARY KEY (region_code, id),
  FOREIGN KEY (region_code, hash) REFERENCES files (region_code, hash)
);

CREATE INDEX evidence_by_file ON evidence (region_code, hash);

-- Only ever appended to; the highest revision stands.
CREATE TABLE evidence_revisions (
  region_code TEXT NOT NULL,
  evidence TEXT NOT NULL,
  revision INTEGER NOT NULL,
  title TEXT NOT NULL,
  number TEXT NOT NULL,
  dated_on TEXT,
  signer TEXT NOT NULL,
  shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  PRIMARY KEY (region_code, evidence, revision),
  FOREIGN KEY (region_code, evidence) REFERENCES evidence (region_code, id)
);

-- No foreign key leads to people: a person may be gone before the upload is.
CREATE TABLE uploads (
  region_code TEXT NOT NULL,
  id TEXT NOT NULL,
  person TEXT NOT NULL,
  name TEXT NOT NULL, -- of the file
  bytes BIGINT NOT NULL, -- when it is whole; how far it is, the file tells
  made_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  evidence TEXT NOT NULL, -- what was made of it; empty: nothing yet
  PRIMARY KEY (region_code, id)
);

CREATE INDEX uploads_of_people ON uploads (region_code, person);
-- Cross regions: the hourly cleaning looks for what is over, wherever it is, and the folder of
-- uploads knows ids only.
CREATE INDEX uploads_by_end ON uploads (ends_at);
CREATE INDEX uploads_by_id ON uploads (id);

-- What is attached to which claim. A row is closed by removed_at, never deleted; whoever attaches
-- again makes a new one.
CREATE TABLE attachments (
  region_code TEXT NOT NULL,
  submission TEXT NOT NULL,
  indicator TEXT NOT NULL,
  evidence TEXT NOT NULL,
  from_revision INTEGER NOT NULL, -- of the claim, that attaching made
  to_revision INTEGER, -- of the claim, that detaching made
  attached_at TEXT NOT NULL,
  removed_at TEXT, -- NULL: it is attached
  PRIMARY KEY (region_code, submission, indicator, evidence, from_revision),
  FOREIGN KEY (region_code, submission) REFERENCES submissions (region_code, id),
  FOREIGN KEY (region_code, evidence) REFERENCES evidence (region_code, id)
);

CREATE INDEX attachments_by_evidence ON attachments (region_code, evidence);

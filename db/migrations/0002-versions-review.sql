-- A version that was imported and then undone waits for redo: it is there, but not listed.
ALTER TABLE version ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1));

-- Which sentence of the version before a changed or moved sentence was. Sentences may come and go by undo, so nothing is referenced.
CREATE TABLE segment_origin (
  segment_id INTEGER PRIMARY KEY,
  origin_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('changed', 'moved'))
) STRICT;

-- A signature under one rendering of a document. It freezes the rendering until it is reopened. Rows are never deleted: who
-- signed and who reopened belongs to the report, and no undo takes it away.
CREATE TABLE sign_off (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  lang TEXT NOT NULL,
  version_id INTEGER NOT NULL REFERENCES version,
  reviewer TEXT NOT NULL,
  signed_at INTEGER NOT NULL,
  remark TEXT NOT NULL DEFAULT '',
  reopened_by TEXT,
  reopened_at INTEGER,
  reopened_reason TEXT
) STRICT;
CREATE UNIQUE INDEX sign_off_open ON sign_off (document_id, lang) WHERE reopened_at IS NULL;

-- A random sample of one alignment for review. `anchors` is a JSON array of [segment id, side]: beads come and go, sentences stay.
CREATE TABLE review_sample (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  lang TEXT NOT NULL,
  seed INTEGER NOT NULL,
  population INTEGER NOT NULL,
  anchors TEXT NOT NULL,
  drawn_by TEXT NOT NULL,
  drawn_at INTEGER NOT NULL
) STRICT;
CREATE INDEX review_sample_document ON review_sample (document_id, lang);

-- In a package: the rows as they were when it was made, so that merging it back knows what was changed in it.
CREATE TABLE package (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  made_at INTEGER NOT NULL,
  made_by TEXT NOT NULL
) STRICT;
CREATE TABLE package_base (
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  image TEXT NOT NULL,
  PRIMARY KEY (table_name, row_id)
) STRICT, WITHOUT ROWID;

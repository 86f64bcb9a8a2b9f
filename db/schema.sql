-- Generated from db/migrations; format 6. Change nothing here.
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  source_lang TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  rank INTEGER NOT NULL UNIQUE,
  title TEXT NOT NULL,
  is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1))
) STRICT;
CREATE TABLE version (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  column_rank INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('original', 'rendering')),
  lang TEXT NOT NULL,
  label TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  parent_id INTEGER REFERENCES version,
  is_current INTEGER NOT NULL DEFAULT 1 CHECK (is_current IN (0, 1)),
  source_name TEXT NOT NULL,
  imported_at INTEGER NOT NULL
, is_listed INTEGER NOT NULL DEFAULT 1 CHECK (is_listed IN (0, 1))) STRICT;
CREATE INDEX version_document ON version (document_id, column_rank);
CREATE UNIQUE INDEX version_original ON version (document_id) WHERE role = 'original' AND is_current = 1;
CREATE TABLE segment (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  version_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  rank INTEGER NOT NULL CHECK (rank > 0),
  paragraph INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('text', 'heading', 'caption', 'list', 'furniture', 'metadata')),
  text TEXT NOT NULL,
  text_hash INTEGER NOT NULL,
  line INTEGER NOT NULL,
  source_start INTEGER,
  source_end INTEGER,
  UNIQUE (version_id, rank)
) STRICT;
CREATE INDEX segment_hash ON segment (version_id, text_hash);
CREATE INDEX segment_furniture ON segment (version_id, rank) WHERE kind IN ('furniture', 'metadata');
CREATE TABLE alignment (
  id INTEGER PRIMARY KEY,
  source_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  target_id INTEGER NOT NULL REFERENCES version ON DELETE CASCADE,
  is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1)),
  engine TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  check_run INTEGER NOT NULL DEFAULT 0,
  verdict TEXT
) STRICT;
CREATE UNIQUE INDEX alignment_current ON alignment (source_id, target_id) WHERE is_current = 1;
CREATE INDEX alignment_target ON alignment (target_id);
CREATE TABLE bead (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alignment_id INTEGER NOT NULL REFERENCES alignment ON DELETE CASCADE,
  source_to INTEGER NOT NULL,
  target_to INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'auto'
    CHECK (status IN ('auto', 'edited', 'confirmed', 'needs-review', 'reviewed', 'rejected', 'stale')),
  score REAL,
  reviewer TEXT,
  reviewed_at INTEGER,
  reason TEXT
) STRICT;
CREATE UNIQUE INDEX bead_by_source ON bead (alignment_id, source_to, target_to);
CREATE UNIQUE INDEX bead_by_target ON bead (alignment_id, target_to, source_to);
CREATE INDEX bead_walls ON bead (alignment_id, source_to, target_to) WHERE status IN ('confirmed', 'reviewed');
CREATE INDEX bead_todo ON bead (alignment_id, source_to, target_to) WHERE status NOT IN ('confirmed', 'reviewed');
CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alignment_id INTEGER NOT NULL REFERENCES alignment ON DELETE CASCADE,
  source_segment_id INTEGER NOT NULL,
  target_segment_id INTEGER NOT NULL,
  UNIQUE (alignment_id, source_segment_id, target_segment_id)
) STRICT;
CREATE INDEX link_source ON link (source_segment_id);
CREATE INDEX link_target ON link (target_segment_id);
CREATE TABLE flag (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alignment_id INTEGER NOT NULL REFERENCES alignment ON DELETE CASCADE,
  run INTEGER NOT NULL,
  check_id TEXT NOT NULL,
  category TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('critical', 'major', 'minor', 'note')),
  confidence REAL NOT NULL,
  source_anchor INTEGER,
  target_anchor INTEGER,
  source_segments TEXT NOT NULL,
  target_segments TEXT NOT NULL,
  source_span TEXT,
  target_span TEXT,
  message_code TEXT NOT NULL,
  params TEXT NOT NULL,
  message TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  pair_key TEXT NOT NULL
) STRICT;
CREATE INDEX flag_run ON flag (alignment_id, run);
CREATE INDEX flag_source ON flag (source_anchor);
CREATE INDEX flag_target ON flag (target_anchor);
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('here', 'pair', 'check')),
  key TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agreed', 'dismissed')),
  reason TEXT,
  author TEXT NOT NULL,
  decided_at INTEGER NOT NULL, about TEXT,
  UNIQUE (scope, key)
) STRICT;
CREATE TABLE note (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  segment_id INTEGER NOT NULL REFERENCES segment ON DELETE CASCADE,
  parent_id INTEGER REFERENCES note ON DELETE CASCADE,
  author TEXT NOT NULL,
  text TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  resolved_at INTEGER
, span_start INTEGER, span_end INTEGER, quote TEXT, resolved_by TEXT) STRICT;
CREATE INDEX note_segment ON note (segment_id);
CREATE INDEX note_parent ON note (parent_id);
CREATE TABLE concept (
  id INTEGER PRIMARY KEY,
  note TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE term (
  id INTEGER PRIMARY KEY,
  concept_id INTEGER NOT NULL REFERENCES concept ON DELETE CASCADE,
  lang TEXT NOT NULL,
  text TEXT NOT NULL,
  folded TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'preferred' CHECK (status IN ('preferred', 'allowed', 'forbidden')),
  UNIQUE (concept_id, lang, text)
) STRICT;
CREATE INDEX term_folded ON term (lang, folded);
CREATE TABLE edit (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER REFERENCES document ON DELETE CASCADE,
  command TEXT NOT NULL,
  params TEXT NOT NULL,
  args TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'discarded'))
) STRICT;
CREATE INDEX edit_stack ON edit (document_id, state, id);
CREATE TABLE row_change (
  id INTEGER PRIMARY KEY,
  edit_id INTEGER NOT NULL REFERENCES edit ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  row_id INTEGER NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE INDEX row_change_edit ON row_change (edit_id, id);
CREATE INDEX row_change_row ON row_change (table_name, row_id);
CREATE VIRTUAL TABLE segment_search USING fts5 (
  exact, loose, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  indexed_to INTEGER NOT NULL
) STRICT;
CREATE TABLE segment_origin (
  segment_id INTEGER PRIMARY KEY,
  origin_id INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('changed', 'moved'))
) STRICT;
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
, column_rank INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE review_sample (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  lang TEXT NOT NULL,
  seed INTEGER NOT NULL,
  population INTEGER NOT NULL,
  anchors TEXT NOT NULL,
  drawn_by TEXT NOT NULL,
  drawn_at INTEGER NOT NULL
, column_rank INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE INDEX review_sample_document ON review_sample (document_id, lang);
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
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  name TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  edits TEXT NOT NULL
) STRICT;
CREATE INDEX snapshot_document ON snapshot (document_id, id);
CREATE INDEX segment_special ON segment (version_id, rank, kind) WHERE kind <> 'text';
CREATE UNIQUE INDEX sign_off_open ON sign_off (document_id, column_rank) WHERE reopened_at IS NULL;

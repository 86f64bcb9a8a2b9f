-- Ids are rowids, times are unix milliseconds, languages are BCP 47, texts are NFC. Everything that a person can undo
-- is recorded by triggers that src/store/history.ts makes for each connection. Ids that windows hold on to are never used again
-- (AUTOINCREMENT): a late click must not hit another row.

-- One row: a file is one project.
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  source_lang TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- A work unit that is aligned as a whole: a book, a chapter, a contract. Bulk work (import, align, check) first writes
-- rows that nobody sees and then turns one pointer, so that undo turns the pointer back instead of logging a million rows.
CREATE TABLE document (
  id INTEGER PRIMARY KEY,
  rank INTEGER NOT NULL UNIQUE,
  title TEXT NOT NULL,
  is_current INTEGER NOT NULL DEFAULT 0 CHECK (is_current IN (0, 1))
) STRICT;

-- One text of a document: the original or one rendering; revisions chain through parent_id.
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
) STRICT;
CREATE INDEX version_document ON version (document_id, column_rank);
CREATE UNIQUE INDEX version_original ON version (document_id) WHERE role = 'original' AND is_current = 1;

-- Sentences. Ranks are 2^20 apart: splitting a sentence takes the midpoint, and no neighbour is rewritten.
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

-- The original beside one rendering. `check_run` points to the flags that hold now; `verdict` is JSON or NULL.
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

-- A bead is stored as the CUT that ends it: it holds everything after the previous cut, up to and including
-- (source_to, target_to). Gaps, overlaps and orphans cannot be represented. Merge is one delete, split one insert, moving a
-- boundary one update. So nothing hangs on a bead but its status; flags, notes and links hang on segments and spans.
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

-- Crossing links (reordered sentences), beside the monotone cuts. Links and flags of bulk runs are outside the history: while
-- a run is undone they wait for redo, also when a sentence of theirs is gone meanwhile. So they do not reference segments.
CREATE TABLE link (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  alignment_id INTEGER NOT NULL REFERENCES alignment ON DELETE CASCADE,
  source_segment_id INTEGER NOT NULL,
  target_segment_id INTEGER NOT NULL,
  UNIQUE (alignment_id, source_segment_id, target_segment_id)
) STRICT;
CREATE INDEX link_source ON link (source_segment_id);
CREATE INDEX link_target ON link (target_segment_id);

-- What the checks found. `fingerprint` names check, texts and spans, so that a re-run keeps a dismissed flag dismissed and
-- a changed text brings it back; `pair_key` names only the two expressions. The segment lists are JSON arrays of ids; the
-- anchors are their first ones.
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

-- What a person decided about a flag. It hangs on `key` (a fingerprint, a pair key, or check and language), and so outlives
-- re-runs, re-alignments and re-imports.
CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('here', 'pair', 'check')),
  key TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('agreed', 'dismissed')),
  reason TEXT,
  author TEXT NOT NULL,
  decided_at INTEGER NOT NULL,
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
) STRICT;
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

-- History: an edit is a named group of row changes. Undo applies `before` backwards, redo applies `after` forwards. Every
-- document has a stack of its own; edits of the project as a whole have no document.
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

-- Search over folded texts: `exact` is lower case, `loose` also without tone marks (đ→d, ß→ss, ё→е). Every Han character is
-- a token of its own, so that a quoted phrase finds any stretch of Chinese. The fold functions come from src/store/search.ts.
CREATE VIRTUAL TABLE segment_search USING fts5 (
  exact, loose, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);
-- Folding and indexing a text costs four times as much as storing it. So bulk imports leave it for later: segments with an id
-- above `indexed_to` wait, and src/store/search.ts takes them in by and by.
CREATE TABLE search_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  indexed_to INTEGER NOT NULL
) STRICT;
INSERT INTO search_state VALUES (1, 0);
CREATE TRIGGER segment_search_insert AFTER INSERT ON segment
WHEN new.id <= (SELECT indexed_to FROM search_state) BEGIN
  INSERT INTO segment_search (rowid, exact, loose) VALUES (new.id, fold_exact(new.text), fold_loose(new.text));
END;
CREATE TRIGGER segment_search_delete AFTER DELETE ON segment
WHEN old.id <= (SELECT indexed_to FROM search_state) BEGIN
  DELETE FROM segment_search WHERE rowid = old.id;
END;
CREATE TRIGGER segment_search_update AFTER UPDATE OF text ON segment
WHEN new.id <= (SELECT indexed_to FROM search_state) BEGIN
  DELETE FROM segment_search WHERE rowid = old.id;
  INSERT INTO segment_search (rowid, exact, loose) VALUES (new.id, fold_exact(new.text), fold_loose(new.text));
END;

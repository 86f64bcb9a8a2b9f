-- Named states of a document. A state is the list of edits that are done in it: their ids, ascending, as a JSON array. Edits that were
-- undone or given up keep their row changes, so that every such state can be reached.
CREATE TABLE snapshot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES document ON DELETE CASCADE,
  name TEXT NOT NULL,
  author TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  edits TEXT NOT NULL
) STRICT;
CREATE INDEX snapshot_document ON snapshot (document_id, id);

-- Headings, captions and the like are few: filters ask for them without reading every sentence.
CREATE INDEX segment_special ON segment (version_id, rank, kind) WHERE kind <> 'text';

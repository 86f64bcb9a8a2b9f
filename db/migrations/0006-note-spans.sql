-- A note may be on some words of its sentence: UTF-16 offsets into the sentence's NFC text, end exclusive, both or neither set.
-- `quote` is what they were when the note was written; it stays when they are rewritten. Answers have none of their own.
ALTER TABLE note ADD COLUMN span_start INTEGER;
ALTER TABLE note ADD COLUMN span_end INTEGER;
ALTER TABLE note ADD COLUMN quote TEXT;
ALTER TABLE note ADD COLUMN resolved_by TEXT;

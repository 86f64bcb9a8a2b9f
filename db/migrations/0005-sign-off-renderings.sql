-- A signature and a sample belong to a rendering, not to a language: a document may have two renderings in one. A rendering is the
-- column of its document, through all its versions.
ALTER TABLE sign_off ADD COLUMN column_rank INTEGER NOT NULL DEFAULT 0;
UPDATE sign_off SET column_rank = (SELECT column_rank FROM version WHERE version.id = version_id);
DROP INDEX sign_off_open;
CREATE UNIQUE INDEX sign_off_open ON sign_off (document_id, column_rank) WHERE reopened_at IS NULL;

ALTER TABLE review_sample ADD COLUMN column_rank INTEGER NOT NULL DEFAULT 0;
-- By a sentence that was drawn from the rendering; where all are of the original, the first rendering in that language.
UPDATE review_sample SET column_rank = coalesce(
  (SELECT version.column_rank FROM json_each(review_sample.anchors) AS anchor
     JOIN segment ON segment.id = json_extract(anchor.value, '$.segmentId')
     JOIN version ON version.id = segment.version_id
     WHERE version.role = 'rendering' LIMIT 1),
  (SELECT min(version.column_rank) FROM version
     WHERE version.document_id = review_sample.document_id AND version.role = 'rendering' AND version.lang = review_sample.lang),
  0);

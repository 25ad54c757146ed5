-- As jsonb, texts are stored as they are, so that replace_name finds names in them. JSON as text may have letters as \u0e01.
ALTER TABLE plan_drafts ALTER file TYPE jsonb USING file::jsonb;

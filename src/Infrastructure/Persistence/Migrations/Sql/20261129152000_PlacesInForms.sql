-- Where something is printed in documents of other forms than text: page and paragraph of a document, sheet and cell of a
-- spreadsheet. Null for what was read from text.
ALTER TABLE sources ADD page integer, ADD paragraph integer, ADD sheet text COLLATE "th-x-icu", ADD cell text COLLATE "th-x-icu";
ALTER TABLE findings
    ADD source_page integer,
    ADD source_paragraph integer,
    ADD source_sheet text COLLATE "th-x-icu",
    ADD source_cell text COLLATE "th-x-icu";

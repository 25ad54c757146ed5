-- The passages of a plan's document that went nowhere.
CREATE VIEW unread_passages AS
    SELECT r.plan_id, p.position::int AS position, (p.passage ->> 'firstLine')::int AS first_line,
        (p.passage ->> 'lastLine')::int AS last_line, (p.passage ->> 'lines')::int AS lines, p.passage ->> 'reason' AS reason,
        p.passage ->> 'text' AS text
    FROM plan_readings r CROSS JOIN LATERAL jsonb_array_elements(r.unread) WITH ORDINALITY AS p (passage, position);
GRANT SELECT ON unread_passages TO teacherdevplan_service;

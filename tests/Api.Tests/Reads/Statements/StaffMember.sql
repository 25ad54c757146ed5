-- nobody: { staff(where: { name: { contains: "ครู" }, office: { id: { eq: null } } }, order: [{ name: DESC }], first: 20) { totalCount nodes { id name office { id code name } suggestions { formerName } } } }

SELECT r1.id, r1.name, r3.id, r3.code, r3.name
    FROM (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM staff_members r0
    WHERE EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) AND r0.name_folded LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND r2.published)
    ORDER BY r0.name DESC, r0.id DESC
    LIMIT 21) page
    JOIN staff_members r1 ON r1.id = page.id
    LEFT JOIN offices r3 ON r3.id = r1.office_id AND r3.published
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM staff_members r0
    WHERE EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) AND r0.name_folded LIKE fold_text($1) AND NOT EXISTS (SELECT
    FROM offices r1
    WHERE r1.id = r0.office_id AND r1.published);

SELECT r0.staff_member_id, r0.former_name, r0.person_id
    FROM staff_link_suggestions r0
    WHERE false
    ORDER BY r0.staff_member_id, r0.name, r0.person_id;

-- budget officer: { staff(where: { name: { contains: "ครู" }, office: { id: { eq: null } } }, order: [{ name: DESC }], first: 20) { totalCount nodes { id name office { id code name } suggestions { formerName } } } }

SELECT r1.id, r1.name, r4.id, r4.code, r4.name
    FROM (SELECT r0.id AS id, r0.name AS k0, r0.id AS k1
    FROM staff_members r0
    JOIN offices r2 ON r2.id = r0.office_id
    WHERE (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r2.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND (NOT EXISTS (SELECT
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1)))))
    ORDER BY r0.name DESC, r0.id DESC
    LIMIT 21) page
    JOIN staff_members r1 ON r1.id = page.id
    LEFT JOIN offices r4 ON r4.id = r1.office_id AND (r4.published OR r4.code = ANY($1))
    ORDER BY page.k0 DESC, page.k1 DESC;

SELECT count(*)::int
    FROM staff_members r0
    JOIN offices r1 ON r1.id = r0.office_id
    WHERE (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r1.code = ANY($1)) AND (r0.name_folded LIKE fold_text($2) AND (NOT EXISTS (SELECT
    FROM offices r2
    WHERE r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1)))));

SELECT r0.staff_member_id, r0.former_name, r0.person_id
    FROM staff_link_suggestions r0
    WHERE false
    ORDER BY r0.staff_member_id, r0.name, r0.person_id;

-- budget officer: { staff { groups(by: [OFFICE, OFFICE_KIND], having: { count: { gt: 1 } }, order: [{ count: DESC }], first: 10) { label aggregate { count } } } }

SELECT nullif(concat_ws(' · ', (SELECT r3.name
    FROM offices r3
    WHERE r3.id = r0.office_id AND (r3.published OR r3.code = ANY($1))), (r2.kind)::text) COLLATE "th-x-icu", ''), count(*)::int
    FROM staff_members r0
    JOIN offices r1 ON r1.id = r0.office_id
    LEFT JOIN offices r2 ON r2.id = r0.office_id AND (r2.published OR r2.code = ANY($1))
    WHERE (EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED')) OR r1.code = ANY($1))
    GROUP BY r0.office_id, r2.kind
    HAVING count(*) > $2
    ORDER BY count(*) DESC NULLS LAST, r0.office_id, array_position('{PRIMARY,SECONDARY}'::text[], r2.kind)
    LIMIT 10;

-- nobody: { staffMember(id: "U3RhZmZNZW1iZXI6AAAAAAAAAAAAAAAAAAAAAA") { id name office { id code name } suggestions { formerName } } }

SELECT r0.id, r0.name, r1.id, r1.code, r1.name
    FROM staff_members r0
    LEFT JOIN offices r1 ON r1.id = r0.office_id AND r1.published
    WHERE r0.id = $1 AND EXISTS (SELECT
    FROM project_owners w
    JOIN projects p ON p.id = w.project_id
    WHERE w.staff_member_id = r0.id AND p.status NOT IN ('DRAFT', 'SUBMITTED'));

SELECT r0.staff_member_id, r0.former_name, r0.person_id
    FROM staff_link_suggestions r0
    WHERE false
    ORDER BY r0.staff_member_id, r0.name, r0.person_id;


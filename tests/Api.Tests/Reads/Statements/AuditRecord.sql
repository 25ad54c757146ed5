-- administrator: { auditLog(where: { actor: { contains: "ครู" }, kind: { in: [WRITE] } }, order: [{ address: DESC }, { requestId: ASC }], first: 20) { totalCount nodes { id recordedAt kind  } } }

SELECT r1.id, r1.recorded_at, r1.kind
    FROM (SELECT r0.id AS id, r0.address AS k0, r0.request_id AS k1, r0.id AS k2
    FROM audit_records r0
    WHERE fold_text(r0.actor) LIKE fold_text($1) AND r0.kind = ANY($2)
    ORDER BY r0.address DESC NULLS LAST, r0.request_id, r0.id
    LIMIT 21) page
    JOIN audit_records r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM audit_records r0
    WHERE fold_text(r0.actor) LIKE fold_text($1) AND r0.kind = ANY($2);


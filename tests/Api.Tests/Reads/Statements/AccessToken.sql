-- administrator: { accessTokens(where: { name: { contains: "ครู" } }, order: [{ confirmedAt: DESC }, { confirmedBy: ASC }], first: 20) { totalCount nodes { id name roles  } } }

SELECT r1.id, r1.name, r1.roles
    FROM (SELECT r0.id AS id, r0.confirmed_at AS k0, r0.confirmed_by AS k1, r0.id AS k2
    FROM access_tokens r0
    WHERE fold_text(r0.name) LIKE fold_text($1)
    ORDER BY r0.confirmed_at DESC NULLS LAST, r0.confirmed_by, r0.id
    LIMIT 21) page
    JOIN access_tokens r1 ON r1.id = page.id
    ORDER BY page.k0 DESC NULLS LAST, page.k1, page.k2;

SELECT count(*)::int
    FROM access_tokens r0
    WHERE fold_text(r0.name) LIKE fold_text($1);


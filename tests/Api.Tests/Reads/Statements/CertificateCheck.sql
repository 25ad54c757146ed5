-- nobody: { certificateCheck(code: "TH-43-P2") { validity initials  } }

SELECT CASE WHEN r0.id IS NOT NULL THEN CASE WHEN r0.revoked_on IS NOT NULL THEN 'REVOKED' WHEN r0.expires_on < $2 THEN 'EXPIRED' ELSE 'VALID' END END, r0.initials
    FROM certificate_checks r0
    WHERE r0.code = $1;


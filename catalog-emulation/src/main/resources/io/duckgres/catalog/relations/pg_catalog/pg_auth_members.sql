SELECT 1000000000 + row_number() OVER (ORDER BY m.role_name, m.member_name) AS oid, r.oid AS roleid, u.oid AS member, 10 AS grantor,
  false AS admin_option, true AS inherit_option, true AS set_option
FROM ${engine.raw_role_members} m
JOIN ${pg_authid} r ON r.rolname = m.role_name
JOIN ${pg_authid} u ON u.rolname = m.member_name

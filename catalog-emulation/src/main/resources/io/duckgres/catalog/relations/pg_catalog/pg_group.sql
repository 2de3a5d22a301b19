SELECT rolname AS groname, a.oid AS grosysid,
  coalesce((SELECT list(m.member) FROM ${pg_auth_members} m WHERE m.roleid = a.oid), []) AS grolist
FROM ${pg_authid} a WHERE NOT rolcanlogin

SELECT rolname AS role_name FROM ${pg_authid}

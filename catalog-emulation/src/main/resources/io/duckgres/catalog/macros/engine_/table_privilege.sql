-- Whether a role has one of the privileges on a relation: a superuser has all, others what is granted to them, to roles that they are
-- members of and to all. NULL when there is no such relation.
(arg_role, arg_relation, arg_privileges) AS (
  (SELECT CASE
      WHEN NOT EXISTS (SELECT 1 FROM (SELECT oid AS dg_oid FROM ${pg_class}) dg_relations WHERE dg_oid = tp_relation) THEN NULL
      WHEN EXISTS (SELECT 1 FROM (SELECT rolname AS dg_name, rolsuper AS dg_super FROM ${pg_authid}) dg_roles WHERE dg_name = tp_role AND dg_super) THEN true
      ELSE EXISTS (
        SELECT 1
        FROM (
          SELECT r.oid AS dg_oid, g.grantee AS dg_grantee, g.privilege || CASE WHEN o.with_option THEN ' WITH GRANT OPTION' ELSE '' END AS dg_privilege
          FROM ${engine.raw_privileges} g
          JOIN ${engine.relations} r ON NOT r.temporary AND r.schema_name = g.schema_name AND r.relname = g.object_name
          JOIN (VALUES (false), (true)) o(with_option) ON NOT o.with_option OR g.grant_option
          WHERE g.kind IN ('TABLE', 'SEQUENCE') AND g.column_name = ''
          UNION ALL
          -- What PostgreSQL's own relations grant to all.
          SELECT oid, 'public', 'SELECT' FROM ${static.pg_class} WHERE relname NOT IN ('pg_authid', 'pg_shadow', 'pg_subscription', 'pg_statistic', 'pg_statistic_ext_data', 'pg_user_mapping')
        ) dg_grants
        WHERE dg_oid = tp_relation AND list_contains(tp_words, dg_privilege)
          AND (dg_grantee IN ('public', tp_role) OR EXISTS (
            SELECT 1 FROM (SELECT role_name AS dg_role, member_name AS dg_member FROM ${engine.raw_role_members}) dg_members
            WHERE dg_role = dg_grantee AND dg_member = tp_role)))
    END
   FROM (SELECT arg_role AS tp_role, arg_relation AS tp_relation, arg_privileges AS tp_words) tp_arguments)
)

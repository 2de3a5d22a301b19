(arg_constraint_oid) AS ((SELECT definition FROM ${engine.constraint_definitions} WHERE oid = arg_constraint_oid)),
(arg_constraint_oid, arg_pretty) AS ((SELECT definition FROM ${engine.constraint_definitions} WHERE oid = arg_constraint_oid))

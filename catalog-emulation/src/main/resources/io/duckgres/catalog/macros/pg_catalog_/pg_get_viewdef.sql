(arg_view_oid) AS ((SELECT definition FROM ${engine.views} WHERE oid = arg_view_oid)),
(arg_view_oid, arg_pretty) AS ((SELECT definition FROM ${engine.views} WHERE oid = arg_view_oid))

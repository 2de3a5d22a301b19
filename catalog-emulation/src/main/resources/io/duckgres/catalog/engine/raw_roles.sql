-- Users' roles.
SELECT * FROM ${side}.roles

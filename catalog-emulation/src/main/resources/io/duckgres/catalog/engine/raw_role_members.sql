-- Which role is a member of which.
SELECT * FROM ${side}.role_members

-- What is granted on what to whom.
SELECT * FROM ${side}.privileges

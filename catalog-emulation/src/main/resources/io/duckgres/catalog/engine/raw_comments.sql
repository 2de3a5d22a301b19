-- Comments on what the engine has none for.
SELECT * FROM ${side}.comments

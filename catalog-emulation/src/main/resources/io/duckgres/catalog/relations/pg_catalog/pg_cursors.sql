SELECT * FROM pg_session_rows('pg_cursors', CAST(current_connection_id() AS VARCHAR))

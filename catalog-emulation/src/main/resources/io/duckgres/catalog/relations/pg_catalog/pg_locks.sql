SELECT * FROM pg_session_rows('pg_locks', CAST(current_connection_id() AS VARCHAR))

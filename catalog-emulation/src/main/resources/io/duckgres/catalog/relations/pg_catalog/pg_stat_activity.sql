SELECT * FROM pg_session_rows('pg_stat_activity', CAST(current_connection_id() AS VARCHAR))

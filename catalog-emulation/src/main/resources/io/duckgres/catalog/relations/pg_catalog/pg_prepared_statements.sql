SELECT * FROM pg_session_rows('pg_prepared_statements', CAST(current_connection_id() AS VARCHAR))

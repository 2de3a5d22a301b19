-- One of the two forms of a definition that are kept in one text, see ShownText.
(text, pretty) AS (CASE WHEN pretty AND contains(text, chr(1)) THEN split_part(text, chr(1), 2) ELSE split_part(text, chr(1), 1) END)

-- The privileges of a list in capitals; 22023 for one that is not known.
(privileges, known) AS (
  list_transform(string_split(privileges, ','), lambda word:
    CASE WHEN list_contains(known, regexp_replace(upper(trim(word)), ' WITH GRANT OPTION$', '')) THEN upper(trim(word))
      ELSE error('[22023] unrecognized privilege type: "' || trim(word) || '"') END)
)

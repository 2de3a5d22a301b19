-- How the engine spells a column's enum type.
(labels) AS (
  'ENUM(' || array_to_string(list_transform(labels, lambda label: '''' || replace(label, '''', '''''') || ''''), ', ') || ')'
)

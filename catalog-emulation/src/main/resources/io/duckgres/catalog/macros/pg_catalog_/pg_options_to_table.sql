(arg_options) AS TABLE
SELECT split_part(option, '=', 1) AS option_name,
  CASE WHEN contains(option, '=') THEN option[length(split_part(option, '=', 1)) + 2:] END AS option_value
FROM (SELECT unnest(arg_options) AS option)

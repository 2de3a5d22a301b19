-- Box and Muller's method.
(arg_mean := 0.0, arg_deviation := 1.0) AS (
  arg_mean + arg_deviation * sqrt(-2 * ln(1 - random())) * cos(2 * pi() * random())
)

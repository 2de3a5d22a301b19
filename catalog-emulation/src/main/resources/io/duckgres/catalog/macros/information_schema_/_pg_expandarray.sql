(elements) AS (unnest(list_transform(elements, lambda x, n: {'x': x, 'n': n::INTEGER})))

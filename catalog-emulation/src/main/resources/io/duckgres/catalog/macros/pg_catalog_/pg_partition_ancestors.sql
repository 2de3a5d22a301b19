-- There are no partitions.
(relation_oid) AS (unnest(list_filter([relation_oid::BIGINT], lambda dg_relation: false)))

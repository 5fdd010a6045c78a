/** Tables in the shape of Langfuse 4: versions by event_ts, a materialized view that fills a second table, and the table of the migrations. */
export const SCHEMA = [
  `CREATE TABLE traces (id String, timestamp DateTime64(3), name String, user_id Nullable(String), metadata Map(LowCardinality(String), String), project_id String, event_ts DateTime64(3), is_deleted UInt8, INDEX idx_user_id user_id TYPE bloom_filter() GRANULARITY 1) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(timestamp) PRIMARY KEY (project_id, toDate(timestamp)) ORDER BY (project_id, toDate(timestamp), id)`,
  `CREATE TABLE events_full (project_id String, span_id String, start_time DateTime64(6), input String CODEC(ZSTD(3)), input_length UInt64 MATERIALIZED lengthUTF8(input), cost_details Map(LowCardinality(String), Decimal(18, 12)), total_cost Decimal(18, 12) ALIAS cost_details['total'], event_ts DateTime64(6), is_deleted UInt8) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(start_time) ORDER BY (project_id, toStartOfMinute(start_time), xxHash32(span_id), span_id, start_time) SETTINGS enable_block_number_column = 1`,
  `CREATE TABLE events_core (project_id String, span_id String, start_time DateTime64(6), input String, event_ts DateTime64(6), is_deleted UInt8) ENGINE = ReplacingMergeTree(event_ts, is_deleted) PARTITION BY toYYYYMM(start_time) ORDER BY (project_id, span_id, start_time)`,
  `CREATE MATERIALIZED VIEW events_core_mv TO events_core AS SELECT project_id, span_id, start_time, leftUTF8(input, 200) AS input, event_ts, is_deleted FROM events_full`,
  `CREATE VIEW analytics_traces AS SELECT project_id, toStartOfHour(timestamp) AS hour, uniq(id) AS traces FROM traces FINAL GROUP BY project_id, hour`,
  `CREATE TABLE event_log (id String, kind String) ENGINE = MergeTree ORDER BY kind`,
  `CREATE TABLE schema_migrations (version Int64, dirty UInt8, sequence UInt64) ENGINE = MergeTree ORDER BY sequence`,
]

/** Rows of the last two months, with updates and a deletion. */
export const ROWS = [
  ...[0, 1].map(
    (update) =>
      `INSERT INTO traces SELECT concat('t', toString(number)), now64(3) - toIntervalHour(number * 5), 'trace ${update}', if(number % 2 = 0, NULL, 'u'), map('k', toString(number)), 'p', now64(3) - toIntervalMinute(${20 - update}), number = 7 AND ${update} = 1 FROM numbers(${update === 0 ? 200 : 50})`,
  ),
  `INSERT INTO events_full (project_id, span_id, start_time, input, cost_details, event_ts, is_deleted) SELECT 'p', toString(number), now64(6) - toIntervalMinute(number * 60 + 30), repeat('é', 300), map('total', 1.5), now64(6) - INTERVAL 20 MINUTE, 0 FROM numbers(1000)`,
  `INSERT INTO event_log SELECT toString(number), 'same' FROM numbers(10)`,
  `INSERT INTO schema_migrations VALUES (45, 1, 1), (46, 0, 2)`,
]

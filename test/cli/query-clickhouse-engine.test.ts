import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { run } from '../../src/cli/programs/query-clickhouse'
import { ClickHouse, engineIsMissing } from '../../testkit/clickhouse/server'

const missing = engineIsMissing()

;(missing === undefined ? describe : describe.skip)(`a query of ClickHouse (${missing ?? 'chdb'})`, () => {
  let clickhouse: ClickHouse
  beforeAll(async () => {
    clickhouse = await ClickHouse.start()
  }, 60_000)
  afterAll(() => clickhouse.stop())

  const query = async (sql: string): Promise<string[]> => {
    const lines: string[] = []
    await run(
      { sql: `${sql} FORMAT JSONCompactEachRow`, write: false, maxRows: 2 },
      { env: clickhouse.environment('CLICKHOUSE'), emit: (_, value) => lines.push(String(value)) },
    )
    return lines
  }

  test('keeps numbers that JSON cannot have', async () => {
    const sql =
      'SELECT toUInt64(18446744073709551615), toInt64(-9007199254740993), nan, inf, toDecimal64(0.1, 18)'
    expect(await query(sql)).toEqual(['["18446744073709551615", "-9007199254740993", "nan", "inf", "0.1"]'])
  })

  test('reads no more rows than it shows, and one', async () => {
    expect(await query('SELECT number FROM numbers(10000000)')).toEqual(['["0"]', '["1"]', '["2"]'])
  })

  test('counts all rows of a subquery, a set and a union', async () => {
    expect(
      await query(
        'SELECT (SELECT count() FROM numbers(100)), count() FROM (SELECT number FROM numbers(100) UNION ALL SELECT 1) WHERE number IN (SELECT number FROM numbers(50))',
      ),
    ).toEqual(['["100", "51"]'])
  })
})

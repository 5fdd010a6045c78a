const FORMAT = 'JSONCompactEachRowWithNames';
export async function run({ sql, write, maxRows }, { env, emit }) {
    const url = new URL(env['CLICKHOUSE_URL'] ?? '');
    url.search = new URLSearchParams({
        default_format: FORMAT,
        wait_end_of_query: '1',
        ...(write ? {} : { readonly: '2' }),
    }).toString();
    const response = await fetch(url, {
        method: 'POST',
        body: sql,
        headers: {
            'x-clickhouse-user': env['CLICKHOUSE_USER'] ?? '',
            'x-clickhouse-key': env['CLICKHOUSE_PASSWORD'] ?? '',
        },
    });
    if (!response.ok)
        throw new Error((await response.text()).trim().slice(0, 4000));
    const lines = readLines(response);
    if (response.headers.get('x-clickhouse-format') !== FORMAT) {
        for await (const line of lines)
            emit('text', line);
        return;
    }
    await emitRows(lines, maxRows, emit);
}
async function emitRows(lines, maxRows, emit) {
    let rows = -1;
    for await (const line of lines) {
        if (rows === maxRows) {
            emit('truncated', { maxRows });
            return;
        }
        emit(rows === -1 ? 'columns' : 'row', JSON.parse(line));
        rows += 1;
    }
}
async function* readLines(response) {
    if (response.body === null)
        return;
    const chunks = response.body;
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of chunks) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
        rest = lines.pop() ?? '';
        yield* lines;
    }
    if (rest !== '')
        yield rest;
}

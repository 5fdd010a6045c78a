const MARKER = 'langfuse_restore';
export async function run({ backup, pollMs }, { env, emit }) {
    const server = new Server(env);
    const restore = await findOrStart(server, backup);
    const result = await restoreOnce(server, restore, pollMs);
    if (result.status !== 'RESTORED') {
        await undo(server, restore);
        throw new Error(`ClickHouse could not restore ${backup}: ${result.error || result.status}. The previous data is in place again.`);
    }
    const views = await server.select(`SELECT name FROM system.tables WHERE database = '${restore.previous}' AND engine = 'MaterializedView'`);
    for (const { name } of views)
        await server.execute(`DROP VIEW IF EXISTS ${restore.previous}.\`${String(name)}\` SYNC`);
    for (const row of await server.select(comparison(restore.previous)))
        emit('table', row);
    await server.execute(`DROP DATABASE ${MARKER}`);
    emit('restored', restore);
}
async function findOrStart(server, backup) {
    const [unfinished] = await server.select(`SELECT comment FROM system.databases WHERE name = '${MARKER}'`);
    if (unfinished !== undefined) {
        const { backup: other = '', previous = '' } = parseRecord(String(unfinished['comment']));
        if (other === backup)
            return { backup, previous: String(previous) };
        throw new Error(`The restore of ${String(other)} is unfinished. Finish it first: langfuse-deploy restore clickhouse ${String(other)}`);
    }
    const restore = {
        backup,
        previous: `default_before_${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}`,
    };
    await server.execute(`CREATE DATABASE ${MARKER} ENGINE = Atomic COMMENT '${JSON.stringify(restore)}'`);
    return restore;
}
async function restoreOnce(server, { backup, previous }, pollMs) {
    const databases = (await server.select('SELECT name FROM system.databases')).map(({ name }) => name);
    const running = databases.includes(previous) ? await statusOf(server, backup) : undefined;
    if (running?.status !== 'RESTORING' && running?.status !== 'RESTORED') {
        if (databases.includes(previous))
            await server.execute('DROP DATABASE IF EXISTS default SYNC');
        else if (databases.includes('default'))
            await server.execute(`RENAME DATABASE default TO ${previous}`);
        await server.execute(`RESTORE DATABASE default FROM Disk('backups', '${backup}') ASYNC`);
    }
    for (;;) {
        const status = await statusOf(server, backup);
        if (status?.status !== 'RESTORING')
            return status ?? { status: 'ClickHouse was restarted', error: '' };
        await new Promise((resolve) => setTimeout(resolve, pollMs));
    }
}
async function statusOf(server, backup) {
    const [row] = await server.select(`SELECT toString(status) AS status, error FROM system.backups WHERE name = 'Disk(\\'backups\\', \\'${backup}\\')' AND startsWith(toString(status), 'RESTOR') ORDER BY start_time DESC LIMIT 1`);
    return row === undefined
        ? undefined
        : { status: String(row['status']), error: String(row['error']).split(', Stack trace')[0] ?? '' };
}
async function undo(server, { previous }) {
    const databases = (await server.select('SELECT name FROM system.databases')).map(({ name }) => name);
    if (databases.includes(previous)) {
        await server.execute('DROP DATABASE IF EXISTS default SYNC');
        await server.execute(`RENAME DATABASE ${previous} TO default`);
    }
    await server.execute(`DROP DATABASE ${MARKER}`);
}
const comparison = (previous) => `SELECT name, toString(sumIf(total_rows, database = 'default')) AS restored, toString(sumIf(total_rows, database = '${previous}')) AS before FROM system.tables WHERE database IN ('default', '${previous}') AND total_rows IS NOT NULL GROUP BY name ORDER BY name`;
function parseRecord(text) {
    const value = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
}
class Server {
    env;
    constructor(env) {
        this.env = env;
    }
    async select(sql) {
        const text = await this.execute(`${sql} FORMAT JSONEachRow`);
        return text
            .split('\n')
            .filter((line) => line !== '')
            .map(parseRecord);
    }
    async execute(sql) {
        const url = new URL(this.env['CLICKHOUSE_URL'] ?? '');
        url.search = new URLSearchParams({ database: 'system', wait_end_of_query: '1' }).toString();
        const response = await fetch(url, {
            method: 'POST',
            body: sql,
            headers: {
                'x-clickhouse-user': this.env['CLICKHOUSE_USER'] ?? '',
                'x-clickhouse-key': this.env['CLICKHOUSE_PASSWORD'] ?? '',
            },
        });
        const text = await response.text();
        if (!response.ok)
            throw new Error(text.trim().slice(0, 4000));
        return text;
    }
}

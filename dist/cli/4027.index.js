export const id = 4027;
export const ids = [4027];
export const modules = {

/***/ 45871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listBackups),
/* harmony export */   V: () => (/* binding */ readAccountId)
/* harmony export */ });
/* harmony import */ var _backups_backup__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72390);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);



/**
 * Lists the complete backups, oldest first. Reads the bucket instead of ClickHouse, whose own list is on the volume that may be lost.
 *
 * @throws CommandFailed without the bucket
 */
async function listBackups(aws, bucket) {
    const { S3Client, paginateListObjectsV2 } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    const names = [];
    for (const kind of ['full', 'incremental']) {
        const query = { Bucket: bucket, Prefix: `${_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM}${kind}/`, Delimiter: '/' };
        const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NoSuchBucket'], 's3:ListBucket', async () => {
            const prefixes = [];
            for await (const page of paginateListObjectsV2({ client }, query))
                prefixes.push(...(page.CommonPrefixes?.map(({ Prefix = '' }) => Prefix) ?? []));
            return prefixes;
        });
        if (found === undefined)
            throw missingBucket(bucket);
        names.push(...found.map((prefix) => prefix.slice(_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM.length, -1)));
    }
    const backups = await Promise.all(names.filter((name) => _backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_NAME */ .RD.test(name)).map((name) => readBackup(aws, bucket, name)));
    return backups.filter((backup) => backup !== undefined).sort(_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .byTime */ .XL);
}
/** ClickHouse writes the file `.backup` last, so a backup without it is incomplete. */
async function readBackup(aws, bucket, name) {
    const { S3Client, HeadObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    const Key = `${_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM}${name}/.backup`;
    const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NotFound', 'NoSuchKey'], 's3:GetObject', () => client.send(new HeadObjectCommand({ Bucket: bucket, Key })));
    return found?.LastModified === undefined ? undefined : { name, completedAt: found.LastModified };
}
const missingBucket = (bucket) => new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(`The bucket ${bucket} does not exist. Check --stack and --region; with an external ClickHouse, the stack makes no backups.`);
/** Returns the account ID of the credentials. */
async function readAccountId(aws) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    const client = new STSClient(await aws.settings('STS'));
    const { Account = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('sts:GetCallerIdentity', () => client.send(new GetCallerIdentityCommand({})));
    return Account;
}


/***/ }),

/***/ 33511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ listDumps),
/* harmony export */   JH: () => (/* binding */ copyObject),
/* harmony export */   XR: () => (/* binding */ deleteObject)
/* harmony export */ });
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);

const PREFIX = 'postgres/';
/** Lists the names of the dumps of PostgreSQL that the size tiny wrote, oldest first. */
async function listDumps(aws, bucket) {
    const { paginateListObjectsV2 } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = await connect(aws);
    const names = [];
    await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NoSuchBucket'], 's3:ListBucket', async () => {
        for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX }))
            names.push(...(page.Contents?.map(({ Key = '' }) => Key.slice(PREFIX.length)) ?? []));
    });
    return names.filter((name) => name.endsWith('.sql.gz')).sort();
}
/** Copies a dump to another bucket. */
async function copyObject(aws, { bucket, dump }, to) {
    const { CopyObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = await connect(aws);
    const request = { ...to, CopySource: `${bucket}/${PREFIX}${dump}` };
    await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('s3:PutObject', () => client.send(new CopyObjectCommand(request)));
}
/** Deletes an object. */
async function deleteObject(aws, object) {
    const { DeleteObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = await connect(aws);
    await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('s3:DeleteObject', () => client.send(new DeleteObjectCommand(object)));
}
async function connect(aws) {
    const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    return new S3Client(await aws.settings('S3'));
}


/***/ }),

/***/ 72390:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RD: () => (/* binding */ BACKUP_NAME),
/* harmony export */   XL: () => (/* binding */ byTime),
/* harmony export */   aM: () => (/* binding */ BACKUP_PREFIX),
/* harmony export */   bx: () => (/* binding */ baseOf)
/* harmony export */ });
/** Prefix of backups in the bucket, as in terraform/modules/langfuse/s3-backups.tf. */
const BACKUP_PREFIX = 'clickhouse/';
const BACKUP_NAME = /^(?:full|incremental)\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
/** Returns when a backup started, which is its name. */
function backupTime(name) {
    const [, date = '', hour = '', minute = '', second = ''] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/.exec(name) ?? [];
    return new Date(`${date}T${hour}:${minute}:${second}Z`);
}
/** Oldest first. */
const byTime = (a, b) => backupTime(a.name).getTime() - backupTime(b.name).getTime();
/** Returns the full backup that an incremental one was made from: the newest that is older. Undefined if it has expired. */
function baseOf(name, backups) {
    if (!name.startsWith('incremental/'))
        return undefined;
    const full = backups.filter((backup) => backup.name.startsWith('full/') && backupTime(backup.name) < backupTime(name));
    return full.sort(byTime).at(-1);
}


/***/ }),

/***/ 9157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   runQuery: () => (/* binding */ runQuery)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21789);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40120);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82010);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(11728);
/* harmony import */ var _table__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48997);





/** Runs a statement in a task of the worker, which has the network access and the credentials, and prints its rows. */
async function query(command, runtime) {
    const result = await runQuery(command, runtime);
    for (const line of command.format === 'json' ? jsonLines(result) : tableLines(result))
        runtime.print(line);
    if (result.isTruncated)
        runtime.progress(`Only the first ${command.maxRows} rows are shown. Use LIMIT, or raise --max-rows.`);
}
/** @throws CommandFailed with the database's message */
async function runQuery(command, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_1__/* .stackNames */ .z)(command.stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const { sql, write, maxRows } = command;
    const program = await runtime.readProgram(`query-${command.database}`);
    const task = await cluster.run({ taskDefinition, network, program, args: { sql, write, maxRows } });
    const events = [];
    await (0,_task_follow__WEBPACK_IMPORTED_MODULE_2__/* .followProgram */ .O)(task, {
        clock: runtime.clock,
        onEvent: (event) => events.push(event),
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    return resultOf(events);
}
function resultOf(events) {
    const ofKind = (kind) => events.filter((event) => event.kind === kind).map(({ value }) => value);
    return {
        columns: (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(ofKind('columns')[0]).map(String),
        rows: ofKind('row').map(_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3),
        text: ofKind('text').map(String),
        isTruncated: ofKind('truncated').length > 0,
    };
}
function tableLines({ columns, rows, text }) {
    return columns.length > 0 ? (0,_table__WEBPACK_IMPORTED_MODULE_4__/* .formatTable */ .k)(columns, rows) : text;
}
function jsonLines({ columns, rows, text }) {
    if (columns.length === 0)
        return text;
    return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))));
}


/***/ }),

/***/ 34027:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreDump: () => (/* binding */ restoreDump)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_dumps__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33511);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40120);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82010);
/* harmony import */ var _query_query__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9157);
/* harmony import */ var _services_services__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56143);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11728);









const CHECK = 'SELECT count(*) AS projects, max(created_at) AS newest_project FROM projects';
/** Restores a dump of the size tiny into the stack's PostgreSQL, of any size. The previous data is kept as another schema. */
async function restoreDump({ stack, dump }, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .stackNames */ .z)(stack);
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    const dumps = await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_1__/* .listDumps */ .AD)(runtime.aws, bucket);
    if (!dumps.includes(dump))
        throw new _error__WEBPACK_IMPORTED_MODULE_6__/* .CommandFailed */ .nk(`There is no dump ${dump} in ${bucket}. ${dumps.length === 0 ? 'It has no dumps: only stacks of size tiny write them.' : `The newest is ${dumps.at(-1) ?? ''}.`} Nothing was changed.`);
    if (dump !== dumps.at(-1))
        runtime.print(`There is a newer dump, ${dumps.at(-1) ?? ''}. ${dump} lacks what changed since.`);
    const services = new _services_services__WEBPACK_IMPORTED_MODULE_4__/* .Services */ .x(stack, runtime);
    await services.stop(['web', 'worker']);
    try {
        const { previous, tables } = await runRestore({ stack, dump }, bucket, runtime);
        runtime.print(`Restored ${tables} tables from ${dump}. The previous data is the schema ${previous}. Drop it when you no longer need it: langfuse-deploy query postgres 'DROP SCHEMA ${previous} CASCADE' --write --stack ${stack}`);
    }
    finally {
        // Also after a failure, which changes nothing.
        await services.start(['worker', 'web']);
    }
    const query = { stack, database: 'postgres', sql: CHECK, write: false, maxRows: 1 };
    const [projects, newest] = (await (0,_query_query__WEBPACK_IMPORTED_MODULE_3__.runQuery)(query, runtime)).rows[0] ?? [];
    runtime.print(`It has ${String(projects)} projects; the newest is of ${String(newest)}.`);
    runtime.print('If Langfuse is newer than the dump, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.');
    const now = new Date(runtime.clock.wallClockMs()).toISOString();
    runtime.print(`If the stack was tiny before, replay events that waited in its queue: langfuse-deploy replay --stack ${stack} --from ${timeOf(dump)} --to ${now}`);
}
const timeOf = (dump) => dump.replace(/^(.*)T(\d\d)-(\d\d)-(\d\d)Z\.sql\.gz$/, '$1T$2:$3:$4Z');
/** The worker can read the bucket of blobs, so the dump is there while it runs. */
async function runRestore({ stack, dump }, bucket, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_2__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const environment = (await cluster.environment(taskDefinition)) ?? {};
    const copy = {
        Bucket: environment['LANGFUSE_S3_BATCH_EXPORT_BUCKET'] ?? '',
        Key: `${environment['LANGFUSE_S3_BATCH_EXPORT_PREFIX'] ?? ''}restore/${dump}`,
    };
    await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_1__/* .copyObject */ .JH)(runtime.aws, { bucket, dump }, copy);
    try {
        const time = new Date(runtime.clock.wallClockMs()).toISOString().replace(/\D/g, '').slice(0, 14);
        const program = await runtime.readProgram('restore-postgres');
        const args = { key: copy.Key, previous: `public_before_${time}` };
        const task = await cluster.run({ taskDefinition, network, program, args });
        const events = [];
        runtime.progress(`Restoring ${dump}`);
        await (0,_task_follow__WEBPACK_IMPORTED_MODULE_7__/* .followProgram */ .O)(task, {
            clock: runtime.clock,
            onEvent: (event) => events.push(event),
            onStatus: (status) => {
                runtime.progress(`Task ${status.toLowerCase()}`);
            },
        });
        const value = events.find(({ kind }) => kind === 'restored')?.value;
        return { previous: (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'previous') ?? '', tables: (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .numberAt */ .tk)(value, 'tables') ?? 0 };
    }
    finally {
        await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_1__/* .deleteObject */ .XR)(runtime.aws, copy);
    }
}


/***/ })

};

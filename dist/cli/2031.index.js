export const id = 2031;
export const ids = [2031];
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

/***/ 32031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreClickHouse: () => (/* binding */ restoreClickHouse)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40120);
/* harmony import */ var _backups_backup__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72390);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82010);
/* harmony import */ var _query_table__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(48997);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15943);
/* harmony import */ var _services_services__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56143);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(11728);










const POLL_MS = 5000;
/** Restores ClickHouse from a backup in S3. The previous data is kept as another database. */
async function restoreClickHouse({ stack, backup }, runtime) {
    if (!_backups_backup__WEBPACK_IMPORTED_MODULE_4__/* .BACKUP_NAME */ .RD.test(backup))
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`'${backup}' is not the name of a backup. List them: langfuse-deploy backups list`);
    if ((await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .placementOf */ .x)('clickhouse', stack, runtime)) === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .notOwned */ .d)('clickhouse', stack, 'Restore it where it runs.');
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack);
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    checkBackup(backup, await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(runtime.aws, bucket));
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_1__/* .Cluster */ .d(names.cluster, runtime.aws);
    const clickhouse = await cluster.service(names.service('clickhouse'));
    if (clickhouse.running === 0)
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .CommandFailed */ .nk(`ClickHouse does not run. Nothing was changed. Find the reason: langfuse-deploy doctor --stack ${stack}`);
    const services = new _services_services__WEBPACK_IMPORTED_MODULE_3__/* .Services */ .x(stack, runtime);
    await services.stop(['web', 'worker']);
    try {
        await runRestore({ stack, backup }, cluster, runtime);
    }
    finally {
        // Also after a failed restore, which returns the previous data.
        await services.start(['worker', 'web']);
    }
    runtime.print('If a newer Langfuse was deployed after this backup, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.');
    runtime.print(`Next: replay the events since the backup: langfuse-deploy replay --stack ${stack} --from ${timeOf(backup)} --to ${new Date(runtime.clock.wallClockMs()).toISOString()}`);
}
const timeOf = (backup) => backup.replace(/^.*\/(.*)T(\d\d)-(\d\d)-(\d\d)Z$/, '$1T$2:$3:$4Z');
/** @throws CommandFailed if the backup, or the full backup that it needs, is missing */
function checkBackup(name, backups) {
    const newest = backups.at(-1);
    if (!backups.some((backup) => backup.name === name))
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .CommandFailed */ .nk(`There is no complete backup ${name}. ${newest === undefined ? 'There are no backups.' : `The newest is ${newest.name}.`} List them: langfuse-deploy backups list`);
    if (name.startsWith('incremental/') && (0,_backups_backup__WEBPACK_IMPORTED_MODULE_4__/* .baseOf */ .bx)(name, backups) === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .CommandFailed */ .nk(`The full backup that ${name} needs has expired. Choose another: langfuse-deploy backups list`);
}
async function runRestore({ stack, backup }, cluster, runtime) {
    const { taskDefinition, network } = await cluster.service((0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack).service('worker'));
    const program = await runtime.readProgram('restore-clickhouse');
    const task = await cluster.run({ taskDefinition, network, program, args: { backup, pollMs: POLL_MS } });
    const events = [];
    runtime.progress(`Restoring ${backup}`);
    await (0,_task_follow__WEBPACK_IMPORTED_MODULE_7__/* .followProgram */ .O)(task, {
        clock: runtime.clock,
        onEvent: (event) => events.push(event),
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    const tables = events
        .filter(({ kind }) => kind === 'table')
        .map(({ value }) => ['name', 'restored', 'before'].map((key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, key)));
    const previous = (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(events.find(({ kind }) => kind === 'restored')?.value, 'previous') ?? '';
    for (const line of (0,_query_table__WEBPACK_IMPORTED_MODULE_9__/* .formatTable */ .k)(['table', 'rows restored', 'rows before'], tables))
        runtime.print(line);
    runtime.print(`Restored ${backup}. The previous data is the database ${previous}. Drop it when you no longer need it: langfuse-deploy query clickhouse 'DROP DATABASE ${previous} SYNC' --write`);
}


/***/ }),

/***/ 15943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ notOwned),
/* harmony export */   x: () => (/* binding */ placementOf)
/* harmony export */ });
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40120);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82010);



/** Label of the worker's container: the data stores that run elsewhere, separated by commas. */
const EXTERNAL_LABEL = 'langfuse-deploy.external';
const NAMES = { clickhouse: 'ClickHouse', postgres: 'PostgreSQL', valkey: 'Valkey' };
/** Returns where a data store of a stack runs. @throws CommandFailed if the stack has no worker */
async function placementOf(store, stack, { aws }) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_1__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, aws);
    const worker = names.service('worker');
    const external = (await cluster.label(worker, EXTERNAL_LABEL))?.split(',') ?? [];
    if (external.includes(store))
        return 'external';
    const { network } = await cluster.service(worker);
    // Containers on the instance have no network interface of their own.
    return network.awsvpcConfiguration === undefined ? 'instance' : 'stack';
}
/** An error that says whose task it is. @param task what the owner has to do, as a sentence */
function notOwned(store, stack, task) {
    return new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(`${NAMES[store]} does not belong to the stack ${stack}, which only connects to it (${store}_external). ${task} Nothing was changed.`);
}


/***/ })

};

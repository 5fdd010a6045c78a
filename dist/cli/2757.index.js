export const id = 2757;
export const ids = [2757,5943];
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

/***/ 22757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createBackup: () => (/* binding */ createBackup),
/* harmony export */   printBackups: () => (/* binding */ printBackups),
/* harmony export */   x: () => (/* binding */ findSecurityGroup)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_connection__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27725);
/* harmony import */ var _aws_dumps__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33511);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67720);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82010);
/* harmony import */ var _query_table__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48997);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15943);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11728);
/* harmony import */ var _backup__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72390);











/** Prints the complete backups in S3, oldest first. */
async function printBackups(stack, runtime) {
    const bucket = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack).backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    const backups = await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(runtime.aws, bucket);
    if (backups.length === 0)
        runtime.print(`The bucket ${bucket} contains no complete backup.`);
    const rows = backups.map(({ name, completedAt }) => [
        name,
        completedAt.toISOString(),
        usability(name, backups),
    ]);
    if (rows.length > 0)
        for (const line of (0,_query_table__WEBPACK_IMPORTED_MODULE_7__/* .formatTable */ .k)(['backup', 'completed', 'needs'], rows))
            runtime.print(line);
    const dumps = await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_2__/* .listDumps */ .AD)(runtime.aws, bucket);
    if (dumps.length > 0)
        for (const line of ['', 'dump of PostgreSQL', ...dumps])
            runtime.print(line);
}
function usability(name, backups) {
    if (name.startsWith('full/'))
        return '-';
    return (0,_backup__WEBPACK_IMPORTED_MODULE_8__/* .baseOf */ .bx)(name, backups)?.name ?? 'a full backup that has expired';
}
/** Runs the stack's backup task. @returns the name of ClickHouse's backup; undefined if the task did not print it */
async function createBackup(stack, runtime) {
    if ((await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_4__/* .placementOf */ .x)('clickhouse', stack, runtime)) === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_4__/* .notOwned */ .d)('clickhouse', stack, 'Back it up where it runs.');
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_3__/* .Cluster */ .d(names.cluster, runtime.aws);
    // The backup task runs in the private subnets, as the worker; in size tiny, both run on the instance.
    const { network } = await cluster.service(names.service('worker'));
    const subnets = network.awsvpcConfiguration?.subnets;
    const isOnInstance = subnets === undefined;
    const securityGroups = isOnInstance ? [] : [await findSecurityGroup(names.backupSecurityGroup, runtime)];
    const { calls } = await cluster.run({
        taskDefinition: names.backupFamily,
        network: isOnInstance ? {} : { awsvpcConfiguration: { subnets, securityGroups } },
        environment: { COMMAND: 'backup' },
    });
    const lines = await (0,_task_follow__WEBPACK_IMPORTED_MODULE_5__/* .followTask */ .d)(calls, {
        clock: runtime.clock,
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    const created = lines.find((line) => line.includes('"event":"backup_created"'));
    runtime.print(created ?? 'The backup task ended without a result.');
    if ((await cluster.environment(names.postgresBackupFamily)) !== undefined)
        await createDump(stack, cluster, runtime);
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)(created ?? ''), 'name');
}
const UPLOAD_POLL_MS = 10_000;
/** The instance of the size tiny copies dumps to S3 every five minutes. */
const MAX_UPLOAD_POLLS = 60;
/** Dumps PostgreSQL in the size tiny, and waits until the dump is in S3. */
async function createDump(stack, cluster, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack);
    const { calls } = await cluster.run({
        taskDefinition: names.postgresBackupFamily,
        network: {},
        environment: {},
    });
    const lines = await (0,_task_follow__WEBPACK_IMPORTED_MODULE_5__/* .followTask */ .d)(calls, {
        clock: runtime.clock,
        onStatus: (status) => {
            runtime.progress(`PostgreSQL's dump: task ${status.toLowerCase()}`);
        },
    });
    const dump = (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)(lines.find((line) => line.includes('"event":"postgres_dumped"')) ?? ''), 'name');
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    runtime.progress('Waiting until the instance has copied the dump to S3, at most ten minutes');
    for (let polls = 0; dump === undefined || !(await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_2__/* .listDumps */ .AD)(runtime.aws, bucket)).includes(dump); polls += 1) {
        if (dump === undefined || polls === MAX_UPLOAD_POLLS)
            throw new _error__WEBPACK_IMPORTED_MODULE_10__/* .CommandFailed */ .nk(`The dump ${dump ?? 'of PostgreSQL'} did not arrive in ${bucket}. Read the log of the instance's service postgres-upload, then run the command again.`);
        await runtime.clock.sleep(UPLOAD_POLL_MS);
    }
    runtime.print(`Dumped PostgreSQL to ${dump}.`);
}
/** Returns the ID of a security group. @throws CommandFailed if it does not exist */
async function findSecurityGroup(name, { aws }) {
    const { EC2Client, DescribeSecurityGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = new EC2Client(await aws.settings('EC2'));
    const Filters = [{ Name: 'group-name', Values: [name] }];
    const { SecurityGroups } = await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ec2:DescribeSecurityGroups', () => client.send(new DescribeSecurityGroupsCommand({ Filters })));
    const id = SecurityGroups?.[0]?.GroupId;
    if (id === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_10__/* .CommandFailed */ .nk(`The security group ${name} does not exist. Check --stack and --region.`);
    return id;
}


/***/ }),

/***/ 15943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ notOwned),
/* harmony export */   x: () => (/* binding */ placementOf)
/* harmony export */ });
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67720);
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

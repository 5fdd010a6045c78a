export const id = 4027;
export const ids = [4027,9157];
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
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67720);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82010);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11728);
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
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(command.stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const { sql, write, maxRows } = command;
    const program = await runtime.readProgram(`query-${command.database}`);
    const { arn, calls } = await cluster.run({
        taskDefinition,
        network,
        program,
        args: { sql, write, maxRows },
    });
    const release = runtime.onInterrupt(() => `Interrupted. The statement goes on in its task. Cancel it: aws ecs stop-task --cluster ${cluster.name} --task ${arn} --region ${runtime.aws.session.region}`);
    const events = [];
    try {
        await (0,_task_follow__WEBPACK_IMPORTED_MODULE_1__/* .followProgram */ .O)(calls, {
            clock: runtime.clock,
            onEvent: (event) => events.push(event),
            onStatus: (status) => {
                runtime.progress(`Task ${status.toLowerCase()}`);
            },
        });
    }
    finally {
        release();
    }
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
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_dumps__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33511);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67720);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82010);
/* harmony import */ var _query_query__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9157);
/* harmony import */ var _services_services__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56143);
/* harmony import */ var _task_exclusive__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(92162);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(11728);










const CHECK = 'SELECT count(*) AS projects, max(created_at) AS newest_project FROM projects';
/** Restores a dump of the size tiny into the stack's PostgreSQL, of any size. The previous data is kept as another schema. */
async function restoreDump({ stack, dump }, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .stackNames */ .z)(stack);
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    const dumps = await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_1__/* .listDumps */ .AD)(runtime.aws, bucket);
    if (!dumps.includes(dump))
        throw new _error__WEBPACK_IMPORTED_MODULE_8__/* .CommandFailed */ .nk(`There is no dump ${dump} in ${bucket}. ${dumps.length === 0 ? 'It has no dumps: only stacks of size tiny write them.' : `The newest is ${dumps.at(-1) ?? ''}.`} Nothing was changed.`);
    if (dump !== dumps.at(-1))
        runtime.print(`There is a newer dump, ${dumps.at(-1) ?? ''}. ${dump} lacks what changed since.`);
    let isStarted = false;
    const { previous, tables } = await new _services_services__WEBPACK_IMPORTED_MODULE_4__/* .Services */ .x(stack, runtime).whileStopped(['web', 'worker'], 
    // The restore is one transaction, so it changes nothing unless it succeeds.
    {
        command: `restore postgres --dump ${dump}`,
        canStart: (error) => !isStarted || error instanceof _error__WEBPACK_IMPORTED_MODULE_8__/* .CommandFailed */ .nk,
    }, () => runRestore({ stack, dump, onStart: () => (isStarted = true) }, bucket, runtime));
    runtime.print(`Restored ${tables} tables from ${dump}. The previous data is the schema ${previous}. Drop it when you no longer need it: langfuse-deploy query postgres 'DROP SCHEMA ${previous} CASCADE' --write --stack ${stack}`);
    const query = { stack, database: 'postgres', sql: CHECK, write: false, maxRows: 1 };
    const [projects, newest] = (await (0,_query_query__WEBPACK_IMPORTED_MODULE_3__.runQuery)(query, runtime)).rows[0] ?? [];
    runtime.print(`It has ${String(projects)} projects; the newest is of ${String(newest)}.`);
    runtime.print('If Langfuse is newer than the dump, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.');
    const now = new Date(runtime.clock.wallClockMs()).toISOString();
    runtime.print(`If the stack was tiny before, replay events that waited in its queue: langfuse-deploy replay --stack ${stack} --from ${timeOf(dump)} --to ${now}`);
}
const timeOf = (dump) => dump.replace(/^(.*)T(\d\d)-(\d\d)-(\d\d)Z\.sql\.gz$/, '$1T$2:$3:$4Z');
/** The worker can read the bucket of blobs, so the dump is there while it runs. */
async function runRestore({ stack, dump, onStart }, bucket, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_7__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_2__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const environment = (await cluster.environment(taskDefinition)) ?? {};
    const copy = {
        Bucket: environment['LANGFUSE_S3_BATCH_EXPORT_BUCKET'] ?? '',
        Key: `${environment['LANGFUSE_S3_BATCH_EXPORT_PREFIX'] ?? ''}restore/${dump}`,
    };
    await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_1__/* .copyObject */ .JH)(runtime.aws, { bucket, dump }, copy);
    try {
        const request = { name: 'restore-postgres', taskDefinition, network, args: { key: copy.Key } };
        const { calls } = await (0,_task_exclusive__WEBPACK_IMPORTED_MODULE_5__/* .runExclusive */ .O)(cluster, request, runtime);
        onStart();
        const events = [];
        runtime.progress(`Restoring ${dump}`);
        await (0,_task_follow__WEBPACK_IMPORTED_MODULE_6__/* .followProgram */ .O)(calls, {
            clock: runtime.clock,
            onEvent: (event) => events.push(event),
            onStatus: (status) => {
                runtime.progress(`Task ${status.toLowerCase()}`);
            },
        });
        const value = events.find(({ kind }) => kind === 'restored')?.value;
        return { previous: (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(value, 'previous') ?? '', tables: (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .numberAt */ .tk)(value, 'tables') ?? 0 };
    }
    finally {
        await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_1__/* .deleteObject */ .XR)(runtime.aws, copy);
    }
}


/***/ }),

/***/ 56143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ Services)
});

// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 3 modules
var ecs = __webpack_require__(67720);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/aws/scaling.ts

const DIMENSION = 'ecs:service:DesiredCount';
/** Returns the minimum number of tasks. Undefined if the service is not scaled. */
async function readMinimum(aws, { cluster, service }) {
    const { DescribeScalableTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    const client = await connect(aws);
    const { ScalableTargets } = await (0,connection/* callAws */.IY)('application-autoscaling:DescribeScalableTargets', () => client.send(new DescribeScalableTargetsCommand({
        ServiceNamespace: 'ecs',
        ResourceIds: [`service/${cluster}/${service}`],
        ScalableDimension: DIMENSION,
    })));
    return ScalableTargets?.[0]?.MinCapacity;
}
/** Suspends or resumes scaling: target tracking would start tasks of a stopped service. */
async function setScaling(aws, { cluster, service }, scaling) {
    const { RegisterScalableTargetCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    const client = await connect(aws);
    const isSuspended = scaling === 'suspended';
    await (0,connection/* callAws */.IY)('application-autoscaling:RegisterScalableTarget', () => client.send(new RegisterScalableTargetCommand({
        ServiceNamespace: 'ecs',
        ResourceId: `service/${cluster}/${service}`,
        ScalableDimension: DIMENSION,
        SuspendedState: {
            DynamicScalingInSuspended: isSuspended,
            DynamicScalingOutSuspended: isSuspended,
            ScheduledScalingSuspended: isSuspended,
        },
    })));
}
async function connect(aws) {
    const { ApplicationAutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    return new ApplicationAutoScalingClient(await aws.settings('APPLICATION_AUTO_SCALING'));
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/names.ts
var names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/task/exclusive.ts
var exclusive = __webpack_require__(92162);
;// CONCATENATED MODULE: ./src/cli/services/services.ts






const POLL_MS = 10_000;
const MAX_WAIT_MS = 20 * 60_000;
/** Starts and stops services of a stack. */
class Services {
    stack;
    runtime;
    cluster;
    constructor(stack, runtime) {
        this.stack = stack;
        this.runtime = runtime;
        this.cluster = new ecs/* Cluster */.d((0,names/* stackNames */.z)(stack).cluster, runtime.aws);
    }
    /** Stops all tasks of the services, and waits until they have ended. Missing services are skipped. */
    async stop(components) {
        for (const component of components) {
            const service = this.name(component);
            if ((await this.cluster.findService(service)) === undefined)
                continue;
            this.runtime.progress(`Stopping ${component}`);
            if ((await this.minimum(service)) !== undefined)
                await setScaling(this.runtime.aws, this.scalable(service), 'suspended');
            await this.cluster.update(service, { desired: 0 });
        }
        await this.wait(components, ({ running }) => running === 0);
    }
    /**
     * Stops services, runs an action, and starts them in the reverse order. Says how to go on if they stay stopped: after a failure
     * that leaves incomplete data, and after an interruption.
     */
    async whileStopped(components, pause, action) {
        const names = components.join(' and ');
        const next = `Run the same command again: it continues. langfuse-deploy ${pause.command} --stack ${this.stack} --region ${this.runtime.aws.session.region}`;
        const release = this.runtime.onInterrupt(() => `Interrupted. ${names} may be stopped; a task that was started goes on. ${next}`);
        const order = [...components].reverse();
        try {
            await this.stop(components);
            const result = await action();
            await this.start(order);
            return result;
        }
        catch (error) {
            if (!(error instanceof exclusive/* OtherTaskRuns */.s) && pause.canStart(error))
                await this.startAfterFailure(order);
            else
                this.runtime.progress(`${names} stay stopped, because the data is not complete. ${next}`);
            throw error;
        }
        finally {
            release();
        }
    }
    /** Reports an error instead of throwing it, because the failure is more important. */
    async startAfterFailure(components) {
        try {
            await this.start(components);
        }
        catch (error) {
            this.runtime.progress(`${components.join(' and ')} did not start: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
            for (const component of components)
                this.runtime.progress(`Start it: aws ecs update-service --cluster ${this.cluster.name} --service ${this.name(component)} --desired-count 1`);
        }
    }
    /** Returns whether all of the services have tasks, or will have. Missing services are skipped. */
    async areRunning(components) {
        const states = await Promise.all(components.map((one) => this.cluster.findService(this.name(one))));
        return states.every((state) => state === undefined || state.desired > 0);
    }
    /** Starts the minimum number of tasks, from which scaling continues. Waits until they run. */
    async start(components) {
        for (const component of components) {
            const service = this.name(component);
            if ((await this.cluster.findService(service)) === undefined)
                continue;
            this.runtime.progress(`Starting ${component}`);
            const minimum = await this.minimum(service);
            await this.cluster.update(service, { desired: minimum ?? 1 });
            if (minimum !== undefined)
                await setScaling(this.runtime.aws, this.scalable(service), 'active');
        }
        await this.wait(components, ({ isStable, desired }) => isStable && desired > 0);
    }
    /** Replaces all tasks, so that they read their secrets again, and waits until the new ones run. */
    async restart(components) {
        for (const component of components) {
            if ((await this.cluster.findService(this.name(component))) === undefined)
                continue;
            this.runtime.progress(`Replacing the tasks of ${component}`);
            await this.cluster.update(this.name(component), { restart: true });
        }
        await this.wait(components, ({ isStable }) => isStable);
    }
    async wait(components, isReached) {
        for (const component of components) {
            const service = this.name(component);
            for (let waited = 0;; waited += POLL_MS) {
                const state = await this.cluster.findService(service);
                if (state === undefined || isReached(state))
                    break;
                if (waited >= MAX_WAIT_MS)
                    throw await this.timeout(component, service);
                await this.runtime.clock.sleep(POLL_MS);
            }
        }
    }
    async timeout(component, service) {
        const [reason = 'ECS gives no reason'] = await this.cluster.stopReasons(service);
        return new error/* CommandFailed */.nk(`${component} did not reach its number of tasks in ${MAX_WAIT_MS / 60_000} min: ${reason}. ` +
            `Read its log: aws logs tail /${this.stack}/${component} --since 30m. Then run the same command again: it continues.`);
    }
    name(component) {
        return (0,names/* stackNames */.z)(this.stack).service(component);
    }
    scalable(service) {
        return { cluster: this.cluster.name, service };
    }
    minimum(service) {
        return readMinimum(this.runtime.aws, this.scalable(service));
    }
}


/***/ }),

/***/ 92162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ runExclusive),
/* harmony export */   s: () => (/* binding */ OtherTaskRuns)
/* harmony export */ });
/** The same program runs already, for another run of the command. */
class OtherTaskRuns extends Error {
    name = 'OtherTaskRuns';
    reason = 'aws-error';
    constructor({ arn, calls }) {
        super(`Another run of langfuse-deploy has started the task ${arn}, which is still running. This run has not started its own. Wait until it has ended, then run the command again. Its log: ${calls.logCommand}`);
    }
}
/**
 * Starts a program of which one task may run at a time. Returns the running task if an earlier run of the same command started it.
 *
 * @throws OtherTaskRuns while the program runs with other arguments
 */
async function runExclusive(cluster, { name, ...request }, runtime) {
    const program = await runtime.readProgram(name);
    const startedBy = `langfuse-deploy/${name}`;
    const wanted = cluster.programOf({ ...request, program });
    const adopt = (running) => {
        if (running.program !== wanted)
            throw new OtherTaskRuns(running);
        runtime.progress('Following the task that another run of the command has started');
        return running;
    };
    const [running] = await cluster.tasks({ startedBy });
    if (running !== undefined)
        return adopt(running);
    const own = await cluster.run({ ...request, program, startedBy });
    // Of two that start at the same moment, the older one stays.
    const [oldest = own] = await cluster.tasks({ startedBy });
    if (oldest.arn === own.arn)
        return own;
    await cluster.stopTask(own.arn);
    return adopt(oldest);
}


/***/ })

};

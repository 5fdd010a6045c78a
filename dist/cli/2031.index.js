export const id = 2031;
export const ids = [2031,5943];
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
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67720);
/* harmony import */ var _backups_backup__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72390);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82010);
/* harmony import */ var _query_table__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(48997);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15943);
/* harmony import */ var _services_services__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56143);
/* harmony import */ var _task_exclusive__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92162);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11728);











const POLL_MS = 5000;
/** Restores ClickHouse from a backup in S3. The previous data is kept as another database. */
async function restoreClickHouse({ stack, backup }, runtime) {
    if (!_backups_backup__WEBPACK_IMPORTED_MODULE_6__/* .BACKUP_NAME */ .RD.test(backup))
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .InvalidArgument */ .f0(`'${backup}' is not the name of a backup. List them: langfuse-deploy backups list`);
    if ((await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .placementOf */ .x)('clickhouse', stack, runtime)) === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .notOwned */ .d)('clickhouse', stack, 'Restore it where it runs.');
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_8__/* .stackNames */ .z)(stack);
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    checkBackup(backup, await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(runtime.aws, bucket));
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_1__/* .Cluster */ .d(names.cluster, runtime.aws);
    const clickhouse = await cluster.service(names.service('clickhouse'));
    if (clickhouse.running === 0)
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailed */ .nk(`ClickHouse does not run. Nothing was changed. Find the reason: langfuse-deploy doctor --stack ${stack}`);
    let isComplete = true;
    await new _services_services__WEBPACK_IMPORTED_MODULE_3__/* .Services */ .x(stack, runtime).whileStopped(['web', 'worker'], { command: `restore clickhouse ${backup}`, canStart: () => isComplete }, () => runRestore({ stack, backup, setComplete: (value) => (isComplete = value) }, cluster, runtime));
    runtime.print('If a newer Langfuse was deployed after this backup, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.');
    runtime.print(`Next: replay the events since the backup: langfuse-deploy replay --stack ${stack} --from ${timeOf(backup)} --to ${new Date(runtime.clock.wallClockMs()).toISOString()}`);
}
const timeOf = (backup) => backup.replace(/^.*\/(.*)T(\d\d)-(\d\d)-(\d\d)Z$/, '$1T$2:$3:$4Z');
/** @throws CommandFailed if the backup, or the full backup that it needs, is missing */
function checkBackup(name, backups) {
    const newest = backups.at(-1);
    if (!backups.some((backup) => backup.name === name))
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailed */ .nk(`There is no complete backup ${name}. ${newest === undefined ? 'There are no backups.' : `The newest is ${newest.name}.`} List them: langfuse-deploy backups list`);
    if (name.startsWith('incremental/') && (0,_backups_backup__WEBPACK_IMPORTED_MODULE_6__/* .baseOf */ .bx)(name, backups) === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailed */ .nk(`The full backup that ${name} needs has expired. Choose another: langfuse-deploy backups list`);
}
async function runRestore({ stack, backup, setComplete }, cluster, runtime) {
    const { taskDefinition, network } = await cluster.service((0,_names__WEBPACK_IMPORTED_MODULE_8__/* .stackNames */ .z)(stack).service('worker'));
    const args = { backup, pollMs: POLL_MS };
    const request = { name: 'restore-clickhouse', taskDefinition, network, args };
    const { calls } = await (0,_task_exclusive__WEBPACK_IMPORTED_MODULE_4__/* .runExclusive */ .O)(cluster, request, runtime);
    // Until the task says where the data is: it may end at any time.
    setComplete(false);
    const events = [];
    runtime.progress(`Restoring ${backup}`);
    await (0,_task_follow__WEBPACK_IMPORTED_MODULE_5__/* .followProgram */ .O)(calls, {
        clock: runtime.clock,
        onEvent: (event) => {
            events.push(event);
            if (event.kind === 'database')
                setComplete((0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(event.value, 'state') === 'previous');
        },
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    const tables = events
        .filter(({ kind }) => kind === 'table')
        .map(({ value }) => ['name', 'restored', 'before'].map((key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(value, key)));
    const previous = (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(events.find(({ kind }) => kind === 'restored')?.value, 'previous') ?? '';
    for (const line of (0,_query_table__WEBPACK_IMPORTED_MODULE_10__/* .formatTable */ .k)(['table', 'rows restored', 'rows before'], tables))
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

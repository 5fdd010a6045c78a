export const id = 3816;
export const ids = [3816,9157];
export const modules = {

/***/ 81799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ RestorableCluster)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52836);
/* harmony import */ var _restore_postgres_step__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(70159);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);



/** The database changed since it was read, or RDS does not show a change yet: the next look decides. */
const OVERTAKEN = [
    'DBClusterAlreadyExistsFault',
    'DBClusterNotFoundFault',
    'DBInstanceAlreadyExists',
    'DBInstanceAlreadyExistsFault',
    'DBInstanceNotFound',
    'DBInstanceNotFoundFault',
    'InvalidDBClusterStateFault',
    'InvalidDBInstanceState',
    'InvalidDBInstanceStateFault',
];
/** The Aurora clusters of a restore. */
class RestorableCluster {
    aws;
    names;
    time;
    constructor(aws, names, time) {
        this.aws = aws;
        this.names = names;
        this.time = time;
    }
    async state() {
        const clusters = (await Promise.all([this.names.current, this.names.previous].map((name) => this.cluster(name)))).flat();
        const instances = await this.instances();
        return {
            clusters: new Map(clusters.map((cluster) => [
                cluster.DBClusterIdentifier ?? '',
                {
                    status: cluster.Status ?? '',
                    hasMasterSecret: cluster.MasterUserSecret?.SecretArn !== undefined,
                    masterSecretStatus: cluster.MasterUserSecret?.SecretStatus,
                },
            ])),
            instances: instances.map((instance) => ({
                id: instance.DBInstanceIdentifier ?? '',
                cluster: instance.DBClusterIdentifier ?? '',
                status: instance.DBInstanceStatus ?? '',
            })),
        };
    }
    /**
     * Returns the range of times that can be restored. Undefined once the restore has started.
     *
     * @throws CommandFailed if the cluster does not exist, or a restore to another time is unfinished
     */
    async restorable() {
        if ((await this.cluster(this.names.previous)).length > 0)
            return undefined;
        const [cluster] = await this.cluster(this.names.current);
        await this.refuseUnfinished(cluster);
        if (cluster === undefined)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`The cluster ${this.names.current} does not exist. Check --stack and --region.`);
        const { EarliestRestorableTime: earliest, LatestRestorableTime: latest } = cluster;
        return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
    }
    /** The newest cluster that was kept belongs to the last restore. That is unfinished while its new cluster is not complete. */
    async refuseUnfinished(cluster) {
        const isComplete = cluster?.MasterUserSecret !== undefined &&
            (await this.instances()).some((one) => one.DBClusterIdentifier === this.names.current);
        if (isComplete)
            return;
        const [last] = (await this.previousClusters()).sort((a, b) => (b.ClusterCreateTime?.getTime() ?? 0) - (a.ClusterCreateTime?.getTime() ?? 0));
        if (last?.DBClusterIdentifier === undefined)
            return;
        const time = (0,_restore_postgres_step__WEBPACK_IMPORTED_MODULE_2__/* .keptTime */ .EJ)(last.DBClusterIdentifier);
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`A restore to ${time} is unfinished: the previous data is in ${last.DBClusterIdentifier}. Nothing was changed. Finish it first: langfuse-deploy restore postgres --to ${time}, with the same --stack and --region.`);
    }
    async previousClusters() {
        const { paginateDescribeDBClusters } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const client = await this.client();
        const found = [];
        await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('rds:DescribeDBClusters', async () => {
            for await (const { DBClusters = [] } of paginateDescribeDBClusters({ client }, {}))
                found.push(...DBClusters);
        });
        return found.filter(({ DBClusterIdentifier = '' }) => (0,_restore_postgres_step__WEBPACK_IMPORTED_MODULE_2__/* .isKeptName */ .Ak)(DBClusterIdentifier, this.names.current));
    }
    /** Carries out a step that changes something. */
    async change(step) {
        const client = await this.client();
        const rds = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const { current, previous } = this.names;
        const ApplyImmediately = true;
        switch (step.kind) {
            case 'rename-cluster': {
                const input = { DBClusterIdentifier: current, NewDBClusterIdentifier: previous, ApplyImmediately };
                await attempt('rds:ModifyDBCluster', () => client.send(new rds.ModifyDBClusterCommand(input)));
                return;
            }
            case 'rename-instance': {
                const input = { DBInstanceIdentifier: step.from, NewDBInstanceIdentifier: step.to, ApplyImmediately };
                await attempt('rds:ModifyDBInstance', () => client.send(new rds.ModifyDBInstanceCommand(input)));
                return;
            }
            case 'restore-cluster':
                return this.restore(client);
            case 'create-instance':
                return this.createInstance(client, step.id, step.like);
            case 'create-master-secret': {
                const input = { DBClusterIdentifier: current, ManageMasterUserPassword: true, ApplyImmediately };
                await attempt('rds:ModifyDBCluster', () => client.send(new rds.ModifyDBClusterCommand(input)));
                return;
            }
            case 'wait':
            case 'done':
            case 'failed':
                return;
        }
    }
    async restore(client) {
        const { RestoreDBClusterToPointInTimeCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const [old] = await this.cluster(this.names.previous);
        if (old === undefined)
            return;
        const scaling = old.ServerlessV2ScalingConfiguration;
        await attempt('rds:RestoreDBClusterToPointInTime', () => client.send(new RestoreDBClusterToPointInTimeCommand({
            DBClusterIdentifier: this.names.current,
            SourceDBClusterIdentifier: this.names.previous,
            RestoreToTime: this.time,
            DBSubnetGroupName: old.DBSubnetGroup,
            DBClusterParameterGroupName: old.DBClusterParameterGroup,
            VpcSecurityGroupIds: old.VpcSecurityGroups?.map(({ VpcSecurityGroupId = '' }) => VpcSecurityGroupId),
            EnableCloudwatchLogsExports: old.EnabledCloudwatchLogsExports,
            CopyTagsToSnapshot: old.CopyTagsToSnapshot,
            DeletionProtection: old.DeletionProtection,
            Tags: old.TagList,
            ...(scaling && {
                ServerlessV2ScalingConfiguration: {
                    MinCapacity: scaling.MinCapacity,
                    MaxCapacity: scaling.MaxCapacity,
                },
            }),
        })));
    }
    async createInstance(client, id, like) {
        const { CreateDBInstanceCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const old = (await this.instances()).find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === like);
        await attempt('rds:CreateDBInstance', () => client.send(new CreateDBInstanceCommand({
            DBInstanceIdentifier: id,
            DBClusterIdentifier: this.names.current,
            DBInstanceClass: old?.DBInstanceClass,
            Engine: old?.Engine,
            AutoMinorVersionUpgrade: old?.AutoMinorVersionUpgrade,
            CopyTagsToSnapshot: old?.CopyTagsToSnapshot,
            EnablePerformanceInsights: old?.PerformanceInsightsEnabled,
            Tags: old?.TagList,
        })));
    }
    async cluster(id) {
        const { DescribeDBClustersCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const client = await this.client();
        const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['DBClusterNotFoundFault'], 'rds:DescribeDBClusters', () => client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: id })));
        return found?.DBClusters ?? [];
    }
    /** All instances of both clusters. */
    async instances() {
        const { paginateDescribeDBInstances } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        const client = await this.client();
        const found = [];
        await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('rds:DescribeDBInstances', async () => {
            for await (const { DBInstances = [] } of paginateDescribeDBInstances({ client }, {}))
                found.push(...DBInstances);
        });
        return found.filter(({ DBInstanceIdentifier = '' }) => DBInstanceIdentifier.startsWith(`${this.names.current}-`));
    }
    async client() {
        const { RDSClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
        return new RDSClient(await this.aws.settings('RDS'));
    }
}
const attempt = (action, call) => (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(OVERTAKEN, action, call);


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

/***/ 70159:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ak: () => (/* binding */ isKeptName),
/* harmony export */   EJ: () => (/* binding */ keptTime),
/* harmony export */   NF: () => (/* binding */ restoreNames),
/* harmony export */   sk: () => (/* binding */ nextStep)
/* harmony export */ });
/** @returns names; the kept one contains the time, so that the same command continues */
function restoreNames(current, time) {
    return { current, previous: `${current}-before-${time.toISOString().replace(/\D/g, '').slice(0, 14)}` };
}
/** Returns whether a restore of the cluster `current` gave a cluster this name. */
const isKeptName = (name, current) => name.startsWith(`${current}-before-`) && /^\d{14}$/.test(name.slice(`${current}-before-`.length));
/** Returns the time of a restore from the name of the cluster that it kept, for example `2026-11-25T02:55:00Z`. */
const keptTime = (name) => name.replace(/^.*(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6Z');
/** States that RDS does not leave by itself. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html */
const FAILED = /^(?:failed|incompatible-|inaccessible-encryption-credentials|restore-error|storage-full|deleting)/;
const wait = (reason) => ({ kind: 'wait', for: reason });
/**
 * Returns the next step of a restore to a point in time. Depends only on what RDS shows, so an interrupted restore continues.
 * RDS shows a renamed cluster under neither name for some seconds.
 */
function nextStep(shown, names) {
    const state = { ...shown, instances: instancesOf(shown, names) };
    const current = state.clusters.get(names.current);
    const previous = state.clusters.get(names.previous);
    const broken = [...state.clusters].find(([, { status }]) => FAILED.test(status));
    if (broken !== undefined)
        return { kind: 'failed', cause: `the cluster ${broken[0]} is ${broken[1].status}` };
    if (previous === undefined) {
        if (current === undefined)
            return wait(`the cluster ${names.current} or ${names.previous}, which RDS does not show`);
        return current.status === 'available'
            ? { kind: 'rename-cluster' }
            : waitFor(names.current, current.status);
    }
    return current === undefined
        ? stepBeforeRestore(state, names, previous)
        : stepAfterRestore(state, names, current);
}
/** Without the instances of other clusters whose names begin alike: those that earlier restores kept, and those of other stacks. */
const instancesOf = ({ instances }, { current, previous }) => instances.filter(({ cluster }) => cluster === current || cluster === previous);
const waitFor = (name, status) => wait(`${name}, which is ${status}`);
function stepBeforeRestore({ instances }, names, previous) {
    if (previous.status !== 'available')
        return waitFor(names.previous, previous.status);
    const old = instances.filter(({ id }) => id.startsWith(`${names.current}-`) && !id.startsWith(`${names.previous}-`));
    const busy = instances.find(({ status }) => status !== 'available');
    if (busy !== undefined)
        return waitFor(busy.id, busy.status);
    const [first] = old;
    if (first === undefined)
        return { kind: 'restore-cluster' };
    return { kind: 'rename-instance', from: first.id, to: first.id.replace(names.current, names.previous) };
}
function stepAfterRestore({ instances }, names, current) {
    if (current.status !== 'available')
        return waitFor(names.current, current.status);
    const wanted = instances.filter(({ id }) => id.startsWith(`${names.previous}-`));
    const missing = wanted.find(({ id }) => !instances.some((one) => one.id === id.replace(names.previous, names.current)));
    if (missing !== undefined)
        return {
            kind: 'create-instance',
            id: missing.id.replace(names.previous, names.current),
            like: missing.id,
        };
    const failed = instances.find(({ status }) => FAILED.test(status));
    if (failed !== undefined)
        return { kind: 'failed', cause: `the instance ${failed.id} is ${failed.status}` };
    const busy = instances.find(({ cluster, status }) => cluster === names.current && status !== 'available');
    if (busy !== undefined)
        return waitFor(busy.id, busy.status);
    if (!current.hasMasterSecret)
        return { kind: 'create-master-secret' };
    const secret = current.masterSecretStatus ?? 'active';
    return secret === 'active' ? { kind: 'done' } : waitFor('the secret of the master user', secret);
}


/***/ }),

/***/ 43816:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restorePostgres: () => (/* binding */ restorePostgres)
/* harmony export */ });
/* harmony import */ var _aws_rds__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(81799);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82010);
/* harmony import */ var _query_query__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9157);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15943);
/* harmony import */ var _services_services__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56143);
/* harmony import */ var _postgres_step__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(70159);







const POLL_MS = 15_000;
/** RDS shows a renamed cluster again within minutes; a large restore takes hours. */
const MAX_HIDDEN_POLLS = 40;
const CHECK = 'SELECT count(*) AS projects, max(created_at) AS newest_project FROM projects';
/** Restores PostgreSQL to a point in time. The previous cluster is kept under another name. */
async function restorePostgres(command, runtime) {
    const { stack, time } = command;
    const placement = await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .placementOf */ .x)('postgres', stack, runtime);
    if (placement === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .notOwned */ .d)('postgres', stack, 'Restore it where it runs.');
    if (placement === 'instance')
        throw new _error__WEBPACK_IMPORTED_MODULE_4__/* .CommandFailed */ .nk('PostgreSQL of the size tiny cannot be restored to a point in time. It has nightly dumps and snapshots of the volume: docs/operations.md, section Size tiny. Nothing was changed.');
    const names = (0,_postgres_step__WEBPACK_IMPORTED_MODULE_5__/* .restoreNames */ .NF)((0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack).postgres, time);
    const cluster = new _aws_rds__WEBPACK_IMPORTED_MODULE_0__/* .RestorableCluster */ .w(runtime.aws, names, time);
    const range = await cluster.restorable();
    checkTime(time, range);
    const services = new _services_services__WEBPACK_IMPORTED_MODULE_3__/* .Services */ .x(stack, runtime);
    const isDone = (0,_postgres_step__WEBPACK_IMPORTED_MODULE_5__/* .nextStep */ .sk)(await cluster.state(), names).kind === 'done';
    if (isDone && (await services.areRunning(['web', 'worker']))) {
        runtime.print(`${names.current} was restored to ${time.toISOString()} by an earlier run, and Langfuse uses it. Nothing was changed. To restore to this time again, delete ${names.current} and its instances with a final snapshot, then run the same command: it restores from ${names.previous}.`);
        return;
    }
    let isChanged = range === undefined;
    await services.whileStopped(['web', 'worker'], { command: `restore postgres --to ${time.toISOString()}`, canStart: () => !isChanged }, () => restore(cluster, runtime, () => (isChanged = true)));
    await printResult(command, names, runtime);
}
async function printResult({ stack, time }, { current, previous }, runtime) {
    const { rows } = await (0,_query_query__WEBPACK_IMPORTED_MODULE_1__.runQuery)({ stack, database: 'postgres', sql: CHECK, write: false, maxRows: 1 }, runtime);
    const [projects, newest] = rows[0] ?? [];
    runtime.print(`Restored ${current} to ${time.toISOString()}. It has ${String(projects)} projects; the newest is of ${String(newest)}.`);
    runtime.print(`The previous cluster is ${previous}. Compare it, then delete it and its instances in the RDS console: it costs as much as the new one.`);
    runtime.print('Next: merge a pull request with any change. Its apply corrects settings that differ and runs the migration with the new master secret.');
}
function checkTime(time, range) {
    if (range === undefined || (time >= range.earliest && time <= range.latest))
        return;
    throw new _error__WEBPACK_IMPORTED_MODULE_4__/* .CommandFailed */ .nk(`--to ${time.toISOString()} is outside of the range that can be restored: ${range.earliest.toISOString()} to ${range.latest.toISOString()}. Nothing was changed.`);
}
async function restore(cluster, { clock, progress }, onChange) {
    let shown = '';
    for (let hidden = 0;;) {
        const state = await cluster.state();
        const step = (0,_postgres_step__WEBPACK_IMPORTED_MODULE_5__/* .nextStep */ .sk)(state, cluster.names);
        if (step.kind === 'done')
            return;
        hidden = state.clusters.size === 0 ? hidden + 1 : 0;
        if (step.kind === 'failed' || hidden > MAX_HIDDEN_POLLS)
            throw stopped(step, cluster.names);
        const text = describeStep(step, cluster.names);
        if (text !== shown)
            progress(text);
        shown = text;
        if (step.kind !== 'wait')
            onChange();
        await cluster.change(step);
        await clock.sleep(POLL_MS);
    }
}
function stopped(step, { current, previous }) {
    const cause = step.kind === 'failed' ? step.cause : `RDS shows neither ${current} nor ${previous}`;
    return new _error__WEBPACK_IMPORTED_MODULE_4__/* .CommandFailed */ .nk(`The restore stopped: ${cause}. The previous data is in ${previous}. ` +
        `Read the events: aws rds describe-events --source-type db-cluster --source-identifier ${current}. Then run the same command again: it continues.`);
}
function describeStep(step, { current, previous }) {
    switch (step.kind) {
        case 'wait':
            return `Waiting for ${step.for}`;
        case 'rename-cluster':
            return `Renaming the cluster to ${previous}`;
        case 'rename-instance':
            return `Renaming the instance ${step.from} to ${step.to}`;
        case 'restore-cluster':
            return `Restoring ${current}`;
        case 'create-instance':
            return `Creating the instance ${step.id}`;
        case 'create-master-secret':
            return 'Creating the secret of the master user';
        case 'done':
        case 'failed':
            return '';
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

export const id = 6554;
export const ids = [6554];
export const modules = {

/***/ 81799:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ RestorableCluster)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52836);
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
    /** Returns the range of times that can be restored. Undefined once the restore has started. */
    async restorable() {
        if ((await this.cluster(this.names.previous)).length > 0)
            return undefined;
        const [cluster] = await this.cluster(this.names.current);
        if (cluster === undefined)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`The cluster ${this.names.current} does not exist. Check --stack and --region.`);
        const { EarliestRestorableTime: earliest, LatestRestorableTime: latest } = cluster;
        return earliest === undefined || latest === undefined ? undefined : { earliest, latest };
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

/***/ 46554:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  restoreNames: () => (/* binding */ restoreNames),
  restorePostgres: () => (/* binding */ restorePostgres)
});

// EXTERNAL MODULE: ./src/cli/aws/rds.ts
var rds = __webpack_require__(81799);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/names.ts
var cli_names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/query/query.ts
var query = __webpack_require__(9157);
// EXTERNAL MODULE: ./src/cli/services/data-store.ts
var data_store = __webpack_require__(15943);
// EXTERNAL MODULE: ./src/cli/services/services.ts + 1 modules
var services_services = __webpack_require__(56143);
;// CONCATENATED MODULE: ./src/cli/restore/postgres-step.ts
/** States that RDS does not leave by itself. https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/accessing-monitoring.html */
const FAILED = /^(?:failed|incompatible-|inaccessible-encryption-credentials|restore-error|storage-full|deleting)/;
const wait = (reason) => ({ kind: 'wait', for: reason });
/**
 * Returns the next step of a restore to a point in time. Depends only on what RDS shows, so an interrupted restore continues.
 * RDS shows a renamed cluster under neither name for some seconds.
 */
function nextStep(state, names) {
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

;// CONCATENATED MODULE: ./src/cli/restore/postgres.ts







const POLL_MS = 15_000;
/** RDS shows a renamed cluster again within minutes; a large restore takes hours. */
const MAX_HIDDEN_POLLS = 40;
const CHECK = 'SELECT count(*) AS projects, max(created_at) AS newest_project FROM projects';
/** Restores PostgreSQL to a point in time. The previous cluster is kept under another name. */
async function restorePostgres(command, runtime) {
    const { stack, time } = command;
    const placement = await (0,data_store/* placementOf */.x)('postgres', stack, runtime);
    if (placement === 'external')
        throw (0,data_store/* notOwned */.d)('postgres', stack, 'Restore it where it runs.');
    if (placement === 'instance')
        throw new error/* CommandFailed */.nk('PostgreSQL of the size tiny cannot be restored to a point in time. It has nightly dumps and snapshots of the volume: docs/operations.md, section Size tiny. Nothing was changed.');
    const names = restoreNames((0,cli_names/* stackNames */.z)(stack).postgres, time);
    const cluster = new rds/* RestorableCluster */.w(runtime.aws, names, time);
    checkTime(time, await cluster.restorable());
    const services = new services_services/* Services */.x(stack, runtime);
    await services.stop(['web', 'worker']);
    await restore(cluster, runtime);
    await services.start(['worker', 'web']);
    const { rows } = await (0,query.runQuery)({ stack, database: 'postgres', sql: CHECK, write: false, maxRows: 1 }, runtime);
    const [projects, newest] = rows[0] ?? [];
    runtime.print(`Restored ${names.current} to ${time.toISOString()}. It has ${String(projects)} projects; the newest is of ${String(newest)}.`);
    runtime.print(`The previous cluster is ${names.previous}. Compare it, then delete it and its instances in the RDS console: it costs as much as the new one.`);
    runtime.print('Next: merge a pull request with any change. Its apply corrects settings that differ and runs the migration with the new master secret.');
}
/** @returns names; the kept one contains the time, so that the same command continues */
function restoreNames(current, time) {
    return { current, previous: `${current}-before-${time.toISOString().replace(/\D/g, '').slice(0, 14)}` };
}
function checkTime(time, range) {
    if (range === undefined || (time >= range.earliest && time <= range.latest))
        return;
    throw new error/* CommandFailed */.nk(`--to ${time.toISOString()} is outside of the range that can be restored: ${range.earliest.toISOString()} to ${range.latest.toISOString()}. Nothing was changed.`);
}
async function restore(cluster, { clock, progress }) {
    let shown = '';
    for (let hidden = 0;;) {
        const state = await cluster.state();
        const step = nextStep(state, cluster.names);
        if (step.kind === 'done')
            return;
        hidden = state.clusters.size === 0 ? hidden + 1 : 0;
        if (step.kind === 'failed' || hidden > MAX_HIDDEN_POLLS)
            throw stopped(step, cluster.names);
        const text = describeStep(step, cluster.names);
        if (text !== shown)
            progress(text);
        shown = text;
        await cluster.change(step);
        await clock.sleep(POLL_MS);
    }
}
function stopped(step, { current, previous }) {
    const cause = step.kind === 'failed' ? step.cause : `RDS shows neither ${current} nor ${previous}`;
    return new error/* CommandFailed */.nk(`The restore stopped: ${cause}. Web and worker are stopped; the previous data is in ${previous}. ` +
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

export const id = 2757;
export const ids = [2757];
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

/***/ 40120:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ Cluster)
});

// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
;// CONCATENATED MODULE: ./src/cli/task/program.ts


// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RunTask.html, "overrides"
const MAX_OVERRIDES_LENGTH = 8192;
const LOADER = 'const {gunzipSync}=await import("node:zlib");await import("data:text/javascript;base64,"+gunzipSync(Buffer.from(process.env.PROGRAM,"base64")).toString("base64"))';
/**
 * Returns the override of a container that runs the program with Node.js instead of the image's command.
 *
 * @param args serialized as JSON. ecs:DescribeTasks returns them, so they must not contain secrets
 * @throws InvalidArgument above the limit of ECS
 */
function programOverride(container, program, args) {
    const code = `${program.start}\n${program.source}\nawait start(run, ${JSON.stringify(args)})\n`;
    const override = {
        name: container,
        command: ['node', '--input-type=module', '-e', LOADER],
        environment: [{ name: 'PROGRAM', value: (0,external_node_zlib_.gzipSync)(code, { level: 9 }).toString('base64') }],
    };
    const length = JSON.stringify({ containerOverrides: [override] }).length;
    if (length <= MAX_OVERRIDES_LENGTH)
        return override;
    throw new error/* InvalidArgument */.f0(`The task needs overrides of ${length} characters; ECS allows ${MAX_OVERRIDES_LENGTH}. Shorten the statement.`);
}

// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/aws/service-state.ts
/** Reads the state of a service from ECS's description. */
function serviceState(name, service) {
    const [deployment, ...others] = service.deployments ?? [];
    const [desired, running] = [service.desiredCount ?? 0, service.runningCount ?? 0];
    return {
        name,
        taskDefinition: service.taskDefinition ?? '',
        network: service.networkConfiguration ?? {},
        desired,
        running,
        isStable: others.length === 0 && deployment?.rolloutState !== 'IN_PROGRESS' && desired === running,
        events: service.events?.map(({ message }) => message ?? '') ?? [],
    };
}
/** Returns ECS's reasons of a stopped task and its containers. */
function stopReasons(task) {
    const reasons = [task.stoppedReason, ...(task.containers?.map(({ reason }) => reason) ?? [])];
    return reasons.flatMap((reason) => (reason ? [reason] : []));
}

;// CONCATENATED MODULE: ./src/cli/aws/ecs.ts




/** Services and tasks of one ECS cluster. */
class Cluster {
    name;
    aws;
    constructor(name, aws) {
        this.name = name;
        this.aws = aws;
    }
    /** @throws CommandFailed if the service does not exist */
    async service(name) {
        const service = await this.findService(name);
        if (service !== undefined)
            return service;
        throw new error/* CommandFailed */.nk(`The service ${name} does not exist in the cluster ${this.name} in ${this.aws.session.region}. ` +
            'Check --stack and --region; the stack must have been applied.');
    }
    /** Returns an environment variable of a service's first container. @throws CommandFailed if the service does not exist */
    async variable(service, name) {
        const { taskDefinition } = await this.service(service);
        return (await this.environment(taskDefinition))?.[name];
    }
    /** Returns the environment of a task definition's first container. Undefined if there is no task definition. */
    async environment(taskDefinition) {
        const { DescribeTaskDefinitionCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const found = await (0,connection/* callUnless */.rU)(['ClientException'], 'ecs:DescribeTaskDefinition', () => client.send(new DescribeTaskDefinitionCommand({ taskDefinition })));
        const container = found?.taskDefinition?.containerDefinitions?.[0];
        return (container &&
            Object.fromEntries(container.environment?.map(({ name = '', value = '' }) => [name, value]) ?? []));
    }
    /** Follows a task that another run of the command started. Undefined if no task of the family runs. */
    async findTask(family) {
        const { DescribeTasksCommand, ListTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const { taskArns = [] } = await (0,connection/* callAws */.IY)('ecs:ListTasks', () => client.send(new ListTasksCommand({ cluster: this.name, family })));
        if (taskArns.length === 0)
            return undefined;
        const { tasks = [] } = await (0,connection/* callAws */.IY)('ecs:DescribeTasks', () => client.send(new DescribeTasksCommand({ cluster: this.name, tasks: taskArns })));
        const arn = tasks.find(({ lastStatus }) => lastStatus !== 'STOPPED')?.taskArn;
        return arn === undefined ? undefined : { arn, calls: this.calls(arn, await this.container(family)) };
    }
    async stopTask(arn) {
        const { StopTaskCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const request = { cluster: this.name, task: arn, reason: 'langfuse-deploy' };
        await (0,connection/* callAws */.IY)('ecs:StopTask', () => client.send(new StopTaskCommand(request)));
    }
    /** Returns a Docker label of a service's first container. @throws CommandFailed if the service does not exist */
    async label(service, name) {
        const { DescribeTaskDefinitionCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const [client, { taskDefinition }] = await Promise.all([this.client(), this.service(service)]);
        const found = await (0,connection/* callAws */.IY)('ecs:DescribeTaskDefinition', () => client.send(new DescribeTaskDefinitionCommand({ taskDefinition })));
        return found.taskDefinition?.containerDefinitions?.[0]?.dockerLabels?.[name];
    }
    /** Returns undefined for a missing service or cluster. */
    async findService(name) {
        const { DescribeServicesCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const found = await (0,connection/* callUnless */.rU)(['ClusterNotFoundException'], 'ecs:DescribeServices', () => client.send(new DescribeServicesCommand({ cluster: this.name, services: [name] })));
        const service = found?.services?.find(({ status }) => status === 'ACTIVE');
        return service === undefined ? undefined : serviceState(name, service);
    }
    /** Returns the reasons of a service's tasks that stopped in the last hour, newest first. Without those that ECS replaced as planned. */
    async stopReasons(service) {
        const { DescribeTasksCommand, ListTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const query = { cluster: this.name, serviceName: service, desiredStatus: 'STOPPED' };
        const { taskArns = [] } = await (0,connection/* callAws */.IY)('ecs:ListTasks', () => client.send(new ListTasksCommand(query)));
        if (taskArns.length === 0)
            return [];
        const { tasks = [] } = await (0,connection/* callAws */.IY)('ecs:DescribeTasks', () => client.send(new DescribeTasksCommand({ cluster: this.name, tasks: taskArns })));
        return tasks
            .filter(({ stopCode }) => stopCode !== 'ServiceSchedulerInitiated')
            .sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0))
            .map((task) => stopReasons(task).join('. '));
    }
    /** Sets the number of tasks, or replaces all tasks with `restart`. */
    async update(service, change) {
        const { UpdateServiceCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        await (0,connection/* callAws */.IY)('ecs:UpdateService', () => client.send(new UpdateServiceCommand({
            cluster: this.name,
            service,
            ...(change.desired !== undefined && { desiredCount: change.desired }),
            ...(change.restart && { forceNewDeployment: true }),
        })));
    }
    /** Starts a Fargate task. @throws CommandFailed with ECS's reason if it does not start */
    async run(request) {
        const { RunTaskCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const container = await this.container(request.taskDefinition);
        const overrides = { containerOverrides: [override(container.name, request)] };
        const { tasks, failures } = await (0,connection/* callAws */.IY)('ecs:RunTask', () => client.send(new RunTaskCommand({
            cluster: this.name,
            taskDefinition: request.taskDefinition,
            // Tasks of the size tiny run on its instance, with its network.
            launchType: hasInterface(request.network) ? 'FARGATE' : 'EC2',
            startedBy: 'langfuse-deploy',
            ...(hasInterface(request.network) && { networkConfiguration: request.network }),
            overrides,
        })));
        const arn = tasks?.[0]?.taskArn;
        if (arn !== undefined)
            return this.calls(arn, container);
        const reasons = failures?.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': ')) ?? [];
        throw new error/* CommandFailed */.nk(`ECS did not start the task: ${reasons.join('; ') || 'no reason given'}. Nothing was changed. Run the command again later, or run langfuse-deploy doctor.`);
    }
    calls(arn, container) {
        const stream = `${container.streamPrefix}/${container.name}/${arn.split('/').at(-1) ?? ''}`;
        return {
            state: () => this.taskState(arn),
            log: (token) => this.logPage({ group: container.group, stream }, token),
            logCommand: `aws logs get-log-events --log-group-name ${container.group} --log-stream-name ${stream} --region ${this.aws.session.region}`,
        };
    }
    async taskState(arn) {
        const { DescribeTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const { tasks } = await (0,connection/* callAws */.IY)('ecs:DescribeTasks', () => client.send(new DescribeTasksCommand({ cluster: this.name, tasks: [arn] })));
        const task = tasks?.[0];
        return {
            // ECS forgets stopped tasks after an hour.
            status: task?.lastStatus ?? 'STOPPED',
            exitCode: task?.containers?.[0]?.exitCode,
            reasons: task === undefined ? ['ECS no longer knows the task'] : stopReasons(task),
        };
    }
    async logPage(name, token) {
        const { CloudWatchLogsClient, GetLogEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
        const client = new CloudWatchLogsClient(await this.aws.settings('CLOUDWATCH_LOGS'));
        const page = await (0,connection/* callUnless */.rU)(['ResourceNotFoundException'], 'logs:GetLogEvents', () => client.send(new GetLogEventsCommand({
            logGroupName: name.group,
            logStreamName: name.stream,
            startFromHead: true,
            ...(token !== undefined && { nextToken: token }),
        })));
        const messages = page?.events?.map(({ message }) => message ?? '') ?? [];
        return { messages, nextToken: page?.nextForwardToken ?? token };
    }
    async container(taskDefinition) {
        const { DescribeTaskDefinitionCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const found = await (0,connection/* callAws */.IY)('ecs:DescribeTaskDefinition', () => client.send(new DescribeTaskDefinitionCommand({ taskDefinition })));
        const container = found.taskDefinition?.containerDefinitions?.[0];
        const options = container?.logConfiguration?.options;
        return {
            name: container?.name ?? '',
            group: options?.['awslogs-group'] ?? '',
            streamPrefix: options?.['awslogs-stream-prefix'] ?? '',
        };
    }
    async client() {
        const { ECSClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        return new ECSClient(await this.aws.settings('ECS'));
    }
}
function override(container, { program, args, environment }) {
    if (program !== undefined)
        return programOverride(container, program, args);
    return {
        name: container,
        environment: Object.entries(environment ?? {}).map(([name, value]) => ({ name, value })),
    };
}
const hasInterface = ({ awsvpcConfiguration }) => awsvpcConfiguration !== undefined;


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
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40120);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(82010);
/* harmony import */ var _query_table__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(48997);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15943);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(11728);
/* harmony import */ var _backup__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(72390);











/** Prints the complete backups in S3, oldest first. */
async function printBackups(stack, runtime) {
    const bucket = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .stackNames */ .z)(stack).backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    const backups = await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(runtime.aws, bucket);
    if (backups.length === 0)
        runtime.print(`The bucket ${bucket} contains no complete backup.`);
    const rows = backups.map(({ name, completedAt }) => [
        name,
        completedAt.toISOString(),
        usability(name, backups),
    ]);
    if (rows.length > 0)
        for (const line of (0,_query_table__WEBPACK_IMPORTED_MODULE_6__/* .formatTable */ .k)(['backup', 'completed', 'needs'], rows))
            runtime.print(line);
    const dumps = await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_2__/* .listDumps */ .AD)(runtime.aws, bucket);
    if (dumps.length > 0)
        for (const line of ['', 'dump of PostgreSQL', ...dumps])
            runtime.print(line);
}
function usability(name, backups) {
    if (name.startsWith('full/'))
        return '-';
    return (0,_backup__WEBPACK_IMPORTED_MODULE_7__/* .baseOf */ .bx)(name, backups)?.name ?? 'a full backup that has expired';
}
/** Runs the stack's backup task. @returns the name of ClickHouse's backup; undefined if the task did not print it */
async function createBackup(stack, runtime) {
    if ((await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_4__/* .placementOf */ .x)('clickhouse', stack, runtime)) === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_4__/* .notOwned */ .d)('clickhouse', stack, 'Back it up where it runs.');
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_3__/* .Cluster */ .d(names.cluster, runtime.aws);
    // The backup task runs in the private subnets, as the worker; in size tiny, both run on the instance.
    const { network } = await cluster.service(names.service('worker'));
    const subnets = network.awsvpcConfiguration?.subnets;
    const isOnInstance = subnets === undefined;
    const securityGroups = isOnInstance ? [] : [await findSecurityGroup(names.backupSecurityGroup, runtime)];
    const task = await cluster.run({
        taskDefinition: names.backupFamily,
        network: isOnInstance ? {} : { awsvpcConfiguration: { subnets, securityGroups } },
        environment: { COMMAND: 'backup' },
    });
    const lines = await (0,_task_follow__WEBPACK_IMPORTED_MODULE_8__/* .followTask */ .d)(task, {
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
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_5__/* .stackNames */ .z)(stack);
    const task = await cluster.run({ taskDefinition: names.postgresBackupFamily, network: {}, environment: {} });
    const lines = await (0,_task_follow__WEBPACK_IMPORTED_MODULE_8__/* .followTask */ .d)(task, {
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

/***/ 82010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ COMPONENTS),
/* harmony export */   z: () => (/* binding */ stackNames)
/* harmony export */ });
/** Names that terraform/modules/langfuse gives to the resources of a stack. */
const stackNames = (stack) => ({
    cluster: stack,
    service: (component) => `${stack}-${component}`,
    postgresBackupFamily: `${stack}-postgres-backup`,
    backupFamily: `${stack}-backup`,
    backupLogGroup: `/${stack}/backup`,
    backupSecurityGroup: `${stack}-backup`,
    moveFamily: `${stack}-move`,
    moveSecurityGroup: `${stack}-move`,
    postgres: `${stack}-postgres`,
    valkey: `${stack}-valkey`,
    deployRole: `${stack}-deploy`,
    secret: (secret) => `${stack}/${secret}`,
    alarmPrefix: `${stack}-`,
    backupBucket: (accountId, region) => `${stack}-backups-${accountId}-${region}`,
    blobBucket: (accountId, region) => `${stack}-blobs-${accountId}-${region}`,
});
/** Components that can be a service of ECS. PostgreSQL and Valkey are one in the size tiny. */
const COMPONENTS = ['web', 'worker', 'clickhouse', 'grafana', 'postgres', 'valkey'];


/***/ }),

/***/ 48997:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ formatTable)
/* harmony export */ });
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64212);

const MAX_CELL_LENGTH = 60;
/** Formats rows as an aligned table with a header. Cells above 60 characters are cut. */
function formatTable(columns, rows) {
    const cells = [columns, ...rows].map((row) => row.map(formatCell));
    const widths = columns.map((_, column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)));
    const lines = cells.map((row) => row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd());
    return [lines[0] ?? '', widths.map((width) => '-'.repeat(width)).join('  '), ...lines.slice(1)];
}
function formatCell(value) {
    const text = value === null ? 'NULL' : typeof value === 'string' ? value : JSON.stringify(value);
    const line = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(text.replaceAll('\n', '\\n').replaceAll('\t', '\\t'));
    return line.length > MAX_CELL_LENGTH ? `${line.slice(0, MAX_CELL_LENGTH - 1)}…` : line;
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


/***/ }),

/***/ 11728:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ followProgram),
  d: () => (/* binding */ followTask)
});

// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
;// CONCATENATED MODULE: ./src/cli/task/output.ts

const LINE = /^@(\d+)([+=])(\w+) (.*)$/s;
/** Reads the numbered lines of programs/start.ts from a log, in any order. */
class OutputReader {
    /** Lines that the program did not write, for example an error of Node.js. */
    otherLines = [];
    lines = new Map();
    next = 1;
    partial = '';
    /** Returns the events that are complete with this line. */
    push(message) {
        const line = LINE.exec(message.trimEnd());
        if (line === null) {
            this.otherLines.push(message.trimEnd());
            return [];
        }
        this.lines.set(Number(line[1]), line);
        return this.takeReady();
    }
    takeReady() {
        const events = [];
        for (let line = this.lines.get(this.next); line !== undefined; line = this.lines.get(this.next)) {
            this.lines.delete(this.next);
            this.next += 1;
            const [, , mark, kind = '', text = ''] = line;
            this.partial += text;
            if (mark === '+')
                continue;
            events.push({ kind, value: (0,json/* parseJson */.qF)(this.partial) });
            this.partial = '';
        }
        return events;
    }
}

;// CONCATENATED MODULE: ./src/cli/task/follow.ts



const POLL_MS = 2000;
/** CloudWatch Logs shows the last lines some seconds after the task has stopped. */
const MAX_LATE_POLLS = 15;
const SHOWN_LINES = 40;
/**
 * Waits until a program's task has stopped, and reports its events.
 *
 * @throws CommandFailed with ECS's reason and the last log lines
 */
async function followProgram(task, options) {
    const log = new ProgramLog(task, options.onEvent);
    const state = await waitUntilStopped(task, log, options);
    for (let polls = 0; polls < MAX_LATE_POLLS && !log.hasEnded; polls += 1) {
        await options.clock.sleep(polls === 0 ? 0 : POLL_MS);
        await log.read();
    }
    if (log.hasEnded && log.error === undefined && state.exitCode === 0)
        return;
    throw new error/* CommandFailed */.nk(describeFailure(state, log, task.logCommand));
}
/**
 * Waits until a task that is no program has stopped.
 *
 * @returns the lines of its log
 * @throws CommandFailed with ECS's reason and the last log lines
 */
async function followTask(task, options) {
    const log = new ProgramLog(task, () => undefined);
    const state = await waitUntilStopped(task, log, options);
    let count = -1;
    // Its end has no mark: the log is complete when no line has come for a while.
    for (let polls = 0; polls < MAX_LATE_POLLS && (log.otherLines.length > count || polls < 3); polls += 1) {
        count = log.otherLines.length;
        await options.clock.sleep(POLL_MS);
        await log.read();
    }
    if (state.exitCode === 0)
        return log.otherLines;
    throw new error/* CommandFailed */.nk(describeFailure(state, log, task.logCommand));
}
class ProgramLog {
    task;
    onEvent;
    hasEnded = false;
    error;
    reader = new OutputReader();
    token;
    constructor(task, onEvent) {
        this.task = task;
        this.onEvent = onEvent;
    }
    get otherLines() {
        return this.reader.otherLines;
    }
    async read() {
        const page = await this.task.log(this.token);
        this.token = page.nextToken;
        for (const event of page.messages.flatMap((message) => this.reader.push(message))) {
            if (event.kind === 'end')
                this.hasEnded = true;
            else if (event.kind === 'error')
                this.error = (0,json/* textAt */.$6)(event.value, 'message') ?? 'unknown error';
            else
                this.onEvent(event);
        }
    }
}
async function waitUntilStopped(task, log, options) {
    let shown = '';
    for (;;) {
        const state = await task.state();
        if (state.status === 'STOPPED')
            return state;
        if (state.status !== shown)
            options.onStatus(state.status);
        shown = state.status;
        await log.read();
        await options.clock.sleep(POLL_MS);
    }
}
function describeFailure(state, log, logCommand) {
    const cause = log.error ?? (state.reasons.join('. ') || 'ECS gives no reason');
    const code = state.exitCode === undefined ? 'The container did not start' : `Exit code ${state.exitCode}`;
    const lines = log.otherLines.slice(-SHOWN_LINES);
    // With an error of the program itself, the cause is known.
    if (log.error !== undefined)
        return `The task failed: ${cause}`;
    return [
        `The task failed: ${cause}. ${code}.`,
        ...(lines.length > 0
            ? ['Last lines of its log:', ...lines.map((line) => `  ${line}`)]
            : ['It wrote no log.']),
        `Complete log: ${logCommand}`,
    ].join('\n');
}


/***/ })

};

export const id = 206;
export const ids = [206];
export const modules = {

/***/ 67720:
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

;// CONCATENATED MODULE: ./src/cli/aws/task-calls.ts


/** Returns the calls that follow a task. */
function taskCalls(aws, task, container) {
    const stream = `${container.streamPrefix}/${container.name}/${task.arn.split('/').at(-1) ?? ''}`;
    return {
        state: () => taskState(aws, task),
        log: (token) => logPage(aws, { group: container.group, stream }, token),
        logCommand: `aws logs get-log-events --log-group-name ${container.group} --log-stream-name ${stream} --region ${aws.session.region}`,
    };
}
/** Returns the state of a task. Undefined if ECS does not know it: a new one for some seconds, a stopped one after an hour. */
async function taskState(aws, { cluster, arn }) {
    const { DescribeTasksCommand, ECSClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
    const client = new ECSClient(await aws.settings('ECS'));
    const { tasks } = await (0,connection/* callAws */.IY)('ecs:DescribeTasks', () => client.send(new DescribeTasksCommand({ cluster, tasks: [arn] })));
    const task = tasks?.[0];
    return (task && {
        status: task.lastStatus ?? '',
        exitCode: task.containers?.[0]?.exitCode,
        reasons: stopReasons(task),
    });
}
async function logPage(aws, name, token) {
    const { CloudWatchLogsClient, GetLogEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
    const client = new CloudWatchLogsClient(await aws.settings('CLOUDWATCH_LOGS'));
    const page = await (0,connection/* callUnless */.rU)(['ResourceNotFoundException'], 'logs:GetLogEvents', () => client.send(new GetLogEventsCommand({
        logGroupName: name.group,
        logStreamName: name.stream,
        startFromHead: true,
        ...(token !== undefined && { nextToken: token }),
    })));
    const messages = page?.events?.map(({ message }) => message ?? '') ?? [];
    return { messages, nextToken: page?.nextForwardToken ?? token };
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
    /** Returns the tasks of a family, or with this text in `startedBy`, that have not stopped, oldest first. */
    async tasks(query) {
        const { DescribeTasksCommand, ListTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const client = await this.client();
        const { taskArns = [] } = await (0,connection/* callAws */.IY)('ecs:ListTasks', () => client.send(new ListTasksCommand({ cluster: this.name, ...query })));
        if (taskArns.length === 0)
            return [];
        const { tasks = [] } = await (0,connection/* callAws */.IY)('ecs:DescribeTasks', () => client.send(new DescribeTasksCommand({ cluster: this.name, tasks: taskArns })));
        const running = tasks.filter(({ lastStatus }) => lastStatus !== 'STOPPED').sort(byAge);
        return Promise.all(running.map((task) => this.runningTask(task)));
    }
    async runningTask({ taskArn: arn = '', taskDefinitionArn = '', overrides, }) {
        const program = overrides?.containerOverrides?.[0]?.environment?.find(({ name }) => name === 'PROGRAM');
        return {
            arn,
            program: program?.value,
            calls: taskCalls(this.aws, { cluster: this.name, arn }, await this.container(taskDefinitionArn)),
        };
    }
    /** Returns the program of a request, as `RunningTask` has it. */
    programOf({ program, args }) {
        return program && programOverride('', program, args).environment[0]?.value;
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
            startedBy: request.startedBy ?? 'langfuse-deploy',
            ...(hasInterface(request.network) && { networkConfiguration: request.network }),
            overrides,
        })));
        const task = tasks?.[0];
        if (task?.taskArn !== undefined)
            return this.runningTask({ overrides, ...task });
        const reasons = failures?.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': ')) ?? [];
        throw new error/* CommandFailed */.nk(`ECS did not start the task: ${reasons.join('; ') || 'no reason given'}. Nothing was changed. Run the command again later, or run langfuse-deploy doctor.`);
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
const byAge = (a, b) => (a.createdAt?.getTime() ?? 0) - (b.createdAt?.getTime() ?? 0) ||
    (a.taskArn ?? '').localeCompare(b.taskArn ?? '');
const hasInterface = ({ awsvpcConfiguration }) => awsvpcConfiguration !== undefined;


/***/ }),

/***/ 16490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PASSWORD_FORM),
/* harmony export */   a: () => (/* binding */ RotatedSecret)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52836);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);


const [CURRENT, PENDING] = ['AWSCURRENT', 'AWSPENDING'];
const UPDATE = 'secretsmanager:UpdateSecretVersionStage';
/** Label of a version between its creation and AWSPENDING. */
const CREATED = 'LANGFUSE_DEPLOY_CREATED';
/** The value is the password. */
const PASSWORD_FORM = {
    passwordOf: (value) => value,
    next: (_, password) => password,
};
/** The versions of one secret. Values are never printed. */
class RotatedSecret {
    name;
    aws;
    constructor(name, aws) {
        this.name = name;
        this.aws = aws;
    }
    /** @throws CommandFailed if the secret does not exist */
    async versions() {
        const { DescribeSecretCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['ResourceNotFoundException'], 'secretsmanager:DescribeSecret', () => client.send(new DescribeSecretCommand({ SecretId: this.name })));
        if (found === undefined)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`The secret ${this.name} does not exist. Check --stack and --region.`);
        const versions = Object.entries(found.VersionIdsToStages ?? {});
        const withStage = (stage) => versions.find(([, stages]) => stages.includes(stage))?.[0];
        return { current: withStage(CURRENT), pending: withStage(PENDING) };
    }
    /** Creates a pending password as long as the current one. Alphanumeric, because Langfuse does not escape it in URLs. */
    async create(form) {
        const { GetRandomPasswordCommand, PutSecretValueCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const value = await this.read(CURRENT);
        const { length } = form.passwordOf(value);
        const { RandomPassword = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('secretsmanager:GetRandomPassword', () => client.send(new GetRandomPasswordCommand({ PasswordLength: length, ExcludePunctuation: true })));
        const SecretString = form.next(value, RandomPassword);
        const version = { SecretId: this.name, SecretString, VersionStages: [CREATED] };
        const { VersionId } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('secretsmanager:PutSecretValue', () => client.send(new PutSecretValueCommand(version)));
        // Fails while another version has the label, which PutSecretValue would move.
        await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['InvalidParameterException', 'InvalidRequestException'], UPDATE, () => this.move(PENDING, { to: VersionId }));
        const { pending } = await this.versions();
        if (pending !== VersionId)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`Another run of the command has started a rotation of ${this.name} at the same time. This run has changed nothing. Run the command again: it continues that rotation.`);
    }
    /** Makes the pending version the current one. It keeps its label until the rotation ends. */
    async promote() {
        const { current, pending } = await this.versions();
        if (current !== pending)
            await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)(UPDATE, () => this.move(CURRENT, { from: current, to: pending }));
    }
    async finish() {
        const { pending } = await this.versions();
        if (pending !== undefined)
            await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)(UPDATE, () => this.move(PENDING, { from: pending }));
    }
    async read(stage) {
        const { GetSecretValueCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const { SecretString = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('secretsmanager:GetSecretValue', () => client.send(new GetSecretValueCommand({ SecretId: this.name, VersionStage: stage })));
        return SecretString;
    }
    async move(stage, version) {
        const { UpdateSecretVersionStageCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const input = {
            SecretId: this.name,
            VersionStage: stage,
            RemoveFromVersionId: version.from,
            MoveToVersionId: version.to,
        };
        await client.send(new UpdateSecretVersionStageCommand(input));
    }
    async client() {
        const { SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        return new SecretsManagerClient(await this.aws.settings('SECRETS_MANAGER'));
    }
}


/***/ }),

/***/ 10206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keys: () => (/* binding */ keys),
  x: () => (/* binding */ readKeys)
});

// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 3 modules
var ecs = __webpack_require__(67720);
// EXTERNAL MODULE: ./src/cli/aws/secret-versions.ts
var secret_versions = __webpack_require__(16490);
// EXTERNAL MODULE: ./src/cli/error.ts
var cli_error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/names.ts
var cli_names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/cli/keys/env-file.ts
/**
 * Sets variables in the text of an `.env` file, each time that they occur. Other lines and their order are kept; missing variables
 * are added.
 *
 * @param text content of the file; an empty text for a new file
 */
function setVariables(text, variables) {
    const missing = new Map(Object.entries(variables));
    const lines = text.split('\n').map((line) => {
        const [, name = ''] = /^\s*(?:export\s+)?(\w+)\s*=/.exec(line) ?? [];
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        if (value === undefined)
            return line;
        missing.delete(name);
        return `${name}=${value}`;
    });
    if (lines.at(-1) === '')
        lines.pop();
    return [...lines, ...[...missing].map(([name, value]) => `${name}=${value}`), ''].join('\n');
}

;// CONCATENATED MODULE: ./src/cli/keys/keys.ts








/**
 * Writes URL and API keys of the first project into an `.env` file, which only its owner can read. Prints no key.
 *
 * @throws CommandFailed, InvalidArgument if the file cannot be written; AwsError
 */
async function keys({ stack, file }, runtime) {
    const { url, publicKey, secretKey } = await readKeys(stack, runtime);
    const variables = {
        LANGFUSE_BASE_URL: url,
        LANGFUSE_PUBLIC_KEY: publicKey,
        LANGFUSE_SECRET_KEY: secretKey,
    };
    await writeVariables(file, variables);
    runtime.print(`Wrote ${Object.keys(variables).join(', ')} to ${file}. Do not commit this file.`);
}
/** Reads the URL and the API keys of the first project. @throws CommandFailed, AwsError */
async function readKeys(stack, runtime) {
    const names = (0,cli_names/* stackNames */.z)(stack);
    const url = await new ecs/* Cluster */.d(names.cluster, runtime.aws).variable(names.service('web'), 'NEXTAUTH_URL');
    if (url === undefined)
        throw new cli_error/* CommandFailed */.nk(`The service ${names.service('web')} has no NEXTAUTH_URL. Apply the stack again.`);
    const secret = new secret_versions/* RotatedSecret */.a(names.secret('api-keys'), runtime.aws);
    await secret.versions();
    const value = (0,json/* parseObject */.lj)(await secret.read('AWSCURRENT'));
    const [publicKey, secretKey] = [(0,json/* nonEmptyTextAt */.Zj)(value, 'public_key'), (0,json/* nonEmptyTextAt */.Zj)(value, 'secret_key')];
    if (publicKey === undefined || secretKey === undefined)
        throw new cli_error/* CommandFailed */.nk(`The secret ${secret.name} is not a JSON object with public_key and secret_key. Apply the stack again, or copy the keys in Langfuse under Settings → API keys.`);
    return { url, publicKey, secretKey };
}
async function writeVariables(file, variables) {
    const { chmod, readFile, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23));
    try {
        const text = await readFile(file, 'utf8').catch((error) => {
            if ((0,http_error/* errorCode */.C)(error) === 'ENOENT')
                return '';
            throw error;
        });
        await writeFile(file, setVariables(text, variables), { mode: 0o600 });
        // The mode above is for a new file only.
        await chmod(file, 0o600);
    }
    catch (error) {
        throw new cli_error/* InvalidArgument */.f0(`--file: '${file}' cannot be written: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
    }
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

/***/ 24054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode),
/* harmony export */   j: () => (/* binding */ HttpError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/** Thrown for an HTTP request that failed. */
class HttpError extends Error {
    details;
    name = 'HttpError';
    reason = 'copy-failed';
    host;
    status;
    codes;
    retryAfterMs;
    transient;
    constructor(details, options) {
        const answer = details.status === undefined ? '' : ` answered ${details.status}`;
        super(`${details.method} ${details.url.host}${details.url.pathname}${answer}: ${details.message}`, options);
        this.details = details;
        this.host = details.url.host;
        this.status = details.status;
        this.codes = details.codes ?? [];
        this.retryAfterMs = details.retryAfterMs;
        this.transient = details.transient;
    }
    /** Returns the error to throw after the last attempt. */
    final(attempts) {
        const message = attempts > 1 ? `${this.details.message} (after ${attempts} attempts)` : this.details.message;
        return new HttpError({ ...this.details, message, transient: false }, { cause: this });
    }
}
/** Returns Node's error code, such as `ECONNREFUSED`, or an empty string. */
function errorCode(error) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) && typeof error['code'] === 'string' ? error['code'] : '';
}


/***/ })

};

export const id = 3530;
export const ids = [3530];
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
const MAX_UNKNOWN_POLLS = 30;
const UNKNOWN = { status: '', exitCode: undefined, reasons: ['ECS does not know the task'] };
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
    for (let unknown = 0;;) {
        const state = (await task.state()) ?? UNKNOWN;
        unknown = state === UNKNOWN ? unknown + 1 : 0;
        // ECS may show a new task only some seconds after it has accepted it.
        if (state === UNKNOWN && (shown !== '' || unknown > MAX_UNKNOWN_POLLS))
            return { ...state, status: 'STOPPED' };
        if (state.status === 'STOPPED')
            return state;
        if (state.status !== shown && state !== UNKNOWN)
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

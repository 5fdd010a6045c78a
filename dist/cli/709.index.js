export const id = 709;
export const ids = [709];
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

/***/ 82508:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  A: () => (/* binding */ checksAfterApply),
  I: () => (/* binding */ findComponents)
});

// EXTERNAL MODULE: ./src/cli/aws/backup-bucket.ts
var backup_bucket = __webpack_require__(45871);
// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 3 modules
var ecs = __webpack_require__(67720);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/aws/monitoring.ts

/** Returns the alarms of a stack that are in the state ALARM. */
async function readAlarms(aws, prefix) {
    const { CloudWatchClient, paginateDescribeAlarms } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
    const client = new CloudWatchClient(await aws.settings('CLOUDWATCH'));
    const alarms = [];
    await (0,connection/* callAws */.IY)('cloudwatch:DescribeAlarms', async () => {
        for await (const page of paginateDescribeAlarms({ client }, { AlarmNamePrefix: prefix, StateValue: 'ALARM' }))
            for (const { AlarmName = '', StateReason = '' } of page.MetricAlarms ?? [])
                alarms.push({ name: AlarmName, reason: StateReason });
    });
    return alarms;
}
const METRIC_PERIOD_S = 300;
const METRIC_WINDOW_MS = 30 * 60_000;
/** Returns the latest maximum of a metric in the last half hour. Undefined without data. */
async function readMetric(aws, metric, now) {
    const { CloudWatchClient, GetMetricStatisticsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
    const client = new CloudWatchClient(await aws.settings('CLOUDWATCH'));
    const { Datapoints = [] } = await (0,connection/* callAws */.IY)('cloudwatch:GetMetricStatistics', () => client.send(new GetMetricStatisticsCommand({
        Namespace: metric.namespace,
        MetricName: metric.name,
        Dimensions: Object.entries(metric.dimensions).map(([Name, Value]) => ({ Name, Value })),
        StartTime: new Date(now.getTime() - METRIC_WINDOW_MS),
        EndTime: now,
        Period: METRIC_PERIOD_S,
        Statistics: ['Maximum'],
    })));
    const latest = Datapoints.sort((a, b) => (a.Timestamp?.getTime() ?? 0) - (b.Timestamp?.getTime() ?? 0)).at(-1);
    return latest?.Maximum;
}
/** Returns the certificates that have the stack's tag. */
async function readCertificates(aws, stack) {
    const acm = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3490)]).then(__webpack_require__.t.bind(__webpack_require__, 33490, 19));
    const settings = await aws.settings('ACM');
    const found = [];
    // Certificates of CloudFront are in us-east-1.
    for (const region of new Set([settings.region, 'us-east-1'])) {
        const client = new acm.ACMClient({ ...settings, region });
        const { CertificateSummaryList = [] } = await (0,connection/* callAws */.IY)('acm:ListCertificates', () => client.send(new acm.ListCertificatesCommand({})));
        for (const { CertificateArn, DomainName = '', NotAfter, Status = '' } of CertificateSummaryList) {
            const { Tags } = await (0,connection/* callAws */.IY)('acm:ListTagsForCertificate', () => client.send(new acm.ListTagsForCertificateCommand({ CertificateArn })));
            if (Tags?.some(({ Key, Value }) => Key === 'stack' && Value === stack) !== true)
                continue;
            found.push({ domain: DomainName, arn: CertificateArn ?? '', notAfter: NotAfter, status: Status });
        }
    }
    return found;
}

// EXTERNAL MODULE: ./src/cli/aws/stack-shape.ts
var stack_shape = __webpack_require__(95280);
// EXTERNAL MODULE: ./src/cli/names.ts
var cli_names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/services/data-store.ts
var data_store = __webpack_require__(15943);
// EXTERNAL MODULE: ./src/cli/doctor/cost.ts
var doctor_cost = __webpack_require__(17003);
// EXTERNAL MODULE: ./src/cli/doctor/finding.ts
var finding = __webpack_require__(73841);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/cli/doctor/running.ts


/** Judges a service. @param facts undefined if it does not exist */
function judgeService(stack, component, facts) {
    const subject = `Service ${component}`;
    const show = `aws logs tail /${stack}/${component} --since 30m`;
    if (facts === undefined)
        return (0,finding/* problem */.CC)(subject, 'does not exist', 'The last apply did not complete: read its summary, and run the job again.');
    const count = `${facts.running} of ${facts.desired} tasks run`;
    if (facts.desired === 0)
        return (0,finding/* problem */.CC)(subject, 'is stopped', `A restore, a rotation or an apply may be running, or was interrupted: run the same command again, or set the count: aws ecs update-service --cluster ${stack} --service ${stack}-${component} --desired-count 1`);
    if (facts.running >= facts.desired && facts.isStable)
        return (0,finding.ok)(subject, count);
    const reason = facts.stopReasons[0] ?? facts.events[0] ?? 'ECS reports no event';
    const state = facts.running >= facts.desired ? `${count}, and a deployment is in progress` : count;
    if (facts.running >= facts.desired)
        return (0,finding.ok)(subject, state);
    return (0,finding/* problem */.CC)(subject, `${state}; ECS: ${reason}`, `Read its log: ${show}`);
}
function judgeAlarms(alarms) {
    if (alarms.length === 0)
        return [(0,finding.ok)('Alarms', 'none is in ALARM')];
    return alarms.map(({ name, reason }) => (0,finding/* problem */.CC)(`Alarm ${name}`, reason, 'See docs/troubleshooting.md, section Alarms.'));
}
const DISK_LIMIT = 80;
/** @param used percent; undefined without data */
function judgeDisk(used) {
    const subject = 'ClickHouse disk';
    if (used === undefined)
        return (0,finding/* problem */.CC)(subject, 'the instance has reported no usage for 30 minutes', 'Check the instance: aws ec2 get-console-output --latest --output text --instance-id ID. The lines that start with clickhouse-volume name the step that failed.');
    if (used < DISK_LIMIT)
        return (0,finding.ok)(subject, `${used} % used`);
    return (0,finding/* problem */.CC)(subject, `${used} % used`, 'Increase clickhouse.volume_gib in a pull request; this needs no restart.');
}
const VALKEY_LIMIT = 75;
const QUEUE_LIMIT = 10_000;
function judgeQueues({ placement, memory, waiting }) {
    const advice = 'Increase worker.max, and check that the worker runs and that ClickHouse accepts its rows.';
    const depths = Object.entries(waiting).map(([queue, jobs]) => {
        if (jobs === undefined)
            return (0,finding/* unknown */.L5)(`Queue ${queue}`, 'Langfuse publishes no metric', 'Set langfuse.publish_metrics = true to see its depth.');
        const detail = `${jobs} jobs wait`;
        return jobs > QUEUE_LIMIT ? (0,finding/* problem */.CC)(`Queue ${queue}`, detail, advice) : (0,finding.ok)(`Queue ${queue}`, detail);
    });
    const subject = 'Valkey memory';
    const notRead = {
        instance: 'is part of the memory of the instance (size tiny)',
        external: 'is not checked: Valkey does not belong to the stack (valkey_external)',
    };
    const filled = placement !== 'stack'
        ? (0,finding.ok)(subject, notRead[placement])
        : memory === undefined
            ? (0,finding/* unknown */.L5)(subject, 'ElastiCache reports no usage', 'Check the replication group in the ElastiCache console.')
            : memory > VALKEY_LIMIT
                ? (0,finding/* problem */.CC)(subject, `${memory.toFixed(0)} % used`, advice)
                : (0,finding.ok)(subject, `${memory.toFixed(0)} % used`);
    return [filled, ...depths];
}
/** ACM renews 60 days before the expiry; with fewer than 30 days left, the renewal has failed. */
const MIN_CERTIFICATE_DAYS = 30;
function judgeCertificates(certificates, now) {
    return certificates.map(({ domain, arn, notAfter, status }) => {
        const subject = `Certificate ${domain}`;
        const advice = `Read its state: aws acm describe-certificate --certificate-arn ${arn} --query Certificate.[Status,RenewalSummary]. An apply creates a missing validation record.`;
        if (notAfter === undefined)
            return (0,finding/* problem */.CC)(subject, `has the status ${status || 'unknown'}`, advice);
        const days = Math.floor((notAfter.getTime() - now.getTime()) / format/* DAY_MS */.sO);
        const detail = days < 0 ? 'has expired' : `expires in ${days} days`;
        return days < MIN_CERTIFICATE_DAYS ? (0,finding/* problem */.CC)(subject, detail, advice) : (0,finding.ok)(subject, detail);
    });
}
/** Backups are made daily; the alarm backup-missed has the same limit. */
const MAX_BACKUP_AGE_MS = 26 * format/* HOUR_MS */.iQ;
function judgeBackups(backups, now) {
    const subject = 'ClickHouse backups';
    const advice = 'Create one: langfuse-deploy backups create. If that fails, it shows the reason.';
    const last = backups.at(-1);
    if (last === undefined)
        return (0,finding/* problem */.CC)(subject, 'there is none', advice);
    const age = now.getTime() - last.completedAt.getTime();
    const detail = `the last one, ${last.name}, is ${(0,format/* formatAge */.nV)(age)} old`;
    return age > MAX_BACKUP_AGE_MS ? (0,finding/* problem */.CC)(subject, detail, advice) : (0,finding.ok)(subject, detail);
}

;// CONCATENATED MODULE: ./src/cli/doctor/after.ts









/** The checks of a stack that was applied. A cause comes before its effects: the first problem is the one to start with. */
function checksAfterApply(running, aws) {
    const { stack, accountId, now, components } = running;
    const names = (0,cli_names/* stackNames */.z)(stack);
    const service = (component) => serviceCheck(stack, component, aws);
    const certificates = async () => judgeCertificates(await readCertificates(aws, stack), now);
    const cost = {
        subject: 'Cost',
        run: async () => [(0,doctor_cost/* estimateShape */.g)(await (0,stack_shape/* readStackShape */.E)(running, aws), aws.session.region)],
    };
    const checks = [
        ...['worker', 'web'].map(service),
        ...['grafana', 'postgres', 'valkey']
            .filter((component) => components.includes(component))
            .map(service),
        { subject: 'Queues', run: () => checkQueues(running, aws) },
        { subject: 'PostgreSQL', run: () => checkExternal('postgres', stack, aws) },
        { subject: 'Alarms', run: async () => judgeAlarms(await readAlarms(aws, names.alarmPrefix)) },
        { subject: 'Certificates', run: certificates },
    ];
    if (!components.includes('clickhouse'))
        return [...checks, cost];
    const disk = { namespace: `${stack}/clickhouse`, name: 'DiskUsed', dimensions: {} };
    const bucket = names.backupBucket(accountId, aws.session.region);
    return [
        { subject: 'ClickHouse disk', run: async () => [judgeDisk(await readMetric(aws, disk, now))] },
        service('clickhouse'),
        ...checks,
        { subject: 'ClickHouse backups', run: async () => [judgeBackups(await (0,backup_bucket/* listBackups */.C)(aws, bucket), now)] },
        cost,
    ];
}
function serviceCheck(stack, component, aws) {
    const names = (0,cli_names/* stackNames */.z)(stack);
    const cluster = new ecs/* Cluster */.d(names.cluster, aws);
    const read = () => readService(cluster, component, names.service(component));
    return {
        subject: `Service ${component}`,
        run: async () => [judgeService(stack, component, await read())],
    };
}
async function checkQueues({ stack, now }, aws) {
    const waiting = (queue) => {
        const name = `langfuse.queue.${queue}.depth.shard_all.type_waiting`;
        return readMetric(aws, { namespace: 'Langfuse', name, dimensions: {} }, now);
    };
    const dimensions = { CacheClusterId: `${(0,cli_names/* stackNames */.z)(stack).valkey}-001` };
    const memory = { namespace: 'AWS/ElastiCache', name: 'DatabaseMemoryUsagePercentage', dimensions };
    const placement = await (0,data_store/* placementOf */.x)('valkey', stack, { aws });
    return judgeQueues({
        placement,
        memory: placement === 'stack' ? await readMetric(aws, memory, now) : undefined,
        waiting: { ingestion: await waiting('ingestion'), otel_ingestion: await waiting('otel_ingestion') },
    });
}
async function checkExternal(store, stack, aws) {
    if ((await (0,data_store/* placementOf */.x)(store, stack, { aws })) !== 'external')
        return [];
    return [(0,finding.ok)('PostgreSQL', 'does not belong to the stack (postgres_external), so it is not checked')];
}
async function readService(cluster, component, name) {
    const state = await cluster.findService(name);
    if (state === undefined)
        return undefined;
    return { ...state, component, stopReasons: await cluster.stopReasons(name) };
}
/** Returns the components that a stack has. Empty before the first apply. */
async function findComponents(stack, aws) {
    const names = (0,cli_names/* stackNames */.z)(stack);
    const cluster = new ecs/* Cluster */.d(names.cluster, aws);
    const found = [];
    for (const component of cli_names/* COMPONENTS */.$)
        if ((await cluster.findService(names.service(component))) !== undefined)
            found.push(component);
    return found;
}


/***/ }),

/***/ 80042:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J: () => (/* binding */ checksBeforeApply)
});

// EXTERNAL MODULE: ./src/cost/sizes.ts
var sizes = __webpack_require__(49187);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/aws/account.ts

/** Returns the applied quota, or AWS's default if none was ever applied. */
async function readQuota(aws, need) {
    const quotas = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2924)]).then(__webpack_require__.t.bind(__webpack_require__, 72924, 19));
    const settings = await aws.settings('SERVICE_QUOTAS');
    const client = new quotas.ServiceQuotasClient({ ...settings, ...(need.region && { region: need.region }) });
    const input = { ServiceCode: need.service, QuotaCode: need.code };
    const applied = await (0,connection/* callUnless */.rU)(['NoSuchResourceException'], 'servicequotas:GetServiceQuota', () => client.send(new quotas.GetServiceQuotaCommand(input)));
    if (applied?.Quota?.Value !== undefined)
        return applied.Quota.Value;
    const fallback = await (0,connection/* callAws */.IY)('servicequotas:GetAWSDefaultServiceQuota', () => client.send(new quotas.GetAWSDefaultServiceQuotaCommand(input)));
    return fallback.Quota?.Value;
}
/** Returns how much of a quota the account uses, where AWS reports it. */
async function readUsage(aws, code) {
    if (code === 'L-24B04930')
        return (await distributions(aws)).length;
    const ec2 = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = new ec2.EC2Client(await aws.settings('EC2'));
    switch (code) {
        case 'L-0263D0A3': {
            const { Addresses } = await (0,connection/* callAws */.IY)('ec2:DescribeAddresses', () => client.send(new ec2.DescribeAddressesCommand({})));
            return Addresses?.length ?? 0;
        }
        case 'L-F678F1CE': {
            const { Vpcs } = await (0,connection/* callAws */.IY)('ec2:DescribeVpcs', () => client.send(new ec2.DescribeVpcsCommand({})));
            return Vpcs?.length ?? 0;
        }
        default:
            return undefined;
    }
}
/** IDs of the account's CloudFront distributions. */
async function distributions(aws) {
    const { CloudFrontClient, paginateListDistributions } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3169)]).then(__webpack_require__.t.bind(__webpack_require__, 23169, 19));
    const client = new CloudFrontClient(await aws.settings('CLOUDFRONT'));
    const ids = [];
    await (0,connection/* callAws */.IY)('cloudfront:ListDistributions', async () => {
        for await (const page of paginateListDistributions({ client }, {}))
            ids.push(...(page.DistributionList?.Items?.map(({ Id }) => Id ?? '') ?? []));
    });
    return ids;
}
/**
 * Asks CloudFront for a distribution that it never creates, because its behavior names an origin that it lacks.
 *
 * @returns the code and message of the refusal
 */
async function probeDistribution(aws) {
    const { CloudFrontClient, CreateDistributionCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3169)]).then(__webpack_require__.t.bind(__webpack_require__, 23169, 19));
    const client = new CloudFrontClient(await aws.settings('CLOUDFRONT'));
    const origin = { Id: 'probe', DomainName: 'probe.invalid', S3OriginConfig: { OriginAccessIdentity: '' } };
    try {
        await client.send(new CreateDistributionCommand({
            DistributionConfig: {
                CallerReference: 'langfuse-deploy-doctor',
                Comment: 'langfuse-deploy doctor: never created',
                Enabled: false,
                Origins: { Quantity: 1, Items: [origin] },
                DefaultCacheBehavior: { TargetOriginId: 'none', ViewerProtocolPolicy: 'https-only' },
            },
        }));
        return { code: 'Created', message: '' };
    }
    catch (error) {
        return error instanceof Error
            ? { code: error.name, message: error.message }
            : { code: '', message: String(error) };
    }
}

;// CONCATENATED MODULE: ./src/cli/aws/network.ts

/** Reads the Region's zones, and which of them offer an instance type. */
async function readZones(aws, instanceType) {
    const { EC2Client, DescribeAvailabilityZonesCommand, DescribeInstanceTypeOfferingsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = new EC2Client(await aws.settings('EC2'));
    // Without Local Zones, as the stack.
    const zoneFilter = [{ Name: 'opt-in-status', Values: ['opt-in-not-required'] }];
    const { AvailabilityZones } = await (0,connection/* callAws */.IY)('ec2:DescribeAvailabilityZones', () => client.send(new DescribeAvailabilityZonesCommand({ Filters: zoneFilter })));
    const typeFilter = [{ Name: 'instance-type', Values: [instanceType] }];
    const { InstanceTypeOfferings } = await (0,connection/* callAws */.IY)('ec2:DescribeInstanceTypeOfferings', () => client.send(new DescribeInstanceTypeOfferingsCommand({ LocationType: 'availability-zone', Filters: typeFilter })));
    return {
        zones: AvailabilityZones?.map(({ ZoneName = '', ZoneId = '' }) => ({ name: ZoneName, id: ZoneId })) ?? [],
        offering: InstanceTypeOfferings?.map(({ Location = '' }) => Location) ?? [],
    };
}
/** Reads an existing VPC. Returns undefined if there is none. */
async function readVpc(aws, id) {
    const ec2 = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = new ec2.EC2Client(await aws.settings('EC2'));
    const found = await (0,connection/* callUnless */.rU)(['InvalidVpcID.NotFound', 'InvalidVpcID.Malformed'], 'ec2:DescribeVpcs', () => client.send(new ec2.DescribeVpcsCommand({ VpcIds: [id] })));
    const vpc = found?.Vpcs?.[0];
    if (vpc === undefined)
        return undefined;
    const attribute = (Attribute) => (0,connection/* callAws */.IY)('ec2:DescribeVpcAttribute', () => client.send(new ec2.DescribeVpcAttributeCommand({ VpcId: id, Attribute })));
    const { InternetGateways } = await (0,connection/* callAws */.IY)('ec2:DescribeInternetGateways', () => client.send(new ec2.DescribeInternetGatewaysCommand({ Filters: [{ Name: 'attachment.vpc-id', Values: [id] }] })));
    return {
        id,
        dnsSupport: (await attribute('enableDnsSupport')).EnableDnsSupport?.Value ?? false,
        dnsHostnames: (await attribute('enableDnsHostnames')).EnableDnsHostnames?.Value ?? false,
        resolvers: await readResolvers(client, vpc.DhcpOptionsId),
        hasInternetGateway: (InternetGateways?.length ?? 0) > 0,
        privateSubnets: await readPrivateSubnets(client, id),
    };
}
async function readResolvers(client, dhcpOptionsId) {
    if (dhcpOptionsId === undefined || dhcpOptionsId === 'default')
        return [];
    const { DescribeDhcpOptionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const found = await (0,connection/* callAws */.IY)('ec2:DescribeDhcpOptions', () => client.send(new DescribeDhcpOptionsCommand({ DhcpOptionsIds: [dhcpOptionsId] })));
    const configurations = found.DhcpOptions?.[0]?.DhcpConfigurations ?? [];
    const servers = configurations.find(({ Key }) => Key === 'domain-name-servers');
    return servers?.Values?.map(({ Value = '' }) => Value) ?? [];
}
async function readPrivateSubnets(client, vpcId) {
    const { DescribeRouteTablesCommand, DescribeSubnetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const Filters = [{ Name: 'vpc-id', Values: [vpcId] }];
    const { Subnets } = await (0,connection/* callAws */.IY)('ec2:DescribeSubnets', () => client.send(new DescribeSubnetsCommand({ Filters })));
    const { RouteTables = [] } = await (0,connection/* callAws */.IY)('ec2:DescribeRouteTables', () => client.send(new DescribeRouteTablesCommand({ Filters })));
    const main = RouteTables.find(({ Associations }) => Associations?.some(({ Main }) => Main === true));
    const tableOf = (subnet) => RouteTables.find(({ Associations }) => Associations?.some(({ SubnetId }) => SubnetId === subnet)) ?? main;
    return (Subnets ?? [])
        .map(({ SubnetId = '', AvailabilityZone = '' }) => ({ id: SubnetId, zone: AvailabilityZone }))
        .filter(({ id }) => hasPrivateRoute(tableOf(id)));
}
/** Public subnets send 0.0.0.0/0 to the internet gateway. */
function hasPrivateRoute(table) {
    return (table?.Routes ?? []).some(({ DestinationCidrBlock, GatewayId, State }) => DestinationCidrBlock === '0.0.0.0/0' && State !== 'blackhole' && !GatewayId?.startsWith('igw-'));
}

;// CONCATENATED MODULE: ./src/cli/aws/simulate.ts

/** Simulates actions as a role. Returns undefined if the role does not exist. */
async function simulateRole(aws, role, groups) {
    const { IAMClient, GetRoleCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(6764)]).then(__webpack_require__.t.bind(__webpack_require__, 16764, 19));
    const client = new IAMClient(await aws.settings('IAM'));
    const found = await (0,connection/* callUnless */.rU)(['NoSuchEntityException', 'NoSuchEntity'], 'iam:GetRole', () => client.send(new GetRoleCommand({ RoleName: role })));
    const arn = found?.Role?.Arn;
    if (arn === undefined)
        return undefined;
    const decisions = [];
    // One after another: IAM throttles the simulator early.
    for (const group of groups)
        decisions.push(...(await simulateGroup(client, arn, group)));
    return decisions;
}
async function simulateGroup(client, arn, group) {
    const { SimulatePrincipalPolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(6764)]).then(__webpack_require__.t.bind(__webpack_require__, 16764, 19));
    const ContextEntries = Object.entries(group.context).map(([key, value]) => ({
        ContextKeyName: key,
        ContextKeyValues: [value],
        ContextKeyType: key === 'aws:CalledVia' ? 'stringList' : 'string',
    }));
    const { EvaluationResults } = await (0,connection/* callAws */.IY)('iam:SimulatePrincipalPolicy', () => client.send(new SimulatePrincipalPolicyCommand({
        PolicySourceArn: arn,
        ActionNames: [...group.actions],
        ResourceArns: [group.resource],
        ContextEntries,
    })));
    return (EvaluationResults ?? []).map(decisionOf);
}
function decisionOf(result) {
    return {
        action: result.EvalActionName ?? '',
        isAllowed: result.EvalDecision === 'allowed',
        deniedBy: causeOf(result),
    };
}
function causeOf(result) {
    if (result.OrganizationsDecisionDetail?.AllowedByOrganizations === false)
        return 'organization';
    if (result.PermissionsBoundaryDecisionDetail?.AllowedByPermissionsBoundary === false)
        return 'boundary';
    return result.EvalDecision === 'explicitDeny' ? 'explicit-deny' : 'no-allow';
}

// EXTERNAL MODULE: ./src/cli/names.ts
var names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/doctor/finding.ts
var finding = __webpack_require__(73841);
;// CONCATENATED MODULE: ./src/cli/doctor/cloudfront.ts

const SUBJECT = 'CloudFront';
const CASE = 'Open a support case (Account and billing, "Account verification") and wait for its answer, or give the stack a domain: with `domain`, it needs no CloudFront.';
/**
 * Judges whether the account may create distributions. AWS verifies new accounts first and has no API that reports it.
 *
 * @param refusal of the probe; undefined if it was not needed
 */
function judgeCloudFront(distributions, refusal) {
    if (distributions > 0)
        return (0,finding.ok)(SUBJECT, 'the account has distributions, so it may create them');
    if (refusal !== undefined && /must be verified|not.*verified/i.test(refusal.message))
        return (0,finding/* problem */.CC)(SUBJECT, 'AWS has not verified the account for CloudFront yet', CASE);
    if (refusal?.code === 'AccessDenied')
        return (0,finding/* unknown */.L5)(SUBJECT, `the probe was denied: ${refusal.message}`, 'Run doctor with administrator credentials.');
    return (0,finding/* unknown */.L5)(SUBJECT, 'the account has no distribution yet, and AWS accepted the probe up to its validation', `If the apply fails with "Your account must be verified": ${CASE}`);
}

// EXTERNAL MODULE: ./src/cli/doctor/cost.ts
var cost = __webpack_require__(17003);
;// CONCATENATED MODULE: ./src/cli/doctor/network.ts

/** Zones without CloudFront VPC origins or Fargate on ARM64, as in terraform/modules/langfuse/network.tf. */
const EXCLUDED_ZONE_IDS = ['use1-az3', 'usw1-az2', 'cac1-az3', 'apne1-az3', 'apne2-az1'];
function judgeZones({ zones, offering }, instanceType) {
    const usable = zones
        .filter(({ name, id }) => !EXCLUDED_ZONE_IDS.includes(id) && offering.includes(name))
        .map(({ name }) => name);
    const subject = 'Availability Zones';
    if (usable.length >= 2)
        return (0,finding.ok)(subject, `${usable.join(', ')} offer ${instanceType}`);
    return (0,finding/* problem */.CC)(subject, `${usable.length} of ${zones.length} zones offer ${instanceType} and CloudFront VPC origins; the stack needs 2`, 'Choose another Region, or another clickhouse.instance_type.');
}
/** Judges an existing VPC. @param vpc undefined if it does not exist */
function judgeVpc(id, vpc) {
    const subject = `VPC ${id}`;
    if (vpc === undefined)
        return [(0,finding/* problem */.CC)(subject, 'does not exist in this Region', 'Check --vpc-id and --region.')];
    const problems = [...dnsProblems(vpc), ...routeProblems(vpc)];
    if (problems.length > 0)
        return problems.map(([detail, advice]) => (0,finding/* problem */.CC)(subject, detail, advice));
    return [
        (0,finding.ok)(subject, `suitable; private subnets: ${vpc.privateSubnets.map((subnet) => subnet.id).join(', ')}`),
    ];
}
function dnsProblems({ id, dnsSupport, dnsHostnames, resolvers }) {
    const enable = (attribute) => `aws ec2 modify-vpc-attribute --vpc-id ${id} --${attribute} '{"Value":true}'`;
    const custom = resolvers.filter((resolver) => resolver !== 'AmazonProvidedDNS');
    const forward = "They must forward the stack's private zone (NAME.internal) to the VPC's resolver; otherwise web and worker do not find ClickHouse.";
    return [
        ...(dnsSupport ? [] : [['DNS resolution is off', enable('enable-dns-support')]]),
        ...(dnsHostnames ? [] : [['DNS host names are off', enable('enable-dns-hostnames')]]),
        ...(custom.length === 0 ? [] : [[`uses the DNS resolvers ${custom.join(', ')}`, forward]]),
    ];
}
function routeProblems({ hasInternetGateway, privateSubnets }) {
    const zones = new Set(privateSubnets.map(({ zone }) => zone)).size;
    const gateway = [
        'has no internet gateway',
        'Attach one: CloudFront VPC origins and public load balancers require it.',
    ];
    const subnets = [
        `has private subnets with a route to the internet in ${zones} zones; the stack needs 2`,
        'Create private subnets in two zones, with a route for 0.0.0.0/0 to a NAT gateway.',
    ];
    return [...(hasInternetGateway ? [] : [gateway]), ...(zones >= 2 ? [] : [subnets])];
}

;// CONCATENATED MODULE: ./src/cli/doctor/apply-requests.ts
/**
 * Changes that the deploy role makes in a stack's first apply and its updates: actions of one service, resource, and context of
 * the request, with STACK, ACCOUNT and REGION for those of the stack. The end-to-end test records them;
 * `UPDATE_REQUESTS=1 npx jest test/stack/deploy-policies.test.ts` writes this file.
 */
const APPLY_REQUESTS = `
acm:AddTagsToCertificate,RequestCertificate * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
application-autoscaling:PutScalingPolicy arn:aws:application-autoscaling:REGION:ACCOUNT:scalable-target/0 application-autoscaling:service-namespace=ecs aws:RequestedRegion=REGION
application-autoscaling:RegisterScalableTarget,TagResource arn:aws:application-autoscaling:REGION:ACCOUNT:scalable-target/0 application-autoscaling:service-namespace=ecs aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
autoscaling:CreateAutoScalingGroup,CreateOrUpdateTags arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:0:autoScalingGroupName/STACK-clickhouse aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
autoscaling:UpdateAutoScalingGroup arn:aws:autoscaling:REGION:ACCOUNT:autoScalingGroup:0:autoScalingGroupName/STACK-clickhouse aws:RequestedRegion=REGION
cloudformation:CreateStack,TagResource,UpdateStack arn:aws:cloudformation:REGION:ACCOUNT:stack/STACK-secrets/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
cloudfront:CreateDistribution,CreateVpcOrigin,TagResource * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=us-east-1
cloudfront:UpdateDistribution arn:aws:cloudfront::ACCOUNT:distribution/0 aws:RequestedRegion=us-east-1 aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
cloudwatch:PutDashboard arn:aws:cloudwatch::ACCOUNT:dashboard/STACK aws:RequestedRegion=REGION
cloudwatch:PutMetricAlarm,TagResource arn:aws:cloudwatch:REGION:ACCOUNT:alarm:STACK-backup-missed aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
dlm:CreateLifecyclePolicy,TagResource * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:AllocateAddress arn:aws:ec2:REGION:ACCOUNT:elastic-ip/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:AssociateRouteTable,CreateRoute arn:aws:ec2:REGION:ACCOUNT:route-table/rtb-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:AttachInternetGateway arn:aws:ec2:REGION:ACCOUNT:internet-gateway/igw-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:AuthorizeSecurityGroupEgress,AuthorizeSecurityGroupIngress arn:aws:ec2:REGION:ACCOUNT:security-group/sg-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateInternetGateway arn:aws:ec2:REGION:ACCOUNT:internet-gateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateLaunchTemplate arn:aws:ec2:REGION:ACCOUNT:launch-template/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateNatGateway arn:aws:ec2:REGION:ACCOUNT:elastic-ip/eipalloc-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateNatGateway arn:aws:ec2:REGION:ACCOUNT:natgateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateRouteTable arn:aws:ec2:REGION:ACCOUNT:route-table/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateRouteTable,CreateSecurityGroup,CreateSubnet arn:aws:ec2:REGION:ACCOUNT:vpc/vpc-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateSecurityGroup arn:aws:ec2:REGION:ACCOUNT:security-group/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateSnapshot arn:aws:ec2:REGION::snapshot/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateSnapshot arn:aws:ec2:REGION:ACCOUNT:volume/vol-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateSubnet arn:aws:ec2:REGION:ACCOUNT:subnet/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateTags arn:aws:ec2:REGION::snapshot/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateSnapshot
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:elastic-ip/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=AllocateAddress
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:internet-gateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateInternetGateway
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:launch-template/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateLaunchTemplate
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:natgateway/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateNatGateway
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:route-table/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateRouteTable
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:security-group/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateSecurityGroup
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:security-group/sg-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:subnet/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateSubnet
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:volume/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateVolume
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:vpc-endpoint/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateVpcEndpoint
ec2:CreateTags arn:aws:ec2:REGION:ACCOUNT:vpc/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION ec2:CreateAction=CreateVpc
ec2:CreateVolume arn:aws:ec2:REGION:ACCOUNT:volume/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateVpc arn:aws:ec2:REGION:ACCOUNT:vpc/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:CreateVpcEndpoint arn:aws:ec2:REGION:ACCOUNT:route-table/rtb-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:CreateVpcEndpoint arn:aws:ec2:REGION:ACCOUNT:vpc-endpoint/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ec2:ModifyVpcAttribute arn:aws:ec2:REGION:ACCOUNT:vpc/vpc-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ec2:RevokeSecurityGroupEgress,RevokeSecurityGroupIngress arn:aws:ec2:REGION:ACCOUNT:security-group/sg-0 aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
ecs:CreateCapacityProvider,TagResource arn:aws:ecs:REGION:ACCOUNT:capacity-provider/STACK-clickhouse aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:CreateCluster arn:aws:ecs:REGION:ACCOUNT:cluster/STACK aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:CreateService arn:aws:ecs:REGION:ACCOUNT:service/STACK/STACK-clickhouse aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:DeregisterTaskDefinition * aws:RequestedRegion=REGION
ecs:PutClusterCapacityProviders arn:aws:ecs:REGION:ACCOUNT:cluster/STACK aws:RequestedRegion=REGION
ecs:RegisterTaskDefinition arn:aws:ecs:REGION:ACCOUNT:task-definition/STACK-backup:1 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
ecs:RunTask arn:aws:ecs:REGION:ACCOUNT:task-definition/STACK-migration:1 aws:RequestedRegion=REGION
ecs:UpdateService arn:aws:ecs:REGION:ACCOUNT:service/STACK/STACK-clickhouse aws:RequestedRegion=REGION
elasticache:AddTagsToResource,CreateCacheParameterGroup,CreateReplicationGroup arn:aws:elasticache:REGION:ACCOUNT:parametergroup:STACK-valkey8 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticache:CreateCacheSubnetGroup arn:aws:elasticache:REGION:ACCOUNT:subnetgroup:STACK-valkey aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticache:CreateUser arn:aws:elasticache:REGION:ACCOUNT:user:STACK-valkey aws:CalledVia=cloudformation.amazonaws.com aws:RequestedRegion=REGION
elasticache:CreateUserGroup arn:aws:elasticache:REGION:ACCOUNT:usergroup:STACK-valkey aws:CalledVia=cloudformation.amazonaws.com aws:RequestedRegion=REGION
elasticache:ModifyCacheParameterGroup arn:aws:elasticache:REGION:ACCOUNT:parametergroup:STACK-valkey8 aws:RequestedRegion=REGION
elasticloadbalancing:AddTags,CreateRule arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/app/STACK/0/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticloadbalancing:CreateListener,CreateLoadBalancer arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/STACK/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticloadbalancing:CreateTargetGroup arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/STACK-grafana/0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
elasticloadbalancing:ModifyListenerAttributes arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener/app/STACK/0/0 aws:RequestedRegion=REGION
elasticloadbalancing:ModifyLoadBalancerAttributes arn:aws:elasticloadbalancing:REGION:ACCOUNT:loadbalancer/app/STACK/0 aws:RequestedRegion=REGION
elasticloadbalancing:ModifyTargetGroupAttributes arn:aws:elasticloadbalancing:REGION:ACCOUNT:targetgroup/STACK-grafana/0 aws:RequestedRegion=REGION
iam:AddRoleToInstanceProfile arn:aws:iam::ACCOUNT:instance-profile/STACK-clickhouse-instance aws:RequestedRegion=us-east-1 iam:PermissionsBoundary=arn:aws:iam::ACCOUNT:policy/STACK-boundary
iam:CreateInstanceProfile arn:aws:iam::ACCOUNT:instance-profile/STACK-clickhouse-instance aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=us-east-1
iam:CreateRole arn:aws:iam::ACCOUNT:role/STACK-backup-execution aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=us-east-1 iam:PermissionsBoundary=arn:aws:iam::ACCOUNT:policy/STACK-boundary
iam:PassRole arn:aws:iam::ACCOUNT:role/STACK-backup-execution aws:RequestedRegion=REGION iam:PassedToService=ecs-tasks.amazonaws.com
iam:PassRole arn:aws:iam::ACCOUNT:role/STACK-backup-schedule aws:RequestedRegion=REGION iam:PassedToService=scheduler.amazonaws.com
iam:PassRole arn:aws:iam::ACCOUNT:role/STACK-snapshots aws:RequestedRegion=REGION iam:PassedToService=dlm.amazonaws.com
iam:PutRolePolicy arn:aws:iam::ACCOUNT:role/STACK-backup-execution aws:RequestedRegion=us-east-1 iam:PermissionsBoundary=arn:aws:iam::ACCOUNT:policy/STACK-boundary
logs:CreateLogGroup,TagResource arn:aws:logs:REGION:ACCOUNT:log-group:/aws/rds/cluster/STACK-postgres/postgresql aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
logs:PutMetricFilter arn:aws:logs:REGION:ACCOUNT:log-group:/STACK/backup aws:RequestedRegion=REGION
logs:PutRetentionPolicy arn:aws:logs:REGION:ACCOUNT:log-group:/aws/rds/cluster/STACK-postgres/postgresql aws:RequestedRegion=REGION
rds:AddTagsToResource,CreateDBCluster,CreateDBClusterParameterGroup arn:aws:rds:REGION:ACCOUNT:cluster-pg:STACK-postgres16 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
rds:CreateDBInstance arn:aws:rds:REGION:ACCOUNT:db:STACK-postgres-1 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
rds:CreateDBSubnetGroup arn:aws:rds:REGION:ACCOUNT:subgrp:STACK-postgres aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
rds:ModifyDBCluster arn:aws:rds:REGION:ACCOUNT:cluster:STACK-postgres aws:RequestedRegion=REGION
rds:ModifyDBClusterParameterGroup arn:aws:rds:REGION:ACCOUNT:cluster-pg:STACK-postgres16 aws:RequestedRegion=REGION
s3:CreateBucket,PutBucketOwnershipControls,PutBucketPolicy,PutBucketPublicAccessBlock,PutBucketTagging,PutBucketVersioning,PutEncryptionConfiguration,PutLifecycleConfiguration arn:aws:s3:::STACK-backups-ACCOUNT-REGION aws:RequestedRegion=REGION
s3:PutBucketCORS arn:aws:s3:::STACK-blobs-ACCOUNT-REGION aws:RequestedRegion=REGION
s3:PutObject arn:aws:s3:::tfstate-STACK-ACCOUNT/STACK/terraform.tfstate.tflock aws:RequestedRegion=REGION s3:if-none-match=*
s3:PutObject arn:aws:s3:::tfstate-STACK-ACCOUNT/applies/1/0/STACK.json aws:RequestedRegion=REGION
scheduler:CreateSchedule arn:aws:scheduler:REGION:ACCOUNT:schedule/default/STACK-backup aws:RequestedRegion=REGION
secretsmanager:CreateSecret,TagResource arn:aws:secretsmanager:REGION:ACCOUNT:secret:STACK/api-keys-000000 aws:CalledVia=cloudformation.amazonaws.com aws:RequestedRegion=REGION
servicediscovery:CreatePrivateDnsNamespace,TagResource * aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
servicediscovery:CreateService arn:aws:servicediscovery:REGION:ACCOUNT:namespace/ns-0 aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION aws:ResourceTag/managed-by=langfuse-deploy aws:ResourceTag/stack=STACK
sns:CreateTopic,TagResource arn:aws:sns:REGION:ACCOUNT:STACK-alarms aws:RequestTag/managed-by=langfuse-deploy aws:RequestTag/stack=STACK aws:RequestedRegion=REGION
sns:SetTopicAttributes,Subscribe arn:aws:sns:REGION:ACCOUNT:STACK-alarms aws:RequestedRegion=REGION
`;

;// CONCATENATED MODULE: ./src/cli/doctor/permissions.ts


/** Returns the changes of an apply, which the deploy role's policies must allow. */
function applyPermissions({ stack, accountId, region }) {
    return APPLY_REQUESTS.trim()
        .split('\n')
        .map((line) => parseGroup(line.replaceAll('STACK', stack).replaceAll('ACCOUNT', accountId).replaceAll('REGION', region)));
}
/** Parses `service:Action,Action resource key=value …`. */
function parseGroup(line) {
    const [actions = '', resource = '', ...conditions] = line.split(' ');
    const [service = '', names = ''] = actions.split(':');
    const context = conditions.map((condition) => {
        const separator = condition.indexOf('=');
        return [condition.slice(0, separator), condition.slice(separator + 1)];
    });
    return {
        actions: names.split(',').map((name) => `${service}:${name}`),
        resource,
        context: Object.fromEntries(context),
    };
}
const ADVICE = {
    organization: "A service control policy denies it: ask the administrators of the organization to allow it for this account's deploy role.",
    boundary: "The role's permissions boundary denies it: remove the boundary from the deploy role; bootstrap sets none.",
    'explicit-deny': "A policy of the role denies it: remove the Deny, or apply terraform/bootstrap again at the stack's commit.",
    'no-allow': "No policy of the role allows it: apply terraform/bootstrap again at the stack's commit.",
};
/** Judges the decisions of the policy simulator. @param decisions undefined if the role does not exist */
function judgePermissions(role, decisions) {
    const subject = `Role ${role}`;
    if (decisions === undefined)
        return [
            (0,finding/* problem */.CC)(subject, 'does not exist', 'Apply terraform/bootstrap first, with the same name as the stack.'),
        ];
    const denied = decisions.filter(({ isAllowed }) => !isAllowed);
    if (denied.length === 0)
        return [(0,finding.ok)(subject, `may do all ${decisions.length} actions of the apply that were simulated`)];
    return ['organization', 'boundary', 'explicit-deny', 'no-allow'].flatMap((cause) => {
        const actions = denied.filter(({ deniedBy }) => deniedBy === cause).map(({ action }) => action);
        return actions.length === 0 ? [] : [(0,finding/* problem */.CC)(subject, `may not ${actions.join(', ')}`, ADVICE[cause])];
    });
}

;// CONCATENATED MODULE: ./src/cli/doctor/quotas.ts


/** vCPUs of all Fargate tasks while an update runs old and new tasks together. */
const fargateVcpus = ({ web, worker, grafana }) => (2 * (web.cpu * web.min + worker.cpu * worker.min + grafana.cpu)) / 1024;
/** The quotas that are too small in a new account. */
function quotaNeeds({ size, hasDomain, hasVpc }) {
    const spec = sizes/* SIZES */.F0[size];
    return [
        ...(spec.onOneInstance === true ? [] : [fargateNeed(spec)]),
        {
            name: 'EC2 On-Demand Standard vCPUs',
            service: 'ec2',
            code: 'L-1216C47A',
            needed: spec.instanceVcpus,
            reason: `the instance ${spec.instanceType}`,
        },
        ...(hasVpc ? [] : vpcNeeds(spec)),
        ...(hasDomain ? [] : [DISTRIBUTIONS]),
    ];
}
const fargateNeed = (spec) => ({
    name: 'Fargate On-Demand vCPUs',
    service: 'fargate',
    code: 'L-3032A538',
    needed: fargateVcpus(spec),
    reason: 'an update runs old and new tasks together',
});
function vpcNeeds({ gateways }) {
    const addresses = {
        name: 'Elastic IP addresses',
        service: 'ec2',
        code: 'L-0263D0A3',
        needed: gateways,
        reason: 'NAT gateways',
    };
    const vpcs = { name: 'VPCs', service: 'vpc', code: 'L-F678F1CE', needed: 1, reason: "the stack's VPC" };
    return gateways === 0 ? [vpcs] : [addresses, vpcs];
}
const DISTRIBUTIONS = {
    name: 'CloudFront distributions',
    service: 'cloudfront',
    code: 'L-24B04930',
    region: 'us-east-1',
    needed: 2,
    reason: 'Langfuse and Grafana',
};
/** Judges one quota. @param usage undefined if AWS does not report it */
function judgeQuota(need, quota, usage) {
    const inUse = usage ?? 0;
    const used = usage === undefined ? '' : `, ${usage} in use`;
    const detail = `${quota}${used}; the stack needs ${need.needed} (${need.reason})`;
    const subject = `Quota ${need.name}`;
    if (quota >= inUse + need.needed)
        return (0,finding.ok)(subject, detail);
    const region = need.region === undefined ? '' : ` --region ${need.region}`;
    return (0,finding/* problem */.CC)(subject, detail, `Request an increase: aws service-quotas request-service-quota-increase --service-code ${need.service} --quota-code ${need.code} --desired-value ${Math.ceil(inUse + need.needed * 2)}${region}`);
}

;// CONCATENATED MODULE: ./src/cli/doctor/before.ts











/** The checks before the first apply, in the order in which the apply would meet the problems. */
function checksBeforeApply(planned, aws) {
    const { stack, accountId, vpcId, hasDomain } = planned;
    const { region } = aws.session;
    const role = (0,names/* stackNames */.z)(stack).deployRole;
    const { instanceType } = sizes/* SIZES */.F0[planned.size];
    const checks = [
        {
            subject: `Role ${role}`,
            run: async () => judgePermissions(role, await simulateRole(aws, role, applyPermissions({ stack, accountId, region }))),
        },
        {
            subject: 'Availability Zones',
            run: async () => [judgeZones(await readZones(aws, instanceType), instanceType)],
        },
    ];
    if (vpcId !== undefined)
        checks.push({ subject: `VPC ${vpcId}`, run: async () => judgeVpc(vpcId, await readVpc(aws, vpcId)) });
    checks.push(...quotaChecks({ ...planned, hasVpc: vpcId !== undefined }, aws));
    if (!hasDomain)
        checks.push({ subject: 'CloudFront', run: () => checkCloudFront(aws) });
    checks.push({
        subject: 'Cost',
        run: () => Promise.resolve([(0,cost/* estimateSize */.E)({ ...planned, hasVpc: vpcId !== undefined }, region)]),
    });
    return checks;
}
const quotaChecks = (planned, aws) => quotaNeeds(planned).map((need) => {
    const subject = `Quota ${need.name}`;
    return {
        subject,
        run: async () => {
            const quota = await readQuota(aws, need);
            const advice = `Check it in the console: Service Quotas, ${need.service}, ${need.code}.`;
            return [
                quota === undefined
                    ? (0,finding/* unknown */.L5)(subject, 'AWS reports no value', advice)
                    : judgeQuota(need, quota, await readUsage(aws, need.code)),
            ];
        },
    };
});
async function checkCloudFront(aws) {
    const existing = (await distributions(aws)).length;
    return [judgeCloudFront(existing, existing > 0 ? undefined : await probeDistribution(aws))];
}


/***/ }),

/***/ 17003:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ estimateSize),
/* harmony export */   g: () => (/* binding */ estimateShape)
/* harmony export */ });
/* harmony import */ var _cost_prices__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51295);
/* harmony import */ var _cost_sizes__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(49187);
/* harmony import */ var _cost_shape__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46960);
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73841);




const SUBJECT = 'Cost';
const PAGE = 'See docs/operations.md, section Cost.';
/** Estimates a stack that does not exist yet, with the example use of its size. */
function estimateSize(planned, region) {
    const prices = (0,_cost_prices__WEBPACK_IMPORTED_MODULE_0__/* .pricesOf */ ._5)(region);
    if (prices === undefined)
        return unknownRegion(region);
    const lines = (0,_cost_shape__WEBPACK_IMPORTED_MODULE_2__/* .priceShape */ .Ps)((0,_cost_sizes__WEBPACK_IMPORTED_MODULE_1__/* .shapeOfSize */ .ky)(planned.size, { ...planned, hasGrafana: false }), prices);
    const usage = Object.values((0,_cost_sizes__WEBPACK_IMPORTED_MODULE_1__/* .priceUsage */ .zP)(_cost_sizes__WEBPACK_IMPORTED_MODULE_1__/* .USAGE */ .u_[planned.size], prices)).reduce((total, usd) => total + usd, 0);
    const events = `${_cost_sizes__WEBPACK_IMPORTED_MODULE_1__/* .USAGE */ .u_[planned.size].events.toLocaleString('en-US')} events`;
    return (0,_finding__WEBPACK_IMPORTED_MODULE_3__.ok)(SUBJECT, `about ${Math.round((0,_cost_shape__WEBPACK_IMPORTED_MODULE_2__/* .sum */ .cz)(lines))} USD a month, and about ${Math.round(usage)} for ${events}, without Grafana (list prices of ${region}, ${_cost_prices__WEBPACK_IMPORTED_MODULE_0__/* .PRICES_DATE */ .Iz})`);
}
/** Estimates the fixed costs of a running stack. */
function estimateShape(shape, region) {
    const prices = (0,_cost_prices__WEBPACK_IMPORTED_MODULE_0__/* .pricesOf */ ._5)(region);
    if (prices === undefined)
        return unknownRegion(region);
    const lines = (0,_cost_shape__WEBPACK_IMPORTED_MODULE_2__/* .priceShape */ .Ps)(shape, prices);
    const largest = [...lines]
        .sort((a, b) => (b.usd ?? 0) - (a.usd ?? 0))
        .slice(0, 4)
        .map(({ name, usd }) => `${name} ${usd === undefined ? 'unknown' : Math.round(usd)}`);
    const detail = `about ${Math.round((0,_cost_shape__WEBPACK_IMPORTED_MODULE_2__/* .sum */ .cz)(lines))} USD a month without usage (list prices of ${region}, ${_cost_prices__WEBPACK_IMPORTED_MODULE_0__/* .PRICES_DATE */ .Iz}): ${largest.join(', ')}, …`;
    const missing = (0,_cost_shape__WEBPACK_IMPORTED_MODULE_2__/* .unknownParts */ .dm)(lines);
    return missing.length === 0
        ? (0,_finding__WEBPACK_IMPORTED_MODULE_3__.ok)(SUBJECT, detail)
        : (0,_finding__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(SUBJECT, detail, `Not included, because the price is unknown: ${missing.join(', ')}. ${PAGE}`);
}
const unknownRegion = (region) => (0,_finding__WEBPACK_IMPORTED_MODULE_3__/* .unknown */ .L5)(SUBJECT, `there are no prices of ${region}`, PAGE);


/***/ }),

/***/ 73841:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   vO: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25155);

const ok = (subject, detail) => ({ status: 'ok', subject, detail });
const problem = (subject, detail, advice) => ({
    status: 'problem',
    subject,
    detail,
    advice,
});
const unknown = (subject, detail, advice) => ({
    status: 'unknown',
    subject,
    detail,
    advice,
});
/** Runs the checks in order. A check that AWS rejects gives an unknown finding, and the others continue. */
async function runChecks(checks) {
    const results = await Promise.all(checks.map(async ({ subject, run }) => {
        try {
            return await run();
        }
        catch (error) {
            if (!(error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy))
                throw error;
            return [unknown(subject, 'was not checked', error.message)];
        }
    }));
    return results.flat();
}
const MARKS = { ok: 'ok      ', problem: 'PROBLEM ', unknown: 'unknown ' };
/** Lines of the report, with the first problem at the end. */
function renderFindings(findings) {
    const lines = findings.flatMap((finding) => [
        `${MARKS[finding.status]} ${finding.subject}: ${finding.detail}`,
        ...('advice' in finding ? [`          -> ${finding.advice}`] : []),
    ]);
    return [...lines, '', conclusion(findings)];
}
function conclusion(findings) {
    const problems = findings.filter(({ status }) => status === 'problem');
    const unchecked = findings.filter(({ status }) => status === 'unknown').length;
    const rest = unchecked === 0 ? '' : ` ${unchecked} ${unchecked === 1 ? 'check has' : 'checks have'} no result.`;
    const [first] = problems;
    if (first === undefined)
        return `No problem found.${rest}`;
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const advice = 'advice' in first ? ` ${first.advice}` : '';
    return `${count} found.${rest} Start with: ${first.subject}: ${first.detail}.${advice}`;
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


/***/ })

};

export const id = 706;
export const ids = [706];
export const modules = {

/***/ 5871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listBackups),
/* harmony export */   V: () => (/* binding */ readAccountId)
/* harmony export */ });
/* harmony import */ var _backups_backup__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2390);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2836);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4398);



/**
 * Lists the complete backups, oldest first. Reads the bucket instead of ClickHouse, whose own list is on the volume that may be lost.
 *
 * @throws CommandFailed without the bucket
 */
async function listBackups(aws, bucket) {
    const { S3Client, paginateListObjectsV2 } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
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
    const { S3Client, HeadObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
    const client = new S3Client(await aws.settings('S3'));
    const Key = `${_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM}${name}/.backup`;
    const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NotFound', 'NoSuchKey'], 's3:GetObject', () => client.send(new HeadObjectCommand({ Bucket: bucket, Key })));
    return found?.LastModified === undefined ? undefined : { name, completedAt: found.LastModified };
}
const missingBucket = (bucket) => new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .n(`The bucket ${bucket} does not exist. Check --stack and --region; with an external ClickHouse, the stack makes no backups.`);
/** Returns the account ID of the credentials. */
async function readAccountId(aws) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient(await aws.settings('STS'));
    const { Account = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('sts:GetCallerIdentity', () => client.send(new GetCallerIdentityCommand({})));
    return Account;
}


/***/ }),

/***/ 4710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  d: () => (/* binding */ Cluster)
});

// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(2836);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
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
    throw new error/* InvalidArgument */.f(`The task needs overrides of ${length} characters; ECS allows ${MAX_OVERRIDES_LENGTH}. Shorten the statement.`);
}

// EXTERNAL MODULE: ./src/cli/aws/connection.ts
var connection = __webpack_require__(4398);
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
        throw new error/* CommandFailed */.n(`The service ${name} does not exist in the cluster ${this.name} in ${this.aws.session.region}. ` +
            'Check --stack and --region; the stack must have been applied.');
    }
    /** Returns undefined for a missing service or cluster. */
    async findService(name) {
        const { DescribeServicesCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
        const client = await this.client();
        const found = await (0,connection/* callUnless */.rU)(['ClusterNotFoundException'], 'ecs:DescribeServices', () => client.send(new DescribeServicesCommand({ cluster: this.name, services: [name] })));
        const service = found?.services?.find(({ status }) => status === 'ACTIVE');
        return service === undefined ? undefined : serviceState(name, service);
    }
    /** Returns the reasons of a service's tasks that stopped in the last hour, newest first. Without those that ECS replaced as planned. */
    async stopReasons(service) {
        const { DescribeTasksCommand, ListTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
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
        const { UpdateServiceCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
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
        const { RunTaskCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
        const client = await this.client();
        const container = await this.container(request.taskDefinition);
        const overrides = { containerOverrides: [override(container.name, request)] };
        const { tasks, failures } = await (0,connection/* callAws */.IY)('ecs:RunTask', () => client.send(new RunTaskCommand({
            cluster: this.name,
            taskDefinition: request.taskDefinition,
            launchType: 'FARGATE',
            startedBy: 'langfuse-deploy',
            networkConfiguration: request.network,
            overrides,
        })));
        const arn = tasks?.[0]?.taskArn;
        if (arn !== undefined)
            return this.calls(arn, container);
        const reasons = failures?.map(({ reason, detail }) => [reason, detail].filter(Boolean).join(': ')) ?? [];
        throw new error/* CommandFailed */.n(`ECS did not start the task: ${reasons.join('; ') || 'no reason given'}. Nothing was changed. Run the command again later, or run langfuse-deploy doctor.`);
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
        const { DescribeTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
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
        const { CloudWatchLogsClient, GetLogEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 303, 19));
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
        const { DescribeTaskDefinitionCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
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
        const { ECSClient } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 212, 19));
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
function stopReasons(task) {
    const reasons = [task.stoppedReason, ...(task.containers?.map(({ reason }) => reason) ?? [])];
    return reasons.flatMap((reason) => (reason ? [reason] : []));
}


/***/ }),

/***/ 2390:
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

/***/ 9706:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctor: () => (/* binding */ doctor)
});

// EXTERNAL MODULE: ./src/cli/aws/backup-bucket.ts
var backup_bucket = __webpack_require__(5871);
// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 1 modules
var ecs = __webpack_require__(4710);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts
var connection = __webpack_require__(4398);
;// CONCATENATED MODULE: ./src/cli/aws/monitoring.ts

/** Returns the alarms of a stack that are in the state ALARM. */
async function readAlarms(aws, prefix) {
    const { CloudWatchClient, paginateDescribeAlarms } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(85)]).then(__webpack_require__.t.bind(__webpack_require__, 4085, 19));
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
    const { CloudWatchClient, GetMetricStatisticsCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(85)]).then(__webpack_require__.t.bind(__webpack_require__, 4085, 19));
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
    const acm = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(490)]).then(__webpack_require__.t.bind(__webpack_require__, 3490, 19));
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

// EXTERNAL MODULE: ./src/cli/names.ts
var cli_names = __webpack_require__(2010);
;// CONCATENATED MODULE: ./src/text/format.ts
const UNITS = (/* unused pure expression or super */ null && (['B', 'kB', 'MB', 'GB', 'TB']));
/** Formats bytes in decimal units with three significant digits: `842 MB`, `1.29 GB`. */
function formatBytes(bytes) {
    // Rounded first: 999,600 bytes are 1.00 MB, not 1000 kB.
    const rounded = bytes < 1000 ? Math.round(bytes) : Number(bytes.toPrecision(3));
    const power = rounded < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(rounded) / 3));
    const value = rounded / 1000 ** power;
    return `${power === 0 || value >= 100 ? Math.round(value) : value.toPrecision(3)} ${UNITS[power] ?? 'B'}`;
}
/** Formats a duration: `0.8 s`, `42 s`, `3 min 5 s`. */
function formatSeconds(seconds) {
    const tenths = Math.round(seconds * 10) / 10;
    if (tenths < 10)
        return `${tenths.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** Formats a transfer rate: `48.3 MB/s`. Empty without bytes or duration. */
function formatRate(bytes, seconds) {
    return seconds > 0 && bytes > 0 ? `${formatBytes(bytes / seconds)}/s` : '';
}
const HOUR_MS = 3_600_000;
/** Formats an age: `5 hours`, `3 days`. */
function formatAge(ms) {
    const hours = Math.max(0, Math.floor(ms / HOUR_MS));
    const [number, noun] = hours < 48 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./src/cli/doctor/finding.ts
var finding = __webpack_require__(3841);
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
function judgeQueues({ memory, waiting }) {
    const advice = 'Increase worker.max, and check that the worker runs and that ClickHouse accepts its rows.';
    const depths = Object.entries(waiting).map(([queue, jobs]) => {
        if (jobs === undefined)
            return (0,finding/* unknown */.L5)(`Queue ${queue}`, 'Langfuse publishes no metric', 'Set langfuse.publish_metrics = true to see its depth.');
        const detail = `${jobs} jobs wait`;
        return jobs > QUEUE_LIMIT ? (0,finding/* problem */.CC)(`Queue ${queue}`, detail, advice) : (0,finding.ok)(`Queue ${queue}`, detail);
    });
    const subject = 'Valkey memory';
    const filled = memory === undefined
        ? (0,finding/* unknown */.L5)(subject, 'ElastiCache reports no usage', 'Check the replication group in the ElastiCache console.')
        : memory > VALKEY_LIMIT
            ? (0,finding/* problem */.CC)(subject, `${memory.toFixed(0)} % used`, advice)
            : (0,finding.ok)(subject, `${memory.toFixed(0)} % used`);
    return [filled, ...depths];
}
const DAY_MS = 86_400_000;
/** ACM renews 60 days before the expiry; with fewer than 30 days left, the renewal has failed. */
const MIN_CERTIFICATE_DAYS = 30;
function judgeCertificates(certificates, now) {
    return certificates.map(({ domain, arn, notAfter, status }) => {
        const subject = `Certificate ${domain}`;
        const advice = `Read its state: aws acm describe-certificate --certificate-arn ${arn} --query Certificate.[Status,RenewalSummary]. An apply creates a missing validation record.`;
        if (notAfter === undefined)
            return (0,finding/* problem */.CC)(subject, `has the status ${status || 'unknown'}`, advice);
        const days = Math.floor((notAfter.getTime() - now.getTime()) / DAY_MS);
        const detail = days < 0 ? 'has expired' : `expires in ${days} days`;
        return days < MIN_CERTIFICATE_DAYS ? (0,finding/* problem */.CC)(subject, detail, advice) : (0,finding.ok)(subject, detail);
    });
}
/** Backups are made daily; the alarm backup-missed has the same limit. */
const MAX_BACKUP_AGE_MS = 26 * 3_600_000;
function judgeBackups(backups, now) {
    const subject = 'ClickHouse backups';
    const advice = 'Create one: langfuse-deploy backups create. If that fails, it shows the reason.';
    const last = backups.at(-1);
    if (last === undefined)
        return (0,finding/* problem */.CC)(subject, 'there is none', advice);
    const age = now.getTime() - last.completedAt.getTime();
    const detail = `the last one, ${last.name}, is ${formatAge(age)} old`;
    return age > MAX_BACKUP_AGE_MS ? (0,finding/* problem */.CC)(subject, detail, advice) : (0,finding.ok)(subject, detail);
}

;// CONCATENATED MODULE: ./src/cli/doctor/after.ts





/** The checks of a stack that was applied. A cause comes before its effects: the first problem is the one to start with. */
function checksAfterApply(running, aws) {
    const { stack, accountId, now, components } = running;
    const names = (0,cli_names/* stackNames */.z)(stack);
    const service = (component) => serviceCheck(stack, component, aws);
    const certificates = async () => judgeCertificates(await readCertificates(aws, stack), now);
    const checks = [
        ...['worker', 'web'].map(service),
        ...(components.includes('grafana') ? [service('grafana')] : []),
        { subject: 'Queues', run: () => checkQueues(running, aws) },
        { subject: 'Alarms', run: async () => judgeAlarms(await readAlarms(aws, names.alarmPrefix)) },
        { subject: 'Certificates', run: certificates },
    ];
    if (!components.includes('clickhouse'))
        return checks;
    const disk = { namespace: `${stack}/clickhouse`, name: 'DiskUsed', dimensions: {} };
    const bucket = names.backupBucket(accountId, aws.session.region);
    return [
        { subject: 'ClickHouse disk', run: async () => [judgeDisk(await readMetric(aws, disk, now))] },
        service('clickhouse'),
        ...checks,
        { subject: 'ClickHouse backups', run: async () => [judgeBackups(await (0,backup_bucket/* listBackups */.C)(aws, bucket), now)] },
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
    return judgeQueues({
        memory: await readMetric(aws, memory, now),
        waiting: { ingestion: await waiting('ingestion'), otel_ingestion: await waiting('otel_ingestion') },
    });
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

;// CONCATENATED MODULE: ./src/cli/aws/account.ts

/** Returns the applied quota, or AWS's default if none was ever applied. */
async function readQuota(aws, need) {
    const quotas = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(924)]).then(__webpack_require__.t.bind(__webpack_require__, 2924, 19));
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
    const ec2 = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
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
    const { CloudFrontClient, paginateListDistributions } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(169)]).then(__webpack_require__.t.bind(__webpack_require__, 3169, 19));
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
    const { CloudFrontClient, CreateDistributionCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(169)]).then(__webpack_require__.t.bind(__webpack_require__, 3169, 19));
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
    const { EC2Client, DescribeAvailabilityZonesCommand, DescribeInstanceTypeOfferingsCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
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
    const ec2 = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
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
    const { DescribeDhcpOptionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
    const found = await (0,connection/* callAws */.IY)('ec2:DescribeDhcpOptions', () => client.send(new DescribeDhcpOptionsCommand({ DhcpOptionsIds: [dhcpOptionsId] })));
    const configurations = found.DhcpOptions?.[0]?.DhcpConfigurations ?? [];
    const servers = configurations.find(({ Key }) => Key === 'domain-name-servers');
    return servers?.Values?.map(({ Value = '' }) => Value) ?? [];
}
async function readPrivateSubnets(client, vpcId) {
    const { DescribeRouteTablesCommand, DescribeSubnetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(193)]).then(__webpack_require__.t.bind(__webpack_require__, 5193, 19));
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
    const { IAMClient, GetRoleCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
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
    const { SimulatePrincipalPolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(764)]).then(__webpack_require__.t.bind(__webpack_require__, 6764, 19));
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

;// CONCATENATED MODULE: ./src/cli/doctor/permissions.ts

/** Returns the permissions that the first apply needs, as the deploy role's policies grant them. */
function applyPermissions(scope) {
    return [...rolePermissions(scope), ...computePermissions(scope), ...dataPermissions(scope)];
}
function group(actions, resource, context) {
    const [service = '', ...names] = actions.split(' ');
    return { actions: names.map((name) => `${service}:${name}`), resource, context };
}
/** Returns functions that make ARNs of a service, and groups with the Region as their only context. */
function regional({ accountId, region }) {
    const context = { 'aws:RequestedRegion': region };
    return {
        arn: (service, name) => `arn:aws:${service}:${region}:${accountId}:${name}`,
        inRegion: (actions, resource) => group(actions, resource, context),
        context,
    };
}
function rolePermissions({ stack, accountId }) {
    const role = `arn:aws:iam::${accountId}:role/${stack}-web-task`;
    const boundary = { 'iam:PermissionsBoundary': `arn:aws:iam::${accountId}:policy/${stack}-boundary` };
    return [
        group('iam CreateRole PutRolePolicy', role, boundary),
        group('iam TagRole DeleteRole', role, {}),
        group('iam PassRole', role, { 'iam:PassedToService': 'ecs-tasks.amazonaws.com' }),
    ];
}
const CREATED_EC2_RESOURCES = 'AllocateAddress CreateInternetGateway CreateLaunchTemplate CreateNatGateway CreateRouteTable CreateSecurityGroup CreateSubnet CreateVolume CreateVpc CreateVpcEndpoint RunInstances';
const MANAGED_EC2_RESOURCES = 'AssociateRouteTable AttachInternetGateway AttachVolume AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress CreateRoute DeleteVpc ModifyVpcAttribute';
function computePermissions(scope) {
    const { stack } = scope;
    const { arn, inRegion, context } = regional(scope);
    const owned = {
        ...context,
        'aws:ResourceTag/stack': stack,
        'aws:ResourceTag/managed-by': 'langfuse-deploy',
    };
    return [
        group(`ec2 ${CREATED_EC2_RESOURCES}`, '*', { ...context, 'aws:RequestTag/stack': stack }),
        group(`ec2 ${MANAGED_EC2_RESOURCES}`, '*', owned),
        inRegion('autoscaling CreateAutoScalingGroup', arn('autoscaling', `autoScalingGroup:*:autoScalingGroupName/${stack}-clickhouse`)),
        inRegion('ecs CreateCluster', arn('ecs', `cluster/${stack}`)),
        inRegion('ecs RegisterTaskDefinition RunTask', arn('ecs', `task-definition/${stack}-web:1`)),
        inRegion('ecs CreateService UpdateService', arn('ecs', `service/${stack}/${stack}-web`)),
        inRegion('servicediscovery CreatePrivateDnsNamespace CreateService', '*'),
        group('cloudfront CreateDistribution CreateVpcOrigin', '*', { 'aws:RequestTag/stack': stack }),
        inRegion('elasticloadbalancing CreateLoadBalancer', arn('elasticloadbalancing', `loadbalancer/app/${stack}/*`)),
        inRegion('elasticloadbalancing CreateTargetGroup', arn('elasticloadbalancing', `targetgroup/${stack}-web/*`)),
        inRegion('cloudwatch PutMetricAlarm', arn('cloudwatch', `alarm:${stack}-web-tasks`)),
        inRegion('logs CreateLogGroup PutRetentionPolicy', arn('logs', `log-group:/${stack}/web`)),
        inRegion('scheduler CreateSchedule', arn('scheduler', `schedule/default/${stack}-backup`)),
        inRegion('sns CreateTopic', arn('sns', `${stack}-alarms`)),
        inRegion('dlm CreateLifecyclePolicy', '*'),
    ];
}
function dataPermissions(scope) {
    const { stack, accountId, region } = scope;
    const { arn, inRegion } = regional(scope);
    const viaCloudFormation = { 'aws:CalledVia': 'cloudformation.amazonaws.com' };
    return [
        inRegion('cloudformation CreateStack UpdateStack', arn('cloudformation', `stack/${stack}-secrets/*`)),
        group('secretsmanager CreateSecret', arn('secretsmanager', `secret:${stack}/salt-123456`), viaCloudFormation),
        inRegion('ecr CreateRepository PutImage', arn('ecr', `repository/${stack}/langfuse-web`)),
        inRegion('elasticache CreateReplicationGroup ModifyReplicationGroup', arn('elasticache', `replicationgroup:${stack}-valkey`)),
        inRegion('elasticache CreateUser', arn('elasticache', `user:${stack}-valkey`)),
        inRegion('rds CreateDBCluster ModifyDBCluster', arn('rds', `cluster:${stack}-postgres`)),
        inRegion('rds CreateDBInstance', arn('rds', `db:${stack}-postgres-1`)),
        inRegion('s3 CreateBucket PutBucketPolicy PutLifecycleConfiguration', `arn:aws:s3:::${stack}-blobs-${accountId}-${region}`),
    ];
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

// EXTERNAL MODULE: ./src/cli/doctor/quotas.ts
var quotas = __webpack_require__(8175);
;// CONCATENATED MODULE: ./src/cli/doctor/before.ts









/** The checks before the first apply, in the order in which the apply would meet the problems. */
function checksBeforeApply(planned, aws) {
    const { stack, accountId, vpcId, hasDomain } = planned;
    const { region } = aws.session;
    const role = (0,cli_names/* stackNames */.z)(stack).deployRole;
    const { instanceType } = quotas/* SIZES */.F0[planned.size];
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
    return checks;
}
const quotaChecks = (planned, aws) => (0,quotas/* quotaNeeds */.Ow)(planned).map((need) => {
    const subject = `Quota ${need.name}`;
    return {
        subject,
        run: async () => {
            const quota = await readQuota(aws, need);
            const advice = `Check it in the console: Service Quotas, ${need.service}, ${need.code}.`;
            return [
                quota === undefined
                    ? (0,finding/* unknown */.L5)(subject, 'AWS reports no value', advice)
                    : (0,quotas/* judgeQuota */.OY)(need, quota, await readUsage(aws, need.code)),
            ];
        },
    };
});
async function checkCloudFront(aws) {
    const existing = (await distributions(aws)).length;
    return [judgeCloudFront(existing, existing > 0 ? undefined : await probeDistribution(aws))];
}

;// CONCATENATED MODULE: ./src/cli/doctor/doctor.ts




/** Checks the account before the first apply, or the stack after it. @returns exit code: 1 with a problem */
async function doctor(command, runtime) {
    const { aws, clock } = runtime;
    const accountId = await (0,backup_bucket/* readAccountId */.V)(aws);
    const components = await findComponents(command.stack, aws);
    const isBefore = components.length === 0;
    runtime.print(isBefore
        ? `Account ${accountId}, ${aws.session.region}: ${command.stack} does not exist yet. Checks before the first apply, size ${command.size}:`
        : `Account ${accountId}, ${aws.session.region}: checks of the stack ${command.stack}:`);
    const now = new Date(clock.wallClockMs());
    const checks = isBefore
        ? checksBeforeApply({ ...command, accountId }, aws)
        : checksAfterApply({ stack: command.stack, accountId, now, components }, aws);
    const findings = await (0,finding/* runChecks */.JT)(checks);
    for (const line of (0,finding/* renderFindings */.vO)(findings))
        runtime.print(line);
    return findings.some(({ status }) => status === 'problem') ? 1 : 0;
}


/***/ }),

/***/ 2010:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ COMPONENTS),
/* harmony export */   z: () => (/* binding */ stackNames)
/* harmony export */ });
/** Names that terraform/modules/langfuse gives to the resources of a stack. */
const stackNames = (stack) => ({
    cluster: stack,
    service: (component) => `${stack}-${component}`,
    backupFamily: `${stack}-backup`,
    backupLogGroup: `/${stack}/backup`,
    backupSecurityGroup: `${stack}-backup`,
    postgres: `${stack}-postgres`,
    valkey: `${stack}-valkey`,
    deployRole: `${stack}-deploy`,
    secret: (secret) => `${stack}/${secret}`,
    alarmPrefix: `${stack}-`,
    backupBucket: (accountId, region) => `${stack}-backups-${accountId}-${region}`,
    blobBucket: (accountId, region) => `${stack}-blobs-${accountId}-${region}`,
});
const COMPONENTS = ['web', 'worker', 'clickhouse', 'grafana'];


/***/ })

};

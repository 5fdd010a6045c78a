export const id = 3180;
export const ids = [3180];
export const modules = {

/***/ 83180:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply_apply)
});

// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/terraform/install/install.ts
var install = __webpack_require__(90499);
// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/outcome.ts
var commands_outcome = __webpack_require__(28786);
// EXTERNAL MODULE: ./src/commands/stack/plan-outcome.ts + 20 modules
var plan_outcome = __webpack_require__(32189);
// EXTERNAL MODULE: ./src/commands/stack/plan-records.ts + 1 modules
var plan_records = __webpack_require__(90221);
// EXTERNAL MODULE: ./src/commands/stack/deploy-branch.ts
var deploy_branch = __webpack_require__(59411);
// EXTERNAL MODULE: ./src/commands/stack/plan-options.ts
var plan_options = __webpack_require__(80877);
// EXTERNAL MODULE: ./src/commands/stack/terraform.ts + 5 modules
var terraform = __webpack_require__(14822);
// EXTERNAL MODULE: ./src/commands/stack/terraform-root.ts + 3 modules
var terraform_root = __webpack_require__(40884);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/aws/apply-record-store.ts
var apply_record_store = __webpack_require__(40603);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
// EXTERNAL MODULE: ./src/aws/state-serial.ts
var state_serial = __webpack_require__(81753);
// EXTERNAL MODULE: ./src/review/plan-content.ts
var plan_content = __webpack_require__(18969);
// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(64742);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan_plan = __webpack_require__(30333);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(82877);
;// CONCATENATED MODULE: ./src/review/remaining-changes.ts





/**
 * Reports whether a plan contains only reviewed changes. Values that were unknown in the reviewed plan may be known.
 *
 * Precondition: an apply of the reviewed plan failed, it used the same code and variables, and no other apply followed.
 * Otherwise an unknown value could now be any value, and a missing change could have been reverted.
 */
function isRemainderOf({ plan, settings }, { entries, salt }) {
    if (plan.errored || !plan.complete || plan.deferred.length > 0)
        return false;
    const nameOf = (0,plan_digest/* recordNames */.eq)((0,plan_digest/* recordRedactor */.uQ)(plan), salt);
    const reviewed = { salt, get: (name) => entries.get(nameOf(name)) };
    // Terraform plans an action again only with the change that triggers it. Equal runs have numbered names.
    const actions = [...entries.values()].filter(({ kind }) => kind === 'action');
    const actionHashes = new Set(actions.map(({ hash }) => hash));
    return ((0,plan_content/* settingContent */.w9)(settings).every(({ name, content }) => reviewed.get(name)?.hash === (0,plan_digest/* hmac */.w8)(content, reviewed.salt)) &&
        plan.resources.every((change) => (0,plan_plan/* hasEffect */.u1)(change) ? wasReviewed(change, reviewed) : isSettled(change, reviewed)) &&
        plan.actionInvocations.every((one) => actionHashes.has((0,plan_digest/* hmac */.w8)((0,plan_content/* actionContent */.Iz)(one).content, reviewed.salt))) &&
        plan.outputs
            .filter(({ kind }) => !(0,plan_plan/* isReadOnly */.PI)(kind))
            .every((change) => wasOutputReviewed(change, reviewed)));
}
/** Returns the names of reviewed provider actions that a plan does not run. */
function endedActions(sealed, { entries, salt }) {
    const fresh = (0,plan_digest/* planEntries */.W9)(sealed, salt);
    return [...entries]
        .filter(([name, { kind }]) => kind === 'action' && !fresh.has(name))
        .map(([name]) => name);
}
/** Computes the hash of a plan's variables and options. */
const hashPlanInputs = ({ variables }, given, salt) => (0,plan_digest/* hmac */.w8)((0,plan_json/* canonicalJson */.dj)({ variables, given }), salt);
function wasReviewed(change, { get, salt }) {
    const matches = (content, hash) => content !== undefined && (0,plan_digest/* hmac */.w8)(content, salt) === hash;
    const entry = get((0,plan_content/* resourceContent */.kQ)(change).name);
    // Deposed object of a create_before_destroy replacement that failed in between.
    if (entry === undefined)
        return (change.kind === 'delete' && matches((0,plan_content/* resourceContent */.kQ)(change).removed, get(change.address)?.removedHash));
    const then = (0,plan_content/* resourceContent */.kQ)(maskAsReviewed(change, entry.unknown));
    if (matches(then.content, entry.hash))
        return true;
    // Terraform moves and imports first, so a pending one must match as a whole.
    if (change.previousAddress !== undefined || change.importId !== undefined)
        return false;
    if (isPartlyApplied(change, entry))
        return matches(then.created, entry.createdHash);
    return (change.kind === 'update' &&
        entry.kind === 'update' &&
        matches(then.identity, entry.identityHash) &&
        then.attributes.every(([name, content]) => (0,plan_digest/* hashAttribute */.TU)(name, content, salt) === entry.attributes[name]));
}
// The apply deleted the old object and created none, or a tainted one.
function isPartlyApplied({ kind, reason }, entry) {
    if (entry.kind !== 'create' && entry.kind !== 'replace')
        return false;
    return kind === 'create' || (kind === 'replace' && reason === 'replace_because_tainted');
}
// A reviewed replacement is pending while the old object exists.
function isSettled(change, { get, salt }) {
    const entry = get(change.address);
    if (entry?.kind !== 'replace' || change.kind !== 'no-op')
        return true;
    return (0,plan_digest/* hmac */.w8)((0,plan_content/* resourceContent */.kQ)({ ...change, kind: 'delete' }).removed ?? '', salt) !== entry.removedHash;
}
function wasOutputReviewed(change, { get, salt }) {
    const entry = get((0,plan_content/* outputContent */.rt)(change).name);
    if (entry === undefined)
        return false;
    return ((0,plan_digest/* hmac */.w8)((0,plan_content/* outputContent */.rt)(maskAsReviewed(change, (0,plan_json/* field */.ZZ)(entry.unknown, 'value'))).content, salt) === entry.hash);
}
/** Masks the values that the reviewed plan did not know. */
function maskAsReviewed(change, marks) {
    // A known value, even null, must not become unknown.
    if (!isSubmask(change.afterUnknown, marks))
        return change;
    return { ...change, after: removeMarked(change.after, marks), afterUnknown: marks ?? false };
}
function isSubmask(marks, others) {
    if (others === true)
        return true;
    if ((0,plan_json/* isList */.Lv)(marks))
        return marks.every((mark, index) => isSubmask(mark, (0,plan_json/* isList */.Lv)(others) ? others[index] : undefined));
    if ((0,json/* isRecord */.u4)(marks))
        return Object.entries(marks).every(([key, mark]) => isSubmask(mark, (0,plan_json/* field */.ZZ)(others, key)));
    return marks !== true;
}
// Like Terraform: omits object keys, and sets list elements to null.
function removeMarked(value, marks) {
    if (marks === true)
        return null;
    if ((0,plan_json/* isList */.Lv)(value))
        return value.map((item, index) => removeMarked(item, (0,plan_json/* isList */.Lv)(marks) ? marks[index] : undefined));
    if (!(0,json/* isRecord */.u4)(value))
        return value;
    const known = Object.entries(value).filter(([key]) => (0,plan_json/* field */.ZZ)(marks, key) !== true);
    return Object.fromEntries(known.map(([key, item]) => [key, removeMarked(item, (0,plan_json/* field */.ZZ)(marks, key))]));
}

;// CONCATENATED MODULE: ./src/commands/apply/apply-history.ts







const EMPTY = { applied: undefined, attempt: undefined };
/** The last applies to a state in S3, recorded next to it. */
class ApplyHistory {
    subject;
    opened;
    constructor(subject) {
        this.subject = subject;
    }
    /** @throws AwsError */
    async read() {
        return (await this.open())?.record ?? EMPTY;
    }
    /**
     * Returns whether the plan is the remainder of the last failed apply: same commit, reviewed plan and inputs, and no
     * apply since.
     */
    async isContinuedBy(planned, record) {
        const open = await this.open();
        if (open === undefined)
            return false;
        const { attempt, started } = open.record;
        const own = this.attemptOf(planned, record);
        const isOwn = (one) => one?.commit === own.commit &&
            one.fingerprint === own.fingerprint &&
            one.planInputsHash === own.planInputsHash;
        if (record.terraformVersion !== this.subject.root.terraformVersion)
            return false;
        if (!isOwn(attempt) && !isOwn(started))
            return false;
        const serial = (await open.readSerial()) ?? -1;
        const isSame = isOwn(attempt) && attempt.serial === serial;
        // A lost runner could not record the serial afterwards.
        const isStarted = isOwn(started) && started.serial <= serial;
        return (isSame || isStarted) && isRemainderOf(planned, record);
    }
    /** Returns what the `post` step needs to record the apply, without the serial of the state. */
    async journal(planned, record, at) {
        const open = await this.open();
        if (open === undefined)
            return undefined;
        const attempt = this.attemptOf(planned, record);
        return { subject: open.subject, attempt, applied: this.appliedCommit(planned, at) };
    }
    /**
     * Records that an apply begins, for a run that is lost.
     *
     * @throws AwsError
     */
    async begin({ attempt }) {
        const open = await this.open();
        const serial = (await open?.readSerial()) ?? 0;
        await open?.store.write({ ...open.record, started: { ...attempt, serial } });
    }
    /**
     * Records that an apply changed nothing.
     *
     * @throws AwsError
     */
    async addNothing() {
        const open = await this.open();
        await open?.store.write({ ...open.record, started: undefined });
    }
    /**
     * Lets a re-run of the job complete the apply.
     *
     * @throws AwsError
     */
    async addFailure(planned, record) {
        const open = await this.open();
        const serial = await open?.readSerial();
        if (open === undefined || serial === undefined)
            return;
        const attempt = { ...this.attemptOf(planned, record), serial };
        await open.store.write({ ...open.record, attempt, started: undefined });
    }
    /**
     * Lets later runs refuse the commits before this one.
     *
     * @throws AwsError
     */
    async addSuccess(planned, at) {
        const open = await this.open();
        await open?.store.write({ applied: this.appliedCommit(planned, at), attempt: undefined });
    }
    attemptOf(planned, record) {
        return {
            commit: this.subject.context.sha,
            fingerprint: record.fingerprint,
            planInputsHash: this.hashInputs(planned, record),
        };
    }
    appliedCommit({ settings }, at) {
        const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
        const hashes = (0,plan_content/* settingContent */.w9)(settings).map(({ name, content }) => [
            name,
            (0,plan_digest/* hmac */.w8)(content, salt),
        ]);
        const commit = this.subject.context.sha;
        return { commit, at: at.toISOString(), salt, settings: Object.fromEntries(hashes) };
    }
    open() {
        this.opened ??= this.openStore();
        return this.opened;
    }
    async openStore() {
        const { context, root } = this.subject;
        const access = await root.stateAccess();
        if (access === undefined)
            return undefined;
        const { backend, bucket } = access;
        const { workspace, state } = await root.target();
        const subject = { repositoryId: context.repository.id, stack: root.inputs.stack, workspace, state };
        const store = new apply_record_store/* ApplyRecordStore */.F(bucket, subject);
        const record = await store.read().catch(noneIfDenied);
        return { store, subject, record, readSerial: () => (0,state_serial/* readStateSerial */.q)(bucket, backend.key) };
    }
    hashInputs({ plan }, { salt }) {
        const { targets, replace, invoke } = this.subject.inputs;
        return hashPlanInputs(plan, { targets, replace, ...(invoke && { invoke: [invoke] }) }, salt);
    }
}
/** A role that cannot read records of applies has written none. */
function noneIfDenied(error) {
    if (error instanceof aws_error/* AwsError */.Gy && error.reason === 'aws-denied')
        return EMPTY;
    throw error;
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/report/action-advice.ts
var action_advice = __webpack_require__(41771);
// EXTERNAL MODULE: ./src/report/apply.ts + 1 modules
var apply = __webpack_require__(61947);
// EXTERNAL MODULE: ./src/terraform/apply-outcome.ts
var apply_outcome = __webpack_require__(93153);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var commands_failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/stack/apply-journal.ts
var apply_journal = __webpack_require__(87147);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __webpack_require__(40658);
;// CONCATENATED MODULE: ./src/aws/ecs-failure.ts

const MAX_REASONS = 3;
const MAX_LOG_LINES = 20;
/** ListTasks returns the tasks that stopped within the last hour. */
const MAX_TASKS = 100;
/** Events that report progress, not a cause. */
const PROGRESS = /has reached a steady state|has started \d+ tasks?|has beg[u]n draining|registered \d+ targets|has stopped \d+ running tasks|deployment completed/;
/**
 * Reads ECS's reasons for a service that is not steady, and the last lines of the container that stopped.
 *
 * @param signal stops the calls
 * @throws an error of the AWS SDK
 */
async function readEcsFailure(name, { credentials }, runtime) {
    const session = { region: name.region, credentials };
    const { ECSClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
    const client = new ECSClient(await (0,aws_client/* clientSettings */.r)('ECS', session, runtime));
    try {
        const query = new EcsQuery(client, name, { abortSignal: runtime.signal });
        const [service, tasks] = await Promise.all([query.service(), query.stoppedTasks()]);
        const [task] = tasks;
        const stream = task === undefined ? undefined : await query.logStream(task);
        const log = stream && (await readLog(stream, session, runtime).catch(() => undefined));
        return { service: name.service, reasons: reasonsOf(service, tasks), log };
    }
    finally {
        client.destroy();
    }
}
class EcsQuery {
    client;
    name;
    options;
    constructor(client, name, options) {
        this.client = client;
        this.name = name;
        this.options = options;
    }
    async service() {
        const { DescribeServicesCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const { cluster, service } = this.name;
        const { services } = await this.client.send(new DescribeServicesCommand({ cluster, services: [service] }), this.options);
        return services?.[0];
    }
    /** Newest first, without those that a deployment or the scaling replaced. */
    async stoppedTasks() {
        const { DescribeTasksCommand, ListTasksCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const { cluster, service } = this.name;
        const query = { cluster, serviceName: service, desiredStatus: 'STOPPED', maxResults: MAX_TASKS };
        const { taskArns = [] } = await this.client.send(new ListTasksCommand(query), this.options);
        if (taskArns.length === 0)
            return [];
        const { tasks = [] } = await this.client.send(new DescribeTasksCommand({ cluster, tasks: taskArns }), this.options);
        return tasks
            .filter(({ stopCode, stoppedReason }) => !isReplacement(stopCode, stoppedReason))
            .sort((a, b) => (b.stoppedAt?.getTime() ?? 0) - (a.stoppedAt?.getTime() ?? 0));
    }
    async logStream({ taskArn = '', taskDefinitionArn, containers = [] }) {
        const { DescribeTaskDefinitionCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
        const failed = containers.find(({ exitCode }) => exitCode !== undefined && exitCode !== 0) ?? containers[0];
        const { taskDefinition } = await this.client.send(new DescribeTaskDefinitionCommand({ taskDefinition: taskDefinitionArn }), this.options);
        const definitions = taskDefinition?.containerDefinitions ?? [];
        const definition = definitions.find((one) => one.name === failed?.name) ?? definitions[0];
        return definition === undefined ? undefined : streamOf(definition, taskArn);
    }
}
/** A failed health check also stops a task by the scheduler, and names its cause. */
const isReplacement = (stopCode, reason = '') => stopCode === 'ServiceSchedulerInitiated' && /^Scaling activity initiated/.test(reason);
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html, "awslogs-stream-prefix"
function streamOf({ name = '', logConfiguration }, taskArn) {
    const { 'awslogs-group': group, 'awslogs-stream-prefix': prefix } = logConfiguration?.options ?? {};
    if (group === undefined || prefix === undefined)
        return undefined;
    return { group, stream: `${prefix}/${name}/${taskArn.split('/').at(-1) ?? ''}` };
}
async function readLog({ group, stream }, session, runtime) {
    const { CloudWatchLogsClient, GetLogEventsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(303)]).then(__webpack_require__.t.bind(__webpack_require__, 70303, 19));
    const client = new CloudWatchLogsClient(await (0,aws_client/* clientSettings */.r)('CLOUDWATCH_LOGS', session, runtime));
    try {
        const { events = [] } = await client.send(new GetLogEventsCommand({ logGroupName: group, logStreamName: stream, limit: MAX_LOG_LINES }), { abortSignal: runtime.signal });
        const lines = events.map(({ message }) => message ?? '');
        return lines.length === 0 ? undefined : { group, stream, lines };
    }
    finally {
        client.destroy();
    }
}
function reasonsOf(service, tasks) {
    const deployments = (service?.deployments ?? [])
        .filter(({ rolloutState }) => rolloutState === 'FAILED')
        .map(({ rolloutStateReason }) => rolloutStateReason);
    const events = (service?.events ?? [])
        .map(({ message }) => message)
        .filter((message) => !PROGRESS.test(message ?? ''));
    const reasons = [...tasks.map(describeTask), ...deployments, ...events];
    return [...new Set(reasons.filter((reason) => reason !== undefined && reason !== ''))]
        .slice(0, MAX_REASONS)
        .map(String);
}
function describeTask({ stoppedReason, containers = [] }) {
    const parts = containers.map(({ name = '', exitCode, reason }) => [exitCode === undefined ? '' : `container ${name} exited with ${exitCode}`, reason ?? '']
        .filter((part) => part !== '')
        .join(': '));
    return [stoppedReason ?? '', ...parts].filter((part) => part !== '').join('; ');
}

// EXTERNAL MODULE: ./src/text/redact.ts
var text_redact = __webpack_require__(53326);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/commands/stack/state-access.ts
var state_access = __webpack_require__(14507);
;// CONCATENATED MODULE: ./src/commands/stack/failed-services.ts






const TIMEOUT_MS = 20_000;
const MAX_SERVICES = 5;
const MAX_LINE_LENGTH = 500;
const SERVICE_ARN = /\barn:aws[\w-]*:ecs:([\w-]+):\d{12}:service\/([\w-]+)\/([\w-]+)/;
/**
 * Asks ECS why services failed during an apply: Terraform reports only that it waited in vain.
 * Never throws and takes at most 20 seconds, so that it cannot hide the error of the apply.
 */
async function explainFailedServices({ failed }, query, runtime) {
    const names = failed.map((one) => serviceOf(one, query.plan)).filter((name) => name !== undefined);
    if (names.length === 0)
        return [];
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return Promise.all(names.slice(0, MAX_SERVICES).map(async (name) => {
        try {
            const session = await query.openSession();
            const region = name.region || session.region;
            const failure = await untilAborted(readEcsFailure({ ...name, region }, session, { ...(0,state_access/* awsRuntime */.se)(runtime), signal }), signal);
            return describe(failure, region, query.redact);
        }
        catch (error) {
            const { message } = (0,aws_error/* readErrorDetails */.Je)(error, 'ecs:DescribeTasks');
            const reason = signal.aborted ? `no answer within ${TIMEOUT_MS / 1000} s` : message;
            const reasons = [query.redact((0,sanitize/* escapeToLine */.Tz)(`ECS's reason could not be read (${reason}).`))];
            return { service: name.service, reasons, logLines: [], logCommand: undefined };
        }
    }));
}
/** The SDK does not abort while it looks for credentials. */
function untilAborted(work, signal) {
    return Promise.race([
        work,
        new Promise((_, reject) => {
            signal.addEventListener('abort', () => {
                reject(new Error('aborted'));
            });
        }),
    ]);
}
function serviceOf({ address, message }, plan) {
    const change = plan.resources.find((one) => one.address === address && one.deposed === undefined);
    if (change?.type !== 'aws_ecs_service')
        return undefined;
    const [, region, cluster, service] = SERVICE_ARN.exec(message) ?? [];
    if (region !== undefined && cluster !== undefined && service !== undefined)
        return { region, cluster, service };
    // A postcondition's error does not name the service. A new cluster has no ARN in the plan.
    const after = change.after;
    const planned = (0,plan_json/* textField */.M8)(after, 'name');
    const clusterArn = (0,plan_json/* textField */.M8)(after, 'cluster');
    if (planned === undefined || clusterArn === undefined)
        return undefined;
    const parts = clusterArn.split(':');
    return { region: parts[3] ?? '', cluster: clusterArn.split('/').at(-1) ?? '', service: planned };
}
function describe({ service, reasons, log }, region, redact) {
    const clean = (text) => {
        const line = (0,sanitize/* escapeToLine */.Tz)((0,text_redact/* redactCredentials */.UY)(redact(text)));
        return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line;
    };
    return {
        service,
        reasons: reasons.length === 0 ? ['ECS gives no reason.'] : reasons.map(clean),
        logLines: log?.lines.map(clean) ?? [],
        logCommand: log &&
            `aws logs get-log-events --log-group-name ${log.group} --log-stream-name ${log.stream} --region ${region}`,
    };
}
/** Returns the sentences that the error of the apply contains. */
const serviceSentences = (services) => services.flatMap(({ service, reasons, logLines }) => [
    `ECS service ${service}: ${reasons.join(' · ')}`,
    ...(logLines.length > 0
        ? [`Last lines of its log:`, ...logLines.slice(-5).map((line) => `  ${line}`)]
        : []),
]);

// EXTERNAL MODULE: ./src/commands/stack/masked-addresses.ts
var masked_addresses = __webpack_require__(9969);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(48911);
;// CONCATENATED MODULE: ./src/commands/stack/recovery.ts






/** Saves the state and releases the lock of an apply that did not succeed, as far as possible. */
async function recoverApply(applied, root, runtime) {
    const { interrupted, report, succeeded, unsavedState } = applied;
    const { engine } = root.terraform;
    const lock = await releaseLock(applied, root.terraform);
    const isSaved = unsavedState !== undefined && (await pushState(unsavedState, { root, runtime }));
    const remote = await readState(root);
    const outcome = isSaved ? 'persisted' : (0,apply_outcome/* stateOutcomeOf */.J)(report);
    const sentences = [
        lock ??
            (0,state_status/* describeRemoteLock */.$r)(remote, (found) => outcome === 'unknown' && (0,state_status/* isLockOfHost */.zT)(found, runtime.hostname), engine),
        (0,state_status/* describeState */.Jw)({ outcome, remote, unsavedState, engine }),
        succeeded ? '' : (0,state_status/* nextStep */.sk)(outcome, interrupted ? 'cancelled' : 'failed'),
    ];
    return {
        applied: isSaved ? withSavedState(applied, engine) : applied,
        sentences: sentences.filter((sentence) => sentence !== ''),
    };
}
const SAVED_LATE = 'Terraform could not save the state, and this action saved it afterwards.';
function withSavedState(applied, engine) {
    const { report, failure } = applied;
    const diagnostics = (0,error/* withoutUnsavedState */.QH)(report.diagnostics);
    if (failure === undefined)
        return { ...applied, report: { ...report, diagnostics } };
    const remaining = (0,error/* withoutUnsavedState */.QH)(failure.details.diagnostics);
    const note = remaining.some(({ severity }) => severity === 'error')
        ? undefined
        : (0,plan_engine/* inWordsOf */.Wh)(engine, SAVED_LATE);
    const details = { ...failure.details, diagnostics: remaining, note };
    return {
        ...applied,
        report: { ...report, diagnostics },
        failure: new error/* TerraformFailed */.sM(details, { cause: failure }),
    };
}
/** @returns undefined if Terraform reported no lock */
async function releaseLock({ lock }, terraform) {
    if (lock === undefined)
        return undefined;
    if (lock.kind === 'held' || !(0,error/* isLockId */.RR)(lock.id))
        return (0,error/* lockAdvice */.q7)(lock, terraform.engine);
    return terraform.forceUnlock(lock.id).then(() => `This run's state lock (${lock.id}) was not released by ${terraform.engine.title} and is released now.`, () => (0,error/* lockAdvice */.q7)(lock, terraform.engine));
}
/** The last one is repeated: the file disappears with the runner. */
const PUSH_WAITS_MS = [0, 5_000, 15_000, 30_000, 60_000];
/** The backend has another state, or a newer one. */
const NEVER_ACCEPTED = /cannot (?:import|overwrite)|different lineage|newer serial/i;
async function pushState(file, { root, runtime }) {
    const { clock, log, interruption } = runtime;
    for (let tries = 0;; tries++) {
        const waitMs = PUSH_WAITS_MS[Math.min(tries, PUSH_WAITS_MS.length - 1)] ?? 0;
        await Promise.race([clock.sleep(waitMs), aborted(interruption)]);
        try {
            await root.terraform.pushState(file);
            log.info('The state is now saved in the backend');
            await (0,promises_.rm)(file, { force: true });
            return true;
        }
        catch (error) {
            if (interruption.aborted || NEVER_ACCEPTED.test((0,commands_failure.messageOf)(error)))
                return false;
            log.info('The state could not be saved in the backend; trying again until the run is cancelled');
        }
    }
}
function aborted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted)
            resolve();
        else
            signal.addEventListener('abort', () => {
                resolve();
            });
    });
}
async function readState(root) {
    const remote = await (0,state_status/* readRemoteState */.ch)(() => root.stateAccess());
    if (!('reason' in remote))
        return remote;
    // Terraform reads other backends too, and S3 with the backend's own credentials.
    const state = await root.terraform.stateVersion().catch(() => undefined);
    return state === undefined ? remote : { serial: state.serial, lock: undefined };
}

// EXTERNAL MODULE: ./src/commands/stack/stack-outputs.ts + 1 modules
var stack_outputs = __webpack_require__(72011);
// EXTERNAL MODULE: ./src/commands/stack/input-warnings.ts
var input_warnings = __webpack_require__(7387);
// EXTERNAL MODULE: ./src/github/branch.ts
var github_branch = __webpack_require__(66675);
// EXTERNAL MODULE: ./src/github/pull-request.ts
var pull_request = __webpack_require__(52524);
// EXTERNAL MODULE: ./src/github/reviews.ts
var reviews = __webpack_require__(25426);
// EXTERNAL MODULE: ./src/review/plan-target.ts
var plan_target = __webpack_require__(59755);
;// CONCATENATED MODULE: ./src/review/applied-settings.ts


/**
 * Removes differences in settings that are as at the last apply: another pull request has changed them since the plan
 * was reviewed, and its apply has succeeded.
 */
function withoutApplied(differences, settings, applied) {
    if (applied === undefined)
        return [...differences];
    const current = new Map((0,plan_content/* settingContent */.w9)(settings).map(({ name, content }) => [name, content]));
    return differences.filter(({ address, reviewedKind, freshKind }) => {
        if ((reviewedKind ?? freshKind) !== 'setting')
            return true;
        const content = current.get(address);
        const hash = content === undefined ? undefined : (0,plan_digest/* hmac */.w8)(content, applied.salt);
        return hash !== applied.settings[address];
    });
}

;// CONCATENATED MODULE: ./src/commands/apply/batch.ts





/** More merges between two applies are a stack that is not deployed. */
const MAX_COMMITS = 50;
/**
 * Compares a plan with the records of all pull requests that were merged since the last successful apply, as a merge
 * queue does in one push.
 *
 * @returns undefined if a change is in none of them
 * @throws GitHubError, AwsError, InvalidPlanRecord
 */
async function reviewBatch(planned, batch) {
    const { github, applied, context, isRecorded } = batch;
    if (applied === undefined)
        return undefined;
    const commits = await (0,github_branch/* listCommitsBetween */.hR)(github, { base: applied.commit, head: context.sha });
    if (commits === undefined || commits.length < 2 || commits.length > MAX_COMMITS)
        return undefined;
    const records = await findRecords(commits, batch);
    const sources = new Map();
    for (const record of records)
        addSources(planned, { record, applied }, sources);
    const found = [...sources.values()].filter((one) => one !== undefined);
    // A pull request without a plan must not drop a reviewed change of another one.
    const isEnough = isRecorded
        ? records.length > 1
        : records.every((record) => isWhole(planned, record, applied));
    return found.length > 0 && isEnough && found.length === sources.size ? found : undefined;
}
const isWhole = (planned, record, applied) => compare(planned, record, applied).every(({ differs }) => differs !== 'only-reviewed');
function compare(planned, record, applied) {
    const differences = (0,plan_digest/* comparePlans */.OA)(record.entries, (0,plan_digest/* planEntries */.W9)(planned, record.salt));
    return withoutApplied(differences, planned.settings, applied);
}
async function findRecords(commits, batch) {
    const { github, baseRef, terraformVersion, find } = batch;
    const pulls = new Map();
    for (const sha of commits) {
        const origin = await (0,pull_request/* findMergedPullRequest */.g_)(github, { sha, baseRef }, { waitsMs: [] });
        if (origin.kind === 'found')
            pulls.set(origin.pull.number, origin.pull);
    }
    const records = [];
    for (const pull of pulls.values()) {
        const found = await find(pull);
        if ('record' in found && found.record.terraformVersion === terraformVersion)
            records.push(found.record);
    }
    return records;
}
/** Adds the changes of the plan that are in the record; undefined for those in no record so far. */
function addSources(planned, { record, applied }, sources) {
    const isSameTarget = (0,plan_target/* compareTargets */.w)(record.target, planned.target).length === 0;
    const different = new Set(compare(planned, record, applied).map(({ address }) => address));
    for (const address of (0,plan_digest/* planEntries */.W9)(planned, record.salt).keys()) {
        const isReviewed = isSameTarget && !different.has(address);
        if (isReviewed)
            sources.set(address, { address, pull: record.pullNumber });
        else if (!sources.has(address))
            sources.set(address, undefined);
    }
}

;// CONCATENATED MODULE: ./src/commands/apply/review.ts








/**
 * Compares a plan with the one reviewed in the commit's pull request.
 *
 * @throws GitHubError, AwsError, InvalidPlanRecord, InvalidRecordsUrl
 */
async function reviewPlan(planned, review) {
    const { context, stack, github } = review;
    if (github === undefined)
        return { kind: 'none', reason: 'github-token is empty, so the pull request cannot be looked up.' };
    const baseRef = context.ref.replace(/^refs\/heads\//, '');
    const origin = await (0,pull_request/* findMergedPullRequest */.g_)(github, { sha: context.sha, baseRef });
    if (origin.kind !== 'found')
        return { kind: 'none', reason: origin.reason };
    const records = await review.openRecords();
    if (records === undefined)
        return {
            kind: 'none',
            reason: 'Plans are not recorded, because the state is not in S3 and plan-records is not set.',
        };
    const found = await findApprovedRecord(origin.pull, { records, github, context, stack });
    const single = await reviewSingle(planned, found, { review, github, baseRef });
    if (single.kind !== 'none' && (single.kind !== 'changed' || single.targetDifferences.length > 0))
        return single;
    const { applied } = await review.history.read();
    const find = (pull) => findApprovedRecord(pull, { records, github, context, stack });
    const sources = await reviewBatch(planned, {
        github,
        applied,
        context,
        baseRef,
        find,
        isRecorded: single.kind !== 'none',
        terraformVersion: review.terraformVersion,
    });
    return sources === undefined ? single : { kind: 'batch', sources };
}
function reviewSingle(planned, found, context) {
    if ('reason' in found)
        return { kind: 'none', reason: found.reason };
    const { pullNumber, headSha } = found.record;
    context.review.log.info(`Comparing the plan with the one reviewed in #${pullNumber} (${headSha})`);
    return compareWithRecord(planned, found.record, context);
}
/** Returns the record of a merged pull request, unless it was written after its approval or its merge. */
async function findApprovedRecord(pull, { records, github, context, stack, }) {
    const { number: pullNumber, headSha } = pull;
    const repositoryId = Number(context.repository.id);
    const record = await records.read({ repositoryId, pullNumber, headSha, stack });
    if (record === undefined)
        return { reason: describeMissingRecord(pull, stack) };
    const approval = await (0,reviews/* findLastApproval */.b)(github, pull);
    const limit = approval?.at ?? pull.mergedAt;
    // GitHub's times have no fractions of a second.
    if (Math.floor(record.createdAt.getTime() / 1000) * 1000 <= Date.parse(limit))
        return { record };
    const event = approval === undefined ? `its merge at ${limit}` : `the approval by ${approval.login} at ${limit}`;
    return {
        reason: `The plan of ${stack} in #${pullNumber} was recorded at ${record.createdAt.toISOString()}, after ${event} and is therefore not approved. Open a new pull request and approve it after its plan.`,
    };
}
async function compareWithRecord(planned, record, { review, github, baseRef }) {
    const pull = record.pullNumber;
    const targetDifferences = (0,plan_target/* compareTargets */.w)(record.target, planned.target);
    const changed = {
        kind: 'changed',
        pull,
        targetDifferences,
        reviewedVersion: record.terraformVersion,
    };
    if (targetDifferences.length > 0)
        return { ...changed, differences: [] };
    if (record.fingerprint === planned.fingerprint)
        return { kind: 'equal', record };
    const { applied, attempt } = await review.history.read();
    const ended = attempt?.commit === review.context.sha ? endedActions(planned, record) : [];
    if (!planned.counts.hasChanges)
        return { kind: 'unchanged', pull, endedActions: ended };
    const differences = compareEntries(planned, record, applied);
    const isSameVersion = record.terraformVersion === review.terraformVersion;
    if (differences.length === 0 && isSameVersion)
        return { kind: 'equal', record };
    if (await isRemainder(planned, record, { review, head: () => (0,github_branch/* getBranchHead */.Rs)(github, baseRef) })) {
        const remaining = {
            kind: 'remaining',
            record,
            remainingCount: countEntries(planned, record.salt),
            endedActions: ended,
        };
        review.log.info(describeRemaining(remaining));
        return remaining;
    }
    return { ...changed, differences };
}
function compareEntries(planned, record, applied) {
    const differences = (0,plan_digest/* comparePlans */.OA)(record.entries, (0,plan_digest/* planEntries */.W9)(planned, record.salt));
    return withoutApplied(differences, planned.settings, applied);
}
const countEntries = (planned, salt) => [...(0,plan_digest/* planEntries */.W9)(planned, salt).values()].filter(({ kind }) => kind !== 'setting').length;
async function isRemainder(planned, record, { review, head }) {
    if (!(await review.history.isContinuedBy(planned, record)))
        return false;
    // A job of an older commit would revert the commits after it.
    return (await head()) === review.context.sha;
}
const describeRemaining = ({ record, remainingCount, }) => `An earlier apply of the plan reviewed in #${record.pullNumber} failed. Remaining: ${remainingCount === 1 ? '1 change' : `${remainingCount} changes`}.`;
function describeMissingRecord({ number, headSha, isFork }, stack) {
    if (isFork)
        return `#${number} comes from a fork, and forks get no plan. Push its commits to a branch of this repository, open a pull request there, and merge that one.`;
    return `No plan of ${stack} was recorded for #${number} at ${headSha}. The plan did not run there, or it failed.`;
}

;// CONCATENATED MODULE: ./src/commands/apply/apply-plan.ts
















/**
 * Applies a plan. After the apply nothing throws, because the report must list the changed resources.
 *
 * @returns `stale` if the state has changed since the plan and nothing was applied
 * @throws TerraformCancelled, TerraformNotStarted before the apply
 */
async function applyPlan(planned, review, run) {
    const { inputs, context, root, runtime } = run;
    const startedMs = runtime.clock.now();
    await beginRecord(planned, review, run);
    const ended = await runApply(planned, run);
    const outcome = ended.interrupted ? 'cancelled' : ended.succeeded ? 'applied' : 'failed';
    if (outcome === 'failed' && isStale(ended) && !run.isLastAttempt)
        return 'stale';
    const { applied, sentences: recovery } = await recover(planned, { applied: ended, outcome }, run);
    recovery.push(...(await recordResult(planned, { review, applied, outcome }, run)));
    const services = await explainServices(planned, { applied, outcome }, run);
    const outputs = await (0,stack_outputs/* readOutputs */.T)(root, inputs.sensitiveOutputs).catch((error) => {
        recovery.push(`${(0,plan_engine/* parseEngineVersion */.w0)(root.terraformVersion).engine.title}'s outputs could not be read (${(0,commands_failure.messageOf)(error)}). The output terraform-outputs is empty.`);
        return { json: '{}', warnings: [] };
    });
    const summary = (0,apply/* renderApply */.l)(withExplanation(applied), {
        ...{ stack: inputs.stack, terraformVersion: root.terraformVersion, outcome, recovery },
        ...{ runUrl: context.runUrl, commit: context.sha, redact: root.secrets.redact },
        seconds: (runtime.clock.now() - startedMs) / 1000,
        ...{ planned: plannedEffects(planned), services },
        nextStep: outcome === 'failed' && applied.lock === undefined ? applied.failure?.advice : undefined,
    });
    return {
        outputs: { ...(0,plan_outcome/* countOutputs */.wo)(planned.counts), 'terraform-outputs': outputs.json },
        summary: [summary, ...permissions(planned, review).map(root.secrets.redact)].join('\n\n'),
        warnings: [
            ...(0,input_warnings/* inputWarnings */.c)(planned, inputs),
            ...outputs.warnings,
            ...(review.kind === 'none' ? [`Applied without a reviewed plan. ${review.reason}`] : []),
            ...(outcome === 'applied' ? recovery.map(root.secrets.redact) : []),
        ],
        annotations: [],
        failure: applyFailure(applied, outcome, { recovery, services, redact: root.secrets.redact }),
    };
}
/** A run that is killed or lost leaves what a re-run needs. */
async function beginRecord(planned, review, { root, history, runtime }) {
    await (0,masked_addresses/* writeMaskedAddresses */.L)((0,external_node_path_.dirname)(planned.planFile), planned.plan, root.secrets.redact);
    if (review.kind !== 'equal' && review.kind !== 'remaining')
        return;
    try {
        const journal = await history.journal(planned, review.record, new Date(runtime.clock.wallClockMs()));
        if (journal === undefined)
            return;
        await (0,apply_journal/* writeJournal */.f)((0,external_node_path_.dirname)(planned.planFile), journal);
        await history.begin(journal);
    }
    catch (error) {
        runtime.log.info(`The beginning of the apply could not be recorded (${(0,commands_failure.messageOf)(error)}). If this run is lost, a re-run cannot complete it.`);
    }
}
async function runApply({ planFile }, { inputs, root, runtime }) {
    const { parallelism, lockTimeout, varFiles, variables } = inputs;
    runtime.log.group(`${(0,plan_engine/* parseEngineVersion */.w0)(root.terraformVersion).engine.command} apply`);
    try {
        return await root.terraform.apply(planFile, { parallelism, lockTimeout, varFiles, variables });
    }
    finally {
        runtime.log.endGroup();
    }
}
function explainServices({ plan }, { applied: { report }, outcome }, { root, runtime }) {
    if (outcome !== 'failed')
        return Promise.resolve([]);
    const query = { plan, openSession: () => root.s3Session(), redact: root.secrets.redact };
    return explainFailedServices(report, query, runtime);
}
async function recover(planned, { applied, outcome }, { root, runtime }) {
    const { engine } = (0,plan_engine/* parseEngineVersion */.w0)(root.terraformVersion);
    const { actionInvocations } = planned.plan;
    const advice = (0,action_advice/* actionAdvice */.T)({ planned: actionInvocations, report: applied.report, outcome, engine });
    if (outcome === 'applied')
        return { applied, sentences: advice };
    const recovery = await recoverApply(applied, root, runtime).catch((error) => ({
        applied,
        sentences: [
            `The state and its lock could not be checked (${(0,commands_failure.messageOf)(error)}). Check both before the next apply.`,
        ],
    }));
    return { ...recovery, sentences: [...recovery.sentences, ...advice] };
}
/** Terraform reports no error when it crashes or is killed. */
const withExplanation = ({ report, failure }) => ({
    ...report,
    diagnostics: failure?.diagnostics ?? report.diagnostics,
});
const plannedEffects = ({ plan, counts }) => ({
    moved: counts.move,
    imported: counts.import,
    changedOutputs: plan.outputs.filter(({ kind }) => !(0,plan_plan/* isReadOnly */.PI)(kind)).map(({ name }) => name),
    actions: plan.actionInvocations,
});
/** Terraform compares lineage and serial before it changes anything. */
const isStale = ({ failure }) => failure?.diagnostics.some(({ summary }) => /Saved plan is stale/i.test(summary)) === true;
/** Returns sentences about what could not be recorded. */
async function recordResult(planned, { review, applied, outcome }, { history, runtime }) {
    try {
        if (outcome === 'applied')
            await history.addSuccess(planned, new Date(runtime.clock.wallClockMs()));
        else if (review.kind === 'equal' || review.kind === 'remaining') {
            // An apply that changed nothing leaves nothing to complete.
            if (hasChangedState(applied))
                await history.addFailure(planned, review.record);
            else
                await history.addNothing();
        }
        return [];
    }
    catch (error) {
        return [
            outcome === 'applied'
                ? `The apply could not be recorded (${(0,commands_failure.messageOf)(error)}). Later runs cannot tell that older commits are superseded.`
                : `The failed apply could not be recorded (${(0,commands_failure.messageOf)(error)}). A re-run cannot complete it. Open a new pull request for the remaining changes; an empty commit is enough.`,
        ];
    }
}
const hasChangedState = ({ report }) => (0,apply_outcome/* stateOutcomeOf */.J)(report) !== 'unchanged';
function applyFailure({ failure }, outcome, details) {
    if (outcome === 'applied')
        return undefined;
    const { recovery, services, redact } = details;
    const sentences = [...serviceSentences(services), ...recovery];
    const message = redact([failure?.message ?? '', ...sentences].join('\n').trim());
    if (outcome === 'cancelled')
        return { reason: 'cancelled', message };
    const reason = (0,commands_failure.reasonOf)(failure);
    return { reason: reason === 'terraform-failed' ? 'apply-failed' : reason, message };
}
const permissions = ({ destructiveChanges }, review) => [
    ...allowedSentence(destructiveChanges),
    ...reviewSentence(review),
];
function allowedSentence(changes) {
    const allowed = changes.filter(({ verdict }) => verdict === 'allowed');
    if (allowed.length === 0)
        return [];
    return [`Permitted by \`allow-destroy\`: ${allowed.map(({ address }) => (0,markdown/* codeSpan */.SS)(address)).join(', ')}.`];
}
function reviewSentence(review) {
    if (review.kind === 'batch')
        return [batchSentence(review)];
    if (review.kind === 'remaining')
        return [describeRemaining(review), ...(0,action_advice/* endedActionsAdvice */.u)(review.endedActions)];
    return review.kind === 'unchanged'
        ? [
            `All changes reviewed in #${review.pull} are already applied.`,
            ...(0,action_advice/* endedActionsAdvice */.u)(review.endedActions),
        ]
        : [];
}
function batchSentence({ sources }) {
    const byPull = new Map();
    for (const { address, pull } of sources)
        byPull.set(pull, [...(byPull.get(pull) ?? []), (0,markdown/* codeSpan */.SS)(address)]);
    const lines = [...byPull].map(([pull, addresses]) => `- #${pull}: ${addresses.join(', ')}`);
    return ['Changes of several pull requests were applied together:', '', ...lines].join('\n');
}

// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/report/action-words.ts
var action_words = __webpack_require__(63418);
// EXTERNAL MODULE: ./src/report/fit.ts
var fit = __webpack_require__(40877);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
// EXTERNAL MODULE: ./src/report/list-section.ts
var list_section = __webpack_require__(15802);
;// CONCATENATED MODULE: ./src/report/plan-changed.ts







/** Renders the differences between the reviewed and the current plan. */
function renderPlanChanged(differences, options) {
    const { stack, pull, runUrl, freshVersion } = options;
    return (0,fit/* fitSections */.W)([
        `### ⛔ Not applied: the plan has changed · ${(0,markdown/* codeSpan */.SS)(stack)}`,
        `The current plan differs from the plan reviewed in #${pull}. Nothing was changed.`,
        ...explanation(differences, options),
        (0,footer/* footer */.qr)({ terraformVersion: freshVersion, commit: '', runUrl }),
    ], limits/* MAX_BODY_BYTES */.YK);
}
const PLAN_CHANGED_NEXT_STEP = "**Next step:** Open a pull request, review the plan in its comment, and merge it. An empty commit is enough: `git commit --allow-empty -m 'Plan again'`.";
function explanation(differences, options) {
    const { targetDifferences = [] } = options;
    if (targetDifferences.length > 0)
        return [TARGET_NEXT_STEP, targetTable(targetDifferences)];
    return [
        PLAN_CHANGED_NEXT_STEP,
        ...possibleCauses(differences, options),
        ...variableAdvice(differences),
        differenceList(differences),
    ];
}
const TARGET_NEXT_STEP = '**Next step:** Give `plan` and `apply` the same credentials and the same inputs `aws-region`, `workspace` and `backend-config`, then re-run the job. If the pull request is planned for several states, give each its own `stack`.';
function targetTable(differences) {
    const rows = differences.map(({ name, reviewed, fresh }) => `| ${name} | ${(0,markdown/* codeSpan */.SS)(reviewed)} | ${(0,markdown/* codeSpan */.SS)(fresh)} |`);
    return ['| | Reviewed for | This run is for |', '| --- | --- | --- |', ...rows].join('\n');
}
const NEW_VALUES = 'If these values are new in each plan, for example from `plantimestamp()`, no review can match them. Take them out of the configuration.';
const onlyValues = (differences) => differences.length > 0 && differences.every(({ differs }) => differs === 'values');
/** Opening a pull request does not help if the value is new in each plan. */
function variableAdvice(differences) {
    const names = differences.flatMap(({ address, differs }) => differs === 'values' && address.startsWith('var.') ? [(0,markdown/* codeSpan */.SS)(address.slice('var.'.length))] : []);
    if (names.length === 0)
        return onlyValues(differences) ? [NEW_VALUES] : [];
    return [
        `**Input variables with another value:** ${(0,list_section/* joinNames */.J)(names)}. A value that is new in each plan, such as a commit or a time, can never match a reviewed plan. Give these variables the same value in \`plan\` and in \`apply\`.`,
    ];
}
const describeFresh = (reviewed, fresh) => (0,plan_engine/* parseEngineVersion */.w0)(reviewed).engine === (0,plan_engine/* parseEngineVersion */.w0)(fresh).engine
    ? (0,markdown/* codeSpan */.SS)((0,plan_engine/* parseEngineVersion */.w0)(fresh).version)
    : `${(0,footer/* formatEngine */.w7)(fresh)}. A plan of one engine cannot be applied by the other`;
function possibleCauses(differences, { reviewedVersion, freshVersion }) {
    if (reviewedVersion !== freshVersion) {
        return [
            `Possible cause: the plan was reviewed with ${(0,footer/* formatEngine */.w7)(reviewedVersion)}, and the current one was made with ${describeFresh(reviewedVersion, freshVersion)}.`,
        ];
    }
    return differences.length === 0
        ? [
            'Every resource and output changes as reviewed. The difference is in another part of the plan, for example a provider action or a deferred change.',
        ]
        : [];
}
function differenceList(differences) {
    const count = differences.length === 1 ? '1 change differs' : `${(0,markdown/* plural */.LS)(differences.length, 'change')} differ`;
    return (0,list_section/* listSection */.i)(differences.map(differenceLine), { before: `#### ${count}\n`, share: 1, noun: 'change' });
}
/** Entries that are no changes of resources or outputs. */
const SPECIAL = {
    setting: 'setting',
    action: 'provider action',
    deferred: 'deferred change',
};
function differenceLine(difference) {
    const { address, differs, reviewedKind = '', freshKind = '', attributes } = difference;
    const [reviewed, current] = [(0,action_words/* actionWords */.I)(reviewedKind).participle, (0,action_words/* actionWords */.I)(freshKind).participle];
    const name = `- ${(0,markdown/* codeSpan */.SS)(address)}`;
    switch (differs) {
        case 'only-reviewed':
            return reviewedKind in SPECIAL
                ? `${name}: ${SPECIAL[reviewedKind]} of the reviewed plan, no longer there`
                : `${name}: reviewed to be ${reviewed}, no longer in the plan`;
        case 'only-fresh':
            return freshKind in SPECIAL
                ? `${name}: **${SPECIAL[freshKind]} that was not reviewed**`
                : `${name}: not in the reviewed plan, **would now be ${current}**`;
        case 'kind':
            return `${name}: reviewed to be ${reviewed}, **would now be ${current}**`;
        case 'values': {
            if (freshKind in SPECIAL)
                return `${name}: **${SPECIAL[freshKind]} with another value**`;
            const names = attributes.filter((attribute) => attribute !== '').map(markdown/* codeSpan */.SS);
            return `${name}: would be ${current} as reviewed, with different values${names.length === 0 ? '' : ` of ${names.join(', ')}`}`;
        }
    }
}

// EXTERNAL MODULE: ./src/review/destroy-guard.ts + 1 modules
var destroy_guard = __webpack_require__(44418);
// EXTERNAL MODULE: ./src/commands/stack/comment.ts
var stack_comment = __webpack_require__(44884);
;// CONCATENATED MODULE: ./src/commands/apply/blocked.ts






/** Returns undefined for a plan that may be applied. */
async function reportBlocked(planned, review, block) {
    if (review.kind === 'changed')
        return reportChangedPlan(planned, review, block);
    return reportMissingReview(planned, review, block.inputs) ?? reportBlockedChanges(planned, block);
}
async function reportChangedPlan(planned, review, { context, github, root }) {
    const { pull, differences, targetDifferences, reviewedVersion } = review;
    const { stack } = root.inputs;
    const { runUrl } = context;
    const freshVersion = root.terraformVersion;
    const options = { stack, pull, runUrl, reviewedVersion, freshVersion, targetDifferences };
    const summary = renderPlanChanged(differences.map((one) => ({ ...one, address: root.secrets.redact(one.address) })), options);
    const comment = await (0,stack_comment/* postComment */.G)(github, { pull, topic: 'plan-changed', stack, body: summary });
    return {
        ...blockedOutcome(planned, { reason: 'plan-changed', message: changedMessage(review, stack) }, summary),
        warnings: comment.warnings,
    };
}
function changedMessage({ pull, differences, targetDifferences }, stack) {
    if (targetDifferences.length > 0) {
        const [reviewed, fresh] = ['reviewed', 'fresh'].map((side) => targetDifferences.map((one) => `${one.name} ${one[side]}`).join(', '));
        return `${stack} was not applied: the plan in #${pull} was reviewed for ${reviewed}, and this run is for ${fresh}. Give plan and apply the same inputs and credentials.`;
    }
    const count = differences.length === 1 ? '1 change differs' : `${differences.length} changes differ`;
    return `${stack} was not applied: the plan is not the one reviewed in #${pull} (${count}). Open a new pull request to review it.`;
}
function reportMissingReview(planned, review, inputs) {
    if (review.kind !== 'none' || !planned.counts.hasChanges)
        return undefined;
    const { stack, requireReview } = inputs;
    if (requireReview === 'never' || (requireReview === 'auto' && !planned.plan.hasState))
        return undefined;
    const why = requireReview === 'auto'
        ? ' A review is required because the state has resources; require-review: false switches this off.'
        : '';
    const summary = [
        `### ⛔ Not applied: no reviewed plan · ${(0,markdown/* codeSpan */.SS)(stack)}`,
        `${review.reason}${why}`,
    ].join('\n\n');
    const message = `${stack} was not applied: there is no reviewed plan. ${review.reason}${why}`;
    return blockedOutcome(planned, { reason: 'not-reviewed', message }, summary);
}
function reportBlockedChanges(planned, { inputs: { stack }, root }) {
    const { redact } = root.secrets;
    const blocking = (0,destroy_guard/* blockingChanges */.$A)(planned.destructiveChanges);
    if (blocking.length === 0)
        return undefined;
    const addresses = blocking.map(({ address }) => redact(address)).join(', ');
    const message = `${stack} was not applied: the plan destroys ${addresses}. To permit this, list each address in allow-destroy, for plan and for apply.`;
    const summary = (0,apply/* renderBlockedApply */.N)(planned.destructiveChanges, stack, redact);
    return blockedOutcome(planned, { reason: 'destroy-blocked', message }, summary);
}
function blockedOutcome({ counts }, failure, summary) {
    return { outputs: (0,plan_outcome/* countOutputs */.wo)(counts), summary, warnings: [], annotations: [], failure };
}
/** Reports a commit that a later one has replaced. */
function reportSuperseded({ commit, event }, stack, { sha }) {
    const cause = `Commit ${sha} was superseded by ${commit}, which ${event}.`;
    const next = `To deploy an older version, merge a pull request that reverts the newer commits: git revert --no-edit ${sha}..${commit}`;
    return {
        outputs: {},
        summary: [
            `### ⛔ Not applied: superseded by a later commit · ${(0,markdown/* codeSpan */.SS)(stack)}`,
            `${cause} Nothing was changed.`,
            `**Next step:** To deploy an older version, merge a pull request that reverts the newer commits: ${(0,markdown/* codeSpan */.SS)(`git revert --no-edit ${sha}..${commit}`)}.`,
        ].join('\n\n'),
        warnings: [],
        annotations: [],
        failure: { reason: 'superseded', message: `${stack} was not applied. ${cause} ${next}` },
    };
}

// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
;// CONCATENATED MODULE: ./src/commands/apply/superseded.ts


/**
 * Finds a later commit whose apply has succeeded or failed since. An apply of an earlier one would revert it.
 *
 * @throws GitHubError
 */
async function findSuperseding({ applied, attempt, started }, { context, github }) {
    if (github === undefined)
        return undefined;
    const later = [
        applied && { commit: applied.commit, event: `was applied at ${applied.at}` },
        attempt && { commit: attempt.commit, event: 'has been applied in part' },
        started && { commit: started.commit, event: 'was being applied when its run was lost' },
    ];
    for (const one of later) {
        if (one === undefined || one.commit === context.sha)
            continue;
        if (await isSupersededBy(one.commit, context, github))
            return one;
    }
    return undefined;
}
async function isSupersededBy(commit, { sha, ref }, github) {
    const relation = await (0,github_branch/* compareCommits */.kC)(github, sha, commit);
    if (relation === 'ahead')
        return true;
    if (relation === 'behind' || relation === 'identical')
        return false;
    // The history was rewritten: only what the branch contains now may be applied.
    const branch = ref.replace(/^refs\/heads\//, '');
    const onBranch = await (0,github_branch/* compareCommits */.kC)(github, sha, branch);
    if (onBranch === undefined)
        throw incomparable(github, `${sha}...${branch}`);
    return onBranch !== 'ahead' && onBranch !== 'identical';
}
/** Nothing is known about a commit of the branch that cannot be compared with it. */
const incomparable = ({ repo }, basehead) => new github_error/* GitHubError */.y_({
    ...{ method: 'GET', path: `/repos/${repo.owner}/${repo.repo}/compare/${basehead}` },
    ...{ status: 404, serverMessage: 'Not Found', headers: {} },
});

;// CONCATENATED MODULE: ./src/commands/apply/apply.ts
















/** Applies a plan if it is the reviewed one and destroys no stateful resource without permission. */
async function apply_apply(inputs, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    (0,deploy_branch/* requireDeployBranch */.x)(context, inputs);
    (0,plan_options/* rejectUnreviewable */.D)(runtime.env);
    const root = await terraform_root/* TerraformRoot */.z.open(inputs, runtime);
    try {
        await root.init('create');
        const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
        const history = new ApplyHistory({ context, root, inputs });
        const record = await history.read();
        const superseding = await findSuperseding(record, { context, github });
        if (superseding !== undefined)
            return reportSuperseded(superseding, inputs.stack, context);
        const job = { inputs, context, root, github, history, runtime };
        const outcome = (0,commands_outcome/* redactOutcome */.Ah)(await planAndApply(job), root.secrets.redact);
        const { commit } = record.applied ?? {};
        const previous = commit === undefined || commit === context.sha ? '' : commit;
        return (0,commands_outcome/* withOutputs */.Fk)(outcome, { outputs: { 'previous-commit': previous } });
    }
    catch (error) {
        const failure = (0,plan_outcome/* explainedFailure */.h_)(error, root.secrets.redact);
        if (failure === undefined)
            throw (0,commands_outcome/* redactError */.ki)(error, root.secrets.redact);
        return (0,plan_outcome/* failedPlanOutcome */.nx)(failure, root, context);
    }
    finally {
        await root.close();
    }
}
/** Another run or person can change the state between the plan and the apply. */
const MAX_PLANS = 2;
async function planAndApply(job) {
    const { inputs, context, root, github, history, runtime } = job;
    for (let attempt = 1;; attempt++) {
        const planned = await root.plan(inputs);
        const review = await reviewPlan(planned, {
            ...{ context, stack: inputs.stack, terraformVersion: root.terraformVersion },
            ...{ github, history, log: runtime.log },
            openRecords: () => (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime),
        });
        const reviewed = await withReviewedVersion(review, job);
        if (reviewed !== undefined)
            return planAndApply(reviewed);
        const blocked = await reportBlocked(planned, review, { inputs, context, github, root });
        if (blocked !== undefined)
            return blocked;
        const run = { inputs, context, root, history, runtime };
        const outcome = await applyPlan(planned, review, { ...run, isLastAttempt: attempt >= MAX_PLANS });
        if (outcome !== 'stale')
            return outcome;
        runtime.log.info('The state has changed since the plan, and nothing was applied. Planning again.');
    }
}
/** A release between the review and the merge must not change the plan. */
async function withReviewedVersion(review, job) {
    const { root, inputs, context, runtime } = job;
    const version = review.kind === 'changed' ? review.reviewedVersion : root.terraformVersion;
    const reviewed = (0,plan_engine/* parseEngineVersion */.w0)(version);
    // A plan of one engine is never applied by the other.
    if (version === root.terraformVersion || reviewed.engine !== root.engine)
        return undefined;
    if (!(await (0,terraform/* allowsVersion */.F8)(inputs, reviewed, runtime)))
        return undefined;
    runtime.log.info(`The plan was reviewed with ${root.engine.title} ${reviewed.version}. Planning again with that version.`);
    try {
        const other = await root.withVersion(reviewed.version);
        return { ...job, root: other, history: new ApplyHistory({ context, root: other, inputs }) };
    }
    catch (error) {
        if (!(error instanceof install/* NoTerraform */["in"]))
            throw error;
        runtime.log.info(error.message);
        return undefined;
    }
}


/***/ }),

/***/ 44884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ NO_COMMENT),
/* harmony export */   G: () => (/* binding */ postComment)
/* harmony export */ });
/* harmony import */ var _github_comment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47318);

const NO_COMMENT = { url: undefined, warnings: [] };
/** Returns a failure as a warning: the job summary has the same text. */
async function postComment(github, comment) {
    if (github === undefined)
        return { url: undefined, warnings: ['No comment was written: github-token is empty.'] };
    const outcome = await (0,_github_comment__WEBPACK_IMPORTED_MODULE_0__/* .upsertComment */ .l)(github, comment);
    if (outcome.kind === 'written')
        return { url: outcome.url, warnings: [] };
    return { url: undefined, warnings: outcome.kind === 'failed' ? [outcome.reason] : [] };
}


/***/ }),

/***/ 59411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ requireDeployBranch)
/* harmony export */ });
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40546);

const REASONS = {
    apply: 'deploys a merged commit, after the push to its branch',
    drift: 'compares the deployed resources with the deployed code',
};
const VERBS = { apply: 'deploy', drift: 'check' };
/**
 * Rejects a run for anything but the deployed branch.
 *
 * @throws InvalidInput
 */
function requireDeployBranch(context, { command, deployBranch }) {
    if (context.event === 'pull_request')
        throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`command: ${command} ${REASONS[command]}. On a pull request, use plan.`);
    const { ref, defaultBranch } = context;
    const branch = deployBranch ?? defaultBranch;
    const isBranch = ref.startsWith('refs/heads/') && !ref.startsWith('refs/heads/gh-readonly-queue/');
    if (isBranch && (branch === undefined || ref === `refs/heads/${branch}`))
        return;
    const expected = branch === undefined ? 'a branch' : `the branch ${branch}`;
    throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`command: ${command} runs for ${expected} only, and this run is for ${ref || 'no branch'}. To ${VERBS[command]} another branch, name it in the input deploy-branch.`);
}


/***/ }),

/***/ 90221:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  u: () => (/* binding */ openPlanRecords),
  x: () => (/* binding */ planRecord)
});

// EXTERNAL MODULE: ./src/aws/bucket.ts + 1 modules
var aws_bucket = __webpack_require__(17295);
// EXTERNAL MODULE: ./src/review/plan-record.ts
var plan_record = __webpack_require__(99823);
;// CONCATENATED MODULE: ./src/aws/plan-record-store.ts


/** The input `plan-records` is wrong. */
class InvalidRecordsUrl extends Error {
    name = 'InvalidRecordsUrl';
    reason = 'invalid-input';
}
/** A plan with 5,000 changes takes about 8 MiB. */
const MAX_RECORD_BYTES = 32 * 1024 * 1024;
const RECORD_ADVICE = ' Run plan on the pull request again. If the error remains, check which other programs write to the folder.';
/**
 * Objects `<repository>/<pull request>/<commit>/<stack>.json` below an S3 URL. Only the plan role may write them:
 * a record decides what may be applied. A later run replaces the record of an earlier one.
 */
class PlanRecordStore {
    prefix;
    bucket;
    /** @param url `s3://bucket/prefix/` @throws InvalidRecordsUrl */
    constructor(url, s3) {
        const { bucket, prefix } = parseRecordsUrl(url);
        this.prefix = prefix;
        this.bucket = new aws_bucket/* Bucket */.f(bucket, s3);
    }
    /** @returns the URL of the record @throws InvalidPlanRecord, AwsError */
    async write(record) {
        const key = this.keyOf(record);
        const url = `s3://${this.bucket.name}/${key}`;
        // Parsing drops other fields.
        const body = addContext(`${url} was not written`, '', () => (0,plan_record/* renderPlanRecord */.xH)((0,plan_record/* parsePlanRecord */.KL)((0,plan_record/* renderPlanRecord */.xH)(record))));
        const bytes = Buffer.byteLength(body);
        if (bytes > MAX_RECORD_BYTES) {
            throw new plan_record/* InvalidPlanRecord */.ES(`The record of this plan has ${bytes} bytes, more than the limit of ${MAX_RECORD_BYTES}: split the stack ${record.stack}.`);
        }
        await this.bucket.write(key, body);
        return url;
    }
    /** @throws InvalidPlanRecord, also for the record of another plan; AwsError */
    async read(wanted) {
        const key = this.keyOf(wanted);
        const body = await this.bucket.read(key, MAX_RECORD_BYTES);
        if (body === undefined)
            return undefined;
        return addContext(`s3://${this.bucket.name}/${key} is not a valid record of this plan`, RECORD_ADVICE, () => {
            const record = (0,plan_record/* parsePlanRecord */.KL)(body);
            const wrong = (0,plan_record/* subjectMismatches */.hx)(record, wanted);
            if (wrong.length > 0)
                throw new plan_record/* InvalidPlanRecord */.ES(`it is a record of ${wrong.join(', ')}`);
            return record;
        });
    }
    keyOf(subject) {
        const { repositoryId, pullNumber, headSha, stack } = addContext('A plan record cannot be stored', '', () => (0,plan_record/* checkPlanSubject */.cP)(subject));
        return `${this.prefix}${repositoryId}/${pullNumber}/${headSha}/${encodeURIComponent(stack)}.json`;
    }
}
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const RECORDS_URL = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*))?$/;
function parseRecordsUrl(url) {
    const [, bucket, prefix = ''] = RECORDS_URL.exec(url) ?? [];
    if (bucket === undefined || /^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(prefix)) {
        throw new InvalidRecordsUrl(`plan-records: '${url}' is not the URL of a folder in S3; expected, for example, s3://acme-terraform-state/plans/`);
    }
    return { bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` };
}
function addContext(meaning, advice, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof plan_record/* InvalidPlanRecord */.ES))
            throw error;
        throw new plan_record/* InvalidPlanRecord */.ES(`${meaning}: ${error.message}.${advice}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(64742);
// EXTERNAL MODULE: ./src/commands/stack/state-access.ts
var state_access = __webpack_require__(14507);
;// CONCATENATED MODULE: ./src/commands/stack/plan-records.ts




/**
 * @param url default: `plans/` in the state's bucket
 * @returns undefined without a URL and a state in S3
 * @throws InvalidRecordsUrl, AwsError
 */
async function openPlanRecords(root, url, runtime) {
    const access = await root.stateAccess();
    const folder = url ?? (access && `s3://${access.backend.bucket}/plans/`);
    if (folder === undefined)
        return undefined;
    const s3 = access?.s3 ?? new aws_bucket/* S3Connection */.t(await root.s3Session(), (0,state_access/* awsRuntime */.se)(runtime));
    return new PlanRecordStore(folder, s3);
}
function planRecord({ counts, fingerprint, target, ...sealed }, { context, root, salt, createdAt }) {
    return {
        repositoryId: Number(context.repository.id),
        pullNumber: context.number,
        headSha: context.headSha,
        stack: root.inputs.stack,
        runId: Number(context.runId),
        runAttempt: Number(context.runAttempt),
        terraformVersion: root.terraformVersion,
        target,
        fingerprint,
        salt,
        entries: (0,plan_digest/* planEntries */.W9)(sealed, salt),
        counts: Object.fromEntries(Object.entries(counts).filter(isNumber)),
        createdAt,
    };
}
const isNumber = (entry) => typeof entry[1] === 'number';


/***/ }),

/***/ 72011:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  T: () => (/* binding */ readOutputs),
  f: () => (/* binding */ readPlannedOutputs)
});

// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(82877);
;// CONCATENATED MODULE: ./src/plan/planned-outputs.ts


/**
 * Returns the values of the root module's outputs after the plan, without sensitive and unknown ones.
 *
 * @param json of `terraform show -json <plan file>`
 */
function plannedOutputs(json) {
    const outputs = (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(JSON.parse(json), 'planned_values'), 'outputs');
    if (!(0,text_json/* isRecord */.u4)(outputs))
        return {};
    return Object.fromEntries(Object.entries(outputs)
        .filter(([, output]) => (0,plan_json/* field */.ZZ)(output, 'sensitive') !== true && (0,plan_json/* field */.ZZ)(output, 'value') !== undefined)
        .map(([name, output]) => [name, (0,plan_json/* field */.ZZ)(output, 'value')]));
}

// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(53326);
;// CONCATENATED MODULE: ./src/commands/stack/stack-outputs.ts


/**
 * Reads the outputs in the state.
 *
 * @param listedNames outputs to include as they are; the values of sensitive ones are masked in the log
 */
async function readOutputs({ terraform, secrets }, listedNames) {
    const outputs = await terraform.output().catch(() => new Map());
    const listed = {};
    const others = {};
    for (const [name, { value, sensitive }] of outputs) {
        if (!listedNames.includes(name)) {
            if (!sensitive)
                others[name] = value;
            continue;
        }
        if (sensitive)
            secrets.add(stringsIn(value));
        listed[name] = value;
    }
    const { values, warnings } = maskOutputs(others, secrets);
    return { json: JSON.stringify({ ...values, ...listed }), warnings: warnings.map(listInstead) };
}
/**
 * Returns the outputs that a plan knows.
 *
 * @param json of `terraform show -json <plan file>`
 */
function readPlannedOutputs(json, secrets) {
    const { values, warnings } = maskOutputs(plannedOutputs(json), secrets);
    return { json: JSON.stringify(values), warnings };
}
/** `nonsensitive()` and providers remove the mark of a value. */
function maskOutputs(outputs, secrets) {
    const values = Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, (0,redact/* redactValues */.se)(value, secrets)]));
    const masked = Object.keys(outputs).filter((name) => JSON.stringify(values[name]) !== JSON.stringify(outputs[name]));
    if (masked.length === 0)
        return { values, warnings: [] };
    return {
        values,
        warnings: [
            `Outputs contain sensitive values, which are masked in terraform-outputs: ${masked.join(', ')}.`,
        ],
    };
}
const listInstead = (warning) => `${warning} List an output in sensitive-outputs if a later step of the job needs its value.`;
function stringsIn(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(stringsIn);
}


/***/ }),

/***/ 66675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bg: () => (/* binding */ commitToBranch),
/* harmony export */   Rs: () => (/* binding */ getBranchHead),
/* harmony export */   _T: () => (/* binding */ readFileAt),
/* harmony export */   hR: () => (/* binding */ listCommitsBetween),
/* harmony export */   jr: () => (/* binding */ listBranches),
/* harmony export */   kC: () => (/* binding */ compareCommits),
/* harmony export */   kt: () => (/* binding */ createCommit),
/* harmony export */   yM: () => (/* binding */ listCommitMessages)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _retry_write__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63859);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



/** Returns the head of a branch, if the branch exists. */
async function getBranchHead(github, branch) {
    const ref = `heads/${branch}`;
    const data = await undefinedIfNotFound(github.octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...github.repo, ref }));
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'object', 'sha');
}
/**
 * Lists the branches whose names begin with a prefix.
 *
 * @throws GitHubError
 */
async function listBranches(github, prefix) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/git/matching-refs/{ref}', {
        ...github.repo,
        ref: `heads/${prefix}`,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(data).flatMap((one) => /^refs\/heads\/(.+)$/s.exec((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'ref') ?? '')?.[1] ?? []);
}
/**
 * Compares two commits, branches or tags.
 *
 * @returns the position of `head`, as in `ahead`; undefined if one of them does not exist
 */
async function compareCommits(github, base, head) {
    const basehead = `${base}...${head}`;
    const data = await undefinedIfNotFound(github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...github.repo,
        basehead,
        per_page: 1,
    }));
    const status = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'status');
    return ['ahead', 'behind', 'identical', 'diverged'].find((one) => one === status);
}
/** Returns the commits after `base` up to `head`, oldest first; undefined if `base` is not before `head`. */
async function listCommitsBetween(github, { base, head }) {
    const data = await undefinedIfNotFound(github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...github.repo,
        basehead: `${base}...${head}`,
        per_page: 100,
    }));
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'status') !== 'ahead')
        return undefined;
    const commits = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(data, 'commits')).flatMap((one) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'sha') ?? []);
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'ahead_by') === commits.length ? commits : undefined;
}
/** Reads a file of a commit, if it exists. */
async function readFileAt(github, { path, sha }) {
    const data = await undefinedIfNotFound(github.octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...github.repo, path, ref: sha }));
    const content = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'content');
    return content === undefined ? undefined : Buffer.from(content, 'base64').toString('utf8');
}
/** Creates a commit without a branch. GitHub signs commits of apps that set no author. */
async function createCommit(github, parent, { path, content, message }) {
    const { data: base } = await github.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
        ...github.repo,
        commit_sha: parent,
    });
    const { data: tree } = await github.octokit.request('POST /repos/{owner}/{repo}/git/trees', {
        ...github.repo,
        base_tree: base.tree.sha,
        tree: [{ path, mode: '100644', type: 'blob', content }],
    });
    const { data: commit } = await github.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
        ...github.repo,
        message,
        tree: tree.sha,
        parents: [parent],
    });
    return commit.sha;
}
/** Moves a branch to a commit. */
async function moveBranch(github, { branch, sha, force }) {
    const ref = `heads/${branch}`;
    await github.octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
        ...github.repo,
        ref,
        sha,
        force,
    });
}
/** Lists the last hundred messages of commits that changed a file, newest first. */
async function listCommitMessages(github, { path, branch }) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits', {
        ...github.repo,
        path,
        sha: branch,
        per_page: 100,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(data).flatMap((one) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(one, 'commit', 'message') ?? []);
}
/**
 * Commits a file on top of a branch.
 *
 * @param old the content that the change is based on
 * @returns the commit; undefined if the file has another content now
 * @throws GitHubError
 */
async function commitToBranch(github, branch, { old, ...change }) {
    const commit = async () => {
        const head = await getBranchHead(github, branch);
        const current = head && (await readFileAt(github, { path: change.path, sha: head }));
        // An earlier attempt succeeded without a response.
        if (current === change.content)
            return head;
        if (head === undefined || current !== old)
            return undefined;
        const sha = await createCommit(github, head, change);
        await moveBranch(github, { branch, sha, force: false });
        return sha;
    };
    return (0,_retry_write__WEBPACK_IMPORTED_MODULE_1__/* .retryWrite */ .o)(github, commit, (error) => error.details.method !== 'GET' &&
        (error.isUncertain || /not a fast forward/i.test(error.serverMessage)));
}
async function undefinedIfNotFound(request) {
    try {
        return (await request).data;
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 47318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readComment),
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _octokit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);
/* harmony import */ var _own_content__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88987);
/* harmony import */ var _retry_write__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63859);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21789);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98488);






/** Updates the newest own comment on a topic and stack, or creates one. */
async function upsertComment(github, request) {
    try {
        return await writeComment(github, request);
    }
    catch (error) {
        if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
            throw error;
        return { kind: 'failed', reason: explainFailure(error, request) };
    }
}
async function writeComment(github, request) {
    const target = { pull: request.pull, marker: (0,_own_content__WEBPACK_IMPORTED_MODULE_2__/* .markerOf */ .we)(request.topic, request.stack) };
    const body = `${target.marker}\n${request.body}`;
    return (0,_retry_write__WEBPACK_IMPORTED_MODULE_3__/* .retryWrite */ .o)(github, async () => {
        const own = await findOwnComments(github, target);
        const newest = own.at(-1);
        if (newest === undefined && request.whenMissing === 'skip')
            return { kind: 'absent' };
        const isReplaced = request.whenPresent === 'replace' && newest?.body !== body;
        if (newest === undefined || isReplaced)
            return createComment(github, target, body);
        const url = newest.body === body ? newest.url : await editComment(github, newest.id, body);
        return { kind: 'written', url, superseded: await supersede(github, own.slice(0, -1), target.marker) };
    });
}
/**
 * Reads the newest own comment on a topic and stack, without its marker.
 *
 * @throws GitHubError
 */
async function readComment(github, { pull, topic, stack }) {
    const marker = (0,_own_content__WEBPACK_IMPORTED_MODULE_2__/* .markerOf */ .we)(topic, stack);
    const own = await findOwnComments(github, { pull, marker });
    return own.at(-1)?.body.slice(marker.length + 1);
}
const findOwnComments = (github, { pull, marker }, ownerId) => (0,_own_content__WEBPACK_IMPORTED_MODULE_2__/* .findOwnContent */ .Bj)(github, { marker, ownerId }, (select) => github.octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...github.repo, issue_number: pull, per_page: 100 }, select));
async function createComment(github, target, body) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: target.pull,
        body,
    });
    // A concurrent run may have created one too. The last run sees both.
    const own = await findOwnComments(github, target, (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .numberAt */ .tk)(data, 'user', 'id')).catch(_own_content__WEBPACK_IMPORTED_MODULE_2__/* .noneOnGitHubError */ .xI);
    const superseded = await supersede(github, own.slice(0, -1), target.marker);
    return { kind: 'written', url: own.at(-1)?.url ?? (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(data, 'html_url') ?? '', superseded };
}
async function editComment(github, id, body) {
    const { data } = await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id,
        body,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(data, 'html_url') ?? '';
}
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`;
/** Collapses comments and removes their marker, so that no run edits them again. */
async function supersede(github, comments, marker) {
    let count = 0;
    for (const { id, nodeId, body } of comments) {
        try {
            await (0,_octokit__WEBPACK_IMPORTED_MODULE_1__/* .graphql */ .U)(github, MINIMIZE, { id: nodeId });
            await editComment(github, id, body.replace(marker, _own_content__WEBPACK_IMPORTED_MODULE_2__/* .SUPERSEDED */ .ls));
            count += 1;
        }
        catch (error) {
            // The next run tries again.
            if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
                throw error;
        }
    }
    return count;
}
function explainFailure(error, { pull, body }) {
    if (error.status === 422 && /too long/i.test(error.serverMessage)) {
        return `The comment on pull request #${pull} is too long for GitHub (${body.length} characters): ${(0,_text_format__WEBPACK_IMPORTED_MODULE_4__/* .withoutFullStop */ .Qu)(error.serverMessage)}.`;
    }
    if (error.status === 403 && /locked/i.test(error.serverMessage)) {
        return `Pull request #${pull} was not commented because its conversation is locked. Unlock it and re-run the job.`;
    }
    return `Pull request #${pull} was not commented. ${error.message}`;
}


/***/ }),

/***/ 52524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ getHeadSha),
/* harmony export */   g_: () => (/* binding */ findMergedPullRequest),
/* harmony export */   wj: () => (/* binding */ readPullRequestState)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** GitHub's commit index lags behind a merge by seconds. */
const INDEX_LAG_MS = [1_000, 2_000, 4_000, 8_000];
/**
 * Finds the pull request that was merged as a commit, with any merge method.
 *
 * @throws GitHubError
 */
async function findMergedPullRequest(github, commit, { waitsMs } = { waitsMs: INDEX_LAG_MS }) {
    for (let attempt = 0;; attempt++) {
        const candidates = await listPullRequests(github, commit.sha);
        const merged = await findMergers(github, commit, candidates);
        const [pull, ...others] = merged;
        if (pull !== undefined && others.length === 0)
            return { kind: 'found', pull };
        if (pull !== undefined)
            return { kind: 'several', pulls: merged, reason: describeAmbiguity(commit, merged) };
        const waitMs = waitsMs[attempt];
        if (waitMs === undefined)
            return { kind: 'none', reason: describeAbsence(commit, candidates) };
        await github.clock.sleep(waitMs);
    }
}
/**
 * Returns the head commit of a pull request.
 *
 * @throws GitHubError
 */
async function getHeadSha(github, pull) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'head', 'sha');
}
/**
 * Reads whether a pull request comes from a fork, and whether it is closed.
 *
 * @throws GitHubError
 */
async function readPullRequestState(github, pull) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull,
    });
    return { isFork: isFromFork(data), isClosed: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'state') === 'closed' };
}
/** GitHub returns null for the repository of a deleted fork. */
function isFromFork(data) {
    const headRepository = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'head', 'repo', 'id');
    return headRepository === undefined || headRepository !== (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'base', 'repo', 'id');
}
async function listPullRequests(github, sha) {
    try {
        const found = await github.octokit.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { ...github.repo, commit_sha: sha, per_page: 100 }, ({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).flatMap(parseCandidate));
        const here = `${github.repo.owner}/${github.repo.repo}`.toLowerCase();
        return found.filter(({ baseRepository }) => baseRepository.toLowerCase() === here);
    }
    catch (error) {
        // The index does not contain the commit yet.
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422)
            return [];
        throw error;
    }
}
function parseCandidate(data) {
    const number = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'number');
    const [headSha, baseRef] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'head', 'sha'), (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'base', 'ref')];
    if (number === undefined || headSha === undefined || baseRef === undefined)
        return [];
    return [
        {
            number,
            headSha,
            baseRef,
            isFork: isFromFork(data),
            baseRepository: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'base', 'repo', 'full_name') ?? '',
            title: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'title') ?? '',
            author: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'user', 'login') ?? 'ghost',
            url: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'html_url') ?? '',
            state: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'state') ?? '',
            mergeSha: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'merge_commit_sha'),
            mergedAt: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'merged_at'),
        },
    ];
}
/**
 * `merge_commit_sha` is the merge commit, the squashed commit, or the last rebased commit.
 * Other rebased commits need a comparison.
 */
async function findMergers(github, { sha, baseRef }, candidates) {
    const merged = candidates.filter((candidate) => candidate.baseRef === baseRef).flatMap(asMerged);
    const direct = merged.filter(({ mergeSha }) => mergeSha === sha);
    if (direct.length > 0)
        return direct;
    const rebased = [];
    for (const pull of merged)
        if (await isWithinRebase(github, pull, sha))
            rebased.push(pull);
    return rebased;
}
function asMerged({ mergeSha, mergedAt, ...candidate }) {
    if (mergeSha === undefined || mergedAt === undefined)
        return [];
    const { number, title, author, url, isFork, headSha } = candidate;
    return [{ number, title, author, url, isFork, headSha, mergeSha, mergedAt }];
}
/** A rebase of n commits ends with n commits, none of which is a merge commit. */
async function isWithinRebase(github, pull, sha) {
    const { data: details } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull.number,
    });
    const { data: range } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...github.repo,
        basehead: `${sha}...${pull.mergeSha}`,
        per_page: 100,
    });
    const isLinear = range.commits.every(({ parents }) => parents.length === 1);
    return range.status === 'ahead' && isLinear && range.ahead_by < details.commits;
}
function describeAmbiguity({ sha }, pulls) {
    const numbers = pulls.map(({ number }) => `#${number}`).join(' and ');
    return (`Commit ${sha} was merged by ${numbers} together, because GitHub merges all pull requests with the same commits. ` +
        'The reviewed one is unknown. Merge a new pull request.');
}
function describeAbsence({ sha, baseRef }, candidates) {
    const findings = candidates.map((candidate) => {
        const { number, state, mergedAt, baseRef: other } = candidate;
        if (other !== baseRef)
            return `#${number} is for the branch ${other}`;
        return mergedAt === undefined
            ? `#${number} is ${state} and not merged`
            : `#${number} was merged as other commits`;
    });
    const details = findings.length === 0 ? 'GitHub finds no pull request with this commit' : findings.join(', ');
    return `No pull request was merged to ${baseRef} as commit ${sha}: ${details}.`;
}


/***/ }),

/***/ 25426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ listApprovals),
/* harmony export */   b: () => (/* binding */ findLastApproval)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/**
 * Returns the approvals of a pull request, oldest first.
 *
 * @throws GitHubError
 */
async function listApprovals(github, pull) {
    const approvals = await github.octokit.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { ...github.repo, pull_number: pull, per_page: 100 }, ({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(data).flatMap(parseApproval));
    return approvals.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}
/**
 * Returns the last approval of a pull request's head commit.
 *
 * @throws GitHubError
 */
async function findLastApproval(github, { number, headSha }) {
    const approvals = await listApprovals(github, number);
    return approvals.filter(({ commit }) => commit === headSha).at(-1);
}
function parseApproval(review) {
    const [at, commit] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'submitted_at'), (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'commit_id')];
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'state') !== 'APPROVED' || at === undefined || commit === undefined)
        return [];
    return [{ login: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'user', 'login') ?? 'ghost', at, commit }];
}


/***/ }),

/***/ 64742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ comparePlans),
/* harmony export */   TU: () => (/* binding */ hashAttribute),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   eq: () => (/* binding */ recordNames),
/* harmony export */   uQ: () => (/* binding */ recordRedactor),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_instance_key__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22214);
/* harmony import */ var _text_redact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53326);
/* harmony import */ var _text_secret_parts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71572);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21789);
/* harmony import */ var _plan_content__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18969);






/**
 * Computes HMAC-SHA-256 in hexadecimal. A secret salt prevents guessing short texts.
 *
 * @param salt random, new for each record
 */
function hmac(text, salt) {
    if (salt.length < 16)
        throw new Error('the salt is shorter than 16 characters; use 32 random bytes');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salt).update(text).digest('hex');
}
/** Computes the hash of an attribute. */
const hashAttribute = (name, content, salt) => hmac(`${name}=${content}`, salt).slice(0, 16);
/** Returns a function that masks the secrets of a plan, which is the same for equal plans. */
const recordRedactor = ({ secrets }) => (0,_text_redact__WEBPACK_IMPORTED_MODULE_1__/* .createRedactor */ .lY)([...secrets, ...secrets.flatMap(_text_secret_parts__WEBPACK_IMPORTED_MODULE_3__/* .secretParts */ .B)]).redact;
/**
 * Returns a function from the name of a change to its name in a record. A hash takes the place
 * of a secret in an instance key.
 */
function recordNames(redact, salt) {
    return (name) => {
        const clean = (0,_plan_instance_key__WEBPACK_IMPORTED_MODULE_4__/* .replaceInstanceKeys */ .C)(name, redact);
        return clean === name ? name : `${clean} (${hmac(name, salt).slice(0, 16)})`;
    };
}
/** Hashes the changes of a plan for its record. */
function planEntries(sealed, salt) {
    const redact = recordRedactor(sealed.plan);
    const nameOf = recordNames(redact, salt);
    return new Map((0,_plan_content__WEBPACK_IMPORTED_MODULE_2__/* .planContent */ .nE)(sealed).map(({ name, kind, attributes, content, unknown, identity, created, removed }) => {
        const hashes = attributes.map(([attribute, value]) => [
            attribute,
            hashAttribute(attribute, value, salt),
        ]);
        const hashed = {
            hash: hmac(content, salt),
            attributes: Object.fromEntries(hashes),
            identityHash: hmac(identity, salt),
            createdHash: created && hmac(created, salt),
            removedHash: removed && hmac(removed, salt),
        };
        const masks = (0,_text_redact__WEBPACK_IMPORTED_MODULE_1__/* .redactDeep */ .KL)(unknown, redact);
        return [nameOf(name), { kind, unknown: (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(masks) ? masks : {}, ...hashed }];
    }));
}
/** Compares two plans that were hashed with the same salt. */
function comparePlans(reviewed, fresh) {
    const addresses = [...new Set([...reviewed.keys(), ...fresh.keys()])].sort();
    return addresses.flatMap((address) => compareEntries(address, reviewed.get(address), fresh.get(address)));
}
function compareEntries(address, reviewed, fresh) {
    if (reviewed?.hash === fresh?.hash)
        return [];
    const both = { address, reviewedKind: reviewed?.kind, freshKind: fresh?.kind, attributes: [] };
    if (reviewed === undefined)
        return [{ ...both, differs: 'only-fresh' }];
    if (fresh === undefined)
        return [{ ...both, differs: 'only-reviewed' }];
    if (reviewed.kind !== fresh.kind)
        return [{ ...both, differs: 'kind' }];
    const names = [...new Set([...Object.keys(reviewed.attributes), ...Object.keys(fresh.attributes)])].sort();
    const attributes = names.filter((name) => reviewed.attributes[name] !== fresh.attributes[name]);
    return [{ ...both, differs: 'values', attributes }];
}


/***/ }),

/***/ 99823:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ InvalidPlanRecord),
/* harmony export */   KL: () => (/* binding */ parsePlanRecord),
/* harmony export */   cP: () => (/* binding */ checkPlanSubject),
/* harmony export */   hx: () => (/* binding */ subjectMismatches),
/* harmony export */   xH: () => (/* binding */ renderPlanRecord)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64212);


/** Thrown for an invalid record, or that of another plan. */
class InvalidPlanRecord extends Error {
    name = 'InvalidPlanRecord';
    reason = 'not-reviewed';
}
/** Increment it if a field changes its name or meaning. */
const RECORD_VERSION = 4;
const MAX_STACK_LENGTH = 200;
const MAX_STATE_LENGTH = 4_000;
const MAX_MASK_DEPTH = 100;
/** Serializes a record as JSON. */
function renderPlanRecord(record) {
    return JSON.stringify({ ...record, version: RECORD_VERSION, entries: Object.fromEntries(record.entries) });
}
/**
 * Parses an untrusted record. Unknown fields are dropped.
 *
 * @throws InvalidPlanRecord
 */
function parsePlanRecord(body) {
    const record = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseJson */ .qF)(body);
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(record))
        throw new InvalidPlanRecord('it is not a JSON object');
    if (record['version'] !== RECORD_VERSION) {
        const version = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(String(record['version']));
        throw new InvalidPlanRecord(`it was recorded by another version of the action (record version ${version}, this action reads ${RECORD_VERSION})`);
    }
    return {
        ...checkPlanSubject(record),
        runId: requireField(record['runId'], 'runId', isId),
        runAttempt: requireField(record['runAttempt'], 'runAttempt', isId),
        terraformVersion: requireField(record['terraformVersion'], 'terraformVersion', isWord),
        target: parseTarget(record['target']),
        fingerprint: requireField(record['fingerprint'], 'fingerprint', isWord),
        salt: requireField(record['salt'], 'salt', isWord),
        entries: new Map(Object.entries(mapValues(record['entries'], 'entries', parseEntry))),
        counts: mapValues(record['counts'], 'counts', (count, label) => requireField(count, label, isCount)),
        createdAt: new Date(requireField(record['createdAt'], 'createdAt', isTime)),
    };
}
function parseTarget(value) {
    const { workspace, account, region, state } = requireField(value, 'target', _text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
    const optional = (field, name) => field === undefined ? undefined : requireField(field, `target.${name}`, isWord);
    return {
        workspace: requireField(workspace, 'target.workspace', isStack),
        account: optional(account, 'account'),
        region: optional(region, 'region'),
        state: requireField(state, 'target.state', isAddress),
    };
}
function parseEntry(value, label) {
    const { kind, hash, attributes, unknown, identityHash, createdHash, removedHash } = requireField(value, label, _text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4);
    const optionalHash = (field, name) => field === undefined ? undefined : requireField(field, `${label}.${name}`, isWord);
    return {
        kind: requireField(kind, `${label}.kind`, isWord),
        hash: requireField(hash, `${label}.hash`, isWord),
        attributes: mapValues(attributes, `${label}.attributes`, (one, name) => requireField(one, name, isWord)),
        unknown: mapValues(unknown, `${label}.unknown`, (one, name) => requireField(one, name, isMask)),
        identityHash: requireField(identityHash, `${label}.identityHash`, isWord),
        createdHash: optionalHash(createdHash, 'createdHash'),
        removedHash: optionalHash(removedHash, 'removedHash'),
    };
}
/**
 * Validates the key of a record.
 *
 * @throws InvalidPlanRecord
 */
function checkPlanSubject(subject) {
    return {
        repositoryId: requireField(subject.repositoryId, 'repositoryId', isId),
        pullNumber: requireField(subject.pullNumber, 'pullNumber', isId),
        headSha: requireField(subject.headSha, 'headSha', isSha),
        stack: requireField(subject.stack, 'stack', isStack),
    };
}
/** Returns the differences between two keys, as in `pull request 8 instead of 7`. */
function subjectMismatches(record, wanted) {
    const differs = (name, is, asked) => is === asked ? [] : [(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(`${name} ${is} instead of ${asked}`)];
    return [
        ...differs('repository', record.repositoryId, wanted.repositoryId),
        ...differs('pull request', record.pullNumber, wanted.pullNumber),
        ...differs('commit', record.headSha, wanted.headSha),
        ...differs('stack', record.stack, wanted.stack),
    ];
}
function requireField(value, label, is) {
    if (is(value))
        return value;
    throw new InvalidPlanRecord(`its field ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(label)} is missing or invalid`);
}
function mapValues(value, label, read) {
    const entries = Object.entries(requireField(value, label, _text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4));
    // Assignment would set the prototype for an entry named __proto__.
    return Object.fromEntries(entries.map(([name, one]) => [name, read(one, `${label}['${name}']`)]));
}
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isId = (value) => isCount(value) && value > 0;
const isText = (value) => typeof value === 'string';
const isSha = (value) => isText(value) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const isStack = (value) => isText(value) && value !== '' && value.length <= MAX_STACK_LENGTH;
// Short and printable, so that messages can quote it.
const isWord = (value) => isText(value) && /^[\w.:/+=-]{1,200}$/.test(value);
const isAddress = (value) => isText(value) && value !== '' && value.length <= MAX_STATE_LENGTH;
const isMask = (value) => isMaskWithin(value, MAX_MASK_DEPTH);
/** A forged record can nest deeper than the stack. */
function isMaskWithin(value, depth) {
    if (typeof value === 'boolean')
        return true;
    if (depth === 0 || !(Array.isArray(value) || (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value)))
        return false;
    return Object.values(value).every((one) => isMaskWithin(one, depth - 1));
}
const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));


/***/ }),

/***/ 59755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ compareTargets)
/* harmony export */ });
const NAMES = {
    workspace: 'workspace',
    account: 'AWS account',
    region: 'AWS region',
    state: 'state',
};
/** Compares the targets of the reviewed and the fresh plan. */
function compareTargets(reviewed, fresh) {
    const fields = ['workspace', 'account', 'region', 'state'];
    return fields
        .filter((field) => reviewed[field] !== fresh[field])
        .map((field) => ({
        name: NAMES[field],
        reviewed: reviewed[field] ?? 'unknown',
        fresh: fresh[field] ?? 'unknown',
    }));
}


/***/ })

};

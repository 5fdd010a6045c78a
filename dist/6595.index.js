export const id = 6595;
export const ids = [6595];
export const modules = {

/***/ 66595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(64742);
// EXTERNAL MODULE: ./src/review/plan-record.ts
var plan_record = __webpack_require__(99823);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/outcome.ts
var outcome = __webpack_require__(28786);
// EXTERNAL MODULE: ./src/commands/stack/comment.ts
var stack_comment = __webpack_require__(44884);
// EXTERNAL MODULE: ./src/commands/stack/plan-outcome.ts + 20 modules
var plan_outcome = __webpack_require__(32189);
// EXTERNAL MODULE: ./src/commands/stack/input-warnings.ts
var input_warnings = __webpack_require__(7387);
// EXTERNAL MODULE: ./src/commands/stack/plan-records.ts + 1 modules
var plan_records = __webpack_require__(90221);
// EXTERNAL MODULE: ./src/commands/stack/stack-outputs.ts + 1 modules
var stack_outputs = __webpack_require__(72011);
// EXTERNAL MODULE: ./src/commands/stack/plan-options.ts
var plan_options = __webpack_require__(80877);
// EXTERNAL MODULE: ./src/commands/stack/terraform-root.ts + 3 modules
var terraform_root = __webpack_require__(40884);
// EXTERNAL MODULE: ./src/commands/plan/earlier-comment.ts
var earlier_comment = __webpack_require__(7312);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/reviews.ts
var reviews = __webpack_require__(25426);
// EXTERNAL MODULE: ./src/review/plan-snapshot.ts
var plan_snapshot = __webpack_require__(5534);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
// EXTERNAL MODULE: ./src/commands/plan/differences.ts
var plan_differences = __webpack_require__(76960);
;// CONCATENATED MODULE: ./src/commands/plan/earlier-review.ts










/** Finds out what has changed since an earlier plan, and whether an approval came before this plan of its commit. */
async function findEarlierReview(planned, earlier, secrets) {
    const { headSha } = earlier.context;
    const [record, approvals] = [await readRecord(earlier), await readApprovals(earlier)];
    const current = (0,plan_snapshot/* takeSnapshot */.W9)(planned, { commit: headSha, secrets });
    const { comment } = earlier;
    const isSame = record?.fingerprint === planned.fingerprint;
    const differences = record === undefined
        ? (0,earlier_comment/* describeOtherPlan */.H7)(current, comment)
        : [describeDifferences(planned, record, earlier.terraformVersion)];
    const approval = approvals.filter(({ commit }) => commit === headSha).at(-1);
    const replaced = isSame
        ? []
        : [...differences, ...(approval === undefined ? [] : [describeApproval(approval)])];
    return {
        plannedAt: isSame ? record.createdAt : undefined,
        notes: [...replaced, ...(0,earlier_comment/* describeChangesSince */.vz)(current, comment, approvals)].map((note) => secrets.redact(note)),
        isReplaced: replaced.length > 0,
        snapshots: (0,earlier_comment/* nextSnapshots */.vB)(current, comment, approvals),
    };
}
/** A plan role may write records and not read them. */
async function readRecord({ context, records, stack }) {
    const subject = {
        ...{ repositoryId: Number(context.repository.id), stack },
        ...{ pullNumber: context.number, headSha: context.headSha },
    };
    return records?.read(subject).catch((error) => {
        if (error instanceof aws_error/* AwsError */.Gy || error instanceof plan_record/* InvalidPlanRecord */.ES)
            return undefined;
        throw error;
    });
}
/** The comment is more important than the note in it. */
async function readApprovals({ context, github }) {
    if (github === undefined)
        return [];
    return (0,reviews/* listApprovals */.P)(github, context.number).catch((error) => {
        if (error instanceof github_error/* GitHubError */.y_)
            return [];
        throw error;
    });
}
function describeDifferences(planned, record, freshVersion) {
    const otherTarget = (0,plan_differences/* describeOtherTarget */.Z)(record.target, planned.target);
    if (otherTarget !== undefined)
        return otherTarget;
    const [reviewed, fresh] = [(0,footer/* formatEngine */.w7)(record.terraformVersion), (0,footer/* formatEngine */.w7)(freshVersion)];
    const versions = reviewed === fresh ? '' : `, which was made with ${reviewed} and not ${fresh}`;
    return (0,plan_differences/* renderDifferences */.h)((0,plan_digest/* comparePlans */.OA)(record.entries, (0,plan_digest/* planEntries */.W9)(planned, record.salt)), `This plan differs from the plan of ${record.createdAt.toISOString()}** for the same commit${versions}`);
}
const describeApproval = ({ login, at }) => [
    '> [!WARNING]',
    `> **Planned after the approval by ${(0,markdown/* codeSpan */.SS)(login)}** at ${at}. If a review is required, \`apply\` rejects this plan until it is approved again.`,
].join('\n');

// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(48911);
;// CONCATENATED MODULE: ./src/commands/plan/empty-state.ts

/** Distinguishes a new stack from one whose state was emptied. @returns Markdown for the comment */
async function describeEmptyState({ plan }, root) {
    if (plan.hasState)
        return [];
    const remote = await (0,state_status/* readRemoteState */.ch)(() => root.stateAccess());
    if ('reason' in remote || remote.serial === undefined)
        return [];
    return [
        `The state exists, with serial ${remote.serial}, and has no resources. A cancelled first plan and a destroy leave such a state, and it is used. If the stack is deployed, restore an earlier version of the state before an apply.`,
    ];
}

// EXTERNAL MODULE: ./src/commands/plan/failed-run.ts + 1 modules
var failed_run = __webpack_require__(81911);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(61177);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var terraform_error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/commands/stack/secrets.ts
var secrets = __webpack_require__(63212);
// EXTERNAL MODULE: ./src/commands/stack/terraform.ts + 5 modules
var stack_terraform = __webpack_require__(14822);
;// CONCATENATED MODULE: ./src/commands/plan/fork.ts







const EXPLANATION = 'This pull request comes from a fork. Forks get no credentials, because anyone can open a pull request from a fork. ' +
    'Only format and validity were checked. To see the plan, a member can push the branch to this repository.';
/** Checks format and validity of a pull request from a fork, without credentials. */
async function checkFork(inputs, runtime) {
    runtime.log.info(EXPLANATION);
    const { diagnostics, unformatted, engine } = await checkRoot(inputs, runtime);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const problems = [
        ...errors.map(({ summary }) => summary),
        ...(unformatted.length === 0 ? [] : [`not formatted: ${unformatted.join(', ')}`]),
    ];
    const lines = [...validityLines(errors, inputs.directory), ...formatLines(unformatted, engine)];
    return {
        outputs: {},
        summary: [`### ${engine.title} check · no plan for a fork`, EXPLANATION, lines.join('\n')].join('\n\n'),
        warnings: [],
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, (text) => text),
        failure: problems.length === 0
            ? undefined
            : { reason: 'terraform-failed', message: `${inputs.directory}: ${problems.join('; ')}` },
    };
}
function validityLines(errors, directory) {
    if (errors.length === 0)
        return ['- ✅ valid'];
    return errors.map(({ summary, range }) => {
        const position = range ? `${range.file}:${range.startLine}` : directory;
        return `- ❌ ${(0,markdown/* codeSpan */.SS)(position)}: ${(0,markdown/* codeSpan */.SS)(summary)}`;
    });
}
function formatLines(unformatted, { command }) {
    if (unformatted.length === 0)
        return ['- ✅ formatted'];
    return unformatted.map((file) => `- ❌ ${(0,markdown/* codeSpan */.SS)(file)} is not formatted. Run ${(0,markdown/* codeSpan */.SS)(`${command} fmt -recursive`)}.`);
}
async function checkRoot(inputs, runtime) {
    const tool = await (0,stack_terraform/* findTool */.SG)(inputs, runtime);
    const env = {
        ...(0,environment/* terraformEnvironment */.M)(runtime.env, 'none'),
        // An earlier step may have initialized the root's backend.
        TF_DATA_DIR: (0,external_node_path_.join)(tool.folder, 'terraform-data'),
    };
    const terraform = (0,stack_terraform/* openTerraform */.Np)(inputs.directory, { tool, env, secrets: new secrets/* Secrets */.S(runtime.log) }, runtime);
    try {
        await terraform.init({ backend: 'none' });
        return {
            diagnostics: await terraform.validate(),
            unformatted: await terraform.fmtCheck(),
            engine: tool.engine,
        };
    }
    catch (error) {
        // `init` reports syntax errors.
        if (!(error instanceof terraform_error/* TerraformFailed */.sM) || error.diagnostics.length === 0)
            throw error;
        return { diagnostics: error.diagnostics, unformatted: [], engine: tool.engine };
    }
}

// EXTERNAL MODULE: ./src/commands/plan/plan-context.ts
var plan_context = __webpack_require__(66559);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(82877);
// EXTERNAL MODULE: ./src/plan/redact-plan.ts
var redact_plan = __webpack_require__(89804);
;// CONCATENATED MODULE: ./src/commands/plan/plan-json.ts




/** Writes the plan as JSON, without secrets, for policy and cost programs in later steps. */
async function writePlanJson({ json }, root, { env, writeFile }) {
    const folder = env['RUNNER_TEMP'] ?? '';
    if (folder === '')
        return { path: '', warnings: [] };
    const path = (0,external_node_path_.join)(folder, `plan-${root.inputs.stack.replace(/[^\w.-]+/g, '-')}.json`);
    try {
        await writeFile(path, JSON.stringify((0,redact_plan/* redactPlan */.n)((0,plan_json/* parseJsonExactly */.OT)(json), root.secrets)));
        return { path, warnings: [] };
    }
    catch (error) {
        return { path: '', warnings: [`The plan could not be written as JSON (${(0,failure.messageOf)(error)}).`] };
    }
}

// EXTERNAL MODULE: ./src/github/branch.ts
var branch = __webpack_require__(66675);
// EXTERNAL MODULE: ./src/plan/setting.ts
var setting = __webpack_require__(27687);
// EXTERNAL MODULE: ./src/terraform/settings.ts + 2 modules
var terraform_settings = __webpack_require__(60348);
;// CONCATENATED MODULE: ./src/commands/plan/provider-updates.ts





/**
 * Compares the provider versions of a plan with the lock file of the base branch.
 *
 * @returns nothing if the base branch has no lock file, or if GitHub does not show it
 */
async function findProviderUpdates(settings, { context, github, directory, workspace }) {
    const folder = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, directory));
    const isOutside = folder.startsWith('..') || (0,external_node_path_.isAbsolute)(folder);
    if (context.event !== 'pull_request' || github === undefined || isOutside)
        return [];
    const path = (0,external_node_path_.join)(folder, terraform_settings/* LOCK_FILE */.FI).replaceAll(external_node_path_.sep, '/');
    const lock = await (0,branch/* readFileAt */._T)(github, { path, sha: context.baseRef }).catch((error) => {
        if (error instanceof github_error/* GitHubError */.y_)
            return undefined;
        throw error;
    });
    const base = new Map((0,terraform_settings/* lockedProviders */.hJ)(lock ?? '').map(({ name, content }) => [name, content]));
    if (base.size === 0)
        return [];
    return settings.flatMap(({ name, content: to }) => {
        const provider = (0,setting/* providerOf */.l)(name);
        const from = base.get(name);
        return provider === undefined || from === to ? [] : [{ provider, from, to }];
    });
}

;// CONCATENATED MODULE: ./src/commands/plan/second-plan.ts



/** plantimestamp() has a resolution of a second. */
const PAUSE_MS = 1_100;
/**
 * Plans again and finds values that differ in every plan, such as those of plantimestamp(), which `apply` can never match.
 *
 * @returns Markdown for the comment; nothing if both plans are equal
 */
async function findUnrepeatable(planned, root, { inputs, clock }) {
    await clock.sleep(PAUSE_MS);
    const second = await root.plan(inputs);
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const differences = (0,plan_digest/* comparePlans */.OA)((0,plan_digest/* planEntries */.W9)(planned, salt), (0,plan_digest/* planEntries */.W9)(second, salt));
    if (differences.length === 0)
        return [];
    return [
        root.secrets.redact((0,plan_differences/* renderDifferences */.h)(differences, 'A second plan of the same commit differs, so `apply` will reject this plan as `plan-changed`.** Remove values that are new in each plan')),
    ];
}

;// CONCATENATED MODULE: ./src/commands/plan/plan.ts
























/** Shows the plan on the pull request and records it for the review before the apply. */
async function plan(inputs, runtime) {
    const context = await (0,plan_context/* readPlanContext */.v)(inputs, runtime);
    const skipped = (0,plan_context/* skipPlan */.V)(context);
    if (skipped !== undefined)
        return skipped;
    if (context.event === 'pull_request' && context.isFork)
        return checkFork(inputs, runtime);
    try {
        return await planRoot(inputs, context, runtime);
    }
    catch (error) {
        await (0,failed_run.commentFailedRun)(error, inputs, { context, runtime });
        throw error;
    }
}
async function planRoot(inputs, context, runtime) {
    (0,plan_options/* rejectUnreviewable */.D)(runtime.env);
    const root = await terraform_root/* TerraformRoot */.z.open(inputs, runtime);
    const report = { inputs, context, root, runtime };
    try {
        await root.init('create');
        return (0,outcome/* redactOutcome */.Ah)(await reportPlan(await root.plan(inputs), report), root.secrets.redact);
    }
    catch (error) {
        const failure = (0,plan_outcome/* explainedFailure */.h_)(error, root.secrets.redact);
        if (failure === undefined)
            throw (0,outcome/* redactError */.ki)(error, root.secrets.redact);
        return await reportFailure(failure, report);
    }
    finally {
        await root.close();
    }
}
async function reportPlan(planned, report) {
    const { inputs, context, root, runtime } = report;
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const comment = await findEarlierComment(report);
    const earlier = await readEarlierReview(planned, comment, report);
    // Before the record: a commit whose second plan fails has none.
    const unrepeatable = inputs.planTwice ? await findUnrepeatable(planned, root, { inputs, ...runtime }) : [];
    const record = await writeRecord(planned, { salt, earlier }, report);
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(planned, root, {
        context,
        notes: [...record.notes, ...(await describeEmptyState(planned, root)), ...unrepeatable, ...earlier.notes],
        providerUpdates: await readProviderUpdates(planned, report),
        nowMs: runtime.clock.wallClockMs(),
    });
    // Without changes, a comment is only needed to replace an earlier one that shows changes.
    const whenMissing = inputs.comment === 'always' || planned.counts.hasChanges ? 'create' : 'skip';
    const whenPresent = earlier.isReplaced ? 'replace' : 'edit';
    const written = await commentOnPullRequest({ body: rendered.comment, whenMissing, whenPresent }, { ...comment, snapshots: earlier.snapshots }, report);
    const json = await writePlanJson(planned, root, runtime);
    const outputs = (0,stack_outputs/* readPlannedOutputs */.f)(planned.json, root.secrets);
    const parts = [record, json, outputs, written];
    return {
        outputs: {
            ...(0,plan_outcome/* countOutputs */.wo)(planned.counts),
            fingerprint: (0,plan_digest/* hmac */.w8)(planned.fingerprint, salt),
            'comment-url': written.url ?? '',
            summary: rendered.comment,
            record: record.url,
            'plan-json': json.path,
            'terraform-outputs': outputs.json,
        },
        summary: rendered.summary,
        warnings: [...(0,input_warnings/* inputWarnings */.c)(planned, inputs), ...parts.flatMap(({ warnings }) => warnings)],
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(planned.diagnostics, inputs.directory, root.secrets.redact),
        failure: record.failure,
    };
}
async function reportFailure(failure, report) {
    const { inputs, context, root } = report;
    const { reason, message, diagnostics } = failure;
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(failure, root, { context });
    const comment = await commentOnPullRequest({ body: rendered.comment, whenMissing: 'create' }, await findEarlierComment(report), report);
    return {
        outputs: { 'comment-url': comment.url ?? '', summary: rendered.comment },
        summary: rendered.summary,
        warnings: comment.warnings,
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, root.secrets.redact),
        failure: { reason, message },
    };
}
async function findEarlierComment({ inputs, context, runtime }) {
    if (inputs.comment === 'never' || context.event !== 'pull_request')
        return earlier_comment/* NO_EARLIER_COMMENT */.PE;
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const { number: pull, headSha } = context;
    return (0,earlier_comment/* readEarlierComment */.Uj)({ github, pull, headSha, stack: inputs.stack });
}
async function readProviderUpdates({ settings }, { inputs, context, runtime }) {
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const workspace = runtime.env['GITHUB_WORKSPACE'] || '.';
    return findProviderUpdates(settings, { context, github, directory: inputs.directory, workspace });
}
async function commentOnPullRequest(comment, { snapshots, newerHead }, { inputs, context, runtime }) {
    if (inputs.comment === 'never' || context.event !== 'pull_request')
        return stack_comment/* NO_COMMENT */.E;
    const { number: pull, headSha } = context;
    if (newerHead !== undefined)
        return {
            url: undefined,
            warnings: [
                `The comment on pull request #${pull} was left as it is: it shows the plan of the newer commit ${newerHead}, and this run planned ${headSha}.`,
            ],
        };
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const body = (0,earlier_comment/* withSnapshots */.GF)(comment.body, headSha, snapshots);
    return (0,stack_comment/* postComment */.G)(github, { pull, topic: 'plan', stack: inputs.stack, ...comment, body });
}
const NOT_RECORDED = 'The plan was not recorded, because the state is not in S3 and plan-records is not set. An apply cannot be compared with this plan.';
const NO_EARLIER_REVIEW = {
    ...{ plannedAt: undefined, notes: [], isReplaced: false },
    snapshots: [],
};
async function readEarlierReview(planned, comment, { inputs, context, root, runtime }) {
    if (context.event !== 'pull_request')
        return NO_EARLIER_REVIEW;
    const records = await (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime);
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const { terraformVersion } = root;
    const earlier = { context, records, github, comment, stack: inputs.stack, terraformVersion };
    return findEarlierReview(planned, earlier, root.secrets);
}
async function writeRecord(planned, { salt, earlier }, { inputs, context, root, runtime }) {
    const none = { url: '', warnings: [], notes: [], failure: undefined };
    if (context.event !== 'pull_request')
        return none;
    const records = await (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime);
    if (records === undefined)
        return { ...none, warnings: [NOT_RECORDED] };
    const createdAt = earlier.plannedAt ?? new Date(runtime.clock.wallClockMs());
    try {
        const url = await records.write((0,plan_records/* planRecord */.x)(planned, { context, root, salt, createdAt }));
        runtime.log.info(`The plan is recorded in ${url}`);
        return { ...none, url };
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsError */.Gy || error instanceof plan_record/* InvalidPlanRecord */.ES))
            throw error;
        // Without a comment, that of an earlier commit would pass for this one's.
        return { ...none, notes: [root.secrets.redact(describeUnrecorded(error))], failure: failureOf(error) };
    }
}
const failureOf = (error) => ({
    reason: (0,failure.reasonOf)(error),
    message: `The plan is shown and was not recorded, so it cannot be applied. ${(0,failure.messageOf)(error)}`,
});
const describeUnrecorded = (error) => [
    '> [!CAUTION]',
    '> **This plan was not recorded**, so `apply` cannot compare it with the plan after the merge. Fix the cause and re-run the job.',
    '>',
    `> ${(0,markdown/* escapeMarkdown */.FV)((0,failure.messageOf)(error))}`,
].join('\n');


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


/***/ })

};

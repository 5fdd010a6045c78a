export const id = 757;
export const ids = [757];
export const modules = {

/***/ 757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 8 modules
var inputs = __webpack_require__(73232);
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

// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(64742);
// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/stack/comment.ts + 1 modules
var stack_comment = __webpack_require__(49915);
// EXTERNAL MODULE: ./src/commands/stack/plan-outcome.ts + 19 modules
var plan_outcome = __webpack_require__(5070);
// EXTERNAL MODULE: ./src/commands/stack/input-warnings.ts
var input_warnings = __webpack_require__(7387);
// EXTERNAL MODULE: ./src/commands/stack/plan-records.ts + 1 modules
var plan_records = __webpack_require__(90221);
// EXTERNAL MODULE: ./src/commands/stack/terraform-root.ts + 6 modules
var terraform_root = __webpack_require__(50978);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/reviews.ts
var reviews = __webpack_require__(25426);
// EXTERNAL MODULE: ./src/review/plan-record.ts
var plan_record = __webpack_require__(99823);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/commands/plan/differences.ts

const MAX_NAMES = 10;
/**
 * Returns a warning in Markdown that lists differences of two plans.
 *
 * @param title Markdown up to the number of differences, whose bold part it ends
 */
function renderDifferences(differences, title) {
    const named = differences.slice(0, MAX_NAMES).map(describeDifference);
    const more = differences.length > MAX_NAMES ? [`… and ${differences.length - MAX_NAMES} more`] : [];
    const list = [...named, ...more].map((line) => `> - ${line}`);
    return [
        '> [!WARNING]',
        `> **${title} (${(0,markdown/* plural */.LS)(differences.length, 'difference')}).`,
        ...(list.length === 0 ? [] : ['>', ...list]),
    ].join('\n');
}
function describeDifference({ address, differs, attributes }) {
    const names = attributes.filter((name) => name !== '').map(markdown/* codeSpan */.SS);
    switch (differs) {
        case 'only-reviewed':
            return `${(0,markdown/* codeSpan */.SS)(address)} is no longer in the plan`;
        case 'only-fresh':
            return `${(0,markdown/* codeSpan */.SS)(address)} is new in the plan`;
        case 'kind':
            return `${(0,markdown/* codeSpan */.SS)(address)} changes in another way`;
        case 'values':
            return `${(0,markdown/* codeSpan */.SS)(address)} has other values${names.length === 0 ? '' : ` of ${names.join(', ')}`}`;
    }
}

;// CONCATENATED MODULE: ./src/commands/plan/earlier-review.ts







/** Finds out whether a plan takes the place of another one of the same commit, and whether that was approved. */
async function findEarlierReview(planned, earlier, redact) {
    const record = await readRecord(earlier);
    if (record?.fingerprint === planned.fingerprint)
        return { plannedAt: record.createdAt, notes: [] };
    const approval = await readApproval(earlier);
    const notes = [
        ...(record === undefined ? [] : [describeDifferences(planned, record)]),
        ...(approval === undefined ? [] : [describeApproval(approval)]),
    ];
    return { plannedAt: undefined, notes: notes.map(redact) };
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
async function readApproval({ context, github }) {
    if (github === undefined)
        return undefined;
    return (0,reviews/* findLastApproval */.b)(github, context).catch((error) => {
        if (error instanceof github_error/* GitHubError */.y_)
            return undefined;
        throw error;
    });
}
const describeDifferences = (planned, record) => renderDifferences((0,plan_digest/* comparePlans */.OA)(record.entries, (0,plan_digest/* planEntries */.W9)(planned, record.salt)), `This plan differs from the plan of ${record.createdAt.toISOString()}** for the same commit`);
const describeApproval = ({ login, at }) => [
    '> [!WARNING]',
    `> **Planned after the approval by ${(0,markdown/* codeSpan */.SS)(login)}** at ${at}. If a review is required, \`apply\` rejects this plan until it is approved again.`,
].join('\n');

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(61177);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var terraform_error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/commands/stack/secrets.ts + 1 modules
var secrets = __webpack_require__(2153);
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

;// CONCATENATED MODULE: ./src/plan/redact-plan.ts


const SENSITIVE = '(sensitive value)';
/** Values and the fields with their masks, in plans and states. */
const MASKS = {
    before: 'before_sensitive',
    after: 'after_sensitive',
    values: 'sensitive_values',
    value: 'sensitive',
    config_values: 'config_sensitive',
};
/**
 * Removes what a plan marks as sensitive, and these texts everywhere else.
 *
 * @param plan parsed JSON of `terraform show -json`
 */
function redactPlan(plan, redact) {
    if (typeof plan === 'string')
        return redact(plan);
    if ((0,plan_json/* isList */.Lv)(plan))
        return plan.map((item) => redactPlan(item, redact));
    if (!(0,text_json/* isRecord */.u4)(plan))
        return plan;
    const entries = Object.entries(plan).map(([key, value]) => {
        const mask = MASKS[key];
        const masked = mask === undefined ? value : maskValue(value, (0,plan_json/* field */.ZZ)(plan, mask));
        return [redact(key), redactPlan(masked, redact)];
    });
    return Object.fromEntries(entries);
}
function maskValue(value, mask) {
    if (mask === true)
        return value === null ? null : SENSITIVE;
    if ((0,plan_json/* isList */.Lv)(value))
        return value.map((item, index) => maskValue(item, (0,plan_json/* isList */.Lv)(mask) ? mask[index] : undefined));
    if (!(0,text_json/* isRecord */.u4)(value) || !(0,text_json/* isRecord */.u4)(mask))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, (0,plan_json/* field */.ZZ)(mask, key))]));
}

// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
;// CONCATENATED MODULE: ./src/commands/plan/plan-json.ts




/** Writes the plan as JSON, without secrets, for policy and cost programs in later steps. */
async function writePlanJson({ json }, root, { env, writeFile }) {
    const folder = env['RUNNER_TEMP'] ?? '';
    if (folder === '')
        return { path: '', warnings: [] };
    const path = (0,external_node_path_.join)(folder, `plan-${root.inputs.stack.replace(/[^\w.-]+/g, '-')}.json`);
    try {
        await writeFile(path, JSON.stringify(redactPlan((0,plan_json/* parseJsonExactly */.OT)(json), root.secrets.redact)));
        return { path, warnings: [] };
    }
    catch (error) {
        return { path: '', warnings: [`The plan could not be written as JSON (${(0,failure.messageOf)(error)}).`] };
    }
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
        root.secrets.redact(renderDifferences(differences, 'A second plan of the same commit differs, so `apply` will reject this plan as `plan-changed`.** Remove values that are new in each plan')),
    ];
}

;// CONCATENATED MODULE: ./src/commands/plan/plan.ts















/** Shows the plan on the pull request and records it for the review before the apply. */
async function plan(inputs, runtime) {
    const context = await readPlanContext(inputs, runtime);
    if (context.event === 'pull_request' && context.isFork)
        return checkFork(inputs, runtime);
    if (context.event === 'merge_group')
        return skipMergeGroup(context);
    const root = await terraform_root/* TerraformRoot */.z.open(inputs, runtime);
    const report = { inputs, context, root, runtime };
    try {
        await root.init('create');
        return await reportPlan(await root.plan(inputs), report);
    }
    catch (error) {
        const failure = (0,plan_outcome/* explainedFailure */.h_)(error, root.secrets.redact);
        if (failure === undefined)
            throw error;
        return await reportFailure(failure, report);
    }
    finally {
        await root.close();
    }
}
const MERGE_GROUP = 'This run belongs to a merge queue. Nothing was planned: each pull request has its own plan, and apply compares the merged commits with those plans.';
/** A required check must succeed in a merge queue, whose branches get no credentials. */
const skipMergeGroup = ({ runUrl }) => ({
    outputs: {},
    summary: ['### Terraform plan · not needed in a merge queue', MERGE_GROUP, `<sub>${runUrl}</sub>`].join('\n\n'),
    warnings: [],
    annotations: [],
    failure: undefined,
});
async function readPlanContext({ pullRequest }, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    if (pullRequest === undefined)
        return context;
    if (context.event !== 'pull_request')
        return (0,github_context/* asPullRequest */.hx)(context, pullRequest);
    throw new inputs/* InvalidInput */.o(`pull-request-number: this run already belongs to pull request #${context.number}. Remove the input.`);
}
async function reportPlan(planned, report) {
    const { inputs, context, root } = report;
    const { counts, diagnostics } = planned;
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const earlier = await readEarlierReview(planned, report);
    const { clock } = report.runtime;
    const unrepeatable = inputs.planTwice ? await findUnrepeatable(planned, root, { inputs, clock }) : [];
    const record = await writeRecord(planned, { salt, earlier }, report);
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(planned, root, {
        context,
        notes: [...unrepeatable, ...earlier.notes],
        nowMs: clock.wallClockMs(),
    });
    // Without changes, a comment is only needed to replace an earlier one that shows changes.
    const whenMissing = inputs.comment === 'always' || counts.hasChanges ? 'create' : 'skip';
    const whenPresent = earlier.notes.length > 0 ? 'replace' : 'edit';
    const comment = await commentOnPullRequest({ body: rendered.comment, whenMissing, whenPresent }, report);
    const json = await writePlanJson(planned, root, report.runtime);
    return {
        outputs: {
            ...(0,plan_outcome/* countOutputs */.wo)(counts),
            fingerprint: (0,plan_digest/* hmac */.w8)(planned.fingerprint, salt),
            'comment-url': comment.url ?? '',
            summary: rendered.comment,
            record: record.url,
            'plan-json': json.path,
            'terraform-outputs': JSON.stringify(plannedOutputs(planned.json)),
        },
        summary: rendered.summary,
        warnings: [...(0,input_warnings/* inputWarnings */.c)(planned, inputs), ...record.warnings, ...json.warnings, ...comment.warnings],
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, root.secrets.redact),
        failure: undefined,
    };
}
async function reportFailure(failure, report) {
    const { inputs, context, root } = report;
    const { reason, message, diagnostics } = failure;
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(failure, root, { context });
    const comment = await commentOnPullRequest({ body: rendered.comment, whenMissing: 'create' }, report);
    return {
        outputs: { 'comment-url': comment.url ?? '', summary: rendered.comment },
        summary: rendered.summary,
        warnings: comment.warnings,
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, root.secrets.redact),
        failure: { reason, message },
    };
}
async function commentOnPullRequest(comment, { inputs, context, runtime }) {
    if (inputs.comment === 'never' || context.event !== 'pull_request')
        return stack_comment/* NO_COMMENT */.E;
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    return (0,stack_comment/* postComment */.G)(github, { pull: context.number, topic: 'plan', stack: inputs.stack, ...comment });
}
const NOT_RECORDED = 'The plan was not recorded, because the state is not in S3 and plan-records is not set. An apply cannot be compared with this plan.';
const NO_EARLIER_REVIEW = { plannedAt: undefined, notes: [] };
async function readEarlierReview(planned, report) {
    const { inputs, context, root, runtime } = report;
    if (context.event !== 'pull_request')
        return NO_EARLIER_REVIEW;
    const records = await (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime);
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    return findEarlierReview(planned, { context, records, github, stack: inputs.stack }, root.secrets.redact);
}
async function writeRecord(planned, { salt, earlier }, { inputs, context, root, runtime }) {
    if (context.event !== 'pull_request')
        return { url: '', warnings: [] };
    const records = await (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime);
    if (records === undefined)
        return { url: '', warnings: [NOT_RECORDED] };
    const createdAt = earlier.plannedAt ?? new Date(runtime.clock.wallClockMs());
    const url = await records.write((0,plan_records/* planRecord */.x)(planned, { context, root, salt, createdAt }));
    runtime.log.info(`The plan is recorded in ${url}`);
    return { url, warnings: [] };
}


/***/ }),

/***/ 49915:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  E: () => (/* binding */ NO_COMMENT),
  G: () => (/* binding */ postComment)
});

// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/octokit.ts
var octokit = __webpack_require__(6702);
// EXTERNAL MODULE: ./src/github/own-content.ts
var own_content = __webpack_require__(88987);
// EXTERNAL MODULE: ./src/github/retry-write.ts
var retry_write = __webpack_require__(63859);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/github/comment.ts






/** Updates the newest own comment on a topic and stack, or creates one. */
async function upsertComment(github, request) {
    try {
        return await writeComment(github, request);
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        return { kind: 'failed', reason: explainFailure(error, request) };
    }
}
async function writeComment(github, request) {
    const target = { pull: request.pull, marker: (0,own_content/* markerOf */.we)(request.topic, request.stack) };
    const body = `${target.marker}\n${request.body}`;
    return (0,retry_write/* retryWrite */.o)(github, async () => {
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
const findOwnComments = (github, { pull, marker }, ownerId) => (0,own_content/* findOwnContent */.Bj)(github, { marker, ownerId }, (select) => github.octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...github.repo, issue_number: pull, per_page: 100 }, select));
async function createComment(github, target, body) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: target.pull,
        body,
    });
    // A concurrent run may have created one too. The last run sees both.
    const own = await findOwnComments(github, target, (0,json/* numberAt */.tk)(data, 'user', 'id')).catch(own_content/* noneOnGitHubError */.xI);
    const superseded = await supersede(github, own.slice(0, -1), target.marker);
    return { kind: 'written', url: own.at(-1)?.url ?? (0,json/* textAt */.$6)(data, 'html_url') ?? '', superseded };
}
async function editComment(github, id, body) {
    const { data } = await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id,
        body,
    });
    return (0,json/* textAt */.$6)(data, 'html_url') ?? '';
}
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`;
/** Collapses comments and removes their marker, so that no run edits them again. */
async function supersede(github, comments, marker) {
    let count = 0;
    for (const { id, nodeId, body } of comments) {
        try {
            await (0,octokit/* graphql */.U)(github, MINIMIZE, { id: nodeId });
            await editComment(github, id, body.replace(marker, own_content/* SUPERSEDED */.ls));
            count += 1;
        }
        catch (error) {
            // The next run tries again.
            if (!(error instanceof github_error/* GitHubError */.y_))
                throw error;
        }
    }
    return count;
}
function explainFailure(error, { pull, body }) {
    if (error.status === 422 && /too long/i.test(error.serverMessage)) {
        return `The comment on pull request #${pull} is too long for GitHub (${body.length} characters): ${(0,format/* withoutFullStop */.Qu)(error.serverMessage)}.`;
    }
    if (error.status === 403 && /locked/i.test(error.serverMessage)) {
        return `Pull request #${pull} was not commented because its conversation is locked. Unlock it and re-run the job.`;
    }
    return `Pull request #${pull} was not commented. ${error.message}`;
}

;// CONCATENATED MODULE: ./src/commands/stack/comment.ts

const NO_COMMENT = { url: undefined, warnings: [] };
/** Returns a failure as a warning: the job summary has the same text. */
async function postComment(github, comment) {
    if (github === undefined)
        return { url: undefined, warnings: ['No comment was written: github-token is empty.'] };
    const outcome = await upsertComment(github, comment);
    if (outcome.kind === 'written')
        return { url: outcome.url, warnings: [] };
    return { url: undefined, warnings: outcome.kind === 'failed' ? [outcome.reason] : [] };
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

/***/ 25426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ findLastApproval)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/**
 * Returns the last approval of a pull request's head commit.
 *
 * @throws GitHubError
 */
async function findLastApproval(github, { number, headSha }) {
    const approvals = await github.octokit.paginate('GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews', { ...github.repo, pull_number: number, per_page: 100 }, ({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(data).flatMap((review) => parseApproval(review, headSha)));
    return approvals.sort((a, b) => Date.parse(a.at) - Date.parse(b.at)).at(-1);
}
function parseApproval(review, headSha) {
    const at = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'submitted_at');
    const isApproval = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'state') === 'APPROVED' && (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'commit_id') === headSha;
    return isApproval && at !== undefined ? [{ login: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(review, 'user', 'login') ?? 'ghost', at }] : [];
}


/***/ }),

/***/ 64742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ comparePlans),
/* harmony export */   TU: () => (/* binding */ hashAttribute),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_content__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18969);


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
/** Hashes the changes of a plan for its record. */
function planEntries(plan, salt) {
    return new Map((0,_plan_content__WEBPACK_IMPORTED_MODULE_1__/* .planContent */ .nE)(plan).map(({ name, kind, attributes, content, unknown, identity, created, removed }) => {
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
        return [name, { kind, unknown, ...hashed }];
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


/***/ })

};

export const id = 961;
export const ids = [961];
export const modules = {

/***/ 4961:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(9556);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs = __webpack_require__(6103);
// EXTERNAL MODULE: ./src/review/destroy-guard.ts + 1 modules
var destroy_guard = __webpack_require__(4418);
// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(4742);
// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __webpack_require__(9776);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/cli.ts + 2 modules
var cli = __webpack_require__(3958);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(1177);
// EXTERNAL MODULE: ./src/terraform/error.ts
var terraform_error = __webpack_require__(4790);
// EXTERNAL MODULE: ./src/commands/stack/pull-request-comment.ts + 11 modules
var pull_request_comment = __webpack_require__(7090);
// EXTERNAL MODULE: ./src/commands/stack/terraform.ts + 9 modules
var stack_terraform = __webpack_require__(6018);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/commands/plan/fork.ts







const WHY = 'This pull request comes from a fork, and forks get no credentials: whoever can open one could read with them. ' +
    'So the stack was checked for format and validity only; a member can push the branch to this repository to see the plan.';
/** Format and validation, which need no credentials and get none. */
async function checkFork(inputs, runtime) {
    runtime.log.info(WHY);
    const { diagnostics, unformatted } = await check(inputs, runtime);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const lines = [
        ...(errors.length === 0
            ? ['- ✅ valid']
            : errors.map(({ summary, range }) => `- ❌ ${(0,markdown/* code */.aY)(range ? `${range.file}:${range.startLine}` : inputs.directory)}: ${(0,markdown/* code */.aY)(summary)}`)),
        ...(unformatted.length === 0
            ? ['- ✅ formatted']
            : unformatted.map((file) => `- ❌ ${(0,markdown/* code */.aY)(file)} is not formatted: run ${(0,markdown/* code */.aY)('terraform fmt -recursive')}`)),
    ];
    const faults = [
        ...errors.map(({ summary }) => summary),
        ...(unformatted.length === 0 ? [] : [`not formatted: ${unformatted.join(', ')}`]),
    ];
    return {
        outputs: {},
        summary: ['### Terraform check · a fork gets no plan', WHY, lines.join('\n')].join('\n\n'),
        warnings: [],
        annotations: (0,pull_request_comment/* annotationsOf */.Ih)(diagnostics, inputs.directory, { redact: (text) => text }),
        failure: faults.length === 0
            ? undefined
            : { reason: 'terraform-failed', message: `${inputs.directory}: ${faults.join('; ')}` },
    };
}
async function check(inputs, runtime) {
    const folder = await runtime.openFolder();
    const tool = await (0,stack_terraform/* terraformFor */.K)(inputs, folder, runtime);
    const terraform = new cli/* Terraform */.v(inputs.directory, {
        program: tool.program,
        version: tool.version,
        // What an earlier run has left in the root leads to the state, which nobody may read here.
        env: {
            ...(0,environment/* terraformEnvironment */.M)(runtime.env, 'none'),
            ...tool.env,
            TF_DATA_DIR: (0,external_node_path_.join)(folder, 'terraform-data'),
        },
        folder,
        onEvent: ({ message }) => {
            if (message !== '')
                runtime.log.info(message);
        },
        redact: (text) => text,
        learn: () => undefined,
        interruption: runtime.interruption,
    });
    try {
        await terraform.init({ backend: 'none' });
        return { diagnostics: await terraform.validate(), unformatted: await terraform.fmtCheck() };
    }
    catch (error) {
        // Broken syntax, say: what Terraform says of it is what the author needs.
        if (!(error instanceof terraform_error/* TerraformFailed */.s) || error.diagnostics.length === 0)
            throw error;
        return { diagnostics: error.diagnostics, unformatted: [] };
    }
}

// EXTERNAL MODULE: ./src/commands/stack/records.ts + 3 modules
var stack_records = __webpack_require__(2454);
// EXTERNAL MODULE: ./src/commands/stack/stack.ts + 4 modules
var stack_stack = __webpack_require__(5153);
;// CONCATENATED MODULE: ./src/commands/plan/plan.ts










/** Shows on the pull request what an apply of the stack would do, and records what was shown. */
async function plan(inputs, runtime) {
    const context = await subjectOf(inputs, runtime);
    if (context.event === 'pull_request' && context.isFork)
        return checkFork(inputs, runtime);
    const stack = await stack_stack/* Stack */.B.open(inputs, runtime);
    try {
        await stack.prepare();
        return await reportPlan(await stack.plan(), { inputs, context, stack, runtime });
    }
    catch (error) {
        const diagnostics = (0,pull_request_comment/* diagnosticsOf */.o)(error);
        if (diagnostics === undefined)
            throw error;
        return await reportFailure(error, diagnostics, { inputs, context, stack, runtime });
    }
    finally {
        await stack.close();
    }
}
/** What the plan is of: a pull request that was named, else what started the run. */
async function subjectOf({ pullRequest }, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    if (pullRequest === undefined)
        return context;
    if (context.event !== 'pull_request')
        return (0,github_context/* asPullRequest */.hx)(context, pullRequest);
    throw new inputs/* InvalidInput */.o(`pull-request-number: this run is of pull request #${context.number} already; leave it out`);
}
const NOTHING_SAID = { url: undefined, warnings: [] };
async function reportPlan(planned, place) {
    const { inputs, stack } = place;
    const rendered = (0,pull_request_comment/* renderFor */.EN)(place, planned.diagnostics, planned);
    // Random for each record: without it, nobody can try out what a short secret was.
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const recorded = await record(planned, salt, place);
    // Where nothing changes, an earlier comment that says otherwise is still to be put right.
    const first = inputs.comment === 'always' || planned.counts.hasChanges ? 'make' : 'leave';
    const said = inputs.comment === 'never'
        ? NOTHING_SAID
        : await (0,pull_request_comment/* commentOnPullRequest */.rh)({ body: rendered.comment, first }, place);
    return {
        outputs: {
            ...(0,pull_request_comment/* countOutputs */.wo)(planned.counts),
            fingerprint: (0,plan_digest/* hmac */.w8)(planned.fingerprint, salt),
            'comment-url': said.url ?? '',
            summary: rendered.comment,
            record: recorded.url,
        },
        summary: rendered.summary,
        warnings: [
            ...(0,destroy_guard/* unusedAllowances */.q_)(planned.dangers, inputs.allowDestroy),
            ...recorded.warnings,
            ...said.warnings,
        ],
        annotations: (0,pull_request_comment/* annotationsOf */.Ih)(planned.diagnostics, inputs.directory, stack.secrets),
        failure: undefined,
    };
}
const UNRECORDED = 'The plan was not recorded: the state is not in S3 and plan-records is not given, so an apply cannot be held to this plan';
/** Keeps what the pull request shows, where an apply will look for it. A plan of anything else is nobody's promise. */
async function record(planned, salt, { inputs, context, stack, runtime }) {
    if (context.event !== 'pull_request')
        return { url: '', warnings: [] };
    const records = await (0,stack_records/* openRecords */.tW)(stack, runtime);
    if (records === undefined)
        return { url: '', warnings: [UNRECORDED] };
    const entries = (0,plan_digest/* planEntries */.W9)(planned.plan, salt);
    const given = { context, inputs, salt, entries, version: stack.terraformVersion };
    const url = await records.write((0,stack_records/* recordOf */.zv)(planned, given));
    runtime.log.info(`The plan is recorded in ${url}`);
    return { url, warnings: [] };
}
async function reportFailure(error, diagnostics, place) {
    const { inputs, stack } = place;
    const rendered = (0,pull_request_comment/* renderFor */.EN)(place, diagnostics);
    const said = inputs.comment === 'never'
        ? NOTHING_SAID
        : await (0,pull_request_comment/* commentOnPullRequest */.rh)({ body: rendered.comment, first: 'make' }, place);
    const message = stack.secrets.redact(error instanceof Error ? error.message : String(error));
    return {
        outputs: { 'comment-url': said.url ?? '', summary: rendered.comment },
        summary: rendered.summary,
        warnings: said.warnings,
        annotations: (0,pull_request_comment/* annotationsOf */.Ih)(diagnostics, inputs.directory, stack.secrets),
        failure: { reason: (0,failure/* reasonOf */.A)(error), message },
    };
}


/***/ }),

/***/ 2454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DI: () => (/* binding */ openAttempts),
  tW: () => (/* binding */ openRecords),
  zv: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./src/aws/bucket.ts + 1 modules
var aws_bucket = __webpack_require__(7295);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/aws/apply-attempt-store.ts


const MOST_BYTES = 64 * 1024;
/**
 * Attempts, each an object `applies/<repository>/<stack>.json` in the bucket of the state. The deploy role writes them,
 * and nobody who plans.
 */
class ApplyAttempts {
    of;
    bucket;
    constructor(bucket, of, { session, runtime }) {
        this.of = of;
        this.bucket = new aws_bucket/* Bucket */.f(bucket, session, runtime);
    }
    /** @throws AwsError */
    async write(attempt) {
        await this.bucket.write(this.key, JSON.stringify(attempt));
    }
    /** @returns undefined when there is none; what it lacks is empty, and like nothing. @throws AwsError */
    async read() {
        const found = (0,json/* parseJson */.qF)((await this.bucket.read(this.key, MOST_BYTES)) ?? '');
        if (!(0,json/* isRecord */.u4)(found))
            return undefined;
        const text = (name) => (typeof found[name] === 'string' ? found[name] : '');
        const serial = found['serial'];
        return {
            commit: text('commit'),
            workspace: text('workspace'),
            fingerprint: text('fingerprint'),
            makings: text('makings'),
            serial: typeof serial === 'number' ? serial : -1,
        };
    }
    get key() {
        return `applies/${this.of.repositoryId}/${encodeURIComponent(this.of.stack)}.json`;
    }
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/review/plan-record.ts


/** A record that cannot be written, cannot be read, or is of another plan than was asked for. */
class InvalidPlanRecord extends Error {
    name = 'InvalidPlanRecord';
}
const VERSION = 2;
const LONGEST_STACK = 200;
function renderPlanRecord(record) {
    return JSON.stringify({ ...record, version: VERSION, entries: Object.fromEntries(record.entries) });
}
/**
 * Reads a record that anybody may have written; fields that it does not know are left out.
 * @throws InvalidPlanRecord with the reason
 */
function parsePlanRecord(body) {
    const record = (0,json/* parseJson */.qF)(body);
    if (!(0,json/* isRecord */.u4)(record))
        throw new InvalidPlanRecord('it is not a JSON object');
    if (record['version'] !== VERSION) {
        const version = (0,sanitize/* toPrintableLine */.Ld)(String(record['version']));
        throw new InvalidPlanRecord(`it has version ${version}, and this version of the action reads only ${VERSION}`);
    }
    return {
        ...checkPlanSubject(record),
        runId: check(record['runId'], 'runId', isId),
        runAttempt: check(record['runAttempt'], 'runAttempt', isId),
        terraformVersion: check(record['terraformVersion'], 'terraformVersion', isWord),
        workspace: check(record['workspace'], 'workspace', isStack),
        fingerprint: check(record['fingerprint'], 'fingerprint', isWord),
        salt: check(record['salt'], 'salt', isWord),
        entries: new Map(Object.entries(mapValues(record['entries'], 'entries', recordedChange))),
        counts: mapValues(record['counts'], 'counts', (count, label) => check(count, label, isCount)),
        createdAt: new Date(check(record['createdAt'], 'createdAt', isTime)),
    };
}
function recordedChange(value, label) {
    const { kind, hash, attributes, unknown, what, made, gone } = check(value, label, json/* isRecord */.u4);
    return {
        kind: check(kind, `${label}.kind`, isWord),
        hash: check(hash, `${label}.hash`, isWord),
        attributes: mapValues(attributes, `${label}.attributes`, (one, name) => check(one, name, isWord)),
        unknown: mapValues(unknown, `${label}.unknown`, (one, name) => check(one, name, isMarks)),
        what: check(what, `${label}.what`, isWord),
        made: made === undefined ? undefined : check(made, `${label}.made`, isWord),
        gone: gone === undefined ? undefined : check(gone, `${label}.gone`, isWord),
    };
}
/** @throws InvalidPlanRecord when a field is not what GitHub gives */
function checkPlanSubject(subject) {
    return {
        repositoryId: check(subject.repositoryId, 'repositoryId', isId),
        pullNumber: check(subject.pullNumber, 'pullNumber', isId),
        headSha: check(subject.headSha, 'headSha', isSha),
        stack: check(subject.stack, 'stack', isStack),
    };
}
/** What a record says it is of and was not asked for, as `pull request 8 instead of 7`; empty for the right one. */
function differences(record, wanted) {
    const differs = (name, is, asked) => is === asked ? [] : [(0,sanitize/* toPrintableLine */.Ld)(`${name} ${is} instead of ${asked}`)];
    return [
        ...differs('repository', record.repositoryId, wanted.repositoryId),
        ...differs('pull request', record.pullNumber, wanted.pullNumber),
        ...differs('commit', record.headSha, wanted.headSha),
        ...differs('stack', record.stack, wanted.stack),
    ];
}
function check(value, label, is) {
    if (is(value))
        return value;
    throw new InvalidPlanRecord(`its field ${(0,sanitize/* toPrintableLine */.Ld)(label)} is missing or not what it should be`);
}
function mapValues(value, label, read) {
    const entries = Object.entries(check(value, label, json/* isRecord */.u4));
    // Not by assignment, which would take an entry called __proto__ for a prototype.
    return Object.fromEntries(entries.map(([name, one]) => [name, read(one, `${label}['${name}']`)]));
}
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isId = (value) => isCount(value) && value > 0;
const isText = (value) => typeof value === 'string';
const isSha = (value) => isText(value) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const isStack = (value) => isText(value) && value !== '' && value.length <= LONGEST_STACK;
// Hashes, versions, kinds: printable and short, so that they can be shown as they are.
const isWord = (value) => isText(value) && /^[\w.:/+=-]{1,200}$/.test(value);
const isMarks = (value) => {
    if (typeof value === 'boolean')
        return true;
    return (Array.isArray(value) || (0,json/* isRecord */.u4)(value)) && Object.values(value).every(isMarks);
};
const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));

;// CONCATENATED MODULE: ./src/aws/plan-record-store.ts


/** A place for records that cannot be meant. */
class InvalidRecordsUrl extends Error {
    name = 'InvalidRecordsUrl';
}
// A plan that changes 5,000 resources comes to about eight.
const plan_record_store_MOST_BYTES = 32 * 1024 * 1024;
const DISTRUST = ' Run plan on the pull request again; if this stays, see who else writes to that folder.';
/**
 * The records of reviewed plans, each an object `<repository>/<pull request>/<commit>/<stack>.json` below an S3 URL.
 *
 * Who may write there decides what may be applied: the plan role and nobody else.
 * Of two records of one plan the later stays, as of two runs the later comment is what people read;
 * a record lets nothing through but what a fresh plan comes to as well, and the bucket's versions keep the earlier one.
 */
class PlanRecords {
    prefix;
    bucket;
    /**
     * @param url `s3://bucket/prefix/`, as the input `plan-records` has it
     * @throws InvalidRecordsUrl
     */
    constructor(url, session, runtime) {
        const { bucket, prefix } = parseRecordsUrl(url);
        this.prefix = prefix;
        this.bucket = new aws_bucket/* Bucket */.f(bucket, session, runtime);
    }
    /**
     * @returns the URL of the record
     * @throws InvalidPlanRecord for one that could not be read back; AwsError
     */
    async write(record) {
        const key = this.keyOf(record);
        const url = `s3://${this.bucket.name}/${key}`;
        // By way of what can be read, so that nothing else comes along.
        const body = named(`${url} was not written`, '', () => renderPlanRecord(parsePlanRecord(renderPlanRecord(record))));
        const bytes = Buffer.byteLength(body);
        if (bytes > plan_record_store_MOST_BYTES) {
            throw new InvalidPlanRecord(`The record of this plan has ${bytes} bytes, and at most ${plan_record_store_MOST_BYTES} are read: split the stack ${record.stack}.`);
        }
        await this.bucket.write(key, body);
        return url;
    }
    /**
     * @returns undefined when nobody recorded a plan of this stack at this commit
     * @throws InvalidPlanRecord for one that is not readable or is of another plan; AwsError
     */
    async read(wanted) {
        const key = this.keyOf(wanted);
        const body = await this.bucket.read(key, plan_record_store_MOST_BYTES);
        if (body === undefined)
            return undefined;
        return named(`s3://${this.bucket.name}/${key} is not to be trusted`, DISTRUST, () => {
            const record = parsePlanRecord(body);
            const wrong = differences(record, wanted);
            if (wrong.length > 0)
                throw new InvalidPlanRecord(`it is a record of ${wrong.join(', ')}`);
            return record;
        });
    }
    keyOf(subject) {
        const { repositoryId, pullNumber, headSha, stack } = named('The record of a plan has no place', '', () => checkPlanSubject(subject));
        return `${this.prefix}${repositoryId}/${pullNumber}/${headSha}/${encodeURIComponent(stack)}.json`;
    }
}
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const URL_FORM = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*))?$/;
function parseRecordsUrl(url) {
    const [, bucket, prefix = ''] = URL_FORM.exec(url) ?? [];
    if (bucket === undefined || /^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(prefix)) {
        throw new InvalidRecordsUrl(`plan-records: '${url}' is not the URL of a folder in S3; it looks like s3://acme-terraform-state/plans/`);
    }
    return { bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` };
}
/** Adds to a refusal what it means and what to do. */
function named(meaning, advice, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof InvalidPlanRecord))
            throw error;
        throw new InvalidPlanRecord(`${meaning}: ${error.message}.${advice}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./src/aws/session.ts
var aws_session = __webpack_require__(9401);
// EXTERNAL MODULE: ./src/aws/state-serial.ts
var state_serial = __webpack_require__(1753);
;// CONCATENATED MODULE: ./src/commands/stack/records.ts




/** Where the records of reviewed plans are: `plan-records`, or `plans/` beside the state; undefined when nowhere. */
async function openRecords(stack, runtime) {
    const backend = await stack.backend();
    const url = stack.inputs.planRecords ?? (backend && `s3://${backend.bucket}/plans/`);
    if (url === undefined)
        return undefined;
    const access = await accessFor(stack, runtime);
    return new PlanRecords(url, access.session, access.runtime);
}
/** Where an apply that fails is noted, `applies/` beside the state; undefined when that is not in S3. */
async function openAttempts(stack, { repository }, runtime) {
    const backend = await stack.backend();
    if (backend === undefined)
        return undefined;
    const access = await accessFor(stack, runtime);
    const of = { repositoryId: repository.id, stack: stack.inputs.stack };
    return {
        attempts: new ApplyAttempts(backend.bucket, of, access),
        serial: () => (0,state_serial/* readSerial */.$)(backend, access.session, access.runtime),
    };
}
async function accessFor(stack, runtime) {
    const { aws } = stack.inputs;
    const region = (await stack.backend())?.region ?? aws.region ?? 'us-east-1';
    const awsWorld = { env: runtime.env, mask: runtime.log.mask, proxyUrl: runtime.proxyUrl };
    const session = stack.session ?? (await (0,aws_session/* ambientSession */.P)({ region, allowedAccountIds: aws.allowedAccountIds }, awsWorld));
    return { session: { ...session, region }, runtime: awsWorld };
}
/** What is kept of a plan that people have seen. */
function recordOf(planned, given) {
    const { context, inputs, salt, entries, version } = given;
    return {
        repositoryId: Number(context.repository.id),
        pullNumber: context.number,
        headSha: context.headSha,
        stack: inputs.stack,
        runId: Number(context.runId),
        runAttempt: Number(context.runAttempt),
        terraformVersion: version,
        workspace: inputs.workspace ?? 'default',
        fingerprint: planned.fingerprint,
        salt,
        entries,
        counts: Object.fromEntries(Object.entries(planned.counts).filter(isNumber)),
        createdAt: new Date(),
    };
}
const isNumber = (entry) => typeof entry[1] === 'number';


/***/ }),

/***/ 4742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ comparePlans),
/* harmony export */   TU: () => (/* binding */ hashAttribute),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_content__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8969);


/**
 * A text made unrecognisable: without the salt, nobody can try out what it was.
 * @param salt random, and new for each record
 */
function hmac(text, salt) {
    if (salt.length < 16)
        throw new Error('a salt shorter than 16 characters protects nothing; draw 32 random bytes');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salt).update(text).digest('hex');
}
const hashAttribute = (name, content, salt) => hmac(`${name}=${content}`, salt).slice(0, 16);
/** The changes of a plan for its record, so that a later plan can be compared with it change by change. */
function planEntries(plan, salt) {
    return new Map((0,_plan_content__WEBPACK_IMPORTED_MODULE_1__/* .planContent */ .nE)(plan).map(({ name, kind, attributes, content, unknown, what, made, gone }) => {
        const hashes = attributes.map(([attribute, value]) => [
            attribute,
            hashAttribute(attribute, value, salt),
        ]);
        const sealed = {
            hash: hmac(content, salt),
            attributes: Object.fromEntries(hashes),
            what: hmac(what, salt),
            made: made && hmac(made, salt),
            gone: gone && hmac(gone, salt),
        };
        return [name, { kind, unknown, ...sealed }];
    }));
}
/** What is different between two plans whose entries were made with the same salt. */
function comparePlans(reviewed, fresh) {
    const addresses = [...new Set([...reviewed.keys(), ...fresh.keys()])].sort();
    return addresses.flatMap((address) => compare(address, reviewed.get(address), fresh.get(address)));
}
function compare(address, reviewed, fresh) {
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


/***/ })

};

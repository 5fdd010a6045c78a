export const id = 786;
export const ids = [786];
export const modules = {

/***/ 7295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ Bucket)
});

// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
;// CONCATENATED MODULE: ./src/aws/bucket-error.ts

/** What the SDK threw, with the object's name and a next step that fits a bucket. */
function notDone(error, action, object) {
    if (error instanceof aws_error/* AwsError */.Gy)
        return error;
    const facts = (0,aws_error/* factsOf */.xS)(error, action);
    const words = `${facts.words.replace(/\.$/, '')}: s3://${object.bucket}/${object.key}`;
    return new aws_error/* AwsError */.Gy({ ...facts, words }, { cause: error, advice: advise(facts, object) });
}
function tooLarge(object, bytes, maxBytes) {
    const facts = {
        action: 's3:GetObject',
        code: 'TooLarge',
        status: 200,
        words: `s3://${object.bucket}/${object.key} has ${bytes} bytes, and at most ${maxBytes} are read`,
    };
    return new aws_error/* AwsError */.Gy(facts, {
        advice: 'Something else than this action wrote it; look at it and delete it.',
    });
}
function advise(facts, { bucket, key }) {
    if (facts.code === 'NoSuchBucket') {
        return (`There is no bucket ${bucket} (terraform/bootstrap makes one for the state): ` +
            "correct plan-records or the backend's bucket, and check that the role is in the bucket's account.");
    }
    if (!(0,aws_error/* isDenied */.GZ)(facts))
        return undefined;
    const permission = (0,aws_error/* missingPermission */.Up)(facts);
    if (permission.startsWith('kms:')) {
        return `Allow ${permission} on the key that encrypts bucket ${bucket}, in a policy of the role and in the key's.`;
    }
    if (permission === 's3:ListBucket')
        return `Allow s3:ListBucket on bucket ${bucket}. ${WITHOUT_LIST}`;
    const folder = key.slice(0, key.indexOf('/') + 1);
    const allow = `Allow ${permission} on the objects ${folder}* of bucket ${bucket} in a policy of the role, and look for a Deny in the bucket's.`;
    return permission === 's3:GetObject'
        ? `${allow} Allow s3:ListBucket on the bucket too. ${WITHOUT_LIST}`
        : allow;
}
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions".
const WITHOUT_LIST = 'Without it, S3 denies access to an object that is merely not there.';

// EXTERNAL MODULE: ./src/aws/client.ts
var client = __webpack_require__(658);
;// CONCATENATED MODULE: ./src/aws/bucket.ts



/** Small texts in one bucket. */
class Bucket {
    name;
    session;
    world;
    connected;
    constructor(name, session, world) {
        this.name = name;
        this.session = session;
        this.world = world;
    }
    /**
     * @returns undefined when there is no such object
     * @throws AwsError, also for an object of more than `maxBytes`
     */
    async read(key, maxBytes) {
        const { GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        try {
            const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key }));
            if (Body === undefined || ContentLength === undefined) {
                throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)('s3:GetObject', 'the object or its length'));
            }
            if (ContentLength <= maxBytes)
                return await Body.transformToString();
            if ('destroy' in Body)
                Body.destroy();
            throw tooLarge({ bucket: this.name, key }, ContentLength, maxBytes);
        }
        catch (error) {
            if ((0,aws_error/* factsOf */.xS)(error, '').code === 'NoSuchKey')
                return undefined;
            throw notDone(error, 's3:GetObject', { bucket: this.name, key });
        }
    }
    /**
     * Puts a JSON text in place of whatever was there, encrypted as the bucket has it.
     * @throws AwsError
     */
    async write(key, body) {
        const { PutObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        const object = { Key: key, Body: body, ContentType: 'application/json' };
        try {
            await client.send(new PutObjectCommand({ Bucket: this.name, ...object }));
        }
        catch (error) {
            throw notDone(error, 's3:PutObject', { bucket: this.name, key });
        }
    }
    async client() {
        // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
        await this.session.credentials?.();
        this.connected ??= this.connect();
        return this.connected;
    }
    async connect() {
        const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const settings = await (0,client/* clientSettings */.r)('S3', this.session, this.world);
        // A state bucket may be in another region than the stack.
        return new S3Client({ ...settings, followRegionRedirects: true });
    }
}


/***/ }),

/***/ 9776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   failedOutcome: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5155);
/* harmony import */ var _github_markdown__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5566);
/* harmony import */ var _registry_images__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7373);



/** By the name that each class of errors bears, since to load all of them for one would take longer than most commands. */
const REASONS = {
    InvalidInput: 'invalid-input',
    InvalidRole: 'invalid-input',
    InvalidArgument: 'invalid-input',
    InvalidConstraint: 'invalid-input',
    InvalidRecordsUrl: 'invalid-input',
    InvalidImages: 'invalid-images',
    WrongPlatform: 'invalid-images',
    AccessDenied: 'aws-denied',
    AwsError: 'aws-failed',
    NoIdToken: 'aws-failed',
    RateLimited: 'rate-limited',
    CopyFailed: 'copy-failed',
    RegistryError: 'copy-failed',
    CorruptContent: 'copy-failed',
    UnsupportedContent: 'copy-failed',
    DockerConfigError: 'copy-failed',
    NoTerraform: 'terraform-missing',
    TerraformFailed: 'terraform-failed',
    TerraformNotStarted: 'terraform-failed',
    InvalidConfiguration: 'terraform-failed',
    InvalidPlan: 'terraform-failed',
    StateLocked: 'state-locked',
    InvalidPlanRecord: 'not-reviewed',
    Cancelled: 'cancelled',
};
/** The word for what went wrong. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return 'unexpected';
    if (error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy && (0,_aws_error__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error.facts))
        return 'aws-denied';
    if ('lock' in error && error.lock !== undefined)
        return 'state-locked';
    return REASONS[error.name] ?? 'unexpected';
}
/** What to leave behind when a command could not even begin. */
function failedOutcome(error) {
    const message = error instanceof Error ? error.message : String(error);
    const lines = message.split('\n').map((line) => `- ${(0,_github_markdown__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(line)}`);
    return {
        outputs: {},
        summary: ['## ❌ Nothing was done', ...lines].join('\n\n'),
        warnings: [],
        annotations: error instanceof _registry_images__WEBPACK_IMPORTED_MODULE_1__/* .InvalidImages */ .q ? annotationsOf(error) : [],
        failure: { reason: reasonOf(error), message },
    };
}
function annotationsOf({ path, faults }) {
    return faults.map(({ line, column, message }) => ({
        severity: 'error',
        file: path,
        startLine: line,
        startColumn: column,
        message,
    }));
}


/***/ }),

/***/ 1256:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ih: () => (/* binding */ annotationsOf),
  wo: () => (/* binding */ countOutputs),
  Tc: () => (/* binding */ gitHubOf),
  cv: () => (/* binding */ say),
  _V: () => (/* binding */ sayOnPull)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(6661);
// EXTERNAL MODULE: ./src/github/json.ts
var json = __webpack_require__(8653);
;// CONCATENATED MODULE: ./src/github/octokit.ts


const TRIES = 5;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 15_000;
/** GitHub asks for at least this long where it names no time. */
const RATE_LIMIT_DELAY_MS = 60_000;
/** A primary limit may last an hour, which costs more than a job that is run again. */
const LONGEST_WAIT_MS = 180_000;
const ANSWER_TIMEOUT_MS = 30_000;
/** Who waits longer is told for what. */
const SILENT_WAIT_MS = 10_000;
/**
 * Opens a repository. A failure is a GitHubError, after as many tries as its kind deserves.
 *
 * Octokit's plugins for this need Bottleneck, wait an hour for a primary limit, repeat requests that
 * may have been done, and take no clock.
 */
async function openGitHub(access, world) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const silent = () => undefined;
    const octokit = getOctokit(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'langfuse-deploy',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    octokit.hook.wrap('request', (request, options) => retry(options, world, async () => {
        const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
        const response = await request({ ...options, request: { ...options.request, signal } });
        if (!isBroken(response))
            return response;
        const error = new Error('the answer broke off, or is not one that GitHub gives');
        throw Object.assign(error, { request: { url: response.url } });
    }));
    const { owner, name: repo } = access.repository;
    return { octokit, repo: { owner, repo }, clock: world.clock };
}
async function retry(request, world, attempt) {
    let waitedMs = 0;
    for (let tryNumber = 1;; tryNumber++) {
        try {
            return await attempt();
        }
        catch (cause) {
            const facts = (0,github_error/* factsOf */.xS)(cause, request);
            const wait = waitBeforeNext(facts, tryNumber, world.clock);
            if (wait === undefined || tryNumber >= TRIES || waitedMs + wait > LONGEST_WAIT_MS) {
                throw new github_error/* GitHubError */.y_(facts, { cause });
            }
            waitedMs += wait;
            if (wait > SILENT_WAIT_MS) {
                world.log.info(`Waiting ${Math.ceil(wait / 1000)} s for GitHub: ${facts.words}`);
            }
            await world.clock.sleep(wait);
        }
    }
}
/** Undefined when another try is of no use, or may do twice what is meant once. */
function waitBeforeNext(facts, tryNumber, clock) {
    // A request that met a limit was not done, whatever it asked for.
    if ((0,github_error/* isRateLimited */.Jz)(facts))
        return rateLimitWait(facts, tryNumber);
    const isPassing = facts.status === undefined || facts.status >= 500;
    // A POST may have been done although its answer was lost; who sent it must look before sending it again.
    const isOnce = facts.method === 'POST' && !facts.path.endsWith('/graphql');
    if (!isPassing || isOnce)
        return undefined;
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tryNumber - 1));
    return ceiling * (0.5 + clock.random() / 2);
}
function rateLimitWait({ headers }, tryNumber) {
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return seconds * 1000;
    // Measured by GitHub's clock on both sides, since that of a runner may be off.
    const now = Date.parse((0,json/* textAt */.$6)(headers, 'date') ?? '');
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    if (headers['x-ratelimit-remaining'] === '0' && reset > 0 && now > 0)
        return Math.max(0, reset - now) + 1000;
    return RATE_LIMIT_DELAY_MS * 2 ** (tryNumber - 1);
}
/** Octokit takes JSON that broke off for an empty text, and a page in HTML for an answer. */
function isBroken(response) {
    const type = (0,json/* textAt */.$6)(response, 'headers', 'content-type') ?? '';
    const isText = (0,json/* textAt */.$6)(response, 'data') !== undefined;
    return isText && (0,json/* numberAt */.tk)(response, 'status') !== 204 && /json|html/.test(type);
}
/**
 * Asks the GraphQL endpoint for what may be done twice, since it may be.
 * @throws GitHubError when it answers with errors, which it does with status 200
 */
async function graphql({ octokit }, query, variables) {
    try {
        const data = await octokit.graphql(query, variables);
        return data;
    }
    catch (cause) {
        if (cause instanceof github_error/* GitHubError */.y_)
            throw cause;
        const facts = (0,github_error/* factsOf */.xS)(cause, { method: 'POST', url: '/graphql' });
        throw new github_error/* GitHubError */.y_({ ...facts, status: 200 }, { cause });
    }
}

;// CONCATENATED MODULE: ./src/github/comment.ts



const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
const SUPERSEDED = '<!-- langfuse-deploy:superseded -->';
/**
 * Writes the one comment on this topic and stack: edits the newest of ours, or makes the first.
 *
 * Ours is what begins with our marker and was written by the owner of the token, by id: a marker can be copied and
 * a login can change hands. The comment is for people; nothing that it says is ever read back.
 */
async function upsertComment(github, request) {
    try {
        return await write(github, request);
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        return { kind: 'refused', reason: refusal(error, request) };
    }
}
/** The first line of a comment. A stack's name cannot end it: `>` is escaped, and so is a dash before another. */
function markerOf(topic, stack) {
    // A lone surrogate has no bytes, and encodeURIComponent throws at it.
    const name = encodeURIComponent(Buffer.from(stack).toString()).replace(/-(?=-)/g, '%2D');
    return `<!-- langfuse-deploy:${topic}:${name} -->`;
}
async function write(github, request) {
    const marker = markerOf(request.topic, request.stack);
    const body = `${marker}\n${request.body}`;
    const place = { pull: request.pull, marker };
    for (let attempt = 1;; attempt++) {
        const ours = await findOurs(github, place);
        const newest = ours.at(-1);
        try {
            if (newest === undefined && request.first === 'leave')
                return { kind: 'absent' };
            if (newest === undefined)
                return await create(github, place, body);
            const url = newest.body === body ? newest.url : await edit(github, newest.id, body);
            return { kind: 'written', url, superseded: await supersede(github, ours.slice(0, -1), marker) };
        }
        catch (error) {
            if (attempt >= ATTEMPTS || !isWorthAnotherLook(error, newest))
                throw error;
            await github.clock.sleep(PAUSE_MS * attempt);
        }
    }
}
/** A comment that was just deleted is made anew; one whose making was not confirmed may be there now. */
function isWorthAnotherLook(error, existing) {
    if (!(error instanceof github_error/* GitHubError */.y_))
        return false;
    return existing === undefined ? error.isUncertain : error.status === 404;
}
/** Our comments, oldest first. @param authorId of the token's owner, if it is known already */
async function findOurs(github, { pull, marker }, authorId) {
    const marked = await github.octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...github.repo, issue_number: pull, per_page: 100 }, ({ data }) => (0,json/* listOf */.c3)(data)
        .flatMap(parseComment)
        .filter(({ body }) => body.startsWith(marker)));
    if (marked.length === 0)
        return [];
    const self = authorId ?? (await viewerId(github));
    return marked.filter((comment) => comment.authorId === self).sort((a, b) => a.id - b.id);
}
/** GraphQL tells every kind of token whose it is; REST has `/user` for people only, and nothing for installations. */
async function viewerId(github) {
    const id = (0,json/* numberAt */.tk)(await graphql(github, 'query { viewer { databaseId } }', {}), 'viewer', 'databaseId');
    if (id !== undefined)
        return id;
    const words = 'GitHub does not say whom the token belongs to';
    throw new github_error/* GitHubError */.y_({ method: 'POST', path: '/graphql', status: 200, words, headers: {} });
}
function parseComment(data) {
    const id = (0,json/* numberAt */.tk)(data, 'id');
    const [nodeId, url] = [(0,json/* textAt */.$6)(data, 'node_id'), (0,json/* textAt */.$6)(data, 'html_url')];
    if (id === undefined || nodeId === undefined || url === undefined)
        return [];
    const authorId = (0,json/* numberAt */.tk)(data, 'user', 'id');
    return [{ id, nodeId, url, body: (0,json/* textAt */.$6)(data, 'body') ?? '', authorId }];
}
async function create(github, place, body) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: place.pull,
        body,
    });
    // Another run may have made one at the same time; whichever looks last sees both, and the newest stays.
    const ours = await findOurs(github, place, (0,json/* numberAt */.tk)(data, 'user', 'id')).catch(orNone);
    const superseded = await supersede(github, ours.slice(0, -1), place.marker);
    return { kind: 'written', url: ours.at(-1)?.url ?? (0,json/* textAt */.$6)(data, 'html_url') ?? '', superseded };
}
function orNone(error) {
    if (error instanceof github_error/* GitHubError */.y_)
        return [];
    throw error;
}
async function edit(github, id, body) {
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
/** Collapses comments and takes our marker out of them, so that no later run edits one that nobody sees. */
async function supersede(github, comments, marker) {
    let count = 0;
    for (const { id, nodeId, body } of comments) {
        try {
            await graphql(github, MINIMIZE, { id: nodeId });
            await edit(github, id, body.replace(marker, SUPERSEDED));
            count += 1;
        }
        catch (error) {
            // The comment that counts is written; the next run tries this again.
            if (!(error instanceof github_error/* GitHubError */.y_))
                throw error;
        }
    }
    return count;
}
function refusal(error, { pull, body }) {
    if (error.status === 422 && /too long/i.test(error.words)) {
        return `The comment on pull request #${pull} is too long for GitHub, with ${body.length} characters: ${error.words}.`;
    }
    if (error.status === 403 && /locked/i.test(error.words)) {
        return `Pull request #${pull} is locked, and the token may not comment there: unlock the conversation, and run the job again.`;
    }
    return `There is no comment on pull request #${pull}. ${error.message}`;
}

;// CONCATENATED MODULE: ./src/commands/plan-report.ts



/** Puts a text on the pull request; what cannot be said there is in the summary of the run anyway. */
async function sayOnPull(comment, { inputs, context, world, }) {
    if (context.event !== 'pull_request')
        return { url: undefined, warnings: [] };
    return say({ pull: context.number, topic: 'plan', stack: inputs.stack, ...comment }, { inputs, context, world });
}
async function say(comment, place) {
    const github = await gitHubOf(place.inputs, place.context, place.world);
    if (github === undefined)
        return { url: undefined, warnings: ['No comment was made: github-token is empty'] };
    const outcome = await upsertComment(github, comment);
    if (outcome.kind === 'written')
        return { url: outcome.url, warnings: [] };
    return { url: undefined, warnings: outcome.kind === 'refused' ? [outcome.reason] : [] };
}
async function gitHubOf(inputs, context, world) {
    if (inputs.githubToken === undefined)
        return undefined;
    world.log.mask(inputs.githubToken);
    const { apiUrl, repository } = context;
    return openGitHub({ token: inputs.githubToken, apiUrl, repository }, world);
}
/** How many of each, as outputs of the step. */
function countOutputs(counts) {
    const { hasChanges, outputs, ...kinds } = counts;
    const numbers = Object.entries({ ...kinds, 'output-changes': outputs });
    return {
        'has-changes': String(hasChanges),
        ...Object.fromEntries(numbers.map(([name, count]) => [name, String(count)])),
    };
}
/** Terraform's diagnostics beside the lines they are about. */
function annotationsOf(diagnostics, directory, { redact }) {
    return diagnostics.map(({ severity, summary, detail, range }) => ({
        severity,
        title: redact(summary),
        message: redact(detail || summary),
        ...(range && {
            file: (0,external_node_path_.join)(directory, range.file),
            startLine: range.startLine,
            endLine: range.endLine,
            startColumn: range.startColumn,
        }),
    }));
}


/***/ }),

/***/ 5002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  t: () => (/* binding */ openRecords),
  z: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./src/aws/bucket.ts + 1 modules
var aws_bucket = __webpack_require__(7295);
// EXTERNAL MODULE: ./src/aws/text.ts
var aws_text = __webpack_require__(2802);
;// CONCATENATED MODULE: ./src/aws/plan-record.ts

/** A record that cannot be written, cannot be read, or is of another plan than was asked for. */
class InvalidPlanRecord extends Error {
    name = 'InvalidPlanRecord';
}
const VERSION = 1;
const LONGEST_STACK = 200;
function renderPlanRecord(record) {
    return JSON.stringify({ ...record, version: VERSION, entries: Object.fromEntries(record.entries) });
}
/**
 * Reads a record that anybody may have written; fields that it does not know are left out.
 * @throws InvalidPlanRecord with the reason
 */
function parsePlanRecord(body) {
    const record = (0,aws_text/* parseJson */.qF)(body);
    if (!(0,aws_text/* isRecord */.u4)(record))
        throw new InvalidPlanRecord('it is not a JSON object');
    if (record['version'] !== VERSION) {
        const version = (0,aws_text/* oneLine */.TN)(String(record['version']));
        throw new InvalidPlanRecord(`it has version ${version}, and this version of the action reads only ${VERSION}`);
    }
    return {
        ...checkPlanSubject(record),
        runId: check(record['runId'], 'runId', isId),
        runAttempt: check(record['runAttempt'], 'runAttempt', isId),
        terraformVersion: check(record['terraformVersion'], 'terraformVersion', isWord),
        fingerprint: check(record['fingerprint'], 'fingerprint', isWord),
        salt: check(record['salt'], 'salt', isWord),
        entries: new Map(Object.entries(mapValues(record['entries'], 'entries', recordedChange))),
        counts: mapValues(record['counts'], 'counts', (count, label) => check(count, label, isCount)),
        createdAt: new Date(check(record['createdAt'], 'createdAt', isTime)),
    };
}
function recordedChange(value, label) {
    const { kind, hash, attributes } = check(value, label, aws_text/* isRecord */.u4);
    return {
        kind: check(kind, `${label}.kind`, isWord),
        hash: check(hash, `${label}.hash`, isWord),
        attributes: mapValues(attributes, `${label}.attributes`, (one, name) => check(one, name, isWord)),
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
    const differs = (name, is, asked) => is === asked ? [] : [(0,aws_text/* oneLine */.TN)(`${name} ${is} instead of ${asked}`)];
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
    throw new InvalidPlanRecord(`its field ${(0,aws_text/* oneLine */.TN)(label)} is missing or not what it should be`);
}
function mapValues(value, label, read) {
    const entries = Object.entries(check(value, label, aws_text/* isRecord */.u4));
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
const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));

;// CONCATENATED MODULE: ./src/aws/plan-records.ts


/** A place for records that cannot be meant. */
class InvalidRecordsUrl extends Error {
    name = 'InvalidRecordsUrl';
}
// A plan that changes 5,000 resources comes to about eight.
const MOST_BYTES = 32 * 1024 * 1024;
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
    constructor(url, session, world) {
        const { bucket, prefix } = parseRecordsUrl(url);
        this.prefix = prefix;
        this.bucket = new aws_bucket/* Bucket */.f(bucket, session, world);
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
        if (bytes > MOST_BYTES) {
            throw new InvalidPlanRecord(`The record of this plan has ${bytes} bytes, and at most ${MOST_BYTES} are read: split the stack ${record.stack}.`);
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
        const body = await this.bucket.read(key, MOST_BYTES);
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
;// CONCATENATED MODULE: ./src/commands/records.ts


/** Where the records of reviewed plans are: `plan-records`, or `plans/` beside the state; undefined when nowhere. */
async function openRecords(stack, world) {
    const { planRecords, aws } = stack.inputs;
    const backend = await stack.backend();
    const url = planRecords ?? (backend && `s3://${backend.bucket}/plans/`);
    if (url === undefined)
        return undefined;
    const region = backend?.region ?? aws.region ?? 'us-east-1';
    const awsWorld = { env: world.env, mask: world.log.mask, proxyUrl: world.proxyUrl };
    const session = stack.session ?? (await (0,aws_session/* ambientSession */.P)({ region, allowedAccountIds: aws.allowedAccountIds }, awsWorld));
    return new PlanRecords(url, { ...session, region }, awsWorld);
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
        fingerprint: planned.fingerprint,
        salt,
        entries,
        counts: Object.fromEntries(Object.entries(planned.counts).filter(isNumber)),
        createdAt: new Date(),
    };
}
const isNumber = (entry) => typeof entry[1] === 'number';


/***/ }),

/***/ 5371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ InvalidConfiguration),
  B: () => (/* binding */ Stack)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./src/aws/text.ts
var aws_text = __webpack_require__(2802);
;// CONCATENATED MODULE: ./src/aws/credential-server.ts




/**
 * Serves a session's credentials to the programs that this process starts and that know the token,
 * as a container's credentials endpoint does: they ask again before what they have runs out, however long they run.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 *
 * Who it is not meant for gets the same empty answer, whatever is wrong with the request.
 *
 * @returns undefined for ambient credentials: what the step was given in its environment,
 * a program started with that environment finds and renews by itself
 */
async function serveCredentials(session, world) {
    const credentials = session.freshCredentials ?? session.credentials;
    if (credentials === undefined)
        return undefined;
    const path = `/${(0,external_node_crypto_.randomBytes)(16).toString('base64url')}`;
    const token = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
    for (const secret of [path, token])
        world.mask(secret);
    const server = (0,external_node_http_.createServer)();
    server.listen(0, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('A server on 127.0.0.1 got no port');
    const host = `127.0.0.1:${address.port}`;
    server.on('request', (request, response) => {
        if (isMeant(request, { host, path, token }))
            void answer(response, credentials);
        else
            response.writeHead(403, { connection: 'close' }).end();
    });
    // Whoever forgets to close it should not keep the process from ending.
    server.unref();
    return {
        uri: `http://${host}${path}`,
        token,
        close: async () => {
            const closed = new Promise((resolve) => server.close(resolve));
            server.closeAllConnections();
            await closed;
        },
    };
}
function isMeant({ method, url, headers }, { host, path, token }) {
    const isRightToken = isSame(headers.authorization ?? '', token);
    return isSame(url ?? '', path) && isRightToken && method === 'GET' && headers.host === host;
}
/** In the same time wherever the two differ, and of whatever length. */
function isSame(given, secret) {
    const digest = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    return (0,external_node_crypto_.timingSafeEqual)(digest(given), digest(secret));
}
async function answer(response, credentials) {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    try {
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await credentials();
        const body = {
            AccessKeyId: accessKeyId,
            SecretAccessKey: secretAccessKey,
            Token: sessionToken,
            Expiration: expiration.toISOString(),
        };
        response.writeHead(200, headers).end(JSON.stringify(body));
    }
    catch (error) {
        response.writeHead(503, headers).end(JSON.stringify(failure(error)));
    }
}
/** The form in which the SDKs read a failure and show it. */
function failure(error) {
    if (!(error instanceof Error))
        return { code: 'CredentialsUnavailable', message: (0,aws_text/* oneLine */.TN)(String(error)) };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    return { code: (0,aws_text/* oneLine */.TN)(code), message: (0,aws_text/* oneLine */.TN)(error.message) };
}

;// CONCATENATED MODULE: ./src/aws/state-backend.ts


const DEFAULT_WORKSPACE = 'default';
/**
 * The S3 backend of a root module, as `terraform init` left it in the module's data directory.
 * @returns undefined before `init`, without a backend and with one of another type
 */
async function readBackend(directory, { env, readFile }) {
    const data = (name) => readFile((0,external_node_path_.resolve)(directory, env['TF_DATA_DIR'] || '.terraform', name)).catch(absent);
    const config = s3Config((await data('terraform.tfstate')) ?? '');
    if (config === undefined)
        return undefined;
    const { bucket, key, region, workspace_key_prefix: prefix, use_lockfile: hasLockFile } = config;
    if (typeof bucket !== 'string' || typeof key !== 'string')
        return undefined;
    // https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals
    const workspace = env['TF_WORKSPACE'] || (await data('environment'))?.trim() || DEFAULT_WORKSPACE;
    return {
        bucket,
        key: workspace === DEFAULT_WORKSPACE ? key : `${state_backend_text(prefix) ?? 'env:'}/${workspace}/${key}`,
        region: state_backend_text(region),
        workspace,
        hasLockFile: hasLockFile === true,
    };
}
/** `.terraform/terraform.tfstate` has the form of an old state, with the backend's settings in place of resources. */
function s3Config(body) {
    const file = (0,aws_text/* parseJson */.qF)(body);
    const backend = (0,aws_text/* isRecord */.u4)(file) ? file['backend'] : undefined;
    if (!(0,aws_text/* isRecord */.u4)(backend) || backend['type'] !== 's3')
        return undefined;
    return (0,aws_text/* isRecord */.u4)(backend['config']) ? backend['config'] : undefined;
}
function state_backend_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function absent(error) {
    if ((0,aws_text/* isRecord */.u4)(error) && error['code'] === 'ENOENT')
        return undefined;
    throw error;
}

// EXTERNAL MODULE: ./src/terraform/cli.ts + 7 modules
var cli = __webpack_require__(8457);
// EXTERNAL MODULE: ./src/terraform/counts.ts
var counts = __webpack_require__(9654);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(1177);
// EXTERNAL MODULE: ./src/terraform/intent.ts
var intent = __webpack_require__(9244);
// EXTERNAL MODULE: ./src/terraform/plan-json.ts
var plan_json = __webpack_require__(1044);
;// CONCATENATED MODULE: ./src/terraform/fingerprint.ts



/**
 * SHA-256 over what an apply of the plan would do, values of sensitive attributes included.
 * It must not be published: whoever has it can try out values for a secret that few values are possible for
 * ({@link seal} makes it fit to be shown).
 */
function fingerprint(plan, identity) {
    const { terraformVersion, stack, workspace } = identity;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    hash.update((0,plan_json/* canonicalJson */.dj)({ version: 1, terraformVersion, stack, workspace, errored: plan.errored }));
    const lines = (0,intent/* entriesOf */.M)(plan).map(({ content }) => content);
    const others = [...plan.deferred, ...plan.actionInvocations].map(plan_json/* canonicalJson */.dj);
    // Terraform walks its graph in parallel, so the order of the list says nothing.
    for (const line of [...lines.sort(), '', ...others.sort()])
        hash.update(`\n\n${line}`);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./src/terraform/guard.ts + 1 modules
var guard = __webpack_require__(6344);
// EXTERNAL MODULE: ./src/terraform/plan.ts + 1 modules
var terraform_plan = __webpack_require__(1662);
// EXTERNAL MODULE: ./src/terraform/redact.ts
var redact = __webpack_require__(4939);
// EXTERNAL MODULE: ./src/commands/session.ts + 5 modules
var commands_session = __webpack_require__(8545);
// EXTERNAL MODULE: ./src/commands/terraform-tool.ts + 9 modules
var terraform_tool = __webpack_require__(6774);
;// CONCATENATED MODULE: ./src/commands/stack.ts













/** A configuration in which `terraform validate` finds faults. */
class InvalidConfiguration extends Error {
    diagnostics;
    name = 'InvalidConfiguration';
    constructor(directory, diagnostics) {
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        super(`${directory} is not valid: ${errors.map(({ summary }) => summary).join('; ')}`);
        this.diagnostics = diagnostics;
    }
}
/** One Terraform root, with the credentials it runs with and the secrets that nobody may see. */
class Stack {
    inputs;
    terraform;
    parts;
    /** Values that the plan marks as sensitive. */
    secrets = [];
    redacting = (0,redact/* redactor */.$p)([]);
    /** Takes what the plan marks as sensitive out of a text. */
    redact = (text) => this.redacting(text);
    constructor(inputs, terraform, parts) {
        this.inputs = inputs;
        this.terraform = terraform;
        this.parts = parts;
    }
    static async open(inputs, world) {
        const { region, roleToAssume } = inputs.aws;
        const folder = await world.openFolder();
        const tool = await (0,terraform_tool/* terraformFor */.K)(inputs, folder, world);
        world.log.info(`Terraform ${tool.version} (from ${tool.source})`);
        // A root that has nothing in AWS needs no session there.
        const wantsAws = region !== undefined || roleToAssume !== undefined;
        const session = wantsAws ? await (0,commands_session.openSession)(inputs.aws, region, world) : undefined;
        const server = session && (await serveCredentials(session, world.log));
        const redacting = { redact: (text) => text };
        const settings = {
            program: tool.program,
            version: tool.version,
            env: { ...(0,environment/* terraformEnvironment */.M)(world.env, server), ...(region && { AWS_REGION: region }), ...tool.env },
            onEvent: (event) => {
                tell(event, world);
            },
            redact: (text) => redacting.redact(text),
            interruption: world.interruption,
        };
        const terraform = new cli/* Terraform */.v(inputs.directory, { ...settings, folder });
        // It runs beside the plan, so its notes need a place of their own.
        const aside = await (0,promises_.mkdtemp)((0,external_node_path_.join)(folder, 'validate-'));
        const validator = new cli/* Terraform */.v(inputs.directory, { ...settings, folder: aside });
        const stack = new Stack(inputs, terraform, {
            version: tool.version,
            folder,
            validator,
            session,
            server,
            world,
        });
        redacting.redact = (text) => stack.redacting(text);
        return stack;
    }
    get terraformVersion() {
        return this.parts.version;
    }
    get session() {
        return this.parts.session;
    }
    /** init and workspace. @throws TerraformFailed, Cancelled */
    async prepare() {
        const { terraform, inputs } = this;
        await this.grouped('terraform init', () => terraform.init({ backendConfig: inputs.backendConfig }));
        if (inputs.workspace !== undefined) {
            await terraform.selectWorkspace(inputs.workspace, { missing: 'create' });
        }
    }
    /**
     * Validates and plans, reads the plan, and from here on keeps its secrets out of everything.
     * @throws InvalidConfiguration, TerraformFailed, Cancelled
     */
    async plan() {
        const { inputs, parts, terraform } = this;
        const startedMs = parts.world.clock.now();
        const planFile = (0,external_node_path_.join)(parts.folder, 'plan.bin');
        const options = {
            varFiles: inputs.varFiles,
            variables: inputs.variables,
            targets: inputs.targets,
            replace: inputs.replace,
            parallelism: inputs.parallelism,
            lockTimeout: inputs.lockTimeout,
        };
        // Both read the configuration and load the providers; side by side they take the time of one.
        const [validated, planned] = await this.grouped('terraform validate, terraform plan', () => Promise.allSettled([parts.validator.validate(), terraform.plan(planFile, options)]));
        const faults = validated.status === 'fulfilled' ? validated.value : [];
        if (faults.some(({ severity }) => severity === 'error'))
            throw new InvalidConfiguration(inputs.directory, faults);
        if (planned.status === 'rejected')
            throw planned.reason;
        if (validated.status === 'rejected')
            throw validated.reason;
        const plan = (0,terraform_plan/* parsePlan */.vS)(await terraform.show(planFile));
        this.keepSecret(plan.secrets);
        const { stack, statefulTypes: extraTypes, allowDestroy: allow } = inputs;
        const workspace = inputs.workspace ?? 'default';
        return {
            plan,
            planFile,
            counts: (0,counts/* countsOf */.m)(plan),
            dangers: (0,guard/* findDanger */.nT)(plan, { extraTypes, allow }),
            fingerprint: fingerprint(plan, { terraformVersion: this.terraformVersion, stack, workspace }),
            diagnostics: planned.value.diagnostics,
            seconds: (parts.world.clock.now() - startedMs) / 1000,
        };
    }
    /** Where the state is, once `init` has been run; undefined unless it is in S3. */
    backend() {
        const { env, readFile } = this.parts.world;
        return readBackend(this.inputs.directory, { env, readFile });
    }
    keepSecret(values) {
        this.secrets = [...this.secrets, ...values];
        this.redacting = (0,redact/* redactor */.$p)(this.secrets);
        // A short value would be masked in words that have nothing to do with it.
        for (const value of values)
            if (value.length >= SHORTEST_MASKED)
                this.parts.world.log.mask(value);
    }
    async close() {
        await this.parts.server?.close();
    }
    async grouped(title, work) {
        const { log } = this.parts.world;
        log.group(title);
        try {
            return await work();
        }
        finally {
            log.endGroup();
        }
    }
}
const SHORTEST_MASKED = 8;
function tell(event, { log }) {
    if (event.message !== '')
        log.info(event.message);
}


/***/ }),

/***/ 6774:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ terraformFor)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/terraform/fields.ts
var terraform_fields = __webpack_require__(6911);
;// CONCATENATED MODULE: ./src/terraform/download.ts




/** A file that could not be had. */
class DownloadFailed extends Error {
    facts;
    name = 'DownloadFailed';
    constructor(facts, options) {
        super(`GET ${facts.url}: ${facts.reason}`, options);
        this.facts = facts;
    }
}
const TRIES = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** A file into memory. */
async function downloadBytes(url, mostBytes, world) {
    return retry(world, async () => {
        const chunks = [];
        let bytes = 0;
        for await (const chunk of whole(url, await answered(url, world))) {
            bytes += chunk.length;
            if (bytes > mostBytes)
                throw failed(url, `it is longer than ${mostBytes} bytes; is this the right server?`);
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    });
}
/** A file onto the disk. @returns its SHA-256 in hexadecimal */
async function downloadFile(url, path, world) {
    return retry(world, async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const answer = await answered(url, world);
        await (0,promises_.pipeline)(whole(url, answer), async function* (chunks) {
            for await (const chunk of chunks) {
                hash.update(chunk);
                yield chunk;
            }
        }, (0,external_node_fs_.createWriteStream)(path));
        return hash.digest('hex');
    });
}
async function answered(url, world) {
    const answer = await world.fetch(url).catch((error) => {
        throw broken(url, error);
    });
    if (answer.status === 200)
        return answer;
    // The rest of it is of no use, and an open answer would keep the process alive.
    await answer.body[Symbol.asyncIterator]().return?.();
    const transient = answer.status >= 500 || answer.status === 429 || answer.status === 408;
    throw new DownloadFailed({
        url,
        reason: `the server answered ${answer.status}`,
        status: answer.status,
        transient,
    });
}
/** The bytes of an answer; an end before the announced one is a fault of the connection. */
async function* whole(url, { body, lengthBytes }) {
    let bytes = 0;
    try {
        for await (const chunk of body) {
            bytes += chunk.length;
            yield chunk;
        }
    }
    catch (error) {
        throw broken(url, error);
    }
    if (lengthBytes !== undefined && bytes !== lengthBytes) {
        throw new DownloadFailed({
            url,
            reason: `it ended after ${bytes} of ${lengthBytes} bytes`,
            transient: true,
        });
    }
}
const failed = (url, reason) => new DownloadFailed({ url, reason, transient: false });
function broken(url, error) {
    const fields = (0,terraform_fields/* isRecord */.u4)(error) ? error : {};
    const reason = (0,terraform_fields/* textAt */.$6)(fields, 'code') ?? ((0,terraform_fields/* textAt */.$6)(fields, 'message') || String(error));
    return new DownloadFailed({ url, reason, transient: true }, { cause: error });
}
async function retry({ sleep, random }, attempt) {
    for (let tries = 1;; tries++) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof DownloadFailed) || !error.facts.transient)
                throw error;
            if (tries === TRIES) {
                const reason = `${error.facts.reason} (${tries} tries)`;
                throw new DownloadFailed({ ...error.facts, reason }, { cause: error });
            }
            await sleep(random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)));
        }
    }
}
const IDLE_MS = 30_000;
/** GET through the proxies that the environment names; redirects never lead from HTTPS to HTTP. */
async function fetchByHttpClient(url) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(779)]).then(__webpack_require__.bind(__webpack_require__, 2779));
    const client = new HttpClient('langfuse-deploy', [], { socketTimeout: IDLE_MS, allowRetries: false });
    const { message } = await client.get(url);
    const length = Number(message.headers['content-length']);
    return {
        status: message.statusCode ?? 0,
        lengthBytes: Number.isSafeInteger(length) && message.headers['content-length'] ? length : undefined,
        body: message,
    };
}

;// CONCATENATED MODULE: ./src/terraform/hashicorp-key.ts
/**
 * The key with which HashiCorp signs its releases, as published at https://www.hashicorp.com/.well-known/pgp-key.txt;
 * taken from github.com/hashicorp/hc-install, internal/pubkey. It is the key of 2021 and the same of 2026 in one: HashiCorp
 * prolonged it in February 2026 and dropped its older self-signatures, without which nothing signed before can be checked.
 * Of its subkeys, only the one is kept that signs releases (374EC75B485913604A831CC7C820C6D5CD27AB87).
 * This copy is good for what is signed until 2030-03-01.
 */
const HASHICORP_KEY = {
    fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
    armored: `-----BEGIN PGP PUBLIC KEY BLOCK-----

xsFNBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dvi
VxOXPG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8
Vu1CICplZm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJ
CpHO5nQ5Cy9hQIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCU
txk+pxvU0UHXp+AB0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmN
law9Z897ltZmRLGq1p4aRnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106i
WuKBTibffYQzq5TG8FYVJKrhRwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5R
YYCTRHgA5OOrqZhC7JefudrP8n+MpxkDgNORDu7GCfAuisrf7dXYjLsxG4tu
22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKWmypNumuQpP5lc1ZFG64TRzb1HR6o
IdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb4ZmKHX1JEwM/7tu21QE4F1dz
0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3iQutxbZrwIlTBt+fGLtm
3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQABzURIYXNoaUNvcnAg
U2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxzZWN1cml0eUBo
YXNoaWNvcnAuY29tPsLBlAQTAQoAPhYhBMh0AR8KtAURDQIQVTQ2XZRy10aP
BQJgffsZAhsDBQkJZgGABQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJEDQ2
XZRy10aPtpcP/0PhJKiHtC1zREpRTrjGizoyk4Sl2SXpBZYhkdrG++abo6zs
buaAG7kgWWChVXBo5E20L7dbstFK7OjVs7vAg/OLgO9dPD8n2M19rpqSbbvK
YWvp0NSgvFTT7lbyDhtPj0/bzpkZEhmvQaDWGBsbDdb2dBHGitCXhGMpdP0B
uuPWEix+QnUMaPwU51q9GM2guL45Tgks9EKNnpDR6ZdCeWcqo1IDmklloidx
T8aKL21UOb8tcD+Bg8iPaAr73bW7Jh8TdcV6s6DBFub+xPJEB/0bVPmq3ZHs
5B4NItroZ3r+h3keVDoSOSIZLl6JtVooOJ2la9ZuMqxchO3mrXLlXxVCo6cG
cSuOmOdQSz4OhQE5zBxxLuzA5ASIjASSeNZaRnffLIHmht17BPslgNPtm6uf
yOk02P5XXwa69UCjA3RYrA2PQNNC+OWZ8qQLnzGldqE4MnRNAxRxV6cFNzv1
4ooKf7+k686LdZrP/3fQu2p3k5rY0xQUXKh1uwMUMtGR867ZBYaxYvwqDrg9
XB7xi3N6aNyNQ+r7zI2lt65lzwG1v9hgFG2AHrDlBkQi/t3wiTS3JOo/GCT8
BjN0nJh0lGaRFtQv2cXOQGVRW8+V/9IpqEJ1qQreftdBFWxvH7VJq2mSOXUJ
yRsoUrjkUuIivaA9Ocdipk2CkP8bpuGz7ZF4wsGUBBMBCgA+AhsDBQsJCAcC
BhUKCQgLAgQWAgMBAh4BAheAFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmW
R9AFCRCs7LcACgkQNDZdlHLXRo/DqA//cZQQxRrqYJG65I5P1SfOI8i9dh3r
eZw3oDonCbCPwloHaq44KKO8mTDnpRtkrfHUVkht7SEDpVQDA1I2ZIjFUmSK
WDAhhgU7S2cvv1eEh4/uNgXJ1ctnitOLUUOXyWW0C6NM0BF1jxQaDiEaVwz0
6sR5cQUta6Ak2IKEvXkVWjFmohKN525oSrLEZ8mfJXDLzPell+A4N4WvvGzY
2RQgxJ+5GDbhVwvhpbwWu3eNbw/jnLej/l+yLoDDa1nTAP01KCRVzxUPU1FX
15Jn3kG/4DB/0hdr4Kfk4KNzwlz5cX6ct8Gg+zA47sTx0uK4FTDr8bNIsxtW
zyp/wE1cH3Z057VVxxVOqMLErawSlVoeHt75yjx3yUMYEhYwaHs1LpeUY5Gk
Vv9PqDGOM5hRXdIp3hAN5tRQbyQyRvmO4uWM6ir5g4++A0sNktm14WmYf7MH
0Ok5jVi0dkH84P4O3MsxpKXpU8XYufSPlpAbA0O3uyF7IB6xdu7SqfYfkXGi
NJ++FPSRQMpnSaCDnLc5+WDj0yIA6GMsZjQmhwWkF4wgvDbt9vB+kgE/uyJB
YVMUnU76XY1CJYDALbHl9fYRqTIIEmauQ9XaGvicSiA2qD39EOyQhSpylw45
3/QGe2JczJQIIfYCgK3lpxpNDRZToICixk+iM5iG0YaA6B5BJ1+WkxLOwU0E
YIBcJgEQANbpE2tlUY1e8dUGpKI5ZrGXVc6ISiIc+3nQCKO3bnJdsb7SQcgV
KhH7WDouHbQlMIKGB9CQYaPNC8S4bUdPDTtiGy8tzSmSM0x+7qAmoWjH+iBz
nebPr07Fdq7NRD9NnbsYNWlQG74SEMq3Wzc60DoGPP9yyin9SbuBPT6K8fK8
n+MZ2c8Rm/y025IT9Sj6Gf9D2GDxJu95nOjcL5TgpxpsIRIQWXwarppGL28B
9rrmjEPmMpojPtzL6nBvSWLOqVbsf21CWvd0F90hx3OBHnmFMULn9etzAnr+
cdUf/EayQRqyd8JBfxFgoy7LRQAMnLvZORlthoLH5dchxUHwZM6YlWgCGtNJ
JUsBmyl8KePCdLGKwOfdnOxiurdxXqxTxv5CUhftUCO6sT7lxmJWVrGAKPKE
qqUaCaiedF5Y4FpwKAv9S+7AyYynlNMuaItctPu7F4aiMTKgKTiwyuqtTWN6
8fIaUMkf1Nq7HXkYgsPCdgV8C88X1YKJ3hRng67CNxrF/KzcvE2JkiVSxc0r
BLeaGIxEvhNGxuziThAT4sgw6xq4i9y+bz9+vJ29D+RTAiFVMfzRcY4f3T1t
i0m9jd+50rtKEjCbtkVN24ElQbjvcT8WfdWSFOYFfr4+M4LnQdH8fJvBpELN
8Ou4x7dMBwT+1I/kJQ5v0Lv4/6E/NBwPABEBAAHCw7IEGAEKACYWIQTIdAEf
CrQFEQ0CEFU0Nl2UctdGjwUCYIBcJgIbAgUJCWYBgAJACRA0Nl2UctdGj8F0
IAQZAQoAHRYhBDdOx1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXN
J6uHRfAP/2CGdSyg0K7U66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK
/zvMUHO4LJAlYvdtZ6xDa4XHl9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX
/GEoZL0R5esvwPAXopMaRHCfXJeI/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE
6/hog8DCf4hoT40dW20gGe58xcvJ+mRYlC0lr16WH08wuUcee6+dgu+4Cg6S
G6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNnnXDhzStgOd5gOeIL+xBPXHd0
/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinul9COwfGEmlAXTGMY30Lf
3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8lAv6Lsop7sun1Qys
bo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9dpjuZS29CflXX
IRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX8CI9MAnq
zm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXKy/XW
CVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GjiMP/2xno9nP+sR5O+2Hzy3nSo9w
FrhtvblfQHkU7dN4rYsvdUou4SnmWB1wdWietx2pkWhs3UKAYm5rxNZKmsiS
H7wBNn8VdBOLTU3MuEddPUhDNKkVpnDSBvZ/mu5fC9M+l9fNCuzaiZj7uzt+
QLAY96y+lJc8qf2/y6FTAPs0Zb8Ob6NQz5C0L8WrNfv79D464Q+MKVSHVyqi
kJkS8AjceOdq8ati5ToOBB2PIZP9QNu7BsJeofEeiNVWQhIbMJMamYFxBhCq
FwVF50nImW7o9JeUDv7wCOHnaiIwnd7PjFKywWBRADI4HXrjfa2bh6ukaYLJ
qSShGYxSfenDH5AimnFGWwfOeFwJApHe1xuVSofe+rmLj9kCKG6wwJrRitKG
3F91JvXegpf6kWtple/HJmUJrmqhBAFXWyjCY8vU3aPd1H1NWl1PIIVBK/gp
6ITGajC0siN4KmlEEQp55gcmeV+TIpc+HFNVU7of51TidW7QBJBnTsqJCNsj
7NOk8oUs+nf/Sw9EkznuvX5pNLvWJHudk1nV/wtlXY68YTp8lW2AnUng27TY
rni64iFTe2DX7te34irBFz2ttWukcf+EUJgE9bYPZ3EH6TalCWDk0j5OmxeP
lm6fyRHDlG1Vv50u6If/GbECsh57wmpkXmriHgjfc9IYN1K8Zef1QxjkiyOm
wsOyBBgBCgAmAhsCFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCq
i+QCQMF0IAQZAQoAHRYhBDdOx1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJ
EMggxtXNJ6uHRfAP/2CGdSyg0K7U66Vygl0dugxrMm8O3/Oe211BKdQsFUSW
AznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XHl9FYQ8MR9ZV0OuOlAZvU4IJDLPVC
U09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI/gEaB94UhAeYlwpcRn0eSuk1
vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRYlC0lr16WH08wuUcee6+d
gu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNnnXDhzStgOd5gOeIL
+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinul9COwfGEmlAX
TGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8lAv6Lsop
7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9dpjuZ
S29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8q
yeXKy/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIw
ngC/ZN96pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4j
OGhEGTg88VyuPVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6Fr
ntS7bAEhccGqH894T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgW
pRc3i0DS7CheGwl+Bwu7+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO
0HJu/dcte4oXrQIqrZrpOwe8WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+
rhgnTGdZzk1f/Yhhimh+2B0ReaFvk3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25
Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0mK1NucAp8TQBwKqKzNpCk5IdrBSW
RUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gdwYPlE6fj+F2TZzdhx62DPnzB
zBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmWNQfE+6GgeshlrhXWsh6+
PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8lxfI/JuukSgt9o/n3
GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7JPEGtb/FkreKN
xsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1GCHx/5nG
BdDwoxEsXqpI3IUqPb6FDg==
=cTWI
-----END PGP PUBLIC KEY BLOCK-----
`,
};

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/document.ts
var terraform_document = __webpack_require__(5923);
;// CONCATENATED MODULE: ./src/terraform/signature.ts
/** A file that is not what HashiCorp signed, or whose signature nobody can vouch for. */
class BadSignature extends Error {
    name = 'BadSignature';
}
/**
 * Checks a file against its signature. A signature stays good when its key expires later,
 * and is none when the key had expired before it was made.
 *
 * @throws BadSignature
 */
async function checkSignature(file, key, now) {
    const openpgp = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 3074));
    const publicKey = await openpgp.readKey({ armoredKey: key.armored });
    const fingerprint = publicKey.getFingerprint().toUpperCase();
    if (fingerprint !== key.fingerprint) {
        throw new BadSignature(`the key to check ${file.name} with is ${fingerprint}, not ${key.fingerprint}`);
    }
    try {
        const { signatures } = await openpgp.verify({
            message: await openpgp.createMessage({ binary: file.content }),
            signature: await openpgp.readSignature({ binarySignature: file.signature }),
            verificationKeys: publicKey.toPublic(),
            format: 'binary',
            date: now,
        });
        if (signatures.length === 0)
            throw new Error('there is no signature in it');
        // One that is good is enough: while keys change, files carry the signatures of both.
        await Promise.any(signatures.map(({ verified }) => verified));
    }
    catch (error) {
        throw new BadSignature(`${file.name} has no valid signature of key ${fingerprint}: ${reasonOf(error)}`, {
            cause: error,
        });
    }
}
function reasonOf(error) {
    const first = error instanceof AggregateError ? error.errors[0] : error;
    const reason = first instanceof Error ? first.message : String(first);
    return /key.*expired|expired.*key/i.test(reason)
        ? `${reason}; a newer release of this action has the key prolonged`
        : reason;
}

;// CONCATENATED MODULE: ./src/terraform/releases.ts




/** The server's files are not what HashiCorp released. */
class TamperedRelease extends Error {
    name = 'TamperedRelease';
}
const RELEASES_URL = 'https://releases.hashicorp.com';
const MOST_INDEX_BYTES = 128 * 1024 * 1024;
const MOST_SUMS_BYTES = 1024 * 1024;
/** Terraform's releases on HashiCorp's server, or on a mirror of it. */
class Releases {
    server;
    world;
    constructor(server, world) {
        this.server = server;
        this.world = world;
    }
    /** The versions that there are for a platform. @throws DownloadFailed, TamperedRelease */
    async list({ os, arch }) {
        const url = this.url('index.json');
        const index = (0,terraform_fields/* parseObject */.lj)((await downloadBytes(url, MOST_INDEX_BYTES, this.world)).toString('utf8'));
        if (!(0,terraform_fields/* isRecord */.u4)(index?.['versions']))
            throw new TamperedRelease(`${url} is no index of releases`);
        return Object.entries(index['versions'])
            .filter(([, release]) => (0,terraform_fields/* isRecord */.u4)(release) && hasBuild(release['builds'], { os, arch }))
            .map(([version]) => version);
    }
    /**
     * Downloads a release and checks it against the checksums that HashiCorp signed.
     * @returns the path of the ZIP file
     * @throws DownloadFailed, BadSignature, TamperedRelease
     */
    async download(version, { os, arch }, folder) {
        const sumsName = `terraform_${version}_SHA256SUMS`;
        const zipName = `terraform_${version}_${os}_${arch}.zip`;
        const [content, signature] = await Promise.all([sumsName, `${sumsName}.sig`].map((name) => downloadBytes(this.url(version, name), MOST_SUMS_BYTES, this.world)));
        if (content === undefined || signature === undefined)
            throw new BadSignature(`${sumsName} is missing`);
        await checkSignature({ name: sumsName, content, signature }, this.server.key, this.world.now());
        const wanted = sumOf(content.toString('utf8'), zipName);
        if (wanted === undefined) {
            throw new TamperedRelease(`${sumsName} does not have ${zipName}: there is no Terraform ${version} for ${os}_${arch}`);
        }
        const path = (0,external_node_path_.join)(folder, zipName);
        const sum = await downloadFile(this.url(version, zipName), path, this.world);
        if (sum === wanted)
            return path;
        throw new TamperedRelease(`${this.url(version, zipName)} has the SHA-256 ${sum}, and HashiCorp signed ${wanted}`);
    }
    url(...parts) {
        return [this.server.baseUrl.replace(/\/+$/, ''), 'terraform', ...parts].join('/');
    }
}
function hasBuild(builds, { os, arch }) {
    return (Array.isArray(builds) &&
        builds.some((build) => (0,terraform_fields/* isRecord */.u4)(build) && build['os'] === os && build['arch'] === arch));
}
/** The checksum of a file in the notation of `sha256sum`. */
function sumOf(sums, name) {
    const lines = sums.split(/\r?\n/).map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
    return lines.find((line) => line?.[2] === name)?.[1];
}
const ARCHITECTURES = { x64: 'amd64', ia32: '386' };
const SYSTEMS = { win32: 'windows' };
/** A platform of Node's in HashiCorp's words. */
function platformOf(system, architecture) {
    return { os: SYSTEMS[system] ?? system, arch: ARCHITECTURES[architecture] ?? architecture };
}

;// CONCATENATED MODULE: ./src/terraform/tool-cache.ts


const TOOL = 'terraform';
/**
 * @param env the process's own, where `@actions/tool-cache` also looks
 * @param folder where things go that nobody keeps
 */
function openToolCache(env, folder) {
    const isThere = Boolean(env['RUNNER_TOOL_CACHE']);
    return {
        versions: async () => (isThere ? (await load()).findAllVersions(TOOL) : []),
        find: async (version) => (isThere ? (await load()).find(TOOL, version) : ''),
        keep: async (zip, version) => {
            const { cacheDir, extractZip } = await load();
            const unpacked = await extractZip(zip, (0,external_node_path_.join)(folder, `terraform-${version}`));
            await (0,external_node_fs_promises_.chmod)((0,external_node_path_.join)(unpacked, programName(process.platform)), 0o755);
            return isThere ? cacheDir(unpacked, TOOL, version) : unpacked;
        },
    };
}
const load = () => Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(779), __webpack_require__.e(58), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 9805));
const programName = (system) => (system === 'win32' ? `${TOOL}.exe` : TOOL);

// EXTERNAL MODULE: ./src/terraform/version.ts
var terraform_version = __webpack_require__(4824);
;// CONCATENATED MODULE: ./src/terraform/install.ts









/** There is no Terraform to be had that satisfies the constraint. */
class NoTerraform extends Error {
    name = 'NoTerraform';
}
/** The variable that names a mirror of releases.hashicorp.com. */
const MIRROR_VARIABLE = 'TERRAFORM_RELEASES_URL';
const ADVICE = `Install a Terraform that satisfies it in a step before this one (hashicorp/setup-terraform), ` +
    `or name a mirror of releases.hashicorp.com in the variable ${MIRROR_VARIABLE}.`;
/**
 * The Terraform on PATH if it satisfies the constraint, else one of the tool cache, else the newest release.
 * @throws InvalidConstraint, NoTerraform
 */
async function findTerraform(request, world) {
    const { constraint } = request;
    const onPath = await terraformOnPath(world);
    if (onPath !== undefined && (0,terraform_version/* satisfies */.ib)(onPath.version, constraint))
        return { ...onPath, source: 'path' };
    const kept = (0,terraform_version/* pickVersion */.SO)(constraint, await world.cache.versions());
    const folder = kept === undefined ? '' : await world.cache.find(kept);
    const program = (0,external_node_path_.join)(folder, programName(world.system));
    if (kept !== undefined && folder !== '' && (0,external_node_fs_.existsSync)(program))
        return { program, version: kept, source: 'cache' };
    try {
        return await download(request, world);
    }
    catch (error) {
        throw explained(error, request, onPath?.version);
    }
}
async function terraformOnPath(world) {
    const program = await locate(world);
    if (program === undefined)
        return undefined;
    const { stdout } = await world.run(program, ['version', '-json']).catch(() => ({ stdout: '' }));
    const version = (0,terraform_document/* parseVersionReport */.Ui)(stdout);
    return version === undefined ? undefined : { program, version };
}
/** The wrapper that hashicorp/setup-terraform puts first would keep an interrupt to itself; the program is beside it. */
async function locate({ env, system }) {
    const suffix = system === 'win32' ? '.exe' : '';
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    for (const folder of folders) {
        for (const name of [`terraform-bin${suffix}`, `terraform${suffix}`]) {
            const program = (0,external_node_path_.join)(folder, name);
            if (await isExecutable(program))
                return program;
        }
    }
    return undefined;
}
const isExecutable = (path) => (0,external_node_fs_promises_.access)(path, external_node_fs_promises_.constants.X_OK).then(() => true, () => false);
async function download({ constraint, from }, world) {
    const { releases, platform, cache, folder, system } = world;
    const version = (0,terraform_version/* exactVersion */.y)(constraint) ?? (0,terraform_version/* pickVersion */.SO)(constraint, await releases.list(platform));
    if (version === undefined) {
        throw new NoTerraform(`no release of Terraform for ${platform.os}_${platform.arch} satisfies ${from} '${constraint}'`);
    }
    const zip = await releases.download(version, platform, folder);
    const program = (0,external_node_path_.join)(await cache.keep(zip, version), programName(system));
    await (0,external_node_fs_promises_.rm)(zip, { force: true });
    return { program, version, source: 'download' };
}
function explained(error, { constraint, from }, onPath) {
    const isOurs = [DownloadFailed, BadSignature, TamperedRelease, NoTerraform].some((one) => error instanceof one);
    if (!isOurs || !(error instanceof Error))
        return error;
    const wanted = constraint === '' ? 'No Terraform is on PATH' : `${from} asks for Terraform ${constraint}`;
    const found = onPath === undefined || constraint === '' ? '' : `, PATH has ${onPath}`;
    return new NoTerraform(`${wanted}${found}, and it could not be downloaded: ${error.message}. ${ADVICE}`, {
        cause: error,
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/terraform/plugin-cache.ts



/**
 * Gives Terraform a folder in which providers stay from one `init` to the next, unless the user gave it one
 * (https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache).
 *
 * @returns what to add to the environment
 */
async function pluginCache(env) {
    const place = env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'];
    if (!place || env['TF_PLUGIN_CACHE_DIR'] || (await isConfigured(env)))
        return {};
    const folder = (0,external_node_path_.join)(place, 'terraform-plugins');
    // Terraform refuses a folder that is not there; without one it only takes longer.
    const made = await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true }).then(() => true, () => false);
    return made ? { TF_PLUGIN_CACHE_DIR: folder } : {};
}
async function isConfigured(env) {
    const own = process.platform === 'win32'
        ? (0,external_node_path_.join)(env['APPDATA'] ?? '', 'terraform.rc')
        : (0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.terraformrc');
    const path = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG'] || own;
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(() => '');
    return /^[ \t]*plugin_cache_dir[ \t]*=/m.test(text);
}

;// CONCATENATED MODULE: ./src/terraform/hcl.ts
/** Comments and blanks, which mean nothing here. */
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;
/** Splits HCL into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements). */
function tokensOf(text) {
    const tokens = [];
    let at = text.startsWith('\ufeff') ? 1 : 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text);
    };
    while (at < text.length) {
        const skipped = match(SKIPPED);
        if (skipped !== null) {
            at += skipped[0].length;
            continue;
        }
        const token = tokenAt(text, at, match);
        tokens.push(token);
        at = token.end;
    }
    return tokens;
}
function tokenAt(text, at, match) {
    const [word] = match(WORD) ?? [];
    if (word !== undefined)
        return { kind: 'word', text: word, end: at + word.length };
    const heredoc = match(HEREDOC);
    if (heredoc !== null)
        return { kind: 'template', text: '', end: endOfHeredoc(text, at, heredoc) };
    const character = text[at] ?? '';
    if (character === '"')
        return stringAt(text, at);
    const kind = '{[('.includes(character) ? 'open' : '}])'.includes(character) ? 'close' : 'other';
    return { kind, text: character, end: at + 1 };
}
/** Ends with the line that holds nothing but its mark. */
function endOfHeredoc(text, at, [opening = '', , mark = '']) {
    const pattern = new RegExp(`^[^\\S\\n]*${mark}[^\\S\\n]*$`, 'gm');
    pattern.lastIndex = at + opening.length;
    const end = pattern.exec(text);
    return end === null ? text.length : end.index + end[0].length;
}
function stringAt(text, start) {
    let at = start + 1;
    let isPlain = true;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
        if (text[at] === '\\')
            at += 2;
        else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3)))
            at += 3;
        else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
            isPlain = false;
            at = endOfTemplate(text, at + 2);
        }
        else
            at += 1;
    }
    const content = text.slice(start + 1, at);
    return { kind: isPlain ? 'string' : 'template', text: isPlain ? hcl_unescape(content) : '', end: at + 1 };
}
/** Behind the brace that closes an interpolation, in which there may be strings with interpolations. */
function endOfTemplate(text, start) {
    let at = start;
    for (let depth = 1; at < text.length && depth > 0;) {
        if (text[at] === '"') {
            at = stringAt(text, at).end;
            continue;
        }
        if (text[at] === '{')
            depth += 1;
        if (text[at] === '}')
            depth -= 1;
        at += 1;
    }
    return at;
}
const hcl_unescape = (content) => content.replace(/\\(["\\])/g, '$1');

;// CONCATENATED MODULE: ./src/terraform/required-version.ts




/**
 * The constraint that a root's `terraform` blocks put on Terraform's version, several of them joined.
 * Only what Terraform itself reads counts; a file that it cannot read, it will complain of itself.
 *
 * @returns empty when there is none
 */
async function requiredVersion(directory) {
    const names = (await (0,external_node_fs_promises_.readdir)(directory)).filter(isConfiguration).sort();
    const files = await Promise.all(names.map(async (name) => {
        const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8');
        return { name, constraints: name.endsWith('.json') ? inJson(text) : inHcl(text) };
    }));
    const overriding = files.filter(({ name }) => isOverride(name)).flatMap(({ constraints }) => constraints);
    // An override takes the place of all others (https://developer.hashicorp.com/terraform/language/files/override).
    if (overriding.length > 0)
        return overriding.join(', ');
    return files.flatMap(({ constraints }) => constraints).join(', ');
}
/** Files that editors leave are not Terraform's. */
const isConfiguration = (name) => /^[^.#].*\.tf(?:\.json)?$/.test(name);
const isOverride = (name) => /(?:^|_)override\.tf(?:\.json)?$/.test(name);
function inJson(text) {
    const blocks = (0,terraform_fields/* parseObject */.lj)(text)?.['terraform'];
    const list = Array.isArray(blocks) ? blocks : [blocks];
    return list
        .filter(terraform_fields/* isRecord */.u4)
        .flatMap(({ required_version: constraint }) => typeof constraint === 'string' && constraint.trim() !== '' ? [constraint] : []);
}
function inHcl(text) {
    const tokens = tokensOf(text);
    const found = [];
    let depth = 0;
    let block = '';
    tokens.forEach((token, at) => {
        if (token.kind === 'open') {
            const before = tokens[at - 1];
            if (depth === 0)
                block = token.text === '{' && before?.kind === 'word' ? before.text : '';
            depth += 1;
        }
        else if (token.kind === 'close')
            depth -= 1;
        else if (depth === 1 &&
            block === 'terraform' &&
            token.kind === 'word' &&
            token.text === 'required_version') {
            const value = tokens[at + 2];
            if (tokens[at + 1]?.text === '=' && value?.kind === 'string' && value.text.trim() !== '')
                found.push(value.text);
        }
    });
    return found;
}

;// CONCATENATED MODULE: ./src/commands/terraform-tool.ts









/** The Terraform that a stack asks for, found or downloaded. */
async function terraformFor(inputs, folder, world) {
    const { env, clock } = world;
    const given = inputs.terraformVersion;
    const request = {
        constraint: given ?? (await requiredVersion(inputs.directory)),
        from: given === undefined ? 'required_version' : 'terraform-version',
    };
    const found = await findTerraform(request, {
        env,
        system: process.platform,
        platform: platformOf(process.platform, process.arch),
        cache: openToolCache(env, folder),
        releases: new Releases({ baseUrl: env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY }, {
            fetch: fetchByHttpClient,
            sleep: (ms) => clock.sleep(ms),
            random: () => clock.random(),
            now: () => new Date(),
        }),
        folder,
        run: (program, args) => (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program, [...args]),
    });
    return { ...found, env: await pluginCache(env) };
}


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony export InvalidContext */
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8653);

/** The step was started without what the runner gives to every step. */
class InvalidContext extends Error {
    name = 'InvalidContext';
}
/**
 * Reads what the runner says on the run and the event
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 */
async function readContext(env, readFile) {
    const payload = await readPayload(variable(env, 'GITHUB_EVENT_PATH'), readFile);
    const run = readRun(env, payload);
    const name = variable(env, 'GITHUB_EVENT_NAME');
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return { ...run, ...readPullRequest(name, payload) };
        case 'push':
            return { ...run, event: name, isDefaultBranch: run.ref === defaultRef(payload) };
        case 'merge_group':
            return { ...run, ...readMergeGroup(payload) };
        case 'schedule':
        case 'workflow_dispatch':
            return { ...run, event: name };
        default:
            return { ...run, event: 'other', name };
    }
}
function readRun(env, payload) {
    const fullName = variable(env, 'GITHUB_REPOSITORY');
    const [owner = '', name = '', ...rest] = fullName.split('/');
    if (owner === '' || name === '' || rest.length > 0) {
        throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' is not owner/name`);
    }
    const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const runId = variable(env, 'GITHUB_RUN_ID');
    const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1';
    const payloadId = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'repository', 'id')?.toString();
    return {
        repository: {
            owner,
            name,
            id: env['GITHUB_REPOSITORY_ID'] || payloadId || variable(env, 'GITHUB_REPOSITORY_ID'),
        },
        runId,
        runAttempt,
        runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
        serverUrl,
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        actor: env['GITHUB_ACTOR'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        sha: commit(variable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
    };
}
function readPullRequest(trigger, payload) {
    const number = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'number');
    const baseRef = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'base', 'ref');
    if (number === undefined || baseRef === undefined)
        throw lacking(trigger, 'pull_request');
    // The repository of the head is null once the fork is deleted; what is not known to be ours is a fork.
    const headId = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'head', 'repo', 'id');
    return {
        event: 'pull_request',
        trigger,
        number,
        headSha: commit((0,_json__WEBPACK_IMPORTED_MODULE_0__.at)(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
        baseSha: commit((0,_json__WEBPACK_IMPORTED_MODULE_0__.at)(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
        baseRef,
        isFork: headId === undefined || headId !== (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'base', 'repo', 'id'),
        author: (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'user', 'login') ?? 'ghost',
    };
}
function readMergeGroup(payload) {
    const baseRef = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'merge_group', 'base_ref');
    if (baseRef === undefined)
        throw lacking('merge_group', 'merge_group');
    return {
        event: 'merge_group',
        headSha: commit((0,_json__WEBPACK_IMPORTED_MODULE_0__.at)(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
        baseSha: commit((0,_json__WEBPACK_IMPORTED_MODULE_0__.at)(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
        baseRef: baseRef.replace(/^refs\/heads\//, ''),
    };
}
function defaultRef(payload) {
    return `refs/heads/${(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'repository', 'default_branch') ?? ''}`;
}
async function readPayload(path, readFile) {
    try {
        const payload = JSON.parse(await readFile(path));
        return payload;
    }
    catch (cause) {
        const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${why}; the runner writes it for each event`, {
            cause,
        });
    }
}
function variable(env, name) {
    const value = env[name];
    if (value)
        return value;
    throw new InvalidContext(`${name}: is not set; GitHub's runner sets it, so run this as a step of a workflow, ` +
        'and do not empty the environment before it');
}
/** SHA-1, or SHA-256 where a repository has it. */
function commit(value, name) {
    if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value))
        return value;
    throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not the id of a commit`);
}
function lacking(event, key) {
    return new InvalidContext(`GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}; ` +
        'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must belong together');
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* unused harmony export oneLine */
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8653);
/* harmony import */ var _log__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3385);


/** A request to GitHub that failed; the message says which, why, and what to do. */
class GitHubError extends Error {
    facts;
    name = 'GitHubError';
    status;
    words;
    constructor(facts, options) {
        const { method, path, status, words } = facts;
        const said = status === undefined ? 'was not answered' : `answered ${status}`;
        super(`${method} ${path} ${said}: ${words.replace(/\.$/, '')}. ${advise(facts)}`, options);
        this.facts = facts;
        this.status = status;
        this.words = words;
    }
    /** Whether GitHub may have done what was asked, although no answer says so. */
    get isUncertain() {
        return this.status === undefined || this.status >= 500;
    }
}
const LONGEST_LINE = 400;
/** Reads whatever Octokit throws: its RequestError has a status even where no answer came, but then no response. */
function factsOf(error, request) {
    const fields = (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(error) ? error : {};
    const answered = (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(fields['response']);
    const headers = (0,_json__WEBPACK_IMPORTED_MODULE_1__.at)(fields, 'response', 'headers');
    return {
        method: request.method,
        path: pathOf((0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, 'request', 'url') ?? request.url),
        status: answered && typeof fields['status'] === 'number' ? fields['status'] : undefined,
        words: wordsOf((0,_json__WEBPACK_IMPORTED_MODULE_1__.at)(fields, 'response', 'data'), error),
        headers: (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(headers) ? headers : {},
    };
}
function wordsOf(data, error) {
    const errors = (0,_json__WEBPACK_IMPORTED_MODULE_1__.at)(data, 'errors');
    const details = Array.isArray(errors)
        ? errors.map((one) => (typeof one === 'string' ? one : (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(one, 'message')))
        : [];
    const said = [(0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'message'), ...details].filter((text) => text !== undefined);
    return oneLine(said.join(': ') || innermost(error));
}
/** `fetch failed` says nothing; the error that caused it does, and where several did, at least its code. */
function innermost(error) {
    const cause = (0,_json__WEBPACK_IMPORTED_MODULE_1__.at)(error, 'cause');
    if ((0,_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(cause))
        return innermost(cause);
    return (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'message') || (0,_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'code') || '';
}
function oneLine(text) {
    const line = (0,_log__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .t)(text).replace(/\s+/g, ' ').trim() || 'no reason given';
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
const pathOf = (url) => (URL.canParse(url) ? new URL(url).pathname : url);
/**
 * Primary and secondary limits, which GitHub tells as 429 or 403
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function isRateLimited({ status, headers, words }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|abuse detection/i.test(words));
}
function advise(facts) {
    if (isRateLimited(facts))
        return `The rate limit of the token is used up: run the job again ${later(facts)}.`;
    if (/not accessible by/i.test(facts.words))
        return permit(facts);
    switch (facts.status) {
        case undefined:
            return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and run the job again.';
        case 401:
            return 'The token is wrong or has expired: check github-token.';
        case 403:
            return 'The token may not do this: check github-token.';
        case 404:
            return `It does not exist, or the token may not see it. ${permit(facts)}`;
        default:
            return facts.status >= 500
                ? 'This is a passing fault of GitHub (https://www.githubstatus.com): run the job again.'
                : "This looks like a fault of langfuse-deploy's: please report it.";
    }
}
function later({ headers }) {
    const reset = Number(headers['x-ratelimit-reset']);
    const known = headers['x-ratelimit-remaining'] === '0' && reset > 0;
    return known ? `after ${new Date(reset * 1000).toISOString()}` : 'in some minutes';
}
/** GitHub names the permissions that would do, as in `issues=write; pull_requests=write`. */
function permit({ headers }) {
    const named = headers['x-accepted-github-permissions'];
    const accepted = typeof named === 'string' ? [...(0,_log__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .t)(named).matchAll(/(\w+)=(\w+)/g)] : [];
    const permissions = accepted.map(([, name = '', level = '']) => `\`${name.replaceAll('_', '-')}: ${level}\``);
    const wanted = permissions.length > 0 ? permissions.join(' or ') : '`pull-requests: write`';
    return (`Allow ${wanted} in the permissions of the job; ` +
        'pull requests from forks and by Dependabot get a token that may only read.');
}


/***/ }),

/***/ 8653:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** An array's items; none of anything else. */
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
/** What lies at a path of keys; undefined where the path ends early. */
function at(value, ...path) {
    return path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}
function textAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
function numberAt(value, ...path) {
    const found = at(value, ...path);
    return typeof found === 'number' ? found : undefined;
}


/***/ }),

/***/ 5566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function code(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longestRun + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}
/** Text from outside as running text: every mark of Markdown escaped, and no mention, issue number or address linked. */
function prose(text) {
    const escaped = text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
    // GitHub links these after Markdown is done; a comment in between is invisible and keeps them apart.
    return escaped.replace(/\\([@#])/g, '$1<!-- -->');
}
/** A table of GitHub's Markdown; a bar within a cell, code or not, is kept from ending it, a number from its unit never. */
function table(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const cell = (text, index) => {
        const whole = text.replaceAll('|', '\\|');
        return columns[index]?.align === 'right' ? whole.replaceAll(' ', '\u00a0') : whole;
    };
    const rule = columns.map(({ align }) => (align === 'right' ? '--:' : ':--'));
    return [
        line(columns.map(({ title }) => title)),
        line(rule),
        ...rows.map((row) => line(row.map(cell))),
    ].join('\n');
}


/***/ }),

/***/ 7373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseImages),
/* harmony export */   q: () => (/* binding */ InvalidImages)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3269);
/* harmony import */ var _reference__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9310);



/** All that is wrong with the file, at once. */
class InvalidImages extends Error {
    path;
    faults;
    name = 'InvalidImages';
    constructor(path, faults) {
        const lines = faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
        super(faults.length === 1 ? lines.join() : `${path} has ${faults.length} faults:\n${lines.join('\n')}`);
        this.path = path;
        this.faults = faults;
    }
}
const KEYS = ['source', 'follow', 'platform'];
const EXAMPLE = "images:\n  langfuse-web:\n    source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…\n    follow: '3'";
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/**
 * Reads images.yaml.
 *
 * @param path how errors call the file
 * @throws InvalidImages with every fault, by line and column
 */
function parseImages(text, path) {
    const reader = new Reader(text);
    const images = reader.read();
    if (reader.faults.length === 0)
        return images;
    const inOrder = [...reader.faults].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new InvalidImages(path, inOrder);
}
class Reader {
    faults = [];
    lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    document;
    constructor(text) {
        // Twins are told apart below, with a better sentence than the parser's.
        this.document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false });
    }
    read() {
        const { contents, errors } = this.document;
        for (const { message, pos } of errors)
            this.fault(pos[0], (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message));
        if (errors.length > 0)
            return [];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents))
            return this.readFile(contents);
        this.fault(0, `the file is ${isNothing(contents) ? 'empty' : 'not a mapping'}; it takes\n${EXAMPLE}`);
        return [];
    }
    readFile(file) {
        const entries = this.entries(file, (key) => `'${key}' is given twice`);
        for (const { key, offset } of entries) {
            if (key !== 'images')
                this.fault(offset, `unknown key '${key}'; the file takes 'images'`);
        }
        const images = entries.find(({ key }) => key === 'images');
        if (images && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(images.value) && images.value.items.length > 0)
            return this.readImages(images.value);
        this.fault(images?.offset ?? 0, `'images' must map names to images:\n${EXAMPLE}`);
        return [];
    }
    readImages(images) {
        const twins = (name) => `there are two images named '${name}'; names become repositories, so each is taken once`;
        return this.entries(images, twins).flatMap(({ key: name, offset, value }) => {
            if (!(0,_reference__WEBPACK_IMPORTED_MODULE_2__/* .isRepository */ .Z6)(name)) {
                this.fault(offset, `'${name}' cannot name a repository: lower-case letters, digits, '.', '_' and '-'`);
            }
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
                return this.readImage(name, value, offset);
            const example = 'source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…';
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value))
                this.fault(offset, `'${name}' is an alias, *${value.source}; write the image out`);
            else
                this.fault(offset, `'${name}' must have a source, as in ${example}`);
            return [];
        });
    }
    readImage(name, image, at) {
        const entries = this.entries(image, (key) => `'${key}' of image '${name}' is given twice`);
        for (const { key, offset } of entries) {
            const known = `an image takes ${KEYS.join(', ')}`;
            if (!KEYS.includes(key))
                this.fault(offset, `unknown key '${key}' of image '${name}'; ${known}`);
        }
        const given = entries.find(({ key }) => key === 'source');
        if (given === undefined || isNothing(given.value))
            this.fault(at, `'${name}' has no source`);
        const source = this.text(entries, 'source');
        const follow = this.text(entries, 'follow');
        const platform = this.text(entries, 'platform');
        if (platform !== undefined && !PLATFORM.test(platform.value)) {
            const shown = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(platform.value);
            this.fault(platform.offset, `'${shown}' is not a platform; it is os/architecture, as in linux/arm64`);
        }
        const pinned = source && this.readSource(source);
        if (pinned === undefined)
            return [];
        const position = this.position(source?.offset ?? at);
        return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, position }];
    }
    readSource({ value, offset }) {
        const shown = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value);
        try {
            const { registry, repository, tag, digest } = (0,_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
            if (tag !== undefined && digest !== undefined)
                return { registry, repository, tag, digest };
            if (tag === undefined) {
                this.fault(offset, `'${shown}' has no tag; write name:tag@digest, so that people see the version`);
            }
            if (digest === undefined) {
                const why = 'since a tag can be moved to other content';
                this.fault(offset, `'${shown}' has no digest; write name:tag@sha256:…, ${why}`);
            }
        }
        catch (error) {
            if (!(error instanceof _reference__WEBPACK_IMPORTED_MODULE_2__/* .InvalidReference */ .ft))
                throw error;
            this.fault(offset, (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error.message));
        }
        return undefined;
    }
    entries(map, twin) {
        const seen = new Set();
        return map.items.map(({ key: node, value }) => {
            const key = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? (node.source ?? String(node.value)) : String(node));
            const offset = offsetOf(node);
            if (seen.has(key))
                this.fault(offset, twin(key));
            seen.add(key);
            return { key, offset, value };
        });
    }
    /** A value that must be text: YAML reads 25.10 without quotes as the number 25.1. */
    text(entries, key) {
        const entry = entries.find((candidate) => candidate.key === key);
        if (entry === undefined || isNothing(entry.value))
            return undefined;
        const { value } = entry;
        const at = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) ? offsetOf(value) : entry.offset;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && typeof value.value === 'string')
            return { value: value.value, offset: at };
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value)) {
            this.fault(at, `${key} is an alias, *${value.source}; write the value out`);
            return undefined;
        }
        const written = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value.source ?? '') : '';
        this.fault(at, `${key} must be text${written && `; put it in quotes: ${key}: '${written}'`}`);
        return undefined;
    }
    fault(offset, message) {
        this.faults.push({ ...this.position(offset), message });
    }
    position(offset) {
        const { line, col } = this.lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    }
}
/** A key without a value, or an empty document. */
const isNothing = (node) => node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
const offsetOf = (node) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? 0) : 0);


/***/ }),

/***/ 9868:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeReason),
/* harmony export */   q: () => (/* binding */ actionOf)
/* harmony export */ });
// https://developer.hashicorp.com/terraform/internals/json-format#change-representation
const ACTIONS = new Map([
    ['no-op', { kind: 'no-op', order: undefined }],
    ['create', { kind: 'create', order: undefined }],
    ['read', { kind: 'read', order: undefined }],
    ['update', { kind: 'update', order: undefined }],
    ['delete', { kind: 'delete', order: undefined }],
    ['forget', { kind: 'forget', order: undefined }],
    ['delete,create', { kind: 'replace', order: 'delete-first' }],
    ['create,delete', { kind: 'replace', order: 'create-first' }],
    ['create,forget', { kind: 'replace', order: 'forget-old' }],
    ['forget,create', { kind: 'replace', order: 'forget-old' }],
]);
/** @returns undefined for actions that this program does not know, which must not pass as harmless */
const actionOf = (actions) => ACTIONS.get(actions.join(','));
const REASONS = new Map([
    [
        'replace_because_tainted',
        'it is tainted: an earlier apply failed halfway, or someone ran terraform taint',
    ],
    ['replace_because_cannot_update', 'the provider cannot make this change in place'],
    ['replace_by_request', 'the replacement was asked for, by -replace'],
    ['replace_by_triggers', 'something in its replace_triggered_by changes'],
    ['delete_because_no_resource_config', 'its resource block is no longer in the configuration'],
    ['delete_because_no_module', 'its module is no longer in the configuration'],
    [
        'delete_because_wrong_repetition',
        'its address no longer fits the resource, which gained or lost count or for_each',
    ],
    ['delete_because_count_index', 'its index is beyond the count of the resource'],
    ['delete_because_each_key', 'its key is no longer in for_each'],
    ['delete_because_no_move_target', 'it was moved to an address that is not in the configuration'],
    ['read_because_config_unknown', 'its configuration is known only after apply'],
    ['read_because_dependency_pending', 'it depends on something that changes'],
    ['read_because_check_nested', 'a check block reads it'],
]);
/** Terraform's `action_reason` in words; of a reason newer than this program, its own name. */
function describeReason(reason) {
    return REASONS.get(reason) ?? reason.replace(/[^a-z0-9_]/gi, '').replaceAll('_', ' ');
}


/***/ }),

/***/ 454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/** A path as Terraform's language writes it: `ingress[0].tags["a b"]`. */
function formatPath(path) {
    return path.map(formatStep).join('');
}
function formatStep(step, index) {
    if (typeof step === 'number')
        return `[${step}]`;
    // An element of a set has no name but its value.
    if (typeof step !== 'string')
        return '[…]';
    if (/^[a-z_][a-z0-9_-]*$/i.test(step))
        return index === 0 ? step : `.${step}`;
    return `[${JSON.stringify(step)}]`;
}


/***/ }),

/***/ 8457:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ Terraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/terraform/apply-progress.ts
/** Changes that only the state sees; Terraform reports no steps for them. */
const SILENT = ['move', 'import', 'remove', 'forget', 'noop'];
/** Follows an apply by its events. */
class ApplyProgress {
    resources = new Map();
    diagnostics = [];
    summary;
    take(event) {
        if (event.kind === 'version')
            this.begin();
        else if (event.kind === 'planned-change')
            this.resource(event.address, event.action).action = event.action;
        else if (event.kind === 'apply')
            this.step(event);
        else if (event.kind === 'diagnostic')
            this.diagnostics.push(event.diagnostic);
        else if (event.kind === 'summary' && event.operation !== 'plan')
            this.summary = event;
    }
    report() {
        const all = [...this.resources].map(([address, resource]) => ({ address, ...resource }));
        const failed = all.filter((one) => one.errored || (this.isBroken(one.address) && !isDone(one)));
        const rest = all.filter((one) => !failed.includes(one));
        const succeeded = this.summary !== undefined;
        const applied = rest.filter((one) => isDone(one) || (succeeded && SILENT.includes(one.action)));
        const unfinished = rest.filter((one) => !applied.includes(one) && (one.running || one.done.length > 0));
        const notTried = rest.filter((one) => !applied.includes(one) && !unfinished.includes(one));
        return {
            applied: applied.map(brief),
            failed: failed.map((one) => ({ ...brief(one), message: this.messageOf(one.address), done: one.done })),
            unfinished: unfinished.map((one) => ({ ...brief(one), done: one.done })),
            notTried: notTried.map(({ address, action }) => ({ address, action })),
            diagnostics: this.diagnostics,
            summary: this.summary,
        };
    }
    /** Terraform's first word: what was heard before is of an attempt that came to nothing. */
    begin() {
        this.resources.clear();
        this.diagnostics = [];
        this.summary = undefined;
    }
    step({ step, address, action, elapsedSeconds }) {
        const resource = this.resource(address, action);
        resource.running = step === 'start' || step === 'progress';
        if (step === 'errored')
            resource.errored = true;
        if (step === 'complete')
            resource.done.push(action);
        if (!resource.running)
            resource.seconds += elapsedSeconds;
    }
    resource(address, action) {
        const known = this.resources.get(address);
        if (known !== undefined)
            return known;
        const resource = { action, seconds: 0, done: [], running: false, errored: false };
        this.resources.set(address, resource);
        return resource;
    }
    isBroken(address) {
        return this.diagnostics.some((one) => one.severity === 'error' && one.address === address);
    }
    messageOf(address) {
        const own = this.diagnostics.filter((one) => one.severity === 'error' && one.address === address);
        return own.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n');
    }
}
/** A replacement takes two steps, in either order. */
function isDone({ action, done }) {
    return action === 'replace' ? done.includes('create') && done.includes('delete') : done.length > 0;
}
const brief = ({ address, action, seconds }) => ({
    address,
    action,
    seconds,
});

// EXTERNAL MODULE: ./src/terraform/version.ts
var terraform_version = __webpack_require__(4824);
;// CONCATENATED MODULE: ./src/terraform/arguments.ts

/** A value that Terraform would take for an option, or that a process cannot be given. */
class InvalidArgument extends Error {
    name = 'InvalidArgument';
}
// `init -json` is as old as this; all other commands had it before 1.0.
const INIT_JSON_SINCE = '1.9.0';
function initArguments(options, { version, hasLockFile }) {
    const { backend = 'configured', backendConfig = [], lockfile = hasLockFile ? 'readonly' : 'update', } = options;
    return checked([
        'init',
        '-input=false',
        (0,terraform_version/* compareVersions */.Zy)(version, INIT_JSON_SINCE) >= 0 ? '-json' : '-no-color',
        ...(lockfile === 'readonly' ? ['-lockfile=readonly'] : []),
        ...(backend === 'none' ? ['-backend=false'] : backendConfig.map((item) => `-backend-config=${item}`)),
    ]);
}
function planArguments(planFile, options) {
    const { varFiles = [], variables = [], targets = [], replace = [] } = options;
    return checked([
        'plan',
        '-input=false',
        '-json',
        // 0 is no change, 2 is changes, 1 is an error.
        '-detailed-exitcode',
        `-out=${planFile}`,
        ...commonArguments(options),
        ...varFiles.map((path) => `-var-file=${path}`),
        ...variables.map((item) => `-var=${item}`),
        ...targets.map((address) => `-target=${address}`),
        ...replace.map((address) => `-replace=${address}`),
    ]);
}
/** The values of variables, targets and replacements are in the plan file. */
function applyArguments(planFile, options) {
    return checked([
        'apply',
        '-input=false',
        '-json',
        ...commonArguments(options),
        positional('plan file', planFile),
    ]);
}
function commonArguments({ lock, lockTimeout, parallelism }) {
    return [
        ...(lock === 'none' ? ['-lock=false'] : []),
        ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
        ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
    ];
}
/** A value that stands alone. @throws InvalidArgument when Terraform would read an option in it */
function positional(name, value) {
    if (value !== '' && !value.startsWith('-'))
        return value;
    throw new InvalidArgument(`${name}: '${value}' cannot be given to Terraform: it is empty or begins with a hyphen`);
}
function checked(args) {
    const at = args.findIndex((arg) => arg.includes('\0'));
    if (at < 0)
        return args;
    const [option] = (args[at] ?? '').split('=', 1);
    throw new InvalidArgument(`${option ?? ''} has a NUL character in its value, which no program can be given; remove it`);
}

// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var diagnostic = __webpack_require__(917);
// EXTERNAL MODULE: ./src/terraform/document.ts
var terraform_document = __webpack_require__(5923);
// EXTERNAL MODULE: ./src/terraform/fields.ts
var terraform_fields = __webpack_require__(6911);
// EXTERNAL MODULE: ./src/terraform/redact.ts
var redact = __webpack_require__(4939);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/terraform/failed.ts
var failed = __webpack_require__(1232);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/terraform/pid-file.ts


/** All at once, so that no reader sees half of it. Synchronous: there may be no later. */
function writePidFile(path, started) {
    const draft = `${path}.new`;
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(started), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(draft, path);
}
function removePidFile(path) {
    (0,external_node_fs_.rmSync)(path, { force: true });
}
/** @returns undefined when there is none, which is how every run should end */
function readPidFile(path) {
    const fields = (0,terraform_fields/* parseObject */.lj)(read(path) ?? '');
    if (fields === undefined)
        return undefined;
    const { pid, birth } = fields;
    const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) => (0,terraform_fields/* textAt */.$6)(fields, key));
    const [command, directory, startedAt, stdoutFile, stderrFile] = texts;
    // Signals to process 0 or below would reach whole groups.
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1)
        return undefined;
    if (!command || !directory || !startedAt || !stdoutFile || !stderrFile)
        return undefined;
    return {
        pid,
        birth: typeof birth === 'string' ? birth : undefined,
        command,
        directory,
        startedAt,
        stdoutFile,
        stderrFile,
        interrupted: fields['interrupted'] === true,
    };
}
/** Fields of /proc/PID/stat behind the name, which may hold anything, parentheses too (proc_pid_stat(5)). */
function statOf(pid) {
    const text = read(`/proc/${pid}/stat`);
    if (text === undefined)
        return undefined;
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', birth: fields[19] ?? '' };
}
/** When a process was started, where the system tells (Linux). */
function birthOf(pid) {
    return statOf(pid)?.birth;
}
function isRunning({ pid, birth }) {
    const stat = statOf(pid);
    if (stat !== undefined) {
        // A zombie has ended; whoever adopted it may never say so.
        return stat.state !== 'Z' && stat.state !== 'X' && (birth === undefined || stat.birth === birth);
    }
    if (birth !== undefined)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return (0,terraform_fields/* isRecord */.u4)(error) && error['code'] === 'EPERM';
    }
}
/** Passes on the one interrupt, unless that was done before. @returns whether it was done now */
function interruptStarted(path) {
    const started = readPidFile(path);
    if (started === undefined || started.interrupted || !isRunning(started))
        return false;
    // Noted before it is sent: a second one would make Terraform drop the state it holds.
    writePidFile(path, { ...started, interrupted: true });
    process.kill(started.pid, 'SIGINT');
    return true;
}
const POLL_MS = 250;
/** Waits for a Terraform that outlived its parent. @returns whether it ended within the limit */
async function waitForStarted(started, { limitMs, sleep, now }) {
    const untilMs = now() + limitMs;
    while (isRunning(started)) {
        if (now() >= untilMs)
            return false;
        await sleep(POLL_MS);
    }
    return true;
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/terraform/tail.ts



const tail_POLL_MS = 50;
const CHUNK_BYTES = 64 * 1024;
/** A line of Terraform's JSON holds an output's value at most; what is longer is cut. */
const LONGEST_LINE = 1024 * 1024;
/** Lines from bytes that come in any pieces; the last one need not have an end. */
class Lines {
    onLine;
    decoder = new external_node_string_decoder_.StringDecoder('utf8');
    line = '';
    cut = 0;
    constructor(onLine) {
        this.onLine = onLine;
    }
    add(bytes) {
        const [first = '', ...rest] = this.decoder.write(bytes).split('\n');
        this.extend(first);
        for (const piece of rest) {
            this.emit();
            this.extend(piece);
        }
    }
    end() {
        this.extend(this.decoder.end());
        if (this.line !== '')
            this.emit();
    }
    extend(piece) {
        const room = LONGEST_LINE - this.line.length;
        this.line += piece.slice(0, room);
        this.cut += Math.max(0, piece.length - room);
    }
    emit() {
        const line = this.line.endsWith('\r') ? this.line.slice(0, -1) : this.line;
        const cut = this.cut;
        this.line = '';
        this.cut = 0;
        this.onLine(cut > 0 ? `${line}… (${cut} more characters)` : line);
    }
}
/** Reads the lines of a file that grows, until told that it no longer does, and then to its end. */
async function follow(path, onLine, ended) {
    const file = await (0,promises_.open)(path, 'r');
    try {
        const lines = new Lines(onLine);
        const buffer = Buffer.alloc(CHUNK_BYTES);
        for (;;) {
            // Looked at before the read: what was written before the end is then read after it.
            const isLast = ended.aborted;
            const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES);
            if (bytesRead > 0)
                lines.add(buffer.subarray(0, bytesRead));
            else if (isLast)
                break;
            else
                await (0,external_node_timers_promises_.setTimeout)(tail_POLL_MS, undefined, { signal: ended }).catch(() => undefined);
        }
        lines.end();
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./src/terraform/process.ts





/** Terraform could not be started at all. */
class TerraformNotStarted extends Error {
    name = 'TerraformNotStarted';
}
/** The run was cancelled before this Terraform was started. */
class Cancelled extends Error {
    name = 'Cancelled';
}
const runTerraform = async (args, options) => (await startTerraform(args, options)).ended;
/**
 * Starts Terraform in a process group of its own, which signals to this process's group do not reach.
 *
 * @throws Cancelled, TerraformNotStarted
 */
async function startTerraform(args, options) {
    const { pidFile, interruption } = options;
    const [command = 'terraform'] = args;
    if (interruption?.aborted)
        throw new Cancelled(`terraform ${command} was not started: the run is cancelled`);
    const child = process_open(args, options);
    const exited = exitOf(child);
    const pid = await startOf(child, options);
    writePidFile(pidFile, {
        pid,
        birth: birthOf(pid),
        command,
        directory: options.cwd,
        startedAt: new Date().toISOString(),
        stdoutFile: options.stdoutFile,
        stderrFile: options.stderrFile,
        interrupted: false,
    });
    const interrupt = () => {
        // Not sent to one that has ended: its number may be another's by now.
        if (child.exitCode === null && child.signalCode === null)
            interruptStarted(pidFile);
    };
    interruption?.addEventListener('abort', interrupt);
    const ended = hear(exited, options).finally(() => {
        interruption?.removeEventListener('abort', interrupt);
        removePidFile(pidFile);
    });
    if (interruption?.aborted)
        interrupt();
    return { pid, ended, interrupt };
}
function process_open(args, options) {
    const files = [options.stdoutFile, options.stderrFile].map((path) => (0,external_node_fs_.openSync)(path, 'a', 0o600));
    try {
        return (0,external_node_child_process_.spawn)(options.program, args, {
            cwd: options.cwd,
            env: options.env,
            stdio: ['ignore', ...files],
            // Windows gives a detached child a console window of its own, where no interrupt would reach it.
            detached: process.platform !== 'win32',
        });
    }
    finally {
        for (const file of files)
            (0,external_node_fs_.closeSync)(file);
    }
}
function exitOf(child) {
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            resolve({ exitCode: code ?? undefined, signal: signal ?? undefined });
        });
    });
}
function startOf(child, { program, cwd }) {
    return new Promise((resolve, reject) => {
        child.once('spawn', () => {
            resolve(child.pid ?? 0);
        });
        child.once('error', (error) => {
            const reason = (0,external_node_fs_.existsSync)(cwd)
                ? causeOf(error)
                : `there is no directory ${cwd}; check working-directory`;
            reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }));
        });
    });
}
function causeOf(error) {
    const code = (0,terraform_fields/* isRecord */.u4)(error) ? error['code'] : undefined;
    if (code === 'ENOENT')
        return 'there is no such program; install Terraform in a step before this one';
    if (code === 'EACCES')
        return 'it may not be executed; check its file mode';
    if (code === 'E2BIG')
        return 'its arguments and environment are too long; put variables into a var-file';
    return String(error);
}
/** Waits for the end and for the last line, whatever becomes of the listener. */
async function hear(exited, options) {
    const over = new AbortController();
    const { stdoutFile, stderrFile, onLine, unheard = [] } = options;
    const sources = [
        ['stdout', stdoutFile],
        ['stderr', stderrFile],
    ];
    const followed = sources
        .filter(([source]) => !unheard.includes(source))
        .map(([source, path]) => follow(path, (line) => {
        onLine(line, source);
    }, over.signal));
    const heard = Promise.allSettled(followed);
    const exit = await exited;
    over.abort();
    for (const result of await heard)
        if (result.status === 'rejected')
            throw result.reason;
    return exit;
}

;// CONCATENATED MODULE: ./src/terraform/stream.ts


const APPLY_STEPS = new Map([
    ['apply_start', 'start'],
    ['apply_progress', 'progress'],
    ['apply_complete', 'complete'],
    ['apply_errored', 'errored'],
]);
/**
 * Reads one line; whatever it is, it comes out as an event with a message for the log.
 * @param redact applied to every text of the line
 */
function parseLine(line, clean = (value) => value) {
    const parsed = line.startsWith('{') ? (0,terraform_fields/* parseObject */.lj)(line) : undefined;
    const fields = parsed && clean(parsed);
    const type = (0,terraform_fields/* isRecord */.u4)(fields) ? (0,terraform_fields/* textAt */.$6)(fields, 'type') : undefined;
    if (!(0,terraform_fields/* isRecord */.u4)(fields) || type === undefined)
        return { kind: 'text', message: String(clean(line)) };
    const event = kindOf(type, fields);
    const message = (0,terraform_fields/* textAt */.$6)(fields, '@message') ?? '';
    return { message: event.kind === 'diagnostic' ? (0,diagnostic/* describe */.q0)(event.diagnostic) : message, ...event };
}
function kindOf(type, fields) {
    const step = APPLY_STEPS.get(type);
    if (step !== undefined)
        return applyStep(step, (0,terraform_fields/* recordAt */.zR)(fields, 'hook'));
    switch (type) {
        case 'version':
            return { kind: 'version', version: (0,terraform_fields/* textAt */.$6)(fields, 'terraform') ?? '' };
        case 'planned_change':
            return plannedChange('planned-change', (0,terraform_fields/* recordAt */.zR)(fields, 'change'));
        case 'resource_drift':
            return plannedChange('drift', (0,terraform_fields/* recordAt */.zR)(fields, 'change'));
        case 'change_summary':
            return summary((0,terraform_fields/* recordAt */.zR)(fields, 'changes'));
        case 'diagnostic':
            return { kind: 'diagnostic', diagnostic: (0,diagnostic/* parseDiagnostic */.Z5)((0,terraform_fields/* recordAt */.zR)(fields, 'diagnostic')) };
        case 'outputs':
            return { kind: 'outputs', names: Object.keys((0,terraform_fields/* recordAt */.zR)(fields, 'outputs')) };
        default:
            return { kind: 'other', type };
    }
}
const addressOf = (fields) => (0,terraform_fields/* textAt */.$6)((0,terraform_fields/* recordAt */.zR)(fields, 'resource'), 'addr') ?? '';
function plannedChange(kind, change) {
    const action = (0,terraform_fields/* textAt */.$6)(change, 'action') ?? '';
    return { kind, address: addressOf(change), action, reason: (0,terraform_fields/* textAt */.$6)(change, 'reason') };
}
function applyStep(step, hook) {
    const action = (0,terraform_fields/* textAt */.$6)(hook, 'action') ?? '';
    const elapsedSeconds = (0,terraform_fields/* numberAt */.tk)(hook, 'elapsed_seconds') ?? 0;
    return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds };
}
function summary(changes) {
    const count = (key) => (0,terraform_fields/* numberAt */.tk)(changes, key) ?? 0;
    return {
        kind: 'summary',
        operation: (0,terraform_fields/* textAt */.$6)(changes, 'operation') ?? '',
        add: count('add'),
        change: count('change'),
        import: count('import'),
        remove: count('remove'),
    };
}

;// CONCATENATED MODULE: ./src/terraform/runner.ts







const KEPT_LINES = 40;
const LOCK_TRIES = 5;
/** Where the process of a command is noted while it runs. */
const pidFileIn = (folder) => (0,external_node_path_.join)(folder, 'terraform.json');
/** Runs one command of Terraform after the other in a directory. */
class Runner {
    directory;
    world;
    count = 0;
    constructor(directory, world) {
        this.directory = directory;
        this.world = world;
    }
    /** @throws TerraformFailed, Cancelled, TerraformNotStarted */
    async run(command, read) {
        for (let tries = 1;; tries++) {
            const ran = await this.attempt(command, read);
            // Without the lock, nothing was begun.
            if ((0,diagnostic/* isLockGone */.hy)(ran.diagnostics) && tries < LOCK_TRIES)
                continue;
            if (isAnswered(command, ran))
                return ran;
            throw this.failure(command, ran);
        }
    }
    async attempt(command, read) {
        const heard = new Heard(this.world);
        const options = this.optionsOf(command, (line, source) => {
            heard.line(line, source);
        });
        try {
            const exit = await runTerraform(command.args, options);
            const ran = { exit, diagnostics: heard.diagnostics, text: heard.text };
            if (isAnswered(command, ran))
                await read?.(options.stdoutFile);
            return ran;
        }
        finally {
            // They may hold secrets.
            await Promise.all([options.stdoutFile, options.stderrFile].map((path) => (0,promises_.rm)(path, { force: true })));
        }
    }
    failure({ args: [command = ''] }, ran, more = {}) {
        const interrupted = this.world.interruption?.aborted ?? false;
        return new failed/* TerraformFailed */.s({ command, directory: this.directory, interrupted, ...ran, ...more });
    }
    optionsOf({ args, output, when }, onLine) {
        const { program, env, folder, interruption } = this.world;
        this.count += 1;
        const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`;
        return {
            program,
            env,
            cwd: this.directory,
            stdoutFile: (0,external_node_path_.join)(folder, `${name}.stdout`),
            stderrFile: (0,external_node_path_.join)(folder, `${name}.stderr`),
            pidFile: pidFileIn(folder),
            onLine,
            unheard: output === 'document' ? ['stdout'] : [],
            interruption: when === 'always' ? undefined : interruption,
        };
    }
}
function isAnswered({ answers = [0] }, { exit }) {
    return answers === 'any' || answers.includes(exit.exitCode ?? -1);
}
/** What a command said. */
class Heard {
    world;
    diagnostics = [];
    text = [];
    constructor(world) {
        this.world = world;
    }
    line(line, source) {
        const clean = (value) => (0,redact/* redactDeep */.KL)(value, this.world.redact);
        const event = parseLine(source === 'stderr' ? plain(line) : line, clean);
        if (event.kind === 'diagnostic')
            this.diagnostics.push(event.diagnostic);
        if (event.kind === 'text') {
            this.text.push(event.message);
            if (this.text.length > KEPT_LINES)
                this.text.shift();
        }
        this.world.onEvent(event);
    }
}
/** A line without the frame and the colours that Terraform gives to what is meant for a terminal. */
const plain = (line) => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '');

;// CONCATENATED MODULE: ./src/terraform/cli.ts










/** Terraform in one directory; every argument is its own item, and nothing is read by a shell. */
class Terraform {
    directory;
    world;
    runner;
    constructor(directory, world) {
        this.directory = directory;
        this.world = world;
        this.runner = new Runner(directory, world);
    }
    /** @throws TerraformFailed, and Cancelled when the run was cancelled before; so do all others. */
    async init(options = {}) {
        const hasLockFile = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(this.directory, '.terraform.lock.hcl'));
        const args = initArguments(options, { version: this.world.version, hasLockFile });
        return (await this.runner.run({ args, output: 'events' })).diagnostics;
    }
    /** @param options.missing what to do about a workspace that is not there yet */
    async selectWorkspace(name, { missing }) {
        const workspace = positional('workspace', name);
        const command = (verb) => ({
            args: ['workspace', verb, '-no-color', workspace],
            output: 'events',
        });
        const select = command('select');
        const ran = await this.runner.run({ ...select, answers: missing === 'create' ? [0, 1] : [0] });
        if (ran.exit.exitCode !== 0)
            await this.runner.run(command('new'));
    }
    /** @returns what is wrong with the configuration; it is valid when none of it is an error */
    async validate() {
        const command = { args: ['validate', '-json'], answers: [0, 1], output: 'document' };
        let found;
        const ran = await this.runner.run(command, async (path) => {
            const reported = (0,terraform_document/* parseValidation */.fu)(await (0,terraform_document/* readDocument */.u0)(path));
            found = reported
                ?.map((one) => (0,redact/* redactDeep */.KL)(one, this.world.redact))
                .filter(terraform_fields/* isRecord */.u4)
                .map(diagnostic/* parseDiagnostic */.Z5);
        });
        if (found === undefined)
            throw this.runner.failure(command, ran);
        return found;
    }
    /** @returns the files that `terraform fmt` would change, relative to the directory */
    async fmtCheck() {
        const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color'];
        // 3 is a file that is not formatted, 2 one that cannot be read.
        const text = await this.text({ args, answers: [0, 3], output: 'document' });
        return text.split(/\r?\n/).filter((line) => line !== '');
    }
    /** Plans into a file. */
    async plan(planFile, options = {}) {
        const args = planArguments(planFile, options);
        const { exit, diagnostics } = await this.runner.run({ args, answers: [0, 2], output: 'events' });
        return { hasChanges: exit.exitCode === 2, diagnostics };
    }
    /** @returns the JSON of a plan file, secrets and all */
    async show(planFile) {
        return this.text({ args: ['show', '-json', positional('plan file', planFile)], output: 'document' });
    }
    /** Applies exactly what is in the plan file. @throws Cancelled when the run was cancelled before it began */
    async apply(planFile, options = {}) {
        const progress = new ApplyProgress();
        const { world, directory } = this;
        const runner = new Runner(directory, {
            ...world,
            onEvent: (event) => {
                progress.take(event);
                world.onEvent(event);
            },
        });
        const command = { args: applyArguments(planFile, options), answers: 'any', output: 'events' };
        const ran = await runner.run(command);
        const succeeded = ran.exit.exitCode === 0;
        return {
            succeeded,
            exit: ran.exit,
            interrupted: world.interruption?.aborted ?? false,
            report: progress.report(),
            lock: ran.diagnostics.map(diagnostic/* lockOf */.Vx).find((one) => one !== undefined),
            unsavedState: this.unsavedState(ran.diagnostics),
            failure: succeeded ? undefined : runner.failure(command, ran),
        };
    }
    async output() {
        const args = ['output', '-json', '-no-color'];
        return (0,terraform_document/* parseOutputs */.Q8)(await this.text({ args, output: 'document', when: 'always' }));
    }
    /** Which version of the state the backend has; undefined when it has none. Also after a cancellation. */
    async stateHead() {
        let head;
        await this.runner.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
            head = await (0,terraform_document/* readStateHead */.aO)(path);
        });
        return head;
    }
    /** Takes a lock away, whoever holds it. Also after a cancellation. */
    async forceUnlock(id) {
        const args = ['force-unlock', '-force', '-no-color', positional('lock id', id)];
        await this.runner.run({ args, output: 'events', when: 'always' });
    }
    async text(command) {
        let text = '';
        await this.runner.run(command, async (path) => {
            text = await (0,terraform_document/* readDocument */.u0)(path);
        });
        return text;
    }
    unsavedState(diagnostics) {
        const path = (0,external_node_path_.join)(this.directory, 'errored.tfstate');
        const isNamed = diagnostics.some(({ detail }) => detail.includes('errored.tfstate'));
        return isNamed && (0,external_node_fs_.existsSync)(path) ? path : undefined;
    }
}


/***/ }),

/***/ 9654:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1662);

function countsOf(plan) {
    const managed = plan.resources.filter(({ mode }) => mode === 'managed');
    const of = (kind) => managed.filter((change) => change.kind === kind).length;
    const counts = {
        create: of('create'),
        update: of('update'),
        replace: of('replace'),
        destroy: of('delete'),
        move: managed.filter(_plan__WEBPACK_IMPORTED_MODULE_0__/* .isMoved */ .yu).length,
        import: managed.filter(({ importId }) => importId !== undefined).length,
        forget: of('forget'),
        outputs: plan.outputs.filter(({ kind }) => !(0,_plan__WEBPACK_IMPORTED_MODULE_0__/* .isQuiet */ .rM)(kind)).length,
    };
    const pending = plan.deferred.length + plan.actionInvocations.length;
    return { ...counts, hasChanges: pending > 0 || Object.values(counts).some((count) => count > 0) };
}


/***/ }),

/***/ 917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   Z5: () => (/* binding */ parseDiagnostic),
/* harmony export */   hy: () => (/* binding */ isLockGone),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6911);

/** Reads a diagnostic of `-json` output or of `terraform validate -json`. */
function parseDiagnostic(fields) {
    return {
        severity: fields['severity'] === 'warning' ? 'warning' : 'error',
        summary: (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'summary') ?? '',
        detail: ((0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'detail') ?? '').trim(),
        address: (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'address'),
        range: parseRange((0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(fields, 'range')),
    };
}
function parseRange(range) {
    const file = (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(range, 'filename');
    const [start, end] = [(0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(range, 'start'), (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(range, 'end')];
    const startLine = (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(start, 'line');
    if (file === undefined || startLine === undefined)
        return undefined;
    const startColumn = (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(start, 'column') ?? 1;
    return {
        file,
        startLine,
        startColumn,
        endLine: (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(end, 'line') ?? startLine,
        endColumn: (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(end, 'column') ?? startColumn,
    };
}
/** As a person reads it: what, where, why. */
function describe({ severity, summary, detail, address, range }) {
    const where = [range && `${range.file}:${range.startLine}`, address].filter((part) => part !== undefined);
    const head = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`;
    const place = where.length === 0 ? '' : ` (${where.join(', ')})`;
    return detail === '' ? `${head}${place}` : `${head}${place}\n${detail}`;
}
const LOCK_SUMMARIES = new Map([
    ['Error acquiring the state lock', 'held'],
    ['Error releasing the state lock', 'left'],
]);
/**
 * Whether the lock was in the way and then given back while Terraform asked S3 whose it is.
 * Terraform takes that for an error, whatever lock-timeout says.
 */
function isLockGone(diagnostics) {
    return diagnostics.some(({ summary, detail }) => LOCK_SUMMARIES.get(summary) === 'held' &&
        detail.includes('PreconditionFailed') &&
        /\.tflock\b[^]*(?:NoSuchKey|StatusCode: 404)/.test(detail));
}
/** The lock that a diagnostic is about; undefined for any other trouble, and when the backend does not tell. */
function lockOf({ summary, detail }) {
    const kind = LOCK_SUMMARIES.get(summary);
    // The lock's fields come after the backend's own words, in which anything may stand.
    const at = detail.lastIndexOf('Lock Info:');
    if (kind === undefined || at < 0)
        return undefined;
    const field = (name) => new RegExp(`^[ \\t]*${name}:[ \\t]*(.*?)[ \\t]*$`, 'm').exec(detail.slice(at))?.[1] ?? '';
    const id = field('ID');
    if (id === '')
        return undefined;
    return {
        kind,
        id,
        path: field('Path'),
        operation: field('Operation'),
        who: field('Who'),
        version: field('Version'),
        created: field('Created'),
        info: field('Info'),
    };
}


/***/ }),

/***/ 5923:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q8: () => (/* binding */ parseOutputs),
/* harmony export */   Ui: () => (/* binding */ parseVersionReport),
/* harmony export */   aO: () => (/* binding */ readStateHead),
/* harmony export */   fu: () => (/* binding */ parseValidation),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6911);


/** V8 has no longer strings. */
const LONGEST_TEXT_BYTES = 0x1fffffe8;
/**
 * A document that Terraform printed, as text.
 * @throws Error when it is too long for any string
 */
async function readDocument(path, longestBytes = LONGEST_TEXT_BYTES) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (size <= longestBytes)
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    const [megabytes, limit] = [size, longestBytes].map((bytes) => Math.floor(bytes / 1_000_000));
    throw new Error(`Terraform's JSON has ${megabytes ?? 0} MB, and this action can read ${limit ?? 0} MB at most; ` +
        'split the stack into several, or plan a part of it with target');
}
const HEAD_BYTES = 4096;
/** Reads the beginning of a state, and so none of the secrets in it. @returns undefined when there is no state */
async function readStateHead(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
        const head = buffer.toString('utf8', 0, bytesRead);
        const serial = /"serial":\s*(\d+)/.exec(head)?.[1];
        const lineage = /"lineage":\s*"([^"]*)"/.exec(head)?.[1];
        return serial === undefined ? undefined : { serial: Number(serial), lineage: lineage ?? '' };
    }
    finally {
        await file.close();
    }
}
/** Reads `terraform output -json`. */
function parseOutputs(text) {
    const outputs = new Map();
    for (const [name, output] of Object.entries((0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text) ?? {})) {
        // Whatever is not plainly harmless is a secret.
        if ((0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(output))
            outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false });
    }
    return outputs;
}
/** Reads `terraform version -json`. @returns undefined when it is something else */
function parseVersionReport(text) {
    return (0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text) ?? {}, 'terraform_version');
}
/** Reads `terraform validate -json`. @returns undefined when it is something else */
function parseValidation(text) {
    const report = (0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text);
    if (report === undefined || (0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(report, 'error_count') === undefined)
        return undefined;
    const { diagnostics } = report;
    return Array.isArray(diagnostics) ? diagnostics.filter(_fields__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4) : [];
}


/***/ }),

/***/ 620:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ comparePlans),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   od: () => (/* binding */ seal)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _intent__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9244);


/**
 * A text made unrecognisable: without the salt, nobody can try out what it was.
 * @param salt random, and new for each record
 */
function seal(text, salt) {
    if (salt.length < 16)
        throw new Error('a salt shorter than 16 characters protects nothing; draw 32 random bytes');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salt).update(text).digest('hex');
}
/** The changes of a plan for its record, so that a later plan can be compared with it change by change. */
function planEntries(plan, salt) {
    return new Map((0,_intent__WEBPACK_IMPORTED_MODULE_1__/* .entriesOf */ .M)(plan).map(({ name, kind, attributes, content }) => {
        const hashes = attributes.map(([attribute, value]) => [
            attribute,
            seal(`${attribute}=${value}`, salt).slice(0, 16),
        ]);
        return [name, { kind, hash: seal(content, salt), attributes: Object.fromEntries(hashes) }];
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


/***/ }),

/***/ 1177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ terraformEnvironment)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _redact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4939);


/** What lets a program act as this job on GitHub, or speak to the runner in the step's name. */
const OF_THE_JOB = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
const TOKENS = [
    'GITHUB_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
/** What the AWS SDKs look at before they look at a container's endpoint, or instead of it. */
const AWS_CREDENTIALS = new Set([
    'AWS_ACCESS_KEY_ID',
    'AWS_ACCESS_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SECRET_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_ROLE_ARN',
    'AWS_ROLE_SESSION_NAME',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
]);
/**
 * The environment that Terraform and its providers run in: the step's own, less whatever would let them act as this
 * job, under any name. `TF_…`, the region, endpoints and proxies of the user stay.
 *
 * @param credentials undefined to leave Terraform the AWS credentials of the step
 */
function terraformEnvironment(env, credentials) {
    const tokens = TOKENS.flatMap((name) => (0,_redact__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .eo)(env[name] ?? ''));
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !OF_THE_JOB.test(entry[0]) &&
        !holds(entry[1], tokens) &&
        (credentials === undefined || !AWS_CREDENTIALS.has(entry[0].toUpperCase())));
    return {
        ...Object.fromEntries(kept),
        ...reachable(env),
        ...(credentials === undefined ? {} : endpoint(credentials)),
        TF_IN_AUTOMATION: 'true',
        TF_INPUT: '0',
        // No word to HashiCorp on who runs which version.
        CHECKPOINT_DISABLE: 'true',
    };
}
const holds = (value, tokens) => tokens.some((token) => value.includes(token));
function endpoint({ uri, token }) {
    return {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: uri,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
        // A profile in either file would come first, and where the endpoint fails, the machine's own role would do.
        AWS_CONFIG_FILE: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
        AWS_SHARED_CREDENTIALS_FILE: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
        AWS_EC2_METADATA_DISABLED: 'true',
    };
}
const LOOPBACK = '127.0.0.1';
/** The endpoint is on loopback, where no proxy leads. Go looks at the first of the two names that is set. */
function reachable(env) {
    const given = env['NO_PROXY'] || env['no_proxy'] || '';
    const hosts = given.split(',').map((host) => host.trim());
    const value = hosts.some((host) => host === '*' || host === LOOPBACK)
        ? given
        : [given, LOOPBACK].filter(Boolean).join(',');
    return env['no_proxy'] === undefined ? { NO_PROXY: value } : { NO_PROXY: value, no_proxy: value };
}


/***/ }),

/***/ 1232:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ adviseOnLock),
/* harmony export */   s: () => (/* binding */ TerraformFailed)
/* harmony export */ });
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(917);

/** A Terraform command that did not come to what it was started for. */
class TerraformFailed extends Error {
    facts;
    name = 'TerraformFailed';
    diagnostics;
    /** The lock that is in the way, or that was left behind. */
    lock;
    constructor(facts, options) {
        const lock = facts.diagnostics.map(_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .lockOf */ .Vx).find((one) => one !== undefined);
        super([headOf(facts), ...wordsOf(facts), advise(facts, lock)].join('\n'), options);
        this.facts = facts;
        this.diagnostics = facts.diagnostics;
        this.lock = lock;
    }
}
function headOf({ command, directory, exit, interrupted }) {
    const end = exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`;
    return `terraform ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`;
}
function wordsOf({ diagnostics, text }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0);
    // Terraform repeats some, one for each part that it had to stop.
    return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '');
}
const UNSAVED = 'The new state is only in errored.tfstate, beside the configuration: bring it to the backend with terraform state push errored.tfstate before the runner clears its workspace, and before anything else is applied.';
const INSTALL = 'or install a fitting Terraform in a step before this one';
/** The next step by Terraform's words, first match wins. */
const ADVICE = [
    [
        /Error acquiring the state lock[^]*(?:AccessDenied|not authorized)/,
        "The lock could not be taken: the role needs s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
    ],
    [
        /Error acquiring the state lock/,
        'Run the job again; if it comes back, look at the object beside the state whose name ends in .tflock.',
    ],
    [
        /Unsupported Terraform Core version/,
        `Set terraform-version to one that required_version admits, ${INSTALL}.`,
    ],
    [
        /dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/,
        'Run terraform providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.',
    ],
    [
        /Backend configuration changed|Backend initialization required/,
        'A .terraform directory of another backend is in the way: remove it before this step, or leave it out of the cache.',
    ],
    [
        /No value for required variable/,
        'Give the variable in variables (name=value), in a var-file, or as TF_VAR_<name>.',
    ],
    [/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'],
    [
        /No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/,
        'Give role-to-assume (with `permissions: id-token: write`), or configure AWS credentials in a step before this one.',
    ],
    [
        /AccessDenied|UnauthorizedOperation|not authorized to perform/,
        'Allow the action in a policy of the role.',
    ],
    [/Saved plan is stale/, 'Something changed the state after the plan: run the job again to plan afresh.'],
    [
        /Failed to query available provider packages|Failed to install provider/,
        'Check the network, HTTPS_PROXY and the source of the provider.',
    ],
];
function advise({ command, directory, diagnostics, text, interrupted }, lock) {
    const words = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n');
    if (words.includes('errored.tfstate'))
        return UNSAVED;
    if (lock !== undefined)
        return adviseOnLock(lock);
    if (interrupted)
        return 'Run the job again.';
    const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1];
    return advice ?? `terraform ${command} in ${directory} says the same on your own machine.`;
}
/** Who holds the lock, since when, for what, and how to go on. */
function adviseOnLock({ kind, id, path, operation, who, created }) {
    const what = operation.replace(/^OperationType/, '').toLowerCase();
    const facts = [
        who && `held by ${who}`,
        created && `since ${created}`,
        what && `for ${what}`,
        path && `on ${path}`,
    ];
    const holder = facts.filter((fact) => fact !== '').join(' ');
    const unlock = `terraform force-unlock ${id}`;
    return kind === 'left'
        ? `This run's lock was left behind (${holder}); check that nothing runs any more, then ${unlock}.`
        : `The state is locked: ${holder}. Wait for that run, raise lock-timeout, or, when it is surely dead, ${unlock}.`;
}


/***/ }),

/***/ 6911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   zR: () => (/* binding */ recordAt)
/* harmony export */ });
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The text at a key; undefined when something else is there. */
function textAt(fields, key) {
    const value = fields[key];
    return typeof value === 'string' ? value : undefined;
}
function numberAt(fields, key) {
    const value = fields[key];
    return typeof value === 'number' ? value : undefined;
}
function recordAt(fields, key) {
    const value = fields[key];
    return isRecord(value) ? value : {};
}
/** @returns undefined for anything but a JSON object */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 6344:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rx: () => (/* binding */ allowDestroyLines),
  nT: () => (/* binding */ findDanger),
  fX: () => (/* binding */ stopping)
});

// UNUSED EXPORTS: unusedAllowances

// EXTERNAL MODULE: ./src/terraform/attribute-path.ts
var attribute_path = __webpack_require__(454);
// EXTERNAL MODULE: ./src/terraform/plan.ts + 1 modules
var plan = __webpack_require__(1662);
;// CONCATENATED MODULE: ./src/terraform/stateful-types.ts
/** Types of AWS resources that hold what no apply brings back, by what they hold. */
const GROUPS = [
    [
        'it holds a database',
        `aws_db_instance aws_rds_cluster aws_rds_global_cluster aws_docdb_cluster aws_docdb_global_cluster
     aws_docdbelastic_cluster aws_neptune_cluster aws_neptune_global_cluster aws_neptunegraph_graph
     aws_dynamodb_table aws_dynamodb_table_replica aws_dynamodb_global_table aws_dsql_cluster
     aws_keyspaces_keyspace aws_keyspaces_table aws_lightsail_database aws_customerprofiles_domain aws_simpledb_domain aws_qldb_ledger aws_redshift_cluster
     aws_redshiftserverless_namespace aws_timestreamwrite_database aws_timestreamwrite_table
     aws_timestreaminfluxdb_db_instance aws_finspace_kx_database aws_glue_catalog_database aws_glue_catalog_table`,
    ],
    [
        'it holds a cache or a queue in memory, and may be the only place that has it',
        `aws_dax_cluster aws_elasticache_cluster aws_elasticache_global_replication_group
     aws_elasticache_replication_group aws_elasticache_serverless_cache aws_memorydb_cluster
     aws_memorydb_multi_region_cluster`,
    ],
    [
        'it holds an index and its documents',
        `aws_cloudsearch_domain aws_elasticsearch_domain aws_kendra_index aws_opensearch_domain
     aws_opensearchserverless_collection`,
    ],
    [
        'it holds objects',
        `aws_glacier_vault aws_lightsail_bucket aws_s3_bucket aws_s3_directory_bucket aws_s3control_bucket
     aws_s3tables_namespace aws_s3tables_table aws_s3tables_table_bucket`,
    ],
    [
        'without it, objects that are deleted or overwritten cannot be brought back',
        'aws_s3_bucket_object_lock_configuration aws_s3_bucket_versioning',
    ],
    [
        'it holds files',
        `aws_efs_file_system aws_fsx_file_cache aws_fsx_lustre_file_system aws_fsx_ontap_file_system
     aws_fsx_ontap_storage_virtual_machine aws_fsx_ontap_volume aws_fsx_openzfs_file_system
     aws_fsx_openzfs_volume aws_fsx_windows_file_system aws_storagegateway_gateway`,
    ],
    [
        'it holds a volume',
        `aws_ebs_volume aws_finspace_kx_volume aws_lightsail_disk aws_storagegateway_cached_iscsi_volume
     aws_storagegateway_stored_iscsi_volume aws_workspaces_workspace`,
    ],
    [
        'it holds backups',
        `aws_backup_logically_air_gapped_vault aws_backup_vault aws_backup_vault_lock_configuration
     aws_db_cluster_snapshot aws_db_snapshot aws_db_snapshot_copy aws_docdb_cluster_snapshot
     aws_ebs_snapshot aws_ebs_snapshot_copy aws_ebs_snapshot_import aws_fsx_backup aws_fsx_openzfs_snapshot
     aws_memorydb_snapshot aws_neptune_cluster_snapshot aws_rds_cluster_snapshot_copy aws_redshift_cluster_snapshot
     aws_redshiftserverless_snapshot`,
    ],
    [
        'it holds images',
        'aws_ami aws_ami_copy aws_ami_from_instance aws_ecr_repository aws_ecrpublic_repository',
    ],
    [
        'what is encrypted with it can never be read again',
        `aws_cloudhsm_v2_cluster aws_kms_custom_key_store aws_kms_external_key aws_kms_key aws_kms_replica_external_key
     aws_kms_replica_key aws_paymentcryptography_key`,
    ],
    ['it holds a secret or a setting', 'aws_secretsmanager_secret aws_ssm_parameter'],
    [
        'certificates that it issued are no longer trusted',
        'aws_acmpca_certificate_authority aws_rolesanywhere_trust_anchor',
    ],
    [
        'it holds accounts of people, whose passwords cannot be moved',
        'aws_cognito_identity_pool aws_cognito_user_pool aws_directory_service_directory aws_identitystore_user',
    ],
    [
        'it holds messages that nobody has read yet',
        `aws_kinesis_firehose_delivery_stream aws_kinesis_stream aws_kinesis_video_stream aws_mq_broker aws_msk_cluster
     aws_msk_serverless_cluster aws_sqs_queue`,
    ],
    ['it holds events to replay', 'aws_cloudtrail_event_data_store aws_cloudwatch_event_archive'],
    ['it holds DNS records, and a new one answers under other name servers', 'aws_route53_zone'],
    ['it holds logs or metrics', 'aws_cloudwatch_log_group aws_cloudwatch_log_stream aws_prometheus_workspace'],
    ['it holds dashboards', 'aws_grafana_workspace'],
    [
        'it holds source code or packages',
        'aws_codeartifact_domain aws_codeartifact_repository aws_codecommit_repository',
    ],
    ['it holds the objects of Kubernetes', 'aws_eks_cluster'],
];
/** Why a resource of the type must not go by accident, by type. */
const STATEFUL_TYPES = new Map(GROUPS.flatMap(([reason, types]) => types.split(/\s+/).map((type) => [type, reason])));

;// CONCATENATED MODULE: ./src/terraform/guard.ts



/** The stateful resources that the plan deletes, replaces or forgets, in the plan's order. */
function findDanger(plan, options) {
    const extra = new Set(options.extraTypes.map((type) => type.trim()));
    const allowed = new Set(options.allow.map((address) => address.trim()));
    return plan.resources.flatMap((change) => {
        const holds = STATEFUL_TYPES.get(change.type) ??
            (extra.has(change.type) ? 'its type is in stateful-types' : undefined);
        const kind = dangerousKind(change);
        if (holds === undefined || kind === undefined || change.mode !== 'managed')
            return [];
        const { address, deposed, type, order, reason } = change;
        const verdict = kind === 'forget' ? 'mention' : allowed.has(address) ? 'allowed' : 'stop';
        const forcedBy = [...new Set(change.replacePaths.map(attribute_path/* formatPath */.j))];
        return [{ address, deposed, type, kind, order, holds, reason, forcedBy, verdict }];
    });
}
function dangerousKind({ kind, order }) {
    switch (kind) {
        case 'delete':
        case 'forget':
            return kind;
        case 'replace':
            return order === 'forget-old' ? 'forget' : kind;
        case 'create':
        case 'update':
        case 'read':
        case 'no-op':
            return undefined;
    }
}
/** The dangers that nobody has allowed: with any of these, there must be no apply. */
const stopping = (dangers) => dangers.filter(({ verdict }) => verdict === 'stop');
/** What to write in the input `allow-destroy` to let these through, one address a line. */
function allowDestroyLines(dangers) {
    return [...new Set(stopping(dangers).map(({ address }) => address))].join('\n');
}
/** Addresses of `allow-destroy` that the plan does not touch: forgotten there, they would let a later accident through. */
function unusedAllowances(dangers, allow) {
    const used = new Set(dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address));
    return allow.filter((address) => address.trim() !== '' && !used.has(address.trim()));
}


/***/ }),

/***/ 9244:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ entriesOf)
/* harmony export */ });
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6911);
/* harmony import */ var _plan_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1044);
/* harmony import */ var _marks__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3874);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1662);




/** All that an apply of the plan would do. */
function entriesOf(plan) {
    return [
        ...plan.resources.filter(_plan__WEBPACK_IMPORTED_MODULE_0__/* .isEffective */ .kc).map(ofResource),
        ...plan.outputs.filter(({ kind }) => !(0,_plan__WEBPACK_IMPORTED_MODULE_0__/* .isQuiet */ .rM)(kind)).map(ofOutput),
    ];
}
function ofResource(change) {
    const { address, previousAddress, deposed, mode, type, provider, kind, order, importId } = change;
    const attributes = attributesOf(change);
    const head = { address, previousAddress, deposed, mode, type, provider, kind, order, importId };
    const name = deposed === undefined ? address : `${address} (deposed ${deposed})`;
    return { name, kind, attributes, content: contentWith(head, attributes) };
}
function ofOutput(change) {
    const name = `output.${change.name}`;
    const attributes = [['value', contentOf(change, undefined)]];
    return {
        name,
        kind: change.kind,
        attributes,
        content: contentWith({ name, kind: change.kind }, attributes),
    };
}
/**
 * Only what the change changes. AWS alters some attributes by itself (`latest_restorable_time` every five minutes);
 * with them in it, no plan for such a resource would be the same twice, although it does the same.
 */
function attributesOf(change) {
    if (change.kind === 'delete' || change.kind === 'forget')
        return identityOf(change.before);
    const { before, after, afterUnknown } = change;
    const names = new Set([before, after, afterUnknown].flatMap((value) => ((0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) ? Object.keys(value) : [])));
    return [...names].sort().flatMap((name) => {
        if (!(0,_marks__WEBPACK_IMPORTED_MODULE_2__/* .marksAny */ .H)((0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(afterUnknown, name)) && (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .sameJson */ .Vk)((0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(before, name), (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(after, name)))
            return [];
        return [[name, contentOf(change, name)]];
    });
}
/** Lines of JSON, in which a line end is always escaped. */
function contentWith(head, attributes) {
    const lines = attributes.map(([name, content]) => `${JSON.stringify(name)}:${content}`);
    return [(0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .dj)(head), ...lines].join('\n');
}
/** Of an object that goes: which one it is. */
function identityOf(before) {
    const known = ['arn', 'id'].filter((name) => typeof (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(before, name) === 'string');
    if (known.length === 0)
        return [['', (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .dj)(before)]];
    return known.map((name) => [name, (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .dj)((0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(before, name))]);
}
/** A change of one attribute, or of the whole value; what is before a value that nobody knows yet is of no matter. */
function contentOf({ before, after, afterUnknown }, name) {
    const of = (value) => (name === undefined ? value : (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .field */ .ZZ)(value, name));
    const unknown = (0,_marks__WEBPACK_IMPORTED_MODULE_2__/* .marksAny */ .H)(of(afterUnknown)) && of(afterUnknown);
    return (0,_plan_json__WEBPACK_IMPORTED_MODULE_3__/* .canonicalJson */ .dj)(unknown === true ? { unknown } : { before: of(before), after: of(after), unknown });
}


/***/ }),

/***/ 3874:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ marksAny)
/* harmony export */ });
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6911);
/* harmony import */ var _plan_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1044);


/** Whether a structure of marks (`after_unknown`, `after_sensitive`) marks anything. */
function marksAny(mark) {
    if ((0,_plan_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(mark))
        return mark.some(marksAny);
    if ((0,_fields__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(mark))
        return Object.values(mark).some(marksAny);
    return mark === true;
}


/***/ }),

/***/ 1044:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   Vk: () => (/* binding */ sameJson),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6911);

const isList = (value) => Array.isArray(value);
/** A field of whatever it is; undefined unless it is an object with that very key. */
const field = (value, key) => (0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const textField = (value, key) => {
    const found = field(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
};
const listField = (value, key) => {
    const found = field(value, key);
    return isList(found) ? found : [];
};
// Sixteen digits are where a double begins to lose some.
const LONG_NUMBER = /[:,[]\s*-?[\d.]{16}/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g;
/**
 * `JSON.parse` that keeps every digit: a number that a double cannot hold becomes a string of its digits,
 * since two plans that differ only there would otherwise be taken for the same.
 */
function parseJson(text) {
    if (!LONG_NUMBER.test(text))
        return JSON.parse(text);
    const kept = text.replace(STRING_OR_NUMBER, (token) => token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`);
    return JSON.parse(kept);
}
/** The same text for the same value, whatever the order of its keys. */
function canonicalJson(value) {
    if (isList(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (!(0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return JSON.stringify(value ?? null);
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}
/** Equality of JSON values, in which a missing value is null. */
function sameJson(a, b) {
    if (Object.is(a, b))
        return true;
    if (isList(a)) {
        return isList(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
    }
    if (!(0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(a))
        return (a ?? null) === (b ?? null);
    const keys = Object.keys(a);
    return ((0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(b) &&
        keys.length === Object.keys(b).length &&
        keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key])));
}


/***/ }),

/***/ 1662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  kc: () => (/* binding */ isEffective),
  yu: () => (/* binding */ isMoved),
  rM: () => (/* binding */ isQuiet),
  vS: () => (/* binding */ parsePlan)
});

// UNUSED EXPORTS: InvalidPlan

// EXTERNAL MODULE: ./src/terraform/fields.ts
var fields = __webpack_require__(6911);
// EXTERNAL MODULE: ./src/terraform/action.ts
var terraform_action = __webpack_require__(9868);
// EXTERNAL MODULE: ./src/terraform/plan-json.ts
var plan_json = __webpack_require__(1044);
;// CONCATENATED MODULE: ./src/terraform/secrets.ts


/**
 * Every string and number that the plan marks as sensitive, anywhere in it.
 * Marks get lost on the way through providers (`terraform_data.output` has none of its input's),
 * so a value that is secret in one place must be kept from showing in another.
 */
function secretsOf(plan) {
    const found = new Set();
    for (const change of [...(0,plan_json/* listField */.FZ)(plan, 'resource_changes'), ...(0,plan_json/* listField */.FZ)(plan, 'resource_drift')]) {
        collectChange((0,plan_json/* field */.ZZ)(change, 'change'), found);
    }
    for (const deferred of (0,plan_json/* listField */.FZ)(plan, 'deferred_changes')) {
        collectChange((0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(deferred, 'resource_change'), 'change'), found);
    }
    const outputs = (0,plan_json/* field */.ZZ)(plan, 'output_changes');
    if ((0,fields/* isRecord */.u4)(outputs))
        for (const change of Object.values(outputs))
            collectChange(change, found);
    for (const values of [(0,plan_json/* field */.ZZ)(plan, 'planned_values'), (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(plan, 'prior_state'), 'values')]) {
        collectOutputs((0,plan_json/* field */.ZZ)(values, 'outputs'), found);
        collectModule((0,plan_json/* field */.ZZ)(values, 'root_module'), found);
    }
    collectVariables(plan, found);
    return [...found];
}
function collectChange(change, found) {
    collect((0,plan_json/* field */.ZZ)(change, 'before'), (0,plan_json/* field */.ZZ)(change, 'before_sensitive'), found);
    collect((0,plan_json/* field */.ZZ)(change, 'after'), (0,plan_json/* field */.ZZ)(change, 'after_sensitive'), found);
}
function collectOutputs(outputs, found) {
    if (!(0,fields/* isRecord */.u4)(outputs))
        return;
    for (const output of Object.values(outputs)) {
        collect((0,plan_json/* field */.ZZ)(output, 'value'), (0,plan_json/* field */.ZZ)(output, 'sensitive'), found);
    }
}
/** The prior state also holds data sources, which have no change of their own. */
function collectModule(module, found) {
    for (const resource of (0,plan_json/* listField */.FZ)(module, 'resources')) {
        collect((0,plan_json/* field */.ZZ)(resource, 'values'), (0,plan_json/* field */.ZZ)(resource, 'sensitive_values'), found);
    }
    for (const child of (0,plan_json/* listField */.FZ)(module, 'child_modules'))
        collectModule(child, found);
}
function collectVariables(plan, found) {
    const declared = (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(plan, 'configuration'), 'root_module'), 'variables');
    if (!(0,fields/* isRecord */.u4)(declared))
        return;
    for (const [name, variable] of Object.entries(declared)) {
        const given = (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(plan, 'variables'), name), 'value') ?? (0,plan_json/* field */.ZZ)(variable, 'default');
        collect(given, (0,plan_json/* field */.ZZ)(variable, 'sensitive'), found);
    }
}
/** @param mark true for a value that is sensitive as a whole, else a structure of marks like the value's own */
function collect(value, mark, found) {
    if (mark === undefined || mark === false || value === undefined || value === null)
        return;
    if ((0,plan_json/* isList */.Lv)(value)) {
        value.forEach((item, index) => {
            collect(item, mark === true || ((0,plan_json/* isList */.Lv)(mark) && mark[index]), found);
        });
    }
    else if ((0,fields/* isRecord */.u4)(value)) {
        for (const [key, item] of Object.entries(value))
            collect(item, mark === true || (0,plan_json/* field */.ZZ)(mark, key), found);
    }
    else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
        found.add(String(value));
    }
}

;// CONCATENATED MODULE: ./src/terraform/plan.ts




/** JSON that is not a plan, or not one that this program can vouch for. */
class InvalidPlan extends Error {
    name = 'InvalidPlan';
}
/**
 * Reads what `terraform show -json <plan file>` prints. Fields that it does not know are ignored.
 *
 * @param json the text, or what `JSON.parse` made of it
 * @throws InvalidPlan when it is something else, or lacks what decisions rest on
 */
function parsePlan(json) {
    const plan = typeof json === 'string' ? parseText(json) : json;
    if (!(0,fields/* isRecord */.u4)(plan))
        throw new InvalidPlan('the plan is not a JSON object; give what terraform show -json <plan file> prints');
    checkFormat(plan);
    const errored = (0,plan_json/* field */.ZZ)(plan, 'errored') === true;
    const outputs = (0,plan_json/* field */.ZZ)(plan, 'output_changes');
    return {
        terraformVersion: (0,plan_json/* textField */.M8)(plan, 'terraform_version') ?? '',
        resources: (0,plan_json/* listField */.FZ)(plan, 'resource_changes').map((one, index) => parseResource(one, `resource_changes[${index}]`)),
        outputs: (0,fields/* isRecord */.u4)(outputs) ? Object.entries(outputs).map(parseOutput) : [],
        drift: (0,plan_json/* listField */.FZ)(plan, 'resource_drift').map((one, index) => parseResource(one, `resource_drift[${index}]`)),
        deferred: (0,plan_json/* listField */.FZ)(plan, 'deferred_changes'),
        actionInvocations: (0,plan_json/* listField */.FZ)(plan, 'action_invocations'),
        errored,
        // Terraform before 1.8 says neither.
        applyable: (0,plan_json/* field */.ZZ)(plan, 'applyable') !== false && !errored,
        complete: (0,plan_json/* field */.ZZ)(plan, 'complete') !== false,
        secrets: secretsOf(plan),
    };
}
function parseText(text) {
    try {
        return (0,plan_json/* parseJson */.qF)(text);
    }
    catch {
        // Without the parser's error as a cause: its words quote the text, in which there may be a secret.
        throw new InvalidPlan(`the plan is not JSON (${text.length} characters); was the output of terraform show -json cut off?`);
    }
}
function checkFormat(plan) {
    const version = (0,plan_json/* textField */.M8)(plan, 'format_version');
    if (version === undefined) {
        throw new InvalidPlan('the plan has no format_version; give what terraform show -json <plan file> prints');
    }
    if (!version.startsWith('1.')) {
        throw new InvalidPlan(`the plan is in format ${JSON.stringify(version)}, and this action reads 1.x; use a newer action or an older Terraform`);
    }
    if ((0,plan_json/* field */.ZZ)(plan, 'values') !== undefined && (0,plan_json/* field */.ZZ)(plan, 'planned_values') === undefined) {
        throw new InvalidPlan('this is a state, not a plan; name the plan file: terraform show -json <plan file>');
    }
}
function parseResource(value, at) {
    const address = (0,plan_json/* textField */.M8)(value, 'address');
    if (address === undefined)
        throw new InvalidPlan(`${at} has no address; the plan is damaged or not one of Terraform's`);
    const where = `the change of ${address}`;
    const type = (0,plan_json/* textField */.M8)(value, 'type');
    const mode = (0,plan_json/* textField */.M8)(value, 'mode');
    if (type === undefined || mode === undefined) {
        throw new InvalidPlan(`${where} has no ${type === undefined ? 'type' : 'mode'}, so nobody can tell whether it is safe`);
    }
    const change = (0,plan_json/* field */.ZZ)(value, 'change');
    const importing = (0,plan_json/* field */.ZZ)(change, 'importing');
    return {
        ...parseChange(change, where),
        address,
        previousAddress: (0,plan_json/* textField */.M8)(value, 'previous_address'),
        deposed: (0,plan_json/* textField */.M8)(value, 'deposed'),
        mode,
        type,
        name: (0,plan_json/* textField */.M8)(value, 'name') ?? '',
        provider: (0,plan_json/* textField */.M8)(value, 'provider_name') ?? '',
        importId: (0,fields/* isRecord */.u4)(importing) ? importId(importing) : undefined,
        reason: (0,plan_json/* textField */.M8)(value, 'action_reason'),
        replacePaths: (0,plan_json/* listField */.FZ)(change, 'replace_paths').filter(plan_json/* isList */.Lv),
    };
}
/** An id, from Terraform 1.12 on perhaps an identity of several attributes instead. */
function importId(importing) {
    const identity = (0,plan_json/* field */.ZZ)(importing, 'identity');
    return (0,plan_json/* textField */.M8)(importing, 'id') ?? ((0,fields/* isRecord */.u4)(identity) ? JSON.stringify(identity) : '(known after apply)');
}
function parseOutput([name, change]) {
    return { ...parseChange(change, `the change of output ${name}`), name };
}
function parseChange(change, where) {
    const actions = (0,plan_json/* field */.ZZ)(change, 'actions');
    if (!(0,plan_json/* isList */.Lv)(actions))
        throw new InvalidPlan(`${where} has no actions; the plan is damaged or not one of Terraform's`);
    const action = (0,terraform_action/* actionOf */.q)(actions);
    if (action === undefined) {
        throw new InvalidPlan(`${where} has the actions ${JSON.stringify(actions)}, which this action does not know; use a newer one`);
    }
    return {
        ...action,
        before: (0,plan_json/* field */.ZZ)(change, 'before') ?? null,
        after: (0,plan_json/* field */.ZZ)(change, 'after') ?? null,
        afterUnknown: (0,plan_json/* field */.ZZ)(change, 'after_unknown') ?? false,
        beforeSensitive: (0,plan_json/* field */.ZZ)(change, 'before_sensitive') ?? false,
        afterSensitive: (0,plan_json/* field */.ZZ)(change, 'after_sensitive') ?? false,
    };
}
/** The kinds of an output's or a resource's change that leave the world as it is. */
const isQuiet = (kind) => kind === 'no-op' || kind === 'read';
const isMoved = ({ address, previousAddress }) => previousAddress !== undefined && previousAddress !== address;
/** Whether applying the plan touches the resource or the state's record of it. */
const isEffective = (change) => !isQuiet(change.kind) || isMoved(change) || change.importId !== undefined;


/***/ }),

/***/ 4939:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   eo: () => (/* binding */ secretForms)
/* harmony export */ });
/* unused harmony export redact */
/* harmony import */ var _fields__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6911);

/** Shorter values stand in too much innocent text: `true`, `eu-west`, a port. */
const SHORTEST_SECRET = 8;
const MASK = '***';
/** The same text without the secrets, in any of the forms in which programs print them. */
const redact = (text, secrets) => redactor(secrets)(text);
/**
 * Compiled once for many lines.
 * @param secrets values; those of fewer than eight characters are left out
 */
function redactor(secrets) {
    const forms = new Set(secrets.flatMap(secretForms));
    // Longest first, else a secret within another would leave the rest of the longer one.
    const patterns = [...forms].sort((a, b) => b.length - a.length);
    if (patterns.length === 0)
        return (text) => text;
    const search = new RegExp(patterns.map((form) => escapeRegExp(form)).join('|'), 'g');
    return (text) => text.replace(search, MASK);
}
/** Every text in a value of JSON through `redact`, keys of maps too. */
function redactDeep(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (!(0,_fields__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]));
}
/** A secret as it is, by lines, and as JSON, Go, URLs and Base64 write it. */
function secretForms(secret) {
    // A key in PEM is printed line by line.
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const plain = [secret, secret.trim(), ...lines];
    return plain
        .filter((form) => form.length >= SHORTEST_SECRET)
        .flatMap((form) => [form, ...quoted(form), encoded(form), ...base64Forms(form)])
        .filter((form) => form.length >= SHORTEST_SECRET);
}
/** Within a JSON string; Go's encoder also escapes what HTML would read, and one document may hold another. */
function quoted(text) {
    const once = JSON.stringify(text).slice(1, -1);
    const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
    return [once, go, ...[once, go].map((form) => JSON.stringify(form).slice(1, -1))];
}
/** In Base64, at each of the three places in a group of three bytes where it may begin (`user:password`). */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Characters that hold bits of a neighbour differ from case to case.
        const start = offset === 0 ? 0 : offset + 1;
        const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1;
        const form = encoded.slice(start, end);
        return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
function encoded(text) {
    // Half of a surrogate pair has no form in a URL, and none in UTF-8 either.
    return encodeURIComponent(Buffer.from(text).toString());
}
const escapeRegExp = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');


/***/ }),

/***/ 8142:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ dangerSections)
/* harmony export */ });
/* harmony import */ var _action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9868);
/* harmony import */ var _guard__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6344);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(922);



/** The stateful resources that the plan takes away, and what lets them go. */
function dangerSections(dangers, redact = (text) => text) {
    if (dangers.length === 0)
        return [];
    return [alert(dangers), list(dangers, redact), ...allowance(dangers)];
}
function alert(dangers) {
    const stopped = (0,_guard__WEBPACK_IMPORTED_MODULE_1__/* .stopping */ .fX)(dangers);
    const allowed = dangers.filter(({ verdict }) => verdict === 'allowed');
    if (stopped.length > 0) {
        const what = `${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(stopped.length, 'stateful resource')} would be destroyed, with ${stopped.length === 1 ? 'what is in it' : 'all that is in them'}.`;
        return `> [!CAUTION]\n> **${what}** The apply stops before that, unless ${stopped.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.`;
    }
    if (allowed.length > 0) {
        return `> [!WARNING]\n> **${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` says.`;
    }
    const them = dangers.length === 1 ? 'it' : 'them';
    return `> [!NOTE]\n> Terraform stops managing ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(dangers.length, 'stateful resource')}. Nothing in ${them} is destroyed.`;
}
/** What stops the apply comes first. */
const VERDICTS = ['stop', 'allowed', 'mention'];
function list(dangers, redact) {
    const inOrder = VERDICTS.flatMap((verdict) => dangers.filter((danger) => danger.verdict === verdict));
    return {
        open: '',
        items: inOrder.map((danger) => ({ text: () => item(danger, redact) })),
        separator: '\n',
        close: '',
        share: 0.2,
        leftOut: (items) => `… and ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(items.length, 'more stateful resource')}.`,
    };
}
function item(danger, redact) {
    const { address, deposed, kind, order, holds, reason, forcedBy, verdict } = danger;
    const leftover = deposed === undefined ? '' : ` (object ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(deposed)}, left behind by an earlier replacement)`;
    const because = reason === undefined ? '' : ` Terraform's reason: ${(0,_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}.`;
    const forced = forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => (0,_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(redact(path))).join(', ')}.`;
    const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : '';
    const what = kind === 'replace'
        ? `replaced (${order === 'create-first' ? 'new one first' : 'old one first'})`
        : kind === 'delete'
            ? 'destroyed'
            : 'forgotten, not destroyed';
    return `- ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .code */ .aY)(address)}${leftover} is **${what}**: ${holds}.${because}${forced}${allowed}`;
}
/** Text to paste into a workflow, so every line of it is exact. */
function allowance(dangers) {
    const addresses = (0,_guard__WEBPACK_IMPORTED_MODULE_1__/* .allowDestroyLines */ .Rx)(dangers)
        .split('\n')
        .filter((address) => address !== '');
    if (addresses.length === 0)
        return [];
    const ticks = (0,_text__WEBPACK_IMPORTED_MODULE_2__/* .fenceFor */ .Lt)(addresses);
    return [
        {
            open: `To let this happen, give both \`plan\` and \`apply\` this input:\n\n${ticks}yaml\nallow-destroy: |`,
            items: addresses.map((address) => ({ text: () => `  ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(address)}` })),
            separator: '\n',
            close: ticks,
            share: 0.2,
            leftOut: (items) => `… and ${(0,_text__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(items.length, 'more resource')}.`,
        },
    ];
}


/***/ }),

/***/ 5282:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ fit)
/* harmony export */ });
/** Room for what sections say of the items that they left out. */
const LEFT_OUT_BYTES = 600;
const SEPARATOR = 2;
/** When so many in a row did not fit, the next will not either, and each costs time. */
const MOST_MISSES = 40;
/** UTF-8 has at least as many bytes as JavaScript has characters, so this bounds both. */
const size = (text) => Buffer.byteLength(text);
/** Sets text and sections below one another, in no more bytes than given, with whole items only. */
function fit(parts, limit) {
    const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0);
    const fixed = parts.map((part) => (typeof part === 'string' ? size(part) + SEPARATOR : 0));
    const reserved = sections.map(({ open, close }) => size(open) + size(close) + LEFT_OUT_BYTES);
    let room = limit - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0);
    const filled = new Map();
    const refill = (section, most) => {
        const mine = room + (filled.get(section)?.bytes ?? 0);
        const now = fill(section, Math.min(mine, most));
        room = mine - now.bytes;
        filled.set(section, now);
    };
    // The small ones first: else three hundred resources would leave no room for one output.
    const smallFirst = sections.toSorted((a, b) => a.share - b.share);
    for (const section of smallFirst)
        refill(section, section.share * limit);
    for (const section of smallFirst)
        if (filled.get(section)?.isCut === true)
            refill(section, limit);
    return parts
        .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
        .filter((text) => text !== '')
        .join('\n\n');
}
function fill(section, room) {
    const { open, close, separator, items } = section;
    const [shown, left] = [[], []];
    let bytes = 0;
    let misses = 0;
    for (const item of items) {
        const text = misses < MOST_MISSES ? item.text() : '';
        const cost = size(text) + separator.length;
        if (misses < MOST_MISSES && bytes + cost <= room) {
            misses = 0;
            bytes += cost;
            shown.push(text);
        }
        else {
            misses++;
            left.push(item);
        }
    }
    const body = [open, ...shown, close].filter((text) => text !== '').join(separator);
    const pieces = [shown.length > 0 ? body : '', left.length > 0 ? section.leftOut(left) : ''];
    return { text: pieces.filter((text) => text !== '').join('\n\n'), bytes, isCut: left.length > 0 };
}


/***/ }),

/***/ 495:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   Vg: () => (/* binding */ remark),
/* harmony export */   fy: () => (/* binding */ NO_LABEL),
/* harmony export */   n8: () => (/* binding */ line)
/* harmony export */ });
const NO_LABEL = { text: '', after: '' };
const formatLine = ({ mark, depth, text }) => `${mark} ${'  '.repeat(depth)}${text}`.trimEnd();
const line = (mark, depth, text) => ({ mark, depth, text });
const remark = (depth, text) => line(' ', depth, `# ${text}`);


/***/ }),

/***/ 1449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H5: () => (/* binding */ renderResource),
/* harmony export */   Oo: () => (/* binding */ once),
/* harmony export */   iI: () => (/* binding */ renderDrift)
/* harmony export */ });
/* harmony import */ var _action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9868);
/* harmony import */ var _attribute_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(454);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1662);
/* harmony import */ var _line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(495);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(922);





const SIGNS = {
    create: '🟢 create',
    update: '🟡 update',
    replace: '🟠 replace',
    delete: '🔴 destroy',
    forget: '⚪ forget',
    read: '🔵 read',
    'no-op': '⚪',
};
/** One resource: closed, what happens to which; open, why, and the difference of its attributes. */
function renderResource(change, attributes) {
    const { kind, address, deposed, replacePaths } = change;
    const lines = attributes.write(change, replacePaths);
    const leftover = deposed === undefined ? '' : `, object ${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .htmlCode */ .h8)(deposed)} that an earlier replacement left behind`;
    const notes = notesOf(change, lines, attributes.redact).map((note) => `${note}\n\n`);
    const body = lines.length === 0 ? 'No attribute is known.' : (0,_text__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)('diff', lines.map(_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL));
    return (0,_text__WEBPACK_IMPORTED_MODULE_3__/* .folded */ .TM)(`${SIGNS[kind]} ${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .htmlCode */ .h8)(address)}${leftover}`, `${notes.join('')}${body}`);
}
/** One resource that changed outside of Terraform. */
function renderDrift(change, attributes) {
    const what = change.kind === 'delete' ? '🔴 gone' : '🟡 changed';
    const lines = attributes.write(change);
    const body = lines.length === 0 ? 'No attribute is known.' : (0,_text__WEBPACK_IMPORTED_MODULE_3__/* .fence */ .EU)('diff', lines.map(_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL));
    return (0,_text__WEBPACK_IMPORTED_MODULE_3__/* .folded */ .TM)(`${what} ${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .htmlCode */ .h8)(change.address)}`, body);
}
function notesOf(change, lines, redact) {
    const { kind, order, reason, replacePaths, previousAddress, importId } = change;
    const forcing = [...new Set(replacePaths.map(_attribute_path__WEBPACK_IMPORTED_MODULE_4__/* .formatPath */ .j))].map((path) => (0,_text__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(redact(path))).join(', ');
    const because = reason === undefined ? '' : `Because ${(0,_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}${forcing && `: ${forcing}`}.`;
    const isSilent = kind === 'update' && lines.every(({ text }) => text.startsWith('#'));
    return [
        because,
        order === 'create-first' ? 'The new one is created before the old one is destroyed.' : '',
        order === 'forget-old' ? 'The old one is left alone; Terraform only stops managing it.' : '',
        (0,_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu)(change) ? `Moved from ${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(previousAddress ?? '')}.` : '',
        importId === undefined ? '' : `Imported as ${(0,_text__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(redact(importId))}.`,
        isSilent ? 'No value changes, only what counts as sensitive or how it is written.' : '',
    ].filter((note) => note !== '');
}
/** The same text goes into the comment and into the summary. */
function once(make) {
    let made;
    return () => (made ??= make());
}


/***/ }),

/***/ 4449:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ diagnosticSections),
/* harmony export */   CL: () => (/* binding */ stateSections),
/* harmony export */   R9: () => (/* binding */ outputSection),
/* harmony export */   tX: () => (/* binding */ driftSection)
/* harmony export */ });
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(917);
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1662);
/* harmony import */ var _line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(495);
/* harmony import */ var _resource__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1449);
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(922);





/** All outputs together, for each by itself is a line. */
function outputSection(plan, attributes) {
    const changes = plan.outputs.filter(({ kind }) => !(0,_plan__WEBPACK_IMPORTED_MODULE_1__/* .isQuiet */ .rM)(kind));
    const outputs = (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(changes.length, 'output');
    const text = () => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .folded */ .TM)(`🟣 ${outputs}`, (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .fence */ .EU)('diff', attributes.writeOutputs(changes).map(_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL)));
    return {
        open: '',
        items: changes.length === 0 ? [] : [{ text: (0,_resource__WEBPACK_IMPORTED_MODULE_3__/* .once */ .Oo)(text) }],
        separator: '\n\n',
        close: '',
        share: 0.15,
        leftOut: () => `${outputs} would change, too long to show here.`,
    };
}
function driftSection(plan, attributes) {
    const changes = plan.drift.filter((change) => !(0,_plan__WEBPACK_IMPORTED_MODULE_1__/* .isQuiet */ .rM)(change.kind) && attributes.changes(change));
    return {
        open: '#### Changed outside of Terraform\n\nSince the last apply, someone or something else did this; the plan takes it into account.',
        items: changes.map((change) => ({ text: (0,_resource__WEBPACK_IMPORTED_MODULE_3__/* .once */ .Oo)(() => (0,_resource__WEBPACK_IMPORTED_MODULE_3__/* .renderDrift */ .iI)(change, attributes)) })),
        separator: '\n\n',
        close: '',
        share: 0.15,
        leftOut: (items) => `… and ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(items.length, 'more resource')} that changed outside of Terraform.`,
    };
}
/** What happens to the state and not to the resources. */
function stateSections({ resources }, redact) {
    const moved = resources.filter(_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu);
    const imported = resources.filter(({ importId }) => importId !== undefined);
    return [
        foldedList(`⚪ ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(moved.length, 'resource')} moved`, moved.map(({ address, previousAddress }) => `${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(previousAddress ?? '')} → ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(address)}`)),
        foldedList(`🔵 ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(imported.length, 'resource')} imported`, imported.map(({ address, importId }) => `${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(address)} is ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .code */ .aY)(redact(importId ?? ''))}`)),
    ];
}
function foldedList(title, lines) {
    return {
        open: `<details><summary>${title}</summary>\n`,
        items: lines.map((text) => ({ text: () => `- ${text}` })),
        separator: '\n',
        close: '\n</details>',
        share: 0.1,
        leftOut: (items) => `… and ${items.length.toLocaleString('en-US')} more.`,
    };
}
/** What Terraform complains of, in its own words; warnings behind a click. */
function diagnosticSections(diagnostics, redact) {
    const items = (severity) => diagnostics
        .filter((one) => one.severity === severity)
        .map((one) => ({ text: () => (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .fence */ .EU)('text', (0,_text__WEBPACK_IMPORTED_MODULE_4__/* .visible */ .RK)(redact((0,_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(one))).split('\n')) }));
    const [errors, warnings] = [items('error'), items('warning')];
    const common = {
        separator: '\n\n',
        share: 0.3,
        leftOut: (left) => `… and ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(left.length, 'more message')} in the log.`,
    };
    return {
        errors: { ...common, open: '', items: errors, close: '' },
        warnings: {
            ...common,
            open: `<details><summary>⚠️ ${(0,_text__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(warnings.length, 'warning')}</summary>`,
            items: warnings,
            close: '</details>',
        },
    };
}


/***/ }),

/***/ 922:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   Lt: () => (/* binding */ fenceFor),
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   ml: () => (/* binding */ shorten)
/* harmony export */ });
// Controls (ANSI's escape among them), separators that end a line, and marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu;
/** Text from outside with all that a reader cannot see written out, `\u202e`. Lines and tabs stay. */
const visible = (text) => text.replace(UNPRINTABLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
/** Text from outside as one line. */
const oneLine = (text) => visible(text.replace(/\s+/g, ' ').trim());
const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function code(text) {
    const line = oneLine(text);
    const ticks = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return line === '' ? '' : `${ticks}${pad}${line}${pad}${ticks}`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
const escapeHtml = (text) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
/** The same as {@link code}, for within HTML, where Markdown is not read. */
const htmlCode = (text) => `<code>${escapeHtml(oneLine(text))}</code>`;
/** The backticks between which these lines are only text: more than any run within them. */
const fenceFor = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Lines that GitHub shows as they are. */
function fence(language, lines) {
    const ticks = fenceFor(lines);
    // Should the text be printed to a log as well, none of its lines is a command for the runner.
    const inert = lines.map((line) => line.replace(/^(?=::|##\[)/, ' '));
    return [`${ticks}${language}`, ...inert, ticks].join('\n');
}
/** A block that opens at a click. */
const folded = (summary, body) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
function plural(number, noun) {
    return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
/** Characters of one value that are worth reading in a comment. */
const LONGEST_VALUE = 2_000;
const SHOWN_BEFORE = 200;
/** A window of a very long text, with the count of what is left out. @param at where something is to be seen */
function shorten(text, at = 0) {
    if (text.length <= LONGEST_VALUE)
        return text;
    const start = Math.max(0, at - SHOWN_BEFORE);
    const shown = text.slice(start, start + LONGEST_VALUE / 2);
    const left = plural(text.length - shown.length, 'more character');
    return visible(`${start === 0 ? '' : '…'}${shown}… (${left})`);
}


/***/ }),

/***/ 4824:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ pickVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* unused harmony export InvalidConstraint */
const OPERATORS = ['<=', '>=', '!=', '~>', '<', '>', '='];
/** A constraint that Terraform would not read either. */
class InvalidConstraint extends Error {
    name = 'InvalidConstraint';
}
const VERSION = /^v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
function parseVersion(text) {
    const [, numbers, prerelease] = VERSION.exec(text.trim()) ?? [];
    if (numbers === undefined)
        return undefined;
    const [major = 0, minor = 0, patch = 0, ...rest] = numbers.split('.').map(Number);
    const written = numbers.split('.').length;
    if (rest.length > 0 || ![major, minor, patch].every(Number.isSafeInteger))
        return undefined;
    return { segments: [major, minor, patch], written, prerelease: prerelease?.split('.') ?? [] };
}
/**
 * Whether a version satisfies a constraint, as Terraform decides it
 * (https://developer.hashicorp.com/terraform/language/expressions/version-constraints).
 * A pre-release only does where a clause names one with the same numbers.
 *
 * @param constraint comma-separated clauses; without an operator, `=`; empty for any release
 * @throws InvalidConstraint
 */
function satisfies(version, constraint) {
    const clauses = parseConstraint(constraint);
    const candidate = parseVersion(version);
    return candidate !== undefined && meets(candidate, clauses);
}
/**
 * The newest of the versions that satisfies the constraint.
 * @throws InvalidConstraint
 */
function pickVersion(constraint, available) {
    const clauses = parseConstraint(constraint);
    const fitting = available.flatMap((text) => {
        const version = parseVersion(text);
        return version !== undefined && meets(version, clauses) ? [{ text, version }] : [];
    });
    return fitting.sort((a, b) => compare(b.version, a.version))[0]?.text;
}
/** The version that a constraint names as the only one, for which no list is needed. */
function exactVersion(constraint) {
    const [clause, ...others] = parseConstraint(constraint);
    if (clause === undefined || others.length > 0 || clause.operator !== '=')
        return undefined;
    const { segments, prerelease } = clause.version;
    return segments.join('.') + (prerelease.length === 0 ? '' : `-${prerelease.join('.')}`);
}
/** Below zero when `a` is older; versions that cannot be read are oldest. */
function compareVersions(a, b) {
    const [one, other] = [parseVersion(a), parseVersion(b)];
    if (one === undefined || other === undefined)
        return Number(one !== undefined) - Number(other !== undefined);
    return compare(one, other);
}
function parseConstraint(constraint) {
    if (constraint.trim() === '')
        return [];
    return constraint.split(',').map((part) => {
        const text = part.trim();
        const operator = OPERATORS.find((one) => text.startsWith(one));
        const version = parseVersion(text.slice(operator?.length ?? 0));
        if (version !== undefined)
            return { operator: operator ?? '=', version };
        throw new InvalidConstraint(`'${constraint}' is not a constraint on versions: '${text}' should be one of ${OPERATORS.join(' ')} ` +
            `and a version, as in ~> 1.11 or >= 1.11.0, < 2.0.0`);
    });
}
function meets(version, clauses) {
    const isNamed = clauses.some((clause) => clause.operator !== '!=' &&
        clause.version.prerelease.length > 0 &&
        sameNumbers(version, clause.version));
    if (version.prerelease.length > 0 && !isNamed)
        return false;
    return clauses.every((clause) => fits(version, clause));
}
function fits(version, { operator, version: limit }) {
    const order = compare(version, limit);
    switch (operator) {
        case '=':
            return order === 0;
        case '!=':
            return order !== 0;
        case '>':
            return isComparable(version, limit) && order > 0;
        case '>=':
            return isComparable(version, limit) && order >= 0;
        case '<':
            return isComparable(version, limit) && order < 0;
        case '<=':
            return isComparable(version, limit) && order <= 0;
        case '~>':
            return isComparable(version, limit) && order >= 0 && isPessimistic(version, limit);
    }
}
/** A pre-release is compared with nothing but another of the same numbers. */
function isComparable(version, limit) {
    if (version.prerelease.length === 0)
        return true;
    return limit.prerelease.length > 0 && sameNumbers(version, limit);
}
/** Only the last number that was written may grow; a limit that is a pre-release admits no release. */
function isPessimistic(version, limit) {
    if (limit.prerelease.length > 0 && version.prerelease.length === 0)
        return false;
    return limit.segments.slice(0, limit.written - 1).every((number, at) => number === version.segments[at]);
}
const sameNumbers = (a, b) => a.segments.every((number, at) => number === b.segments[at]);
/** Semantic Versioning 2.0.0, section 11. */
function compare(a, b) {
    for (const [at, number] of a.segments.entries()) {
        const difference = number - (b.segments[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    if (a.prerelease.length === 0 || b.prerelease.length === 0)
        return b.prerelease.length - a.prerelease.length;
    for (let at = 0; at < Math.max(a.prerelease.length, b.prerelease.length); at++) {
        const difference = compareIdentifiers(a.prerelease[at], b.prerelease[at]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareIdentifiers(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (isNumber && isOtherNumber)
        return Number(a) - Number(b);
    if (isNumber !== isOtherNumber)
        return isNumber ? -1 : 1;
    return a < b ? -1 : Number(a > b);
}


/***/ })

};

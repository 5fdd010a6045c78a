export const id = 988;
export const ids = [988];
export const modules = {

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
/* harmony export */   J: () => (/* binding */ getHeadSha),
/* harmony export */   g: () => (/* binding */ findMergedPullRequest)
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
    const headRepository = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'head', 'repo', 'id');
    return [
        {
            number,
            headSha,
            baseRef,
            isFork: headRepository === undefined || headRepository !== (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'base', 'repo', 'id'),
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

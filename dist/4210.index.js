export const id = 4210;
export const ids = [4210];
export const modules = {

/***/ 72631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ openGitHubClient)
/* harmony export */ });
/* harmony import */ var _github_octokit__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6702);

/**
 * Opens GitHub's API with a masked token.
 *
 * @returns undefined without a token
 */
async function openGitHubClient(token, { apiUrl, repository }, runtime) {
    if (token === undefined)
        return undefined;
    runtime.log.mask(token);
    return (0,_github_octokit__WEBPACK_IMPORTED_MODULE_0__/* .openGitHub */ .o)({ token, apiUrl, repository }, runtime);
}


/***/ }),

/***/ 49893:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ isOwnBranch)
/* harmony export */ });
/* harmony import */ var _token_owner__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23592);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** GitHub's account that commits in place of a person in the browser, and for an App through the API. */
const WEB_FLOW = 'web-flow';
/**
 * Reports whether a branch holds nothing but this action's change of one file.
 *
 * The author of a commit is the email address that its creator typed. Proof is therefore GitHub's signature, which a pushed
 * commit cannot have. A merge by "Update branch" has it as well, independent of the person who pressed the button.
 *
 * @throws GitHubError
 */
async function isOwnBranch(github, { baseSha, head, path }) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...github.repo,
        basehead: `${baseSha}...${head}`,
        per_page: 100,
    });
    const commits = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data.commits);
    if (data.ahead_by > commits.length)
        return false;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data.files).every((file) => isOnly(file, path)))
        return false;
    if (commits.length === 0)
        return true;
    const self = await (0,_token_owner__WEBPACK_IMPORTED_MODULE_0__/* .tokenOwnerId */ .K)(github);
    return commits.every((commit) => isOwnCommit(github, commit, self));
}
/** A renamed file also removes another one. */
const isOnly = (file, path) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(file, 'filename') === path && (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(file, 'previous_filename') === undefined;
function isOwnCommit(github, commit, self) {
    if (isMerge(commit))
        return isSignedByGitHub(commit);
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(commit, 'author', 'id') !== self)
        return false;
    const isOfPerson = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(commit, 'author', 'type') !== 'Bot';
    return isSignedByGitHub(commit) || isOfPerson || isEnterpriseServer(github);
}
const isSignedByGitHub = (commit) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(commit, 'commit', 'verification', 'verified') === true &&
    (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(commit, 'committer', 'login') === WEB_FLOW;
const isMerge = (commit) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(commit, 'parents')).length > 1;
/** An Enterprise Server signs commits only if its administrator has set that up. */
const isEnterpriseServer = ({ octokit }) => octokit.request.endpoint.DEFAULTS.baseUrl.endsWith('/api/v3');


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

/***/ 96661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   nf: () => (/* binding */ errorDetails),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64212);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98488);



/** A failed request to GitHub. The message ends with the next step. */
class GitHubError extends Error {
    details;
    name = 'GitHubError';
    reason = 'github-error';
    status;
    serverMessage;
    constructor(details, options) {
        const { method, path, status, serverMessage } = details;
        const result = status === undefined ? 'was not answered' : `answered ${status}`;
        super(`${method} ${path} ${result}: ${(0,_text_format__WEBPACK_IMPORTED_MODULE_0__/* .withoutFullStop */ .Qu)(serverMessage)}. ${adviceFor(details)}`, options);
        this.details = details;
        this.status = status;
        this.serverMessage = serverMessage;
    }
    /** Whether GitHub may have carried out the request. */
    get isUncertain() {
        return this.status === undefined || this.status >= 500;
    }
}
/** Reads an error of Octokit, whose RequestError has a status even without a response. */
function errorDetails(error, request) {
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(error) ? error : {};
    const answered = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(fields['response']);
    const headers = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(fields, 'response', 'headers');
    return {
        method: request.method,
        path: pathOf((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, 'request', 'url') ?? request.url),
        status: answered && typeof fields['status'] === 'number' ? fields['status'] : undefined,
        serverMessage: serverMessageOf((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(fields, 'response', 'data'), error),
        headers: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(headers) ? headers : {},
    };
}
function serverMessageOf(data, error) {
    const errors = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(data, 'errors');
    const details = Array.isArray(errors)
        ? errors.map((one) => (typeof one === 'string' ? one : (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(one, 'message')))
        : [];
    const messages = [(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'message'), ...details].filter((text) => text !== undefined);
    return ((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .escapeWorkflowCommands */ .Fy)(messages.join(': ') || rootCauseMessage(error))) ||
        'no reason given');
}
/** The reason of `fetch failed` is in its cause; an AggregateError has only a code. */
function rootCauseMessage(error) {
    const cause = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(error, 'cause');
    if (isTimeout(error) || isTimeout(cause))
        return 'no complete response in time';
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(cause))
        return rootCauseMessage(cause);
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'message') || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'code') || '';
}
const isTimeout = (error) => error instanceof DOMException && error.name === 'TimeoutError';
const pathOf = (url) => (URL.canParse(url) ? new URL(url).pathname : url);
/**
 * Whether a rate limit was exceeded
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function isRateLimited({ status, headers, serverMessage: words }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|abuse detection/i.test(words));
}
function adviceFor(facts) {
    if (isRateLimited(facts))
        return `The token's rate limit is exhausted. Re-run the job ${whenLimitResets(facts)}.`;
    if (/not accessible by/i.test(facts.serverMessage))
        return permissionAdvice(facts);
    if (/not permitted to create or approve/i.test(facts.serverMessage))
        return PULL_REQUEST_SETTING_ADVICE;
    const isNewBranch = facts.method === 'POST' && facts.path.endsWith('/git/refs');
    if (isNewBranch && facts.status === 422)
        return NEW_BRANCH_ADVICE;
    if (BRANCH_RULES.test(facts.serverMessage))
        return BRANCH_RULES_ADVICE;
    if (/disabled workflow/i.test(facts.serverMessage))
        return 'Enable the workflow with `gh workflow enable`.';
    if (/workflow_dispatch/.test(facts.serverMessage))
        return 'Add the trigger `workflow_dispatch` to the workflow.';
    switch (facts.status) {
        case undefined:
            return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and re-run the job.';
        case 401:
            return 'The token is invalid or has expired. Check github-token.';
        case 403:
            return 'The token lacks a permission. Check github-token.';
        case 404:
            return `It does not exist, or the token cannot access it. ${permissionAdvice(facts)}`;
        case 410:
            return 'It was deleted or is disabled. Issues are enabled in the repository settings.';
        default:
            return facts.status >= 500
                ? 'This is a transient error of GitHub (https://www.githubstatus.com). Re-run the job.'
                : 'This is probably a bug in langfuse-deploy. Please report it.';
    }
}
const PULL_REQUEST_SETTING_ADVICE = "Enable 'Allow GitHub Actions to create and approve pull requests' in the repository settings under Actions, General, " +
    'or set github-token to the token of a GitHub App.';
const BRANCH_RULES = /rule violations|protected branch|through a pull request|required status check|approving review|reference update failed/i;
const NEW_BRANCH_ADVICE = 'The branch cannot be created: a rule forbids its name, or a branch has the name of its folder. Change the rule, delete that ' +
    'branch, or let the GitHub App that owns the token bypass the rule.';
const BRANCH_RULES_ADVICE = 'The branch rules require a pull request or status checks. Use `mode: pull-request`, ' +
    'or let the GitHub App that owns the token bypass them.';
function whenLimitResets({ headers }) {
    const reset = Number(headers['x-ratelimit-reset']);
    const isKnown = headers['x-ratelimit-remaining'] === '0' && reset > 0;
    return isKnown ? `after ${new Date(reset * 1000).toISOString()}` : 'in a few minutes';
}
/** The header contains for example `issues=write; pull_requests=write`. */
function permissionAdvice({ headers, method, path }) {
    const named = headers['x-accepted-github-permissions'];
    const accepted = typeof named === 'string' ? [...(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .escapeWorkflowCommands */ .Fy)(named).matchAll(/(\w+)=(\w+)/g)] : [];
    const permissions = accepted.map(([, name = '', level = '']) => `\`${name.replaceAll('_', '-')}: ${level}\``);
    const required = permissions.length > 0 ? permissions.join(' or ') : `\`${usualPermission(method, path)}\``;
    return `Allow ${required} in the job's permissions. Pull requests from forks get a read-only token.`;
}
function usualPermission(method, path) {
    if (path.includes('/actions/'))
        return 'actions: write';
    const isContent = /\/(?:compare|contents|git)\//.test(path);
    if (!isContent)
        return 'pull-requests: write';
    return method === 'GET' ? 'contents: read' : 'contents: write';
}


/***/ }),

/***/ 6702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ graphql),
/* harmony export */   o: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28902);
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23421);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21789);




/** GitHub's minimum for a response without a time. */
const RATE_LIMIT_DELAY_MS = 60_000;
/** A primary limit can last an hour. */
const MAX_TOTAL_WAIT_MS = 180_000;
const RESPONSE_TIMEOUT_MS = 30_000;
const MIN_LOGGED_WAIT_MS = 10_000;
/**
 * Opens the API of a repository. Requests throw a GitHubError, after retries where they are safe.
 *
 * Octokit's plugins wait up to an hour, and repeat uncertain writes.
 */
async function openGitHub(access, runtime) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const silent = () => undefined;
    const octokit = getOctokit(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'langfuse-deploy',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    octokit.hook.wrap('request', (request, options) => retryRequest(options, runtime, async () => {
        // Changed in place: before-after-hook 4.0 calls the inner hooks with the options that it got at first.
        const signal = AbortSignal.timeout(runtime.responseTimeoutMs ?? RESPONSE_TIMEOUT_MS);
        Object.assign(options, { request: { ...options.request, signal } });
        const response = await request(options);
        if (!isInvalidResponse(response))
            return response;
        const error = new Error('the response is incomplete, or not from GitHub');
        throw Object.assign(error, { request: { url: response.url } });
    }));
    const { owner, name: repo } = access.repository;
    return { octokit, repo: { owner, repo }, clock: runtime.clock };
}
function retryRequest(request, runtime, call) {
    return (0,_http_retry__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(() => call().catch((cause) => {
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .errorDetails */ .nf)(cause, request), { cause });
    }), {
        backoff: _http_retry_policies__WEBPACK_IMPORTED_MODULE_1__/* .RETRY */ .p6.github,
        clock: runtime.clock,
        maxTotalWaitMs: MAX_TOTAL_WAIT_MS,
        classify: (error, attempt) => error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ ? classify(error.details, attempt) : undefined,
        onWait: (error, waitMs) => {
            if (waitMs <= MIN_LOGGED_WAIT_MS || !(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
                return;
            runtime.log.info(`Waiting ${Math.ceil(waitMs / 1000)} s for GitHub: ${error.serverMessage}`);
        },
    });
}
function classify(details, attempt) {
    // A rate-limited request was not carried out, whatever its method.
    if ((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(details))
        return { waitMs: rateLimitWaitMs(details, attempt) };
    const isTransient = details.status === undefined || (0,_http_retry_policies__WEBPACK_IMPORTED_MODULE_1__/* .isTransientStatus */ .Dm)(details.status);
    // A POST without a response may have been carried out. Only its caller can find out.
    const isUncertainPost = details.method === 'POST' && !details.path.endsWith('/graphql');
    return isTransient && !isUncertainPost ? {} : undefined;
}
function rateLimitWaitMs({ headers }, attempt) {
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return seconds * 1000;
    // The runner's clock may be wrong.
    const nowMs = Date.parse((0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(headers, 'date') ?? '');
    const resetMs = Number(headers['x-ratelimit-reset']) * 1000;
    if (headers['x-ratelimit-remaining'] === '0' && resetMs > 0 && nowMs > 0)
        return Math.max(0, resetMs - nowMs) + 1000;
    return RATE_LIMIT_DELAY_MS * 2 ** (attempt - 1);
}
/** Octokit returns truncated JSON and HTML pages as text. */
function isInvalidResponse(response) {
    const type = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(response, 'headers', 'content-type') ?? '';
    const isText = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .textAt */ .$6)(response, 'data') !== undefined;
    return isText && (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .numberAt */ .tk)(response, 'status') !== 204 && /json|html/.test(type);
}
/**
 * Sends a GraphQL query or an idempotent mutation, which may be repeated.
 *
 * @throws GitHubError, with status 200 if the response contains errors
 */
async function graphql({ octokit }, query, variables) {
    try {
        const data = await octokit.graphql(query, variables);
        return data;
    }
    catch (cause) {
        if (cause instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            throw cause;
        const details = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .errorDetails */ .nf)(cause, { method: 'POST', url: '/graphql' });
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_({ ...details, status: 200 }, { cause });
    }
}


/***/ }),

/***/ 63859:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ retryWrite)
/* harmony export */ });
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23421);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28902);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96661);



/**
 * Repeats a write whose outcome is unknown, or whose object was deleted meanwhile.
 *
 * @param write reads GitHub's state first, so that what an attempt has done is not done twice
 * @throws GitHubError
 */
function retryWrite(github, write, isRepeatable = isRepeatableWrite) {
    return (0,_http_retry__WEBPACK_IMPORTED_MODULE_2__/* .retry */ .L5)(write, {
        backoff: _http_retry_policies__WEBPACK_IMPORTED_MODULE_0__/* .RETRY */ .p6.githubWrite,
        clock: github.clock,
        classify: (error) => (error instanceof _error__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_ && isRepeatable(error) ? {} : undefined),
    });
}
/**
 * A POST without a response may have created the object, and another run may have done so at the same time. A PATCH that
 * answers 404 met a deleted one.
 */
function isRepeatableWrite({ details: { method }, isUncertain, status, serverMessage, }) {
    if (method === 'POST')
        return isUncertain || /pull request already exists/i.test(serverMessage);
    return method === 'PATCH' && status === 404;
}


/***/ }),

/***/ 23592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ACTIONS_ID),
/* harmony export */   K: () => (/* binding */ tokenOwnerId)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _octokit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



/** User id of `github-actions[bot]`. */
const ACTIONS_ID = 41_898_282;
/**
 * Returns the user id of the token's owner. REST has no such route for installation tokens.
 *
 * @throws GitHubError
 */
async function tokenOwnerId(github) {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(await (0,_octokit__WEBPACK_IMPORTED_MODULE_1__/* .graphql */ .U)(github, 'query { viewer { databaseId } }', {}), 'viewer', 'databaseId');
    if (id !== undefined)
        return id;
    const words = "the response does not contain the token's owner";
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_({ method: 'POST', path: '/graphql', status: 200, serverMessage: words, headers: {} });
}


/***/ }),

/***/ 95763:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  jC: () => (/* binding */ createPullRequest),
  mt: () => (/* binding */ deleteOwnBranch),
  sF: () => (/* binding */ findDeclined),
  bK: () => (/* binding */ listPulls),
  BT: () => (/* binding */ parsePull),
  cN: () => (/* binding */ proposeUpdate),
  Di: () => (/* binding */ readProposalBodies),
  nX: () => (/* binding */ setBranchHead),
  C5: () => (/* binding */ withdrawUpdate)
});

// EXTERNAL MODULE: ./src/github/branch.ts
var github_branch = __webpack_require__(66675);
// EXTERNAL MODULE: ./src/github/branch-owner.ts
var branch_owner = __webpack_require__(49893);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/octokit.ts
var octokit = __webpack_require__(6702);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
;// CONCATENATED MODULE: ./src/github/ref-update.ts




const NO_COMMIT = '0'.repeat(40);
const REPOSITORY_ID = `query ($owner: String!, $repo: String!) { repository(owner: $owner, name: $repo) { id } }`;
const UPDATE_REFS = `mutation ($repositoryId: ID!, $refUpdates: [RefUpdate!]!) {
  updateRefs(input: { repositoryId: $repositoryId, refUpdates: $refUpdates }) { clientMutationId }
}`;
/**
 * Moves or deletes a branch only if it still has the expected head. REST has no such condition.
 *
 * @returns false if the branch has another head
 * @throws GitHubError
 * @see https://docs.github.com/graphql/reference/input-objects#refupdate
 */
async function updateRefIfUnchanged(github, { branch, from, to }) {
    const repositoryId = (0,json/* textAt */.$6)(await (0,octokit/* graphql */.U)(github, REPOSITORY_ID, github.repo), 'repository', 'id');
    const update = { name: `refs/heads/${branch}`, beforeOid: from, afterOid: to ?? NO_COMMIT, force: true };
    try {
        await (0,octokit/* graphql */.U)(github, UPDATE_REFS, { repositoryId, refUpdates: [update] });
        return true;
    }
    catch (error) {
        // GraphQL reports a failed update without a code, and a branch rule in the same way.
        const isRejected = error instanceof github_error/* GitHubError */.y_ && error.status === 200;
        if (isRejected && (await (0,github_branch/* getBranchHead */.Rs)(github, branch)) !== from)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/github/retry-write.ts
var retry_write = __webpack_require__(63859);
// EXTERNAL MODULE: ./src/text/update-marker.ts
var update_marker = __webpack_require__(17913);
;// CONCATENATED MODULE: ./src/github/update-pull-request.ts







/** Each attempt sees another head of the branch, so another program or person is working on it. */
const MAX_ATTEMPTS = 5;
/**
 * Opens the pull request from the branch, or updates its commit, title and body.
 * Commits of others are never overwritten, also if they are pushed meanwhile.
 *
 * @throws GitHubError
 */
async function proposeUpdate(github, proposal) {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const outcome = await (0,retry_write/* retryWrite */.o)(github, () => proposeOnce(github, proposal));
        if (outcome !== undefined)
            return outcome;
    }
    return { kind: 'modified-by-others', pull: await findPull(github, proposal) };
}
/** @returns undefined if the branch got another head meanwhile */
async function proposeOnce(github, proposal) {
    const { branch, baseSha, path, content, title, body } = proposal;
    const pull = await findPull(github, proposal);
    const head = await (0,github_branch/* getBranchHead */.Rs)(github, branch);
    if (head !== undefined && !(await (0,branch_owner/* isOwnBranch */.t)(github, { baseSha, head, path }))) {
        // Closing it does not decline the versions.
        if (pull !== undefined)
            await removeMarkers(github, pull);
        return { kind: 'modified-by-others', pull };
    }
    const isSame = head !== undefined && (await (0,github_branch/* readFileAt */._T)(github, { path, sha: head })) === content;
    const sha = isSame ? head : await (0,github_branch/* createCommit */.kt)(github, baseSha, { path, content, message: title });
    if (!isSame && !(await setBranchHead(github, { branch, sha, from: head })))
        return undefined;
    if (pull === undefined)
        return { kind: 'opened', pull: await createPullRequest(github, proposal), sha };
    if (isSame && pull.title === title && pull.body === body)
        return { kind: 'unchanged', pull, sha };
    await editPull(github, pull, { title, body });
    return { kind: 'updated', pull, sha };
}
/**
 * Closes a pull request, and deletes its branch. Its versions do not count as declined.
 *
 * @throws GitHubError
 */
async function withdrawUpdate(github, request) {
    const pull = await findPull(github, request);
    if (pull === undefined)
        return { kind: 'absent' };
    // GitHub closes the pull request of a deleted branch, which must not decline its versions.
    await removeMarkers(github, pull);
    if (!(await deleteOwnBranch(github, request)))
        return { kind: 'modified-by-others', pull };
    await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: pull.number,
        body: request.comment,
    });
    await editPull(github, pull, { state: 'closed' });
    return { kind: 'closed', pull };
}
/**
 * Deletes a branch of this action, if it exists.
 *
 * @returns false if the branch has commits of others
 * @throws GitHubError
 */
async function deleteOwnBranch(github, { branch, baseSha, path }) {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
        const head = await (0,github_branch/* getBranchHead */.Rs)(github, branch);
        if (head === undefined)
            return true;
        if (!(await (0,branch_owner/* isOwnBranch */.t)(github, { baseSha, head, path })))
            return false;
        if (await updateRefIfUnchanged(github, { branch, from: head, to: undefined }))
            return true;
    }
    return false;
}
/**
 * Reads the descriptions of the open pull requests from branches.
 *
 * @throws GitHubError
 */
async function readProposalBodies(github, { base, branches }) {
    const pulls = await Promise.all(branches.map((branch) => findPull(github, { base, branch })));
    return pulls.flatMap((pull) => pull?.body ?? []);
}
async function findPull(github, branches) {
    const [found] = await listPulls(github, { ...branches, state: 'open' });
    return found === undefined ? undefined : parsePull(found);
}
async function removeMarkers(github, pull) {
    const body = (0,update_marker/* removeUpdateMarkers */.P_)(pull.body);
    if (body !== pull.body)
        await editPull(github, pull, { body });
}
async function editPull(github, { number }, change) {
    await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: number,
        ...change,
    });
}
/**
 * Returns the versions whose pull requests were closed without a merge.
 *
 * @throws GitHubError
 */
async function findDeclined(github, { base, branches }) {
    const closed = await Promise.all(branches.map((branch) => listPulls(github, { base, branch, state: 'closed' })));
    const unmerged = closed.flat().filter((one) => (0,json/* textAt */.$6)(one, 'merged_at') === undefined);
    const declined = new Map();
    for (const pull of unmerged.map(parsePull))
        for (const version of (0,update_marker/* readProposedVersions */.St)(pull.body))
            declined.set(version, pull);
    if (declined.size === 0)
        return declined;
    // These are proposed again.
    const open = await readProposalBodies(github, { base, branches });
    for (const version of open.flatMap(update_marker/* readProposedVersions */.St))
        declined.delete(version);
    return declined;
}
/** Lists the last hundred pull requests from a branch, newest first. */
async function listPulls(github, { branch, base, state }) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls', {
        ...github.repo,
        state,
        head: `${github.repo.owner}:${branch}`,
        base,
        per_page: 100,
    });
    // GitHub ignores an invalid filter, and a fork within the organization has the same owner.
    return (0,json/* itemsOf */.S3)(data).filter((one) => (0,json/* textAt */.$6)(one, 'head', 'ref') === branch &&
        (0,json/* numberAt */.tk)(one, 'head', 'repo', 'id') === (0,json/* numberAt */.tk)(one, 'base', 'repo', 'id'));
}
function parsePull(data) {
    return {
        number: (0,json/* numberAt */.tk)(data, 'number') ?? 0,
        url: (0,json/* textAt */.$6)(data, 'html_url') ?? '',
        title: (0,json/* textAt */.$6)(data, 'title') ?? '',
        body: (0,json/* textAt */.$6)(data, 'body') ?? '',
    };
}
/** @returns false if the branch has another head than `from` */
async function setBranchHead(github, { branch, sha, from }) {
    if (from !== undefined)
        return updateRefIfUnchanged(github, { branch, from, to: sha });
    try {
        await github.octokit.request('POST /repos/{owner}/{repo}/git/refs', {
            ...github.repo,
            ref: `refs/heads/${branch}`,
            sha,
        });
        return true;
    }
    catch (error) {
        if (error instanceof github_error/* GitHubError */.y_ && /already exists/i.test(error.serverMessage))
            return false;
        throw error;
    }
}
async function createPullRequest(github, { title, body, branch, base }) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/pulls', {
        ...github.repo,
        title,
        body,
        head: branch,
        base,
    });
    return parsePull(data);
}


/***/ }),

/***/ 15802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ joinNames),
/* harmony export */   i: () => (/* binding */ listSection)
/* harmony export */ });
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86590);

/** Returns a section that counts omitted lines. */
function listSection(lines, options) {
    const { before = '', after = '', share, noun } = options;
    return {
        open: before,
        items: lines.map((line) => ({ text: () => line })),
        separator: '\n',
        close: after,
        share,
        describeOmitted: ({ length }) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(length, `more ${noun}`)}.`,
    };
}
/** Joins names: `a, b and c`. */
function joinNames(names) {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}


/***/ }),

/***/ 17913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Kn: () => (/* binding */ renderUpdateMarker),
/* harmony export */   P_: () => (/* binding */ removeUpdateMarkers),
/* harmony export */   St: () => (/* binding */ readProposedVersions),
/* harmony export */   jw: () => (/* binding */ renderCommitTrailer),
/* harmony export */   m5: () => (/* binding */ renderFirstSeen),
/* harmony export */   qN: () => (/* binding */ readFirstSeen),
/* harmony export */   yA: () => (/* binding */ readCommitTrailers)
/* harmony export */ });
const MARKER = /\n*<!-- langfuse-deploy:refresh:([^\n]*?) -->/g;
const TRAILER = 'Refreshed: ';
/** Renders proposed versions as an HTML comment for a pull request description. */
const renderUpdateMarker = (updates) => `<!-- langfuse-deploy:refresh:${updates.map(formatVersion).join(',')} -->`;
/** Reads the proposed versions from a pull request description, as in `web:3.10.0@sha256:…`. */
const readProposedVersions = (body) => [...body.matchAll(MARKER)].flatMap(([, versions = '']) => versions.split(','));
const SEEN = /<!-- langfuse-deploy:refresh-seen:([^\n]*?) -->/;
/** Renders when each version was first proposed. An image's own date proves nothing. */
function renderFirstSeen(updates) {
    const seen = updates.flatMap((update) => update.firstSeenMs === undefined
        ? []
        : [`${formatVersion(update)}=${new Date(update.firstSeenMs).toISOString()}`]);
    return seen.length === 0 ? '' : `<!-- langfuse-deploy:refresh-seen:${seen.join(',')} -->`;
}
/** Reads when each version was first proposed, by `web:3.10.0@sha256:…`. */
function readFirstSeen(body) {
    const entries = SEEN.exec(body)?.[1]?.split(',') ?? [];
    return new Map(entries.flatMap((entry) => {
        const at = entry.lastIndexOf('=');
        const ms = Date.parse(entry.slice(at + 1));
        return at < 0 || Number.isNaN(ms) ? [] : [[entry.slice(0, at), ms]];
    }));
}
/** Removes the markers from a pull request description. */
const removeUpdateMarkers = (body) => body.replaceAll(MARKER, '');
/** Renders a version as a Git trailer of a direct commit. */
const renderCommitTrailer = (update) => `${TRAILER}${formatVersion(update)}`;
/** Reads the versions from a commit message. */
const readCommitTrailers = (message) => message
    .split('\n')
    .filter((line) => line.startsWith(TRAILER))
    .map((line) => line.slice(TRAILER.length).trim());
const formatVersion = ({ name, to, toDigest }) => `${name}:${to}@${toDigest}`;


/***/ })

};

export const id = 300;
export const ids = [300];
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
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
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

/***/ 88987:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ findOwnContent),
/* harmony export */   ls: () => (/* binding */ SUPERSEDED),
/* harmony export */   we: () => (/* binding */ markerOf),
/* harmony export */   xI: () => (/* binding */ noneOnGitHubError)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _token_owner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23592);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



/** Replaces the marker of duplicates. */
const SUPERSEDED = '<!-- langfuse-deploy:superseded -->';
/** Returns the first line of a body: an HTML comment, which the stack's name cannot end. */
function markerOf(topic, stack) {
    // encodeURIComponent throws on lone surrogates.
    const name = encodeURIComponent(Buffer.from(stack).toString()).replace(/-(?=-)/g, '%2D');
    return `<!-- langfuse-deploy:${topic}:${name} -->`;
}
/**
 * Finds the marked comments or issues of the token's owner, oldest first.
 * The owner is compared by id: a marker can be copied, and a login can be reassigned.
 *
 * @throws GitHubError
 */
async function findOwnContent(github, { marker, ownerId }, list) {
    const marked = await list(({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(data)
        .flatMap(parseContent)
        .filter(({ body }) => body.startsWith(marker)));
    if (marked.length === 0)
        return [];
    const owner = ownerId ?? (await (0,_token_owner__WEBPACK_IMPORTED_MODULE_1__/* .tokenOwnerId */ .K)(github));
    return marked.filter(({ authorId }) => authorId === owner).sort((a, b) => a.id - b.id);
}
/** GitHub lists pull requests as issues too. */
function parseContent(data) {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'number') ?? (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'id');
    const url = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'html_url');
    if (id === undefined || url === undefined || (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(data, 'pull_request') !== undefined)
        return [];
    const [nodeId, body] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'node_id') ?? '', (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'body') ?? ''];
    return [{ id, nodeId, url, body, authorId: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'user', 'id') }];
}
/** For searches whose failure must not fail a completed write. */
function noneOnGitHubError(error) {
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
        return [];
    throw error;
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

/***/ 47949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ findProjectSupport),
/* harmony export */   Uv: () => (/* binding */ SUPPORT_TABLE_DATE),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   n9: () => (/* binding */ findSupport)
/* harmony export */ });
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98488);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24250);


/** Date of the table below. */
const SUPPORT_TABLE_DATE = '2026-11-28';
/**
 * Last days of security updates, as published by the projects, and for PostgreSQL of the standard support of Aurora. Update the
 * date above with the table. A ClickHouse line with long-term support has security updates for twelve months.
 */
const SUPPORT = {
    langfuse: { '3': '2027-01-31' },
    clickhouse: {
        '25.3': '2026-03-20',
        '25.8': '2026-08-29',
        '25.9': '2025-12-18',
        '25.10': '2026-01-30',
        '25.11': '2026-02-27',
        '25.12': '2026-03-26',
        '26.1': '2026-05-05',
        '26.3': '2027-03-26',
        '26.4': '2026-07-22',
        '26.8': '2027-08-27',
    },
    grafana: {
        '11': '2026-06-25',
        '12.0': '2026-02-05',
        '12.1': '2026-04-22',
        '12.2': '2026-06-23',
        '12.3': '2026-08-19',
        '12.4': '2027-05-24',
        '13.0': '2027-01-09',
        '13.1': '2027-03-20',
        '13.2': '2027-05-18',
    },
    postgres: { '14': '2027-02-28', '16': '2029-02-28', '17': '2030-02-28', '18': '2031-02-28' },
    valkey: { '7.2': '2029-04-16', '8.0': '2027-09-15', '8.1': '2030-03-31' },
};
const NOTICE_MS = 90 * _text_format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
const PROJECTS = {
    'langfuse/langfuse': 'langfuse',
    'langfuse/langfuse-worker': 'langfuse',
    'clickhouse/clickhouse-server': 'clickhouse',
    'grafana/grafana': 'grafana',
    'grafana/grafana-oss': 'grafana',
};
/** Returns the line of a known image's version, if its end of support is known. */
function findSupport(image) {
    const project = Object.hasOwn(PROJECTS, image.repository) ? PROJECTS[image.repository] : undefined;
    return project && findProjectSupport(project, image.tag);
}
/** Returns the line of a project's version, if its end of support is known. */
function findProjectSupport(project, version) {
    const { numbers } = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .parseImageVersion */ .R1)(version) ?? {};
    if (numbers === undefined)
        return undefined;
    const found = Object.entries(SUPPORT[project]).find(([line]) => (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h$)(numbers, line.split('.').map(Number)));
    return found && { line: found[0], endsMs: Date.parse(found[1]) };
}
/**
 * Describes the end of support within 90 days or in the past.
 *
 * @param updates what ends
 * @returns undefined if the end is later or unknown
 */
function describeEnd(support, nowMs, updates = 'security updates') {
    if (support === undefined || support.endsMs - nowMs > NOTICE_MS)
        return undefined;
    const date = new Date(support.endsMs).toISOString().slice(0, 10);
    // The last day of support is a complete day.
    const hasEnded = nowMs >= support.endsMs + _text_format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
    return hasEnded ? `has had no ${updates} since ${date}` : `has ${updates} until ${date}`;
}


/***/ }),

/***/ 24250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ variantOf),
/* harmony export */   Hs: () => (/* binding */ candidateVersions),
/* harmony export */   R1: () => (/* binding */ parseImageVersion),
/* harmony export */   S$: () => (/* binding */ compareNumbers),
/* harmony export */   Ty: () => (/* binding */ isPreRelease),
/* harmony export */   h$: () => (/* binding */ isInRange),
/* harmony export */   m6: () => (/* binding */ compareImageVersions),
/* harmony export */   qk: () => (/* binding */ isDowngrade),
/* harmony export */   rF: () => (/* binding */ parseFollow),
/* harmony export */   yP: () => (/* binding */ securityNumber),
/* harmony export */   zv: () => (/* binding */ InvalidFollow)
/* harmony export */ });
/** Thrown for an invalid `follow`. */
class InvalidFollow extends Error {
    name = 'InvalidFollow';
    reason = 'invalid-images';
}
const VERSION_TAG = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,4})((?:[-_][\w.-]*)?)$/;
const RANGE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:\.[x*])?$/;
const MOVING_TAG = /^\w[\w.-]{0,127}$/;
const PRE_RELEASE = /^[-_](?:alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|next|head|main|master|test|testing|edge)(?![a-z])/i;
/** Grafana publishes security fixes between two patches as `12.4.5-security-01`. */
const SECURITY = /^[-_]security-?(\d{1,4})(?=$|[-_])/i;
const numbersOf = (text) => text.split('.').map(Number);
/** Parses a tag as a version. */
function parseImageVersion(tag) {
    const [, prefix = '', numbers = '', suffix = ''] = VERSION_TAG.exec(tag) ?? [];
    return numbers === '' ? undefined : { tag, prefix, numbers: numbersOf(numbers), suffix };
}
/**
 * Parses `follow` of an image.
 *
 * @throws InvalidFollow
 */
function parseFollow(text) {
    const range = RANGE.exec(text)?.[1];
    if (range !== undefined)
        return { kind: 'range', numbers: numbersOf(range) };
    if (MOVING_TAG.test(text))
        return { kind: 'tag', tag: text };
    throw new InvalidFollow(`follow: '${text}' is neither a version prefix, as in '3' or '25.12', nor a tag, as in 'latest'`);
}
/** Compares two versions. A pre-release is older than its release, and a security release is newer. */
function compareImageVersions(a, b) {
    return (compareNumbers(a.numbers, b.numbers) ||
        Number(isPreRelease(b)) - Number(isPreRelease(a)) ||
        securityNumber(a) - securityNumber(b));
}
/** Compares number by number; missing ones are 0. */
function compareNumbers(a, b) {
    const length = Math.max(a.length, b.length);
    for (let index = 0; index < length; index++) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Reports whether a version precedes its release: `-rc.1`, `-beta`. */
const isPreRelease = ({ suffix }) => PRE_RELEASE.test(suffix);
/** Returns the number of a security release: 1 of `12.4.5-security-01`, and 0 of `12.4.5`. */
const securityNumber = ({ suffix }) => Number(SECURITY.exec(suffix)?.[1] ?? 0);
/** Returns the suffix without the security release: `-ubuntu` of `12.4.5-security-01-ubuntu`. */
const variantOf = ({ suffix }) => suffix.replace(SECURITY, '');
/** Reports whether a version begins with the numbers of `follow`. */
const isInRange = (numbers, range) => numbers.length >= range.length && range.every((number, index) => numbers[index] === number);
/**
 * Returns newer tags in range, newest first, and the pinned tag. If the pinned tag is out of range or unavailable, older
 * tags qualify too.
 *
 * A shorter tag, such as `3.225`, moves, and other suffixes are pre-releases or builds, so neither qualifies. Security
 * releases qualify.
 */
function candidateVersions(tags, { pinned, range }) {
    const current = parseImageVersion(pinned);
    const inRange = tags
        .flatMap((tag) => parseImageVersion(tag) ?? [])
        .filter((one) => isInRange(one.numbers, range));
    const variant = current === undefined || isPreRelease(current) ? '' : variantOf(current);
    const sameKind = inRange.filter((one) => variantOf(one) === variant && (current === undefined || one.prefix === current.prefix));
    const ofLength = selectByLength(sameKind, current?.numbers.length);
    const newestFirst = ofLength.sort((a, b) => compareImageVersions(b, a));
    const isAvailable = inRange.some(({ tag }) => tag === pinned);
    const candidates = isAvailable && current !== undefined
        ? newestFirst.filter((one) => compareImageVersions(one, current) > 0)
        : newestFirst;
    return [...candidates.map(({ tag }) => tag), ...(isAvailable ? [pinned] : [])];
}
/** Returns the versions of this length, or the longest ones. */
function selectByLength(versions, length) {
    const ofLength = versions.filter(({ numbers }) => numbers.length === length);
    if (ofLength.length > 0)
        return ofLength;
    const longest = Math.max(0, ...versions.map(({ numbers }) => numbers.length));
    return versions.filter(({ numbers }) => numbers.length === longest);
}
/** Reports whether both tags are versions and `to` is older. */
function isDowngrade(from, to) {
    const [older, newer] = [parseImageVersion(to), parseImageVersion(from)];
    return older !== undefined && newer !== undefined && compareImageVersions(older, newer) < 0;
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


/***/ })

};

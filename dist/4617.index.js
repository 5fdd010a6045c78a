export const id = 4617;
export const ids = [4617];
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

/***/ 22214:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ replaceInstanceKeys),
/* harmony export */   c: () => (/* binding */ maskInstanceKeys)
/* harmony export */ });
const INSTANCE_KEY = /\["(?:[^"\\]|\\.)*"\]/g;
/** Replaces the string keys in resource addresses: `aws_subnet.main["a"]`. All other parts are names in the configuration. */
const replaceInstanceKeys = (text, replace) => text.replace(INSTANCE_KEY, replace);
/** Masks the string keys in resource addresses. */
const maskInstanceKeys = (text) => replaceInstanceKeys(text, () => '["***"]');


/***/ }),

/***/ 87403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ htmlLink),
/* harmony export */   Q9: () => (/* binding */ nextStepLine),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   qr: () => (/* binding */ footer),
/* harmony export */   w7: () => (/* binding */ formatEngine)
/* harmony export */ });
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13497);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86590);


/** Renders a version of a plan record: Terraform `1.11.4`. */
function formatEngine(text) {
    const { engine, version } = (0,_plan_engine__WEBPACK_IMPORTED_MODULE_0__/* .parseEngineVersion */ .w0)(text);
    return `${engine.title} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(version)}`;
}
/** Renders the origin of a report. GitHub renders Markdown in `<sub>`. */
function footer({ terraformVersion, commit, runUrl, extra = '', target }) {
    const parts = [
        terraformVersion && formatEngine(terraformVersion),
        commit && `commit ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(commit.slice(0, 7))}`,
        runUrl && htmlLink('run', runUrl),
        extra,
        ...(target === undefined ? [] : describeTarget(target)),
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
function describeTarget({ account, region, workspace, state }) {
    return [
        account === undefined ? '' : `account ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(account)}`,
        region === undefined ? '' : `region ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(region)}`,
        `workspace ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(workspace)}`,
        `state ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(state)}`,
    ];
}
/** Renders what to do after a failure; nothing without an advice. */
const nextStepLine = (advice, redact) => advice ? [`**Next step:** ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdownKeepCommands */ .Ed)(redact(advice))}`] : [];
/** Returns a link, or only its text for an unsafe URL. */
function htmlLink(text, url) {
    // Printable ASCII that cannot end the attribute.
    return /^https?:\/\/[!-~]{1,300}$/.test(url) && !/[<>"'`()]/.test(url)
        ? `<a href="${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .escapeHtml */ .ZD)(url)}">${text}</a>`
        : text;
}
/** Formats seconds: `42 s`, `3 min 5 s`. */
function formatDuration(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}


/***/ }),

/***/ 53326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   UY: () => (/* binding */ redactCredentials),
/* harmony export */   lY: () => (/* binding */ createRedactor),
/* harmony export */   se: () => (/* binding */ redactValues),
/* harmony export */   v5: () => (/* binding */ MASK)
/* harmony export */ });
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _secret_forms__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88613);
/* harmony import */ var _secret_matcher__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67968);



/** Replaces a secret. */
const MASK = '***';
/** Shorter secrets are words such as `on`, and shorter numbers are ports. */
const MIN_WHOLE_LENGTH = 4;
const MIN_WHOLE_DIGITS = 6;
function createRedactor(secrets) {
    const whole = new Set(secrets.filter(({ length }) => length >= MIN_WHOLE_LENGTH));
    const matcher = new _secret_matcher__WEBPACK_IMPORTED_MODULE_0__/* .SecretMatcher */ .N(secrets.flatMap(_secret_forms__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e));
    const isSecret = (value) => {
        if (typeof value === 'string')
            return whole.has(value);
        return typeof value === 'number' && String(value).length >= MIN_WHOLE_DIGITS && whole.has(String(value));
    };
    return { redact: (text) => matcher.replace(text, MASK), isSecret };
}
/**
 * Masks secrets in all strings and keys of a JSON value.
 *
 * @param redact also gets the key of the object that has the string
 */
function redactDeep(value, redact, at) {
    if (typeof value === 'string')
        return redact(value, at);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (!(0,_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact, key)]));
}
/** Masks secrets in all strings, numbers and keys of a JSON value, short secrets too if they are a whole value. */
function redactValues(value, redactor) {
    if (redactor.isSecret(value))
        return MASK;
    if (typeof value === 'string')
        return redactor.redact(value);
    if (typeof value === 'number')
        return redactor.redact(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value))
        return value.map((item) => redactValues(item, redactor));
    if (!(0,_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactor.redact(key), redactValues(item, redactor)]));
}
const CREDENTIALS = [
    // The user and password of a URL; the password may contain / and @.
    [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s:"'<>/]*:[^\s"'<>]+@/gi, `$1${MASK}@`],
    [/\b((?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi, `$1${MASK}`],
    [/\b(?:sk-lf-|pk-lf-|sk-|gh[opsu]_|xox[abp]-)[\w-]{8,}/g, MASK],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, MASK],
    [
        /((?:password|passwd|secret|token|api[_-]?key|salt|encryption[_-]?key)["']?\s*[:=]\s*["']?)[^\s"',;&}]{4,}/gi,
        `$1${MASK}`,
    ],
];
/** Masks what looks like a credential in the output of a program whose secrets are not known. */
const redactCredentials = (text) => CREDENTIALS.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);


/***/ }),

/***/ 88613:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ secretForms)
/* harmony export */ });
/* harmony import */ var _secret_matcher__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67968);

/**
 * Returns the forms in which programs print a secret: whole and by lines, in upper and lower case, quoted in JSON, HCL,
 * a shell, HTML and XML, percent-encoded, and in Base64.
 *
 * @returns texts of at least {@link MIN_SECRET_LENGTH} characters
 */
function secretForms(secret) {
    // Terraform quotes single lines of a PEM key.
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const plain = [secret, secret.trim(), ...lines, ...lines.flatMap(wrappedParts)];
    const forms = plain
        .filter((form) => form.length >= _secret_matcher__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .v)
        .flatMap((form) => [
        ...[form, form.toUpperCase(), form.toLowerCase()],
        // No quoting or encoding changes such a text.
        ...(/^[\w.-]+$/.test(form) ? [] : [...quotedForms(form), ...percentForms(form)]),
        ...[Buffer.from(form), Buffer.from(form, 'utf16le')].flatMap(base64Forms),
    ]);
    return [...new Set(forms)].filter((form) => form.length >= _secret_matcher__WEBPACK_IMPORTED_MODULE_0__/* .MIN_SECRET_LENGTH */ .v);
}
/** Longer texts are no pass phrases. */
const MAX_WRAPPED_LENGTH = 200;
/** Returns the two parts of a pass phrase that a program wraps between two words, except for single words. */
function wrappedParts(line) {
    const words = line.length <= MAX_WRAPPED_LENGTH ? line.split(' ') : [];
    const parts = words.flatMap((_, at) => [words.slice(0, at), words.slice(at)]);
    return parts.filter(({ length }) => length > 1 && length < words.length).map((part) => part.join(' '));
}
// Also JSON inside JSON.
function quotedForms(text) {
    const once = JSON.stringify(text).slice(1, -1);
    // Go's encoder escapes `<`, `>` and `&`, and Python's all other than ASCII.
    const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
    const ascii = once.replace(/[\u0080-\uffff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const json = [once, go, ascii];
    const hcl = once.replace(/([$%])\{/g, '$1$1{');
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [
        ...json.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]),
        hcl,
        text.replaceAll("'", "'\\''"),
        text.replaceAll("'", "''"),
        text.replaceAll('"', '""'),
        html,
        html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        // Go's html/template and encoding/xml.
        html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        html.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    ];
}
/** Characters that encoders do not encode, except for letters and digits. */
const UNENCODED = [
    // JavaScript's encodeURIComponent.
    "-_.!~*'()",
    // RFC 3986, Go's QueryEscape.
    '-_.~',
    // Python's quote.
    '-_.~/',
    // Go's PathEscape and user information of a URL.
    '-_.~$&+=:@',
    '-_.~$&+,;=',
];
function percentForms(text) {
    // A lone surrogate has no UTF-8 form.
    const characters = Buffer.from(text).toString().match(/./gsu) ?? [];
    return UNENCODED.flatMap((unencoded) => {
        const form = characters
            .map((one) => (/[a-z\d]/i.test(one) || unencoded.includes(one) ? one : percentEncode(one)))
            .join('');
        const lower = form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
        return [form, form.replaceAll('%20', '+'), lower];
    });
}
const percentEncode = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
// One form for each offset in a group of three bytes, as in `user:password`.
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Omits characters that share bits with neighboring text.
        const start = offset === 0 ? 0 : offset + 1;
        const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1;
        const form = encoded.slice(start, end);
        return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
    });
}


/***/ }),

/***/ 67968:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ SecretMatcher),
/* harmony export */   v: () => (/* binding */ MIN_SECRET_LENGTH)
/* harmony export */ });
/** Shorter values match too much other text: `true`, `eu-west`, a port. */
const MIN_SECRET_LENGTH = 8;
const PROBE_CHARACTERS = 4;
const PROBE_SLOTS = 1 << 16;
/** Whitespace, escaped line breaks and the frames in which Terraform and editors put lines. */
const BREAK = /\s+|\\[nrt]|[│|>]\s/g;
const LINE_BREAK = /[\r\n]|\\[nr]/;
/**
 * Replaces thousands of secrets in a text, also those that are wrapped or indented. A regular expression, which tries
 * each secret at each character, would take seconds.
 */
class SecretMatcher {
    forms;
    whole;
    unbroken;
    /** @param forms texts to replace; those shorter than {@link MIN_SECRET_LENGTH} are ignored */
    constructor(forms) {
        this.forms = forms;
        this.whole = new FormIndex(forms);
    }
    replace(text, mask) {
        if (this.forms.length === 0)
            return text;
        const ranges = this.whole.find(text);
        if (LINE_BREAK.test(text))
            ranges.push(...this.findBroken(text));
        return ranges.length === 0 ? text : replaceRanges(text, ranges, mask);
    }
    /** Compares without breaks. */
    findBroken(text) {
        this.unbroken ??= new FormIndex(this.forms.map(removeBreaks));
        const pieces = [];
        /** Start of each piece, without and with breaks. */
        const starts = [];
        let length = 0;
        let at = 0;
        const add = (end) => {
            if (end === at)
                return;
            starts.push([length, at]);
            pieces.push(text.slice(at, end));
            length += end - at;
        };
        for (const { index, 0: found } of text.matchAll(BREAK)) {
            add(index);
            at = index + found.length;
        }
        add(text.length);
        const ranges = this.unbroken.find(pieces.join(''));
        let piece = 0;
        const originOf = (position) => {
            while ((starts[piece + 1]?.[0] ?? Infinity) <= position)
                piece += 1;
            const [unbroken = 0, original = 0] = starts[piece] ?? [];
            return original + position - unbroken;
        };
        // Ranges are in order, but may overlap.
        return mergeRanges(ranges).map(([start, end]) => [originOf(start), originOf(end - 1) + 1]);
    }
}
/** Without its spaces, a short secret can be a word: `pass word`. */
function removeBreaks(form) {
    const unbroken = form.replace(BREAK, '');
    return unbroken === form || unbroken.length >= 2 * MIN_SECRET_LENGTH ? unbroken : form;
}
/** Forms by their first characters. */
class FormIndex {
    /** Longest first. */
    byHead = new Map();
    /** Hashes of the first characters of all forms. */
    probe = new Uint8Array(PROBE_SLOTS);
    constructor(forms) {
        const usable = [...new Set(forms)].filter(({ length }) => length >= MIN_SECRET_LENGTH);
        for (const form of usable.sort((a, b) => b.length - a.length)) {
            const head = form.slice(0, MIN_SECRET_LENGTH);
            const known = this.byHead.get(head);
            if (known === undefined)
                this.byHead.set(head, [form]);
            else
                known.push(form);
            this.probe[hashProbe(form, 0)] = 1;
        }
    }
    /** Returns where a form begins, in order. */
    find(text) {
        const found = [];
        for (let at = 0; at <= text.length - MIN_SECRET_LENGTH; at++) {
            const form = this.probe[hashProbe(text, at)] === 1 ? this.findAt(text, at) : undefined;
            if (form !== undefined)
                found.push([at, at + form.length]);
        }
        return found;
    }
    findAt(text, at) {
        return this.byHead.get(text.slice(at, at + MIN_SECRET_LENGTH))?.find((form) => text.startsWith(form, at));
    }
}
function replaceRanges(text, ranges, mask) {
    const pieces = [];
    let copied = 0;
    for (const [start, end] of mergeRanges(ranges)) {
        pieces.push(text.slice(copied, start), mask);
        copied = end;
    }
    return pieces.join('') + text.slice(copied);
}
/** A secret that begins inside of another one extends its range. */
function mergeRanges(ranges) {
    const merged = [];
    for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
        const last = merged.at(-1);
        if (last !== undefined && start < last[1])
            merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
        else
            merged.push([start, end]);
    }
    return merged;
}
function hashProbe(text, at) {
    let slot = 0;
    for (let index = at; index < at + PROBE_CHARACTERS; index++)
        slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS;
    return slot;
}


/***/ })

};

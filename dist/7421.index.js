export const id = 7421;
export const ids = [7421];
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

/***/ 32197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ actionRunSection),
/* harmony export */   Ik: () => (/* binding */ actionsNotRun),
/* harmony export */   QK: () => (/* binding */ errorBlock),
/* harmony export */   gN: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _list_section__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15802);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64212);



/** Returns the planned runs that have not started. */
function actionsNotRun(planned, runs) {
    return planned.filter(({ address, triggeredBy }) => !runs.some((run) => run.address === address && run.triggeredBy === triggeredBy));
}
/** Lists the provider actions that ran, in their order, and those that did not. */
function actionRunSection(runs, planned, redact) {
    const name = ({ address, triggeredBy, event }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(redact(address))}${triggeredBy === undefined ? '' : ` ${describeEvent(event)} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(redact(triggeredBy))}`}`;
    const ran = runs.map((run) => {
        switch (run.status) {
            case 'completed':
                return `- ▶️ ${name(run)} ran`;
            case 'failed':
                return `- ❌ ${name(run)} **failed**${errorBlock(redact(run.error))}`;
            case 'running':
                return `- ❔ ${name(run)} began; its result is unknown`;
        }
    });
    const others = actionsNotRun(planned, runs).map((one) => `- ⚪ ${name(one)} did not run`);
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_0__/* .listSection */ .i)([...ran, ...others], {
        before: '#### Provider actions\n',
        share: 0.15,
        noun: 'action',
    });
}
/** Renders an error inside of a list item. */
const errorBlock = (message) => {
    if (message === '')
        return '';
    const block = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', (0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .wrap */ .LV)((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .escapeInvisible */ .ts)(message).split('\n')));
    return `\n\n${block.replace(/^(?=.)/gm, '  ')}`;
};
/** Describes Terraform's event: `AfterCreate` is `after the create of`. */
function describeEvent(event) {
    if (event === undefined)
        return 'with';
    return event
        .replace(/[^A-Za-z]/g, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/^(\w+) (\w+)$/, '$1 the $2 of');
}


/***/ }),

/***/ 12766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ destructiveChangeSections)
/* harmony export */ });
/* harmony import */ var _plan_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92897);
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13497);
/* harmony import */ var _review_destroy_guard__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44418);
/* harmony import */ var _list_section__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15802);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64212);






/** Renders the removed stateful resources and the input that allows it. */
function destructiveChangeSections(changes, redact = (text) => text, engine = _plan_engine__WEBPACK_IMPORTED_MODULE_1__/* .TERRAFORM */ .n0) {
    if (changes.length === 0)
        return [];
    return [
        destructionAlert(changes, engine),
        changeList(changes, redact, engine),
        ...allowDestroySnippet(changes, redact),
    ];
}
function destructionAlert(changes, { title }) {
    const blocking = (0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_2__/* .blockingChanges */ .$A)(changes);
    const actions = blocking.filter(({ kind }) => kind === 'invoke');
    if (actions.length > 0 && actions.length === blocking.length)
        return `> [!CAUTION]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(actions.length, 'provider action')} would stop or delete something.** \`apply\` stops unless ${actions.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.`;
    const allowed = changes.filter(({ verdict }) => verdict === 'allowed');
    if (blocking.length > 0) {
        const [their, they] = blocking.length === 1 ? ['its', 'it is'] : ['their', 'they are'];
        const more = allowed.length === 0
            ? ''
            : ` ${allowed.length} more ${allowed.length === 1 ? 'is' : 'are'} already listed.`;
        return `> [!CAUTION]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(blocking.length, 'stateful resource')} would be destroyed, including ${their} data.** \`apply\` stops unless ${they} listed in \`allow-destroy\`.${more}`;
    }
    if (allowed.length > 0) {
        return `> [!WARNING]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` permits.`;
    }
    const objects = changes.length === 1 ? 'It and its data are' : 'They and their data are';
    return `> [!NOTE]\n> ${title} stops managing ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(changes.length, 'stateful resource')}. ${objects} not destroyed.`;
}
const VERDICT_ORDER = ['block', 'allowed', 'note'];
function changeList(changes, redact, engine) {
    const inOrder = VERDICT_ORDER.flatMap((verdict) => changes.filter((change) => change.verdict === verdict));
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(inOrder.map((change) => changeLine(change, redact, engine)), { share: 0.2, noun: 'stateful resource' });
}
function changeLine(change, redact, { title }) {
    const { address, deposed, dataLoss, reason, forcedBy, verdict } = change;
    const object = deposed === undefined ? '' : ` (deposed object ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(deposed)})`;
    const because = reason === undefined ? '' : ` ${title}'s reason: ${(0,_plan_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}.`;
    const forced = forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(redact(path))).join(', ')}.`;
    const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : '';
    return `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(redact(address))}${object} is **${describeRemoval(change)}**: ${dataLoss}.${because}${forced}${allowed}`;
}
function describeRemoval({ kind, order }) {
    switch (kind) {
        case 'replace':
            return order === 'create-first'
                ? 'replaced (new object created first)'
                : 'replaced (old object destroyed first)';
        case 'delete':
            return 'destroyed';
        case 'forget':
            return 'forgotten, not destroyed';
        case 'invoke':
            return 'run';
    }
}
/** Users copy these lines, so each address is exact, except for a secret in it. */
function allowDestroySnippet(changes, redact) {
    const addresses = (0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_2__/* .allowDestroyLines */ .Rx)(changes).map(redact);
    if (addresses.length === 0)
        return [];
    const ticks = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeFence */ .d6)(addresses);
    const section = (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(addresses.map((address) => `  ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_5__/* .escapeToLine */ .Tz)(address)}`), {
        before: `To allow this, pass this input to both \`plan\` and \`apply\`:\n\n${ticks}yaml\nallow-destroy: |`,
        after: ticks,
        share: 0.2,
        noun: 'resource',
    });
    return [section];
}


/***/ }),

/***/ 57764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   WA: () => (/* binding */ commentLine),
/* harmony export */   fy: () => (/* binding */ NO_LABEL),
/* harmony export */   mc: () => (/* binding */ diffLine),
/* harmony export */   us: () => (/* binding */ LIST_ITEM_LABEL)
/* harmony export */ });
const NO_LABEL = { text: '', suffix: '' };
const LIST_ITEM_LABEL = { text: '', suffix: ',' };
const formatLine = ({ prefix, depth, text }) => `${prefix} ${'  '.repeat(depth)}${text}`.trimEnd();
const diffLine = (prefix, depth, text) => ({
    prefix,
    depth,
    text,
});
const commentLine = (depth, text) => diffLine(' ', depth, `# ${text}`);


/***/ }),

/***/ 40877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fitSections)
/* harmony export */ });
/** Reserved for the result of `describeOmitted`. */
const OMITTED_NOTICE_BYTES = 600;
const SEPARATOR_BYTES = 2;
/** Items after this many misses in a row are not rendered, to save time. */
const MAX_CONSECUTIVE_MISSES = 40;
const byteLength = (text) => Buffer.byteLength(text);
/**
 * Joins texts and sections with blank lines, and omits items beyond the limit.
 *
 * @param maxBytes of UTF-8
 */
function fitSections(parts, maxBytes) {
    const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0);
    const fixed = parts.map((part) => (typeof part === 'string' ? byteLength(part) + SEPARATOR_BYTES : 0));
    const reserved = sections.map(({ open, close }) => byteLength(open) + byteLength(close) + OMITTED_NOTICE_BYTES);
    let free = maxBytes - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0);
    const filled = new Map();
    const refill = (section, maxSectionBytes) => {
        const available = free + (filled.get(section)?.bytes ?? 0);
        const result = fillSection(section, Math.min(available, maxSectionBytes));
        free = available - result.bytes;
        filled.set(section, result);
    };
    // Otherwise hundreds of resources would leave no space for one output.
    const smallFirst = sections.toSorted((a, b) => a.share - b.share);
    for (const section of smallFirst)
        refill(section, section.share * maxBytes);
    for (const section of smallFirst)
        if (filled.get(section)?.isCut === true)
            refill(section, maxBytes);
    return parts
        .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
        .filter((text) => text !== '')
        .join('\n\n');
}
function fillSection(section, maxBytes) {
    const whole = fillWithin(section, maxBytes, 0);
    const { noticeShare = 0, items } = section;
    if (!whole.isCut || noticeShare === 0)
        return whole;
    // The rest is for the texts around the list.
    const needed = byteLength(section.describeOmitted(items, Infinity)) - OMITTED_NOTICE_BYTES / 3;
    const noticeBytes = Math.min(needed, Math.floor(noticeShare * maxBytes));
    return noticeBytes > 0 ? fillWithin(section, maxBytes - noticeBytes, noticeBytes) : whole;
}
function fillWithin(section, maxBytes, noticeBytes) {
    const { open, close, separator, items } = section;
    const [shown, omitted] = [[], []];
    let bytes = 0;
    let misses = 0;
    for (const item of items) {
        const text = misses < MAX_CONSECUTIVE_MISSES ? item.text() : '';
        const cost = byteLength(text) + separator.length;
        if (misses < MAX_CONSECUTIVE_MISSES && bytes + cost <= maxBytes) {
            misses = 0;
            bytes += cost;
            shown.push(text);
        }
        else {
            misses++;
            omitted.push(item);
        }
    }
    const body = [open, ...shown, close].filter((text) => text !== '').join(separator);
    const notice = omitted.length > 0 ? section.describeOmitted(omitted, OMITTED_NOTICE_BYTES + noticeBytes) : '';
    const text = [shown.length > 0 ? body : '', notice].filter((piece) => piece !== '').join('\n\n');
    return { text, bytes: bytes + noticeBytes, isCut: omitted.length > 0 };
}


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

/***/ 58492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   H5: () => (/* binding */ renderResource),
/* harmony export */   iI: () => (/* binding */ renderDrift)
/* harmony export */ });
/* harmony import */ var _plan_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92897);
/* harmony import */ var _plan_attribute_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55163);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30333);
/* harmony import */ var _diff_line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57764);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86590);





const KIND_LABELS = {
    create: '🟢 create',
    update: '🟡 update',
    replace: '🟠 replace',
    delete: '🔴 destroy',
    forget: '⚪ forget',
    read: '🔵 read',
    'no-op': '⚪',
};
/** Renders a planned change with its reason and diff. */
function renderResource(change, attributes) {
    const { kind, address, deposed, replacePaths } = change;
    const lines = attributes.write(change, replacePaths);
    const object = deposed === undefined ? '' : `, deposed object ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCodeSpan */ .NQ)(deposed)}`;
    const notes = changeNotes(change, lines, attributes.redact).map((note) => `${note}\n\n`);
    return (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .collapsible */ .r0)(`${KIND_LABELS[kind]} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCodeSpan */ .NQ)(attributes.redact(address))}${object}`, `${notes.join('')}${diffBlock(lines)}`);
}
/** Renders a change made outside of Terraform. */
function renderDrift(change, attributes) {
    const label = change.kind === 'delete' ? '🔴 deleted' : '🟡 changed';
    return (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .collapsible */ .r0)(`${label} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCodeSpan */ .NQ)(attributes.redact(change.address))}`, diffBlock(attributes.write(change)));
}
const diffBlock = (lines) => lines.length === 0 ? 'No attributes are known.' : (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)('diff', lines.map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL));
function changeNotes(change, lines, redact) {
    const { kind, order, reason, replacePaths, previousAddress, importId } = change;
    const forcing = [...new Set(replacePaths.map(_plan_attribute_path__WEBPACK_IMPORTED_MODULE_4__/* .formatPath */ .j))].map((path) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(redact(path))).join(', ');
    const hasNoValueChange = kind === 'update' && lines.every(({ text }) => text.startsWith('#'));
    return [
        reason === undefined ? '' : `Reason: ${(0,_plan_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}${forcing && ` (${forcing})`}.`,
        order === 'create-first' ? 'The new object is created before the old one is destroyed.' : '',
        order === 'forget-old' ? 'The old object is not destroyed, but no longer managed.' : '',
        (0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu)(change) ? `Moved from ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(redact(previousAddress ?? ''))}.` : '',
        importId === undefined ? '' : `Imported as ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(redact(importId))}.`,
        hasNoValueChange ? 'No value changes, only sensitivity or formatting.' : '',
    ].filter((note) => note !== '');
}
/** The comment and the job summary share rendered texts. */
function memoize(render) {
    let text;
    return () => (text ??= render());
}


/***/ }),

/***/ 43844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ diagnosticSections),
/* harmony export */   CL: () => (/* binding */ stateSections),
/* harmony export */   R9: () => (/* binding */ outputSection),
/* harmony export */   UC: () => (/* binding */ checkSection)
/* harmony export */ });
/* harmony import */ var _terraform_diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10917);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30333);
/* harmony import */ var _diff_line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57764);
/* harmony import */ var _list_section__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15802);
/* harmony import */ var _resource__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58492);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64212);







/** Renders all outputs in one diff. */
function outputSection(plan, attributes) {
    const changes = plan.outputs.filter(({ kind }) => !(0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isReadOnly */ .PI)(kind));
    const outputs = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(changes.length, 'output');
    const text = () => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .collapsible */ .r0)(`🟣 ${outputs}`, (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeBlock */ .DV)('diff', attributes.writeOutputs(changes).map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL)));
    return {
        open: '',
        items: changes.length === 0 ? [] : [{ text: (0,_resource__WEBPACK_IMPORTED_MODULE_4__/* .memoize */ .Bj)(text) }],
        separator: '\n\n',
        close: '',
        share: 0.15,
        describeOmitted: () => `${outputs} to change, too long to show here.`,
    };
}
/** Lists the `check` blocks that do not hold. */
function checkSection({ failedChecks }, redact) {
    const lines = failedChecks.map(({ address, messages }) => {
        const text = messages.map((message) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .escapeMarkdown */ .FV)(redact(message))).join(' ');
        return `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(address))}${text === '' ? '' : `: ${text}`}`;
    });
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(lines, { before: '#### ⚠️ Failed checks\n', share: 0.1, noun: 'check' });
}
/** Lists moves and imports. */
function stateSections({ resources }, redact) {
    const moved = resources.filter(_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu);
    const imported = resources.filter(({ importId }) => importId !== undefined);
    return [
        collapsibleList(`⚪ ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(moved.length, 'resource')} moved`, moved.map(({ address, previousAddress }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(previousAddress ?? ''))} → ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(address))}`)),
        collapsibleList(`🔵 ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(imported.length, 'resource')} imported`, imported.map(({ address, importId }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(address))} is ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(importId ?? ''))}`)),
    ];
}
function collapsibleList(title, lines) {
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(lines.map((line) => `- ${line}`), {
        before: `<details><summary>${title}</summary>\n`,
        after: '\n</details>',
        share: 0.1,
        noun: 'resource',
    });
}
/** Renders Terraform's diagnostics verbatim. */
function diagnosticSections(diagnostics, redact) {
    const items = (severity) => diagnostics
        .filter((one) => one.severity === severity)
        .map((one) => ({
        text: () => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeBlock */ .DV)('text', (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .escapeInvisible */ .ts)(redact((0,_terraform_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .formatDiagnostic */ .xy)(one))).split('\n')),
    }));
    const [errors, warnings] = [items('error'), items('warning')];
    const common = {
        separator: '\n\n',
        share: 0.3,
        describeOmitted: (omitted) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(omitted.length, 'more message')} in the log.`,
    };
    return {
        errors: { ...common, open: '', items: errors, close: '' },
        warnings: {
            ...common,
            open: `<details><summary>⚠️ ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(warnings.length, 'warning')}</summary>`,
            items: warnings,
            close: '</details>',
        },
    };
}


/***/ })

};

export const id = 8051;
export const ids = [8051];
export const modules = {

/***/ 10468:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ explainGitHubError),
/* harmony export */   U: () => (/* binding */ missingPermission)
/* harmony export */ });
/* harmony import */ var _github_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52836);



const LOGIN = 'gh auth login --scopes repo,workflow';
/** Replaces an error of GitHub, whose advice is for a workflow's job, by one for a person at a command line. Returns other errors as they are. */
function explainGitHubError(error) {
    if (!(error instanceof _github_error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
        return error;
    const { method, path, status, serverMessage } = error.details;
    const result = status === undefined ? 'was not answered' : `answered ${status}`;
    return new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`GitHub: ${method} ${path} ${result}: ${serverMessage.replace(/\.$/, '')}. ${adviceFor(error.details)}`, { cause: error });
}
function adviceFor(details) {
    const { status } = details;
    if ((0,_github_error__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(details))
        return 'The rate limit of the token is exhausted. Run the same command again in an hour.';
    if (status === undefined)
        return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and run the same command again.';
    if (status === 401)
        return `The token is invalid or has expired. It comes from GH_TOKEN, GITHUB_TOKEN or the GitHub CLI: unset or replace the variable, or log in with: ${LOGIN}`;
    if (status === 403 || status === 404)
        return singleSignOn(details) ?? accessAdvice(details);
    return status >= 500
        ? 'This is a transient error of GitHub (https://www.githubstatus.com). Run the same command again.'
        : 'Fix the cause, and run the same command again: it continues.';
}
/** https://docs.github.com/rest/authentication/authenticating-to-the-rest-api#authenticating-with-a-personal-access-token */
function singleSignOn({ headers }) {
    const [, url] = /url=(https:\/\/\S+)/.exec((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(headers, 'x-github-sso') ?? '') ?? [];
    return url === undefined ? undefined : `Authorize the token for the organization: ${url}`;
}
const accessAdvice = (details) => `The token lacks ${missingPermission(details)}. Use the token of an administrator of the repository: ${LOGIN}`;
/** Names the permissions that GitHub accepts, for example `environments=write`. */
function missingPermission({ headers }) {
    const accepted = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(headers, 'x-accepted-github-permissions') ?? '';
    const permissions = [...accepted.matchAll(/(\w+)=(\w+)/g)].map(([permission]) => permission);
    return permissions.length === 0
        ? 'the permission'
        : `the permission ${[...new Set(permissions)].join(' or ')}`;
}


/***/ }),

/***/ 48051:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   setUp: () => (/* binding */ setUp)
/* harmony export */ });
/* harmony import */ var _arguments__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(11506);
/* harmony import */ var _github_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10468);


/** Runs a command that sets up a repository. */
async function setUp(command, line, environment) {
    try {
        await run(command, line, environment);
    }
    catch (error) {
        throw (0,_github_failure__WEBPACK_IMPORTED_MODULE_1__/* .explainGitHubError */ .P)(error);
    }
}
async function run(command, line, environment) {
    const dryRun = line.options['dry-run'] === true;
    const release = (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'release');
    switch (command) {
        case 'init':
            return (await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7293), __webpack_require__.e(6051), __webpack_require__.e(709), __webpack_require__.e(3014)]).then(__webpack_require__.bind(__webpack_require__, 83014))).init(initCommand(line), environment);
        case 'upgrade':
            return (await Promise.all(/* import() */[__webpack_require__.e(7293), __webpack_require__.e(8354)]).then(__webpack_require__.bind(__webpack_require__, 78354))).upgrade({ release, dryRun }, environment);
        case 'uninstall': {
            const yes = line.options.yes === true;
            return (await Promise.all(/* import() */[__webpack_require__.e(7293), __webpack_require__.e(6511)]).then(__webpack_require__.bind(__webpack_require__, 16511))).uninstall({ dryRun, yes }, environment);
        }
    }
}
const initCommand = (line) => ({
    given: {
        region: line.region,
        stack: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'stack'),
        email: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'email'),
        domain: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'domain-name'),
        zone: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'zone-name'),
        size: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'size'),
        langfuse: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'langfuse'),
        reviewers: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'reviewers'),
    },
    repository: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'repository'),
    release: (0,_arguments__WEBPACK_IMPORTED_MODULE_0__/* .textOption */ .vU)(line, 'release'),
    settingsOnly: line.options['settings-only'] === true,
    dryRun: line.options['dry-run'] === true,
    yes: line.options.yes === true,
    skipChecks: line.options['skip-checks'] === true,
    noWait: line.options['no-wait'] === true,
});


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


/***/ })

};

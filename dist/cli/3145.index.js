export const id = 3145;
export const ids = [3145];
export const modules = {

/***/ 93145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Package: () => (/* binding */ Package)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _github_releases__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23425);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52836);





/** The files that come with the command line: the package, or a clone of the repository. */
class Package {
    directory;
    constructor(directory) {
        this.directory = directory;
    }
    /** @param path relative to the package @throws CommandFailed */
    async read(path) {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, path), 'utf8');
        }
        catch (error) {
            throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, path)} cannot be read: install langfuse-deploy again.`, {
                cause: error,
            });
        }
    }
    /**
     * Returns the release that the package belongs to, or the given one.
     *
     * @param given `OWNER/NAME@vX.Y.Z`
     * @throws InvalidArgument, CommandFailed
     */
    async release(given, github) {
        const { source, tag } = given === undefined ? await this.ownRelease() : parseRelease(given);
        const [owner = '', repo = ''] = source.split('/');
        const commit = await (0,_github_releases__WEBPACK_IMPORTED_MODULE_2__/* .readTagCommit */ ._N)(github, { owner, repo }, tag);
        if (commit !== undefined)
            return { source, tag, commit };
        throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`${source} has no tag ${tag}, or is private. Give a release of a public repository: --release OWNER/NAME@vX.Y.Z`);
    }
    /** Version of the package, without `v`. @throws CommandFailed */
    async version() {
        return (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(await this.read('package.json')), 'version') ?? '';
    }
    async ownRelease() {
        const manifest = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(await this.read('package.json'));
        const url = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(manifest, 'repository', 'url') ?? '';
        const [, source] = /github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
        if (source !== undefined)
            return { source, tag: `v${(0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(manifest, 'version') ?? ''}` };
        throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .InvalidArgument */ .f0('This copy of langfuse-deploy is no release, so the workflows cannot refer to one. Give one: --release OWNER/NAME@vX.Y.Z');
    }
}
function parseRelease(text) {
    const [, source, tag] = /^([\w-]{1,39}\/[\w.-]{1,100})@(v\d+\.\d+\.\d+(?:-[\w.-]+)?)$/.exec(text) ?? [];
    if (source !== undefined && tag !== undefined)
        return { source, tag };
    throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .InvalidArgument */ .f0(`--release: '${text}' is not a release, for example acme/langfuse-deploy@v1.2.3.`);
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

/***/ 23425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ hasKnownSource),
/* harmony export */   _N: () => (/* binding */ readTagCommit),
/* harmony export */   sd: () => (/* binding */ sourceRepository),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
/* unused harmony export compareUrl */
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** By image, if its label is missing or wrong. */
const KNOWN_SOURCES = {
    'langfuse/langfuse': 'langfuse/langfuse',
    'langfuse/langfuse-worker': 'langfuse/langfuse',
    'clickhouse/clickhouse-server': 'ClickHouse/ClickHouse',
    'grafana/grafana': 'grafana/grafana',
    'grafana/grafana-oss': 'grafana/grafana',
};
/** Reports whether an image's source repository is known without its label. */
const hasKnownSource = (image) => Object.hasOwn(KNOWN_SOURCES, image);
const SOURCE = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?(?:[/#?].*)?$/;
const MAX_PAGES = 5;
/**
 * Returns the source repository of an image.
 *
 * @param label `org.opencontainers.image.source`
 */
function sourceRepository(image, label) {
    const known = hasKnownSource(image) ? KNOWN_SOURCES[image] : undefined;
    const [, owner, repo] = SOURCE.exec(known === undefined ? (label ?? '') : `https://github.com/${known}`) ?? [];
    return owner === undefined || repo === undefined ? undefined : { owner, repo };
}
/** Reads the newest published releases; undefined if the repository cannot be read. */
async function readReleases(github, source) {
    const releases = [];
    try {
        for (let page = 1; page <= MAX_PAGES; page++) {
            const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/releases', {
                ...source,
                per_page: 100,
                page,
            });
            releases.push(...(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).flatMap((one) => parseRelease(one, source)));
            if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).length < 100)
                break;
        }
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            return undefined;
        throw error;
    }
    return releases;
}
/**
 * Reads the commit of a git tag.
 *
 * @returns undefined if the tag does not exist
 * @throws GitHubError
 */
async function readTagCommit(github, source, tag) {
    try {
        // Resolves annotated tags to their commit.
        const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
            ...source,
            ref: `tags/${tag}`,
        });
        return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'sha');
    }
    catch (error) {
        // 422: no commit of this name.
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && (error.status === 404 || error.status === 422))
            return undefined;
        throw error;
    }
}
function parseRelease(data, { owner, repo }) {
    const tag = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'tag_name');
    if (tag === undefined || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(data, 'draft') === true || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(data, 'prerelease') === true)
        return [];
    const publishedMs = Date.parse((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'published_at') ?? '');
    return [
        {
            tag,
            url: `https://github.com/${owner}/${repo}/releases/tag/${encodeTag(tag)}`,
            body: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'body') ?? '',
            publishedMs: Number.isNaN(publishedMs) ? undefined : publishedMs,
        },
    ];
}
/** Returns the address that compares two tags. */
function compareUrl({ owner, repo }, from, to) {
    return `https://github.com/${owner}/${repo}/compare/${encodeTag(from)}...${encodeTag(to)}`;
}
/** Parentheses would end a Markdown link. */
const encodeTag = (tag) => encodeURIComponent(tag).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);


/***/ })

};

export const id = 776;
export const ids = [776];
export const modules = {

/***/ 5155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ incomplete),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2802);

/** A call to AWS that failed; the message says which, why, and what to do. */
class AwsError extends Error {
    facts;
    name = 'AwsError';
    operation;
    code;
    requestId;
    constructor(facts, options = {}) {
        super(`${sentence(facts)}. ${options.advice ?? advise(facts)}`, options);
        this.facts = facts;
        this.operation = facts.action.replace(/^.*:/, '');
        this.code = facts.code;
        this.requestId = facts.requestId || undefined;
    }
}
/**
 * Reads whatever the SDK throws.
 * @param action what was asked, as IAM writes it
 * @param secret what was sent along and must not come back in the words
 */
function factsOf(error, action, secret) {
    const fields = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) ? error : { message: String(error) };
    const metadata = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(textIn(metadata, 'requestId'));
    const message = textIn(fields, 'message');
    // The SDK's name for an answer without AWS's error code, and its addition to what its parsers say.
    if (status !== undefined && (fields['name'] === 'Unknown' || message.includes('Deserialization error:'))) {
        return {
            action,
            code: 'UnreadableAnswer',
            status,
            requestId,
            words: 'the answer is not one that AWS gives',
        };
    }
    // Node's errors have a code that says more than their name; those of AWS have its code as name.
    const code = (status === undefined && textIn(fields, 'code')) || textIn(fields, 'name') || 'Error';
    const words = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(code), status, requestId, words };
}
function textIn(fields, name) {
    return typeof fields[name] === 'string' ? fields[name] : '';
}
function sentence({ action, code, status, requestId, words }) {
    const details = [
        code,
        status === undefined ? '' : `HTTP ${status}`,
        requestId ? `request ${requestId}` : '',
    ];
    return `${action} failed: ${words.replace(/\.$/, '')} (${details.filter((detail) => detail !== '').join(', ')})`;
}
/** The facts of an answer that was given and lacks what it exists for. */
function incomplete(action, what) {
    return { action, code: 'IncompleteAnswer', status: 200, words: `the answer lacks ${what}` };
}
/** A permission is missing. Any other 403 (an expired session, a proxy) is no statement on permissions. */
function isDenied({ code }) {
    return code === 'AccessDenied' || code === 'AccessDeniedException';
}
const THROTTLED = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimit)/;
// Node's names for a network that failed; its TLS errors (ERR_TLS_…, CERT_…) do not heal by themselves.
const NETWORK = /^(?:E(?!RR_)[A-Z]+|TimeoutError)$/;
/** Whether the same call may succeed later. */
function isTransient({ code, status, words }) {
    if (status === undefined)
        return NETWORK.test(code) || /socket hang up|connection ended/i.test(words);
    return status >= 500 || status === 429 || THROTTLED.test(code) || code === 'RequestTimeout';
}
const NO_CREDENTIALS = 'No AWS credentials were found: give role-to-assume (with `permissions: id-token: write`), ' +
    'run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
/** The next step by error code, first match wins. */
const ADVICE = [
    [/^CredentialsProviderError$/, NO_CREDENTIALS],
    [
        /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/,
        'The credentials have expired: with role-to-assume they renew themselves.',
    ],
    [
        /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch)$/,
        'AWS does not know these credentials: check the secrets and variables they come from, and the region.',
    ],
    [/^InvalidIdentityToken/, "Check the account's identity provider for token.actions.githubusercontent.com."],
    [
        /^(?:UnreadableAnswer|IncompleteAnswer)$/,
        "Something else seems to have answered in AWS's place: check AWS_ENDPOINT_URL and HTTPS_PROXY.",
    ],
    [/^ValidationError$/, "Check role-to-assume, role-duration and the role's maximum session duration."],
];
function advise(facts) {
    const advice = ADVICE.find(([code]) => code.test(facts.code))?.[1];
    if (advice !== undefined)
        return advice;
    if (isDenied(facts))
        return `Allow ${missingPermission(facts)} in a policy of the role.`;
    if (facts.status === undefined)
        return 'Check aws-region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.';
    if (isTransient(facts))
        return 'This is a passing fault of AWS: run the job again.';
    return `See the error code ${facts.code} in AWS's reference of ${facts.action}.`;
}
/** The permission that AWS says is missing, which may be another than the one asked for (`ecr:TagResource`). */
function missingPermission({ action, words }) {
    return /not authorized to perform:? ([a-z0-9-]+:\w+)/.exec(words)?.[1] ?? action;
}


/***/ }),

/***/ 2802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
const LONGEST_LINE = 400;
// Controls (ANSI's escape among them), line ends, and marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
/** Text from outside as one printable line of bounded length. */
function oneLine(text) {
    const line = text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** What a text says; undefined when it is not JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
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


/***/ })

};

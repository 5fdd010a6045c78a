export const id = 776;
export const ids = [776,764];
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
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);


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
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) ? error : { message: String(error) };
    const metadata = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(textIn(metadata, 'requestId'));
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
    const words = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(code), status, requestId, words };
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

/***/ 9776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   failedOutcome: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* unused harmony export REASONS */
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5155);
/* harmony import */ var _images_images_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1764);
/* harmony import */ var _terraform_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4790);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6590);




/** Failure reasons by error class name: importing every class here would slow down every command's start. */
const REASONS = {
    InvalidInput: 'invalid-input',
    InvalidRole: 'invalid-input',
    InvalidArgument: 'invalid-input',
    InvalidConstraint: 'invalid-input',
    InvalidRecordsUrl: 'invalid-input',
    InvalidImages: 'invalid-images',
    InvalidFollow: 'invalid-images',
    WrongPlatform: 'invalid-images',
    AccessDenied: 'aws-denied',
    AwsError: 'aws-failed',
    NoIdToken: 'aws-failed',
    RateLimited: 'rate-limited',
    CopyFailed: 'copy-failed',
    HttpError: 'copy-failed',
    CorruptContent: 'copy-failed',
    UnsupportedContent: 'copy-failed',
    DockerConfigError: 'copy-failed',
    NoTerraform: 'terraform-missing',
    TerraformFailed: 'terraform-failed',
    TerraformNotStarted: 'terraform-failed',
    InvalidConfiguration: 'terraform-failed',
    InvalidPlan: 'terraform-failed',
    InvalidPlanRecord: 'not-reviewed',
    GitHubError: 'github-failed',
    InvalidContext: 'unexpected',
    InvalidReference: 'invalid-images',
    UnusableImage: 'copy-failed',
    BadSignature: 'terraform-missing',
    TamperedRelease: 'terraform-missing',
    DownloadFailed: 'terraform-missing',
    NoAnswer: 'not-healthy',
    VerificationFailed: 'not-healthy',
    TerraformCancelled: 'cancelled',
    VerificationCancelled: 'cancelled',
};
/** Returns the failure reason of anything thrown. */
function reasonOf(error) {
    if (!(error instanceof Error))
        return 'unexpected';
    // Whatever Terraform says once it was interrupted, that it was is why.
    if (error instanceof _terraform_error__WEBPACK_IMPORTED_MODULE_2__/* .TerraformFailed */ .s && error.facts.interrupted)
        return 'cancelled';
    if (error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy && (0,_aws_error__WEBPACK_IMPORTED_MODULE_0__/* .isDenied */ .GZ)(error.facts))
        return 'aws-denied';
    if ('lock' in error && error.lock !== undefined)
        return 'state-locked';
    return REASONS[error.name] ?? 'unexpected';
}
/** Reports an error that a command did not report itself. It may have changed something before. */
function failedOutcome(error) {
    const reason = reasonOf(error);
    if (reason === 'cancelled' && error instanceof Error)
        return cancelledOutcome(error);
    const message = error instanceof Error ? error.message : String(error);
    const lines = message.split('\n').map((line) => `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .code */ .aY)(line)}`);
    return {
        outputs: {},
        summary: ['## ❌ Failed before completion', ...lines].join('\n\n'),
        warnings: [],
        annotations: error instanceof _images_images_yaml__WEBPACK_IMPORTED_MODULE_1__/* .InvalidImages */ .q ? annotationsOf(error) : [],
        failure: { reason, message },
    };
}
/** Reports a cancelled run; `apply` reports its own cancellation. */
function cancelledOutcome(error) {
    const sentences = error instanceof _terraform_error__WEBPACK_IMPORTED_MODULE_2__/* .TerraformFailed */ .s ? stopped(error) : [`${error.message}.`];
    return {
        outputs: {},
        summary: ['## ⚠️ Cancelled', sentences.map((text) => `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .proseWithCommands */ .O5)(text)}`).join('\n')].join('\n\n'),
        warnings: [],
        annotations: [],
        failure: { reason: 'cancelled', message: sentences.join('\n') },
    };
}
/** Terraform's own words are left out: that it was interrupted, in many ways. */
function stopped({ facts: { command, directory, exit }, lock }) {
    const mayLock = command === 'plan' ? '; should its lock have stayed, the next run says whose it is' : '';
    const how = exit.signal === undefined
        ? 'was asked to stop, and did'
        : `did not stop in time and was ended (${exit.signal})${mayLock}`;
    const left = lock?.kind === 'left' ? `The lock was not given back: terraform force-unlock ${lock.id}.` : '';
    return [`The run was cancelled: terraform ${command} in ${directory} ${how}.`, left].filter((text) => text !== '');
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

/***/ 1764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseImages: () => (/* binding */ parseImages),
/* harmony export */   q: () => (/* binding */ InvalidImages)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _text_image_reference__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3602);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);



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
            this.fault(pos[0], (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(message));
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
            if (!(0,_text_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .isRepository */ .Z6)(name)) {
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
            const shown = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(platform.value);
            this.fault(platform.offset, `'${shown}' is not a platform; it is os/architecture, as in linux/arm64`);
        }
        const pinned = source && this.readSource(source);
        if (pinned === undefined)
            return [];
        const position = this.position(source?.offset ?? at);
        return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, position }];
    }
    readSource({ value, offset }) {
        const shown = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(value);
        try {
            const { registry, repository, tag, digest } = (0,_text_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
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
            if (!(error instanceof _text_image_reference__WEBPACK_IMPORTED_MODULE_2__/* .InvalidReference */ .ft))
                throw error;
            this.fault(offset, (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(error.message));
        }
        return undefined;
    }
    entries(map, twin) {
        const seen = new Set();
        return map.items.map(({ key: node, value }) => {
            const key = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? (node.source ?? String(node.value)) : String(node));
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
        const written = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(value.source ?? '') : '';
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

/***/ 917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ isLockRaceResolved),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   Z5: () => (/* binding */ parseDiagnostic),
/* harmony export */   q0: () => (/* binding */ describe)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

/** Reads a diagnostic of `-json` output or of `terraform validate -json`. */
function parseDiagnostic(fields) {
    return {
        severity: fields['severity'] === 'warning' ? 'warning' : 'error',
        summary: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'summary') ?? '',
        detail: ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'detail') ?? '').trim(),
        address: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'address'),
        range: parseRange((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(fields, 'range')),
    };
}
function parseRange(range) {
    const file = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(range, 'filename');
    const [start, end] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(range, 'start'), (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(range, 'end')];
    const startLine = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(start, 'line');
    if (file === undefined || startLine === undefined)
        return undefined;
    const startColumn = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(start, 'column') ?? 1;
    return {
        file,
        startLine,
        startColumn,
        endLine: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(end, 'line') ?? startLine,
        endColumn: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(end, 'column') ?? startColumn,
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
function isLockRaceResolved(diagnostics) {
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

/***/ 4790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ lockAdvice),
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
        return lockAdvice(lock);
    if (interrupted)
        return 'Run the job again.';
    const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1];
    return advice ?? `terraform ${command} in ${directory} says the same on your own machine.`;
}
/** Who holds the lock, since when, for what, and how to go on. */
function lockAdvice({ kind, id, path, operation, who, created }) {
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

/***/ 6590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Lt: () => (/* binding */ fenceFor),
/* harmony export */   O5: () => (/* binding */ proseWithCommands),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _sanitize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4212);

const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function code(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(text);
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
const htmlCode = (text) => `<code>${escapeHtml((0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(text))}</code>`;
/** The backticks between which these lines are only text: more than any run within them. */
const fenceFor = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Lines that GitHub shows as they are. */
function fence(language, lines) {
    const ticks = fenceFor(lines);
    return [`${ticks}${language}`, ...lines.map(inert), ticks].join('\n');
}
/** Should the text be printed to a log as well, the line is no command for the runner, which trims it before it looks. */
const inert = (line) => line.replace(/^(\s*):(?=:)/, '$1: ');
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
    return (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(`${start === 0 ? '' : '…'}${shown}… (${left})`);
}
/** Escapes untrusted text as running text: every Markdown mark, and no mention, issue number or address is linked. */
function prose(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(text.replace(/\s+/g, ' '));
    return keepUnlinked(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'));
}
// GitHub links mentions and issue numbers after it has rendered Markdown; an HTML comment in between prevents that.
const keepUnlinked = (text) => text.replace(/[@#]/g, '$&<!-- -->');
/** Commands that a reader may want to copy. */
const COMMAND = /(terraform (?:force-unlock|state push) [^\s.;,]+(?:[.;,][^\s.;,]+)*)/;
/** Escapes a sentence that contains untrusted text and shows Terraform commands in it as code. */
function proseWithCommands(sentence) {
    return (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(sentence)
        .split(COMMAND)
        .map((part, index) => (index % 2 === 1 ? code(part) : escapeMarks(part)))
        .join('');
}
const escapeMarks = (text) => keepUnlinked(text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&'));
/** Lines that can be read without scrolling sideways, broken at spaces where that is possible. */
function wrap(lines, width = 100) {
    return lines.flatMap((line) => {
        const wrapped = [];
        let rest = line;
        while (rest.length > width) {
            const space = rest.slice(0, width + 1).lastIndexOf(' ');
            // A break at the indentation would leave an empty line, and no shorter one.
            const at = space > rest.search(/\S/) ? space : rest.indexOf(' ', width);
            if (at < 0)
                break;
            wrapped.push(rest.slice(0, at));
            rest = rest.slice(at + 1);
        }
        return [...wrapped, rest];
    });
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


/***/ })

};

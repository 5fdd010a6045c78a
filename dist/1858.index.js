export const id = 1858;
export const ids = [1858];
export const modules = {

/***/ 91858:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failedOutcome: () => (/* binding */ failedOutcome),
  messageOf: () => (/* binding */ messageOf),
  reasonOf: () => (/* binding */ reasonOf),
  withoutCancellation: () => (/* binding */ withoutCancellation)
});

// EXTERNAL MODULE: ./src/images/images-yaml.ts + 1 modules
var images_yaml = __webpack_require__(22894);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var terraform_error = __webpack_require__(15792);
;// CONCATENATED MODULE: ./src/text/failure-reason.ts
/** Values of the output `failure-reason`: why a step failed, in one word for `if:` and alerts. */
const FAILURE_REASONS = [
    'invalid-input',
    'invalid-images',
    'aws-denied',
    'aws-error',
    'rate-limited',
    'copy-failed',
    'terraform-missing',
    'terraform-failed',
    'state-locked',
    'plan-changed',
    'not-reviewed',
    'superseded',
    'destroy-blocked',
    'apply-failed',
    'unhealthy',
    'wrong-version',
    'invalid-api-keys',
    'ingestion-rejected',
    'trace-not-found',
    'github-error',
    'cancelled',
    'internal-error',
];
/** Returns whether a value is one of {@link FAILURE_REASONS}. */
const isFailureReason = (value) => FAILURE_REASONS.some((reason) => reason === value);

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/commands/failure.ts






/** Returns the `reason` of an error of this program, or `internal-error`. */
function reasonOf(error) {
    if (error instanceof Error && 'reason' in error && isFailureReason(error.reason))
        return error.reason;
    return 'internal-error';
}
const messageOf = (error) => (error instanceof Error ? error.message : String(error));
/** Reports an error that the command did not report itself. */
function failedOutcome(error) {
    const reason = reasonOf(error);
    if (reason === 'cancelled' && error instanceof Error)
        return cancelledOutcome(error);
    const message = messageOf(error);
    const [first = '', ...details] = message.split('\n');
    const list = details.map((line) => `- ${(0,markdown/* codeSpan */.SS)(line)}`).join('\n');
    return {
        outputs: {},
        summary: ['## ❌ Failed before completion', (0,markdown/* codeSpan */.SS)(first), ...(list === '' ? [] : [list])].join('\n\n'),
        warnings: [],
        annotations: error instanceof images_yaml/* InvalidImages */.q ? annotateProblems(error) : [],
        failure: { reason, message },
    };
}
/** Clears the output `failure-reason` of a cancelled run that completed its work in time. */
function withoutCancellation(outcome, signal) {
    if (!signal.aborted || outcome.failure !== undefined)
        return outcome;
    const outputs = { ...outcome.outputs, 'failure-reason': '' };
    return { ...outcome, outputs };
}
/** Reports a cancelled run; `apply` and `verify` report their own. */
function cancelledOutcome(error) {
    const sentences = error instanceof terraform_error/* TerraformFailed */.sM ? describeStop(error) : [`${(0,format/* withoutFullStop */.Qu)(error.message)}.`];
    const list = sentences.map((text) => `- ${(0,markdown/* escapeMarkdownKeepCommands */.Ed)(text)}`).join('\n');
    return {
        outputs: {},
        summary: ['## ⚠️ Cancelled', list].join('\n\n'),
        warnings: [],
        annotations: [],
        failure: { reason: 'cancelled', message: sentences.join('\n') },
    };
}
const UNSAVED = /^Error saving current state/;
/** Omits the diagnostics, which only repeat the interrupt. */
function describeStop({ details, lock, diagnostics }) {
    const { command, directory, exit, engine = plan_engine/* TERRAFORM */.n0 } = details;
    const name = `${engine.command} ${command} in ${directory}`;
    const stop = exit.signal === undefined
        ? `${name} stopped when it was interrupted.`
        : `${name} did not stop in time and was killed (${exit.signal}).`;
    // For a new stack, an interrupted Terraform saves an empty state, which a role that only plans may not write.
    const wasDenied = command === 'plan' && diagnostics.some(({ summary }) => UNSAVED.test(summary));
    const mayLock = exit.signal !== undefined && command === 'plan';
    return [
        `The run was cancelled, and ${stop}`,
        ...(wasDenied
            ? [`${engine.title} could not save a state, which a plan does not need. No resource was changed.`]
            : []),
        ...(mayLock ? ['The state may still be locked; the next run then reports the lock.'] : []),
        ...(lock?.kind === 'orphaned'
            ? [`The state is still locked. Check that no run is active, then ${(0,terraform_error/* unlockStep */.Rl)(lock.id, engine)}.`]
            : []),
    ];
}
function annotateProblems({ path, problems }) {
    return problems.map(({ line, column, message }) => ({
        severity: 'error',
        file: path,
        startLine: line,
        startColumn: column,
        message,
    }));
}


/***/ }),

/***/ 22894:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  q: () => (/* binding */ InvalidImages),
  parseImages: () => (/* binding */ parseImages)
});

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/text/age.ts
var age = __webpack_require__(47556);
// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __webpack_require__(23602);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/images/yaml-reader.ts


/** Reads a YAML document and collects its problems with their positions. */
class YamlReader {
    problems = [];
    document;
    lines = new dist/* LineCounter */.HN();
    constructor(text) {
        // Duplicate keys get a clearer message below.
        this.document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false });
    }
    entries(map, duplicate) {
        const seen = new Set();
        return map.items.map(({ key: node, value }) => {
            const key = (0,sanitize/* toPrintableLine */.Ld)((0,dist/* isScalar */.jn)(node) ? (node.source ?? String(node.value)) : String(node));
            const offset = nodeOffset(node);
            if (seen.has(key))
                this.report(offset, duplicate(key));
            seen.add(key);
            return { key, offset, value };
        });
    }
    // YAML parses 25.10 without quotes as the number 25.1.
    text(entries, key) {
        const entry = entries.find((candidate) => candidate.key === key);
        if (entry === undefined || isEmptyNode(entry.value))
            return undefined;
        const { value } = entry;
        const at = (0,dist/* isNode */.Ll)(value) ? nodeOffset(value) : entry.offset;
        if ((0,dist/* isScalar */.jn)(value) && typeof value.value === 'string')
            return { value: value.value, offset: at };
        if ((0,dist/* isAlias */.Vj)(value)) {
            this.report(at, `${key} is the alias *${value.source}, which is not supported; write the value in full`);
            return undefined;
        }
        const written = (0,dist/* isScalar */.jn)(value) ? (0,sanitize/* toPrintableLine */.Ld)(value.source ?? '') : '';
        this.report(at, `${key} must be a string${written && `; quote it: ${key}: '${written}'`}`);
        return undefined;
    }
    /** Reads a list of strings. */
    texts(entries, key, example) {
        const entry = entries.find((candidate) => candidate.key === key);
        if (entry === undefined || isEmptyNode(entry.value))
            return undefined;
        const items = (0,dist/* isSeq */.oP)(entry.value) ? entry.value.items : undefined;
        const texts = items?.flatMap((item) => (0,dist/* isScalar */.jn)(item) && typeof item.value === 'string' && item.value !== '' ? [item.value] : []);
        if (texts !== undefined && texts.length === items?.length)
            return texts;
        this.report(entry.offset, `${key} must be a list of quoted strings, as in ${key}: ['${example}']`);
        return undefined;
    }
    report(offset, message) {
        this.problems.push({ ...this.position(offset), message });
    }
    position(offset) {
        const { line, col } = this.lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    }
}
/** Reports whether a value is missing or null. */
const isEmptyNode = (node) => node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null);
const nodeOffset = (node) => ((0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? 0) : 0);

;// CONCATENATED MODULE: ./src/images/images-yaml.ts





/** A file of another kind has a problem in each line. */
const MAX_SHOWN_PROBLEMS = 20;
/** Thrown for an invalid images.yaml. */
class InvalidImages extends Error {
    path;
    problems;
    name = 'InvalidImages';
    reason = 'invalid-images';
    constructor(path, problems) {
        const all = problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
        const lines = [...new Set(all)];
        const rest = lines.length - MAX_SHOWN_PROBLEMS;
        const shown = [...lines.slice(0, MAX_SHOWN_PROBLEMS), ...(rest > 0 ? [`and ${rest} more`] : [])];
        super(lines.length === 1 ? lines.join() : `${path} has ${lines.length} problems:\n${shown.join('\n')}`);
        this.path = path;
        this.problems = problems;
    }
}
const IMAGE_KEYS = ['source', 'follow', 'platform', 'min-age', 'ignore', 'labels'];
const EXAMPLE = "images:\n  langfuse-web:\n    source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…\n    follow: '3'";
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/**
 * Parses images.yaml.
 *
 * @param path file name in errors
 * @throws InvalidImages with every problem
 */
function parseImages(text, path) {
    const reader = new Reader(text);
    const images = reader.read();
    if (reader.problems.length === 0)
        return images;
    const inOrder = [...reader.problems].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new InvalidImages(path, inOrder);
}
class Reader extends YamlReader {
    read() {
        const { contents, errors } = this.document;
        for (const { message, pos } of errors)
            this.report(pos[0], (0,sanitize/* toPrintableLine */.Ld)(message));
        if (errors.length > 0)
            return [];
        if ((0,dist/* isMap */.jh)(contents))
            return this.readFile(contents);
        this.report(0, `the file is ${isEmptyNode(contents) ? 'empty' : 'not a mapping'}; expected\n${EXAMPLE}`);
        return [];
    }
    readFile(file) {
        const entries = this.entries(file, (key) => `duplicate key '${key}'`);
        for (const { key, offset } of entries) {
            if (key !== 'images')
                this.report(offset, `unknown key '${key}'; expected 'images'`);
        }
        const images = entries.find(({ key }) => key === 'images');
        if (images && (0,dist/* isMap */.jh)(images.value) && images.value.items.length > 0)
            return this.readImages(images.value);
        this.report(images?.offset ?? 0, `'images' must map names to images:\n${EXAMPLE}`);
        return [];
    }
    readImages(images) {
        const duplicate = (name) => `duplicate image '${name}'; each image becomes one repository`;
        return this.entries(images, duplicate).flatMap(({ key: name, offset, value }) => {
            if (!(0,image_reference/* isRepository */.Z6)(name)) {
                this.report(offset, `'${name}' is not a repository name: expected lower-case letters, digits, '.', '_' and '-'`);
            }
            if ((0,dist/* isMap */.jh)(value))
                return this.readImage(name, value, offset);
            const example = 'source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…';
            if ((0,dist/* isAlias */.Vj)(value))
                this.report(offset, `'${name}' is the alias *${value.source}, which is not supported; write the image in full`);
            else
                this.report(offset, `'${name}' must have a source, as in ${example}`);
            return [];
        });
    }
    readImage(name, image, at) {
        const entries = this.entries(image, (key) => `duplicate key '${key}' in image '${name}'`);
        for (const { key, offset } of entries) {
            const known = `supported keys: ${IMAGE_KEYS.join(', ')}`;
            if (!IMAGE_KEYS.includes(key))
                this.report(offset, `unknown key '${key}' in image '${name}'; ${known}`);
        }
        const given = entries.find(({ key }) => key === 'source');
        if (given === undefined || isEmptyNode(given.value))
            this.report(at, `'${name}' has no source`);
        const source = this.text(entries, 'source');
        const follow = this.text(entries, 'follow');
        const platform = this.text(entries, 'platform');
        if (platform !== undefined && !PLATFORM.test(platform.value)) {
            const shown = (0,sanitize/* toPrintableLine */.Ld)(platform.value);
            this.report(platform.offset, `'${shown}' is not a platform; expected os/architecture, as in linux/arm64`);
        }
        const settings = {
            minAgeMs: this.readMinAge(entries),
            ignore: this.texts(entries, 'ignore', '3.225.6'),
            labels: this.texts(entries, 'labels', 'infrastructure'),
        };
        const pinned = source && this.readSource(source);
        if (pinned === undefined)
            return [];
        const position = this.position(source?.offset ?? at);
        return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, ...settings, position }];
    }
    readMinAge(entries) {
        const text = this.text(entries, 'min-age');
        if (text === undefined)
            return undefined;
        const ageMs = (0,age/* parseAgeMs */.B)(text.value);
        if (ageMs === undefined)
            this.report(text.offset, `'${(0,sanitize/* toPrintableLine */.Ld)(text.value)}' is not an age; expected 3d, 12h or '0'`);
        return ageMs;
    }
    readSource({ value, offset }) {
        const shown = (0,sanitize/* toPrintableLine */.Ld)(value);
        try {
            const { registry, repository, tag, digest } = (0,image_reference/* parseReference */.F2)(value);
            if (digest?.startsWith('sha512:') === true) {
                // Targets store a manifest under its sha256, so a deployment by sha512 would not find it.
                this.report(offset, `'${shown}' has a sha512 digest; registries store images by sha256, so pin the sha256 digest`);
                return undefined;
            }
            if (tag !== undefined && digest !== undefined)
                return { registry, repository, tag, digest };
            if (tag === undefined) {
                this.report(offset, `'${shown}' has no tag; write name:tag@digest to show the version`);
            }
            if (digest === undefined) {
                const why = 'because a tag can move to another image';
                this.report(offset, `'${shown}' has no digest; write name:tag@sha256:…, ${why}`);
            }
        }
        catch (error) {
            if (!(error instanceof image_reference/* InvalidReference */.ft))
                throw error;
            this.report(offset, (0,sanitize/* toPrintableLine */.Ld)(error.message));
        }
        return undefined;
    }
}


/***/ }),

/***/ 13497:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   TR: () => (/* binding */ engineVersion),
/* harmony export */   Wh: () => (/* binding */ inWordsOf),
/* harmony export */   _j: () => (/* binding */ engineOfProgram),
/* harmony export */   lY: () => (/* binding */ OPENTOFU),
/* harmony export */   n0: () => (/* binding */ TERRAFORM),
/* harmony export */   w0: () => (/* binding */ parseEngineVersion)
/* harmony export */ });
const TERRAFORM = { name: 'terraform', title: 'Terraform', command: 'terraform' };
const OPENTOFU = { name: 'opentofu', title: 'OpenTofu', command: 'tofu' };
/** Replaces Terraform's name and command in a text of this project, which must quote nothing of others. */
const inWordsOf = ({ name, title, command }, text) => name === 'terraform'
    ? text
    : text.replaceAll(/\bTerraform\b/g, title).replaceAll(/\bterraform (?=[a-z])/g, `${command} `);
/** Returns the engine of a program, by its file name. */
const engineOfProgram = (path) => /(?:^|[/\\])tofu[^/\\]*$/.test(path) ? OPENTOFU : TERRAFORM;
const OPENTOFU_PREFIX = 'opentofu-';
/** Returns an engine's version for plan records: `1.11.4`, `opentofu-1.12.6`. */
const engineVersion = ({ name }, version) => name === 'opentofu' ? `${OPENTOFU_PREFIX}${version}` : version;
/** Reverses {@link engineVersion}. */
const parseEngineVersion = (text) => text.startsWith(OPENTOFU_PREFIX)
    ? { engine: OPENTOFU, version: text.slice(OPENTOFU_PREFIX.length) }
    : { engine: TERRAFORM, version: text };


/***/ }),

/***/ 10917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ isLockRaceResolved),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   Z5: () => (/* binding */ parseDiagnostic),
/* harmony export */   de: () => (/* binding */ isIntroduction),
/* harmony export */   xy: () => (/* binding */ formatDiagnostic)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64212);


/** Reads a diagnostic from `-json` output. */
function parseDiagnostic(fields) {
    return {
        severity: fields['severity'] === 'warning' ? 'warning' : 'error',
        summary: clean((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'summary')),
        detail: clean((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'detail')).trim(),
        address: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'address'),
        range: parseRange((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(fields, 'range')),
    };
}
/** Providers and services write these texts. */
const MAX_TEXT_LENGTH = 64 * 1024;
const clean = (text = '') => (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .removeInvisible */ .i)(text.slice(0, MAX_TEXT_LENGTH));
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
/** `init` announces the errors of the configuration with an error of its own. */
const isIntroduction = ({ summary }) => /^\w+ encountered problems during initiali[sz]ation, including problems\s+with the configuration, described below\./.test(summary);
/** Formats a diagnostic for people. */
function formatDiagnostic({ severity, summary, detail, address, range }) {
    const where = [range && `${range.file}:${range.startLine}`, address].filter((part) => part !== undefined);
    const head = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`;
    const location = where.length === 0 ? '' : ` (${where.join(', ')})`;
    return detail === '' ? `${head}${location}` : `${head}${location}\n${detail}`;
}
const LOCK_SUMMARIES = new Map([
    ['Error acquiring the state lock', 'held'],
    ['Error releasing the state lock', 'orphaned'],
]);
/**
 * Whether another run took or released the lock at the same moment. Terraform then fails despite -lock-timeout.
 *
 * S3 answers a conditional write with 412 if the object exists, and with 409 during another write: "retry the
 * request" (S3 User Guide, "Conditional writes").
 */
function isLockRaceResolved(diagnostics) {
    return diagnostics.some(({ summary, detail }) => {
        if (LOCK_SUMMARIES.get(summary) !== 'held')
            return false;
        if (detail.includes('ConditionalRequestConflict'))
            return true;
        const afterLock = detail.slice(detail.indexOf('.tflock'));
        const isGone = afterLock.includes('NoSuchKey') || afterLock.includes('StatusCode: 404');
        return detail.includes('PreconditionFailed') && detail.includes('.tflock') && isGone;
    });
}
/** The lock file may be written by others. */
const MAX_LOCK_LENGTH = 8 * 1024;
/** Returns the lock that a diagnostic describes. */
function lockOf({ summary, detail }) {
    const kind = LOCK_SUMMARIES.get(summary);
    // The backend's message before it can contain any text.
    const at = detail.lastIndexOf('Lock Info:');
    if (kind === undefined || at < 0)
        return undefined;
    const lines = detail.slice(at, at + MAX_LOCK_LENGTH).split('\n');
    const field = (name) => {
        const line = lines.find((one) => one.trimStart().startsWith(`${name}:`));
        return line === undefined ? '' : (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(line.slice(line.indexOf(':') + 1));
    };
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

/***/ 15792:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sM: () => (/* binding */ TerraformFailed),
  RR: () => (/* binding */ isLockId),
  q7: () => (/* binding */ lockAdvice),
  Rl: () => (/* binding */ unlockStep),
  QH: () => (/* binding */ withoutUnsavedState)
});

// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var diagnostic = __webpack_require__(10917);
;// CONCATENATED MODULE: ./src/terraform/advice.ts
/** Next step after the system has ended the process. */
const killedAdvice = ({ title }) => `The system ended ${title}, most likely because the runner has too little memory. Use a larger runner or a smaller parallelism.`;
/** Next step after a state that is only in a file. */
const unsavedStateAdvice = ({ command }) => `The new state exists only in errored.tfstate in the working directory. Save it in the backend with ${command} state push errored.tfstate before the runner deletes its workspace and before the next apply.`;
const NO_LOCK = 'Error acquiring the state lock';
const advice = (pattern, text) => ({
    isFor: (output) => pattern.test(output),
    text: typeof text === 'string' ? () => text : text,
});
/** The first one that matches decides. */
const ADVICE_BY_OUTPUT = [
    {
        isFor: (output) => output.includes(NO_LOCK) && /AccessDenied|not authorized/.test(output),
        text: () => "The role may not acquire the lock. Allow s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
    },
    advice(new RegExp(NO_LOCK), "Re-run the job. If the error persists, check the object in the state's bucket whose name ends in .tflock."),
    advice(/Unsupported (?:Terraform|OpenTofu) Core version/, 'Set terraform-version to a version that required_version allows, or install a matching version in an earlier step.'),
    advice(/dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/, ({ name, command }) => `Run ${command} providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.${name === 'opentofu' ? ' A lock file of Terraform has the addresses of another registry.' : ''}`),
    advice(/Backend configuration changed|Backend initialization required/, 'The .terraform directory belongs to another backend. Delete it before this step, or exclude it from the cache.'),
    advice(/No value for required variable/, 'Set the variable with the input variables (name=value), in a var-file, or as TF_VAR_<name>.'),
    advice(/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'),
    advice(/Value for undeclared variable/, 'Correct the name in the input variables, or declare the variable in the root module.'),
    advice(/No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/, 'Set role-to-assume (with permissions: id-token: write), or configure AWS credentials in an earlier step.'),
    advice(/AccessDenied|UnauthorizedOperation|not authorized to perform/, "Allow the denied action in the role's policy."),
    advice(/Saved plan is stale/, 'The state changed after the plan was created. Re-run the job to create a new plan.'),
    advice(/Failed to (?:query available provider packages|install provider|resolve provider packages)|Could not (?:resolve|retrieve) provider/, "Check the network, HTTPS_PROXY and the provider's source address."),
];
/** Returns the next step for an error that has a known cause. */
const adviceOn = (output, engine) => ADVICE_BY_OUTPUT.find(({ isFor }) => isFor(output))?.text(engine);

// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
;// CONCATENATED MODULE: ./src/terraform/error.ts



/** A failed Terraform command. The message ends with the next step. */
class TerraformFailed extends Error {
    details;
    name = 'TerraformFailed';
    reason;
    diagnostics;
    lock;
    /** The next step; empty if the report of the command has it. */
    advice;
    constructor(details, options) {
        const lock = details.diagnostics.map(diagnostic/* lockOf */.Vx).find((one) => one !== undefined);
        const advice = adviceFor(details, lock);
        const lines = [formatHeadline(details), ...errorLines(details), advice];
        super(lines.filter((line, at) => at === 0 || line !== '').join('\n'), options);
        this.details = details;
        this.advice = advice;
        this.diagnostics = [...details.diagnostics, ...explanation(details)];
        this.lock = lock;
        this.reason = failureReason(details, lock);
    }
}
function failureReason({ interrupted, diagnostics }, lock) {
    if (interrupted)
        return 'cancelled';
    if (lock !== undefined)
        return 'state-locked';
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const isInput = errors.length > 0 && errors.every(({ summary }) => INVALID_INPUT.test(summary));
    return isInput ? 'invalid-input' : 'terraform-failed';
}
/** Errors about the inputs `variables` and `var-file`. */
const INVALID_INPUT = /^(?:No value for required variable|Failed to read variables file|Value for undeclared variable)$/;
function formatHeadline({ command, directory, exit, interrupted, engine = plan_engine/* TERRAFORM */.n0, }) {
    const end = exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`;
    return `${engine.command} ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`;
}
const MAX_EXPLANATION_LENGTH = 4_000;
/** Stands for the error that Terraform did not report. */
function explanation(details) {
    const { diagnostics, interrupted, exit, text, note, engine = plan_engine/* TERRAFORM */.n0 } = details;
    if (interrupted || diagnostics.some(({ severity }) => severity === 'error'))
        return [];
    const lines = text
        .filter((line) => line.trim() !== '')
        .join('\n')
        .slice(-MAX_EXPLANATION_LENGTH);
    const parts = [exit.signal === undefined ? '' : killedAdvice(engine), note ?? '', lines];
    return [
        {
            severity: 'error',
            summary: formatHeadline(details),
            detail: parts.filter((part) => part !== '').join('\n'),
            address: undefined,
            range: undefined,
        },
    ];
}
function errorLines({ diagnostics, text }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(diagnostic/* formatDiagnostic */.xy);
    // Terraform repeats errors.
    return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '');
}
/** Returns the next step; for an apply, what its report does not tell. */
function adviceFor(details, lock) {
    const { command, directory, diagnostics, text, interrupted, exit, note, engine = plan_engine/* TERRAFORM */.n0 } = details;
    const output = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n');
    if (output.includes('errored.tfstate') && command !== 'apply')
        return unsavedStateAdvice(engine);
    if (lock !== undefined)
        return lockAdvice(lock, engine);
    if (interrupted)
        return 'Re-run the job.';
    if (note !== undefined && exit.signal === undefined)
        return note;
    if (exit.signal !== undefined)
        return [killedAdvice(engine), note ?? ''].join(' ').trim();
    const advice = adviceOn(output, engine);
    if (advice !== undefined)
        return advice;
    // A job applies, not a person.
    return command === 'apply'
        ? ''
        : `Reproduce the error locally with ${engine.command} ${command} in ${directory}.`;
}
/** Errors about a state that Terraform could not save. */
const UNSAVED_STATE = /^(?:Failed to (?:save|persist|serialize) state|Failed to create local state file|Error saving current state)/;
/** Returns the errors of an apply whose state was saved afterwards. */
const withoutUnsavedState = (diagnostics) => diagnostics.filter(({ summary }) => !UNSAVED_STATE.test(summary));
/** Terraform's lock IDs are UUIDs (RFC 9562). Who may write the lock can write another ID. */
const isLockId = (id) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);
/** Returns a clause with the command that removes a lock, if it is safe to run. */
const unlockStep = (id, engine = plan_engine/* TERRAFORM */.n0) => (0,plan_engine/* inWordsOf */.Wh)(engine, isLockId(id)
    ? `run terraform force-unlock ${id}`
    : "find out who wrote the object next to the state whose name ends in .tflock, because its ID is not one of Terraform's, and delete it");
/** Describes a lock and the next step. */
function lockAdvice({ kind, id, path, operation, who, created }, engine = plan_engine/* TERRAFORM */.n0) {
    const purpose = operation.replace(/^OperationType/, '').toLowerCase();
    const parts = [
        who && `held by ${who}`,
        created && `since ${created}`,
        purpose && `for ${purpose}`,
        path && `on ${path}`,
    ];
    const holder = parts
        .filter((part) => part !== '')
        .map(shorten)
        .join(' ');
    return kind === 'orphaned'
        ? `This run's lock was not released (${holder}). Check that no run is active, then ${unlockStep(id, engine)}.`
        : `The state is locked: ${holder}. Wait for that run or raise lock-timeout. If that run is no longer active, ${unlockStep(id, engine)}.`;
}
const MAX_PART_LENGTH = 200;
const shorten = (text) => text.length > MAX_PART_LENGTH ? `${text.slice(0, MAX_PART_LENGTH)}…` : text;


/***/ }),

/***/ 86590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DV: () => (/* binding */ codeBlock),
/* harmony export */   Ed: () => (/* binding */ escapeMarkdownKeepCommands),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   Kb: () => (/* binding */ excerpt),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   NQ: () => (/* binding */ htmlCodeSpan),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   d6: () => (/* binding */ codeFence),
/* harmony export */   r0: () => (/* binding */ collapsible),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _sanitize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64212);

const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Formats untrusted text as a code span, in which GitHub renders and links nothing. */
function codeSpan(text) {
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
/** Escapes text for HTML. */
const escapeHtml = (text) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
/** Formats untrusted text as code inside HTML. */
const htmlCodeSpan = (text) => `<code>${escapeHtml((0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(text))}</code>`;
/** Returns a fence longer than any run of backticks in the lines. */
const codeFence = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Formats lines as a fenced code block. */
function codeBlock(language, lines) {
    const ticks = codeFence(lines);
    return [`${ticks}${language}`, ...lines.map(escapeCommand), ticks].join('\n');
}
// The block may also be logged, where a line that begins with `::` is a workflow command.
const escapeCommand = (line) => line.replace(/^(\s*):(?=:)/, '$1: ');
/** Formats a collapsed `<details>` block. */
const collapsible = (summary, body) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
/** Formats a count: `1 change`, `1,200 changes`. */
function plural(number, noun) {
    return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
const MAX_VALUE_LENGTH = 2_000;
const CONTEXT_LENGTH = 200;
/** Shortens a long text around the character at `at`. */
function excerpt(text, at = 0) {
    if (text.length <= MAX_VALUE_LENGTH)
        return text;
    const start = Math.max(0, at - CONTEXT_LENGTH);
    const shown = text.slice(start, start + MAX_VALUE_LENGTH / 2);
    const omitted = plural(text.length - shown.length, 'more character');
    return (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(`${start === 0 ? '' : '…'}${shown}… (${omitted})`);
}
/** Escapes untrusted text as one line without Markdown or links. */
function escapeMarkdown(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(text.replace(/\s+/g, ' '));
    return preventLinks(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'));
}
// GitHub links mentions and issue numbers after Markdown, unless an HTML comment follows the sign.
const preventLinks = (text) => text.replace(/[@#]/g, '$&<!-- -->');
const COMMAND = /((?:terraform|tofu) (?:(?:state (?:list|pull)|init|validate|plan|show|fmt)\b|providers lock(?: -platform=\w+)*|(?:force-unlock|state push|apply) [^\s.;,]+(?:[.;,][^\s.;,]+)*))/;
/** Escapes a sentence with untrusted text, and formats its Terraform commands as code. */
function escapeMarkdownKeepCommands(sentence) {
    return (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(sentence)
        .split(COMMAND)
        .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarks(part)))
        .join('');
}
const escapeMarks = (text) => preventLinks(text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&'));
/** Wraps lines at spaces. A longer word stays whole. */
function wrap(lines, width = 100) {
    return lines.flatMap((line) => {
        const wrapped = [];
        let remaining = line;
        while (remaining.length > width) {
            const space = remaining.slice(0, width + 1).lastIndexOf(' ');
            // A break at the indentation would give an empty line.
            const at = space > remaining.search(/\S/) ? space : remaining.indexOf(' ', width);
            if (at < 0)
                break;
            wrapped.push(remaining.slice(0, at));
            remaining = remaining.slice(at + 1);
        }
        return [...wrapped, remaining];
    });
}
/** Formats a table. Right-aligned cells do not wrap. */
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

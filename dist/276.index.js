export const id = 276;
export const ids = [276];
export const modules = {

/***/ 8135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeStepDirectory: () => (/* binding */ removeStepDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _terraform_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9980);



/** Removes a step's directory, unless Terraform still runs: the post step reads it then. */
async function removeStepDirectory(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_terraform_runner__WEBPACK_IMPORTED_MODULE_2__/* .pidFilePath */ .tz)(path)))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true });
}


/***/ }),

/***/ 917:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $y: () => (/* binding */ isLockRaceResolved),
/* harmony export */   Vx: () => (/* binding */ lockOf),
/* harmony export */   Z5: () => (/* binding */ parseDiagnostic),
/* harmony export */   xy: () => (/* binding */ formatDiagnostic)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);


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

/***/ 4790:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QH: () => (/* binding */ withoutUnsavedState),
/* harmony export */   RR: () => (/* binding */ isLockId),
/* harmony export */   Rl: () => (/* binding */ unlockStep),
/* harmony export */   q7: () => (/* binding */ lockAdvice),
/* harmony export */   sM: () => (/* binding */ TerraformFailed)
/* harmony export */ });
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(917);

/** A failed Terraform command. The message ends with the next step. */
class TerraformFailed extends Error {
    details;
    name = 'TerraformFailed';
    reason;
    diagnostics;
    lock;
    constructor(details, options) {
        const lock = details.diagnostics.map(_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .lockOf */ .Vx).find((one) => one !== undefined);
        super([formatHeadline(details), ...errorLines(details), adviceFor(details, lock)].join('\n'), options);
        this.details = details;
        this.diagnostics = [...details.diagnostics, ...explanation(details)];
        this.lock = lock;
        this.reason = details.interrupted ? 'cancelled' : lock === undefined ? 'terraform-failed' : 'state-locked';
    }
}
function formatHeadline({ command, directory, exit, interrupted }) {
    const end = exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`;
    return `terraform ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`;
}
const MAX_EXPLANATION_LENGTH = 4_000;
/** Stands for the error that Terraform did not report. */
function explanation(details) {
    const { diagnostics, interrupted, exit, text, note } = details;
    if (interrupted || diagnostics.some(({ severity }) => severity === 'error'))
        return [];
    const lines = text
        .filter((line) => line.trim() !== '')
        .join('\n')
        .slice(-MAX_EXPLANATION_LENGTH);
    const parts = [exit.signal === undefined ? '' : KILLED_ADVICE, note ?? '', lines];
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
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .formatDiagnostic */ .xy);
    // Terraform repeats errors.
    return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '');
}
const KILLED_ADVICE = 'The system ended Terraform, most likely because the runner has too little memory. Use a larger runner or a smaller parallelism.';
const UNSAVED_STATE_ADVICE = 'The new state exists only in errored.tfstate in the working directory. Save it in the backend with terraform state push errored.tfstate before the runner deletes its workspace and before the next apply.';
const INSTALL = 'or install a matching version in an earlier step';
const NO_LOCK = 'Error acquiring the state lock';
/** The first matching pattern decides. */
const ADVICE_BY_OUTPUT = [
    [
        (output) => output.includes(NO_LOCK) && /AccessDenied|not authorized/.test(output),
        "The role may not acquire the lock. Allow s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
    ],
    [
        (output) => output.includes(NO_LOCK),
        "Re-run the job. If the error persists, check the object in the state's bucket whose name ends in .tflock.",
    ],
    [
        /Unsupported Terraform Core version/,
        `Set terraform-version to a version that required_version allows, ${INSTALL}.`,
    ],
    [
        /dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/,
        'Run terraform providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.',
    ],
    [
        /Backend configuration changed|Backend initialization required/,
        'The .terraform directory belongs to another backend. Delete it before this step, or exclude it from the cache.',
    ],
    [
        /No value for required variable/,
        'Set the variable with the input variables (name=value), in a var-file, or as TF_VAR_<name>.',
    ],
    [/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'],
    [
        /No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/,
        'Set role-to-assume (with `permissions: id-token: write`), or configure AWS credentials in an earlier step.',
    ],
    [
        /AccessDenied|UnauthorizedOperation|not authorized to perform/,
        "Allow the denied action in the role's policy.",
    ],
    [
        /Saved plan is stale/,
        'The state changed after the plan was created. Re-run the job to create a new plan.',
    ],
    [
        /Failed to query available provider packages|Failed to install provider/,
        "Check the network, HTTPS_PROXY and the provider's source address.",
    ],
];
function adviceFor({ command, directory, diagnostics, text, interrupted, exit, note }, lock) {
    const output = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n');
    // A failed apply tells what became of its state when it is known.
    if (output.includes('errored.tfstate') && command !== 'apply')
        return UNSAVED_STATE_ADVICE;
    if (lock !== undefined)
        return lockAdvice(lock);
    if (interrupted)
        return 'Re-run the job.';
    if (note !== undefined && exit.signal === undefined)
        return note;
    if (exit.signal !== undefined)
        return [KILLED_ADVICE, note ?? ''].join(' ').trim();
    const advice = ADVICE_BY_OUTPUT.find(([pattern]) => typeof pattern === 'function' ? pattern(output) : pattern.test(output))?.[1];
    return advice ?? `Reproduce the error locally with terraform ${command} in ${directory}.`;
}
/** Errors about a state that Terraform could not save. */
const UNSAVED_STATE = /^(?:Failed to (?:save|persist|serialize) state|Failed to create local state file|Error saving current state)/;
/** Returns the errors of an apply whose state was saved afterwards. */
const withoutUnsavedState = (diagnostics) => diagnostics.filter(({ summary }) => !UNSAVED_STATE.test(summary));
/** Terraform's lock IDs are UUIDs (RFC 9562). Who may write the lock can write another ID. */
const isLockId = (id) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);
/** Returns a clause with the command that removes a lock, if it is safe to run. */
const unlockStep = (id) => isLockId(id)
    ? `run terraform force-unlock ${id}`
    : "find out who wrote the object next to the state whose name ends in .tflock, because its ID is not one of Terraform's, and delete it";
/** Describes a lock and the next step. */
function lockAdvice({ kind, id, path, operation, who, created }) {
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
        ? `This run's lock was not released (${holder}). Check that no run is active, then ${unlockStep(id)}.`
        : `The state is locked: ${holder}. Wait for that run or raise lock-timeout. If that run is no longer active, ${unlockStep(id)}.`;
}
const MAX_PART_LENGTH = 200;
const shorten = (text) => text.length > MAX_PART_LENGTH ? `${text.slice(0, MAX_PART_LENGTH)}…` : text;


/***/ })

};

export const id = 3490;
export const ids = [3490];
export const modules = {

/***/ 78135:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   removeStepDirectory: () => (/* binding */ removeStepDirectory)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _terraform_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5731);



/** Removes a step's directory, unless Terraform still runs: the post step reads it then. */
async function removeStepDirectory(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_terraform_runner__WEBPACK_IMPORTED_MODULE_2__/* .pidFilePath */ .tz)(path)))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true });
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


/***/ })

};

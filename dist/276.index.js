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
/* harmony import */ var _terraform_runner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(371);



/** Removes a step's directory, unless Terraform still runs: the post step reads it then. */
async function removeStepDirectory(path) {
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_terraform_runner__WEBPACK_IMPORTED_MODULE_2__/* .pidFileIn */ .ze)(path)))
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(path, { recursive: true, force: true });
}


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


/***/ })

};

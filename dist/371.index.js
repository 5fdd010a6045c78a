export const id = 371;
export const ids = [371];
export const modules = {

/***/ 7891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ parseLine)
/* harmony export */ });
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(917);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);


const APPLY_STEPS = new Map([
    ['apply_start', 'start'],
    ['apply_progress', 'progress'],
    ['apply_complete', 'complete'],
    ['apply_errored', 'errored'],
]);
/**
 * Reads one line; whatever it is, it comes out as an event with a message for the log.
 * @param redact applied to every text of the line
 */
function parseLine(line, clean = (value) => value) {
    const parsed = line.startsWith('{') ? (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(line) : undefined;
    const fields = parsed && clean(parsed);
    const type = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(fields) ? (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, 'type') : undefined;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(fields) || type === undefined)
        return { kind: 'text', message: String(clean(line)) };
    const event = kindOf(type, fields);
    const message = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, '@message') ?? '';
    return { message: event.kind === 'diagnostic' ? (0,_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .describe */ .q0)(event.diagnostic) : message, ...event };
}
function kindOf(type, fields) {
    const step = APPLY_STEPS.get(type);
    if (step !== undefined)
        return applyStep(step, (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'hook'));
    switch (type) {
        case 'version':
            return { kind: 'version', version: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(fields, 'terraform') ?? '' };
        case 'planned_change':
            return plannedChange('planned-change', (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'change'));
        case 'resource_drift':
            return plannedChange('drift', (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'change'));
        case 'change_summary':
            return summary((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'changes'));
        case 'diagnostic':
            return { kind: 'diagnostic', diagnostic: (0,_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .parseDiagnostic */ .Z5)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'diagnostic')) };
        case 'provision_progress':
            return provisionerOutput((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'hook'));
        case 'outputs':
            return { kind: 'outputs', names: Object.keys((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'outputs')) };
        default:
            return { kind: 'other', type };
    }
}
const addressOf = (fields) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordAt */ .zR)(fields, 'resource'), 'addr') ?? '';
function plannedChange(kind, change) {
    const action = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(change, 'action') ?? '';
    return { kind, address: addressOf(change), action, reason: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(change, 'reason') };
}
function applyStep(step, hook) {
    const action = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(hook, 'action') ?? '';
    const elapsedSeconds = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(hook, 'elapsed_seconds') ?? 0;
    return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds };
}
function provisionerOutput(hook) {
    const output = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(hook, 'output') ?? '';
    return {
        kind: 'provision',
        address: addressOf(hook),
        isSuppressed: /^\(output suppressed due to (?:sensitive|ephemeral)/.test(output),
    };
}
function summary(changes) {
    const count = (key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(changes, key) ?? 0;
    return {
        kind: 'summary',
        operation: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(changes, 'operation') ?? '',
        add: count('add'),
        change: count('change'),
        import: count('import'),
        remove: count('remove'),
    };
}


/***/ }),

/***/ 2002:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e6: () => (/* binding */ follow)
/* harmony export */ });
/* unused harmony exports LONGEST_LINE, Lines */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6193);
/* harmony import */ var node_string_decoder__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_string_decoder__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_2__);



const POLL_MS = 50;
const CHUNK_BYTES = 64 * 1024;
/** A line of Terraform's JSON holds an output's value at most; what is longer is cut. */
const LONGEST_LINE = 1024 * 1024;
/** Lines from bytes that come in any pieces; the last one need not have an end. */
class Lines {
    onLine;
    decoder = new node_string_decoder__WEBPACK_IMPORTED_MODULE_1__.StringDecoder('utf8');
    line = '';
    cut = 0;
    constructor(onLine) {
        this.onLine = onLine;
    }
    add(bytes) {
        const [first = '', ...rest] = this.decoder.write(bytes).split('\n');
        this.extend(first);
        for (const piece of rest) {
            this.emit();
            this.extend(piece);
        }
    }
    end() {
        this.extend(this.decoder.end());
        if (this.line !== '')
            this.emit();
    }
    extend(piece) {
        const room = LONGEST_LINE - this.line.length;
        this.line += piece.slice(0, room);
        this.cut += Math.max(0, piece.length - room);
    }
    emit() {
        const line = this.line.endsWith('\r') ? this.line.slice(0, -1) : this.line;
        const cut = this.cut;
        this.line = '';
        this.cut = 0;
        this.onLine(cut > 0 ? `${line}… (${cut} more characters)` : line);
    }
}
/** Reads the lines of a file that grows, until told that it no longer does, and then to its end. */
async function follow(path, onLine, ended) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const lines = new Lines(onLine);
        const buffer = Buffer.alloc(CHUNK_BYTES);
        for (;;) {
            // Looked at before the read: what was written before the end is then read after it.
            const isLast = ended.aborted;
            const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES);
            if (bytesRead > 0)
                lines.add(buffer.subarray(0, bytesRead));
            else if (isLast)
                break;
            else
                await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_2__.setTimeout)(POLL_MS, undefined, { signal: ended }).catch(() => undefined);
        }
        lines.end();
    }
    finally {
        await file.close();
    }
}


/***/ }),

/***/ 371:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  by: () => (/* binding */ Runner),
  ze: () => (/* binding */ pidFileIn)
});

// UNUSED EXPORTS: appliedFileIn

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var terraform_diagnostic = __webpack_require__(917);
// EXTERNAL MODULE: ./src/terraform/error.ts
var error = __webpack_require__(4790);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/terraform/pid-file.ts


/** All at once, so that no reader sees half of it. Synchronous: there may be no later. */
function writePidFile(path, started) {
    const draft = `${path}.new`;
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(started), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(draft, path);
}
/** @param kept where the note stays */
function removePidFile(path, kept) {
    if (kept === undefined)
        (0,external_node_fs_.rmSync)(path, { force: true });
    else
        (0,external_node_fs_.renameSync)(path, kept);
}
/** @returns undefined when there is none, which is how every run should end */
function readPidFile(path) {
    const fields = (0,json/* parseObject */.lj)(read(path) ?? '');
    if (fields === undefined)
        return undefined;
    const { pid, birth } = fields;
    const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) => (0,json/* textAt */.$6)(fields, key));
    const [command, directory, startedAt, stdoutFile, stderrFile] = texts;
    // Signals to process 0 or below would reach whole groups.
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1)
        return undefined;
    if (!command || !directory || !startedAt || !stdoutFile || !stderrFile)
        return undefined;
    return {
        pid,
        birth: typeof birth === 'string' ? birth : undefined,
        command,
        directory,
        startedAt,
        stdoutFile,
        stderrFile,
        interrupted: fields['interrupted'] === true,
    };
}
/** Fields of /proc/PID/stat behind the name, which may hold anything, parentheses too (proc_pid_stat(5)). */
function statOf(pid) {
    const text = read(`/proc/${pid}/stat`);
    if (text === undefined)
        return undefined;
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', birth: fields[19] ?? '' };
}
/** When a process was started, where the system tells (Linux). */
function birthOf(pid) {
    return statOf(pid)?.birth;
}
function isRunning({ pid, birth }) {
    const stat = statOf(pid);
    if (stat !== undefined) {
        // A zombie has ended; whoever adopted it may never say so.
        return stat.state !== 'Z' && stat.state !== 'X' && (birth === undefined || stat.birth === birth);
    }
    if (birth !== undefined)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return (0,json/* isRecord */.u4)(error) && error['code'] === 'EPERM';
    }
}
/** Passes on the one interrupt, unless that was done before. @returns whether it was done now */
function interruptStarted(path) {
    const started = readPidFile(path);
    if (started === undefined || started.interrupted || !isRunning(started))
        return false;
    // Noted before it is sent: a second one would make Terraform drop the state it holds.
    writePidFile(path, { ...started, interrupted: true });
    process.kill(started.pid, 'SIGINT');
    return true;
}
/** Commands that change nothing (of `state`, only `pull` is run): one that does not stop when it is asked to may be killed. */
const HARMLESS = ['init', 'validate', 'plan', 'show', 'fmt', 'output', 'state'];
const isHarmless = (command) => HARMLESS.includes(command);
/** Ends a Terraform at once, with the providers that it has started. */
function killStarted(started) {
    if (!isRunning(started))
        return;
    // It leads its group, but on Windows, where there are none.
    process.kill(process.platform === 'win32' ? started.pid : -started.pid, 'SIGKILL');
}
const POLL_MS = 250;
/** Waits for a Terraform that outlived its parent. @returns whether it ended within the limit */
async function waitForStarted(started, { limitMs, sleep, now }) {
    const untilMs = now() + limitMs;
    while (isRunning(started)) {
        if (now() >= untilMs)
            return false;
        await sleep(POLL_MS);
    }
    return true;
}
function read(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/terraform/follow-file.ts
var follow_file = __webpack_require__(2002);
;// CONCATENATED MODULE: ./src/terraform/process.ts





/** Terraform could not be started at all. */
class TerraformNotStarted extends Error {
    name = 'TerraformNotStarted';
}
/** The run was cancelled before this Terraform was started. */
class TerraformCancelled extends Error {
    name = 'TerraformCancelled';
}
const runTerraform = async (args, options) => (await startTerraform(args, options)).ended;
/**
 * Starts Terraform in a process group of its own, which signals to this process's group do not reach.
 *
 * @throws TerraformCancelled, TerraformNotStarted
 */
async function startTerraform(args, options) {
    const { pidFile, interruption } = options;
    const [command = 'terraform'] = args;
    if (interruption?.aborted)
        throw new TerraformCancelled(`terraform ${command} was not started: the run is cancelled`);
    const child = process_open(args, options);
    const exited = exitOf(child);
    const pid = await startOf(child, options);
    const started = {
        pid,
        birth: birthOf(pid),
        command,
        directory: options.cwd,
        startedAt: new Date().toISOString(),
        stdoutFile: options.stdoutFile,
        stderrFile: options.stderrFile,
        interrupted: false,
    };
    writePidFile(pidFile, started);
    const interrupt = () => {
        // Not sent to one that has ended: its number may be another's by now.
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        if (interruptStarted(pidFile) && isHarmless(command))
            insist(child, started, exited);
    };
    interruption?.addEventListener('abort', interrupt);
    const ended = hear(exited, options).finally(() => {
        interruption?.removeEventListener('abort', interrupt);
        removePidFile(pidFile, options.endedFile);
    });
    if (interruption?.aborted)
        interrupt();
    return { pid, ended, interrupt };
}
// The runner kills this process 10 s after it asked it to end, and there is still something to say then.
const AGAIN_MS = 3_000;
const KILL_MS = 6_000;
/** Ends one that has nothing to save: a backend that does not answer would keep it from ever hearing the interrupt. */
function insist(child, started, exited) {
    const timers = [
        // At the second interrupt Terraform no longer waits for anything, but still tries to give its lock back.
        setTimeout(() => child.kill('SIGINT'), AGAIN_MS),
        setTimeout(() => {
            killStarted(started);
        }, KILL_MS),
    ];
    void exited.then(() => {
        timers.forEach(clearTimeout);
    });
}
function process_open(args, options) {
    const files = [options.stdoutFile, options.stderrFile].map((path) => (0,external_node_fs_.openSync)(path, 'a', 0o600));
    try {
        return (0,external_node_child_process_.spawn)(options.program, args, {
            cwd: options.cwd,
            env: options.env,
            stdio: ['ignore', ...files],
            // Windows gives a detached child a console window of its own, where no interrupt would reach it.
            detached: process.platform !== 'win32',
        });
    }
    finally {
        for (const file of files)
            (0,external_node_fs_.closeSync)(file);
    }
}
function exitOf(child) {
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            resolve({ exitCode: code ?? undefined, signal: signal ?? undefined });
        });
    });
}
function startOf(child, { program, cwd }) {
    return new Promise((resolve, reject) => {
        child.once('spawn', () => {
            resolve(child.pid ?? 0);
        });
        child.once('error', (error) => {
            const reason = (0,external_node_fs_.existsSync)(cwd)
                ? causeOf(error)
                : `there is no directory ${cwd}; check working-directory`;
            reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }));
        });
    });
}
function causeOf(error) {
    const code = (0,json/* isRecord */.u4)(error) ? error['code'] : undefined;
    if (code === 'ENOENT')
        return 'there is no such program; install Terraform in a step before this one';
    if (code === 'EACCES')
        return 'it may not be executed; check its file mode';
    if (code === 'E2BIG')
        return 'its arguments and environment are too long; put variables into a var-file';
    return String(error);
}
/** Waits for the end and for the last line, whatever becomes of the listener. */
async function hear(exited, options) {
    const over = new AbortController();
    const { stdoutFile, stderrFile, onLine, unheard = [] } = options;
    const sources = [
        ['stdout', stdoutFile],
        ['stderr', stderrFile],
    ];
    const followed = sources
        .filter(([source]) => !unheard.includes(source))
        .map(([source, path]) => (0,follow_file/* follow */.e6)(path, (line) => {
        onLine(line, source);
    }, over.signal));
    const heard = Promise.allSettled(followed);
    const exit = await exited;
    over.abort();
    for (const result of await heard)
        if (result.status === 'rejected')
            throw result.reason;
    return exit;
}

// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(3326);
// EXTERNAL MODULE: ./src/terraform/events.ts
var events = __webpack_require__(7891);
;// CONCATENATED MODULE: ./src/terraform/output-collector.ts



/** Lines kept of what is not JSON, for the error of a command that failed. */
const KEPT_LINES = 40;
/** Lines held back at most; `TF_LOG=trace` prints millions. */
const HELD_LINES = 20_000;
const UNREADABLE = '(withheld: it may hold secrets, and which values are secret could not be read)';
const OF_PROVISIONER = "(withheld: the provisioner's configuration holds a sensitive value, and this is its command and output; run it where only you can see it)";
/** What a command said. */
class OutputCollector {
    listener;
    telling;
    diagnostics = [];
    text = [];
    held = [];
    dropped = 0;
    /** Resources whose provisioners have sensitive values. */
    hushed = new Set();
    constructor(listener, telling) {
        this.listener = listener;
        this.telling = telling;
    }
    line(line, source) {
        const event = this.read(line, source);
        if (event.kind === 'provision' && event.isSuppressed)
            this.hushed.add(event.address);
        if (this.telling === 'at once' || !MAY_TELL_SECRETS.has(event.kind)) {
            this.tell(event);
            return;
        }
        this.held.push([line, source]);
        if (this.held.length < 2 * HELD_LINES)
            return;
        this.held = this.held.slice(HELD_LINES);
        this.dropped += HELD_LINES;
    }
    get holdsBack() {
        return this.held.length > 0;
    }
    /** Tells what was held back, now that its secrets are known. */
    release = () => {
        if (this.dropped > 0)
            this.tell({ kind: 'text', message: `(${this.dropped} lines before are left out)` });
        for (const [line, source] of this.held.splice(0))
            this.tell(this.read(line, source));
    };
    /** Tells of what was held back only what can hold no secret. */
    withhold = () => {
        for (const [line, source] of this.held.splice(0)) {
            const event = this.read(line, source);
            if (event.kind !== 'diagnostic')
                continue;
            // What is about no place of the configuration is about the backend or its lock.
            const { address, range } = event.diagnostic;
            const isOfBackend = address === undefined && range === undefined;
            this.tell(isOfBackend ? event : withDetail(event.diagnostic, UNREADABLE));
        }
    };
    tell(event) {
        const told = this.isOfHushedProvisioner(event) ? withDetail(event.diagnostic, OF_PROVISIONER) : event;
        if (told.kind === 'diagnostic')
            this.diagnostics.push(told.diagnostic);
        if (told.kind === 'text') {
            this.text.push(told.message);
            if (this.text.length > KEPT_LINES)
                this.text.shift();
        }
        this.listener.onEvent(told);
    }
    isOfHushedProvisioner(event) {
        if (event.kind !== 'diagnostic' || this.hushed.size === 0)
            return false;
        const { summary, address } = event.diagnostic;
        return / provisioner error$/.test(summary) && (address === undefined || this.hushed.has(address));
    }
    read(line, source) {
        const clean = (value) => (0,redact/* redactDeep */.KL)(value, this.listener.redact);
        return (0,events/* parseLine */.A)(source === 'stderr' ? plain(line) : line, clean);
    }
}
const MAY_TELL_SECRETS = new Set(['diagnostic', 'text']);
function withDetail(diagnostic, detail) {
    const changed = { ...diagnostic, detail };
    return { kind: 'diagnostic', diagnostic: changed, message: (0,terraform_diagnostic/* describe */.q0)(changed) };
}
/** A line without the frame and the colours that Terraform gives to what is meant for a terminal. */
const plain = (line) => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '');

;// CONCATENATED MODULE: ./src/terraform/runner.ts






const LOCK_TRIES = 5;
/** Where the process of a command is noted while it runs. */
const pidFileIn = (folder) => (0,external_node_path_.join)(folder, 'terraform.json');
/** Where an apply that has ended is noted, for the `post` step, should this process die before it has told of it. */
const appliedFileIn = (folder) => (0,external_node_path_.join)(folder, 'applied.json');
/** Runs one command of Terraform after the other in a directory. */
class Runner {
    directory;
    runtime;
    count = 0;
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
    }
    /** @throws TerraformFailed, TerraformCancelled, TerraformNotStarted */
    async run(command, read) {
        for (let tries = 1;; tries++) {
            const ran = await this.attempt(command, read);
            // Without the lock, nothing was begun.
            if ((0,terraform_diagnostic/* isLockRaceResolved */.$y)(ran.diagnostics) && tries < LOCK_TRIES)
                continue;
            if (isAnswered(command, ran))
                return ran;
            throw this.failure(command, ran);
        }
    }
    async attempt(command, read) {
        const heard = new OutputCollector(this.runtime, command.learnSecrets === undefined ? 'at once' : 'at the end');
        const options = this.optionsOf(command, (line, source) => {
            heard.line(line, source);
        });
        try {
            const exit = await runTerraform(command.args, options);
            if (heard.holdsBack)
                await command.learnSecrets?.().then(heard.release, heard.withhold);
            const ran = { exit, diagnostics: heard.diagnostics, text: heard.text };
            if (isAnswered(command, ran))
                await read?.(options.stdoutFile);
            return ran;
        }
        finally {
            // They may hold secrets.
            const files = [options.stdoutFile, options.stderrFile].slice(options.endedFile === undefined ? 0 : 1);
            await Promise.all(files.map((path) => (0,promises_.rm)(path, { force: true })));
        }
    }
    failure({ args: [command = ''] }, ran, more = {}) {
        const interrupted = this.runtime.interruption?.aborted ?? false;
        return new error/* TerraformFailed */.s({ command, directory: this.directory, interrupted, ...ran, ...more });
    }
    optionsOf({ args, output, when }, onLine) {
        const { program, env, folder, interruption } = this.runtime;
        this.count += 1;
        const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`;
        return {
            program,
            env,
            cwd: this.directory,
            stdoutFile: (0,external_node_path_.join)(folder, `${name}.stdout`),
            stderrFile: (0,external_node_path_.join)(folder, `${name}.stderr`),
            pidFile: pidFileIn(folder),
            endedFile: args[0] === 'apply' ? appliedFileIn(folder) : undefined,
            onLine,
            unheard: output === 'document' ? ['stdout'] : [],
            interruption: when === 'always' ? undefined : interruption,
        };
    }
}
function isAnswered({ answers = [0] }, { exit }) {
    return answers === 'any' || answers.includes(exit.exitCode ?? -1);
}


/***/ }),

/***/ 3326:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ redactor),
/* harmony export */   KL: () => (/* binding */ redactDeep),
/* harmony export */   eo: () => (/* binding */ secretForms)
/* harmony export */ });
/* unused harmony export redact */
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

/** Shorter values stand in too much innocent text: `true`, `eu-west`, a port. */
const SHORTEST_SECRET = 8;
const MASK = '***';
/** The same text without the secrets, in any of the forms in which programs print them. */
const redact = (text, secrets) => redactor(secrets)(text);
/**
 * Compiled once for many lines.
 * @param secrets values; those of fewer than eight characters are left out
 */
function redactor(secrets) {
    const forms = new Set(secrets.flatMap(secretForms));
    // Longest first, else a secret within another would leave the rest of the longer one.
    const patterns = [...forms].sort((a, b) => b.length - a.length);
    if (patterns.length === 0)
        return (text) => text;
    const search = new RegExp(patterns.map((form) => escapeRegExp(form)).join('|'), 'g');
    return (text) => text.replace(search, MASK);
}
/** Every text in a value of JSON through `redact`, keys of maps too. */
function redactDeep(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redactDeep(item, redact));
    if (!(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redactDeep(item, redact)]));
}
/** A secret as it is, by lines, and as JSON, Go, URLs and Base64 write it. */
function secretForms(secret) {
    // A key in PEM is printed line by line.
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const plain = [secret, secret.trim(), ...lines];
    return plain
        .filter((form) => form.length >= SHORTEST_SECRET)
        .flatMap((form) => [form, ...quoted(form), encoded(form), ...base64Forms(form)])
        .filter((form) => form.length >= SHORTEST_SECRET);
}
/** Within a JSON string; Go's encoder also escapes what HTML would read, and one document may hold another. */
function quoted(text) {
    const once = JSON.stringify(text).slice(1, -1);
    const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
    return [once, go, ...[once, go].map((form) => JSON.stringify(form).slice(1, -1))];
}
/** In Base64, at each of the three places in a group of three bytes where it may begin (`user:password`). */
function base64Forms(text) {
    const bytes = Buffer.from(text);
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Characters that hold bits of a neighbour differ from case to case.
        const start = offset === 0 ? 0 : offset + 1;
        const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1;
        const form = encoded.slice(start, end);
        return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
    });
}
function encoded(text) {
    // Half of a surrogate pair has no form in a URL, and none in UTF-8 either.
    return encodeURIComponent(Buffer.from(text).toString());
}
const escapeRegExp = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');


/***/ })

};

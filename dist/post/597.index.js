export const id = 597;
export const ids = [597];
export const modules = {

/***/ 597:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finish: () => (/* binding */ finish)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
;// CONCATENATED MODULE: ./src/terraform/apply-progress.ts
/** Changes that only the state sees; Terraform reports no steps for them. */
const SILENT = ['move', 'import', 'remove', 'forget', 'noop'];
/** Follows an apply by its events. */
class ApplyProgress {
    resources = new Map();
    diagnostics = [];
    summary;
    take(event) {
        if (event.kind === 'version')
            this.begin();
        else if (event.kind === 'planned-change')
            this.resource(event.address, event.action).action = event.action;
        else if (event.kind === 'apply')
            this.step(event);
        else if (event.kind === 'diagnostic')
            this.diagnostics.push(event.diagnostic);
        else if (event.kind === 'summary' && event.operation !== 'plan')
            this.summary = event;
    }
    report() {
        const all = [...this.resources].map(([address, resource]) => ({ address, ...resource }));
        const failed = all.filter((one) => one.errored || (this.isBroken(one.address) && !isDone(one)));
        const rest = all.filter((one) => !failed.includes(one));
        const succeeded = this.summary !== undefined;
        const applied = rest.filter((one) => isDone(one) || (succeeded && SILENT.includes(one.action)));
        const unfinished = rest.filter((one) => !applied.includes(one) && (one.running || one.done.length > 0));
        const notTried = rest.filter((one) => !applied.includes(one) && !unfinished.includes(one));
        return {
            applied: applied.map(brief),
            failed: failed.map((one) => ({ ...brief(one), message: this.messageOf(one.address), done: one.done })),
            unfinished: unfinished.map((one) => ({ ...brief(one), done: one.done })),
            notTried: notTried.map(({ address, action }) => ({ address, action })),
            diagnostics: this.diagnostics,
            summary: this.summary,
        };
    }
    /** Terraform's first word: what was heard before is of an attempt that came to nothing. */
    begin() {
        this.resources.clear();
        this.diagnostics = [];
        this.summary = undefined;
    }
    step({ step, address, action, elapsedSeconds }) {
        const resource = this.resource(address, action);
        resource.running = step === 'start' || step === 'progress';
        if (step === 'errored')
            resource.errored = true;
        if (step === 'complete')
            resource.done.push(action);
        if (!resource.running)
            resource.seconds += elapsedSeconds;
    }
    resource(address, action) {
        const known = this.resources.get(address);
        if (known !== undefined)
            return known;
        const resource = { action, seconds: 0, done: [], running: false, errored: false };
        this.resources.set(address, resource);
        return resource;
    }
    isBroken(address) {
        return this.diagnostics.some((one) => one.severity === 'error' && one.address === address);
    }
    messageOf(address) {
        const own = this.diagnostics.filter((one) => one.severity === 'error' && one.address === address);
        return own.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n');
    }
}
/** A replacement takes two steps, in either order. */
function isDone({ action, done }) {
    return action === 'replace' ? done.includes('create') && done.includes('delete') : done.length > 0;
}
const brief = ({ address, action, seconds }) => ({
    address,
    action,
    seconds,
});

;// CONCATENATED MODULE: ./src/terraform/fields.ts
function fields_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** The text at a key; undefined when something else is there. */
function textAt(fields, key) {
    const value = fields[key];
    return typeof value === 'string' ? value : undefined;
}
function numberAt(fields, key) {
    const value = fields[key];
    return typeof value === 'number' ? value : undefined;
}
function recordAt(fields, key) {
    const value = fields[key];
    return fields_isRecord(value) ? value : {};
}
/** @returns undefined for anything but a JSON object */
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return fields_isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/terraform/diagnostic.ts

/** Reads a diagnostic of `-json` output or of `terraform validate -json`. */
function parseDiagnostic(fields) {
    return {
        severity: fields['severity'] === 'warning' ? 'warning' : 'error',
        summary: textAt(fields, 'summary') ?? '',
        detail: (textAt(fields, 'detail') ?? '').trim(),
        address: textAt(fields, 'address'),
        range: parseRange(recordAt(fields, 'range')),
    };
}
function parseRange(range) {
    const file = textAt(range, 'filename');
    const [start, end] = [recordAt(range, 'start'), recordAt(range, 'end')];
    const startLine = numberAt(start, 'line');
    if (file === undefined || startLine === undefined)
        return undefined;
    const startColumn = numberAt(start, 'column') ?? 1;
    return {
        file,
        startLine,
        startColumn,
        endLine: numberAt(end, 'line') ?? startLine,
        endColumn: numberAt(end, 'column') ?? startColumn,
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
function diagnostic_isLockGone(diagnostics) {
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

;// CONCATENATED MODULE: ./src/terraform/redact.ts

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
function redact_redactDeep(value, redact) {
    if (typeof value === 'string')
        return redact(value);
    if (Array.isArray(value))
        return value.map((item) => redact_redactDeep(item, redact));
    if (!fields_isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redact_redactDeep(item, redact)]));
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

;// CONCATENATED MODULE: ./src/terraform/stream.ts


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
function stream_parseLine(line, clean = (value) => value) {
    const parsed = line.startsWith('{') ? parseObject(line) : undefined;
    const fields = parsed && clean(parsed);
    const type = fields_isRecord(fields) ? textAt(fields, 'type') : undefined;
    if (!fields_isRecord(fields) || type === undefined)
        return { kind: 'text', message: String(clean(line)) };
    const event = kindOf(type, fields);
    const message = textAt(fields, '@message') ?? '';
    return { message: event.kind === 'diagnostic' ? describe(event.diagnostic) : message, ...event };
}
function kindOf(type, fields) {
    const step = APPLY_STEPS.get(type);
    if (step !== undefined)
        return applyStep(step, recordAt(fields, 'hook'));
    switch (type) {
        case 'version':
            return { kind: 'version', version: textAt(fields, 'terraform') ?? '' };
        case 'planned_change':
            return plannedChange('planned-change', recordAt(fields, 'change'));
        case 'resource_drift':
            return plannedChange('drift', recordAt(fields, 'change'));
        case 'change_summary':
            return summary(recordAt(fields, 'changes'));
        case 'diagnostic':
            return { kind: 'diagnostic', diagnostic: parseDiagnostic(recordAt(fields, 'diagnostic')) };
        case 'outputs':
            return { kind: 'outputs', names: Object.keys(recordAt(fields, 'outputs')) };
        default:
            return { kind: 'other', type };
    }
}
const addressOf = (fields) => textAt(recordAt(fields, 'resource'), 'addr') ?? '';
function plannedChange(kind, change) {
    const action = textAt(change, 'action') ?? '';
    return { kind, address: addressOf(change), action, reason: textAt(change, 'reason') };
}
function applyStep(step, hook) {
    const action = textAt(hook, 'action') ?? '';
    const elapsedSeconds = numberAt(hook, 'elapsed_seconds') ?? 0;
    return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds };
}
function summary(changes) {
    const count = (key) => numberAt(changes, key) ?? 0;
    return {
        kind: 'summary',
        operation: textAt(changes, 'operation') ?? '',
        add: count('add'),
        change: count('change'),
        import: count('import'),
        remove: count('remove'),
    };
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(6193);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(8500);
;// CONCATENATED MODULE: ./src/terraform/tail.ts



const POLL_MS = 50;
const CHUNK_BYTES = 64 * 1024;
/** A line of Terraform's JSON holds an output's value at most; what is longer is cut. */
const LONGEST_LINE = 1024 * 1024;
/** Lines from bytes that come in any pieces; the last one need not have an end. */
class Lines {
    onLine;
    decoder = new external_node_string_decoder_.StringDecoder('utf8');
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
async function tail_follow(path, onLine, ended) {
    const file = await (0,promises_.open)(path, 'r');
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
                await (0,external_node_timers_promises_.setTimeout)(POLL_MS, undefined, { signal: ended }).catch(() => undefined);
        }
        lines.end();
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./src/terraform/aftermath.ts





/** Reads, after the end, what Terraform wrote to its file. */
async function readAftermath(stdoutFile, redact) {
    const progress = new ApplyProgress();
    const clean = (value) => redact_redactDeep(value, redact);
    await tail_follow(stdoutFile, (line) => {
        progress.take(stream_parseLine(line, clean));
    }, AbortSignal.abort());
    const report = progress.report();
    return { report, lock: report.diagnostics.map(lockOf).find((one) => one !== undefined) };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./src/terraform/pid-file.ts


/** All at once, so that no reader sees half of it. Synchronous: there may be no later. */
function pid_file_writePidFile(path, started) {
    const draft = `${path}.new`;
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(started), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(draft, path);
}
function pid_file_removePidFile(path) {
    rmSync(path, { force: true });
}
/** @returns undefined when there is none, which is how every run should end */
function readPidFile(path) {
    const fields = parseObject(read(path) ?? '');
    if (fields === undefined)
        return undefined;
    const { pid, birth } = fields;
    const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) => textAt(fields, key));
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
function pid_file_birthOf(pid) {
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
        return fields_isRecord(error) && error['code'] === 'EPERM';
    }
}
/** Passes on the one interrupt, unless that was done before. @returns whether it was done now */
function pid_file_interruptStarted(path) {
    const started = readPidFile(path);
    if (started === undefined || started.interrupted || !isRunning(started))
        return false;
    // Noted before it is sent: a second one would make Terraform drop the state it holds.
    pid_file_writePidFile(path, { ...started, interrupted: true });
    process.kill(started.pid, 'SIGINT');
    return true;
}
const pid_file_POLL_MS = 250;
/** Waits for a Terraform that outlived its parent. @returns whether it ended within the limit */
async function waitForStarted(started, { limitMs, sleep, now }) {
    const untilMs = now() + limitMs;
    while (isRunning(started)) {
        if (now() >= untilMs)
            return false;
        await sleep(pid_file_POLL_MS);
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

;// CONCATENATED MODULE: ./src/terraform/render/text.ts
// Controls (ANSI's escape among them), separators that end a line, and marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu;
/** Text from outside with all that a reader cannot see written out, `\u202e`. Lines and tabs stay. */
const visible = (text) => text.replace(UNPRINTABLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
/** Text from outside as one line. */
const text_oneLine = (text) => visible(text.replace(/\s+/g, ' ').trim());
const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function text_code(text) {
    const line = text_oneLine(text);
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
const text_htmlCode = (text) => `<code>${escapeHtml(text_oneLine(text))}</code>`;
/** The backticks between which these lines are only text: more than any run within them. */
const text_fenceFor = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Lines that GitHub shows as they are. */
function text_fence(language, lines) {
    const ticks = text_fenceFor(lines);
    // Should the text be printed to a log as well, none of its lines is a command for the runner.
    const inert = lines.map((line) => line.replace(/^(?=::|##\[)/, ' '));
    return [`${ticks}${language}`, ...inert, ticks].join('\n');
}
/** A block that opens at a click. */
const text_folded = (summary, body) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
function text_plural(number, noun) {
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
    const left = text_plural(text.length - shown.length, 'more character');
    return visible(`${start === 0 ? '' : '…'}${shown}… (${left})`);
}

;// CONCATENATED MODULE: ./src/terraform/render/actions.ts

/** Of Terraform's events and of plans, which have different names for some. */
const WORDS = new Map([
    ['create', { sign: '🟢', past: 'created' }],
    ['update', { sign: '🟡', past: 'updated' }],
    ['replace', { sign: '🟠', past: 'replaced' }],
    ['delete', { sign: '🔴', past: 'destroyed' }],
    ['read', { sign: '🔵', past: 'read' }],
    ['import', { sign: '🔵', past: 'imported' }],
    ['move', { sign: '⚪', past: 'moved' }],
    ['forget', { sign: '⚪', past: 'forgotten' }],
    ['remove', { sign: '⚪', past: 'forgotten' }],
    ['noop', { sign: '⚪', past: 'left as it is' }],
    ['no-op', { sign: '⚪', past: 'moved or imported' }],
]);
/** What an action is called once it is done; of one that is newer than this program, its own name. */
const wordsOf = (action) => WORDS.get(action) ?? { sign: '⚪', past: `changed (${text_code(action)})` };

;// CONCATENATED MODULE: ./src/terraform/action.ts
// https://developer.hashicorp.com/terraform/internals/json-format#change-representation
const ACTIONS = new Map([
    ['no-op', { kind: 'no-op', order: undefined }],
    ['create', { kind: 'create', order: undefined }],
    ['read', { kind: 'read', order: undefined }],
    ['update', { kind: 'update', order: undefined }],
    ['delete', { kind: 'delete', order: undefined }],
    ['forget', { kind: 'forget', order: undefined }],
    ['delete,create', { kind: 'replace', order: 'delete-first' }],
    ['create,delete', { kind: 'replace', order: 'create-first' }],
    ['create,forget', { kind: 'replace', order: 'forget-old' }],
    ['forget,create', { kind: 'replace', order: 'forget-old' }],
]);
/** @returns undefined for actions that this program does not know, which must not pass as harmless */
const action_actionOf = (actions) => ACTIONS.get(actions.join(','));
const REASONS = new Map([
    [
        'replace_because_tainted',
        'it is tainted: an earlier apply failed halfway, or someone ran terraform taint',
    ],
    ['replace_because_cannot_update', 'the provider cannot make this change in place'],
    ['replace_by_request', 'the replacement was asked for, by -replace'],
    ['replace_by_triggers', 'something in its replace_triggered_by changes'],
    ['delete_because_no_resource_config', 'its resource block is no longer in the configuration'],
    ['delete_because_no_module', 'its module is no longer in the configuration'],
    [
        'delete_because_wrong_repetition',
        'its address no longer fits the resource, which gained or lost count or for_each',
    ],
    ['delete_because_count_index', 'its index is beyond the count of the resource'],
    ['delete_because_each_key', 'its key is no longer in for_each'],
    ['delete_because_no_move_target', 'it was moved to an address that is not in the configuration'],
    ['read_because_config_unknown', 'its configuration is known only after apply'],
    ['read_because_dependency_pending', 'it depends on something that changes'],
    ['read_because_check_nested', 'a check block reads it'],
]);
/** Terraform's `action_reason` in words; of a reason newer than this program, its own name. */
function action_describeReason(reason) {
    return REASONS.get(reason) ?? reason.replace(/[^a-z0-9_]/gi, '').replaceAll('_', ' ');
}

;// CONCATENATED MODULE: ./src/terraform/plan.ts




/** JSON that is not a plan, or not one that this program can vouch for. */
class InvalidPlan extends (/* unused pure expression or super */ null && (Error)) {
    name = 'InvalidPlan';
}
/**
 * Reads what `terraform show -json <plan file>` prints. Fields that it does not know are ignored.
 *
 * @param json the text, or what `JSON.parse` made of it
 * @throws InvalidPlan when it is something else, or lacks what decisions rest on
 */
function parsePlan(json) {
    const plan = typeof json === 'string' ? parseText(json) : json;
    if (!isRecord(plan))
        throw new InvalidPlan('the plan is not a JSON object; give what terraform show -json <plan file> prints');
    checkFormat(plan);
    const errored = field(plan, 'errored') === true;
    const outputs = field(plan, 'output_changes');
    return {
        terraformVersion: textField(plan, 'terraform_version') ?? '',
        resources: listField(plan, 'resource_changes').map((one, index) => parseResource(one, `resource_changes[${index}]`)),
        outputs: isRecord(outputs) ? Object.entries(outputs).map(parseOutput) : [],
        drift: listField(plan, 'resource_drift').map((one, index) => parseResource(one, `resource_drift[${index}]`)),
        deferred: listField(plan, 'deferred_changes'),
        actionInvocations: listField(plan, 'action_invocations'),
        errored,
        // Terraform before 1.8 says neither.
        applyable: field(plan, 'applyable') !== false && !errored,
        complete: field(plan, 'complete') !== false,
        secrets: secretsOf(plan),
    };
}
function parseText(text) {
    try {
        return parseJson(text);
    }
    catch {
        // Without the parser's error as a cause: its words quote the text, in which there may be a secret.
        throw new InvalidPlan(`the plan is not JSON (${text.length} characters); was the output of terraform show -json cut off?`);
    }
}
function checkFormat(plan) {
    const version = textField(plan, 'format_version');
    if (version === undefined) {
        throw new InvalidPlan('the plan has no format_version; give what terraform show -json <plan file> prints');
    }
    if (!version.startsWith('1.')) {
        throw new InvalidPlan(`the plan is in format ${JSON.stringify(version)}, and this action reads 1.x; use a newer action or an older Terraform`);
    }
    if (field(plan, 'values') !== undefined && field(plan, 'planned_values') === undefined) {
        throw new InvalidPlan('this is a state, not a plan; name the plan file: terraform show -json <plan file>');
    }
}
function parseResource(value, at) {
    const address = textField(value, 'address');
    if (address === undefined)
        throw new InvalidPlan(`${at} has no address; the plan is damaged or not one of Terraform's`);
    const where = `the change of ${address}`;
    const type = textField(value, 'type');
    const mode = textField(value, 'mode');
    if (type === undefined || mode === undefined) {
        throw new InvalidPlan(`${where} has no ${type === undefined ? 'type' : 'mode'}, so nobody can tell whether it is safe`);
    }
    const change = field(value, 'change');
    const importing = field(change, 'importing');
    return {
        ...parseChange(change, where),
        address,
        previousAddress: textField(value, 'previous_address'),
        deposed: textField(value, 'deposed'),
        mode,
        type,
        name: textField(value, 'name') ?? '',
        provider: textField(value, 'provider_name') ?? '',
        importId: isRecord(importing) ? importId(importing) : undefined,
        reason: textField(value, 'action_reason'),
        replacePaths: listField(change, 'replace_paths').filter(isList),
    };
}
/** An id, from Terraform 1.12 on perhaps an identity of several attributes instead. */
function importId(importing) {
    const identity = field(importing, 'identity');
    return textField(importing, 'id') ?? (isRecord(identity) ? JSON.stringify(identity) : '(known after apply)');
}
function parseOutput([name, change]) {
    return { ...parseChange(change, `the change of output ${name}`), name };
}
function parseChange(change, where) {
    const actions = field(change, 'actions');
    if (!isList(actions))
        throw new InvalidPlan(`${where} has no actions; the plan is damaged or not one of Terraform's`);
    const action = actionOf(actions);
    if (action === undefined) {
        throw new InvalidPlan(`${where} has the actions ${JSON.stringify(actions)}, which this action does not know; use a newer one`);
    }
    return {
        ...action,
        before: field(change, 'before') ?? null,
        after: field(change, 'after') ?? null,
        afterUnknown: field(change, 'after_unknown') ?? false,
        beforeSensitive: field(change, 'before_sensitive') ?? false,
        afterSensitive: field(change, 'after_sensitive') ?? false,
    };
}
/** The kinds of an output's or a resource's change that leave the world as it is. */
const plan_isQuiet = (kind) => kind === 'no-op' || kind === 'read';
const plan_isMoved = ({ address, previousAddress }) => previousAddress !== undefined && previousAddress !== address;
/** Whether applying the plan touches the resource or the state's record of it. */
const isEffective = (change) => !plan_isQuiet(change.kind) || plan_isMoved(change) || change.importId !== undefined;

;// CONCATENATED MODULE: ./src/terraform/stateful-types.ts
/** Types of AWS resources that hold what no apply brings back, by what they hold. */
const GROUPS = [
    [
        'it holds a database',
        `aws_db_instance aws_rds_cluster aws_rds_global_cluster aws_docdb_cluster aws_docdb_global_cluster
     aws_docdbelastic_cluster aws_neptune_cluster aws_neptune_global_cluster aws_neptunegraph_graph
     aws_dynamodb_table aws_dynamodb_table_replica aws_dynamodb_global_table aws_dsql_cluster
     aws_keyspaces_keyspace aws_keyspaces_table aws_lightsail_database aws_customerprofiles_domain aws_simpledb_domain aws_qldb_ledger aws_redshift_cluster
     aws_redshiftserverless_namespace aws_timestreamwrite_database aws_timestreamwrite_table
     aws_timestreaminfluxdb_db_instance aws_finspace_kx_database aws_glue_catalog_database aws_glue_catalog_table`,
    ],
    [
        'it holds a cache or a queue in memory, and may be the only place that has it',
        `aws_dax_cluster aws_elasticache_cluster aws_elasticache_global_replication_group
     aws_elasticache_replication_group aws_elasticache_serverless_cache aws_memorydb_cluster
     aws_memorydb_multi_region_cluster`,
    ],
    [
        'it holds an index and its documents',
        `aws_cloudsearch_domain aws_elasticsearch_domain aws_kendra_index aws_opensearch_domain
     aws_opensearchserverless_collection`,
    ],
    [
        'it holds objects',
        `aws_glacier_vault aws_lightsail_bucket aws_s3_bucket aws_s3_directory_bucket aws_s3control_bucket
     aws_s3tables_namespace aws_s3tables_table aws_s3tables_table_bucket`,
    ],
    [
        'without it, objects that are deleted or overwritten cannot be brought back',
        'aws_s3_bucket_object_lock_configuration aws_s3_bucket_versioning',
    ],
    [
        'it holds files',
        `aws_efs_file_system aws_fsx_file_cache aws_fsx_lustre_file_system aws_fsx_ontap_file_system
     aws_fsx_ontap_storage_virtual_machine aws_fsx_ontap_volume aws_fsx_openzfs_file_system
     aws_fsx_openzfs_volume aws_fsx_windows_file_system aws_storagegateway_gateway`,
    ],
    [
        'it holds a volume',
        `aws_ebs_volume aws_finspace_kx_volume aws_lightsail_disk aws_storagegateway_cached_iscsi_volume
     aws_storagegateway_stored_iscsi_volume aws_workspaces_workspace`,
    ],
    [
        'it holds backups',
        `aws_backup_logically_air_gapped_vault aws_backup_vault aws_backup_vault_lock_configuration
     aws_db_cluster_snapshot aws_db_snapshot aws_db_snapshot_copy aws_docdb_cluster_snapshot
     aws_ebs_snapshot aws_ebs_snapshot_copy aws_ebs_snapshot_import aws_fsx_backup aws_fsx_openzfs_snapshot
     aws_memorydb_snapshot aws_neptune_cluster_snapshot aws_rds_cluster_snapshot_copy aws_redshift_cluster_snapshot
     aws_redshiftserverless_snapshot`,
    ],
    [
        'it holds images',
        'aws_ami aws_ami_copy aws_ami_from_instance aws_ecr_repository aws_ecrpublic_repository',
    ],
    [
        'what is encrypted with it can never be read again',
        `aws_cloudhsm_v2_cluster aws_kms_custom_key_store aws_kms_external_key aws_kms_key aws_kms_replica_external_key
     aws_kms_replica_key aws_paymentcryptography_key`,
    ],
    ['it holds a secret or a setting', 'aws_secretsmanager_secret aws_ssm_parameter'],
    [
        'certificates that it issued are no longer trusted',
        'aws_acmpca_certificate_authority aws_rolesanywhere_trust_anchor',
    ],
    [
        'it holds accounts of people, whose passwords cannot be moved',
        'aws_cognito_identity_pool aws_cognito_user_pool aws_directory_service_directory aws_identitystore_user',
    ],
    [
        'it holds messages that nobody has read yet',
        `aws_kinesis_firehose_delivery_stream aws_kinesis_stream aws_kinesis_video_stream aws_mq_broker aws_msk_cluster
     aws_msk_serverless_cluster aws_sqs_queue`,
    ],
    ['it holds events to replay', 'aws_cloudtrail_event_data_store aws_cloudwatch_event_archive'],
    ['it holds DNS records, and a new one answers under other name servers', 'aws_route53_zone'],
    ['it holds logs or metrics', 'aws_cloudwatch_log_group aws_cloudwatch_log_stream aws_prometheus_workspace'],
    ['it holds dashboards', 'aws_grafana_workspace'],
    [
        'it holds source code or packages',
        'aws_codeartifact_domain aws_codeartifact_repository aws_codecommit_repository',
    ],
    ['it holds the objects of Kubernetes', 'aws_eks_cluster'],
];
/** Why a resource of the type must not go by accident, by type. */
const stateful_types_STATEFUL_TYPES = new Map(GROUPS.flatMap(([reason, types]) => types.split(/\s+/).map((type) => [type, reason])));

;// CONCATENATED MODULE: ./src/terraform/guard.ts



/** The stateful resources that the plan deletes, replaces or forgets, in the plan's order. */
function findDanger(plan, options) {
    const extra = new Set(options.extraTypes.map((type) => type.trim()));
    const allowed = new Set(options.allow.map((address) => address.trim()));
    return plan.resources.flatMap((change) => {
        const holds = STATEFUL_TYPES.get(change.type) ??
            (extra.has(change.type) ? 'its type is in stateful-types' : undefined);
        const kind = dangerousKind(change);
        if (holds === undefined || kind === undefined || change.mode !== 'managed')
            return [];
        const { address, deposed, type, order, reason } = change;
        const verdict = kind === 'forget' ? 'mention' : allowed.has(address) ? 'allowed' : 'stop';
        const forcedBy = [...new Set(change.replacePaths.map(formatPath))];
        return [{ address, deposed, type, kind, order, holds, reason, forcedBy, verdict }];
    });
}
function dangerousKind({ kind, order }) {
    switch (kind) {
        case 'delete':
        case 'forget':
            return kind;
        case 'replace':
            return order === 'forget-old' ? 'forget' : kind;
        case 'create':
        case 'update':
        case 'read':
        case 'no-op':
            return undefined;
    }
}
/** The dangers that nobody has allowed: with any of these, there must be no apply. */
const guard_stopping = (dangers) => dangers.filter(({ verdict }) => verdict === 'stop');
/** What to write in the input `allow-destroy` to let these through, one address a line. */
function guard_allowDestroyLines(dangers) {
    return [...new Set(guard_stopping(dangers).map(({ address }) => address))].join('\n');
}
/** Addresses of `allow-destroy` that the plan does not touch: forgotten there, they would let a later accident through. */
function unusedAllowances(dangers, allow) {
    const used = new Set(dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address));
    return allow.filter((address) => address.trim() !== '' && !used.has(address.trim()));
}

;// CONCATENATED MODULE: ./src/terraform/render/danger.ts



/** The stateful resources that the plan takes away, and what lets them go. */
function danger_dangerSections(dangers, redact = (text) => text) {
    if (dangers.length === 0)
        return [];
    return [danger_alert(dangers), list(dangers, redact), ...allowance(dangers)];
}
function danger_alert(dangers) {
    const stopped = stopping(dangers);
    const allowed = dangers.filter(({ verdict }) => verdict === 'allowed');
    if (stopped.length > 0) {
        const what = `${plural(stopped.length, 'stateful resource')} would be destroyed, with ${stopped.length === 1 ? 'what is in it' : 'all that is in them'}.`;
        return `> [!CAUTION]\n> **${what}** The apply stops before that, unless ${stopped.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.`;
    }
    if (allowed.length > 0) {
        return `> [!WARNING]\n> **${plural(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` says.`;
    }
    const them = dangers.length === 1 ? 'it' : 'them';
    return `> [!NOTE]\n> Terraform stops managing ${plural(dangers.length, 'stateful resource')}. Nothing in ${them} is destroyed.`;
}
/** What stops the apply comes first. */
const VERDICTS = (/* unused pure expression or super */ null && (['stop', 'allowed', 'mention']));
function list(dangers, redact) {
    const inOrder = VERDICTS.flatMap((verdict) => dangers.filter((danger) => danger.verdict === verdict));
    return {
        open: '',
        items: inOrder.map((danger) => ({ text: () => item(danger, redact) })),
        separator: '\n',
        close: '',
        share: 0.2,
        leftOut: (items) => `… and ${plural(items.length, 'more stateful resource')}.`,
    };
}
function item(danger, redact) {
    const { address, deposed, kind, order, holds, reason, forcedBy, verdict } = danger;
    const leftover = deposed === undefined ? '' : ` (object ${code(deposed)}, left behind by an earlier replacement)`;
    const because = reason === undefined ? '' : ` Terraform's reason: ${describeReason(reason)}.`;
    const forced = forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => code(redact(path))).join(', ')}.`;
    const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : '';
    const what = kind === 'replace'
        ? `replaced (${order === 'create-first' ? 'new one first' : 'old one first'})`
        : kind === 'delete'
            ? 'destroyed'
            : 'forgotten, not destroyed';
    return `- ${code(address)}${leftover} is **${what}**: ${holds}.${because}${forced}${allowed}`;
}
/** Text to paste into a workflow, so every line of it is exact. */
function allowance(dangers) {
    const addresses = allowDestroyLines(dangers)
        .split('\n')
        .filter((address) => address !== '');
    if (addresses.length === 0)
        return [];
    const ticks = fenceFor(addresses);
    return [
        {
            open: `To let this happen, give both \`plan\` and \`apply\` this input:\n\n${ticks}yaml\nallow-destroy: |`,
            items: addresses.map((address) => ({ text: () => `  ${oneLine(address)}` })),
            separator: '\n',
            close: ticks,
            share: 0.2,
            leftOut: (items) => `… and ${plural(items.length, 'more resource')}.`,
        },
    ];
}

;// CONCATENATED MODULE: ./src/terraform/render/fit.ts
/** Room for what sections say of the items that they left out. */
const LEFT_OUT_BYTES = 600;
const SEPARATOR = 2;
/** When so many in a row did not fit, the next will not either, and each costs time. */
const MOST_MISSES = 40;
/** UTF-8 has at least as many bytes as JavaScript has characters, so this bounds both. */
const size = (text) => Buffer.byteLength(text);
/** Sets text and sections below one another, in no more bytes than given, with whole items only. */
function fit_fit(parts, limit) {
    const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0);
    const fixed = parts.map((part) => (typeof part === 'string' ? size(part) + SEPARATOR : 0));
    const reserved = sections.map(({ open, close }) => size(open) + size(close) + LEFT_OUT_BYTES);
    let room = limit - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0);
    const filled = new Map();
    const refill = (section, most) => {
        const mine = room + (filled.get(section)?.bytes ?? 0);
        const now = fill(section, Math.min(mine, most));
        room = mine - now.bytes;
        filled.set(section, now);
    };
    // The small ones first: else three hundred resources would leave no room for one output.
    const smallFirst = sections.toSorted((a, b) => a.share - b.share);
    for (const section of smallFirst)
        refill(section, section.share * limit);
    for (const section of smallFirst)
        if (filled.get(section)?.isCut === true)
            refill(section, limit);
    return parts
        .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
        .filter((text) => text !== '')
        .join('\n\n');
}
function fill(section, room) {
    const { open, close, separator, items } = section;
    const [shown, left] = [[], []];
    let bytes = 0;
    let misses = 0;
    for (const item of items) {
        const text = misses < MOST_MISSES ? item.text() : '';
        const cost = size(text) + separator.length;
        if (misses < MOST_MISSES && bytes + cost <= room) {
            misses = 0;
            bytes += cost;
            shown.push(text);
        }
        else {
            misses++;
            left.push(item);
        }
    }
    const body = [open, ...shown, close].filter((text) => text !== '').join(separator);
    const pieces = [shown.length > 0 ? body : '', left.length > 0 ? section.leftOut(left) : ''];
    return { text: pieces.filter((text) => text !== '').join('\n\n'), bytes, isCut: left.length > 0 };
}

;// CONCATENATED MODULE: ./src/terraform/render/footer.ts

/** Where a text comes from, in small print; Markdown is read within `<sub>`, unlike within `<summary>`. */
function footer({ terraformVersion, commit, runUrl, rest = '' }) {
    const parts = [
        terraformVersion && `Terraform ${text_code(terraformVersion)}`,
        commit && `commit ${text_code(commit.slice(0, 7))}`,
        runUrl && footer_link('run', runUrl),
        rest,
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
/** A link when the address is one, else only its text. */
function footer_link(text, url) {
    // Printable ASCII, without what could end the attribute.
    return /^https?:\/\/[!-~]{1,300}$/.test(url) && !/[<>"'`()]/.test(url)
        ? `<a href="${escapeHtml(url)}">${text}</a>`
        : text;
}
/** Seconds as people say them: `42 s`, `3 min 5 s`. */
function duration(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

;// CONCATENATED MODULE: ./src/terraform/render/prose.ts

/** What a reader will want to copy. */
const COMMAND = /(terraform (?:force-unlock|state push) [^\s.;,]+(?:[.;,][^\s.;,]+)*)/;
/** A sentence in which something from outside may stand: nothing in it is Markdown, and commands are code. */
function prose(sentence) {
    return text_oneLine(sentence)
        .split(COMMAND)
        .map((part, index) => (index % 2 === 1 ? text_code(part) : escapeMarkdown(part)))
        .join('');
}
function escapeMarkdown(text) {
    const escaped = text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&');
    // GitHub links these after Markdown is done; a comment in between is invisible and keeps them apart.
    return escaped.replace(/[@#]/g, '$&<!-- -->');
}
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

;// CONCATENATED MODULE: ./src/terraform/render/line.ts
const NO_LABEL = { text: '', after: '' };
const line_formatLine = ({ mark, depth, text }) => `${mark} ${'  '.repeat(depth)}${text}`.trimEnd();
const line = (mark, depth, text) => ({ mark, depth, text });
const remark = (depth, text) => line(' ', depth, `# ${text}`);

;// CONCATENATED MODULE: ./src/terraform/render/resource.ts





const SIGNS = {
    create: '🟢 create',
    update: '🟡 update',
    replace: '🟠 replace',
    delete: '🔴 destroy',
    forget: '⚪ forget',
    read: '🔵 read',
    'no-op': '⚪',
};
/** One resource: closed, what happens to which; open, why, and the difference of its attributes. */
function renderResource(change, attributes) {
    const { kind, address, deposed, replacePaths } = change;
    const lines = attributes.write(change, replacePaths);
    const leftover = deposed === undefined ? '' : `, object ${htmlCode(deposed)} that an earlier replacement left behind`;
    const notes = notesOf(change, lines, attributes.redact).map((note) => `${note}\n\n`);
    const body = lines.length === 0 ? 'No attribute is known.' : fence('diff', lines.map(formatLine));
    return folded(`${SIGNS[kind]} ${htmlCode(address)}${leftover}`, `${notes.join('')}${body}`);
}
/** One resource that changed outside of Terraform. */
function resource_renderDrift(change, attributes) {
    const what = change.kind === 'delete' ? '🔴 gone' : '🟡 changed';
    const lines = attributes.write(change);
    const body = lines.length === 0 ? 'No attribute is known.' : fence('diff', lines.map(formatLine));
    return folded(`${what} ${htmlCode(change.address)}`, body);
}
function notesOf(change, lines, redact) {
    const { kind, order, reason, replacePaths, previousAddress, importId } = change;
    const forcing = [...new Set(replacePaths.map(formatPath))].map((path) => code(redact(path))).join(', ');
    const because = reason === undefined ? '' : `Because ${describeReason(reason)}${forcing && `: ${forcing}`}.`;
    const isSilent = kind === 'update' && lines.every(({ text }) => text.startsWith('#'));
    return [
        because,
        order === 'create-first' ? 'The new one is created before the old one is destroyed.' : '',
        order === 'forget-old' ? 'The old one is left alone; Terraform only stops managing it.' : '',
        isMoved(change) ? `Moved from ${code(previousAddress ?? '')}.` : '',
        importId === undefined ? '' : `Imported as ${code(redact(importId))}.`,
        isSilent ? 'No value changes, only what counts as sensitive or how it is written.' : '',
    ].filter((note) => note !== '');
}
/** The same text goes into the comment and into the summary. */
function resource_once(make) {
    let made;
    return () => (made ??= make());
}

;// CONCATENATED MODULE: ./src/terraform/render/sections.ts





/** All outputs together, for each by itself is a line. */
function outputSection(plan, attributes) {
    const changes = plan.outputs.filter(({ kind }) => !isQuiet(kind));
    const outputs = plural(changes.length, 'output');
    const text = () => folded(`🟣 ${outputs}`, fence('diff', attributes.writeOutputs(changes).map(formatLine)));
    return {
        open: '',
        items: changes.length === 0 ? [] : [{ text: once(text) }],
        separator: '\n\n',
        close: '',
        share: 0.15,
        leftOut: () => `${outputs} would change, too long to show here.`,
    };
}
function driftSection(plan, attributes) {
    const changes = plan.drift.filter((change) => !isQuiet(change.kind) && attributes.changes(change));
    return {
        open: '#### Changed outside of Terraform\n\nSince the last apply, someone or something else did this; the plan takes it into account.',
        items: changes.map((change) => ({ text: once(() => renderDrift(change, attributes)) })),
        separator: '\n\n',
        close: '',
        share: 0.15,
        leftOut: (items) => `… and ${plural(items.length, 'more resource')} that changed outside of Terraform.`,
    };
}
/** What happens to the state and not to the resources. */
function stateSections({ resources }, redact) {
    const moved = resources.filter(isMoved);
    const imported = resources.filter(({ importId }) => importId !== undefined);
    return [
        foldedList(`⚪ ${plural(moved.length, 'resource')} moved`, moved.map(({ address, previousAddress }) => `${code(previousAddress ?? '')} → ${code(address)}`)),
        foldedList(`🔵 ${plural(imported.length, 'resource')} imported`, imported.map(({ address, importId }) => `${code(address)} is ${code(redact(importId ?? ''))}`)),
    ];
}
function foldedList(title, lines) {
    return {
        open: `<details><summary>${title}</summary>\n`,
        items: lines.map((text) => ({ text: () => `- ${text}` })),
        separator: '\n',
        close: '\n</details>',
        share: 0.1,
        leftOut: (items) => `… and ${items.length.toLocaleString('en-US')} more.`,
    };
}
/** What Terraform complains of, in its own words; warnings behind a click. */
function diagnosticSections(diagnostics, redact) {
    const items = (severity) => diagnostics
        .filter((one) => one.severity === severity)
        .map((one) => ({ text: () => text_fence('text', visible(redact(describe(one))).split('\n')) }));
    const [errors, warnings] = [items('error'), items('warning')];
    const common = {
        separator: '\n\n',
        share: 0.3,
        leftOut: (left) => `… and ${text_plural(left.length, 'more message')} in the log.`,
    };
    return {
        errors: { ...common, open: '', items: errors, close: '' },
        warnings: {
            ...common,
            open: `<details><summary>⚠️ ${text_plural(warnings.length, 'warning')}</summary>`,
            items: warnings,
            close: '</details>',
        },
    };
}

;// CONCATENATED MODULE: ./src/terraform/render/applied.ts







const MOST_BYTES = 1_000_000;
/** A longer list of what went well opens at a click. */
const MOST_DONE = 20;
/** What an apply did: what failed with which words, what was not tried, what to do next, and what is done. */
function renderApplied(report, options) {
    const { failed, unfinished, notTried } = report;
    const { errors, warnings } = complaints(report, options);
    const name = (address) => text_code(options.redact(address));
    return fit_fit([
        `### ${title(report, options)} · ${text_code(options.stack)}`,
        sentence(report, options),
        aftermath(options),
        applied_list('#### Failed', failed.map((one) => `- ${name(one.address)} ${failure(one)}${words(options.redact(one.message))}`)),
        errors,
        applied_list(`#### Begun, and not heard of again\n\n${UNHEARD}\n`, unfinished.map((one) => `- ${name(one.address)} was being ${wordsOf(one.action).past}${halfway(one)}.`)),
        applied_list('#### Not tried', notTried.map(({ address, action }) => {
            const { sign, past } = wordsOf(action);
            return `- ${sign} ${name(address)} was to be ${past}`;
        })),
        done(report, options),
        warnings,
        footer(options),
    ], MOST_BYTES);
}
const UNHEARD = 'Terraform never said how these ended, so they may exist without being in the state: look for them before the next apply.';
function title({ applied, unfinished }, { outcome }) {
    switch (outcome) {
        case 'applied':
            return '✅ Applied';
        case 'failed':
            return applied.length + unfinished.length > 0 ? '❌ Apply failed in the middle' : '❌ Apply failed';
        case 'cancelled':
            return '⚠️ Apply cancelled';
    }
}
function sentence(report, { outcome, seconds }) {
    const { failed, unfinished, notTried } = report;
    const counts = countsOf(report);
    if (outcome === 'applied')
        return `**Applied:** ${counts || 'no resource had to change'}, in ${duration(seconds)}.`;
    const parts = [
        failed.length > 0 && `**${failed.length} failed**`,
        unfinished.length > 0 && `${unfinished.length} begun and not heard of again`,
        notTried.length > 0 && `${notTried.length} not tried`,
    ].filter((part) => part !== false);
    const left = parts.length === 0 ? '' : `${parts.join(', ')}. `;
    return `${left}Done until then, in ${duration(seconds)}: ${counts || 'nothing'}.`;
}
/** What is done, by kind: `3 created, 1 replaced`. */
function countsOf({ applied }) {
    const counts = new Map();
    for (const { action } of applied) {
        const { past } = wordsOf(action);
        counts.set(past, (counts.get(past) ?? 0) + 1);
    }
    return [...counts].map(([past, count]) => `${count} ${past}`).join(', ');
}
function aftermath({ outcome, aftermath, redact }) {
    if (aftermath.length === 0)
        return '';
    const kind = outcome === 'failed' ? 'CAUTION' : 'WARNING';
    return [`> [!${kind}]`, ...aftermath.map((text) => `> - ${prose(redact(text))}`)].join('\n');
}
function failure(one) {
    const after = one.seconds < 1 ? '' : ` (${duration(one.seconds)})`;
    return `could not be ${wordsOf(one.action).past}${after}${halfway(one)}.`;
}
/** How a replacement stands of which only one step is done. */
function halfway({ action, done }) {
    if (action !== 'replace' || done.length === 0)
        return '';
    return done.includes('delete')
        ? ': **the old one is destroyed, and the new one is not there**'
        : ': the new one is there, and the old one still is';
}
const words = (message) => message === '' ? '' : `\n\n${indent(text_fence('text', wrap(visible(message).split('\n'))))}`;
const indent = (text) => text.replace(/^(?=.)/gm, '  ');
/** Errors that no resource carries, and all warnings. */
function complaints({ diagnostics, failed }, { redact }) {
    const told = new Set(failed.map(({ address }) => address));
    const rest = diagnostics.filter(({ severity, address }) => severity === 'warning' || address === undefined || !told.has(address));
    const { errors, warnings } = diagnosticSections(rest, redact);
    return { errors: { ...errors, open: '#### What Terraform says' }, warnings };
}
function done({ applied }, { outcome, redact }) {
    const lines = applied.map(({ address, action, seconds }) => {
        const { sign, past } = wordsOf(action);
        return `- ${sign} ${text_code(redact(address))} ${past}${seconds < 1 ? '' : `, ${duration(seconds)}`}`;
    });
    const heading = outcome === 'applied' ? '' : '#### Done';
    if (lines.length <= MOST_DONE)
        return applied_list(heading, lines);
    const summary = `<details><summary>✅ ${text_plural(lines.length, 'change')}</summary>\n`;
    return applied_list([heading, summary].join('\n\n').trimStart(), lines, '\n</details>');
}
function applied_list(open, lines, close = '') {
    return {
        open,
        items: lines.map((line) => ({ text: () => line })),
        separator: '\n',
        close,
        share: 0.25,
        leftOut: (items) => `… and ${text_plural(items.length, 'more resource')}.`,
    };
}
/** Why nothing was applied: the plan takes away what holds data, and nobody has allowed it. */
function renderStopped(dangers, stack) {
    return fit([
        `### ⛔ Not applied: data would be destroyed · ${code(stack)}`,
        'Nothing was changed. **What to do:** if the data is to stay, mend the configuration in a pull request; if it may go, allow it in one, as shown below.',
        ...dangerSections(dangers),
    ], MOST_BYTES);
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/terraform/failed.ts

/** A Terraform command that did not come to what it was started for. */
class failed_TerraformFailed extends Error {
    facts;
    name = 'TerraformFailed';
    diagnostics;
    /** The lock that is in the way, or that was left behind. */
    lock;
    constructor(facts, options) {
        const lock = facts.diagnostics.map(lockOf).find((one) => one !== undefined);
        super([headOf(facts), ...failed_wordsOf(facts), advise(facts, lock)].join('\n'), options);
        this.facts = facts;
        this.diagnostics = facts.diagnostics;
        this.lock = lock;
    }
}
function headOf({ command, directory, exit, interrupted }) {
    const end = exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`;
    return `terraform ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`;
}
function failed_wordsOf({ diagnostics, text }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(describe);
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
        return adviseOnLock(lock);
    if (interrupted)
        return 'Run the job again.';
    const advice = ADVICE.find(([pattern]) => pattern.test(words))?.[1];
    return advice ?? `terraform ${command} in ${directory} says the same on your own machine.`;
}
/** Who holds the lock, since when, for what, and how to go on. */
function adviseOnLock({ kind, id, path, operation, who, created }) {
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

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/terraform/process.ts





/** Terraform could not be started at all. */
class TerraformNotStarted extends (/* unused pure expression or super */ null && (Error)) {
    name = 'TerraformNotStarted';
}
/** The run was cancelled before this Terraform was started. */
class Cancelled extends (/* unused pure expression or super */ null && (Error)) {
    name = 'Cancelled';
}
const process_runTerraform = async (args, options) => (await startTerraform(args, options)).ended;
/**
 * Starts Terraform in a process group of its own, which signals to this process's group do not reach.
 *
 * @throws Cancelled, TerraformNotStarted
 */
async function startTerraform(args, options) {
    const { pidFile, interruption } = options;
    const [command = 'terraform'] = args;
    if (interruption?.aborted)
        throw new Cancelled(`terraform ${command} was not started: the run is cancelled`);
    const child = process_open(args, options);
    const exited = exitOf(child);
    const pid = await startOf(child, options);
    writePidFile(pidFile, {
        pid,
        birth: birthOf(pid),
        command,
        directory: options.cwd,
        startedAt: new Date().toISOString(),
        stdoutFile: options.stdoutFile,
        stderrFile: options.stderrFile,
        interrupted: false,
    });
    const interrupt = () => {
        // Not sent to one that has ended: its number may be another's by now.
        if (child.exitCode === null && child.signalCode === null)
            interruptStarted(pidFile);
    };
    interruption?.addEventListener('abort', interrupt);
    const ended = hear(exited, options).finally(() => {
        interruption?.removeEventListener('abort', interrupt);
        removePidFile(pidFile);
    });
    if (interruption?.aborted)
        interrupt();
    return { pid, ended, interrupt };
}
function process_open(args, options) {
    const files = [options.stdoutFile, options.stderrFile].map((path) => openSync(path, 'a', 0o600));
    try {
        return spawn(options.program, args, {
            cwd: options.cwd,
            env: options.env,
            stdio: ['ignore', ...files],
            // Windows gives a detached child a console window of its own, where no interrupt would reach it.
            detached: process.platform !== 'win32',
        });
    }
    finally {
        for (const file of files)
            closeSync(file);
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
            const reason = existsSync(cwd)
                ? causeOf(error)
                : `there is no directory ${cwd}; check working-directory`;
            reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }));
        });
    });
}
function causeOf(error) {
    const code = isRecord(error) ? error['code'] : undefined;
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
        .map(([source, path]) => follow(path, (line) => {
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

;// CONCATENATED MODULE: ./src/terraform/runner.ts







const KEPT_LINES = 40;
const LOCK_TRIES = 5;
/** Where the process of a command is noted while it runs. */
const pidFileIn = (folder) => (0,external_node_path_.join)(folder, 'terraform.json');
/** Runs one command of Terraform after the other in a directory. */
class Runner {
    directory;
    world;
    count = 0;
    constructor(directory, world) {
        this.directory = directory;
        this.world = world;
    }
    /** @throws TerraformFailed, Cancelled, TerraformNotStarted */
    async run(command, read) {
        for (let tries = 1;; tries++) {
            const ran = await this.attempt(command, read);
            // Without the lock, nothing was begun.
            if (isLockGone(ran.diagnostics) && tries < LOCK_TRIES)
                continue;
            if (isAnswered(command, ran))
                return ran;
            throw this.failure(command, ran);
        }
    }
    async attempt(command, read) {
        const heard = new Heard(this.world);
        const options = this.optionsOf(command, (line, source) => {
            heard.line(line, source);
        });
        try {
            const exit = await runTerraform(command.args, options);
            const ran = { exit, diagnostics: heard.diagnostics, text: heard.text };
            if (isAnswered(command, ran))
                await read?.(options.stdoutFile);
            return ran;
        }
        finally {
            // They may hold secrets.
            await Promise.all([options.stdoutFile, options.stderrFile].map((path) => rm(path, { force: true })));
        }
    }
    failure({ args: [command = ''] }, ran, more = {}) {
        const interrupted = this.world.interruption?.aborted ?? false;
        return new TerraformFailed({ command, directory: this.directory, interrupted, ...ran, ...more });
    }
    optionsOf({ args, output, when }, onLine) {
        const { program, env, folder, interruption } = this.world;
        this.count += 1;
        const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`;
        return {
            program,
            env,
            cwd: this.directory,
            stdoutFile: join(folder, `${name}.stdout`),
            stderrFile: join(folder, `${name}.stderr`),
            pidFile: pidFileIn(folder),
            onLine,
            unheard: output === 'document' ? ['stdout'] : [],
            interruption: when === 'always' ? undefined : interruption,
        };
    }
}
function isAnswered({ answers = [0] }, { exit }) {
    return answers === 'any' || answers.includes(exit.exitCode ?? -1);
}
/** What a command said. */
class Heard {
    world;
    diagnostics = [];
    text = [];
    constructor(world) {
        this.world = world;
    }
    line(line, source) {
        const clean = (value) => redactDeep(value, this.world.redact);
        const event = parseLine(source === 'stderr' ? plain(line) : line, clean);
        if (event.kind === 'diagnostic')
            this.diagnostics.push(event.diagnostic);
        if (event.kind === 'text') {
            this.text.push(event.message);
            if (this.text.length > KEPT_LINES)
                this.text.shift();
        }
        this.world.onEvent(event);
    }
}
/** A line without the frame and the colours that Terraform gives to what is meant for a terminal. */
const plain = (line) => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '');

;// CONCATENATED MODULE: ./src/commands/finish.ts






/** The runner gives a cancelled job five minutes in all. */
const PATIENCE_MS = 4 * 60_000;
/** Waits for a Terraform that outlived its step, and tells what became of it; removes what the step left. */
async function finish(folder, world) {
    const pidFile = pidFileIn(folder);
    const started = readPidFile(pidFile);
    try {
        if (started === undefined)
            return undefined;
        world.log.info(`terraform ${started.command} (process ${started.pid}) outlived the step; it is asked to stop and waited for`);
        pid_file_interruptStarted(pidFile);
        const startedMs = world.now();
        const ended = await waitForStarted(started, { limitMs: PATIENCE_MS, ...world });
        const { report, lock } = await readAftermath(started.stdoutFile, (text) => text);
        // Which values are secret died with the step: what Terraform says of a failure stays in its file.
        const told = { ...report, diagnostics: [], failed: report.failed.map((one) => ({ ...one, message: '' })) };
        const aftermath = [
            ended
                ? 'Terraform was asked to stop, ended, and saved its state.'
                : `Terraform is still running as process ${started.pid} and will be killed with the job: its state may be incomplete and its lock may stay.`,
            lock === undefined ? '' : adviseOnLock(lock),
        ].filter((text) => text !== '');
        const summary = renderApplied(told, {
            stack: started.directory,
            terraformVersion: '',
            runUrl: '',
            commit: '',
            seconds: (world.now() - startedMs) / 1000,
            outcome: 'cancelled',
            aftermath,
            redact: (text) => text,
        });
        return { outputs: {}, summary, warnings: aftermath, annotations: [], failure: undefined };
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}


/***/ })

};

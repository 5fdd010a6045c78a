export const id = 851;
export const ids = [851];
export const modules = {

/***/ 851:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/text/json.ts
/** Reports whether a value is an object that is neither null nor an array. */
function json_isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Parses JSON. Returns undefined for invalid JSON. */
function json_parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Parses a JSON object. Returns undefined for anything else. */
function json_parseObject(text) {
    const value = json_parseJson(text);
    return json_isRecord(value) ? value : undefined;
}
/** Returns the value at a path of keys, or undefined where the path ends early. */
function valueAt(value, ...path) {
    return path.reduce((inner, key) => (json_isRecord(inner) ? inner[key] : undefined), value);
}
/** Returns the string at a path of keys, or undefined for any other value. */
function json_textAt(value, ...path) {
    const found = valueAt(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
/** Returns the string at a key, or undefined if it is empty or any other value. */
const nonEmptyTextAt = (value, key) => json_textAt(value, key) || undefined;
/** Returns the number at a path of keys, or undefined for any other value. */
function json_numberAt(value, ...path) {
    const found = valueAt(value, ...path);
    return typeof found === 'number' ? found : undefined;
}
/** Returns the object at a key, or an empty object for any other value. */
function recordAt(value, key) {
    const found = valueAt(value, key);
    return json_isRecord(found) ? found : {};
}
/** Returns an array's items, or none for any other value. */
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
}
/** Returns the objects among an array's items. */
const recordsIn = (value) => itemsOf(value).filter(json_isRecord);

;// CONCATENATED MODULE: ./src/github/context.ts

/** The step was started without what the runner gives to every step. */
class InvalidContext extends Error {
    name = 'InvalidContext';
}
/**
 * Reads what the runner says on the run and the event
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 */
async function readContext(env, readFile) {
    const payload = await readPayload(variable(env, 'GITHUB_EVENT_PATH'), readFile);
    const run = readRun(env, payload);
    const name = variable(env, 'GITHUB_EVENT_NAME');
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return { ...run, ...readPullRequest(name, payload) };
        case 'push':
            return { ...run, event: name, isDefaultBranch: run.ref === defaultRef(payload) };
        case 'merge_group':
            return { ...run, ...readMergeGroup(payload) };
        case 'schedule':
        case 'workflow_dispatch':
            return { ...run, event: name };
        default:
            return { ...run, event: 'other', name };
    }
}
/** A run that looks after a pull request of this repository which did not start it. */
function asPullRequest(run, { number, headSha }) {
    return {
        ...run,
        event: 'pull_request',
        trigger: 'pull_request',
        number,
        headSha,
        baseSha: run.sha,
        baseRef: run.ref.replace(/^refs\/heads\//, ''),
        isFork: false,
        author: run.actor,
    };
}
function readRun(env, payload) {
    const fullName = variable(env, 'GITHUB_REPOSITORY');
    const [owner = '', name = '', ...rest] = fullName.split('/');
    if (owner === '' || name === '' || rest.length > 0) {
        throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' is not owner/name`);
    }
    const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const runId = variable(env, 'GITHUB_RUN_ID');
    const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1';
    const payloadId = json_numberAt(payload, 'repository', 'id')?.toString();
    return {
        repository: {
            owner,
            name,
            id: env['GITHUB_REPOSITORY_ID'] || payloadId || variable(env, 'GITHUB_REPOSITORY_ID'),
        },
        runId,
        runAttempt,
        runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
        serverUrl,
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        actor: env['GITHUB_ACTOR'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        sha: commit(variable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
    };
}
function readPullRequest(trigger, payload) {
    const number = json_numberAt(payload, 'pull_request', 'number');
    const baseRef = json_textAt(payload, 'pull_request', 'base', 'ref');
    if (number === undefined || baseRef === undefined)
        throw lacking(trigger, 'pull_request');
    // The repository of the head is null once the fork is deleted; what is not known to be ours is a fork.
    const headId = json_numberAt(payload, 'pull_request', 'head', 'repo', 'id');
    return {
        event: 'pull_request',
        trigger,
        number,
        headSha: commit(valueAt(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
        baseSha: commit(valueAt(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
        baseRef,
        isFork: headId === undefined || headId !== json_numberAt(payload, 'pull_request', 'base', 'repo', 'id'),
        author: json_textAt(payload, 'pull_request', 'user', 'login') ?? 'ghost',
    };
}
function readMergeGroup(payload) {
    const baseRef = json_textAt(payload, 'merge_group', 'base_ref');
    if (baseRef === undefined)
        throw lacking('merge_group', 'merge_group');
    return {
        event: 'merge_group',
        headSha: commit(valueAt(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
        baseSha: commit(valueAt(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
        baseRef: baseRef.replace(/^refs\/heads\//, ''),
    };
}
function defaultRef(payload) {
    return `refs/heads/${json_textAt(payload, 'repository', 'default_branch') ?? ''}`;
}
async function readPayload(path, readFile) {
    try {
        const payload = JSON.parse(await readFile(path));
        return payload;
    }
    catch (cause) {
        const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${why}; the runner writes it for each event`, {
            cause,
        });
    }
}
function variable(env, name) {
    const value = env[name];
    if (value)
        return value;
    throw new InvalidContext(`${name}: is not set; GitHub's runner sets it, so run this as a step of a workflow, ` +
        'and do not empty the environment before it');
}
/** SHA-1, or SHA-256 where a repository has it. */
function commit(value, name) {
    if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value))
        return value;
    throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not the id of a commit`);
}
function lacking(event, key) {
    return new InvalidContext(`GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}; ` +
        'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must belong together');
}

;// CONCATENATED MODULE: ./src/terraform/apply-progress.ts
/** Changes that only the state sees; Terraform reports no steps for them. */
const SILENT = ['move', 'import', 'remove', 'forget', 'noop'];
/** Follows an apply by its events. */
class apply_progress_ApplyProgress {
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

;// CONCATENATED MODULE: ./src/terraform/diagnostic.ts

/** Reads a diagnostic of `-json` output or of `terraform validate -json`. */
function diagnostic_parseDiagnostic(fields) {
    return {
        severity: fields['severity'] === 'warning' ? 'warning' : 'error',
        summary: json_textAt(fields, 'summary') ?? '',
        detail: (json_textAt(fields, 'detail') ?? '').trim(),
        address: json_textAt(fields, 'address'),
        range: parseRange(recordAt(fields, 'range')),
    };
}
function parseRange(range) {
    const file = json_textAt(range, 'filename');
    const [start, end] = [recordAt(range, 'start'), recordAt(range, 'end')];
    const startLine = json_numberAt(start, 'line');
    if (file === undefined || startLine === undefined)
        return undefined;
    const startColumn = json_numberAt(start, 'column') ?? 1;
    return {
        file,
        startLine,
        startColumn,
        endLine: json_numberAt(end, 'line') ?? startLine,
        endColumn: json_numberAt(end, 'column') ?? startColumn,
    };
}
/** As a person reads it: what, where, why. */
function diagnostic_describe({ severity, summary, detail, address, range }) {
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
function diagnostic_isLockRaceResolved(diagnostics) {
    return diagnostics.some(({ summary, detail }) => LOCK_SUMMARIES.get(summary) === 'held' &&
        detail.includes('PreconditionFailed') &&
        /\.tflock\b[^]*(?:NoSuchKey|StatusCode: 404)/.test(detail));
}
/** The lock that a diagnostic is about; undefined for any other trouble, and when the backend does not tell. */
function diagnostic_lockOf({ summary, detail }) {
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

;// CONCATENATED MODULE: ./src/text/redact.ts

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
    if (!json_isRecord(value))
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

;// CONCATENATED MODULE: ./src/terraform/events.ts


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
function events_parseLine(line, clean = (value) => value) {
    const parsed = line.startsWith('{') ? json_parseObject(line) : undefined;
    const fields = parsed && clean(parsed);
    const type = json_isRecord(fields) ? json_textAt(fields, 'type') : undefined;
    if (!json_isRecord(fields) || type === undefined)
        return { kind: 'text', message: String(clean(line)) };
    const event = kindOf(type, fields);
    const message = json_textAt(fields, '@message') ?? '';
    return { message: event.kind === 'diagnostic' ? diagnostic_describe(event.diagnostic) : message, ...event };
}
function kindOf(type, fields) {
    const step = APPLY_STEPS.get(type);
    if (step !== undefined)
        return applyStep(step, recordAt(fields, 'hook'));
    switch (type) {
        case 'version':
            return { kind: 'version', version: json_textAt(fields, 'terraform') ?? '' };
        case 'planned_change':
            return plannedChange('planned-change', recordAt(fields, 'change'));
        case 'resource_drift':
            return plannedChange('drift', recordAt(fields, 'change'));
        case 'change_summary':
            return summary(recordAt(fields, 'changes'));
        case 'diagnostic':
            return { kind: 'diagnostic', diagnostic: diagnostic_parseDiagnostic(recordAt(fields, 'diagnostic')) };
        case 'provision_progress':
            return provisionerOutput(recordAt(fields, 'hook'));
        case 'outputs':
            return { kind: 'outputs', names: Object.keys(recordAt(fields, 'outputs')) };
        default:
            return { kind: 'other', type };
    }
}
const addressOf = (fields) => json_textAt(recordAt(fields, 'resource'), 'addr') ?? '';
function plannedChange(kind, change) {
    const action = json_textAt(change, 'action') ?? '';
    return { kind, address: addressOf(change), action, reason: json_textAt(change, 'reason') };
}
function applyStep(step, hook) {
    const action = json_textAt(hook, 'action') ?? '';
    const elapsedSeconds = json_numberAt(hook, 'elapsed_seconds') ?? 0;
    return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds };
}
function provisionerOutput(hook) {
    const output = json_textAt(hook, 'output') ?? '';
    return {
        kind: 'provision',
        address: addressOf(hook),
        isSuppressed: /^\(output suppressed due to (?:sensitive|ephemeral)/.test(output),
    };
}
function summary(changes) {
    const count = (key) => json_numberAt(changes, key) ?? 0;
    return {
        kind: 'summary',
        operation: json_textAt(changes, 'operation') ?? '',
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
;// CONCATENATED MODULE: ./src/terraform/follow-file.ts



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
async function follow_file_follow(path, onLine, ended) {
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

;// CONCATENATED MODULE: ./src/terraform/apply-outcome.ts





/** Reads, after the end, what Terraform wrote to its file. */
async function readApplyTranscript(stdoutFile, redact) {
    const progress = new apply_progress_ApplyProgress();
    const clean = (value) => redact_redactDeep(value, redact);
    let version = '';
    await follow_file_follow(stdoutFile, (line) => {
        const event = events_parseLine(line, clean);
        progress.take(event);
        if (event.kind === 'version')
            ({ version } = event);
    }, AbortSignal.abort());
    const report = progress.report();
    return { version, report, lock: report.diagnostics.map(diagnostic_lockOf).find((one) => one !== undefined) };
}
/**
 * Terraform's last word is its count or what went wrong, and it says neither before the state is saved or
 * could not be (backend/local/backend_apply.go).
 */
function stateOutcomeOf(report) {
    const errors = report.diagnostics.filter(isLastWord);
    if (errors.some(({ summary }) => UNSAVED.test(summary)))
        return 'unsaved';
    if (report.summary !== undefined)
        return 'saved';
    if (errors.length === 0)
        return 'unheard';
    const { applied, failed, unfinished } = report;
    return applied.length + failed.length + unfinished.length === 0 ? 'untouched' : 'saved';
}
const UNSAVED = /^Failed to (?:(?:save|persist|serialize) state|create local state file)/;
/** The one error that comes earlier: an interrupted apply saves at once, and again at its end. */
const isLastWord = ({ severity, summary }) => severity === 'error' && summary !== 'Error saving current state';

;// CONCATENATED MODULE: ./src/terraform/json-output.ts


/** V8 has no longer strings. */
const LONGEST_TEXT_BYTES = 0x1fffffe8;
/**
 * A document that Terraform printed, as text.
 * @throws Error when it is too long for any string
 */
async function json_output_readDocument(path, longestBytes = LONGEST_TEXT_BYTES) {
    const { size } = await stat(path);
    if (size <= longestBytes)
        return readFile(path, 'utf8');
    const [megabytes, limit] = [size, longestBytes].map((bytes) => Math.floor(bytes / 1_000_000));
    throw new Error(`Terraform's JSON has ${megabytes ?? 0} MB, and this action can read ${limit ?? 0} MB at most; ` +
        'split the stack into several, or plan a part of it with target');
}
const HEAD_BYTES = 4096;
/** Reads the beginning of a state, and so none of the secrets in it. @returns undefined when there is no state */
async function json_output_readStateHead(path) {
    const file = await open(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
        const head = buffer.toString('utf8', 0, bytesRead);
        const serial = /"serial":\s*(\d+)/.exec(head)?.[1];
        const lineage = /"lineage":\s*"([^"]*)"/.exec(head)?.[1];
        return serial === undefined ? undefined : { serial: Number(serial), lineage: lineage ?? '' };
    }
    finally {
        await file.close();
    }
}
/** Reads `terraform output -json`. */
function json_output_parseOutputs(text) {
    const outputs = new Map();
    for (const [name, output] of Object.entries(parseObject(text) ?? {})) {
        // Whatever is not plainly harmless is a secret.
        if (isRecord(output))
            outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false });
    }
    return outputs;
}
/** Reads `terraform version -json`. @returns undefined when it is something else */
function parseVersionReport(text) {
    return textAt(parseObject(text) ?? {}, 'terraform_version');
}
/** Reads `terraform validate -json`. @returns undefined when it is something else */
function json_output_parseValidation(text) {
    const report = parseObject(text);
    if (report === undefined || numberAt(report, 'error_count') === undefined)
        return undefined;
    const { diagnostics } = report;
    return Array.isArray(diagnostics) ? diagnostics.filter(isRecord) : [];
}

;// CONCATENATED MODULE: ./src/plan/action.ts
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

;// CONCATENATED MODULE: ./src/plan/plan.ts




/** JSON that is not a plan, or not one that this program can vouch for. */
class plan_InvalidPlan extends (/* unused pure expression or super */ null && (Error)) {
    name = 'InvalidPlan';
}
/**
 * Reads what `terraform show -json <plan file>` prints. Fields that it does not know are ignored.
 *
 * @param json the text, or what `JSON.parse` made of it
 * @throws InvalidPlan when it is something else, or lacks what decisions rest on
 */
function plan_parsePlan(json) {
    const plan = typeof json === 'string' ? parseText(json) : json;
    if (!isRecord(plan))
        throw new plan_InvalidPlan('the plan is not a JSON object; give what terraform show -json <plan file> prints');
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
        variables: field(plan, 'variables') ?? {},
        secrets: secretsOf(plan),
    };
}
function parseText(text) {
    try {
        return parseJson(text);
    }
    catch {
        // Without the parser's error as a cause: its words quote the text, in which there may be a secret.
        throw new plan_InvalidPlan(`the plan is not JSON (${text.length} characters); was the output of terraform show -json cut off?`);
    }
}
function checkFormat(plan) {
    const version = textField(plan, 'format_version');
    if (version === undefined) {
        throw new plan_InvalidPlan('the plan has no format_version; give what terraform show -json <plan file> prints');
    }
    if (!version.startsWith('1.')) {
        throw new plan_InvalidPlan(`the plan is in format ${JSON.stringify(version)}, and this action reads 1.x; use a newer action or an older Terraform`);
    }
    if (field(plan, 'values') !== undefined && field(plan, 'planned_values') === undefined) {
        throw new plan_InvalidPlan('this is a state, not a plan; name the plan file: terraform show -json <plan file>');
    }
}
function parseResource(value, at) {
    const address = textField(value, 'address');
    if (address === undefined)
        throw new plan_InvalidPlan(`${at} has no address; the plan is damaged or not one of Terraform's`);
    const where = `the change of ${address}`;
    const type = textField(value, 'type');
    const mode = textField(value, 'mode');
    if (type === undefined || mode === undefined) {
        throw new plan_InvalidPlan(`${where} has no ${type === undefined ? 'type' : 'mode'}, so nobody can tell whether it is safe`);
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
        throw new plan_InvalidPlan(`${where} has no actions; the plan is damaged or not one of Terraform's`);
    const action = actionOf(actions);
    if (action === undefined) {
        throw new plan_InvalidPlan(`${where} has the actions ${JSON.stringify(actions)}, which this action does not know; use a newer one`);
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
/** Change kinds that modify no infrastructure. */
const plan_isQuiet = (kind) => kind === 'no-op' || kind === 'read';
const plan_isMoved = ({ address, previousAddress }) => previousAddress !== undefined && previousAddress !== address;
/** Whether applying the plan touches the resource or the state's record of it. */
const isEffective = (change) => !plan_isQuiet(change.kind) || plan_isMoved(change) || change.importId !== undefined;

;// CONCATENATED MODULE: ./src/terraform/error.ts

/** A Terraform command that did not come to what it was started for. */
class error_TerraformFailed extends Error {
    facts;
    name = 'TerraformFailed';
    diagnostics;
    /** The lock that is in the way, or that was left behind. */
    lock;
    constructor(facts, options) {
        const lock = facts.diagnostics.map(diagnostic_lockOf).find((one) => one !== undefined);
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
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(diagnostic_describe);
    // Terraform repeats some, one for each part that it had to stop.
    return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '');
}
const error_UNSAVED = 'The new state is only in errored.tfstate, beside the configuration: bring it to the backend with terraform state push errored.tfstate before the runner clears its workspace, and before anything else is applied.';
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
        return error_UNSAVED;
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

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./src/terraform/pid-file.ts


/** All at once, so that no reader sees half of it. Synchronous: there may be no later. */
function pid_file_writePidFile(path, started) {
    const draft = `${path}.new`;
    (0,external_node_fs_.writeFileSync)(draft, JSON.stringify(started), { mode: 0o600 });
    (0,external_node_fs_.renameSync)(draft, path);
}
/** @param kept where the note stays */
function pid_file_removePidFile(path, kept) {
    if (kept === undefined)
        rmSync(path, { force: true });
    else
        renameSync(path, kept);
}
/** @returns undefined when there is none, which is how every run should end */
function readPidFile(path) {
    const fields = json_parseObject(read(path) ?? '');
    if (fields === undefined)
        return undefined;
    const { pid, birth } = fields;
    const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) => json_textAt(fields, key));
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
        return json_isRecord(error) && error['code'] === 'EPERM';
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
/** Commands that change nothing (of `state`, only `pull` is run): one that does not stop when it is asked to may be killed. */
const HARMLESS = ['init', 'validate', 'plan', 'show', 'fmt', 'output', 'state'];
const pid_file_isHarmless = (command) => HARMLESS.includes(command);
/** Ends a Terraform at once, with the providers that it has started. */
function pid_file_killStarted(started) {
    if (!isRunning(started))
        return;
    // It leads its group, but on Windows, where there are none.
    process.kill(process.platform === 'win32' ? started.pid : -started.pid, 'SIGKILL');
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

;// CONCATENATED MODULE: ./src/terraform/process.ts





/** Terraform could not be started at all. */
class TerraformNotStarted extends (/* unused pure expression or super */ null && (Error)) {
    name = 'TerraformNotStarted';
}
/** The run was cancelled before this Terraform was started. */
class TerraformCancelled extends (/* unused pure expression or super */ null && (Error)) {
    name = 'TerraformCancelled';
}
const process_runTerraform = async (args, options) => (await startTerraform(args, options)).ended;
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

;// CONCATENATED MODULE: ./src/terraform/output-collector.ts



/** Lines kept of what is not JSON, for the error of a command that failed. */
const KEPT_LINES = 40;
/** Lines held back at most; `TF_LOG=trace` prints millions. */
const HELD_LINES = 20_000;
const UNREADABLE = '(withheld: it may hold secrets, and which values are secret could not be read)';
const OF_PROVISIONER = "(withheld: the provisioner's configuration holds a sensitive value, and this is its command and output; run it where only you can see it)";
/** What a command said. */
class output_collector_OutputCollector {
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
        const clean = (value) => redactDeep(value, this.listener.redact);
        return parseLine(source === 'stderr' ? plain(line) : line, clean);
    }
}
const MAY_TELL_SECRETS = new Set(['diagnostic', 'text']);
function withDetail(diagnostic, detail) {
    const changed = { ...diagnostic, detail };
    return { kind: 'diagnostic', diagnostic: changed, message: describe(changed) };
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
class runner_Runner {
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
            if (isLockRaceResolved(ran.diagnostics) && tries < LOCK_TRIES)
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
            await Promise.all(files.map((path) => rm(path, { force: true })));
        }
    }
    failure({ args: [command = ''] }, ran, more = {}) {
        const interrupted = this.runtime.interruption?.aborted ?? false;
        return new TerraformFailed({ command, directory: this.directory, interrupted, ...ran, ...more });
    }
    optionsOf({ args, output, when }, onLine) {
        const { program, env, folder, interruption } = this.runtime;
        this.count += 1;
        const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`;
        return {
            program,
            env,
            cwd: this.directory,
            stdoutFile: join(folder, `${name}.stdout`),
            stderrFile: join(folder, `${name}.stderr`),
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

;// CONCATENATED MODULE: ./src/terraform/cli.ts














/** What Terraform calls the file, beside the configuration. */
const UNSAVED_STATE = 'errored.tfstate';
/** Terraform in one directory; every argument is its own item, and nothing is read by a shell. */
class Terraform {
    directory;
    runtime;
    runner;
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
        this.runner = new Runner(directory, runtime);
    }
    /** @throws TerraformFailed, and TerraformCancelled when the run was cancelled before; so do all others. */
    async init(options = {}) {
        const hasLockFile = existsSync(join(this.directory, '.terraform.lock.hcl'));
        const args = initArguments(options, { version: this.runtime.version, hasLockFile });
        return (await this.runner.run({ args, output: 'events' })).diagnostics;
    }
    /** @param options.missing what to do about a workspace that is not there yet */
    async selectWorkspace(name, { missing }) {
        const workspace = positional('workspace', name);
        const command = (verb) => ({
            args: ['workspace', verb, '-no-color', workspace],
            output: 'events',
        });
        const select = command('select');
        const ran = await this.runner.run({ ...select, answers: missing === 'create' ? [0, 1] : [0] });
        if (ran.exit.exitCode !== 0)
            await this.runner.run(command('new'));
    }
    /** @returns what is wrong with the configuration; it is valid when none of it is an error */
    async validate() {
        const command = { args: ['validate', '-json'], answers: [0, 1], output: 'document' };
        let found;
        const ran = await this.runner.run(command, async (path) => {
            const reported = parseValidation(await readDocument(path));
            found = reported
                ?.map((one) => redactDeep(one, this.runtime.redact))
                .filter(isRecord)
                .map(parseDiagnostic);
        });
        if (found === undefined)
            throw this.runner.failure(command, ran);
        return found;
    }
    /** @returns the files that `terraform fmt` would change, relative to the directory */
    async fmtCheck() {
        const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color'];
        // 3 is a file that is not formatted, 2 one that cannot be read.
        const text = await this.text({ args, answers: [0, 3], output: 'document' });
        return text.split(/\r?\n/).filter((line) => line !== '');
    }
    /** Plans into a file and reads it, whose secrets are kept from all that is told. @throws InvalidPlan too */
    async plan(planFile, options = {}) {
        let plan;
        const read = async () => {
            // A plan that fails leaves a file as well, unless it failed before it looked at any value.
            if (plan !== undefined || !existsSync(planFile))
                return;
            plan = parsePlan(await this.show(planFile));
            this.runtime.learn(plan.secrets);
        };
        await rm(planFile, { force: true });
        const args = planArguments(planFile, options);
        const ran = await this.runner.run({ args, answers: [0, 2], output: 'events', learnSecrets: read });
        await read();
        if (plan === undefined)
            throw new InvalidPlan(`terraform plan left no file ${planFile}`);
        return { plan, hasChanges: ran.exit.exitCode === 2, diagnostics: ran.diagnostics };
    }
    /** @returns the JSON of a plan file, secrets and all, or of the state. Also after a cancellation */
    async show(planFile) {
        const file = planFile === undefined ? [] : [positional('plan file', planFile)];
        return this.text({ args: ['show', '-json', '-no-color', ...file], output: 'document', when: 'always' });
    }
    /** Applies exactly what is in the plan file. @throws TerraformCancelled when the run was cancelled before it began */
    async apply(planFile, options = {}) {
        const progress = new ApplyProgress();
        const { runtime, directory } = this;
        const runner = new Runner(directory, {
            ...runtime,
            onEvent: (event) => {
                progress.take(event);
                runtime.onEvent(event);
            },
        });
        const command = {
            args: applyArguments(planFile, options),
            answers: 'any',
            output: 'events',
            // What the apply has made may be secret too: a password, a key.
            learnSecrets: async () => {
                // A state that could not be saved in the backend is in a file, and what the backend has is older.
                const isUnsaved = existsSync(join(directory, UNSAVED_STATE));
                const state = await this.show(isUnsaved ? UNSAVED_STATE : undefined);
                runtime.learn(secretsOfState(parseJson(state)));
            },
        };
        const ran = await runner.run(command);
        const succeeded = ran.exit.exitCode === 0;
        return {
            succeeded,
            exit: ran.exit,
            interrupted: runtime.interruption?.aborted ?? false,
            report: progress.report(),
            lock: ran.diagnostics.map(lockOf).find((one) => one !== undefined),
            unsavedState: this.unsavedState(ran.diagnostics),
            failure: succeeded ? undefined : runner.failure(command, ran),
        };
    }
    async output() {
        const args = ['output', '-json', '-no-color'];
        return parseOutputs(await this.text({ args, output: 'document', when: 'always' }));
    }
    /** Which version of the state the backend has; undefined when it has none. Also after a cancellation. */
    async stateHead() {
        let head;
        await this.runner.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
            head = await readStateHead(path);
        });
        return head;
    }
    /** Takes a lock away, whoever holds it. Also after a cancellation. */
    async forceUnlock(id) {
        const args = ['force-unlock', '-force', '-no-color', positional('lock id', id)];
        await this.runner.run({ args, output: 'events', when: 'always' });
    }
    /** Puts a state into the backend, unless what it has is another one or newer. Also after a cancellation. */
    async pushState(file) {
        // Terraform works in its own directory.
        const args = ['state', 'push', positional('state file', resolve(file))];
        await this.runner.run({ args, output: 'events', when: 'always' });
    }
    async text(command) {
        let text = '';
        await this.runner.run(command, async (path) => {
            text = await readDocument(path);
        });
        return text;
    }
    unsavedState(diagnostics) {
        const path = join(this.directory, UNSAVED_STATE);
        const isNamed = diagnostics.some(({ detail }) => detail.includes(UNSAVED_STATE));
        return isNamed && existsSync(path) ? path : undefined;
    }
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/text/markdown.ts

const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function markdown_code(text) {
    const line = (0,sanitize/* escapeToLine */.Tz)(text);
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
const markdown_htmlCode = (text) => `<code>${escapeHtml(escapeToLine(text))}</code>`;
/** The backticks between which these lines are only text: more than any run within them. */
const markdown_fenceFor = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Lines that GitHub shows as they are. */
function markdown_fence(language, lines) {
    const ticks = markdown_fenceFor(lines);
    return [`${ticks}${language}`, ...lines.map(inert), ticks].join('\n');
}
/** Should the text be printed to a log as well, the line is no command for the runner, which trims it before it looks. */
const inert = (line) => line.replace(/^(\s*):(?=:)/, '$1: ');
/** A block that opens at a click. */
const markdown_folded = (summary, body) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
function markdown_plural(number, noun) {
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
    const left = markdown_plural(text.length - shown.length, 'more character');
    return escapeInvisible(`${start === 0 ? '' : '…'}${shown}… (${left})`);
}
/** Escapes untrusted text as running text: every Markdown mark, and no mention, issue number or address is linked. */
function prose(text) {
    const line = escapeInvisible(text.replace(/\s+/g, ' '));
    return keepUnlinked(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'));
}
// GitHub links mentions and issue numbers after it has rendered Markdown; an HTML comment in between prevents that.
const keepUnlinked = (text) => text.replace(/[@#]/g, '$&<!-- -->');
/** Commands that a reader may want to copy. */
const COMMAND = /(terraform (?:force-unlock|state push) [^\s.;,]+(?:[.;,][^\s.;,]+)*)/;
/** Escapes a sentence that contains untrusted text and shows Terraform commands in it as code. */
function proseWithCommands(sentence) {
    return (0,sanitize/* escapeToLine */.Tz)(sentence)
        .split(COMMAND)
        .map((part, index) => (index % 2 === 1 ? markdown_code(part) : escapeMarks(part)))
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

;// CONCATENATED MODULE: ./src/report/action-words.ts

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
const action_words_wordsOf = (action) => WORDS.get(action) ?? { sign: '⚪', past: `changed (${markdown_code(action)})` };

;// CONCATENATED MODULE: ./src/review/stateful-types.ts
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
    [
        'it holds resources of its own, with what is in them',
        'aws_cloudformation_stack aws_cloudformation_stack_set',
    ],
];
/** Why a resource of the type must not go by accident, by type. */
const stateful_types_STATEFUL_TYPES = new Map(GROUPS.flatMap(([reason, types]) => types.split(/\s+/).map((type) => [type, reason])));

;// CONCATENATED MODULE: ./src/review/destroy-guard.ts



/** The stateful resources that the plan deletes, replaces or forgets, in the plan's order. */
function findDestructiveChanges(plan, options) {
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
const destroy_guard_blockingChanges = (dangers) => dangers.filter(({ verdict }) => verdict === 'stop');
/** What to write in the input `allow-destroy` to let these through: those that are allowed already stay in it. */
function destroy_guard_allowDestroyLines(dangers) {
    if (destroy_guard_blockingChanges(dangers).length === 0)
        return [];
    return [...new Set(dangers.filter(({ verdict }) => verdict !== 'mention').map(({ address }) => address))];
}
/** Returns a warning per address of `allow-destroy` that the plan does not destroy: left there, it permits a later accident. */
function unusedAllowances(dangers, allow) {
    const used = new Set(dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address));
    return allow
        .map((address) => address.trim())
        .filter((address) => address !== '' && !used.has(address))
        .map((address) => `allow-destroy lists ${address}, which this plan does not destroy: remove it`);
}

;// CONCATENATED MODULE: ./src/report/destructive-changes.ts




/** The stateful resources that the plan takes away, and what lets them go. */
function destructive_changes_dangerSections(dangers, redact = (text) => text) {
    if (dangers.length === 0)
        return [];
    return [destructive_changes_alert(dangers), list(dangers, redact), ...allowance(dangers)];
}
function destructive_changes_alert(dangers) {
    const stopped = blockingChanges(dangers);
    const allowed = dangers.filter(({ verdict }) => verdict === 'allowed');
    if (stopped.length > 0) {
        const what = `${plural(stopped.length, 'stateful resource')} would be destroyed, with ${stopped.length === 1 ? 'what is in it' : 'all that is in them'}.`;
        const more = allowed.length === 0 ? '' : ` \`allow-destroy\` lets ${allowed.length} more go.`;
        return `> [!CAUTION]\n> **${what}** The apply stops before that, unless ${stopped.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.${more}`;
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
    const addresses = allowDestroyLines(dangers);
    if (addresses.length === 0)
        return [];
    const ticks = fenceFor(addresses);
    return [
        {
            open: `To let this happen, give both \`plan\` and \`apply\` this input:\n\n${ticks}yaml\nallow-destroy: |`,
            items: addresses.map((address) => ({ text: () => `  ${escapeToLine(address)}` })),
            separator: '\n',
            close: ticks,
            share: 0.2,
            leftOut: (items) => `… and ${plural(items.length, 'more resource')}.`,
        },
    ];
}

;// CONCATENATED MODULE: ./src/report/fit.ts
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

;// CONCATENATED MODULE: ./src/report/footer.ts

/** Where a text comes from, in small print; Markdown is read within `<sub>`, unlike within `<summary>`. */
function footer({ terraformVersion, commit, runUrl, rest = '' }) {
    const parts = [
        terraformVersion && `Terraform ${markdown_code(terraformVersion)}`,
        commit && `commit ${markdown_code(commit.slice(0, 7))}`,
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

;// CONCATENATED MODULE: ./src/report/diff/line.ts
const NO_LABEL = { text: '', after: '' };
const line_formatLine = ({ mark, depth, text }) => `${mark} ${'  '.repeat(depth)}${text}`.trimEnd();
const line = (mark, depth, text) => ({ mark, depth, text });
const remark = (depth, text) => line(' ', depth, `# ${text}`);

;// CONCATENATED MODULE: ./src/report/resource.ts





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
function resource_memoize(make) {
    let made;
    return () => (made ??= make());
}

;// CONCATENATED MODULE: ./src/report/sections.ts






/** All outputs together, for each by itself is a line. */
function outputSection(plan, attributes) {
    const changes = plan.outputs.filter(({ kind }) => !isQuiet(kind));
    const outputs = plural(changes.length, 'output');
    const text = () => folded(`🟣 ${outputs}`, fence('diff', attributes.writeOutputs(changes).map(formatLine)));
    return {
        open: '',
        items: changes.length === 0 ? [] : [{ text: memoize(text) }],
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
        items: changes.map((change) => ({ text: memoize(() => renderDrift(change, attributes)) })),
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
        .map((one) => ({ text: () => markdown_fence('text', (0,sanitize/* escapeInvisible */.ts)(redact(diagnostic_describe(one))).split('\n')) }));
    const [errors, warnings] = [items('error'), items('warning')];
    const common = {
        separator: '\n\n',
        share: 0.3,
        leftOut: (left) => `… and ${markdown_plural(left.length, 'more message')} in the log.`,
    };
    return {
        errors: { ...common, open: '', items: errors, close: '' },
        warnings: {
            ...common,
            open: `<details><summary>⚠️ ${markdown_plural(warnings.length, 'warning')}</summary>`,
            items: warnings,
            close: '</details>',
        },
    };
}

;// CONCATENATED MODULE: ./src/report/apply.ts







const MOST_BYTES = 1_000_000;
/** A longer list of what went well opens at a click. */
const MOST_DONE = 20;
/** What an apply did: what failed with which words, what was not tried, what to do next, and what is done. */
function renderApplied(report, options) {
    const { failed, unfinished, notTried } = report;
    const { errors, warnings } = complaints(report, options);
    const name = (address) => markdown_code(options.redact(address));
    return fit_fit([
        `### ${title(report, options)} · ${markdown_code(options.stack)}`,
        sentence(report, options),
        aftermath(options),
        apply_list('#### Failed', failed.map((one) => `- ${name(one.address)} ${failure(one)}${words(options.redact(one.message))}`)),
        errors,
        apply_list(`#### Begun, and not heard of again\n\n${UNHEARD}\n`, unfinished.map((one) => `- ${name(one.address)} was being ${action_words_wordsOf(one.action).past}${halfway(one)}.`)),
        apply_list('#### Not tried', notTried.map(({ address, action }) => {
            const { sign, past } = action_words_wordsOf(action);
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
        const { past } = action_words_wordsOf(action);
        counts.set(past, (counts.get(past) ?? 0) + 1);
    }
    return [...counts].map(([past, count]) => `${count} ${past}`).join(', ');
}
function aftermath({ outcome, aftermath, redact }) {
    if (aftermath.length === 0)
        return '';
    const kind = outcome === 'failed' ? 'CAUTION' : 'WARNING';
    return [`> [!${kind}]`, ...aftermath.map((text) => `> - ${proseWithCommands(redact(text))}`)].join('\n');
}
function failure(one) {
    const after = one.seconds < 1 ? '' : ` (${duration(one.seconds)})`;
    return `could not be ${action_words_wordsOf(one.action).past}${after}${halfway(one)}.`;
}
/** How a replacement stands of which only one step is done. */
function halfway({ action, done }) {
    if (action !== 'replace' || done.length === 0)
        return '';
    return done.includes('delete')
        ? ': **the old one is destroyed, and the new one is not there**'
        : ': the new one is there, and the old one still is';
}
const words = (message) => message === '' ? '' : `\n\n${indent(markdown_fence('text', wrap((0,sanitize/* escapeInvisible */.ts)(message).split('\n'))))}`;
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
        const { sign, past } = action_words_wordsOf(action);
        return `- ${sign} ${markdown_code(redact(address))} ${past}${seconds < 1 ? '' : `, ${duration(seconds)}`}`;
    });
    const heading = outcome === 'applied' ? '' : '#### Done';
    if (lines.length <= MOST_DONE)
        return apply_list(heading, lines);
    const summary = `<details><summary>✅ ${markdown_plural(lines.length, 'change')}</summary>\n`;
    return apply_list([heading, summary].join('\n\n').trimStart(), lines, '\n</details>');
}
function apply_list(open, lines, close = '') {
    return {
        open,
        items: lines.map((line) => ({ text: () => line })),
        separator: '\n',
        close,
        share: 0.25,
        leftOut: (items) => `… and ${markdown_plural(items.length, 'more resource')}.`,
    };
}
/** Why nothing was applied: the plan takes away what holds data, and nobody has allowed it. */
function renderStopped(dangers, stack) {
    return fit([
        `### ⛔ Not applied: data would be destroyed · ${code(stack)}`,
        'Nothing was changed. **What to do:** if the data is to stay, fix the configuration in a pull request; if it may go, allow it in one, as shown below.',
        ...dangerSections(dangers),
    ], MOST_BYTES);
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/aws/error.ts


/** A call to AWS that failed; the message says which, why, and what to do. */
class AwsError extends Error {
    facts;
    name = 'AwsError';
    operation;
    code;
    requestId;
    constructor(facts, options = {}) {
        super(`${error_sentence(facts)}. ${options.advice ?? error_advise(facts)}`, options);
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
    const fields = json_isRecord(error) ? error : { message: String(error) };
    const metadata = json_isRecord(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,sanitize/* toPrintableLine */.Ld)(textIn(metadata, 'requestId'));
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
    const words = (0,sanitize/* toPrintableLine */.Ld)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,sanitize/* toPrintableLine */.Ld)(code), status, requestId, words };
}
function textIn(fields, name) {
    return typeof fields[name] === 'string' ? fields[name] : '';
}
function error_sentence({ action, code, status, requestId, words }) {
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
const error_ADVICE = [
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
function error_advise(facts) {
    const advice = error_ADVICE.find(([code]) => code.test(facts.code))?.[1];
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

;// CONCATENATED MODULE: ./src/aws/client.ts
const MAX_ATTEMPTS = 5;
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
/**
 * The settings that every client of the AWS SDK gets: five attempts (or `AWS_MAX_ATTEMPTS`), time limits,
 * the endpoint of `AWS_ENDPOINT_URL_<SERVICE>` or `AWS_ENDPOINT_URL`, and the proxy.
 * S3 at such an endpoint is asked by path: a bucket is no part of a host that somebody else named.
 */
async function clientSettings(service, session, runtime) {
    const { env } = runtime;
    // The SDK's switch for its notice on Node versions; the runner chooses Node, so its users can't heed it.
    env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
    const ignored = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true';
    const endpoint = ignored ? '' : env[`AWS_ENDPOINT_URL_${service}`] || env['AWS_ENDPOINT_URL'];
    const attempts = Number(env['AWS_MAX_ATTEMPTS']);
    return {
        region: session.region,
        retryMode: 'standard',
        maxAttempts: Number.isInteger(attempts) && attempts > 0 ? attempts : MAX_ATTEMPTS,
        requestHandler: await requestHandler(runtime.proxyUrl?.bind(runtime)),
        ...(session.credentials !== undefined && { credentials: session.credentials }),
        ...(endpoint && { endpoint }),
        ...(endpoint && service === 'S3' && { forcePathStyle: true }),
    };
}
/** Chooses the proxy by the URL of each request: only the SDK knows the host that region and environment lead to. */
async function requestHandler(proxyUrl) {
    const { NodeHttpHandler } = await __webpack_require__.e(/* import() */ 279).then(__webpack_require__.t.bind(__webpack_require__, 1279, 19));
    if (proxyUrl === undefined)
        return new NodeHttpHandler(TIMEOUTS);
    const { HttpsProxyAgent } = await __webpack_require__.e(/* import() */ 659).then(__webpack_require__.bind(__webpack_require__, 7659));
    const proxied = new Map();
    const through = (proxy) => {
        const known = proxied.get(proxy);
        if (known !== undefined)
            return known;
        const agent = new HttpsProxyAgent(proxy, { keepAlive: true });
        const handler = new NodeHttpHandler({ ...TIMEOUTS, httpAgent: agent, httpsAgent: agent });
        proxied.set(proxy, handler);
        return handler;
    };
    return new (class extends NodeHttpHandler {
        handle(...[request, options]) {
            const port = request.port === undefined ? '' : `:${request.port}`;
            const proxy = proxyUrl(new URL(`${request.protocol}//${request.hostname}${port}${request.path}`));
            return proxy === undefined ? super.handle(request, options) : through(proxy).handle(request, options);
        }
        destroy() {
            for (const handler of proxied.values())
                handler.destroy();
            super.destroy();
        }
    })(TIMEOUTS);
}

;// CONCATENATED MODULE: ./src/aws/role.ts
/** A role or an account that cannot be meant; nothing was asked of AWS for it. */
class InvalidRole extends Error {
    name = 'InvalidRole';
}
const ROLE_ARN = /^arn:(aws(?:-[a-z]+)*):iam::(\d{12}):role\/[!-~]+$/;
/** Partitions by the prefix of their regions; isolated regions are left to AWS to judge. */
const PARTITIONS = [
    [/^cn-/, 'aws-cn'],
    [/^us-gov-/, 'aws-us-gov'],
    [/^eusc-/, 'aws-eusc'],
    [/^(?:us|eu)-iso/, ''],
    [/^/, 'aws'],
];
/**
 * Reads a role's ARN and refuses, before anything is asked of AWS, one that cannot be meant.
 *
 * @throws InvalidRole with a sentence when the ARN has another form, belongs to another partition than the region,
 * or to an account that is not among `allowedAccountIds` (an empty list allows every account).
 */
function checkRole(request) {
    const { roleArn, region, allowedAccountIds } = request;
    const match = ROLE_ARN.exec(roleArn);
    const [, partition, accountId] = match ?? [];
    if (partition === undefined || accountId === undefined) {
        throw new InvalidRole(`role-to-assume: '${roleArn}' is not the ARN of a role; it looks like arn:aws:iam::123456789012:role/langfuse-deploy`);
    }
    const expected = PARTITIONS.find(([prefix]) => prefix.test(region))?.[1] ?? '';
    if (expected !== '' && expected !== partition) {
        throw new InvalidRole(`role-to-assume: ${roleArn} belongs to partition ${partition}, but aws-region ${region} to ${expected}; ` +
            `use a role and a region of the same partition`);
    }
    checkAccount(accountId, allowedAccountIds, `role-to-assume ${roleArn}`);
    return { arn: roleArn, partition, accountId };
}
/**
 * @param source what led to the account, as the beginning of a sentence
 * @throws InvalidRole naming the account and the allowed ones; never for an empty list
 */
function checkAccount(accountId, allowed, source) {
    if (allowed.length === 0 || allowed.includes(accountId))
        return;
    throw new InvalidRole(`${source} leads to account ${accountId}, but allowed-account-ids has only ${allowed.join(', ')}; ` +
        `correct whichever of the two is wrong`);
}
/** The audience that AWS's guides tell people to register for GitHub's identity provider. */
function audienceOf(region) {
    return region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

;// CONCATENATED MODULE: ./src/aws/session.ts



/**
 * A session with the credentials that the step was given: environment, profile, container, instance.
 * AWS is asked for the account (`sts:GetCallerIdentity`) only when there is a list to compare it with;
 * without one, missing credentials come to light at the first call.
 *
 * @throws AwsError when there are no credentials, or AWS does not accept them; Error when the account is not allowed
 */
async function ambientSession(request, runtime) {
    const { region, allowedAccountIds } = request;
    const session = { region, accountId: undefined, credentials: undefined };
    if (allowedAccountIds.length === 0)
        return session;
    const accountId = await callerAccount(session, runtime);
    checkAccount(accountId, allowedAccountIds, 'The step runs with AWS credentials whose identity');
    return { ...session, accountId };
}
async function callerAccount(session, runtime) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient(await clientSettings('STS', session, runtime));
    try {
        const { Account } = await client.send(new GetCallerIdentityCommand({}));
        if (Account !== undefined)
            return Account;
    }
    catch (error) {
        throw new AwsError(factsOf(error, 'sts:GetCallerIdentity'), { cause: error });
    }
    finally {
        client.destroy();
    }
    throw new AwsError(incomplete('sts:GetCallerIdentity', 'an account'));
}

;// CONCATENATED MODULE: ./src/aws/state-backend.ts


const DEFAULT_WORKSPACE = 'default';
/**
 * The S3 backend of a root module, as `terraform init` left it in the module's data directory.
 * @returns undefined before `init`, without a backend and with one of another type
 */
async function readBackend(directory, { env, readFile }) {
    const data = (name) => readFile((0,external_node_path_.resolve)(directory, env['TF_DATA_DIR'] || '.terraform', name)).catch(absent);
    const config = s3Config((await data('terraform.tfstate')) ?? '');
    if (config === undefined)
        return undefined;
    const { bucket, key, region, workspace_key_prefix: prefix, use_lockfile: hasLockFile } = config;
    if (typeof bucket !== 'string' || typeof key !== 'string')
        return undefined;
    // https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals
    const workspace = env['TF_WORKSPACE'] || (await data('environment'))?.trim() || DEFAULT_WORKSPACE;
    return {
        bucket,
        key: workspace === DEFAULT_WORKSPACE ? key : `${state_backend_text(prefix) ?? 'env:'}/${workspace}/${key}`,
        region: state_backend_text(region),
        workspace,
        hasLockFile: hasLockFile === true,
    };
}
/** `.terraform/terraform.tfstate` has the form of an old state, with the backend's settings in place of resources. */
function s3Config(body) {
    const file = json_parseJson(body);
    const backend = json_isRecord(file) ? file['backend'] : undefined;
    if (!json_isRecord(backend) || backend['type'] !== 's3')
        return undefined;
    return json_isRecord(backend['config']) ? backend['config'] : undefined;
}
function state_backend_text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function absent(error) {
    if (json_isRecord(error) && error['code'] === 'ENOENT')
        return undefined;
    throw error;
}

;// CONCATENATED MODULE: ./src/aws/bucket-error.ts

/** What the SDK threw, with the object's name and a next step that fits a bucket. */
function notDone(error, action, object) {
    if (error instanceof AwsError)
        return error;
    const facts = factsOf(error, action);
    const words = `${facts.words.replace(/\.$/, '')}: s3://${object.bucket}/${object.key}`;
    return new AwsError({ ...facts, words }, { cause: error, advice: bucket_error_advise(facts, object) });
}
function tooLarge(object, bytes, maxBytes) {
    const facts = {
        action: 's3:GetObject',
        code: 'TooLarge',
        status: 200,
        words: `s3://${object.bucket}/${object.key} has ${bytes} bytes, and at most ${maxBytes} are read`,
    };
    return new AwsError(facts, {
        advice: 'Something else than this action wrote it; look at it and delete it.',
    });
}
function bucket_error_advise(facts, { bucket, key }) {
    if (facts.code === 'NoSuchBucket') {
        return (`There is no bucket ${bucket} (terraform/bootstrap makes one for the state): ` +
            "correct plan-records or the backend's bucket, and check that the role is in the bucket's account.");
    }
    if (!isDenied(facts))
        return undefined;
    const permission = missingPermission(facts);
    if (permission.startsWith('kms:')) {
        return `Allow ${permission} on the key that encrypts bucket ${bucket}, in a policy of the role and in the key's.`;
    }
    if (permission === 's3:ListBucket')
        return `Allow s3:ListBucket on bucket ${bucket}. ${WITHOUT_LIST}`;
    const folder = key.slice(0, key.indexOf('/') + 1);
    const allow = `Allow ${permission} on the objects ${folder}* of bucket ${bucket} in a policy of the role, and look for a Deny in the bucket's.`;
    return permission === 's3:GetObject'
        ? `${allow} Allow s3:ListBucket on the bucket too. ${WITHOUT_LIST}`
        : allow;
}
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions".
const WITHOUT_LIST = 'Without it, S3 denies access to an object that is merely not there.';

;// CONCATENATED MODULE: ./src/aws/bucket.ts



/** Small texts in one bucket. */
class Bucket {
    name;
    session;
    runtime;
    connected;
    constructor(name, session, runtime) {
        this.name = name;
        this.session = session;
        this.runtime = runtime;
    }
    /**
     * @returns undefined when there is no such object
     * @throws AwsError, also for an object of more than `maxBytes`
     */
    async read(key, maxBytes) {
        const { GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        try {
            const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key }));
            if (Body === undefined || ContentLength === undefined) {
                throw new AwsError(incomplete('s3:GetObject', 'the object or its length'));
            }
            if (ContentLength <= maxBytes)
                return await Body.transformToString();
            if ('destroy' in Body)
                Body.destroy();
            throw tooLarge({ bucket: this.name, key }, ContentLength, maxBytes);
        }
        catch (error) {
            if (factsOf(error, '').code === 'NoSuchKey')
                return undefined;
            throw notDone(error, 's3:GetObject', { bucket: this.name, key });
        }
    }
    /**
     * The first bytes of a text, however long it is.
     * @returns undefined when there is no such object
     * @throws AwsError
     */
    async readHead(key, bytes) {
        const { GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        const range = { Range: `bytes=0-${bytes - 1}` };
        try {
            const { Body } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key, ...range }));
            return await Body?.transformToString();
        }
        catch (error) {
            if (factsOf(error, '').code === 'NoSuchKey')
                return undefined;
            throw notDone(error, 's3:GetObject', { bucket: this.name, key });
        }
    }
    /**
     * Puts a JSON text in place of whatever was there, encrypted as the bucket has it.
     * @throws AwsError
     */
    async write(key, body) {
        const { PutObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        const object = { Key: key, Body: body, ContentType: 'application/json' };
        try {
            await client.send(new PutObjectCommand({ Bucket: this.name, ...object }));
        }
        catch (error) {
            throw notDone(error, 's3:PutObject', { bucket: this.name, key });
        }
    }
    async client() {
        // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
        await this.session.credentials?.();
        this.connected ??= this.connect();
        return this.connected;
    }
    async connect() {
        const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const settings = await clientSettings('S3', this.session, this.runtime);
        // A state bucket may be in another region than the stack.
        return new S3Client({ ...settings, followRegionRedirects: true });
    }
}

;// CONCATENATED MODULE: ./src/aws/state-serial.ts

/** The serial stands before the first resource, and with it before the first secret. */
const state_serial_HEAD_BYTES = 1024;
/**
 * Reads which version of a state there is; the number grows with every change.
 *
 * @returns undefined when there is no state, or it does not begin as Terraform's does
 * @throws AwsError
 */
async function readSerial(state, session, runtime) {
    const head = await new Bucket(state.bucket, session, runtime).readHead(state.key, state_serial_HEAD_BYTES);
    const serial = /"serial":\s*(\d+)/.exec(head ?? '')?.[1];
    return serial === undefined ? undefined : Number(serial);
}

;// CONCATENATED MODULE: ./src/aws/state-lock.ts



const SUFFIX = '.tflock';
const state_lock_MOST_BYTES = 64 * 1024;
/**
 * Reads the lock that Terraform's S3 backend keeps beside a state (`use_lockfile`).
 * Taking it away is Terraform's own business (`terraform force-unlock`).
 *
 * @returns undefined when nobody holds it
 * @throws AwsError
 */
async function readLock(state, session, runtime) {
    const body = await new Bucket(state.bucket, session, runtime).read(`${state.key}${SUFFIX}`, state_lock_MOST_BYTES);
    if (body === undefined)
        return undefined;
    // Whatever is in it, the object itself is the lock.
    const parsed = json_parseJson(body);
    const lock = json_isRecord(parsed) ? parsed : {};
    const line = (name) => {
        const value = lock[name];
        return typeof value === 'string' ? (0,sanitize/* toPrintableLine */.Ld)(value) : '';
    };
    const created = new Date(line('Created'));
    return {
        id: line('ID'),
        operation: line('Operation'),
        info: line('Info'),
        who: line('Who'),
        version: line('Version'),
        created: Number.isNaN(created.getTime()) ? undefined : created,
        path: line('Path'),
    };
}

;// CONCATENATED MODULE: ./src/commands/stack/state-status.ts






const NOT_IN_S3 = 'the state is not in S3, so only terraform state pull tells';
/** Asks S3 itself, which takes a fraction of the time that Terraform takes for it, and none of the state's secrets. */
async function readRemoteState(directory, runtime, sessionFor = (region) => ambient(region, runtime)) {
    try {
        const backend = await readBackend(directory, runtime);
        if (backend === undefined)
            return { reason: NOT_IN_S3 };
        const region = backend.region ?? runtime.env['AWS_REGION'] ?? 'us-east-1';
        const session = { ...(await sessionFor(region)), region };
        const aws = awsWorld(runtime);
        const lock = backend.hasLockFile ? ((await readLock(backend, session, aws)) ?? 'none') : undefined;
        return { serial: await readSerial(backend, session, aws), lock };
    }
    catch (error) {
        return { reason: error instanceof Error ? error.message : String(error) };
    }
}
const awsWorld = ({ env, log, proxyUrl }) => ({ env, mask: log.mask, proxyUrl });
const ambient = (region, runtime) => ambientSession({ region, allowedAccountIds: [] }, awsWorld(runtime));
/** What became of the state. */
function describeState({ fate, kept, unsavedState }) {
    const serial = 'reason' in kept ? undefined : kept.serial;
    const unknown = 'reason' in kept ? `the serial could not be read: ${end(kept.reason)}` : 'there is none.';
    switch (fate) {
        case 'saved':
            return serial === undefined
                ? `Terraform has saved the state; ${unknown}`
                : `The state is saved, with serial ${serial}.`;
        case 'untouched':
            return serial === undefined
                ? 'The state was not touched.'
                : `The state was not touched and has serial ${serial}.`;
        case 'unsaved': {
            const older = serial === undefined ? '' : ` What the backend has, serial ${serial}, is older.`;
            return unsavedState === undefined
                ? `The state could not be saved, not even in a file: what is done below may have to be imported.${older}`
                : `The state could not be saved in the backend. It is in ${unsavedState}: keep that file, and beside the configuration terraform state push errored.tfstate before anything else is applied.${older}`;
        }
        case 'unheard': {
            const has = serial === undefined ? `Of what the backend has, ${unknown}` : `The backend has serial ${serial}.`;
            return `Terraform was killed before it said that the state is saved. ${has} What was done last may be missing there: compare terraform state list with what is done below, and import what it lacks.`;
        }
    }
}
const end = (sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`);
/** Who has the state locked, if that is known. @param isOwn whether a lock is one that this run took */
function describeRemoteLock(kept, isOwn) {
    if ('reason' in kept)
        return kept.reason === NOT_IN_S3 ? '' : UNKNOWN_LOCK;
    const { lock } = kept;
    if (lock === undefined)
        return '';
    if (lock === 'none')
        return 'The state is not locked.';
    const created = lock.created?.toISOString() ?? '';
    return lockAdvice({ ...lock, created, kind: isOwn(lock) ? 'left' : 'held' });
}
const UNKNOWN_LOCK = 'Whether the state is locked could not be read either; the next run says so.';
/** What to do next. */
function nextStep(fate, outcome) {
    const first = fate === 'unsaved' || fate === 'unheard' ? 'After that, ' : '';
    const again = 'run the job again: what is done stays done, the plan will hold the rest.';
    const step = outcome === 'failed' ? `fix the cause and ${again}` : again;
    return first === '' ? step.charAt(0).toUpperCase() + step.slice(1) : first + step;
}
/** A lock is held by `user@host`; a Terraform that is dead was on this one. */
const isOfThisMachine = ({ who }) => who.endsWith(`@${(0,external_node_os_.hostname)()}`);

;// CONCATENATED MODULE: ./src/aws/access-denied.ts


const NAMES = ['sub', 'aud', 'repository', 'ref', 'environment'];
/**
 * AWS did not let this job assume a role.
 * The message names the role and the token's claims, never the token, and says what is usually wrong.
 */
class AccessDenied extends Error {
    roleArn;
    claims;
    name = 'AccessDenied';
    code = 'AccessDenied';
    constructor(roleArn, 
    /** Undefined when GitHub gave the job no token. */
    claims, reason) {
        super(`${roleArn} was not assumed: ${reason.replace(/\.$/, '')}.\n${(claims ? denied(claims) : tokenless()).join('\n')}`);
        this.roleArn = roleArn;
        this.claims = claims;
    }
}
/** Decodes the payload of a JWT (RFC 7519, section 3) without checking its signature, which is AWS's to do. */
function claimsOf(token) {
    const payload = decode(token.split('.')[1] ?? '');
    const claim = (name) => {
        const value = payload[name];
        const values = (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
        return values.length > 0 ? (0,sanitize/* toPrintableLine */.Ld)(values.join(', ')) : undefined;
    };
    return {
        sub: claim('sub'),
        aud: claim('aud'),
        repository: claim('repository'),
        ref: claim('ref'),
        environment: claim('environment'),
    };
}
function decode(segment) {
    try {
        const payload = JSON.parse(Buffer.from(segment, 'base64url').toString());
        return json_isRecord(payload) ? payload : {};
    }
    catch {
        return {};
    }
}
function denied(claims) {
    const shown = NAMES.map((name) => `${name} ${claims[name] === undefined ? '(none)' : `'${claims[name]}'`}`);
    return [
        `The ID token of this job says: ${shown.join(', ')}.`,
        `Usually the role's trust policy asks for another sub. ${subForm(claims.sub ?? '')}`,
        "Also check that the policy names GitHub's identity provider in the role's own account, " +
            `that the provider lists the audience '${claims.aud ?? ''}', and that the role exists under this very name.`,
        'A pull request from a fork and a job with another `environment:` have other claims than the ones a deploy role trusts.',
    ];
}
/**
 * Since 2026-07-15 new, renamed and transferred repositories carry immutable ids in `sub`; older ones may opt in.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function subForm(sub) {
    if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+(?::|$)/.test(sub)) {
        return ('This sub is in the form with immutable ids, repo:OWNER@ID/REPO@ID:…; ' +
            "a trust policy written for 'repo:OWNER/REPO:…' does not match it.");
    }
    if (/^repo:[^/@:]+\/[^/@:]+(?::|$)/.test(sub)) {
        return ('This sub is in the form with names only, repo:OWNER/REPO:…; ' +
            "a trust policy written for 'repo:OWNER@ID/REPO@ID:…' does not match it.");
    }
    return 'This sub is in neither of the usual forms (repo:OWNER/REPO:…, repo:OWNER@ID/REPO@ID:…): the repository or its organisation has customised it.';
}
function tokenless() {
    return [
        'Usually the job lacks `permissions: id-token: write` (naming any permission sets the others to none).',
        'A pull request from a fork gets no ID token at all: run this command on events of the repository itself.',
    ];
}

;// CONCATENATED MODULE: ./src/aws/renewing-credentials.ts
const RENEW_BELOW_MS = 5 * 60_000;
// A renewal may take half a minute to fail: not everyone whose credentials are still good should wait for another.
const PAUSE_MS = 30_000;
const ALIVE_MS = 1;
/**
 * Hands out one set of credentials until it runs low; whoever asks during a renewal waits for that one.
 * A set that cannot be renewed is handed out until it ends; only then is the reason thrown.
 */
function renewing(renew, first, now) {
    let current = first;
    let halfLifeMs = 0;
    let failedAt = -Infinity;
    let renewal;
    const leftMs = () => current.expiration.getTime() - now();
    const take = (given) => {
        current = given;
        halfLifeMs = leftMs() / 2;
    };
    take(first);
    const withAtLeast = async (ms) => {
        if (leftMs() >= ms)
            return current;
        renewal ??= renew()
            .then(take)
            .finally(() => {
            renewal = undefined;
        });
        try {
            await renewal;
        }
        catch (error) {
            failedAt = now();
            if (leftMs() <= 0)
                throw error;
        }
        return current;
    };
    return {
        credentials: () => withAtLeast(RENEW_BELOW_MS),
        freshCredentials: () => withAtLeast(now() - failedAt < PAUSE_MS ? ALIVE_MS : halfLifeMs),
    };
}

;// CONCATENATED MODULE: ./src/aws/web-identity.ts


const ACTION = 'sts:AssumeRoleWithWebIdentity';
/**
 * Exchanges one ID token for the credentials of a role, in one attempt: the next one needs a token of its own.
 *
 * @throws whatever the SDK throws; AwsError when the answer is incomplete
 */
async function exchange(token, request, runtime) {
    const { STSClient, AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const settings = await clientSettings('STS', { region: request.region, credentials: undefined }, runtime);
    const client = new STSClient({ ...settings, maxAttempts: 1 });
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName,
        DurationSeconds: request.durationSeconds,
        WebIdentityToken: token,
    });
    try {
        return web_identity_read(await client.send(command), runtime);
    }
    finally {
        client.destroy();
    }
}
/** Masks before it looks any further, so that no path leads a secret past the mask. */
function web_identity_read({ Credentials: given, AssumedRoleUser }, runtime) {
    const accessKeyId = masked(given?.AccessKeyId, runtime);
    const secretAccessKey = masked(given?.SecretAccessKey, runtime);
    const sessionToken = masked(given?.SessionToken, runtime);
    const expiration = given?.Expiration;
    const accountId = /^arn:[a-z-]+:sts::(\d{12}):/.exec(AssumedRoleUser?.Arn ?? '')?.[1];
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !accountId) {
        throw new AwsError(incomplete(ACTION, 'credentials or the ARN of the session'));
    }
    return { accountId, credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } };
}
function masked(secret, runtime) {
    if (secret)
        runtime.mask(secret);
    return secret;
}

;// CONCATENATED MODULE: ./src/aws/assume-role.ts






/** GitHub gives the job ID tokens and did not give this one. */
class NoIdToken extends Error {
    name = 'NoIdToken';
}
const TRIES = 6;
// A role or trust policy that was changed a moment ago reaches all of IAM within seconds.
const TRIES_WHEN_DENIED = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
/**
 * Assumes a role with GitHub's ID token; the session renews itself, as {@link renewing} says.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws AccessDenied when AWS refuses the role, or GitHub gives the job no token; AwsError for any other failure
 * of the call; Error when the role's ARN or its account cannot be meant (nothing is asked then)
 */
async function assumeRole(request, runtime) {
    const role = checkRole(request);
    const assume = async () => {
        const assumed = await persistently(request, runtime);
        checkAccount(assumed.accountId, request.allowedAccountIds, `The session of ${role.arn}`);
        return assumed;
    };
    const first = await assume();
    const now = () => runtime.now?.() ?? Date.now();
    const renewed = renewing(async () => (await assume()).credentials, first.credentials, now);
    return { region: request.region, accountId: first.accountId, ...renewed };
}
async function persistently(request, runtime) {
    for (let tries = 1;; tries++) {
        const outcome = await once(request, runtime);
        if ('credentials' in outcome)
            return outcome;
        if (tries >= outcome.tries)
            throw outcome.failure(tries);
        // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
        await runtime.sleep(runtime.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)));
    }
}
async function once(request, runtime) {
    let token;
    try {
        token = await runtime.idToken(audienceOf(request.region));
    }
    catch (error) {
        return assume_role_tokenless(error, request, runtime);
    }
    try {
        return await exchange(token, request, runtime);
    }
    catch (error) {
        if (error instanceof AwsError)
            return { tries: 1, failure: () => error };
        return refused(error, token, request);
    }
}
function assume_role_tokenless(error, { roleArn }, { env }) {
    const reason = `GitHub gave no ID token: ${(0,sanitize/* toPrintableLine */.Ld)(error instanceof Error ? error.message : String(error))}`;
    if (!env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
        return { tries: 1, failure: () => new AccessDenied(roleArn, undefined, reason) };
    }
    const advice = "Look at https://www.githubstatus.com and run the job again; the job's permissions are fine.";
    return {
        tries: TRIES,
        failure: (tries) => new NoIdToken(`${roleArn} was not assumed: ${reason} (${tries} tries). ${advice}`, { cause: error }),
    };
}
function refused(error, token, { roleArn }) {
    const facts = factsOf(error, 'sts:AssumeRoleWithWebIdentity', token);
    const { words } = facts;
    const after = (tries) => (tries > 1 ? ` (${tries} tries)` : '');
    if (isDenied(facts)) {
        const reason = (tries) => `${words} ${facts.requestId ? `(request ${facts.requestId})` : ''}${after(tries)}`;
        return {
            tries: TRIES_WHEN_DENIED,
            failure: (tries) => new AccessDenied(roleArn, claimsOf(token), reason(tries)),
        };
    }
    return {
        tries: isTransient(facts) || isIssuerUnreachable(facts) ? TRIES : 1,
        // No cause: the SDK's error holds on to what was sent and answered, and the token is in there.
        failure: (tries) => new AwsError({ ...facts, words: `${roleArn} was not assumed: ${words}${after(tries)}` }),
    };
}
/** STS could not fetch GitHub's keys, which it says with a 400. */
function isIssuerUnreachable({ code, words }) {
    if (code.startsWith('IDPCommunicationError'))
        return true;
    return code.startsWith('InvalidIdentityToken') && /retrieve verification key/i.test(words);
}

;// CONCATENATED MODULE: ./src/aws/role-session-name.ts
// RoleSessionName of AssumeRoleWithWebIdentity: 2 to 64 characters of [\w+=,.@-].
const LONGEST = 64;
/**
 * The name under which CloudTrail files what this run does: `owner-name-<run id>-<attempt>`.
 * A long repository is cut, the run id and the attempt never are: they lead back to the run.
 */
function sessionName({ repository, runId, runAttempt }) {
    const run = sanitise(`${runId}-${runAttempt}`).slice(-LONGEST);
    const room = Math.max(0, LONGEST - run.length - 1);
    const prefix = sanitise(repository).slice(0, room);
    return prefix === '' ? run : `${prefix}-${run}`;
}
function sanitise(text) {
    return text.replace(/[^\w+=,.@-]+/g, '-');
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs_inputs = __webpack_require__(6103);
;// CONCATENATED MODULE: ./src/commands/aws-session.ts




/** Who the step is in AWS: the role it is to assume, or the credentials it was started with. */
async function openSession(inputs, region, runtime) {
    if (region === undefined) {
        throw new inputs_inputs/* InvalidInput */.o('aws-region: is required, as in eu-central-1; AWS_REGION and AWS_DEFAULT_REGION are not set either');
    }
    const { roleToAssume, allowedAccountIds, roleDurationSeconds: durationSeconds } = inputs;
    const aws = {
        ...runtime.clock,
        env: runtime.env,
        mask: runtime.log.mask,
        proxyUrl: runtime.proxyUrl,
        idToken: runtime.idToken,
    };
    if (roleToAssume === undefined)
        return ambientSession({ region, allowedAccountIds }, aws);
    const name = sessionName({
        repository: runtime.env['GITHUB_REPOSITORY'] ?? 'local',
        runId: runtime.env['GITHUB_RUN_ID'] ?? '0',
        runAttempt: runtime.env['GITHUB_RUN_ATTEMPT'] ?? '1',
    });
    const session = await assumeRole({ roleArn: roleToAssume, region, durationSeconds, sessionName: name, allowedAccountIds }, aws);
    runtime.log.info(`Assumed ${roleToAssume} as ${name}`);
    return session;
}

;// CONCATENATED MODULE: ./src/commands/post/post.ts














/** The runner gives a cancelled job five minutes in all. */
const PATIENCE_MS = 4 * 60_000;
/** For a command that has nothing to save. */
const HARMLESS_MS = 10_000;
/**
 * For a step that was killed before it could tell what Terraform did: waits for Terraform, and tells.
 * Removes what the step left.
 */
async function runPost(folder, place) {
    try {
        const running = readPidFile(pidFileIn(folder));
        const hasEnded = running === undefined || (await post_end(running, pidFileIn(folder), place.runtime));
        if (running?.command === 'apply')
            return await tellApply(running, hasEnded, place);
        // An apply that had come to its end, while the step was killed before it could say so.
        const applied = readPidFile(appliedFileIn(folder));
        if (applied !== undefined)
            return await tellApply(applied, true, place);
        return running && (await tellOther(running, hasEnded, place));
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** @returns whether it has ended */
async function post_end(started, pidFile, { log, clock }) {
    const name = `terraform ${started.command} (process ${started.pid})`;
    if (!isRunning(started)) {
        log.info(`${name} outlived the step, and has ended since`);
        return true;
    }
    log.info(`${name} outlived the step; it is asked to stop and waited for`);
    pid_file_interruptStarted(pidFile);
    const patience = { sleep: (ms) => clock.sleep(ms), now: () => clock.now() };
    if (!pid_file_isHarmless(started.command))
        return waitForStarted(started, { limitMs: PATIENCE_MS, ...patience });
    if (await waitForStarted(started, { limitMs: HARMLESS_MS, ...patience }))
        return true;
    log.info(`${name} does not stop, and has nothing to save; it is ended`);
    pid_file_killStarted(started);
    return waitForStarted(started, { limitMs: HARMLESS_MS, ...patience });
}
const WORDLESS = 'What Terraform said of a failure is left out: only the killed step knew which values in it are secret.';
async function tellApply(started, hasEnded, place) {
    const { runtime } = place;
    const left = await readApplyTranscript(started.stdoutFile, (text) => text);
    const context = await readContext(runtime.env, runtime.readFile).catch(() => undefined);
    const aftermath = hasEnded ? await ended(started, left, place) : await stillRunning(started, place);
    const { report } = left;
    if (report.failed.length > 0)
        aftermath.push(WORDLESS);
    const summary = renderApplied({ ...report, diagnostics: [], failed: report.failed.map((one) => ({ ...one, message: '' })) }, {
        stack: nameOf(started, place),
        terraformVersion: left.version,
        runUrl: context?.runUrl ?? '',
        commit: context?.sha ?? '',
        seconds: Math.max(0, runtime.clock.now() - Date.parse(started.startedAt)) / 1000,
        outcome: 'cancelled',
        aftermath,
        redact: (text) => text,
    });
    return { outputs: {}, summary, warnings: aftermath, annotations: [], failure: undefined };
}
async function ended(started, { report, lock }, place) {
    const fate = stateOutcomeOf(report);
    const kept = await keptState(started, place);
    const file = (0,external_node_path_.join)(started.directory, UNSAVED_STATE);
    const isDone = report.summary !== undefined;
    return [
        isDone ? 'Terraform came to its end after the step was killed.' : '',
        describeState({ fate, kept, unsavedState: (0,external_node_fs_.existsSync)(file) ? file : undefined }),
        lock === undefined
            ? describeRemoteLock(kept, (found) => fate === 'unheard' && isOfThisMachine(found))
            : lockAdvice(lock),
        isDone ? '' : nextStep(fate, 'cancelled'),
    ].filter((sentence) => sentence !== '');
}
async function stillRunning(started, place) {
    const kept = await keptState(started, place);
    const serial = 'reason' in kept ? undefined : kept.serial;
    return [
        `Terraform is still running as process ${started.pid} and will be killed with the job: its state may be incomplete and its lock may stay.`,
        serial === undefined ? '' : `The backend has serial ${serial} by now.`,
        'reason' in kept || kept.lock === undefined || kept.lock === 'none'
            ? ''
            : `Should the lock stay, check that nothing runs any more, then terraform force-unlock ${kept.lock.id}.`,
    ].filter((sentence) => sentence !== '');
}
/** A command that changes nothing can leave a lock. */
async function tellOther(started, hasEnded, place) {
    const kept = await keptState(started, place);
    const name = `terraform ${started.command}`;
    const aftermath = [
        hasEnded
            ? `${name} was stopped. Nothing was changed.`
            : `${name} is still running as process ${started.pid} and will be killed with the job.`,
        describeRemoteLock(kept, isOfThisMachine),
    ].filter((sentence) => sentence !== '');
    const title = `### ⚠️ Cancelled: nothing was applied · ${markdown_code(nameOf(started, place))}`;
    const summary = [title, aftermath.map((sentence) => `- ${proseWithCommands(sentence)}`).join('\n')].join('\n\n');
    return { outputs: {}, summary, warnings: aftermath, annotations: [], failure: undefined };
}
function keptState(started, { inputs, runtime }) {
    const aws = inputs?.aws;
    const sessionFor = aws && ((region) => openSession(aws, aws.region ?? region, runtime));
    return readRemoteState(started.directory, runtime, sessionFor);
}
const nameOf = (started, { inputs }) => inputs !== undefined && 'stack' in inputs ? inputs.stack : started.directory;


/***/ })

};

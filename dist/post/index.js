import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 3385:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openLog)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4212);


/**
 * The log without `@actions/core`, which takes longer to load than the first request to a registry.
 * Nothing that is written can start a workflow command
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
function openLog(output) {
    return {
        info: (line) => output.write((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(line) + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL),
        mask: (secret) => {
            // A line end in the value would end the command; the runner masks each line of a value by itself.
            for (const line of secret.split(/\r?\n/))
                if (line !== '')
                    output.write(`::add-mask::${escapeData(line)}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`);
        },
        group: (title) => output.write(`::group::${escapeData((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(title).replace(/\s+/g, ' '))}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`),
        endGroup: () => output.write(`::endgroup::${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`),
    };
}
const escapeData = (value) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');


/***/ }),

/***/ 9570:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(4212);
;// CONCATENATED MODULE: ./src/github/annotations.ts

/** The runner shows ten of a kind a step and drops the rest. */
const MOST_OF_A_KIND = 10;
/** The runner cuts what is longer. */
const LONGEST_MESSAGE = 4_096;
/**
 * Annotates what the runner would show.
 * @param spared errors that the step has yet to tell, such as its own failure
 * @returns how many the runner would not show
 */
function annotate(diagnostics, annotator, spared = 0) {
    const distinct = [...new Map(diagnostics.map((one) => [JSON.stringify(one), one])).values()];
    const shown = ['warning', 'error'].flatMap((severity) => {
        const most = severity === 'error' ? MOST_OF_A_KIND - spared : MOST_OF_A_KIND;
        const ofKind = distinct.filter((one) => one.severity === severity);
        // Those beside a line show up in the files of a pull request; the others are in the log as well.
        const placed = ofKind.filter(({ file }) => file !== undefined);
        return [...placed, ...ofKind.filter(({ file }) => file === undefined)].slice(0, most);
    });
    for (const one of shown)
        annotator[one.severity](shorten((0,sanitize/* escapeWorkflowCommands */.Fy)(one.message)), propertiesOf(one));
    return distinct.length - shown.length;
}
function propertiesOf({ title, file, startLine, endLine, startColumn }) {
    const properties = {};
    if (title)
        properties.title = toAnnotationLine(title);
    if (file === undefined)
        return properties;
    properties.file = toAnnotationLine(file);
    if (startLine !== undefined)
        properties.startLine = startLine;
    if (startLine !== undefined && endLine !== undefined && endLine >= startLine)
        properties.endLine = endLine;
    // The runner takes columns only where they are of one line.
    if (startColumn !== undefined && (endLine ?? startLine) === startLine)
        properties.startColumn = startColumn;
    return properties;
}
const toAnnotationLine = (text) => (0,sanitize/* escapeWorkflowCommands */.Fy)(text).replace(/\s+/g, ' ').trim();
function shorten(message) {
    if (message.length <= LONGEST_MESSAGE)
        return message;
    // Half of a surrogate pair would be no character.
    return `${message.slice(0, LONGEST_MESSAGE - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

;// CONCATENATED MODULE: ./src/text/truncate-markdown.ts
/** The runner drops a longer summary as a whole. */
const MOST_BYTES = 1024 * 1024;
/** Kept free for the sentence on what was left out. */
const NOTICE_BYTES = 200;
/**
 * The same Markdown, or as many of its sections from the top as the runner takes, and a count of the others.
 * A section begins at a heading or a `<details>` that is in no fence and no other `<details>`.
 */
function fitSummary(markdown, mostBytes = MOST_BYTES) {
    if (Buffer.byteLength(markdown) <= mostBytes)
        return markdown;
    const sections = sectionsOf(markdown);
    const sizes = sections.map((section) => Buffer.byteLength(section));
    let kept = 0;
    for (let bytes = NOTICE_BYTES; kept < sections.length; kept++) {
        bytes += sizes[kept] ?? 0;
        if (bytes > mostBytes)
            break;
    }
    const left = sections.length - kept;
    const notice = `> ✂️ ${left === 1 ? '1 section is' : `${left} sections are`} left out here: ` +
        'a job summary takes 1 MiB. The log of this step has all of it.';
    return [...sections.slice(0, kept), `\n${notice}\n`].join('');
}
/** The text in pieces that can stand alone; joined again they are the text. */
function sectionsOf(markdown) {
    const sections = [];
    const nesting = new Nesting();
    let start = 0;
    let end = 0;
    for (const line of markdown.split(/(?<=\n)/)) {
        const begins = nesting.isOutside && /^(?:#{1,6}\s|<details\b)/i.test(line);
        if (begins && end > start) {
            sections.push(markdown.slice(start, end));
            start = end;
        }
        nesting.read(line);
        end += line.length;
    }
    sections.push(markdown.slice(start));
    return sections;
}
/** What is open at the end of the lines read so far. */
class Nesting {
    fence;
    details = 0;
    get isOutside() {
        return this.fence === undefined && this.details === 0;
    }
    read(line) {
        const [, mark = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? [];
        if (this.fence !== undefined) {
            // A fence ends at a line of nothing but as many marks of its kind, or more (CommonMark, section 4.5).
            if (mark.startsWith(this.fence) && rest.trim() === '')
                this.fence = undefined;
            return;
        }
        // A line with more backticks after the first is code within text.
        if (mark !== '' && !(mark.startsWith('`') && rest.includes('`'))) {
            this.fence = mark;
            return;
        }
        const opened = line.match(/<details\b/gi)?.length ?? 0;
        const closed = line.match(/<\/details>/gi)?.length ?? 0;
        this.details = Math.max(0, this.details + opened - closed);
    }
}

;// CONCATENATED MODULE: ./src/github/publish.ts



/** Sets the outputs, writes the job summary, annotates, and fails the step if it failed. */
async function publish(publication, env) {
    const { outputs, summary, warnings, annotations, failure } = publication;
    const core = await __nccwpck_require__.e(/* import() */ 889).then(__nccwpck_require__.bind(__nccwpck_require__, 1889));
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
    if (env['GITHUB_STEP_SUMMARY'])
        await core.summary.addRaw(fitSummary(summary), true).write();
    const spared = failure === undefined ? 0 : 1;
    annotate([...warnings.map(asWarning), ...annotations], core, spared);
    if (failure === undefined)
        return;
    core.setOutput('failure-reason', failure.reason);
    core.setFailed((0,sanitize/* escapeWorkflowCommands */.Fy)(failure.message));
}
const asWarning = (message) => ({ severity: 'warning', message });


/***/ }),

/***/ 5351:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ stepDirectory)
/* harmony export */ });
/* unused harmony export createStepDirectory */
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);



const STATE = 'folder';
/** Makes a folder that only this user may read, and tells the `post` step of it before anything is in it. */
async function createStepDirectory(env) {
    const folder = await mkdtemp(join(env['RUNNER_TEMP'] || tmpdir(), 'langfuse-deploy-'));
    const { saveState } = await __nccwpck_require__.e(/* import() */ 889).then(__nccwpck_require__.bind(__nccwpck_require__, 1889));
    saveState(STATE, folder);
    return folder;
}
/** The folder of the step that this is the `post` of; undefined when it never got that far. */
const stepDirectory = (env) => env[`STATE_${STATE}`] || undefined;


/***/ }),

/***/ 6103:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ InvalidInput),
  K: () => (/* binding */ readInputs)
});

;// CONCATENATED MODULE: ./src/inputs/pull-request.ts
/** SHA-1, or SHA-256 where a repository has it. */
const isCommit = (text) => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
const isNumber = (text) => /^[1-9]\d*$/.test(text);
function readPullRequest(reader) {
    const number = reader.match('pull-request-number', isNumber, 'the number of a pull request');
    const headSha = reader.match('pull-request-sha', isCommit, 'the full id of a commit');
    if (number !== undefined && headSha !== undefined)
        return { number: Number(number), headSha };
    if (number !== undefined)
        reader.faults.push('pull-request-sha: is required with pull-request-number');
    if (headSha !== undefined)
        reader.faults.push('pull-request-number: is required with pull-request-sha');
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/reader.ts
/** The runner's name for an input (https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs). */
const variable = (name) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
/** Reads inputs as the runner passes them, and gathers all that is wrong with them. */
class InputReader {
    env;
    specs;
    faults = [];
    constructor(env, specs) {
        this.env = env;
        this.specs = specs;
    }
    /** Faults every input that was given and that the command does not use. */
    refuseUnused(command) {
        for (const [name, { commands, default: usual }] of Object.entries(this.specs)) {
            const given = this.env[variable(name)]?.trim() ?? '';
            if (commands.includes(command) || given === '' || given === usual)
                continue;
            this.faults.push(`${name}: is not used by ${command}, only by ${commands.join(', ')}; leave it out`);
        }
    }
    text(name) {
        return this.env[variable(name)]?.trim() || this.specs[name]?.default;
    }
    match(name, isValid, takes) {
        const value = this.text(name);
        if (value !== undefined && !isValid(value))
            this.faults.push(`${name}: '${value}' is not ${takes}`);
        return value;
    }
    choice(name, allowed) {
        const value = this.text(name);
        const chosen = allowed.find((one) => one === value);
        if (chosen !== undefined)
            return chosen;
        this.faults.push(value === undefined
            ? `${name}: is required; it is one of ${allowed.join(', ')}`
            : `${name}: '${value}' is not one of ${allowed.join(', ')}`);
        return allowed[0];
    }
    /** One item a line. */
    list(name, pattern = /./, takes = '') {
        const items = (this.text(name) ?? '').split('\n').map((item) => item.trim());
        const given = items.filter((item) => item !== '');
        for (const item of given) {
            if (!pattern.test(item))
                this.faults.push(`${name}: '${item}' is not ${takes}`);
        }
        return given;
    }
    integer(name, { min, max }) {
        const value = this.text(name) ?? '';
        const number = /^\d+$/.test(value) ? Number(value) : NaN;
        if (number >= min && number <= max)
            return number;
        this.faults.push(`${name}: '${value}' is not a whole number from ${min} to ${max}`);
        return min;
    }
    /** YAML 1.2's core schema, as GitHub's own actions read it. */
    boolean(name) {
        const value = this.text(name) ?? '';
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (!/^(?:false|False|FALSE)$/.test(value))
            this.faults.push(`${name}: '${value}' is not true or false`);
        return false;
    }
}

;// CONCATENATED MODULE: ./src/inputs/refresh.ts
const UNITS_MS = { d: 86_400_000, h: 3_600_000, m: 60_000 };
const AGE = /^(\d{1,4})([dhm])$/;
const isAge = (text) => text === '0' || AGE.test(text);
/** Less than git takes (git-check-ref-format): nothing that has to be quoted anywhere. */
const isBranch = (text) => /^[A-Za-z0-9][\w./-]{0,200}$/.test(text) &&
    !/\.\.|\/\/|\/\.|\.\/|\.lock(?:\/|$)|[./]$|^(?:refs|heads)\//.test(text);
const isWorkflow = (text) => /^[\w.-]+\.ya?ml$/.test(text);
function readRefresh(aws, reader) {
    const mode = reader.choice('mode', ['pull-request', 'direct']);
    const deployWorkflow = reader.match('deploy-workflow', isWorkflow, 'a file of a workflow, as in deploy.yml');
    if (deployWorkflow !== undefined && mode !== 'direct')
        reader.faults.push('deploy-workflow: is started by mode: direct only; a pull request is deployed by its merge');
    return {
        command: 'refresh',
        aws,
        githubToken: reader.text('github-token'),
        images: reader.text('images') ?? '',
        only: reader.list('only'),
        dryRun: reader.boolean('dry-run'),
        mode,
        deployWorkflow,
        minAgeMs: ageMs(reader.match('min-age', isAge, 'an age, as in 3d, 12h or 0') ?? ''),
        branch: reader.match('branch', isBranch, 'a branch, as in langfuse-deploy/refresh') ?? '',
    };
}
function ageMs(text) {
    const [, number = '0', unit = 'd'] = AGE.exec(text) ?? [];
    return Number(number) * (UNITS_MS[unit] ?? 0);
}

;// CONCATENATED MODULE: ./src/inputs/specs.ts
const COMMANDS = ['mirror', 'plan', 'apply', 'verify', 'refresh', 'drift'];
const specs_all = { commands: COMMANDS };
const mirror = { commands: ['mirror'] };
const refresh = { commands: ['refresh'] };
/** What is done with the file of images. */
const file = { commands: ['mirror', 'refresh'] };
/** What is done with a plan. */
const change = { commands: ['plan', 'apply'] };
const stack = { commands: ['plan', 'apply', 'drift'] };
/** What it takes to read the outputs of a stack as well. */
const root = { commands: ['plan', 'apply', 'verify', 'drift'] };
const verify = { commands: ['verify'] };
/** What action.yml says of each input, in its order. */
const SPECS = {
    command: specs_all,
    'aws-region': specs_all,
    'role-to-assume': specs_all,
    'role-duration': { ...specs_all, default: '3600' },
    'allowed-account-ids': specs_all,
    images: { commands: ['mirror', 'verify', 'refresh'], default: 'images.yaml' },
    only: file,
    registry: mirror,
    prefix: { ...mirror, default: 'langfuse' },
    'create-repositories': { ...mirror, default: 'true' },
    'include-referrers': { ...mirror, default: 'false' },
    concurrency: { ...mirror, default: '8' },
    'dry-run': { ...file, default: 'false' },
    // Its default is the token of the job, which is there for every command.
    'github-token': specs_all,
    'working-directory': { ...root, default: 'terraform/langfuse' },
    stack: root,
    'terraform-version': root,
    'backend-config': root,
    'var-file': stack,
    variables: stack,
    target: stack,
    replace: stack,
    workspace: root,
    parallelism: { ...stack, default: '10' },
    'lock-timeout': { ...stack, default: '5m' },
    'allow-destroy': change,
    'stateful-types': change,
    'plan-records': change,
    'pull-request-number': { commands: ['plan'] },
    'pull-request-sha': { commands: ['plan'] },
    comment: { commands: ['plan'], default: 'always' },
    'require-review': { commands: ['apply'], default: 'false' },
    'sensitive-outputs': { commands: ['apply'] },
    url: verify,
    'public-key': verify,
    'secret-key': verify,
    timeout: { ...verify, default: '300' },
    mode: { ...refresh, default: 'pull-request' },
    'deploy-workflow': refresh,
    'min-age': { ...refresh, default: '3d' },
    branch: { ...refresh, default: 'langfuse-deploy/refresh' },
};

;// CONCATENATED MODULE: ./src/inputs/inputs.ts




/** All that is wrong with the inputs, a line each. */
class InvalidInput extends Error {
    name = 'InvalidInput';
}
/**
 * Reads the inputs as the runner passes them.
 *
 * @param env `INPUT_<NAME>`, where an input that was not given is empty or missing
 * @throws InvalidInput that names each input, its value and what it takes
 */
function readInputs(env) {
    const reader = new InputReader(env, SPECS);
    const command = reader.choice('command', COMMANDS);
    // An unknown command uses nothing, and says so once.
    if (reader.faults.length === 0)
        reader.refuseUnused(command);
    const inputs = readCommand(command, reader, env);
    if (reader.faults.length > 0)
        throw new InvalidInput(reader.faults.join('\n'));
    return inputs;
}
function readCommand(command, reader, env) {
    const aws = readAws(reader, env);
    switch (command) {
        case 'mirror':
            return readMirror(aws, reader);
        case 'plan':
            return {
                command,
                ...readStack(aws, reader),
                pullRequest: readPullRequest(reader),
                comment: reader.choice('comment', ['always', 'changes', 'never']),
            };
        case 'apply':
            return {
                command,
                ...readStack(aws, reader),
                requireReview: reader.boolean('require-review'),
                sensitiveOutputs: reader.list('sensitive-outputs'),
            };
        case 'verify':
            return readVerify(aws, reader);
        case 'refresh':
            return readRefresh(aws, reader);
        case 'drift':
            return { command, ...readStack(aws, reader) };
    }
}
function readAws(reader, env) {
    return {
        region: reader.text('aws-region') ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined),
        roleToAssume: reader.text('role-to-assume'),
        roleDurationSeconds: reader.integer('role-duration', { min: 900, max: 43_200 }),
        allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account id of 12 digits'),
    };
}
const isHost = (text) => /^[a-zA-Z0-9.[\]:-]+$/.test(text) && URL.canParse(`https://${text}`);
const isPrefix = (text) => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text);
const isDuration = (text) => /^(?:\d+(?:ms|s|m|h))+$/.test(text);
function readMirror(aws, reader) {
    return {
        command: 'mirror',
        aws,
        images: reader.text('images') ?? '',
        only: reader.list('only'),
        registry: reader.match('registry', isHost, 'a host, as in registry.example.com:5000'),
        prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? '',
        createRepositories: reader.boolean('create-repositories'),
        includeReferrers: reader.boolean('include-referrers'),
        concurrency: reader.integer('concurrency', { min: 1, max: 64 }),
        dryRun: reader.boolean('dry-run'),
    };
}
function readRoot(aws, reader) {
    const directory = reader.text('working-directory') ?? '.';
    return {
        aws,
        directory,
        stack: reader.text('stack') ?? directory,
        terraformVersion: reader.text('terraform-version'),
        backendConfig: reader.list('backend-config'),
        workspace: reader.text('workspace'),
    };
}
function readStack(aws, reader) {
    return {
        ...readRoot(aws, reader),
        githubToken: reader.text('github-token'),
        varFiles: reader.list('var-file'),
        variables: reader.list('variables', /^[^=\s]+=/, 'name=value'),
        targets: reader.list('target'),
        replace: reader.list('replace'),
        parallelism: reader.integer('parallelism', { min: 1, max: 1000 }),
        lockTimeout: reader.match('lock-timeout', isDuration, 'a duration, as in 5m or 30s') ?? '',
        allowDestroy: reader.list('allow-destroy'),
        statefulTypes: reader.list('stateful-types', /^[a-z0-9_]+$/, 'a resource type, as in aws_db_instance'),
        planRecords: reader.text('plan-records'),
    };
}
const LOOPBACK = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
/** Keys go along, so plain HTTP is for this machine only. */
function isSafeUrl(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, search, hash } = new URL(text);
    if (username !== '' || search !== '' || hash !== '')
        return false;
    return protocol === 'https:' || (protocol === 'http:' && LOOPBACK.test(hostname));
}
function readVerify(aws, reader) {
    const url = reader.match('url', isSafeUrl, 'the address of Langfuse, as in https://langfuse.example.com');
    return {
        command: 'verify',
        ...readRoot(aws, reader),
        images: reader.text('images') ?? '',
        url: url !== undefined && isSafeUrl(url) ? new URL(url) : undefined,
        keys: readKeys(reader),
        timeoutSeconds: reader.integer('timeout', { min: 1, max: 3600 }),
    };
}
function readKeys(reader) {
    const publicKey = reader.text('public-key');
    const secretKey = reader.text('secret-key');
    if (publicKey !== undefined && secretKey !== undefined)
        return { publicKey, secretKey };
    if (publicKey !== undefined)
        reader.faults.push('secret-key: is required with public-key');
    if (secretKey !== undefined)
        reader.faults.push('public-key: is required with secret-key');
    return undefined;
}


/***/ }),

/***/ 6661:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _github_step_directory__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5351);
/* harmony import */ var _github_log__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3385);
/* harmony import */ var _github_publish__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9570);
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6103);






/** The step had them, so they can be read; should they not, what they say of AWS is missing, and no more. */
function inputsOfStep() {
    try {
        return (0,_inputs_inputs__WEBPACK_IMPORTED_MODULE_4__/* .readInputs */ .K)(process.env);
    }
    catch {
        return undefined;
    }
}
const folder = (0,_github_step_directory__WEBPACK_IMPORTED_MODULE_2__/* .stepDirectory */ .i)(process.env);
// A step that ended as it should leaves nothing to wait for.
if (folder !== undefined) {
    const { runPost: finish } = await __nccwpck_require__.e(/* import() */ 851).then(__nccwpck_require__.bind(__nccwpck_require__, 851));
    const { getProxyUrl } = await __nccwpck_require__.e(/* import() */ 783).then(__nccwpck_require__.bind(__nccwpck_require__, 9783));
    const runtime = {
        env: process.env,
        log: (0,_github_log__WEBPACK_IMPORTED_MODULE_3__/* .openLog */ .N)(process.stdout),
        clock: { sleep: async (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms), random: Math.random, now: Date.now },
        readFile: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'),
        proxyUrl: (url) => getProxyUrl(url)?.href,
        idToken: async (audience) => (await __nccwpck_require__.e(/* import() */ 889).then(__nccwpck_require__.bind(__nccwpck_require__, 1889))).getIDToken(audience),
    };
    const outcome = await finish(folder, { inputs: inputsOfStep(), runtime });
    if (outcome !== undefined)
        await (0,_github_publish__WEBPACK_IMPORTED_MODULE_5__/* .publish */ .m)(outcome, process.env);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4212:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ escapeWorkflowCommands),
/* harmony export */   Ld: () => (/* binding */ toPrintableLine),
/* harmony export */   Tz: () => (/* binding */ escapeToLine),
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
/* unused harmony exports removeInvisible, errorMessage */
/**
 * Characters that a reader cannot see: controls, line separators, and marks that reorder or hide text
 * (Unicode bidirectional controls, zero-width characters, soft hyphen, variation selectors, tags, lone surrogates).
 * Tab and line feed are not among them.
 */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu;
/** Escape sequences of a terminal (ECMA-48, CSI). */
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]*[a-zA-Z]/g;
const MAX_LINE_LENGTH = 400;
/** Converts untrusted text to one printable line of at most 400 characters, for errors, logs and summaries. */
function toPrintableLine(text) {
    const line = text
        .replace(INVISIBLE, ' ')
        .replace(/[\t\n ]+/g, ' ')
        .trim();
    return line.length > MAX_LINE_LENGTH ? `${line.slice(0, MAX_LINE_LENGTH)}…` : line;
}
/** Removes terminal sequences and invisible characters; line feeds and tabs stay. */
const removeInvisible = (text) => text.replace(/\r\n?/g, '\n').replace(TERMINAL_SEQUENCE, '').replace(INVISIBLE, '');
/**
 * Writes invisible characters as `\u202e`. Line feeds and tabs stay.
 * Splits `##[`, which the runner reads as a command anywhere in a line.
 */
const escapeInvisible = (text) => text
    .replaceAll('##[', '## [')
    .replace(INVISIBLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
/** Converts untrusted text to one line with invisible characters written out. */
const escapeToLine = (text) => escapeInvisible(text.replace(/\s+/g, ' ').trim());
/**
 * Prevents text from being read as a workflow command: `::` at the start of a line, `##[` anywhere
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
const escapeWorkflowCommands = (text) => removeInvisible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/gm, '$1: ');
/** Returns the message of anything thrown, as one printable line. */
function errorMessage(error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    return toPrintableLine(typeof message === 'string' && message !== '' ? message : String(error));
}


/***/ }),

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 5317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 6982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 6928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 3193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 3557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 2018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 7016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(6661);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

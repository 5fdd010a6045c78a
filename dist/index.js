import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 541:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ mirror)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _registries__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7562);


/** Copies the images of images.yaml into the target registry and tells what came of each. */
async function mirror(inputs, runtime) {
    const warnings = [];
    const registries = new _registries__WEBPACK_IMPORTED_MODULE_1__/* .Registries */ .I(inputs, runtime, (text) => warnings.push(text));
    const target = registries.target();
    // Whoever awaits it is told of a failure; until then, nobody is listening.
    target.catch(() => undefined);
    // The connection is made in one turn and the greeting sent in the next; loading what follows would hold both up.
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setImmediate)();
    // The parser, the copier and all else load while the target says how to log in.
    const { mirrorImages } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(776), __nccwpck_require__.e(971)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4971));
    return mirrorImages(inputs, { registries, target, warnings }, runtime);
}


/***/ }),

/***/ 7562:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  I: () => (/* binding */ Registries)
});

;// CONCATENATED MODULE: ./src/aws/ecr-host.ts
/**
 * The forms of a private registry's host:
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html.
 * Anchored, since an ECR password is sent to whatever matches.
 */
const FORMS = [
    /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.amazonaws\.(?:com|com\.cn|eu)$/,
    /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/** Account and region of an ECR registry's host; undefined for any other host, and for a host with a port. */
function parseEcrHost(host) {
    for (const form of FORMS) {
        const [, accountId, region] = form.exec(host.toLowerCase()) ?? [];
        if (accountId !== undefined && region !== undefined)
            return { accountId, region };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs = __nccwpck_require__(6103);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __nccwpck_require__(2902);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __nccwpck_require__(4054);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(1789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(4212);
;// CONCATENATED MODULE: ./src/registry/docker-config.ts






class DockerConfigError extends Error {
    name = 'DockerConfigError';
}
/**
 * The credentials that `docker login` left for a registry: `credHelpers`, then `credsStore`, then `auths`
 * (https://docs.docker.com/reference/cli/docker/login/#credential-stores).
 *
 * @returns undefined when there are none, which means anonymous
 * @throws DockerConfigError when the file or a helper is broken
 */
async function dockerCredentials(registry, runtime) {
    const { DOCKER_CONFIG: folder, HOME: home } = runtime.env;
    const path = (0,external_node_path_.join)(folder || (0,external_node_path_.join)(home || (0,external_node_os_.homedir)(), '.docker'), 'config.json');
    const config = await readConfig(path);
    const keys = configKeys(registry);
    const helpers = (0,json/* isRecord */.u4)(config['credHelpers']) ? config['credHelpers'] : {};
    const named = keys.map((key) => helpers[key]).find(isGiven);
    if (named !== undefined)
        return askHelper(named, keys[0] ?? registry, runtime.run);
    const store = config['credsStore'];
    if (isGiven(store)) {
        const stored = await askHelper(store, keys[0] ?? registry, runtime.run);
        if (stored !== undefined)
            return stored;
    }
    return fromAuths(config['auths'], keys, path);
}
async function readConfig(path) {
    const text = await (0,promises_.readFile)(path, 'utf8').catch((error) => {
        if ((0,http_error/* codeOf */.$)(error) === 'ENOENT')
            return '{}';
        throw new DockerConfigError(`${path} cannot be read`, { cause: error });
    });
    const config = (0,json/* parseObject */.lj)(text);
    if (config === undefined)
        throw new DockerConfigError(`${path} is not a JSON object; run docker login again, or remove it`);
    return config;
}
/** An empty name is how people switch a helper off. */
const isGiven = (value) => typeof value === 'string' && value !== '';
/** The names a registry goes by in the file; Docker Hub's is an address of its first API. */
function configKeys(registry) {
    if (registry === 'docker.io') {
        return ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'];
    }
    return [
        registry,
        `https://${registry}`,
        `https://${registry}/`,
        `https://${registry}/v2/`,
        `http://${registry}`,
    ];
}
function fromAuths(auths, keys, path) {
    if (!(0,json/* isRecord */.u4)(auths))
        return undefined;
    const key = keys.find((candidate) => (0,json/* isRecord */.u4)(auths[candidate]));
    const entry = key === undefined ? undefined : auths[key];
    if (!(0,json/* isRecord */.u4)(entry))
        return undefined;
    if (typeof entry['identitytoken'] === 'string' && entry['identitytoken'] !== '') {
        return { identityToken: entry['identitytoken'] };
    }
    if (typeof entry['username'] === 'string' && typeof entry['password'] === 'string') {
        return { username: entry['username'], password: entry['password'] };
    }
    if (typeof entry['auth'] !== 'string' || entry['auth'] === '')
        return undefined;
    const [username, ...password] = Buffer.from(entry['auth'], 'base64').toString('utf8').split(':');
    if (username && password.length > 0)
        return { username, password: password.join(':').replace(/\0+$/, '') };
    throw new DockerConfigError(`${path}: auths.${(0,sanitize/* toPrintableLine */.Ld)(key ?? '')}.auth is not base64 of user:password; run docker login again`);
}
/** The protocol of https://github.com/docker/docker-credential-helpers: a server on stdin, JSON on stdout. */
async function askHelper(helper, server, run) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper))
        throw new DockerConfigError(`'${(0,sanitize/* toPrintableLine */.Ld)(helper)}' is not the name of a credential helper`);
    const { exitCode, stdout } = await run(program, ['get'], server).catch((error) => {
        throw new DockerConfigError(`${program}, which Docker's config names for ${server}, cannot be run; install it, or take it out of the config`, { cause: error });
    });
    if (exitCode !== 0) {
        if (/credentials not found/i.test(stdout))
            return undefined;
        throw new DockerConfigError(`${program} get failed for ${server} with exit code ${exitCode}: ${(0,sanitize/* toPrintableLine */.Ld)(stdout)}`);
    }
    const answer = (0,json/* parseObject */.lj)(stdout);
    if (answer === undefined ||
        typeof answer['Username'] !== 'string' ||
        typeof answer['Secret'] !== 'string') {
        throw new DockerConfigError(`${program} answered something other than Username and Secret for ${server}`);
    }
    const { Username: username, Secret: secret } = answer;
    return username === '<token>' ? { identityToken: secret } : { username, password: secret };
}

// EXTERNAL MODULE: ./src/http/rate-limiter.ts
var rate_limiter = __nccwpck_require__(1577);
// EXTERNAL MODULE: ./src/http/limiter.ts
var limiter = __nccwpck_require__(7972);
// EXTERNAL MODULE: ./src/registry/media-types.ts
var media_types = __nccwpck_require__(9867);
;// CONCATENATED MODULE: ./src/registry/presence.ts


/** One HEAD a question, as every registry takes it. */
function checkByHead(registry, requests) {
    const digestAt = async (repository, reference) => {
        const { status, headers } = await registry.call({
            method: 'HEAD',
            path: `${repository}/manifests/${reference}`,
            // The scope of the writes to come, so that one token does for all.
            scopes: [(0,client/* push */.VC)(repository)],
            accept: [200, 404],
            headers: { accept: media_types/* MANIFEST_TYPES */._P.join(', ') },
        });
        return status === 200 ? headers['docker-content-digest']?.toString() : undefined;
    };
    return {
        async image({ repository, tag, fallbackTag, digest }) {
            const tagged = await digestAt(repository, tag);
            // Without the tag the image is new, as a rule; if it lacks only the tag, its blobs will be found.
            if (tagged === undefined || tagged === digest) {
                return { repositoryExists: true, tag: tagged, fallbackTag: undefined, hasDigest: tagged === digest };
            }
            const [fallback, itself] = await Promise.all([
                digestAt(repository, fallbackTag),
                digestAt(repository, digest),
            ]);
            return { repositoryExists: true, tag: tagged, fallbackTag: fallback, hasDigest: itself !== undefined };
        },
        async blobs(repository, digests) {
            const asked = digests.map((digest) => requests.run(0, () => registry.hasBlob(repository, digest)));
            const answers = await Promise.all(asked);
            return new Set(digests.filter((_, index) => answers[index]));
        },
    };
}

// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __nccwpck_require__(3602);
;// CONCATENATED MODULE: ./src/commands/registries.ts








/** Questions in flight to a registry that takes them one by one; they are small. */
const QUESTIONS_AT_ONCE = 32;
/** The registries of one run, each with its own way to log in. */
class Registries {
    inputs;
    runtime;
    warn;
    sources = new Map();
    sessions = new Map();
    constructor(inputs, runtime, warn) {
        this.inputs = inputs;
        this.runtime = runtime;
        this.warn = warn;
    }
    /** A registry that images come from: ECR by the AWS session, all others by Docker's config. */
    source(name) {
        const known = this.sources.get(name);
        if (known !== undefined)
            return known;
        const login = parseEcrHost(name) ? this.ecrLogin(name) : this.dockerLogin(name);
        const registry = new client/* Registry */.OR({ name, origin: (0,image_reference/* apiOrigin */.lG)(name), login }, this.runtime);
        this.sources.set(name, registry);
        return registry;
    }
    /** The registry that images go to: the account's ECR unless the inputs name another. */
    async target() {
        const name = this.inputs.registry;
        if (name === undefined || parseEcrHost(name))
            return this.ecrTarget(name);
        const registry = new client/* Registry */.OR({ name, origin: (0,image_reference/* apiOrigin */.lG)(name), login: this.dockerLogin(name) }, this.runtime);
        const presence = checkByHead(registry, new limiter/* Limiter */.j(QUESTIONS_AT_ONCE));
        await registry.greet();
        return { registry, presence, prepareRepository: undefined, mounts: () => Promise.resolve(true) };
    }
    async ecrTarget(host) {
        const ecr = await this.ecr(host);
        const first = await ecr.login();
        const name = host ?? first.host;
        const registry = new client/* Registry */.OR({ name, origin: (0,image_reference/* apiOrigin */.lG)(name), login: this.loginBy(ecr, first), rates: rate_limiter/* ECR_RATES */.D }, this.runtime);
        return {
            registry,
            presence: ecrPresence(ecr, checkByHead(registry, new limiter/* Limiter */.j(QUESTIONS_AT_ONCE))),
            prepareRepository: (repository) => this.prepare(ecr, repository),
            mounts: () => ecr.mountsBlobs(),
        };
    }
    async prepare(ecr, repository) {
        if (this.inputs.dryRun) {
            this.runtime.log.info(`${repository} would be created`);
            return;
        }
        if (!this.inputs.createRepositories) {
            throw new inputs/* InvalidInput */.o(`create-repositories: is false, and the repository ${repository} does not exist; ` +
                `create it (aws ecr create-repository --repository-name ${repository}), or leave the input out`);
        }
        const { created, warning } = await ecr.createRepository(repository);
        if (created)
            this.runtime.log.info(`${repository} created: immutable tags, scan on push, encrypted`);
        if (warning !== undefined)
            this.warn(warning);
    }
    /** @param host of an ECR registry; undefined for the session's own */
    async ecr(host) {
        const place = host === undefined ? undefined : parseEcrHost(host);
        const region = place?.region ?? this.inputs.aws.region;
        // Loaded here, since a run between other registries does without AWS.
        const [{ Ecr }, { openSession }] = await Promise.all([__nccwpck_require__.e(/* import() */ 660).then(__nccwpck_require__.bind(__nccwpck_require__, 2660)), __nccwpck_require__.e(/* import() */ 538).then(__nccwpck_require__.bind(__nccwpck_require__, 8538))]);
        const session = this.sessions.get(region) ?? openSession(this.inputs.aws, region, this.runtime);
        this.sessions.set(region, session);
        return new Ecr(await session, { ...this.runtime, mask: this.runtime.log.mask }, place?.accountId);
    }
    ecrLogin(host) {
        const credentials = async () => (await this.ecr(host)).login();
        return { challenge: { scheme: 'basic' }, mask: this.runtime.log.mask, credentials };
    }
    loginBy(ecr, first) {
        let next = first;
        const credentials = async () => {
            const login = next ?? (await ecr.login());
            next = undefined;
            return login;
        };
        return { challenge: { scheme: 'basic' }, mask: this.runtime.log.mask, credentials };
    }
    dockerLogin(name) {
        const runtime = { env: this.runtime.env, run: this.runtime.runHelper };
        return { mask: this.runtime.log.mask, credentials: () => dockerCredentials(name, runtime) };
    }
}
/** ECR's own API answers for a hundred at once; a role that may not ask it falls back to the registry's protocol. */
function ecrPresence(ecr, byHead) {
    return {
        async image(wanted) {
            const { repository, tag, fallbackTag, digest } = wanted;
            const answer = await ecr.images(repository, { tags: [tag, fallbackTag], digests: [digest] });
            if (answer === undefined)
                return byHead.image(wanted);
            return {
                repositoryExists: answer.repositoryExists,
                tag: answer.digests.get(tag),
                fallbackTag: answer.digests.get(fallbackTag),
                hasDigest: answer.digests.has(digest),
            };
        },
        async blobs(repository, digests) {
            return (await ecr.blobs(repository, digests)) ?? byHead.blobs(repository, digests);
        },
    };
}


/***/ }),

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
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(955), __nccwpck_require__.e(779), __nccwpck_require__.e(58)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6058));
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

/***/ 6117:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ FastAgent),
/* harmony export */   h: () => (/* binding */ reusedBuffer)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);


/** Bytes that one read takes from the kernel at most; more costs memory and saves no processor time. */
const READ_SIZE = 64 * 1024;
/**
 * Options for a socket that reads into one buffer of its own (`onread` of net.Socket), where Node would take a new one
 * for each read, and hands what came to whoever listens for data: the HTTP parser, which copies what it keeps.
 */
function reusedBuffer(sink) {
    return {
        onread: {
            buffer: Buffer.allocUnsafeSlow(READ_SIZE),
            callback: (bytesRead, buffer) => {
                sink().emit('data', Buffer.from(buffer.buffer, buffer.byteOffset, bytesRead));
                return true;
            },
        },
    };
}
class FastAgent extends (node_http__WEBPACK_IMPORTED_MODULE_0___default().Agent) {
    createConnection(options) {
        const socket = node_net__WEBPACK_IMPORTED_MODULE_1___default().connect({ ...options, ...reusedBuffer(() => socket) });
        return socket;
    }
}


/***/ }),

/***/ 9662:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chunksOf),
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _network_error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(137);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(4212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4054);



/**
 * Reads an answer whole.
 *
 * @param limit bytes; what goes beyond is refused, announced or not
 * @throws HttpError when it is cut off or too long
 */
async function readBody(response, request, limit) {
    const chunks = [];
    let length = 0;
    const announced = Number(response.headers['content-length'] ?? 0);
    try {
        for await (const chunk of chunksOf(response)) {
            length += chunk.length;
            if (Math.max(length, announced) > limit)
                throw tooLong(request, Math.max(length, announced), limit);
            chunks.push(chunk);
        }
    }
    catch (error) {
        response.destroy();
        throw (0,_network_error__WEBPACK_IMPORTED_MODULE_0__/* .networkError */ .x)(request, error);
    }
    return Buffer.concat(chunks);
}
/** The same stream, with each piece seen to be bytes. */
async function* chunksOf(response) {
    for await (const chunk of response) {
        if (Buffer.isBuffer(chunk))
            yield chunk;
    }
}
function tooLong({ method, url }, length, limit) {
    const message = `the answer is ${length} bytes long or longer; at most ${limit} make sense here`;
    return new _error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j({ method, url, message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(message), transient: false });
}


/***/ }),

/***/ 3329:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ REDIRECTS),
/* harmony export */   l: () => (/* binding */ Http)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_http__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _network_error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(137);
/* harmony import */ var _text_image_reference__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3602);
/* harmony import */ var _agent__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(6117);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(4212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4054);







const MAX_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
/** HTTP/1.1 with kept connections: TLS for all but loopback, redirects that leave the credentials behind. */
class Http {
    options;
    agents = new Map();
    /** Reaches a proxy that was asked for a tunnel and never answered. */
    closing = new AbortController();
    constructor(options) {
        this.options = options;
        (0,node_events__WEBPACK_IMPORTED_MODULE_0__.setMaxListeners)(0, this.closing.signal);
    }
    /**
     * Sends one request; redirects of GET and HEAD are followed, without credentials once the origin changes.
     *
     * @throws HttpError when no answer came; its `transient` says whether another try may help
     */
    async send(request, redirects = 0) {
        const response = await this.exchange(request);
        const location = response.headers.location;
        const follows = request.redirect !== 'manual' && (request.method === 'GET' || request.method === 'HEAD');
        if (!follows || location === undefined || !REDIRECTS.includes(response.statusCode ?? 0)) {
            return { response, url: request.url };
        }
        response.resume();
        if (redirects >= MAX_REDIRECTS)
            throw failure(request, `more than ${MAX_REDIRECTS} redirects`);
        const url = redirectTarget(request, location);
        const headers = url.origin === request.url.origin ? request.headers : withoutCredentials(request.headers);
        return this.send({ ...request, url, ...(headers && { headers }) }, redirects + 1);
    }
    /** Closes the kept connections, so that the process can end. */
    async close() {
        this.closing.abort();
        for (const agent of this.agents.values())
            (await agent).destroy();
    }
    async exchange({ method, url, headers, body, idleTimeoutMs = this.options.idleTimeoutMs, }) {
        const agent = await this.agentFor(url);
        const client = url.protocol === 'http:' ? (node_http__WEBPACK_IMPORTED_MODULE_1___default()) : await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 4708, 23));
        const { ca } = this.options;
        const given = { 'accept-encoding': 'identity', ...headers };
        const request = client.request(url, { method, agent, headers: given, ...(ca !== undefined && { ca }) });
        return new Promise((resolve, reject) => {
            const fail = (error) => {
                reject((0,_network_error__WEBPACK_IMPORTED_MODULE_2__/* .networkError */ .x)({ method, url }, error));
            };
            request.on('error', fail);
            endWhenIdle(request, idleTimeoutMs, fail);
            request.once('response', (response) => {
                // An answer before the end of the body is a refusal; the rest of the body has no taker.
                if (!request.writableEnded)
                    response.once('end', () => request.destroy());
                resolve(response);
            });
            if (body === undefined || Buffer.isBuffer(body))
                request.end(body);
            else
                pump(body, request).catch((error) => {
                    request.destroy();
                    // What the source of the bytes has to say goes up as it is.
                    reject(error instanceof Error ? error : new Error(String(error)));
                });
        });
    }
    agentFor(url) {
        const proxy = (0,_text_image_reference__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U9)(url.hostname) ? undefined : this.options.proxyUrl?.(url);
        const key = `${url.protocol} ${proxy ?? ''}`;
        const agent = this.agents.get(key) ?? this.openAgent(url.protocol, proxy);
        this.agents.set(key, agent);
        return agent;
    }
    async openAgent(protocol, proxy) {
        const { lookup, ca } = this.options;
        const options = { keepAlive: true, ...(lookup && { lookup }), ...(ca !== undefined && { ca }) };
        if (proxy !== undefined) {
            const { HttpsProxyAgent } = await __nccwpck_require__.e(/* import() */ 659).then(__nccwpck_require__.bind(__nccwpck_require__, 7659));
            return new HttpsProxyAgent(proxy, { ...options, signal: this.closing.signal });
        }
        if (protocol === 'http:')
            return new _agent__WEBPACK_IMPORTED_MODULE_3__/* .FastAgent */ ._(options);
        const { FastTlsAgent } = await __nccwpck_require__.e(/* import() */ 641).then(__nccwpck_require__.bind(__nccwpck_require__, 2641));
        return new FastTlsAgent(options);
    }
}
/** Ends a request on which nothing moves. Node itself counts only from the connection on. */
function endWhenIdle(request, limitMs, fail) {
    let answer;
    const end = () => {
        const error = new Error(`nothing moved for ${limitMs / 1000} s`);
        // The reader of an answer is told by the answer; a request that has no connection yet tells nobody.
        answer?.destroy(error);
        request.destroy(error);
        fail(error);
    };
    const opening = setTimeout(end, limitMs);
    const opened = () => {
        clearTimeout(opening);
    };
    request.once('socket', (socket) => {
        if (socket.connecting)
            socket.once('connect', opened);
        else
            opened();
    });
    request.once('response', (response) => {
        answer = response;
    });
    request.once('close', opened);
    request.setTimeout(limitMs, end);
}
function withoutCredentials(headers = {}) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}
async function pump(chunks, request) {
    const answer = new AbortController();
    request.once('response', () => {
        answer.abort();
    });
    for await (const chunk of chunks) {
        if (answer.signal.aborted || request.destroyed)
            return;
        if (!request.write(chunk))
            await movable(request);
    }
    request.end();
}
/** Settles when more can be written, or when nothing ever will be. */
function movable(request) {
    return new Promise((resolve) => {
        const events = ['drain', 'response', 'error', 'close'];
        const settle = () => {
            for (const event of events)
                request.off(event, settle);
            resolve();
        };
        for (const event of events)
            request.on(event, settle);
        if (request.destroyed)
            settle();
    });
}
function redirectTarget(request, location) {
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined)
        throw failure(request, `redirects to '${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .toPrintableLine */ .Ld)(location)}', which is no address`);
    if ((0,_text_image_reference__WEBPACK_IMPORTED_MODULE_5__/* .mayLeadTo */ .D7)(request.url, url))
        return url;
    throw failure(request, `redirects to ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .toPrintableLine */ .Ld)(url.origin)}, which is not safe to follow (only HTTPS is)`);
}
function failure({ method, url }, message) {
    return new _error__WEBPACK_IMPORTED_MODULE_4__/* .HttpError */ .j({ method, url, message, transient: false });
}


/***/ }),

/***/ 4054:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ codeOf),
/* harmony export */   j: () => (/* binding */ HttpError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1789);

class HttpError extends Error {
    facts;
    name = 'HttpError';
    host;
    status;
    codes;
    retryAfterMs;
    transient;
    constructor(facts, options) {
        const answer = facts.status === undefined ? '' : ` answered ${facts.status}`;
        super(`${facts.method} ${facts.url.host}${facts.url.pathname}${answer}: ${facts.message}`, options);
        this.facts = facts;
        this.host = facts.url.host;
        this.status = facts.status;
        this.codes = facts.codes ?? [];
        this.retryAfterMs = facts.retryAfterMs;
        this.transient = facts.transient;
    }
    /** The same failure, after which nothing more is tried. */
    final(tries) {
        const message = tries > 1 ? `${this.facts.message} (after ${tries} tries)` : this.facts.message;
        return new HttpError({ ...this.facts, message, transient: false }, { cause: this });
    }
}
/** Returns Node's error code, as in `ECONNREFUSED`, or an empty string. */
function codeOf(error) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) && typeof error['code'] === 'string' ? error['code'] : '';
}


/***/ }),

/***/ 7972:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Limiter)
/* harmony export */ });
/** Runs at most `limit` tasks at once; of those that wait, the heaviest goes first. */
class Limiter {
    limit;
    running = 0;
    waiting = [];
    constructor(limit) {
        this.limit = limit;
    }
    async run(weight, task) {
        await this.enter(weight);
        try {
            return await task();
        }
        finally {
            this.running--;
            this.startNext();
        }
    }
    enter(weight) {
        return new Promise((resolve) => {
            const at = this.waiting.findIndex((other) => other.weight < weight);
            this.waiting.splice(at < 0 ? this.waiting.length : at, 0, { weight, start: resolve });
            // Not at once: tasks that are queued in one go are to be compared with each other first.
            queueMicrotask(() => {
                this.startNext();
            });
        });
    }
    startNext() {
        if (this.running >= this.limit)
            return;
        const next = this.waiting.shift();
        if (next === undefined)
            return;
        this.running++;
        next.start();
    }
}


/***/ }),

/***/ 137:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4054);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(4212);


/** Node's codes that no second try will mend, with what to do about them. */
const PERMANENT = {
    ENOTFOUND: 'no such host; is the name of the registry spelt right?',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name; is this the registry, or a proxy in between?',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
    SELF_SIGNED_CERT_IN_CHAIN: 'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS',
    CERT_HAS_EXPIRED: 'its TLS certificate has expired',
    EPROTO: 'it does not speak TLS; plain HTTP is for loopback addresses only',
};
const PASSING = {
    ECONNREFUSED: 'nothing listens at this address',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
};
/** What a failed connection means, from Node's error code. */
function networkError(request, error) {
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j)
        return error;
    const code = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$)(error);
    const permanent = PERMANENT[code];
    const message = permanent ?? PASSING[code] ?? (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .errorMessage */ .gJ)(error);
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j({ ...request, message, transient: permanent === undefined }, { cause: error });
}


/***/ }),

/***/ 1577:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ECR_RATES),
/* harmony export */   v: () => (/* binding */ RateLimiter)
/* harmony export */ });
/** Default quotas per second, account and Region (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
const ECR_RATES = {
    PutImage: 10,
    InitiateLayerUpload: 100,
    CompleteLayerUpload: 100,
};
/** A second, and what the line may add or take between two requests. */
const WINDOW_MS = 1_100;
/** Lets no more than `rate` calls a second of each kind through, in order, in any second one looks at. */
class RateLimiter {
    rates;
    clock;
    turns = new Map();
    recent = new Map();
    constructor(rates, clock) {
        this.rates = rates;
        this.clock = clock;
    }
    async acquire(call) {
        if (this.rates === undefined)
            return;
        const rate = this.rates[call];
        const turn = (this.turns.get(call) ?? Promise.resolve()).then(() => this.pass(call, rate));
        this.turns.set(call, turn);
        await turn;
    }
    /** One at a time, so that the time that is noted is the time it went, however late a sleep ends. */
    async pass(call, rate) {
        const recent = this.recent.get(call) ?? [];
        const ahead = recent.at(-rate);
        const wait = ahead === undefined ? 0 : ahead + WINDOW_MS - this.clock.now();
        if (wait > 0)
            await this.clock.sleep(wait);
        this.recent.set(call, [...recent, this.clock.now()].slice(-rate));
    }
}


/***/ }),

/***/ 8902:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   vI: () => (/* binding */ DEFAULT_RETRY),
/* harmony export */   xp: () => (/* binding */ pauseBeforeNext)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4054);

const DEFAULT_RETRY = {
    tries: 6,
    baseDelayMs: 300,
    maxDelayMs: 20_000,
    maxRetryAfterMs: 120_000,
};
/**
 * Repeats what failed in passing, with full jitter
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/) or after the time the registry asked for.
 */
async function retry(attempt, clock, policy) {
    for (let tryNumber = 1;; tryNumber++) {
        try {
            return await attempt(tryNumber);
        }
        catch (error) {
            await pauseBeforeNext(error, { tryNumber, clock, policy });
        }
    }
}
/** Waits as long as the failure asks for. @throws the failure itself when another try is of no use */
async function pauseBeforeNext(error, { tryNumber, clock, policy }) {
    if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j) || !error.transient)
        throw error;
    const wait = error.retryAfterMs ?? jitter(tryNumber, clock, policy);
    if (tryNumber >= policy.tries || wait > policy.maxRetryAfterMs)
        throw error.final(tryNumber);
    if (wait > 0)
        policy.onWait?.(error, wait);
    await clock.sleep(wait);
}
function jitter(tryNumber, clock, policy) {
    return clock.random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (tryNumber - 1));
}
/** `Retry-After` in seconds (fractions too, as GHCR sends) or as an HTTP date (RFC 9110 §10.2.3). */
function parseRetryAfter(value, nowMs) {
    if (value === undefined || value.trim() === '')
        return undefined;
    const seconds = Number(value);
    if (Number.isFinite(seconds))
        return Math.max(0, seconds * 1000);
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}


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

/***/ 1730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9783);
/* harmony import */ var _commands_mirror_mirror__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(541);
/* harmony import */ var _github_log__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3385);
/* harmony import */ var _github_publish__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9570);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8488);
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6103);
/* harmony import */ var _http_client__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(3329);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8902);










const READ_IDLE_MS = 30_000;
const UPLOAD_IDLE_MS = 300_000;
function openWorld(env, log, interruption) {
    const proxyUrl = (url) => (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__/* .getProxyUrl */ .s)(url)?.href;
    return {
        env,
        log,
        http: new _http_client__WEBPACK_IMPORTED_MODULE_6__/* .Http */ .l({ idleTimeoutMs: READ_IDLE_MS, proxyUrl }),
        clock: { sleep: async (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms), random: Math.random, now: Date.now },
        retry: {
            ..._http_retry__WEBPACK_IMPORTED_MODULE_7__/* .DEFAULT_RETRY */ .vI,
            onWait: (error, waitMs) => {
                log.info(`${error.message}; trying again in ${(0,_text_format__WEBPACK_IMPORTED_MODULE_8__/* .formatSeconds */ .Xo)(waitMs / 1000)}`);
            },
        },
        uploadIdleTimeoutMs: UPLOAD_IDLE_MS,
        proxyUrl,
        readFile: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'),
        writeFile: (path, content) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(path, content),
        runHelper: async (program, args, input) => {
            const { getExecOutput } = await __nccwpck_require__.e(/* import() */ 955).then(__nccwpck_require__.bind(__nccwpck_require__, 1955));
            return getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true });
        },
        idToken: async (audience) => (await Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(955), __nccwpck_require__.e(779), __nccwpck_require__.e(58)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6058))).getIDToken(audience),
        openFolder: async () => (folder = await (await __nccwpck_require__.e(/* import() */ 351).then(__nccwpck_require__.bind(__nccwpck_require__, 5351))).createStepDirectory(env)),
        interruption,
    };
}
async function run(inputs, runtime) {
    switch (inputs.command) {
        case 'mirror':
            return (0,_commands_mirror_mirror__WEBPACK_IMPORTED_MODULE_3__/* .mirror */ .e)(inputs, runtime);
        case 'plan':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(776), __nccwpck_require__.e(371), __nccwpck_require__.e(153), __nccwpck_require__.e(361), __nccwpck_require__.e(961)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4961))).plan(inputs, runtime);
        case 'apply':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(776), __nccwpck_require__.e(371), __nccwpck_require__.e(153), __nccwpck_require__.e(361), __nccwpck_require__.e(672)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9672))).apply(inputs, runtime);
        case 'verify':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(371), __nccwpck_require__.e(153), __nccwpck_require__.e(236)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6399))).verify(inputs, runtime);
        case 'refresh':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(776), __nccwpck_require__.e(212)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6212))).refresh(inputs, runtime);
        case 'drift':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(776), __nccwpck_require__.e(371), __nccwpck_require__.e(153), __nccwpck_require__.e(361), __nccwpck_require__.e(332)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3332))).drift(inputs, runtime);
    }
}
/** A Terraform at work is interrupted once and waited for; the runner ends this process if that takes too long. */
function cancellation(inputs, log) {
    const cancelled = new AbortController();
    if (inputs.command === 'mirror' || inputs.command === 'refresh')
        return cancelled.signal;
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            if (cancelled.signal.aborted)
                return;
            const isVerify = inputs.command === 'verify';
            log.info(`The run is cancelled${isVerify ? '' : ': Terraform is asked to stop and to save its state'}`);
            cancelled.abort();
            // At once: the runner may end this process before Terraform has ended.
            void Promise.all(/* import() */[__nccwpck_require__.e(119), __nccwpck_require__.e(955), __nccwpck_require__.e(779), __nccwpck_require__.e(58)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6058)).then(({ setOutput }) => {
                setOutput('failure-reason', 'cancelled');
            });
        });
    }
    return cancelled.signal;
}
const log = (0,_github_log__WEBPACK_IMPORTED_MODULE_4__/* .openLog */ .N)(process.stdout);
let runtime;
/** Of this step. */
let folder;
try {
    const inputs = (0,_inputs_inputs__WEBPACK_IMPORTED_MODULE_5__/* .readInputs */ .K)(process.env);
    runtime = openWorld(process.env, log, cancellation(inputs, log));
    await (0,_github_publish__WEBPACK_IMPORTED_MODULE_9__/* .publish */ .m)(await run(inputs, runtime), process.env);
}
catch (error) {
    const { failedOutcome } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(776)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9776));
    await (0,_github_publish__WEBPACK_IMPORTED_MODULE_9__/* .publish */ .m)(failedOutcome(error), process.env);
}
finally {
    await runtime?.http.close();
    if (folder !== undefined)
        await (await Promise.all(/* import() */[__nccwpck_require__.e(371), __nccwpck_require__.e(276)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8135))).removeStepDirectory(folder);
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2902:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OR: () => (/* binding */ Registry),
  a$: () => (/* binding */ pull),
  VC: () => (/* binding */ push)
});

// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __nccwpck_require__(3602);
// EXTERNAL MODULE: ./src/http/body.ts
var http_body = __nccwpck_require__(9662);
// EXTERNAL MODULE: ./src/registry/error.ts
var error = __nccwpck_require__(3269);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __nccwpck_require__(8902);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(1789);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __nccwpck_require__(4054);
;// CONCATENATED MODULE: ./src/registry/token.ts





/** Docker's specification: a token without expires_in lives a minute. */
const DEFAULT_TOKEN_LIFE_S = 60;
const TOKEN_LIMIT = 256 * 1024;
function parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const bearer = /\bBearer\s+(.*)$/i.exec(header);
    if (bearer?.[1] !== undefined) {
        const parameters = new Map();
        for (const [, name = '', quoted, bare] of bearer[1].matchAll(/(\w+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
            // A second challenge may follow in the same header; what is said first is the first one's.
            if (!parameters.has(name.toLowerCase()))
                parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
        }
        const realm = parameters.get('realm');
        if (realm !== undefined)
            return { scheme: 'bearer', realm, service: parameters.get('service') };
    }
    return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}
function basic({ username, password }, { mask }) {
    const encoded = Buffer.from(`${username}:${password}`).toString('base64');
    mask(password);
    mask(encoded);
    return `Basic ${encoded}`;
}
/**
 * Asks a token service for a token of these scopes, by refresh token or by GET with Basic or without.
 *
 * @throws HttpError that says who was refused
 */
async function fetchToken(realm, question, http) {
    const request = tokenRequest(realm, question);
    const { response } = await http.send(request);
    const body = await (0,http_body/* readBody */.x)(response, request, TOKEN_LIMIT);
    if (response.statusCode !== 200)
        throw tokenRefused(request, response, { body, anonymous: !question.credentials });
    const answer = parseToken(body, request);
    question.login.mask(answer.token);
    return answer;
}
function tokenRequest(realm, { challenge, credentials, scopes, login }) {
    if (credentials !== undefined && 'identityToken' in credentials) {
        login.mask(credentials.identityToken);
        const form = new URLSearchParams({
            grant_type: 'refresh_token',
            service: challenge.service ?? '',
            scope: scopes.join(' '),
            client_id: 'langfuse-deploy',
            refresh_token: credentials.identityToken,
        });
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: realm, headers, body: Buffer.from(form.toString()) };
    }
    const url = new URL(realm);
    if (challenge.service !== undefined)
        url.searchParams.set('service', challenge.service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return { method: 'GET', url, ...(credentials && { headers: { authorization: basic(credentials, login) } }) };
}
function parseToken(body, { method, url }) {
    const answer = (0,json/* parseObject */.lj)(body.toString('utf8')) ?? {};
    const token = answer['token'] ?? answer['access_token'];
    if (typeof token !== 'string' || token === '') {
        const message = 'the token service answered without a token';
        throw new http_error/* HttpError */.j({ method, url, message, transient: false });
    }
    const seconds = answer['expires_in'];
    return {
        token,
        lifeMs: (typeof seconds === 'number' && seconds > 0 ? seconds : DEFAULT_TOKEN_LIFE_S) * 1000,
    };
}
function tokenRefused({ method, url }, { statusCode = 0, headers }, { body, anonymous }) {
    const { codes, message } = (0,error/* parseErrorBody */.kW)(body.toString('utf8'), headers['content-type'] ?? '');
    const who = anonymous ? 'an anonymous client' : 'the credentials that were given';
    const isRefusal = statusCode < 500 && statusCode !== 429;
    const remedy = 'log in to the registry before this step (docker/login-action, or docker login)';
    const words = isRefusal ? `refused a token to ${who}: ${message}; ${remedy}` : message;
    const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(headers['retry-after'], Date.now());
    const facts = { method, url, status: statusCode, codes, retryAfterMs };
    return new http_error/* HttpError */.j({ ...facts, message: words, transient: !isRefusal });
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(4212);
;// CONCATENATED MODULE: ./src/registry/auth.ts




const EXPIRY_MARGIN_MS = 10_000;
/** The authorization of one registry: what its challenge asks for, kept by scope, renewed when it runs out. */
class Authorizer {
    origin;
    source;
    runtime;
    challenge;
    login;
    grants = new Map();
    constructor(origin, source, runtime) {
        this.origin = origin;
        this.source = source;
        this.runtime = runtime;
        this.challenge = source.challenge;
    }
    /** What the registry will ask for, known before it refuses anything. */
    learn(challenge) {
        this.challenge = challenge ?? this.challenge;
    }
    /** The header to send for these scopes; undefined as long as the registry has not asked for any. */
    async header(scopes) {
        if (this.challenge === undefined)
            return undefined;
        const key = this.challenge.scheme === 'basic' ? '' : scopes.join(' ');
        const pending = this.grants.get(key);
        const kept = await pending;
        if (kept !== undefined && kept.expiresAtMs > this.runtime.clock.now())
            return kept.header;
        // Whoever came first after it ran out has asked for the next one already.
        if (kept !== undefined && this.grants.get(key) === pending)
            this.grants.delete(key);
        const grant = this.grants.get(key) ?? this.obtain(this.challenge, scopes);
        this.grants.set(key, grant);
        // A failure to get one is told to those who wait for it, and not kept for those who come later.
        grant.catch(() => this.grants.delete(key));
        return (await grant)?.header;
    }
    /** The registry took what was sent. */
    async accept(header) {
        for (const pending of this.grants.values()) {
            const grant = await pending.catch(() => undefined);
            if (grant?.header === header)
                grant.accepted = true;
        }
    }
    /**
     * The registry refused what was sent (nothing, if undefined).
     *
     * @returns whether another try has something new to offer
     */
    async refuse(challenge, { header, scopes }) {
        if (header === undefined) {
            this.learn(challenge);
            return (await this.header(scopes)) !== undefined;
        }
        for (const [key, pending] of this.grants) {
            const grant = await pending.catch(() => undefined);
            if (grant?.header !== header)
                continue;
            if (!grant.accepted)
                return false;
            this.grants.delete(key);
            this.login = undefined;
        }
        return true;
    }
    async obtain(challenge, scopes) {
        this.login ??= this.source.credentials();
        const credentials = await this.login.catch((error) => {
            this.login = undefined;
            throw error;
        });
        if (challenge.scheme === 'bearer')
            return this.fetchToken(challenge, credentials, scopes);
        if (credentials === undefined || !('password' in credentials))
            return undefined;
        return { header: basic(credentials, this.source), expiresAtMs: Infinity, accepted: false };
    }
    async fetchToken(challenge, credentials, scopes) {
        const realm = this.realm(challenge.realm);
        const { token, lifeMs } = await fetchToken(realm, { challenge, credentials, scopes, login: this.source }, this.runtime.http);
        const margin = Math.min(EXPIRY_MARGIN_MS, lifeMs / 2);
        return {
            header: `Bearer ${token}`,
            expiresAtMs: this.runtime.clock.now() + lifeMs - margin,
            accepted: false,
        };
    }
    /** A registry may send its clients' credentials to its token service, but not to this machine or in the clear. */
    realm(text) {
        const url = URL.canParse(text, this.origin.href) ? new URL(text, this.origin) : undefined;
        if (url && (0,image_reference/* mayLeadTo */.D7)(this.origin, url))
            return url;
        const message = `asks for a token from '${(0,sanitize/* toPrintableLine */.Ld)(text)}', which is not an HTTPS address; nothing was sent there`;
        throw new http_error/* HttpError */.j({ method: 'GET', url: this.origin, message, transient: false });
    }
}

// EXTERNAL MODULE: ./src/http/rate-limiter.ts
var rate_limiter = __nccwpck_require__(1577);
// EXTERNAL MODULE: ./src/http/client.ts
var client = __nccwpck_require__(3329);
// EXTERNAL MODULE: ./src/registry/media-types.ts
var media_types = __nccwpck_require__(9867);
// EXTERNAL MODULE: ./src/registry/pull-limit.ts
var pull_limit = __nccwpck_require__(3846);
;// CONCATENATED MODULE: ./src/registry/client.ts











const ANSWER_LIMIT = 8 * 1024 * 1024;
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);
/** ECR says so in plain text, with status 403 (https://github.com/awslabs/amazon-ecr-credential-helper/issues/7). */
const EXPIRED = /authorization token has expired/i;
const pull = (repository) => `repository:${repository}:pull`;
const push = (repository) => `repository:${repository}:pull,push`;
/** One registry over the OCI distribution specification 1.1: addresses, authorization, retries, its words in errors. */
class Registry {
    runtime;
    name;
    origin;
    authorizer;
    governor;
    /** What Docker Hub said last of how many manifests it would still give. */
    pullsLeft;
    constructor(address, runtime) {
        this.runtime = runtime;
        this.name = address.name;
        this.origin = address.origin;
        this.authorizer = new Authorizer(address.origin, address.login, runtime);
        this.governor = new rate_limiter/* RateLimiter */.v(address.rates, runtime.clock);
    }
    /** Opens a connection and learns how to log in; what fails here is told by the first call that matters. */
    async greet() {
        try {
            const request = { method: 'GET', url: new URL('/v2/', this.origin) };
            const { response, url } = await this.runtime.http.send(request);
            await (0,http_body/* readBody */.x)(response, request, ANSWER_LIMIT);
            if (url.origin === this.origin.origin)
                this.authorizer.learn(parseChallenge(response.headers['www-authenticate']));
        }
        catch {
            return;
        }
    }
    /** One call with retries, read to its end. @throws HttpError for a status that `accept` does not list */
    async call(call) {
        return (0,retry/* retry */.L5)(() => this.attempt(call), this.runtime.clock, this.runtime.retry);
    }
    /** One call, once. */
    async attempt(call) {
        const { response, request } = await this.open(call);
        const body = await (0,http_body/* readBody */.x)(response, request, ANSWER_LIMIT);
        return { status: response.statusCode ?? 0, headers: response.headers, body };
    }
    /** One call, once, whose answer is still to be read. */
    async open(call) {
        if (call.rated !== undefined)
            await this.governor.acquire(call.rated);
        const authorization = await this.authorizer.header(call.scopes);
        const url = typeof call.path === 'string' ? new URL(`/v2/${call.path}`, this.origin) : call.path;
        const request = {
            method: call.method,
            url,
            headers: { ...call.headers, ...(authorization !== undefined && { authorization }) },
            ...(call.body !== undefined && { body: call.body }),
            ...(call.redirect !== undefined && { redirect: call.redirect }),
            ...(call.idleTimeoutMs !== undefined && { idleTimeoutMs: call.idleTimeoutMs }),
        };
        const answer = await this.runtime.http.send(request);
        const { response } = answer;
        const status = response.statusCode ?? 0;
        // What the host of a redirect says of credentials is not the registry's word: it never gets to see any.
        const isOwn = answer.url.origin === url.origin;
        this.pullsLeft = (0,pull_limit/* parsePullsLeft */.L9)(response.headers['ratelimit-remaining']) ?? this.pullsLeft;
        if (isOwn && status !== 401 && status !== 403 && authorization !== undefined) {
            await this.authorizer.accept(authorization);
        }
        if ((call.accept ?? [200]).includes(status))
            return { response, request };
        const facts = await this.refusal({ ...request, url: answer.url }, response);
        if (isOwn && isLoginWanted(facts))
            throw await this.loginError(response, facts, { authorization, call });
        throw new http_error/* HttpError */.j(facts);
    }
    /** What a tag or digest stands for, at no cost to Docker Hub's budget. */
    async headManifest(repository, reference) {
        const { status, headers } = await this.call({
            method: 'HEAD',
            path: `${repository}/manifests/${reference}`,
            scopes: [pull(repository)],
            accept: [200, 404],
            headers: { accept: media_types/* MANIFEST_TYPES */._P.join(', ') },
        });
        return { digest: status === 200 ? headers['docker-content-digest']?.toString() : undefined, headers };
    }
    async hasBlob(repository, digest) {
        const { status } = await this.call({
            method: 'HEAD',
            path: `${repository}/blobs/${digest}`,
            scopes: [push(repository)],
            // A registry that says where the blob lies has it; an address signed for GET would refuse the HEAD.
            accept: [200, ...client/* REDIRECTS */.e, 404],
            redirect: 'manual',
        });
        return status !== 404;
    }
    async refusal(request, response) {
        const status = response.statusCode ?? 0;
        const body = await (0,http_body/* readBody */.x)(response, request, ANSWER_LIMIT).catch(() => Buffer.alloc(0));
        const { codes, message } = (0,error/* parseErrorBody */.kW)(body.toString('utf8'), response.headers['content-type'] ?? '');
        const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(response.headers['retry-after'], Date.now());
        const { method, url } = request;
        return {
            method,
            url,
            status,
            codes,
            message: explain(status, message),
            retryAfterMs,
            transient: TRANSIENT.has(status),
        };
    }
    /** Tried again at once where there is a new login to offer. */
    async loginError(response, facts, { authorization, call }) {
        const challenge = parseChallenge(response.headers['www-authenticate']);
        const isRenewed = await this.authorizer.refuse(challenge, { header: authorization, scopes: call.scopes });
        if (isRenewed)
            return new http_error/* HttpError */.j({ ...facts, retryAfterMs: 0, transient: true });
        return new http_error/* HttpError */.j({
            ...facts,
            message: this.howToLogIn(facts.message, authorization),
            transient: false,
        });
    }
    howToLogIn(message, authorization) {
        const cause = authorization === undefined
            ? 'it wants credentials and there are none'
            : 'it refuses the credentials that were given';
        return `${message}; ${cause}: log in to ${this.name} before this step (docker/login-action, or docker login)`;
    }
}
function isLoginWanted({ status, message }) {
    return status === 401 || (status === 403 && EXPIRED.test(message));
}
function explain(status, message) {
    return status >= 300 && status < 400
        ? (0,sanitize/* toPrintableLine */.Ld)(`${message} (a redirect that is not followed)`)
        : message;
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ UnsupportedContent),
/* harmony export */   Bj: () => (/* binding */ CorruptContent),
/* harmony export */   kW: () => (/* binding */ parseErrorBody),
/* harmony export */   w2: () => (/* binding */ HTML_PAGE)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(4212);


/** Bytes that are not what their digest or size says. Trying again would be trusting the same liar. */
class CorruptContent extends Error {
    name = 'CorruptContent';
}
/** Something that a registry serves which this program does not copy, in a sentence that says so. */
class UnsupportedContent extends Error {
    name = 'UnsupportedContent';
}
/** A proxy, a captive portal or a mistyped host. */
const HTML_PAGE = 'an HTML page came instead of an answer; is this the address of a registry?';
/** Reads `{"errors":[{"code","message"}]}`, and whatever else registries and proxies answer instead. */
function parseErrorBody(body, contentType) {
    const entries = errorEntries(body);
    if (entries.length > 0) {
        const words = entries.map(({ code, message }) => [code, message].filter((word) => word).join(': '));
        return { codes: entries.flatMap(({ code }) => code ?? []), message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .toPrintableLine */ .Ld)(words.join('; ')) };
    }
    if (/html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body)) {
        return {
            codes: [],
            message: HTML_PAGE,
        };
    }
    return { codes: [], message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .toPrintableLine */ .Ld)(body) || 'no reason given' };
}
function errorEntries(body) {
    const parsed = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(body);
    if (!Array.isArray(parsed?.['errors']))
        return [];
    return parsed['errors'].filter(_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4).map((entry) => ({
        ...(typeof entry['code'] === 'string' && { code: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .toPrintableLine */ .Ld)(entry['code']) }),
        ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
    }));
}


/***/ }),

/***/ 9867:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   EG: () => (/* binding */ OCI_MANIFEST),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   xf: () => (/* binding */ READABLE_TYPES)
/* harmony export */ });
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
/** What an `Accept` header lists, always whole: ECR converts a manifest for a client that names fewer. */
const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, OCI_ARTIFACT, DOCKER_LIST, DOCKER_MANIFEST];
/** By digest nothing is converted, so schema 1 can be asked for too, to be refused by name. */
const READABLE_TYPES = [
    ...MANIFEST_TYPES,
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
];


/***/ }),

/***/ 3846:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L9: () => (/* binding */ parsePullsLeft),
/* harmony export */   wD: () => (/* binding */ shortage)
/* harmony export */ });
/* unused harmony export RateLimited */
/** Docker Hub will not give as many manifests as are wanted. */
class RateLimited extends Error {
    name = 'RateLimited';
}
function parsePullsLeft(header) {
    const match = /^(\d+)(?:;w=(\d+))?/.exec(String(header ?? ''));
    if (match === null)
        return undefined;
    return { count: Number(match[1]), windowSeconds: match[2] === undefined ? undefined : Number(match[2]) };
}
/** @returns what to tell the user when the budget does not suffice */
function shortage({ name, pullsLeft }, needed) {
    if (pullsLeft === undefined || pullsLeft.count >= needed)
        return undefined;
    const window = pullsLeft.windowSeconds === undefined ? '' : ` in ${pullsLeft.windowSeconds / 3600} hours`;
    return new RateLimited(`${name} allows ${pullsLeft.count} more pulls${window} and ${needed} are needed; nothing was copied from it. ` +
        'Log in to Docker Hub before this step (docker/login-action), or wait');
}


/***/ }),

/***/ 8488:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   nV: () => (/* binding */ formatAge),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Bytes in decimal units with three digits that count: `842 MB`, `1.29 GB`. */
function formatBytes(bytes) {
    // Rounded before the unit is chosen: 999,600 bytes are 1.00 MB, not 1000 kB.
    const rounded = bytes < 1000 ? Math.round(bytes) : Number(bytes.toPrecision(3));
    const power = rounded < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(rounded) / 3));
    const value = rounded / 1000 ** power;
    return `${power === 0 || value >= 100 ? Math.round(value) : value.toPrecision(3)} ${UNITS[power] ?? 'B'}`;
}
/** Seconds as people say them: `0.8 s`, `42 s`, `3 min 5 s`. */
function formatSeconds(seconds) {
    const tenths = Math.round(seconds * 10) / 10;
    if (tenths < 10)
        return `${tenths.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
function formatRate(bytes, seconds) {
    return seconds > 0 && bytes > 0 ? `${formatBytes(bytes / seconds)}/s` : '';
}
const HOUR_MS = 3_600_000;
/** How old something is, as people say it: `5 hours`, `3 days`. */
function formatAge(ms) {
    const hours = Math.max(0, Math.floor(ms / HOUR_MS));
    const [number, noun] = hours < 48 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}


/***/ }),

/***/ 3602:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   D7: () => (/* binding */ mayLeadTo),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Z6: () => (/* binding */ isRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   ft: () => (/* binding */ InvalidReference),
/* harmony export */   lG: () => (/* binding */ apiOrigin)
/* harmony export */ });
/* unused harmony export isHost */
class InvalidReference extends Error {
    name = 'InvalidReference';
}
const HOST = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;
// OCI distribution specification, "Pulling manifests": <name> and <reference>.
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
// OCI image specification, "Digests": the two registered algorithms.
const DIGEST = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
/** Also refuses what no address can have: port 99999, 1.2.3.999. */
const isHost = (text) => HOST.test(text) && URL.canParse(`https://${text}`);
const isRepository = (text) => text.length <= 255 && REPOSITORY.test(text);
const isTag = (text) => TAG.test(text);
const isDigest = (text) => DIGEST.test(text);
/**
 * Reads a reference the way `docker pull` does, Docker Hub's short names included.
 *
 * @throws InvalidReference that says which part is wrong
 */
function parseReference(text) {
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        throw new InvalidReference(`'${text}' has more than one '@'`);
    if (digest !== undefined && !isDigest(digest)) {
        throw new InvalidReference(`'${digest}' is not a digest: it takes sha256: and 64 lower-case hexadecimal digits`);
    }
    // A colon before the last slash belongs to the port.
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        throw new InvalidReference(`'${tag}' is not a tag: up to 128 letters, digits, '_', '.' and '-'`);
    }
    return { ...parseName(colon < 0 ? beforeDigest : beforeDigest.slice(0, colon)), tag, digest };
}
function parseName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    // Docker's rule: a first component with a dot or a port, or localhost, is a host.
    const hasHost = first === 'localhost' || /[.:]/.test(first);
    if (hasHost && !isHost(first))
        throw new InvalidReference(`'${first}' is not a registry host`);
    const registry = !hasHost || first === 'index.docker.io' || first === 'registry-1.docker.io' ? 'docker.io' : first;
    const path = hasHost ? name.slice(slash + 1) : name;
    const repository = registry === 'docker.io' && path !== '' && !path.includes('/') ? `library/${path}` : path;
    if (!isRepository(repository)) {
        throw new InvalidReference(`'${path}' is not a repository name: lower-case letters, digits, '.', '_', '-' and '/'`);
    }
    return { registry, repository };
}
/** The address of a registry's API: plain HTTP for loopback only, Docker Hub by its real host. */
function apiOrigin(registry) {
    if (registry === 'docker.io')
        return new URL('https://registry-1.docker.io');
    const url = new URL(`https://${registry}`);
    return isLoopback(url.hostname) ? new URL(`http://${registry}`) : url;
}
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
/** Whether a registry may send its clients on to this address: to HTTPS anywhere, to loopback only from loopback. */
function mayLeadTo(from, to) {
    if (isLoopback(to.hostname))
        return isLoopback(from.hostname) && /^https?:$/.test(to.protocol);
    return to.protocol === 'https:';
}


/***/ }),

/***/ 1789:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   Q0: () => (/* binding */ recordsIn),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   Zj: () => (/* binding */ nonEmptyTextAt),
/* harmony export */   fK: () => (/* binding */ valueAt),
/* harmony export */   lj: () => (/* binding */ parseObject),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   zR: () => (/* binding */ recordAt)
/* harmony export */ });
/** Reports whether a value is an object that is neither null nor an array. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Parses JSON. Returns undefined for invalid JSON. */
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** Parses a JSON object. Returns undefined for anything else. */
function parseObject(text) {
    const value = parseJson(text);
    return isRecord(value) ? value : undefined;
}
/** Returns the value at a path of keys, or undefined where the path ends early. */
function valueAt(value, ...path) {
    return path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}
/** Returns the string at a path of keys, or undefined for any other value. */
function textAt(value, ...path) {
    const found = valueAt(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
/** Returns the string at a key, or undefined if it is empty or any other value. */
const nonEmptyTextAt = (value, key) => textAt(value, key) || undefined;
/** Returns the number at a path of keys, or undefined for any other value. */
function numberAt(value, ...path) {
    const found = valueAt(value, ...path);
    return typeof found === 'number' ? found : undefined;
}
/** Returns the object at a key, or an empty object for any other value. */
function recordAt(value, key) {
    const found = valueAt(value, key);
    return isRecord(found) ? found : {};
}
/** Returns an array's items, or none for any other value. */
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
}
/** Returns the objects among an array's items. */
const recordsIn = (value) => itemsOf(value).filter(isRecord);


/***/ }),

/***/ 4212:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ escapeWorkflowCommands),
/* harmony export */   Ld: () => (/* binding */ toPrintableLine),
/* harmony export */   Tz: () => (/* binding */ escapeToLine),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
/* unused harmony export removeInvisible */
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

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

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

/***/ 3339:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("module");

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

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

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

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

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

/***/ }),

/***/ 9783:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ getProxyUrl)
/* harmony export */ });
/* unused harmony export checkBypass */
function getProxyUrl(reqUrl) {
    const usingSsl = reqUrl.protocol === 'https:';
    if (checkBypass(reqUrl)) {
        return undefined;
    }
    const proxyVar = (() => {
        if (usingSsl) {
            return process.env['https_proxy'] || process.env['HTTPS_PROXY'];
        }
        else {
            return process.env['http_proxy'] || process.env['HTTP_PROXY'];
        }
    })();
    if (proxyVar) {
        try {
            return new DecodedURL(proxyVar);
        }
        catch (_a) {
            if (!proxyVar.startsWith('http://') && !proxyVar.startsWith('https://'))
                return new DecodedURL(`http://${proxyVar}`);
        }
    }
    else {
        return undefined;
    }
}
function checkBypass(reqUrl) {
    if (!reqUrl.hostname) {
        return false;
    }
    const reqHost = reqUrl.hostname;
    if (isLoopbackAddress(reqHost)) {
        return true;
    }
    const noProxy = process.env['no_proxy'] || process.env['NO_PROXY'] || '';
    if (!noProxy) {
        return false;
    }
    // Determine the request port
    let reqPort;
    if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
    }
    else if (reqUrl.protocol === 'http:') {
        reqPort = 80;
    }
    else if (reqUrl.protocol === 'https:') {
        reqPort = 443;
    }
    // Format the request hostname and hostname with port
    const upperReqHosts = [reqUrl.hostname.toUpperCase()];
    if (typeof reqPort === 'number') {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
    }
    // Compare request host against noproxy
    for (const upperNoProxyItem of noProxy
        .split(',')
        .map(x => x.trim().toUpperCase())
        .filter(x => x)) {
        if (upperNoProxyItem === '*' ||
            upperReqHosts.some(x => x === upperNoProxyItem ||
                x.endsWith(`.${upperNoProxyItem}`) ||
                (upperNoProxyItem.startsWith('.') &&
                    x.endsWith(`${upperNoProxyItem}`)))) {
            return true;
        }
    }
    return false;
}
function isLoopbackAddress(host) {
    const hostLower = host.toLowerCase();
    return (hostLower === 'localhost' ||
        hostLower.startsWith('127.') ||
        hostLower.startsWith('[::1]') ||
        hostLower.startsWith('[0:0:0:0:0:0:0:1]'));
}
class DecodedURL extends URL {
    constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
    }
    get username() {
        return this._decodedUsername;
    }
    get password() {
        return this._decodedPassword;
    }
}
//# sourceMappingURL=proxy.js.map

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
/******/ var __webpack_exports__ = __nccwpck_require__(1730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 62778:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ parseEcrHost)
/* harmony export */ });
/**
 * Hosts of private registries (https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html).
 * Anchored, because a matching host receives an ECR password.
 */
const HOST_PATTERNS = [
    /^(\d{12})\.dkr\.ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.amazonaws\.(?:com|com\.cn|eu)$/,
    /^(\d{12})\.dkr-ecr(?:-fips)?\.([a-z0-9]+(?:-[a-z0-9]+)+)\.on\.(?:aws|amazonwebservices\.com\.cn)$/,
];
/** Parses the host of a private registry, without a port. */
function parseEcrHost(host) {
    for (const form of HOST_PATTERNS) {
        const [, accountId, region] = form.exec(host.toLowerCase()) ?? [];
        if (accountId !== undefined && region !== undefined)
            return { accountId, region };
    }
    return undefined;
}


/***/ }),

/***/ 85511:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  q: () => (/* binding */ startMirror)
});

// EXTERNAL MODULE: external "node:timers/promises"
var promises_ = __nccwpck_require__(58500);
// EXTERNAL MODULE: ./src/commands/registry-logins.ts + 1 modules
var registry_logins = __nccwpck_require__(94674);
// EXTERNAL MODULE: ./src/commands/source-registries.ts
var source_registries = __nccwpck_require__(29973);
// EXTERNAL MODULE: ./src/aws/ecr-host.ts
var ecr_host = __nccwpck_require__(62778);
// EXTERNAL MODULE: ./src/http/rate-limiter.ts
var rate_limiter = __nccwpck_require__(51577);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs_inputs = __nccwpck_require__(40546);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __nccwpck_require__(24247);
// EXTERNAL MODULE: ./src/registry/existence-check.ts
var existence_check = __nccwpck_require__(13510);
// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __nccwpck_require__(23602);
// EXTERNAL MODULE: ./src/commands/scan-findings.ts
var scan_findings = __nccwpck_require__(71268);
;// CONCATENATED MODULE: ./src/commands/mirror/target-registry.ts







/** For the ping and the first images. */
const STARTING_CONNECTIONS = 5;
/**
 * Connects to the target: the account's ECR, or the registry that the inputs name.
 *
 * @throws AwsError, HttpError, InvalidInput
 */
async function openTarget(inputs, options) {
    const name = inputs.registry;
    if (name === undefined || (0,ecr_host/* parseEcrHost */.w)(name))
        return openEcrTarget(inputs, options);
    const login = options.logins.forHost(name);
    const registry = new client/* Registry */.OR({ name, origin: (0,image_reference/* apiOrigin */.lG)(name), login }, options.runtime);
    const existence = (0,existence_check/* checkByHead */.w1)(registry);
    registry.prepare({ other: STARTING_CONNECTIONS });
    registry.ping();
    return { registry, existence, prepareRepository: undefined, canMountBlobs: () => Promise.resolve(true) };
}
async function openEcrTarget(inputs, options) {
    const { logins, runtime } = options;
    const ecr = await logins.openEcr(inputs.registry);
    // The login also names the account's host.
    const first = await ecr.login();
    const name = inputs.registry ?? first.host;
    const login = logins.forEcr(firstThen(first, () => ecr.login()));
    const registry = new client/* Registry */.OR({ name, origin: (0,image_reference/* apiOrigin */.lG)(name), login, rateLimits: rate_limiter/* ECR_RATES */.D }, runtime);
    return {
        registry,
        existence: ecrExistence(ecr, (0,existence_check/* checkByHead */.w1)(registry)),
        prepareRepository: (repository) => createRepository(repository, ecr, { inputs, options }),
        canMountBlobs: () => ecr.isBlobMountingEnabled(),
        scanFindings: (repository, digest) => (0,scan_findings/* readScan */.C)(ecr, repository, digest),
    };
}
function firstThen(first, login) {
    let unused = first;
    return async () => {
        const next = unused ?? (await login());
        unused = undefined;
        return next;
    };
}
async function createRepository(repository, ecr, { inputs, options }) {
    const { log } = options.runtime;
    if (inputs.dryRun) {
        log.info(`${repository} would be created`);
        return;
    }
    if (!inputs.createRepositories) {
        throw new inputs_inputs/* InvalidInput */.o(`create-repositories: is false and the repository ${repository} does not exist. Create it (aws ecr create-repository --repository-name ${repository}) or remove the input.`);
    }
    const { created, warning } = await ecr.createRepository(repository);
    if (created)
        log.info(`${repository} created: immutable tags, scan on push, encrypted`);
    if (warning !== undefined)
        options.warn(warning);
}
/** Falls back to HEAD requests without permission for ECR's API. */
function ecrExistence(ecr, byHead) {
    return {
        async findImage(wanted) {
            const { repository, tag, fallbackTag, digest } = wanted;
            const content = await ecr.findImages(repository, { tags: [tag, fallbackTag], digests: [digest] });
            if (content === undefined)
                return byHead.findImage(wanted);
            return {
                repositoryExists: content.repositoryExists,
                tag: content.digests.get(tag),
                fallbackTag: content.digests.get(fallbackTag),
                hasDigest: content.digests.has(digest),
            };
        },
        async findReferences(repository, references) {
            const content = await ecr.findImages(repository, references);
            return content?.digests ?? byHead.findReferences(repository, references);
        },
        async findBlobs(repository, digests) {
            return (await ecr.findBlobs(repository, digests)) ?? byHead.findBlobs(repository, digests);
        },
    };
}

;// CONCATENATED MODULE: ./src/commands/mirror/start.ts




/**
 * Connects to the target while the code of {@link mirror} loads.
 *
 * A module load blocks the event loop. The first turn opens the connection, the second sends the login request, and
 * the load takes place during the round trip.
 */
async function startMirror(inputs, runtime) {
    const warnings = [];
    const logins = new registry_logins/* RegistryLogins */.k(inputs.aws, runtime);
    const target = openTarget(inputs, { logins, runtime, warn: (message) => warnings.push(message) });
    // `mirror` reports the error; until then it must not be an unhandled rejection.
    target.catch(() => undefined);
    await (0,promises_.setImmediate)();
    await (0,promises_.setImmediate)();
    const { mirror } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858), __nccwpck_require__.e(4534)]).then(__nccwpck_require__.bind(__nccwpck_require__, 54534));
    return mirror(inputs, { sources: new source_registries/* SourceRegistries */.j(logins, runtime), target, warnings }, runtime);
}


/***/ }),

/***/ 94674:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  k: () => (/* binding */ RegistryLogins)
});

// EXTERNAL MODULE: ./src/aws/ecr-host.ts
var ecr_host = __nccwpck_require__(62778);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __nccwpck_require__(24054);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(21789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(64212);
;// CONCATENATED MODULE: ./src/registry/docker-config.ts






/** File or credential helper cannot be used. */
class DockerConfigError extends Error {
    name = 'DockerConfigError';
    reason = 'copy-failed';
}
/**
 * Reads credentials from `credHelpers`, then `credsStore`, then `auths`
 * (https://docs.docker.com/reference/cli/docker/login/#credential-stores).
 *
 * @returns undefined for anonymous access
 * @throws DockerConfigError
 */
async function readDockerCredentials(registry, runtime) {
    const { DOCKER_CONFIG: folder, HOME: home } = runtime.env;
    const path = (0,external_node_path_.join)(folder || (0,external_node_path_.join)(home || (0,external_node_os_.homedir)(), '.docker'), 'config.json');
    const config = readDockerConfig(path);
    const keys = configKeys(registry);
    const helpers = (0,json/* isRecord */.u4)(config['credHelpers']) ? config['credHelpers'] : {};
    const named = keys.map((key) => helpers[key]).find(isNonEmptyString) ??
        Object.entries(helpers)
            .filter(([key]) => keys.includes(hostOfKey(key)))
            .map(([, helper]) => helper)
            .find(isNonEmptyString);
    if (named !== undefined)
        return askHelper(named, keys[0] ?? registry, runtime.run);
    const store = config['credsStore'];
    if (isNonEmptyString(store)) {
        const stored = await askHelper(store, keys[0] ?? registry, runtime.run);
        if (stored !== undefined)
            return stored;
    }
    return fromAuths(config['auths'], keys, path);
}
function readDockerConfig(path) {
    const config = (0,json/* parseObject */.lj)(readText(path));
    if (config === undefined)
        throw new DockerConfigError(`${path} is not a JSON object; run docker login again, or remove it`);
    return config;
}
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch (error) {
        if ((0,http_error/* errorCode */.C)(error) === 'ENOENT')
            return '{}';
        throw new DockerConfigError(`${path} cannot be read: ${(0,sanitize/* errorMessage */.gJ)(error)}`, { cause: error });
    }
}
const isNonEmptyString = (value) => typeof value === 'string' && value !== '';
/** `docker login` stores Docker Hub under the URL of its version 1 API. */
function configKeys(registry) {
    if (registry === 'docker.io') {
        return ['https://index.docker.io/v1/', 'index.docker.io', 'docker.io', 'registry-1.docker.io'];
    }
    return [registry, `https://${registry}`];
}
/** Reduces a key such as `https://HOST/v1/` to its host, as Docker does. Keys with a namespace stay as they are. */
const hostOfKey = (key) => key.replace(/^https?:\/\//, '').replace(/\/(?:v[12]\/?)?$/, '');
function fromAuths(auths, keys, path) {
    if (!(0,json/* isRecord */.u4)(auths))
        return undefined;
    const key = keys.find((candidate) => (0,json/* isRecord */.u4)(auths[candidate])) ??
        Object.keys(auths).find((candidate) => keys.includes(hostOfKey(candidate)));
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
/** Protocol: https://github.com/docker/docker-credential-helpers. */
async function askHelper(helper, server, run) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper))
        throw new DockerConfigError(`'${(0,sanitize/* toPrintableLine */.Ld)(helper)}' in Docker's config is not a valid name of a credential helper`);
    const { exitCode, stdout } = await run(program, ['get'], server).catch((error) => {
        throw new DockerConfigError(`${program} cannot be run, but Docker's config uses it for ${server}; install it or remove it from the config`, { cause: error });
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
        throw new DockerConfigError(`${program} get returned no JSON object with Username and Secret for ${server}`);
    }
    const { Username: username, Secret: secret } = answer;
    return username === '<token>' ? { identityToken: secret } : { username, password: secret };
}

;// CONCATENATED MODULE: ./src/commands/registry-logins.ts


/** Credentials for registries: the AWS session for ECR, Docker's configuration for all others. */
class RegistryLogins {
    aws;
    runtime;
    sessions = new Map();
    constructor(aws, runtime) {
        this.aws = aws;
        this.runtime = runtime;
    }
    forHost(host) {
        return (0,ecr_host/* parseEcrHost */.w)(host)
            ? this.forEcr(async () => (await this.openEcr(host)).login())
            : this.forDocker(host);
    }
    forEcr(login) {
        return { challenge: { scheme: 'basic' }, mask: this.runtime.log.mask, credentials: login };
    }
    /**
     * @param host undefined for the account's own registry
     * @throws AwsError, InvalidInput
     */
    async openEcr(host) {
        const registry = host === undefined ? undefined : (0,ecr_host/* parseEcrHost */.w)(host);
        const region = registry?.region ?? this.aws.region;
        // Other registries need no AWS client.
        const [{ Ecr }, { openSession }] = await Promise.all([__nccwpck_require__.e(/* import() */ 937).then(__nccwpck_require__.bind(__nccwpck_require__, 30937)), __nccwpck_require__.e(/* import() */ 8538).then(__nccwpck_require__.bind(__nccwpck_require__, 98538))]);
        const session = this.sessions.get(region) ?? openSession(this.aws, region, this.runtime);
        this.sessions.set(region, session);
        return new Ecr(await session, { ...this.runtime, mask: this.runtime.log.mask }, registry?.accountId);
    }
    forDocker(host) {
        const { env, log, runHelper } = this.runtime;
        return { mask: log.mask, credentials: () => readDockerCredentials(host, { env, run: runHelper }) };
    }
}


/***/ }),

/***/ 99373:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

// ESM COMPAT FLAG
__nccwpck_require__.r(__webpack_exports__);

// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  openRuntime: () => (/* binding */ openRuntime),
  stepRuntime: () => (/* binding */ stepRuntime)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./src/http/client.ts + 5 modules
var client = __nccwpck_require__(93843);
;// CONCATENATED MODULE: ./src/http/host-outages.ts
/**
 * Hosts that have failed since their last answer. All requests of a run share one retry limit for each host: when it is
 * used up, the next failure of any request to the host is final. They also share the wait that the host asks for.
 */
class HostOutages {
    retryLimitMs;
    outages = new Map();
    /** Ends of the waits that hosts asked for. */
    pauses = new Map();
    constructor(retryLimitMs) {
        this.retryLimitMs = retryLimitMs;
    }
    /** Ends the host's outage. */
    recordAnswer(host) {
        this.outages.delete(host);
    }
    /**
     * Counts the time since the first failure, or since the end of a wait that the host asked for.
     *
     * @param nowMs monotonic
     */
    recordFailure(host, nowMs, askedMs = 0) {
        const known = this.outages.get(host);
        const sinceMs = Math.max(known?.sinceMs ?? nowMs, askedMs > 0 ? nowMs + askedMs : 0);
        this.outages.set(host, { sinceMs, isAnnounced: known?.isAnnounced ?? false });
        return nowMs - sinceMs >= this.retryLimitMs ? 'given-up' : 'waiting';
    }
    /** Delays all requests to a host, as `Retry-After` of one of them asks. */
    pause(host, untilMs) {
        this.pauses.set(host, Math.max(untilMs, this.pauses.get(host) ?? 0));
    }
    /** Waits until a request may be sent to the host. */
    async waitForTurn(host, clock) {
        let waitedUntilMs = 0;
        for (;;) {
            const untilMs = this.pauses.get(host) ?? 0;
            const waitMs = untilMs - clock.now();
            // Another request may have extended the wait.
            if (waitMs <= 0 || untilMs <= waitedUntilMs)
                return;
            await clock.sleep(waitMs);
            waitedUntilMs = untilMs;
        }
    }
    /** Returns true for the first call of an outage. */
    announce(host) {
        const outage = this.outages.get(host);
        if (outage?.isAnnounced === true)
            return false;
        if (outage !== undefined)
            outage.isAnnounced = true;
        return true;
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(77030);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __nccwpck_require__(80114);
;// CONCATENATED MODULE: ./src/http/proxy.ts


/** `HTTPS_PROXY` or `HTTP_PROXY` cannot be used. The message does not quote it, because it may contain a password. */
class InvalidProxy extends Error {
    name = 'InvalidProxy';
    reason = 'invalid-input';
}
/**
 * Returns the proxy for a URL, by `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` in either case. `NO_PROXY` is read as Go
 * does, so that Terraform and this action take the same way: names with their subdomains, `.name`, `*.name`, addresses,
 * ranges (`10.0.0.0/8`), each with or without a port, and `*`.
 *
 * @returns undefined for a direct connection
 * @throws InvalidProxy
 */
function proxyFor(url, env) {
    const variable = url.protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY';
    const given = env[variable.toLowerCase()] || env[variable];
    if (!given || (0,text_url/* isLoopback */.U9)(url.hostname))
        return undefined;
    const excluded = (env['no_proxy'] || env['NO_PROXY'] || '').split(/[\s,]+/).filter((entry) => entry !== '');
    if (excluded.some((entry) => isExcluded(url, entry.toLowerCase())))
        return undefined;
    // `proxy:3128` would be a URL with the scheme `proxy`.
    const text = given.includes('://') ? given : `http://${given}`;
    if (!URL.canParse(text))
        throw new InvalidProxy(`${variable} is not a URL. Expected http://host:port`);
    const { protocol, href } = new URL(text);
    if (protocol === 'http:' || protocol === 'https:')
        return href;
    throw new InvalidProxy(`${variable} is a proxy of type ${protocol.slice(0, -1)}. Expected http:// or https://`);
}
function isExcluded({ hostname, port, protocol }, entry) {
    if (entry === '*')
        return true;
    const host = withoutBrackets(hostname).replace(/\.$/, '');
    const [, name = entry, ownPort] = /^(\[.+\]|[^:]+):(\d+)$/.exec(entry) ?? [];
    if (ownPort !== undefined && ownPort !== (port || (protocol === 'https:' ? '443' : '80')))
        return false;
    if ((0,external_node_net_.isIP)(host) !== 0)
        return isInRange(host, withoutBrackets(name));
    const domain = name.replace(/^\*?\.?/, '');
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
/** @param range an address, or `address/bits` */
function isInRange(address, range) {
    const [network = '', bits] = range.split('/');
    const family = (0,external_node_net_.isIP)(network);
    if (family === 0 || (0,external_node_net_.isIP)(address) !== family)
        return false;
    const longest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
    if (!(prefix <= longest))
        return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    const list = new external_node_net_.BlockList();
    list.addSubnet(network, prefix, type);
    return list.check(address, type);
}

// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __nccwpck_require__(23421);
// EXTERNAL MODULE: ./src/http/system-clock.ts
var system_clock = __nccwpck_require__(33904);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(21789);
// EXTERNAL MODULE: ./src/registry/content-hash.ts
var content_hash = __nccwpck_require__(92495);
;// CONCATENATED MODULE: ./src/registry/hash-thread.ts


/** A thread takes about as long to start as 64 MiB take to hash, on a core that is idle. */
const MIN_BYTES = 32 * 1024 * 1024;
/** Chunks of up to a slab each. */
const MAX_PENDING = 4;
/** The program as text needs no file of its own next to a bundle. */
const PROGRAM = `
const { createHash } = require('node:crypto')
const { parentPort } = require('node:worker_threads')
const hashes = new Map()
parentPort.on('message', (steps) => {
  const digests = {}
  let last = 0
  for (const { sequence, id, algorithm, chunk, end } of steps) {
    if (algorithm !== undefined) hashes.set(id, createHash(algorithm))
    if (chunk !== undefined) hashes.get(id).update(chunk)
    if (end === 'digest') digests[sequence] = hashes.get(id).digest('hex')
    if (end !== undefined) hashes.delete(id)
    last = sequence
  }
  parentPort.postMessage({ last, digests })
})`;
/** Hashes large content in a second thread, so that this one only moves bytes. */
class HashThread {
    cores;
    minBytes;
    worker;
    failure;
    steps = [];
    /** In the order of their steps. */
    waiting = [];
    lastSequence = 0;
    lastId = 0;
    openHashes = 0;
    /**
     * @param cores with a single one, a second thread only costs time
     * @param minBytes size of content from which the thread is used
     */
    constructor(cores, minBytes = MIN_BYTES) {
        this.cores = cores;
        this.minBytes = minBytes;
    }
    /** Returns a hash; of small content it is computed in this thread. */
    open(algorithm, size) {
        if (size < this.minBytes || this.cores < 2 || this.failure !== undefined)
            return (0,content_hash/* openHash */.$)(algorithm);
        const id = ++this.lastId;
        this.openHashes += 1;
        void this.send({ id, algorithm });
        return {
            maxPending: MAX_PENDING,
            update: async (chunk) => {
                await this.send({ id, chunk: shareable(chunk) });
            },
            digest: () => this.send({ id, end: 'digest' }),
            close: () => {
                this.openHashes -= 1;
                void this.send({ id, end: 'close' });
            },
        };
    }
    async close() {
        this.fail(new Error('the hash thread was closed'));
        await (await this.worker)?.terminate();
    }
    /** Resolves with the digest, or an empty text. */
    send(step) {
        const sequence = ++this.lastSequence;
        const answer = new Promise((resolve, reject) => {
            if (this.failure !== undefined)
                reject(this.failure);
            else
                this.waiting.push({ sequence, resolve, reject });
        });
        // Not every caller waits.
        answer.catch(() => undefined);
        this.steps.push({ sequence, ...step });
        // Messages are expensive: the steps of a turn are one.
        if (this.steps.length === 1)
            setImmediate(() => void this.flush());
        return answer;
    }
    async flush() {
        if (this.failure !== undefined)
            return;
        try {
            this.worker ??= this.start();
            const worker = await this.worker;
            worker.ref();
            worker.postMessage(this.steps);
            this.steps = [];
        }
        catch (error) {
            this.fail(error instanceof Error ? error : new Error(String(error)));
        }
    }
    async start() {
        const { Worker } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 75919, 23));
        const worker = new Worker(PROGRAM, { eval: true, env: {}, execArgv: [] });
        worker.on('message', (answer) => {
            this.settle(answer);
            if (this.waiting.length === 0 && this.openHashes === 0)
                worker.unref();
        });
        worker.on('error', (error) => {
            this.fail(error);
        });
        return worker;
    }
    settle(answer) {
        const last = (0,json/* numberAt */.tk)(answer, 'last') ?? 0;
        const count = this.waiting.findIndex(({ sequence }) => sequence > last);
        for (const { sequence, resolve } of this.waiting.splice(0, count < 0 ? this.waiting.length : count))
            resolve((0,json/* textAt */.$6)(answer, 'digests', String(sequence)) ?? '');
    }
    fail(error) {
        this.failure ??= error;
        this.steps = [];
        for (const { reject } of this.waiting.splice(0))
            reject(error);
    }
}
/** Memory of slabs is shared; other chunks are copied, because a message would copy all memory behind them. */
function shareable(chunk) {
    return chunk.buffer instanceof SharedArrayBuffer ? chunk : Uint8Array.prototype.slice.call(chunk);
}

// EXTERNAL MODULE: ./src/text/format.ts
var format = __nccwpck_require__(98488);
;// CONCATENATED MODULE: ./src/commands/runtime.ts









const READ_IDLE_TIMEOUT_MS = 30_000;
const UPLOAD_IDLE_TIMEOUT_MS = 300_000;
function stepRuntime(env, log) {
    return {
        env,
        log,
        hostname: (0,external_node_os_.hostname)(),
        clock: system_clock/* systemClock */.m,
        readFile: (path) => process.getBuiltinModule('node:fs/promises').readFile(path, 'utf8'),
        idToken: async (audience) => {
            const { requestIdToken } = await __nccwpck_require__.e(/* import() */ 4138).then(__nccwpck_require__.bind(__nccwpck_require__, 24138));
            return requestIdToken(audience, { env, mask: log.mask });
        },
        proxyUrl: (url) => proxyFor(url, env),
    };
}
function openHttpClient({ proxyUrl, clock }, outages) {
    const waitForTurn = (host) => outages.waitForTurn(host, clock);
    return new client/* HttpClient */.Q({ idleTimeoutMs: READ_IDLE_TIMEOUT_MS, proxyUrl, waitForTurn });
}
function retryPolicy(log, outages) {
    return {
        ...retry_policies/* RETRY */.p6.registry,
        outages,
        onWait: (error, waitMs) => {
            log.info(`${error.message}; ${describeWait(waitMs)}`);
        },
    };
}
/** `close` ends the connections and removes the step's directory. */
function openRuntime(env, log, interruption) {
    const step = stepRuntime(env, log);
    const outages = new HostOutages(retry_policies/* RETRY */.p6.registry.retryLimitMs);
    const http = openHttpClient(step, outages);
    const hashes = new HashThread((0,external_node_os_.availableParallelism)());
    let directory;
    return {
        ...step,
        http,
        retry: retryPolicy(log, outages),
        uploadIdleTimeoutMs: UPLOAD_IDLE_TIMEOUT_MS,
        hashes,
        writeFile: (path, content) => process.getBuiltinModule('node:fs/promises').writeFile(path, content),
        runHelper: async (program, args, input) => {
            const { getExecOutput } = await __nccwpck_require__.e(/* import() */ 1955).then(__nccwpck_require__.bind(__nccwpck_require__, 41955));
            return getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true });
        },
        loadTrust: async () => {
            const { loadPublicTrust } = await __nccwpck_require__.e(/* import() */ 9436).then(__nccwpck_require__.bind(__nccwpck_require__, 29436));
            return loadPublicTrust((0,external_node_path_.join)(env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'langfuse-deploy-sigstore'));
        },
        createDirectory: async () => {
            const { createStepDirectory } = await __nccwpck_require__.e(/* import() */ 5351).then(__nccwpck_require__.bind(__nccwpck_require__, 65351));
            return (directory = await createStepDirectory(env));
        },
        interruption,
        close: async () => {
            await Promise.all([http.close(), hashes.close()]);
            if (directory !== undefined)
                await (await Promise.all(/* import() */[__nccwpck_require__.e(5731), __nccwpck_require__.e(3490)]).then(__nccwpck_require__.bind(__nccwpck_require__, 78135))).removeStepDirectory(directory);
        },
    };
}
/** Describes a wait. The log has one line per host, so it names the whole time limit too. */
function describeWait(waitMs) {
    const [wait, limit] = [waitMs, retry_policies/* RETRY */.p6.registry.retryLimitMs].map((ms) => (0,format/* formatSeconds */.Xo)(ms / 1000));
    return `trying again in ${wait ?? ''}, then for up to ${limit ?? ''}`;
}


/***/ }),

/***/ 71268:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ readScan)
/* harmony export */ });
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(64212);

/** Reads ECR's scan findings of an image. An error is a reason, because findings are not worth a failure. */
async function readScan(ecr, repository, digest) {
    try {
        return await ecr.scanFindings(repository, digest);
    }
    catch (error) {
        const [reason = ''] = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .errorMessage */ .gJ)(error).split(/\. (?=[A-Z])/);
        return { kind: 'unknown', reason };
    }
}


/***/ }),

/***/ 29973:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ SourceRegistries)
/* harmony export */ });
/* harmony import */ var _registry_client__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24247);
/* harmony import */ var _text_image_reference__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(23602);


/** Clients of the registries that images are read from. */
class SourceRegistries {
    logins;
    runtime;
    registries = new Map();
    constructor(logins, runtime) {
        this.logins = logins;
        this.runtime = runtime;
    }
    open(name) {
        const known = this.registries.get(name);
        if (known !== undefined)
            return known;
        const login = this.logins.forHost(name);
        const registry = new _registry_client__WEBPACK_IMPORTED_MODULE_0__/* .Registry */ .OR({ name, origin: (0,_text_image_reference__WEBPACK_IMPORTED_MODULE_1__/* .apiOrigin */ .lG)(name), login }, this.runtime);
        this.registries.set(name, registry);
        return registry;
    }
}


/***/ }),

/***/ 19556:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hx: () => (/* binding */ asPullRequest),
/* harmony export */   vU: () => (/* binding */ InvalidContext),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(64212);


/** The environment is not that of a workflow step. */
class InvalidContext extends Error {
    name = 'InvalidContext';
    reason = 'invalid-input';
}
/**
 * Reads the run and its event from the runner's variables
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 *
 * @throws InvalidContext
 */
async function readContext(env, readFile) {
    const payload = await readPayload(requiredVariable(env, 'GITHUB_EVENT_PATH'), readFile);
    const run = readRun(env, payload);
    const name = requiredVariable(env, 'GITHUB_EVENT_NAME');
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
/** Returns the context of a pull request that did not trigger the run. */
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
        isClosed: false,
        author: run.actor,
    };
}
function readRun(env, payload) {
    const fullName = requiredVariable(env, 'GITHUB_REPOSITORY');
    const [owner = '', name = '', ...others] = fullName.split('/');
    if (owner === '' || name === '' || others.length > 0) {
        throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' does not have the form owner/name`);
    }
    const serverUrl = readUrl(env['GITHUB_SERVER_URL'] || 'https://github.com', 'GITHUB_SERVER_URL');
    const runId = requiredVariable(env, 'GITHUB_RUN_ID');
    const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1';
    const payloadId = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'repository', 'id')?.toString();
    return {
        repository: {
            owner,
            name,
            id: env['GITHUB_REPOSITORY_ID'] || payloadId || requiredVariable(env, 'GITHUB_REPOSITORY_ID'),
        },
        runId,
        runAttempt,
        runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
        serverUrl,
        apiUrl: readUrl(env['GITHUB_API_URL'] || 'https://api.github.com', 'GITHUB_API_URL'),
        actor: env['GITHUB_ACTOR'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        sha: parseCommitSha(requiredVariable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
        defaultBranch: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'repository', 'default_branch') || undefined,
    };
}
function readPullRequest(trigger, payload) {
    const number = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'number');
    const baseRef = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'base', 'ref');
    if (number === undefined || baseRef === undefined)
        throw missingKeyError(trigger, 'pull_request');
    // GitHub returns null for the repository of a deleted fork.
    const headId = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'head', 'repo', 'id');
    return {
        event: 'pull_request',
        trigger,
        number,
        headSha: parseCommitSha((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
        baseSha: parseCommitSha((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
        baseRef,
        isFork: headId === undefined || headId !== (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'base', 'repo', 'id'),
        isClosed: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'state') === 'closed',
        author: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'user', 'login') ?? 'ghost',
    };
}
function readMergeGroup(payload) {
    const baseRef = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'merge_group', 'base_ref');
    if (baseRef === undefined)
        throw missingKeyError('merge_group', 'merge_group');
    return {
        event: 'merge_group',
        headSha: parseCommitSha((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
        baseSha: parseCommitSha((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
        baseRef: baseRef.replace(/^refs\/heads\//, ''),
    };
}
function defaultRef(payload) {
    return `refs/heads/${(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'repository', 'default_branch') ?? ''}`;
}
async function readPayload(path, readFile) {
    try {
        const payload = JSON.parse(await readFile(path));
        return payload;
    }
    catch (cause) {
        const problem = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${problem}. The runner writes this file.`, {
            cause,
        });
    }
}
function requiredVariable(env, name) {
    const value = env[name];
    if (value)
        return value;
    throw new InvalidContext(`${name} is not set. GitHub's runner sets it: run this action as a workflow step, with its environment.`);
}
/** Octokit needs an address without a final slash. */
function readUrl(value, name) {
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))
        return value.replace(/\/+$/, '');
    throw new InvalidContext(`${name}: '${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(value)}' is not the address of a server, such as https://github.com`);
}
/** Accepts SHA-1 and SHA-256. */
function parseCommitSha(value, name) {
    if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value))
        return value;
    throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not a commit SHA`);
}
function missingKeyError(event, key) {
    return new InvalidContext(`GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}. ` +
        'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must match.');
}


/***/ }),

/***/ 71679:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q0: () => (/* binding */ MAX_SUMMARY_BYTES),
/* harmony export */   WA: () => (/* binding */ MAX_REPORT_BYTES),
/* harmony export */   YK: () => (/* binding */ MAX_BODY_BYTES),
/* harmony export */   tS: () => (/* binding */ MAX_TITLE_LENGTH)
/* harmony export */ });
/**
 * Sizes of the texts that this action sends to GitHub, each below GitHub's own limit.
 * Bytes are counted in UTF-8, which has at least as many bytes as a text has characters.
 */
/**
 * Body of a comment, an issue or a pull request. GitHub rejects more than 65,536 characters: `body is too long
 * (maximum is 65536 characters)`. The difference is for the marker line and the introduction of an issue.
 */
const MAX_BODY_BYTES = 60_000;
/** Title of an issue or a pull request: `title is too long (maximum is 256 characters)`. */
const MAX_TITLE_LENGTH = 256;
/**
 * Job summary of a step; the runner discards a larger one.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#step-isolation-and-limits
 */
const MAX_SUMMARY_BYTES = 1024 * 1024;
/** One report in a job summary. */
const MAX_REPORT_BYTES = 1_000_000;


/***/ }),

/***/ 53385:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openLog),
/* harmony export */   u: () => (/* binding */ escapeData)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(64212);


/** Of a secret with several lines. */
const MIN_LINE_LENGTH = 4;
/**
 * Opens a log in which no line can start a workflow command
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 * Does not load `@actions/core`, which is slow.
 */
function openLog(output) {
    return {
        info: (line) => output.write((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(line) + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL),
        mask: (secret) => {
            // A newline would end the command; the runner masks each line separately.
            const lines = secret.split(/\r?\n/);
            // Brackets of a JSON document would be masked in the whole log.
            const isMasked = (line) => line.trim().length >= (lines.length === 1 ? 1 : MIN_LINE_LENGTH);
            for (const line of lines.filter(isMasked))
                output.write(`::add-mask::${escapeData(line)}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`);
        },
        group: (title) => output.write(`::group::${escapeData((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(title).replace(/\s+/g, ' '))}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`),
        endGroup: () => output.write(`::endgroup::${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`),
    };
}
/** https://docs.github.com/actions/reference/workflow-commands#about-workflow-commands */
const escapeData = (value) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');


/***/ }),

/***/ 495:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ publish)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(64212);
;// CONCATENATED MODULE: ./src/github/annotations.ts

/** The runner drops more. */
const MAX_PER_SEVERITY = 10;
/** The runner truncates longer messages. */
const MAX_MESSAGE_LENGTH = 4_096;
/**
 * Annotates as many as the runner shows.
 *
 * @param reservedErrors errors that the step reports later
 * @returns how many were dropped
 */
function annotate(annotations, annotator, reservedErrors = 0) {
    const distinct = [...new Map(annotations.map((one) => [JSON.stringify(one), one])).values()];
    const shown = ['notice', 'warning', 'error'].flatMap((severity) => {
        const max = severity === 'error' ? MAX_PER_SEVERITY - reservedErrors : MAX_PER_SEVERITY;
        const matching = distinct.filter((one) => one.severity === severity);
        // The others are also in the log.
        const inFiles = matching.filter(({ file }) => file !== undefined);
        return [...inFiles, ...matching.filter(({ file }) => file === undefined)].slice(0, max);
    });
    for (const one of shown)
        annotator[one.severity](truncate((0,sanitize/* escapeWorkflowCommands */.Fy)(one.message)), propertiesOf(one));
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
    // The runner accepts columns only for a single line.
    if (startColumn !== undefined && (endLine ?? startLine) === startLine)
        properties.startColumn = startColumn;
    return properties;
}
const toAnnotationLine = (text) => (0,sanitize/* escapeWorkflowCommands */.Fy)(text).replace(/\s+/g, ' ').trim();
function truncate(message) {
    if (message.length <= MAX_MESSAGE_LENGTH)
        return message;
    // Does not split a surrogate pair.
    return `${message.slice(0, MAX_MESSAGE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
;// CONCATENATED MODULE: ./src/github/help-link.ts


/** Page with one section per failure reason. */
const PAGE = 'docs/failure-reasons.md';
/**
 * Returns the URL of the help for a failure reason, at the version of the action that runs.
 *
 * The runner sets `GITHUB_ACTION_REPOSITORY` and `GITHUB_ACTION_REF` for an action of another repository
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables). The workflows of this project run the
 * action from a folder that actions/checkout made, whose Git data tells repository and commit.
 *
 * @param folder of the action
 * @returns undefined if the source of the action is unknown
 */
function helpLink(reason, env, folder = (0,external_node_path_.dirname)((0,external_node_path_.dirname)(process.argv[1] ?? ''))) {
    const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = env;
    const source = repository && ref ? `${repository}@${ref}` : checkedOutSource(folder);
    const [, name, version] = /^([\w.-]+\/[\w.-]+)@([\w./-]+)$/.exec(source) ?? [];
    if (name === undefined || version === undefined)
        return undefined;
    return `${env['GITHUB_SERVER_URL'] || 'https://github.com'}/${name}/blob/${version}/${PAGE}#${reason}`;
}
/** @returns `owner/name@commit`, or an incomplete text */
function checkedOutSource(folder) {
    try {
        const [, name = ''] = /^\s*url = https:\/\/[^/\s]+\/([^/\s]+\/[^/\s]+?)(?:\.git)?\/?$/m.exec((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, '.git', 'config'), 'utf8')) ?? [];
        // A commit, not a branch: actions/checkout detaches HEAD if it is given a commit.
        const [commit = ''] = /^[0-9a-f]{40}$/m.exec((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, '.git', 'HEAD'), 'utf8')) ?? [];
        return `${name}@${commit}`;
    }
    catch {
        return '';
    }
}

// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __nccwpck_require__(71679);
// EXTERNAL MODULE: ./src/github/log.ts
var log = __nccwpck_require__(53385);
// EXTERNAL MODULE: ./src/github/runner-file.ts
var runner_file = __nccwpck_require__(77348);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(21789);
// EXTERNAL MODULE: ./src/text/truncate-markdown.ts
var truncate_markdown = __nccwpck_require__(32547);
;// CONCATENATED MODULE: ./src/github/publish.ts









/**
 * Reports the result of a step to the runner: the failure first, because it needs no file. A file that cannot be written
 * does not hide the rest. Does not load `@actions/core`, for which a step without free file descriptors has none left.
 */
function publish(result, env) {
    const { outputs, summary, warnings, annotations, failure } = result;
    const help = failure === undefined ? undefined : helpLink(failure.reason, env);
    if (failure !== undefined) {
        process.exitCode = 1;
        const message = help === undefined ? failure.message : `${failure.message}\nHelp: ${help}`;
        printCommands.error((0,sanitize/* escapeWorkflowCommands */.Fy)(message), {});
    }
    const footer = help === undefined ? '' : `\n\n[Help](${help})`;
    const reason = failure === undefined ? {} : { 'failure-reason': failure.reason };
    const problems = [
        ...Object.entries({ ...reason, ...outputs }).map(([name, value]) => problemOf(`the output ${name}`, () => {
            (0,runner_file/* writeOutput */.zh)(env, name, value);
        })),
        problemOf('the job summary', () => {
            (0,runner_file/* writeSummary */.Sy)(env, (0,truncate_markdown/* truncateMarkdown */.o)(summary, limits/* MAX_SUMMARY_BYTES */.Q0 - footer.length) + footer);
        }),
    ].filter((problem) => problem !== undefined);
    const reservedErrors = failure === undefined ? 0 : 1;
    const all = [...(problems.length > 0 ? [describeProblems(problems)] : []), ...warnings];
    annotate([...all.map(asWarning), ...annotations], printCommands, reservedErrors);
}
function problemOf(subject, write) {
    try {
        write();
        return undefined;
    }
    catch (error) {
        return `${subject}: ${(0,json/* textAt */.$6)(error, 'message') ?? String(error)}`;
    }
}
function describeProblems(problems) {
    const [first = '', ...others] = problems;
    const more = others.length > 0 ? `, and ${others.length} more` : '';
    return (`The result of this step is complete, but the runner's files could not be written (${first}${more}). ` +
        'Later steps may miss its outputs. Check the disk of the runner, which is usually full.');
}
const asWarning = (message) => ({ severity: 'warning', message });
/** https://docs.github.com/actions/reference/workflow-commands#setting-an-error-message */
function print(command, message, properties) {
    const { title, file, startLine: line, endLine, startColumn: col } = properties;
    const pairs = Object.entries({ title, file, line, endLine, col })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
    const head = pairs.length > 0 ? `${command} ${pairs.join(',')}` : command;
    process.stdout.write(`::${head}::${(0,log/* escapeData */.u)(message)}${external_node_os_.EOL}`);
}
const printCommands = {
    error: (message, properties) => {
        print('error', message, properties);
    },
    warning: (message, properties) => {
        print('warning', message, properties);
    },
    notice: (message, properties) => {
        print('notice', message, properties);
    },
};
const escapeProperty = (text) => (0,log/* escapeData */.u)(text).replaceAll(':', '%3A').replaceAll(',', '%2C');


/***/ }),

/***/ 77348:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $0: () => (/* binding */ tryToWriteOutput),
/* harmony export */   CS: () => (/* binding */ appendToRunnerFile),
/* harmony export */   Sy: () => (/* binding */ writeSummary),
/* harmony export */   zh: () => (/* binding */ writeOutput)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);

/**
 * Appends to a file of the runner. A file that could be written only in part is cut back, because the runner fails a step
 * whose command file is broken.
 *
 * @throws Error of the file system
 */
function appendToRunnerFile(path, text) {
    const before = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path, { throwIfNoEntry: false });
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.appendFileSync)(path, text);
    }
    catch (error) {
        if (before?.isFile() === true)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.truncateSync)(path, before.size);
        throw error;
    }
}
/**
 * Sets an output. Without the runner's file, nothing is written: the former command `set-output` would print the value.
 *
 * @see https://docs.github.com/actions/reference/workflow-commands#multiline-strings
 */
function writeOutput(env, name, value) {
    const path = env['GITHUB_OUTPUT'];
    // A value cannot contain the delimiter, which is unknown before.
    const delimiter = `ghadelimiter_${process.getBuiltinModule('node:crypto').randomUUID()}`;
    if (path)
        appendToRunnerFile(path, `${name}<<${delimiter}\n${value}\n${delimiter}\n`);
}
/** Sets an output in the middle of a step, which a full disk must not end. */
function tryToWriteOutput(env, name, value) {
    try {
        writeOutput(env, name, value);
    }
    catch {
        // The end of the step reports files that cannot be written.
    }
}
/** Appends Markdown to the job summary. */
function writeSummary(env, markdown) {
    const path = env['GITHUB_STEP_SUMMARY'];
    if (path)
        appendToRunnerFile(path, `${markdown}\n`);
}


/***/ }),

/***/ 47993:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ readStepState),
/* harmony export */   Z6: () => (/* binding */ unusablePath),
/* harmony export */   jU: () => (/* binding */ saveStepState)
/* harmony export */ });
/* harmony import */ var _context__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(19556);
/* harmony import */ var _runner_file__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77348);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21789);



/**
 * Saves a value of this step, which its `post` step finds as `STATE_<name>`.
 * Writes the runner's file itself, because loading `@actions/core` would delay the first request.
 *
 * @param value one line
 * @throws InvalidContext
 * @see https://docs.github.com/actions/reference/workflow-commands#sending-values-to-the-pre-and-post-actions
 */
function saveStepState(env, name, value) {
    const path = env['GITHUB_STATE'];
    if (!path)
        return;
    try {
        (0,_runner_file__WEBPACK_IMPORTED_MODULE_0__/* .appendToRunnerFile */ .CS)(path, `${name}=${value}\n`);
    }
    catch (cause) {
        throw unusablePath('GITHUB_STATE', path, cause);
    }
}
/** Reads a value that the step saved; undefined in the step itself. */
const readStepState = (env, name) => env[`STATE_${name}`] || undefined;
/** Explains a file or directory of the runner that cannot be used. */
function unusablePath(variable, path, cause) {
    const code = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(cause, 'code') ?? String(cause);
    const problem = PROBLEMS[code] ?? `cannot be written (${code})`;
    return new _context__WEBPACK_IMPORTED_MODULE_2__/* .InvalidContext */ .vU(`${variable}: '${path}' ${problem}.`, { cause });
}
const PROBLEMS = {
    ENOENT: 'does not exist. The runner creates it: run this action as a workflow step',
    ENOTDIR: 'is not a directory',
    ENOSPC: 'is on a full disk. Free space on the runner, or use a larger one',
    EDQUOT: "is beyond the disk quota of the runner's user",
    EROFS: 'is read-only',
    EACCES: 'may not be written by this user',
};


/***/ }),

/***/ 6117:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _e: () => (/* binding */ FastAgent),
/* harmony export */   aA: () => (/* binding */ readIntoSharedBuffer),
/* harmony export */   w4: () => (/* binding */ hostOf)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(37067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _prepared_sockets__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21956);



// A larger buffer saves no CPU time.
const READ_BUFFER_BYTES = 64 * 1024;
/** Returns socket options to read into one buffer instead of one for each read. The HTTP parser copies the data. */
function readIntoSharedBuffer(sink) {
    return {
        onread: {
            buffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
            callback: (bytesRead, buffer) => {
                sink().emit('data', Buffer.from(buffer.buffer, buffer.byteOffset, bytesRead));
                return true;
            },
        },
    };
}
const hostOf = ({ hostname }) => hostname.replace(/^\[|\]$/g, '');
/** HTTP agent with one read buffer for each socket. */
class FastAgent extends (node_http__WEBPACK_IMPORTED_MODULE_0___default().Agent) {
    settings;
    prepared = new _prepared_sockets__WEBPACK_IMPORTED_MODULE_2__/* .PreparedSockets */ .o();
    constructor(settings) {
        super(settings);
        this.settings = settings;
    }
    createConnection(options) {
        return this.prepared.take(options) ?? connect(options);
    }
    prepare(url, count) {
        const options = { ...this.settings, host: hostOf(url), port: Number(url.port || 80) };
        this.prepared.open(options, count, () => connect(options));
    }
    destroy() {
        this.prepared.destroy();
        super.destroy();
    }
}
function connect(options) {
    const socket = node_net__WEBPACK_IMPORTED_MODULE_1___default().connect({ ...options, ...readIntoSharedBuffer(() => socket) });
    return socket;
}


/***/ }),

/***/ 64726:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ encodeBasicCredentials)
/* harmony export */ });
/** Encodes the credentials of basic authentication (RFC 7617 §2): the Base64 form after `Basic `. */
const encodeBasicCredentials = (user, password) => Buffer.from(`${user}:${password}`).toString('base64');


/***/ }),

/***/ 79662:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody),
/* harmony export */   z: () => (/* binding */ readChunks)
/* harmony export */ });
/* harmony import */ var _network_error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40137);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(64212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24054);
/* harmony import */ var _throughput__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(30820);




/**
 * Reads a whole response body.
 *
 * @param limit in bytes
 * @throws HttpError
 */
async function readBody(response, request, limit) {
    const chunks = [];
    let length = 0;
    const announced = Number(response.headers['content-length'] ?? 0);
    try {
        for await (const chunk of readChunks(response)) {
            length += chunk.length;
            if (Math.max(length, announced) > limit)
                throw bodyTooLong(request, Math.max(length, announced), limit);
            chunks.push(chunk);
        }
    }
    catch (error) {
        response.destroy();
        throw (0,_network_error__WEBPACK_IMPORTED_MODULE_0__/* .networkError */ .x)(request, error);
    }
    return Buffer.concat(chunks);
}
/**
 * Yields the chunks of a response.
 *
 * @throws SlowBody below the lowest throughput
 */
async function* readChunks(response, now = () => performance.now()) {
    const guard = new _throughput__WEBPACK_IMPORTED_MODULE_2__/* .ThroughputGuard */ .G();
    let waitingSinceMs = now();
    for await (const chunk of response) {
        if (!Buffer.isBuffer(chunk))
            continue;
        guard.add(now() - waitingSinceMs, chunk.length);
        yield chunk;
        waitingSinceMs = now();
    }
}
function bodyTooLong({ method, url }, length, limit) {
    const message = `the response has ${length} bytes or more; the limit is ${limit} bytes`;
    return new _error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j({ method, url, message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(message), transient: false });
}


/***/ }),

/***/ 93843:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ HttpClient),
  a: () => (/* binding */ REDIRECT_STATUSES)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(37067);
var external_node_http_default = /*#__PURE__*/__nccwpck_require__.n(external_node_http_);
// EXTERNAL MODULE: ./src/http/network-error.ts
var network_error = __nccwpck_require__(40137);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __nccwpck_require__(80114);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __nccwpck_require__(78474);
// EXTERNAL MODULE: ./src/http/agent.ts
var agent = __nccwpck_require__(6117);
;// CONCATENATED MODULE: ./src/http/agents.ts


/** Agents by protocol and proxy, each loaded when it is needed. */
class Agents {
    settings;
    direct = new Map();
    proxied = new Map();
    /** Aborts pending CONNECT requests to a proxy. */
    closing = new AbortController();
    constructor(settings) {
        this.settings = settings;
        (0,external_node_events_.setMaxListeners)(0, this.closing.signal);
    }
    /** Returns the agent for requests to a URL. */
    async for(url, proxy) {
        if (proxy === undefined)
            return this.directFor(url);
        const key = `${url.protocol} ${proxy}`;
        const agent = this.proxied.get(key) ?? this.openProxied(proxy);
        this.proxied.set(key, agent);
        return agent;
    }
    /** Opens connections without a proxy until `count` are unused. */
    async prepare(url, count) {
        const agent = await this.directFor(url);
        if (!this.closing.signal.aborted)
            agent.prepare(url, count);
    }
    async destroy() {
        this.closing.abort();
        for (const agent of [...this.direct.values(), ...this.proxied.values()])
            (await agent).destroy();
    }
    directFor({ protocol }) {
        const agent = this.direct.get(protocol) ?? this.openDirect(protocol);
        this.direct.set(protocol, agent);
        return agent;
    }
    async openDirect(protocol) {
        if (protocol === 'http:')
            return new agent/* FastAgent */._e(this.options);
        const { FastTlsAgent } = await __nccwpck_require__.e(/* import() */ 2641).then(__nccwpck_require__.bind(__nccwpck_require__, 62641));
        return new FastTlsAgent(this.options);
    }
    async openProxied(proxy) {
        const { HttpsProxyAgent } = await Promise.all(/* import() */[__nccwpck_require__.e(2830), __nccwpck_require__.e(7659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57659));
        return new HttpsProxyAgent(proxy, { ...this.options, signal: this.closing.signal });
    }
    get options() {
        const { lookup, ca } = this.settings;
        return { keepAlive: true, ...(lookup && { lookup }), ...(ca !== undefined && { ca }) };
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(77030);
;// CONCATENATED MODULE: ./src/http/response-head.ts
/** Longer heads are left to Node's parser, which has a limit of its own. */
const MAX_HEAD_BYTES = 16 * 1024;
/** Headers of which Node uses the first (`http.IncomingMessage`, "message.headers"); others are joined. */
const SINGLE_HEADERS = ['content-type', 'location', 'retry-after'];
/**
 * Parses the head of a response to GET.
 *
 * @returns 'incomplete' if more bytes are needed; 'unsupported' for what Node's parser must read: bodies without a
 *   Content-Length, HTTP/1.0, and everything that is unusual
 */
function parseHead(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0 || end > MAX_HEAD_BYTES)
        return bytes.length > MAX_HEAD_BYTES ? 'unsupported' : 'incomplete';
    const [status = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
    const statusCode = Number(/^HTTP\/1\.1 ([1-5]\d\d)(?: |$)/.exec(status)?.[1] ?? 0);
    const headers = parseHeaders(lines);
    if (statusCode === 0 || statusCode === 101 || headers === undefined)
        return 'unsupported';
    const headBytes = end + 4;
    if (statusCode < 200) {
        // An interim response, such as 103 Early Hints.
        const next = parseHead(bytes.subarray(headBytes));
        return typeof next === 'string' ? next : { ...next, headBytes: headBytes + next.headBytes };
    }
    const bodyBytes = statusCode === 204 || statusCode === 304 ? 0 : contentLength(headers);
    if (bodyBytes === undefined)
        return 'unsupported';
    const keepsAlive = !/\bclose\b/i.test(headers.connection ?? '');
    return { statusCode, headers, bodyBytes, keepsAlive, headBytes };
}
function parseHeaders(lines) {
    const headers = {};
    for (const line of lines) {
        // Also refuses folded lines and white space before the colon (RFC 9112 §5.1, §5.2).
        const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*$/.exec(line);
        if (match === null)
            return undefined;
        const [, field = '', value = ''] = match;
        const name = field.toLowerCase();
        const earlier = headers[name];
        if (earlier === undefined)
            headers[name] = value;
        else if (!SINGLE_HEADERS.includes(name))
            headers[name] = `${earlier}, ${value}`;
    }
    return headers;
}
/** Two values are joined by a comma, and refused (RFC 9112 §6.3). */
function contentLength(headers) {
    const value = headers['content-length'];
    if (headers['transfer-encoding'] !== undefined || value === undefined || !/^\d{1,15}$/.test(value))
        return undefined;
    return Number(value);
}

;// CONCATENATED MODULE: ./src/http/slabs.ts
/** Bytes that fit in a slab. Larger slabs save no CPU time. */
const SLAB_BYTES = 256 * 1024;
/** Smallest space for a read; a TLS record has up to 16 KiB. */
const MIN_SPACE_BYTES = 32 * 1024;
/** Others are freed by the garbage collector. */
const MAX_FREE_SLABS = 64;
/**
 * Buffers that are reused, because the kernel clears new memory page by page. A slab is free again when all bytes of
 * it that were handed out have been released; bytes that never are cost the slab, not its content. Their memory is
 * shared with the thread that hashes it.
 */
class SlabPool {
    free = [];
    slabs = new WeakMap();
    take() {
        const slab = this.free.pop() ?? this.allocate();
        slab.lentBytes = 0;
        slab.isFull = false;
        return slab;
    }
    /** Ends the use of bytes of a slab; ignores all others. */
    release(bytes) {
        const slab = this.slabs.get(bytes.buffer);
        if (slab === undefined)
            return;
        slab.lentBytes -= bytes.length;
        this.reuse(slab);
    }
    /** Called when no more bytes are read into a slab. */
    close(slab) {
        slab.isFull = true;
        this.reuse(slab);
    }
    allocate() {
        const slab = { bytes: Buffer.from(new SharedArrayBuffer(SLAB_BYTES)), lentBytes: 0, isFull: false };
        this.slabs.set(slab.bytes.buffer, slab);
        return slab;
    }
    reuse(slab) {
        if (slab.isFull && slab.lentBytes === 0 && this.free.length < MAX_FREE_SLABS) {
            // A second release must not add it again.
            slab.isFull = false;
            this.free.push(slab);
        }
    }
}
/** Received bytes of one socket, in order. */
class Inbox {
    pool;
    slab;
    /** Unread bytes of the current slab. */
    start = 0;
    end = 0;
    /** Unread bytes of earlier slabs. */
    earlier = [];
    unread = 0;
    constructor(pool) {
        this.pool = pool;
        this.slab = pool.take();
    }
    get unreadBytes() {
        return this.unread;
    }
    /** Returns where the next bytes are to be stored, never empty. */
    space() {
        if (SLAB_BYTES - this.end < MIN_SPACE_BYTES)
            this.startSlab();
        return this.slab.bytes.subarray(this.end);
    }
    /** Adds bytes that were stored in the last {@link space}. */
    add(length) {
        this.end += length;
        this.unread += length;
    }
    /** Returns unread bytes that are in one slab; the next head is, because of the smallest space. */
    peek() {
        return this.earlier[0] ?? this.slab.bytes.subarray(this.start, this.end);
    }
    /** Hands out unread bytes of one slab. The receiver releases them, if it can. */
    take(maxBytes) {
        const [first] = this.earlier;
        if (first !== undefined) {
            const bytes = first.subarray(0, maxBytes);
            this.unread -= bytes.length;
            if (bytes.length === first.length)
                this.earlier.shift();
            else
                this.earlier[0] = first.subarray(bytes.length);
            return bytes;
        }
        const bytes = this.slab.bytes.subarray(this.start, Math.min(this.end, this.start + maxBytes));
        this.start += bytes.length;
        this.unread -= bytes.length;
        this.slab.lentBytes += bytes.length;
        return bytes;
    }
    skip(length) {
        this.pool.release(this.take(length));
    }
    startSlab() {
        const { slab, start, end } = this;
        if (end > start) {
            slab.lentBytes += end - start;
            this.earlier.push(slab.bytes.subarray(start, end));
        }
        this.pool.close(slab);
        this.slab = this.pool.take();
        this.start = 0;
        this.end = 0;
    }
}

;// CONCATENATED MODULE: ./src/http/bulk-connection.ts



/** Unread bytes with which a connection stops reading. */
const MAX_UNREAD_BYTES = SLAB_BYTES;
/** A connection was closed by the other side, or a response was not read to its end. */
const closedError = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
/**
 * HTTP/1.1 connection for GET requests with large responses, one at a time. Reads into slabs without Node's HTTP parser
 * and streams, which cost more CPU time than decryption and hash.
 */
class BulkConnection {
    inbox;
    socket;
    state = 'opening';
    head;
    piece;
    error;
    leftBytes = 0;
    keepsAlive = true;
    isFlushing = false;
    isTimerStale = false;
    idleTimeoutMs = 0;
    onIdle = () => undefined;
    constructor(slabs, open) {
        this.inbox = new Inbox(slabs);
        this.socket = open({
            buffer: () => this.inbox.space(),
            callback: (length) => this.receive(length),
        });
        this.socket.on('error', (error) => {
            this.close(error);
        });
        this.socket.on('close', () => {
            this.close(closedError());
        });
        this.socket.on('timeout', () => {
            this.onTimeout();
        });
        this.socket.resume();
    }
    get isUsable() {
        return this.state === 'idle' || this.state === 'opening';
    }
    /**
     * Sends a request.
     *
     * @param head all lines, with the empty line
     * @param onIdle called when the connection can take the next request
     * @returns undefined for a response that needs Node's parser; the connection is closed then
     * @throws IdleTimeout, errors of Node
     */
    send(head, { idleTimeoutMs, onIdle }) {
        if (!this.isUsable)
            return Promise.reject(this.error ?? closedError());
        this.state = 'head';
        this.idleTimeoutMs = idleTimeoutMs;
        this.onIdle = onIdle;
        this.startTimer();
        this.socket.ref();
        this.socket.write(head);
        return new Promise((resolve, reject) => (this.head = { resolve, reject }));
    }
    /** Returns the bytes of the body that have arrived, or the next ones. Not to be called after the last one. */
    read() {
        if (this.inbox.unreadBytes > 0)
            return Promise.resolve(this.takePiece());
        if (this.state !== 'body')
            return Promise.reject(this.error ?? closedError());
        if (this.isTimerStale)
            this.startTimer();
        return new Promise((resolve, reject) => (this.piece = { resolve, reject }));
    }
    destroy(error = closedError()) {
        this.close(error);
    }
    /** @returns whether to read more */
    receive(length) {
        this.inbox.add(length);
        if (this.state === 'head')
            this.receiveHead();
        else if (this.state !== 'body')
            this.close(closedError());
        if (this.piece !== undefined)
            this.flushLater();
        return this.inbox.unreadBytes < MAX_UNREAD_BYTES;
    }
    receiveHead() {
        const parsed = parseHead(this.inbox.peek().subarray(0, MAX_HEAD_BYTES + 4));
        if (parsed === 'incomplete')
            return;
        const { head } = this;
        this.head = undefined;
        if (parsed === 'unsupported') {
            this.close(closedError());
            head?.resolve(undefined);
            return;
        }
        this.inbox.skip(parsed.headBytes);
        this.leftBytes = parsed.bodyBytes;
        this.keepsAlive = parsed.keepsAlive;
        this.state = 'body';
        head?.resolve(parsed);
        if (this.leftBytes === 0)
            this.finish();
    }
    /** At the end of the turn, so that all bytes that arrive in it are one piece. */
    flushLater() {
        if (this.isFlushing)
            return;
        this.isFlushing = true;
        setImmediate(() => {
            this.isFlushing = false;
            const { piece } = this;
            if (piece === undefined || this.inbox.unreadBytes === 0)
                return;
            this.piece = undefined;
            piece.resolve(this.takePiece());
        });
    }
    takePiece() {
        const wasFull = this.inbox.unreadBytes >= MAX_UNREAD_BYTES;
        const piece = this.inbox.take(this.leftBytes);
        this.leftBytes -= piece.length;
        if (this.leftBytes === 0)
            this.finish();
        else if (wasFull && this.inbox.unreadBytes < MAX_UNREAD_BYTES)
            this.socket.resume();
        return piece;
    }
    finish() {
        if (this.state !== 'body')
            return;
        // More bytes than announced belong to no request.
        if (!this.keepsAlive || this.inbox.unreadBytes > 0) {
            this.close(closedError());
            return;
        }
        this.state = 'idle';
        this.socket.setTimeout(0);
        this.socket.unref();
        this.socket.resume();
        this.onIdle();
    }
    startTimer() {
        this.isTimerStale = false;
        this.socket.setTimeout(this.idleTimeoutMs);
    }
    /** Time in which the reader is busy does not count. */
    onTimeout() {
        if (this.head !== undefined || this.piece !== undefined)
            this.close(new network_error/* IdleTimeout */.w(this.idleTimeoutMs));
        else
            this.isTimerStale = true;
    }
    close(error) {
        if (this.state === 'closed')
            return;
        this.state = 'closed';
        this.error = error;
        this.socket.destroy();
        const { head, piece } = this;
        this.head = undefined;
        this.piece = undefined;
        head?.reject(error);
        // Bytes before a cut are still good: the download continues after them.
        if (piece !== undefined && this.inbox.unreadBytes > 0 && this.leftBytes > 0)
            piece.resolve(this.takePiece());
        else
            piece?.reject(error);
    }
}

;// CONCATENATED MODULE: ./src/http/bulk-client.ts



/** A rest of a response that is cheaper to read than a new connection. */
const MAX_DRAINED_BYTES = 64 * 1024;
const MAX_IDLE_CONNECTIONS = 64;
/** Sends GET requests with large responses over keep-alive connections of its own. */
class BulkClient {
    options;
    /** By origin. */
    idle = new Map();
    connections = new Set();
    isClosed = false;
    sessions = new Map();
    /** Origins and kinds of content whose responses need Node's parser. */
    unsupported = new Set();
    constructor(options) {
        this.options = options;
    }
    /**
     * Sends a GET request.
     *
     * @returns undefined if Node's client must send it
     * @throws IdleTimeout, errors of Node
     */
    async get(request) {
        const { origin } = request.url;
        if (this.unsupported.has(`${request.content} ${origin}`))
            return undefined;
        const open = await this.opener(request.url);
        const reused = this.takeIdle(origin);
        if (reused !== undefined) {
            // The server may have closed it at the same time; nothing was answered then.
            const head = await this.send(reused, request).catch((error) => {
                if (error instanceof network_error/* IdleTimeout */.w)
                    throw error;
                return 'closed';
            });
            if (head !== 'closed')
                return this.respond(reused, head, request);
        }
        const connection = this.connect(open);
        return this.respond(connection, await this.send(connection, request), request);
    }
    /** Opens connections for later requests. */
    async prepare(url, count) {
        const open = await this.opener(url);
        if (this.isClosed)
            return;
        const idle = this.idleOf(url.origin);
        while (idle.length < Math.min(count, MAX_IDLE_CONNECTIONS))
            idle.push(this.connect(open));
    }
    close() {
        this.isClosed = true;
        for (const connection of this.connections)
            connection.destroy();
        this.connections.clear();
        this.idle.clear();
    }
    respond(connection, head, { url, content }) {
        if (head !== undefined)
            return new BulkResponse(connection, head);
        this.connections.delete(connection);
        this.unsupported.add(`${content} ${url.origin}`);
        return undefined;
    }
    async send(connection, { url, headers, idleTimeoutMs }) {
        const lines = Object.entries({ host: url.host, ...headers, connection: 'keep-alive' }).map(([name, value]) => `${name}: ${checkedValue(name, value)}\r\n`);
        const onIdle = () => {
            const idle = this.idleOf(url.origin);
            if (idle.length < MAX_IDLE_CONNECTIONS)
                idle.push(connection);
            else
                connection.destroy();
        };
        const head = `GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`;
        try {
            return await connection.send(head, { idleTimeoutMs, onIdle });
        }
        catch (error) {
            this.connections.delete(connection);
            throw error;
        }
    }
    idleOf(origin) {
        const idle = this.idle.get(origin) ?? [];
        this.idle.set(origin, idle);
        return idle;
    }
    takeIdle(origin) {
        const idle = this.idleOf(origin);
        for (let one = idle.pop(); one !== undefined; one = idle.pop()) {
            if (one.isUsable)
                return one;
            this.connections.delete(one);
        }
        return undefined;
    }
    connect(open) {
        const connection = new BulkConnection(this.options.slabs, open);
        this.connections.add(connection);
        return connection;
    }
    /** Loads TLS only when needed. */
    async opener({ protocol, hostname, port, origin }) {
        const { lookup, ca } = this.options;
        const host = hostname.replace(/^\[|\]$/g, '');
        const to = { host, noDelay: true, keepAlive: true, ...(lookup && { lookup }) };
        if (protocol === 'http:') {
            const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 77030, 23));
            return (onread) => connect({ ...to, port: Number(port || 80), onread });
        }
        const { connect } = await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 41692, 23));
        return (onread) => {
            const session = this.sessions.get(origin);
            const options = {
                ...to,
                port: Number(port || 443),
                onread,
                ALPNProtocols: ['http/1.1'],
                ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
                ...(ca !== undefined && { ca }),
                // A resumed handshake needs no certificates.
                ...(session && { session }),
            };
            return connect(options).on('session', (ticket) => this.sessions.set(origin, ticket));
        };
    }
}
/** Refuses what would end the line, as Node does. */
function checkedValue(name, value) {
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
        throw new TypeError(`Invalid character in header ${name}`);
    return value;
}
/** Response whose pieces belong to the pool of slabs. */
class BulkResponse {
    connection;
    head;
    leftBytes;
    constructor(connection, head) {
        this.connection = connection;
        this.head = head;
        this.leftBytes = head.bodyBytes;
    }
    get statusCode() {
        return this.head.statusCode;
    }
    get headers() {
        return this.head.headers;
    }
    resume() {
        if (this.leftBytes > MAX_DRAINED_BYTES)
            this.destroy();
        else
            this.drain().catch(() => undefined);
    }
    /** The connection is used again if the response was read to its end. */
    destroy(error) {
        if (this.leftBytes === 0)
            return;
        this.leftBytes = 0;
        this.connection.destroy(error);
    }
    async *[Symbol.asyncIterator]() {
        try {
            while (this.leftBytes > 0) {
                const piece = await this.connection.read();
                this.leftBytes -= piece.length;
                yield piece;
            }
        }
        finally {
            this.destroy();
        }
    }
    async drain() {
        const pieces = this[Symbol.asyncIterator]();
        while ((await pieces.next()).done !== true)
            ;
    }
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(64212);
// EXTERNAL MODULE: ./src/http/error.ts
var error = __nccwpck_require__(24054);
;// CONCATENATED MODULE: ./src/http/client.ts








const MAX_REDIRECTS = 5;
/** Signed URLs and tokens in headers exceed Node's default of 16 KiB. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Status codes of redirects (RFC 9110 §15.4). */
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];
/** HTTP/1.1 client with keep-alive. */
class HttpClient {
    options;
    agents;
    slabs = new SlabPool();
    bulk;
    constructor(options) {
        this.options = options;
        this.agents = new Agents(options);
        this.bulk = new BulkClient({ slabs: this.slabs, lookup: options.lookup, ca: options.ca });
    }
    /**
     * Sends a request and follows redirects of GET and HEAD, to another origin without credentials.
     *
     * @throws HttpError without a response
     */
    async send(request, redirects = 0) {
        await this.options.waitForTurn?.(request.url.host);
        const response = (await this.exchangeBulk(request)) ?? (await this.exchange(request));
        const location = response.headers.location;
        const follows = request.redirect !== 'manual' && (request.method === 'GET' || request.method === 'HEAD');
        if (!follows || location === undefined || !REDIRECT_STATUSES.includes(response.statusCode ?? 0)) {
            return { response, url: request.url };
        }
        response.resume();
        if (redirects >= MAX_REDIRECTS)
            throw permanentError(request, `more than ${MAX_REDIRECTS} redirects`);
        const url = parseRedirect(request, location);
        const headers = url.origin === request.url.origin ? request.headers : withoutCredentials(request.headers);
        return this.send({ ...request, url, ...(headers && { headers }) }, redirects + 1);
    }
    /** Opens connections for later requests, until a number of each kind is unused; errors are left to the requests. */
    prepare(url, { bulk = 0, other = 0 }) {
        if (this.proxyOf(url) !== undefined)
            return;
        if (bulk > 0)
            this.bulk.prepare(url, bulk).catch(() => undefined);
        if (other > 0)
            this.agents.prepare(url, other).catch(() => undefined);
    }
    /** Closes idle connections, which keep the process alive. */
    async close() {
        this.bulk.close();
        await this.agents.destroy();
    }
    /** Returns undefined for a request that Node's client must send. */
    async exchangeBulk({ method, url, headers, bulk, idleTimeoutMs = this.options.idleTimeoutMs, }) {
        if (bulk === undefined || method !== 'GET' || this.proxyOf(url) !== undefined)
            return undefined;
        const given = { 'accept-encoding': 'identity', ...headers };
        try {
            return await this.bulk.get({ url, headers: given, idleTimeoutMs, content: bulk });
        }
        catch (error) {
            throw (0,network_error/* networkError */.x)({ method, url }, error);
        }
    }
    async exchange({ method, url, headers, body, idleTimeoutMs = this.options.idleTimeoutMs, }) {
        const agent = await this.agents.for(url, this.proxyOf(url));
        const client = url.protocol === 'http:' ? (external_node_http_default()) : await Promise.resolve(/* import() */).then(__nccwpck_require__.t.bind(__nccwpck_require__, 44708, 23));
        const { ca } = this.options;
        const given = { 'accept-encoding': 'identity', ...headers };
        const request = client.request(url, {
            method,
            agent,
            headers: given,
            maxHeaderSize: MAX_HEADER_BYTES,
            ...(ca !== undefined && { ca }),
        });
        return new Promise((resolve, reject) => {
            const fail = (error) => {
                reject((0,network_error/* networkError */.x)({ method, url }, error));
            };
            request.on('error', fail);
            endWhenIdle(request, idleTimeoutMs, fail);
            request.once('response', (response) => {
                // With an early response, the server reads no more of the body.
                if (!request.writableEnded)
                    response.once('end', () => request.destroy());
                resolve(response);
            });
            if (body === undefined || Buffer.isBuffer(body))
                request.end(body);
            else
                writeBody(body, request, this.slabs).catch((error) => {
                    request.destroy();
                    // An error of the body's source is not a network error.
                    reject(error instanceof Error ? error : new Error(String(error)));
                });
        });
    }
    proxyOf(url) {
        return (0,text_url/* isLoopback */.U9)(url.hostname) ? undefined : this.options.proxyUrl?.(url);
    }
}
// Node's own timeout starts only with the connection.
function endWhenIdle(request, limitMs, fail) {
    let response;
    const end = () => {
        const error = new network_error/* IdleTimeout */.w(limitMs);
        // A request without a connection emits no error.
        response?.destroy(error);
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
    request.once('response', (message) => {
        response = message;
    });
    request.once('close', opened);
    request.setTimeout(limitMs, end);
}
function withoutCredentials(headers = {}) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}
async function writeBody(chunks, request, slabs) {
    const rejection = new AbortController();
    request.once('response', () => {
        rejection.abort();
    });
    for await (const chunk of chunks) {
        if (rejection.signal.aborted || request.destroyed)
            return;
        const written = (error) => {
            // After an error the kernel may still read the bytes.
            if (!error)
                slabs.release(chunk);
        };
        if (!request.write(chunk, written))
            await waitForDrain(request);
    }
    request.end();
}
/** Resolves when the request can take more, or has ended. */
function waitForDrain(request) {
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
function parseRedirect(request, location) {
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined)
        throw permanentError(request, `redirects to '${(0,sanitize/* toPrintableLine */.Ld)(location)}', which is not a URL`);
    if ((0,text_url/* isSafeRedirect */.es)(request.url, url))
        return url;
    throw permanentError(request, `redirects to ${(0,sanitize/* toPrintableLine */.Ld)(`${url.protocol}//${url.host}`)}, which is not followed: it is not HTTPS`);
}
function permanentError({ method, url }, message) {
    return new error/* HttpError */.j({ method, url, message, transient: false });
}


/***/ }),

/***/ 24054:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode),
/* harmony export */   j: () => (/* binding */ HttpError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(21789);

/** Thrown for an HTTP request that failed. */
class HttpError extends Error {
    details;
    name = 'HttpError';
    reason = 'copy-failed';
    host;
    status;
    codes;
    retryAfterMs;
    transient;
    constructor(details, options) {
        const answer = details.status === undefined ? '' : ` answered ${details.status}`;
        super(`${details.method} ${details.url.host}${details.url.pathname}${answer}: ${details.message}`, options);
        this.details = details;
        this.host = details.url.host;
        this.status = details.status;
        this.codes = details.codes ?? [];
        this.retryAfterMs = details.retryAfterMs;
        this.transient = details.transient;
    }
    /** Returns the error to throw after the last attempt. */
    final(attempts) {
        const message = attempts > 1 ? `${this.details.message} (after ${attempts} attempts)` : this.details.message;
        return new HttpError({ ...this.details, message, transient: false }, { cause: this });
    }
}
/** Returns Node's error code, such as `ECONNREFUSED`, or an empty string. */
function errorCode(error) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) && typeof error['code'] === 'string' ? error['code'] : '';
}


/***/ }),

/***/ 5803:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isHtml)
/* harmony export */ });
/** Whether a response is an HTML page, by its content type or its first bytes. */
const isHtml = (contentType, body = '') => /html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body);


/***/ }),

/***/ 48029:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ httpRetry)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24054);

/** Builds the options for calls that fail with an {@link HttpError}, which knows whether it is transient. */
function httpRetry(clock, policy) {
    const { onWait, maxRetryAfterMs, maxTotalWaitMs, retryLimitMs, outages } = policy;
    return {
        backoff: policy,
        clock,
        maxWaitMs: maxRetryAfterMs,
        maxTotalWaitMs,
        retryLimitMs,
        classify: (error) => {
            if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j) || !error.transient)
                return undefined;
            const { retryAfterMs: waitMs, retryImmediately: isImmediate, idleMs } = error.details;
            return { waitMs, isImmediate, idleMs };
        },
        isGivenUp: (error) => {
            if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j) || error.details.retryImmediately === true)
                return false;
            const { host, retryAfterMs = 0 } = error;
            const nowMs = clock.now();
            // A longer wait is refused, so the other requests find out by themselves.
            if (retryAfterMs > 0 && retryAfterMs <= maxRetryAfterMs)
                outages?.pause(host, nowMs + retryAfterMs);
            return outages?.recordFailure(host, nowMs, retryAfterMs) === 'given-up';
        },
        final: (error, attempts) => error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j ? withRefusedWait(error, maxRetryAfterMs).final(attempts) : error,
        ...(onWait && {
            onWait: (error, waitMs) => {
                if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j && (outages?.announce(error.host) ?? true))
                    onWait(error, waitMs);
            },
        }),
    };
}
function withRefusedWait(error, maxRetryAfterMs) {
    const { retryAfterMs = 0 } = error;
    if (retryAfterMs <= maxRetryAfterMs)
        return error;
    const wait = `it asks for a wait of ${Math.ceil(retryAfterMs / 1000)} s, and at most ${maxRetryAfterMs / 1000} s are waited`;
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j({ ...error.details, message: `${error.details.message}; ${wait}` }, { cause: error });
}


/***/ }),

/***/ 67972:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ Limiter)
/* harmony export */ });
/** Runs tasks at once up to a limit of their costs. Of the waiting tasks, the heaviest starts first. */
class Limiter {
    limit;
    costOf;
    usedCost = 0;
    waiting = [];
    /** @param costOf cost of a task by its weight, at most `limit`; default: 1 */
    constructor(limit, costOf = () => 1) {
        this.limit = limit;
        this.costOf = costOf;
    }
    async run(weight, task) {
        await this.enter(weight);
        try {
            return await task();
        }
        finally {
            this.usedCost -= this.costOf(weight);
            this.startNext();
        }
    }
    enter(weight) {
        return new Promise((resolve) => {
            const at = this.waiting.findIndex((other) => other.weight < weight);
            this.waiting.splice(at < 0 ? this.waiting.length : at, 0, { weight, start: resolve });
            // Deferred, so that tasks queued in the same turn are sorted first.
            queueMicrotask(() => {
                this.startNext();
            });
        });
    }
    startNext() {
        const [next] = this.waiting;
        if (next === undefined)
            return;
        const cost = this.costOf(next.weight);
        if (this.usedCost + cost > this.limit)
            return;
        this.waiting.shift();
        this.usedCost += cost;
        next.start();
        // Several small tasks may fit in the space of a large one.
        this.startNext();
    }
}


/***/ }),

/***/ 40137:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ IdleTimeout),
/* harmony export */   x: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24054);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(64212);
/* harmony import */ var _throughput__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(30820);
/* harmony import */ var _retry_policies__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(23421);




const TRANSIENT_MESSAGES = {
    ECONNREFUSED: 'nothing listens at this address',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
};
/** A request that was ended because no data arrived. */
class IdleTimeout extends Error {
    limitMs;
    name = 'IdleTimeout';
    reason = 'copy-failed';
    constructor(limitMs) {
        super(`no data for ${limitMs / 1000} s`);
        this.limitMs = limitMs;
    }
}
/** @param message of OpenSSL: `write EPROTO 40EDAB97:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:…` */
function handshakeFailure(message) {
    const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
    if (reason === undefined || /wrong version number|packet length too long|http request/.test(reason))
        return 'it does not speak TLS; plain HTTP is for loopback addresses only';
    return `the TLS handshake failed: ${reason}`;
}
/** Returns the error of a failed connection, with its meaning by Node's error code. */
function networkError(request, error) {
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j)
        return error;
    const code = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error);
    const known = Object.hasOwn(_retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .PERMANENT_NETWORK_ERRORS */ .mB, code) ? _retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .PERMANENT_NETWORK_ERRORS */ .mB[code] : undefined;
    const permanent = code === 'EPROTO' ? handshakeFailure((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(error)) : known;
    const message = permanent ?? TRANSIENT_MESSAGES[code] ?? (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(error);
    const idleMs = error instanceof IdleTimeout ? error.limitMs : error instanceof _throughput__WEBPACK_IMPORTED_MODULE_1__/* .SlowBody */ .i ? error.waitedMs : undefined;
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j({ ...request, message, idleMs, transient: permanent === undefined }, { cause: error });
}


/***/ }),

/***/ 21956:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ nameOf),
/* harmony export */   o: () => (/* binding */ PreparedSockets)
/* harmony export */ });
/** Sockets that were opened before a request needs them. Unused ones do not keep the process alive. */
class PreparedSockets {
    sockets = new Map();
    /** Opens sockets until `count` of a server are unused. */
    open(server, count, connect) {
        const sockets = (this.sockets.get(nameOf(server)) ?? []).filter(({ destroyed }) => !destroyed);
        this.sockets.set(nameOf(server), sockets);
        // An error is left to the request that needs a connection.
        while (sockets.length < count)
            sockets.push(connect()
                .on('error', () => undefined)
                .unref());
    }
    /** Returns the socket that was opened first, and may still be connecting. */
    take(server) {
        const sockets = this.sockets.get(nameOf(server)) ?? [];
        for (let socket = sockets.shift(); socket !== undefined; socket = sockets.shift())
            if (!socket.destroyed)
                return socket.ref();
        return undefined;
    }
    destroy() {
        for (const socket of [...this.sockets.values()].flat())
            socket.destroy();
        this.sockets.clear();
    }
}
/** Returns a key for the server. */
const nameOf = ({ host, port }) => `${host ?? ''}:${port ?? ''}`;


/***/ }),

/***/ 51577:
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
/** One second and a margin for network jitter. */
const WINDOW_MS = 1_100;
/** Delays calls so that no second exceeds the limit of their kind. */
class RateLimiter {
    rates;
    clock;
    turns = new Map();
    recent = new Map();
    constructor(rates, clock) {
        this.rates = rates;
        this.clock = clock;
    }
    /** Waits until the call may be sent. */
    async acquire(call) {
        if (this.rates === undefined)
            return;
        const rate = this.rates[call];
        const turn = (this.turns.get(call) ?? Promise.resolve()).then(() => this.waitForTurn(call, rate));
        this.turns.set(call, turn);
        await turn;
    }
    // One call at a time, so that late timers admit no two calls at once.
    async waitForTurn(call, rate) {
        const recent = this.recent.get(call) ?? [];
        const ahead = recent.at(-rate);
        // A clock that steps back must not prolong the wait.
        const wait = ahead === undefined ? 0 : Math.min(WINDOW_MS, ahead + WINDOW_MS - this.clock.now());
        if (wait > 0)
            await this.clock.sleep(wait);
        this.recent.set(call, [...recent, this.clock.now()].slice(-rate));
    }
}


/***/ }),

/***/ 23421:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ isTransientStatus),
/* harmony export */   mB: () => (/* binding */ PERMANENT_NETWORK_ERRORS),
/* harmony export */   p6: () => (/* binding */ RETRY)
/* harmony export */ });
/** Attempts and waits by what is called; the reason for each is what its server is known to need. */
const RETRY = {
    /** Registries throttle in bursts of seconds and restart within a minute. The time limit ends before the attempts do. */
    registry: {
        maxAttempts: 20,
        baseDelayMs: 500,
        maxDelayMs: 15_000,
        minShare: 0.5,
        maxRetryAfterMs: 120_000,
        maxTotalWaitMs: 300_000,
        retryLimitMs: 60_000,
    },
    /** Replicas and caches of a registry know content some seconds after its upload. */
    unknownContent: { maxAttempts: 7, baseDelayMs: 500, maxDelayMs: 4_000, minShare: 0.5 },
    /** GitHub's secondary limits ask for at least a minute, which overrides the backoff. */
    github: { maxAttempts: 5, baseDelayMs: 1_000, maxDelayMs: 15_000 },
    /** A POST without an answer may have been carried out; the state is read again before each attempt. */
    githubWrite: { maxAttempts: 3, baseDelayMs: 4_000, maxDelayMs: 8_000 },
    /** GitHub's token issuer and STS; a new trust policy reaches all of IAM within seconds. */
    assumeRole: { maxAttempts: 6, baseDelayMs: 1_000, maxDelayMs: 20_000 },
    /** S3 rejects one of two writes at the same time, and connections break in the middle of a body. */
    s3Object: { maxAttempts: 4, baseDelayMs: 1_000, maxDelayMs: 4_000, minShare: 0.5 },
    /** The release server is a CDN. */
    download: { maxAttempts: 5, baseDelayMs: 1_000, maxDelayMs: 15_000 },
};
/** HTTP status codes after which the same request may succeed. Other codes are final. */
const TRANSIENT_STATUS = {
    408: 'the server waited too long for the request (RFC 9110 §15.5.9)',
    425: 'the server fears a replay of early data (RFC 8470 §5.2)',
    429: 'too many requests (RFC 6585 §4)',
    500: 'an error inside the server, as S3 and registries give under load',
    502: 'a proxy could not reach the server',
    503: 'overload or maintenance; S3 SlowDown',
    504: 'a proxy waited too long for the server',
    520: 'Cloudflare, in front of several registries: an unknown error of the server',
    521: 'Cloudflare: the server is down',
    522: 'Cloudflare: the connection timed out',
    523: 'Cloudflare: the server is unreachable',
    524: 'Cloudflare: the answer timed out',
    525: 'Cloudflare: the TLS handshake failed',
    529: 'the server is overloaded, as some gateways say',
    530: 'Cloudflare: the name of the server was not found',
    598: 'a proxy waited too long for the answer',
    599: 'a proxy waited too long for the connection',
};
const isTransientStatus = (status) => TRANSIENT_STATUS[status] !== undefined;
const UNKNOWN_AUTHORITY = 'its TLS certificate is signed by an unknown authority; give it in NODE_EXTRA_CA_CERTS';
/** Node's error codes that another attempt cannot help, with the next step. All others are transient. */
const PERMANENT_NETWORK_ERRORS = {
    ENOTFOUND: 'no such host; check the spelling of its name',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name; check for a proxy in between',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
    SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN_AUTHORITY,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN_AUTHORITY,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN_AUTHORITY,
    CERT_HAS_EXPIRED: 'its TLS certificate has expired',
    CERT_NOT_YET_VALID: "its TLS certificate is not valid yet; check the machine's clock",
    CERT_REVOKED: 'its TLS certificate was revoked',
    CERT_UNTRUSTED: UNKNOWN_AUTHORITY,
    INVALID_CA: UNKNOWN_AUTHORITY,
    INVALID_PURPOSE: 'its TLS certificate is not for servers',
    UNABLE_TO_GET_ISSUER_CERT: UNKNOWN_AUTHORITY,
    EPROTO: 'TLS failed',
};


/***/ }),

/***/ 28902:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   OX: () => (/* binding */ RetryState),
/* harmony export */   jo: () => (/* binding */ backoffMs),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/**
 * Repeats a call that failed for a transient reason.
 *
 * @throws the first failure that is not transient; `final(failure, attempts)` when attempts or waiting time are used up
 */
async function retry(call, options) {
    const waiting = new RetryState(options);
    for (let attempt = 1;; attempt++) {
        try {
            return await call(attempt);
        }
        catch (error) {
            await waiting.before(attempt + 1, error);
        }
    }
}
/** Counts attempts and waiting time of one call, for loops that change the call between attempts. */
class RetryState {
    options;
    waitedMs = 0;
    spentMs = 0;
    constructor(options) {
        this.options = options;
    }
    /** Waits before an attempt. @throws the failure when there must be none */
    async before(attempt, error) {
        const { backoff, clock, classify } = this.options;
        const failed = attempt - 1;
        const transient = classify(error, failed);
        if (transient === undefined)
            throw error;
        const isGivenUp = this.options.isGivenUp?.(error) === true;
        const delayMs = transient.isImmediate === true ? 0 : backoffMs(backoff, failed, clock);
        const waitMs = Math.max(transient.waitMs ?? 0, delayMs);
        this.waitedMs += waitMs;
        this.spentMs += transient.idleMs ?? 0;
        if (isGivenUp || this.isUsedUp(failed, waitMs))
            throw this.options.final?.(error, failed) ?? error;
        this.spentMs += delayMs;
        if (waitMs > 0)
            this.options.onWait?.(error, waitMs);
        await clock.sleep(waitMs);
    }
    isUsedUp(failed, waitMs) {
        const { backoff, maxWaitMs = Infinity, maxTotalWaitMs = Infinity, retryLimitMs = Infinity } = this.options;
        if (failed >= backoff.maxAttempts || waitMs > maxWaitMs || this.waitedMs > maxTotalWaitMs)
            return true;
        return failed > 1 && this.spentMs >= retryLimitMs;
    }
}
/**
 * Returns the wait after a failed attempt, with full jitter above the share that is always waited
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
function backoffMs({ baseDelayMs, maxDelayMs, minShare = 0 }, attempt, clock) {
    const share = minShare + (1 - minShare) * clock.random();
    return share * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
}
/** Parses `Retry-After`: seconds (fractions too, as GHCR sends) or an HTTP date (RFC 9110 §10.2.3). */
function parseRetryAfter(value, nowMs) {
    if (value === undefined || value.trim() === '')
        return undefined;
    const seconds = Number(value);
    if (Number.isFinite(seconds * 1000))
        return Math.max(0, seconds * 1000);
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}


/***/ }),

/***/ 33904:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ systemClock)
/* harmony export */ });
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);

/** The clock and the randomness of this machine. */
const systemClock = {
    sleep: async (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(ms),
    random: Math.random,
    now: () => performance.now(),
    wallClockMs: Date.now,
};


/***/ }),

/***/ 30820:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ThroughputGuard),
/* harmony export */   i: () => (/* binding */ SlowBody)
/* harmony export */ });
/** Time in which a minimum of bytes must arrive. */
const WINDOW_MS = 60_000;
const MIN_BYTES_PER_SECOND = 1_024;
/** A body that arrives too slowly; a new connection may be faster. */
class SlowBody extends Error {
    waitedMs;
    name = 'SlowBody';
    reason = 'copy-failed';
    constructor(bytes, waitedMs) {
        super(`only ${bytes} bytes arrived in ${Math.round(waitedMs / 1000)} s`);
        this.waitedMs = waitedMs;
    }
}
/** Measures the time spent waiting for a sender. Time in which the receiver is busy does not count. */
class ThroughputGuard {
    waitedMs = 0;
    bytes = 0;
    /** @throws SlowBody below the lowest throughput */
    add(waitedMs, bytes) {
        this.waitedMs += waitedMs;
        this.bytes += bytes;
        if (this.waitedMs < WINDOW_MS)
            return;
        if (this.bytes < (MIN_BYTES_PER_SECOND * this.waitedMs) / 1000)
            throw new SlowBody(this.bytes, this.waitedMs);
        this.waitedMs = 0;
        this.bytes = 0;
    }
}


/***/ }),

/***/ 40546:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  o: () => (/* binding */ InvalidInput),
  K: () => (/* binding */ readInputs)
});

;// CONCATENATED MODULE: ./src/inputs/pull-request.ts
/** SHA-1 or SHA-256. */
const isCommitSha = (text) => /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text);
const isPullRequestNumber = (text) => /^[1-9]\d{0,14}$/.test(text);
/** Reads the pull request inputs, which are given together or not at all. */
function readPullRequestInput(reader) {
    const number = reader.match('pull-request-number', isPullRequestNumber, 'a pull request number');
    const headSha = reader.match('pull-request-sha', isCommitSha, 'a full commit SHA');
    if (number !== undefined && headSha !== undefined)
        return { number: Number(number), headSha };
    if (number !== undefined)
        reader.problems.push('pull-request-sha: is required with pull-request-number');
    if (headSha !== undefined)
        reader.problems.push('pull-request-number: is required with pull-request-sha');
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/api-keys.ts
/** Reads both keys, which are given together or not at all. */
function readApiKeys(reader) {
    const publicKey = reader.text('public-key');
    const secretKey = reader.text('secret-key');
    if (publicKey !== undefined && secretKey !== undefined)
        return { publicKey, secretKey };
    if (publicKey !== undefined)
        reader.problems.push('secret-key: is required with public-key');
    if (secretKey !== undefined)
        reader.problems.push('public-key: is required with secret-key');
    return undefined;
}

;// CONCATENATED MODULE: ./src/inputs/aws.ts
/** Pattern of `RoleSessionName` in the AWS STS API reference. */
const isSessionName = (text) => /^[\w+=,.@-]{2,64}$/.test(text);

// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __nccwpck_require__(23602);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __nccwpck_require__(80114);
;// CONCATENATED MODULE: ./src/inputs/plan-scope.ts
/** Terraform reads the instance keys. */
const isActionAddress = (text) => /^(?:module\.\S.*\.)?action\.[\w-]+\.[\w-]+(?:\[.+\])?$/.test(text);
/** Reads `target`, `replace` and `invoke`. */
function readPlanScope(reader) {
    const targets = reader.list('target');
    const replace = reader.list('replace');
    const invoke = reader.match('invoke', isActionAddress, 'the address of one provider action, as in action.aws_lambda_invoke.notify');
    if (invoke !== undefined && targets.length + replace.length > 0)
        reader.problems.push('invoke: a plan that runs one action has no target or replace; remove one of the inputs');
    return { targets, replace, invoke };
}

;// CONCATENATED MODULE: ./src/inputs/reader.ts
// https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs
const variableName = (name) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
const MAX_QUOTED_LENGTH = 200;
/** A problem quotes the value. */
const shorten = (value) => value.length <= MAX_QUOTED_LENGTH ? value : `${value.slice(0, MAX_QUOTED_LENGTH)}…`;
/** Reads inputs and collects their problems. */
class InputReader {
    env;
    specs;
    problems = [];
    constructor(env, specs) {
        this.env = env;
        this.specs = specs;
    }
    /** Reports each given input that the command does not use. */
    rejectUnused(command) {
        for (const [name, { commands, default: preset }] of Object.entries(this.specs)) {
            const given = this.env[variableName(name)]?.trim() ?? '';
            if (commands.includes(command) || given === '' || given === preset)
                continue;
            this.problems.push(`${name}: is not used by ${command}, only by ${commands.join(', ')}; remove it`);
        }
    }
    /** Returns the trimmed value, or the default. */
    text(name) {
        return this.env[variableName(name)]?.trim() || this.specs[name]?.default;
    }
    /** @param expected noun phrase for the problem: `'x' is not <expected>` */
    match(name, isValid, expected) {
        const value = this.text(name);
        if (value !== undefined && !isValid(value))
            this.problems.push(`${name}: '${shorten(value)}' is not ${expected}`);
        return value;
    }
    /** Returns the value, or the first allowed one if it is invalid. */
    choice(name, allowed) {
        const value = this.text(name);
        const chosen = allowed.find((one) => one === value);
        if (chosen !== undefined)
            return chosen;
        this.problems.push(value === undefined
            ? `${name}: is required; expected one of ${allowed.join(', ')}`
            : `${name}: '${shorten(value)}' is not one of ${allowed.join(', ')}`);
        return allowed[0];
    }
    /** Returns the lines. */
    list(name, pattern = /./, expected = '') {
        const items = (this.text(name) ?? '').split('\n').map((item) => item.trim());
        for (const [index, item] of items.entries()) {
            if (item === '' || pattern.test(item))
                continue;
            const subject = this.specs[name]?.isQuoted === false ? `line ${index + 1}` : `'${shorten(item)}'`;
            this.problems.push(`${name}: ${subject} is not ${expected}`);
        }
        return items.filter((item) => item !== '');
    }
    /** Returns the value, or `min` if it is invalid. */
    integer(name, { min, max }) {
        const value = this.text(name) ?? '';
        const number = /^\d+$/.test(value) ? Number(value) : NaN;
        if (number >= min && number <= max)
            return number;
        this.problems.push(`${name}: '${shorten(value)}' is not a whole number from ${min} to ${max}`);
        return min;
    }
    /** Like {@link integer}; undefined if the input is not set. */
    optionalInteger(name, range) {
        return this.text(name) === undefined ? undefined : this.integer(name, range);
    }
    /** Reads a boolean of the YAML 1.2 core schema, like `core.getBooleanInput`. */
    boolean(name) {
        const value = this.text(name) ?? '';
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (!/^(?:false|False|FALSE)$/.test(value))
            this.problems.push(`${name}: '${shorten(value)}' is not true or false`);
        return false;
    }
}

;// CONCATENATED MODULE: ./src/inputs/referrers.ts
/** Reads `referrers`, which has an effect only with `include-referrers`. */
function readReferrers(reader) {
    const mode = reader.choice('referrers', ['best-effort', 'required']);
    // Invalid values have their own problem.
    if (mode === 'required' && /^false$/i.test(reader.text('include-referrers') ?? '')) {
        reader.problems.push('referrers: required needs include-referrers: true');
    }
    return mode;
}

;// CONCATENATED MODULE: ./src/inputs/require-review.ts
const SETTINGS = new Map([
    ['auto', 'auto'],
    ['true', 'always'],
    ['false', 'never'],
]);
/** Reads `require-review`. YAML writes `true` in several ways. */
function readRequireReview(reader) {
    const isValid = (text) => SETTINGS.has(text.toLowerCase());
    const value = reader.match('require-review', isValid, 'auto, true or false');
    return SETTINGS.get(value?.toLowerCase() ?? '') ?? 'auto';
}

// EXTERNAL MODULE: ./src/text/age.ts
var age = __nccwpck_require__(47556);
;// CONCATENATED MODULE: ./src/inputs/refresh.ts

const isAge = (text) => (0,age/* parseAgeMs */.B)(text) !== undefined;
/** Stricter than git-check-ref-format: no character that needs quoting. */
const isBranch = (text) => /^[A-Za-z0-9][\w./-]{0,200}$/.test(text) &&
    !/\.\.|\/\/|\/\.|\.\/|\.lock(?:\/|$)|[./]$|^(?:refs|heads)\//.test(text);
const isPrefix = (text) => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text);
const isWorkflow = (text) => /^[\w.-]+\.ya?ml$/.test(text);
/** Reads the inputs of `refresh`. */
function readRefresh(aws, reader) {
    const mode = reader.choice('mode', ['pull-request', 'direct']);
    const deployWorkflow = reader.match('deploy-workflow', isWorkflow, 'a workflow file name, as in deploy.yml');
    if (deployWorkflow !== undefined && mode !== 'direct')
        reader.problems.push('deploy-workflow: is used with mode: direct only; remove it, or set mode: direct');
    return {
        command: 'refresh',
        aws,
        githubToken: reader.text('github-token'),
        images: reader.text('images') ?? '',
        only: reader.list('only'),
        dryRun: reader.boolean('dry-run'),
        mode,
        deployWorkflow,
        minAgeMs: (0,age/* parseAgeMs */.B)(reader.match('min-age', isAge, 'an age, as in 3d, 12h or 0') ?? '') ?? 0,
        branch: reader.match('branch', isBranch, 'a branch name, as in langfuse-deploy/refresh') ?? '',
        dashboard: reader.boolean('dashboard'),
        prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? '',
        scanFindings: reader.boolean('scan-findings'),
    };
}

;// CONCATENATED MODULE: ./src/inputs/specs.ts
/** Values of the input `command`. */
const COMMANDS = ['mirror', 'plan', 'apply', 'verify', 'refresh', 'drift'];
const everyCommand = { commands: COMMANDS };
const mirrorOnly = { commands: ['mirror'] };
const refreshOnly = { commands: ['refresh'] };
const usesImages = { commands: ['mirror', 'refresh'] };
const usesPlan = { commands: ['plan', 'apply'] };
const usesStack = { commands: ['plan', 'apply', 'drift'] };
const usesRoot = { commands: ['plan', 'apply', 'verify', 'drift'] };
const verifyOnly = { commands: ['verify'] };
/** All inputs, in the order of action.yml. */
const SPECS = {
    command: everyCommand,
    'aws-region': everyCommand,
    'role-to-assume': everyCommand,
    'role-session-name': everyCommand,
    'role-duration-seconds': { ...everyCommand, default: '3600' },
    'allowed-account-ids': everyCommand,
    images: { commands: ['mirror', 'verify', 'refresh'], default: 'images.yaml' },
    only: usesImages,
    registry: mirrorOnly,
    prefix: { ...usesImages, default: 'langfuse' },
    'create-repositories': { ...mirrorOnly, default: 'true' },
    'include-referrers': { ...mirrorOnly, default: 'false' },
    referrers: { ...mirrorOnly, default: 'best-effort' },
    force: { ...mirrorOnly, default: 'false' },
    concurrency: mirrorOnly,
    'dry-run': { ...usesImages, default: 'false' },
    // The runner passes the job's token to every command, as the default in action.yml.
    'github-token': everyCommand,
    'working-directory': { ...usesRoot, default: 'terraform/langfuse' },
    stack: usesRoot,
    engine: { ...usesRoot, default: 'auto' },
    'terraform-version': usesRoot,
    'backend-config': usesRoot,
    'var-file': usesStack,
    variables: { ...usesStack, isQuoted: false },
    target: usesPlan,
    replace: usesPlan,
    invoke: usesPlan,
    workspace: usesRoot,
    parallelism: { ...usesStack, default: '10' },
    'lock-timeout': { ...usesStack, default: '5m' },
    'allow-destroy': usesPlan,
    'stateful-types': usesPlan,
    'plan-records': usesPlan,
    'plan-twice': { commands: ['plan'], default: 'false' },
    'pull-request-number': { commands: ['plan'] },
    'pull-request-sha': { commands: ['plan'] },
    comment: { commands: ['plan'], default: 'always' },
    'require-review': { commands: ['apply'], default: 'auto' },
    'deploy-branch': { commands: ['apply', 'drift'] },
    'sensitive-outputs': { commands: ['apply'] },
    url: verifyOnly,
    'public-key': verifyOnly,
    'secret-key': verifyOnly,
    'terraform-outputs': verifyOnly,
    timeout: { ...verifyOnly, default: '300' },
    'revert-to': verifyOnly,
    mode: { ...refreshOnly, default: 'pull-request' },
    'deploy-workflow': refreshOnly,
    'min-age': { ...refreshOnly, default: '3d' },
    branch: { ...refreshOnly, default: 'langfuse-deploy/refresh' },
    dashboard: { ...refreshOnly, default: 'false' },
    'scan-findings': { ...refreshOnly, default: 'false' },
};

// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(21789);
;// CONCATENATED MODULE: ./src/inputs/terraform-outputs.ts

/** Reads the output `terraform-outputs` of `apply`. */
function readTerraformOutputs(reader) {
    const text = reader.text('terraform-outputs');
    if (text === undefined)
        return undefined;
    const outputs = (0,json/* parseObject */.lj)(text);
    if (outputs === undefined)
        reader.problems.push("terraform-outputs: is not a JSON object. Pass apply's output `terraform-outputs`");
    return outputs;
}

;// CONCATENATED MODULE: ./src/inputs/inputs.ts












/** Thrown for invalid inputs, one line per problem. */
class InvalidInput extends Error {
    name = 'InvalidInput';
    reason = 'invalid-input';
}
/**
 * Reads the inputs of the command from `INPUT_<NAME>`.
 *
 * @throws InvalidInput with every problem
 */
function readInputs(env) {
    const reader = new InputReader(env, SPECS);
    const command = reader.choice('command', COMMANDS);
    if (reader.problems.length === 0)
        reader.rejectUnused(command);
    const inputs = readCommand(command, reader, env);
    if (reader.problems.length > 0)
        throw new InvalidInput(reader.problems.join('\n'));
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
                pullRequest: readPullRequestInput(reader),
                planTwice: reader.boolean('plan-twice'),
                comment: reader.choice('comment', ['always', 'changes', 'never']),
            };
        case 'apply':
            return {
                command,
                ...readStack(aws, reader),
                requireReview: readRequireReview(reader),
                deployBranch: reader.text('deploy-branch'),
                sensitiveOutputs: reader.list('sensitive-outputs'),
            };
        case 'verify':
            return readVerify(aws, reader);
        case 'refresh':
            return readRefresh(aws, reader);
        case 'drift':
            return { command, ...readStack(aws, reader), deployBranch: reader.text('deploy-branch') };
    }
}
function readAws(reader, env) {
    return {
        region: reader.text('aws-region') ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined),
        roleToAssume: reader.text('role-to-assume'),
        roleSessionName: reader.match('role-session-name', isSessionName, '2 to 64 letters, digits and characters _+=,.@-'),
        roleDurationSeconds: reader.integer('role-duration-seconds', { min: 900, max: 43_200 }),
        allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account ID of 12 digits'),
    };
}
/** Part of the key of a plan record. */
const MAX_STACK_LENGTH = 200;
const isStackName = (text) => text.length <= MAX_STACK_LENGTH;
const isDuration = (text) => /^(?:\d+(?:ms|s|m|h))+$/.test(text);
function readMirror(aws, reader) {
    return {
        command: 'mirror',
        aws,
        images: reader.text('images') ?? '',
        only: reader.list('only'),
        registry: reader.match('registry', image_reference/* isHost */.jU, 'a host, as in registry.example.com:5000'),
        prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? '',
        createRepositories: reader.boolean('create-repositories'),
        includeReferrers: reader.boolean('include-referrers'),
        referrers: readReferrers(reader),
        force: reader.boolean('force'),
        concurrency: reader.optionalInteger('concurrency', { min: 1, max: 64 }),
        dryRun: reader.boolean('dry-run'),
    };
}
function readRoot(aws, reader) {
    const directory = reader.text('working-directory') ?? '.';
    const stack = reader.match('stack', isStackName, `a name of at most ${MAX_STACK_LENGTH} characters`);
    return {
        aws,
        directory,
        stack: stack ?? directory,
        engine: reader.choice('engine', ['auto', 'terraform', 'opentofu']),
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
        variables: reader.list('variables', /^[\p{L}_][\p{L}\p{N}_-]*=/u, 'name=value; give a value of several lines in TF_VAR_<name> or in a var-file'),
        ...readPlanScope(reader),
        parallelism: reader.integer('parallelism', { min: 1, max: 1000 }),
        lockTimeout: reader.match('lock-timeout', isDuration, 'a duration, as in 5m or 30s') ?? '',
        allowDestroy: reader.list('allow-destroy'),
        statefulTypes: reader.list('stateful-types', /^[a-z0-9_]+$/, 'a resource type, as in aws_db_instance'),
        planRecords: reader.text('plan-records'),
    };
}
function readVerify(aws, reader) {
    const url = reader.match('url', text_url/* isSafeUrl */.FY, 'an HTTPS base URL, as in https://langfuse.example.com');
    return {
        command: 'verify',
        ...readRoot(aws, reader),
        images: reader.text('images') ?? '',
        url: url !== undefined && (0,text_url/* isSafeUrl */.FY)(url) ? new URL(url) : undefined,
        keys: readApiKeys(reader),
        outputs: readTerraformOutputs(reader),
        timeoutSeconds: reader.integer('timeout', { min: 1, max: 3600 }),
        githubToken: reader.text('github-token'),
        revertTo: reader.match('revert-to', isCommitSha, 'a full commit SHA'),
    };
}


/***/ }),

/***/ 41730:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _commands_mirror_start__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(85511);
/* harmony import */ var _commands_runtime__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(99373);
/* harmony import */ var _github_log__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(53385);
/* harmony import */ var _github_publish__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(495);
/* harmony import */ var _github_step_state__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(47993);
/* harmony import */ var _github_runner_file__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(77348);
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(40546);







const STARTED = 'started';
async function run(inputs, runtime) {
    switch (inputs.command) {
        case 'mirror':
            return (0,_commands_mirror_start__WEBPACK_IMPORTED_MODULE_0__/* .startMirror */ .q)(inputs, runtime);
        case 'plan':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858), __nccwpck_require__.e(5731), __nccwpck_require__.e(9759), __nccwpck_require__.e(8538), __nccwpck_require__.e(4600), __nccwpck_require__.e(884), __nccwpck_require__.e(7421), __nccwpck_require__.e(3562), __nccwpck_require__.e(1911), __nccwpck_require__.e(6595)]).then(__nccwpck_require__.bind(__nccwpck_require__, 66595))).plan(inputs, runtime);
        case 'apply':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858), __nccwpck_require__.e(5731), __nccwpck_require__.e(9759), __nccwpck_require__.e(8538), __nccwpck_require__.e(4600), __nccwpck_require__.e(884), __nccwpck_require__.e(7421), __nccwpck_require__.e(3562), __nccwpck_require__.e(9061), __nccwpck_require__.e(3180)]).then(__nccwpck_require__.bind(__nccwpck_require__, 83180))).apply(inputs, runtime);
        case 'verify':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858), __nccwpck_require__.e(5731), __nccwpck_require__.e(9759), __nccwpck_require__.e(8538), __nccwpck_require__.e(4600), __nccwpck_require__.e(884), __nccwpck_require__.e(2140)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59759))).verify(inputs, runtime);
        case 'refresh':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858), __nccwpck_require__.e(4210), __nccwpck_require__.e(8324)]).then(__nccwpck_require__.bind(__nccwpck_require__, 38324))).refresh(inputs, runtime);
        case 'drift':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858), __nccwpck_require__.e(5731), __nccwpck_require__.e(9759), __nccwpck_require__.e(8538), __nccwpck_require__.e(4600), __nccwpck_require__.e(884), __nccwpck_require__.e(7421), __nccwpck_require__.e(3562), __nccwpck_require__.e(4650)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4650))).drift(inputs, runtime);
    }
}
/** Returns a signal that aborts when the runner cancels the run. Terraform is then interrupted once and awaited. */
function cancellation(inputs, log) {
    const cancelled = new AbortController();
    if (inputs.command === 'mirror' || inputs.command === 'refresh')
        return cancelled.signal;
    for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => {
            if (cancelled.signal.aborted)
                return;
            const isVerify = inputs.command === 'verify';
            log.info(`The run is cancelled${isVerify ? '' : ': a running plan or apply is asked to stop, and to save the state'}`);
            cancelled.abort();
            // Set now, because the runner may end this process before Terraform has ended.
            (0,_github_runner_file__WEBPACK_IMPORTED_MODULE_5__/* .tryToWriteOutput */ .$0)(process.env, 'failure-reason', 'cancelled');
        });
    }
    return cancelled.signal;
}
/** Works without loading a file, for which a step without free file descriptors has none left. */
async function describeFailure(error) {
    try {
        return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91858))).failedOutcome(error);
    }
    catch {
        const message = error instanceof Error ? error.message : String(error);
        return { ...NO_RESULT, failure: { reason: 'internal-error', message } };
    }
}
const NO_RESULT = { outputs: {}, summary: '## ❌ Failed before completion', warnings: [], annotations: [] };
async function runStep(env) {
    const log = (0,_github_log__WEBPACK_IMPORTED_MODULE_2__/* .openLog */ .N)(process.stdout);
    let runtime;
    try {
        (0,_github_step_state__WEBPACK_IMPORTED_MODULE_4__/* .saveStepState */ .jU)(env, STARTED, 'true');
        const inputs = (0,_inputs_inputs__WEBPACK_IMPORTED_MODULE_6__/* .readInputs */ .K)(env);
        const cancelled = cancellation(inputs, log);
        runtime = (0,_commands_runtime__WEBPACK_IMPORTED_MODULE_1__.openRuntime)(env, log, cancelled);
        const outcome = await run(inputs, runtime);
        const { withoutCancellation } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(1858)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91858));
        (0,_github_publish__WEBPACK_IMPORTED_MODULE_3__/* .publish */ .m)(withoutCancellation(outcome, cancelled), env);
    }
    catch (error) {
        (0,_github_publish__WEBPACK_IMPORTED_MODULE_3__/* .publish */ .m)(await describeFailure(error), env);
        if (runtime === undefined)
            await __nccwpck_require__.e(/* import() */ 6661).then(__nccwpck_require__.bind(__nccwpck_require__, 86661)).then((post) => post.commentInvalidInputs(error, env)).catch(() => undefined);
    }
    finally {
        await runtime?.close();
    }
}
// One bundle serves `main` and `post` of action.yml; only a `post` step has the state that its step saved.
if ((0,_github_step_state__WEBPACK_IMPORTED_MODULE_4__/* .readStepState */ .C_)(process.env, STARTED) === undefined)
    await runStep(process.env);
else
    await (await __nccwpck_require__.e(/* import() */ 6661).then(__nccwpck_require__.bind(__nccwpck_require__, 86661))).runPostStep(process.env);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 24247:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OR: () => (/* binding */ Registry),
  Yj: () => (/* binding */ UNKNOWN_STATUSES),
  iH: () => (/* binding */ pullScope),
  Xu: () => (/* binding */ pushScope)
});

// EXTERNAL MODULE: ./src/http/body.ts
var http_body = __nccwpck_require__(79662);
// EXTERNAL MODULE: ./src/http/client.ts + 5 modules
var client = __nccwpck_require__(93843);
// EXTERNAL MODULE: ./src/http/error.ts
var error = __nccwpck_require__(24054);
// EXTERNAL MODULE: ./src/http/http-retry.ts
var http_retry = __nccwpck_require__(48029);
// EXTERNAL MODULE: ./src/http/limiter.ts
var limiter = __nccwpck_require__(67972);
// EXTERNAL MODULE: ./src/http/rate-limiter.ts
var rate_limiter = __nccwpck_require__(51577);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __nccwpck_require__(80114);
;// CONCATENATED MODULE: ./src/http/redirected-write.ts

const MAX_REDIRECTS = 5;
/** The method and the body stay (RFC 9110 §15.4.8, §15.4.9). */
const REPEATING_STATUSES = [307, 308];
/** Returns where a write may be repeated: on the same host, or with HTTPS instead of HTTP. */
function redirectOfWrite(request, { response }) {
    const { location } = response.headers;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead || location === undefined || !REPEATING_STATUSES.includes(response.statusCode ?? 0))
        return undefined;
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined || !(0,text_url/* isSafeRedirect */.es)(request.url, url))
        return undefined;
    const isUpgrade = request.url.protocol === 'http:' && url.protocol === 'https:';
    const isSameHost = url.host === request.url.host || (isUpgrade && url.hostname === request.url.hostname);
    return isSameHost ? url : undefined;
}
/**
 * Sends a request. Writes with a body in memory are repeated where a redirect on the same host leads.
 *
 * @throws HttpError without a response
 */
async function sendFollowing(http, request, redirects = 0) {
    const result = await http.send(request);
    const url = redirectOfWrite(request, result);
    const canRepeat = request.body === undefined || Buffer.isBuffer(request.body);
    if (url === undefined || !canRepeat || redirects >= MAX_REDIRECTS)
        return result;
    result.response.resume();
    return sendFollowing(http, { ...request, url }, redirects + 1);
}

// EXTERNAL MODULE: ./src/http/html.ts
var html = __nccwpck_require__(5803);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __nccwpck_require__(28902);
// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __nccwpck_require__(23421);
// EXTERNAL MODULE: ./src/registry/token.ts
var registry_token = __nccwpck_require__(86318);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(64212);
;// CONCATENATED MODULE: ./src/registry/auth.ts




const EXPIRY_MARGIN_MS = 10_000;
/** Authorizes calls to one registry. */
class Authorizer {
    origin;
    source;
    runtime;
    challenge;
    login;
    expected;
    hasNoCredentials = false;
    grants = new Map();
    constructor(origin, source, runtime) {
        this.origin = origin;
        this.source = source;
        this.runtime = runtime;
        this.challenge = source.challenge;
    }
    /** Only ECR's challenge is known before the first request. */
    get isEcr() {
        return this.source.challenge !== undefined;
    }
    /** True after tokens were requested without credentials. */
    get isAnonymous() {
        return this.hasNoCredentials;
    }
    /** Whether there are credentials, even if the challenge prevents their use. */
    async hasCredentials() {
        return (await this.credentials().catch(() => undefined)) !== undefined;
    }
    setChallenge(challenge) {
        this.challenge = challenge ?? this.challenge;
    }
    /** Takes the answer to a request for the challenge. */
    expectChallenge(answer) {
        this.expected = answer.then((challenge) => {
            this.setChallenge(challenge);
        }, () => undefined);
    }
    /** Returns undefined before the first challenge. */
    async header(scopes) {
        if (this.challenge === undefined && this.expected !== undefined) {
            // Some registries hide content from anonymous calls instead of refusing them.
            const isAnonymous = await this.credentials().then((credentials) => credentials === undefined, () => false);
            if (!isAnonymous)
                await this.expected;
        }
        if (this.challenge === undefined)
            return undefined;
        const key = this.challenge.scheme === 'basic' ? '' : scopes.join(' ');
        const pending = this.grants.get(key);
        const current = await pending;
        if (current !== undefined && current.expiresAtMs > this.runtime.clock.now())
            return current.header;
        // A concurrent call may have replaced it already.
        if (current !== undefined && this.grants.get(key) === pending)
            this.grants.delete(key);
        const grant = this.grants.get(key) ?? this.obtainGrant(this.challenge, scopes);
        this.grants.set(key, grant);
        // Only concurrent calls share a failure.
        grant.catch(() => this.grants.delete(key));
        return (await grant)?.header;
    }
    async markAccepted(header) {
        for (const pending of this.grants.values()) {
            const grant = await pending.catch(() => undefined);
            if (grant?.header === header)
                grant.accepted = true;
        }
    }
    /** Discards the rejected grant. @returns whether another attempt can send something new */
    async handleRefusal(challenge, { header, scopes }) {
        if (header === undefined) {
            this.setChallenge(challenge);
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
    credentials() {
        this.login ??= this.source.credentials().catch((error) => {
            this.login = undefined;
            throw error;
        });
        return this.login;
    }
    async obtainGrant(challenge, scopes) {
        const credentials = await this.credentials();
        this.hasNoCredentials = credentials === undefined;
        if (challenge.scheme === 'bearer')
            return this.fetchBearerGrant(challenge, credentials, scopes);
        if (credentials === undefined || !('password' in credentials))
            return undefined;
        return { header: (0,registry_token/* basicAuthorization */.aR)(credentials, this.source), expiresAtMs: Infinity, accepted: false };
    }
    async fetchBearerGrant(challenge, credentials, scopes) {
        const { token, lifeMs } = await (0,registry_token/* fetchToken */.eY)(this.tokenServiceUrl(challenge.realm), { challenge, credentials, scopes, login: this.source }, this.runtime);
        const margin = Math.min(EXPIRY_MARGIN_MS, lifeMs / 2);
        return {
            header: `Bearer ${token}`,
            expiresAtMs: this.runtime.clock.now() + lifeMs - margin,
            accepted: false,
        };
    }
    /** Token services receive credentials, so loopback and plain HTTP are rejected. */
    tokenServiceUrl(text) {
        const url = URL.canParse(text, this.origin.href) ? new URL(text, this.origin) : undefined;
        if (url && (0,text_url/* isSafeRedirect */.es)(this.origin, url))
            return url;
        const message = `requires a token from '${(0,sanitize/* toPrintableLine */.Ld)(text)}', which is not an HTTPS URL; nothing was sent there`;
        throw new error/* HttpError */.j({ method: 'GET', url: this.origin, message, transient: false });
    }
}

// EXTERNAL MODULE: ./src/registry/media-types.ts
var media_types = __nccwpck_require__(99867);
// EXTERNAL MODULE: ./src/registry/pull-limit.ts
var pull_limit = __nccwpck_require__(3846);
;// CONCATENATED MODULE: ./src/registry/client.ts














const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/**
 * Statuses of a HEAD that prove nothing: registries with permissions per path answer 403 for what does not exist,
 * and some support no HEAD at all. At the target, the write decides.
 */
const UNKNOWN_STATUSES = [400, 403, 404, 405, 410, 501];
/** Of requests without a streamed body. Registries limit connections and answer bursts with 429. */
const MAX_CONCURRENT_REQUESTS = 32;
/** Token scopes (https://distribution.github.io/distribution/spec/auth/scope/). */
const pullScope = (repository) => `repository:${repository}:pull`;
const pushScope = (repository) => `repository:${repository}:pull,push`;
/** Client of one registry (OCI distribution specification 1.1). */
class Registry {
    runtime;
    name;
    origin;
    authorizer;
    rateLimiter;
    requests = new limiter/* Limiter */.j(MAX_CONCURRENT_REQUESTS);
    pulls = new Map();
    constructor(address, runtime) {
        this.runtime = runtime;
        this.name = address.name;
        this.origin = address.origin;
        this.authorizer = new Authorizer(address.origin, address.login, runtime);
        this.rateLimiter = new rate_limiter/* RateLimiter */.v(address.rateLimits, runtime.clock);
    }
    /** Last `ratelimit-remaining` header of a repository. Pulls of some publishers are free and have none. */
    pullsLeft(repository) {
        return this.pulls.get(repository);
    }
    /** Opens connections for later requests, until a number of each kind is unused. */
    prepare(connections) {
        this.runtime.http.prepare(this.origin, connections);
    }
    /** Connects and reads the challenge. Calls with credentials wait for it; errors are left to them. */
    ping() {
        this.authorizer.expectChallenge((0,registry_token/* fetchChallenge */.g1)(this.origin, this.runtime));
    }
    /** Sends a request with retries. @throws HttpError, also for a status that `accept` lacks */
    async call(call) {
        return (0,retry/* retry */.L5)(() => this.attempt(call), (0,http_retry/* httpRetry */.h)(this.runtime.clock, this.runtime.retry));
    }
    /** Like {@link call}, without retries. */
    async attempt(call) {
        if (call.rateLimitKey !== undefined)
            await this.rateLimiter.acquire(call.rateLimitKey);
        const isStreamed = call.body !== undefined && !Buffer.isBuffer(call.body);
        return isStreamed ? this.exchange(call) : this.requests.run(0, () => this.exchange(call));
    }
    /** Like {@link attempt}; the caller reads or destroys the response. */
    async open(call) {
        const { retry: policy, clock } = this.runtime;
        // A token that is requested before the wait may expire within it.
        await policy.outages?.waitForTurn(this.origin.host, clock);
        const authorization = await this.authorizer.header(call.scopes);
        const request = this.toRequest(call, authorization);
        const answer = await sendFollowing(this.runtime.http, request);
        const { response, url } = answer;
        const status = response.statusCode ?? 0;
        if (!(0,retry_policies/* isTransientStatus */.Dm)(status))
            for (const { host } of [request.url, url])
                policy.outages?.recordAnswer(host);
        this.recordPulls(call, response);
        // The host of a redirect receives no credentials.
        const isOwn = url.origin === request.url.origin;
        if (isOwn && status !== 401 && status !== 403 && authorization !== undefined)
            await this.authorizer.markAccepted(authorization);
        const isAccepted = (call.accept ?? [200]).includes(status);
        // ECR's 403 may mean an expired token.
        if (isAccepted && !(status === 403 && this.authorizer.isEcr))
            return { response, request, url };
        const redirectedTo = redirectOfWrite(request, answer);
        const { isLoginWanted, readFailure } = await __nccwpck_require__.e(/* import() */ 2465).then(__nccwpck_require__.bind(__nccwpck_require__, 2465));
        const facts = await readFailure({ request, url }, response, this.runtime.clock.wallClockMs());
        if (redirectedTo)
            throw new error/* HttpError */.j({ ...facts, redirectedTo });
        if (isOwn && isLoginWanted(facts, this.authorizer.isEcr))
            throw await this.refusedLogin(response, facts, { authorization, call });
        throw new error/* HttpError */.j(facts);
    }
    /**
     * Returns whether a manifest exists, and its digest if the answer has one.
     * HEAD does not count as a pull on Docker Hub.
     */
    async headManifest(repository, reference, { scope = pullScope(repository), unknown = [] } = {}) {
        const { status, headers } = await this.call({
            method: 'HEAD',
            path: `${repository}/manifests/${reference}`,
            scopes: [scope],
            accept: [200, 404, ...unknown],
            headers: { accept: media_types/* MANIFEST_TYPES */._P.join(', ') },
        });
        // A login page of a proxy proves nothing.
        const isPage = (0,html/* isHtml */._)(headers['content-type'] ?? '');
        if (status !== 200 || isPage)
            return { exists: status === 404 ? false : undefined, digest: undefined };
        // Proxies remove the header; a digest as reference is its own answer.
        const digest = reference.includes(':') ? reference : undefined;
        return { exists: true, digest: headers['docker-content-digest']?.toString() ?? digest };
    }
    async hasBlob(repository, digest, { ifRefused = false } = {}) {
        const { status } = await this.call({
            method: 'HEAD',
            path: `${repository}/blobs/${digest}`,
            scopes: [pushScope(repository)],
            // A redirect proves existence; its URL may be signed for GET only.
            accept: [200, ...client/* REDIRECT_STATUSES */.a, ...UNKNOWN_STATUSES],
            redirect: 'manual',
        });
        return UNKNOWN_STATUSES.includes(status) ? ifRefused && ![404, 410].includes(status) : true;
    }
    async exchange(call) {
        const { maxBytes = MAX_ANSWER_BYTES } = call;
        const { response, request, url } = await this.open(call);
        if (maxBytes === 0)
            response.destroy();
        const body = maxBytes === 0 ? Buffer.alloc(0) : await (0,http_body/* readBody */.x)(response, request, maxBytes);
        return { status: response.statusCode ?? 0, headers: response.headers, body, url };
    }
    toRequest(call, authorization) {
        return {
            method: call.method,
            url: typeof call.path === 'string' ? new URL(`/v2/${call.path}`, this.origin) : call.path,
            headers: { ...call.headers, ...(authorization !== undefined && { authorization }) },
            ...(call.body !== undefined && { body: call.body }),
            ...(call.redirect !== undefined && { redirect: call.redirect }),
            ...(call.bulk !== undefined && { bulk: call.bulk }),
            ...(call.idleTimeoutMs !== undefined && { idleTimeoutMs: call.idleTimeoutMs }),
        };
    }
    recordPulls({ path }, { headers }) {
        const repository = typeof path === 'string' ? /^(.+)\/manifests\//.exec(path)?.[1] : undefined;
        const left = (0,pull_limit/* parsePullsLeft */.L9)(headers['ratelimit-remaining']);
        if (repository !== undefined && left !== undefined)
            this.pulls.set(repository, left);
    }
    /** Transient if there are new credentials to send. */
    async refusedLogin(response, facts, { authorization, call: { scopes } }) {
        const header = response.headers['www-authenticate'];
        const sent = { header: authorization, scopes };
        if (await this.authorizer.handleRefusal((0,registry_token/* parseChallenge */.xy)(header), sent))
            return new error/* HttpError */.j({ ...facts, retryImmediately: true, transient: true });
        if (facts.status !== 401 && facts.method === 'HEAD')
            return new error/* HttpError */.j(facts);
        const login = authorization === undefined ? 'none' : this.authorizer.isAnonymous ? 'anonymous' : 'credentials';
        const hasCredentials = await this.authorizer.hasCredentials();
        const { loginError } = await __nccwpck_require__.e(/* import() */ 2465).then(__nccwpck_require__.bind(__nccwpck_require__, 2465));
        return loginError(facts, { name: this.name, scopes, login, hasCredentials, challenge: header });
    }
}


/***/ }),

/***/ 17594:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cx: () => (/* binding */ isCompressed),
/* harmony export */   ji: () => (/* binding */ decompressed),
/* harmony export */   mF: () => (/* binding */ decompress)
/* harmony export */ });
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57075);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_stream__WEBPACK_IMPORTED_MODULE_0__);

// Registries and proxies compress although `identity` was requested, and some label content that is compressed by itself.
const isLabelled = (headers) => /^(?:x-)?gzip$/i.test(headers['content-encoding']?.trim() ?? '');
/**
 * Whether the body is the gzip form of a blob, and not the blob itself with the label.
 *
 * @param bytes of the blob that the body should have
 */
function isCompressed(headers, { mediaType }, bytes) {
    if (!isLabelled(headers))
        return false;
    const length = headers['content-length'];
    return length === undefined ? !/gzip$/.test(mediaType) : Number(length) !== bytes;
}
/** Decompresses a body. @throws errors of zlib and of the source */
async function* decompress(chunks) {
    const gunzip = process.getBuiltinModule('node:zlib').createGunzip();
    // The iteration throws the error.
    (0,node_stream__WEBPACK_IMPORTED_MODULE_0__.pipeline)(chunks, gunzip, () => undefined);
    for await (const chunk of gunzip)
        if (Buffer.isBuffer(chunk))
            yield chunk;
}
/** Returns a body without its compression, or as it is if it has none. */
function decompressed(body, headers, maxBytes) {
    if (!isLabelled(headers))
        return body;
    try {
        return process.getBuiltinModule('node:zlib').gunzipSync(body, { maxOutputLength: maxBytes });
    }
    catch {
        return body;
    }
}


/***/ }),

/***/ 92495:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ openHash)
/* harmony export */ });
const DONE = Promise.resolve();
/** Returns a hash that is computed in this thread. */
function openHash(algorithm) {
    const hash = process.getBuiltinModule('node:crypto').createHash(algorithm);
    return {
        maxPending: 1,
        update: (chunk) => {
            hash.update(chunk);
            return DONE;
        },
        digest: () => Promise.resolve(hash.digest('hex')),
        close: () => undefined,
    };
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ UnsupportedContent),
/* harmony export */   Bj: () => (/* binding */ CorruptContent),
/* harmony export */   JR: () => (/* binding */ htmlMessage),
/* harmony export */   kW: () => (/* binding */ parseErrorBody)
/* harmony export */ });
/* harmony import */ var _http_html__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(5803);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(64212);



/** Wrong digest or size. */
class CorruptContent extends Error {
    name = 'CorruptContent';
    reason = 'copy-failed';
    /** Set if the bytes may have been altered on their way; another transfer is hashed again. */
    mayBeTransient;
    constructor(message, { mayBeTransient = false, ...options } = {}) {
        super(message, options);
        this.mayBeTransient = mayBeTransient;
    }
}
/** Valid content that this action does not copy. */
class UnsupportedContent extends Error {
    name = 'UnsupportedContent';
    reason = 'copy-failed';
}
const HTML_PAGE = 'the answer is an HTML page; check that the host is a registry and that no proxy intercepts the request';
const BODY_LIMIT = 'the request is larger than the server, or a proxy in front of it, accepts. ' +
    "Raise its limit of the request body (nginx: client_max_body_size) or use the registry's own address";
const MAX_DETAIL_LENGTH = 300;
/**
 * Parses `{"errors":[{"code","message","detail"}]}` (distribution specification, "Error Codes").
 * Any other body becomes the message.
 */
function parseErrorBody({ status, body, contentType }) {
    const entries = errorEntries(body);
    const codes = entries.flatMap(({ code }) => code ?? []);
    if (status === 413)
        return { codes, message: [...entries.map(describe), BODY_LIMIT].join('; ') };
    if (entries.length > 0)
        return { codes, message: [...new Set(entries.map(describe))].join('; ') };
    return { codes, message: (0,_http_html__WEBPACK_IMPORTED_MODULE_0__/* .isHtml */ ._)(contentType, body) ? htmlMessage(status) : reasonIn(body) };
}
/** Returns the message for a page that came instead of a registry's answer. */
function htmlMessage(status) {
    return status >= 500 || status === 429
        ? 'a gateway or proxy in front of the registry answered with an HTML page'
        : HTML_PAGE;
}
function reasonIn(body) {
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(body);
    // Artifactory, Nexus and API gateways have their own formats.
    const texts = ['message', 'error', 'detail', 'details'].map((key) => json?.[key]);
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(texts.find(isText) ?? body) || 'no reason given';
}
const isText = (value) => typeof value === 'string' && value !== '';
function describe({ code, message, detail }) {
    const text = [code, message].filter((part) => part).join(': ');
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(detail === undefined || message?.includes(detail) ? text : `${text} (${detail})`);
}
function errorEntries(body) {
    const parsed = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(body);
    if (typeof parsed?.['__type'] === 'string')
        return [awsEntry(parsed)];
    if (!Array.isArray(parsed?.['errors']))
        return [];
    return parsed['errors'].filter(_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4).map((entry) => {
        const code = typeof entry['code'] === 'string' ? (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(entry['code']) : undefined;
        // For UNAUTHORIZED, the detail only repeats the requested access.
        const detail = code === 'UNAUTHORIZED' ? undefined : detailText(entry['detail']);
        return {
            ...(code !== undefined && { code }),
            ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
            ...(detail !== undefined && { detail }),
        };
    });
}
/** AWS's own form: `{"__type":"com.amazonaws…#LimitExceededException","message":"…"}`. */
function awsEntry({ __type: type, message, Message = message }) {
    const code = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(String(type).replace(/^.*#/, ''));
    return { code, ...(typeof Message === 'string' && { message: Message }) };
}
function detailText(detail) {
    if (detail === undefined || detail === null)
        return undefined;
    const text = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(typeof detail === 'string' ? detail : JSON.stringify(detail));
    if (text === '' || text === '{}' || text === '[]')
        return undefined;
    return text.length > MAX_DETAIL_LENGTH ? `${text.slice(0, MAX_DETAIL_LENGTH)}…` : text;
}


/***/ }),

/***/ 13510:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B2: () => (/* binding */ recheckImage),
/* harmony export */   nU: () => (/* binding */ findPresentBlobs),
/* harmony export */   w1: () => (/* binding */ checkByHead)
/* harmony export */ });
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24054);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(24247);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(86985);
/* harmony import */ var _manifest_tree__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(38207);




/** Returns the digests of the blobs that the target has. */
async function findPresentBlobs(blobs, { existence, repository, repositoryExists }) {
    if (!repositoryExists || blobs.length === 0)
        return new Set();
    return existence.findBlobs(repository, blobs.map(({ digest }) => digest));
}
/** Looks for all manifests of an image, which may have been lost one by one. */
async function recheckImage(existence, found, { repository, tree }) {
    if (!found.hasDigest)
        return found;
    const digests = (0,_manifest_tree__WEBPACK_IMPORTED_MODULE_3__/* .manifestsOf */ .Xh)(tree).map(({ digest }) => digest);
    const present = await existence.findReferences(repository, { tags: [], digests });
    return { ...found, hasDigest: digests.every((digest) => present.has(digest)) };
}
function undefinedIfUnknown(error) {
    if (!(error instanceof _http_error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j) || !_client__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN_STATUSES */ .Yj.includes(error.status ?? 0))
        throw error;
}
/** One HEAD request per item. A registry that refuses HEAD has, as far as is known, nothing. */
function checkByHead(registry) {
    const digestAt = async (repository, reference) => {
        // The scope saves a second token for the writes.
        const options = { scope: (0,_client__WEBPACK_IMPORTED_MODULE_1__/* .pushScope */ .Xu)(repository), unknown: _client__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN_STATUSES */ .Yj };
        const { exists, digest } = await registry.headManifest(repository, reference, options);
        if (exists !== true || digest !== undefined)
            return digest;
        // The registry, or a proxy, confirms everything, or leaves the digest out.
        const manifest = await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_2__/* .fetchManifest */ .Cj)(registry, repository, reference).catch(undefinedIfUnknown);
        return manifest?.digest;
    };
    return {
        async findImage({ repository, tag, fallbackTag, digest }) {
            const tagged = await digestAt(repository, tag);
            // Usually a new image; otherwise its blobs are found later.
            if (tagged === undefined || tagged === digest) {
                return { repositoryExists: true, tag: tagged, fallbackTag: undefined, hasDigest: tagged === digest };
            }
            const [fallback, itself] = await Promise.all([
                digestAt(repository, fallbackTag),
                digestAt(repository, digest),
            ]);
            return { repositoryExists: true, tag: tagged, fallbackTag: fallback, hasDigest: itself !== undefined };
        },
        async findReferences(repository, { tags, digests }) {
            const references = [...tags, ...digests];
            const found = await Promise.all(references.map((reference) => digestAt(repository, reference)));
            return new Map(references.flatMap((reference, index) => {
                const digest = found[index];
                return digest === undefined ? [] : [[reference, digest]];
            }));
        },
        async findBlobs(repository, digests) {
            const answers = await Promise.all(digests.map((digest) => registry.hasBlob(repository, digest)));
            return new Set(digests.filter((_, index) => answers[index]));
        },
    };
}


/***/ }),

/***/ 86985:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cj: () => (/* binding */ fetchManifest),
/* harmony export */   H1: () => (/* binding */ corruptBlobRetry),
/* harmony export */   RQ: () => (/* binding */ fetchManifestBytes),
/* harmony export */   g5: () => (/* binding */ withSource),
/* harmony export */   u$: () => (/* binding */ findDigest)
/* harmony export */ });
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24054);
/* harmony import */ var _http_http_retry__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(48029);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(28902);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(24247);
/* harmony import */ var _content_encoding__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(17594);
/* harmony import */ var _pull_limit__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(3846);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(3269);
/* harmony import */ var _http_html__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(5803);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(10506);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(99867);










/** Specification, "Pushing Manifests". */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Transfers of bytes with a wrong digest. */
const MAX_CORRUPT_MANIFESTS = 3;
const MAX_CORRUPT_BLOBS = 2;
/**
 * Fetches a manifest by tag or digest and verifies its digest.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
function fetchManifest(registry, repository, reference) {
    return readManifest({ registry, repository, reference }, _manifest__WEBPACK_IMPORTED_MODULE_5__/* .parseManifest */ .Ng);
}
/**
 * Fetches a manifest and verifies its digest, without parsing it.
 *
 * @throws HttpError, CorruptContent
 */
function fetchManifestBytes(registry, repository, digest) {
    return readManifest({ registry, repository, reference: digest }, (bytes) => {
        (0,_manifest__WEBPACK_IMPORTED_MODULE_5__/* .verifyDigest */ .Ub)(bytes, digest);
        return bytes;
    });
}
/** @param parse throws CorruptContent for another digest */
async function readManifest({ registry, repository, reference }, parse) {
    const isDigest = reference.includes(':');
    const call = {
        method: 'GET',
        path: `${repository}/manifests/${reference}`,
        scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_2__/* .pullScope */ .iH)(repository)],
        headers: { accept: (isDigest ? _media_types__WEBPACK_IMPORTED_MODULE_6__/* .READABLE_TYPES */ .xf : _media_types__WEBPACK_IMPORTED_MODULE_6__/* .MANIFEST_TYPES */ ._P).join(', ') },
        maxBytes: MAX_MANIFEST_BYTES,
        // A response that needs Node's client is requested twice, which would count as two pulls.
        ...(!(0,_pull_limit__WEBPACK_IMPORTED_MODULE_7__/* .hasPullLimit */ .NP)(registry) && { bulk: 'manifest' }),
    };
    const read = async () => {
        const answer = await registry.attempt(call);
        if ((0,_http_html__WEBPACK_IMPORTED_MODULE_8__/* .isHtml */ ._)(answer.headers['content-type'] ?? ''))
            throw htmlPageError(answer);
        const bytes = (0,_content_encoding__WEBPACK_IMPORTED_MODULE_3__/* .decompressed */ .ji)(answer.body, answer.headers, MAX_MANIFEST_BYTES);
        const named = answer.headers['docker-content-digest']?.toString();
        return parse(bytes, isDigest ? reference : (named ?? (0,_manifest__WEBPACK_IMPORTED_MODULE_5__/* .digestOf */ .ol)(bytes)), contentType(answer));
    };
    return withSource(`${registry.name}/${repository}`, (0,_http_retry__WEBPACK_IMPORTED_MODULE_9__/* .retry */ .L5)(read, corruptRetry(registry, MAX_CORRUPT_MANIFESTS)));
}
const contentType = ({ headers }) => headers['content-type'] ?? '';
function htmlPageError({ status, url }) {
    return new _http_error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j({ method: 'GET', url, status, message: (0,_error__WEBPACK_IMPORTED_MODULE_4__/* .htmlMessage */ .JR)(status), transient: false });
}
/**
 * Returns the digest of a tag, or undefined if the tag does not exist. A GET replaces a HEAD that is refused or names
 * no digest.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
async function findDigest(registry, repository, reference) {
    const refused = _client__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN_STATUSES */ .Yj.filter((status) => status !== 404);
    const { exists, digest } = await registry.headManifest(repository, reference, { unknown: refused });
    if (exists === false || digest !== undefined)
        return digest;
    try {
        return (await fetchManifest(registry, repository, reference)).digest;
    }
    catch (error) {
        if (error instanceof _http_error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j && _client__WEBPACK_IMPORTED_MODULE_2__/* .UNKNOWN_STATUSES */ .Yj.includes(error.status ?? 0))
            return undefined;
        throw error;
    }
}
/** Like {@link httpRetry}; bytes with a wrong digest are requested again, too. */
function corruptRetry(registry, maxTransfers) {
    const { clock, retry: policy } = registry.runtime;
    const options = (0,_http_http_retry__WEBPACK_IMPORTED_MODULE_1__/* .httpRetry */ .h)(clock, policy);
    let transfers = 0;
    return {
        ...options,
        classify: (error, attempt) => {
            if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_4__/* .CorruptContent */ .Bj))
                return options.classify(error, attempt);
            transfers += 1;
            return error.mayBeTransient && transfers < maxTransfers ? {} : undefined;
        },
    };
}
/** Options for one more transfer of a blob that arrives corrupt. */
const corruptBlobRetry = (registry) => corruptRetry(registry, MAX_CORRUPT_BLOBS);
/** Adds the source to the message about corrupt content. */
async function withSource(source, content) {
    try {
        return await content;
    }
    catch (error) {
        if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_4__/* .CorruptContent */ .Bj))
            throw error;
        const { mayBeTransient } = error;
        throw new _error__WEBPACK_IMPORTED_MODULE_4__/* .CorruptContent */ .Bj(`${source}: ${error.message}`, { cause: error, mayBeTransient });
    }
}


/***/ }),

/***/ 93689:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ readImageConfig)
/* harmony export */ });
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(10506);
/* harmony import */ var _small_blob__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(47838);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21789);



/** Docker's first release. */
const MIN_CREATED_MS = Date.UTC(2013, 0);
/** Reads and verifies an image config. @throws CorruptContent, UnsupportedContent, HttpError */
async function readImageConfig(registry, repository, config) {
    const body = await (0,_small_blob__WEBPACK_IMPORTED_MODULE_1__/* .readSmallBlob */ .t)(registry, repository, { ...config, name: 'config' });
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(body.toString('utf8'));
    const platform = (0,_manifest__WEBPACK_IMPORTED_MODULE_0__/* .parsePlatform */ .Y8)(json);
    return {
        platform: platform && (0,_manifest__WEBPACK_IMPORTED_MODULE_0__/* .formatPlatform */ .Bq)(platform),
        createdMs: parseCreatedMs(json?.['created']),
        source: readLabel(json?.['config'], 'source'),
        version: readLabel(json?.['config'], 'version'),
        revision: readLabel(json?.['config'], 'revision'),
    };
}
function parseCreatedMs(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : NaN;
    return ms >= MIN_CREATED_MS ? ms : undefined;
}
function readLabel(config, name) {
    const labels = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(config) ? config['Labels'] : undefined;
    const value = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(labels) ? labels[`org.opencontainers.image.${name}`] : undefined;
    return typeof value === 'string' ? value : undefined;
}


/***/ }),

/***/ 38207:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   EO: () => (/* binding */ fetchManifestTree),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   Xh: () => (/* binding */ manifestsOf),
/* harmony export */   oF: () => (/* binding */ checkPlatform),
/* harmony export */   vV: () => (/* binding */ WrongPlatform)
/* harmony export */ });
/* harmony import */ var _image_config__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(93689);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3269);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(86985);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(10506);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(24054);





const MAX_DEPTH = 8;
/**
 * Fetches and verifies all manifests below the root. A manifest that several indexes list is one object. There are no
 * cycles, because the digest of a manifest covers those of its children.
 *
 * @throws HttpError, UnsupportedContent, CorruptContent
 */
async function fetchManifestTree(registry, repository, root) {
    const trees = new Map();
    const growChild = async (digest, parent, depth) => {
        if (depth > MAX_DEPTH)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`indexes are nested more than ${MAX_DEPTH} deep at ${digest}`);
        return grow(await fetchListed({ registry, repository, digest }, parent), depth);
    };
    const grow = async (manifest, depth) => {
        const digests = [...new Set(manifest.manifests.map(({ digest }) => digest))];
        const children = digests.map((digest) => {
            const child = trees.get(digest) ?? growChild(digest, manifest, depth + 1);
            trees.set(digest, child);
            return child;
        });
        return { manifest, children: await Promise.all(children) };
    };
    return grow(root, 1);
}
async function fetchListed({ registry, repository, digest }, parent) {
    try {
        return await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_2__/* .fetchManifest */ .Cj)(registry, repository, digest);
    }
    catch (error) {
        if (!(error instanceof _http_error__WEBPACK_IMPORTED_MODULE_4__/* .HttpError */ .j) || error.status !== 404)
            throw error;
        const message = `the index ${parent.digest} lists the manifest ${digest}, which ${registry.name}/${repository} no longer has; ` +
            'pin another version in images.yaml';
        throw new _http_error__WEBPACK_IMPORTED_MODULE_4__/* .HttpError */ .j({ ...error.details, message }, { cause: error });
    }
}
/** Unique manifests, children before parents. */
function manifestsOf(tree) {
    const found = new Map();
    const seen = new Set();
    const visit = ({ manifest, children }) => {
        if (seen.has(manifest.digest))
            return;
        seen.add(manifest.digest);
        children.forEach(visit);
        found.set(manifest.digest, manifest);
    };
    visit(tree);
    return [...found.values()];
}
/** Unique blobs without foreign layers. */
function blobsOf(tree) {
    const blobs = manifestsOf(tree).flatMap((manifest) => manifest.blobs);
    return [...new Map(blobs.filter((blob) => !(0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .isForeign */ .jq)(blob)).map((blob) => [blob.digest, blob])).values()];
}
/** Bytes of unique manifests and blobs. */
function sizeOf(tree) {
    const manifests = manifestsOf(tree).reduce((sum, { bytes }) => sum + bytes.length, 0);
    return blobsOf(tree).reduce((sum, { size }) => sum + size, manifests);
}
/** Digest and platform in images.yaml do not match. */
class WrongPlatform extends Error {
    name = 'WrongPlatform';
    reason = 'invalid-images';
}
/** Checks the platform of a manifest. @throws WrongPlatform, HttpError, CorruptContent, UnsupportedContent */
async function checkPlatform({ registry, repository, platform }, manifest) {
    if (manifest.manifests.length > 0)
        throw new WrongPlatform(platformAdvice(manifest, platform));
    if (manifest.config === undefined)
        return;
    const { platform: actual } = await (0,_image_config__WEBPACK_IMPORTED_MODULE_0__/* .readImageConfig */ .M)(registry, repository, manifest.config);
    if (actual === undefined || (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .matchesPlatform */ .pC)(actual, platform))
        return;
    throw new WrongPlatform(`${manifest.digest} is an image for ${actual}, not for ${platform}`);
}
function platformAdvice(index, platform) {
    const runnable = index.manifests.filter(_manifest__WEBPACK_IMPORTED_MODULE_3__/* .isRunnable */ .iU);
    const match = runnable.find((entry) => (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .matchesPlatform */ .pC)((0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .platformOf */ .tj)(entry), platform));
    if (match !== undefined) {
        return `${index.digest} is an index; for platform ${platform}, pin its manifest ${match.digest}`;
    }
    const platforms = runnable.map(_manifest__WEBPACK_IMPORTED_MODULE_3__/* .platformOf */ .tj).join(', ') || 'no platforms';
    return `the index ${index.digest} has no ${platform}; it has ${platforms}`;
}


/***/ }),

/***/ 10506:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BA: () => (/* binding */ parseDescriptor),
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ normalizePlatform),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   Ub: () => (/* binding */ verifyDigest),
/* harmony export */   Y8: () => (/* binding */ parsePlatform),
/* harmony export */   iU: () => (/* binding */ isRunnable),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   pC: () => (/* binding */ matchesPlatform),
/* harmony export */   tj: () => (/* binding */ platformOf)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3269);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(99867);
/* harmony import */ var _text_image_reference__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(23602);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(64212);





const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/;
/** Returns `algorithm:hex`. */
function digestOf(bytes, algorithm = 'sha256') {
    return `${algorithm}:${process.getBuiltinModule('node:crypto').createHash(algorithm).update(bytes).digest('hex')}`;
}
/** Algorithm of a digest. */
const algorithmOf = (digest) => digest.startsWith('sha512:') ? 'sha512' : 'sha256';
/** Image specification, "Non-Distributable Layers". */
function isForeign({ mediaType, urls }) {
    return urls !== undefined && urls.length > 0 && /foreign|nondistributable/.test(mediaType);
}
/** Returns `os/architecture[/variant]`. */
function formatPlatform({ os, architecture, variant }) {
    return [os, architecture, variant].filter((part) => part).join('/');
}
/** Platform of an index entry, or an empty string. */
const platformOf = ({ platform }) => (platform ? formatPlatform(platform) : '');
const DEFAULT_VARIANTS = {
    'linux/arm64/v8': 'linux/arm64',
    'linux/arm': 'linux/arm/v7',
    'linux/amd64/v1': 'linux/amd64',
};
/** Removes a variant that is the default, which build tools either write or leave out. */
const normalizePlatform = (platform) => DEFAULT_VARIANTS[platform] ?? platform;
/** A request without a variant matches all variants. */
const matchesPlatform = (actual, requested) => normalizePlatform(actual) === normalizePlatform(requested) || actual.startsWith(`${requested}/`);
/** Excludes attestations, which buildx lists as `unknown/unknown`. */
function isRunnable({ platform }) {
    return platform !== undefined && platform.os !== 'unknown';
}
/** @throws CorruptContent for another digest */
function verifyDigest(bytes, digest) {
    const actual = digestOf(bytes, algorithmOf(digest));
    if (actual === digest)
        return;
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .CorruptContent */ .Bj(`the manifest ${digest} arrived as ${bytes.length} bytes with digest ${actual}; the registry or a proxy changed it`, { mayBeTransient: true });
}
/**
 * Parses a manifest and verifies its digest.
 *
 * @param served `Content-Type`, for a manifest without `mediaType`
 * @throws CorruptContent for another digest or invalid JSON
 * @throws UnsupportedContent for schema 1 and unknown types
 */
function parseManifest(bytes, digest, served) {
    // Digests of schema 1 exclude the signatures and never match.
    if (SCHEMA_1.test(served))
        throw schema1Error(digest);
    verifyDigest(bytes, digest);
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(bytes.toString('utf8'));
    if (json === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .CorruptContent */ .Bj(`the manifest ${digest} is not a JSON object`);
    const mediaType = manifestType(json, served, digest);
    const at = `manifest ${digest}`;
    const config = optionalDescriptor(json['config'], `${at}: config`);
    // The entries of a BuildKit cache are blobs.
    const [manifests, blobs] = partition(parseDescriptors(json['manifests'], `${at}: manifests`), isManifestEntry);
    return {
        bytes,
        mediaType,
        digest,
        manifests,
        blobs: [
            ...blobs,
            ...(config === undefined ? [] : [config]),
            ...parseDescriptors(json['layers'] ?? json['blobs'], `${at}: ${json['layers'] ? 'layers' : 'blobs'}`),
        ],
        config,
        subject: optionalDescriptor(json['subject'], `${at}: subject`),
        artifactType: stringValue(json['artifactType']),
        annotations: stringRecord(json['annotations']),
    };
}
/** Registries set optional fields to null. */
const optionalDescriptor = (value, at) => value === undefined || value === null ? undefined : parseDescriptor(value, at);
/** Image specification, "Image Index": entries may have any media type. */
const isManifestEntry = ({ mediaType }) => mediaType === '' || /[.+](?:manifest|index)\b/.test(mediaType);
function partition(items, isFirst) {
    return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
function manifestType(json, served, digest) {
    const declared = stringValue(json['mediaType']) ?? served.split(';')[0]?.trim() ?? '';
    if (json['schemaVersion'] === 1 || SCHEMA_1.test(declared))
        throw schema1Error(digest);
    if (_media_types__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_TYPES */ ._P.some((type) => type === declared))
        return declared;
    if (Array.isArray(json['manifests']))
        return _media_types__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p;
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(json['config']))
        return _media_types__WEBPACK_IMPORTED_MODULE_1__/* .OCI_MANIFEST */ .EG;
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .UnsupportedContent */ .$p(`the manifest ${digest} has the unknown media type '${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(declared)}'`);
}
function schema1Error(digest) {
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .UnsupportedContent */ .$p(`the manifest ${digest} uses Docker's schema 1, which this action does not copy; ` +
        'pull and push the image with a current version of Docker to convert it to schema 2');
}
function parseDescriptors(value, at) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .CorruptContent */ .Bj(`${at} is not a list`);
    return value.map((entry, index) => parseDescriptor(entry, `${at}[${index}]`));
}
/** @param at position for the message @throws CorruptContent */
function parseDescriptor(value, at) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .CorruptContent */ .Bj(`${at} is not a descriptor`);
    const { mediaType, digest, size, urls } = value;
    if (typeof digest !== 'string' || !(0,_text_image_reference__WEBPACK_IMPORTED_MODULE_4__/* .isDigest */ .Bc)(digest))
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .CorruptContent */ .Bj(`${at} has no valid digest`);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .CorruptContent */ .Bj(`${at} has no valid size`);
    }
    const annotations = stringRecord(value['annotations']);
    const artifactType = stringValue(value['artifactType']);
    const platform = parsePlatform(value['platform']);
    return {
        mediaType: stringValue(mediaType) ?? '',
        digest,
        size,
        ...(platform && { platform }),
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations && { annotations }),
        ...(Array.isArray(urls) && { urls: urls.filter((url) => typeof url === 'string') }),
    };
}
/** Index entries and image configs use the same keys. */
function parsePlatform(value) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return undefined;
    const { os, architecture, variant } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' && variant !== '' && { variant }) };
}
const stringValue = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function stringRecord(value) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value))
        return undefined;
    const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 99867:
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
/** Sent together: ECR converts a manifest whose type `Accept` lacks. */
const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, OCI_ARTIFACT, DOCKER_LIST, DOCKER_MANIFEST];
/** For digests; schema 1 is listed to report it as unsupported. */
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
/* harmony export */   NP: () => (/* binding */ hasPullLimit),
/* harmony export */   S9: () => (/* binding */ pullLimitErrors)
/* harmony export */ });
/* unused harmony export RateLimited */
/** Docker Hub allows too few pulls. */
class RateLimited extends Error {
    name = 'RateLimited';
    reason = 'rate-limited';
}
/** Parses the header; returns undefined for other formats. */
function parsePullsLeft(header) {
    const match = /^(\d+)(?:;w=(\d+))?/.exec(String(header ?? ''));
    if (match === null)
        return undefined;
    return { count: Number(match[1]), windowSeconds: match[2] === undefined ? undefined : Number(match[2]) };
}
/** Only Docker Hub limits pulls and reports the remaining number. */
const hasPullLimit = ({ name }) => name === 'docker.io';
/**
 * Compares needed with remaining pulls. Only repositories with a limit count: pulls of some publishers are free.
 *
 * @returns an error, or undefined, for each item
 */
function pullLimitErrors(needed) {
    const errors = new Map();
    for (const source of new Set(needed.map((one) => one.source))) {
        const limited = needed.filter((one) => one.source === source && isLimited(one));
        errors.set(source, pullLimitError(source, limited));
    }
    return needed.map((one) => (isLimited(one) ? errors.get(one.source) : undefined));
}
const isLimited = ({ source, repository }) => hasPullLimit(source) && source.pullsLeft(repository) !== undefined;
/** The limit is shared by all limited repositories. */
function pullLimitError(source, limited) {
    const needed = limited.reduce((sum, { pulls }) => sum + pulls, 0);
    const budgets = limited.flatMap(({ repository }) => source.pullsLeft(repository) ?? []);
    const [left] = budgets.sort((one, other) => one.count - other.count);
    if (left === undefined || left.count >= needed)
        return undefined;
    const { name } = source;
    const window = left.windowSeconds === undefined ? '' : ` in ${left.windowSeconds / 3600} hours`;
    const repositories = [...new Set(limited.map(({ repository }) => `${name}/${repository}`))];
    return new RateLimited(`Nothing was copied from ${repositories.join(', ')}: ${name} allows ${left.count} more pulls${window} and ${needed} are needed. ` +
        'Log in to Docker Hub before this step (docker/login-action), or wait until the limit resets');
}


/***/ }),

/***/ 47838:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ readSmallBlob)
/* harmony export */ });
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(28902);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(24247);
/* harmony import */ var _content_encoding__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(17594);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3269);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(86985);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(10506);






const MAX_BYTES = 4 * 1024 * 1024;
/**
 * Reads a blob into memory and verifies its digest.
 *
 * @param name of the blob in messages
 * @throws CorruptContent, UnsupportedContent, HttpError
 */
async function readSmallBlob(registry, repository, { digest, size, name = 'blob' }) {
    if (size > MAX_BYTES)
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .UnsupportedContent */ .$p(`the ${name} ${digest} has ${size} bytes, more than the limit of ${MAX_BYTES}`);
    const path = `${repository}/blobs/${digest}`;
    const read = async () => {
        const { body, headers } = await registry.attempt({ method: 'GET', path, scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_0__/* .pullScope */ .iH)(repository)] });
        const isWanted = (bytes) => (0,_manifest__WEBPACK_IMPORTED_MODULE_4__/* .digestOf */ .ol)(bytes, (0,_manifest__WEBPACK_IMPORTED_MODULE_4__/* .algorithmOf */ .Hy)(digest)) === digest;
        const found = [body, (0,_content_encoding__WEBPACK_IMPORTED_MODULE_1__/* .decompressed */ .ji)(body, headers, MAX_BYTES)].find(isWanted);
        if (found !== undefined)
            return found;
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`the ${name} ${digest} arrived as ${body.length} bytes with another digest`, {
            mayBeTransient: true,
        });
    };
    return (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_3__/* .withSource */ .g5)(`${registry.name}/${repository}`, (0,_http_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(read, (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_3__/* .corruptBlobRetry */ .H1)(registry)));
}


/***/ }),

/***/ 86318:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   aR: () => (/* binding */ basicAuthorization),
/* harmony export */   eY: () => (/* binding */ fetchToken),
/* harmony export */   g1: () => (/* binding */ fetchChallenge),
/* harmony export */   xy: () => (/* binding */ parseChallenge)
/* harmony export */ });
/* harmony import */ var _http_basic_authorization__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(64726);
/* harmony import */ var _http_body__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(79662);
/* harmony import */ var _http_html__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(5803);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3269);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(28902);
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(23421);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(21789);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(24054);








/** Default of `expires_in` in the token specification. */
const DEFAULT_TOKEN_LIFE_SECONDS = 60;
const MAX_TOKEN_ANSWER_BYTES = 256 * 1024;
const MAX_PING_ANSWER_BYTES = 8 * 1024 * 1024;
/** Parses `WWW-Authenticate`; prefers Bearer. */
function parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const bearer = /\bBearer\s+(.*)$/i.exec(header);
    if (bearer?.[1] !== undefined) {
        const parameters = new Map();
        for (const [, name = '', quoted, bare] of bearer[1].matchAll(/(\w+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
            // A second challenge may follow.
            if (!parameters.has(name.toLowerCase()))
                parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
        }
        const realm = parameters.get('realm');
        if (realm !== undefined)
            return { scheme: 'bearer', realm, service: parameters.get('service') };
    }
    return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}
/**
 * Asks a registry for its challenge.
 *
 * @returns undefined if it answers without one
 * @throws HttpError
 */
async function fetchChallenge(origin, { http }) {
    const request = { method: 'GET', url: new URL('/v2/', origin) };
    const { response, url } = await http.send(request);
    await (0,_http_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MAX_PING_ANSWER_BYTES);
    return url.origin === origin.origin ? parseChallenge(response.headers['www-authenticate']) : undefined;
}
/** Masks the password and its encoded form. */
function basicAuthorization({ username, password }, { mask }) {
    const encoded = (0,_http_basic_authorization__WEBPACK_IMPORTED_MODULE_4__/* .encodeBasicCredentials */ .R)(username, password);
    mask(password);
    mask(encoded);
    return `Basic ${encoded}`;
}
/**
 * Fetches a token: with POST for an identity token, otherwise with GET.
 *
 * @throws HttpError
 */
async function fetchToken(realm, tokenRequest, { http, clock }) {
    const request = toHttpRequest(realm, tokenRequest);
    const { response, url } = await http.send(request);
    const body = await (0,_http_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MAX_TOKEN_ANSWER_BYTES);
    if (response.statusCode !== 200) {
        const retryAfterMs = (0,_http_retry__WEBPACK_IMPORTED_MODULE_5__/* .parseRetryAfter */ .mu)(response.headers['retry-after'], clock.wallClockMs());
        throw tokenError(request, response, { body, isAnonymous: !tokenRequest.credentials, retryAfterMs });
    }
    const contentType = response.headers['content-type'] ?? '';
    const answer = parseToken(body, { method: request.method, url, contentType });
    tokenRequest.login.mask(answer.token);
    return answer;
}
function toHttpRequest(realm, { challenge, credentials, scopes, login }) {
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
    return {
        method: 'GET',
        url,
        ...(credentials && { headers: { authorization: basicAuthorization(credentials, login) } }),
    };
}
function parseToken(body, { method, url, contentType }) {
    const answer = (0,_text_json__WEBPACK_IMPORTED_MODULE_6__/* .parseObject */ .lj)(body.toString('utf8')) ?? {};
    // Token services leave one of the two out, set it to null or to an empty string.
    const token = [answer['token'], answer['access_token']].find(isToken);
    if (token === undefined) {
        const text = body.toString('utf8');
        const { codes, message: reason } = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseErrorBody */ .kW)({ status: 200, body: text, contentType });
        // Another answer may contain a token that cannot be used.
        const cause = codes.length > 0 || (0,_http_html__WEBPACK_IMPORTED_MODULE_7__/* .isHtml */ ._)(contentType, text) ? `: ${reason}` : '';
        const message = `the answer of the token service contains no token${cause}`;
        throw new _http_error__WEBPACK_IMPORTED_MODULE_3__/* .HttpError */ .j({ method, url, codes, message, transient: false });
    }
    // Some services send the number as a string.
    const seconds = Number(answer['expires_in'] ?? 0);
    return { token, lifeMs: (seconds > 0 ? seconds : DEFAULT_TOKEN_LIFE_SECONDS) * 1000 };
}
/** Other characters cannot be sent in a header. */
const isToken = (value) => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
function tokenError({ method, url }, { statusCode = 0, headers }, answer) {
    const { codes, message } = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseErrorBody */ .kW)({
        status: statusCode,
        body: answer.body.toString('utf8'),
        contentType: headers['content-type'] ?? '',
    });
    const isRefusal = !(0,_http_retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .isTransientStatus */ .Dm)(statusCode);
    const outcome = answer.isAnonymous ? 'no token for anonymous access' : 'no token for these credentials';
    const advice = 'Log in to the registry before this step (docker/login-action, or docker login)';
    return new _http_error__WEBPACK_IMPORTED_MODULE_3__/* .HttpError */ .j({
        method,
        url,
        status: statusCode,
        codes,
        retryAfterMs: answer.retryAfterMs,
        message: isRefusal ? `${outcome}: ${message}. ${advice}` : message,
        transient: !isRefusal,
    });
}


/***/ }),

/***/ 47556:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseAgeMs)
/* harmony export */ });
/* harmony import */ var _format__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(98488);

const UNITS_MS = { d: _format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO, h: _format__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ, m: 60_000 };
const AGE = /^(\d{1,4})([dhm])$/;
/** Parses an age: `3d`, `12h`, `30m` or `0`. */
function parseAgeMs(text) {
    if (text === '0')
        return 0;
    const [, number, unit = ''] = AGE.exec(text) ?? [];
    return number === undefined ? undefined : Number(number) * (UNITS_MS[unit] ?? 0);
}


/***/ }),

/***/ 98488:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   Qu: () => (/* binding */ withoutFullStop),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   iQ: () => (/* binding */ HOUR_MS),
/* harmony export */   nV: () => (/* binding */ formatAge),
/* harmony export */   sO: () => (/* binding */ DAY_MS),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];
/** Formats bytes in decimal units with three significant digits: `842 MB`, `1.29 GB`. */
function formatBytes(bytes) {
    // Rounded first: 999,600 bytes are 1.00 MB, not 1000 kB.
    const rounded = bytes < 1000 ? Math.round(bytes) : Number(bytes.toPrecision(3));
    const power = rounded < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(rounded) / 3));
    const value = rounded / 1000 ** power;
    return `${power === 0 || value >= 100 ? Math.round(value) : value.toPrecision(3)} ${UNITS[power] ?? 'B'}`;
}
/** Formats a duration: `0.8 s`, `42 s`, `3 min 5 s`. */
function formatSeconds(seconds) {
    const tenths = Math.round(seconds * 10) / 10;
    if (tenths < 10)
        return `${tenths.toFixed(1)} s`;
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
/** Formats a transfer rate: `48.3 MB/s`. Empty without bytes or duration. */
function formatRate(bytes, seconds) {
    return seconds > 0 && bytes > 0 ? `${formatBytes(bytes / seconds)}/s` : '';
}
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Formats an age: `5 hours`, `3 days`. */
function formatAge(ms) {
    const hours = Math.max(0, Math.floor(ms / HOUR_MS));
    const [number, noun] = hours < 48 ? [hours, 'hour'] : [Math.floor(hours / 24), 'day'];
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
/** Removes full stops at the end, so that a quoted message can end a sentence. */
const withoutFullStop = (text) => text.replace(/[.\s]+$/, '');


/***/ }),

/***/ 23602:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   Z6: () => (/* binding */ isRepository),
/* harmony export */   dz: () => (/* binding */ isTag),
/* harmony export */   ft: () => (/* binding */ InvalidReference),
/* harmony export */   jU: () => (/* binding */ isHost),
/* harmony export */   lG: () => (/* binding */ apiOrigin)
/* harmony export */ });
/* harmony import */ var _url__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(80114);

/** Thrown for an invalid image reference. */
class InvalidReference extends Error {
    name = 'InvalidReference';
    reason = 'invalid-images';
}
const HOST_PATTERN = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;
// OCI distribution specification, "Pulling manifests": <name> and <reference>.
const REPOSITORY_PATTERN = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG_PATTERN = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
// OCI image specification, "Digests": the two registered algorithms.
const DIGEST_PATTERN = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
/** Reports whether a text is `host[:port]`. The URL parser rejects port 99999 and 1.2.3.999. */
const isHost = (text) => HOST_PATTERN.test(text) && URL.canParse(`https://${text}`);
/** Reports whether a text is a repository name. */
const isRepository = (text) => text.length <= 255 && REPOSITORY_PATTERN.test(text);
/** Reports whether a text is a tag. */
const isTag = (text) => TAG_PATTERN.test(text);
/** Reports whether a text is a digest. */
const isDigest = (text) => DIGEST_PATTERN.test(text);
/**
 * Parses an image reference like `docker pull`.
 *
 * @throws InvalidReference
 */
function parseReference(text) {
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        throw new InvalidReference(`'${text}' has more than one '@'`);
    if (digest !== undefined && !isDigest(digest)) {
        throw new InvalidReference(`'${digest}' is not a digest: expected sha256: and 64 lower-case hexadecimal digits`);
    }
    // A colon before the last slash starts the port.
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        throw new InvalidReference(`'${tag}' is not a tag: expected up to 128 letters, digits, '_', '.' and '-'`);
    }
    return { ...parseName(colon < 0 ? beforeDigest : beforeDigest.slice(0, colon)), tag, digest };
}
function parseName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    // Docker's rule: the first component is a host if it has a dot or a port, or is localhost.
    const hasHost = first === 'localhost' || /[.:]/.test(first);
    if (hasHost && !isHost(first))
        throw new InvalidReference(`'${first}' is not a registry host`);
    const registry = !hasHost || first === 'index.docker.io' || first === 'registry-1.docker.io' ? 'docker.io' : first;
    const path = hasHost ? name.slice(slash + 1) : name;
    const repository = registry === 'docker.io' && path !== '' && !path.includes('/') ? `library/${path}` : path;
    if (!isRepository(repository)) {
        throw new InvalidReference(`'${path}' is not a repository name: expected lower-case letters, digits, '.', '_', '-' and '/'`);
    }
    return { registry, repository };
}
/** Returns the base URL of a registry's API: HTTP for loopback, otherwise HTTPS. */
function apiOrigin(registry) {
    if (registry === 'docker.io')
        return new URL('https://registry-1.docker.io');
    const url = new URL(`https://${registry}`);
    return (0,_url__WEBPACK_IMPORTED_MODULE_0__/* .isLoopback */ .U9)(url.hostname) ? new URL(`http://${registry}`) : url;
}


/***/ }),

/***/ 21789:
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
/** Reports whether a value is an object, not null or an array. */
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
/** Parses JSON. Returns undefined if it is invalid. */
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
/** Returns the value at a path of keys. */
function valueAt(value, ...path) {
    return path.reduce((inner, key) => (isRecord(inner) ? inner[key] : undefined), value);
}
/** Returns the string at a path of keys. */
function textAt(value, ...path) {
    const found = valueAt(value, ...path);
    return typeof found === 'string' ? found : undefined;
}
/** Returns the non-empty string at a key. */
const nonEmptyTextAt = (value, key) => textAt(value, key) || undefined;
/** Returns the number at a path of keys. */
function numberAt(value, ...path) {
    const found = valueAt(value, ...path);
    return typeof found === 'number' ? found : undefined;
}
/** Returns the object at a key, or an empty object. */
function recordAt(value, key) {
    const found = valueAt(value, key);
    return isRecord(found) ? found : {};
}
/** Returns an array's items, or an empty array. */
function itemsOf(value) {
    return Array.isArray(value) ? value : [];
}
/** Returns the objects in an array. */
const recordsIn = (value) => itemsOf(value).filter(isRecord);


/***/ }),

/***/ 64212:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fy: () => (/* binding */ escapeWorkflowCommands),
/* harmony export */   Ld: () => (/* binding */ toPrintableLine),
/* harmony export */   Tz: () => (/* binding */ escapeToLine),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   i: () => (/* binding */ removeInvisible),
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
/**
 * Characters without a glyph, except tab and line feed: controls, separators, lone surrogates, and all that Unicode
 * ignores by default (UAX #44 Default_Ignorable_Code_Point). A variation selector after a pictograph stays, as in ⚠️.
 */
const INVISIBLE = /(?![\t\n -~])(?:(?!(?<=\p{Extended_Pictographic})\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}\ufff9-\ufffb]|\p{Cc})/gu;
/** Terminal control sequences (ECMA-48, CSI). */
const TERMINAL_SEQUENCE = /\u001b\[[0-9;?]*[a-zA-Z]/g;
const MAX_PRINTABLE_LENGTH = 400;
/** Converts untrusted text to one printable line of at most 400 characters. */
function toPrintableLine(text) {
    const line = text
        .replace(INVISIBLE, ' ')
        .replace(/[\t\n ]+/g, ' ')
        .trim();
    return line.length > MAX_PRINTABLE_LENGTH ? `${line.slice(0, MAX_PRINTABLE_LENGTH)}…` : line;
}
/** Removes terminal sequences and invisible characters. */
const removeInvisible = (text) => text.replace(/\r\n?/g, '\n').replace(TERMINAL_SEQUENCE, '').replace(INVISIBLE, '');
/** Replaces invisible characters with escapes such as `\u202e`, and splits the runner command `##[`. */
const escapeInvisible = (text) => text
    .replaceAll('##[', '## [')
    .replace(INVISIBLE, (mark) => `\\u${(mark.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
/** Converts untrusted text to one line with escapes for invisible characters. */
const escapeToLine = (text) => escapeInvisible(text.replace(/\s+/g, ' ').trim());
/** Escapes workflow commands (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands). */
const escapeWorkflowCommands = (text) => removeInvisible(text)
    .replaceAll('##[', '## [')
    .replace(/^(\s*):(?=:)/gm, '$1: ');
/** Returns the message of a thrown value as one printable line. */
function errorMessage(error) {
    const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    return toPrintableLine(typeof message === 'string' && message !== '' ? message : String(error));
}


/***/ }),

/***/ 32547:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ truncateMarkdown)
/* harmony export */ });
/** Reserved for the notice about omitted sections. */
const NOTICE_BYTES = 200;
/**
 * Truncates the Markdown of a job summary at the start of a section and states the number of omitted
 * sections. A section starts at a top-level heading or `<details>`.
 */
function truncateMarkdown(markdown, maxBytes) {
    if (Buffer.byteLength(markdown) <= maxBytes)
        return markdown;
    const sections = splitSections(markdown);
    const sizes = sections.map((section) => Buffer.byteLength(section));
    let count = 0;
    for (let bytes = NOTICE_BYTES; count < sections.length; count++) {
        bytes += sizes[count] ?? 0;
        if (bytes > maxBytes)
            break;
    }
    const omitted = sections.length - count;
    const notice = `> ✂️ ${omitted === 1 ? '1 section is' : `${omitted} sections are`} omitted: ` +
        "a job summary is limited to 1 MiB. The step's log is complete.";
    return [...sections.slice(0, count), `\n${notice}\n`].join('');
}
/** Splits Markdown before each section. */
function splitSections(markdown) {
    const sections = [];
    const nesting = new MarkdownNesting();
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
/** Tracks open fences and `<details>` blocks line by line. */
class MarkdownNesting {
    fence;
    details = 0;
    get isOutside() {
        return this.fence === undefined && this.details === 0;
    }
    read(line) {
        const [, marker = '', info = ''] = /^ {0,3}(`{3,}|~{3,})(.*)/.exec(line) ?? [];
        if (this.fence !== undefined) {
            // The closing fence is at least as long and has no info string (CommonMark 0.31, section 4.5).
            if (marker.startsWith(this.fence) && info.trim() === '')
                this.fence = undefined;
            return;
        }
        // With backticks in the info string, the line is a code span.
        if (marker !== '' && !(marker.startsWith('`') && info.includes('`'))) {
            this.fence = marker;
            return;
        }
        const opened = line.match(/<details\b/gi)?.length ?? 0;
        const closed = line.match(/<\/details>/gi)?.length ?? 0;
        this.details = Math.max(0, this.details + opened - closed);
    }
}


/***/ }),

/***/ 80114:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FY: () => (/* binding */ isSafeUrl),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   es: () => (/* binding */ isSafeRedirect)
/* harmony export */ });
/** Reports whether a host is the local machine. */
function isLoopback(hostname) {
    return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
/** Reports whether a redirect is safe: to HTTPS, or from loopback to loopback. */
function isSafeRedirect(from, to) {
    if (isLoopback(to.hostname))
        return isLoopback(from.hostname) && /^https?:$/.test(to.protocol);
    return to.protocol === 'https:';
}
/** Reports whether a base URL may receive API keys: HTTPS, or HTTP on loopback, without user, query and fragment. */
function isSafeUrl(text) {
    if (!URL.canParse(text))
        return false;
    const { protocol, hostname, username, password, search, hash } = new URL(text);
    if (username !== '' || password !== '' || search !== '' || hash !== '')
        return false;
    return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
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

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
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

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 16460:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers/promises");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

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
/******/ 		8792: 0
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
/******/ var __webpack_exports__ = __nccwpck_require__(41730);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

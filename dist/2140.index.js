export const id = 2140;
export const ids = [2140];
export const modules = {

/***/ 59759:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/http/basic-authorization.ts
var basic_authorization = __webpack_require__(64726);
// EXTERNAL MODULE: ./src/http/html.ts
var html = __webpack_require__(5803);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/langfuse/client.ts




/** A request without a complete response. */
class NoResponse extends Error {
    kind;
    name = 'NoResponse';
    reason = 'unhealthy';
    /** @param kind `timeout`: the server took the request; `address`: wrong host or certificate */
    constructor(message, kind, options) {
        super(message, options);
        this.kind = kind;
    }
}
/** Langfuse's public API at one address. */
class Langfuse {
    transport;
    authorization;
    /** Without a trailing slash. */
    address;
    constructor(url, transport, authorization) {
        this.transport = transport;
        this.authorization = authorization;
        this.address = url.href.replace(/\/+$/, '');
    }
    /** Returns a client that authenticates with a project's API keys. */
    withKeys(keys) {
        const credentials = (0,basic_authorization/* encodeBasicCredentials */.R)(keys.publicKey, keys.secretKey);
        return new Langfuse(new URL(this.address), this.transport, `Basic ${credentials}`);
    }
    /** @throws NoResponse */
    request(method, path, content) {
        return this.transport({
            method,
            url: new URL(`${this.address}${path}`),
            headers: {
                accept: 'application/json',
                ...(this.authorization && { authorization: this.authorization }),
                ...(content && { 'content-type': 'application/json', ...content.headers }),
            },
            ...(content && { body: content.body }),
        });
    }
}
/** Describes a response as in `answered 503: Database not available`. */
function describeResponse(response) {
    if (response.location !== undefined && response.status >= 300 && response.status < 400)
        return `answered ${response.status}, a redirect to ${(0,sanitize/* toPrintableLine */.Ld)(response.location)}`;
    return `answered ${response.status}: ${responseMessage(response)}`;
}
/** Returns the message of an error response. */
function responseMessage({ body, contentType }) {
    if ((0,html/* isHtml */._)(contentType, body))
        return "an HTML page instead of the API's JSON (load balancer or proxy)";
    const fields = (0,json/* parseObject */.lj)(body);
    const error = fields?.['error'];
    const messages = [
        (0,json/* nonEmptyTextAt */.Zj)(fields, 'message'),
        typeof error === 'string' || error === undefined ? error : JSON.stringify(error),
        (0,json/* nonEmptyTextAt */.Zj)(fields, 'status'),
    ].filter((text) => text !== undefined && text !== '');
    if (messages.length > 0)
        return (0,sanitize/* toPrintableLine */.Ld)([...new Set(messages)].join(', '));
    return (0,sanitize/* toPrintableLine */.Ld)((0,json/* isRecord */.u4)(fields) ? JSON.stringify(fields) : body) || 'an empty response';
}

;// CONCATENATED MODULE: ./src/langfuse/error.ts
const REASONS = {
    health: 'unhealthy',
    version: 'wrong-version',
    keys: 'invalid-api-keys',
    send: 'ingestion-rejected',
    read: 'trace-not-found',
};
/** A failed step of a verification. */
class VerificationFailed extends Error {
    step;
    likelyCauses;
    name = 'VerificationFailed';
    reason;
    /** @param likelyCauses most likely first */
    constructor(step, likelyCauses, message) {
        super(message);
        this.step = step;
        this.likelyCauses = likelyCauses;
        this.reason = REASONS[step];
    }
}
/** A failed step after which Langfuse may hold the trace in its queue and store it later. */
class TraceUnconfirmed extends VerificationFailed {
    name = 'TraceUnconfirmed';
}
/** The run was cancelled during a verification. */
class VerificationCancelled extends Error {
    name = 'VerificationCancelled';
    reason = 'cancelled';
    constructor() {
        super('The run was cancelled during the verification');
    }
}

;// CONCATENATED MODULE: ./src/langfuse/likely-causes.ts

/** Words that name a component in Langfuse's error messages. The first match wins. */
const NAMED = [
    [/\bOOM command|maxmemory|redis|valkey|WRONGPASS|NOAUTH|MaxRetriesPerRequest/i, 'Redis'],
    [/clickhouse|:8123\b|DB::Exception|user_script|NOT_ENOUGH_SPACE|MEMORY_LIMIT_EXCEEDED/i, 'ClickHouse'],
    [/\bS3\b|NoSuchBucket|bucket|PermanentRedirect/i, 'S3'],
    [/prisma|postgres|database/i, 'PostgreSQL'],
];
/**
 * Returns the likely causes of an error message: only the component that it names, if it names one.
 *
 * @param defaults causes of a message without a known component, most likely first
 */
function causesOf(message, defaults) {
    const component = NAMED.find(([words]) => words.test(message))?.[1];
    return component === undefined ? defaults : [component];
}
/**
 * Returns the likely causes of a request without a response.
 *
 * @param ofTimeout causes of a server that accepts the request and does not answer, most likely first
 */
function causesOfNoResponse({ kind }, ofTimeout) {
    switch (kind) {
        case 'timeout':
            return ofTimeout;
        case 'connection':
            return ['address', 'web'];
        case 'address':
            return ['address'];
    }
}

;// CONCATENATED MODULE: ./src/langfuse/poll.ts



const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 3000;
/**
 * Repeats a check until it returns a value or the time limit is reached.
 *
 * @param timeoutCauses likely causes of a request that times out, most likely first
 * @returns the last result without a value at the time limit
 * @throws VerificationCancelled
 */
async function poll(check, { clock, limitMs, interruption, onWait }, timeoutCauses) {
    const startMs = clock.now();
    let pauseMs = FIRST_PAUSE_MS;
    let lastReason = '';
    for (;;) {
        if (interruption.aborted)
            throw new VerificationCancelled();
        const result = await check().catch((error) => toNotReady(error, timeoutCauses));
        const ms = clock.now() - startMs;
        if ('value' in result)
            return { value: result.value, ms };
        if (ms >= limitMs)
            return result;
        if (result.reason !== lastReason)
            onWait(result.reason);
        lastReason = result.reason;
        await pause(Math.min(pauseMs, limitMs - ms), clock, interruption);
        pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    }
}
/** A task may be starting or stopping. */
function toNotReady(error, timeoutCauses) {
    if (!(error instanceof NoResponse))
        throw error;
    return { reason: error.message, likelyCauses: causesOfNoResponse(error, timeoutCauses) };
}
async function pause(ms, clock, interruption) {
    let stop = () => undefined;
    const aborted = new Promise((resolve) => {
        stop = resolve;
    });
    interruption.addEventListener('abort', stop, { once: true });
    try {
        await Promise.race([clock.sleep(ms), aborted]);
    }
    finally {
        interruption.removeEventListener('abort', stop);
    }
}

;// CONCATENATED MODULE: ./src/langfuse/health.ts






const HEALTH_PATH = '/api/public/health';
const READY_PATH = '/api/public/ready';
/**
 * Waits until Langfuse is healthy, ready, and has the expected version. Old tasks respond during a rolling update.
 *
 * @param expected `3.225.11` or `3`; undefined allows any version
 * @throws VerificationFailed, VerificationCancelled
 */
async function waitUntilHealthy(langfuse, expected, pollOptions) {
    let other;
    const result = await poll(async () => {
        const health = await checkHealth(langfuse);
        other = undefined;
        if (!('value' in health) || expected === undefined || matchesVersion(health.value, expected))
            return health;
        other = health.value;
        return { reason: `Langfuse answers as ${health.value}, not yet as ${expected}`, likelyCauses: ['web'] };
    }, pollOptions, ['address', 'web']);
    if ('value' in result)
        return { version: result.value, ms: result.ms };
    const { address } = langfuse;
    const seconds = Math.round(pollOptions.limitMs / 1000);
    if (other !== undefined) {
        const message = `Langfuse at ${address} still answers as ${other} after ${seconds} s; the pinned version is ${expected ?? ''}`;
        throw new VerificationFailed('version', ['web'], message);
    }
    const message = `Langfuse at ${address} was not ready within ${seconds} s: ${result.reason}`;
    throw new VerificationFailed('health', result.likelyCauses, message);
}
async function checkHealth(langfuse) {
    const health = await langfuse.request('GET', `${HEALTH_PATH}?failIfDatabaseUnavailable=true`);
    rejectRedirect(health, langfuse);
    const version = (0,json/* nonEmptyTextAt */.Zj)((0,json/* parseObject */.lj)(health.body), 'version');
    if (health.status !== 200 || (0,html/* isHtml */._)(health.contentType, health.body) || version === undefined)
        return unhealthy(HEALTH_PATH, health);
    const ready = await langfuse.request('GET', READY_PATH);
    if (ready.status !== 200 || (0,html/* isHtml */._)(ready.contentType, ready.body))
        return unhealthy(READY_PATH, ready);
    return { value: version };
}
function unhealthy(path, response) {
    const reason = `${path} ${describeResponse(response)}`;
    if ((0,html/* isHtml */._)(response.contentType, response.body))
        return { reason, likelyCauses: ['address', 'web'] };
    if (response.status === 200 || response.status === 404)
        return { reason, likelyCauses: ['address'] };
    return { reason, likelyCauses: causesOf(responseMessage(response), ['web']) };
}
/** API keys must not be sent to another address. */
function rejectRedirect({ status, location }, { address }) {
    if (location === undefined || status < 300 || status >= 400)
        return;
    const target = URL.canParse(location, address) ? new URL(location, address) : undefined;
    const path = target?.pathname.endsWith(HEALTH_PATH)
        ? target.pathname.slice(0, -HEALTH_PATH.length)
        : undefined;
    const advice = target === undefined || path === undefined
        ? 'Check for a proxy or login page in front of Langfuse'
        : `Set the input url to ${target.origin}${path}`;
    const destination = target === undefined ? 'an invalid address' : target.origin + target.pathname;
    throw new VerificationFailed('health', ['address'], `${address}${HEALTH_PATH} answered ${status}, a redirect to ${destination}. ${advice}`);
}
/** `3.225.11` matches `3.225` and `v3`. */
function matchesVersion(version, expected) {
    const [actual = '', prefix = ''] = [version, expected].map((text) => text.replace(/^v/, ''));
    return actual === prefix || actual.startsWith(`${prefix}.`);
}
/** Whether an image tag is a version or its prefix, unlike `latest`. */
const isVersionTag = (tag) => /^v?\d+(?:\.\d+)*(?:-[\w.-]+)?$/.test(tag);

;// CONCATENATED MODULE: ./src/langfuse/project.ts





const ERROR_CAUSES = ['PostgreSQL', 'Redis', 'web'];
/** Without Redis, Langfuse is healthy and ready, and answers no request that has API keys. */
const TIMEOUT_CAUSES = ['Redis', 'PostgreSQL', 'web'];
/**
 * Returns the project of the API keys. Langfuse must be ready: it caches unknown keys for five minutes.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
async function findProject(langfuse, pollOptions) {
    const result = await poll(async () => {
        const response = await langfuse.request('GET', '/api/public/projects');
        if (response.status === 401 || response.status === 403) {
            throw new VerificationFailed('keys', ['keys'], `Langfuse rejected the API keys: ${responseMessage(response)}`);
        }
        const [project] = (0,json/* recordsIn */.Q0)((0,json/* parseObject */.lj)(response.body)?.['data']);
        const id = (0,json/* nonEmptyTextAt */.Zj)(project, 'id');
        if (response.status === 200 && id !== undefined)
            return { value: { id, name: (0,json/* nonEmptyTextAt */.Zj)(project, 'name') ?? id } };
        const reason = `/api/public/projects ${describeResponse(response)}`;
        return { reason, likelyCauses: causesOf(responseMessage(response), ERROR_CAUSES) };
    }, pollOptions, TIMEOUT_CAUSES);
    if ('value' in result) {
        const { id, name } = result.value;
        return { name, url: `${langfuse.address}/project/${encodeURIComponent(id)}` };
    }
    throw new VerificationFailed('keys', result.likelyCauses, `The API keys could not be checked: ${result.reason}`);
}

// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
;// CONCATENATED MODULE: ./src/langfuse/trace.ts








const TRACE_NAME = 'langfuse-deploy verify';
/** An unknown model, so that Langfuse calculates no cost. */
const MODEL = 'langfuse-deploy-verify';
const USAGE = { input: 7, output: 5, total: 12 };
/** The web container stores the trace in S3, then queues it in Redis. */
const SEND_COMPONENTS = ['S3', 'Redis', 'web'];
const TIMEOUT_COMPONENTS = ['Redis', 'S3', 'web'];
const OTLP_PATH = '/api/public/otel/v1/traces';
/** `random` has 24 bytes. */
function createTrace(random, startedAt) {
    const hex = random.toString('hex');
    return { traceId: hex.slice(0, 32), spanId: hex.slice(32, 48), nonce: hex.slice(0, 12), startedAt };
}
/** Converts a trace to OTLP/JSON (https://langfuse.com/integrations/native/opentelemetry). */
function toOtlp({ traceId, spanId, nonce, startedAt }) {
    const startNs = BigInt(startedAt.getTime()) * 1000000n;
    const span = {
        traceId,
        spanId,
        name: TRACE_NAME,
        kind: 1,
        startTimeUnixNano: String(startNs),
        endTimeUnixNano: String(startNs + 250000000n),
        attributes: attributes({
            'langfuse.trace.name': TRACE_NAME,
            'langfuse.observation.type': 'generation',
            'langfuse.observation.model.name': MODEL,
            'langfuse.observation.input': JSON.stringify([{ role: 'user', content: `ping ${nonce}` }]),
            'langfuse.observation.output': JSON.stringify({ role: 'assistant', content: `pong ${nonce}` }),
            'langfuse.observation.usage_details': JSON.stringify(USAGE),
        }),
    };
    const resource = { attributes: attributes({ 'service.name': 'langfuse-deploy' }) };
    return {
        resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'langfuse-deploy' }, spans: [span] }] }],
    };
}
const attributes = (values) => Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
/**
 * Sends a trace. Langfuse's response only confirms that it was queued.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
async function sendTrace(langfuse, trace, { version, pollOptions }) {
    const content = {
        body: JSON.stringify(toOtlp(trace)),
        // Without this header, v4 may take ten minutes to show a trace.
        headers: Number.parseInt(version) >= 4 ? { 'x-langfuse-ingestion-version': '4' } : {},
    };
    const result = await poll(async () => {
        const response = await langfuse.request('POST', OTLP_PATH, content);
        if (response.status >= 500 || response.status === 429)
            return {
                reason: `${OTLP_PATH} ${describeResponse(response)}`,
                likelyCauses: causesOf(responseMessage(response), SEND_COMPONENTS),
            };
        rejectErrors(response, version);
        return { value: undefined };
    }, pollOptions, TIMEOUT_COMPONENTS);
    if ('value' in result)
        return;
    throw new TraceUnconfirmed('send', result.likelyCauses, `Langfuse could not accept a trace: ${result.reason}`);
}
function rejectErrors(response, version) {
    const { status } = response;
    if (status === 401 || status === 403)
        throw new VerificationFailed('keys', ['keys'], `Langfuse rejected the API keys: ${describeResponse(response)}`);
    if (status === 404) {
        const message = `${OTLP_PATH} answered 404: Langfuse ${version} has no OpenTelemetry endpoint. The minimum version is 3.22`;
        throw new VerificationFailed('send', ['web', 'address'], message);
    }
    // An OTLP response may be empty.
    const body = response.body === '' ? {} : (0,json/* parseObject */.lj)(response.body);
    if (status < 200 || status >= 300 || body === undefined)
        throw new VerificationFailed('send', ['web'], `${OTLP_PATH} ${describeResponse(response)}`);
    const errors = errorsIn(body);
    if (errors.length === 0)
        return;
    const message = `${OTLP_PATH} answered ${status}, but rejected the trace: ${errors.join('; ')}`;
    throw new VerificationFailed('send', causesOf(message, SEND_COMPONENTS), message);
}
/** Returns Langfuse's `errors` and OTLP's `partialSuccess`. */
function errorsIn(body) {
    const errors = (0,json/* recordsIn */.Q0)(body['errors']).map((error) => {
        const messages = [(0,json/* nonEmptyTextAt */.Zj)(error, 'message'), (0,json/* nonEmptyTextAt */.Zj)(error, 'error')].filter((text) => text !== undefined);
        const status = typeof error['status'] === 'number' ? `${error['status']} ` : '';
        return (0,sanitize/* toPrintableLine */.Ld)(`${status}${messages.join(', ') || 'no reason given'}`);
    });
    const partial = (0,json/* isRecord */.u4)(body['partialSuccess']) ? body['partialSuccess'] : {};
    const rejected = Number(partial['rejectedSpans'] ?? 0);
    if (rejected === 0)
        return errors;
    return [
        ...errors,
        (0,sanitize/* toPrintableLine */.Ld)((0,json/* nonEmptyTextAt */.Zj)(partial, 'errorMessage') ?? `${rejected} span was rejected`),
    ];
}
/** Attempts to delete the trace, each of up to ten seconds. A web container that has just started answers slowly. */
const DELETION = { maxAttempts: 3, baseDelayMs: 1000, maxDelayMs: 2000, minShare: 0.5 };
/**
 * Deletes the trace. Langfuse confirms only that the deletion is queued.
 *
 * @param interruption after it, there is one attempt
 * @returns the error message if all attempts failed
 */
async function removeTrace(langfuse, { traceId }, { clock, interruption, }) {
    for (let attempt = 1;; attempt++) {
        const failure = await requestDeletion(langfuse, traceId);
        const isLast = attempt >= DELETION.maxAttempts || interruption.aborted;
        if (failure === undefined || !failure.isTransient || isLast)
            return failure?.message;
        await clock.sleep((0,retry/* backoffMs */.jo)(DELETION, attempt, clock));
    }
}
async function requestDeletion(langfuse, traceId) {
    try {
        const response = await langfuse.request('DELETE', `/api/public/traces/${traceId}`);
        if (response.status >= 200 && response.status < 300)
            return undefined;
        return { message: describeResponse(response), isTransient: (0,retry_policies/* isTransientStatus */.Dm)(response.status) };
    }
    catch (error) {
        if (!(error instanceof NoResponse))
            throw error;
        return { message: error.message, isTransient: true };
    }
}

;// CONCATENATED MODULE: ./src/langfuse/read-trace.ts






const WRITE_COMPONENTS = ['worker', 'ClickHouse', 'S3', 'Redis'];
const READ_COMPONENTS = ['ClickHouse', 'web'];
const CLOCK_SKEW_MS = 600_000;
/**
 * Waits until the complete trace can be read.
 *
 * @returns duration in milliseconds
 * @throws VerificationFailed, VerificationCancelled
 */
async function waitUntilReadable(langfuse, trace, { version, pollOptions }) {
    let api = Number.parseInt(version) >= 4 ? 'observations' : 'trace';
    const result = await poll(async () => {
        const response = await langfuse.request('GET', pathFor(trace, api));
        const other = alternativeApi(response);
        if (other !== undefined && other !== api) {
            api = other;
            return checkTrace(await langfuse.request('GET', pathFor(trace, api)), trace, api);
        }
        return checkTrace(response, trace, api);
    }, pollOptions, READ_COMPONENTS);
    if ('value' in result)
        return result.ms;
    const seconds = Math.round(pollOptions.limitMs / 1000);
    throw new TraceUnconfirmed('read', result.likelyCauses, `Langfuse accepted the trace ${trace.traceId}, but ${result.reason} after ${seconds} s`);
}
function pathFor({ traceId, startedAt }, api) {
    if (api === 'trace')
        return `/api/public/traces/${traceId}`;
    const query = new URLSearchParams({
        traceId,
        fields: 'core,basic,io,model,usage',
        fromStartTime: new Date(startedAt.getTime() - CLOCK_SKEW_MS).toISOString(),
    });
    return `/api/public/v2/observations?${query.toString()}`;
}
function alternativeApi(response) {
    if (response.status !== 404)
        return undefined;
    const message = responseMessage(response);
    if (/events_only mode/.test(message))
        return 'observations';
    return /only available in a Langfuse v4 write mode/.test(message) ? 'trace' : undefined;
}
function checkTrace(response, trace, api) {
    if (response.status === 404)
        return { reason: 'it cannot be found', likelyCauses: WRITE_COMPONENTS };
    const body = (0,json/* parseObject */.lj)(response.body);
    if (response.status !== 200 || body === undefined)
        return {
            reason: `it cannot be read (the API ${describeResponse(response)})`,
            likelyCauses: causesOf(responseMessage(response), READ_COMPONENTS),
        };
    const observations = (0,json/* recordsIn */.Q0)(api === 'trace' ? body['observations'] : body['data']);
    const generation = observations.find(({ id }) => id === trace.spanId);
    if (generation === undefined) {
        const reason = api === 'trace' ? 'it lacks its generation' : 'it cannot be found';
        return { reason, likelyCauses: WRITE_COMPONENTS };
    }
    const missing = missingFields(generation, trace);
    if (missing.length === 0)
        return { value: true };
    return { reason: `it lacks its ${missing.join(', ')}`, likelyCauses: ['worker', 'S3'] };
}
function missingFields(generation, { nonce }) {
    const contains = (key, text) => JSON.stringify(generation[key] ?? '').includes(`${text} ${nonce}`);
    const usage = (0,json/* isRecord */.u4)(generation['usageDetails']) ? generation['usageDetails'] : {};
    const model = (0,json/* nonEmptyTextAt */.Zj)(generation, 'providedModelName') ?? (0,json/* nonEmptyTextAt */.Zj)(generation, 'model');
    const checks = {
        'type generation': generation['type'] === 'GENERATION',
        model: model === MODEL,
        input: contains('input', 'ping'),
        output: contains('output', 'pong'),
        'token usage': usage['input'] === USAGE.input && usage['output'] === USAGE.output,
    };
    return Object.entries(checks).flatMap(([name, isPresent]) => (isPresent ? [] : [name]));
}

// EXTERNAL MODULE: ./src/http/body.ts
var http_body = __webpack_require__(79662);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
;// CONCATENATED MODULE: ./src/langfuse/transport.ts




const IDLE_TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;
/** Returns a transport over the action's HTTP client, with its proxies and time limits. */
function createTransport({ http }, idleTimeoutMs = IDLE_TIMEOUT_MS) {
    return async ({ method, url, headers, body }) => {
        const request = {
            ...{ method, url, headers, redirect: 'manual', idleTimeoutMs },
            ...(body !== undefined && { body: Buffer.from(body) }),
        };
        try {
            const { response } = await http.send(request);
            const bytes = await (0,http_body/* readBody */.x)(response, request, MAX_RESPONSE_BYTES);
            return {
                status: response.statusCode ?? 0,
                contentType: response.headers['content-type'] ?? '',
                location: response.headers.location,
                body: bytes.toString(),
            };
        }
        catch (error) {
            if (!(error instanceof http_error/* HttpError */.j))
                throw error;
            const code = (0,http_error/* errorCode */.C)(error.cause);
            const message = code === '' ? error.message : `${error.message} (${code})`;
            throw new NoResponse(message, kindOf(error, code), { cause: error });
        }
    };
}
function kindOf({ details }, code) {
    if (details.idleMs !== undefined)
        return 'timeout';
    return retry_policies/* PERMANENT_NETWORK_ERRORS */.mB[code] === undefined ? 'connection' : 'address';
}

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/report/verify.ts


const FAILURE_TITLES = {
    health: 'Langfuse is not ready',
    version: 'Langfuse runs a different version than the pinned one',
    keys: 'Langfuse did not accept the API keys',
    send: 'Langfuse did not accept the trace',
    read: 'Langfuse accepted the trace, but it cannot be read back',
};
const STEPS = [
    ['health', 'Health check'],
    ['version', 'Version'],
    ['keys', 'API keys'],
    ['send', 'Trace sent'],
    ['read', 'Trace read back'],
];
const STEP_COLUMNS = [
    { title: 'Step', align: 'left' },
    { title: 'Result', align: 'left' },
    { title: 'Time', align: 'right' },
];
/** Renders the job summary of `verify`. */
function renderVerify(report) {
    const { failure, version, project, stack, url } = report;
    const title = failure === undefined
        ? `✅ Langfuse ${version ?? ''} is ready, and a trace was read back`
        : `❌ ${FAILURE_TITLES[failure.step]}`;
    const link = project && `, project [${(0,markdown/* escapeMarkdown */.FV)(project.name)}](${encodeLinkTarget(project.url)})`;
    return [
        `## ${title}${stack === undefined ? '' : ` · ${(0,markdown/* codeSpan */.SS)(stack)}`}`,
        ...(failure === undefined ? [] : [(0,markdown/* escapeMarkdown */.FV)(`${(0,format/* withoutFullStop */.Qu)(failure.message)}.`)]),
        `URL: ${(0,markdown/* codeSpan */.SS)(url)}${link ?? ''}`,
        stepTable(report),
        ...(failure === undefined ? [] : [likelyCauses(failure, report)]),
        ...remainingTrace(report),
    ].join('\n\n');
}
/** Returns the log line of a successful verification. */
function verifySentence({ version, healthySeconds, readableSeconds }) {
    const [ready, readable] = [healthySeconds, readableSeconds].map((seconds) => (0,format/* formatSeconds */.Xo)(seconds ?? 0));
    return `Langfuse ${version ?? ''} was ready after ${ready ?? ''}; the trace was readable after ${readable ?? ''}`;
}
function stepTable(report) {
    const { failure, healthySeconds, readableSeconds } = report;
    const failedAt = STEPS.findIndex(([stage]) => stage === failure?.step);
    const times = {
        health: healthySeconds,
        read: readableSeconds,
    };
    const rows = STEPS.map(([stage, name], index) => {
        if (index === failedAt)
            return [name, '❌ failed', ''];
        if (failedAt >= 0 && index > failedAt)
            return [name, 'not run', ''];
        const seconds = times[stage];
        return [name, `✅ ${stepResult(stage, report)}`, seconds === undefined ? '' : (0,format/* formatSeconds */.Xo)(seconds)];
    });
    return (0,markdown/* table */.tp)(STEP_COLUMNS, rows);
}
function stepResult(stage, { version, expected }) {
    switch (stage) {
        case 'health':
            return 'healthy and ready';
        case 'version':
            return `${(0,markdown/* codeSpan */.SS)(version ?? '')}, ${compareToPin(version, expected)}`;
        case 'keys':
            return 'accepted';
        case 'send':
            return 'chat completion with model, input, output and token usage';
        case 'read':
            return 'complete';
    }
}
function compareToPin(version, expected) {
    if (expected === undefined)
        return 'not checked (no version is pinned)';
    return expected === version ? 'as pinned' : `pinned is ${(0,markdown/* codeSpan */.SS)(expected)}`;
}
function likelyCauses({ likelyCauses: suspects }, report) {
    const lines = suspects.map((component) => `- **${componentName(component)}**: ${troubleshoot(component, report)}`);
    return ['### Likely causes, most likely first', '', ...lines].join('\n');
}
/** Returns the name of a component in texts. */
const componentName = (component) => component === 'address' ? 'network path' : component === 'keys' ? 'API keys' : component;
function troubleshoot(component, { url, logGroups }) {
    const logOf = (service) => {
        const group = logGroups[service];
        return group === undefined ? `the log of ${service}` : (0,markdown/* codeSpan */.SS)(`aws logs tail ${group} --since 15m`);
    };
    switch (component) {
        case 'address':
            return `run ${(0,markdown/* codeSpan */.SS)(`curl -i ${url}/api/public/health`)} to see what answers. Check DNS, the certificate and its expiry, the health of the load balancer's targets, and whether the load balancer admits the runner.`;
        case 'web':
            return `${logOf('web')} shows why it does not start or respond. The events of its ECS service show stopped and rolled back tasks.`;
        case 'worker':
            return `${logOf('worker')} shows its errors. The worker reads traces from the queue and writes them to ClickHouse. Check that it runs, and look for an error that repeats.`;
        case 'ClickHouse':
            return `${logOf('clickhouse')} shows its errors. Check that it runs, that its disk has free space, and that its migrations are applied.`;
        case 'PostgreSQL':
            return `${logOf('web')} shows its errors (${(0,markdown/* codeSpan */.SS)('PrismaClient')}). Check that the database is running, and check its security group and password.`;
        case 'Redis':
            return `${logOf('web')} and ${logOf('worker')} show its errors (${(0,markdown/* codeSpan */.SS)('Redis')}, ${(0,markdown/* codeSpan */.SS)('WRONGPASS')}). Check that it runs, and that its memory is not full (${(0,markdown/* codeSpan */.SS)('OOM command not allowed')}: ${(0,markdown/* codeSpan */.SS)('maxmemory')} is reached). Its eviction policy must be ${(0,markdown/* codeSpan */.SS)('noeviction')}: an evicted job is a lost trace.`;
        case 'S3':
            return `${logOf('web')} and ${logOf('worker')} show its errors (${(0,markdown/* codeSpan */.SS)('AccessDenied')}, ${(0,markdown/* codeSpan */.SS)('PermanentRedirect')}). The task role must be allowed to read and write the bucket, and ${(0,markdown/* codeSpan */.SS)('LANGFUSE_S3_EVENT_UPLOAD_REGION')} must be the bucket's region.`;
        case 'keys':
            return `use the keys of a project, shown in Langfuse under Settings → API keys. A changed secret does not change the keys of an existing project. Langfuse caches unknown keys for five minutes: wait that long before you re-run the job.`;
    }
}
function remainingTrace({ traceId, notRemoved, mayAppearLater }) {
    if (traceId === undefined)
        return [];
    const name = `Its name is ${(0,markdown/* codeSpan */.SS)('langfuse-deploy verify')}.`;
    if (notRemoved !== undefined)
        return [
            `> The trace ${(0,markdown/* codeSpan */.SS)(traceId)} could not be deleted (${(0,markdown/* escapeMarkdown */.FV)(notRemoved)}). ${name} Delete it manually.`,
        ];
    if (!mayAppearLater)
        return [];
    return [
        `> The trace ${(0,markdown/* codeSpan */.SS)(traceId)} may still appear in the project: Langfuse stores it, and ignores its deletion, if the worker processes both later. ${name} If it appears, delete it manually.`,
    ];
}
/** Encodes characters that would end a Markdown link's target. */
const encodeLinkTarget = (url) => url.replace(/[()<>\s]/g, percentEncode);
/** `encodeURIComponent` does not encode parentheses, which end a link target. */
const percentEncode = (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`;

// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __webpack_require__(40658);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
;// CONCATENATED MODULE: ./src/aws/secret.ts


const READ_ACTION = 'secretsmanager:GetSecretValue';
const SECRET_ARN = /^arn:[\w-]+:secretsmanager:([\w-]+):\d{12}:secret:[\w/+=.@-]+$/;
/** Returns undefined for other ARNs. */
const regionOfSecret = (arn) => SECRET_ARN.exec(arn)?.[1];
/** Reads a secret, which the caller must mask. @throws AwsError */
async function readSecret(arn, session, runtime) {
    // See `Bucket.client`.
    await session.credentials?.();
    const { SecretsManagerClient, GetSecretValueCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
    const client = new SecretsManagerClient(await (0,aws_client/* clientSettings */.r)('SECRETS_MANAGER', session, runtime));
    try {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
        if (SecretString !== undefined)
            return SecretString;
    }
    catch (error) {
        throw readError(error, arn);
    }
    finally {
        client.destroy();
    }
    throw new aws_error/* AwsError */.Gy((0,aws_error/* incompleteAnswer */.pv)(READ_ACTION, 'the text of the secret'));
}
function readError(error, arn) {
    const details = (0,aws_error/* readErrorDetails */.Je)(error, READ_ACTION);
    const permission = (0,aws_error/* missingPermission */.Up)(details);
    const advice = (0,aws_error/* isDenied */.GZ)(details)
        ? `Allow ${permission}${permission === READ_ACTION ? ` on ${arn}` : ''} in a policy of the role, or set public-key and secret-key.`
        : details.code === 'ResourceNotFoundException'
            ? `The secret ${arn} does not exist: apply the stack again, or set public-key and secret-key.`
            : undefined;
    return new aws_error/* AwsError */.Gy(details, { cause: error, advice });
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs_inputs = __webpack_require__(40546);
// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(53326);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __webpack_require__(80114);
// EXTERNAL MODULE: ./src/commands/aws-session.ts + 5 modules
var aws_session = __webpack_require__(98538);
// EXTERNAL MODULE: ./src/commands/stack/terraform-root.ts + 3 modules
var terraform_root = __webpack_require__(40884);
;// CONCATENATED MODULE: ./src/commands/verify/target.ts








/**
 * Returns the deployment; missing inputs come from the stack's outputs. Masks its secrets.
 *
 * @throws InvalidInput if an output is missing; TerraformFailed, AwsError
 */
async function findTarget(inputs, runtime) {
    const { url, keys, outputs } = inputs;
    if (outputs !== undefined)
        return targetFrom(outputs, { inputs, runtime, session: undefined });
    if (url === undefined || keys === undefined)
        return targetOfStack(inputs, runtime);
    maskKeys(keys, runtime);
    const version = await readPinnedVersion(inputs.images, runtime);
    return { url, keys, version, stack: undefined, logGroups: {} };
}
async function targetOfStack(inputs, runtime) {
    const root = await openRoot(inputs, runtime);
    try {
        await root.init('fail');
        return await targetFrom(await readRootOutputs(root), { inputs, runtime, session: root.session });
    }
    finally {
        await root.close();
    }
}
/** @throws InvalidInput that names the inputs with which no root module is needed */
async function openRoot(inputs, runtime) {
    try {
        return await terraform_root/* TerraformRoot */.z.open(inputs, runtime);
    }
    catch (error) {
        if (!(error instanceof inputs_inputs/* InvalidInput */.o) || !error.message.startsWith('working-directory:'))
            throw error;
        throw new inputs_inputs/* InvalidInput */.o(`${error.message} Without a root module, set url, public-key and secret-key.`);
    }
}
async function targetFrom(outputs, verification) {
    const { inputs, runtime } = verification;
    const version = textAt(outputs, 'langfuse_version') ?? (await readPinnedVersion(inputs.images, runtime));
    return {
        url: inputs.url ?? urlFrom(outputs, inputs),
        keys: inputs.keys === undefined ? await readKeys(outputs, verification) : maskKeys(inputs.keys, runtime),
        version: version !== undefined && isVersionTag(version) ? version : undefined,
        stack: inputs.stack,
        logGroups: textsOf(outputs['log_groups']),
    };
}
async function readRootOutputs({ terraform }) {
    const outputs = await terraform.output();
    return Object.fromEntries([...outputs].map(([name, { value }]) => [name, value]));
}
function textAt(outputs, name) {
    const value = outputs[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function textsOf(value) {
    if (typeof value !== 'object' || value === null)
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
function urlFrom(outputs, root) {
    const url = textAt(outputs, 'url');
    if (url !== undefined && (0,text_url/* isSafeUrl */.FY)(url) && !isMasked(url))
        return new URL(url);
    throw missingOutput('url', outputs, root);
}
/** `apply` and `plan` mask what contains a sensitive value. */
const isMasked = (text) => text.includes(redact/* MASK */.v5);
function missingOutput(name, outputs, inputs) {
    const { directory, workspace, outputs: given } = inputs;
    const input = name === 'url' ? 'url' : 'public-key and secret-key';
    const state = `the state of ${workspace === undefined ? directory : `${directory} (workspace ${workspace})`}`;
    if (given !== undefined && isMasked(textAt(outputs, name) ?? ''))
        return new inputs_inputs/* InvalidInput */.o(`terraform-outputs: the output '${name}' contains a sensitive value, which is masked. List ${name} in sensitive-outputs of apply, or set ${input}.`);
    if (given !== undefined)
        return new inputs_inputs/* InvalidInput */.o(`terraform-outputs: has no valid output '${name}'. Add it to the root module, or set ${input}.`);
    return new inputs_inputs/* InvalidInput */.o(Object.keys(outputs).length === 0
        ? `working-directory: ${state} has no outputs. Apply it first, check backend-config and workspace, or set ${input}.`
        : `working-directory: ${state} has no valid output '${name}'. Set ${input}.`);
}
async function readKeys(outputs, { inputs, runtime, session: opened }) {
    const { aws } = inputs;
    const arn = textAt(outputs, 'api_keys_secret_arn');
    const region = arn === undefined ? undefined : regionOfSecret(arn);
    if (arn === undefined || region === undefined || isMasked(arn))
        throw missingOutput('api_keys_secret_arn', outputs, inputs);
    const session = opened ?? (await (0,aws_session.openSession)(aws, aws.region ?? region, runtime));
    const secret = await readSecret(arn, { ...session, region }, { ...runtime, mask: runtime.log.mask });
    runtime.log.mask(secret);
    const keys = parseKeys(secret);
    if (keys !== undefined)
        return maskKeys(keys, runtime);
    throw new inputs_inputs/* InvalidInput */.o(`public-key: the secret ${arn} is not a JSON object with public_key and secret_key. Set public-key and secret-key.`);
}
function parseKeys(secret) {
    try {
        const { public_key: publicKey, secret_key: secretKey } = textsOf(JSON.parse(secret));
        return publicKey && secretKey ? { publicKey, secretKey } : undefined;
    }
    catch {
        return undefined;
    }
}
/** Masks the secret key and the encoded pair, not the public key. */
function maskKeys(keys, runtime) {
    runtime.log.mask(keys.secretKey);
    runtime.log.mask((0,basic_authorization/* encodeBasicCredentials */.R)(keys.publicKey, keys.secretKey));
    return keys;
}
async function readPinnedVersion(path, runtime) {
    const file = await runtime.readFile(path).catch(() => undefined);
    if (file === undefined)
        return undefined;
    const { parseImages } = await Promise.resolve(/* import() */).then(__webpack_require__.bind(__webpack_require__, 22894));
    const tag = parseImages(file, path).find(({ name }) => name === 'langfuse-web')?.tag;
    return tag !== undefined && isVersionTag(tag) ? tag : undefined;
}

;// CONCATENATED MODULE: ./src/commands/verify/verify.ts












/**
 * Waits until Langfuse is ready, sends a trace, reads it back and deletes it.
 *
 * @throws InvalidInput, TerraformFailed, AwsError
 */
async function verify(inputs, runtime) {
    const target = await findTarget(inputs, runtime);
    const langfuse = new Langfuse(target.url, createTransport(runtime));
    const report = emptyReport(langfuse.address, target);
    const pollOptions = {
        clock: runtime.clock,
        limitMs: inputs.timeoutSeconds * 1000,
        interruption: runtime.interruption,
        onWait: (reason) => {
            runtime.log.info(`Waiting: ${reason}`);
        },
    };
    try {
        await runSteps(langfuse, target, { report, pollOptions, runtime });
        runtime.log.info(verifySentence(report));
    }
    catch (error) {
        if (error instanceof VerificationCancelled)
            return cancelledOutcome(error, report);
        if (!(error instanceof VerificationFailed))
            throw error;
        report.failure = { step: error.step, likelyCauses: error.likelyCauses, message: error.message };
        const failure = { reason: error.reason, message: failureMessage(error) };
        const { addRevert } = await Promise.all(/* import() */[__webpack_require__.e(4210), __webpack_require__.e(2797)]).then(__webpack_require__.bind(__webpack_require__, 12797));
        return addRevert({ ...verifyOutcome(report), failure }, inputs, runtime);
    }
    return verifyOutcome(report);
}
function emptyReport(url, { stack, version, logGroups }) {
    return {
        stack,
        url,
        expected: version,
        version: undefined,
        healthySeconds: undefined,
        project: undefined,
        traceId: undefined,
        readableSeconds: undefined,
        notRemoved: undefined,
        mayAppearLater: false,
        failure: undefined,
        logGroups,
    };
}
async function runSteps(langfuse, target, { report, pollOptions, runtime }) {
    const { clock, log } = runtime;
    const { version, ms } = await waitUntilHealthy(langfuse, target.version, pollOptions);
    report.version = version;
    report.healthySeconds = ms / 1000;
    log.info(`Langfuse ${version} at ${langfuse.address} is ready`);
    const readyMs = clock.now();
    // The steps after the health check share one limit.
    const remaining = () => ({
        ...pollOptions,
        limitMs: Math.max(0, pollOptions.limitMs - (clock.now() - readyMs)),
    });
    // Not earlier: Langfuse caches the rejection of unknown keys.
    const project = langfuse.withKeys(target.keys);
    report.project = await findProject(project, remaining());
    const trace = createTrace((0,external_node_crypto_.randomBytes)(24), new Date(clock.wallClockMs()));
    try {
        report.traceId = trace.traceId;
        await sendTrace(project, trace, { version, pollOptions: remaining() });
        log.info(`The trace ${trace.traceId} is sent`);
        const readableMs = await waitUntilReadable(project, trace, { version, pollOptions: remaining() });
        report.readableSeconds = readableMs / 1000;
    }
    catch (error) {
        report.mayAppearLater = error instanceof TraceUnconfirmed || error instanceof VerificationCancelled;
        if (!report.mayAppearLater)
            report.traceId = undefined;
        throw error;
    }
    finally {
        if (report.traceId !== undefined)
            report.notRemoved = await removeTrace(project, trace, runtime);
    }
}
function cancelledOutcome({ message }, report) {
    const sentence = `${message}. ${describeTrace(report)}`;
    return {
        ...verifyOutcome(report),
        summary: ['## ⚠️ Cancelled', `- ${(0,markdown/* escapeMarkdown */.FV)(sentence)}`].join('\n\n'),
        failure: { reason: 'cancelled', message: sentence },
    };
}
const LATER = 'It may still appear if Langfuse had not processed it yet; then delete it manually.';
function describeTrace({ traceId, notRemoved }) {
    if (traceId === undefined)
        return 'No trace was sent.';
    if (notRemoved === undefined)
        return `The trace ${traceId} was sent and deleted again. ${LATER}`;
    return `The trace ${traceId} was sent and could not be deleted: ${(0,format/* withoutFullStop */.Qu)(notRemoved)}. Delete it manually.`;
}
function failureMessage({ message, likelyCauses }) {
    const causes = likelyCauses.map(componentName);
    return `${(0,format/* withoutFullStop */.Qu)(message)}. Likely causes: ${causes.join(', ')}. The summary lists the next steps.`;
}
const NOT_COMPARED = 'The version was not compared, because neither the output langfuse_version nor a tag in images.yaml has one.';
function verifyOutcome(report) {
    const { expected, notRemoved, traceId, failure } = report;
    const isCompared = expected !== undefined || failure !== undefined;
    return {
        outputs: {
            version: report.version ?? '',
            'healthy-after': formatTenths(report.healthySeconds),
            'readable-after': formatTenths(report.readableSeconds),
            'project-url': report.project?.url ?? '',
        },
        summary: renderVerify(report),
        warnings: [
            ...(isCompared ? [] : [NOT_COMPARED]),
            ...(notRemoved === undefined ? [] : [`The trace ${traceId ?? ''} could not be deleted: ${notRemoved}`]),
        ],
        annotations: [],
        failure: undefined,
    };
}
const formatTenths = (seconds) => seconds === undefined ? '' : seconds.toFixed(1);


/***/ })

};

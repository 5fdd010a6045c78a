export const id = 236;
export const ids = [236];
export const modules = {

/***/ 5155:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ incomplete),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);


/** A call to AWS that failed; the message says which, why, and what to do. */
class AwsError extends Error {
    facts;
    name = 'AwsError';
    operation;
    code;
    requestId;
    constructor(facts, options = {}) {
        super(`${sentence(facts)}. ${options.advice ?? advise(facts)}`, options);
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
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) ? error : { message: String(error) };
    const metadata = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(textIn(metadata, 'requestId'));
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
    const words = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(code), status, requestId, words };
}
function textIn(fields, name) {
    return typeof fields[name] === 'string' ? fields[name] : '';
}
function sentence({ action, code, status, requestId, words }) {
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
const ADVICE = [
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
function advise(facts) {
    const advice = ADVICE.find(([code]) => code.test(facts.code))?.[1];
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


/***/ }),

/***/ 6399:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  verify: () => (/* binding */ verify)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(8488);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/report/verify.ts


const TITLES = {
    health: 'Langfuse is not ready',
    version: 'Langfuse runs another version than the one that is pinned',
    keys: 'Langfuse does not take the API keys',
    send: 'Langfuse does not take traces',
    read: 'A trace that Langfuse took does not come back',
};
const STEPS = [
    ['health', 'healthy and ready'],
    ['version', 'version'],
    ['keys', 'API keys'],
    ['send', 'trace sent'],
    ['read', 'trace read back'],
];
const COLUMNS = [
    { title: 'Step', align: 'left' },
    { title: '', align: 'left' },
    { title: 'Time', align: 'right' },
];
/** The job summary: whether it works, how long it took, and where it does not, which part to look at and how. */
function renderVerify(report) {
    const { failure, version, project, stack } = report;
    const title = failure === undefined
        ? `✅ Langfuse ${version ?? ''} answers, and a trace came back`
        : `❌ ${TITLES[failure.stage]}`;
    return [
        `## ${title}${stack === undefined ? '' : ` · ${(0,markdown/* code */.aY)(stack)}`}`,
        ...(failure === undefined ? [] : [(0,markdown/* prose */.CS)(`${failure.message}.`)]),
        project === undefined
            ? verify_link(report.url)
            : `${verify_link(report.url)}, project [${(0,markdown/* prose */.CS)(project.name)}](${address(project.url)})`,
        steps(report),
        ...(failure === undefined ? [] : [whereToLook(failure, report)]),
        ...left(report),
    ].join('\n\n');
}
/** The outcome in one line, for the log. */
function verifySentence({ version, healthySeconds, readableSeconds }) {
    const times = [healthySeconds, readableSeconds].map((seconds) => (0,format/* formatSeconds */.Xo)(seconds ?? 0));
    return `Langfuse ${version ?? ''} was ready after ${times[0] ?? ''}; the trace was readable after ${times[1] ?? ''}`;
}
function steps(report) {
    const { failure, healthySeconds, readableSeconds } = report;
    const failedAt = STEPS.findIndex(([stage]) => stage === failure?.stage);
    const times = { health: healthySeconds, read: readableSeconds };
    const rows = STEPS.map(([stage, name], index) => {
        if (index === failedAt)
            return [name, '❌', ''];
        if (failedAt >= 0 && index > failedAt)
            return [name, 'not tried', ''];
        const seconds = times[stage];
        return [name, `✅ ${resultOf(stage, report)}`, seconds === undefined ? '' : (0,format/* formatSeconds */.Xo)(seconds)];
    });
    return (0,markdown/* table */.tp)(COLUMNS, rows);
}
function resultOf(stage, { version, expected }) {
    switch (stage) {
        case 'health':
            return 'yes';
        case 'version':
            return `${(0,markdown/* code */.aY)(version ?? '')}${comparison(version, expected)}`;
        case 'keys':
            return 'taken';
        case 'send':
            return 'a chat completion with model, input, output and token usage';
        case 'read':
            return 'all of it';
    }
}
function comparison(version, expected) {
    if (expected === undefined)
        return ', compared with nothing';
    return expected === version ? ', as pinned' : `, as ${(0,markdown/* code */.aY)(expected)} is pinned`;
}
function whereToLook({ suspects }, report) {
    const lines = suspects.map((part) => `- **${part === 'address' ? 'the way there' : part}**: ${look(part, report)}`);
    return ['### Where to look, the likeliest first', '', ...lines].join('\n');
}
function look(part, { url, logGroups }) {
    const log = (name) => {
        const group = logGroups[name];
        return group === undefined ? `the log of ${name}` : (0,markdown/* code */.aY)(`aws logs tail ${group} --since 15m`);
    };
    switch (part) {
        case 'address':
            return `${(0,markdown/* code */.aY)(`curl -i ${url}/api/public/health`)} shows what answers. Look at DNS, the certificate, and whether the load balancer has healthy targets and lets the runner in.`;
        case 'web':
            return `${log('web')} tells why it does not start or answer; the events of its ECS service tell whether tasks are stopped or rolled back.`;
        case 'worker':
            return `${log('worker')}. It takes traces from the queue and writes them to ClickHouse: does it run, and which error does it repeat?`;
        case 'ClickHouse':
            return `${log('clickhouse')}. Is it up, is its disk full, were its migrations applied?`;
        case 'PostgreSQL':
            return `${log('web')} has its errors (${(0,markdown/* code */.aY)('PrismaClient')}). Is the database up, and do its security group and password fit?`;
        case 'Redis':
            return `${log('web')} and ${log('worker')} have its errors (${(0,markdown/* code */.aY)('Redis')}, ${(0,markdown/* code */.aY)('WRONGPASS')}). Its policy must be ${(0,markdown/* code */.aY)('noeviction')}: an evicted job is a lost trace.`;
        case 'S3':
            return `${log('web')} and ${log('worker')} have its errors (${(0,markdown/* code */.aY)('AccessDenied')}, ${(0,markdown/* code */.aY)('PermanentRedirect')}). The role of the tasks must read and write the bucket, and ${(0,markdown/* code */.aY)('LANGFUSE_S3_EVENT_UPLOAD_REGION')} must be its region.`;
        case 'keys':
            return `they must be those of a project, as its page shows them under Settings → API keys; a changed secret does not change the keys of a project that is there. Langfuse remembers unknown keys for five minutes: wait that long before you run the job again.`;
    }
}
function left({ traceId, notRemoved }) {
    if (notRemoved === undefined || traceId === undefined)
        return [];
    return [
        `> The trace ${(0,markdown/* code */.aY)(traceId)} could not be deleted (${(0,markdown/* prose */.CS)(notRemoved)}). It is named ${(0,markdown/* code */.aY)('langfuse-deploy verify')}; delete it by hand.`,
    ];
}
const verify_link = (url) => `At ${(0,markdown/* code */.aY)(url)}`;
/** An address that cannot end the parentheses of a link. */
const address = (url) => url.replace(/[()<>\s]/g, percentEncoded);
/** `encodeURIComponent` leaves parentheses as they are. */
const percentEncoded = (mark) => `%${mark.charCodeAt(0).toString(16).padStart(2, '0')}`;

// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/langfuse/client.ts


/** Words for Node's codes that a person may not know. */
const MEANING = {
    ENOTFOUND: 'no such host',
    EAI_AGAIN: 'its name cannot be looked up now',
    ECONNREFUSED: 'nothing listens there',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its TLS certificate is for another name',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its TLS certificate is self-signed; give its authority in NODE_EXTRA_CA_CERTS',
    CERT_HAS_EXPIRED: 'its TLS certificate has expired',
};
/** A request that came to nothing. */
class NoAnswer extends Error {
    name = 'NoAnswer';
    /** @param code Node's, where it has one */
    constructor(code, words, options) {
        const meaning = MEANING[code];
        super(meaning === undefined ? (0,sanitize/* toPrintableLine */.Ld)(words) : `${meaning} (${code})`, options);
    }
}
/** Langfuse over its published API, at one address. */
class Langfuse {
    exchange;
    authorization;
    /** Without a slash at its end. */
    address;
    constructor(url, exchange, authorization) {
        this.exchange = exchange;
        this.authorization = authorization;
        this.address = url.href.replace(/\/+$/, '');
    }
    /** The same, with the keys of a project. */
    as(keys) {
        return new Langfuse(new URL(this.address), this.exchange, authorizationOf(keys));
    }
    /** @param path below the address, `/api/public/health`. @throws NoAnswer */
    ask(method, path, content) {
        return this.exchange({
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
/** Basic authentication (RFC 7617), as the API takes it. */
const authorizationOf = (keys) => `Basic ${Buffer.from(`${keys.publicKey}:${keys.secretKey}`).toString('base64')}`;
/** An answer in a person's words, as in `answered 503: Database not available`. */
function describe(answer) {
    if (answer.location !== undefined && answer.status >= 300 && answer.status < 400)
        return `answered ${answer.status}, a redirect to ${(0,sanitize/* toPrintableLine */.Ld)(answer.location)}`;
    return `answered ${answer.status}: ${wordsOf(answer)}`;
}
/** What Langfuse, or whatever answered in its place, says. */
function wordsOf({ body, contentType }) {
    if (isPage({ body, contentType }))
        return 'a web page, which something else than the API has sent';
    const fields = (0,json/* parseObject */.lj)(body);
    const error = fields?.['error'];
    const said = [
        (0,json/* nonEmptyTextAt */.Zj)(fields, 'message'),
        typeof error === 'string' || error === undefined ? error : JSON.stringify(error),
        (0,json/* nonEmptyTextAt */.Zj)(fields, 'status'),
    ].filter((text) => text !== undefined && text !== '');
    if (said.length > 0)
        return (0,sanitize/* toPrintableLine */.Ld)([...new Set(said)].join(', '));
    return (0,sanitize/* toPrintableLine */.Ld)((0,json/* isRecord */.u4)(fields) ? JSON.stringify(fields) : body) || 'nothing more';
}
const isPage = ({ body, contentType }) => /html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body);

;// CONCATENATED MODULE: ./src/langfuse/error.ts
/** In the order in which they are gone through. */
const STAGES = (/* unused pure expression or super */ null && (['health', 'version', 'keys', 'send', 'read']));
const REASONS = {
    health: 'not-healthy',
    version: 'wrong-version',
    keys: 'keys-refused',
    send: 'trace-refused',
    read: 'trace-lost',
};
/** A deployment that does not do what it is for. */
class VerificationFailed extends Error {
    stage;
    suspects;
    name = 'VerificationFailed';
    reason;
    /** @param suspects the parts that are likely at fault, the likeliest first */
    constructor(stage, suspects, message) {
        super(message);
        this.stage = stage;
        this.suspects = suspects;
        this.reason = REASONS[stage];
    }
}
/** The run was cancelled while something was waited for. */
class VerificationCancelled extends Error {
    name = 'VerificationCancelled';
    constructor() {
        super('The run was cancelled while Langfuse was verified');
    }
}

;// CONCATENATED MODULE: ./src/langfuse/poll.ts


const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 3000;
/**
 * Looks again and again, until there is a value or the time is up.
 * @returns the last obstacle when the time is up
 * @throws VerificationCancelled
 */
async function waitFor(look, patience) {
    const { clock, limitMs, interruption, onWait } = patience;
    const startMs = clock.now();
    let pauseMs = FIRST_PAUSE_MS;
    let told = '';
    for (;;) {
        if (interruption.aborted)
            throw new VerificationCancelled();
        const seen = await look().catch(withoutAnswer);
        const ms = clock.now() - startMs;
        if ('value' in seen)
            return { value: seen.value, ms };
        if (ms >= limitMs)
            return seen;
        if (seen.why !== told)
            onWait(seen.why);
        told = seen.why;
        await pause(Math.min(pauseMs, limitMs - ms), clock, interruption);
        pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
    }
}
/** A connection that fails may be one to a task that starts or ends. */
function withoutAnswer(error) {
    if (!(error instanceof NoAnswer))
        throw error;
    return { why: error.message, suspects: ['address', 'web'] };
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




const HEALTH = '/api/public/health';
const READY = '/api/public/ready';
/**
 * Waits until Langfuse is healthy, ready to take requests, and of the version that is expected:
 * while a service is rolled over, tasks of the old version answer as well.
 *
 * @param expected version or a part of it, `3.225.11` or `3`; undefined means any
 * @throws VerificationFailed, VerificationCancelled
 */
async function waitUntilHealthy(langfuse, expected, patience) {
    let other;
    const waited = await waitFor(async () => {
        const seen = await health_look(langfuse);
        other = undefined;
        if (!('value' in seen) || expected === undefined || isOfVersion(seen.value, expected))
            return seen;
        other = seen.value;
        return { why: `Langfuse answers as ${seen.value}, not yet as ${expected}`, suspects: ['web'] };
    }, patience);
    if ('value' in waited)
        return { version: waited.value, ms: waited.ms };
    const seconds = Math.round(patience.limitMs / 1000);
    if (other !== undefined) {
        throw new VerificationFailed('version', ['web'], `Langfuse at ${langfuse.address} answers as ${other}, and ${expected ?? ''} is what is pinned: ` +
            `after ${seconds} s no task of that version had taken over`);
    }
    throw new VerificationFailed('health', waited.suspects, `Langfuse at ${langfuse.address} was not ready within ${seconds} s: ${waited.why}`);
}
async function health_look(langfuse) {
    const health = await langfuse.ask('GET', HEALTH);
    refuseRedirect(health, langfuse);
    const version = (0,json/* nonEmptyTextAt */.Zj)((0,json/* parseObject */.lj)(health.body), 'version');
    if (health.status !== 200 || isPage(health) || version === undefined)
        return unhealthy(HEALTH, health);
    const ready = await langfuse.ask('GET', READY);
    if (ready.status !== 200 || isPage(ready))
        return unhealthy(READY, ready);
    return { value: version };
}
function unhealthy(path, answer) {
    const why = `${path} ${describe(answer)}`;
    if (isPage(answer))
        return { why, suspects: ['address', 'web'] };
    if (/database/i.test(wordsOf(answer)))
        return { why, suspects: ['PostgreSQL', 'web'] };
    return { why, suspects: answer.status === 200 || answer.status === 404 ? ['address'] : ['web'] };
}
/** An address that leads elsewhere does so for good, and keys do not go along. */
function refuseRedirect({ status, location }, { address }) {
    if (location === undefined || status < 300 || status >= 400)
        return;
    const target = URL.canParse(location, address) ? new URL(location, address) : undefined;
    const path = target?.pathname.endsWith(HEALTH) ? target.pathname.slice(0, -HEALTH.length) : undefined;
    const advice = target === undefined || path === undefined
        ? 'something in front of it wants a log-in or belongs to somebody else'
        : `give ${target.origin}${path} as url`;
    throw new VerificationFailed('health', ['address'], `${address}${HEALTH} answered ${status}, a redirect to ${target === undefined ? 'nowhere' : target.origin + target.pathname}: ${advice}`);
}
/** `3.225.11` is of 3.225.11, of 3.225 and of 3; a `v` before either is no matter. */
function isOfVersion(version, expected) {
    const [have, want] = [version, expected].map((text) => text.replace(/^v/, ''));
    return have === want || (have ?? '').startsWith(`${want ?? ''}.`);
}
/** Whether a tag of an image tells a version, or a part of one; `latest` does not. */
const tellsVersion = (tag) => /^v?\d+(?:\.\d+)*(?:-[\w.-]+)?$/.test(tag);

;// CONCATENATED MODULE: ./src/langfuse/project.ts




const SERVER_PARTS = ['PostgreSQL', 'Redis', 'web'];
/**
 * The project that the keys are of. Only to be asked of a Langfuse that is ready: keys that it does not know it
 * remembers as wrong for five minutes.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
async function findProject(langfuse, patience) {
    const waited = await waitFor(async () => {
        const answer = await langfuse.ask('GET', '/api/public/projects');
        if (answer.status === 401 || answer.status === 403) {
            throw new VerificationFailed('keys', ['keys'], `Langfuse refused the API keys: ${wordsOf(answer)}`);
        }
        const [project] = (0,json/* recordsIn */.Q0)((0,json/* parseObject */.lj)(answer.body)?.['data']);
        const id = (0,json/* nonEmptyTextAt */.Zj)(project, 'id');
        if (answer.status === 200 && id !== undefined)
            return { value: { id, name: (0,json/* nonEmptyTextAt */.Zj)(project, 'name') ?? id } };
        return { why: `/api/public/projects ${describe(answer)}`, suspects: SERVER_PARTS };
    }, patience);
    if ('value' in waited) {
        const { id, name } = waited.value;
        return { name, url: `${langfuse.address}/project/${encodeURIComponent(id)}` };
    }
    throw new VerificationFailed('keys', waited.suspects, `The API keys could not be checked: ${waited.why}`);
}

;// CONCATENATED MODULE: ./src/langfuse/trace.ts





const NAME = 'langfuse-deploy verify';
/** A name that no provider has, so that Langfuse puts no price on it. */
const MODEL = 'langfuse-deploy-verify';
const USAGE = { input: 7, output: 5, total: 12 };
const PATH = '/api/public/otel/v1/traces';
/** From 24 random bytes. */
function composeTrace(random, startedAt) {
    const hex = random.toString('hex');
    return { traceId: hex.slice(0, 32), spanId: hex.slice(32, 48), nonce: hex.slice(0, 12), startedAt };
}
/** OTLP over JSON, with the attributes that Langfuse reads (https://langfuse.com/integrations/native/opentelemetry). */
function spansOf({ traceId, spanId, nonce, startedAt }) {
    const startNs = BigInt(startedAt.getTime()) * 1000000n;
    const span = {
        traceId,
        spanId,
        name: NAME,
        kind: 1,
        startTimeUnixNano: String(startNs),
        endTimeUnixNano: String(startNs + 250000000n),
        attributes: attributes({
            'langfuse.trace.name': NAME,
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
/** A list of pairs: as an object they would be refused. */
const attributes = (values) => Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
/**
 * Sends a trace. An answer that Langfuse took it says only that it was stored and queued.
 *
 * @param version of Langfuse
 * @throws VerificationFailed, VerificationCancelled
 */
async function sendTrace(langfuse, trace, { version, patience }) {
    const content = {
        body: JSON.stringify(spansOf(trace)),
        // Without it, v4 may take ten minutes to show a trace. Servers before v4 have no such header.
        headers: Number.parseInt(version) >= 4 ? { 'x-langfuse-ingestion-version': '4' } : {},
    };
    const waited = await waitFor(async () => {
        const answer = await langfuse.ask('POST', PATH, content);
        if (answer.status >= 500 || answer.status === 429)
            return { why: `${PATH} ${describe(answer)}`, suspects: ['S3', 'Redis', 'web'] };
        refuseFaults(answer, version);
        return { value: undefined };
    }, patience);
    if ('value' in waited)
        return;
    throw new VerificationFailed('send', waited.suspects, `Langfuse could not take a trace: ${waited.why}`);
}
function refuseFaults(answer, version) {
    if (answer.status === 401 || answer.status === 403)
        throw new VerificationFailed('keys', ['keys'], `Langfuse refused the API keys: ${describe(answer)}`);
    if (answer.status === 404) {
        const message = `${PATH} answered 404: this Langfuse (${version}) takes no OpenTelemetry traces; 3.22 is the first that does`;
        throw new VerificationFailed('send', ['web', 'address'], message);
    }
    // A collector may answer with nothing at all.
    const body = answer.body === '' ? {} : (0,json/* parseObject */.lj)(answer.body);
    if (answer.status < 200 || answer.status >= 300 || body === undefined)
        throw new VerificationFailed('send', ['web'], `${PATH} ${describe(answer)}`);
    const faults = faultsIn(body);
    if (faults.length === 0)
        return;
    const message = `${PATH} answered ${answer.status}, and with it that the trace was not taken: ${faults.join('; ')}`;
    throw new VerificationFailed('send', ['S3', 'Redis', 'web'], message);
}
/** Whatever an answer of success says against itself: Langfuse's `errors`, or OTLP's `partialSuccess`. */
function faultsIn(body) {
    const faults = (0,json/* recordsIn */.Q0)(body['errors']).map((fault) => {
        const words = [(0,json/* nonEmptyTextAt */.Zj)(fault, 'message'), (0,json/* nonEmptyTextAt */.Zj)(fault, 'error')].filter((text) => text !== undefined);
        const status = typeof fault['status'] === 'number' ? `${fault['status']} ` : '';
        return (0,sanitize/* toPrintableLine */.Ld)(`${status}${words.join(', ') || 'no reason given'}`);
    });
    const partial = (0,json/* isRecord */.u4)(body['partialSuccess']) ? body['partialSuccess'] : {};
    const rejected = Number(partial['rejectedSpans'] ?? 0);
    if (rejected === 0)
        return faults;
    return [
        ...faults,
        (0,sanitize/* toPrintableLine */.Ld)((0,json/* nonEmptyTextAt */.Zj)(partial, 'errorMessage') ?? `${rejected} span was rejected`),
    ];
}
/** Takes the trace out again. @returns why it could not be */
async function removeTrace(langfuse, { traceId }) {
    try {
        const answer = await langfuse.ask('DELETE', `/api/public/traces/${traceId}`);
        return answer.status >= 200 && answer.status < 300 ? undefined : describe(answer);
    }
    catch (error) {
        return error instanceof Error ? error.message : String(error);
    }
}

;// CONCATENATED MODULE: ./src/langfuse/read-trace.ts





const NEVER_WRITTEN = ['worker', 'ClickHouse', 'S3', 'Redis'];
const NOT_READ = ['ClickHouse', 'web'];
/** Runner and server may not agree on the time. */
const MARGIN_MS = 600_000;
/**
 * Waits until a trace can be read, with all that was in it.
 *
 * @param version of Langfuse
 * @returns how long it took, in milliseconds
 * @throws VerificationFailed, VerificationCancelled
 */
async function waitUntilReadable(langfuse, trace, { version, patience }) {
    let path = Number.parseInt(version) >= 4 ? 'observations' : 'trace';
    const waited = await waitFor(async () => {
        const answer = await langfuse.ask('GET', addressOf(trace, path));
        const other = otherPath(answer);
        if (other !== undefined && other !== path) {
            path = other;
            return judge(await langfuse.ask('GET', addressOf(trace, path)), trace, path);
        }
        return judge(answer, trace, path);
    }, patience);
    if ('value' in waited)
        return waited.ms;
    const seconds = Math.round(patience.limitMs / 1000);
    throw new VerificationFailed('read', waited.suspects, `Langfuse took the trace ${trace.traceId}, but ${seconds} s later ${waited.why}`);
}
function addressOf({ traceId, startedAt }, path) {
    if (path === 'trace')
        return `/api/public/traces/${traceId}`;
    const query = new URLSearchParams({
        traceId,
        fields: 'core,basic,io,model,usage',
        fromStartTime: new Date(startedAt.getTime() - MARGIN_MS).toISOString(),
    });
    return `/api/public/v2/observations?${query.toString()}`;
}
/** The path that an answer sends its reader to, in the words of `events_only` mode and of the modes before it. */
function otherPath(answer) {
    if (answer.status !== 404)
        return undefined;
    const words = wordsOf(answer);
    if (/events_only mode/.test(words))
        return 'observations';
    return /only available in a Langfuse v4 write mode/.test(words) ? 'trace' : undefined;
}
function judge(answer, trace, path) {
    if (answer.status === 404)
        return { why: 'it cannot be found', suspects: NEVER_WRITTEN };
    const body = (0,json/* parseObject */.lj)(answer.body);
    if (answer.status !== 200 || body === undefined)
        return { why: `it cannot be read: the API ${describe(answer)}`, suspects: NOT_READ };
    const observations = (0,json/* recordsIn */.Q0)(path === 'trace' ? body['observations'] : body['data']);
    const generation = observations.find(({ id }) => id === trace.spanId);
    if (generation === undefined) {
        const why = path === 'trace' ? 'it is there without its generation' : 'it cannot be found';
        return { why, suspects: NEVER_WRITTEN };
    }
    const missing = missingOf(generation, trace);
    if (missing.length === 0)
        return { value: true };
    return { why: `it is there without its ${missing.join(', ')}`, suspects: ['worker', 'S3'] };
}
/** What was sent and did not come back. */
function missingOf(generation, { nonce }) {
    const holds = (key, text) => JSON.stringify(generation[key] ?? '').includes(`${text} ${nonce}`);
    const usage = (0,json/* isRecord */.u4)(generation['usageDetails']) ? generation['usageDetails'] : {};
    const model = (0,json/* nonEmptyTextAt */.Zj)(generation, 'providedModelName') ?? (0,json/* nonEmptyTextAt */.Zj)(generation, 'model');
    const checks = {
        'type generation': generation['type'] === 'GENERATION',
        model: model === MODEL,
        input: holds('input', 'ping'),
        output: holds('output', 'pong'),
        'token usage': usage['input'] === USAGE.input && usage['output'] === USAGE.output,
    };
    return Object.entries(checks).flatMap(([name, isThere]) => (isThere ? [] : [name]));
}

// EXTERNAL MODULE: ./src/http/body.ts
var http_body = __webpack_require__(9662);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(4054);
;// CONCATENATED MODULE: ./src/langfuse/transport.ts




const IDLE_MS = 10_000;
const LONGEST_ANSWER = 4 * 1024 * 1024;
/** Requests to Langfuse over the HTTP of all other requests, with its proxies and time limits. */
function exchangeOver({ http }, idleTimeoutMs = IDLE_MS) {
    return async ({ method, url, headers, body }) => {
        const request = {
            ...{ method, url, headers, redirect: 'manual', idleTimeoutMs },
            ...(body !== undefined && { body: Buffer.from(body) }),
        };
        try {
            const { response } = await http.send(request);
            const bytes = await (0,http_body/* readBody */.x)(response, request, LONGEST_ANSWER);
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
            // Its own words are about registries; what Node said is beneath.
            const code = (0,http_error/* codeOf */.$)(error.cause);
            const words = code === '' ? error.facts.message : `${(0,sanitize/* errorMessage */.gJ)(error.cause)} (${code})`;
            throw new NoAnswer(code, `${method} ${url.host}${url.pathname}: ${words}`, { cause: error });
        }
    };
}

// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __webpack_require__(658);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
;// CONCATENATED MODULE: ./src/aws/secret.ts


const ACTION = 'secretsmanager:GetSecretValue';
const ARN = /^arn:[\w-]+:secretsmanager:([\w-]+):\d{12}:secret:[\w/+=.@-]+$/;
/** The region of a secret; undefined when the text is no ARN of one. */
const regionOfSecret = (arn) => ARN.exec(arn)?.[1];
/**
 * The text of a secret, which the caller masks before anything else.
 * @throws AwsError
 */
async function readSecret(arn, session, runtime) {
    // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
    await session.credentials?.();
    const { SecretsManagerClient, GetSecretValueCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(994)]).then(__webpack_require__.t.bind(__webpack_require__, 2994, 19));
    const client = new SecretsManagerClient(await (0,aws_client/* clientSettings */.r)('SECRETS_MANAGER', session, runtime));
    try {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
        if (SecretString !== undefined)
            return SecretString;
    }
    catch (error) {
        throw notRead(error, arn);
    }
    finally {
        client.destroy();
    }
    throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)(ACTION, 'the text of the secret'));
}
function notRead(error, arn) {
    const facts = (0,aws_error/* factsOf */.xS)(error, ACTION);
    const permission = (0,aws_error/* missingPermission */.Up)(facts);
    const advice = (0,aws_error/* isDenied */.GZ)(facts)
        ? `Allow ${permission}${permission === ACTION ? ` on ${arn}` : ''} in a policy of the role, or give public-key and secret-key.`
        : facts.code === 'ResourceNotFoundException'
            ? `The secret ${arn} is gone: apply the stack again, or give public-key and secret-key.`
            : undefined;
    return new aws_error/* AwsError */.Gy(facts, { cause: error, advice });
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs = __webpack_require__(6103);
// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __webpack_require__(3602);
// EXTERNAL MODULE: ./src/commands/stack/stack.ts + 4 modules
var stack_stack = __webpack_require__(5153);
// EXTERNAL MODULE: ./src/commands/aws-session.ts + 5 modules
var aws_session = __webpack_require__(8538);
;// CONCATENATED MODULE: ./src/commands/verify/target.ts







/** What is given, and for the rest the outputs of the stack. Its secrets are masked. */
async function findTarget(inputs, runtime) {
    const { url, keys } = inputs;
    if (url !== undefined && keys !== undefined) {
        maskKeys(keys, runtime);
        return {
            url,
            keys,
            version: await pinnedVersion(inputs.images, runtime),
            stack: undefined,
            logGroups: {},
        };
    }
    return fromStack(inputs, runtime);
}
/** Nothing is planned, so nothing that only a plan takes is asked for. */
const NO_PLAN = {
    githubToken: undefined,
    varFiles: [],
    variables: [],
    targets: [],
    replace: [],
    parallelism: 10,
    lockTimeout: '0s',
    allowDestroy: [],
    statefulTypes: [],
    planRecords: undefined,
};
async function fromStack(inputs, runtime) {
    const stack = await stack_stack/* Stack */.B.open({ ...inputs, ...NO_PLAN }, runtime);
    try {
        const outputs = await readOutputs(stack, runtime);
        const { keys } = inputs;
        const version = target_text(outputs, 'langfuse_version') ?? (await pinnedVersion(inputs.images, runtime));
        return {
            url: inputs.url ?? urlOf(outputs, inputs),
            keys: keys === undefined ? await keysOf(outputs, stack, runtime) : maskKeys(keys, runtime),
            version: version !== undefined && tellsVersion(version) ? version : undefined,
            stack: inputs.stack,
            logGroups: textsIn(outputs['log_groups']),
        };
    }
    finally {
        await stack.close();
    }
}
async function readOutputs(stack, runtime) {
    const { terraform, inputs } = stack;
    runtime.log.group('terraform init');
    try {
        await terraform.init({ backendConfig: inputs.backendConfig });
        if (inputs.workspace !== undefined)
            await terraform.selectWorkspace(inputs.workspace, { missing: 'fail' });
        const outputs = await terraform.output();
        return Object.fromEntries([...outputs].map(([name, { value }]) => [name, value]));
    }
    finally {
        runtime.log.endGroup();
    }
}
const target_text = (outputs, name) => {
    const value = outputs[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
};
function textsIn(value) {
    if (typeof value !== 'object' || value === null)
        return {};
    return Object.fromEntries(Object.entries(value).filter((entry) => typeof entry[1] === 'string'));
}
function urlOf(outputs, root) {
    const url = target_text(outputs, 'url');
    if (url !== undefined && URL.canParse(url) && isSafe(new URL(url)))
        return new URL(url);
    throw lacking('url', outputs, root);
}
/** Keys go along, so plain HTTP is for this machine only. */
const isSafe = ({ protocol, hostname }) => protocol === 'https:' || (0,image_reference/* isLoopback */.U9)(hostname);
/** @param name of the output */
function lacking(name, outputs, { directory, workspace }) {
    const instead = name === 'url' ? 'url' : 'public-key and secret-key';
    const where = workspace === undefined ? directory : `${directory} (workspace ${workspace})`;
    return new inputs/* InvalidInput */.o(Object.keys(outputs).length === 0
        ? `working-directory: the state of ${where} has no outputs; apply it first, check backend-config and workspace, or give ${instead}`
        : `working-directory: the state of ${where} has no output '${name}' that is of use; give ${instead}`);
}
async function keysOf(outputs, stack, runtime) {
    const { aws } = stack.inputs;
    const arn = target_text(outputs, 'api_keys_secret_arn');
    const region = arn === undefined ? undefined : regionOfSecret(arn);
    if (arn === undefined || region === undefined)
        throw lacking('api_keys_secret_arn', outputs, stack.inputs);
    const session = stack.session ?? (await (0,aws_session.openSession)(aws, aws.region ?? region, runtime));
    const secret = await readSecret(arn, { ...session, region }, { ...runtime, mask: runtime.log.mask });
    runtime.log.mask(secret);
    const keys = parseKeys(secret);
    if (keys !== undefined)
        return maskKeys(keys, runtime);
    throw new inputs/* InvalidInput */.o(`public-key: the secret ${arn} is not JSON with public_key and secret_key`);
}
function parseKeys(secret) {
    try {
        const { public_key: publicKey, secret_key: secretKey } = textsIn(JSON.parse(secret));
        return publicKey && secretKey ? { publicKey, secretKey } : undefined;
    }
    catch {
        return undefined;
    }
}
/** The public key is half of what is sent, and no secret. */
function maskKeys(keys, runtime) {
    runtime.log.mask(keys.secretKey);
    runtime.log.mask(authorizationOf(keys).replace('Basic ', ''));
    return keys;
}
/** What images.yaml says of the version, where there is one. */
async function pinnedVersion(path, runtime) {
    const { parseImages } = await Promise.all(/* import() */[__webpack_require__.e(815), __webpack_require__.e(764)]).then(__webpack_require__.bind(__webpack_require__, 1764));
    const file = await runtime.readFile(path).catch(() => undefined);
    if (file === undefined)
        return undefined;
    const tag = parseImages(file, path).find(({ name }) => name === 'langfuse-web')?.tag;
    return tag !== undefined && tellsVersion(tag) ? tag : undefined;
}

;// CONCATENATED MODULE: ./src/commands/verify/verify.ts











/** Waits until Langfuse is ready, sends it a trace, reads it back, and deletes it. */
async function verify(inputs, runtime) {
    const target = await findTarget(inputs, runtime);
    const langfuse = new Langfuse(target.url, exchangeOver(runtime));
    const report = begin(langfuse.address, target);
    const patience = {
        clock: runtime.clock,
        limitMs: inputs.timeoutSeconds * 1000,
        interruption: runtime.interruption,
        onWait: (why) => {
            runtime.log.info(`Waiting: ${why}`);
        },
    };
    try {
        await check(langfuse, target, { report, patience, runtime });
        runtime.log.info(verifySentence(report));
    }
    catch (error) {
        if (error instanceof VerificationCancelled)
            return cancelled(error, report);
        if (!(error instanceof VerificationFailed))
            throw error;
        report.failure = { stage: error.stage, suspects: error.suspects, message: error.message };
        return { ...outcomeOf(report), failure: { reason: error.reason, message: sentenceOf(error) } };
    }
    return outcomeOf(report);
}
/** Reports a cancelled verification: whether a trace was sent, and whether it is still there. */
function cancelled(error, report) {
    const { traceId, notRemoved } = report;
    const trace = traceId === undefined
        ? 'No trace was sent.'
        : `The trace ${traceId} was sent and ${notRemoved === undefined ? 'deleted again' : `could not be deleted: ${notRemoved}`}.`;
    return {
        ...outcomeOf(report),
        summary: ['## ⚠️ Cancelled', `- ${(0,markdown/* prose */.CS)(`${error.message}. ${trace}`)}`].join('\n\n'),
        failure: { reason: 'cancelled', message: `${error.message}. ${trace}` },
    };
}
function begin(url, { stack, version, logGroups }) {
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
        failure: undefined,
        logGroups,
    };
}
async function check(langfuse, target, { report, patience, runtime }) {
    const { version, ms } = await waitUntilHealthy(langfuse, target.version, patience);
    report.version = version;
    report.healthySeconds = ms / 1000;
    runtime.log.info(`Langfuse ${version} at ${langfuse.address} is ready`);
    const readyMs = runtime.clock.now();
    /** All that comes after has the same time together. */
    const left = () => ({
        ...patience,
        limitMs: Math.max(0, patience.limitMs - (runtime.clock.now() - readyMs)),
    });
    // Only now: keys that Langfuse does not know yet it would remember as wrong.
    const project = langfuse.as(target.keys);
    report.project = await findProject(project, left());
    const trace = composeTrace((0,external_node_crypto_.randomBytes)(24), new Date());
    try {
        await sendTrace(project, trace, { version, patience: left() });
        report.traceId = trace.traceId;
        runtime.log.info(`The trace ${trace.traceId} is sent`);
        report.readableSeconds = (await waitUntilReadable(project, trace, { version, patience: left() })) / 1000;
    }
    finally {
        // One that never appeared may yet do so.
        if (report.traceId !== undefined)
            report.notRemoved = await removeTrace(project, trace);
    }
}
const sentenceOf = ({ message, suspects }) => `${message}. Likely at fault: ${suspects.map((part) => (part === 'address' ? 'the way there' : part)).join(', ')}; the summary says how to look`;
function outcomeOf(report) {
    const { expected, notRemoved, traceId, failure } = report;
    const isCompared = expected !== undefined || failure !== undefined;
    return {
        outputs: {
            version: report.version ?? '',
            'healthy-after': seconds(report.healthySeconds),
            'readable-after': seconds(report.readableSeconds),
            'project-url': report.project?.url ?? '',
        },
        summary: renderVerify(report),
        warnings: [
            ...(isCompared
                ? []
                : [
                    'The version was compared with nothing: no output langfuse_version, and no tag in images.yaml tells one',
                ]),
            ...(notRemoved === undefined ? [] : [`The trace ${traceId ?? ''} could not be deleted: ${notRemoved}`]),
        ],
        annotations: [],
        failure: undefined,
    };
}
/** To a tenth. */
const seconds = (value) => (value === undefined ? '' : value.toFixed(1));


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


/***/ }),

/***/ 6590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   EU: () => (/* binding */ fence),
/* harmony export */   LS: () => (/* binding */ plural),
/* harmony export */   LV: () => (/* binding */ wrap),
/* harmony export */   Lt: () => (/* binding */ fenceFor),
/* harmony export */   O5: () => (/* binding */ proseWithCommands),
/* harmony export */   TM: () => (/* binding */ folded),
/* harmony export */   ZD: () => (/* binding */ escapeHtml),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   h8: () => (/* binding */ htmlCode),
/* harmony export */   ml: () => (/* binding */ shorten),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* harmony import */ var _sanitize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4212);

const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function code(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(text);
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
const htmlCode = (text) => `<code>${escapeHtml((0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(text))}</code>`;
/** The backticks between which these lines are only text: more than any run within them. */
const fenceFor = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Lines that GitHub shows as they are. */
function fence(language, lines) {
    const ticks = fenceFor(lines);
    return [`${ticks}${language}`, ...lines.map(inert), ticks].join('\n');
}
/** Should the text be printed to a log as well, the line is no command for the runner, which trims it before it looks. */
const inert = (line) => line.replace(/^(\s*):(?=:)/, '$1: ');
/** A block that opens at a click. */
const folded = (summary, body) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
function plural(number, noun) {
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
    const left = plural(text.length - shown.length, 'more character');
    return (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(`${start === 0 ? '' : '…'}${shown}… (${left})`);
}
/** Escapes untrusted text as running text: every Markdown mark, and no mention, issue number or address is linked. */
function prose(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(text.replace(/\s+/g, ' '));
    return keepUnlinked(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'));
}
// GitHub links mentions and issue numbers after it has rendered Markdown; an HTML comment in between prevents that.
const keepUnlinked = (text) => text.replace(/[@#]/g, '$&<!-- -->');
/** Commands that a reader may want to copy. */
const COMMAND = /(terraform (?:force-unlock|state push) [^\s.;,]+(?:[.;,][^\s.;,]+)*)/;
/** Escapes a sentence that contains untrusted text and shows Terraform commands in it as code. */
function proseWithCommands(sentence) {
    return (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(sentence)
        .split(COMMAND)
        .map((part, index) => (index % 2 === 1 ? code(part) : escapeMarks(part)))
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


/***/ })

};

#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 658:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ clientSettings)
/* harmony export */ });
const MAX_ATTEMPTS = 5;
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
/**
 * Builds client settings: `AWS_MAX_ATTEMPTS`, time limits, proxy, `AWS_ENDPOINT_URL_<SERVICE>` or `AWS_ENDPOINT_URL`.
 * Configured endpoints may lack DNS names for buckets, so S3 uses path style there.
 */
async function clientSettings(service, session, runtime) {
    const { env } = runtime;
    // The runner chooses the version of Node.
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
/** Chooses the proxy per request: only the SDK knows the host. */
async function requestHandler(proxyUrl) {
    const { NodeHttpHandler } = await __nccwpck_require__.e(/* import() */ 279).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1279, 19));
    if (proxyUrl === undefined)
        return new NodeHttpHandler(TIMEOUTS);
    const { HttpsProxyAgent } = await __nccwpck_require__.e(/* import() */ 659).then(__nccwpck_require__.bind(__nccwpck_require__, 7659));
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


/***/ }),

/***/ 2646:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Gy: () => (/* binding */ AwsError),
  pv: () => (/* binding */ incompleteAnswer),
  Je: () => (/* binding */ readErrorDetails)
});

// UNUSED EXPORTS: isDenied, isTransient, missingPermission

;// CONCATENATED MODULE: ./src/http/retry-policies.ts
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
    EPROTO: 'it does not speak TLS; plain HTTP is for loopback addresses only',
};

// EXTERNAL MODULE: ./src/text/json.ts
var json = __nccwpck_require__(1789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(4212);
;// CONCATENATED MODULE: ./src/aws/error.ts



/** The message contains action, cause and next step. */
class AwsError extends Error {
    details;
    name = 'AwsError';
    reason;
    operation;
    code;
    requestId;
    constructor(details, options = {}) {
        super(`${describeFailure(details)}. ${options.advice ?? nextStep(details)}`, options);
        this.details = details;
        this.operation = details.action.replace(/^.*:/, '');
        this.code = details.code;
        this.reason = isDenied(details) ? 'aws-denied' : 'aws-error';
        this.requestId = details.requestId || undefined;
    }
}
/** Reads an error of the SDK. @param secret removed from the message */
function readErrorDetails(error, action, secret) {
    const fields = (0,json/* isRecord */.u4)(error) ? error : { message: String(error) };
    const metadata = (0,json/* isRecord */.u4)(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,sanitize/* toPrintableLine */.Ld)(stringField(metadata, 'requestId'));
    const message = stringField(fields, 'message');
    // The SDK's marks for answers of other servers.
    if (status !== undefined && (fields['name'] === 'Unknown' || message.includes('Deserialization error:'))) {
        return {
            action,
            code: 'UnreadableAnswer',
            status,
            requestId,
            message: 'the answer does not come from AWS',
        };
    }
    // AWS's code is the error's name; Node's is its code.
    const code = (status === undefined && stringField(fields, 'code')) || stringField(fields, 'name') || 'Error';
    const printable = (0,sanitize/* toPrintableLine */.Ld)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,sanitize/* toPrintableLine */.Ld)(code), status, requestId, message: printable };
}
function stringField(fields, name) {
    return typeof fields[name] === 'string' ? fields[name] : '';
}
function describeFailure({ action, code, status, requestId, message }) {
    const context = [
        code,
        status === undefined ? '' : `HTTP ${status}`,
        requestId ? `request ${requestId}` : '',
    ];
    return `${action} failed: ${message.replace(/\.$/, '')} (${context.filter((part) => part !== '').join(', ')})`;
}
/** For an answer without required fields. */
function incompleteAnswer(action, what) {
    return { action, code: 'IncompleteAnswer', status: 200, message: `the answer lacks ${what}` };
}
/** Excludes other causes of status 403, such as a proxy. */
function isDenied({ code }) {
    return code === 'AccessDenied' || code === 'AccessDeniedException';
}
const THROTTLED = /^(?:Throttl|TooManyRequests|RequestLimitExceeded|RequestThrottled|SlowDown|BandwidthLimit)/;
/** Without TLS errors (ERR_TLS_…, CERT_…), which are permanent. */
const NETWORK = /^(?:E(?!RR_)[A-Z]+|TimeoutError)$/;
/** Tells whether a later call may succeed. */
function isTransient({ code, status, message }) {
    if (Object.hasOwn(PERMANENT_NETWORK_ERRORS, code))
        return false;
    if (status === undefined)
        return NETWORK.test(code) || /socket hang up|connection ended/i.test(message);
    return isTransientStatus(status) || THROTTLED.test(code) || code === 'RequestTimeout';
}
const NO_CREDENTIALS = 'No AWS credentials were found: set role-to-assume (with `permissions: id-token: write`), ' +
    'run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
const ADVICE = [
    [/^CredentialsProviderError$/, NO_CREDENTIALS],
    [
        /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/,
        'The credentials have expired: use role-to-assume, which renews them during the run.',
    ],
    [
        /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch)$/,
        'AWS does not know these credentials: check their secrets and variables, and the region.',
    ],
    [/^InvalidIdentityToken/, "Check the account's identity provider for token.actions.githubusercontent.com."],
    [
        /^(?:UnreadableAnswer|IncompleteAnswer)$/,
        'Check AWS_ENDPOINT_URL and HTTPS_PROXY: another server probably answered.',
    ],
    [
        /^ValidationError$/,
        "Check role-to-assume, role-duration-seconds and the role's maximum session duration.",
    ],
];
function nextStep(details) {
    const advice = ADVICE.find(([code]) => code.test(details.code))?.[1];
    if (advice !== undefined)
        return advice;
    if (isDenied(details))
        return `Allow ${missingPermission(details)} in a policy of the role.`;
    if (details.status === undefined)
        return 'Check aws-region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.';
    if (isTransient(details))
        return 'The error is temporary: re-run the job.';
    return `See the error code ${details.code} in the AWS API reference of ${details.action}.`;
}
/** May differ from the action (`ecr:TagResource`). */
function missingPermission({ action, message }) {
    return /not authorized to perform:? ([a-z0-9-]+:\w+)/.exec(message)?.[1] ?? action;
}


/***/ }),

/***/ 4398:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ AwsConnection),
/* harmony export */   IY: () => (/* binding */ callAws),
/* harmony export */   rU: () => (/* binding */ callUnless)
/* harmony export */ });
/* harmony import */ var _aws_client__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(658);
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2646);


/** Session and runtime from which the clients of a command are built. */
class AwsConnection {
    session;
    runtime;
    constructor(session, runtime) {
        this.session = session;
        this.runtime = runtime;
    }
    settings(service) {
        return (0,_aws_client__WEBPACK_IMPORTED_MODULE_0__/* .clientSettings */ .r)(service, this.session, this.runtime);
    }
}
/** Calls AWS. @param action IAM action @throws AwsError */
async function callAws(action, call) {
    try {
        return await call();
    }
    catch (error) {
        throw error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .Gy ? error : new _aws_error__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .Gy((0,_aws_error__WEBPACK_IMPORTED_MODULE_1__/* .readErrorDetails */ .Je)(error, action), { cause: error });
    }
}
/** Calls AWS. Returns undefined if AWS answers with one of the codes, for example for a missing resource. @throws AwsError */
async function callUnless(codes, action, call) {
    try {
        return await callAws(action, call);
    }
    catch (error) {
        if (error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_1__/* .AwsError */ .Gy && codes.includes(error.code))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 3841:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CC: () => (/* binding */ problem),
/* harmony export */   JT: () => (/* binding */ runChecks),
/* harmony export */   L5: () => (/* binding */ unknown),
/* harmony export */   ok: () => (/* binding */ ok),
/* harmony export */   vO: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2646);

const ok = (subject, detail) => ({ status: 'ok', subject, detail });
const problem = (subject, detail, advice) => ({
    status: 'problem',
    subject,
    detail,
    advice,
});
const unknown = (subject, detail, advice) => ({
    status: 'unknown',
    subject,
    detail,
    advice,
});
/** Runs the checks in order. A check that AWS rejects gives an unknown finding, and the others continue. */
async function runChecks(checks) {
    const results = await Promise.all(checks.map(async ({ subject, run }) => {
        try {
            return await run();
        }
        catch (error) {
            if (!(error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy))
                throw error;
            return [unknown(subject, 'was not checked', error.message)];
        }
    }));
    return results.flat();
}
const MARKS = { ok: 'ok      ', problem: 'PROBLEM ', unknown: 'unknown ' };
/** Lines of the report, with the first problem at the end. */
function renderFindings(findings) {
    const lines = findings.flatMap((finding) => [
        `${MARKS[finding.status]} ${finding.subject}: ${finding.detail}`,
        ...('advice' in finding ? [`          -> ${finding.advice}`] : []),
    ]);
    return [...lines, '', conclusion(findings)];
}
function conclusion(findings) {
    const problems = findings.filter(({ status }) => status === 'problem');
    const unchecked = findings.filter(({ status }) => status === 'unknown').length;
    const rest = unchecked === 0 ? '' : ` ${unchecked} ${unchecked === 1 ? 'check has' : 'checks have'} no result.`;
    const [first] = problems;
    if (first === undefined)
        return `No problem found.${rest}`;
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    const advice = 'advice' in first ? ` ${first.advice}` : '';
    return `${count} found.${rest} Start with: ${first.subject}: ${first.detail}.${advice}`;
}


/***/ }),

/***/ 8175:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ SIZES),
/* harmony export */   OY: () => (/* binding */ judgeQuota),
/* harmony export */   Ow: () => (/* binding */ quotaNeeds),
/* harmony export */   kp: () => (/* binding */ isSize)
/* harmony export */ });
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3841);

/** Sizes of terraform/modules/langfuse/sizes.tf, as far as they use quotas. A test compares them. */
const SIZES = {
    small: {
        web: [1024, 1, 2],
        worker: [1024, 1, 2],
        grafana: 512,
        instanceType: 'm7g.large',
        instanceVcpus: 2,
        gateways: 1,
    },
    medium: {
        web: [2048, 2, 6],
        worker: [2048, 2, 6],
        grafana: 512,
        instanceType: 'r7g.large',
        instanceVcpus: 2,
        gateways: 1,
    },
    large: {
        web: [2048, 3, 12],
        worker: [4096, 3, 12],
        grafana: 1024,
        instanceType: 'r7g.2xlarge',
        instanceVcpus: 8,
        gateways: 2,
    },
};
const isSize = (name) => Object.hasOwn(SIZES, name);
/** vCPUs of all Fargate tasks while an update runs old and new tasks together. */
const fargateVcpus = ({ web, worker, grafana }) => (2 * (web[0] * web[1] + worker[0] * worker[1] + grafana)) / 1024;
/** The quotas that are too small in a new account. */
function quotaNeeds({ size, hasDomain, hasVpc }) {
    const spec = SIZES[size];
    const distributions = {
        name: 'CloudFront distributions',
        service: 'cloudfront',
        code: 'L-24B04930',
        region: 'us-east-1',
    };
    return [
        {
            name: 'Fargate On-Demand vCPUs',
            service: 'fargate',
            code: 'L-3032A538',
            needed: fargateVcpus(spec),
            reason: 'an update runs old and new tasks together',
        },
        {
            name: 'EC2 On-Demand Standard vCPUs',
            service: 'ec2',
            code: 'L-1216C47A',
            needed: spec.instanceVcpus,
            reason: `ClickHouse's instance ${spec.instanceType}`,
        },
        ...(hasVpc
            ? []
            : [
                {
                    name: 'Elastic IP addresses',
                    service: 'ec2',
                    code: 'L-0263D0A3',
                    needed: spec.gateways,
                    reason: 'NAT gateways',
                },
                { name: 'VPCs', service: 'vpc', code: 'L-F678F1CE', needed: 1, reason: "the stack's VPC" },
            ]),
        ...(hasDomain ? [] : [{ ...distributions, needed: 2, reason: 'Langfuse and Grafana' }]),
    ];
}
/** Judges one quota. @param usage undefined if AWS does not report it */
function judgeQuota(need, quota, usage) {
    const inUse = usage ?? 0;
    const used = usage === undefined ? '' : `, ${usage} in use`;
    const detail = `${quota}${used}; the stack needs ${need.needed} (${need.reason})`;
    const subject = `Quota ${need.name}`;
    if (quota >= inUse + need.needed)
        return (0,_finding__WEBPACK_IMPORTED_MODULE_0__.ok)(subject, detail);
    const region = need.region === undefined ? '' : ` --region ${need.region}`;
    return (0,_finding__WEBPACK_IMPORTED_MODULE_0__/* .problem */ .CC)(subject, detail, `Request an increase: aws service-quotas request-service-quota-increase --service-code ${need.service} --quota-code ${need.code} --desired-value ${Math.ceil(inUse + need.needed * 2)}${region}`);
}


/***/ }),

/***/ 2836:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ InvalidArgument),
/* harmony export */   n: () => (/* binding */ CommandFailed)
/* harmony export */ });
/** The command line is invalid. */
class InvalidArgument extends Error {
    name = 'InvalidArgument';
    reason = 'invalid-input';
}
/** A command could not reach its goal. The message contains outcome, cause and next step. */
class CommandFailed extends Error {
    name = 'CommandFailed';
    reason = 'aws-error';
}


/***/ }),

/***/ 2957:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9783);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(4212);
/* harmony import */ var _run__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(4217);






/** The build puts the programs into a folder next to the bundle. */
async function readModule(name) {
    const bundle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(process.argv[1] ?? '');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(bundle), 'programs', `${name}.js`), 'utf8');
}
const environment = {
    env: process.env,
    // Nothing that the CLI prints contains a secret.
    mask: () => undefined,
    proxyUrl: (url) => (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__/* .getProxyUrl */ .s)(url)?.href,
    clock: {
        sleep: async (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setTimeout)(ms),
        random: Math.random,
        now: () => performance.now(),
        wallClockMs: Date.now,
    },
    print: (line) => process.stdout.write(`${line}\n`),
    progress: (line) => process.stderr.write(`${line}\n`),
    readProgram: async (name) => ({ start: await readModule('start'), source: await readModule(name) }),
};
try {
    process.exitCode = await (0,_run__WEBPACK_IMPORTED_MODULE_4__/* .runCommandLine */ .r)(process.argv.slice(2), environment);
}
catch (error) {
    const isOurs = error instanceof Error && 'reason' in error;
    process.stderr.write(`langfuse-deploy: ${isOurs ? error.message : (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_5__/* .errorMessage */ .gJ)(error)}\n`);
    process.exitCode = 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 4217:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  r: () => (/* binding */ runCommandLine)
});

// EXTERNAL MODULE: ./src/aws/error.ts + 1 modules
var aws_error = __nccwpck_require__(2646);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __nccwpck_require__(658);
;// CONCATENATED MODULE: ./src/aws/role.ts
/** Role, account and region do not match. */
class InvalidRole extends Error {
    name = 'InvalidRole';
    reason = 'invalid-input';
}
const ROLE_ARN = /^arn:(aws(?:-[a-z]+)*):iam::(\d{12}):role\/[!-~]+$/;
/** Empty for isolated regions, which are not checked. */
const PARTITIONS = (/* unused pure expression or super */ null && ([
    [/^cn-/, 'aws-cn'],
    [/^us-gov-/, 'aws-us-gov'],
    [/^eusc-/, 'aws-eusc'],
    [/^(?:us|eu)-iso/, ''],
    [/^/, 'aws'],
]));
/** Parses a role's ARN; checks partition and account. @throws InvalidRole */
function checkRole(request) {
    const { roleArn, region, allowedAccountIds } = request;
    const match = ROLE_ARN.exec(roleArn);
    const [, partition, accountId] = match ?? [];
    if (partition === undefined || accountId === undefined) {
        throw new InvalidRole(`role-to-assume: '${roleArn}' is not the ARN of a role; expected, for example, arn:aws:iam::123456789012:role/langfuse-deploy`);
    }
    const expected = PARTITIONS.find(([prefix]) => prefix.test(region))?.[1] ?? '';
    if (expected !== '' && expected !== partition) {
        throw new InvalidRole(`role-to-assume: ${roleArn} belongs to partition ${partition}, but aws-region ${region} to ${expected}; ` +
            `use a role and a region of the same partition`);
    }
    checkAccount(accountId, allowedAccountIds, `role-to-assume ${roleArn}`);
    return { arn: roleArn, partition, accountId };
}
/** An empty list allows all accounts. @param source subject of the message @throws InvalidRole */
function checkAccount(accountId, allowed, source) {
    if (allowed.length === 0 || allowed.includes(accountId))
        return;
    throw new InvalidRole(`${source} is in account ${accountId}, but allowed-account-ids contains only ${allowed.join(', ')}; ` +
        `correct the credentials or allowed-account-ids`);
}
/** Audience that AWS's guides register for GitHub. */
function audienceOf(region) {
    return region.startsWith('cn-') ? 'sts.amazonaws.com.cn' : 'sts.amazonaws.com';
}

;// CONCATENATED MODULE: ./src/aws/session.ts



/**
 * Opens a session with the SDK's default credentials. Calls `sts:GetCallerIdentity` only to check the account;
 * otherwise the first call reports missing credentials.
 *
 * @throws AwsError, InvalidRole
 */
async function ambientSession(request, runtime) {
    const { region, allowedAccountIds } = request;
    const session = { region, accountId: undefined, credentials: undefined };
    if (allowedAccountIds.length === 0)
        return session;
    const accountId = await callerAccount(session, runtime);
    checkAccount(accountId, allowedAccountIds, 'The identity of the AWS credentials');
    return { ...session, accountId };
}
/** Returns the account of a session's credentials. @throws AwsError */
async function callerAccount(session, runtime) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
    const client = new STSClient(await (0,aws_client/* clientSettings */.r)('STS', session, runtime));
    try {
        const { Account } = await client.send(new GetCallerIdentityCommand({}));
        if (Account !== undefined)
            return Account;
    }
    catch (error) {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* readErrorDetails */.Je)(error, 'sts:GetCallerIdentity'), { cause: error });
    }
    finally {
        client.destroy();
    }
    throw new aws_error/* AwsError */.Gy((0,aws_error/* incompleteAnswer */.pv)('sts:GetCallerIdentity', 'an account'));
}

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __nccwpck_require__(4212);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __nccwpck_require__(2836);
;// CONCATENATED MODULE: ./src/cli/usage.ts
const COMMON = `Options of all commands:
  --stack NAME     Name of the stack. Default: langfuse
  --region REGION  AWS Region. Default: AWS_REGION or AWS_DEFAULT_REGION
  --help           Shows the usage of a command

Uses the AWS credentials of the environment. The commands need administrator credentials, not the roles of the workflows.`;
const COMMAND_USAGE = {
    query: `langfuse-deploy query clickhouse|postgres 'SQL' [--write] [--max-rows N] [--json]

Runs one SQL statement in a task next to the database and prints the rows. Read-only unless --write is set.
The rows pass through the worker's log group, which keeps them for the retention period of the stack's logs.

  --write       Allows changes
  --max-rows N  Maximum number of rows. Default: 1000
  --json        Prints one JSON object per row`,
    doctor: `langfuse-deploy doctor [--size small|medium|large] [--domain] [--vpc-id ID]

Before the first apply: checks quotas, CloudFront, Availability Zones, the VPC and the permissions of the deploy role.
After it: checks services, alarms, queues, disk, certificates and backups. Exits with 1 if a check fails.

  --size SIZE  Size of the planned stack. Default: small
  --domain     The planned stack has a domain of its own, so it needs no CloudFront
  --vpc-id ID  Existing VPC of the planned stack`,
    backups: `langfuse-deploy backups list|create

Lists the ClickHouse backups in S3, or creates one.`,
    restore: `langfuse-deploy restore clickhouse BACKUP
langfuse-deploy restore postgres --to TIME

Restores a database while web and worker are stopped. Keeps the previous data. Run the same command again after an interruption: it continues.

  BACKUP     A name from 'langfuse-deploy backups list', for example incremental/2026-11-25T03-00-00Z
  --to TIME  Point in time, for example 2026-11-25T02:55:00Z`,
    replay: `langfuse-deploy replay --from TIME --to TIME [--dry-run]

Queues the raw events that S3 received in a time range again, for example after a restore of ClickHouse.

  --from TIME  Start, for example 2026-11-25T03:00:00Z
  --to TIME    End
  --dry-run    Counts the events only`,
    rotate: `langfuse-deploy rotate SECRET

Replaces a secret of the stack. Run the same command again after an interruption: it continues.

  SECRET  clickhouse-admin, clickhouse-grafana, grafana-admin, nextauth, postgres-langfuse or valkey`,
};
const USAGE = `langfuse-deploy COMMAND

${Object.values(COMMAND_USAGE)
    .flatMap((usage) => usage.split('\n').filter((line) => line.startsWith('langfuse-deploy ')))
    .map((line) => `  ${line}`)
    .join('\n')}

${COMMON}`;

;// CONCATENATED MODULE: ./src/cli/arguments.ts




/** Options of all commands, as strings and switches. */
const OPTIONS = {
    'dry-run': { type: 'boolean' },
    domain: { type: 'boolean' },
    from: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
    'max-rows': { type: 'string' },
    region: { type: 'string' },
    size: { type: 'string' },
    stack: { type: 'string' },
    to: { type: 'string' },
    'vpc-id': { type: 'string' },
    write: { type: 'boolean' },
};
const SECRETS = [
    'api-keys',
    'clickhouse-admin',
    'clickhouse-grafana',
    'encryption-key',
    'first-user',
    'grafana-admin',
    'nextauth',
    'postgres-langfuse',
    'salt',
    'valkey',
];
const COMMANDS = {
    query: { subjects: ['clickhouse', 'postgres'], words: [1, 1], options: ['write', 'max-rows', 'json'] },
    doctor: { subjects: [], words: [0, 0], options: ['size', 'domain', 'vpc-id'] },
    backups: { subjects: ['list', 'create'], words: [0, 0], options: [] },
    restore: { subjects: ['clickhouse', 'postgres'], words: [0, 1], options: ['to'] },
    replay: { subjects: [], words: [0, 0], options: ['from', 'to', 'dry-run'] },
    rotate: { subjects: SECRETS, words: [0, 0], options: [] },
};
/** Parses the arguments after the program name. @throws InvalidArgument with the usage */
function parseCommandLine(args) {
    const [command, ...words] = args;
    if (command === undefined || ['help', '--help', '-h'].includes(command))
        return { help: USAGE };
    if (!isCommand(command)) {
        throw new error/* InvalidArgument */.f(`'${command}' is not one of ${Object.keys(COMMANDS).join(', ')}.\n\n${USAGE}`);
    }
    const { positionals, values } = parse(words, command);
    if (values.help === true)
        return { help: COMMAND_USAGE[command] };
    const unused = Object.keys(values).filter((name) => !isAllowed(command, name));
    if (unused.length > 0)
        throw usageError(`--${unused[0] ?? ''} is not an option of ${command}`, command);
    const { subjects, words: counts } = COMMANDS[command];
    const subject = subjects.length === 0 ? '' : (positionals.shift() ?? '');
    if (subjects.length > 0 && !subjects.includes(subject))
        throw usageError(`'${subject}' is not one of ${subjects.join(', ')}`, command);
    if (positionals.length < counts[0] || positionals.length > counts[1])
        throw usageError(`${positionals.length} arguments after '${[command, subject].join(' ').trim()}'`, command);
    const { stack = 'langfuse', region } = values;
    return { command, subject, words: positionals, stack, region, options: values };
}
function parse(args, command) {
    try {
        return (0,external_node_util_.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    }
    catch (error) {
        throw usageError((0,sanitize/* errorMessage */.gJ)(error), command);
    }
}
const usageError = (problem, command) => new error/* InvalidArgument */.f(`${problem}.\n\n${COMMAND_USAGE[command]}`);
const isCommand = (name) => Object.hasOwn(COMMANDS, name);
function isAllowed(command, name) {
    const options = [...COMMANDS[command].options, 'help', 'region', 'stack'];
    return options.includes(name);
}
/** Returns an option with a value. */
function textOption({ options }, name) {
    const value = options[name];
    return typeof value === 'string' ? value : undefined;
}
/** Parses a time such as `2026-11-25T03:00:00Z`. @throws InvalidArgument without time zone */
function timeOption(line, name) {
    const text = textOption(line, name);
    if (text === undefined)
        return undefined;
    const isComplete = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
    const time = new Date(text);
    if (isComplete && !Number.isNaN(time.getTime()))
        return time;
    throw new error/* InvalidArgument */.f(`--${name}: '${text}' is not a time with a time zone, for example 2026-11-25T03:00:00Z.`);
}
/** Parses a positive whole number. @throws InvalidArgument */
function countOption(line, name, fallback) {
    const text = textOption(line, name);
    if (text === undefined)
        return fallback;
    const count = Number(text);
    if (Number.isInteger(count) && count > 0)
        return count;
    throw new error/* InvalidArgument */.f(`--${name}: '${text}' is not a positive whole number.`);
}

// EXTERNAL MODULE: ./src/cli/aws/connection.ts
var connection = __nccwpck_require__(4398);
// EXTERNAL MODULE: ./src/cli/doctor/quotas.ts
var quotas = __nccwpck_require__(8175);
;// CONCATENATED MODULE: ./src/cli/run.ts






/** Runs a command line. @returns exit code @throws Error whose message is complete */
async function runCommandLine(args, environment) {
    const line = parseCommandLine(args);
    if ('help' in line) {
        environment.print(line.help);
        return 0;
    }
    const { env } = environment;
    const region = line.region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION']);
    if (!region)
        throw new error/* InvalidArgument */.f('No AWS Region: set --region or AWS_REGION.');
    const session = await ambientSession({ region, allowedAccountIds: [] }, environment);
    return dispatch(line, { ...environment, aws: new connection/* AwsConnection */.ES(session, environment) });
}
async function dispatch(line, runtime) {
    switch (line.command) {
        case 'query':
            return succeed(query(line, runtime));
        case 'doctor': {
            const { doctor } = await __nccwpck_require__.e(/* import() */ 706).then(__nccwpck_require__.bind(__nccwpck_require__, 9706));
            const hasDomain = line.options.domain === true;
            const vpcId = textOption(line, 'vpc-id');
            return doctor({ stack: line.stack, size: sizeOption(line), hasDomain, vpcId }, runtime);
        }
        case 'backups': {
            const { createBackup, printBackups } = await __nccwpck_require__.e(/* import() */ 757).then(__nccwpck_require__.bind(__nccwpck_require__, 2757));
            return succeed((line.subject === 'create' ? createBackup : printBackups)(line.stack, runtime));
        }
        case 'replay':
            return succeed(replay(line, runtime));
        case 'restore':
            return succeed(restore(line, runtime));
        case 'rotate': {
            const { rotate } = await Promise.all(/* import() */[__nccwpck_require__.e(634), __nccwpck_require__.e(286)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9286));
            return succeed(rotate({ stack: line.stack, secret: line.subject }, runtime));
        }
    }
}
const succeed = (command) => command.then(() => 0);
async function query(line, runtime) {
    const command = await __nccwpck_require__.e(/* import() */ 157).then(__nccwpck_require__.bind(__nccwpck_require__, 9157));
    return command.query({
        stack: line.stack,
        database: line.subject === 'postgres' ? 'postgres' : 'clickhouse',
        sql: line.words[0] ?? '',
        write: line.options.write === true,
        maxRows: countOption(line, 'max-rows', 1000),
        format: line.options.json === true ? 'json' : 'table',
    }, runtime);
}
async function replay(line, runtime) {
    const [from, to] = [timeOption(line, 'from'), timeOption(line, 'to')];
    if (from === undefined || to === undefined)
        throw new error/* InvalidArgument */.f(`replay needs --from TIME and --to TIME.\n\n${COMMAND_USAGE.replay}`);
    const command = await __nccwpck_require__.e(/* import() */ 21).then(__nccwpck_require__.bind(__nccwpck_require__, 6021));
    return command.replay({ stack: line.stack, from, to, dryRun: line.options['dry-run'] === true }, runtime);
}
async function restore(line, runtime) {
    const { stack, subject, words } = line;
    const time = timeOption(line, 'to');
    if (subject === 'postgres') {
        if (time === undefined || words.length > 0)
            throw new error/* InvalidArgument */.f(`restore postgres needs --to TIME only.\n\n${COMMAND_USAGE.restore}`);
        return (await Promise.all(/* import() */[__nccwpck_require__.e(634), __nccwpck_require__.e(38)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2038))).restorePostgres({ stack, time }, runtime);
    }
    const [backup] = words;
    if (backup === undefined || time !== undefined)
        throw new error/* InvalidArgument */.f(`restore clickhouse needs the name of a backup only.\n\n${COMMAND_USAGE.restore}`);
    return (await Promise.all(/* import() */[__nccwpck_require__.e(634), __nccwpck_require__.e(31)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2031))).restoreClickHouse({ stack, backup }, runtime);
}
function sizeOption(line) {
    const size = textOption(line, 'size') ?? 'small';
    if ((0,quotas/* isSize */.kp)(size))
        return size;
    throw new error/* InvalidArgument */.f(`--size: '${size}' is not one of small, medium, large.`);
}


/***/ }),

/***/ 1789:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   S3: () => (/* binding */ itemsOf),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   tk: () => (/* binding */ numberAt),
/* harmony export */   u4: () => (/* binding */ isRecord)
/* harmony export */ });
/* unused harmony exports parseObject, valueAt, nonEmptyTextAt, recordAt, recordsIn */
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

/***/ 4212:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ld: () => (/* binding */ toPrintableLine),
/* harmony export */   gJ: () => (/* binding */ errorMessage),
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
/* unused harmony exports removeInvisible, escapeToLine, escapeWorkflowCommands */
/**
 * Invisible characters except tab and line feed: controls, line separators, bidirectional controls, zero-width
 * characters, soft hyphen, variation selectors, tags, lone surrogates.
 */
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u180e\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]|[\u{e0000}-\u{e01ef}]/gu;
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

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

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

/***/ 6698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

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

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

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
/******/ var __webpack_exports__ = __nccwpck_require__(2957);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

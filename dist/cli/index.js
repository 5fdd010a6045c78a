#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 40658:
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
    const { NodeHttpHandler } = await __nccwpck_require__.e(/* import() */ 1279).then(__nccwpck_require__.t.bind(__nccwpck_require__, 61279, 19));
    if (proxyUrl === undefined)
        return new NodeHttpHandler(TIMEOUTS);
    const { HttpsProxyAgent } = await Promise.all(/* import() */[__nccwpck_require__.e(2830), __nccwpck_require__.e(7659)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57659));
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

/***/ 25155:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Je: () => (/* binding */ readErrorDetails),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   pv: () => (/* binding */ incompleteAnswer),
/* harmony export */   ww: () => (/* binding */ isClockWrong)
/* harmony export */ });
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(23421);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(64212);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(98488);




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
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(error) ? error : { message: String(error) };
    const metadata = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(stringField(metadata, 'requestId'));
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
    const printable = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(code), status, requestId, message: printable };
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
    return `${action} failed: ${(0,_text_format__WEBPACK_IMPORTED_MODULE_1__/* .withoutFullStop */ .Qu)(message)} (${context.filter((part) => part !== '').join(', ')})`;
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
    if (Object.hasOwn(_http_retry_policies__WEBPACK_IMPORTED_MODULE_0__/* .PERMANENT_NETWORK_ERRORS */ .mB, code))
        return false;
    if (status === undefined)
        return NETWORK.test(code) || /socket hang up|connection ended/i.test(message);
    return (0,_http_retry_policies__WEBPACK_IMPORTED_MODULE_0__/* .isTransientStatus */ .Dm)(status) || THROTTLED.test(code) || code === 'RequestTimeout';
}
const NO_CREDENTIALS = 'No AWS credentials were found: set role-to-assume (with `permissions: id-token: write`; a repository variable that does not exist is empty), ' +
    'run aws-actions/configure-aws-credentials before this step, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
const WRONG_CLOCK = "The runner's clock is wrong by more than five minutes: set it, for example with NTP, and re-run the job.";
/** AWS reports a wrong clock as a signature that is not valid now. */
const isClockWrong = ({ code, message }) => /^(?:RequestTimeTooSkewed|RequestInTheFuture)$/.test(code) ||
    /Signature (?:expired|not yet current)/i.test(message);
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
        /^(?:LimitExceededException|ServiceQuotaExceededException)$/,
        'Request a higher quota in Service Quotas, or delete what is not used.',
    ],
    [
        /^ValidationError$/,
        "Check role-to-assume, role-duration-seconds and the role's maximum session duration.",
    ],
];
function nextStep(details) {
    if (isClockWrong(details))
        return WRONG_CLOCK;
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

/***/ 29418:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P: () => (/* binding */ ambientSession),
  X: () => (/* binding */ callerAccount)
});

// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __nccwpck_require__(25155);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __nccwpck_require__(40658);
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
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(1279), __nccwpck_require__.e(5861), __nccwpck_require__.e(1695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 71695, 19));
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


/***/ }),

/***/ 11506:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CI: () => (/* binding */ requireRegion),
/* harmony export */   D3: () => (/* binding */ countOption),
/* harmony export */   Du: () => (/* binding */ parseCommandLine),
/* harmony export */   vU: () => (/* binding */ textOption),
/* harmony export */   zf: () => (/* binding */ timeOption)
/* harmony export */ });
/* unused harmony export SECRETS */
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(64212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(52836);
/* harmony import */ var _usage__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(27485);




/** Options of all commands, as strings and switches. */
const OPTIONS = {
    cancel: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    domain: { type: 'boolean' },
    dump: { type: 'string' },
    file: { type: 'string' },
    'domain-name': { type: 'string' },
    email: { type: 'string' },
    from: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
    json: { type: 'boolean' },
    langfuse: { type: 'string' },
    'max-rows': { type: 'string' },
    'no-wait': { type: 'boolean' },
    region: { type: 'string' },
    release: { type: 'string' },
    repository: { type: 'string' },
    reviewers: { type: 'string' },
    'settings-only': { type: 'boolean' },
    size: { type: 'string' },
    'skip-checks': { type: 'boolean' },
    stack: { type: 'string' },
    stop: { type: 'boolean' },
    to: { type: 'string' },
    traces: { type: 'string' },
    'vpc-id': { type: 'string' },
    write: { type: 'boolean' },
    yes: { type: 'boolean' },
    'zone-name': { type: 'string' },
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
    init: {
        subjects: [],
        words: [0, 0],
        // prettier-ignore
        options: [
            'repository', 'email', 'domain-name', 'zone-name', 'size', 'langfuse', 'reviewers', 'release',
            'settings-only', 'dry-run', 'yes', 'skip-checks', 'no-wait',
        ],
    },
    upgrade: { subjects: [], words: [0, 0], options: ['release', 'dry-run'] },
    uninstall: { subjects: [], words: [0, 0], options: ['dry-run', 'yes'] },
    query: { subjects: ['clickhouse', 'postgres'], words: [1, 1], options: ['write', 'max-rows', 'json'] },
    doctor: { subjects: [], words: [0, 0], options: ['size', 'domain', 'vpc-id'] },
    backups: { subjects: ['list', 'create'], words: [0, 0], options: ['stop'] },
    restore: { subjects: ['clickhouse', 'postgres'], words: [0, 1], options: ['to', 'dump'] },
    move: { subjects: ['clickhouse'], words: [0, 0], options: ['dry-run', 'cancel'] },
    replay: { subjects: [], words: [0, 0], options: ['from', 'to', 'dry-run'] },
    keys: { subjects: [], words: [0, 0], options: ['file'] },
    rehearse: { subjects: ['run', 'clean'], words: [0, 0], options: ['traces', 'file'] },
    rotate: { subjects: SECRETS, words: [0, 0], options: [] },
};
/** Parses the arguments after the program name. @throws InvalidArgument with the usage */
function parseCommandLine(args) {
    const [command, ...words] = args;
    if (command === undefined || ['help', '--help', '-h'].includes(command))
        return { help: _usage__WEBPACK_IMPORTED_MODULE_1__/* .USAGE */ .u };
    if (['version', '--version', '-v'].includes(command))
        return 'version';
    if (command.startsWith('-'))
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`${command} is before the command: options follow it.\n\n${_usage__WEBPACK_IMPORTED_MODULE_1__/* .USAGE */ .u}`);
    if (!isCommand(command)) {
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`'${command}' is not one of ${Object.keys(COMMANDS).join(', ')}.\n\n${_usage__WEBPACK_IMPORTED_MODULE_1__/* .USAGE */ .u}`);
    }
    const { positionals, values } = parse(words, command);
    if (values.help === true)
        return { help: _usage__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_USAGE */ .K[command] };
    const unused = Object.keys(values).filter((name) => !isAllowed(command, name));
    if (unused.length > 0)
        throw usageError(`--${unused[0] ?? ''} is not an option of ${command}`, command);
    const { subjects, words: counts } = COMMANDS[command];
    const subject = subjects.length === 0 ? '' : (positionals.shift() ?? '');
    if (subjects.length > 0 && !subjects.includes(subject))
        throw usageError(subject === ''
            ? `${command} needs one of ${subjects.join(', ')}`
            : `'${subject}' is not one of ${subjects.join(', ')}`, command);
    const name = [command, subject].join(' ').trim();
    if (positionals.filter((word) => word.trim() !== '').length < counts[0])
        throw usageError(`${name} needs an argument`, command);
    if (positionals.length > counts[1])
        throw usageError(`${name} does not take '${positionals[counts[1]] ?? ''}'. Quote an argument that contains spaces`, command);
    const { stack = 'langfuse', region } = values;
    requireStackName(stack);
    if (region !== undefined)
        requireRegion('--region', region);
    return { command, subject, words: positionals, stack, region, options: values };
}
function parse(args, command) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    }
    catch (error) {
        // Node's sentence about arguments that begin with a hyphen is longer than the usage.
        throw usageError((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(error).replace(/\. To specify .*$|\.$/s, ''), command);
    }
}
const usageError = (problem, command) => new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`${problem}.\n\n${_usage__WEBPACK_IMPORTED_MODULE_1__/* .COMMAND_USAGE */ .K[command]}`);
const isCommand = (name) => Object.hasOwn(COMMANDS, name);
function isAllowed(command, name) {
    const options = [...COMMANDS[command].options, 'help', 'region', 'stack'];
    return options.includes(name);
}
/** The rule of terraform/modules/langfuse. @throws InvalidArgument */
function requireStackName(name) {
    if (/^(?=.{2,20}$)[a-z](?:-?[a-z0-9])+$/.test(name))
        return;
    throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`--stack: '${name}' must have 2 to 20 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen.`);
}
/** @throws InvalidArgument for a text that cannot be an AWS Region */
function requireRegion(source, region) {
    if (/^[a-z]{2,4}(-[a-z]+)+-\d$/.test(region))
        return;
    throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`${source}: '${region}' is not an AWS Region, for example eu-central-1.`);
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
    throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`--${name}: '${text}' is not a time with a time zone, for example 2026-11-25T03:00:00Z.`);
}
/** Parses a positive whole number. @throws InvalidArgument */
function countOption(line, name, fallback) {
    const text = textOption(line, name);
    if (text === undefined)
        return fallback;
    const count = Number(text);
    if (Number.isInteger(count) && count > 0)
        return count;
    throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`--${name}: '${text}' is not a positive whole number.`);
}


/***/ }),

/***/ 27725:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ES: () => (/* binding */ AwsConnection),
  IY: () => (/* binding */ callAws),
  rU: () => (/* binding */ callUnless)
});

// EXTERNAL MODULE: ./src/aws/client.ts
var client = __nccwpck_require__(40658);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __nccwpck_require__(25155);
;// CONCATENATED MODULE: ./src/cli/aws/advice.ts

const AGAIN = 'run the same command again';
const ADVICE = [
    [
        /^(?:ExpiredToken|ExpiredTokenException|RequestExpired)$/,
        `The credentials have expired: log in again, for example with \`aws sso login\`, and ${AGAIN}.`,
    ],
    [
        /^(?:CredentialsProviderError|TokenProviderError)$/,
        'No valid AWS credentials were found: log in with `aws sso login` or `aws configure`, and set AWS_PROFILE if they are in a profile, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.',
    ],
    [
        /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignatureException|SignatureDoesNotMatch|AuthFailure)$/,
        'AWS does not know these credentials: check AWS_PROFILE, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN. Some Regions must be enabled for the account first.',
    ],
    [
        /^(?:UnreadableAnswer|IncompleteAnswer)$/,
        'Check AWS_ENDPOINT_URL and HTTPS_PROXY: another server probably answered.',
    ],
];
/** Next step after an error of AWS, for a person at a command line. */
function adviceFor(details) {
    const { action, code, status } = details;
    if ((0,aws_error/* isClockWrong */.ww)(details))
        return `The clock of this machine is wrong by more than five minutes: set it, and ${AGAIN}.`;
    const advice = ADVICE.find(([pattern]) => pattern.test(code))?.[1];
    if (advice !== undefined)
        return advice;
    if ((0,aws_error/* isDenied */.GZ)(details))
        return `The credentials lack ${(0,aws_error/* missingPermission */.Up)(details)}. Use administrator credentials; \`aws sts get-caller-identity\` shows yours.`;
    if (status === undefined)
        return 'Check the Region, the network, HTTPS_PROXY and AWS_ENDPOINT_URL.';
    if ((0,aws_error/* isTransient */.dg)(details))
        return `The error is temporary: ${AGAIN}.`;
    return `See the error code ${code} in the AWS API reference of ${action}.`;
}

;// CONCATENATED MODULE: ./src/cli/aws/connection.ts



/** Session and runtime from which the clients of a command are built. */
class AwsConnection {
    session;
    runtime;
    constructor(session, runtime) {
        this.session = session;
        this.runtime = runtime;
    }
    settings(service) {
        return (0,client/* clientSettings */.r)(service, this.session, this.runtime);
    }
}
/** Calls AWS. @param action IAM action @throws AwsError */
async function callAws(action, call) {
    try {
        return await call();
    }
    catch (error) {
        const details = error instanceof aws_error/* AwsError */.Gy ? error.details : (0,aws_error/* readErrorDetails */.Je)(error, action);
        throw new aws_error/* AwsError */.Gy(details, { cause: error, advice: adviceFor(details) });
    }
}
/** Calls AWS. Returns undefined if AWS answers with one of the codes, for example for a missing resource. @throws AwsError */
async function callUnless(codes, action, call) {
    try {
        return await callAws(action, call);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsError */.Gy && codes.includes(error.code))
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 52836:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cJ: () => (/* binding */ Cancelled),
/* harmony export */   f0: () => (/* binding */ InvalidArgument),
/* harmony export */   nk: () => (/* binding */ CommandFailed)
/* harmony export */ });
/** The command line is invalid. */
class InvalidArgument extends Error {
    name = 'InvalidArgument';
    reason = 'invalid-input';
}
/** A person ended the command: Ctrl-C. */
class Cancelled extends Error {
    name = 'Cancelled';
    reason = 'cancelled';
}
/** A command could not reach its goal. The message contains outcome, cause and next step. */
class CommandFailed extends Error {
    name = 'CommandFailed';
    reason = 'aws-error';
}


/***/ }),

/***/ 12957:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _http_proxy__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(57856);
/* harmony import */ var _http_system_clock__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(33904);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(64212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(52836);
/* harmony import */ var _run__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(94175);








/** The build puts the programs into a folder next to the bundle. */
async function readModule(name) {
    const bundle = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(process.argv[1] ?? '');
    return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(bundle), 'programs', `${name}.js`), 'utf8');
}
const environment = {
    env: process.env,
    // Nothing that the CLI prints contains a secret.
    mask: () => undefined,
    proxyUrl: (url) => (0,_http_proxy__WEBPACK_IMPORTED_MODULE_3__/* .proxyFor */ .i)(url, process.env),
    clock: _http_system_clock__WEBPACK_IMPORTED_MODULE_4__/* .systemClock */ .m,
    print: (line) => process.stdout.write(`${line}\n`),
    progress: (line) => process.stderr.write(`${line}\n`),
    readProgram: async (name) => ({ start: await readModule('start'), source: await readModule(name) }),
    onInterrupt: (describe) => {
        const end = (signal) => {
            process.stderr.write(`${describe()}\n`);
            process.exit(signal === 'SIGINT' ? 130 : 143);
        };
        const signals = ['SIGINT', 'SIGTERM'];
        for (const signal of signals)
            process.once(signal, end);
        return () => {
            for (const signal of signals)
                process.off(signal, end);
        };
    },
    directory: process.cwd(),
    packageDirectory: async () => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.realpath)(process.argv[1] ?? '')), '../..'),
    loadTrust: async () => {
        const { loadPublicTrust } = await __nccwpck_require__.e(/* import() */ 9436).then(__nccwpck_require__.bind(__nccwpck_require__, 29436));
        // A new directory: another user of the machine must not prepare the cache.
        const cache = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)((0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'langfuse-deploy-'));
        try {
            return await loadPublicTrust(cache);
        }
        finally {
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(cache, { recursive: true, force: true });
        }
    },
    isInteractive: process.stdin.isTTY && process.stdout.isTTY,
};
try {
    process.exitCode = await (0,_run__WEBPACK_IMPORTED_MODULE_5__/* .runCommandLine */ .r)(process.argv.slice(2), environment);
}
catch (error) {
    const isOurs = error instanceof Error && 'reason' in error;
    process.stderr.write(`langfuse-deploy: ${isOurs ? error.message : (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .errorMessage */ .gJ)(error)}\n`);
    // As a shell reports a program that SIGINT ended.
    process.exitCode = error instanceof _error__WEBPACK_IMPORTED_MODULE_7__/* .Cancelled */ .cJ ? 130 : 1;
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 94175:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runCommandLine)
/* harmony export */ });
/* harmony import */ var _aws_session__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(29418);
/* harmony import */ var _arguments__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11506);
/* harmony import */ var _aws_connection__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(27725);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(52836);
/* harmony import */ var _cost_sizes__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(49187);
/* harmony import */ var _usage__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(27485);






/** Runs a command line. @returns exit code @throws Error whose message is complete */
async function runCommandLine(args, environment) {
    const line = (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .parseCommandLine */ .Du)(args);
    if (line === 'version') {
        environment.print(await readVersion(environment));
        return 0;
    }
    if ('help' in line) {
        environment.print(line.help);
        return 0;
    }
    return dispatch(line, environment);
}
async function readVersion({ packageDirectory }) {
    const { Package } = await __nccwpck_require__.e(/* import() */ 3145).then(__nccwpck_require__.bind(__nccwpck_require__, 93145));
    return new Package(await packageDirectory()).version();
}
/** Opens the session of the environment. @throws InvalidArgument without a Region */
async function openRuntime(line, environment) {
    const { env } = environment;
    const region = line.region ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION']);
    if (!region)
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0('No AWS Region: set --region or AWS_REGION.');
    (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .requireRegion */ .CI)(env['AWS_REGION'] ? 'AWS_REGION' : 'AWS_DEFAULT_REGION', region);
    const session = await (0,_aws_session__WEBPACK_IMPORTED_MODULE_0__/* .ambientSession */ .P)({ region, allowedAccountIds: [] }, environment);
    return { ...environment, aws: new _aws_connection__WEBPACK_IMPORTED_MODULE_2__/* .AwsConnection */ .ES(session, environment) };
}
async function dispatch(line, environment) {
    switch (line.command) {
        // The repository knows the Region.
        case 'init':
        case 'upgrade':
        case 'uninstall':
            return succeed((await __nccwpck_require__.e(/* import() */ 8051).then(__nccwpck_require__.bind(__nccwpck_require__, 48051))).setUp(line.command, line, environment));
        case 'query':
        case 'doctor':
        case 'keys':
        case 'backups':
        case 'move':
        case 'replay':
        case 'restore':
        case 'rotate':
        case 'rehearse':
            return operate(line.command, line, await openRuntime(line, environment));
    }
}
async function operate(command, line, runtime) {
    switch (command) {
        case 'query':
            return succeed(query(line, runtime));
        case 'doctor':
            return doctor(line, runtime);
        case 'backups':
            return succeed(backups(line, runtime));
        case 'replay':
            return succeed(replay(line, runtime));
        case 'move': {
            const { moveClickHouse } = await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(1643)]).then(__nccwpck_require__.bind(__nccwpck_require__, 61643));
            const [isDryRun, isCancel] = [line.options['dry-run'] === true, line.options.cancel === true];
            if (isDryRun && isCancel)
                throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`--dry-run and --cancel exclude each other.\n\n${_usage__WEBPACK_IMPORTED_MODULE_4__/* .COMMAND_USAGE */ .K.move}`);
            return succeed(moveClickHouse({ stack: line.stack, mode: isCancel ? 'cancel' : isDryRun ? 'dry-run' : 'move' }, runtime));
        }
        case 'restore':
            return succeed(restore(line, runtime));
        case 'keys': {
            const { keys } = await __nccwpck_require__.e(/* import() */ 206).then(__nccwpck_require__.bind(__nccwpck_require__, 10206));
            return succeed(keys({ stack: line.stack, file: (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .textOption */ .vU)(line, 'file') ?? '.env' }, runtime));
        }
        case 'rehearse':
            return rehearse(line, runtime);
        case 'rotate': {
            const { rotate } = await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(6005)]).then(__nccwpck_require__.bind(__nccwpck_require__, 36005));
            return succeed(rotate({ stack: line.stack, secret: line.subject }, runtime));
        }
    }
}
const succeed = (command) => command.then(() => 0);
async function query(line, runtime) {
    const command = await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(9157)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9157));
    return command.query({
        stack: line.stack,
        database: line.subject === 'postgres' ? 'postgres' : 'clickhouse',
        sql: line.words[0] ?? '',
        write: line.options.write === true,
        maxRows: (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .countOption */ .D3)(line, 'max-rows', 1000),
        format: line.options.json === true ? 'json' : 'table',
    }, runtime);
}
async function replay(line, runtime) {
    const [from, to] = [(0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .timeOption */ .zf)(line, 'from'), (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .timeOption */ .zf)(line, 'to')];
    if (from === undefined || to === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`replay needs --from TIME and --to TIME.\n\n${_usage__WEBPACK_IMPORTED_MODULE_4__/* .COMMAND_USAGE */ .K.replay}`);
    const command = await __nccwpck_require__.e(/* import() */ 6021).then(__nccwpck_require__.bind(__nccwpck_require__, 86021));
    return command.replay({ stack: line.stack, from, to, dryRun: line.options['dry-run'] === true }, runtime);
}
async function backups({ subject, stack, options }, runtime) {
    if (options['stop'] === true) {
        if (subject !== 'create')
            throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`--stop is an option of backups create.\n\n${_usage__WEBPACK_IMPORTED_MODULE_4__/* .COMMAND_USAGE */ .K.backups}`);
        return (await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(5257)]).then(__nccwpck_require__.bind(__nccwpck_require__, 55257))).createFinalBackup(stack, runtime);
    }
    const { createBackup, printBackups } = await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(2757)]).then(__nccwpck_require__.bind(__nccwpck_require__, 22757));
    return (subject === 'create' ? createBackup : printBackups)(stack, runtime);
}
async function restore(line, runtime) {
    const { stack, subject, words } = line;
    const [time, dump] = [(0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .timeOption */ .zf)(line, 'to'), (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .textOption */ .vU)(line, 'dump')];
    if (subject === 'postgres') {
        if ((time === undefined) === (dump === undefined) || words.length > 0)
            throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`restore postgres needs either --to TIME or --dump NAME.\n\n${_usage__WEBPACK_IMPORTED_MODULE_4__/* .COMMAND_USAGE */ .K.restore}`);
        if (dump !== undefined)
            return (await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(4027)]).then(__nccwpck_require__.bind(__nccwpck_require__, 34027))).restoreDump({ stack, dump }, runtime);
        if (time === undefined)
            return;
        return (await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(3816), __nccwpck_require__.e(5943)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43816))).restorePostgres({ stack, time }, runtime);
    }
    const [backup] = words;
    if (backup === undefined || time !== undefined || dump !== undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`restore clickhouse needs the name of a backup only.\n\n${_usage__WEBPACK_IMPORTED_MODULE_4__/* .COMMAND_USAGE */ .K.restore}`);
    return (await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(2031)]).then(__nccwpck_require__.bind(__nccwpck_require__, 32031))).restoreClickHouse({ stack, backup }, runtime);
}
async function doctor(line, runtime) {
    const command = await Promise.all(/* import() */[__nccwpck_require__.e(709), __nccwpck_require__.e(7914)]).then(__nccwpck_require__.bind(__nccwpck_require__, 87913));
    const hasDomain = line.options.domain === true;
    const vpcId = (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .textOption */ .vU)(line, 'vpc-id');
    return command.doctor({ stack: line.stack, size: sizeOption(line), hasDomain, vpcId }, runtime);
}
async function rehearse(line, runtime) {
    const { stack } = line;
    if (line.subject === 'clean') {
        const { deletePreviousClusters } = await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(6051), __nccwpck_require__.e(3816), __nccwpck_require__.e(1692), __nccwpck_require__.e(2957)]).then(__nccwpck_require__.bind(__nccwpck_require__, 62957));
        return succeed(deletePreviousClusters(stack, runtime));
    }
    const command = await Promise.all(/* import() */[__nccwpck_require__.e(3530), __nccwpck_require__.e(6051), __nccwpck_require__.e(3816), __nccwpck_require__.e(1692)]).then(__nccwpck_require__.bind(__nccwpck_require__, 21692));
    const traces = (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .countOption */ .D3)(line, 'traces', 100);
    return (await command.rehearse({ stack, traces, file: (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .textOption */ .vU)(line, 'file') }, runtime)) ? 0 : 1;
}
function sizeOption(line) {
    const size = (0,_arguments__WEBPACK_IMPORTED_MODULE_1__/* .textOption */ .vU)(line, 'size') ?? 'small';
    if ((0,_cost_sizes__WEBPACK_IMPORTED_MODULE_3__/* .isSize */ .kp)(size))
        return size;
    throw new _error__WEBPACK_IMPORTED_MODULE_5__/* .InvalidArgument */ .f0(`--size: '${size}' is not one of ${_cost_sizes__WEBPACK_IMPORTED_MODULE_3__/* .SIZE_NAMES */ .t5.join(', ')}.`);
}


/***/ }),

/***/ 27485:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ COMMAND_USAGE),
/* harmony export */   u: () => (/* binding */ USAGE)
/* harmony export */ });
const COMMON = `Options of all commands:
  --stack NAME     Name of the stack. Default: langfuse
  --region REGION  AWS Region. Default: AWS_REGION or AWS_DEFAULT_REGION
  --help           Shows the usage of a command

langfuse-deploy --version prints the version.

Uses the AWS credentials of the environment. The commands need administrator credentials, not the roles of the workflows.`;
const COMMAND_USAGE = {
    init: `langfuse-deploy init [--yes] [--dry-run] [OPTIONS]

Sets up a repository that deploys Langfuse: run it in a clone of your repository, as administrator of repository and AWS account.
Asks for what the options do not give. Run the same command again after an interruption: it continues.

  --email ADDRESS           Langfuse's first user; receives the alarms
  --size SIZE               Size of the stack. Default: small
  --domain-name HOST        Host name of Langfuse. Default: an address of CloudFront
  --zone-name ZONE          Hosted zone in Route 53. Default: the host name without its first label
  --langfuse 3|4            Major version. Default: 3
  --reviewers NAMES         GitHub users and teams (organization/team) that approve deployments, separated by commas
  --repository OWNER/NAME   Default: the remote origin
  --release OWNER/NAME@TAG  Release of langfuse-deploy that the workflows use. Default: that of this package
  --settings-only           Repository without Terraform code: the AWS roles trust the workflows of the release only
  --dry-run                 Shows every step and changes nothing
  --yes                     Asks no questions
  --skip-checks             Does not check the AWS account
  --no-wait                 Ends after the push, without waiting for the deployment`,
    upgrade: `langfuse-deploy upgrade [--dry-run] [--release OWNER/NAME@TAG]

Takes a repository that init set up to the release of this package: applies terraform/bootstrap, and opens a pull request that moves workflows and module, with the changelog.

  --dry-run  Shows the changes and makes none`,
    uninstall: `langfuse-deploy uninstall [--dry-run] [--yes]

Removes what init made, except the files: roles, state bucket, variables, environment and rules. Refuses while a stack exists.

  --dry-run  Shows the changes and makes none
  --yes      Asks no question`,
    query: `langfuse-deploy query clickhouse|postgres 'SQL' [--write] [--max-rows N] [--json]

Runs one SQL statement in a task next to the database and prints the rows. Read-only unless --write is set.
The rows pass through the worker's log group, which keeps them for the retention period of the stack's logs.

  --write       Allows changes
  --max-rows N  Maximum number of rows. Default: 1000
  --json        Prints one JSON object per row`,
    doctor: `langfuse-deploy doctor [--size tiny|small|medium|large] [--domain] [--vpc-id ID]

Before the first apply: checks quotas, CloudFront, Availability Zones, the VPC and the permissions of the deploy role.
After it: checks services, alarms, queues, disk, certificates and backups. Exits with 1 if a check fails.

  --size SIZE  Size of the planned stack. Default: small
  --domain     The planned stack has a domain of its own, so it needs no CloudFront
  --vpc-id ID  Existing VPC of the planned stack`,
    backups: `langfuse-deploy backups list
langfuse-deploy backups create [--stop]

Lists the ClickHouse backups in S3, or creates one. In size tiny, also those of PostgreSQL.

  --stop  Before a stack of size tiny grows: stops web and worker first and leaves them stopped, so that nothing is written after the backup`,
    restore: `langfuse-deploy restore clickhouse BACKUP
langfuse-deploy restore postgres --to TIME
langfuse-deploy restore postgres --dump NAME

Restores a database while web and worker are stopped. Keeps the previous data. Run the same command again after an interruption: it continues.

  BACKUP       A name from 'langfuse-deploy backups list', for example incremental/2026-11-25T03-00-00Z
  --to TIME    Point in time, for example 2026-11-25T02:55:00Z
  --dump NAME  A dump that size tiny wrote, from 'langfuse-deploy backups list', for example 2026-11-25T03-00-00Z.sql.gz`,
    replay: `langfuse-deploy replay --from TIME --to TIME [--dry-run]

Queues the raw events that S3 received in a time range again, for example after a restore of ClickHouse.

  --from TIME  Start, for example 2026-11-25T03:00:00Z
  --to TIME    End
  --dry-run    Counts the events only`,
    move: `langfuse-deploy move clickhouse [--dry-run] [--cancel]

Moves the data of the stack's ClickHouse to that of clickhouse_external (docs/growing.md): copies while Langfuse runs, stops the worker, copies what changed, and compares both.
Run it again after each pull request that it asks for, and after an interruption: it continues.

  --dry-run  Shows the size of each table and an estimate of the time, and changes nothing
  --cancel   Stops the copy and starts the worker. Langfuse keeps its ClickHouse`,
    keys: `langfuse-deploy keys [--file PATH]

Writes the URL and the API keys of the first project into an .env file. Other lines of the file are kept.

  --file PATH  Default: .env`,
    rehearse: `langfuse-deploy rehearse run [--traces N] [--file PATH]
langfuse-deploy rehearse clean

Tests the restore of a throw-away stack, whose name must contain 'rehearsal'. run writes traces, backs up, replaces ClickHouse while traces are written, restores both databases, replays the events and counts the traces. Exits with 1 if one is missing.
clean deletes the Aurora clusters that restores have kept, before Terraform destroys the stack.

  --traces N   Number of traces of each of the two loads. Default: 100
  --file PATH  Also appends the report to a file, for example $GITHUB_STEP_SUMMARY`,
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


/***/ }),

/***/ 51295:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Al: () => (/* binding */ HOURS),
/* harmony export */   Iz: () => (/* binding */ PRICES_DATE),
/* harmony export */   Ve: () => (/* binding */ GLOBAL_PRICES),
/* harmony export */   _5: () => (/* binding */ pricesOf)
/* harmony export */ });
/** Month of the prices. */
const PRICES_DATE = 'November 2026';
/** Average hours of a month. */
const HOURS = 730;
/** Prices that are the same in all Regions. */
const GLOBAL_PRICES = {
    ipv4Hour: 0.005,
    secretMonth: 0.4,
    alarmMonth: 0.1,
    metricMonth: 0.3,
    ecrGbMonth: 0.1,
    /** Private hosted zone of Cloud Map, and one instance that is registered in it. */
    privateZoneMonth: 0.6,
    /** The first 10 million requests and the first TB of a month are free. */
    cloudfrontMillion: 1,
};
const US = {
    fargate: { vcpuHour: 0.03238, gibHour: 0.00356 },
    instanceHour: {
        'm6g.large': 0.077,
        'm7g.large': 0.0816,
        'r6g.medium': 0.0504,
        'r6g.large': 0.1008,
        'r6g.2xlarge': 0.4032,
        'r7g.medium': 0.0536,
        'r7g.large': 0.1071,
        'r7g.2xlarge': 0.4284,
        't4g.medium': 0.0336,
        't4g.large': 0.0672,
    },
    gp3: { gibMonth: 0.08, iopsMonth: 0.005, throughputMonth: 0.04 },
    snapshotGbMonth: 0.05,
    aurora: { acuHour: 0.12, gbMonth: 0.1, ioMillion: 0.2 },
    nodeHour: { 'cache.t4g.small': 0.0256, 'cache.t4g.medium': 0.052, 'cache.r7g.large': 0.1752 },
    loadBalancer: { hour: 0.0225, lcuHour: 0.008 },
    nat: { hour: 0.045, gb: 0.045 },
    endpointHour: 0.01,
    s3: { gbMonth: 0.023, putMillion: 5 },
    logGb: 0.5,
};
/**
 * By Region. The EC2 prices of the family r7g were read from AWS's price list in a public copy; the others are from
 * memory and accurate to about 5 %. No Region is derived from another: one that is missing has no estimate.
 */
const PRICES = {
    'us-east-1': US,
    'us-east-2': US,
    'us-west-2': US,
    'eu-west-1': {
        fargate: { vcpuHour: 0.03238, gibHour: 0.00356 },
        instanceHour: {
            'm6g.large': 0.086,
            'm7g.large': 0.0911,
            'r6g.medium': 0.0564,
            'r6g.large': 0.1128,
            'r6g.2xlarge': 0.4512,
            'r7g.medium': 0.0599,
            'r7g.large': 0.1199,
            'r7g.2xlarge': 0.4794,
            't4g.medium': 0.0368,
            't4g.large': 0.0736,
        },
        gp3: { gibMonth: 0.088, iopsMonth: 0.0055, throughputMonth: 0.044 },
        snapshotGbMonth: 0.05,
        aurora: { acuHour: 0.14, gbMonth: 0.11, ioMillion: 0.22 },
        nodeHour: { 'cache.t4g.small': 0.028, 'cache.t4g.medium': 0.0568, 'cache.r7g.large': 0.1944 },
        loadBalancer: { hour: 0.0252, lcuHour: 0.008 },
        nat: { hour: 0.048, gb: 0.048 },
        endpointHour: 0.011,
        s3: { gbMonth: 0.023, putMillion: 5 },
        logGb: 0.57,
    },
    'eu-central-1': {
        fargate: { vcpuHour: 0.03725, gibHour: 0.00409 },
        instanceHour: {
            'm6g.large': 0.092,
            'm7g.large': 0.0977,
            'r6g.medium': 0.0608,
            'r6g.large': 0.1216,
            'r6g.2xlarge': 0.4864,
            'r7g.medium': 0.0646,
            'r7g.large': 0.1292,
            'r7g.2xlarge': 0.5168,
            't4g.medium': 0.0384,
            't4g.large': 0.0768,
        },
        gp3: { gibMonth: 0.0952, iopsMonth: 0.006, throughputMonth: 0.048 },
        snapshotGbMonth: 0.054,
        aurora: { acuHour: 0.14, gbMonth: 0.119, ioMillion: 0.22 },
        nodeHour: { 'cache.t4g.small': 0.0296, 'cache.t4g.medium': 0.0592, 'cache.r7g.large': 0.2096 },
        loadBalancer: { hour: 0.027, lcuHour: 0.008 },
        nat: { hour: 0.052, gb: 0.052 },
        endpointHour: 0.012,
        s3: { gbMonth: 0.0245, putMillion: 5.4 },
        logGb: 0.63,
    },
};
/** Returns the prices of a Region. Undefined if they are unknown. */
const pricesOf = (region) => Object.hasOwn(PRICES, region) ? PRICES[region] : undefined;


/***/ }),

/***/ 46960:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ib: () => (/* binding */ INCLUDED_THROUGHPUT),
/* harmony export */   OY: () => (/* binding */ EMPTY_SHAPE),
/* harmony export */   Ps: () => (/* binding */ priceShape),
/* harmony export */   cz: () => (/* binding */ sum),
/* harmony export */   dm: () => (/* binding */ unknownParts),
/* harmony export */   lF: () => (/* binding */ INCLUDED_IOPS)
/* harmony export */ });
/* harmony import */ var _prices__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51295);

const EMPTY_SHAPE = {
    tasks: [],
    instances: [],
    volumes: [],
    databases: [],
    caches: [],
    loadBalancers: 0,
    natGateways: 0,
    ipv4Addresses: 0,
    endpoints: 0,
    privateZones: 0,
    secrets: 0,
    alarms: 0,
    metrics: 0,
};
const INCLUDED_IOPS = 3000;
const INCLUDED_THROUGHPUT = 125;
/** Prices each part of a stack for a month. Parts that do not exist have no line. */
function priceShape(shape, prices) {
    const { fargate, gp3, aurora } = prices;
    const lines = [
        ...shape.tasks.map(({ name, cpuUnits, memoryMib, count }) => ({
            name,
            usd: count * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al * ((cpuUnits / 1024) * fargate.vcpuHour + (memoryMib / 1024) * fargate.gibHour),
        })),
        ...shape.instances.map((one) => hourly(one, prices.instanceHour)),
        ...shape.volumes.map(({ name, gib, iops, throughput }) => ({
            name,
            usd: gib * gp3.gibMonth +
                Math.max(0, iops - INCLUDED_IOPS) * gp3.iopsMonth +
                Math.max(0, throughput - INCLUDED_THROUGHPUT) * gp3.throughputMonth,
        })),
        ...shape.databases.map(({ name, acus, instances }) => ({
            name,
            usd: acus * instances * aurora.acuHour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al,
        })),
        ...shape.caches.map((one) => hourly(one, prices.nodeHour)),
        { name: 'Load balancer', usd: shape.loadBalancers * prices.loadBalancer.hour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al },
        { name: 'NAT gateways', usd: shape.natGateways * prices.nat.hour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al },
        { name: 'Public IPv4 addresses', usd: shape.ipv4Addresses * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.ipv4Hour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al },
        { name: 'VPC endpoints', usd: shape.endpoints * prices.endpointHour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al },
        { name: 'Cloud Map', usd: shape.privateZones * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.privateZoneMonth },
        { name: 'Secrets', usd: shape.secrets * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.secretMonth },
        {
            name: 'Alarms and metrics',
            usd: shape.alarms * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.alarmMonth + shape.metrics * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.metricMonth,
        },
    ];
    // A task whose definition is missing has NaN.
    return lines
        .map(({ name, usd }) => ({ name, usd: Number.isNaN(usd) ? undefined : usd }))
        .filter(({ usd }) => usd !== 0);
}
const hourly = ({ name, type, count }, hours) => {
    const hour = Object.hasOwn(hours, type) ? hours[type] : undefined;
    return hour === undefined
        ? { name: `${name} (${type})`, usd: undefined }
        : { name, usd: count * hour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al };
};
/** Sum of the known prices of a month in USD. */
const sum = (lines) => lines.reduce((total, { usd }) => total + (usd ?? 0), 0);
/** Names of the parts whose price is unknown. */
const unknownParts = (lines) => lines.filter(({ usd }) => usd === undefined).map(({ name }) => name);


/***/ }),

/***/ 49187:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F0: () => (/* binding */ SIZES),
/* harmony export */   kp: () => (/* binding */ isSize),
/* harmony export */   ky: () => (/* binding */ shapeOfSize),
/* harmony export */   t5: () => (/* binding */ SIZE_NAMES),
/* harmony export */   u_: () => (/* binding */ USAGE),
/* harmony export */   zP: () => (/* binding */ priceUsage)
/* harmony export */ });
/* harmony import */ var _prices__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51295);
/* harmony import */ var _shape__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(46960);


/** Sizes of terraform/modules/langfuse/sizes.tf. A test compares them. */
const SIZES = {
    tiny: {
        onOneInstance: true,
        web: { cpu: 256, memory: 1280, min: 1, max: 1 },
        worker: { cpu: 224, memory: 1536, min: 1, max: 1 },
        grafana: { cpu: 256, memory: 512 },
        instanceType: 'r7g.medium',
        instanceVcpus: 1,
        volume: { gib: 30, iops: 3000, throughput: 125 },
        postgres: { minAcu: 0, instances: 0 },
        valkey: { nodeType: '', nodes: 0 },
        gateways: 0,
    },
    small: {
        web: { cpu: 1024, memory: 2048, min: 1, max: 2 },
        worker: { cpu: 1024, memory: 4096, min: 1, max: 2 },
        grafana: { cpu: 512, memory: 1024 },
        instanceType: 'm7g.large',
        instanceVcpus: 2,
        volume: { gib: 50, iops: 3000, throughput: 125 },
        postgres: { minAcu: 0.5, instances: 1 },
        valkey: { nodeType: 'cache.t4g.medium', nodes: 1 },
        gateways: 1,
    },
    medium: {
        web: { cpu: 2048, memory: 4096, min: 2, max: 6 },
        worker: { cpu: 2048, memory: 4096, min: 2, max: 6 },
        grafana: { cpu: 512, memory: 1024 },
        instanceType: 'r7g.large',
        instanceVcpus: 2,
        volume: { gib: 200, iops: 3000, throughput: 125 },
        postgres: { minAcu: 1, instances: 2 },
        valkey: { nodeType: 'cache.t4g.medium', nodes: 2 },
        gateways: 1,
    },
    large: {
        web: { cpu: 2048, memory: 4096, min: 3, max: 12 },
        worker: { cpu: 4096, memory: 8192, min: 3, max: 12 },
        grafana: { cpu: 1024, memory: 2048 },
        instanceType: 'r7g.2xlarge',
        instanceVcpus: 8,
        volume: { gib: 1000, iops: 6000, throughput: 500 },
        postgres: { minAcu: 2, instances: 2 },
        valkey: { nodeType: 'cache.r7g.large', nodes: 2 },
        gateways: 2,
    },
};
const isSize = (name) => Object.hasOwn(SIZES, name);
const SIZE_NAMES = Object.keys(SIZES).filter(isSize);
const ROOT_VOLUME_GIB = 30;
/** Secrets of the stack, with the master password of Aurora. */
const SECRETS = 11;
const ALARMS = 20;
const TINY_ALARMS = 16;
/** Disk, backups and dropped rows; in size tiny, also the backups of PostgreSQL. */
const METRICS = 3;
/** Returns the parts of a stack with the minimum number of tasks. */
function shapeOfSize(size, { hasDomain, hasVpc, hasGrafana }) {
    const spec = SIZES[size];
    const gateways = hasVpc ? 0 : spec.gateways;
    const isOne = spec.onOneInstance === true;
    const task = (name, { cpu, memory }, count) => ({
        name,
        cpuUnits: cpu,
        memoryMib: memory,
        count,
    });
    return {
        ..._shape__WEBPACK_IMPORTED_MODULE_1__/* .EMPTY_SHAPE */ .OY,
        tasks: isOne
            ? []
            : [
                task('web', spec.web, spec.web.min),
                task('worker', spec.worker, spec.worker.min),
                ...(hasGrafana ? [task('Grafana', spec.grafana, 1)] : []),
            ],
        instances: [{ name: 'Instance', type: spec.instanceType, count: 1 }],
        volumes: [
            { name: 'Volume', ...spec.volume },
            { name: 'Root volume', gib: ROOT_VOLUME_GIB, iops: 3000, throughput: 125 },
        ],
        databases: isOne
            ? []
            : [{ name: 'Aurora', acus: spec.postgres.minAcu, instances: spec.postgres.instances }],
        caches: isOne ? [] : [{ name: 'Valkey', type: spec.valkey.nodeType, count: spec.valkey.nodes }],
        loadBalancers: isOne ? 0 : 1,
        natGateways: gateways,
        // A public load balancer has an address in each of its two zones.
        ipv4Addresses: gateways + (isOne ? 1 : 0) + (hasDomain ? 2 : 0),
        privateZones: isOne ? 0 : 1,
        // Only Aurora has a master password of its own.
        secrets: isOne ? SECRETS - 1 : SECRETS,
        alarms: isOne ? TINY_ALARMS : ALARMS,
        metrics: isOne ? METRICS + 1 : METRICS,
    };
}
const USAGE = {
    tiny: usage({ events: 100_000, backupGb: 15, snapshotGb: 8, auroraGb: 0, lcus: 0, logGb: 2 }),
    small: usage({ events: 500_000, backupGb: 40, snapshotGb: 20, auroraGb: 20, lcus: 0.3, logGb: 5 }),
    medium: usage({ events: 2_500_000, backupGb: 200, snapshotGb: 120, auroraGb: 50, lcus: 1, logGb: 20 }),
    large: usage({ events: 14_000_000, backupGb: 1300, snapshotGb: 700, auroraGb: 200, lcus: 3.4, logGb: 100 }),
};
/** For an event: 10 kB of objects, four I/O requests of Aurora, one request to CloudFront and 4 kB through NAT. */
function usage(given) {
    const millions = given.events / 1_000_000;
    const isOne = given.auroraGb === 0;
    return {
        ...given,
        blobGb: millions * 10,
        auroraIoMillions: isOne ? 0 : millions * 4,
        natGb: isOne ? 0 : 5 + millions * 4,
        imageGb: 6,
        cloudfrontMillions: millions,
    };
}
const FREE_CLOUDFRONT_MILLIONS = 10;
/** Prices of a month's use in USD, by part. */
function priceUsage(use, prices) {
    return {
        loadBalancer: use.lcus * prices.loadBalancer.lcuHour * _prices__WEBPACK_IMPORTED_MODULE_0__/* .HOURS */ .Al,
        nat: use.natGb * prices.nat.gb,
        aurora: use.auroraGb * prices.aurora.gbMonth + use.auroraIoMillions * prices.aurora.ioMillion,
        // Langfuse writes one object for each event, and version 3 lists the objects of each event.
        blobs: (2 * use.events * prices.s3.putMillion) / 1_000_000 + use.blobGb * prices.s3.gbMonth,
        backups: use.backupGb * prices.s3.gbMonth,
        snapshots: use.snapshotGb * prices.snapshotGbMonth,
        logs: use.logGb * prices.logGb,
        images: use.imageGb * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.ecrGbMonth,
        cloudfront: Math.max(0, use.cloudfrontMillions - FREE_CLOUDFRONT_MILLIONS) * _prices__WEBPACK_IMPORTED_MODULE_0__/* .GLOBAL_PRICES */ .Ve.cloudfrontMillion,
    };
}


/***/ }),

/***/ 57856:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   i: () => (/* binding */ proxyFor)
/* harmony export */ });
/* unused harmony export InvalidProxy */
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_net__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_url__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(80114);


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
    if (!given || (0,_text_url__WEBPACK_IMPORTED_MODULE_1__/* .isLoopback */ .U9)(url.hostname))
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
    if ((0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(host) !== 0)
        return isInRange(host, withoutBrackets(name));
    const domain = name.replace(/^\*?\.?/, '');
    return domain !== '' && (host === domain || host.endsWith(`.${domain}`));
}
const withoutBrackets = (host) => host.replace(/^\[|\]$/g, '');
/** @param range an address, or `address/bits` */
function isInRange(address, range) {
    const [network = '', bits] = range.split('/');
    const family = (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(network);
    if (family === 0 || (0,node_net__WEBPACK_IMPORTED_MODULE_0__.isIP)(address) !== family)
        return false;
    const longest = family === 4 ? 32 : 128;
    const prefix = bits === undefined ? longest : /^\d{1,3}$/.test(bits) ? Number(bits) : NaN;
    if (!(prefix <= longest))
        return false;
    const type = family === 4 ? 'ipv4' : 'ipv6';
    const list = new node_net__WEBPACK_IMPORTED_MODULE_0__.BlockList();
    list.addSubnet(network, prefix, type);
    return list.check(address, type);
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

/***/ 98488:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qu: () => (/* binding */ withoutFullStop),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
/* harmony export */   iQ: () => (/* binding */ HOUR_MS),
/* harmony export */   nV: () => (/* binding */ formatAge),
/* harmony export */   sO: () => (/* binding */ DAY_MS),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
/* unused harmony export formatRate */
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
/* harmony export */   ts: () => (/* binding */ escapeInvisible)
/* harmony export */ });
/* unused harmony export removeInvisible */
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

/***/ 80114:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   es: () => (/* binding */ isSafeRedirect)
/* harmony export */ });
/* unused harmony export isSafeUrl */
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

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

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

/***/ 7066:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tty");

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
/******/ var __webpack_exports__ = __nccwpck_require__(12957);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 

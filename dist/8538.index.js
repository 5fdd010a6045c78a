export const id = 8538;
export const ids = [8538];
export const modules = {

/***/ 40658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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
    const { NodeHttpHandler } = await __webpack_require__.e(/* import() */ 1279).then(__webpack_require__.t.bind(__webpack_require__, 61279, 19));
    if (proxyUrl === undefined)
        return new NodeHttpHandler(TIMEOUTS);
    const { HttpsProxyAgent } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(7659)]).then(__webpack_require__.bind(__webpack_require__, 57659));
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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Je: () => (/* binding */ readErrorDetails),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   pv: () => (/* binding */ incompleteAnswer)
/* harmony export */ });
/* unused harmony export isClockWrong */
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23421);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64212);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98488);




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

/***/ 62085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ audienceOf),
/* harmony export */   R1: () => (/* binding */ checkRole),
/* harmony export */   g4: () => (/* binding */ checkAccount)
/* harmony export */ });
/* unused harmony export InvalidRole */
/** Role, account and region do not match. */
class InvalidRole extends Error {
    name = 'InvalidRole';
    reason = 'invalid-input';
}
const ROLE_ARN = /^arn:(aws(?:-[a-z]+)*):iam::(\d{12}):role\/[!-~]+$/;
/** Empty for isolated regions, which are not checked. */
const PARTITIONS = [
    [/^cn-/, 'aws-cn'],
    [/^us-gov-/, 'aws-us-gov'],
    [/^eusc-/, 'aws-eusc'],
    [/^(?:us|eu)-iso/, ''],
    [/^/, 'aws'],
];
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


/***/ }),

/***/ 19401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ambientSession),
/* harmony export */   X: () => (/* binding */ callerAccount)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(25155);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40658);
/* harmony import */ var _role__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(62085);



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
    (0,_role__WEBPACK_IMPORTED_MODULE_2__/* .checkAccount */ .g4)(accountId, allowedAccountIds, 'The identity of the AWS credentials');
    return { ...session, accountId };
}
/** Returns the account of a session's credentials. @throws AwsError */
async function callerAccount(session, runtime) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    const client = new STSClient(await (0,_client__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .r)('STS', session, runtime));
    try {
        const { Account } = await client.send(new GetCallerIdentityCommand({}));
        if (Account !== undefined)
            return Account;
    }
    catch (error) {
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .readErrorDetails */ .Je)(error, 'sts:GetCallerIdentity'), { cause: error });
    }
    finally {
        client.destroy();
    }
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .incompleteAnswer */ .pv)('sts:GetCallerIdentity', 'an account'));
}


/***/ }),

/***/ 98538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSession: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/aws/access-denied.ts



const CLAIM_NAMES = ['sub', 'aud', 'repository', 'ref', 'environment', 'iss'];
/** Of github.com. An enterprise can add a path with its own name. */
const ISSUER = 'https://token.actions.githubusercontent.com';
/** The message contains the token's claims, never the token. */
class AccessDenied extends Error {
    roleArn;
    claims;
    name = 'AccessDenied';
    reason = 'aws-denied';
    code = 'AccessDenied';
    constructor(roleArn, 
    /** Undefined without a token. */
    claims, reason) {
        super(`${roleArn} was not assumed: ${(0,format/* withoutFullStop */.Qu)(reason)}.\n${(claims ? describeClaims(claims) : missingTokenAdvice()).join('\n')}`);
        this.roleArn = roleArn;
        this.claims = claims;
    }
}
/** Reads the claims of a JWT (RFC 7519 §3); AWS verifies it. */
function readClaims(token) {
    const payload = decodePayload(token.split('.')[1] ?? '');
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
        iss: claim('iss'),
    };
}
function decodePayload(segment) {
    try {
        const payload = JSON.parse(Buffer.from(segment, 'base64url').toString());
        return (0,json/* isRecord */.u4)(payload) ? payload : {};
    }
    catch {
        return {};
    }
}
function describeClaims(claims) {
    const { iss = '' } = claims;
    const shown = CLAIM_NAMES.map((name) => `${name} ${claims[name] === undefined ? '(none)' : `'${claims[name]}'`}`);
    return [
        `The job's ID token has these claims: ${shown.join(', ')}.`,
        `The usual cause is a role whose trust policy requires another sub. ${describeSubFormat(claims.sub ?? '')}`,
        "Also check that the trust policy names GitHub's identity provider in the role's account, " +
            `that the provider lists the audience '${claims.aud ?? ''}', and that a role with this name exists.`,
        ...(iss === '' || iss === ISSUER ? [] : [describeIssuer(iss)]),
        'Pull requests from forks and jobs with another `environment:` have other claims than a deploy role trusts.',
    ];
}
/** GitHub Enterprise Server, ghe.com and enterprises with an issuer of their own. */
const describeIssuer = (iss) => `The issuer of this token is not ${ISSUER}, which terraform/bootstrap trusts: create an identity provider with the URL ` +
    `'${iss}' in the role's account, and a role that trusts it.`;
/**
 * Repositories created, renamed or transferred since 2026-07-15 have immutable ids in `sub`; older ones can opt in.
 * https://docs.github.com/en/actions/reference/security/oidc
 */
function describeSubFormat(sub) {
    if (/^repo:[^/@:]+@\d+\/[^/@:]+@\d+(?::|$)/.test(sub)) {
        return ('This sub contains immutable ids, as in repo:OWNER@ID/REPO@ID:…; ' +
            "a trust policy written for 'repo:OWNER/REPO:…' does not match it.");
    }
    if (/^repo:[^/@:]+\/[^/@:]+(?::|$)/.test(sub)) {
        return ('This sub contains names only, as in repo:OWNER/REPO:…; ' +
            "a trust policy written for 'repo:OWNER@ID/REPO@ID:…' does not match it.");
    }
    return ('This sub has neither of the usual forms (repo:OWNER/REPO:…, repo:OWNER@ID/REPO@ID:…): ' +
        'the repository or its organization has customized it.');
}
function missingTokenAdvice() {
    return [
        'Add `id-token: write` to `permissions:` of the job (listing any permission sets the others to none).',
        'Pull requests from forks get no ID token: run this command on events of the repository itself.',
    ];
}

// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
;// CONCATENATED MODULE: ./src/aws/renewing-credentials.ts
const RENEWAL_THRESHOLD_MS = 5 * 60_000;
/** A failed renewal takes half a minute. */
const RENEWAL_PAUSE_MS = 30_000;
const MIN_LIFE_MS = 1;
/**
 * Renews credentials before they expire; concurrent callers share one renewal.
 * Its failure is thrown only after the current credentials have expired.
 *
 * @param now wall clock, in milliseconds
 */
function createRenewingCredentials(renew, first, now) {
    let current = first;
    let halfLifeMs = 0;
    let failedAt = -Infinity;
    let renewal;
    const leftMs = () => current.expiration.getTime() - now();
    const store = (renewed) => {
        current = renewed;
        halfLifeMs = leftMs() / 2;
    };
    store(first);
    const withAtLeast = async (ms) => {
        if (leftMs() >= ms)
            return current;
        renewal ??= renew()
            .then(store)
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
        credentials: () => withAtLeast(RENEWAL_THRESHOLD_MS),
        freshCredentials: () => withAtLeast(now() - failedAt < RENEWAL_PAUSE_MS ? MIN_LIFE_MS : halfLifeMs),
    };
}

// EXTERNAL MODULE: ./src/aws/role.ts
var aws_role = __webpack_require__(62085);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __webpack_require__(40658);
;// CONCATENATED MODULE: ./src/aws/web-identity.ts


const ASSUME_ACTION = 'sts:AssumeRoleWithWebIdentity';
/**
 * Exchanges an ID token for credentials. One attempt, because each needs a new token.
 *
 * @throws the SDK's errors; AwsError for an incomplete answer
 */
async function exchangeToken(token, request, runtime) {
    const { STSClient, AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    const settings = await (0,aws_client/* clientSettings */.r)('STS', { region: request.region, credentials: undefined }, runtime);
    const client = new STSClient({ ...settings, maxAttempts: 1 });
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName,
        DurationSeconds: request.durationSeconds,
        WebIdentityToken: token,
    });
    try {
        return readSession(await client.send(command), runtime);
    }
    finally {
        client.destroy();
    }
}
/** Masks before any check. */
function readSession({ Credentials: given, AssumedRoleUser }, runtime) {
    const accessKeyId = maskSecret(given?.AccessKeyId, runtime);
    const secretAccessKey = maskSecret(given?.SecretAccessKey, runtime);
    const sessionToken = maskSecret(given?.SessionToken, runtime);
    const expiration = given?.Expiration;
    const accountId = /^arn:[a-z-]+:sts::(\d{12}):/.exec(AssumedRoleUser?.Arn ?? '')?.[1];
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !accountId) {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* incompleteAnswer */.pv)(ASSUME_ACTION, 'credentials or the ARN of the session'));
    }
    return { accountId, credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } };
}
function maskSecret(secret, runtime) {
    if (secret)
        runtime.mask(secret);
    return secret;
}

// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
;// CONCATENATED MODULE: ./src/aws/assume-role.ts








/** GitHub's token service failed. */
class NoIdToken extends Error {
    name = 'NoIdToken';
    reason = 'aws-error';
}
/** A changed trust policy reaches all of IAM within seconds. */
const MAX_ATTEMPTS_WHEN_DENIED = 3;
/**
 * Assumes a role with GitHub's ID token. The session renews itself ({@link createRenewingCredentials}).
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws AccessDenied, NoIdToken, AwsError; InvalidRole before the first request
 */
async function assumeRole(request, runtime) {
    const role = (0,aws_role/* checkRole */.R1)(request);
    const assume = async () => {
        const assumed = await assumeWithRetry(request, runtime);
        (0,aws_role/* checkAccount */.g4)(assumed.accountId, request.allowedAccountIds, `The session of ${role.arn}`);
        return assumed;
    };
    const first = await assume();
    const renew = async () => (await assume()).credentials;
    const renewed = createRenewingCredentials(renew, first.credentials, () => runtime.wallClockMs());
    return { region: request.region, accountId: first.accountId, ...renewed };
}
async function assumeWithRetry(request, runtime) {
    for (let attempt = 1;; attempt++) {
        const outcome = await attemptOnce(request, runtime);
        if ('credentials' in outcome)
            return outcome;
        if (attempt >= outcome.maxAttempts)
            throw outcome.failure(attempt);
        await runtime.sleep((0,retry/* backoffMs */.jo)(retry_policies/* RETRY */.p6.assumeRole, attempt, runtime));
    }
}
async function attemptOnce(request, runtime) {
    let token;
    try {
        token = await runtime.idToken((0,aws_role/* audienceOf */.Ox)(request.region));
    }
    catch (error) {
        return tokenFailure(error, request, runtime);
    }
    try {
        return await exchangeToken(token, request, runtime);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsError */.Gy)
            return { maxAttempts: 1, failure: () => error };
        return exchangeFailure(error, token, request);
    }
}
function tokenFailure(error, { roleArn }, { env }) {
    const reason = `GitHub issued no ID token: ${(0,sanitize/* errorMessage */.gJ)(error)}`;
    if (!env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
        return { maxAttempts: 1, failure: () => new AccessDenied(roleArn, undefined, reason) };
    }
    const advice = "Check https://www.githubstatus.com and re-run the job; the job's permissions are correct.";
    return {
        maxAttempts: retry_policies/* RETRY */.p6.assumeRole.maxAttempts,
        failure: (attempts) => new NoIdToken(`${roleArn} was not assumed: ${reason} (${attempts} attempts). ${advice}`, {
            cause: error,
        }),
    };
}
function exchangeFailure(error, token, { roleArn }) {
    const details = (0,aws_error/* readErrorDetails */.Je)(error, 'sts:AssumeRoleWithWebIdentity', token);
    const count = (attempts) => (attempts > 1 ? ` (${attempts} attempts)` : '');
    if ((0,aws_error/* isDenied */.GZ)(details) || isUnknownIssuer(details)) {
        const reason = (attempts) => `${details.message} ${details.requestId ? `(request ${details.requestId})` : ''}${count(attempts)}`;
        return {
            maxAttempts: MAX_ATTEMPTS_WHEN_DENIED,
            failure: (attempts) => new AccessDenied(roleArn, readClaims(token), reason(attempts)),
        };
    }
    const isExpired = /^ExpiredToken/.test(details.code);
    const mayRecover = (0,aws_error/* isTransient */.dg)(details) || isIssuerUnreachable(details) || isExpired;
    return {
        maxAttempts: mayRecover ? retry_policies/* RETRY */.p6.assumeRole.maxAttempts : 1,
        // No cause: the SDK's error contains the token.
        failure: (attempts) => new aws_error/* AwsError */.Gy({ ...details, message: `${roleArn} was not assumed: ${details.message}${count(attempts)}` }, isExpired ? { advice: EXPIRED_TOKEN } : {}),
    };
}
/** Each attempt has a new token. */
const EXPIRED_TOKEN = "AWS saw each new ID token of GitHub as expired. It is valid for five minutes: check the runner's clock and re-run the job.";
/** The account has no identity provider for the token. A new one reaches all of IAM within seconds. */
const isUnknownIssuer = ({ code, message }) => code.startsWith('InvalidIdentityToken') &&
    /no openidconnect provider|incorrect token audience/i.test(message);
/** STS answers 400 when it cannot fetch GitHub's keys. */
function isIssuerUnreachable({ code, message }) {
    if (code.startsWith('IDPCommunicationError'))
        return true;
    return code.startsWith('InvalidIdentityToken') && /retrieve verification key/i.test(message);
}

// EXTERNAL MODULE: ./src/aws/session.ts
var aws_session = __webpack_require__(19401);
;// CONCATENATED MODULE: ./src/aws/role-session-name.ts
/** AssumeRoleWithWebIdentity: 2 to 64 characters of [\w+=,.@-]. */
const MAX_NAME_LENGTH = 64;
/** Returns `owner-name-<run id>-<attempt>`; only the repository is truncated. */
function sessionName({ repository, runId, runAttempt }) {
    const run = replaceInvalid(`${runId}-${runAttempt}`).slice(-MAX_NAME_LENGTH);
    const room = Math.max(0, MAX_NAME_LENGTH - run.length - 1);
    const prefix = replaceInvalid(repository).slice(0, room);
    return prefix === '' ? run : `${prefix}-${run}`;
}
function replaceInvalid(text) {
    return text.replace(/[^\w+=,.@-]+/g, '-');
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs_inputs = __webpack_require__(40546);
;// CONCATENATED MODULE: ./src/commands/aws-session.ts




/**
 * Opens the AWS session of a command: assumes `role-to-assume`, or uses the credentials in the environment.
 *
 * @throws InvalidInput without a region
 */
async function openSession(inputs, region, runtime) {
    if (region === undefined) {
        throw new inputs_inputs/* InvalidInput */.o('aws-region: is required, as in eu-central-1; AWS_REGION and AWS_DEFAULT_REGION are not set');
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
        return (0,aws_session/* ambientSession */.P)({ region, allowedAccountIds }, aws);
    const name = inputs.roleSessionName ??
        sessionName({
            repository: runtime.env['GITHUB_REPOSITORY'] ?? 'local',
            runId: runtime.env['GITHUB_RUN_ID'] ?? '0',
            runAttempt: runtime.env['GITHUB_RUN_ATTEMPT'] ?? '1',
        });
    const session = await assumeRole({ roleArn: roleToAssume, region, durationSeconds, sessionName: name, allowedAccountIds }, aws);
    runtime.log.info(`Assumed ${roleToAssume} as ${name}`);
    return session;
}


/***/ })

};

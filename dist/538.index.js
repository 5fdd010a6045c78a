export const id = 538;
export const ids = [538];
export const modules = {

/***/ 658:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ clientSettings)
/* harmony export */ });
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


/***/ }),

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

/***/ 2085:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ audienceOf),
/* harmony export */   R1: () => (/* binding */ checkRole),
/* harmony export */   g4: () => (/* binding */ checkAccount)
/* harmony export */ });
/* unused harmony export InvalidRole */
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


/***/ }),

/***/ 9401:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ ambientSession)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5155);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(658);
/* harmony import */ var _role__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2085);



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
    (0,_role__WEBPACK_IMPORTED_MODULE_2__/* .checkAccount */ .g4)(accountId, allowedAccountIds, 'The step runs with AWS credentials whose identity');
    return { ...session, accountId };
}
async function callerAccount(session, runtime) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const client = new STSClient(await (0,_client__WEBPACK_IMPORTED_MODULE_1__/* .clientSettings */ .r)('STS', session, runtime));
    try {
        const { Account } = await client.send(new GetCallerIdentityCommand({}));
        if (Account !== undefined)
            return Account;
    }
    catch (error) {
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(error, 'sts:GetCallerIdentity'), { cause: error });
    }
    finally {
        client.destroy();
    }
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .AwsError */ .Gy((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .incomplete */ .$x)('sts:GetCallerIdentity', 'an account'));
}


/***/ }),

/***/ 8538:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openSession: () => (/* binding */ openSession)
});

// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
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
        return (0,json/* isRecord */.u4)(payload) ? payload : {};
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

// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
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

// EXTERNAL MODULE: ./src/aws/role.ts
var aws_role = __webpack_require__(2085);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __webpack_require__(658);
;// CONCATENATED MODULE: ./src/aws/web-identity.ts


const ACTION = 'sts:AssumeRoleWithWebIdentity';
/**
 * Exchanges one ID token for the credentials of a role, in one attempt: the next one needs a token of its own.
 *
 * @throws whatever the SDK throws; AwsError when the answer is incomplete
 */
async function exchange(token, request, runtime) {
    const { STSClient, AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(695)]).then(__webpack_require__.t.bind(__webpack_require__, 1695, 19));
    const settings = await (0,aws_client/* clientSettings */.r)('STS', { region: request.region, credentials: undefined }, runtime);
    const client = new STSClient({ ...settings, maxAttempts: 1 });
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName,
        DurationSeconds: request.durationSeconds,
        WebIdentityToken: token,
    });
    try {
        return read(await client.send(command), runtime);
    }
    finally {
        client.destroy();
    }
}
/** Masks before it looks any further, so that no path leads a secret past the mask. */
function read({ Credentials: given, AssumedRoleUser }, runtime) {
    const accessKeyId = masked(given?.AccessKeyId, runtime);
    const secretAccessKey = masked(given?.SecretAccessKey, runtime);
    const sessionToken = masked(given?.SessionToken, runtime);
    const expiration = given?.Expiration;
    const accountId = /^arn:[a-z-]+:sts::(\d{12}):/.exec(AssumedRoleUser?.Arn ?? '')?.[1];
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !accountId) {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)(ACTION, 'credentials or the ARN of the session'));
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
    const role = (0,aws_role/* checkRole */.R1)(request);
    const assume = async () => {
        const assumed = await persistently(request, runtime);
        (0,aws_role/* checkAccount */.g4)(assumed.accountId, request.allowedAccountIds, `The session of ${role.arn}`);
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
        token = await runtime.idToken((0,aws_role/* audienceOf */.Ox)(request.region));
    }
    catch (error) {
        return assume_role_tokenless(error, request, runtime);
    }
    try {
        return await exchange(token, request, runtime);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsError */.Gy)
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
    const facts = (0,aws_error/* factsOf */.xS)(error, 'sts:AssumeRoleWithWebIdentity', token);
    const { words } = facts;
    const after = (tries) => (tries > 1 ? ` (${tries} tries)` : '');
    if ((0,aws_error/* isDenied */.GZ)(facts)) {
        const reason = (tries) => `${words} ${facts.requestId ? `(request ${facts.requestId})` : ''}${after(tries)}`;
        return {
            tries: TRIES_WHEN_DENIED,
            failure: (tries) => new AccessDenied(roleArn, claimsOf(token), reason(tries)),
        };
    }
    return {
        tries: (0,aws_error/* isTransient */.dg)(facts) || isIssuerUnreachable(facts) ? TRIES : 1,
        // No cause: the SDK's error holds on to what was sent and answered, and the token is in there.
        failure: (tries) => new aws_error/* AwsError */.Gy({ ...facts, words: `${roleArn} was not assumed: ${words}${after(tries)}` }),
    };
}
/** STS could not fetch GitHub's keys, which it says with a 400. */
function isIssuerUnreachable({ code, words }) {
    if (code.startsWith('IDPCommunicationError'))
        return true;
    return code.startsWith('InvalidIdentityToken') && /retrieve verification key/i.test(words);
}

// EXTERNAL MODULE: ./src/aws/session.ts
var aws_session = __webpack_require__(9401);
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
        return (0,aws_session/* ambientSession */.P)({ region, allowedAccountIds }, aws);
    const name = sessionName({
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

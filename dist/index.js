import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 6515:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ AccessDenied),
/* harmony export */   d: () => (/* binding */ claimsOf)
/* harmony export */ });
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2802);

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
        return values.length > 0 ? (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(values.join(', ')) : undefined;
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
        return (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(payload) ? payload : {};
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


/***/ }),

/***/ 6886:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  W: () => (/* binding */ NoIdToken),
  x: () => (/* binding */ assumeRole)
});

// EXTERNAL MODULE: ./src/aws/access-denied.ts
var access_denied = __nccwpck_require__(6515);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __nccwpck_require__(5155);
// EXTERNAL MODULE: ./src/aws/role.ts
var aws_role = __nccwpck_require__(2085);
// EXTERNAL MODULE: ./src/aws/text.ts
var aws_text = __nccwpck_require__(2802);
// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __nccwpck_require__(658);
;// CONCATENATED MODULE: ./src/aws/web-identity.ts


const ACTION = 'sts:AssumeRoleWithWebIdentity';
/**
 * Exchanges one ID token for the credentials of a role, in one attempt: the next one needs a token of its own.
 *
 * @throws whatever the SDK throws; AwsError when the answer is incomplete
 */
async function exchange(token, request, world) {
    const { STSClient, AssumeRoleWithWebIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
    const settings = await (0,aws_client/* clientSettings */.r)('STS', { region: request.region, credentials: undefined }, world);
    const client = new STSClient({ ...settings, maxAttempts: 1 });
    const command = new AssumeRoleWithWebIdentityCommand({
        RoleArn: request.roleArn,
        RoleSessionName: request.sessionName,
        DurationSeconds: request.durationSeconds,
        WebIdentityToken: token,
    });
    try {
        return read(await client.send(command), world);
    }
    finally {
        client.destroy();
    }
}
/** Masks before it looks any further, so that no path leads a secret past the mask. */
function read({ Credentials: given, AssumedRoleUser }, world) {
    const accessKeyId = masked(given?.AccessKeyId, world);
    const secretAccessKey = masked(given?.SecretAccessKey, world);
    const sessionToken = masked(given?.SessionToken, world);
    const expiration = given?.Expiration;
    const accountId = /^arn:[a-z-]+:sts::(\d{12}):/.exec(AssumedRoleUser?.Arn ?? '')?.[1];
    if (!accessKeyId || !secretAccessKey || !sessionToken || !expiration || !accountId) {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)(ACTION, 'credentials or the ARN of the session'));
    }
    return { accountId, credentials: { accessKeyId, secretAccessKey, sessionToken, expiration } };
}
function masked(secret, world) {
    if (secret)
        world.mask(secret);
    return secret;
}

;// CONCATENATED MODULE: ./src/aws/assume-role.ts





/** GitHub gives the job ID tokens and did not give this one. */
class NoIdToken extends Error {
    name = 'NoIdToken';
}
const RENEW_BELOW_MS = 5 * 60_000;
const TRIES = 6;
// A role or trust policy that was changed a moment ago reaches all of IAM within seconds.
const TRIES_WHEN_DENIED = 3;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 20_000;
/**
 * Assumes a role with GitHub's ID token; the session renews itself when fewer than five minutes are left.
 * https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
 *
 * @throws AccessDenied when AWS refuses the role, or GitHub gives the job no token; AwsError for any other failure
 * of the call; Error when the role's ARN or its account cannot be meant (nothing is asked then)
 */
async function assumeRole(request, world) {
    const role = (0,aws_role/* checkRole */.R1)(request);
    const assume = async () => {
        const assumed = await persistently(request, world);
        (0,aws_role/* checkAccount */.g4)(assumed.accountId, request.allowedAccountIds, `The session of ${role.arn}`);
        return assumed;
    };
    const first = await assume();
    const now = () => world.now?.() ?? Date.now();
    const credentials = renewing(async () => (await assume()).credentials, first.credentials, now);
    return { region: request.region, accountId: first.accountId, credentials };
}
/** Hands out one set of credentials until it runs low; whoever asks during a renewal waits for that one. */
function renewing(renew, first, now) {
    let current = first;
    let renewal;
    const leftMs = () => current.expiration.getTime() - now();
    return async () => {
        if (leftMs() >= RENEW_BELOW_MS)
            return current;
        renewal ??= renew().finally(() => {
            renewal = undefined;
        });
        try {
            current = await renewal;
        }
        catch (error) {
            // What is left still carries a call or two, and the next one tries to renew again.
            if (leftMs() <= 0)
                throw error;
        }
        return current;
    };
}
async function persistently(request, world) {
    for (let tries = 1;; tries++) {
        const outcome = await once(request, world);
        if ('credentials' in outcome)
            return outcome;
        if (tries >= outcome.tries)
            throw outcome.failure(tries);
        // Full jitter: https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
        await world.sleep(world.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)));
    }
}
async function once(request, world) {
    let token;
    try {
        token = await world.idToken((0,aws_role/* audienceOf */.Ox)(request.region));
    }
    catch (error) {
        return tokenless(error, request, world);
    }
    try {
        return await exchange(token, request, world);
    }
    catch (error) {
        if (error instanceof aws_error/* AwsError */.Gy)
            return { tries: 1, failure: () => error };
        return refused(error, token, request);
    }
}
function tokenless(error, { roleArn }, { env }) {
    const reason = `GitHub gave no ID token: ${(0,aws_text/* oneLine */.T)(error instanceof Error ? error.message : String(error))}`;
    if (!env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
        return { tries: 1, failure: () => new access_denied/* AccessDenied */.O(roleArn, undefined, reason) };
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
            failure: (tries) => new access_denied/* AccessDenied */.O(roleArn, (0,access_denied/* claimsOf */.d)(token), reason(tries)),
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


/***/ }),

/***/ 658:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ clientSettings)
/* harmony export */ });
const MAX_ATTEMPTS = 5;
const TIMEOUTS = { connectionTimeout: 5_000, requestTimeout: 30_000, throwOnRequestTimeout: true };
/**
 * The settings that every client of the AWS SDK gets: five attempts (or `AWS_MAX_ATTEMPTS`), time limits,
 * the endpoint of `AWS_ENDPOINT_URL_<SERVICE>` or `AWS_ENDPOINT_URL`, and the proxy.
 */
async function clientSettings(service, session, world) {
    const { env } = world;
    // The SDK's switch for its notice on Node versions; the runner chooses Node, so its users can't heed it.
    env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
    const ignored = env['AWS_IGNORE_CONFIGURED_ENDPOINT_URLS']?.toLowerCase() === 'true';
    const endpoint = ignored ? '' : env[`AWS_ENDPOINT_URL_${service}`] || env['AWS_ENDPOINT_URL'];
    const attempts = Number(env['AWS_MAX_ATTEMPTS']);
    return {
        region: session.region,
        retryMode: 'standard',
        maxAttempts: Number.isInteger(attempts) && attempts > 0 ? attempts : MAX_ATTEMPTS,
        requestHandler: await requestHandler(world.proxyUrl?.bind(world)),
        ...(session.credentials !== undefined && { credentials: session.credentials }),
        ...(endpoint && { endpoint }),
    };
}
/** Chooses the proxy by the URL of each request: only the SDK knows the host that region and environment lead to. */
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

/***/ 5155:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $x: () => (/* binding */ incomplete),
/* harmony export */   GZ: () => (/* binding */ isDenied),
/* harmony export */   Gy: () => (/* binding */ AwsError),
/* harmony export */   Up: () => (/* binding */ missingPermission),
/* harmony export */   dg: () => (/* binding */ isTransient),
/* harmony export */   xS: () => (/* binding */ factsOf)
/* harmony export */ });
/* harmony import */ var _text__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2802);

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
    const fields = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(error) ? error : { message: String(error) };
    const metadata = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u)(fields['$metadata']) ? fields['$metadata'] : {};
    const status = typeof metadata['httpStatusCode'] === 'number' ? metadata['httpStatusCode'] : undefined;
    const requestId = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(textIn(metadata, 'requestId'));
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
    const words = (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(secret ? message.replaceAll(secret, '***') : message) || 'no reason given';
    return { action, code: (0,_text__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .T)(code), status, requestId, words };
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
        /^(?:UnrecognizedClientException|InvalidClientTokenId|InvalidSignatureException|SignatureDoesNotMatch)$/,
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
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ox: () => (/* binding */ audienceOf),
/* harmony export */   R1: () => (/* binding */ checkRole),
/* harmony export */   SM: () => (/* binding */ InvalidRole),
/* harmony export */   g4: () => (/* binding */ checkAccount)
/* harmony export */ });
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

/***/ 2802:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ oneLine),
/* harmony export */   u: () => (/* binding */ isRecord)
/* harmony export */ });
const LONGEST_LINE = 400;
// Controls (ANSI's escape among them), line ends, and marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
/** Text from outside as one printable line of bounded length. */
function oneLine(text) {
    const line = text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}…` : line;
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 9776:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   i: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_access_denied__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(6515);
/* harmony import */ var _aws_assume_role__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(6886);
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(5155);
/* harmony import */ var _aws_role__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(2085);
/* harmony import */ var _github_markdown__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(5566);
/* harmony import */ var _inputs__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8422);
/* harmony import */ var _registry_budget__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(410);
/* harmony import */ var _registry_copy__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2667);
/* harmony import */ var _registry_docker_config__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(26);
/* harmony import */ var _registry_error__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3269);
/* harmony import */ var _registry_images__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7373);
/* harmony import */ var _registry_tree__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(7591);












const REASONS = [
    ['invalid-input', [_inputs__WEBPACK_IMPORTED_MODULE_8__/* .InvalidInput */ .o, _aws_role__WEBPACK_IMPORTED_MODULE_9__/* .InvalidRole */ .SM]],
    ['invalid-images', [_registry_images__WEBPACK_IMPORTED_MODULE_6__/* .InvalidImages */ .q, _registry_tree__WEBPACK_IMPORTED_MODULE_7__/* .WrongPlatform */ .vV]],
    ['aws-denied', [_aws_access_denied__WEBPACK_IMPORTED_MODULE_0__/* .AccessDenied */ .O]],
    ['aws-failed', [_aws_error__WEBPACK_IMPORTED_MODULE_2__/* .AwsError */ .Gy, _aws_assume_role__WEBPACK_IMPORTED_MODULE_1__/* .NoIdToken */ .W]],
    ['rate-limited', [_registry_budget__WEBPACK_IMPORTED_MODULE_10__/* .RateLimited */ .JH]],
    ['copy-failed', [_registry_copy__WEBPACK_IMPORTED_MODULE_3__/* .CopyFailed */ .x, _registry_error__WEBPACK_IMPORTED_MODULE_5__/* .RegistryError */ .gl, _registry_error__WEBPACK_IMPORTED_MODULE_5__/* .CorruptContent */ .Bj, _registry_error__WEBPACK_IMPORTED_MODULE_5__/* .UnsupportedContent */ .$p, _registry_docker_config__WEBPACK_IMPORTED_MODULE_4__/* .DockerConfigError */ .Z]],
];
/** The word for what went wrong. */
function reasonOf(error) {
    if (error instanceof _aws_error__WEBPACK_IMPORTED_MODULE_2__/* .AwsError */ .Gy && (0,_aws_error__WEBPACK_IMPORTED_MODULE_2__/* .isDenied */ .GZ)(error.facts))
        return 'aws-denied';
    const known = REASONS.find(([, classes]) => classes.some((one) => error instanceof one));
    return known?.[0] ?? 'unexpected';
}
/** What to leave behind when a command could not even begin. */
function failedOutcome(error) {
    const message = error instanceof Error ? error.message : String(error);
    const lines = message.split('\n').map((line) => `- ${(0,_github_markdown__WEBPACK_IMPORTED_MODULE_11__/* .code */ .aY)(line)}`);
    return {
        outputs: {},
        summary: ['## ❌ Nothing was done', ...lines].join('\n\n'),
        warnings: [],
        annotations: error instanceof _registry_images__WEBPACK_IMPORTED_MODULE_6__/* .InvalidImages */ .q ? annotationsOf(error) : [],
        failure: { reason: reasonOf(error), message },
    };
}
const annotationsOf = ({ path, faults }) => faults.map((fault) => ({ file: path, ...fault }));


/***/ }),

/***/ 6403:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  e: () => (/* binding */ mirror)
});

// EXTERNAL MODULE: ./src/github/markdown.ts
var markdown = __nccwpck_require__(5566);
// EXTERNAL MODULE: ./src/github/units.ts
var units = __nccwpck_require__(9516);
;// CONCATENATED MODULE: ./src/github/mirror-summary.ts


const COLUMNS = [
    { title: 'Image', align: 'left' },
    { title: 'Tag', align: 'left' },
    { title: 'Digest', align: 'left' },
    { title: 'Size', align: 'right' },
    { title: 'What happened', align: 'left' },
    { title: 'Time', align: 'right' },
    { title: 'Speed', align: 'right' },
];
/** The job summary: what came of it in one sentence, what failed and why, then the table. */
function renderMirror(report) {
    const failed = report.rows.filter(({ status }) => status === 'failed');
    return [
        `## ${title(report, failed.length)}`,
        `${sentence(report)} Target: ${(0,markdown/* code */.aY)(report.target)}`,
        ...failures(failed),
        (0,markdown/* table */.tp)(COLUMNS, report.rows.map(cells)),
        ...warnings(report.warnings),
        ...references(report),
    ].join('\n\n');
}
function title({ dryRun, rows }, failed) {
    if (failed > 0)
        return `❌ ${failed} of ${count(rows.length, 'image')} not mirrored`;
    return dryRun ? '🔎 What would be mirrored' : `✅ ${count(rows.length, 'image')} mirrored`;
}
/** The outcome in one line, for the log as well. */
function sentence({ rows, seconds, dryRun }) {
    const of = (status) => rows.filter((row) => row.status === status);
    const moved = of(dryRun ? 'planned' : 'copied');
    const bytes = moved.reduce((sum, row) => sum + row.sentBytes, 0);
    const parts = [
        moved.length > 0 &&
            `${dryRun ? 'would copy ' : ''}${count(moved.length, 'image')}${dryRun ? '' : ' copied'} (${(0,units/* formatBytes */.z3)(bytes)})`,
        of('present').length > 0 && `${of('present').length} already there`,
        of('failed').length > 0 && `${of('failed').length} failed`,
    ];
    const said = parts.filter((part) => part !== false).join(', ');
    const rate = dryRun ? '' : (0,units/* formatRate */.CE)(bytes, seconds);
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}, in ${(0,units/* formatSeconds */.Xo)(seconds)}${rate && ` (${rate})`}.`;
}
function cells(row) {
    return [
        `**${row.name}**`,
        (0,markdown/* code */.aY)(row.tag),
        (0,markdown/* code */.aY)(row.digest.slice(0, 'sha256:'.length + 12)),
        row.size === undefined ? '' : (0,units/* formatBytes */.z3)(row.size),
        outcome(row),
        row.seconds === undefined ? '' : (0,units/* formatSeconds */.Xo)(row.seconds),
        row.status === 'copied' && row.seconds !== undefined ? (0,units/* formatRate */.CE)(row.sentBytes, row.seconds) : '',
    ];
}
function outcome({ status, sentBytes, mountedBytes, presentBytes }) {
    const parts = [
        mountedBytes > 0 && `${(0,units/* formatBytes */.z3)(mountedBytes)} mounted`,
        presentBytes > 0 && `${(0,units/* formatBytes */.z3)(presentBytes)} were there`,
    ].filter((part) => part !== false);
    const partly = parts.length === 0 ? '' : `${(0,units/* formatBytes */.z3)(sentBytes)}, ${parts.join(', ')}`;
    switch (status) {
        case 'copied':
            return `copied ${partly}`.trim();
        case 'planned':
            return `would copy ${partly || (0,units/* formatBytes */.z3)(sentBytes)}`;
        case 'present':
            return 'already there';
        case 'failed':
            return '❌ failed';
    }
}
function failures(rows) {
    const reasons = rows.map(({ name, reason }) => `- **${name}**: ${(0,markdown/* code */.aY)(reason ?? '')}`);
    return reasons.length === 0 ? [] : [['### Why', '', ...reasons].join('\n')];
}
function warnings(texts) {
    return texts.length === 0
        ? []
        : [['### Worth knowing', '', ...texts.map((text) => `- ${(0,markdown/* prose */.CS)(text)}`)].join('\n')];
}
/** Full names by digest, to paste into a task definition or a pull command. */
function references({ rows, target, dryRun }) {
    const landed = rows.filter(({ status }) => status === 'copied' || status === 'present');
    if (dryRun || landed.length === 0)
        return [];
    const lines = landed.map(({ name, digest }) => `${target}/${name}@${digest}`);
    return [
        [
            '<details><summary>References by digest</summary>',
            '',
            '```text',
            ...lines,
            '```',
            '',
            '</details>',
        ].join('\n'),
    ];
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./src/github/progress.ts

const BAR = 20;
/** A line per image that moves, every few seconds: a log has no cursor to go back with. */
class Progress {
    world;
    lines = new Map();
    startedMs;
    width;
    timer;
    constructor(totals, world) {
        this.world = world;
        for (const [name, total] of totals)
            this.lines.set(name, { total, done: 0, told: -1 });
        this.width = Math.max(0, ...[...totals.keys()].map((name) => name.length));
        this.startedMs = world.now();
    }
    start(everyMs) {
        this.timer = setInterval(() => {
            this.tell();
        }, everyMs);
        this.timer.unref();
    }
    add(name, bytes) {
        const line = this.lines.get(name);
        if (line !== undefined)
            line.done += bytes;
    }
    stop() {
        clearInterval(this.timer);
    }
    tell() {
        const seconds = (this.world.now() - this.startedMs) / 1000;
        for (const [name, line] of this.lines) {
            if (line.done === line.told || line.done >= line.total)
                continue;
            line.told = line.done;
            this.world.log.info(`${name.padEnd(this.width)}  ${bar(line)}  ${(0,units/* formatRate */.CE)(line.done, seconds)}`);
        }
    }
}
function bar({ done, total }) {
    const share = Math.min(1, done / total);
    const filled = Math.floor(share * BAR);
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percent}  ${(0,units/* formatBytes */.z3)(done)} of ${(0,units/* formatBytes */.z3)(total)}`;
}

// EXTERNAL MODULE: ./src/inputs.ts
var src_inputs = __nccwpck_require__(8422);
// EXTERNAL MODULE: ./src/registry/copy.ts + 3 modules
var copy = __nccwpck_require__(2667);
// EXTERNAL MODULE: ./src/registry/error.ts
var registry_error = __nccwpck_require__(3269);
// EXTERNAL MODULE: ./src/registry/images.ts
var registry_images = __nccwpck_require__(7373);
;// CONCATENATED MODULE: ./src/registry/pool.ts
/** Runs at most `limit` tasks at once; of those that wait, the heaviest goes first. */
class Pool {
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

// EXTERNAL MODULE: ./src/registry/survey.ts
var survey = __nccwpck_require__(7781);
// EXTERNAL MODULE: ./src/registry/tree.ts
var tree = __nccwpck_require__(7591);
// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __nccwpck_require__(9776);
;// CONCATENATED MODULE: ./src/commands/mirror-result.ts



const bytesOf = (blobs) => blobs.reduce((sum, { size }) => sum + size, 0);
const bytesToSend = ({ missingBlobs }) => bytesOf(missingBlobs);
const NOTHING = {
    size: undefined,
    sentBytes: 0,
    mountedBytes: 0,
    presentBytes: 0,
    seconds: undefined,
    reason: undefined,
};
/** What a survey alone says: the whole of a dry run, and of an image that was there already. */
function planned(survey) {
    const { name, tag, digest } = survey.job;
    switch (survey.kind) {
        case 'failed':
            return failed(survey.job, survey.error);
        case 'present':
            return { row: { ...NOTHING, name, tag: survey.tag, digest, status: 'present' }, warnings: [] };
        case 'missing': {
            const bytes = {
                size: survey.size,
                sentBytes: bytesToSend(survey),
                presentBytes: bytesOf(survey.presentBlobs),
            };
            const status = isThere(survey) ? 'present' : 'planned';
            return { row: { ...NOTHING, name, tag, digest, status, ...bytes }, warnings: survey.warnings };
        }
    }
}
function landed(survey, copied, seconds) {
    const { name, digest } = survey.job;
    const { tag, sentBytes, mountedBytes, warnings } = copied;
    const bytes = { size: survey.size, sentBytes, mountedBytes, presentBytes: bytesOf(survey.presentBlobs) };
    const status = isThere(survey) ? 'present' : 'copied';
    return { row: { ...NOTHING, name, tag, digest, status, ...bytes, seconds }, warnings };
}
/** Looked at again for its signatures only. */
const isThere = ({ job, found }) => found.tag === job.digest || found.fallbackTag === job.digest;
function failed({ name, tag, digest }, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { row: { ...NOTHING, name, tag, digest, status: 'failed', reason }, warnings: [], error };
}
/** The line of the log for an image that landed or failed. */
function line({ name, status, sentBytes, seconds = 0, reason = '' }) {
    if (status === 'failed')
        return `${name}: failed: ${reason}`;
    return `${name}: ${(0,units/* formatBytes */.z3)(sentBytes)} copied in ${(0,units/* formatSeconds */.Xo)(seconds)} ${(0,units/* formatRate */.CE)(sentBytes, seconds)}`;
}
/** `images` as JSON from name to full reference by digest, `copied` and `bytes` as numbers. */
function outputsOf({ rows, target }) {
    const there = rows.filter(({ status }) => status === 'copied' || status === 'present');
    const copied = rows.filter(({ status }) => status === 'copied');
    return {
        images: JSON.stringify(Object.fromEntries(there.map(({ name, digest }) => [name, `${target}/${name}@${digest}`]))),
        copied: String(copied.length),
        bytes: String(copied.reduce((sum, { sentBytes }) => sum + sentBytes, 0)),
    };
}
/** Faults of the file that only a registry could show, each beside its line. */
function annotationsOf(results, images, file) {
    return results.flatMap(({ row, error }) => {
        const image = images.find(({ name }) => name === row.name);
        if (!(error instanceof tree/* WrongPlatform */.vV) || image === undefined)
            return [];
        return [{ file, ...image.position, message: `${row.name}: ${error.message}` }];
    });
}
function failureOf(results, target) {
    const lost = results.filter(({ row }) => row.status === 'failed');
    if (lost.length === 0)
        return undefined;
    const reasons = new Set(lost.map(({ error }) => (0,failure/* reasonOf */.A)(error)));
    const [reason = 'copy-failed'] = reasons;
    const lines = lost.map(({ row }) => `${row.name}: ${row.reason ?? ''}`);
    const head = `${lost.length} of ${results.length} images did not reach ${target}`;
    return { reason: reasons.size === 1 ? reason : 'copy-failed', message: [head, ...lines].join('\n') };
}

// EXTERNAL MODULE: ./src/aws/client.ts
var aws_client = __nccwpck_require__(658);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __nccwpck_require__(5155);
;// CONCATENATED MODULE: ./src/aws/ecr-login.ts

/**
 * Reads the answer of `GetAuthorizationToken`, whose token is the base64 form of `AWS:<password>`.
 * Masks the password and the form it came in before it looks any further.
 *
 * @throws AwsError when the answer is incomplete
 */
function readLogin({ authorizationData }, world) {
    const { authorizationToken = '', expiresAt, proxyEndpoint = '' } = authorizationData?.[0] ?? {};
    const [, username, password] = /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? [];
    for (const secret of [authorizationToken, password])
        if (secret)
            world.mask(secret);
    const host = URL.canParse(proxyEndpoint) ? new URL(proxyEndpoint).host : '';
    if (!username || !password || !expiresAt || host === '') {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)('ecr:GetAuthorizationToken', "the registry's address or password"));
    }
    return { host, username, password, expiresAt };
}

;// CONCATENATED MODULE: ./src/aws/ecr-repository.ts

/** How a repository of ours is made; one that exists keeps the settings its owner gave it. */
const REPOSITORY = {
    imageTagMutability: 'IMMUTABLE',
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfiguration: { encryptionType: 'AES256' },
    tags: [{ Key: 'managed-by', Value: 'langfuse-deploy' }],
};
/**
 * Only what carries no tag ever expires, and all that is deployed carries one: tags are immutable here, so none moves away.
 * The manifests below a tagged index carry none, yet are safe: "If an image is referenced by a manifest list, it cannot be
 * expired or archived without the manifest list being deleted or archived first"
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html, evaluation rules).
 * What remains is what a copy left behind that broke off before its tag; thirty days leave time to finish it.
 */
const LIFECYCLE_POLICY = JSON.stringify({
    rules: [
        {
            rulePriority: 1,
            description: 'Expire what no tag leads to after 30 days',
            selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
            action: { type: 'expire' },
        },
    ],
});
/** What to say when a repository could not be made; `registry` is its host's account and region. */
function notCreated(error, name, region) {
    const facts = (0,aws_error/* factsOf */.xS)(error, 'ecr:CreateRepository');
    const words = `repository ${name} could not be created: ${facts.words}`;
    if (!(0,aws_error/* isDenied */.GZ)(facts))
        return new aws_error/* AwsError */.Gy({ ...facts, words }, { cause: error });
    const advice = `Allow ${(0,aws_error/* missingPermission */.Up)(facts)} on repository/${name} in a policy of the role, ` +
        `or create the repository yourself (${createCommand(name, region)}) and give create-repositories: false.`;
    return new aws_error/* AwsError */.Gy({ ...facts, words }, { cause: error, advice });
}
/** What to say when a new repository has no lifecycle policy; nothing depends on it but the bill. */
function withoutPolicy(error, name, region) {
    const facts = (0,aws_error/* factsOf */.xS)(error, 'ecr:PutLifecyclePolicy');
    const remedy = (0,aws_error/* isDenied */.GZ)(facts) ? `Allow ${(0,aws_error/* missingPermission */.Up)(facts)} for later repositories and run` : 'Run';
    return (`Repository ${name} was created without a lifecycle policy, so untagged images stay: ${facts.words.replace(/\.$/, '')} ` +
        `(${facts.code}). ${remedy}: ${policyCommand(name, region)}`);
}
function createCommand(name, region) {
    return (`aws ecr create-repository --region ${region} --repository-name ${name} ` +
        '--image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true');
}
function policyCommand(name, region) {
    return `aws ecr put-lifecycle-policy --region ${region} --repository-name ${name} --lifecycle-policy-text '${LIFECYCLE_POLICY}'`;
}

;// CONCATENATED MODULE: ./src/aws/ecr.ts




// BatchGetImage and BatchCheckLayerAvailability take 1 to 100 ids each.
const LARGEST_BATCH = 100;
// All forms, or ECR answers with a manifest that it converted, which has another digest.
const MANIFEST_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** The API of Amazon ECR: what the registry's own protocol has not, or can only ask one by one. */
class Ecr {
    session;
    world;
    connected;
    registry;
    /** @param registryId the account whose registry is meant; the session's own if absent */
    constructor(session, world, registryId) {
        this.session = session;
        this.world = world;
        this.registry = registryId === undefined ? {} : { registryId };
    }
    /**
     * The name and password with which the registry is pushed to (`GetAuthorizationToken`).
     * @throws AwsError
     */
    async login() {
        const { GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
        const client = await this.client();
        try {
            const login = readLogin(await client.send(new GetAuthorizationTokenCommand({})), this.world);
            // The password is good for any registry that the role may use; AWS answers with the host of the role's own.
            const { registryId } = this.registry;
            return registryId === undefined
                ? login
                : { ...login, host: login.host.replace(/^\d{12}(?=\.dkr)/, registryId) };
        }
        catch (error) {
            throw error instanceof aws_error/* AwsError */.Gy
                ? error
                : new aws_error/* AwsError */.Gy((0,aws_error/* factsOf */.xS)(error, 'ecr:GetAuthorizationToken'), { cause: error });
        }
    }
    /**
     * Which of an image's names are there, a hundred in one request (`BatchGetImage`); ask for at least one.
     * @returns undefined when the role may not ask, which says nothing about the images
     * @throws AwsError
     */
    async images(repository, references) {
        const { BatchGetImageCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
        const asked = new Set([...references.tags, ...references.digests]);
        const ids = [
            ...[...new Set(references.tags)].map((imageTag) => ({ imageTag })),
            ...[...new Set(references.digests)].map((imageDigest) => ({ imageDigest })),
        ];
        const input = { ...this.registry, repositoryName: repository, acceptedMediaTypes: MANIFEST_TYPES };
        const found = await this.inBatches('ecr:BatchGetImage', ids, async (client, imageIds) => {
            const { images = [] } = await client.send(new BatchGetImageCommand({ ...input, imageIds }));
            return images.flatMap(({ imageId: { imageTag, imageDigest } = {} }) => imageDigest === undefined ? [] : [imageTag, imageDigest].map((name) => [name, imageDigest]));
        });
        if (found === 'denied')
            return undefined;
        if (found === 'no repository')
            return { repositoryExists: false, digests: new Map() };
        const names = found.flatMap(([name, digest]) => name !== undefined && asked.has(name) ? [[name, digest]] : []);
        return { repositoryExists: true, digests: new Map(names) };
    }
    /**
     * Which blobs the repository can use as they are (`BatchCheckLayerAvailability`); archived ones it can't.
     * @returns undefined when the role may not ask; none when there is no such repository
     * @throws AwsError
     */
    async blobs(repository, digests) {
        const { BatchCheckLayerAvailabilityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
        const input = { ...this.registry, repositoryName: repository };
        const found = await this.inBatches('ecr:BatchCheckLayerAvailability', [...new Set(digests)], async (client, layerDigests) => {
            const { layers = [] } = await client.send(new BatchCheckLayerAvailabilityCommand({ ...input, layerDigests }));
            return layers.flatMap(({ layerDigest, layerAvailability }) => layerDigest !== undefined && layerAvailability === 'AVAILABLE' ? [layerDigest] : []);
        });
        return found === 'denied' ? undefined : new Set(found === 'no repository' ? [] : found);
    }
    /**
     * Makes a repository with immutable tags, scan on push, encryption and a lifecycle policy.
     * One that exists, or that someone else makes in the same moment, is success and keeps its settings.
     * @throws AwsError naming the missing permission and the ways around it
     */
    async createRepository(name) {
        const { CreateRepositoryCommand, PutLifecyclePolicyCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
        const client = await this.client();
        const repository = { ...this.registry, repositoryName: name };
        try {
            await client.send(new CreateRepositoryCommand({ ...repository, ...REPOSITORY, tags: [...REPOSITORY.tags] }));
        }
        catch (error) {
            if ((0,aws_error/* factsOf */.xS)(error, '').code === 'RepositoryAlreadyExistsException')
                return { created: false };
            throw notCreated(error, name, this.session.region);
        }
        try {
            await client.send(new PutLifecyclePolicyCommand({ ...repository, lifecyclePolicyText: LIFECYCLE_POLICY }));
            return { created: true };
        }
        catch (error) {
            return { created: true, warning: withoutPolicy(error, name, this.session.region) };
        }
    }
    /**
     * Whether the account lets a blob be used by several repositories without a second upload
     * (`GetAccountSetting`, https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html).
     * @returns false when the role may not ask
     */
    async mountsBlobs() {
        const { GetAccountSettingCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
        const client = await this.client();
        try {
            const { value } = await client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }));
            return value === 'ENABLED';
        }
        catch {
            // Asked to save time only: without an answer, each repository is sent its own.
            return false;
        }
    }
    async inBatches(action, ids, ask) {
        const found = [];
        const client = await this.client();
        try {
            for (let start = 0; start < ids.length; start += LARGEST_BATCH) {
                found.push(...(await ask(client, ids.slice(start, start + LARGEST_BATCH))));
            }
            return found;
        }
        catch (error) {
            const facts = (0,aws_error/* factsOf */.xS)(error, action);
            if ((0,aws_error/* isDenied */.GZ)(facts))
                return 'denied';
            if (facts.code === 'RepositoryNotFoundException')
                return 'no repository';
            throw new aws_error/* AwsError */.Gy(facts, { cause: error });
        }
    }
    async client() {
        // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
        await this.session.credentials?.();
        this.connected ??= this.connect();
        return this.connected;
    }
    async connect() {
        const { ECRClient } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(249)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 8249, 19));
        return new ECRClient(await (0,aws_client/* clientSettings */.r)('ECR', this.session, this.world));
    }
}

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
function isEcrHost(host) {
    return parseEcrHost(host) !== undefined;
}

// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __nccwpck_require__(2902);
// EXTERNAL MODULE: ./src/registry/docker-config.ts
var docker_config = __nccwpck_require__(26);
// EXTERNAL MODULE: ./src/registry/governor.ts
var governor = __nccwpck_require__(1561);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __nccwpck_require__(506);
;// CONCATENATED MODULE: ./src/registry/presence.ts


/** One HEAD a question, as every registry takes it. */
function presenceByHead(registry, requests) {
    const digestAt = async (repository, reference) => {
        const { status, headers } = await registry.call({
            method: 'HEAD',
            path: `${repository}/manifests/${reference}`,
            // The scope of the writes to come, so that one token does for all.
            scopes: [(0,client/* push */.VC)(repository)],
            accept: [200, 404],
            headers: { accept: manifest/* MANIFEST_TYPES */._P.join(', ') },
        });
        return status === 200 ? headers['docker-content-digest']?.toString() : undefined;
    };
    return {
        async image({ repository, tag, fallbackTag, digest }) {
            const tagged = await digestAt(repository, tag);
            if (tagged === undefined || tagged === digest) {
                const hasDigest = tagged === digest || (await digestAt(repository, digest)) !== undefined;
                return { repositoryExists: true, tag: tagged, fallbackTag: undefined, hasDigest };
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

// EXTERNAL MODULE: ./src/registry/reference.ts
var reference = __nccwpck_require__(9310);
// EXTERNAL MODULE: ./src/aws/assume-role.ts + 1 modules
var assume_role = __nccwpck_require__(6886);
// EXTERNAL MODULE: ./src/aws/role.ts
var role = __nccwpck_require__(2085);
;// CONCATENATED MODULE: ./src/aws/session.ts



/**
 * A session with the credentials that the step was given: environment, profile, container, instance.
 * AWS is asked for the account (`sts:GetCallerIdentity`) only when there is a list to compare it with;
 * without one, missing credentials come to light at the first call.
 *
 * @throws AwsError when there are no credentials, or AWS does not accept them; Error when the account is not allowed
 */
async function ambientSession(request, world) {
    const { region, allowedAccountIds } = request;
    const session = { region, accountId: undefined, credentials: undefined };
    if (allowedAccountIds.length === 0)
        return session;
    const accountId = await callerAccount(session, world);
    (0,role/* checkAccount */.g4)(accountId, allowedAccountIds, 'The step runs with AWS credentials whose identity');
    return { ...session, accountId };
}
async function callerAccount(session, world) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__nccwpck_require__.e(279), __nccwpck_require__.e(861), __nccwpck_require__.e(695)]).then(__nccwpck_require__.t.bind(__nccwpck_require__, 1695, 19));
    const client = new STSClient(await (0,aws_client/* clientSettings */.r)('STS', session, world));
    try {
        const { Account } = await client.send(new GetCallerIdentityCommand({}));
        if (Account !== undefined)
            return Account;
    }
    catch (error) {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* factsOf */.xS)(error, 'sts:GetCallerIdentity'), { cause: error });
    }
    finally {
        client.destroy();
    }
    throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)('sts:GetCallerIdentity', 'an account'));
}

;// CONCATENATED MODULE: ./src/aws/session-name.ts
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

;// CONCATENATED MODULE: ./src/commands/session.ts




/** Who the step is in AWS: the role it is to assume, or the credentials it was started with. */
async function openSession(inputs, region, world) {
    if (region === undefined) {
        throw new src_inputs/* InvalidInput */.o('aws-region: is required, as in eu-central-1; AWS_REGION and AWS_DEFAULT_REGION are not set either');
    }
    const { roleToAssume, allowedAccountIds, roleDurationSeconds: durationSeconds } = inputs;
    const aws = {
        ...world.clock,
        env: world.env,
        mask: world.log.mask,
        proxyUrl: world.proxyUrl,
        idToken: world.idToken,
    };
    if (roleToAssume === undefined)
        return ambientSession({ region, allowedAccountIds }, aws);
    const name = sessionName({
        repository: world.env['GITHUB_REPOSITORY'] ?? 'local',
        runId: world.env['GITHUB_RUN_ID'] ?? '0',
        runAttempt: world.env['GITHUB_RUN_ATTEMPT'] ?? '1',
    });
    const session = await (0,assume_role/* assumeRole */.x)({ roleArn: roleToAssume, region, durationSeconds, sessionName: name, allowedAccountIds }, aws);
    world.log.info(`Assumed ${roleToAssume} as ${name}`);
    return session;
}

;// CONCATENATED MODULE: ./src/commands/registries.ts










/** Questions in flight to a registry that takes them one by one; they are small. */
const QUESTIONS_AT_ONCE = 32;
/** The registries of one run, each with its own way to log in. */
class Registries {
    inputs;
    world;
    warn;
    sources = new Map();
    sessions = new Map();
    constructor(inputs, world, warn) {
        this.inputs = inputs;
        this.world = world;
        this.warn = warn;
    }
    /** A registry that images come from: ECR by the AWS session, all others by Docker's config. */
    source(name) {
        const known = this.sources.get(name);
        if (known !== undefined)
            return known;
        const login = parseEcrHost(name) ? this.ecrLogin(name) : this.dockerLogin(name);
        const registry = new client/* Registry */.OR({ name, origin: (0,reference/* apiOrigin */.lG)(name), login }, this.world);
        this.sources.set(name, registry);
        return registry;
    }
    /** The registry that images go to: the account's ECR unless the inputs name another. */
    async target() {
        const name = this.inputs.registry;
        if (name === undefined || parseEcrHost(name))
            return this.ecrTarget(name);
        const registry = new client/* Registry */.OR({ name, origin: (0,reference/* apiOrigin */.lG)(name), login: this.dockerLogin(name) }, this.world);
        const presence = presenceByHead(registry, new Pool(QUESTIONS_AT_ONCE));
        return { registry, presence, prepareRepository: undefined, mounts: () => Promise.resolve(true) };
    }
    async ecrTarget(host) {
        const ecr = await this.ecr(host);
        const first = await ecr.login();
        const name = host ?? first.host;
        const registry = new client/* Registry */.OR({ name, origin: (0,reference/* apiOrigin */.lG)(name), login: this.loginBy(ecr, first), rates: governor/* ECR_RATES */.D }, this.world);
        return {
            registry,
            presence: ecrPresence(ecr, presenceByHead(registry, new Pool(QUESTIONS_AT_ONCE))),
            prepareRepository: (repository) => this.prepare(ecr, repository),
            mounts: () => ecr.mountsBlobs(),
        };
    }
    async prepare(ecr, repository) {
        if (this.inputs.dryRun) {
            this.world.log.info(`${repository} would be created`);
            return;
        }
        if (!this.inputs.createRepositories) {
            throw new src_inputs/* InvalidInput */.o(`create-repositories: is false, and the repository ${repository} does not exist; ` +
                `create it (aws ecr create-repository --repository-name ${repository}), or leave the input out`);
        }
        const { created, warning } = await ecr.createRepository(repository);
        if (created)
            this.world.log.info(`${repository} created: immutable tags, scan on push, encrypted`);
        if (warning !== undefined)
            this.warn(warning);
    }
    /** @param host of an ECR registry; undefined for the session's own */
    async ecr(host) {
        const place = host === undefined ? undefined : parseEcrHost(host);
        const region = place?.region ?? this.inputs.aws.region;
        const session = this.sessions.get(region) ?? openSession(this.inputs.aws, region, this.world);
        this.sessions.set(region, session);
        return new Ecr(await session, { ...this.world, mask: this.world.log.mask }, place?.accountId);
    }
    ecrLogin(host) {
        const credentials = async () => (await this.ecr(host)).login();
        return { challenge: { scheme: 'basic' }, mask: this.world.log.mask, credentials };
    }
    loginBy(ecr, first) {
        let next = first;
        const credentials = async () => {
            const login = next ?? (await ecr.login());
            next = undefined;
            return login;
        };
        return { challenge: { scheme: 'basic' }, mask: this.world.log.mask, credentials };
    }
    dockerLogin(name) {
        const world = { env: this.world.env, run: this.world.runHelper };
        return { mask: this.world.log.mask, credentials: () => (0,docker_config/* dockerCredentials */.d)(name, world) };
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

;// CONCATENATED MODULE: ./src/commands/mirror.ts











const PROGRESS_EVERY_MS = 3_000;
/** Copies the images of images.yaml into the target registry and tells what came of each. */
async function mirror(inputs, world) {
    const startedMs = world.clock.now();
    const images = choose(await readImages(inputs.images, world), inputs.only);
    const warnings = [];
    const registries = new Registries(inputs, world, (text) => warnings.push(text));
    const target = await registries.target();
    const jobs = images.map((image) => jobOf(image, inputs, registries));
    const surveys = await (0,survey/* surveyImages */.$)(jobs, { ...target, includeReferrers: inputs.includeReferrers });
    const copied = inputs.dryRun
        ? new Map()
        : await copyMissing(surveys, { inputs, target, world });
    const results = surveys.map((survey) => copied.get(survey) ?? planned(survey));
    const report = {
        target: `${target.registry.name}/${inputs.prefix}`,
        rows: results.map(({ row }) => row),
        warnings: [...warnings, ...results.flatMap((result) => result.warnings)],
        seconds: (world.clock.now() - startedMs) / 1000,
        dryRun: inputs.dryRun,
    };
    world.log.info(sentence(report));
    return {
        outputs: outputsOf(report),
        summary: renderMirror(report),
        warnings: report.warnings,
        annotations: annotationsOf(results, images, inputs.images),
        failure: failureOf(results, report.target),
    };
}
async function readImages(path, world) {
    const text = await world.readFile(path).catch((error) => {
        const message = `the file cannot be read (${(0,registry_error/* codeOf */.$N)(error)}); check out the repository before this step, or give its path in images`;
        throw new registry_images/* InvalidImages */.q(path, [{ line: 1, column: 1, message }]);
    });
    return (0,registry_images/* parseImages */.e)(text, path);
}
function choose(images, only) {
    const unknown = only.filter((name) => images.every((image) => image.name !== name));
    if (unknown.length > 0) {
        const names = images.map(({ name }) => name).join(', ');
        throw new src_inputs/* InvalidInput */.o(`only: there is no image '${unknown.join("', '")}'; the file has ${names}`);
    }
    return only.length === 0 ? images : images.filter(({ name }) => only.includes(name));
}
function jobOf(image, { prefix }, registries) {
    const { name, repository, tag, digest, platform } = image;
    const source = registries.source(image.registry);
    return { name, source, repository, tag, digest, platform, targetRepository: `${prefix}/${name}` };
}
/** Copies what is missing, with a line in the log as each image lands. @returns what came of it, by survey */
async function copyMissing(surveys, { inputs, target, world }) {
    const missing = surveys.filter((survey) => survey.kind === 'missing');
    const totals = new Map(missing.map((survey) => [survey.job.name, bytesToSend(survey)]));
    for (const [name, total] of totals)
        world.log.info(`${name}: ${(0,units/* formatBytes */.z3)(total)} to copy`);
    const progress = new Progress(totals, { log: world.log, now: () => world.clock.now() });
    progress.start(PROGRESS_EVERY_MS);
    const startedMs = world.clock.now();
    const seconds = () => (world.clock.now() - startedMs) / 1000;
    const copies = (0,copy/* copyImages */._)(missing, {
        target: target.registry,
        pool: new Pool(inputs.concurrency),
        mounts: missing.length > 1 && (await target.mounts()),
        onBytes: (name, bytes) => {
            progress.add(name, bytes);
        },
    });
    const results = missing.map(async (survey, index) => {
        const result = await copies[index]?.then((copied) => landed(survey, copied, seconds()), (error) => failed(survey.job, error));
        const told = result ?? failed(survey.job, new Error('it was not tried'));
        world.log.info(line(told.row));
        return [survey, told];
    });
    try {
        return new Map(await Promise.all(results));
    }
    finally {
        progress.stop();
    }
}


/***/ }),

/***/ 3385:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ openLog),
/* harmony export */   t: () => (/* binding */ inert)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);

/**
 * The log without `@actions/core`, which takes longer to load than the first request to a registry.
 * Nothing that is written can start a workflow command
 * (https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands).
 */
function openLog(output) {
    return {
        info: (line) => output.write(inert(line) + node_os__WEBPACK_IMPORTED_MODULE_0__.EOL),
        mask: (secret) => {
            // A line end in the value would end the command; the runner masks each line of a value by itself.
            for (const line of secret.split(/\r?\n/))
                if (line !== '')
                    output.write(`::add-mask::${escapeData(line)}${node_os__WEBPACK_IMPORTED_MODULE_0__.EOL}`);
        },
    };
}
const escapeData = (value) => value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
// The escapes of a terminal, and all that ends a line, reorders or hides text.
const UNPRINTABLE = /\u001b\[[0-9;?]*[a-zA-Z]|[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** The same text, which the runner reads as text: `::` counts at a line's beginning, `##[` anywhere in it. */
function inert(text) {
    const printable = text.replace(/\r\n?/g, '\n').replace(UNPRINTABLE, '');
    return printable.replaceAll('##[', '## [').replace(/^(\s*):(?=:)/gm, '$1: ');
}


/***/ }),

/***/ 5566:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CS: () => (/* binding */ prose),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/** Text from outside as a code span, in which GitHub reads no Markdown, HTML, mention or issue number. */
function code(text) {
    const line = text.replace(/\s+/g, ' ').trim();
    const longestRun = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
    const fence = '`'.repeat(longestRun + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`;
}
/** Text from outside as running text: every mark of Markdown escaped, and no mention, issue number or address linked. */
function prose(text) {
    const escaped = text.replace(/\s+/g, ' ').replace(/[!-/:-@[-`{-~]/g, '\\$&');
    // GitHub links these after Markdown is done; a comment in between is invisible and keeps them apart.
    return escaped.replace(/\\([@#])/g, '$1<!-- -->');
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


/***/ }),

/***/ 7184:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var _log__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3385);

/** The runner shows ten of a kind a step and drops the rest. */
const MOST_ANNOTATIONS = 10;
/** Sets the outputs, writes the job summary, annotates, and fails the step if it failed. */
async function publish(publication, env) {
    const { outputs, summary, warnings, annotations, failure } = publication;
    const core = await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(317)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4317));
    for (const [name, value] of Object.entries(outputs))
        core.setOutput(name, value);
    if (env['GITHUB_STEP_SUMMARY'])
        await core.summary.addRaw(summary, true).write();
    for (const warning of warnings.slice(0, MOST_ANNOTATIONS))
        core.warning((0,_log__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .t)(warning));
    for (const { file, line, column, message } of annotations.slice(0, MOST_ANNOTATIONS)) {
        core.error((0,_log__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .t)(message), { file, startLine: line, startColumn: column });
    }
    if (failure === undefined)
        return;
    core.setOutput('failure-reason', failure.reason);
    core.setFailed((0,_log__WEBPACK_IMPORTED_MODULE_0__/* .inert */ .t)(failure.message));
}


/***/ }),

/***/ 9516:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   CE: () => (/* binding */ formatRate),
/* harmony export */   Xo: () => (/* binding */ formatSeconds),
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


/***/ }),

/***/ 8422:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ readInputs),
/* harmony export */   o: () => (/* binding */ InvalidInput)
/* harmony export */ });
/** All that is wrong with the inputs, a line each. */
class InvalidInput extends Error {
    name = 'InvalidInput';
}
const COMMANDS = ['mirror'];
const isHost = (text) => /^[a-zA-Z0-9.[\]:-]+$/.test(text) && URL.canParse(`https://${text}`);
const isPrefix = (text) => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text);
/**
 * Reads the inputs as the runner passes them.
 *
 * @param env `INPUT_<NAME>`, where an input that was not given is empty or missing
 * @throws InvalidInput that names each input, its value and what it takes
 */
function readInputs(env) {
    const reader = new Reader(env);
    const command = reader.choice('command', COMMANDS);
    const inputs = {
        command,
        aws: {
            region: reader.text('aws-region') ?? env['AWS_REGION'] ?? env['AWS_DEFAULT_REGION'],
            roleToAssume: reader.text('role-to-assume'),
            roleDurationSeconds: reader.integer('role-duration', { default: 3600, min: 900, max: 43_200 }),
            allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account id of 12 digits'),
        },
        images: reader.text('images') ?? 'images.yaml',
        only: reader.list('only'),
        registry: reader.match('registry', isHost, 'a host, as in registry.example.com:5000'),
        prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? 'langfuse',
        createRepositories: reader.boolean('create-repositories', true),
        includeReferrers: reader.boolean('include-referrers', false),
        concurrency: reader.integer('concurrency', { default: 8, min: 1, max: 64 }),
        dryRun: reader.boolean('dry-run', false),
    };
    if (reader.faults.length > 0)
        throw new InvalidInput(reader.faults.join('\n'));
    return inputs;
}
/** The runner's name for an input (https://docs.github.com/actions/reference/workflows-and-actions/metadata-syntax#inputs). */
const variable = (name) => `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
class Reader {
    env;
    faults = [];
    constructor(env) {
        this.env = env;
    }
    text(name) {
        return this.env[variable(name)]?.trim() || undefined;
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
        for (const item of given)
            if (!pattern.test(item))
                this.faults.push(`${name}: '${item}' is not ${takes}`);
        return given;
    }
    integer(name, range) {
        const value = this.text(name);
        if (value === undefined)
            return range.default;
        const number = /^\d+$/.test(value) ? Number(value) : NaN;
        if (number >= range.min && number <= range.max)
            return number;
        this.faults.push(`${name}: '${value}' is not a whole number from ${range.min} to ${range.max}`);
        return range.default;
    }
    /** YAML 1.2's core schema, as GitHub's own actions read it. */
    boolean(name, otherwise) {
        const value = this.text(name);
        if (value === undefined)
            return otherwise;
        if (/^(?:true|True|TRUE)$/.test(value))
            return true;
        if (/^(?:false|False|FALSE)$/.test(value))
            return false;
        this.faults.push(`${name}: '${value}' is not true or false`);
        return otherwise;
    }
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
/* harmony import */ var _commands_failure__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(9776);
/* harmony import */ var _commands_mirror__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(6403);
/* harmony import */ var _github_log__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(3385);
/* harmony import */ var _github_publish__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(7184);
/* harmony import */ var _github_units__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(9516);
/* harmony import */ var _inputs__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(8422);
/* harmony import */ var _registry_http__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(8851);
/* harmony import */ var _registry_retry__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(1521);











const READ_IDLE_MS = 30_000;
const UPLOAD_IDLE_MS = 300_000;
function openWorld(env, log) {
    const proxyUrl = (url) => (0,_actions_http_client_lib_proxy__WEBPACK_IMPORTED_MODULE_2__/* .getProxyUrl */ .s)(url)?.href;
    return {
        env,
        log,
        http: new _registry_http__WEBPACK_IMPORTED_MODULE_7__/* .Http */ .l({ idleTimeoutMs: READ_IDLE_MS, proxyUrl }),
        clock: { sleep: async (ms) => (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(ms), random: Math.random, now: Date.now },
        retry: {
            ..._registry_retry__WEBPACK_IMPORTED_MODULE_8__/* .DEFAULT_RETRY */ .vI,
            onWait: (error, waitMs) => {
                log.info(`${error.message}; trying again in ${(0,_github_units__WEBPACK_IMPORTED_MODULE_9__/* .formatSeconds */ .Xo)(waitMs / 1000)}`);
            },
        },
        uploadIdleTimeoutMs: UPLOAD_IDLE_MS,
        proxyUrl,
        readFile: (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8'),
        runHelper: async (program, args, input) => {
            const { getExecOutput } = await __nccwpck_require__.e(/* import() */ 260).then(__nccwpck_require__.bind(__nccwpck_require__, 1260));
            return getExecOutput(program, args, { input: Buffer.from(input), silent: true, ignoreReturnCode: true });
        },
        idToken: async (audience) => (await Promise.all(/* import() */[__nccwpck_require__.e(260), __nccwpck_require__.e(317)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4317))).getIDToken(audience),
    };
}
const world = openWorld(process.env, (0,_github_log__WEBPACK_IMPORTED_MODULE_5__/* .openLog */ .N)(process.stdout));
try {
    await (0,_github_publish__WEBPACK_IMPORTED_MODULE_6__/* .publish */ .m)(await (0,_commands_mirror__WEBPACK_IMPORTED_MODULE_4__/* .mirror */ .e)((0,_inputs__WEBPACK_IMPORTED_MODULE_10__/* .readInputs */ .K)(world.env), world), world.env);
}
catch (error) {
    await (0,_github_publish__WEBPACK_IMPORTED_MODULE_6__/* .publish */ .m)((0,_commands_failure__WEBPACK_IMPORTED_MODULE_3__/* .failedOutcome */ .i)(error), world.env);
}
finally {
    await world.http.close();
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 6655:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ chunksOf),
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3269);
/* harmony import */ var _network_error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2366);


/**
 * Reads an answer whole.
 *
 * @param limit bytes; what goes beyond is refused, announced or not
 * @throws RegistryError when it is cut off or too long
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
        throw (0,_network_error__WEBPACK_IMPORTED_MODULE_1__/* .networkError */ .x)(request, error);
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
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl({ method, url, message: (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .oneLine */ .TN)(message), transient: false });
}


/***/ }),

/***/ 410:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JH: () => (/* binding */ RateLimited),
/* harmony export */   L9: () => (/* binding */ parsePullsLeft),
/* harmony export */   wD: () => (/* binding */ shortage)
/* harmony export */ });
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

/***/ 2902:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  OR: () => (/* binding */ Registry),
  a$: () => (/* binding */ pull),
  VC: () => (/* binding */ push)
});

// EXTERNAL MODULE: ./src/registry/error.ts
var error = __nccwpck_require__(3269);
// EXTERNAL MODULE: ./src/registry/reference.ts
var reference = __nccwpck_require__(9310);
// EXTERNAL MODULE: ./src/registry/body.ts
var registry_body = __nccwpck_require__(6655);
// EXTERNAL MODULE: ./src/registry/retry.ts
var retry = __nccwpck_require__(1521);
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
 * @throws RegistryError that says who was refused
 */
async function fetchToken(realm, question, http) {
    const request = tokenRequest(realm, question);
    const response = await http.send(request);
    const body = await (0,registry_body/* readBody */.x)(response, request, TOKEN_LIMIT);
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
    const answer = (0,error/* parseJsonObject */.dw)(body.toString('utf8')) ?? {};
    const token = answer['token'] ?? answer['access_token'];
    if (typeof token !== 'string' || token === '') {
        const message = 'the token service answered without a token';
        throw new error/* RegistryError */.gl({ method, url, message, transient: false });
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
    return new error/* RegistryError */.gl({ ...facts, message: words, transient: !isRefusal });
}

;// CONCATENATED MODULE: ./src/registry/auth.ts



const EXPIRY_MARGIN_MS = 10_000;
/** The authorization of one registry: what its challenge asks for, kept by scope, renewed when it runs out. */
class Authorizer {
    origin;
    source;
    world;
    challenge;
    login;
    grants = new Map();
    constructor(origin, source, world) {
        this.origin = origin;
        this.source = source;
        this.world = world;
        this.challenge = source.challenge;
    }
    /** The header to send for these scopes; undefined as long as the registry has not asked for any. */
    async header(scopes) {
        if (this.challenge === undefined)
            return undefined;
        const key = this.challenge.scheme === 'basic' ? '' : scopes.join(' ');
        const pending = this.grants.get(key);
        const kept = await pending;
        if (kept !== undefined && kept.expiresAtMs > this.world.clock.now())
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
            this.challenge = challenge ?? this.challenge;
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
        const { token, lifeMs } = await fetchToken(realm, { challenge, credentials, scopes, login: this.source }, this.world.http);
        const margin = Math.min(EXPIRY_MARGIN_MS, lifeMs / 2);
        return {
            header: `Bearer ${token}`,
            expiresAtMs: this.world.clock.now() + lifeMs - margin,
            accepted: false,
        };
    }
    /** A registry may send its clients' credentials to its token service, but not to this machine or in the clear. */
    realm(text) {
        const url = URL.canParse(text, this.origin.href) ? new URL(text, this.origin) : undefined;
        if (url && (0,reference/* mayLeadTo */.D7)(this.origin, url))
            return url;
        const message = `asks for a token from '${(0,error/* oneLine */.TN)(text)}', which is not an HTTPS address; nothing was sent there`;
        throw new error/* RegistryError */.gl({ method: 'GET', url: this.origin, message, transient: false });
    }
}

// EXTERNAL MODULE: ./src/registry/governor.ts
var governor = __nccwpck_require__(1561);
// EXTERNAL MODULE: ./src/registry/http.ts
var http = __nccwpck_require__(8851);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __nccwpck_require__(506);
// EXTERNAL MODULE: ./src/registry/budget.ts
var budget = __nccwpck_require__(410);
;// CONCATENATED MODULE: ./src/registry/client.ts









/** Specification, "Pushing Manifests": a registry should take 4 MiB; nobody serves more in good faith. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
const ANSWER_LIMIT = 8 * 1024 * 1024;
const TRANSIENT = new Set([408, 429, 500, 502, 503, 504]);
/** ECR says so in plain text, with status 403 (https://github.com/awslabs/amazon-ecr-credential-helper/issues/7). */
const EXPIRED = /authorization token has expired/i;
const pull = (repository) => `repository:${repository}:pull`;
const push = (repository) => `repository:${repository}:pull,push`;
/** One registry over the OCI distribution specification 1.1: addresses, authorization, retries, its words in errors. */
class Registry {
    world;
    name;
    origin;
    authorizer;
    governor;
    /** What Docker Hub said last of how many manifests it would still give. */
    pullsLeft;
    constructor(address, world) {
        this.world = world;
        this.name = address.name;
        this.origin = address.origin;
        this.authorizer = new Authorizer(address.origin, address.login, world);
        this.governor = new governor/* Governor */.n(address.rates, world.clock);
    }
    /** One call with retries, read to its end. @throws RegistryError for a status that `accept` does not list */
    async call(call) {
        return (0,retry/* retry */.L5)(() => this.attempt(call), this.world.clock, this.world.retry);
    }
    /** One call, once. */
    async attempt(call) {
        const { response, request } = await this.open(call);
        const body = await (0,registry_body/* readBody */.x)(response, request, ANSWER_LIMIT);
        return { status: response.statusCode ?? 0, headers: response.headers, body };
    }
    /** One call, once, whose answer is still to be read. */
    async open(call) {
        if (call.rated !== undefined)
            await this.governor.admit(call.rated);
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
        const response = await this.world.http.send(request);
        const status = response.statusCode ?? 0;
        this.pullsLeft = (0,budget/* parsePullsLeft */.L9)(response.headers['ratelimit-remaining']) ?? this.pullsLeft;
        if (status !== 401 && status !== 403 && authorization !== undefined)
            await this.authorizer.accept(authorization);
        if ((call.accept ?? [200]).includes(status))
            return { response, request };
        throw await this.refusal(request, response, { header: authorization, scopes: call.scopes });
    }
    /** A manifest by tag or digest, checked. @throws RegistryError, CorruptContent, UnsupportedContent */
    async manifest(repository, reference) {
        const call = {
            method: 'GET',
            path: `${repository}/manifests/${reference}`,
            scopes: [pull(repository)],
            headers: { accept: (reference.includes(':') ? manifest/* READABLE_TYPES */.xf : manifest/* MANIFEST_TYPES */._P).join(', ') },
        };
        const { bytes, headers } = await (0,retry/* retry */.L5)(async () => {
            const { response, request } = await this.open(call);
            if (/html/i.test(response.headers['content-type'] ?? ''))
                throw notARegistry(request, response);
            return { bytes: await (0,registry_body/* readBody */.x)(response, request, MANIFEST_LIMIT), headers: response.headers };
        }, this.world.clock, this.world.retry);
        const digest = reference.includes(':')
            ? reference
            : (headers['docker-content-digest']?.toString() ?? (0,manifest/* digestOf */.ol)(bytes));
        return { ...(0,manifest/* parseManifest */.Ng)(bytes, digest, headers['content-type'] ?? ''), headers };
    }
    /** What a tag or digest stands for, at no cost to Docker Hub's budget. */
    async headManifest(repository, reference) {
        const { status, headers } = await this.call({
            method: 'HEAD',
            path: `${repository}/manifests/${reference}`,
            scopes: [pull(repository)],
            accept: [200, 404],
            headers: { accept: manifest/* MANIFEST_TYPES */._P.join(', ') },
        });
        return { digest: status === 200 ? headers['docker-content-digest']?.toString() : undefined, headers };
    }
    async hasBlob(repository, digest) {
        const { status } = await this.call({
            method: 'HEAD',
            path: `${repository}/blobs/${digest}`,
            scopes: [push(repository)],
            // A registry that says where the blob lies has it; an address signed for GET would refuse the HEAD.
            accept: [200, ...http/* REDIRECTS */.e, 404],
            redirect: 'manual',
        });
        return status !== 404;
    }
    async refusal(request, response, sent) {
        const status = response.statusCode ?? 0;
        const text = (await (0,registry_body/* readBody */.x)(response, request, ANSWER_LIMIT).catch(() => Buffer.alloc(0))).toString('utf8');
        const { codes, message } = (0,error/* parseErrorBody */.kW)(text, response.headers['content-type'] ?? '');
        const facts = { method: request.method, url: request.url, status, codes };
        if (status === 401 || (status === 403 && EXPIRED.test(text))) {
            const challenge = parseChallenge(response.headers['www-authenticate']);
            if (await this.authorizer.refuse(challenge, sent)) {
                return new error/* RegistryError */.gl({ ...facts, message, retryAfterMs: 0, transient: true });
            }
            return new error/* RegistryError */.gl({
                ...facts,
                message: this.howToLogIn(message, sent.header),
                transient: false,
            });
        }
        const retryAfterMs = (0,retry/* parseRetryAfter */.mu)(response.headers['retry-after'], Date.now());
        return new error/* RegistryError */.gl({
            ...facts,
            message: explain(status, message),
            retryAfterMs,
            transient: TRANSIENT.has(status),
        });
    }
    howToLogIn(message, authorization) {
        const cause = authorization === undefined
            ? 'it wants credentials and there are none'
            : 'it refuses the credentials that were given';
        return `${message}; ${cause}: log in to ${this.name} before this step (docker/login-action, or docker login)`;
    }
}
function notARegistry({ method, url }, response) {
    response.resume();
    return new error/* RegistryError */.gl({ method, url, status: response.statusCode, message: error/* HTML_PAGE */.w2, transient: false });
}
function explain(status, message) {
    return status >= 300 && status < 400 ? (0,error/* oneLine */.TN)(`${message} (a redirect that is not followed)`) : message;
}


/***/ }),

/***/ 2667:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  x: () => (/* binding */ CopyFailed),
  _: () => (/* binding */ copyImages)
});

// EXTERNAL MODULE: ./src/registry/error.ts
var registry_error = __nccwpck_require__(3269);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __nccwpck_require__(2902);
;// CONCATENATED MODULE: ./src/registry/put-manifest.ts


/**
 * Puts a manifest's own bytes under a digest or a tag. Where the registry refuses it or its answer is lost,
 * and the reference stands for that digest all the same, that is success.
 *
 * @throws RegistryError in the registry's words
 */
async function putManifest(registry, { repository, reference, manifest }) {
    try {
        const { headers } = await registry.call({
            method: 'PUT',
            path: `${repository}/manifests/${reference}`,
            scopes: [(0,client/* push */.VC)(repository)],
            accept: [200, 201, 202],
            headers: { 'content-type': manifest.mediaType },
            body: manifest.bytes,
            rated: 'PutImage',
        });
        const stored = headers['docker-content-digest']?.toString() ?? manifest.digest;
        if (stored === manifest.digest)
            return;
        throw new registry_error/* CorruptContent */.Bj(`${registry.name} stored the manifest ${manifest.digest} as ${stored}`);
    }
    catch (error) {
        if (!(error instanceof registry_error/* RegistryError */.gl))
            throw error;
        const { digest } = await registry.headManifest(repository, reference).catch(() => ({ digest: undefined }));
        if (digest !== manifest.digest)
            throw error;
    }
}

// EXTERNAL MODULE: ./src/registry/referrers.ts
var registry_referrers = __nccwpck_require__(9191);
;// CONCATENATED MODULE: ./src/registry/share.ts
/**
 * Decides which image sends a blob that several need: the first of them; the others mount it from there.
 * Nobody waits for a later one, so nobody waits for ever.
 *
 * @returns one share an image, in the order of the images
 */
function shareBlobs(images) {
    const known = heldAlready(images);
    return images.map(({ job, missingBlobs }) => {
        let settle = () => undefined;
        const settled = new Promise((resolve) => (settle = resolve));
        const digests = missingBlobs.map(({ digest }) => digest);
        const holders = new Map([...known].filter(([digest]) => digests.includes(digest)));
        for (const digest of digests) {
            if (!known.has(digest))
                known.set(digest, { repository: job.targetRepository, settled });
        }
        return { holders, settle };
    });
}
function heldAlready(images) {
    const settled = Promise.resolve();
    const held = images.flatMap(({ job, presentBlobs }) => presentBlobs.map(({ digest }) => [digest, { repository: job.targetRepository, settled }]));
    return new Map(held);
}

// EXTERNAL MODULE: ./src/registry/survey.ts
var survey = __nccwpck_require__(7781);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: ./src/registry/body.ts
var body = __nccwpck_require__(6655);
// EXTERNAL MODULE: ./src/registry/network-error.ts
var network_error = __nccwpck_require__(2366);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __nccwpck_require__(506);
// EXTERNAL MODULE: ./src/registry/retry.ts
var retry = __nccwpck_require__(1521);
;// CONCATENATED MODULE: ./src/registry/transfer.ts







/** A connection that brought this much before it broke has not failed: the count of tries begins again. */
const PROGRESS = 1024 * 1024;
/**
 * The bytes of a blob; a connection that breaks is taken up again where it broke.
 *
 * @throws RegistryError after the last try
 */
async function* download({ registry, repository, blob }) {
    const { clock, retry: policy } = registry.world;
    let received = 0;
    for (let tryNumber = 1;; tryNumber++) {
        const before = received;
        try {
            for await (const chunk of downloadFrom({ registry, repository, blob }, received)) {
                received += chunk.length;
                yield chunk;
            }
            return;
        }
        catch (error) {
            if (received - before > PROGRESS)
                tryNumber = 1;
            await (0,retry/* pauseBeforeNext */.xp)(error, { tryNumber, clock, policy });
        }
    }
}
async function* downloadFrom({ registry, repository, blob }, offset) {
    const { response, request } = await registry.open({
        method: 'GET',
        path: `${repository}/blobs/${blob.digest}`,
        scopes: [(0,client/* pull */.a$)(repository)],
        accept: [200, 206],
        ...(offset > 0 && { headers: { range: `bytes=${offset}-` } }),
    });
    const fault = (message) => new registry_error/* RegistryError */.gl({
        method: 'GET',
        url: request.url,
        status: response.statusCode,
        message,
        transient: true,
    });
    try {
        // A server that ignores Range begins at the beginning; what is known already is passed over.
        let skip = response.statusCode === 206 ? 0 : offset;
        const range = response.headers['content-range'];
        if (response.statusCode === 206 && range?.startsWith(`bytes ${offset}-`) !== true) {
            throw fault(`was asked for bytes from ${offset} and sent '${(0,registry_error/* oneLine */.TN)(range ?? 'no range')}'`);
        }
        let position = offset;
        for await (const chunk of (0,body/* chunksOf */.U)(response)) {
            const fresh = chunk.subarray(Math.min(skip, chunk.length));
            skip -= chunk.length - fresh.length;
            position += fresh.length;
            if (fresh.length > 0)
                yield fresh;
        }
        if (position < blob.size)
            throw fault(`ended after ${position} of ${blob.size} bytes`);
    }
    catch (error) {
        throw (0,network_error/* networkError */.x)(request, error);
    }
    finally {
        response.destroy();
    }
}
/**
 * Passes bytes on as they come, the last piece only once size and digest are known to be right:
 * what is wrong stays unfinished, whatever the receiver checks.
 *
 * @throws CorruptContent that names both digests
 */
async function* verified(chunks, blob) {
    const hash = (0,external_node_crypto_.createHash)((0,manifest/* algorithmOf */.Hy)(blob.digest));
    let size = 0;
    let held;
    for await (const chunk of chunks) {
        hash.update(chunk);
        size += chunk.length;
        if (size > blob.size) {
            throw new registry_error/* CorruptContent */.Bj(`blob ${blob.digest} is longer than the ${blob.size} bytes that its manifest gives it`);
        }
        if (held !== undefined)
            yield held;
        held = chunk;
    }
    const digest = `${(0,manifest/* algorithmOf */.Hy)(blob.digest)}:${hash.digest('hex')}`;
    if (size !== blob.size || digest !== blob.digest) {
        throw new registry_error/* CorruptContent */.Bj(`blob ${blob.digest} (${blob.size} bytes) came as ${size} bytes with digest ${digest}; it was not stored`);
    }
    if (held !== undefined)
        yield held;
}
/**
 * Uploads one blob as `POST`, then one `PUT` with all bytes (specification, "POST then PUT"): ECR takes that
 * at any size, while its chunked uploads do not follow the specification
 * (https://github.com/aws/containers-roadmap/issues/2831). Each try opens a session of its own.
 *
 * @param bytes gives the blob from its beginning, once a try
 * @param session an upload that is already open, as a mount that was declined leaves it
 */
async function upload(to, bytes, session) {
    const { registry, repository, blob } = to;
    const { clock, retry: policy } = registry.world;
    await (0,retry/* retry */.L5)(async (tryNumber) => {
        // The answer to a commit may be lost on its way, the blob is not.
        if (tryNumber > 1 && (await registry.hasBlob(repository, blob.digest)))
            return;
        const chunks = verified(bytes(), blob);
        // The first piece is asked for while the upload opens: one round trip for both.
        const first = chunks.next();
        // Whoever reads it is told of a failure; until then nobody is listening.
        first.catch(() => undefined);
        try {
            const location = (tryNumber === 1 ? session : undefined) ?? (await openUpload(registry, repository));
            await commit(to, location, continued(first, chunks));
        }
        finally {
            // Not awaited: a source that hangs would hold up the next try.
            chunks.return(undefined).catch(() => undefined);
        }
    }, clock, policy);
}
/** @returns where to send the bytes @throws RegistryError */
async function openUpload(registry, repository) {
    const path = `${repository}/blobs/uploads/`;
    const rated = 'InitiateLayerUpload';
    const { headers } = await registry.call({
        method: 'POST',
        path,
        scopes: [(0,client/* push */.VC)(repository)],
        accept: [202],
        rated,
    });
    return uploadLocation(registry, headers.location);
}
/**
 * Asks for a blob that another repository of the same registry holds (specification, "Mounting a blob").
 *
 * @returns 'mounted', or the upload to go on with when the registry would rather have the bytes
 */
async function mount({ registry, repository, blob }, from) {
    const query = new URLSearchParams({ mount: blob.digest, from });
    const { status, headers } = await registry.call({
        method: 'POST',
        path: `${repository}/blobs/uploads/?${query.toString()}`,
        scopes: [(0,client/* push */.VC)(repository), (0,client/* pull */.a$)(from)],
        accept: [201, 202],
        rated: 'InitiateLayerUpload',
    });
    return status === 201 ? 'mounted' : uploadLocation(registry, headers.location);
}
async function commit({ registry, repository, blob }, location, body) {
    const url = new URL(location);
    url.searchParams.set('digest', blob.digest);
    const scopes = [(0,client/* push */.VC)(repository)];
    try {
        await registry.attempt({
            method: 'PUT',
            path: url,
            scopes,
            accept: [201, 204],
            headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) },
            body,
            idleTimeoutMs: registry.world.uploadIdleTimeoutMs,
            rated: 'CompleteLayerUpload',
        });
    }
    catch (error) {
        // A courtesy: a session that nobody will finish need not wait for its own expiry.
        await registry
            .attempt({ method: 'DELETE', path: location, scopes, accept: [204, 404] })
            .catch(() => undefined);
        throw restartable(error);
    }
}
/** A session that is gone, or bytes that the registry counted otherwise, need a new session and nothing else. */
function restartable(error) {
    if (!(error instanceof registry_error/* RegistryError */.gl))
        return error;
    const again = error.status === 416 || error.codes.some((code) => /^BLOB_UPLOAD_(?:UNKNOWN|INVALID)$/.test(code));
    return again ? new registry_error/* RegistryError */.gl({ ...error.facts, transient: true }, { cause: error }) : error;
}
/** Bytes and credentials stay with the registry they are for: another host's address is not followed. */
function uploadLocation(registry, location) {
    const { origin } = registry;
    const url = location !== undefined && URL.canParse(location, origin.href) ? new URL(location, origin) : undefined;
    if (url !== undefined && url.hostname === origin.hostname && url.protocol === 'http:')
        url.protocol = origin.protocol;
    if (url?.host === origin.host)
        return url;
    const message = url === undefined
        ? 'opened an upload and did not say where'
        : `wants the upload sent to another host, ${(0,registry_error/* oneLine */.TN)(url.host)}; nothing was sent there`;
    throw new registry_error/* RegistryError */.gl({ method: 'POST', url: origin, message, transient: false });
}
async function* continued(first, rest) {
    const result = await first;
    if (result.done === true)
        return;
    yield result.value;
    yield* rest;
}

;// CONCATENATED MODULE: ./src/registry/copy.ts






/** An image that did not land, with the first reason; the tag was not written. */
class CopyFailed extends Error {
    name = 'CopyFailed';
}
/** Copies images at the same time through one pool of blobs. @returns a promise an image; one that fails does not stop the others */
function copyImages(images, options) {
    const shares = options.mounts ? shareBlobs(images) : [];
    return images.map((image, index) => {
        const share = shares[index];
        return new ImageCopy(image, options).run(share?.holders ?? new Map()).finally(share?.settle);
    });
}
/** Blobs, then child manifests by digest, then the index by digest, the tag last. */
class ImageCopy {
    image;
    options;
    sentBytes = 0;
    mountedBytes = 0;
    warnings;
    failed = false;
    constructor(image, options) {
        this.image = image;
        this.options = options;
        this.warnings = [...image.warnings];
    }
    async run(holders) {
        const { job, tree, found, missingBlobs } = this.image;
        await this.bringAll(missingBlobs, holders);
        if (!found.hasDigest)
            await this.putTree(tree);
        const tag = await this.writeTag();
        await this.bringReferrers().catch((error) => {
            this.warnings.push(`${job.name}: its signatures and attestations could not all be copied: ${(0,registry_error/* wordsOf */.Z9)(error)}`);
        });
        return { tag, sentBytes: this.sentBytes, mountedBytes: this.mountedBytes, warnings: this.warnings };
    }
    async bringAll(blobs, holders) {
        const brought = await Promise.allSettled(blobs.map(async (blob) => {
            const holder = holders.get(blob.digest);
            await holder?.settled;
            await this.options.pool.run(blob.size, () => this.bring(blob, holder?.repository));
        }));
        const failure = brought.find((result) => result.status === 'rejected');
        if (failure === undefined)
            return;
        const reason = failure.reason;
        throw new CopyFailed((0,registry_error/* wordsOf */.Z9)(reason), { cause: reason });
    }
    async bring(blob, from) {
        // The image cannot land any more: what has not begun need not.
        if (this.failed)
            return;
        const { job } = this.image;
        const target = { registry: this.options.target, repository: job.targetRepository, blob };
        try {
            // A registry that will not mount is simply sent the bytes.
            const session = from === undefined ? undefined : await mount(target, from).catch(() => undefined);
            if (session === 'mounted') {
                this.mountedBytes += blob.size;
                this.options.onBytes(job.name, blob.size);
                return;
            }
            await upload(target, this.countedDownload(blob), session);
            this.sentBytes += blob.size;
        }
        catch (error) {
            this.failed = true;
            throw error;
        }
    }
    /** A download that tells how far it is, and takes that back when it begins again. */
    countedDownload(blob) {
        const { job } = this.image;
        const { onBytes } = this.options;
        const from = { registry: job.source, repository: job.repository, blob };
        let counted = 0;
        return async function* () {
            onBytes(job.name, -counted);
            counted = 0;
            for await (const chunk of download(from)) {
                counted += chunk.length;
                onBytes(job.name, chunk.length);
                yield chunk;
            }
        };
    }
    /** Children first: a registry refuses an index whose manifests it does not hold yet. */
    async putTree({ manifest, children }) {
        await Promise.all(children.map((child) => this.putTree(child)));
        await this.put(manifest.digest, manifest);
    }
    put(reference, manifest) {
        return putManifest(this.options.target, {
            repository: this.image.job.targetRepository,
            reference,
            manifest,
        });
    }
    async writeTag() {
        const { job, tree, found } = this.image;
        if (found.tag === job.digest)
            return job.tag;
        try {
            await this.put(job.tag, tree.manifest);
            return job.tag;
        }
        catch (error) {
            if (!isImmutable(error))
                throw error;
        }
        const other = (0,survey/* fallbackTag */.f)(job);
        if (found.fallbackTag !== job.digest)
            await this.put(other, tree.manifest);
        this.warnings.push(`${job.name}: the tag ${job.tag} is immutable in ${job.targetRepository} and stands for ${found.tag ?? 'another digest'}; ` +
            `it was left alone and the image got the tag ${other} as well. Deploy by digest and nothing is wrong`);
        return other;
    }
    async bringReferrers() {
        const { job, referrers, missingReferrerBlobs } = this.image;
        await this.bringAll(missingReferrerBlobs, new Map());
        for (const { tree, tag } of referrers) {
            await this.putTree(tree);
            if (tag !== undefined)
                await this.put(tag, tree.manifest);
        }
        const speaking = referrers.map(({ tree }) => tree.manifest).filter(({ subject }) => subject !== undefined);
        const subjects = new Set(speaking.map(({ subject }) => subject?.digest ?? ''));
        for (const subject of subjects) {
            const about = speaking.filter((manifest) => manifest.subject?.digest === subject);
            const list = await (0,registry_referrers/* listAtTarget */.DB)(this.options.target, job.targetRepository, {
                subject,
                referrers: about,
            });
            if (list !== undefined)
                await this.put(list.tag, list.index);
        }
    }
}
/** ECR refuses a tag that exists, even for the same digest (https://github.com/aws/containers-roadmap/issues/2179). */
function isImmutable(error) {
    if (!(error instanceof registry_error/* RegistryError */.gl))
        return false;
    return error.codes.includes('TAG_INVALID') || /immutable/i.test(error.facts.message);
}


/***/ }),

/***/ 26:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ DockerConfigError),
/* harmony export */   d: () => (/* binding */ dockerCredentials)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_os__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(3269);




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
async function dockerCredentials(registry, world) {
    const { DOCKER_CONFIG: folder, HOME: home } = world.env;
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder || (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(home || (0,node_os__WEBPACK_IMPORTED_MODULE_1__.homedir)(), '.docker'), 'config.json');
    const config = await readConfig(path);
    const keys = configKeys(registry);
    const helpers = (0,_error__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(config['credHelpers']) ? config['credHelpers'] : {};
    const named = keys.map((key) => helpers[key]).find(isGiven);
    if (named !== undefined)
        return askHelper(named, keys[0] ?? registry, world.run);
    const store = config['credsStore'];
    if (isGiven(store)) {
        const stored = await askHelper(store, keys[0] ?? registry, world.run);
        if (stored !== undefined)
            return stored;
    }
    return fromAuths(config['auths'], keys, path);
}
async function readConfig(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch((error) => {
        if ((0,_error__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'ENOENT')
            return '{}';
        throw new DockerConfigError(`${path} cannot be read`, { cause: error });
    });
    const config = (0,_error__WEBPACK_IMPORTED_MODULE_3__/* .parseJsonObject */ .dw)(text);
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
    if (!(0,_error__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(auths))
        return undefined;
    const key = keys.find((candidate) => (0,_error__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(auths[candidate]));
    const entry = key === undefined ? undefined : auths[key];
    if (!(0,_error__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(entry))
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
    throw new DockerConfigError(`${path}: auths.${(0,_error__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(key ?? '')}.auth is not base64 of user:password; run docker login again`);
}
/** The protocol of https://github.com/docker/docker-credential-helpers: a server on stdin, JSON on stdout. */
async function askHelper(helper, server, run) {
    const program = `docker-credential-${helper}`;
    if (!/^[\w.-]+$/.test(helper))
        throw new DockerConfigError(`'${(0,_error__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(helper)}' is not the name of a credential helper`);
    const { exitCode, stdout } = await run(program, ['get'], server).catch((error) => {
        throw new DockerConfigError(`${program}, which Docker's config names for ${server}, cannot be run; install it, or take it out of the config`, { cause: error });
    });
    if (exitCode !== 0) {
        if (/credentials not found/i.test(stdout))
            return undefined;
        throw new DockerConfigError(`${program} get failed for ${server} with exit code ${exitCode}: ${(0,_error__WEBPACK_IMPORTED_MODULE_3__/* .oneLine */ .TN)(stdout)}`);
    }
    const answer = (0,_error__WEBPACK_IMPORTED_MODULE_3__/* .parseJsonObject */ .dw)(stdout);
    if (answer === undefined ||
        typeof answer['Username'] !== 'string' ||
        typeof answer['Secret'] !== 'string') {
        throw new DockerConfigError(`${program} answered something other than Username and Secret for ${server}`);
    }
    const { Username: username, Secret: secret } = answer;
    return username === '<token>' ? { identityToken: secret } : { username, password: secret };
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   $p: () => (/* binding */ UnsupportedContent),
/* harmony export */   Bj: () => (/* binding */ CorruptContent),
/* harmony export */   TN: () => (/* binding */ oneLine),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   dw: () => (/* binding */ parseJsonObject),
/* harmony export */   gl: () => (/* binding */ RegistryError),
/* harmony export */   kW: () => (/* binding */ parseErrorBody),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   w2: () => (/* binding */ HTML_PAGE)
/* harmony export */ });
class RegistryError extends Error {
    facts;
    name = 'RegistryError';
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
        return new RegistryError({ ...this.facts, message, transient: false }, { cause: this });
    }
}
/** Bytes that are not what their digest or size says. Trying again would be trusting the same liar. */
class CorruptContent extends Error {
    name = 'CorruptContent';
}
/** Something that a registry serves which this program does not copy, in a sentence that says so. */
class UnsupportedContent extends Error {
    name = 'UnsupportedContent';
}
const LONGEST_MESSAGE = 300;
// Controls (ANSI's escape among them), line ends, and marks that reorder or hide text.
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/g;
/** Text from outside as one printable line of bounded length. */
function oneLine(text) {
    const line = text.replace(UNPRINTABLE, ' ').replace(/ {2,}/g, ' ').trim();
    return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
/** A proxy, a captive portal or a mistyped host. */
const HTML_PAGE = 'an HTML page came instead of an answer; is this the address of a registry?';
/** Reads `{"errors":[{"code","message"}]}`, and whatever else registries and proxies answer instead. */
function parseErrorBody(body, contentType) {
    const entries = errorEntries(body);
    if (entries.length > 0) {
        const words = entries.map(({ code, message }) => [code, message].filter((word) => word).join(': '));
        return { codes: entries.flatMap(({ code }) => code ?? []), message: oneLine(words.join('; ')) };
    }
    if (/html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body)) {
        return {
            codes: [],
            message: HTML_PAGE,
        };
    }
    return { codes: [], message: oneLine(body) || 'no reason given' };
}
function errorEntries(body) {
    const parsed = parseJsonObject(body);
    if (!Array.isArray(parsed?.['errors']))
        return [];
    return parsed['errors'].filter(isRecord).map((entry) => ({
        ...(typeof entry['code'] === 'string' && { code: oneLine(entry['code']) }),
        ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
    }));
}
/** Node's code of a call that failed, as in `ECONNREFUSED`; empty when there is none. */
function codeOf(error) {
    return isRecord(error) && typeof error['code'] === 'string' ? error['code'] : '';
}
/** What an error says, whatever was thrown. */
function wordsOf(error) {
    const message = isRecord(error) ? error['message'] : error;
    return oneLine(typeof message === 'string' && message !== '' ? message : String(error));
}
/** @returns undefined for anything but a JSON object */
function parseJsonObject(text) {
    try {
        const value = JSON.parse(text);
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}


/***/ }),

/***/ 1561:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ ECR_RATES),
/* harmony export */   n: () => (/* binding */ Governor)
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
class Governor {
    rates;
    clock;
    turns = new Map();
    recent = new Map();
    constructor(rates, clock) {
        this.rates = rates;
        this.clock = clock;
    }
    async admit(call) {
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

/***/ 8851:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ REDIRECTS),
/* harmony export */   l: () => (/* binding */ Http)
/* harmony export */ });
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_events__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(7067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_http__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3269);
/* harmony import */ var _network_error__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(2366);
/* harmony import */ var _reference__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(9310);
/* harmony import */ var _socket__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(2162);






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
     * @throws RegistryError when no answer came; its `transient` says whether another try may help
     */
    async send(request, redirects = 0) {
        const response = await this.exchange(request);
        const location = response.headers.location;
        const follows = request.redirect !== 'manual' && (request.method === 'GET' || request.method === 'HEAD');
        if (!follows || location === undefined || !REDIRECTS.includes(response.statusCode ?? 0))
            return response;
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
                reject((0,_network_error__WEBPACK_IMPORTED_MODULE_3__/* .networkError */ .x)({ method, url }, error));
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
        const proxy = (0,_reference__WEBPACK_IMPORTED_MODULE_5__/* .isLoopback */ .U9)(url.hostname) ? undefined : this.options.proxyUrl?.(url);
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
            return new _socket__WEBPACK_IMPORTED_MODULE_4__/* .FastAgent */ ._(options);
        const { FastTlsAgent } = await __nccwpck_require__.e(/* import() */ 314).then(__nccwpck_require__.bind(__nccwpck_require__, 7314));
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
        throw failure(request, `redirects to '${(0,_error__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(location)}', which is no address`);
    if ((0,_reference__WEBPACK_IMPORTED_MODULE_5__/* .mayLeadTo */ .D7)(request.url, url))
        return url;
    throw failure(request, `redirects to ${(0,_error__WEBPACK_IMPORTED_MODULE_2__/* .oneLine */ .TN)(url.origin)}, which is not safe to follow (only HTTPS is)`);
}
function failure({ method, url }, message) {
    return new _error__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl({ method, url, message, transient: false });
}


/***/ }),

/***/ 7373:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseImages),
/* harmony export */   q: () => (/* binding */ InvalidImages)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8815);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3269);
/* harmony import */ var _reference__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9310);



/** All that is wrong with the file, at once. */
class InvalidImages extends Error {
    path;
    faults;
    name = 'InvalidImages';
    constructor(path, faults) {
        const lines = faults.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
        super(faults.length === 1 ? lines.join() : `${path} has ${faults.length} faults:\n${lines.join('\n')}`);
        this.path = path;
        this.faults = faults;
    }
}
const KEYS = ['source', 'follow', 'platform'];
const EXAMPLE = "images:\n  langfuse-web:\n    source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…\n    follow: '3'";
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/**
 * Reads images.yaml.
 *
 * @param path how errors call the file
 * @throws InvalidImages with every fault, by line and column
 */
function parseImages(text, path) {
    const reader = new Reader(text);
    const images = reader.read();
    if (reader.faults.length === 0)
        return images;
    const inOrder = [...reader.faults].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new InvalidImages(path, inOrder);
}
class Reader {
    faults = [];
    lines = new yaml__WEBPACK_IMPORTED_MODULE_0__/* .LineCounter */ .HN();
    document;
    constructor(text) {
        // Twins are told apart below, with a better sentence than the parser's.
        this.document = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .parseDocument */ .Tp)(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false });
    }
    read() {
        const { contents, errors } = this.document;
        for (const { message, pos } of errors)
            this.fault(pos[0], (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(message));
        if (errors.length > 0)
            return [];
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(contents))
            return this.readFile(contents);
        this.fault(0, `the file is ${isNothing(contents) ? 'empty' : 'not a mapping'}; it takes\n${EXAMPLE}`);
        return [];
    }
    readFile(file) {
        const entries = this.entries(file, (key) => `'${key}' is given twice`);
        for (const { key, offset } of entries) {
            if (key !== 'images')
                this.fault(offset, `unknown key '${key}'; the file takes 'images'`);
        }
        const images = entries.find(({ key }) => key === 'images');
        if (images && (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(images.value) && images.value.items.length > 0)
            return this.readImages(images.value);
        this.fault(images?.offset ?? 0, `'images' must map names to images:\n${EXAMPLE}`);
        return [];
    }
    readImages(images) {
        const twins = (name) => `there are two images named '${name}'; names become repositories, so each is taken once`;
        return this.entries(images, twins).flatMap(({ key: name, offset, value }) => {
            if (!(0,_reference__WEBPACK_IMPORTED_MODULE_2__/* .isRepository */ .Z6)(name)) {
                this.fault(offset, `'${name}' cannot name a repository: lower-case letters, digits, '.', '_' and '-'`);
            }
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isMap */ .jh)(value))
                return this.readImage(name, value, offset);
            const example = 'source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…';
            if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value))
                this.fault(offset, `'${name}' is an alias, *${value.source}; write the image out`);
            else
                this.fault(offset, `'${name}' must have a source, as in ${example}`);
            return [];
        });
    }
    readImage(name, image, at) {
        const entries = this.entries(image, (key) => `'${key}' of image '${name}' is given twice`);
        for (const { key, offset } of entries) {
            const known = `an image takes ${KEYS.join(', ')}`;
            if (!KEYS.includes(key))
                this.fault(offset, `unknown key '${key}' of image '${name}'; ${known}`);
        }
        const given = entries.find(({ key }) => key === 'source');
        if (given === undefined || isNothing(given.value))
            this.fault(at, `'${name}' has no source`);
        const source = this.text(entries, 'source');
        const follow = this.text(entries, 'follow');
        const platform = this.text(entries, 'platform');
        if (platform !== undefined && !PLATFORM.test(platform.value)) {
            const shown = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(platform.value);
            this.fault(platform.offset, `'${shown}' is not a platform; it is os/architecture, as in linux/arm64`);
        }
        const pinned = source && this.readSource(source);
        if (pinned === undefined)
            return [];
        const position = this.position(source?.offset ?? at);
        return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, position }];
    }
    readSource({ value, offset }) {
        const shown = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value);
        try {
            const { registry, repository, tag, digest } = (0,_reference__WEBPACK_IMPORTED_MODULE_2__/* .parseReference */ .F2)(value);
            if (tag !== undefined && digest !== undefined)
                return { registry, repository, tag, digest };
            if (tag === undefined) {
                this.fault(offset, `'${shown}' has no tag; write name:tag@digest, so that people see the version`);
            }
            if (digest === undefined) {
                const why = 'since a tag can be moved to other content';
                this.fault(offset, `'${shown}' has no digest; write name:tag@sha256:…, ${why}`);
            }
        }
        catch (error) {
            if (!(error instanceof _reference__WEBPACK_IMPORTED_MODULE_2__/* .InvalidReference */ .ft))
                throw error;
            this.fault(offset, (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(error.message));
        }
        return undefined;
    }
    entries(map, twin) {
        const seen = new Set();
        return map.items.map(({ key: node, value }) => {
            const key = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) ? (node.source ?? String(node.value)) : String(node));
            const offset = offsetOf(node);
            if (seen.has(key))
                this.fault(offset, twin(key));
            seen.add(key);
            return { key, offset, value };
        });
    }
    /** A value that must be text: YAML reads 25.10 without quotes as the number 25.1. */
    text(entries, key) {
        const entry = entries.find((candidate) => candidate.key === key);
        if (entry === undefined || isNothing(entry.value))
            return undefined;
        const { value } = entry;
        const at = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(value) ? offsetOf(value) : entry.offset;
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) && typeof value.value === 'string')
            return { value: value.value, offset: at };
        if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isAlias */ .Vj)(value)) {
            this.fault(at, `${key} is an alias, *${value.source}; write the value out`);
            return undefined;
        }
        const written = (0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(value) ? (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(value.source ?? '') : '';
        this.fault(at, `${key} must be text${written && `; put it in quotes: ${key}: '${written}'`}`);
        return undefined;
    }
    fault(offset, message) {
        this.faults.push({ ...this.position(offset), message });
    }
    position(offset) {
        const { line, col } = this.lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    }
}
/** A key without a value, or an empty document. */
const isNothing = (node) => node === null || ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isScalar */ .jn)(node) && node.value === null);
const offsetOf = (node) => ((0,yaml__WEBPACK_IMPORTED_MODULE_0__/* .isNode */ .Ll)(node) ? (node.range?.[0] ?? 0) : 0);


/***/ }),

/***/ 506:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ OCI_INDEX),
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   _P: () => (/* binding */ MANIFEST_TYPES),
/* harmony export */   iU: () => (/* binding */ isRunnable),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   ol: () => (/* binding */ digestOf),
/* harmony export */   xf: () => (/* binding */ READABLE_TYPES)
/* harmony export */ });
/* unused harmony exports OCI_MANIFEST, descriptor */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3269);
/* harmony import */ var _reference__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(9310);



const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/;
/** What an `Accept` header lists, always whole: ECR converts a manifest for a client that names fewer. */
const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, OCI_ARTIFACT, DOCKER_LIST, DOCKER_MANIFEST];
/** By digest nothing is converted, so schema 1 can be asked for too, to be refused by name. */
const READABLE_TYPES = [
    ...MANIFEST_TYPES,
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
];
function digestOf(bytes, algorithm = 'sha256') {
    return `${algorithm}:${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)(algorithm).update(bytes).digest('hex')}`;
}
const algorithmOf = (digest) => digest.startsWith('sha512:') ? 'sha512' : 'sha256';
/** Layers that carry their own address and that no registry needs to hold (image specification, "Non-Distributable Layers"). */
function isForeign({ mediaType, urls }) {
    return urls !== undefined && urls.length > 0 && /foreign|nondistributable/.test(mediaType);
}
function formatPlatform({ os, architecture, variant }) {
    return [os, architecture, variant].filter((part) => part).join('/');
}
/** Only names an image for people to run, not the attestations that buildx files under `unknown/unknown`. */
function isRunnable({ platform }) {
    return platform !== undefined && platform.os !== 'unknown';
}
/**
 * Reads a manifest, checked against the digest it was asked for by.
 *
 * @param served the `Content-Type` it came with; the manifest's own `mediaType` goes first
 * @throws CorruptContent when bytes and digest disagree or the JSON is not a manifest
 * @throws UnsupportedContent for Docker's schema 1
 */
function parseManifest(bytes, digest, served) {
    // Its digest is not that of its bytes, so it is told apart before they are compared.
    if (SCHEMA_1.test(served))
        throw schema1(digest);
    const actual = digestOf(bytes, algorithmOf(digest));
    if (actual !== digest) {
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`the manifest ${digest} came as ${bytes.length} bytes whose digest is ${actual}; the registry or something on the way altered it`);
    }
    const json = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(bytes.toString('utf8'));
    if (json === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`the manifest ${digest} is not a JSON object`);
    const mediaType = manifestType(json, served, digest);
    const at = `manifest ${digest}`;
    const config = json['config'] === undefined ? undefined : descriptor(json['config'], `${at}: config`);
    return {
        bytes,
        mediaType,
        digest,
        manifests: descriptors(json['manifests'], `${at}: manifests`),
        blobs: [
            ...(config === undefined ? [] : [config]),
            ...descriptors(json['layers'] ?? json['blobs'], `${at}: ${json['layers'] ? 'layers' : 'blobs'}`),
        ],
        config,
        subject: json['subject'] === undefined ? undefined : descriptor(json['subject'], `${at}: subject`),
        artifactType: text(json['artifactType']),
        annotations: strings(json['annotations']),
    };
}
function manifestType(json, served, digest) {
    const declared = text(json['mediaType']) ?? served.split(';')[0]?.trim() ?? '';
    if (json['schemaVersion'] === 1 || SCHEMA_1.test(declared))
        throw schema1(digest);
    if (MANIFEST_TYPES.some((type) => type === declared))
        return declared;
    if (Array.isArray(json['manifests']))
        return OCI_INDEX;
    if (json['config'] !== undefined)
        return OCI_MANIFEST;
    throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .UnsupportedContent */ .$p(`the manifest ${digest} is of a type nobody knows, '${(0,_error__WEBPACK_IMPORTED_MODULE_1__/* .oneLine */ .TN)(declared)}'`);
}
function schema1(digest) {
    return new _error__WEBPACK_IMPORTED_MODULE_1__/* .UnsupportedContent */ .$p(`the manifest ${digest} is of Docker's schema 1, which this action does not copy; ` +
        'pull and push the image once with a current Docker to get a schema 2 manifest');
}
function descriptors(value, at) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`${at} is not a list`);
    return value.map((entry, index) => descriptor(entry, `${at}[${index}]`));
}
/** @throws CorruptContent that names the place */
function descriptor(value, at) {
    if (!(0,_error__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`${at} is not a descriptor`);
    const { mediaType, digest, size, urls } = value;
    if (typeof digest !== 'string' || !(0,_reference__WEBPACK_IMPORTED_MODULE_2__/* .isDigest */ .Bc)(digest))
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`${at} has no valid digest`);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`${at} has no valid size`);
    }
    const annotations = strings(value['annotations']);
    const artifactType = text(value['artifactType']);
    const platform = parsePlatform(value['platform']);
    return {
        mediaType: text(mediaType) ?? '',
        digest,
        size,
        ...(platform && { platform }),
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations && { annotations }),
        ...(Array.isArray(urls) && { urls: urls.filter((url) => typeof url === 'string') }),
    };
}
/** Platform of an index entry, or of an image's config, which has the same three keys. */
function parsePlatform(value) {
    if (!(0,_error__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return undefined;
    const { os, architecture, variant } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' && variant !== '' && { variant }) };
}
const text = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function strings(value) {
    if (!(0,_error__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value))
        return undefined;
    const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
}


/***/ }),

/***/ 2366:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3269);

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
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl)
        return error;
    const code = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .codeOf */ .$N)(error);
    const permanent = PERMANENT[code];
    const message = permanent ?? PASSING[code] ?? (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(error);
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl({ ...request, message, transient: permanent === undefined }, { cause: error });
}


/***/ }),

/***/ 9310:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bc: () => (/* binding */ isDigest),
/* harmony export */   D7: () => (/* binding */ mayLeadTo),
/* harmony export */   F2: () => (/* binding */ parseReference),
/* harmony export */   U9: () => (/* binding */ isLoopback),
/* harmony export */   Z6: () => (/* binding */ isRepository),
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
    if (tag !== undefined && !TAG.test(tag)) {
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

/***/ 9191:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ listAtTarget),
/* harmony export */   SX: () => (/* binding */ findReferrers)
/* harmony export */ });
/* unused harmony export referrersTag */
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2902);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(506);
/* harmony import */ var _tree__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7591);



/** Where cosign puts what it has to say (https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md). */
const COSIGN_SUFFIXES = ['.sig', '.att', '.sbom'];
/** `sha256-<hex>`: specification, "Referrers Tag Schema". */
const referrersTag = (digest) => digest.replace(':', '-');
/** All that refers to the manifests of a tree, and what refers to that in turn. */
async function findReferrers(registry, repository, tree) {
    const found = [];
    const seen = new Set();
    let subjects = (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .manifestsOf */ .Xh)(tree);
    while (subjects.length > 0) {
        for (const { digest } of subjects)
            seen.add(digest);
        const lists = await Promise.all(subjects.map((subject) => referrersOf(registry, repository, subject.digest)));
        const fresh = lists.flat().filter((referrer) => !seen.has(referrer.tree.manifest.digest));
        found.push(...fresh);
        subjects = fresh
            .flatMap((referrer) => (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .manifestsOf */ .Xh)(referrer.tree))
            .filter(({ digest }) => !seen.has(digest));
    }
    return found;
}
async function referrersOf(registry, repository, digest) {
    const listed = (await listReferrers(registry, repository, digest)) ?? [];
    const byDigest = listed.map(async (entry) => ({
        tree: await (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .growTree */ .WJ)(registry, repository, await registry.manifest(repository, entry.digest)),
        tag: undefined,
    }));
    const byTag = COSIGN_SUFFIXES.map(async (suffix) => {
        const tag = `${referrersTag(digest)}${suffix}`;
        const { digest: tagged } = await registry.headManifest(repository, tag);
        if (tagged === undefined)
            return [];
        return [{ tree: await (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .growTree */ .WJ)(registry, repository, await registry.manifest(repository, tagged)), tag }];
    });
    return [...(await Promise.all(byDigest)), ...(await Promise.all(byTag)).flat()];
}
/**
 * Asks the referrers API, then the tag that stands in for it (specification, "Listing Referrers").
 *
 * @returns undefined when the registry has neither
 */
async function listReferrers(registry, repository, digest) {
    const byApi = await referrersByApi(registry, repository, digest);
    if (byApi !== undefined)
        return byApi;
    const tag = referrersTag(digest);
    const { digest: tagged } = await registry.headManifest(repository, tag);
    return tagged === undefined ? undefined : (await registry.manifest(repository, tagged)).manifests;
}
/** What registries without the API answer instead; GHCR redirects to a page of its own. */
const NO_API = [400, 403, 404, 405, 406, 415, 429, 500, 501, 502, 503];
async function referrersByApi(registry, repository, digest) {
    const path = `${repository}/referrers/${digest}`;
    const { status, body } = await registry.call({
        method: 'GET',
        path,
        scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_0__/* .pull */ .a$)(repository)],
        accept: [200, ...NO_API],
    });
    if (status !== 200)
        return undefined;
    try {
        return (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(body, (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(body), _manifest__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p).manifests;
    }
    catch {
        return undefined;
    }
}
/**
 * Lists referrers under the tag that stands in for the API, where the target lacks it
 * (specification, "Pushing Manifests with Subject").
 */
async function listAtTarget(registry, repository, { subject, referrers }) {
    if ((await referrersByApi(registry, repository, subject)) !== undefined)
        return undefined;
    const tag = referrersTag(subject);
    const { digest } = await registry.headManifest(repository, tag);
    const listed = digest === undefined ? [] : (await registry.manifest(repository, digest)).manifests;
    const fresh = referrers.filter((referrer) => listed.every((entry) => entry.digest !== referrer.digest));
    if (fresh.length === 0)
        return undefined;
    const manifests = [...listed, ...fresh.map(describe)];
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: _manifest__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p, manifests }));
    return { tag, index: (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .parseManifest */ .Ng)(bytes, (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(bytes), _manifest__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p) };
}
function describe({ mediaType, digest, bytes, artifactType, config, annotations }) {
    const type = artifactType ?? config?.mediaType;
    return {
        mediaType,
        digest,
        size: bytes.length,
        ...(type !== undefined && { artifactType: type }),
        ...(annotations && { annotations }),
    };
}


/***/ }),

/***/ 1521:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter),
/* harmony export */   vI: () => (/* binding */ DEFAULT_RETRY),
/* harmony export */   xp: () => (/* binding */ pauseBeforeNext)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3269);

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
    if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl) || !error.transient)
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

/***/ 2162:
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

/***/ 7781:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ surveyImages),
/* harmony export */   f: () => (/* binding */ fallbackTag)
/* harmony export */ });
/* harmony import */ var _budget__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(410);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3269);
/* harmony import */ var _referrers__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(9191);
/* harmony import */ var _tree__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(7591);




/** The tag that an image gets when an immutable repository holds its own tag for another digest. */
const fallbackTag = ({ tag, digest }) => `${tag.slice(0, 115)}-${digest.slice(digest.indexOf(':') + 1).slice(0, 12)}`;
/** Asks target and sources what there is to do; an image whose survey fails does not stop the others. */
async function surveyImages(jobs, options) {
    const asked = await settleEach(jobs, (job) => findImage(job, options));
    const absent = asked.filter((survey) => survey.kind === 'absent');
    const hub = absent.find(({ job }) => job.source.name === 'docker.io')?.job;
    // A HEAD costs nothing of Docker Hub's budget and tells what is left of it, before the first manifest is pulled.
    await hub?.source.headManifest(hub.repository, hub.digest).catch(() => undefined);
    const tooFewForRoots = hub && (0,_budget__WEBPACK_IMPORTED_MODULE_3__/* .shortage */ .wD)(hub.source, ofSource(absent, hub.source).length);
    const rooted = await settleEach(absent, async ({ job, found }) => {
        if (tooFewForRoots && job.source === hub.source)
            throw tooFewForRoots;
        return { kind: 'rooted', job, found, root: await fetchRoot(job) };
    });
    const roots = rooted.filter((survey) => survey.kind === 'rooted');
    const children = hub && ofSource(roots, hub.source).flatMap(({ root }) => root.manifests).length;
    const tooFewForChildren = hub && (0,_budget__WEBPACK_IMPORTED_MODULE_3__/* .shortage */ .wD)(hub.source, children ?? 0);
    const grown = await settleEach(roots, async (image) => {
        if (tooFewForChildren && image.job.source === hub.source)
            throw tooFewForChildren;
        return surveyMissing(image, options);
    });
    const known = [...asked, ...rooted, ...grown].filter(isSurvey);
    return jobs.flatMap((job) => known.filter((survey) => survey.job === job));
}
function isSurvey(value) {
    return value.kind === 'present' || value.kind === 'missing' || value.kind === 'failed';
}
function ofSource(items, source) {
    return items.filter(({ job }) => job.source === source);
}
async function settleEach(items, step) {
    return Promise.all(items.map((item) => step(item).catch((error) => ({
        kind: 'failed',
        job: 'job' in item ? item.job : item,
        error,
    }))));
}
async function findImage(job, options) {
    const { tag, digest, targetRepository: repository } = job;
    const fallback = fallbackTag(job);
    const found = await options.presence.image({ repository, tag, fallbackTag: fallback, digest });
    const at = found.tag === digest ? tag : found.fallbackTag === digest ? fallback : undefined;
    // Signatures may be younger than the image: only the source knows of them.
    if (at !== undefined && !options.includeReferrers)
        return { kind: 'present', job, tag: at };
    return { kind: 'absent', job, found };
}
/** @throws RegistryError; an image that is not there is said to be so, with what its tag stands for now */
async function fetchRoot({ source, repository, tag, digest }) {
    try {
        return await source.manifest(repository, digest);
    }
    catch (error) {
        if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl) || error.status !== 404)
            throw error;
        const now = await source.headManifest(repository, tag).catch(() => undefined);
        const instead = now?.digest === undefined ? `no tag ${tag} either` : `the tag ${tag} stands for ${now.digest}`;
        const message = `there is no ${source.name}/${repository}@${digest}, and ${instead}; correct the source in images.yaml`;
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .RegistryError */ .gl({ ...error.facts, message }, { cause: error });
    }
}
async function surveyMissing({ job, found, root }, options) {
    const { source, repository, platform, targetRepository } = job;
    if (platform !== undefined)
        await (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .checkPlatform */ .oF)({ registry: source, repository, platform }, root);
    const tree = await (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .growTree */ .WJ)(source, repository, root);
    if (!found.repositoryExists)
        await options.prepareRepository?.(targetRepository);
    const warnings = [];
    const referrers = options.includeReferrers ? await (0,_referrers__WEBPACK_IMPORTED_MODULE_1__/* .findReferrers */ .SX)(source, repository, tree).catch(warn) : [];
    const blobs = (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .blobsOf */ .OR)(tree);
    const referrerBlobs = uniqueBlobs(referrers).filter(({ digest }) => blobs.every((blob) => blob.digest !== digest));
    // No registry takes a manifest before all that it names is there.
    const unknown = found.hasDigest ? referrerBlobs : [...blobs, ...referrerBlobs];
    const known = found.hasDigest ? blobs.map(({ digest }) => digest) : [];
    const asked = found.repositoryExists && unknown.length > 0;
    const answered = asked
        ? await options.presence.blobs(targetRepository, unknown.map(({ digest }) => digest))
        : [];
    const held = new Set([...known, ...answered]);
    return {
        kind: 'missing',
        job,
        found,
        tree,
        referrers,
        size: (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .sizeOf */ .$d)(tree),
        missingBlobs: blobs.filter(({ digest }) => !held.has(digest)),
        presentBlobs: blobs.filter(({ digest }) => held.has(digest)),
        missingReferrerBlobs: referrerBlobs.filter(({ digest }) => !held.has(digest)),
        warnings,
    };
    function warn(error) {
        warnings.push(`${job.name}: its signatures and attestations could not be listed: ${(0,_error__WEBPACK_IMPORTED_MODULE_0__/* .wordsOf */ .Z9)(error)}`);
        return [];
    }
}
function uniqueBlobs(referrers) {
    const blobs = referrers.flatMap(({ tree }) => (0,_tree__WEBPACK_IMPORTED_MODULE_2__/* .blobsOf */ .OR)(tree));
    return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}


/***/ }),

/***/ 7591:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   WJ: () => (/* binding */ growTree),
/* harmony export */   Xh: () => (/* binding */ manifestsOf),
/* harmony export */   oF: () => (/* binding */ checkPlatform),
/* harmony export */   vV: () => (/* binding */ WrongPlatform)
/* harmony export */ });
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2902);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3269);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(506);



/** Deeper than any index that someone built on purpose. */
const DEEPEST = 8;
const CONFIG_LIMIT = 4 * 1024 * 1024;
/**
 * All manifests below one, each fetched once and checked against the digest that names it.
 *
 * @throws CorruptContent for one that names itself or is nested beyond reason
 */
async function growTree(registry, repository, root) {
    const grow = async (manifest, ancestors) => {
        const path = [...ancestors, manifest.digest];
        const children = manifest.manifests.map(async ({ digest }) => {
            if (path.includes(digest))
                throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`the index ${digest} lists itself`);
            if (path.length >= DEEPEST)
                throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`indexes are nested more than ${DEEPEST} deep at ${digest}`);
            return grow(await registry.manifest(repository, digest), path);
        });
        return { manifest, children: await Promise.all(children) };
    };
    return grow(root, []);
}
/** The manifests of a tree, children before what names them, each once. */
function manifestsOf({ manifest, children }) {
    const all = [...children.flatMap(manifestsOf), manifest];
    return [...new Map(all.map((one) => [one.digest, one])).values()];
}
/** The blobs that a registry must hold for this tree, each once; foreign layers stay where they are. */
function blobsOf(tree) {
    const blobs = manifestsOf(tree).flatMap((manifest) => manifest.blobs);
    return [...new Map(blobs.filter((blob) => !(0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .isForeign */ .jq)(blob)).map((blob) => [blob.digest, blob])).values()];
}
/** Bytes of manifests and blobs, each counted once. */
function sizeOf(tree) {
    const manifests = manifestsOf(tree).reduce((sum, { bytes }) => sum + bytes.length, 0);
    return blobsOf(tree).reduce((sum, { size }) => sum + size, manifests);
}
/** What the file asks for and the registry does not have under this digest. */
class WrongPlatform extends Error {
    name = 'WrongPlatform';
}
/**
 * Holds an image to the one platform that the file gives it.
 *
 * @throws WrongPlatform that names the digest to write instead, where there is one
 */
async function checkPlatform({ registry, repository, platform }, manifest) {
    if (manifest.manifests.length > 0)
        throw new WrongPlatform(instead(manifest, platform));
    if (manifest.config === undefined)
        return;
    const actual = await configPlatform(registry, repository, manifest.config);
    if (actual === platform || actual === undefined || actual.startsWith(`${platform}/`))
        return;
    throw new WrongPlatform(`${manifest.digest} is an image for ${actual}, not for ${platform}`);
}
function instead(index, platform) {
    const runnable = index.manifests.filter(_manifest__WEBPACK_IMPORTED_MODULE_2__/* .isRunnable */ .iU);
    const named = (entry) => (entry.platform ? (0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(entry.platform) : '');
    const match = runnable.find((entry) => named(entry) === platform || named(entry).startsWith(`${platform}/`));
    if (match !== undefined) {
        return `${index.digest} is an index; with platform ${platform}, pin that platform's own manifest: ${match.digest}`;
    }
    return `the index ${index.digest} has no ${platform}; it has ${runnable.map(named).join(', ') || 'no platforms'}`;
}
async function configPlatform(registry, repository, config) {
    const path = `${repository}/blobs/${config.digest}`;
    if (config.size > CONFIG_LIMIT)
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .UnsupportedContent */ .$p(`the config ${config.digest} has ${config.size} bytes`);
    const { body } = await registry.call({ method: 'GET', path, scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_0__/* .pull */ .a$)(repository)] });
    if ((0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(body, (0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .algorithmOf */ .Hy)(config.digest)) !== config.digest) {
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`the config ${config.digest} came as ${body.length} bytes of another digest`);
    }
    const platform = (0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .parsePlatform */ .FL)((0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(body.toString('utf8')));
    return platform && (0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .formatPlatform */ .Bq)(platform);
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

/***/ 7349:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveBlockMap = __nccwpck_require__(7103);
var resolveBlockSeq = __nccwpck_require__(334);
var resolveFlowCollection = __nccwpck_require__(3142);

function resolveCollection(CN, ctx, token, onError, tagName, tag) {
    const coll = token.type === 'block-map'
        ? resolveBlockMap.resolveBlockMap(CN, ctx, token, onError, tag)
        : token.type === 'block-seq'
            ? resolveBlockSeq.resolveBlockSeq(CN, ctx, token, onError, tag)
            : resolveFlowCollection.resolveFlowCollection(CN, ctx, token, onError, tag);
    const Coll = coll.constructor;
    // If we got a tagName matching the class, or the tag name is '!',
    // then use the tagName from the node class used to create it.
    if (tagName === '!' || tagName === Coll.tagName) {
        coll.tag = Coll.tagName;
        return coll;
    }
    if (tagName)
        coll.tag = tagName;
    return coll;
}
function composeCollection(CN, ctx, token, props, onError) {
    const tagToken = props.tag;
    const tagName = !tagToken
        ? null
        : ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg));
    if (token.type === 'block-seq') {
        const { anchor, newlineAfterProp: nl } = props;
        const lastProp = anchor && tagToken
            ? anchor.offset > tagToken.offset
                ? anchor
                : tagToken
            : (anchor ?? tagToken);
        if (lastProp && (!nl || nl.offset < lastProp.offset)) {
            const message = 'Missing newline after block sequence props';
            onError(lastProp, 'MISSING_CHAR', message);
        }
    }
    const expType = token.type === 'block-map'
        ? 'map'
        : token.type === 'block-seq'
            ? 'seq'
            : token.start.source === '{'
                ? 'map'
                : 'seq';
    // shortcut: check if it's a generic YAMLMap or YAMLSeq
    // before jumping into the custom tag logic.
    if (!tagToken ||
        !tagName ||
        tagName === '!' ||
        (tagName === YAMLMap.YAMLMap.tagName && expType === 'map') ||
        (tagName === YAMLSeq.YAMLSeq.tagName && expType === 'seq')) {
        return resolveCollection(CN, ctx, token, onError, tagName);
    }
    let tag = ctx.schema.tags.find(t => t.tag === tagName && t.collection === expType);
    if (!tag) {
        const kt = ctx.schema.knownTags[tagName];
        if (kt?.collection === expType) {
            ctx.schema.tags.push(Object.assign({}, kt, { default: false }));
            tag = kt;
        }
        else {
            if (kt) {
                onError(tagToken, 'BAD_COLLECTION_TYPE', `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? 'scalar'}`, true);
            }
            else {
                onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, true);
            }
            return resolveCollection(CN, ctx, token, onError, tagName);
        }
    }
    const coll = resolveCollection(CN, ctx, token, onError, tagName, tag);
    const res = tag.resolve?.(coll, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg), ctx.options) ?? coll;
    const node = identity.isNode(res)
        ? res
        : new Scalar.Scalar(res);
    node.range = coll.range;
    node.tag = tagName;
    if (tag?.format)
        node.format = tag.format;
    return node;
}

exports.composeCollection = composeCollection;


/***/ }),

/***/ 3683:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Document = __nccwpck_require__(3021);
var composeNode = __nccwpck_require__(5937);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);

function composeDoc(options, directives, { offset, start, value, end }, onError) {
    const opts = Object.assign({ _directives: directives }, options);
    const doc = new Document.Document(undefined, opts);
    const ctx = {
        atKey: false,
        atRoot: true,
        directives: doc.directives,
        options: doc.options,
        schema: doc.schema
    };
    const props = resolveProps.resolveProps(start, {
        indicator: 'doc-start',
        next: value ?? end?.[0],
        offset,
        onError,
        parentIndent: 0,
        startOnNewline: true
    });
    if (props.found) {
        doc.directives.docStart = true;
        if (value &&
            (value.type === 'block-map' || value.type === 'block-seq') &&
            !props.hasNewline)
            onError(props.end, 'MISSING_CHAR', 'Block collection cannot start on same line with directives-end marker');
    }
    // @ts-expect-error If Contents is set, let's trust the user
    doc.contents = value
        ? composeNode.composeNode(ctx, value, props, onError)
        : composeNode.composeEmptyNode(ctx, props.end, start, null, props, onError);
    const contentEnd = doc.contents.range[2];
    const re = resolveEnd.resolveEnd(end, contentEnd, false, onError);
    if (re.comment)
        doc.comment = re.comment;
    doc.range = [offset, contentEnd, re.offset];
    return doc;
}

exports.composeDoc = composeDoc;


/***/ }),

/***/ 5937:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var composeCollection = __nccwpck_require__(7349);
var composeScalar = __nccwpck_require__(5413);
var resolveEnd = __nccwpck_require__(7788);
var utilEmptyScalarPosition = __nccwpck_require__(2599);

const CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
    const atKey = ctx.atKey;
    const { spaceBefore, comment, anchor, tag } = props;
    let node;
    let isSrcToken = true;
    switch (token.type) {
        case 'alias':
            node = composeAlias(ctx, token, onError);
            if (anchor || tag)
                onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
            break;
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'block-scalar':
            node = composeScalar.composeScalar(ctx, token, tag, onError);
            if (anchor)
                node.anchor = anchor.source.substring(1);
            break;
        case 'block-map':
        case 'block-seq':
        case 'flow-collection':
            try {
                node = composeCollection.composeCollection(CN, ctx, token, props, onError);
                if (anchor)
                    node.anchor = anchor.source.substring(1);
            }
            catch (error) {
                // Almost certainly here due to a stack overflow
                const message = error instanceof Error ? error.message : String(error);
                onError(token, 'RESOURCE_EXHAUSTION', message);
            }
            break;
        default: {
            const message = token.type === 'error'
                ? token.message
                : `Unsupported token (type: ${token.type})`;
            onError(token, 'UNEXPECTED_TOKEN', message);
            isSrcToken = false;
        }
    }
    node ?? (node = composeEmptyNode(ctx, token.offset, undefined, null, props, onError));
    if (anchor && node.anchor === '')
        onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (atKey &&
        ctx.options.stringKeys &&
        (!identity.isScalar(node) ||
            typeof node.value !== 'string' ||
            (node.tag && node.tag !== 'tag:yaml.org,2002:str'))) {
        const msg = 'With stringKeys, all keys must be strings';
        onError(tag ?? token, 'NON_STRING_KEY', msg);
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        if (token.type === 'scalar' && token.source === '')
            node.comment = comment;
        else
            node.commentBefore = comment;
    }
    // @ts-expect-error Type checking misses meaning of isSrcToken
    if (ctx.options.keepSourceTokens && isSrcToken)
        node.srcToken = token;
    return node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
    const token = {
        type: 'scalar',
        offset: utilEmptyScalarPosition.emptyScalarPosition(offset, before, pos),
        indent: -1,
        source: ''
    };
    const node = composeScalar.composeScalar(ctx, token, tag, onError);
    if (anchor) {
        node.anchor = anchor.source.substring(1);
        if (node.anchor === '')
            onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    }
    if (spaceBefore)
        node.spaceBefore = true;
    if (comment) {
        node.comment = comment;
        node.range[2] = end;
    }
    return node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
    const alias = new Alias.Alias(source.substring(1));
    if (alias.source === '')
        onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    if (alias.source.endsWith(':'))
        onError(offset + source.length - 1, 'BAD_ALIAS', 'Alias ending in : is ambiguous', true);
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, options.strict, onError);
    alias.range = [offset, valueEnd, re.offset];
    if (re.comment)
        alias.comment = re.comment;
    return alias;
}

exports.composeEmptyNode = composeEmptyNode;
exports.composeNode = composeNode;


/***/ }),

/***/ 5413:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);

function composeScalar(ctx, token, tagToken, onError) {
    const { value, type, comment, range } = token.type === 'block-scalar'
        ? resolveBlockScalar.resolveBlockScalar(ctx, token, onError)
        : resolveFlowScalar.resolveFlowScalar(token, ctx.options.strict, onError);
    const tagName = tagToken
        ? ctx.directives.tagName(tagToken.source, msg => onError(tagToken, 'TAG_RESOLVE_FAILED', msg))
        : null;
    let tag;
    if (ctx.options.stringKeys && ctx.atKey) {
        tag = ctx.schema[identity.SCALAR];
    }
    else if (tagName)
        tag = findScalarTagByName(ctx.schema, value, tagName, tagToken, onError);
    else if (token.type === 'scalar')
        tag = findScalarTagByTest(ctx, value, token, onError);
    else
        tag = ctx.schema[identity.SCALAR];
    let scalar;
    try {
        const res = tag.resolve(value, msg => onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg), ctx.options);
        scalar = identity.isScalar(res) ? res : new Scalar.Scalar(res);
    }
    catch (error) {
        const msg = error instanceof Error ? error.message : String(error);
        onError(tagToken ?? token, 'TAG_RESOLVE_FAILED', msg);
        scalar = new Scalar.Scalar(value);
    }
    scalar.range = range;
    scalar.source = value;
    if (type)
        scalar.type = type;
    if (tagName)
        scalar.tag = tagName;
    if (tag.format)
        scalar.format = tag.format;
    if (comment)
        scalar.comment = comment;
    return scalar;
}
function findScalarTagByName(schema, value, tagName, tagToken, onError) {
    if (tagName === '!')
        return schema[identity.SCALAR]; // non-specific tag
    const matchWithTest = [];
    for (const tag of schema.tags) {
        if (!tag.collection && tag.tag === tagName) {
            if (tag.default && tag.test)
                matchWithTest.push(tag);
            else
                return tag;
        }
    }
    for (const tag of matchWithTest)
        if (tag.test?.test(value))
            return tag;
    const kt = schema.knownTags[tagName];
    if (kt && !kt.collection) {
        // Ensure that the known tag is available for stringifying,
        // but does not get used by default.
        schema.tags.push(Object.assign({}, kt, { default: false, test: undefined }));
        return kt;
    }
    onError(tagToken, 'TAG_RESOLVE_FAILED', `Unresolved tag: ${tagName}`, tagName !== 'tag:yaml.org,2002:str');
    return schema[identity.SCALAR];
}
function findScalarTagByTest({ atKey, directives, schema }, value, token, onError) {
    const tag = schema.tags.find(tag => (tag.default === true || (atKey && tag.default === 'key')) &&
        tag.test?.test(value)) || schema[identity.SCALAR];
    if (schema.compat) {
        const compat = schema.compat.find(tag => tag.default && tag.test?.test(value)) ??
            schema[identity.SCALAR];
        if (tag.tag !== compat.tag) {
            const ts = directives.tagString(tag.tag);
            const cs = directives.tagString(compat.tag);
            const msg = `Value may be parsed as either ${ts} or ${cs}`;
            onError(token, 'TAG_RESOLVE_FAILED', msg, true);
        }
    }
    return tag;
}

exports.composeScalar = composeScalar;


/***/ }),

/***/ 9984:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var directives = __nccwpck_require__(1342);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var identity = __nccwpck_require__(1127);
var composeDoc = __nccwpck_require__(3683);
var resolveEnd = __nccwpck_require__(7788);

function getErrorPos(src) {
    if (typeof src === 'number')
        return [src, src + 1];
    if (Array.isArray(src))
        return src.length === 2 ? src : [src[0], src[1]];
    const { offset, source } = src;
    return [offset, offset + (typeof source === 'string' ? source.length : 1)];
}
function parsePrelude(prelude) {
    let comment = '';
    let atComment = false;
    let afterEmptyLine = false;
    for (let i = 0; i < prelude.length; ++i) {
        const source = prelude[i];
        switch (source[0]) {
            case '#':
                comment +=
                    (comment === '' ? '' : afterEmptyLine ? '\n\n' : '\n') +
                        (source.substring(1) || ' ');
                atComment = true;
                afterEmptyLine = false;
                break;
            case '%':
                if (prelude[i + 1]?.[0] !== '#')
                    i += 1;
                atComment = false;
                break;
            default:
                // This may be wrong after doc-end, but in that case it doesn't matter
                if (!atComment)
                    afterEmptyLine = true;
                atComment = false;
        }
    }
    return { comment, afterEmptyLine };
}
/**
 * Compose a stream of CST nodes into a stream of YAML Documents.
 *
 * ```ts
 * import { Composer, Parser } from 'yaml'
 *
 * const src: string = ...
 * const tokens = new Parser().parse(src)
 * const docs = new Composer().compose(tokens)
 * ```
 */
class Composer {
    constructor(options = {}) {
        this.doc = null;
        this.atDirectives = false;
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
        this.onError = (source, code, message, warning) => {
            const pos = getErrorPos(source);
            if (warning)
                this.warnings.push(new errors.YAMLWarning(pos, code, message));
            else
                this.errors.push(new errors.YAMLParseError(pos, code, message));
        };
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        this.directives = new directives.Directives({ version: options.version || '1.2' });
        this.options = options;
    }
    decorate(doc, afterDoc) {
        const { comment, afterEmptyLine } = parsePrelude(this.prelude);
        //console.log({ dc: doc.comment, prelude, comment })
        if (comment) {
            const dc = doc.contents;
            if (afterDoc) {
                doc.comment = doc.comment ? `${doc.comment}\n${comment}` : comment;
            }
            else if (afterEmptyLine || doc.directives.docStart || !dc) {
                doc.commentBefore = comment;
            }
            else if (identity.isCollection(dc) && !dc.flow && dc.items.length > 0) {
                let it = dc.items[0];
                if (identity.isPair(it))
                    it = it.key;
                const cb = it.commentBefore;
                it.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
            else {
                const cb = dc.commentBefore;
                dc.commentBefore = cb ? `${comment}\n${cb}` : comment;
            }
        }
        if (afterDoc) {
            for (let i = 0; i < this.errors.length; ++i)
                doc.errors.push(this.errors[i]);
            for (let i = 0; i < this.warnings.length; ++i)
                doc.warnings.push(this.warnings[i]);
        }
        else {
            doc.errors = this.errors;
            doc.warnings = this.warnings;
        }
        this.prelude = [];
        this.errors = [];
        this.warnings = [];
    }
    /**
     * Current stream status information.
     *
     * Mostly useful at the end of input for an empty stream.
     */
    streamInfo() {
        return {
            comment: parsePrelude(this.prelude).comment,
            directives: this.directives,
            errors: this.errors,
            warnings: this.warnings
        };
    }
    /**
     * Compose tokens into documents.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *compose(tokens, forceDoc = false, endOffset = -1) {
        for (const token of tokens)
            yield* this.next(token);
        yield* this.end(forceDoc, endOffset);
    }
    /** Advance the composer by one CST token. */
    *next(token) {
        if (node_process.env.LOG_STREAM)
            console.dir(token, { depth: null });
        switch (token.type) {
            case 'directive':
                this.directives.add(token.source, (offset, message, warning) => {
                    const pos = getErrorPos(token);
                    pos[0] += offset;
                    this.onError(pos, 'BAD_DIRECTIVE', message, warning);
                });
                this.prelude.push(token.source);
                this.atDirectives = true;
                break;
            case 'document': {
                const doc = composeDoc.composeDoc(this.options, this.directives, token, this.onError);
                if (this.atDirectives && !doc.directives.docStart)
                    this.onError(token, 'MISSING_CHAR', 'Missing directives-end/doc-start indicator line');
                this.decorate(doc, false);
                if (this.doc)
                    yield this.doc;
                this.doc = doc;
                this.atDirectives = false;
                break;
            }
            case 'byte-order-mark':
            case 'space':
                break;
            case 'comment':
            case 'newline':
                this.prelude.push(token.source);
                break;
            case 'error': {
                const msg = token.source
                    ? `${token.message}: ${JSON.stringify(token.source)}`
                    : token.message;
                const error = new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg);
                if (this.atDirectives || !this.doc)
                    this.errors.push(error);
                else
                    this.doc.errors.push(error);
                break;
            }
            case 'doc-end': {
                if (!this.doc) {
                    const msg = 'Unexpected doc-end without preceding document';
                    this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', msg));
                    break;
                }
                this.doc.directives.docEnd = true;
                const end = resolveEnd.resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
                this.decorate(this.doc, true);
                if (end.comment) {
                    const dc = this.doc.comment;
                    this.doc.comment = dc ? `${dc}\n${end.comment}` : end.comment;
                }
                this.doc.range[2] = end.offset;
                break;
            }
            default:
                this.errors.push(new errors.YAMLParseError(getErrorPos(token), 'UNEXPECTED_TOKEN', `Unsupported token ${token.type}`));
        }
    }
    /**
     * Call at end of input to yield any remaining document.
     *
     * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
     * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
     */
    *end(forceDoc = false, endOffset = -1) {
        if (this.doc) {
            this.decorate(this.doc, true);
            yield this.doc;
            this.doc = null;
        }
        else if (forceDoc) {
            const opts = Object.assign({ _directives: this.directives }, this.options);
            const doc = new Document.Document(undefined, opts);
            if (this.atDirectives)
                this.onError(endOffset, 'MISSING_CHAR', 'Missing directives-end indicator line');
            doc.range = [0, endOffset, endOffset];
            this.decorate(doc, false);
            yield doc;
        }
    }
}

exports.Composer = Composer;


/***/ }),

/***/ 7103:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilFlowIndentCheck = __nccwpck_require__(4051);
var utilMapIncludes = __nccwpck_require__(1187);

const startColMsg = 'All mapping items must start at the same column';
function resolveBlockMap({ composeNode, composeEmptyNode }, ctx, bm, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLMap.YAMLMap;
    const map = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    let offset = bm.offset;
    let commentEnd = null;
    for (const collItem of bm.items) {
        const { start, key, sep, value } = collItem;
        // key properties
        const keyProps = resolveProps.resolveProps(start, {
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: bm.indent,
            startOnNewline: true
        });
        const implicitKey = !keyProps.found;
        if (implicitKey) {
            if (key) {
                if (key.type === 'block-seq')
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
                else if ('indent' in key && key.indent !== bm.indent)
                    onError(offset, 'BAD_INDENT', startColMsg);
            }
            if (!keyProps.anchor && !keyProps.tag && !sep) {
                commentEnd = keyProps.end;
                if (keyProps.comment) {
                    if (map.comment)
                        map.comment += '\n' + keyProps.comment;
                    else
                        map.comment = keyProps.comment;
                }
                continue;
            }
            if (keyProps.newlineAfterProp || utilContainsNewline.containsNewline(key)) {
                onError(key ?? start[start.length - 1], 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
            }
        }
        else if (keyProps.found?.indent !== bm.indent) {
            onError(offset, 'BAD_INDENT', startColMsg);
        }
        // key value
        ctx.atKey = true;
        const keyStart = keyProps.end;
        const keyNode = key
            ? composeNode(ctx, key, keyProps, onError)
            : composeEmptyNode(ctx, keyStart, start, null, keyProps, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bm.indent, key, onError);
        ctx.atKey = false;
        if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
            onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
        // value properties
        const valueProps = resolveProps.resolveProps(sep ?? [], {
            indicator: 'map-value-ind',
            next: value,
            offset: keyNode.range[2],
            onError,
            parentIndent: bm.indent,
            startOnNewline: !key || key.type === 'block-scalar'
        });
        offset = valueProps.end;
        if (valueProps.found) {
            if (implicitKey) {
                if (value?.type === 'block-map' && !valueProps.hasNewline)
                    onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
                if (ctx.options.strict &&
                    keyProps.start < valueProps.found.offset - 1024)
                    onError(keyNode.range, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit block mapping key');
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : composeEmptyNode(ctx, offset, sep, null, valueProps, onError);
            if (ctx.schema.compat)
                utilFlowIndentCheck.flowIndentCheck(bm.indent, value, onError);
            offset = valueNode.range[2];
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
        else {
            // key with no value
            if (implicitKey)
                onError(keyNode.range, 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
            if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            map.items.push(pair);
        }
    }
    if (commentEnd && commentEnd < offset)
        onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    map.range = [bm.offset, offset, commentEnd ?? offset];
    return map;
}

exports.resolveBlockMap = resolveBlockMap;


/***/ }),

/***/ 8913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function resolveBlockScalar(ctx, scalar, onError) {
    const start = scalar.offset;
    const header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
    if (!header)
        return { value: '', type: null, comment: '', range: [start, start, start] };
    const type = header.mode === '>' ? Scalar.Scalar.BLOCK_FOLDED : Scalar.Scalar.BLOCK_LITERAL;
    const lines = scalar.source ? splitLines(scalar.source) : [];
    // determine the end of content & start of chomping
    let chompStart = lines.length;
    for (let i = lines.length - 1; i >= 0; --i) {
        const content = lines[i][1];
        if (content === '' || content === '\r')
            chompStart = i;
        else
            break;
    }
    // shortcut for empty contents
    if (chompStart === 0) {
        const value = header.chomp === '+' && lines.length > 0
            ? '\n'.repeat(Math.max(1, lines.length - 1))
            : '';
        let end = start + header.length;
        if (scalar.source)
            end += scalar.source.length;
        return { value, type, comment: header.comment, range: [start, end, end] };
    }
    // find the indentation level to trim from start
    let trimIndent = scalar.indent + header.indent;
    let offset = scalar.offset + header.length;
    let contentStart = 0;
    for (let i = 0; i < chompStart; ++i) {
        const [indent, content] = lines[i];
        if (content === '' || content === '\r') {
            if (header.indent === 0 && indent.length > trimIndent)
                trimIndent = indent.length;
        }
        else {
            if (indent.length < trimIndent) {
                const message = 'Block scalars with more-indented leading empty lines must use an explicit indentation indicator';
                onError(offset + indent.length, 'MISSING_CHAR', message);
            }
            if (header.indent === 0)
                trimIndent = indent.length;
            contentStart = i;
            if (trimIndent === 0 && !ctx.atRoot) {
                const message = 'Block scalar values in collections must be indented';
                onError(offset, 'BAD_INDENT', message);
            }
            break;
        }
        offset += indent.length + content.length + 1;
    }
    // include trailing more-indented empty lines in content
    for (let i = lines.length - 1; i >= chompStart; --i) {
        if (lines[i][0].length > trimIndent)
            chompStart = i + 1;
    }
    let value = '';
    let sep = '';
    let prevMoreIndented = false;
    // leading whitespace is kept intact
    for (let i = 0; i < contentStart; ++i)
        value += lines[i][0].slice(trimIndent) + '\n';
    for (let i = contentStart; i < chompStart; ++i) {
        let [indent, content] = lines[i];
        offset += indent.length + content.length + 1;
        const crlf = content[content.length - 1] === '\r';
        if (crlf)
            content = content.slice(0, -1);
        /* istanbul ignore if already caught in lexer */
        if (content && indent.length < trimIndent) {
            const src = header.indent
                ? 'explicit indentation indicator'
                : 'first line';
            const message = `Block scalar lines must not be less indented than their ${src}`;
            onError(offset - content.length - (crlf ? 2 : 1), 'BAD_INDENT', message);
            indent = '';
        }
        if (type === Scalar.Scalar.BLOCK_LITERAL) {
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
        }
        else if (indent.length > trimIndent || content[0] === '\t') {
            // more-indented content within a folded block
            if (sep === ' ')
                sep = '\n';
            else if (!prevMoreIndented && sep === '\n')
                sep = '\n\n';
            value += sep + indent.slice(trimIndent) + content;
            sep = '\n';
            prevMoreIndented = true;
        }
        else if (content === '') {
            // empty line
            if (sep === '\n')
                value += '\n';
            else
                sep = '\n';
        }
        else {
            value += sep + content;
            sep = ' ';
            prevMoreIndented = false;
        }
    }
    switch (header.chomp) {
        case '-':
            break;
        case '+':
            for (let i = chompStart; i < lines.length; ++i)
                value += '\n' + lines[i][0].slice(trimIndent);
            if (value[value.length - 1] !== '\n')
                value += '\n';
            break;
        default:
            value += '\n';
    }
    const end = start + header.length + scalar.source.length;
    return { value, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
    /* istanbul ignore if should not happen */
    if (props[0].type !== 'block-scalar-header') {
        onError(props[0], 'IMPOSSIBLE', 'Block scalar header not found');
        return null;
    }
    const { source } = props[0];
    const mode = source[0];
    let indent = 0;
    let chomp = '';
    let error = -1;
    for (let i = 1; i < source.length; ++i) {
        const ch = source[i];
        if (!chomp && (ch === '-' || ch === '+'))
            chomp = ch;
        else {
            const n = Number(ch);
            if (!indent && n)
                indent = n;
            else if (error === -1)
                error = offset + i;
        }
    }
    if (error !== -1)
        onError(error, 'UNEXPECTED_TOKEN', `Block scalar header includes extra characters: ${source}`);
    let hasSpace = false;
    let comment = '';
    let length = source.length;
    for (let i = 1; i < props.length; ++i) {
        const token = props[i];
        switch (token.type) {
            case 'space':
                hasSpace = true;
            // fallthrough
            case 'newline':
                length += token.source.length;
                break;
            case 'comment':
                if (strict && !hasSpace) {
                    const message = 'Comments must be separated from other tokens by white space characters';
                    onError(token, 'MISSING_CHAR', message);
                }
                length += token.source.length;
                comment = token.source.substring(1);
                break;
            case 'error':
                onError(token, 'UNEXPECTED_TOKEN', token.message);
                length += token.source.length;
                break;
            /* istanbul ignore next should not happen */
            default: {
                const message = `Unexpected token in block scalar header: ${token.type}`;
                onError(token, 'UNEXPECTED_TOKEN', message);
                const ts = token.source;
                if (ts && typeof ts === 'string')
                    length += ts.length;
            }
        }
    }
    return { mode, indent, chomp, comment, length };
}
/** @returns Array of lines split up as `[indent, content]` */
function splitLines(source) {
    const split = source.split(/\n( *)/);
    const first = split[0];
    const m = first.match(/^( *)/);
    const line0 = m?.[1]
        ? [m[1], first.slice(m[1].length)]
        : ['', first];
    const lines = [line0];
    for (let i = 1; i < split.length; i += 2)
        lines.push([split[i], split[i + 1]]);
    return lines;
}

exports.resolveBlockScalar = resolveBlockScalar;


/***/ }),

/***/ 334:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var YAMLSeq = __nccwpck_require__(2223);
var resolveProps = __nccwpck_require__(4631);
var utilFlowIndentCheck = __nccwpck_require__(4051);

function resolveBlockSeq({ composeNode, composeEmptyNode }, ctx, bs, onError, tag) {
    const NodeClass = tag?.nodeClass ?? YAMLSeq.YAMLSeq;
    const seq = new NodeClass(ctx.schema);
    if (ctx.atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = bs.offset;
    let commentEnd = null;
    for (const { start, value } of bs.items) {
        const props = resolveProps.resolveProps(start, {
            indicator: 'seq-item-ind',
            next: value,
            offset,
            onError,
            parentIndent: bs.indent,
            startOnNewline: true
        });
        if (!props.found) {
            if (props.anchor || props.tag || value) {
                if (value?.type === 'block-seq')
                    onError(props.end, 'BAD_INDENT', 'All sequence items must start at the same column');
                else
                    onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
            }
            else {
                commentEnd = props.end;
                if (props.comment)
                    seq.comment = props.comment;
                continue;
            }
        }
        const node = value
            ? composeNode(ctx, value, props, onError)
            : composeEmptyNode(ctx, props.end, start, null, props, onError);
        if (ctx.schema.compat)
            utilFlowIndentCheck.flowIndentCheck(bs.indent, value, onError);
        offset = node.range[2];
        seq.items.push(node);
    }
    seq.range = [bs.offset, offset, commentEnd ?? offset];
    return seq;
}

exports.resolveBlockSeq = resolveBlockSeq;


/***/ }),

/***/ 7788:
/***/ ((__unused_webpack_module, exports) => {



function resolveEnd(end, offset, reqSpace, onError) {
    let comment = '';
    if (end) {
        let hasSpace = false;
        let sep = '';
        for (const token of end) {
            const { source, type } = token;
            switch (type) {
                case 'space':
                    hasSpace = true;
                    break;
                case 'comment': {
                    if (reqSpace && !hasSpace)
                        onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                    const cb = source.substring(1) || ' ';
                    if (!comment)
                        comment = cb;
                    else
                        comment += sep + cb;
                    sep = '';
                    break;
                }
                case 'newline':
                    if (comment)
                        sep += source;
                    hasSpace = true;
                    break;
                default:
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} at node end`);
            }
            offset += source.length;
        }
    }
    return { comment, offset };
}

exports.resolveEnd = resolveEnd;


/***/ }),

/***/ 3142:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var resolveEnd = __nccwpck_require__(7788);
var resolveProps = __nccwpck_require__(4631);
var utilContainsNewline = __nccwpck_require__(9499);
var utilMapIncludes = __nccwpck_require__(1187);

const blockMsg = 'Block collections are not allowed within flow collections';
const isBlock = (token) => token && (token.type === 'block-map' || token.type === 'block-seq');
function resolveFlowCollection({ composeNode, composeEmptyNode }, ctx, fc, onError, tag) {
    const isMap = fc.start.source === '{';
    const fcName = isMap ? 'flow map' : 'flow sequence';
    const NodeClass = (tag?.nodeClass ?? (isMap ? YAMLMap.YAMLMap : YAMLSeq.YAMLSeq));
    const coll = new NodeClass(ctx.schema);
    coll.flow = true;
    const atRoot = ctx.atRoot;
    if (atRoot)
        ctx.atRoot = false;
    if (ctx.atKey)
        ctx.atKey = false;
    let offset = fc.offset + fc.start.source.length;
    for (let i = 0; i < fc.items.length; ++i) {
        const collItem = fc.items[i];
        const { start, key, sep, value } = collItem;
        const props = resolveProps.resolveProps(start, {
            flow: fcName,
            indicator: 'explicit-key-ind',
            next: key ?? sep?.[0],
            offset,
            onError,
            parentIndent: fc.indent,
            startOnNewline: false
        });
        if (!props.found) {
            if (!props.anchor && !props.tag && !sep && !value) {
                if (i === 0 && props.comma)
                    onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
                else if (i < fc.items.length - 1)
                    onError(props.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${fcName}`);
                if (props.comment) {
                    if (coll.comment)
                        coll.comment += '\n' + props.comment;
                    else
                        coll.comment = props.comment;
                }
                offset = props.end;
                continue;
            }
            if (!isMap && ctx.options.strict && utilContainsNewline.containsNewline(key))
                onError(key, // checked by containsNewline()
                'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
        }
        if (i === 0) {
            if (props.comma)
                onError(props.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${fcName}`);
        }
        else {
            if (!props.comma)
                onError(props.start, 'MISSING_CHAR', `Missing , between ${fcName} items`);
            if (props.comment) {
                let prevItemComment = '';
                loop: for (const st of start) {
                    switch (st.type) {
                        case 'comma':
                        case 'space':
                            break;
                        case 'comment':
                            prevItemComment = st.source.substring(1);
                            break loop;
                        default:
                            break loop;
                    }
                }
                if (prevItemComment) {
                    let prev = coll.items[coll.items.length - 1];
                    if (identity.isPair(prev))
                        prev = prev.value ?? prev.key;
                    if (prev.comment)
                        prev.comment += '\n' + prevItemComment;
                    else
                        prev.comment = prevItemComment;
                    props.comment = props.comment.substring(prevItemComment.length + 1);
                }
            }
        }
        if (!isMap && !sep && !props.found) {
            // item is a value in a seq
            // → key & sep are empty, start does not include ? or :
            const valueNode = value
                ? composeNode(ctx, value, props, onError)
                : composeEmptyNode(ctx, props.end, sep, null, props, onError);
            coll.items.push(valueNode);
            offset = valueNode.range[2];
            if (isBlock(value))
                onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
        }
        else {
            // item is a key+value pair
            // key value
            ctx.atKey = true;
            const keyStart = props.end;
            const keyNode = key
                ? composeNode(ctx, key, props, onError)
                : composeEmptyNode(ctx, keyStart, start, null, props, onError);
            if (isBlock(key))
                onError(keyNode.range, 'BLOCK_IN_FLOW', blockMsg);
            ctx.atKey = false;
            // value properties
            const valueProps = resolveProps.resolveProps(sep ?? [], {
                flow: fcName,
                indicator: 'map-value-ind',
                next: value,
                offset: keyNode.range[2],
                onError,
                parentIndent: fc.indent,
                startOnNewline: false
            });
            if (valueProps.found) {
                if (!isMap && !props.found && ctx.options.strict) {
                    if (sep)
                        for (const st of sep) {
                            if (st === valueProps.found)
                                break;
                            if (st.type === 'newline') {
                                onError(st, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys of flow sequence pairs need to be on a single line');
                                break;
                            }
                        }
                    if (props.start < valueProps.found.offset - 1024)
                        onError(valueProps.found, 'KEY_OVER_1024_CHARS', 'The : indicator must be at most 1024 chars after the start of an implicit flow sequence key');
                }
            }
            else if (value) {
                if ('source' in value && value.source?.[0] === ':')
                    onError(value, 'MISSING_CHAR', `Missing space after : in ${fcName}`);
                else
                    onError(valueProps.start, 'MISSING_CHAR', `Missing , or : between ${fcName} items`);
            }
            // value value
            const valueNode = value
                ? composeNode(ctx, value, valueProps, onError)
                : valueProps.found
                    ? composeEmptyNode(ctx, valueProps.end, sep, null, valueProps, onError)
                    : null;
            if (valueNode) {
                if (isBlock(value))
                    onError(valueNode.range, 'BLOCK_IN_FLOW', blockMsg);
            }
            else if (valueProps.comment) {
                if (keyNode.comment)
                    keyNode.comment += '\n' + valueProps.comment;
                else
                    keyNode.comment = valueProps.comment;
            }
            const pair = new Pair.Pair(keyNode, valueNode);
            if (ctx.options.keepSourceTokens)
                pair.srcToken = collItem;
            if (isMap) {
                const map = coll;
                if (utilMapIncludes.mapIncludes(ctx, map.items, keyNode))
                    onError(keyStart, 'DUPLICATE_KEY', 'Map keys must be unique');
                map.items.push(pair);
            }
            else {
                const map = new YAMLMap.YAMLMap(ctx.schema);
                map.flow = true;
                map.items.push(pair);
                const endRange = (valueNode ?? keyNode).range;
                map.range = [keyNode.range[0], endRange[1], endRange[2]];
                coll.items.push(map);
            }
            offset = valueNode ? valueNode.range[2] : valueProps.end;
        }
    }
    const expectedEnd = isMap ? '}' : ']';
    const [ce, ...ee] = fc.end;
    let cePos = offset;
    if (ce?.source === expectedEnd)
        cePos = ce.offset + ce.source.length;
    else {
        const name = fcName[0].toUpperCase() + fcName.substring(1);
        const msg = atRoot
            ? `${name} must end with a ${expectedEnd}`
            : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
        onError(offset, atRoot ? 'MISSING_CHAR' : 'BAD_INDENT', msg);
        if (ce && ce.source.length !== 1)
            ee.unshift(ce);
    }
    if (ee.length > 0) {
        const end = resolveEnd.resolveEnd(ee, cePos, ctx.options.strict, onError);
        if (end.comment) {
            if (coll.comment)
                coll.comment += '\n' + end.comment;
            else
                coll.comment = end.comment;
        }
        coll.range = [fc.offset, cePos, end.offset];
    }
    else {
        coll.range = [fc.offset, cePos, cePos];
    }
    return coll;
}

exports.resolveFlowCollection = resolveFlowCollection;


/***/ }),

/***/ 6842:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var resolveEnd = __nccwpck_require__(7788);

function resolveFlowScalar(scalar, strict, onError) {
    const { offset, type, source, end } = scalar;
    let _type;
    let value;
    const _onError = (rel, code, msg) => onError(offset + rel, code, msg);
    switch (type) {
        case 'scalar':
            _type = Scalar.Scalar.PLAIN;
            value = plainValue(source, _onError);
            break;
        case 'single-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_SINGLE;
            value = singleQuotedValue(source, _onError);
            break;
        case 'double-quoted-scalar':
            _type = Scalar.Scalar.QUOTE_DOUBLE;
            value = doubleQuotedValue(source, _onError);
            break;
        /* istanbul ignore next should not happen */
        default:
            onError(scalar, 'UNEXPECTED_TOKEN', `Expected a flow scalar value, but found: ${type}`);
            return {
                value: '',
                type: null,
                comment: '',
                range: [offset, offset + source.length, offset + source.length]
            };
    }
    const valueEnd = offset + source.length;
    const re = resolveEnd.resolveEnd(end, valueEnd, strict, onError);
    return {
        value,
        type: _type,
        comment: re.comment,
        range: [offset, valueEnd, re.offset]
    };
}
function plainValue(source, onError) {
    let badChar = '';
    switch (source[0]) {
        /* istanbul ignore next should not happen */
        case '\t':
            badChar = 'a tab character';
            break;
        case ',':
            badChar = 'flow indicator character ,';
            break;
        case '%':
            badChar = 'directive indicator character %';
            break;
        case '|':
        case '>': {
            badChar = `block scalar indicator ${source[0]}`;
            break;
        }
        case '@':
        case '`': {
            badChar = `reserved character ${source[0]}`;
            break;
        }
    }
    if (badChar)
        onError(0, 'BAD_SCALAR_START', `Plain value cannot start with ${badChar}`);
    return unfoldLines(source);
}
function singleQuotedValue(source, onError) {
    if (source[source.length - 1] !== "'" || source.length === 1)
        onError(source.length, 'MISSING_CHAR', "Missing closing 'quote");
    return unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
    const line = /(.*?)\r?\n/sy;
    let match = line.exec(source);
    if (!match)
        return source;
    /**
     * The negative lookbehinds in these RegExps are to
     * prevent causing a polynomial search time in certain cases.
     *
     * The try-catch is for Safari < 16.4 and other old browsers:
     * https://caniuse.com/js-regexp-lookbehind
     */
    let trimEnd, trimBoth;
    try {
        trimEnd = new RegExp('(?<![ \t])[ \t]+$');
        trimBoth = new RegExp('^[ \t]+|(?<![ \t])[ \t]+$', 'g');
    }
    catch {
        trimEnd = /[ \t]+$/;
        trimBoth = /^[ \t]+|[ \t]+$/g;
    }
    let res = match[1].replace(trimEnd, '');
    let sep = ' ';
    let pos = line.lastIndex;
    while ((match = line.exec(source))) {
        const lm = match[1].replace(trimBoth, '');
        if (lm === '') {
            if (sep === '\n')
                res += sep;
            else
                sep = '\n';
        }
        else {
            res += sep + lm;
            sep = ' ';
        }
        pos = line.lastIndex;
    }
    const last = /[ \t]*(.*)/sy;
    last.lastIndex = pos;
    match = last.exec(source);
    return res + sep + (match?.[1] ?? '');
}
function doubleQuotedValue(source, onError) {
    let res = '';
    for (let i = 1; i < source.length - 1; ++i) {
        const ch = source[i];
        if (ch === '\r' && source[i + 1] === '\n')
            continue;
        if (ch === '\n') {
            const { fold, offset } = foldNewline(source, i);
            res += fold;
            i = offset;
        }
        else if (ch === '\\') {
            let next = source[++i];
            const cc = escapeCodes[next];
            if (cc)
                res += cc;
            else if (next === '\n') {
                // skip escaped newlines, but still trim the following line
                next = source[i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === '\r' && source[i + 1] === '\n') {
                // skip escaped CRLF newlines, but still trim the following line
                next = source[++i + 1];
                while (next === ' ' || next === '\t')
                    next = source[++i + 1];
            }
            else if (next === 'x' || next === 'u' || next === 'U') {
                const length = next === 'x' ? 2 : next === 'u' ? 4 : 8;
                res += parseCharCode(source, i + 1, length, onError);
                i += length;
            }
            else {
                const raw = source.substr(i - 1, 2);
                onError(i - 1, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
                res += raw;
            }
        }
        else if (ch === ' ' || ch === '\t') {
            // trim trailing whitespace
            const wsStart = i;
            let next = source[i + 1];
            while (next === ' ' || next === '\t')
                next = source[++i + 1];
            if (next !== '\n' && !(next === '\r' && source[i + 2] === '\n'))
                res += i > wsStart ? source.slice(wsStart, i + 1) : ch;
        }
        else {
            res += ch;
        }
    }
    if (source[source.length - 1] !== '"' || source.length === 1)
        onError(source.length, 'MISSING_CHAR', 'Missing closing "quote');
    return res;
}
/**
 * Fold a single newline into a space, multiple newlines to N - 1 newlines.
 * Presumes `source[offset] === '\n'`
 */
function foldNewline(source, offset) {
    let fold = '';
    let ch = source[offset + 1];
    while (ch === ' ' || ch === '\t' || ch === '\n' || ch === '\r') {
        if (ch === '\r' && source[offset + 2] !== '\n')
            break;
        if (ch === '\n')
            fold += '\n';
        offset += 1;
        ch = source[offset + 1];
    }
    if (!fold)
        fold = ' ';
    return { fold, offset };
}
const escapeCodes = {
    '0': '\0', // null character
    a: '\x07', // bell character
    b: '\b', // backspace
    e: '\x1b', // escape character
    f: '\f', // form feed
    n: '\n', // line feed
    r: '\r', // carriage return
    t: '\t', // horizontal tab
    v: '\v', // vertical tab
    N: '\u0085', // Unicode next line
    _: '\u00a0', // Unicode non-breaking space
    L: '\u2028', // Unicode line separator
    P: '\u2029', // Unicode paragraph separator
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t'
};
function parseCharCode(source, offset, length, onError) {
    const cc = source.substr(offset, length);
    const ok = cc.length === length && /^[0-9a-fA-F]+$/.test(cc);
    const code = ok ? parseInt(cc, 16) : NaN;
    try {
        return String.fromCodePoint(code);
    }
    catch {
        const raw = source.substr(offset - 2, length + 2);
        onError(offset - 2, 'BAD_DQ_ESCAPE', `Invalid escape sequence ${raw}`);
        return raw;
    }
}

exports.resolveFlowScalar = resolveFlowScalar;


/***/ }),

/***/ 4631:
/***/ ((__unused_webpack_module, exports) => {



function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
    let spaceBefore = false;
    let atNewline = startOnNewline;
    let hasSpace = startOnNewline;
    let comment = '';
    let commentSep = '';
    let hasNewline = false;
    let reqSpace = false;
    let tab = null;
    let anchor = null;
    let tag = null;
    let newlineAfterProp = null;
    let comma = null;
    let found = null;
    let start = null;
    for (const token of tokens) {
        if (reqSpace) {
            if (token.type !== 'space' &&
                token.type !== 'newline' &&
                token.type !== 'comma')
                onError(token.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
            reqSpace = false;
        }
        if (tab) {
            if (atNewline && token.type !== 'comment' && token.type !== 'newline') {
                onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
            }
            tab = null;
        }
        switch (token.type) {
            case 'space':
                // At the doc level, tabs at line start may be parsed
                // as leading white space rather than indentation.
                // In a flow collection, only the parser handles indent.
                if (!flow &&
                    (indicator !== 'doc-start' || next?.type !== 'flow-collection') &&
                    token.source.includes('\t')) {
                    tab = token;
                }
                hasSpace = true;
                break;
            case 'comment': {
                if (!hasSpace)
                    onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
                const cb = token.source.substring(1) || ' ';
                if (!comment)
                    comment = cb;
                else
                    comment += commentSep + cb;
                commentSep = '';
                atNewline = false;
                break;
            }
            case 'newline':
                if (atNewline) {
                    if (comment)
                        comment += token.source;
                    else if (!found || indicator !== 'seq-item-ind')
                        spaceBefore = true;
                }
                else
                    commentSep += token.source;
                atNewline = true;
                hasNewline = true;
                if (anchor || tag)
                    newlineAfterProp = token;
                hasSpace = true;
                break;
            case 'anchor':
                if (anchor)
                    onError(token, 'MULTIPLE_ANCHORS', 'A node can have at most one anchor');
                if (token.source.endsWith(':'))
                    onError(token.offset + token.source.length - 1, 'BAD_ALIAS', 'Anchor ending in : is ambiguous', true);
                anchor = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            case 'tag': {
                if (tag)
                    onError(token, 'MULTIPLE_TAGS', 'A node can have at most one tag');
                tag = token;
                start ?? (start = token.offset);
                atNewline = false;
                hasSpace = false;
                reqSpace = true;
                break;
            }
            case indicator:
                // Could here handle preceding comments differently
                if (anchor || tag)
                    onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${token.source} indicator`);
                if (found)
                    onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.source} in ${flow ?? 'collection'}`);
                found = token;
                atNewline =
                    indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
                hasSpace = false;
                break;
            case 'comma':
                if (flow) {
                    if (comma)
                        onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
                    comma = token;
                    atNewline = false;
                    hasSpace = false;
                    break;
                }
            // else fallthrough
            default:
                onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} token`);
                atNewline = false;
                hasSpace = false;
        }
    }
    const last = tokens[tokens.length - 1];
    const end = last ? last.offset + last.source.length : offset;
    if (reqSpace &&
        next &&
        next.type !== 'space' &&
        next.type !== 'newline' &&
        next.type !== 'comma' &&
        (next.type !== 'scalar' || next.source !== '')) {
        onError(next.offset, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
    }
    if (tab &&
        ((atNewline && tab.indent <= parentIndent) ||
            next?.type === 'block-map' ||
            next?.type === 'block-seq'))
        onError(tab, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
    return {
        comma,
        found,
        spaceBefore,
        comment,
        hasNewline,
        anchor,
        tag,
        newlineAfterProp,
        end,
        start: start ?? end
    };
}

exports.resolveProps = resolveProps;


/***/ }),

/***/ 9499:
/***/ ((__unused_webpack_module, exports) => {



function containsNewline(key) {
    if (!key)
        return null;
    switch (key.type) {
        case 'alias':
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            if (key.source.includes('\n'))
                return true;
            if (key.end)
                for (const st of key.end)
                    if (st.type === 'newline')
                        return true;
            return false;
        case 'flow-collection':
            for (const it of key.items) {
                for (const st of it.start)
                    if (st.type === 'newline')
                        return true;
                if (it.sep)
                    for (const st of it.sep)
                        if (st.type === 'newline')
                            return true;
                if (containsNewline(it.key) || containsNewline(it.value))
                    return true;
            }
            return false;
        default:
            return true;
    }
}

exports.containsNewline = containsNewline;


/***/ }),

/***/ 2599:
/***/ ((__unused_webpack_module, exports) => {



function emptyScalarPosition(offset, before, pos) {
    if (before) {
        pos ?? (pos = before.length);
        for (let i = pos - 1; i >= 0; --i) {
            let st = before[i];
            switch (st.type) {
                case 'space':
                case 'comment':
                case 'newline':
                    offset -= st.source.length;
                    continue;
            }
            // Technically, an empty scalar is immediately after the last non-empty
            // node, but it's more useful to place it after any whitespace.
            st = before[++i];
            while (st?.type === 'space') {
                offset += st.source.length;
                st = before[++i];
            }
            break;
        }
    }
    return offset;
}

exports.emptyScalarPosition = emptyScalarPosition;


/***/ }),

/***/ 4051:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var utilContainsNewline = __nccwpck_require__(9499);

function flowIndentCheck(indent, fc, onError) {
    if (fc?.type === 'flow-collection') {
        const end = fc.end[0];
        if (end.indent === indent &&
            (end.source === ']' || end.source === '}') &&
            utilContainsNewline.containsNewline(fc)) {
            const msg = 'Flow end indicator should be more indented than parent';
            onError(end, 'BAD_INDENT', msg, true);
        }
    }
}

exports.flowIndentCheck = flowIndentCheck;


/***/ }),

/***/ 1187:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

function mapIncludes(ctx, items, search) {
    const { uniqueKeys } = ctx.options;
    if (uniqueKeys === false)
        return false;
    const isEqual = typeof uniqueKeys === 'function'
        ? uniqueKeys
        : (a, b) => a === b || (identity.isScalar(a) && identity.isScalar(b) && a.value === b.value);
    return items.some(pair => isEqual(pair.key, search));
}

exports.mapIncludes = mapIncludes;


/***/ }),

/***/ 3021:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var toJS = __nccwpck_require__(4043);
var Schema = __nccwpck_require__(5840);
var stringifyDocument = __nccwpck_require__(6829);
var anchors = __nccwpck_require__(1596);
var applyReviver = __nccwpck_require__(3661);
var createNode = __nccwpck_require__(2404);
var directives = __nccwpck_require__(1342);

class Document {
    constructor(value, replacer, options) {
        /** A comment before this Document */
        this.commentBefore = null;
        /** A comment immediately after this Document */
        this.comment = null;
        /** Errors encountered during parsing. */
        this.errors = [];
        /** Warnings encountered during parsing. */
        this.warnings = [];
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.DOC });
        let _replacer = null;
        if (typeof replacer === 'function' || Array.isArray(replacer)) {
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const opt = Object.assign({
            intAsBigInt: false,
            keepSourceTokens: false,
            logLevel: 'warn',
            prettyErrors: true,
            strict: true,
            stringKeys: false,
            uniqueKeys: true,
            version: '1.2'
        }, options);
        this.options = opt;
        let { version } = opt;
        if (options?._directives) {
            this.directives = options._directives.atDocument();
            if (this.directives.yaml.explicit)
                version = this.directives.yaml.version;
        }
        else
            this.directives = new directives.Directives({ version });
        this.setSchema(version, options);
        // @ts-expect-error We can't really know that this matches Contents.
        this.contents =
            value === undefined ? null : this.createNode(value, _replacer, options);
    }
    /**
     * Create a deep copy of this Document and its contents.
     *
     * Custom Node values that inherit from `Object` still refer to their original instances.
     */
    clone() {
        const copy = Object.create(Document.prototype, {
            [identity.NODE_TYPE]: { value: identity.DOC }
        });
        copy.commentBefore = this.commentBefore;
        copy.comment = this.comment;
        copy.errors = this.errors.slice();
        copy.warnings = this.warnings.slice();
        copy.options = Object.assign({}, this.options);
        if (this.directives)
            copy.directives = this.directives.clone();
        copy.schema = this.schema.clone();
        // @ts-expect-error We can't really know that this matches Contents.
        copy.contents = identity.isNode(this.contents)
            ? this.contents.clone(copy.schema)
            : this.contents;
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** Adds a value to the document. */
    add(value) {
        if (assertCollection(this.contents))
            this.contents.add(value);
    }
    /** Adds a value to the document. */
    addIn(path, value) {
        if (assertCollection(this.contents))
            this.contents.addIn(path, value);
    }
    /**
     * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
     *
     * If `node` already has an anchor, `name` is ignored.
     * Otherwise, the `node.anchor` value will be set to `name`,
     * or if an anchor with that name is already present in the document,
     * `name` will be used as a prefix for a new unique anchor.
     * If `name` is undefined, the generated anchor will use 'a' as a prefix.
     */
    createAlias(node, name) {
        if (!node.anchor) {
            const prev = anchors.anchorNames(this);
            node.anchor =
                // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
                !name || prev.has(name) ? anchors.findNewAnchor(name || 'a', prev) : name;
        }
        return new Alias.Alias(node.anchor);
    }
    createNode(value, replacer, options) {
        let _replacer = undefined;
        if (typeof replacer === 'function') {
            value = replacer.call({ '': value }, '', value);
            _replacer = replacer;
        }
        else if (Array.isArray(replacer)) {
            const keyToStr = (v) => typeof v === 'number' || v instanceof String || v instanceof Number;
            const asStr = replacer.filter(keyToStr).map(String);
            if (asStr.length > 0)
                replacer = replacer.concat(asStr);
            _replacer = replacer;
        }
        else if (options === undefined && replacer) {
            options = replacer;
            replacer = undefined;
        }
        const { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {};
        const { onAnchor, setAnchors, sourceObjects } = anchors.createNodeAnchors(this, 
        // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
        anchorPrefix || 'a');
        const ctx = {
            aliasDuplicateObjects: aliasDuplicateObjects ?? true,
            keepUndefined: keepUndefined ?? false,
            onAnchor,
            onTagObj,
            replacer: _replacer,
            schema: this.schema,
            sourceObjects
        };
        const node = createNode.createNode(value, tag, ctx);
        if (flow && identity.isCollection(node))
            node.flow = true;
        setAnchors();
        return node;
    }
    /**
     * Convert a key and a value into a `Pair` using the current schema,
     * recursively wrapping all values as `Scalar` or `Collection` nodes.
     */
    createPair(key, value, options = {}) {
        const k = this.createNode(key, null, options);
        const v = this.createNode(value, null, options);
        return new Pair.Pair(k, v);
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        return assertCollection(this.contents) ? this.contents.delete(key) : false;
    }
    /**
     * Removes a value from the document.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        if (Collection.isEmptyPath(path)) {
            if (this.contents == null)
                return false;
            // @ts-expect-error Presumed impossible if Strict extends false
            this.contents = null;
            return true;
        }
        return assertCollection(this.contents)
            ? this.contents.deleteIn(path)
            : false;
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    get(key, keepScalar) {
        return identity.isCollection(this.contents)
            ? this.contents.get(key, keepScalar)
            : undefined;
    }
    /**
     * Returns item at `path`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        if (Collection.isEmptyPath(path))
            return !keepScalar && identity.isScalar(this.contents)
                ? this.contents.value
                : this.contents;
        return identity.isCollection(this.contents)
            ? this.contents.getIn(path, keepScalar)
            : undefined;
    }
    /**
     * Checks if the document includes a value with the key `key`.
     */
    has(key) {
        return identity.isCollection(this.contents) ? this.contents.has(key) : false;
    }
    /**
     * Checks if the document includes a value at `path`.
     */
    hasIn(path) {
        if (Collection.isEmptyPath(path))
            return this.contents !== undefined;
        return identity.isCollection(this.contents) ? this.contents.hasIn(path) : false;
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    set(key, value) {
        if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, [key], value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.set(key, value);
        }
    }
    /**
     * Sets a value in this document. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        if (Collection.isEmptyPath(path)) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = value;
        }
        else if (this.contents == null) {
            // @ts-expect-error We can't really know that this matches Contents.
            this.contents = Collection.collectionFromPath(this.schema, Array.from(path), value);
        }
        else if (assertCollection(this.contents)) {
            this.contents.setIn(path, value);
        }
    }
    /**
     * Change the YAML version and schema used by the document.
     * A `null` version disables support for directives, explicit tags, anchors, and aliases.
     * It also requires the `schema` option to be given as a `Schema` instance value.
     *
     * Overrides all previously set schema options.
     */
    setSchema(version, options = {}) {
        if (typeof version === 'number')
            version = String(version);
        let opt;
        switch (version) {
            case '1.1':
                if (this.directives)
                    this.directives.yaml.version = '1.1';
                else
                    this.directives = new directives.Directives({ version: '1.1' });
                opt = { resolveKnownTags: false, schema: 'yaml-1.1' };
                break;
            case '1.2':
            case 'next':
                if (this.directives)
                    this.directives.yaml.version = version;
                else
                    this.directives = new directives.Directives({ version });
                opt = { resolveKnownTags: true, schema: 'core' };
                break;
            case null:
                if (this.directives)
                    delete this.directives;
                opt = null;
                break;
            default: {
                const sv = JSON.stringify(version);
                throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
            }
        }
        // Not using `instanceof Schema` to allow for duck typing
        if (options.schema instanceof Object)
            this.schema = options.schema;
        else if (opt)
            this.schema = new Schema.Schema(Object.assign(opt, options));
        else
            throw new Error(`With a null YAML version, the { schema: Schema } option is required`);
    }
    // json & jsonArg are only used from toJSON()
    toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        const ctx = {
            anchors: new Map(),
            doc: this,
            keep: !json,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this.contents, jsonArg ?? '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
    /**
     * A JSON representation of the document `contents`.
     *
     * @param jsonArg Used by `JSON.stringify` to indicate the array index or
     *   property name.
     */
    toJSON(jsonArg, onAnchor) {
        return this.toJS({ json: true, jsonArg, mapAsMap: false, onAnchor });
    }
    /** A YAML representation of the document. */
    toString(options = {}) {
        if (this.errors.length > 0)
            throw new Error('Document with errors cannot be stringified');
        if ('indent' in options &&
            (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
            const s = JSON.stringify(options.indent);
            throw new Error(`"indent" option must be a positive integer, not ${s}`);
        }
        return stringifyDocument.stringifyDocument(this, options);
    }
}
function assertCollection(contents) {
    if (identity.isCollection(contents))
        return true;
    throw new Error('Expected a YAML collection as document contents');
}

exports.Document = Document;


/***/ }),

/***/ 1596:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

/**
 * Verify that the input string is a valid anchor.
 *
 * Will throw on errors.
 */
function anchorIsValid(anchor) {
    if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
        const sa = JSON.stringify(anchor);
        const msg = `Anchor must not contain whitespace or control characters: ${sa}`;
        throw new Error(msg);
    }
    return true;
}
function anchorNames(root) {
    const anchors = new Set();
    visit.visit(root, {
        Value(_key, node) {
            if (node.anchor)
                anchors.add(node.anchor);
        }
    });
    return anchors;
}
/** Find a new anchor name with the given `prefix` and a one-indexed suffix. */
function findNewAnchor(prefix, exclude) {
    for (let i = 1; true; ++i) {
        const name = `${prefix}${i}`;
        if (!exclude.has(name))
            return name;
    }
}
function createNodeAnchors(doc, prefix) {
    const aliasObjects = [];
    const sourceObjects = new Map();
    let prevAnchors = null;
    return {
        onAnchor: (source) => {
            aliasObjects.push(source);
            prevAnchors ?? (prevAnchors = anchorNames(doc));
            const anchor = findNewAnchor(prefix, prevAnchors);
            prevAnchors.add(anchor);
            return anchor;
        },
        /**
         * With circular references, the source node is only resolved after all
         * of its child nodes are. This is why anchors are set only after all of
         * the nodes have been created.
         */
        setAnchors: () => {
            for (const source of aliasObjects) {
                const ref = sourceObjects.get(source);
                if (typeof ref === 'object' &&
                    ref.anchor &&
                    (identity.isScalar(ref.node) || identity.isCollection(ref.node))) {
                    ref.node.anchor = ref.anchor;
                }
                else {
                    const error = new Error('Failed to resolve repeated object (this should not happen)');
                    error.source = source;
                    throw error;
                }
            }
        },
        sourceObjects
    };
}

exports.anchorIsValid = anchorIsValid;
exports.anchorNames = anchorNames;
exports.createNodeAnchors = createNodeAnchors;
exports.findNewAnchor = findNewAnchor;


/***/ }),

/***/ 3661:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Applies the JSON.parse reviver algorithm as defined in the ECMA-262 spec,
 * in section 24.5.1.1 "Runtime Semantics: InternalizeJSONProperty" of the
 * 2021 edition: https://tc39.es/ecma262/#sec-json.parse
 *
 * Includes extensions for handling Map and Set objects.
 */
function applyReviver(reviver, obj, key, val) {
    if (val && typeof val === 'object') {
        if (Array.isArray(val)) {
            for (let i = 0, len = val.length; i < len; ++i) {
                const v0 = val[i];
                const v1 = applyReviver(reviver, val, String(i), v0);
                // eslint-disable-next-line @typescript-eslint/no-array-delete
                if (v1 === undefined)
                    delete val[i];
                else if (v1 !== v0)
                    val[i] = v1;
            }
        }
        else if (val instanceof Map) {
            for (const k of Array.from(val.keys())) {
                const v0 = val.get(k);
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    val.delete(k);
                else if (v1 !== v0)
                    val.set(k, v1);
            }
        }
        else if (val instanceof Set) {
            for (const v0 of Array.from(val)) {
                const v1 = applyReviver(reviver, val, v0, v0);
                if (v1 === undefined)
                    val.delete(v0);
                else if (v1 !== v0) {
                    val.delete(v0);
                    val.add(v1);
                }
            }
        }
        else {
            for (const [k, v0] of Object.entries(val)) {
                const v1 = applyReviver(reviver, val, k, v0);
                if (v1 === undefined)
                    delete val[k];
                else if (v1 !== v0)
                    val[k] = v1;
            }
        }
    }
    return reviver.call(obj, key, val);
}

exports.applyReviver = applyReviver;


/***/ }),

/***/ 2404:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

const defaultTagPrefix = 'tag:yaml.org,2002:';
function findTagObject(value, tagName, tags) {
    if (tagName) {
        const match = tags.filter(t => t.tag === tagName);
        const tagObj = match.find(t => !t.format) ?? match[0];
        if (!tagObj)
            throw new Error(`Tag ${tagName} not found`);
        return tagObj;
    }
    return tags.find(t => t.identify?.(value) && !t.format);
}
function createNode(value, tagName, ctx) {
    if (identity.isDocument(value))
        value = value.contents;
    if (identity.isNode(value))
        return value;
    if (identity.isPair(value)) {
        const map = ctx.schema[identity.MAP].createNode?.(ctx.schema, null, ctx);
        map.items.push(value);
        return map;
    }
    if (value instanceof String ||
        value instanceof Number ||
        value instanceof Boolean ||
        (typeof BigInt !== 'undefined' && value instanceof BigInt) // not supported everywhere
    ) {
        // https://tc39.es/ecma262/#sec-serializejsonproperty
        value = value.valueOf();
    }
    const { aliasDuplicateObjects, onAnchor, onTagObj, schema, sourceObjects } = ctx;
    // Detect duplicate references to the same object & use Alias nodes for all
    // after first. The `ref` wrapper allows for circular references to resolve.
    let ref = undefined;
    if (aliasDuplicateObjects && value && typeof value === 'object') {
        ref = sourceObjects.get(value);
        if (ref) {
            ref.anchor ?? (ref.anchor = onAnchor(value));
            return new Alias.Alias(ref.anchor);
        }
        else {
            ref = { anchor: null, node: null };
            sourceObjects.set(value, ref);
        }
    }
    if (tagName?.startsWith('!!'))
        tagName = defaultTagPrefix + tagName.slice(2);
    let tagObj = findTagObject(value, tagName, schema.tags);
    if (!tagObj) {
        if (value && typeof value.toJSON === 'function') {
            // eslint-disable-next-line @typescript-eslint/no-unsafe-call
            value = value.toJSON();
        }
        if (!value || typeof value !== 'object') {
            const node = new Scalar.Scalar(value);
            if (ref)
                ref.node = node;
            return node;
        }
        tagObj =
            value instanceof Map
                ? schema[identity.MAP]
                : Symbol.iterator in Object(value)
                    ? schema[identity.SEQ]
                    : schema[identity.MAP];
    }
    if (onTagObj) {
        onTagObj(tagObj);
        delete ctx.onTagObj;
    }
    const node = tagObj?.createNode
        ? tagObj.createNode(ctx.schema, value, ctx)
        : typeof tagObj?.nodeClass?.from === 'function'
            ? tagObj.nodeClass.from(ctx.schema, value, ctx)
            : new Scalar.Scalar(value);
    if (tagName)
        node.tag = tagName;
    else if (!tagObj.default)
        node.tag = tagObj.tag;
    if (ref)
        ref.node = node;
    return node;
}

exports.createNode = createNode;


/***/ }),

/***/ 1342:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var visit = __nccwpck_require__(204);

const escapeChars = {
    '!': '%21',
    ',': '%2C',
    '[': '%5B',
    ']': '%5D',
    '{': '%7B',
    '}': '%7D'
};
const escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, ch => escapeChars[ch]);
class Directives {
    constructor(yaml, tags) {
        /**
         * The directives-end/doc-start marker `---`. If `null`, a marker may still be
         * included in the document's stringified representation.
         */
        this.docStart = null;
        /** The doc-end marker `...`.  */
        this.docEnd = false;
        this.yaml = Object.assign({}, Directives.defaultYaml, yaml);
        this.tags = Object.assign({}, Directives.defaultTags, tags);
    }
    clone() {
        const copy = new Directives(this.yaml, this.tags);
        copy.docStart = this.docStart;
        return copy;
    }
    /**
     * During parsing, get a Directives instance for the current document and
     * update the stream state according to the current version's spec.
     */
    atDocument() {
        const res = new Directives(this.yaml, this.tags);
        switch (this.yaml.version) {
            case '1.1':
                this.atNextDocument = true;
                break;
            case '1.2':
                this.atNextDocument = false;
                this.yaml = {
                    explicit: Directives.defaultYaml.explicit,
                    version: '1.2'
                };
                this.tags = Object.assign({}, Directives.defaultTags);
                break;
        }
        return res;
    }
    /**
     * @param onError - May be called even if the action was successful
     * @returns `true` on success
     */
    add(line, onError) {
        if (this.atNextDocument) {
            this.yaml = { explicit: Directives.defaultYaml.explicit, version: '1.1' };
            this.tags = Object.assign({}, Directives.defaultTags);
            this.atNextDocument = false;
        }
        const parts = line.trim().split(/[ \t]+/);
        const name = parts.shift();
        switch (name) {
            case '%TAG': {
                if (parts.length !== 2) {
                    onError(0, '%TAG directive should contain exactly two parts');
                    if (parts.length < 2)
                        return false;
                }
                const [handle, prefix] = parts;
                this.tags[handle] = prefix;
                return true;
            }
            case '%YAML': {
                this.yaml.explicit = true;
                if (parts.length !== 1) {
                    onError(0, '%YAML directive should contain exactly one part');
                    return false;
                }
                const [version] = parts;
                if (version === '1.1' || version === '1.2') {
                    this.yaml.version = version;
                    return true;
                }
                else {
                    const isValid = /^\d+\.\d+$/.test(version);
                    onError(6, `Unsupported YAML version ${version}`, isValid);
                    return false;
                }
            }
            default:
                onError(0, `Unknown directive ${name}`, true);
                return false;
        }
    }
    /**
     * Resolves a tag, matching handles to those defined in %TAG directives.
     *
     * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
     *   `'!local'` tag, or `null` if unresolvable.
     */
    tagName(source, onError) {
        if (source === '!')
            return '!'; // non-specific tag
        if (source[0] !== '!') {
            onError(`Not a valid tag: ${source}`);
            return null;
        }
        if (source[1] === '<') {
            const verbatim = source.slice(2, -1);
            if (verbatim === '!' || verbatim === '!!') {
                onError(`Verbatim tags aren't resolved, so ${source} is invalid.`);
                return null;
            }
            if (source[source.length - 1] !== '>')
                onError('Verbatim tags must end with a >');
            return verbatim;
        }
        const [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
        if (!suffix)
            onError(`The ${source} tag has no suffix`);
        const prefix = this.tags[handle];
        if (prefix) {
            try {
                return prefix + decodeURIComponent(suffix);
            }
            catch (error) {
                onError(String(error));
                return null;
            }
        }
        if (handle === '!')
            return source; // local tag
        onError(`Could not resolve tag: ${source}`);
        return null;
    }
    /**
     * Given a fully resolved tag, returns its printable string form,
     * taking into account current tag prefixes and defaults.
     */
    tagString(tag) {
        for (const [handle, prefix] of Object.entries(this.tags)) {
            if (tag.startsWith(prefix))
                return handle + escapeTagName(tag.substring(prefix.length));
        }
        return tag[0] === '!' ? tag : `!<${tag}>`;
    }
    toString(doc) {
        const lines = this.yaml.explicit
            ? [`%YAML ${this.yaml.version || '1.2'}`]
            : [];
        const tagEntries = Object.entries(this.tags);
        let tagNames;
        if (doc && tagEntries.length > 0 && identity.isNode(doc.contents)) {
            const tags = {};
            visit.visit(doc.contents, (_key, node) => {
                if (identity.isNode(node) && node.tag)
                    tags[node.tag] = true;
            });
            tagNames = Object.keys(tags);
        }
        else
            tagNames = [];
        for (const [handle, prefix] of tagEntries) {
            if (handle === '!!' && prefix === 'tag:yaml.org,2002:')
                continue;
            if (!doc || tagNames.some(tn => tn.startsWith(prefix)))
                lines.push(`%TAG ${handle} ${prefix}`);
        }
        return lines.join('\n');
    }
}
Directives.defaultYaml = { explicit: false, version: '1.2' };
Directives.defaultTags = { '!!': 'tag:yaml.org,2002:' };

exports.Directives = Directives;


/***/ }),

/***/ 1464:
/***/ ((__unused_webpack_module, exports) => {



class YAMLError extends Error {
    constructor(name, pos, code, message) {
        super();
        this.name = name;
        this.code = code;
        this.message = message;
        this.pos = pos;
    }
}
class YAMLParseError extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLParseError', pos, code, message);
    }
}
class YAMLWarning extends YAMLError {
    constructor(pos, code, message) {
        super('YAMLWarning', pos, code, message);
    }
}
const prettifyError = (src, lc) => (error) => {
    if (error.pos[0] === -1)
        return;
    error.linePos = error.pos.map(pos => lc.linePos(pos));
    const { line, col } = error.linePos[0];
    error.message += ` at line ${line}, column ${col}`;
    let ci = col - 1;
    let lineStr = src
        .substring(lc.lineStarts[line - 1], lc.lineStarts[line])
        .replace(/[\n\r]+$/, '');
    // Trim to max 80 chars, keeping col position near the middle
    if (ci >= 60 && lineStr.length > 80) {
        const trimStart = Math.min(ci - 39, lineStr.length - 79);
        lineStr = '…' + lineStr.substring(trimStart);
        ci -= trimStart - 1;
    }
    if (lineStr.length > 80)
        lineStr = lineStr.substring(0, 79) + '…';
    // Include previous line in context if pointing at line start
    if (line > 1 && /^ *$/.test(lineStr.substring(0, ci))) {
        // Regexp won't match if start is trimmed
        let prev = src.substring(lc.lineStarts[line - 2], lc.lineStarts[line - 1]);
        if (prev.length > 80)
            prev = prev.substring(0, 79) + '…\n';
        lineStr = prev + lineStr;
    }
    if (/[^ ]/.test(lineStr)) {
        let count = 1;
        const end = error.linePos[1];
        if (end?.line === line && end.col > col) {
            count = Math.max(1, Math.min(end.col - col, 80 - ci));
        }
        const pointer = ' '.repeat(ci) + '^'.repeat(count);
        error.message += `:\n\n${lineStr}\n${pointer}\n`;
    }
};

exports.YAMLError = YAMLError;
exports.YAMLParseError = YAMLParseError;
exports.YAMLWarning = YAMLWarning;
exports.prettifyError = prettifyError;


/***/ }),

/***/ 8815:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {

var __webpack_unused_export__;


var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var Schema = __nccwpck_require__(5840);
var errors = __nccwpck_require__(1464);
var Alias = __nccwpck_require__(4065);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);
var publicApi = __nccwpck_require__(4047);
var visit = __nccwpck_require__(204);



__webpack_unused_export__ = composer.Composer;
__webpack_unused_export__ = Document.Document;
__webpack_unused_export__ = Schema.Schema;
__webpack_unused_export__ = errors.YAMLError;
__webpack_unused_export__ = errors.YAMLParseError;
__webpack_unused_export__ = errors.YAMLWarning;
__webpack_unused_export__ = Alias.Alias;
exports.Vj = identity.isAlias;
__webpack_unused_export__ = identity.isCollection;
__webpack_unused_export__ = identity.isDocument;
exports.jh = identity.isMap;
exports.Ll = identity.isNode;
__webpack_unused_export__ = identity.isPair;
exports.jn = identity.isScalar;
__webpack_unused_export__ = identity.isSeq;
__webpack_unused_export__ = Pair.Pair;
__webpack_unused_export__ = Scalar.Scalar;
__webpack_unused_export__ = YAMLMap.YAMLMap;
__webpack_unused_export__ = YAMLSeq.YAMLSeq;
__webpack_unused_export__ = cst;
__webpack_unused_export__ = lexer.Lexer;
exports.HN = lineCounter.LineCounter;
__webpack_unused_export__ = parser.Parser;
__webpack_unused_export__ = publicApi.parse;
__webpack_unused_export__ = publicApi.parseAllDocuments;
exports.Tp = publicApi.parseDocument;
__webpack_unused_export__ = publicApi.stringify;
__webpack_unused_export__ = visit.visit;
__webpack_unused_export__ = visit.visitAsync;


/***/ }),

/***/ 7249:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);

function debug(logLevel, ...messages) {
    if (logLevel === 'debug')
        console.log(...messages);
}
function warn(logLevel, warning) {
    if (logLevel === 'debug' || logLevel === 'warn') {
        if (typeof node_process.emitWarning === 'function')
            node_process.emitWarning(warning);
        else
            console.warn(warning);
    }
}

exports.debug = debug;
exports.warn = warn;


/***/ }),

/***/ 4065:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var visit = __nccwpck_require__(204);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

class Alias extends Node.NodeBase {
    constructor(source) {
        super(identity.ALIAS);
        this.source = source;
        Object.defineProperty(this, 'tag', {
            set() {
                throw new Error('Alias nodes cannot have tags');
            }
        });
    }
    /**
     * Resolve the value of this alias within `doc`, finding the last
     * instance of the `source` anchor before this node.
     */
    resolve(doc, ctx) {
        if (ctx?.maxAliasCount === 0)
            throw new ReferenceError('Alias resolution is disabled');
        let nodes;
        if (ctx?.aliasResolveCache) {
            nodes = ctx.aliasResolveCache;
        }
        else {
            nodes = [];
            visit.visit(doc, {
                Node: (_key, node) => {
                    if (identity.isAlias(node) || identity.hasAnchor(node))
                        nodes.push(node);
                }
            });
            if (ctx)
                ctx.aliasResolveCache = nodes;
        }
        let found = undefined;
        for (const node of nodes) {
            if (node === this)
                break;
            if (node.anchor === this.source)
                found = node;
        }
        if (found && ctx) {
            const { anchors, doc, maxAliasCount } = ctx;
            let data = anchors.get(found);
            if (!data) {
                // Resolve anchors for Node.prototype.toJS()
                toJS.toJS(found, null, ctx);
                data = anchors.get(found);
            }
            /* istanbul ignore if */
            if (data?.res === undefined) {
                const msg = 'This should not happen: Alias anchor was not resolved?';
                throw new ReferenceError(msg);
            }
            if (maxAliasCount >= 0) {
                data.count += 1;
                if (data.aliasCount === 0)
                    data.aliasCount = getAliasCount(doc, found, anchors);
                if (data.count * data.aliasCount > maxAliasCount) {
                    const msg = 'Excessive alias count indicates a resource exhaustion attack';
                    throw new ReferenceError(msg);
                }
            }
        }
        return found;
    }
    toJSON(_arg, ctx) {
        if (!ctx)
            return { source: this.source };
        const source = this.resolve(ctx.doc, ctx);
        if (!source) {
            const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
            throw new ReferenceError(msg);
        }
        return ctx.anchors.get(source).res;
    }
    toString(ctx, _onComment, _onChompKeep) {
        const src = `*${this.source}`;
        if (ctx) {
            anchors.anchorIsValid(this.source);
            if (ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
                const msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
                throw new Error(msg);
            }
            if (ctx.implicitKey)
                return `${src} `;
        }
        return src;
    }
}
function getAliasCount(doc, node, anchors) {
    if (identity.isAlias(node)) {
        const source = node.resolve(doc);
        const anchor = anchors && source && anchors.get(source);
        return anchor ? anchor.count * anchor.aliasCount : 0;
    }
    else if (identity.isCollection(node)) {
        let count = 0;
        for (const item of node.items) {
            const c = getAliasCount(doc, item, anchors);
            if (c > count)
                count = c;
        }
        return count;
    }
    else if (identity.isPair(node)) {
        const kc = getAliasCount(doc, node.key, anchors);
        const vc = getAliasCount(doc, node.value, anchors);
        return Math.max(kc, vc);
    }
    return 1;
}

exports.Alias = Alias;


/***/ }),

/***/ 101:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);

function collectionFromPath(schema, path, value) {
    let v = value;
    for (let i = path.length - 1; i >= 0; --i) {
        const k = path[i];
        if (typeof k === 'number' && Number.isInteger(k) && k >= 0) {
            const a = [];
            a[k] = v;
            v = a;
        }
        else {
            v = new Map([[k, v]]);
        }
    }
    return createNode.createNode(v, undefined, {
        aliasDuplicateObjects: false,
        keepUndefined: false,
        onAnchor: () => {
            throw new Error('This should not happen, please report a bug.');
        },
        schema,
        sourceObjects: new Map()
    });
}
// Type guard is intentionally a little wrong so as to be more useful,
// as it does not cover untypable empty non-string iterables (e.g. []).
const isEmptyPath = (path) => path == null ||
    (typeof path === 'object' && !!path[Symbol.iterator]().next().done);
class Collection extends Node.NodeBase {
    constructor(type, schema) {
        super(type);
        Object.defineProperty(this, 'schema', {
            value: schema,
            configurable: true,
            enumerable: false,
            writable: true
        });
    }
    /**
     * Create a copy of this collection.
     *
     * @param schema - If defined, overwrites the original's schema
     */
    clone(schema) {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (schema)
            copy.schema = schema;
        copy.items = copy.items.map(it => identity.isNode(it) || identity.isPair(it) ? it.clone(schema) : it);
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /**
     * Adds a value to the collection. For `!!map` and `!!omap` the value must
     * be a Pair instance or a `{ key, value }` object, which may not have a key
     * that already exists in the map.
     */
    addIn(path, value) {
        if (isEmptyPath(path))
            this.add(value);
        else {
            const [key, ...rest] = path;
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.addIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
    /**
     * Removes a value from the collection.
     * @returns `true` if the item was found and removed.
     */
    deleteIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.delete(key);
        const node = this.get(key, true);
        if (identity.isCollection(node))
            return node.deleteIn(rest);
        else
            throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
    /**
     * Returns item at `key`, or `undefined` if not found. By default unwraps
     * scalar values from their surrounding node; to disable set `keepScalar` to
     * `true` (collections are always returned intact).
     */
    getIn(path, keepScalar) {
        const [key, ...rest] = path;
        const node = this.get(key, true);
        if (rest.length === 0)
            return !keepScalar && identity.isScalar(node) ? node.value : node;
        else
            return identity.isCollection(node) ? node.getIn(rest, keepScalar) : undefined;
    }
    hasAllNullValues(allowScalar) {
        return this.items.every(node => {
            if (!identity.isPair(node))
                return false;
            const n = node.value;
            return (n == null ||
                (allowScalar &&
                    identity.isScalar(n) &&
                    n.value == null &&
                    !n.commentBefore &&
                    !n.comment &&
                    !n.tag));
        });
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     */
    hasIn(path) {
        const [key, ...rest] = path;
        if (rest.length === 0)
            return this.has(key);
        const node = this.get(key, true);
        return identity.isCollection(node) ? node.hasIn(rest) : false;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     */
    setIn(path, value) {
        const [key, ...rest] = path;
        if (rest.length === 0) {
            this.set(key, value);
        }
        else {
            const node = this.get(key, true);
            if (identity.isCollection(node))
                node.setIn(rest, value);
            else if (node === undefined && this.schema)
                this.set(key, collectionFromPath(this.schema, rest, value));
            else
                throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
        }
    }
}

exports.Collection = Collection;
exports.collectionFromPath = collectionFromPath;
exports.isEmptyPath = isEmptyPath;


/***/ }),

/***/ 6673:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var applyReviver = __nccwpck_require__(3661);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

class NodeBase {
    constructor(type) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: type });
    }
    /** Create a copy of this node.  */
    clone() {
        const copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
        if (this.range)
            copy.range = this.range.slice();
        return copy;
    }
    /** A plain JavaScript representation of this node. */
    toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
        if (!identity.isDocument(doc))
            throw new TypeError('A document argument is required');
        const ctx = {
            anchors: new Map(),
            doc,
            keep: true,
            mapAsMap: mapAsMap === true,
            mapKeyWarned: false,
            maxAliasCount: typeof maxAliasCount === 'number' ? maxAliasCount : 100
        };
        const res = toJS.toJS(this, '', ctx);
        if (typeof onAnchor === 'function')
            for (const { count, res } of ctx.anchors.values())
                onAnchor(res, count);
        return typeof reviver === 'function'
            ? applyReviver.applyReviver(reviver, { '': res }, '', res)
            : res;
    }
}

exports.NodeBase = NodeBase;


/***/ }),

/***/ 7165:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyPair = __nccwpck_require__(9748);
var addPairToJSMap = __nccwpck_require__(7104);
var identity = __nccwpck_require__(1127);

function createPair(key, value, ctx) {
    const k = createNode.createNode(key, undefined, ctx);
    const v = createNode.createNode(value, undefined, ctx);
    return new Pair(k, v);
}
class Pair {
    constructor(key, value = null) {
        Object.defineProperty(this, identity.NODE_TYPE, { value: identity.PAIR });
        this.key = key;
        this.value = value;
    }
    clone(schema) {
        let { key, value } = this;
        if (identity.isNode(key))
            key = key.clone(schema);
        if (identity.isNode(value))
            value = value.clone(schema);
        return new Pair(key, value);
    }
    toJSON(_, ctx) {
        const pair = ctx?.mapAsMap ? new Map() : {};
        return addPairToJSMap.addPairToJSMap(ctx, pair, this);
    }
    toString(ctx, onComment, onChompKeep) {
        return ctx?.doc
            ? stringifyPair.stringifyPair(this, ctx, onComment, onChompKeep)
            : JSON.stringify(this);
    }
}

exports.Pair = Pair;
exports.createPair = createPair;


/***/ }),

/***/ 3301:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Node = __nccwpck_require__(6673);
var toJS = __nccwpck_require__(4043);

const isScalarValue = (value) => !value || (typeof value !== 'function' && typeof value !== 'object');
class Scalar extends Node.NodeBase {
    constructor(value) {
        super(identity.SCALAR);
        this.value = value;
    }
    toJSON(arg, ctx) {
        return ctx?.keep ? this.value : toJS.toJS(this.value, arg, ctx);
    }
    toString() {
        return String(this.value);
    }
}
Scalar.BLOCK_FOLDED = 'BLOCK_FOLDED';
Scalar.BLOCK_LITERAL = 'BLOCK_LITERAL';
Scalar.PLAIN = 'PLAIN';
Scalar.QUOTE_DOUBLE = 'QUOTE_DOUBLE';
Scalar.QUOTE_SINGLE = 'QUOTE_SINGLE';

exports.Scalar = Scalar;
exports.isScalarValue = isScalarValue;


/***/ }),

/***/ 4454:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyCollection = __nccwpck_require__(1212);
var addPairToJSMap = __nccwpck_require__(7104);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);

function findPair(items, key) {
    const k = identity.isScalar(key) ? key.value : key;
    for (const it of items) {
        if (identity.isPair(it)) {
            if (it.key === key || it.key === k)
                return it;
            if (identity.isScalar(it.key) && it.key.value === k)
                return it;
        }
    }
    return undefined;
}
class YAMLMap extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:map';
    }
    constructor(schema) {
        super(identity.MAP, schema);
        this.items = [];
    }
    /**
     * A generic collection parsing method that can be extended
     * to other node classes that inherit from YAMLMap
     */
    static from(schema, obj, ctx) {
        const { keepUndefined, replacer } = ctx;
        const map = new this(schema);
        const add = (key, value) => {
            if (typeof replacer === 'function')
                value = replacer.call(obj, key, value);
            else if (Array.isArray(replacer) && !replacer.includes(key))
                return;
            if (value !== undefined || keepUndefined)
                map.items.push(Pair.createPair(key, value, ctx));
        };
        if (obj instanceof Map) {
            for (const [key, value] of obj)
                add(key, value);
        }
        else if (obj && typeof obj === 'object') {
            for (const key of Object.keys(obj))
                add(key, obj[key]);
        }
        if (typeof schema.sortMapEntries === 'function') {
            map.items.sort(schema.sortMapEntries);
        }
        return map;
    }
    /**
     * Adds a value to the collection.
     *
     * @param overwrite - If not set `true`, using a key that is already in the
     *   collection will throw. Otherwise, overwrites the previous value.
     */
    add(pair, overwrite) {
        let _pair;
        if (identity.isPair(pair))
            _pair = pair;
        else if (!pair || typeof pair !== 'object' || !('key' in pair)) {
            // In TypeScript, this never happens.
            _pair = new Pair.Pair(pair, pair?.value);
        }
        else
            _pair = new Pair.Pair(pair.key, pair.value);
        const prev = findPair(this.items, _pair.key);
        const sortEntries = this.schema?.sortMapEntries;
        if (prev) {
            if (!overwrite)
                throw new Error(`Key ${_pair.key} already set`);
            // For scalars, keep the old node & its comments and anchors
            if (identity.isScalar(prev.value) && Scalar.isScalarValue(_pair.value))
                prev.value.value = _pair.value;
            else
                prev.value = _pair.value;
        }
        else if (sortEntries) {
            const i = this.items.findIndex(item => sortEntries(_pair, item) < 0);
            if (i === -1)
                this.items.push(_pair);
            else
                this.items.splice(i, 0, _pair);
        }
        else {
            this.items.push(_pair);
        }
    }
    delete(key) {
        const it = findPair(this.items, key);
        if (!it)
            return false;
        const del = this.items.splice(this.items.indexOf(it), 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const it = findPair(this.items, key);
        const node = it?.value;
        return (!keepScalar && identity.isScalar(node) ? node.value : node) ?? undefined;
    }
    has(key) {
        return !!findPair(this.items, key);
    }
    set(key, value) {
        this.add(new Pair.Pair(key, value), true);
    }
    /**
     * @param ctx - Conversion context, originally set in Document#toJS()
     * @param {Class} Type - If set, forces the returned collection type
     * @returns Instance of Type, Map, or Object
     */
    toJSON(_, ctx, Type) {
        const map = Type ? new Type() : ctx?.mapAsMap ? new Map() : {};
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const item of this.items)
            addPairToJSMap.addPairToJSMap(ctx, map, item);
        return map;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        for (const item of this.items) {
            if (!identity.isPair(item))
                throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
        }
        if (!ctx.allNullValues && this.hasAllNullValues(false))
            ctx = Object.assign({}, ctx, { allNullValues: true });
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '',
            flowChars: { start: '{', end: '}' },
            itemIndent: ctx.indent || '',
            onChompKeep,
            onComment
        });
    }
}

exports.YAMLMap = YAMLMap;
exports.findPair = findPair;


/***/ }),

/***/ 2223:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var createNode = __nccwpck_require__(2404);
var stringifyCollection = __nccwpck_require__(1212);
var Collection = __nccwpck_require__(101);
var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var toJS = __nccwpck_require__(4043);

class YAMLSeq extends Collection.Collection {
    static get tagName() {
        return 'tag:yaml.org,2002:seq';
    }
    constructor(schema) {
        super(identity.SEQ, schema);
        this.items = [];
    }
    add(value) {
        this.items.push(value);
    }
    /**
     * Removes a value from the collection.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     *
     * @returns `true` if the item was found and removed.
     */
    delete(key) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return false;
        const del = this.items.splice(idx, 1);
        return del.length > 0;
    }
    get(key, keepScalar) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            return undefined;
        const it = this.items[idx];
        return !keepScalar && identity.isScalar(it) ? it.value : it;
    }
    /**
     * Checks if the collection includes a value with the key `key`.
     *
     * `key` must contain a representation of an integer for this to succeed.
     * It may be wrapped in a `Scalar`.
     */
    has(key) {
        const idx = asItemIndex(key);
        return typeof idx === 'number' && idx < this.items.length;
    }
    /**
     * Sets a value in this collection. For `!!set`, `value` needs to be a
     * boolean to add/remove the item from the set.
     *
     * If `key` does not contain a representation of an integer, this will throw.
     * It may be wrapped in a `Scalar`.
     */
    set(key, value) {
        const idx = asItemIndex(key);
        if (typeof idx !== 'number')
            throw new Error(`Expected a valid index, not ${key}.`);
        const prev = this.items[idx];
        if (identity.isScalar(prev) && Scalar.isScalarValue(value))
            prev.value = value;
        else
            this.items[idx] = value;
    }
    toJSON(_, ctx) {
        const seq = [];
        if (ctx?.onCreate)
            ctx.onCreate(seq);
        let i = 0;
        for (const item of this.items)
            seq.push(toJS.toJS(item, String(i++), ctx));
        return seq;
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        return stringifyCollection.stringifyCollection(this, ctx, {
            blockItemPrefix: '- ',
            flowChars: { start: '[', end: ']' },
            itemIndent: (ctx.indent || '') + '  ',
            onChompKeep,
            onComment
        });
    }
    static from(schema, obj, ctx) {
        const { replacer } = ctx;
        const seq = new this(schema);
        if (obj && Symbol.iterator in Object(obj)) {
            let i = 0;
            for (let it of obj) {
                if (typeof replacer === 'function') {
                    const key = obj instanceof Set ? it : String(i++);
                    it = replacer.call(obj, key, it);
                }
                seq.items.push(createNode.createNode(it, undefined, ctx));
            }
        }
        return seq;
    }
}
function asItemIndex(key) {
    let idx = identity.isScalar(key) ? key.value : key;
    if (idx && typeof idx === 'string')
        idx = Number(idx);
    return typeof idx === 'number' && Number.isInteger(idx) && idx >= 0
        ? idx
        : null;
}

exports.YAMLSeq = YAMLSeq;


/***/ }),

/***/ 7104:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var log = __nccwpck_require__(7249);
var merge = __nccwpck_require__(452);
var stringify = __nccwpck_require__(2148);
var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);

function addPairToJSMap(ctx, map, { key, value }) {
    if (identity.isNode(key) && key.addToJSMap)
        key.addToJSMap(ctx, map, value);
    // TODO: Should drop this special case for bare << handling
    else if (merge.isMergeKey(ctx, key))
        merge.addMergeToJSMap(ctx, map, value);
    else {
        const jsKey = toJS.toJS(key, '', ctx);
        if (map instanceof Map) {
            map.set(jsKey, toJS.toJS(value, jsKey, ctx));
        }
        else if (map instanceof Set) {
            map.add(jsKey);
        }
        else {
            const stringKey = stringifyKey(key, jsKey, ctx);
            const jsValue = toJS.toJS(value, stringKey, ctx);
            if (stringKey in map)
                Object.defineProperty(map, stringKey, {
                    value: jsValue,
                    writable: true,
                    enumerable: true,
                    configurable: true
                });
            else
                map[stringKey] = jsValue;
        }
    }
    return map;
}
function stringifyKey(key, jsKey, ctx) {
    if (jsKey === null)
        return '';
    // eslint-disable-next-line @typescript-eslint/no-base-to-string
    if (typeof jsKey !== 'object')
        return String(jsKey);
    if (identity.isNode(key) && ctx?.doc) {
        const strCtx = stringify.createStringifyContext(ctx.doc, {});
        strCtx.anchors = new Set();
        for (const node of ctx.anchors.keys())
            strCtx.anchors.add(node.anchor);
        strCtx.inFlow = true;
        strCtx.inStringifyKey = true;
        const strKey = key.toString(strCtx);
        if (!ctx.mapKeyWarned) {
            let jsonStr = JSON.stringify(strKey);
            if (jsonStr.length > 40)
                jsonStr = jsonStr.substring(0, 36) + '..."';
            log.warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`);
            ctx.mapKeyWarned = true;
        }
        return strKey;
    }
    return JSON.stringify(jsKey);
}

exports.addPairToJSMap = addPairToJSMap;


/***/ }),

/***/ 1127:
/***/ ((__unused_webpack_module, exports) => {



const ALIAS = Symbol.for('yaml.alias');
const DOC = Symbol.for('yaml.document');
const MAP = Symbol.for('yaml.map');
const PAIR = Symbol.for('yaml.pair');
const SCALAR = Symbol.for('yaml.scalar');
const SEQ = Symbol.for('yaml.seq');
const NODE_TYPE = Symbol.for('yaml.node.type');
const isAlias = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === ALIAS;
const isDocument = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === DOC;
const isMap = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === MAP;
const isPair = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === PAIR;
const isScalar = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SCALAR;
const isSeq = (node) => !!node && typeof node === 'object' && node[NODE_TYPE] === SEQ;
function isCollection(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case MAP:
            case SEQ:
                return true;
        }
    return false;
}
function isNode(node) {
    if (node && typeof node === 'object')
        switch (node[NODE_TYPE]) {
            case ALIAS:
            case MAP:
            case SCALAR:
            case SEQ:
                return true;
        }
    return false;
}
const hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

exports.ALIAS = ALIAS;
exports.DOC = DOC;
exports.MAP = MAP;
exports.NODE_TYPE = NODE_TYPE;
exports.PAIR = PAIR;
exports.SCALAR = SCALAR;
exports.SEQ = SEQ;
exports.hasAnchor = hasAnchor;
exports.isAlias = isAlias;
exports.isCollection = isCollection;
exports.isDocument = isDocument;
exports.isMap = isMap;
exports.isNode = isNode;
exports.isPair = isPair;
exports.isScalar = isScalar;
exports.isSeq = isSeq;


/***/ }),

/***/ 4043:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

/**
 * Recursively convert any node or its contents to native JavaScript
 *
 * @param value - The input value
 * @param arg - If `value` defines a `toJSON()` method, use this
 *   as its first argument
 * @param ctx - Conversion context, originally set in Document#toJS(). If
 *   `{ keep: true }` is not set, output should be suitable for JSON
 *   stringification.
 */
function toJS(value, arg, ctx) {
    // eslint-disable-next-line @typescript-eslint/no-unsafe-return
    if (Array.isArray(value))
        return value.map((v, i) => toJS(v, String(i), ctx));
    if (value && typeof value.toJSON === 'function') {
        // eslint-disable-next-line @typescript-eslint/no-unsafe-call
        if (!ctx || !identity.hasAnchor(value))
            return value.toJSON(arg, ctx);
        const data = { aliasCount: 0, count: 1, res: undefined };
        ctx.anchors.set(value, data);
        ctx.onCreate = res => {
            data.res = res;
            delete ctx.onCreate;
        };
        const res = value.toJSON(arg, ctx);
        if (ctx.onCreate)
            ctx.onCreate(res);
        return res;
    }
    if (typeof value === 'bigint' && !ctx?.keep)
        return Number(value);
    return value;
}

exports.toJS = toJS;


/***/ }),

/***/ 110:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var resolveBlockScalar = __nccwpck_require__(8913);
var resolveFlowScalar = __nccwpck_require__(6842);
var errors = __nccwpck_require__(1464);
var stringifyString = __nccwpck_require__(3069);

function resolveAsScalar(token, strict = true, onError) {
    if (token) {
        const _onError = (pos, code, message) => {
            const offset = typeof pos === 'number' ? pos : Array.isArray(pos) ? pos[0] : pos.offset;
            if (onError)
                onError(offset, code, message);
            else
                throw new errors.YAMLParseError([offset, offset + 1], code, message);
        };
        switch (token.type) {
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return resolveFlowScalar.resolveFlowScalar(token, strict, _onError);
            case 'block-scalar':
                return resolveBlockScalar.resolveBlockScalar({ options: { strict } }, token, _onError);
        }
    }
    return null;
}
/**
 * Create a new scalar token with `value`
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.end Comments and whitespace after the end of the value, or after the block scalar header. If undefined, a newline will be added.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.indent The indent level of the token.
 * @param context.inFlow Is this scalar within a flow collection? This may affect the resolved type of the token's value.
 * @param context.offset The offset position of the token.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function createScalarToken(value, context) {
    const { implicitKey = false, indent, inFlow = false, offset = -1, type = 'PLAIN' } = context;
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey,
        indent: indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    const end = context.end ?? [
        { type: 'newline', offset: -1, indent, source: '\n' }
    ];
    switch (source[0]) {
        case '|':
        case '>': {
            const he = source.indexOf('\n');
            const head = source.substring(0, he);
            const body = source.substring(he + 1) + '\n';
            const props = [
                { type: 'block-scalar-header', offset, indent, source: head }
            ];
            if (!addEndtoBlockProps(props, end))
                props.push({ type: 'newline', offset: -1, indent, source: '\n' });
            return { type: 'block-scalar', offset, indent, props, source: body };
        }
        case '"':
            return { type: 'double-quoted-scalar', offset, indent, source, end };
        case "'":
            return { type: 'single-quoted-scalar', offset, indent, source, end };
        default:
            return { type: 'scalar', offset, indent, source, end };
    }
}
/**
 * Set the value of `token` to the given string `value`, overwriting any previous contents and type that it may have.
 *
 * Best efforts are made to retain any comments previously associated with the `token`,
 * though all contents within a collection's `items` will be overwritten.
 *
 * Values that represent an actual string but may be parsed as a different type should use a `type` other than `'PLAIN'`,
 * as this function does not support any schema operations and won't check for such conflicts.
 *
 * @param token Any token. If it does not include an `indent` value, the value will be stringified as if it were an implicit key.
 * @param value The string representation of the value, which will have its content properly indented.
 * @param context.afterKey In most cases, values after a key should have an additional level of indentation.
 * @param context.implicitKey Being within an implicit key may affect the resolved type of the token's value.
 * @param context.inFlow Being within a flow collection may affect the resolved type of the token's value.
 * @param context.type The preferred type of the scalar token. If undefined, the previous type of the `token` will be used, defaulting to `'PLAIN'`.
 */
function setScalarValue(token, value, context = {}) {
    let { afterKey = false, implicitKey = false, inFlow = false, type } = context;
    let indent = 'indent' in token ? token.indent : null;
    if (afterKey && typeof indent === 'number')
        indent += 2;
    if (!type)
        switch (token.type) {
            case 'single-quoted-scalar':
                type = 'QUOTE_SINGLE';
                break;
            case 'double-quoted-scalar':
                type = 'QUOTE_DOUBLE';
                break;
            case 'block-scalar': {
                const header = token.props[0];
                if (header.type !== 'block-scalar-header')
                    throw new Error('Invalid block scalar header');
                type = header.source[0] === '>' ? 'BLOCK_FOLDED' : 'BLOCK_LITERAL';
                break;
            }
            default:
                type = 'PLAIN';
        }
    const source = stringifyString.stringifyString({ type, value }, {
        implicitKey: implicitKey || indent === null,
        indent: indent !== null && indent > 0 ? ' '.repeat(indent) : '',
        inFlow,
        options: { blockQuote: true, lineWidth: -1 }
    });
    switch (source[0]) {
        case '|':
        case '>':
            setBlockScalarValue(token, source);
            break;
        case '"':
            setFlowScalarValue(token, source, 'double-quoted-scalar');
            break;
        case "'":
            setFlowScalarValue(token, source, 'single-quoted-scalar');
            break;
        default:
            setFlowScalarValue(token, source, 'scalar');
    }
}
function setBlockScalarValue(token, source) {
    const he = source.indexOf('\n');
    const head = source.substring(0, he);
    const body = source.substring(he + 1) + '\n';
    if (token.type === 'block-scalar') {
        const header = token.props[0];
        if (header.type !== 'block-scalar-header')
            throw new Error('Invalid block scalar header');
        header.source = head;
        token.source = body;
    }
    else {
        const { offset } = token;
        const indent = 'indent' in token ? token.indent : -1;
        const props = [
            { type: 'block-scalar-header', offset, indent, source: head }
        ];
        if (!addEndtoBlockProps(props, 'end' in token ? token.end : undefined))
            props.push({ type: 'newline', offset: -1, indent, source: '\n' });
        for (const key of Object.keys(token))
            if (key !== 'type' && key !== 'offset')
                delete token[key];
        Object.assign(token, { type: 'block-scalar', indent, props, source: body });
    }
}
/** @returns `true` if last token is a newline */
function addEndtoBlockProps(props, end) {
    if (end)
        for (const st of end)
            switch (st.type) {
                case 'space':
                case 'comment':
                    props.push(st);
                    break;
                case 'newline':
                    props.push(st);
                    return true;
            }
    return false;
}
function setFlowScalarValue(token, source, type) {
    switch (token.type) {
        case 'scalar':
        case 'double-quoted-scalar':
        case 'single-quoted-scalar':
            token.type = type;
            token.source = source;
            break;
        case 'block-scalar': {
            const end = token.props.slice(1);
            let oa = source.length;
            if (token.props[0].type === 'block-scalar-header')
                oa -= token.props[0].source.length;
            for (const tok of end)
                tok.offset += oa;
            delete token.props;
            Object.assign(token, { type, source, end });
            break;
        }
        case 'block-map':
        case 'block-seq': {
            const offset = token.offset + source.length;
            const nl = { type: 'newline', offset, indent: token.indent, source: '\n' };
            delete token.items;
            Object.assign(token, { type, source, end: [nl] });
            break;
        }
        default: {
            const indent = 'indent' in token ? token.indent : -1;
            const end = 'end' in token && Array.isArray(token.end)
                ? token.end.filter(st => st.type === 'space' ||
                    st.type === 'comment' ||
                    st.type === 'newline')
                : [];
            for (const key of Object.keys(token))
                if (key !== 'type' && key !== 'offset')
                    delete token[key];
            Object.assign(token, { type, indent, source, end });
        }
    }
}

exports.createScalarToken = createScalarToken;
exports.resolveAsScalar = resolveAsScalar;
exports.setScalarValue = setScalarValue;


/***/ }),

/***/ 1733:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringify a CST document, token, or collection item
 *
 * Fair warning: This applies no validation whatsoever, and
 * simply concatenates the sources in their logical order.
 */
const stringify = (cst) => 'type' in cst ? stringifyToken(cst) : stringifyItem(cst);
function stringifyToken(token) {
    switch (token.type) {
        case 'block-scalar': {
            let res = '';
            for (const tok of token.props)
                res += stringifyToken(tok);
            return res + token.source;
        }
        case 'block-map':
        case 'block-seq': {
            let res = '';
            for (const item of token.items)
                res += stringifyItem(item);
            return res;
        }
        case 'flow-collection': {
            let res = token.start.source;
            for (const item of token.items)
                res += stringifyItem(item);
            for (const st of token.end)
                res += st.source;
            return res;
        }
        case 'document': {
            let res = stringifyItem(token);
            if (token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
        default: {
            let res = token.source;
            if ('end' in token && token.end)
                for (const st of token.end)
                    res += st.source;
            return res;
        }
    }
}
function stringifyItem({ start, key, sep, value }) {
    let res = '';
    for (const st of start)
        res += st.source;
    if (key)
        res += stringifyToken(key);
    if (sep)
        for (const st of sep)
            res += st.source;
    if (value)
        res += stringifyToken(value);
    return res;
}

exports.stringify = stringify;


/***/ }),

/***/ 7715:
/***/ ((__unused_webpack_module, exports) => {



const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove item');
/**
 * Apply a visitor to a CST document or item.
 *
 * Walks through the tree (depth-first) starting from the root, calling a
 * `visitor` function with two arguments when entering each item:
 *   - `item`: The current item, which included the following members:
 *     - `start: SourceToken[]` – Source tokens before the key or value,
 *       possibly including its anchor or tag.
 *     - `key?: Token | null` – Set for pair values. May then be `null`, if
 *       the key before the `:` separator is empty.
 *     - `sep?: SourceToken[]` – Source tokens between the key and the value,
 *       which should include the `:` map value indicator if `value` is set.
 *     - `value?: Token` – The value of a sequence item, or of a map pair.
 *   - `path`: The steps from the root to the current node, as an array of
 *     `['key' | 'value', number]` tuples.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this token, continue with
 *      next sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current item, then continue with the next one
 *   - `number`: Set the index of the next step. This is useful especially if
 *     the index of the current token has changed.
 *   - `function`: Define the next visitor for this item. After the original
 *     visitor is called on item entry, next visitors are called after handling
 *     a non-empty `key` and when exiting the item.
 */
function visit(cst, visitor) {
    if ('type' in cst && cst.type === 'document')
        cst = { start: cst.start, value: cst.value };
    _visit(Object.freeze([]), cst, visitor);
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current item */
visit.SKIP = SKIP;
/** Remove the current item */
visit.REMOVE = REMOVE;
/** Find the item at `path` from `cst` as the root */
visit.itemAtPath = (cst, path) => {
    let item = cst;
    for (const [field, index] of path) {
        const tok = item?.[field];
        if (tok && 'items' in tok) {
            item = tok.items[index];
        }
        else
            return undefined;
    }
    return item;
};
/**
 * Get the immediate parent collection of the item at `path` from `cst` as the root.
 *
 * Throws an error if the collection is not found, which should never happen if the item itself exists.
 */
visit.parentCollection = (cst, path) => {
    const parent = visit.itemAtPath(cst, path.slice(0, -1));
    const field = path[path.length - 1][0];
    const coll = parent?.[field];
    if (coll && 'items' in coll)
        return coll;
    throw new Error('Parent collection not found');
};
function _visit(path, item, visitor) {
    let ctrl = visitor(item, path);
    if (typeof ctrl === 'symbol')
        return ctrl;
    for (const field of ['key', 'value']) {
        const token = item[field];
        if (token && 'items' in token) {
            for (let i = 0; i < token.items.length; ++i) {
                const ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    token.items.splice(i, 1);
                    i -= 1;
                }
            }
            if (typeof ctrl === 'function' && field === 'key')
                ctrl = ctrl(item, path);
        }
    }
    return typeof ctrl === 'function' ? ctrl(item, path) : ctrl;
}

exports.visit = visit;


/***/ }),

/***/ 3461:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cstScalar = __nccwpck_require__(110);
var cstStringify = __nccwpck_require__(1733);
var cstVisit = __nccwpck_require__(7715);

/** The byte order mark */
const BOM = '\u{FEFF}';
/** Start of doc-mode */
const DOCUMENT = '\x02'; // C0: Start of Text
/** Unexpected end of flow-mode */
const FLOW_END = '\x18'; // C0: Cancel
/** Next token is a scalar value */
const SCALAR = '\x1f'; // C0: Unit Separator
/** @returns `true` if `token` is a flow or block collection */
const isCollection = (token) => !!token && 'items' in token;
/** @returns `true` if `token` is a flow or block scalar; not an alias */
const isScalar = (token) => !!token &&
    (token.type === 'scalar' ||
        token.type === 'single-quoted-scalar' ||
        token.type === 'double-quoted-scalar' ||
        token.type === 'block-scalar');
/* istanbul ignore next */
/** Get a printable representation of a lexer token */
function prettyToken(token) {
    switch (token) {
        case BOM:
            return '<BOM>';
        case DOCUMENT:
            return '<DOC>';
        case FLOW_END:
            return '<FLOW_END>';
        case SCALAR:
            return '<SCALAR>';
        default:
            return JSON.stringify(token);
    }
}
/** Identify the type of a lexer token. May return `null` for unknown tokens. */
function tokenType(source) {
    switch (source) {
        case BOM:
            return 'byte-order-mark';
        case DOCUMENT:
            return 'doc-mode';
        case FLOW_END:
            return 'flow-error-end';
        case SCALAR:
            return 'scalar';
        case '---':
            return 'doc-start';
        case '...':
            return 'doc-end';
        case '':
        case '\n':
        case '\r\n':
            return 'newline';
        case '-':
            return 'seq-item-ind';
        case '?':
            return 'explicit-key-ind';
        case ':':
            return 'map-value-ind';
        case '{':
            return 'flow-map-start';
        case '}':
            return 'flow-map-end';
        case '[':
            return 'flow-seq-start';
        case ']':
            return 'flow-seq-end';
        case ',':
            return 'comma';
    }
    switch (source[0]) {
        case ' ':
        case '\t':
            return 'space';
        case '#':
            return 'comment';
        case '%':
            return 'directive-line';
        case '*':
            return 'alias';
        case '&':
            return 'anchor';
        case '!':
            return 'tag';
        case "'":
            return 'single-quoted-scalar';
        case '"':
            return 'double-quoted-scalar';
        case '|':
        case '>':
            return 'block-scalar-header';
    }
    return null;
}

exports.createScalarToken = cstScalar.createScalarToken;
exports.resolveAsScalar = cstScalar.resolveAsScalar;
exports.setScalarValue = cstScalar.setScalarValue;
exports.stringify = cstStringify.stringify;
exports.visit = cstVisit.visit;
exports.BOM = BOM;
exports.DOCUMENT = DOCUMENT;
exports.FLOW_END = FLOW_END;
exports.SCALAR = SCALAR;
exports.isCollection = isCollection;
exports.isScalar = isScalar;
exports.prettyToken = prettyToken;
exports.tokenType = tokenType;


/***/ }),

/***/ 361:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var cst = __nccwpck_require__(3461);

/*
START -> stream

stream
  directive -> line-end -> stream
  indent + line-end -> stream
  [else] -> line-start

line-end
  comment -> line-end
  newline -> .
  input-end -> END

line-start
  doc-start -> doc
  doc-end -> stream
  [else] -> indent -> block-start

block-start
  seq-item-start -> block-start
  explicit-key-start -> block-start
  map-value-start -> block-start
  [else] -> doc

doc
  line-end -> line-start
  spaces -> doc
  anchor -> doc
  tag -> doc
  flow-start -> flow -> doc
  flow-end -> error -> doc
  seq-item-start -> error -> doc
  explicit-key-start -> error -> doc
  map-value-start -> doc
  alias -> doc
  quote-start -> quoted-scalar -> doc
  block-scalar-header -> line-end -> block-scalar(min) -> line-start
  [else] -> plain-scalar(false, min) -> doc

flow
  line-end -> flow
  spaces -> flow
  anchor -> flow
  tag -> flow
  flow-start -> flow -> flow
  flow-end -> .
  seq-item-start -> error -> flow
  explicit-key-start -> flow
  map-value-start -> flow
  alias -> flow
  quote-start -> quoted-scalar -> flow
  comma -> flow
  [else] -> plain-scalar(true, 0) -> flow

quoted-scalar
  quote-end -> .
  [else] -> quoted-scalar

block-scalar(min)
  newline + peek(indent < min) -> .
  [else] -> block-scalar(min)

plain-scalar(is-flow, min)
  scalar-end(is-flow) -> .
  peek(newline + (indent < min)) -> .
  [else] -> plain-scalar(min)
*/
function isEmpty(ch) {
    switch (ch) {
        case undefined:
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            return true;
        default:
            return false;
    }
}
const hexDigits = new Set('0123456789ABCDEFabcdef');
const tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()");
const flowIndicatorChars = new Set(',[]{}');
const invalidAnchorChars = new Set(' ,[]{}\n\r\t');
const isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch);
/**
 * Splits an input string into lexical tokens, i.e. smaller strings that are
 * easily identifiable by `tokens.tokenType()`.
 *
 * Lexing starts always in a "stream" context. Incomplete input may be buffered
 * until a complete token can be emitted.
 *
 * In addition to slices of the original input, the following control characters
 * may also be emitted:
 *
 * - `\x02` (Start of Text): A document starts with the next token
 * - `\x18` (Cancel): Unexpected end of flow-mode (indicates an error)
 * - `\x1f` (Unit Separator): Next token is a scalar value
 * - `\u{FEFF}` (Byte order mark): Emitted separately outside documents
 */
class Lexer {
    constructor() {
        /**
         * Flag indicating whether the end of the current buffer marks the end of
         * all input
         */
        this.atEnd = false;
        /**
         * Explicit indent set in block scalar header, as an offset from the current
         * minimum indent, so e.g. set to 1 from a header `|2+`. Set to -1 if not
         * explicitly set.
         */
        this.blockScalarIndent = -1;
        /**
         * Block scalars that include a + (keep) chomping indicator in their header
         * include trailing empty lines, which are otherwise excluded from the
         * scalar's contents.
         */
        this.blockScalarKeep = false;
        /** Current input */
        this.buffer = '';
        /**
         * Flag noting whether the map value indicator : can immediately follow this
         * node within a flow context.
         */
        this.flowKey = false;
        /** Count of surrounding flow collection levels. */
        this.flowLevel = 0;
        /**
         * Minimum level of indentation required for next lines to be parsed as a
         * part of the current scalar value.
         */
        this.indentNext = 0;
        /** Indentation level of the current line. */
        this.indentValue = 0;
        /** Position of the next \n character. */
        this.lineEndPos = null;
        /** Stores the state of the lexer if reaching the end of incpomplete input */
        this.next = null;
        /** A pointer to `buffer`; the current position of the lexer. */
        this.pos = 0;
    }
    /**
     * Generate YAML tokens from the `source` string. If `incomplete`,
     * a part of the last line may be left as a buffer for the next call.
     *
     * @returns A generator of lexical tokens
     */
    *lex(source, incomplete = false) {
        if (source) {
            if (typeof source !== 'string')
                throw TypeError('source is not a string');
            this.buffer = this.buffer ? this.buffer + source : source;
            this.lineEndPos = null;
        }
        this.atEnd = !incomplete;
        let next = this.next ?? 'stream';
        while (next && (incomplete || this.hasChars(1)))
            next = yield* this.parseNext(next);
    }
    atLineEnd() {
        let i = this.pos;
        let ch = this.buffer[i];
        while (ch === ' ' || ch === '\t')
            ch = this.buffer[++i];
        if (!ch || ch === '#' || ch === '\n')
            return true;
        if (ch === '\r')
            return this.buffer[i + 1] === '\n';
        return false;
    }
    charAt(n) {
        return this.buffer[this.pos + n];
    }
    continueScalar(offset) {
        let ch = this.buffer[offset];
        if (this.indentNext > 0) {
            let indent = 0;
            while (ch === ' ')
                ch = this.buffer[++indent + offset];
            if (ch === '\r') {
                const next = this.buffer[indent + offset + 1];
                if (next === '\n' || (!next && !this.atEnd))
                    return offset + indent + 1;
            }
            return ch === '\n' || indent >= this.indentNext || (!ch && !this.atEnd)
                ? offset + indent
                : -1;
        }
        if (ch === '-' || ch === '.') {
            const dt = this.buffer.substr(offset, 3);
            if ((dt === '---' || dt === '...') && isEmpty(this.buffer[offset + 3]))
                return -1;
        }
        return offset;
    }
    getLine() {
        let end = this.lineEndPos;
        if (typeof end !== 'number' || (end !== -1 && end < this.pos)) {
            end = this.buffer.indexOf('\n', this.pos);
            this.lineEndPos = end;
        }
        if (end === -1)
            return this.atEnd ? this.buffer.substring(this.pos) : null;
        if (this.buffer[end - 1] === '\r')
            end -= 1;
        return this.buffer.substring(this.pos, end);
    }
    hasChars(n) {
        return this.pos + n <= this.buffer.length;
    }
    setNext(state) {
        this.buffer = this.buffer.substring(this.pos);
        this.pos = 0;
        this.lineEndPos = null;
        this.next = state;
        return null;
    }
    peek(n) {
        return this.buffer.substr(this.pos, n);
    }
    *parseNext(next) {
        switch (next) {
            case 'stream':
                return yield* this.parseStream();
            case 'line-start':
                return yield* this.parseLineStart();
            case 'block-start':
                return yield* this.parseBlockStart();
            case 'doc':
                return yield* this.parseDocument();
            case 'flow':
                return yield* this.parseFlowCollection();
            case 'quoted-scalar':
                return yield* this.parseQuotedScalar();
            case 'block-scalar':
                return yield* this.parseBlockScalar();
            case 'plain-scalar':
                return yield* this.parsePlainScalar();
        }
    }
    *parseStream() {
        let line = this.getLine();
        if (line === null)
            return this.setNext('stream');
        if (line[0] === cst.BOM) {
            yield* this.pushCount(1);
            line = line.substring(1);
        }
        if (line[0] === '%') {
            let dirEnd = line.length;
            let cs = line.indexOf('#');
            while (cs !== -1) {
                const ch = line[cs - 1];
                if (ch === ' ' || ch === '\t') {
                    dirEnd = cs - 1;
                    break;
                }
                else {
                    cs = line.indexOf('#', cs + 1);
                }
            }
            while (true) {
                const ch = line[dirEnd - 1];
                if (ch === ' ' || ch === '\t')
                    dirEnd -= 1;
                else
                    break;
            }
            const n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(true));
            yield* this.pushCount(line.length - n); // possible comment
            this.pushNewline();
            return 'stream';
        }
        if (this.atLineEnd()) {
            const sp = yield* this.pushSpaces(true);
            yield* this.pushCount(line.length - sp);
            yield* this.pushNewline();
            return 'stream';
        }
        yield cst.DOCUMENT;
        return yield* this.parseLineStart();
    }
    *parseLineStart() {
        const ch = this.charAt(0);
        if (!ch && !this.atEnd)
            return this.setNext('line-start');
        if (ch === '-' || ch === '.') {
            if (!this.atEnd && !this.hasChars(4))
                return this.setNext('line-start');
            const s = this.peek(3);
            if ((s === '---' || s === '...') && isEmpty(this.charAt(3))) {
                yield* this.pushCount(3);
                this.indentValue = 0;
                this.indentNext = 0;
                return s === '---' ? 'doc' : 'stream';
            }
        }
        this.indentValue = yield* this.pushSpaces(false);
        if (this.indentNext > this.indentValue && !isEmpty(this.charAt(1)))
            this.indentNext = this.indentValue;
        return yield* this.parseBlockStart();
    }
    *parseBlockStart() {
        const [ch0, ch1] = this.peek(2);
        if (!ch1 && !this.atEnd)
            return this.setNext('block-start');
        if ((ch0 === '-' || ch0 === '?' || ch0 === ':') && isEmpty(ch1)) {
            const n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(true));
            this.indentNext = this.indentValue + 1;
            this.indentValue += n;
            return 'block-start';
        }
        return 'doc';
    }
    *parseDocument() {
        yield* this.pushSpaces(true);
        const line = this.getLine();
        if (line === null)
            return this.setNext('doc');
        let n = yield* this.pushIndicators();
        switch (line[n]) {
            case '#':
                yield* this.pushCount(line.length - n);
            // fallthrough
            case undefined:
                yield* this.pushNewline();
                return yield* this.parseLineStart();
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel = 1;
                return 'flow';
            case '}':
            case ']':
                // this is an error
                yield* this.pushCount(1);
                return 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'doc';
            case '"':
            case "'":
                return yield* this.parseQuotedScalar();
            case '|':
            case '>':
                n += yield* this.parseBlockScalarHeader();
                n += yield* this.pushSpaces(true);
                yield* this.pushCount(line.length - n);
                yield* this.pushNewline();
                return yield* this.parseBlockScalar();
            default:
                return yield* this.parsePlainScalar();
        }
    }
    *parseFlowCollection() {
        let nl, sp;
        let indent = -1;
        do {
            nl = yield* this.pushNewline();
            if (nl > 0) {
                sp = yield* this.pushSpaces(false);
                this.indentValue = indent = sp;
            }
            else {
                sp = 0;
            }
            sp += yield* this.pushSpaces(true);
        } while (nl + sp > 0);
        const line = this.getLine();
        if (line === null)
            return this.setNext('flow');
        if ((indent !== -1 && indent < this.indentNext && line[0] !== '#') ||
            (indent === 0 &&
                (line.startsWith('---') || line.startsWith('...')) &&
                isEmpty(line[3]))) {
            // Allowing for the terminal ] or } at the same (rather than greater)
            // indent level as the initial [ or { is technically invalid, but
            // failing here would be surprising to users.
            const atFlowEndMarker = indent === this.indentNext - 1 &&
                this.flowLevel === 1 &&
                (line[0] === ']' || line[0] === '}');
            if (!atFlowEndMarker) {
                // this is an error
                this.flowLevel = 0;
                yield cst.FLOW_END;
                return yield* this.parseLineStart();
            }
        }
        let n = 0;
        while (line[n] === ',') {
            n += yield* this.pushCount(1);
            n += yield* this.pushSpaces(true);
            this.flowKey = false;
        }
        n += yield* this.pushIndicators();
        switch (line[n]) {
            case undefined:
                return 'flow';
            case '#':
                yield* this.pushCount(line.length - n);
                return 'flow';
            case '{':
            case '[':
                yield* this.pushCount(1);
                this.flowKey = false;
                this.flowLevel += 1;
                return 'flow';
            case '}':
            case ']':
                yield* this.pushCount(1);
                this.flowKey = true;
                this.flowLevel -= 1;
                return this.flowLevel ? 'flow' : 'doc';
            case '*':
                yield* this.pushUntil(isNotAnchorChar);
                return 'flow';
            case '"':
            case "'":
                this.flowKey = true;
                return yield* this.parseQuotedScalar();
            case ':': {
                const next = this.charAt(1);
                if (this.flowKey || isEmpty(next) || next === ',') {
                    this.flowKey = false;
                    yield* this.pushCount(1);
                    yield* this.pushSpaces(true);
                    return 'flow';
                }
            }
            // fallthrough
            default:
                this.flowKey = false;
                return yield* this.parsePlainScalar();
        }
    }
    *parseQuotedScalar() {
        const quote = this.charAt(0);
        let end = this.buffer.indexOf(quote, this.pos + 1);
        if (quote === "'") {
            while (end !== -1 && this.buffer[end + 1] === "'")
                end = this.buffer.indexOf("'", end + 2);
        }
        else {
            // double-quote
            while (end !== -1) {
                let n = 0;
                while (this.buffer[end - 1 - n] === '\\')
                    n += 1;
                if (n % 2 === 0)
                    break;
                end = this.buffer.indexOf('"', end + 1);
            }
        }
        // Only looking for newlines within the quotes
        const qb = this.buffer.substring(0, end);
        let nl = qb.indexOf('\n', this.pos);
        if (nl !== -1) {
            while (nl !== -1) {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = qb.indexOf('\n', cs);
            }
            if (nl !== -1) {
                // this is an error caused by an unexpected unindent
                end = nl - (qb[nl - 1] === '\r' ? 2 : 1);
            }
        }
        if (end === -1) {
            if (!this.atEnd)
                return this.setNext('quoted-scalar');
            end = this.buffer.length;
        }
        yield* this.pushToIndex(end + 1, false);
        return this.flowLevel ? 'flow' : 'doc';
    }
    *parseBlockScalarHeader() {
        this.blockScalarIndent = -1;
        this.blockScalarKeep = false;
        let i = this.pos;
        while (true) {
            const ch = this.buffer[++i];
            if (ch === '+')
                this.blockScalarKeep = true;
            else if (ch > '0' && ch <= '9')
                this.blockScalarIndent = Number(ch) - 1;
            else if (ch !== '-')
                break;
        }
        return yield* this.pushUntil(ch => isEmpty(ch) || ch === '#');
    }
    *parseBlockScalar() {
        let nl = this.pos - 1; // may be -1 if this.pos === 0
        let indent = 0;
        let ch;
        loop: for (let i = this.pos; (ch = this.buffer[i]); ++i) {
            switch (ch) {
                case ' ':
                    indent += 1;
                    break;
                case '\n':
                    nl = i;
                    indent = 0;
                    break;
                case '\r': {
                    const next = this.buffer[i + 1];
                    if (!next && !this.atEnd)
                        return this.setNext('block-scalar');
                    if (next === '\n')
                        break;
                } // fallthrough
                default:
                    break loop;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('block-scalar');
        if (indent >= this.indentNext) {
            if (this.blockScalarIndent === -1)
                this.indentNext = indent;
            else {
                this.indentNext =
                    this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
            }
            do {
                const cs = this.continueScalar(nl + 1);
                if (cs === -1)
                    break;
                nl = this.buffer.indexOf('\n', cs);
            } while (nl !== -1);
            if (nl === -1) {
                if (!this.atEnd)
                    return this.setNext('block-scalar');
                nl = this.buffer.length;
            }
        }
        // Trailing insufficiently indented tabs are invalid.
        // To catch that during parsing, we include them in the block scalar value.
        let i = nl + 1;
        ch = this.buffer[i];
        while (ch === ' ')
            ch = this.buffer[++i];
        if (ch === '\t') {
            while (ch === '\t' || ch === ' ' || ch === '\r' || ch === '\n')
                ch = this.buffer[++i];
            nl = i - 1;
        }
        else if (!this.blockScalarKeep) {
            do {
                let i = nl - 1;
                let ch = this.buffer[i];
                if (ch === '\r')
                    ch = this.buffer[--i];
                const lastChar = i; // Drop the line if last char not more indented
                while (ch === ' ')
                    ch = this.buffer[--i];
                if (ch === '\n' && i >= this.pos && i + 1 + indent > lastChar)
                    nl = i;
                else
                    break;
            } while (true);
        }
        yield cst.SCALAR;
        yield* this.pushToIndex(nl + 1, true);
        return yield* this.parseLineStart();
    }
    *parsePlainScalar() {
        const inFlow = this.flowLevel > 0;
        let end = this.pos - 1;
        let i = this.pos - 1;
        let ch;
        while ((ch = this.buffer[++i])) {
            if (ch === ':') {
                const next = this.buffer[i + 1];
                if (isEmpty(next) || (inFlow && flowIndicatorChars.has(next)))
                    break;
                end = i;
            }
            else if (isEmpty(ch)) {
                let next = this.buffer[i + 1];
                if (ch === '\r') {
                    if (next === '\n') {
                        i += 1;
                        ch = '\n';
                        next = this.buffer[i + 1];
                    }
                    else
                        end = i;
                }
                if (next === '#' || (inFlow && flowIndicatorChars.has(next)))
                    break;
                if (ch === '\n') {
                    const cs = this.continueScalar(i + 1);
                    if (cs === -1)
                        break;
                    i = Math.max(i, cs - 2); // to advance, but still account for ' #'
                }
            }
            else {
                if (inFlow && flowIndicatorChars.has(ch))
                    break;
                end = i;
            }
        }
        if (!ch && !this.atEnd)
            return this.setNext('plain-scalar');
        yield cst.SCALAR;
        yield* this.pushToIndex(end + 1, true);
        return inFlow ? 'flow' : 'doc';
    }
    *pushCount(n) {
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos += n;
            return n;
        }
        return 0;
    }
    *pushToIndex(i, allowEmpty) {
        const s = this.buffer.slice(this.pos, i);
        if (s) {
            yield s;
            this.pos += s.length;
            return s.length;
        }
        else if (allowEmpty)
            yield '';
        return 0;
    }
    *pushIndicators() {
        let n = 0;
        loop: while (true) {
            switch (this.charAt(0)) {
                case '!':
                    n += yield* this.pushTag();
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '&':
                    n += yield* this.pushUntil(isNotAnchorChar);
                    n += yield* this.pushSpaces(true);
                    continue loop;
                case '-': // this is an error
                case '?': // this is an error outside flow collections
                case ':': {
                    const inFlow = this.flowLevel > 0;
                    const ch1 = this.charAt(1);
                    if (isEmpty(ch1) || (inFlow && flowIndicatorChars.has(ch1))) {
                        if (!inFlow)
                            this.indentNext = this.indentValue + 1;
                        else if (this.flowKey)
                            this.flowKey = false;
                        n += yield* this.pushCount(1);
                        n += yield* this.pushSpaces(true);
                        continue loop;
                    }
                }
            }
            break loop;
        }
        return n;
    }
    *pushTag() {
        if (this.charAt(1) === '<') {
            let i = this.pos + 2;
            let ch = this.buffer[i];
            while (!isEmpty(ch) && ch !== '>')
                ch = this.buffer[++i];
            return yield* this.pushToIndex(ch === '>' ? i + 1 : i, false);
        }
        else {
            let i = this.pos + 1;
            let ch = this.buffer[i];
            while (ch) {
                if (tagChars.has(ch))
                    ch = this.buffer[++i];
                else if (ch === '%' &&
                    hexDigits.has(this.buffer[i + 1]) &&
                    hexDigits.has(this.buffer[i + 2])) {
                    ch = this.buffer[(i += 3)];
                }
                else
                    break;
            }
            return yield* this.pushToIndex(i, false);
        }
    }
    *pushNewline() {
        const ch = this.buffer[this.pos];
        if (ch === '\n')
            return yield* this.pushCount(1);
        else if (ch === '\r' && this.charAt(1) === '\n')
            return yield* this.pushCount(2);
        else
            return 0;
    }
    *pushSpaces(allowTabs) {
        let i = this.pos - 1;
        let ch;
        do {
            ch = this.buffer[++i];
        } while (ch === ' ' || (allowTabs && ch === '\t'));
        const n = i - this.pos;
        if (n > 0) {
            yield this.buffer.substr(this.pos, n);
            this.pos = i;
        }
        return n;
    }
    *pushUntil(test) {
        let i = this.pos;
        let ch = this.buffer[i];
        while (!test(ch))
            ch = this.buffer[++i];
        return yield* this.pushToIndex(i, false);
    }
}

exports.Lexer = Lexer;


/***/ }),

/***/ 6628:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Tracks newlines during parsing in order to provide an efficient API for
 * determining the one-indexed `{ line, col }` position for any offset
 * within the input.
 */
class LineCounter {
    constructor() {
        this.lineStarts = [];
        /**
         * Should be called in ascending order. Otherwise, call
         * `lineCounter.lineStarts.sort()` before calling `linePos()`.
         */
        this.addNewLine = (offset) => this.lineStarts.push(offset);
        /**
         * Performs a binary search and returns the 1-indexed { line, col }
         * position of `offset`. If `line === 0`, `addNewLine` has never been
         * called or `offset` is before the first known newline.
         */
        this.linePos = (offset) => {
            let low = 0;
            let high = this.lineStarts.length;
            while (low < high) {
                const mid = (low + high) >> 1; // Math.floor((low + high) / 2)
                if (this.lineStarts[mid] < offset)
                    low = mid + 1;
                else
                    high = mid;
            }
            if (this.lineStarts[low] === offset)
                return { line: low + 1, col: 1 };
            if (low === 0)
                return { line: 0, col: offset };
            const start = this.lineStarts[low - 1];
            return { line: low, col: offset - start + 1 };
        };
    }
}

exports.LineCounter = LineCounter;


/***/ }),

/***/ 3456:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_process = __nccwpck_require__(932);
var cst = __nccwpck_require__(3461);
var lexer = __nccwpck_require__(361);

function includesToken(list, type) {
    for (let i = 0; i < list.length; ++i)
        if (list[i].type === type)
            return true;
    return false;
}
function findNonEmptyIndex(list) {
    for (let i = 0; i < list.length; ++i) {
        switch (list[i].type) {
            case 'space':
            case 'comment':
            case 'newline':
                break;
            default:
                return i;
        }
    }
    return -1;
}
function isFlowToken(token) {
    switch (token?.type) {
        case 'alias':
        case 'scalar':
        case 'single-quoted-scalar':
        case 'double-quoted-scalar':
        case 'flow-collection':
            return true;
        default:
            return false;
    }
}
function getPrevProps(parent) {
    switch (parent.type) {
        case 'document':
            return parent.start;
        case 'block-map': {
            const it = parent.items[parent.items.length - 1];
            return it.sep ?? it.start;
        }
        case 'block-seq':
            return parent.items[parent.items.length - 1].start;
        /* istanbul ignore next should not happen */
        default:
            return [];
    }
}
/** Note: May modify input array */
function getFirstKeyStartProps(prev) {
    if (prev.length === 0)
        return [];
    let i = prev.length;
    loop: while (--i >= 0) {
        switch (prev[i].type) {
            case 'doc-start':
            case 'explicit-key-ind':
            case 'map-value-ind':
            case 'seq-item-ind':
            case 'newline':
                break loop;
        }
    }
    while (prev[++i]?.type === 'space') {
        /* loop */
    }
    return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
    // May exhaust call stack with large `source` array
    if (source.length < 1e5)
        Array.prototype.push.apply(target, source);
    else
        for (let i = 0; i < source.length; ++i)
            target.push(source[i]);
}
function fixFlowSeqItems(fc) {
    if (fc.start.type === 'flow-seq-start') {
        for (const it of fc.items) {
            if (it.sep &&
                !it.value &&
                !includesToken(it.start, 'explicit-key-ind') &&
                !includesToken(it.sep, 'map-value-ind')) {
                if (it.key)
                    it.value = it.key;
                delete it.key;
                if (isFlowToken(it.value)) {
                    if (it.value.end)
                        arrayPushArray(it.value.end, it.sep);
                    else
                        it.value.end = it.sep;
                }
                else
                    arrayPushArray(it.start, it.sep);
                delete it.sep;
            }
        }
    }
}
/**
 * A YAML concrete syntax tree (CST) parser
 *
 * ```ts
 * const src: string = ...
 * for (const token of new Parser().parse(src)) {
 *   // token: Token
 * }
 * ```
 *
 * To use the parser with a user-provided lexer:
 *
 * ```ts
 * function* parse(source: string, lexer: Lexer) {
 *   const parser = new Parser()
 *   for (const lexeme of lexer.lex(source))
 *     yield* parser.next(lexeme)
 *   yield* parser.end()
 * }
 *
 * const src: string = ...
 * const lexer = new Lexer()
 * for (const token of parse(src, lexer)) {
 *   // token: Token
 * }
 * ```
 */
class Parser {
    /**
     * @param onNewLine - If defined, called separately with the start position of
     *   each new line (in `parse()`, including the start of input).
     */
    constructor(onNewLine) {
        /** If true, space and sequence indicators count as indentation */
        this.atNewLine = true;
        /** If true, next token is a scalar value */
        this.atScalar = false;
        /** Current indentation level */
        this.indent = 0;
        /** Current offset since the start of parsing */
        this.offset = 0;
        /** On the same line with a block map key */
        this.onKeyLine = false;
        /** Top indicates the node that's currently being built */
        this.stack = [];
        /** The source of the current token, set in parse() */
        this.source = '';
        /** The type of the current token, set in parse() */
        this.type = '';
        // Must be defined after `next()`
        this.lexer = new lexer.Lexer();
        this.onNewLine = onNewLine;
    }
    /**
     * Parse `source` as a YAML stream.
     * If `incomplete`, a part of the last line may be left as a buffer for the next call.
     *
     * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
     *
     * @returns A generator of tokens representing each directive, document, and other structure.
     */
    *parse(source, incomplete = false) {
        if (this.onNewLine && this.offset === 0)
            this.onNewLine(0);
        for (const lexeme of this.lexer.lex(source, incomplete))
            yield* this.next(lexeme);
        if (!incomplete)
            yield* this.end();
    }
    /**
     * Advance the parser by the `source` of one lexical token.
     */
    *next(source) {
        this.source = source;
        if (node_process.env.LOG_TOKENS)
            console.log('|', cst.prettyToken(source));
        if (this.atScalar) {
            this.atScalar = false;
            yield* this.step();
            this.offset += source.length;
            return;
        }
        const type = cst.tokenType(source);
        if (!type) {
            const message = `Not a YAML token: ${source}`;
            yield* this.pop({ type: 'error', offset: this.offset, message, source });
            this.offset += source.length;
        }
        else if (type === 'scalar') {
            this.atNewLine = false;
            this.atScalar = true;
            this.type = 'scalar';
        }
        else {
            this.type = type;
            yield* this.step();
            switch (type) {
                case 'newline':
                    this.atNewLine = true;
                    this.indent = 0;
                    if (this.onNewLine)
                        this.onNewLine(this.offset + source.length);
                    break;
                case 'space':
                    if (this.atNewLine && source[0] === ' ')
                        this.indent += source.length;
                    break;
                case 'explicit-key-ind':
                case 'map-value-ind':
                case 'seq-item-ind':
                    if (this.atNewLine)
                        this.indent += source.length;
                    break;
                case 'doc-mode':
                case 'flow-error-end':
                    return;
                default:
                    this.atNewLine = false;
            }
            this.offset += source.length;
        }
    }
    /** Call at end of input to push out any remaining constructions */
    *end() {
        while (this.stack.length > 0)
            yield* this.pop();
    }
    get sourceToken() {
        const st = {
            type: this.type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
        return st;
    }
    *step() {
        const top = this.peek(1);
        if (this.type === 'doc-end' && top?.type !== 'doc-end') {
            while (this.stack.length > 0)
                yield* this.pop();
            this.stack.push({
                type: 'doc-end',
                offset: this.offset,
                source: this.source
            });
            return;
        }
        if (!top)
            return yield* this.stream();
        switch (top.type) {
            case 'document':
                return yield* this.document(top);
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return yield* this.scalar(top);
            case 'block-scalar':
                return yield* this.blockScalar(top);
            case 'block-map':
                return yield* this.blockMap(top);
            case 'block-seq':
                return yield* this.blockSequence(top);
            case 'flow-collection':
                return yield* this.flowCollection(top);
            case 'doc-end':
                return yield* this.documentEnd(top);
        }
        /* istanbul ignore next should not happen */
        yield* this.pop();
    }
    peek(n) {
        return this.stack[this.stack.length - n];
    }
    *pop(error) {
        const token = error ?? this.stack.pop();
        /* istanbul ignore if should not happen */
        if (!token) {
            const message = 'Tried to pop an empty stack';
            yield { type: 'error', offset: this.offset, source: '', message };
        }
        else if (this.stack.length === 0) {
            yield token;
        }
        else {
            const top = this.peek(1);
            if (token.type === 'block-scalar') {
                // Block scalars use their parent rather than header indent
                token.indent = 'indent' in top ? top.indent : 0;
            }
            else if (token.type === 'flow-collection' && top.type === 'document') {
                // Ignore all indent for top-level flow collections
                token.indent = 0;
            }
            if (token.type === 'flow-collection')
                fixFlowSeqItems(token);
            switch (top.type) {
                case 'document':
                    top.value = token;
                    break;
                case 'block-scalar':
                    top.props.push(token); // error
                    break;
                case 'block-map': {
                    const it = top.items[top.items.length - 1];
                    if (it.value) {
                        top.items.push({ start: [], key: token, sep: [] });
                        this.onKeyLine = true;
                        return;
                    }
                    else if (it.sep) {
                        it.value = token;
                    }
                    else {
                        Object.assign(it, { key: token, sep: [] });
                        this.onKeyLine = !it.explicitKey;
                        return;
                    }
                    break;
                }
                case 'block-seq': {
                    const it = top.items[top.items.length - 1];
                    if (it.value)
                        top.items.push({ start: [], value: token });
                    else
                        it.value = token;
                    break;
                }
                case 'flow-collection': {
                    const it = top.items[top.items.length - 1];
                    if (!it || it.value)
                        top.items.push({ start: [], key: token, sep: [] });
                    else if (it.sep)
                        it.value = token;
                    else
                        Object.assign(it, { key: token, sep: [] });
                    return;
                }
                /* istanbul ignore next should not happen */
                default:
                    yield* this.pop();
                    yield* this.pop(token);
            }
            if ((top.type === 'document' ||
                top.type === 'block-map' ||
                top.type === 'block-seq') &&
                (token.type === 'block-map' || token.type === 'block-seq')) {
                const last = token.items[token.items.length - 1];
                if (last &&
                    !last.sep &&
                    !last.value &&
                    last.start.length > 0 &&
                    findNonEmptyIndex(last.start) === -1 &&
                    (token.indent === 0 ||
                        last.start.every(st => st.type !== 'comment' || st.indent < token.indent))) {
                    if (top.type === 'document')
                        top.end = last.start;
                    else
                        top.items.push({ start: last.start });
                    token.items.splice(-1, 1);
                }
            }
        }
    }
    *stream() {
        switch (this.type) {
            case 'directive-line':
                yield { type: 'directive', offset: this.offset, source: this.source };
                return;
            case 'byte-order-mark':
            case 'space':
            case 'comment':
            case 'newline':
                yield this.sourceToken;
                return;
            case 'doc-mode':
            case 'doc-start': {
                const doc = {
                    type: 'document',
                    offset: this.offset,
                    start: []
                };
                if (this.type === 'doc-start')
                    doc.start.push(this.sourceToken);
                this.stack.push(doc);
                return;
            }
        }
        yield {
            type: 'error',
            offset: this.offset,
            message: `Unexpected ${this.type} token in YAML stream`,
            source: this.source
        };
    }
    *document(doc) {
        if (doc.value)
            return yield* this.lineEnd(doc);
        switch (this.type) {
            case 'doc-start': {
                if (findNonEmptyIndex(doc.start) !== -1) {
                    yield* this.pop();
                    yield* this.step();
                }
                else
                    doc.start.push(this.sourceToken);
                return;
            }
            case 'anchor':
            case 'tag':
            case 'space':
            case 'comment':
            case 'newline':
                doc.start.push(this.sourceToken);
                return;
        }
        const bv = this.startBlockValue(doc);
        if (bv)
            this.stack.push(bv);
        else {
            yield {
                type: 'error',
                offset: this.offset,
                message: `Unexpected ${this.type} token in YAML document`,
                source: this.source
            };
        }
    }
    *scalar(scalar) {
        if (this.type === 'map-value-ind') {
            const prev = getPrevProps(this.peek(2));
            const start = getFirstKeyStartProps(prev);
            let sep;
            if (scalar.end) {
                sep = scalar.end;
                sep.push(this.sourceToken);
                delete scalar.end;
            }
            else
                sep = [this.sourceToken];
            const map = {
                type: 'block-map',
                offset: scalar.offset,
                indent: scalar.indent,
                items: [{ start, key: scalar, sep }]
            };
            this.onKeyLine = true;
            this.stack[this.stack.length - 1] = map;
        }
        else
            yield* this.lineEnd(scalar);
    }
    *blockScalar(scalar) {
        switch (this.type) {
            case 'space':
            case 'comment':
            case 'newline':
                scalar.props.push(this.sourceToken);
                return;
            case 'scalar':
                scalar.source = this.source;
                // block-scalar source includes trailing newline
                this.atNewLine = true;
                this.indent = 0;
                if (this.onNewLine) {
                    let nl = this.source.indexOf('\n') + 1;
                    while (nl !== 0) {
                        this.onNewLine(this.offset + nl);
                        nl = this.source.indexOf('\n', nl) + 1;
                    }
                }
                yield* this.pop();
                break;
            /* istanbul ignore next should not happen */
            default:
                yield* this.pop();
                yield* this.step();
        }
    }
    *blockMap(map) {
        const it = map.items[map.items.length - 1];
        // it.sep is true-ish if pair already has key or : separator
        switch (this.type) {
            case 'newline':
                this.onKeyLine = false;
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    it.start.push(this.sourceToken);
                }
                return;
            case 'space':
            case 'comment':
                if (it.value) {
                    map.items.push({ start: [this.sourceToken] });
                }
                else if (it.sep) {
                    it.sep.push(this.sourceToken);
                }
                else {
                    if (this.atIndentedComment(it.start, map.indent)) {
                        const prev = map.items[map.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            map.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
        }
        if (this.indent >= map.indent) {
            const atMapIndent = !this.onKeyLine && this.indent === map.indent;
            const atNextItem = atMapIndent &&
                (it.sep || it.explicitKey) &&
                this.type !== 'seq-item-ind';
            // For empty nodes, assign newline-separated not indented empty tokens to following node
            let start = [];
            if (atNextItem && it.sep && !it.value) {
                const nl = [];
                for (let i = 0; i < it.sep.length; ++i) {
                    const st = it.sep[i];
                    switch (st.type) {
                        case 'newline':
                            nl.push(i);
                            break;
                        case 'space':
                            break;
                        case 'comment':
                            if (st.indent > map.indent)
                                nl.length = 0;
                            break;
                        default:
                            nl.length = 0;
                    }
                }
                if (nl.length >= 2)
                    start = it.sep.splice(nl[1]);
            }
            switch (this.type) {
                case 'anchor':
                case 'tag':
                    if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        it.sep.push(this.sourceToken);
                    }
                    else {
                        it.start.push(this.sourceToken);
                    }
                    return;
                case 'explicit-key-ind':
                    if (!it.sep && !it.explicitKey) {
                        it.start.push(this.sourceToken);
                        it.explicitKey = true;
                    }
                    else if (atNextItem || it.value) {
                        start.push(this.sourceToken);
                        map.items.push({ start, explicitKey: true });
                    }
                    else {
                        this.stack.push({
                            type: 'block-map',
                            offset: this.offset,
                            indent: this.indent,
                            items: [{ start: [this.sourceToken], explicitKey: true }]
                        });
                    }
                    this.onKeyLine = true;
                    return;
                case 'map-value-ind':
                    if (it.explicitKey) {
                        if (!it.sep) {
                            if (includesToken(it.start, 'newline')) {
                                Object.assign(it, { key: null, sep: [this.sourceToken] });
                            }
                            else {
                                const start = getFirstKeyStartProps(it.start);
                                this.stack.push({
                                    type: 'block-map',
                                    offset: this.offset,
                                    indent: this.indent,
                                    items: [{ start, key: null, sep: [this.sourceToken] }]
                                });
                            }
                        }
                        else if (it.value) {
                            map.items.push({ start: [], key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else if (isFlowToken(it.key) &&
                            !includesToken(it.sep, 'newline')) {
                            const start = getFirstKeyStartProps(it.start);
                            const key = it.key;
                            const sep = it.sep;
                            sep.push(this.sourceToken);
                            // @ts-expect-error type guard is wrong here
                            delete it.key;
                            // @ts-expect-error type guard is wrong here
                            delete it.sep;
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start, key, sep }]
                            });
                        }
                        else if (start.length > 0) {
                            // Not actually at next item
                            it.sep = it.sep.concat(start, this.sourceToken);
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    else {
                        if (!it.sep) {
                            Object.assign(it, { key: null, sep: [this.sourceToken] });
                        }
                        else if (it.value || atNextItem) {
                            map.items.push({ start, key: null, sep: [this.sourceToken] });
                        }
                        else if (includesToken(it.sep, 'map-value-ind')) {
                            this.stack.push({
                                type: 'block-map',
                                offset: this.offset,
                                indent: this.indent,
                                items: [{ start: [], key: null, sep: [this.sourceToken] }]
                            });
                        }
                        else {
                            it.sep.push(this.sourceToken);
                        }
                    }
                    this.onKeyLine = true;
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (atNextItem || it.value) {
                        map.items.push({ start, key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    else if (it.sep) {
                        this.stack.push(fs);
                    }
                    else {
                        Object.assign(it, { key: fs, sep: [] });
                        this.onKeyLine = true;
                    }
                    return;
                }
                default: {
                    const bv = this.startBlockValue(map);
                    if (bv) {
                        if (bv.type === 'block-seq') {
                            if (!it.explicitKey &&
                                it.sep &&
                                !includesToken(it.sep, 'newline')) {
                                yield* this.pop({
                                    type: 'error',
                                    offset: this.offset,
                                    message: 'Unexpected block-seq-ind on same line with key',
                                    source: this.source
                                });
                                return;
                            }
                        }
                        else if (atMapIndent) {
                            map.items.push({ start });
                        }
                        this.stack.push(bv);
                        return;
                    }
                }
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *blockSequence(seq) {
        const it = seq.items[seq.items.length - 1];
        switch (this.type) {
            case 'newline':
                if (it.value) {
                    const end = 'end' in it.value ? it.value.end : undefined;
                    const last = Array.isArray(end) ? end[end.length - 1] : undefined;
                    if (last?.type === 'comment')
                        end?.push(this.sourceToken);
                    else
                        seq.items.push({ start: [this.sourceToken] });
                }
                else
                    it.start.push(this.sourceToken);
                return;
            case 'space':
            case 'comment':
                if (it.value)
                    seq.items.push({ start: [this.sourceToken] });
                else {
                    if (this.atIndentedComment(it.start, seq.indent)) {
                        const prev = seq.items[seq.items.length - 2];
                        const end = prev?.value?.end;
                        if (Array.isArray(end)) {
                            arrayPushArray(end, it.start);
                            end.push(this.sourceToken);
                            seq.items.pop();
                            return;
                        }
                    }
                    it.start.push(this.sourceToken);
                }
                return;
            case 'anchor':
            case 'tag':
                if (it.value || this.indent <= seq.indent)
                    break;
                it.start.push(this.sourceToken);
                return;
            case 'seq-item-ind':
                if (this.indent !== seq.indent)
                    break;
                if (it.value || includesToken(it.start, 'seq-item-ind'))
                    seq.items.push({ start: [this.sourceToken] });
                else
                    it.start.push(this.sourceToken);
                return;
        }
        if (this.indent > seq.indent) {
            const bv = this.startBlockValue(seq);
            if (bv) {
                this.stack.push(bv);
                return;
            }
        }
        yield* this.pop();
        yield* this.step();
    }
    *flowCollection(fc) {
        const it = fc.items[fc.items.length - 1];
        if (this.type === 'flow-error-end') {
            let top;
            do {
                yield* this.pop();
                top = this.peek(1);
            } while (top?.type === 'flow-collection');
        }
        else if (fc.end.length === 0) {
            switch (this.type) {
                case 'comma':
                case 'explicit-key-ind':
                    if (!it || it.sep)
                        fc.items.push({ start: [this.sourceToken] });
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'map-value-ind':
                    if (!it || it.value)
                        fc.items.push({ start: [], key: null, sep: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        Object.assign(it, { key: null, sep: [this.sourceToken] });
                    return;
                case 'space':
                case 'comment':
                case 'newline':
                case 'anchor':
                case 'tag':
                    if (!it || it.value)
                        fc.items.push({ start: [this.sourceToken] });
                    else if (it.sep)
                        it.sep.push(this.sourceToken);
                    else
                        it.start.push(this.sourceToken);
                    return;
                case 'alias':
                case 'scalar':
                case 'single-quoted-scalar':
                case 'double-quoted-scalar': {
                    const fs = this.flowScalar(this.type);
                    if (!it || it.value)
                        fc.items.push({ start: [], key: fs, sep: [] });
                    else if (it.sep)
                        this.stack.push(fs);
                    else
                        Object.assign(it, { key: fs, sep: [] });
                    return;
                }
                case 'flow-map-end':
                case 'flow-seq-end':
                    fc.end.push(this.sourceToken);
                    return;
            }
            const bv = this.startBlockValue(fc);
            /* istanbul ignore else should not happen */
            if (bv)
                this.stack.push(bv);
            else {
                yield* this.pop();
                yield* this.step();
            }
        }
        else {
            const parent = this.peek(2);
            if (parent.type === 'block-map' &&
                ((this.type === 'map-value-ind' && parent.indent === fc.indent) ||
                    (this.type === 'newline' &&
                        !parent.items[parent.items.length - 1].sep))) {
                yield* this.pop();
                yield* this.step();
            }
            else if (this.type === 'map-value-ind' &&
                parent.type !== 'flow-collection') {
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                fixFlowSeqItems(fc);
                const sep = fc.end.splice(1, fc.end.length);
                sep.push(this.sourceToken);
                const map = {
                    type: 'block-map',
                    offset: fc.offset,
                    indent: fc.indent,
                    items: [{ start, key: fc, sep }]
                };
                this.onKeyLine = true;
                this.stack[this.stack.length - 1] = map;
            }
            else {
                yield* this.lineEnd(fc);
            }
        }
    }
    flowScalar(type) {
        if (this.onNewLine) {
            let nl = this.source.indexOf('\n') + 1;
            while (nl !== 0) {
                this.onNewLine(this.offset + nl);
                nl = this.source.indexOf('\n', nl) + 1;
            }
        }
        return {
            type,
            offset: this.offset,
            indent: this.indent,
            source: this.source
        };
    }
    startBlockValue(parent) {
        switch (this.type) {
            case 'alias':
            case 'scalar':
            case 'single-quoted-scalar':
            case 'double-quoted-scalar':
                return this.flowScalar(this.type);
            case 'block-scalar-header':
                return {
                    type: 'block-scalar',
                    offset: this.offset,
                    indent: this.indent,
                    props: [this.sourceToken],
                    source: ''
                };
            case 'flow-map-start':
            case 'flow-seq-start':
                return {
                    type: 'flow-collection',
                    offset: this.offset,
                    indent: this.indent,
                    start: this.sourceToken,
                    items: [],
                    end: []
                };
            case 'seq-item-ind':
                return {
                    type: 'block-seq',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start: [this.sourceToken] }]
                };
            case 'explicit-key-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                start.push(this.sourceToken);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, explicitKey: true }]
                };
            }
            case 'map-value-ind': {
                this.onKeyLine = true;
                const prev = getPrevProps(parent);
                const start = getFirstKeyStartProps(prev);
                return {
                    type: 'block-map',
                    offset: this.offset,
                    indent: this.indent,
                    items: [{ start, key: null, sep: [this.sourceToken] }]
                };
            }
        }
        return null;
    }
    atIndentedComment(start, indent) {
        if (this.type !== 'comment')
            return false;
        if (this.indent <= indent)
            return false;
        return start.every(st => st.type === 'newline' || st.type === 'space');
    }
    *documentEnd(docEnd) {
        if (this.type !== 'doc-mode') {
            if (docEnd.end)
                docEnd.end.push(this.sourceToken);
            else
                docEnd.end = [this.sourceToken];
            if (this.type === 'newline')
                yield* this.pop();
        }
    }
    *lineEnd(token) {
        switch (this.type) {
            case 'comma':
            case 'doc-start':
            case 'doc-end':
            case 'flow-seq-end':
            case 'flow-map-end':
            case 'map-value-ind':
                yield* this.pop();
                yield* this.step();
                break;
            case 'newline':
                this.onKeyLine = false;
            // fallthrough
            case 'space':
            case 'comment':
            default:
                // all other values are errors
                if (token.end)
                    token.end.push(this.sourceToken);
                else
                    token.end = [this.sourceToken];
                if (this.type === 'newline')
                    yield* this.pop();
        }
    }
}

exports.Parser = Parser;


/***/ }),

/***/ 4047:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var composer = __nccwpck_require__(9984);
var Document = __nccwpck_require__(3021);
var errors = __nccwpck_require__(1464);
var log = __nccwpck_require__(7249);
var identity = __nccwpck_require__(1127);
var lineCounter = __nccwpck_require__(6628);
var parser = __nccwpck_require__(3456);

function parseOptions(options) {
    const prettyErrors = options.prettyErrors !== false;
    const lineCounter$1 = options.lineCounter || (prettyErrors && new lineCounter.LineCounter()) || null;
    return { lineCounter: lineCounter$1, prettyErrors };
}
/**
 * Parse the input as a stream of YAML documents.
 *
 * Documents should be separated from each other by `...` or `---` marker lines.
 *
 * @returns If an empty `docs` array is returned, it will be of type
 *   EmptyStream and contain additional stream information. In
 *   TypeScript, you should use `'empty' in docs` as a type guard for it.
 */
function parseAllDocuments(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    const docs = Array.from(composer$1.compose(parser$1.parse(source)));
    if (prettyErrors && lineCounter)
        for (const doc of docs) {
            doc.errors.forEach(errors.prettifyError(source, lineCounter));
            doc.warnings.forEach(errors.prettifyError(source, lineCounter));
        }
    if (docs.length > 0)
        return docs;
    return Object.assign([], { empty: true }, composer$1.streamInfo());
}
/** Parse an input string into a single YAML.Document */
function parseDocument(source, options = {}) {
    const { lineCounter, prettyErrors } = parseOptions(options);
    const parser$1 = new parser.Parser(lineCounter?.addNewLine);
    const composer$1 = new composer.Composer(options);
    // `doc` is always set by compose.end(true) at the very latest
    let doc = null;
    for (const _doc of composer$1.compose(parser$1.parse(source), true, source.length)) {
        if (!doc)
            doc = _doc;
        else if (doc.options.logLevel !== 'silent') {
            doc.errors.push(new errors.YAMLParseError(_doc.range.slice(0, 2), 'MULTIPLE_DOCS', 'Source contains multiple documents; please use YAML.parseAllDocuments()'));
            break;
        }
    }
    if (prettyErrors && lineCounter) {
        doc.errors.forEach(errors.prettifyError(source, lineCounter));
        doc.warnings.forEach(errors.prettifyError(source, lineCounter));
    }
    return doc;
}
function parse(src, reviver, options) {
    let _reviver = undefined;
    if (typeof reviver === 'function') {
        _reviver = reviver;
    }
    else if (options === undefined && reviver && typeof reviver === 'object') {
        options = reviver;
    }
    const doc = parseDocument(src, options);
    if (!doc)
        return null;
    doc.warnings.forEach(warning => log.warn(doc.options.logLevel, warning));
    if (doc.errors.length > 0) {
        if (doc.options.logLevel !== 'silent')
            throw doc.errors[0];
        else
            doc.errors = [];
    }
    return doc.toJS(Object.assign({ reviver: _reviver }, options));
}
function stringify(value, replacer, options) {
    let _replacer = null;
    if (typeof replacer === 'function' || Array.isArray(replacer)) {
        _replacer = replacer;
    }
    else if (options === undefined && replacer) {
        options = replacer;
    }
    if (typeof options === 'string')
        options = options.length;
    if (typeof options === 'number') {
        const indent = Math.round(options);
        options = indent < 1 ? undefined : indent > 8 ? { indent: 8 } : { indent };
    }
    if (value === undefined) {
        const { keepUndefined } = options ?? replacer ?? {};
        if (!keepUndefined)
            return undefined;
    }
    if (identity.isDocument(value) && !_replacer)
        return value.toString(options);
    return new Document.Document(value, _replacer, options).toString(options);
}

exports.parse = parse;
exports.parseAllDocuments = parseAllDocuments;
exports.parseDocument = parseDocument;
exports.stringify = stringify;


/***/ }),

/***/ 5840:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var tags = __nccwpck_require__(18);

const sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
class Schema {
    constructor({ compat, customTags, merge, resolveKnownTags, schema, sortMapEntries, toStringDefaults }) {
        this.compat = Array.isArray(compat)
            ? tags.getTags(compat, 'compat')
            : compat
                ? tags.getTags(null, compat)
                : null;
        this.name = (typeof schema === 'string' && schema) || 'core';
        this.knownTags = resolveKnownTags ? tags.coreKnownTags : {};
        this.tags = tags.getTags(customTags, this.name, merge);
        this.toStringOptions = toStringDefaults ?? null;
        Object.defineProperty(this, identity.MAP, { value: map.map });
        Object.defineProperty(this, identity.SCALAR, { value: string.string });
        Object.defineProperty(this, identity.SEQ, { value: seq.seq });
        // Used by createMap()
        this.sortMapEntries =
            typeof sortMapEntries === 'function'
                ? sortMapEntries
                : sortMapEntries === true
                    ? sortMapEntriesByKey
                    : null;
    }
    clone() {
        const copy = Object.create(Schema.prototype, Object.getOwnPropertyDescriptors(this));
        copy.tags = this.tags.slice();
        return copy;
    }
}

exports.Schema = Schema;


/***/ }),

/***/ 7451:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLMap = __nccwpck_require__(4454);

const map = {
    collection: 'map',
    default: true,
    nodeClass: YAMLMap.YAMLMap,
    tag: 'tag:yaml.org,2002:map',
    resolve(map, onError) {
        if (!identity.isMap(map))
            onError('Expected a mapping for this tag');
        return map;
    },
    createNode: (schema, obj, ctx) => YAMLMap.YAMLMap.from(schema, obj, ctx)
};

exports.map = map;


/***/ }),

/***/ 3632:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const nullTag = {
    identify: value => value == null,
    createNode: () => new Scalar.Scalar(null),
    default: true,
    tag: 'tag:yaml.org,2002:null',
    test: /^(?:~|[Nn]ull|NULL)?$/,
    resolve: () => new Scalar.Scalar(null),
    stringify: ({ source }, ctx) => typeof source === 'string' && nullTag.test.test(source)
        ? source
        : ctx.options.nullStr
};

exports.nullTag = nullTag;


/***/ }),

/***/ 1706:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var YAMLSeq = __nccwpck_require__(2223);

const seq = {
    collection: 'seq',
    default: true,
    nodeClass: YAMLSeq.YAMLSeq,
    tag: 'tag:yaml.org,2002:seq',
    resolve(seq, onError) {
        if (!identity.isSeq(seq))
            onError('Expected a sequence for this tag');
        return seq;
    },
    createNode: (schema, obj, ctx) => YAMLSeq.YAMLSeq.from(schema, obj, ctx)
};

exports.seq = seq;


/***/ }),

/***/ 6464:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyString = __nccwpck_require__(3069);

const string = {
    identify: value => typeof value === 'string',
    default: true,
    tag: 'tag:yaml.org,2002:str',
    resolve: str => str,
    stringify(item, ctx, onComment, onChompKeep) {
        ctx = Object.assign({ actualString: true }, ctx);
        return stringifyString.stringifyString(item, ctx, onComment, onChompKeep);
    }
};

exports.string = string;


/***/ }),

/***/ 3959:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

const boolTag = {
    identify: value => typeof value === 'boolean',
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
    resolve: str => new Scalar.Scalar(str[0] === 't' || str[0] === 'T'),
    stringify({ source, value }, ctx) {
        if (source && boolTag.test.test(source)) {
            const sv = source[0] === 't' || source[0] === 'T';
            if (value === sv)
                return source;
        }
        return value ? ctx.options.trueStr : ctx.options.falseStr;
    }
};

exports.boolTag = boolTag;


/***/ }),

/***/ 8405:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: str => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
    resolve: str => parseFloat(str),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str));
        const dot = str.indexOf('.');
        if (dot !== -1 && str[str.length - 1] === '0')
            node.minFractionDigits = str.length - dot - 1;
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 9874:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
const intResolve = (str, offset, radix, { intAsBigInt }) => (intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix));
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value) && value >= 0)
        return prefix + value.toString(radix);
    return stringifyNumber.stringifyNumber(node);
}
const intOct = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^0o[0-7]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
    stringify: node => intStringify(node, 8, '0o')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: value => intIdentify(value) && value >= 0,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^0x[0-9a-fA-F]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 896:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.boolTag,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float
];

exports.schema = schema;


/***/ }),

/***/ 3559:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var map = __nccwpck_require__(7451);
var seq = __nccwpck_require__(1706);

function intIdentify(value) {
    return typeof value === 'bigint' || Number.isInteger(value);
}
const stringifyJSON = ({ value }) => JSON.stringify(value);
const jsonScalars = [
    {
        identify: value => typeof value === 'string',
        default: true,
        tag: 'tag:yaml.org,2002:str',
        resolve: str => str,
        stringify: stringifyJSON
    },
    {
        identify: value => value == null,
        createNode: () => new Scalar.Scalar(null),
        default: true,
        tag: 'tag:yaml.org,2002:null',
        test: /^null$/,
        resolve: () => null,
        stringify: stringifyJSON
    },
    {
        identify: value => typeof value === 'boolean',
        default: true,
        tag: 'tag:yaml.org,2002:bool',
        test: /^true$|^false$/,
        resolve: str => str === 'true',
        stringify: stringifyJSON
    },
    {
        identify: intIdentify,
        default: true,
        tag: 'tag:yaml.org,2002:int',
        test: /^-?(?:0|[1-9][0-9]*)$/,
        resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
        stringify: ({ value }) => intIdentify(value) ? value.toString() : JSON.stringify(value)
    },
    {
        identify: value => typeof value === 'number',
        default: true,
        tag: 'tag:yaml.org,2002:float',
        test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
        resolve: str => parseFloat(str),
        stringify: stringifyJSON
    }
];
const jsonError = {
    default: true,
    tag: '',
    test: /^/,
    resolve(str, onError) {
        onError(`Unresolved plain scalar ${JSON.stringify(str)}`);
        return str;
    }
};
const schema = [map.map, seq.seq].concat(jsonScalars, jsonError);

exports.schema = schema;


/***/ }),

/***/ 18:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var bool = __nccwpck_require__(3959);
var float = __nccwpck_require__(8405);
var int = __nccwpck_require__(9874);
var schema = __nccwpck_require__(896);
var schema$1 = __nccwpck_require__(3559);
var binary = __nccwpck_require__(6083);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var schema$2 = __nccwpck_require__(5913);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schemas = new Map([
    ['core', schema.schema],
    ['failsafe', [map.map, seq.seq, string.string]],
    ['json', schema$1.schema],
    ['yaml11', schema$2.schema],
    ['yaml-1.1', schema$2.schema]
]);
const tagsByName = {
    binary: binary.binary,
    bool: bool.boolTag,
    float: float.float,
    floatExp: float.floatExp,
    floatNaN: float.floatNaN,
    floatTime: timestamp.floatTime,
    int: int.int,
    intHex: int.intHex,
    intOct: int.intOct,
    intTime: timestamp.intTime,
    map: map.map,
    merge: merge.merge,
    null: _null.nullTag,
    omap: omap.omap,
    pairs: pairs.pairs,
    seq: seq.seq,
    set: set.set,
    timestamp: timestamp.timestamp
};
const coreKnownTags = {
    'tag:yaml.org,2002:binary': binary.binary,
    'tag:yaml.org,2002:merge': merge.merge,
    'tag:yaml.org,2002:omap': omap.omap,
    'tag:yaml.org,2002:pairs': pairs.pairs,
    'tag:yaml.org,2002:set': set.set,
    'tag:yaml.org,2002:timestamp': timestamp.timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
    const schemaTags = schemas.get(schemaName);
    if (schemaTags && !customTags) {
        return addMergeTag && !schemaTags.includes(merge.merge)
            ? schemaTags.concat(merge.merge)
            : schemaTags.slice();
    }
    let tags = schemaTags;
    if (!tags) {
        if (Array.isArray(customTags))
            tags = [];
        else {
            const keys = Array.from(schemas.keys())
                .filter(key => key !== 'yaml11')
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
        }
    }
    if (Array.isArray(customTags)) {
        for (const tag of customTags)
            tags = tags.concat(tag);
    }
    else if (typeof customTags === 'function') {
        tags = customTags(tags.slice());
    }
    if (addMergeTag)
        tags = tags.concat(merge.merge);
    return tags.reduce((tags, tag) => {
        const tagObj = typeof tag === 'string' ? tagsByName[tag] : tag;
        if (!tagObj) {
            const tagName = JSON.stringify(tag);
            const keys = Object.keys(tagsByName)
                .map(key => JSON.stringify(key))
                .join(', ');
            throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
        }
        if (!tags.includes(tagObj))
            tags.push(tagObj);
        return tags;
    }, []);
}

exports.coreKnownTags = coreKnownTags;
exports.getTags = getTags;


/***/ }),

/***/ 6083:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var node_buffer = __nccwpck_require__(181);
var Scalar = __nccwpck_require__(3301);
var stringifyString = __nccwpck_require__(3069);

const binary = {
    identify: value => value instanceof Uint8Array, // Buffer inherits from Uint8Array
    default: false,
    tag: 'tag:yaml.org,2002:binary',
    /**
     * Returns a Buffer in node and an Uint8Array in browsers
     *
     * To use the resulting buffer as an image, you'll want to do something like:
     *
     *   const blob = new Blob([buffer], { type: 'image/jpeg' })
     *   document.querySelector('#photo').src = URL.createObjectURL(blob)
     */
    resolve(src, onError) {
        if (typeof node_buffer.Buffer === 'function') {
            return node_buffer.Buffer.from(src, 'base64');
        }
        else if (typeof atob === 'function') {
            // On IE 11, atob() can't handle newlines
            const str = atob(src.replace(/[\n\r]/g, ''));
            const buffer = new Uint8Array(str.length);
            for (let i = 0; i < str.length; ++i)
                buffer[i] = str.charCodeAt(i);
            return buffer;
        }
        else {
            onError('This environment does not support reading binary tags; either Buffer or atob is required');
            return src;
        }
    },
    stringify({ comment, type, value }, ctx, onComment, onChompKeep) {
        if (!value)
            return '';
        const buf = value; // checked earlier by binary.identify()
        let str;
        if (typeof node_buffer.Buffer === 'function') {
            str =
                buf instanceof node_buffer.Buffer
                    ? buf.toString('base64')
                    : node_buffer.Buffer.from(buf.buffer).toString('base64');
        }
        else if (typeof btoa === 'function') {
            let s = '';
            for (let i = 0; i < buf.length; ++i)
                s += String.fromCharCode(buf[i]);
            str = btoa(s);
        }
        else {
            throw new Error('This environment does not support writing binary tags; either Buffer or btoa is required');
        }
        type ?? (type = Scalar.Scalar.BLOCK_LITERAL);
        if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
            const lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth);
            const n = Math.ceil(str.length / lineWidth);
            const lines = new Array(n);
            for (let i = 0, o = 0; i < n; ++i, o += lineWidth) {
                lines[i] = str.substr(o, lineWidth);
            }
            str = lines.join(type === Scalar.Scalar.BLOCK_LITERAL ? '\n' : ' ');
        }
        return stringifyString.stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
    }
};

exports.binary = binary;


/***/ }),

/***/ 8398:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);

function boolStringify({ value, source }, ctx) {
    const boolObj = value ? trueTag : falseTag;
    if (source && boolObj.test.test(source))
        return source;
    return value ? ctx.options.trueStr : ctx.options.falseStr;
}
const trueTag = {
    identify: value => value === true,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
    resolve: () => new Scalar.Scalar(true),
    stringify: boolStringify
};
const falseTag = {
    identify: value => value === false,
    default: true,
    tag: 'tag:yaml.org,2002:bool',
    test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
    resolve: () => new Scalar.Scalar(false),
    stringify: boolStringify
};

exports.falseTag = falseTag;
exports.trueTag = trueTag;


/***/ }),

/***/ 5782:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var stringifyNumber = __nccwpck_require__(8689);

const floatNaN = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
    resolve: (str) => str.slice(-3).toLowerCase() === 'nan'
        ? NaN
        : str[0] === '-'
            ? Number.NEGATIVE_INFINITY
            : Number.POSITIVE_INFINITY,
    stringify: stringifyNumber.stringifyNumber
};
const floatExp = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'EXP',
    test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
    resolve: (str) => parseFloat(str.replace(/_/g, '')),
    stringify(node) {
        const num = Number(node.value);
        return isFinite(num) ? num.toExponential() : stringifyNumber.stringifyNumber(node);
    }
};
const float = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
    resolve(str) {
        const node = new Scalar.Scalar(parseFloat(str.replace(/_/g, '')));
        const dot = str.indexOf('.');
        if (dot !== -1) {
            const f = str.substring(dot + 1).replace(/_/g, '');
            if (f[f.length - 1] === '0')
                node.minFractionDigits = f.length;
        }
        return node;
    },
    stringify: stringifyNumber.stringifyNumber
};

exports.float = float;
exports.floatExp = floatExp;
exports.floatNaN = floatNaN;


/***/ }),

/***/ 873:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

const intIdentify = (value) => typeof value === 'bigint' || Number.isInteger(value);
function intResolve(str, offset, radix, { intAsBigInt }) {
    const sign = str[0];
    if (sign === '-' || sign === '+')
        offset += 1;
    str = str.substring(offset).replace(/_/g, '');
    if (intAsBigInt) {
        switch (radix) {
            case 2:
                str = `0b${str}`;
                break;
            case 8:
                str = `0o${str}`;
                break;
            case 16:
                str = `0x${str}`;
                break;
        }
        const n = BigInt(str);
        return sign === '-' ? BigInt(-1) * n : n;
    }
    const n = parseInt(str, radix);
    return sign === '-' ? -1 * n : n;
}
function intStringify(node, radix, prefix) {
    const { value } = node;
    if (intIdentify(value)) {
        const str = value.toString(radix);
        return value < 0 ? '-' + prefix + str.substr(1) : prefix + str;
    }
    return stringifyNumber.stringifyNumber(node);
}
const intBin = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'BIN',
    test: /^[-+]?0b[0-1_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 2, opt),
    stringify: node => intStringify(node, 2, '0b')
};
const intOct = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'OCT',
    test: /^[-+]?0[0-7_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 1, 8, opt),
    stringify: node => intStringify(node, 8, '0')
};
const int = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    test: /^[-+]?[0-9][0-9_]*$/,
    resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
    stringify: stringifyNumber.stringifyNumber
};
const intHex = {
    identify: intIdentify,
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'HEX',
    test: /^[-+]?0x[0-9a-fA-F_]+$/,
    resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
    stringify: node => intStringify(node, 16, '0x')
};

exports.int = int;
exports.intBin = intBin;
exports.intHex = intHex;
exports.intOct = intOct;


/***/ }),

/***/ 452:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);

// If the value associated with a merge key is a single mapping node, each of
// its key/value pairs is inserted into the current mapping, unless the key
// already exists in it. If the value associated with the merge key is a
// sequence, then this sequence is expected to contain mapping nodes and each
// of these nodes is merged in turn according to its order in the sequence.
// Keys in mapping nodes earlier in the sequence override keys specified in
// later mapping nodes. -- http://yaml.org/type/merge.html
const MERGE_KEY = '<<';
const merge = {
    identify: value => value === MERGE_KEY ||
        (typeof value === 'symbol' && value.description === MERGE_KEY),
    default: 'key',
    tag: 'tag:yaml.org,2002:merge',
    test: /^<<$/,
    resolve: () => Object.assign(new Scalar.Scalar(Symbol(MERGE_KEY)), {
        addToJSMap: addMergeToJSMap
    }),
    stringify: () => MERGE_KEY
};
const isMergeKey = (ctx, key) => (merge.identify(key) ||
    (identity.isScalar(key) &&
        (!key.type || key.type === Scalar.Scalar.PLAIN) &&
        merge.identify(key.value))) &&
    ctx?.doc.schema.tags.some(tag => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (identity.isSeq(source))
        for (const it of source.items)
            mergeValue(ctx, map, it);
    else if (Array.isArray(source))
        for (const it of source)
            mergeValue(ctx, map, it);
    else
        mergeValue(ctx, map, source);
}
function mergeValue(ctx, map, value) {
    const source = resolveAliasValue(ctx, value);
    if (!identity.isMap(source))
        throw new Error('Merge sources must be maps or map aliases');
    const srcMap = source.toJSON(null, ctx, Map);
    for (const [key, value] of srcMap) {
        if (map instanceof Map) {
            if (!map.has(key))
                map.set(key, value);
        }
        else if (map instanceof Set) {
            map.add(key);
        }
        else if (!Object.prototype.hasOwnProperty.call(map, key)) {
            Object.defineProperty(map, key, {
                value,
                writable: true,
                enumerable: true,
                configurable: true
            });
        }
    }
    return map;
}
function resolveAliasValue(ctx, value) {
    return ctx && identity.isAlias(value) ? value.resolve(ctx.doc, ctx) : value;
}

exports.addMergeToJSMap = addMergeToJSMap;
exports.isMergeKey = isMergeKey;
exports.merge = merge;


/***/ }),

/***/ 303:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var toJS = __nccwpck_require__(4043);
var YAMLMap = __nccwpck_require__(4454);
var YAMLSeq = __nccwpck_require__(2223);
var pairs = __nccwpck_require__(8385);

class YAMLOMap extends YAMLSeq.YAMLSeq {
    constructor() {
        super();
        this.add = YAMLMap.YAMLMap.prototype.add.bind(this);
        this.delete = YAMLMap.YAMLMap.prototype.delete.bind(this);
        this.get = YAMLMap.YAMLMap.prototype.get.bind(this);
        this.has = YAMLMap.YAMLMap.prototype.has.bind(this);
        this.set = YAMLMap.YAMLMap.prototype.set.bind(this);
        this.tag = YAMLOMap.tag;
    }
    /**
     * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
     * but TypeScript won't allow widening the signature of a child method.
     */
    toJSON(_, ctx) {
        if (!ctx)
            return super.toJSON(_);
        const map = new Map();
        if (ctx?.onCreate)
            ctx.onCreate(map);
        for (const pair of this.items) {
            let key, value;
            if (identity.isPair(pair)) {
                key = toJS.toJS(pair.key, '', ctx);
                value = toJS.toJS(pair.value, key, ctx);
            }
            else {
                key = toJS.toJS(pair, '', ctx);
            }
            if (map.has(key))
                throw new Error('Ordered maps must not include duplicate keys');
            map.set(key, value);
        }
        return map;
    }
    static from(schema, iterable, ctx) {
        const pairs$1 = pairs.createPairs(schema, iterable, ctx);
        const omap = new this();
        omap.items = pairs$1.items;
        return omap;
    }
}
YAMLOMap.tag = 'tag:yaml.org,2002:omap';
const omap = {
    collection: 'seq',
    identify: value => value instanceof Map,
    nodeClass: YAMLOMap,
    default: false,
    tag: 'tag:yaml.org,2002:omap',
    resolve(seq, onError) {
        const pairs$1 = pairs.resolvePairs(seq, onError);
        const seenKeys = [];
        for (const { key } of pairs$1.items) {
            if (identity.isScalar(key)) {
                if (seenKeys.includes(key.value)) {
                    onError(`Ordered maps must not include duplicate keys: ${key.value}`);
                }
                else {
                    seenKeys.push(key.value);
                }
            }
        }
        return Object.assign(new YAMLOMap(), pairs$1);
    },
    createNode: (schema, iterable, ctx) => YAMLOMap.from(schema, iterable, ctx)
};

exports.YAMLOMap = YAMLOMap;
exports.omap = omap;


/***/ }),

/***/ 8385:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var Scalar = __nccwpck_require__(3301);
var YAMLSeq = __nccwpck_require__(2223);

function resolvePairs(seq, onError) {
    if (identity.isSeq(seq)) {
        for (let i = 0; i < seq.items.length; ++i) {
            let item = seq.items[i];
            if (identity.isPair(item))
                continue;
            else if (identity.isMap(item)) {
                if (item.items.length > 1)
                    onError('Each pair must have its own sequence indicator');
                const pair = item.items[0] || new Pair.Pair(new Scalar.Scalar(null));
                if (item.commentBefore)
                    pair.key.commentBefore = pair.key.commentBefore
                        ? `${item.commentBefore}\n${pair.key.commentBefore}`
                        : item.commentBefore;
                if (item.comment) {
                    const cn = pair.value ?? pair.key;
                    cn.comment = cn.comment
                        ? `${item.comment}\n${cn.comment}`
                        : item.comment;
                }
                item = pair;
            }
            seq.items[i] = identity.isPair(item) ? item : new Pair.Pair(item);
        }
    }
    else
        onError('Expected a sequence for this tag');
    return seq;
}
function createPairs(schema, iterable, ctx) {
    const { replacer } = ctx;
    const pairs = new YAMLSeq.YAMLSeq(schema);
    pairs.tag = 'tag:yaml.org,2002:pairs';
    let i = 0;
    if (iterable && Symbol.iterator in Object(iterable))
        for (let it of iterable) {
            if (typeof replacer === 'function')
                it = replacer.call(iterable, String(i++), it);
            let key, value;
            if (Array.isArray(it)) {
                if (it.length === 2) {
                    key = it[0];
                    value = it[1];
                }
                else
                    throw new TypeError(`Expected [key, value] tuple: ${it}`);
            }
            else if (it && it instanceof Object) {
                const keys = Object.keys(it);
                if (keys.length === 1) {
                    key = keys[0];
                    value = it[key];
                }
                else {
                    throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
                }
            }
            else {
                key = it;
            }
            pairs.items.push(Pair.createPair(key, value, ctx));
        }
    return pairs;
}
const pairs = {
    collection: 'seq',
    default: false,
    tag: 'tag:yaml.org,2002:pairs',
    resolve: resolvePairs,
    createNode: createPairs
};

exports.createPairs = createPairs;
exports.pairs = pairs;
exports.resolvePairs = resolvePairs;


/***/ }),

/***/ 5913:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var map = __nccwpck_require__(7451);
var _null = __nccwpck_require__(3632);
var seq = __nccwpck_require__(1706);
var string = __nccwpck_require__(6464);
var binary = __nccwpck_require__(6083);
var bool = __nccwpck_require__(8398);
var float = __nccwpck_require__(5782);
var int = __nccwpck_require__(873);
var merge = __nccwpck_require__(452);
var omap = __nccwpck_require__(303);
var pairs = __nccwpck_require__(8385);
var set = __nccwpck_require__(1528);
var timestamp = __nccwpck_require__(6752);

const schema = [
    map.map,
    seq.seq,
    string.string,
    _null.nullTag,
    bool.trueTag,
    bool.falseTag,
    int.intBin,
    int.intOct,
    int.int,
    int.intHex,
    float.floatNaN,
    float.floatExp,
    float.float,
    binary.binary,
    merge.merge,
    omap.omap,
    pairs.pairs,
    set.set,
    timestamp.intTime,
    timestamp.floatTime,
    timestamp.timestamp
];

exports.schema = schema;


/***/ }),

/***/ 1528:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Pair = __nccwpck_require__(7165);
var YAMLMap = __nccwpck_require__(4454);

class YAMLSet extends YAMLMap.YAMLMap {
    constructor(schema) {
        super(schema);
        this.tag = YAMLSet.tag;
    }
    add(key) {
        let pair;
        if (identity.isPair(key))
            pair = key;
        else if (key &&
            typeof key === 'object' &&
            'key' in key &&
            'value' in key &&
            key.value === null)
            pair = new Pair.Pair(key.key, null);
        else
            pair = new Pair.Pair(key, null);
        const prev = YAMLMap.findPair(this.items, pair.key);
        if (!prev)
            this.items.push(pair);
    }
    /**
     * If `keepPair` is `true`, returns the Pair matching `key`.
     * Otherwise, returns the value of that Pair's key.
     */
    get(key, keepPair) {
        const pair = YAMLMap.findPair(this.items, key);
        return !keepPair && identity.isPair(pair)
            ? identity.isScalar(pair.key)
                ? pair.key.value
                : pair.key
            : pair;
    }
    set(key, value) {
        if (typeof value !== 'boolean')
            throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value}`);
        const prev = YAMLMap.findPair(this.items, key);
        if (prev && !value) {
            this.items.splice(this.items.indexOf(prev), 1);
        }
        else if (!prev && value) {
            this.items.push(new Pair.Pair(key));
        }
    }
    toJSON(_, ctx) {
        return super.toJSON(_, ctx, Set);
    }
    toString(ctx, onComment, onChompKeep) {
        if (!ctx)
            return JSON.stringify(this);
        if (this.hasAllNullValues(true))
            return super.toString(Object.assign({}, ctx, { allNullValues: true }), onComment, onChompKeep);
        else
            throw new Error('Set items must all have null values');
    }
    static from(schema, iterable, ctx) {
        const { replacer } = ctx;
        const set = new this(schema);
        if (iterable && Symbol.iterator in Object(iterable))
            for (let value of iterable) {
                if (typeof replacer === 'function')
                    value = replacer.call(iterable, value, value);
                set.items.push(Pair.createPair(value, null, ctx));
            }
        return set;
    }
}
YAMLSet.tag = 'tag:yaml.org,2002:set';
const set = {
    collection: 'map',
    identify: value => value instanceof Set,
    nodeClass: YAMLSet,
    default: false,
    tag: 'tag:yaml.org,2002:set',
    createNode: (schema, iterable, ctx) => YAMLSet.from(schema, iterable, ctx),
    resolve(map, onError) {
        if (identity.isMap(map)) {
            if (map.hasAllNullValues(true))
                return Object.assign(new YAMLSet(), map);
            else
                onError('Set items must all have null values');
        }
        else
            onError('Expected a mapping for this tag');
        return map;
    }
};

exports.YAMLSet = YAMLSet;
exports.set = set;


/***/ }),

/***/ 6752:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var stringifyNumber = __nccwpck_require__(8689);

/** Internal types handle bigint as number, because TS can't figure it out. */
function parseSexagesimal(str, asBigInt) {
    const sign = str[0];
    const parts = sign === '-' || sign === '+' ? str.substring(1) : str;
    const num = (n) => asBigInt ? BigInt(n) : Number(n);
    const res = parts
        .replace(/_/g, '')
        .split(':')
        .reduce((res, p) => res * num(60) + num(p), num(0));
    return (sign === '-' ? num(-1) * res : res);
}
/**
 * hhhh:mm:ss.sss
 *
 * Internal types handle bigint as number, because TS can't figure it out.
 */
function stringifySexagesimal(node) {
    let { value } = node;
    let num = (n) => n;
    if (typeof value === 'bigint')
        num = n => BigInt(n);
    else if (isNaN(value) || !isFinite(value))
        return stringifyNumber.stringifyNumber(node);
    let sign = '';
    if (value < 0) {
        sign = '-';
        value *= num(-1);
    }
    const _60 = num(60);
    const parts = [value % _60]; // seconds, including ms
    if (value < 60) {
        parts.unshift(0); // at least one : is required
    }
    else {
        value = (value - parts[0]) / _60;
        parts.unshift(value % _60); // minutes
        if (value >= 60) {
            value = (value - parts[0]) / _60;
            parts.unshift(value); // hours
        }
    }
    return (sign +
        parts
            .map(n => String(n).padStart(2, '0'))
            .join(':')
            .replace(/000000\d*$/, '') // % 60 may introduce error
    );
}
const intTime = {
    identify: value => typeof value === 'bigint' || Number.isInteger(value),
    default: true,
    tag: 'tag:yaml.org,2002:int',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
    resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
    stringify: stringifySexagesimal
};
const floatTime = {
    identify: value => typeof value === 'number',
    default: true,
    tag: 'tag:yaml.org,2002:float',
    format: 'TIME',
    test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
    resolve: str => parseSexagesimal(str, false),
    stringify: stringifySexagesimal
};
const timestamp = {
    identify: value => value instanceof Date,
    default: true,
    tag: 'tag:yaml.org,2002:timestamp',
    // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
    // may be omitted altogether, resulting in a date format. In such a case, the time part is
    // assumed to be 00:00:00Z (start of day, UTC).
    test: RegExp('^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})' + // YYYY-Mm-Dd
        '(?:' + // time is optional
        '(?:t|T|[ \\t]+)' + // t | T | whitespace
        '([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)' + // Hh:Mm:Ss(.ss)?
        '(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?' + // Z | +5 | -03:30
        ')?$'),
    resolve(str) {
        const match = str.match(timestamp.test);
        if (!match)
            throw new Error('!!timestamp expects a date, starting with yyyy-mm-dd');
        const [, year, month, day, hour, minute, second] = match.map(Number);
        const millisec = match[7] ? Number((match[7] + '00').substr(1, 3)) : 0;
        let date = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec);
        const tz = match[8];
        if (tz && tz !== 'Z') {
            let d = parseSexagesimal(tz, false);
            if (Math.abs(d) < 30)
                d *= 60;
            date -= 60000 * d;
        }
        return new Date(date);
    },
    stringify: ({ value }) => value?.toISOString().replace(/(T00:00:00)?\.000Z$/, '') ?? ''
};

exports.floatTime = floatTime;
exports.intTime = intTime;
exports.timestamp = timestamp;


/***/ }),

/***/ 4475:
/***/ ((__unused_webpack_module, exports) => {



const FOLD_FLOW = 'flow';
const FOLD_BLOCK = 'block';
const FOLD_QUOTED = 'quoted';
/**
 * Tries to keep input at up to `lineWidth` characters, splitting only on spaces
 * not followed by newlines or spaces unless `mode` is `'quoted'`. Lines are
 * terminated with `\n` and started with `indent`.
 */
function foldFlowLines(text, indent, mode = 'flow', { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
    if (!lineWidth || lineWidth < 0)
        return text;
    if (lineWidth < minContentWidth)
        minContentWidth = 0;
    const endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
    if (text.length <= endStep)
        return text;
    const folds = [];
    const escapedFolds = {};
    let end = lineWidth - indent.length;
    if (typeof indentAtStart === 'number') {
        if (indentAtStart > lineWidth - Math.max(2, minContentWidth))
            folds.push(0);
        else
            end = lineWidth - indentAtStart;
    }
    let split = undefined;
    let prev = undefined;
    let overflow = false;
    let i = -1;
    let escStart = -1;
    let escEnd = -1;
    if (mode === FOLD_BLOCK) {
        i = consumeMoreIndentedLines(text, i, indent.length);
        if (i !== -1)
            end = i + endStep;
    }
    for (let ch; (ch = text[(i += 1)]);) {
        if (mode === FOLD_QUOTED && ch === '\\') {
            escStart = i;
            switch (text[i + 1]) {
                case 'x':
                    i += 3;
                    break;
                case 'u':
                    i += 5;
                    break;
                case 'U':
                    i += 9;
                    break;
                default:
                    i += 1;
            }
            escEnd = i;
        }
        if (ch === '\n') {
            if (mode === FOLD_BLOCK)
                i = consumeMoreIndentedLines(text, i, indent.length);
            end = i + indent.length + endStep;
            split = undefined;
        }
        else {
            if (ch === ' ' &&
                prev &&
                prev !== ' ' &&
                prev !== '\n' &&
                prev !== '\t') {
                // space surrounded by non-space can be replaced with newline + indent
                const next = text[i + 1];
                if (next && next !== ' ' && next !== '\n' && next !== '\t')
                    split = i;
            }
            if (i >= end) {
                if (split) {
                    folds.push(split);
                    end = split + endStep;
                    split = undefined;
                }
                else if (mode === FOLD_QUOTED) {
                    // white-space collected at end may stretch past lineWidth
                    while (prev === ' ' || prev === '\t') {
                        prev = ch;
                        ch = text[(i += 1)];
                        overflow = true;
                    }
                    // Account for newline escape, but don't break preceding escape
                    const j = i > escEnd + 1 ? i - 2 : escStart - 1;
                    // Bail out if lineWidth & minContentWidth are shorter than an escape string
                    if (escapedFolds[j])
                        return text;
                    folds.push(j);
                    escapedFolds[j] = true;
                    end = j + endStep;
                    split = undefined;
                }
                else {
                    overflow = true;
                }
            }
        }
        prev = ch;
    }
    if (overflow && onOverflow)
        onOverflow();
    if (folds.length === 0)
        return text;
    if (onFold)
        onFold();
    let res = text.slice(0, folds[0]);
    for (let i = 0; i < folds.length; ++i) {
        const fold = folds[i];
        const end = folds[i + 1] || text.length;
        if (fold === 0)
            res = `\n${indent}${text.slice(0, end)}`;
        else {
            if (mode === FOLD_QUOTED && escapedFolds[fold])
                res += `${text[fold]}\\`;
            res += `\n${indent}${text.slice(fold + 1, end)}`;
        }
    }
    return res;
}
/**
 * Presumes `i + 1` is at the start of a line
 * @returns index of last newline in more-indented block
 */
function consumeMoreIndentedLines(text, i, indent) {
    let end = i;
    let start = i + 1;
    let ch = text[start];
    while (ch === ' ' || ch === '\t') {
        if (i < start + indent) {
            ch = text[++i];
        }
        else {
            do {
                ch = text[++i];
            } while (ch && ch !== '\n');
            end = i;
            start = i + 1;
            ch = text[start];
        }
    }
    return end;
}

exports.FOLD_BLOCK = FOLD_BLOCK;
exports.FOLD_FLOW = FOLD_FLOW;
exports.FOLD_QUOTED = FOLD_QUOTED;
exports.foldFlowLines = foldFlowLines;


/***/ }),

/***/ 2148:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var anchors = __nccwpck_require__(1596);
var identity = __nccwpck_require__(1127);
var stringifyComment = __nccwpck_require__(9799);
var stringifyString = __nccwpck_require__(3069);

function createStringifyContext(doc, options) {
    const opt = Object.assign({
        blockQuote: true,
        commentString: stringifyComment.stringifyComment,
        defaultKeyType: null,
        defaultStringType: 'PLAIN',
        directives: null,
        doubleQuotedAsJSON: false,
        doubleQuotedMinMultiLineLength: 40,
        falseStr: 'false',
        flowCollectionPadding: true,
        indentSeq: true,
        lineWidth: 80,
        minContentWidth: 20,
        nullStr: 'null',
        simpleKeys: false,
        singleQuote: null,
        trailingComma: false,
        trueStr: 'true',
        verifyAliasOrder: true
    }, doc.schema.toStringOptions, options);
    let inFlow;
    switch (opt.collectionStyle) {
        case 'block':
            inFlow = false;
            break;
        case 'flow':
            inFlow = true;
            break;
        default:
            inFlow = null;
    }
    return {
        anchors: new Set(),
        doc,
        flowCollectionPadding: opt.flowCollectionPadding ? ' ' : '',
        indent: '',
        indentStep: typeof opt.indent === 'number' ? ' '.repeat(opt.indent) : '  ',
        inFlow,
        options: opt
    };
}
function getTagObject(tags, item) {
    if (item.tag) {
        const match = tags.filter(t => t.tag === item.tag);
        if (match.length > 0)
            return match.find(t => t.format === item.format) ?? match[0];
    }
    let tagObj = undefined;
    let obj;
    if (identity.isScalar(item)) {
        obj = item.value;
        let match = tags.filter(t => t.identify?.(obj));
        if (match.length > 1) {
            const testMatch = match.filter(t => t.test);
            if (testMatch.length > 0)
                match = testMatch;
        }
        tagObj =
            match.find(t => t.format === item.format) ?? match.find(t => !t.format);
    }
    else {
        obj = item;
        tagObj = tags.find(t => t.nodeClass && obj instanceof t.nodeClass);
    }
    if (!tagObj) {
        const name = obj?.constructor?.name ?? (obj === null ? 'null' : typeof obj);
        throw new Error(`Tag not resolved for ${name} value`);
    }
    return tagObj;
}
// needs to be called before value stringifier to allow for circular anchor refs
function stringifyProps(node, tagObj, { anchors: anchors$1, doc }) {
    if (!doc.directives)
        return '';
    const props = [];
    const anchor = (identity.isScalar(node) || identity.isCollection(node)) && node.anchor;
    if (anchor && anchors.anchorIsValid(anchor)) {
        anchors$1.add(anchor);
        props.push(`&${anchor}`);
    }
    const tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
    if (tag)
        props.push(doc.directives.tagString(tag));
    return props.join(' ');
}
function stringify(item, ctx, onComment, onChompKeep) {
    if (identity.isPair(item))
        return item.toString(ctx, onComment, onChompKeep);
    if (identity.isAlias(item)) {
        if (ctx.doc.directives)
            return item.toString(ctx);
        if (ctx.resolvedAliases?.has(item)) {
            throw new TypeError(`Cannot stringify circular structure without alias nodes`);
        }
        else {
            if (ctx.resolvedAliases)
                ctx.resolvedAliases.add(item);
            else
                ctx.resolvedAliases = new Set([item]);
            item = item.resolve(ctx.doc);
        }
    }
    let tagObj = undefined;
    const node = identity.isNode(item)
        ? item
        : ctx.doc.createNode(item, { onTagObj: o => (tagObj = o) });
    tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
    const props = stringifyProps(node, tagObj, ctx);
    if (props.length > 0)
        ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1;
    const str = typeof tagObj.stringify === 'function'
        ? tagObj.stringify(node, ctx, onComment, onChompKeep)
        : identity.isScalar(node)
            ? stringifyString.stringifyString(node, ctx, onComment, onChompKeep)
            : node.toString(ctx, onComment, onChompKeep);
    if (!props)
        return str;
    return identity.isScalar(node) || str[0] === '{' || str[0] === '['
        ? `${props} ${str}`
        : `${props}\n${ctx.indent}${str}`;
}

exports.createStringifyContext = createStringifyContext;
exports.stringify = stringify;


/***/ }),

/***/ 1212:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyCollection(collection, ctx, options) {
    const flow = ctx.inFlow ?? collection.flow;
    const stringify = flow ? stringifyFlowCollection : stringifyBlockCollection;
    return stringify(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
    const { indent, options: { commentString } } = ctx;
    const itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null });
    let chompKeep = false; // flag for the preceding node's status
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (!chompKeep && item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, chompKeep);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (!chompKeep && ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, chompKeep);
            }
        }
        chompKeep = false;
        let str = stringify.stringify(item, itemCtx, () => (comment = null), () => (chompKeep = true));
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        if (chompKeep && comment)
            chompKeep = false;
        lines.push(blockItemPrefix + str);
    }
    let str;
    if (lines.length === 0) {
        str = flowChars.start + flowChars.end;
    }
    else {
        str = lines[0];
        for (let i = 1; i < lines.length; ++i) {
            const line = lines[i];
            str += line ? `\n${indent}${line}` : '\n';
        }
    }
    if (comment) {
        str += '\n' + stringifyComment.indentComment(commentString(comment), indent);
        if (onComment)
            onComment();
    }
    else if (chompKeep && onChompKeep)
        onChompKeep();
    return str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
    const { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
    itemIndent += indentStep;
    const itemCtx = Object.assign({}, ctx, {
        indent: itemIndent,
        inFlow: true,
        type: null
    });
    let reqNewline = false;
    let linesAtValue = 0;
    const lines = [];
    for (let i = 0; i < items.length; ++i) {
        const item = items[i];
        let comment = null;
        if (identity.isNode(item)) {
            if (item.spaceBefore)
                lines.push('');
            addCommentBefore(ctx, lines, item.commentBefore, false);
            if (item.comment)
                comment = item.comment;
        }
        else if (identity.isPair(item)) {
            const ik = identity.isNode(item.key) ? item.key : null;
            if (ik) {
                if (ik.spaceBefore)
                    lines.push('');
                addCommentBefore(ctx, lines, ik.commentBefore, false);
                if (ik.comment)
                    reqNewline = true;
            }
            const iv = identity.isNode(item.value) ? item.value : null;
            if (iv) {
                if (iv.comment)
                    comment = iv.comment;
                if (iv.commentBefore)
                    reqNewline = true;
            }
            else if (item.value == null && ik?.comment) {
                comment = ik.comment;
            }
        }
        if (comment)
            reqNewline = true;
        let str = stringify.stringify(item, itemCtx, () => (comment = null));
        reqNewline || (reqNewline = lines.length > linesAtValue || str.includes('\n'));
        if (i < items.length - 1) {
            str += ',';
        }
        else if (ctx.options.trailingComma) {
            if (ctx.options.lineWidth > 0) {
                reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) +
                    (str.length + 2) >
                    ctx.options.lineWidth);
            }
            if (reqNewline) {
                str += ',';
            }
        }
        if (comment)
            str += stringifyComment.lineComment(str, itemIndent, commentString(comment));
        lines.push(str);
        linesAtValue = lines.length;
    }
    const { start, end } = flowChars;
    if (lines.length === 0) {
        return start + end;
    }
    else {
        if (!reqNewline) {
            const len = lines.reduce((sum, line) => sum + line.length + 2, 2);
            reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
        }
        if (reqNewline) {
            let str = start;
            for (const line of lines)
                str += line ? `\n${indentStep}${indent}${line}` : '\n';
            return `${str}\n${indent}${end}`;
        }
        else {
            return `${start}${fcPadding}${lines.join(' ')}${fcPadding}${end}`;
        }
    }
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
    if (comment && chompKeep)
        comment = comment.replace(/^\n+/, '');
    if (comment) {
        const ic = stringifyComment.indentComment(commentString(comment), indent);
        lines.push(ic.trimStart()); // Avoid double indent on first line
    }
}

exports.stringifyCollection = stringifyCollection;


/***/ }),

/***/ 9799:
/***/ ((__unused_webpack_module, exports) => {



/**
 * Stringifies a comment.
 *
 * Empty comment lines are left empty,
 * lines consisting of a single space are replaced by `#`,
 * and all other lines are prefixed with a `#`.
 */
const stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, '#');
function indentComment(comment, indent) {
    if (/^\n+$/.test(comment))
        return comment.substring(1);
    return indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
const lineComment = (str, indent, comment) => str.endsWith('\n')
    ? indentComment(comment, indent)
    : comment.includes('\n')
        ? '\n' + indentComment(comment, indent)
        : (str.endsWith(' ') ? '' : ' ') + comment;

exports.indentComment = indentComment;
exports.lineComment = lineComment;
exports.stringifyComment = stringifyComment;


/***/ }),

/***/ 6829:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyDocument(doc, options) {
    const lines = [];
    let hasDirectives = options.directives === true;
    if (options.directives !== false && doc.directives) {
        const dir = doc.directives.toString(doc);
        if (dir) {
            lines.push(dir);
            hasDirectives = true;
        }
        else if (doc.directives.docStart)
            hasDirectives = true;
    }
    if (hasDirectives)
        lines.push('---');
    const ctx = stringify.createStringifyContext(doc, options);
    const { commentString } = ctx.options;
    if (doc.commentBefore) {
        if (lines.length !== 1)
            lines.unshift('');
        const cs = commentString(doc.commentBefore);
        lines.unshift(stringifyComment.indentComment(cs, ''));
    }
    let chompKeep = false;
    let contentComment = null;
    if (doc.contents) {
        if (identity.isNode(doc.contents)) {
            if (doc.contents.spaceBefore && hasDirectives)
                lines.push('');
            if (doc.contents.commentBefore) {
                const cs = commentString(doc.contents.commentBefore);
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            // top-level block scalars need to be indented if followed by a comment
            ctx.forceBlockIndent = !!doc.comment;
            contentComment = doc.contents.comment;
        }
        const onChompKeep = contentComment ? undefined : () => (chompKeep = true);
        let body = stringify.stringify(doc.contents, ctx, () => (contentComment = null), onChompKeep);
        if (contentComment)
            body += stringifyComment.lineComment(body, '', commentString(contentComment));
        if ((body[0] === '|' || body[0] === '>') &&
            lines[lines.length - 1] === '---') {
            // Top-level block scalars with a preceding doc marker ought to use the
            // same line for their header.
            lines[lines.length - 1] = `--- ${body}`;
        }
        else
            lines.push(body);
    }
    else {
        lines.push(stringify.stringify(doc.contents, ctx));
    }
    if (doc.directives?.docEnd) {
        if (doc.comment) {
            const cs = commentString(doc.comment);
            if (cs.includes('\n')) {
                lines.push('...');
                lines.push(stringifyComment.indentComment(cs, ''));
            }
            else {
                lines.push(`... ${cs}`);
            }
        }
        else {
            lines.push('...');
        }
    }
    else {
        let dc = doc.comment;
        if (dc && chompKeep)
            dc = dc.replace(/^\n+/, '');
        if (dc) {
            if ((!chompKeep || contentComment) && lines[lines.length - 1] !== '')
                lines.push('');
            lines.push(stringifyComment.indentComment(commentString(dc), ''));
        }
    }
    return lines.join('\n') + '\n';
}

exports.stringifyDocument = stringifyDocument;


/***/ }),

/***/ 8689:
/***/ ((__unused_webpack_module, exports) => {



function stringifyNumber({ format, minFractionDigits, tag, value }) {
    if (typeof value === 'bigint')
        return String(value);
    const num = typeof value === 'number' ? value : Number(value);
    if (!isFinite(num))
        return isNaN(num) ? '.nan' : num < 0 ? '-.inf' : '.inf';
    let n = Object.is(value, -0) ? '-0' : JSON.stringify(value);
    if (!format &&
        minFractionDigits &&
        (!tag || tag === 'tag:yaml.org,2002:float') &&
        /^-?\d/.test(n) &&
        !n.includes('e')) {
        let i = n.indexOf('.');
        if (i < 0) {
            i = n.length;
            n += '.';
        }
        let d = minFractionDigits - (n.length - i - 1);
        while (d-- > 0)
            n += '0';
    }
    return n;
}

exports.stringifyNumber = stringifyNumber;


/***/ }),

/***/ 9748:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);
var Scalar = __nccwpck_require__(3301);
var stringify = __nccwpck_require__(2148);
var stringifyComment = __nccwpck_require__(9799);

function stringifyPair({ key, value }, ctx, onComment, onChompKeep) {
    const { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx;
    let keyComment = (identity.isNode(key) && key.comment) || null;
    if (simpleKeys) {
        if (keyComment) {
            throw new Error('With simple keys, key nodes cannot have comments');
        }
        if (identity.isCollection(key) || (!identity.isNode(key) && typeof key === 'object')) {
            const msg = 'With simple keys, collection cannot be used as a key value';
            throw new Error(msg);
        }
    }
    let explicitKey = !simpleKeys &&
        (!key ||
            (keyComment && value == null && !ctx.inFlow) ||
            identity.isCollection(key) ||
            (identity.isScalar(key)
                ? key.type === Scalar.Scalar.BLOCK_FOLDED || key.type === Scalar.Scalar.BLOCK_LITERAL
                : typeof key === 'object'));
    ctx = Object.assign({}, ctx, {
        allNullValues: false,
        implicitKey: !explicitKey && (simpleKeys || !allNullValues),
        indent: indent + indentStep
    });
    let keyCommentDone = false;
    let chompKeep = false;
    let str = stringify.stringify(key, ctx, () => (keyCommentDone = true), () => (chompKeep = true));
    if (!explicitKey && !ctx.inFlow && str.length > 1024) {
        if (simpleKeys)
            throw new Error('With simple keys, single line scalar must not span more than 1024 characters');
        explicitKey = true;
    }
    if (ctx.inFlow) {
        if (allNullValues || value == null) {
            if (keyCommentDone && onComment)
                onComment();
            return str === '' ? '?' : explicitKey ? `? ${str}` : str;
        }
    }
    else if ((allNullValues && !simpleKeys) || (value == null && explicitKey)) {
        str = `? ${str}`;
        if (keyComment && !keyCommentDone) {
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        }
        else if (chompKeep && onChompKeep)
            onChompKeep();
        return str;
    }
    if (keyCommentDone)
        keyComment = null;
    if (explicitKey) {
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
        str = `? ${str}\n${indent}:`;
    }
    else {
        str = `${str}:`;
        if (keyComment)
            str += stringifyComment.lineComment(str, ctx.indent, commentString(keyComment));
    }
    let vsb, vcb, valueComment;
    if (identity.isNode(value)) {
        vsb = !!value.spaceBefore;
        vcb = value.commentBefore;
        valueComment = value.comment;
    }
    else {
        vsb = false;
        vcb = null;
        valueComment = null;
        if (value && typeof value === 'object')
            value = doc.createNode(value);
    }
    ctx.implicitKey = false;
    if (!explicitKey && !keyComment && identity.isScalar(value))
        ctx.indentAtStart = str.length + 1;
    chompKeep = false;
    if (!indentSeq &&
        indentStep.length >= 2 &&
        !ctx.inFlow &&
        !explicitKey &&
        identity.isSeq(value) &&
        !value.flow &&
        !value.tag &&
        !value.anchor) {
        // If indentSeq === false, consider '- ' as part of indentation where possible
        ctx.indent = ctx.indent.substring(2);
    }
    let valueCommentDone = false;
    const valueStr = stringify.stringify(value, ctx, () => (valueCommentDone = true), () => (chompKeep = true));
    let ws = ' ';
    if (keyComment || vsb || vcb) {
        ws = vsb ? '\n' : '';
        if (vcb) {
            const cs = commentString(vcb);
            ws += `\n${stringifyComment.indentComment(cs, ctx.indent)}`;
        }
        if (valueStr === '' && !ctx.inFlow) {
            if (ws === '\n' && valueComment)
                ws = '\n\n';
        }
        else {
            ws += `\n${ctx.indent}`;
        }
    }
    else if (!explicitKey && identity.isCollection(value)) {
        const vs0 = valueStr[0];
        const nl0 = valueStr.indexOf('\n');
        const hasNewline = nl0 !== -1;
        const flow = ctx.inFlow ?? value.flow ?? value.items.length === 0;
        if (hasNewline || !flow) {
            let hasPropsLine = false;
            if (hasNewline && (vs0 === '&' || vs0 === '!')) {
                let sp0 = valueStr.indexOf(' ');
                if (vs0 === '&' &&
                    sp0 !== -1 &&
                    sp0 < nl0 &&
                    valueStr[sp0 + 1] === '!') {
                    sp0 = valueStr.indexOf(' ', sp0 + 1);
                }
                if (sp0 === -1 || nl0 < sp0)
                    hasPropsLine = true;
            }
            if (!hasPropsLine)
                ws = `\n${ctx.indent}`;
        }
    }
    else if (valueStr === '' || valueStr[0] === '\n') {
        ws = '';
    }
    str += ws + valueStr;
    if (ctx.inFlow) {
        if (valueCommentDone && onComment)
            onComment();
    }
    else if (valueComment && !valueCommentDone) {
        str += stringifyComment.lineComment(str, ctx.indent, commentString(valueComment));
    }
    else if (chompKeep && onChompKeep) {
        onChompKeep();
    }
    return str;
}

exports.stringifyPair = stringifyPair;


/***/ }),

/***/ 3069:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var Scalar = __nccwpck_require__(3301);
var foldFlowLines = __nccwpck_require__(4475);

const getFoldOptions = (ctx, isBlock) => ({
    indentAtStart: isBlock ? ctx.indent.length : ctx.indentAtStart,
    lineWidth: ctx.options.lineWidth,
    minContentWidth: ctx.options.minContentWidth
});
// Also checks for lines starting with %, as parsing the output as YAML 1.1 will
// presume that's starting a new document.
const containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
    if (!lineWidth || lineWidth < 0)
        return false;
    const limit = lineWidth - indentLength;
    const strLen = str.length;
    if (strLen <= limit)
        return false;
    for (let i = 0, start = 0; i < strLen; ++i) {
        if (str[i] === '\n') {
            if (i - start > limit)
                return true;
            start = i + 1;
            if (strLen - start <= limit)
                return false;
        }
    }
    return true;
}
function doubleQuotedString(value, ctx) {
    const json = JSON.stringify(value);
    if (ctx.options.doubleQuotedAsJSON)
        return json;
    const { implicitKey } = ctx;
    const minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength;
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    let str = '';
    let start = 0;
    for (let i = 0, ch = json[i]; ch; ch = json[++i]) {
        if (ch === ' ' && json[i + 1] === '\\' && json[i + 2] === 'n') {
            // space before newline needs to be escaped to not be folded
            str += json.slice(start, i) + '\\ ';
            i += 1;
            start = i;
            ch = '\\';
        }
        if (ch === '\\')
            switch (json[i + 1]) {
                case 'u':
                    {
                        str += json.slice(start, i);
                        const code = json.substr(i + 2, 4);
                        switch (code) {
                            case '0000':
                                str += '\\0';
                                break;
                            case '0007':
                                str += '\\a';
                                break;
                            case '000b':
                                str += '\\v';
                                break;
                            case '001b':
                                str += '\\e';
                                break;
                            case '0085':
                                str += '\\N';
                                break;
                            case '00a0':
                                str += '\\_';
                                break;
                            case '2028':
                                str += '\\L';
                                break;
                            case '2029':
                                str += '\\P';
                                break;
                            default:
                                if (code.substr(0, 2) === '00')
                                    str += '\\x' + code.substr(2);
                                else
                                    str += json.substr(i, 6);
                        }
                        i += 5;
                        start = i + 1;
                    }
                    break;
                case 'n':
                    if (implicitKey ||
                        json[i + 2] === '"' ||
                        json.length < minMultiLineLength) {
                        i += 1;
                    }
                    else {
                        // folding will eat first newline
                        str += json.slice(start, i) + '\n\n';
                        while (json[i + 2] === '\\' &&
                            json[i + 3] === 'n' &&
                            json[i + 4] !== '"') {
                            str += '\n';
                            i += 2;
                        }
                        str += indent;
                        // space after newline needs to be escaped to not be folded
                        if (json[i + 2] === ' ')
                            str += '\\';
                        i += 1;
                        start = i + 1;
                    }
                    break;
                default:
                    i += 1;
            }
    }
    str = start ? str + json.slice(start) : json;
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_QUOTED, getFoldOptions(ctx, false));
}
function singleQuotedString(value, ctx) {
    if (ctx.options.singleQuote === false ||
        (ctx.implicitKey && value.includes('\n')) ||
        /[ \t]\n|\n[ \t]/.test(value) // single quoted string can't have leading or trailing whitespace around newline
    )
        return doubleQuotedString(value, ctx);
    const indent = ctx.indent || (containsDocumentMarker(value) ? '  ' : '');
    const res = "'" + value.replace(/'/g, "''").replace(/\n+/g, `$&\n${indent}`) + "'";
    return ctx.implicitKey
        ? res
        : foldFlowLines.foldFlowLines(res, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function quotedString(value, ctx) {
    const { singleQuote } = ctx.options;
    let qs;
    if (singleQuote === false)
        qs = doubleQuotedString;
    else {
        const hasDouble = value.includes('"');
        const hasSingle = value.includes("'");
        if (hasDouble && !hasSingle)
            qs = singleQuotedString;
        else if (hasSingle && !hasDouble)
            qs = doubleQuotedString;
        else
            qs = singleQuote ? singleQuotedString : doubleQuotedString;
    }
    return qs(value, ctx);
}
// The negative lookbehind avoids a polynomial search,
// but isn't supported yet on Safari: https://caniuse.com/js-regexp-lookbehind
let blockEndNewlines;
try {
    blockEndNewlines = new RegExp('(^|(?<!\n))\n+(?!\n|$)', 'g');
}
catch {
    blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value }, ctx, onComment, onChompKeep) {
    const { blockQuote, commentString, lineWidth } = ctx.options;
    // 1. Block can't end in whitespace unless the last line is non-empty.
    // 2. Strings consisting of only whitespace are best rendered explicitly.
    if (!blockQuote || /\n[\t ]+$/.test(value)) {
        return quotedString(value, ctx);
    }
    const indent = ctx.indent ||
        (ctx.forceBlockIndent || containsDocumentMarker(value) ? '  ' : '');
    const literal = blockQuote === 'literal'
        ? true
        : blockQuote === 'folded' || type === Scalar.Scalar.BLOCK_FOLDED
            ? false
            : type === Scalar.Scalar.BLOCK_LITERAL
                ? true
                : !lineLengthOverLimit(value, lineWidth, indent.length);
    if (!value)
        return literal ? '|\n' : '>\n';
    // determine chomping from whitespace at value end
    let chomp;
    let endStart;
    for (endStart = value.length; endStart > 0; --endStart) {
        const ch = value[endStart - 1];
        if (ch !== '\n' && ch !== '\t' && ch !== ' ')
            break;
    }
    let end = value.substring(endStart);
    const endNlPos = end.indexOf('\n');
    if (endNlPos === -1) {
        chomp = '-'; // strip
    }
    else if (value === end || endNlPos !== end.length - 1) {
        chomp = '+'; // keep
        if (onChompKeep)
            onChompKeep();
    }
    else {
        chomp = ''; // clip
    }
    if (end) {
        value = value.slice(0, -end.length);
        if (end[end.length - 1] === '\n')
            end = end.slice(0, -1);
        end = end.replace(blockEndNewlines, `$&${indent}`);
    }
    // determine indent indicator from whitespace at value start
    let startWithSpace = false;
    let startEnd;
    let startNlPos = -1;
    for (startEnd = 0; startEnd < value.length; ++startEnd) {
        const ch = value[startEnd];
        if (ch === ' ')
            startWithSpace = true;
        else if (ch === '\n')
            startNlPos = startEnd;
        else
            break;
    }
    let start = value.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
    if (start) {
        value = value.substring(start.length);
        start = start.replace(/\n+/g, `$&${indent}`);
    }
    const indentSize = indent ? '2' : '1'; // root is at -1
    // Leading | or > is added later
    let header = (startWithSpace ? indentSize : '') + chomp;
    if (comment) {
        header += ' ' + commentString(comment.replace(/ ?[\r\n]+/g, ' '));
        if (onComment)
            onComment();
    }
    if (!literal) {
        const foldedValue = value
            .replace(/\n+/g, '\n$&')
            .replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, '$1$2') // more-indented lines aren't folded
            //                ^ more-ind. ^ empty     ^ capture next empty lines only at end of indent
            .replace(/\n+/g, `$&${indent}`);
        let literalFallback = false;
        const foldOptions = getFoldOptions(ctx, true);
        if (blockQuote !== 'folded' && type !== Scalar.Scalar.BLOCK_FOLDED) {
            foldOptions.onOverflow = () => {
                literalFallback = true;
            };
        }
        const body = foldFlowLines.foldFlowLines(`${start}${foldedValue}${end}`, indent, foldFlowLines.FOLD_BLOCK, foldOptions);
        if (!literalFallback)
            return `>${header}\n${indent}${body}`;
    }
    value = value.replace(/\n+/g, `$&${indent}`);
    return `|${header}\n${indent}${start}${value}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
    const { type, value } = item;
    const { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
    if ((implicitKey && value.includes('\n')) ||
        (inFlow && /[[\]{},]/.test(value))) {
        return quotedString(value, ctx);
    }
    if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value)) {
        // not allowed:
        // - '-' or '?'
        // - start with an indicator character (except [?:-]) or /[?-] /
        // - '\n ', ': ' or ' \n' anywhere
        // - '#' not preceded by a non-space char
        // - end with ' ' or ':'
        return implicitKey || inFlow || !value.includes('\n')
            ? quotedString(value, ctx)
            : blockString(item, ctx, onComment, onChompKeep);
    }
    if (!implicitKey &&
        !inFlow &&
        type !== Scalar.Scalar.PLAIN &&
        value.includes('\n')) {
        // Where allowed & type not set explicitly, prefer block style for multiline strings
        return blockString(item, ctx, onComment, onChompKeep);
    }
    if (containsDocumentMarker(value)) {
        if (indent === '') {
            ctx.forceBlockIndent = true;
            return blockString(item, ctx, onComment, onChompKeep);
        }
        else if (implicitKey && indent === indentStep) {
            return quotedString(value, ctx);
        }
    }
    const str = value.replace(/\n+/g, `$&\n${indent}`);
    // Verify that output will be parsed as a string, as e.g. plain numbers and
    // booleans get parsed with those types in v1.2 (e.g. '42', 'true' & '0.9e-3'),
    // and others in v1.1.
    if (actualString) {
        const test = (tag) => tag.default && tag.tag !== 'tag:yaml.org,2002:str' && tag.test?.test(str);
        const { compat, tags } = ctx.doc.schema;
        if (tags.some(test) || compat?.some(test))
            return quotedString(value, ctx);
    }
    return implicitKey
        ? str
        : foldFlowLines.foldFlowLines(str, indent, foldFlowLines.FOLD_FLOW, getFoldOptions(ctx, false));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
    const { implicitKey, inFlow } = ctx;
    const ss = typeof item.value === 'string'
        ? item
        : Object.assign({}, item, { value: String(item.value) });
    let { type } = item;
    if (type !== Scalar.Scalar.QUOTE_DOUBLE) {
        // force double quotes on control characters & unpaired surrogates
        if (/[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value))
            type = Scalar.Scalar.QUOTE_DOUBLE;
    }
    const _stringify = (_type) => {
        switch (_type) {
            case Scalar.Scalar.BLOCK_FOLDED:
            case Scalar.Scalar.BLOCK_LITERAL:
                return implicitKey || inFlow
                    ? quotedString(ss.value, ctx) // blocks are not valid inside flow containers
                    : blockString(ss, ctx, onComment, onChompKeep);
            case Scalar.Scalar.QUOTE_DOUBLE:
                return doubleQuotedString(ss.value, ctx);
            case Scalar.Scalar.QUOTE_SINGLE:
                return singleQuotedString(ss.value, ctx);
            case Scalar.Scalar.PLAIN:
                return plainString(ss, ctx, onComment, onChompKeep);
            default:
                return null;
        }
    };
    let res = _stringify(type);
    if (res === null) {
        const { defaultKeyType, defaultStringType } = ctx.options;
        const t = (implicitKey && defaultKeyType) || defaultStringType;
        res = _stringify(t);
        if (res === null)
            throw new Error(`Unsupported default string type ${t}`);
    }
    return res;
}

exports.stringifyString = stringifyString;


/***/ }),

/***/ 204:
/***/ ((__unused_webpack_module, exports, __nccwpck_require__) => {



var identity = __nccwpck_require__(1127);

const BREAK = Symbol('break visit');
const SKIP = Symbol('skip children');
const REMOVE = Symbol('remove node');
/**
 * Apply a visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
function visit(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = visit_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        visit_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visit.BREAK = BREAK;
/** Do not visit the children of the current node */
visit.SKIP = SKIP;
/** Remove the current node */
visit.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
    const ctrl = callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visit_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = visit_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = visit_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = visit_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
/**
 * Apply an async visitor to an AST node or document.
 *
 * Walks through the tree (depth-first) starting from `node`, calling a
 * `visitor` function with three arguments:
 *   - `key`: For sequence values and map `Pair`, the node's index in the
 *     collection. Within a `Pair`, `'key'` or `'value'`, correspondingly.
 *     `null` for the root node.
 *   - `node`: The current node.
 *   - `path`: The ancestry of the current node.
 *
 * The return value of the visitor may be used to control the traversal:
 *   - `Promise`: Must resolve to one of the following values
 *   - `undefined` (default): Do nothing and continue
 *   - `visit.SKIP`: Do not visit the children of this node, continue with next
 *     sibling
 *   - `visit.BREAK`: Terminate traversal completely
 *   - `visit.REMOVE`: Remove the current node, then continue with the next one
 *   - `Node`: Replace the current node, then continue by visiting it
 *   - `number`: While iterating the items of a sequence or map, set the index
 *     of the next step. This is useful especially if the index of the current
 *     node has changed.
 *
 * If `visitor` is a single function, it will be called with all values
 * encountered in the tree, including e.g. `null` values. Alternatively,
 * separate visitor functions may be defined for each `Map`, `Pair`, `Seq`,
 * `Alias` and `Scalar` node. To define the same visitor function for more than
 * one node type, use the `Collection` (map and seq), `Value` (map, seq & scalar)
 * and `Node` (alias, map, seq & scalar) targets. Of all these, only the most
 * specific defined one will be used for each node.
 */
async function visitAsync(node, visitor) {
    const visitor_ = initVisitor(visitor);
    if (identity.isDocument(node)) {
        const cd = await visitAsync_(null, node.contents, visitor_, Object.freeze([node]));
        if (cd === REMOVE)
            node.contents = null;
    }
    else
        await visitAsync_(null, node, visitor_, Object.freeze([]));
}
// Without the `as symbol` casts, TS declares these in the `visit`
// namespace using `var`, but then complains about that because
// `unique symbol` must be `const`.
/** Terminate visit traversal completely */
visitAsync.BREAK = BREAK;
/** Do not visit the children of the current node */
visitAsync.SKIP = SKIP;
/** Remove the current node */
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
    const ctrl = await callVisitor(key, node, visitor, path);
    if (identity.isNode(ctrl) || identity.isPair(ctrl)) {
        replaceNode(key, path, ctrl);
        return visitAsync_(key, ctrl, visitor, path);
    }
    if (typeof ctrl !== 'symbol') {
        if (identity.isCollection(node)) {
            path = Object.freeze(path.concat(node));
            for (let i = 0; i < node.items.length; ++i) {
                const ci = await visitAsync_(i, node.items[i], visitor, path);
                if (typeof ci === 'number')
                    i = ci - 1;
                else if (ci === BREAK)
                    return BREAK;
                else if (ci === REMOVE) {
                    node.items.splice(i, 1);
                    i -= 1;
                }
            }
        }
        else if (identity.isPair(node)) {
            path = Object.freeze(path.concat(node));
            const ck = await visitAsync_('key', node.key, visitor, path);
            if (ck === BREAK)
                return BREAK;
            else if (ck === REMOVE)
                node.key = null;
            const cv = await visitAsync_('value', node.value, visitor, path);
            if (cv === BREAK)
                return BREAK;
            else if (cv === REMOVE)
                node.value = null;
        }
    }
    return ctrl;
}
function initVisitor(visitor) {
    if (typeof visitor === 'object' &&
        (visitor.Collection || visitor.Node || visitor.Value)) {
        return Object.assign({
            Alias: visitor.Node,
            Map: visitor.Node,
            Scalar: visitor.Node,
            Seq: visitor.Node
        }, visitor.Value && {
            Map: visitor.Value,
            Scalar: visitor.Value,
            Seq: visitor.Value
        }, visitor.Collection && {
            Map: visitor.Collection,
            Seq: visitor.Collection
        }, visitor);
    }
    return visitor;
}
function callVisitor(key, node, visitor, path) {
    if (typeof visitor === 'function')
        return visitor(key, node, path);
    if (identity.isMap(node))
        return visitor.Map?.(key, node, path);
    if (identity.isSeq(node))
        return visitor.Seq?.(key, node, path);
    if (identity.isPair(node))
        return visitor.Pair?.(key, node, path);
    if (identity.isScalar(node))
        return visitor.Scalar?.(key, node, path);
    if (identity.isAlias(node))
        return visitor.Alias?.(key, node, path);
    return undefined;
}
function replaceNode(key, path, node) {
    const parent = path[path.length - 1];
    if (identity.isCollection(parent)) {
        parent.items[key] = node;
    }
    else if (identity.isPair(parent)) {
        if (key === 'key')
            parent.key = node;
        else
            parent.value = node;
    }
    else if (identity.isDocument(parent)) {
        parent.contents = node;
    }
    else {
        const pt = identity.isAlias(parent) ? 'alias' : 'scalar';
        throw new Error(`Cannot replace node with ${pt} parent`);
    }
}

exports.visit = visit;
exports.visitAsync = visitAsync;


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

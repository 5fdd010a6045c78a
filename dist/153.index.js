export const id = 153;
export const ids = [153];
export const modules = {

/***/ 7295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ Bucket)
});

// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
;// CONCATENATED MODULE: ./src/aws/bucket-error.ts

/** What the SDK threw, with the object's name and a next step that fits a bucket. */
function notDone(error, action, object) {
    if (error instanceof aws_error/* AwsError */.Gy)
        return error;
    const facts = (0,aws_error/* factsOf */.xS)(error, action);
    const words = `${facts.words.replace(/\.$/, '')}: s3://${object.bucket}/${object.key}`;
    return new aws_error/* AwsError */.Gy({ ...facts, words }, { cause: error, advice: advise(facts, object) });
}
function tooLarge(object, bytes, maxBytes) {
    const facts = {
        action: 's3:GetObject',
        code: 'TooLarge',
        status: 200,
        words: `s3://${object.bucket}/${object.key} has ${bytes} bytes, and at most ${maxBytes} are read`,
    };
    return new aws_error/* AwsError */.Gy(facts, {
        advice: 'Something else than this action wrote it; look at it and delete it.',
    });
}
function advise(facts, { bucket, key }) {
    if (facts.code === 'NoSuchBucket') {
        return (`There is no bucket ${bucket} (terraform/bootstrap makes one for the state): ` +
            "correct plan-records or the backend's bucket, and check that the role is in the bucket's account.");
    }
    if (!(0,aws_error/* isDenied */.GZ)(facts))
        return undefined;
    const permission = (0,aws_error/* missingPermission */.Up)(facts);
    if (permission.startsWith('kms:')) {
        return `Allow ${permission} on the key that encrypts bucket ${bucket}, in a policy of the role and in the key's.`;
    }
    if (permission === 's3:ListBucket')
        return `Allow s3:ListBucket on bucket ${bucket}. ${WITHOUT_LIST}`;
    const folder = key.slice(0, key.indexOf('/') + 1);
    const allow = `Allow ${permission} on the objects ${folder}* of bucket ${bucket} in a policy of the role, and look for a Deny in the bucket's.`;
    return permission === 's3:GetObject'
        ? `${allow} Allow s3:ListBucket on the bucket too. ${WITHOUT_LIST}`
        : allow;
}
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions".
const WITHOUT_LIST = 'Without it, S3 denies access to an object that is merely not there.';

// EXTERNAL MODULE: ./src/aws/client.ts
var client = __webpack_require__(658);
;// CONCATENATED MODULE: ./src/aws/bucket.ts



/** Small texts in one bucket. */
class Bucket {
    name;
    session;
    runtime;
    connected;
    constructor(name, session, runtime) {
        this.name = name;
        this.session = session;
        this.runtime = runtime;
    }
    /**
     * @returns undefined when there is no such object
     * @throws AwsError, also for an object of more than `maxBytes`
     */
    async read(key, maxBytes) {
        const { GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        try {
            const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key }));
            if (Body === undefined || ContentLength === undefined) {
                throw new aws_error/* AwsError */.Gy((0,aws_error/* incomplete */.$x)('s3:GetObject', 'the object or its length'));
            }
            if (ContentLength <= maxBytes)
                return await Body.transformToString();
            if ('destroy' in Body)
                Body.destroy();
            throw tooLarge({ bucket: this.name, key }, ContentLength, maxBytes);
        }
        catch (error) {
            if ((0,aws_error/* factsOf */.xS)(error, '').code === 'NoSuchKey')
                return undefined;
            throw notDone(error, 's3:GetObject', { bucket: this.name, key });
        }
    }
    /**
     * The first bytes of a text, however long it is.
     * @returns undefined when there is no such object
     * @throws AwsError
     */
    async readHead(key, bytes) {
        const { GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        const range = { Range: `bytes=0-${bytes - 1}` };
        try {
            const { Body } = await client.send(new GetObjectCommand({ Bucket: this.name, Key: key, ...range }));
            return await Body?.transformToString();
        }
        catch (error) {
            if ((0,aws_error/* factsOf */.xS)(error, '').code === 'NoSuchKey')
                return undefined;
            throw notDone(error, 's3:GetObject', { bucket: this.name, key });
        }
    }
    /**
     * Puts a JSON text in place of whatever was there, encrypted as the bucket has it.
     * @throws AwsError
     */
    async write(key, body) {
        const { PutObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const client = await this.client();
        const object = { Key: key, Body: body, ContentType: 'application/json' };
        try {
            await client.send(new PutObjectCommand({ Bucket: this.name, ...object }));
        }
        catch (error) {
            throw notDone(error, 's3:PutObject', { bucket: this.name, key });
        }
    }
    async client() {
        // Ahead of the call, so that a role that can't be assumed is told apart from a call that is denied.
        await this.session.credentials?.();
        this.connected ??= this.connect();
        return this.connected;
    }
    async connect() {
        const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(711)]).then(__webpack_require__.t.bind(__webpack_require__, 3711, 19));
        const settings = await (0,client/* clientSettings */.r)('S3', this.session, this.runtime);
        // A state bucket may be in another region than the stack.
        return new S3Client({ ...settings, followRegionRedirects: true });
    }
}


/***/ }),

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

/***/ 9485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ readBackend)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);


const DEFAULT_WORKSPACE = 'default';
/**
 * The S3 backend of a root module, as `terraform init` left it in the module's data directory.
 * @returns undefined before `init`, without a backend and with one of another type
 */
async function readBackend(directory, { env, readFile }) {
    const data = (name) => readFile((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(directory, env['TF_DATA_DIR'] || '.terraform', name)).catch(absent);
    const config = s3Config((await data('terraform.tfstate')) ?? '');
    if (config === undefined)
        return undefined;
    const { bucket, key, region, workspace_key_prefix: prefix, use_lockfile: hasLockFile } = config;
    if (typeof bucket !== 'string' || typeof key !== 'string')
        return undefined;
    // https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals
    const workspace = env['TF_WORKSPACE'] || (await data('environment'))?.trim() || DEFAULT_WORKSPACE;
    return {
        bucket,
        key: workspace === DEFAULT_WORKSPACE ? key : `${text(prefix) ?? 'env:'}/${workspace}/${key}`,
        region: text(region),
        workspace,
        hasLockFile: hasLockFile === true,
    };
}
/** `.terraform/terraform.tfstate` has the form of an old state, with the backend's settings in place of resources. */
function s3Config(body) {
    const file = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseJson */ .qF)(body);
    const backend = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(file) ? file['backend'] : undefined;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(backend) || backend['type'] !== 's3')
        return undefined;
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(backend['config']) ? backend['config'] : undefined;
}
function text(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function absent(error) {
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(error) && error['code'] === 'ENOENT')
        return undefined;
    throw error;
}


/***/ }),

/***/ 1753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ readSerial)
/* harmony export */ });
/* harmony import */ var _bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7295);

/** The serial stands before the first resource, and with it before the first secret. */
const HEAD_BYTES = 1024;
/**
 * Reads which version of a state there is; the number grows with every change.
 *
 * @returns undefined when there is no state, or it does not begin as Terraform's does
 * @throws AwsError
 */
async function readSerial(state, session, runtime) {
    const head = await new _bucket__WEBPACK_IMPORTED_MODULE_0__/* .Bucket */ .f(state.bucket, session, runtime).readHead(state.key, HEAD_BYTES);
    const serial = /"serial":\s*(\d+)/.exec(head ?? '')?.[1];
    return serial === undefined ? undefined : Number(serial);
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


/***/ }),

/***/ 5153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  s: () => (/* binding */ InvalidConfiguration),
  B: () => (/* binding */ Stack)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(8474);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/aws/credential-server.ts




/**
 * Serves a session's credentials to the programs that this process starts and that know the token,
 * as a container's credentials endpoint does: they ask again before what they have runs out, however long they run.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 *
 * Who it is not meant for gets the same empty answer, whatever is wrong with the request.
 *
 * @returns undefined for ambient credentials: what the step was given in its environment,
 * a program started with that environment finds and renews by itself
 */
async function serveCredentials(session, runtime) {
    const credentials = session.freshCredentials ?? session.credentials;
    if (credentials === undefined)
        return undefined;
    const path = `/${(0,external_node_crypto_.randomBytes)(16).toString('base64url')}`;
    const token = (0,external_node_crypto_.randomBytes)(32).toString('base64url');
    for (const secret of [path, token])
        runtime.mask(secret);
    const server = (0,external_node_http_.createServer)();
    server.listen(0, '127.0.0.1');
    await (0,external_node_events_.once)(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('A server on 127.0.0.1 got no port');
    const host = `127.0.0.1:${address.port}`;
    server.on('request', (request, response) => {
        if (isMeant(request, { host, path, token }))
            void answer(response, credentials);
        else
            response.writeHead(403, { connection: 'close' }).end();
    });
    // Whoever forgets to close it should not keep the process from ending.
    server.unref();
    return {
        uri: `http://${host}${path}`,
        token,
        close: async () => {
            const closed = new Promise((resolve) => server.close(resolve));
            server.closeAllConnections();
            await closed;
        },
    };
}
function isMeant({ method, url, headers }, { host, path, token }) {
    const isRightToken = isSame(headers.authorization ?? '', token);
    return isSame(url ?? '', path) && isRightToken && method === 'GET' && headers.host === host;
}
/** In the same time wherever the two differ, and of whatever length. */
function isSame(given, secret) {
    const digest = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest();
    return (0,external_node_crypto_.timingSafeEqual)(digest(given), digest(secret));
}
async function answer(response, credentials) {
    const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
    try {
        const { accessKeyId, secretAccessKey, sessionToken, expiration } = await credentials();
        const body = {
            AccessKeyId: accessKeyId,
            SecretAccessKey: secretAccessKey,
            Token: sessionToken,
            Expiration: expiration.toISOString(),
        };
        response.writeHead(200, headers).end(JSON.stringify(body));
    }
    catch (error) {
        response.writeHead(503, headers).end(JSON.stringify(failure(error)));
    }
}
/** The form in which the SDKs read a failure and show it. */
function failure(error) {
    if (!(error instanceof Error))
        return { code: 'CredentialsUnavailable', message: (0,sanitize/* toPrintableLine */.Ld)(String(error)) };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    return { code: (0,sanitize/* toPrintableLine */.Ld)(code), message: (0,sanitize/* toPrintableLine */.Ld)(error.message) };
}

// EXTERNAL MODULE: ./src/aws/state-backend.ts
var state_backend = __webpack_require__(9485);
// EXTERNAL MODULE: ./src/terraform/cli.ts + 2 modules
var cli = __webpack_require__(3958);
// EXTERNAL MODULE: ./src/plan/counts.ts
var counts = __webpack_require__(2407);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(1177);
// EXTERNAL MODULE: ./src/review/plan-content.ts
var plan_content = __webpack_require__(8969);
// EXTERNAL MODULE: ./src/plan/json.ts
var json = __webpack_require__(2877);
;// CONCATENATED MODULE: ./src/review/fingerprint.ts



/**
 * SHA-256 over what an apply of the plan would do, values of sensitive attributes included.
 * It must not be published: whoever has it can try out values for a secret that few values are possible for
 * ({@link seal} makes it fit to be shown).
 */
function fingerprint(plan, identity) {
    const { terraformVersion, stack, workspace } = identity;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    hash.update((0,json/* canonicalJson */.dj)({ version: 1, terraformVersion, stack, workspace, errored: plan.errored }));
    const lines = (0,plan_content/* planContent */.nE)(plan).map(({ content }) => content);
    const others = [...plan.deferred, ...plan.actionInvocations].map(json/* canonicalJson */.dj);
    // Terraform walks its graph in parallel, so the order of the list says nothing.
    for (const line of [...lines.sort(), '', ...others.sort()])
        hash.update(`\n\n${line}`);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./src/terraform/error.ts
var terraform_error = __webpack_require__(4790);
// EXTERNAL MODULE: ./src/review/destroy-guard.ts + 1 modules
var destroy_guard = __webpack_require__(4418);
// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(8911);
;// CONCATENATED MODULE: ./src/commands/stack/release-lock.ts

/** The runner ends a cancelled step soon, and why it ended is still to be told. */
const PATIENCE_MS = 2_500;
/** Takes away the lock of a plan that had to be killed. Only this very run could have given it back. */
async function releasePlanLock(stack, startedMs, runtime) {
    await Promise.race([release(stack, startedMs, runtime), runtime.clock.sleep(PATIENCE_MS)]);
}
async function release(stack, startedMs, runtime) {
    const { session, inputs, terraform } = stack;
    const kept = await (0,state_status/* readRemoteState */.ch)(inputs.directory, runtime, session && (() => Promise.resolve(session)));
    const lock = 'reason' in kept ? undefined : kept.lock;
    if (lock === undefined || lock === 'none')
        return;
    const isSince = lock.created !== undefined && lock.created.getTime() >= startedMs;
    if (lock.operation !== 'OperationTypePlan' || !isSince || !(0,state_status/* isOfThisMachine */.TH)(lock))
        return;
    await terraform.forceUnlock(lock.id).then(() => {
        runtime.log.info(`This run's lock (${lock.id}) had been left behind and was removed.`);
    }, () => undefined);
}

// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(3326);
;// CONCATENATED MODULE: ./src/commands/stack/secrets.ts

/** A shorter value would be masked in words that have nothing to do with it. */
const SHORTEST_MASKED = 8;
/** The values that nobody may see; more of them become known as Terraform goes on. */
class Secrets {
    log;
    known = new Set();
    redacting = (0,redact/* redactor */.$p)([]);
    constructor(log) {
        this.log = log;
    }
    /** The same text without them. */
    redact = (text) => this.redacting(text);
    learn = (values) => {
        const fresh = [...new Set(values)].filter((value) => !this.known.has(value));
        if (fresh.length === 0)
            return;
        for (const value of fresh) {
            this.known.add(value);
            if (value.length >= SHORTEST_MASKED)
                this.log.mask(value);
        }
        this.redacting = (0,redact/* redactor */.$p)(this.values);
    };
    get values() {
        return [...this.known];
    }
}

// EXTERNAL MODULE: ./src/commands/aws-session.ts + 5 modules
var aws_session = __webpack_require__(8538);
// EXTERNAL MODULE: ./src/commands/stack/terraform.ts + 9 modules
var stack_terraform = __webpack_require__(6018);
;// CONCATENATED MODULE: ./src/commands/stack/stack.ts













/** A configuration in which `terraform validate` finds faults. */
class InvalidConfiguration extends Error {
    diagnostics;
    name = 'InvalidConfiguration';
    constructor(directory, diagnostics) {
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        super(`${directory} is not valid: ${errors.map(({ summary }) => summary).join('; ')}`);
        this.diagnostics = diagnostics;
    }
}
/** One Terraform root, with the credentials it runs with and the secrets that nobody may see. */
class Stack {
    inputs;
    terraform;
    parts;
    constructor(inputs, terraform, parts) {
        this.inputs = inputs;
        this.terraform = terraform;
        this.parts = parts;
    }
    static async open(inputs, runtime) {
        const { region, roleToAssume } = inputs.aws;
        const folder = await runtime.openFolder();
        const tool = await (0,stack_terraform/* terraformFor */.K)(inputs, folder, runtime);
        runtime.log.info(`Terraform ${tool.version} (from ${tool.source})`);
        // A root that has nothing in AWS needs no session there.
        const wantsAws = region !== undefined || roleToAssume !== undefined;
        const session = wantsAws ? await (0,aws_session.openSession)(inputs.aws, region, runtime) : undefined;
        const server = session && (await serveCredentials(session, runtime.log));
        const secrets = new Secrets(runtime.log);
        const terraform = new cli/* Terraform */.v(inputs.directory, {
            program: tool.program,
            version: tool.version,
            env: {
                ...(0,environment/* terraformEnvironment */.M)(runtime.env, server ?? 'of the step'),
                ...(region && { AWS_REGION: region }),
                ...tool.env,
            },
            folder,
            onEvent: ({ message }) => {
                if (message !== '')
                    runtime.log.info(message);
            },
            redact: secrets.redact,
            learn: secrets.learn,
            interruption: runtime.interruption,
        });
        return new Stack(inputs, terraform, { version: tool.version, folder, secrets, session, server, runtime });
    }
    get terraformVersion() {
        return this.parts.version;
    }
    get session() {
        return this.parts.session;
    }
    /** init and workspace. @throws TerraformFailed, TerraformCancelled */
    async prepare() {
        const { terraform, inputs } = this;
        await this.grouped('terraform init', () => terraform.init({ backendConfig: inputs.backendConfig }));
        if (inputs.workspace !== undefined) {
            await terraform.selectWorkspace(inputs.workspace, { missing: 'create' });
        }
    }
    /**
     * Plans and reads the plan. Whether the configuration is valid, `plan` finds out by itself; `validate` is asked only
     * when it failed, to distinguish an invalid configuration from a failure outside of it.
     *
     * @throws InvalidConfiguration, TerraformFailed, TerraformCancelled
     */
    async plan() {
        const { inputs, parts } = this;
        const startedMs = parts.runtime.clock.now();
        const planFile = (0,external_node_path_.join)(parts.folder, 'plan.bin');
        const { plan, diagnostics } = await this.grouped('terraform plan', () => this.planned(planFile).catch((error) => this.explain(error, startedMs)));
        const { stack, statefulTypes: extraTypes, allowDestroy: allow } = inputs;
        const workspace = inputs.workspace ?? 'default';
        return {
            plan,
            planFile,
            counts: (0,counts/* countsOf */.m)(plan),
            dangers: (0,destroy_guard/* findDestructiveChanges */.$Y)(plan, { extraTypes, allow }),
            fingerprint: fingerprint(plan, { terraformVersion: this.terraformVersion, stack, workspace }),
            diagnostics,
            seconds: (parts.runtime.clock.now() - startedMs) / 1000,
        };
    }
    planned(planFile) {
        const { varFiles, variables, targets, replace, parallelism, lockTimeout } = this.inputs;
        const options = { varFiles, variables, targets, replace, parallelism, lockTimeout };
        return this.terraform.plan(planFile, options);
    }
    async explain(error, startedMs) {
        // One that did not stop when it was asked to has had no time to give its lock back.
        if (error instanceof terraform_error/* TerraformFailed */.s && error.facts.interrupted && error.facts.exit.signal !== undefined)
            await releasePlanLock(this, startedMs, this.parts.runtime);
        if (!(error instanceof terraform_error/* TerraformFailed */.s) || error.lock !== undefined || error.facts.interrupted)
            throw error;
        const faults = await this.terraform.validate().catch(() => []);
        if (faults.some(({ severity }) => severity === 'error'))
            throw new InvalidConfiguration(this.inputs.directory, faults);
        throw error;
    }
    /** Where the state is, once `init` has been run; undefined unless it is in S3. */
    backend() {
        const { env, readFile } = this.parts.runtime;
        return (0,state_backend/* readBackend */.h)(this.inputs.directory, { env, readFile });
    }
    get secrets() {
        return this.parts.secrets;
    }
    async close() {
        await this.parts.server?.close();
    }
    async grouped(title, work) {
        const { log } = this.parts.runtime;
        log.group(title);
        try {
            return await work();
        }
        finally {
            log.endGroup();
        }
    }
}


/***/ }),

/***/ 8911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $r: () => (/* binding */ describeRemoteLock),
  Jw: () => (/* binding */ describeState),
  TH: () => (/* binding */ isOfThisMachine),
  sk: () => (/* binding */ nextStep),
  ch: () => (/* binding */ readRemoteState)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: ./src/aws/session.ts
var session = __webpack_require__(9401);
// EXTERNAL MODULE: ./src/aws/state-backend.ts
var state_backend = __webpack_require__(9485);
// EXTERNAL MODULE: ./src/aws/state-serial.ts
var state_serial = __webpack_require__(1753);
// EXTERNAL MODULE: ./src/aws/bucket.ts + 1 modules
var bucket = __webpack_require__(7295);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/aws/state-lock.ts



const SUFFIX = '.tflock';
const MOST_BYTES = 64 * 1024;
/**
 * Reads the lock that Terraform's S3 backend keeps beside a state (`use_lockfile`).
 * Taking it away is Terraform's own business (`terraform force-unlock`).
 *
 * @returns undefined when nobody holds it
 * @throws AwsError
 */
async function readLock(state, session, runtime) {
    const body = await new bucket/* Bucket */.f(state.bucket, session, runtime).read(`${state.key}${SUFFIX}`, MOST_BYTES);
    if (body === undefined)
        return undefined;
    // Whatever is in it, the object itself is the lock.
    const parsed = (0,json/* parseJson */.qF)(body);
    const lock = (0,json/* isRecord */.u4)(parsed) ? parsed : {};
    const line = (name) => {
        const value = lock[name];
        return typeof value === 'string' ? (0,sanitize/* toPrintableLine */.Ld)(value) : '';
    };
    const created = new Date(line('Created'));
    return {
        id: line('ID'),
        operation: line('Operation'),
        info: line('Info'),
        who: line('Who'),
        version: line('Version'),
        created: Number.isNaN(created.getTime()) ? undefined : created,
        path: line('Path'),
    };
}

// EXTERNAL MODULE: ./src/terraform/error.ts
var error = __webpack_require__(4790);
;// CONCATENATED MODULE: ./src/commands/stack/state-status.ts






const NOT_IN_S3 = 'the state is not in S3, so only terraform state pull tells';
/** Asks S3 itself, which takes a fraction of the time that Terraform takes for it, and none of the state's secrets. */
async function readRemoteState(directory, runtime, sessionFor = (region) => ambient(region, runtime)) {
    try {
        const backend = await (0,state_backend/* readBackend */.h)(directory, runtime);
        if (backend === undefined)
            return { reason: NOT_IN_S3 };
        const region = backend.region ?? runtime.env['AWS_REGION'] ?? 'us-east-1';
        const session = { ...(await sessionFor(region)), region };
        const aws = awsWorld(runtime);
        const lock = backend.hasLockFile ? ((await readLock(backend, session, aws)) ?? 'none') : undefined;
        return { serial: await (0,state_serial/* readSerial */.$)(backend, session, aws), lock };
    }
    catch (error) {
        return { reason: error instanceof Error ? error.message : String(error) };
    }
}
const awsWorld = ({ env, log, proxyUrl }) => ({ env, mask: log.mask, proxyUrl });
const ambient = (region, runtime) => (0,session/* ambientSession */.P)({ region, allowedAccountIds: [] }, awsWorld(runtime));
/** What became of the state. */
function describeState({ fate, kept, unsavedState }) {
    const serial = 'reason' in kept ? undefined : kept.serial;
    const unknown = 'reason' in kept ? `the serial could not be read: ${end(kept.reason)}` : 'there is none.';
    switch (fate) {
        case 'saved':
            return serial === undefined
                ? `Terraform has saved the state; ${unknown}`
                : `The state is saved, with serial ${serial}.`;
        case 'untouched':
            return serial === undefined
                ? 'The state was not touched.'
                : `The state was not touched and has serial ${serial}.`;
        case 'unsaved': {
            const older = serial === undefined ? '' : ` What the backend has, serial ${serial}, is older.`;
            return unsavedState === undefined
                ? `The state could not be saved, not even in a file: what is done below may have to be imported.${older}`
                : `The state could not be saved in the backend. It is in ${unsavedState}: keep that file, and beside the configuration terraform state push errored.tfstate before anything else is applied.${older}`;
        }
        case 'unheard': {
            const has = serial === undefined ? `Of what the backend has, ${unknown}` : `The backend has serial ${serial}.`;
            return `Terraform was killed before it said that the state is saved. ${has} What was done last may be missing there: compare terraform state list with what is done below, and import what it lacks.`;
        }
    }
}
const end = (sentence) => (sentence.endsWith('.') ? sentence : `${sentence}.`);
/** Who has the state locked, if that is known. @param isOwn whether a lock is one that this run took */
function describeRemoteLock(kept, isOwn) {
    if ('reason' in kept)
        return kept.reason === NOT_IN_S3 ? '' : UNKNOWN_LOCK;
    const { lock } = kept;
    if (lock === undefined)
        return '';
    if (lock === 'none')
        return 'The state is not locked.';
    const created = lock.created?.toISOString() ?? '';
    return (0,error/* lockAdvice */.q)({ ...lock, created, kind: isOwn(lock) ? 'left' : 'held' });
}
const UNKNOWN_LOCK = 'Whether the state is locked could not be read either; the next run says so.';
/** What to do next. */
function nextStep(fate, outcome) {
    const first = fate === 'unsaved' || fate === 'unheard' ? 'After that, ' : '';
    const again = 'run the job again: what is done stays done, the plan will hold the rest.';
    const step = outcome === 'failed' ? `fix the cause and ${again}` : again;
    return first === '' ? step.charAt(0).toUpperCase() + step.slice(1) : first + step;
}
/** A lock is held by `user@host`; a Terraform that is dead was on this one. */
const isOfThisMachine = ({ who }) => who.endsWith(`@${(0,external_node_os_.hostname)()}`);


/***/ }),

/***/ 6018:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  K: () => (/* binding */ terraformFor)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:stream/promises"
var promises_ = __webpack_require__(6466);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/terraform/install/download.ts




/** A file that could not be had. */
class DownloadFailed extends Error {
    facts;
    name = 'DownloadFailed';
    constructor(facts, options) {
        super(`GET ${facts.url}: ${facts.reason}`, options);
        this.facts = facts;
    }
}
const TRIES = 5;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 15_000;
/** A file into memory. */
async function downloadBytes(url, mostBytes, runtime) {
    return retry(runtime, async () => {
        const chunks = [];
        let bytes = 0;
        for await (const chunk of whole(url, await answered(url, runtime))) {
            bytes += chunk.length;
            if (bytes > mostBytes)
                throw failed(url, `it is longer than ${mostBytes} bytes; is this the right server?`);
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    });
}
/** A file onto the disk. @returns its SHA-256 in hexadecimal */
async function downloadFile(url, path, runtime) {
    return retry(runtime, async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const answer = await answered(url, runtime);
        await (0,promises_.pipeline)(whole(url, answer), async function* (chunks) {
            for await (const chunk of chunks) {
                hash.update(chunk);
                yield chunk;
            }
        }, (0,external_node_fs_.createWriteStream)(path));
        return hash.digest('hex');
    });
}
async function answered(url, runtime) {
    const answer = await runtime.fetch(url).catch((error) => {
        throw broken(url, error);
    });
    if (answer.status === 200)
        return answer;
    // The rest of it is of no use, and an open answer would keep the process alive.
    await answer.body[Symbol.asyncIterator]().return?.();
    const transient = answer.status >= 500 || answer.status === 429 || answer.status === 408;
    throw new DownloadFailed({
        url,
        reason: `the server answered ${answer.status}`,
        status: answer.status,
        transient,
    });
}
/** The bytes of an answer; an end before the announced one is a fault of the connection. */
async function* whole(url, { body, lengthBytes }) {
    let bytes = 0;
    try {
        for await (const chunk of body) {
            bytes += chunk.length;
            yield chunk;
        }
    }
    catch (error) {
        throw broken(url, error);
    }
    if (lengthBytes !== undefined && bytes !== lengthBytes) {
        throw new DownloadFailed({
            url,
            reason: `it ended after ${bytes} of ${lengthBytes} bytes`,
            transient: true,
        });
    }
}
const failed = (url, reason) => new DownloadFailed({ url, reason, transient: false });
function broken(url, error) {
    const fields = (0,json/* isRecord */.u4)(error) ? error : {};
    const reason = (0,json/* textAt */.$6)(fields, 'code') ?? ((0,json/* textAt */.$6)(fields, 'message') || String(error));
    return new DownloadFailed({ url, reason, transient: true }, { cause: error });
}
async function retry({ sleep, random }, attempt) {
    for (let tries = 1;; tries++) {
        try {
            return await attempt();
        }
        catch (error) {
            if (!(error instanceof DownloadFailed) || !error.facts.transient)
                throw error;
            if (tries === TRIES) {
                const reason = `${error.facts.reason} (${tries} tries)`;
                throw new DownloadFailed({ ...error.facts, reason }, { cause: error });
            }
            await sleep(random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)));
        }
    }
}
const IDLE_MS = 30_000;
/** GET through the proxies that the environment names; redirects never lead from HTTPS to HTTP. */
async function fetchByHttpClient(url) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(779)]).then(__webpack_require__.bind(__webpack_require__, 2779));
    const client = new HttpClient('langfuse-deploy', [], { socketTimeout: IDLE_MS, allowRetries: false });
    const { message } = await client.get(url);
    const length = Number(message.headers['content-length']);
    return {
        status: message.statusCode ?? 0,
        lengthBytes: Number.isSafeInteger(length) && message.headers['content-length'] ? length : undefined,
        body: message,
    };
}

// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(1177);
;// CONCATENATED MODULE: ./src/terraform/install/hashicorp-key.ts
/**
 * The key with which HashiCorp signs its releases, as published at https://www.hashicorp.com/.well-known/pgp-key.txt;
 * taken from github.com/hashicorp/hc-install, internal/pubkey. It is the key of 2021 and the same of 2026 in one: HashiCorp
 * prolonged it in February 2026 and dropped its older self-signatures, without which nothing signed before can be checked.
 * Of its subkeys, only the one is kept that signs releases (374EC75B485913604A831CC7C820C6D5CD27AB87).
 * This copy is good for what is signed until 2030-03-01.
 */
const HASHICORP_KEY = {
    fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
    armored: `-----BEGIN PGP PUBLIC KEY BLOCK-----

xsFNBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dvi
VxOXPG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8
Vu1CICplZm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJ
CpHO5nQ5Cy9hQIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCU
txk+pxvU0UHXp+AB0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmN
law9Z897ltZmRLGq1p4aRnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106i
WuKBTibffYQzq5TG8FYVJKrhRwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5R
YYCTRHgA5OOrqZhC7JefudrP8n+MpxkDgNORDu7GCfAuisrf7dXYjLsxG4tu
22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKWmypNumuQpP5lc1ZFG64TRzb1HR6o
IdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb4ZmKHX1JEwM/7tu21QE4F1dz
0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3iQutxbZrwIlTBt+fGLtm
3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQABzURIYXNoaUNvcnAg
U2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxzZWN1cml0eUBo
YXNoaWNvcnAuY29tPsLBlAQTAQoAPhYhBMh0AR8KtAURDQIQVTQ2XZRy10aP
BQJgffsZAhsDBQkJZgGABQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJEDQ2
XZRy10aPtpcP/0PhJKiHtC1zREpRTrjGizoyk4Sl2SXpBZYhkdrG++abo6zs
buaAG7kgWWChVXBo5E20L7dbstFK7OjVs7vAg/OLgO9dPD8n2M19rpqSbbvK
YWvp0NSgvFTT7lbyDhtPj0/bzpkZEhmvQaDWGBsbDdb2dBHGitCXhGMpdP0B
uuPWEix+QnUMaPwU51q9GM2guL45Tgks9EKNnpDR6ZdCeWcqo1IDmklloidx
T8aKL21UOb8tcD+Bg8iPaAr73bW7Jh8TdcV6s6DBFub+xPJEB/0bVPmq3ZHs
5B4NItroZ3r+h3keVDoSOSIZLl6JtVooOJ2la9ZuMqxchO3mrXLlXxVCo6cG
cSuOmOdQSz4OhQE5zBxxLuzA5ASIjASSeNZaRnffLIHmht17BPslgNPtm6uf
yOk02P5XXwa69UCjA3RYrA2PQNNC+OWZ8qQLnzGldqE4MnRNAxRxV6cFNzv1
4ooKf7+k686LdZrP/3fQu2p3k5rY0xQUXKh1uwMUMtGR867ZBYaxYvwqDrg9
XB7xi3N6aNyNQ+r7zI2lt65lzwG1v9hgFG2AHrDlBkQi/t3wiTS3JOo/GCT8
BjN0nJh0lGaRFtQv2cXOQGVRW8+V/9IpqEJ1qQreftdBFWxvH7VJq2mSOXUJ
yRsoUrjkUuIivaA9Ocdipk2CkP8bpuGz7ZF4wsGUBBMBCgA+AhsDBQsJCAcC
BhUKCQgLAgQWAgMBAh4BAheAFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmW
R9AFCRCs7LcACgkQNDZdlHLXRo/DqA//cZQQxRrqYJG65I5P1SfOI8i9dh3r
eZw3oDonCbCPwloHaq44KKO8mTDnpRtkrfHUVkht7SEDpVQDA1I2ZIjFUmSK
WDAhhgU7S2cvv1eEh4/uNgXJ1ctnitOLUUOXyWW0C6NM0BF1jxQaDiEaVwz0
6sR5cQUta6Ak2IKEvXkVWjFmohKN525oSrLEZ8mfJXDLzPell+A4N4WvvGzY
2RQgxJ+5GDbhVwvhpbwWu3eNbw/jnLej/l+yLoDDa1nTAP01KCRVzxUPU1FX
15Jn3kG/4DB/0hdr4Kfk4KNzwlz5cX6ct8Gg+zA47sTx0uK4FTDr8bNIsxtW
zyp/wE1cH3Z057VVxxVOqMLErawSlVoeHt75yjx3yUMYEhYwaHs1LpeUY5Gk
Vv9PqDGOM5hRXdIp3hAN5tRQbyQyRvmO4uWM6ir5g4++A0sNktm14WmYf7MH
0Ok5jVi0dkH84P4O3MsxpKXpU8XYufSPlpAbA0O3uyF7IB6xdu7SqfYfkXGi
NJ++FPSRQMpnSaCDnLc5+WDj0yIA6GMsZjQmhwWkF4wgvDbt9vB+kgE/uyJB
YVMUnU76XY1CJYDALbHl9fYRqTIIEmauQ9XaGvicSiA2qD39EOyQhSpylw45
3/QGe2JczJQIIfYCgK3lpxpNDRZToICixk+iM5iG0YaA6B5BJ1+WkxLOwU0E
YIBcJgEQANbpE2tlUY1e8dUGpKI5ZrGXVc6ISiIc+3nQCKO3bnJdsb7SQcgV
KhH7WDouHbQlMIKGB9CQYaPNC8S4bUdPDTtiGy8tzSmSM0x+7qAmoWjH+iBz
nebPr07Fdq7NRD9NnbsYNWlQG74SEMq3Wzc60DoGPP9yyin9SbuBPT6K8fK8
n+MZ2c8Rm/y025IT9Sj6Gf9D2GDxJu95nOjcL5TgpxpsIRIQWXwarppGL28B
9rrmjEPmMpojPtzL6nBvSWLOqVbsf21CWvd0F90hx3OBHnmFMULn9etzAnr+
cdUf/EayQRqyd8JBfxFgoy7LRQAMnLvZORlthoLH5dchxUHwZM6YlWgCGtNJ
JUsBmyl8KePCdLGKwOfdnOxiurdxXqxTxv5CUhftUCO6sT7lxmJWVrGAKPKE
qqUaCaiedF5Y4FpwKAv9S+7AyYynlNMuaItctPu7F4aiMTKgKTiwyuqtTWN6
8fIaUMkf1Nq7HXkYgsPCdgV8C88X1YKJ3hRng67CNxrF/KzcvE2JkiVSxc0r
BLeaGIxEvhNGxuziThAT4sgw6xq4i9y+bz9+vJ29D+RTAiFVMfzRcY4f3T1t
i0m9jd+50rtKEjCbtkVN24ElQbjvcT8WfdWSFOYFfr4+M4LnQdH8fJvBpELN
8Ou4x7dMBwT+1I/kJQ5v0Lv4/6E/NBwPABEBAAHCw7IEGAEKACYWIQTIdAEf
CrQFEQ0CEFU0Nl2UctdGjwUCYIBcJgIbAgUJCWYBgAJACRA0Nl2UctdGj8F0
IAQZAQoAHRYhBDdOx1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXN
J6uHRfAP/2CGdSyg0K7U66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK
/zvMUHO4LJAlYvdtZ6xDa4XHl9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX
/GEoZL0R5esvwPAXopMaRHCfXJeI/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE
6/hog8DCf4hoT40dW20gGe58xcvJ+mRYlC0lr16WH08wuUcee6+dgu+4Cg6S
G6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNnnXDhzStgOd5gOeIL+xBPXHd0
/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinul9COwfGEmlAXTGMY30Lf
3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8lAv6Lsop7sun1Qys
bo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9dpjuZS29CflXX
IRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX8CI9MAnq
zm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXKy/XW
CVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GjiMP/2xno9nP+sR5O+2Hzy3nSo9w
FrhtvblfQHkU7dN4rYsvdUou4SnmWB1wdWietx2pkWhs3UKAYm5rxNZKmsiS
H7wBNn8VdBOLTU3MuEddPUhDNKkVpnDSBvZ/mu5fC9M+l9fNCuzaiZj7uzt+
QLAY96y+lJc8qf2/y6FTAPs0Zb8Ob6NQz5C0L8WrNfv79D464Q+MKVSHVyqi
kJkS8AjceOdq8ati5ToOBB2PIZP9QNu7BsJeofEeiNVWQhIbMJMamYFxBhCq
FwVF50nImW7o9JeUDv7wCOHnaiIwnd7PjFKywWBRADI4HXrjfa2bh6ukaYLJ
qSShGYxSfenDH5AimnFGWwfOeFwJApHe1xuVSofe+rmLj9kCKG6wwJrRitKG
3F91JvXegpf6kWtple/HJmUJrmqhBAFXWyjCY8vU3aPd1H1NWl1PIIVBK/gp
6ITGajC0siN4KmlEEQp55gcmeV+TIpc+HFNVU7of51TidW7QBJBnTsqJCNsj
7NOk8oUs+nf/Sw9EkznuvX5pNLvWJHudk1nV/wtlXY68YTp8lW2AnUng27TY
rni64iFTe2DX7te34irBFz2ttWukcf+EUJgE9bYPZ3EH6TalCWDk0j5OmxeP
lm6fyRHDlG1Vv50u6If/GbECsh57wmpkXmriHgjfc9IYN1K8Zef1QxjkiyOm
wsOyBBgBCgAmAhsCFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCq
i+QCQMF0IAQZAQoAHRYhBDdOx1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJ
EMggxtXNJ6uHRfAP/2CGdSyg0K7U66Vygl0dugxrMm8O3/Oe211BKdQsFUSW
AznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XHl9FYQ8MR9ZV0OuOlAZvU4IJDLPVC
U09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI/gEaB94UhAeYlwpcRn0eSuk1
vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRYlC0lr16WH08wuUcee6+d
gu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNnnXDhzStgOd5gOeIL
+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinul9COwfGEmlAX
TGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8lAv6Lsop
7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9dpjuZ
S29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8q
yeXKy/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIw
ngC/ZN96pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4j
OGhEGTg88VyuPVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6Fr
ntS7bAEhccGqH894T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgW
pRc3i0DS7CheGwl+Bwu7+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO
0HJu/dcte4oXrQIqrZrpOwe8WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+
rhgnTGdZzk1f/Yhhimh+2B0ReaFvk3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25
Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0mK1NucAp8TQBwKqKzNpCk5IdrBSW
RUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gdwYPlE6fj+F2TZzdhx62DPnzB
zBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmWNQfE+6GgeshlrhXWsh6+
PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8lxfI/JuukSgt9o/n3
GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7JPEGtb/FkreKN
xsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1GCHx/5nG
BdDwoxEsXqpI3IUqPb6FDg==
=cTWI
-----END PGP PUBLIC KEY BLOCK-----
`,
};

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/terraform/json-output.ts
var json_output = __webpack_require__(2564);
;// CONCATENATED MODULE: ./src/terraform/install/signature.ts
/** A file that is not what HashiCorp signed, or whose signature nobody can vouch for. */
class BadSignature extends Error {
    name = 'BadSignature';
}
/**
 * Checks a file against its signature. A signature stays good when its key expires later,
 * and is none when the key had expired before it was made.
 *
 * @throws BadSignature
 */
async function checkSignature(file, key, now) {
    const openpgp = await __webpack_require__.e(/* import() */ 74).then(__webpack_require__.bind(__webpack_require__, 3074));
    const publicKey = await openpgp.readKey({ armoredKey: key.armored });
    const fingerprint = publicKey.getFingerprint().toUpperCase();
    if (fingerprint !== key.fingerprint) {
        throw new BadSignature(`the key to check ${file.name} with is ${fingerprint}, not ${key.fingerprint}`);
    }
    try {
        const { signatures } = await openpgp.verify({
            message: await openpgp.createMessage({ binary: file.content }),
            signature: await openpgp.readSignature({ binarySignature: file.signature }),
            verificationKeys: publicKey.toPublic(),
            format: 'binary',
            date: now,
        });
        if (signatures.length === 0)
            throw new Error('there is no signature in it');
        // One that is good is enough: while keys change, files carry the signatures of both.
        await Promise.any(signatures.map(({ verified }) => verified));
    }
    catch (error) {
        throw new BadSignature(`${file.name} has no valid signature of key ${fingerprint}: ${reasonOf(error)}`, {
            cause: error,
        });
    }
}
function reasonOf(error) {
    const first = error instanceof AggregateError ? error.errors[0] : error;
    const reason = first instanceof Error ? first.message : String(first);
    return /key.*expired|expired.*key/i.test(reason)
        ? `${reason}; a newer release of this action has the key prolonged`
        : reason;
}

;// CONCATENATED MODULE: ./src/terraform/install/releases.ts




/** The server's files are not what HashiCorp released. */
class TamperedRelease extends Error {
    name = 'TamperedRelease';
}
const RELEASES_URL = 'https://releases.hashicorp.com';
const MOST_INDEX_BYTES = 128 * 1024 * 1024;
const MOST_SUMS_BYTES = 1024 * 1024;
/** Terraform's releases on HashiCorp's server, or on a mirror of it. */
class Releases {
    server;
    runtime;
    constructor(server, runtime) {
        this.server = server;
        this.runtime = runtime;
    }
    /** The versions that there are for a platform. @throws DownloadFailed, TamperedRelease */
    async list({ os, arch }) {
        const url = this.url('index.json');
        const index = (0,json/* parseObject */.lj)((await downloadBytes(url, MOST_INDEX_BYTES, this.runtime)).toString('utf8'));
        if (!(0,json/* isRecord */.u4)(index?.['versions']))
            throw new TamperedRelease(`${url} is no index of releases`);
        return Object.entries(index['versions'])
            .filter(([, release]) => (0,json/* isRecord */.u4)(release) && hasBuild(release['builds'], { os, arch }))
            .map(([version]) => version);
    }
    /**
     * Downloads a release and checks it against the checksums that HashiCorp signed.
     * @returns the path of the ZIP file
     * @throws DownloadFailed, BadSignature, TamperedRelease
     */
    async download(version, { os, arch }, folder) {
        const sumsName = `terraform_${version}_SHA256SUMS`;
        const zipName = `terraform_${version}_${os}_${arch}.zip`;
        const [content, signature] = await Promise.all([sumsName, `${sumsName}.sig`].map((name) => downloadBytes(this.url(version, name), MOST_SUMS_BYTES, this.runtime)));
        if (content === undefined || signature === undefined)
            throw new BadSignature(`${sumsName} is missing`);
        await checkSignature({ name: sumsName, content, signature }, this.server.key, this.runtime.now());
        const wanted = sumOf(content.toString('utf8'), zipName);
        if (wanted === undefined) {
            throw new TamperedRelease(`${sumsName} does not have ${zipName}: there is no Terraform ${version} for ${os}_${arch}`);
        }
        const path = (0,external_node_path_.join)(folder, zipName);
        const sum = await downloadFile(this.url(version, zipName), path, this.runtime);
        if (sum === wanted)
            return path;
        throw new TamperedRelease(`${this.url(version, zipName)} has the SHA-256 ${sum}, and HashiCorp signed ${wanted}`);
    }
    url(...parts) {
        return [this.server.baseUrl.replace(/\/+$/, ''), 'terraform', ...parts].join('/');
    }
}
function hasBuild(builds, { os, arch }) {
    return (Array.isArray(builds) &&
        builds.some((build) => (0,json/* isRecord */.u4)(build) && build['os'] === os && build['arch'] === arch));
}
/** The checksum of a file in the notation of `sha256sum`. */
function sumOf(sums, name) {
    const lines = sums.split(/\r?\n/).map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
    return lines.find((line) => line?.[2] === name)?.[1];
}
const ARCHITECTURES = { x64: 'amd64', ia32: '386' };
const SYSTEMS = { win32: 'windows' };
/** A platform of Node's in HashiCorp's words. */
function platformOf(system, architecture) {
    return { os: SYSTEMS[system] ?? system, arch: ARCHITECTURES[architecture] ?? architecture };
}

;// CONCATENATED MODULE: ./src/terraform/install/tool-cache.ts


const TOOL = 'terraform';
/**
 * @param env the process's own, where `@actions/tool-cache` also looks
 * @param folder where things go that nobody keeps
 */
function openToolCache(env, folder) {
    const isThere = Boolean(env['RUNNER_TOOL_CACHE']);
    return {
        versions: async () => (isThere ? (await load()).findAllVersions(TOOL) : []),
        find: async (version) => (isThere ? (await load()).find(TOOL, version) : ''),
        keep: async (zip, version) => {
            const { cacheDir, extractZip } = await load();
            const unpacked = await extractZip(zip, (0,external_node_path_.join)(folder, `terraform-${version}`));
            await (0,external_node_fs_promises_.chmod)((0,external_node_path_.join)(unpacked, programName(process.platform)), 0o755);
            return isThere ? cacheDir(unpacked, TOOL, version) : unpacked;
        },
    };
}
const load = () => Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(955), __webpack_require__.e(779), __webpack_require__.e(58), __webpack_require__.e(805)]).then(__webpack_require__.bind(__webpack_require__, 9805));
const programName = (system) => (system === 'win32' ? `${TOOL}.exe` : TOOL);

// EXTERNAL MODULE: ./src/terraform/install/version.ts
var install_version = __webpack_require__(5580);
;// CONCATENATED MODULE: ./src/terraform/install/install.ts









/** There is no Terraform to be had that satisfies the constraint. */
class NoTerraform extends Error {
    name = 'NoTerraform';
}
/** The variable that names a mirror of releases.hashicorp.com. */
const MIRROR_VARIABLE = 'TERRAFORM_RELEASES_URL';
const ADVICE = `Install a Terraform that satisfies it in a step before this one (hashicorp/setup-terraform), ` +
    `or name a mirror of releases.hashicorp.com in the variable ${MIRROR_VARIABLE}.`;
/**
 * The Terraform on PATH if it satisfies the constraint, else one of the tool cache, else the newest release.
 * @throws InvalidConstraint, NoTerraform
 */
async function findTerraform(request, runtime) {
    const { constraint } = request;
    const onPath = await terraformOnPath(runtime);
    if (onPath !== undefined && (0,install_version/* satisfies */.ib)(onPath.version, constraint))
        return { ...onPath, source: 'path' };
    const kept = (0,install_version/* pickVersion */.SO)(constraint, await runtime.cache.versions());
    const folder = kept === undefined ? '' : await runtime.cache.find(kept);
    const program = (0,external_node_path_.join)(folder, programName(runtime.system));
    if (kept !== undefined && folder !== '' && (0,external_node_fs_.existsSync)(program))
        return { program, version: kept, source: 'cache' };
    try {
        return await download(request, runtime);
    }
    catch (error) {
        throw explained(error, request, onPath?.version);
    }
}
async function terraformOnPath(runtime) {
    const program = await locate(runtime);
    if (program === undefined)
        return undefined;
    const { stdout } = await runtime.run(program, ['version', '-json']).catch(() => ({ stdout: '' }));
    const version = (0,json_output/* parseVersionReport */.Ui)(stdout);
    return version === undefined ? undefined : { program, version };
}
/** The wrapper that hashicorp/setup-terraform puts first would keep an interrupt to itself; the program is beside it. */
async function locate({ env, system }) {
    const suffix = system === 'win32' ? '.exe' : '';
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    for (const folder of folders) {
        for (const name of [`terraform-bin${suffix}`, `terraform${suffix}`]) {
            const program = (0,external_node_path_.join)(folder, name);
            if (await isExecutable(program))
                return program;
        }
    }
    return undefined;
}
const isExecutable = (path) => (0,external_node_fs_promises_.access)(path, external_node_fs_promises_.constants.X_OK).then(() => true, () => false);
async function download({ constraint, from }, runtime) {
    const { releases, platform, cache, folder, system } = runtime;
    const version = (0,install_version/* exactVersion */.y)(constraint) ?? (0,install_version/* pickVersion */.SO)(constraint, await releases.list(platform));
    if (version === undefined) {
        throw new NoTerraform(`no release of Terraform for ${platform.os}_${platform.arch} satisfies ${from} '${constraint}'`);
    }
    const zip = await releases.download(version, platform, folder);
    const program = (0,external_node_path_.join)(await cache.keep(zip, version), programName(system));
    await (0,external_node_fs_promises_.rm)(zip, { force: true });
    return { program, version, source: 'download' };
}
function explained(error, { constraint, from }, onPath) {
    const isOurs = [DownloadFailed, BadSignature, TamperedRelease, NoTerraform].some((one) => error instanceof one);
    if (!isOurs || !(error instanceof Error))
        return error;
    const wanted = constraint === '' ? 'No Terraform is on PATH' : `${from} asks for Terraform ${constraint}`;
    const found = onPath === undefined || constraint === '' ? '' : `, PATH has ${onPath}`;
    return new NoTerraform(`${wanted}${found}, and it could not be downloaded: ${error.message}. ${ADVICE}`, {
        cause: error,
    });
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./src/terraform/install/plugin-cache.ts



/**
 * Gives Terraform a folder in which providers stay from one `init` to the next, unless the user gave it one
 * (https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache).
 *
 * @returns what to add to the environment
 */
async function pluginCache(env) {
    const place = env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'];
    if (!place || env['TF_PLUGIN_CACHE_DIR'] || (await isConfigured(env)))
        return {};
    const folder = (0,external_node_path_.join)(place, 'terraform-plugins');
    // Terraform refuses a folder that is not there; without one it only takes longer.
    const made = await (0,external_node_fs_promises_.mkdir)(folder, { recursive: true }).then(() => true, () => false);
    return made ? { TF_PLUGIN_CACHE_DIR: folder } : {};
}
async function isConfigured(env) {
    const own = process.platform === 'win32'
        ? (0,external_node_path_.join)(env['APPDATA'] ?? '', 'terraform.rc')
        : (0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.terraformrc');
    const path = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG'] || own;
    const text = await (0,external_node_fs_promises_.readFile)(path, 'utf8').catch(() => '');
    return /^[ \t]*plugin_cache_dir[ \t]*=/m.test(text);
}

;// CONCATENATED MODULE: ./src/terraform/install/hcl.ts
/** Comments and blanks, which mean nothing here. */
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;
/** Splits HCL into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements). */
function tokensOf(text) {
    const tokens = [];
    let at = text.startsWith('\ufeff') ? 1 : 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text);
    };
    while (at < text.length) {
        const skipped = match(SKIPPED);
        if (skipped !== null) {
            at += skipped[0].length;
            continue;
        }
        const token = tokenAt(text, at, match);
        tokens.push(token);
        at = token.end;
    }
    return tokens;
}
function tokenAt(text, at, match) {
    const [word] = match(WORD) ?? [];
    if (word !== undefined)
        return { kind: 'word', text: word, end: at + word.length };
    const heredoc = match(HEREDOC);
    if (heredoc !== null)
        return { kind: 'template', text: '', end: endOfHeredoc(text, at, heredoc) };
    const character = text[at] ?? '';
    if (character === '"')
        return stringAt(text, at);
    const kind = '{[('.includes(character) ? 'open' : '}])'.includes(character) ? 'close' : 'other';
    return { kind, text: character, end: at + 1 };
}
/** Ends with the line that holds nothing but its mark. */
function endOfHeredoc(text, at, [opening = '', , mark = '']) {
    const pattern = new RegExp(`^[^\\S\\n]*${mark}[^\\S\\n]*$`, 'gm');
    pattern.lastIndex = at + opening.length;
    const end = pattern.exec(text);
    return end === null ? text.length : end.index + end[0].length;
}
function stringAt(text, start) {
    let at = start + 1;
    let isPlain = true;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
        if (text[at] === '\\')
            at += 2;
        else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3)))
            at += 3;
        else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
            isPlain = false;
            at = endOfTemplate(text, at + 2);
        }
        else
            at += 1;
    }
    const content = text.slice(start + 1, at);
    return { kind: isPlain ? 'string' : 'template', text: isPlain ? hcl_unescape(content) : '', end: at + 1 };
}
/** Behind the brace that closes an interpolation, in which there may be strings with interpolations. */
function endOfTemplate(text, start) {
    let at = start;
    for (let depth = 1; at < text.length && depth > 0;) {
        if (text[at] === '"') {
            at = stringAt(text, at).end;
            continue;
        }
        if (text[at] === '{')
            depth += 1;
        if (text[at] === '}')
            depth -= 1;
        at += 1;
    }
    return at;
}
const hcl_unescape = (content) => content.replace(/\\(["\\])/g, '$1');

;// CONCATENATED MODULE: ./src/terraform/install/required-version.ts




/**
 * The constraint that a root's `terraform` blocks put on Terraform's version, several of them joined.
 * Only what Terraform itself reads counts; a file that it cannot read, it will complain of itself.
 *
 * @returns empty when there is none
 */
async function requiredVersion(directory) {
    const names = (await (0,external_node_fs_promises_.readdir)(directory)).filter(isConfiguration).sort();
    const files = await Promise.all(names.map(async (name) => {
        const text = await (0,external_node_fs_promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8');
        return { name, constraints: name.endsWith('.json') ? inJson(text) : inHcl(text) };
    }));
    const overriding = files.filter(({ name }) => isOverride(name)).flatMap(({ constraints }) => constraints);
    // An override takes the place of all others (https://developer.hashicorp.com/terraform/language/files/override).
    if (overriding.length > 0)
        return overriding.join(', ');
    return files.flatMap(({ constraints }) => constraints).join(', ');
}
/** Files that editors leave are not Terraform's. */
const isConfiguration = (name) => /^[^.#].*\.tf(?:\.json)?$/.test(name);
const isOverride = (name) => /(?:^|_)override\.tf(?:\.json)?$/.test(name);
function inJson(text) {
    const blocks = (0,json/* parseObject */.lj)(text)?.['terraform'];
    const list = Array.isArray(blocks) ? blocks : [blocks];
    return list
        .filter(json/* isRecord */.u4)
        .flatMap(({ required_version: constraint }) => typeof constraint === 'string' && constraint.trim() !== '' ? [constraint] : []);
}
function inHcl(text) {
    const tokens = tokensOf(text);
    const found = [];
    let depth = 0;
    let block = '';
    tokens.forEach((token, at) => {
        if (token.kind === 'open') {
            const before = tokens[at - 1];
            if (depth === 0)
                block = token.text === '{' && before?.kind === 'word' ? before.text : '';
            depth += 1;
        }
        else if (token.kind === 'close')
            depth -= 1;
        else if (depth === 1 &&
            block === 'terraform' &&
            token.kind === 'word' &&
            token.text === 'required_version') {
            const value = tokens[at + 2];
            if (tokens[at + 1]?.text === '=' && value?.kind === 'string' && value.text.trim() !== '')
                found.push(value.text);
        }
    });
    return found;
}

;// CONCATENATED MODULE: ./src/commands/stack/terraform.ts










/** The Terraform that a stack asks for, found or downloaded. */
async function terraformFor(inputs, folder, runtime) {
    const { env, clock } = runtime;
    const given = inputs.terraformVersion;
    const request = {
        constraint: given ?? (await requiredVersion(inputs.directory)),
        from: given === undefined ? 'required_version' : 'terraform-version',
    };
    const found = await findTerraform(request, {
        env,
        system: process.platform,
        platform: platformOf(process.platform, process.arch),
        cache: openToolCache(env, folder),
        releases: new Releases({ baseUrl: env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY }, {
            fetch: fetchByHttpClient,
            sleep: (ms) => clock.sleep(ms),
            random: () => clock.random(),
            now: () => new Date(),
        }),
        folder,
        // To tell its version it needs nothing, and what is on PATH may be anything.
        run: (program, args) => (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program, [...args], { env: (0,environment/* terraformEnvironment */.M)(env, 'none') }),
    });
    return { ...found, env: await pluginCache(env) };
}


/***/ }),

/***/ 2897:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ describeReason),
/* harmony export */   q: () => (/* binding */ actionOf)
/* harmony export */ });
// https://developer.hashicorp.com/terraform/internals/json-format#change-representation
const ACTIONS = new Map([
    ['no-op', { kind: 'no-op', order: undefined }],
    ['create', { kind: 'create', order: undefined }],
    ['read', { kind: 'read', order: undefined }],
    ['update', { kind: 'update', order: undefined }],
    ['delete', { kind: 'delete', order: undefined }],
    ['forget', { kind: 'forget', order: undefined }],
    ['delete,create', { kind: 'replace', order: 'delete-first' }],
    ['create,delete', { kind: 'replace', order: 'create-first' }],
    ['create,forget', { kind: 'replace', order: 'forget-old' }],
    ['forget,create', { kind: 'replace', order: 'forget-old' }],
]);
/** @returns undefined for actions that this program does not know, which must not pass as harmless */
const actionOf = (actions) => ACTIONS.get(actions.join(','));
const REASONS = new Map([
    [
        'replace_because_tainted',
        'it is tainted: an earlier apply failed halfway, or someone ran terraform taint',
    ],
    ['replace_because_cannot_update', 'the provider cannot make this change in place'],
    ['replace_by_request', 'the replacement was asked for, by -replace'],
    ['replace_by_triggers', 'something in its replace_triggered_by changes'],
    ['delete_because_no_resource_config', 'its resource block is no longer in the configuration'],
    ['delete_because_no_module', 'its module is no longer in the configuration'],
    [
        'delete_because_wrong_repetition',
        'its address no longer fits the resource, which gained or lost count or for_each',
    ],
    ['delete_because_count_index', 'its index is beyond the count of the resource'],
    ['delete_because_each_key', 'its key is no longer in for_each'],
    ['delete_because_no_move_target', 'it was moved to an address that is not in the configuration'],
    ['read_because_config_unknown', 'its configuration is known only after apply'],
    ['read_because_dependency_pending', 'it depends on something that changes'],
    ['read_because_check_nested', 'a check block reads it'],
]);
/** Terraform's `action_reason` in words; of a reason newer than this program, its own name. */
function describeReason(reason) {
    return REASONS.get(reason) ?? reason.replace(/[^a-z0-9_]/gi, '').replaceAll('_', ' ');
}


/***/ }),

/***/ 5163:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/** A path as Terraform's language writes it: `ingress[0].tags["a b"]`. */
function formatPath(path) {
    return path.map(formatStep).join('');
}
function formatStep(step, index) {
    if (typeof step === 'number')
        return `[${step}]`;
    // An element of a set has no name but its value.
    if (typeof step !== 'string')
        return '[…]';
    if (/^[a-z_][a-z0-9_-]*$/i.test(step))
        return index === 0 ? step : `.${step}`;
    return `[${JSON.stringify(step)}]`;
}


/***/ }),

/***/ 2407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ countsOf)
/* harmony export */ });
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8720);

function countsOf(plan) {
    const managed = plan.resources.filter(({ mode }) => mode === 'managed');
    const of = (kind) => managed.filter((change) => change.kind === kind).length;
    const counts = {
        create: of('create'),
        update: of('update'),
        replace: of('replace'),
        destroy: of('delete'),
        move: managed.filter(_plan__WEBPACK_IMPORTED_MODULE_0__/* .isMoved */ .yu).length,
        import: managed.filter(({ importId }) => importId !== undefined).length,
        forget: of('forget'),
        outputs: plan.outputs.filter(({ kind }) => !(0,_plan__WEBPACK_IMPORTED_MODULE_0__/* .isQuiet */ .rM)(kind)).length,
    };
    const pending = plan.deferred.length + plan.actionInvocations.length;
    return { ...counts, hasChanges: pending > 0 || Object.values(counts).some((count) => count > 0) };
}


/***/ }),

/***/ 2877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FZ: () => (/* binding */ listField),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   M8: () => (/* binding */ textField),
/* harmony export */   Vk: () => (/* binding */ sameJson),
/* harmony export */   ZZ: () => (/* binding */ field),
/* harmony export */   dj: () => (/* binding */ canonicalJson),
/* harmony export */   qF: () => (/* binding */ parseJson)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

const isList = (value) => Array.isArray(value);
/** A field of whatever it is; undefined unless it is an object with that very key. */
const field = (value, key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value) && Object.hasOwn(value, key) ? value[key] : undefined;
const textField = (value, key) => {
    const found = field(value, key);
    return typeof found === 'string' && found !== '' ? found : undefined;
};
const listField = (value, key) => {
    const found = field(value, key);
    return isList(found) ? found : [];
};
// Sixteen digits are where a double begins to lose some.
const LONG_NUMBER = /[:,[]\s*-?[\d.]{16}/;
const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]{15,}/g;
/**
 * `JSON.parse` that keeps every digit: a number that a double cannot hold becomes a string of its digits,
 * since two plans that differ only there would otherwise be taken for the same.
 */
function parseJson(text) {
    if (!LONG_NUMBER.test(text))
        return JSON.parse(text);
    const kept = text.replace(STRING_OR_NUMBER, (token) => token.startsWith('"') || String(Number(token)) === token ? token : `"${token}"`);
    return JSON.parse(kept);
}
/** The same text for the same value, whatever the order of its keys. */
function canonicalJson(value) {
    if (isList(value))
        return `[${value.map(canonicalJson).join(',')}]`;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return JSON.stringify(value ?? null);
    const keys = Object.keys(value).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}
/** Equality of JSON values, in which a missing value is null. */
function sameJson(a, b) {
    if (Object.is(a, b))
        return true;
    if (isList(a)) {
        return isList(b) && a.length === b.length && a.every((item, index) => sameJson(item, b[index]));
    }
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(a))
        return (a ?? null) === (b ?? null);
    const keys = Object.keys(a);
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(b) &&
        keys.length === Object.keys(b).length &&
        keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key])));
}


/***/ }),

/***/ 194:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ marksAny)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2877);


/** Whether a structure of marks (`after_unknown`, `after_sensitive`) marks anything. */
function marksAny(mark) {
    if ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(mark))
        return mark.some(marksAny);
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(mark))
        return Object.values(mark).some(marksAny);
    return mark === true;
}


/***/ }),

/***/ 8720:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kc: () => (/* binding */ isEffective),
/* harmony export */   rM: () => (/* binding */ isQuiet),
/* harmony export */   tH: () => (/* binding */ InvalidPlan),
/* harmony export */   vS: () => (/* binding */ parsePlan),
/* harmony export */   yu: () => (/* binding */ isMoved)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2897);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2877);
/* harmony import */ var _sensitive_values__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5582);




/** JSON that is not a plan, or not one that this program can vouch for. */
class InvalidPlan extends Error {
    name = 'InvalidPlan';
}
/**
 * Reads what `terraform show -json <plan file>` prints. Fields that it does not know are ignored.
 *
 * @param json the text, or what `JSON.parse` made of it
 * @throws InvalidPlan when it is something else, or lacks what decisions rest on
 */
function parsePlan(json) {
    const plan = typeof json === 'string' ? parseText(json) : json;
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(plan))
        throw new InvalidPlan('the plan is not a JSON object; give what terraform show -json <plan file> prints');
    checkFormat(plan);
    const errored = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'errored') === true;
    const outputs = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'output_changes');
    return {
        terraformVersion: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(plan, 'terraform_version') ?? '',
        resources: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(plan, 'resource_changes').map((one, index) => parseResource(one, `resource_changes[${index}]`)),
        outputs: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(outputs) ? Object.entries(outputs).map(parseOutput) : [],
        drift: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(plan, 'resource_drift').map((one, index) => parseResource(one, `resource_drift[${index}]`)),
        deferred: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(plan, 'deferred_changes'),
        actionInvocations: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(plan, 'action_invocations'),
        errored,
        // Terraform before 1.8 says neither.
        applyable: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'applyable') !== false && !errored,
        complete: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'complete') !== false,
        variables: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'variables') ?? {},
        secrets: (0,_sensitive_values__WEBPACK_IMPORTED_MODULE_3__/* .secretsOf */ .F)(plan),
    };
}
function parseText(text) {
    try {
        return (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(text);
    }
    catch {
        // Without the parser's error as a cause: its words quote the text, in which there may be a secret.
        throw new InvalidPlan(`the plan is not JSON (${text.length} characters); was the output of terraform show -json cut off?`);
    }
}
function checkFormat(plan) {
    const version = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(plan, 'format_version');
    if (version === undefined) {
        throw new InvalidPlan('the plan has no format_version; give what terraform show -json <plan file> prints');
    }
    if (!version.startsWith('1.')) {
        throw new InvalidPlan(`the plan is in format ${JSON.stringify(version)}, and this action reads 1.x; use a newer action or an older Terraform`);
    }
    if ((0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'values') !== undefined && (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(plan, 'planned_values') === undefined) {
        throw new InvalidPlan('this is a state, not a plan; name the plan file: terraform show -json <plan file>');
    }
}
function parseResource(value, at) {
    const address = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'address');
    if (address === undefined)
        throw new InvalidPlan(`${at} has no address; the plan is damaged or not one of Terraform's`);
    const where = `the change of ${address}`;
    const type = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'type');
    const mode = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'mode');
    if (type === undefined || mode === undefined) {
        throw new InvalidPlan(`${where} has no ${type === undefined ? 'type' : 'mode'}, so nobody can tell whether it is safe`);
    }
    const change = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(value, 'change');
    const importing = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'importing');
    return {
        ...parseChange(change, where),
        address,
        previousAddress: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'previous_address'),
        deposed: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'deposed'),
        mode,
        type,
        name: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'name') ?? '',
        provider: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'provider_name') ?? '',
        importId: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(importing) ? importId(importing) : undefined,
        reason: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(value, 'action_reason'),
        replacePaths: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .listField */ .FZ)(change, 'replace_paths').filter(_json__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv),
    };
}
/** An id, from Terraform 1.12 on perhaps an identity of several attributes instead. */
function importId(importing) {
    const identity = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(importing, 'identity');
    return (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .textField */ .M8)(importing, 'id') ?? ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(identity) ? JSON.stringify(identity) : '(known after apply)');
}
function parseOutput([name, change]) {
    return { ...parseChange(change, `the change of output ${name}`), name };
}
function parseChange(change, where) {
    const actions = (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'actions');
    if (!(0,_json__WEBPACK_IMPORTED_MODULE_2__/* .isList */ .Lv)(actions))
        throw new InvalidPlan(`${where} has no actions; the plan is damaged or not one of Terraform's`);
    const action = (0,_action__WEBPACK_IMPORTED_MODULE_0__/* .actionOf */ .q)(actions);
    if (action === undefined) {
        throw new InvalidPlan(`${where} has the actions ${JSON.stringify(actions)}, which this action does not know; use a newer one`);
    }
    return {
        ...action,
        before: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'before') ?? null,
        after: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'after') ?? null,
        afterUnknown: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'after_unknown') ?? false,
        beforeSensitive: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'before_sensitive') ?? false,
        afterSensitive: (0,_json__WEBPACK_IMPORTED_MODULE_2__/* .field */ .ZZ)(change, 'after_sensitive') ?? false,
    };
}
/** Change kinds that modify no infrastructure. */
const isQuiet = (kind) => kind === 'no-op' || kind === 'read';
const isMoved = ({ address, previousAddress }) => previousAddress !== undefined && previousAddress !== address;
/** Whether applying the plan touches the resource or the state's record of it. */
const isEffective = (change) => !isQuiet(change.kind) || isMoved(change) || change.importId !== undefined;


/***/ }),

/***/ 5582:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ secretsOfState),
/* harmony export */   F: () => (/* binding */ secretsOf)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2877);


/**
 * Every string and number that the plan marks as sensitive, anywhere in it.
 * Marks get lost on the way through providers (`terraform_data.output` has none of its input's),
 * so a value that is secret in one place must be kept from showing in another.
 */
function secretsOf(plan) {
    const found = new Set();
    for (const change of [...(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'resource_changes'), ...(0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'resource_drift')]) {
        collectChange((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'change'), found);
    }
    for (const deferred of (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(plan, 'deferred_changes')) {
        collectChange((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(deferred, 'resource_change'), 'change'), found);
    }
    const outputs = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'output_changes');
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(outputs))
        for (const change of Object.values(outputs))
            collectChange(change, found);
    collectValues((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'planned_values'), found);
    collectValues((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'prior_state'), 'values'), found);
    collectVariables(plan, found);
    return [...found];
}
/** The same of what `terraform show -json` says of a state. */
function secretsOfState(state) {
    const found = new Set();
    collectValues((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(state, 'values'), found);
    return [...found];
}
function collectValues(values, found) {
    collectOutputs((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(values, 'outputs'), found);
    collectModule((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(values, 'root_module'), found);
}
function collectChange(change, found) {
    collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'before'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'before_sensitive'), found);
    collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'after'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(change, 'after_sensitive'), found);
}
function collectOutputs(outputs, found) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(outputs))
        return;
    for (const output of Object.values(outputs)) {
        collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(output, 'value'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(output, 'sensitive'), found);
    }
}
/** The prior state also holds data sources, which have no change of their own. */
function collectModule(module, found) {
    for (const resource of (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(module, 'resources')) {
        collect((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'values'), (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(resource, 'sensitive_values'), found);
    }
    for (const child of (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .listField */ .FZ)(module, 'child_modules'))
        collectModule(child, found);
}
function collectVariables(plan, found) {
    const declared = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'configuration'), 'root_module'), 'variables');
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(declared))
        return;
    for (const [name, variable] of Object.entries(declared)) {
        const given = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'variables'), name), 'value') ?? (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(variable, 'default');
        collect(given, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(variable, 'sensitive'), found);
    }
}
/** @param mark true for a value that is sensitive as a whole, else a structure of marks like the value's own */
function collect(value, mark, found) {
    if (mark === undefined || mark === false || value === undefined || value === null)
        return;
    if ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value)) {
        value.forEach((item, index) => {
            collect(item, mark === true || ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(mark) && mark[index]), found);
        });
    }
    else if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value)) {
        for (const [key, item] of Object.entries(value))
            collect(item, mark === true || (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(mark, key), found);
    }
    else if (mark === true && (typeof value === 'string' || typeof value === 'number')) {
        found.add(String(value));
    }
}


/***/ }),

/***/ 4418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rx: () => (/* binding */ allowDestroyLines),
  $A: () => (/* binding */ blockingChanges),
  $Y: () => (/* binding */ findDestructiveChanges),
  q_: () => (/* binding */ unusedAllowances)
});

// EXTERNAL MODULE: ./src/plan/attribute-path.ts
var attribute_path = __webpack_require__(5163);
// EXTERNAL MODULE: ./src/plan/plan.ts
var plan = __webpack_require__(8720);
;// CONCATENATED MODULE: ./src/review/stateful-types.ts
/** Types of AWS resources that hold what no apply brings back, by what they hold. */
const GROUPS = [
    [
        'it holds a database',
        `aws_db_instance aws_rds_cluster aws_rds_global_cluster aws_docdb_cluster aws_docdb_global_cluster
     aws_docdbelastic_cluster aws_neptune_cluster aws_neptune_global_cluster aws_neptunegraph_graph
     aws_dynamodb_table aws_dynamodb_table_replica aws_dynamodb_global_table aws_dsql_cluster
     aws_keyspaces_keyspace aws_keyspaces_table aws_lightsail_database aws_customerprofiles_domain aws_simpledb_domain aws_qldb_ledger aws_redshift_cluster
     aws_redshiftserverless_namespace aws_timestreamwrite_database aws_timestreamwrite_table
     aws_timestreaminfluxdb_db_instance aws_finspace_kx_database aws_glue_catalog_database aws_glue_catalog_table`,
    ],
    [
        'it holds a cache or a queue in memory, and may be the only place that has it',
        `aws_dax_cluster aws_elasticache_cluster aws_elasticache_global_replication_group
     aws_elasticache_replication_group aws_elasticache_serverless_cache aws_memorydb_cluster
     aws_memorydb_multi_region_cluster`,
    ],
    [
        'it holds an index and its documents',
        `aws_cloudsearch_domain aws_elasticsearch_domain aws_kendra_index aws_opensearch_domain
     aws_opensearchserverless_collection`,
    ],
    [
        'it holds objects',
        `aws_glacier_vault aws_lightsail_bucket aws_s3_bucket aws_s3_directory_bucket aws_s3control_bucket
     aws_s3tables_namespace aws_s3tables_table aws_s3tables_table_bucket`,
    ],
    [
        'without it, objects that are deleted or overwritten cannot be brought back',
        'aws_s3_bucket_object_lock_configuration aws_s3_bucket_versioning',
    ],
    [
        'it holds files',
        `aws_efs_file_system aws_fsx_file_cache aws_fsx_lustre_file_system aws_fsx_ontap_file_system
     aws_fsx_ontap_storage_virtual_machine aws_fsx_ontap_volume aws_fsx_openzfs_file_system
     aws_fsx_openzfs_volume aws_fsx_windows_file_system aws_storagegateway_gateway`,
    ],
    [
        'it holds a volume',
        `aws_ebs_volume aws_finspace_kx_volume aws_lightsail_disk aws_storagegateway_cached_iscsi_volume
     aws_storagegateway_stored_iscsi_volume aws_workspaces_workspace`,
    ],
    [
        'it holds backups',
        `aws_backup_logically_air_gapped_vault aws_backup_vault aws_backup_vault_lock_configuration
     aws_db_cluster_snapshot aws_db_snapshot aws_db_snapshot_copy aws_docdb_cluster_snapshot
     aws_ebs_snapshot aws_ebs_snapshot_copy aws_ebs_snapshot_import aws_fsx_backup aws_fsx_openzfs_snapshot
     aws_memorydb_snapshot aws_neptune_cluster_snapshot aws_rds_cluster_snapshot_copy aws_redshift_cluster_snapshot
     aws_redshiftserverless_snapshot`,
    ],
    [
        'it holds images',
        'aws_ami aws_ami_copy aws_ami_from_instance aws_ecr_repository aws_ecrpublic_repository',
    ],
    [
        'what is encrypted with it can never be read again',
        `aws_cloudhsm_v2_cluster aws_kms_custom_key_store aws_kms_external_key aws_kms_key aws_kms_replica_external_key
     aws_kms_replica_key aws_paymentcryptography_key`,
    ],
    ['it holds a secret or a setting', 'aws_secretsmanager_secret aws_ssm_parameter'],
    [
        'certificates that it issued are no longer trusted',
        'aws_acmpca_certificate_authority aws_rolesanywhere_trust_anchor',
    ],
    [
        'it holds accounts of people, whose passwords cannot be moved',
        'aws_cognito_identity_pool aws_cognito_user_pool aws_directory_service_directory aws_identitystore_user',
    ],
    [
        'it holds messages that nobody has read yet',
        `aws_kinesis_firehose_delivery_stream aws_kinesis_stream aws_kinesis_video_stream aws_mq_broker aws_msk_cluster
     aws_msk_serverless_cluster aws_sqs_queue`,
    ],
    ['it holds events to replay', 'aws_cloudtrail_event_data_store aws_cloudwatch_event_archive'],
    ['it holds DNS records, and a new one answers under other name servers', 'aws_route53_zone'],
    ['it holds logs or metrics', 'aws_cloudwatch_log_group aws_cloudwatch_log_stream aws_prometheus_workspace'],
    ['it holds dashboards', 'aws_grafana_workspace'],
    [
        'it holds source code or packages',
        'aws_codeartifact_domain aws_codeartifact_repository aws_codecommit_repository',
    ],
    ['it holds the objects of Kubernetes', 'aws_eks_cluster'],
    [
        'it holds resources of its own, with what is in them',
        'aws_cloudformation_stack aws_cloudformation_stack_set',
    ],
];
/** Why a resource of the type must not go by accident, by type. */
const STATEFUL_TYPES = new Map(GROUPS.flatMap(([reason, types]) => types.split(/\s+/).map((type) => [type, reason])));

;// CONCATENATED MODULE: ./src/review/destroy-guard.ts



/** The stateful resources that the plan deletes, replaces or forgets, in the plan's order. */
function findDestructiveChanges(plan, options) {
    const extra = new Set(options.extraTypes.map((type) => type.trim()));
    const allowed = new Set(options.allow.map((address) => address.trim()));
    return plan.resources.flatMap((change) => {
        const holds = STATEFUL_TYPES.get(change.type) ??
            (extra.has(change.type) ? 'its type is in stateful-types' : undefined);
        const kind = dangerousKind(change);
        if (holds === undefined || kind === undefined || change.mode !== 'managed')
            return [];
        const { address, deposed, type, order, reason } = change;
        const verdict = kind === 'forget' ? 'mention' : allowed.has(address) ? 'allowed' : 'stop';
        const forcedBy = [...new Set(change.replacePaths.map(attribute_path/* formatPath */.j))];
        return [{ address, deposed, type, kind, order, holds, reason, forcedBy, verdict }];
    });
}
function dangerousKind({ kind, order }) {
    switch (kind) {
        case 'delete':
        case 'forget':
            return kind;
        case 'replace':
            return order === 'forget-old' ? 'forget' : kind;
        case 'create':
        case 'update':
        case 'read':
        case 'no-op':
            return undefined;
    }
}
/** The dangers that nobody has allowed: with any of these, there must be no apply. */
const blockingChanges = (dangers) => dangers.filter(({ verdict }) => verdict === 'stop');
/** What to write in the input `allow-destroy` to let these through: those that are allowed already stay in it. */
function allowDestroyLines(dangers) {
    if (blockingChanges(dangers).length === 0)
        return [];
    return [...new Set(dangers.filter(({ verdict }) => verdict !== 'mention').map(({ address }) => address))];
}
/** Returns a warning per address of `allow-destroy` that the plan does not destroy: left there, it permits a later accident. */
function unusedAllowances(dangers, allow) {
    const used = new Set(dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address));
    return allow
        .map((address) => address.trim())
        .filter((address) => address !== '' && !used.has(address))
        .map((address) => `allow-destroy lists ${address}, which this plan does not destroy: remove it`);
}


/***/ }),

/***/ 8969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kQ: () => (/* binding */ resourceContent),
/* harmony export */   nE: () => (/* binding */ planContent),
/* harmony export */   rt: () => (/* binding */ outputContent)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1789);
/* harmony import */ var _plan_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2877);
/* harmony import */ var _plan_masks__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(194);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8720);




/** All that an apply of the plan would do. */
function planContent(plan) {
    return [
        ...plan.resources.filter(_plan_plan__WEBPACK_IMPORTED_MODULE_0__/* .isEffective */ .kc).map(resourceContent),
        ...plan.outputs.filter(({ kind }) => !(0,_plan_plan__WEBPACK_IMPORTED_MODULE_0__/* .isQuiet */ .rM)(kind)).map(outputContent),
    ];
}
function resourceContent(change) {
    const { address, previousAddress, deposed, mode, type, provider, kind, order, importId, after } = change;
    const attributes = attributesOf(change);
    // A replacement that was asked for changes nothing but the object, so that only this tells it from the next one.
    const replaced = kind === 'replace' ? knownIdentity(change.before) : undefined;
    const head = { address, previousAddress, deposed, mode, type, provider, kind, order, importId, replaced };
    const name = deposed === undefined ? address : `${address} (deposed ${deposed})`;
    const unknown = markedIn(change.afterUnknown);
    const what = { address, mode, type, provider };
    const isMade = kind === 'create' || kind === 'replace';
    const isGone = kind === 'delete' || kind === 'replace';
    return {
        name,
        kind,
        attributes,
        content: contentWith(head, attributes),
        unknown,
        what: (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(what),
        made: isMade ? (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ ...what, after, unknown }) : undefined,
        gone: isGone ? (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)({ ...what, identity: identityOf(change.before) }) : undefined,
    };
}
function outputContent(change) {
    const name = `output.${change.name}`;
    const { kind, afterUnknown } = change;
    const attributes = [['value', contentOf(change, undefined)]];
    const content = contentWith({ name, kind }, attributes);
    return {
        name,
        kind,
        attributes,
        content,
        unknown: markedIn({ value: afterUnknown }),
        what: '',
        made: undefined,
        gone: undefined,
    };
}
function markedIn(marks) {
    const entries = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(marks) ? Object.entries(marks) : [];
    return Object.fromEntries(entries.filter(([, mark]) => (0,_plan_masks__WEBPACK_IMPORTED_MODULE_3__/* .marksAny */ .H)(mark)));
}
/**
 * Only what the change changes. AWS alters some attributes by itself (`latest_restorable_time` every five minutes);
 * with them in it, no plan for such a resource would be the same twice, although it does the same.
 */
function attributesOf(change) {
    if (change.kind === 'delete' || change.kind === 'forget')
        return identityOf(change.before);
    const { before, after, afterUnknown } = change;
    const names = new Set([before, after, afterUnknown].flatMap((value) => ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value) ? Object.keys(value) : [])));
    return [...names].sort().flatMap((name) => {
        if (!(0,_plan_masks__WEBPACK_IMPORTED_MODULE_3__/* .marksAny */ .H)((0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(afterUnknown, name)) && (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .sameJson */ .Vk)((0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(before, name), (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(after, name)))
            return [];
        return [[name, contentOf(change, name)]];
    });
}
/** Lines of JSON, in which a line end is always escaped. */
function contentWith(head, attributes) {
    const lines = attributes.map(([name, content]) => `${JSON.stringify(name)}:${content}`);
    return [(0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(head), ...lines].join('\n');
}
/** Of an object that goes: which one it is. */
function identityOf(before) {
    const known = knownIdentity(before);
    return known.length > 0 ? known : [['', (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(before)]];
}
const knownIdentity = (before) => ['arn', 'id']
    .filter((name) => typeof (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(before, name) === 'string')
    .map((name) => [name, (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)((0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(before, name))]);
/** A change of one attribute, or of the whole value; what is before a value that nobody knows yet is of no matter. */
function contentOf({ before, after, afterUnknown }, name) {
    const of = (value) => (name === undefined ? value : (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .field */ .ZZ)(value, name));
    const unknown = (0,_plan_masks__WEBPACK_IMPORTED_MODULE_3__/* .marksAny */ .H)(of(afterUnknown)) && of(afterUnknown);
    return (0,_plan_json__WEBPACK_IMPORTED_MODULE_1__/* .canonicalJson */ .dj)(unknown === true ? { unknown } : { before: of(before), after: of(after), unknown });
}


/***/ }),

/***/ 3958:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  v: () => (/* binding */ Terraform)
});

// UNUSED EXPORTS: UNSAVED_STATE

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./src/terraform/apply-progress.ts
/** Changes that only the state sees; Terraform reports no steps for them. */
const SILENT = ['move', 'import', 'remove', 'forget', 'noop'];
/** Follows an apply by its events. */
class ApplyProgress {
    resources = new Map();
    diagnostics = [];
    summary;
    take(event) {
        if (event.kind === 'version')
            this.begin();
        else if (event.kind === 'planned-change')
            this.resource(event.address, event.action).action = event.action;
        else if (event.kind === 'apply')
            this.step(event);
        else if (event.kind === 'diagnostic')
            this.diagnostics.push(event.diagnostic);
        else if (event.kind === 'summary' && event.operation !== 'plan')
            this.summary = event;
    }
    report() {
        const all = [...this.resources].map(([address, resource]) => ({ address, ...resource }));
        const failed = all.filter((one) => one.errored || (this.isBroken(one.address) && !isDone(one)));
        const rest = all.filter((one) => !failed.includes(one));
        const succeeded = this.summary !== undefined;
        const applied = rest.filter((one) => isDone(one) || (succeeded && SILENT.includes(one.action)));
        const unfinished = rest.filter((one) => !applied.includes(one) && (one.running || one.done.length > 0));
        const notTried = rest.filter((one) => !applied.includes(one) && !unfinished.includes(one));
        return {
            applied: applied.map(brief),
            failed: failed.map((one) => ({ ...brief(one), message: this.messageOf(one.address), done: one.done })),
            unfinished: unfinished.map((one) => ({ ...brief(one), done: one.done })),
            notTried: notTried.map(({ address, action }) => ({ address, action })),
            diagnostics: this.diagnostics,
            summary: this.summary,
        };
    }
    /** Terraform's first word: what was heard before is of an attempt that came to nothing. */
    begin() {
        this.resources.clear();
        this.diagnostics = [];
        this.summary = undefined;
    }
    step({ step, address, action, elapsedSeconds }) {
        const resource = this.resource(address, action);
        resource.running = step === 'start' || step === 'progress';
        if (step === 'errored')
            resource.errored = true;
        if (step === 'complete')
            resource.done.push(action);
        if (!resource.running)
            resource.seconds += elapsedSeconds;
    }
    resource(address, action) {
        const known = this.resources.get(address);
        if (known !== undefined)
            return known;
        const resource = { action, seconds: 0, done: [], running: false, errored: false };
        this.resources.set(address, resource);
        return resource;
    }
    isBroken(address) {
        return this.diagnostics.some((one) => one.severity === 'error' && one.address === address);
    }
    messageOf(address) {
        const own = this.diagnostics.filter((one) => one.severity === 'error' && one.address === address);
        return own.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n');
    }
}
/** A replacement takes two steps, in either order. */
function isDone({ action, done }) {
    return action === 'replace' ? done.includes('create') && done.includes('delete') : done.length > 0;
}
const brief = ({ address, action, seconds }) => ({
    address,
    action,
    seconds,
});

// EXTERNAL MODULE: ./src/terraform/install/version.ts
var install_version = __webpack_require__(5580);
;// CONCATENATED MODULE: ./src/terraform/arguments.ts

/** A value that Terraform would take for an option, or that a process cannot be given. */
class InvalidArgument extends Error {
    name = 'InvalidArgument';
}
// `init -json` is as old as this; all other commands had it before 1.0.
const INIT_JSON_SINCE = '1.9.0';
function initArguments(options, { version, hasLockFile }) {
    const { backend = 'configured', backendConfig = [], lockfile = hasLockFile ? 'readonly' : 'update', } = options;
    return checked([
        'init',
        '-input=false',
        (0,install_version/* compareVersions */.Zy)(version, INIT_JSON_SINCE) >= 0 ? '-json' : '-no-color',
        ...(lockfile === 'readonly' ? ['-lockfile=readonly'] : []),
        ...(backend === 'none' ? ['-backend=false'] : backendConfig.map((item) => `-backend-config=${item}`)),
    ]);
}
function planArguments(planFile, options) {
    const { varFiles = [], variables = [], targets = [], replace = [] } = options;
    return checked([
        'plan',
        '-input=false',
        '-json',
        // 0 is no change, 2 is changes, 1 is an error.
        '-detailed-exitcode',
        `-out=${planFile}`,
        ...commonArguments(options),
        ...varFiles.map((path) => `-var-file=${path}`),
        ...variables.map((item) => `-var=${item}`),
        ...targets.map((address) => `-target=${address}`),
        ...replace.map((address) => `-replace=${address}`),
    ]);
}
/** The values of variables, targets and replacements are in the plan file. */
function applyArguments(planFile, options) {
    return checked([
        'apply',
        '-input=false',
        '-json',
        ...commonArguments(options),
        positional('plan file', planFile),
    ]);
}
function commonArguments({ lock, lockTimeout, parallelism }) {
    return [
        ...(lock === 'none' ? ['-lock=false'] : []),
        ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
        ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
    ];
}
/** A value that stands alone. @throws InvalidArgument when Terraform would read an option in it */
function positional(name, value) {
    if (value !== '' && !value.startsWith('-'))
        return value;
    throw new InvalidArgument(`${name}: '${value}' cannot be given to Terraform: it is empty or begins with a hyphen`);
}
function checked(args) {
    const at = args.findIndex((arg) => arg.includes('\0'));
    if (at < 0)
        return args;
    const [option] = (args[at] ?? '').split('=', 1);
    throw new InvalidArgument(`${option ?? ''} has a NUL character in its value, which no program can be given; remove it`);
}

// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var diagnostic = __webpack_require__(917);
// EXTERNAL MODULE: ./src/terraform/json-output.ts
var json_output = __webpack_require__(2564);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
// EXTERNAL MODULE: ./src/plan/plan.ts
var plan_plan = __webpack_require__(8720);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(2877);
// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(3326);
// EXTERNAL MODULE: ./src/terraform/runner.ts + 3 modules
var terraform_runner = __webpack_require__(371);
// EXTERNAL MODULE: ./src/plan/sensitive-values.ts
var sensitive_values = __webpack_require__(5582);
;// CONCATENATED MODULE: ./src/terraform/cli.ts














/** What Terraform calls the file, beside the configuration. */
const UNSAVED_STATE = 'errored.tfstate';
/** Terraform in one directory; every argument is its own item, and nothing is read by a shell. */
class Terraform {
    directory;
    runtime;
    runner;
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
        this.runner = new terraform_runner/* Runner */.by(directory, runtime);
    }
    /** @throws TerraformFailed, and TerraformCancelled when the run was cancelled before; so do all others. */
    async init(options = {}) {
        const hasLockFile = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(this.directory, '.terraform.lock.hcl'));
        const args = initArguments(options, { version: this.runtime.version, hasLockFile });
        return (await this.runner.run({ args, output: 'events' })).diagnostics;
    }
    /** @param options.missing what to do about a workspace that is not there yet */
    async selectWorkspace(name, { missing }) {
        const workspace = positional('workspace', name);
        const command = (verb) => ({
            args: ['workspace', verb, '-no-color', workspace],
            output: 'events',
        });
        const select = command('select');
        const ran = await this.runner.run({ ...select, answers: missing === 'create' ? [0, 1] : [0] });
        if (ran.exit.exitCode !== 0)
            await this.runner.run(command('new'));
    }
    /** @returns what is wrong with the configuration; it is valid when none of it is an error */
    async validate() {
        const command = { args: ['validate', '-json'], answers: [0, 1], output: 'document' };
        let found;
        const ran = await this.runner.run(command, async (path) => {
            const reported = (0,json_output/* parseValidation */.fu)(await (0,json_output/* readDocument */.u0)(path));
            found = reported
                ?.map((one) => (0,redact/* redactDeep */.KL)(one, this.runtime.redact))
                .filter(json/* isRecord */.u4)
                .map(diagnostic/* parseDiagnostic */.Z5);
        });
        if (found === undefined)
            throw this.runner.failure(command, ran);
        return found;
    }
    /** @returns the files that `terraform fmt` would change, relative to the directory */
    async fmtCheck() {
        const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color'];
        // 3 is a file that is not formatted, 2 one that cannot be read.
        const text = await this.text({ args, answers: [0, 3], output: 'document' });
        return text.split(/\r?\n/).filter((line) => line !== '');
    }
    /** Plans into a file and reads it, whose secrets are kept from all that is told. @throws InvalidPlan too */
    async plan(planFile, options = {}) {
        let plan;
        const read = async () => {
            // A plan that fails leaves a file as well, unless it failed before it looked at any value.
            if (plan !== undefined || !(0,external_node_fs_.existsSync)(planFile))
                return;
            plan = (0,plan_plan/* parsePlan */.vS)(await this.show(planFile));
            this.runtime.learn(plan.secrets);
        };
        await (0,promises_.rm)(planFile, { force: true });
        const args = planArguments(planFile, options);
        const ran = await this.runner.run({ args, answers: [0, 2], output: 'events', learnSecrets: read });
        await read();
        if (plan === undefined)
            throw new plan_plan/* InvalidPlan */.tH(`terraform plan left no file ${planFile}`);
        return { plan, hasChanges: ran.exit.exitCode === 2, diagnostics: ran.diagnostics };
    }
    /** @returns the JSON of a plan file, secrets and all, or of the state. Also after a cancellation */
    async show(planFile) {
        const file = planFile === undefined ? [] : [positional('plan file', planFile)];
        return this.text({ args: ['show', '-json', '-no-color', ...file], output: 'document', when: 'always' });
    }
    /** Applies exactly what is in the plan file. @throws TerraformCancelled when the run was cancelled before it began */
    async apply(planFile, options = {}) {
        const progress = new ApplyProgress();
        const { runtime, directory } = this;
        const runner = new terraform_runner/* Runner */.by(directory, {
            ...runtime,
            onEvent: (event) => {
                progress.take(event);
                runtime.onEvent(event);
            },
        });
        const command = {
            args: applyArguments(planFile, options),
            answers: 'any',
            output: 'events',
            // What the apply has made may be secret too: a password, a key.
            learnSecrets: async () => {
                // A state that could not be saved in the backend is in a file, and what the backend has is older.
                const isUnsaved = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, UNSAVED_STATE));
                const state = await this.show(isUnsaved ? UNSAVED_STATE : undefined);
                runtime.learn((0,sensitive_values/* secretsOfState */.C)((0,plan_json/* parseJson */.qF)(state)));
            },
        };
        const ran = await runner.run(command);
        const succeeded = ran.exit.exitCode === 0;
        return {
            succeeded,
            exit: ran.exit,
            interrupted: runtime.interruption?.aborted ?? false,
            report: progress.report(),
            lock: ran.diagnostics.map(diagnostic/* lockOf */.Vx).find((one) => one !== undefined),
            unsavedState: this.unsavedState(ran.diagnostics),
            failure: succeeded ? undefined : runner.failure(command, ran),
        };
    }
    async output() {
        const args = ['output', '-json', '-no-color'];
        return (0,json_output/* parseOutputs */.Q8)(await this.text({ args, output: 'document', when: 'always' }));
    }
    /** Which version of the state the backend has; undefined when it has none. Also after a cancellation. */
    async stateHead() {
        let head;
        await this.runner.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
            head = await (0,json_output/* readStateHead */.aO)(path);
        });
        return head;
    }
    /** Takes a lock away, whoever holds it. Also after a cancellation. */
    async forceUnlock(id) {
        const args = ['force-unlock', '-force', '-no-color', positional('lock id', id)];
        await this.runner.run({ args, output: 'events', when: 'always' });
    }
    /** Puts a state into the backend, unless what it has is another one or newer. Also after a cancellation. */
    async pushState(file) {
        // Terraform works in its own directory.
        const args = ['state', 'push', positional('state file', (0,external_node_path_.resolve)(file))];
        await this.runner.run({ args, output: 'events', when: 'always' });
    }
    async text(command) {
        let text = '';
        await this.runner.run(command, async (path) => {
            text = await (0,json_output/* readDocument */.u0)(path);
        });
        return text;
    }
    unsavedState(diagnostics) {
        const path = (0,external_node_path_.join)(this.directory, UNSAVED_STATE);
        const isNamed = diagnostics.some(({ detail }) => detail.includes(UNSAVED_STATE));
        return isNamed && (0,external_node_fs_.existsSync)(path) ? path : undefined;
    }
}


/***/ }),

/***/ 1177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ terraformEnvironment)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_redact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3326);


/** What lets a program act as this job on GitHub, or speak to the runner in the step's name. */
const OF_THE_JOB = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
const TOKENS = [
    'GITHUB_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
/** What the AWS SDKs look at before they look at a container's endpoint, or instead of it. */
const AWS_CREDENTIALS = new Set([
    'AWS_ACCESS_KEY_ID',
    'AWS_ACCESS_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SECRET_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_ROLE_ARN',
    'AWS_ROLE_SESSION_NAME',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
]);
/**
 * The environment that Terraform and its providers run in: the step's own, less whatever would let them act as this
 * job, under any name. `TF_…`, the region, endpoints and proxies of the user stay.
 *
 * @param credentials `of the step` leaves Terraform the AWS credentials that the step was given, `none` takes them
 */
function terraformEnvironment(env, credentials) {
    const tokens = TOKENS.flatMap((name) => (0,_text_redact__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .eo)(env[name] ?? ''));
    const kept = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !OF_THE_JOB.test(entry[0]) &&
        !holds(entry[1], tokens) &&
        (credentials === 'of the step' || !AWS_CREDENTIALS.has(entry[0].toUpperCase())));
    return {
        ...Object.fromEntries(kept),
        ...reachable(env),
        ...(credentials === 'of the step' ? {} : NOTHING_ELSE),
        ...(typeof credentials === 'string' ? {} : endpoint(credentials)),
        TF_IN_AUTOMATION: 'true',
        TF_INPUT: '0',
        // No word to HashiCorp on who runs which version.
        CHECKPOINT_DISABLE: 'true',
    };
}
const holds = (value, tokens) => tokens.some((token) => value.includes(token));
function endpoint({ uri, token }) {
    return {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: uri,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
    };
}
/** A profile in either file would come before an endpoint, and the machine's own role after it. */
const NOTHING_ELSE = {
    AWS_CONFIG_FILE: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
    AWS_SHARED_CREDENTIALS_FILE: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
};
const LOOPBACK = '127.0.0.1';
/** The endpoint is on loopback, where no proxy leads. Go looks at the first of the two names that is set. */
function reachable(env) {
    const given = env['NO_PROXY'] || env['no_proxy'] || '';
    const hosts = given.split(',').map((host) => host.trim());
    const value = hosts.some((host) => host === '*' || host === LOOPBACK)
        ? given
        : [given, LOOPBACK].filter(Boolean).join(',');
    return env['no_proxy'] === undefined ? { NO_PROXY: value } : { NO_PROXY: value, no_proxy: value };
}


/***/ }),

/***/ 5580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ pickVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* unused harmony export InvalidConstraint */
const OPERATORS = ['<=', '>=', '!=', '~>', '<', '>', '='];
/** A constraint that Terraform would not read either. */
class InvalidConstraint extends Error {
    name = 'InvalidConstraint';
}
const VERSION = /^v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
function parseVersion(text) {
    const [, numbers, prerelease] = VERSION.exec(text.trim()) ?? [];
    if (numbers === undefined)
        return undefined;
    const [major = 0, minor = 0, patch = 0, ...rest] = numbers.split('.').map(Number);
    const written = numbers.split('.').length;
    if (rest.length > 0 || ![major, minor, patch].every(Number.isSafeInteger))
        return undefined;
    return { segments: [major, minor, patch], written, prerelease: prerelease?.split('.') ?? [] };
}
/**
 * Whether a version satisfies a constraint, as Terraform decides it
 * (https://developer.hashicorp.com/terraform/language/expressions/version-constraints).
 * A pre-release only does where a clause names one with the same numbers.
 *
 * @param constraint comma-separated clauses; without an operator, `=`; empty for any release
 * @throws InvalidConstraint
 */
function satisfies(version, constraint) {
    const clauses = parseConstraint(constraint);
    const candidate = parseVersion(version);
    return candidate !== undefined && meets(candidate, clauses);
}
/**
 * The newest of the versions that satisfies the constraint.
 * @throws InvalidConstraint
 */
function pickVersion(constraint, available) {
    const clauses = parseConstraint(constraint);
    const fitting = available.flatMap((text) => {
        const version = parseVersion(text);
        return version !== undefined && meets(version, clauses) ? [{ text, version }] : [];
    });
    return fitting.sort((a, b) => compare(b.version, a.version))[0]?.text;
}
/** The version that a constraint names as the only one, for which no list is needed. */
function exactVersion(constraint) {
    const [clause, ...others] = parseConstraint(constraint);
    if (clause === undefined || others.length > 0 || clause.operator !== '=')
        return undefined;
    const { segments, prerelease } = clause.version;
    return segments.join('.') + (prerelease.length === 0 ? '' : `-${prerelease.join('.')}`);
}
/** Below zero when `a` is older; versions that cannot be read are oldest. */
function compareVersions(a, b) {
    const [one, other] = [parseVersion(a), parseVersion(b)];
    if (one === undefined || other === undefined)
        return Number(one !== undefined) - Number(other !== undefined);
    return compare(one, other);
}
function parseConstraint(constraint) {
    if (constraint.trim() === '')
        return [];
    return constraint.split(',').map((part) => {
        const text = part.trim();
        const operator = OPERATORS.find((one) => text.startsWith(one));
        const version = parseVersion(text.slice(operator?.length ?? 0));
        if (version !== undefined)
            return { operator: operator ?? '=', version };
        throw new InvalidConstraint(`'${constraint}' is not a constraint on versions: '${text}' should be one of ${OPERATORS.join(' ')} ` +
            `and a version, as in ~> 1.11 or >= 1.11.0, < 2.0.0`);
    });
}
function meets(version, clauses) {
    const isNamed = clauses.some((clause) => clause.operator !== '!=' &&
        clause.version.prerelease.length > 0 &&
        sameNumbers(version, clause.version));
    if (version.prerelease.length > 0 && !isNamed)
        return false;
    return clauses.every((clause) => fits(version, clause));
}
function fits(version, { operator, version: limit }) {
    const order = compare(version, limit);
    switch (operator) {
        case '=':
            return order === 0;
        case '!=':
            return order !== 0;
        case '>':
            return isComparable(version, limit) && order > 0;
        case '>=':
            return isComparable(version, limit) && order >= 0;
        case '<':
            return isComparable(version, limit) && order < 0;
        case '<=':
            return isComparable(version, limit) && order <= 0;
        case '~>':
            return isComparable(version, limit) && order >= 0 && isPessimistic(version, limit);
    }
}
/** A pre-release is compared with nothing but another of the same numbers. */
function isComparable(version, limit) {
    if (version.prerelease.length === 0)
        return true;
    return limit.prerelease.length > 0 && sameNumbers(version, limit);
}
/** Only the last number that was written may grow; a limit that is a pre-release admits no release. */
function isPessimistic(version, limit) {
    if (limit.prerelease.length > 0 && version.prerelease.length === 0)
        return false;
    return limit.segments.slice(0, limit.written - 1).every((number, at) => number === version.segments[at]);
}
const sameNumbers = (a, b) => a.segments.every((number, at) => number === b.segments[at]);
/** Semantic Versioning 2.0.0, section 11. */
function compare(a, b) {
    for (const [at, number] of a.segments.entries()) {
        const difference = number - (b.segments[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    if (a.prerelease.length === 0 || b.prerelease.length === 0)
        return b.prerelease.length - a.prerelease.length;
    for (let at = 0; at < Math.max(a.prerelease.length, b.prerelease.length); at++) {
        const difference = compareIdentifiers(a.prerelease[at], b.prerelease[at]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareIdentifiers(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (isNumber && isOtherNumber)
        return Number(a) - Number(b);
    if (isNumber !== isOtherNumber)
        return isNumber ? -1 : 1;
    return a < b ? -1 : Number(a > b);
}


/***/ }),

/***/ 2564:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q8: () => (/* binding */ parseOutputs),
/* harmony export */   Ui: () => (/* binding */ parseVersionReport),
/* harmony export */   aO: () => (/* binding */ readStateHead),
/* harmony export */   fu: () => (/* binding */ parseValidation),
/* harmony export */   u0: () => (/* binding */ readDocument)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);


/** V8 has no longer strings. */
const LONGEST_TEXT_BYTES = 0x1fffffe8;
/**
 * A document that Terraform printed, as text.
 * @throws Error when it is too long for any string
 */
async function readDocument(path, longestBytes = LONGEST_TEXT_BYTES) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (size <= longestBytes)
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    const [megabytes, limit] = [size, longestBytes].map((bytes) => Math.floor(bytes / 1_000_000));
    throw new Error(`Terraform's JSON has ${megabytes ?? 0} MB, and this action can read ${limit ?? 0} MB at most; ` +
        'split the stack into several, or plan a part of it with target');
}
const HEAD_BYTES = 4096;
/** Reads the beginning of a state, and so none of the secrets in it. @returns undefined when there is no state */
async function readStateHead(path) {
    const file = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.open)(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
        const head = buffer.toString('utf8', 0, bytesRead);
        const serial = /"serial":\s*(\d+)/.exec(head)?.[1];
        const lineage = /"lineage":\s*"([^"]*)"/.exec(head)?.[1];
        return serial === undefined ? undefined : { serial: Number(serial), lineage: lineage ?? '' };
    }
    finally {
        await file.close();
    }
}
/** Reads `terraform output -json`. */
function parseOutputs(text) {
    const outputs = new Map();
    for (const [name, output] of Object.entries((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text) ?? {})) {
        // Whatever is not plainly harmless is a secret.
        if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(output))
            outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false });
    }
    return outputs;
}
/** Reads `terraform version -json`. @returns undefined when it is something else */
function parseVersionReport(text) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text) ?? {}, 'terraform_version');
}
/** Reads `terraform validate -json`. @returns undefined when it is something else */
function parseValidation(text) {
    const report = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text);
    if (report === undefined || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(report, 'error_count') === undefined)
        return undefined;
    const { diagnostics } = report;
    return Array.isArray(diagnostics) ? diagnostics.filter(_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4) : [];
}


/***/ })

};

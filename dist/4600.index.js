export const id = 4600;
export const ids = [4600];
export const modules = {

/***/ 17295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  f: () => (/* binding */ Bucket),
  t: () => (/* binding */ S3Connection)
});

// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
// EXTERNAL MODULE: ./src/http/system-clock.ts
var system_clock = __webpack_require__(33904);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/aws/bucket-error.ts


/** Adds name and next step to an error of the SDK. */
function objectError(error, action, object) {
    if (error instanceof aws_error/* AwsError */.Gy)
        return error;
    const details = (0,aws_error/* readErrorDetails */.Je)(error, action);
    const message = `${(0,format/* withoutFullStop */.Qu)(details.message)}: s3://${object.bucket}/${object.key}`;
    return new aws_error/* AwsError */.Gy({ ...details, message }, { cause: error, advice: objectAdvice(details, object) });
}
/** Error for an object above the limit of its reader. */
function tooLargeError(object, bytes, maxBytes) {
    const details = {
        action: 's3:GetObject',
        code: 'TooLarge',
        status: 200,
        message: `s3://${object.bucket}/${object.key} has ${bytes} bytes, more than the limit of ${maxBytes}`,
    };
    return new aws_error/* AwsError */.Gy(details, {
        advice: 'Another program wrote it: inspect the object and delete it.',
    });
}
function objectAdvice(details, { bucket, key }) {
    if (details.code === 'NoSuchBucket') {
        return (`The bucket ${bucket} does not exist (terraform/bootstrap creates the state bucket): ` +
            "correct plan-records or the backend's bucket, and check that the role is in the bucket's account.");
    }
    if (!(0,aws_error/* isDenied */.GZ)(details))
        return undefined;
    const permission = (0,aws_error/* missingPermission */.Up)(details);
    if (permission.startsWith('kms:')) {
        return `Allow ${permission} on the key that encrypts bucket ${bucket}, in a policy of the role and in the key policy.`;
    }
    if (permission === 's3:ListBucket')
        return `Allow s3:ListBucket on bucket ${bucket}. ${LIST_BUCKET_NOTE}`;
    const folder = key.slice(0, key.indexOf('/') + 1);
    const allow = `Allow ${permission} on the objects ${folder}* of bucket ${bucket} in a policy of the role, and check the bucket policy for a Deny.`;
    return permission === 's3:GetObject'
        ? `${allow} Allow s3:ListBucket on the bucket too. ${LIST_BUCKET_NOTE}`
        : allow;
}
// https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, "Permissions".
const LIST_BUCKET_NOTE = 'Without it, S3 answers AccessDenied for missing objects.';

// EXTERNAL MODULE: ./src/aws/client.ts
var client = __webpack_require__(40658);
;// CONCATENATED MODULE: ./src/aws/bucket.ts






/** The S3 client of a session, made at the first request and shared by all buckets. */
class S3Connection {
    session;
    runtime;
    connected;
    constructor(session, runtime) {
        this.session = session;
        this.runtime = runtime;
    }
    get clock() {
        return this.runtime.clock ?? system_clock/* systemClock */.m;
    }
    /** @throws AwsError if the role cannot be assumed */
    async client() {
        // Errors of the role are thrown here, not as errors of the call.
        await this.session.credentials?.();
        this.connected ??= this.connect();
        return this.connected;
    }
    async connect() {
        const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
        const settings = await (0,client/* clientSettings */.r)('S3', this.session, this.runtime);
        // The state may be in another region.
        return new S3Client({ ...settings, followRegionRedirects: true });
    }
}
/** Small text objects. */
class Bucket {
    name;
    s3;
    constructor(name, s3) {
        this.name = name;
        this.s3 = s3;
    }
    /** Returns undefined for a missing object. @throws AwsError, also above `maxBytes` */
    read(key, maxBytes) {
        return this.get(key, {}, ({ ContentLength }) => {
            if (ContentLength === undefined) {
                throw new aws_error/* AwsError */.Gy((0,aws_error/* incompleteAnswer */.pv)('s3:GetObject', 'the object or its length'));
            }
            if (ContentLength > maxBytes)
                throw tooLargeError({ bucket: this.name, key }, ContentLength, maxBytes);
        });
    }
    /** Returns the first bytes, or undefined for a missing object. @throws AwsError */
    readHead(key, bytes) {
        return this.get(key, { Range: `bytes=0-${bytes - 1}` }, () => undefined);
    }
    /** Writes JSON with the bucket's default encryption. @throws AwsError */
    async write(key, body) {
        const { PutObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
        const client = await this.s3.client();
        const object = { Key: key, Body: body, ContentType: 'application/json' };
        await this.retried('s3:PutObject', key, () => client.send(new PutObjectCommand({ Bucket: this.name, ...object })));
    }
    async get(key, options, check) {
        const { GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
        const client = await this.s3.client();
        return this.retried('s3:GetObject', key, async () => {
            const answer = await client
                .send(new GetObjectCommand({ Bucket: this.name, Key: key, ...options }))
                .catch(undefinedIfMissing);
            if (answer === undefined)
                return undefined;
            const { Body } = answer;
            if (Body === undefined)
                throw new aws_error/* AwsError */.Gy((0,aws_error/* incompleteAnswer */.pv)('s3:GetObject', 'the object or its length'));
            try {
                check(answer);
            }
            catch (error) {
                if ('destroy' in Body)
                    Body.destroy();
                throw error;
            }
            return Body.transformToString().catch((cause) => {
                throw new BrokenBody('the connection ended within the body', { cause });
            });
        });
    }
    /** The SDK repeats requests, except for conflicts and broken bodies. */
    async retried(action, key, call) {
        try {
            return await (0,retry/* retry */.L5)(call, {
                backoff: retry_policies/* RETRY */.p6.s3Object,
                clock: this.s3.clock,
                classify: (error) => (isRepeatable(error) ? {} : undefined),
            });
        }
        catch (error) {
            throw objectError(error instanceof BrokenBody ? error.cause : error, action, { bucket: this.name, key });
        }
    }
}
class BrokenBody extends Error {
    name = 'BrokenBody';
    reason = 'aws-error';
}
/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-writes.html */
const CONFLICTS = ['ConditionalRequestConflict', 'OperationAborted'];
const isRepeatable = (error) => error instanceof BrokenBody || CONFLICTS.includes((0,aws_error/* readErrorDetails */.Je)(error, '').code);
function undefinedIfMissing(error) {
    if ((0,aws_error/* readErrorDetails */.Je)(error, '').code === 'NoSuchKey')
        return undefined;
    throw error;
}


/***/ }),

/***/ 48434:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ serveCredentials)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(78474);
/* harmony import */ var node_events__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_events__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(37067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64212);




/**
 * Serves credentials to child processes, which renew them there.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
 *
 * @returns undefined for ambient credentials, which child processes find themselves
 */
async function serveCredentials(session, runtime) {
    const credentials = session.freshCredentials ?? session.credentials;
    if (credentials === undefined)
        return undefined;
    const path = `/${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString('base64url')}`;
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString('base64url');
    for (const secret of [path, token])
        runtime.mask(secret);
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_2__.createServer)();
    server.listen(0, '127.0.0.1');
    await (0,node_events__WEBPACK_IMPORTED_MODULE_1__.once)(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('The server on 127.0.0.1 has no port');
    const host = `127.0.0.1:${address.port}`;
    server.on('request', (request, response) => {
        if (isAuthorized(request, { host, path, token }))
            void sendCredentials(response, credentials);
        else
            response.writeHead(403, { connection: 'close' }).end();
    });
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
function isAuthorized({ method, url, headers }, { host, path, token }) {
    const isRightToken = isEqualConstantTime(headers.authorization ?? '', token);
    return isEqualConstantTime(url ?? '', path) && isRightToken && method === 'GET' && headers.host === host;
}
/** `timingSafeEqual` requires equal lengths. */
function isEqualConstantTime(given, secret) {
    const digest = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest();
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(digest(given), digest(secret));
}
async function sendCredentials(response, credentials) {
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
        response.writeHead(503, headers).end(JSON.stringify(errorBody(error)));
    }
}
/** Format that the SDKs display. */
function errorBody(error) {
    if (!(error instanceof Error))
        return { code: 'CredentialsUnavailable', message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(String(error)) };
    const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
    return { code: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(code), message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(error.message) };
}


/***/ }),

/***/ 29485:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ readStateLocation),
/* harmony export */   h: () => (/* binding */ readBackend)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



const DEFAULT_WORKSPACE = 'default';
/**
 * Reads the S3 backend that `terraform init` stored.
 *
 * @returns undefined before `init` and for other backends
 */
async function readBackend(directory, { env, readFile }) {
    const stored = await readStored(directory, { env, readFile });
    if (stored.type !== 's3')
        return undefined;
    const { config, workspace } = stored;
    const { bucket, key, region, workspace_key_prefix: prefix, use_lockfile: hasLockFile } = config;
    if (typeof bucket !== 'string' || typeof key !== 'string')
        return undefined;
    return {
        bucket,
        key: workspace === DEFAULT_WORKSPACE ? key : `${nonEmptyString(prefix) ?? 'env:'}/${workspace}/${key}`,
        region: nonEmptyString(region),
        workspace,
        hasLockFile: hasLockFile === true,
    };
}
/** Reads where `terraform init` found the state, in any backend. */
async function readStateLocation(directory, runtime) {
    const s3 = await readBackend(directory, runtime);
    const { type, config, workspace } = await readStored(directory, runtime);
    if (s3 === undefined)
        return { workspace, address: [type, ...addressSettings(config)].join(' ') };
    const endpoint = addressSettings({ endpoint: config['endpoint'], endpoints: config['endpoints'] });
    return { workspace, address: [`s3://${s3.bucket}/${s3.key}`, ...endpoint].join(' ') };
}
/** Settings that say where a backend keeps the state. None of them is a credential. */
const ADDRESS_SETTINGS = new Set([
    ...['address', 'bucket', 'container_name', 'endpoint', 'endpoints', 'host', 'hostname', 'key', 'name'],
    ...[
        'namespace',
        'organization',
        'path',
        'prefix',
        'project',
        'region',
        'resource_group_name',
        'schema_name',
    ],
    ...[
        'secret_suffix',
        'storage_account_name',
        'subscription_id',
        'tablestore_table',
        'tags',
        'workspace_dir',
    ],
    ...['workspaces', 'conn_str', 'config_context', 'url', 'repo', 'subpath', 'workspace_key_prefix'],
]);
function addressSettings(config) {
    return Object.entries(config)
        .filter(([name, value]) => ADDRESS_SETTINGS.has(name) && hasValue(value))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}=${shorten(withoutUser(typeof value === 'string' ? value : JSON.stringify(value)))}`);
}
function hasValue(value) {
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(value) || Array.isArray(value))
        return Object.values(value).some(hasValue);
    return value !== null && value !== undefined && value !== '';
}
/** A URL may contain a user, a password and a token. */
const withoutUser = (text) => text.replace(/^([a-z][a-z0-9+.-]{0,20}:\/\/)[^/@]*@/i, '$1').replace(/[?#].*$/s, '');
const MAX_SETTING_LENGTH = 200;
/** Keeps long values distinct. */
const shorten = (text) => text.length <= MAX_SETTING_LENGTH
    ? text
    : `${text.slice(0, MAX_SETTING_LENGTH)}…${(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, 16)}`;
/** `.terraform/terraform.tfstate` has the format of a version 3 state plus the backend settings. */
async function readStored(directory, { env, readFile }) {
    const data = (name) => readFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, env['TF_DATA_DIR'] || '.terraform', name)).catch(undefinedIfMissing);
    // https://developer.hashicorp.com/terraform/cli/workspaces#workspace-internals
    const workspace = env['TF_WORKSPACE'] || (await data('environment'))?.trim() || DEFAULT_WORKSPACE;
    const file = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)((await data('terraform.tfstate')) ?? '');
    const backend = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(file) ? file['backend'] : undefined;
    const type = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(backend) ? nonEmptyString(backend['type']) : undefined;
    const config = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(backend) && (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(backend['config']) ? backend['config'] : {};
    return { type: type ?? 'local', config, workspace };
}
function nonEmptyString(value) {
    return typeof value === 'string' && value !== '' ? value : undefined;
}
function undefinedIfMissing(error) {
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(error) && error['code'] === 'ENOENT')
        return undefined;
    throw error;
}


/***/ }),

/***/ 81753:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ readStateSerial)
/* harmony export */ });
/** Contains the serial, but no resource and so no secret. */
const STATE_HEAD_BYTES = 1024;
/** Reads the serial of a state, which grows with every change. @throws AwsError */
async function readStateSerial(bucket, key) {
    const head = await bucket.readHead(key, STATE_HEAD_BYTES);
    const serial = /"serial":\s*(\d+)/.exec(head ?? '')?.[1];
    return serial === undefined ? undefined : Number(serial);
}


/***/ }),

/***/ 14507:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   QF: () => (/* binding */ openStateAccess),
/* harmony export */   pA: () => (/* binding */ DEFAULT_STATE_REGION),
/* harmony export */   se: () => (/* binding */ awsRuntime)
/* harmony export */ });
/* harmony import */ var _aws_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(17295);
/* harmony import */ var _aws_state_backend__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29485);


const DEFAULT_STATE_REGION = 'us-east-1';
const awsRuntime = ({ env, log, proxyUrl, clock }) => ({
    env,
    mask: log.mask,
    proxyUrl,
    clock,
});
/**
 * Reads the backend of an initialized root.
 *
 * @param sessionFor receives the configured region
 * @returns undefined unless the state is in S3
 * @throws AwsError
 */
async function openStateAccess(directory, runtime, sessionFor) {
    const backend = await (0,_aws_state_backend__WEBPACK_IMPORTED_MODULE_1__/* .readBackend */ .h)(directory, runtime);
    if (backend === undefined)
        return undefined;
    const session = await sessionFor(backend.region);
    const region = backend.region ?? session.region;
    const s3 = new _aws_bucket__WEBPACK_IMPORTED_MODULE_0__/* .S3Connection */ .t({ ...session, region }, awsRuntime(runtime));
    return { backend, bucket: new _aws_bucket__WEBPACK_IMPORTED_MODULE_0__/* .Bucket */ .f(backend.bucket, s3), s3 };
}


/***/ }),

/***/ 48911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $r: () => (/* binding */ describeRemoteLock),
  Jw: () => (/* binding */ describeState),
  zT: () => (/* binding */ isLockOfHost),
  sk: () => (/* binding */ nextStep),
  ch: () => (/* binding */ readRemoteState)
});

// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/aws/state-lock.ts


const LOCK_SUFFIX = '.tflock';
const MAX_LOCK_BYTES = 64 * 1024;
/** Reads the lock object of the S3 backend (`use_lockfile`). @param key of the state @throws AwsError */
async function readLock(bucket, key) {
    const body = await bucket.read(`${key}${LOCK_SUFFIX}`, MAX_LOCK_BYTES);
    if (body === undefined)
        return undefined;
    // An invalid object locks the state too.
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

// EXTERNAL MODULE: ./src/aws/state-serial.ts
var state_serial = __webpack_require__(81753);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/commands/stack/state-status.ts






const NOT_IN_S3 = 'the state is not in S3; read it with terraform state pull';
/**
 * Reads serial and lock from S3, which is faster than Terraform and reads no secrets. Errors become the reason.
 */
async function readRemoteState(openAccess) {
    try {
        const access = await openAccess();
        if (access === undefined)
            return { reason: NOT_IN_S3 };
        const { backend, bucket } = access;
        const lock = backend.hasLockFile ? ((await readLock(bucket, backend.key)) ?? 'none') : undefined;
        return { serial: await (0,state_serial/* readStateSerial */.q)(bucket, backend.key), lock };
    }
    catch (error) {
        return { reason: (0,failure.messageOf)(error) };
    }
}
function describeState({ outcome, remote, unsavedState, engine = plan_engine/* TERRAFORM */.n0 }) {
    const serial = 'reason' in remote ? undefined : remote.serial;
    switch (outcome) {
        case 'persisted':
            return `The state is saved${serial === undefined ? '' : ` with serial ${serial}`}.${missingSerial(remote, engine)}`;
        case 'unchanged':
            return serial === undefined
                ? 'The state is unchanged.'
                : `The state is unchanged, with serial ${serial}.`;
        case 'not-persisted': {
            const older = serial === undefined ? '' : ` The backend has an older state, with serial ${serial}.`;
            return unsavedState === undefined
                ? `The state could not be saved, neither in the backend nor in a file.${older} Import the completed changes that are listed below.`
                : `The state could not be saved in the backend.${older} The new state is in ${unsavedState}. Keep that file and run ${engine.command} state push errored.tfstate in the root before the next plan or apply.`;
        }
        case 'unknown': {
            const backend = serial === undefined ? '' : ` The backend has serial ${serial}.`;
            return `${engine.title} was killed before it reported that the state is saved.${backend}${missingSerial(remote, engine)} The last changes may be missing from the state. Compare ${engine.command} state list with the completed changes below and import missing resources.`;
        }
    }
}
function missingSerial(remote, engine) {
    if ('reason' in remote) {
        const reason = remote.reason === NOT_IN_S3 ? (0,plan_engine/* inWordsOf */.Wh)(engine, NOT_IN_S3) : remote.reason;
        return ` The serial could not be read: ${(0,format/* withoutFullStop */.Qu)(reason)}.`;
    }
    return remote.serial === undefined ? ' The backend has no state.' : '';
}
const UNKNOWN_LOCK = 'The state lock could not be read. The next run reports a lock if there is one.';
/**
 * @param isOwn returns whether this run took a lock
 * @returns an empty string if the lock is not in S3
 */
function describeRemoteLock(remote, isOwn, engine = plan_engine/* TERRAFORM */.n0) {
    if ('reason' in remote)
        return remote.reason === NOT_IN_S3 ? '' : UNKNOWN_LOCK;
    const { lock } = remote;
    if (lock === undefined)
        return '';
    if (lock === 'none')
        return 'The state is not locked.';
    const created = lock.created?.toISOString() ?? '';
    return (0,error/* lockAdvice */.q7)({ ...lock, created, kind: isOwn(lock) ? 'orphaned' : 'held' }, engine);
}
const RERUN = 're-run the job. Completed changes are kept; the remaining ones are applied.';
function nextStep(state, outcome) {
    const step = outcome === 'failed' ? `fix the cause and ${RERUN}` : RERUN;
    if (state === 'not-persisted' || state === 'unknown')
        return `Then ${step}`;
    return step.charAt(0).toUpperCase() + step.slice(1);
}
/** The owner of a lock is `user@host`. */
const isLockOfHost = ({ who }, hostname) => who.endsWith(`@${hostname}`);


/***/ }),

/***/ 55163:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ formatPath)
/* harmony export */ });
/** Formats a path in Terraform syntax: `ingress[0].tags["a b"]`. */
function formatPath(path) {
    return path.map(formatStep).join('');
}
function formatStep(step, index) {
    if (typeof step === 'number')
        return `[${step}]`;
    // An element of a set is identified only by its value.
    if (typeof step !== 'string')
        return '[…]';
    if (/^[a-z_][a-z0-9_-]*$/i.test(step))
        return index === 0 ? step : `.${step}`;
    return `[${JSON.stringify(step)}]`;
}


/***/ }),

/***/ 44418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Rx: () => (/* binding */ allowDestroyLines),
  $A: () => (/* binding */ blockingChanges),
  $Y: () => (/* binding */ findDestructiveChanges),
  q_: () => (/* binding */ unusedAllowances)
});

// EXTERNAL MODULE: ./src/plan/attribute-path.ts
var attribute_path = __webpack_require__(55163);
// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan = __webpack_require__(30333);
;// CONCATENATED MODULE: ./src/review/stateful-types.ts
/** AWS resource types whose loss an apply cannot undo, grouped by the data they hold. */
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
        'it holds in-memory data that may exist nowhere else',
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
        'without it, deleted or overwritten objects cannot be restored',
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
        'data encrypted with it can never be read again',
        `aws_cloudhsm_v2_cluster aws_kms_custom_key_store aws_kms_external_key aws_kms_key aws_kms_replica_external_key
     aws_kms_replica_key aws_paymentcryptography_key`,
    ],
    ['it holds a secret or a setting', 'aws_secretsmanager_secret aws_ssm_parameter'],
    [
        'certificates that it issued are no longer trusted',
        'aws_acmpca_certificate_authority aws_rolesanywhere_trust_anchor',
    ],
    [
        'it holds user accounts, whose passwords cannot be exported',
        'aws_cognito_identity_pool aws_cognito_user_pool aws_directory_service_directory aws_identitystore_user',
    ],
    [
        'it holds unread messages',
        `aws_kinesis_firehose_delivery_stream aws_kinesis_stream aws_kinesis_video_stream aws_mq_broker aws_msk_cluster
     aws_msk_serverless_cluster aws_sqs_queue`,
    ],
    ['it holds events to replay', 'aws_cloudtrail_event_data_store aws_cloudwatch_event_archive'],
    ['it holds DNS records, and a new zone gets other name servers', 'aws_route53_zone'],
    ['it holds logs or metrics', 'aws_cloudwatch_log_group aws_cloudwatch_log_stream aws_prometheus_workspace'],
    ['it holds dashboards', 'aws_grafana_workspace'],
    [
        'it holds source code or packages',
        'aws_codeartifact_domain aws_codeartifact_repository aws_codecommit_repository',
    ],
    ['it holds Kubernetes objects', 'aws_eks_cluster'],
    ['it manages other resources and their data', 'aws_cloudformation_stack aws_cloudformation_stack_set'],
];
/** Stateful resource types, each with the clause that says which data is lost: `it holds objects`. */
const STATEFUL_TYPES = new Map(GROUPS.flatMap(([reason, types]) => types.split(/\s+/).map((type) => [type, reason])));

;// CONCATENATED MODULE: ./src/review/destroy-guard.ts



/** Finds the stateful resources that a plan deletes, replaces or forgets, and actions that stop or delete something. */
function findDestructiveChanges(plan, options) {
    const extra = new Set(options.extraTypes.map((type) => type.trim()));
    const allowed = new Set(options.allow.map((address) => address.trim()));
    const actions = plan.actionInvocations.flatMap((action) => destructiveAction(action, allowed));
    const resources = plan.resources.flatMap((change) => {
        const dataLoss = STATEFUL_TYPES.get(change.type) ??
            (extra.has(change.type) ? 'its type is in stateful-types' : undefined);
        const kind = destructiveKind(change);
        if (dataLoss === undefined || kind === undefined || change.mode !== 'managed')
            return [];
        const { address, deposed, type, order, reason } = change;
        const verdict = kind === 'forget' ? 'note' : allowed.has(address) ? 'allowed' : 'block';
        const forcedBy = [...new Set(change.replacePaths.map(attribute_path/* formatPath */.j))];
        return [{ address, deposed, type, kind, order, dataLoss, reason, forcedBy, verdict }];
    });
    return [...resources, ...actions];
}
/** As in `aws_ec2_stop_instance`; no provider marks these types. */
const DESTRUCTIVE_ACTION = /(?:^|_)(?:abort|cancel|delete|deregister|destroy|detach|disable|drop|flush|kill|purge|reboot|remove|reset|restart|restore|revoke|shutdown|stop|suspend|terminate|truncate|uninstall|wipe)(?:_|$)/;
function destructiveAction({ address, type }, allowed) {
    if (!DESTRUCTIVE_ACTION.test(type))
        return [];
    const verdict = allowed.has(address) ? 'allowed' : 'block';
    const dataLoss = 'actions of this type stop or delete something';
    const none = { deposed: undefined, order: undefined, reason: undefined, forcedBy: [] };
    return [{ address, type, kind: 'invoke', dataLoss, verdict, ...none }];
}
function destructiveKind({ kind, order }) {
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
/** Returns the changes that block the apply. */
const blockingChanges = (changes) => changes.filter(({ verdict }) => verdict === 'block');
/** Returns the full value of `allow-destroy` that permits these changes. */
function allowDestroyLines(changes) {
    if (blockingChanges(changes).length === 0)
        return [];
    return [...new Set(changes.filter(({ verdict }) => verdict !== 'note').map(({ address }) => address))];
}
/** Returns a warning for each address in `allow-destroy` that the plan does not destroy. */
function unusedAllowances(changes, allow) {
    const used = new Set(changes.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => address));
    return allow
        .map((address) => address.trim())
        .filter((address) => address !== '' && !used.has(address))
        .map((address) => `allow-destroy lists ${address}, which this plan does not destroy. Remove it.`);
}


/***/ }),

/***/ 92614:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ ApplyProgress)
/* harmony export */ });
/** Terraform reports no steps for these. */
const STATE_ONLY_ACTIONS = ['move', 'import', 'remove', 'forget', 'noop'];
/** Tracks an apply. */
class ApplyProgress {
    resources = new Map();
    actions = new Map();
    diagnostics = [];
    summary;
    add(event) {
        if (event.kind === 'version')
            this.reset();
        else if (event.kind === 'planned-change')
            this.resource(event.address, event.action).action = event.action;
        else if (event.kind === 'apply')
            this.step(event);
        else if (event.kind === 'action')
            this.addAction(event);
        else if (event.kind === 'diagnostic')
            this.diagnostics.push(event.diagnostic);
        else if (event.kind === 'summary' && event.operation !== 'plan')
            this.summary = event;
    }
    report() {
        const all = [...this.resources].map(([address, resource]) => ({ address, ...resource }));
        const failed = all.filter((one) => one.errored || (this.hasError(one.address) && !isDone(one)));
        const others = all.filter((one) => !failed.includes(one));
        const succeeded = this.summary !== undefined;
        const applied = others.filter((one) => isDone(one) || (succeeded && STATE_ONLY_ACTIONS.includes(one.action)));
        const unfinished = others.filter((one) => !applied.includes(one) && (one.running || one.done.length > 0));
        const notStarted = others.filter((one) => !applied.includes(one) && !unfinished.includes(one));
        return {
            applied: applied.map(toAppliedResource),
            failed: failed.map((one) => ({
                ...toAppliedResource(one),
                message: this.messageOf(one.address),
                done: one.done,
                failedAction: this.failedActionAfter(one.address),
            })),
            unfinished: unfinished.map((one) => ({
                ...toAppliedResource(one),
                done: one.done,
                isRunning: one.running,
            })),
            actions: [...this.actions.values()],
            notStarted: notStarted.map(({ address, action }) => ({ address, action })),
            diagnostics: this.diagnostics,
            summary: this.summary,
        };
    }
    /** An earlier attempt did not get the lock. */
    reset() {
        this.resources.clear();
        this.actions.clear();
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
    addAction({ step, address, triggeredBy, event, error }) {
        const status = step === 'complete' ? 'completed' : step === 'errored' ? 'failed' : 'running';
        const key = JSON.stringify([address, triggeredBy, event]);
        this.actions.set(key, { address, triggeredBy, event, error, status });
    }
    /** Terraform 1.16 marks a resource as tainted if its action says `on_failure = taint`. */
    failedActionAfter(address) {
        return [...this.actions.values()].find(({ status, triggeredBy, event }) => status === 'failed' && triggeredBy === address && event?.startsWith('After') === true)?.address;
    }
    resource(address, action) {
        const known = this.resources.get(address);
        if (known !== undefined)
            return known;
        const resource = { action, seconds: 0, done: [], running: false, errored: false };
        this.resources.set(address, resource);
        return resource;
    }
    hasError(address) {
        return this.diagnostics.some((one) => one.severity === 'error' && one.address === address);
    }
    messageOf(address) {
        const own = this.diagnostics.filter((one) => one.severity === 'error' && one.address === address);
        return own.map(({ summary, detail }) => (detail === '' ? summary : `${summary}: ${detail}`)).join('\n');
    }
}
/** A replacement has two steps, in either order. */
function isDone({ action, done }) {
    return action === 'replace' ? done.includes('create') && done.includes('delete') : done.length > 0;
}
const toAppliedResource = ({ address, action, seconds }) => ({
    address,
    action,
    seconds,
});


/***/ }),

/***/ 34426:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ ERRORED_STATE_FILE),
  v: () => (/* binding */ Terraform)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/terraform/apply-progress.ts
var apply_progress = __webpack_require__(92614);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/terraform/install/version.ts
var install_version = __webpack_require__(55580);
;// CONCATENATED MODULE: ./src/terraform/arguments.ts


/** A value that cannot be passed to Terraform. */
class InvalidArgument extends Error {
    name = 'InvalidArgument';
    reason = 'invalid-input';
}
/** First versions with a feature. */
const SINCE = {
    // All other commands have had -json since 1.0. `init` reads variables in module sources (`const`).
    terraform: { initJson: '1.9.0', initVariables: '1.15.0', ephemeral: '1.10.0', actions: '1.14.0' },
    // `init` reads variables in module sources, backends and encryption.
    opentofu: { initJson: '1.12.0', initVariables: '1.8.0', ephemeral: '1.11.0', actions: undefined },
};
const isReadByInit = (version, { name } = plan_engine/* TERRAFORM */.n0) => (0,install_version/* compareVersions */.Zy)(version, SINCE[name].initVariables) >= 0;
const isReadByApply = (version, { name } = plan_engine/* TERRAFORM */.n0) => (0,install_version/* compareVersions */.Zy)(version, SINCE[name].ephemeral) >= 0;
/** @throws InvalidArgument if the engine has no provider actions */
function requireActions(version, { name, title } = plan_engine/* TERRAFORM */.n0) {
    const since = SINCE[name].actions;
    if (since !== undefined && (0,install_version/* compareVersions */.Zy)(version, since) >= 0)
        return;
    const needed = `Terraform ${SINCE.terraform.actions ?? ''} or newer`;
    throw new InvalidArgument(`invoke: ${title} ${version} has no provider actions. Remove the input, or require ${needed} in the root module.`);
}
/** Returns the arguments of `terraform init`. @param values arguments of backend settings and variables */
function initArguments(options, { version, hasLockFile, engine = plan_engine/* TERRAFORM */.n0, }, values = []) {
    const { backend = 'configured', lockfile = hasLockFile ? 'readonly' : 'update' } = options;
    return rejectNulCharacters([
        'init',
        '-input=false',
        (0,install_version/* compareVersions */.Zy)(version, SINCE[engine.name].initJson) >= 0 ? '-json' : '-no-color',
        ...(lockfile === 'readonly' ? ['-lockfile=readonly'] : []),
        ...(backend === 'none' ? ['-backend=false'] : []),
        ...values,
    ]);
}
/** Returns the arguments of `terraform plan`. @param values arguments of variables */
function planArguments(planFile, options, values = []) {
    const { targets = [], replace = [], invoke } = options;
    return rejectNulCharacters([
        'plan',
        '-input=false',
        '-json',
        // 0: no changes, 1: error, 2: changes.
        '-detailed-exitcode',
        `-out=${planFile}`,
        ...commonArguments(options),
        ...values,
        ...targets.map((address) => `-target=${address}`),
        ...replace.map((address) => `-replace=${address}`),
        ...(invoke === undefined ? [] : [`-invoke=${invoke}`]),
    ]);
}
/** Returns the arguments of `terraform apply`. @param values arguments of variables */
function applyArguments(planFile, options, values = []) {
    return rejectNulCharacters([
        'apply',
        '-input=false',
        '-json',
        ...commonArguments(options),
        ...values,
        positionalArgument('plan file', planFile),
    ]);
}
function commonArguments({ lock, lockTimeout, parallelism }) {
    return [
        ...(lock === 'none' ? ['-lock=false'] : []),
        ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
        ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
    ];
}
/**
 * Returns the value.
 *
 * @throws InvalidArgument if Terraform would parse it as an option
 */
function positionalArgument(name, value) {
    if (value !== '' && !value.startsWith('-'))
        return value;
    throw new InvalidArgument(`${name}: '${value}' cannot be passed on because it ${value === '' ? 'is empty' : 'begins with a hyphen'}`);
}
function rejectNulCharacters(args) {
    const at = args.findIndex((arg) => arg.includes('\0'));
    if (at < 0)
        return args;
    const [option] = (args[at] ?? '').split('=', 1);
    throw new InvalidArgument(`${option ?? ''}: the value contains a NUL character, which a process argument cannot contain. Remove it.`);
}

// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var diagnostic = __webpack_require__(10917);
// EXTERNAL MODULE: ./src/terraform/json-output.ts
var json_output = __webpack_require__(2564);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan_plan = __webpack_require__(30333);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(82877);
// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(53326);
// EXTERNAL MODULE: ./src/terraform/configuration.ts + 1 modules
var terraform_configuration = __webpack_require__(52052);
// EXTERNAL MODULE: ./src/terraform/environment-arguments.ts + 1 modules
var environment_arguments = __webpack_require__(12736);
// EXTERNAL MODULE: ./src/terraform/environment-secrets.ts
var environment_secrets = __webpack_require__(85085);
// EXTERNAL MODULE: ./src/terraform/given-values.ts
var given_values = __webpack_require__(79700);
;// CONCATENATED MODULE: ./src/terraform/value-files.ts




/** Every program of the machine can read a command line, but not these files. */
const FILE_MODE = 0o600;
/** Placeholder for the value of a variable that the root module does not declare. */
const UNDECLARED_VALUE = '(value omitted)';
/**
 * Writes the values of variables to a file, and returns the arguments with which Terraform reads them as it would
 * read `-var`.
 *
 * @throws InvalidArgument for a value that no program can receive
 */
async function variableArguments({ variables = [], varFiles = [] }, { variables: declared }, folder) {
    const given = varFiles.map((path) => `-var-file=${withoutNul('-var-file', path)}`);
    if (variables.length === 0)
        return { args: given, files: [] };
    // As on a command line, the last value counts.
    const values = new Map(variables.map((item) => (0,given_values/* splitItem */.o1)(withoutNul('-var', item))));
    const undeclared = [...values.keys()].filter((name) => !declared.has(name));
    const known = [...values].filter(([name]) => declared.has(name));
    const lines = known.map(([name, value]) => assignment(name, value, declared.get(name)?.syntax ?? 'text'));
    const path = (0,external_node_path_.join)(folder, `${process.pid}-variables.tfvars`);
    await (0,promises_.writeFile)(path, lines.join(''), { mode: FILE_MODE });
    return {
        // In a file, Terraform only warns of an undeclared variable.
        args: [...given, ...undeclared.map((name) => `-var=${name}=${UNDECLARED_VALUE}`), `-var-file=${path}`],
        files: [path],
    };
}
/**
 * Writes the `name=value` items of `backend-config` to files, and returns the arguments in their order.
 *
 * @throws InvalidArgument
 */
async function backendArguments(items, folder) {
    const args = [];
    const files = [];
    for (const [at, item] of items.entries()) {
        const clean = withoutNul('-backend-config', item);
        const [name, value] = (0,given_values/* splitItem */.o1)(clean);
        if (!clean.includes('=') || !IDENTIFIER.test(name)) {
            args.push(`-backend-config=${clean}`);
            continue;
        }
        const path = (0,external_node_path_.join)(folder, `${process.pid}-backend-${at}.tfbackend`);
        await (0,promises_.writeFile)(path, assignment(name, value, /^\s*[{[]/.test(value) ? 'expression' : 'text'), {
            mode: FILE_MODE,
        });
        files.push(path);
        args.push(`-backend-config=${path}`);
    }
    return { args, files };
}
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** Parentheses let an expression span lines. */
const assignment = (name, value, syntax) => `${name} = ${syntax === 'text' ? quote(value) : `(\n${value}\n)`}\n`;
/** Quotes a text as an HCL string. */
function quote(text) {
    const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c');
    // An escaped brace begins no expression, whatever precedes it.
    return `"${escaped.replace(/([$%])\{/g, '$1\\u007b')}"`;
}
function withoutNul(option, value) {
    if (!value.includes('\0'))
        return value;
    throw new InvalidArgument(`${option}: the value contains a NUL character, which a process argument cannot contain. Remove it.`);
}

;// CONCATENATED MODULE: ./src/terraform/root-values.ts






/**
 * Registers the secrets that are known before Terraform runs, and writes the values of variables to a file.
 *
 * @throws InvalidArgument
 */
async function prepareValues(directory, inputs, { env, folder, addSecrets }) {
    const configuration = await (0,terraform_configuration/* readConfiguration */.TD)(directory, env['TF_DATA_DIR']);
    const more = (0,environment_arguments/* environmentArguments */.iT)(env);
    const all = {
        variables: [...(inputs.variables ?? []), ...more.variables],
        varFiles: [...(inputs.varFiles ?? []), ...more.varFiles],
    };
    addSecrets([...(0,environment_secrets/* environmentSecrets */.P)(env), ...(await (0,given_values/* givenSecrets */.BN)(directory, all, { configuration, env }))]);
    return { configuration, ...(await variableArguments(inputs, configuration, folder)) };
}
/**
 * Registers the secrets in backend settings, and writes the settings to files.
 *
 * @throws InvalidArgument
 */
async function prepareBackend(directory, items, { env, folder, addSecrets }) {
    addSecrets(await (0,given_values/* backendSecrets */.a2)(directory, [...items, ...(0,environment_arguments/* environmentArguments */.iT)(env).backendConfig]));
    return backendArguments(items, folder);
}
/**
 * Adds the values of variables to a command that only OpenTofu lets have them: state and plan may be encrypted with one.
 *
 * @throws InvalidArgument
 */
async function addValues(command, { directory, inputs }, runtime) {
    const [name = ''] = command.args;
    if (!encryptsWithVariables(runtime) || !TAKES_VALUES.test(name))
        return command;
    const values = await prepareValues(directory, inputs, runtime);
    // Options come before other arguments.
    const words = /^(?:state|workspace)$/.test(name) ? 2 : 1;
    return {
        ...command,
        args: [...command.args.slice(0, words), ...values.args, ...command.args.slice(words)],
        temporaryFiles: values.files,
    };
}
const TAKES_VALUES = /^(?:show|output|state|workspace|force-unlock)$/;
/** OpenTofu evaluates variables in `encryption` blocks since the version whose `init` reads them. */
const encryptsWithVariables = ({ version, engine }) => engine?.name === 'opentofu' && isReadByInit(version, engine);
/** Returns the arguments for the variables that no plan file has, and for those that may decrypt it. */
function applyValues({ configuration, args }, { version, engine }) {
    if (encryptsWithVariables({ version, engine }))
        return args;
    const isEphemeral = [...configuration.variables.values()].some((one) => one.isEphemeral);
    return isEphemeral && isReadByApply(version, engine) ? args : [];
}

// EXTERNAL MODULE: ./src/terraform/runner.ts + 1 modules
var terraform_runner = __webpack_require__(5731);
// EXTERNAL MODULE: ./src/plan/sensitive-values.ts
var sensitive_values = __webpack_require__(5582);
;// CONCATENATED MODULE: ./src/terraform/workspace.ts

/** @throws InvalidArgument, TerraformFailed */
async function selectWorkspace(name, { missing, forced, run }) {
    const workspace = positionalArgument('workspace', name);
    // Terraform refuses to select or create a workspace then.
    if (forced === workspace)
        return;
    if (forced !== undefined)
        throw new InvalidArgument(`workspace: '${workspace}' differs from TF_WORKSPACE, which is '${forced}'. Remove one of them.`);
    const command = (verb) => ({
        args: ['workspace', verb, '-no-color', workspace],
        output: 'events',
    });
    const result = await run({ ...command('select'), expectedExitCodes: missing === 'create' ? [0, 1] : [0] });
    if (result.exit.exitCode !== 0)
        await run(command('new'));
}

;// CONCATENATED MODULE: ./src/terraform/cli.ts

















/** Terraform writes a state here that it cannot save in the backend. */
const ERRORED_STATE_FILE = 'errored.tfstate';
/** Runs Terraform commands in one directory, without a shell. */
class Terraform {
    directory;
    runtime;
    runner;
    /** Of the last command that took values of variables. */
    inputs = {};
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
        this.runner = new terraform_runner/* Runner */.by(directory, runtime);
    }
    get engine() {
        return this.runtime.engine ?? plan_engine/* TERRAFORM */.n0;
    }
    /** @throws TerraformFailed, TerraformNotStarted, TerraformCancelled; so do all other methods */
    async init(options = {}) {
        const { directory, runtime } = this;
        const { version, engine } = runtime;
        const { backend, backendConfig = [], varFiles, variables } = options;
        this.inputs = options;
        const hasLockFile = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, '.terraform.lock.hcl'));
        // Its secrets also where `init` gets no variables.
        const values = await prepareValues(directory, { varFiles, variables }, runtime);
        const settings = await prepareBackend(directory, backend === 'none' ? [] : backendConfig, runtime);
        const given = [...settings.args, ...(isReadByInit(version, engine) ? values.args : [])];
        const args = initArguments(options, { version, hasLockFile, engine }, given);
        const temporaryFiles = [...settings.files, ...values.files];
        return (await this.runner.run({ args, output: 'events', temporaryFiles })).diagnostics;
    }
    /** @throws InvalidArgument too */
    selectWorkspace(name, { missing }) {
        const forced = this.runtime.env['TF_WORKSPACE'] || undefined;
        return selectWorkspace(name, { missing, forced, run: (command) => this.run(command) });
    }
    async validate() {
        const command = {
            args: ['validate', '-json'],
            expectedExitCodes: [0, 1],
            output: 'document',
        };
        let found;
        const result = await this.runner.run(command, async (path) => {
            const reported = (0,json_output/* parseValidation */.fu)(await (0,json_output/* readOutputFile */.eZ)(path));
            found = reported
                ?.map((one) => (0,redact/* redactDeep */.KL)(one, this.runtime.redact))
                .filter(json/* isRecord */.u4)
                .map(diagnostic/* parseDiagnostic */.Z5);
        });
        if (found === undefined)
            throw this.runner.failure(command, result);
        return found;
    }
    /** Returns the paths that `terraform fmt` would change. */
    async fmtCheck() {
        const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color'];
        // 2: a file cannot be parsed, 3: a file is not formatted.
        const text = await this.text({ args, expectedExitCodes: [0, 3], output: 'document' });
        return text.split(/\r?\n/).filter((line) => line !== '');
    }
    /**
     * Plans into a file and reads it.
     *
     * @throws InvalidPlan too
     */
    async plan(planFile, options = {}) {
        let plan;
        let json = '';
        const read = async () => {
            // A failed plan may write a file too.
            if (plan !== undefined || !(0,external_node_fs_.existsSync)(planFile))
                return;
            json = await this.show(planFile);
            plan = (0,plan_plan/* parsePlan */.vS)(json);
            this.runtime.addSecrets(plan.secrets);
        };
        if (options.invoke !== undefined)
            requireActions(this.runtime.version, this.engine);
        this.inputs = options;
        await (0,promises_.rm)(planFile, { force: true });
        const values = await prepareValues(this.directory, options, this.runtime);
        const result = await this.runner.run({
            args: planArguments(planFile, options, values.args),
            expectedExitCodes: [0, 2],
            output: 'events',
            readSecrets: async (output) => {
                await read();
                if (plan === undefined && output.mayHaveReadSecrets)
                    throw new plan_plan/* InvalidPlan */.tH('there is no plan');
            },
            hasNewKeys: true,
            configuration: values.configuration,
            temporaryFiles: values.files,
        });
        await read();
        if (plan === undefined)
            throw new plan_plan/* InvalidPlan */.tH(`${this.engine.command} plan wrote no plan file ${planFile}`);
        return { plan, json, hasChanges: result.exit.exitCode === 2, diagnostics: result.diagnostics };
    }
    /** Returns a plan file or the state as JSON. */
    async show(planFile) {
        const file = planFile === undefined ? [] : [positionalArgument('plan file', planFile)];
        return this.text({ args: ['show', '-json', '-no-color', ...file], output: 'document', when: 'always' });
    }
    async apply(planFile, options = {}) {
        this.inputs = options;
        const progress = new apply_progress/* ApplyProgress */.U();
        const { runtime, directory } = this;
        const runner = new terraform_runner/* Runner */.by(directory, {
            ...runtime,
            onEvent: (event) => {
                progress.add(event);
                runtime.onEvent(event);
            },
        });
        const values = await prepareValues(directory, options, runtime);
        const command = {
            args: applyArguments(planFile, options, applyValues(values, runtime)),
            expectedExitCodes: 'any',
            output: 'events',
            configuration: values.configuration,
            temporaryFiles: values.files,
            readSecrets: async ({ exit }) => {
                // The backend's state is older.
                const isUnsaved = (0,external_node_fs_.existsSync)((0,external_node_path_.join)(directory, ERRORED_STATE_FILE));
                const state = await this.show(isUnsaved ? ERRORED_STATE_FILE : undefined);
                runtime.addSecrets((0,sensitive_values/* sensitiveStateValues */.m)((0,plan_json/* parseJsonExactly */.OT)(state)));
                if (exit.signal !== undefined)
                    throw new plan_plan/* InvalidPlan */.tH('the state is older than the apply');
            },
        };
        const result = await runner.run(command);
        const succeeded = result.exit.exitCode === 0;
        return {
            succeeded,
            exit: result.exit,
            interrupted: runtime.interruption?.aborted ?? false,
            report: progress.report(),
            lock: result.diagnostics.map(diagnostic/* lockOf */.Vx).find((one) => one !== undefined),
            unsavedState: this.unsavedState(result.diagnostics),
            failure: succeeded ? undefined : runner.failure(command, result),
        };
    }
    async output() {
        const args = ['output', '-json', '-no-color'];
        return (0,json_output/* parseOutputs */.Q8)(await this.text({ args, output: 'document', when: 'always' }));
    }
    /** Undefined without a state. */
    async stateVersion() {
        let head;
        await this.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
            head = await (0,json_output/* readStateVersion */.oO)(path);
        });
        return head;
    }
    /** Removes a lock, regardless of its holder. */
    async forceUnlock(id) {
        const args = ['force-unlock', '-force', '-no-color', positionalArgument('lock id', id)];
        await this.run({ args, output: 'events', when: 'always' });
    }
    /** Fails if the backend has another lineage or a newer serial. */
    async pushState(file) {
        const args = ['state', 'push', positionalArgument('state file', (0,external_node_path_.resolve)(file))];
        await this.run({ args, output: 'events', when: 'always' });
    }
    async run(...[command, read]) {
        const { directory, inputs, runtime } = this;
        return this.runner.run(await addValues(command, { directory, inputs }, runtime), read);
    }
    async text(command) {
        let text = '';
        await this.run(command, async (path) => {
            text = await (0,json_output/* readOutputFile */.eZ)(path);
        });
        return text;
    }
    unsavedState(diagnostics) {
        const path = (0,external_node_path_.join)(this.directory, ERRORED_STATE_FILE);
        const isNamed = diagnostics.some(({ detail }) => detail.includes(ERRORED_STATE_FILE));
        return isNamed && (0,external_node_fs_.existsSync)(path) ? path : undefined;
    }
}


/***/ }),

/***/ 12736:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  iT: () => (/* binding */ environmentArguments),
  AB: () => (/* binding */ environmentOptions),
  Mp: () => (/* binding */ isOn),
  c: () => (/* binding */ malformedArguments)
});

;// CONCATENATED MODULE: ./src/text/shell-words.ts
const SPACE = /[ \t\r\n]/;
const OPERATOR = /[;&|<>]/;
/**
 * Splits a text as Terraform and OpenTofu split `TF_CLI_ARGS`: the rules of mattn/go-shellwords, without substitutions.
 * A backslash protects any character, also in double quotes, and the text ends at an operator of the shell.
 */
function splitShellWords(text) {
    const words = [];
    let word;
    let isEscaped = false;
    let quote;
    /** The character that ends a substitution, which stays in the word. */
    let end;
    for (const char of text) {
        const isPlain = quote === undefined && end === undefined;
        if (isEscaped) {
            word = (word ?? '') + char;
            isEscaped = false;
        }
        else if (char === '\\' && quote !== "'") {
            isEscaped = true;
        }
        else if (isPlain && SPACE.test(char)) {
            if (word !== undefined)
                words.push(word);
            word = undefined;
        }
        else if (isQuote(char) && end !== ')' && (quote ?? char) === char) {
            if (quote !== undefined)
                word ??= '';
            quote = quote === undefined ? char : undefined;
        }
        else if (isPlain && OPERATOR.test(char)) {
            // A number before `>` is a file descriptor.
            if (char === '>' && /^[0-9]/.test(word ?? ''))
                word = undefined;
            break;
        }
        else if (quote === undefined && char === '(' && end !== '`') {
            if (end === ')' || word?.endsWith('$') !== true)
                return { words, isComplete: false };
            end = ')';
            word += char;
        }
        else {
            if (quote === undefined && char === '`' && end !== ')')
                end = end === '`' ? undefined : '`';
            if (quote === undefined && char === ')' && end !== '`')
                end = end === ')' ? undefined : ')';
            word = (word ?? '') + char;
        }
    }
    if (word !== undefined)
        words.push(word);
    return { words, isComplete: !isEscaped && quote === undefined && end === undefined };
}
const isQuote = (char) => char === '"' || char === "'";

;// CONCATENATED MODULE: ./src/terraform/environment-arguments.ts

/** Options whose value may be the next word. All others are boolean. */
const VALUED = new Set([
    ...['var', 'var-file', 'target', 'target-file', 'exclude', 'exclude-file', 'replace', 'invoke'],
    ...['out', 'generate-config-out', 'parallelism', 'lock-timeout', 'state', 'state-out', 'backup'],
    ...['backend-config', 'plugin-dir', 'from-module', 'lockfile', 'test-directory', 'deprecation'],
]);
const VARIABLE = /^TF_CLI_ARGS(?:_\w+)?$/;
/** Reads the options that Terraform adds to its commands. */
function environmentOptions(env) {
    return Object.entries(env).flatMap(([variable, text = '']) => VARIABLE.test(variable) ? readOptions(variable, splitShellWords(text).words) : []);
}
/** Returns the environment variables with options that Terraform cannot split into words. */
const malformedArguments = (env) => Object.entries(env).flatMap(([variable, text = '']) => VARIABLE.test(variable) && !splitShellWords(text).isComplete ? [variable] : []);
function readOptions(variable, words) {
    const options = [];
    for (let at = 0; at < words.length; at += 1) {
        const [, flag = '', name, given] = /^(--?([^-=][^=]*))(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
        if (name === undefined)
            continue;
        const takesNext = given === undefined && VALUED.has(name);
        options.push({ variable, name, flag, value: takesNext ? words[at + 1] : given });
        if (takesNext)
            at += 1;
    }
    return options;
}
const ON = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const OFF = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);
/** Reads a boolean option as Go's flag package does. @returns undefined if Terraform rejects the value */
function isOn({ value }) {
    if (value === undefined || ON.has(value))
        return true;
    return OFF.has(value) ? false : undefined;
}
/** Reads `-var`, `-var-file` and `-backend-config` in TF_CLI_ARGS and `TF_CLI_ARGS_<command>`. */
function environmentArguments(env) {
    const options = environmentOptions(env);
    const valuesOf = (name) => options.flatMap((option) => (option.name === name ? (option.value ?? []) : []));
    return {
        variables: valuesOf('var'),
        varFiles: valuesOf('var-file'),
        backendConfig: valuesOf('backend-config'),
    };
}


/***/ }),

/***/ 61177:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ terraformEnvironment)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_os__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_secret_forms__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(88613);


/** Variables that give access to GitHub or to the runner. */
const JOB_VARIABLES = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
const TOKEN_VARIABLES = [
    'GITHUB_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
/** Variables that take precedence over the endpoint, or configure it. */
const AWS_CREDENTIAL_VARIABLES = new Set([
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
 * Returns the step's environment without the job's tokens.
 *
 * @param credentials `inherited` keeps the step's AWS credentials, `none` removes them
 */
function terraformEnvironment(env, credentials) {
    const tokens = TOKEN_VARIABLES.flatMap((name) => (0,_text_secret_forms__WEBPACK_IMPORTED_MODULE_1__/* .secretForms */ .e)(env[name] ?? ''));
    const inherited = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !JOB_VARIABLES.test(entry[0]) &&
        !containsToken(entry[1], tokens) &&
        (credentials === 'inherited' || !AWS_CREDENTIAL_VARIABLES.has(entry[0].toUpperCase())));
    return {
        ...Object.fromEntries(inherited),
        ...proxyExclusions(env),
        ...(credentials === 'inherited' ? {} : NO_OTHER_CREDENTIALS),
        ...(typeof credentials === 'string' ? {} : endpointVariables(credentials)),
        TF_IN_AUTOMATION: 'true',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: 'true',
    };
}
const containsToken = (value, tokens) => tokens.some((token) => value.includes(token));
function endpointVariables({ uri, token }) {
    return {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: uri,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
    };
}
/** Profiles precede the endpoint, the instance role follows it. */
const NO_OTHER_CREDENTIALS = {
    AWS_CONFIG_FILE: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
    AWS_SHARED_CREDENTIALS_FILE: node_os__WEBPACK_IMPORTED_MODULE_0__.devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
};
const LOOPBACK = '127.0.0.1';
/** Go reads NO_PROXY first, then no_proxy. */
function proxyExclusions(env) {
    const given = env['NO_PROXY'] || env['no_proxy'] || '';
    const hosts = given.split(',').map((host) => host.trim());
    const value = hosts.some((host) => host === '*' || host === LOOPBACK)
        ? given
        : [given, LOOPBACK].filter(Boolean).join(',');
    return env['no_proxy'] === undefined ? { NO_PROXY: value } : { NO_PROXY: value, no_proxy: value };
}


/***/ }),

/***/ 79700:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BN: () => (/* binding */ givenSecrets),
/* harmony export */   a2: () => (/* binding */ backendSecrets),
/* harmony export */   mV: () => (/* binding */ givenTexts),
/* harmony export */   o1: () => (/* binding */ splitItem)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21789);
/* harmony import */ var _configuration_block__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(93146);




/** Splits `name=value`. */
function splitItem(item) {
    const at = item.indexOf('=');
    return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
}
/**
 * Returns the values of secret variables wherever Terraform reads them, and the secrets in the configuration.
 * The plan's JSON has no ephemeral values, and a plan that fails has no JSON.
 */
async function givenSecrets(directory, { variables = [], varFiles = [] }, { configuration, env, }) {
    const isSecret = (name) => configuration.variables.get(name)?.isSecret === true;
    const files = [...(await automaticFiles(directory)), ...varFiles];
    const inFiles = await Promise.all(files.map((path) => readVarFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path))));
    const environment = Object.entries(env).flatMap(([name, value]) => name.startsWith('TF_VAR_') ? [[name.slice('TF_VAR_'.length), valueOf(value)]] : []);
    const items = variables.map((item) => {
        const [name, value] = splitItem(item);
        return [name, valueOf(value)];
    });
    const defaults = [...configuration.variables].flatMap(([name, declared]) => declared.defaults.map((one) => [name, one]));
    const given = [...inFiles.flat(), ...environment, ...items, ...defaults].filter(([name]) => isSecret(name));
    return [...configuration.literals, ...given.flatMap(([, { literals }]) => literals)];
}
/** The whole text and what is quoted in it: the type decides which of them is the value. */
const valueOf = (text) => ({ text, literals: [text, ...(0,_configuration_block__WEBPACK_IMPORTED_MODULE_2__/* .parseExpression */ .YK)(text).literals] });
/** Returns the last given text of each variable, in Terraform's order of precedence. */
async function givenTexts(directory, { variables = [], varFiles = [] }, env) {
    const environment = Object.entries(env).flatMap(([name, value = '']) => name.startsWith('TF_VAR_') ? [[name.slice('TF_VAR_'.length), value]] : []);
    const files = [...(await automaticFiles(directory)), ...varFiles];
    const inFiles = await Promise.all(files.map((path) => readVarFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path))));
    const texts = inFiles
        .flat()
        .map(([name, { text, literals }]) => [name, text || JSON.stringify(literals)]);
    return new Map([...environment, ...texts, ...variables.map(splitItem)]);
}
/** Relative to the root module. */
async function automaticFiles(directory) {
    const names = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readdir)(directory).catch(() => []);
    return names.filter((name) => /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name));
}
/** An unreadable file is reported by Terraform. */
async function readVarFile(path) {
    const text = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8').catch(() => '');
    if (!path.endsWith('.json'))
        return [...(0,_configuration_block__WEBPACK_IMPORTED_MODULE_2__/* .parseHcl */ .z4)(text).attributes];
    const values = (0,_configuration_block__WEBPACK_IMPORTED_MODULE_2__/* .isTooDeep */ .f_)(text) ? undefined : (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(text);
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(values))
        return [];
    return Object.entries(values).map(([name, value]) => [name, { text: '', literals: (0,_configuration_block__WEBPACK_IMPORTED_MODULE_2__/* .leavesOf */ .wf)(value) }]);
}
/** Settings of a backend that are credentials. */
const BACKEND_CREDENTIAL = /secret|token|passw|access_key|private_key|client_certificate|conn_str|credential|external_id|sas_|encryption_key/i;
/** Returns the secrets in `backend-config` items and files. */
async function backendSecrets(directory, items) {
    const pairs = items
        .filter((item) => item.includes('='))
        .map((item) => {
        const [name, value] = splitItem(item);
        return [name, valueOf(value)];
    });
    const files = items.filter((item) => !item.includes('='));
    const inFiles = await Promise.all(files.map((path) => readVarFile((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(directory, path))));
    return [...pairs, ...inFiles.flat()]
        .filter(([name, { text }]) => BACKEND_CREDENTIAL.test(name) || BACKEND_CREDENTIAL.test(text))
        .flatMap(([, { literals }]) => literals);
}


/***/ }),

/***/ 55580:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   SO: () => (/* binding */ pickVersion),
/* harmony export */   Zy: () => (/* binding */ compareVersions),
/* harmony export */   ib: () => (/* binding */ satisfies),
/* harmony export */   y: () => (/* binding */ exactVersion)
/* harmony export */ });
/* unused harmony export InvalidConstraint */
const OPERATORS = ['<=', '>=', '!=', '~>', '<', '>', '='];
/** An invalid version constraint. */
class InvalidConstraint extends Error {
    name = 'InvalidConstraint';
    reason = 'invalid-input';
}
const VERSION = /^v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
function parseVersion(text) {
    const [, numbers, prerelease] = VERSION.exec(text.trim()) ?? [];
    if (numbers === undefined)
        return undefined;
    const [major = 0, minor = 0, patch = 0] = numbers.split('.').map(Number);
    if (![major, minor, patch].every(Number.isSafeInteger))
        return undefined;
    const segmentCount = numbers.split('.').length;
    return { segments: [major, minor, patch], segmentCount, prerelease: prerelease?.split('.') ?? [] };
}
/**
 * Whether a version satisfies a constraint
 * (https://developer.hashicorp.com/terraform/language/expressions/version-constraints).
 * A pre-release must be named by a clause.
 *
 * @param constraint empty allows any release
 * @throws InvalidConstraint
 */
function satisfies(version, constraint) {
    const clauses = parseConstraint(constraint);
    const candidate = parseVersion(version);
    return candidate !== undefined && satisfiesAll(candidate, clauses);
}
/**
 * Returns the newest version that satisfies a constraint.
 *
 * @throws InvalidConstraint
 */
function pickVersion(constraint, available) {
    const clauses = parseConstraint(constraint);
    const matching = available.flatMap((text) => {
        const version = parseVersion(text);
        return version !== undefined && satisfiesAll(version, clauses) ? [{ text, version }] : [];
    });
    return matching.sort((a, b) => compare(b.version, a.version))[0]?.text;
}
/**
 * Returns the version of an `=` constraint; otherwise undefined.
 *
 * @throws InvalidConstraint
 */
function exactVersion(constraint) {
    const [clause, ...others] = parseConstraint(constraint);
    if (clause === undefined || others.length > 0 || clause.operator !== '=')
        return undefined;
    const { segments, prerelease } = clause.version;
    return segments.join('.') + (prerelease.length === 0 ? '' : `-${prerelease.join('.')}`);
}
/** Returns a negative number if `a` is older. Invalid versions are the oldest. */
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
        throw new InvalidConstraint(`'${constraint}' is not a version constraint: '${text}' must be one of ${OPERATORS.join(' ')} ` +
            `and a version, such as ~> 1.11 or >= 1.11.0, < 2.0.0`);
    });
}
function satisfiesAll(version, clauses) {
    const isNamed = clauses.some((clause) => clause.operator !== '!=' &&
        clause.version.prerelease.length > 0 &&
        hasSameSegments(version, clause.version));
    if (version.prerelease.length > 0 && !isNamed)
        return false;
    return clauses.every((clause) => satisfiesClause(version, clause));
}
function satisfiesClause(version, { operator, version: limit }) {
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
/** Pre-releases compare only with equal segments. */
function isComparable(version, limit) {
    if (version.prerelease.length === 0)
        return true;
    return limit.prerelease.length > 0 && hasSameSegments(version, limit);
}
/** `~>` allows only the last written segment to increase. */
function isPessimistic(version, limit) {
    if (limit.prerelease.length > 0 && version.prerelease.length === 0)
        return false;
    return limit.segments
        .slice(0, limit.segmentCount - 1)
        .every((number, at) => number === version.segments[at]);
}
const hasSameSegments = (a, b) => a.segments.every((number, at) => number === b.segments[at]);
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
/* harmony export */   eZ: () => (/* binding */ readOutputFile),
/* harmony export */   fu: () => (/* binding */ parseValidation),
/* harmony export */   oO: () => (/* binding */ readStateVersion)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** Maximum string length in V8. */
const MAX_TEXT_BYTES = 0x1fffffe8;
/**
 * Reads a file of Terraform's standard output.
 *
 * @throws Error if it is longer than a string can be
 */
async function readOutputFile(path, maxBytes = MAX_TEXT_BYTES) {
    const { size } = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.stat)(path);
    if (size <= maxBytes)
        return (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    const [megabytes, limit] = [size, maxBytes].map((bytes) => Math.floor(bytes / 1_000_000));
    throw new Error(`the plan or state as JSON is too large: ${megabytes ?? 0} MB, the maximum is ${limit ?? 0} MB. ` +
        'Split the stack, or plan a part of it with the input target.');
}
const HEAD_BYTES = 4096;
/** Reads the beginning of a state file, which contains no secrets. */
async function readStateVersion(path) {
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
        if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(output))
            outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false });
    }
    return outputs;
}
/** Reads `terraform version -json`; undefined for other text. */
function parseVersionReport(text) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text) ?? {}, 'terraform_version');
}
/** Reads `terraform validate -json`; undefined for other text. */
function parseValidation(text) {
    const report = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(text);
    if (report === undefined || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(report, 'error_count') === undefined)
        return undefined;
    const { diagnostics } = report;
    return Array.isArray(diagnostics) ? diagnostics.filter(_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4) : [];
}


/***/ })

};

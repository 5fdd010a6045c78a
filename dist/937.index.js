export const id = 937;
export const ids = [937];
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

/***/ 30937:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ecr: () => (/* binding */ Ecr)
});

// EXTERNAL MODULE: ./src/aws/client.ts
var client = __webpack_require__(40658);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
;// CONCATENATED MODULE: ./src/aws/ecr-login.ts

/**
 * Parses the answer of `GetAuthorizationToken`, whose token is `AWS:<password>` in base64. Masks both first.
 *
 * @throws AwsError for an incomplete answer
 */
function parseLogin({ authorizationData }, runtime) {
    const { authorizationToken = '', expiresAt, proxyEndpoint = '' } = authorizationData?.[0] ?? {};
    const [, username, password] = /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? [];
    for (const secret of [authorizationToken, password])
        if (secret)
            runtime.mask(secret);
    const host = URL.canParse(proxyEndpoint) ? new URL(proxyEndpoint).host : '';
    if (!username || !password || !expiresAt || host === '') {
        throw new aws_error/* AwsError */.Gy((0,aws_error/* incompleteAnswer */.pv)('ecr:GetAuthorizationToken', "the registry's address or password"));
    }
    return { host, username, password, expiresAt };
}

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/aws/ecr-repository.ts


/** Settings of new repositories. */
const REPOSITORY_SETTINGS = {
    imageTagMutability: 'IMMUTABLE',
    imageScanningConfiguration: { scanOnPush: true },
    encryptionConfiguration: { encryptionType: 'AES256' },
    tags: [{ Key: 'managed-by', Value: 'langfuse-deploy' }],
};
/**
 * Expires untagged images, which interrupted copies leave behind. ECR does not expire untagged manifests of a tagged
 * index (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html, evaluation rules).
 */
const LIFECYCLE_POLICY = JSON.stringify({
    rules: [
        {
            rulePriority: 1,
            description: 'Expire untagged images after 30 days',
            selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
            action: { type: 'expire' },
        },
    ],
});
/** Error of `CreateRepository`. */
function creationError(error, name, region) {
    const details = (0,aws_error/* readErrorDetails */.Je)(error, 'ecr:CreateRepository');
    const message = `repository ${name} could not be created: ${details.message}`;
    if (!(0,aws_error/* isDenied */.GZ)(details))
        return new aws_error/* AwsError */.Gy({ ...details, message }, { cause: error });
    const advice = `Allow ${(0,aws_error/* missingPermission */.Up)(details)} on repository/${name} in a policy of the role, ` +
        `or create the repository (${createCommand(name, region)}) and set create-repositories: false.`;
    return new aws_error/* AwsError */.Gy({ ...details, message }, { cause: error, advice });
}
/** Warning for a failed `PutLifecyclePolicy`; it only affects costs. */
function missingPolicyWarning(error, name, region) {
    const details = (0,aws_error/* readErrorDetails */.Je)(error, 'ecr:PutLifecyclePolicy');
    const remedy = (0,aws_error/* isDenied */.GZ)(details)
        ? `Allow ${(0,aws_error/* missingPermission */.Up)(details)} for later repositories and run`
        : 'Run';
    return (`Repository ${name} was created without a lifecycle policy, so untagged images are kept: ${(0,format/* withoutFullStop */.Qu)(details.message)} ` +
        `(${details.code}). ${remedy}: ${policyCommand(name, region)}`);
}
function createCommand(name, region) {
    return (`aws ecr create-repository --region ${region} --repository-name ${name} ` +
        '--image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true');
}
function policyCommand(name, region) {
    return `aws ecr put-lifecycle-policy --region ${region} --repository-name ${name} --lifecycle-policy-text '${LIFECYCLE_POLICY}'`;
}

// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
;// CONCATENATED MODULE: ./src/aws/ecr-scan.ts


const unknown = (reason) => ({ kind: 'unknown', reason });
/** By the status of a basic scan, or of Amazon Inspector's enhanced scan. */
const REASONS = {
    IN_PROGRESS: 'the scan is in progress',
    PENDING: 'the scan is in progress',
    FAILED: 'the scan failed',
    UNSUPPORTED_IMAGE: 'ECR cannot scan it',
    SCAN_ELIGIBILITY_EXPIRED: 'its scans have ended',
    FINDINGS_UNAVAILABLE: 'not scanned yet',
    LIMIT_EXCEEDED: 'the scan limit of the registry is exceeded',
    IMAGE_ARCHIVED: 'it is archived',
};
/** Parses the answer of `DescribeImageScanFindings`. */
function parseScan(answer) {
    const { status = 'FINDINGS_UNAVAILABLE' } = answer.imageScanStatus ?? {};
    const counts = answer.imageScanFindings?.findingSeverityCounts;
    // ACTIVE: an enhanced scan, which continues. Before its first result it has no findings object.
    const isDone = status === 'COMPLETE' || (status === 'ACTIVE' && answer.imageScanFindings !== undefined);
    if (!isDone)
        return unknown(REASONS[status] ?? (status === 'ACTIVE' ? 'not scanned yet' : `status ${status}`));
    return { kind: 'scanned', counts: (0,json/* isRecord */.u4)(counts) ? countsIn(counts) : {} };
}
const countsIn = (counts) => Object.fromEntries(Object.entries(counts).flatMap(([name, count]) => (typeof count === 'number' ? [[name, count]] : [])));
/** Returns why an image has no findings; undefined for an error that says nothing about the image. */
function scanFailure(details) {
    if ((0,aws_error/* isDenied */.GZ)(details))
        return unknown(`the role lacks ${(0,aws_error/* missingPermission */.Up)(details)}`);
    switch (details.code) {
        case 'ImageNotFoundException':
        case 'RepositoryNotFoundException':
            return unknown('not in ECR');
        case 'ScanNotFoundException':
            return unknown('not scanned yet');
        case 'UnsupportedImageTypeException':
            return unknown('ECR cannot scan it');
        default:
            return undefined;
    }
}
/** ECR scans the images of an index, and not the index. */
const PREFERRED_ARCHITECTURE = 'arm64';
/**
 * Returns the digest of the image that ECR scans: of an index, the stack's platform, or the first one.
 *
 * @param manifest JSON
 */
function scannedDigest(digest, manifest) {
    let content;
    try {
        content = JSON.parse(manifest);
    }
    catch {
        return digest;
    }
    const children = (0,json/* itemsOf */.S3)((0,json/* isRecord */.u4)(content) ? content['manifests'] : undefined);
    const architectureOf = (child) => (0,json/* textAt */.$6)(child, 'platform', 'architecture');
    // Attestations have the architecture `unknown`.
    const images = children.filter((child) => (architectureOf(child) ?? 'unknown') !== 'unknown');
    const preferred = images.find((child) => architectureOf(child) === PREFERRED_ARCHITECTURE);
    return (0,json/* textAt */.$6)(preferred ?? images[0], 'digest') ?? digest;
}

;// CONCATENATED MODULE: ./src/aws/ecr.ts





/** Of BatchGetImage and BatchCheckLayerAvailability. */
const MAX_BATCH_SIZE = 100;
/** ECR converts other types, which changes the digest. */
const ACCEPTED_MEDIA_TYPES = [
    'application/vnd.oci.image.index.v1+json',
    'application/vnd.oci.image.manifest.v1+json',
    'application/vnd.docker.distribution.manifest.list.v2+json',
    'application/vnd.docker.distribution.manifest.v2+json',
];
/** Operations that the registry protocol lacks or cannot batch. */
class Ecr {
    session;
    runtime;
    connected;
    registry;
    /** Manifests that were found, by digest. */
    manifests = new Map();
    mounting;
    /** @param registryId default: the session's account */
    constructor(session, runtime, registryId) {
        this.session = session;
        this.runtime = runtime;
        this.registry = registryId === undefined ? {} : { registryId };
    }
    /** Gets a password with `GetAuthorizationToken`. @throws AwsError */
    async login() {
        const { GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const client = await this.client();
        try {
            const login = parseLogin(await client.send(new GetAuthorizationTokenCommand({})), this.runtime);
            // The password is valid for other accounts' registries too.
            const { registryId } = this.registry;
            return registryId === undefined
                ? login
                : { ...login, host: login.host.replace(/^\d{12}(?=\.dkr)/, registryId) };
        }
        catch (error) {
            throw error instanceof aws_error/* AwsError */.Gy
                ? error
                : new aws_error/* AwsError */.Gy((0,aws_error/* readErrorDetails */.Je)(error, 'ecr:GetAuthorizationToken'), { cause: error });
        }
    }
    /** Finds images with `BatchGetImage`. Returns undefined without the permission. @throws AwsError */
    async findImages(repository, references) {
        const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const asked = new Set([...references.tags, ...references.digests]);
        const ids = [
            ...[...new Set(references.tags)].map((imageTag) => ({ imageTag })),
            ...[...new Set(references.digests)].map((imageDigest) => ({ imageDigest })),
        ];
        const input = { ...this.registry, repositoryName: repository, acceptedMediaTypes: ACCEPTED_MEDIA_TYPES };
        const found = await this.inBatches('ecr:BatchGetImage', ids, async (client, imageIds) => {
            const { images = [] } = await client.send(new BatchGetImageCommand({ ...input, imageIds }));
            return images.flatMap(({ imageManifest, imageId: { imageTag, imageDigest } = {} }) => {
                if (imageDigest === undefined)
                    return [];
                if (imageManifest !== undefined)
                    this.manifests.set(imageDigest, imageManifest);
                return [imageTag, imageDigest].map((name) => [name, imageDigest]);
            });
        });
        if (found === 'denied')
            return undefined;
        if (found === 'no repository')
            return { repositoryExists: false, digests: new Map() };
        const names = found.flatMap(([name, digest]) => name !== undefined && asked.has(name) ? [[name, digest]] : []);
        return { repositoryExists: true, digests: new Map(names) };
    }
    /**
     * Finds blobs with `BatchCheckLayerAvailability`, without archived ones.
     *
     * @returns undefined without the permission
     * @throws AwsError
     */
    async findBlobs(repository, digests) {
        const { BatchCheckLayerAvailabilityCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const input = { ...this.registry, repositoryName: repository };
        const found = await this.inBatches('ecr:BatchCheckLayerAvailability', [...new Set(digests)], async (client, layerDigests) => {
            const { layers = [] } = await client.send(new BatchCheckLayerAvailabilityCommand({ ...input, layerDigests }));
            return layers.flatMap(({ layerDigest, layerAvailability }) => layerDigest !== undefined && layerAvailability === 'AVAILABLE' ? [layerDigest] : []);
        });
        return found === 'denied' ? undefined : new Set(found === 'no repository' ? [] : found);
    }
    /**
     * Reads the findings of ECR's scan with `DescribeImageScanFindings`.
     *
     * @param digest of an image or an index
     * @throws AwsError
     */
    async scanFindings(repository, digest) {
        const { DescribeImageScanFindingsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const client = await this.client();
        const input = { ...this.registry, repositoryName: repository };
        let action = 'ecr:BatchGetImage';
        try {
            const manifest = this.manifests.get(digest) ?? (await this.readManifest(repository, digest));
            if (manifest === undefined)
                return { kind: 'unknown', reason: 'not in ECR' };
            action = 'ecr:DescribeImageScanFindings';
            const imageDigest = scannedDigest(digest, manifest);
            const command = new DescribeImageScanFindingsCommand({
                ...input,
                imageId: { imageDigest },
                maxResults: 1,
            });
            return parseScan(await client.send(command));
        }
        catch (error) {
            const details = (0,aws_error/* readErrorDetails */.Je)(error, action);
            const failure = scanFailure(details);
            if (failure !== undefined)
                return failure;
            throw new aws_error/* AwsError */.Gy(details, { cause: error });
        }
    }
    /** Creates a repository with {@link REPOSITORY_SETTINGS}; an existing one is unchanged. @throws AwsError */
    async createRepository(name) {
        const { CreateRepositoryCommand, PutLifecyclePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const client = await this.client();
        const repository = { ...this.registry, repositoryName: name };
        try {
            await client.send(new CreateRepositoryCommand({
                ...repository,
                ...REPOSITORY_SETTINGS,
                tags: [...REPOSITORY_SETTINGS.tags],
            }));
        }
        catch (error) {
            if ((0,aws_error/* readErrorDetails */.Je)(error, '').code === 'RepositoryAlreadyExistsException')
                return { created: false };
            throw creationError(error, name, this.session.region);
        }
        try {
            await client.send(new PutLifecyclePolicyCommand({ ...repository, lifecyclePolicyText: LIFECYCLE_POLICY }));
            return { created: true };
        }
        catch (error) {
            return { created: true, warning: missingPolicyWarning(error, name, this.session.region) };
        }
    }
    /** Asks once. https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html */
    isBlobMountingEnabled() {
        this.mounting ??= this.readBlobMounting();
        return this.mounting;
    }
    async readBlobMounting() {
        const { GetAccountSettingCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        try {
            const client = await this.client();
            const { value } = await client.send(new GetAccountSettingCommand({ name: 'BLOB_MOUNTING' }));
            return value === 'ENABLED';
        }
        catch {
            // Only costs time.
            return false;
        }
    }
    async readManifest(repository, digest) {
        const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        const client = await this.client();
        const { images = [] } = await client.send(new BatchGetImageCommand({
            ...this.registry,
            repositoryName: repository,
            acceptedMediaTypes: ACCEPTED_MEDIA_TYPES,
            imageIds: [{ imageDigest: digest }],
        }));
        const [image] = images;
        return image && (image.imageManifest ?? '');
    }
    async inBatches(action, ids, ask) {
        const found = [];
        const client = await this.client();
        try {
            for (let start = 0; start < ids.length; start += MAX_BATCH_SIZE) {
                found.push(...(await ask(client, ids.slice(start, start + MAX_BATCH_SIZE))));
            }
            return found;
        }
        catch (error) {
            const details = (0,aws_error/* readErrorDetails */.Je)(error, action);
            if ((0,aws_error/* isDenied */.GZ)(details))
                return 'denied';
            if (details.code === 'RepositoryNotFoundException')
                return 'no repository';
            throw new aws_error/* AwsError */.Gy(details, { cause: error });
        }
    }
    async client() {
        // See `Bucket.client`.
        await this.session.credentials?.();
        this.connected ??= this.connect();
        return this.connected;
    }
    async connect() {
        const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(8249)]).then(__webpack_require__.t.bind(__webpack_require__, 28249, 19));
        return new ECRClient(await (0,client/* clientSettings */.r)('ECR', this.session, this.runtime));
    }
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


/***/ })

};

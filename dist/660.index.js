export const id = 660;
export const ids = [660];
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

/***/ 2660:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Ecr: () => (/* binding */ Ecr)
});

// EXTERNAL MODULE: ./src/aws/client.ts
var client = __webpack_require__(658);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
;// CONCATENATED MODULE: ./src/aws/ecr-login.ts

/**
 * Reads the answer of `GetAuthorizationToken`, whose token is the base64 form of `AWS:<password>`.
 * Masks the password and the form it came in before it looks any further.
 *
 * @throws AwsError when the answer is incomplete
 */
function readLogin({ authorizationData }, runtime) {
    const { authorizationToken = '', expiresAt, proxyEndpoint = '' } = authorizationData?.[0] ?? {};
    const [, username, password] = /^([^:]+):(.+)$/.exec(Buffer.from(authorizationToken, 'base64').toString()) ?? [];
    for (const secret of [authorizationToken, password])
        if (secret)
            runtime.mask(secret);
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
    runtime;
    connected;
    registry;
    /** @param registryId the account whose registry is meant; the session's own if absent */
    constructor(session, runtime, registryId) {
        this.session = session;
        this.runtime = runtime;
        this.registry = registryId === undefined ? {} : { registryId };
    }
    /**
     * The name and password with which the registry is pushed to (`GetAuthorizationToken`).
     * @throws AwsError
     */
    async login() {
        const { GetAuthorizationTokenCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
        const client = await this.client();
        try {
            const login = readLogin(await client.send(new GetAuthorizationTokenCommand({})), this.runtime);
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
        const { BatchGetImageCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
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
        const { BatchCheckLayerAvailabilityCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
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
        const { CreateRepositoryCommand, PutLifecyclePolicyCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
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
        const { GetAccountSettingCommand } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
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
        const { ECRClient } = await Promise.all(/* import() */[__webpack_require__.e(279), __webpack_require__.e(861), __webpack_require__.e(249)]).then(__webpack_require__.t.bind(__webpack_require__, 8249, 19));
        return new ECRClient(await (0,client/* clientSettings */.r)('ECR', this.session, this.runtime));
    }
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


/***/ })

};

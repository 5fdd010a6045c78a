export const id = 776;
export const ids = [776];
export const modules = {

/***/ 9776:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ reasonOf),
/* harmony export */   failedOutcome: () => (/* binding */ failedOutcome)
/* harmony export */ });
/* harmony import */ var _aws_access_denied__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6515);
/* harmony import */ var _aws_assume_role__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6886);
/* harmony import */ var _aws_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5155);
/* harmony import */ var _aws_role__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2085);
/* harmony import */ var _github_markdown__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(5566);
/* harmony import */ var _inputs__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8422);
/* harmony import */ var _registry_budget__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(410);
/* harmony import */ var _registry_copy__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2667);
/* harmony import */ var _registry_docker_config__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(26);
/* harmony import */ var _registry_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3269);
/* harmony import */ var _registry_images__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7373);
/* harmony import */ var _registry_tree__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(7591);












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

/***/ 5566:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
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

/***/ 2667:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ CopyFailed),
  _: () => (/* binding */ copyImages)
});

// EXTERNAL MODULE: ./src/registry/error.ts
var registry_error = __webpack_require__(3269);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __webpack_require__(2902);
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
var registry_referrers = __webpack_require__(9191);
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
var survey = __webpack_require__(7781);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/registry/body.ts
var body = __webpack_require__(6655);
// EXTERNAL MODULE: ./src/registry/network-error.ts
var network_error = __webpack_require__(2366);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __webpack_require__(506);
// EXTERNAL MODULE: ./src/registry/retry.ts
var retry = __webpack_require__(1521);
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

/***/ 6985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fetchManifest)
/* harmony export */ });
/* harmony import */ var _body__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6655);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2902);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(506);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9867);
/* harmony import */ var _retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1521);






/** Specification, "Pushing Manifests": a registry should take 4 MiB; nobody serves more in good faith. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
/**
 * A manifest by tag or digest, checked against the digest it goes by.
 *
 * @throws RegistryError, CorruptContent, UnsupportedContent
 */
async function fetchManifest(registry, repository, reference) {
    const { clock, retry: policy } = registry.world;
    const isDigest = reference.includes(':');
    const call = {
        method: 'GET',
        path: `${repository}/manifests/${reference}`,
        scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_1__/* .pull */ .a$)(repository)],
        headers: { accept: (isDigest ? _media_types__WEBPACK_IMPORTED_MODULE_4__/* .READABLE_TYPES */ .xf : _media_types__WEBPACK_IMPORTED_MODULE_4__/* .MANIFEST_TYPES */ ._P).join(', ') },
    };
    const { bytes, headers } = await (0,_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(() => read(registry, call), clock, policy);
    const digest = isDigest ? reference : (headers['docker-content-digest']?.toString() ?? (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes));
    return (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(bytes, digest, headers['content-type'] ?? '');
}
async function read(registry, call) {
    const { response, request } = await registry.open(call);
    if (/html/i.test(response.headers['content-type'] ?? ''))
        throw notARegistry(request, response);
    return { bytes: await (0,_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MANIFEST_LIMIT), headers: response.headers };
}
function notARegistry({ method, url }, response) {
    response.resume();
    return new _error__WEBPACK_IMPORTED_MODULE_2__/* .RegistryError */ .gl({ method, url, status: response.statusCode, message: _error__WEBPACK_IMPORTED_MODULE_2__/* .HTML_PAGE */ .w2, transient: false });
}


/***/ }),

/***/ 7373:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ parseImages),
/* harmony export */   q: () => (/* binding */ InvalidImages)
/* harmony export */ });
/* harmony import */ var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3269);
/* harmony import */ var _reference__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9310);



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
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bq: () => (/* binding */ formatPlatform),
/* harmony export */   FL: () => (/* binding */ parsePlatform),
/* harmony export */   Hy: () => (/* binding */ algorithmOf),
/* harmony export */   Ng: () => (/* binding */ parseManifest),
/* harmony export */   iU: () => (/* binding */ isRunnable),
/* harmony export */   jq: () => (/* binding */ isForeign),
/* harmony export */   ol: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony export descriptor */
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3269);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9867);
/* harmony import */ var _reference__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9310);




const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/;
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
    if (_media_types__WEBPACK_IMPORTED_MODULE_2__/* .MANIFEST_TYPES */ ._P.some((type) => type === declared))
        return declared;
    if (Array.isArray(json['manifests']))
        return _media_types__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p;
    if (json['config'] !== undefined)
        return _media_types__WEBPACK_IMPORTED_MODULE_2__/* .OCI_MANIFEST */ .EG;
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
    if (typeof digest !== 'string' || !(0,_reference__WEBPACK_IMPORTED_MODULE_3__/* .isDigest */ .Bc)(digest))
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

/***/ 9191:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DB: () => (/* binding */ listAtTarget),
/* harmony export */   SX: () => (/* binding */ findReferrers)
/* harmony export */ });
/* unused harmony export referrersTag */
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2902);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6985);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9867);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(506);
/* harmony import */ var _tree__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7591);





/** Where cosign puts what it has to say (https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md). */
const COSIGN_SUFFIXES = ['.sig', '.att', '.sbom'];
/** `sha256-<hex>`: specification, "Referrers Tag Schema". */
const referrersTag = (digest) => digest.replace(':', '-');
/** All that refers to the manifests of a tree, and what refers to that in turn. */
async function findReferrers(registry, repository, tree) {
    const found = [];
    const seen = new Set();
    let subjects = (0,_tree__WEBPACK_IMPORTED_MODULE_4__/* .manifestsOf */ .Xh)(tree);
    while (subjects.length > 0) {
        for (const { digest } of subjects)
            seen.add(digest);
        const lists = await Promise.all(subjects.map((subject) => referrersOf(registry, repository, subject.digest)));
        const fresh = lists.flat().filter((referrer) => !seen.has(referrer.tree.manifest.digest));
        found.push(...fresh);
        subjects = fresh
            .flatMap((referrer) => (0,_tree__WEBPACK_IMPORTED_MODULE_4__/* .manifestsOf */ .Xh)(referrer.tree))
            .filter(({ digest }) => !seen.has(digest));
    }
    return found;
}
async function referrersOf(registry, repository, digest) {
    const listed = (await listReferrers(registry, repository, digest)) ?? [];
    const byDigest = listed.map(async (entry) => ({
        tree: await (0,_tree__WEBPACK_IMPORTED_MODULE_4__/* .growTree */ .WJ)(registry, repository, await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .C)(registry, repository, entry.digest)),
        tag: undefined,
    }));
    const byTag = COSIGN_SUFFIXES.map(async (suffix) => {
        const tag = `${referrersTag(digest)}${suffix}`;
        const { digest: tagged } = await registry.headManifest(repository, tag);
        if (tagged === undefined)
            return [];
        return [
            { tree: await (0,_tree__WEBPACK_IMPORTED_MODULE_4__/* .growTree */ .WJ)(registry, repository, await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .C)(registry, repository, tagged)), tag },
        ];
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
    return tagged === undefined ? undefined : (await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .C)(registry, repository, tagged)).manifests;
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
        return (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(body, (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(body), _media_types__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p).manifests;
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
    const listed = digest === undefined ? [] : (await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .C)(registry, repository, digest)).manifests;
    const fresh = referrers.filter((referrer) => listed.every((entry) => entry.digest !== referrer.digest));
    if (fresh.length === 0)
        return undefined;
    const manifests = [...listed, ...fresh.map(describe)];
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: _media_types__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p, manifests }));
    return { tag, index: (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .parseManifest */ .Ng)(bytes, (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(bytes), _media_types__WEBPACK_IMPORTED_MODULE_2__/* .OCI_INDEX */ .$p) };
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

/***/ 7781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ surveyImages),
/* harmony export */   f: () => (/* binding */ fallbackTag)
/* harmony export */ });
/* harmony import */ var _budget__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(410);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3269);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6985);
/* harmony import */ var _referrers__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9191);
/* harmony import */ var _tree__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7591);





/** The tag that an image gets when an immutable repository holds its own tag for another digest. */
const fallbackTag = ({ tag, digest }) => `${tag.slice(0, 115)}-${digest.slice(digest.indexOf(':') + 1).slice(0, 12)}`;
/** Asks target and sources what there is to do; an image whose survey fails does not stop the others. */
async function surveyImages(jobs, options) {
    const asked = await settleEach(jobs, (job) => findImage(job, options));
    const absent = asked.filter((survey) => survey.kind === 'absent');
    const hub = absent.find(({ job }) => job.source.name === 'docker.io')?.job;
    // A HEAD costs nothing of Docker Hub's budget and tells what is left of it, before the first manifest is pulled.
    await hub?.source.headManifest(hub.repository, hub.digest).catch(() => undefined);
    const tooFewForRoots = hub && (0,_budget__WEBPACK_IMPORTED_MODULE_4__/* .shortage */ .wD)(hub.source, ofSource(absent, hub.source).length);
    const rooted = await settleEach(absent, async ({ job, found }) => {
        if (tooFewForRoots && job.source === hub.source)
            throw tooFewForRoots;
        return { kind: 'rooted', job, found, root: await fetchRoot(job) };
    });
    const roots = rooted.filter((survey) => survey.kind === 'rooted');
    const children = hub && ofSource(roots, hub.source).flatMap(({ root }) => root.manifests).length;
    const tooFewForChildren = hub && (0,_budget__WEBPACK_IMPORTED_MODULE_4__/* .shortage */ .wD)(hub.source, children ?? 0);
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
        return await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_1__/* .fetchManifest */ .C)(source, repository, digest);
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
        await (0,_tree__WEBPACK_IMPORTED_MODULE_3__/* .checkPlatform */ .oF)({ registry: source, repository, platform }, root);
    const tree = await (0,_tree__WEBPACK_IMPORTED_MODULE_3__/* .growTree */ .WJ)(source, repository, root);
    if (!found.repositoryExists)
        await options.prepareRepository?.(targetRepository);
    const warnings = [];
    const referrers = options.includeReferrers ? await (0,_referrers__WEBPACK_IMPORTED_MODULE_2__/* .findReferrers */ .SX)(source, repository, tree).catch(warn) : [];
    const blobs = (0,_tree__WEBPACK_IMPORTED_MODULE_3__/* .blobsOf */ .OR)(tree);
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
        size: (0,_tree__WEBPACK_IMPORTED_MODULE_3__/* .sizeOf */ .$d)(tree),
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
    const blobs = referrers.flatMap(({ tree }) => (0,_tree__WEBPACK_IMPORTED_MODULE_3__/* .blobsOf */ .OR)(tree));
    return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}


/***/ }),

/***/ 7591:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ sizeOf),
/* harmony export */   OR: () => (/* binding */ blobsOf),
/* harmony export */   WJ: () => (/* binding */ growTree),
/* harmony export */   Xh: () => (/* binding */ manifestsOf),
/* harmony export */   oF: () => (/* binding */ checkPlatform),
/* harmony export */   vV: () => (/* binding */ WrongPlatform)
/* harmony export */ });
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2902);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3269);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6985);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(506);




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
            return grow(await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_2__/* .fetchManifest */ .C)(registry, repository, digest), path);
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
    return [...new Map(blobs.filter((blob) => !(0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .isForeign */ .jq)(blob)).map((blob) => [blob.digest, blob])).values()];
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
    const runnable = index.manifests.filter(_manifest__WEBPACK_IMPORTED_MODULE_3__/* .isRunnable */ .iU);
    const named = (entry) => (entry.platform ? (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)(entry.platform) : '');
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
    if ((0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .digestOf */ .ol)(body, (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .algorithmOf */ .Hy)(config.digest)) !== config.digest) {
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CorruptContent */ .Bj(`the config ${config.digest} came as ${body.length} bytes of another digest`);
    }
    const platform = (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .parsePlatform */ .FL)((0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseJsonObject */ .dw)(body.toString('utf8')));
    return platform && (0,_manifest__WEBPACK_IMPORTED_MODULE_3__/* .formatPlatform */ .Bq)(platform);
}


/***/ })

};

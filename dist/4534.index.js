export const id = 4534;
export const ids = [4534];
export const modules = {

/***/ 85549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ selectImages),
/* harmony export */   H: () => (/* binding */ readImages)
/* harmony export */ });
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24054);
/* harmony import */ var _images_images_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(22894);
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40546);



/**
 * Reads images.yaml.
 *
 * @throws InvalidImages, also for a file that cannot be read
 */
async function readImages(path, runtime) {
    const text = await runtime.readFile(path).catch((error) => {
        const message = `the file cannot be read (${(0,_http_error__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error)}); check out the repository before this step, or give its path in images`;
        throw new _images_images_yaml__WEBPACK_IMPORTED_MODULE_1__/* .InvalidImages */ .q(path, [{ line: 1, column: 1, message }]);
    });
    return { text, images: (0,_images_images_yaml__WEBPACK_IMPORTED_MODULE_1__.parseImages)(text, path) };
}
/**
 * @param only image names; empty for all
 * @throws InvalidInput for an unknown name
 */
function selectImages(images, only) {
    const unknown = only.filter((name) => images.every((image) => image.name !== name));
    if (unknown.length > 0) {
        const names = images.map(({ name }) => name).join(', ');
        throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_2__/* .InvalidInput */ .o(`only: there is no image '${unknown.join("', '")}'; the file has ${names}`);
    }
    return only.length === 0 ? images : images.filter(({ name }) => only.includes(name));
}


/***/ }),

/***/ 54534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mirror: () => (/* binding */ mirror)
});

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/github/progress.ts

const BAR_WIDTH = 20;
/** Logs a line for each image whose transfer has advanced. */
class Progress {
    runtime;
    lines = new Map();
    startedMs;
    width;
    timer;
    constructor(totals, runtime) {
        this.runtime = runtime;
        for (const [name, total] of totals)
            this.lines.set(name, { total, done: 0, loggedBytes: -1 });
        this.width = Math.max(0, ...[...totals.keys()].map((name) => name.length));
        this.startedMs = runtime.now();
    }
    start(everyMs) {
        this.timer = setInterval(() => {
            this.logChanges();
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
    logChanges() {
        const seconds = (this.runtime.now() - this.startedMs) / 1000;
        for (const [name, line] of this.lines) {
            if (line.done === line.loggedBytes || line.done >= line.total)
                continue;
            line.loggedBytes = line.done;
            this.runtime.log.info(`${name.padEnd(this.width)}  ${bar(line)}  ${(0,format/* formatRate */.CE)(line.done, seconds)}`);
        }
    }
}
function bar({ done, total }) {
    const share = Math.min(1, done / total);
    const filled = Math.floor(share * BAR_WIDTH);
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    return `${'█'.repeat(filled)}${'░'.repeat(BAR_WIDTH - filled)} ${percent}  ${(0,format/* formatBytes */.z3)(done)} of ${(0,format/* formatBytes */.z3)(total)}`;
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/registry/manifest-tree.ts
var manifest_tree = __webpack_require__(38207);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __webpack_require__(24247);
// EXTERNAL MODULE: ./src/registry/error.ts
var error = __webpack_require__(3269);
// EXTERNAL MODULE: ./src/registry/fetch-manifest.ts
var fetch_manifest = __webpack_require__(86985);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var registry_manifest = __webpack_require__(10506);
;// CONCATENATED MODULE: ./src/registry/push-manifest.ts






/** Codes for a manifest whose blobs, children or repository the registry does not know. */
const UNKNOWN_CONTENT = /^(?:NAME_UNKNOWN|MANIFEST_BLOB_UNKNOWN|MANIFEST_UNKNOWN|BLOB_UNKNOWN|BLOB_UPLOAD_UNKNOWN)$/;
/**
 * Pushes a manifest. An error is ignored if the reference has the digest already.
 *
 * @throws HttpError; CorruptContent if the registry stored another digest
 */
async function putManifest(registry, push) {
    const { repository, reference, manifest } = push;
    try {
        const { status, headers, url } = await registry.call({
            method: 'PUT',
            path: `${repository}/manifests/${reference}`,
            scopes: [(0,client/* pushScope */.Xu)(repository)],
            accept: [200, 201, 202],
            headers: { 'content-type': manifest.mediaType },
            body: manifest.bytes,
            rateLimitKey: 'PutImage',
        });
        const stored = headers['docker-content-digest']?.toString();
        // A page of a proxy may have status 200, too.
        if (status !== 201 || stored === undefined) {
            await confirmStored(registry, push, { url, status });
            return;
        }
        // Registries may name the same bytes by another algorithm.
        if (stored === manifest.digest || stored === (0,registry_manifest/* digestOf */.ol)(manifest.bytes, (0,registry_manifest/* algorithmOf */.Hy)(stored)))
            return;
        throw new error/* CorruptContent */.Bj(`${registry.name} stored the manifest ${manifest.digest} as ${stored}`);
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j))
            throw error;
        if (!(await isStored(registry, push)))
            throw withMediaType(error, manifest);
    }
}
/** Looks for a manifest whose push was answered without its digest. */
async function confirmStored(registry, { repository, reference, manifest }, answer) {
    // With 201, only an answer that the manifest is not there counts: credentials may allow a push only.
    const unknown = client/* UNKNOWN_STATUSES */.Yj.filter((status) => status !== 404);
    const head = await registry.headManifest(repository, reference, { scope: (0,client/* pushScope */.Xu)(repository), unknown });
    const isUnknown = head.exists !== false && head.digest === undefined;
    if (isUnknown && answer.status === 201)
        return;
    const found = isUnknown ? await (0,fetch_manifest/* findDigest */.u$)(registry, repository, reference) : head.digest;
    if (found === manifest.digest)
        return;
    const state = found === undefined ? 'does not have it' : `has ${found}`;
    const message = `accepted the manifest ${manifest.digest}, but ${state}; check that no proxy answers in place of the registry`;
    // Replicas may have it later.
    const codes = found === undefined && answer.status !== 200 ? ['MANIFEST_UNKNOWN'] : [];
    throw new http_error/* HttpError */.j({ ...answer, method: 'PUT', codes, message, transient: false });
}
async function isStored(registry, { repository, reference, manifest }) {
    const options = { scope: (0,client/* pushScope */.Xu)(repository), unknown: client/* UNKNOWN_STATUSES */.Yj };
    const found = await registry.headManifest(repository, reference, options).catch(() => undefined);
    return found?.digest === manifest.digest;
}
function withMediaType(error, { mediaType }) {
    const isRefusal = error.status !== undefined && error.status !== 401 && error.status < 500;
    if (!isRefusal)
        return error;
    const message = `${error.details.message} (a manifest of type ${mediaType})`;
    return new http_error/* HttpError */.j({ ...error.details, message }, { cause: error });
}
/**
 * Whether a push failed because the registry does not know what it has accepted before. Replicas and caches may know it
 * some seconds later.
 */
function isUnknownContent(error) {
    if (!(error instanceof http_error/* HttpError */.j) || !/^(?:PUT|POST)$/.test(error.details.method))
        return false;
    const { status, codes, details } = error;
    if (codes.some((code) => UNKNOWN_CONTENT.test(code)))
        return true;
    // The start of an upload answers so at an address that is not a registry's.
    return details.method === 'PUT' && status === 404 && codes.length === 0;
}
/** Repeats a write for some seconds. @param isToRepeat other errors after which the write is repeated */
const unknownContentRetry = ({ runtime: { clock } }, isToRepeat = () => false) => ({
    backoff: retry_policies/* RETRY */.p6.unknownContent,
    clock,
    classify: (error) => (isUnknownContent(error) || isToRepeat(error) ? {} : undefined),
});

// EXTERNAL MODULE: ./src/registry/list-referrers.ts
var list_referrers = __webpack_require__(35682);
// EXTERNAL MODULE: ./src/registry/media-types.ts
var media_types = __webpack_require__(99867);
;// CONCATENATED MODULE: ./src/registry/referrers.ts







/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_SUFFIXES = ['.sig', '.att', '.sbom'];
/** Names a referrer by digest and kind. */
function describeReferrer({ tree: { manifest }, tag }) {
    const kind = artifactTypeOf(manifest);
    return [manifest.digest, kind && `(${kind})`, tag && `with the tag ${tag}`].filter(Boolean).join(' ');
}
/** Finds the referrers of all manifests, and their referrers. Each failure costs only what it concerns. */
async function findReferrers(registry, repository, tree) {
    const found = new Map();
    const problems = [];
    const lists = [];
    const seen = new Set();
    let subjects = (0,manifest_tree/* manifestsOf */.Xh)(tree);
    while (subjects.length > 0) {
        for (const { digest } of subjects)
            seen.add(digest);
        const searches = await Promise.all(subjects.map(({ digest }) => findReferrersOf({ registry, repository, digest })));
        lists.push(...searches.map(({ list }) => list));
        problems.push(...searches.flatMap((search) => search.problems));
        const fresh = searches
            .flatMap((search) => search.referrers)
            .filter((referrer) => !seen.has(referrer.tree.manifest.digest));
        for (const referrer of fresh)
            found.set(`${referrer.tree.manifest.digest} ${referrer.tag ?? ''}`, referrer);
        subjects = fresh
            .flatMap((referrer) => (0,manifest_tree/* manifestsOf */.Xh)(referrer.tree))
            .filter(({ digest }) => !seen.has(digest));
    }
    return { referrers: [...found.values()], problems: [...new Set([...problems, ...apiProblems(lists)])] };
}
/** A registry with referrers tags needs no API; without them, one problem stands for all manifests. */
function apiProblems(lists) {
    const refused = lists.flatMap(({ apiProblem }) => apiProblem ?? []);
    return lists.some(({ isTagged }) => isTagged === true) ? [] : refused.slice(0, 1);
}
async function findReferrersOf(subject) {
    const { registry, repository, digest } = subject;
    const byTag = COSIGN_SUFFIXES.map((suffix) => fetchTagged(subject, `${(0,list_referrers/* referrersTag */.LN)(digest)}${suffix}`));
    const list = await (0,list_referrers/* listReferrers */.xt)(registry, repository, digest);
    const byDigest = list.entries.map((entry) => fetchListed(subject, entry));
    const fetched = await Promise.all([...byDigest, ...byTag]);
    return {
        list,
        referrers: fetched.flatMap(({ referrers }) => referrers),
        problems: [...list.problems, ...fetched.flatMap(({ problems }) => problems)],
    };
}
async function fetchListed(subject, { digest, artifactType }) {
    try {
        return { referrers: [{ tree: await fetchTree(subject, digest), tag: undefined }], problems: [] };
    }
    catch (error) {
        const kind = artifactType === undefined ? '' : ` (${artifactType})`;
        return { referrers: [], problems: [`${digest}${kind} could not be read: ${(0,sanitize/* errorMessage */.gJ)(error)}`] };
    }
}
async function fetchTagged(subject, tag) {
    const { registry, repository } = subject;
    try {
        const digest = await (0,fetch_manifest/* findDigest */.u$)(registry, repository, tag);
        if (digest === undefined)
            return { referrers: [], problems: [] };
        return { referrers: [{ tree: await fetchTree(subject, digest), tag }], problems: [] };
    }
    catch (error) {
        return { referrers: [], problems: [`the tag ${tag} could not be read: ${(0,sanitize/* errorMessage */.gJ)(error)}`] };
    }
}
async function fetchTree({ registry, repository }, digest) {
    return (0,manifest_tree/* fetchManifestTree */.EO)(registry, repository, await (0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, digest));
}
/** Splits referrers by whether the target has them. */
async function splitReferrers(referrers, find) {
    if (find === undefined || referrers.length === 0)
        return { missing: [...referrers], present: [] };
    const tags = referrers.flatMap(({ tag }) => tag ?? []);
    const digests = referrers.flatMap(({ tag, tree }) => (tag === undefined ? [tree.manifest.digest] : []));
    const found = await find({ tags, digests });
    const isPresent = ({ tag, tree: { manifest } }) => found.get(tag ?? manifest.digest) === manifest.digest;
    return {
        missing: referrers.filter((referrer) => !isPresent(referrer)),
        present: referrers.filter(isPresent),
    };
}
/**
 * Adds referrers to the index of the referrers tag (specification, "Pushing Manifests with Subject").
 *
 * @returns undefined if the target has the referrers API or lists them already
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
async function extendReferrersIndex(registry, repository, { subject, referrers }) {
    if ((await (0,list_referrers/* queryReferrersApi */.xp)(registry, repository, subject)).isSupported)
        return undefined;
    const tag = (0,list_referrers/* referrersTag */.LN)(subject);
    const digest = await (0,fetch_manifest/* findDigest */.u$)(registry, repository, tag);
    const existing = digest === undefined ? undefined : await (0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, digest);
    if (existing !== undefined && existing.mediaType !== media_types/* OCI_INDEX */.$p)
        throw new error/* UnsupportedContent */.$p(`the tag ${tag} refers to an image instead of a list of referrers`);
    const listed = existing?.manifests ?? [];
    const fresh = referrers.filter((referrer) => listed.every((entry) => entry.digest !== referrer.digest));
    if (fresh.length === 0)
        return undefined;
    const manifests = [...listed, ...fresh.map(toDescriptor)];
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests }));
    return { tag, index: (0,registry_manifest/* parseManifest */.Ng)(bytes, (0,registry_manifest/* digestOf */.ol)(bytes), media_types/* OCI_INDEX */.$p) };
}
const artifactTypeOf = ({ artifactType, config }) => artifactType ?? config?.mediaType;
function toDescriptor(manifest) {
    const { mediaType, digest, bytes, annotations } = manifest;
    const type = artifactTypeOf(manifest);
    return {
        mediaType,
        digest,
        size: bytes.length,
        ...(type !== undefined && { artifactType: type }),
        ...(annotations && { annotations }),
    };
}

;// CONCATENATED MODULE: ./src/registry/copy-referrers.ts




/** Copies each referrer on its own: a refusal of one does not stop the others. */
async function copyReferrers({ missingReferrers, presentReferrers, missingReferrerBlobs, referrerProblems }, pusher, target) {
    const missing = new Set(missingReferrerBlobs.map(({ digest }) => digest));
    const copies = new Map();
    const copyBlob = (blob) => {
        const copy = copies.get(blob.digest) ?? target.copyBlob(blob);
        copies.set(blob.digest, copy);
        return copy;
    };
    const problems = [...referrerProblems];
    const copied = [];
    const copy = async (referrer) => {
        const { tree, tag } = referrer;
        try {
            const blobs = (0,manifest_tree/* blobsOf */.OR)(tree).filter(({ digest }) => missing.has(digest));
            await Promise.all(blobs.map(copyBlob));
            await pusher.pushTree(tree);
            if (tag !== undefined)
                await pusher.push(tag, tree);
            copied.push(referrer);
        }
        catch (error) {
            problems.push(`${describeReferrer(referrer)} was not copied: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
        }
    };
    await Promise.all(missingReferrers.map(copy));
    problems.push(...(await extendIndexes([...presentReferrers, ...copied], target)));
    return { copied: copied.length, present: presentReferrers.length, failed: problems.length, problems };
}
/** Lists the referrers in the referrers tags of a target without the referrers API. */
async function extendIndexes(referrers, target) {
    const bySubject = new Map();
    for (const { tree } of referrers) {
        const subject = tree.manifest.subject?.digest;
        if (subject !== undefined)
            bySubject.set(subject, [...(bySubject.get(subject) ?? []), tree.manifest]);
    }
    const { registry, repository } = target;
    const extend = async ([subject, manifests]) => {
        try {
            const extended = await extendReferrersIndex(registry, repository, { subject, referrers: manifests });
            if (extended === undefined)
                return [];
            await putManifest(registry, { repository, reference: extended.tag, manifest: extended.index });
            return [];
        }
        catch (error) {
            return [`the referrers tag of ${subject} was not updated: ${(0,sanitize/* errorMessage */.gJ)(error)}`];
        }
    };
    return (await Promise.all([...bySubject].map(extend))).flat();
}

// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __webpack_require__(23602);
;// CONCATENATED MODULE: ./src/registry/push-tree.ts






/** Another push of the same content at the same time; of a tag, an immutable tag. */
const isConflict = (error, reference) => error instanceof http_error/* HttpError */.j && error.status === 409 && (0,image_reference/* isDigest */.Bc)(reference);
/** Pushes the manifests of an image, each digest once. */
class ManifestPusher {
    target;
    pushed = new Map();
    constructor(target) {
        this.target = target;
    }
    /** Children first: registries reject an index whose manifests are missing. */
    pushTree(tree) {
        const { digest } = tree.manifest;
        const pushing = this.pushed.get(digest) ?? this.pushChildrenFirst(tree);
        this.pushed.set(digest, pushing);
        return pushing;
    }
    /**
     * Pushes a manifest. If the registry does not know its blobs or children, they are looked up, uploaded again where
     * they are missing, and the push is repeated for some seconds.
     *
     * @throws HttpError, CorruptContent
     */
    async push(reference, tree) {
        const { registry, repository } = this.target;
        await (0,retry/* retry */.L5)(async (attempt) => {
            if (attempt > 1)
                await this.restoreContent(tree);
            await putManifest(registry, { repository, reference, manifest: tree.manifest });
        }, unknownContentRetry(registry, (error) => isConflict(error, reference)));
    }
    async pushChildrenFirst(tree) {
        await Promise.all(tree.children.map((child) => this.pushTree(child)));
        await this.push(tree.manifest.digest, tree);
    }
    async restoreContent({ manifest, children }) {
        const { registry, repository, copyBlob } = this.target;
        const blobs = manifest.blobs.filter((blob) => !(0,registry_manifest/* isForeign */.jq)(blob));
        const restoreBlob = async (blob) => {
            if (!(await registry.hasBlob(repository, blob.digest)))
                await copyBlob(blob);
        };
        const restoreChild = async (child) => {
            const { digest } = child.manifest;
            const options = { scope: (0,client/* pushScope */.Xu)(repository), unknown: client/* UNKNOWN_STATUSES */.Yj };
            if ((await registry.headManifest(repository, digest, options)).exists === true)
                return;
            await this.restoreContent(child);
            await putManifest(registry, { repository, reference: digest, manifest: child.manifest });
        };
        await Promise.all([...blobs.map(restoreBlob), ...children.map(restoreChild)]);
    }
}

;// CONCATENATED MODULE: ./src/registry/blob-mounts.ts
/**
 * The first image that needs a blob uploads it; later images mount it from there.
 * Images wait only for earlier ones, so there is no deadlock.
 *
 * @returns one plan per image
 */
function planMounts(images) {
    const known = presentBlobSources(images);
    return images.map(({ job, missingBlobs }) => {
        let done = () => undefined;
        const ready = new Promise((resolve) => (done = resolve));
        const digests = missingBlobs.map(({ digest }) => digest);
        const sources = new Map([...known].filter(([digest]) => digests.includes(digest)));
        for (const digest of digests) {
            if (!known.has(digest))
                known.set(digest, { repository: job.targetRepository, ready });
        }
        return { sources, done };
    });
}
function presentBlobSources(images) {
    const ready = Promise.resolve();
    const sources = images.flatMap(({ job, presentBlobs }) => presentBlobs.map(({ digest }) => [digest, { repository: job.targetRepository, ready }]));
    return new Map(sources);
}

// EXTERNAL MODULE: ./src/registry/pull-limit.ts
var pull_limit = __webpack_require__(3846);
// EXTERNAL MODULE: ./src/registry/existence-check.ts
var existence_check = __webpack_require__(13510);
;// CONCATENATED MODULE: ./src/registry/plan-referrers.ts



const NO_REFERRERS = {
    missingReferrers: [],
    presentReferrers: [],
    referrerProblems: [],
    missingReferrerBlobs: [],
};
/** Finds the referrers of an image and which of them, and of their blobs, the target lacks. */
async function planReferrers({ source, repository, tree }, target) {
    const { referrers, problems } = await findReferrers(source, repository, tree);
    const { missing, present } = await splitReferrers(referrers, target.repositoryExists
        ? (references) => target.existence.findReferences(target.repository, references)
        : undefined);
    const imageBlobs = new Set((0,manifest_tree/* blobsOf */.OR)(tree).map(({ digest }) => digest));
    const blobs = uniqueBlobs(missing).filter(({ digest }) => !imageBlobs.has(digest));
    const presentBlobs = await (0,existence_check/* findPresentBlobs */.nU)(blobs, target);
    return {
        missingReferrers: missing,
        presentReferrers: present,
        referrerProblems: problems,
        missingReferrerBlobs: blobs.filter(({ digest }) => !presentBlobs.has(digest)),
    };
}
function uniqueBlobs(referrers) {
    const blobs = referrers.flatMap(({ tree }) => (0,manifest_tree/* blobsOf */.OR)(tree));
    return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

// EXTERNAL MODULE: ./src/http/limiter.ts
var limiter = __webpack_require__(67972);
;// CONCATENATED MODULE: ./src/registry/transfer-limit.ts

/** Without the input `concurrency`: up to 32 small blobs, or 8 large ones, whose bytes need the bandwidth. */
const SLOTS = 32;
const SLOT_BYTES = 4 * 1024 * 1024;
const MAX_SLOTS_OF_BLOB = 4;
const slotsOf = (size) => Math.min(MAX_SLOTS_OF_BLOB, Math.max(1, size / SLOT_BYTES));
/** Limits the transfers that run at once, to a number or by their sizes. */
function transferLimiter(concurrency) {
    return concurrency === undefined ? new limiter/* Limiter */.j(SLOTS, slotsOf) : new limiter/* Limiter */.j(concurrency);
}
/** Returns how many transfers start at once. */
function startingTransfers(sizes, concurrency) {
    if (concurrency !== undefined)
        return Math.min(sizes.length, concurrency);
    let free = SLOTS;
    const largestFirst = [...sizes].sort((one, other) => other - one);
    const waiting = largestFirst.findIndex((size) => (free -= slotsOf(size)) < 0);
    return waiting < 0 ? sizes.length : waiting;
}

;// CONCATENATED MODULE: ./src/registry/copy-plan.ts







/** Connections for uploads before their number is known. */
const EARLY_UPLOADS = 32;
/** Tag for an image whose own tag is immutable and taken. */
const fallbackTag = ({ tag, digest }) => `${tag.slice(0, 115)}-${digest.slice(digest.indexOf(':') + 1).slice(0, 12)}`;
/**
 * Determines which manifests and blobs the target lacks.
 *
 * @returns one plan per job; a failure is a plan of kind 'failed'
 */
async function planCopies(jobs, options) {
    const searched = await settleEach(jobs, (job) => findImage(job, options));
    const absent = searched.filter((image) => image.kind === 'absent');
    // An error is left to the copies.
    if (absent.length > 1)
        options.canMountBlobs().catch(() => undefined);
    await readPullLimits(absent.map(({ job }) => job));
    const rootErrors = (0,pull_limit/* pullLimitErrors */.S9)(absent.map(({ job }) => ({ ...job, pulls: 1 })));
    const resolving = await settleEach(absent, async ({ job, found }, index) => {
        throwIfLimited(rootErrors[index]);
        return { kind: 'resolved', job, found, root: await fetchRoot(job) };
    });
    const resolved = resolving.filter((image) => image.kind === 'resolved');
    const childErrors = (0,pull_limit/* pullLimitErrors */.S9)(resolved.map(({ job, root }) => ({ ...job, pulls: root.manifests.length })));
    const missing = await settleEach(resolved, async (image, index) => {
        throwIfLimited(childErrors[index]);
        return planMissingImage(image, options);
    });
    const plans = [...searched, ...resolving, ...missing].filter(isCopyPlan);
    return jobs.flatMap((job) => plans.filter((plan) => plan.job === job));
}
/** HEAD reports the remaining pulls of a repository without counting as one. */
async function readPullLimits(jobs) {
    const limited = jobs.filter(({ source }) => (0,pull_limit/* hasPullLimit */.NP)(source));
    const byRepository = new Map(limited.map((job) => [job.repository, job]));
    const read = ({ source, repository, digest }) => source.headManifest(repository, digest).catch(() => undefined);
    await Promise.all([...byRepository.values()].map(read));
}
function throwIfLimited(error) {
    if (error !== undefined)
        throw error;
}
function isCopyPlan(value) {
    return value.kind === 'present' || value.kind === 'missing' || value.kind === 'failed';
}
async function settleEach(items, step) {
    return Promise.all(items.map((item, index) => step(item, index).catch((error) => ({
        kind: 'failed',
        job: 'job' in item ? item.job : item,
        error,
    }))));
}
async function findImage(job, options) {
    const { tag, digest, targetRepository: repository } = job;
    const fallback = fallbackTag(job);
    const found = await options.existence.findImage({ repository, tag, fallbackTag: fallback, digest });
    const present = found.tag === digest ? tag : found.fallbackTag === digest ? fallback : undefined;
    // Signatures may be newer than the copy.
    const isTrusted = !options.includeReferrers && !options.isForced;
    if (present !== undefined && isTrusted)
        return { kind: 'present', job, tag: present };
    // Opened while the source answers.
    const { target, concurrency = EARLY_UPLOADS } = options;
    if (!found.hasDigest)
        target.prepare({ other: Math.min(EARLY_UPLOADS, concurrency) });
    return { kind: 'absent', job, found };
}
async function fetchRoot({ source, repository, tag, digest }) {
    try {
        return await (0,fetch_manifest/* fetchManifest */.Cj)(source, repository, digest);
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j) || error.status !== 404)
            throw error;
        const tagged = await (0,fetch_manifest/* findDigest */.u$)(source, repository, tag).catch(() => undefined);
        const current = tagged === undefined ? `the tag ${tag} does not exist either` : `the tag ${tag} refers to ${tagged}`;
        const message = `${source.name}/${repository}@${digest} does not exist, and ${current}; correct the source in images.yaml`;
        throw new http_error/* HttpError */.j({ ...error.details, message }, { cause: error });
    }
}
async function planMissingImage({ job, found: reported, root }, options) {
    const { source, repository, platform, targetRepository } = job;
    const { existence, isForced, includeReferrers } = options;
    const checking = platform === undefined ? undefined : (0,manifest_tree/* checkPlatform */.oF)({ registry: source, repository, platform }, root);
    // Refused before its manifests are pulled.
    if (root.manifests.length > 0)
        await checking;
    const tree = await (0,manifest_tree/* fetchManifestTree */.EO)(source, repository, root);
    if (!reported.hasDigest)
        prepareTransfers(source, tree, options);
    const prepareTarget = async () => {
        await checking;
        if (!reported.repositoryExists)
            await options.prepareRepository?.(targetRepository);
    };
    const blobs = (0,manifest_tree/* blobsOf */.OR)(tree);
    const blobSearch = { existence, repository: targetRepository, repositoryExists: reported.repositoryExists };
    // All at once: none needs the answers of another one.
    const [found, present, referrers] = await Promise.all([
        isForced ? (0,existence_check/* recheckImage */.B2)(existence, reported, { repository: targetRepository, tree }) : reported,
        // Registries reject manifests whose blobs are missing, so those of an image that exists are there.
        reported.hasDigest && !isForced ? digestsOf(blobs) : (0,existence_check/* findPresentBlobs */.nU)(blobs, blobSearch),
        includeReferrers ? planReferrers({ source, repository, tree }, blobSearch) : NO_REFERRERS,
        prepareTarget(),
    ]);
    return {
        kind: 'missing',
        job,
        found,
        tree,
        includesReferrers: includeReferrers,
        ...referrers,
        size: (0,manifest_tree/* sizeOf */.$d)(tree),
        missingBlobs: blobs.filter(({ digest }) => !present.has(digest)),
        presentBlobs: blobs.filter(({ digest }) => present.has(digest)),
    };
}
/** Opens connections while the target is asked for the blobs. */
function prepareTransfers(source, tree, { target, concurrency }) {
    const count = startingTransfers((0,manifest_tree/* blobsOf */.OR)(tree).map(({ size }) => size), concurrency);
    source.prepare({ bulk: count });
    target.prepare({ other: count });
}
const digestsOf = (blobs) => new Set(blobs.map(({ digest }) => digest));

// EXTERNAL MODULE: ./src/http/body.ts
var body = __webpack_require__(79662);
// EXTERNAL MODULE: ./src/registry/content-encoding.ts
var content_encoding = __webpack_require__(17594);
// EXTERNAL MODULE: ./src/http/network-error.ts
var network_error = __webpack_require__(40137);
// EXTERNAL MODULE: ./src/http/http-retry.ts
var http_retry = __webpack_require__(48029);
;// CONCATENATED MODULE: ./src/registry/upload-session.ts





/**
 * Opens an upload. If the registry does not know the repository, which may be new, the request is repeated for some
 * seconds.
 *
 * @throws HttpError
 */
async function openUpload(registry, repository) {
    const open = () => registry.call({
        method: 'POST',
        path: `${repository}/blobs/uploads/`,
        scopes: [(0,client/* pushScope */.Xu)(repository)],
        accept: [202],
        rateLimitKey: 'InitiateLayerUpload',
    });
    const { headers, url } = await (0,retry/* retry */.L5)(open, unknownContentRetry(registry));
    return uploadLocation(registry, headers.location, url);
}
/**
 * Mounts a blob of another repository (specification, "Mounting a blob").
 *
 * @returns 'mounted', or an open upload if the registry declines
 * @throws HttpError
 */
async function mount({ registry, repository, blob }, from) {
    const query = new URLSearchParams({ mount: blob.digest, from });
    const { status, headers, url } = await registry.call({
        method: 'POST',
        path: `${repository}/blobs/uploads/?${query.toString()}`,
        scopes: [(0,client/* pushScope */.Xu)(repository), (0,client/* pullScope */.iH)(from)],
        accept: [201, 202],
        rateLimitKey: 'InitiateLayerUpload',
    });
    return status === 201 ? 'mounted' : uploadLocation(registry, headers.location, url);
}
/** Rejects other hosts: credentials stay with the registry. A relative Location is relative to the request (RFC 9110 §10.2.2). */
function uploadLocation(registry, location, requested) {
    const { origin } = registry;
    const url = location !== undefined && location !== '' && URL.canParse(location, requested.href)
        ? new URL(location, requested)
        : undefined;
    if (url !== undefined && url.hostname === origin.hostname && url.protocol === 'http:')
        url.protocol = origin.protocol;
    if (url?.host === origin.host)
        return url;
    const message = url === undefined
        ? 'opened an upload without a usable Location header'
        : `redirected the upload to another host, ${(0,sanitize/* toPrintableLine */.Ld)(url.host)}; nothing was sent there`;
    throw new http_error/* HttpError */.j({ method: 'POST', url: origin, message, transient: false });
}

// EXTERNAL MODULE: ./src/registry/content-hash.ts
var content_hash = __webpack_require__(92495);
;// CONCATENATED MODULE: ./src/registry/verify-chunks.ts



/**
 * Passes chunks through once they are hashed, the last one only after verification: a corrupt blob is never complete.
 *
 * @param hash is closed at the end
 * @throws CorruptContent
 */
async function* verifyChunks(chunks, blob, hash = (0,content_hash/* openHash */.$)((0,registry_manifest/* algorithmOf */.Hy)(blob.digest))) {
    const held = [];
    let size = 0;
    try {
        for await (const chunk of chunks) {
            size += chunk.length;
            if (size > blob.size)
                throw tooLong(blob);
            held.push({ chunk, hashed: hash.update(chunk) });
            const [first] = held;
            if (first === undefined || held.length <= hash.maxPending)
                continue;
            await first.hashed;
            held.shift();
            yield first.chunk;
        }
        checkContent(blob, { size, digest: `${(0,registry_manifest/* algorithmOf */.Hy)(blob.digest)}:${await hash.digest()}` });
        for (const { chunk } of held)
            yield chunk;
    }
    finally {
        hash.close();
    }
}
function tooLong(blob) {
    return new error/* CorruptContent */.Bj(`blob ${blob.digest} is longer than the ${blob.size} bytes in its manifest; it was not stored`, { mayBeTransient: true });
}
function checkContent(blob, { size, digest }) {
    if (size === blob.size && digest === blob.digest)
        return;
    const cause = digest === blob.digest
        ? ', and its digest is right: the size in the manifest is wrong'
        : ` with digest ${digest}`;
    throw new error/* CorruptContent */.Bj(`blob ${blob.digest} (${blob.size} bytes) arrived as ${size} bytes${cause}; it was not stored`, { mayBeTransient: digest !== blob.digest });
}

;// CONCATENATED MODULE: ./src/registry/blobs.ts













/** This much progress resets the count of attempts. */
const MIN_PROGRESS_BYTES = 1024 * 1024;
/**
 * Downloads a blob; broken connections are resumed.
 *
 * @throws HttpError after the last attempt
 */
async function* download({ registry, repository, blob }) {
    const { clock, retry: policy } = registry.runtime;
    let received = 0;
    let retrying = new retry/* RetryState */.OX((0,http_retry/* httpRetry */.h)(clock, policy));
    for (let attempt = 1;; attempt++) {
        const before = received;
        try {
            for await (const chunk of downloadFrom({ registry, repository, blob }, received)) {
                received += chunk.length;
                yield chunk;
            }
            return;
        }
        catch (error) {
            if (received - before > MIN_PROGRESS_BYTES) {
                attempt = 1;
                retrying = new retry/* RetryState */.OX((0,http_retry/* httpRetry */.h)(clock, policy));
            }
            await retrying.before(attempt + 1, error);
        }
    }
}
async function* downloadFrom(from, offset) {
    const { blob } = from;
    let asked = offset;
    let { response, request } = await openDownload(from, asked);
    if (offset > 0 && !isContinuation(response, { blob, offset })) {
        response.destroy();
        const isEnd = response.headers['content-range']?.trim() === `bytes */${offset}`;
        // The blob is shorter than its descriptor says; the digest check reports it.
        if (response.statusCode === 416 && isEnd)
            return;
        // The server, or a proxy, cannot resume.
        asked = 0;
        ({ response, request } = await openDownload(from, asked));
    }
    const { url } = request;
    const downloadError = (message) => new http_error/* HttpError */.j({ method: 'GET', url, status: response.statusCode, message, transient: true });
    try {
        const isPart = response.statusCode === 206;
        if (isPart && rangeStart(response) !== asked) {
            const range = response.headers['content-range'] ?? 'no range';
            throw downloadError(`was asked for bytes from ${asked} but sent '${(0,sanitize/* toPrintableLine */.Ld)(range)}'`);
        }
        // The server may ignore Range.
        let skip = isPart ? offset - asked : offset;
        let position = offset;
        const chunks = (0,body/* readChunks */.z)(response);
        const isEncoded = (0,content_encoding/* isCompressed */.cx)(response.headers, blob, blob.size - (isPart ? asked : 0));
        for await (const chunk of isEncoded ? (0,content_encoding/* decompress */.mF)(chunks) : chunks) {
            const fresh = chunk.subarray(Math.min(skip, chunk.length));
            skip -= chunk.length - fresh.length;
            position += fresh.length;
            if (fresh.length > 0)
                yield fresh;
        }
        if (position < blob.size)
            throw downloadError(`ended after ${position} of ${blob.size} bytes`);
    }
    catch (error) {
        throw (0,network_error/* networkError */.x)(request, error);
    }
    finally {
        response.destroy();
    }
}
/** First byte of a partial answer. */
const rangeStart = ({ headers }) => {
    const start = /^bytes[ =]\s*(\d+)-/i.exec(headers['content-range'] ?? '')?.[1];
    return start === undefined ? undefined : Number(start);
};
/** Whether an answer to a Range request has the remaining bytes, at the end of the blob or of the whole blob. */
function isContinuation(response, { blob, offset }) {
    if (response.statusCode === 200)
        return true;
    // Ranges of a compressed form count its own bytes.
    const isEncoded = (0,content_encoding/* isCompressed */.cx)(response.headers, blob, blob.size - offset);
    return response.statusCode === 206 && rangeStart(response) === offset && !isEncoded;
}
/** Answers of servers and proxies that support no ranges. */
const RANGE_REFUSALS = [400, 403, 405, 416, 501];
function openDownload({ registry, repository, blob }, offset) {
    return registry.open({
        method: 'GET',
        path: `${repository}/blobs/${blob.digest}`,
        scopes: [(0,client/* pullScope */.iH)(repository)],
        accept: offset > 0 ? [200, 206, ...RANGE_REFUSALS] : [200, 206],
        bulk: 'blob',
        ...(offset > 0 && { headers: { range: `bytes=${offset}-` } }),
    });
}
/**
 * Uploads a blob (specification, "POST then PUT"). ECR's chunked uploads deviate from the specification
 * (https://github.com/aws/containers-roadmap/issues/2831).
 *
 * @param bytes is called once per attempt
 * @param session open upload of a declined mount, for the first attempt
 * @throws HttpError, CorruptContent
 */
async function upload(to, bytes, session) {
    const { registry, repository, blob } = to;
    let location = session;
    await (0,retry/* retry */.L5)(async (attempt) => {
        // Only the answer may have been lost.
        if (attempt > 1 && (await registry.hasBlob(repository, blob.digest)))
            return;
        const chunks = verifyChunks(bytes(), blob, registry.runtime.hashes?.open((0,registry_manifest/* algorithmOf */.Hy)(blob.digest), blob.size));
        // Download and upload open in parallel.
        const first = chunks.next();
        // Prevents an unhandled rejection before `prepend` awaits it.
        first.catch(() => undefined);
        try {
            const opened = location ?? (await openUpload(registry, repository));
            location = undefined;
            await commit(to, opened, prepend(first, chunks));
        }
        catch (error) {
            if (error instanceof http_error/* HttpError */.j)
                location = error.details.redirectedTo;
            throw error;
        }
        finally {
            // Not awaited: the source may hang.
            chunks.return(undefined).catch(() => undefined);
        }
    }, (0,fetch_manifest/* corruptBlobRetry */.H1)(registry));
}
async function commit(to, location, body) {
    const { registry, repository, blob } = to;
    const url = new URL(location);
    url.searchParams.set('digest', blob.digest);
    const scopes = [(0,client/* pushScope */.Xu)(repository)];
    let answer;
    try {
        answer = await registry.attempt({
            method: 'PUT',
            path: url,
            scopes,
            accept: [200, 201, 202, 204],
            headers: { 'content-type': 'application/octet-stream', 'content-length': String(blob.size) },
            body,
            idleTimeoutMs: registry.runtime.uploadIdleTimeoutMs,
            rateLimitKey: 'CompleteLayerUpload',
        });
    }
    catch (error) {
        // Frees the session before it expires.
        await registry
            .attempt({ method: 'DELETE', path: location, scopes, accept: [204, 404] })
            .catch(() => undefined);
        throw asRestartable(error);
    }
    // A proxy answers 200, too, and a registry that accepts with 202 stores later.
    if (answer.status === 200 || answer.status === 202)
        await blobs_confirmStored(to, answer);
}
/** Looks for a blob for some seconds. A registry that refuses HEAD decides when the manifest is pushed. */
async function blobs_confirmStored({ registry, repository, blob: { digest } }, { status, url }) {
    const message = `accepted the blob ${digest}, but does not have it; check that no proxy answers in place of the registry`;
    const missing = { method: 'PUT', url, status, codes: ['BLOB_UNKNOWN'], message, transient: false };
    await (0,retry/* retry */.L5)(async () => {
        if (!(await registry.hasBlob(repository, digest, { ifRefused: true })))
            throw new http_error/* HttpError */.j(missing);
    }, unknownContentRetry(registry));
}
const RESTARTABLE = /^(?:BLOB_UPLOAD_INVALID|BLOB_UPLOAD_UNKNOWN|BLOB_UNKNOWN|NAME_UNKNOWN)$/;
/** A new session fixes these errors. */
function asRestartable(error) {
    if (!(error instanceof http_error/* HttpError */.j))
        return error;
    if (error.details.redirectedTo !== undefined) {
        return new http_error/* HttpError */.j({ ...error.details, retryImmediately: true, transient: true }, { cause: error });
    }
    const isRestartable = error.status === 416 || error.codes.some((code) => RESTARTABLE.test(code));
    return isRestartable ? new http_error/* HttpError */.j({ ...error.details, transient: true }, { cause: error }) : error;
}
async function* prepend(first, remaining) {
    const result = await first;
    if (result.done === true)
        return;
    yield result.value;
    yield* remaining;
}

;// CONCATENATED MODULE: ./src/registry/copy.ts










/** The tag was not written; the message is the first cause. */
class CopyFailed extends Error {
    name = 'CopyFailed';
    reason = 'copy-failed';
}
/**
 * Copies images concurrently.
 *
 * @returns one promise per image; one rejection does not stop the others
 */
function copyImages(images, options) {
    const mountPlans = options.canMountBlobs ? planMounts(images) : [];
    return images.map((image, index) => {
        const plan = mountPlans[index];
        return new ImageCopy(image, options).run(plan?.sources ?? new Map()).finally(plan?.done);
    });
}
/** Order: blobs, child manifests by digest, index by digest, tag. */
class ImageCopy {
    image;
    options;
    sentBytes = 0;
    mountedBytes = 0;
    warnings = [];
    failed = false;
    pushTarget;
    pusher;
    constructor(image, options) {
        this.image = image;
        this.options = options;
        this.pushTarget = {
            registry: options.target,
            repository: image.job.targetRepository,
            copyBlob: (blob) => options.limiter.run(blob.size, () => this.transfer(blob, undefined)),
        };
        this.pusher = new ManifestPusher(this.pushTarget);
    }
    async run(sources) {
        const { job, tree, found, missingBlobs } = this.image;
        await this.copyBlobs(missingBlobs, sources);
        if (!found.hasDigest)
            await this.pusher.pushTree(tree);
        const tag = await this.writeTag();
        const { problems, ...referrers } = await copyReferrers(this.image, this.pusher, this.pushTarget);
        this.warnings.push(...problems.map((problem) => `${job.name}: signatures and attestations: ${problem}`));
        const { sentBytes, mountedBytes, warnings } = this;
        const counts = this.image.includesReferrers ? referrers : undefined;
        return { tag, sentBytes, mountedBytes, referrers: counts, warnings };
    }
    async copyBlobs(blobs, sources) {
        const results = await Promise.allSettled(blobs.map(async (blob) => {
            const source = sources.get(blob.digest);
            await source?.ready;
            await this.options.limiter.run(blob.size, () => this.copyBlob(blob, source?.repository));
        }));
        const failure = results.find((result) => result.status === 'rejected');
        if (failure === undefined)
            return;
        const cause = failure.reason;
        throw new CopyFailed((0,sanitize/* errorMessage */.gJ)(cause), { cause });
    }
    async copyBlob(blob, from) {
        if (this.failed)
            return;
        try {
            await this.transfer(blob, from);
        }
        catch (error) {
            this.failed = true;
            throw error;
        }
    }
    async transfer(blob, from) {
        const { job } = this.image;
        const target = { registry: this.options.target, repository: job.targetRepository, blob };
        // Without a mount the bytes are uploaded.
        const session = from === undefined ? undefined : await mount(target, from).catch(() => undefined);
        if (session === 'mounted') {
            this.mountedBytes += blob.size;
            this.options.onBytes(job.name, blob.size);
            return;
        }
        const source = `${job.source.name}/${job.repository}`;
        await (0,fetch_manifest/* withSource */.g5)(source, upload(target, this.countedDownload(blob), session));
        this.sentBytes += blob.size;
    }
    /** Each call restarts download and progress. */
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
    async writeTag() {
        const { job, tree, found } = this.image;
        if (found.tag === job.digest)
            return job.tag;
        try {
            await this.pusher.push(job.tag, tree);
            return job.tag;
        }
        catch (error) {
            if (!isImmutable(error, found.tag))
                throw error;
        }
        const fallback = fallbackTag(job);
        if (found.fallbackTag !== job.digest)
            await this.pusher.push(fallback, tree);
        this.warnings.push(`${job.name}: tagged ${fallback} instead of ${job.tag}, because the tag ${job.tag} is immutable in ` +
            `${job.targetRepository} and refers to ${found.tag ?? 'another digest'}. Deployments by digest are not affected`);
        return fallback;
    }
}
/**
 * ECR rejects even the same digest (https://github.com/aws/containers-roadmap/issues/2179). Each registry has its own
 * words; the manifest was accepted by digest, so a refusal of a tag that exists is about the tag.
 */
function isImmutable(error, current) {
    if (!(error instanceof http_error/* HttpError */.j))
        return false;
    const { status = 0, codes, details } = error;
    if (codes.some((code) => IMMUTABLE_TAG.test(code)) || /immutab/i.test(details.message))
        return true;
    // IAM's words.
    if (/not authorized to perform/i.test(details.message))
        return false;
    return current !== undefined && REFUSED_TAG_STATUSES.includes(status) && !isUnknownContent(error);
}
const IMMUTABLE_TAG = /^(?:TAG_INVALID|IMAGE_?TAG_?ALREADY_?EXISTS(?:EXCEPTION)?)$/i;
/** Artifactory 403, ACR 405, GitLab 403, Harbor 412, Nexus 400, zot and others 409. */
const REFUSED_TAG_STATUSES = [400, 403, 405, 409, 412, 422, 423];

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/report/mirror.ts


const MIRROR_COLUMNS = [
    { title: 'Image', align: 'left' },
    { title: 'Tag', align: 'left' },
    { title: 'Digest', align: 'left' },
    { title: 'Size', align: 'right' },
    { title: 'Result', align: 'left' },
    { title: 'Time', align: 'right' },
    { title: 'Speed', align: 'right' },
    { title: 'Scan findings', align: 'left' },
];
/** Renders the job summary of `mirror`. */
function renderMirror(report) {
    const failed = report.rows.filter(({ status }) => status === 'failed');
    return [
        `## ${mirrorTitle(report, failed.length)}`,
        `${mirrorSentence(report)} Target: ${(0,markdown/* codeSpan */.SS)(report.target)}`,
        ...errorParts(failed),
        mirrorTable(report.rows),
        ...referrerParts(report.rows),
        ...warningParts(report.warnings),
        ...referenceParts(report),
    ].join('\n\n');
}
function mirrorTitle({ dryRun, rows }, failed) {
    if (failed > 0)
        return `❌ ${failed} of ${(0,markdown/* plural */.LS)(rows.length, 'image')} not mirrored`;
    return dryRun ? '🔎 Dry run: nothing was copied' : `✅ ${(0,markdown/* plural */.LS)(rows.length, 'image')} mirrored`;
}
/** Returns the result in one sentence. */
function mirrorSentence({ rows, seconds, dryRun }) {
    const withStatus = (status) => rows.filter((row) => row.status === status);
    const copied = withStatus(dryRun ? 'planned' : 'copied');
    const bytes = copied.reduce((sum, row) => sum + row.sentBytes, 0);
    const images = `${(0,markdown/* plural */.LS)(copied.length, 'image')}${dryRun ? '' : ' copied'} (${(0,format/* formatBytes */.z3)(bytes)})`;
    const parts = [
        copied.length > 0 && `${dryRun ? 'would copy ' : ''}${images}`,
        withStatus('present').length > 0 && `${withStatus('present').length} already present`,
        withStatus('failed').length > 0 && `${withStatus('failed').length} failed`,
    ];
    const text = parts.filter((part) => part !== false).join(', ');
    const rate = (0,format/* formatRate */.CE)(bytes, seconds);
    // A dry run does not predict the time.
    const time = dryRun ? '' : `, in ${(0,format/* formatSeconds */.Xo)(seconds)}${rate && ` (${rate})`}`;
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}${time}.`;
}
function mirrorTable(rows) {
    const lines = rows.map(mirrorCells);
    const isUsed = (_, index) => lines.some((line) => line[index] !== '');
    return (0,markdown/* table */.tp)(MIRROR_COLUMNS.filter(isUsed), lines.map((line) => line.filter(isUsed)));
}
function mirrorCells(row) {
    return [
        `**${row.name}**`,
        (0,markdown/* codeSpan */.SS)(row.tag),
        (0,markdown/* codeSpan */.SS)(row.digest.slice(0, 'sha256:'.length + 12)),
        row.size === undefined ? '' : (0,format/* formatBytes */.z3)(row.size),
        describeResult(row),
        row.seconds === undefined ? '' : (0,format/* formatSeconds */.Xo)(row.seconds),
        row.status === 'copied' && row.seconds !== undefined ? (0,format/* formatRate */.CE)(row.sentBytes, row.seconds) : '',
        (0,markdown/* escapeMarkdown */.FV)(row.findings ?? ''),
    ];
}
function describeResult({ status, sentBytes, mountedBytes, presentBytes }) {
    const reused = [
        mountedBytes > 0 && `${(0,format/* formatBytes */.z3)(mountedBytes)} mounted`,
        presentBytes > 0 && `${(0,format/* formatBytes */.z3)(presentBytes)} already present`,
    ].filter((part) => part !== false);
    const parts = reused.length === 0 ? '' : [(0,format/* formatBytes */.z3)(sentBytes), ...reused].join(', ');
    switch (status) {
        case 'copied':
            return `copied ${parts}`.trim();
        case 'planned':
            return `would copy ${parts || (0,format/* formatBytes */.z3)(sentBytes)}`;
        case 'present':
            return 'already present';
        case 'failed':
            return '❌ failed';
    }
}
const MIRROR_NEXT_STEP = '**Next step:** Fix the cause and re-run the job. Images that are already copied are skipped. A tag is only written once its image is complete.';
function errorParts(failed) {
    const lines = failed.map(({ name, reason }) => `- **${name}**: ${(0,markdown/* codeSpan */.SS)(reason ?? '')}`);
    return lines.length === 0 ? [] : [['### Errors', '', ...lines].join('\n'), MIRROR_NEXT_STEP];
}
function referrerParts(rows) {
    const counts = rows.flatMap(({ referrers }) => referrers ?? []);
    const sum = (key) => counts.reduce((total, one) => total + one[key], 0);
    if (counts.length === 0)
        return [];
    const parts = [
        `${sum('copied')} copied`,
        `${sum('present')} already present`,
        ...(sum('failed') > 0 ? [`**${sum('failed')} not copied**`] : []),
    ];
    return [`Signatures, attestations and SBOMs: ${parts.join(', ')}.`];
}
function warningParts(warnings) {
    const lines = warnings.map((warning) => `- ${(0,markdown/* escapeMarkdown */.FV)(warning)}`);
    return lines.length === 0 ? [] : [['### Warnings', '', ...lines].join('\n')];
}
function referenceParts({ rows, target, dryRun }) {
    const mirrored = rows.filter(({ status }) => status === 'copied' || status === 'present');
    if (dryRun || mirrored.length === 0)
        return [];
    const lines = mirrored.map(({ name, digest }) => `${target}/${name}@${digest}`);
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

// EXTERNAL MODULE: ./src/report/scan-findings.ts
var scan_findings = __webpack_require__(55916);
// EXTERNAL MODULE: ./src/commands/images-file.ts
var images_file = __webpack_require__(85549);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
;// CONCATENATED MODULE: ./src/commands/mirror/result.ts



const totalBytes = (blobs) => blobs.reduce((sum, { size }) => sum + size, 0);
const bytesToSend = ({ missingBlobs }) => totalBytes(missingBlobs);
const EMPTY_ROW = {
    size: undefined,
    sentBytes: 0,
    mountedBytes: 0,
    presentBytes: 0,
    seconds: undefined,
    reason: undefined,
    referrers: undefined,
};
/** Returns the result of an image that is not copied. */
function dryRunResult(plan) {
    const { name, tag, digest } = plan.job;
    switch (plan.kind) {
        case 'failed':
            return failedResult(plan.job, plan.error);
        case 'present':
            return { row: { ...EMPTY_ROW, name, tag: plan.tag, digest, status: 'present' }, warnings: [] };
        case 'missing': {
            const bytes = {
                size: plan.size,
                sentBytes: bytesToSend(plan),
                presentBytes: totalBytes(plan.presentBlobs),
            };
            const status = isPresent(plan) ? 'present' : 'planned';
            return {
                row: { ...EMPTY_ROW, name, tag, digest, status, ...bytes },
                warnings: plan.referrerProblems.map((problem) => `${name}: signatures and attestations: ${problem}`),
            };
        }
    }
}
function copiedResult(plan, copied, seconds) {
    const { name, digest } = plan.job;
    const { tag, sentBytes, mountedBytes, referrers, warnings } = copied;
    const bytes = { size: plan.size, sentBytes, mountedBytes, presentBytes: totalBytes(plan.presentBlobs) };
    const status = isPresent(plan) ? 'present' : 'copied';
    return { row: { ...EMPTY_ROW, name, tag, digest, status, ...bytes, seconds, referrers }, warnings };
}
/** The image was copied, but not all of its signatures, attestations and SBOMs. */
class ReferrersIncomplete extends Error {
    name = 'ReferrersIncomplete';
    reason = 'copy-failed';
}
/** Fails an image whose referrers are required and not all there. */
function checkReferrers(result, mode) {
    const { copied = 0, present = 0, failed = 0 } = result.row.referrers ?? {};
    if (mode !== 'required' || failed === 0)
        return result;
    const total = copied + present + failed;
    const error = new ReferrersIncomplete(`referrers: is required and ${failed} of ${total} signatures and attestations were not copied. ` +
        `The first: ${result.warnings[0] ?? 'see the warnings'}`);
    return { ...result, row: { ...result.row, status: 'failed', reason: error.message }, error };
}
/** Only referrers (signatures, SBOMs) may be missing then. */
const isPresent = ({ job, found, missingBlobs }) => (found.tag === job.digest || found.fallbackTag === job.digest) &&
    found.hasDigest &&
    missingBlobs.length === 0;
function failedResult({ name, tag, digest }, error) {
    return {
        row: { ...EMPTY_ROW, name, tag, digest, status: 'failed', reason: (0,failure.messageOf)(error) },
        warnings: [],
        error,
    };
}
function logLine({ name, status, sentBytes, seconds = 0, reason = '' }) {
    if (status === 'failed')
        return `${name}: failed: ${reason}`;
    return `${name}: ${(0,format/* formatBytes */.z3)(sentBytes)} copied in ${(0,format/* formatSeconds */.Xo)(seconds)} ${(0,format/* formatRate */.CE)(sentBytes, seconds)}`;
}
/** `images` is a JSON object from name to reference by digest. */
function mirrorOutputs({ rows, target }) {
    const present = rows.filter(({ status }) => status === 'copied' || status === 'present');
    const copied = rows.filter(({ status }) => status === 'copied');
    return {
        images: JSON.stringify(Object.fromEntries(present.map(({ name, digest }) => [name, `${target}/${name}@${digest}`]))),
        copied: String(copied.length),
        bytes: String(copied.reduce((sum, { sentBytes }) => sum + sentBytes, 0)),
    };
}
/** Annotates errors of images.yaml that only the source registry reveals. */
function annotateImages(results, images, file) {
    return results.flatMap(({ row, error }) => {
        const image = images.find(({ name }) => name === row.name);
        if (!(error instanceof manifest_tree/* WrongPlatform */.vV) || image === undefined)
            return [];
        const { line, column } = image.position;
        const message = `${row.name}: ${error.message}`;
        return [{ severity: 'error', file, startLine: line, startColumn: column, message }];
    });
}
/** Returns the reason that all failed images share, or `copy-failed`. */
function mirrorFailure(results, target) {
    const failed = results.filter(({ row }) => row.status === 'failed');
    if (failed.length === 0)
        return undefined;
    const reasons = new Set(failed.map(({ error }) => (0,failure.reasonOf)(error)));
    const [reason = 'copy-failed'] = reasons;
    const lines = failed.map(({ row }) => `${row.name}: ${row.reason ?? ''}`);
    const head = `${failed.length} of ${results.length} image${results.length === 1 ? '' : 's'} did not reach ${target}`;
    return { reason: reasons.size === 1 ? reason : 'copy-failed', message: [head, ...lines].join('\n') };
}

;// CONCATENATED MODULE: ./src/commands/mirror/mirror.ts









const PROGRESS_INTERVAL_MS = 3_000;
/**
 * Copies the images that the target does not have.
 *
 * @throws InvalidImages, InvalidInput, AwsError, HttpError before the first copy
 */
async function mirror(inputs, { sources, target: opening, warnings }, runtime) {
    const startedMs = runtime.clock.now();
    // Errors of the file are reported before errors of the target.
    const images = (0,images_file/* selectImages */.$)((await (0,images_file/* readImages */.H)(inputs.images, runtime)).images, inputs.only);
    const jobs = images.map((image) => copyJob(image, inputs.prefix, sources));
    // Opened while the target answers.
    for (const source of new Set(jobs.map((job) => job.source)))
        source.prepare({ bulk: 1 });
    const target = await opening;
    const plans = await planCopies(jobs, {
        ...target,
        target: target.registry,
        includeReferrers: inputs.includeReferrers,
        isForced: inputs.force,
        concurrency: inputs.concurrency,
    });
    const copied = inputs.dryRun
        ? new Map()
        : await copyMissing(plans, { inputs, target, runtime });
    const results = plans.map((plan) => copied.get(plan) ?? dryRunResult(plan));
    const report = {
        target: `${target.registry.name}/${inputs.prefix}`,
        rows: await Promise.all(results.map(({ row }) => withFindings(row, { inputs, target }))),
        warnings: [...warnings, ...results.flatMap((result) => result.warnings)],
        seconds: (runtime.clock.now() - startedMs) / 1000,
        dryRun: inputs.dryRun,
    };
    runtime.log.info(mirrorSentence(report));
    return {
        outputs: mirrorOutputs(report),
        summary: renderMirror(report),
        warnings: report.warnings,
        annotations: annotateImages(results, images, inputs.images),
        failure: mirrorFailure(results, report.target),
    };
}
/** Freshly copied images are usually not scanned yet. */
async function withFindings(row, { inputs, target }) {
    const isThere = row.status === 'copied' || row.status === 'present';
    const findings = isThere
        ? await target.scanFindings?.(`${inputs.prefix}/${row.name}`, row.digest)
        : undefined;
    return findings === undefined ? row : { ...row, findings: (0,scan_findings/* findingsText */._)(findings) };
}
function copyJob(image, prefix, sources) {
    const { name, repository, tag, digest, platform } = image;
    const source = sources.open(image.registry);
    return { name, source, repository, tag, digest, platform, targetRepository: `${prefix}/${name}` };
}
async function copyMissing(plans, { inputs, target, runtime }) {
    const missing = plans.filter((plan) => plan.kind === 'missing');
    const totals = new Map(missing.map((plan) => [plan.job.name, bytesToSend(plan)]));
    for (const [name, total] of totals)
        runtime.log.info(`${name}: ${(0,format/* formatBytes */.z3)(total)} to copy`);
    const progress = new Progress(totals, { log: runtime.log, now: () => runtime.clock.now() });
    progress.start(PROGRESS_INTERVAL_MS);
    const startedMs = runtime.clock.now();
    const elapsedSeconds = () => (runtime.clock.now() - startedMs) / 1000;
    const copies = copyImages(missing, {
        target: target.registry,
        limiter: transferLimiter(inputs.concurrency),
        canMountBlobs: missing.length > 1 && (await target.canMountBlobs()),
        onBytes: (name, bytes) => {
            progress.add(name, bytes);
        },
    });
    const results = missing.map(async (plan, index) => {
        const copy = copies[index] ?? Promise.reject(new Error('The copy was not started'));
        const result = await copy.then((copied) => checkReferrers(copiedResult(plan, copied, elapsedSeconds()), inputs.referrers), (error) => failedResult(plan.job, error));
        runtime.log.info(logLine(result.row));
        return [plan, result];
    });
    try {
        return new Map(await Promise.all(results));
    }
    finally {
        progress.stop();
    }
}


/***/ }),

/***/ 35682:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   LN: () => (/* binding */ referrersTag),
/* harmony export */   xp: () => (/* binding */ queryReferrersApi),
/* harmony export */   xt: () => (/* binding */ listReferrers)
/* harmony export */ });
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24054);
/* harmony import */ var _http_http_retry__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48029);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(28902);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64212);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(24247);
/* harmony import */ var _fetch_manifest__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86985);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(10506);
/* harmony import */ var _next_page__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86756);









const NOTHING = { entries: [], problems: [] };
const MAX_REFERRERS = 10_000;
/** Registries without the API may answer with a status that looks transient; GHCR redirects to a web page. */
const MAX_ATTEMPTS = 3;
/** Answers of registries without the API. */
const API_MISSING_STATUSES = [400, 403, 404, 405, 406, 415, 501];
/** `sha256-<hex>` (specification, "Referrers Tag Schema"). */
const referrersTag = (digest) => digest.replace(':', '-');
/** Lists referrers by the API, or by the referrers tag if the API has none (specification, "Listing Referrers"). */
async function listReferrers(registry, repository, digest) {
    const { list } = await queryReferrersApi(registry, repository, digest);
    if (list.entries.length > 0)
        return list;
    const { entries, problems } = await readReferrersTag(registry, repository, digest);
    return { ...list, entries, problems: [...list.problems, ...problems], isTagged: entries.length > 0 };
}
async function readReferrersTag(registry, repository, digest) {
    const tag = referrersTag(digest);
    try {
        const tagged = await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_3__/* .findDigest */ .u$)(registry, repository, tag);
        if (tagged === undefined)
            return NOTHING;
        // Another document than an index lists nothing.
        return parsePage(await (0,_fetch_manifest__WEBPACK_IMPORTED_MODULE_3__/* .fetchManifestBytes */ .RQ)(registry, repository, tagged)) ?? NOTHING;
    }
    catch (error) {
        return { ...NOTHING, problems: [`the referrers tag ${tag} could not be read: ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .errorMessage */ .gJ)(error)}`] };
    }
}
/** Reads all pages of the referrers API. Entries of broken pages are reported and do not hide the others. */
async function queryReferrersApi(registry, repository, digest) {
    const entries = new Map();
    const problems = [];
    const first = new URL(`/v2/${repository}/referrers/${digest}`, registry.origin);
    let isSupported = false;
    let apiProblem;
    try {
        for (let url = first; url !== undefined;) {
            const answer = await readPage(registry, repository, url);
            const page = parsePage(answer.body);
            if (page === undefined)
                break;
            isSupported = true;
            const known = entries.size;
            for (const entry of page.entries)
                entries.set(entry.digest, entry);
            problems.push(...page.problems);
            const search = (0,_next_page__WEBPACK_IMPORTED_MODULE_5__/* .nextQuery */ .a)(answer.headers['link'], url);
            const hasProgress = entries.size > known && entries.size < MAX_REFERRERS;
            url = search !== undefined && hasProgress ? new URL(search, first) : undefined;
        }
    }
    catch (error) {
        const isMissing = error instanceof _http_error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j && API_MISSING_STATUSES.includes(error.status ?? 0);
        const message = `the referrers of ${digest} could not be listed: ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .errorMessage */ .gJ)(error)}`;
        if (isSupported)
            problems.push(message);
        else if (!isMissing)
            apiProblem = message;
    }
    return { isSupported, list: { entries: [...entries.values()], problems, apiProblem } };
}
function readPage(registry, repository, path) {
    const { clock, retry: policy } = registry.runtime;
    const options = (0,_http_http_retry__WEBPACK_IMPORTED_MODULE_1__/* .httpRetry */ .h)(clock, { ...policy, maxAttempts: MAX_ATTEMPTS });
    return (0,_http_retry__WEBPACK_IMPORTED_MODULE_7__/* .retry */ .L5)(() => registry.attempt({ method: 'GET', path, scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_2__/* .pullScope */ .iH)(repository)] }), options);
}
/** Returns undefined for another kind of document. */
function parsePage(body) {
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(body.toString('utf8'));
    const listed = json?.['manifests'];
    if (json === undefined || !('manifests' in json))
        return undefined;
    // Registries send null for an empty list.
    const values = Array.isArray(listed) ? listed : [];
    const entries = [];
    const problems = [];
    for (const [index, value] of values.entries()) {
        try {
            entries.push((0,_manifest__WEBPACK_IMPORTED_MODULE_4__/* .parseDescriptor */ .BA)(value, `referrer ${index + 1}`));
        }
        catch (error) {
            const digest = (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .isRecord */ .u4)(value) && typeof value['digest'] === 'string' ? ` (${value['digest']})` : '';
            problems.push(`${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .errorMessage */ .gJ)(error)}${digest}`);
        }
    }
    return { entries, problems };
}


/***/ }),

/***/ 86756:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ nextQuery)
/* harmony export */ });
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24054);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(64212);


/**
 * Reads the query of the next page from a `Link` header (RFC 8288).
 *
 * @throws HttpError for a link that is not a URL
 */
function nextQuery(link, url) {
    const [, address] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(link ?? '')) ?? [];
    if (address === undefined)
        return undefined;
    if (URL.canParse(address, url.href))
        return new URL(address, url).search;
    const message = `the Link header has an invalid URL: ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)(address)}`;
    throw new _http_error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j({ method: 'GET', url, message, transient: false });
}


/***/ }),

/***/ 55916:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ findingsText),
/* harmony export */   v: () => (/* binding */ renderFindings)
/* harmony export */ });
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86590);

const SHOWN = ['CRITICAL', 'HIGH', 'MEDIUM', 'LOW'];
/** Renders findings as plain text: `3 critical, 12 high`, `no findings`, or `not scanned yet`. */
function findingsText(findings) {
    if (findings.kind === 'unknown')
        return findings.reason;
    const { counts } = findings;
    const shown = SHOWN.flatMap((severity) => {
        const count = counts[severity] ?? 0;
        return count > 0 ? [`${count} ${severity.toLowerCase()}`] : [];
    });
    const others = Object.entries(counts).filter(([severity, count]) => !SHOWN.includes(severity) && count > 0);
    const rest = others.reduce((sum, [, count]) => sum + count, 0);
    return [...shown, ...(rest > 0 ? [`${rest} other`] : [])].join(', ') || 'no findings';
}
/** Renders the findings as one list; empty without images. */
function renderFindings(images) {
    const lines = images.map(({ name, from, pinned, proposed }) => {
        const old = `- **${name}**: ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(from)} ${phrase(pinned)}`;
        if (proposed === undefined)
            return old;
        const effect = effectOf(pinned, proposed.findings);
        const end = effect === '' ? '' : `: **${effect}**`;
        return `${old}; ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(proposed.to)} ${phrase(proposed.findings)}${end}`;
    });
    return lines.length === 0 ? [] : [['### Scan findings of Amazon ECR', '', ...lines].join('\n')];
}
const phrase = (findings) => findings.kind === 'scanned'
    ? `has ${findingsText(findings)}`
    : `has no result: ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(findings.reason)}`;
/** Only what both scans show: `fixes 3 critical, adds 1 high`. */
function effectOf(pinned, proposed) {
    if (pinned.kind === 'unknown' || proposed.kind === 'unknown')
        return '';
    const changes = ['CRITICAL', 'HIGH'].map((severity) => ({
        severity: severity.toLowerCase(),
        fixed: (pinned.counts[severity] ?? 0) - (proposed.counts[severity] ?? 0),
    }));
    const list = (verb, sign) => {
        const parts = changes.flatMap(({ severity, fixed }) => fixed * sign > 0 ? [`${fixed * sign} ${severity}`] : []);
        return parts.length === 0 ? [] : [`${verb} ${parts.join(' and ')}`];
    };
    return [...list('fixes', 1), ...list('adds', -1)].join(', ');
}


/***/ })

};

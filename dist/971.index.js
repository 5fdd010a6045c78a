export const id = 971;
export const ids = [971];
export const modules = {

/***/ 5549:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ readImages),
/* harmony export */   S: () => (/* binding */ choose)
/* harmony export */ });
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6103);
/* harmony import */ var _images_images_yaml__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1764);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4054);



/** @throws InvalidImages, also for a file that is not there */
async function readImages(path, runtime) {
    const text = await runtime.readFile(path).catch((error) => {
        const message = `the file cannot be read (${(0,_http_error__WEBPACK_IMPORTED_MODULE_2__/* .codeOf */ .$)(error)}); check out the repository before this step, or give its path in images`;
        throw new _images_images_yaml__WEBPACK_IMPORTED_MODULE_1__/* .InvalidImages */ .q(path, [{ line: 1, column: 1, message }]);
    });
    return { text, images: (0,_images_images_yaml__WEBPACK_IMPORTED_MODULE_1__.parseImages)(text, path) };
}
/** @param only names; none means all */
function choose(images, only) {
    const unknown = only.filter((name) => images.every((image) => image.name !== name));
    if (unknown.length > 0) {
        const names = images.map(({ name }) => name).join(', ');
        throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`only: there is no image '${unknown.join("', '")}'; the file has ${names}`);
    }
    return only.length === 0 ? images : images.filter(({ name }) => only.includes(name));
}


/***/ }),

/***/ 4971:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mirrorImages: () => (/* binding */ mirrorImages)
});

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(8488);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/report/mirror.ts


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
        tableOf(report.rows),
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
            `${dryRun ? 'would copy ' : ''}${count(moved.length, 'image')}${dryRun ? '' : ' copied'} (${(0,format/* formatBytes */.z3)(bytes)})`,
        of('present').length > 0 && `${of('present').length} already there`,
        of('failed').length > 0 && `${of('failed').length} failed`,
    ];
    const said = parts.filter((part) => part !== false).join(', ');
    const rate = (0,format/* formatRate */.CE)(bytes, seconds);
    // How long it took to look says nothing of how long the copy will take.
    const time = dryRun ? '' : `, in ${(0,format/* formatSeconds */.Xo)(seconds)}${rate && ` (${rate})`}`;
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}${time}.`;
}
/** Columns in which there is nothing are left out. */
function tableOf(rows) {
    const lines = rows.map(cells);
    const isUsed = (_, index) => lines.some((line) => line[index] !== '');
    return (0,markdown/* table */.tp)(COLUMNS.filter(isUsed), lines.map((line) => line.filter(isUsed)));
}
function cells(row) {
    return [
        `**${row.name}**`,
        (0,markdown/* code */.aY)(row.tag),
        (0,markdown/* code */.aY)(row.digest.slice(0, 'sha256:'.length + 12)),
        row.size === undefined ? '' : (0,format/* formatBytes */.z3)(row.size),
        outcome(row),
        row.seconds === undefined ? '' : (0,format/* formatSeconds */.Xo)(row.seconds),
        row.status === 'copied' && row.seconds !== undefined ? (0,format/* formatRate */.CE)(row.sentBytes, row.seconds) : '',
    ];
}
function outcome({ status, sentBytes, mountedBytes, presentBytes }) {
    const parts = [
        mountedBytes > 0 && `${(0,format/* formatBytes */.z3)(mountedBytes)} mounted`,
        presentBytes > 0 && `${(0,format/* formatBytes */.z3)(presentBytes)} were there`,
    ].filter((part) => part !== false);
    const partly = parts.length === 0 ? '' : `${(0,format/* formatBytes */.z3)(sentBytes)}, ${parts.join(', ')}`;
    switch (status) {
        case 'copied':
            return `copied ${partly}`.trim();
        case 'planned':
            return `would copy ${partly || (0,format/* formatBytes */.z3)(sentBytes)}`;
        case 'present':
            return 'already there';
        case 'failed':
            return '❌ failed';
    }
}
const NEXT = '**What to do:** fix the cause and run the job again. What is there is not copied twice, and no tag leads to an image that is not complete.';
function failures(rows) {
    const reasons = rows.map(({ name, reason }) => `- **${name}**: ${(0,markdown/* code */.aY)(reason ?? '')}`);
    return reasons.length === 0 ? [] : [['### Why', '', ...reasons].join('\n'), NEXT];
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
    runtime;
    lines = new Map();
    startedMs;
    width;
    timer;
    constructor(totals, runtime) {
        this.runtime = runtime;
        for (const [name, total] of totals)
            this.lines.set(name, { total, done: 0, told: -1 });
        this.width = Math.max(0, ...[...totals.keys()].map((name) => name.length));
        this.startedMs = runtime.now();
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
        const seconds = (this.runtime.now() - this.startedMs) / 1000;
        for (const [name, line] of this.lines) {
            if (line.done === line.told || line.done >= line.total)
                continue;
            line.told = line.done;
            this.runtime.log.info(`${name.padEnd(this.width)}  ${bar(line)}  ${(0,format/* formatRate */.CE)(line.done, seconds)}`);
        }
    }
}
function bar({ done, total }) {
    const share = Math.min(1, done / total);
    const filled = Math.floor(share * BAR);
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percent}  ${(0,format/* formatBytes */.z3)(done)} of ${(0,format/* formatBytes */.z3)(total)}`;
}

// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __webpack_require__(2902);
// EXTERNAL MODULE: ./src/registry/error.ts
var error = __webpack_require__(3269);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(4054);
;// CONCATENATED MODULE: ./src/registry/push-manifest.ts



/**
 * Puts a manifest's own bytes under a digest or a tag. Where the registry refuses it or its answer is lost,
 * and the reference stands for that digest all the same, that is success.
 *
 * @throws HttpError in the registry's words
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
        throw new error/* CorruptContent */.Bj(`${registry.name} stored the manifest ${manifest.digest} as ${stored}`);
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j))
            throw error;
        const { digest } = await registry.headManifest(repository, reference).catch(() => ({ digest: undefined }));
        if (digest !== manifest.digest)
            throw error;
    }
}

// EXTERNAL MODULE: ./src/registry/fetch-manifest.ts
var fetch_manifest = __webpack_require__(6985);
// EXTERNAL MODULE: ./src/registry/media-types.ts
var media_types = __webpack_require__(9867);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __webpack_require__(506);
// EXTERNAL MODULE: ./src/registry/image-config.ts
var image_config = __webpack_require__(3689);
;// CONCATENATED MODULE: ./src/registry/manifest-tree.ts




/** Deeper than any index that someone built on purpose. */
const DEEPEST = 8;
/**
 * All manifests below one, each fetched once and checked against the digest that names it.
 *
 * @throws CorruptContent for one that names itself or is nested beyond reason
 */
async function fetchManifestTree(registry, repository, root) {
    const grow = async (manifest, ancestors) => {
        const path = [...ancestors, manifest.digest];
        const children = manifest.manifests.map(async ({ digest }) => {
            if (path.includes(digest))
                throw new error/* CorruptContent */.Bj(`the index ${digest} lists itself`);
            if (path.length >= DEEPEST)
                throw new error/* CorruptContent */.Bj(`indexes are nested more than ${DEEPEST} deep at ${digest}`);
            return grow(await (0,fetch_manifest/* fetchManifest */.C)(registry, repository, digest), path);
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
    return [...new Map(blobs.filter((blob) => !(0,manifest/* isForeign */.jq)(blob)).map((blob) => [blob.digest, blob])).values()];
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
    const { platform: actual } = await (0,image_config/* readConfig */.X)(registry, repository, manifest.config);
    if (actual === platform || actual === undefined || actual.startsWith(`${platform}/`))
        return;
    throw new WrongPlatform(`${manifest.digest} is an image for ${actual}, not for ${platform}`);
}
function instead(index, platform) {
    const runnable = index.manifests.filter(manifest/* isRunnable */.iU);
    const named = (entry) => (entry.platform ? (0,manifest/* formatPlatform */.Bq)(entry.platform) : '');
    const match = runnable.find((entry) => named(entry) === platform || named(entry).startsWith(`${platform}/`));
    if (match !== undefined) {
        return `${index.digest} is an index; with platform ${platform}, pin that platform's own manifest: ${match.digest}`;
    }
    return `the index ${index.digest} has no ${platform}; it has ${runnable.map(named).join(', ') || 'no platforms'}`;
}

;// CONCATENATED MODULE: ./src/registry/referrers.ts





/** Where cosign puts what it has to say (https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md). */
const COSIGN_SUFFIXES = ['.sig', '.att', '.sbom'];
/** `sha256-<hex>`: specification, "Referrers Tag Schema". */
const referrersTag = (digest) => digest.replace(':', '-');
/** All that refers to the manifests of a tree, and what refers to that in turn. */
async function findReferrers(registry, repository, tree) {
    const found = [];
    const seen = new Set();
    let subjects = manifestsOf(tree);
    while (subjects.length > 0) {
        for (const { digest } of subjects)
            seen.add(digest);
        const lists = await Promise.all(subjects.map((subject) => referrersOf(registry, repository, subject.digest)));
        const fresh = lists.flat().filter((referrer) => !seen.has(referrer.tree.manifest.digest));
        found.push(...fresh);
        subjects = fresh
            .flatMap((referrer) => manifestsOf(referrer.tree))
            .filter(({ digest }) => !seen.has(digest));
    }
    return found;
}
async function referrersOf(registry, repository, digest) {
    const listed = (await listReferrers(registry, repository, digest)) ?? [];
    const byDigest = listed.map(async (entry) => ({
        tree: await fetchManifestTree(registry, repository, await (0,fetch_manifest/* fetchManifest */.C)(registry, repository, entry.digest)),
        tag: undefined,
    }));
    const byTag = COSIGN_SUFFIXES.map(async (suffix) => {
        const tag = `${referrersTag(digest)}${suffix}`;
        const { digest: tagged } = await registry.headManifest(repository, tag);
        if (tagged === undefined)
            return [];
        return [
            {
                tree: await fetchManifestTree(registry, repository, await (0,fetch_manifest/* fetchManifest */.C)(registry, repository, tagged)),
                tag,
            },
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
    return tagged === undefined ? undefined : (await (0,fetch_manifest/* fetchManifest */.C)(registry, repository, tagged)).manifests;
}
/** What registries without the API answer instead; GHCR redirects to a page of its own. */
const NO_API = [400, 403, 404, 405, 406, 415, 429, 500, 501, 502, 503];
async function referrersByApi(registry, repository, digest) {
    const path = `${repository}/referrers/${digest}`;
    const { status, body } = await registry.call({
        method: 'GET',
        path,
        scopes: [(0,client/* pull */.a$)(repository)],
        accept: [200, ...NO_API],
    });
    if (status !== 200)
        return undefined;
    try {
        return (0,manifest/* parseManifest */.Ng)(body, (0,manifest/* digestOf */.ol)(body), media_types/* OCI_INDEX */.$p).manifests;
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
    const listed = digest === undefined ? [] : (await (0,fetch_manifest/* fetchManifest */.C)(registry, repository, digest)).manifests;
    const fresh = referrers.filter((referrer) => listed.every((entry) => entry.digest !== referrer.digest));
    if (fresh.length === 0)
        return undefined;
    const manifests = [...listed, ...fresh.map(describe)];
    const bytes = Buffer.from(JSON.stringify({ schemaVersion: 2, mediaType: media_types/* OCI_INDEX */.$p, manifests }));
    return { tag, index: (0,manifest/* parseManifest */.Ng)(bytes, (0,manifest/* digestOf */.ol)(bytes), media_types/* OCI_INDEX */.$p) };
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

;// CONCATENATED MODULE: ./src/registry/blob-mounts.ts
/**
 * Decides which image sends a blob that several need: the first of them; the others mount it from there.
 * Nobody waits for a later one, so nobody waits for ever.
 *
 * @returns one share an image, in the order of the images
 */
function planMounts(images) {
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

// EXTERNAL MODULE: ./src/registry/pull-limit.ts
var pull_limit = __webpack_require__(3846);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/registry/copy-plan.ts






/** The tag that an image gets when an immutable repository holds its own tag for another digest. */
const fallbackTag = ({ tag, digest }) => `${tag.slice(0, 115)}-${digest.slice(digest.indexOf(':') + 1).slice(0, 12)}`;
/** Asks target and sources what there is to do; an image whose survey fails does not stop the others. */
async function planCopies(jobs, options) {
    const asked = await settleEach(jobs, (job) => findImage(job, options));
    const absent = asked.filter((survey) => survey.kind === 'absent');
    const hub = absent.find(({ job }) => job.source.name === 'docker.io')?.job;
    // A HEAD costs nothing of Docker Hub's budget and tells what is left of it, before the first manifest is pulled.
    await hub?.source.headManifest(hub.repository, hub.digest).catch(() => undefined);
    const tooFewForRoots = hub && (0,pull_limit/* shortage */.wD)(hub.source, ofSource(absent, hub.source).length);
    const rooted = await settleEach(absent, async ({ job, found }) => {
        if (tooFewForRoots && job.source === hub.source)
            throw tooFewForRoots;
        return { kind: 'rooted', job, found, root: await fetchRoot(job) };
    });
    const roots = rooted.filter((survey) => survey.kind === 'rooted');
    const children = hub && ofSource(roots, hub.source).flatMap(({ root }) => root.manifests).length;
    const tooFewForChildren = hub && (0,pull_limit/* shortage */.wD)(hub.source, children ?? 0);
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
/** @throws HttpError; an image that is not there is said to be so, with what its tag stands for now */
async function fetchRoot({ source, repository, tag, digest }) {
    try {
        return await (0,fetch_manifest/* fetchManifest */.C)(source, repository, digest);
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j) || error.status !== 404)
            throw error;
        const now = await source.headManifest(repository, tag).catch(() => undefined);
        const instead = now?.digest === undefined ? `no tag ${tag} either` : `the tag ${tag} stands for ${now.digest}`;
        const message = `there is no ${source.name}/${repository}@${digest}, and ${instead}; correct the source in images.yaml`;
        throw new http_error/* HttpError */.j({ ...error.facts, message }, { cause: error });
    }
}
async function surveyMissing({ job, found, root }, options) {
    const { source, repository, platform, targetRepository } = job;
    if (platform !== undefined)
        await checkPlatform({ registry: source, repository, platform }, root);
    const tree = await fetchManifestTree(source, repository, root);
    if (!found.repositoryExists)
        await options.prepareRepository?.(targetRepository);
    const warnings = [];
    const referrers = options.includeReferrers ? await findReferrers(source, repository, tree).catch(warn) : [];
    const blobs = blobsOf(tree);
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
        size: sizeOf(tree),
        missingBlobs: blobs.filter(({ digest }) => !held.has(digest)),
        presentBlobs: blobs.filter(({ digest }) => held.has(digest)),
        missingReferrerBlobs: referrerBlobs.filter(({ digest }) => !held.has(digest)),
        warnings,
    };
    function warn(error) {
        warnings.push(`${job.name}: its signatures and attestations could not be listed: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
        return [];
    }
}
function uniqueBlobs(referrers) {
    const blobs = referrers.flatMap(({ tree }) => blobsOf(tree));
    return [...new Map(blobs.map((blob) => [blob.digest, blob])).values()];
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./src/http/body.ts
var body = __webpack_require__(9662);
// EXTERNAL MODULE: ./src/http/network-error.ts
var network_error = __webpack_require__(137);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(8902);
;// CONCATENATED MODULE: ./src/registry/blobs.ts









/** A connection that brought this much before it broke has not failed: the count of tries begins again. */
const PROGRESS = 1024 * 1024;
/**
 * The bytes of a blob; a connection that breaks is taken up again where it broke.
 *
 * @throws HttpError after the last try
 */
async function* download({ registry, repository, blob }) {
    const { clock, retry: policy } = registry.runtime;
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
    const fault = (message) => new http_error/* HttpError */.j({
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
            throw fault(`was asked for bytes from ${offset} and sent '${(0,sanitize/* toPrintableLine */.Ld)(range ?? 'no range')}'`);
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
            throw new error/* CorruptContent */.Bj(`blob ${blob.digest} is longer than the ${blob.size} bytes that its manifest gives it`);
        }
        if (held !== undefined)
            yield held;
        held = chunk;
    }
    const digest = `${(0,manifest/* algorithmOf */.Hy)(blob.digest)}:${hash.digest('hex')}`;
    if (size !== blob.size || digest !== blob.digest) {
        throw new error/* CorruptContent */.Bj(`blob ${blob.digest} (${blob.size} bytes) came as ${size} bytes with digest ${digest}; it was not stored`);
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
    const { clock, retry: policy } = registry.runtime;
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
/** @returns where to send the bytes @throws HttpError */
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
            idleTimeoutMs: registry.runtime.uploadIdleTimeoutMs,
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
    if (!(error instanceof http_error/* HttpError */.j))
        return error;
    const again = error.status === 416 || error.codes.some((code) => /^BLOB_UPLOAD_(?:UNKNOWN|INVALID)$/.test(code));
    return again ? new http_error/* HttpError */.j({ ...error.facts, transient: true }, { cause: error }) : error;
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
        : `wants the upload sent to another host, ${(0,sanitize/* toPrintableLine */.Ld)(url.host)}; nothing was sent there`;
    throw new http_error/* HttpError */.j({ method: 'POST', url: origin, message, transient: false });
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
    const shares = options.mounts ? planMounts(images) : [];
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
            this.warnings.push(`${job.name}: its signatures and attestations could not all be copied: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
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
        throw new CopyFailed((0,sanitize/* errorMessage */.gJ)(reason), { cause: reason });
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
        const other = fallbackTag(job);
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
            const list = await listAtTarget(this.options.target, job.targetRepository, {
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
    if (!(error instanceof http_error/* HttpError */.j))
        return false;
    return error.codes.includes('TAG_INVALID') || /immutable/i.test(error.facts.message);
}

// EXTERNAL MODULE: ./src/http/limiter.ts
var limiter = __webpack_require__(7972);
// EXTERNAL MODULE: ./src/commands/images-file.ts
var images_file = __webpack_require__(5549);
// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __webpack_require__(9776);
;// CONCATENATED MODULE: ./src/commands/mirror/result.ts



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
function dryRunResult(survey) {
    const { name, tag, digest } = survey.job;
    switch (survey.kind) {
        case 'failed':
            return failedResult(survey.job, survey.error);
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
function copiedResult(survey, copied, seconds) {
    const { name, digest } = survey.job;
    const { tag, sentBytes, mountedBytes, warnings } = copied;
    const bytes = { size: survey.size, sentBytes, mountedBytes, presentBytes: bytesOf(survey.presentBlobs) };
    const status = isThere(survey) ? 'present' : 'copied';
    return { row: { ...NOTHING, name, tag, digest, status, ...bytes, seconds }, warnings };
}
/** Looked at again for its signatures only. */
const isThere = ({ job, found }) => found.tag === job.digest || found.fallbackTag === job.digest;
function failedResult({ name, tag, digest }, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { row: { ...NOTHING, name, tag, digest, status: 'failed', reason }, warnings: [], error };
}
/** The line of the log for an image that landed or failed. */
function logLine({ name, status, sentBytes, seconds = 0, reason = '' }) {
    if (status === 'failed')
        return `${name}: failed: ${reason}`;
    return `${name}: ${(0,format/* formatBytes */.z3)(sentBytes)} copied in ${(0,format/* formatSeconds */.Xo)(seconds)} ${(0,format/* formatRate */.CE)(sentBytes, seconds)}`;
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
        if (!(error instanceof WrongPlatform) || image === undefined)
            return [];
        const { line, column } = image.position;
        const message = `${row.name}: ${error.message}`;
        return [{ severity: 'error', file, startLine: line, startColumn: column, message }];
    });
}
function failureOf(results, target) {
    const lost = results.filter(({ row }) => row.status === 'failed');
    if (lost.length === 0)
        return undefined;
    const reasons = new Set(lost.map(({ error }) => (0,failure/* reasonOf */.A)(error)));
    const [reason = 'copy-failed'] = reasons;
    const lines = lost.map(({ row }) => `${row.name}: ${row.reason ?? ''}`);
    const head = `${lost.length} of ${results.length} image${results.length === 1 ? '' : 's'} did not reach ${target}`;
    return { reason: reasons.size === 1 ? reason : 'copy-failed', message: [head, ...lines].join('\n') };
}

;// CONCATENATED MODULE: ./src/commands/mirror/mirror-images.ts








const PROGRESS_EVERY_MS = 3_000;
/** Reads images.yaml, surveys, copies, and tells what came of each image. */
async function mirrorImages(inputs, place, runtime) {
    const startedMs = runtime.clock.now();
    // The faults of the file are told before those of the target.
    const images = (0,images_file/* choose */.S)((await (0,images_file/* readImages */.H)(inputs.images, runtime)).images, inputs.only);
    const target = await place.target;
    const jobs = images.map((image) => jobOf(image, inputs, place.registries));
    const surveys = await planCopies(jobs, { ...target, includeReferrers: inputs.includeReferrers });
    const copied = inputs.dryRun
        ? new Map()
        : await copyMissing(surveys, { inputs, target, runtime });
    const results = surveys.map((survey) => copied.get(survey) ?? dryRunResult(survey));
    const report = {
        target: `${target.registry.name}/${inputs.prefix}`,
        rows: results.map(({ row }) => row),
        warnings: [...place.warnings, ...results.flatMap((result) => result.warnings)],
        seconds: (runtime.clock.now() - startedMs) / 1000,
        dryRun: inputs.dryRun,
    };
    runtime.log.info(sentence(report));
    return {
        outputs: outputsOf(report),
        summary: renderMirror(report),
        warnings: report.warnings,
        annotations: annotationsOf(results, images, inputs.images),
        failure: failureOf(results, report.target),
    };
}
function jobOf(image, { prefix }, registries) {
    const { name, repository, tag, digest, platform } = image;
    const source = registries.source(image.registry);
    return { name, source, repository, tag, digest, platform, targetRepository: `${prefix}/${name}` };
}
/** Copies what is missing, with a line in the log as each image lands. @returns what came of it, by survey */
async function copyMissing(surveys, { inputs, target, runtime }) {
    const missing = surveys.filter((survey) => survey.kind === 'missing');
    const totals = new Map(missing.map((survey) => [survey.job.name, bytesToSend(survey)]));
    for (const [name, total] of totals)
        runtime.log.info(`${name}: ${(0,format/* formatBytes */.z3)(total)} to copy`);
    const progress = new Progress(totals, { log: runtime.log, now: () => runtime.clock.now() });
    progress.start(PROGRESS_EVERY_MS);
    const startedMs = runtime.clock.now();
    const seconds = () => (runtime.clock.now() - startedMs) / 1000;
    const copies = copyImages(missing, {
        target: target.registry,
        pool: new limiter/* Limiter */.j(inputs.concurrency),
        mounts: missing.length > 1 && (await target.mounts()),
        onBytes: (name, bytes) => {
            progress.add(name, bytes);
        },
    });
    const results = missing.map(async (survey, index) => {
        const result = await copies[index]?.then((copied) => copiedResult(survey, copied, seconds()), (error) => failedResult(survey.job, error));
        const told = result ?? failedResult(survey.job, new Error('it was not tried'));
        runtime.log.info(logLine(told.row));
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

/***/ 6985:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ fetchManifest)
/* harmony export */ });
/* harmony import */ var _http_body__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9662);
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2902);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3269);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(506);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9867);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8902);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(4054);







/** Specification, "Pushing Manifests": a registry should take 4 MiB; nobody serves more in good faith. */
const MANIFEST_LIMIT = 4 * 1024 * 1024;
/**
 * A manifest by tag or digest, checked against the digest it goes by.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
async function fetchManifest(registry, repository, reference) {
    const { clock, retry: policy } = registry.runtime;
    const isDigest = reference.includes(':');
    const call = {
        method: 'GET',
        path: `${repository}/manifests/${reference}`,
        scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_1__/* .pull */ .a$)(repository)],
        headers: { accept: (isDigest ? _media_types__WEBPACK_IMPORTED_MODULE_3__/* .READABLE_TYPES */ .xf : _media_types__WEBPACK_IMPORTED_MODULE_3__/* .MANIFEST_TYPES */ ._P).join(', ') },
    };
    const { bytes, headers } = await (0,_http_retry__WEBPACK_IMPORTED_MODULE_4__/* .retry */ .L5)(() => read(registry, call), clock, policy);
    const digest = isDigest ? reference : (headers['docker-content-digest']?.toString() ?? (0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .digestOf */ .ol)(bytes));
    return (0,_manifest__WEBPACK_IMPORTED_MODULE_2__/* .parseManifest */ .Ng)(bytes, digest, headers['content-type'] ?? '');
}
async function read(registry, call) {
    const { response, request } = await registry.open(call);
    if (/html/i.test(response.headers['content-type'] ?? ''))
        throw notARegistry(request, response);
    return { bytes: await (0,_http_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MANIFEST_LIMIT), headers: response.headers };
}
function notARegistry({ method, url }, response) {
    response.resume();
    return new _http_error__WEBPACK_IMPORTED_MODULE_5__/* .HttpError */ .j({ method, url, status: response.statusCode, message: _error__WEBPACK_IMPORTED_MODULE_6__/* .HTML_PAGE */ .w2, transient: false });
}


/***/ }),

/***/ 3689:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ readConfig)
/* harmony export */ });
/* harmony import */ var _client__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2902);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _manifest__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(506);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1789);




const CONFIG_LIMIT = 4 * 1024 * 1024;
/** Before there were images. */
const EARLIEST_MS = Date.UTC(2013, 0);
/** @throws CorruptContent, UnsupportedContent, RegistryError */
async function readConfig(registry, repository, config) {
    const path = `${repository}/blobs/${config.digest}`;
    if (config.size > CONFIG_LIMIT)
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .UnsupportedContent */ .$p(`the config ${config.digest} has ${config.size} bytes`);
    const { body } = await registry.call({ method: 'GET', path, scopes: [(0,_client__WEBPACK_IMPORTED_MODULE_0__/* .pull */ .a$)(repository)] });
    if ((0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .digestOf */ .ol)(body, (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .algorithmOf */ .Hy)(config.digest)) !== config.digest) {
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`the config ${config.digest} came as ${body.length} bytes of another digest`);
    }
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(body.toString('utf8'));
    const platform = (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .parsePlatform */ .FL)(json);
    return {
        platform: platform && (0,_manifest__WEBPACK_IMPORTED_MODULE_1__/* .formatPlatform */ .Bq)(platform),
        createdMs: createdMs(json?.['created']),
        source: sourceOf(json?.['config']),
    };
}
function createdMs(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : NaN;
    return ms >= EARLIEST_MS ? ms : undefined;
}
function sourceOf(config) {
    const labels = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(config) ? config['Labels'] : undefined;
    const source = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(labels) ? labels['org.opencontainers.image.source'] : undefined;
    return typeof source === 'string' ? source : undefined;
}


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
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3269);
/* harmony import */ var _media_types__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9867);
/* harmony import */ var _text_image_reference__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3602);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4212);






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
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`the manifest ${digest} came as ${bytes.length} bytes whose digest is ${actual}; the registry or something on the way altered it`);
    }
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .parseObject */ .lj)(bytes.toString('utf8'));
    if (json === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`the manifest ${digest} is not a JSON object`);
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
    if (_media_types__WEBPACK_IMPORTED_MODULE_1__/* .MANIFEST_TYPES */ ._P.some((type) => type === declared))
        return declared;
    if (Array.isArray(json['manifests']))
        return _media_types__WEBPACK_IMPORTED_MODULE_1__/* .OCI_INDEX */ .$p;
    if (json['config'] !== undefined)
        return _media_types__WEBPACK_IMPORTED_MODULE_1__/* .OCI_MANIFEST */ .EG;
    throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .UnsupportedContent */ .$p(`the manifest ${digest} is of a type nobody knows, '${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_4__/* .toPrintableLine */ .Ld)(declared)}'`);
}
function schema1(digest) {
    return new _error__WEBPACK_IMPORTED_MODULE_2__/* .UnsupportedContent */ .$p(`the manifest ${digest} is of Docker's schema 1, which this action does not copy; ` +
        'pull and push the image once with a current Docker to get a schema 2 manifest');
}
function descriptors(value, at) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`${at} is not a list`);
    return value.map((entry, index) => descriptor(entry, `${at}[${index}]`));
}
/** @throws CorruptContent that names the place */
function descriptor(value, at) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value))
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`${at} is not a descriptor`);
    const { mediaType, digest, size, urls } = value;
    if (typeof digest !== 'string' || !(0,_text_image_reference__WEBPACK_IMPORTED_MODULE_5__/* .isDigest */ .Bc)(digest))
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`${at} has no valid digest`);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CorruptContent */ .Bj(`${at} has no valid size`);
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
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value))
        return undefined;
    const { os, architecture, variant } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' && variant !== '' && { variant }) };
}
const text = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function strings(value) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .isRecord */ .u4)(value))
        return undefined;
    const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
}


/***/ })

};

export const id = 8324;
export const ids = [8324,9436];
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

/***/ 38324:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refresh: () => (/* binding */ refresh)
});

// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
// EXTERNAL MODULE: ./src/text/markdown.ts
var text_markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/report/image-updates.ts


const UPDATE_COLUMNS = [
    { title: 'Image', align: 'left' },
    { title: 'From', align: 'left' },
    { title: 'To', align: 'left' },
    { title: 'Age', align: 'left' },
    { title: 'Changes', align: 'left' },
    { title: 'Size', align: 'right' },
];
/** Renders what to know before a merge, in one alert. */
function updateWarnings(updates) {
    const warnings = updates.flatMap(warningsOf);
    const paragraphs = warnings.map((warning) => `> ${warning}`).join('\n>\n');
    return warnings.length === 0 ? [] : [`> [!WARNING]\n${paragraphs}`];
}
function warningsOf(update) {
    const { name, from, to, unconfirmed, missingPlatforms = [] } = update;
    const missing = missingPlatforms.map(text_markdown/* codeSpan */.SS).join(', ');
    return [
        ...(unconfirmed === undefined
            ? []
            : [
                `**${name} ${(0,text_markdown/* codeSpan */.SS)(to)} is not confirmed by its publisher: ${unconfirmed}.** An image that was pushed by mistake or by a thief looks like this, and a database may not survive it. Find out why before you merge.`,
            ]),
        ...(missing === ''
            ? []
            : [
                `**${name} ${(0,text_markdown/* codeSpan */.SS)(to)} has no ${missing}**, which ${(0,text_markdown/* codeSpan */.SS)(from)} has. Merge only if no machine needs it.`,
            ]),
        ...kindWarnings(update),
    ];
}
function kindWarnings({ name, kind, from, to, fromDigest, toDigest }) {
    switch (kind) {
        case 'older':
            return [
                `**${name} is downgraded from ${(0,text_markdown/* codeSpan */.SS)(from)} to ${(0,text_markdown/* codeSpan */.SS)(to)}.** The newer version is not within \`follow\`, or the registry no longer has it. A database may not start with an older version: make a backup first.`,
            ];
        case 'retagged':
            return [
                `**${name} ${(0,text_markdown/* codeSpan */.SS)(to)} was re-tagged.** The same version now has the digest ${(0,text_markdown/* codeSpan */.SS)(shortDigest(toDigest))} instead of ${(0,text_markdown/* codeSpan */.SS)(shortDigest(fromDigest))}. Find out why before you merge.`,
            ];
        case 'newer':
        case 'moved':
            return [];
    }
}
/** Renders one row per update. */
function updateTable(updates) {
    return (0,text_markdown/* table */.tp)(UPDATE_COLUMNS, updates.map(updateCells));
}
function updateCells(update) {
    const { name, from, to, fromDigest, toDigest, releaseUrl, compareUrl, isAttested, isSigned } = update;
    const format = (tag, digest) => from === to ? `${(0,text_markdown/* codeSpan */.SS)(tag)} ${(0,text_markdown/* codeSpan */.SS)(shortDigest(digest))}` : (0,text_markdown/* codeSpan */.SS)(tag);
    const links = [
        releaseUrl === undefined ? '' : `[notes](${releaseUrl})`,
        compareUrl === undefined ? '' : `[compare](${compareUrl})`,
        isAttested === true ? 'attested' : '',
        isSigned === true ? 'signed' : '',
    ].filter((link) => link !== '');
    const target = format(to, toDigest);
    const label = labelOf(update);
    return [
        `**${name}**`,
        format(from, fromDigest),
        label === '' ? target : `**${target} ${label}**`,
        formatUpdateAge(update),
        links.join(' · ') || '—',
        formatSizeChange(update),
    ];
}
function labelOf({ kind, unconfirmed, isSecurity }) {
    if (kind === 'older')
        return 'downgrade';
    if (kind === 'retagged')
        return 're-tagged';
    if (unconfirmed !== undefined)
        return 'not confirmed';
    return isSecurity === true ? 'security' : '';
}
function formatUpdateAge({ ageMs, isAgeStated }) {
    if (ageMs === undefined)
        return 'unknown';
    return isAgeStated === true ? `${(0,format/* formatAge */.nV)(ageMs)} (stated)` : (0,format/* formatAge */.nV)(ageMs);
}
function formatSizeChange({ size, oldSize }) {
    // A difference that the rounded sizes do not show, such as a byte of compression, says nothing.
    if (oldSize === undefined || (0,format/* formatBytes */.z3)(oldSize) === (0,format/* formatBytes */.z3)(size))
        return (0,format/* formatBytes */.z3)(size);
    const sign = size < oldSize ? '−' : '+';
    return `${(0,format/* formatBytes */.z3)(size)} (${sign}${(0,format/* formatBytes */.z3)(Math.abs(size - oldSize))})`;
}
const shortDigest = (digest) => digest.slice(0, 'sha256:'.length + 12);

// EXTERNAL MODULE: ./src/report/list-section.ts
var list_section = __webpack_require__(15802);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/report/release-notes.ts


const MAX_NOTE_LINE_LENGTH = 300;
const MAX_NOTE_LINES = 40;
const MAX_NOTE_LENGTH = 20_000;
/**
 * Renders untrusted release notes: links, images and HTML are reduced to their text, mentions notify no user, and
 * numbers link to no issue.
 */
function renderReleaseNotes(markdown) {
    const text = (0,sanitize/* escapeWorkflowCommands */.Fy)(markdown.slice(0, MAX_NOTE_LENGTH)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    const lines = [];
    let isCode = false;
    for (const raw of text.split('\n').map(truncateLine)) {
        const isFence = /^\s*(?:`{3,}|~{3,})/.test(raw);
        if (isFence)
            isCode = !isCode;
        const line = isFence ? '' : isCode ? (0,text_markdown/* codeSpan */.SS)(raw) : renderNoteLine(raw);
        if (line !== '' || (lines.at(-1) ?? '') !== '')
            lines.push(line);
        if (lines.length >= MAX_NOTE_LINES)
            break;
    }
    const isCut = lines.length >= MAX_NOTE_LINES || markdown.length > MAX_NOTE_LENGTH;
    const rendered = lines.map((line, index) => withLineBreak(line, lines[index + 1]));
    return [...rendered, ...(isCut ? ['', '…'] : [])].join('\n').trim();
}
function renderNoteLine(raw) {
    const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(raw)?.[1];
    if (heading !== undefined)
        return renderHeading(heading);
    const [, indent = '', item] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(raw) ?? [];
    if (item === undefined)
        return renderInline(raw);
    const text = renderInline(item);
    return text === '' ? '' : `${indent.length >= 2 ? '  ' : ''}- ${text}`;
}
function renderHeading(heading) {
    const text = (0,text_markdown/* escapeMarkdown */.FV)(toPlainText(heading)).trim();
    return text === '' ? '' : `**${text}**`;
}
function renderInline(text) {
    const pieces = text.split(/(`[^`]+`)/);
    const rendered = pieces.map((piece) => /^`[^`]+`$/.test(piece) ? (0,text_markdown/* codeSpan */.SS)(piece.slice(1, -1)) : (0,text_markdown/* escapeMarkdown */.FV)(toPlainText(piece)));
    return rendered.join('').trim();
}
function toPlainText(text) {
    return (text
        .replace(/<\/?[a-z][^>]*>/gi, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/https?:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues)\/(\d+)\S*/g, '#$1')
        .replace(/\*\*|__|~~/g, '')
        // A non-breaking hyphen: GitHub links GH-1 to an issue.
        .replace(/\bGH-(?=\d)/gi, 'GH\u2011'));
}
function truncateLine(line) {
    return line.length > MAX_NOTE_LINE_LENGTH
        ? `${line.slice(0, MAX_NOTE_LINE_LENGTH).replace(/[\ud800-\udbff]$/, '')}…`
        : line;
}
/** Markdown joins lines of text without a hard line break. */
function withLineBreak(line, next) {
    const isText = (one) => one !== '' && !/^\s*- /.test(one);
    return next !== undefined && isText(line) && isText(next) ? `${line}  ` : line;
}

// EXTERNAL MODULE: ./src/report/scan-findings.ts
var scan_findings = __webpack_require__(55916);
// EXTERNAL MODULE: ./src/text/update-marker.ts
var update_marker = __webpack_require__(17913);
;// CONCATENATED MODULE: ./src/report/refresh.ts







/** The remaining third is for the tables. */
const MAX_RELEASE_NOTES_BYTES = (limits/* MAX_BODY_BYTES */.YK * 2) / 3;
const MAX_UPDATE_TITLE_LENGTH = 120;
/** Returns a title: `Update langfuse-web to 3.10.0`. */
function renderUpdateTitle(updates) {
    const versions = [...new Set(updates.map(({ to }) => to))];
    const parts = versions.map((to) => {
        const names = updates.filter((one) => one.to === to).map(({ name }) => name);
        return `${(0,list_section/* joinNames */.J)(names)} to ${to}`;
    });
    const title = `Update ${parts.join(', ')}`;
    return title.length <= MAX_UPDATE_TITLE_LENGTH ? title : `Update ${(0,text_markdown/* plural */.LS)(updates.length, 'image')}`;
}
/** Returns the message of a direct commit, with one trailer per version. */
const renderCommitMessage = (updates) => [renderUpdateTitle(updates), '', ...updates.map(update_marker/* renderCommitTrailer */.jw)].join('\n');
/** Renders the pull request's description. */
function renderPullRequest(report) {
    return [
        `**${(0,text_markdown/* plural */.LS)(report.updates.length, 'image update')}.** Each new image is complete in its registry and has all platforms of the image it replaces${exceptPlatforms(report.updates)}. Merge this pull request to deploy.`,
        ...updateWarnings(report.updates),
        updateTable(report.updates),
        ...(0,scan_findings/* renderFindings */.v)(report.scans ?? []),
        ...releaseNotesParts(report.releaseNotes),
        ...noteParts(report),
        `<sub>Created by <a href="${report.runUrl}">this run</a>. Each refresh updates this pull request until it is merged, and closes it when no update is left. Close it to decline these versions. Do not push other commits to its branch.</sub>`,
        [(0,update_marker/* renderUpdateMarker */.Kn)(report.updates), (0,update_marker/* renderFirstSeen */.m5)(report.updates)]
            .filter((text) => text !== '')
            .join('\n'),
    ].join('\n\n');
}
const exceptPlatforms = (updates) => updates.some(({ missingPlatforms = [] }) => missingPlatforms.length > 0) ? ', except where noted' : '';
/** Renders the job summary of `refresh`. */
function renderRefresh(report, { mode, outcome }) {
    const { updates, failures, checkedCount } = report;
    const hasNothing = updates.length === 0 && failures.length === 0;
    return [
        `## ${refreshTitle(report, mode)}`,
        outcome,
        ...failureParts(report),
        ...updateWarnings(updates),
        ...(updates.length === 0 ? [] : [updateTable(updates)]),
        ...(0,scan_findings/* renderFindings */.v)(report.scans ?? []),
        ...releaseNotesParts(report.releaseNotes),
        ...noteParts(report),
        ...(hasNothing ? [`${(0,text_markdown/* plural */.LS)(checkedCount, 'image')} checked.`] : []),
    ]
        .filter((text) => text !== '')
        .join('\n\n');
}
function refreshTitle({ updates, failures, checkedCount, notes }, mode) {
    if (failures.length > 0)
        return `❌ ${failures.length} of ${(0,text_markdown/* plural */.LS)(checkedCount, 'image')} not checked`;
    if (updates.length === 0)
        return emptyTitle(notes);
    return `${mode === 'dry-run' ? '🔎' : '⬆️'} ${(0,text_markdown/* plural */.LS)(updates.length, 'image update')}`;
}
/** Without notes, the pinned versions are the newest ones. */
function emptyTitle(notes) {
    const warnings = notes.filter(({ severity }) => severity === 'warning').length;
    if (warnings > 0)
        return `⚠️ No image updates, ${(0,text_markdown/* plural */.LS)(warnings, 'warning')}`;
    return notes.length > 0 ? `ℹ️ No image updates now, ${(0,text_markdown/* plural */.LS)(notes.length, 'note')}` : '✅ No image updates';
}
const REFRESH_NEXT_STEP = '**Next step:** Fix the cause and re-run the job.';
function failureParts({ failures }) {
    const lines = failures.map(({ name, reason }) => `- **${name}**: ${(0,text_markdown/* codeSpan */.SS)(reason)}`);
    return lines.length === 0 ? [] : [['### Errors', '', ...lines].join('\n'), REFRESH_NEXT_STEP];
}
function releaseNotesParts(notes) {
    const withReleases = notes.filter(({ releases }) => releases.length > 0);
    if (withReleases.length === 0)
        return [];
    const maxBytes = Math.floor(MAX_RELEASE_NOTES_BYTES / withReleases.length);
    return ['### Release notes', ...withReleases.map((one) => releaseNotesBlock(one, maxBytes))];
}
function releaseNotesBlock({ names, from, to, releases }, maxBytes) {
    const shown = [];
    let bytes = 0;
    for (const { tag, url, body } of releases) {
        const text = `#### [${(0,text_markdown/* escapeMarkdown */.FV)(tag)}](${url})\n\n${renderReleaseNotes(body) || 'No notes.'}`;
        bytes += Buffer.byteLength(text);
        if (bytes > maxBytes)
            break;
        shown.push(text);
    }
    const first = releases[shown.length];
    const more = first === undefined
        ? []
        : [
            `… and ${(0,text_markdown/* plural */.LS)(releases.length - shown.length, 'older release')}, starting with [${(0,text_markdown/* escapeMarkdown */.FV)(first.tag)}](${first.url}).`,
        ];
    const title = `${(0,list_section/* joinNames */.J)(names)}: ${(0,text_markdown/* plural */.LS)(releases.length, 'release')}, ${from} → ${to}`;
    return [`<details><summary>${title}</summary>`, ...shown, ...more, '</details>'].join('\n\n');
}
function noteParts({ notes }) {
    return notes.length === 0 ? [] : [['### Notes', '', ...notes.map(({ text }) => `- ${text}`)].join('\n')];
}

// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/images-file.ts
var images_file = __webpack_require__(85549);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
;// CONCATENATED MODULE: ./src/github/releases.ts


/** By image, if its label is missing or wrong. */
const KNOWN_SOURCES = {
    'langfuse/langfuse': 'langfuse/langfuse',
    'langfuse/langfuse-worker': 'langfuse/langfuse',
    'clickhouse/clickhouse-server': 'ClickHouse/ClickHouse',
    'grafana/grafana': 'grafana/grafana',
    'grafana/grafana-oss': 'grafana/grafana',
};
/** Reports whether an image's source repository is known without its label. */
const hasKnownSource = (image) => Object.hasOwn(KNOWN_SOURCES, image);
const SOURCE = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?(?:[/#?].*)?$/;
const MAX_PAGES = 5;
/**
 * Returns the source repository of an image.
 *
 * @param label `org.opencontainers.image.source`
 */
function sourceRepository(image, label) {
    const known = hasKnownSource(image) ? KNOWN_SOURCES[image] : undefined;
    const [, owner, repo] = SOURCE.exec(known === undefined ? (label ?? '') : `https://github.com/${known}`) ?? [];
    return owner === undefined || repo === undefined ? undefined : { owner, repo };
}
/** Reads the newest published releases; undefined if the repository cannot be read. */
async function readReleases(github, source) {
    const releases = [];
    try {
        for (let page = 1; page <= MAX_PAGES; page++) {
            const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/releases', {
                ...source,
                per_page: 100,
                page,
            });
            releases.push(...(0,json/* itemsOf */.S3)(data).flatMap((one) => parseRelease(one, source)));
            if ((0,json/* itemsOf */.S3)(data).length < 100)
                break;
        }
    }
    catch (error) {
        if (error instanceof github_error/* GitHubError */.y_)
            return undefined;
        throw error;
    }
    return releases;
}
/**
 * Reads the commit of a git tag.
 *
 * @returns undefined if the tag does not exist
 * @throws GitHubError
 */
async function readTagCommit(github, source, tag) {
    try {
        // Resolves annotated tags to their commit.
        const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
            ...source,
            ref: `tags/${tag}`,
        });
        return (0,json/* textAt */.$6)(data, 'sha');
    }
    catch (error) {
        // 422: no commit of this name.
        if (error instanceof github_error/* GitHubError */.y_ && (error.status === 404 || error.status === 422))
            return undefined;
        throw error;
    }
}
function parseRelease(data, { owner, repo }) {
    const tag = (0,json/* textAt */.$6)(data, 'tag_name');
    if (tag === undefined || (0,json/* valueAt */.fK)(data, 'draft') === true || (0,json/* valueAt */.fK)(data, 'prerelease') === true)
        return [];
    const publishedMs = Date.parse((0,json/* textAt */.$6)(data, 'published_at') ?? '');
    return [
        {
            tag,
            url: `https://github.com/${owner}/${repo}/releases/tag/${encodeTag(tag)}`,
            body: (0,json/* textAt */.$6)(data, 'body') ?? '',
            publishedMs: Number.isNaN(publishedMs) ? undefined : publishedMs,
        },
    ];
}
/** Returns the address that compares two tags. */
function compareUrl({ owner, repo }, from, to) {
    return `https://github.com/${owner}/${repo}/compare/${encodeTag(from)}...${encodeTag(to)}`;
}
/** Parentheses would end a Markdown link. */
const encodeTag = (tag) => encodeURIComponent(tag).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);

// EXTERNAL MODULE: ./src/images/version.ts
var images_version = __webpack_require__(24250);
;// CONCATENATED MODULE: ./src/github/attestations.ts


/** Also for a token that may not read attestations, which no publisher can cause. */
const ABSENT = [401, 403, 404];
/**
 * Reads the Sigstore bundles of the attestations that a repository published for a digest.
 *
 * @returns empty without attestations, and without the permission to read them
 * @throws GitHubError
 */
async function readAttestations(github, source, digest) {
    try {
        const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/attestations/{subject_digest}', {
            ...source,
            subject_digest: digest,
            per_page: 100,
        });
        return (0,json/* itemsOf */.S3)((0,json/* valueAt */.fK)(data, 'attestations')).map((one) => (0,json/* valueAt */.fK)(one, 'bundle'));
    }
    catch (error) {
        if (error instanceof github_error/* GitHubError */.y_ && ABSENT.includes(error.status ?? 0))
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./src/github/provenance.ts
var provenance = __webpack_require__(29436);
;// CONCATENATED MODULE: ./src/commands/refresh/release-history.ts





/** GitHub releases of the source repositories. */
class ReleaseHistory {
    github;
    loadTrust;
    reading = new Map();
    commits = new Map();
    loaded = new Map();
    attested = new Map();
    loadingTrust;
    /** @param loadTrust called if a repository has published an attestation */
    constructor(github, loadTrust = () => Promise.reject(new Error('there is no trust root'))) {
        this.github = github;
        this.loadTrust = loadTrust;
    }
    async read(source) {
        if (this.github === undefined || source === undefined)
            return undefined;
        const key = keyOf(source);
        const reading = this.reading.get(key) ??
            readReleases(this.github, source).then((releases) => releases?.flatMap(withVersion));
        this.reading.set(key, reading);
        const releases = await reading;
        this.loaded.set(key, releases ?? []);
        return releases;
    }
    /** Reads the releases of an image of a known publisher. */
    readFor({ repository }) {
        return this.read(sourceRepository(repository, undefined));
    }
    /**
     * Reads the commit of a git tag.
     *
     * @returns undefined if the tag does not exist, and `unreadable` for an error of GitHub
     */
    async tagCommit(source, tag) {
        if (this.github === undefined)
            return 'unreadable';
        const key = `${keyOf(source)}@${tag}`;
        const reading = this.commits.get(key) ?? readTagCommit(this.github, source, tag).catch(unreadableOnGitHubError);
        this.commits.set(key, reading);
        return reading;
    }
    /** Reads and verifies the provenance that a repository published for an image. */
    attestation(source, digest) {
        const key = `${keyOf(source)}@${digest}`;
        const reading = this.attested.get(key) ?? this.verify(source, digest);
        this.attested.set(key, reading);
        return reading;
    }
    /** Returns the trust root for signatures. @throws Error if it cannot be loaded */
    trust() {
        this.loadingTrust ??= this.loadTrust();
        return this.loadingTrust;
    }
    async verify(source, digest) {
        if (this.github === undefined)
            return { kind: 'none' };
        try {
            const bundles = (await readAttestations(this.github, source, digest)).filter(provenance/* isProvenance */.WX);
            if (bundles.length === 0)
                return { kind: 'none' };
            const trust = await this.trust();
            const claim = { source, digest };
            const checks = bundles.map((bundle) => (0,provenance/* verifyProvenance */.Tu)(bundle, claim, trust));
            // One valid attestation is enough, as for `gh attestation verify`.
            await Promise.any(checks);
            return { kind: 'verified' };
        }
        catch (error) {
            const first = error instanceof AggregateError ? error.errors[0] : error;
            return { kind: 'invalid', problem: first instanceof Error ? first.message : String(first) };
        }
    }
    /** Returns what {@link read} has read. */
    releasesOf(source) {
        return (source && this.loaded.get(keyOf(source))) ?? [];
    }
}
const keyOf = ({ owner, repo }) => `${owner}/${repo}`;
function unreadableOnGitHubError(error) {
    if (error instanceof github_error/* GitHubError */.y_)
        return 'unreadable';
    throw error;
}
/**
 * The release of the image `25.12.11.4` is ClickHouse's `v25.12.11.4-stable`, and the release of `12.4.5-security-01` is
 * Grafana's `v12.4.5+security-01`.
 */
function withVersion(release) {
    const tag = release.tag.replace(/-(?:stable|lts)$/, '').replace('+security-', '-security-');
    const version = (0,images_version/* parseImageVersion */.R1)(tag);
    return version === undefined || (0,images_version/* variantOf */.Bp)(version) !== '' ? [] : [{ ...release, version }];
}
/** Variants such as `-alpine` have no release of their own. */
function withoutVariant(tag) {
    const version = (0,images_version/* parseImageVersion */.R1)(tag ?? '');
    if (version === undefined)
        return undefined;
    const variant = (0,images_version/* variantOf */.Bp)(version);
    return { ...version, suffix: version.suffix.slice(0, version.suffix.length - variant.length) };
}
/** `3.010.0` has the numbers of the release `v3.10.0`, and is not its name. */
const isSameVersion = (one, other) => (0,images_version/* compareImageVersions */.m6)(one, other) === 0 && hasLeadingZero(one) === hasLeadingZero(other);
const hasLeadingZero = ({ tag }) => /(?:^v?|\.)0\d/.test(tag);
/** @param tag an image's version */
function findRelease(releases, tag) {
    const version = withoutVariant(tag);
    return version && releases.find((release) => isSameVersion(release.version, version));
}

;// CONCATENATED MODULE: ./src/commands/refresh/describe-update.ts



/** Must precede {@link describeUpdate} and {@link releaseNotes}. */
async function loadReleases(updates, history) {
    await Promise.all(updates.map((update) => history.read(sourceOf(update))));
}
/** Returns the row of an update in tables. */
function describeUpdate(update, history) {
    const { image, tag: to, digest: toDigest, kind, ageMs, size, oldSize } = update;
    const { name, tag: from, digest: fromDigest } = image;
    const { isSecurity, missingPlatforms, firstSeenMs, evidence } = update;
    const source = sourceOf(update);
    const releases = history.releasesOf(source);
    const [old, next] = [update.fromVersion, update.version].map((version) => findRelease(releases, version));
    const isComparable = source !== undefined && old !== undefined && next !== undefined && old.tag !== next.tag;
    return {
        ...{ name, from, to, fromDigest, toDigest, kind, ageMs, size, oldSize },
        ...{ isSecurity, missingPlatforms, firstSeenMs },
        isAttested: evidence.kind === 'confirmed' && evidence.isAttested === true,
        isSigned: update.signature.kind === 'verified',
        isAgeStated: evidence.kind === 'unknown-publisher',
        unconfirmed: evidence.kind === 'unconfirmed' ? evidence.problem : undefined,
        releaseUrl: next?.url,
        compareUrl: isComparable ? compareUrl(source, old.tag, next.tag) : undefined,
    };
}
/** Returns the notes of all releases between the old and the new versions. */
function releaseNotes(updates, history) {
    const notes = new Map();
    for (const update of updates) {
        const { image, tag: to } = update;
        const source = sourceOf(update);
        if (source === undefined)
            continue;
        const key = `${keyOf(source)} ${image.tag} ${to}`;
        const names = [...(notes.get(key)?.names ?? []), image.name];
        const releases = releasesBetween(history.releasesOf(source), update.fromVersion, update.version);
        notes.set(key, { names, from: image.tag, to, releases });
    }
    return [...notes.values()];
}
const sourceOf = ({ image, source }) => sourceRepository(image.repository, source);
/** After `from`, up to `to`, newest first. */
function releasesBetween(releases, from, to) {
    const [first, last] = [withoutVariant(from), withoutVariant(to)];
    if (first === undefined || last === undefined)
        return [];
    return releases
        .filter(({ version }) => (0,images_version/* compareImageVersions */.m6)(version, first) > 0 && (0,images_version/* compareImageVersions */.m6)(version, last) <= 0)
        .sort((a, b) => (0,images_version/* compareImageVersions */.m6)(b.version, a.version));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/github/branch.ts
var github_branch = __webpack_require__(66675);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs = __webpack_require__(40546);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
;// CONCATENATED MODULE: ./src/commands/refresh/destination.ts






const NOTHING_WRITTEN = { message: '', warnings: [] };
/** Joins the results of several writes; the first commit and the first failure count. */
function joinResults(results) {
    const commit = results.find((one) => one.commit !== undefined)?.commit;
    const failures = results.flatMap(({ failure }) => failure ?? []);
    const [first] = failures;
    const messages = [...new Set(failures.map(({ message }) => message))];
    return {
        message: [...new Set(results.map(({ message }) => message))].filter((text) => text !== '').join('\n\n'),
        warnings: results.flatMap(({ warnings }) => warnings),
        pulls: results.flatMap(({ pulls = [] }) => pulls),
        ...(commit !== undefined && { commit }),
        ...(first !== undefined && { failure: { ...first, message: messages.join('\n') } }),
    };
}
function failedWrite(error) {
    const message = (0,failure.messageOf)(error);
    return {
        message: `❌ ${(0,text_markdown/* codeSpan */.SS)(message)}`,
        warnings: [],
        failure: { reason: (0,failure.reasonOf)(error), message },
    };
}
/**
 * @returns undefined in a dry run
 * @throws InvalidInput without a token or a branch
 */
function findDestination({ dryRun, mode, branch, images, deployWorkflow }, context, github) {
    if (dryRun)
        return undefined;
    if (github === undefined)
        throw new inputs/* InvalidInput */.o(`github-token: is empty, and refresh ${mode === 'direct' ? 'commits' : 'opens a pull request'} with it. Set a token.`);
    const base = /^refs\/heads\/(.+)$/.exec(context.ref)?.[1];
    if (base === undefined)
        throw new inputs/* InvalidInput */.o(`command: refresh changes a branch, and this run is for '${context.ref}'. Start it by schedule, workflow_dispatch or push.`);
    // Git allows no branch whose name is the folder of another one.
    if (base === branch || `${branch}/`.startsWith(`${base}/`) || base.startsWith(`${branch}/`))
        throw new inputs/* InvalidInput */.o(`branch: '${branch}' collides with '${base}', the branch of this run. Set another name for the pull requests.`);
    return { github, context, base, branch, earlierBranch: withoutHash(branch, images), deployWorkflow };
}
/** refresh.yml adds the hash of Git to the names of some paths. */
function withoutHash(branch, images) {
    const path = images.replace(/^\.\//, '');
    const hash = (0,external_node_crypto_.createHash)('sha1')
        .update(`blob ${Buffer.byteLength(path)}\0${path}`)
        .digest('hex');
    const suffix = `-${hash.slice(0, 8)}`;
    return branch.endsWith(suffix) ? branch.slice(0, -suffix.length) : undefined;
}
/** @throws InvalidInput if the file is not in the workspace */
function pathInRepository(imagesPath, workspace) {
    const path = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(imagesPath)).split(external_node_path_.sep).join('/');
    if (path.startsWith('../') || path.startsWith('/'))
        throw new inputs/* InvalidInput */.o(`images: '${imagesPath}' is not in the workspace, so no commit can change it.`);
    return path;
}
/**
 * Returns the path of images.yaml in the repository.
 *
 * @throws InvalidInput if the file has uncommitted changes, which would be committed too
 */
async function findCommittedPath({ path: imagesPath, text }, workspace, { github, context }) {
    const path = pathInRepository(imagesPath, workspace);
    const committed = await (0,github_branch/* readFileAt */._T)(github, { path, sha: context.sha });
    if (committed === text)
        return path;
    const problem = committed === undefined ? 'has no such file' : 'has a different file';
    throw new inputs/* InvalidInput */.o(`images: commit ${context.sha.slice(0, 7)} ${problem} (${path}). Check out the repository into the workspace and change nothing before this step.`);
}

// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
// EXTERNAL MODULE: ./src/commands/registry-logins.ts + 1 modules
var registry_logins = __webpack_require__(94674);
// EXTERNAL MODULE: ./src/commands/source-registries.ts
var source_registries = __webpack_require__(29973);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __webpack_require__(24247);
// EXTERNAL MODULE: ./src/registry/image-config.ts
var image_config = __webpack_require__(93689);
// EXTERNAL MODULE: ./src/registry/fetch-manifest.ts
var fetch_manifest = __webpack_require__(86985);
// EXTERNAL MODULE: ./src/http/client.ts + 5 modules
var http_client = __webpack_require__(93843);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var registry_manifest = __webpack_require__(10506);
;// CONCATENATED MODULE: ./src/registry/inspect-image.ts






/** The message is a predicate: "has no linux/arm64". */
class UnusableImage extends Error {
    name = 'UnusableImage';
    reason = 'copy-failed';
}
/** The stack's platform. */
const PREFERRED_PLATFORM = 'linux/arm64';
/**
 * Reads digest, platforms, size and age of an image.
 *
 * @throws UnusableImage, HttpError
 */
async function inspectImage(wanted) {
    const { registry, repository, reference, platform } = wanted;
    const root = await rejectMissing((0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, reference), 'no longer exists');
    if (root.manifests.length === 0)
        return inspectManifest(wanted, root);
    const runnable = root.manifests.filter(registry_manifest/* isRunnable */.iU);
    const names = runnable.map(registry_manifest/* platformOf */.tj);
    const child = (digest) => rejectMissing((0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, digest), `lacks its manifest ${digest}`);
    if (platform !== undefined) {
        const match = runnable.find((one) => (0,registry_manifest/* matchesPlatform */.pC)((0,registry_manifest/* platformOf */.tj)(one), platform));
        if (match === undefined)
            throw new UnusableImage(`has no ${platform}, only ${names.join(', ') || 'no platform'}`);
        return inspectManifest(wanted, await child(match.digest));
    }
    const measured = names.find((name) => (0,registry_manifest/* matchesPlatform */.pC)(name, PREFERRED_PLATFORM)) ?? names[0];
    const children = await Promise.all(runnable.map(({ digest }) => child(digest)));
    const shown = children[measured === undefined ? -1 : names.indexOf(measured)];
    return {
        ...(await readDetails(wanted, shown)),
        digest: root.digest,
        platforms: names,
        measuredPlatform: measured,
        manifests: children,
        otherManifests: root.manifests.filter((one) => !(0,registry_manifest/* isRunnable */.iU)(one)),
    };
}
async function inspectManifest(wanted, manifest) {
    const { platform: actual, ...described } = await readDetails(wanted, manifest);
    const { platform } = wanted;
    if (platform !== undefined && actual !== undefined && !(0,registry_manifest/* matchesPlatform */.pC)(actual, platform))
        throw new UnusableImage(`is for ${actual}, not for ${platform}`);
    const platforms = actual === undefined ? [] : [actual];
    return {
        ...described,
        digest: manifest.digest,
        platforms,
        measuredPlatform: actual,
        manifests: [manifest],
        otherManifests: [],
    };
}
const NO_CONFIG = {
    platform: undefined,
    createdMs: undefined,
    source: undefined,
    version: undefined,
    revision: undefined,
};
async function readDetails({ registry, repository }, manifest) {
    const size = manifest?.blobs.reduce((sum, blob) => sum + blob.size, 0) ?? 0;
    if (manifest?.config === undefined)
        return { size, ...NO_CONFIG };
    const config = (0,image_config/* readImageConfig */.M)(registry, repository, manifest.config);
    return { size, ...(await rejectMissing(config, `lacks its config ${manifest.config.digest}`)) };
}
/** Checks that all manifests and blobs exist, also of attestations. @throws UnusableImage, HttpError */
async function checkComplete(registry, repository, { manifests, otherManifests: others }) {
    const fetched = await Promise.all(others.map(({ digest }) => rejectMissing((0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, digest), `is incomplete: manifest ${digest} is missing`)));
    const blobs = [...manifests, ...fetched].flatMap((manifest) => manifest.blobs);
    const digests = new Set(blobs.filter((blob) => !(0,registry_manifest/* isForeign */.jq)(blob)).map(({ digest }) => digest));
    const missing = await Promise.all([...digests].map(async (digest) => ((await hasBlob(registry, repository, digest)) ? undefined : digest)));
    const first = missing.find((digest) => digest !== undefined);
    if (first !== undefined)
        throw new UnusableImage(`is incomplete: blob ${first} is missing`);
}
async function hasBlob(registry, repository, digest) {
    const call = {
        method: 'HEAD',
        path: `${repository}/blobs/${digest}`,
        scopes: [(0,client/* pullScope */.iH)(repository)],
        // See `Registry.hasBlob`.
        accept: [200, ...http_client/* REDIRECT_STATUSES */.a, 404],
        redirect: 'manual',
    };
    try {
        return (await registry.call(call)).status !== 404;
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j) || ![400, 401, 403, 405, 501].includes(error.status ?? 0))
            throw error;
    }
    // ECR Public rejects HEAD (https://github.com/aws/containers-roadmap/issues/2671).
    const accept = [200, 206, ...http_client/* REDIRECT_STATUSES */.a, 404, 416];
    const read = { ...call, method: 'GET', accept, headers: { range: 'bytes=0-0' }, maxBytes: 0 };
    return (await registry.call(read)).status !== 404;
}
async function rejectMissing(content, problem) {
    try {
        return await content;
    }
    catch (error) {
        throw isNotFound(error) ? new UnusableImage(problem) : error;
    }
}
const isNotFound = (error) => error instanceof http_error/* HttpError */.j && error.status === 404;

;// CONCATENATED MODULE: ./src/images/newer-lines.ts

/**
 * Finds the newest tag outside of `follow`, and the newest one whose name differs too much to be a candidate: another
 * suffix number (`-alpine3.21`), prefix or count of numbers, and dates.
 *
 * @param candidates newest first
 */
function findNewerLines(tags, { image, follow, candidates, }) {
    const newest = candidates[0] ?? image.tag;
    const current = (0,images_version/* parseImageVersion */.R1)(newest);
    const versions = tags.flatMap((tag) => (0,images_version/* parseImageVersion */.R1)(tag) ?? []);
    const range = follow.kind === 'range' ? follow.numbers : undefined;
    const outside = range && current && newestOutside(versions, { range, current });
    const other = newestOfShape(tags, newest) ?? (range && current && newestOfOtherName(versions, { range, current }));
    return [
        ...(outside === undefined ? [] : [{ tag: outside, reason: 'outside-follow' }]),
        ...(other === undefined || other === outside ? [] : [{ tag: other, reason: 'other-name' }]),
    ];
}
function newestOutside(versions, { range, current }) {
    const newer = versions.filter((one) => one.prefix === current.prefix &&
        one.numbers.length === current.numbers.length &&
        (0,images_version/* variantOf */.Bp)(one) === (0,images_version/* variantOf */.Bp)(current) &&
        !(0,images_version/* isInRange */.h$)(one.numbers, range) &&
        (0,images_version/* compareNumbers */.S$)(one.numbers, range) > 0 &&
        // A tag that is a date or a build number is no version of the same kind.
        isSimilarSize(one.numbers[0], current.numbers[0]));
    return newestOf(newer)?.tag;
}
const isSimilarSize = (one = 0, other = 0) => String(one).length <= String(other).length + 1;
/** The same suffix behind another prefix, or with fewer or more numbers. */
function newestOfOtherName(versions, { range, current }) {
    const newer = versions.filter((one) => !(0,images_version/* isPreRelease */.Ty)(one) &&
        (0,images_version/* variantOf */.Bp)(one) === (0,images_version/* variantOf */.Bp)(current) &&
        (0,images_version/* isInRange */.h$)(one.numbers, range) &&
        one.numbers.length > range.length &&
        (0,images_version/* compareNumbers */.S$)(one.numbers, current.numbers) > 0);
    return newestOf(newer)?.tag;
}
const newestOf = (versions) => versions.reduce((best, one) => (best === undefined || (0,images_version/* compareImageVersions */.m6)(one, best) > 0 ? one : best), undefined);
const shapeOf = (tag) => tag.replace(/\d+/g, '#');
const numbersIn = (tag) => (tag.match(/\d+/g) ?? []).map(Number);
/** Tags that differ in numbers only: `2025-01-30`, `1.27.5-alpine3.21`, `4.0.0-rc.2`. */
function newestOfShape(tags, newest) {
    const shape = shapeOf(newest);
    // The numbers of plain versions are compared as versions.
    if (!/#[^#]*[A-Za-z-][^#]*#/.test(shape))
        return undefined;
    const current = numbersIn(newest);
    return tags
        .filter((tag) => shapeOf(tag) === shape && (0,images_version/* compareNumbers */.S$)(numbersIn(tag), current) > 0)
        .sort((a, b) => (0,images_version/* compareNumbers */.S$)(numbersIn(b), numbersIn(a)))[0];
}

// EXTERNAL MODULE: ./src/registry/next-page.ts
var next_page = __webpack_require__(86756);
// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __webpack_require__(23602);
;// CONCATENATED MODULE: ./src/registry/list-tags.ts





const PAGE_SIZE = 1_000;
/** Some registries answer with all tags at once. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024;
/** Stops a registry that invents pages. */
const MAX_TAGS = 500_000;
/** Pages in a row without a new tag. */
const MAX_IDLE_PAGES = 3;
/**
 * Lists all tags (specification, "Listing Tags").
 *
 * @throws HttpError, also for an invalid or endless list
 */
async function listTags(registry, repository) {
    const tags = new Set();
    const first = new URL(`/v2/${repository}/tags/list`, registry.origin);
    const seen = new Set();
    let answer = await firstPage(registry, repository, first);
    for (let idlePages = 0;;) {
        const known = tags.size;
        for (const tag of parseTags(answer.body, first))
            tags.add(tag);
        idlePages = tags.size > known ? 0 : idlePages + 1;
        const next = nextPage(answer.headers['link'], first);
        // Some registries repeat a page without end.
        if (next === undefined || seen.has(next.href) || idlePages >= MAX_IDLE_PAGES)
            return [...tags];
        if (tags.size > MAX_TAGS)
            throw listError(first, 'the tag list does not end');
        seen.add(next.href);
        answer = await registry.call(pageCall(repository, next));
    }
}
/** Registries limit the page size; one that rejects ours chooses its own. */
async function firstPage(registry, repository, url) {
    const sized = new URL(`?n=${PAGE_SIZE}`, url);
    try {
        return await registry.call(pageCall(repository, sized));
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j) || ![400, 413, 416, 422].includes(error.status ?? 0))
            throw error;
        return registry.call(pageCall(repository, url)).catch(() => {
            throw error;
        });
    }
}
const pageCall = (repository, path) => ({
    method: 'GET',
    path,
    scopes: [(0,client/* pullScope */.iH)(repository)],
    maxBytes: MAX_PAGE_BYTES,
});
function parseTags(body, url) {
    const list = (0,json/* parseObject */.lj)(body.toString('utf8'))?.['tags'];
    // Some registries send `null` for an empty list.
    if (list === null)
        return [];
    if (!Array.isArray(list))
        throw listError(url, 'the answer is not a tag list');
    return list.filter((tag) => typeof tag === 'string' && (0,image_reference/* isTag */.dz)(tag));
}
/**
 * Takes only the query of the link: the request carries credentials, and registries behind a path prefix leave the prefix
 * out or add another one.
 */
function nextPage(link, list) {
    const search = (0,next_page/* nextQuery */.a)(link, list);
    return search === undefined ? undefined : new URL(search, list);
}
const listError = (url, message) => new http_error/* HttpError */.j({ method: 'GET', url, message, transient: false });

;// CONCATENATED MODULE: ./src/commands/refresh/release-check.ts




/** Returns what the releases of a known publisher say about a version tag. */
async function findReleaseState(image, tag, history) {
    const source = knownSource(image);
    const releases = await history.read(source);
    if (source === undefined || releases === undefined || !isReleaseTag(tag, releases))
        return { kind: 'unknown' };
    const release = findRelease(releases, tag);
    if (release === undefined)
        return { kind: 'not-released', problem: noRelease(source, tag) };
    return { kind: 'released', publishedMs: release.publishedMs, isSecurity: isSecurityRelease(release) };
}
/** Compares an image with the releases and git tags of its source repository. */
async function checkRelease(image, { tag, found, pinned }, history) {
    const source = knownSource(image);
    if (source === undefined) {
        const releases = await history.read(sourceRepository(image.repository, found.source));
        return { kind: 'unknown-publisher', publishedMs: findRelease(releases ?? [], tag)?.publishedMs };
    }
    const releases = await history.read(source);
    if (releases === undefined)
        return unconfirmed(`the releases of ${keyOf(source)} could not be read`);
    const version = releasedVersion(tag, found.version, releases);
    if (version === undefined)
        return unconfirmed(`its label org.opencontainers.image.version names no release within ${tag}`);
    const release = findRelease(releases, version);
    if (release === undefined)
        return unconfirmed(noRelease(source, version));
    if (found.revision === undefined && pinned?.revision !== undefined)
        return unconfirmed(`it has no label org.opencontainers.image.revision, which ${image.tag} has`);
    const evidence = await checkCommit(source, { release, revision: found.revision }, history);
    return evidence.kind === 'confirmed'
        ? checkAttestation({ image, source, found, evidence }, history)
        : evidence;
}
/** A publisher that attested the pinned image attests the next one too. */
async function checkAttestation({ image, source, found, evidence }, history) {
    const attestation = await history.attestation(source, found.digest);
    switch (attestation.kind) {
        case 'verified':
            return { ...evidence, isAttested: true };
        case 'invalid':
            return unconfirmed(`the provenance attestation of ${keyOf(source)} could not be verified: ${(0,sanitize/* toPrintableLine */.Ld)(attestation.problem)}`);
        case 'none': {
            const pinned = await history.attestation(source, image.digest);
            return pinned.kind === 'verified'
                ? unconfirmed(`${keyOf(source)} has a provenance attestation of ${image.tag}, and none of this image`)
                : evidence;
        }
    }
}
async function checkCommit(source, { release, revision }, history) {
    const { tag, publishedMs } = release;
    const commit = await history.tagCommit(source, tag);
    if (commit === undefined)
        return unconfirmed(`${keyOf(source)} has no git tag ${tag}`);
    if (commit === 'unreadable')
        return unconfirmed(`the git tag ${tag} of ${keyOf(source)} could not be read`);
    if (revision !== undefined && !isCommit(revision, commit))
        return unconfirmed(`its label org.opencontainers.image.revision is ${shortCommit(revision)}, and the git tag ${tag} of ${keyOf(source)} is commit ${commit.slice(0, 7)}`);
    return { kind: 'confirmed', publishedMs, isSecurity: isSecurityRelease(release) };
}
/**
 * Returns the version of a tag: itself, or what its label says for a moving tag. The label of other tags may be the base
 * image's.
 *
 * @param labelled `org.opencontainers.image.version`
 */
function releasedVersion(tag, labelled, releases) {
    if (isReleaseTag(tag, releases))
        return tag;
    const label = (0,images_version/* parseImageVersion */.R1)(labelled ?? '');
    const range = (0,images_version/* parseImageVersion */.R1)(tag)?.numbers ?? [];
    return label !== undefined && (0,images_version/* isInRange */.h$)(label.numbers, range) ? label.tag : undefined;
}
/** A tag with fewer numbers than the newest release, such as `3.225`, moves. */
function isReleaseTag(tag, releases) {
    const version = (0,images_version/* parseImageVersion */.R1)(tag);
    const length = releases?.[0]?.version.numbers.length ?? 3;
    return version !== undefined && version.numbers.length >= length;
}
const knownSource = ({ repository }) => hasKnownSource(repository) ? sourceRepository(repository, undefined) : undefined;
/** Builds write the whole ID or the beginning that Git shows. */
const isCommit = (revision, commit) => /^[0-9a-f]{7,}$/i.test(revision) && commit.startsWith(revision.toLowerCase());
/** The label is untrusted text. */
const shortCommit = (revision) => /^[0-9a-f]{7,64}$/.test(revision) ? `commit ${revision.slice(0, 7)}` : 'not a commit';
const unconfirmed = (problem) => ({ kind: 'unconfirmed', problem });
const noRelease = (source, version) => `${keyOf(source)} has no release v${version.replace(/^v/, '')}`;
/** Notes of a known publisher name the CVEs that a release fixes. */
const isSecurityRelease = ({ version, body }) => (0,images_version/* securityNumber */.yP)(version) > 0 || /\bCVE-\d{4}-\d{4,}/i.test(body);

;// CONCATENATED MODULE: ./src/commands/refresh/candidates.ts




/**
 * Lists the tags within `follow`.
 *
 * @throws InvalidFollow, HttpError
 */
async function listCandidates(image, runtime) {
    const follow = (0,images_version/* parseFollow */.rF)(runtime.follow);
    const { tags, newerLines } = await listFollowed(image, follow, runtime);
    const [newest] = tags;
    const ignored = tags.filter((tag) => tag !== image.tag && isIgnored(image, tag));
    const wanted = tags.filter((tag) => !ignored.includes(tag));
    return {
        newest: wanted[0] ?? newest,
        ignored,
        newerLines,
        ...(await splitByRelease(wanted, image, runtime)),
    };
}
async function listFollowed(image, follow, { registry }) {
    if (follow.kind === 'tag')
        return { tags: [follow.tag], newerLines: [] };
    const all = await listTags(registry, image.repository);
    const tags = (0,images_version/* candidateVersions */.Hs)(all, { pinned: image.tag, range: follow.numbers });
    if (tags.length > 0)
        return { tags, newerLines: findNewerLines(all, { image, follow, candidates: tags }) };
    throw new images_version/* InvalidFollow */.zv(`follow: ${image.registry}/${image.repository} has no version within '${image.follow ?? ''}'`);
}
async function splitByRelease(tags, image, { history, nowMs, minAgeMs }) {
    const eligible = [];
    const security = new Set();
    const tooNew = [];
    const notReleased = [];
    // Without a newer tag, no release has to be read.
    if (tags.every((tag) => tag === image.tag))
        return { eligible: tags, security, tooNew, notReleased };
    for (const tag of tags) {
        const state = await findReleaseState(image, tag, history);
        const ageMs = state.kind === 'released' && state.publishedMs !== undefined ? nowMs - state.publishedMs : undefined;
        const isSecurity = state.kind === 'released' && state.isSecurity;
        if (isSecurity)
            security.add(tag);
        if (tag !== image.tag && state.kind === 'not-released')
            notReleased.push({ tag, problem: state.problem });
        else if (tag !== image.tag && ageMs !== undefined && ageMs < minAgeMs && !isSecurity)
            tooNew.push({ tag, ageMs });
        else
            eligible.push(tag);
    }
    return { eligible, security, tooNew, notReleased };
}
/** `ignore` names tags, and versions as prefixes. */
function isIgnored({ ignore = [] }, tag) {
    const numbers = (0,images_version/* parseImageVersion */.R1)(tag)?.numbers ?? [];
    return ignore.some((entry) => {
        const version = (0,images_version/* parseImageVersion */.R1)(entry);
        return (entry === tag || (version !== undefined && version.suffix === '' && (0,images_version/* isInRange */.h$)(numbers, version.numbers)));
    });
}

;// CONCATENATED MODULE: ./src/registry/cosign.ts


/** Sigstore bundle format of signatures with a promise of the log to include them. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
/**
 * Converts a signature in the format of cosign 1 and 2 into a Sigstore bundle.
 *
 * @param payload signed JSON that names the image
 * @param annotations of its layer
 * @returns undefined if it was made with a key instead of a certificate
 */
function signatureBundle(payload, annotations) {
    const verificationMaterial = toMaterial(annotations);
    if (verificationMaterial === undefined)
        return undefined;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(payload).digest('base64');
    const signature = annotations['dev.cosignproject.cosign/signature'] ?? '';
    const messageDigest = { algorithm: 'SHA2_256', digest };
    return { mediaType: BUNDLE_TYPE, verificationMaterial, messageSignature: { messageDigest, signature } };
}
/**
 * The same for an attestation.
 *
 * @param payload DSSE envelope with an in-toto statement
 */
function attestationBundle(payload, annotations) {
    const verificationMaterial = toMaterial(annotations);
    if (verificationMaterial === undefined)
        return undefined;
    const envelope = (0,json/* parseObject */.lj)(payload.toString('utf8'));
    const signatures = (0,json/* itemsOf */.S3)(envelope?.['signatures']).map((one) => ({
        sig: (0,json/* textAt */.$6)(one, 'sig'),
        keyid: (0,json/* textAt */.$6)(one, 'keyid') ?? '',
    }));
    const { payload: statement, payloadType } = envelope ?? {};
    return {
        mediaType: BUNDLE_TYPE,
        verificationMaterial,
        dsseEnvelope: { payload: statement, payloadType, signatures },
    };
}
function toMaterial(annotations) {
    const certificate = annotations['dev.sigstore.cosign/certificate'];
    if (certificate === undefined)
        return undefined;
    const rawBytes = certificate.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
    const logged = (0,json/* parseObject */.lj)(annotations['dev.sigstore.cosign/bundle'] ?? '');
    return {
        x509CertificateChain: { certificates: [{ rawBytes }] },
        tlogEntries: logged === undefined ? [] : [toLogEntry(logged)],
    };
}
/** The entry as Rekor's API answers it, with the promise as its signature. */
function toLogEntry(logged) {
    const entry = (0,json/* valueAt */.fK)(logged, 'Payload');
    const canonicalizedBody = (0,json/* textAt */.$6)(entry, 'body') ?? '';
    const body = (0,json/* parseObject */.lj)(Buffer.from(canonicalizedBody, 'base64').toString('utf8'));
    return {
        logIndex: String((0,json/* numberAt */.tk)(entry, 'logIndex') ?? 0),
        logId: { keyId: Buffer.from((0,json/* textAt */.$6)(entry, 'logID') ?? '', 'hex').toString('base64') },
        kindVersion: { kind: (0,json/* textAt */.$6)(body, 'kind') ?? '', version: (0,json/* textAt */.$6)(body, 'apiVersion') ?? '' },
        integratedTime: String((0,json/* numberAt */.tk)(entry, 'integratedTime') ?? 0),
        inclusionPromise: { signedEntryTimestamp: (0,json/* textAt */.$6)(logged, 'SignedEntryTimestamp') ?? '' },
        canonicalizedBody,
    };
}

// EXTERNAL MODULE: ./src/registry/list-referrers.ts
var list_referrers = __webpack_require__(35682);
// EXTERNAL MODULE: ./src/registry/small-blob.ts
var small_blob = __webpack_require__(47838);
;// CONCATENATED MODULE: ./src/registry/signatures.ts






const SIGSTORE_BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle\b.*json/;
const COSIGN_ARTIFACT = /^application\/vnd\.dev\.cosign\.artifact\.(?:sig|att)\b/;
const NOTATION = 'application/vnd.cncf.notary.signature';
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE = 'application/vnd.dsse.envelope.v1+json';
/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_TAGS = ['.sig', '.att'];
const MAX_REFERRERS = 50;
const WITH_KEY = 'it was made with a key, and the key of the publisher is not known';
/**
 * Reads signatures and attestations of an image: Sigstore bundles that refer to it, and cosign's tags. Artifacts of other
 * kinds, such as SBOMs, are ignored. Errors are results, because a publisher need not sign.
 */
async function readSignatures(registry, repository, digest) {
    const subject = { registry, repository, digest };
    const { entries, problems } = await (0,list_referrers/* listReferrers */.xt)(registry, repository, digest);
    const tags = COSIGN_TAGS.map((suffix) => `${(0,list_referrers/* referrersTag */.LN)(digest)}${suffix}`);
    const found = await Promise.all([
        ...entries.slice(0, MAX_REFERRERS).map((entry) => orUnknown(readReferrer(subject, entry))),
        ...tags.map((tag) => orUnknown(readTag(subject, tag))),
    ]);
    return [...problems.map(unknown), ...found.flat()];
}
const unknown = (reason) => ({ kind: 'unknown', reason });
async function orUnknown(reading) {
    try {
        return await reading;
    }
    catch (error) {
        return [unknown(`it could not be read: ${(0,sanitize/* errorMessage */.gJ)(error)}`)];
    }
}
async function readReferrer(subject, entry) {
    const { registry, repository } = subject;
    const { artifactType: listed } = entry;
    if (listed !== undefined && !isSignature(listed))
        return [];
    if (listed === NOTATION)
        return [unknown('it is a Notation signature')];
    const manifest = await (0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, entry.digest);
    const type = manifest.artifactType ?? manifest.config?.mediaType ?? '';
    if (type === NOTATION)
        return [unknown('it is a Notation signature')];
    if (COSIGN_ARTIFACT.test(type))
        return readLayers(subject, manifest);
    if (!SIGSTORE_BUNDLE.test(type))
        return [];
    const layers = manifest.blobs.filter(({ mediaType }) => SIGSTORE_BUNDLE.test(mediaType));
    const bundles = await Promise.all(layers.map((layer) => (0,small_blob/* readSmallBlob */.t)(registry, repository, layer)));
    return bundles.map((bytes) => fromBundle((0,json/* parseObject */.lj)(bytes.toString('utf8'))));
}
const isSignature = (type) => type === NOTATION || COSIGN_ARTIFACT.test(type) || SIGSTORE_BUNDLE.test(type);
async function readTag(subject, tag) {
    const { registry, repository } = subject;
    const digest = await (0,fetch_manifest/* findDigest */.u$)(registry, repository, tag);
    if (digest === undefined)
        return [];
    return readLayers(subject, await (0,fetch_manifest/* fetchManifest */.Cj)(registry, repository, digest));
}
/** cosign writes one layer per signature or attestation. */
async function readLayers({ registry, repository }, manifest) {
    const layers = manifest.blobs.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING || mediaType === DSSE);
    return Promise.all(layers.map(async ({ annotations = {}, ...layer }) => {
        const payload = await (0,small_blob/* readSmallBlob */.t)(registry, repository, layer);
        const bundle = layer.mediaType === DSSE
            ? attestationBundle(payload, annotations)
            : signatureBundle(payload, annotations);
        if (bundle === undefined)
            return unknown(WITH_KEY);
        return layer.mediaType === DSSE ? { kind: 'bundle', bundle } : { kind: 'bundle', bundle, payload };
    }));
}
function fromBundle(bundle) {
    const material = (0,json/* recordAt */.zR)(bundle, 'verificationMaterial');
    const chain = (0,json/* itemsOf */.S3)((0,json/* valueAt */.fK)(material, 'x509CertificateChain', 'certificates'));
    if ((0,json/* textAt */.$6)(material, 'certificate', 'rawBytes') === undefined && chain.length === 0)
        return unknown(WITH_KEY);
    if ((0,json/* textAt */.$6)(bundle, 'dsseEnvelope', 'payload') === undefined)
        return unknown('it names no image');
    return { kind: 'bundle', bundle };
}

;// CONCATENATED MODULE: ./src/commands/refresh/signature-check.ts





/**
 * Verifies the signatures and attestations that the registry has for an image. Its signer must be the known publisher, or
 * the signer of the pinned image.
 */
async function checkSignature(image, digest, { registry, history }) {
    const source = hasKnownSource(image.repository) ? sourceRepository(image.repository, undefined) : undefined;
    const verify = async (of) => {
        const found = await readSignatures(registry, image.repository, of);
        return verifyAll(found, { digest: of, source, loadTrust: () => history.trust() });
    };
    const next = await verify(digest);
    if (next.signers.some(({ isPublisher }) => isPublisher))
        return { kind: 'verified' };
    const pinned = digest === image.digest ? next : await verify(image.digest);
    return compare(next, pinned, { tag: image.tag, isKnown: source !== undefined });
}
/** A publisher that signed the pinned image signs the next one too. */
function compare({ signers, errors, unknown }, pinned, { tag, isKnown }) {
    const names = signers.map(({ name }) => name);
    const trusted = pinned.signers.map(({ name }) => name);
    const [name] = names;
    const [expected] = trusted;
    if (names.some((one) => trusted.includes(one)))
        return { kind: 'verified' };
    const [error] = errors;
    if (name === undefined && error !== undefined)
        return { kind: 'invalid', problem: `its signature could not be verified: ${(0,text_markdown/* codeSpan */.SS)(error)}` };
    if (expected !== undefined) {
        const difference = name === undefined ? 'it is not signed' : `it is signed by ${(0,text_markdown/* codeSpan */.SS)(name)}`;
        return { kind: 'invalid', problem: `${difference}, and ${tag} is signed by ${(0,text_markdown/* codeSpan */.SS)(expected)}` };
    }
    if (name !== undefined)
        return isKnown
            ? { kind: 'invalid', problem: `it is signed by ${(0,text_markdown/* codeSpan */.SS)(name)}` }
            : { kind: 'unknown', reason: `its signer ${(0,text_markdown/* codeSpan */.SS)(name)} is not known as its publisher` };
    const [reason] = unknown;
    return reason === undefined ? { kind: 'none' } : { kind: 'unknown', reason: (0,text_markdown/* codeSpan */.SS)(reason) };
}
async function verifyAll(found, claim) {
    const signers = [];
    const errors = [];
    const unknown = [];
    for (const signature of found) {
        if (signature.kind === 'unknown')
            unknown.push(signature.reason);
        else if (!isOrigin(signature))
            continue;
        else
            await verifyOne(signature, claim).then((signer) => signers.push(signer), (error) => errors.push((0,sanitize/* errorMessage */.gJ)(error)));
    }
    return { signers, errors, unknown };
}
/** Other attestations, such as of an SBOM, prove nothing about the origin. */
const isOrigin = ({ bundle, payload }) => payload !== undefined || (0,provenance/* isProvenance */.WX)(bundle) || (0,provenance/* isSignature */.hi)(bundle);
async function verifyOne({ bundle, payload }, { digest, source, loadTrust }) {
    const signer = await (0,provenance/* verifyBundle */.IF)(bundle, { digest, payload }, await loadTrust());
    // Provenance names the repository that the image was built from.
    if (source !== undefined && payload === undefined && (0,provenance/* isProvenance */.WX)(bundle))
        (0,provenance/* checkSigner */.JQ)(signer, source);
    return {
        name: (0,provenance/* describeSigner */.cg)(signer),
        isPublisher: source !== undefined && (0,provenance/* isSignedByOwner */.FN)(signer, source),
    };
}

;// CONCATENATED MODULE: ./src/commands/refresh/version-check.ts





/** The stack runs on arm64; copies of it may run on amd64. */
const STACK_PLATFORMS = ['linux/arm64', 'linux/amd64'];
/**
 * Checks platforms, age, release and completeness of a version.
 *
 * @throws UnusableImage, HttpError
 */
async function checkVersion(tag, check) {
    const { image, found, pinned, runtime } = check;
    const { registry, history, nowMs, minAgeMs } = runtime;
    const missingPlatforms = findMissingPlatforms(found, pinned);
    const release = await checkRelease(image, { tag, found, pinned }, history);
    const ageMs = youngestAgeMs(found, release, nowMs);
    const isTooNew = ageMs !== undefined && ageMs < minAgeMs;
    if (isTooNew && !version_check_isSecurityRelease(release))
        return { kind: 'too-new', ageMs };
    await checkComplete(registry, image.repository, found);
    const { evidence, signature } = await addSignature(release, check);
    const isSecurity = version_check_isSecurityRelease(evidence);
    const releases = evidence.kind === 'unknown-publisher' ? undefined : await history.readFor(image);
    const versionOf = (of, details) => evidence.kind === 'unknown-publisher' ? of : releasedVersion(of, details?.version, releases);
    const { digest, size, source } = found;
    const update = {
        ...{ image, tag, digest, size, source, evidence, signature, isSecurity, missingPlatforms, minAgeMs },
        ageMs: evidence.kind === 'unconfirmed' ? undefined : ageMs,
        version: versionOf(tag, found),
        fromVersion: versionOf(image.tag, pinned),
        oldSize: pinned?.size,
    };
    return { kind: 'usable', update, hasSkippedAge: isTooNew && isSecurity };
}
const version_check_isSecurityRelease = (evidence) => evidence.kind === 'confirmed' && evidence.isSecurity;
/** Signatures are read last, because they cost pulls. */
async function addSignature(evidence, { image, found, runtime }) {
    if (evidence.kind === 'unconfirmed')
        return { evidence, signature: { kind: 'none' } };
    const signature = await checkSignature(image, found.digest, runtime);
    if (signature.kind !== 'invalid')
        return { evidence, signature };
    return { evidence: { kind: 'unconfirmed', problem: signature.problem }, signature };
}
/**
 * Returns the platforms that the new image lacks and the stack does not need.
 *
 * @throws UnusableImage if the stack needs one of them
 */
function findMissingPlatforms(found, pinned) {
    const platforms = found.platforms.map(registry_manifest/* normalizePlatform */.FL);
    const missing = (pinned?.platforms ?? []).map(registry_manifest/* normalizePlatform */.FL).filter((one) => !platforms.includes(one));
    const needed = missing.filter((one) => STACK_PLATFORMS.includes(one) || one === (0,registry_manifest/* normalizePlatform */.FL)(pinned?.measuredPlatform ?? ''));
    if (needed.length > 0)
        throw new UnusableImage(`has no ${needed.join(' and no ')}`);
    return missing;
}
/** Returns the age that an image states. A date in the future proves nothing. */
function createdAgeMs({ createdMs }, nowMs) {
    return createdMs === undefined || createdMs > nowMs + format/* HOUR_MS */.iQ ? undefined : nowMs - createdMs;
}
/** An image states its own date, which a thief can choose, so the release's date counts if it is younger. */
function youngestAgeMs(found, evidence, nowMs) {
    const published = evidence.kind === 'unconfirmed' ? undefined : evidence.publishedMs;
    const ages = [createdAgeMs(found, nowMs), published === undefined ? undefined : nowMs - published];
    const known = ages.filter((age) => age !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
}

;// CONCATENATED MODULE: ./src/commands/refresh/image-reader.ts


/** Left for the mirror that follows. */
const MIN_PULLS_LEFT = 20;
/** Reads each version of an image once, because Docker Hub limits pulls. */
class ImageReader {
    image;
    registry;
    details = new Map();
    constructor(image, registry) {
        this.image = image;
        this.registry = registry;
    }
    /** @returns undefined if the registry no longer has it */
    async readPinned() {
        try {
            return await this.read(this.image.digest);
        }
        catch (error) {
            if (error instanceof UnusableImage)
                return undefined;
            throw error;
        }
    }
    /** @throws UnusableImage, HttpError */
    async read(reference) {
        const { repository, platform } = this.image;
        const reading = this.details.get(reference) ??
            inspectImage({ registry: this.registry, repository, reference, platform });
        this.details.set(reference, reading);
        return reading;
    }
    /** Reports whether a version can be read without using up the remaining pulls. The first one always can. */
    mayRead(tag) {
        const left = this.registry.pullsLeft(this.image.repository)?.count;
        const isFirst = [...this.details.keys()].every((reference) => reference === this.image.digest);
        return isFirst || this.details.has(tag) || left === undefined || left >= MIN_PULLS_LEFT;
    }
    /** @param unusable versions that cannot be used */
    limitReason(unusable) {
        const left = this.registry.pullsLeft(this.image.repository)?.count;
        return left !== undefined && left < MIN_PULLS_LEFT
            ? `${this.registry.name} allows ${left} more pulls`
            : `${unusable} newer versions cannot be used`;
    }
}
/**
 * Drops the newest tags that are too new. Newer versions are younger, so a few reads are enough.
 *
 * @param tags newest first
 */
async function dropTooNew(tags, search) {
    let last = -1;
    let next = 0;
    while (next < tags.length && (await isTooNew(tags[next], search))) {
        last = next;
        next = next * 2 + 1;
    }
    let first = Math.min(next, tags.length);
    while (first - last > 1) {
        const middle = Math.floor((first + last) / 2);
        if (await isTooNew(tags[middle], search))
            last = middle;
        else
            first = middle;
    }
    return tags.slice(first);
}
async function isTooNew(tag, search) {
    const { reader, skipped, runtime, security } = search;
    const { minAgeMs } = runtime;
    if (tag === undefined || tag === reader.image.tag || security.has(tag))
        return false;
    if (minAgeMs === 0 || !reader.mayRead(tag))
        return false;
    try {
        const ageMs = createdAgeMs(await reader.read(tag), runtime.nowMs);
        if (ageMs === undefined || ageMs >= minAgeMs)
            return false;
        skipped.addTooNew(tag, ageMs);
        return true;
    }
    catch (error) {
        if (error instanceof UnusableImage)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/images/support.ts
var images_support = __webpack_require__(47949);
;// CONCATENATED MODULE: ./src/commands/refresh/line-notes.ts


/** Returns notes on newer lines and on the end of support of the pinned line. */
function lineNotes(image, newerLines, { nowMs }) {
    return [...supportNotes(image, nowMs), ...newerLines.map((line) => newerLineNote(image, line))];
}
function supportNotes(image, nowMs) {
    const support = (0,images_support/* findSupport */.n9)(image);
    const state = (0,images_support/* describeEnd */.lA)(support, nowMs);
    if (support === undefined || state === undefined)
        return [];
    const next = `Choose a newer line: set ${(0,text_markdown/* codeSpan */.SS)('follow')} in images.yaml`;
    const text = `**${image.name} ${(0,text_markdown/* codeSpan */.SS)(support.line)} ${state}** (as of ${images_support/* SUPPORT_TABLE_DATE */.Uv}). ${next}.`;
    return [{ severity: 'warning', text }];
}
function newerLineNote({ name, tag, follow = '' }, { tag: newer, reason }) {
    const text = reason === 'outside-follow'
        ? `**${name}** ${(0,text_markdown/* codeSpan */.SS)(newer)} is outside of ${(0,text_markdown/* codeSpan */.SS)(`follow: '${follow}'`)}.`
        : `**${name}** ${(0,text_markdown/* codeSpan */.SS)(newer)} is newer than ${(0,text_markdown/* codeSpan */.SS)(tag)}, but its name differs in more than the version, so it is not proposed.`;
    return { severity: 'notice', text };
}

;// CONCATENATED MODULE: ./src/commands/refresh/note.ts


/** Returns a note's text for the log and annotations. */
const plainText = ({ text }) => text
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/\*\*/g, '')
    .replace(/`+ ?(.*?) ?`+/g, "'$1'");
const MAX_LISTED = 3;
/** Versions of an image that were not selected. */
class SkippedVersions {
    name;
    tooNew = [];
    others = [];
    constructor(name) {
        this.name = name;
    }
    addTooNew(tag, ageMs) {
        if (this.tooNew.every((one) => one.tag !== tag))
            this.tooNew.push({ tag, ageMs });
    }
    addUnusable(tag, reason) {
        this.add('warning', `**${this.name}** ${(0,text_markdown/* codeSpan */.SS)(tag)} was skipped: ${(0,text_markdown/* codeSpan */.SS)(reason)}.`);
    }
    /** For a version that its publisher did not release. */
    addUnconfirmed(tag, problem) {
        this.add('warning', `**${this.name} ${(0,text_markdown/* codeSpan */.SS)(tag)} was skipped: ${problem}.**`);
    }
    /** @param reason Markdown */
    addUnknownSignature(tag, reason) {
        this.add('info', `The signature of **${this.name}** ${(0,text_markdown/* codeSpan */.SS)(tag)} was not verified: ${reason}.`);
    }
    add(severity, text) {
        this.others.push({ severity, text });
    }
    get hasWarnings() {
        return this.others.some(({ severity }) => severity === 'warning');
    }
    notes(minAgeMs) {
        if (this.tooNew.length === 0)
            return this.others;
        // The releases are read in another order than the images.
        const youngest = [...this.tooNew].sort((a, b) => a.ageMs - b.ageMs);
        const listed = youngest
            .slice(0, MAX_LISTED)
            .map(({ tag, ageMs }) => `${(0,text_markdown/* codeSpan */.SS)(tag)} (${(0,format/* formatAge */.nV)(ageMs)})`);
        const more = youngest.length > MAX_LISTED ? ` and ${youngest.length - MAX_LISTED} more` : '';
        const waiting = `**${this.name}** waits for ${listed.join(', ')}${more} to be ${(0,format/* formatAge */.nV)(minAgeMs)} old.`;
        return [{ severity: 'info', text: waiting }, ...this.others];
    }
}

;// CONCATENATED MODULE: ./src/commands/refresh/find-update.ts








/** Each costs pulls, which Docker Hub limits. */
const MAX_UNUSABLE_VERSIONS = 12;
/**
 * Finds the newest version within `follow` that its publisher released, that is old enough and complete, and that has the
 * stack's platforms. A version without a release is returned if there is no other.
 *
 * @throws InvalidFollow, HttpError, RateLimited, DockerConfigError
 */
async function findUpdate(image, given) {
    const runtime = { ...given, minAgeMs: image.minAgeMs ?? given.minAgeMs };
    const { name, follow } = image;
    if (follow === undefined) {
        const text = `**${name}** stays at ${(0,text_markdown/* codeSpan */.SS)(image.tag)}: it has no ${(0,text_markdown/* codeSpan */.SS)('follow')}.`;
        return { image, update: undefined, notes: [{ severity: 'info', text }, ...lineNotes(image, [], runtime)] };
    }
    const tags = await listCandidates(image, { follow, ...runtime });
    const skipped = new SkippedVersions(name);
    for (const ignored of tags.ignored)
        skipped.add('info', `**${name}** ${(0,text_markdown/* codeSpan */.SS)(ignored)} is in ${(0,text_markdown/* codeSpan */.SS)('ignore')}.`);
    const update = (await isPinned(image, tags.newest, runtime.registry))
        ? undefined
        : await findAmong(tags, { image, skipped, runtime });
    const notes = [...skipped.notes(runtime.minAgeMs), ...lineNotes(image, tags.newerLines, runtime)];
    return { image, update, notes };
}
/** A HEAD request does not count as a pull. */
async function isPinned(image, tag, registry) {
    if (tag !== image.tag || image.platform !== undefined)
        return false;
    return (await registry.headManifest(image.repository, tag)).digest === image.digest;
}
async function findAmong(tags, search) {
    const { image, skipped, runtime } = search;
    const reader = new ImageReader(image, runtime.registry);
    const pinned = await reader.readPinned();
    for (const { tag, ageMs } of tags.tooNew)
        skipped.addTooNew(tag, ageMs);
    const eligible = await dropTooNew(tags.eligible, { reader, skipped, runtime, security: tags.security });
    const confirmed = await firstUsable(eligible, { ...search, reader, pinned });
    if (confirmed === undefined)
        return firstUsable(tags.notReleased.map(({ tag }) => tag), { ...search, reader, pinned });
    for (const { tag, problem } of tags.notReleased)
        if ((0,images_version/* isDowngrade */.qk)(tag, confirmed.tag))
            skipped.addUnconfirmed(tag, problem);
    return confirmed;
}
async function firstUsable(tags, { image, skipped, runtime, reader, pinned }) {
    let unusable = 0;
    for (const tag of tags) {
        if (unusable >= MAX_UNUSABLE_VERSIONS || !reader.mayRead(tag)) {
            const text = `**${image.name}** ${(0,text_markdown/* codeSpan */.SS)(tag)} and older versions were not checked, because ${reader.limitReason(unusable)}.`;
            skipped.add('warning', text);
            return undefined;
        }
        try {
            const found = await reader.read(tag);
            if (tag === image.tag && found.digest === image.digest)
                return undefined;
            const checked = await checkVersion(tag, { image, found, pinned, runtime });
            if (checked.kind === 'too-new') {
                skipped.addTooNew(tag, checked.ageMs);
                continue;
            }
            const { update } = checked;
            if (update.signature.kind === 'unknown')
                skipped.addUnknownSignature(tag, update.signature.reason);
            if (checked.hasSkippedAge)
                skipped.add('notice', `**${image.name}** ${(0,text_markdown/* codeSpan */.SS)(tag)} is a security release, so ${(0,text_markdown/* codeSpan */.SS)('min-age')} does not apply.`);
            return { ...update, kind: updateKind(image, tag, wasCreatedBefore(found, pinned)) };
        }
        catch (error) {
            if (!(error instanceof UnusableImage))
                throw error;
            unusable += 1;
            skipped.addUnusable(tag, error.message);
        }
    }
    return undefined;
}
function updateKind({ tag: from, follow }, to, isOlderBuild) {
    const isFloating = (follow !== undefined && (0,images_version/* parseFollow */.rF)(follow).kind === 'tag') || from === follow;
    if (from === to && !isFloating)
        return 'retagged';
    const areVersions = (0,images_version/* parseImageVersion */.R1)(from) !== undefined && (0,images_version/* parseImageVersion */.R1)(to) !== undefined;
    if (areVersions ? (0,images_version/* isDowngrade */.qk)(from, to) : isOlderBuild)
        return 'older';
    return isFloating ? 'moved' : 'newer';
}
const wasCreatedBefore = (found, pinned) => found.createdMs !== undefined && pinned?.createdMs !== undefined && found.createdMs < pinned.createdMs;

;// CONCATENATED MODULE: ./src/commands/refresh/findings.ts






/** Does not throw: a failed check does not stop the others. */
async function checkImages(images, { aws, minAgeMs }, { history, runtime }) {
    const sources = new source_registries/* SourceRegistries */.j(new registry_logins/* RegistryLogins */.k(aws, runtime), runtime);
    const nowMs = runtime.clock.wallClockMs();
    return Promise.all(images.map(async (image) => {
        try {
            return await findUpdate(image, {
                nowMs,
                minAgeMs,
                history,
                registry: sources.open(image.registry),
            });
        }
        catch (error) {
            return { image, error };
        }
    }));
}
/** Returns the first failed check's reason. */
function checkFailure({ checks }) {
    const failed = checks.filter((check) => 'error' in check);
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const lines = failed.map(({ image, error }) => `${image.name}: ${(0,failure.messageOf)(error)}`);
    const head = `${failed.length} of ${checks.length} images could not be checked`;
    return { reason: checkReason(first.error), message: [head, ...lines].join('\n') };
}
function checkReason(error) {
    return error instanceof http_error/* HttpError */.j && error.status === 429 ? 'rate-limited' : (0,failure.reasonOf)(error);
}
/** Builds the report for a pull request, a commit or the summary. */
function buildReport(selection, { checks, history, runUrl, scans = [] }) {
    const failures = checks.flatMap((check) => 'error' in check ? [{ name: check.image.name, reason: (0,failure.messageOf)(check.error) }] : []);
    const notes = checks.flatMap((check) => ('error' in check ? [] : check.notes));
    return {
        updates: selection.selected.map((update) => describeUpdate(update, history)),
        releaseNotes: releaseNotes(selection.selected, history),
        notes: [...notes, ...selection.notes],
        failures,
        checkedCount: checks.length,
        scans: scans.filter(({ name }) => checks.some(({ image }) => image.name === name)),
        runUrl,
    };
}

// EXTERNAL MODULE: ./src/github/issue.ts
var issue = __webpack_require__(43432);
;// CONCATENATED MODULE: ./src/report/refresh-dashboard.ts



const COLUMNS = [
    { title: 'Image', align: 'left' },
    { title: 'Pinned', align: 'left' },
    { title: 'Follow', align: 'left' },
    { title: 'Update', align: 'left' },
    { title: 'Security updates until', align: 'left' },
];
/** Returns the title of the dashboard issue. */
function renderDashboardTitle(path) {
    return `Image updates: ${(0,sanitize/* toPrintableLine */.Ld)((0,sanitize/* escapeWorkflowCommands */.Fy)(path))}`.slice(0, limits/* MAX_TITLE_LENGTH */.tS);
}
/** Renders the body of the dashboard issue. */
function renderDashboard({ images, report, outcome }) {
    const { notes, failures, runUrl } = report;
    return [
        `Updates, waiting versions, warnings and errors of the last refresh. Each refresh updates this issue, and closes it when every image is the newest one within \`follow\`.`,
        outcome,
        (0,text_markdown/* table */.tp)(COLUMNS, images.map((image) => imageCells(image, report))),
        ...section('Not checked', failures.map(({ name, reason }) => `**${name}**: ${(0,text_markdown/* codeSpan */.SS)(reason)}`)),
        ...section('Warnings', notes.filter(({ severity }) => severity === 'warning').map(({ text }) => text)),
        ...section('Notes', notes.filter(({ severity }) => severity !== 'warning').map(({ text }) => text)),
        `<sub>Updated by <a href="${runUrl}">this run</a>.</sub>`,
    ]
        .filter((text) => text !== '')
        .join('\n\n');
}
function imageCells({ name, tag, follow, supportedUntil, pull }, { updates, failures }) {
    const update = updates.find((one) => one.name === name);
    const isChecked = failures.every((one) => one.name !== name);
    const unconfirmed = update?.unconfirmed === undefined ? '' : ' (not confirmed)';
    const link = pull === undefined ? '' : ` [#${pull.number}](${pull.url})`;
    return [
        `**${name}**`,
        (0,text_markdown/* codeSpan */.SS)(tag),
        follow === undefined ? '—' : (0,text_markdown/* codeSpan */.SS)(follow),
        update === undefined
            ? isChecked
                ? '—'
                : 'not checked'
            : `**${(0,text_markdown/* codeSpan */.SS)(update.to)}**${unconfirmed}${link}`,
        supportedUntil ?? 'unknown',
    ];
}
const section = (title, lines) => lines.length === 0 ? [] : [[`### ${title}`, '', ...lines.map((line) => `- ${line}`)].join('\n')];

;// CONCATENATED MODULE: ./src/commands/refresh/dashboard.ts




/**
 * Opens, updates or closes the dashboard issue.
 *
 * @returns a warning if GitHub refuses it, which does not fail the refresh
 */
async function updateDashboard(github, { path, images, report, result }) {
    const { updates, failures, notes } = report;
    const isOpen = updates.length > 0 || failures.length > 0 || notes.some(({ severity }) => severity !== 'info');
    const body = renderDashboard({
        images: images.map((image) => toDashboardImage(image, result.pulls)),
        report,
        outcome: result.message,
    });
    try {
        await (0,issue/* syncIssue */.d)(github, {
            topic: 'images',
            stack: path,
            title: renderDashboardTitle(path),
            body,
            state: isOpen ? 'open' : 'closed',
        });
        return undefined;
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        return `The dashboard issue could not be written. ${error.message}`;
    }
}
function toDashboardImage(image, pulls = []) {
    const { name, tag, follow } = image;
    const pull = pulls.find(({ images }) => images.includes(name));
    const endsMs = (0,images_support/* findSupport */.n9)(image)?.endsMs;
    const supportedUntil = endsMs === undefined ? undefined : new Date(endsMs).toISOString().slice(0, 10);
    return { name, tag, follow, supportedUntil, pull };
}

// EXTERNAL MODULE: ./src/github/update-pull-request.ts + 1 modules
var update_pull_request = __webpack_require__(95763);
;// CONCATENATED MODULE: ./src/commands/refresh/upstream.ts

/** Groups updates by source repository; images of one release are always in one group. */
function groupByUpstream(updates) {
    const groups = [];
    for (const update of updates) {
        const upstream = upstreamName(update);
        const group = groups.find((one) => one.upstream === upstream || one.updates.some((other) => areRelated(other, update)));
        if (group === undefined)
            groups.push({ upstream, updates: [update] });
        else
            group.updates.push(update);
    }
    return groups;
}
const areRelated = (one, other) => isSameRelease(one.image, other) || isSameRelease(other.image, one) || movesTogether(one, other);
/** Covers copies in a registry of one's own without labels: web and worker must have the same version. */
function movesTogether(one, other) {
    const folderOf = ({ image: { registry, repository } }) => `${registry}/${repository.slice(0, repository.lastIndexOf('/') + 1)}`;
    return (one.kind !== 'moved' &&
        one.image.tag === other.image.tag &&
        one.tag === other.tag &&
        folderOf(one) === folderOf(other));
}
/** Reports whether an image has the source repository, the publisher and the pinned version of an update. */
function isSameRelease(other, { image, source: label }) {
    const own = sourceRepository(image.repository, label);
    const others = sourceRepository(other.repository, label);
    const hasSameOwner = other.registry === image.registry && other.repository.split('/')[0] === image.repository.split('/')[0];
    return (hasSameOwner &&
        other.tag === image.tag &&
        own !== undefined &&
        own.owner === others?.owner &&
        own.repo === others.repo);
}
const MAX_NAME_LENGTH = 100;
/** Without a source repository, the image's own repository stands for it. */
function upstreamName({ image, source }) {
    const found = sourceRepository(image.repository, source);
    const [owner, repo] = [found?.owner.toLowerCase(), found?.repo.toLowerCase()];
    const name = found === undefined ? image.repository : owner === repo ? found.owner : `${found.owner}-${found.repo}`;
    const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
    return plain.slice(0, MAX_NAME_LENGTH).replace(/^-|-$/g, '');
}

;// CONCATENATED MODULE: ./src/commands/refresh/select.ts



const versionKey = ({ image, tag, digest }) => `${image.name}:${tag}@${digest}`;
/**
 * Holds back an update until all images of its source repository have it: web and worker of different versions are
 * incompatible.
 */
function holdBackPartialGroups(checks) {
    const found = checks.flatMap(({ update }) => update ?? []);
    return selectUnless(found, (update) => {
        const behind = checks.filter((other) => isSameRelease(other.image, update) && other.update?.tag !== update.tag);
        if (behind.length === 0)
            return undefined;
        const names = behind.map(({ image }) => `**${image.name}**`).join(', ');
        return `**${update.image.name}** waits for ${names}: images of one release are updated together, and ${names} cannot be updated to ${(0,text_markdown/* codeSpan */.SS)(update.tag)} yet.`;
    });
}
/**
 * Drops the versions of pull requests that were closed without a merge.
 *
 * @throws GitHubError
 */
async function dropDeclined({ selected: found, notes }, { github, base }, branches) {
    if (found.length === 0)
        return { selected: found, notes };
    const declined = await (0,update_pull_request/* findDeclined */.sF)(github, { base, branches });
    const remaining = selectUnless(found, (update) => {
        const pull = declined.get(versionKey(update));
        return (pull &&
            `**${update.image.name}** ${(0,text_markdown/* codeSpan */.SS)(update.tag)} was proposed in [#${pull.number}](${pull.url}), which was closed without a merge, so it is not proposed again. To update anyway, reopen that pull request or edit the file by hand.`);
    });
    return { selected: remaining.selected, notes: [...notes, ...remaining.notes] };
}
function selectUnless(found, objectionTo) {
    const judged = found.map((update) => ({ update, objection: objectionTo(update) }));
    return {
        selected: judged.filter(({ objection }) => objection === undefined).map(({ update }) => update),
        notes: judged.flatMap(({ objection: text }) => (text === undefined ? [] : [{ severity: 'info', text }])),
    };
}
/**
 * Returns whether an update needs no review: an upgrade of proven age that its publisher did not withhold, that has all
 * platforms, and that was not reverted before.
 *
 * @param committed keys of earlier commits
 */
function isSafeToCommit(update, committed) {
    const isUpgrade = update.kind === 'newer' || update.kind === 'moved';
    const isWhole = update.missingPlatforms.length === 0;
    const isConfirmed = update.evidence.kind !== 'unconfirmed';
    return isUpgrade && isWhole && isConfirmed && hasProvenAge(update) && !committed.has(versionKey(update));
}
/**
 * An image chooses its own date. Proof is the release of a known publisher, whose age was checked, or an earlier proposal
 * of the same digest.
 */
function hasProvenAge({ evidence, ageMs, minAgeMs, seenForMs, isReplaced }) {
    if (minAgeMs === 0)
        return true;
    const hasReleaseDate = evidence.kind === 'confirmed' && evidence.publishedMs !== undefined;
    if (hasReleaseDate && isReplaced !== true)
        return ageMs !== undefined;
    return seenForMs !== undefined && seenForMs >= minAgeMs;
}

;// CONCATENATED MODULE: ./src/commands/refresh/first-seen.ts



/**
 * Adds when each version was first proposed, from the pull requests that are open.
 *
 * @throws GitHubError
 */
async function addFirstSeen(selection, { github, base }, { branches, nowMs }) {
    if (selection.selected.length === 0)
        return selection;
    const bodies = await (0,update_pull_request/* readProposalBodies */.Di)(github, { base, branches });
    const seen = new Map(bodies.flatMap((body) => [...(0,update_marker/* readFirstSeen */.qN)(body)]));
    const selected = selection.selected.map((update) => {
        const tag = `${update.image.name}:${update.tag}@`;
        const earlier = seen.get(versionKey(update));
        const firstSeenMs = earlier ?? nowMs;
        const isReplaced = earlier === undefined && [...seen.keys()].some((key) => key.startsWith(tag));
        return { ...update, firstSeenMs, seenForMs: nowMs - firstSeenMs, isReplaced };
    });
    return { ...selection, selected };
}

// EXTERNAL MODULE: ./src/github/branch-owner.ts
var branch_owner = __webpack_require__(49893);
// EXTERNAL MODULE: ./src/images/images-yaml.ts + 1 modules
var images_yaml = __webpack_require__(22894);
;// CONCATENATED MODULE: ./src/images/update-references.ts

/**
 * Replaces tags and digests in images.yaml without any other change.
 *
 * @throws InvalidImages
 */
function updateReferences(text, path, updates) {
    const problems = [];
    // Last one first, so that the other offsets stay valid.
    const lastFirst = [...updates].sort((a, b) => referenceOffset(text, b.image) - referenceOffset(text, a.image));
    const changed = lastFirst.reduce((whole, { image, tag, digest }) => {
        const old = `${image.tag}@${image.digest}`;
        const from = referenceOffset(text, image);
        const at = text.indexOf(old, from);
        const isOnLine = at >= 0 && !text.slice(from, at).includes('\n');
        if (isOnLine)
            return `${whole.slice(0, at)}${tag}@${digest}${whole.slice(at + old.length)}`;
        const message = `${image.name}: write the source on one line, as in source: ${image.registry}/${image.repository}:${old}`;
        problems.push({ ...image.position, message });
        return whole;
    }, text);
    if (problems.length > 0)
        throw new images_yaml/* InvalidImages */.q(path, problems);
    verifyUpdate(changed, { text, path, updates });
    return changed;
}
function referenceOffset(text, { position: { line, column } }) {
    let start = 0;
    for (let count = 1; count < line; count++)
        start = text.indexOf('\n', start) + 1;
    return start + column - 1;
}
// Two images may share a reference by an anchor.
function verifyUpdate(changed, { text, path, updates, }) {
    const wanted = (0,images_yaml.parseImages)(text, path).map((image) => {
        const { tag, digest } = updates.find(({ image: { name } }) => name === image.name) ?? image;
        return { ...image, tag, digest };
    });
    const problems = (0,images_yaml.parseImages)(changed, path).flatMap((image, index) => {
        const { tag, digest, position } = wanted[index] ?? image;
        const message = `${image.name} shares its source with another image; write it in full`;
        return image.tag === tag && image.digest === digest ? [] : [{ ...position, message }];
    });
    if (problems.length > 0)
        throw new images_yaml/* InvalidImages */.q(path, problems);
}

;// CONCATENATED MODULE: ./src/github/labels.ts
/**
 * Adds labels to a pull request or issue. GitHub creates missing ones.
 *
 * @throws GitHubError
 */
async function addLabels(github, number, labels) {
    if (labels.length === 0)
        return;
    await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/labels', {
        ...github.repo,
        issue_number: number,
        labels: [...labels],
    });
}

;// CONCATENATED MODULE: ./src/commands/refresh/propose.ts






const branchOf = ({ branch }, upstream) => `${branch}/${upstream}`;
/**
 * Opens or updates the pull request of an upstream.
 *
 * @throws GitHubError
 */
async function proposeUpdates({ upstream, report, labels, ...change }, destination) {
    const { github, base } = destination;
    const branch = branchOf(destination, upstream);
    const title = renderUpdateTitle(report.updates);
    const proposed = await (0,update_pull_request/* proposeUpdate */.cN)(github, {
        ...change,
        base,
        branch,
        title,
        body: renderPullRequest(report),
    });
    const images = report.updates.map(({ name }) => name);
    if (proposed.kind === 'modified-by-others') {
        const { pull } = proposed;
        return {
            ...foreignBranch(branch, pull),
            pulls: pull === undefined ? [] : [{ ...pull, upstream, images }],
        };
    }
    const { kind, pull, sha } = proposed;
    const warnings = kind === 'unchanged' ? [] : await label(github, pull, labels);
    const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'Already open:' }[kind];
    const message = `${verb} ${linkTo(pull)}: ${(0,text_markdown/* escapeMarkdown */.FV)(title)}`;
    return { message, warnings, pulls: [{ ...pull, upstream, images, sha }] };
}
/** Labels are not worth a failure. */
async function label(github, { number }, labels) {
    try {
        await addLabels(github, number, labels);
        return [];
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        return [`Pull request #${number} has no labels. ${error.message}`];
    }
}
/**
 * Closes the pull request of a branch with a comment.
 *
 * @throws GitHubError
 */
async function withdrawProposal(destination, { branch, path, reason }) {
    const { context, github, base } = destination;
    const comment = `${reason} Closed by [a refresh](${context.runUrl}).`;
    const withdrawn = await (0,update_pull_request/* withdrawUpdate */.C5)(github, { branch, base, baseSha: context.sha, path, comment });
    switch (withdrawn.kind) {
        case 'absent':
            return NOTHING_WRITTEN;
        case 'modified-by-others':
            return foreignBranch(branch, withdrawn.pull);
        case 'closed':
            return { message: `Closed ${linkTo(withdrawn.pull)}. ${reason}`, warnings: [] };
    }
}
/**
 * Removes the branch `<branch>`, which Git does not allow next to `<branch>/<upstream>`. Its pull request, which has the
 * updates of all images, is closed.
 *
 * @returns `isBlocked` if others have changed the branch
 * @throws GitHubError
 */
async function removeSharedBranch(destination, path) {
    const { branch, context, github } = destination;
    const reason = 'Each upstream now has a pull request of its own.';
    const withdrawn = await withdrawProposal(destination, { branch, path, reason });
    if (withdrawn.warnings.length > 0)
        return { ...withdrawn, isBlocked: true };
    const isDeleted = await (0,update_pull_request/* deleteOwnBranch */.mt)(github, { branch, baseSha: context.sha, path });
    return isDeleted
        ? { ...withdrawn, isBlocked: false }
        : { ...foreignBranch(branch, undefined), isBlocked: true };
}
function foreignBranch(branch, pull) {
    const subject = pull === undefined ? `The branch ${branch}` : `Pull request #${pull.number}`;
    const warning = `${subject} was not changed, because it has commits of another author, or changes other files. Merge or close it, and delete the branch ${branch}.`;
    return { message: '', warnings: [warning] };
}
const linkTo = ({ number, url }) => `[#${number}](${url})`;

;// CONCATENATED MODULE: ./src/commands/refresh/propose-groups.ts








/** Lists the branches of earlier refreshes, and the single branch of releases that had one pull request for all images. */
async function listProposalBranches({ github, branch }) {
    const found = await (0,github_branch/* listBranches */.jr)(github, branch);
    return found.filter((one) => one === branch || one.startsWith(`${branch}/`));
}
/**
 * Lists all branches from which updates may have been proposed; some may not exist.
 *
 * @throws GitHubError
 */
async function listUsedBranches(updates, destination) {
    const wanted = groupByUpstream(updates).map(({ upstream }) => branchOf(destination, upstream));
    return [...new Set([destination.branch, ...wanted, ...(await listProposalBranches(destination))])];
}
/**
 * Keeps one pull request per upstream, and closes those without updates. An error with one upstream does not stop the
 * others.
 *
 * @throws GitHubError if the branches cannot be listed
 */
async function proposeGroups(updates, request) {
    const { destination, path } = request;
    const groups = groupByUpstream(updates);
    const existing = await listProposalBranches(destination);
    if (groups.length > 0 && existing.includes(destination.branch)) {
        const { isBlocked, ...removed } = await removeSharedBranch(destination, path);
        return isBlocked ? removed : joinResults([removed, ...(await writeGroups(groups, request))]);
    }
    const current = groups.map(({ upstream }) => branchOf(destination, upstream));
    const stale = existing.filter((branch) => !current.includes(branch));
    const written = await writeGroups(groups, request);
    return joinResults([...written, ...(await closeStale(stale, request)), ...(await closeEarlier(request))]);
}
async function writeGroups(groups, request) {
    const results = [];
    // In sequence, because GitHub limits concurrent writes.
    for (const group of groups)
        results.push(await proposeGroup(group, request).catch(failedWrite));
    return results;
}
function proposeGroup({ upstream, updates }, request) {
    const { inputs, path, text, findings, destination, committed } = request;
    const content = updateReferences(text, inputs.images, [...(committed?.updates ?? []), ...updates]);
    const labels = [...new Set(updates.flatMap(({ image }) => image.labels ?? []))];
    const names = updates.map(({ image }) => image.name);
    const checks = findings.checks.filter(({ image }) => names.includes(image.name));
    const report = buildReport({ selected: updates, notes: [] }, { ...findings, checks });
    const baseSha = committed?.sha ?? destination.context.sha;
    return proposeUpdates({ upstream, report, labels, path, content, baseSha }, destination);
}
/** Without all checks, a pull request may be current. */
async function closeStale(branches, request) {
    const { destination, path, committed } = request;
    if (!isComplete(request))
        return [NOTHING_WRITTEN];
    const base = (0,text_markdown/* codeSpan */.SS)(destination.base);
    const reason = committed === undefined
        ? `${base} has no updates left for it: they were merged, declined, or withdrawn upstream.`
        : `${base} has newer versions since commit ${committed.sha}.`;
    const results = [];
    for (const branch of branches)
        results.push(await withdrawProposal(destination, { branch, path, reason }).catch(failedWrite));
    return results;
}
const isComplete = ({ inputs, findings }) => checkFailure(findings) === undefined && inputs.only.length === 0;
/** Closes the pull requests of this file with the earlier name. Others with that name belong to another file. */
async function closeEarlier(request) {
    const { destination, path } = request;
    const { github, earlierBranch, context } = destination;
    if (earlierBranch === undefined || !isComplete(request))
        return [NOTHING_WRITTEN];
    const reason = 'Branches for this file have another name now.';
    const results = [];
    for (const branch of await listProposalBranches({ github, branch: earlierBranch })) {
        const head = await (0,github_branch/* getBranchHead */.Rs)(github, branch);
        if (head !== undefined && (await (0,branch_owner/* isOwnBranch */.t)(github, { baseSha: context.sha, head, path })))
            results.push(await withdrawProposal(destination, { branch, path, reason }).catch(failedWrite));
    }
    return results;
}

// EXTERNAL MODULE: ./src/commands/scan-findings.ts
var commands_scan_findings = __webpack_require__(71268);
;// CONCATENATED MODULE: ./src/commands/refresh/read-scans.ts


/**
 * Reads ECR's scan findings of the pinned and the proposed images. A proposed image is in ECR only if it was mirrored
 * before. Errors are reasons, because findings are not worth a failure.
 */
async function readScans({ checks }, { selected }, { inputs, runtime }) {
    const logins = new registry_logins/* RegistryLogins */.k(inputs.aws, runtime);
    const ecr = await logins.openEcr(undefined).catch((error) => ({
        scanFindings: () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
    }));
    return Promise.all(checks.map(async ({ image }) => {
        const { name, tag: from, digest } = image;
        const repository = `${inputs.prefix}/${name}`;
        const update = selected.find((one) => one.image.name === name);
        const pinned = await (0,commands_scan_findings/* readScan */.C)(ecr, repository, digest);
        if (update === undefined)
            return { name, from, pinned };
        const findings = await (0,commands_scan_findings/* readScan */.C)(ecr, repository, update.digest);
        return { name, from, pinned, proposed: { to: update.tag, findings } };
    }));
}

// EXTERNAL MODULE: ./src/github/token-owner.ts
var token_owner = __webpack_require__(23592);
// EXTERNAL MODULE: ./src/github/retry-write.ts
var retry_write = __webpack_require__(63859);
;// CONCATENATED MODULE: ./src/github/workflow.ts

/**
 * Starts a workflow by `workflow_dispatch`, which works with a GITHUB_TOKEN
 * (https://docs.github.com/actions/concepts/security/github_token), or twice after a lost response.
 *
 * @param file name in `.github/workflows`, such as `deploy.yml`
 * @throws GitHubError
 */
async function startWorkflow(github, { file, branch }) {
    await (0,retry_write/* retryWrite */.o)(github, () => github.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
        ...github.repo,
        workflow_id: file,
        ref: branch,
    }));
}

;// CONCATENATED MODULE: ./src/commands/refresh/commit.ts







/** Returns the versions of earlier commits. A version that is not pinned now was reverted. */
async function listCommittedVersions(path, { github, base }) {
    const messages = await (0,github_branch/* listCommitMessages */.yM)(github, { path, branch: base });
    return new Set(messages.flatMap(update_marker/* readCommitTrailers */.yA));
}
/**
 * Commits images.yaml and starts its deployment. After the commit nothing throws, because it must be reported.
 *
 * @throws GitHubError before the commit
 */
async function commitUpdates(change, updates, destination) {
    const { context, github, base } = destination;
    const commit = await (0,github_branch/* commitToBranch */.Bg)(github, base, { ...change, message: renderCommitMessage(updates) });
    if (commit === undefined) {
        const message = `Nothing was committed: ${base} now has a different ${change.path}. Start the workflow again; a re-run would check the old commit.`;
        return {
            message: `❌ ${(0,text_markdown/* codeSpan */.SS)(message)}`,
            warnings: [],
            failure: { reason: 'github-error', message },
        };
    }
    const { owner, name } = context.repository;
    const url = `${context.serverUrl}/${owner}/${name}/commit/${commit}`;
    const committed = `Committed [${commit.slice(0, 7)}](${url}) to ${(0,text_markdown/* codeSpan */.SS)(base)}: ${(0,text_markdown/* escapeMarkdown */.FV)(renderUpdateTitle(updates))}.`;
    const deployment = await startDeployment(commit, destination);
    return { ...deployment, message: `${committed}${deployment.message}`, commit };
}
async function startDeployment(commit, { github, base, deployWorkflow: file }) {
    const committed = `${base} has commit ${commit.slice(0, 7)}`;
    try {
        if (file !== undefined) {
            await startWorkflow(github, { file, branch: base });
            return { message: ` Started ${(0,text_markdown/* codeSpan */.SS)(file)} to deploy it.`, warnings: [] };
        }
        if ((await (0,token_owner/* tokenOwnerId */.K)(github)) !== token_owner/* ACTIONS_ID */.A)
            return { message: '', warnings: [] };
        const warning = `${committed}, and no workflow deploys it: a commit with the workflow's own token starts none. Set deploy-workflow, or use the token of a GitHub App.`;
        return { message: '', warnings: [warning] };
    }
    catch (error) {
        const start = file === undefined
            ? 'and whether a workflow deploys it is unknown.'
            : `and ${file} was not started. Start it by hand.`;
        const message = `${committed}, ${start} ${(0,failure.messageOf)(error)}`;
        return {
            message: `\n\n❌ ${(0,text_markdown/* codeSpan */.SS)(message)}`,
            warnings: [],
            failure: { reason: (0,failure.reasonOf)(error), message },
        };
    }
}

;// CONCATENATED MODULE: ./src/commands/refresh/write-updates.ts






/**
 * Commits the updates that need no review, in `direct` mode, and proposes the others.
 *
 * @throws GitHubError, InvalidInput before a commit
 */
async function writeUpdates({ selected }, request) {
    const { inputs, text, workspace, destination } = request;
    if (selected.length === 0)
        return proposeGroups([], { ...request, path: pathInRepository(inputs.images, workspace) });
    const path = await findCommittedPath({ path: inputs.images, text }, workspace, destination);
    const context = { ...request, path };
    const safe = inputs.mode === 'direct' ? await selectSafe(selected, context) : [];
    return safe.length === 0 ? proposeGroups(selected, context) : commitAndPropose(safe, selected, context);
}
async function commitAndPropose(safe, selected, context) {
    const written = await commit(safe, context);
    if (written.commit === undefined)
        return written;
    const others = selected.filter((update) => !safe.includes(update));
    const committed = { sha: written.commit, updates: safe };
    // The commit must be reported.
    const proposed = await proposeGroups(others, { ...context, committed }).catch(failedWrite);
    return joinResults([written, proposed]);
}
async function selectSafe(selected, { path, destination }) {
    const committed = await listCommittedVersions(path, destination);
    return selected.filter((update) => isSafeToCommit(update, committed));
}
function commit(safe, { inputs, path, text: old, findings, destination }) {
    const content = updateReferences(old, inputs.images, safe);
    const { updates } = buildReport({ selected: safe, notes: [] }, findings);
    return commitUpdates({ path, old, content }, updates, destination);
}

;// CONCATENATED MODULE: ./src/commands/refresh/refresh.ts

















/**
 * Proposes or commits updates of the pinned images.
 *
 * @throws InvalidInput, InvalidImages, InvalidContext
 */
async function refresh(inputs, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const destination = findDestination(inputs, context, github);
    const { text, images } = await (0,images_file/* readImages */.H)(inputs.images, runtime);
    // Source repositories are on github.com.
    const history = new ReleaseHistory(context.serverUrl === 'https://github.com' ? github : undefined, runtime.loadTrust);
    const checks = await checkImages((0,images_file/* selectImages */.$)(images, inputs.only), inputs, { history, runtime });
    const selection = holdBackPartialGroups(checks);
    const scans = inputs.scanFindings ? await readScans({ checks }, selection, { inputs, runtime }) : [];
    const findings = { checks, history, runUrl: context.runUrl, scans };
    await loadReleases(selection.selected, history);
    const nowMs = runtime.clock.wallClockMs();
    const workspace = runtime.env['GITHUB_WORKSPACE'] ?? '.';
    const result = destination === undefined
        ? describeDryRun(selection, findings)
        : await writeSelection(selection, { inputs, text, workspace, findings, destination }, nowMs);
    for (const { image, tag } of result.selection.selected)
        runtime.log.info(`${image.name}: ${image.tag} → ${tag}`);
    const report = buildReport(result.selection, findings);
    for (const note of report.notes)
        runtime.log.info(plainText(note));
    const outcome = refreshOutcome(inputs, report, { findings, result });
    // Some images would be missing in the dashboard.
    if (!inputs.dashboard || destination === undefined || inputs.only.length > 0)
        return outcome;
    const dashboard = { path: inputs.images, images, report, result };
    const problem = await updateDashboard(destination.github, dashboard);
    return problem === undefined ? outcome : { ...outcome, warnings: [...outcome.warnings, problem] };
}
const isWarning = ({ severity }) => severity === 'warning';
const isNotice = ({ severity }) => severity === 'notice';
const toAnnotation = (note) => ({
    severity: 'notice',
    title: 'Images',
    message: plainText(note),
});
function describeDryRun(selection, findings) {
    const { updates } = buildReport(selection, findings);
    const message = `Nothing was written (${(0,text_markdown/* codeSpan */.SS)('dry-run')}). Title of the change: ${renderUpdateTitle(updates)}`;
    return { selection, message: updates.length > 0 ? message : '', warnings: [] };
}
/** Does not throw for an error of GitHub, because the summary must have the updates. */
async function writeSelection(selection, request, nowMs) {
    let remaining = selection;
    try {
        const { destination } = request;
        const branches = await listUsedBranches(selection.selected, destination);
        remaining = await dropDeclined(selection, destination, branches);
        remaining = await addFirstSeen(remaining, destination, { branches, nowMs });
        return { ...(await writeUpdates(remaining, request)), selection: remaining };
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        return { ...failedWrite(error), selection: remaining };
    }
}
/** Pull requests with commits of others are omitted, because their plan is not that of the updates. */
const toOutput = ({ upstream, number, url, sha }) => sha === undefined ? [] : [{ upstream, number, url, sha }];
function refreshOutcome(inputs, report, { findings, result }) {
    const updates = report.updates.map(({ name, from, to, toDigest }) => [name, { from, to, digest: toDigest }]);
    const mode = inputs.dryRun ? 'dry-run' : inputs.mode;
    const { pulls = [] } = result;
    const [pull] = pulls;
    return {
        outputs: {
            updated: String(report.updates.length),
            updates: JSON.stringify(Object.fromEntries(updates)),
            'pull-request-url': pull?.url ?? '',
            'pull-request-number': pull?.number.toString() ?? '',
            'pull-request-sha': pull?.sha ?? '',
            'pull-requests': JSON.stringify(pulls.flatMap(toOutput)),
            commit: result.commit ?? '',
        },
        summary: renderRefresh(report, { mode, outcome: result.message }),
        warnings: [...result.warnings, ...report.notes.filter(isWarning).map(plainText)],
        annotations: report.notes.filter(isNotice).map(toAnnotation),
        failure: result.failure ?? checkFailure(findings),
    };
}


/***/ }),

/***/ 43432:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ syncIssue)
/* harmony export */ });
/* harmony import */ var _own_content__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88987);
/* harmony import */ var _retry_write__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63859);
/* harmony import */ var _token_owner__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23592);



/**
 * Opens, updates, closes or reopens the own issue on a topic and stack. An issue that a person closed stays
 * closed.
 *
 * @throws GitHubError
 */
async function syncIssue(github, request) {
    return (0,_retry_write__WEBPACK_IMPORTED_MODULE_1__/* .retryWrite */ .o)(github, () => syncOnce(github, request));
}
async function syncOnce(github, request) {
    const marker = (0,_own_content__WEBPACK_IMPORTED_MODULE_0__/* .markerOf */ .we)(request.topic, request.stack);
    const owner = { marker, ownerId: await (0,_token_owner__WEBPACK_IMPORTED_MODULE_2__/* .tokenOwnerId */ .K)(github) };
    const body = `${marker}\n${request.body}`;
    const [oldest, ...duplicates] = await findOwnIssues(github, owner, 'open');
    if (request.state === 'open' && oldest === undefined)
        return reopenOrCreate(github, owner, { title: request.title, body });
    if (oldest === undefined)
        return { kind: 'absent', url: '' };
    for (const duplicate of duplicates)
        await closeDuplicate(github, duplicate, marker);
    if (request.state === 'closed') {
        await editIssue(github, oldest.id, { body, state: 'closed', state_reason: 'completed' });
        return { kind: 'closed', url: oldest.url };
    }
    if (oldest.body !== body)
        await editIssue(github, oldest.id, { body });
    return { kind: 'updated', url: oldest.url };
}
const findOwnIssues = (github, owner, state) => (0,_own_content__WEBPACK_IMPORTED_MODULE_0__/* .findOwnContent */ .Bj)(github, owner, (select) => github.octokit.paginate('GET /repos/{owner}/{repo}/issues', { ...github.repo, state, per_page: 100 }, select));
async function reopenOrCreate(github, owner, issue) {
    const last = (await findOwnIssues(github, owner, 'closed')).at(-1);
    if (last === undefined || !(await wasClosedBy(github, last.id, owner.ownerId)))
        return createIssue(github, owner, issue);
    await editIssue(github, last.id, { body: issue.body, state: 'open', state_reason: 'reopened' });
    return { kind: 'reopened', url: last.url };
}
/** Lists may omit `closed_by`. */
async function wasClosedBy(github, issue, ownerId) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
        ...github.repo,
        issue_number: issue,
    });
    return data.closed_by?.id === ownerId;
}
async function createIssue(github, owner, issue) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues', {
        ...github.repo,
        ...issue,
    });
    // A concurrent run may have opened one too. The last run sees both.
    const [oldest, ...duplicates] = await findOwnIssues(github, owner, 'open').catch(_own_content__WEBPACK_IMPORTED_MODULE_0__/* .noneOnGitHubError */ .xI);
    for (const duplicate of duplicates)
        await closeDuplicate(github, duplicate, owner.marker);
    return { kind: 'opened', url: oldest?.url ?? data.html_url };
}
async function editIssue(github, issue, change) {
    await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...github.repo,
        issue_number: issue,
        ...change,
    });
}
/** Closes an issue and removes its marker, so that it is never reopened. */
async function closeDuplicate(github, { id, body }, marker) {
    const change = {
        body: body.replace(marker, _own_content__WEBPACK_IMPORTED_MODULE_0__/* .SUPERSEDED */ .ls),
        state: 'closed',
        state_reason: 'not_planned',
    };
    await editIssue(github, id, change);
}


/***/ }),

/***/ 88987:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ findOwnContent),
/* harmony export */   ls: () => (/* binding */ SUPERSEDED),
/* harmony export */   we: () => (/* binding */ markerOf),
/* harmony export */   xI: () => (/* binding */ noneOnGitHubError)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _token_owner__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(23592);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



/** Replaces the marker of duplicates. */
const SUPERSEDED = '<!-- langfuse-deploy:superseded -->';
/** Returns the first line of a body: an HTML comment, which the stack's name cannot end. */
function markerOf(topic, stack) {
    // encodeURIComponent throws on lone surrogates.
    const name = encodeURIComponent(Buffer.from(stack).toString()).replace(/-(?=-)/g, '%2D');
    return `<!-- langfuse-deploy:${topic}:${name} -->`;
}
/**
 * Finds the marked comments or issues of the token's owner, oldest first.
 * The owner is compared by id: a marker can be copied, and a login can be reassigned.
 *
 * @throws GitHubError
 */
async function findOwnContent(github, { marker, ownerId }, list) {
    const marked = await list(({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)(data)
        .flatMap(parseContent)
        .filter(({ body }) => body.startsWith(marker)));
    if (marked.length === 0)
        return [];
    const owner = ownerId ?? (await (0,_token_owner__WEBPACK_IMPORTED_MODULE_1__/* .tokenOwnerId */ .K)(github));
    return marked.filter(({ authorId }) => authorId === owner).sort((a, b) => a.id - b.id);
}
/** GitHub lists pull requests as issues too. */
function parseContent(data) {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'number') ?? (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'id');
    const url = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'html_url');
    if (id === undefined || url === undefined || (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(data, 'pull_request') !== undefined)
        return [];
    const [nodeId, body] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'node_id') ?? '', (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data, 'body') ?? ''];
    return [{ id, nodeId, url, body, authorId: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'user', 'id') }];
}
/** For searches whose failure must not fail a completed write. */
function noneOnGitHubError(error) {
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
        return [];
    throw error;
}


/***/ }),

/***/ 29436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ isSignedByOwner),
/* harmony export */   IF: () => (/* binding */ verifyBundle),
/* harmony export */   JQ: () => (/* binding */ checkSigner),
/* harmony export */   Tu: () => (/* binding */ verifyProvenance),
/* harmony export */   WX: () => (/* binding */ isProvenance),
/* harmony export */   cg: () => (/* binding */ describeSigner),
/* harmony export */   hi: () => (/* binding */ isSignature),
/* harmony export */   loadPublicTrust: () => (/* binding */ loadPublicTrust)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

const ISSUER = 'https://token.actions.githubusercontent.com';
const PROVENANCE = 'https://slsa.dev/provenance/';
/** Statement of cosign 3 without further content. */
const SIGNATURE = 'https://sigstore.dev/cosign/sign/';
/** Certificate extension of Fulcio: Source Repository URI. */
const SOURCE_REPOSITORY_OID = '1.3.6.1.4.1.57264.1.12';
/**
 * Loads the trust root of the public Sigstore instance with The Update Framework.
 *
 * @param cachePath folder for its metadata
 * @throws Error if the repository of the trust root cannot be reached
 */
async function loadPublicTrust(cachePath) {
    const [{ getTrustedRoot }, { toTrustMaterial }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(2830), __webpack_require__.e(3694)]).then(__webpack_require__.bind(__webpack_require__, 84423)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4187)]).then(__webpack_require__.bind(__webpack_require__, 54187)),
    ]);
    return toTrustMaterial(await getTrustedRoot({ cachePath, timeout: 20_000, retry: 2 }));
}
/** Returns whether a bundle contains SLSA provenance, which is not verified yet. */
function isProvenance(bundle) {
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(statementOf(bundle), 'predicateType') ?? '').startsWith(PROVENANCE);
}
/** Returns whether a bundle with a statement is a signature of cosign, which is not verified yet. */
function isSignature(bundle) {
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(statementOf(bundle), 'predicateType') ?? '').startsWith(SIGNATURE);
}
/** The statement of a bundle's envelope. */
function statementOf(bundle) {
    const payload = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(bundle, 'dsseEnvelope', 'payload') ?? '';
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(Buffer.from(payload, 'base64').toString('utf8'));
}
/**
 * Verifies that a workflow of a repository attested an image.
 *
 * @param bundle Sigstore bundle with an in-toto statement
 * @throws Error with the reason if the signature, the identity or the digest is wrong
 */
async function verifyProvenance(bundle, { source, digest }, trust) {
    checkSigner(await verifyBundle(bundle, { digest }, trust), source);
}
/**
 * Verifies certificate, log entry and signature of a bundle, and that it is about an image.
 *
 * @returns who signed it
 * @throws Error with the reason
 */
async function verifyBundle(bundle, { digest, payload }, trust) {
    const [{ bundleFromJSON }, { toSignedEntity, Verifier }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.bind(__webpack_require__, 61040)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4187)]).then(__webpack_require__.bind(__webpack_require__, 54187)),
    ]);
    const entity = toSignedEntity(bundleFromJSON(bundle), payload);
    const signer = new Verifier(trust).verify(entity);
    const named = payload === undefined ? subjectsOf(bundle) : [digestIn(payload)];
    if (!named.includes(digest))
        throw new Error('it is about another image');
    return signer;
}
function subjectsOf(bundle) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(statementOf(bundle), 'subject')).flatMap((subject) => Object.entries((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(subject, 'digest')).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`));
}
/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const digestIn = (payload) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(payload.toString('utf8')), 'critical', 'image', 'docker-manifest-digest');
/** The text of a DER string, after its type and length. A length of 128 or more has further bytes. */
function derText(value) {
    const bytes = Buffer.from(value);
    const length = bytes[1] ?? 0;
    return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f)).toString('utf8');
}
/**
 * Checks that a workflow of a repository's owner signed. The workflow may be a shared one.
 *
 * @throws Error with the reason
 */
function checkSigner(signer, { owner, repo }) {
    const { issuer, workflow, repository } = factsOf(signer);
    if (issuer !== ISSUER)
        throw new Error(`its signer was authenticated by ${issuer || 'no issuer'}`);
    if (!isBelow(workflow, owner))
        throw new Error(`its signer is ${workflow || 'no workflow'}`);
    if (repository.toLowerCase() !== `https://github.com/${owner}/${repo}`.toLowerCase())
        throw new Error(`it was built from ${repository || 'an unknown repository'}`);
}
/** Returns whether a workflow of an owner signed, which ran in any of its repositories. */
function isSignedByOwner(signer, { owner }) {
    const { issuer, workflow, repository } = factsOf(signer);
    return issuer === ISSUER && isBelow(workflow, owner) && isBelow(repository, owner);
}
/** Names a signer without the branch or tag, which differs between releases. */
function describeSigner(signer) {
    const { issuer, workflow } = factsOf(signer);
    const name = workflow.replace(/@refs\/.*$/, '') || 'no name';
    return issuer === ISSUER ? name : `${name} (${issuer || 'no issuer'})`;
}
const isBelow = (url, owner) => url.toLowerCase().startsWith(`https://github.com/${owner.toLowerCase()}/`);
function factsOf({ identity }) {
    const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === SOURCE_REPOSITORY_OID);
    return {
        issuer: identity?.extensions?.issuer ?? '',
        workflow: identity?.subjectAlternativeName ?? '',
        repository: found === undefined ? '' : derText(found.value),
    };
}


/***/ }),

/***/ 47949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ findProjectSupport),
/* harmony export */   Uv: () => (/* binding */ SUPPORT_TABLE_DATE),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   n9: () => (/* binding */ findSupport)
/* harmony export */ });
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98488);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24250);


/** Date of the table below. */
const SUPPORT_TABLE_DATE = '2026-11-28';
/**
 * Last days of security updates, as published by the projects, and for PostgreSQL of the standard support of Aurora. Update the
 * date above with the table. A ClickHouse line with long-term support has security updates for twelve months.
 */
const SUPPORT = {
    langfuse: { '3': '2027-01-31' },
    clickhouse: {
        '25.3': '2026-03-20',
        '25.8': '2026-08-29',
        '25.9': '2025-12-18',
        '25.10': '2026-01-30',
        '25.11': '2026-02-27',
        '25.12': '2026-03-26',
        '26.1': '2026-05-05',
        '26.3': '2027-03-26',
        '26.4': '2026-07-22',
        '26.8': '2027-08-27',
    },
    grafana: {
        '11': '2026-06-25',
        '12.0': '2026-02-05',
        '12.1': '2026-04-22',
        '12.2': '2026-06-23',
        '12.3': '2026-08-19',
        '12.4': '2027-05-24',
        '13.0': '2027-01-09',
        '13.1': '2027-03-20',
        '13.2': '2027-05-18',
    },
    postgres: { '14': '2027-02-28', '16': '2029-02-28', '17': '2030-02-28', '18': '2031-02-28' },
    valkey: { '7.2': '2029-04-16', '8.0': '2027-09-15', '8.1': '2030-03-31' },
};
const NOTICE_MS = 90 * _text_format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
const PROJECTS = {
    'langfuse/langfuse': 'langfuse',
    'langfuse/langfuse-worker': 'langfuse',
    'clickhouse/clickhouse-server': 'clickhouse',
    'grafana/grafana': 'grafana',
    'grafana/grafana-oss': 'grafana',
};
/** Returns the line of a known image's version, if its end of support is known. */
function findSupport(image) {
    const project = Object.hasOwn(PROJECTS, image.repository) ? PROJECTS[image.repository] : undefined;
    return project && findProjectSupport(project, image.tag);
}
/** Returns the line of a project's version, if its end of support is known. */
function findProjectSupport(project, version) {
    const { numbers } = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .parseImageVersion */ .R1)(version) ?? {};
    if (numbers === undefined)
        return undefined;
    const found = Object.entries(SUPPORT[project]).find(([line]) => (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h$)(numbers, line.split('.').map(Number)));
    return found && { line: found[0], endsMs: Date.parse(found[1]) };
}
/**
 * Describes the end of support within 90 days or in the past.
 *
 * @param updates what ends
 * @returns undefined if the end is later or unknown
 */
function describeEnd(support, nowMs, updates = 'security updates') {
    if (support === undefined || support.endsMs - nowMs > NOTICE_MS)
        return undefined;
    const date = new Date(support.endsMs).toISOString().slice(0, 10);
    // The last day of support is a complete day.
    const hasEnded = nowMs >= support.endsMs + _text_format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
    return hasEnded ? `has had no ${updates} since ${date}` : `has ${updates} until ${date}`;
}


/***/ }),

/***/ 24250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ variantOf),
/* harmony export */   Hs: () => (/* binding */ candidateVersions),
/* harmony export */   R1: () => (/* binding */ parseImageVersion),
/* harmony export */   S$: () => (/* binding */ compareNumbers),
/* harmony export */   Ty: () => (/* binding */ isPreRelease),
/* harmony export */   h$: () => (/* binding */ isInRange),
/* harmony export */   m6: () => (/* binding */ compareImageVersions),
/* harmony export */   qk: () => (/* binding */ isDowngrade),
/* harmony export */   rF: () => (/* binding */ parseFollow),
/* harmony export */   yP: () => (/* binding */ securityNumber),
/* harmony export */   zv: () => (/* binding */ InvalidFollow)
/* harmony export */ });
/** Thrown for an invalid `follow`. */
class InvalidFollow extends Error {
    name = 'InvalidFollow';
    reason = 'invalid-images';
}
const VERSION_TAG = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,4})((?:[-_][\w.-]*)?)$/;
const RANGE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:\.[x*])?$/;
const MOVING_TAG = /^\w[\w.-]{0,127}$/;
const PRE_RELEASE = /^[-_](?:alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|next|head|main|master|test|testing|edge)(?![a-z])/i;
/** Grafana publishes security fixes between two patches as `12.4.5-security-01`. */
const SECURITY = /^[-_]security-?(\d{1,4})(?=$|[-_])/i;
const numbersOf = (text) => text.split('.').map(Number);
/** Parses a tag as a version. */
function parseImageVersion(tag) {
    const [, prefix = '', numbers = '', suffix = ''] = VERSION_TAG.exec(tag) ?? [];
    return numbers === '' ? undefined : { tag, prefix, numbers: numbersOf(numbers), suffix };
}
/**
 * Parses `follow` of an image.
 *
 * @throws InvalidFollow
 */
function parseFollow(text) {
    const range = RANGE.exec(text)?.[1];
    if (range !== undefined)
        return { kind: 'range', numbers: numbersOf(range) };
    if (MOVING_TAG.test(text))
        return { kind: 'tag', tag: text };
    throw new InvalidFollow(`follow: '${text}' is neither a version prefix, as in '3' or '25.12', nor a tag, as in 'latest'`);
}
/** Compares two versions. A pre-release is older than its release, and a security release is newer. */
function compareImageVersions(a, b) {
    return (compareNumbers(a.numbers, b.numbers) ||
        Number(isPreRelease(b)) - Number(isPreRelease(a)) ||
        securityNumber(a) - securityNumber(b));
}
/** Compares number by number; missing ones are 0. */
function compareNumbers(a, b) {
    const length = Math.max(a.length, b.length);
    for (let index = 0; index < length; index++) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Reports whether a version precedes its release: `-rc.1`, `-beta`. */
const isPreRelease = ({ suffix }) => PRE_RELEASE.test(suffix);
/** Returns the number of a security release: 1 of `12.4.5-security-01`, and 0 of `12.4.5`. */
const securityNumber = ({ suffix }) => Number(SECURITY.exec(suffix)?.[1] ?? 0);
/** Returns the suffix without the security release: `-ubuntu` of `12.4.5-security-01-ubuntu`. */
const variantOf = ({ suffix }) => suffix.replace(SECURITY, '');
/** Reports whether a version begins with the numbers of `follow`. */
const isInRange = (numbers, range) => numbers.length >= range.length && range.every((number, index) => numbers[index] === number);
/**
 * Returns newer tags in range, newest first, and the pinned tag. If the pinned tag is out of range or unavailable, older
 * tags qualify too.
 *
 * A shorter tag, such as `3.225`, moves, and other suffixes are pre-releases or builds, so neither qualifies. Security
 * releases qualify.
 */
function candidateVersions(tags, { pinned, range }) {
    const current = parseImageVersion(pinned);
    const inRange = tags
        .flatMap((tag) => parseImageVersion(tag) ?? [])
        .filter((one) => isInRange(one.numbers, range));
    const variant = current === undefined || isPreRelease(current) ? '' : variantOf(current);
    const sameKind = inRange.filter((one) => variantOf(one) === variant && (current === undefined || one.prefix === current.prefix));
    const ofLength = selectByLength(sameKind, current?.numbers.length);
    const newestFirst = ofLength.sort((a, b) => compareImageVersions(b, a));
    const isAvailable = inRange.some(({ tag }) => tag === pinned);
    const candidates = isAvailable && current !== undefined
        ? newestFirst.filter((one) => compareImageVersions(one, current) > 0)
        : newestFirst;
    return [...candidates.map(({ tag }) => tag), ...(isAvailable ? [pinned] : [])];
}
/** Returns the versions of this length, or the longest ones. */
function selectByLength(versions, length) {
    const ofLength = versions.filter(({ numbers }) => numbers.length === length);
    if (ofLength.length > 0)
        return ofLength;
    const longest = Math.max(0, ...versions.map(({ numbers }) => numbers.length));
    return versions.filter(({ numbers }) => numbers.length === longest);
}
/** Reports whether both tags are versions and `to` is older. */
function isDowngrade(from, to) {
    const [older, newer] = [parseImageVersion(to), parseImageVersion(from)];
    return older !== undefined && newer !== undefined && compareImageVersions(older, newer) < 0;
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

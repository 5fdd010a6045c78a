export const id = 212;
export const ids = [212];
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

/***/ 6212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  refresh: () => (/* binding */ refresh)
});

// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(9556);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(6661);
// EXTERNAL MODULE: ./src/github/branch.ts
var github_branch = __webpack_require__(6675);
;// CONCATENATED MODULE: ./src/text/update-marker.ts
const MARKER = /\n*<!-- langfuse-deploy:refresh:([^\n]*?) -->/g;
const TRAILER = 'Refreshed: ';
/** Returns the HTML comment by which a later refresh recognizes the versions in a pull request's description. */
const markerOf = (updates) => `<!-- langfuse-deploy:refresh:${updates.map(nameOf).join(',')} -->`;
/** Returns the versions that a pull request's description proposes, as in `web:3.10.0@sha256:…`. */
const proposedIn = (body) => [...body.matchAll(MARKER)].flatMap(([, versions = '']) => versions.split(','));
/** Removes the markers from a pull request's description. */
const withoutMarker = (body) => body.replaceAll(MARKER, '');
/** Returns the trailer line of a direct commit's message for one version. */
const trailerOf = (update) => `${TRAILER}${nameOf(update)}`;
/** Returns the versions that a direct commit's message names. */
const refreshedIn = (message) => message
    .split('\n')
    .filter((line) => line.startsWith(TRAILER))
    .map((line) => line.slice(TRAILER.length).trim());
const nameOf = ({ name, to, toDigest }) => `${name}:${to}@${toDigest}`;

// EXTERNAL MODULE: ./src/github/token-owner.ts
var token_owner = __webpack_require__(3592);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/github/update-pull-request.ts





const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
/**
 * Opens the one pull request from the branch, or brings it up to date: its commit, title and text.
 *
 * @throws GitHubError
 */
async function propose(github, proposal) {
    for (let attempt = 1;; attempt++) {
        try {
            return await proposeOnce(github, proposal);
        }
        catch (error) {
            // One whose making was not confirmed may be there now.
            const isLost = error instanceof github_error/* GitHubError */.y_ && error.facts.method === 'POST' && error.isUncertain;
            if (attempt >= ATTEMPTS || !isLost)
                throw error;
            await github.clock.sleep(PAUSE_MS * attempt);
        }
    }
}
async function proposeOnce(github, proposal) {
    const { branch, baseSha, path, content, title, body } = proposal;
    const pull = await findPull(github, proposal);
    const tip = await (0,github_branch/* getBranchHead */.Rs)(github, branch);
    if (tip !== undefined && !(await isOurs(github, baseSha, tip))) {
        // Whoever closes it to make room does not decline what it proposed.
        if (pull !== undefined)
            await unmark(github, pull);
        return { kind: 'foreign', pull };
    }
    const isSame = tip !== undefined && (await (0,github_branch/* readFileAt */._T)(github, { path, sha: tip })) === content;
    const sha = isSame ? tip : await (0,github_branch/* commitOn */.Rw)(github, baseSha, { path, content, message: title });
    if (!isSame)
        await point(github, { branch, sha, exists: tip !== undefined });
    if (pull === undefined)
        return { kind: 'opened', pull: await update_pull_request_open(github, proposal), sha };
    if (isSame && pull.title === title && pull.body === body)
        return { kind: 'unchanged', pull, sha };
    await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull.number,
        title,
        body,
    });
    return { kind: 'updated', pull, sha };
}
/** Closes the pull request that nothing speaks for any more, and deletes its branch. Nobody has declined it. */
async function withdraw(github, place) {
    const pull = await findPull(github, place);
    if (pull === undefined)
        return { kind: 'absent' };
    const tip = await (0,github_branch/* getBranchHead */.Rs)(github, place.branch);
    if (tip !== undefined && !(await isOurs(github, place.baseSha, tip)))
        return { kind: 'foreign', pull };
    await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: pull.number,
        body: place.why,
    });
    await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull.number,
        state: 'closed',
        body: withoutMarker(pull.body),
    });
    if (tip !== undefined) {
        await github.octokit.request('DELETE /repos/{owner}/{repo}/git/refs/{ref}', {
            ...github.repo,
            ref: `heads/${place.branch}`,
        });
    }
    return { kind: 'closed', pull };
}
async function findPull(github, place) {
    const [found] = await listPulls(github, { ...place, state: 'open' });
    return found === undefined ? undefined : parsePull(found);
}
async function unmark(github, pull) {
    const body = withoutMarker(pull.body);
    if (body === pull.body)
        return;
    await github.octokit.request('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull.number,
        body,
    });
}
/** Versions whose pull request somebody has closed without merging it, as `proposedIn` names them. */
async function findDeclined(github, place) {
    const closed = await listPulls(github, { ...place, state: 'closed' });
    const unmerged = closed.filter((one) => (0,json/* textAt */.$6)(one, 'merged_at') === undefined).map(parsePull);
    const declined = new Map();
    for (const pull of unmerged)
        for (const version of proposedIn(pull.body))
            declined.set(version, pull);
    if (declined.size === 0)
        return declined;
    // One that was reopened, say.
    for (const version of proposedIn((await findPull(github, place))?.body ?? ''))
        declined.delete(version);
    return declined;
}
/** The last hundred from the branch, the newest first. */
async function listPulls(github, { branch, base, state }) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls', {
        ...github.repo,
        state,
        head: `${github.repo.owner}:${branch}`,
        base,
        per_page: 100,
    });
    // GitHub leaves a filter out that it cannot make sense of.
    return (0,json/* itemsOf */.S3)(data).filter((one) => (0,json/* textAt */.$6)(one, 'head', 'ref') === branch);
}
function parsePull(data) {
    return {
        number: (0,json/* numberAt */.tk)(data, 'number') ?? 0,
        url: (0,json/* textAt */.$6)(data, 'html_url') ?? '',
        title: (0,json/* textAt */.$6)(data, 'title') ?? '',
        body: (0,json/* textAt */.$6)(data, 'body') ?? '',
    };
}
/** Whether all that the branch adds was committed by the owner of the token; a merge of the base adds nothing. */
async function isOurs(github, baseSha, tip) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...github.repo,
        basehead: `${baseSha}...${tip}`,
        per_page: 100,
    });
    const commits = (0,json/* itemsOf */.S3)(data.commits).filter((one) => parentsOf(one) < 2);
    if (data.ahead_by > data.commits.length)
        return false;
    if (commits.length === 0)
        return true;
    const self = await (0,token_owner/* tokenOwnerId */.K)(github);
    return commits.every((one) => (0,json/* numberAt */.tk)(one, 'author', 'id') === self);
}
function parentsOf(commit) {
    return typeof commit === 'object' && commit !== null && 'parents' in commit
        ? (0,json/* itemsOf */.S3)(commit.parents).length
        : 0;
}
async function point(github, { branch, sha, exists }) {
    if (exists)
        return (0,github_branch/* moveBranch */.ob)(github, { branch, sha, force: true });
    await github.octokit.request('POST /repos/{owner}/{repo}/git/refs', {
        ...github.repo,
        ref: `refs/heads/${branch}`,
        sha,
    });
}
async function update_pull_request_open(github, { title, body, branch, base }) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/pulls', {
        ...github.repo,
        title,
        body,
        head: branch,
        base,
    });
    return parsePull(data);
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
// EXTERNAL MODULE: ./src/text/markdown.ts
var text_markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/report/release-notes.ts


const LONGEST_LINE = 300;
const MOST_LINES = 40;
/** More is not read at all. */
const MOST_CHARACTERS = 20_000;
/**
 * What someone wrote of a release, as text that does nothing: headings, lists and code are kept; of links, images and
 * HTML only the words. No mention notifies anyone, no number links to an issue of ours.
 */
function renderNotes(markdown) {
    const text = (0,sanitize/* escapeWorkflowCommands */.Fy)(markdown.slice(0, MOST_CHARACTERS)).replace(/<!--[\s\S]*?(?:-->|$)/g, '');
    const lines = [];
    let isCode = false;
    for (const raw of text.split('\n').map(shorten)) {
        const isFence = /^\s*(?:`{3,}|~{3,})/.test(raw);
        if (isFence)
            isCode = !isCode;
        const line = isFence ? '' : isCode ? (0,text_markdown/* code */.aY)(raw) : renderLine(raw);
        if (line !== '' || (lines.at(-1) ?? '') !== '')
            lines.push(line);
        if (lines.length >= MOST_LINES)
            break;
    }
    const isCut = lines.length >= MOST_LINES || markdown.length > MOST_CHARACTERS;
    const shown = lines.map((line, index) => separate(line, lines[index + 1]));
    return [...shown, ...(isCut ? ['', '…'] : [])].join('\n').trim();
}
function renderLine(raw) {
    const heading = /^\s{0,3}#{1,6}\s+(.*?)\s*#*$/.exec(raw)?.[1];
    if (heading !== undefined)
        return bold(heading);
    const [, indent = '', item] = /^(\s*)(?:[-*+]|\d{1,9}[.)])\s+(.*)$/.exec(raw) ?? [];
    if (item === undefined)
        return renderWords(raw);
    const words = renderWords(item);
    return words === '' ? '' : `${indent.length >= 2 ? '  ' : ''}- ${words}`;
}
function bold(heading) {
    const words = (0,text_markdown/* prose */.CS)(plain(heading)).trim();
    return words === '' ? '' : `**${words}**`;
}
/** Code within a line stays code. */
function renderWords(text) {
    const pieces = text.split(/(`[^`]+`)/);
    const rendered = pieces.map((piece) => /^`[^`]+`$/.test(piece) ? (0,text_markdown/* code */.aY)(piece.slice(1, -1)) : (0,text_markdown/* prose */.CS)(plain(piece)));
    return rendered.join('').trim();
}
/** Without HTML, emphasis and addresses: `[words](address)` are words, a pull request is its number. */
function plain(text) {
    return (text
        .replace(/<\/?[a-z][^>]*>/gi, '')
        .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
        .replace(/https?:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues)\/(\d+)\S*/g, '#$1')
        .replace(/\*\*|__|~~/g, '')
        // GitHub takes GH-1 for an issue of ours; with this dash it is only text.
        .replace(/\bGH-(?=\d)/gi, 'GH\u2011'));
}
function shorten(line) {
    return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE).replace(/[\ud800-\udbff]$/, '')}…` : line;
}
/** A line that the next would run into ends for itself. */
function separate(line, next) {
    const isText = (one) => one !== '' && !/^\s*- /.test(one);
    return next !== undefined && isText(line) && isText(next) ? `${line}  ` : line;
}

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(8488);
;// CONCATENATED MODULE: ./src/report/refresh.ts




const COLUMNS = [
    { title: 'Image', align: 'left' },
    { title: 'From', align: 'left' },
    { title: 'To', align: 'left' },
    { title: 'Age', align: 'left' },
    { title: 'What is new', align: 'left' },
    { title: 'Size', align: 'right' },
];
/** GitHub takes 65,536 characters, some of which go to what stands around the notes. */
const MOST_NOTES_BYTES = 40_000;
const LONGEST_TITLE = 120;
function renderTitle(updates) {
    const versions = [...new Set(updates.map(({ to }) => to))];
    const parts = versions.map((to) => {
        const names = updates.filter((one) => one.to === to).map(({ name }) => name);
        return `${listOf(names)} ${to}`;
    });
    const title = `Refresh ${parts.join(', ')}`;
    return title.length <= LONGEST_TITLE ? title : `Refresh ${count(updates.length, 'image')}`;
}
/** Returns the message of a direct commit: the title, then one trailer per version. */
const renderMessage = (updates) => [renderTitle(updates), '', ...updates.map(trailerOf)].join('\n');
/** The text of the pull request. */
function renderPull(report) {
    return [
        `**${count(report.updates.length, 'image')} to refresh.** Each is complete in its registry, with all platforms that the one it replaces has. Merge this to deploy.`,
        ...alarms(report.updates),
        tableOf(report.updates),
        ...notesSections(report.notes),
        ...asides(report),
        `<sub>Made by <a href="${report.runUrl}">this run</a>. It is updated by each refresh until it is merged, and closed when nothing is newer. Close it yourself to decline these versions. Push nothing else to its branch.</sub>`,
        markerOf(report.updates),
    ].join('\n\n');
}
/** The job summary. */
function renderRefresh(report, { mode, outcome }) {
    const { updates, failures, looked } = report;
    return [
        `## ${headline(report, mode)}`,
        outcome,
        ...(failures.length === 0
            ? []
            : [
                [
                    '### Not looked at',
                    '',
                    ...failures.map(({ name, reason }) => `- **${name}**: ${(0,text_markdown/* code */.aY)(reason)}`),
                ].join('\n'),
            ]),
        ...alarms(updates),
        ...(updates.length === 0 ? [] : [tableOf(updates)]),
        ...notesSections(report.notes),
        ...asides(report),
        ...(updates.length === 0 && failures.length === 0 ? [`${count(looked, 'image')} looked at.`] : []),
    ]
        .filter((text) => text !== '')
        .join('\n\n');
}
function headline({ updates, failures, looked }, mode) {
    if (failures.length > 0)
        return `❌ ${failures.length} of ${count(looked, 'image')} not looked at`;
    if (updates.length === 0)
        return '✅ Nothing to refresh';
    return `${mode === 'dry-run' ? '🔎' : '⬆️'} ${count(updates.length, 'image')} to refresh`;
}
function alarms(updates) {
    const lines = updates.flatMap(({ name, kind, from, to, fromDigest, toDigest }) => {
        if (kind === 'older')
            return [
                `**${name} goes back, from ${(0,text_markdown/* code */.aY)(from)} to ${(0,text_markdown/* code */.aY)(to)}.** The newer one is not within \`follow\`, or is gone from the registry. Databases may not be able to go back: see to a backup first.`,
            ];
        if (kind === 'retagged')
            return [
                `**${name} ${(0,text_markdown/* code */.aY)(to)} was re-tagged.** The same version now leads to other content: ${(0,text_markdown/* code */.aY)(refresh_short(toDigest))} instead of ${(0,text_markdown/* code */.aY)(refresh_short(fromDigest))}. Find out why before you merge.`,
            ];
        return [];
    });
    return lines.length === 0
        ? []
        : [['> [!WARNING]', ...lines.map((line) => `> ${line}`)].join('\n>\n').replace(']\n>\n', ']\n')];
}
function tableOf(updates) {
    return (0,text_markdown/* table */.tp)(COLUMNS, updates.map(cells));
}
function cells(update) {
    const { name, from, to, fromDigest, toDigest, ageMs, releaseUrl, compareUrl } = update;
    const isSameTag = from === to;
    const shown = (tag, digest) => isSameTag ? `${(0,text_markdown/* code */.aY)(tag)} ${(0,text_markdown/* code */.aY)(refresh_short(digest))}` : (0,text_markdown/* code */.aY)(tag);
    const links = [
        releaseUrl === undefined ? '' : `[notes](${releaseUrl})`,
        compareUrl === undefined ? '' : `[compare](${compareUrl})`,
    ].filter((link) => link !== '');
    const goesWrong = update.kind === 'older' || update.kind === 'retagged';
    const target = shown(to, toDigest);
    return [
        `**${name}**`,
        shown(from, fromDigest),
        goesWrong ? `**${target} ${update.kind === 'older' ? 'older' : 're-tagged'}**` : target,
        ageMs === undefined ? 'unknown' : (0,format/* formatAge */.nV)(ageMs),
        links.join(' · ') || '—',
        sizeChange(update),
    ];
}
function sizeChange({ size, oldSize }) {
    if (oldSize === undefined)
        return (0,format/* formatBytes */.z3)(size);
    const difference = size - oldSize;
    const sign = difference < 0 ? '−' : '+';
    return `${(0,format/* formatBytes */.z3)(size)} (${difference === 0 ? '±0' : `${sign}${(0,format/* formatBytes */.z3)(Math.abs(difference))}`})`;
}
const refresh_short = (digest) => digest.slice(0, 'sha256:'.length + 12);
/** Notes folded, one block an upstream; what does not fit is a link. */
function notesSections(notes) {
    const withReleases = notes.filter(({ releases }) => releases.length > 0);
    if (withReleases.length === 0)
        return [];
    const share = Math.floor(MOST_NOTES_BYTES / withReleases.length);
    return ['### Release notes', ...withReleases.map((one) => notesOf(one, share))];
}
function notesOf({ names, from, to, releases }, mostBytes) {
    const shown = [];
    let bytes = 0;
    for (const { tag, url, body } of releases) {
        const text = `#### [${(0,text_markdown/* prose */.CS)(tag)}](${url})\n\n${renderNotes(body) || 'No notes.'}`;
        bytes += Buffer.byteLength(text);
        if (bytes > mostBytes)
            break;
        shown.push(text);
    }
    const left = releases.length - shown.length;
    const last = releases[shown.length];
    const more = left === 0 || last === undefined
        ? []
        : [`… and ${count(left, 'more release')}, from [${(0,text_markdown/* prose */.CS)(last.tag)}](${last.url}) down.`];
    const title = `${listOf(names)}: ${count(releases.length, 'release')}, ${from} → ${to}`;
    return [`<details><summary>${title}</summary>`, ...shown, ...more, '</details>'].join('\n\n');
}
function asides({ remarks }) {
    return remarks.length === 0
        ? []
        : [['### Worth knowing', '', ...remarks.map((remark) => `- ${remark}`)].join('\n')];
}
/** `a`, `a and b`, `a, b and c`. */
function listOf(names) {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

// EXTERNAL MODULE: ./src/images/images-yaml.ts
var images_yaml = __webpack_require__(1764);
;// CONCATENATED MODULE: ./src/images/update-references.ts

/**
 * The same file with other versions in it: nothing but tag and digest of these images changes.
 *
 * @param images of the file, as it was parsed
 * @throws InvalidImages where the file writes a reference in a way that cannot be replaced in place
 */
function updateReferences(text, path, repins) {
    const faults = [];
    // From the end on, so that the places of the others stay what they are.
    const lastFirst = [...repins].sort((a, b) => offsetOf(text, b.image) - offsetOf(text, a.image));
    const changed = lastFirst.reduce((whole, { image, tag, digest }) => {
        const old = `${image.tag}@${image.digest}`;
        const from = offsetOf(text, image);
        const at = text.indexOf(old, from);
        const isOnLine = at >= 0 && !text.slice(from, at).includes('\n');
        if (isOnLine)
            return `${whole.slice(0, at)}${tag}@${digest}${whole.slice(at + old.length)}`;
        const message = `${image.name}: write the source on one line, as in source: ${image.registry}/${image.repository}:${old}`;
        faults.push({ ...image.position, message });
        return whole;
    }, text);
    if (faults.length > 0)
        throw new images_yaml/* InvalidImages */.q(path, faults);
    check(changed, { text, path, repins });
    return changed;
}
function offsetOf(text, { position: { line, column } }) {
    let start = 0;
    for (let count = 1; count < line; count++)
        start = text.indexOf('\n', start) + 1;
    return start + column - 1;
}
/** Read again, the file says what it is to say: two images may share a text by an anchor, say. */
function check(changed, { text, path, repins, }) {
    const wanted = (0,images_yaml.parseImages)(text, path).map((image) => {
        const { tag, digest } = repins.find(({ image: { name } }) => name === image.name) ?? image;
        return { ...image, tag, digest };
    });
    const faults = (0,images_yaml.parseImages)(changed, path).flatMap((image, index) => {
        const { tag, digest, position } = wanted[index] ?? image;
        const message = `${image.name} cannot be changed by itself; write its source out`;
        return image.tag === tag && image.digest === digest ? [] : [{ ...position, message }];
    });
    if (faults.length > 0)
        throw new images_yaml/* InvalidImages */.q(path, faults);
}

// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __webpack_require__(9776);
// EXTERNAL MODULE: ./src/commands/images-file.ts
var images_file = __webpack_require__(5549);
// EXTERNAL MODULE: ./src/registry/client.ts + 2 modules
var client = __webpack_require__(2902);
// EXTERNAL MODULE: ./src/registry/image-config.ts
var image_config = __webpack_require__(3689);
// EXTERNAL MODULE: ./src/registry/fetch-manifest.ts
var fetch_manifest = __webpack_require__(6985);
// EXTERNAL MODULE: ./src/http/client.ts
var http_client = __webpack_require__(3329);
// EXTERNAL MODULE: ./src/registry/manifest.ts
var manifest = __webpack_require__(506);
// EXTERNAL MODULE: ./src/http/limiter.ts
var limiter = __webpack_require__(7972);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(4054);
;// CONCATENATED MODULE: ./src/registry/inspect-image.ts







/** The image is not one that can be used; a sentence says why. */
class UnusableImage extends Error {
    name = 'UnusableImage';
}
const AT_ONCE = 8;
/** What the stack runs on; another one tells sizes as well. */
const PREFERRED = 'linux/arm64';
const platformOf = ({ platform }) => (platform ? (0,manifest/* formatPlatform */.Bq)(platform) : '');
const serves = (actual, wanted) => actual === wanted || actual.startsWith(`${wanted}/`);
/**
 * Reads an image: what to pin, where it runs, how large and how old it is.
 *
 * @throws Unusable when it is gone, lacks the platform or a manifest
 */
async function inspectImage(wanted) {
    const { registry, repository, reference, platform } = wanted;
    const root = await orUnusable((0,fetch_manifest/* fetchManifest */.C)(registry, repository, reference), 'is gone');
    if (root.manifests.length === 0)
        return examineOne(wanted, root);
    const runnable = root.manifests.filter(manifest/* isRunnable */.iU);
    const names = runnable.map(platformOf);
    const child = (digest) => orUnusable((0,fetch_manifest/* fetchManifest */.C)(registry, repository, digest), `lacks its manifest ${digest}`);
    if (platform !== undefined) {
        const match = runnable.find((one) => serves(platformOf(one), platform));
        if (match === undefined)
            throw new UnusableImage(`has no ${platform}, only ${names.join(', ') || 'no platform'}`);
        return examineOne(wanted, await child(match.digest));
    }
    const measured = names.find((name) => serves(name, PREFERRED)) ?? names[0];
    const children = await Promise.all(runnable.map(({ digest }) => child(digest)));
    const shown = children[measured === undefined ? -1 : names.indexOf(measured)];
    return {
        ...(await describe(wanted, shown)),
        digest: root.digest,
        platforms: names,
        measured,
        manifests: children,
        others: root.manifests.filter((one) => !(0,manifest/* isRunnable */.iU)(one)),
    };
}
/** An image for one platform, which its config names. */
async function examineOne(wanted, manifest) {
    const { platform: actual, ...described } = await describe(wanted, manifest);
    const { platform } = wanted;
    if (platform !== undefined && actual !== undefined && !serves(actual, platform))
        throw new UnusableImage(`is for ${actual}, not for ${platform}`);
    const platforms = actual === undefined ? [] : [actual];
    return {
        ...described,
        digest: manifest.digest,
        platforms,
        measured: actual,
        manifests: [manifest],
        others: [],
    };
}
async function describe({ registry, repository }, manifest) {
    const size = manifest?.blobs.reduce((sum, blob) => sum + blob.size, 0) ?? 0;
    if (manifest?.config === undefined)
        return { size, platform: undefined, createdMs: undefined, source: undefined };
    const config = (0,image_config/* readConfig */.X)(registry, repository, manifest.config);
    return { size, ...(await orUnusable(config, `lacks its config ${manifest.config.digest}`)) };
}
/** @throws Unusable that names the first thing that a pull would not find */
async function checkComplete(registry, repository, { manifests, others }) {
    const pool = new limiter/* Limiter */.j(AT_ONCE);
    const blobs = manifests.flatMap((manifest) => manifest.blobs).filter((blob) => !(0,manifest/* isForeign */.jq)(blob));
    const paths = [
        ...others.map(({ digest }) => `manifests/${digest}`),
        ...new Set(blobs.map(({ digest }) => `blobs/${digest}`)),
    ];
    const missing = await Promise.all(paths.map((path) => pool.run(0, async () => ((await isThere(registry, repository, path)) ? undefined : path))));
    const first = missing.find((path) => path !== undefined);
    if (first !== undefined)
        throw new UnusableImage(`is not complete: ${first.replace('s/', ' ')} is missing`);
}
async function isThere(registry, repository, path) {
    const isManifest = path.startsWith('manifests/');
    if (isManifest) {
        const { digest } = await registry.headManifest(repository, path.slice('manifests/'.length));
        return digest !== undefined;
    }
    const { status } = await registry.call({
        method: 'HEAD',
        path: `${repository}/${path}`,
        scopes: [(0,client/* pull */.a$)(repository)],
        // A registry that says where the blob lies has it; an address signed for GET would refuse the HEAD.
        accept: [200, ...http_client/* REDIRECTS */.e, 404],
        redirect: 'manual',
    });
    return status !== 404;
}
/** What a registry does not have makes the image unusable; what else it says is its own failure. */
async function orUnusable(found, words) {
    try {
        return await found;
    }
    catch (error) {
        throw isMissing(error) ? new UnusableImage(words) : error;
    }
}
const isMissing = (error) => error instanceof http_error/* HttpError */.j && error.status === 404;

// EXTERNAL MODULE: ./src/text/image-reference.ts
var image_reference = __webpack_require__(3602);
;// CONCATENATED MODULE: ./src/registry/list-tags.ts





const PAGE_SIZE = 1_000;
/** More tags than any repository has that people choose versions from. */
const MOST_TAGS = 500_000;
/**
 * Every tag of a repository, page by page (OCI distribution specification, "Listing Tags").
 *
 * @throws HttpError for a list that is none or that does not end
 */
async function listTags(registry, repository) {
    const tags = new Set();
    const seen = new Set();
    let next = new URL(`/v2/${repository}/tags/list?n=${PAGE_SIZE}`, registry.origin);
    while (next !== undefined) {
        const url = next;
        if (seen.has(url.href) || tags.size > MOST_TAGS)
            throw broken(url, 'the list of tags does not end');
        seen.add(url.href);
        const { body, headers } = await registry.call({ method: 'GET', path: url, scopes: [(0,client/* pull */.a$)(repository)] });
        for (const tag of tagsIn(body, url))
            tags.add(tag);
        next = nextPage(headers['link'], url);
    }
    return [...tags];
}
function tagsIn(body, url) {
    const list = (0,json/* parseObject */.lj)(body.toString('utf8'))?.['tags'];
    // Some registries say `null` for none.
    if (list === null)
        return [];
    if (!Array.isArray(list))
        throw broken(url, 'the answer is not a list of tags');
    return list.filter((tag) => typeof tag === 'string' && (0,image_reference/* isTag */.dz)(tag));
}
/** Of the address only path and query count: the login that goes along is for this registry alone. */
function nextPage(link, url) {
    const [, address] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(link ?? '')) ?? [];
    if (address === undefined)
        return undefined;
    if (!URL.canParse(address, url.href))
        throw broken(url, `the next page is nowhere: ${(0,sanitize/* toPrintableLine */.Ld)(address)}`);
    const { pathname, search } = new URL(address, url);
    return new URL(`${pathname}${search}`, url.origin);
}
const broken = (url, message) => new http_error/* HttpError */.j({ method: 'GET', url, message, transient: false });

;// CONCATENATED MODULE: ./src/images/version.ts
class InvalidFollow extends Error {
    name = 'InvalidFollow';
}
const VERSION = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,4})((?:[-_][\w.-]*)?)$/;
const RANGE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:\.[x*])?$/;
const TAG = /^\w[\w.-]{0,127}$/;
const PRE_RELEASE = /^[-_](?:alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|next|head|main|master|test|testing|edge)(?![a-z])/i;
const numbersOf = (text) => text.split('.').map(Number);
function parseVersion(tag) {
    const [, prefix = '', numbers = '', suffix = ''] = VERSION.exec(tag) ?? [];
    return numbers === '' ? undefined : { tag, prefix, numbers: numbersOf(numbers), suffix };
}
/** @throws InvalidFollow that says what to write instead */
function parseFollow(text) {
    const range = RANGE.exec(text)?.[1];
    if (range !== undefined)
        return { kind: 'range', numbers: numbersOf(range) };
    if (TAG.test(text))
        return { kind: 'tag', tag: text };
    throw new InvalidFollow(`follow: '${text}' is neither the beginning of a version, as in '3' or '25.12', nor a tag, as in 'latest'`);
}
/** Below zero when `a` is older. A pre-release is older than its release. */
function compareVersions(a, b) {
    const length = Math.max(a.numbers.length, b.numbers.length);
    for (let index = 0; index < length; index++) {
        const difference = (a.numbers[index] ?? 0) - (b.numbers[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return Number(isPreRelease(b)) - Number(isPreRelease(a));
}
const isPreRelease = ({ suffix }) => PRE_RELEASE.test(suffix);
const isWithin = (numbers, range) => numbers.length >= range.length && range.every((number, index) => numbers[index] === number);
/**
 * Tags that an image may move to, newest first, the one that it has last. One that is out of range or gone from the
 * registry may move to any, older ones included.
 *
 * Compared are tags of one kind: with the prefix, the suffix and as many numbers as the pinned one has. A shorter one,
 * as in `3.225`, moves, and other suffixes are pre-releases or other builds.
 */
function versionsToTry(tags, { pinned, range }) {
    const current = parseVersion(pinned);
    const inRange = tags.flatMap((tag) => parseVersion(tag) ?? []).filter((one) => isWithin(one.numbers, range));
    const suffix = current === undefined || isPreRelease(current) ? '' : current.suffix;
    const alike = inRange.filter((one) => one.suffix === suffix && (current === undefined || one.prefix === current.prefix));
    const ofLength = ofOneLength(alike, current?.numbers.length);
    const newestFirst = ofLength.sort((a, b) => compareVersions(b, a));
    const isThere = inRange.some(({ tag }) => tag === pinned);
    const wanted = isThere && current !== undefined
        ? newestFirst.filter((one) => compareVersions(one, current) > 0)
        : newestFirst;
    return [...wanted.map(({ tag }) => tag), ...(isThere ? [pinned] : [])];
}
/** Those with this many numbers, or if there are none, with the most that any has. */
function ofOneLength(versions, length) {
    const alike = versions.filter(({ numbers }) => numbers.length === length);
    if (alike.length > 0)
        return alike;
    const most = Math.max(0, ...versions.map(({ numbers }) => numbers.length));
    return versions.filter(({ numbers }) => numbers.length === most);
}
/** Whether the second is older, as far as both are versions. */
function isDowngrade(from, to) {
    const [older, newer] = [parseVersion(to), parseVersion(from)];
    return older !== undefined && newer !== undefined && compareVersions(older, newer) < 0;
}

;// CONCATENATED MODULE: ./src/commands/refresh/find-update.ts





/** Each costs pulls, of which Docker Hub gives few; what is newer by more has had its chance. */
const MOST_TRIED = 12;
/** Finds the newest version that an image may move to: within `follow`, old enough, complete, for the same platforms. */
async function findUpdate(image, runtime) {
    const { name, follow } = image;
    if (follow === undefined) {
        const remark = `**${name}** stays at ${(0,text_markdown/* code */.aY)(image.tag)}: it has no ${(0,text_markdown/* code */.aY)('follow')}.`;
        return { image, newer: undefined, remarks: [remark] };
    }
    const tags = await tagsToTry(image, follow, runtime.registry);
    if (await isPinned(image, tags[0], runtime.registry))
        return { image, newer: undefined, remarks: [] };
    const old = await examineOld(image, runtime.registry);
    const passed = new Passed(image, runtime.minAgeMs);
    for (const tag of tags.slice(0, MOST_TRIED)) {
        const found = await tryTag(tag, { image, old, passed, runtime });
        if (found === 'pinned')
            break;
        if (found !== undefined)
            return { image, newer: found, remarks: passed.remarks };
    }
    return { image, newer: undefined, remarks: passed.remarks };
}
async function tagsToTry(image, text, registry) {
    const follow = parseFollow(text);
    if (follow.kind === 'tag')
        return [follow.tag];
    const { repository, tag: pinned } = image;
    const tags = versionsToTry(await listTags(registry, repository), { pinned, range: follow.numbers });
    if (tags.length > 0)
        return tags;
    throw new InvalidFollow(`follow: ${image.registry}/${repository} has no version within '${text}'`);
}
/** The usual case, at no cost to Docker Hub's budget. */
async function isPinned(image, tag, registry) {
    if (tag !== image.tag || image.platform !== undefined)
        return false;
    return (await registry.headManifest(image.repository, tag)).digest === image.digest;
}
async function examineOld(image, registry) {
    const { repository, digest: reference, platform } = image;
    try {
        return await inspectImage({ registry, repository, reference, platform });
    }
    catch (error) {
        if (error instanceof UnusableImage)
            return undefined;
        throw error;
    }
}
async function tryTag(tag, trial) {
    const { image, old, passed, runtime } = trial;
    const { registry, nowMs, minAgeMs } = runtime;
    const { repository, platform } = image;
    try {
        const found = await inspectImage({ registry, repository, reference: tag, platform });
        if (tag === image.tag && found.digest === image.digest)
            return 'pinned';
        const lost = (old?.platforms ?? []).filter((one) => !found.platforms.includes(one));
        if (lost.length > 0)
            throw new UnusableImage(`has no ${lost.join(' and no ')}`);
        const createdMs = found.createdMs ?? (await runtime.releasedMs(image, tag, found.source));
        const ageMs = createdMs === undefined ? undefined : nowMs - createdMs;
        if (ageMs !== undefined && ageMs < minAgeMs) {
            passed.wait(tag, ageMs);
            return undefined;
        }
        await checkComplete(registry, repository, found);
        const { digest, size, source } = found;
        const isBack = olderThan(found, old);
        return { image, tag, digest, kind: kindOf(image, tag, isBack), ageMs, size, source, oldSize: old?.size };
    }
    catch (error) {
        if (!(error instanceof UnusableImage))
            throw error;
        passed.refuse(tag, error.message);
        return undefined;
    }
}
/** @param isBuiltBefore whether the image is older than the pinned one, as far as both say */
function kindOf({ tag: from, follow }, to, isBuiltBefore) {
    const isMoving = (follow !== undefined && parseFollow(follow).kind === 'tag') || from === follow;
    if (from === to && !isMoving)
        return 'retagged';
    const areVersions = parseVersion(from) !== undefined && parseVersion(to) !== undefined;
    if (areVersions ? isDowngrade(from, to) : isBuiltBefore)
        return 'older';
    return isMoving ? 'moved' : 'newer';
}
const olderThan = (found, old) => found.createdMs !== undefined && old?.createdMs !== undefined && found.createdMs < old.createdMs;
/** What was not taken, in few sentences. */
class Passed {
    image;
    minAgeMs;
    waiting = [];
    refused = [];
    constructor(image, minAgeMs) {
        this.image = image;
        this.minAgeMs = minAgeMs;
    }
    wait(tag, ageMs) {
        this.waiting.push(`${(0,text_markdown/* code */.aY)(tag)} (${(0,format/* formatAge */.nV)(ageMs)})`);
    }
    refuse(tag, why) {
        this.refused.push(`**${this.image.name}** ${(0,text_markdown/* code */.aY)(tag)} is passed over: ${(0,text_markdown/* code */.aY)(why)}.`);
    }
    get remarks() {
        const { name } = this.image;
        const waits = `**${name}** waits for ${this.waiting.join(', ')} to be ${(0,format/* formatAge */.nV)(this.minAgeMs)} old.`;
        return [...(this.waiting.length > 0 ? [waits] : []), ...this.refused];
    }
}

;// CONCATENATED MODULE: ./src/github/releases.ts


/** By the path of the image, where its own word is missing or leads elsewhere. */
const KNOWN = {
    'langfuse/langfuse': 'langfuse/langfuse',
    'langfuse/langfuse-worker': 'langfuse/langfuse',
    'clickhouse/clickhouse-server': 'ClickHouse/ClickHouse',
    'grafana/grafana': 'grafana/grafana',
    'grafana/grafana-oss': 'grafana/grafana',
};
const SOURCE = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?(?:[/#?].*)?$/;
const PAGES = 5;
/** @param label `org.opencontainers.image.source` of the image */
function sourceRepository(image, label) {
    const known = Object.hasOwn(KNOWN, image) ? KNOWN[image] : undefined;
    const [, owner, repo] = SOURCE.exec(known === undefined ? (label ?? '') : `https://github.com/${known}`) ?? [];
    return owner === undefined || repo === undefined ? undefined : { owner, repo };
}
/** The newest releases that are for everyone; none where the repository cannot be read, which is nobody's fault. */
async function readReleases(github, source) {
    const releases = [];
    try {
        for (let page = 1; page <= PAGES; page++) {
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
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
    }
    return releases;
}
function parseRelease(data, { owner, repo }) {
    const tag = (0,json/* textAt */.$6)(data, 'tag_name');
    if (tag === undefined || (0,json/* valueAt */.fK)(data, 'draft') === true || (0,json/* valueAt */.fK)(data, 'prerelease') === true)
        return [];
    const publishedMs = Date.parse((0,json/* textAt */.$6)(data, 'published_at') ?? '');
    return [
        {
            tag,
            url: `https://github.com/${owner}/${repo}/releases/tag/${encode(tag)}`,
            body: (0,json/* textAt */.$6)(data, 'body') ?? '',
            publishedMs: Number.isNaN(publishedMs) ? undefined : publishedMs,
        },
    ];
}
function compareUrl({ owner, repo }, from, to) {
    return `https://github.com/${owner}/${repo}/compare/${encode(from)}...${encode(to)}`;
}
/** A bracket would end the address in Markdown. */
const encode = (tag) => encodeURIComponent(tag).replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

;// CONCATENATED MODULE: ./src/commands/refresh/select.ts


/** Names a version of an image, whatever it replaces. */
const versionName = ({ image, tag, digest }) => `${image.name}:${tag}@${digest}`;
/** Images of one upstream that are at one version stay at one: web and worker of two versions do not fit. */
function holdBackPartialGroups(looks) {
    const found = looks.flatMap(({ newer }) => newer ?? []);
    return choose(found, (newer) => {
        const behind = looks.filter((other) => areTogether(other.image, newer) && other.newer?.tag !== newer.tag);
        if (behind.length === 0)
            return undefined;
        const names = behind.map(({ image }) => `**${image.name}**`).join(', ');
        return `**${newer.image.name}** waits: ${names}, made together with it, cannot go to ${(0,text_markdown/* code */.aY)(newer.tag)} yet.`;
    });
}
function areTogether(other, { image, source: label }) {
    const [ours, theirs] = [
        sourceRepository(image.repository, label),
        sourceRepository(other.repository, label),
    ];
    const isOfOne = other.registry === image.registry && other.repository.split('/')[0] === image.repository.split('/')[0];
    return (isOfOne &&
        other.tag === image.tag &&
        ours !== undefined &&
        `${ours.owner}/${ours.repo}` === `${theirs?.owner ?? ''}/${theirs?.repo ?? ''}`);
}
/** @param declined by {@link versionName} */
function dropDeclined(found, declined) {
    return choose(found, (newer) => {
        const pull = declined.get(versionName(newer));
        return (pull &&
            `**${newer.image.name}** ${(0,text_markdown/* code */.aY)(newer.tag)} was proposed in [#${pull.number}](${pull.url}), which was closed without being merged, so it is not proposed again. If it is wanted after all, write it into the file by hand, or reopen that one.`);
    });
}
function choose(found, objection) {
    const judged = found.map((newer) => ({ newer, remark: objection(newer) }));
    return {
        taken: judged.filter(({ remark }) => remark === undefined).map(({ newer }) => newer),
        remarks: judged.flatMap(({ remark }) => remark ?? []),
    };
}
/**
 * Whether nobody has to look first: it goes forward, stands for what it always stood for, is known to be old enough,
 * and was not taken in and back before.
 *
 * @param before versions that were committed, by {@link versionName}
 */
function isSafeToCommit(newer, { minAgeMs, before }) {
    const goesOn = newer.kind === 'newer' || newer.kind === 'moved';
    return goesOn && (newer.ageMs !== undefined || minAgeMs === 0) && !before.has(versionName(newer));
}

;// CONCATENATED MODULE: ./src/github/workflow.ts

const workflow_ATTEMPTS = 3;
const workflow_PAUSE_MS = 2_000;
/**
 * Starts a workflow that has `workflow_dispatch`. Of what the token of a workflow does, this and `repository_dispatch`
 * alone start a run (https://docs.github.com/actions/concepts/security/github_token).
 *
 * Where the answer is lost, it is started again: a deployment that finds nothing to do does no harm.
 *
 * @param file its name in `.github/workflows`, as in `deploy.yml`
 * @throws GitHubError
 */
async function startWorkflow(github, { file, branch }) {
    for (let attempt = 1;; attempt++) {
        try {
            await github.octokit.request('POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches', {
                ...github.repo,
                workflow_id: file,
                ref: branch,
            });
            return;
        }
        catch (error) {
            if (!(error instanceof github_error/* GitHubError */.y_) || !error.isUncertain || attempt >= workflow_ATTEMPTS)
                throw error;
            await github.clock.sleep(workflow_PAUSE_MS * attempt);
        }
    }
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./src/github/octokit.ts
var octokit = __webpack_require__(6702);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs_inputs = __webpack_require__(6103);
;// CONCATENATED MODULE: ./src/commands/refresh/destination.ts




/**
 * @returns undefined where nothing is to be written
 * @throws InvalidInput where there is no branch to write to, or nothing to write with
 */
function destinationFor(inputs, { context, github, env }) {
    if (inputs.dryRun)
        return undefined;
    if (github === undefined)
        throw new inputs_inputs/* InvalidInput */.o(`github-token: is empty; refresh ${inputs.mode === 'direct' ? 'commits' : 'opens a pull request'} with it`);
    const base = baseOf(context, inputs.branch);
    return { inputs, context, github, base, workspace: env['GITHUB_WORKSPACE'] ?? '.' };
}
async function openDestination({ githubToken: token }, { apiUrl, repository }, runtime) {
    if (token === undefined)
        return undefined;
    runtime.log.mask(token);
    return (0,octokit/* openGitHub */.o)({ token, apiUrl, repository }, runtime);
}
function baseOf({ ref }, branch) {
    const base = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
    if (base === undefined)
        throw new inputs_inputs/* InvalidInput */.o(`command: refresh changes a branch, and this run is for '${ref}'; start it by schedule, workflow_dispatch or push`);
    if (base === branch)
        throw new inputs_inputs/* InvalidInput */.o(`branch: '${branch}' is the one that this run is for; give another`);
    return base;
}
/**
 * Path of the file in the repository.
 * @throws InvalidInput when the file is not the one of the commit: what else is in it would be committed too
 */
async function committedPath(text, place) {
    const { inputs, context, github, workspace } = place;
    const path = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(inputs.images)).split(external_node_path_.sep).join('/');
    if (path.startsWith('../') || path.startsWith('/'))
        throw new inputs_inputs/* InvalidInput */.o(`images: '${inputs.images}' is not in the workspace, so that no commit can change it`);
    const committed = await (0,github_branch/* readFileAt */._T)(github, { path, sha: context.sha });
    if (committed === text)
        return path;
    const what = committed === undefined ? 'has no such file' : 'has another file there';
    throw new inputs_inputs/* InvalidInput */.o(`images: commit ${context.sha.slice(0, 7)} ${what} (${path}); check out the repository into the workspace, and change nothing before this step`);
}

;// CONCATENATED MODULE: ./src/commands/refresh/commit.ts








/** Versions that were committed to the branch before; who does not have them now has taken them back. */
async function committedBefore(text, place) {
    const path = await committedPath(text, place);
    const messages = await (0,github_branch/* messagesOf */.cr)(place.github, { path, branch: place.base });
    return new Set(messages.flatMap(refreshedIn));
}
/**
 * Commits the changed file to the branch that this run is for, and starts the workflow that deploys it.
 * @throws InvalidInput, GitHubError
 */
async function commitFile({ text, changed }, report, place) {
    const { context, github, base } = place;
    const path = await committedPath(text, place);
    const message = renderMessage(report.updates);
    const commit = await (0,github_branch/* commitTo */.v$)(github, base, { path, old: text, content: changed, message });
    if (commit === undefined) {
        const why = `${base} has another ${path} by now, so nothing is committed. Start the workflow anew; to re-run this one would look at the old commit again`;
        return { told: `❌ ${(0,text_markdown/* code */.aY)(why)}`, failure: { reason: 'github-failed', message: why } };
    }
    const { owner, name } = context.repository;
    const url = `${context.serverUrl}/${owner}/${name}/commit/${commit}`;
    const told = `Committed [${commit.slice(0, 7)}](${url}) to ${(0,text_markdown/* code */.aY)(base)}: ${(0,text_markdown/* prose */.CS)(renderTitle(report.updates))}.`;
    return { commit, ...(await deploy(told, commit, place)) };
}
async function deploy(told, commit, { inputs, github, base }) {
    const file = inputs.deployWorkflow;
    const has = `${base} has commit ${commit.slice(0, 7)}`;
    if (file === undefined) {
        if ((await (0,token_owner/* tokenOwnerId */.K)(github)) !== token_owner/* ACTIONS_ID */.A)
            return { told };
        const warning = `${has}, and nothing deploys it: what is committed with the token of a workflow starts none. Give deploy-workflow, or the token of a GitHub App`;
        return { told, warnings: [warning] };
    }
    try {
        await startWorkflow(github, { file, branch: base });
        return { told: `${told} Started ${(0,text_markdown/* code */.aY)(file)} to deploy it.` };
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        const message = `${has}, and ${file} was not started: start it by hand. ${error.message}`;
        return { told: `${told}\n\n❌ ${(0,text_markdown/* code */.aY)(message)}`, failure: { reason: 'github-failed', message } };
    }
}

;// CONCATENATED MODULE: ./src/commands/refresh/propose.ts




/**
 * Proposes the changed file.
 *
 * @param baseSha the commit to build on, where it is not that of the run
 * @throws InvalidInput, GitHubError
 */
async function proposeFile({ text, changed }, report, { place, baseSha = place.context.sha }) {
    const { inputs, github, base } = place;
    const path = await committedPath(text, place);
    const { branch } = inputs;
    const title = renderTitle(report.updates);
    const proposed = await propose(github, {
        ...{ base, baseSha, branch, path, title },
        content: changed,
        body: renderPull(report),
    });
    if (proposed.kind === 'foreign')
        return foreign(branch, proposed.pull);
    const { kind, pull, sha } = proposed;
    const verb = { opened: 'Opened', updated: 'Updated', unchanged: 'There is already' }[kind];
    return { told: `${verb} ${linkTo(pull)}: ${(0,text_markdown/* prose */.CS)(title)}`, pull, sha };
}
/** Closes what an earlier run proposed and nothing speaks for any more. @param why Markdown, a sentence */
async function withdrawPull(place, why = `Nothing is newer than what ${(0,text_markdown/* code */.aY)(place.base)} has: this was merged otherwise, declined, or withdrawn upstream.`) {
    const { inputs, context, github, base } = place;
    const { branch } = inputs;
    const comment = `${why} Closed by [a refresh](${context.runUrl}).`;
    const withdrawn = await withdraw(github, { branch, base, baseSha: context.sha, why: comment });
    switch (withdrawn.kind) {
        case 'absent':
            return { told: '' };
        case 'foreign':
            return foreign(branch, withdrawn.pull);
        case 'closed':
            return { told: `Closed ${linkTo(withdrawn.pull)}, which nothing speaks for any more.` };
    }
}
function foreign(branch, pull) {
    const what = pull === undefined ? `the branch ${branch}` : `pull request #${pull.number}`;
    const warning = `Someone else has pushed to ${branch}, so ${what} is left as it is: merge or close it, and delete the branch`;
    return { told: '', warnings: [warning], pull };
}
const linkTo = ({ number, url }) => `[#${number}](${url})`;

// EXTERNAL MODULE: ./src/commands/registries.ts + 3 modules
var commands_registries = __webpack_require__(7562);
;// CONCATENATED MODULE: ./src/commands/refresh/release-history.ts


/** What GitHub knows of where images are made; each repository is asked once. */
class Upstream {
    github;
    known = new Map();
    /** @param github undefined where there is no token, or a GitHub that is not theirs */
    constructor(github) {
        this.github = github;
    }
    async releasedMs(image, tag, source) {
        const releases = await this.releasesOf(sourceRepository(image.repository, source));
        return find(releases, tag)?.publishedMs;
    }
    async update(newer) {
        const { image, tag: to, digest: toDigest, kind, ageMs, size, oldSize } = newer;
        const { name, tag: from, digest: fromDigest } = image;
        const source = sourceRepository(image.repository, newer.source);
        const releases = await this.releasesOf(source);
        const [old, fresh] = [find(releases, from), find(releases, to)];
        const isPair = source !== undefined && old !== undefined && fresh !== undefined && old.tag !== fresh.tag;
        return {
            ...{ name, from, to, fromDigest, toDigest, kind, ageMs, size, oldSize },
            releaseUrl: fresh?.url,
            compareUrl: isPair ? compareUrl(source, old.tag, fresh.tag) : undefined,
        };
    }
    /** Notes of what lies between, once for images that are made together. */
    async notes(all) {
        const notes = new Map();
        for (const { image, tag: to, source: label } of all) {
            const source = sourceRepository(image.repository, label);
            if (source === undefined)
                continue;
            const key = `${source.owner}/${source.repo} ${image.tag} ${to}`;
            const names = [...(notes.get(key)?.names ?? []), image.name];
            const releases = between(await this.releasesOf(source), image.tag, to);
            notes.set(key, { names, from: image.tag, to, releases });
        }
        return [...notes.values()];
    }
    async releasesOf(source) {
        if (this.github === undefined || source === undefined)
            return [];
        const key = `${source.owner}/${source.repo}`;
        const known = this.known.get(key) ?? readReleases(this.github, source).then((all) => all.flatMap(versioned));
        this.known.set(key, known);
        return known;
    }
}
/** ClickHouse names a release `v25.12.11.4-stable`, and the image of it `25.12.11.4`. */
function versioned(release) {
    const version = parseVersion(release.tag.replace(/-(?:stable|lts)$/, ''));
    return version === undefined || version.suffix !== '' ? [] : [{ ...release, version }];
}
/** A suffix of an image, as in `-alpine`, is of its build. */
function numbersIn(tag) {
    const version = parseVersion(tag);
    return version && { ...version, suffix: '' };
}
function find(releases, tag) {
    const version = numbersIn(tag);
    return version && releases.find((one) => compareVersions(one.version, version) === 0);
}
/** After the one, up to the other, newest first. */
function between(releases, from, to) {
    const [first, last] = [numbersIn(from), numbersIn(to)];
    if (first === undefined || last === undefined)
        return [];
    return releases
        .filter(({ version }) => compareVersions(version, first) > 0 && compareVersions(version, last) <= 0)
        .sort((a, b) => compareVersions(b.version, a.version));
}

;// CONCATENATED MODULE: ./src/commands/refresh/refresh.ts
















/** Looks for newer images, and proposes them in one pull request, or commits them. */
async function refresh(inputs, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    const github = await openDestination(inputs, context, runtime);
    const place = destinationFor(inputs, { context, github, env: runtime.env });
    const { text, images } = await (0,images_file/* readImages */.H)(inputs.images, runtime);
    const chosen = (0,images_file/* choose */.S)(images, inputs.only);
    // The releases of others are on github.com, whichever GitHub this is.
    const upstream = new Upstream(context.serverUrl === 'https://github.com' ? github : undefined);
    const looks = await lookAtAll(chosen, { inputs, upstream, runtime });
    const fitting = holdBackPartialGroups(looks);
    const common = {
        looked: chosen.length,
        runUrl: context.runUrl,
        failures: looks.flatMap((look) => 'error' in look ? [{ name: look.image.name, reason: wordsOf(look.error) }] : []),
    };
    const remarks = [...looks.flatMap((look) => ('error' in look ? [] : look.remarks)), ...fitting.remarks];
    const search = {
        ...{ inputs, place, text },
        found: fitting.taken,
        failure: failureOf(looks),
        report: async (newer, more = []) => ({
            ...common,
            updates: await Promise.all(newer.map((one) => upstream.update(one))),
            notes: await upstream.notes(newer),
            remarks: [...remarks, ...more],
        }),
    };
    return settle(search, runtime);
}
/** Does what the mode asks for, and tells; what GitHub refuses is a failure beside what was found. */
async function settle(search, runtime) {
    const { inputs, found } = search;
    const { report, outcome } = await act(search).catch(async (error) => {
        const outcome = refused(error);
        return { report: await search.report(found), outcome };
    });
    for (const { name, from, to } of report.updates)
        runtime.log.info(`${name}: ${from} → ${to}`);
    const updates = report.updates.map(({ name, from, to, toDigest }) => [name, { from, to, digest: toDigest }]);
    return {
        outputs: {
            updated: String(report.updates.length),
            updates: JSON.stringify(Object.fromEntries(updates)),
            'pull-request-url': outcome.pull?.url ?? '',
            'pull-request-number': outcome.pull?.number.toString() ?? '',
            'pull-request-sha': outcome.sha ?? '',
            commit: outcome.commit ?? '',
        },
        summary: renderRefresh(report, { mode: inputs.dryRun ? 'dry-run' : inputs.mode, outcome: outcome.told }),
        warnings: outcome.warnings ?? [],
        annotations: [],
        failure: outcome.failure ?? search.failure,
    };
}
/** @throws whatever is not GitHub's refusal */
function refused(error) {
    if (!(error instanceof github_error/* GitHubError */.y_))
        throw error;
    const { message } = error;
    return { told: `❌ ${(0,text_markdown/* code */.aY)(message)}`, failure: { reason: 'github-failed', message } };
}
async function act(search) {
    const { inputs, place, found, failure } = search;
    if (place === undefined) {
        const report = await search.report(found);
        const would = `Nothing was written (${(0,text_markdown/* code */.aY)('dry-run')}).`;
        const told = found.length > 0 ? `${would} It would be: ${renderTitle(report.updates)}` : '';
        return { report, outcome: { told } };
    }
    const declined = found.length === 0 ? new Map() : await findDeclined(place.github, placeIn(place));
    const { taken, remarks } = dropDeclined(found, declined);
    const report = await search.report(taken, remarks);
    if (taken.length > 0)
        return { report, outcome: await take(taken, report, { place, search }) };
    // Whoever looked at some, or could not look at all, does not know that nothing is newer.
    const isSure = failure === undefined && inputs.only.length === 0;
    return { report, outcome: isSure ? await withdrawPull(place) : { told: '' } };
}
const placeIn = ({ inputs: { branch }, base }) => ({ branch, base });
/** Commits what nobody has to look at, where that is wanted, and proposes the rest. */
async function take(taken, report, { place, search }) {
    const { inputs, text } = search;
    const changed = updateReferences(text, inputs.images, taken);
    const before = inputs.mode === 'direct' ? await committedBefore(text, place) : undefined;
    const safe = before === undefined
        ? []
        : taken.filter((one) => isSafeToCommit(one, { minAgeMs: inputs.minAgeMs, before }));
    if (safe.length === 0)
        return proposeFile({ text, changed }, report, { place });
    const file = { text, changed: updateReferences(text, inputs.images, safe) };
    const committed = await commitFile(file, await search.report(safe), place);
    const { commit } = committed;
    if (commit === undefined)
        return committed;
    const rest = taken.filter((one) => !safe.includes(one));
    const proposed = rest.length === 0
        ? withdrawPull(place, `${(0,text_markdown/* code */.aY)(place.base)} has newer versions, by ${commit}.`)
        : proposeFile({ text, changed }, await search.report(rest), { place, baseSha: commit });
    // What is committed is committed, whatever becomes of the other.
    const other = await proposed.catch(refused);
    return {
        ...other,
        ...committed,
        told: [committed.told, other.told].filter((told) => told !== '').join('\n\n'),
        warnings: [...(committed.warnings ?? []), ...(other.warnings ?? [])],
    };
}
async function lookAtAll(images, { inputs, upstream, runtime }) {
    const none = { registry: undefined, createRepositories: false, dryRun: true };
    const registries = new commands_registries/* Registries */.I({ aws: inputs.aws, ...none }, runtime, runtime.log.info);
    const common = {
        nowMs: runtime.clock.now(),
        minAgeMs: inputs.minAgeMs,
        releasedMs: upstream.releasedMs.bind(upstream),
    };
    const looks = images.map(async (image) => {
        try {
            return await findUpdate(image, { ...common, registry: registries.source(image.registry) });
        }
        catch (error) {
            return { image, error };
        }
    });
    return Promise.all(looks);
}
/** One image that cannot be looked at does not keep the others from being proposed. */
function failureOf(looks) {
    const failed = looks.filter((look) => 'error' in look);
    const [first] = failed;
    if (first === undefined)
        return undefined;
    const lines = failed.map(({ image, error }) => `${image.name}: ${wordsOf(error)}`);
    const head = `${failed.length} of ${looks.length} images could not be looked at`;
    return { reason: reasonFor(first.error), message: [head, ...lines].join('\n') };
}
function reasonFor(error) {
    return error instanceof http_error/* HttpError */.j && error.status === 429 ? 'rate-limited' : (0,failure/* reasonOf */.A)(error);
}
const wordsOf = (error) => (error instanceof Error ? error.message : String(error));


/***/ }),

/***/ 6675:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Rs: () => (/* binding */ getBranchHead),
/* harmony export */   Rw: () => (/* binding */ commitOn),
/* harmony export */   _T: () => (/* binding */ readFileAt),
/* harmony export */   cr: () => (/* binding */ messagesOf),
/* harmony export */   ob: () => (/* binding */ moveBranch),
/* harmony export */   v$: () => (/* binding */ commitTo)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);


/** The commit that a branch points to; undefined when there is no such branch. */
async function getBranchHead(github, branch) {
    const ref = `heads/${branch}`;
    const data = await orUndefined(github.octokit.request('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...github.repo, ref }));
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'object', 'sha');
}
/** A file of a commit; undefined when the commit has none there. */
async function readFileAt(github, { path, sha }) {
    const data = await orUndefined(github.octokit.request('GET /repos/{owner}/{repo}/contents/{path}', { ...github.repo, path, ref: sha }));
    const content = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'content');
    return content === undefined ? undefined : Buffer.from(content, 'base64').toString('utf8');
}
/**
 * Makes a commit that no branch points to yet.
 * Without author and committer GitHub names the owner of the token, and signs where that is an app.
 */
async function commitOn(github, parent, { path, content, message }) {
    const { data: base } = await github.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
        ...github.repo,
        commit_sha: parent,
    });
    const { data: tree } = await github.octokit.request('POST /repos/{owner}/{repo}/git/trees', {
        ...github.repo,
        base_tree: base.tree.sha,
        tree: [{ path, mode: '100644', type: 'blob', content }],
    });
    const { data: made } = await github.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
        ...github.repo,
        message,
        tree: tree.sha,
        parents: [parent],
    });
    return made.sha;
}
/** @param force also where the branch loses commits by it */
async function moveBranch(github, { branch, sha, force }) {
    const ref = `heads/${branch}`;
    await github.octokit.request('PATCH /repos/{owner}/{repo}/git/refs/{ref}', {
        ...github.repo,
        ref,
        sha,
        force,
    });
}
/** Messages of the last hundred commits of a branch that touched a file, the newest first. */
async function messagesOf(github, { path, branch }) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits', {
        ...github.repo,
        path,
        sha: branch,
        per_page: 100,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).flatMap((one) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(one, 'commit', 'message') ?? []);
}
const ATTEMPTS = 3;
/**
 * Commits a file to a branch itself, on top of what others have pushed meanwhile.
 *
 * @param old the file as the change was made from
 * @returns the commit; undefined when the file of the branch is another by now
 * @throws GitHubError
 */
async function commitTo(github, branch, { old, ...change }) {
    for (let attempt = 1;; attempt++) {
        const tip = await getBranchHead(github, branch);
        const now = tip && (await readFileAt(github, { path: change.path, sha: tip }));
        // As an attempt has left it whose answer was lost.
        if (now === change.content)
            return tip;
        if (tip === undefined || now !== old)
            return undefined;
        try {
            const sha = await commitOn(github, tip, change);
            await moveBranch(github, { branch, sha, force: false });
            return sha;
        }
        catch (error) {
            if (attempt >= ATTEMPTS || !isWorthAnother(error))
                throw error;
        }
    }
}
function isWorthAnother(error) {
    return error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && (error.isUncertain || /not a fast forward/i.test(error.words));
}
async function orUndefined(request) {
    try {
        return (await request).data;
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 404)
            return undefined;
        throw error;
    }
}


/***/ }),

/***/ 9556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   hx: () => (/* binding */ asPullRequest),
/* harmony export */   yI: () => (/* binding */ readContext)
/* harmony export */ });
/* unused harmony export InvalidContext */
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);

/** The step was started without what the runner gives to every step. */
class InvalidContext extends Error {
    name = 'InvalidContext';
}
/**
 * Reads what the runner says on the run and the event
 * (https://docs.github.com/actions/reference/workflows-and-actions/variables).
 */
async function readContext(env, readFile) {
    const payload = await readPayload(variable(env, 'GITHUB_EVENT_PATH'), readFile);
    const run = readRun(env, payload);
    const name = variable(env, 'GITHUB_EVENT_NAME');
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
            return { ...run, ...readPullRequest(name, payload) };
        case 'push':
            return { ...run, event: name, isDefaultBranch: run.ref === defaultRef(payload) };
        case 'merge_group':
            return { ...run, ...readMergeGroup(payload) };
        case 'schedule':
        case 'workflow_dispatch':
            return { ...run, event: name };
        default:
            return { ...run, event: 'other', name };
    }
}
/** A run that looks after a pull request of this repository which did not start it. */
function asPullRequest(run, { number, headSha }) {
    return {
        ...run,
        event: 'pull_request',
        trigger: 'pull_request',
        number,
        headSha,
        baseSha: run.sha,
        baseRef: run.ref.replace(/^refs\/heads\//, ''),
        isFork: false,
        author: run.actor,
    };
}
function readRun(env, payload) {
    const fullName = variable(env, 'GITHUB_REPOSITORY');
    const [owner = '', name = '', ...rest] = fullName.split('/');
    if (owner === '' || name === '' || rest.length > 0) {
        throw new InvalidContext(`GITHUB_REPOSITORY: '${fullName}' is not owner/name`);
    }
    const serverUrl = env['GITHUB_SERVER_URL'] || 'https://github.com';
    const runId = variable(env, 'GITHUB_RUN_ID');
    const runAttempt = env['GITHUB_RUN_ATTEMPT'] || '1';
    const payloadId = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'repository', 'id')?.toString();
    return {
        repository: {
            owner,
            name,
            id: env['GITHUB_REPOSITORY_ID'] || payloadId || variable(env, 'GITHUB_REPOSITORY_ID'),
        },
        runId,
        runAttempt,
        runUrl: `${serverUrl}/${owner}/${name}/actions/runs/${runId}/attempts/${runAttempt}`,
        serverUrl,
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        actor: env['GITHUB_ACTOR'] ?? '',
        workflow: env['GITHUB_WORKFLOW'] ?? '',
        sha: commit(variable(env, 'GITHUB_SHA'), 'GITHUB_SHA'),
        ref: env['GITHUB_REF'] ?? '',
    };
}
function readPullRequest(trigger, payload) {
    const number = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'number');
    const baseRef = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'base', 'ref');
    if (number === undefined || baseRef === undefined)
        throw lacking(trigger, 'pull_request');
    // The repository of the head is null once the fork is deleted; what is not known to be ours is a fork.
    const headId = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'head', 'repo', 'id');
    return {
        event: 'pull_request',
        trigger,
        number,
        headSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'pull_request', 'head', 'sha'), 'pull_request.head.sha'),
        baseSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'pull_request', 'base', 'sha'), 'pull_request.base.sha'),
        baseRef,
        isFork: headId === undefined || headId !== (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .numberAt */ .tk)(payload, 'pull_request', 'base', 'repo', 'id'),
        author: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'pull_request', 'user', 'login') ?? 'ghost',
    };
}
function readMergeGroup(payload) {
    const baseRef = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'merge_group', 'base_ref');
    if (baseRef === undefined)
        throw lacking('merge_group', 'merge_group');
    return {
        event: 'merge_group',
        headSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'merge_group', 'head_sha'), 'merge_group.head_sha'),
        baseSha: commit((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(payload, 'merge_group', 'base_sha'), 'merge_group.base_sha'),
        baseRef: baseRef.replace(/^refs\/heads\//, ''),
    };
}
function defaultRef(payload) {
    return `refs/heads/${(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(payload, 'repository', 'default_branch') ?? ''}`;
}
async function readPayload(path, readFile) {
    try {
        const payload = JSON.parse(await readFile(path));
        return payload;
    }
    catch (cause) {
        const why = cause instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
        throw new InvalidContext(`GITHUB_EVENT_PATH: '${path}' ${why}; the runner writes it for each event`, {
            cause,
        });
    }
}
function variable(env, name) {
    const value = env[name];
    if (value)
        return value;
    throw new InvalidContext(`${name}: is not set; GitHub's runner sets it, so run this as a step of a workflow, ` +
        'and do not empty the environment before it');
}
/** SHA-1, or SHA-256 where a repository has it. */
function commit(value, name) {
    if (typeof value === 'string' && /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(value))
        return value;
    throw new InvalidContext(`${name}: ${JSON.stringify(value)} is not the id of a commit`);
}
function lacking(event, key) {
    return new InvalidContext(`GITHUB_EVENT_PATH: the file has no '${key}' although the event is ${event}; ` +
        'GITHUB_EVENT_NAME and GITHUB_EVENT_PATH must belong together');
}


/***/ }),

/***/ 6661:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jz: () => (/* binding */ isRateLimited),
/* harmony export */   xS: () => (/* binding */ factsOf),
/* harmony export */   y_: () => (/* binding */ GitHubError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4212);


/** A request to GitHub that failed; the message says which, why, and what to do. */
class GitHubError extends Error {
    facts;
    name = 'GitHubError';
    status;
    words;
    constructor(facts, options) {
        const { method, path, status, words } = facts;
        const said = status === undefined ? 'was not answered' : `answered ${status}`;
        super(`${method} ${path} ${said}: ${words.replace(/\.$/, '')}. ${advise(facts)}`, options);
        this.facts = facts;
        this.status = status;
        this.words = words;
    }
    /** Whether GitHub may have done what was asked, although no answer says so. */
    get isUncertain() {
        return this.status === undefined || this.status >= 500;
    }
}
/** Reads whatever Octokit throws: its RequestError has a status even where no answer came, but then no response. */
function factsOf(error, request) {
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) ? error : {};
    const answered = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(fields['response']);
    const headers = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(fields, 'response', 'headers');
    return {
        method: request.method,
        path: pathOf((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(fields, 'request', 'url') ?? request.url),
        status: answered && typeof fields['status'] === 'number' ? fields['status'] : undefined,
        words: wordsOf((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(fields, 'response', 'data'), error),
        headers: (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(headers) ? headers : {},
    };
}
function wordsOf(data, error) {
    const errors = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(data, 'errors');
    const details = Array.isArray(errors)
        ? errors.map((one) => (typeof one === 'string' ? one : (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(one, 'message')))
        : [];
    const said = [(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(data, 'message'), ...details].filter((text) => text !== undefined);
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .toPrintableLine */ .Ld)((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(said.join(': ') || innermost(error))) || 'no reason given';
}
/** `fetch failed` says nothing; the error that caused it does, and where several did, at least its code. */
function innermost(error) {
    const cause = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(error, 'cause');
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(cause))
        return innermost(cause);
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(error, 'message') || (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(error, 'code') || '';
}
const pathOf = (url) => (URL.canParse(url) ? new URL(url).pathname : url);
/**
 * Primary and secondary limits, which GitHub tells as 429 or 403
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
function isRateLimited({ status, headers, words }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    return (headers['retry-after'] !== undefined ||
        headers['x-ratelimit-remaining'] === '0' ||
        /secondary rate limit|abuse detection/i.test(words));
}
function advise(facts) {
    if (isRateLimited(facts))
        return `The rate limit of the token is used up: run the job again ${later(facts)}.`;
    if (/not accessible by/i.test(facts.words))
        return permit(facts);
    if (/not permitted to create or approve/i.test(facts.words))
        return PULLS_BY_ACTIONS;
    if (RULES.test(facts.words))
        return PROTECTED;
    if (/disabled workflow/i.test(facts.words))
        return 'Switch it on: `gh workflow enable`.';
    if (/workflow_dispatch/.test(facts.words))
        return 'Give the workflow the trigger `workflow_dispatch`.';
    switch (facts.status) {
        case undefined:
            return 'Check the network, HTTPS_PROXY and GITHUB_API_URL, and run the job again.';
        case 401:
            return 'The token is wrong or has expired: check github-token.';
        case 403:
            return 'The token may not do this: check github-token.';
        case 404:
            return `It does not exist, or the token may not see it. ${permit(facts)}`;
        case 410:
            return 'It was deleted or is switched off: issues are switched on in the settings of the repository.';
        default:
            return facts.status >= 500
                ? 'This is a passing fault of GitHub (https://www.githubstatus.com): run the job again.'
                : "This looks like a fault of langfuse-deploy's: please report it.";
    }
}
const PULLS_BY_ACTIONS = "Allow it in the repository's settings, under Actions, General: 'Allow GitHub Actions to create and approve pull requests'; " +
    'or give github-token the token of a GitHub App.';
/** Rulesets and the older branch protection have words of their own. */
const RULES = /rule violations|protected branch|through a pull request|required status check|approving review|reference update failed/i;
const PROTECTED = 'The rules of the branch want a pull request, or checks before: use `mode: pull-request`, ' +
    'or let the GitHub App whose token it is bypass them.';
function later({ headers }) {
    const reset = Number(headers['x-ratelimit-reset']);
    const known = headers['x-ratelimit-remaining'] === '0' && reset > 0;
    return known ? `after ${new Date(reset * 1000).toISOString()}` : 'in some minutes';
}
/** GitHub names the permissions that would do, as in `issues=write; pull_requests=write`. */
function permit({ headers, path }) {
    const named = headers['x-accepted-github-permissions'];
    const accepted = typeof named === 'string' ? [...(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_1__/* .escapeWorkflowCommands */ .Fy)(named).matchAll(/(\w+)=(\w+)/g)] : [];
    const permissions = accepted.map(([, name = '', level = '']) => `\`${name.replaceAll('_', '-')}: ${level}\``);
    const usual = path.includes('/actions/') ? '`actions: write`' : '`pull-requests: write`';
    const wanted = permissions.length > 0 ? permissions.join(' or ') : usual;
    return (`Allow ${wanted} in the permissions of the job; ` +
        'pull requests from forks and by Dependabot get a token that may only read.');
}


/***/ }),

/***/ 6702:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ graphql),
/* harmony export */   o: () => (/* binding */ openGitHub)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1789);


const TRIES = 5;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 15_000;
/** GitHub asks for at least this long where it names no time. */
const RATE_LIMIT_DELAY_MS = 60_000;
/** A primary limit may last an hour, which costs more than a job that is run again. */
const LONGEST_WAIT_MS = 180_000;
const ANSWER_TIMEOUT_MS = 30_000;
/** Who waits longer is told for what. */
const SILENT_WAIT_MS = 10_000;
/**
 * Opens a repository. A failure is a GitHubError, after as many tries as its kind deserves.
 *
 * Octokit's plugins for this need Bottleneck, wait an hour for a primary limit, repeat requests that
 * may have been done, and take no clock.
 */
async function openGitHub(access, runtime) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(119), __webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__, 2413));
    const silent = () => undefined;
    const octokit = getOctokit(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'langfuse-deploy',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    octokit.hook.wrap('request', (request, options) => retry(options, runtime, async () => {
        const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
        const response = await request({ ...options, request: { ...options.request, signal } });
        if (!isBroken(response))
            return response;
        const error = new Error('the answer broke off, or is not one that GitHub gives');
        throw Object.assign(error, { request: { url: response.url } });
    }));
    const { owner, name: repo } = access.repository;
    return { octokit, repo: { owner, repo }, clock: runtime.clock };
}
async function retry(request, runtime, attempt) {
    let waitedMs = 0;
    for (let tryNumber = 1;; tryNumber++) {
        try {
            return await attempt();
        }
        catch (cause) {
            const facts = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(cause, request);
            const wait = waitBeforeNext(facts, tryNumber, runtime.clock);
            if (wait === undefined || tryNumber >= TRIES || waitedMs + wait > LONGEST_WAIT_MS) {
                throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_(facts, { cause });
            }
            waitedMs += wait;
            if (wait > SILENT_WAIT_MS) {
                runtime.log.info(`Waiting ${Math.ceil(wait / 1000)} s for GitHub: ${facts.words}`);
            }
            await runtime.clock.sleep(wait);
        }
    }
}
/** Undefined when another try is of no use, or may do twice what is meant once. */
function waitBeforeNext(facts, tryNumber, clock) {
    // A request that met a limit was not done, whatever it asked for.
    if ((0,_error__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(facts))
        return rateLimitWait(facts, tryNumber);
    const isPassing = facts.status === undefined || facts.status >= 500;
    // A POST may have been done although its answer was lost; who sent it must look before sending it again.
    const isOnce = facts.method === 'POST' && !facts.path.endsWith('/graphql');
    if (!isPassing || isOnce)
        return undefined;
    const ceiling = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (tryNumber - 1));
    return ceiling * (0.5 + clock.random() / 2);
}
function rateLimitWait({ headers }, tryNumber) {
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return seconds * 1000;
    // Measured by GitHub's clock on both sides, since that of a runner may be off.
    const now = Date.parse((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(headers, 'date') ?? '');
    const reset = Number(headers['x-ratelimit-reset']) * 1000;
    if (headers['x-ratelimit-remaining'] === '0' && reset > 0 && now > 0)
        return Math.max(0, reset - now) + 1000;
    return RATE_LIMIT_DELAY_MS * 2 ** (tryNumber - 1);
}
/** Octokit takes JSON that broke off for an empty text, and a page in HTML for an answer. */
function isBroken(response) {
    const type = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(response, 'headers', 'content-type') ?? '';
    const isText = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(response, 'data') !== undefined;
    return isText && (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(response, 'status') !== 204 && /json|html/.test(type);
}
/**
 * Asks the GraphQL endpoint for what may be done twice, since it may be.
 * @throws GitHubError when it answers with errors, which it does with status 200
 */
async function graphql({ octokit }, query, variables) {
    try {
        const data = await octokit.graphql(query, variables);
        return data;
    }
    catch (cause) {
        if (cause instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            throw cause;
        const facts = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .factsOf */ .xS)(cause, { method: 'POST', url: '/graphql' });
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_({ ...facts, status: 200 }, { cause });
    }
}


/***/ }),

/***/ 3592:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ ACTIONS_ID),
/* harmony export */   K: () => (/* binding */ tokenOwnerId)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6661);
/* harmony import */ var _octokit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1789);



/** `github-actions[bot]`, whom the token of every workflow belongs to. */
const ACTIONS_ID = 41_898_282;
/**
 * The id of the token's owner: a login can change hands.
 * GraphQL tells every kind of token whose it is; REST has `/user` for people only, and nothing for installations.
 */
async function tokenOwnerId(github) {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(await (0,_octokit__WEBPACK_IMPORTED_MODULE_1__/* .graphql */ .U)(github, 'query { viewer { databaseId } }', {}), 'viewer', 'databaseId');
    if (id !== undefined)
        return id;
    const words = 'GitHub does not say whom the token belongs to';
    throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_({ method: 'POST', path: '/graphql', status: 200, words, headers: {} });
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

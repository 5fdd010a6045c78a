export const id = 2797;
export const ids = [2797];
export const modules = {

/***/ 28786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ redactOutcome),
/* harmony export */   Fk: () => (/* binding */ withOutputs),
/* harmony export */   ki: () => (/* binding */ redactError)
/* harmony export */ });
/** Adds outputs to an outcome. */
function withOutputs(outcome, { outputs: added }) {
    const outputs = { ...outcome.outputs, ...added };
    return { ...outcome, outputs };
}
/** Masks secrets in all that people read of an outcome. The output `summary` is masked when it is rendered. */
function redactOutcome(outcome, redact) {
    const { summary, warnings, annotations, failure } = outcome;
    return {
        ...outcome,
        summary: redact(summary),
        warnings: warnings.map(redact),
        annotations: annotations.map((one) => ({ ...one, message: redact(one.message) })),
        failure: failure && { ...failure, message: redact(failure.message) },
    };
}
/** Masks secrets in the message of an error. */
function redactError(error, redact) {
    if (error instanceof Error)
        error.message = redact(error.message);
    return error;
}


/***/ }),

/***/ 12797:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  addRevert: () => (/* binding */ addRevert)
});

// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/github/branch.ts
var github_branch = __webpack_require__(66675);
// EXTERNAL MODULE: ./src/github/update-pull-request.ts + 1 modules
var update_pull_request = __webpack_require__(95763);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
;// CONCATENATED MODULE: ./src/github/tree.ts

/** File, executable file, symbolic link. */
const FILE_MODES = ['100644', '100755', '120000'];
/**
 * Reads the files of a commit.
 *
 * @returns undefined for a tree that GitHub truncates (100,000 entries, 7 MB)
 * @throws GitHubError
 * @see https://docs.github.com/rest/git/trees#get-a-tree
 */
async function readTree(github, commit) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
        ...github.repo,
        tree_sha: commit,
        recursive: '1',
    });
    if (data.truncated)
        return undefined;
    return new Map((0,json/* itemsOf */.S3)((0,json/* valueAt */.fK)(data, 'tree')).flatMap(parseFile));
}
/** Directories and submodules have entries of their own, which are no files. */
function parseFile(entry) {
    const [path, sha] = [(0,json/* textAt */.$6)(entry, 'path'), (0,json/* textAt */.$6)(entry, 'sha')];
    const mode = FILE_MODES.find((one) => one === (0,json/* textAt */.$6)(entry, 'mode'));
    return path === undefined || sha === undefined || mode === undefined ? [] : [[path, { mode, sha }]];
}
/** Creates the tree of a commit with changed files. */
async function createTree(github, { parent, changes }) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/git/trees', {
        ...github.repo,
        base_tree: await treeOf(github, parent),
        tree: [...changes].map(([path, file]) => ({
            path,
            mode: file?.mode ?? '100644',
            sha: file?.sha ?? null,
        })),
    });
    return data.sha;
}
/** Returns the SHA of a commit's tree. */
async function treeOf(github, commit) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
        ...github.repo,
        commit_sha: commit,
    });
    return data.tree.sha;
}
/** Creates a commit without a branch. GitHub signs commits of apps that set no author. */
async function commitTree(github, { parent, tree, message }) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
        ...github.repo,
        message,
        tree,
        parents: [parent],
    });
    return data.sha;
}

;// CONCATENATED MODULE: ./src/github/revert.ts




const isDocument = (path, directory) => path.endsWith('.md') && !path.startsWith(`${directory}/`);
const isWorkflow = (path) => path.startsWith('.github/workflows/');
/** Names the branch of the one revert of a deployed commit. */
const revertBranch = (commit) => `langfuse-deploy/revert-${commit.slice(0, 12)}`;
/**
 * Finds the changes that restore the files of an earlier commit, without those that later commits changed again.
 *
 * @throws GitHubError
 */
async function planRevert(github, { commit, to, base, directory }) {
    const head = await (0,github_branch/* getBranchHead */.Rs)(github, base);
    if (head === undefined)
        return impossible(`The branch ${base} does not exist.`);
    const [before, after] = [await readTree(github, to), await readTree(github, commit)];
    const current = head === commit ? after : await readTree(github, head);
    if (before === undefined || after === undefined || current === undefined)
        return impossible('The repository has too many files for GitHub to list them.');
    const paths = [...new Set([...before.keys(), ...after.keys()])];
    const changed = paths.filter((path) => !isSameFile(before.get(path), after.get(path)) && !isDocument(path, directory));
    const conflicts = changed.filter((path) => !isSameFile(current.get(path), after.get(path)));
    if (conflicts.length > 0)
        return impossible(`Later commits changed ${conflicts.slice(0, 3).join(', ')}, which the revert changes, too.`);
    const reverted = changed.filter((path) => !isWorkflow(path));
    if (reverted.length === 0)
        return impossible('No file that a revert can restore has changed.');
    return {
        kind: 'possible',
        changes: new Map(reverted.map((path) => [path, before.get(path)])),
        workflows: changed.filter(isWorkflow),
        head,
    };
}
const impossible = (reason) => ({ kind: 'impossible', reason });
const isSameFile = (one, other) => one?.sha === other?.sha && one?.mode === other?.mode;
/**
 * Opens the pull request of a revert. A deployed commit has one, also after it was closed.
 *
 * @returns undefined if the branch exists with other content
 * @throws GitHubError
 */
async function proposeRevert(github, { commit, base, head: parent, changes, title, body }) {
    const branch = revertBranch(commit);
    const tree = await createTree(github, { parent, changes });
    const found = await findPullOf(github, { branch, base });
    const head = await (0,github_branch/* getBranchHead */.Rs)(github, branch);
    const isOwn = head !== undefined && (await treeOf(github, head)) === tree;
    if (found !== undefined)
        return { kind: 'exists', pull: found.pull, sha: found.isOpen && isOwn ? head : undefined };
    if (head !== undefined && !isOwn)
        return undefined;
    const sha = head ?? (await commitTree(github, { parent, tree, message: title }));
    if (head === undefined && !(await (0,update_pull_request/* setBranchHead */.nX)(github, { branch, sha, from: undefined })))
        return undefined;
    return { kind: 'opened', pull: await (0,update_pull_request/* createPullRequest */.jC)(github, { title, body, branch, base }), sha };
}
async function findPullOf(github, branches) {
    for (const state of ['open', 'closed']) {
        const [found] = await (0,update_pull_request/* listPulls */.bK)(github, { ...branches, state });
        if (found !== undefined)
            return { pull: (0,update_pull_request/* parsePull */.BT)(found), isOpen: (0,json/* textAt */.$6)(found, 'state') === 'open' };
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/images/images-yaml.ts + 1 modules
var images_yaml = __webpack_require__(22894);
// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
// EXTERNAL MODULE: ./src/report/fit.ts
var fit = __webpack_require__(40877);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
// EXTERNAL MODULE: ./src/report/list-section.ts
var list_section = __webpack_require__(15802);
;// CONCATENATED MODULE: ./src/report/revert.ts





const revert_short = (commit) => commit.slice(0, 7);
const renderRevertTitle = ({ commit, to }) => `Revert the deployment of ${revert_short(commit)} to ${revert_short(to)}`;
/** Renders the description of a revert pull request. */
function renderRevert(report) {
    const { commit, to, runUrl, cause, stack, paths, workflows } = report;
    const subject = stack === undefined ? '' : ` of ${(0,markdown/* codeSpan */.SS)(stack)}`;
    const list = (0,list_section/* listSection */.i)(paths.map((path) => `- ${(0,markdown/* codeSpan */.SS)(path)}`), { share: 0.3, noun: 'file', before: `#### ${(0,markdown/* plural */.LS)(paths.length, 'file')} restored` });
    return (0,fit/* fitSections */.W)([
        `The verification${subject} failed after the deployment of ${commit} (${(0,footer/* htmlLink */.Ar)('run', runUrl)}):`,
        `> ${(0,markdown/* escapeMarkdown */.FV)(cause.replace(/\s+/g, ' '))}`,
        `Merging this pull request deploys the files of ${to} again. **Nothing has been reverted yet.** Fix the cause and close this pull request if Langfuse works otherwise, for example if a re-run of the failed job succeeds.`,
        ...imageSection(report),
        '- The comment with the plan lists the changes. A revert can delete resources that the deployment created; `apply` rejects the deletion of resources that hold data.',
        list,
        ...workflowSection(workflows),
    ], limits/* MAX_BODY_BYTES */.YK);
}
function imageSection({ images }) {
    if (images.length === 0)
        return [];
    const rows = images.map(({ name, deployedTag, earlierTag }) => `| ${(0,markdown/* codeSpan */.SS)(name)} | ${(0,markdown/* codeSpan */.SS)(deployedTag)} | ${(0,markdown/* codeSpan */.SS)(earlierTag)} |`);
    return [
        ['| Image | Deployed | After the revert |', '| --- | --- | --- |', ...rows].join('\n'),
        `- **Database migrations are not undone.** ${migrationSentence(images)}`,
    ];
}
/** ClickHouse and Langfuse's next major version write data that the version before cannot read. */
function migrationSentence(images) {
    const isMajor = images.some(({ deployedTag, earlierTag }) => majorOf(deployedTag) !== majorOf(earlierTag));
    const restore = 'restore both databases to a time before the deployment (docs/operations.md, section Roll back)';
    return isMajor
        ? `An image returns to another major version, which may not read the data of the newer one: ${restore} if it does not start, or do not merge.`
        : `The older version usually runs on the newer schema; if it does not, ${restore}.`;
}
const majorOf = (tag) => tag.replace(/^v/, '').split('.')[0] ?? tag;
function workflowSection(workflows) {
    if (workflows.length === 0)
        return [];
    const names = workflows.map(markdown/* codeSpan */.SS).join(', ');
    return [`- Not restored, because a job's token cannot change workflows: ${names}`];
}

// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/outcome.ts
var commands_outcome = __webpack_require__(28786);
;// CONCATENATED MODULE: ./src/commands/verify/revert.ts









/**
 * Opens a pull request that restores the commit of the input `revert-to`, and adds it to a failed verification.
 * Its own errors are warnings: the failure of the verification is the result.
 */
async function addRevert(outcome, inputs, runtime) {
    const { revertTo: to } = inputs;
    const cause = outcome.failure?.message.replace(/ The summary lists the next steps\.$/, '');
    if (to === undefined || cause === undefined)
        return outcome;
    try {
        const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
        const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
        const result = github === undefined
            ? notOpened('github-token is empty.', { to, commit: context.sha })
            : await openRevert(github, { context, to, cause, inputs });
        return merge(outcome, result);
    }
    catch (error) {
        return merge(outcome, notOpened((0,failure.messageOf)(error), { to, commit: runtime.env['GITHUB_SHA'] ?? 'HEAD' }));
    }
}
const merge = (outcome, { outputs, lines, warnings }) => ({
    ...(0,commands_outcome/* withOutputs */.Fk)(outcome, { outputs }),
    summary: [outcome.summary, ...lines].join('\n\n'),
    warnings: [...outcome.warnings, ...warnings],
});
async function openRevert(github, subject) {
    const { context, to } = subject;
    const { sha: commit } = context;
    const base = context.ref.replace(/^refs\/heads\//, '');
    const request = { commit, to, base, directory: subject.inputs.directory };
    if (commit === to)
        return notOpened('The deployed commit is the same.', request);
    const planned = await planRevert(github, request);
    if (planned.kind === 'impossible')
        return notOpened(planned.reason, request);
    const title = renderRevertTitle(request);
    const body = await describeRevert(github, planned, subject);
    const opened = await proposeRevert(github, { ...planned, ...request, title, body });
    if (opened === undefined)
        return notOpened(`The branch ${revertBranch(commit)} has other content.`, request);
    const { pull, sha, kind } = opened;
    const verb = kind === 'opened' ? 'Opened' : 'Already proposed:';
    return {
        outputs: {
            'pull-request-url': pull.url,
            'pull-request-number': String(pull.number),
            'pull-request-sha': sha ?? '',
        },
        lines: [
            `**Revert:** ${verb} [#${pull.number}](${pull.url}), which deploys ${to.slice(0, 7)} again when it is merged.`,
        ],
        warnings: [],
    };
}
function notOpened(reason, { to, commit }) {
    const command = `git revert --no-edit ${to}..${commit}`;
    const sentence = `No revert pull request was opened. ${reason.replace(/\.?$/, '.')} To return to the earlier deployment, revert in a pull request: `;
    return { outputs: {}, lines: [`${sentence}${(0,markdown/* codeSpan */.SS)(command)}`], warnings: [`${sentence}${command}`] };
}
async function describeRevert(github, { changes, workflows }, { context, to, cause, inputs }) {
    const images = changes.has(inputs.images)
        ? await compareImages(github, { path: inputs.images, deployed: context.sha, earlier: to })
        : [];
    const { sha: commit, runUrl } = context;
    const subject = { stack: inputs.stack, commit, to, runUrl, cause, images, workflows };
    return renderRevert({ ...subject, paths: [...changes.keys()] });
}
async function compareImages(github, { path, deployed, earlier }) {
    const [newer, older] = await Promise.all([deployed, earlier].map(async (sha) => readTags(await (0,github_branch/* readFileAt */._T)(github, { path, sha }), path)));
    return [...(newer ?? [])].flatMap(([name, deployedTag]) => {
        const earlierTag = older?.get(name);
        return earlierTag === undefined || earlierTag === deployedTag ? [] : [{ name, deployedTag, earlierTag }];
    });
}
/** The description is worth less than the pull request, so an invalid file has no tags. */
function readTags(text, path) {
    try {
        return new Map(text === undefined ? [] : (0,images_yaml.parseImages)(text, path).map(({ name, tag }) => [name, tag]));
    }
    catch {
        return new Map();
    }
}


/***/ }),

/***/ 40877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ fitSections)
/* harmony export */ });
/** Reserved for the result of `describeOmitted`. */
const OMITTED_NOTICE_BYTES = 600;
const SEPARATOR_BYTES = 2;
/** Items after this many misses in a row are not rendered, to save time. */
const MAX_CONSECUTIVE_MISSES = 40;
const byteLength = (text) => Buffer.byteLength(text);
/**
 * Joins texts and sections with blank lines, and omits items beyond the limit.
 *
 * @param maxBytes of UTF-8
 */
function fitSections(parts, maxBytes) {
    const sections = parts.filter((part) => typeof part !== 'string').filter(({ items }) => items.length > 0);
    const fixed = parts.map((part) => (typeof part === 'string' ? byteLength(part) + SEPARATOR_BYTES : 0));
    const reserved = sections.map(({ open, close }) => byteLength(open) + byteLength(close) + OMITTED_NOTICE_BYTES);
    let free = maxBytes - [...fixed, ...reserved].reduce((sum, bytes) => sum + bytes, 0);
    const filled = new Map();
    const refill = (section, maxSectionBytes) => {
        const available = free + (filled.get(section)?.bytes ?? 0);
        const result = fillSection(section, Math.min(available, maxSectionBytes));
        free = available - result.bytes;
        filled.set(section, result);
    };
    // Otherwise hundreds of resources would leave no space for one output.
    const smallFirst = sections.toSorted((a, b) => a.share - b.share);
    for (const section of smallFirst)
        refill(section, section.share * maxBytes);
    for (const section of smallFirst)
        if (filled.get(section)?.isCut === true)
            refill(section, maxBytes);
    return parts
        .map((part) => (typeof part === 'string' ? part : (filled.get(part)?.text ?? '')))
        .filter((text) => text !== '')
        .join('\n\n');
}
function fillSection(section, maxBytes) {
    const whole = fillWithin(section, maxBytes, 0);
    const { noticeShare = 0, items } = section;
    if (!whole.isCut || noticeShare === 0)
        return whole;
    // The rest is for the texts around the list.
    const needed = byteLength(section.describeOmitted(items, Infinity)) - OMITTED_NOTICE_BYTES / 3;
    const noticeBytes = Math.min(needed, Math.floor(noticeShare * maxBytes));
    return noticeBytes > 0 ? fillWithin(section, maxBytes - noticeBytes, noticeBytes) : whole;
}
function fillWithin(section, maxBytes, noticeBytes) {
    const { open, close, separator, items } = section;
    const [shown, omitted] = [[], []];
    let bytes = 0;
    let misses = 0;
    for (const item of items) {
        const text = misses < MAX_CONSECUTIVE_MISSES ? item.text() : '';
        const cost = byteLength(text) + separator.length;
        if (misses < MAX_CONSECUTIVE_MISSES && bytes + cost <= maxBytes) {
            misses = 0;
            bytes += cost;
            shown.push(text);
        }
        else {
            misses++;
            omitted.push(item);
        }
    }
    const body = [open, ...shown, close].filter((text) => text !== '').join(separator);
    const notice = omitted.length > 0 ? section.describeOmitted(omitted, OMITTED_NOTICE_BYTES + noticeBytes) : '';
    const text = [shown.length > 0 ? body : '', notice].filter((piece) => piece !== '').join('\n\n');
    return { text, bytes: bytes + noticeBytes, isCut: omitted.length > 0 };
}


/***/ }),

/***/ 87403:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ htmlLink),
/* harmony export */   Q9: () => (/* binding */ nextStepLine),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   qr: () => (/* binding */ footer),
/* harmony export */   w7: () => (/* binding */ formatEngine)
/* harmony export */ });
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13497);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86590);


/** Renders a version of a plan record: Terraform `1.11.4`. */
function formatEngine(text) {
    const { engine, version } = (0,_plan_engine__WEBPACK_IMPORTED_MODULE_0__/* .parseEngineVersion */ .w0)(text);
    return `${engine.title} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(version)}`;
}
/** Renders the origin of a report. GitHub renders Markdown in `<sub>`. */
function footer({ terraformVersion, commit, runUrl, extra = '', target }) {
    const parts = [
        terraformVersion && formatEngine(terraformVersion),
        commit && `commit ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(commit.slice(0, 7))}`,
        runUrl && htmlLink('run', runUrl),
        extra,
        ...(target === undefined ? [] : describeTarget(target)),
    ].filter((part) => part !== '');
    return parts.length === 0 ? '' : `<sub>${parts.join(' · ')}</sub>`;
}
function describeTarget({ account, region, workspace, state }) {
    return [
        account === undefined ? '' : `account ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(account)}`,
        region === undefined ? '' : `region ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(region)}`,
        `workspace ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(workspace)}`,
        `state ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(state)}`,
    ];
}
/** Renders what to do after a failure; nothing without an advice. */
const nextStepLine = (advice, redact) => advice ? [`**Next step:** ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdownKeepCommands */ .Ed)(redact(advice))}`] : [];
/** Returns a link, or only its text for an unsafe URL. */
function htmlLink(text, url) {
    // Printable ASCII that cannot end the attribute.
    return /^https?:\/\/[!-~]{1,300}$/.test(url) && !/[<>"'`()]/.test(url)
        ? `<a href="${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .escapeHtml */ .ZD)(url)}">${text}</a>`
        : text;
}
/** Formats seconds: `42 s`, `3 min 5 s`. */
function formatDuration(seconds) {
    const whole = Math.round(seconds);
    return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}


/***/ })

};

export const id = 1911;
export const ids = [1911];
export const modules = {

/***/ 76960:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ describeOtherTarget),
/* harmony export */   h: () => (/* binding */ renderDifferences)
/* harmony export */ });
/* harmony import */ var _review_plan_target__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59755);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86590);


const MAX_NAMES = 10;
/**
 * Returns an alert in Markdown that lists differences of two plans.
 *
 * @param title Markdown up to the number of differences, whose bold part it ends
 */
function renderDifferences(differences, title, kind = 'WARNING') {
    const named = differences.slice(0, MAX_NAMES).map(describeDifference);
    const more = differences.length > MAX_NAMES ? [`… and ${differences.length - MAX_NAMES} more`] : [];
    const list = [...named, ...more].map((line) => `> - ${line}`);
    return [
        `> [!${kind}]`,
        `> **${title} (${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .LS)(differences.length, 'difference')}).`,
        ...(list.length === 0 ? [] : ['>', ...list]),
    ].join('\n');
}
function describeDifference({ address, differs, attributes }) {
    const names = attributes.filter((name) => name !== '').map(_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS);
    switch (differs) {
        case 'only-reviewed':
            return `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(address)} is no longer in the plan`;
        case 'only-fresh':
            return `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(address)} is new in the plan`;
        case 'kind':
            return `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(address)} changes in another way`;
        case 'values':
            return `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(address)} has other values${names.length === 0 ? '' : ` of ${names.join(', ')}`}`;
    }
}
/** Returns a warning about two plans of one commit for different states or accounts; undefined for the same one. */
function describeOtherTarget(earlier, current) {
    const differences = (0,_review_plan_target__WEBPACK_IMPORTED_MODULE_0__/* .compareTargets */ .w)(earlier, current);
    if (differences.length === 0)
        return undefined;
    const list = differences.map(({ name, reviewed, fresh }) => `${name} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(reviewed)} instead of ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(fresh)}`);
    return [
        '> [!WARNING]',
        `> **An earlier plan of the same commit was for another target**: ${list.join(', ')}. This plan replaces it, and \`apply\` rejects the earlier one. If both are to be applied, give each its own \`stack\`.`,
    ].join('\n');
}


/***/ }),

/***/ 7312:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   GF: () => (/* binding */ withSnapshots),
/* harmony export */   H7: () => (/* binding */ describeOtherPlan),
/* harmony export */   PE: () => (/* binding */ NO_EARLIER_COMMENT),
/* harmony export */   Uj: () => (/* binding */ readEarlierComment),
/* harmony export */   vB: () => (/* binding */ nextSnapshots),
/* harmony export */   vz: () => (/* binding */ describeChangesSince)
/* harmony export */ });
/* harmony import */ var _github_comment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47318);
/* harmony import */ var _github_error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(96661);
/* harmony import */ var _github_limits__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(71679);
/* harmony import */ var _github_pull_request__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52524);
/* harmony import */ var _review_plan_snapshot__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5534);
/* harmony import */ var _review_plan_target__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(59755);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86590);
/* harmony import */ var _differences__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(76960);








const NO_EARLIER_COMMENT = { snapshots: [], commit: undefined, newerHead: undefined };
/** The comment is more important than the note in it. */
async function readEarlierComment({ github, headSha, ...subject }) {
    if (github === undefined)
        return NO_EARLIER_COMMENT;
    try {
        const body = await (0,_github_comment__WEBPACK_IMPORTED_MODULE_0__/* .readComment */ .W)(github, { ...subject, topic: 'plan' });
        const [, commit, text = ''] = HIDDEN_LINE.exec(body ?? '') ?? [];
        if (commit === undefined)
            return NO_EARLIER_COMMENT;
        const isNewer = commit !== headSha && (await (0,_github_pull_request__WEBPACK_IMPORTED_MODULE_2__/* .getHeadSha */ .JA)(github, subject.pull)) === commit;
        return { snapshots: (0,_review_plan_snapshot__WEBPACK_IMPORTED_MODULE_3__/* .parseSnapshots */ .Jq)(text), commit, newerHead: isNewer ? commit : undefined };
    }
    catch (error) {
        if (error instanceof _github_error__WEBPACK_IMPORTED_MODULE_1__/* .GitHubError */ .y_)
            return NO_EARLIER_COMMENT;
        throw error;
    }
}
const HIDDEN_LINE = /<!-- langfuse-deploy:plans:([0-9a-f]{40,64}):([A-Za-z0-9+/=]*) -->\s*$/;
const MAX_SNAPSHOTS = 4;
const MAX_HIDDEN_LENGTH = 6_000;
/** GitHub's limit leaves this much beyond the text of a comment. */
const MIN_HIDDEN_LENGTH = 3_000;
/** Returns a comment with a last line that people do not see, for the comment of the next plan. */
function withSnapshots(markdown, headSha, snapshots) {
    const free = _github_limits__WEBPACK_IMPORTED_MODULE_7__/* .MAX_BODY_BYTES */ .YK + MIN_HIDDEN_LENGTH - Buffer.byteLength(markdown);
    const text = (0,_review_plan_snapshot__WEBPACK_IMPORTED_MODULE_3__/* .renderSnapshots */ .Wj)(snapshots, Math.min(MAX_HIDDEN_LENGTH, free));
    return `${markdown}\n\n<!-- langfuse-deploy:plans:${headSha}:${text} -->`;
}
/** Returns the snapshots to keep, most important first. */
function nextSnapshots(current, { snapshots }, approvals) {
    const others = snapshots.filter(({ commit }) => commit !== current.commit);
    const approved = findApproved(others, approvals)?.snapshot;
    const rest = others.filter((one) => one !== approved);
    return [current, ...(approved === undefined ? [] : [approved]), ...rest].slice(0, MAX_SNAPSHOTS);
}
function findApproved(snapshots, approvals) {
    for (const approval of approvals.toReversed()) {
        const snapshot = snapshots.find(({ commit }) => commit === approval.commit);
        if (snapshot !== undefined)
            return { snapshot, approval };
    }
    return undefined;
}
/** Returns Markdown about the differences to the plan of the approved commit, or else of the previous one. */
function describeChangesSince(current, { snapshots }, approvals) {
    const others = snapshots.filter(({ commit, target }) => commit !== current.commit && (0,_review_plan_target__WEBPACK_IMPORTED_MODULE_4__/* .compareTargets */ .w)(target, current.target).length === 0);
    const isApproved = approvals.some(({ commit }) => commit === current.commit);
    const approved = isApproved ? undefined : findApproved(others, approvals);
    const earlier = approved?.snapshot ?? others[0];
    if (earlier === undefined)
        return [];
    const commit = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(earlier.commit.slice(0, 7));
    return approved === undefined
        ? [renderComparison(earlier, current, { since: `the plan of ${commit}`, kind: 'NOTE' })]
        : [
            renderComparison(earlier, current, {
                since: `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(approved.approval.login)} approved ${commit}`,
                kind: 'WARNING',
            }),
        ];
}
/** Returns Markdown about another plan of the same commit, which people may have seen. */
function describeOtherPlan(current, { snapshots }) {
    const same = snapshots.find(({ commit }) => commit === current.commit);
    if (same === undefined)
        return [];
    const otherTarget = (0,_differences__WEBPACK_IMPORTED_MODULE_6__/* .describeOtherTarget */ .Z)(same.target, current.target);
    if (otherTarget !== undefined)
        return [otherTarget];
    if (same.hash === current.hash)
        return [];
    return [renderComparison(same, current, { since: 'an earlier plan of the same commit', kind: 'WARNING' })];
}
const NOT_COMPARED = 'Sensitive values are not compared.';
function renderComparison(earlier, current, { since, kind }) {
    const differences = (0,_review_plan_snapshot__WEBPACK_IMPORTED_MODULE_3__/* .compareSnapshots */ .LX)(earlier, current);
    if (differences === undefined)
        return `> [!${kind}]\n> **The plan has changed since ${since}.** It is too long to list the differences.`;
    if (differences.length === 0)
        return `No change since ${since}. ${NOT_COMPARED}`;
    return `${(0,_differences__WEBPACK_IMPORTED_MODULE_6__/* .renderDifferences */ .h)(differences, `Changed since ${since}**`, kind)}\n>\n> ${NOT_COMPARED}`;
}


/***/ }),

/***/ 81911:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  StepKilled: () => (/* binding */ StepKilled),
  commentFailedRun: () => (/* binding */ commentFailedRun),
  commentLostRun: () => (/* binding */ commentLostRun)
});

// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/pull-request.ts
var pull_request = __webpack_require__(52524);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs = __webpack_require__(40546);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
// EXTERNAL MODULE: ./src/text/truncate-markdown.ts
var truncate_markdown = __webpack_require__(32547);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
;// CONCATENATED MODULE: ./src/report/failed-run.ts



const MAX_MESSAGE_BYTES = 4_000;
/** Renders the comment of a run that ended before it had a plan. */
function renderFailedRun({ stack, commit, runUrl, reason, message }) {
    const [first = '', ...details] = message.split('\n').filter((line) => line.trim() !== '');
    const isCancelled = reason === 'cancelled';
    const problem = [
        ...(first === '' ? [] : [(0,markdown/* codeSpan */.SS)(first)]),
        ...(details.length === 0 ? [] : [details.map((line) => `- ${(0,markdown/* codeSpan */.SS)(line)}`).join('\n')]),
    ].join('\n\n');
    return [
        `### ${isCancelled ? '⚠️ Plan cancelled' : '❌ Plan failed'} · ${(0,markdown/* codeSpan */.SS)(stack)}`,
        `**Commit ${(0,markdown/* codeSpan */.SS)(commit.slice(0, 7))} has no plan here**, so nothing of it can be reviewed.`,
        ...(problem === '' ? [] : [(0,truncate_markdown/* truncateMarkdown */.o)(problem, MAX_MESSAGE_BYTES)]),
        `**Next step:** ${isCancelled ? 'Re-run the job' : 'Fix the cause and re-run the job'}. ${(0,footer/* htmlLink */.Ar)('The run', runUrl)} has the details (${(0,markdown/* codeSpan */.SS)(reason)}).`,
        (0,footer/* footer */.qr)({ terraformVersion: '', commit, runUrl }),
    ].join('\n\n');
}

// EXTERNAL MODULE: ./src/terraform/environment-secrets.ts
var environment_secrets = __webpack_require__(85085);
// EXTERNAL MODULE: ./src/text/redact.ts
var text_redact = __webpack_require__(53326);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/stack/comment.ts
var comment = __webpack_require__(44884);
// EXTERNAL MODULE: ./src/commands/plan/earlier-comment.ts
var earlier_comment = __webpack_require__(7312);
// EXTERNAL MODULE: ./src/commands/plan/plan-context.ts
var plan_context = __webpack_require__(66559);
;// CONCATENATED MODULE: ./src/commands/plan/failed-run.ts











/**
 * Writes on the pull request that this run has no plan, so that the plan of an earlier commit does not pass for the plan of this
 * one. Does not throw, because the run has another failure to report.
 */
async function commentFailedRun(error, inputs, run) {
    await writeComment(error, inputs, run).catch((cause) => {
        logFailure(cause, run.runtime);
    });
}
/** As {@link commentFailedRun}, for a run whose context is not read yet. */
async function commentLostRun(error, inputs, runtime) {
    try {
        const context = await (0,plan_context/* readPlanContext */.v)(inputs, runtime);
        await commentFailedRun(error, inputs, { context, runtime });
    }
    catch (cause) {
        logFailure(cause, runtime);
    }
}
const logFailure = (cause, { log }) => {
    log.info(`The pull request was not commented. ${(0,failure.messageOf)(cause)}`);
};
async function writeComment(error, inputs, { context, runtime }) {
    if (inputs.comment === 'never' || context.event !== 'pull_request')
        return;
    if (context.isFork || context.isClosed)
        return;
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    if (github === undefined)
        return;
    const { number: pull, headSha, runUrl } = context;
    const { stack } = inputs;
    const reason = (0,failure.reasonOf)(error);
    const earlier = await (0,earlier_comment/* readEarlierComment */.Uj)({ github, pull, headSha, stack });
    if (!(await isNeeded(reason, earlier, { github, pull, headSha })))
        return;
    const { redact } = (0,text_redact/* createRedactor */.lY)((0,environment_secrets/* environmentSecrets */.P)(definedValues(runtime.env)));
    const message = reason === 'cancelled' ? '' : redact(describe(error));
    const body = renderFailedRun({ stack, commit: headSha, runUrl, reason, message });
    const { warnings } = await (0,comment/* postComment */.G)(github, {
        ...{ pull, topic: 'plan', stack },
        body: (0,earlier_comment/* withSnapshots */.GF)(body, headSha, earlier.snapshots),
        whenMissing: reason === 'cancelled' ? 'skip' : 'create',
    });
    for (const warning of warnings)
        runtime.log.info(warning);
}
/** Thrown for a step that was killed. */
class StepKilled extends Error {
    name = 'StepKilled';
    reason = 'cancelled';
}
/** A push cancels the run of the commit before it, whose comment the next run replaces. */
async function isNeeded(reason, { commit, newerHead }, { github, pull, headSha }) {
    if (newerHead !== undefined)
        return false;
    if (reason !== 'cancelled')
        return true;
    // The comment may be that of this run.
    if (commit === undefined || commit === headSha)
        return false;
    const head = await (0,pull_request/* getHeadSha */.JA)(github, pull).catch((error) => {
        if (error instanceof github_error/* GitHubError */.y_)
            return undefined;
        throw error;
    });
    return head === undefined || head === headSha;
}
/** Problems of inputs quote them, and nothing masks a secret in a comment. */
function describe(error) {
    const message = (0,failure.messageOf)(error);
    if (!(error instanceof inputs/* InvalidInput */.o))
        return message;
    const names = message.split('\n').flatMap((line) => /^([\w.-]+): /.exec(line)?.[1] ?? []);
    return names.length === 0 ? 'Invalid inputs' : `Invalid inputs: ${[...new Set(names)].join(', ')}`;
}
const definedValues = (env) => Object.fromEntries(Object.entries(env).filter((entry) => entry[1] !== undefined));


/***/ }),

/***/ 66559:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ skipPlan),
/* harmony export */   v: () => (/* binding */ readPlanContext)
/* harmony export */ });
/* harmony import */ var _github_context__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19556);
/* harmony import */ var _github_pull_request__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52524);
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40546);
/* harmony import */ var _github_client__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(72631);




/**
 * Reads the context of a plan. The inputs can name a pull request that did not trigger the run, as after a comment; GitHub
 * tells whether it comes from a fork.
 *
 * @throws InvalidContext, InvalidInput, GitHubError
 */
async function readPlanContext({ pullRequest, githubToken }, runtime) {
    const context = await (0,_github_context__WEBPACK_IMPORTED_MODULE_3__/* .readContext */ .yI)(runtime.env, runtime.readFile);
    if (pullRequest === undefined)
        return context;
    if (context.event === 'pull_request')
        throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_1__/* .InvalidInput */ .o(`pull-request-number: this run already belongs to pull request #${context.number}. Remove the input.`);
    const github = await (0,_github_client__WEBPACK_IMPORTED_MODULE_2__/* .openGitHubClient */ .L)(githubToken, context, runtime);
    const given = (0,_github_context__WEBPACK_IMPORTED_MODULE_3__/* .asPullRequest */ .hx)(context, pullRequest);
    return github === undefined ? given : { ...given, ...(await (0,_github_pull_request__WEBPACK_IMPORTED_MODULE_0__/* .readPullRequestState */ .wj)(github, given.number)) };
}
const MERGE_GROUP = 'This run belongs to a merge queue. Nothing was planned: each pull request has its own plan, and apply compares the merged commits with those plans.';
/** A plan after the merge would replace the record of the reviewed one. */
const CLOSED = 'This pull request is closed. Nothing was planned, and the record of the reviewed plan was kept.';
/**
 * Returns the outcome of a run that needs no plan. It succeeds, because a required check must succeed in a merge queue, whose
 * branches get no credentials.
 */
function skipPlan(context) {
    if (context.event === 'merge_group')
        return skipped('not needed in a merge queue', MERGE_GROUP, context);
    if (context.event === 'pull_request' && context.isClosed)
        return skipped('not needed for a closed pull request', CLOSED, context);
    return undefined;
}
const skipped = (title, reason, { runUrl }) => ({
    outputs: {},
    summary: [`### Plan · ${title}`, reason, `<sub>${runUrl}</sub>`].join('\n\n'),
    warnings: [],
    annotations: [],
    failure: undefined,
});


/***/ }),

/***/ 44884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ NO_COMMENT),
/* harmony export */   G: () => (/* binding */ postComment)
/* harmony export */ });
/* harmony import */ var _github_comment__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(47318);

const NO_COMMENT = { url: undefined, warnings: [] };
/** Returns a failure as a warning: the job summary has the same text. */
async function postComment(github, comment) {
    if (github === undefined)
        return { url: undefined, warnings: ['No comment was written: github-token is empty.'] };
    const outcome = await (0,_github_comment__WEBPACK_IMPORTED_MODULE_0__/* .upsertComment */ .l)(github, comment);
    if (outcome.kind === 'written')
        return { url: outcome.url, warnings: [] };
    return { url: undefined, warnings: outcome.kind === 'failed' ? [outcome.reason] : [] };
}


/***/ }),

/***/ 47318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   W: () => (/* binding */ readComment),
/* harmony export */   l: () => (/* binding */ upsertComment)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _octokit__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6702);
/* harmony import */ var _own_content__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88987);
/* harmony import */ var _retry_write__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(63859);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21789);
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(98488);






/** Updates the newest own comment on a topic and stack, or creates one. */
async function upsertComment(github, request) {
    try {
        return await writeComment(github, request);
    }
    catch (error) {
        if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
            throw error;
        return { kind: 'failed', reason: explainFailure(error, request) };
    }
}
async function writeComment(github, request) {
    const target = { pull: request.pull, marker: (0,_own_content__WEBPACK_IMPORTED_MODULE_2__/* .markerOf */ .we)(request.topic, request.stack) };
    const body = `${target.marker}\n${request.body}`;
    return (0,_retry_write__WEBPACK_IMPORTED_MODULE_3__/* .retryWrite */ .o)(github, async () => {
        const own = await findOwnComments(github, target);
        const newest = own.at(-1);
        if (newest === undefined && request.whenMissing === 'skip')
            return { kind: 'absent' };
        const isReplaced = request.whenPresent === 'replace' && newest?.body !== body;
        if (newest === undefined || isReplaced)
            return createComment(github, target, body);
        const url = newest.body === body ? newest.url : await editComment(github, newest.id, body);
        return { kind: 'written', url, superseded: await supersede(github, own.slice(0, -1), target.marker) };
    });
}
/**
 * Reads the newest own comment on a topic and stack, without its marker.
 *
 * @throws GitHubError
 */
async function readComment(github, { pull, topic, stack }) {
    const marker = (0,_own_content__WEBPACK_IMPORTED_MODULE_2__/* .markerOf */ .we)(topic, stack);
    const own = await findOwnComments(github, { pull, marker });
    return own.at(-1)?.body.slice(marker.length + 1);
}
const findOwnComments = (github, { pull, marker }, ownerId) => (0,_own_content__WEBPACK_IMPORTED_MODULE_2__/* .findOwnContent */ .Bj)(github, { marker, ownerId }, (select) => github.octokit.paginate('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', { ...github.repo, issue_number: pull, per_page: 100 }, select));
async function createComment(github, target, body) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
        ...github.repo,
        issue_number: target.pull,
        body,
    });
    // A concurrent run may have created one too. The last run sees both.
    const own = await findOwnComments(github, target, (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .numberAt */ .tk)(data, 'user', 'id')).catch(_own_content__WEBPACK_IMPORTED_MODULE_2__/* .noneOnGitHubError */ .xI);
    const superseded = await supersede(github, own.slice(0, -1), target.marker);
    return { kind: 'written', url: own.at(-1)?.url ?? (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(data, 'html_url') ?? '', superseded };
}
async function editComment(github, id, body) {
    const { data } = await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
        ...github.repo,
        comment_id: id,
        body,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .textAt */ .$6)(data, 'html_url') ?? '';
}
const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: OUTDATED }) { minimizedComment { isMinimized } }
}`;
/** Collapses comments and removes their marker, so that no run edits them again. */
async function supersede(github, comments, marker) {
    let count = 0;
    for (const { id, nodeId, body } of comments) {
        try {
            await (0,_octokit__WEBPACK_IMPORTED_MODULE_1__/* .graphql */ .U)(github, MINIMIZE, { id: nodeId });
            await editComment(github, id, body.replace(marker, _own_content__WEBPACK_IMPORTED_MODULE_2__/* .SUPERSEDED */ .ls));
            count += 1;
        }
        catch (error) {
            // The next run tries again.
            if (!(error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_))
                throw error;
        }
    }
    return count;
}
function explainFailure(error, { pull, body }) {
    if (error.status === 422 && /too long/i.test(error.serverMessage)) {
        return `The comment on pull request #${pull} is too long for GitHub (${body.length} characters): ${(0,_text_format__WEBPACK_IMPORTED_MODULE_4__/* .withoutFullStop */ .Qu)(error.serverMessage)}.`;
    }
    if (error.status === 403 && /locked/i.test(error.serverMessage)) {
        return `Pull request #${pull} was not commented because its conversation is locked. Unlock it and re-run the job.`;
    }
    return `Pull request #${pull} was not commented. ${error.message}`;
}


/***/ }),

/***/ 52524:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JA: () => (/* binding */ getHeadSha),
/* harmony export */   g_: () => (/* binding */ findMergedPullRequest),
/* harmony export */   wj: () => (/* binding */ readPullRequestState)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** GitHub's commit index lags behind a merge by seconds. */
const INDEX_LAG_MS = [1_000, 2_000, 4_000, 8_000];
/**
 * Finds the pull request that was merged as a commit, with any merge method.
 *
 * @throws GitHubError
 */
async function findMergedPullRequest(github, commit, { waitsMs } = { waitsMs: INDEX_LAG_MS }) {
    for (let attempt = 0;; attempt++) {
        const candidates = await listPullRequests(github, commit.sha);
        const merged = await findMergers(github, commit, candidates);
        const [pull, ...others] = merged;
        if (pull !== undefined && others.length === 0)
            return { kind: 'found', pull };
        if (pull !== undefined)
            return { kind: 'several', pulls: merged, reason: describeAmbiguity(commit, merged) };
        const waitMs = waitsMs[attempt];
        if (waitMs === undefined)
            return { kind: 'none', reason: describeAbsence(commit, candidates) };
        await github.clock.sleep(waitMs);
    }
}
/**
 * Returns the head commit of a pull request.
 *
 * @throws GitHubError
 */
async function getHeadSha(github, pull) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull,
    });
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'head', 'sha');
}
/**
 * Reads whether a pull request comes from a fork, and whether it is closed.
 *
 * @throws GitHubError
 */
async function readPullRequestState(github, pull) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull,
    });
    return { isFork: isFromFork(data), isClosed: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'state') === 'closed' };
}
/** GitHub returns null for the repository of a deleted fork. */
function isFromFork(data) {
    const headRepository = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'head', 'repo', 'id');
    return headRepository === undefined || headRepository !== (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'base', 'repo', 'id');
}
async function listPullRequests(github, sha) {
    try {
        const found = await github.octokit.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { ...github.repo, commit_sha: sha, per_page: 100 }, ({ data }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).flatMap(parseCandidate));
        const here = `${github.repo.owner}/${github.repo.repo}`.toLowerCase();
        return found.filter(({ baseRepository }) => baseRepository.toLowerCase() === here);
    }
    catch (error) {
        // The index does not contain the commit yet.
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && error.status === 422)
            return [];
        throw error;
    }
}
function parseCandidate(data) {
    const number = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(data, 'number');
    const [headSha, baseRef] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'head', 'sha'), (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'base', 'ref')];
    if (number === undefined || headSha === undefined || baseRef === undefined)
        return [];
    return [
        {
            number,
            headSha,
            baseRef,
            isFork: isFromFork(data),
            baseRepository: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'base', 'repo', 'full_name') ?? '',
            title: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'title') ?? '',
            author: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'user', 'login') ?? 'ghost',
            url: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'html_url') ?? '',
            state: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'state') ?? '',
            mergeSha: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'merge_commit_sha'),
            mergedAt: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'merged_at'),
        },
    ];
}
/**
 * `merge_commit_sha` is the merge commit, the squashed commit, or the last rebased commit.
 * Other rebased commits need a comparison.
 */
async function findMergers(github, { sha, baseRef }, candidates) {
    const merged = candidates.filter((candidate) => candidate.baseRef === baseRef).flatMap(asMerged);
    const direct = merged.filter(({ mergeSha }) => mergeSha === sha);
    if (direct.length > 0)
        return direct;
    const rebased = [];
    for (const pull of merged)
        if (await isWithinRebase(github, pull, sha))
            rebased.push(pull);
    return rebased;
}
function asMerged({ mergeSha, mergedAt, ...candidate }) {
    if (mergeSha === undefined || mergedAt === undefined)
        return [];
    const { number, title, author, url, isFork, headSha } = candidate;
    return [{ number, title, author, url, isFork, headSha, mergeSha, mergedAt }];
}
/** A rebase of n commits ends with n commits, none of which is a merge commit. */
async function isWithinRebase(github, pull, sha) {
    const { data: details } = await github.octokit.request('GET /repos/{owner}/{repo}/pulls/{pull_number}', {
        ...github.repo,
        pull_number: pull.number,
    });
    const { data: range } = await github.octokit.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
        ...github.repo,
        basehead: `${sha}...${pull.mergeSha}`,
        per_page: 100,
    });
    const isLinear = range.commits.every(({ parents }) => parents.length === 1);
    return range.status === 'ahead' && isLinear && range.ahead_by < details.commits;
}
function describeAmbiguity({ sha }, pulls) {
    const numbers = pulls.map(({ number }) => `#${number}`).join(' and ');
    return (`Commit ${sha} was merged by ${numbers} together, because GitHub merges all pull requests with the same commits. ` +
        'The reviewed one is unknown. Merge a new pull request.');
}
function describeAbsence({ sha, baseRef }, candidates) {
    const findings = candidates.map((candidate) => {
        const { number, state, mergedAt, baseRef: other } = candidate;
        if (other !== baseRef)
            return `#${number} is for the branch ${other}`;
        return mergedAt === undefined
            ? `#${number} is ${state} and not merged`
            : `#${number} was merged as other commits`;
    });
    const details = findings.length === 0 ? 'GitHub finds no pull request with this commit' : findings.join(', ');
    return `No pull request was merged to ${baseRef} as commit ${sha}: ${details}.`;
}


/***/ }),

/***/ 89804:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ redactPlan)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(82877);


const SENSITIVE = '(sensitive value)';
/** Values and the fields with their masks, in plans, states and configurations. */
const MASKS = {
    before: 'before_sensitive',
    after: 'after_sensitive',
    values: 'sensitive_values',
    value: 'sensitive',
    default: 'sensitive',
    config_values: 'config_sensitive',
};
/** Values that have no mask. */
const UNMASKED_VALUES = new Set(['value', 'default', 'constant_value']);
/**
 * Removes what a plan marks as sensitive, and these texts everywhere else.
 *
 * @param plan parsed JSON of `terraform show -json`
 */
function redactPlan(plan, redactor) {
    const declared = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'configuration'), 'root_module'), 'variables');
    const variables = (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(plan, 'variables');
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(plan) || !(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(variables))
        return redactPart(plan, redactor, { isValue: false });
    // The marks of variables are in the configuration.
    const marked = Object.entries(variables).map(([name, variable]) => [
        name,
        (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(declared, name), 'sensitive') === true ? { value: SENSITIVE } : variable,
    ]);
    return redactPart({ ...plan, variables: Object.fromEntries(marked) }, redactor, { isValue: false });
}
/** @param isValue whether the part is a value, not the structure of the plan, in which short secrets are other words */
function redactPart(part, redactor, { isValue }) {
    if (isValue && redactor.isSecret(part))
        return SENSITIVE;
    if (typeof part === 'string')
        return redactor.redact(part);
    if (typeof part === 'number')
        return redactor.redact(String(part)) === String(part) ? part : SENSITIVE;
    if ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(part))
        return part.map((item) => redactPart(item, redactor, { isValue }));
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(part))
        return part;
    const entries = Object.entries(part).map(([key, value]) => {
        const mask = MASKS[key];
        const masked = mask === undefined ? value : maskValue(value, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(part, mask));
        const isInside = (mask !== undefined && Object.hasOwn(part, mask)) || UNMASKED_VALUES.has(key);
        return [redactor.redact(key), redactPart(masked, redactor, { isValue: isValue || isInside })];
    });
    return Object.fromEntries(entries);
}
function maskValue(value, mask) {
    if (mask === true)
        return value === null ? null : SENSITIVE;
    if ((0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(value))
        return value.map((item, index) => maskValue(item, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .isList */ .Lv)(mask) ? mask[index] : undefined));
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(value) || !(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4)(mask))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, (0,_json__WEBPACK_IMPORTED_MODULE_0__/* .field */ .ZZ)(mask, key))]));
}


/***/ }),

/***/ 64742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ comparePlans),
/* harmony export */   TU: () => (/* binding */ hashAttribute),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   eq: () => (/* binding */ recordNames),
/* harmony export */   uQ: () => (/* binding */ recordRedactor),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_instance_key__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(22214);
/* harmony import */ var _text_redact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53326);
/* harmony import */ var _text_secret_parts__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(71572);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(21789);
/* harmony import */ var _plan_content__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(18969);






/**
 * Computes HMAC-SHA-256 in hexadecimal. A secret salt prevents guessing short texts.
 *
 * @param salt random, new for each record
 */
function hmac(text, salt) {
    if (salt.length < 16)
        throw new Error('the salt is shorter than 16 characters; use 32 random bytes');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salt).update(text).digest('hex');
}
/** Computes the hash of an attribute. */
const hashAttribute = (name, content, salt) => hmac(`${name}=${content}`, salt).slice(0, 16);
/** Returns a function that masks the secrets of a plan, which is the same for equal plans. */
const recordRedactor = ({ secrets }) => (0,_text_redact__WEBPACK_IMPORTED_MODULE_1__/* .createRedactor */ .lY)([...secrets, ...secrets.flatMap(_text_secret_parts__WEBPACK_IMPORTED_MODULE_3__/* .secretParts */ .B)]).redact;
/**
 * Returns a function from the name of a change to its name in a record. A hash takes the place
 * of a secret in an instance key.
 */
function recordNames(redact, salt) {
    return (name) => {
        const clean = (0,_plan_instance_key__WEBPACK_IMPORTED_MODULE_4__/* .replaceInstanceKeys */ .C)(name, redact);
        return clean === name ? name : `${clean} (${hmac(name, salt).slice(0, 16)})`;
    };
}
/** Hashes the changes of a plan for its record. */
function planEntries(sealed, salt) {
    const redact = recordRedactor(sealed.plan);
    const nameOf = recordNames(redact, salt);
    return new Map((0,_plan_content__WEBPACK_IMPORTED_MODULE_2__/* .planContent */ .nE)(sealed).map(({ name, kind, attributes, content, unknown, identity, created, removed }) => {
        const hashes = attributes.map(([attribute, value]) => [
            attribute,
            hashAttribute(attribute, value, salt),
        ]);
        const hashed = {
            hash: hmac(content, salt),
            attributes: Object.fromEntries(hashes),
            identityHash: hmac(identity, salt),
            createdHash: created && hmac(created, salt),
            removedHash: removed && hmac(removed, salt),
        };
        const masks = (0,_text_redact__WEBPACK_IMPORTED_MODULE_1__/* .redactDeep */ .KL)(unknown, redact);
        return [nameOf(name), { kind, unknown: (0,_text_json__WEBPACK_IMPORTED_MODULE_5__/* .isRecord */ .u4)(masks) ? masks : {}, ...hashed }];
    }));
}
/** Compares two plans that were hashed with the same salt. */
function comparePlans(reviewed, fresh) {
    const addresses = [...new Set([...reviewed.keys(), ...fresh.keys()])].sort();
    return addresses.flatMap((address) => compareEntries(address, reviewed.get(address), fresh.get(address)));
}
function compareEntries(address, reviewed, fresh) {
    if (reviewed?.hash === fresh?.hash)
        return [];
    const both = { address, reviewedKind: reviewed?.kind, freshKind: fresh?.kind, attributes: [] };
    if (reviewed === undefined)
        return [{ ...both, differs: 'only-fresh' }];
    if (fresh === undefined)
        return [{ ...both, differs: 'only-reviewed' }];
    if (reviewed.kind !== fresh.kind)
        return [{ ...both, differs: 'kind' }];
    const names = [...new Set([...Object.keys(reviewed.attributes), ...Object.keys(fresh.attributes)])].sort();
    const attributes = names.filter((name) => reviewed.attributes[name] !== fresh.attributes[name]);
    return [{ ...both, differs: 'values', attributes }];
}


/***/ }),

/***/ 5534:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ parseSnapshots),
/* harmony export */   LX: () => (/* binding */ compareSnapshots),
/* harmony export */   W9: () => (/* binding */ takeSnapshot),
/* harmony export */   Wj: () => (/* binding */ renderSnapshots)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(38522);
/* harmony import */ var node_zlib__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_zlib__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plan_json__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82877);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30333);
/* harmony import */ var _plan_redact_plan__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89804);
/* harmony import */ var _plan_setting__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27687);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(21789);
/* harmony import */ var _plan_content__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(18969);
/* harmony import */ var _plan_digest__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64742);









/** Takes a snapshot of a plan. */
function takeSnapshot({ json, settings, target }, { commit, secrets }) {
    const plan = (0,_plan_plan__WEBPACK_IMPORTED_MODULE_2__/* .parsePlan */ .vS)((0,_plan_redact_plan__WEBPACK_IMPORTED_MODULE_3__/* .redactPlan */ .n)((0,_plan_json__WEBPACK_IMPORTED_MODULE_6__/* .parseJsonExactly */ .OT)(json), secrets));
    // Other settings may contain values that no plan marks as sensitive.
    const versions = settings.filter(({ name }) => (0,_plan_setting__WEBPACK_IMPORTED_MODULE_7__/* .providerOf */ .l)(name) !== undefined);
    const changes = (0,_plan_content__WEBPACK_IMPORTED_MODULE_4__/* .planContent */ .nE)({ plan, settings: versions }).map(({ name, kind, content }) => [name, `${kind} ${shortHash(content)}`]);
    const sorted = changes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return { commit, target, changes: new Map(sorted), hash: shortHash(JSON.stringify(sorted)) };
}
const shortHash = (text) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('base64url').slice(0, 8);
/** Returns the differences of two plans; undefined if they differ and are too large to be listed. */
function compareSnapshots(earlier, current) {
    if (earlier.hash === current.hash)
        return [];
    if (earlier.changes === undefined || current.changes === undefined)
        return undefined;
    return (0,_plan_digest__WEBPACK_IMPORTED_MODULE_5__/* .comparePlans */ .OA)(entriesOf(earlier.changes), entriesOf(current.changes));
}
const entriesOf = (changes) => new Map([...changes].map(([address, text]) => {
    const [kind = '', hash = ''] = text.split(' ');
    const none = {
        attributes: {},
        unknown: {},
        identityHash: '',
        createdHash: undefined,
        removedHash: undefined,
    };
    return [address, { kind, hash, ...none }];
}));
const MAX_INFLATED_BYTES = 1024 * 1024;
/**
 * Serializes snapshots as Base64. Omits the changes of the last ones first.
 *
 * @param maxLength of the text, in characters
 */
function renderSnapshots(snapshots, maxLength) {
    for (let complete = snapshots.length; complete >= 0; complete--) {
        const text = encode(snapshots.map((one, at) => (at < complete ? one : { ...one, changes: undefined })));
        if (text.length <= maxLength)
            return text;
    }
    return '';
}
function encode(snapshots) {
    const plain = snapshots.map(({ commit, target, hash, changes }) => ({
        ...{ commit, target, hash },
        ...(changes && { changes: Object.fromEntries(changes) }),
    }));
    return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.deflateRawSync)(JSON.stringify({ plans: plain })).toString('base64');
}
/** Parses snapshots of a text that anyone may have edited; none if it is damaged. */
function parseSnapshots(text) {
    const { plans } = (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .parseObject */ .lj)(inflate(text)) ?? {};
    return Array.isArray(plans) ? plans.flatMap(parseSnapshot) : [];
}
function inflate(text) {
    try {
        const options = { maxOutputLength: MAX_INFLATED_BYTES };
        return (0,node_zlib__WEBPACK_IMPORTED_MODULE_1__.inflateRawSync)(Buffer.from(text, 'base64'), options).toString();
    }
    catch {
        return '';
    }
}
function parseSnapshot(value) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .isRecord */ .u4)(value))
        return [];
    const [commit, hash] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'commit') ?? '', (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'hash') ?? ''];
    const target = parseTarget(value['target']);
    if (!/^[0-9a-f]{40,64}$/.test(commit) || hash === '' || target === undefined)
        return [];
    const { changes } = value;
    const entries = (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .isRecord */ .u4)(changes) ? Object.entries(changes) : undefined;
    const texts = entries?.filter((one) => typeof one[1] === 'string');
    return [{ commit, target, hash, changes: texts && new Map(texts) }];
}
function parseTarget(value) {
    const [workspace, state] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'workspace'), (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'state')];
    if (workspace === undefined || state === undefined)
        return undefined;
    return { workspace, account: (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'account'), region: (0,_text_json__WEBPACK_IMPORTED_MODULE_8__/* .textAt */ .$6)(value, 'region'), state };
}


/***/ }),

/***/ 59755:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ compareTargets)
/* harmony export */ });
const NAMES = {
    workspace: 'workspace',
    account: 'AWS account',
    region: 'AWS region',
    state: 'state',
};
/** Compares the targets of the reviewed and the fresh plan. */
function compareTargets(reviewed, fresh) {
    const fields = ['workspace', 'account', 'region', 'state'];
    return fields
        .filter((field) => reviewed[field] !== fresh[field])
        .map((field) => ({
        name: NAMES[field],
        reviewed: reviewed[field] ?? 'unknown',
        fresh: fresh[field] ?? 'unknown',
    }));
}


/***/ })

};

export const id = 4650;
export const ids = [4650];
export const modules = {

/***/ 4650:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drift: () => (/* binding */ drift)
});

// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/issue.ts
var github_issue = __webpack_require__(43432);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs_inputs = __webpack_require__(40546);
// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/report/drift.ts



/** Returns the title of the drift issue. */
function driftTitle(stack) {
    return `Drift: ${(0,sanitize/* toPrintableLine */.Ld)((0,sanitize/* escapeWorkflowCommands */.Fy)(stack))}`.slice(0, limits/* MAX_TITLE_LENGTH */.tS);
}
const DRIFTED = `**The deployed resources differ from the configuration.** They were changed outside of Terraform, or a change of the configuration was never applied. The plan below shows what an apply would change.

- To restore the configuration, open a pull request. An empty commit is enough: \`git commit --allow-empty -m 'Restore the configuration'\`. The plan shows the changes, and the merge applies them.
- To keep the deployed values, add them to the configuration in a pull request.

Each check updates this issue and closes it when no difference is left.`;
const FAILED_CHECKS = `**A check of the configuration fails.** The deployed resources match the configuration, and a \`check\` block reports a problem. The list below shows which one.

Each check updates this issue and closes it when no difference and no failed check is left.`;
const RESOLVED = `**The deployed resources match the configuration again.** A check found no difference and closed this issue. A new difference reopens it.`;
/**
 * Renders the body of the drift issue.
 *
 * @param plan Markdown of the plan
 */
function driftBody(plan, { hasChanges, hasFailedChecks, engine }) {
    return `${hasChanges ? (0,plan_engine/* inWordsOf */.Wh)(engine, DRIFTED) : hasFailedChecks ? FAILED_CHECKS : RESOLVED}\n\n${plan}`;
}

// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/outcome.ts
var commands_outcome = __webpack_require__(28786);
// EXTERNAL MODULE: ./src/commands/stack/plan-outcome.ts + 20 modules
var plan_outcome = __webpack_require__(32189);
// EXTERNAL MODULE: ./src/commands/stack/input-warnings.ts
var input_warnings = __webpack_require__(7387);
// EXTERNAL MODULE: ./src/commands/stack/deploy-branch.ts
var deploy_branch = __webpack_require__(59411);
// EXTERNAL MODULE: ./src/commands/stack/plan-options.ts
var plan_options = __webpack_require__(80877);
// EXTERNAL MODULE: ./src/commands/stack/terraform-root.ts + 3 modules
var terraform_root = __webpack_require__(40884);
;// CONCATENATED MODULE: ./src/commands/drift/drift.ts












/** Compares the deployed resources with the configuration and keeps one issue about the difference. */
async function drift(inputs, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    (0,deploy_branch/* requireDeployBranch */.x)(context, inputs);
    (0,plan_options/* rejectPartialPlans */.x)(runtime.env);
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    if (github === undefined)
        throw new inputs_inputs/* InvalidInput */.o('github-token: is empty, and drift writes an issue with it. Remove the input or set a token.');
    const root = await terraform_root/* TerraformRoot */.z.open(inputs, runtime);
    try {
        await root.init('create');
        const { outcome, issue } = await findDrift(inputs, { context, github, root });
        if (issue.url !== '')
            runtime.log.info(`Drift issue for ${inputs.stack}: ${issue.kind}, ${issue.url}`);
        return (0,commands_outcome/* redactOutcome */.Ah)(outcome, root.secrets.redact);
    }
    catch (error) {
        const failure = (0,plan_outcome/* explainedFailure */.h_)(error, root.secrets.redact);
        if (failure === undefined)
            throw (0,commands_outcome/* redactError */.ki)(error, root.secrets.redact);
        // The issue stays as it is, because a failed plan shows no drift.
        return (0,plan_outcome/* failedPlanOutcome */.nx)(failure, root, context);
    }
    finally {
        await root.close();
    }
}
async function findDrift(inputs, { context, github, root, }) {
    const planned = await root.plan(inputs);
    const { counts, diagnostics, plan } = planned;
    if (!plan.complete && plan.deferred.length === 0)
        throw new inputs_inputs/* InvalidInput */.o('drift: the plan looked at some resources only, so it cannot show that nothing else has drifted. Remove -target and -exclude.');
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(planned, root, { context });
    const { hasChanges } = counts;
    const hasFailedChecks = plan.failedChecks.length > 0;
    const issue = await updateIssue(github, inputs.stack, {
        isOpen: hasChanges || hasFailedChecks,
        body: driftBody(rendered.comment, { hasChanges, hasFailedChecks, engine: root.engine }),
    });
    const outcome = {
        outputs: { ...(0,plan_outcome/* countOutputs */.wo)(counts), 'issue-url': issue.url },
        summary: rendered.summary,
        warnings: (0,input_warnings/* inputWarnings */.c)(planned, inputs),
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, root.secrets.redact),
        failure: issue.failure,
    };
    return { outcome, issue };
}
/** Does not throw for an error of GitHub, because the summary must have the drift. */
async function updateIssue(github, stack, { isOpen, body }) {
    const state = isOpen ? 'open' : 'closed';
    try {
        const issue = await (0,github_issue/* syncIssue */.d)(github, { topic: 'drift', stack, title: driftTitle(stack), body, state });
        return { ...issue, failure: undefined };
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        const problem = isOpen
            ? `${stack} has drifted, and the issue could not be written.`
            : `${stack} has no drift, and its issue could not be closed.`;
        const failure = { reason: 'github-error', message: `${problem} ${error.message}` };
        return { kind: 'unknown', url: '', failure };
    }
}


/***/ }),

/***/ 59411:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ requireDeployBranch)
/* harmony export */ });
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40546);

const REASONS = {
    apply: 'deploys a merged commit, after the push to its branch',
    drift: 'compares the deployed resources with the deployed code',
};
const VERBS = { apply: 'deploy', drift: 'check' };
/**
 * Rejects a run for anything but the deployed branch.
 *
 * @throws InvalidInput
 */
function requireDeployBranch(context, { command, deployBranch }) {
    if (context.event === 'pull_request')
        throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`command: ${command} ${REASONS[command]}. On a pull request, use plan.`);
    const { ref, defaultBranch } = context;
    const branch = deployBranch ?? defaultBranch;
    const isBranch = ref.startsWith('refs/heads/') && !ref.startsWith('refs/heads/gh-readonly-queue/');
    if (isBranch && (branch === undefined || ref === `refs/heads/${branch}`))
        return;
    const expected = branch === undefined ? 'a branch' : `the branch ${branch}`;
    throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`command: ${command} runs for ${expected} only, and this run is for ${ref || 'no branch'}. To ${VERBS[command]} another branch, name it in the input deploy-branch.`);
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


/***/ })

};

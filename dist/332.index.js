export const id = 332;
export const ids = [332];
export const modules = {

/***/ 3332:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  drift: () => (/* binding */ drift)
});

// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(9556);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/report/drift.ts

/** GitHub takes 256 characters. */
const LONGEST_NAME = 200;
/** The title of the issue on a stack. */
function driftTitle(stack) {
    return `Drift: ${(0,sanitize/* toPrintableLine */.Ld)((0,sanitize/* escapeWorkflowCommands */.Fy)(stack)).slice(0, LONGEST_NAME)}`;
}
const DRIFTED = `**What is deployed is no longer what the code describes.** It was changed outside of Terraform, or a change of the code was never applied. Below is what an apply would do about it.

- To put back what the code says, open a pull request (an empty commit will do): its plan shows what is put back, and its merge does it.
- To keep what is there, bring it into the code by a pull request.

Each check updates this issue, and closes it when nothing is left.`;
const MENDED = `**What is deployed is what the code describes again.** A check found so and closed this issue; should they part again, it is reopened.`;
/**
 * The text of the issue on a stack.
 * @param plan as the comment on a pull request shows it
 */
function driftBody(plan, { hasChanges }) {
    return `${hasChanges ? DRIFTED : MENDED}\n\n${plan}`;
}

// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(6661);
// EXTERNAL MODULE: ./src/github/comment.ts
var comment = __webpack_require__(7318);
// EXTERNAL MODULE: ./src/github/token-owner.ts
var token_owner = __webpack_require__(3592);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/github/issue.ts




const ATTEMPTS = 3;
const PAUSE_MS = 2_000;
/**
 * Keeps the one issue on this topic and stack: opens, updates, closes or reopens it.
 *
 * Ours is what begins with our marker and was opened by the owner of the token. One that a person closed stays
 * closed: whoever closed it has seen it, and what comes after is another matter.
 *
 * @throws GitHubError
 */
async function keepIssue(github, request) {
    for (let attempt = 1;; attempt++) {
        try {
            return await keep(github, request);
        }
        catch (error) {
            if (attempt >= ATTEMPTS || !isWorthAnotherLook(error))
                throw error;
            await github.clock.sleep(PAUSE_MS * attempt);
        }
    }
}
/** One whose making was not confirmed may be there now; one that was just deleted is not. */
function isWorthAnotherLook(error) {
    if (!(error instanceof github_error/* GitHubError */.y_))
        return false;
    const { method } = error.facts;
    return method === 'POST' ? error.isUncertain : method === 'PATCH' && error.status === 404;
}
async function keep(github, request) {
    const marker = (0,comment/* markerOf */.we)(request.topic, request.stack);
    const place = { marker, self: await (0,token_owner/* tokenOwnerId */.K)(github) };
    const body = `${marker}\n${request.body}`;
    const [oldest, ...twins] = await findOurs(github, place, 'open');
    if (request.wanted === 'open' && oldest === undefined)
        return revive(github, place, { ...request, body });
    if (oldest === undefined)
        return { kind: 'absent', url: '' };
    for (const twin of twins)
        await closeTwin(github, twin, marker);
    if (request.wanted === 'closed') {
        await edit(github, oldest, { body, state: 'closed', state_reason: 'completed' });
        return { kind: 'closed', url: oldest.url };
    }
    if (oldest.body !== body)
        await edit(github, oldest, { body });
    return { kind: 'updated', url: oldest.url };
}
/** Our issues in this state, oldest first. Pull requests come in the same list. */
async function findOurs(github, { marker, self }, state) {
    const found = await github.octokit.paginate('GET /repos/{owner}/{repo}/issues', { ...github.repo, state, per_page: 100 }, ({ data }) => (0,json/* itemsOf */.S3)(data).filter((one) => (0,json/* valueAt */.fK)(one, 'pull_request') === undefined &&
        (0,json/* numberAt */.tk)(one, 'user', 'id') === self &&
        (0,json/* textAt */.$6)(one, 'body')?.startsWith(marker) === true));
    return found.flatMap(parseIssue).sort((a, b) => a.number - b.number);
}
function parseIssue(data) {
    const number = (0,json/* numberAt */.tk)(data, 'number');
    const url = (0,json/* textAt */.$6)(data, 'html_url');
    return number === undefined || url === undefined ? [] : [{ number, url, body: (0,json/* textAt */.$6)(data, 'body') ?? '' }];
}
/** Reopens the last one if it was we who closed it, else opens a new one. */
async function revive(github, place, { title, body }) {
    const last = (await findOurs(github, place, 'closed')).at(-1);
    if (last === undefined || !(await isClosedBy(github, last, place.self)))
        return create(github, place, { title, body });
    await edit(github, last, { body, state: 'open', state_reason: 'reopened' });
    return { kind: 'reopened', url: last.url };
}
/** A list may leave out who closed what it lists. */
async function isClosedBy(github, { number }, self) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
        ...github.repo,
        issue_number: number,
    });
    return data.closed_by?.id === self;
}
async function create(github, place, { title, body }) {
    const { data } = await github.octokit.request('POST /repos/{owner}/{repo}/issues', {
        ...github.repo,
        title,
        body,
    });
    const made = { number: data.number, url: data.html_url, body };
    // Another run may have opened one at the same time; whichever looks last sees both, and the oldest stays.
    const [oldest = made, ...twins] = await findOurs(github, place, 'open').catch(orNone);
    for (const twin of twins)
        await closeTwin(github, twin, place.marker);
    return { kind: 'opened', url: oldest.url };
}
function orNone(error) {
    if (error instanceof github_error/* GitHubError */.y_)
        return [];
    throw error;
}
async function edit(github, { number }, change) {
    await github.octokit.request('PATCH /repos/{owner}/{repo}/issues/{issue_number}', {
        ...github.repo,
        issue_number: number,
        ...change,
    });
}
/** Closes one that says what another says, and takes our marker out of it, so that it is never reopened. */
async function closeTwin(github, twin, marker) {
    const body = twin.body.replace(marker, comment/* SUPERSEDED */.ls);
    await edit(github, twin, { body, state: 'closed', state_reason: 'not_planned' });
}

// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs_inputs = __webpack_require__(6103);
// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __webpack_require__(9776);
// EXTERNAL MODULE: ./src/commands/stack/pull-request-comment.ts + 11 modules
var pull_request_comment = __webpack_require__(7090);
// EXTERNAL MODULE: ./src/commands/stack/stack.ts + 4 modules
var stack_stack = __webpack_require__(5153);
;// CONCATENATED MODULE: ./src/commands/drift/drift.ts








/** Finds what was changed outside of Terraform, and keeps one issue on it. */
async function drift(inputs, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    if (context.event === 'pull_request') {
        throw new inputs_inputs/* InvalidInput */.o('command: drift compares what is deployed with the code that it was deployed from; on a pull request, use plan');
    }
    const github = await (0,pull_request_comment/* openPullRequestApi */.Z_)(inputs, context, runtime);
    if (github === undefined)
        throw new inputs_inputs/* InvalidInput */.o('github-token: is empty; drift keeps an issue with it');
    const stack = await stack_stack/* Stack */.B.open(inputs, runtime);
    try {
        await stack.prepare();
        return await report(await stack.plan(), { inputs, context, github, stack, runtime });
    }
    catch (error) {
        const diagnostics = (0,pull_request_comment/* diagnosticsOf */.o)(error);
        if (diagnostics === undefined)
            throw error;
        // Whether there is drift is not known, so the issue stays as it is.
        const message = stack.secrets.redact(error instanceof Error ? error.message : String(error));
        return {
            outputs: {},
            summary: (0,pull_request_comment/* renderFor */.EN)({ context, stack }, diagnostics).summary,
            warnings: [],
            annotations: (0,pull_request_comment/* annotationsOf */.Ih)(diagnostics, inputs.directory, stack.secrets),
            failure: { reason: (0,failure/* reasonOf */.A)(error), message },
        };
    }
    finally {
        await stack.close();
    }
}
async function report(planned, place) {
    const { inputs, stack, runtime } = place;
    const { counts, diagnostics } = planned;
    const rendered = (0,pull_request_comment/* renderFor */.EN)(place, diagnostics, planned);
    const kept = await drift_keep(driftBody(rendered.comment, counts), counts.hasChanges, place);
    if (kept.url !== '')
        runtime.log.info(`The issue on ${inputs.stack} is ${kept.kind}: ${kept.url}`);
    return {
        outputs: { ...(0,pull_request_comment/* countOutputs */.wo)(counts), 'issue-url': kept.url },
        summary: rendered.summary,
        warnings: [],
        annotations: (0,pull_request_comment/* annotationsOf */.Ih)(diagnostics, inputs.directory, stack.secrets),
        failure: kept.failure,
    };
}
/** Where GitHub refuses the issue, the summary still tells what was found. */
async function drift_keep(body, hasDrift, { inputs, github }) {
    const { stack } = inputs;
    const wanted = hasDrift ? 'open' : 'closed';
    try {
        const request = { topic: 'drift', stack, title: driftTitle(stack), body, wanted };
        return { ...(await keepIssue(github, request)), failure: undefined };
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_))
            throw error;
        const what = hasDrift
            ? `${stack} has drifted, and there is no issue on it`
            : `the issue on ${stack} stays`;
        const failure = { reason: 'github-failed', message: `${what}. ${error.message}` };
        return { kind: 'unknown', url: '', failure };
    }
}


/***/ })

};

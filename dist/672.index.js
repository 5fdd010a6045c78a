export const id = 672;
export const ids = [672];
export const modules = {

/***/ 9672:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  apply: () => (/* binding */ apply)
});

// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(5155);
// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(9556);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 4 modules
var inputs_inputs = __webpack_require__(6103);
// EXTERNAL MODULE: ./src/review/destroy-guard.ts + 1 modules
var destroy_guard = __webpack_require__(4418);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(6590);
;// CONCATENATED MODULE: ./src/report/action-words.ts

/** Of Terraform's events and of plans, which have different names for some. */
const WORDS = new Map([
    ['create', { sign: '🟢', past: 'created' }],
    ['update', { sign: '🟡', past: 'updated' }],
    ['replace', { sign: '🟠', past: 'replaced' }],
    ['delete', { sign: '🔴', past: 'destroyed' }],
    ['read', { sign: '🔵', past: 'read' }],
    ['import', { sign: '🔵', past: 'imported' }],
    ['move', { sign: '⚪', past: 'moved' }],
    ['forget', { sign: '⚪', past: 'forgotten' }],
    ['remove', { sign: '⚪', past: 'forgotten' }],
    ['noop', { sign: '⚪', past: 'left as it is' }],
    ['no-op', { sign: '⚪', past: 'moved or imported' }],
]);
/** What an action is called once it is done; of one that is newer than this program, its own name. */
const wordsOf = (action) => WORDS.get(action) ?? { sign: '⚪', past: `changed (${(0,markdown/* code */.aY)(action)})` };

// EXTERNAL MODULE: ./src/report/destructive-changes.ts
var destructive_changes = __webpack_require__(2766);
// EXTERNAL MODULE: ./src/report/fit.ts
var fit = __webpack_require__(877);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(7403);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(3844);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/report/apply.ts







const MOST_BYTES = 1_000_000;
/** A longer list of what went well opens at a click. */
const MOST_DONE = 20;
/** What an apply did: what failed with which words, what was not tried, what to do next, and what is done. */
function renderApplied(report, options) {
    const { failed, unfinished, notTried } = report;
    const { errors, warnings } = complaints(report, options);
    const name = (address) => (0,markdown/* code */.aY)(options.redact(address));
    return (0,fit/* fit */.U)([
        `### ${title(report, options)} · ${(0,markdown/* code */.aY)(options.stack)}`,
        sentence(report, options),
        aftermath(options),
        list('#### Failed', failed.map((one) => `- ${name(one.address)} ${failure(one)}${words(options.redact(one.message))}`)),
        errors,
        list(`#### Begun, and not heard of again\n\n${UNHEARD}\n`, unfinished.map((one) => `- ${name(one.address)} was being ${wordsOf(one.action).past}${halfway(one)}.`)),
        list('#### Not tried', notTried.map(({ address, action }) => {
            const { sign, past } = wordsOf(action);
            return `- ${sign} ${name(address)} was to be ${past}`;
        })),
        done(report, options),
        warnings,
        (0,footer/* footer */.qr)(options),
    ], MOST_BYTES);
}
const UNHEARD = 'Terraform never said how these ended, so they may exist without being in the state: look for them before the next apply.';
function title({ applied, unfinished }, { outcome }) {
    switch (outcome) {
        case 'applied':
            return '✅ Applied';
        case 'failed':
            return applied.length + unfinished.length > 0 ? '❌ Apply failed in the middle' : '❌ Apply failed';
        case 'cancelled':
            return '⚠️ Apply cancelled';
    }
}
function sentence(report, { outcome, seconds }) {
    const { failed, unfinished, notTried } = report;
    const counts = countsOf(report);
    if (outcome === 'applied')
        return `**Applied:** ${counts || 'no resource had to change'}, in ${(0,footer/* duration */.p0)(seconds)}.`;
    const parts = [
        failed.length > 0 && `**${failed.length} failed**`,
        unfinished.length > 0 && `${unfinished.length} begun and not heard of again`,
        notTried.length > 0 && `${notTried.length} not tried`,
    ].filter((part) => part !== false);
    const left = parts.length === 0 ? '' : `${parts.join(', ')}. `;
    return `${left}Done until then, in ${(0,footer/* duration */.p0)(seconds)}: ${counts || 'nothing'}.`;
}
/** What is done, by kind: `3 created, 1 replaced`. */
function countsOf({ applied }) {
    const counts = new Map();
    for (const { action } of applied) {
        const { past } = wordsOf(action);
        counts.set(past, (counts.get(past) ?? 0) + 1);
    }
    return [...counts].map(([past, count]) => `${count} ${past}`).join(', ');
}
function aftermath({ outcome, aftermath, redact }) {
    if (aftermath.length === 0)
        return '';
    const kind = outcome === 'failed' ? 'CAUTION' : 'WARNING';
    return [`> [!${kind}]`, ...aftermath.map((text) => `> - ${(0,markdown/* proseWithCommands */.O5)(redact(text))}`)].join('\n');
}
function failure(one) {
    const after = one.seconds < 1 ? '' : ` (${(0,footer/* duration */.p0)(one.seconds)})`;
    return `could not be ${wordsOf(one.action).past}${after}${halfway(one)}.`;
}
/** How a replacement stands of which only one step is done. */
function halfway({ action, done }) {
    if (action !== 'replace' || done.length === 0)
        return '';
    return done.includes('delete')
        ? ': **the old one is destroyed, and the new one is not there**'
        : ': the new one is there, and the old one still is';
}
const words = (message) => message === '' ? '' : `\n\n${indent((0,markdown/* fence */.EU)('text', (0,markdown/* wrap */.LV)((0,sanitize/* escapeInvisible */.ts)(message).split('\n'))))}`;
const indent = (text) => text.replace(/^(?=.)/gm, '  ');
/** Errors that no resource carries, and all warnings. */
function complaints({ diagnostics, failed }, { redact }) {
    const told = new Set(failed.map(({ address }) => address));
    const rest = diagnostics.filter(({ severity, address }) => severity === 'warning' || address === undefined || !told.has(address));
    const { errors, warnings } = (0,sections/* diagnosticSections */.A0)(rest, redact);
    return { errors: { ...errors, open: '#### What Terraform says' }, warnings };
}
function done({ applied }, { outcome, redact }) {
    const lines = applied.map(({ address, action, seconds }) => {
        const { sign, past } = wordsOf(action);
        return `- ${sign} ${(0,markdown/* code */.aY)(redact(address))} ${past}${seconds < 1 ? '' : `, ${(0,footer/* duration */.p0)(seconds)}`}`;
    });
    const heading = outcome === 'applied' ? '' : '#### Done';
    if (lines.length <= MOST_DONE)
        return list(heading, lines);
    const summary = `<details><summary>✅ ${(0,markdown/* plural */.LS)(lines.length, 'change')}</summary>\n`;
    return list([heading, summary].join('\n\n').trimStart(), lines, '\n</details>');
}
function list(open, lines, close = '') {
    return {
        open,
        items: lines.map((line) => ({ text: () => line })),
        separator: '\n',
        close,
        share: 0.25,
        leftOut: (items) => `… and ${(0,markdown/* plural */.LS)(items.length, 'more resource')}.`,
    };
}
/** Why nothing was applied: the plan takes away what holds data, and nobody has allowed it. */
function renderStopped(dangers, stack) {
    return (0,fit/* fit */.U)([
        `### ⛔ Not applied: data would be destroyed · ${(0,markdown/* code */.aY)(stack)}`,
        'Nothing was changed. **What to do:** if the data is to stay, fix the configuration in a pull request; if it may go, allow it in one, as shown below.',
        ...(0,destructive_changes/* dangerSections */.K)(dangers),
    ], MOST_BYTES);
}

;// CONCATENATED MODULE: ./src/report/plan-changed.ts




/** GitHub takes 65,536 characters; some are for the marker by which a comment is found again. */
const plan_changed_MOST_BYTES = 60_000;
/** Why nothing was applied: what people reviewed is not what would happen now, change by change. */
function renderChanged(differences, options) {
    const { stack, pull, runUrl, freshVersion } = options;
    return (0,fit/* fit */.U)([
        `### ⛔ Not applied: the plan has changed · ${(0,markdown/* code */.aY)(stack)}`,
        `What would be applied now is not what was reviewed in #${pull}. Nothing was changed.`,
        NEXT,
        ...reasons(differences, options),
        listOf(differences),
        (0,footer/* footer */.qr)({ terraformVersion: freshVersion, commit: '', runUrl }),
    ], plan_changed_MOST_BYTES);
}
const NEXT = '**What to do:** open a pull request (an empty commit will do), review the plan that it shows, and merge that.';
/** What may have led to it, where that is known. */
function reasons(differences, { reviewedVersion, freshVersion }) {
    if (reviewedVersion !== freshVersion) {
        return [
            `It was reviewed with Terraform ${(0,markdown/* code */.aY)(reviewedVersion)} and planned now with ${(0,markdown/* code */.aY)(freshVersion)}, which can be the reason.`,
        ];
    }
    return differences.length === 0
        ? [
            'Each single change is as it was reviewed; what differs goes with all of them, such as an action of a provider or a change that is put off.',
        ]
        : [];
}
function listOf(differences) {
    const few = differences.length === 1 ? '1 change differs' : `${(0,markdown/* plural */.LS)(differences.length, 'change')} differ`;
    return {
        open: `#### ${few}\n`,
        items: differences.map((difference) => ({ text: () => item(difference) })),
        separator: '\n',
        close: '',
        share: 1,
        leftOut: (items) => `… and ${(0,markdown/* plural */.LS)(items.length, 'more change')}.`,
    };
}
function item({ address, differs, reviewedKind = '', freshKind = '', attributes }) {
    const [reviewed, fresh] = [wordsOf(reviewedKind).past, wordsOf(freshKind).past];
    const name = `- ${(0,markdown/* code */.aY)(address)}`;
    switch (differs) {
        case 'only-reviewed':
            return `${name} was to be ${reviewed}, and now is not in the plan`;
        case 'only-fresh':
            return `${name} was not in the plan, and now **would be ${fresh}**`;
        case 'kind':
            return `${name} was to be ${reviewed}, and now **would be ${fresh}**`;
        case 'values': {
            const which = attributes.filter((attribute) => attribute !== '').map(markdown/* code */.aY);
            const named = which.length === 0 ? '' : `: ${which.join(', ')}`;
            return `${name} would be ${fresh} as reviewed, but with other values${named}`;
        }
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: ./src/terraform/diagnostic.ts
var diagnostic = __webpack_require__(917);
// EXTERNAL MODULE: ./src/terraform/events.ts
var events = __webpack_require__(7891);
// EXTERNAL MODULE: ./src/terraform/follow-file.ts
var follow_file = __webpack_require__(2002);
;// CONCATENATED MODULE: ./src/terraform/apply-outcome.ts





/** Reads, after the end, what Terraform wrote to its file. */
async function readApplyTranscript(stdoutFile, redact) {
    const progress = new ApplyProgress();
    const clean = (value) => redactDeep(value, redact);
    let version = '';
    await follow(stdoutFile, (line) => {
        const event = parseLine(line, clean);
        progress.take(event);
        if (event.kind === 'version')
            ({ version } = event);
    }, AbortSignal.abort());
    const report = progress.report();
    return { version, report, lock: report.diagnostics.map(lockOf).find((one) => one !== undefined) };
}
/**
 * Terraform's last word is its count or what went wrong, and it says neither before the state is saved or
 * could not be (backend/local/backend_apply.go).
 */
function stateOutcomeOf(report) {
    const errors = report.diagnostics.filter(isLastWord);
    if (errors.some(({ summary }) => UNSAVED.test(summary)))
        return 'unsaved';
    if (report.summary !== undefined)
        return 'saved';
    if (errors.length === 0)
        return 'unheard';
    const { applied, failed, unfinished } = report;
    return applied.length + failed.length + unfinished.length === 0 ? 'untouched' : 'saved';
}
const UNSAVED = /^Failed to (?:(?:save|persist|serialize) state|create local state file)/;
/** The one error that comes earlier: an interrupted apply saves at once, and again at its end. */
const isLastWord = ({ severity, summary }) => severity === 'error' && summary !== 'Error saving current state';

// EXTERNAL MODULE: ./src/terraform/error.ts
var error = __webpack_require__(4790);
// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(8911);
;// CONCATENATED MODULE: ./src/commands/stack/recovery.ts




/** What a failed or cancelled apply left: the lock, the state, and what to do next, a sentence each. */
async function describeRecovery(applied, stack, runtime) {
    const { interrupted, report, succeeded, unsavedState } = applied;
    const released = await releaseLock(applied, stack);
    const isSaved = unsavedState !== undefined && (await saveLate(unsavedState, { interrupted, stack, runtime }));
    const kept = await keptState(stack, runtime);
    const fate = isSaved ? 'saved' : stateOutcomeOf(report);
    const sentences = [
        ...(released ?? [(0,state_status/* describeRemoteLock */.$r)(kept, (lock) => fate === 'unheard' && (0,state_status/* isOfThisMachine */.TH)(lock))]),
        (0,state_status/* describeState */.Jw)({ fate, kept, unsavedState }),
        succeeded ? '' : (0,state_status/* nextStep */.sk)(fate, interrupted ? 'cancelled' : 'failed'),
    ];
    return sentences.filter((sentence) => sentence !== '');
}
/** Only a lock that this very run took is taken away again. @returns undefined when Terraform said nothing of a lock */
async function releaseLock({ lock }, stack) {
    if (lock === undefined)
        return undefined;
    if (lock.kind === 'held')
        return [(0,error/* lockAdvice */.q)(lock)];
    return stack.terraform.forceUnlock(lock.id).then(() => [`This run's lock (${lock.id}) had been left behind and was removed.`], () => [(0,error/* lockAdvice */.q)(lock)]);
}
/** Before each attempt. A runner is gone soon, and with it the file. */
const SAVE_WAITS_MS = [0, 5_000, 15_000, 30_000, 60_000];
/** Saves in the backend what Terraform could not. @returns whether it could */
async function saveLate(file, { interrupted, stack, runtime, }) {
    // A cancelled run has seconds.
    for (const waitMs of interrupted ? [0] : SAVE_WAITS_MS) {
        await runtime.clock.sleep(waitMs);
        try {
            await stack.terraform.pushState(file);
        }
        catch {
            runtime.log.info('The state could not be saved in the backend; trying again');
            continue;
        }
        runtime.log.info('The state could not be saved at first, and is now');
        await (0,promises_.rm)(file, { force: true });
        return true;
    }
    return false;
}
async function keptState(stack, runtime) {
    const { session, terraform, inputs } = stack;
    const kept = await (0,state_status/* readRemoteState */.ch)(inputs.directory, runtime, session && (() => Promise.resolve(session)));
    if (!('reason' in kept))
        return kept;
    // Any other backend, or one that reads its credentials from its own settings: only Terraform can ask it.
    const head = await terraform.stateHead().catch(() => undefined);
    return head === undefined ? kept : { serial: head.serial, lock: undefined };
}
/** Terraform's outputs as JSON: what is sensitive only where it is asked for by name, and then masked first. */
async function terraformOutputs(stack, wanted) {
    const outputs = await stack.terraform.output().catch(() => new Map());
    const shown = {};
    for (const [name, { value, sensitive }] of outputs) {
        if (sensitive && !wanted.includes(name))
            continue;
        if (sensitive)
            stack.secrets.learn(textsOf(value));
        shown[name] = value;
    }
    return JSON.stringify(shown);
}
function textsOf(value) {
    if (typeof value === 'string')
        return [value];
    if (typeof value !== 'object' || value === null)
        return [];
    return Object.values(value).flatMap(textsOf);
}

// EXTERNAL MODULE: ./src/commands/failure.ts
var commands_failure = __webpack_require__(9776);
// EXTERNAL MODULE: ./src/commands/stack/pull-request-comment.ts + 11 modules
var pull_request_comment = __webpack_require__(7090);
// EXTERNAL MODULE: ./src/github/branch.ts
var branch = __webpack_require__(6675);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(6661);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/github/pull-request.ts


/** GitHub's index of commits lags behind a merge by seconds. A commit that was pushed without one waits as long. */
const INDEX_LAG_MS = [1_000, 2_000, 4_000, 8_000];
/** Finds the pull request that brought a commit to its branch, by whichever way it was merged. */
async function findMergedPullRequest(github, commit, { waitsMs } = { waitsMs: INDEX_LAG_MS }) {
    for (let attempt = 0;; attempt++) {
        const candidates = await listPullRequests(github, commit.sha);
        const merged = await broughtBy(github, commit, candidates);
        const [pull, ...others] = merged;
        if (pull !== undefined && others.length === 0)
            return { kind: 'found', pull };
        if (pull !== undefined)
            return { kind: 'several', pulls: merged, reason: several(commit, merged) };
        const waitMs = waitsMs[attempt];
        if (waitMs === undefined)
            return { kind: 'none', reason: none(commit, candidates) };
        await github.clock.sleep(waitMs);
    }
}
async function listPullRequests(github, sha) {
    try {
        const found = await github.octokit.paginate('GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls', { ...github.repo, commit_sha: sha, per_page: 100 }, ({ data }) => (0,json/* itemsOf */.S3)(data).flatMap(parseCandidate));
        const here = `${github.repo.owner}/${github.repo.repo}`.toLowerCase();
        return found.filter(({ baseRepository }) => baseRepository.toLowerCase() === here);
    }
    catch (error) {
        // A commit that the index has not reached is one that it does not know.
        if (error instanceof github_error/* GitHubError */.y_ && error.status === 422)
            return [];
        throw error;
    }
}
function parseCandidate(data) {
    const number = (0,json/* numberAt */.tk)(data, 'number');
    const [headSha, baseRef] = [(0,json/* textAt */.$6)(data, 'head', 'sha'), (0,json/* textAt */.$6)(data, 'base', 'ref')];
    if (number === undefined || headSha === undefined || baseRef === undefined)
        return [];
    const headRepository = (0,json/* numberAt */.tk)(data, 'head', 'repo', 'id');
    return [
        {
            number,
            headSha,
            baseRef,
            isFork: headRepository === undefined || headRepository !== (0,json/* numberAt */.tk)(data, 'base', 'repo', 'id'),
            baseRepository: (0,json/* textAt */.$6)(data, 'base', 'repo', 'full_name') ?? '',
            title: (0,json/* textAt */.$6)(data, 'title') ?? '',
            author: (0,json/* textAt */.$6)(data, 'user', 'login') ?? 'ghost',
            url: (0,json/* textAt */.$6)(data, 'html_url') ?? '',
            state: (0,json/* textAt */.$6)(data, 'state') ?? '',
            mergeSha: (0,json/* textAt */.$6)(data, 'merge_commit_sha'),
            mergedAt: (0,json/* textAt */.$6)(data, 'merged_at'),
        },
    ];
}
/**
 * The merge commit of a pull request is, after its merge, what the base branch was moved to: the merge, the squashed
 * commit, or the last rebased one. Only a commit in the middle of a rebase is another, and costs a comparison.
 */
async function broughtBy(github, { sha, baseRef }, candidates) {
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
/** The last n commits up to the merge are the n of the pull request, if no merge commit ties them together. */
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
function several({ sha }, pulls) {
    const numbers = pulls.map(({ number }) => `#${number}`).join(' and ');
    return (`Commit ${sha} was merged by ${numbers} at once: pull requests with the same commits are merged together. ` +
        'Which of them was reviewed is not known; merge a new pull request, on its own.');
}
function none({ sha, baseRef }, candidates) {
    const said = candidates.map((candidate) => {
        const { number, state, mergedAt, baseRef: other } = candidate;
        if (other !== baseRef)
            return `#${number} is for the branch ${other}`;
        return mergedAt === undefined
            ? `#${number} is ${state} and not merged`
            : `#${number} brought other commits`;
    });
    const found = said.length === 0 ? 'GitHub knows no pull request with it' : said.join(', ');
    return `No merged pull request brought commit ${sha} to ${baseRef}: ${found}.`;
}

// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(4742);
// EXTERNAL MODULE: ./src/review/plan-content.ts
var plan_content = __webpack_require__(8969);
// EXTERNAL MODULE: ./src/plan/plan.ts
var plan_plan = __webpack_require__(8720);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(2877);
;// CONCATENATED MODULE: ./src/review/remaining-changes.ts





/**
 * Whether a plan is what a failed apply of a reviewed one has left to do: each change was reviewed, with every value
 * that was known then, and what is to be replaced is not the old one still. What was known only after an apply may be
 * known by now.
 *
 * It can be asked only where that apply was made of the same code and variables, and nothing was applied since: a
 * value that was not known could be any other now, and a change that is missing could have been undone.
 */
function isRemainderOf(plan, reviewed) {
    if (plan.errored || !plan.complete || plan.deferred.length > 0 || plan.actionInvocations.length > 0)
        return false;
    return (plan.resources.every((change) => (0,plan_plan/* isEffective */.kc)(change) ? wasReviewed(change, reviewed) : isDone(change, reviewed)) && plan.outputs.filter(({ kind }) => !(0,plan_plan/* isQuiet */.rM)(kind)).every((change) => wasSeen(change, reviewed)));
}
/** What the plan was made with, besides the code. */
const hashPlanInputs = ({ variables }, given, salt) => (0,plan_digest/* hmac */.w8)((0,plan_json/* canonicalJson */.dj)({ variables, given }), salt);
function wasReviewed(change, { entries, salt }) {
    const isSealed = (content, hash) => content !== undefined && (0,plan_digest/* hmac */.w8)(content, salt) === hash;
    const entry = entries.get((0,plan_content/* resourceContent */.kQ)(change).name);
    // What a replacement has put aside, and has not come to delete.
    if (entry === undefined)
        return (change.kind === 'delete' && isSealed((0,plan_content/* resourceContent */.kQ)(change).gone, entries.get(change.address)?.gone));
    const then = (0,plan_content/* resourceContent */.kQ)(asKnownThen(change, entry.unknown));
    if (isSealed(then.content, entry.hash))
        return true;
    // Moves and imports are done first, and are seen only where they are still to come.
    if (change.previousAddress !== undefined || change.importId !== undefined)
        return false;
    if (isHalfMade(change, entry))
        return isSealed(then.made, entry.made);
    return (change.kind === 'update' &&
        entry.kind === 'update' &&
        isSealed(then.what, entry.what) &&
        then.attributes.every(([name, content]) => (0,plan_digest/* hashAttribute */.TU)(name, content, salt) === entry.attributes[name]));
}
/** What the apply took away and did not make, or made and did not finish. */
function isHalfMade({ kind, reason }, entry) {
    if (entry.kind !== 'create' && entry.kind !== 'replace')
        return false;
    return kind === 'create' || (kind === 'replace' && reason === 'replace_because_tainted');
}
/** Not so where something is left as it is that was to be replaced: its reason has gone with the failed apply. */
function isDone(change, { entries, salt }) {
    const entry = entries.get(change.address);
    if (entry?.kind !== 'replace' || change.kind !== 'no-op')
        return true;
    return (0,plan_digest/* hmac */.w8)((0,plan_content/* resourceContent */.kQ)({ ...change, kind: 'delete' }).gone ?? '', salt) !== entry.gone;
}
function wasSeen(change, { entries, salt }) {
    const entry = entries.get((0,plan_content/* outputContent */.rt)(change).name);
    if (entry === undefined)
        return false;
    return (0,plan_digest/* hmac */.w8)((0,plan_content/* outputContent */.rt)(asKnownThen(change, (0,plan_json/* field */.ZZ)(entry.unknown, 'value'))).content, salt) === entry.hash;
}
/** A change as the reviewed plan had it. @param marks what was not known then, as in `after_unknown` */
function asKnownThen(change, marks) {
    // What was known, if only as null, and is not any more is no rest of it.
    if (!isWithin(change.afterUnknown, marks))
        return change;
    return { ...change, after: blank(change.after, marks), afterUnknown: marks ?? false };
}
function isWithin(marks, others) {
    if (others === true)
        return true;
    if ((0,plan_json/* isList */.Lv)(marks))
        return marks.every((mark, index) => isWithin(mark, (0,plan_json/* isList */.Lv)(others) ? others[index] : undefined));
    if ((0,json/* isRecord */.u4)(marks))
        return Object.entries(marks).every(([key, mark]) => isWithin(mark, (0,plan_json/* field */.ZZ)(others, key)));
    return marks !== true;
}
/** Leaves out what is marked, as Terraform does: keys of objects; elements of lists become null. */
function blank(value, marks) {
    if (marks === true)
        return null;
    if ((0,plan_json/* isList */.Lv)(value))
        return value.map((item, index) => blank(item, (0,plan_json/* isList */.Lv)(marks) ? marks[index] : undefined));
    if (!(0,json/* isRecord */.u4)(value))
        return value;
    const known = Object.entries(value).filter(([key]) => (0,plan_json/* field */.ZZ)(marks, key) !== true);
    return Object.fromEntries(known.map(([key, item]) => [key, blank(item, (0,plan_json/* field */.ZZ)(marks, key))]));
}

// EXTERNAL MODULE: ./src/commands/stack/records.ts + 3 modules
var stack_records = __webpack_require__(2454);
;// CONCATENATED MODULE: ./src/commands/apply/review.ts







/** Finds the pull request that the commit came by, and what was recorded of its plan. */
async function reviewOf(planned, place) {
    const { inputs, context, stack, runtime } = place;
    const github = await (0,pull_request_comment/* openPullRequestApi */.Z_)(inputs, context, runtime);
    if (github === undefined)
        return { kind: 'none', reason: 'github-token is empty, so no pull request can be looked up.' };
    const baseRef = /^refs\/heads\/(.+)$/.exec(context.ref)?.[1];
    if (baseRef === undefined)
        return { kind: 'none', reason: `The run is for ${context.ref}, which is not a branch.` };
    const origin = await findMergedPullRequest(github, { sha: context.sha, baseRef });
    if (origin.kind !== 'found')
        return { kind: 'none', reason: origin.reason };
    const records = await (0,stack_records/* openRecords */.tW)(stack, runtime);
    const { pull } = origin;
    if (records === undefined)
        return {
            kind: 'none',
            reason: 'Plans are not recorded: the state is not in S3 and plan-records is not given.',
        };
    const { number: pullNumber, headSha } = pull;
    const repositoryId = Number(context.repository.id);
    const record = await records.read({ repositoryId, pullNumber, headSha, stack: inputs.stack });
    if (record === undefined)
        return { kind: 'none', reason: unrecorded(pull, inputs.stack) };
    runtime.log.info(`The plan reviewed in #${pullNumber} (${headSha}) is compared with the fresh one`);
    if (record.fingerprint === planned.fingerprint)
        return { kind: 'equal', record };
    if (!planned.counts.hasChanges)
        return { kind: 'nothing', pull: pullNumber };
    const fresh = (0,plan_digest/* planEntries */.W9)(planned.plan, record.salt);
    // The same job of an older commit would take back what came after it.
    if ((await isLeft(planned, record, place)) && (await (0,branch/* getBranchHead */.Rs)(github, baseRef)) === context.sha) {
        const review = { kind: 'rest', record, left: fresh.size };
        runtime.log.info(remainingSentence(review));
        return review;
    }
    const differences = (0,plan_digest/* comparePlans */.OA)(record.entries, fresh);
    return { kind: 'changed', pull: pullNumber, differences, reviewedVersion: record.terraformVersion };
}
/**
 * Whether an apply of that very plan, at this commit and with the same variables, has failed, nothing was applied
 * since, and the fresh plan is what is left.
 */
async function isLeft(planned, record, place) {
    const { context, stack, runtime } = place;
    const opened = await (0,stack_records/* openAttempts */.DI)(stack, context, runtime);
    const attempt = await opened?.attempts.read().catch(deniedAsNone);
    if (attempt === undefined)
        return false;
    const isSame = attempt.commit === context.sha &&
        attempt.fingerprint === record.fingerprint &&
        attempt.workspace === workspaceOf(stack) &&
        attempt.makings === makingsOf(planned, record, stack) &&
        record.terraformVersion === stack.terraformVersion &&
        attempt.serial === (await opened?.serial());
    return isSame && isRemainderOf(planned.plan, record);
}
/** Notes that an apply of a reviewed plan has failed, for the same job to go on. @throws AwsError */
async function recordAttempt(planned, record, { context, stack, runtime }) {
    const opened = await (0,stack_records/* openAttempts */.DI)(stack, context, runtime);
    const serial = await opened?.serial();
    if (opened === undefined || serial === undefined)
        return;
    await opened.attempts.write({
        commit: context.sha,
        workspace: workspaceOf(stack),
        fingerprint: record.fingerprint,
        makings: makingsOf(planned, record, stack),
        serial,
    });
}
const workspaceOf = ({ inputs }) => inputs.workspace ?? 'default';
const makingsOf = ({ plan }, { salt }, { inputs }) => hashPlanInputs(plan, { targets: inputs.targets, replace: inputs.replace }, salt);
/** A role that may not look there has noted nothing there. */
function deniedAsNone(error) {
    if (error instanceof aws_error/* AwsError */.Gy)
        return undefined;
    throw error;
}
/** Why less is applied than was reviewed. */
const remainingSentence = ({ record, left }) => `This is what an apply that failed has left of the plan that was reviewed in #${record.pullNumber}: ${left === 1 ? '1 change' : `${left} changes`}, and nothing else.`;
function unrecorded({ number, headSha }, stack) {
    return `No plan of ${stack} was recorded for #${number} at ${headSha}: plan did not run there, or failed.`;
}

// EXTERNAL MODULE: ./src/commands/stack/stack.ts + 4 modules
var stack_stack = __webpack_require__(5153);
;// CONCATENATED MODULE: ./src/commands/apply/apply.ts












/** Applies a plan, if it is the one that was reviewed and destroys nothing that holds data. */
async function apply(inputs, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    if (context.event === 'pull_request') {
        throw new inputs_inputs/* InvalidInput */.o('command: apply is for commits that are merged; on a pull request, use plan');
    }
    const stack = await stack_stack/* Stack */.B.open(inputs, runtime);
    try {
        await stack.prepare();
        const planned = await stack.plan();
        const review = await reviewOf(planned, { inputs, context, stack, runtime });
        return ((await refusal(planned, review, { inputs, context, stack, runtime })) ??
            (await applyPlan(planned, review, { inputs, context, stack, runtime })));
    }
    finally {
        await stack.close();
    }
}
/** What keeps a plan from being applied, if anything does. */
async function refusal(planned, review, place) {
    const { inputs, context, stack, runtime } = place;
    if (review.kind === 'changed') {
        const summary = renderChanged(review.differences, {
            stack: inputs.stack,
            pull: review.pull,
            runUrl: context.runUrl,
            reviewedVersion: review.reviewedVersion,
            freshVersion: stack.terraformVersion,
        });
        const said = await (0,pull_request_comment/* postComment */.Gy)({ pull: review.pull, topic: 'plan-changed', stack: inputs.stack, body: summary }, { inputs, context, runtime });
        const count = review.differences.length;
        const changes = count === 1 ? '1 change differs' : `${count} changes differ`;
        const message = `the plan of ${inputs.stack} is not the one that was reviewed in #${review.pull}: ${changes}; nothing was applied`;
        return { ...refused(planned, { reason: 'plan-changed', message }, summary), warnings: said.warnings };
    }
    if (review.kind === 'none' && inputs.requireReview && planned.counts.hasChanges) {
        const summary = [`### ⛔ Not applied: no reviewed plan · ${(0,markdown/* code */.aY)(inputs.stack)}`, review.reason].join('\n\n');
        return refused(planned, { reason: 'not-reviewed', message: `${inputs.stack} was not applied: ${review.reason}` }, summary);
    }
    const dangers = (0,destroy_guard/* blockingChanges */.$A)(planned.dangers);
    if (dangers.length === 0)
        return undefined;
    const addresses = dangers.map(({ address }) => address).join(', ');
    const message = `${inputs.stack} was not applied: the plan destroys ${addresses}; if that is meant, list what may go in allow-destroy, for plan and for apply`;
    return refused(planned, { reason: 'destroy-refused', message }, renderStopped(planned.dangers, inputs.stack));
}
function refused(planned, failure, summary) {
    return { outputs: (0,pull_request_comment/* countOutputs */.wo)(planned.counts), summary, warnings: [], annotations: [], failure };
}
async function applyPlan(planned, review, place) {
    const { inputs, stack, context, runtime } = place;
    const startedMs = runtime.clock.now();
    runtime.log.group('terraform apply');
    const applied = await stack.terraform
        .apply(planned.planFile, { parallelism: inputs.parallelism, lockTimeout: inputs.lockTimeout })
        .finally(() => {
        runtime.log.endGroup();
    });
    const outcome = applied.interrupted ? 'cancelled' : applied.succeeded ? 'applied' : 'failed';
    const aftermath = outcome === 'applied' ? [] : await describeRecovery(applied, stack, runtime);
    if (outcome !== 'applied' && (review.kind === 'equal' || review.kind === 'rest'))
        aftermath.push(...(await note(planned, review.record, place)));
    const outputs = await terraformOutputs(stack, inputs.sensitiveOutputs);
    const summary = renderApplied(applied.report, {
        stack: inputs.stack,
        terraformVersion: stack.terraformVersion,
        runUrl: context.runUrl,
        commit: context.sha,
        seconds: (runtime.clock.now() - startedMs) / 1000,
        outcome,
        aftermath,
        redact: stack.secrets.redact,
    });
    const reasons = { applied: undefined, failed: (0,commands_failure/* reasonOf */.A)(applied.failure), cancelled: 'cancelled' };
    const reason = reasons[outcome] === 'terraform-failed' ? 'apply-failed' : reasons[outcome];
    const message = stack.secrets.redact([applied.failure?.message ?? '', ...aftermath].join('\n').trim());
    return {
        outputs: { ...(0,pull_request_comment/* countOutputs */.wo)(planned.counts), 'terraform-outputs': outputs },
        summary: [summary, ...allowed(planned.dangers), ...besides(review)].join('\n\n'),
        warnings: [
            ...(0,destroy_guard/* unusedAllowances */.q_)(planned.dangers, inputs.allowDestroy),
            ...(review.kind === 'none' ? [`Applied without a reviewed plan: ${review.reason}`] : []),
        ],
        annotations: [],
        failure: reason && { reason, message },
    };
}
/** @returns a sentence where the same job will not be able to go on */
async function note(planned, record, place) {
    try {
        await recordAttempt(planned, record, place);
        return [];
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsError */.Gy))
            throw error;
        return [
            `This attempt could not be noted (${error.message}), so the rest needs a new pull request: an empty commit will do.`,
        ];
    }
}
/** Names the stateful resources that `allow-destroy` let this apply destroy. */
function allowed(dangers) {
    const addresses = dangers.filter(({ verdict }) => verdict === 'allowed').map(({ address }) => (0,markdown/* code */.aY)(address));
    return addresses.length === 0 ? [] : [`Permitted by \`allow-destroy\`: ${addresses.join(', ')}.`];
}
function besides(review) {
    if (review.kind === 'rest')
        return [remainingSentence(review)];
    return review.kind === 'nothing'
        ? [`There is nothing left to change of what was reviewed in #${review.pull}.`]
        : [];
}


/***/ }),

/***/ 2454:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DI: () => (/* binding */ openAttempts),
  tW: () => (/* binding */ openRecords),
  zv: () => (/* binding */ recordOf)
});

// EXTERNAL MODULE: ./src/aws/bucket.ts + 1 modules
var aws_bucket = __webpack_require__(7295);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(1789);
;// CONCATENATED MODULE: ./src/aws/apply-attempt-store.ts


const MOST_BYTES = 64 * 1024;
/**
 * Attempts, each an object `applies/<repository>/<stack>.json` in the bucket of the state. The deploy role writes them,
 * and nobody who plans.
 */
class ApplyAttempts {
    of;
    bucket;
    constructor(bucket, of, { session, runtime }) {
        this.of = of;
        this.bucket = new aws_bucket/* Bucket */.f(bucket, session, runtime);
    }
    /** @throws AwsError */
    async write(attempt) {
        await this.bucket.write(this.key, JSON.stringify(attempt));
    }
    /** @returns undefined when there is none; what it lacks is empty, and like nothing. @throws AwsError */
    async read() {
        const found = (0,json/* parseJson */.qF)((await this.bucket.read(this.key, MOST_BYTES)) ?? '');
        if (!(0,json/* isRecord */.u4)(found))
            return undefined;
        const text = (name) => (typeof found[name] === 'string' ? found[name] : '');
        const serial = found['serial'];
        return {
            commit: text('commit'),
            workspace: text('workspace'),
            fingerprint: text('fingerprint'),
            makings: text('makings'),
            serial: typeof serial === 'number' ? serial : -1,
        };
    }
    get key() {
        return `applies/${this.of.repositoryId}/${encodeURIComponent(this.of.stack)}.json`;
    }
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(4212);
;// CONCATENATED MODULE: ./src/review/plan-record.ts


/** A record that cannot be written, cannot be read, or is of another plan than was asked for. */
class InvalidPlanRecord extends Error {
    name = 'InvalidPlanRecord';
}
const VERSION = 2;
const LONGEST_STACK = 200;
function renderPlanRecord(record) {
    return JSON.stringify({ ...record, version: VERSION, entries: Object.fromEntries(record.entries) });
}
/**
 * Reads a record that anybody may have written; fields that it does not know are left out.
 * @throws InvalidPlanRecord with the reason
 */
function parsePlanRecord(body) {
    const record = (0,json/* parseJson */.qF)(body);
    if (!(0,json/* isRecord */.u4)(record))
        throw new InvalidPlanRecord('it is not a JSON object');
    if (record['version'] !== VERSION) {
        const version = (0,sanitize/* toPrintableLine */.Ld)(String(record['version']));
        throw new InvalidPlanRecord(`it has version ${version}, and this version of the action reads only ${VERSION}`);
    }
    return {
        ...checkPlanSubject(record),
        runId: check(record['runId'], 'runId', isId),
        runAttempt: check(record['runAttempt'], 'runAttempt', isId),
        terraformVersion: check(record['terraformVersion'], 'terraformVersion', isWord),
        workspace: check(record['workspace'], 'workspace', isStack),
        fingerprint: check(record['fingerprint'], 'fingerprint', isWord),
        salt: check(record['salt'], 'salt', isWord),
        entries: new Map(Object.entries(mapValues(record['entries'], 'entries', recordedChange))),
        counts: mapValues(record['counts'], 'counts', (count, label) => check(count, label, isCount)),
        createdAt: new Date(check(record['createdAt'], 'createdAt', isTime)),
    };
}
function recordedChange(value, label) {
    const { kind, hash, attributes, unknown, what, made, gone } = check(value, label, json/* isRecord */.u4);
    return {
        kind: check(kind, `${label}.kind`, isWord),
        hash: check(hash, `${label}.hash`, isWord),
        attributes: mapValues(attributes, `${label}.attributes`, (one, name) => check(one, name, isWord)),
        unknown: mapValues(unknown, `${label}.unknown`, (one, name) => check(one, name, isMarks)),
        what: check(what, `${label}.what`, isWord),
        made: made === undefined ? undefined : check(made, `${label}.made`, isWord),
        gone: gone === undefined ? undefined : check(gone, `${label}.gone`, isWord),
    };
}
/** @throws InvalidPlanRecord when a field is not what GitHub gives */
function checkPlanSubject(subject) {
    return {
        repositoryId: check(subject.repositoryId, 'repositoryId', isId),
        pullNumber: check(subject.pullNumber, 'pullNumber', isId),
        headSha: check(subject.headSha, 'headSha', isSha),
        stack: check(subject.stack, 'stack', isStack),
    };
}
/** What a record says it is of and was not asked for, as `pull request 8 instead of 7`; empty for the right one. */
function differences(record, wanted) {
    const differs = (name, is, asked) => is === asked ? [] : [(0,sanitize/* toPrintableLine */.Ld)(`${name} ${is} instead of ${asked}`)];
    return [
        ...differs('repository', record.repositoryId, wanted.repositoryId),
        ...differs('pull request', record.pullNumber, wanted.pullNumber),
        ...differs('commit', record.headSha, wanted.headSha),
        ...differs('stack', record.stack, wanted.stack),
    ];
}
function check(value, label, is) {
    if (is(value))
        return value;
    throw new InvalidPlanRecord(`its field ${(0,sanitize/* toPrintableLine */.Ld)(label)} is missing or not what it should be`);
}
function mapValues(value, label, read) {
    const entries = Object.entries(check(value, label, json/* isRecord */.u4));
    // Not by assignment, which would take an entry called __proto__ for a prototype.
    return Object.fromEntries(entries.map(([name, one]) => [name, read(one, `${label}['${name}']`)]));
}
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isId = (value) => isCount(value) && value > 0;
const isText = (value) => typeof value === 'string';
const isSha = (value) => isText(value) && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
const isStack = (value) => isText(value) && value !== '' && value.length <= LONGEST_STACK;
// Hashes, versions, kinds: printable and short, so that they can be shown as they are.
const isWord = (value) => isText(value) && /^[\w.:/+=-]{1,200}$/.test(value);
const isMarks = (value) => {
    if (typeof value === 'boolean')
        return true;
    return (Array.isArray(value) || (0,json/* isRecord */.u4)(value)) && Object.values(value).every(isMarks);
};
const isTime = (value) => isText(value) && !Number.isNaN(Date.parse(value));

;// CONCATENATED MODULE: ./src/aws/plan-record-store.ts


/** A place for records that cannot be meant. */
class InvalidRecordsUrl extends Error {
    name = 'InvalidRecordsUrl';
}
// A plan that changes 5,000 resources comes to about eight.
const plan_record_store_MOST_BYTES = 32 * 1024 * 1024;
const DISTRUST = ' Run plan on the pull request again; if this stays, see who else writes to that folder.';
/**
 * The records of reviewed plans, each an object `<repository>/<pull request>/<commit>/<stack>.json` below an S3 URL.
 *
 * Who may write there decides what may be applied: the plan role and nobody else.
 * Of two records of one plan the later stays, as of two runs the later comment is what people read;
 * a record lets nothing through but what a fresh plan comes to as well, and the bucket's versions keep the earlier one.
 */
class PlanRecords {
    prefix;
    bucket;
    /**
     * @param url `s3://bucket/prefix/`, as the input `plan-records` has it
     * @throws InvalidRecordsUrl
     */
    constructor(url, session, runtime) {
        const { bucket, prefix } = parseRecordsUrl(url);
        this.prefix = prefix;
        this.bucket = new aws_bucket/* Bucket */.f(bucket, session, runtime);
    }
    /**
     * @returns the URL of the record
     * @throws InvalidPlanRecord for one that could not be read back; AwsError
     */
    async write(record) {
        const key = this.keyOf(record);
        const url = `s3://${this.bucket.name}/${key}`;
        // By way of what can be read, so that nothing else comes along.
        const body = named(`${url} was not written`, '', () => renderPlanRecord(parsePlanRecord(renderPlanRecord(record))));
        const bytes = Buffer.byteLength(body);
        if (bytes > plan_record_store_MOST_BYTES) {
            throw new InvalidPlanRecord(`The record of this plan has ${bytes} bytes, and at most ${plan_record_store_MOST_BYTES} are read: split the stack ${record.stack}.`);
        }
        await this.bucket.write(key, body);
        return url;
    }
    /**
     * @returns undefined when nobody recorded a plan of this stack at this commit
     * @throws InvalidPlanRecord for one that is not readable or is of another plan; AwsError
     */
    async read(wanted) {
        const key = this.keyOf(wanted);
        const body = await this.bucket.read(key, plan_record_store_MOST_BYTES);
        if (body === undefined)
            return undefined;
        return named(`s3://${this.bucket.name}/${key} is not to be trusted`, DISTRUST, () => {
            const record = parsePlanRecord(body);
            const wrong = differences(record, wanted);
            if (wrong.length > 0)
                throw new InvalidPlanRecord(`it is a record of ${wrong.join(', ')}`);
            return record;
        });
    }
    keyOf(subject) {
        const { repositoryId, pullNumber, headSha, stack } = named('The record of a plan has no place', '', () => checkPlanSubject(subject));
        return `${this.prefix}${repositoryId}/${pullNumber}/${headSha}/${encodeURIComponent(stack)}.json`;
    }
}
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
const URL_FORM = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([\w!.*'()/-]*))?$/;
function parseRecordsUrl(url) {
    const [, bucket, prefix = ''] = URL_FORM.exec(url) ?? [];
    if (bucket === undefined || /^\/|\/\/|(?:^|\/)\.\.?(?:\/|$)/.test(prefix)) {
        throw new InvalidRecordsUrl(`plan-records: '${url}' is not the URL of a folder in S3; it looks like s3://acme-terraform-state/plans/`);
    }
    return { bucket, prefix: prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/` };
}
/** Adds to a refusal what it means and what to do. */
function named(meaning, advice, read) {
    try {
        return read();
    }
    catch (error) {
        if (!(error instanceof InvalidPlanRecord))
            throw error;
        throw new InvalidPlanRecord(`${meaning}: ${error.message}.${advice}`, { cause: error });
    }
}

// EXTERNAL MODULE: ./src/aws/session.ts
var aws_session = __webpack_require__(9401);
// EXTERNAL MODULE: ./src/aws/state-serial.ts
var state_serial = __webpack_require__(1753);
;// CONCATENATED MODULE: ./src/commands/stack/records.ts




/** Where the records of reviewed plans are: `plan-records`, or `plans/` beside the state; undefined when nowhere. */
async function openRecords(stack, runtime) {
    const backend = await stack.backend();
    const url = stack.inputs.planRecords ?? (backend && `s3://${backend.bucket}/plans/`);
    if (url === undefined)
        return undefined;
    const access = await accessFor(stack, runtime);
    return new PlanRecords(url, access.session, access.runtime);
}
/** Where an apply that fails is noted, `applies/` beside the state; undefined when that is not in S3. */
async function openAttempts(stack, { repository }, runtime) {
    const backend = await stack.backend();
    if (backend === undefined)
        return undefined;
    const access = await accessFor(stack, runtime);
    const of = { repositoryId: repository.id, stack: stack.inputs.stack };
    return {
        attempts: new ApplyAttempts(backend.bucket, of, access),
        serial: () => (0,state_serial/* readSerial */.$)(backend, access.session, access.runtime),
    };
}
async function accessFor(stack, runtime) {
    const { aws } = stack.inputs;
    const region = (await stack.backend())?.region ?? aws.region ?? 'us-east-1';
    const awsWorld = { env: runtime.env, mask: runtime.log.mask, proxyUrl: runtime.proxyUrl };
    const session = stack.session ?? (await (0,aws_session/* ambientSession */.P)({ region, allowedAccountIds: aws.allowedAccountIds }, awsWorld));
    return { session: { ...session, region }, runtime: awsWorld };
}
/** What is kept of a plan that people have seen. */
function recordOf(planned, given) {
    const { context, inputs, salt, entries, version } = given;
    return {
        repositoryId: Number(context.repository.id),
        pullNumber: context.number,
        headSha: context.headSha,
        stack: inputs.stack,
        runId: Number(context.runId),
        runAttempt: Number(context.runAttempt),
        terraformVersion: version,
        workspace: inputs.workspace ?? 'default',
        fingerprint: planned.fingerprint,
        salt,
        entries,
        counts: Object.fromEntries(Object.entries(planned.counts).filter(isNumber)),
        createdAt: new Date(),
    };
}
const isNumber = (entry) => typeof entry[1] === 'number';


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

/***/ 4742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   OA: () => (/* binding */ comparePlans),
/* harmony export */   TU: () => (/* binding */ hashAttribute),
/* harmony export */   W9: () => (/* binding */ planEntries),
/* harmony export */   w8: () => (/* binding */ hmac)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _plan_content__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8969);


/**
 * A text made unrecognisable: without the salt, nobody can try out what it was.
 * @param salt random, and new for each record
 */
function hmac(text, salt) {
    if (salt.length < 16)
        throw new Error('a salt shorter than 16 characters protects nothing; draw 32 random bytes');
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHmac)('sha256', salt).update(text).digest('hex');
}
const hashAttribute = (name, content, salt) => hmac(`${name}=${content}`, salt).slice(0, 16);
/** The changes of a plan for its record, so that a later plan can be compared with it change by change. */
function planEntries(plan, salt) {
    return new Map((0,_plan_content__WEBPACK_IMPORTED_MODULE_1__/* .planContent */ .nE)(plan).map(({ name, kind, attributes, content, unknown, what, made, gone }) => {
        const hashes = attributes.map(([attribute, value]) => [
            attribute,
            hashAttribute(attribute, value, salt),
        ]);
        const sealed = {
            hash: hmac(content, salt),
            attributes: Object.fromEntries(hashes),
            what: hmac(what, salt),
            made: made && hmac(made, salt),
            gone: gone && hmac(gone, salt),
        };
        return [name, { kind, unknown, ...sealed }];
    }));
}
/** What is different between two plans whose entries were made with the same salt. */
function comparePlans(reviewed, fresh) {
    const addresses = [...new Set([...reviewed.keys(), ...fresh.keys()])].sort();
    return addresses.flatMap((address) => compare(address, reviewed.get(address), fresh.get(address)));
}
function compare(address, reviewed, fresh) {
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


/***/ })

};

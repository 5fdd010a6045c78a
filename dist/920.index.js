export const id = 920;
export const ids = [920];
export const modules = {

/***/ 16920:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  plan: () => (/* binding */ plan)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/aws/error.ts
var aws_error = __webpack_require__(25155);
// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 8 modules
var inputs = __webpack_require__(73232);
// EXTERNAL MODULE: ./src/review/plan-digest.ts
var plan_digest = __webpack_require__(64742);
// EXTERNAL MODULE: ./src/review/plan-record.ts
var plan_record = __webpack_require__(99823);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
// EXTERNAL MODULE: ./src/commands/github-client.ts
var github_client = __webpack_require__(72631);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/outcome.ts
var outcome = __webpack_require__(28786);
// EXTERNAL MODULE: ./src/commands/stack/comment.ts
var stack_comment = __webpack_require__(44884);
// EXTERNAL MODULE: ./src/commands/stack/plan-outcome.ts + 20 modules
var plan_outcome = __webpack_require__(32189);
// EXTERNAL MODULE: ./src/commands/stack/input-warnings.ts
var input_warnings = __webpack_require__(7387);
// EXTERNAL MODULE: ./src/commands/stack/plan-records.ts + 1 modules
var plan_records = __webpack_require__(90221);
// EXTERNAL MODULE: ./src/commands/stack/stack-outputs.ts + 1 modules
var stack_outputs = __webpack_require__(72011);
// EXTERNAL MODULE: ./src/commands/stack/plan-options.ts
var plan_options = __webpack_require__(80877);
// EXTERNAL MODULE: ./src/commands/stack/terraform-root.ts + 3 modules
var terraform_root = __webpack_require__(40884);
// EXTERNAL MODULE: ./src/github/comment.ts
var comment = __webpack_require__(47318);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/github/pull-request.ts
var pull_request = __webpack_require__(52524);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: ./src/plan/json.ts
var plan_json = __webpack_require__(82877);
// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan_plan = __webpack_require__(30333);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
;// CONCATENATED MODULE: ./src/plan/redact-plan.ts


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
    const declared = (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(plan, 'configuration'), 'root_module'), 'variables');
    const variables = (0,plan_json/* field */.ZZ)(plan, 'variables');
    if (!(0,json/* isRecord */.u4)(plan) || !(0,json/* isRecord */.u4)(variables))
        return redactPart(plan, redactor, { isValue: false });
    // The marks of variables are in the configuration.
    const marked = Object.entries(variables).map(([name, variable]) => [
        name,
        (0,plan_json/* field */.ZZ)((0,plan_json/* field */.ZZ)(declared, name), 'sensitive') === true ? { value: SENSITIVE } : variable,
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
    if ((0,plan_json/* isList */.Lv)(part))
        return part.map((item) => redactPart(item, redactor, { isValue }));
    if (!(0,json/* isRecord */.u4)(part))
        return part;
    const entries = Object.entries(part).map(([key, value]) => {
        const mask = MASKS[key];
        const masked = mask === undefined ? value : maskValue(value, (0,plan_json/* field */.ZZ)(part, mask));
        const isInside = (mask !== undefined && Object.hasOwn(part, mask)) || UNMASKED_VALUES.has(key);
        return [redactor.redact(key), redactPart(masked, redactor, { isValue: isValue || isInside })];
    });
    return Object.fromEntries(entries);
}
function maskValue(value, mask) {
    if (mask === true)
        return value === null ? null : SENSITIVE;
    if ((0,plan_json/* isList */.Lv)(value))
        return value.map((item, index) => maskValue(item, (0,plan_json/* isList */.Lv)(mask) ? mask[index] : undefined));
    if (!(0,json/* isRecord */.u4)(value) || !(0,json/* isRecord */.u4)(mask))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskValue(item, (0,plan_json/* field */.ZZ)(mask, key))]));
}

// EXTERNAL MODULE: ./src/plan/setting.ts
var setting = __webpack_require__(27687);
// EXTERNAL MODULE: ./src/review/plan-content.ts
var plan_content = __webpack_require__(18969);
;// CONCATENATED MODULE: ./src/review/plan-snapshot.ts









/** Takes a snapshot of a plan. */
function takeSnapshot({ json, settings, target }, { commit, secrets }) {
    const plan = (0,plan_plan/* parsePlan */.vS)(redactPlan((0,plan_json/* parseJsonExactly */.OT)(json), secrets));
    // Other settings may contain values that no plan marks as sensitive.
    const versions = settings.filter(({ name }) => (0,setting/* providerOf */.l)(name) !== undefined);
    const changes = (0,plan_content/* planContent */.nE)({ plan, settings: versions }).map(({ name, kind, content }) => [name, `${kind} ${shortHash(content)}`]);
    const sorted = changes.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return { commit, target, changes: new Map(sorted), hash: shortHash(JSON.stringify(sorted)) };
}
const shortHash = (text) => (0,external_node_crypto_.createHash)('sha256').update(text).digest('base64url').slice(0, 8);
/** Returns the differences of two plans; undefined if they differ and are too large to be listed. */
function compareSnapshots(earlier, current) {
    if (earlier.hash === current.hash)
        return [];
    if (earlier.changes === undefined || current.changes === undefined)
        return undefined;
    return (0,plan_digest/* comparePlans */.OA)(entriesOf(earlier.changes), entriesOf(current.changes));
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
    return (0,external_node_zlib_.deflateRawSync)(JSON.stringify({ plans: plain })).toString('base64');
}
/** Parses snapshots of a text that anyone may have edited; none if it is damaged. */
function parseSnapshots(text) {
    const { plans } = (0,json/* parseObject */.lj)(inflate(text)) ?? {};
    return Array.isArray(plans) ? plans.flatMap(parseSnapshot) : [];
}
function inflate(text) {
    try {
        const options = { maxOutputLength: MAX_INFLATED_BYTES };
        return (0,external_node_zlib_.inflateRawSync)(Buffer.from(text, 'base64'), options).toString();
    }
    catch {
        return '';
    }
}
function parseSnapshot(value) {
    if (!(0,json/* isRecord */.u4)(value))
        return [];
    const [commit, hash] = [(0,json/* textAt */.$6)(value, 'commit') ?? '', (0,json/* textAt */.$6)(value, 'hash') ?? ''];
    const target = parseTarget(value['target']);
    if (!/^[0-9a-f]{40,64}$/.test(commit) || hash === '' || target === undefined)
        return [];
    const { changes } = value;
    const entries = (0,json/* isRecord */.u4)(changes) ? Object.entries(changes) : undefined;
    const texts = entries?.filter((one) => typeof one[1] === 'string');
    return [{ commit, target, hash, changes: texts && new Map(texts) }];
}
function parseTarget(value) {
    const [workspace, state] = [(0,json/* textAt */.$6)(value, 'workspace'), (0,json/* textAt */.$6)(value, 'state')];
    if (workspace === undefined || state === undefined)
        return undefined;
    return { workspace, account: (0,json/* textAt */.$6)(value, 'account'), region: (0,json/* textAt */.$6)(value, 'region'), state };
}

// EXTERNAL MODULE: ./src/review/plan-target.ts
var plan_target = __webpack_require__(59755);
;// CONCATENATED MODULE: ./src/commands/plan/differences.ts


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
        `> **${title} (${(0,markdown/* plural */.LS)(differences.length, 'difference')}).`,
        ...(list.length === 0 ? [] : ['>', ...list]),
    ].join('\n');
}
function describeDifference({ address, differs, attributes }) {
    const names = attributes.filter((name) => name !== '').map(markdown/* codeSpan */.SS);
    switch (differs) {
        case 'only-reviewed':
            return `${(0,markdown/* codeSpan */.SS)(address)} is no longer in the plan`;
        case 'only-fresh':
            return `${(0,markdown/* codeSpan */.SS)(address)} is new in the plan`;
        case 'kind':
            return `${(0,markdown/* codeSpan */.SS)(address)} changes in another way`;
        case 'values':
            return `${(0,markdown/* codeSpan */.SS)(address)} has other values${names.length === 0 ? '' : ` of ${names.join(', ')}`}`;
    }
}
/** Returns a warning about two plans of one commit for different states or accounts; undefined for the same one. */
function describeOtherTarget(earlier, current) {
    const differences = (0,plan_target/* compareTargets */.w)(earlier, current);
    if (differences.length === 0)
        return undefined;
    const list = differences.map(({ name, reviewed, fresh }) => `${name} ${(0,markdown/* codeSpan */.SS)(reviewed)} instead of ${(0,markdown/* codeSpan */.SS)(fresh)}`);
    return [
        '> [!WARNING]',
        `> **An earlier plan of the same commit was for another target**: ${list.join(', ')}. This plan replaces it, and \`apply\` rejects the earlier one. If both are to be applied, give each its own \`stack\`.`,
    ].join('\n');
}

;// CONCATENATED MODULE: ./src/commands/plan/earlier-comment.ts








const NO_EARLIER_COMMENT = { snapshots: [], newerHead: undefined };
/** The comment is more important than the note in it. */
async function readEarlierComment({ github, headSha, ...subject }) {
    if (github === undefined)
        return NO_EARLIER_COMMENT;
    try {
        const body = await (0,comment/* readComment */.W)(github, { ...subject, topic: 'plan' });
        const [, commit, text = ''] = HIDDEN_LINE.exec(body ?? '') ?? [];
        if (commit === undefined)
            return NO_EARLIER_COMMENT;
        const isNewer = commit !== headSha && (await (0,pull_request/* getHeadSha */.J)(github, subject.pull)) === commit;
        return { snapshots: parseSnapshots(text), newerHead: isNewer ? commit : undefined };
    }
    catch (error) {
        if (error instanceof github_error/* GitHubError */.y_)
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
    const free = limits/* MAX_BODY_BYTES */.YK + MIN_HIDDEN_LENGTH - Buffer.byteLength(markdown);
    const text = renderSnapshots(snapshots, Math.min(MAX_HIDDEN_LENGTH, free));
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
    const others = snapshots.filter(({ commit, target }) => commit !== current.commit && (0,plan_target/* compareTargets */.w)(target, current.target).length === 0);
    const isApproved = approvals.some(({ commit }) => commit === current.commit);
    const approved = isApproved ? undefined : findApproved(others, approvals);
    const earlier = approved?.snapshot ?? others[0];
    if (earlier === undefined)
        return [];
    const commit = (0,markdown/* codeSpan */.SS)(earlier.commit.slice(0, 7));
    return approved === undefined
        ? [renderComparison(earlier, current, { since: `the plan of ${commit}`, kind: 'NOTE' })]
        : [
            renderComparison(earlier, current, {
                since: `${(0,markdown/* codeSpan */.SS)(approved.approval.login)} approved ${commit}`,
                kind: 'WARNING',
            }),
        ];
}
/** Returns Markdown about another plan of the same commit, which people may have seen. */
function describeOtherPlan(current, { snapshots }) {
    const same = snapshots.find(({ commit }) => commit === current.commit);
    if (same === undefined)
        return [];
    const otherTarget = describeOtherTarget(same.target, current.target);
    if (otherTarget !== undefined)
        return [otherTarget];
    if (same.hash === current.hash)
        return [];
    return [renderComparison(same, current, { since: 'an earlier plan of the same commit', kind: 'WARNING' })];
}
const NOT_COMPARED = 'Sensitive values are not compared.';
function renderComparison(earlier, current, { since, kind }) {
    const differences = compareSnapshots(earlier, current);
    if (differences === undefined)
        return `> [!${kind}]\n> **The plan has changed since ${since}.** It is too long to list the differences.`;
    if (differences.length === 0)
        return `No change since ${since}. ${NOT_COMPARED}`;
    return `${renderDifferences(differences, `Changed since ${since}**`, kind)}\n>\n> ${NOT_COMPARED}`;
}

// EXTERNAL MODULE: ./src/github/reviews.ts
var reviews = __webpack_require__(25426);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
;// CONCATENATED MODULE: ./src/commands/plan/earlier-review.ts










/** Finds out what has changed since an earlier plan, and whether an approval came before this plan of its commit. */
async function findEarlierReview(planned, earlier, secrets) {
    const { headSha } = earlier.context;
    const [record, approvals] = [await readRecord(earlier), await readApprovals(earlier)];
    const current = takeSnapshot(planned, { commit: headSha, secrets });
    const { comment } = earlier;
    const isSame = record?.fingerprint === planned.fingerprint;
    const differences = record === undefined
        ? describeOtherPlan(current, comment)
        : [describeDifferences(planned, record, earlier.terraformVersion)];
    const approval = approvals.filter(({ commit }) => commit === headSha).at(-1);
    const replaced = isSame
        ? []
        : [...differences, ...(approval === undefined ? [] : [describeApproval(approval)])];
    return {
        plannedAt: isSame ? record.createdAt : undefined,
        notes: [...replaced, ...describeChangesSince(current, comment, approvals)].map((note) => secrets.redact(note)),
        isReplaced: replaced.length > 0,
        snapshots: nextSnapshots(current, comment, approvals),
    };
}
/** A plan role may write records and not read them. */
async function readRecord({ context, records, stack }) {
    const subject = {
        ...{ repositoryId: Number(context.repository.id), stack },
        ...{ pullNumber: context.number, headSha: context.headSha },
    };
    return records?.read(subject).catch((error) => {
        if (error instanceof aws_error/* AwsError */.Gy || error instanceof plan_record/* InvalidPlanRecord */.ES)
            return undefined;
        throw error;
    });
}
/** The comment is more important than the note in it. */
async function readApprovals({ context, github }) {
    if (github === undefined)
        return [];
    return (0,reviews/* listApprovals */.P)(github, context.number).catch((error) => {
        if (error instanceof github_error/* GitHubError */.y_)
            return [];
        throw error;
    });
}
function describeDifferences(planned, record, freshVersion) {
    const otherTarget = describeOtherTarget(record.target, planned.target);
    if (otherTarget !== undefined)
        return otherTarget;
    const [reviewed, fresh] = [(0,footer/* formatEngine */.w7)(record.terraformVersion), (0,footer/* formatEngine */.w7)(freshVersion)];
    const versions = reviewed === fresh ? '' : `, which was made with ${reviewed} and not ${fresh}`;
    return renderDifferences((0,plan_digest/* comparePlans */.OA)(record.entries, (0,plan_digest/* planEntries */.W9)(planned, record.salt)), `This plan differs from the plan of ${record.createdAt.toISOString()}** for the same commit${versions}`);
}
const describeApproval = ({ login, at }) => [
    '> [!WARNING]',
    `> **Planned after the approval by ${(0,markdown/* codeSpan */.SS)(login)}** at ${at}. If a review is required, \`apply\` rejects this plan until it is approved again.`,
].join('\n');

// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(48911);
;// CONCATENATED MODULE: ./src/commands/plan/empty-state.ts

/** Distinguishes a new stack from one whose state was emptied. @returns Markdown for the comment */
async function describeEmptyState({ plan }, root) {
    if (plan.hasState)
        return [];
    const remote = await (0,state_status/* readRemoteState */.ch)(() => root.stateAccess());
    if ('reason' in remote || remote.serial === undefined)
        return [];
    return [
        `The state exists, with serial ${remote.serial}, and has no resources. A cancelled first plan and a destroy leave such a state, and it is used. If the stack is deployed, restore an earlier version of the state before an apply.`,
    ];
}

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(61177);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var terraform_error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/commands/stack/secrets.ts
var secrets = __webpack_require__(63212);
// EXTERNAL MODULE: ./src/commands/stack/terraform.ts + 5 modules
var stack_terraform = __webpack_require__(14822);
;// CONCATENATED MODULE: ./src/commands/plan/fork.ts







const EXPLANATION = 'This pull request comes from a fork. Forks get no credentials, because anyone can open a pull request from a fork. ' +
    'Only format and validity were checked. To see the plan, a member can push the branch to this repository.';
/** Checks format and validity of a pull request from a fork, without credentials. */
async function checkFork(inputs, runtime) {
    runtime.log.info(EXPLANATION);
    const { diagnostics, unformatted, engine } = await checkRoot(inputs, runtime);
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const problems = [
        ...errors.map(({ summary }) => summary),
        ...(unformatted.length === 0 ? [] : [`not formatted: ${unformatted.join(', ')}`]),
    ];
    const lines = [...validityLines(errors, inputs.directory), ...formatLines(unformatted, engine)];
    return {
        outputs: {},
        summary: [`### ${engine.title} check · no plan for a fork`, EXPLANATION, lines.join('\n')].join('\n\n'),
        warnings: [],
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, (text) => text),
        failure: problems.length === 0
            ? undefined
            : { reason: 'terraform-failed', message: `${inputs.directory}: ${problems.join('; ')}` },
    };
}
function validityLines(errors, directory) {
    if (errors.length === 0)
        return ['- ✅ valid'];
    return errors.map(({ summary, range }) => {
        const position = range ? `${range.file}:${range.startLine}` : directory;
        return `- ❌ ${(0,markdown/* codeSpan */.SS)(position)}: ${(0,markdown/* codeSpan */.SS)(summary)}`;
    });
}
function formatLines(unformatted, { command }) {
    if (unformatted.length === 0)
        return ['- ✅ formatted'];
    return unformatted.map((file) => `- ❌ ${(0,markdown/* codeSpan */.SS)(file)} is not formatted. Run ${(0,markdown/* codeSpan */.SS)(`${command} fmt -recursive`)}.`);
}
async function checkRoot(inputs, runtime) {
    const tool = await (0,stack_terraform/* findTool */.SG)(inputs, runtime);
    const env = {
        ...(0,environment/* terraformEnvironment */.M)(runtime.env, 'none'),
        // An earlier step may have initialized the root's backend.
        TF_DATA_DIR: (0,external_node_path_.join)(tool.folder, 'terraform-data'),
    };
    const terraform = (0,stack_terraform/* openTerraform */.Np)(inputs.directory, { tool, env, secrets: new secrets/* Secrets */.S(runtime.log) }, runtime);
    try {
        await terraform.init({ backend: 'none' });
        return {
            diagnostics: await terraform.validate(),
            unformatted: await terraform.fmtCheck(),
            engine: tool.engine,
        };
    }
    catch (error) {
        // `init` reports syntax errors.
        if (!(error instanceof terraform_error/* TerraformFailed */.sM) || error.diagnostics.length === 0)
            throw error;
        return { diagnostics: error.diagnostics, unformatted: [], engine: tool.engine };
    }
}

;// CONCATENATED MODULE: ./src/commands/plan/plan-json.ts




/** Writes the plan as JSON, without secrets, for policy and cost programs in later steps. */
async function writePlanJson({ json }, root, { env, writeFile }) {
    const folder = env['RUNNER_TEMP'] ?? '';
    if (folder === '')
        return { path: '', warnings: [] };
    const path = (0,external_node_path_.join)(folder, `plan-${root.inputs.stack.replace(/[^\w.-]+/g, '-')}.json`);
    try {
        await writeFile(path, JSON.stringify(redactPlan((0,plan_json/* parseJsonExactly */.OT)(json), root.secrets)));
        return { path, warnings: [] };
    }
    catch (error) {
        return { path: '', warnings: [`The plan could not be written as JSON (${(0,failure.messageOf)(error)}).`] };
    }
}

// EXTERNAL MODULE: ./src/github/branch.ts
var branch = __webpack_require__(66675);
// EXTERNAL MODULE: ./src/terraform/settings.ts + 2 modules
var terraform_settings = __webpack_require__(60348);
;// CONCATENATED MODULE: ./src/commands/plan/provider-updates.ts





/**
 * Compares the provider versions of a plan with the lock file of the base branch.
 *
 * @returns nothing if the base branch has no lock file, or if GitHub does not show it
 */
async function findProviderUpdates(settings, { context, github, directory, workspace }) {
    const folder = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, directory));
    const isOutside = folder.startsWith('..') || (0,external_node_path_.isAbsolute)(folder);
    if (context.event !== 'pull_request' || github === undefined || isOutside)
        return [];
    const path = (0,external_node_path_.join)(folder, terraform_settings/* LOCK_FILE */.FI).replaceAll(external_node_path_.sep, '/');
    const lock = await (0,branch/* readFileAt */._T)(github, { path, sha: context.baseRef }).catch((error) => {
        if (error instanceof github_error/* GitHubError */.y_)
            return undefined;
        throw error;
    });
    const base = new Map((0,terraform_settings/* lockedProviders */.hJ)(lock ?? '').map(({ name, content }) => [name, content]));
    if (base.size === 0)
        return [];
    return settings.flatMap(({ name, content: to }) => {
        const provider = (0,setting/* providerOf */.l)(name);
        const from = base.get(name);
        return provider === undefined || from === to ? [] : [{ provider, from, to }];
    });
}

;// CONCATENATED MODULE: ./src/commands/plan/second-plan.ts



/** plantimestamp() has a resolution of a second. */
const PAUSE_MS = 1_100;
/**
 * Plans again and finds values that differ in every plan, such as those of plantimestamp(), which `apply` can never match.
 *
 * @returns Markdown for the comment; nothing if both plans are equal
 */
async function findUnrepeatable(planned, root, { inputs, clock }) {
    await clock.sleep(PAUSE_MS);
    const second = await root.plan(inputs);
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const differences = (0,plan_digest/* comparePlans */.OA)((0,plan_digest/* planEntries */.W9)(planned, salt), (0,plan_digest/* planEntries */.W9)(second, salt));
    if (differences.length === 0)
        return [];
    return [
        root.secrets.redact(renderDifferences(differences, 'A second plan of the same commit differs, so `apply` will reject this plan as `plan-changed`.** Remove values that are new in each plan')),
    ];
}

;// CONCATENATED MODULE: ./src/commands/plan/plan.ts
























/** Shows the plan on the pull request and records it for the review before the apply. */
async function plan(inputs, runtime) {
    const context = await readPlanContext(inputs, runtime);
    if (context.event === 'pull_request' && context.isFork)
        return checkFork(inputs, runtime);
    if (context.event === 'merge_group')
        return skipMergeGroup(context);
    (0,plan_options/* rejectRefreshOnly */.j)(runtime.env);
    const root = await terraform_root/* TerraformRoot */.z.open(inputs, runtime);
    const report = { inputs, context, root, runtime };
    try {
        await root.init('create');
        return (0,outcome/* redactOutcome */.Ah)(await reportPlan(await root.plan(inputs), report), root.secrets.redact);
    }
    catch (error) {
        const failure = (0,plan_outcome/* explainedFailure */.h_)(error, root.secrets.redact);
        if (failure === undefined)
            throw (0,outcome/* redactError */.ki)(error, root.secrets.redact);
        return await reportFailure(failure, report);
    }
    finally {
        await root.close();
    }
}
const MERGE_GROUP = 'This run belongs to a merge queue. Nothing was planned: each pull request has its own plan, and apply compares the merged commits with those plans.';
/** A required check must succeed in a merge queue, whose branches get no credentials. */
const skipMergeGroup = ({ runUrl }) => ({
    outputs: {},
    summary: ['### Plan · not needed in a merge queue', MERGE_GROUP, `<sub>${runUrl}</sub>`].join('\n\n'),
    warnings: [],
    annotations: [],
    failure: undefined,
});
async function readPlanContext({ pullRequest }, runtime) {
    const context = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile);
    if (pullRequest === undefined)
        return context;
    if (context.event !== 'pull_request')
        return (0,github_context/* asPullRequest */.hx)(context, pullRequest);
    throw new inputs/* InvalidInput */.o(`pull-request-number: this run already belongs to pull request #${context.number}. Remove the input.`);
}
async function reportPlan(planned, report) {
    const { inputs, context, root, runtime } = report;
    const salt = (0,external_node_crypto_.randomBytes)(32).toString('hex');
    const comment = await findEarlierComment(report);
    const earlier = await readEarlierReview(planned, comment, report);
    // Before the record: a commit whose second plan fails has none.
    const unrepeatable = inputs.planTwice ? await findUnrepeatable(planned, root, { inputs, ...runtime }) : [];
    const record = await writeRecord(planned, { salt, earlier }, report);
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(planned, root, {
        context,
        notes: [...record.notes, ...(await describeEmptyState(planned, root)), ...unrepeatable, ...earlier.notes],
        providerUpdates: await readProviderUpdates(planned, report),
        nowMs: runtime.clock.wallClockMs(),
    });
    // Without changes, a comment is only needed to replace an earlier one that shows changes.
    const whenMissing = inputs.comment === 'always' || planned.counts.hasChanges ? 'create' : 'skip';
    const whenPresent = earlier.isReplaced ? 'replace' : 'edit';
    const written = await commentOnPullRequest({ body: rendered.comment, whenMissing, whenPresent }, { ...comment, snapshots: earlier.snapshots }, report);
    const json = await writePlanJson(planned, root, runtime);
    const outputs = (0,stack_outputs/* readPlannedOutputs */.f)(planned.json, root.secrets);
    const parts = [record, json, outputs, written];
    return {
        outputs: {
            ...(0,plan_outcome/* countOutputs */.wo)(planned.counts),
            fingerprint: (0,plan_digest/* hmac */.w8)(planned.fingerprint, salt),
            'comment-url': written.url ?? '',
            summary: rendered.comment,
            record: record.url,
            'plan-json': json.path,
            'terraform-outputs': outputs.json,
        },
        summary: rendered.summary,
        warnings: [...(0,input_warnings/* inputWarnings */.c)(planned, inputs), ...parts.flatMap(({ warnings }) => warnings)],
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(planned.diagnostics, inputs.directory, root.secrets.redact),
        failure: record.failure,
    };
}
async function reportFailure(failure, report) {
    const { inputs, context, root } = report;
    const { reason, message, diagnostics } = failure;
    const rendered = (0,plan_outcome/* renderRootPlan */.uV)(failure, root, { context });
    const comment = await commentOnPullRequest({ body: rendered.comment, whenMissing: 'create' }, await findEarlierComment(report), report);
    return {
        outputs: { 'comment-url': comment.url ?? '', summary: rendered.comment },
        summary: rendered.summary,
        warnings: comment.warnings,
        annotations: (0,plan_outcome/* annotateDiagnostics */.bO)(diagnostics, inputs.directory, root.secrets.redact),
        failure: { reason, message },
    };
}
async function findEarlierComment({ inputs, context, runtime }) {
    if (inputs.comment === 'never' || context.event !== 'pull_request')
        return NO_EARLIER_COMMENT;
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const { number: pull, headSha } = context;
    return readEarlierComment({ github, pull, headSha, stack: inputs.stack });
}
async function readProviderUpdates({ settings }, { inputs, context, runtime }) {
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const workspace = runtime.env['GITHUB_WORKSPACE'] || '.';
    return findProviderUpdates(settings, { context, github, directory: inputs.directory, workspace });
}
async function commentOnPullRequest(comment, { snapshots, newerHead }, { inputs, context, runtime }) {
    if (inputs.comment === 'never' || context.event !== 'pull_request')
        return stack_comment/* NO_COMMENT */.E;
    const { number: pull, headSha } = context;
    if (newerHead !== undefined)
        return {
            url: undefined,
            warnings: [
                `The comment on pull request #${pull} was left as it is: it shows the plan of the newer commit ${newerHead}, and this run planned ${headSha}.`,
            ],
        };
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const body = withSnapshots(comment.body, headSha, snapshots);
    return (0,stack_comment/* postComment */.G)(github, { pull, topic: 'plan', stack: inputs.stack, ...comment, body });
}
const NOT_RECORDED = 'The plan was not recorded, because the state is not in S3 and plan-records is not set. An apply cannot be compared with this plan.';
const NO_EARLIER_REVIEW = {
    ...{ plannedAt: undefined, notes: [], isReplaced: false },
    snapshots: [],
};
async function readEarlierReview(planned, comment, { inputs, context, root, runtime }) {
    if (context.event !== 'pull_request')
        return NO_EARLIER_REVIEW;
    const records = await (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime);
    const github = await (0,github_client/* openGitHubClient */.L)(inputs.githubToken, context, runtime);
    const { terraformVersion } = root;
    const earlier = { context, records, github, comment, stack: inputs.stack, terraformVersion };
    return findEarlierReview(planned, earlier, root.secrets);
}
async function writeRecord(planned, { salt, earlier }, { inputs, context, root, runtime }) {
    const none = { url: '', warnings: [], notes: [], failure: undefined };
    if (context.event !== 'pull_request')
        return none;
    const records = await (0,plan_records/* openPlanRecords */.u)(root, inputs.planRecords, runtime);
    if (records === undefined)
        return { ...none, warnings: [NOT_RECORDED] };
    const createdAt = earlier.plannedAt ?? new Date(runtime.clock.wallClockMs());
    try {
        const url = await records.write((0,plan_records/* planRecord */.x)(planned, { context, root, salt, createdAt }));
        runtime.log.info(`The plan is recorded in ${url}`);
        return { ...none, url };
    }
    catch (error) {
        if (!(error instanceof aws_error/* AwsError */.Gy || error instanceof plan_record/* InvalidPlanRecord */.ES))
            throw error;
        // Without a comment, that of an earlier commit would pass for this one's.
        return { ...none, notes: [root.secrets.redact(describeUnrecorded(error))], failure: failureOf(error) };
    }
}
const failureOf = (error) => ({
    reason: (0,failure.reasonOf)(error),
    message: `The plan is shown and was not recorded, so it cannot be applied. ${(0,failure.messageOf)(error)}`,
});
const describeUnrecorded = (error) => [
    '> [!CAUTION]',
    '> **This plan was not recorded**, so `apply` cannot compare it with the plan after the merge. Fix the cause and re-run the job.',
    '>',
    `> ${(0,markdown/* escapeMarkdown */.FV)((0,failure.messageOf)(error))}`,
].join('\n');


/***/ })

};

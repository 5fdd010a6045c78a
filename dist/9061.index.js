export const id = 9061;
export const ids = [9061];
export const modules = {

/***/ 40603:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F: () => (/* binding */ ApplyRecordStore)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

const MAX_RECORD_BYTES = 4 * 1024 * 1024;
const NONE = { applied: undefined, attempt: undefined };
/**
 * Objects `applies/<repository>/<stack>.json` in the state bucket, or `<stack>/<workspace>.json`. Only the deploy role
 * writes them.
 */
class ApplyRecordStore {
    bucket;
    subject;
    constructor(bucket, subject) {
        this.bucket = bucket;
        this.subject = subject;
    }
    /** @throws AwsError */
    async write(record) {
        await this.bucket.write(this.key, JSON.stringify({ ...record, state: this.subject.state }));
    }
    /** Missing fields get values that match nothing. @throws AwsError */
    async read() {
        const found = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)((await this.bucket.read(this.key, MAX_RECORD_BYTES)) ?? '');
        if (found === undefined || found['state'] !== this.subject.state)
            return NONE;
        return {
            applied: parseApplied(found['applied']),
            attempt: parseAttempt(found['attempt']),
            started: parseAttempt(found['started']),
        };
    }
    get key() {
        const { repositoryId, stack, workspace } = this.subject;
        const name = workspace === 'default' ? [stack] : [stack, workspace];
        return `applies/${repositoryId}/${name.map(encodeURIComponent).join('/')}.json`;
    }
}
function parseAttempt(value) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return undefined;
    const { serial } = value;
    return {
        commit: text(value, 'commit'),
        fingerprint: text(value, 'fingerprint'),
        planInputsHash: text(value, 'planInputsHash'),
        serial: typeof serial === 'number' ? serial : -1,
    };
}
function parseApplied(value) {
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value))
        return undefined;
    const settings = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(value['settings']) ? value['settings'] : {};
    const hashes = Object.entries(settings).filter((one) => typeof one[1] === 'string');
    return {
        commit: text(value, 'commit'),
        at: text(value, 'at'),
        salt: text(value, 'salt'),
        settings: Object.fromEntries(hashes),
    };
}
const text = (value, name) => typeof value[name] === 'string' ? value[name] : '';


/***/ }),

/***/ 87147:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   a: () => (/* binding */ readJournal),
/* harmony export */   f: () => (/* binding */ writeJournal)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);



const journalPath = (folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'apply.json');
/** @param folder of the step */
async function writeJournal(folder, journal) {
    const draft = `${journalPath(folder)}.new`;
    // The fingerprint is derived from secrets.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(draft, JSON.stringify(journal), { mode: 0o600 });
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rename)(draft, journalPath(folder));
}
/** Returns undefined if no reviewed plan was about to be applied. */
async function readJournal(folder) {
    const found = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(journalPath(folder), 'utf8').catch(() => ''));
    if (found === undefined)
        return undefined;
    const text = (part, name) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(found, part, name) ?? '';
    const settings = Object.entries((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordAt */ .zR)(found, 'applied'), 'settings'));
    return {
        subject: {
            repositoryId: text('subject', 'repositoryId'),
            stack: text('subject', 'stack'),
            workspace: text('subject', 'workspace'),
            state: text('subject', 'state'),
        },
        attempt: {
            commit: text('attempt', 'commit'),
            fingerprint: text('attempt', 'fingerprint'),
            planInputsHash: text('attempt', 'planInputsHash'),
        },
        applied: {
            commit: text('applied', 'commit'),
            at: text('applied', 'at'),
            salt: text('applied', 'salt'),
            settings: Object.fromEntries(settings.filter((one) => typeof one[1] === 'string')),
        },
    };
}


/***/ }),

/***/ 9969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ readMaskedAddresses),
/* harmony export */   L: () => (/* binding */ writeMaskedAddresses)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plan_instance_key__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(22214);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);




const pathIn = (folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, 'addresses.json');
/**
 * Writes the addresses of a plan that contain secrets, for the `post` step, which knows no secrets.
 *
 * @param folder of the step
 */
async function writeMaskedAddresses(folder, { resources, actionInvocations }, redact) {
    const addresses = [...resources, ...actionInvocations].map(({ address }) => address);
    const masked = addresses.map((address) => [address, redact(address)]);
    const changed = Object.fromEntries(masked.filter(([address, clean]) => clean !== address));
    // Without the file, the post step masks each instance key.
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.writeFile)(pathIn(folder), JSON.stringify(changed), { mode: 0o600 }).catch(() => undefined);
}
/** Returns a function that masks the secrets in the addresses of a plan that another step has made. */
async function readMaskedAddresses(folder) {
    const known = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseJson */ .qF)(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(pathIn(folder), 'utf8').catch(() => ''));
    if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .isRecord */ .u4)(known))
        return _plan_instance_key__WEBPACK_IMPORTED_MODULE_3__/* .maskInstanceKeys */ .c;
    // A longer address may contain a shorter one.
    const masked = Object.entries(known).sort(([a], [b]) => b.length - a.length);
    return (text) => masked.reduce((clean, [address, mask]) => clean.replaceAll(address, () => String(mask)), text);
}


/***/ }),

/***/ 41771:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ actionAdvice),
/* harmony export */   u: () => (/* binding */ endedActionsAdvice)
/* harmony export */ });
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86590);
/* harmony import */ var _action_runs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(32197);


/** Returns sentences about provider actions that failed or did not run: whether a re-run of the job runs them. */
function actionAdvice({ planned, report, outcome, engine }) {
    const ended = report.actions.filter(({ status }) => status !== 'completed');
    // With on_failure = continue, Terraform completes the apply and reports the failed action only.
    const missing = outcome === 'applied' ? ended : [...ended, ...(0,_action_runs__WEBPACK_IMPORTED_MODULE_1__/* .actionsNotRun */ .Ik)(planned, report.actions)];
    const isRepeated = (one) => outcome !== 'applied' && isPending(one, report);
    const isTainting = (one) => !isRepeated(one) && marksAsTainted(one, planned);
    const repeated = addressesOf(missing.filter(isRepeated));
    const tainting = addressesOf(missing.filter(isTainting));
    const lost = addressesOf(missing.filter((one) => !isRepeated(one) && !isTainting(one)));
    const inputs = lost.map((address) => `invoke: ${address}`);
    return [
        repeated.length > 0 && `A re-run also runs the provider actions of its changes: ${repeated.join(', ')}.`,
        tainting.length > 0 &&
            `${engine.title} marked the created resource as tainted, because its provider action failed: ${tainting.join(', ')}. The next plan replaces the resource and runs the action again. A replacement that was not reviewed needs a new pull request.`,
        lost.length > 0 &&
            `A provider action whose change is complete does not run again by itself, not even in a re-run of the job. After the cause is fixed, merge a pull request that adds this input to plan and apply: ${inputs.join(', then ')}.`,
    ].filter((sentence) => sentence !== false);
}
/** Returns a sentence about provider actions of completed changes, for a re-run after a failed apply. */
function endedActionsAdvice(names) {
    if (names.length === 0)
        return [];
    const list = names.map((name) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(name)).join(', ');
    return [
        `An earlier apply completed the changes of these provider actions, so they do not run again: ${list}. If its summary says that one failed, merge a pull request that adds the input \`invoke\` with its address to plan and apply.`,
    ];
}
const addressesOf = (actions) => [
    ...new Set(actions.map(({ address }) => address)),
];
/** The change that triggers the action is still to be made. */
function isPending({ triggeredBy }, { applied, failed }) {
    if (triggeredBy === undefined)
        return false;
    const isChanged = ({ address }) => address === triggeredBy;
    return !applied.some(isChanged) && !failed.some((one) => isChanged(one) && one.failedAction !== undefined);
}
const marksAsTainted = ({ address, triggeredBy, event }, planned) => event === 'AfterCreate' &&
    planned.some((one) => one.address === address && one.triggeredBy === triggeredBy && one.onFailure === 'taint');


/***/ }),

/***/ 63418:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ actionWords)
/* harmony export */ });
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86590);

/** Plans and apply events name some actions differently. */
const ACTION_WORDS = new Map([
    ['create', { icon: '🟢', participle: 'created' }],
    ['update', { icon: '🟡', participle: 'updated' }],
    ['replace', { icon: '🟠', participle: 'replaced' }],
    ['delete', { icon: '🔴', participle: 'destroyed' }],
    ['read', { icon: '🔵', participle: 'read' }],
    ['import', { icon: '🔵', participle: 'imported' }],
    ['move', { icon: '⚪', participle: 'moved' }],
    ['forget', { icon: '⚪', participle: 'forgotten' }],
    ['remove', { icon: '⚪', participle: 'forgotten' }],
    ['noop', { icon: '⚪', participle: 'left unchanged' }],
    ['no-op', { icon: '⚪', participle: 'moved or imported' }],
]);
/** Returns an icon and a participle; an unknown action keeps its name. */
const actionWords = (action) => ACTION_WORDS.get(action) ?? { icon: '⚪', participle: `changed (${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .codeSpan */ .SS)(action)})` };


/***/ }),

/***/ 61947:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ renderApply),
  N: () => (/* binding */ renderBlockedApply)
});

// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/report/action-runs.ts
var action_runs = __webpack_require__(32197);
// EXTERNAL MODULE: ./src/report/action-words.ts
var action_words = __webpack_require__(63418);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/report/destructive-changes.ts
var destructive_changes = __webpack_require__(12766);
// EXTERNAL MODULE: ./src/report/fit.ts
var fit = __webpack_require__(40877);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
// EXTERNAL MODULE: ./src/report/list-section.ts
var list_section = __webpack_require__(15802);
// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(43844);
;// CONCATENATED MODULE: ./src/report/unfinished.ts



const HALF_REPLACED = '#### Replaced in part\n';
const OUTCOME_UNKNOWN = `#### Outcome unknown

Terraform stopped before it reported a result for these resources. They may exist without being in the state. Check them before the next apply.
`;
/** Lists the resources whose change did not end. */
function unfinishedSections(report, { name, engine, ...list }) {
    const { partial, unknown } = splitUnfinished(report);
    return [
        (0,list_section/* listSection */.i)(partial.map((one) => `- ${name(one.address)}:${describePartialReplacement(one)}`), { ...list, before: HALF_REPLACED }),
        (0,list_section/* listSection */.i)(unknown.map((one) => `- ${name(one.address)} was being ${(0,action_words/* actionWords */.I)(one.action).participle}.${describePartialReplacement(one)}`), { ...list, before: (0,plan_engine/* inWordsOf */.Wh)(engine, OUTCOME_UNKNOWN) }),
    ];
}
/** The result of a resource is known between the two steps of its replacement. */
function splitUnfinished({ unfinished }) {
    return {
        partial: unfinished.filter(({ isRunning }) => !isRunning),
        unknown: unfinished.filter(({ isRunning }) => isRunning),
    };
}
/** Tells which object of an incomplete replacement exists. */
function describePartialReplacement({ action, done, }) {
    if (action !== 'replace' || done.length === 0)
        return '';
    return done.includes('delete')
        ? ' **The old object is destroyed and the new one does not exist.**'
        : ' The new object exists and the old one is not destroyed.';
}

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/report/apply.ts











const MAX_UNFOLDED_CHANGES = 20;
const RESOURCE_LIST = { share: 0.25, noun: 'resource' };
/** Renders the job summary of an apply. */
function renderApply(report, options) {
    const { failed, notStarted } = report;
    const { errors, warnings } = unassignedDiagnostics(report, options);
    const name = (address) => (0,markdown/* codeSpan */.SS)(options.redact(address));
    return (0,fit/* fitSections */.W)([
        `### ${applyTitle(report, options)} · ${(0,markdown/* codeSpan */.SS)(options.stack)}`,
        applySentence(report, options),
        recoveryAlert(options),
        (0,list_section/* listSection */.i)(failed.map((one) => `- ${name(one.address)} ${describeFailedResource(one, options)}${(0,action_runs/* errorBlock */.QK)(options.redact(one.message))}`), { ...RESOURCE_LIST, before: '#### Failed' }),
        servicesSection(options),
        errors,
        ...unfinishedSections(report, {
            name,
            engine: (0,plan_engine/* parseEngineVersion */.w0)(options.terraformVersion).engine,
            ...RESOURCE_LIST,
        }),
        (0,list_section/* listSection */.i)(notStarted.map(({ address, action }) => {
            const { icon, participle } = (0,action_words/* actionWords */.I)(action);
            return `- ${icon} ${name(address)} to be ${participle}`;
        }), { ...RESOURCE_LIST, before: '#### Not started' }),
        completedSection(report, options),
        (0,action_runs/* actionRunSection */.HY)(report.actions, options.planned?.actions ?? [], options.redact),
        warnings,
        ...(0,footer/* nextStepLine */.Q9)(options.nextStep, options.redact),
        (0,footer/* footer */.qr)(options),
    ], limits/* MAX_REPORT_BYTES */.WA);
}
function servicesSection({ services = [] }) {
    const items = services.map(({ service, reasons, logLines, logCommand }) => {
        const lines = [`ECS service ${(0,markdown/* codeSpan */.SS)(service)}:`, ...reasons.map((reason) => `- ${(0,markdown/* codeSpan */.SS)(reason)}`)];
        const log = logLines.length === 0 ? [] : ['Last lines of its log:', (0,markdown/* codeBlock */.DV)('text', [...logLines])];
        const command = logCommand === undefined ? [] : [(0,markdown/* codeBlock */.DV)('sh', [logCommand])];
        return { text: () => [lines.join('\n'), ...log, ...command].join('\n\n') };
    });
    return {
        open: '#### Why ECS stopped the tasks\n',
        items,
        separator: '\n\n',
        close: '',
        share: 0.3,
        describeOmitted: ({ length }) => `… and ${(0,markdown/* plural */.LS)(length, 'more service')}.`,
    };
}
function applyTitle({ applied, unfinished, actions }, { outcome }) {
    switch (outcome) {
        case 'applied':
            return actions.some(({ status }) => status === 'failed') ? '⚠️ Applied' : '✅ Applied';
        case 'failed':
            return applied.length + unfinished.length > 0 ? '❌ Apply failed partway' : '❌ Apply failed';
        case 'cancelled':
            return '⚠️ Apply cancelled';
    }
}
function applySentence(report, options) {
    const { outcome, seconds } = options;
    const { failed, notStarted } = report;
    const { partial, unknown } = splitUnfinished(report);
    const failedActions = report.actions.filter(({ status }) => status === 'failed').length;
    const completed = countCompleted(report);
    const time = (0,footer/* formatDuration */.a3)(seconds);
    if (outcome === 'applied') {
        const failures = failedActions > 0 ? ` **${(0,markdown/* plural */.LS)(failedActions, 'provider action')} failed.**` : '';
        const all = [completed, ...describeEffects(report, options)].filter((part) => part !== '').join(', ');
        return `**Applied:** ${all || 'no resource changes'}, in ${time}.${failures}`;
    }
    const incomplete = [
        failed.length > 0 && `**${failed.length} failed**`,
        failedActions > 0 && `**${(0,markdown/* plural */.LS)(failedActions, 'provider action')} failed**`,
        partial.length > 0 && `**${partial.length} replaced in part**`,
        unknown.length > 0 && `**${unknown.length} with unknown outcome**`,
        notStarted.length > 0 && `${notStarted.length} not started`,
    ].filter((part) => part !== false);
    const start = incomplete.length === 0 ? '' : `${incomplete.join(', ')}. `;
    return `${start}Completed so far, in ${time}: ${completed || 'nothing'}.`;
}
function describeEffects({ actions }, { planned, redact }) {
    const ran = actions.filter(({ status }) => status === 'completed').length;
    const runs = ran > 0 ? [`${(0,markdown/* plural */.LS)(ran, 'provider action')} run`] : [];
    if (planned === undefined)
        return runs;
    const { moved, imported, changedOutputs } = planned;
    const list = (texts) => texts.map((text) => (0,markdown/* codeSpan */.SS)(redact(text))).join(', ');
    return [
        moved > 0 ? `${moved} moved` : '',
        imported > 0 ? `${imported} imported` : '',
        changedOutputs.length > 0
            ? `${(0,markdown/* plural */.LS)(changedOutputs.length, 'output')} changed (${list(changedOutputs)})`
            : '',
        ...runs,
    ];
}
function countCompleted({ applied }) {
    const counts = new Map();
    for (const { action } of applied) {
        const { participle } = (0,action_words/* actionWords */.I)(action);
        counts.set(participle, (counts.get(participle) ?? 0) + 1);
    }
    return [...counts].map(([participle, count]) => `${count} ${participle}`).join(', ');
}
function recoveryAlert({ outcome, recovery, redact }) {
    if (recovery.length === 0)
        return '';
    const kind = outcome === 'failed' ? 'CAUTION' : 'WARNING';
    const lines = recovery.map((sentence) => `> - ${(0,markdown/* escapeMarkdownKeepCommands */.Ed)(redact(sentence))}`);
    return [`> [!${kind}]`, ...lines].join('\n');
}
function describeFailedResource(one, { terraformVersion }) {
    const time = one.seconds < 1 ? '' : ` (${(0,footer/* formatDuration */.a3)(one.seconds)})`;
    if (one.failedAction !== undefined)
        return `was ${(0,action_words/* actionWords */.I)(one.action).participle}${time}, and its provider action failed afterwards. If ${(0,plan_engine/* parseEngineVersion */.w0)(terraformVersion).engine.title} has marked it as tainted, the next plan replaces it.`;
    return `could not be ${(0,action_words/* actionWords */.I)(one.action).participle}${time}.${describePartialReplacement(one)}`;
}
/** Omits errors that are shown with their resource. */
function unassignedDiagnostics({ diagnostics, failed }, { redact, terraformVersion }) {
    const shown = new Set(failed.map(({ address }) => address));
    const unassigned = diagnostics.filter(({ severity, address }) => severity === 'warning' || address === undefined || !shown.has(address));
    const { errors, warnings } = (0,sections/* diagnosticSections */.A0)(unassigned, redact);
    const { title } = (0,plan_engine/* parseEngineVersion */.w0)(terraformVersion).engine;
    return { errors: { ...errors, open: `#### ${title} diagnostics` }, warnings };
}
function completedSection({ applied }, { outcome, redact }) {
    const lines = applied.map(({ address, action, seconds }) => {
        const { icon, participle } = (0,action_words/* actionWords */.I)(action);
        const time = seconds < 1 ? '' : `, ${(0,footer/* formatDuration */.a3)(seconds)}`;
        return `- ${icon} ${(0,markdown/* codeSpan */.SS)(redact(address))} ${participle}${time}`;
    });
    const heading = outcome === 'applied' ? '' : '#### Completed so far';
    if (lines.length <= MAX_UNFOLDED_CHANGES)
        return (0,list_section/* listSection */.i)(lines, { ...RESOURCE_LIST, before: heading });
    const summary = `<details><summary>✅ ${(0,markdown/* plural */.LS)(lines.length, 'change')}</summary>\n`;
    return (0,list_section/* listSection */.i)(lines, {
        ...RESOURCE_LIST,
        before: [heading, summary].join('\n\n').trimStart(),
        after: '\n</details>',
    });
}
const BLOCKED_NEXT_STEP = 'Nothing was changed. **Next step:** To keep the data, fix the configuration in a pull request. To accept the loss, change the input `allow-destroy` in a pull request, as shown below.';
/** Renders the job summary of an apply without the required `allow-destroy`. */
function renderBlockedApply(dangers, stack, redact) {
    return (0,fit/* fitSections */.W)([
        `### ⛔ Not applied: data would be destroyed · ${(0,markdown/* codeSpan */.SS)(stack)}`,
        BLOCKED_NEXT_STEP,
        ...(0,destructive_changes/* destructiveChangeSections */.d)(dangers, redact),
    ], limits/* MAX_REPORT_BYTES */.WA);
}


/***/ }),

/***/ 93153:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ stateOutcomeOf),
/* harmony export */   j: () => (/* binding */ readApplyTranscript)
/* harmony export */ });
/* harmony import */ var _apply_progress__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92614);
/* harmony import */ var _diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10917);
/* harmony import */ var _text_redact__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(53326);
/* harmony import */ var _events__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(77891);
/* harmony import */ var _follow_file__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82002);





/** Reads the output file of an apply that has ended. */
async function readApplyTranscript(stdoutFile, redact) {
    const progress = new _apply_progress__WEBPACK_IMPORTED_MODULE_4__/* .ApplyProgress */ .U();
    const clean = (value) => (0,_text_redact__WEBPACK_IMPORTED_MODULE_1__/* .redactDeep */ .KL)(value, redact);
    let version = '';
    await (0,_follow_file__WEBPACK_IMPORTED_MODULE_3__/* .followFile */ .gQ)(stdoutFile, (line) => {
        const event = (0,_events__WEBPACK_IMPORTED_MODULE_2__/* .parseEvent */ .w)(line, clean);
        progress.add(event);
        if (event.kind === 'version')
            ({ version } = event);
    }, AbortSignal.abort());
    const report = progress.report();
    return { version, report, lock: report.diagnostics.map(_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .lockOf */ .Vx).find((one) => one !== undefined) };
}
/**
 * Derives the state outcome. Terraform prints its summary or final errors only after the attempt to
 * save the state (internal/backend/local/backend_apply.go).
 */
function stateOutcomeOf(report) {
    const errors = report.diagnostics.filter(isFinalError);
    if (errors.some(({ summary }) => STATE_NOT_SAVED.test(summary)))
        return 'not-persisted';
    if (report.summary !== undefined)
        return 'persisted';
    if (errors.length === 0)
        return 'unknown';
    const { applied, failed, unfinished, actions } = report;
    return applied.length + failed.length + unfinished.length + actions.length === 0 ? 'unchanged' : 'persisted';
}
const STATE_NOT_SAVED = /^Failed to (?:(?:save|persist|serialize) state|create local state file)/;
/** An interrupted apply saves twice, and reports the first failure at once. */
const isFinalError = ({ severity, summary }) => severity === 'error' && summary !== 'Error saving current state';


/***/ })

};

export const id = 390;
export const ids = [390];
export const modules = {

/***/ 33442:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* binding */ runPost)
});

// EXTERNAL MODULE: ./src/aws/session.ts
var session = __webpack_require__(19401);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/github/context.ts
var github_context = __webpack_require__(19556);
// EXTERNAL MODULE: ./src/terraform/apply-outcome.ts
var apply_outcome = __webpack_require__(93153);
// EXTERNAL MODULE: ./src/terraform/cli.ts + 5 modules
var cli = __webpack_require__(53702);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/terraform/pid-file.ts
var pid_file = __webpack_require__(5336);
// EXTERNAL MODULE: ./src/report/action-advice.ts
var action_advice = __webpack_require__(41771);
// EXTERNAL MODULE: ./src/report/apply.ts + 1 modules
var report_apply = __webpack_require__(61947);
// EXTERNAL MODULE: ./src/terraform/runner.ts + 1 modules
var runner = __webpack_require__(5731);
// EXTERNAL MODULE: ./src/commands/stack/state-access.ts
var state_access = __webpack_require__(14507);
// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(48911);
// EXTERNAL MODULE: ./src/commands/stack/masked-addresses.ts
var masked_addresses = __webpack_require__(9969);
// EXTERNAL MODULE: ./src/commands/aws-session.ts + 5 modules
var aws_session = __webpack_require__(98538);
// EXTERNAL MODULE: ./src/aws/apply-record-store.ts
var apply_record_store = __webpack_require__(40603);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/stack/apply-journal.ts
var apply_journal = __webpack_require__(87147);
;// CONCATENATED MODULE: ./src/commands/post/record-apply.ts



const NEW_REVIEW = 'A re-run cannot complete it. Open a new pull request for the remaining changes; an empty commit is enough.';
/**
 * Records an apply of a reviewed plan whose step was killed, so that a re-run of the job completes it.
 *
 * @returns the next step if that is impossible
 */
async function recordApply({ folder, isComplete, outcome, remote }, openAccess) {
    const journal = await (0,apply_journal/* readJournal */.a)(folder);
    // Without a review, a re-run needs no record.
    if (journal === undefined)
        return undefined;
    const { subject, attempt, applied } = journal;
    try {
        const access = await openAccess();
        const serial = 'reason' in remote ? undefined : remote.serial;
        if (access === undefined || serial === undefined)
            return undefined;
        const store = new apply_record_store/* ApplyRecordStore */.F(access.bucket, subject);
        if (isComplete)
            await store.write({ applied, attempt: undefined });
        else {
            const record = { ...(await store.read()), started: undefined };
            await store.write(outcome === 'unchanged' ? record : { ...record, attempt: { ...attempt, serial } });
        }
        return undefined;
    }
    catch (error) {
        return `The apply could not be recorded (${(0,failure.messageOf)(error)}). ${NEW_REVIEW}`;
    }
}

// EXTERNAL MODULE: ./src/aws/credential-server.ts
var credential_server = __webpack_require__(48434);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(61177);
;// CONCATENATED MODULE: ./src/commands/post/save-state.ts







const SAVE_WAIT_MS = 5_000;
/**
 * Saves the state that an apply could not save, with the same Terraform.
 *
 * @param limitMs after which the job would end
 * @returns whether the backend has it
 */
async function saveState(apply, limitMs, runtime) {
    const { folder, file } = apply;
    const { clock, env, log } = runtime;
    log.info(`Saving the state in ${file}, which ${(0,plan_engine/* engineOfProgram */._j)(apply.record.program).title} could not save`);
    const session = await apply.openSession().catch(() => undefined);
    const server = session && (await (0,credential_server/* serveCredentials */.o)(session, log));
    const credentials = session && { session, endpoint: server };
    const terraform = openTerraform(apply, credentials, env);
    const untilMs = clock.now() + limitMs;
    try {
        while (clock.now() < untilMs) {
            const isSaved = await endedBy(untilMs, terraform.pushState(file), runtime);
            if (isSaved === undefined)
                break;
            if (isSaved) {
                await (0,promises_.rm)(file, { force: true });
                return true;
            }
            await clock.sleep(SAVE_WAIT_MS);
        }
        const running = (0,pid_file/* readPidFile */.UL)((0,runner/* pidFilePath */.tz)(folder));
        if (running !== undefined)
            (0,pid_file/* killProcess */.ix)(running);
        return false;
    }
    finally {
        await server?.close();
    }
}
function openTerraform({ record, folder }, credentials, env) {
    return new cli/* Terraform */.v(record.directory, {
        program: record.program,
        version: '',
        env: {
            ...(0,environment/* terraformEnvironment */.M)(env, credentials?.endpoint ?? 'inherited'),
            ...(credentials && { AWS_REGION: credentials.session.region }),
            // Its lines may contain the state.
            TF_LOG: '',
        },
        folder,
        onEvent: () => undefined,
        redact: (text) => text,
        addSecrets: () => undefined,
    });
}
const POLL_MS = 500;
/** Returns whether the work succeeded; undefined if it did not end in time. */
async function endedBy(untilMs, work, { clock }) {
    const ended = work.then(() => true, () => false);
    // A single long timer would keep the process alive after the work.
    while (clock.now() < untilMs) {
        const result = await Promise.race([ended, clock.sleep(POLL_MS).then(() => undefined)]);
        if (result !== undefined)
            return result;
    }
    return undefined;
}

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/commands/post/post.ts




















/** A cancelled job has five minutes until the runner is stopped (GitHub, "Workflow cancellation reference"). */
const APPLY_WAIT_MS = 4 * 60_000;
const READ_ONLY_WAIT_MS = 10_000;
const SAVE_UNTIL_MS = 4.5 * 60_000;
const MIN_SAVE_MS = 10_000;
/**
 * Waits for the Terraform of a step that was killed, and reports its result.
 * Removes the step's directory.
 *
 * @returns undefined when no Terraform had been started
 */
async function runPost(directory, context) {
    const startedMs = context.runtime.clock.now();
    try {
        const running = (0,pid_file/* readPidFile */.UL)((0,runner/* pidFilePath */.tz)(directory));
        const hasEnded = running === undefined || (await stop(running, (0,runner/* pidFilePath */.tz)(directory), context.runtime));
        const step = { folder: directory, startedMs };
        if (running?.command === 'apply')
            return await reportApply({ record: running, hasEnded, step }, context);
        // The apply had ended, but the step was killed before it reported the result.
        const applied = (0,pid_file/* readPidFile */.UL)((0,runner/* appliedFilePath */.hN)(directory));
        if (applied !== undefined)
            return await reportApply({ record: applied, hasEnded: true, step }, context);
        return running && (await reportOther(running, hasEnded, context));
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/** Interrupts Terraform and waits. @returns whether it has ended */
async function stop(record, pidFile, { log, clock }) {
    const name = `${(0,plan_engine/* engineOfProgram */._j)(record.program).command} ${record.command} (process ${record.pid})`;
    if (!(0,pid_file/* isRunning */.W_)(record)) {
        log.info(`${name} outlived the step and has ended`);
        return true;
    }
    log.info(`${name} outlived the step: interrupting it and waiting for its end`);
    (0,pid_file/* interruptOnce */.j$)(pidFile);
    const waiting = { sleep: (ms) => clock.sleep(ms), now: () => clock.now() };
    if (!(0,pid_file/* isReadOnlyCommand */.O2)(record.command))
        return (0,pid_file/* waitForProcess */.gD)(record, { limitMs: APPLY_WAIT_MS, ...waiting });
    if (await (0,pid_file/* waitForProcess */.gD)(record, { limitMs: READ_ONLY_WAIT_MS, ...waiting }))
        return true;
    log.info(`${name} does not stop and has nothing to save: killing it`);
    (0,pid_file/* killProcess */.ix)(record);
    return (0,pid_file/* waitForProcess */.gD)(record, { limitMs: READ_ONLY_WAIT_MS, ...waiting });
}
const OUTPUT_WITHHELD = "Terraform's error output is omitted, because this step cannot tell which values are sensitive.";
async function reportApply(apply, context) {
    const { runtime } = context;
    const { record, hasEnded } = apply;
    const seconds = Math.max(0, runtime.clock.wallClockMs() - Date.parse(record.startedAt)) / 1000;
    const redact = await (0,masked_addresses/* readMaskedAddresses */.I)(apply.step.folder);
    const transcript = await (0,apply_outcome/* readApplyTranscript */.j)(record.stdoutFile, (text) => text);
    const run = await (0,github_context/* readContext */.yI)(runtime.env, runtime.readFile).catch(() => undefined);
    const recovery = hasEnded
        ? await describeEnded(apply, transcript, context)
        : await describeRunning(record, context);
    const { report } = transcript;
    if (report.failed.length > 0 || report.actions.some(({ error }) => error !== ''))
        recovery.push((0,plan_engine/* inWordsOf */.Wh)((0,plan_engine/* engineOfProgram */._j)(record.program), OUTPUT_WITHHELD));
    const summary = (0,report_apply/* renderApply */.l)({
        ...report,
        diagnostics: [],
        failed: report.failed.map((one) => ({ ...one, message: '' })),
        actions: report.actions.map((one) => ({ ...one, error: '' })),
    }, {
        stack: stackName(record, context),
        terraformVersion: transcript.version,
        runUrl: run?.runUrl ?? '',
        commit: run?.sha ?? '',
        seconds,
        outcome: 'cancelled',
        recovery,
        redact,
    });
    return { outputs: {}, summary, warnings: recovery, annotations: [], failure: undefined };
}
async function describeEnded({ record, step }, { report, lock }, context) {
    const engine = (0,plan_engine/* engineOfProgram */._j)(record.program);
    const file = (0,external_node_path_.join)(record.directory, cli/* ERRORED_STATE_FILE */.n);
    const limitMs = Math.max(MIN_SAVE_MS, step.startedMs + SAVE_UNTIL_MS - context.runtime.clock.now());
    const isSaved = (0,external_node_fs_.existsSync)(file) &&
        (await saveState({ record, folder: step.folder, file, openSession: () => sessionOf(context) }, limitMs, context.runtime));
    const outcome = isSaved ? 'persisted' : (0,apply_outcome/* stateOutcomeOf */.J)(report);
    const open = openAccess(record, context);
    const remote = await (0,state_status/* readRemoteState */.ch)(open);
    const isComplete = report.summary !== undefined && outcome === 'persisted';
    const recorded = await recordApply({ folder: step.folder, isComplete, outcome, remote }, open);
    return [
        isComplete ? `${engine.title} completed the apply after the step was killed.` : '',
        (0,state_status/* describeState */.Jw)({ outcome, remote, unsavedState: (0,external_node_fs_.existsSync)(file) ? file : undefined, engine }),
        lock === undefined
            ? (0,state_status/* describeRemoteLock */.$r)(remote, (found) => outcome === 'unknown' && (0,state_status/* isLockOfHost */.zT)(found, context.runtime.hostname), engine)
            : (0,error/* lockAdvice */.q7)(lock, engine),
        ...(0,action_advice/* actionAdvice */.T)({ planned: [], report, outcome: 'cancelled', engine }),
        recorded ?? (isComplete ? '' : (0,state_status/* nextStep */.sk)(outcome, 'cancelled')),
    ].filter((sentence) => sentence !== '');
}
async function describeRunning(record, context) {
    const engine = (0,plan_engine/* engineOfProgram */._j)(record.program);
    const remote = await (0,state_status/* readRemoteState */.ch)(openAccess(record, context));
    const serial = 'reason' in remote ? undefined : remote.serial;
    return [
        `${engine.title} is still running as process ${record.pid} and will be killed with the job. Its state may be incomplete, and its lock may remain.`,
        serial === undefined ? '' : `The backend has serial ${serial}.`,
        'reason' in remote || remote.lock === undefined || remote.lock === 'none'
            ? ''
            : `If the lock remains, make sure that no ${engine.title} is running, then ${(0,error/* unlockStep */.Rl)(remote.lock.id, engine)}.`,
    ].filter((sentence) => sentence !== '');
}
/** Reports a command that changes nothing but may leave a lock. */
async function reportOther(record, hasEnded, context) {
    const remote = await (0,state_status/* readRemoteState */.ch)(openAccess(record, context));
    const engine = (0,plan_engine/* engineOfProgram */._j)(record.program);
    const name = `${engine.command} ${record.command}`;
    const isNew = !('reason' in remote) && remote.serial !== undefined && remote.serial <= 1;
    const sentences = [
        hasEnded
            ? `${name} was stopped. No resource was changed.`
            : `${name} is still running as process ${record.pid} and will be killed with the job.`,
        isNew ? 'The backend has a new state, which may be empty. The next run uses it.' : '',
        (0,state_status/* describeRemoteLock */.$r)(remote, (lock) => (0,state_status/* isLockOfHost */.zT)(lock, context.runtime.hostname), engine),
    ].filter((sentence) => sentence !== '');
    const title = `### ⚠️ Cancelled: nothing was applied · ${(0,markdown/* codeSpan */.SS)(stackName(record, context))}`;
    const list = sentences.map((sentence) => `- ${(0,markdown/* escapeMarkdownKeepCommands */.Ed)(sentence)}`).join('\n');
    return {
        outputs: {},
        summary: `${title}\n\n${list}`,
        warnings: sentences,
        annotations: [],
        failure: undefined,
    };
}
function sessionOf({ inputs, runtime }, bucketRegion = state_access/* DEFAULT_STATE_REGION */.pA) {
    const aws = inputs?.aws;
    return aws === undefined
        ? (0,session/* ambientSession */.P)({ region: bucketRegion, allowedAccountIds: [] }, (0,state_access/* awsRuntime */.se)(runtime))
        : (0,aws_session.openSession)(aws, aws.region ?? bucketRegion, runtime);
}
/** Opens the state once. */
function openAccess(record, context) {
    let access;
    return () => (access ??= (0,state_access/* openStateAccess */.QF)(record.directory, context.runtime, (region) => sessionOf(context, region)));
}
const stackName = (record, { inputs }) => inputs !== undefined && 'stack' in inputs ? inputs.stack : record.directory;


/***/ }),

/***/ 32197:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HY: () => (/* binding */ actionRunSection),
/* harmony export */   Ik: () => (/* binding */ actionsNotRun),
/* harmony export */   QK: () => (/* binding */ errorBlock),
/* harmony export */   gN: () => (/* binding */ describeEvent)
/* harmony export */ });
/* harmony import */ var _list_section__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15802);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(86590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64212);



/** Returns the planned runs that have not started. */
function actionsNotRun(planned, runs) {
    return planned.filter(({ address, triggeredBy }) => !runs.some((run) => run.address === address && run.triggeredBy === triggeredBy));
}
/** Lists the provider actions that ran, in their order, and those that did not. */
function actionRunSection(runs, planned, redact) {
    const name = ({ address, triggeredBy, event }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(redact(address))}${triggeredBy === undefined ? '' : ` ${describeEvent(event)} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeSpan */ .SS)(redact(triggeredBy))}`}`;
    const ran = runs.map((run) => {
        switch (run.status) {
            case 'completed':
                return `- ▶️ ${name(run)} ran`;
            case 'failed':
                return `- ❌ ${name(run)} **failed**${errorBlock(redact(run.error))}`;
            case 'running':
                return `- ❔ ${name(run)} began; its result is unknown`;
        }
    });
    const others = actionsNotRun(planned, runs).map((one) => `- ⚪ ${name(one)} did not run`);
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_0__/* .listSection */ .i)([...ran, ...others], {
        before: '#### Provider actions\n',
        share: 0.15,
        noun: 'action',
    });
}
/** Renders an error inside of a list item. */
const errorBlock = (message) => {
    if (message === '')
        return '';
    const block = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .codeBlock */ .DV)('text', (0,_text_markdown__WEBPACK_IMPORTED_MODULE_1__/* .wrap */ .LV)((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .escapeInvisible */ .ts)(message).split('\n')));
    return `\n\n${block.replace(/^(?=.)/gm, '  ')}`;
};
/** Describes Terraform's event: `AfterCreate` is `after the create of`. */
function describeEvent(event) {
    if (event === undefined)
        return 'with';
    return event
        .replace(/[^A-Za-z]/g, '')
        .replace(/([a-z])([A-Z])/g, '$1 $2')
        .toLowerCase()
        .replace(/^(\w+) (\w+)$/, '$1 the $2 of');
}


/***/ }),

/***/ 12766:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ destructiveChangeSections)
/* harmony export */ });
/* harmony import */ var _plan_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92897);
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13497);
/* harmony import */ var _review_destroy_guard__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(44418);
/* harmony import */ var _list_section__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15802);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(86590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(64212);






/** Renders the removed stateful resources and the input that allows it. */
function destructiveChangeSections(changes, redact = (text) => text, engine = _plan_engine__WEBPACK_IMPORTED_MODULE_1__/* .TERRAFORM */ .n0) {
    if (changes.length === 0)
        return [];
    return [
        destructionAlert(changes, engine),
        changeList(changes, redact, engine),
        ...allowDestroySnippet(changes, redact),
    ];
}
function destructionAlert(changes, { title }) {
    const blocking = (0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_2__/* .blockingChanges */ .$A)(changes);
    const actions = blocking.filter(({ kind }) => kind === 'invoke');
    if (actions.length > 0 && actions.length === blocking.length)
        return `> [!CAUTION]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(actions.length, 'provider action')} would stop or delete something.** \`apply\` stops unless ${actions.length === 1 ? 'it is' : 'they are'} listed in \`allow-destroy\`.`;
    const allowed = changes.filter(({ verdict }) => verdict === 'allowed');
    if (blocking.length > 0) {
        const [their, they] = blocking.length === 1 ? ['its', 'it is'] : ['their', 'they are'];
        const more = allowed.length === 0
            ? ''
            : ` ${allowed.length} more ${allowed.length === 1 ? 'is' : 'are'} already listed.`;
        return `> [!CAUTION]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(blocking.length, 'stateful resource')} would be destroyed, including ${their} data.** \`apply\` stops unless ${they} listed in \`allow-destroy\`.${more}`;
    }
    if (allowed.length > 0) {
        return `> [!WARNING]\n> **${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(allowed.length, 'stateful resource')} will be destroyed**, as \`allow-destroy\` permits.`;
    }
    const objects = changes.length === 1 ? 'It and its data are' : 'They and their data are';
    return `> [!NOTE]\n> ${title} stops managing ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .plural */ .LS)(changes.length, 'stateful resource')}. ${objects} not destroyed.`;
}
const VERDICT_ORDER = ['block', 'allowed', 'note'];
function changeList(changes, redact, engine) {
    const inOrder = VERDICT_ORDER.flatMap((verdict) => changes.filter((change) => change.verdict === verdict));
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(inOrder.map((change) => changeLine(change, redact, engine)), { share: 0.2, noun: 'stateful resource' });
}
function changeLine(change, redact, { title }) {
    const { address, deposed, dataLoss, reason, forcedBy, verdict } = change;
    const object = deposed === undefined ? '' : ` (deposed object ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(deposed)})`;
    const because = reason === undefined ? '' : ` ${title}'s reason: ${(0,_plan_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}.`;
    const forced = forcedBy.length === 0 ? '' : ` Forced by ${forcedBy.map((path) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(redact(path))).join(', ')}.`;
    const allowed = verdict === 'allowed' ? ' Allowed by `allow-destroy`.' : '';
    return `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeSpan */ .SS)(redact(address))}${object} is **${describeRemoval(change)}**: ${dataLoss}.${because}${forced}${allowed}`;
}
function describeRemoval({ kind, order }) {
    switch (kind) {
        case 'replace':
            return order === 'create-first'
                ? 'replaced (new object created first)'
                : 'replaced (old object destroyed first)';
        case 'delete':
            return 'destroyed';
        case 'forget':
            return 'forgotten, not destroyed';
        case 'invoke':
            return 'run';
    }
}
/** Users copy these lines, so each address is exact, except for a secret in it. */
function allowDestroySnippet(changes, redact) {
    const addresses = (0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_2__/* .allowDestroyLines */ .Rx)(changes).map(redact);
    if (addresses.length === 0)
        return [];
    const ticks = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_4__/* .codeFence */ .d6)(addresses);
    const section = (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(addresses.map((address) => `  ${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_5__/* .escapeToLine */ .Tz)(address)}`), {
        before: `To allow this, pass this input to both \`plan\` and \`apply\`:\n\n${ticks}yaml\nallow-destroy: |`,
        after: ticks,
        share: 0.2,
        noun: 'resource',
    });
    return [section];
}


/***/ }),

/***/ 57764:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   WA: () => (/* binding */ commentLine),
/* harmony export */   fy: () => (/* binding */ NO_LABEL),
/* harmony export */   mc: () => (/* binding */ diffLine),
/* harmony export */   us: () => (/* binding */ LIST_ITEM_LABEL)
/* harmony export */ });
const NO_LABEL = { text: '', suffix: '' };
const LIST_ITEM_LABEL = { text: '', suffix: ',' };
const formatLine = ({ prefix, depth, text }) => `${prefix} ${'  '.repeat(depth)}${text}`.trimEnd();
const diffLine = (prefix, depth, text) => ({
    prefix,
    depth,
    text,
});
const commentLine = (depth, text) => diffLine(' ', depth, `# ${text}`);


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


/***/ }),

/***/ 15802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ joinNames),
/* harmony export */   i: () => (/* binding */ listSection)
/* harmony export */ });
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(86590);

/** Returns a section that counts omitted lines. */
function listSection(lines, options) {
    const { before = '', after = '', share, noun } = options;
    return {
        open: before,
        items: lines.map((line) => ({ text: () => line })),
        separator: '\n',
        close: after,
        share,
        describeOmitted: ({ length }) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .LS)(length, `more ${noun}`)}.`,
    };
}
/** Joins names: `a, b and c`. */
function joinNames(names) {
    const last = names.at(-1) ?? '';
    return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}


/***/ }),

/***/ 58492:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ memoize),
/* harmony export */   H5: () => (/* binding */ renderResource),
/* harmony export */   iI: () => (/* binding */ renderDrift)
/* harmony export */ });
/* harmony import */ var _plan_action__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(92897);
/* harmony import */ var _plan_attribute_path__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(55163);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30333);
/* harmony import */ var _diff_line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57764);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(86590);





const KIND_LABELS = {
    create: '🟢 create',
    update: '🟡 update',
    replace: '🟠 replace',
    delete: '🔴 destroy',
    forget: '⚪ forget',
    read: '🔵 read',
    'no-op': '⚪',
};
/** Renders a planned change with its reason and diff. */
function renderResource(change, attributes) {
    const { kind, address, deposed, replacePaths } = change;
    const lines = attributes.write(change, replacePaths);
    const object = deposed === undefined ? '' : `, deposed object ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCodeSpan */ .NQ)(deposed)}`;
    const notes = changeNotes(change, lines, attributes.redact).map((note) => `${note}\n\n`);
    return (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .collapsible */ .r0)(`${KIND_LABELS[kind]} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCodeSpan */ .NQ)(attributes.redact(address))}${object}`, `${notes.join('')}${diffBlock(lines)}`);
}
/** Renders a change made outside of Terraform. */
function renderDrift(change, attributes) {
    const label = change.kind === 'delete' ? '🔴 deleted' : '🟡 changed';
    return (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .collapsible */ .r0)(`${label} ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .htmlCodeSpan */ .NQ)(attributes.redact(change.address))}`, diffBlock(attributes.write(change)));
}
const diffBlock = (lines) => lines.length === 0 ? 'No attributes are known.' : (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeBlock */ .DV)('diff', lines.map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL));
function changeNotes(change, lines, redact) {
    const { kind, order, reason, replacePaths, previousAddress, importId } = change;
    const forcing = [...new Set(replacePaths.map(_plan_attribute_path__WEBPACK_IMPORTED_MODULE_4__/* .formatPath */ .j))].map((path) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(redact(path))).join(', ');
    const hasNoValueChange = kind === 'update' && lines.every(({ text }) => text.startsWith('#'));
    return [
        reason === undefined ? '' : `Reason: ${(0,_plan_action__WEBPACK_IMPORTED_MODULE_0__/* .describeReason */ .G)(reason)}${forcing && ` (${forcing})`}.`,
        order === 'create-first' ? 'The new object is created before the old one is destroyed.' : '',
        order === 'forget-old' ? 'The old object is not destroyed, but no longer managed.' : '',
        (0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu)(change) ? `Moved from ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(redact(previousAddress ?? ''))}.` : '',
        importId === undefined ? '' : `Imported as ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_3__/* .codeSpan */ .SS)(redact(importId))}.`,
        hasNoValueChange ? 'No value changes, only sensitivity or formatting.' : '',
    ].filter((note) => note !== '');
}
/** The comment and the job summary share rendered texts. */
function memoize(render) {
    let text;
    return () => (text ??= render());
}


/***/ }),

/***/ 43844:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A0: () => (/* binding */ diagnosticSections),
/* harmony export */   CL: () => (/* binding */ stateSections),
/* harmony export */   R9: () => (/* binding */ outputSection),
/* harmony export */   UC: () => (/* binding */ checkSection)
/* harmony export */ });
/* harmony import */ var _terraform_diagnostic__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(10917);
/* harmony import */ var _plan_plan__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30333);
/* harmony import */ var _diff_line__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(57764);
/* harmony import */ var _list_section__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(15802);
/* harmony import */ var _resource__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58492);
/* harmony import */ var _text_markdown__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86590);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(64212);







/** Renders all outputs in one diff. */
function outputSection(plan, attributes) {
    const changes = plan.outputs.filter(({ kind }) => !(0,_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isReadOnly */ .PI)(kind));
    const outputs = (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(changes.length, 'output');
    const text = () => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .collapsible */ .r0)(`🟣 ${outputs}`, (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeBlock */ .DV)('diff', attributes.writeOutputs(changes).map(_diff_line__WEBPACK_IMPORTED_MODULE_2__/* .formatLine */ .IL)));
    return {
        open: '',
        items: changes.length === 0 ? [] : [{ text: (0,_resource__WEBPACK_IMPORTED_MODULE_4__/* .memoize */ .Bj)(text) }],
        separator: '\n\n',
        close: '',
        share: 0.15,
        describeOmitted: () => `${outputs} to change, too long to show here.`,
    };
}
/** Lists the `check` blocks that do not hold. */
function checkSection({ failedChecks }, redact) {
    const lines = failedChecks.map(({ address, messages }) => {
        const text = messages.map((message) => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .escapeMarkdown */ .FV)(redact(message))).join(' ');
        return `- ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(address))}${text === '' ? '' : `: ${text}`}`;
    });
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(lines, { before: '#### ⚠️ Failed checks\n', share: 0.1, noun: 'check' });
}
/** Lists moves and imports. */
function stateSections({ resources }, redact) {
    const moved = resources.filter(_plan_plan__WEBPACK_IMPORTED_MODULE_1__/* .isMoved */ .yu);
    const imported = resources.filter(({ importId }) => importId !== undefined);
    return [
        collapsibleList(`⚪ ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(moved.length, 'resource')} moved`, moved.map(({ address, previousAddress }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(previousAddress ?? ''))} → ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(address))}`)),
        collapsibleList(`🔵 ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(imported.length, 'resource')} imported`, imported.map(({ address, importId }) => `${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(address))} is ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeSpan */ .SS)(redact(importId ?? ''))}`)),
    ];
}
function collapsibleList(title, lines) {
    return (0,_list_section__WEBPACK_IMPORTED_MODULE_3__/* .listSection */ .i)(lines.map((line) => `- ${line}`), {
        before: `<details><summary>${title}</summary>\n`,
        after: '\n</details>',
        share: 0.1,
        noun: 'resource',
    });
}
/** Renders Terraform's diagnostics verbatim. */
function diagnosticSections(diagnostics, redact) {
    const items = (severity) => diagnostics
        .filter((one) => one.severity === severity)
        .map((one) => ({
        text: () => (0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .codeBlock */ .DV)('text', (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_6__/* .escapeInvisible */ .ts)(redact((0,_terraform_diagnostic__WEBPACK_IMPORTED_MODULE_0__/* .formatDiagnostic */ .xy)(one))).split('\n')),
    }));
    const [errors, warnings] = [items('error'), items('warning')];
    const common = {
        separator: '\n\n',
        share: 0.3,
        describeOmitted: (omitted) => `… and ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(omitted.length, 'more message')} in the log.`,
    };
    return {
        errors: { ...common, open: '', items: errors, close: '' },
        warnings: {
            ...common,
            open: `<details><summary>⚠️ ${(0,_text_markdown__WEBPACK_IMPORTED_MODULE_5__/* .plural */ .LS)(warnings.length, 'warning')}</summary>`,
            items: warnings,
            close: '</details>',
        },
    };
}


/***/ })

};

export const id = 3442;
export const ids = [3442];
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
// EXTERNAL MODULE: ./src/terraform/cli.ts + 4 modules
var cli = __webpack_require__(34426);
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
// EXTERNAL MODULE: ./src/commands/plan/failed-run.ts + 1 modules
var failed_run = __webpack_require__(81911);
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
    // A step that reports its result removes its directory.
    const wasKilled = (0,external_node_fs_.existsSync)(directory);
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
        const { inputs, runtime } = context;
        if (wasKilled && inputs?.command === 'plan')
            await (0,failed_run.commentLostRun)(new failed_run.StepKilled(), inputs, runtime);
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


/***/ })

};

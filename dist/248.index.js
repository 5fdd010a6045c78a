export const id = 248;
export const ids = [248];
export const modules = {

/***/ 2248:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mirrorImages: () => (/* binding */ mirrorImages)
});

// EXTERNAL MODULE: ./src/github/markdown.ts
var markdown = __webpack_require__(5566);
// EXTERNAL MODULE: ./src/github/units.ts
var units = __webpack_require__(9516);
;// CONCATENATED MODULE: ./src/github/mirror-summary.ts


const COLUMNS = [
    { title: 'Image', align: 'left' },
    { title: 'Tag', align: 'left' },
    { title: 'Digest', align: 'left' },
    { title: 'Size', align: 'right' },
    { title: 'What happened', align: 'left' },
    { title: 'Time', align: 'right' },
    { title: 'Speed', align: 'right' },
];
/** The job summary: what came of it in one sentence, what failed and why, then the table. */
function renderMirror(report) {
    const failed = report.rows.filter(({ status }) => status === 'failed');
    return [
        `## ${title(report, failed.length)}`,
        `${sentence(report)} Target: ${(0,markdown/* code */.aY)(report.target)}`,
        ...failures(failed),
        (0,markdown/* table */.tp)(COLUMNS, report.rows.map(cells)),
        ...warnings(report.warnings),
        ...references(report),
    ].join('\n\n');
}
function title({ dryRun, rows }, failed) {
    if (failed > 0)
        return `❌ ${failed} of ${count(rows.length, 'image')} not mirrored`;
    return dryRun ? '🔎 What would be mirrored' : `✅ ${count(rows.length, 'image')} mirrored`;
}
/** The outcome in one line, for the log as well. */
function sentence({ rows, seconds, dryRun }) {
    const of = (status) => rows.filter((row) => row.status === status);
    const moved = of(dryRun ? 'planned' : 'copied');
    const bytes = moved.reduce((sum, row) => sum + row.sentBytes, 0);
    const parts = [
        moved.length > 0 &&
            `${dryRun ? 'would copy ' : ''}${count(moved.length, 'image')}${dryRun ? '' : ' copied'} (${(0,units/* formatBytes */.z3)(bytes)})`,
        of('present').length > 0 && `${of('present').length} already there`,
        of('failed').length > 0 && `${of('failed').length} failed`,
    ];
    const said = parts.filter((part) => part !== false).join(', ');
    const rate = dryRun ? '' : (0,units/* formatRate */.CE)(bytes, seconds);
    return `${said.charAt(0).toUpperCase()}${said.slice(1)}, in ${(0,units/* formatSeconds */.Xo)(seconds)}${rate && ` (${rate})`}.`;
}
function cells(row) {
    return [
        `**${row.name}**`,
        (0,markdown/* code */.aY)(row.tag),
        (0,markdown/* code */.aY)(row.digest.slice(0, 'sha256:'.length + 12)),
        row.size === undefined ? '' : (0,units/* formatBytes */.z3)(row.size),
        outcome(row),
        row.seconds === undefined ? '' : (0,units/* formatSeconds */.Xo)(row.seconds),
        row.status === 'copied' && row.seconds !== undefined ? (0,units/* formatRate */.CE)(row.sentBytes, row.seconds) : '',
    ];
}
function outcome({ status, sentBytes, mountedBytes, presentBytes }) {
    const parts = [
        mountedBytes > 0 && `${(0,units/* formatBytes */.z3)(mountedBytes)} mounted`,
        presentBytes > 0 && `${(0,units/* formatBytes */.z3)(presentBytes)} were there`,
    ].filter((part) => part !== false);
    const partly = parts.length === 0 ? '' : `${(0,units/* formatBytes */.z3)(sentBytes)}, ${parts.join(', ')}`;
    switch (status) {
        case 'copied':
            return `copied ${partly}`.trim();
        case 'planned':
            return `would copy ${partly || (0,units/* formatBytes */.z3)(sentBytes)}`;
        case 'present':
            return 'already there';
        case 'failed':
            return '❌ failed';
    }
}
function failures(rows) {
    const reasons = rows.map(({ name, reason }) => `- **${name}**: ${(0,markdown/* code */.aY)(reason ?? '')}`);
    return reasons.length === 0 ? [] : [['### Why', '', ...reasons].join('\n')];
}
function warnings(texts) {
    return texts.length === 0
        ? []
        : [['### Worth knowing', '', ...texts.map((text) => `- ${(0,markdown/* prose */.CS)(text)}`)].join('\n')];
}
/** Full names by digest, to paste into a task definition or a pull command. */
function references({ rows, target, dryRun }) {
    const landed = rows.filter(({ status }) => status === 'copied' || status === 'present');
    if (dryRun || landed.length === 0)
        return [];
    const lines = landed.map(({ name, digest }) => `${target}/${name}@${digest}`);
    return [
        [
            '<details><summary>References by digest</summary>',
            '',
            '```text',
            ...lines,
            '```',
            '',
            '</details>',
        ].join('\n'),
    ];
}
function count(number, noun) {
    return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

;// CONCATENATED MODULE: ./src/github/progress.ts

const BAR = 20;
/** A line per image that moves, every few seconds: a log has no cursor to go back with. */
class Progress {
    world;
    lines = new Map();
    startedMs;
    width;
    timer;
    constructor(totals, world) {
        this.world = world;
        for (const [name, total] of totals)
            this.lines.set(name, { total, done: 0, told: -1 });
        this.width = Math.max(0, ...[...totals.keys()].map((name) => name.length));
        this.startedMs = world.now();
    }
    start(everyMs) {
        this.timer = setInterval(() => {
            this.tell();
        }, everyMs);
        this.timer.unref();
    }
    add(name, bytes) {
        const line = this.lines.get(name);
        if (line !== undefined)
            line.done += bytes;
    }
    stop() {
        clearInterval(this.timer);
    }
    tell() {
        const seconds = (this.world.now() - this.startedMs) / 1000;
        for (const [name, line] of this.lines) {
            if (line.done === line.told || line.done >= line.total)
                continue;
            line.told = line.done;
            this.world.log.info(`${name.padEnd(this.width)}  ${bar(line)}  ${(0,units/* formatRate */.CE)(line.done, seconds)}`);
        }
    }
}
function bar({ done, total }) {
    const share = Math.min(1, done / total);
    const filled = Math.floor(share * BAR);
    const percent = `${Math.floor(share * 100)} %`.padStart(5);
    return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${percent}  ${(0,units/* formatBytes */.z3)(done)} of ${(0,units/* formatBytes */.z3)(total)}`;
}

// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __webpack_require__(8422);
// EXTERNAL MODULE: ./src/registry/copy.ts + 3 modules
var copy = __webpack_require__(2667);
// EXTERNAL MODULE: ./src/registry/error.ts
var registry_error = __webpack_require__(3269);
// EXTERNAL MODULE: ./src/registry/images.ts
var registry_images = __webpack_require__(7373);
// EXTERNAL MODULE: ./src/registry/pool.ts
var pool = __webpack_require__(7937);
// EXTERNAL MODULE: ./src/registry/survey.ts
var survey = __webpack_require__(7781);
// EXTERNAL MODULE: ./src/registry/tree.ts
var tree = __webpack_require__(7591);
// EXTERNAL MODULE: ./src/commands/failure.ts
var failure = __webpack_require__(9776);
;// CONCATENATED MODULE: ./src/commands/mirror-result.ts



const bytesOf = (blobs) => blobs.reduce((sum, { size }) => sum + size, 0);
const bytesToSend = ({ missingBlobs }) => bytesOf(missingBlobs);
const NOTHING = {
    size: undefined,
    sentBytes: 0,
    mountedBytes: 0,
    presentBytes: 0,
    seconds: undefined,
    reason: undefined,
};
/** What a survey alone says: the whole of a dry run, and of an image that was there already. */
function planned(survey) {
    const { name, tag, digest } = survey.job;
    switch (survey.kind) {
        case 'failed':
            return failed(survey.job, survey.error);
        case 'present':
            return { row: { ...NOTHING, name, tag: survey.tag, digest, status: 'present' }, warnings: [] };
        case 'missing': {
            const bytes = {
                size: survey.size,
                sentBytes: bytesToSend(survey),
                presentBytes: bytesOf(survey.presentBlobs),
            };
            const status = isThere(survey) ? 'present' : 'planned';
            return { row: { ...NOTHING, name, tag, digest, status, ...bytes }, warnings: survey.warnings };
        }
    }
}
function landed(survey, copied, seconds) {
    const { name, digest } = survey.job;
    const { tag, sentBytes, mountedBytes, warnings } = copied;
    const bytes = { size: survey.size, sentBytes, mountedBytes, presentBytes: bytesOf(survey.presentBlobs) };
    const status = isThere(survey) ? 'present' : 'copied';
    return { row: { ...NOTHING, name, tag, digest, status, ...bytes, seconds }, warnings };
}
/** Looked at again for its signatures only. */
const isThere = ({ job, found }) => found.tag === job.digest || found.fallbackTag === job.digest;
function failed({ name, tag, digest }, error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { row: { ...NOTHING, name, tag, digest, status: 'failed', reason }, warnings: [], error };
}
/** The line of the log for an image that landed or failed. */
function line({ name, status, sentBytes, seconds = 0, reason = '' }) {
    if (status === 'failed')
        return `${name}: failed: ${reason}`;
    return `${name}: ${(0,units/* formatBytes */.z3)(sentBytes)} copied in ${(0,units/* formatSeconds */.Xo)(seconds)} ${(0,units/* formatRate */.CE)(sentBytes, seconds)}`;
}
/** `images` as JSON from name to full reference by digest, `copied` and `bytes` as numbers. */
function outputsOf({ rows, target }) {
    const there = rows.filter(({ status }) => status === 'copied' || status === 'present');
    const copied = rows.filter(({ status }) => status === 'copied');
    return {
        images: JSON.stringify(Object.fromEntries(there.map(({ name, digest }) => [name, `${target}/${name}@${digest}`]))),
        copied: String(copied.length),
        bytes: String(copied.reduce((sum, { sentBytes }) => sum + sentBytes, 0)),
    };
}
/** Faults of the file that only a registry could show, each beside its line. */
function annotationsOf(results, images, file) {
    return results.flatMap(({ row, error }) => {
        const image = images.find(({ name }) => name === row.name);
        if (!(error instanceof tree/* WrongPlatform */.vV) || image === undefined)
            return [];
        return [{ file, ...image.position, message: `${row.name}: ${error.message}` }];
    });
}
function failureOf(results, target) {
    const lost = results.filter(({ row }) => row.status === 'failed');
    if (lost.length === 0)
        return undefined;
    const reasons = new Set(lost.map(({ error }) => (0,failure/* reasonOf */.A)(error)));
    const [reason = 'copy-failed'] = reasons;
    const lines = lost.map(({ row }) => `${row.name}: ${row.reason ?? ''}`);
    const head = `${lost.length} of ${results.length} images did not reach ${target}`;
    return { reason: reasons.size === 1 ? reason : 'copy-failed', message: [head, ...lines].join('\n') };
}

;// CONCATENATED MODULE: ./src/commands/mirror-images.ts










const PROGRESS_EVERY_MS = 3_000;
/** Reads images.yaml, surveys, copies, and tells what came of each image. */
async function mirrorImages(inputs, place, world) {
    const startedMs = world.clock.now();
    // The faults of the file are told before those of the target.
    const images = choose(await readImages(inputs.images, world), inputs.only);
    const target = await place.target;
    const jobs = images.map((image) => jobOf(image, inputs, place.registries));
    const surveys = await (0,survey/* surveyImages */.$)(jobs, { ...target, includeReferrers: inputs.includeReferrers });
    const copied = inputs.dryRun
        ? new Map()
        : await copyMissing(surveys, { inputs, target, world });
    const results = surveys.map((survey) => copied.get(survey) ?? planned(survey));
    const report = {
        target: `${target.registry.name}/${inputs.prefix}`,
        rows: results.map(({ row }) => row),
        warnings: [...place.warnings, ...results.flatMap((result) => result.warnings)],
        seconds: (world.clock.now() - startedMs) / 1000,
        dryRun: inputs.dryRun,
    };
    world.log.info(sentence(report));
    return {
        outputs: outputsOf(report),
        summary: renderMirror(report),
        warnings: report.warnings,
        annotations: annotationsOf(results, images, inputs.images),
        failure: failureOf(results, report.target),
    };
}
async function readImages(path, world) {
    const text = await world.readFile(path).catch((error) => {
        const message = `the file cannot be read (${(0,registry_error/* codeOf */.$N)(error)}); check out the repository before this step, or give its path in images`;
        throw new registry_images/* InvalidImages */.q(path, [{ line: 1, column: 1, message }]);
    });
    return (0,registry_images/* parseImages */.e)(text, path);
}
function choose(images, only) {
    const unknown = only.filter((name) => images.every((image) => image.name !== name));
    if (unknown.length > 0) {
        const names = images.map(({ name }) => name).join(', ');
        throw new inputs/* InvalidInput */.o(`only: there is no image '${unknown.join("', '")}'; the file has ${names}`);
    }
    return only.length === 0 ? images : images.filter(({ name }) => only.includes(name));
}
function jobOf(image, { prefix }, registries) {
    const { name, repository, tag, digest, platform } = image;
    const source = registries.source(image.registry);
    return { name, source, repository, tag, digest, platform, targetRepository: `${prefix}/${name}` };
}
/** Copies what is missing, with a line in the log as each image lands. @returns what came of it, by survey */
async function copyMissing(surveys, { inputs, target, world }) {
    const missing = surveys.filter((survey) => survey.kind === 'missing');
    const totals = new Map(missing.map((survey) => [survey.job.name, bytesToSend(survey)]));
    for (const [name, total] of totals)
        world.log.info(`${name}: ${(0,units/* formatBytes */.z3)(total)} to copy`);
    const progress = new Progress(totals, { log: world.log, now: () => world.clock.now() });
    progress.start(PROGRESS_EVERY_MS);
    const startedMs = world.clock.now();
    const seconds = () => (world.clock.now() - startedMs) / 1000;
    const copies = (0,copy/* copyImages */._)(missing, {
        target: target.registry,
        pool: new pool/* Pool */.b(inputs.concurrency),
        mounts: missing.length > 1 && (await target.mounts()),
        onBytes: (name, bytes) => {
            progress.add(name, bytes);
        },
    });
    const results = missing.map(async (survey, index) => {
        const result = await copies[index]?.then((copied) => landed(survey, copied, seconds()), (error) => failed(survey.job, error));
        const told = result ?? failed(survey.job, new Error('it was not tried'));
        world.log.info(line(told.row));
        return [survey, told];
    });
    try {
        return new Map(await Promise.all(results));
    }
    finally {
        progress.stop();
    }
}


/***/ })

};

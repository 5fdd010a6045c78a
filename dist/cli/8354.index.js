export const id = 8354;
export const ids = [8354];
export const modules = {

/***/ 78354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  requireSettings: () => (/* binding */ requireSettings),
  upgrade: () => (/* binding */ upgrade)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/init/publish.ts
var publish = __webpack_require__(76106);
// EXTERNAL MODULE: ./src/cli/init/root-files.ts
var root_files = __webpack_require__(42631);
// EXTERNAL MODULE: ./src/cli/init/settings.ts
var init_settings = __webpack_require__(55356);
// EXTERNAL MODULE: ./src/cli/init/settings-only.ts
var settings_only = __webpack_require__(11331);
// EXTERNAL MODULE: ./src/cli/init/steps.ts
var init_steps = __webpack_require__(5026);
// EXTERNAL MODULE: ./src/cli/init/workspace.ts + 54 modules
var init_workspace = __webpack_require__(22258);
// EXTERNAL MODULE: ./src/images/version.ts
var images_version = __webpack_require__(24250);
;// CONCATENATED MODULE: ./src/cli/upgrade/changelog.ts

/**
 * Returns the sections of CHANGELOG.md after one version up to another, newest first.
 *
 * @param from version without `v`; undefined returns only the section of `to`
 */
function changesBetween(changelog, from, to) {
    const sections = changelog.split(/^(?=## \[)/m).filter((section) => section.startsWith('## ['));
    const isWanted = (section) => {
        const [, version = ''] = /^## \[([^\]]+)\]/.exec(section) ?? [];
        if (version === to)
            return true;
        return from !== undefined && isNewer(version, from) && isNewer(to, version);
    };
    return sections.filter(isWanted).join('').trim();
}
/** Whether a version is newer than another. */
function isNewer(version, than) {
    const [one, other] = [(0,images_version/* parseImageVersion */.R1)(version), (0,images_version/* parseImageVersion */.R1)(than)];
    return one !== undefined && other !== undefined && (0,images_version/* compareImageVersions */.m6)(one, other) > 0;
}

;// CONCATENATED MODULE: ./src/cli/upgrade/pins.ts
const WORKFLOW = /(?<=uses:[ \t]+['"]?)([\w-]+\/[\w.-]+)(\/\.github\/workflows\/(?:plan|deploy|refresh|drift)(?:-settings)?\.ya?ml)@([^\s'"]+)(['"]?)(?:[ \t]+#[ \t]*(v[\w.-]+))?/g;
const MODULE = /(?<=git::https:\/\/github\.com\/)([\w-]+\/[\w.-]+?)(\.git\/\/terraform\/modules\/\S+?\?ref=)([\w.-]+)/g;
/** A version in `settings_workflows` of bootstrap. */
const TRUSTED = /(?<=")([\w-]+\/[\w.-]+)@(?:[0-9a-f]{40}|refs\/tags\/v[\w.-]+)(?=")/g;
/** Returns the content with all references to the project moved to a release. */
function movePins(text, { source, tag, commit }) {
    return text
        .replace(WORKFLOW, (...[whole = '', repository = '', path = '', , quote = '']) => isSame(repository, source) ? `${source}${path}@${commit}${quote} # ${tag}` : whole)
        .replace(TRUSTED, (...[whole = '', repository = '']) => isSame(repository, source) ? `${source}@${commit}` : whole)
        .replace(MODULE, (...[whole = '', repository = '', path = '']) => isSame(repository, source) ? `${source}${path}${tag}` : whole);
}
/** Returns the tags that a file refers to. A commit without a tag in a comment is none. */
function pinnedTags(text, source) {
    const workflows = [...text.matchAll(WORKFLOW)].flatMap(([, repository = '', , ref = '', , comment]) => isSame(repository, source) ? [comment ?? ref] : []);
    const modules = [...text.matchAll(MODULE)].flatMap(([, repository = '', , ref = '']) => isSame(repository, source) ? [ref] : []);
    return [...workflows, ...modules].filter((tag) => tag.startsWith('v'));
}
const isSame = (one, other) => one.toLowerCase() === other.toLowerCase();

;// CONCATENATED MODULE: ./src/cli/upgrade/upgrade.ts











/**
 * Takes a repository to the release of this package: applies its bootstrap, and opens a pull request that moves the pins.
 *
 * @throws CommandFailed, AwsError, GitHubError
 */
async function upgrade(command, environment) {
    const { print } = environment;
    const workspace = await (0,init_workspace/* openWorkspace */.OH)(undefined, environment);
    const { git, repository, own } = workspace;
    const settings = await requireSettings(git.directory);
    const release = await own.release(command.release, repository.github);
    const pins = await readPins(git, release, repository.branch);
    const bootstrap = await (0,init_workspace/* openBootstrap */.HT)(trustBoth(settings, release), workspace, environment);
    await bootstrap.open();
    const steps = [
        {
            // First, because the new version may need permissions that the roles lack.
            title: `AWS account: terraform/bootstrap of ${release.tag}`,
            plan: () => bootstrap.plan(),
        },
        { title: 'Pull request', plan: () => planPull(workspace, { release, pins, print }) },
    ];
    const changes = await (0,init_steps/* runSteps */.r)(steps, { dryRun: command.dryRun, print });
    if (command.dryRun)
        print(`Dry run: ${changes} changes are planned, and nothing was changed.`);
    else if (Object.keys(pins.files).length === 0)
        print(`The repository uses ${release.tag}.`);
    else {
        print('Review and merge the pull request: its plan shows what changes in the stack.');
        if ((0,settings_only/* trustedVersions */.Nw)(settings).length > 0)
            print(`After its deployment, run git pull and this command again: the roles then trust ${release.tag} only.`);
    }
}
/** During an upgrade, the roles trust the old and the new version of the settings workflows. */
function trustBoth(settings, release) {
    const trusted = (0,settings_only/* trustedVersions */.Nw)(settings);
    if (trusted.length === 0)
        return settings;
    // The trust policies have space for two.
    const both = [...new Set([...trusted.slice(-1), (0,settings_only/* trustedVersion */.mE)(release)])];
    return { ...settings, more: { ...settings.more, settings_workflows: both } };
}
/** @throws CommandFailed in a repository that init did not set up */
async function requireSettings(directory) {
    const settings = await (0,init_settings/* readSettings */.sb)(directory);
    if (settings !== undefined)
        return settings;
    throw new error/* CommandFailed */.nk(`${init_settings/* SETTINGS_FILE */.tP} does not exist in this repository. Run langfuse-deploy init first, or git pull.`);
}
async function readPins(git, release, branch) {
    await git.run('fetch', '--quiet', 'origin', branch);
    const base = await git.run('rev-parse', 'FETCH_HEAD');
    const listed = await git.run('ls-tree', '-r', '--name-only', base, '.github/workflows/', `${root_files/* ROOT */.Dl}/`);
    const paths = listed.split('\n').filter((path) => /\.(?:ya?ml|tf)$/.test(path) || path === init_settings/* SETTINGS_FILE */.tP);
    const files = {};
    const tags = [];
    for (const path of paths) {
        const text = `${await git.run('show', `${base}:${path}`)}\n`;
        tags.push(...pinnedTags(text, release.source));
        const moved = movePins(text, release);
        if (moved !== text)
            files[path] = moved;
    }
    const newer = tags.find((tag) => isNewer(tag, release.tag));
    if (newer !== undefined)
        throw new error/* CommandFailed */.nk(`The repository uses ${newer}, which is newer than ${release.tag}. Use the command line of that release (docs/quick-start.md)`);
    const from = tags.reduce((oldest, tag) => (oldest === undefined || isNewer(oldest, tag) ? tag : oldest), undefined);
    return { base, files, from: from?.slice(1) };
}
async function planPull(workspace, { release, pins, print }) {
    const paths = Object.keys(pins.files);
    if (paths.length === 0)
        return [];
    const { own, repository } = workspace;
    const title = `chore: langfuse-deploy ${release.tag}`;
    const notes = changesBetween(await own.read('CHANGELOG.md'), pins.from, release.tag.slice(1));
    const link = `https://github.com/${release.source}/releases/tag/${release.tag}`;
    const body = `Moves the workflows and the module from ${pins.from === undefined ? 'another commit' : `v${pins.from}`} to [${release.tag}](${link}). Bootstrap of that version is applied.\n\n${notes}`;
    const head = `langfuse-deploy/upgrade-${release.tag}`;
    return [
        {
            summary: `open a pull request from ${head}`,
            details: paths,
            apply: async () => {
                await pushFiles(workspace.git, { ...pins, branch: head, message: title });
                const url = await (0,publish/* createPull */.G7)(repository.github, { head, base: repository.branch, title, body });
                print(`      ${url}`);
            },
        },
    ];
}
/** Commits in a work tree of its own, so that the user's stays as it is. */
async function pushFiles(git, { base, files, branch, message }) {
    const directory = (0,external_node_path_.join)(await git.run('rev-parse', '--absolute-git-dir'), 'langfuse-deploy', 'upgrade');
    await (0,promises_.rm)(directory, { recursive: true, force: true });
    await git.run('worktree', 'prune');
    await (0,promises_.mkdir)(directory, { recursive: true });
    await git.run('worktree', 'add', '--quiet', '--detach', '--force', directory, base);
    try {
        const work = git.at(directory);
        for (const [path, content] of Object.entries(files))
            await (0,promises_.writeFile)((0,external_node_path_.join)(directory, path), content);
        await work.run('commit', '--quiet', '--all', '--message', message);
        await work.run('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${branch}`);
    }
    finally {
        await git.run('worktree', 'remove', '--force', directory);
    }
}


/***/ })

};

export const id = 6511;
export const ids = [6511,8354];
export const modules = {

/***/ 45738:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ readSetting),
/* harmony export */   f: () => (/* binding */ settingChange)
/* harmony export */ });
/* harmony import */ var _github_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _github_failure__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(10468);


/** Reads a setting; undefined if GitHub answers 404, as for a setting that the plan lacks. @throws GitHubError */
async function readSetting({ octokit, repo }, path) {
    try {
        return (await octokit.request(`GET /repos/${repo.owner}/${repo.repo}${path}`)).data;
    }
    catch (error) {
        if (!(error instanceof _github_error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || (0,_github_error__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(error.details))
            throw error;
        if (error.status === 403 || error.status === 404)
            return undefined;
        throw error;
    }
}
/** Returns a change that sends the request. A rejection that leaves something working is reported with the manual way. */
function settingChange(github, request, warn) {
    const { summary, method, body, consequence } = request;
    const path = `/repos/${github.repo.owner}/${github.repo.repo}${request.path}`;
    return {
        summary,
        details: [manualCommand(method, path, body)],
        apply: async () => {
            try {
                await github.octokit.request(`${method} ${path}`, { ...body });
            }
            catch (error) {
                if (consequence === undefined || !(error instanceof _github_error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || !isRefusal(error))
                    throw error;
                warn(`GitHub rejected it: ${error.serverMessage.replace(/\.$/, '')}. ${explain(error)}${consequence} By hand: ${manualCommand(method, path, body)}`);
            }
        },
    };
}
const isRefusal = ({ status, details }) => status !== undefined && [403, 404, 409, 422].includes(status) && !(0,_github_error__WEBPACK_IMPORTED_MODULE_0__/* .isRateLimited */ .Jz)(details);
function explain({ status, serverMessage, details }) {
    if (/upgrade|billing plan|plan supports|make this repository public/i.test(serverMessage) || status === 404)
        return 'The GitHub plan of this private repository lacks the setting. ';
    if (/already exists/i.test(serverMessage))
        return '';
    if (status === 409)
        return 'The organization or enterprise forbids it: ask its owner. ';
    if (status === 403)
        return `The token lacks ${(0,_github_failure__WEBPACK_IMPORTED_MODULE_1__/* .missingPermission */ .U)(details)}. `;
    return '';
}
/** Command of the GitHub CLI that sends the same request. */
function manualCommand(method, path, body) {
    const command = `gh api -X ${method} '${path.slice(1)}'`;
    return body === undefined
        ? command
        : `${command} --input - <<< '${JSON.stringify(body).replaceAll("'", String.raw `'\''`)}'`;
}


/***/ }),

/***/ 2354:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   IM: () => (/* binding */ findReviewers),
/* harmony export */   Jr: () => (/* binding */ variableRequests),
/* harmony export */   XZ: () => (/* binding */ RULESET),
/* harmony export */   YI: () => (/* binding */ parseVariableCommands),
/* harmony export */   ao: () => (/* binding */ environmentRequests),
/* harmony export */   av: () => (/* binding */ actionsRequests),
/* harmony export */   zo: () => (/* binding */ rulesetRequests)
/* harmony export */ });
/* harmony import */ var _github_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52836);
/* harmony import */ var _github_request__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(45738);




/** Reads the variables that `repository_variables` of bootstrap sets. */
function parseVariableCommands(commands) {
    const found = commands.matchAll(/^gh variable set (\w+) --repo \S+ --body '([^']*)'$/gm);
    return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}
/** @throws GitHubError */
async function variableRequests(github, wanted) {
    const requests = await Promise.all(Object.entries(wanted).map(async ([name, value]) => {
        const current = await (0,_github_request__WEBPACK_IMPORTED_MODULE_1__/* .readSetting */ .L)(github, `/actions/variables/${name}`);
        if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(current, 'value') === value)
            return [];
        const setting = {
            summary: `set the variable ${name} to ${value}`,
            body: { name, value },
            consequence: 'The workflows fail until it is set; the job `unset` names what is missing.',
        };
        return [
            current === undefined
                ? { ...setting, method: 'POST', path: '/actions/variables' }
                : { ...setting, method: 'PATCH', path: `/actions/variables/${name}` },
        ];
    }));
    return requests.flat();
}
/** Resolves GitHub users and teams (`organization/team`). @throws CommandFailed for an unknown name */
function findReviewers({ octokit }, names) {
    return Promise.all(names.map(async (name) => {
        const [org = '', team] = name.split('/');
        try {
            const { data } = await (team === undefined
                ? octokit.request('GET /users/{username}', { username: name })
                : octokit.request('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: team }));
            return { type: team === undefined ? 'User' : 'Team', id: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(data, 'id') ?? 0 };
        }
        catch (error) {
            if (!(error instanceof _github_error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || error.status !== 404)
                throw error;
            const kind = team === undefined ? 'user' : 'team';
            throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`--reviewers: GitHub knows no ${kind} '${name}'.`, { cause: error });
        }
    }));
}
const BRANCH_POLICY = { protected_branches: false, custom_branch_policies: true };
/** @throws GitHubError */
async function environmentRequests(github, { name, branch, reviewers }) {
    const path = `/environments/${encodeURIComponent(name)}`;
    const current = await (0,_github_request__WEBPACK_IMPORTED_MODULE_1__/* .readSetting */ .L)(github, path);
    const requests = [];
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(current, 'deployment_branch_policy', 'custom_branch_policies') !== true)
        requests.push({
            summary: `create the environment ${name}, for selected branches only`,
            method: 'PUT',
            path,
            body: { deployment_branch_policy: BRANCH_POLICY, ...keptReviewers(current) },
            consequence: `Deployments work, because the deploy role trusts the branch ${branch} only, but need no approval.`,
        });
    const policies = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordsIn */ .Q0)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(await (0,_github_request__WEBPACK_IMPORTED_MODULE_1__/* .readSetting */ .L)(github, `${path}/deployment-branch-policies`), 'branch_policies'));
    if (!policies.some((policy) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(policy, 'name') === branch))
        requests.push({
            summary: `allow deployments to ${name} from ${branch}`,
            method: 'POST',
            path: `${path}/deployment-branch-policies`,
            body: { name: branch, type: 'branch' },
            consequence: `Without a rule for ${branch}, GitHub rejects all deployments of an environment for selected branches.`,
        });
    if (reviewers !== undefined && !hasReviewers(current, reviewers))
        requests.push({
            summary: `require the approval of ${reviewers.length === 1 ? 'the reviewer' : `one of ${reviewers.length} reviewers`} for ${name}`,
            method: 'PUT',
            path,
            body: { deployment_branch_policy: BRANCH_POLICY, reviewers },
            consequence: 'Deployments start without an approval: the review of the pull request is the only control.',
        });
    return requests;
}
const reviewersOf = (environment) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordsIn */ .Q0)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(environment, 'protection_rules'))
    .flatMap((rule) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(rule, 'reviewers')))
    .flatMap((reviewer) => {
    const id = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(reviewer, 'reviewer', 'id');
    return id === undefined
        ? []
        : [{ type: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(reviewer, 'type') === 'Team' ? 'Team' : 'User', id }];
});
const hasReviewers = (environment, wanted) => {
    const key = ({ type, id }) => `${type} ${id}`;
    const current = reviewersOf(environment).map(key);
    return current.length === wanted.length && wanted.every((one) => current.includes(key(one)));
};
/** PUT replaces the environment, so the reviewers are sent again. */
const keptReviewers = (environment) => {
    const reviewers = reviewersOf(environment);
    return reviewers.length === 0 ? {} : { reviewers };
};
/** GitHub Actions must be enabled, and able to create pull requests for `refresh`. @throws GitHubError */
async function actionsRequests(github) {
    const [actions, workflows] = [
        await (0,_github_request__WEBPACK_IMPORTED_MODULE_1__/* .readSetting */ .L)(github, '/actions/permissions'),
        await (0,_github_request__WEBPACK_IMPORTED_MODULE_1__/* .readSetting */ .L)(github, '/actions/permissions/workflow'),
    ];
    const requests = [];
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(actions, 'enabled') === false)
        requests.push({
            summary: 'enable GitHub Actions',
            method: 'PUT',
            path: '/actions/permissions',
            body: { enabled: true, allowed_actions: 'all' },
        });
    if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(workflows, 'can_approve_pull_request_reviews') !== true)
        requests.push({
            summary: 'allow GitHub Actions to create pull requests',
            method: 'PUT',
            path: '/actions/permissions/workflow',
            body: {
                default_workflow_permissions: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(workflows, 'default_workflow_permissions') ?? 'read',
                can_approve_pull_request_reviews: true,
            },
            consequence: 'The workflow refresh cannot propose newer images; deployments work.',
        });
    return requests;
}
const RULESET = 'langfuse';
/** Creates the rules of the branch, unless there are rules of that name, which may have been edited. @throws GitHubError */
async function rulesetRequests(github, { branch, hasReviewers: isReviewed }) {
    const rulesets = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .recordsIn */ .Q0)(await (0,_github_request__WEBPACK_IMPORTED_MODULE_1__/* .readSetting */ .L)(github, '/rulesets?includes_parents=false&per_page=100'));
    if (rulesets.some((ruleset) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(ruleset, 'name') === RULESET))
        return [];
    const review = {
        required_approving_review_count: isReviewed ? 1 : 0,
        require_code_owner_review: isReviewed,
        dismiss_stale_reviews_on_push: true,
        require_last_push_approval: isReviewed,
        required_review_thread_resolution: false,
    };
    const checks = {
        required_status_checks: [{ context: 'langfuse / plan' }],
        strict_required_status_checks_policy: false,
    };
    return [
        {
            summary: `require a pull request${isReviewed ? ', a review of code owners' : ''} and the check 'langfuse / plan' on ${branch}`,
            method: 'POST',
            path: '/rulesets',
            body: {
                name: RULESET,
                target: 'branch',
                enforcement: 'active',
                conditions: { ref_name: { include: [`refs/heads/${branch}`], exclude: [] } },
                rules: [
                    { type: 'deletion' },
                    { type: 'non_fast_forward' },
                    { type: 'pull_request', parameters: review },
                    { type: 'required_status_checks', parameters: checks },
                ],
            },
            consequence: `Everyone with write access can push to ${branch} without a review, and thereby deploy.`,
        },
    ];
}


/***/ }),

/***/ 21904:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ openPrompter)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(52836);

/** Opens the terminal. */
async function openPrompter() {
    const clack = await __webpack_require__.e(/* import() */ 6170).then(__webpack_require__.bind(__webpack_require__, 26170));
    const unlessCancelled = (answer) => {
        if (typeof answer !== 'symbol')
            return answer;
        throw new _error__WEBPACK_IMPORTED_MODULE_0__/* .Cancelled */ .cJ('Cancelled. Nothing was changed.');
    };
    return {
        text: async ({ message, initial, validate }) => unlessCancelled(await clack.text({
            message,
            ...(initial !== undefined && { defaultValue: initial, placeholder: initial }),
            // Enter chooses the default.
            validate: (answer) => validate(answer || (initial ?? '')),
        })),
        choose: async ({ message, choices }) => unlessCancelled(await clack.select({ message, options: choices.map((choice) => ({ ...choice })) })),
        confirm: async ({ message, initial }) => unlessCancelled(await clack.confirm({ message, initialValue: initial === 'yes' })),
    };
}


/***/ }),

/***/ 16511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  uninstall: () => (/* binding */ uninstall)
});

// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/init/bootstrap-state.ts
var bootstrap_state = __webpack_require__(4339);
// EXTERNAL MODULE: ./src/cli/init/github-request.ts
var github_request = __webpack_require__(45738);
// EXTERNAL MODULE: ./src/cli/init/github-settings.ts
var github_settings = __webpack_require__(2354);
// EXTERNAL MODULE: ./src/cli/init/prompter.ts
var init_prompter = __webpack_require__(21904);
// EXTERNAL MODULE: ./src/cli/init/steps.ts
var init_steps = __webpack_require__(5026);
// EXTERNAL MODULE: ./src/cli/init/workspace.ts + 54 modules
var init_workspace = __webpack_require__(22258);
// EXTERNAL MODULE: ./src/cli/upgrade/upgrade.ts + 2 modules
var upgrade = __webpack_require__(78354);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/uninstall/empty-bucket.ts


/** Deletes all versions of all objects. A missing bucket is empty. @throws AwsError, CommandFailed */
async function emptyBucket(aws, bucket) {
    const { S3Client, ListObjectVersionsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    for (;;) {
        // The first page again, because the earlier one is deleted.
        const page = await (0,connection/* callUnless */.rU)(['NoSuchBucket'], 's3:ListBucketVersions', () => client.send(new ListObjectVersionsCommand({ Bucket: bucket })));
        const versions = [...(page?.Versions ?? []), ...(page?.DeleteMarkers ?? [])];
        if (versions.length === 0)
            return;
        await deleteVersions(client, bucket, versions);
    }
}
async function deleteVersions(client, bucket, versions) {
    const { DeleteObjectsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const Objects = versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Errors = [] } = await (0,connection/* callAws */.IY)('s3:DeleteObjectVersion', () => client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } })));
    const [first] = Errors;
    if (first !== undefined)
        throw new error/* CommandFailed */.nk(`${first.Key ?? 'An object'} of ${bucket} cannot be deleted: ${first.Message ?? first.Code ?? ''}.`);
}
/** Lists the keys of a bucket that end with a suffix. A missing bucket has none. @throws AwsError */
async function listKeys(aws, bucket, suffix) {
    const { S3Client, paginateListObjectsV2 } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    const keys = [];
    await (0,connection/* callUnless */.rU)(['NoSuchBucket'], 's3:ListBucket', async () => {
        for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket }))
            keys.push(...(page.Contents ?? []).flatMap(({ Key }) => (Key?.endsWith(suffix) ? [Key] : [])));
    });
    return keys;
}

;// CONCATENATED MODULE: ./src/cli/uninstall/uninstall.ts










/**
 * Removes what `init` made, except the files: roles, state bucket, variables, environment and rules.
 *
 * @throws CommandFailed while a stack exists
 */
async function uninstall(command, environment) {
    const { print, isInteractive } = environment;
    const workspace = await (0,init_workspace/* openWorkspace */.OH)(undefined, environment);
    const { git, repository } = workspace;
    const settings = await (0,upgrade.requireSettings)(git.directory);
    const { aws } = await (0,init_workspace/* openAccount */.sj)(settings.region, environment);
    const bootstrap = await (0,init_workspace/* openBootstrap */.HT)(settings, workspace, environment);
    await requireNoStack(aws, bootstrap.bucket);
    await bootstrap.open();
    const outputs = await bootstrap.outputs();
    if (!command.dryRun)
        await confirmRemoval(settings, command.yes, isInteractive);
    const names = Object.keys((0,github_settings/* parseVariableCommands */.YI)(outputs['repository_variables'] ?? ''));
    const steps = [
        {
            title: 'GitHub: variables, environment and rules',
            plan: async () => (await removalRequests(repository.github, { ...settings, variables: names })).map((request) => (0,github_request/* settingChange */.f)(repository.github, request, (text) => {
                print(`    ! ${text}`);
            })),
        },
        {
            title: 'AWS account: terraform/bootstrap',
            plan: () => planDestroy({ aws, bootstrap, settings }),
        },
    ];
    const changes = await (0,init_steps/* runSteps */.r)(steps, { dryRun: command.dryRun, print });
    if (command.dryRun)
        print(`Dry run: ${changes} changes are planned, and nothing was changed.`);
    else
        print('Removed. The files of the repository and the images in ECR are left: delete them yourself.');
}
/** @throws CommandFailed that names the states with resources */
async function requireNoStack(aws, bucket) {
    const keys = (await listKeys(aws, bucket, '.tfstate')).filter((key) => key !== bootstrap_state/* STATE_KEY */.Mq);
    const states = await Promise.all(keys.map(async (key) => ({ key, count: (0,bootstrap_state/* countResources */.xI)(await (0,bootstrap_state/* readObject */.Ag)(aws, { bucket, key })) })));
    const used = states.filter(({ count }) => count > 0);
    if (used.length > 0)
        throw new error/* CommandFailed */.nk(`${used.map(({ key, count }) => `s3://${bucket}/${key} has ${count} resources`).join(', ')}. Destroy the stack first, because only these roles and states can: docs/operations.md, "Destroy".`);
}
async function confirmRemoval(settings, yes, isInteractive) {
    if (yes)
        return;
    const { account_id, repository } = settings;
    if (!isInteractive)
        throw new error/* CommandFailed */.nk('Without a terminal, uninstall needs --yes.');
    const prompter = await (0,init_prompter/* openPrompter */.A)();
    const message = `Remove roles and state bucket from account ${account_id}, and the settings of ${repository}?`;
    if (!(await prompter.confirm({ message, initial: 'no' })))
        throw new error/* CommandFailed */.nk('Cancelled. Nothing was changed.');
}
async function planDestroy({ aws, bootstrap, settings }) {
    if (!(await bootstrap.hasResources()))
        return [];
    return [
        {
            summary: `empty s3://${bootstrap.bucket} and destroy terraform/bootstrap in account ${settings.account_id}`,
            apply: async () => {
                // Terraform needs its state until the bucket is gone.
                await bootstrap.takeStateBack();
                await emptyBucket(aws, bootstrap.bucket);
                await bootstrap.destroy();
            },
        },
    ];
}
/** @throws GitHubError */
async function removalRequests(github, { variables, environment }) {
    const requests = [];
    const rulesets = (0,json/* recordsIn */.Q0)(await (0,github_request/* readSetting */.L)(github, '/rulesets?includes_parents=false&per_page=100'));
    const id = (0,json/* numberAt */.tk)(rulesets.find((ruleset) => (0,json/* textAt */.$6)(ruleset, 'name') === github_settings/* RULESET */.XZ), 'id');
    if (id !== undefined)
        requests.push({ summary: `delete the ruleset ${github_settings/* RULESET */.XZ}`, method: 'DELETE', path: `/rulesets/${id}` });
    for (const name of variables)
        if ((await (0,github_request/* readSetting */.L)(github, `/actions/variables/${name}`)) !== undefined)
            requests.push({
                summary: `delete the variable ${name}`,
                method: 'DELETE',
                path: `/actions/variables/${name}`,
            });
    const path = `/environments/${encodeURIComponent(environment ?? '')}`;
    if (environment !== null && (await (0,github_request/* readSetting */.L)(github, path)) !== undefined)
        requests.push({ summary: `delete the environment ${environment}`, method: 'DELETE', path });
    return requests;
}


/***/ }),

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

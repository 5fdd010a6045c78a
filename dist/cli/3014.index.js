export const id = 3014;
export const ids = [3014,9436];
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

/***/ 83014:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/doctor/after.ts + 2 modules
var after = __webpack_require__(82508);
// EXTERNAL MODULE: ./src/cli/doctor/before.ts + 8 modules
var before = __webpack_require__(80042);
// EXTERNAL MODULE: ./src/cli/doctor/finding.ts
var finding = __webpack_require__(73841);
// EXTERNAL MODULE: ./src/cost/sizes.ts
var sizes = __webpack_require__(49187);
// EXTERNAL MODULE: ./src/cli/init/program.ts
var program = __webpack_require__(9093);
;// CONCATENATED MODULE: ./src/cli/init/account-check.ts






/** Bootstrap creates service-linked roles with the AWS CLI. @throws CommandFailed without it */
async function requireAwsCli(directory, env) {
    const answer = await (0,program/* runProgram */.m)('aws', ['--version'], { directory, env }).catch(() => undefined);
    if (answer?.exitCode === 0)
        return;
    throw new error/* CommandFailed */.nk('The AWS CLI is not on PATH, and bootstrap needs it. Install it: https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html');
}
/**
 * Runs the checks of `doctor` before the first apply, unless the stack exists.
 *
 * @throws CommandFailed for a problem that is not accepted
 */
async function checkAccount({ aws, accountId, choices, prompter }, { print }) {
    const { stack, root } = choices;
    if (root === undefined || (await (0,after/* findComponents */.I)(stack, aws)).length > 0)
        return;
    const size = (0,sizes/* isSize */.kp)(root.size) ? root.size : 'small';
    const planned = { stack, accountId, size, hasDomain: root.domain !== undefined, vpcId: undefined };
    // Bootstrap creates the role.
    const checks = (0,before/* checksBeforeApply */.J)(planned, aws).filter(({ subject }) => !subject.startsWith('Role '));
    const findings = await (0,finding/* runChecks */.JT)(checks);
    print(`Checks of account ${accountId}, ${choices.region}:`);
    for (const line of (0,finding/* renderFindings */.vO)(findings))
        print(`  ${line}`);
    if (!findings.some(({ status }) => status === 'problem'))
        return;
    const question = { message: 'Continue with these problems?', initial: 'no' };
    if ((await prompter?.confirm(question)) === true)
        return;
    throw new error/* CommandFailed */.nk('The account is not ready for the first deployment. Fix the problems above, or pass --skip-checks to ignore them.');
}
/** Returns the ID of a public hosted zone. @throws CommandFailed if the account has none of that name */
async function findHostedZone(zone, { directory, region, env }) {
    const query = `HostedZones[?Name=='${zone}.' && Config.PrivateZone==\`false\`].Id`;
    const { exitCode, stdout, stderr } = await (0,program/* runProgram */.m)('aws', 
    // The Region may come from an option or an answer, and the CLI needs one for a global service, too.
    [
        'route53',
        'list-hosted-zones-by-name',
        '--region',
        region,
        '--dns-name',
        zone,
        '--query',
        query,
        '--output',
        'text',
    ], { directory, env });
    if (exitCode !== 0)
        throw new error/* CommandFailed */.nk(`The hosted zones of Route 53 could not be listed: ${stderr.trim()}`);
    const [, id] = /\/hostedzone\/(Z[A-Z0-9]+)/.exec(stdout) ?? [];
    if (id !== undefined)
        return id;
    throw new error/* CommandFailed */.nk(`Route 53 has no public hosted zone ${zone} in this account. Create it, give another one with --zone-name, or start without a domain.`);
}

// EXTERNAL MODULE: ./src/cli/init/bootstrap-state.ts
var bootstrap_state = __webpack_require__(4339);
;// CONCATENATED MODULE: ./src/cli/init/choices.ts


const matches = (pattern, problem) => (text) => pattern.test(text) ? undefined : problem;
/** The same rules as in terraform/bootstrap and terraform/modules/langfuse. */
const CHECKS = {
    region: matches(/^[a-z]{2,4}(-[a-z]+)+-\d$/, 'is not an AWS Region, for example eu-central-1'),
    stack: (text) => ['plans', 'bootstrap', 'env'].includes(text)
        ? 'is a reserved name'
        : matches(/^(?=.{2,20}$)[a-z](?:-?[a-z0-9])+$/, 'must have 2 to 20 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen')(text),
    email: (text) => text.startsWith('.') || text.includes('..')
        ? 'is not an email address that Langfuse accepts'
        : matches(/^[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/, 'is not an email address that Langfuse accepts')(text),
    domain: matches(/^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/, 'is not a lowercase host name, for example langfuse.example.com'),
    size: (text) => ((0,sizes/* isSize */.kp)(text) ? undefined : `is not one of ${Object.keys(sizes/* SIZES */.F0).join(', ')}`),
    langfuse: matches(/^[34]$/, 'is not one of 3, 4'),
    reviewers: matches(/^(?:[\w-]{1,39}(?:\/[\w-]{1,100})?(?:\s*,\s*|$)){0,6}$/, 'is not a list of at most six GitHub users and teams, for example alice,acme/platform'),
};
const FLAGS = {
    region: '--region',
    stack: '--stack',
    email: '--email',
    domain: '--domain-name',
    size: '--size',
    langfuse: '--langfuse',
    reviewers: '--reviewers',
};
/**
 * Completes the options with questions, or with defaults without a terminal.
 *
 * @param prompter undefined without a terminal and with `--yes`
 * @throws InvalidArgument that names the option
 */
async function completeChoices(given, earlier, prompter) {
    const answers = new Answers(given, prompter);
    answers.requireGiven([
        ...(earlier.region === undefined ? ['region'] : []),
        ...(earlier.hasRoot ? [] : ['email']),
    ]);
    const region = await answers.fixed('region', { earlier: earlier.region, message: 'AWS Region' });
    const stack = await answers.fixed('stack', {
        earlier: earlier.stack,
        message: 'Name of the stack',
        initial: 'langfuse',
    });
    return {
        region,
        stack,
        root: earlier.hasRoot ? undefined : await askRoot(given, answers),
        major: earlier.hasImages ? undefined : await askMajor(answers),
        reviewers: await askReviewers(answers),
    };
}
class Answers {
    given;
    prompter;
    constructor(given, prompter) {
        this.given = given;
        this.prompter = prompter;
    }
    /** Without a terminal, options without a default must be given. @throws InvalidArgument that names all missing ones */
    requireGiven(names) {
        const missing = names.filter((name) => this.given[name] === undefined).map((name) => FLAGS[name]);
        if (this.prompter !== undefined || missing.length === 0)
            return;
        const verb = missing.length === 1 ? 'is' : 'are';
        throw new error/* InvalidArgument */.f0(`${missing.join(' and ')} ${verb} missing: without a terminal, init asks no questions. All options: langfuse-deploy init --help`);
    }
    /** Returns the value of an earlier run, which the option must not contradict. */
    async fixed(name, question) {
        const { earlier, message, initial } = question;
        if (earlier === undefined)
            return this.text(name, message, initial);
        const given = this.given[name];
        if (given === undefined || given === earlier)
            return earlier;
        throw new error/* InvalidArgument */.f0(`${FLAGS[name]}: this repository is set up with '${earlier}', not '${given}'. Use another repository for another account, Region or name.`);
    }
    async text(name, message, initial) {
        const given = this.given[name];
        if (given !== undefined)
            return checked(name, given);
        if (this.prompter !== undefined) {
            const validate = (text) => {
                const problem = CHECKS[name](text);
                return problem === undefined ? undefined : `'${text}' ${problem}`;
            };
            return this.prompter.text({ message, initial, validate });
        }
        return checked(name, initial ?? '');
    }
    async choice(name, message, choices) {
        const given = this.given[name];
        if (given !== undefined)
            return checked(name, given);
        const [[first] = ['']] = choices;
        if (this.prompter === undefined)
            return first;
        return this.prompter.choose({ message, choices: choices.map(([value, label]) => ({ value, label })) });
    }
}
function checked(name, text) {
    const problem = CHECKS[name](text);
    if (problem === undefined)
        return text;
    throw new error/* InvalidArgument */.f0(`${FLAGS[name]}: '${text}' ${problem}.`);
}
async function askRoot(given, answers) {
    const email = await answers.text('email', "Email address of Langfuse's first user, and for alarms");
    const names = ['small', ...Object.keys(sizes/* SIZES */.F0).filter((size) => size !== 'small')];
    const size = await answers.choice('size', 'Size', names.map((name) => [name, name]));
    return { email, size, domain: await askDomain(given, answers) };
}
async function askDomain(given, answers) {
    const hasDomain = given.domain !== undefined ||
        (given.zone === undefined &&
            (await answers.prompter?.confirm({
                message: 'Do you have a domain in Route 53 for Langfuse? Otherwise it gets an address of CloudFront.',
                initial: 'no',
            })) === true);
    if (!hasDomain) {
        if (given.zone === undefined)
            return undefined;
        throw new error/* InvalidArgument */.f0('--zone-name needs --domain-name, the host name of Langfuse.');
    }
    const name = await answers.text('domain', 'Host name of Langfuse');
    const zone = given.zone ?? name.split('.').slice(1).join('.');
    if (name === zone || name.endsWith(`.${zone}`))
        return { name, zone };
    throw new error/* InvalidArgument */.f0(`--zone-name: '${name}' is not in the zone '${zone}'.`);
}
async function askMajor(answers) {
    const major = await answers.choice('langfuse', 'Major version of Langfuse', [
        ['3', '3 (as images.yaml of this project; security updates until the end of January 2027)'],
        ['4', '4 (current)'],
    ]);
    return major === '4' ? '4' : '3';
}
async function askReviewers(answers) {
    const text = await answers.text('reviewers', 'Who approves deployments? GitHub users and teams, separated by commas. Empty for none', '');
    const names = text.split(',').map((name) => name.trim());
    const reviewers = names.filter((name) => name !== '');
    return reviewers.length === 0 ? undefined : reviewers;
}

// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
;// CONCATENATED MODULE: ./src/cli/init/deployment.ts




const POLL_MS = 15_000;
/** GitHub starts a run within seconds after the push. */
const START_LIMIT_MS = 180_000;
/** A first deployment takes half an hour. An approval may take longer: a later run of init continues to watch. */
const END_LIMIT_MS = 2 * format/* HOUR_MS */.iQ;
/** Waits for the end of the deployment. @throws CommandFailed if it fails or does not start */
async function watchDeployment(watch, { clock, print }) {
    const startMs = clock.now();
    let shown = '';
    for (;;) {
        const run = await findRun(watch);
        const elapsedMs = clock.now() - startMs;
        if (run === undefined && elapsedMs > START_LIMIT_MS)
            throw new error/* CommandFailed */.nk('No run of deploy.yml has started. Check on the Actions page of the repository that GitHub Actions is enabled, and run the same command again.');
        const state = run === undefined ? 'waits for GitHub to start deploy.yml' : await describeRun(watch.github, run);
        if (state !== shown)
            print(`      ${state}`);
        shown = state;
        if (run?.status === 'completed') {
            requireSuccess(run);
            return;
        }
        if (elapsedMs > END_LIMIT_MS)
            throw new error/* CommandFailed */.nk(`The deployment is not complete after two hours: ${run?.url ?? ''}. Run the same command again to continue to wait.`);
        await clock.sleep(POLL_MS);
    }
}
/** @throws CommandFailed */
function requireSuccess({ conclusion, url }) {
    if (conclusion === 'success')
        return;
    throw new error/* CommandFailed */.nk(`The deployment ended with '${conclusion ?? 'no conclusion'}': ${url}. Its summary has the cause and the next step. Fix it, choose "Re-run failed jobs", and run the same command again.`);
}
async function findRun({ github, branch, sha }) {
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs', {
        ...github.repo,
        workflow_id: 'deploy.yml',
        branch,
        per_page: 1,
        ...(sha !== undefined && { head_sha: sha }),
    });
    const [run] = (0,text_json/* recordsIn */.Q0)((0,text_json/* valueAt */.fK)(data, 'workflow_runs'));
    const id = (0,text_json/* numberAt */.tk)(run, 'id');
    if (id === undefined)
        return undefined;
    return {
        id,
        url: (0,text_json/* textAt */.$6)(run, 'html_url') ?? '',
        status: (0,text_json/* textAt */.$6)(run, 'status') ?? '',
        conclusion: (0,text_json/* textAt */.$6)(run, 'conclusion'),
    };
}
async function describeRun(github, { id, status, url }) {
    if (status === 'waiting')
        return `waits for an approval: ${url}`;
    const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs', {
        ...github.repo,
        run_id: id,
        per_page: 100,
    });
    const jobs = (0,text_json/* recordsIn */.Q0)((0,text_json/* valueAt */.fK)(data, 'jobs')).filter((job) => (0,text_json/* textAt */.$6)(job, 'conclusion') !== 'skipped');
    const states = jobs.map((job) => `${(0,text_json/* textAt */.$6)(job, 'name') ?? ''} ${(0,text_json/* textAt */.$6)(job, 'conclusion') ?? (0,text_json/* textAt */.$6)(job, 'status') ?? ''}`);
    return states.length === 0 ? `run ${id} is ${status}: ${url}` : states.join(', ');
}
/** Prints the address and how to log in. */
async function printLogin(aws, { bucket, stack, region }, print) {
    const state = await (0,bootstrap_state/* readObject */.Ag)(aws, { bucket, key: `${stack}/terraform.tfstate` });
    const outputs = (0,text_json/* valueAt */.fK)((0,text_json/* parseObject */.lj)(state ?? ''), 'outputs');
    const [url, secret] = [(0,text_json/* textAt */.$6)(outputs, 'url', 'value'), (0,text_json/* textAt */.$6)(outputs, 'first_user_secret_arn', 'value')];
    if (url === undefined || secret === undefined)
        throw new error/* CommandFailed */.nk(`The state of ${stack} has no address. See the summary of the deployment on GitHub.`);
    print('');
    print(`Langfuse runs at ${url}`);
    print('Email address and password of the first user:');
    print(`  aws secretsmanager get-secret-value --region ${region} --secret-id '${secret}' --query SecretString --output text`);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
// EXTERNAL MODULE: ./src/text/age.ts
var age = __webpack_require__(47556);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __webpack_require__(80114);
;// CONCATENATED MODULE: ./src/text/image-reference.ts

/** Thrown for an invalid image reference. */
class InvalidReference extends Error {
    name = 'InvalidReference';
    reason = 'invalid-images';
}
const HOST_PATTERN = /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[0-9a-fA-F:]+\])(?::[0-9]{1,5})?$/;
// OCI distribution specification, "Pulling manifests": <name> and <reference>.
const REPOSITORY_PATTERN = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;
const TAG_PATTERN = /^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/;
// OCI image specification, "Digests": the two registered algorithms.
const DIGEST_PATTERN = /^(?:sha256:[a-f0-9]{64}|sha512:[a-f0-9]{128})$/;
/** Reports whether a text is `host[:port]`. The URL parser rejects port 99999 and 1.2.3.999. */
const isHost = (text) => HOST_PATTERN.test(text) && URL.canParse(`https://${text}`);
/** Reports whether a text is a repository name. */
const isRepository = (text) => text.length <= 255 && REPOSITORY_PATTERN.test(text);
/** Reports whether a text is a tag. */
const isTag = (text) => TAG_PATTERN.test(text);
/** Reports whether a text is a digest. */
const isDigest = (text) => DIGEST_PATTERN.test(text);
/**
 * Parses an image reference like `docker pull`.
 *
 * @throws InvalidReference
 */
function parseReference(text) {
    const [beforeDigest = '', digest, ...more] = text.split('@');
    if (more.length > 0)
        throw new InvalidReference(`'${text}' has more than one '@'`);
    if (digest !== undefined && !isDigest(digest)) {
        throw new InvalidReference(`'${digest}' is not a digest: expected sha256: and 64 lower-case hexadecimal digits`);
    }
    // A colon before the last slash starts the port.
    const colon = beforeDigest.indexOf(':', beforeDigest.lastIndexOf('/') + 1);
    const tag = colon < 0 ? undefined : beforeDigest.slice(colon + 1);
    if (tag !== undefined && !isTag(tag)) {
        throw new InvalidReference(`'${tag}' is not a tag: expected up to 128 letters, digits, '_', '.' and '-'`);
    }
    return { ...parseName(colon < 0 ? beforeDigest : beforeDigest.slice(0, colon)), tag, digest };
}
function parseName(name) {
    const slash = name.indexOf('/');
    const first = slash < 0 ? '' : name.slice(0, slash);
    // Docker's rule: the first component is a host if it has a dot or a port, or is localhost.
    const hasHost = first === 'localhost' || /[.:]/.test(first);
    if (hasHost && !isHost(first))
        throw new InvalidReference(`'${first}' is not a registry host`);
    const registry = !hasHost || first === 'index.docker.io' || first === 'registry-1.docker.io' ? 'docker.io' : first;
    const path = hasHost ? name.slice(slash + 1) : name;
    const repository = registry === 'docker.io' && path !== '' && !path.includes('/') ? `library/${path}` : path;
    if (!isRepository(repository)) {
        throw new InvalidReference(`'${path}' is not a repository name: expected lower-case letters, digits, '.', '_', '-' and '/'`);
    }
    return { registry, repository };
}
/** Returns the base URL of a registry's API: HTTP for loopback, otherwise HTTPS. */
function apiOrigin(registry) {
    if (registry === 'docker.io')
        return new URL('https://registry-1.docker.io');
    const url = new URL(`https://${registry}`);
    return (0,text_url/* isLoopback */.U9)(url.hostname) ? new URL(`http://${registry}`) : url;
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/images/yaml-reader.ts


/** Reads a YAML document and collects its problems with their positions. */
class YamlReader {
    problems = [];
    document;
    lines = new dist/* LineCounter */.HN();
    constructor(text) {
        // Duplicate keys get a clearer message below.
        this.document = (0,dist/* parseDocument */.Tp)(text, { lineCounter: this.lines, uniqueKeys: false, prettyErrors: false });
    }
    entries(map, duplicate) {
        const seen = new Set();
        return map.items.map(({ key: node, value }) => {
            const key = (0,sanitize/* toPrintableLine */.Ld)((0,dist/* isScalar */.jn)(node) ? (node.source ?? String(node.value)) : String(node));
            const offset = nodeOffset(node);
            if (seen.has(key))
                this.report(offset, duplicate(key));
            seen.add(key);
            return { key, offset, value };
        });
    }
    // YAML parses 25.10 without quotes as the number 25.1.
    text(entries, key) {
        const entry = entries.find((candidate) => candidate.key === key);
        if (entry === undefined || isEmptyNode(entry.value))
            return undefined;
        const { value } = entry;
        const at = (0,dist/* isNode */.Ll)(value) ? nodeOffset(value) : entry.offset;
        if ((0,dist/* isScalar */.jn)(value) && typeof value.value === 'string')
            return { value: value.value, offset: at };
        if ((0,dist/* isAlias */.Vj)(value)) {
            this.report(at, `${key} is the alias *${value.source}, which is not supported; write the value in full`);
            return undefined;
        }
        const written = (0,dist/* isScalar */.jn)(value) ? (0,sanitize/* toPrintableLine */.Ld)(value.source ?? '') : '';
        this.report(at, `${key} must be a string${written && `; quote it: ${key}: '${written}'`}`);
        return undefined;
    }
    /** Reads a list of strings. */
    texts(entries, key, example) {
        const entry = entries.find((candidate) => candidate.key === key);
        if (entry === undefined || isEmptyNode(entry.value))
            return undefined;
        const items = (0,dist/* isSeq */.oP)(entry.value) ? entry.value.items : undefined;
        const texts = items?.flatMap((item) => (0,dist/* isScalar */.jn)(item) && typeof item.value === 'string' && item.value !== '' ? [item.value] : []);
        if (texts !== undefined && texts.length === items?.length)
            return texts;
        this.report(entry.offset, `${key} must be a list of quoted strings, as in ${key}: ['${example}']`);
        return undefined;
    }
    report(offset, message) {
        this.problems.push({ ...this.position(offset), message });
    }
    position(offset) {
        const { line, col } = this.lines.linePos(offset);
        return { line: Math.max(line, 1), column: Math.max(col, 1) };
    }
}
/** Reports whether a value is missing or null. */
const isEmptyNode = (node) => node === null || ((0,dist/* isScalar */.jn)(node) && node.value === null);
const nodeOffset = (node) => ((0,dist/* isNode */.Ll)(node) ? (node.range?.[0] ?? 0) : 0);

;// CONCATENATED MODULE: ./src/images/images-yaml.ts





/** A file of another kind has a problem in each line. */
const MAX_SHOWN_PROBLEMS = 20;
/** Thrown for an invalid images.yaml. */
class InvalidImages extends Error {
    path;
    problems;
    name = 'InvalidImages';
    reason = 'invalid-images';
    constructor(path, problems) {
        const all = problems.map(({ line, column, message }) => `${path}:${line}:${column}: ${message}`);
        const lines = [...new Set(all)];
        const rest = lines.length - MAX_SHOWN_PROBLEMS;
        const shown = [...lines.slice(0, MAX_SHOWN_PROBLEMS), ...(rest > 0 ? [`and ${rest} more`] : [])];
        super(lines.length === 1 ? lines.join() : `${path} has ${lines.length} problems:\n${shown.join('\n')}`);
        this.path = path;
        this.problems = problems;
    }
}
const IMAGE_KEYS = ['source', 'follow', 'platform', 'min-age', 'ignore', 'labels'];
const EXAMPLE = "images:\n  langfuse-web:\n    source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…\n    follow: '3'";
const PLATFORM = /^[a-z0-9]+\/[a-z0-9_]+(?:\/[a-z0-9.]+)?$/;
/**
 * Parses images.yaml.
 *
 * @param path file name in errors
 * @throws InvalidImages with every problem
 */
function parseImages(text, path) {
    const reader = new Reader(text);
    const images = reader.read();
    if (reader.problems.length === 0)
        return images;
    const inOrder = [...reader.problems].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new InvalidImages(path, inOrder);
}
class Reader extends YamlReader {
    read() {
        const { contents, errors } = this.document;
        for (const { message, pos } of errors)
            this.report(pos[0], (0,sanitize/* toPrintableLine */.Ld)(message));
        if (errors.length > 0)
            return [];
        if ((0,dist/* isMap */.jh)(contents))
            return this.readFile(contents);
        this.report(0, `the file is ${isEmptyNode(contents) ? 'empty' : 'not a mapping'}; expected\n${EXAMPLE}`);
        return [];
    }
    readFile(file) {
        const entries = this.entries(file, (key) => `duplicate key '${key}'`);
        for (const { key, offset } of entries) {
            if (key !== 'images')
                this.report(offset, `unknown key '${key}'; expected 'images'`);
        }
        const images = entries.find(({ key }) => key === 'images');
        if (images && (0,dist/* isMap */.jh)(images.value) && images.value.items.length > 0)
            return this.readImages(images.value);
        this.report(images?.offset ?? 0, `'images' must map names to images:\n${EXAMPLE}`);
        return [];
    }
    readImages(images) {
        const duplicate = (name) => `duplicate image '${name}'; each image becomes one repository`;
        return this.entries(images, duplicate).flatMap(({ key: name, offset, value }) => {
            if (!isRepository(name)) {
                this.report(offset, `'${name}' is not a repository name: expected lower-case letters, digits, '.', '_' and '-'`);
            }
            if ((0,dist/* isMap */.jh)(value))
                return this.readImage(name, value, offset);
            const example = 'source: ghcr.io/langfuse/langfuse:3.98.0@sha256:…';
            if ((0,dist/* isAlias */.Vj)(value))
                this.report(offset, `'${name}' is the alias *${value.source}, which is not supported; write the image in full`);
            else
                this.report(offset, `'${name}' must have a source, as in ${example}`);
            return [];
        });
    }
    readImage(name, image, at) {
        const entries = this.entries(image, (key) => `duplicate key '${key}' in image '${name}'`);
        for (const { key, offset } of entries) {
            const known = `supported keys: ${IMAGE_KEYS.join(', ')}`;
            if (!IMAGE_KEYS.includes(key))
                this.report(offset, `unknown key '${key}' in image '${name}'; ${known}`);
        }
        const given = entries.find(({ key }) => key === 'source');
        if (given === undefined || isEmptyNode(given.value))
            this.report(at, `'${name}' has no source`);
        const source = this.text(entries, 'source');
        const follow = this.text(entries, 'follow');
        const platform = this.text(entries, 'platform');
        if (platform !== undefined && !PLATFORM.test(platform.value)) {
            const shown = (0,sanitize/* toPrintableLine */.Ld)(platform.value);
            this.report(platform.offset, `'${shown}' is not a platform; expected os/architecture, as in linux/arm64`);
        }
        const settings = {
            minAgeMs: this.readMinAge(entries),
            ignore: this.texts(entries, 'ignore', '3.225.6'),
            labels: this.texts(entries, 'labels', 'infrastructure'),
        };
        const pinned = source && this.readSource(source);
        if (pinned === undefined)
            return [];
        const position = this.position(source?.offset ?? at);
        return [{ name, ...pinned, follow: follow?.value, platform: platform?.value, ...settings, position }];
    }
    readMinAge(entries) {
        const text = this.text(entries, 'min-age');
        if (text === undefined)
            return undefined;
        const ageMs = (0,age/* parseAgeMs */.B)(text.value);
        if (ageMs === undefined)
            this.report(text.offset, `'${(0,sanitize/* toPrintableLine */.Ld)(text.value)}' is not an age; expected 3d, 12h or '0'`);
        return ageMs;
    }
    readSource({ value, offset }) {
        const shown = (0,sanitize/* toPrintableLine */.Ld)(value);
        try {
            const { registry, repository, tag, digest } = parseReference(value);
            if (digest?.startsWith('sha512:') === true) {
                // Targets store a manifest under its sha256, so a deployment by sha512 would not find it.
                this.report(offset, `'${shown}' has a sha512 digest; registries store images by sha256, so pin the sha256 digest`);
                return undefined;
            }
            if (tag !== undefined && digest !== undefined)
                return { registry, repository, tag, digest };
            if (tag === undefined) {
                this.report(offset, `'${shown}' has no tag; write name:tag@digest to show the version`);
            }
            if (digest === undefined) {
                const why = 'because a tag can move to another image';
                this.report(offset, `'${shown}' has no digest; write name:tag@sha256:…, ${why}`);
            }
        }
        catch (error) {
            if (!(error instanceof InvalidReference))
                throw error;
            this.report(offset, (0,sanitize/* toPrintableLine */.Ld)(error.message));
        }
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/cli/init/root-files.ts
var root_files = __webpack_require__(42631);
// EXTERNAL MODULE: ./src/cli/init/settings.ts
var init_settings = __webpack_require__(55356);
// EXTERNAL MODULE: ./src/cli/init/settings-only.ts
var settings_only = __webpack_require__(11331);
// EXTERNAL MODULE: ./src/cli/init/workflow-files.ts
var workflow_files = __webpack_require__(9806);
;// CONCATENATED MODULE: ./src/cli/init/existing-files.ts









/** Names that are common in repositories, so that a file of another program may have them. */
const IMAGES_FILE = 'images.yaml';
/**
 * Rejects files of the repository that have the name of a file that `init` writes and another content: they are kept, and the
 * deployment would fail with them.
 *
 * @throws CommandFailed
 */
async function checkExistingFiles(directory, expected) {
    const read = (path) => (0,init_settings/* readOptional */.T9)((0,external_node_path_.join)(directory, path));
    for (const name of workflow_files/* WORKFLOWS */.v1)
        checkWorkflow(name, await read(workflowPath(name)), expected);
    if (expected.isLaterRun)
        return;
    checkImages(await read(IMAGES_FILE));
    if (expected.isSettingsOnly)
        await checkStackFile(await read(settings_only/* STACK_FILE */.WJ), expected);
    else if ((await read(`${root_files/* ROOT */.Dl}/main.tf`)) !== undefined)
        checkRoot(await readRoot((0,external_node_path_.join)(directory, root_files/* ROOT */.Dl)));
}
const workflowPath = (name) => `.github/workflows/${name}.yml`;
/** `drift` finds deployments by the name of the file. */
function checkWorkflow(name, text, expected) {
    if (text === undefined || callsOf(name, expected).some((call) => text.includes(`${call}@`)))
        return;
    const { release, isLaterRun } = expected;
    const [call = ''] = callsOf(name, expected);
    const needed = isLaterRun ? 'a workflow of langfuse-deploy' : call;
    throw new error/* CommandFailed */.nk(`${workflowPath(name)} exists and does not call ${needed}, which needs this file name. Rename it, or use another repository.` +
        (isLaterRun ? '' : ` If it calls a copy of ${release.source}, name that: --release OWNER/NAME@vX.Y.Z`));
}
/** Workflows of which a file must call one. */
function callsOf(name, { release, isSettingsOnly, isLaterRun }) {
    const path = (file) => `/.github/workflows/${file}.yml`;
    if (isLaterRun)
        return [path(name), path(`${name}-settings`)];
    const file = isSettingsOnly && name !== 'refresh' ? `${name}-settings` : name;
    return [`${release.source}${path(file)}`];
}
function checkImages(text) {
    if (text === undefined)
        return;
    let names;
    try {
        names = parseImages(text, IMAGES_FILE).map(({ name }) => name);
    }
    catch (error) {
        if (!(error instanceof InvalidImages))
            throw error;
        const [{ line, message } = { line: 1, message: '' }] = error.problems;
        throw unrelated(IMAGES_FILE, `has no pinned images (line ${line}: ${message.split('\n')[0]})`, {
            cause: error,
        });
    }
    if (!names.includes('langfuse-web'))
        throw unrelated(IMAGES_FILE, 'has no image langfuse-web');
}
async function checkStackFile(text, { stack }) {
    if (text === undefined)
        return;
    const content = await parseYaml(text);
    if (!(0,text_json/* isRecord */.u4)(content))
        throw unrelated(settings_only/* STACK_FILE */.WJ, 'is not a YAML mapping of settings');
    if ((0,text_json/* textAt */.$6)(content, 'langfuse', 'first_user', 'email') === undefined)
        throw unrelated(settings_only/* STACK_FILE */.WJ, 'has no langfuse.first_user.email');
    const name = (0,text_json/* textAt */.$6)(content, 'name') ?? 'langfuse';
    if (name === stack)
        return;
    throw new error/* CommandFailed */.nk(`${settings_only/* STACK_FILE */.WJ} has the name ${JSON.stringify(name)}, and the stack to set up is '${stack}'. Set it up with --stack ${name}, or correct the file.`);
}
/** @returns undefined for invalid YAML */
async function parseYaml(text) {
    const { parse } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    try {
        const content = parse(text);
        return content;
    }
    catch {
        return undefined;
    }
}
/** Returns the configuration files of a folder, one after another. */
async function readRoot(folder) {
    const names = (await (0,promises_.readdir)(folder)).filter((name) => name.endsWith('.tf'));
    const texts = await Promise.all(names.map((name) => (0,init_settings/* readOptional */.T9)((0,external_node_path_.join)(folder, name))));
    return texts.join('\n');
}
function checkRoot(text) {
    const path = `${root_files/* ROOT */.Dl}/main.tf`;
    if (!/^\s*source\s*=\s*"[^"]*langfuse[^"]*"/m.test(text))
        throw unrelated(path, 'and the files next to it call no module of Langfuse');
    if (!/^\s*backend\s+"s3"\s*\{/m.test(text))
        throw unrelated(path, 'and the files next to it have no backend "s3", whose settings the workflows supply');
}
const unrelated = (path, problem, options) => new error/* CommandFailed */.nk(`${path} exists and ${problem}, so it is not a file for langfuse-deploy, which needs this file name. Rename or correct it, or use another repository.`, options);

// EXTERNAL MODULE: ./src/cli/init/github-request.ts
var github_request = __webpack_require__(45738);
// EXTERNAL MODULE: ./src/cli/init/github-settings.ts
var github_settings = __webpack_require__(2354);
// EXTERNAL MODULE: ./src/images/version.ts
var images_version = __webpack_require__(24250);
// EXTERNAL MODULE: ./src/http/body.ts
var http_body = __webpack_require__(79662);
// EXTERNAL MODULE: ./src/http/client.ts + 5 modules
var client = __webpack_require__(93843);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
;// CONCATENATED MODULE: ./src/http/http-retry.ts

/** Builds the options for calls that fail with an {@link HttpError}, which knows whether it is transient. */
function httpRetry(clock, policy) {
    const { onWait, maxRetryAfterMs, maxTotalWaitMs, retryLimitMs, outages } = policy;
    return {
        backoff: policy,
        clock,
        maxWaitMs: maxRetryAfterMs,
        maxTotalWaitMs,
        retryLimitMs,
        classify: (error) => {
            if (!(error instanceof http_error/* HttpError */.j) || !error.transient)
                return undefined;
            const { retryAfterMs: waitMs, retryImmediately: isImmediate, idleMs } = error.details;
            return { waitMs, isImmediate, idleMs };
        },
        isGivenUp: (error) => {
            if (!(error instanceof http_error/* HttpError */.j) || error.details.retryImmediately === true)
                return false;
            const { host, retryAfterMs = 0 } = error;
            const nowMs = clock.now();
            // A longer wait is refused, so the other requests find out by themselves.
            if (retryAfterMs > 0 && retryAfterMs <= maxRetryAfterMs)
                outages?.pause(host, nowMs + retryAfterMs);
            return outages?.recordFailure(host, nowMs, retryAfterMs) === 'given-up';
        },
        final: (error, attempts) => error instanceof http_error/* HttpError */.j ? withRefusedWait(error, maxRetryAfterMs).final(attempts) : error,
        ...(onWait && {
            onWait: (error, waitMs) => {
                if (error instanceof http_error/* HttpError */.j && (outages?.announce(error.host) ?? true))
                    onWait(error, waitMs);
            },
        }),
    };
}
function withRefusedWait(error, maxRetryAfterMs) {
    const { retryAfterMs = 0 } = error;
    if (retryAfterMs <= maxRetryAfterMs)
        return error;
    const wait = `it asks for a wait of ${Math.ceil(retryAfterMs / 1000)} s, and at most ${maxRetryAfterMs / 1000} s are waited`;
    return new http_error/* HttpError */.j({ ...error.details, message: `${error.details.message}; ${wait}` }, { cause: error });
}

;// CONCATENATED MODULE: ./src/http/limiter.ts
/** Runs tasks at once up to a limit of their costs. Of the waiting tasks, the heaviest starts first. */
class Limiter {
    limit;
    costOf;
    usedCost = 0;
    waiting = [];
    /** @param costOf cost of a task by its weight, at most `limit`; default: 1 */
    constructor(limit, costOf = () => 1) {
        this.limit = limit;
        this.costOf = costOf;
    }
    async run(weight, task) {
        await this.enter(weight);
        try {
            return await task();
        }
        finally {
            this.usedCost -= this.costOf(weight);
            this.startNext();
        }
    }
    enter(weight) {
        return new Promise((resolve) => {
            const at = this.waiting.findIndex((other) => other.weight < weight);
            this.waiting.splice(at < 0 ? this.waiting.length : at, 0, { weight, start: resolve });
            // Deferred, so that tasks queued in the same turn are sorted first.
            queueMicrotask(() => {
                this.startNext();
            });
        });
    }
    startNext() {
        const [next] = this.waiting;
        if (next === undefined)
            return;
        const cost = this.costOf(next.weight);
        if (this.usedCost + cost > this.limit)
            return;
        this.waiting.shift();
        this.usedCost += cost;
        next.start();
        // Several small tasks may fit in the space of a large one.
        this.startNext();
    }
}

;// CONCATENATED MODULE: ./src/http/rate-limiter.ts
/** Default quotas per second, account and Region (https://docs.aws.amazon.com/AmazonECR/latest/userguide/service-quotas.html). */
const ECR_RATES = {
    PutImage: 10,
    InitiateLayerUpload: 100,
    CompleteLayerUpload: 100,
};
/** One second and a margin for network jitter. */
const WINDOW_MS = 1_100;
/** Delays calls so that no second exceeds the limit of their kind. */
class RateLimiter {
    rates;
    clock;
    turns = new Map();
    recent = new Map();
    constructor(rates, clock) {
        this.rates = rates;
        this.clock = clock;
    }
    /** Waits until the call may be sent. */
    async acquire(call) {
        if (this.rates === undefined)
            return;
        const rate = this.rates[call];
        const turn = (this.turns.get(call) ?? Promise.resolve()).then(() => this.waitForTurn(call, rate));
        this.turns.set(call, turn);
        await turn;
    }
    // One call at a time, so that late timers admit no two calls at once.
    async waitForTurn(call, rate) {
        const recent = this.recent.get(call) ?? [];
        const ahead = recent.at(-rate);
        // A clock that steps back must not prolong the wait.
        const wait = ahead === undefined ? 0 : Math.min(WINDOW_MS, ahead + WINDOW_MS - this.clock.now());
        if (wait > 0)
            await this.clock.sleep(wait);
        this.recent.set(call, [...recent, this.clock.now()].slice(-rate));
    }
}

;// CONCATENATED MODULE: ./src/http/redirected-write.ts

const MAX_REDIRECTS = 5;
/** The method and the body stay (RFC 9110 §15.4.8, §15.4.9). */
const REPEATING_STATUSES = [307, 308];
/** Returns where a write may be repeated: on the same host, or with HTTPS instead of HTTP. */
function redirectOfWrite(request, { response }) {
    const { location } = response.headers;
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (isRead || location === undefined || !REPEATING_STATUSES.includes(response.statusCode ?? 0))
        return undefined;
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined || !(0,text_url/* isSafeRedirect */.es)(request.url, url))
        return undefined;
    const isUpgrade = request.url.protocol === 'http:' && url.protocol === 'https:';
    const isSameHost = url.host === request.url.host || (isUpgrade && url.hostname === request.url.hostname);
    return isSameHost ? url : undefined;
}
/**
 * Sends a request. Writes with a body in memory are repeated where a redirect on the same host leads.
 *
 * @throws HttpError without a response
 */
async function sendFollowing(http, request, redirects = 0) {
    const result = await http.send(request);
    const url = redirectOfWrite(request, result);
    const canRepeat = request.body === undefined || Buffer.isBuffer(request.body);
    if (url === undefined || !canRepeat || redirects >= MAX_REDIRECTS)
        return result;
    result.response.resume();
    return sendFollowing(http, { ...request, url }, redirects + 1);
}

// EXTERNAL MODULE: ./src/http/html.ts
var html = __webpack_require__(5803);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
// EXTERNAL MODULE: ./src/registry/token.ts
var registry_token = __webpack_require__(86318);
;// CONCATENATED MODULE: ./src/registry/auth.ts




const EXPIRY_MARGIN_MS = 10_000;
/** Authorizes calls to one registry. */
class Authorizer {
    origin;
    source;
    runtime;
    challenge;
    login;
    expected;
    hasNoCredentials = false;
    grants = new Map();
    constructor(origin, source, runtime) {
        this.origin = origin;
        this.source = source;
        this.runtime = runtime;
        this.challenge = source.challenge;
    }
    /** Only ECR's challenge is known before the first request. */
    get isEcr() {
        return this.source.challenge !== undefined;
    }
    /** True after tokens were requested without credentials. */
    get isAnonymous() {
        return this.hasNoCredentials;
    }
    /** Whether there are credentials, even if the challenge prevents their use. */
    async hasCredentials() {
        return (await this.credentials().catch(() => undefined)) !== undefined;
    }
    setChallenge(challenge) {
        this.challenge = challenge ?? this.challenge;
    }
    /** Takes the answer to a request for the challenge. */
    expectChallenge(answer) {
        this.expected = answer.then((challenge) => {
            this.setChallenge(challenge);
        }, () => undefined);
    }
    /** Returns undefined before the first challenge. */
    async header(scopes) {
        if (this.challenge === undefined && this.expected !== undefined) {
            // Some registries hide content from anonymous calls instead of refusing them.
            const isAnonymous = await this.credentials().then((credentials) => credentials === undefined, () => false);
            if (!isAnonymous)
                await this.expected;
        }
        if (this.challenge === undefined)
            return undefined;
        const key = this.challenge.scheme === 'basic' ? '' : scopes.join(' ');
        const pending = this.grants.get(key);
        const current = await pending;
        if (current !== undefined && current.expiresAtMs > this.runtime.clock.now())
            return current.header;
        // A concurrent call may have replaced it already.
        if (current !== undefined && this.grants.get(key) === pending)
            this.grants.delete(key);
        const grant = this.grants.get(key) ?? this.obtainGrant(this.challenge, scopes);
        this.grants.set(key, grant);
        // Only concurrent calls share a failure.
        grant.catch(() => this.grants.delete(key));
        return (await grant)?.header;
    }
    async markAccepted(header) {
        for (const pending of this.grants.values()) {
            const grant = await pending.catch(() => undefined);
            if (grant?.header === header)
                grant.accepted = true;
        }
    }
    /** Discards the rejected grant. @returns whether another attempt can send something new */
    async handleRefusal(challenge, { header, scopes }) {
        if (header === undefined) {
            this.setChallenge(challenge);
            return (await this.header(scopes)) !== undefined;
        }
        for (const [key, pending] of this.grants) {
            const grant = await pending.catch(() => undefined);
            if (grant?.header !== header)
                continue;
            if (!grant.accepted)
                return false;
            this.grants.delete(key);
            this.login = undefined;
        }
        return true;
    }
    credentials() {
        this.login ??= this.source.credentials().catch((error) => {
            this.login = undefined;
            throw error;
        });
        return this.login;
    }
    async obtainGrant(challenge, scopes) {
        const credentials = await this.credentials();
        this.hasNoCredentials = credentials === undefined;
        if (challenge.scheme === 'bearer')
            return this.fetchBearerGrant(challenge, credentials, scopes);
        if (credentials === undefined || !('password' in credentials))
            return undefined;
        return { header: (0,registry_token/* basicAuthorization */.aR)(credentials, this.source), expiresAtMs: Infinity, accepted: false };
    }
    async fetchBearerGrant(challenge, credentials, scopes) {
        const { token, lifeMs } = await (0,registry_token/* fetchToken */.eY)(this.tokenServiceUrl(challenge.realm), { challenge, credentials, scopes, login: this.source }, this.runtime);
        const margin = Math.min(EXPIRY_MARGIN_MS, lifeMs / 2);
        return {
            header: `Bearer ${token}`,
            expiresAtMs: this.runtime.clock.now() + lifeMs - margin,
            accepted: false,
        };
    }
    /** Token services receive credentials, so loopback and plain HTTP are rejected. */
    tokenServiceUrl(text) {
        const url = URL.canParse(text, this.origin.href) ? new URL(text, this.origin) : undefined;
        if (url && (0,text_url/* isSafeRedirect */.es)(this.origin, url))
            return url;
        const message = `requires a token from '${(0,sanitize/* toPrintableLine */.Ld)(text)}', which is not an HTTPS URL; nothing was sent there`;
        throw new http_error/* HttpError */.j({ method: 'GET', url: this.origin, message, transient: false });
    }
}

;// CONCATENATED MODULE: ./src/registry/media-types.ts
const OCI_INDEX = 'application/vnd.oci.image.index.v1+json';
const OCI_MANIFEST = 'application/vnd.oci.image.manifest.v1+json';
const OCI_ARTIFACT = 'application/vnd.oci.artifact.manifest.v1+json';
const DOCKER_LIST = 'application/vnd.docker.distribution.manifest.list.v2+json';
const DOCKER_MANIFEST = 'application/vnd.docker.distribution.manifest.v2+json';
/** Sent together: ECR converts a manifest whose type `Accept` lacks. */
const MANIFEST_TYPES = [OCI_INDEX, OCI_MANIFEST, OCI_ARTIFACT, DOCKER_LIST, DOCKER_MANIFEST];
/** For digests; schema 1 is listed to report it as unsupported. */
const READABLE_TYPES = [
    ...MANIFEST_TYPES,
    'application/vnd.docker.distribution.manifest.v1+prettyjws',
    'application/vnd.docker.distribution.manifest.v1+json',
];

;// CONCATENATED MODULE: ./src/registry/pull-limit.ts
/** Docker Hub allows too few pulls. */
class RateLimited extends Error {
    name = 'RateLimited';
    reason = 'rate-limited';
}
/** Parses the header; returns undefined for other formats. */
function parsePullsLeft(header) {
    const match = /^(\d+)(?:;w=(\d+))?/.exec(String(header ?? ''));
    if (match === null)
        return undefined;
    return { count: Number(match[1]), windowSeconds: match[2] === undefined ? undefined : Number(match[2]) };
}
/** Only Docker Hub limits pulls and reports the remaining number. */
const hasPullLimit = ({ name }) => name === 'docker.io';
/**
 * Compares needed with remaining pulls. Only repositories with a limit count: pulls of some publishers are free.
 *
 * @returns an error, or undefined, for each item
 */
function pullLimitErrors(needed) {
    const errors = new Map();
    for (const source of new Set(needed.map((one) => one.source))) {
        const limited = needed.filter((one) => one.source === source && isLimited(one));
        errors.set(source, pullLimitError(source, limited));
    }
    return needed.map((one) => (isLimited(one) ? errors.get(one.source) : undefined));
}
const isLimited = ({ source, repository }) => hasPullLimit(source) && source.pullsLeft(repository) !== undefined;
/** The limit is shared by all limited repositories. */
function pullLimitError(source, limited) {
    const needed = limited.reduce((sum, { pulls }) => sum + pulls, 0);
    const budgets = limited.flatMap(({ repository }) => source.pullsLeft(repository) ?? []);
    const [left] = budgets.sort((one, other) => one.count - other.count);
    if (left === undefined || left.count >= needed)
        return undefined;
    const { name } = source;
    const window = left.windowSeconds === undefined ? '' : ` in ${left.windowSeconds / 3600} hours`;
    const repositories = [...new Set(limited.map(({ repository }) => `${name}/${repository}`))];
    return new RateLimited(`Nothing was copied from ${repositories.join(', ')}: ${name} allows ${left.count} more pulls${window} and ${needed} are needed. ` +
        'Log in to Docker Hub before this step (docker/login-action), or wait until the limit resets');
}

;// CONCATENATED MODULE: ./src/registry/client.ts














const MAX_ANSWER_BYTES = 8 * 1024 * 1024;
/**
 * Statuses of a HEAD that prove nothing: registries with permissions per path answer 403 for what does not exist,
 * and some support no HEAD at all. At the target, the write decides.
 */
const UNKNOWN_STATUSES = [400, 403, 404, 405, 410, 501];
/** Of requests without a streamed body. Registries limit connections and answer bursts with 429. */
const MAX_CONCURRENT_REQUESTS = 32;
/** Token scopes (https://distribution.github.io/distribution/spec/auth/scope/). */
const pullScope = (repository) => `repository:${repository}:pull`;
const pushScope = (repository) => `repository:${repository}:pull,push`;
/** Client of one registry (OCI distribution specification 1.1). */
class Registry {
    runtime;
    name;
    origin;
    authorizer;
    rateLimiter;
    requests = new Limiter(MAX_CONCURRENT_REQUESTS);
    pulls = new Map();
    constructor(address, runtime) {
        this.runtime = runtime;
        this.name = address.name;
        this.origin = address.origin;
        this.authorizer = new Authorizer(address.origin, address.login, runtime);
        this.rateLimiter = new RateLimiter(address.rateLimits, runtime.clock);
    }
    /** Last `ratelimit-remaining` header of a repository. Pulls of some publishers are free and have none. */
    pullsLeft(repository) {
        return this.pulls.get(repository);
    }
    /** Opens connections for later requests, until a number of each kind is unused. */
    prepare(connections) {
        this.runtime.http.prepare(this.origin, connections);
    }
    /** Connects and reads the challenge. Calls with credentials wait for it; errors are left to them. */
    ping() {
        this.authorizer.expectChallenge((0,registry_token/* fetchChallenge */.g1)(this.origin, this.runtime));
    }
    /** Sends a request with retries. @throws HttpError, also for a status that `accept` lacks */
    async call(call) {
        return (0,retry/* retry */.L5)(() => this.attempt(call), httpRetry(this.runtime.clock, this.runtime.retry));
    }
    /** Like {@link call}, without retries. */
    async attempt(call) {
        if (call.rateLimitKey !== undefined)
            await this.rateLimiter.acquire(call.rateLimitKey);
        const isStreamed = call.body !== undefined && !Buffer.isBuffer(call.body);
        return isStreamed ? this.exchange(call) : this.requests.run(0, () => this.exchange(call));
    }
    /** Like {@link attempt}; the caller reads or destroys the response. */
    async open(call) {
        const { retry: policy, clock } = this.runtime;
        // A token that is requested before the wait may expire within it.
        await policy.outages?.waitForTurn(this.origin.host, clock);
        const authorization = await this.authorizer.header(call.scopes);
        const request = this.toRequest(call, authorization);
        const answer = await sendFollowing(this.runtime.http, request);
        const { response, url } = answer;
        const status = response.statusCode ?? 0;
        if (!(0,retry_policies/* isTransientStatus */.Dm)(status))
            for (const { host } of [request.url, url])
                policy.outages?.recordAnswer(host);
        this.recordPulls(call, response);
        // The host of a redirect receives no credentials.
        const isOwn = url.origin === request.url.origin;
        if (isOwn && status !== 401 && status !== 403 && authorization !== undefined)
            await this.authorizer.markAccepted(authorization);
        const isAccepted = (call.accept ?? [200]).includes(status);
        // ECR's 403 may mean an expired token.
        if (isAccepted && !(status === 403 && this.authorizer.isEcr))
            return { response, request, url };
        const redirectedTo = redirectOfWrite(request, answer);
        const { isLoginWanted, readFailure } = await __webpack_require__.e(/* import() */ 2465).then(__webpack_require__.bind(__webpack_require__, 2465));
        const facts = await readFailure({ request, url }, response, this.runtime.clock.wallClockMs());
        if (redirectedTo)
            throw new http_error/* HttpError */.j({ ...facts, redirectedTo });
        if (isOwn && isLoginWanted(facts, this.authorizer.isEcr))
            throw await this.refusedLogin(response, facts, { authorization, call });
        throw new http_error/* HttpError */.j(facts);
    }
    /**
     * Returns whether a manifest exists, and its digest if the answer has one.
     * HEAD does not count as a pull on Docker Hub.
     */
    async headManifest(repository, reference, { scope = pullScope(repository), unknown = [] } = {}) {
        const { status, headers } = await this.call({
            method: 'HEAD',
            path: `${repository}/manifests/${reference}`,
            scopes: [scope],
            accept: [200, 404, ...unknown],
            headers: { accept: MANIFEST_TYPES.join(', ') },
        });
        // A login page of a proxy proves nothing.
        const isPage = (0,html/* isHtml */._)(headers['content-type'] ?? '');
        if (status !== 200 || isPage)
            return { exists: status === 404 ? false : undefined, digest: undefined };
        // Proxies remove the header; a digest as reference is its own answer.
        const digest = reference.includes(':') ? reference : undefined;
        return { exists: true, digest: headers['docker-content-digest']?.toString() ?? digest };
    }
    async hasBlob(repository, digest, { ifRefused = false } = {}) {
        const { status } = await this.call({
            method: 'HEAD',
            path: `${repository}/blobs/${digest}`,
            scopes: [pushScope(repository)],
            // A redirect proves existence; its URL may be signed for GET only.
            accept: [200, ...client/* REDIRECT_STATUSES */.a, ...UNKNOWN_STATUSES],
            redirect: 'manual',
        });
        return UNKNOWN_STATUSES.includes(status) ? ifRefused && ![404, 410].includes(status) : true;
    }
    async exchange(call) {
        const { maxBytes = MAX_ANSWER_BYTES } = call;
        const { response, request, url } = await this.open(call);
        if (maxBytes === 0)
            response.destroy();
        const body = maxBytes === 0 ? Buffer.alloc(0) : await (0,http_body/* readBody */.x)(response, request, maxBytes);
        return { status: response.statusCode ?? 0, headers: response.headers, body, url };
    }
    toRequest(call, authorization) {
        return {
            method: call.method,
            url: typeof call.path === 'string' ? new URL(`/v2/${call.path}`, this.origin) : call.path,
            headers: { ...call.headers, ...(authorization !== undefined && { authorization }) },
            ...(call.body !== undefined && { body: call.body }),
            ...(call.redirect !== undefined && { redirect: call.redirect }),
            ...(call.bulk !== undefined && { bulk: call.bulk }),
            ...(call.idleTimeoutMs !== undefined && { idleTimeoutMs: call.idleTimeoutMs }),
        };
    }
    recordPulls({ path }, { headers }) {
        const repository = typeof path === 'string' ? /^(.+)\/manifests\//.exec(path)?.[1] : undefined;
        const left = parsePullsLeft(headers['ratelimit-remaining']);
        if (repository !== undefined && left !== undefined)
            this.pulls.set(repository, left);
    }
    /** Transient if there are new credentials to send. */
    async refusedLogin(response, facts, { authorization, call: { scopes } }) {
        const header = response.headers['www-authenticate'];
        const sent = { header: authorization, scopes };
        if (await this.authorizer.handleRefusal((0,registry_token/* parseChallenge */.xy)(header), sent))
            return new http_error/* HttpError */.j({ ...facts, retryImmediately: true, transient: true });
        if (facts.status !== 401 && facts.method === 'HEAD')
            return new http_error/* HttpError */.j(facts);
        const login = authorization === undefined ? 'none' : this.authorizer.isAnonymous ? 'anonymous' : 'credentials';
        const hasCredentials = await this.authorizer.hasCredentials();
        const { loginError } = await __webpack_require__.e(/* import() */ 2465).then(__webpack_require__.bind(__webpack_require__, 2465));
        return loginError(facts, { name: this.name, scopes, login, hasCredentials, challenge: header });
    }
}

// EXTERNAL MODULE: ./src/registry/error.ts
var registry_error = __webpack_require__(3269);
;// CONCATENATED MODULE: ./src/registry/manifest.ts





const SCHEMA_1 = /^application\/vnd\.docker\.distribution\.manifest\.v1\+/;
/** Returns `algorithm:hex`. */
function digestOf(bytes, algorithm = 'sha256') {
    return `${algorithm}:${process.getBuiltinModule('node:crypto').createHash(algorithm).update(bytes).digest('hex')}`;
}
/** Algorithm of a digest. */
const algorithmOf = (digest) => digest.startsWith('sha512:') ? 'sha512' : 'sha256';
/** Image specification, "Non-Distributable Layers". */
function isForeign({ mediaType, urls }) {
    return urls !== undefined && urls.length > 0 && /foreign|nondistributable/.test(mediaType);
}
/** Returns `os/architecture[/variant]`. */
function formatPlatform({ os, architecture, variant }) {
    return [os, architecture, variant].filter((part) => part).join('/');
}
/** Platform of an index entry, or an empty string. */
const platformOf = ({ platform }) => (platform ? formatPlatform(platform) : '');
const DEFAULT_VARIANTS = {
    'linux/arm64/v8': 'linux/arm64',
    'linux/arm': 'linux/arm/v7',
    'linux/amd64/v1': 'linux/amd64',
};
/** Removes a variant that is the default, which build tools either write or leave out. */
const normalizePlatform = (platform) => DEFAULT_VARIANTS[platform] ?? platform;
/** A request without a variant matches all variants. */
const matchesPlatform = (actual, requested) => normalizePlatform(actual) === normalizePlatform(requested) || actual.startsWith(`${requested}/`);
/** Excludes attestations, which buildx lists as `unknown/unknown`. */
function isRunnable({ platform }) {
    return platform !== undefined && platform.os !== 'unknown';
}
/** @throws CorruptContent for another digest */
function verifyDigest(bytes, digest) {
    const actual = digestOf(bytes, algorithmOf(digest));
    if (actual === digest)
        return;
    throw new registry_error/* CorruptContent */.Bj(`the manifest ${digest} arrived as ${bytes.length} bytes with digest ${actual}; the registry or a proxy changed it`, { mayBeTransient: true });
}
/**
 * Parses a manifest and verifies its digest.
 *
 * @param served `Content-Type`, for a manifest without `mediaType`
 * @throws CorruptContent for another digest or invalid JSON
 * @throws UnsupportedContent for schema 1 and unknown types
 */
function parseManifest(bytes, digest, served) {
    // Digests of schema 1 exclude the signatures and never match.
    if (SCHEMA_1.test(served))
        throw schema1Error(digest);
    verifyDigest(bytes, digest);
    const json = (0,text_json/* parseObject */.lj)(bytes.toString('utf8'));
    if (json === undefined)
        throw new registry_error/* CorruptContent */.Bj(`the manifest ${digest} is not a JSON object`);
    const mediaType = manifestType(json, served, digest);
    const at = `manifest ${digest}`;
    const config = optionalDescriptor(json['config'], `${at}: config`);
    // The entries of a BuildKit cache are blobs.
    const [manifests, blobs] = partition(parseDescriptors(json['manifests'], `${at}: manifests`), isManifestEntry);
    return {
        bytes,
        mediaType,
        digest,
        manifests,
        blobs: [
            ...blobs,
            ...(config === undefined ? [] : [config]),
            ...parseDescriptors(json['layers'] ?? json['blobs'], `${at}: ${json['layers'] ? 'layers' : 'blobs'}`),
        ],
        config,
        subject: optionalDescriptor(json['subject'], `${at}: subject`),
        artifactType: stringValue(json['artifactType']),
        annotations: stringRecord(json['annotations']),
    };
}
/** Registries set optional fields to null. */
const optionalDescriptor = (value, at) => value === undefined || value === null ? undefined : parseDescriptor(value, at);
/** Image specification, "Image Index": entries may have any media type. */
const isManifestEntry = ({ mediaType }) => mediaType === '' || /[.+](?:manifest|index)\b/.test(mediaType);
function partition(items, isFirst) {
    return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
function manifestType(json, served, digest) {
    const declared = stringValue(json['mediaType']) ?? served.split(';')[0]?.trim() ?? '';
    if (json['schemaVersion'] === 1 || SCHEMA_1.test(declared))
        throw schema1Error(digest);
    if (MANIFEST_TYPES.some((type) => type === declared))
        return declared;
    if (Array.isArray(json['manifests']))
        return OCI_INDEX;
    if ((0,text_json/* isRecord */.u4)(json['config']))
        return OCI_MANIFEST;
    throw new registry_error/* UnsupportedContent */.$p(`the manifest ${digest} has the unknown media type '${(0,sanitize/* toPrintableLine */.Ld)(declared)}'`);
}
function schema1Error(digest) {
    return new registry_error/* UnsupportedContent */.$p(`the manifest ${digest} uses Docker's schema 1, which this action does not copy; ` +
        'pull and push the image with a current version of Docker to convert it to schema 2');
}
function parseDescriptors(value, at) {
    if (value === undefined || value === null)
        return [];
    if (!Array.isArray(value))
        throw new registry_error/* CorruptContent */.Bj(`${at} is not a list`);
    return value.map((entry, index) => parseDescriptor(entry, `${at}[${index}]`));
}
/** @param at position for the message @throws CorruptContent */
function parseDescriptor(value, at) {
    if (!(0,text_json/* isRecord */.u4)(value))
        throw new registry_error/* CorruptContent */.Bj(`${at} is not a descriptor`);
    const { mediaType, digest, size, urls } = value;
    if (typeof digest !== 'string' || !isDigest(digest))
        throw new registry_error/* CorruptContent */.Bj(`${at} has no valid digest`);
    if (typeof size !== 'number' || !Number.isSafeInteger(size) || size < 0) {
        throw new registry_error/* CorruptContent */.Bj(`${at} has no valid size`);
    }
    const annotations = stringRecord(value['annotations']);
    const artifactType = stringValue(value['artifactType']);
    const platform = parsePlatform(value['platform']);
    return {
        mediaType: stringValue(mediaType) ?? '',
        digest,
        size,
        ...(platform && { platform }),
        ...(artifactType !== undefined && { artifactType }),
        ...(annotations && { annotations }),
        ...(Array.isArray(urls) && { urls: urls.filter((url) => typeof url === 'string') }),
    };
}
/** Index entries and image configs use the same keys. */
function parsePlatform(value) {
    if (!(0,text_json/* isRecord */.u4)(value))
        return undefined;
    const { os, architecture, variant } = value;
    if (typeof os !== 'string' || typeof architecture !== 'string')
        return undefined;
    return { os, architecture, ...(typeof variant === 'string' && variant !== '' && { variant }) };
}
const stringValue = (value) => typeof value === 'string' && value !== '' ? value : undefined;
function stringRecord(value) {
    if (!(0,text_json/* isRecord */.u4)(value))
        return undefined;
    const entries = Object.entries(value).filter((entry) => typeof entry[1] === 'string');
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./src/registry/content-encoding.ts

// Registries and proxies compress although `identity` was requested, and some label content that is compressed by itself.
const isLabelled = (headers) => /^(?:x-)?gzip$/i.test(headers['content-encoding']?.trim() ?? '');
/**
 * Whether the body is the gzip form of a blob, and not the blob itself with the label.
 *
 * @param bytes of the blob that the body should have
 */
function isCompressed(headers, { mediaType }, bytes) {
    if (!isLabelled(headers))
        return false;
    const length = headers['content-length'];
    return length === undefined ? !/gzip$/.test(mediaType) : Number(length) !== bytes;
}
/** Decompresses a body. @throws errors of zlib and of the source */
async function* decompress(chunks) {
    const gunzip = process.getBuiltinModule('node:zlib').createGunzip();
    // The iteration throws the error.
    pipeline(chunks, gunzip, () => undefined);
    for await (const chunk of gunzip)
        if (Buffer.isBuffer(chunk))
            yield chunk;
}
/** Returns a body without its compression, or as it is if it has none. */
function decompressed(body, headers, maxBytes) {
    if (!isLabelled(headers))
        return body;
    try {
        return process.getBuiltinModule('node:zlib').gunzipSync(body, { maxOutputLength: maxBytes });
    }
    catch {
        return body;
    }
}

;// CONCATENATED MODULE: ./src/registry/fetch-manifest.ts










/** Specification, "Pushing Manifests". */
const MAX_MANIFEST_BYTES = 4 * 1024 * 1024;
/** Transfers of bytes with a wrong digest. */
const MAX_CORRUPT_MANIFESTS = 3;
const MAX_CORRUPT_BLOBS = 2;
/**
 * Fetches a manifest by tag or digest and verifies its digest.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
function fetchManifest(registry, repository, reference) {
    return readManifest({ registry, repository, reference }, parseManifest);
}
/**
 * Fetches a manifest and verifies its digest, without parsing it.
 *
 * @throws HttpError, CorruptContent
 */
function fetchManifestBytes(registry, repository, digest) {
    return readManifest({ registry, repository, reference: digest }, (bytes) => {
        verifyDigest(bytes, digest);
        return bytes;
    });
}
/** @param parse throws CorruptContent for another digest */
async function readManifest({ registry, repository, reference }, parse) {
    const isDigest = reference.includes(':');
    const call = {
        method: 'GET',
        path: `${repository}/manifests/${reference}`,
        scopes: [pullScope(repository)],
        headers: { accept: (isDigest ? READABLE_TYPES : MANIFEST_TYPES).join(', ') },
        maxBytes: MAX_MANIFEST_BYTES,
        // A response that needs Node's client is requested twice, which would count as two pulls.
        ...(!hasPullLimit(registry) && { bulk: 'manifest' }),
    };
    const read = async () => {
        const answer = await registry.attempt(call);
        if ((0,html/* isHtml */._)(answer.headers['content-type'] ?? ''))
            throw htmlPageError(answer);
        const bytes = decompressed(answer.body, answer.headers, MAX_MANIFEST_BYTES);
        const named = answer.headers['docker-content-digest']?.toString();
        return parse(bytes, isDigest ? reference : (named ?? digestOf(bytes)), contentType(answer));
    };
    return withSource(`${registry.name}/${repository}`, (0,retry/* retry */.L5)(read, corruptRetry(registry, MAX_CORRUPT_MANIFESTS)));
}
const contentType = ({ headers }) => headers['content-type'] ?? '';
function htmlPageError({ status, url }) {
    return new http_error/* HttpError */.j({ method: 'GET', url, status, message: (0,registry_error/* htmlMessage */.JR)(status), transient: false });
}
/**
 * Returns the digest of a tag, or undefined if the tag does not exist. A GET replaces a HEAD that is refused or names
 * no digest.
 *
 * @throws HttpError, CorruptContent, UnsupportedContent
 */
async function findDigest(registry, repository, reference) {
    const refused = UNKNOWN_STATUSES.filter((status) => status !== 404);
    const { exists, digest } = await registry.headManifest(repository, reference, { unknown: refused });
    if (exists === false || digest !== undefined)
        return digest;
    try {
        return (await fetchManifest(registry, repository, reference)).digest;
    }
    catch (error) {
        if (error instanceof http_error/* HttpError */.j && UNKNOWN_STATUSES.includes(error.status ?? 0))
            return undefined;
        throw error;
    }
}
/** Like {@link httpRetry}; bytes with a wrong digest are requested again, too. */
function corruptRetry(registry, maxTransfers) {
    const { clock, retry: policy } = registry.runtime;
    const options = httpRetry(clock, policy);
    let transfers = 0;
    return {
        ...options,
        classify: (error, attempt) => {
            if (!(error instanceof registry_error/* CorruptContent */.Bj))
                return options.classify(error, attempt);
            transfers += 1;
            return error.mayBeTransient && transfers < maxTransfers ? {} : undefined;
        },
    };
}
/** Options for one more transfer of a blob that arrives corrupt. */
const corruptBlobRetry = (registry) => corruptRetry(registry, MAX_CORRUPT_BLOBS);
/** Adds the source to the message about corrupt content. */
async function withSource(source, content) {
    try {
        return await content;
    }
    catch (error) {
        if (!(error instanceof registry_error/* CorruptContent */.Bj))
            throw error;
        const { mayBeTransient } = error;
        throw new registry_error/* CorruptContent */.Bj(`${source}: ${error.message}`, { cause: error, mayBeTransient });
    }
}

;// CONCATENATED MODULE: ./src/registry/small-blob.ts






const MAX_BYTES = 4 * 1024 * 1024;
/**
 * Reads a blob into memory and verifies its digest.
 *
 * @param name of the blob in messages
 * @throws CorruptContent, UnsupportedContent, HttpError
 */
async function readSmallBlob(registry, repository, { digest, size, name = 'blob' }) {
    if (size > MAX_BYTES)
        throw new registry_error/* UnsupportedContent */.$p(`the ${name} ${digest} has ${size} bytes, more than the limit of ${MAX_BYTES}`);
    const path = `${repository}/blobs/${digest}`;
    const read = async () => {
        const { body, headers } = await registry.attempt({ method: 'GET', path, scopes: [pullScope(repository)] });
        const isWanted = (bytes) => digestOf(bytes, algorithmOf(digest)) === digest;
        const found = [body, decompressed(body, headers, MAX_BYTES)].find(isWanted);
        if (found !== undefined)
            return found;
        throw new registry_error/* CorruptContent */.Bj(`the ${name} ${digest} arrived as ${body.length} bytes with another digest`, {
            mayBeTransient: true,
        });
    };
    return withSource(`${registry.name}/${repository}`, (0,retry/* retry */.L5)(read, corruptBlobRetry(registry)));
}

;// CONCATENATED MODULE: ./src/registry/image-config.ts



/** Docker's first release. */
const MIN_CREATED_MS = Date.UTC(2013, 0);
/** Reads and verifies an image config. @throws CorruptContent, UnsupportedContent, HttpError */
async function readImageConfig(registry, repository, config) {
    const body = await readSmallBlob(registry, repository, { ...config, name: 'config' });
    const json = (0,text_json/* parseObject */.lj)(body.toString('utf8'));
    const platform = parsePlatform(json);
    return {
        platform: platform && formatPlatform(platform),
        createdMs: parseCreatedMs(json?.['created']),
        source: readLabel(json?.['config'], 'source'),
        version: readLabel(json?.['config'], 'version'),
        revision: readLabel(json?.['config'], 'revision'),
    };
}
function parseCreatedMs(value) {
    const ms = typeof value === 'string' ? Date.parse(value) : NaN;
    return ms >= MIN_CREATED_MS ? ms : undefined;
}
function readLabel(config, name) {
    const labels = (0,text_json/* isRecord */.u4)(config) ? config['Labels'] : undefined;
    const value = (0,text_json/* isRecord */.u4)(labels) ? labels[`org.opencontainers.image.${name}`] : undefined;
    return typeof value === 'string' ? value : undefined;
}

;// CONCATENATED MODULE: ./src/registry/inspect-image.ts






/** The message is a predicate: "has no linux/arm64". */
class UnusableImage extends Error {
    name = 'UnusableImage';
    reason = 'copy-failed';
}
/** The stack's platform. */
const PREFERRED_PLATFORM = 'linux/arm64';
/**
 * Reads digest, platforms, size and age of an image.
 *
 * @throws UnusableImage, HttpError
 */
async function inspectImage(wanted) {
    const { registry, repository, reference, platform } = wanted;
    const root = await rejectMissing(fetchManifest(registry, repository, reference), 'no longer exists');
    if (root.manifests.length === 0)
        return inspectManifest(wanted, root);
    const runnable = root.manifests.filter(isRunnable);
    const names = runnable.map(platformOf);
    const child = (digest) => rejectMissing(fetchManifest(registry, repository, digest), `lacks its manifest ${digest}`);
    if (platform !== undefined) {
        const match = runnable.find((one) => matchesPlatform(platformOf(one), platform));
        if (match === undefined)
            throw new UnusableImage(`has no ${platform}, only ${names.join(', ') || 'no platform'}`);
        return inspectManifest(wanted, await child(match.digest));
    }
    const measured = names.find((name) => matchesPlatform(name, PREFERRED_PLATFORM)) ?? names[0];
    const children = await Promise.all(runnable.map(({ digest }) => child(digest)));
    const shown = children[measured === undefined ? -1 : names.indexOf(measured)];
    return {
        ...(await readDetails(wanted, shown)),
        digest: root.digest,
        platforms: names,
        measuredPlatform: measured,
        manifests: children,
        otherManifests: root.manifests.filter((one) => !isRunnable(one)),
    };
}
async function inspectManifest(wanted, manifest) {
    const { platform: actual, ...described } = await readDetails(wanted, manifest);
    const { platform } = wanted;
    if (platform !== undefined && actual !== undefined && !matchesPlatform(actual, platform))
        throw new UnusableImage(`is for ${actual}, not for ${platform}`);
    const platforms = actual === undefined ? [] : [actual];
    return {
        ...described,
        digest: manifest.digest,
        platforms,
        measuredPlatform: actual,
        manifests: [manifest],
        otherManifests: [],
    };
}
const NO_CONFIG = {
    platform: undefined,
    createdMs: undefined,
    source: undefined,
    version: undefined,
    revision: undefined,
};
async function readDetails({ registry, repository }, manifest) {
    const size = manifest?.blobs.reduce((sum, blob) => sum + blob.size, 0) ?? 0;
    if (manifest?.config === undefined)
        return { size, ...NO_CONFIG };
    const config = readImageConfig(registry, repository, manifest.config);
    return { size, ...(await rejectMissing(config, `lacks its config ${manifest.config.digest}`)) };
}
/** Checks that all manifests and blobs exist, also of attestations. @throws UnusableImage, HttpError */
async function checkComplete(registry, repository, { manifests, otherManifests: others }) {
    const fetched = await Promise.all(others.map(({ digest }) => rejectMissing(fetchManifest(registry, repository, digest), `is incomplete: manifest ${digest} is missing`)));
    const blobs = [...manifests, ...fetched].flatMap((manifest) => manifest.blobs);
    const digests = new Set(blobs.filter((blob) => !isForeign(blob)).map(({ digest }) => digest));
    const missing = await Promise.all([...digests].map(async (digest) => ((await hasBlob(registry, repository, digest)) ? undefined : digest)));
    const first = missing.find((digest) => digest !== undefined);
    if (first !== undefined)
        throw new UnusableImage(`is incomplete: blob ${first} is missing`);
}
async function hasBlob(registry, repository, digest) {
    const call = {
        method: 'HEAD',
        path: `${repository}/blobs/${digest}`,
        scopes: [pullScope(repository)],
        // See `Registry.hasBlob`.
        accept: [200, ...client/* REDIRECT_STATUSES */.a, 404],
        redirect: 'manual',
    };
    try {
        return (await registry.call(call)).status !== 404;
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j) || ![400, 401, 403, 405, 501].includes(error.status ?? 0))
            throw error;
    }
    // ECR Public rejects HEAD (https://github.com/aws/containers-roadmap/issues/2671).
    const accept = [200, 206, ...client/* REDIRECT_STATUSES */.a, 404, 416];
    const read = { ...call, method: 'GET', accept, headers: { range: 'bytes=0-0' }, maxBytes: 0 };
    return (await registry.call(read)).status !== 404;
}
async function rejectMissing(content, problem) {
    try {
        return await content;
    }
    catch (error) {
        throw isNotFound(error) ? new UnusableImage(problem) : error;
    }
}
const isNotFound = (error) => error instanceof http_error/* HttpError */.j && error.status === 404;

// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/images/newer-lines.ts

/**
 * Finds the newest tag outside of `follow`, and the newest one whose name differs too much to be a candidate: another
 * suffix number (`-alpine3.21`), prefix or count of numbers, and dates.
 *
 * @param candidates newest first
 */
function findNewerLines(tags, { image, follow, candidates, }) {
    const newest = candidates[0] ?? image.tag;
    const current = (0,images_version/* parseImageVersion */.R1)(newest);
    const versions = tags.flatMap((tag) => (0,images_version/* parseImageVersion */.R1)(tag) ?? []);
    const range = follow.kind === 'range' ? follow.numbers : undefined;
    const outside = range && current && newestOutside(versions, { range, current });
    const other = newestOfShape(tags, newest) ?? (range && current && newestOfOtherName(versions, { range, current }));
    return [
        ...(outside === undefined ? [] : [{ tag: outside, reason: 'outside-follow' }]),
        ...(other === undefined || other === outside ? [] : [{ tag: other, reason: 'other-name' }]),
    ];
}
function newestOutside(versions, { range, current }) {
    const newer = versions.filter((one) => one.prefix === current.prefix &&
        one.numbers.length === current.numbers.length &&
        (0,images_version/* variantOf */.Bp)(one) === (0,images_version/* variantOf */.Bp)(current) &&
        !(0,images_version/* isInRange */.h$)(one.numbers, range) &&
        (0,images_version/* compareNumbers */.S$)(one.numbers, range) > 0 &&
        // A tag that is a date or a build number is no version of the same kind.
        isSimilarSize(one.numbers[0], current.numbers[0]));
    return newestOf(newer)?.tag;
}
const isSimilarSize = (one = 0, other = 0) => String(one).length <= String(other).length + 1;
/** The same suffix behind another prefix, or with fewer or more numbers. */
function newestOfOtherName(versions, { range, current }) {
    const newer = versions.filter((one) => !(0,images_version/* isPreRelease */.Ty)(one) &&
        (0,images_version/* variantOf */.Bp)(one) === (0,images_version/* variantOf */.Bp)(current) &&
        (0,images_version/* isInRange */.h$)(one.numbers, range) &&
        one.numbers.length > range.length &&
        (0,images_version/* compareNumbers */.S$)(one.numbers, current.numbers) > 0);
    return newestOf(newer)?.tag;
}
const newestOf = (versions) => versions.reduce((best, one) => (best === undefined || (0,images_version/* compareImageVersions */.m6)(one, best) > 0 ? one : best), undefined);
const shapeOf = (tag) => tag.replace(/\d+/g, '#');
const numbersIn = (tag) => (tag.match(/\d+/g) ?? []).map(Number);
/** Tags that differ in numbers only: `2025-01-30`, `1.27.5-alpine3.21`, `4.0.0-rc.2`. */
function newestOfShape(tags, newest) {
    const shape = shapeOf(newest);
    // The numbers of plain versions are compared as versions.
    if (!/#[^#]*[A-Za-z-][^#]*#/.test(shape))
        return undefined;
    const current = numbersIn(newest);
    return tags
        .filter((tag) => shapeOf(tag) === shape && (0,images_version/* compareNumbers */.S$)(numbersIn(tag), current) > 0)
        .sort((a, b) => (0,images_version/* compareNumbers */.S$)(numbersIn(b), numbersIn(a)))[0];
}

;// CONCATENATED MODULE: ./src/registry/next-page.ts


/**
 * Reads the query of the next page from a `Link` header (RFC 8288).
 *
 * @throws HttpError for a link that is not a URL
 */
function nextQuery(link, url) {
    const [, address] = /<([^>]*)>\s*;[^,]*\brel="?next"?/i.exec(String(link ?? '')) ?? [];
    if (address === undefined)
        return undefined;
    if (URL.canParse(address, url.href))
        return new URL(address, url).search;
    const message = `the Link header has an invalid URL: ${(0,sanitize/* toPrintableLine */.Ld)(address)}`;
    throw new http_error/* HttpError */.j({ method: 'GET', url, message, transient: false });
}

;// CONCATENATED MODULE: ./src/registry/list-tags.ts





const PAGE_SIZE = 1_000;
/** Some registries answer with all tags at once. */
const MAX_PAGE_BYTES = 64 * 1024 * 1024;
/** Stops a registry that invents pages. */
const MAX_TAGS = 500_000;
/** Pages in a row without a new tag. */
const MAX_IDLE_PAGES = 3;
/**
 * Lists all tags (specification, "Listing Tags").
 *
 * @throws HttpError, also for an invalid or endless list
 */
async function listTags(registry, repository) {
    const tags = new Set();
    const first = new URL(`/v2/${repository}/tags/list`, registry.origin);
    const seen = new Set();
    let answer = await firstPage(registry, repository, first);
    for (let idlePages = 0;;) {
        const known = tags.size;
        for (const tag of parseTags(answer.body, first))
            tags.add(tag);
        idlePages = tags.size > known ? 0 : idlePages + 1;
        const next = nextPage(answer.headers['link'], first);
        // Some registries repeat a page without end.
        if (next === undefined || seen.has(next.href) || idlePages >= MAX_IDLE_PAGES)
            return [...tags];
        if (tags.size > MAX_TAGS)
            throw listError(first, 'the tag list does not end');
        seen.add(next.href);
        answer = await registry.call(pageCall(repository, next));
    }
}
/** Registries limit the page size; one that rejects ours chooses its own. */
async function firstPage(registry, repository, url) {
    const sized = new URL(`?n=${PAGE_SIZE}`, url);
    try {
        return await registry.call(pageCall(repository, sized));
    }
    catch (error) {
        if (!(error instanceof http_error/* HttpError */.j) || ![400, 413, 416, 422].includes(error.status ?? 0))
            throw error;
        return registry.call(pageCall(repository, url)).catch(() => {
            throw error;
        });
    }
}
const pageCall = (repository, path) => ({
    method: 'GET',
    path,
    scopes: [pullScope(repository)],
    maxBytes: MAX_PAGE_BYTES,
});
function parseTags(body, url) {
    const list = (0,text_json/* parseObject */.lj)(body.toString('utf8'))?.['tags'];
    // Some registries send `null` for an empty list.
    if (list === null)
        return [];
    if (!Array.isArray(list))
        throw listError(url, 'the answer is not a tag list');
    return list.filter((tag) => typeof tag === 'string' && isTag(tag));
}
/**
 * Takes only the query of the link: the request carries credentials, and registries behind a path prefix leave the prefix
 * out or add another one.
 */
function nextPage(link, list) {
    const search = nextQuery(link, list);
    return search === undefined ? undefined : new URL(search, list);
}
const listError = (url, message) => new http_error/* HttpError */.j({ method: 'GET', url, message, transient: false });

// EXTERNAL MODULE: ./src/github/releases.ts
var github_releases = __webpack_require__(23425);
// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
;// CONCATENATED MODULE: ./src/github/attestations.ts


/** Also for a token that may not read attestations, which no publisher can cause. */
const ABSENT = [401, 403, 404];
/**
 * Reads the Sigstore bundles of the attestations that a repository published for a digest.
 *
 * @returns empty without attestations, and without the permission to read them
 * @throws GitHubError
 */
async function readAttestations(github, source, digest) {
    try {
        const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/attestations/{subject_digest}', {
            ...source,
            subject_digest: digest,
            per_page: 100,
        });
        return (0,text_json/* itemsOf */.S3)((0,text_json/* valueAt */.fK)(data, 'attestations')).map((one) => (0,text_json/* valueAt */.fK)(one, 'bundle'));
    }
    catch (error) {
        if (error instanceof github_error/* GitHubError */.y_ && ABSENT.includes(error.status ?? 0))
            return [];
        throw error;
    }
}

// EXTERNAL MODULE: ./src/github/provenance.ts
var provenance = __webpack_require__(29436);
;// CONCATENATED MODULE: ./src/commands/refresh/release-history.ts





/** GitHub releases of the source repositories. */
class ReleaseHistory {
    github;
    loadTrust;
    reading = new Map();
    commits = new Map();
    loaded = new Map();
    attested = new Map();
    loadingTrust;
    /** @param loadTrust called if a repository has published an attestation */
    constructor(github, loadTrust = () => Promise.reject(new Error('there is no trust root'))) {
        this.github = github;
        this.loadTrust = loadTrust;
    }
    async read(source) {
        if (this.github === undefined || source === undefined)
            return undefined;
        const key = keyOf(source);
        const reading = this.reading.get(key) ??
            (0,github_releases/* readReleases */.tl)(this.github, source).then((releases) => releases?.flatMap(withVersion));
        this.reading.set(key, reading);
        const releases = await reading;
        this.loaded.set(key, releases ?? []);
        return releases;
    }
    /** Reads the releases of an image of a known publisher. */
    readFor({ repository }) {
        return this.read((0,github_releases/* sourceRepository */.sd)(repository, undefined));
    }
    /**
     * Reads the commit of a git tag.
     *
     * @returns undefined if the tag does not exist, and `unreadable` for an error of GitHub
     */
    async tagCommit(source, tag) {
        if (this.github === undefined)
            return 'unreadable';
        const key = `${keyOf(source)}@${tag}`;
        const reading = this.commits.get(key) ?? (0,github_releases/* readTagCommit */._N)(this.github, source, tag).catch(unreadableOnGitHubError);
        this.commits.set(key, reading);
        return reading;
    }
    /** Reads and verifies the provenance that a repository published for an image. */
    attestation(source, digest) {
        const key = `${keyOf(source)}@${digest}`;
        const reading = this.attested.get(key) ?? this.verify(source, digest);
        this.attested.set(key, reading);
        return reading;
    }
    /** Returns the trust root for signatures. @throws Error if it cannot be loaded */
    trust() {
        this.loadingTrust ??= this.loadTrust();
        return this.loadingTrust;
    }
    async verify(source, digest) {
        if (this.github === undefined)
            return { kind: 'none' };
        try {
            const bundles = (await readAttestations(this.github, source, digest)).filter(provenance/* isProvenance */.WX);
            if (bundles.length === 0)
                return { kind: 'none' };
            const trust = await this.trust();
            const claim = { source, digest };
            const checks = bundles.map((bundle) => (0,provenance/* verifyProvenance */.Tu)(bundle, claim, trust));
            // One valid attestation is enough, as for `gh attestation verify`.
            await Promise.any(checks);
            return { kind: 'verified' };
        }
        catch (error) {
            const first = error instanceof AggregateError ? error.errors[0] : error;
            return { kind: 'invalid', problem: first instanceof Error ? first.message : String(first) };
        }
    }
    /** Returns what {@link read} has read. */
    releasesOf(source) {
        return (source && this.loaded.get(keyOf(source))) ?? [];
    }
}
const keyOf = ({ owner, repo }) => `${owner}/${repo}`;
function unreadableOnGitHubError(error) {
    if (error instanceof github_error/* GitHubError */.y_)
        return 'unreadable';
    throw error;
}
/**
 * The release of the image `25.12.11.4` is ClickHouse's `v25.12.11.4-stable`, and the release of `12.4.5-security-01` is
 * Grafana's `v12.4.5+security-01`.
 */
function withVersion(release) {
    const tag = release.tag.replace(/-(?:stable|lts)$/, '').replace('+security-', '-security-');
    const version = (0,images_version/* parseImageVersion */.R1)(tag);
    return version === undefined || (0,images_version/* variantOf */.Bp)(version) !== '' ? [] : [{ ...release, version }];
}
/** Variants such as `-alpine` have no release of their own. */
function withoutVariant(tag) {
    const version = (0,images_version/* parseImageVersion */.R1)(tag ?? '');
    if (version === undefined)
        return undefined;
    const variant = (0,images_version/* variantOf */.Bp)(version);
    return { ...version, suffix: version.suffix.slice(0, version.suffix.length - variant.length) };
}
/** `3.010.0` has the numbers of the release `v3.10.0`, and is not its name. */
const isSameVersion = (one, other) => (0,images_version/* compareImageVersions */.m6)(one, other) === 0 && hasLeadingZero(one) === hasLeadingZero(other);
const hasLeadingZero = ({ tag }) => /(?:^v?|\.)0\d/.test(tag);
/** @param tag an image's version */
function findRelease(releases, tag) {
    const version = withoutVariant(tag);
    return version && releases.find((release) => isSameVersion(release.version, version));
}

;// CONCATENATED MODULE: ./src/commands/refresh/release-check.ts




/** Returns what the releases of a known publisher say about a version tag. */
async function findReleaseState(image, tag, history) {
    const source = knownSource(image);
    const releases = await history.read(source);
    if (source === undefined || releases === undefined || !isReleaseTag(tag, releases))
        return { kind: 'unknown' };
    const release = findRelease(releases, tag);
    if (release === undefined)
        return { kind: 'not-released', problem: noRelease(source, tag) };
    return { kind: 'released', publishedMs: release.publishedMs, isSecurity: isSecurityRelease(release) };
}
/** Compares an image with the releases and git tags of its source repository. */
async function checkRelease(image, { tag, found, pinned }, history) {
    const source = knownSource(image);
    if (source === undefined) {
        const releases = await history.read((0,github_releases/* sourceRepository */.sd)(image.repository, found.source));
        return { kind: 'unknown-publisher', publishedMs: findRelease(releases ?? [], tag)?.publishedMs };
    }
    const releases = await history.read(source);
    if (releases === undefined)
        return unconfirmed(`the releases of ${keyOf(source)} could not be read`);
    const version = releasedVersion(tag, found.version, releases);
    if (version === undefined)
        return unconfirmed(`its label org.opencontainers.image.version names no release within ${tag}`);
    const release = findRelease(releases, version);
    if (release === undefined)
        return unconfirmed(noRelease(source, version));
    if (found.revision === undefined && pinned?.revision !== undefined)
        return unconfirmed(`it has no label org.opencontainers.image.revision, which ${image.tag} has`);
    const evidence = await checkCommit(source, { release, revision: found.revision }, history);
    return evidence.kind === 'confirmed'
        ? checkAttestation({ image, source, found, evidence }, history)
        : evidence;
}
/** A publisher that attested the pinned image attests the next one too. */
async function checkAttestation({ image, source, found, evidence }, history) {
    const attestation = await history.attestation(source, found.digest);
    switch (attestation.kind) {
        case 'verified':
            return { ...evidence, isAttested: true };
        case 'invalid':
            return unconfirmed(`the provenance attestation of ${keyOf(source)} could not be verified: ${(0,sanitize/* toPrintableLine */.Ld)(attestation.problem)}`);
        case 'none': {
            const pinned = await history.attestation(source, image.digest);
            return pinned.kind === 'verified'
                ? unconfirmed(`${keyOf(source)} has a provenance attestation of ${image.tag}, and none of this image`)
                : evidence;
        }
    }
}
async function checkCommit(source, { release, revision }, history) {
    const { tag, publishedMs } = release;
    const commit = await history.tagCommit(source, tag);
    if (commit === undefined)
        return unconfirmed(`${keyOf(source)} has no git tag ${tag}`);
    if (commit === 'unreadable')
        return unconfirmed(`the git tag ${tag} of ${keyOf(source)} could not be read`);
    if (revision !== undefined && !isCommit(revision, commit))
        return unconfirmed(`its label org.opencontainers.image.revision is ${shortCommit(revision)}, and the git tag ${tag} of ${keyOf(source)} is commit ${commit.slice(0, 7)}`);
    return { kind: 'confirmed', publishedMs, isSecurity: isSecurityRelease(release) };
}
/**
 * Returns the version of a tag: itself, or what its label says for a moving tag. The label of other tags may be the base
 * image's.
 *
 * @param labelled `org.opencontainers.image.version`
 */
function releasedVersion(tag, labelled, releases) {
    if (isReleaseTag(tag, releases))
        return tag;
    const label = (0,images_version/* parseImageVersion */.R1)(labelled ?? '');
    const range = (0,images_version/* parseImageVersion */.R1)(tag)?.numbers ?? [];
    return label !== undefined && (0,images_version/* isInRange */.h$)(label.numbers, range) ? label.tag : undefined;
}
/** A tag with fewer numbers than the newest release, such as `3.225`, moves. */
function isReleaseTag(tag, releases) {
    const version = (0,images_version/* parseImageVersion */.R1)(tag);
    const length = releases?.[0]?.version.numbers.length ?? 3;
    return version !== undefined && version.numbers.length >= length;
}
const knownSource = ({ repository }) => (0,github_releases/* hasKnownSource */.H2)(repository) ? (0,github_releases/* sourceRepository */.sd)(repository, undefined) : undefined;
/** Builds write the whole ID or the beginning that Git shows. */
const isCommit = (revision, commit) => /^[0-9a-f]{7,}$/i.test(revision) && commit.startsWith(revision.toLowerCase());
/** The label is untrusted text. */
const shortCommit = (revision) => /^[0-9a-f]{7,64}$/.test(revision) ? `commit ${revision.slice(0, 7)}` : 'not a commit';
const unconfirmed = (problem) => ({ kind: 'unconfirmed', problem });
const noRelease = (source, version) => `${keyOf(source)} has no release v${version.replace(/^v/, '')}`;
/** Notes of a known publisher name the CVEs that a release fixes. */
const isSecurityRelease = ({ version, body }) => (0,images_version/* securityNumber */.yP)(version) > 0 || /\bCVE-\d{4}-\d{4,}/i.test(body);

;// CONCATENATED MODULE: ./src/commands/refresh/candidates.ts




/**
 * Lists the tags within `follow`.
 *
 * @throws InvalidFollow, HttpError
 */
async function listCandidates(image, runtime) {
    const follow = (0,images_version/* parseFollow */.rF)(runtime.follow);
    const { tags, newerLines } = await listFollowed(image, follow, runtime);
    const [newest] = tags;
    const ignored = tags.filter((tag) => tag !== image.tag && isIgnored(image, tag));
    const wanted = tags.filter((tag) => !ignored.includes(tag));
    return {
        newest: wanted[0] ?? newest,
        ignored,
        newerLines,
        ...(await splitByRelease(wanted, image, runtime)),
    };
}
async function listFollowed(image, follow, { registry }) {
    if (follow.kind === 'tag')
        return { tags: [follow.tag], newerLines: [] };
    const all = await listTags(registry, image.repository);
    const tags = (0,images_version/* candidateVersions */.Hs)(all, { pinned: image.tag, range: follow.numbers });
    if (tags.length > 0)
        return { tags, newerLines: findNewerLines(all, { image, follow, candidates: tags }) };
    throw new images_version/* InvalidFollow */.zv(`follow: ${image.registry}/${image.repository} has no version within '${image.follow ?? ''}'`);
}
async function splitByRelease(tags, image, { history, nowMs, minAgeMs }) {
    const eligible = [];
    const security = new Set();
    const tooNew = [];
    const notReleased = [];
    // Without a newer tag, no release has to be read.
    if (tags.every((tag) => tag === image.tag))
        return { eligible: tags, security, tooNew, notReleased };
    for (const tag of tags) {
        const state = await findReleaseState(image, tag, history);
        const ageMs = state.kind === 'released' && state.publishedMs !== undefined ? nowMs - state.publishedMs : undefined;
        const isSecurity = state.kind === 'released' && state.isSecurity;
        if (isSecurity)
            security.add(tag);
        if (tag !== image.tag && state.kind === 'not-released')
            notReleased.push({ tag, problem: state.problem });
        else if (tag !== image.tag && ageMs !== undefined && ageMs < minAgeMs && !isSecurity)
            tooNew.push({ tag, ageMs });
        else
            eligible.push(tag);
    }
    return { eligible, security, tooNew, notReleased };
}
/** `ignore` names tags, and versions as prefixes. */
function isIgnored({ ignore = [] }, tag) {
    const numbers = (0,images_version/* parseImageVersion */.R1)(tag)?.numbers ?? [];
    return ignore.some((entry) => {
        const version = (0,images_version/* parseImageVersion */.R1)(entry);
        return (entry === tag || (version !== undefined && version.suffix === '' && (0,images_version/* isInRange */.h$)(numbers, version.numbers)));
    });
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/registry/cosign.ts


/** Sigstore bundle format of signatures with a promise of the log to include them. */
const BUNDLE_TYPE = 'application/vnd.dev.sigstore.bundle+json;version=0.1';
/**
 * Converts a signature in the format of cosign 1 and 2 into a Sigstore bundle.
 *
 * @param payload signed JSON that names the image
 * @param annotations of its layer
 * @returns undefined if it was made with a key instead of a certificate
 */
function signatureBundle(payload, annotations) {
    const verificationMaterial = toMaterial(annotations);
    if (verificationMaterial === undefined)
        return undefined;
    const digest = (0,external_node_crypto_.createHash)('sha256').update(payload).digest('base64');
    const signature = annotations['dev.cosignproject.cosign/signature'] ?? '';
    const messageDigest = { algorithm: 'SHA2_256', digest };
    return { mediaType: BUNDLE_TYPE, verificationMaterial, messageSignature: { messageDigest, signature } };
}
/**
 * The same for an attestation.
 *
 * @param payload DSSE envelope with an in-toto statement
 */
function attestationBundle(payload, annotations) {
    const verificationMaterial = toMaterial(annotations);
    if (verificationMaterial === undefined)
        return undefined;
    const envelope = (0,text_json/* parseObject */.lj)(payload.toString('utf8'));
    const signatures = (0,text_json/* itemsOf */.S3)(envelope?.['signatures']).map((one) => ({
        sig: (0,text_json/* textAt */.$6)(one, 'sig'),
        keyid: (0,text_json/* textAt */.$6)(one, 'keyid') ?? '',
    }));
    const { payload: statement, payloadType } = envelope ?? {};
    return {
        mediaType: BUNDLE_TYPE,
        verificationMaterial,
        dsseEnvelope: { payload: statement, payloadType, signatures },
    };
}
function toMaterial(annotations) {
    const certificate = annotations['dev.sigstore.cosign/certificate'];
    if (certificate === undefined)
        return undefined;
    const rawBytes = certificate.replace(/-----(?:BEGIN|END) CERTIFICATE-----/g, '').replace(/\s+/g, '');
    const logged = (0,text_json/* parseObject */.lj)(annotations['dev.sigstore.cosign/bundle'] ?? '');
    return {
        x509CertificateChain: { certificates: [{ rawBytes }] },
        tlogEntries: logged === undefined ? [] : [toLogEntry(logged)],
    };
}
/** The entry as Rekor's API answers it, with the promise as its signature. */
function toLogEntry(logged) {
    const entry = (0,text_json/* valueAt */.fK)(logged, 'Payload');
    const canonicalizedBody = (0,text_json/* textAt */.$6)(entry, 'body') ?? '';
    const body = (0,text_json/* parseObject */.lj)(Buffer.from(canonicalizedBody, 'base64').toString('utf8'));
    return {
        logIndex: String((0,text_json/* numberAt */.tk)(entry, 'logIndex') ?? 0),
        logId: { keyId: Buffer.from((0,text_json/* textAt */.$6)(entry, 'logID') ?? '', 'hex').toString('base64') },
        kindVersion: { kind: (0,text_json/* textAt */.$6)(body, 'kind') ?? '', version: (0,text_json/* textAt */.$6)(body, 'apiVersion') ?? '' },
        integratedTime: String((0,text_json/* numberAt */.tk)(entry, 'integratedTime') ?? 0),
        inclusionPromise: { signedEntryTimestamp: (0,text_json/* textAt */.$6)(logged, 'SignedEntryTimestamp') ?? '' },
        canonicalizedBody,
    };
}

;// CONCATENATED MODULE: ./src/registry/list-referrers.ts









const NOTHING = { entries: [], problems: [] };
const MAX_REFERRERS = 10_000;
/** Registries without the API may answer with a status that looks transient; GHCR redirects to a web page. */
const MAX_ATTEMPTS = 3;
/** Answers of registries without the API. */
const API_MISSING_STATUSES = [400, 403, 404, 405, 406, 415, 501];
/** `sha256-<hex>` (specification, "Referrers Tag Schema"). */
const referrersTag = (digest) => digest.replace(':', '-');
/** Lists referrers by the API, or by the referrers tag if the API has none (specification, "Listing Referrers"). */
async function listReferrers(registry, repository, digest) {
    const { list } = await queryReferrersApi(registry, repository, digest);
    if (list.entries.length > 0)
        return list;
    const { entries, problems } = await readReferrersTag(registry, repository, digest);
    return { ...list, entries, problems: [...list.problems, ...problems], isTagged: entries.length > 0 };
}
async function readReferrersTag(registry, repository, digest) {
    const tag = referrersTag(digest);
    try {
        const tagged = await findDigest(registry, repository, tag);
        if (tagged === undefined)
            return NOTHING;
        // Another document than an index lists nothing.
        return parsePage(await fetchManifestBytes(registry, repository, tagged)) ?? NOTHING;
    }
    catch (error) {
        return { ...NOTHING, problems: [`the referrers tag ${tag} could not be read: ${(0,sanitize/* errorMessage */.gJ)(error)}`] };
    }
}
/** Reads all pages of the referrers API. Entries of broken pages are reported and do not hide the others. */
async function queryReferrersApi(registry, repository, digest) {
    const entries = new Map();
    const problems = [];
    const first = new URL(`/v2/${repository}/referrers/${digest}`, registry.origin);
    let isSupported = false;
    let apiProblem;
    try {
        for (let url = first; url !== undefined;) {
            const answer = await readPage(registry, repository, url);
            const page = parsePage(answer.body);
            if (page === undefined)
                break;
            isSupported = true;
            const known = entries.size;
            for (const entry of page.entries)
                entries.set(entry.digest, entry);
            problems.push(...page.problems);
            const search = nextQuery(answer.headers['link'], url);
            const hasProgress = entries.size > known && entries.size < MAX_REFERRERS;
            url = search !== undefined && hasProgress ? new URL(search, first) : undefined;
        }
    }
    catch (error) {
        const isMissing = error instanceof http_error/* HttpError */.j && API_MISSING_STATUSES.includes(error.status ?? 0);
        const message = `the referrers of ${digest} could not be listed: ${(0,sanitize/* errorMessage */.gJ)(error)}`;
        if (isSupported)
            problems.push(message);
        else if (!isMissing)
            apiProblem = message;
    }
    return { isSupported, list: { entries: [...entries.values()], problems, apiProblem } };
}
function readPage(registry, repository, path) {
    const { clock, retry: policy } = registry.runtime;
    const options = httpRetry(clock, { ...policy, maxAttempts: MAX_ATTEMPTS });
    return (0,retry/* retry */.L5)(() => registry.attempt({ method: 'GET', path, scopes: [pullScope(repository)] }), options);
}
/** Returns undefined for another kind of document. */
function parsePage(body) {
    const json = (0,text_json/* parseObject */.lj)(body.toString('utf8'));
    const listed = json?.['manifests'];
    if (json === undefined || !('manifests' in json))
        return undefined;
    // Registries send null for an empty list.
    const values = Array.isArray(listed) ? listed : [];
    const entries = [];
    const problems = [];
    for (const [index, value] of values.entries()) {
        try {
            entries.push(parseDescriptor(value, `referrer ${index + 1}`));
        }
        catch (error) {
            const digest = (0,text_json/* isRecord */.u4)(value) && typeof value['digest'] === 'string' ? ` (${value['digest']})` : '';
            problems.push(`${(0,sanitize/* errorMessage */.gJ)(error)}${digest}`);
        }
    }
    return { entries, problems };
}

;// CONCATENATED MODULE: ./src/registry/signatures.ts






const SIGSTORE_BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle\b.*json/;
const COSIGN_ARTIFACT = /^application\/vnd\.dev\.cosign\.artifact\.(?:sig|att)\b/;
const NOTATION = 'application/vnd.cncf.notary.signature';
const SIMPLE_SIGNING = 'application/vnd.dev.cosign.simplesigning.v1+json';
const DSSE = 'application/vnd.dsse.envelope.v1+json';
/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const COSIGN_TAGS = ['.sig', '.att'];
const signatures_MAX_REFERRERS = 50;
const WITH_KEY = 'it was made with a key, and the key of the publisher is not known';
/**
 * Reads signatures and attestations of an image: Sigstore bundles that refer to it, and cosign's tags. Artifacts of other
 * kinds, such as SBOMs, are ignored. Errors are results, because a publisher need not sign.
 */
async function readSignatures(registry, repository, digest) {
    const subject = { registry, repository, digest };
    const { entries, problems } = await listReferrers(registry, repository, digest);
    const tags = COSIGN_TAGS.map((suffix) => `${referrersTag(digest)}${suffix}`);
    const found = await Promise.all([
        ...entries.slice(0, signatures_MAX_REFERRERS).map((entry) => orUnknown(readReferrer(subject, entry))),
        ...tags.map((tag) => orUnknown(readTag(subject, tag))),
    ]);
    return [...problems.map(unknown), ...found.flat()];
}
const unknown = (reason) => ({ kind: 'unknown', reason });
async function orUnknown(reading) {
    try {
        return await reading;
    }
    catch (error) {
        return [unknown(`it could not be read: ${(0,sanitize/* errorMessage */.gJ)(error)}`)];
    }
}
async function readReferrer(subject, entry) {
    const { registry, repository } = subject;
    const { artifactType: listed } = entry;
    if (listed !== undefined && !isSignature(listed))
        return [];
    if (listed === NOTATION)
        return [unknown('it is a Notation signature')];
    const manifest = await fetchManifest(registry, repository, entry.digest);
    const type = manifest.artifactType ?? manifest.config?.mediaType ?? '';
    if (type === NOTATION)
        return [unknown('it is a Notation signature')];
    if (COSIGN_ARTIFACT.test(type))
        return readLayers(subject, manifest);
    if (!SIGSTORE_BUNDLE.test(type))
        return [];
    const layers = manifest.blobs.filter(({ mediaType }) => SIGSTORE_BUNDLE.test(mediaType));
    const bundles = await Promise.all(layers.map((layer) => readSmallBlob(registry, repository, layer)));
    return bundles.map((bytes) => fromBundle((0,text_json/* parseObject */.lj)(bytes.toString('utf8'))));
}
const isSignature = (type) => type === NOTATION || COSIGN_ARTIFACT.test(type) || SIGSTORE_BUNDLE.test(type);
async function readTag(subject, tag) {
    const { registry, repository } = subject;
    const digest = await findDigest(registry, repository, tag);
    if (digest === undefined)
        return [];
    return readLayers(subject, await fetchManifest(registry, repository, digest));
}
/** cosign writes one layer per signature or attestation. */
async function readLayers({ registry, repository }, manifest) {
    const layers = manifest.blobs.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING || mediaType === DSSE);
    return Promise.all(layers.map(async ({ annotations = {}, ...layer }) => {
        const payload = await readSmallBlob(registry, repository, layer);
        const bundle = layer.mediaType === DSSE
            ? attestationBundle(payload, annotations)
            : signatureBundle(payload, annotations);
        if (bundle === undefined)
            return unknown(WITH_KEY);
        return layer.mediaType === DSSE ? { kind: 'bundle', bundle } : { kind: 'bundle', bundle, payload };
    }));
}
function fromBundle(bundle) {
    const material = (0,text_json/* recordAt */.zR)(bundle, 'verificationMaterial');
    const chain = (0,text_json/* itemsOf */.S3)((0,text_json/* valueAt */.fK)(material, 'x509CertificateChain', 'certificates'));
    if ((0,text_json/* textAt */.$6)(material, 'certificate', 'rawBytes') === undefined && chain.length === 0)
        return unknown(WITH_KEY);
    if ((0,text_json/* textAt */.$6)(bundle, 'dsseEnvelope', 'payload') === undefined)
        return unknown('it names no image');
    return { kind: 'bundle', bundle };
}

;// CONCATENATED MODULE: ./src/commands/refresh/signature-check.ts





/**
 * Verifies the signatures and attestations that the registry has for an image. Its signer must be the known publisher, or
 * the signer of the pinned image.
 */
async function checkSignature(image, digest, { registry, history }) {
    const source = (0,github_releases/* hasKnownSource */.H2)(image.repository) ? (0,github_releases/* sourceRepository */.sd)(image.repository, undefined) : undefined;
    const verify = async (of) => {
        const found = await readSignatures(registry, image.repository, of);
        return verifyAll(found, { digest: of, source, loadTrust: () => history.trust() });
    };
    const next = await verify(digest);
    if (next.signers.some(({ isPublisher }) => isPublisher))
        return { kind: 'verified' };
    const pinned = digest === image.digest ? next : await verify(image.digest);
    return compare(next, pinned, { tag: image.tag, isKnown: source !== undefined });
}
/** A publisher that signed the pinned image signs the next one too. */
function compare({ signers, errors, unknown }, pinned, { tag, isKnown }) {
    const names = signers.map(({ name }) => name);
    const trusted = pinned.signers.map(({ name }) => name);
    const [name] = names;
    const [expected] = trusted;
    if (names.some((one) => trusted.includes(one)))
        return { kind: 'verified' };
    const [error] = errors;
    if (name === undefined && error !== undefined)
        return { kind: 'invalid', problem: `its signature could not be verified: ${(0,markdown/* codeSpan */.SS)(error)}` };
    if (expected !== undefined) {
        const difference = name === undefined ? 'it is not signed' : `it is signed by ${(0,markdown/* codeSpan */.SS)(name)}`;
        return { kind: 'invalid', problem: `${difference}, and ${tag} is signed by ${(0,markdown/* codeSpan */.SS)(expected)}` };
    }
    if (name !== undefined)
        return isKnown
            ? { kind: 'invalid', problem: `it is signed by ${(0,markdown/* codeSpan */.SS)(name)}` }
            : { kind: 'unknown', reason: `its signer ${(0,markdown/* codeSpan */.SS)(name)} is not known as its publisher` };
    const [reason] = unknown;
    return reason === undefined ? { kind: 'none' } : { kind: 'unknown', reason: (0,markdown/* codeSpan */.SS)(reason) };
}
async function verifyAll(found, claim) {
    const signers = [];
    const errors = [];
    const unknown = [];
    for (const signature of found) {
        if (signature.kind === 'unknown')
            unknown.push(signature.reason);
        else if (!isOrigin(signature))
            continue;
        else
            await verifyOne(signature, claim).then((signer) => signers.push(signer), (error) => errors.push((0,sanitize/* errorMessage */.gJ)(error)));
    }
    return { signers, errors, unknown };
}
/** Other attestations, such as of an SBOM, prove nothing about the origin. */
const isOrigin = ({ bundle, payload }) => payload !== undefined || (0,provenance/* isProvenance */.WX)(bundle) || (0,provenance/* isSignature */.hi)(bundle);
async function verifyOne({ bundle, payload }, { digest, source, loadTrust }) {
    const signer = await (0,provenance/* verifyBundle */.IF)(bundle, { digest, payload }, await loadTrust());
    // Provenance names the repository that the image was built from.
    if (source !== undefined && payload === undefined && (0,provenance/* isProvenance */.WX)(bundle))
        (0,provenance/* checkSigner */.JQ)(signer, source);
    return {
        name: (0,provenance/* describeSigner */.cg)(signer),
        isPublisher: source !== undefined && (0,provenance/* isSignedByOwner */.FN)(signer, source),
    };
}

;// CONCATENATED MODULE: ./src/commands/refresh/version-check.ts





/** The stack runs on arm64; copies of it may run on amd64. */
const STACK_PLATFORMS = ['linux/arm64', 'linux/amd64'];
/**
 * Checks platforms, age, release and completeness of a version.
 *
 * @throws UnusableImage, HttpError
 */
async function checkVersion(tag, check) {
    const { image, found, pinned, runtime } = check;
    const { registry, history, nowMs, minAgeMs } = runtime;
    const missingPlatforms = findMissingPlatforms(found, pinned);
    const release = await checkRelease(image, { tag, found, pinned }, history);
    const ageMs = youngestAgeMs(found, release, nowMs);
    const isTooNew = ageMs !== undefined && ageMs < minAgeMs;
    if (isTooNew && !version_check_isSecurityRelease(release))
        return { kind: 'too-new', ageMs };
    await checkComplete(registry, image.repository, found);
    const { evidence, signature } = await addSignature(release, check);
    const isSecurity = version_check_isSecurityRelease(evidence);
    const releases = evidence.kind === 'unknown-publisher' ? undefined : await history.readFor(image);
    const versionOf = (of, details) => evidence.kind === 'unknown-publisher' ? of : releasedVersion(of, details?.version, releases);
    const { digest, size, source } = found;
    const update = {
        ...{ image, tag, digest, size, source, evidence, signature, isSecurity, missingPlatforms, minAgeMs },
        ageMs: evidence.kind === 'unconfirmed' ? undefined : ageMs,
        version: versionOf(tag, found),
        fromVersion: versionOf(image.tag, pinned),
        oldSize: pinned?.size,
    };
    return { kind: 'usable', update, hasSkippedAge: isTooNew && isSecurity };
}
const version_check_isSecurityRelease = (evidence) => evidence.kind === 'confirmed' && evidence.isSecurity;
/** Signatures are read last, because they cost pulls. */
async function addSignature(evidence, { image, found, runtime }) {
    if (evidence.kind === 'unconfirmed')
        return { evidence, signature: { kind: 'none' } };
    const signature = await checkSignature(image, found.digest, runtime);
    if (signature.kind !== 'invalid')
        return { evidence, signature };
    return { evidence: { kind: 'unconfirmed', problem: signature.problem }, signature };
}
/**
 * Returns the platforms that the new image lacks and the stack does not need.
 *
 * @throws UnusableImage if the stack needs one of them
 */
function findMissingPlatforms(found, pinned) {
    const platforms = found.platforms.map(normalizePlatform);
    const missing = (pinned?.platforms ?? []).map(normalizePlatform).filter((one) => !platforms.includes(one));
    const needed = missing.filter((one) => STACK_PLATFORMS.includes(one) || one === normalizePlatform(pinned?.measuredPlatform ?? ''));
    if (needed.length > 0)
        throw new UnusableImage(`has no ${needed.join(' and no ')}`);
    return missing;
}
/** Returns the age that an image states. A date in the future proves nothing. */
function createdAgeMs({ createdMs }, nowMs) {
    return createdMs === undefined || createdMs > nowMs + format/* HOUR_MS */.iQ ? undefined : nowMs - createdMs;
}
/** An image states its own date, which a thief can choose, so the release's date counts if it is younger. */
function youngestAgeMs(found, evidence, nowMs) {
    const published = evidence.kind === 'unconfirmed' ? undefined : evidence.publishedMs;
    const ages = [createdAgeMs(found, nowMs), published === undefined ? undefined : nowMs - published];
    const known = ages.filter((age) => age !== undefined);
    return known.length === 0 ? undefined : Math.min(...known);
}

;// CONCATENATED MODULE: ./src/commands/refresh/image-reader.ts


/** Left for the mirror that follows. */
const MIN_PULLS_LEFT = 20;
/** Reads each version of an image once, because Docker Hub limits pulls. */
class ImageReader {
    image;
    registry;
    details = new Map();
    constructor(image, registry) {
        this.image = image;
        this.registry = registry;
    }
    /** @returns undefined if the registry no longer has it */
    async readPinned() {
        try {
            return await this.read(this.image.digest);
        }
        catch (error) {
            if (error instanceof UnusableImage)
                return undefined;
            throw error;
        }
    }
    /** @throws UnusableImage, HttpError */
    async read(reference) {
        const { repository, platform } = this.image;
        const reading = this.details.get(reference) ??
            inspectImage({ registry: this.registry, repository, reference, platform });
        this.details.set(reference, reading);
        return reading;
    }
    /** Reports whether a version can be read without using up the remaining pulls. The first one always can. */
    mayRead(tag) {
        const left = this.registry.pullsLeft(this.image.repository)?.count;
        const isFirst = [...this.details.keys()].every((reference) => reference === this.image.digest);
        return isFirst || this.details.has(tag) || left === undefined || left >= MIN_PULLS_LEFT;
    }
    /** @param unusable versions that cannot be used */
    limitReason(unusable) {
        const left = this.registry.pullsLeft(this.image.repository)?.count;
        return left !== undefined && left < MIN_PULLS_LEFT
            ? `${this.registry.name} allows ${left} more pulls`
            : `${unusable} newer versions cannot be used`;
    }
}
/**
 * Drops the newest tags that are too new. Newer versions are younger, so a few reads are enough.
 *
 * @param tags newest first
 */
async function dropTooNew(tags, search) {
    let last = -1;
    let next = 0;
    while (next < tags.length && (await isTooNew(tags[next], search))) {
        last = next;
        next = next * 2 + 1;
    }
    let first = Math.min(next, tags.length);
    while (first - last > 1) {
        const middle = Math.floor((first + last) / 2);
        if (await isTooNew(tags[middle], search))
            last = middle;
        else
            first = middle;
    }
    return tags.slice(first);
}
async function isTooNew(tag, search) {
    const { reader, skipped, runtime, security } = search;
    const { minAgeMs } = runtime;
    if (tag === undefined || tag === reader.image.tag || security.has(tag))
        return false;
    if (minAgeMs === 0 || !reader.mayRead(tag))
        return false;
    try {
        const ageMs = createdAgeMs(await reader.read(tag), runtime.nowMs);
        if (ageMs === undefined || ageMs >= minAgeMs)
            return false;
        skipped.addTooNew(tag, ageMs);
        return true;
    }
    catch (error) {
        if (error instanceof UnusableImage)
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/images/support.ts


/** Date of the table below. */
const SUPPORT_TABLE_DATE = '2026-11-28';
/**
 * Last days of security updates, as published by the projects, and for PostgreSQL of the standard support of Aurora. Update the
 * date above with the table. A ClickHouse line with long-term support has security updates for twelve months.
 */
const SUPPORT = {
    langfuse: { '3': '2027-01-31' },
    clickhouse: {
        '25.3': '2026-03-20',
        '25.8': '2026-08-29',
        '25.9': '2025-12-18',
        '25.10': '2026-01-30',
        '25.11': '2026-02-27',
        '25.12': '2026-03-26',
        '26.1': '2026-05-05',
        '26.3': '2027-03-26',
        '26.4': '2026-07-22',
        '26.8': '2027-08-27',
    },
    grafana: {
        '11': '2026-06-25',
        '12.0': '2026-02-05',
        '12.1': '2026-04-22',
        '12.2': '2026-06-23',
        '12.3': '2026-08-19',
        '12.4': '2027-05-24',
        '13.0': '2027-01-09',
        '13.1': '2027-03-20',
        '13.2': '2027-05-18',
    },
    postgres: { '14': '2027-02-28', '16': '2029-02-28', '17': '2030-02-28', '18': '2031-02-28' },
    valkey: { '7.2': '2029-04-16', '8.0': '2027-09-15', '8.1': '2030-03-31' },
};
const NOTICE_MS = 90 * format/* DAY_MS */.sO;
const PROJECTS = {
    'langfuse/langfuse': 'langfuse',
    'langfuse/langfuse-worker': 'langfuse',
    'clickhouse/clickhouse-server': 'clickhouse',
    'grafana/grafana': 'grafana',
    'grafana/grafana-oss': 'grafana',
};
/** Returns the line of a known image's version, if its end of support is known. */
function findSupport(image) {
    const project = Object.hasOwn(PROJECTS, image.repository) ? PROJECTS[image.repository] : undefined;
    return project && findProjectSupport(project, image.tag);
}
/** Returns the line of a project's version, if its end of support is known. */
function findProjectSupport(project, version) {
    const { numbers } = (0,images_version/* parseImageVersion */.R1)(version) ?? {};
    if (numbers === undefined)
        return undefined;
    const found = Object.entries(SUPPORT[project]).find(([line]) => (0,images_version/* isInRange */.h$)(numbers, line.split('.').map(Number)));
    return found && { line: found[0], endsMs: Date.parse(found[1]) };
}
/**
 * Describes the end of support within 90 days or in the past.
 *
 * @param updates what ends
 * @returns undefined if the end is later or unknown
 */
function describeEnd(support, nowMs, updates = 'security updates') {
    if (support === undefined || support.endsMs - nowMs > NOTICE_MS)
        return undefined;
    const date = new Date(support.endsMs).toISOString().slice(0, 10);
    // The last day of support is a complete day.
    const hasEnded = nowMs >= support.endsMs + format/* DAY_MS */.sO;
    return hasEnded ? `has had no ${updates} since ${date}` : `has ${updates} until ${date}`;
}

;// CONCATENATED MODULE: ./src/commands/refresh/line-notes.ts


/** Returns notes on newer lines and on the end of support of the pinned line. */
function lineNotes(image, newerLines, { nowMs }) {
    return [...supportNotes(image, nowMs), ...newerLines.map((line) => newerLineNote(image, line))];
}
function supportNotes(image, nowMs) {
    const support = findSupport(image);
    const state = describeEnd(support, nowMs);
    if (support === undefined || state === undefined)
        return [];
    const next = `Choose a newer line: set ${(0,markdown/* codeSpan */.SS)('follow')} in images.yaml`;
    const text = `**${image.name} ${(0,markdown/* codeSpan */.SS)(support.line)} ${state}** (as of ${SUPPORT_TABLE_DATE}). ${next}.`;
    return [{ severity: 'warning', text }];
}
function newerLineNote({ name, tag, follow = '' }, { tag: newer, reason }) {
    const text = reason === 'outside-follow'
        ? `**${name}** ${(0,markdown/* codeSpan */.SS)(newer)} is outside of ${(0,markdown/* codeSpan */.SS)(`follow: '${follow}'`)}.`
        : `**${name}** ${(0,markdown/* codeSpan */.SS)(newer)} is newer than ${(0,markdown/* codeSpan */.SS)(tag)}, but its name differs in more than the version, so it is not proposed.`;
    return { severity: 'notice', text };
}

;// CONCATENATED MODULE: ./src/commands/refresh/note.ts


/** Returns a note's text for the log and annotations. */
const plainText = ({ text }) => text
    .replace(/\[([^\]]*)\]\(([^)]*)\)/g, '$1 ($2)')
    .replace(/\*\*/g, '')
    .replace(/`+ ?(.*?) ?`+/g, "'$1'");
const MAX_LISTED = 3;
/** Versions of an image that were not selected. */
class SkippedVersions {
    name;
    tooNew = [];
    others = [];
    constructor(name) {
        this.name = name;
    }
    addTooNew(tag, ageMs) {
        if (this.tooNew.every((one) => one.tag !== tag))
            this.tooNew.push({ tag, ageMs });
    }
    addUnusable(tag, reason) {
        this.add('warning', `**${this.name}** ${(0,markdown/* codeSpan */.SS)(tag)} was skipped: ${(0,markdown/* codeSpan */.SS)(reason)}.`);
    }
    /** For a version that its publisher did not release. */
    addUnconfirmed(tag, problem) {
        this.add('warning', `**${this.name} ${(0,markdown/* codeSpan */.SS)(tag)} was skipped: ${problem}.**`);
    }
    /** @param reason Markdown */
    addUnknownSignature(tag, reason) {
        this.add('info', `The signature of **${this.name}** ${(0,markdown/* codeSpan */.SS)(tag)} was not verified: ${reason}.`);
    }
    add(severity, text) {
        this.others.push({ severity, text });
    }
    get hasWarnings() {
        return this.others.some(({ severity }) => severity === 'warning');
    }
    notes(minAgeMs) {
        if (this.tooNew.length === 0)
            return this.others;
        // The releases are read in another order than the images.
        const youngest = [...this.tooNew].sort((a, b) => a.ageMs - b.ageMs);
        const listed = youngest
            .slice(0, MAX_LISTED)
            .map(({ tag, ageMs }) => `${(0,markdown/* codeSpan */.SS)(tag)} (${(0,format/* formatAge */.nV)(ageMs)})`);
        const more = youngest.length > MAX_LISTED ? ` and ${youngest.length - MAX_LISTED} more` : '';
        const waiting = `**${this.name}** waits for ${listed.join(', ')}${more} to be ${(0,format/* formatAge */.nV)(minAgeMs)} old.`;
        return [{ severity: 'info', text: waiting }, ...this.others];
    }
}

;// CONCATENATED MODULE: ./src/commands/refresh/find-update.ts








/** Each costs pulls, which Docker Hub limits. */
const MAX_UNUSABLE_VERSIONS = 12;
/**
 * Finds the newest version within `follow` that its publisher released, that is old enough and complete, and that has the
 * stack's platforms. A version without a release is returned if there is no other.
 *
 * @throws InvalidFollow, HttpError, RateLimited, DockerConfigError
 */
async function findUpdate(image, given) {
    const runtime = { ...given, minAgeMs: image.minAgeMs ?? given.minAgeMs };
    const { name, follow } = image;
    if (follow === undefined) {
        const text = `**${name}** stays at ${(0,markdown/* codeSpan */.SS)(image.tag)}: it has no ${(0,markdown/* codeSpan */.SS)('follow')}.`;
        return { image, update: undefined, notes: [{ severity: 'info', text }, ...lineNotes(image, [], runtime)] };
    }
    const tags = await listCandidates(image, { follow, ...runtime });
    const skipped = new SkippedVersions(name);
    for (const ignored of tags.ignored)
        skipped.add('info', `**${name}** ${(0,markdown/* codeSpan */.SS)(ignored)} is in ${(0,markdown/* codeSpan */.SS)('ignore')}.`);
    const update = (await isPinned(image, tags.newest, runtime.registry))
        ? undefined
        : await findAmong(tags, { image, skipped, runtime });
    const notes = [...skipped.notes(runtime.minAgeMs), ...lineNotes(image, tags.newerLines, runtime)];
    return { image, update, notes };
}
/** A HEAD request does not count as a pull. */
async function isPinned(image, tag, registry) {
    if (tag !== image.tag || image.platform !== undefined)
        return false;
    return (await registry.headManifest(image.repository, tag)).digest === image.digest;
}
async function findAmong(tags, search) {
    const { image, skipped, runtime } = search;
    const reader = new ImageReader(image, runtime.registry);
    const pinned = await reader.readPinned();
    for (const { tag, ageMs } of tags.tooNew)
        skipped.addTooNew(tag, ageMs);
    const eligible = await dropTooNew(tags.eligible, { reader, skipped, runtime, security: tags.security });
    const confirmed = await firstUsable(eligible, { ...search, reader, pinned });
    if (confirmed === undefined)
        return firstUsable(tags.notReleased.map(({ tag }) => tag), { ...search, reader, pinned });
    for (const { tag, problem } of tags.notReleased)
        if ((0,images_version/* isDowngrade */.qk)(tag, confirmed.tag))
            skipped.addUnconfirmed(tag, problem);
    return confirmed;
}
async function firstUsable(tags, { image, skipped, runtime, reader, pinned }) {
    let unusable = 0;
    for (const tag of tags) {
        if (unusable >= MAX_UNUSABLE_VERSIONS || !reader.mayRead(tag)) {
            const text = `**${image.name}** ${(0,markdown/* codeSpan */.SS)(tag)} and older versions were not checked, because ${reader.limitReason(unusable)}.`;
            skipped.add('warning', text);
            return undefined;
        }
        try {
            const found = await reader.read(tag);
            if (tag === image.tag && found.digest === image.digest)
                return undefined;
            const checked = await checkVersion(tag, { image, found, pinned, runtime });
            if (checked.kind === 'too-new') {
                skipped.addTooNew(tag, checked.ageMs);
                continue;
            }
            const { update } = checked;
            if (update.signature.kind === 'unknown')
                skipped.addUnknownSignature(tag, update.signature.reason);
            if (checked.hasSkippedAge)
                skipped.add('notice', `**${image.name}** ${(0,markdown/* codeSpan */.SS)(tag)} is a security release, so ${(0,markdown/* codeSpan */.SS)('min-age')} does not apply.`);
            return { ...update, kind: updateKind(image, tag, wasCreatedBefore(found, pinned)) };
        }
        catch (error) {
            if (!(error instanceof UnusableImage))
                throw error;
            unusable += 1;
            skipped.addUnusable(tag, error.message);
        }
    }
    return undefined;
}
function updateKind({ tag: from, follow }, to, isOlderBuild) {
    const isFloating = (follow !== undefined && (0,images_version/* parseFollow */.rF)(follow).kind === 'tag') || from === follow;
    if (from === to && !isFloating)
        return 'retagged';
    const areVersions = (0,images_version/* parseImageVersion */.R1)(from) !== undefined && (0,images_version/* parseImageVersion */.R1)(to) !== undefined;
    if (areVersions ? (0,images_version/* isDowngrade */.qk)(from, to) : isOlderBuild)
        return 'older';
    return isFloating ? 'moved' : 'newer';
}
const wasCreatedBefore = (found, pinned) => found.createdMs !== undefined && pinned?.createdMs !== undefined && found.createdMs < pinned.createdMs;

;// CONCATENATED MODULE: ./src/http/host-outages.ts
/**
 * Hosts that have failed since their last answer. All requests of a run share one retry limit for each host: when it is
 * used up, the next failure of any request to the host is final. They also share the wait that the host asks for.
 */
class HostOutages {
    retryLimitMs;
    outages = new Map();
    /** Ends of the waits that hosts asked for. */
    pauses = new Map();
    constructor(retryLimitMs) {
        this.retryLimitMs = retryLimitMs;
    }
    /** Ends the host's outage. */
    recordAnswer(host) {
        this.outages.delete(host);
    }
    /**
     * Counts the time since the first failure, or since the end of a wait that the host asked for.
     *
     * @param nowMs monotonic
     */
    recordFailure(host, nowMs, askedMs = 0) {
        const known = this.outages.get(host);
        const sinceMs = Math.max(known?.sinceMs ?? nowMs, askedMs > 0 ? nowMs + askedMs : 0);
        this.outages.set(host, { sinceMs, isAnnounced: known?.isAnnounced ?? false });
        return nowMs - sinceMs >= this.retryLimitMs ? 'given-up' : 'waiting';
    }
    /** Delays all requests to a host, as `Retry-After` of one of them asks. */
    pause(host, untilMs) {
        this.pauses.set(host, Math.max(untilMs, this.pauses.get(host) ?? 0));
    }
    /** Waits until a request may be sent to the host. */
    async waitForTurn(host, clock) {
        let waitedUntilMs = 0;
        for (;;) {
            const untilMs = this.pauses.get(host) ?? 0;
            const waitMs = untilMs - clock.now();
            // Another request may have extended the wait.
            if (waitMs <= 0 || untilMs <= waitedUntilMs)
                return;
            await clock.sleep(waitMs);
            waitedUntilMs = untilMs;
        }
    }
    /** Returns true for the first call of an outage. */
    announce(host) {
        const outage = this.outages.get(host);
        if (outage?.isAnnounced === true)
            return false;
        if (outage !== undefined)
            outage.isAnnounced = true;
        return true;
    }
}

;// CONCATENATED MODULE: ./src/images/update-references.ts

/**
 * Replaces tags and digests in images.yaml without any other change.
 *
 * @throws InvalidImages
 */
function updateReferences(text, path, updates) {
    const problems = [];
    // Last one first, so that the other offsets stay valid.
    const lastFirst = [...updates].sort((a, b) => referenceOffset(text, b.image) - referenceOffset(text, a.image));
    const changed = lastFirst.reduce((whole, { image, tag, digest }) => {
        const old = `${image.tag}@${image.digest}`;
        const from = referenceOffset(text, image);
        const at = text.indexOf(old, from);
        const isOnLine = at >= 0 && !text.slice(from, at).includes('\n');
        if (isOnLine)
            return `${whole.slice(0, at)}${tag}@${digest}${whole.slice(at + old.length)}`;
        const message = `${image.name}: write the source on one line, as in source: ${image.registry}/${image.repository}:${old}`;
        problems.push({ ...image.position, message });
        return whole;
    }, text);
    if (problems.length > 0)
        throw new InvalidImages(path, problems);
    verifyUpdate(changed, { text, path, updates });
    return changed;
}
function referenceOffset(text, { position: { line, column } }) {
    let start = 0;
    for (let count = 1; count < line; count++)
        start = text.indexOf('\n', start) + 1;
    return start + column - 1;
}
// Two images may share a reference by an anchor.
function verifyUpdate(changed, { text, path, updates, }) {
    const wanted = parseImages(text, path).map((image) => {
        const { tag, digest } = updates.find(({ image: { name } }) => name === image.name) ?? image;
        return { ...image, tag, digest };
    });
    const problems = parseImages(changed, path).flatMap((image, index) => {
        const { tag, digest, position } = wanted[index] ?? image;
        const message = `${image.name} shares its source with another image; write it in full`;
        return image.tag === tag && image.digest === digest ? [] : [{ ...position, message }];
    });
    if (problems.length > 0)
        throw new InvalidImages(path, problems);
}

;// CONCATENATED MODULE: ./src/cli/init/newest-images.ts













/** As the default of `refresh`. */
const MIN_AGE_MS = 3 * format/* DAY_MS */.sO;
const IDLE_TIMEOUT_MS = 30_000;
/** Updates an images.yaml to the newest released versions within `follow`. An image whose registry does not answer stays as it is. */
async function newestImages(text, github, environment) {
    const http = new client/* HttpClient */.Q({
        idleTimeoutMs: IDLE_TIMEOUT_MS,
        proxyUrl: (url) => environment.proxyUrl?.(url),
    });
    const history = new ReleaseHistory(github, environment.loadTrust);
    try {
        const images = parseImages(text, 'images.yaml');
        const found = await Promise.all(images.map((image) => findNewest(image, { http, history, environment })));
        const updates = consistent(found.flat());
        return {
            text: updateReferences(text, 'images.yaml', updates),
            updates: updates.map(({ image, tag }) => `${image.name} ${image.tag} -> ${tag}`),
        };
    }
    finally {
        await http.close();
    }
}
async function findNewest(image, search) {
    const { http, history, environment } = search;
    const { clock, progress } = environment;
    const retry = { ...retry_policies/* RETRY */.p6.registry, outages: new HostOutages(retry_policies/* RETRY */.p6.registry.retryLimitMs) };
    const login = {
        mask: (secret) => {
            environment.mask(secret);
        },
        credentials: () => Promise.resolve(undefined),
    };
    const registry = new Registry({ name: image.registry, origin: apiOrigin(image.registry), login }, { http, clock, retry, uploadIdleTimeoutMs: IDLE_TIMEOUT_MS });
    try {
        const runtime = { registry, nowMs: clock.wallClockMs(), minAgeMs: MIN_AGE_MS, history };
        const { update } = await findUpdate(image, runtime);
        const isReleased = update?.kind === 'newer' && update.evidence.kind !== 'unconfirmed';
        return isReleased ? [{ image, tag: update.tag, digest: update.digest }] : [];
    }
    catch (error) {
        if (![http_error/* HttpError */.j, RateLimited, images_version/* InvalidFollow */.zv].some((known) => error instanceof known))
            throw error;
        progress(`${image.name} stays at ${image.tag}: ${error instanceof Error ? error.message : ''}`);
        return [];
    }
}
/** Web and worker share databases, so they are updated to the same version or not at all. */
function consistent(updates) {
    const pair = updates.filter(({ image }) => ['langfuse-web', 'langfuse-worker'].includes(image.name));
    const isPair = pair.length === 2 && pair[0]?.tag === pair[1]?.tag;
    return isPair ? updates : updates.filter((update) => !pair.includes(update));
}

// EXTERNAL MODULE: ./src/cli/init/publish.ts
var publish = __webpack_require__(76106);
;// CONCATENATED MODULE: ./src/cli/init/repository-files.ts



/** Plans the files that do not exist. Existing files stay as they are: they may have been edited. */
async function planFiles(directory, files) {
    const changes = await Promise.all(Object.entries(files).map(async ([path, content]) => {
        const target = (0,external_node_path_.join)(directory, path);
        if ((await (0,init_settings/* readOptional */.T9)(target)) !== undefined)
            return [];
        const apply = async () => {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
            // A later run would take half a file for a whole one.
            const partial = `${target}.part`;
            await (0,promises_.writeFile)(partial, content);
            await (0,promises_.rename)(partial, target);
        };
        return [{ summary: `write ${path}`, details: content.trimEnd().split('\n'), apply }];
    }));
    return changes.flat();
}

;// CONCATENATED MODULE: ./src/cli/init/init-steps.ts










const CODE_OWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS'];
/** The steps of `init`, in an order in which each can be interrupted. */
function initSteps(context, environment) {
    const { git, settings, bootstrap } = context;
    return [
        {
            title: 'AWS account: state bucket, roles and permissions boundary (terraform/bootstrap)',
            plan: async () => [
                // First, because it decides what a later run does.
                ...(await planFiles(git.directory, { [init_settings/* SETTINGS_FILE */.tP]: (0,init_settings/* renderSettings */.cD)(settings) })),
                ...(await bootstrap.plan()),
            ],
        },
        { title: 'GitHub: variables, environment and Actions', plan: () => planSettings(context, environment) },
        {
            title: 'Files: configuration of the stack, images.yaml and workflows',
            plan: async () => planFiles(git.directory, await renderFiles(context, environment)),
        },
        {
            title: 'Commit and push',
            plan: async () => (0,publish/* planPublication */.WW)({ ...context, paths: await ownPaths(context) }),
        },
        {
            title: `GitHub: rules of ${settings.branch}`,
            plan: async () => {
                const hasReviewers = hasOtherReviewer(context);
                const goal = { branch: settings.branch, hasReviewers };
                return toChanges(await (0,github_settings/* rulesetRequests */.zo)(context.repository.github, goal), context, environment);
            },
        },
    ];
}
/** An only reviewer could not approve the own pull requests. */
const hasOtherReviewer = ({ choices, repository }) => choices.reviewers?.some((name) => name.toLowerCase() !== repository.viewer?.toLowerCase()) ?? false;
const toChanges = (requests, { repository }, { print }) => requests.map((request) => (0,github_request/* settingChange */.f)(repository.github, request, (text) => {
    print(`    ! ${text}`);
}));
async function planSettings(context, environment) {
    const { repository, choices, settings, bootstrap } = context;
    const { github } = repository;
    const commands = (await bootstrap.outputs())['repository_variables'];
    const reviewers = choices.reviewers === undefined ? undefined : await (0,github_settings/* findReviewers */.IM)(github, choices.reviewers);
    const { environment: name, branch } = settings;
    const requests = [
        ...(commands === undefined ? [] : await (0,github_settings/* variableRequests */.Jr)(github, (0,github_settings/* parseVariableCommands */.YI)(commands))),
        ...(name === null ? [] : await (0,github_settings/* environmentRequests */.ao)(github, { name, branch, reviewers })),
        ...(await (0,github_settings/* actionsRequests */.av)(github)),
    ];
    const changes = toChanges(requests, context, environment);
    if (commands !== undefined)
        return changes;
    // Only a dry run gets here without outputs.
    const summary = 'set the repository variables that bootstrap returns, for example PLAN_ROLE';
    return [{ summary, apply: () => Promise.resolve() }, ...changes];
}
async function renderFiles(context, environment) {
    const { own, choices, release, settings, repository, git } = context;
    const { stack, root, major, reviewers } = choices;
    const isSettingsOnly = (0,settings_only/* trustedVersions */.Nw)(settings).length > 0;
    const render = isSettingsOnly ? settings_only/* renderSettingsWorkflows */.sY : workflow_files/* renderWorkflows */.L5;
    const workflows = await render(own, { release, stack, branch: settings.branch });
    const files = { ...workflows };
    if (major !== undefined) {
        const pinned = await own.read(major === '4' ? 'images.v4.yaml' : 'images.yaml');
        const { text, updates } = await newestImages(pinned, repository.github, environment);
        for (const update of updates)
            environment.print(`      ${update}`);
        files['images.yaml'] = text;
    }
    if (root !== undefined && isSettingsOnly)
        files[settings_only/* STACK_FILE */.WJ] = (0,settings_only/* renderStackFile */.jZ)({ stack, release, ...root });
    else if (root !== undefined) {
        files[`${root_files/* ROOT */.Dl}/outputs.tf`] = await own.read('terraform/langfuse/outputs.tf');
        files[`${root_files/* ROOT */.Dl}/.terraform.lock.hcl`] = await own.read('terraform/langfuse/.terraform.lock.hcl');
        files['.gitignore'] = '.terraform/\n*.tfstate*\n';
        // Last, because a later run takes it for a complete root.
        files[`${root_files/* ROOT */.Dl}/main.tf`] = (0,root_files/* renderRoot */.fJ)({ stack, release, ...root });
    }
    const owners = await Promise.all(CODE_OWNERS.map((path) => (0,init_settings/* readOptional */.T9)((0,external_node_path_.join)(git.directory, path))));
    if (reviewers !== undefined && owners.every((text) => text === undefined))
        files['.github/CODEOWNERS'] = (0,root_files/* renderCodeOwners */.a0)(reviewers, isSettingsOnly ? [settings_only/* STACK_FILE */.WJ] : []);
    return files;
}
/** Files that init writes and that HEAD lacks. Changes of files in HEAD are the user's. */
async function ownPaths({ git, settings }) {
    const names = ['plan', 'deploy', 'refresh', 'drift'].map((name) => `.github/workflows/${name}.yml`);
    const root = ['main.tf', 'outputs.tf', '.terraform.lock.hcl'].map((name) => `${root_files/* ROOT */.Dl}/${name}`);
    const stack = (0,settings_only/* trustedVersions */.Nw)(settings).length > 0 ? [settings_only/* STACK_FILE */.WJ] : ['.gitignore', ...root];
    const all = [...names, CODE_OWNERS[0], 'images.yaml', init_settings/* SETTINGS_FILE */.tP, ...stack];
    const committed = await git.ask('ls-tree', '-r', '--name-only', '--full-tree', 'HEAD');
    const found = new Set(committed?.split('\n'));
    const listed = await git.run('ls-files', '--cached', '--others', '--exclude-standard', '--', ...all);
    return listed.split('\n').filter((path) => path !== '' && !found.has(path));
}

// EXTERNAL MODULE: ./src/cli/init/prompter.ts
var init_prompter = __webpack_require__(21904);
// EXTERNAL MODULE: ./src/cli/init/steps.ts
var init_steps = __webpack_require__(5026);
// EXTERNAL MODULE: ./src/cli/init/workspace.ts + 54 modules
var init_workspace = __webpack_require__(22258);
;// CONCATENATED MODULE: ./src/cli/init/init.ts















/**
 * Sets up a repository that deploys Langfuse: AWS account, GitHub settings, files. A second run continues, or changes nothing.
 *
 * @throws CommandFailed, InvalidArgument, AwsError, GitHubError
 */
async function init(command, environment) {
    const { print, env, isInteractive } = environment;
    const prompter = command.yes || !isInteractive ? undefined : await (0,init_prompter/* openPrompter */.A)();
    const workspace = await (0,init_workspace/* openWorkspace */.OH)(command.repository, environment);
    const { git, repository, own } = workspace;
    const release = await own.release(command.release, repository.github);
    await requireAwsCli(git.directory, env);
    await (0,publish/* requireBranch */.oz)(git, repository.branch);
    const earlier = await (0,init_settings/* readSettings */.sb)(git.directory);
    const isSettingsOnly = checkTrust(command.settingsOnly, earlier, release);
    const choices = await chooseAll(command.given, { earlier, workspace, prompter, isSettingsOnly }, env);
    await checkExistingFiles(git.directory, {
        ...{ release, stack: choices.stack, isSettingsOnly },
        isLaterRun: earlier !== undefined,
    });
    const { aws, accountId } = await (0,init_workspace/* openAccount */.sj)(choices.region, environment);
    if (!command.skipChecks)
        await checkAccount({ aws, accountId, choices, prompter }, environment);
    const settings = earlier ?? {
        ...(await newSettings(choices, { accountId, aws, workspace }, environment)),
        ...(isSettingsOnly && { more: { settings_workflows: [(0,settings_only/* trustedVersion */.mE)(release)] } }),
    };
    await confirmSetup(settings, prompter);
    const bootstrap = await (0,init_workspace/* openBootstrap */.HT)(settings, workspace, environment);
    await bootstrap.open();
    const steps = initSteps({ ...workspace, choices, release, settings, bootstrap }, environment);
    const changes = await (0,init_steps/* runSteps */.r)(steps, { dryRun: command.dryRun, print });
    if (command.dryRun)
        print(`Dry run: ${changes} changes are planned, and nothing was changed.`);
    else if (command.noWait)
        print('Set up. The deployment continues on GitHub.');
    else
        await awaitDeployment({ workspace, settings, aws, isNew: changes > 0 }, environment);
}
async function awaitDeployment({ workspace: { git, repository }, settings, aws, isNew }, environment) {
    const { github, fullName, branch } = repository;
    environment.print(`Deployment: ${fullName}, workflow deploy`);
    const sha = isNew ? await git.run('rev-parse', `refs/heads/${branch}`) : undefined;
    await watchDeployment({ github, branch, sha }, environment);
    const { name: stack, account_id, region } = settings;
    await printLogin(aws, { bucket: (0,bootstrap_state/* stateBucket */.M3)(stack, account_id), stack, region }, environment.print);
}
/** Returns whether the repository has settings only. @throws InvalidArgument, CommandFailed if an earlier run differs */
function checkTrust(isWanted, earlier, release) {
    if (earlier === undefined)
        return isWanted;
    const trusted = (0,settings_only/* trustedVersions */.Nw)(earlier);
    if (isWanted && trusted.length === 0)
        throw new error/* InvalidArgument */.f0('--settings-only: this repository is set up with a Terraform root. Use another repository, or change it by hand (examples/settings).');
    if (trusted.length === 0 || trusted.includes((0,settings_only/* trustedVersion */.mE)(release)))
        return trusted.length > 0;
    throw new error/* CommandFailed */.nk(`The roles trust ${trusted.join(', ')}, and this command line would use ${(0,settings_only/* trustedVersion */.mE)(release)}. Use the command line of that release, or run langfuse-deploy upgrade.`);
}
async function chooseAll(given, { earlier, workspace: { git }, prompter, isSettingsOnly }, env) {
    const exists = async (path) => (await (0,init_settings/* readOptional */.T9)((0,external_node_path_.join)(git.directory, path))) !== undefined;
    const region = given.region ?? (earlier === undefined ? defaultRegion(env) : undefined);
    return completeChoices({ ...given, region }, {
        region: earlier?.region,
        stack: earlier?.name,
        hasRoot: await exists(isSettingsOnly ? settings_only/* STACK_FILE */.WJ : `${root_files/* ROOT */.Dl}/main.tf`),
        hasImages: await exists('images.yaml'),
    }, prompter);
}
const defaultRegion = (env) => env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined;
async function newSettings({ region, stack, root }, context, environment) {
    const { accountId, aws } = context;
    const { repository, git } = context.workspace;
    const state = await (0,bootstrap_state/* readObject */.Ag)(aws, { bucket: (0,bootstrap_state/* stateBucket */.M3)(stack, accountId), key: bootstrap_state/* STATE_KEY */.Mq });
    const zone = root?.domain?.zone;
    return {
        region,
        account_id: accountId,
        name: stack,
        repository: repository.fullName,
        repository_id: repository.id,
        owner_id: repository.ownerId,
        branch: repository.branch,
        environment: 'production',
        create_oidc_provider: (0,bootstrap_state/* ownsIdentityProvider */.H4)(state) || !(await (0,bootstrap_state/* hasIdentityProvider */.wz)(aws)),
        hosted_zone_ids: zone === undefined
            ? []
            : [
                await findHostedZone(zone, {
                    directory: git.directory,
                    region,
                    env: environment.env,
                }),
            ],
    };
}
async function confirmSetup(settings, prompter) {
    const { name, account_id, region, repository } = settings;
    const question = `Set up ${name} in account ${account_id}, ${region}, deployed from ${repository}?`;
    if (prompter !== undefined && !(await prompter.confirm({ message: question, initial: 'yes' })))
        throw new error/* CommandFailed */.nk('Cancelled. Nothing was changed.');
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

/***/ 29436:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FN: () => (/* binding */ isSignedByOwner),
/* harmony export */   IF: () => (/* binding */ verifyBundle),
/* harmony export */   JQ: () => (/* binding */ checkSigner),
/* harmony export */   Tu: () => (/* binding */ verifyProvenance),
/* harmony export */   WX: () => (/* binding */ isProvenance),
/* harmony export */   cg: () => (/* binding */ describeSigner),
/* harmony export */   hi: () => (/* binding */ isSignature),
/* harmony export */   loadPublicTrust: () => (/* binding */ loadPublicTrust)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

const ISSUER = 'https://token.actions.githubusercontent.com';
const PROVENANCE = 'https://slsa.dev/provenance/';
/** Statement of cosign 3 without further content. */
const SIGNATURE = 'https://sigstore.dev/cosign/sign/';
/** Certificate extension of Fulcio: Source Repository URI. */
const SOURCE_REPOSITORY_OID = '1.3.6.1.4.1.57264.1.12';
/**
 * Loads the trust root of the public Sigstore instance with The Update Framework.
 *
 * @param cachePath folder for its metadata
 * @throws Error if the repository of the trust root cannot be reached
 */
async function loadPublicTrust(cachePath) {
    const [{ getTrustedRoot }, { toTrustMaterial }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(2830), __webpack_require__.e(3694)]).then(__webpack_require__.bind(__webpack_require__, 84423)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4187)]).then(__webpack_require__.bind(__webpack_require__, 54187)),
    ]);
    return toTrustMaterial(await getTrustedRoot({ cachePath, timeout: 20_000, retry: 2 }));
}
/** Returns whether a bundle contains SLSA provenance, which is not verified yet. */
function isProvenance(bundle) {
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(statementOf(bundle), 'predicateType') ?? '').startsWith(PROVENANCE);
}
/** Returns whether a bundle with a statement is a signature of cosign, which is not verified yet. */
function isSignature(bundle) {
    return ((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(statementOf(bundle), 'predicateType') ?? '').startsWith(SIGNATURE);
}
/** The statement of a bundle's envelope. */
function statementOf(bundle) {
    const payload = (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)(bundle, 'dsseEnvelope', 'payload') ?? '';
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(Buffer.from(payload, 'base64').toString('utf8'));
}
/**
 * Verifies that a workflow of a repository attested an image.
 *
 * @param bundle Sigstore bundle with an in-toto statement
 * @throws Error with the reason if the signature, the identity or the digest is wrong
 */
async function verifyProvenance(bundle, { source, digest }, trust) {
    checkSigner(await verifyBundle(bundle, { digest }, trust), source);
}
/**
 * Verifies certificate, log entry and signature of a bundle, and that it is about an image.
 *
 * @returns who signed it
 * @throws Error with the reason
 */
async function verifyBundle(bundle, { digest, payload }, trust) {
    const [{ bundleFromJSON }, { toSignedEntity, Verifier }] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(1040)]).then(__webpack_require__.bind(__webpack_require__, 61040)),
        Promise.all(/* import() */[__webpack_require__.e(9654), __webpack_require__.e(4187)]).then(__webpack_require__.bind(__webpack_require__, 54187)),
    ]);
    const entity = toSignedEntity(bundleFromJSON(bundle), payload);
    const signer = new Verifier(trust).verify(entity);
    const named = payload === undefined ? subjectsOf(bundle) : [digestIn(payload)];
    if (!named.includes(digest))
        throw new Error('it is about another image');
    return signer;
}
function subjectsOf(bundle) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .valueAt */ .fK)(statementOf(bundle), 'subject')).flatMap((subject) => Object.entries((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .recordAt */ .zR)(subject, 'digest')).map(([algorithm, hex]) => `${algorithm}:${String(hex)}`));
}
/** https://github.com/sigstore/cosign/blob/main/specs/SIGNATURE_SPEC.md */
const digestIn = (payload) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .parseObject */ .lj)(payload.toString('utf8')), 'critical', 'image', 'docker-manifest-digest');
/** The text of a DER string, after its type and length. A length of 128 or more has further bytes. */
function derText(value) {
    const bytes = Buffer.from(value);
    const length = bytes[1] ?? 0;
    return bytes.subarray(length < 0x80 ? 2 : 2 + (length & 0x7f)).toString('utf8');
}
/**
 * Checks that a workflow of a repository's owner signed. The workflow may be a shared one.
 *
 * @throws Error with the reason
 */
function checkSigner(signer, { owner, repo }) {
    const { issuer, workflow, repository } = factsOf(signer);
    if (issuer !== ISSUER)
        throw new Error(`its signer was authenticated by ${issuer || 'no issuer'}`);
    if (!isBelow(workflow, owner))
        throw new Error(`its signer is ${workflow || 'no workflow'}`);
    if (repository.toLowerCase() !== `https://github.com/${owner}/${repo}`.toLowerCase())
        throw new Error(`it was built from ${repository || 'an unknown repository'}`);
}
/** Returns whether a workflow of an owner signed, which ran in any of its repositories. */
function isSignedByOwner(signer, { owner }) {
    const { issuer, workflow, repository } = factsOf(signer);
    return issuer === ISSUER && isBelow(workflow, owner) && isBelow(repository, owner);
}
/** Names a signer without the branch or tag, which differs between releases. */
function describeSigner(signer) {
    const { issuer, workflow } = factsOf(signer);
    const name = workflow.replace(/@refs\/.*$/, '') || 'no name';
    return issuer === ISSUER ? name : `${name} (${issuer || 'no issuer'})`;
}
const isBelow = (url, owner) => url.toLowerCase().startsWith(`https://github.com/${owner.toLowerCase()}/`);
function factsOf({ identity }) {
    const found = identity?.oids?.find(({ oid }) => oid?.id.join('.') === SOURCE_REPOSITORY_OID);
    return {
        issuer: identity?.extensions?.issuer ?? '',
        workflow: identity?.subjectAlternativeName ?? '',
        repository: found === undefined ? '' : derText(found.value),
    };
}


/***/ }),

/***/ 3269:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $p: () => (/* binding */ UnsupportedContent),
/* harmony export */   Bj: () => (/* binding */ CorruptContent),
/* harmony export */   JR: () => (/* binding */ htmlMessage),
/* harmony export */   kW: () => (/* binding */ parseErrorBody)
/* harmony export */ });
/* harmony import */ var _http_html__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5803);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64212);



/** Wrong digest or size. */
class CorruptContent extends Error {
    name = 'CorruptContent';
    reason = 'copy-failed';
    /** Set if the bytes may have been altered on their way; another transfer is hashed again. */
    mayBeTransient;
    constructor(message, { mayBeTransient = false, ...options } = {}) {
        super(message, options);
        this.mayBeTransient = mayBeTransient;
    }
}
/** Valid content that this action does not copy. */
class UnsupportedContent extends Error {
    name = 'UnsupportedContent';
    reason = 'copy-failed';
}
const HTML_PAGE = 'the answer is an HTML page; check that the host is a registry and that no proxy intercepts the request';
const BODY_LIMIT = 'the request is larger than the server, or a proxy in front of it, accepts. ' +
    "Raise its limit of the request body (nginx: client_max_body_size) or use the registry's own address";
const MAX_DETAIL_LENGTH = 300;
/**
 * Parses `{"errors":[{"code","message","detail"}]}` (distribution specification, "Error Codes").
 * Any other body becomes the message.
 */
function parseErrorBody({ status, body, contentType }) {
    const entries = errorEntries(body);
    const codes = entries.flatMap(({ code }) => code ?? []);
    if (status === 413)
        return { codes, message: [...entries.map(describe), BODY_LIMIT].join('; ') };
    if (entries.length > 0)
        return { codes, message: [...new Set(entries.map(describe))].join('; ') };
    return { codes, message: (0,_http_html__WEBPACK_IMPORTED_MODULE_0__/* .isHtml */ ._)(contentType, body) ? htmlMessage(status) : reasonIn(body) };
}
/** Returns the message for a page that came instead of a registry's answer. */
function htmlMessage(status) {
    return status >= 500 || status === 429
        ? 'a gateway or proxy in front of the registry answered with an HTML page'
        : HTML_PAGE;
}
function reasonIn(body) {
    const json = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(body);
    // Artifactory, Nexus and API gateways have their own formats.
    const texts = ['message', 'error', 'detail', 'details'].map((key) => json?.[key]);
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(texts.find(isText) ?? body) || 'no reason given';
}
const isText = (value) => typeof value === 'string' && value !== '';
function describe({ code, message, detail }) {
    const text = [code, message].filter((part) => part).join(': ');
    return (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(detail === undefined || message?.includes(detail) ? text : `${text} (${detail})`);
}
function errorEntries(body) {
    const parsed = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(body);
    if (typeof parsed?.['__type'] === 'string')
        return [awsEntry(parsed)];
    if (!Array.isArray(parsed?.['errors']))
        return [];
    return parsed['errors'].filter(_text_json__WEBPACK_IMPORTED_MODULE_1__/* .isRecord */ .u4).map((entry) => {
        const code = typeof entry['code'] === 'string' ? (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(entry['code']) : undefined;
        // For UNAUTHORIZED, the detail only repeats the requested access.
        const detail = code === 'UNAUTHORIZED' ? undefined : detailText(entry['detail']);
        return {
            ...(code !== undefined && { code }),
            ...(typeof entry['message'] === 'string' && { message: entry['message'] }),
            ...(detail !== undefined && { detail }),
        };
    });
}
/** AWS's own form: `{"__type":"com.amazonaws…#LimitExceededException","message":"…"}`. */
function awsEntry({ __type: type, message, Message = message }) {
    const code = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(String(type).replace(/^.*#/, ''));
    return { code, ...(typeof Message === 'string' && { message: Message }) };
}
function detailText(detail) {
    if (detail === undefined || detail === null)
        return undefined;
    const text = (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_2__/* .toPrintableLine */ .Ld)(typeof detail === 'string' ? detail : JSON.stringify(detail));
    if (text === '' || text === '{}' || text === '[]')
        return undefined;
    return text.length > MAX_DETAIL_LENGTH ? `${text.slice(0, MAX_DETAIL_LENGTH)}…` : text;
}


/***/ }),

/***/ 86318:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aR: () => (/* binding */ basicAuthorization),
/* harmony export */   eY: () => (/* binding */ fetchToken),
/* harmony export */   g1: () => (/* binding */ fetchChallenge),
/* harmony export */   xy: () => (/* binding */ parseChallenge)
/* harmony export */ });
/* harmony import */ var _http_basic_authorization__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(64726);
/* harmony import */ var _http_body__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(79662);
/* harmony import */ var _http_html__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5803);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3269);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28902);
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23421);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(21789);
/* harmony import */ var _http_error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(24054);








/** Default of `expires_in` in the token specification. */
const DEFAULT_TOKEN_LIFE_SECONDS = 60;
const MAX_TOKEN_ANSWER_BYTES = 256 * 1024;
const MAX_PING_ANSWER_BYTES = 8 * 1024 * 1024;
/** Parses `WWW-Authenticate`; prefers Bearer. */
function parseChallenge(header) {
    if (header === undefined)
        return undefined;
    const bearer = /\bBearer\s+(.*)$/i.exec(header);
    if (bearer?.[1] !== undefined) {
        const parameters = new Map();
        for (const [, name = '', quoted, bare] of bearer[1].matchAll(/(\w+)=(?:"([^"]*)"|([^\s,"]+))/g)) {
            // A second challenge may follow.
            if (!parameters.has(name.toLowerCase()))
                parameters.set(name.toLowerCase(), quoted ?? bare ?? '');
        }
        const realm = parameters.get('realm');
        if (realm !== undefined)
            return { scheme: 'bearer', realm, service: parameters.get('service') };
    }
    return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : undefined;
}
/**
 * Asks a registry for its challenge.
 *
 * @returns undefined if it answers without one
 * @throws HttpError
 */
async function fetchChallenge(origin, { http }) {
    const request = { method: 'GET', url: new URL('/v2/', origin) };
    const { response, url } = await http.send(request);
    await (0,_http_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MAX_PING_ANSWER_BYTES);
    return url.origin === origin.origin ? parseChallenge(response.headers['www-authenticate']) : undefined;
}
/** Masks the password and its encoded form. */
function basicAuthorization({ username, password }, { mask }) {
    const encoded = (0,_http_basic_authorization__WEBPACK_IMPORTED_MODULE_4__/* .encodeBasicCredentials */ .R)(username, password);
    mask(password);
    mask(encoded);
    return `Basic ${encoded}`;
}
/**
 * Fetches a token: with POST for an identity token, otherwise with GET.
 *
 * @throws HttpError
 */
async function fetchToken(realm, tokenRequest, { http, clock }) {
    const request = toHttpRequest(realm, tokenRequest);
    const { response, url } = await http.send(request);
    const body = await (0,_http_body__WEBPACK_IMPORTED_MODULE_0__/* .readBody */ .x)(response, request, MAX_TOKEN_ANSWER_BYTES);
    if (response.statusCode !== 200) {
        const retryAfterMs = (0,_http_retry__WEBPACK_IMPORTED_MODULE_5__/* .parseRetryAfter */ .mu)(response.headers['retry-after'], clock.wallClockMs());
        throw tokenError(request, response, { body, isAnonymous: !tokenRequest.credentials, retryAfterMs });
    }
    const contentType = response.headers['content-type'] ?? '';
    const answer = parseToken(body, { method: request.method, url, contentType });
    tokenRequest.login.mask(answer.token);
    return answer;
}
function toHttpRequest(realm, { challenge, credentials, scopes, login }) {
    if (credentials !== undefined && 'identityToken' in credentials) {
        login.mask(credentials.identityToken);
        const form = new URLSearchParams({
            grant_type: 'refresh_token',
            service: challenge.service ?? '',
            scope: scopes.join(' '),
            client_id: 'langfuse-deploy',
            refresh_token: credentials.identityToken,
        });
        const headers = { 'content-type': 'application/x-www-form-urlencoded' };
        return { method: 'POST', url: realm, headers, body: Buffer.from(form.toString()) };
    }
    const url = new URL(realm);
    if (challenge.service !== undefined)
        url.searchParams.set('service', challenge.service);
    for (const scope of scopes)
        url.searchParams.append('scope', scope);
    return {
        method: 'GET',
        url,
        ...(credentials && { headers: { authorization: basicAuthorization(credentials, login) } }),
    };
}
function parseToken(body, { method, url, contentType }) {
    const answer = (0,_text_json__WEBPACK_IMPORTED_MODULE_6__/* .parseObject */ .lj)(body.toString('utf8')) ?? {};
    // Token services leave one of the two out, set it to null or to an empty string.
    const token = [answer['token'], answer['access_token']].find(isToken);
    if (token === undefined) {
        const text = body.toString('utf8');
        const { codes, message: reason } = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseErrorBody */ .kW)({ status: 200, body: text, contentType });
        // Another answer may contain a token that cannot be used.
        const cause = codes.length > 0 || (0,_http_html__WEBPACK_IMPORTED_MODULE_7__/* .isHtml */ ._)(contentType, text) ? `: ${reason}` : '';
        const message = `the answer of the token service contains no token${cause}`;
        throw new _http_error__WEBPACK_IMPORTED_MODULE_3__/* .HttpError */ .j({ method, url, codes, message, transient: false });
    }
    // Some services send the number as a string.
    const seconds = Number(answer['expires_in'] ?? 0);
    return { token, lifeMs: (seconds > 0 ? seconds : DEFAULT_TOKEN_LIFE_SECONDS) * 1000 };
}
/** Other characters cannot be sent in a header. */
const isToken = (value) => typeof value === 'string' && /^[\x21-\x7e]+$/.test(value);
function tokenError({ method, url }, { statusCode = 0, headers }, answer) {
    const { codes, message } = (0,_error__WEBPACK_IMPORTED_MODULE_1__/* .parseErrorBody */ .kW)({
        status: statusCode,
        body: answer.body.toString('utf8'),
        contentType: headers['content-type'] ?? '',
    });
    const isRefusal = !(0,_http_retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .isTransientStatus */ .Dm)(statusCode);
    const outcome = answer.isAnonymous ? 'no token for anonymous access' : 'no token for these credentials';
    const advice = 'Log in to the registry before this step (docker/login-action, or docker login)';
    return new _http_error__WEBPACK_IMPORTED_MODULE_3__/* .HttpError */ .j({
        method,
        url,
        status: statusCode,
        codes,
        retryAfterMs: answer.retryAfterMs,
        message: isRefusal ? `${outcome}: ${message}. ${advice}` : message,
        transient: !isRefusal,
    });
}


/***/ })

};

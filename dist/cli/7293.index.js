export const id = 7293;
export const ids = [7293];
export const modules = {

/***/ 4339:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ag: () => (/* binding */ readObject),
/* harmony export */   H4: () => (/* binding */ ownsIdentityProvider),
/* harmony export */   JV: () => (/* binding */ currentState),
/* harmony export */   M3: () => (/* binding */ stateBucket),
/* harmony export */   Mq: () => (/* binding */ STATE_KEY),
/* harmony export */   wz: () => (/* binding */ hasIdentityProvider),
/* harmony export */   xI: () => (/* binding */ countResources)
/* harmony export */ });
/* harmony import */ var _aws_connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);



const STATE_KEY = 'bootstrap/terraform.tfstate';
/** Name of the state bucket, as in terraform/bootstrap/state-bucket.tf. */
const stateBucket = (stack, accountId) => `tfstate-${stack}-${accountId}`;
/** Reads a small object; undefined if it or the bucket does not exist. @throws AwsError */
async function readObject(aws, { bucket, key }) {
    const { S3Client, GetObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    return (0,_aws_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NoSuchKey', 'NoSuchBucket', 'NotFound'], 's3:GetObject', async () => {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
        return Body?.transformToString();
    });
}
/** Whether the account has GitHub's identity provider. @throws AwsError */
async function hasIdentityProvider(aws) {
    const { IAMClient, ListOpenIDConnectProvidersCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(6764)]).then(__webpack_require__.t.bind(__webpack_require__, 16764, 19));
    const client = new IAMClient(await aws.settings('IAM'));
    const { OpenIDConnectProviderList = [] } = (await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)([], 'iam:ListOpenIDConnectProviders', () => client.send(new ListOpenIDConnectProvidersCommand({})))) ?? {};
    return OpenIDConnectProviderList.some(({ Arn }) => Arn?.endsWith('/token.actions.githubusercontent.com'));
}
/** Whether a state contains the identity provider, so that bootstrap must not give it up. */
const ownsIdentityProvider = (state) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordsIn */ .Q0)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(state ?? ''), 'resources')).some((resource) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(resource, 'mode') === 'managed' &&
    (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(resource, 'type') === 'aws_iam_openid_connect_provider');
/** Number of managed resources in a state. */
const countResources = (state) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .recordsIn */ .Q0)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(state ?? ''), 'resources')).filter((resource) => (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(resource, 'mode') === 'managed').length;
/**
 * Compares the local state with the one in the bucket.
 *
 * @returns which state is the current one
 * @throws CommandFailed if they belong to different histories
 */
function currentState(local, remote) {
    const [mine, theirs] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(local ?? ''), (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .parseObject */ .lj)(remote ?? '')];
    if (theirs === undefined)
        return mine === undefined ? 'none' : 'local';
    if (mine === undefined)
        return 'remote';
    const isSame = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(mine, 'lineage') === (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(theirs, 'lineage');
    if (isSame && ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(theirs, 'serial') ?? 0) >= ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .numberAt */ .tk)(mine, 'serial') ?? 0))
        return 'remote';
    throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(`The state bucket and this machine have different states of bootstrap. Compare them, and delete the wrong one: ${STATE_KEY} in the bucket, or the local terraform.tfstate.`);
}


/***/ }),

/***/ 93145:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Package: () => (/* binding */ Package)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _github_releases__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23425);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52836);





/** The files that come with the command line: the package, or a clone of the repository. */
class Package {
    directory;
    constructor(directory) {
        this.directory = directory;
    }
    /** @param path relative to the package @throws CommandFailed */
    async read(path) {
        try {
            return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, path), 'utf8');
        }
        catch (error) {
            throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(this.directory, path)} cannot be read: install langfuse-deploy again.`, {
                cause: error,
            });
        }
    }
    /**
     * Returns the release that the package belongs to, or the given one.
     *
     * @param given `OWNER/NAME@vX.Y.Z`
     * @throws InvalidArgument, CommandFailed
     */
    async release(given, github) {
        const { source, tag } = given === undefined ? await this.ownRelease() : parseRelease(given);
        const [owner = '', repo = ''] = source.split('/');
        const commit = await (0,_github_releases__WEBPACK_IMPORTED_MODULE_2__/* .readTagCommit */ ._N)(github, { owner, repo }, tag);
        if (commit !== undefined)
            return { source, tag, commit };
        throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`${source} has no tag ${tag}, or is private. Give a release of a public repository: --release OWNER/NAME@vX.Y.Z`);
    }
    /** Version of the package, without `v`. @throws CommandFailed */
    async version() {
        return (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(await this.read('package.json')), 'version') ?? '';
    }
    async ownRelease() {
        const manifest = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)(await this.read('package.json'));
        const url = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(manifest, 'repository', 'url') ?? '';
        const [, source] = /github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
        if (source !== undefined)
            return { source, tag: `v${(0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(manifest, 'version') ?? ''}` };
        throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .InvalidArgument */ .f0('This copy of langfuse-deploy is no release, so the workflows cannot refer to one. Give one: --release OWNER/NAME@vX.Y.Z');
    }
}
function parseRelease(text) {
    const [, source, tag] = /^([\w-]{1,39}\/[\w.-]{1,100})@(v\d+\.\d+\.\d+(?:-[\w.-]+)?)$/.exec(text) ?? [];
    if (source !== undefined && tag !== undefined)
        return { source, tag };
    throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .InvalidArgument */ .f0(`--release: '${text}' is not a release, for example acme/langfuse-deploy@v1.2.3.`);
}


/***/ }),

/***/ 9093:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ runProgram)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);



/**
 * Runs a program to its end and collects its output. An interrupt of the terminal reaches the program, which then saves
 * its work; this process ends after it.
 *
 * @throws CommandFailed if it cannot be started, Cancelled if it was interrupted
 */
function runProgram(program, args, { directory, env }) {
    return new Promise((resolve, reject) => {
        const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(program, args, { cwd: directory, env, stdio: ['ignore', 'pipe', 'pipe'] });
        const [stdout, stderr] = [[], []];
        let isInterrupted = false;
        const onInterrupt = () => {
            isInterrupted = true;
        };
        const name = `${program} ${args[0] ?? ''}`.trim();
        process.on('SIGINT', onInterrupt);
        child.stdout.on('data', (chunk) => stdout.push(chunk));
        child.stderr.on('data', (chunk) => stderr.push(chunk));
        child.once('error', (error) => {
            process.off('SIGINT', onInterrupt);
            const problem = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(error, 'code') === 'ENOENT'
                ? `${program} is not on PATH. Install it, and run the same command again.`
                : `${name} could not be started: ${error.message}.`;
            reject(new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(problem, { cause: error }));
        });
        child.once('close', (code, signal) => {
            process.off('SIGINT', onInterrupt);
            const message = `${name} was interrupted. Run the same command again: it continues.`;
            if (isInterrupted)
                reject(new _error__WEBPACK_IMPORTED_MODULE_2__/* .Cancelled */ .cJ(message));
            else if (signal !== null)
                reject(new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(message));
            else
                resolve({
                    exitCode: code ?? 1,
                    stdout: Buffer.concat(stdout).toString('utf8'),
                    stderr: Buffer.concat(stderr).toString('utf8'),
                });
        });
    });
}


/***/ }),

/***/ 76106:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G7: () => (/* binding */ createPull),
/* harmony export */   WW: () => (/* binding */ planPublication),
/* harmony export */   oz: () => (/* binding */ requireBranch)
/* harmony export */ });
/* harmony import */ var _github_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52836);



const SETUP_BRANCH = 'langfuse-deploy/init';
/** GitHub's rejections of a push by branch protection or a ruleset. */
const PROTECTED = /GH006|GH013|protected branch|rule violations/i;
/** @throws CommandFailed on another branch than the deployed one */
async function requireBranch(git, branch) {
    const current = await git.ask('symbolic-ref', '--short', 'HEAD');
    if (current === branch)
        return;
    const isEmpty = (await git.ask('rev-parse', '--verify', '--quiet', 'HEAD')) === undefined;
    const command = isEmpty ? `git switch --orphan ${branch}` : `git switch ${branch}`;
    throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`The clone is on ${current ?? 'no branch'}, and ${branch} is deployed. Switch to it: ${command}`);
}
/** Plans the commit of the files and the push to the deployed branch. @throws CommandFailed on another branch */
async function planPublication(publication) {
    const { git, repository, paths } = publication;
    const { branch } = repository;
    await requireBranch(git, branch);
    const commit = {
        summary: `commit ${paths.length} files`,
        details: paths,
        apply: async () => {
            await git.run('add', '--', ...paths);
            await git.run('commit', '--quiet', '--message', 'feat: deploy Langfuse', '--', ...paths);
        },
    };
    const isPushed = paths.length === 0 && (await hasRemoteHead(git, branch));
    const push = { summary: `push ${branch}`, apply: () => pushBranch(publication) };
    return [...(paths.length === 0 ? [] : [commit]), ...(isPushed ? [] : [push])];
}
/** Whether the remote branch contains the local head. */
async function hasRemoteHead(git, branch) {
    const head = await git.ask('rev-parse', '--verify', '--quiet', 'HEAD');
    if (head === undefined)
        return false;
    const remote = (await git.run('ls-remote', 'origin', `refs/heads/${branch}`)).split(/\s/)[0] ?? '';
    if (remote === head)
        return true;
    if (remote === '')
        return false;
    // The remote branch may be newer, and then has to be fetched.
    await git.attempt('fetch', '--quiet', 'origin', branch);
    return (await git.attempt('merge-base', '--is-ancestor', head, remote)).exitCode === 0;
}
async function pushBranch({ git, repository }) {
    const { branch } = repository;
    const { exitCode, stderr } = await git.attempt('push', '--quiet', 'origin', `HEAD:refs/heads/${branch}`);
    if (exitCode === 0)
        return;
    if (PROTECTED.test(stderr))
        return openSetupPull(git, repository);
    const advice = /non-fast-forward|fetch first/.test(stderr)
        ? `${branch} has newer commits: run ${pull(branch)}, and the same command again.`
        : (PUSH_ADVICE.find(([pattern]) => pattern.test(stderr))?.[1] ??
            'Fix the cause and run the same command again: it continues.');
    throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`git push failed: ${stderr.trim()}\n${advice}`);
}
const PUSH_ADVICE = [
    [/workflow.*scope/, 'Git uses a token without the scope workflow: gh auth refresh --scopes workflow'],
    [
        /could not read (?:Username|Password)|Authentication failed|terminal prompts disabled/,
        'Git has no credentials for github.com: gh auth setup-git. Then run the same command again.',
    ],
    [
        /Permission denied \(publickey\)|Host key verification failed/,
        'SSH has no access to github.com: check it with ssh -T git@github.com. Then run the same command again.',
    ],
];
/** The commit may be on the remote branch in another form, for example after a squash merge. */
const pull = (branch) => `git pull --rebase origin ${branch}`;
/** The rules of the branch require a pull request. */
async function openSetupPull(git, { github, branch }) {
    if ((await git.run('ls-remote', 'origin', `refs/heads/${branch}`)) === '')
        throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`The rules of ${branch} reject its first push, and a pull request needs the branch. Create it with a README on GitHub, run ${pull(branch)}, and the same command again.`);
    await git.run('push', '--quiet', '--force', 'origin', `HEAD:refs/heads/${SETUP_BRANCH}`);
    const url = await createPull(github, {
        head: SETUP_BRANCH,
        base: branch,
        title: 'feat: deploy Langfuse',
        body: 'Adds the Terraform root, `images.yaml` and the workflows that deploy Langfuse. Its merge starts the first deployment.',
    });
    throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`${branch} accepts no push, so there is a pull request: ${url}. Merge it, run ${pull(branch)}, and the same command again.`);
}
/** Opens a pull request, or finds the open one of the same branch. @returns its URL @throws GitHubError */
async function createPull({ octokit, repo }, pull) {
    try {
        return (await octokit.request('POST /repos/{owner}/{repo}/pulls', { ...repo, ...pull })).data.html_url;
    }
    catch (error) {
        if (!(error instanceof _github_error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_) || error.status !== 422)
            throw error;
        const head = `${repo.owner}:${pull.head}`;
        const { data } = await octokit.request('GET /repos/{owner}/{repo}/pulls', {
            ...repo,
            head,
            state: 'open',
        });
        const url = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(data[0], 'html_url');
        if (url === undefined)
            throw error;
        return url;
    }
}


/***/ }),

/***/ 42631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dl: () => (/* binding */ ROOT),
/* harmony export */   a0: () => (/* binding */ renderCodeOwners),
/* harmony export */   fJ: () => (/* binding */ renderRoot)
/* harmony export */ });
/* unused harmony export moduleSource */
/** Folder of the Terraform root in the user's repository. */
const ROOT = 'langfuse';
/** Address of the module at a release. */
const moduleSource = ({ source, tag }) => `git::https://github.com/${source}.git//terraform/modules/langfuse?ref=${tag}`;
const HEADER = `terraform {
  # use_lockfile of the S3 backend is stable since 1.11.
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }

  # The workflows supply the settings.
  backend "s3" {}
}

# The environment supplies the Region and the credentials.
provider "aws" {}

variable "deletion_protection" {
  description = "Prevents the destruction of the stack and its data."
  type        = bool
  default     = true
  nullable    = false
}
`;
const quoted = (text) => JSON.stringify(text);
/** Renders the Terraform root, as `terraform fmt` formats it. */
function renderRoot({ stack, email, size, domain, release }) {
    const settings = [
        ...(domain === undefined
            ? []
            : [`domain = { name = ${quoted(domain.name)}, zone_name = ${quoted(domain.zone)} }`]),
        // The role that copies the images can write below its own name only.
        ...(stack === 'langfuse' ? [] : [`registry = { prefix = ${quoted(stack)} }`]),
    ];
    return `# Your stack. Its module block is the configuration of Langfuse.
# All settings: https://github.com/${release.source}/blob/${release.tag}/terraform/modules/langfuse/README.md
${HEADER}
module "langfuse" {
  source = ${quoted(moduleSource(release))}

  name                = ${quoted(stack)}
  size                = ${quoted(size)}
  images_file         = "\${path.module}/../images.yaml"
  deletion_protection = var.deletion_protection
${settings.map((line) => `\n  ${line}\n`).join('')}
  # Langfuse reads the first user at its first start only.
  langfuse = { first_user = { email = ${quoted(email)}, name = "Admin" } }

  alarm_emails = [${quoted(email)}]
}
`;
}
/** Code owners of everything that decides what runs with a role. */
const renderCodeOwners = (reviewers, more = []) => {
    const owners = reviewers.map((name) => `@${name}`).join(' ');
    return `# Approve changes of everything that runs with an AWS role.\n${[
        '/.github/',
        '/images.yaml',
        `/${ROOT}/`,
        ...more.map((path) => `/${path}`),
    ]
        .map((path) => `${path} ${owners}\n`)
        .join('')}`;
};


/***/ }),

/***/ 11331:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Nw: () => (/* binding */ trustedVersions),
/* harmony export */   WJ: () => (/* binding */ STACK_FILE),
/* harmony export */   jZ: () => (/* binding */ renderStackFile),
/* harmony export */   mE: () => (/* binding */ trustedVersion),
/* harmony export */   sY: () => (/* binding */ renderSettingsWorkflows)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);
/* harmony import */ var _workflow_files__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9806);


/** Configuration of a stack without Terraform code (examples/settings). */
const STACK_FILE = 'settings.yaml';
/** Returns a version of the settings workflows, as `settings_workflows` of bootstrap has it. */
const trustedVersion = ({ source, commit }) => `${source}@${commit}`;
/** Returns the versions that the roles trust. Empty if they trust the workflows of the repository. */
const trustedVersions = ({ more }) => (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .itemsOf */ .S3)(more?.['settings_workflows']).filter((version) => typeof version === 'string');
const quoted = (text) => JSON.stringify(text);
/** Renders the file of settings. */
function renderStackFile({ stack, email, size, domain, release: { source, tag }, }) {
    const lines = [
        '# Your stack. The keys are the variables of the module; values are data, not Terraform expressions.',
        `# All settings: https://github.com/${source}/blob/${tag}/terraform/modules/langfuse/README.md`,
        `name: ${quoted(stack)}`,
        `size: ${quoted(size)}`,
        ...(domain === undefined
            ? []
            : [`domain: { name: ${quoted(domain.name)}, zone_name: ${quoted(domain.zone)} }`]),
        // The role that copies the images can write below its own name only.
        ...(stack === 'langfuse' ? [] : [`registry: { prefix: ${quoted(stack)} }`]),
        '',
        '# Langfuse reads the first user at its first start only.',
        `langfuse: { first_user: { email: ${quoted(email)}, name: Admin } }`,
        '',
        `alarm_emails: [${quoted(email)}]`,
    ];
    return `${lines.join('\n')}\n`;
}
/** Workflows that copy images or read their scans. */
const WITH_PREFIX = ['deploy-settings', 'refresh'];
/** Renders the workflows that call the settings workflows of a release. @returns contents by path */
async function renderSettingsWorkflows(own, { release, stack, branch }) {
    const { source, commit, tag } = release;
    const inputsOf = (called) => stack === 'langfuse'
        ? []
        : [
            `state-key: ${stack}/terraform.tfstate`,
            ...(WITH_PREFIX.includes(called) ? [`prefix: ${stack}`] : []),
        ];
    const files = await Promise.all(_workflow_files__WEBPACK_IMPORTED_MODULE_1__/* .WORKFLOWS */ .v1.map(async (name) => {
        const example = await own.read(`examples/settings/${name}.yml`);
        const text = example.replaceAll(/( +)uses: \S+\/\.github\/workflows\/([\w-]+)\.yml@\S+\n(.*\n)(?: +with:\n)?/g, (...[whole = '', indent = '', called = '', permissions = '']) => {
            const inputs = inputsOf(called).map((input) => `${indent}  ${input}\n`);
            const hasInputs = inputs.length > 0 || whole.includes(' with:\n');
            return [
                `${indent}uses: ${source}/.github/workflows/${called}.yml@${commit} # ${tag}\n`,
                permissions,
                ...(hasInputs ? [`${indent}with:\n`, ...inputs] : []),
            ].join('');
        });
        return [`.github/workflows/${name}.yml`, (0,_workflow_files__WEBPACK_IMPORTED_MODULE_1__/* .renderBranches */ .bl)(text, branch)];
    }));
    return Object.fromEntries(files);
}


/***/ }),

/***/ 55356:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T9: () => (/* binding */ readOptional),
/* harmony export */   cD: () => (/* binding */ renderSettings),
/* harmony export */   sb: () => (/* binding */ readSettings),
/* harmony export */   tP: () => (/* binding */ SETTINGS_FILE)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21789);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52836);




/** Variables of terraform/bootstrap, in the user's repository. */
const SETTINGS_FILE = 'langfuse/bootstrap.tfvars.json';
/** Returns the file's content. */
const renderSettings = ({ more, ...settings }) => `${JSON.stringify({ ...settings, ...more }, undefined, 2)}\n`;
/** Reads the settings of an earlier run. @throws CommandFailed for an invalid file */
async function readSettings(directory) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, SETTINGS_FILE);
    const text = await readOptional(path);
    if (text === undefined)
        return undefined;
    const content = (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .parseObject */ .lj)(text);
    const required = ['region', 'account_id', 'name', 'repository', 'branch'];
    const missing = required.filter((name) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(content, name) === undefined);
    const [id, owner] = [(0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(content, 'repository_id'), (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .numberAt */ .tk)(content, 'owner_id')];
    if (content === undefined || missing.length > 0 || id === undefined || owner === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`${path} is invalid${missing.length > 0 ? `: ${missing.join(', ')} is missing` : ''}. Restore it from Git, or delete it and run init again.`);
    const field = (name) => (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(content, name) ?? '';
    const known = {
        region: field('region'),
        account_id: field('account_id'),
        name: field('name'),
        repository: field('repository'),
        repository_id: id,
        owner_id: owner,
        branch: field('branch'),
        environment: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(content, 'environment') ?? null,
        create_oidc_provider: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(content, 'create_oidc_provider') !== false,
        hosted_zone_ids: (0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .itemsOf */ .S3)((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(content, 'hosted_zone_ids')).filter((zone) => typeof zone === 'string'),
    };
    const added = Object.entries(content).filter(([name]) => !Object.hasOwn(known, name));
    return { ...known, ...(added.length > 0 && { more: Object.fromEntries(added) }) };
}
/** Reads a file; undefined if it does not exist. */
async function readOptional(path) {
    try {
        return await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.readFile)(path, 'utf8');
    }
    catch (error) {
        if ((0,_text_json__WEBPACK_IMPORTED_MODULE_2__/* .textAt */ .$6)(error, 'code') === 'ENOENT')
            return undefined;
        throw new _error__WEBPACK_IMPORTED_MODULE_3__/* .CommandFailed */ .nk(`${path} cannot be read: ${String(error)}.`, { cause: error });
    }
}


/***/ }),

/***/ 5026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ runSteps)
/* harmony export */ });
/**
 * Runs the steps in order. Each step plans after the previous one is done, so that a later run continues where an earlier one ended.
 *
 * @returns the number of changes
 */
async function runSteps(steps, { dryRun, print }) {
    let count = 0;
    for (const [index, { title, plan }] of steps.entries()) {
        print(`[${index + 1}/${steps.length}] ${title}`);
        const changes = await plan();
        if (changes.length === 0)
            print('      nothing to change');
        for (const change of changes) {
            print(`   ${dryRun ? 'would' : '    +'} ${change.summary}`);
            if (dryRun)
                change.details?.forEach((line) => {
                    print(`            ${line}`);
                });
            else
                await change.apply();
        }
        count += changes.length;
    }
    return count;
}


/***/ }),

/***/ 9806:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ renderWorkflows),
/* harmony export */   bl: () => (/* binding */ renderBranches),
/* harmony export */   v1: () => (/* binding */ WORKFLOWS)
/* harmony export */ });
/* harmony import */ var _root_files__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42631);

/** Names of the files, which `drift` and `init` look for. */
const WORKFLOWS = ['plan', 'deploy', 'refresh', 'drift'];
/** Renders the workflows that call those of a release. @returns contents by path */
async function renderWorkflows(own, settings) {
    const files = await Promise.all(WORKFLOWS.map(async (name) => {
        const text = await own.read(`examples/workflows/${name}.yml`);
        return [`.github/workflows/${name}.yml`, renderWorkflow(name, text, settings)];
    }));
    return Object.fromEntries(files);
}
function renderWorkflow(name, example, { release, stack, branch }) {
    const { source, commit, tag } = release;
    const called = `uses: ${source}/.github/workflows/${name}.yml@${commit} # ${tag}`;
    const isDefault = stack === 'langfuse';
    const inputs = [
        `working-directory: ${_root_files__WEBPACK_IMPORTED_MODULE_0__/* .ROOT */ .Dl}`,
        ...(isDefault ? [] : [`state-key: ${stack}/terraform.tfstate`]),
        ...(isDefault || name !== 'deploy' ? [] : [`prefix: ${stack}`]),
    ];
    return renderBranches(example, branch)
        .replace(/uses: \S+\/\.github\/workflows\/\S+@\S+( #.*)?/, called)
        .replace(/^( +)working-directory: .*$/m, (_, indent) => inputs.map((input) => `${indent}${input}`).join('\n'));
}
/** Returns a workflow of the examples with the deployed branch. */
const renderBranches = (text, branch) => text.replace('branches: [main]', `branches: [${JSON.stringify(branch).replace(/^"([\w./-]+)"$/, '$1')}]`);


/***/ }),

/***/ 22258:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sj: () => (/* binding */ openAccount),
  HT: () => (/* binding */ openBootstrap),
  OH: () => (/* binding */ openWorkspace)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/aws/session.ts + 1 modules
var aws_session = __webpack_require__(29418);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
// EXTERNAL MODULE: ./src/cli/error.ts
var cli_error = __webpack_require__(52836);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/cli/init/bootstrap-state.ts
var bootstrap_state = __webpack_require__(4339);
// EXTERNAL MODULE: ./src/cli/init/program.ts
var program = __webpack_require__(9093);
// EXTERNAL MODULE: ./src/cli/init/settings.ts
var settings = __webpack_require__(55356);
;// CONCATENATED MODULE: ./src/cli/init/bootstrap.ts







const STATE_FILES = ['terraform.tfstate', 'terraform.tfstate.backup'];
const PLAN_FILE = 'tfplan';
const LOCKING = ['init', 'plan', 'apply', 'destroy'];
/** A Terraform that a killed run left behind ends in this time, or the lock is stale. */
const LOCK_TIMEOUT = '-lock-timeout=60s';
/** Copies terraform/bootstrap of the package into a working directory. */
async function copyBootstrap(packageDirectory, directory) {
    const source = (0,external_node_path_.join)(packageDirectory, 'terraform/bootstrap');
    await (0,promises_.mkdir)(directory, { recursive: true });
    const isCode = (name) => /\.(?:tf|sh)$|^\.terraform\.lock\.hcl$/.test(name);
    // A file that a newer version of bootstrap lacks must not be applied.
    for (const name of await (0,promises_.readdir)(directory))
        if (isCode(name))
            await (0,promises_.rm)((0,external_node_path_.join)(directory, name));
    for (const name of await (0,promises_.readdir)(source))
        if (isCode(name))
            await (0,promises_.cp)((0,external_node_path_.join)(source, name), (0,external_node_path_.join)(directory, name));
}
/** Applies terraform/bootstrap with the session of an administrator. */
class Bootstrap {
    settings;
    deps;
    state = 'none';
    constructor(settings, deps) {
        this.settings = settings;
        this.deps = deps;
    }
    get bucket() {
        return (0,bootstrap_state/* stateBucket */.M3)(this.settings.name, this.settings.account_id);
    }
    /** Selects the state and initializes Terraform. @throws CommandFailed, AwsError */
    async open() {
        const { directory } = this.deps;
        await (0,promises_.writeFile)((0,external_node_path_.join)(directory, 'terraform.tfvars.json'), (0,settings/* renderSettings */.cD)(this.settings));
        const local = await (0,settings/* readOptional */.T9)((0,external_node_path_.join)(directory, 'terraform.tfstate'));
        // Terraform leaves an empty file behind after a migration.
        const given = local === undefined || local.trim() === '' ? undefined : local;
        this.state = (0,bootstrap_state/* currentState */.JV)(given, await this.readRemoteState());
        if (this.state === 'remote')
            await this.removeLocalState();
        await this.initialize(this.state === 'remote' ? 's3' : 'local', ['-reconfigure']);
    }
    readRemoteState() {
        return (0,bootstrap_state/* readObject */.Ag)(this.deps.aws, { bucket: this.bucket, key: bootstrap_state/* STATE_KEY */.Mq });
    }
    /** Plans; the changes apply the plan, and store the state in the bucket. @throws CommandFailed */
    async plan() {
        const { exitCode } = await this.run(['plan', '-input=false', '-detailed-exitcode', `-out=${PLAN_FILE}`], [0, 2]);
        const changes = exitCode === 0 ? [] : [await this.describePlan()];
        return this.state === 'remote'
            ? changes
            : [
                ...changes,
                {
                    summary: `store the state in s3://${this.bucket}/${bootstrap_state/* STATE_KEY */.Mq}`,
                    apply: () => this.storeState(),
                },
            ];
    }
    async describePlan() {
        const { stdout } = await this.run(['show', '-json', PLAN_FILE]);
        const resources = (0,json/* recordsIn */.Q0)((0,json/* valueAt */.fK)((0,json/* parseJson */.qF)(stdout), 'resource_changes')).flatMap((resource) => {
            const actions = (0,json/* itemsOf */.S3)((0,json/* valueAt */.fK)(resource, 'change', 'actions')).join('/');
            return actions === 'no-op' || actions === 'read'
                ? []
                : [`${actions} ${(0,json/* textAt */.$6)(resource, 'address') ?? ''}`];
        });
        const { account_id, region } = this.settings;
        return {
            summary: `apply ${resources.length} changes of terraform/bootstrap in account ${account_id}, ${region}`,
            details: resources,
            apply: async () => {
                await this.run(['apply', '-input=false', PLAN_FILE]);
            },
        };
    }
    async storeState() {
        await this.initialize('s3', ['-migrate-state', '-force-copy']);
        const { exitCode } = await this.run(['plan', '-input=false', '-detailed-exitcode'], [0, 2]);
        if (exitCode !== 0)
            throw new cli_error/* CommandFailed */.nk(`The state in s3://${this.bucket}/${bootstrap_state/* STATE_KEY */.Mq} differs from the account. Run the same command again.`);
        this.state = 'remote';
        await this.removeLocalState();
    }
    /** Moves the state out of the bucket, so that the bucket can be deleted. */
    async takeStateBack() {
        if (this.state !== 'remote')
            return;
        await this.initialize('local', ['-migrate-state', '-force-copy']);
        this.state = 'local';
    }
    /** Whether the state has resources. A destruction that failed has deleted the outputs first. @throws CommandFailed */
    async hasResources() {
        const { stdout } = await this.run(['state', 'pull']);
        return (0,bootstrap_state/* countResources */.xI)(stdout) > 0;
    }
    /** @throws CommandFailed */
    async destroy() {
        await this.run(['destroy', '-input=false', '-auto-approve']);
        await this.removeLocalState();
    }
    /** Outputs of text, by name. */
    async outputs() {
        const { stdout } = await this.run(['output', '-json']);
        return Object.fromEntries(Object.entries((0,json/* parseObject */.lj)(stdout) ?? {}).flatMap(([name, output]) => {
            const value = (0,json/* textAt */.$6)(output, 'value');
            return value === undefined ? [] : [[name, value]];
        }));
    }
    async initialize(backend, options) {
        const file = (0,external_node_path_.join)(this.deps.directory, 'backend.tf');
        if (backend === 'local')
            await (0,promises_.rm)(file, { force: true });
        else
            await (0,promises_.writeFile)(file, 'terraform {\n  backend "s3" {}\n}\n');
        const { region } = this.settings;
        const config = { bucket: this.bucket, key: bootstrap_state/* STATE_KEY */.Mq, region, use_lockfile: 'true' };
        const given = backend === 'local'
            ? []
            : Object.entries(config).map(([name, value]) => `-backend-config=${name}=${value}`);
        await this.run(['init', '-input=false', ...options, ...given]);
    }
    async removeLocalState() {
        for (const name of STATE_FILES)
            await (0,promises_.rm)((0,external_node_path_.join)(this.deps.directory, name), { force: true });
    }
    async run(args, expected = [0]) {
        const { terraform, env, directory } = this.deps;
        const [command = ''] = args;
        const given = [
            ...args.slice(0, 1),
            ...(LOCKING.includes(command) ? [LOCK_TIMEOUT] : []),
            ...args.slice(1),
        ];
        if (!['output', 'state'].includes(command))
            given.push('-no-color');
        const result = await (0,program/* runProgram */.m)(terraform, given, { directory, env });
        if (expected.includes(result.exitCode))
            return result;
        throw new cli_error/* CommandFailed */.nk(`terraform ${command} of bootstrap failed:\n${(result.stderr || result.stdout).trim()}\n${adviceFor(result.stderr, directory)}`);
    }
}
/** @param directory working directory of Terraform */
function adviceFor(stderr, directory) {
    const [, lock] = /Error acquiring the state lock[\s\S]*?ID:\s+(\S+)/.exec(stderr) ?? [];
    if (lock !== undefined)
        return `Another run, or a Terraform that an interrupted run left behind, holds the lock. Wait until it has ended, and run the same command again. If there is none, remove the lock first: terraform -chdir='${directory}' force-unlock ${lock}`;
    if (/EntityAlreadyExists|BucketAlreadyOwnedByYou/.test(stderr))
        return 'A resource exists that the state lacks, for example of an earlier run on another machine. Continue on that machine, import the resource, or choose another name with --stack.';
    return 'Fix the cause and run the same command again: it continues.';
}

;// CONCATENATED MODULE: ./src/cli/init/git.ts


/** The user's Git repository. */
class Git {
    directory;
    env;
    constructor(
    /** Top level of the work tree. */
    directory, env) {
        this.directory = directory;
        this.env = env;
    }
    /** The same environment in another work tree. */
    at(directory) {
        return new Git(directory, this.env);
    }
    /** Runs Git without prompts. */
    attempt(...args) {
        const env = { ...this.env, GIT_TERMINAL_PROMPT: this.env['GIT_TERMINAL_PROMPT'] ?? '0', LC_ALL: 'C' };
        return (0,program/* runProgram */.m)('git', args, { directory: this.directory, env });
    }
    /** Runs Git. @returns its output without the last line break @throws CommandFailed with the output of a failed command */
    async run(...args) {
        const { exitCode, stdout, stderr } = await this.attempt(...args);
        if (exitCode === 0)
            return stdout.trimEnd();
        throw new cli_error/* CommandFailed */.nk(`git ${args[0] ?? ''} failed: ${(stderr || stdout).trim()}`);
    }
    /** Returns the output of a command, or undefined if it fails. */
    async ask(...args) {
        const { exitCode, stdout } = await this.attempt(...args);
        return exitCode === 0 ? stdout.trimEnd() : undefined;
    }
}
/** Opens the repository that contains a directory. @throws CommandFailed if there is none */
async function openGit(directory, env) {
    const top = await new Git(directory, env).ask('rev-parse', '--show-toplevel');
    if (top !== undefined)
        return new Git(top, env);
    throw new cli_error/* CommandFailed */.nk(`${directory} is not in a Git repository. Create one and clone it: gh repo create OWNER/NAME --private --clone`);
}
/** HTTPS and SSH, also over port 443 and with the user of an organization. */
const REMOTE = /^(?:(?:https?|ssh|git|git\+ssh|ssh\+git):\/\/(?:[^@/]+@)?(?:www\.|ssh\.)?github\.com(?::\d+)?\/|(?:[\w-]+@)?(?:ssh\.)?github\.com:)\/*([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?\/*$/i;
/** Returns `owner/name` of a remote URL on github.com. */
function parseRemote(url) {
    const [, owner, name] = REMOTE.exec(url) ?? [];
    return owner === undefined || name === undefined ? undefined : `${owner}/${name}`;
}

// EXTERNAL MODULE: ./src/github/error.ts
var github_error = __webpack_require__(96661);
// EXTERNAL MODULE: ./src/http/retry.ts
var retry = __webpack_require__(28902);
// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
;// CONCATENATED MODULE: ./src/github/octokit.ts




/** GitHub's minimum for a response without a time. */
const RATE_LIMIT_DELAY_MS = 60_000;
/** A primary limit can last an hour. */
const MAX_TOTAL_WAIT_MS = 180_000;
const RESPONSE_TIMEOUT_MS = 30_000;
const MIN_LOGGED_WAIT_MS = 10_000;
/**
 * Opens the API of a repository. Requests throw a GitHubError, after retries where they are safe.
 *
 * Octokit's plugins wait up to an hour, and repeat uncertain writes.
 */
async function openGitHub(access, runtime) {
    const { getOctokit } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(2413)]).then(__webpack_require__.bind(__webpack_require__, 92413));
    const silent = () => undefined;
    const octokit = getOctokit(access.token, {
        baseUrl: access.apiUrl,
        userAgent: 'langfuse-deploy',
        log: { debug: silent, info: silent, warn: silent, error: silent },
    });
    octokit.hook.wrap('request', (request, options) => retryRequest(options, runtime, async () => {
        // Changed in place: before-after-hook 4.0 calls the inner hooks with the options that it got at first.
        const signal = AbortSignal.timeout(runtime.responseTimeoutMs ?? RESPONSE_TIMEOUT_MS);
        Object.assign(options, { request: { ...options.request, signal } });
        const response = await request(options);
        if (!isInvalidResponse(response))
            return response;
        const error = new Error('the response is incomplete, or not from GitHub');
        throw Object.assign(error, { request: { url: response.url } });
    }));
    const { owner, name: repo } = access.repository;
    return { octokit, repo: { owner, repo }, clock: runtime.clock };
}
function retryRequest(request, runtime, call) {
    return (0,retry/* retry */.L5)(() => call().catch((cause) => {
        throw new github_error/* GitHubError */.y_((0,github_error/* errorDetails */.nf)(cause, request), { cause });
    }), {
        backoff: retry_policies/* RETRY */.p6.github,
        clock: runtime.clock,
        maxTotalWaitMs: MAX_TOTAL_WAIT_MS,
        classify: (error, attempt) => error instanceof github_error/* GitHubError */.y_ ? classify(error.details, attempt) : undefined,
        onWait: (error, waitMs) => {
            if (waitMs <= MIN_LOGGED_WAIT_MS || !(error instanceof github_error/* GitHubError */.y_))
                return;
            runtime.log.info(`Waiting ${Math.ceil(waitMs / 1000)} s for GitHub: ${error.serverMessage}`);
        },
    });
}
function classify(details, attempt) {
    // A rate-limited request was not carried out, whatever its method.
    if ((0,github_error/* isRateLimited */.Jz)(details))
        return { waitMs: rateLimitWaitMs(details, attempt) };
    const isTransient = details.status === undefined || (0,retry_policies/* isTransientStatus */.Dm)(details.status);
    // A POST without a response may have been carried out. Only its caller can find out.
    const isUncertainPost = details.method === 'POST' && !details.path.endsWith('/graphql');
    return isTransient && !isUncertainPost ? {} : undefined;
}
function rateLimitWaitMs({ headers }, attempt) {
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && Number.isFinite(seconds))
        return seconds * 1000;
    // The runner's clock may be wrong.
    const nowMs = Date.parse((0,json/* textAt */.$6)(headers, 'date') ?? '');
    const resetMs = Number(headers['x-ratelimit-reset']) * 1000;
    if (headers['x-ratelimit-remaining'] === '0' && resetMs > 0 && nowMs > 0)
        return Math.max(0, resetMs - nowMs) + 1000;
    return RATE_LIMIT_DELAY_MS * 2 ** (attempt - 1);
}
/** Octokit returns truncated JSON and HTML pages as text. */
function isInvalidResponse(response) {
    const type = (0,json/* textAt */.$6)(response, 'headers', 'content-type') ?? '';
    const isText = (0,json/* textAt */.$6)(response, 'data') !== undefined;
    return isText && (0,json/* numberAt */.tk)(response, 'status') !== 204 && /json|html/.test(type);
}
/**
 * Sends a GraphQL query or an idempotent mutation, which may be repeated.
 *
 * @throws GitHubError, with status 200 if the response contains errors
 */
async function graphql({ octokit }, query, variables) {
    try {
        const data = await octokit.graphql(query, variables);
        return data;
    }
    catch (cause) {
        if (cause instanceof GitHubError)
            throw cause;
        const details = errorDetails(cause, { method: 'POST', url: '/graphql' });
        throw new GitHubError({ ...details, status: 200 }, { cause });
    }
}

;// CONCATENATED MODULE: ./src/cli/init/github-repository.ts






/**
 * Opens the repository of a clone with the token of `GH_TOKEN`, `GITHUB_TOKEN` or the GitHub CLI.
 *
 * @param given `OWNER/NAME`; default: the remote `origin`
 * @throws CommandFailed, GitHubError
 */
async function openRepository(git, given, environment) {
    if (given !== undefined && !/^[\w-]+\/[\w.-]+$/.test(given))
        throw new cli_error/* InvalidArgument */.f0(`--repository: '${given}' is not OWNER/NAME.`);
    const name = await originOf(git, given);
    const [owner = '', repo = ''] = name.split('/');
    const { clock, progress, env } = environment;
    const github = await openGitHub({
        token: await findToken(environment, git.directory),
        apiUrl: env['GITHUB_API_URL'] || 'https://api.github.com',
        repository: { owner, name: repo },
    }, { clock, log: { info: progress } });
    return readRepository(github, name);
}
/** Returns the repository that the clone pushes to. @throws CommandFailed if that is another one than the given one */
async function originOf(git, given) {
    const example = `https://github.com/${given ?? 'OWNER/NAME'}.git`;
    const url = await git.ask('config', '--get', 'remote.origin.url');
    if (url === undefined)
        throw new cli_error/* CommandFailed */.nk(`The remote origin is missing. Add it: git remote add origin ${example}`);
    // Git replaces abbreviations of its configuration.
    const name = parseRemote(url) ?? parseRemote((await git.ask('remote', 'get-url', 'origin')) ?? '');
    const set = `git remote set-url origin ${example}`;
    // The host of an SSH remote may be an alias of github.com.
    const isOtherServer = name === undefined && /^(?:https?|git):|\.ghe\.com[:/]/i.test(url);
    const advice = isOtherServer
        ? 'Other servers, such as GitHub Enterprise Server and ghe.com, are not supported.'
        : 'If it is an SSH alias of github.com, give --repository OWNER/NAME.';
    if (name === undefined && (given === undefined || isOtherServer))
        throw new cli_error/* CommandFailed */.nk(`The remote origin is '${url.replace(/\/\/[^@/]*@/, '//***@')}', not a repository on github.com. Change it: ${set}. ${advice}`);
    if (name !== undefined && given !== undefined && name.toLowerCase() !== given.toLowerCase())
        throw new cli_error/* CommandFailed */.nk(`--repository is ${given}, and the remote origin of this clone is ${name}. Run the command in a clone of ${given}, or change the remote: ${set}`);
    await requirePushUrl(git, given ?? name ?? '');
    return given ?? name ?? '';
}
/** @throws CommandFailed if `origin` pushes to another repository than it reads, such as a fork */
async function requirePushUrl(git, name) {
    const urls = (await git.ask('config', '--get-all', 'remote.origin.pushurl'))?.split('\n') ?? [];
    const other = urls
        .map(parseRemote)
        .find((pushed) => pushed !== undefined && pushed.toLowerCase() !== name.toLowerCase());
    if (other !== undefined)
        throw new cli_error/* CommandFailed */.nk(`The remote origin of this clone is ${name}, but Git pushes to ${other}. Run the command in a clone of the repository that deploys, or remove the other address: git config --unset-all remote.origin.pushurl`);
}
async function findToken({ env }, directory) {
    const given = env['GH_TOKEN'] || env['GITHUB_TOKEN'];
    if (given)
        return given;
    const answer = await (0,program/* runProgram */.m)('gh', ['auth', 'token', '--hostname', 'github.com'], {
        directory,
        env,
    }).catch(() => undefined);
    if (answer?.exitCode === 0 && answer.stdout.trim() !== '')
        return answer.stdout.trim();
    throw new cli_error/* CommandFailed */.nk('No GitHub token. Log in with the GitHub CLI: gh auth login --scopes repo,workflow. Or set GITHUB_TOKEN to a token with the scopes repo and workflow.');
}
async function readRepository(github, name) {
    const data = await readOrExplain(github, name);
    const [id, ownerId] = [(0,json/* numberAt */.tk)(data, 'id'), (0,json/* numberAt */.tk)(data, 'owner', 'id')];
    const [fullName, branch] = [(0,json/* textAt */.$6)(data, 'full_name'), (0,json/* textAt */.$6)(data, 'default_branch')];
    if (id === undefined || ownerId === undefined || fullName === undefined || branch === undefined)
        throw new cli_error/* CommandFailed */.nk(`GitHub described ${name} incompletely. Run the same command again.`);
    if ((0,json/* valueAt */.fK)(data, 'permissions', 'admin') !== true)
        throw new cli_error/* CommandFailed */.nk(`The GitHub token has no administrator rights on ${fullName}, which variables, environments and rules need. Use the token of an administrator.`);
    const isPrivate = (0,json/* valueAt */.fK)(data, 'private') === true;
    return { github, fullName, id, ownerId, isPrivate, branch, viewer: await readViewer(github) };
}
async function readOrExplain(github, name) {
    try {
        return (await github.octokit.request('GET /repos/{owner}/{repo}', github.repo)).data;
    }
    catch (error) {
        if (!(error instanceof github_error/* GitHubError */.y_) || error.status !== 404)
            throw error;
        throw new cli_error/* CommandFailed */.nk(`${name} does not exist on GitHub, or the token cannot read it. Create it: gh repo create ${name} --private`, { cause: error });
    }
}
async function readViewer({ octokit }) {
    try {
        return (0,json/* textAt */.$6)((await octokit.request('GET /user')).data, 'login');
    }
    catch (error) {
        // Tokens of apps have no user.
        if (error instanceof github_error/* GitHubError */.y_ && (error.status === 403 || error.status === 404))
            return undefined;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/cli/init/package.ts
var init_package = __webpack_require__(93145);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./src/inputs/require-review.ts
const SETTINGS = new Map([
    ['auto', 'auto'],
    ['true', 'always'],
    ['false', 'never'],
]);
/** Reads `require-review`. YAML writes `true` in several ways. */
function require_review_readRequireReview(reader) {
    const isValid = (text) => SETTINGS.has(text.toLowerCase());
    const value = reader.match('require-review', isValid, 'auto, true or false');
    return SETTINGS.get(value?.toLowerCase() ?? '') ?? 'auto';
}

// EXTERNAL MODULE: ./src/text/age.ts
var age = __webpack_require__(47556);
;// CONCATENATED MODULE: ./src/inputs/refresh.ts

const isAge = (text) => parseAgeMs(text) !== undefined;
/** Stricter than git-check-ref-format: no character that needs quoting. */
const isBranch = (text) => /^[A-Za-z0-9][\w./-]{0,200}$/.test(text) &&
    !/\.\.|\/\/|\/\.|\.\/|\.lock(?:\/|$)|[./]$|^(?:refs|heads)\//.test(text);
const refresh_isPrefix = (text) => /^[a-z0-9]+(?:[._/-]+[a-z0-9]+)*$/.test(text);
const isWorkflow = (text) => /^[\w.-]+\.ya?ml$/.test(text);
/** Reads the inputs of `refresh`. */
function refresh_readRefresh(aws, reader) {
    const mode = reader.choice('mode', ['pull-request', 'direct']);
    const deployWorkflow = reader.match('deploy-workflow', isWorkflow, 'a workflow file name, as in deploy.yml');
    if (deployWorkflow !== undefined && mode !== 'direct')
        reader.problems.push('deploy-workflow: is used with mode: direct only; remove it, or set mode: direct');
    return {
        command: 'refresh',
        aws,
        githubToken: reader.text('github-token'),
        images: reader.text('images') ?? '',
        only: reader.list('only'),
        dryRun: reader.boolean('dry-run'),
        mode,
        deployWorkflow,
        minAgeMs: parseAgeMs(reader.match('min-age', isAge, 'an age, as in 3d, 12h or 0') ?? '') ?? 0,
        branch: reader.match('branch', isBranch, 'a branch name, as in langfuse-deploy/refresh') ?? '',
        dashboard: reader.boolean('dashboard'),
        prefix: reader.match('prefix', refresh_isPrefix, 'a repository prefix, as in langfuse') ?? '',
        scanFindings: reader.boolean('scan-findings'),
    };
}

;// CONCATENATED MODULE: ./src/inputs/specs.ts
/** Values of the input `command`. */
const specs_COMMANDS = ['mirror', 'plan', 'apply', 'verify', 'refresh', 'drift'];
const everyCommand = { commands: specs_COMMANDS };
const mirrorOnly = { commands: ['mirror'] };
const refreshOnly = { commands: ['refresh'] };
const usesImages = { commands: ['mirror', 'refresh'] };
const usesPlan = { commands: ['plan', 'apply'] };
const usesStack = { commands: ['plan', 'apply', 'drift'] };
const usesRoot = { commands: ['plan', 'apply', 'verify', 'drift'] };
const verifyOnly = { commands: ['verify'] };
/** All inputs, in the order of action.yml. */
const specs_SPECS = {
    command: everyCommand,
    'aws-region': everyCommand,
    'role-to-assume': everyCommand,
    'role-session-name': everyCommand,
    'role-duration-seconds': { ...everyCommand, default: '3600' },
    'allowed-account-ids': everyCommand,
    images: { commands: ['mirror', 'verify', 'refresh'], default: 'images.yaml' },
    only: usesImages,
    registry: mirrorOnly,
    prefix: { ...usesImages, default: 'langfuse' },
    'create-repositories': { ...mirrorOnly, default: 'true' },
    'include-referrers': { ...mirrorOnly, default: 'false' },
    referrers: { ...mirrorOnly, default: 'best-effort' },
    force: { ...mirrorOnly, default: 'false' },
    concurrency: mirrorOnly,
    'dry-run': { ...usesImages, default: 'false' },
    // The runner passes the job's token to every command, as the default in action.yml.
    'github-token': everyCommand,
    'working-directory': { ...usesRoot, default: 'terraform/langfuse' },
    stack: usesRoot,
    engine: { ...usesRoot, default: 'auto' },
    'terraform-version': usesRoot,
    'backend-config': usesRoot,
    'var-file': usesStack,
    variables: { ...usesStack, isQuoted: false },
    target: usesPlan,
    replace: usesPlan,
    invoke: usesPlan,
    workspace: usesRoot,
    parallelism: { ...usesStack, default: '10' },
    'lock-timeout': { ...usesStack, default: '5m' },
    'allow-destroy': usesPlan,
    'stateful-types': usesPlan,
    'plan-records': usesPlan,
    'plan-twice': { commands: ['plan'], default: 'false' },
    'pull-request-number': { commands: ['plan'] },
    'pull-request-sha': { commands: ['plan'] },
    comment: { commands: ['plan'], default: 'always' },
    'require-review': { commands: ['apply'], default: 'auto' },
    'deploy-branch': { commands: ['apply', 'drift'] },
    'sensitive-outputs': { commands: ['apply'] },
    url: verifyOnly,
    'public-key': verifyOnly,
    'secret-key': verifyOnly,
    'terraform-outputs': verifyOnly,
    timeout: { ...verifyOnly, default: '300' },
    'revert-to': verifyOnly,
    mode: { ...refreshOnly, default: 'pull-request' },
    'deploy-workflow': refreshOnly,
    'min-age': { ...refreshOnly, default: '3d' },
    branch: { ...refreshOnly, default: 'langfuse-deploy/refresh' },
    dashboard: { ...refreshOnly, default: 'false' },
    'scan-findings': { ...refreshOnly, default: 'false' },
};

;// CONCATENATED MODULE: ./src/inputs/inputs.ts












/** Thrown for invalid inputs, one line per problem. */
class InvalidInput extends Error {
    name = 'InvalidInput';
    reason = 'invalid-input';
}
/**
 * Reads the inputs of the command from `INPUT_<NAME>`.
 *
 * @throws InvalidInput with every problem
 */
function readInputs(env) {
    const reader = new InputReader(env, SPECS);
    const command = reader.choice('command', COMMANDS);
    if (reader.problems.length === 0)
        reader.rejectUnused(command);
    const inputs = readCommand(command, reader, env);
    if (reader.problems.length > 0)
        throw new InvalidInput(reader.problems.join('\n'));
    return inputs;
}
function readCommand(command, reader, env) {
    const aws = readAws(reader, env);
    switch (command) {
        case 'mirror':
            return readMirror(aws, reader);
        case 'plan':
            return {
                command,
                ...readStack(aws, reader),
                pullRequest: readPullRequestInput(reader),
                planTwice: reader.boolean('plan-twice'),
                comment: reader.choice('comment', ['always', 'changes', 'never']),
            };
        case 'apply':
            return {
                command,
                ...readStack(aws, reader),
                requireReview: readRequireReview(reader),
                deployBranch: reader.text('deploy-branch'),
                sensitiveOutputs: reader.list('sensitive-outputs'),
            };
        case 'verify':
            return readVerify(aws, reader);
        case 'refresh':
            return readRefresh(aws, reader);
        case 'drift':
            return { command, ...readStack(aws, reader), deployBranch: reader.text('deploy-branch') };
    }
}
function readAws(reader, env) {
    return {
        region: reader.text('aws-region') ?? (env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined),
        roleToAssume: reader.text('role-to-assume'),
        roleSessionName: reader.match('role-session-name', isSessionName, '2 to 64 letters, digits and characters _+=,.@-'),
        roleDurationSeconds: reader.integer('role-duration-seconds', { min: 900, max: 43_200 }),
        allowedAccountIds: reader.list('allowed-account-ids', /^\d{12}$/, 'an account ID of 12 digits'),
    };
}
/** Part of the key of a plan record. */
const MAX_STACK_LENGTH = 200;
const isStackName = (text) => text.length <= MAX_STACK_LENGTH;
const isDuration = (text) => /^(?:\d+(?:ms|s|m|h))+$/.test(text);
function readMirror(aws, reader) {
    return {
        command: 'mirror',
        aws,
        images: reader.text('images') ?? '',
        only: reader.list('only'),
        registry: reader.match('registry', isHost, 'a host, as in registry.example.com:5000'),
        prefix: reader.match('prefix', isPrefix, 'a repository prefix, as in langfuse') ?? '',
        createRepositories: reader.boolean('create-repositories'),
        includeReferrers: reader.boolean('include-referrers'),
        referrers: readReferrers(reader),
        force: reader.boolean('force'),
        concurrency: reader.optionalInteger('concurrency', { min: 1, max: 64 }),
        dryRun: reader.boolean('dry-run'),
    };
}
function readRoot(aws, reader) {
    const directory = reader.text('working-directory') ?? '.';
    const stack = reader.match('stack', isStackName, `a name of at most ${MAX_STACK_LENGTH} characters`);
    return {
        aws,
        directory,
        stack: stack ?? directory,
        engine: reader.choice('engine', ['auto', 'terraform', 'opentofu']),
        terraformVersion: reader.text('terraform-version'),
        backendConfig: reader.list('backend-config'),
        workspace: reader.text('workspace'),
    };
}
function readStack(aws, reader) {
    return {
        ...readRoot(aws, reader),
        githubToken: reader.text('github-token'),
        varFiles: reader.list('var-file'),
        variables: reader.list('variables', /^[\p{L}_][\p{L}\p{N}_-]*=/u, 'name=value; give a value of several lines in TF_VAR_<name> or in a var-file'),
        ...readPlanScope(reader),
        parallelism: reader.integer('parallelism', { min: 1, max: 1000 }),
        lockTimeout: reader.match('lock-timeout', isDuration, 'a duration, as in 5m or 30s') ?? '',
        allowDestroy: reader.list('allow-destroy'),
        statefulTypes: reader.list('stateful-types', /^[a-z0-9_]+$/, 'a resource type, as in aws_db_instance'),
        planRecords: reader.text('plan-records'),
    };
}
function readVerify(aws, reader) {
    const url = reader.match('url', isSafeUrl, 'an HTTPS base URL, as in https://langfuse.example.com');
    return {
        command: 'verify',
        ...readRoot(aws, reader),
        images: reader.text('images') ?? '',
        url: url !== undefined && isSafeUrl(url) ? new URL(url) : undefined,
        keys: readApiKeys(reader),
        outputs: readTerraformOutputs(reader),
        timeoutSeconds: reader.integer('timeout', { min: 1, max: 3600 }),
        githubToken: reader.text('github-token'),
        revertTo: reader.match('revert-to', isCommitSha, 'a full commit SHA'),
    };
}

;// CONCATENATED MODULE: ./src/plan/engine.ts
const engine_TERRAFORM = { name: 'terraform', title: 'Terraform', command: 'terraform' };
const engine_OPENTOFU = { name: 'opentofu', title: 'OpenTofu', command: 'tofu' };
/** Replaces Terraform's name and command in a text of this project, which must quote nothing of others. */
const inWordsOf = ({ name, title, command }, text) => name === 'terraform'
    ? text
    : text.replaceAll(/\bTerraform\b/g, title).replaceAll(/\bterraform (?=[a-z])/g, `${command} `);
/** Returns the engine of a program, by its file name. */
const engine_engineOfProgram = (path) => /(?:^|[/\\])tofu[^/\\]*$/.test(path) ? engine_OPENTOFU : engine_TERRAFORM;
const OPENTOFU_PREFIX = 'opentofu-';
/** Returns an engine's version for plan records: `1.11.4`, `opentofu-1.12.6`. */
const engine_engineVersion = ({ name }, version) => name === 'opentofu' ? `${OPENTOFU_PREFIX}${version}` : version;
/** Reverses {@link engineVersion}. */
const parseEngineVersion = (text) => text.startsWith(OPENTOFU_PREFIX)
    ? { engine: engine_OPENTOFU, version: text.slice(OPENTOFU_PREFIX.length) }
    : { engine: engine_TERRAFORM, version: text };

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./src/terraform/arguments.ts


/** A value that cannot be passed to Terraform. */
class arguments_InvalidArgument extends (/* unused pure expression or super */ null && (Error)) {
    name = 'InvalidArgument';
    reason = 'invalid-input';
}
/** First versions with a feature. */
const SINCE = {
    // All other commands have had -json since 1.0. `init` reads variables in module sources (`const`).
    terraform: { initJson: '1.9.0', initVariables: '1.15.0', ephemeral: '1.10.0', actions: '1.14.0' },
    // `init` reads variables in module sources, backends and encryption.
    opentofu: { initJson: '1.12.0', initVariables: '1.8.0', ephemeral: '1.11.0', actions: undefined },
};
const arguments_isReadByInit = (version, { name } = TERRAFORM) => compareVersions(version, SINCE[name].initVariables) >= 0;
const arguments_isReadByApply = (version, { name } = TERRAFORM) => compareVersions(version, SINCE[name].ephemeral) >= 0;
/** @throws InvalidArgument if the engine has no provider actions */
function arguments_requireActions(version, { name, title } = TERRAFORM) {
    const since = SINCE[name].actions;
    if (since !== undefined && compareVersions(version, since) >= 0)
        return;
    const needed = `Terraform ${SINCE.terraform.actions ?? ''} or newer`;
    throw new arguments_InvalidArgument(`invoke: ${title} ${version} has no provider actions. Remove the input, or require ${needed} in the root module.`);
}
/** Returns the arguments of `terraform init`. @param values arguments of backend settings and variables */
function arguments_initArguments(options, { version, hasLockFile, engine = TERRAFORM, }, values = []) {
    const { backend = 'configured', lockfile = hasLockFile ? 'readonly' : 'update' } = options;
    return rejectNulCharacters([
        'init',
        '-input=false',
        compareVersions(version, SINCE[engine.name].initJson) >= 0 ? '-json' : '-no-color',
        ...(lockfile === 'readonly' ? ['-lockfile=readonly'] : []),
        ...(backend === 'none' ? ['-backend=false'] : []),
        ...values,
    ]);
}
/** Returns the arguments of `terraform plan`. @param values arguments of variables */
function arguments_planArguments(planFile, options, values = []) {
    const { targets = [], replace = [], invoke } = options;
    return rejectNulCharacters([
        'plan',
        '-input=false',
        '-json',
        // 0: no changes, 1: error, 2: changes.
        '-detailed-exitcode',
        `-out=${planFile}`,
        ...commonArguments(options),
        ...values,
        ...targets.map((address) => `-target=${address}`),
        ...replace.map((address) => `-replace=${address}`),
        ...(invoke === undefined ? [] : [`-invoke=${invoke}`]),
    ]);
}
/** Returns the arguments of `terraform apply`. @param values arguments of variables */
function arguments_applyArguments(planFile, options, values = []) {
    return rejectNulCharacters([
        'apply',
        '-input=false',
        '-json',
        ...commonArguments(options),
        ...values,
        arguments_positionalArgument('plan file', planFile),
    ]);
}
function commonArguments({ lock, lockTimeout, parallelism }) {
    return [
        ...(lock === 'none' ? ['-lock=false'] : []),
        ...(lockTimeout === undefined ? [] : [`-lock-timeout=${lockTimeout}`]),
        ...(parallelism === undefined ? [] : [`-parallelism=${parallelism}`]),
    ];
}
/**
 * Returns the value.
 *
 * @throws InvalidArgument if Terraform would parse it as an option
 */
function arguments_positionalArgument(name, value) {
    if (value !== '' && !value.startsWith('-'))
        return value;
    throw new arguments_InvalidArgument(`${name}: '${value}' cannot be passed on because it ${value === '' ? 'is empty' : 'begins with a hyphen'}`);
}
function rejectNulCharacters(args) {
    const at = args.findIndex((arg) => arg.includes('\0'));
    if (at < 0)
        return args;
    const [option] = (args[at] ?? '').split('=', 1);
    throw new arguments_InvalidArgument(`${option ?? ''}: the value contains a NUL character, which a process argument cannot contain. Remove it.`);
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/terraform/diagnostic.ts


/** Reads a diagnostic from `-json` output. */
function diagnostic_parseDiagnostic(fields) {
    return {
        severity: fields['severity'] === 'warning' ? 'warning' : 'error',
        summary: clean(textAt(fields, 'summary')),
        detail: clean(textAt(fields, 'detail')).trim(),
        address: textAt(fields, 'address'),
        range: parseRange(recordAt(fields, 'range')),
    };
}
/** Providers and services write these texts. */
const MAX_TEXT_LENGTH = (/* unused pure expression or super */ null && (64 * 1024));
const clean = (text = '') => removeInvisible(text.slice(0, MAX_TEXT_LENGTH));
function parseRange(range) {
    const file = textAt(range, 'filename');
    const [start, end] = [recordAt(range, 'start'), recordAt(range, 'end')];
    const startLine = numberAt(start, 'line');
    if (file === undefined || startLine === undefined)
        return undefined;
    const startColumn = numberAt(start, 'column') ?? 1;
    return {
        file,
        startLine,
        startColumn,
        endLine: numberAt(end, 'line') ?? startLine,
        endColumn: numberAt(end, 'column') ?? startColumn,
    };
}
/** `init` announces the errors of the configuration with an error of its own. */
const diagnostic_isIntroduction = ({ summary }) => /^\w+ encountered problems during initiali[sz]ation, including problems\s+with the configuration, described below\./.test(summary);
/** Formats a diagnostic for people. */
function diagnostic_formatDiagnostic({ severity, summary, detail, address, range }) {
    const where = [range && `${range.file}:${range.startLine}`, address].filter((part) => part !== undefined);
    const head = `${severity === 'error' ? 'Error' : 'Warning'}: ${summary}`;
    const location = where.length === 0 ? '' : ` (${where.join(', ')})`;
    return detail === '' ? `${head}${location}` : `${head}${location}\n${detail}`;
}
const LOCK_SUMMARIES = new Map([
    ['Error acquiring the state lock', 'held'],
    ['Error releasing the state lock', 'orphaned'],
]);
/**
 * Whether another run took or released the lock at the same moment. Terraform then fails despite -lock-timeout.
 *
 * S3 answers a conditional write with 412 if the object exists, and with 409 during another write: "retry the
 * request" (S3 User Guide, "Conditional writes").
 */
function diagnostic_isLockRaceResolved(diagnostics) {
    return diagnostics.some(({ summary, detail }) => {
        if (LOCK_SUMMARIES.get(summary) !== 'held')
            return false;
        if (detail.includes('ConditionalRequestConflict'))
            return true;
        const afterLock = detail.slice(detail.indexOf('.tflock'));
        const isGone = afterLock.includes('NoSuchKey') || afterLock.includes('StatusCode: 404');
        return detail.includes('PreconditionFailed') && detail.includes('.tflock') && isGone;
    });
}
/** The lock file may be written by others. */
const MAX_LOCK_LENGTH = 8 * 1024;
/** Returns the lock that a diagnostic describes. */
function diagnostic_lockOf({ summary, detail }) {
    const kind = LOCK_SUMMARIES.get(summary);
    // The backend's message before it can contain any text.
    const at = detail.lastIndexOf('Lock Info:');
    if (kind === undefined || at < 0)
        return undefined;
    const lines = detail.slice(at, at + MAX_LOCK_LENGTH).split('\n');
    const field = (name) => {
        const line = lines.find((one) => one.trimStart().startsWith(`${name}:`));
        return line === undefined ? '' : (0,sanitize/* toPrintableLine */.Ld)(line.slice(line.indexOf(':') + 1));
    };
    const id = field('ID');
    if (id === '')
        return undefined;
    return {
        kind,
        id,
        path: field('Path'),
        operation: field('Operation'),
        who: field('Who'),
        version: field('Version'),
        created: field('Created'),
        info: field('Info'),
    };
}

;// CONCATENATED MODULE: ./src/terraform/json-output.ts


/** Maximum string length in V8. */
const MAX_TEXT_BYTES = 0x1fffffe8;
/**
 * Reads a file of Terraform's standard output.
 *
 * @throws Error if it is longer than a string can be
 */
async function json_output_readOutputFile(path, maxBytes = MAX_TEXT_BYTES) {
    const { size } = await stat(path);
    if (size <= maxBytes)
        return readFile(path, 'utf8');
    const [megabytes, limit] = [size, maxBytes].map((bytes) => Math.floor(bytes / 1_000_000));
    throw new Error(`the plan or state as JSON is too large: ${megabytes ?? 0} MB, the maximum is ${limit ?? 0} MB. ` +
        'Split the stack, or plan a part of it with the input target.');
}
const HEAD_BYTES = 4096;
/** Reads the beginning of a state file, which contains no secrets. */
async function json_output_readStateVersion(path) {
    const file = await open(path, 'r');
    try {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES);
        const head = buffer.toString('utf8', 0, bytesRead);
        const serial = /"serial":\s*(\d+)/.exec(head)?.[1];
        const lineage = /"lineage":\s*"([^"]*)"/.exec(head)?.[1];
        return serial === undefined ? undefined : { serial: Number(serial), lineage: lineage ?? '' };
    }
    finally {
        await file.close();
    }
}
/** Reads `terraform output -json`. */
function json_output_parseOutputs(text) {
    const outputs = new Map();
    for (const [name, output] of Object.entries(parseObject(text) ?? {})) {
        if (isRecord(output))
            outputs.set(name, { value: output['value'], sensitive: output['sensitive'] !== false });
    }
    return outputs;
}
/** Reads `terraform version -json`; undefined for other text. */
function parseVersionReport(text) {
    return (0,json/* textAt */.$6)((0,json/* parseObject */.lj)(text) ?? {}, 'terraform_version');
}
/** Reads `terraform validate -json`; undefined for other text. */
function json_output_parseValidation(text) {
    const report = parseObject(text);
    if (report === undefined || numberAt(report, 'error_count') === undefined)
        return undefined;
    const { diagnostics } = report;
    return Array.isArray(diagnostics) ? diagnostics.filter(isRecord) : [];
}

;// CONCATENATED MODULE: ./src/plan/action.ts
// https://developer.hashicorp.com/terraform/internals/json-format#change-representation
const ACTIONS = new Map([
    ['no-op', { kind: 'no-op', order: undefined }],
    ['create', { kind: 'create', order: undefined }],
    ['read', { kind: 'read', order: undefined }],
    ['update', { kind: 'update', order: undefined }],
    ['delete', { kind: 'delete', order: undefined }],
    ['forget', { kind: 'forget', order: undefined }],
    ['delete,create', { kind: 'replace', order: 'delete-first' }],
    ['create,delete', { kind: 'replace', order: 'create-first' }],
    ['create,forget', { kind: 'replace', order: 'forget-old' }],
    ['forget,create', { kind: 'replace', order: 'forget-old' }],
]);
/** Parses a change's `actions` array. Returns undefined for an unknown combination. */
const action_parseAction = (actions) => ACTIONS.get(actions.join(','));
const REASON_TEXTS = new Map([
    ['replace_because_tainted', 'it is tainted: an earlier apply failed, or the command taint was run'],
    ['replace_because_cannot_update', 'the provider cannot make this change in place'],
    ['replace_by_request', 'the replacement was requested with -replace'],
    ['replace_by_triggers', 'a value in its replace_triggered_by changes'],
    ['delete_because_no_resource_config', 'its resource block is no longer in the configuration'],
    ['delete_because_enabled_false', 'its enabled argument is false'],
    ['delete_because_no_module', 'its module is no longer in the configuration'],
    [
        'delete_because_wrong_repetition',
        'its address no longer matches the resource, which gained or lost count or for_each',
    ],
    ['delete_because_count_index', 'its index is beyond the count of the resource'],
    ['delete_because_each_key', 'its key is no longer in for_each'],
    ['delete_because_no_move_target', 'it was moved to an address that is not in the configuration'],
    ['read_because_config_unknown', 'its configuration is known only after apply'],
    ['read_because_dependency_pending', 'it depends on a resource that changes'],
    ['read_because_check_nested', 'a check block reads it'],
]);
/** Describes an `action_reason`; an unknown one by its identifier. */
function describeReason(reason) {
    return REASON_TEXTS.get(reason) ?? reason.replace(/[^a-z0-9_]/gi, '').replaceAll('_', ' ');
}

;// CONCATENATED MODULE: ./src/plan/plan.ts






/** Thrown for JSON that is not a supported plan. */
class plan_InvalidPlan extends (/* unused pure expression or super */ null && (Error)) {
    name = 'InvalidPlan';
    reason = 'terraform-failed';
}
/**
 * Parses `terraform show -json <plan file>`.
 *
 * @param json text or parsed JSON
 * @throws InvalidPlan
 */
function plan_parsePlan(json) {
    const plan = typeof json === 'string' ? parseText(json) : json;
    if (!isRecord(plan))
        throw new plan_InvalidPlan('the plan is not a JSON object; expected the output of show -json <plan file>');
    checkFormat(plan);
    const errored = field(plan, 'errored') === true;
    const outputs = field(plan, 'output_changes');
    return {
        terraformVersion: textField(plan, 'terraform_version') ?? '',
        resources: listField(plan, 'resource_changes').map((one, index) => parseResource(one, `resource_changes[${index}]`)),
        outputs: isRecord(outputs) ? Object.entries(outputs).map(parseOutput) : [],
        failedChecks: parseFailedChecks(listField(plan, 'checks')),
        drift: listField(plan, 'resource_drift').map((one, index) => parseResource(one, `resource_drift[${index}]`)),
        deferred: listField(plan, 'deferred_changes').map(parseDeferred),
        actionInvocations: [
            ...listField(plan, 'action_invocations'),
            ...listField(plan, 'deferred_action_invocations').map((one) => field(one, 'action_invocation') ?? one),
        ].map(parseActionInvocation),
        hasState: hasManagedResource(field(field(plan, 'prior_state'), 'values')) || hasDrift(plan),
        errored,
        applyable: field(plan, 'applyable') !== false && !errored,
        complete: field(plan, 'complete') !== false,
        variables: field(plan, 'variables') ?? {},
        secrets: sensitiveValues(plan),
    };
}
function hasManagedResource(values) {
    const hasAny = (module) => listField(module, 'resources').some((resource) => field(resource, 'mode') === 'managed') ||
        listField(module, 'child_modules').some(hasAny);
    return hasAny(field(values, 'root_module'));
}
/** The refreshed state lacks resources that were deleted outside of Terraform. */
const hasDrift = (plan) => listField(plan, 'resource_drift').length > 0;
function parseText(text) {
    try {
        return parseJsonExactly(text);
    }
    catch {
        // No cause: the parser's message quotes the text, which may contain a secret.
        throw new plan_InvalidPlan(`the plan is not JSON (${text.length} characters); was the output of show -json cut off?`);
    }
}
function checkFormat(plan) {
    const version = textField(plan, 'format_version');
    if (version === undefined) {
        throw new plan_InvalidPlan('the plan has no format_version; expected the output of show -json <plan file>');
    }
    if (!version.startsWith('1.')) {
        throw new plan_InvalidPlan(`the plan has format ${JSON.stringify(version)}, but this action reads 1.x; use ${version.startsWith('0.') ? 'Terraform 1.1 or later' : 'a newer version of the action, or an older one of the program that planned'}`);
    }
    if (field(plan, 'values') !== undefined && field(plan, 'planned_values') === undefined) {
        throw new plan_InvalidPlan('this is a state, not a plan; pass a plan file to show -json');
    }
}
function parseResource(value, at) {
    const address = textField(value, 'address');
    if (address === undefined)
        throw new plan_InvalidPlan(`${at} has no address; the plan is damaged`);
    const where = `the change of ${address}`;
    const type = textField(value, 'type');
    const mode = textField(value, 'mode');
    if (type === undefined || mode === undefined) {
        throw new plan_InvalidPlan(`${where} has no ${type === undefined ? 'type' : 'mode'}, so it cannot be checked for data loss`);
    }
    const change = field(value, 'change');
    const importing = field(change, 'importing');
    return {
        ...parseChange(change, where),
        address,
        previousAddress: textField(value, 'previous_address'),
        deposed: textField(value, 'deposed'),
        mode,
        type,
        name: textField(value, 'name') ?? '',
        provider: textField(value, 'provider_name') ?? '',
        importId: isRecord(importing) ? importId(importing) : undefined,
        reason: textField(value, 'action_reason'),
        replacePaths: listField(change, 'replace_paths').filter(isList),
    };
}
// Since Terraform 1.12, an import block may give an identity instead of an ID.
function importId(importing) {
    const identity = field(importing, 'identity');
    return textField(importing, 'id') ?? (isRecord(identity) ? JSON.stringify(identity) : '(known after apply)');
}
function parseOutput([name, change]) {
    return { ...parseChange(change, `the change of output ${name}`), name };
}
function parseChange(change, where) {
    const actions = field(change, 'actions');
    if (!isList(actions))
        throw new plan_InvalidPlan(`${where} has no actions; the plan is damaged`);
    const action = parseAction(actions);
    if (action === undefined) {
        throw new plan_InvalidPlan(`${where} has the actions ${JSON.stringify(actions)}, which this version of the action does not support; use a newer one`);
    }
    return {
        ...action,
        before: field(change, 'before') ?? null,
        after: field(change, 'after') ?? null,
        afterUnknown: field(change, 'after_unknown') ?? false,
        beforeSensitive: field(change, 'before_sensitive') ?? false,
        afterSensitive: field(change, 'after_sensitive') ?? false,
    };
}
/** Reports whether a change of this kind modifies nothing. */
const isReadOnly = (kind) => kind === 'no-op' || kind === 'read';
/** Reports whether the plan moves the resource to another address. */
const isMoved = ({ address, previousAddress }) => previousAddress !== undefined && previousAddress !== address;
/** Reports whether an apply changes the resource or its state entry. */
const hasEffect = (change) => !isReadOnly(change.kind) || isMoved(change) || change.importId !== undefined;

;// CONCATENATED MODULE: ./src/text/redact.ts



/** Replaces a secret. */
const MASK = '***';
/** Shorter secrets are words such as `on`, and shorter numbers are ports. */
const MIN_WHOLE_LENGTH = 4;
const MIN_WHOLE_DIGITS = 6;
function createRedactor(secrets) {
    const whole = new Set(secrets.filter(({ length }) => length >= MIN_WHOLE_LENGTH));
    const matcher = new SecretMatcher(secrets.flatMap(secretForms));
    const isSecret = (value) => {
        if (typeof value === 'string')
            return whole.has(value);
        return typeof value === 'number' && String(value).length >= MIN_WHOLE_DIGITS && whole.has(String(value));
    };
    return { redact: (text) => matcher.replace(text, MASK), isSecret };
}
/**
 * Masks secrets in all strings and keys of a JSON value.
 *
 * @param redact also gets the key of the object that has the string
 */
function redact_redactDeep(value, redact, at) {
    if (typeof value === 'string')
        return redact(value, at);
    if (Array.isArray(value))
        return value.map((item) => redact_redactDeep(item, redact));
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redact(key), redact_redactDeep(item, redact, key)]));
}
/** Masks secrets in all strings, numbers and keys of a JSON value, short secrets too if they are a whole value. */
function redactValues(value, redactor) {
    if (redactor.isSecret(value))
        return MASK;
    if (typeof value === 'string')
        return redactor.redact(value);
    if (typeof value === 'number')
        return redactor.redact(String(value)) === String(value) ? value : MASK;
    if (Array.isArray(value))
        return value.map((item) => redactValues(item, redactor));
    if (!isRecord(value))
        return value;
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [redactor.redact(key), redactValues(item, redactor)]));
}
const CREDENTIALS = [
    // The user and password of a URL; the password may contain / and @.
    [/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s:"'<>/]*:[^\s"'<>]+@/gi, `$1${MASK}@`],
    [/\b((?:bearer|basic)\s+)[\w.~+/=-]{8,}/gi, `$1${MASK}`],
    [/\b(?:sk-lf-|pk-lf-|sk-|gh[opsu]_|xox[abp]-)[\w-]{8,}/g, MASK],
    [/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g, MASK],
    [
        /((?:password|passwd|secret|token|api[_-]?key|salt|encryption[_-]?key)["']?\s*[:=]\s*["']?)[^\s"',;&}]{4,}/gi,
        `$1${MASK}`,
    ],
];
/** Masks what looks like a credential in the output of a program whose secrets are not known. */
const redactCredentials = (text) => CREDENTIALS.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);

;// CONCATENATED MODULE: ./src/terraform/install/hcl.ts
/** Whitespace and comments. */
const SKIPPED = /\s+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const HEREDOC = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;
/** Splits HCL into tokens (https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements). */
function hcl_tokenize(text) {
    const tokens = [];
    let at = text.startsWith('\ufeff') ? 1 : 0;
    const match = (pattern) => {
        pattern.lastIndex = at;
        return pattern.exec(text);
    };
    let startsLine = true;
    while (at < text.length) {
        const [skipped] = match(SKIPPED) ?? [];
        if (skipped !== undefined) {
            at += skipped.length;
            startsLine ||= skipped.includes('\n');
            continue;
        }
        const scanned = tokenAt(text, at, match);
        tokens.push({ ...scanned, start: at, startsLine });
        startsLine = false;
        at = scanned.end;
    }
    return tokens;
}
function tokenAt(text, at, match) {
    const [word] = match(WORD) ?? [];
    if (word !== undefined)
        return { kind: 'word', text: word, end: at + word.length };
    const heredoc = match(HEREDOC);
    if (heredoc !== null)
        return heredocAt(text, at, heredoc);
    const character = text[at] ?? '';
    if (character === '"')
        return stringAt(text, at);
    const kind = '{[('.includes(character) ? 'open' : '}])'.includes(character) ? 'close' : 'other';
    return { kind, text: character, end: at + 1 };
}
/** Ends with the delimiter line. `<<-` removes the common indentation. */
function heredocAt(text, at, [opening = '', flag, delimiter = '']) {
    const start = at + opening.length;
    let end = start;
    const lines = [];
    while (end < text.length) {
        const next = text.indexOf('\n', end);
        const line = text.slice(end, next < 0 ? text.length : next);
        end += line.length;
        if (line.trim() === delimiter)
            break;
        lines.push(line);
        end += 1;
    }
    const indents = lines
        .filter((line) => line.trim() !== '')
        .map((line) => line.length - line.trimStart().length);
    const indent = flag === '-' ? indents.reduce((least, one) => Math.min(least, one), Infinity) : 0;
    const body = lines.map((line) => `${line.slice(Math.min(indent, line.length))}\n`).join('');
    return { kind: 'template', text: body.replace(/([$%])\1\{/g, '$1{'), end: Math.min(end, text.length) };
}
/** Deeper templates are read as one text. */
const MAX_DEPTH = 100;
function stringAt(text, start, depth = 0) {
    let at = start + 1;
    let isPlain = true;
    while (at < text.length && text[at] !== '"' && text[at] !== '\n') {
        if (text[at] === '\\')
            at += 2;
        else if (/^(?:\$\$|%%)\{/.test(text.slice(at, at + 3)))
            at += 3;
        else if (/^[$%]\{/.test(text.slice(at, at + 2))) {
            isPlain = false;
            at = depth < MAX_DEPTH ? endOfTemplate(text, at + 2, depth) : at + 2;
        }
        else
            at += 1;
    }
    const content = text.slice(start + 1, at);
    return { kind: isPlain ? 'string' : 'template', text: hcl_unescape(content), end: at + 1 };
}
/** Returns the position after an interpolation. */
function endOfTemplate(text, start, depth) {
    let at = start;
    for (let braces = 1; at < text.length && braces > 0;) {
        if (text[at] === '"') {
            at = stringAt(text, at, depth + 1).end;
            continue;
        }
        if (text[at] === '{')
            braces += 1;
        if (text[at] === '}')
            braces -= 1;
        at += 1;
    }
    return at;
}
const ESCAPES = { n: '\n', r: '\r', t: '\t' };
const ESCAPE = /\\u[\dA-Fa-f]{4}|\\U[\dA-Fa-f]{8}|\\.|\$\$\{|%%\{/gs;
const hcl_unescape = (content) => content.replace(ESCAPE, (escape) => {
    const [first = '', second = ''] = escape;
    if (first !== '\\')
        return `${first}{`;
    if (escape.length > 2)
        return fromCodePoint(parseInt(escape.slice(2), 16), escape);
    return ESCAPES[second] ?? second;
});
const fromCodePoint = (code, otherwise) => code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;

;// CONCATENATED MODULE: ./src/terraform/configuration-block.ts


/** No configuration is nested deeper. */
const configuration_block_MAX_DEPTH = 200;
const newBlock = (type, labels) => ({
    type,
    labels,
    attributes: new Map(),
    blocks: [],
});
/** Parses a file in HCL as one block, also where it has errors. */
function configuration_block_parseHcl(source) {
    const tokens = tokenize(source);
    const open = [newBlock('', [])];
    for (let at = 0; at < tokens.length;) {
        const token = tokens[at];
        const block = open.at(-1);
        if (token === undefined || block === undefined)
            break;
        const next = tokens[at + 1];
        if (token.kind === 'close') {
            if (open.length > 1)
                open.pop();
            at += 1;
        }
        else if (token.kind !== 'word')
            at += 1;
        else if (next?.text === '=' && next.kind === 'other') {
            const end = endOfExpression(tokens, at + 2);
            block.attributes.set(token.text, attributeOf(source, tokens.slice(at + 2, end)));
            at = end;
        }
        else {
            const labels = labelsAt(tokens, at + 1);
            at += 1 + labels.length;
            if (tokens[at]?.text !== '{' || tokens[at]?.kind !== 'open')
                continue;
            const child = newBlock(token.text, labels);
            // Deeper blocks are read, but not as blocks of blocks.
            const parent = open[Math.min(open.length, configuration_block_MAX_DEPTH) - 1];
            parent?.blocks.push(child);
            open.push(child);
            at += 1;
        }
    }
    return open[0] ?? newBlock('', []);
}
/** A line break ends an expression outside of brackets. */
function endOfExpression(tokens, start) {
    let depth = 0;
    for (let at = start; at < tokens.length; at++) {
        const token = tokens[at];
        if (depth === 0 && at > start && token?.startsLine)
            return at;
        if (token?.kind === 'open')
            depth += 1;
        if (token?.kind === 'close')
            depth -= 1;
        if (depth < 0)
            return at;
    }
    return tokens.length;
}
function labelsAt(tokens, start) {
    const labels = [];
    for (const token of tokens.slice(start, start + MAX_LABELS)) {
        if (token.startsLine || (token.kind !== 'string' && token.kind !== 'word'))
            break;
        labels.push(token.text);
    }
    return labels;
}
const MAX_LABELS = 3;
/** Returns an expression's source and the strings and numbers in it. */
const configuration_block_parseExpression = (source) => attributeOf(source, tokenize(source));
function attributeOf(source, tokens) {
    const start = tokens[0]?.start ?? 0;
    const end = tokens.at(-1)?.end ?? start;
    const literals = [];
    let number = '';
    for (const [at, token] of tokens.entries()) {
        if (token.kind === 'string' || token.kind === 'template')
            literals.push(token.text);
        const isAdjacent = tokens[at - 1]?.end === token.start;
        const isDigit = token.kind === 'other' && /[\d.]/.test(token.text);
        if (number !== '' && !(isDigit && isAdjacent)) {
            literals.push(number);
            number = '';
        }
        if (isDigit)
            number += token.text;
    }
    if (number !== '')
        literals.push(number);
    return { text: source.slice(start, end), literals };
}
/** Blocks with labels, and their number. */
const LABEL_COUNTS = new Map([
    ['resource', 2],
    ['data', 2],
    ['ephemeral', 2],
    ['variable', 1],
    ['provider', 1],
    ['backend', 1],
    ['module', 1],
    ['output', 1],
    ['provisioner', 1],
]);
/** Parses a file in the JSON syntax (https://developer.hashicorp.com/terraform/language/syntax/json). */
function configuration_block_parseJsonSyntax(source) {
    const value = configuration_block_isTooDeep(source) ? undefined : parseJson(source);
    return jsonBlock('', [], isRecord(value) ? value : {});
}
function jsonBlock(type, labels, body) {
    const entries = Object.entries(body);
    return {
        type,
        labels,
        attributes: new Map(entries.map(([name, value]) => [name, jsonAttribute(value)])),
        // JSON does not tell blocks from objects.
        blocks: entries.flatMap(([name, value]) => jsonBlocks(name, value, [])),
    };
}
function jsonBlocks(type, value, labels) {
    const missing = (LABEL_COUNTS.get(type) ?? 0) - labels.length;
    const bodies = Array.isArray(value) ? value : [value];
    return bodies
        .filter(isRecord)
        .flatMap((body) => missing > 0
        ? Object.entries(body).flatMap(([label, inner]) => jsonBlocks(type, inner, [...labels, label]))
        : [jsonBlock(type, labels, body)]);
}
const jsonAttribute = (value) => ({
    text: typeof value === 'string' ? value : JSON.stringify(value),
    literals: configuration_block_leavesOf(value),
});
/** Returns the strings and numbers in a JSON value. */
function configuration_block_leavesOf(value) {
    if (typeof value === 'string' || typeof value === 'number')
        return [String(value)];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(configuration_block_leavesOf) : [];
}
function configuration_block_isTooDeep(source) {
    let depth = 0;
    for (const character of source) {
        if (character === '{' || character === '[')
            depth += 1;
        if (character === '}' || character === ']')
            depth -= 1;
        if (depth > configuration_block_MAX_DEPTH)
            return true;
    }
    return false;
}

;// CONCATENATED MODULE: ./src/terraform/sensitive-calls.ts


const CALL = /\bsensitive\s*\(/;
const FILE = /\bfile(?:base64)?\(\s*"((?:\$\{path\.(?:module|root)\})?[^"$\\]+)"\s*\)/g;
/** Without calls, references and indexes, whose words are no secrets. */
const IS_LITERAL = /^(?![^]*[\w)\]]\s*[([])(?![^]*\b(?:var|local|data|module|each|self)\.)/;
/** Finds calls of `sensitive()` in the source of an expression. */
function sensitive_calls_sensitiveCalls(source) {
    const found = CALL.test(source) ? callsIn(source, tokenize(source)) : [];
    return {
        literals: found.flatMap(({ literals }) => literals),
        variables: found.flatMap(({ variables }) => variables),
        files: found.flatMap(({ files }) => files),
    };
}
function callsIn(source, tokens) {
    return tokens.flatMap(({ kind, text, start, end }, at) => {
        // A string with an interpolation is one token.
        if (kind === 'template')
            return [sensitive_calls_sensitiveCalls(source.slice(start + 1, end - 1))];
        const bracket = tokens[at + 1];
        if (kind !== 'word' || text !== 'sensitive' || bracket?.text !== '(')
            return [];
        return [readArgument(source.slice(bracket.end, endOfCall(tokens, at + 2)).trim())];
    });
}
function readArgument(argument) {
    const [, variable] = /^var\.([\w-]+)$/.exec(argument) ?? [];
    return {
        literals: IS_LITERAL.test(argument) ? parseExpression(argument).literals : [],
        variables: variable === undefined ? [] : [variable],
        files: [...argument.matchAll(FILE)].map(([, path = '']) => path.replace('${path.root}/', '')),
    };
}
/** Returns the position of the bracket that closes a call. */
function endOfCall(tokens, first) {
    let depth = 1;
    for (const { kind, start } of tokens.slice(first)) {
        if (kind === 'open')
            depth += 1;
        if (kind === 'close')
            depth -= 1;
        if (depth === 0)
            return start;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./src/terraform/configuration.ts






async function readModule(directory) {
    const names = (await readdir(directory).catch(() => [])).filter(isConfigurationFile).sort();
    const ordered = [...names.filter((name) => !isOverrideFile(name)), ...names.filter(isOverrideFile)];
    return Promise.all(ordered.map(async (name) => {
        const text = await readFile(join(directory, name), 'utf8').catch(() => '');
        return name.endsWith('.json') ? parseJsonSyntax(text) : parseHcl(text);
    }));
}
/**
 * Reads the root module and, after `init`, the modules that it calls.
 *
 * @param dataDirectory value of TF_DATA_DIR
 */
async function configuration_readConfiguration(directory, dataDirectory) {
    const index = resolve(directory, dataDirectory || '.terraform', 'modules', 'modules.json');
    const modules = recordsIn(parseObject(await readFile(index, 'utf8').catch(() => ''))?.['Modules']);
    const called = modules.flatMap(({ Dir: path }) => (typeof path === 'string' && path !== '.' ? [path] : []));
    const root = await readModule(directory);
    const children = await Promise.all(called.map((path) => readModule(resolve(directory, path))));
    const found = new SecretSearch();
    for (const file of root)
        found.addFile(file, { module: 'root', path: directory });
    for (const [at, files] of children.entries())
        for (const file of files)
            found.addFile(file, { module: 'child', path: resolve(directory, called[at] ?? '') });
    for (const path of found.files) {
        const text = await readFile(resolve(directory, path), 'utf8').catch(() => '');
        if (text.length <= MAX_SECRET_FILE_LENGTH)
            found.literals.add(text);
    }
    const variables = new Map();
    for (const block of root.flatMap(({ blocks }) => blocks).filter(({ type }) => type === 'variable')) {
        const [name = ''] = block.labels;
        variables.set(name, declaredVariable(block, variables.get(name), found.variables.has(name)));
    }
    return { variables, literals: [...found.literals], unknownSecrets: found.unknown };
}
const isOn = (attribute) => attribute !== undefined && !/^\W*false\W*$/.test(attribute.text.slice(0, MAX_FLAG_LENGTH));
const MAX_FLAG_LENGTH = 100;
/** Longer files are documents, not secrets. */
const MAX_SECRET_FILE_LENGTH = (/* unused pure expression or super */ null && (64 * 1024));
/** @param before declaration that an override file changes */
function declaredVariable({ attributes }, before, isUsedAsSecret) {
    const isEphemeral = isOn(attributes.get('ephemeral')) || before?.isEphemeral === true;
    const type = attributes.get('type')?.text;
    const given = attributes.get('default');
    return {
        isEphemeral,
        isSecret: isEphemeral || isUsedAsSecret || isOn(attributes.get('sensitive')) || before?.isSecret === true,
        syntax: type === undefined ? (before?.syntax ?? 'text') : isPrimitive(type) ? 'text' : 'expression',
        defaults: [...(before?.defaults ?? []), ...(given === undefined ? [] : [given])],
    };
}
/** Also the quoted form of Terraform 0.11. */
const isPrimitive = (type) => /^["(\s]*(?:string|number|bool)[")\s]*$/.test(type.slice(0, MAX_FLAG_LENGTH));
/** Arguments of providers, backends and connections that are credentials. */
const CREDENTIAL = /secret|token|passw|passphrase|private_key|access_key|api_?key|app_key|client_key|(?:^|_)(?:auth|pem)$|authorization|credential|conn_str|external_id|bearer/i;
const WRITE_ONLY = /_wo$/;
/** `key_provider` is part of OpenTofu's encryption. */
const CREDENTIAL_BLOCKS = (/* unused pure expression or super */ null && (['provider', 'backend', 'connection', 'key_provider']));
class SecretSearch {
    literals = new Set();
    variables = new Set();
    unknown = new Set();
    /** Paths of files whose content is a secret. */
    files = new Set();
    /** @param path of the module */
    addFile(file, { module, path }) {
        for (const block of file.blocks) {
            if (block.type === 'ephemeral')
                this.unknown.add('ephemeral');
            const [type = '', name = ''] = block.labels;
            const subject = block.type === 'resource' ? `${type}.${name}` : `${block.type}.${type}`;
            this.addBlock(block, { subject, module, path, isCredential: CREDENTIAL_BLOCKS.includes(block.type) });
        }
    }
    addBlock(block, where) {
        for (const [name, attribute] of block.attributes) {
            const { literals, variables, files } = sensitiveCalls(attribute.text);
            for (const literal of literals)
                this.literals.add(literal);
            for (const file of files)
                this.files.add(file.replace('${path.module}', where.path));
            if (where.module === 'root')
                for (const one of variables)
                    this.variables.add(one);
            const isSecret = WRITE_ONLY.test(name) || (where.isCredential && CREDENTIAL.test(name));
            if (isSecret || isEphemeralUse(attribute))
                this.addSecret(attribute, where);
        }
        for (const child of block.blocks) {
            const isCredential = where.isCredential || CREDENTIAL_BLOCKS.includes(child.type);
            this.addBlock(child, { ...where, isCredential });
        }
    }
    addSecret({ text, literals }, { subject, module }) {
        for (const literal of literals)
            this.literals.add(literal);
        if (module === 'root')
            for (const [, name = ''] of text.matchAll(/\bvar\.([\w-]+)/g))
                this.variables.add(name);
        if (module === 'root' && /^var\.[\w-]+$/.test(text.trim()))
            return;
        // A function, local value or module can make a text that no input has.
        if (/[\w-]\s*\(|\b(?:ephemeral|local|module|var|each|self)\b/.test(text))
            this.unknown.add(subject);
    }
}
const isEphemeralUse = ({ text }) => /\bephemeral\./.test(text);
/**
 * Whether the text of an error may contain a secret that is not known.
 *
 * @param address of a resource or provider; undefined for text of unknown origin
 */
function configuration_mayQuoteUnknownSecret({ unknownSecrets }, address) {
    if (unknownSecrets.size === 0)
        return false;
    if (address === undefined)
        return true;
    const [type = '', name = ''] = lastModulePart(address).split('.', 2);
    // The address has the provider's source; a module may call it by any name.
    if (type.startsWith('provider['))
        return [...unknownSecrets].some((one) => one.startsWith('provider.'));
    if (type === 'ephemeral')
        return true;
    return unknownSecrets.has(`${type}.${name.replace(/\[.*/s, '')}`);
}
/** Removes the modules in front of an address. */
function lastModulePart(address) {
    const at = address.lastIndexOf('module.');
    if (at < 0)
        return address;
    // An instance key may contain dots.
    return address.slice(at).replace(/^module\.[^.[]+(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./, '');
}

;// CONCATENATED MODULE: ./src/terraform/environment-arguments.ts

/** Options whose value may be the next word. All others are boolean. */
const VALUED = new Set([
    ...['var', 'var-file', 'target', 'target-file', 'exclude', 'exclude-file', 'replace', 'invoke'],
    ...['out', 'generate-config-out', 'parallelism', 'lock-timeout', 'state', 'state-out', 'backup'],
    ...['backend-config', 'plugin-dir', 'from-module', 'lockfile', 'test-directory', 'deprecation'],
]);
const VARIABLE = /^TF_CLI_ARGS(?:_\w+)?$/;
/** Reads the options that Terraform adds to its commands. */
function environmentOptions(env) {
    return Object.entries(env).flatMap(([variable, text = '']) => VARIABLE.test(variable) ? readOptions(variable, splitShellWords(text).words) : []);
}
/** Returns the environment variables with options that Terraform cannot split into words. */
const malformedArguments = (env) => Object.entries(env).flatMap(([variable, text = '']) => VARIABLE.test(variable) && !splitShellWords(text).isComplete ? [variable] : []);
function readOptions(variable, words) {
    const options = [];
    for (let at = 0; at < words.length; at += 1) {
        const [, flag = '', name, given] = /^(--?([^-=][^=]*))(?:=(.*))?$/s.exec(words[at] ?? '') ?? [];
        if (name === undefined)
            continue;
        const takesNext = given === undefined && VALUED.has(name);
        options.push({ variable, name, flag, value: takesNext ? words[at + 1] : given });
        if (takesNext)
            at += 1;
    }
    return options;
}
const ON = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const OFF = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);
/** Reads a boolean option as Go's flag package does. @returns undefined if Terraform rejects the value */
function environment_arguments_isOn({ value }) {
    if (value === undefined || ON.has(value))
        return true;
    return OFF.has(value) ? false : undefined;
}
/** Reads `-var`, `-var-file` and `-backend-config` in TF_CLI_ARGS and `TF_CLI_ARGS_<command>`. */
function environment_arguments_environmentArguments(env) {
    const options = environmentOptions(env);
    const valuesOf = (name) => options.flatMap((option) => (option.name === name ? (option.value ?? []) : []));
    return {
        variables: valuesOf('var'),
        varFiles: valuesOf('var-file'),
        backendConfig: valuesOf('backend-config'),
    };
}

;// CONCATENATED MODULE: ./src/terraform/given-values.ts




/** Splits `name=value`. */
function given_values_splitItem(item) {
    const at = item.indexOf('=');
    return at < 0 ? [item, ''] : [item.slice(0, at), item.slice(at + 1)];
}
/**
 * Returns the values of secret variables wherever Terraform reads them, and the secrets in the configuration.
 * The plan's JSON has no ephemeral values, and a plan that fails has no JSON.
 */
async function given_values_givenSecrets(directory, { variables = [], varFiles = [] }, { configuration, env, }) {
    const isSecret = (name) => configuration.variables.get(name)?.isSecret === true;
    const files = [...(await automaticFiles(directory)), ...varFiles];
    const inFiles = await Promise.all(files.map((path) => readVarFile(resolve(directory, path))));
    const environment = Object.entries(env).flatMap(([name, value]) => name.startsWith('TF_VAR_') ? [[name.slice('TF_VAR_'.length), given_values_valueOf(value)]] : []);
    const items = variables.map((item) => {
        const [name, value] = given_values_splitItem(item);
        return [name, given_values_valueOf(value)];
    });
    const defaults = [...configuration.variables].flatMap(([name, declared]) => declared.defaults.map((one) => [name, one]));
    const given = [...inFiles.flat(), ...environment, ...items, ...defaults].filter(([name]) => isSecret(name));
    return [...configuration.literals, ...given.flatMap(([, { literals }]) => literals)];
}
/** The whole text and what is quoted in it: the type decides which of them is the value. */
const given_values_valueOf = (text) => ({ text, literals: [text, ...parseExpression(text).literals] });
/** Returns the last given text of each variable, in Terraform's order of precedence. */
async function givenTexts(directory, { variables = [], varFiles = [] }, env) {
    const environment = Object.entries(env).flatMap(([name, value = '']) => name.startsWith('TF_VAR_') ? [[name.slice('TF_VAR_'.length), value]] : []);
    const files = [...(await automaticFiles(directory)), ...varFiles];
    const inFiles = await Promise.all(files.map((path) => readVarFile(resolve(directory, path))));
    const texts = inFiles
        .flat()
        .map(([name, { text, literals }]) => [name, text || JSON.stringify(literals)]);
    return new Map([...environment, ...texts, ...variables.map(given_values_splitItem)]);
}
/** Relative to the root module. */
async function automaticFiles(directory) {
    const names = await readdir(directory).catch(() => []);
    return names.filter((name) => /^terraform\.tfvars(?:\.json)?$|\.auto\.tfvars(?:\.json)?$/.test(name));
}
/** An unreadable file is reported by Terraform. */
async function readVarFile(path) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (!path.endsWith('.json'))
        return [...parseHcl(text).attributes];
    const values = isTooDeep(text) ? undefined : parseJson(text);
    if (!isRecord(values))
        return [];
    return Object.entries(values).map(([name, value]) => [name, { text: '', literals: leavesOf(value) }]);
}
/** Settings of a backend that are credentials. */
const BACKEND_CREDENTIAL = /secret|token|passw|access_key|private_key|client_certificate|conn_str|credential|external_id|sas_|encryption_key/i;
/** Returns the secrets in `backend-config` items and files. */
async function given_values_backendSecrets(directory, items) {
    const pairs = items
        .filter((item) => item.includes('='))
        .map((item) => {
        const [name, value] = given_values_splitItem(item);
        return [name, given_values_valueOf(value)];
    });
    const files = items.filter((item) => !item.includes('='));
    const inFiles = await Promise.all(files.map((path) => readVarFile(resolve(directory, path))));
    return [...pairs, ...inFiles.flat()]
        .filter(([name, { text }]) => BACKEND_CREDENTIAL.test(name) || BACKEND_CREDENTIAL.test(text))
        .flatMap(([, { literals }]) => literals);
}

;// CONCATENATED MODULE: ./src/terraform/value-files.ts




/** Every program of the machine can read a command line, but not these files. */
const FILE_MODE = 0o600;
/** Placeholder for the value of a variable that the root module does not declare. */
const UNDECLARED_VALUE = '(value omitted)';
/**
 * Writes the values of variables to a file, and returns the arguments with which Terraform reads them as it would
 * read `-var`.
 *
 * @throws InvalidArgument for a value that no program can receive
 */
async function value_files_variableArguments({ variables = [], varFiles = [] }, { variables: declared }, folder) {
    const given = varFiles.map((path) => `-var-file=${withoutNul('-var-file', path)}`);
    if (variables.length === 0)
        return { args: given, files: [] };
    // As on a command line, the last value counts.
    const values = new Map(variables.map((item) => splitItem(withoutNul('-var', item))));
    const undeclared = [...values.keys()].filter((name) => !declared.has(name));
    const known = [...values].filter(([name]) => declared.has(name));
    const lines = known.map(([name, value]) => assignment(name, value, declared.get(name)?.syntax ?? 'text'));
    const path = join(folder, `${process.pid}-variables.tfvars`);
    await writeFile(path, lines.join(''), { mode: FILE_MODE });
    return {
        // In a file, Terraform only warns of an undeclared variable.
        args: [...given, ...undeclared.map((name) => `-var=${name}=${UNDECLARED_VALUE}`), `-var-file=${path}`],
        files: [path],
    };
}
/**
 * Writes the `name=value` items of `backend-config` to files, and returns the arguments in their order.
 *
 * @throws InvalidArgument
 */
async function value_files_backendArguments(items, folder) {
    const args = [];
    const files = [];
    for (const [at, item] of items.entries()) {
        const clean = withoutNul('-backend-config', item);
        const [name, value] = splitItem(clean);
        if (!clean.includes('=') || !IDENTIFIER.test(name)) {
            args.push(`-backend-config=${clean}`);
            continue;
        }
        const path = join(folder, `${process.pid}-backend-${at}.tfbackend`);
        await writeFile(path, assignment(name, value, /^\s*[{[]/.test(value) ? 'expression' : 'text'), {
            mode: FILE_MODE,
        });
        files.push(path);
        args.push(`-backend-config=${path}`);
    }
    return { args, files };
}
const IDENTIFIER = /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u;
/** Parentheses let an expression span lines. */
const assignment = (name, value, syntax) => `${name} = ${syntax === 'text' ? quote(value) : `(\n${value}\n)`}\n`;
/** Quotes a text as an HCL string. */
function quote(text) {
    const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c');
    // An escaped brace begins no expression, whatever precedes it.
    return `"${escaped.replace(/([$%])\{/g, '$1\\u007b')}"`;
}
function withoutNul(option, value) {
    if (!value.includes('\0'))
        return value;
    throw new InvalidArgument(`${option}: the value contains a NUL character, which a process argument cannot contain. Remove it.`);
}

;// CONCATENATED MODULE: ./src/terraform/root-values.ts






/**
 * Registers the secrets that are known before Terraform runs, and writes the values of variables to a file.
 *
 * @throws InvalidArgument
 */
async function root_values_prepareValues(directory, inputs, { env, folder, addSecrets }) {
    const configuration = await readConfiguration(directory, env['TF_DATA_DIR']);
    const more = environmentArguments(env);
    const all = {
        variables: [...(inputs.variables ?? []), ...more.variables],
        varFiles: [...(inputs.varFiles ?? []), ...more.varFiles],
    };
    addSecrets([...environmentSecrets(env), ...(await givenSecrets(directory, all, { configuration, env }))]);
    return { configuration, ...(await variableArguments(inputs, configuration, folder)) };
}
/**
 * Registers the secrets in backend settings, and writes the settings to files.
 *
 * @throws InvalidArgument
 */
async function root_values_prepareBackend(directory, items, { env, folder, addSecrets }) {
    addSecrets(await backendSecrets(directory, [...items, ...environmentArguments(env).backendConfig]));
    return backendArguments(items, folder);
}
/**
 * Adds the values of variables to a command that only OpenTofu lets have them: state and plan may be encrypted with one.
 *
 * @throws InvalidArgument
 */
async function root_values_addValues(command, { directory, inputs }, runtime) {
    const [name = ''] = command.args;
    if (!encryptsWithVariables(runtime) || !TAKES_VALUES.test(name))
        return command;
    const values = await root_values_prepareValues(directory, inputs, runtime);
    // Options come before other arguments.
    const words = /^(?:state|workspace)$/.test(name) ? 2 : 1;
    return {
        ...command,
        args: [...command.args.slice(0, words), ...values.args, ...command.args.slice(words)],
        temporaryFiles: values.files,
    };
}
const TAKES_VALUES = /^(?:show|output|state|workspace|force-unlock)$/;
/** OpenTofu evaluates variables in `encryption` blocks since the version whose `init` reads them. */
const encryptsWithVariables = ({ version, engine }) => engine?.name === 'opentofu' && isReadByInit(version, engine);
/** Returns the arguments for the variables that no plan file has, and for those that may decrypt it. */
function root_values_applyValues({ configuration, args }, { version, engine }) {
    if (encryptsWithVariables({ version, engine }))
        return args;
    const isEphemeral = [...configuration.variables.values()].some((one) => one.isEphemeral);
    return isEphemeral && isReadByApply(version, engine) ? args : [];
}

// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
;// CONCATENATED MODULE: ./src/terraform/advice.ts
/** Next step after the system has ended the process. */
const killedAdvice = ({ title }) => `The system ended ${title}, most likely because the runner has too little memory. Use a larger runner or a smaller parallelism.`;
/** Next step after a state that is only in a file. */
const unsavedStateAdvice = ({ command }) => `The new state exists only in errored.tfstate in the working directory. Save it in the backend with ${command} state push errored.tfstate before the runner deletes its workspace and before the next apply.`;
const NO_LOCK = 'Error acquiring the state lock';
const advice = (pattern, text) => ({
    isFor: (output) => pattern.test(output),
    text: typeof text === 'string' ? () => text : text,
});
/** The first one that matches decides. */
const ADVICE_BY_OUTPUT = [
    {
        isFor: (output) => output.includes(NO_LOCK) && /AccessDenied|not authorized/.test(output),
        text: () => "The role may not acquire the lock. Allow s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
    },
    advice(new RegExp(NO_LOCK), "Re-run the job. If the error persists, check the object in the state's bucket whose name ends in .tflock."),
    advice(/Unsupported (?:Terraform|OpenTofu) Core version/, 'Set terraform-version to a version that required_version allows, or install a matching version in an earlier step.'),
    advice(/dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/, ({ name, command }) => `Run ${command} providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.${name === 'opentofu' ? ' A lock file of Terraform has the addresses of another registry.' : ''}`),
    advice(/Backend configuration changed|Backend initialization required/, 'The .terraform directory belongs to another backend. Delete it before this step, or exclude it from the cache.'),
    advice(/No value for required variable/, 'Set the variable with the input variables (name=value), in a var-file, or as TF_VAR_<name>.'),
    advice(/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'),
    advice(/Value for undeclared variable/, 'Correct the name in the input variables, or declare the variable in the root module.'),
    advice(/No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/, 'Set role-to-assume (with permissions: id-token: write), or configure AWS credentials in an earlier step.'),
    advice(/AccessDenied|UnauthorizedOperation|not authorized to perform/, "Allow the denied action in the role's policy."),
    advice(/Saved plan is stale/, 'The state changed after the plan was created. Re-run the job to create a new plan.'),
    advice(/Failed to (?:query available provider packages|install provider|resolve provider packages)|Could not (?:resolve|retrieve) provider/, "Check the network, HTTPS_PROXY and the provider's source address."),
];
/** Returns the next step for an error that has a known cause. */
const adviceOn = (output, engine) => ADVICE_BY_OUTPUT.find(({ isFor }) => isFor(output))?.text(engine);

;// CONCATENATED MODULE: ./src/terraform/error.ts



/** A failed Terraform command. The message ends with the next step. */
class error_TerraformFailed extends Error {
    details;
    name = 'TerraformFailed';
    reason;
    diagnostics;
    lock;
    /** The next step; empty if the report of the command has it. */
    advice;
    constructor(details, options) {
        const lock = details.diagnostics.map(diagnostic_lockOf).find((one) => one !== undefined);
        const advice = error_adviceFor(details, lock);
        const lines = [formatHeadline(details), ...errorLines(details), advice];
        super(lines.filter((line, at) => at === 0 || line !== '').join('\n'), options);
        this.details = details;
        this.advice = advice;
        this.diagnostics = [...details.diagnostics, ...explanation(details)];
        this.lock = lock;
        this.reason = failureReason(details, lock);
    }
}
function failureReason({ interrupted, diagnostics }, lock) {
    if (interrupted)
        return 'cancelled';
    if (lock !== undefined)
        return 'state-locked';
    const errors = diagnostics.filter(({ severity }) => severity === 'error');
    const isInput = errors.length > 0 && errors.every(({ summary }) => INVALID_INPUT.test(summary));
    return isInput ? 'invalid-input' : 'terraform-failed';
}
/** Errors about the inputs `variables` and `var-file`. */
const INVALID_INPUT = /^(?:No value for required variable|Failed to read variables file|Value for undeclared variable)$/;
function formatHeadline({ command, directory, exit, interrupted, engine = engine_TERRAFORM, }) {
    const end = exit.signal === undefined ? `exit code ${exit.exitCode ?? 'unknown'}` : `ended by ${exit.signal}`;
    return `${engine.command} ${command} failed in ${directory} (${end}${interrupted ? ', after the run was cancelled' : ''})`;
}
const MAX_EXPLANATION_LENGTH = 4_000;
/** Stands for the error that Terraform did not report. */
function explanation(details) {
    const { diagnostics, interrupted, exit, text, note, engine = engine_TERRAFORM } = details;
    if (interrupted || diagnostics.some(({ severity }) => severity === 'error'))
        return [];
    const lines = text
        .filter((line) => line.trim() !== '')
        .join('\n')
        .slice(-MAX_EXPLANATION_LENGTH);
    const parts = [exit.signal === undefined ? '' : killedAdvice(engine), note ?? '', lines];
    return [
        {
            severity: 'error',
            summary: formatHeadline(details),
            detail: parts.filter((part) => part !== '').join('\n'),
            address: undefined,
            range: undefined,
        },
    ];
}
function errorLines({ diagnostics, text }) {
    const errors = diagnostics.filter(({ severity }) => severity === 'error').map(diagnostic_formatDiagnostic);
    // Terraform repeats errors.
    return errors.length > 0 ? [...new Set(errors)] : text.filter((line) => line !== '');
}
/** Returns the next step; for an apply, what its report does not tell. */
function error_adviceFor(details, lock) {
    const { command, directory, diagnostics, text, interrupted, exit, note, engine = engine_TERRAFORM } = details;
    const output = [...diagnostics.map(({ summary, detail }) => `${summary}\n${detail}`), ...text].join('\n');
    if (output.includes('errored.tfstate') && command !== 'apply')
        return unsavedStateAdvice(engine);
    if (lock !== undefined)
        return lockAdvice(lock, engine);
    if (interrupted)
        return 'Re-run the job.';
    if (note !== undefined && exit.signal === undefined)
        return note;
    if (exit.signal !== undefined)
        return [killedAdvice(engine), note ?? ''].join(' ').trim();
    const advice = adviceOn(output, engine);
    if (advice !== undefined)
        return advice;
    // A job applies, not a person.
    return command === 'apply'
        ? ''
        : `Reproduce the error locally with ${engine.command} ${command} in ${directory}.`;
}
/** Errors about a state that Terraform could not save. */
const UNSAVED_STATE = /^(?:Failed to (?:save|persist|serialize) state|Failed to create local state file|Error saving current state)/;
/** Returns the errors of an apply whose state was saved afterwards. */
const withoutUnsavedState = (diagnostics) => diagnostics.filter(({ summary }) => !UNSAVED_STATE.test(summary));
/** Terraform's lock IDs are UUIDs (RFC 9562). Who may write the lock can write another ID. */
const isLockId = (id) => /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(id);
/** Returns a clause with the command that removes a lock, if it is safe to run. */
const unlockStep = (id, engine = engine_TERRAFORM) => inWordsOf(engine, isLockId(id)
    ? `run terraform force-unlock ${id}`
    : "find out who wrote the object next to the state whose name ends in .tflock, because its ID is not one of Terraform's, and delete it");
/** Describes a lock and the next step. */
function lockAdvice({ kind, id, path, operation, who, created }, engine = engine_TERRAFORM) {
    const purpose = operation.replace(/^OperationType/, '').toLowerCase();
    const parts = [
        who && `held by ${who}`,
        created && `since ${created}`,
        purpose && `for ${purpose}`,
        path && `on ${path}`,
    ];
    const holder = parts
        .filter((part) => part !== '')
        .map(shorten)
        .join(' ');
    return kind === 'orphaned'
        ? `This run's lock was not released (${holder}). Check that no run is active, then ${unlockStep(id, engine)}.`
        : `The state is locked: ${holder}. Wait for that run or raise lock-timeout. If that run is no longer active, ${unlockStep(id, engine)}.`;
}
const MAX_PART_LENGTH = 200;
const shorten = (text) => text.length > MAX_PART_LENGTH ? `${text.slice(0, MAX_PART_LENGTH)}…` : text;

;// CONCATENATED MODULE: ./src/terraform/pid-file.ts


/** Writes the file atomically. Synchronous, because this process may be about to die. */
function pid_file_writePidFile(path, record) {
    const draft = `${path}.new`;
    writeFileSync(draft, JSON.stringify(record), { mode: 0o600 });
    renameSync(draft, path);
}
/** Removes the file, or moves it to `endedFile`. */
function pid_file_removePidFile(path, endedFile) {
    if (endedFile === undefined)
        rmSync(path, { force: true });
    else
        renameSync(path, endedFile);
}
/** Returns undefined if the file is missing or invalid. */
function readPidFile(path) {
    const fields = parseObject(readText(path) ?? '');
    if (fields === undefined)
        return undefined;
    const { pid, startTime } = fields;
    const texts = ['command', 'directory', 'startedAt', 'stdoutFile', 'stderrFile'].map((key) => textAt(fields, key));
    const [command, directory, startedAt, stdoutFile, stderrFile] = texts;
    // Others would address process groups.
    if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 1)
        return undefined;
    if (!command || !directory || !startedAt || !stdoutFile || !stderrFile)
        return undefined;
    return {
        pid,
        startTime: typeof startTime === 'string' ? startTime : undefined,
        program: textAt(fields, 'program') ?? 'terraform',
        command,
        directory,
        startedAt,
        stdoutFile,
        stderrFile,
        interrupted: fields['interrupted'] === true,
    };
}
/** The second field may contain spaces and parentheses (proc_pid_stat(5)). */
function readProcStat(pid) {
    const text = readText(`/proc/${pid}/stat`);
    if (text === undefined)
        return undefined;
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', startTime: fields[19] ?? '' };
}
/** Returns a process's start time; undefined without /proc. */
function pid_file_startTimeOf(pid) {
    return readProcStat(pid)?.startTime;
}
/** Whether the recorded process still runs. */
function isRunning({ pid, startTime }) {
    const stat = readProcStat(pid);
    if (stat !== undefined) {
        // A zombie has ended.
        const hasEnded = stat.state === 'Z' || stat.state === 'X';
        return !hasEnded && (startTime === undefined || stat.startTime === startTime);
    }
    if (startTime !== undefined)
        return false;
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return isRecord(error) && error['code'] === 'EPERM';
    }
}
/** Interrupts the recorded process once, and returns whether it did. */
function pid_file_interruptOnce(path) {
    const record = readPidFile(path);
    if (record === undefined || record.interrupted || !isRunning(record))
        return false;
    // Recorded first: after a second interrupt Terraform exits without saving its state.
    pid_file_writePidFile(path, { ...record, interrupted: true });
    process.kill(record.pid, 'SIGINT');
    return true;
}
/** Of `state`, only `pull` is interruptible. */
const READ_ONLY_COMMANDS = (/* unused pure expression or super */ null && (['init', 'validate', 'plan', 'show', 'fmt', 'output', 'state']));
/** Whether a command may be killed. */
const pid_file_isReadOnlyCommand = (command) => READ_ONLY_COMMANDS.includes(command);
/** Kills Terraform and its provider processes. */
function pid_file_killProcess(record) {
    if (!isRunning(record))
        return;
    // Windows has no process groups.
    process.kill(process.platform === 'win32' ? record.pid : -record.pid, 'SIGKILL');
}
const PROCESS_POLL_MS = 250;
/** Returns whether the process ended within the limit. */
async function waitForProcess(record, { limitMs, sleep, now }) {
    const untilMs = now() + limitMs;
    while (isRunning(record)) {
        if (now() >= untilMs)
            return false;
        await sleep(PROCESS_POLL_MS);
    }
    return true;
}
function readText(path) {
    try {
        return readFileSync(path, 'utf8');
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:string_decoder"
var external_node_string_decoder_ = __webpack_require__(46193);
;// CONCATENATED MODULE: ./src/terraform/follow-file.ts



const FILE_POLL_MS = 50;
const CHUNK_BYTES = (/* unused pure expression or super */ null && (64 * 1024));
/** In UTF-16 code units; longer lines are truncated. */
const MAX_LINE_LENGTH = (/* unused pure expression or super */ null && (1024 * 1024));
/** Splits a stream of bytes into lines. */
class LineSplitter {
    onLine;
    decoder = new StringDecoder('utf8');
    line = '';
    cut = 0;
    constructor(onLine) {
        this.onLine = onLine;
    }
    add(bytes) {
        const [first = '', ...others] = this.decoder.write(bytes).split('\n');
        this.extend(first);
        for (const piece of others) {
            this.emit();
            this.extend(piece);
        }
    }
    end() {
        this.extend(this.decoder.end());
        if (this.line !== '')
            this.emit();
    }
    extend(piece) {
        const room = MAX_LINE_LENGTH - this.line.length;
        this.line += piece.slice(0, room);
        this.cut += Math.max(0, piece.length - room);
    }
    emit() {
        const line = this.line.endsWith('\r') ? this.line.slice(0, -1) : this.line;
        const cut = this.cut;
        this.line = '';
        this.cut = 0;
        this.onLine(cut > 0 ? `${line}… (${cut} more characters)` : line);
    }
}
/** Reads the lines of a file that grows until `ended` is aborted. */
async function follow_file_followFile(path, onLine, ended) {
    const file = await open(path, 'r');
    try {
        const lines = new LineSplitter(onLine);
        const buffer = Buffer.alloc(CHUNK_BYTES);
        for (;;) {
            // Checked first, so that the last output is read.
            const isLast = ended.aborted;
            const { bytesRead } = await file.read(buffer, 0, CHUNK_BYTES);
            if (bytesRead > 0)
                lines.add(buffer.subarray(0, bytesRead));
            else if (isLast)
                break;
            else
                await sleep(FILE_POLL_MS, undefined, { signal: ended }).catch(() => undefined);
        }
        lines.end();
    }
    finally {
        await file.close();
    }
}

;// CONCATENATED MODULE: ./src/terraform/process.ts






/** Terraform could not be started. */
class TerraformNotStarted extends (/* unused pure expression or super */ null && (Error)) {
    name = 'TerraformNotStarted';
    reason = 'terraform-failed';
}
/** The run was cancelled before Terraform was started. */
class TerraformCancelled extends (/* unused pure expression or super */ null && (Error)) {
    name = 'TerraformCancelled';
    reason = 'cancelled';
}
/**
 * Runs Terraform to its end.
 *
 * @throws like `startTerraform`
 */
const process_runTerraform = async (args, options) => (await startTerraform(args, options)).ended;
/**
 * Starts Terraform in a process group that does not receive this process's signals.
 *
 * @throws TerraformCancelled, TerraformNotStarted
 */
async function startTerraform(args, options) {
    const { pidFile, interruption } = options;
    const [command = ''] = args;
    if (interruption?.aborted)
        throw new TerraformCancelled(`${engineOfProgram(options.program).command} ${command} was not started because the run was cancelled`);
    const child = spawnProcess(args, options);
    const exited = waitForExit(child);
    const pid = await waitForSpawn(child, options);
    const record = {
        pid,
        startTime: startTimeOf(pid),
        program: options.program,
        command,
        directory: options.cwd,
        startedAt: new Date().toISOString(),
        stdoutFile: options.stdoutFile,
        stderrFile: options.stderrFile,
        interrupted: false,
    };
    writePidFile(pidFile, record);
    const interrupt = () => {
        // The pid of an ended process may be reused.
        if (child.exitCode !== null || child.signalCode !== null)
            return;
        if (interruptOnce(pidFile) && isReadOnlyCommand(command))
            escalateSignals(child, record, exited);
    };
    interruption?.addEventListener('abort', interrupt);
    const ended = forwardOutput(exited, options).finally(() => {
        interruption?.removeEventListener('abort', interrupt);
        removePidFile(pidFile, options.endedFile);
    });
    if (interruption?.aborted)
        interrupt();
    return { pid, ended, interrupt };
}
// The runner kills this process 10 s after the cancellation.
const SECOND_INTERRUPT_MS = 3_000;
const KILL_MS = 6_000;
/** Without an answer from the backend, a command would ignore the interrupt. */
function escalateSignals(child, record, exited) {
    const timers = [
        // After a second interrupt Terraform stops waiting, but tries to release its lock.
        setTimeout(() => child.kill('SIGINT'), SECOND_INTERRUPT_MS),
        setTimeout(() => {
            killProcess(record);
        }, KILL_MS),
    ];
    void exited.then(() => {
        timers.forEach(clearTimeout);
    });
}
function spawnProcess(args, options) {
    const files = [options.stdoutFile, options.stderrFile].map((path) => openSync(path, 'a', 0o600));
    try {
        return spawn(options.program, args, {
            cwd: options.cwd,
            env: options.env,
            stdio: ['ignore', ...files],
            // On Windows, interrupts do not reach a detached child.
            detached: process.platform !== 'win32',
        });
    }
    finally {
        for (const file of files)
            closeSync(file);
    }
}
function waitForExit(child) {
    return new Promise((resolve) => {
        child.once('exit', (code, signal) => {
            resolve({ exitCode: code ?? undefined, signal: signal ?? undefined });
        });
    });
}
function waitForSpawn(child, { program, cwd }) {
    return new Promise((resolve, reject) => {
        child.once('spawn', () => {
            resolve(child.pid ?? 0);
        });
        child.once('error', (error) => {
            const reason = existsSync(cwd)
                ? startFailureReason(error)
                : `the directory ${cwd} does not exist. Check the input working-directory`;
            reject(new TerraformNotStarted(`${program} could not be started: ${reason}`, { cause: error }));
        });
    });
}
function startFailureReason(error) {
    const code = isRecord(error) ? error['code'] : undefined;
    if (code === 'ENOENT')
        return 'the program does not exist. Install it in an earlier step';
    if (code === 'EACCES')
        return 'the file is not executable. Check its file mode';
    if (code === 'E2BIG')
        return 'its arguments and environment are too long. Move variables to a var-file';
    return String(error);
}
/** Waits for the end even if `onLine` throws. */
async function forwardOutput(exited, options) {
    const ended = new AbortController();
    const { stdoutFile, stderrFile, onLine, ignoredStreams = [] } = options;
    const streams = [
        ['stdout', stdoutFile],
        ['stderr', stderrFile],
    ];
    const followed = streams
        .filter(([stream]) => !ignoredStreams.includes(stream))
        .map(([stream, path]) => followFile(path, (line) => {
        onLine(line, stream);
    }, ended.signal));
    const forwarded = Promise.allSettled(followed);
    const exit = await exited;
    ended.abort();
    for (const result of await forwarded)
        if (result.status === 'rejected')
            throw result.reason;
    return exit;
}

;// CONCATENATED MODULE: ./src/terraform/events.ts



const APPLY_STEPS = new Map([
    ['apply_start', 'start'],
    ['apply_progress', 'progress'],
    ['apply_complete', 'complete'],
    ['apply_errored', 'errored'],
]);
const ACTION_STEPS = new Map([
    ['action_start', 'start'],
    ['action_progress', 'progress'],
    ['action_complete', 'complete'],
    ['action_errored', 'errored'],
]);
/** Parses a line of output, after applying `clean` to it. */
function events_parseEvent(line, clean = (value) => value) {
    const parsed = line.startsWith('{') ? parseObject(line) : undefined;
    const fields = parsed && clean(parsed);
    // Lines of OpenTofu's `init` have no type.
    const type = isRecord(fields) ? (textAt(fields, 'type') ?? loggedType(fields)) : undefined;
    if (!isRecord(fields) || type === undefined)
        return { kind: 'text', message: String(clean(line)) };
    const event = parseKind(type, fields);
    const message = textAt(fields, '@message') ?? '';
    return { message: event.kind === 'diagnostic' ? formatDiagnostic(event.diagnostic) : message, ...event };
}
/** As in plan records. */
function versionOf(fields) {
    const tofu = textAt(fields, 'tofu');
    return textAt(fields, 'terraform') ?? (tofu === undefined ? '' : engineVersion(OPENTOFU, tofu));
}
const loggedType = (fields) => textAt(fields, '@module') === 'tofu.ui' ? 'log' : undefined;
function parseKind(type, fields) {
    const step = APPLY_STEPS.get(type);
    if (step !== undefined)
        return parseApplyStep(step, recordAt(fields, 'hook'));
    const actionStep = ACTION_STEPS.get(type);
    if (actionStep !== undefined)
        return parseActionStep(actionStep, recordAt(fields, 'hook'));
    switch (type) {
        case 'version':
            return { kind: 'version', version: versionOf(fields) };
        case 'planned_change':
            return parsePlannedChange('planned-change', recordAt(fields, 'change'));
        case 'resource_drift':
            return parsePlannedChange('drift', recordAt(fields, 'change'));
        case 'change_summary':
            return parseSummary(recordAt(fields, 'changes'));
        case 'diagnostic':
            return { kind: 'diagnostic', diagnostic: parseDiagnostic(recordAt(fields, 'diagnostic')) };
        case 'provision_progress':
            return parseProvisionerOutput(recordAt(fields, 'hook'));
        case 'outputs':
            return { kind: 'outputs', names: Object.keys(recordAt(fields, 'outputs')) };
        default:
            return { kind: 'other', type };
    }
}
const addressOf = (fields) => textAt(recordAt(fields, 'resource'), 'addr') ?? '';
function parsePlannedChange(kind, change) {
    const action = textAt(change, 'action') ?? '';
    return { kind, address: addressOf(change), action, reason: textAt(change, 'reason') };
}
function parseApplyStep(step, hook) {
    const action = textAt(hook, 'action') ?? '';
    const elapsedSeconds = numberAt(hook, 'elapsed_seconds') ?? 0;
    return { kind: 'apply', step, address: addressOf(hook), action, elapsedSeconds };
}
function parseActionStep(step, hook) {
    const trigger = recordAt(hook, 'lifecycle');
    return {
        kind: 'action',
        step,
        address: textAt(recordAt(hook, 'action'), 'addr') ?? '',
        triggeredBy: textAt(recordAt(trigger, 'resource'), 'addr'),
        event: textAt(trigger, 'trigger_event'),
        error: textAt(hook, 'error') ?? '',
    };
}
function parseProvisionerOutput(hook) {
    const output = textAt(hook, 'output') ?? '';
    return {
        kind: 'provision',
        address: addressOf(hook),
        isSuppressed: /^\(output suppressed due to (?:sensitive|ephemeral)/.test(output),
    };
}
function parseSummary(changes) {
    const count = (key) => numberAt(changes, key) ?? 0;
    return {
        kind: 'summary',
        operation: textAt(changes, 'operation') ?? '',
        add: count('add'),
        change: count('change'),
        import: count('import'),
        remove: count('remove'),
    };
}

;// CONCATENATED MODULE: ./src/terraform/output-collector.ts





const MAX_TEXT_LINES = 40;
/** `TF_LOG=trace` prints millions of lines. */
const MAX_DEFERRED_LINES = 20_000;
const SECRETS_UNKNOWN = '(withheld: the text may contain secrets, and the secret values could not be read)';
const UNKNOWN_SECRETS = '(withheld: the error may contain an ephemeral or write-only value, which this action cannot know; run the command locally to see it)';
const TEXT_WITHHELD = '(withheld: lines that are not JSON, because they may contain ephemeral or write-only values, which this action cannot know)';
const PROVISIONER_WITHHELD = "(withheld: the provisioner's configuration contains a sensitive value; run its command locally to see the output)";
/** Collects and emits the output of a command. */
class output_collector_OutputCollector {
    listener;
    mode;
    configuration;
    diagnostics = [];
    text = [];
    deferred = [];
    dropped = 0;
    /** Addresses. */
    suppressed = new Set();
    /** Masked addresses. */
    masked = new Map();
    isTextWithheld = false;
    /** Terraform has read or changed a resource. */
    hasReadResources = false;
    /** @param configuration without it, no secret stays unknown */
    constructor(listener, mode, configuration = { unknownSecrets: new Set() }) {
        this.listener = listener;
        this.mode = mode;
        this.configuration = configuration;
    }
    addLine(line, stream) {
        const event = this.parse(line, stream);
        if (event.kind === 'provision' && event.isSuppressed)
            this.suppressed.add(event.address);
        this.hasReadResources ||= isAboutResource(event);
        if (!this.isDeferred(event)) {
            this.emit(event);
            return;
        }
        this.deferred.push([line, stream]);
        if (this.deferred.length < 2 * MAX_DEFERRED_LINES)
            return;
        this.deferred = this.deferred.slice(MAX_DEFERRED_LINES);
        this.dropped += MAX_DEFERRED_LINES;
    }
    isDeferred({ kind, message }) {
        if (this.mode === 'immediate')
            return false;
        if (MAY_CONTAIN_SECRETS.has(kind))
            return true;
        return this.mode === 'deferred-keys' && maskInstanceKeys(message) !== message;
    }
    get hasDeferredLines() {
        return this.deferred.length > 0;
    }
    emitDeferred = () => {
        if (this.dropped > 0)
            this.emit({ kind: 'text', message: `(${this.dropped} earlier lines omitted)` });
        for (const [line, stream] of this.deferred.splice(0))
            this.emit(this.parse(line, stream));
    };
    /** Emits the deferred diagnostics without their details. */
    withholdDeferred = () => {
        for (const [line, stream] of this.deferred.splice(0)) {
            const event = this.parse(line, stream);
            if (event.kind === 'action')
                this.emit(withoutMessage(event));
            if (!MAY_CONTAIN_SECRETS.has(event.kind))
                this.emit({ ...event, message: maskInstanceKeys(event.message) });
            if (event.kind !== 'diagnostic')
                continue;
            // Diagnostics without a location concern the backend or its lock.
            const { address, range } = event.diagnostic;
            const isBackendError = address === undefined && range === undefined;
            this.emit(isBackendError ? event : withheld(event.diagnostic, SECRETS_UNKNOWN));
        }
    };
    emit(event) {
        const emitted = this.withoutUnknownSecrets(event);
        if (emitted === undefined)
            return;
        if (emitted.kind === 'diagnostic' && !isIntroduction(emitted.diagnostic))
            this.diagnostics.push(emitted.diagnostic);
        if (emitted.kind === 'text') {
            this.text.push(emitted.message);
            if (this.text.length > MAX_TEXT_LINES)
                this.text.shift();
        }
        this.listener.onEvent(emitted);
    }
    /** Returns undefined for text after the first notice. */
    withoutUnknownSecrets(event) {
        if (event.kind === 'diagnostic') {
            const reason = this.withholdingReason(event.diagnostic);
            return reason === undefined ? event : withheld(event.diagnostic, reason);
        }
        if (event.kind === 'action')
            return mayQuoteUnknownSecret(this.configuration, event.address) ? withoutMessage(event) : event;
        if (event.kind !== 'text' || !mayQuoteUnknownSecret(this.configuration, undefined))
            return event;
        if (this.isTextWithheld)
            return undefined;
        this.isTextWithheld = true;
        return { kind: 'text', message: TEXT_WITHHELD };
    }
    withholdingReason({ summary, address }) {
        const isOfSuppressed = address === undefined ? this.suppressed.size > 0 : this.suppressed.has(address);
        if (isOfSuppressed && / provisioner error$/.test(summary))
            return PROVISIONER_WITHHELD;
        if (address === undefined)
            return undefined;
        return mayQuoteUnknownSecret(this.configuration, address) ? UNKNOWN_SECRETS : undefined;
    }
    /** Numbers the masks, because a report has one entry for each address. */
    maskAddress(address) {
        const clean = this.listener.redact(address);
        if (clean === address)
            return address;
        const known = this.masked.get(address);
        if (known !== undefined)
            return known;
        const count = [...this.masked.values()].filter((one) => one.replace(/\*{3} \d+/, '***') === clean).length;
        const masked = count === 0 ? clean : clean.replace('***', `*** ${count + 1}`);
        this.masked.set(address, masked);
        return masked;
    }
    parse(line, stream) {
        const clean = (value) => redactDeep(value, (text, at) => at === 'addr' || at === 'address' ? this.maskAddress(text) : this.listener.redact(text));
        return parseEvent(stream === 'stderr' ? stripTerminalFrame(line) : line, clean);
    }
}
const MAY_CONTAIN_SECRETS = new Set([
    'diagnostic',
    'text',
    // Providers write the messages of actions.
    'action',
]);
const isAboutResource = (event) => event.kind === 'apply' ||
    event.kind === 'action' ||
    event.kind === 'planned-change' ||
    event.kind === 'drift' ||
    (event.kind === 'other' && /^(?:refresh|ephemeral_op)_/.test(event.type));
/** Summaries of Terraform itself; those of providers may quote values. */
const FIXED_SUMMARY = /^(?:[\w-]{1,40} provisioner error|Resource (?:pre|post)condition failed|Check block assertion failed|Invalid value for (?:input )?variable|Unsupported argument|Missing required argument)$/;
const withoutMessage = (event) => ({
    ...event,
    error: event.error === '' ? '' : UNKNOWN_SECRETS,
    message: `${event.address}: ${event.step}`,
});
function withheld(diagnostic, detail) {
    const { severity } = diagnostic;
    const summary = FIXED_SUMMARY.test(diagnostic.summary) ? diagnostic.summary : `Provider ${severity}`;
    const changed = { ...diagnostic, summary, detail };
    return { kind: 'diagnostic', diagnostic: changed, message: formatDiagnostic(changed) };
}
/** Removes colors and box-drawing characters. */
const stripTerminalFrame = (line) => line.replace(/\u001b\[[\d;]*m/g, '').replace(/^[╷│╵] ?/, '');

;// CONCATENATED MODULE: ./src/terraform/runner.ts







const MAX_LOCK_ATTEMPTS = 5;
const LOCK_RACE_WAIT_MS = 250;
/** Path of the running command's record. */
const pidFilePath = (folder) => join(folder, 'terraform.json');
/** Path of an ended apply's record. */
const appliedFilePath = (folder) => join(folder, 'applied.json');
/** Runs Terraform commands in one directory. */
class runner_Runner {
    directory;
    runtime;
    count = 0;
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
    }
    /**
     * Runs a command. `read` gets the standard output before its file is deleted.
     *
     * @throws TerraformFailed, TerraformCancelled, TerraformNotStarted
     */
    async run(command, read) {
        try {
            for (let tries = 1;; tries++) {
                const result = await this.attempt(command, read);
                // Without the lock, Terraform has changed nothing.
                if (isLockRaceResolved(result.diagnostics) && tries < MAX_LOCK_ATTEMPTS) {
                    await this.waitForLock(tries);
                    continue;
                }
                if (isExpectedExit(command, result))
                    return result;
                throw this.failure(command, result);
            }
        }
        finally {
            await Promise.all((command.temporaryFiles ?? []).map((path) => rm(path, { force: true })));
        }
    }
    waitForLock(tries) {
        const { interruption } = this.runtime;
        return sleep(LOCK_RACE_WAIT_MS * 2 ** (tries - 1), undefined, interruption && { signal: interruption }).catch(() => undefined);
    }
    async attempt(command, read) {
        const mode = command.readSecrets === undefined ? 'immediate' : command.hasNewKeys ? 'deferred-keys' : 'deferred';
        const output = new OutputCollector(this.runtime, mode, command.configuration);
        const options = this.processOptions(command, (line, stream) => {
            output.addLine(line, stream);
        });
        try {
            const exit = await runTerraform(command.args, options);
            const ended = { exit, mayHaveReadSecrets: output.hasReadResources || exit.signal !== undefined };
            if (output.hasDeferredLines)
                await command.readSecrets?.(ended).then(output.emitDeferred, output.withholdDeferred);
            const result = { exit, diagnostics: output.diagnostics, text: output.text };
            if (isExpectedExit(command, result))
                await read?.(options.stdoutFile);
            return result;
        }
        finally {
            // The files may contain secrets.
            const files = [options.stdoutFile, options.stderrFile].slice(options.endedFile === undefined ? 0 : 1);
            await Promise.all(files.map((path) => rm(path, { force: true })));
        }
    }
    failure({ args: [command = ''] }, result) {
        const interrupted = this.runtime.interruption?.aborted ?? false;
        const { engine } = this.runtime;
        return new TerraformFailed({ command, directory: this.directory, interrupted, engine, ...result });
    }
    processOptions({ args, output, when }, onLine) {
        const { program, env, folder, interruption } = this.runtime;
        this.count += 1;
        const name = `${process.pid}-${this.count}-${(args[0] ?? '').replace(/\W/g, '')}`;
        return {
            program,
            env,
            cwd: this.directory,
            stdoutFile: join(folder, `${name}.stdout`),
            stderrFile: join(folder, `${name}.stderr`),
            pidFile: pidFilePath(folder),
            endedFile: args[0] === 'apply' ? appliedFilePath(folder) : undefined,
            onLine,
            ignoredStreams: output === 'document' ? ['stdout'] : [],
            interruption: when === 'always' ? undefined : interruption,
        };
    }
}
function isExpectedExit({ expectedExitCodes = [0] }, { exit }) {
    return expectedExitCodes === 'any' || expectedExitCodes.includes(exit.exitCode ?? -1);
}

;// CONCATENATED MODULE: ./src/terraform/workspace.ts

/** @throws InvalidArgument, TerraformFailed */
async function workspace_selectWorkspace(name, { missing, forced, run }) {
    const workspace = positionalArgument('workspace', name);
    // Terraform refuses to select or create a workspace then.
    if (forced === workspace)
        return;
    if (forced !== undefined)
        throw new InvalidArgument(`workspace: '${workspace}' differs from TF_WORKSPACE, which is '${forced}'. Remove one of them.`);
    const command = (verb) => ({
        args: ['workspace', verb, '-no-color', workspace],
        output: 'events',
    });
    const result = await run({ ...command('select'), expectedExitCodes: missing === 'create' ? [0, 1] : [0] });
    if (result.exit.exitCode !== 0)
        await run(command('new'));
}

;// CONCATENATED MODULE: ./src/terraform/cli.ts

















/** Terraform writes a state here that it cannot save in the backend. */
const ERRORED_STATE_FILE = 'errored.tfstate';
/** Runs Terraform commands in one directory, without a shell. */
class cli_Terraform {
    directory;
    runtime;
    runner;
    /** Of the last command that took values of variables. */
    inputs = {};
    constructor(directory, runtime) {
        this.directory = directory;
        this.runtime = runtime;
        this.runner = new Runner(directory, runtime);
    }
    get engine() {
        return this.runtime.engine ?? TERRAFORM;
    }
    /** @throws TerraformFailed, TerraformNotStarted, TerraformCancelled; so do all other methods */
    async init(options = {}) {
        const { directory, runtime } = this;
        const { version, engine } = runtime;
        const { backend, backendConfig = [], varFiles, variables } = options;
        this.inputs = options;
        const hasLockFile = existsSync(join(directory, '.terraform.lock.hcl'));
        // Its secrets also where `init` gets no variables.
        const values = await prepareValues(directory, { varFiles, variables }, runtime);
        const settings = await prepareBackend(directory, backend === 'none' ? [] : backendConfig, runtime);
        const given = [...settings.args, ...(isReadByInit(version, engine) ? values.args : [])];
        const args = initArguments(options, { version, hasLockFile, engine }, given);
        const temporaryFiles = [...settings.files, ...values.files];
        return (await this.runner.run({ args, output: 'events', temporaryFiles })).diagnostics;
    }
    /** @throws InvalidArgument too */
    selectWorkspace(name, { missing }) {
        const forced = this.runtime.env['TF_WORKSPACE'] || undefined;
        return selectWorkspace(name, { missing, forced, run: (command) => this.run(command) });
    }
    async validate() {
        const command = {
            args: ['validate', '-json'],
            expectedExitCodes: [0, 1],
            output: 'document',
        };
        let found;
        const result = await this.runner.run(command, async (path) => {
            const reported = parseValidation(await readOutputFile(path));
            found = reported
                ?.map((one) => redactDeep(one, this.runtime.redact))
                .filter(isRecord)
                .map(parseDiagnostic);
        });
        if (found === undefined)
            throw this.runner.failure(command, result);
        return found;
    }
    /** Returns the paths that `terraform fmt` would change. */
    async fmtCheck() {
        const args = ['fmt', '-check', '-recursive', '-list=true', '-no-color'];
        // 2: a file cannot be parsed, 3: a file is not formatted.
        const text = await this.text({ args, expectedExitCodes: [0, 3], output: 'document' });
        return text.split(/\r?\n/).filter((line) => line !== '');
    }
    /**
     * Plans into a file and reads it.
     *
     * @throws InvalidPlan too
     */
    async plan(planFile, options = {}) {
        let plan;
        let json = '';
        const read = async () => {
            // A failed plan may write a file too.
            if (plan !== undefined || !existsSync(planFile))
                return;
            json = await this.show(planFile);
            plan = parsePlan(json);
            this.runtime.addSecrets(plan.secrets);
        };
        if (options.invoke !== undefined)
            requireActions(this.runtime.version, this.engine);
        this.inputs = options;
        await rm(planFile, { force: true });
        const values = await prepareValues(this.directory, options, this.runtime);
        const result = await this.runner.run({
            args: planArguments(planFile, options, values.args),
            expectedExitCodes: [0, 2],
            output: 'events',
            readSecrets: async (output) => {
                await read();
                if (plan === undefined && output.mayHaveReadSecrets)
                    throw new InvalidPlan('there is no plan');
            },
            hasNewKeys: true,
            configuration: values.configuration,
            temporaryFiles: values.files,
        });
        await read();
        if (plan === undefined)
            throw new InvalidPlan(`${this.engine.command} plan wrote no plan file ${planFile}`);
        return { plan, json, hasChanges: result.exit.exitCode === 2, diagnostics: result.diagnostics };
    }
    /** Returns a plan file or the state as JSON. */
    async show(planFile) {
        const file = planFile === undefined ? [] : [positionalArgument('plan file', planFile)];
        return this.text({ args: ['show', '-json', '-no-color', ...file], output: 'document', when: 'always' });
    }
    async apply(planFile, options = {}) {
        this.inputs = options;
        const progress = new ApplyProgress();
        const { runtime, directory } = this;
        const runner = new Runner(directory, {
            ...runtime,
            onEvent: (event) => {
                progress.add(event);
                runtime.onEvent(event);
            },
        });
        const values = await prepareValues(directory, options, runtime);
        const command = {
            args: applyArguments(planFile, options, applyValues(values, runtime)),
            expectedExitCodes: 'any',
            output: 'events',
            configuration: values.configuration,
            temporaryFiles: values.files,
            readSecrets: async ({ exit }) => {
                // The backend's state is older.
                const isUnsaved = existsSync(join(directory, ERRORED_STATE_FILE));
                const state = await this.show(isUnsaved ? ERRORED_STATE_FILE : undefined);
                runtime.addSecrets(sensitiveStateValues(parseJsonExactly(state)));
                if (exit.signal !== undefined)
                    throw new InvalidPlan('the state is older than the apply');
            },
        };
        const result = await runner.run(command);
        const succeeded = result.exit.exitCode === 0;
        return {
            succeeded,
            exit: result.exit,
            interrupted: runtime.interruption?.aborted ?? false,
            report: progress.report(),
            lock: result.diagnostics.map(lockOf).find((one) => one !== undefined),
            unsavedState: this.unsavedState(result.diagnostics),
            failure: succeeded ? undefined : runner.failure(command, result),
        };
    }
    async output() {
        const args = ['output', '-json', '-no-color'];
        return parseOutputs(await this.text({ args, output: 'document', when: 'always' }));
    }
    /** Undefined without a state. */
    async stateVersion() {
        let head;
        await this.run({ args: ['state', 'pull'], output: 'document', when: 'always' }, async (path) => {
            head = await readStateVersion(path);
        });
        return head;
    }
    /** Removes a lock, regardless of its holder. */
    async forceUnlock(id) {
        const args = ['force-unlock', '-force', '-no-color', positionalArgument('lock id', id)];
        await this.run({ args, output: 'events', when: 'always' });
    }
    /** Fails if the backend has another lineage or a newer serial. */
    async pushState(file) {
        const args = ['state', 'push', positionalArgument('state file', resolve(file))];
        await this.run({ args, output: 'events', when: 'always' });
    }
    async run(...[command, read]) {
        const { directory, inputs, runtime } = this;
        return this.runner.run(await addValues(command, { directory, inputs }, runtime), read);
    }
    async text(command) {
        let text = '';
        await this.run(command, async (path) => {
            text = await readOutputFile(path);
        });
        return text;
    }
    unsavedState(diagnostics) {
        const path = join(this.directory, ERRORED_STATE_FILE);
        const isNamed = diagnostics.some(({ detail }) => detail.includes(ERRORED_STATE_FILE));
        return isNamed && existsSync(path) ? path : undefined;
    }
}

;// CONCATENATED MODULE: ./src/text/secret-matcher.ts
/** Shorter values match too much other text: `true`, `eu-west`, a port. */
const MIN_SECRET_LENGTH = 8;
const PROBE_CHARACTERS = 4;
const PROBE_SLOTS = (/* unused pure expression or super */ null && (1 << 16));
/** Whitespace, escaped line breaks and the frames in which Terraform and editors put lines. */
const BREAK = /\s+|\\[nrt]|[│|>]\s/g;
const LINE_BREAK = /[\r\n]|\\[nr]/;
/**
 * Replaces thousands of secrets in a text, also those that are wrapped or indented. A regular expression, which tries
 * each secret at each character, would take seconds.
 */
class secret_matcher_SecretMatcher {
    forms;
    whole;
    unbroken;
    /** @param forms texts to replace; those shorter than {@link MIN_SECRET_LENGTH} are ignored */
    constructor(forms) {
        this.forms = forms;
        this.whole = new FormIndex(forms);
    }
    replace(text, mask) {
        if (this.forms.length === 0)
            return text;
        const ranges = this.whole.find(text);
        if (LINE_BREAK.test(text))
            ranges.push(...this.findBroken(text));
        return ranges.length === 0 ? text : replaceRanges(text, ranges, mask);
    }
    /** Compares without breaks. */
    findBroken(text) {
        this.unbroken ??= new FormIndex(this.forms.map(removeBreaks));
        const pieces = [];
        /** Start of each piece, without and with breaks. */
        const starts = [];
        let length = 0;
        let at = 0;
        const add = (end) => {
            if (end === at)
                return;
            starts.push([length, at]);
            pieces.push(text.slice(at, end));
            length += end - at;
        };
        for (const { index, 0: found } of text.matchAll(BREAK)) {
            add(index);
            at = index + found.length;
        }
        add(text.length);
        const ranges = this.unbroken.find(pieces.join(''));
        let piece = 0;
        const originOf = (position) => {
            while ((starts[piece + 1]?.[0] ?? Infinity) <= position)
                piece += 1;
            const [unbroken = 0, original = 0] = starts[piece] ?? [];
            return original + position - unbroken;
        };
        // Ranges are in order, but may overlap.
        return mergeRanges(ranges).map(([start, end]) => [originOf(start), originOf(end - 1) + 1]);
    }
}
/** Without its spaces, a short secret can be a word: `pass word`. */
function removeBreaks(form) {
    const unbroken = form.replace(BREAK, '');
    return unbroken === form || unbroken.length >= 2 * MIN_SECRET_LENGTH ? unbroken : form;
}
/** Forms by their first characters. */
class FormIndex {
    /** Longest first. */
    byHead = new Map();
    /** Hashes of the first characters of all forms. */
    probe = new Uint8Array(PROBE_SLOTS);
    constructor(forms) {
        const usable = [...new Set(forms)].filter(({ length }) => length >= MIN_SECRET_LENGTH);
        for (const form of usable.sort((a, b) => b.length - a.length)) {
            const head = form.slice(0, MIN_SECRET_LENGTH);
            const known = this.byHead.get(head);
            if (known === undefined)
                this.byHead.set(head, [form]);
            else
                known.push(form);
            this.probe[hashProbe(form, 0)] = 1;
        }
    }
    /** Returns where a form begins, in order. */
    find(text) {
        const found = [];
        for (let at = 0; at <= text.length - MIN_SECRET_LENGTH; at++) {
            const form = this.probe[hashProbe(text, at)] === 1 ? this.findAt(text, at) : undefined;
            if (form !== undefined)
                found.push([at, at + form.length]);
        }
        return found;
    }
    findAt(text, at) {
        return this.byHead.get(text.slice(at, at + MIN_SECRET_LENGTH))?.find((form) => text.startsWith(form, at));
    }
}
function replaceRanges(text, ranges, mask) {
    const pieces = [];
    let copied = 0;
    for (const [start, end] of mergeRanges(ranges)) {
        pieces.push(text.slice(copied, start), mask);
        copied = end;
    }
    return pieces.join('') + text.slice(copied);
}
/** A secret that begins inside of another one extends its range. */
function mergeRanges(ranges) {
    const merged = [];
    for (const [start, end] of [...ranges].sort(([a], [b]) => a - b)) {
        const last = merged.at(-1);
        if (last !== undefined && start < last[1])
            merged[merged.length - 1] = [last[0], Math.max(last[1], end)];
        else
            merged.push([start, end]);
    }
    return merged;
}
function hashProbe(text, at) {
    let slot = 0;
    for (let index = at; index < at + PROBE_CHARACTERS; index++)
        slot = (slot * 31 + text.charCodeAt(index)) % PROBE_SLOTS;
    return slot;
}

;// CONCATENATED MODULE: ./src/text/secret-forms.ts

/**
 * Returns the forms in which programs print a secret: whole and by lines, in upper and lower case, quoted in JSON, HCL,
 * a shell, HTML and XML, percent-encoded, and in Base64.
 *
 * @returns texts of at least {@link MIN_SECRET_LENGTH} characters
 */
function secret_forms_secretForms(secret) {
    // Terraform quotes single lines of a PEM key.
    const lines = secret.split(/\r?\n/).map((line) => line.trim());
    const plain = [secret, secret.trim(), ...lines, ...lines.flatMap(wrappedParts)];
    const forms = plain
        .filter((form) => form.length >= MIN_SECRET_LENGTH)
        .flatMap((form) => [
        ...[form, form.toUpperCase(), form.toLowerCase()],
        // No quoting or encoding changes such a text.
        ...(/^[\w.-]+$/.test(form) ? [] : [...quotedForms(form), ...percentForms(form)]),
        ...[Buffer.from(form), Buffer.from(form, 'utf16le')].flatMap(base64Forms),
    ]);
    return [...new Set(forms)].filter((form) => form.length >= MIN_SECRET_LENGTH);
}
/** Longer texts are no pass phrases. */
const MAX_WRAPPED_LENGTH = 200;
/** Returns the two parts of a pass phrase that a program wraps between two words, except for single words. */
function wrappedParts(line) {
    const words = line.length <= MAX_WRAPPED_LENGTH ? line.split(' ') : [];
    const parts = words.flatMap((_, at) => [words.slice(0, at), words.slice(at)]);
    return parts.filter(({ length }) => length > 1 && length < words.length).map((part) => part.join(' '));
}
// Also JSON inside JSON.
function quotedForms(text) {
    const once = JSON.stringify(text).slice(1, -1);
    // Go's encoder escapes `<`, `>` and `&`, and Python's all other than ASCII.
    const go = once.replaceAll('<', '\\u003c').replaceAll('>', '\\u003e').replaceAll('&', '\\u0026');
    const ascii = once.replace(/[\u0080-\uffff]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`);
    const json = [once, go, ascii];
    const hcl = once.replace(/([$%])\{/g, '$1$1{');
    const html = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return [
        ...json.flatMap((form) => [form, JSON.stringify(form).slice(1, -1)]),
        hcl,
        text.replaceAll("'", "'\\''"),
        text.replaceAll("'", "''"),
        text.replaceAll('"', '""'),
        html,
        html.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
        // Go's html/template and encoding/xml.
        html.replaceAll('"', '&#34;').replaceAll("'", '&#39;'),
        html.replaceAll('"', '&quot;').replaceAll("'", '&apos;'),
    ];
}
/** Characters that encoders do not encode, except for letters and digits. */
const UNENCODED = [
    // JavaScript's encodeURIComponent.
    "-_.!~*'()",
    // RFC 3986, Go's QueryEscape.
    '-_.~',
    // Python's quote.
    '-_.~/',
    // Go's PathEscape and user information of a URL.
    '-_.~$&+=:@',
    '-_.~$&+,;=',
];
function percentForms(text) {
    // A lone surrogate has no UTF-8 form.
    const characters = Buffer.from(text).toString().match(/./gsu) ?? [];
    return UNENCODED.flatMap((unencoded) => {
        const form = characters
            .map((one) => (/[a-z\d]/i.test(one) || unencoded.includes(one) ? one : percentEncode(one)))
            .join('');
        const lower = form.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
        return [form, form.replaceAll('%20', '+'), lower];
    });
}
const percentEncode = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
// One form for each offset in a group of three bytes, as in `user:password`.
function base64Forms(bytes) {
    return [0, 1, 2].flatMap((offset) => {
        const encoded = Buffer.concat([Buffer.alloc(offset), bytes])
            .toString('base64')
            .replace(/=+$/, '');
        // Omits characters that share bits with neighboring text.
        const start = offset === 0 ? 0 : offset + 1;
        const end = (offset + bytes.length) % 3 === 0 ? encoded.length : encoded.length - 1;
        const form = encoded.slice(start, end);
        return [form, form.replaceAll('+', '-').replaceAll('/', '_')];
    });
}

;// CONCATENATED MODULE: ./src/terraform/environment.ts


/** Variables that give access to GitHub or to the runner. */
const JOB_VARIABLES = /^(?:ACTIONS_.*|INPUT_.*|STATE_.*|GITHUB_(?:TOKEN|ENV|OUTPUT|PATH|STATE|STEP_SUMMARY))$/i;
const TOKEN_VARIABLES = [
    'GITHUB_TOKEN',
    'INPUT_GITHUB-TOKEN',
    'ACTIONS_RUNTIME_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
];
/** Variables that take precedence over the endpoint, or configure it. */
const AWS_CREDENTIAL_VARIABLES = new Set([
    'AWS_ACCESS_KEY_ID',
    'AWS_ACCESS_KEY',
    'AWS_SECRET_ACCESS_KEY',
    'AWS_SECRET_KEY',
    'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN',
    'AWS_CREDENTIAL_EXPIRATION',
    'AWS_PROFILE',
    'AWS_DEFAULT_PROFILE',
    'AWS_ROLE_ARN',
    'AWS_ROLE_SESSION_NAME',
    'AWS_WEB_IDENTITY_TOKEN_FILE',
    'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
    'AWS_CONTAINER_CREDENTIALS_FULL_URI',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN',
    'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE',
]);
/**
 * Returns the step's environment without the job's tokens.
 *
 * @param credentials `inherited` keeps the step's AWS credentials, `none` removes them
 */
function terraformEnvironment(env, credentials) {
    const tokens = TOKEN_VARIABLES.flatMap((name) => secret_forms_secretForms(env[name] ?? ''));
    const inherited = Object.entries(env).filter((entry) => entry[1] !== undefined &&
        !JOB_VARIABLES.test(entry[0]) &&
        !containsToken(entry[1], tokens) &&
        (credentials === 'inherited' || !AWS_CREDENTIAL_VARIABLES.has(entry[0].toUpperCase())));
    return {
        ...Object.fromEntries(inherited),
        ...proxyExclusions(env),
        ...(credentials === 'inherited' ? {} : NO_OTHER_CREDENTIALS),
        ...(typeof credentials === 'string' ? {} : endpointVariables(credentials)),
        TF_IN_AUTOMATION: 'true',
        TF_INPUT: '0',
        CHECKPOINT_DISABLE: 'true',
    };
}
const containsToken = (value, tokens) => tokens.some((token) => value.includes(token));
function endpointVariables({ uri, token }) {
    return {
        AWS_CONTAINER_CREDENTIALS_FULL_URI: uri,
        AWS_CONTAINER_AUTHORIZATION_TOKEN: token,
    };
}
/** Profiles precede the endpoint, the instance role follows it. */
const NO_OTHER_CREDENTIALS = {
    AWS_CONFIG_FILE: external_node_os_.devNull,
    AWS_SHARED_CREDENTIALS_FILE: external_node_os_.devNull,
    AWS_EC2_METADATA_DISABLED: 'true',
};
const LOOPBACK = '127.0.0.1';
/** Go reads NO_PROXY first, then no_proxy. */
function proxyExclusions(env) {
    const given = env['NO_PROXY'] || env['no_proxy'] || '';
    const hosts = given.split(',').map((host) => host.trim());
    const value = hosts.some((host) => host === '*' || host === LOOPBACK)
        ? given
        : [given, LOOPBACK].filter(Boolean).join(',');
    return env['no_proxy'] === undefined ? { NO_PROXY: value } : { NO_PROXY: value, no_proxy: value };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./src/terraform/install/download.ts






/** Names the URL of a release mirror. */
const MIRROR_VARIABLE = 'TERRAFORM_RELEASES_URL';
/** A failed download. */
class DownloadFailed extends Error {
    details;
    name = 'DownloadFailed';
    reason = 'terraform-missing';
    constructor(details, options) {
        super(`GET ${details.url}: ${details.message}`, options);
        this.details = details;
    }
}
/**
 * Downloads a file into memory.
 *
 * @throws DownloadFailed
 */
async function downloadBytes(url, maxBytes, runtime) {
    return retryDownload(runtime, async () => {
        const chunks = [];
        let bytes = 0;
        for await (const chunk of readCompletely(url, await request(url, runtime))) {
            bytes += chunk.length;
            if (bytes > maxBytes) {
                const message = `the file is longer than ${maxBytes} bytes. Check ${MIRROR_VARIABLE}`;
                throw new DownloadFailed({ url, message, transient: false });
            }
            chunks.push(chunk);
        }
        return Buffer.concat(chunks);
    });
}
/**
 * Downloads a file to a path.
 *
 * @returns its SHA-256 in hexadecimal
 * @throws DownloadFailed
 */
async function downloadFile(url, path, runtime) {
    return retryDownload(runtime, async () => {
        const hash = (0,external_node_crypto_.createHash)('sha256');
        const response = await request(url, runtime);
        await (0,external_node_stream_promises_.pipeline)(readCompletely(url, response), async function* (chunks) {
            for await (const chunk of chunks) {
                hash.update(chunk);
                yield chunk;
            }
        }, (0,external_node_fs_.createWriteStream)(path));
        return hash.digest('hex');
    });
}
async function request(url, runtime) {
    const response = await runtime.fetch(url).catch((error) => {
        throw connectionFailure(url, error);
    });
    const { status } = response;
    if (status === 200)
        return response;
    // An unread body would keep the process alive.
    await response.body[Symbol.asyncIterator]().return?.();
    const message = `the server answered ${status}`;
    throw new DownloadFailed({ url, message, status, transient: (0,retry_policies/* isTransientStatus */.Dm)(status) });
}
/** Yields the body, and throws if it is shorter than announced. */
async function* readCompletely(url, { body, lengthBytes }) {
    let bytes = 0;
    try {
        for await (const chunk of body) {
            bytes += chunk.length;
            yield chunk;
        }
    }
    catch (error) {
        throw connectionFailure(url, error);
    }
    if (lengthBytes !== undefined && bytes !== lengthBytes) {
        const message = `the connection was closed after ${bytes} of ${lengthBytes} bytes`;
        throw new DownloadFailed({ url, message, transient: true });
    }
}
function connectionFailure(url, error) {
    const fields = (0,json/* isRecord */.u4)(error) ? error : {};
    const message = (0,json/* textAt */.$6)(fields, 'code') ?? ((0,json/* textAt */.$6)(fields, 'message') || String(error));
    return new DownloadFailed({ url, message, transient: true }, { cause: error });
}
function retryDownload(clock, call) {
    return (0,retry/* retry */.L5)(call, {
        backoff: retry_policies/* RETRY */.p6.download,
        clock,
        classify: (error) => (error instanceof DownloadFailed && error.details.transient ? {} : undefined),
        final: (error, attempts) => {
            if (!(error instanceof DownloadFailed))
                return error;
            const message = `${error.details.message} (${attempts} attempts)`;
            return new DownloadFailed({ ...error.details, message }, { cause: error });
        },
    });
}
const IDLE_TIMEOUT_MS = 30_000;
/** Sends a GET through the configured proxies, without redirects from HTTPS to HTTP. */
async function fetchByHttpClient(url) {
    const { HttpClient } = await Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4942)]).then(__webpack_require__.bind(__webpack_require__, 44942));
    const client = new HttpClient('langfuse-deploy', [], {
        socketTimeout: IDLE_TIMEOUT_MS,
        allowRetries: false,
    });
    const { message } = await client.get(url);
    const length = Number(message.headers['content-length']);
    return {
        status: message.statusCode ?? 0,
        lengthBytes: Number.isSafeInteger(length) && message.headers['content-length'] ? length : undefined,
        body: message,
    };
}

;// CONCATENATED MODULE: ./src/terraform/install/hashicorp-key.ts
/**
 * HashiCorp's release signing key (https://www.hashicorp.com/.well-known/pgp-key.txt). Contains the self-signatures
 * of 2021, which HashiCorp has dropped, to verify earlier releases, and only the subkey
 * 374EC75B485913604A831CC7C820C6D5CD27AB87, which signs releases. Valid until 2030-03-01.
 */
const HASHICORP_KEY = {
    fingerprint: 'C874011F0AB405110D02105534365D9472D7468F',
    armored: `-----BEGIN PGP PUBLIC KEY BLOCK-----

xsFNBGB9+xkBEACabYZOWKmgZsHTdRDiyPJxhbuUiKX65GUWkyRMJKi/1dvi
VxOXPG6hBPtF48IFnVgxKpIb7G6NjBousAV+CuLlv5yqFKpOZEGC6sBV+Gx8
Vu1CICplZm+HpQPcIzwBpN+Ar4l/exCG/f/MZq/oxGgH+TyRF3XcYDjG8dbJ
CpHO5nQ5Cy9hQIp3/Bh09kET6lk+4QlofNgHKVT2epV8iK1cXlbQe2tZtfCU
txk+pxvU0UHXp+AB0xc3/gIhjZp/dePmCOyQyGPJbp5bpO4UeAJ6frqhexmN
law9Z897ltZmRLGq1p4aRnWL8FPkBz9SCSKXS8uNyV5oMNVn4G1obCkc106i
WuKBTibffYQzq5TG8FYVJKrhRwWB6piacEB8hl20IIWSxIM3J9tT7CPSnk5R
YYCTRHgA5OOrqZhC7JefudrP8n+MpxkDgNORDu7GCfAuisrf7dXYjLsxG4tu
22DBJJC0c/IpRpXDnOuJN1Q5e/3VUKKWmypNumuQpP5lc1ZFG64TRzb1HR6o
IdHfbrVQfdiQXpvdcFx+Fl57WuUraXRV6qfb4ZmKHX1JEwM/7tu21QE4F1dz
0jroLSricZxfaCTHHWNfvGJoZ30/MZUrpSC0IfB3iQutxbZrwIlTBt+fGLtm
3vDtwMFNWM+Rb1lrOxEQd2eijdxhvBOHtlIcswARAQABzURIYXNoaUNvcnAg
U2VjdXJpdHkgKGhhc2hpY29ycC5jb20vc2VjdXJpdHkpIDxzZWN1cml0eUBo
YXNoaWNvcnAuY29tPsLBlAQTAQoAPhYhBMh0AR8KtAURDQIQVTQ2XZRy10aP
BQJgffsZAhsDBQkJZgGABQsJCAcCBhUKCQgLAgQWAgMBAh4BAheAAAoJEDQ2
XZRy10aPtpcP/0PhJKiHtC1zREpRTrjGizoyk4Sl2SXpBZYhkdrG++abo6zs
buaAG7kgWWChVXBo5E20L7dbstFK7OjVs7vAg/OLgO9dPD8n2M19rpqSbbvK
YWvp0NSgvFTT7lbyDhtPj0/bzpkZEhmvQaDWGBsbDdb2dBHGitCXhGMpdP0B
uuPWEix+QnUMaPwU51q9GM2guL45Tgks9EKNnpDR6ZdCeWcqo1IDmklloidx
T8aKL21UOb8tcD+Bg8iPaAr73bW7Jh8TdcV6s6DBFub+xPJEB/0bVPmq3ZHs
5B4NItroZ3r+h3keVDoSOSIZLl6JtVooOJ2la9ZuMqxchO3mrXLlXxVCo6cG
cSuOmOdQSz4OhQE5zBxxLuzA5ASIjASSeNZaRnffLIHmht17BPslgNPtm6uf
yOk02P5XXwa69UCjA3RYrA2PQNNC+OWZ8qQLnzGldqE4MnRNAxRxV6cFNzv1
4ooKf7+k686LdZrP/3fQu2p3k5rY0xQUXKh1uwMUMtGR867ZBYaxYvwqDrg9
XB7xi3N6aNyNQ+r7zI2lt65lzwG1v9hgFG2AHrDlBkQi/t3wiTS3JOo/GCT8
BjN0nJh0lGaRFtQv2cXOQGVRW8+V/9IpqEJ1qQreftdBFWxvH7VJq2mSOXUJ
yRsoUrjkUuIivaA9Ocdipk2CkP8bpuGz7ZF4wsGUBBMBCgA+AhsDBQsJCAcC
BhUKCQgLAgQWAgMBAh4BAheAFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmW
R9AFCRCs7LcACgkQNDZdlHLXRo/DqA//cZQQxRrqYJG65I5P1SfOI8i9dh3r
eZw3oDonCbCPwloHaq44KKO8mTDnpRtkrfHUVkht7SEDpVQDA1I2ZIjFUmSK
WDAhhgU7S2cvv1eEh4/uNgXJ1ctnitOLUUOXyWW0C6NM0BF1jxQaDiEaVwz0
6sR5cQUta6Ak2IKEvXkVWjFmohKN525oSrLEZ8mfJXDLzPell+A4N4WvvGzY
2RQgxJ+5GDbhVwvhpbwWu3eNbw/jnLej/l+yLoDDa1nTAP01KCRVzxUPU1FX
15Jn3kG/4DB/0hdr4Kfk4KNzwlz5cX6ct8Gg+zA47sTx0uK4FTDr8bNIsxtW
zyp/wE1cH3Z057VVxxVOqMLErawSlVoeHt75yjx3yUMYEhYwaHs1LpeUY5Gk
Vv9PqDGOM5hRXdIp3hAN5tRQbyQyRvmO4uWM6ir5g4++A0sNktm14WmYf7MH
0Ok5jVi0dkH84P4O3MsxpKXpU8XYufSPlpAbA0O3uyF7IB6xdu7SqfYfkXGi
NJ++FPSRQMpnSaCDnLc5+WDj0yIA6GMsZjQmhwWkF4wgvDbt9vB+kgE/uyJB
YVMUnU76XY1CJYDALbHl9fYRqTIIEmauQ9XaGvicSiA2qD39EOyQhSpylw45
3/QGe2JczJQIIfYCgK3lpxpNDRZToICixk+iM5iG0YaA6B5BJ1+WkxLOwU0E
YIBcJgEQANbpE2tlUY1e8dUGpKI5ZrGXVc6ISiIc+3nQCKO3bnJdsb7SQcgV
KhH7WDouHbQlMIKGB9CQYaPNC8S4bUdPDTtiGy8tzSmSM0x+7qAmoWjH+iBz
nebPr07Fdq7NRD9NnbsYNWlQG74SEMq3Wzc60DoGPP9yyin9SbuBPT6K8fK8
n+MZ2c8Rm/y025IT9Sj6Gf9D2GDxJu95nOjcL5TgpxpsIRIQWXwarppGL28B
9rrmjEPmMpojPtzL6nBvSWLOqVbsf21CWvd0F90hx3OBHnmFMULn9etzAnr+
cdUf/EayQRqyd8JBfxFgoy7LRQAMnLvZORlthoLH5dchxUHwZM6YlWgCGtNJ
JUsBmyl8KePCdLGKwOfdnOxiurdxXqxTxv5CUhftUCO6sT7lxmJWVrGAKPKE
qqUaCaiedF5Y4FpwKAv9S+7AyYynlNMuaItctPu7F4aiMTKgKTiwyuqtTWN6
8fIaUMkf1Nq7HXkYgsPCdgV8C88X1YKJ3hRng67CNxrF/KzcvE2JkiVSxc0r
BLeaGIxEvhNGxuziThAT4sgw6xq4i9y+bz9+vJ29D+RTAiFVMfzRcY4f3T1t
i0m9jd+50rtKEjCbtkVN24ElQbjvcT8WfdWSFOYFfr4+M4LnQdH8fJvBpELN
8Ou4x7dMBwT+1I/kJQ5v0Lv4/6E/NBwPABEBAAHCw7IEGAEKACYWIQTIdAEf
CrQFEQ0CEFU0Nl2UctdGjwUCYIBcJgIbAgUJCWYBgAJACRA0Nl2UctdGj8F0
IAQZAQoAHRYhBDdOx1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJEMggxtXN
J6uHRfAP/2CGdSyg0K7U66Vygl0dugxrMm8O3/Oe211BKdQsFUSWAznOTRTK
/zvMUHO4LJAlYvdtZ6xDa4XHl9FYQ8MR9ZV0OuOlAZvU4IJDLPVCU09X/UzX
/GEoZL0R5esvwPAXopMaRHCfXJeI/gEaB94UhAeYlwpcRn0eSuk1vyZx7GRE
6/hog8DCf4hoT40dW20gGe58xcvJ+mRYlC0lr16WH08wuUcee6+dgu+4Cg6S
G6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNnnXDhzStgOd5gOeIL+xBPXHd0
/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinul9COwfGEmlAXTGMY30Lf
3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8lAv6Lsop7sun1Qys
bo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9dpjuZS29CflXX
IRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX8CI9MAnq
zm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8qyeXKy/XW
CVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIwngC/ZN96
pDafF3Z12fSNfhZUe0C8td8KAszYa96GjiMP/2xno9nP+sR5O+2Hzy3nSo9w
FrhtvblfQHkU7dN4rYsvdUou4SnmWB1wdWietx2pkWhs3UKAYm5rxNZKmsiS
H7wBNn8VdBOLTU3MuEddPUhDNKkVpnDSBvZ/mu5fC9M+l9fNCuzaiZj7uzt+
QLAY96y+lJc8qf2/y6FTAPs0Zb8Ob6NQz5C0L8WrNfv79D464Q+MKVSHVyqi
kJkS8AjceOdq8ati5ToOBB2PIZP9QNu7BsJeofEeiNVWQhIbMJMamYFxBhCq
FwVF50nImW7o9JeUDv7wCOHnaiIwnd7PjFKywWBRADI4HXrjfa2bh6ukaYLJ
qSShGYxSfenDH5AimnFGWwfOeFwJApHe1xuVSofe+rmLj9kCKG6wwJrRitKG
3F91JvXegpf6kWtple/HJmUJrmqhBAFXWyjCY8vU3aPd1H1NWl1PIIVBK/gp
6ITGajC0siN4KmlEEQp55gcmeV+TIpc+HFNVU7of51TidW7QBJBnTsqJCNsj
7NOk8oUs+nf/Sw9EkznuvX5pNLvWJHudk1nV/wtlXY68YTp8lW2AnUng27TY
rni64iFTe2DX7te34irBFz2ttWukcf+EUJgE9bYPZ3EH6TalCWDk0j5OmxeP
lm6fyRHDlG1Vv50u6If/GbECsh57wmpkXmriHgjfc9IYN1K8Zef1QxjkiyOm
wsOyBBgBCgAmAhsCFiEEyHQBHwq0BRENAhBVNDZdlHLXRo8FAmmWSAoFCRCq
i+QCQMF0IAQZAQoAHRYhBDdOx1tIWRNgSoMcx8ggxtXNJ6uHBQJggFwmAAoJ
EMggxtXNJ6uHRfAP/2CGdSyg0K7U66Vygl0dugxrMm8O3/Oe211BKdQsFUSW
AznOTRTK/zvMUHO4LJAlYvdtZ6xDa4XHl9FYQ8MR9ZV0OuOlAZvU4IJDLPVC
U09X/UzX/GEoZL0R5esvwPAXopMaRHCfXJeI/gEaB94UhAeYlwpcRn0eSuk1
vyZx7GRE6/hog8DCf4hoT40dW20gGe58xcvJ+mRYlC0lr16WH08wuUcee6+d
gu+4Cg6SG6+zt9cMyl8VnTUL5BK/V3MebnYZJK0RFDNnnXDhzStgOd5gOeIL
+xBPXHd0/ld/rDM74SFExpuS+hNsyo+xMQ/HJavak21MFinul9COwfGEmlAX
TGMY30Lf3Pt/eAkbwgmGc966VSoRmOFEXJVlDr+yJR6ru+7j50z8lAv6Lsop
7sun1Qysbo0swf6W1qgPf6VWbx91NTFLkw0+gD8jxwrU5ZMkeSuntX9dpjuZ
S29CflXXIRPlvhuiDPicwTpYuIUx37vHveAH5gnowZg247x780Urrsx8duTX
8CI9MAnqzm4dFAiRlwE8bvLk+l9wekiXA9gIMZiVNqNlduXIqvAG21Wdgq8q
yeXKy/XWCVKDQOmEbFAltfNam8E3KEw0fl199x+93d5ckDGcPzUYPbNkCuIw
ngC/ZN96pDafF3Z12fSNfhZUe0C8td8KAszYa96GCRA0Nl2UctdGj1gKD/4j
OGhEGTg88VyuPVjeK+zkwrTIZSvHdUHfTt/+rTLSNb/RQiBCUQuEZvafj6Fr
ntS7bAEhccGqH894T3St5K0AXWkvsLd6K+cbIQdlnFA2zb6geJUCk6qx5NgW
pRc3i0DS7CheGwl+Bwu7+n9pNjNjiHV+rYDgqbQXG0dtGysB0/3qIRgEDHFO
0HJu/dcte4oXrQIqrZrpOwe8WxqFqdU918JpSUcc8coiFp9YtwpgqQNxGVZ+
rhgnTGdZzk1f/Yhhimh+2B0ReaFvk3UzVBj3HQ9C6+Ot3MyDEhSgdhjr9e25
Tm9S5YfhwtWmghRw9RKPyLMSXSxm/Uc0mK1NucAp8TQBwKqKzNpCk5IdrBSW
RUbjOoOFyzyCsY6gS285GCpSIzI39hTf+3gdwYPlE6fj+F2TZzdhx62DPnzB
zBHnByYTVdJ649bx0FFp4Q+5TbIWtxu/AQkRDxmWNQfE+6GgeshlrhXWsh6+
PGDzt+2raG6zUT913sdz7Ctw4fLjmsKOTdTz3Xa9pr8lxfI/JuukSgt9o/n3
GirhTB3zE1w/I/Xt6k7oASiP3zQSuHtB/CYKYHDtOCWwjo7JPEGtb/FkreKN
xsk/p20jnlrB8WZxxswdr2Vri9NmFeyMDVX7qF3WqT+8aCV9GtS1GCHx/5nG
BdDwoxEsXqpI3IUqPb6FDg==
=cTWI
-----END PGP PUBLIC KEY BLOCK-----
`,
};

;// CONCATENATED MODULE: ./src/terraform/install/opentofu-key.ts
/** OpenTofu's release signing key (https://get.opentofu.org/opentofu.asc). */
const OPENTOFU_KEY = {
    fingerprint: 'E3E6E43D84CB852EADB0051D0C0AF313E5FD9F80',
    armored: `-----BEGIN PGP PUBLIC KEY BLOCK-----

xsFNBGVUyIwBEADPg6jUJm5liMTiDndyprnwXQ23GdyQm/kW9MFOhYDRksmmbsz0
DCfqntFpuoKxPXzA+JTrZlWZONtU+leZjIOlAVZiz0rwz5EJq7uIrkueWtUk6AYk
BLN+zMtbui0z3HCPVNnR5BlVNyXQeW3jlrQtzuKevjZWzI0gbQGgEKNpj+lfyRFu
6q3u/T0o3p/6bOOlQHwCMtnFlWpjr6f/J2EdUVO/6NYHQzImPj4LINXF/+eqo7v6
svFtaVTtREG2V2V7We7bu/cJ+NgJYH7ro7UhB1RQH2k09NdpSCt9F60PVERnORpx
GBkM/VKZzgMSzRvdpxUWwrLxfAxinu5ddbBm3y0bzaU80OT3i1qrWIqW73fmdGHQ
71gbJxRrroyLMWehjcJ/9WJDxkHqsfPKqBifYsp6/J9npczDfSU+zYBVGpR73a4E
dbeIRWqwbH0LWhlbi1IM5aFDaZMFNkY+AWyP+OHn8Kehu6DOIh1AVM7v7vLxaX9h
t1jVJbswjvPFYquv1DvUdc7VP2QHz3xctQS1GZJQ1ekcgTv9rRYXUOOwknInjtkM
9kQDtyBkVLcEc8ha3Cfh6PJscIP5VHwaNMgAPr9tsl3xqdz56l5UPjFSFuel98jS
Bqn83VrT0uKwM0PnDVHd/7q8+Dg1EtOggMwZ830KORFNdjfv6ydsBvl7fwARAQAB
zUpPcGVuVG9mdSAoVGhpcyBrZXkgaXMgdXNlZCB0byBzaWduIG9wZW50b2Z1IHBy
b3ZpZGVycykgPGNvcmVAb3BlbnRvZnUub3JnPsLBjAQTAQgAQQUCZVTIjAkQDArz
E+X9n4AWIQTj5uQ9hMuFLq2wBR0MCvMT5f2fgAIbAwIeAQIZAQMLCQcCFQgDFgAC
BScJAgcCAABwAg/1HZnTvPHZDWf5OluYOaQ7ADX/oyjUO85VNUmKhmBZkLr5mTqr
LO72k9fg+101hbggbhtK431z3Ca6ZqDAG/3DBi0BC1ag0rw83TEApkPGYnfX1DWS
1ZvyH1PkV0aqCkXAtMrte2PlUiieaKAsiYOIXqfZwszd07gch14wxMOw1B6Au/Xz
Nrv2omnWSgGIyR6WOsG4QQ8R5AMVz3K8Ftzl6520wBgtr3osA3uM/xconnGVukMn
9NLQqKx5oeaJwONZpyZL5bg2ke9MVZM2+bG30UGZKoxrzOtQ//OTOYlhPCqm1ffR
hYrUytwsWzDnJvXJF1QhnDu8whP3tSrcHyKxYZ9xUNzeu2AmjYfvkKHSdK2DFmOf
DafaRs3c1VYnC7J7aRi6kVF/t+vWeOEVpPylyK7vSbPFc6XVoQrsE07hbN/BjWjm
s8voK5U6oJRgEugXtSQKFypfOq8R99nXwbMHdhqY8aGyOCj++cuvRCUBDZAQqPEW
AuD0X7+9Trnfin47MK+n18wsTAL4w6PJhtCrwK4e0cVuQ5u4M/PMid5W6hEA27PX
x506Jpe8iRmcIP/cCR6pvhgOUMC36bIkAqZ5dJ545kDQju0lf8gLdVIQpig45udn
ZM2KgyApGqhsS7yCUrbLDrtNmQ31TSYdKc8IU+/jXkfy2RYbZ+wNgfloKM7BTQRl
VMiMARAAwRZUyMIc5TNbcFg3WGKxhaNC9hDZ4zBfXlb5jONzZOx3rDi2lD4UQOH+
NpG7CF98co//kryS/4AsDdp2jzhh+VMgyx6KJIhSkBP6kqhriy9eWRmgfrnLbUf4
6kkTkzLVkjYnMNeyHt+mi9I7EKtsDuF/EvjlwF5E81+DEOteCO/un/Qt1q3e1Slf
vTpLkPvr1FiQ3VqzaBeBBI3MAMb/ycwL6hQE1l4Lg34T43Zu+9zkE1uzvjeNIlIW
ucjB4q1htEjJl2CLAv+8cGHdmCcV2ZO3WM8M9Omq1CE7jhak4NE/YuGylJYCBd+B
S7tuDPDu6+o4Nx+axxcwMvgyfr07FteEr1Lopaw2ci8b/xzQie/gkI0CByQMwD5V
gnJpiMBnjP4d6UF6HEVldCQ7a3T1T80bKj5JjtFbR9P85Qntuheqn3Pge89YexMc
E/00VA3blrj+GeYpO9ZGFu7DR/x4sjnTEhfjXEoLv1C4AdgGHCIjW9wU6HkcWnla
X7akKlwIWEUP/BFLkcWPpmUrtClhWx9wq1GHFvKAN/qp//VWnv4IfRU6RjmVPOWB
efvTu/cpsfBHLyp15goOYPboahIdTUTNQIXh4Vid7E1NoKnWZUMu50n3/zAbjSds
mNmifi4g01MYJ3TVoU2Q01P7NiD3IRmaw72nLmf9cM9/7QMdGn0AEQEAAcLBdgQY
AQgAKgUCZVTIjAkQDArzE+X9n4AWIQTj5uQ9hMuFLq2wBR0MCvMT5f2fgAIbDAAA
SUoP/2ExsUoGbxjuZ76QUnYtfzDoz+o218UWd3gZCsBQ6/hGam5kMq+EUEabF3lV
7QLDyn/1v5sqrkmYg0u5cfjtY3oimCPvr6E0WTuqMIwYl0fdlkmdNttDpMqvCazq
bzLK5dDVWbh/EYTiEN1xKXM6rlAquYv8I16uWL8QHanMb6yexNmDYhC4fXWqCi+s
5sXxWrPrd+fGz8CR/fEYahPXj8uY6dwN9DlWyek9QtKW2PsqrkBn5vCOm2IyZW6d
t/Kn70tYtxMxJND2otk47mpG/Fv3sYK2bTGJ+k/5+E5IrjWqIX2lVB3G1+TCoZ5s
cc16zls32mOlRh81fTAqcwkDFxICxcOeNHGLt3N+UvoPSUafYKD96rn5mWFao4xb
cFniaYv2PdqH8HDjvXZXqHypRMXvYMbXXOgydLL+tSUSBpMTd4afjq8x2gNSWOEL
I1jT5FWbKTKan0ycKi37bSqGHhDjlg4HRGvC3IK0EuVjdX3r+8uIVgFbqLwNhXk4
GAIL03vl689TQ7/oPW75XCQIevFai0kcJPl6qIRvi9/S/v5EPRy9UDCGY/MPmc5f
H1an0ebU4I4TlYfBoEUkYYqBDxvxWW0I/Q01rDebcd6mrGw8lW1EiNZlClLwx9Bv
/+MNnIT9m1f8KeqmweoAgbIQRUI7EkJSzxYN4DNuy2XoKmF9
=VhyH
-----END PGP PUBLIC KEY BLOCK-----
`,
};

;// CONCATENATED MODULE: ./src/terraform/install/openpgp/packet.ts
/** OpenPGP data that is invalid, or of a kind that is not supported. */
class InvalidOpenPgp extends Error {
    name = 'InvalidOpenPgp';
    reason = 'terraform-missing';
}
/** RFC 9580, section 5. */
const TAG = { signature: 2, publicKey: 6, userId: 13, publicSubkey: 14, userAttribute: 17 };
/** Public-key algorithm (RFC 9580, section 9.1). */
const RSA = 1;
/** Reads bytes in order. */
class ByteReader {
    bytes;
    at = 0;
    constructor(bytes) {
        this.bytes = bytes;
    }
    get isAtEnd() {
        return this.at === this.bytes.length;
    }
    get position() {
        return this.at;
    }
    take(length) {
        if (this.at + length > this.bytes.length)
            throw new InvalidOpenPgp('the data is truncated');
        this.at += length;
        return this.bytes.subarray(this.at - length, this.at);
    }
    uint(length) {
        return this.take(length).readUIntBE(0, length);
    }
    /** A multiprecision integer (RFC 9580, section 3.2), without leading zeros. */
    mpi() {
        const bits = this.uint(2);
        const value = this.take(Math.ceil(bits / 8));
        const first = value[0] ?? 0;
        if (bits === 0 || Math.clz32(first) - 24 !== (8 - (bits % 8)) % 8)
            throw new InvalidOpenPgp('a number has a wrong length');
        return value;
    }
}
/**
 * Splits data into packets (RFC 9580, section 4.2). Packets of an open length do not occur in keys and signatures.
 *
 * @throws InvalidOpenPgp
 */
function readPackets(bytes) {
    const reader = new ByteReader(bytes);
    const packets = [];
    while (!reader.isAtEnd) {
        const header = reader.uint(1);
        if ((header & 0x80) === 0)
            throw new InvalidOpenPgp('it is not in the OpenPGP format');
        const isNewFormat = (header & 0x40) !== 0;
        const tag = isNewFormat ? header & 0x3f : (header >> 2) & 0x0f;
        const length = isNewFormat ? newLength(reader) : oldLength(header & 3, reader);
        packets.push({ tag, body: reader.take(length) });
    }
    return packets;
}
function oldLength(type, reader) {
    const size = [1, 2, 4][type];
    if (size === undefined)
        throw new InvalidOpenPgp('a packet has an open length');
    return reader.uint(size);
}
/** Also the lengths of subpackets (RFC 9580, section 5.2.3.7), which have no partial ones. */
function newLength(reader) {
    const first = reader.uint(1);
    if (first < 192)
        return first;
    if (first === 255)
        return reader.uint(4);
    if (first < 224)
        return ((first - 192) << 8) + reader.uint(1) + 192;
    throw new InvalidOpenPgp('a packet has an open length');
}
/**
 * Decodes ASCII armor (RFC 9580, section 6). Its checksum protects against accidents only, and is not checked.
 *
 * @throws InvalidOpenPgp
 */
function decodeArmor(text) {
    const lines = text.split('\n').map((line) => line.trim());
    const begin = lines.findIndex((line) => line.startsWith('-----BEGIN PGP '));
    const end = lines.findIndex((line) => line.startsWith('-----END PGP '));
    const empty = lines.indexOf('', begin);
    if (begin < 0 || end < empty || empty < 0)
        throw new InvalidOpenPgp('it is not in ASCII armor');
    const body = lines.slice(empty + 1, end).filter((line) => !line.startsWith('='));
    return Buffer.from(body.join(''), 'base64');
}

;// CONCATENATED MODULE: ./src/terraform/install/openpgp/key-packet.ts


const MIN_BITS = 2048;
/**
 * Parses a public-key packet of version 4 with an RSA key (RFC 9580, section 5.5.2.2).
 *
 * @throws InvalidOpenPgp
 */
function parseKey(body) {
    const reader = new ByteReader(body);
    const version = reader.uint(1);
    if (version !== 4)
        throw new InvalidOpenPgp(`key version ${version} is not supported`);
    const createdMs = reader.uint(4) * 1000;
    const algorithm = reader.uint(1);
    if (algorithm !== RSA)
        throw new InvalidOpenPgp(`public-key algorithm ${algorithm} is not supported`);
    const [n, e] = [reader.mpi(), reader.mpi()];
    if (!reader.isAtEnd)
        throw new InvalidOpenPgp('a key has data after its end');
    if (n.length * 8 < MIN_BITS)
        throw new InvalidOpenPgp(`the key has less than ${MIN_BITS} bits`);
    const signedForm = Buffer.concat([Buffer.from([0x99, body.length >> 8, body.length & 0xff]), body]);
    // Defined with SHA-1 (RFC 9580, section 5.5.4.2).
    const digest = (0,external_node_crypto_.createHash)('sha1').update(signedForm).digest();
    const jwk = { kty: 'RSA', n: n.toString('base64url'), e: e.toString('base64url') };
    return {
        createdMs,
        fingerprint: digest.toString('hex').toUpperCase(),
        id: digest.subarray(-8),
        publicKey: (0,external_node_crypto_.createPublicKey)({ key: jwk, format: 'jwk' }),
        modulusBytes: n.length,
        signedForm,
    };
}

;// CONCATENATED MODULE: ./src/terraform/install/openpgp/signature-packet.ts


/** RFC 9580, section 5.2.1. */
const SIGNATURE_TYPE = {
    binary: 0x00,
    certifications: [0x10, 0x11, 0x12, 0x13],
    subkeyBinding: 0x18,
    primaryKeyBinding: 0x19,
    directKey: 0x1f,
    keyRevocation: 0x20,
    subkeyRevocation: 0x28,
    certificationRevocation: 0x30,
};
/** RFC 9580, section 9.5. SHA-1 and older ones are broken. */
const HASH_NAMES = new Map([
    [8, 'sha256'],
    [9, 'sha384'],
    [10, 'sha512'],
]);
/**
 * Parses a signature packet of version 4 (RFC 9580, section 5.2.3).
 *
 * @throws InvalidOpenPgp
 */
function parseSignature(body) {
    const reader = new ByteReader(body);
    const version = reader.uint(1);
    if (version !== 4)
        throw new InvalidOpenPgp(`signature version ${version} is not supported`);
    const type = reader.uint(1);
    const algorithm = reader.uint(1);
    if (algorithm !== RSA)
        throw new InvalidOpenPgp(`public-key algorithm ${algorithm} is not supported`);
    const hash = reader.uint(1);
    const hashName = HASH_NAMES.get(hash);
    if (hashName === undefined)
        throw new InvalidOpenPgp(`hash algorithm ${hash} is not allowed`);
    const hashed = readSubpackets(reader.take(reader.uint(2)));
    const signedLength = reader.position;
    const unhashed = readSubpackets(reader.take(reader.uint(2)));
    const hashStart = reader.take(2);
    const value = reader.mpi();
    if (!reader.isAtEnd)
        throw new InvalidOpenPgp('a signature has data after its end');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(signedLength);
    const trailer = Buffer.concat([body.subarray(0, signedLength), Buffer.from([4, 0xff]), length]);
    return { type, hashName, ...properties(hashed, unhashed), trailer, hashStart, value };
}
function readSubpackets(bytes) {
    const reader = new ByteReader(bytes);
    const found = [];
    while (!reader.isAtEnd) {
        const inner = new ByteReader(reader.take(newLength(reader)));
        const type = inner.uint(1);
        const rest = [];
        while (!inner.isAtEnd)
            rest.push(inner.uint(1));
        found.push({ type: type & 0x7f, isCritical: (type & 0x80) !== 0, body: Buffer.from(rest) });
    }
    return found;
}
/** RFC 9580, section 5.2.3.7. */
const SUBPACKET = {
    creationTime: 2,
    expirationTime: 3,
    keyExpirationTime: 9,
    issuerKeyId: 16,
    keyFlags: 27,
    embeddedSignature: 32,
    issuerFingerprint: 33,
};
/** Their meaning is obeyed, or concerns encryption and key servers only. */
const UNDERSTOOD = [...Object.values(SUBPACKET), 11, 21, 22, 23, 25, 29, 30];
function properties(hashed, unhashed) {
    const unknown = hashed.find(({ type, isCritical }) => isCritical && !UNDERSTOOD.includes(type));
    if (unknown !== undefined)
        throw new InvalidOpenPgp(`the critical signature subpacket ${unknown.type} is not supported`);
    const bodyOf = (type) => hashed.find((one) => one.type === type)?.body;
    const seconds = (type) => {
        const body = bodyOf(type);
        return body === undefined ? undefined : new ByteReader(body).uint(4);
    };
    const created = seconds(SUBPACKET.creationTime);
    if (created === undefined)
        throw new InvalidOpenPgp('a signature has no creation time');
    const lifetime = seconds(SUBPACKET.expirationTime);
    const keyLifetime = seconds(SUBPACKET.keyExpirationTime);
    const all = [...hashed, ...unhashed];
    return {
        createdMs: created * 1000,
        // 0 means never.
        expiresMs: lifetime ? (created + lifetime) * 1000 : undefined,
        keyLifetimeMs: keyLifetime ? keyLifetime * 1000 : undefined,
        keyFlags: bodyOf(SUBPACKET.keyFlags)?.[0],
        issuers: all.flatMap(({ type, body }) => type === SUBPACKET.issuerKeyId
            ? [body]
            : type === SUBPACKET.issuerFingerprint
                ? [body.subarray(-8)]
                : []),
        // It carries its own proof.
        embedded: all.find(({ type }) => type === SUBPACKET.embeddedSignature)?.body,
    };
}
/** Whether a key made a signature of the data (RFC 9580, section 5.2.4). */
function isSignedBy(signature, data, key) {
    const { hashName, trailer, hashStart, value } = signature;
    const signed = Buffer.concat([...data, trailer]);
    const digest = (0,external_node_crypto_.createHash)(hashName).update(signed).digest();
    if (!digest.subarray(0, 2).equals(hashStart) || value.length > key.modulusBytes)
        return false;
    const padded = Buffer.concat([Buffer.alloc(key.modulusBytes - value.length), value]);
    return (0,external_node_crypto_.verify)(hashName, signed, key.publicKey, padded);
}

;// CONCATENATED MODULE: ./src/terraform/install/openpgp/public-key.ts



const SIGN_FLAG = 0x02;
/** A public key with its self-signatures. */
class OpenPgpKey {
    primary;
    parts;
    constructor(primary, parts) {
        this.primary = primary;
        this.parts = parts;
    }
    /** @throws InvalidOpenPgp */
    static read(armored) {
        const components = componentsOf(readPackets(decodeArmor(armored)));
        const [first, ...others] = components;
        if (first?.packet.tag !== TAG.publicKey)
            throw new InvalidOpenPgp('it is not a public key');
        if (others.some(({ packet }) => packet.tag === TAG.publicKey))
            throw new InvalidOpenPgp('there is more than one key');
        const subkeys = others
            .filter(({ packet }) => packet.tag === TAG.publicSubkey)
            .flatMap(({ packet, signatures }) => {
            const key = unlessUnsupported(() => parseKey(packet.body));
            return key === undefined ? [] : [{ key, signatures }];
        });
        const users = others.filter(({ packet }) => packet.tag === TAG.userId);
        return new OpenPgpKey(parseKey(first.packet.body), { direct: first.signatures, users, subkeys });
    }
    /**
     * Returns the key that may have signed at a time.
     *
     * @throws InvalidOpenPgp
     */
    signingKey(issuers, atMs) {
        this.requireValid(atMs);
        const isIssuer = ({ id }) => issuers.some((issuer) => issuer.equals(id));
        if (isIssuer(this.primary)) {
            if (!maySign(this.certification(atMs)))
                throw new InvalidOpenPgp('the key may not sign');
            return this.primary;
        }
        const subkey = this.parts.subkeys.find(({ key }) => isIssuer(key));
        if (subkey === undefined)
            throw new InvalidOpenPgp('it was made by another key');
        this.requireBound(subkey, atMs);
        return subkey.key;
    }
    requireValid(atMs) {
        const { primary } = this;
        const { direct } = this.parts;
        const isRevoked = direct.some((one) => one.type === SIGNATURE_TYPE.keyRevocation && isSignedBy(one, [primary.signedForm], primary));
        if (isRevoked)
            throw new InvalidOpenPgp('the key is revoked');
        const certification = this.certification(atMs);
        if (certification === undefined)
            throw new InvalidOpenPgp('the key had no valid user ID');
        const ownDirect = newestAt(direct.filter((one) => one.type === SIGNATURE_TYPE.directKey && isSignedBy(one, [primary.signedForm], primary)), atMs);
        for (const signature of [certification, ownDirect])
            requireUnexpired(primary, signature, atMs);
    }
    /** Returns the newest self-signature of a user ID. */
    certification(atMs) {
        const newest = this.parts.users.flatMap(({ packet, signatures }) => {
            const data = [this.primary.signedForm, userForm(packet.body)];
            const own = signatures.filter((one) => isSignedBy(one, data, this.primary));
            if (own.some(({ type }) => type === SIGNATURE_TYPE.certificationRevocation))
                return [];
            const certifications = SIGNATURE_TYPE.certifications;
            return (newestAt(own.filter(({ type }) => certifications.includes(type)), atMs) ?? []);
        });
        return newestAt(newest, atMs);
    }
    /** The subkey must also have signed, or anyone's signing key could be claimed (RFC 9580, section 5.2.1.9). */
    requireBound({ key, signatures }, atMs) {
        const data = [this.primary.signedForm, key.signedForm];
        const own = signatures.filter((one) => isSignedBy(one, data, this.primary));
        if (own.some(({ type }) => type === SIGNATURE_TYPE.subkeyRevocation))
            throw new InvalidOpenPgp('the signing subkey is revoked');
        const binding = newestAt(own.filter(({ type }) => type === SIGNATURE_TYPE.subkeyBinding), atMs);
        if (binding === undefined)
            throw new InvalidOpenPgp('the signing subkey did not belong to the key');
        requireUnexpired(key, binding, atMs);
        if (!maySign(binding))
            throw new InvalidOpenPgp('the subkey may not sign');
        const proof = binding.embedded === undefined ? undefined : parseSignature(binding.embedded);
        const isProven = proof?.type === SIGNATURE_TYPE.primaryKeyBinding && isSignedBy(proof, data, key);
        if (!isProven || !isCurrent(proof, atMs))
            throw new InvalidOpenPgp('the signing subkey does not confirm that it belongs to the key');
    }
}
function componentsOf(packets) {
    const components = [];
    for (const packet of packets) {
        if (packet.tag !== TAG.signature)
            components.push({ packet, signatures: [] });
        else {
            // Those of other people may be of any kind.
            const signature = unlessUnsupported(() => parseSignature(packet.body));
            if (signature !== undefined)
                components.at(-1)?.signatures.push(signature);
        }
    }
    return components;
}
function unlessUnsupported(parse) {
    try {
        return parse();
    }
    catch (error) {
        if (error instanceof InvalidOpenPgp)
            return undefined;
        throw error;
    }
}
/** RFC 9580, section 5.2.4. */
function userForm(body) {
    const head = Buffer.alloc(5);
    head.writeUInt8(0xb4);
    head.writeUInt32BE(body.length, 1);
    return Buffer.concat([head, body]);
}
const isCurrent = ({ createdMs, expiresMs }, atMs) => createdMs <= atMs && (expiresMs === undefined || atMs < expiresMs);
const newestAt = (signatures, atMs) => signatures.filter((one) => isCurrent(one, atMs)).sort((a, b) => b.createdMs - a.createdMs)[0];
const maySign = (signature) => signature !== undefined && (signature.keyFlags === undefined || (signature.keyFlags & SIGN_FLAG) !== 0);
function requireUnexpired(key, signature, atMs) {
    if (atMs < key.createdMs)
        throw new InvalidOpenPgp('the key did not exist yet');
    const lifetimeMs = signature?.keyLifetimeMs;
    if (lifetimeMs !== undefined && atMs >= key.createdMs + lifetimeMs)
        throw new InvalidOpenPgp(`the key expired on ${new Date(key.createdMs + lifetimeMs).toISOString().slice(0, 10)}. Use a newer release of this action, which contains the extended key`);
}

;// CONCATENATED MODULE: ./src/terraform/install/signature.ts



/** A file without a valid signature. */
class BadSignature extends Error {
    name = 'BadSignature';
    reason = 'terraform-missing';
}
/**
 * Verifies a file's signature: OpenPGP version 4 with RSA and SHA-2, nothing else. The key may have expired since.
 *
 * @throws BadSignature, InvalidOpenPgp for an invalid key
 */
function checkSignature(file, { armored, fingerprint }, now) {
    const key = OpenPgpKey.read(armored);
    if (key.primary.fingerprint !== fingerprint) {
        throw new BadSignature(`${file.name} cannot be verified: the key has the fingerprint ${key.primary.fingerprint}, expected ${fingerprint}`);
    }
    const problems = [];
    try {
        for (const { tag, body } of readPackets(Buffer.from(file.signature))) {
            if (tag !== TAG.signature)
                throw new InvalidOpenPgp('it contains something else than signatures');
            const problem = problemOf(body, { content: Buffer.from(file.content), key, now });
            // During a key rotation, files have two.
            if (problem === undefined)
                return;
            problems.push(problem);
        }
    }
    catch (error) {
        problems.unshift(reasonOf(error));
    }
    const reason = problems[0] ?? 'the signature file is empty';
    throw new BadSignature(`${file.name} has no valid signature of key ${fingerprint}: ${reason}`);
}
/** Returns undefined for a valid signature. */
function problemOf(body, { content, key, now }) {
    try {
        const signature = parseSignature(body);
        const { type, createdMs, expiresMs, issuers } = signature;
        if (type !== SIGNATURE_TYPE.binary)
            return `signature type ${type} is not supported`;
        if (createdMs > now.getTime())
            return 'it is from the future';
        if (expiresMs !== undefined && expiresMs <= now.getTime())
            return 'the signature expired';
        const signer = key.signingKey(issuers, createdMs);
        return isSignedBy(signature, [content], signer) ? undefined : 'the file was changed';
    }
    catch (error) {
        return reasonOf(error);
    }
}
function reasonOf(error) {
    if (error instanceof InvalidOpenPgp)
        return error.message;
    throw error;
}

;// CONCATENATED MODULE: ./src/terraform/install/releases.ts





/** The server's files are not a release of the publisher. */
class TamperedRelease extends Error {
    name = 'TamperedRelease';
    reason = 'terraform-missing';
}
const RELEASES_URL = 'https://releases.hashicorp.com';
const MAX_INDEX_BYTES = 128 * 1024 * 1024;
const MAX_CHECKSUMS_BYTES = 1024 * 1024;
/** OpenTofu's releases are on GitHub, and their list on a server of its own. */
const OPENTOFU_INDEX_URL = 'https://get.opentofu.org/tofu/api.json';
const OPENTOFU_RELEASES_URL = 'https://github.com/opentofu/opentofu/releases/download';
const LAYOUTS = {
    terraform: {
        folder: (version) => `terraform/${version}`,
        index: (baseUrl) => `${baseUrl}/terraform/index.json`,
        signatureSuffix: 'sig',
        publisher: 'HashiCorp',
    },
    opentofu: {
        folder: (version) => `v${version}`,
        index: (baseUrl) => (baseUrl === OPENTOFU_RELEASES_URL ? OPENTOFU_INDEX_URL : `${baseUrl}/api.json`),
        signatureSuffix: 'gpgsig',
        publisher: 'OpenTofu',
    },
};
/** Releases of an engine on its publisher's server or a mirror. */
class Releases {
    server;
    runtime;
    engine;
    layout;
    baseUrl;
    constructor(server, runtime) {
        this.server = server;
        this.runtime = runtime;
        this.engine = server.engine ?? engine_TERRAFORM;
        this.layout = LAYOUTS[this.engine.name];
        this.baseUrl = server.baseUrl.replace(/\/+$/, '');
    }
    /**
     * Lists the versions with a build for a platform.
     *
     * @throws DownloadFailed, TamperedRelease
     */
    async list({ os, arch }) {
        const url = this.layout.index(this.baseUrl);
        const index = (0,json/* parseObject */.lj)((await downloadBytes(url, MAX_INDEX_BYTES, this.runtime)).toString('utf8'));
        if (Array.isArray(index?.['versions']))
            return (0,json/* recordsIn */.Q0)(index['versions']).flatMap(({ id, files }) => typeof id === 'string' && Array.isArray(files) && files.includes(this.zipName(id, { os, arch }))
                ? [id]
                : []);
        if (!(0,json/* isRecord */.u4)(index?.['versions']))
            throw new TamperedRelease(`${url} is not a release index`);
        return Object.entries(index['versions'])
            .filter(([, release]) => (0,json/* isRecord */.u4)(release) && hasBuild(release['builds'], { os, arch }))
            .map(([version]) => version);
    }
    /**
     * Downloads a release and verifies its signed checksum.
     *
     * @returns the path of the ZIP file
     * @throws DownloadFailed, BadSignature, TamperedRelease
     */
    async download(version, { os, arch }, folder) {
        const { command, title } = this.engine;
        const sumsName = `${command}_${version}_SHA256SUMS`;
        const zipName = this.zipName(version, { os, arch });
        const [content, signature] = await Promise.all([sumsName, `${sumsName}.${this.layout.signatureSuffix}`].map((name) => downloadBytes(this.url(version, name), MAX_CHECKSUMS_BYTES, this.runtime)));
        if (content === undefined || signature === undefined)
            throw new BadSignature(`${sumsName} is missing`);
        checkSignature({ name: sumsName, content, signature }, this.server.key, this.runtime.now());
        const expected = findChecksum(content.toString('utf8'), zipName);
        if (expected === undefined) {
            throw new TamperedRelease(`${sumsName} does not contain ${zipName}: there is no ${title} ${version} for ${os}_${arch}`);
        }
        const path = (0,external_node_path_.join)(folder, zipName);
        const sum = await downloadFile(this.url(version, zipName), path, this.runtime);
        if (sum === expected)
            return path;
        throw new TamperedRelease(`${this.url(version, zipName)} has the SHA-256 ${sum}, but ${this.layout.publisher} signed ${expected}`);
    }
    url(version, name) {
        return [this.baseUrl, this.layout.folder(version), name].join('/');
    }
    zipName(version, { os, arch }) {
        return `${this.engine.command}_${version}_${os}_${arch}.zip`;
    }
}
function hasBuild(builds, { os, arch }) {
    return (Array.isArray(builds) &&
        builds.some((build) => (0,json/* isRecord */.u4)(build) && build['os'] === os && build['arch'] === arch));
}
function findChecksum(sums, name) {
    const lines = sums.split(/\r?\n/).map((line) => /^([0-9a-f]{64}) [ *](.+)$/.exec(line));
    return lines.find((line) => line?.[2] === name)?.[1];
}
const ARCHITECTURES = { x64: 'amd64', ia32: '386' };
const SYSTEMS = { win32: 'windows' };
/** Converts Node's names of a platform to HashiCorp's. */
function platformOf(system, architecture) {
    return { os: SYSTEMS[system] ?? system, arch: ARCHITECTURES[architecture] ?? architecture };
}

;// CONCATENATED MODULE: ./src/terraform/install/tool-cache.ts



/** Opens the runner's tool cache. `@actions/tool-cache` reads process.env. */
function openToolCache(env, folder, engine = engine_TERRAFORM) {
    const tool = engine.command;
    const isAvailable = Boolean(env['RUNNER_TOOL_CACHE']);
    return {
        versions: async () => (isAvailable ? (await loadToolCache()).findAllVersions(tool) : []),
        find: async (version) => (isAvailable ? (await loadToolCache()).find(tool, version) : ''),
        add: async (zip, version) => {
            const { cacheDir, extractZip } = await loadToolCache();
            const unpacked = await extractZip(zip, (0,external_node_path_.join)(folder, `${tool}-${version}`));
            await (0,promises_.chmod)((0,external_node_path_.join)(unpacked, programName(process.platform, engine)), 0o755);
            return isAvailable ? cacheDir(unpacked, tool, version) : unpacked;
        },
    };
}
const loadToolCache = () => Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(4942), __webpack_require__.e(3143)]).then(__webpack_require__.bind(__webpack_require__, 23143));
/** Returns the file name of an engine's program. */
const programName = (system, { command } = engine_TERRAFORM) => system === 'win32' ? `${command}.exe` : command;

;// CONCATENATED MODULE: ./src/terraform/install/version.ts
const OPERATORS = ['<=', '>=', '!=', '~>', '<', '>', '='];
/** An invalid version constraint. */
class InvalidConstraint extends Error {
    name = 'InvalidConstraint';
    reason = 'invalid-input';
}
const VERSION = /^v?(\d+(?:\.\d+){0,2})(?:-([0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*))?(?:\+[0-9A-Za-z.-]+)?$/;
function parseVersion(text) {
    const [, numbers, prerelease] = VERSION.exec(text.trim()) ?? [];
    if (numbers === undefined)
        return undefined;
    const [major = 0, minor = 0, patch = 0] = numbers.split('.').map(Number);
    if (![major, minor, patch].every(Number.isSafeInteger))
        return undefined;
    const segmentCount = numbers.split('.').length;
    return { segments: [major, minor, patch], segmentCount, prerelease: prerelease?.split('.') ?? [] };
}
/**
 * Whether a version satisfies a constraint
 * (https://developer.hashicorp.com/terraform/language/expressions/version-constraints).
 * A pre-release must be named by a clause.
 *
 * @param constraint empty allows any release
 * @throws InvalidConstraint
 */
function version_satisfies(version, constraint) {
    const clauses = parseConstraint(constraint);
    const candidate = parseVersion(version);
    return candidate !== undefined && satisfiesAll(candidate, clauses);
}
/**
 * Returns the newest version that satisfies a constraint.
 *
 * @throws InvalidConstraint
 */
function pickVersion(constraint, available) {
    const clauses = parseConstraint(constraint);
    const matching = available.flatMap((text) => {
        const version = parseVersion(text);
        return version !== undefined && satisfiesAll(version, clauses) ? [{ text, version }] : [];
    });
    return matching.sort((a, b) => compare(b.version, a.version))[0]?.text;
}
/**
 * Returns the version of an `=` constraint; otherwise undefined.
 *
 * @throws InvalidConstraint
 */
function exactVersion(constraint) {
    const [clause, ...others] = parseConstraint(constraint);
    if (clause === undefined || others.length > 0 || clause.operator !== '=')
        return undefined;
    const { segments, prerelease } = clause.version;
    return segments.join('.') + (prerelease.length === 0 ? '' : `-${prerelease.join('.')}`);
}
/** Returns a negative number if `a` is older. Invalid versions are the oldest. */
function version_compareVersions(a, b) {
    const [one, other] = [parseVersion(a), parseVersion(b)];
    if (one === undefined || other === undefined)
        return Number(one !== undefined) - Number(other !== undefined);
    return compare(one, other);
}
function parseConstraint(constraint) {
    if (constraint.trim() === '')
        return [];
    return constraint.split(',').map((part) => {
        const text = part.trim();
        const operator = OPERATORS.find((one) => text.startsWith(one));
        const version = parseVersion(text.slice(operator?.length ?? 0));
        if (version !== undefined)
            return { operator: operator ?? '=', version };
        throw new InvalidConstraint(`'${constraint}' is not a version constraint: '${text}' must be one of ${OPERATORS.join(' ')} ` +
            `and a version, such as ~> 1.11 or >= 1.11.0, < 2.0.0`);
    });
}
function satisfiesAll(version, clauses) {
    const isNamed = clauses.some((clause) => clause.operator !== '!=' &&
        clause.version.prerelease.length > 0 &&
        hasSameSegments(version, clause.version));
    if (version.prerelease.length > 0 && !isNamed)
        return false;
    return clauses.every((clause) => satisfiesClause(version, clause));
}
function satisfiesClause(version, { operator, version: limit }) {
    const order = compare(version, limit);
    switch (operator) {
        case '=':
            return order === 0;
        case '!=':
            return order !== 0;
        case '>':
            return isComparable(version, limit) && order > 0;
        case '>=':
            return isComparable(version, limit) && order >= 0;
        case '<':
            return isComparable(version, limit) && order < 0;
        case '<=':
            return isComparable(version, limit) && order <= 0;
        case '~>':
            return isComparable(version, limit) && order >= 0 && isPessimistic(version, limit);
    }
}
/** Pre-releases compare only with equal segments. */
function isComparable(version, limit) {
    if (version.prerelease.length === 0)
        return true;
    return limit.prerelease.length > 0 && hasSameSegments(version, limit);
}
/** `~>` allows only the last written segment to increase. */
function isPessimistic(version, limit) {
    if (limit.prerelease.length > 0 && version.prerelease.length === 0)
        return false;
    return limit.segments
        .slice(0, limit.segmentCount - 1)
        .every((number, at) => number === version.segments[at]);
}
const hasSameSegments = (a, b) => a.segments.every((number, at) => number === b.segments[at]);
/** Semantic Versioning 2.0.0, section 11. */
function compare(a, b) {
    for (const [at, number] of a.segments.entries()) {
        const difference = number - (b.segments[at] ?? 0);
        if (difference !== 0)
            return difference;
    }
    if (a.prerelease.length === 0 || b.prerelease.length === 0)
        return b.prerelease.length - a.prerelease.length;
    for (let at = 0; at < Math.max(a.prerelease.length, b.prerelease.length); at++) {
        const difference = compareIdentifiers(a.prerelease[at], b.prerelease[at]);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
function compareIdentifiers(a, b) {
    if (a === undefined || b === undefined)
        return Number(a !== undefined) - Number(b !== undefined);
    const [isNumber, isOtherNumber] = [/^\d+$/.test(a), /^\d+$/.test(b)];
    if (isNumber && isOtherNumber)
        return Number(a) - Number(b);
    if (isNumber !== isOtherNumber)
        return isNumber ? -1 : 1;
    return a < b ? -1 : Number(a > b);
}

;// CONCATENATED MODULE: ./src/terraform/install/install.ts












/** No matching Terraform can be found or installed. */
class NoTerraform extends Error {
    name = 'NoTerraform';
    reason = 'terraform-missing';
}
const INSTALL_ADVICE = {
    terraform: `Install a matching Terraform in an earlier step (hashicorp/setup-terraform), ` +
        `or set ${MIRROR_VARIABLE} to the URL of a mirror of releases.hashicorp.com.`,
    opentofu: 'Install a matching OpenTofu in an earlier step (opentofu/setup-opentofu, with tofu_wrapper: false).',
};
/**
 * Finds an engine on PATH, in the tool cache, or the newest release.
 *
 * @throws InvalidConstraint, NoTerraform
 */
async function findTerraform(request, runtime) {
    const { constraint, engine = engine_TERRAFORM } = request;
    const probe = await probePath(runtime, engine);
    const { program: onPath, version: pathVersion } = probe ?? {};
    if (onPath !== undefined && pathVersion !== undefined && version_satisfies(pathVersion, constraint))
        return { program: onPath, version: pathVersion, source: 'path' };
    if (probe !== undefined && pathVersion === undefined)
        runtime.onNotice?.(describeProbe(probe, engine));
    if (engine === engine_TERRAFORM && probe === undefined && (await findOnPath(['tofu'], runtime)) !== undefined)
        runtime.onNotice?.("OpenTofu is on PATH, but this run uses HashiCorp's Terraform. To use OpenTofu, set engine: opentofu");
    const version = pickVersion(constraint, await runtime.cache.versions());
    const folder = version === undefined ? '' : await runtime.cache.find(version);
    const program = (0,external_node_path_.join)(folder, programName(runtime.system, engine));
    if (version !== undefined && folder !== '' && (0,external_node_fs_.existsSync)(program))
        return { program, version, source: 'cache' };
    try {
        return await download(request, runtime);
    }
    catch (error) {
        throw toNoTerraform(error, request, probe);
    }
}
async function probePath(runtime, engine) {
    const program = await findOnPath(PROGRAMS[engine.name], runtime);
    if (program === undefined)
        return undefined;
    const json = await ask(program, ['version', '-json'], runtime);
    const version = parseVersionReport(json);
    // OpenTofu reports the same JSON, but constraints mean other versions of it.
    const words = version === undefined ? json : await ask(program, ['version'], runtime);
    const isOpenTofu = /^OpenTofu /m.test(words);
    if (isOpenTofu !== (engine.name === 'opentofu'))
        return { program, version: undefined, words };
    return { program, version, words: json };
}
/** Returns what a program prints, also if it fails. */
async function ask(program, args, { run }) {
    try {
        return (await run(program, args)).stdout;
    }
    catch (error) {
        const { stdout, stderr, message } = (0,json/* isRecord */.u4)(error) ? error : {};
        const texts = [stderr, stdout, message].filter((text) => typeof text === 'string');
        return texts.find((text) => text.trim() !== '') ?? String(error);
    }
}
const MAX_WORDS_LENGTH = 200;
/** Returns a clause about the program on PATH. */
function describeProbe(probe, { title }) {
    if (probe === undefined)
        return `${title} is not on PATH`;
    const { program, version, words } = probe;
    if (version !== undefined)
        return `PATH has ${version}`;
    return `${program} is not ${title}: it says '${(0,sanitize/* toPrintableLine */.Ld)(words.slice(0, MAX_WORDS_LENGTH))}'`;
}
/** The wrapper of hashicorp/setup-terraform, which terraform-bin replaces, does not forward interrupts. */
const PROGRAMS = {
    terraform: ['terraform-bin', 'terraform'],
    opentofu: ['tofu-bin', 'tofu'],
};
/** Whether an engine's program is on PATH, whatever its version. */
const isOnPath = async ({ name }, runtime) => (await findOnPath(PROGRAMS[name], runtime)) !== undefined;
async function findOnPath(names, { env, system }) {
    const suffix = system === 'win32' ? '.exe' : '';
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter((folder) => folder !== '');
    for (const folder of folders) {
        for (const name of names) {
            const program = (0,external_node_path_.join)(folder, `${name}${suffix}`);
            if (await isExecutable(program))
                return program;
        }
    }
    return undefined;
}
const isExecutable = (path) => (0,promises_.access)(path, promises_.constants.X_OK).then(() => true, () => false);
async function download({ constraint, from, engine = engine_TERRAFORM }, runtime) {
    const { releases, platform, cache, folder, system } = runtime;
    const version = exactVersion(constraint) ?? pickVersion(constraint, await releases.list(platform));
    if (version === undefined) {
        throw new NoTerraform(`no ${engine.title} release for ${platform.os}_${platform.arch} satisfies ${from} '${constraint}'`);
    }
    const zip = await releases.download(version, platform, folder);
    const program = (0,external_node_path_.join)(await cache.add(zip, version), programName(system, engine));
    await (0,promises_.rm)(zip, { force: true });
    return { program, version, source: 'download' };
}
function toNoTerraform(error, { constraint, from, engine = engine_TERRAFORM }, probe) {
    const isInstallError = [DownloadFailed, BadSignature, TamperedRelease, NoTerraform].some((one) => error instanceof one);
    if (!isInstallError || !(error instanceof Error))
        return error;
    const found = describeProbe(probe, engine);
    const required = constraint === '' ? found : `${from} requires ${engine.title} ${constraint}, ${found}`;
    const message = `${required}. The download failed: ${error.message}. ${INSTALL_ADVICE[engine.name]}`;
    return new NoTerraform(message, { cause: error });
}

;// CONCATENATED MODULE: ./src/terraform/install/plugin-cache.ts



/**
 * Returns the variables that enable a provider plugin cache, unless the user has configured one
 * (https://developer.hashicorp.com/terraform/cli/config/config-file#provider-plugin-cache).
 */
async function pluginCacheVariables(env) {
    const parent = env['RUNNER_TOOL_CACHE'] || env['RUNNER_TEMP'];
    if (!parent || env['TF_PLUGIN_CACHE_DIR'] || (await isConfigured(env)))
        return {};
    const folder = (0,external_node_path_.join)(parent, 'terraform-plugins');
    // Terraform rejects a missing directory, and runs without a cache.
    const exists = await (0,promises_.mkdir)(folder, { recursive: true }).then(() => true, () => false);
    return exists ? { TF_PLUGIN_CACHE_DIR: folder } : {};
}
async function isConfigured(env) {
    const defaultPath = process.platform === 'win32'
        ? (0,external_node_path_.join)(env['APPDATA'] ?? '', 'terraform.rc')
        : (0,external_node_path_.join)(env['HOME'] || (0,external_node_os_.homedir)(), '.terraformrc');
    const path = env['TF_CLI_CONFIG_FILE'] || env['TERRAFORM_CONFIG'] || defaultPath;
    const text = await (0,promises_.readFile)(path, 'utf8').catch(() => '');
    return /^[ \t]*plugin_cache_dir[ \t]*=/m.test(text);
}

;// CONCATENATED MODULE: ./src/terraform/configuration-files.ts
/** Whether a file is configuration; editors' backup files are not. */
const configuration_files_isConfigurationFile = (name) => /^[^.#].*\.(?:tf|tofu)(?:\.json)?$/.test(name);
/** Whether a file overrides others (https://developer.hashicorp.com/terraform/language/files/override). */
const configuration_files_isOverrideFile = (name) => /(?:^|_)override\.(?:tf|tofu)(?:\.json)?$/.test(name);

;// CONCATENATED MODULE: ./src/terraform/install/required-version.ts






/**
 * Returns the joined `required_version` constraints of a root module; empty without any.
 * Skips invalid files, which Terraform reports.
 */
async function readRequiredVersion(directory, engine = engine_TERRAFORM) {
    const all = (await (0,promises_.readdir)(directory)).filter(configuration_files_isConfigurationFile).sort();
    const names = all.filter((name) => isReadBy(engine, name, all));
    const files = await Promise.all(names.map(async (name) => {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8');
        return { name, constraints: name.endsWith('.json') ? constraintsInJson(text) : constraintsInHcl(text) };
    }));
    const overriding = files
        .filter(({ name }) => configuration_files_isOverrideFile(name))
        .flatMap(({ constraints }) => constraints);
    // An override replaces all others.
    if (overriding.length > 0)
        return overriding.join(', ');
    return files.flatMap(({ constraints }) => constraints).join(', ');
}
/** OpenTofu reads `main.tofu` instead of `main.tf`; Terraform ignores it. */
function isReadBy({ name: engine }, name, all) {
    const isTofu = /\.tofu(?:\.json)?$/.test(name);
    if (engine === 'terraform')
        return !isTofu;
    return isTofu || !all.includes(name.replace(/\.tf((?:\.json)?)$/, '.tofu$1'));
}
function constraintsInJson(text) {
    const blocks = (0,json/* parseObject */.lj)(text)?.['terraform'];
    const list = Array.isArray(blocks) ? blocks : [blocks];
    return list
        .filter(json/* isRecord */.u4)
        .flatMap(({ required_version: constraint }) => typeof constraint === 'string' && constraint.trim() !== '' ? [constraint] : []);
}
function constraintsInHcl(text) {
    const tokens = hcl_tokenize(text);
    const found = [];
    let depth = 0;
    let block = '';
    tokens.forEach((token, at) => {
        if (token.kind === 'open') {
            const before = tokens[at - 1];
            if (depth === 0)
                block = token.text === '{' && before?.kind === 'word' ? before.text : '';
            depth += 1;
        }
        else if (token.kind === 'close')
            depth -= 1;
        else if (depth === 1 &&
            block === 'terraform' &&
            token.kind === 'word' &&
            token.text === 'required_version') {
            const value = tokens[at + 2];
            if (tokens[at + 1]?.text === '=' && value?.kind === 'string' && value.text.trim() !== '')
                found.push(value.text);
        }
    });
    return found;
}

;// CONCATENATED MODULE: ./src/terraform/install/version-file.ts



const MAX_LENGTH = 64 * 1024;
const EXACT = /^v?(\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\da-z.-]{1,40})?)$/i;
/**
 * Finds the version in `.terraform-version` or `.opentofu-version` (tfenv, tenv), or `.tool-versions` (asdf, mise), in a directory or above.
 * Words such as `latest` are left to `required_version`.
 *
 * @param top directory to stop at
 */
async function readVersionFile(directory, top, { name: engine } = engine_TERRAFORM) {
    for (let folder = (0,external_node_path_.resolve)(directory);; folder = (0,external_node_path_.dirname)(folder)) {
        for (const [name, parse] of FILES[engine]) {
            const path = (0,external_node_path_.join)(folder, name);
            const text = await (0,promises_.readFile)(path, 'utf8').catch(() => undefined);
            const [, version] = EXACT.exec(parse(text?.slice(0, MAX_LENGTH) ?? '')) ?? [];
            if (version !== undefined)
                return { version, from: path };
        }
        if (folder === (0,external_node_path_.resolve)(top) || folder === (0,external_node_path_.dirname)(folder))
            return undefined;
    }
}
const fieldsOf = (text) => text.split('\n').map((line) => (line.split('#', 1)[0] ?? '').trim().split(/\s+/));
const firstWord = (text) => fieldsOf(text).find(([first]) => first !== '')?.[0] ?? '';
const version_file_versionOf = (...tools) => (text) => fieldsOf(text).find(([tool = '']) => tools.includes(tool))?.[1] ?? '';
const FILES = {
    terraform: [
        ['.terraform-version', firstWord],
        ['.tool-versions', version_file_versionOf('terraform')],
    ],
    opentofu: [
        ['.opentofu-version', firstWord],
        ['.tool-versions', version_file_versionOf('opentofu', 'tofu')],
    ],
};

;// CONCATENATED MODULE: ./src/commands/stack/terraform.ts


















/**
 * Finds or downloads the required Terraform version.
 *
 * @param exact version that must be used, and the step's directory
 * @throws InvalidInput without the root's directory; NoTerraform, InvalidConstraint
 */
async function findTool(inputs, runtime, exact) {
    const { env, clock, log } = runtime;
    await requireDirectory(inputs.directory);
    const folder = exact?.folder ?? (await runtime.createDirectory());
    const download = {
        fetch: fetchByHttpClient,
        sleep: (ms) => clock.sleep(ms),
        random: () => clock.random(),
        now: () => new Date(clock.wallClockMs()),
    };
    const engine = exact?.engine ?? (await chooseEngine(inputs, env));
    const found = await findTerraform(await readRequest(inputs, { env, engine, exact: exact?.version }), {
        env,
        system: process.platform,
        platform: platformOf(process.platform, process.arch),
        cache: openToolCache(env, folder, engine),
        releases: new Releases(releaseServer(engine, env), download),
        folder,
        // A program on PATH can be anything. A version manager chooses by the current directory.
        run: (program, args) => (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program, [...args], {
            cwd: inputs.directory,
            env: terraformEnvironment(env, 'none'),
        }),
        onNotice: (text) => {
            log.info(text);
        },
    });
    log.info(`${engine.title} ${found.version} (from ${found.source})`);
    return { ...found, engine, folder, env: await pluginCacheVariables(env) };
}
const releaseServer = (engine, env) => engine.name === 'opentofu'
    ? { baseUrl: env[OPENTOFU_MIRROR_VARIABLE] || OPENTOFU_RELEASES_URL, key: OPENTOFU_KEY, engine }
    : { baseUrl: env[MIRROR_VARIABLE] || RELEASES_URL, key: HASHICORP_KEY, engine };
const OPENTOFU_MIRROR_VARIABLE = 'OPENTOFU_RELEASES_URL';
/** Terraform, unless the root's files or PATH tell otherwise. */
async function chooseEngine({ directory, engine }, env) {
    if (engine !== 'auto')
        return engine === 'opentofu' ? engine_OPENTOFU : engine_TERRAFORM;
    const top = env['GITHUB_WORKSPACE'] || '.';
    if ((await readVersionFile(directory, top, engine_TERRAFORM)) !== undefined)
        return engine_TERRAFORM;
    if ((await readVersionFile(directory, top, engine_OPENTOFU)) !== undefined)
        return engine_OPENTOFU;
    const lock = await (0,promises_.readFile)((0,external_node_path_.join)(directory, '.terraform.lock.hcl'), 'utf8').catch(() => '');
    if (lock.includes('"registry.terraform.io/'))
        return engine_TERRAFORM;
    if (lock.includes('"registry.opentofu.org/'))
        return engine_OPENTOFU;
    const path = { env, system: process.platform };
    return !(await isOnPath(engine_TERRAFORM, path)) && (await isOnPath(engine_OPENTOFU, path)) ? engine_OPENTOFU : engine_TERRAFORM;
}
/** Whether the inputs and the root allow a version, which may come from a plan record. */
async function allowsVersion(inputs, { version, engine }, { env }) {
    const { constraint } = await readRequest(inputs, { env, engine });
    return isExactVersion(version) && satisfies(version, constraint);
}
const isExactVersion = (version) => /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(version);
/** The input decides before the version file, and that before `required_version`, which Terraform checks anyway. */
async function readRequest({ directory, terraformVersion }, { env, engine, exact, }) {
    if (exact !== undefined)
        return { constraint: exact, from: 'the reviewed plan', engine };
    if (terraformVersion !== undefined)
        return { constraint: terraformVersion, from: 'terraform-version', engine };
    const file = await readVersionFile(directory, env['GITHUB_WORKSPACE'] || '.', engine);
    if (file !== undefined)
        return { constraint: file.version, from: file.from, engine };
    return { constraint: await readRequiredVersion(directory, engine), from: 'required_version', engine };
}
async function requireDirectory(directory) {
    const found = await (0,promises_.stat)(directory).catch(() => undefined);
    if (found?.isDirectory())
        return;
    const problem = found === undefined ? 'does not exist' : 'is not a directory';
    throw new InvalidInput(`working-directory: '${directory}' ${problem}. Check out the repository before this step (actions/checkout), or correct the path.`);
}
function openTerraform(directory, { tool, env, secrets, }, runtime) {
    return new Terraform(directory, {
        program: tool.program,
        version: tool.version,
        engine: tool.engine,
        env: { ...env, ...tool.env },
        folder: tool.folder,
        onEvent: ({ message }) => {
            if (message !== '')
                runtime.log.info(message);
        },
        redact: secrets.redact,
        addSecrets: secrets.add,
        interruption: runtime.interruption,
    });
}

;// CONCATENATED MODULE: ./src/cli/init/terraform-program.ts





/**
 * Finds a Terraform that a root accepts on PATH, or downloads a verified one.
 *
 * @throws NoTerraform
 */
async function findTerraformFor(directory, region, { env, clock, progress }) {
    const { program, env: cache } = await findTool({ directory, engine: 'terraform', terraformVersion: undefined }, {
        env,
        clock,
        log: { info: progress },
        createDirectory: () => (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'langfuse-deploy-')),
    });
    return { program, env: { ...terraformEnvironment(env, 'inherited'), ...cache, AWS_REGION: region } };
}

;// CONCATENATED MODULE: ./src/cli/init/workspace.ts









/** @param repository `OWNER/NAME`; default: the remote `origin` @throws CommandFailed, GitHubError */
async function openWorkspace(repository, environment) {
    const git = await openGit(environment.directory, environment.env);
    return {
        git,
        repository: await openRepository(git, repository, environment),
        own: new init_package.Package(await environment.packageDirectory()),
    };
}
/** Opens the administrator's session. @throws AwsError without credentials */
async function openAccount(region, environment) {
    const session = await (0,aws_session/* ambientSession */.P)({ region, allowedAccountIds: [] }, environment);
    const accountId = await (0,connection/* callAws */.IY)('sts:GetCallerIdentity', () => (0,aws_session/* callerAccount */.X)(session, environment));
    return { aws: new connection/* AwsConnection */.ES(session, environment), accountId };
}
/** Opens terraform/bootstrap in a directory that Git ignores. @throws CommandFailed for another account */
async function openBootstrap(settings, { git, own }, environment) {
    const { aws, accountId } = await openAccount(settings.region, environment);
    if (accountId !== settings.account_id)
        throw new cli_error/* CommandFailed */.nk(`The AWS credentials belong to account ${accountId}, and this repository is set up with ${settings.account_id}. Use credentials of that account.`);
    const gitDirectory = await git.run('rev-parse', '--absolute-git-dir');
    const directory = (0,external_node_path_.join)(gitDirectory, 'langfuse-deploy', 'bootstrap');
    await copyBootstrap(own.directory, directory);
    const { program, env } = await findTerraformFor(directory, settings.region, environment);
    return new Bootstrap(settings, { aws, terraform: program, env, directory });
}


/***/ }),

/***/ 23425:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   H2: () => (/* binding */ hasKnownSource),
/* harmony export */   _N: () => (/* binding */ readTagCommit),
/* harmony export */   sd: () => (/* binding */ sourceRepository),
/* harmony export */   tl: () => (/* binding */ readReleases)
/* harmony export */ });
/* unused harmony export compareUrl */
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(96661);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(21789);


/** By image, if its label is missing or wrong. */
const KNOWN_SOURCES = {
    'langfuse/langfuse': 'langfuse/langfuse',
    'langfuse/langfuse-worker': 'langfuse/langfuse',
    'clickhouse/clickhouse-server': 'ClickHouse/ClickHouse',
    'grafana/grafana': 'grafana/grafana',
    'grafana/grafana-oss': 'grafana/grafana',
};
/** Reports whether an image's source repository is known without its label. */
const hasKnownSource = (image) => Object.hasOwn(KNOWN_SOURCES, image);
const SOURCE = /^https:\/\/github\.com\/([\w-]{1,39})\/([\w.-]{1,100}?)(?:\.git)?(?:[/#?].*)?$/;
const MAX_PAGES = 5;
/**
 * Returns the source repository of an image.
 *
 * @param label `org.opencontainers.image.source`
 */
function sourceRepository(image, label) {
    const known = hasKnownSource(image) ? KNOWN_SOURCES[image] : undefined;
    const [, owner, repo] = SOURCE.exec(known === undefined ? (label ?? '') : `https://github.com/${known}`) ?? [];
    return owner === undefined || repo === undefined ? undefined : { owner, repo };
}
/** Reads the newest published releases; undefined if the repository cannot be read. */
async function readReleases(github, source) {
    const releases = [];
    try {
        for (let page = 1; page <= MAX_PAGES; page++) {
            const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/releases', {
                ...source,
                per_page: 100,
                page,
            });
            releases.push(...(0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).flatMap((one) => parseRelease(one, source)));
            if ((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .itemsOf */ .S3)(data).length < 100)
                break;
        }
    }
    catch (error) {
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_)
            return undefined;
        throw error;
    }
    return releases;
}
/**
 * Reads the commit of a git tag.
 *
 * @returns undefined if the tag does not exist
 * @throws GitHubError
 */
async function readTagCommit(github, source, tag) {
    try {
        // Resolves annotated tags to their commit.
        const { data } = await github.octokit.request('GET /repos/{owner}/{repo}/commits/{ref}', {
            ...source,
            ref: `tags/${tag}`,
        });
        return (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'sha');
    }
    catch (error) {
        // 422: no commit of this name.
        if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .GitHubError */ .y_ && (error.status === 404 || error.status === 422))
            return undefined;
        throw error;
    }
}
function parseRelease(data, { owner, repo }) {
    const tag = (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'tag_name');
    if (tag === undefined || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(data, 'draft') === true || (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .valueAt */ .fK)(data, 'prerelease') === true)
        return [];
    const publishedMs = Date.parse((0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'published_at') ?? '');
    return [
        {
            tag,
            url: `https://github.com/${owner}/${repo}/releases/tag/${encodeTag(tag)}`,
            body: (0,_text_json__WEBPACK_IMPORTED_MODULE_1__/* .textAt */ .$6)(data, 'body') ?? '',
            publishedMs: Number.isNaN(publishedMs) ? undefined : publishedMs,
        },
    ];
}
/** Returns the address that compares two tags. */
function compareUrl({ owner, repo }, from, to) {
    return `https://github.com/${owner}/${repo}/compare/${encodeTag(from)}...${encodeTag(to)}`;
}
/** Parentheses would end a Markdown link. */
const encodeTag = (tag) => encodeURIComponent(tag).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);


/***/ }),

/***/ 28902:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L5: () => (/* binding */ retry),
/* harmony export */   mu: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
/* unused harmony exports RetryState, backoffMs */
/**
 * Repeats a call that failed for a transient reason.
 *
 * @throws the first failure that is not transient; `final(failure, attempts)` when attempts or waiting time are used up
 */
async function retry(call, options) {
    const waiting = new RetryState(options);
    for (let attempt = 1;; attempt++) {
        try {
            return await call(attempt);
        }
        catch (error) {
            await waiting.before(attempt + 1, error);
        }
    }
}
/** Counts attempts and waiting time of one call, for loops that change the call between attempts. */
class RetryState {
    options;
    waitedMs = 0;
    spentMs = 0;
    constructor(options) {
        this.options = options;
    }
    /** Waits before an attempt. @throws the failure when there must be none */
    async before(attempt, error) {
        const { backoff, clock, classify } = this.options;
        const failed = attempt - 1;
        const transient = classify(error, failed);
        if (transient === undefined)
            throw error;
        const isGivenUp = this.options.isGivenUp?.(error) === true;
        const delayMs = transient.isImmediate === true ? 0 : backoffMs(backoff, failed, clock);
        const waitMs = Math.max(transient.waitMs ?? 0, delayMs);
        this.waitedMs += waitMs;
        this.spentMs += transient.idleMs ?? 0;
        if (isGivenUp || this.isUsedUp(failed, waitMs))
            throw this.options.final?.(error, failed) ?? error;
        this.spentMs += delayMs;
        if (waitMs > 0)
            this.options.onWait?.(error, waitMs);
        await clock.sleep(waitMs);
    }
    isUsedUp(failed, waitMs) {
        const { backoff, maxWaitMs = Infinity, maxTotalWaitMs = Infinity, retryLimitMs = Infinity } = this.options;
        if (failed >= backoff.maxAttempts || waitMs > maxWaitMs || this.waitedMs > maxTotalWaitMs)
            return true;
        return failed > 1 && this.spentMs >= retryLimitMs;
    }
}
/**
 * Returns the wait after a failed attempt, with full jitter above the share that is always waited
 * (https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/).
 */
function backoffMs({ baseDelayMs, maxDelayMs, minShare = 0 }, attempt, clock) {
    const share = minShare + (1 - minShare) * clock.random();
    return share * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1));
}
/** Parses `Retry-After`: seconds (fractions too, as GHCR sends) or an HTTP date (RFC 9110 §10.2.3). */
function parseRetryAfter(value, nowMs) {
    if (value === undefined || value.trim() === '')
        return undefined;
    const seconds = Number(value);
    if (Number.isFinite(seconds * 1000))
        return Math.max(0, seconds * 1000);
    const date = Date.parse(value);
    return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs);
}


/***/ }),

/***/ 24250:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Bp: () => (/* binding */ variantOf),
/* harmony export */   Hs: () => (/* binding */ candidateVersions),
/* harmony export */   R1: () => (/* binding */ parseImageVersion),
/* harmony export */   S$: () => (/* binding */ compareNumbers),
/* harmony export */   Ty: () => (/* binding */ isPreRelease),
/* harmony export */   h$: () => (/* binding */ isInRange),
/* harmony export */   m6: () => (/* binding */ compareImageVersions),
/* harmony export */   qk: () => (/* binding */ isDowngrade),
/* harmony export */   rF: () => (/* binding */ parseFollow),
/* harmony export */   yP: () => (/* binding */ securityNumber),
/* harmony export */   zv: () => (/* binding */ InvalidFollow)
/* harmony export */ });
/** Thrown for an invalid `follow`. */
class InvalidFollow extends Error {
    name = 'InvalidFollow';
    reason = 'invalid-images';
}
const VERSION_TAG = /^(v?)(\d{1,9}(?:\.\d{1,9}){0,4})((?:[-_][\w.-]*)?)$/;
const RANGE = /^v?(\d{1,9}(?:\.\d{1,9}){0,3})(?:\.[x*])?$/;
const MOVING_TAG = /^\w[\w.-]{0,127}$/;
const PRE_RELEASE = /^[-_](?:alpha|beta|rc|pre|preview|dev|nightly|canary|snapshot|next|head|main|master|test|testing|edge)(?![a-z])/i;
/** Grafana publishes security fixes between two patches as `12.4.5-security-01`. */
const SECURITY = /^[-_]security-?(\d{1,4})(?=$|[-_])/i;
const numbersOf = (text) => text.split('.').map(Number);
/** Parses a tag as a version. */
function parseImageVersion(tag) {
    const [, prefix = '', numbers = '', suffix = ''] = VERSION_TAG.exec(tag) ?? [];
    return numbers === '' ? undefined : { tag, prefix, numbers: numbersOf(numbers), suffix };
}
/**
 * Parses `follow` of an image.
 *
 * @throws InvalidFollow
 */
function parseFollow(text) {
    const range = RANGE.exec(text)?.[1];
    if (range !== undefined)
        return { kind: 'range', numbers: numbersOf(range) };
    if (MOVING_TAG.test(text))
        return { kind: 'tag', tag: text };
    throw new InvalidFollow(`follow: '${text}' is neither a version prefix, as in '3' or '25.12', nor a tag, as in 'latest'`);
}
/** Compares two versions. A pre-release is older than its release, and a security release is newer. */
function compareImageVersions(a, b) {
    return (compareNumbers(a.numbers, b.numbers) ||
        Number(isPreRelease(b)) - Number(isPreRelease(a)) ||
        securityNumber(a) - securityNumber(b));
}
/** Compares number by number; missing ones are 0. */
function compareNumbers(a, b) {
    const length = Math.max(a.length, b.length);
    for (let index = 0; index < length; index++) {
        const difference = (a[index] ?? 0) - (b[index] ?? 0);
        if (difference !== 0)
            return difference;
    }
    return 0;
}
/** Reports whether a version precedes its release: `-rc.1`, `-beta`. */
const isPreRelease = ({ suffix }) => PRE_RELEASE.test(suffix);
/** Returns the number of a security release: 1 of `12.4.5-security-01`, and 0 of `12.4.5`. */
const securityNumber = ({ suffix }) => Number(SECURITY.exec(suffix)?.[1] ?? 0);
/** Returns the suffix without the security release: `-ubuntu` of `12.4.5-security-01-ubuntu`. */
const variantOf = ({ suffix }) => suffix.replace(SECURITY, '');
/** Reports whether a version begins with the numbers of `follow`. */
const isInRange = (numbers, range) => numbers.length >= range.length && range.every((number, index) => numbers[index] === number);
/**
 * Returns newer tags in range, newest first, and the pinned tag. If the pinned tag is out of range or unavailable, older
 * tags qualify too.
 *
 * A shorter tag, such as `3.225`, moves, and other suffixes are pre-releases or builds, so neither qualifies. Security
 * releases qualify.
 */
function candidateVersions(tags, { pinned, range }) {
    const current = parseImageVersion(pinned);
    const inRange = tags
        .flatMap((tag) => parseImageVersion(tag) ?? [])
        .filter((one) => isInRange(one.numbers, range));
    const variant = current === undefined || isPreRelease(current) ? '' : variantOf(current);
    const sameKind = inRange.filter((one) => variantOf(one) === variant && (current === undefined || one.prefix === current.prefix));
    const ofLength = selectByLength(sameKind, current?.numbers.length);
    const newestFirst = ofLength.sort((a, b) => compareImageVersions(b, a));
    const isAvailable = inRange.some(({ tag }) => tag === pinned);
    const candidates = isAvailable && current !== undefined
        ? newestFirst.filter((one) => compareImageVersions(one, current) > 0)
        : newestFirst;
    return [...candidates.map(({ tag }) => tag), ...(isAvailable ? [pinned] : [])];
}
/** Returns the versions of this length, or the longest ones. */
function selectByLength(versions, length) {
    const ofLength = versions.filter(({ numbers }) => numbers.length === length);
    if (ofLength.length > 0)
        return ofLength;
    const longest = Math.max(0, ...versions.map(({ numbers }) => numbers.length));
    return versions.filter(({ numbers }) => numbers.length === longest);
}
/** Reports whether both tags are versions and `to` is older. */
function isDowngrade(from, to) {
    const [older, newer] = [parseImageVersion(to), parseImageVersion(from)];
    return older !== undefined && newer !== undefined && compareImageVersions(older, newer) < 0;
}


/***/ }),

/***/ 47556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ parseAgeMs)
/* harmony export */ });
/* harmony import */ var _format__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98488);

const UNITS_MS = { d: _format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO, h: _format__WEBPACK_IMPORTED_MODULE_0__/* .HOUR_MS */ .iQ, m: 60_000 };
const AGE = /^(\d{1,4})([dhm])$/;
/** Parses an age: `3d`, `12h`, `30m` or `0`. */
function parseAgeMs(text) {
    if (text === '0')
        return 0;
    const [, number, unit = ''] = AGE.exec(text) ?? [];
    return number === undefined ? undefined : Number(number) * (UNITS_MS[unit] ?? 0);
}


/***/ })

};

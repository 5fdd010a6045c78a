export const id = 884;
export const ids = [884];
export const modules = {

/***/ 81369:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ InvalidConfiguration)
/* harmony export */ });
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(13497);

/** Thrown if `terraform validate` reports errors. */
class InvalidConfiguration extends Error {
    diagnostics;
    name = 'InvalidConfiguration';
    reason = 'terraform-failed';
    advice;
    constructor(directory, diagnostics, { command } = _plan_engine__WEBPACK_IMPORTED_MODULE_0__/* .TERRAFORM */ .n0) {
        const errors = diagnostics.filter(({ severity }) => severity === 'error');
        super(`${directory} is not valid: ${errors.map(({ summary }) => summary).join('; ')}`);
        this.diagnostics = diagnostics;
        this.advice = `Correct the configuration. To repeat the check, run ${command} validate in ${directory}.`;
    }
}


/***/ }),

/***/ 63212:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ Secrets)
/* harmony export */ });
/* harmony import */ var _text_redact__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53326);
/* harmony import */ var _text_secret_matcher__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(67968);
/* harmony import */ var _text_secret_parts__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(71572);



/** Sensitive values of a Terraform root, masked in the log. */
class Secrets {
    log;
    known = new Set();
    redactor = (0,_text_redact__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)([]);
    constructor(log) {
        this.log = log;
    }
    redact = (text) => this.redactor.redact(text);
    isSecret = (value) => this.redactor.isSecret(value);
    add = (values) => {
        const added = [...new Set(values.flatMap((value) => [value, ...(0,_text_secret_parts__WEBPACK_IMPORTED_MODULE_1__/* .secretParts */ .B)(value)]))].filter((value) => value !== '' && !this.known.has(value));
        if (added.length === 0)
            return;
        for (const value of added) {
            this.known.add(value);
            // The runner would mask a shorter value inside unrelated words.
            if (value.length >= _text_secret_matcher__WEBPACK_IMPORTED_MODULE_2__/* .MIN_SECRET_LENGTH */ .v)
                this.log.mask(value);
        }
        this.redactor = (0,_text_redact__WEBPACK_IMPORTED_MODULE_0__/* .createRedactor */ .lY)(this.values);
    };
    get values() {
        return [...this.known];
    }
}


/***/ }),

/***/ 40884:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ TerraformRoot)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/aws/credential-server.ts
var credential_server = __webpack_require__(48434);
// EXTERNAL MODULE: ./src/aws/session.ts
var aws_session = __webpack_require__(19401);
// EXTERNAL MODULE: ./src/plan/engine.ts
var engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/plan/counts.ts
var counts = __webpack_require__(82407);
// EXTERNAL MODULE: ./src/review/destroy-guard.ts + 1 modules
var destroy_guard = __webpack_require__(44418);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/review/plan-content.ts
var plan_content = __webpack_require__(18969);
// EXTERNAL MODULE: ./src/plan/json.ts
var json = __webpack_require__(82877);
;// CONCATENATED MODULE: ./src/review/fingerprint.ts



/**
 * Computes SHA-256 over a plan, including sensitive values. Publish only its {@link hmac}: the hash permits guessing
 * short secrets.
 */
function fingerprint(sealed, identity) {
    const { terraformVersion, stack, workspace, account, region, state } = identity;
    const { errored } = sealed.plan;
    const hash = (0,external_node_crypto_.createHash)('sha256');
    hash.update((0,json/* canonicalJson */.dj)({ version: 2, terraformVersion, stack, workspace, account, region, state, errored }));
    // Terraform walks its graph in parallel, so the order has no meaning.
    for (const line of (0,plan_content/* planContent */.nE)(sealed)
        .map(({ content }) => content)
        .sort())
        hash.update(`\n\n${line}`);
    return hash.digest('hex');
}

// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(61177);
// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var terraform_error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/terraform/settings.ts + 2 modules
var terraform_settings = __webpack_require__(60348);
// EXTERNAL MODULE: ./src/commands/aws-session.ts + 5 modules
var commands_aws_session = __webpack_require__(98538);
// EXTERNAL MODULE: ./src/commands/stack/invalid-configuration.ts
var invalid_configuration = __webpack_require__(81369);
// EXTERNAL MODULE: ./src/commands/stack/state-status.ts + 1 modules
var state_status = __webpack_require__(48911);
;// CONCATENATED MODULE: ./src/commands/stack/release-lock.ts


/** The runner kills a cancelled step within seconds. */
const MAX_RELEASE_MS = 2_500;
/**
 * Releases the lock of a killed plan, if this run took it.
 *
 * @returns a sentence on the lock; empty if there is nothing to say
 */
async function releasePlanLock(release, runtime) {
    if (!release.isCancelled)
        return releaseOwnLock(release, runtime);
    const unknown = runtime.clock.sleep(MAX_RELEASE_MS).then(() => UNKNOWN);
    return Promise.race([releaseOwnLock(release, runtime), unknown]);
}
const UNKNOWN = 'The state may still be locked; the next run then reports the lock.';
async function releaseOwnLock({ openAccess, forceUnlock, startedMs }, { hostname, log }) {
    const remote = await (0,state_status/* readRemoteState */.ch)(openAccess);
    if ('reason' in remote || remote.lock === undefined)
        return UNKNOWN;
    const { lock } = remote;
    if (lock === 'none')
        return 'The state is not locked.';
    const isOfThisRun = lock.created !== undefined && lock.created.getTime() >= startedMs;
    const isOwn = lock.operation === 'OperationTypePlan' && isOfThisRun && (0,state_status/* isLockOfHost */.zT)(lock, hostname);
    if (!isOwn || !(0,terraform_error/* isLockId */.RR)(lock.id))
        return '';
    return forceUnlock(lock.id).then(() => {
        log.info(`Released this run's state lock (${lock.id})`);
        return "This run's state lock was released.";
    }, () => UNKNOWN);
}

// EXTERNAL MODULE: ./src/commands/stack/secrets.ts
var stack_secrets = __webpack_require__(63212);
// EXTERNAL MODULE: ./src/commands/stack/state-access.ts
var state_access = __webpack_require__(14507);
// EXTERNAL MODULE: ./src/aws/state-backend.ts
var state_backend = __webpack_require__(29485);
;// CONCATENATED MODULE: ./src/commands/stack/target.ts



/** Reads the state and account that an apply changes. Must follow `terraform init`, which configures the backend. */
async function readTarget({ directory, session, openSession }, runtime) {
    const { workspace, address: state } = await (0,state_backend/* readStateLocation */.A)(directory, runtime);
    const usesAws = session !== undefined || state.startsWith('s3://');
    const account = session?.accountId ?? (usesAws ? await findAccount(openSession, runtime) : undefined);
    const { env } = runtime;
    const region = session?.region ?? (usesAws ? env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] : undefined);
    return { workspace, account, region: region || undefined, state };
}
/** A network without access to AWS STS has no account, in the plan and in the apply. */
async function findAccount(openSession, runtime) {
    try {
        return await (0,aws_session/* callerAccount */.X)(await openSession(), (0,state_access/* awsRuntime */.se)(runtime));
    }
    catch (error) {
        runtime.log.info(`The AWS account is unknown: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/commands/stack/terraform.ts + 5 modules
var stack_terraform = __webpack_require__(14822);
// EXTERNAL MODULE: ./src/commands/stack/unsaved-state.ts
var unsaved_state = __webpack_require__(78779);
;// CONCATENATED MODULE: ./src/commands/stack/terraform-root.ts


















/** A Terraform root module with its credentials and state. */
class TerraformRoot {
    inputs;
    terraform;
    parts;
    access;
    foundTarget;
    constructor(inputs, terraform, parts) {
        this.inputs = inputs;
        this.terraform = terraform;
        this.parts = parts;
    }
    /**
     * Finds Terraform and opens the AWS session that it runs with.
     *
     * @throws InvalidInput, NoTerraform, InvalidConstraint, AwsError, AccessDenied
     */
    static async open(inputs, runtime) {
        const { region, roleToAssume } = inputs.aws;
        const tool = await (0,stack_terraform/* findTool */.SG)(inputs, runtime);
        // A root without AWS resources needs no session.
        const usesAws = region !== undefined || roleToAssume !== undefined;
        const session = usesAws ? await (0,commands_aws_session.openSession)(inputs.aws, region, runtime) : undefined;
        const server = session && (await (0,credential_server/* serveCredentials */.o)(session, runtime.log));
        const secrets = new stack_secrets/* Secrets */.S(runtime.log);
        const env = {
            ...(0,environment/* terraformEnvironment */.M)(runtime.env, server ?? 'inherited'),
            ...(region && { AWS_REGION: region }),
        };
        const terraform = (0,stack_terraform/* openTerraform */.Np)(inputs.directory, { tool, env, secrets }, runtime);
        return new TerraformRoot(inputs, terraform, { tool, env, secrets, session, server, runtime });
    }
    /**
     * Returns this root with another Terraform version, initialized.
     *
     * @throws NoTerraform, TerraformFailed
     */
    async withVersion(version) {
        const { inputs, parts } = this;
        const { folder } = parts.tool;
        const tool = await (0,stack_terraform/* findTool */.SG)(inputs, parts.runtime, { version, folder, engine: this.engine });
        const terraform = (0,stack_terraform/* openTerraform */.Np)(inputs.directory, { ...parts, tool }, parts.runtime);
        const root = new TerraformRoot(inputs, terraform, { ...parts, tool });
        await root.init('create');
        return root;
    }
    get engine() {
        return this.parts.tool.engine;
    }
    get terraformVersion() {
        return (0,engine/* engineVersion */.TR)(this.engine, this.parts.tool.version);
    }
    /** State and account that an apply changes. Must follow {@link init}. */
    target() {
        const { session, runtime } = this.parts;
        const { directory } = this.inputs;
        this.foundTarget ??= readTarget({ directory, session, openSession: () => this.s3Session() }, runtime);
        return this.foundTarget;
    }
    get secrets() {
        return this.parts.secrets;
    }
    /** Undefined if the inputs set neither a region nor a role. */
    get session() {
        return this.parts.session;
    }
    /**
     * Also selects the workspace.
     *
     * @throws TerraformFailed, TerraformCancelled
     */
    async init(missingWorkspace) {
        const { backendConfig, workspace } = this.inputs;
        const { varFiles = [], variables = [] } = 'variables' in this.inputs ? this.inputs : {};
        await this.grouped(`${this.engine.command} init`, async () => {
            await this.terraform.init({ backendConfig, varFiles, variables });
            if (workspace !== undefined)
                await this.terraform.selectWorkspace(workspace, { missing: missingWorkspace });
        });
    }
    /** @throws UnsavedState, InvalidConfiguration, TerraformFailed, TerraformCancelled, InvalidPlan */
    async plan(request) {
        const { terraformVersion } = this;
        const { clock, env } = this.parts.runtime;
        const startedMs = clock.now();
        const ignored = await (0,unsaved_state/* rejectUnsavedState */.L)(this.inputs.directory, this.terraform);
        if (ignored !== undefined)
            this.parts.runtime.log.info(ignored);
        const planFile = (0,external_node_path_.join)(this.parts.tool.folder, 'plan.bin');
        const { plan, json, diagnostics } = await this.grouped(`${this.engine.command} plan`, () => this.runPlan(planFile, request));
        const { statefulTypes: extraTypes, allowDestroy: allow, varFiles, variables } = request;
        const { settings, runtimeValues } = await (0,terraform_settings/* readSettings */.sb)(this.inputs.directory, {
            plan,
            inputs: { varFiles, variables },
            env,
        });
        const target = await this.target();
        const identity = { ...target, terraformVersion, stack: this.inputs.stack };
        return {
            plan,
            ...{ settings, runtimeValues, target, planFile, json },
            counts: (0,counts/* countChanges */.x)(plan),
            destructiveChanges: (0,destroy_guard/* findDestructiveChanges */.$Y)(plan, { extraTypes, allow }),
            fingerprint: fingerprint({ plan, settings }, identity),
            diagnostics,
            seconds: (clock.now() - startedMs) / 1000,
        };
    }
    /**
     * Must follow {@link init}, which configures the backend.
     *
     * @returns undefined unless the state is in S3
     * @throws AwsError
     */
    stateAccess() {
        this.access ??= (0,state_access/* openStateAccess */.QF)(this.inputs.directory, this.parts.runtime, (region) => this.s3Session(region));
        return this.access;
    }
    /**
     * Returns the step's session, or one with inherited credentials.
     *
     * @throws AwsError, InvalidRole for an account that is not allowed
     */
    async s3Session(bucketRegion) {
        const { session, runtime } = this.parts;
        if (session !== undefined)
            return session;
        const { region, allowedAccountIds } = this.inputs.aws;
        const request = { region: bucketRegion ?? region ?? state_access/* DEFAULT_STATE_REGION */.pA, allowedAccountIds };
        return (0,aws_session/* ambientSession */.P)(request, (0,state_access/* awsRuntime */.se)(runtime));
    }
    async close() {
        await this.parts.server?.close();
    }
    async runPlan(planFile, request) {
        const startedMs = this.parts.runtime.clock.wallClockMs();
        const { varFiles, variables, targets, replace, invoke, parallelism, lockTimeout } = request;
        try {
            return await this.terraform.plan(planFile, {
                varFiles,
                variables,
                targets,
                replace,
                invoke,
                parallelism,
                lockTimeout,
            });
        }
        catch (error) {
            if (!(error instanceof terraform_error/* TerraformFailed */.sM))
                throw error;
            const { interrupted, exit } = error.details;
            // A killed Terraform could not release its lock.
            if (exit.signal !== undefined)
                throw new terraform_error/* TerraformFailed */.sM({ ...error.details, note: await this.releaseLock(startedMs, interrupted) }, { cause: error });
            if (!interrupted && error.lock === undefined)
                await this.validate();
            throw error;
        }
    }
    releaseLock(startedMs, isCancelled) {
        const openAccess = () => this.stateAccess();
        const forceUnlock = (id) => this.terraform.forceUnlock(id);
        return releasePlanLock({ openAccess, forceUnlock, startedMs, isCancelled }, this.parts.runtime);
    }
    /** Distinguishes an invalid configuration from other failures of `plan`. */
    async validate() {
        const diagnostics = await this.terraform.validate().catch(() => []);
        if (diagnostics.some(({ severity }) => severity === 'error'))
            throw new invalid_configuration/* InvalidConfiguration */.s(this.inputs.directory, diagnostics, this.engine);
    }
    async grouped(title, work) {
        const { log } = this.parts.runtime;
        log.group(title);
        try {
            return await work();
        }
        finally {
            log.endGroup();
        }
    }
}


/***/ }),

/***/ 14822:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  F8: () => (/* binding */ allowsVersion),
  SG: () => (/* binding */ findTool),
  Np: () => (/* binding */ openTerraform)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: ./src/inputs/inputs.ts + 10 modules
var inputs = __webpack_require__(40546);
// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/terraform/cli.ts + 4 modules
var cli = __webpack_require__(34426);
// EXTERNAL MODULE: ./src/terraform/environment.ts
var environment = __webpack_require__(61177);
// EXTERNAL MODULE: ./src/terraform/install/download.ts
var install_download = __webpack_require__(8742);
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

// EXTERNAL MODULE: ./src/terraform/install/install.ts
var install = __webpack_require__(90499);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
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

// EXTERNAL MODULE: ./src/terraform/install/releases.ts
var releases = __webpack_require__(26360);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/terraform/configuration-files.ts
var configuration_files = __webpack_require__(15248);
// EXTERNAL MODULE: ./src/terraform/install/hcl.ts
var hcl = __webpack_require__(84799);
;// CONCATENATED MODULE: ./src/terraform/install/required-version.ts






/**
 * Returns the joined `required_version` constraints of a root module; empty without any.
 * Skips invalid files, which Terraform reports.
 */
async function readRequiredVersion(directory, engine = plan_engine/* TERRAFORM */.n0) {
    const all = (await (0,promises_.readdir)(directory)).filter(configuration_files/* isConfigurationFile */.l).sort();
    const names = all.filter((name) => isReadBy(engine, name, all));
    const files = await Promise.all(names.map(async (name) => {
        const text = await (0,promises_.readFile)((0,external_node_path_.join)(directory, name), 'utf8');
        return { name, constraints: name.endsWith('.json') ? constraintsInJson(text) : constraintsInHcl(text) };
    }));
    const overriding = files
        .filter(({ name }) => (0,configuration_files/* isOverrideFile */.L)(name))
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
    const tokens = (0,hcl/* tokenize */.q)(text);
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

// EXTERNAL MODULE: ./src/terraform/install/tool-cache.ts
var tool_cache = __webpack_require__(92891);
// EXTERNAL MODULE: ./src/terraform/install/version.ts
var install_version = __webpack_require__(55580);
;// CONCATENATED MODULE: ./src/terraform/install/version-file.ts



const MAX_LENGTH = 64 * 1024;
const EXACT = /^v?(\d{1,9}\.\d{1,9}\.\d{1,9}(?:-[\da-z.-]{1,40})?)$/i;
/**
 * Finds the version in `.terraform-version` or `.opentofu-version` (tfenv, tenv), or `.tool-versions` (asdf, mise), in a directory or above.
 * Words such as `latest` are left to `required_version`.
 *
 * @param top directory to stop at
 */
async function readVersionFile(directory, top, { name: engine } = plan_engine/* TERRAFORM */.n0) {
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
const versionOf = (...tools) => (text) => fieldsOf(text).find(([tool = '']) => tools.includes(tool))?.[1] ?? '';
const FILES = {
    terraform: [
        ['.terraform-version', firstWord],
        ['.tool-versions', versionOf('terraform')],
    ],
    opentofu: [
        ['.opentofu-version', firstWord],
        ['.tool-versions', versionOf('opentofu', 'tofu')],
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
        fetch: install_download/* fetchByHttpClient */.jj,
        sleep: (ms) => clock.sleep(ms),
        random: () => clock.random(),
        now: () => new Date(clock.wallClockMs()),
    };
    const engine = exact?.engine ?? (await chooseEngine(inputs, env));
    const found = await (0,install/* findTerraform */.YE)(await readRequest(inputs, { env, engine, exact: exact?.version }), {
        env,
        system: process.platform,
        platform: (0,releases/* platformOf */.tj)(process.platform, process.arch),
        cache: (0,tool_cache/* openToolCache */.X)(env, folder, engine),
        releases: new releases/* Releases */.h9(releaseServer(engine, env), download),
        folder,
        // A program on PATH can be anything. A version manager chooses by the current directory.
        run: (program, args) => (0,external_node_util_.promisify)(external_node_child_process_.execFile)(program, [...args], {
            cwd: inputs.directory,
            env: (0,environment/* terraformEnvironment */.M)(env, 'none'),
        }),
        onNotice: (text) => {
            log.info(text);
        },
    });
    log.info(`${engine.title} ${found.version} (from ${found.source})`);
    return { ...found, engine, folder, env: await pluginCacheVariables(env) };
}
const releaseServer = (engine, env) => engine.name === 'opentofu'
    ? { baseUrl: env[OPENTOFU_MIRROR_VARIABLE] || releases/* OPENTOFU_RELEASES_URL */.c_, key: OPENTOFU_KEY, engine }
    : { baseUrl: env[install_download/* MIRROR_VARIABLE */.pd] || releases/* RELEASES_URL */.zZ, key: HASHICORP_KEY, engine };
const OPENTOFU_MIRROR_VARIABLE = 'OPENTOFU_RELEASES_URL';
/** Terraform, unless the root's files or PATH tell otherwise. */
async function chooseEngine({ directory, engine }, env) {
    if (engine !== 'auto')
        return engine === 'opentofu' ? plan_engine/* OPENTOFU */.lY : plan_engine/* TERRAFORM */.n0;
    const top = env['GITHUB_WORKSPACE'] || '.';
    if ((await readVersionFile(directory, top, plan_engine/* TERRAFORM */.n0)) !== undefined)
        return plan_engine/* TERRAFORM */.n0;
    if ((await readVersionFile(directory, top, plan_engine/* OPENTOFU */.lY)) !== undefined)
        return plan_engine/* OPENTOFU */.lY;
    const lock = await (0,promises_.readFile)((0,external_node_path_.join)(directory, '.terraform.lock.hcl'), 'utf8').catch(() => '');
    if (lock.includes('"registry.terraform.io/'))
        return plan_engine/* TERRAFORM */.n0;
    if (lock.includes('"registry.opentofu.org/'))
        return plan_engine/* OPENTOFU */.lY;
    const path = { env, system: process.platform };
    return !(await (0,install/* isOnPath */.jY)(plan_engine/* TERRAFORM */.n0, path)) && (await (0,install/* isOnPath */.jY)(plan_engine/* OPENTOFU */.lY, path)) ? plan_engine/* OPENTOFU */.lY : plan_engine/* TERRAFORM */.n0;
}
/** Whether the inputs and the root allow a version, which may come from a plan record. */
async function allowsVersion(inputs, { version, engine }, { env }) {
    const { constraint } = await readRequest(inputs, { env, engine });
    return isExactVersion(version) && (0,install_version/* satisfies */.ib)(version, constraint);
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
    throw new inputs/* InvalidInput */.o(`working-directory: '${directory}' ${problem}. Check out the repository before this step (actions/checkout), or correct the path.`);
}
function openTerraform(directory, { tool, env, secrets, }, runtime) {
    return new cli/* Terraform */.v(directory, {
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


/***/ }),

/***/ 78779:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ UnsavedState),
/* harmony export */   L: () => (/* binding */ rejectUnsavedState)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _terraform_cli__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(34426);
/* harmony import */ var _terraform_json_output__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2564);




/** An apply left a state that is not in the backend. */
class UnsavedState extends Error {
    name = 'UnsavedState';
    reason = 'terraform-failed';
}
/**
 * Refuses a root with the unsaved state of an earlier apply, because its resources would be created again.
 *
 * @returns a warning about the file of another state
 * @throws UnsavedState, TerraformFailed
 */
async function rejectUnsavedState(directory, terraform) {
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(directory, _terraform_cli__WEBPACK_IMPORTED_MODULE_2__/* .ERRORED_STATE_FILE */ .n);
    if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(path))
        return undefined;
    const unsaved = await (0,_terraform_json_output__WEBPACK_IMPORTED_MODULE_3__/* .readStateVersion */ .oO)(path);
    const saved = await terraform.stateVersion();
    if (unsaved !== undefined && saved !== undefined && unsaved.lineage !== saved.lineage)
        return `${path} belongs to another state and is ignored.`;
    const { title, command } = terraform.engine;
    const serials = `serial ${unsaved?.serial ?? 'unknown'}; the backend has ${saved === undefined ? 'no state' : `serial ${saved.serial}`}`;
    throw new UnsavedState(`${path} is a state that an earlier apply could not save (${serials}). Nothing was planned, because ${title} would create its resources again. ` +
        `Save it: run ${command} state push ${_terraform_cli__WEBPACK_IMPORTED_MODULE_2__/* .ERRORED_STATE_FILE */ .n} in ${directory}, delete the file, and re-run the job. If it is saved already, delete the file.`);
}


/***/ }),

/***/ 82407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ countChanges)
/* harmony export */ });
/* harmony import */ var _plan__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30333);

/** Counts the changes of a plan. Data sources are not counted. */
function countChanges(plan) {
    const managed = plan.resources.filter(({ mode }) => mode === 'managed');
    const of = (kind) => managed.filter((change) => change.kind === kind).length;
    const counts = {
        create: of('create'),
        update: of('update'),
        replace: of('replace'),
        destroy: of('delete'),
        move: managed.filter(_plan__WEBPACK_IMPORTED_MODULE_0__/* .isMoved */ .yu).length,
        import: managed.filter(({ importId }) => importId !== undefined).length,
        forget: of('forget'),
        outputs: plan.outputs.filter(({ kind }) => !(0,_plan__WEBPACK_IMPORTED_MODULE_0__/* .isReadOnly */ .PI)(kind)).length,
    };
    const pending = plan.deferred.length + plan.actionInvocations.length;
    return { ...counts, hasChanges: pending > 0 || Object.values(counts).some((count) => count > 0) };
}


/***/ }),

/***/ 8742:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   PE: () => (/* binding */ downloadFile),
/* harmony export */   Qv: () => (/* binding */ DownloadFailed),
/* harmony export */   eQ: () => (/* binding */ downloadBytes),
/* harmony export */   jj: () => (/* binding */ fetchByHttpClient),
/* harmony export */   pd: () => (/* binding */ MIRROR_VARIABLE)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(46466);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_stream_promises__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _http_retry__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(28902);
/* harmony import */ var _http_retry_policies__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23421);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21789);






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
        const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
        const response = await request(url, runtime);
        await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_2__.pipeline)(readCompletely(url, response), async function* (chunks) {
            for await (const chunk of chunks) {
                hash.update(chunk);
                yield chunk;
            }
        }, (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(path));
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
    throw new DownloadFailed({ url, message, status, transient: (0,_http_retry_policies__WEBPACK_IMPORTED_MODULE_3__/* .isTransientStatus */ .Dm)(status) });
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
    const fields = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(error) ? error : {};
    const message = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(fields, 'code') ?? ((0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .textAt */ .$6)(fields, 'message') || String(error));
    return new DownloadFailed({ url, message, transient: true }, { cause: error });
}
function retryDownload(clock, call) {
    return (0,_http_retry__WEBPACK_IMPORTED_MODULE_5__/* .retry */ .L5)(call, {
        backoff: _http_retry_policies__WEBPACK_IMPORTED_MODULE_3__/* .RETRY */ .p6.download,
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


/***/ }),

/***/ 90499:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   YE: () => (/* binding */ findTerraform),
/* harmony export */   "in": () => (/* binding */ NoTerraform),
/* harmony export */   jY: () => (/* binding */ isOnPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(13497);
/* harmony import */ var _json_output__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2564);
/* harmony import */ var _download__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(8742);
/* harmony import */ var _releases__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(26360);
/* harmony import */ var _signature__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(53607);
/* harmony import */ var _tool_cache__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(92891);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(55580);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(21789);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(64212);












/** No matching Terraform can be found or installed. */
class NoTerraform extends Error {
    name = 'NoTerraform';
    reason = 'terraform-missing';
}
const INSTALL_ADVICE = {
    terraform: `Install a matching Terraform in an earlier step (hashicorp/setup-terraform), ` +
        `or set ${_download__WEBPACK_IMPORTED_MODULE_5__/* .MIRROR_VARIABLE */ .pd} to the URL of a mirror of releases.hashicorp.com.`,
    opentofu: 'Install a matching OpenTofu in an earlier step (opentofu/setup-opentofu, with tofu_wrapper: false).',
};
/**
 * Finds an engine on PATH, in the tool cache, or the newest release.
 *
 * @throws InvalidConstraint, NoTerraform
 */
async function findTerraform(request, runtime) {
    const { constraint, engine = _plan_engine__WEBPACK_IMPORTED_MODULE_3__/* .TERRAFORM */ .n0 } = request;
    const probe = await probePath(runtime, engine);
    const { program: onPath, version: pathVersion } = probe ?? {};
    if (onPath !== undefined && pathVersion !== undefined && (0,_version__WEBPACK_IMPORTED_MODULE_9__/* .satisfies */ .ib)(pathVersion, constraint))
        return { program: onPath, version: pathVersion, source: 'path' };
    if (probe !== undefined && pathVersion === undefined)
        runtime.onNotice?.(describeProbe(probe, engine));
    if (engine === _plan_engine__WEBPACK_IMPORTED_MODULE_3__/* .TERRAFORM */ .n0 && probe === undefined && (await findOnPath(['tofu'], runtime)) !== undefined)
        runtime.onNotice?.("OpenTofu is on PATH, but this run uses HashiCorp's Terraform. To use OpenTofu, set engine: opentofu");
    const version = (0,_version__WEBPACK_IMPORTED_MODULE_9__/* .pickVersion */ .SO)(constraint, await runtime.cache.versions());
    const folder = version === undefined ? '' : await runtime.cache.find(version);
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,_tool_cache__WEBPACK_IMPORTED_MODULE_8__/* .programName */ .k)(runtime.system, engine));
    if (version !== undefined && folder !== '' && (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(program))
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
    const version = (0,_json_output__WEBPACK_IMPORTED_MODULE_4__/* .parseVersionReport */ .Ui)(json);
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
        const { stdout, stderr, message } = (0,_text_json__WEBPACK_IMPORTED_MODULE_10__/* .isRecord */ .u4)(error) ? error : {};
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
    return `${program} is not ${title}: it says '${(0,_text_sanitize__WEBPACK_IMPORTED_MODULE_11__/* .toPrintableLine */ .Ld)(words.slice(0, MAX_WORDS_LENGTH))}'`;
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
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => folder !== '');
    for (const folder of folders) {
        for (const name of names) {
            const program = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `${name}${suffix}`);
            if (await isExecutable(program))
                return program;
        }
    }
    return undefined;
}
const isExecutable = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.constants.X_OK).then(() => true, () => false);
async function download({ constraint, from, engine = _plan_engine__WEBPACK_IMPORTED_MODULE_3__/* .TERRAFORM */ .n0 }, runtime) {
    const { releases, platform, cache, folder, system } = runtime;
    const version = (0,_version__WEBPACK_IMPORTED_MODULE_9__/* .exactVersion */ .y)(constraint) ?? (0,_version__WEBPACK_IMPORTED_MODULE_9__/* .pickVersion */ .SO)(constraint, await releases.list(platform));
    if (version === undefined) {
        throw new NoTerraform(`no ${engine.title} release for ${platform.os}_${platform.arch} satisfies ${from} '${constraint}'`);
    }
    const zip = await releases.download(version, platform, folder);
    const program = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(await cache.add(zip, version), (0,_tool_cache__WEBPACK_IMPORTED_MODULE_8__/* .programName */ .k)(system, engine));
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(zip, { force: true });
    return { program, version, source: 'download' };
}
function toNoTerraform(error, { constraint, from, engine = _plan_engine__WEBPACK_IMPORTED_MODULE_3__/* .TERRAFORM */ .n0 }, probe) {
    const isInstallError = [_download__WEBPACK_IMPORTED_MODULE_5__/* .DownloadFailed */ .Qv, _signature__WEBPACK_IMPORTED_MODULE_7__/* .BadSignature */ .a, _releases__WEBPACK_IMPORTED_MODULE_6__/* .TamperedRelease */ .CV, NoTerraform].some((one) => error instanceof one);
    if (!isInstallError || !(error instanceof Error))
        return error;
    const found = describeProbe(probe, engine);
    const required = constraint === '' ? found : `${from} requires ${engine.title} ${constraint}, ${found}`;
    const message = `${required}. The download failed: ${error.message}. ${INSTALL_ADVICE[engine.name]}`;
    return new NoTerraform(message, { cause: error });
}


/***/ }),

/***/ 26360:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   CV: () => (/* binding */ TamperedRelease),
/* harmony export */   c_: () => (/* binding */ OPENTOFU_RELEASES_URL),
/* harmony export */   h9: () => (/* binding */ Releases),
/* harmony export */   tj: () => (/* binding */ platformOf),
/* harmony export */   zZ: () => (/* binding */ RELEASES_URL)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _download__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8742);
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13497);
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21789);
/* harmony import */ var _signature__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(53607);





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
        this.engine = server.engine ?? _plan_engine__WEBPACK_IMPORTED_MODULE_2__/* .TERRAFORM */ .n0;
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
        const index = (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .parseObject */ .lj)((await (0,_download__WEBPACK_IMPORTED_MODULE_1__/* .downloadBytes */ .eQ)(url, MAX_INDEX_BYTES, this.runtime)).toString('utf8'));
        if (Array.isArray(index?.['versions']))
            return (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .recordsIn */ .Q0)(index['versions']).flatMap(({ id, files }) => typeof id === 'string' && Array.isArray(files) && files.includes(this.zipName(id, { os, arch }))
                ? [id]
                : []);
        if (!(0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(index?.['versions']))
            throw new TamperedRelease(`${url} is not a release index`);
        return Object.entries(index['versions'])
            .filter(([, release]) => (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(release) && hasBuild(release['builds'], { os, arch }))
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
        const [content, signature] = await Promise.all([sumsName, `${sumsName}.${this.layout.signatureSuffix}`].map((name) => (0,_download__WEBPACK_IMPORTED_MODULE_1__/* .downloadBytes */ .eQ)(this.url(version, name), MAX_CHECKSUMS_BYTES, this.runtime)));
        if (content === undefined || signature === undefined)
            throw new _signature__WEBPACK_IMPORTED_MODULE_3__/* .BadSignature */ .a(`${sumsName} is missing`);
        (0,_signature__WEBPACK_IMPORTED_MODULE_3__/* .checkSignature */ .j)({ name: sumsName, content, signature }, this.server.key, this.runtime.now());
        const expected = findChecksum(content.toString('utf8'), zipName);
        if (expected === undefined) {
            throw new TamperedRelease(`${sumsName} does not contain ${zipName}: there is no ${title} ${version} for ${os}_${arch}`);
        }
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, zipName);
        const sum = await (0,_download__WEBPACK_IMPORTED_MODULE_1__/* .downloadFile */ .PE)(this.url(version, zipName), path, this.runtime);
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
        builds.some((build) => (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .isRecord */ .u4)(build) && build['os'] === os && build['arch'] === arch));
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


/***/ }),

/***/ 53607:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  a: () => (/* binding */ BadSignature),
  j: () => (/* binding */ checkSignature)
});

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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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


/***/ }),

/***/ 92891:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ openToolCache),
/* harmony export */   k: () => (/* binding */ programName)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _plan_engine__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(13497);



/** Opens the runner's tool cache. `@actions/tool-cache` reads process.env. */
function openToolCache(env, folder, engine = _plan_engine__WEBPACK_IMPORTED_MODULE_2__/* .TERRAFORM */ .n0) {
    const tool = engine.command;
    const isAvailable = Boolean(env['RUNNER_TOOL_CACHE']);
    return {
        versions: async () => (isAvailable ? (await loadToolCache()).findAllVersions(tool) : []),
        find: async (version) => (isAvailable ? (await loadToolCache()).find(tool, version) : ''),
        add: async (zip, version) => {
            const { cacheDir, extractZip } = await loadToolCache();
            const unpacked = await extractZip(zip, (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, `${tool}-${version}`));
            await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.chmod)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(unpacked, programName(process.platform, engine)), 0o755);
            return isAvailable ? cacheDir(unpacked, tool, version) : unpacked;
        },
    };
}
const loadToolCache = () => Promise.all(/* import() */[__webpack_require__.e(4119), __webpack_require__.e(1955), __webpack_require__.e(4942), __webpack_require__.e(2977)]).then(__webpack_require__.bind(__webpack_require__, 62977));
/** Returns the file name of an engine's program. */
const programName = (system, { command } = _plan_engine__WEBPACK_IMPORTED_MODULE_2__/* .TERRAFORM */ .n0) => system === 'win32' ? `${command}.exe` : command;


/***/ }),

/***/ 60348:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FI: () => (/* binding */ LOCK_FILE),
  hJ: () => (/* binding */ lockedProviders),
  sb: () => (/* binding */ readSettings)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/plan/json.ts
var json = __webpack_require__(82877);
// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan = __webpack_require__(30333);
// EXTERNAL MODULE: ./src/plan/setting.ts
var setting = __webpack_require__(27687);
// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(21789);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/terraform/configuration.ts + 1 modules
var configuration = __webpack_require__(52052);
;// CONCATENATED MODULE: ./src/terraform/module-source.ts





/**
 * Reads the root module and, after `init`, the modules that it calls.
 *
 * @param dataDirectory value of TF_DATA_DIR
 */
async function readModules(directory, dataDirectory) {
    const index = (0,external_node_path_.resolve)(directory, dataDirectory || '.terraform', 'modules', 'modules.json');
    const modules = (0,text_json/* recordsIn */.Q0)((0,text_json/* parseObject */.lj)(await (0,promises_.readFile)(index, 'utf8').catch(() => ''))?.['Modules']);
    const called = modules.flatMap(({ Key: key, Dir: path, Source: source, Version: version }) => {
        if (typeof key !== 'string' || key === '' || typeof path !== 'string')
            return [];
        const prefix = key
            .split('.')
            .map((name) => `module.${name}.`)
            .join('');
        return [
            {
                prefix,
                directory: (0,external_node_path_.resolve)(directory, path),
                installed: [source, version].filter((one) => typeof one === 'string').join(' '),
            },
        ];
    });
    return Promise.all([{ prefix: '', directory: (0,external_node_path_.resolve)(directory), installed: undefined }, ...called].map(async (one) => ({
        ...one,
        blocks: (await (0,configuration/* readModule */.bH)(one.directory)).flatMap(({ blocks }) => blocks),
    })));
}
/** Writes a block with everything in it, in one form for all spellings of its order. */
function blockText({ type, labels, attributes, blocks }) {
    const lines = [...attributes].map(([name, { text }]) => `${name} = ${text}`).sort();
    return [`${[type, ...labels].join(' ')} {`, ...lines, ...blocks.map(blockText), '}'].join('\n');
}
const MAX_FILE_BYTES = 1024 * 1024;
const MAX_FILES = 50;
/** Returns the hashes of files that a text names by a path in the module, such as scripts of a provisioner. */
async function hashNamedFiles(text, { directory }) {
    const paths = new Set(text
        .replaceAll(/\$\{path\.\w+\}\/?/g, ' ')
        .split(/[^\w./-]+/)
        .filter((path) => /[./]/.test(path) && path.length < 200));
    const hashes = await Promise.all([...paths].slice(0, MAX_FILES).map(async (path) => {
        const file = (0,external_node_path_.resolve)(directory, path);
        const found = await (0,promises_.stat)(file).catch(() => undefined);
        if (found?.isFile() !== true || found.size > MAX_FILE_BYTES)
            return '';
        const content = await (0,promises_.readFile)(file).catch(() => '');
        return `${path} ${(0,external_node_crypto_.createHash)('sha256').update(content).digest('hex')}`;
    }));
    return hashes.filter((hash) => hash !== '').sort();
}

;// CONCATENATED MODULE: ./src/terraform/expression-source.ts

/** Follows the references of expressions through the modules of a configuration. */
class ExpressionSource {
    byPrefix;
    constructor(modules) {
        this.byPrefix = new Map(modules.map((module) => [module.prefix, module]));
    }
    async expand(text, module) {
        const found = { variables: new Set(), sources: new Set() };
        const texts = [];
        const seen = new Set();
        const open = [{ text, module }];
        for (let next = open.pop(); next !== undefined; next = open.pop()) {
            texts.push(next.text, ...(await hashNamedFiles(next.text, next.module)));
            const { prefix } = next.module;
            for (const [, kind = '', name = '', inner = ''] of next.text.matchAll(REFERENCE)) {
                const key = `${prefix}${kind}.${name}.${kind === 'var' || kind === 'local' ? '' : inner}`;
                if (seen.has(key))
                    continue;
                seen.add(key);
                if (kind === 'var' && prefix === '')
                    found.variables.add(name);
                if (kind === 'ephemeral' || kind === 'data')
                    found.sources.add(`${prefix}${kind}.${name}.${inner}`);
                open.push(...this.follow({ kind, name, inner }, next.module));
            }
        }
        return { text: texts.join('\n'), ...found };
    }
    follow({ kind, name, inner }, module) {
        const { blocks, prefix } = module;
        switch (kind) {
            case 'local':
                return attributes(blocks.filter(({ type }) => type === 'locals'), name, module);
            case 'var':
                return this.followArgument(name, module);
            case 'module': {
                const child = this.byPrefix.get(`${prefix}module.${name}.`);
                const output = child?.blocks.filter(({ type, labels }) => type === 'output' && labels[0] === inner);
                return child === undefined ? [] : attributes(output ?? [], 'value', child);
            }
            case 'ephemeral':
                return blocks
                    .filter(({ type, labels }) => type === kind && labels[0] === name && labels[1] === inner)
                    .map((block) => ({ text: blockText(block), module }));
            default:
                return [];
        }
    }
    /** The caller's argument, and the default. Values of the root module's variables are settings of their own. */
    followArgument(name, module) {
        const [, parent = '', call = ''] = /^(.*?)module\.([^.]+)\.$/.exec(module.prefix) ?? [];
        const declared = module.blocks.filter(({ type, labels }) => type === 'variable' && labels[0] === name);
        const caller = call === '' ? undefined : this.byPrefix.get(parent);
        const calls = caller?.blocks.filter(({ type, labels }) => type === 'module' && labels[0] === call) ?? [];
        return [
            ...(caller === undefined ? [] : attributes(calls, name, caller)),
            ...attributes(declared, 'default', module),
        ];
    }
}
const REFERENCE = /\b(local|var|module|ephemeral|data)\.([\w-]+)(?:\[[^\]]{0,200}\])?(?:\.([\w-]+))?/g;
const attributes = (blocks, name, module) => blocks.flatMap((block) => {
    const text = block.attributes.get(name)?.text;
    return text === undefined ? [] : [{ text, module }];
});

// EXTERNAL MODULE: ./src/terraform/given-values.ts
var given_values = __webpack_require__(79700);
;// CONCATENATED MODULE: ./src/terraform/settings.ts









/** Reads the settings of a plan from the root module, its modules and their inputs, after `init`. */
async function readSettings(directory, request) {
    const modules = await readModules(directory, request.env['TF_DATA_DIR']);
    const search = new SettingSearch(new ExpressionSource(modules), changesByResource(request.plan));
    for (const module of modules)
        await search.addModule(module);
    const given = await (0,given_values/* givenTexts */.mV)(directory, request.inputs, request.env);
    const { variables } = request.plan;
    const known = (0,text_json/* isRecord */.u4)(variables) ? Object.keys(variables) : [];
    const ephemeral = [...search.writeOnlyVariables].filter((name) => !known.includes(name));
    return {
        settings: [
            ...search.settings,
            ...(await providerVersions(directory)),
            ...known.map((name) => ({ name: `var.${name}`, content: (0,json/* canonicalJson */.dj)((0,json/* field */.ZZ)(variables, name)) })),
            // Other ephemeral variables are credentials, which change with each run.
            ...ephemeral.map((name) => ({ name: `var.${name}`, content: given.get(name) ?? '' })),
        ],
        runtimeValues: search.runtimeValues,
    };
}
function changesByResource({ resources }) {
    const found = new Map();
    for (const change of resources.filter(plan/* hasEffect */.u1)) {
        const address = change.address.replaceAll(/\[(?:"(?:[^"\\]|\\.)*"|\d+)\]/g, '');
        found.set(address, [...(found.get(address) ?? []), change]);
    }
    return found;
}
class SettingSearch {
    expressions;
    changes;
    settings = [];
    runtimeValues = [];
    writeOnlyVariables = new Set();
    constructor(expressions, changes) {
        this.expressions = expressions;
        this.changes = changes;
    }
    async addModule(module) {
        const { prefix, installed, blocks } = module;
        if (installed !== undefined)
            this.settings.push({ name: `${prefix.slice(0, -1)} (source)`, content: installed });
        for (const block of blocks) {
            const name = `${prefix}${[block.type, ...block.labels].join('.')}`;
            if (block.type === 'resource')
                await this.addResource(block, module);
            if (block.type === 'ephemeral' || block.type === 'action')
                await this.add(name, blockText(block), module);
            if (block.type === 'provider') {
                const alias = block.attributes.get('alias')?.text.replaceAll('"', '');
                await this.add(alias === undefined ? name : `${name}.${alias}`, blockText(block), module);
            }
        }
    }
    async addResource(block, module) {
        const address = `${module.prefix}${block.labels.join('.')}`;
        const kinds = this.changes.get(address)?.map(({ kind }) => kind) ?? [];
        const isRecreated = kinds.some((kind) => kind === 'create' || kind === 'replace' || kind === 'delete');
        const connection = block.blocks.filter(({ type }) => type === 'connection').map(blockText);
        const provisioners = block.blocks.filter(({ type }) => type === 'provisioner');
        for (const [index, provisioner] of isRecreated ? provisioners.entries() : []) {
            const number = index === 0 ? '' : ` ${index + 1}`;
            const text = [blockText(provisioner), ...connection].join('\n');
            const type = provisioner.labels[0] ?? 'provisioner';
            const { text: content } = await this.expressions.expand(text, module);
            const command = { address, type, text: commandOf(provisioner) };
            this.settings.push({ name: `${address} (${type}${number})`, content, command });
        }
        if (kinds.some((kind) => kind === 'create' || kind === 'replace' || kind === 'update'))
            for (const argument of argumentsOf(block))
                await this.addWriteOnly(address, argument, module);
    }
    async addWriteOnly(address, { path, isWriteOnly, attribute }, module) {
        const expansion = await this.expressions.expand(attribute.text, module);
        const runtime = [...expansion.sources].filter((source) => isWriteOnly || source.includes('ephemeral.'));
        if (!isWriteOnly && runtime.length === 0)
            return;
        const argument = `${address}.${path}`;
        this.push(argument, expansion);
        for (const name of expansion.variables)
            this.writeOnlyVariables.add(name);
        this.runtimeValues.push(...runtime.map((source) => ({ argument, source })));
    }
    async add(name, text, module) {
        this.push(name, await this.expressions.expand(text, module));
    }
    push(name, { text }) {
        this.settings.push({ name, content: text });
    }
}
/** Arguments of the provisioners `local-exec`, `remote-exec` and `file`. */
const commandOf = ({ attributes }) => ['command', 'inline', 'script', 'scripts', 'source', 'content']
    .flatMap((name) => attributes.get(name)?.text ?? [])
    .join(' ');
/** Providers name write-only arguments `…_wo`. The input of `store` in `terraform_data` is one too (Terraform 1.16). */
function argumentsOf({ attributes, blocks, type }, path = []) {
    const own = [...attributes].map(([name, attribute]) => ({
        path: [...path, name].join('.'),
        isWriteOnly: name.endsWith('_wo') || (type === 'store' && name === 'input'),
        attribute,
    }));
    const inner = blocks.filter((one) => one.type !== 'provisioner' && one.type !== 'connection');
    return [...own, ...inner.flatMap((one) => argumentsOf(one, [...path, one.type]))];
}
const LOCKED_PROVIDER = /provider\s+"([^"]{1,200})"\s*\{[^}]*?\bversion\s*=\s*"([^"]{1,100})"/g;
/** Reads the versions that `init` has selected. */
async function providerVersions(directory) {
    const lock = await (0,promises_.readFile)((0,external_node_path_.join)(directory, LOCK_FILE), 'utf8').catch(() => '');
    return lockedProviders(lock);
}
const LOCK_FILE = '.terraform.lock.hcl';
/** Parses a dependency lock file into settings with the versions of the providers. */
const lockedProviders = (lock) => [...lock.matchAll(LOCKED_PROVIDER)].map(([, provider = '', version = '']) => ({
    name: (0,setting/* providerSetting */.m)(provider),
    content: version,
}));


/***/ })

};

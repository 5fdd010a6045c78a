export const id = 6005;
export const ids = [6005,9157,5943];
export const modules = {

/***/ 16490:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ PASSWORD_FORM),
/* harmony export */   a: () => (/* binding */ RotatedSecret)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(52836);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);


const [CURRENT, PENDING] = ['AWSCURRENT', 'AWSPENDING'];
const UPDATE = 'secretsmanager:UpdateSecretVersionStage';
/** Label of a version between its creation and AWSPENDING. */
const CREATED = 'LANGFUSE_DEPLOY_CREATED';
/** The value is the password. */
const PASSWORD_FORM = {
    passwordOf: (value) => value,
    next: (_, password) => password,
};
/** The versions of one secret. Values are never printed. */
class RotatedSecret {
    name;
    aws;
    constructor(name, aws) {
        this.name = name;
        this.aws = aws;
    }
    /** @throws CommandFailed if the secret does not exist */
    async versions() {
        const { DescribeSecretCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['ResourceNotFoundException'], 'secretsmanager:DescribeSecret', () => client.send(new DescribeSecretCommand({ SecretId: this.name })));
        if (found === undefined)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`The secret ${this.name} does not exist. Check --stack and --region.`);
        const versions = Object.entries(found.VersionIdsToStages ?? {});
        const withStage = (stage) => versions.find(([, stages]) => stages.includes(stage))?.[0];
        return { current: withStage(CURRENT), pending: withStage(PENDING) };
    }
    /** Creates a pending password as long as the current one. Alphanumeric, because Langfuse does not escape it in URLs. */
    async create(form) {
        const { GetRandomPasswordCommand, PutSecretValueCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const value = await this.read(CURRENT);
        const { length } = form.passwordOf(value);
        const { RandomPassword = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('secretsmanager:GetRandomPassword', () => client.send(new GetRandomPasswordCommand({ PasswordLength: length, ExcludePunctuation: true })));
        const SecretString = form.next(value, RandomPassword);
        const version = { SecretId: this.name, SecretString, VersionStages: [CREATED] };
        const { VersionId } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('secretsmanager:PutSecretValue', () => client.send(new PutSecretValueCommand(version)));
        // Fails while another version has the label, which PutSecretValue would move.
        await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['InvalidParameterException', 'InvalidRequestException'], UPDATE, () => this.move(PENDING, { to: VersionId }));
        const { pending } = await this.versions();
        if (pending !== VersionId)
            throw new _error__WEBPACK_IMPORTED_MODULE_1__/* .CommandFailed */ .nk(`Another run of the command has started a rotation of ${this.name} at the same time. This run has changed nothing. Run the command again: it continues that rotation.`);
    }
    /** Makes the pending version the current one. It keeps its label until the rotation ends. */
    async promote() {
        const { current, pending } = await this.versions();
        if (current !== pending)
            await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)(UPDATE, () => this.move(CURRENT, { from: current, to: pending }));
    }
    async finish() {
        const { pending } = await this.versions();
        if (pending !== undefined)
            await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)(UPDATE, () => this.move(PENDING, { from: pending }));
    }
    async read(stage) {
        const { GetSecretValueCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const { SecretString = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('secretsmanager:GetSecretValue', () => client.send(new GetSecretValueCommand({ SecretId: this.name, VersionStage: stage })));
        return SecretString;
    }
    async move(stage, version) {
        const { UpdateSecretVersionStageCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        const client = await this.client();
        const input = {
            SecretId: this.name,
            VersionStage: stage,
            RemoveFromVersionId: version.from,
            MoveToVersionId: version.to,
        };
        await client.send(new UpdateSecretVersionStageCommand(input));
    }
    async client() {
        const { SecretsManagerClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
        return new SecretsManagerClient(await this.aws.settings('SECRETS_MANAGER'));
    }
}


/***/ }),

/***/ 9157:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   query: () => (/* binding */ query),
/* harmony export */   runQuery: () => (/* binding */ runQuery)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(21789);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67720);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82010);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11728);
/* harmony import */ var _table__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(48997);





/** Runs a statement in a task of the worker, which has the network access and the credentials, and prints its rows. */
async function query(command, runtime) {
    const result = await runQuery(command, runtime);
    for (const line of command.format === 'json' ? jsonLines(result) : tableLines(result))
        runtime.print(line);
    if (result.isTruncated)
        runtime.progress(`Only the first ${command.maxRows} rows are shown. Use LIMIT, or raise --max-rows.`);
}
/** @throws CommandFailed with the database's message */
async function runQuery(command, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(command.stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const { sql, write, maxRows } = command;
    const program = await runtime.readProgram(`query-${command.database}`);
    const { arn, calls } = await cluster.run({
        taskDefinition,
        network,
        program,
        args: { sql, write, maxRows },
    });
    const release = runtime.onInterrupt(() => `Interrupted. The statement goes on in its task. Cancel it: aws ecs stop-task --cluster ${cluster.name} --task ${arn} --region ${runtime.aws.session.region}`);
    const events = [];
    try {
        await (0,_task_follow__WEBPACK_IMPORTED_MODULE_1__/* .followProgram */ .O)(calls, {
            clock: runtime.clock,
            onEvent: (event) => events.push(event),
            onStatus: (status) => {
                runtime.progress(`Task ${status.toLowerCase()}`);
            },
        });
    }
    finally {
        release();
    }
    return resultOf(events);
}
function resultOf(events) {
    const ofKind = (kind) => events.filter((event) => event.kind === kind).map(({ value }) => value);
    return {
        columns: (0,_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3)(ofKind('columns')[0]).map(String),
        rows: ofKind('row').map(_text_json__WEBPACK_IMPORTED_MODULE_3__/* .itemsOf */ .S3),
        text: ofKind('text').map(String),
        isTruncated: ofKind('truncated').length > 0,
    };
}
function tableLines({ columns, rows, text }) {
    return columns.length > 0 ? (0,_table__WEBPACK_IMPORTED_MODULE_4__/* .formatTable */ .k)(columns, rows) : text;
}
function jsonLines({ columns, rows, text }) {
    if (columns.length === 0)
        return text;
    return rows.map((row) => JSON.stringify(Object.fromEntries(columns.map((name, index) => [name, row[index]]))));
}


/***/ }),

/***/ 36005:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rotate: () => (/* binding */ rotate)
});

// EXTERNAL MODULE: ./src/cli/aws/secret-versions.ts
var secret_versions = __webpack_require__(16490);
// EXTERNAL MODULE: ./src/cli/error.ts
var cli_error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/names.ts
var names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/services/data-store.ts
var data_store = __webpack_require__(15943);
// EXTERNAL MODULE: ./src/cli/services/services.ts + 1 modules
var services = __webpack_require__(56143);
// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/cli/query/query.ts
var query = __webpack_require__(9157);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./src/cli/rotate/scram.ts

const ITERATIONS = 4096;
/**
 * Returns the verifier that PostgreSQL stores for a password (RFC 5803). It can be set as the password, and does not allow
 * to log in, so it may appear in a task's overrides and in logs.
 */
function scramVerifier(password, salt = (0,external_node_crypto_.randomBytes)(16)) {
    const salted = (0,external_node_crypto_.pbkdf2Sync)(password, salt, ITERATIONS, 32, 'sha256');
    const hmac = (text) => (0,external_node_crypto_.createHmac)('sha256', salted).update(text).digest();
    const storedKey = (0,external_node_crypto_.createHash)('sha256').update(hmac('Client Key')).digest('base64');
    return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${storedKey}:${hmac('Server Key').toString('base64')}`;
}

;// CONCATENATED MODULE: ./src/cli/rotate/postgres-logins.ts




/** Logins of terraform/modules/langfuse/migrations/role.sql. The secret names the one that is in use. */
const LOGINS = ['langfuse', 'langfuse_2'];
/** Number of the lock that a change of a login holds. */
const LOCK = 4_711_001;
/** Parses the secret's value. @throws CommandFailed for a secret of an older module, which is a password */
function parseLogin(value) {
    const json = (0,text_json/* parseJson */.qF)(value);
    const username = LOGINS.find((login) => login === (0,text_json/* textAt */.$6)(json, 'username'));
    const password = (0,text_json/* textAt */.$6)(json, 'password');
    if (username !== undefined && password !== undefined)
        return { username, password };
    throw new cli_error/* CommandFailed */.nk(`The secret postgres-langfuse is not the login ${LOGINS.join(' or ')} with its password. Apply the stack with this version of the module first. Nothing was changed.`);
}
const otherLogin = (username) => (username === 'langfuse' ? 'langfuse_2' : 'langfuse');
/** A new value has the other login, so that both passwords work until all tasks use the new one. */
const LOGIN_FORM = {
    passwordOf: (value) => parseLogin(value).password,
    next: (value, password) => JSON.stringify({ username: otherLogin(parseLogin(value).username), password }),
};
/** The two logins of Langfuse in PostgreSQL. A task of the worker changes them. */
class PostgresLogins {
    stack;
    secret;
    runtime;
    constructor(stack, secret, runtime) {
        this.stack = stack;
        this.secret = secret;
        this.runtime = runtime;
    }
    async acceptBoth() {
        const { username, password } = parseLogin(await this.secret.read('AWSPENDING'));
        this.runtime.progress(`PostgreSQL accepts ${username} next to ${otherLogin(username)}`);
        await this.set(username, `'${scramVerifier(password)}'`);
    }
    async retireOld() {
        const { username } = parseLogin(await this.secret.read('AWSCURRENT'));
        this.runtime.progress(`PostgreSQL accepts ${username} only`);
        await this.set(otherLogin(username), 'NULL');
    }
    async set(login, verifier) {
        // PostgreSQL rejects two changes of a role at the same moment.
        const sql = `SELECT rotation.set_login('${login}', ${verifier}) FROM pg_advisory_xact_lock(${LOCK})`;
        try {
            await (0,query.runQuery)({ stack: this.stack, database: 'postgres', sql, write: true, maxRows: 1 }, this.runtime);
        }
        catch (error) {
            const isMissing = error instanceof cli_error/* CommandFailed */.nk && /SQLSTATE (?:3F000|42883)/.test(error.message);
            if (!isMissing)
                throw error;
            throw new cli_error/* CommandFailed */.nk('PostgreSQL has no function rotation.set_login, which the migration of this version of the module creates. Apply the stack, then run the same command again: it continues. The current password works.');
        }
    }
}

;// CONCATENATED MODULE: ./src/cli/rotate/steps.ts
/** Secrets that one command can replace. */
const ROTATABLE = [
    'clickhouse-admin',
    'clickhouse-grafana',
    'grafana-admin',
    'nextauth',
    'postgres-langfuse',
    'valkey',
];
const isRotatable = (name) => ROTATABLE.some((secret) => secret === name);
/** Reasons why the other secrets stay as they are, and what to do instead. */
const NOT_ROTATABLE = {
    salt: 'Langfuse stores API keys as hashes with this salt: a new one makes all API keys invalid. Create new API keys in Langfuse instead.',
    'encryption-key': 'Langfuse encrypts stored credentials with this key, and cannot read them with another. Enter the credentials in Langfuse again instead, after you have revoked the old ones at their provider.',
    'api-keys': "Langfuse creates the initial API key once, and reads the secret only then. Create a new key in the project's settings, put it into the secret with aws secretsmanager put-secret-value, change your clients, and delete the old key in Langfuse: until then, both work.",
    'first-user': 'Langfuse creates the initial user once, and reads the secret only then. Change the password in Langfuse.',
};
/** AWSPENDING stays at the new version until the rotation has ended. */
function phaseOf({ current, pending }) {
    if (pending === undefined)
        return 'new';
    return pending === current ? 'promoted' : 'created';
}
const restart = (...components) => ({ kind: 'restart', components });
/** While the worker is stopped, its jobs wait in Valkey. */
const STOP_WORKER = { kind: 'stop', components: ['worker'] };
const START_WORKER = { kind: 'start', components: ['worker'] };
const WITHOUT_GAP = {
    before: [{ kind: 'accept-both' }],
    after: [restart('worker', 'web'), { kind: 'retire-old' }],
};
const ROTATIONS = {
    nextauth: { before: [], after: [restart('web')] },
    'grafana-admin': { before: [], after: [restart('grafana')] },
    valkey: WITHOUT_GAP,
    'postgres-langfuse': WITHOUT_GAP,
    // ClickHouse reads its passwords when it starts.
    'clickhouse-admin': { before: [STOP_WORKER], after: [restart('clickhouse', 'web'), START_WORKER] },
    'clickhouse-grafana': { before: [STOP_WORKER], after: [restart('clickhouse', 'grafana'), START_WORKER] },
};
/** The container of the size tiny reads the password when it starts. */
const VALKEY_ON_INSTANCE = {
    before: [STOP_WORKER],
    after: [restart('valkey', 'web'), START_WORKER],
};
/** Data stores that check a password, by its secret. */
const STORE_OF_SECRET = {
    'clickhouse-admin': 'clickhouse',
    'clickhouse-grafana': 'clickhouse',
    'postgres-langfuse': 'postgres',
    valkey: 'valkey',
};
/** Returns the steps that are left. The old value works until the new one does. */
function rotationSteps(secret, phase, placement = 'stack') {
    const { before, after } = secret === 'valkey' && placement === 'instance' ? VALKEY_ON_INSTANCE : ROTATIONS[secret];
    return [
        ...(phase === 'new' ? [{ kind: 'create' }] : []),
        ...(phase === 'promoted' ? [] : [...before, { kind: 'promote' }]),
        ...after,
        { kind: 'finish' },
    ];
}

// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/aws/valkey-user.ts

/** Sets the passwords that a Valkey user may use: one or two. */
async function setPasswords(aws, user, passwords) {
    const { ElastiCacheClient, ModifyUserCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4827)]).then(__webpack_require__.t.bind(__webpack_require__, 34827, 19));
    const client = new ElastiCacheClient(await aws.settings('ELASTICACHE'));
    const input = { UserId: user, AuthenticationMode: { Type: 'password', Passwords: [...passwords] } };
    await (0,connection/* callAws */.IY)('elasticache:ModifyUser', () => client.send(new ModifyUserCommand(input)));
}
/** Returns the state of a Valkey user: `modifying` until the servers accept its passwords, then `active`. */
async function readUserStatus(aws, user) {
    const { DescribeUsersCommand, ElastiCacheClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4827)]).then(__webpack_require__.t.bind(__webpack_require__, 34827, 19));
    const client = new ElastiCacheClient(await aws.settings('ELASTICACHE'));
    const { Users } = await (0,connection/* callAws */.IY)('elasticache:DescribeUsers', () => client.send(new DescribeUsersCommand({ UserId: user })));
    return Users?.[0]?.Status ?? 'unknown';
}

;// CONCATENATED MODULE: ./src/cli/rotate/valkey-passwords.ts



const POLL_MS = 5000;
const MAX_POLLS = 120;
/** The passwords of Valkey's user: one, or two during a rotation. */
class ValkeyPasswords {
    stack;
    secret;
    runtime;
    constructor(stack, secret, runtime) {
        this.stack = stack;
        this.secret = secret;
        this.runtime = runtime;
    }
    async acceptBoth() {
        this.runtime.progress('Valkey accepts both passwords');
        await this.set([await this.secret.read('AWSPENDING'), await this.secret.read('AWSCURRENT')]);
    }
    async retireOld() {
        this.runtime.progress('Valkey accepts the new password only');
        await this.set([await this.secret.read('AWSCURRENT')]);
    }
    async set(passwords) {
        const user = (0,names/* stackNames */.z)(this.stack).valkey;
        const { aws, clock } = this.runtime;
        await setPasswords(aws, user, passwords);
        for (let polls = 0; polls < MAX_POLLS; polls += 1) {
            if ((await readUserStatus(aws, user)) === 'active')
                return;
            await clock.sleep(POLL_MS);
        }
        throw new cli_error/* CommandFailed */.nk(`The Valkey user ${user} is still not active after ${(MAX_POLLS * POLL_MS) / 60_000} min. The old password works. Run the same command again: it continues.`);
    }
}

;// CONCATENATED MODULE: ./src/cli/rotate/rotate.ts








/** Replaces a secret of the stack in the services that use it. Continues an interrupted rotation. */
async function rotate({ stack, secret }, runtime) {
    if (!isRotatable(secret))
        throw new cli_error/* InvalidArgument */.f0(`${secret} cannot be rotated. ${NOT_ROTATABLE[secret] ?? ''}`);
    const store = STORE_OF_SECRET[secret];
    const placement = store === undefined ? 'stack' : await (0,data_store/* placementOf */.x)(store, stack, runtime);
    if (store !== undefined && placement === 'external')
        throw (0,data_store/* notOwned */.d)(store, stack, `Change the password where it runs and in the secret that ${store}_external names, then restart the services: aws ecs update-service --cluster ${stack} --service ${stack}-web --force-new-deployment, and the same for the worker.`);
    const name = (0,names/* stackNames */.z)(stack).secret(secret);
    const versions = new secret_versions/* RotatedSecret */.a(name, runtime.aws);
    const state = await versions.versions();
    const phase = phaseOf(state);
    if (phase !== 'new')
        runtime.progress(`Continuing an interrupted rotation of ${name}`);
    const rotation = new Rotation({ stack, secret, versions, version: state.pending }, runtime);
    const next = `Run the same command again: it continues. langfuse-deploy rotate ${secret} --stack ${stack} --region ${runtime.aws.session.region}`;
    const release = runtime.onInterrupt(() => `Interrupted. Services may be stopped. ${next}`);
    try {
        for (const step of rotationSteps(secret, phase, placement))
            await rotation.run(step);
    }
    catch (error) {
        runtime.progress(`The rotation is unfinished, and services may be stopped. ${next}`);
        throw error;
    }
    finally {
        release();
    }
    runtime.print(`Rotated ${name}. All tasks use the new value.`);
    if (secret === 'nextauth')
        runtime.print('Users have to log in again.');
}
class Rotation {
    target;
    runtime;
    services;
    version;
    constructor(target, runtime) {
        this.target = target;
        this.runtime = runtime;
        this.services = new services/* Services */.x(target.stack, runtime);
        this.version = target.version;
    }
    async run(step) {
        const { versions } = this.target;
        if (step.kind !== 'create' && !(await this.isOwn()))
            return;
        switch (step.kind) {
            case 'create':
                this.runtime.progress(`Creating a new value of ${versions.name}`);
                return versions.create(this.isPostgres ? LOGIN_FORM : secret_versions/* PASSWORD_FORM */.J);
            case 'accept-both':
                return this.server.acceptBoth();
            case 'promote':
                return versions.promote();
            case 'stop':
            case 'start':
            case 'restart':
                return this.services[step.kind](step.components);
            case 'retire-old':
                return this.server.retireOld();
            case 'finish':
                return versions.finish();
        }
    }
    /**
     * Returns whether the rotation goes on. False if another run of the command has finished it.
     *
     * @throws CommandFailed if another run has started the next rotation
     */
    async isOwn() {
        const { current, pending } = await this.target.versions.versions();
        this.version ??= pending;
        if (pending === this.version)
            return true;
        if (pending === undefined && current === this.version)
            return false;
        throw new cli_error/* CommandFailed */.nk(`Another run of the command has started the next rotation of ${this.target.versions.name}. This run has changed nothing since.`);
    }
    get isPostgres() {
        return this.target.secret === 'postgres-langfuse';
    }
    get server() {
        const { stack, versions } = this.target;
        const Server = this.isPostgres ? PostgresLogins : ValkeyPasswords;
        return new Server(stack, versions, this.runtime);
    }
}


/***/ }),

/***/ 15943:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ notOwned),
/* harmony export */   x: () => (/* binding */ placementOf)
/* harmony export */ });
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67720);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82010);



/** Label of the worker's container: the data stores that run elsewhere, separated by commas. */
const EXTERNAL_LABEL = 'langfuse-deploy.external';
const NAMES = { clickhouse: 'ClickHouse', postgres: 'PostgreSQL', valkey: 'Valkey' };
/** Returns where a data store of a stack runs. @throws CommandFailed if the stack has no worker */
async function placementOf(store, stack, { aws }) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_1__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, aws);
    const worker = names.service('worker');
    const external = (await cluster.label(worker, EXTERNAL_LABEL))?.split(',') ?? [];
    if (external.includes(store))
        return 'external';
    const { network } = await cluster.service(worker);
    // Containers on the instance have no network interface of their own.
    return network.awsvpcConfiguration === undefined ? 'instance' : 'stack';
}
/** An error that says whose task it is. @param task what the owner has to do, as a sentence */
function notOwned(store, stack, task) {
    return new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(`${NAMES[store]} does not belong to the stack ${stack}, which only connects to it (${store}_external). ${task} Nothing was changed.`);
}


/***/ }),

/***/ 56143:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  x: () => (/* binding */ Services)
});

// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 3 modules
var ecs = __webpack_require__(67720);
// EXTERNAL MODULE: ./src/cli/aws/connection.ts + 1 modules
var connection = __webpack_require__(27725);
;// CONCATENATED MODULE: ./src/cli/aws/scaling.ts

const DIMENSION = 'ecs:service:DesiredCount';
/** Returns the minimum number of tasks. Undefined if the service is not scaled. */
async function readMinimum(aws, { cluster, service }) {
    const { DescribeScalableTargetsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    const client = await connect(aws);
    const { ScalableTargets } = await (0,connection/* callAws */.IY)('application-autoscaling:DescribeScalableTargets', () => client.send(new DescribeScalableTargetsCommand({
        ServiceNamespace: 'ecs',
        ResourceIds: [`service/${cluster}/${service}`],
        ScalableDimension: DIMENSION,
    })));
    return ScalableTargets?.[0]?.MinCapacity;
}
/** Suspends or resumes scaling: target tracking would start tasks of a stopped service. */
async function setScaling(aws, { cluster, service }, scaling) {
    const { RegisterScalableTargetCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    const client = await connect(aws);
    const isSuspended = scaling === 'suspended';
    await (0,connection/* callAws */.IY)('application-autoscaling:RegisterScalableTarget', () => client.send(new RegisterScalableTargetCommand({
        ServiceNamespace: 'ecs',
        ResourceId: `service/${cluster}/${service}`,
        ScalableDimension: DIMENSION,
        SuspendedState: {
            DynamicScalingInSuspended: isSuspended,
            DynamicScalingOutSuspended: isSuspended,
            ScheduledScalingSuspended: isSuspended,
        },
    })));
}
async function connect(aws) {
    const { ApplicationAutoScalingClient } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1491)]).then(__webpack_require__.t.bind(__webpack_require__, 11491, 19));
    return new ApplicationAutoScalingClient(await aws.settings('APPLICATION_AUTO_SCALING'));
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/names.ts
var names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/task/exclusive.ts
var exclusive = __webpack_require__(92162);
;// CONCATENATED MODULE: ./src/cli/services/services.ts






const POLL_MS = 10_000;
const MAX_WAIT_MS = 20 * 60_000;
/** Starts and stops services of a stack. */
class Services {
    stack;
    runtime;
    cluster;
    constructor(stack, runtime) {
        this.stack = stack;
        this.runtime = runtime;
        this.cluster = new ecs/* Cluster */.d((0,names/* stackNames */.z)(stack).cluster, runtime.aws);
    }
    /** Stops all tasks of the services, and waits until they have ended. Missing services are skipped. */
    async stop(components) {
        for (const component of components) {
            const service = this.name(component);
            if ((await this.cluster.findService(service)) === undefined)
                continue;
            this.runtime.progress(`Stopping ${component}`);
            if ((await this.minimum(service)) !== undefined)
                await setScaling(this.runtime.aws, this.scalable(service), 'suspended');
            await this.cluster.update(service, { desired: 0 });
        }
        await this.wait(components, ({ running }) => running === 0);
    }
    /**
     * Stops services, runs an action, and starts them in the reverse order. Says how to go on if they stay stopped: after a failure
     * that leaves incomplete data, and after an interruption.
     */
    async whileStopped(components, pause, action) {
        const names = components.join(' and ');
        const next = `Run the same command again: it continues. langfuse-deploy ${pause.command} --stack ${this.stack} --region ${this.runtime.aws.session.region}`;
        const release = this.runtime.onInterrupt(() => `Interrupted. ${names} may be stopped; a task that was started goes on. ${next}`);
        const order = [...components].reverse();
        try {
            await this.stop(components);
            const result = await action();
            await this.start(order);
            return result;
        }
        catch (error) {
            if (!(error instanceof exclusive/* OtherTaskRuns */.s) && pause.canStart(error))
                await this.startAfterFailure(order);
            else
                this.runtime.progress(`${names} stay stopped, because the data is not complete. ${next}`);
            throw error;
        }
        finally {
            release();
        }
    }
    /** Reports an error instead of throwing it, because the failure is more important. */
    async startAfterFailure(components) {
        try {
            await this.start(components);
        }
        catch (error) {
            this.runtime.progress(`${components.join(' and ')} did not start: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
            for (const component of components)
                this.runtime.progress(`Start it: aws ecs update-service --cluster ${this.cluster.name} --service ${this.name(component)} --desired-count 1`);
        }
    }
    /** Returns whether all of the services have tasks, or will have. Missing services are skipped. */
    async areRunning(components) {
        const states = await Promise.all(components.map((one) => this.cluster.findService(this.name(one))));
        return states.every((state) => state === undefined || state.desired > 0);
    }
    /** Starts the minimum number of tasks, from which scaling continues. Waits until they run. */
    async start(components) {
        for (const component of components) {
            const service = this.name(component);
            if ((await this.cluster.findService(service)) === undefined)
                continue;
            this.runtime.progress(`Starting ${component}`);
            const minimum = await this.minimum(service);
            await this.cluster.update(service, { desired: minimum ?? 1 });
            if (minimum !== undefined)
                await setScaling(this.runtime.aws, this.scalable(service), 'active');
        }
        await this.wait(components, ({ isStable, desired }) => isStable && desired > 0);
    }
    /** Replaces all tasks, so that they read their secrets again, and waits until the new ones run. */
    async restart(components) {
        for (const component of components) {
            if ((await this.cluster.findService(this.name(component))) === undefined)
                continue;
            this.runtime.progress(`Replacing the tasks of ${component}`);
            await this.cluster.update(this.name(component), { restart: true });
        }
        await this.wait(components, ({ isStable }) => isStable);
    }
    async wait(components, isReached) {
        for (const component of components) {
            const service = this.name(component);
            for (let waited = 0;; waited += POLL_MS) {
                const state = await this.cluster.findService(service);
                if (state === undefined || isReached(state))
                    break;
                if (waited >= MAX_WAIT_MS)
                    throw await this.timeout(component, service);
                await this.runtime.clock.sleep(POLL_MS);
            }
        }
    }
    async timeout(component, service) {
        const [reason = 'ECS gives no reason'] = await this.cluster.stopReasons(service);
        return new error/* CommandFailed */.nk(`${component} did not reach its number of tasks in ${MAX_WAIT_MS / 60_000} min: ${reason}. ` +
            `Read its log: aws logs tail /${this.stack}/${component} --since 30m. Then run the same command again: it continues.`);
    }
    name(component) {
        return (0,names/* stackNames */.z)(this.stack).service(component);
    }
    scalable(service) {
        return { cluster: this.cluster.name, service };
    }
    minimum(service) {
        return readMinimum(this.runtime.aws, this.scalable(service));
    }
}


/***/ }),

/***/ 92162:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ runExclusive),
/* harmony export */   s: () => (/* binding */ OtherTaskRuns)
/* harmony export */ });
/** The same program runs already, for another run of the command. */
class OtherTaskRuns extends Error {
    name = 'OtherTaskRuns';
    reason = 'aws-error';
    constructor({ arn, calls }) {
        super(`Another run of langfuse-deploy has started the task ${arn}, which is still running. This run has not started its own. Wait until it has ended, then run the command again. Its log: ${calls.logCommand}`);
    }
}
/**
 * Starts a program of which one task may run at a time. Returns the running task if an earlier run of the same command started it.
 *
 * @throws OtherTaskRuns while the program runs with other arguments
 */
async function runExclusive(cluster, { name, ...request }, runtime) {
    const program = await runtime.readProgram(name);
    const startedBy = `langfuse-deploy/${name}`;
    const wanted = cluster.programOf({ ...request, program });
    const adopt = (running) => {
        if (running.program !== wanted)
            throw new OtherTaskRuns(running);
        runtime.progress('Following the task that another run of the command has started');
        return running;
    };
    const [running] = await cluster.tasks({ startedBy });
    if (running !== undefined)
        return adopt(running);
    const own = await cluster.run({ ...request, program, startedBy });
    // Of two that start at the same moment, the older one stays.
    const [oldest = own] = await cluster.tasks({ startedBy });
    if (oldest.arn === own.arn)
        return own;
    await cluster.stopTask(own.arn);
    return adopt(oldest);
}


/***/ })

};

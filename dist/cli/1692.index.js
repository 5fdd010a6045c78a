export const id = 1692;
export const ids = [1692];
export const modules = {

/***/ 33511:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AD: () => (/* binding */ listDumps),
/* harmony export */   JH: () => (/* binding */ copyObject),
/* harmony export */   XR: () => (/* binding */ deleteObject)
/* harmony export */ });
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);

const PREFIX = 'postgres/';
/** Lists the names of the dumps of PostgreSQL that the size tiny wrote, oldest first. */
async function listDumps(aws, bucket) {
    const { paginateListObjectsV2 } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = await connect(aws);
    const names = [];
    await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NoSuchBucket'], 's3:ListBucket', async () => {
        for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: PREFIX }))
            names.push(...(page.Contents?.map(({ Key = '' }) => Key.slice(PREFIX.length)) ?? []));
    });
    return names.filter((name) => name.endsWith('.sql.gz')).sort();
}
/** Copies a dump to another bucket. */
async function copyObject(aws, { bucket, dump }, to) {
    const { CopyObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = await connect(aws);
    const request = { ...to, CopySource: `${bucket}/${PREFIX}${dump}` };
    await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('s3:PutObject', () => client.send(new CopyObjectCommand(request)));
}
/** Deletes an object. */
async function deleteObject(aws, object) {
    const { DeleteObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = await connect(aws);
    await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('s3:DeleteObject', () => client.send(new DeleteObjectCommand(object)));
}
async function connect(aws) {
    const { S3Client } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    return new S3Client(await aws.settings('S3'));
}


/***/ }),

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

/***/ 22757:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createBackup: () => (/* binding */ createBackup),
/* harmony export */   printBackups: () => (/* binding */ printBackups),
/* harmony export */   x: () => (/* binding */ findSecurityGroup)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_connection__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27725);
/* harmony import */ var _aws_dumps__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33511);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(67720);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(82010);
/* harmony import */ var _query_table__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(48997);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(15943);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11728);
/* harmony import */ var _backup__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(72390);











/** Prints the complete backups in S3, oldest first. */
async function printBackups(stack, runtime) {
    const bucket = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack).backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    const backups = await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(runtime.aws, bucket);
    if (backups.length === 0)
        runtime.print(`The bucket ${bucket} contains no complete backup.`);
    const rows = backups.map(({ name, completedAt }) => [
        name,
        completedAt.toISOString(),
        usability(name, backups),
    ]);
    if (rows.length > 0)
        for (const line of (0,_query_table__WEBPACK_IMPORTED_MODULE_7__/* .formatTable */ .k)(['backup', 'completed', 'needs'], rows))
            runtime.print(line);
    const dumps = await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_2__/* .listDumps */ .AD)(runtime.aws, bucket);
    if (dumps.length > 0)
        for (const line of ['', 'dump of PostgreSQL', ...dumps])
            runtime.print(line);
}
function usability(name, backups) {
    if (name.startsWith('full/'))
        return '-';
    return (0,_backup__WEBPACK_IMPORTED_MODULE_8__/* .baseOf */ .bx)(name, backups)?.name ?? 'a full backup that has expired';
}
/** Runs the stack's backup task. @returns the name of ClickHouse's backup; undefined if the task did not print it */
async function createBackup(stack, runtime) {
    if ((await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_4__/* .placementOf */ .x)('clickhouse', stack, runtime)) === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_4__/* .notOwned */ .d)('clickhouse', stack, 'Back it up where it runs.');
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_3__/* .Cluster */ .d(names.cluster, runtime.aws);
    // The backup task runs in the private subnets, as the worker; in size tiny, both run on the instance.
    const { network } = await cluster.service(names.service('worker'));
    const subnets = network.awsvpcConfiguration?.subnets;
    const isOnInstance = subnets === undefined;
    const securityGroups = isOnInstance ? [] : [await findSecurityGroup(names.backupSecurityGroup, runtime)];
    const { calls } = await cluster.run({
        taskDefinition: names.backupFamily,
        network: isOnInstance ? {} : { awsvpcConfiguration: { subnets, securityGroups } },
        environment: { COMMAND: 'backup' },
    });
    const lines = await (0,_task_follow__WEBPACK_IMPORTED_MODULE_5__/* .followTask */ .d)(calls, {
        clock: runtime.clock,
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    const created = lines.find((line) => line.includes('"event":"backup_created"'));
    runtime.print(created ?? 'The backup task ended without a result.');
    if ((await cluster.environment(names.postgresBackupFamily)) !== undefined)
        await createDump(stack, cluster, runtime);
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)(created ?? ''), 'name');
}
const UPLOAD_POLL_MS = 10_000;
/** The instance of the size tiny copies dumps to S3 every five minutes. */
const MAX_UPLOAD_POLLS = 60;
/** Dumps PostgreSQL in the size tiny, and waits until the dump is in S3. */
async function createDump(stack, cluster, runtime) {
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_6__/* .stackNames */ .z)(stack);
    const { calls } = await cluster.run({
        taskDefinition: names.postgresBackupFamily,
        network: {},
        environment: {},
    });
    const lines = await (0,_task_follow__WEBPACK_IMPORTED_MODULE_5__/* .followTask */ .d)(calls, {
        clock: runtime.clock,
        onStatus: (status) => {
            runtime.progress(`PostgreSQL's dump: task ${status.toLowerCase()}`);
        },
    });
    const dump = (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)((0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .parseJson */ .qF)(lines.find((line) => line.includes('"event":"postgres_dumped"')) ?? ''), 'name');
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    runtime.progress('Waiting until the instance has copied the dump to S3, at most ten minutes');
    for (let polls = 0; dump === undefined || !(await (0,_aws_dumps__WEBPACK_IMPORTED_MODULE_2__/* .listDumps */ .AD)(runtime.aws, bucket)).includes(dump); polls += 1) {
        if (dump === undefined || polls === MAX_UPLOAD_POLLS)
            throw new _error__WEBPACK_IMPORTED_MODULE_10__/* .CommandFailed */ .nk(`The dump ${dump ?? 'of PostgreSQL'} did not arrive in ${bucket}. Read the log of the instance's service postgres-upload, then run the command again.`);
        await runtime.clock.sleep(UPLOAD_POLL_MS);
    }
    runtime.print(`Dumped PostgreSQL to ${dump}.`);
}
/** Returns the ID of a security group. @throws CommandFailed if it does not exist */
async function findSecurityGroup(name, { aws }) {
    const { EC2Client, DescribeSecurityGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = new EC2Client(await aws.settings('EC2'));
    const Filters = [{ Name: 'group-name', Values: [name] }];
    const { SecurityGroups } = await (0,_aws_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ec2:DescribeSecurityGroups', () => client.send(new DescribeSecurityGroupsCommand({ Filters })));
    const id = SecurityGroups?.[0]?.GroupId;
    if (id === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_10__/* .CommandFailed */ .nk(`The security group ${name} does not exist. Check --stack and --region.`);
    return id;
}


/***/ }),

/***/ 10206:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  keys: () => (/* binding */ keys),
  x: () => (/* binding */ readKeys)
});

// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 3 modules
var ecs = __webpack_require__(67720);
// EXTERNAL MODULE: ./src/cli/aws/secret-versions.ts
var secret_versions = __webpack_require__(16490);
// EXTERNAL MODULE: ./src/cli/error.ts
var cli_error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/names.ts
var cli_names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/cli/keys/env-file.ts
/**
 * Sets variables in the text of an `.env` file, each time that they occur. Other lines and their order are kept; missing variables
 * are added.
 *
 * @param text content of the file; an empty text for a new file
 */
function setVariables(text, variables) {
    const missing = new Map(Object.entries(variables));
    const lines = text.split('\n').map((line) => {
        const [, name = ''] = /^\s*(?:export\s+)?(\w+)\s*=/.exec(line) ?? [];
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        if (value === undefined)
            return line;
        missing.delete(name);
        return `${name}=${value}`;
    });
    if (lines.at(-1) === '')
        lines.pop();
    return [...lines, ...[...missing].map(([name, value]) => `${name}=${value}`), ''].join('\n');
}

;// CONCATENATED MODULE: ./src/cli/keys/keys.ts








/**
 * Writes URL and API keys of the first project into an `.env` file, which only its owner can read. Prints no key.
 *
 * @throws CommandFailed, InvalidArgument if the file cannot be written; AwsError
 */
async function keys({ stack, file }, runtime) {
    const { url, publicKey, secretKey } = await readKeys(stack, runtime);
    const variables = {
        LANGFUSE_BASE_URL: url,
        LANGFUSE_PUBLIC_KEY: publicKey,
        LANGFUSE_SECRET_KEY: secretKey,
    };
    await writeVariables(file, variables);
    runtime.print(`Wrote ${Object.keys(variables).join(', ')} to ${file}. Do not commit this file.`);
}
/** Reads the URL and the API keys of the first project. @throws CommandFailed, AwsError */
async function readKeys(stack, runtime) {
    const names = (0,cli_names/* stackNames */.z)(stack);
    const url = await new ecs/* Cluster */.d(names.cluster, runtime.aws).variable(names.service('web'), 'NEXTAUTH_URL');
    if (url === undefined)
        throw new cli_error/* CommandFailed */.nk(`The service ${names.service('web')} has no NEXTAUTH_URL. Apply the stack again.`);
    const secret = new secret_versions/* RotatedSecret */.a(names.secret('api-keys'), runtime.aws);
    await secret.versions();
    const value = (0,json/* parseObject */.lj)(await secret.read('AWSCURRENT'));
    const [publicKey, secretKey] = [(0,json/* nonEmptyTextAt */.Zj)(value, 'public_key'), (0,json/* nonEmptyTextAt */.Zj)(value, 'secret_key')];
    if (publicKey === undefined || secretKey === undefined)
        throw new cli_error/* CommandFailed */.nk(`The secret ${secret.name} is not a JSON object with public_key and secret_key. Apply the stack again, or copy the keys in Langfuse under Settings → API keys.`);
    return { url, publicKey, secretKey };
}
async function writeVariables(file, variables) {
    const { chmod, readFile, writeFile } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23));
    try {
        const text = await readFile(file, 'utf8').catch((error) => {
            if ((0,http_error/* errorCode */.C)(error) === 'ENOENT')
                return '';
            throw error;
        });
        await writeFile(file, setVariables(text, variables), { mode: 0o600 });
        // The mode above is for a new file only.
        await chmod(file, 0o600);
    }
    catch (error) {
        throw new cli_error/* InvalidArgument */.f0(`--file: '${file}' cannot be written: ${(0,sanitize/* errorMessage */.gJ)(error)}`);
    }
}


/***/ }),

/***/ 21692:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  rehearse: () => (/* binding */ rehearse),
  requireRehearsalName: () => (/* binding */ requireRehearsalName)
});

// EXTERNAL MODULE: ./src/http/client.ts + 5 modules
var client = __webpack_require__(93843);
// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/cli/aws/ecs.ts + 3 modules
var ecs = __webpack_require__(67720);
// EXTERNAL MODULE: ./src/cli/aws/rds.ts
var rds = __webpack_require__(81799);
// EXTERNAL MODULE: ./src/cli/backups/backups.ts
var backups = __webpack_require__(22757);
// EXTERNAL MODULE: ./src/cli/error.ts
var error = __webpack_require__(52836);
// EXTERNAL MODULE: ./src/cli/keys/keys.ts + 1 modules
var keys = __webpack_require__(10206);
// EXTERNAL MODULE: ./src/cli/names.ts
var cli_names = __webpack_require__(82010);
// EXTERNAL MODULE: ./src/cli/replay/replay.ts
var replay = __webpack_require__(86021);
// EXTERNAL MODULE: ./src/cli/restore/clickhouse.ts
var clickhouse = __webpack_require__(32031);
// EXTERNAL MODULE: ./src/cli/restore/postgres.ts
var postgres = __webpack_require__(43816);
// EXTERNAL MODULE: ./src/cli/restore/postgres-step.ts
var postgres_step = __webpack_require__(70159);
// EXTERNAL MODULE: ./src/cli/services/services.ts + 1 modules
var services = __webpack_require__(56143);
// EXTERNAL MODULE: ./src/cost/prices.ts
var cost_prices = __webpack_require__(51295);
// EXTERNAL MODULE: ./src/cost/shape.ts
var cost_shape = __webpack_require__(46960);
// EXTERNAL MODULE: ./src/cli/aws/stack-shape.ts
var stack_shape = __webpack_require__(95280);
;// CONCATENATED MODULE: ./src/cli/rehearse/cost.ts



/** Estimates the fixed costs of a running stack per hour, from list prices. */
async function hourlyCost(stack, { aws }) {
    const { region } = aws.session;
    const prices = (0,cost_prices/* pricesOf */._5)(region);
    if (prices === undefined)
        return `unknown, because there are no prices of ${region}`;
    const components = ['web', 'worker', 'clickhouse'];
    const shape = await (0,stack_shape/* readStackShape */.E)({ stack, components }, aws);
    const usd = (0,cost_shape/* sum */.cz)((0,cost_shape/* priceShape */.Ps)(shape, prices)) / cost_prices/* HOURS */.Al;
    return `about ${usd.toFixed(2)} USD an hour while the stack exists (list prices of ${region}, ${cost_prices/* PRICES_DATE */.Iz})`;
}

// EXTERNAL MODULE: ./src/text/format.ts
var format = __webpack_require__(98488);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/cli/rehearse/report.ts


const isPassed = ({ steps }) => steps.every((step) => step.isPassed);
/** Renders a rehearsal for a terminal. */
function rehearsalLines(rehearsal) {
    const lines = rehearsal.steps.map((step) => `${step.name} (${(0,format/* formatSeconds */.Xo)(step.seconds)}): ${step.isPassed ? '' : 'FAILED: '}${step.result}`);
    return [...lines, totals(rehearsal)];
}
/** Renders a rehearsal as Markdown, for a job's summary. */
function renderRehearsal(rehearsal) {
    const { stack, steps } = rehearsal;
    const failedStep = steps.find((step) => !step.isPassed);
    const outcome = failedStep === undefined ? '✅ no trace was lost' : `❌ ${failedStep.name}`;
    const rows = steps.map((step) => [
        step.isPassed ? '✅' : '❌',
        (0,markdown/* escapeMarkdown */.FV)(step.name),
        (0,format/* formatSeconds */.Xo)(step.seconds),
        (0,markdown/* escapeMarkdown */.FV)(step.result),
    ]);
    return [
        `### Rehearsal of ${(0,markdown/* escapeMarkdown */.FV)(stack)}: ${(0,markdown/* escapeMarkdown */.FV)(outcome)}`,
        (0,markdown/* table */.tp)([
            { title: '', align: 'left' },
            { title: 'Step', align: 'left' },
            { title: 'Time', align: 'right' },
            { title: 'Result', align: 'left' },
        ], rows),
        (0,markdown/* escapeMarkdown */.FV)(totals(rehearsal)),
    ].join('\n\n');
}
function totals({ steps, cost }) {
    const seconds = steps.reduce((total, step) => total + step.seconds, 0);
    return `Total: ${(0,format/* formatSeconds */.Xo)(seconds)}. Cost: ${cost}.`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: ./src/http/basic-authorization.ts
var basic_authorization = __webpack_require__(64726);
// EXTERNAL MODULE: ./src/http/html.ts
var html = __webpack_require__(5803);
// EXTERNAL MODULE: ./src/text/json.ts
var json = __webpack_require__(21789);
;// CONCATENATED MODULE: ./src/langfuse/client.ts




/** A request without a complete response. */
class client_NoResponse extends Error {
    kind;
    name = 'NoResponse';
    reason = 'unhealthy';
    /** @param kind `timeout`: the server took the request; `address`: wrong host or certificate */
    constructor(message, kind, options) {
        super(message, options);
        this.kind = kind;
    }
}
/** Langfuse's public API at one address. */
class Langfuse {
    transport;
    authorization;
    /** Without a trailing slash. */
    address;
    constructor(url, transport, authorization) {
        this.transport = transport;
        this.authorization = authorization;
        this.address = url.href.replace(/\/+$/, '');
    }
    /** Returns a client that authenticates with a project's API keys. */
    withKeys(keys) {
        const credentials = (0,basic_authorization/* encodeBasicCredentials */.R)(keys.publicKey, keys.secretKey);
        return new Langfuse(new URL(this.address), this.transport, `Basic ${credentials}`);
    }
    /** @throws NoResponse */
    request(method, path, content) {
        return this.transport({
            method,
            url: new URL(`${this.address}${path}`),
            headers: {
                accept: 'application/json',
                ...(this.authorization && { authorization: this.authorization }),
                ...(content && { 'content-type': 'application/json', ...content.headers }),
            },
            ...(content && { body: content.body }),
        });
    }
}
/** Describes a response as in `answered 503: Database not available`. */
function client_describeResponse(response) {
    if (response.location !== undefined && response.status >= 300 && response.status < 400)
        return `answered ${response.status}, a redirect to ${(0,sanitize/* toPrintableLine */.Ld)(response.location)}`;
    return `answered ${response.status}: ${responseMessage(response)}`;
}
/** Returns the message of an error response. */
function responseMessage({ body, contentType }) {
    if ((0,html/* isHtml */._)(contentType, body))
        return "an HTML page instead of the API's JSON (load balancer or proxy)";
    const fields = (0,json/* parseObject */.lj)(body);
    const error = fields?.['error'];
    const messages = [
        (0,json/* nonEmptyTextAt */.Zj)(fields, 'message'),
        typeof error === 'string' || error === undefined ? error : JSON.stringify(error),
        (0,json/* nonEmptyTextAt */.Zj)(fields, 'status'),
    ].filter((text) => text !== undefined && text !== '');
    if (messages.length > 0)
        return (0,sanitize/* toPrintableLine */.Ld)([...new Set(messages)].join(', '));
    return (0,sanitize/* toPrintableLine */.Ld)((0,json/* isRecord */.u4)(fields) ? JSON.stringify(fields) : body) || 'an empty response';
}

;// CONCATENATED MODULE: ./src/langfuse/error.ts
const REASONS = {
    health: 'unhealthy',
    version: 'wrong-version',
    keys: 'invalid-api-keys',
    send: 'ingestion-rejected',
    read: 'trace-not-found',
};
/** A failed step of a verification. */
class VerificationFailed extends Error {
    step;
    likelyCauses;
    name = 'VerificationFailed';
    reason;
    /** @param likelyCauses most likely first */
    constructor(step, likelyCauses, message) {
        super(message);
        this.step = step;
        this.likelyCauses = likelyCauses;
        this.reason = REASONS[step];
    }
}
/** A failed step after which Langfuse may hold the trace in its queue and store it later. */
class TraceUnconfirmed extends VerificationFailed {
    name = 'TraceUnconfirmed';
}
/** The run was cancelled during a verification. */
class VerificationCancelled extends Error {
    name = 'VerificationCancelled';
    reason = 'cancelled';
    constructor() {
        super('The run was cancelled during the verification');
    }
}

;// CONCATENATED MODULE: ./src/langfuse/likely-causes.ts

/** Words that name a component in Langfuse's error messages. The first match wins. */
const NAMED = [
    [/\bOOM command|maxmemory|redis|valkey|WRONGPASS|NOAUTH|MaxRetriesPerRequest/i, 'Redis'],
    [/clickhouse|:8123\b|DB::Exception|user_script|NOT_ENOUGH_SPACE|MEMORY_LIMIT_EXCEEDED/i, 'ClickHouse'],
    [/\bS3\b|NoSuchBucket|bucket|PermanentRedirect/i, 'S3'],
    [/prisma|postgres|database/i, 'PostgreSQL'],
];
/**
 * Returns the likely causes of an error message: only the component that it names, if it names one.
 *
 * @param defaults causes of a message without a known component, most likely first
 */
function causesOf(message, defaults) {
    const component = NAMED.find(([words]) => words.test(message))?.[1];
    return component === undefined ? defaults : [component];
}
/**
 * Returns the likely causes of a request without a response.
 *
 * @param ofTimeout causes of a server that accepts the request and does not answer, most likely first
 */
function causesOfNoResponse({ kind }, ofTimeout) {
    switch (kind) {
        case 'timeout':
            return ofTimeout;
        case 'connection':
            return ['address', 'web'];
        case 'address':
            return ['address'];
    }
}

;// CONCATENATED MODULE: ./src/langfuse/poll.ts



const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 3000;
/**
 * Repeats a check until it returns a value or the time limit is reached.
 *
 * @param timeoutCauses likely causes of a request that times out, most likely first
 * @returns the last result without a value at the time limit
 * @throws VerificationCancelled
 */
async function poll(check, { clock, limitMs, interruption, onWait }, timeoutCauses) {
    const startMs = clock.now();
    let pauseMs = FIRST_PAUSE_MS;
    let lastReason = '';
    for (;;) {
        if (interruption.aborted)
            throw new VerificationCancelled();
        const result = await check().catch((error) => toNotReady(error, timeoutCauses));
        const ms = clock.now() - startMs;
        if ('value' in result)
            return { value: result.value, ms };
        if (ms >= limitMs)
            return result;
        if (result.reason !== lastReason)
            onWait(result.reason);
        lastReason = result.reason;
        await pause(Math.min(pauseMs, limitMs - ms), clock, interruption);
        pauseMs = Math.min(pauseMs * 2, MAX_PAUSE_MS);
    }
}
/** A task may be starting or stopping. */
function toNotReady(error, timeoutCauses) {
    if (!(error instanceof client_NoResponse))
        throw error;
    return { reason: error.message, likelyCauses: causesOfNoResponse(error, timeoutCauses) };
}
async function pause(ms, clock, interruption) {
    let stop = () => undefined;
    const aborted = new Promise((resolve) => {
        stop = resolve;
    });
    interruption.addEventListener('abort', stop, { once: true });
    try {
        await Promise.race([clock.sleep(ms), aborted]);
    }
    finally {
        interruption.removeEventListener('abort', stop);
    }
}

;// CONCATENATED MODULE: ./src/langfuse/health.ts






const HEALTH_PATH = '/api/public/health';
const READY_PATH = '/api/public/ready';
/**
 * Waits until Langfuse is healthy, ready, and has the expected version. Old tasks respond during a rolling update.
 *
 * @param expected `3.225.11` or `3`; undefined allows any version
 * @throws VerificationFailed, VerificationCancelled
 */
async function waitUntilHealthy(langfuse, expected, pollOptions) {
    let other;
    const result = await poll(async () => {
        const health = await checkHealth(langfuse);
        other = undefined;
        if (!('value' in health) || expected === undefined || matchesVersion(health.value, expected))
            return health;
        other = health.value;
        return { reason: `Langfuse answers as ${health.value}, not yet as ${expected}`, likelyCauses: ['web'] };
    }, pollOptions, ['address', 'web']);
    if ('value' in result)
        return { version: result.value, ms: result.ms };
    const { address } = langfuse;
    const seconds = Math.round(pollOptions.limitMs / 1000);
    if (other !== undefined) {
        const message = `Langfuse at ${address} still answers as ${other} after ${seconds} s; the pinned version is ${expected ?? ''}`;
        throw new VerificationFailed('version', ['web'], message);
    }
    const message = `Langfuse at ${address} was not ready within ${seconds} s: ${result.reason}`;
    throw new VerificationFailed('health', result.likelyCauses, message);
}
async function checkHealth(langfuse) {
    const health = await langfuse.request('GET', `${HEALTH_PATH}?failIfDatabaseUnavailable=true`);
    rejectRedirect(health, langfuse);
    const version = (0,json/* nonEmptyTextAt */.Zj)((0,json/* parseObject */.lj)(health.body), 'version');
    if (health.status !== 200 || (0,html/* isHtml */._)(health.contentType, health.body) || version === undefined)
        return unhealthy(HEALTH_PATH, health);
    const ready = await langfuse.request('GET', READY_PATH);
    if (ready.status !== 200 || (0,html/* isHtml */._)(ready.contentType, ready.body))
        return unhealthy(READY_PATH, ready);
    return { value: version };
}
function unhealthy(path, response) {
    const reason = `${path} ${client_describeResponse(response)}`;
    if ((0,html/* isHtml */._)(response.contentType, response.body))
        return { reason, likelyCauses: ['address', 'web'] };
    if (response.status === 200 || response.status === 404)
        return { reason, likelyCauses: ['address'] };
    return { reason, likelyCauses: causesOf(responseMessage(response), ['web']) };
}
/** API keys must not be sent to another address. */
function rejectRedirect({ status, location }, { address }) {
    if (location === undefined || status < 300 || status >= 400)
        return;
    const target = URL.canParse(location, address) ? new URL(location, address) : undefined;
    const path = target?.pathname.endsWith(HEALTH_PATH)
        ? target.pathname.slice(0, -HEALTH_PATH.length)
        : undefined;
    const advice = target === undefined || path === undefined
        ? 'Check for a proxy or login page in front of Langfuse'
        : `Set the input url to ${target.origin}${path}`;
    const destination = target === undefined ? 'an invalid address' : target.origin + target.pathname;
    throw new VerificationFailed('health', ['address'], `${address}${HEALTH_PATH} answered ${status}, a redirect to ${destination}. ${advice}`);
}
/** `3.225.11` matches `3.225` and `v3`. */
function matchesVersion(version, expected) {
    const [actual = '', prefix = ''] = [version, expected].map((text) => text.replace(/^v/, ''));
    return actual === prefix || actual.startsWith(`${prefix}.`);
}
/** Whether an image tag is a version or its prefix, unlike `latest`. */
const isVersionTag = (tag) => /^v?\d+(?:\.\d+)*(?:-[\w.-]+)?$/.test(tag);

// EXTERNAL MODULE: ./src/http/retry-policies.ts
var retry_policies = __webpack_require__(23421);
;// CONCATENATED MODULE: ./src/langfuse/trace.ts








const TRACE_NAME = 'langfuse-deploy verify';
/** An unknown model, so that Langfuse calculates no cost. */
const MODEL = 'langfuse-deploy-verify';
const USAGE = { input: 7, output: 5, total: 12 };
/** The web container stores the trace in S3, then queues it in Redis. */
const SEND_COMPONENTS = ['S3', 'Redis', 'web'];
const TIMEOUT_COMPONENTS = ['Redis', 'S3', 'web'];
const OTLP_PATH = '/api/public/otel/v1/traces';
/** `random` has 24 bytes. */
function createTrace(random, startedAt) {
    const hex = random.toString('hex');
    return { traceId: hex.slice(0, 32), spanId: hex.slice(32, 48), nonce: hex.slice(0, 12), startedAt };
}
/** Converts a trace to OTLP/JSON (https://langfuse.com/integrations/native/opentelemetry). */
function toOtlp({ traceId, spanId, nonce, startedAt }) {
    const startNs = BigInt(startedAt.getTime()) * 1000000n;
    const span = {
        traceId,
        spanId,
        name: TRACE_NAME,
        kind: 1,
        startTimeUnixNano: String(startNs),
        endTimeUnixNano: String(startNs + 250000000n),
        attributes: attributes({
            'langfuse.trace.name': TRACE_NAME,
            'langfuse.observation.type': 'generation',
            'langfuse.observation.model.name': MODEL,
            'langfuse.observation.input': JSON.stringify([{ role: 'user', content: `ping ${nonce}` }]),
            'langfuse.observation.output': JSON.stringify({ role: 'assistant', content: `pong ${nonce}` }),
            'langfuse.observation.usage_details': JSON.stringify(USAGE),
        }),
    };
    const resource = { attributes: attributes({ 'service.name': 'langfuse-deploy' }) };
    return {
        resourceSpans: [{ resource, scopeSpans: [{ scope: { name: 'langfuse-deploy' }, spans: [span] }] }],
    };
}
const attributes = (values) => Object.entries(values).map(([key, stringValue]) => ({ key, value: { stringValue } }));
/**
 * Sends a trace. Langfuse's response only confirms that it was queued.
 *
 * @throws VerificationFailed, VerificationCancelled
 */
async function sendTrace(langfuse, trace, { version, pollOptions }) {
    const content = {
        body: JSON.stringify(toOtlp(trace)),
        // Without this header, v4 may take ten minutes to show a trace.
        headers: Number.parseInt(version) >= 4 ? { 'x-langfuse-ingestion-version': '4' } : {},
    };
    const result = await poll(async () => {
        const response = await langfuse.request('POST', OTLP_PATH, content);
        if (response.status >= 500 || response.status === 429)
            return {
                reason: `${OTLP_PATH} ${client_describeResponse(response)}`,
                likelyCauses: causesOf(responseMessage(response), SEND_COMPONENTS),
            };
        rejectErrors(response, version);
        return { value: undefined };
    }, pollOptions, TIMEOUT_COMPONENTS);
    if ('value' in result)
        return;
    throw new TraceUnconfirmed('send', result.likelyCauses, `Langfuse could not accept a trace: ${result.reason}`);
}
function rejectErrors(response, version) {
    const { status } = response;
    if (status === 401 || status === 403)
        throw new VerificationFailed('keys', ['keys'], `Langfuse rejected the API keys: ${client_describeResponse(response)}`);
    if (status === 404) {
        const message = `${OTLP_PATH} answered 404: Langfuse ${version} has no OpenTelemetry endpoint. The minimum version is 3.22`;
        throw new VerificationFailed('send', ['web', 'address'], message);
    }
    // An OTLP response may be empty.
    const body = response.body === '' ? {} : (0,json/* parseObject */.lj)(response.body);
    if (status < 200 || status >= 300 || body === undefined)
        throw new VerificationFailed('send', ['web'], `${OTLP_PATH} ${client_describeResponse(response)}`);
    const errors = errorsIn(body);
    if (errors.length === 0)
        return;
    const message = `${OTLP_PATH} answered ${status}, but rejected the trace: ${errors.join('; ')}`;
    throw new VerificationFailed('send', causesOf(message, SEND_COMPONENTS), message);
}
/** Returns Langfuse's `errors` and OTLP's `partialSuccess`. */
function errorsIn(body) {
    const errors = (0,json/* recordsIn */.Q0)(body['errors']).map((error) => {
        const messages = [(0,json/* nonEmptyTextAt */.Zj)(error, 'message'), (0,json/* nonEmptyTextAt */.Zj)(error, 'error')].filter((text) => text !== undefined);
        const status = typeof error['status'] === 'number' ? `${error['status']} ` : '';
        return (0,sanitize/* toPrintableLine */.Ld)(`${status}${messages.join(', ') || 'no reason given'}`);
    });
    const partial = (0,json/* isRecord */.u4)(body['partialSuccess']) ? body['partialSuccess'] : {};
    const rejected = Number(partial['rejectedSpans'] ?? 0);
    if (rejected === 0)
        return errors;
    return [
        ...errors,
        (0,sanitize/* toPrintableLine */.Ld)((0,json/* nonEmptyTextAt */.Zj)(partial, 'errorMessage') ?? `${rejected} span was rejected`),
    ];
}
/** Attempts to delete the trace, each of up to ten seconds. A web container that has just started answers slowly. */
const DELETION = { maxAttempts: 3, baseDelayMs: 1000, maxDelayMs: 2000, minShare: 0.5 };
/**
 * Deletes the trace. Langfuse confirms only that the deletion is queued.
 *
 * @param interruption after it, there is one attempt
 * @returns the error message if all attempts failed
 */
async function removeTrace(langfuse, { traceId }, { clock, interruption, }) {
    for (let attempt = 1;; attempt++) {
        const failure = await requestDeletion(langfuse, traceId);
        const isLast = attempt >= DELETION.maxAttempts || interruption.aborted;
        if (failure === undefined || !failure.isTransient || isLast)
            return failure?.message;
        await clock.sleep(backoffMs(DELETION, attempt, clock));
    }
}
async function requestDeletion(langfuse, traceId) {
    try {
        const response = await langfuse.request('DELETE', `/api/public/traces/${traceId}`);
        if (response.status >= 200 && response.status < 300)
            return undefined;
        return { message: describeResponse(response), isTransient: isTransientStatus(response.status) };
    }
    catch (error) {
        if (!(error instanceof NoResponse))
            throw error;
        return { message: error.message, isTransient: true };
    }
}

;// CONCATENATED MODULE: ./src/langfuse/read-trace.ts






const WRITE_COMPONENTS = ['worker', 'ClickHouse', 'S3', 'Redis'];
const READ_COMPONENTS = ['ClickHouse', 'web'];
const CLOCK_SKEW_MS = 600_000;
/**
 * Waits until the complete trace can be read.
 *
 * @returns duration in milliseconds
 * @throws VerificationFailed, VerificationCancelled
 */
async function waitUntilReadable(langfuse, trace, { version, pollOptions }) {
    let api = Number.parseInt(version) >= 4 ? 'observations' : 'trace';
    const result = await poll(async () => {
        const response = await langfuse.request('GET', pathFor(trace, api));
        const other = alternativeApi(response);
        if (other !== undefined && other !== api) {
            api = other;
            return checkTrace(await langfuse.request('GET', pathFor(trace, api)), trace, api);
        }
        return checkTrace(response, trace, api);
    }, pollOptions, READ_COMPONENTS);
    if ('value' in result)
        return result.ms;
    const seconds = Math.round(pollOptions.limitMs / 1000);
    throw new TraceUnconfirmed('read', result.likelyCauses, `Langfuse accepted the trace ${trace.traceId}, but ${result.reason} after ${seconds} s`);
}
function pathFor({ traceId, startedAt }, api) {
    if (api === 'trace')
        return `/api/public/traces/${traceId}`;
    const query = new URLSearchParams({
        traceId,
        fields: 'core,basic,io,model,usage',
        fromStartTime: new Date(startedAt.getTime() - CLOCK_SKEW_MS).toISOString(),
    });
    return `/api/public/v2/observations?${query.toString()}`;
}
function alternativeApi(response) {
    if (response.status !== 404)
        return undefined;
    const message = responseMessage(response);
    if (/events_only mode/.test(message))
        return 'observations';
    return /only available in a Langfuse v4 write mode/.test(message) ? 'trace' : undefined;
}
function checkTrace(response, trace, api) {
    if (response.status === 404)
        return { reason: 'it cannot be found', likelyCauses: WRITE_COMPONENTS };
    const body = (0,json/* parseObject */.lj)(response.body);
    if (response.status !== 200 || body === undefined)
        return {
            reason: `it cannot be read (the API ${client_describeResponse(response)})`,
            likelyCauses: causesOf(responseMessage(response), READ_COMPONENTS),
        };
    const observations = (0,json/* recordsIn */.Q0)(api === 'trace' ? body['observations'] : body['data']);
    const generation = observations.find(({ id }) => id === trace.spanId);
    if (generation === undefined) {
        const reason = api === 'trace' ? 'it lacks its generation' : 'it cannot be found';
        return { reason, likelyCauses: WRITE_COMPONENTS };
    }
    const missing = missingFields(generation, trace);
    if (missing.length === 0)
        return { value: true };
    return { reason: `it lacks its ${missing.join(', ')}`, likelyCauses: ['worker', 'S3'] };
}
function missingFields(generation, { nonce }) {
    const contains = (key, text) => JSON.stringify(generation[key] ?? '').includes(`${text} ${nonce}`);
    const usage = (0,json/* isRecord */.u4)(generation['usageDetails']) ? generation['usageDetails'] : {};
    const model = (0,json/* nonEmptyTextAt */.Zj)(generation, 'providedModelName') ?? (0,json/* nonEmptyTextAt */.Zj)(generation, 'model');
    const checks = {
        'type generation': generation['type'] === 'GENERATION',
        model: model === MODEL,
        input: contains('input', 'ping'),
        output: contains('output', 'pong'),
        'token usage': usage['input'] === USAGE.input && usage['output'] === USAGE.output,
    };
    return Object.entries(checks).flatMap(([name, isPresent]) => (isPresent ? [] : [name]));
}

// EXTERNAL MODULE: ./src/http/body.ts
var http_body = __webpack_require__(79662);
// EXTERNAL MODULE: ./src/http/error.ts
var http_error = __webpack_require__(24054);
;// CONCATENATED MODULE: ./src/langfuse/transport.ts




const IDLE_TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 4 * 1024 * 1024;
/** Returns a transport over the action's HTTP client, with its proxies and time limits. */
function createTransport({ http }, idleTimeoutMs = IDLE_TIMEOUT_MS) {
    return async ({ method, url, headers, body }) => {
        const request = {
            ...{ method, url, headers, redirect: 'manual', idleTimeoutMs },
            ...(body !== undefined && { body: Buffer.from(body) }),
        };
        try {
            const { response } = await http.send(request);
            const bytes = await (0,http_body/* readBody */.x)(response, request, MAX_RESPONSE_BYTES);
            return {
                status: response.statusCode ?? 0,
                contentType: response.headers['content-type'] ?? '',
                location: response.headers.location,
                body: bytes.toString(),
            };
        }
        catch (error) {
            if (!(error instanceof http_error/* HttpError */.j))
                throw error;
            const code = (0,http_error/* errorCode */.C)(error.cause);
            const message = code === '' ? error.message : `${error.message} (${code})`;
            throw new client_NoResponse(message, kindOf(error, code), { cause: error });
        }
    };
}
function kindOf({ details }, code) {
    if (details.idleMs !== undefined)
        return 'timeout';
    return retry_policies/* PERMANENT_NETWORK_ERRORS */.mB[code] === undefined ? 'connection' : 'address';
}

;// CONCATENATED MODULE: ./src/cli/rehearse/trace-load.ts







const HEALTH_LIMIT_MS = 10 * 60_000;
/** The clients of Langfuse repeat a failed export for about as long. */
const SEND_LIMIT_MS = 60_000;
const MAX_CONCURRENT_READS = 8;
/** Writes traces to a stack, and counts those that can be read back complete. */
class TraceLoad {
    project;
    version;
    runtime;
    constructor(project, version, runtime) {
        this.project = project;
        this.version = version;
        this.runtime = runtime;
    }
    /** @throws VerificationFailed if Langfuse does not become ready */
    static async open(keys, http, runtime) {
        const langfuse = new Langfuse(new URL(keys.url), createTransport({ http }));
        const { version } = await waitUntilHealthy(langfuse, undefined, pollOptions(HEALTH_LIMIT_MS, runtime));
        return new TraceLoad(langfuse.withKeys(keys), version, runtime);
    }
    /** Sends traces one after another, as a client that waits between them. */
    async write(count, pauseMs) {
        const traces = [];
        let rejected = 0;
        for (let sent = 0; sent < count; sent += 1) {
            const trace = createTrace((0,external_node_crypto_.randomBytes)(24), new Date(this.runtime.clock.wallClockMs()));
            const options = { version: this.version, pollOptions: pollOptions(SEND_LIMIT_MS, this.runtime) };
            const isAccepted = await succeeds(() => sendTrace(this.project, trace, options));
            if (isAccepted)
                traces.push(trace);
            else
                rejected += 1;
            await this.runtime.clock.sleep(pauseMs);
        }
        return { traces, rejected };
    }
    /** Counts the complete traces. @param limitMs how long to wait for those that are missing; 0 looks once */
    async count(traces, limitMs) {
        const { clock } = this.runtime;
        const end = clock.now() + limitMs;
        const waiting = [...traces];
        let readable = 0;
        const read = async () => {
            for (let trace = waiting.shift(); trace !== undefined; trace = waiting.shift()) {
                const options = pollOptions(Math.max(0, end - clock.now()), this.runtime);
                const { project, version } = this;
                const one = trace;
                if (await succeeds(() => waitUntilReadable(project, one, { version, pollOptions: options })))
                    readable += 1;
            }
        };
        await Promise.all(Array.from({ length: MAX_CONCURRENT_READS }, read));
        return readable;
    }
}
const pollOptions = (limitMs, { clock }) => ({
    clock,
    limitMs,
    interruption: new AbortController().signal,
    onWait: () => undefined,
});
/** @throws every other error than a failed verification */
async function succeeds(action) {
    try {
        await action();
        return true;
    }
    catch (error) {
        if (error instanceof VerificationFailed && error.step !== 'keys')
            return false;
        throw error;
    }
}

;// CONCATENATED MODULE: ./src/cli/rehearse/rehearse.ts
















const PAUSE_MS = 1000;
const READ_LIMIT_MS = 15 * 60_000;
const RESTORABLE_POLL_MS = 30_000;
/** Aurora can be restored to about five minutes ago. */
const MAX_RESTORABLE_POLLS = 60;
/** Rejects a stack that may have data of value. @throws InvalidArgument */
function requireRehearsalName(stack) {
    if (/(?:^|-)rehearsal(?:-|$)/.test(stack))
        return;
    throw new error/* InvalidArgument */.f0(`The name of the stack '${stack}' does not contain the word rehearsal. This command replaces and restores its databases, so it needs a stack without data of value.`);
}
/**
 * Loses and restores the data of a running throw-away stack: writes traces, replaces ClickHouse meanwhile, restores both
 * databases, replays the events, and counts the traces.
 *
 * @returns whether all traces are there
 */
async function rehearse(command, runtime) {
    requireRehearsalName(command.stack);
    const quiet = { ...runtime, print: runtime.progress };
    const proxy = runtime.proxyUrl;
    const http = new client/* HttpClient */.Q({ idleTimeoutMs: 10_000, ...(proxy && { proxyUrl: proxy }) });
    const rehearsal = new Rehearsal(command, http, quiet);
    try {
        await rehearsal.run();
    }
    finally {
        await http.close();
    }
    const cost = await hourlyCost(command.stack, runtime);
    const report = { stack: command.stack, steps: rehearsal.steps, cost };
    for (const line of rehearsalLines(report))
        runtime.print(line);
    if (command.file !== undefined)
        await (await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 51455, 23))).appendFile(command.file, `${renderRehearsal(report)}\n`);
    return isPassed(report);
}
class Rehearsal {
    command;
    http;
    runtime;
    steps = [];
    start;
    written = [];
    load;
    backup = '';
    constructor(command, http, runtime) {
        this.command = command;
        this.http = http;
        this.runtime = runtime;
        this.start = new Date(runtime.clock.wallClockMs());
    }
    /** Ends at the first step that fails. */
    run() {
        return this.inOrder([
            ['Write traces', () => this.write()],
            ['Back up ClickHouse', () => this.backUp()],
            ['Replace ClickHouse while traces are written', () => this.replaceUnderLoad()],
            ['Restore PostgreSQL', () => this.restorePostgres()],
            ['Restore ClickHouse', () => this.restoreClickHouse()],
            ['Replay the events', () => this.replay()],
        ]);
    }
    async inOrder(steps) {
        const { clock, progress } = this.runtime;
        for (const [name, action] of steps) {
            progress(`Rehearsal: ${name}`);
            const startMs = clock.now();
            const result = await action().catch((error) => failed((0,sanitize/* errorMessage */.gJ)(error)));
            this.steps.push({ name, seconds: (clock.now() - startMs) / 1000, ...result });
            if (!result.isPassed)
                return;
        }
    }
    async write() {
        const { stack, traces } = this.command;
        this.load = await TraceLoad.open(await (0,keys/* readKeys */.x)(stack, this.runtime), this.http, this.runtime);
        this.written.push(await this.load.write(traces, 0));
        return this.count(READ_LIMIT_MS);
    }
    async backUp() {
        this.backup = (await (0,backups.createBackup)(this.command.stack, this.runtime)) ?? '';
        return this.backup === '' ? failed('the task printed no backup') : passed(this.backup);
    }
    async replaceUnderLoad() {
        const { stack, traces } = this.command;
        const [during] = await Promise.all([
            this.load?.write(traces, PAUSE_MS),
            new services/* Services */.x(stack, this.runtime).restart(['clickhouse']),
        ]);
        if (during !== undefined)
            this.written.push(during);
        return this.count(READ_LIMIT_MS);
    }
    /** To the newest time after the first traces. The size tiny has no Aurora. */
    async restorePostgres() {
        const { stack } = this.command;
        const names = (0,cli_names/* stackNames */.z)(stack);
        const { network } = await new ecs/* Cluster */.d(names.cluster, this.runtime.aws).service(names.service('worker'));
        if (network.awsvpcConfiguration === undefined)
            return passed('not applicable: the size tiny has no Aurora');
        for (let polls = 0; polls < MAX_RESTORABLE_POLLS; polls += 1) {
            const names = (0,postgres_step/* restoreNames */.NF)((0,cli_names/* stackNames */.z)(stack).postgres, this.start);
            const range = await new rds/* RestorableCluster */.w(this.runtime.aws, names, this.start).restorable();
            if (range === undefined || range.latest >= this.start) {
                const time = range?.latest ?? this.start;
                await (0,postgres.restorePostgres)({ stack, time }, this.runtime);
                return passed(`to ${time.toISOString()}`);
            }
            await this.runtime.clock.sleep(RESTORABLE_POLL_MS);
        }
        return failed(`RDS offers no time after ${this.start.toISOString()}`);
    }
    async restoreClickHouse() {
        await (0,clickhouse.restoreClickHouse)({ stack: this.command.stack, backup: this.backup }, this.runtime);
        const { result } = await this.count(0);
        return passed(`${result}; those after the backup are missing until the replay`);
    }
    async replay() {
        const to = new Date(this.runtime.clock.wallClockMs() + 60_000);
        await (0,replay.replay)({ stack: this.command.stack, from: this.start, to, dryRun: false }, this.runtime);
        return this.count(READ_LIMIT_MS);
    }
    /** Passes if all traces that were written can be read. */
    async count(limitMs) {
        const accepted = this.written.flatMap(({ traces }) => traces);
        const rejected = this.written.reduce((total, one) => total + one.rejected, 0);
        const readable = (await this.load?.count(accepted, limitMs)) ?? 0;
        const more = rejected === 0 ? '' : `; ${rejected} more were not accepted`;
        return {
            result: `${readable} of ${accepted.length} traces readable${more}`,
            isPassed: readable === accepted.length && rejected === 0,
        };
    }
}
const passed = (result) => ({ result, isPassed: true });
const failed = (result) => ({ result, isPassed: false });


/***/ }),

/***/ 86021:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   replay: () => (/* binding */ replay)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(21789);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67720);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(82010);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(11728);





/** Queues the raw events that S3 received in a time range again. */
async function replay({ stack, from, to, dryRun }, runtime) {
    if (from >= to)
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .InvalidArgument */ .f0(`--from ${from.toISOString()} is not before --to ${to.toISOString()}.`);
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_3__/* .stackNames */ .z)(stack);
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_0__/* .Cluster */ .d(names.cluster, runtime.aws);
    const { taskDefinition, network } = await cluster.service(names.service('worker'));
    const program = await runtime.readProgram('replay');
    const args = { from: from.getTime(), to: to.getTime(), dryRun };
    const { calls } = await cluster.run({ taskDefinition, network, program, args });
    let result;
    await (0,_task_follow__WEBPACK_IMPORTED_MODULE_1__/* .followProgram */ .O)(calls, {
        clock: runtime.clock,
        onEvent: ({ kind, value }) => {
            if (kind === 'result')
                result = value;
            else
                runtime.progress(describeCounts(value, dryRun));
        },
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    if (result === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk('The replay ended without a count. Run the same command again: events that wait are not queued twice.');
    for (const line of summary(result, dryRun))
        runtime.print(line);
}
const countOf = (counts, name) => (0,_text_json__WEBPACK_IMPORTED_MODULE_4__/* .numberAt */ .tk)(counts, name) ?? 0;
function describeCounts(counts, dryRun) {
    const listed = `${countOf(counts, 'listed')} files listed, ${countOf(counts, 'inRange')} in the range`;
    return dryRun ? listed : `${listed}, ${countOf(counts, 'queued')} queued`;
}
function summary(counts, dryRun) {
    const [inRange, skipped] = [countOf(counts, 'inRange'), countOf(counts, 'skipped')];
    const other = skipped > 0 ? [`${skipped} files are no events and were skipped.`] : [];
    if (dryRun)
        return [`${inRange - skipped} events would be queued. Nothing was changed.`, ...other];
    const [waiting, retried] = [countOf(counts, 'waiting'), countOf(counts, 'retried')];
    return [
        `${countOf(counts, 'queued')} of ${inRange - skipped} events were queued; ${waiting} were waiting already, ${retried} had failed and were started again.`,
        ...other,
        'The worker processes them now. Events that ClickHouse already has are replaced, not doubled. See the depth of the queues: langfuse-deploy doctor',
    ];
}


/***/ }),

/***/ 32031:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreClickHouse: () => (/* binding */ restoreClickHouse)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(21789);
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _aws_ecs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67720);
/* harmony import */ var _backups_backup__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(72390);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(52836);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(82010);
/* harmony import */ var _query_table__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(48997);
/* harmony import */ var _services_data_store__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(15943);
/* harmony import */ var _services_services__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56143);
/* harmony import */ var _task_exclusive__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(92162);
/* harmony import */ var _task_follow__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(11728);











const POLL_MS = 5000;
/** Restores ClickHouse from a backup in S3. The previous data is kept as another database. */
async function restoreClickHouse({ stack, backup }, runtime) {
    if (!_backups_backup__WEBPACK_IMPORTED_MODULE_6__/* .BACKUP_NAME */ .RD.test(backup))
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .InvalidArgument */ .f0(`'${backup}' is not the name of a backup. List them: langfuse-deploy backups list`);
    if ((await (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .placementOf */ .x)('clickhouse', stack, runtime)) === 'external')
        throw (0,_services_data_store__WEBPACK_IMPORTED_MODULE_2__/* .notOwned */ .d)('clickhouse', stack, 'Restore it where it runs.');
    const names = (0,_names__WEBPACK_IMPORTED_MODULE_8__/* .stackNames */ .z)(stack);
    const bucket = names.backupBucket(await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(runtime.aws), runtime.aws.session.region);
    checkBackup(backup, await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .listBackups */ .C)(runtime.aws, bucket));
    const cluster = new _aws_ecs__WEBPACK_IMPORTED_MODULE_1__/* .Cluster */ .d(names.cluster, runtime.aws);
    const clickhouse = await cluster.service(names.service('clickhouse'));
    if (clickhouse.running === 0)
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailed */ .nk(`ClickHouse does not run. Nothing was changed. Find the reason: langfuse-deploy doctor --stack ${stack}`);
    let isComplete = true;
    await new _services_services__WEBPACK_IMPORTED_MODULE_3__/* .Services */ .x(stack, runtime).whileStopped(['web', 'worker'], { command: `restore clickhouse ${backup}`, canStart: () => isComplete }, () => runRestore({ stack, backup, setComplete: (value) => (isComplete = value) }, cluster, runtime));
    runtime.print('If a newer Langfuse was deployed after this backup, run its migrations: merge a pull request that adds `replace: module.langfuse.terraform_data.migration` to plan and apply.');
    runtime.print(`Next: replay the events since the backup: langfuse-deploy replay --stack ${stack} --from ${timeOf(backup)} --to ${new Date(runtime.clock.wallClockMs()).toISOString()}`);
}
const timeOf = (backup) => backup.replace(/^.*\/(.*)T(\d\d)-(\d\d)-(\d\d)Z$/, '$1T$2:$3:$4Z');
/** @throws CommandFailed if the backup, or the full backup that it needs, is missing */
function checkBackup(name, backups) {
    const newest = backups.at(-1);
    if (!backups.some((backup) => backup.name === name))
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailed */ .nk(`There is no complete backup ${name}. ${newest === undefined ? 'There are no backups.' : `The newest is ${newest.name}.`} List them: langfuse-deploy backups list`);
    if (name.startsWith('incremental/') && (0,_backups_backup__WEBPACK_IMPORTED_MODULE_6__/* .baseOf */ .bx)(name, backups) === undefined)
        throw new _error__WEBPACK_IMPORTED_MODULE_7__/* .CommandFailed */ .nk(`The full backup that ${name} needs has expired. Choose another: langfuse-deploy backups list`);
}
async function runRestore({ stack, backup, setComplete }, cluster, runtime) {
    const { taskDefinition, network } = await cluster.service((0,_names__WEBPACK_IMPORTED_MODULE_8__/* .stackNames */ .z)(stack).service('worker'));
    const args = { backup, pollMs: POLL_MS };
    const request = { name: 'restore-clickhouse', taskDefinition, network, args };
    const { calls } = await (0,_task_exclusive__WEBPACK_IMPORTED_MODULE_4__/* .runExclusive */ .O)(cluster, request, runtime);
    // Until the task says where the data is: it may end at any time.
    setComplete(false);
    const events = [];
    runtime.progress(`Restoring ${backup}`);
    await (0,_task_follow__WEBPACK_IMPORTED_MODULE_5__/* .followProgram */ .O)(calls, {
        clock: runtime.clock,
        onEvent: (event) => {
            events.push(event);
            if (event.kind === 'database')
                setComplete((0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(event.value, 'state') === 'previous');
        },
        onStatus: (status) => {
            runtime.progress(`Task ${status.toLowerCase()}`);
        },
    });
    const tables = events
        .filter(({ kind }) => kind === 'table')
        .map(({ value }) => ['name', 'restored', 'before'].map((key) => (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(value, key)));
    const previous = (0,_text_json__WEBPACK_IMPORTED_MODULE_9__/* .textAt */ .$6)(events.find(({ kind }) => kind === 'restored')?.value, 'previous') ?? '';
    for (const line of (0,_query_table__WEBPACK_IMPORTED_MODULE_10__/* .formatTable */ .k)(['table', 'rows restored', 'rows before'], tables))
        runtime.print(line);
    runtime.print(`Restored ${backup}. The previous data is the database ${previous}. Drop it when you no longer need it: langfuse-deploy query clickhouse 'DROP DATABASE ${previous} SYNC' --write`);
}


/***/ })

};

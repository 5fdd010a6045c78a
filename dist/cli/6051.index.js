export const id = 6051;
export const ids = [6051,5943];
export const modules = {

/***/ 45871:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ listBackups),
/* harmony export */   V: () => (/* binding */ readAccountId)
/* harmony export */ });
/* harmony import */ var _backups_backup__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72390);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52836);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(27725);



/**
 * Lists the complete backups, oldest first. Reads the bucket instead of ClickHouse, whose own list is on the volume that may be lost.
 *
 * @throws CommandFailed without the bucket
 */
async function listBackups(aws, bucket) {
    const { S3Client, paginateListObjectsV2 } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    const names = [];
    for (const kind of ['full', 'incremental']) {
        const query = { Bucket: bucket, Prefix: `${_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM}${kind}/`, Delimiter: '/' };
        const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NoSuchBucket'], 's3:ListBucket', async () => {
            const prefixes = [];
            for await (const page of paginateListObjectsV2({ client }, query))
                prefixes.push(...(page.CommonPrefixes?.map(({ Prefix = '' }) => Prefix) ?? []));
            return prefixes;
        });
        if (found === undefined)
            throw missingBucket(bucket);
        names.push(...found.map((prefix) => prefix.slice(_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM.length, -1)));
    }
    const backups = await Promise.all(names.filter((name) => _backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_NAME */ .RD.test(name)).map((name) => readBackup(aws, bucket, name)));
    return backups.filter((backup) => backup !== undefined).sort(_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .byTime */ .XL);
}
/** ClickHouse writes the file `.backup` last, so a backup without it is incomplete. */
async function readBackup(aws, bucket, name) {
    const { S3Client, HeadObjectCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(3711)]).then(__webpack_require__.t.bind(__webpack_require__, 53711, 19));
    const client = new S3Client(await aws.settings('S3'));
    const Key = `${_backups_backup__WEBPACK_IMPORTED_MODULE_1__/* .BACKUP_PREFIX */ .aM}${name}/.backup`;
    const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callUnless */ .rU)(['NotFound', 'NoSuchKey'], 's3:GetObject', () => client.send(new HeadObjectCommand({ Bucket: bucket, Key })));
    return found?.LastModified === undefined ? undefined : { name, completedAt: found.LastModified };
}
const missingBucket = (bucket) => new _error__WEBPACK_IMPORTED_MODULE_2__/* .CommandFailed */ .nk(`The bucket ${bucket} does not exist. Check --stack and --region; with an external ClickHouse, the stack makes no backups.`);
/** Returns the account ID of the credentials. */
async function readAccountId(aws) {
    const { STSClient, GetCallerIdentityCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(1695)]).then(__webpack_require__.t.bind(__webpack_require__, 71695, 19));
    const client = new STSClient(await aws.settings('STS'));
    const { Account = '' } = await (0,_connection__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .IY)('sts:GetCallerIdentity', () => client.send(new GetCallerIdentityCommand({})));
    return Account;
}


/***/ }),

/***/ 95280:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ readStackShape)
/* harmony export */ });
/* harmony import */ var _cost_shape__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(46960);
/* harmony import */ var _names__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(82010);
/* harmony import */ var _connection__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(27725);



/** Custom metrics: disk, backups and dropped rows. */
const METRICS = 3;
/** Reads the parts of a running stack that have a fixed price. */
async function readStackShape({ stack, components }, aws) {
    const [tasks, machines, databases, caches, secrets, alarms] = await Promise.all([
        readTasks({ stack, components }, aws),
        readMachines(stack, aws),
        readDatabases(stack, aws),
        readCaches(stack, aws),
        countSecrets(stack, aws),
        countAlarms(stack, aws),
    ]);
    return {
        ..._cost_shape__WEBPACK_IMPORTED_MODULE_0__/* .EMPTY_SHAPE */ .OY,
        ...machines,
        tasks,
        databases: databases.map(({ acus, instances }) => ({ name: 'Aurora', acus, instances })),
        caches,
        // Only tasks with network interfaces of their own find ClickHouse by name.
        privateZones: components.includes('clickhouse') && tasks.length > 0 ? 1 : 0,
        // Aurora's master password is a secret of RDS.
        secrets: secrets + databases.length,
        alarms,
        metrics: METRICS,
    };
}
/** Services on Fargate. Those on the stack's own instances have no price. */
async function readTasks({ stack, components }, aws) {
    const ecs = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(212)]).then(__webpack_require__.t.bind(__webpack_require__, 80212, 19));
    const client = new ecs.ECSClient(await aws.settings('ECS'));
    const names = components.map((component) => (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).service(component));
    const { services = [] } = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ecs:DescribeServices', () => client.send(new ecs.DescribeServicesCommand({ cluster: (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).cluster, services: names })));
    return Promise.all(services
        .filter(({ launchType }) => launchType === 'FARGATE')
        .map(async ({ serviceName = '', taskDefinition, desiredCount = 0 }) => {
        const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ecs:DescribeTaskDefinition', () => client.send(new ecs.DescribeTaskDefinitionCommand({ taskDefinition })));
        const { cpu, memory } = found.taskDefinition ?? {};
        return { name: serviceName, cpuUnits: Number(cpu), memoryMib: Number(memory), count: desiredCount };
    }));
}
async function readMachines(stack, aws) {
    const ec2 = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const client = new ec2.EC2Client(await aws.settings('EC2'));
    const tag = { Name: 'tag:stack', Values: [stack] };
    const running = { Name: 'instance-state-name', Values: ['pending', 'running'] };
    const { Reservations = [] } = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ec2:DescribeInstances', () => client.send(new ec2.DescribeInstancesCommand({ Filters: [tag, running] })));
    const { Volumes = [] } = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ec2:DescribeVolumes', () => client.send(new ec2.DescribeVolumesCommand({ Filters: [tag] })));
    const { NatGateways = [] } = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ec2:DescribeNatGateways', () => client.send(new ec2.DescribeNatGatewaysCommand({
        Filter: [tag, { Name: 'state', Values: ['pending', 'available'] }],
    })));
    const balancer = await readLoadBalancer(stack, client);
    const instances = Reservations.flatMap(({ Instances = [] }) => Instances);
    const addresses = NatGateways.flatMap(({ NatGatewayAddresses = [] }) => NatGatewayAddresses);
    return {
        instances: instances.map(({ InstanceType = '' }) => ({ name: 'EC2', type: InstanceType, count: 1 })),
        volumes: Volumes.map(({ Size = 0, Iops = _cost_shape__WEBPACK_IMPORTED_MODULE_0__/* .INCLUDED_IOPS */ .lF, Throughput = _cost_shape__WEBPACK_IMPORTED_MODULE_0__/* .INCLUDED_THROUGHPUT */ .Ib }) => ({
            name: 'Volume',
            gib: Size,
            iops: Iops,
            throughput: Throughput,
        })),
        loadBalancers: balancer.count,
        natGateways: NatGateways.length,
        ipv4Addresses: addresses.length +
            balancer.addresses +
            instances.filter(({ PublicIpAddress }) => PublicIpAddress !== undefined).length,
    };
}
/** A load balancer has a network interface in each zone, whose description names it. */
async function readLoadBalancer(stack, client) {
    const { DescribeNetworkInterfacesCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(5193)]).then(__webpack_require__.t.bind(__webpack_require__, 35193, 19));
    const name = { Name: 'description', Values: [`ELB app/${stack}/*`] };
    const { NetworkInterfaces = [] } = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('ec2:DescribeNetworkInterfaces', () => client.send(new DescribeNetworkInterfacesCommand({ Filters: [name] })));
    const isPublic = NetworkInterfaces.filter(({ Association }) => Association?.PublicIp !== undefined);
    return { count: NetworkInterfaces.length > 0 ? 1 : 0, addresses: isPublic.length };
}
async function readDatabases(stack, aws) {
    const { RDSClient, DescribeDBClustersCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(7202)]).then(__webpack_require__.t.bind(__webpack_require__, 57202, 19));
    const client = new RDSClient(await aws.settings('RDS'));
    const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callUnless */ .rU)(['DBClusterNotFoundFault'], 'rds:DescribeDBClusters', () => client.send(new DescribeDBClustersCommand({ DBClusterIdentifier: (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).postgres })));
    return (found?.DBClusters ?? []).map(({ ServerlessV2ScalingConfiguration, DBClusterMembers = [] }) => ({
        acus: ServerlessV2ScalingConfiguration?.MinCapacity ?? 0,
        instances: DBClusterMembers.length,
    }));
}
async function readCaches(stack, aws) {
    const { ElastiCacheClient, DescribeReplicationGroupsCommand } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4827)]).then(__webpack_require__.t.bind(__webpack_require__, 34827, 19));
    const client = new ElastiCacheClient(await aws.settings('ELASTICACHE'));
    const found = await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callUnless */ .rU)(['ReplicationGroupNotFoundFault'], 'elasticache:DescribeReplicationGroups', () => client.send(new DescribeReplicationGroupsCommand({ ReplicationGroupId: (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).valkey })));
    return (found?.ReplicationGroups ?? []).map(({ CacheNodeType = '', MemberClusters = [] }) => ({
        name: 'Valkey',
        type: CacheNodeType,
        count: MemberClusters.length,
    }));
}
async function countSecrets(stack, aws) {
    const { SecretsManagerClient, paginateListSecrets } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(2994)]).then(__webpack_require__.t.bind(__webpack_require__, 12994, 19));
    const client = new SecretsManagerClient(await aws.settings('SECRETS_MANAGER'));
    const prefix = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).secret('');
    let count = 0;
    await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('secretsmanager:ListSecrets', async () => {
        const Filters = [{ Key: 'name', Values: [prefix] }];
        for await (const { SecretList = [] } of paginateListSecrets({ client }, { Filters }))
            count += SecretList.length;
    });
    return count;
}
async function countAlarms(stack, aws) {
    const { CloudWatchClient, paginateDescribeAlarms } = await Promise.all(/* import() */[__webpack_require__.e(1279), __webpack_require__.e(5861), __webpack_require__.e(4085)]).then(__webpack_require__.t.bind(__webpack_require__, 44085, 19));
    const client = new CloudWatchClient(await aws.settings('CLOUDWATCH'));
    let count = 0;
    await (0,_connection__WEBPACK_IMPORTED_MODULE_1__/* .callAws */ .IY)('cloudwatch:DescribeAlarms', async () => {
        const AlarmNamePrefix = (0,_names__WEBPACK_IMPORTED_MODULE_2__/* .stackNames */ .z)(stack).alarmPrefix;
        for await (const { MetricAlarms = [] } of paginateDescribeAlarms({ client }, { AlarmNamePrefix }))
            count += MetricAlarms.length;
    });
    return count;
}


/***/ }),

/***/ 72390:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RD: () => (/* binding */ BACKUP_NAME),
/* harmony export */   XL: () => (/* binding */ byTime),
/* harmony export */   aM: () => (/* binding */ BACKUP_PREFIX),
/* harmony export */   bx: () => (/* binding */ baseOf)
/* harmony export */ });
/** Prefix of backups in the bucket, as in terraform/modules/langfuse/s3-backups.tf. */
const BACKUP_PREFIX = 'clickhouse/';
const BACKUP_NAME = /^(?:full|incremental)\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ$/;
/** Returns when a backup started, which is its name. */
function backupTime(name) {
    const [, date = '', hour = '', minute = '', second = ''] = /(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z$/.exec(name) ?? [];
    return new Date(`${date}T${hour}:${minute}:${second}Z`);
}
/** Oldest first. */
const byTime = (a, b) => backupTime(a.name).getTime() - backupTime(b.name).getTime();
/** Returns the full backup that an incremental one was made from: the newest that is older. Undefined if it has expired. */
function baseOf(name, backups) {
    if (!name.startsWith('incremental/'))
        return undefined;
    const full = backups.filter((backup) => backup.name.startsWith('full/') && backupTime(backup.name) < backupTime(name));
    return full.sort(byTime).at(-1);
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

/***/ 6117:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _e: () => (/* binding */ FastAgent),
/* harmony export */   aA: () => (/* binding */ readIntoSharedBuffer),
/* harmony export */   w4: () => (/* binding */ hostOf)
/* harmony export */ });
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37067);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_http__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(77030);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__webpack_require__.n(node_net__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _prepared_sockets__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21956);



// A larger buffer saves no CPU time.
const READ_BUFFER_BYTES = 64 * 1024;
/** Returns socket options to read into one buffer instead of one for each read. The HTTP parser copies the data. */
function readIntoSharedBuffer(sink) {
    return {
        onread: {
            buffer: Buffer.allocUnsafeSlow(READ_BUFFER_BYTES),
            callback: (bytesRead, buffer) => {
                sink().emit('data', Buffer.from(buffer.buffer, buffer.byteOffset, bytesRead));
                return true;
            },
        },
    };
}
const hostOf = ({ hostname }) => hostname.replace(/^\[|\]$/g, '');
/** HTTP agent with one read buffer for each socket. */
class FastAgent extends (node_http__WEBPACK_IMPORTED_MODULE_0___default().Agent) {
    settings;
    prepared = new _prepared_sockets__WEBPACK_IMPORTED_MODULE_2__/* .PreparedSockets */ .o();
    constructor(settings) {
        super(settings);
        this.settings = settings;
    }
    createConnection(options) {
        return this.prepared.take(options) ?? connect(options);
    }
    prepare(url, count) {
        const options = { ...this.settings, host: hostOf(url), port: Number(url.port || 80) };
        this.prepared.open(options, count, () => connect(options));
    }
    destroy() {
        this.prepared.destroy();
        super.destroy();
    }
}
function connect(options) {
    const socket = node_net__WEBPACK_IMPORTED_MODULE_1___default().connect({ ...options, ...readIntoSharedBuffer(() => socket) });
    return socket;
}


/***/ }),

/***/ 64726:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ encodeBasicCredentials)
/* harmony export */ });
/** Encodes the credentials of basic authentication (RFC 7617 §2): the Base64 form after `Basic `. */
const encodeBasicCredentials = (user, password) => Buffer.from(`${user}:${password}`).toString('base64');


/***/ }),

/***/ 79662:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   x: () => (/* binding */ readBody)
/* harmony export */ });
/* unused harmony export readChunks */
/* harmony import */ var _network_error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40137);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64212);
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24054);
/* harmony import */ var _throughput__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(30820);




/**
 * Reads a whole response body.
 *
 * @param limit in bytes
 * @throws HttpError
 */
async function readBody(response, request, limit) {
    const chunks = [];
    let length = 0;
    const announced = Number(response.headers['content-length'] ?? 0);
    try {
        for await (const chunk of readChunks(response)) {
            length += chunk.length;
            if (Math.max(length, announced) > limit)
                throw bodyTooLong(request, Math.max(length, announced), limit);
            chunks.push(chunk);
        }
    }
    catch (error) {
        response.destroy();
        throw (0,_network_error__WEBPACK_IMPORTED_MODULE_0__/* .networkError */ .x)(request, error);
    }
    return Buffer.concat(chunks);
}
/**
 * Yields the chunks of a response.
 *
 * @throws SlowBody below the lowest throughput
 */
async function* readChunks(response, now = () => performance.now()) {
    const guard = new _throughput__WEBPACK_IMPORTED_MODULE_2__/* .ThroughputGuard */ .G();
    let waitingSinceMs = now();
    for await (const chunk of response) {
        if (!Buffer.isBuffer(chunk))
            continue;
        guard.add(now() - waitingSinceMs, chunk.length);
        yield chunk;
        waitingSinceMs = now();
    }
}
function bodyTooLong({ method, url }, length, limit) {
    const message = `the response has ${length} bytes or more; the limit is ${limit} bytes`;
    return new _error__WEBPACK_IMPORTED_MODULE_1__/* .HttpError */ .j({ method, url, message: (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .toPrintableLine */ .Ld)(message), transient: false });
}


/***/ }),

/***/ 93843:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q: () => (/* binding */ HttpClient),
  a: () => (/* binding */ REDIRECT_STATUSES)
});

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
var external_node_http_default = /*#__PURE__*/__webpack_require__.n(external_node_http_);
// EXTERNAL MODULE: ./src/http/network-error.ts
var network_error = __webpack_require__(40137);
// EXTERNAL MODULE: ./src/text/url.ts
var text_url = __webpack_require__(80114);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: ./src/http/agent.ts
var agent = __webpack_require__(6117);
;// CONCATENATED MODULE: ./src/http/agents.ts


/** Agents by protocol and proxy, each loaded when it is needed. */
class Agents {
    settings;
    direct = new Map();
    proxied = new Map();
    /** Aborts pending CONNECT requests to a proxy. */
    closing = new AbortController();
    constructor(settings) {
        this.settings = settings;
        (0,external_node_events_.setMaxListeners)(0, this.closing.signal);
    }
    /** Returns the agent for requests to a URL. */
    async for(url, proxy) {
        if (proxy === undefined)
            return this.directFor(url);
        const key = `${url.protocol} ${proxy}`;
        const agent = this.proxied.get(key) ?? this.openProxied(proxy);
        this.proxied.set(key, agent);
        return agent;
    }
    /** Opens connections without a proxy until `count` are unused. */
    async prepare(url, count) {
        const agent = await this.directFor(url);
        if (!this.closing.signal.aborted)
            agent.prepare(url, count);
    }
    async destroy() {
        this.closing.abort();
        for (const agent of [...this.direct.values(), ...this.proxied.values()])
            (await agent).destroy();
    }
    directFor({ protocol }) {
        const agent = this.direct.get(protocol) ?? this.openDirect(protocol);
        this.direct.set(protocol, agent);
        return agent;
    }
    async openDirect(protocol) {
        if (protocol === 'http:')
            return new agent/* FastAgent */._e(this.options);
        const { FastTlsAgent } = await __webpack_require__.e(/* import() */ 2641).then(__webpack_require__.bind(__webpack_require__, 62641));
        return new FastTlsAgent(this.options);
    }
    async openProxied(proxy) {
        const { HttpsProxyAgent } = await Promise.all(/* import() */[__webpack_require__.e(2830), __webpack_require__.e(7659)]).then(__webpack_require__.bind(__webpack_require__, 57659));
        return new HttpsProxyAgent(proxy, { ...this.options, signal: this.closing.signal });
    }
    get options() {
        const { lookup, ca } = this.settings;
        return { keepAlive: true, ...(lookup && { lookup }), ...(ca !== undefined && { ca }) };
    }
}

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./src/http/response-head.ts
/** Longer heads are left to Node's parser, which has a limit of its own. */
const MAX_HEAD_BYTES = 16 * 1024;
/** Headers of which Node uses the first (`http.IncomingMessage`, "message.headers"); others are joined. */
const SINGLE_HEADERS = ['content-type', 'location', 'retry-after'];
/**
 * Parses the head of a response to GET.
 *
 * @returns 'incomplete' if more bytes are needed; 'unsupported' for what Node's parser must read: bodies without a
 *   Content-Length, HTTP/1.0, and everything that is unusual
 */
function parseHead(bytes) {
    const end = bytes.indexOf('\r\n\r\n');
    if (end < 0 || end > MAX_HEAD_BYTES)
        return bytes.length > MAX_HEAD_BYTES ? 'unsupported' : 'incomplete';
    const [status = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
    const statusCode = Number(/^HTTP\/1\.1 ([1-5]\d\d)(?: |$)/.exec(status)?.[1] ?? 0);
    const headers = parseHeaders(lines);
    if (statusCode === 0 || statusCode === 101 || headers === undefined)
        return 'unsupported';
    const headBytes = end + 4;
    if (statusCode < 200) {
        // An interim response, such as 103 Early Hints.
        const next = parseHead(bytes.subarray(headBytes));
        return typeof next === 'string' ? next : { ...next, headBytes: headBytes + next.headBytes };
    }
    const bodyBytes = statusCode === 204 || statusCode === 304 ? 0 : contentLength(headers);
    if (bodyBytes === undefined)
        return 'unsupported';
    const keepsAlive = !/\bclose\b/i.test(headers.connection ?? '');
    return { statusCode, headers, bodyBytes, keepsAlive, headBytes };
}
function parseHeaders(lines) {
    const headers = {};
    for (const line of lines) {
        // Also refuses folded lines and white space before the colon (RFC 9112 §5.1, §5.2).
        const match = /^([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*([^\r\n\0]*?)[ \t]*$/.exec(line);
        if (match === null)
            return undefined;
        const [, field = '', value = ''] = match;
        const name = field.toLowerCase();
        const earlier = headers[name];
        if (earlier === undefined)
            headers[name] = value;
        else if (!SINGLE_HEADERS.includes(name))
            headers[name] = `${earlier}, ${value}`;
    }
    return headers;
}
/** Two values are joined by a comma, and refused (RFC 9112 §6.3). */
function contentLength(headers) {
    const value = headers['content-length'];
    if (headers['transfer-encoding'] !== undefined || value === undefined || !/^\d{1,15}$/.test(value))
        return undefined;
    return Number(value);
}

;// CONCATENATED MODULE: ./src/http/slabs.ts
/** Bytes that fit in a slab. Larger slabs save no CPU time. */
const SLAB_BYTES = 256 * 1024;
/** Smallest space for a read; a TLS record has up to 16 KiB. */
const MIN_SPACE_BYTES = 32 * 1024;
/** Others are freed by the garbage collector. */
const MAX_FREE_SLABS = 64;
/**
 * Buffers that are reused, because the kernel clears new memory page by page. A slab is free again when all bytes of
 * it that were handed out have been released; bytes that never are cost the slab, not its content. Their memory is
 * shared with the thread that hashes it.
 */
class SlabPool {
    free = [];
    slabs = new WeakMap();
    take() {
        const slab = this.free.pop() ?? this.allocate();
        slab.lentBytes = 0;
        slab.isFull = false;
        return slab;
    }
    /** Ends the use of bytes of a slab; ignores all others. */
    release(bytes) {
        const slab = this.slabs.get(bytes.buffer);
        if (slab === undefined)
            return;
        slab.lentBytes -= bytes.length;
        this.reuse(slab);
    }
    /** Called when no more bytes are read into a slab. */
    close(slab) {
        slab.isFull = true;
        this.reuse(slab);
    }
    allocate() {
        const slab = { bytes: Buffer.from(new SharedArrayBuffer(SLAB_BYTES)), lentBytes: 0, isFull: false };
        this.slabs.set(slab.bytes.buffer, slab);
        return slab;
    }
    reuse(slab) {
        if (slab.isFull && slab.lentBytes === 0 && this.free.length < MAX_FREE_SLABS) {
            // A second release must not add it again.
            slab.isFull = false;
            this.free.push(slab);
        }
    }
}
/** Received bytes of one socket, in order. */
class Inbox {
    pool;
    slab;
    /** Unread bytes of the current slab. */
    start = 0;
    end = 0;
    /** Unread bytes of earlier slabs. */
    earlier = [];
    unread = 0;
    constructor(pool) {
        this.pool = pool;
        this.slab = pool.take();
    }
    get unreadBytes() {
        return this.unread;
    }
    /** Returns where the next bytes are to be stored, never empty. */
    space() {
        if (SLAB_BYTES - this.end < MIN_SPACE_BYTES)
            this.startSlab();
        return this.slab.bytes.subarray(this.end);
    }
    /** Adds bytes that were stored in the last {@link space}. */
    add(length) {
        this.end += length;
        this.unread += length;
    }
    /** Returns unread bytes that are in one slab; the next head is, because of the smallest space. */
    peek() {
        return this.earlier[0] ?? this.slab.bytes.subarray(this.start, this.end);
    }
    /** Hands out unread bytes of one slab. The receiver releases them, if it can. */
    take(maxBytes) {
        const [first] = this.earlier;
        if (first !== undefined) {
            const bytes = first.subarray(0, maxBytes);
            this.unread -= bytes.length;
            if (bytes.length === first.length)
                this.earlier.shift();
            else
                this.earlier[0] = first.subarray(bytes.length);
            return bytes;
        }
        const bytes = this.slab.bytes.subarray(this.start, Math.min(this.end, this.start + maxBytes));
        this.start += bytes.length;
        this.unread -= bytes.length;
        this.slab.lentBytes += bytes.length;
        return bytes;
    }
    skip(length) {
        this.pool.release(this.take(length));
    }
    startSlab() {
        const { slab, start, end } = this;
        if (end > start) {
            slab.lentBytes += end - start;
            this.earlier.push(slab.bytes.subarray(start, end));
        }
        this.pool.close(slab);
        this.slab = this.pool.take();
        this.start = 0;
        this.end = 0;
    }
}

;// CONCATENATED MODULE: ./src/http/bulk-connection.ts



/** Unread bytes with which a connection stops reading. */
const MAX_UNREAD_BYTES = SLAB_BYTES;
/** A connection was closed by the other side, or a response was not read to its end. */
const closedError = () => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
/**
 * HTTP/1.1 connection for GET requests with large responses, one at a time. Reads into slabs without Node's HTTP parser
 * and streams, which cost more CPU time than decryption and hash.
 */
class BulkConnection {
    inbox;
    socket;
    state = 'opening';
    head;
    piece;
    error;
    leftBytes = 0;
    keepsAlive = true;
    isFlushing = false;
    isTimerStale = false;
    idleTimeoutMs = 0;
    onIdle = () => undefined;
    constructor(slabs, open) {
        this.inbox = new Inbox(slabs);
        this.socket = open({
            buffer: () => this.inbox.space(),
            callback: (length) => this.receive(length),
        });
        this.socket.on('error', (error) => {
            this.close(error);
        });
        this.socket.on('close', () => {
            this.close(closedError());
        });
        this.socket.on('timeout', () => {
            this.onTimeout();
        });
        this.socket.resume();
    }
    get isUsable() {
        return this.state === 'idle' || this.state === 'opening';
    }
    /**
     * Sends a request.
     *
     * @param head all lines, with the empty line
     * @param onIdle called when the connection can take the next request
     * @returns undefined for a response that needs Node's parser; the connection is closed then
     * @throws IdleTimeout, errors of Node
     */
    send(head, { idleTimeoutMs, onIdle }) {
        if (!this.isUsable)
            return Promise.reject(this.error ?? closedError());
        this.state = 'head';
        this.idleTimeoutMs = idleTimeoutMs;
        this.onIdle = onIdle;
        this.startTimer();
        this.socket.ref();
        this.socket.write(head);
        return new Promise((resolve, reject) => (this.head = { resolve, reject }));
    }
    /** Returns the bytes of the body that have arrived, or the next ones. Not to be called after the last one. */
    read() {
        if (this.inbox.unreadBytes > 0)
            return Promise.resolve(this.takePiece());
        if (this.state !== 'body')
            return Promise.reject(this.error ?? closedError());
        if (this.isTimerStale)
            this.startTimer();
        return new Promise((resolve, reject) => (this.piece = { resolve, reject }));
    }
    destroy(error = closedError()) {
        this.close(error);
    }
    /** @returns whether to read more */
    receive(length) {
        this.inbox.add(length);
        if (this.state === 'head')
            this.receiveHead();
        else if (this.state !== 'body')
            this.close(closedError());
        if (this.piece !== undefined)
            this.flushLater();
        return this.inbox.unreadBytes < MAX_UNREAD_BYTES;
    }
    receiveHead() {
        const parsed = parseHead(this.inbox.peek().subarray(0, MAX_HEAD_BYTES + 4));
        if (parsed === 'incomplete')
            return;
        const { head } = this;
        this.head = undefined;
        if (parsed === 'unsupported') {
            this.close(closedError());
            head?.resolve(undefined);
            return;
        }
        this.inbox.skip(parsed.headBytes);
        this.leftBytes = parsed.bodyBytes;
        this.keepsAlive = parsed.keepsAlive;
        this.state = 'body';
        head?.resolve(parsed);
        if (this.leftBytes === 0)
            this.finish();
    }
    /** At the end of the turn, so that all bytes that arrive in it are one piece. */
    flushLater() {
        if (this.isFlushing)
            return;
        this.isFlushing = true;
        setImmediate(() => {
            this.isFlushing = false;
            const { piece } = this;
            if (piece === undefined || this.inbox.unreadBytes === 0)
                return;
            this.piece = undefined;
            piece.resolve(this.takePiece());
        });
    }
    takePiece() {
        const wasFull = this.inbox.unreadBytes >= MAX_UNREAD_BYTES;
        const piece = this.inbox.take(this.leftBytes);
        this.leftBytes -= piece.length;
        if (this.leftBytes === 0)
            this.finish();
        else if (wasFull && this.inbox.unreadBytes < MAX_UNREAD_BYTES)
            this.socket.resume();
        return piece;
    }
    finish() {
        if (this.state !== 'body')
            return;
        // More bytes than announced belong to no request.
        if (!this.keepsAlive || this.inbox.unreadBytes > 0) {
            this.close(closedError());
            return;
        }
        this.state = 'idle';
        this.socket.setTimeout(0);
        this.socket.unref();
        this.socket.resume();
        this.onIdle();
    }
    startTimer() {
        this.isTimerStale = false;
        this.socket.setTimeout(this.idleTimeoutMs);
    }
    /** Time in which the reader is busy does not count. */
    onTimeout() {
        if (this.head !== undefined || this.piece !== undefined)
            this.close(new network_error/* IdleTimeout */.w(this.idleTimeoutMs));
        else
            this.isTimerStale = true;
    }
    close(error) {
        if (this.state === 'closed')
            return;
        this.state = 'closed';
        this.error = error;
        this.socket.destroy();
        const { head, piece } = this;
        this.head = undefined;
        this.piece = undefined;
        head?.reject(error);
        // Bytes before a cut are still good: the download continues after them.
        if (piece !== undefined && this.inbox.unreadBytes > 0 && this.leftBytes > 0)
            piece.resolve(this.takePiece());
        else
            piece?.reject(error);
    }
}

;// CONCATENATED MODULE: ./src/http/bulk-client.ts



/** A rest of a response that is cheaper to read than a new connection. */
const MAX_DRAINED_BYTES = 64 * 1024;
const MAX_IDLE_CONNECTIONS = 64;
/** Sends GET requests with large responses over keep-alive connections of its own. */
class BulkClient {
    options;
    /** By origin. */
    idle = new Map();
    connections = new Set();
    isClosed = false;
    sessions = new Map();
    /** Origins and kinds of content whose responses need Node's parser. */
    unsupported = new Set();
    constructor(options) {
        this.options = options;
    }
    /**
     * Sends a GET request.
     *
     * @returns undefined if Node's client must send it
     * @throws IdleTimeout, errors of Node
     */
    async get(request) {
        const { origin } = request.url;
        if (this.unsupported.has(`${request.content} ${origin}`))
            return undefined;
        const open = await this.opener(request.url);
        const reused = this.takeIdle(origin);
        if (reused !== undefined) {
            // The server may have closed it at the same time; nothing was answered then.
            const head = await this.send(reused, request).catch((error) => {
                if (error instanceof network_error/* IdleTimeout */.w)
                    throw error;
                return 'closed';
            });
            if (head !== 'closed')
                return this.respond(reused, head, request);
        }
        const connection = this.connect(open);
        return this.respond(connection, await this.send(connection, request), request);
    }
    /** Opens connections for later requests. */
    async prepare(url, count) {
        const open = await this.opener(url);
        if (this.isClosed)
            return;
        const idle = this.idleOf(url.origin);
        while (idle.length < Math.min(count, MAX_IDLE_CONNECTIONS))
            idle.push(this.connect(open));
    }
    close() {
        this.isClosed = true;
        for (const connection of this.connections)
            connection.destroy();
        this.connections.clear();
        this.idle.clear();
    }
    respond(connection, head, { url, content }) {
        if (head !== undefined)
            return new BulkResponse(connection, head);
        this.connections.delete(connection);
        this.unsupported.add(`${content} ${url.origin}`);
        return undefined;
    }
    async send(connection, { url, headers, idleTimeoutMs }) {
        const lines = Object.entries({ host: url.host, ...headers, connection: 'keep-alive' }).map(([name, value]) => `${name}: ${checkedValue(name, value)}\r\n`);
        const onIdle = () => {
            const idle = this.idleOf(url.origin);
            if (idle.length < MAX_IDLE_CONNECTIONS)
                idle.push(connection);
            else
                connection.destroy();
        };
        const head = `GET ${url.pathname}${url.search} HTTP/1.1\r\n${lines.join('')}\r\n`;
        try {
            return await connection.send(head, { idleTimeoutMs, onIdle });
        }
        catch (error) {
            this.connections.delete(connection);
            throw error;
        }
    }
    idleOf(origin) {
        const idle = this.idle.get(origin) ?? [];
        this.idle.set(origin, idle);
        return idle;
    }
    takeIdle(origin) {
        const idle = this.idleOf(origin);
        for (let one = idle.pop(); one !== undefined; one = idle.pop()) {
            if (one.isUsable)
                return one;
            this.connections.delete(one);
        }
        return undefined;
    }
    connect(open) {
        const connection = new BulkConnection(this.options.slabs, open);
        this.connections.add(connection);
        return connection;
    }
    /** Loads TLS only when needed. */
    async opener({ protocol, hostname, port, origin }) {
        const { lookup, ca } = this.options;
        const host = hostname.replace(/^\[|\]$/g, '');
        const to = { host, noDelay: true, keepAlive: true, ...(lookup && { lookup }) };
        if (protocol === 'http:') {
            const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 77030, 23));
            return (onread) => connect({ ...to, port: Number(port || 80), onread });
        }
        const { connect } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 23));
        return (onread) => {
            const session = this.sessions.get(origin);
            const options = {
                ...to,
                port: Number(port || 443),
                onread,
                ALPNProtocols: ['http/1.1'],
                ...((0,external_node_net_.isIP)(host) === 0 && { servername: host }),
                ...(ca !== undefined && { ca }),
                // A resumed handshake needs no certificates.
                ...(session && { session }),
            };
            return connect(options).on('session', (ticket) => this.sessions.set(origin, ticket));
        };
    }
}
/** Refuses what would end the line, as Node does. */
function checkedValue(name, value) {
    if (/[^\t\x20-\x7e\x80-\xff]/.test(value))
        throw new TypeError(`Invalid character in header ${name}`);
    return value;
}
/** Response whose pieces belong to the pool of slabs. */
class BulkResponse {
    connection;
    head;
    leftBytes;
    constructor(connection, head) {
        this.connection = connection;
        this.head = head;
        this.leftBytes = head.bodyBytes;
    }
    get statusCode() {
        return this.head.statusCode;
    }
    get headers() {
        return this.head.headers;
    }
    resume() {
        if (this.leftBytes > MAX_DRAINED_BYTES)
            this.destroy();
        else
            this.drain().catch(() => undefined);
    }
    /** The connection is used again if the response was read to its end. */
    destroy(error) {
        if (this.leftBytes === 0)
            return;
        this.leftBytes = 0;
        this.connection.destroy(error);
    }
    async *[Symbol.asyncIterator]() {
        try {
            while (this.leftBytes > 0) {
                const piece = await this.connection.read();
                this.leftBytes -= piece.length;
                yield piece;
            }
        }
        finally {
            this.destroy();
        }
    }
    async drain() {
        const pieces = this[Symbol.asyncIterator]();
        while ((await pieces.next()).done !== true)
            ;
    }
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
// EXTERNAL MODULE: ./src/http/error.ts
var error = __webpack_require__(24054);
;// CONCATENATED MODULE: ./src/http/client.ts








const MAX_REDIRECTS = 5;
/** Signed URLs and tokens in headers exceed Node's default of 16 KiB. */
const MAX_HEADER_BYTES = 128 * 1024;
/** Status codes of redirects (RFC 9110 §15.4). */
const REDIRECT_STATUSES = [301, 302, 303, 307, 308];
/** HTTP/1.1 client with keep-alive. */
class HttpClient {
    options;
    agents;
    slabs = new SlabPool();
    bulk;
    constructor(options) {
        this.options = options;
        this.agents = new Agents(options);
        this.bulk = new BulkClient({ slabs: this.slabs, lookup: options.lookup, ca: options.ca });
    }
    /**
     * Sends a request and follows redirects of GET and HEAD, to another origin without credentials.
     *
     * @throws HttpError without a response
     */
    async send(request, redirects = 0) {
        await this.options.waitForTurn?.(request.url.host);
        const response = (await this.exchangeBulk(request)) ?? (await this.exchange(request));
        const location = response.headers.location;
        const follows = request.redirect !== 'manual' && (request.method === 'GET' || request.method === 'HEAD');
        if (!follows || location === undefined || !REDIRECT_STATUSES.includes(response.statusCode ?? 0)) {
            return { response, url: request.url };
        }
        response.resume();
        if (redirects >= MAX_REDIRECTS)
            throw permanentError(request, `more than ${MAX_REDIRECTS} redirects`);
        const url = parseRedirect(request, location);
        const headers = url.origin === request.url.origin ? request.headers : withoutCredentials(request.headers);
        return this.send({ ...request, url, ...(headers && { headers }) }, redirects + 1);
    }
    /** Opens connections for later requests, until a number of each kind is unused; errors are left to the requests. */
    prepare(url, { bulk = 0, other = 0 }) {
        if (this.proxyOf(url) !== undefined)
            return;
        if (bulk > 0)
            this.bulk.prepare(url, bulk).catch(() => undefined);
        if (other > 0)
            this.agents.prepare(url, other).catch(() => undefined);
    }
    /** Closes idle connections, which keep the process alive. */
    async close() {
        this.bulk.close();
        await this.agents.destroy();
    }
    /** Returns undefined for a request that Node's client must send. */
    async exchangeBulk({ method, url, headers, bulk, idleTimeoutMs = this.options.idleTimeoutMs, }) {
        if (bulk === undefined || method !== 'GET' || this.proxyOf(url) !== undefined)
            return undefined;
        const given = { 'accept-encoding': 'identity', ...headers };
        try {
            return await this.bulk.get({ url, headers: given, idleTimeoutMs, content: bulk });
        }
        catch (error) {
            throw (0,network_error/* networkError */.x)({ method, url }, error);
        }
    }
    async exchange({ method, url, headers, body, idleTimeoutMs = this.options.idleTimeoutMs, }) {
        const agent = await this.agents.for(url, this.proxyOf(url));
        const client = url.protocol === 'http:' ? (external_node_http_default()) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 23));
        const { ca } = this.options;
        const given = { 'accept-encoding': 'identity', ...headers };
        const request = client.request(url, {
            method,
            agent,
            headers: given,
            maxHeaderSize: MAX_HEADER_BYTES,
            ...(ca !== undefined && { ca }),
        });
        return new Promise((resolve, reject) => {
            const fail = (error) => {
                reject((0,network_error/* networkError */.x)({ method, url }, error));
            };
            request.on('error', fail);
            endWhenIdle(request, idleTimeoutMs, fail);
            request.once('response', (response) => {
                // With an early response, the server reads no more of the body.
                if (!request.writableEnded)
                    response.once('end', () => request.destroy());
                resolve(response);
            });
            if (body === undefined || Buffer.isBuffer(body))
                request.end(body);
            else
                writeBody(body, request, this.slabs).catch((error) => {
                    request.destroy();
                    // An error of the body's source is not a network error.
                    reject(error instanceof Error ? error : new Error(String(error)));
                });
        });
    }
    proxyOf(url) {
        return (0,text_url/* isLoopback */.U9)(url.hostname) ? undefined : this.options.proxyUrl?.(url);
    }
}
// Node's own timeout starts only with the connection.
function endWhenIdle(request, limitMs, fail) {
    let response;
    const end = () => {
        const error = new network_error/* IdleTimeout */.w(limitMs);
        // A request without a connection emits no error.
        response?.destroy(error);
        request.destroy(error);
        fail(error);
    };
    const opening = setTimeout(end, limitMs);
    const opened = () => {
        clearTimeout(opening);
    };
    request.once('socket', (socket) => {
        if (socket.connecting)
            socket.once('connect', opened);
        else
            opened();
    });
    request.once('response', (message) => {
        response = message;
    });
    request.once('close', opened);
    request.setTimeout(limitMs, end);
}
function withoutCredentials(headers = {}) {
    return Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'authorization'));
}
async function writeBody(chunks, request, slabs) {
    const rejection = new AbortController();
    request.once('response', () => {
        rejection.abort();
    });
    for await (const chunk of chunks) {
        if (rejection.signal.aborted || request.destroyed)
            return;
        const written = (error) => {
            // After an error the kernel may still read the bytes.
            if (!error)
                slabs.release(chunk);
        };
        if (!request.write(chunk, written))
            await waitForDrain(request);
    }
    request.end();
}
/** Resolves when the request can take more, or has ended. */
function waitForDrain(request) {
    return new Promise((resolve) => {
        const events = ['drain', 'response', 'error', 'close'];
        const settle = () => {
            for (const event of events)
                request.off(event, settle);
            resolve();
        };
        for (const event of events)
            request.on(event, settle);
        if (request.destroyed)
            settle();
    });
}
function parseRedirect(request, location) {
    const url = URL.canParse(location, request.url.href) ? new URL(location, request.url) : undefined;
    if (url === undefined)
        throw permanentError(request, `redirects to '${(0,sanitize/* toPrintableLine */.Ld)(location)}', which is not a URL`);
    if ((0,text_url/* isSafeRedirect */.es)(request.url, url))
        return url;
    throw permanentError(request, `redirects to ${(0,sanitize/* toPrintableLine */.Ld)(`${url.protocol}//${url.host}`)}, which is not followed: it is not HTTPS`);
}
function permanentError({ method, url }, message) {
    return new error/* HttpError */.j({ method, url, message, transient: false });
}


/***/ }),

/***/ 24054:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ errorCode),
/* harmony export */   j: () => (/* binding */ HttpError)
/* harmony export */ });
/* harmony import */ var _text_json__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(21789);

/** Thrown for an HTTP request that failed. */
class HttpError extends Error {
    details;
    name = 'HttpError';
    reason = 'copy-failed';
    host;
    status;
    codes;
    retryAfterMs;
    transient;
    constructor(details, options) {
        const answer = details.status === undefined ? '' : ` answered ${details.status}`;
        super(`${details.method} ${details.url.host}${details.url.pathname}${answer}: ${details.message}`, options);
        this.details = details;
        this.host = details.url.host;
        this.status = details.status;
        this.codes = details.codes ?? [];
        this.retryAfterMs = details.retryAfterMs;
        this.transient = details.transient;
    }
    /** Returns the error to throw after the last attempt. */
    final(attempts) {
        const message = attempts > 1 ? `${this.details.message} (after ${attempts} attempts)` : this.details.message;
        return new HttpError({ ...this.details, message, transient: false }, { cause: this });
    }
}
/** Returns Node's error code, such as `ECONNREFUSED`, or an empty string. */
function errorCode(error) {
    return (0,_text_json__WEBPACK_IMPORTED_MODULE_0__/* .isRecord */ .u4)(error) && typeof error['code'] === 'string' ? error['code'] : '';
}


/***/ }),

/***/ 5803:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ isHtml)
/* harmony export */ });
/** Whether a response is an HTML page, by its content type or its first bytes. */
const isHtml = (contentType, body = '') => /html/i.test(contentType) || /^\s*<(?:!doctype|html)/i.test(body);


/***/ }),

/***/ 40137:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   w: () => (/* binding */ IdleTimeout),
/* harmony export */   x: () => (/* binding */ networkError)
/* harmony export */ });
/* harmony import */ var _error__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(24054);
/* harmony import */ var _text_sanitize__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(64212);
/* harmony import */ var _throughput__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(30820);
/* harmony import */ var _retry_policies__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23421);




const TRANSIENT_MESSAGES = {
    ECONNREFUSED: 'nothing listens at this address',
    ECONNRESET: 'the connection was cut',
    EPIPE: 'the connection was cut',
};
/** A request that was ended because no data arrived. */
class IdleTimeout extends Error {
    limitMs;
    name = 'IdleTimeout';
    reason = 'copy-failed';
    constructor(limitMs) {
        super(`no data for ${limitMs / 1000} s`);
        this.limitMs = limitMs;
    }
}
/** @param message of OpenSSL: `write EPROTO 40EDAB97:error:0A00042E:SSL routines:ssl3_read_bytes:tlsv1 alert protocol version:…` */
function handshakeFailure(message) {
    const reason = /SSL routines:[^:]*:([^:]+)/.exec(message)?.[1];
    if (reason === undefined || /wrong version number|packet length too long|http request/.test(reason))
        return 'it does not speak TLS; plain HTTP is for loopback addresses only';
    return `the TLS handshake failed: ${reason}`;
}
/** Returns the error of a failed connection, with its meaning by Node's error code. */
function networkError(request, error) {
    if (error instanceof _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j)
        return error;
    const code = (0,_error__WEBPACK_IMPORTED_MODULE_0__/* .errorCode */ .C)(error);
    const known = Object.hasOwn(_retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .PERMANENT_NETWORK_ERRORS */ .mB, code) ? _retry_policies__WEBPACK_IMPORTED_MODULE_2__/* .PERMANENT_NETWORK_ERRORS */ .mB[code] : undefined;
    const permanent = code === 'EPROTO' ? handshakeFailure((0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(error)) : known;
    const message = permanent ?? TRANSIENT_MESSAGES[code] ?? (0,_text_sanitize__WEBPACK_IMPORTED_MODULE_3__/* .errorMessage */ .gJ)(error);
    const idleMs = error instanceof IdleTimeout ? error.limitMs : error instanceof _throughput__WEBPACK_IMPORTED_MODULE_1__/* .SlowBody */ .i ? error.waitedMs : undefined;
    return new _error__WEBPACK_IMPORTED_MODULE_0__/* .HttpError */ .j({ ...request, message, idleMs, transient: permanent === undefined }, { cause: error });
}


/***/ }),

/***/ 21956:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ nameOf),
/* harmony export */   o: () => (/* binding */ PreparedSockets)
/* harmony export */ });
/** Sockets that were opened before a request needs them. Unused ones do not keep the process alive. */
class PreparedSockets {
    sockets = new Map();
    /** Opens sockets until `count` of a server are unused. */
    open(server, count, connect) {
        const sockets = (this.sockets.get(nameOf(server)) ?? []).filter(({ destroyed }) => !destroyed);
        this.sockets.set(nameOf(server), sockets);
        // An error is left to the request that needs a connection.
        while (sockets.length < count)
            sockets.push(connect()
                .on('error', () => undefined)
                .unref());
    }
    /** Returns the socket that was opened first, and may still be connecting. */
    take(server) {
        const sockets = this.sockets.get(nameOf(server)) ?? [];
        for (let socket = sockets.shift(); socket !== undefined; socket = sockets.shift())
            if (!socket.destroyed)
                return socket.ref();
        return undefined;
    }
    destroy() {
        for (const socket of [...this.sockets.values()].flat())
            socket.destroy();
        this.sockets.clear();
    }
}
/** Returns a key for the server. */
const nameOf = ({ host, port }) => `${host ?? ''}:${port ?? ''}`;


/***/ }),

/***/ 30820:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ ThroughputGuard),
/* harmony export */   i: () => (/* binding */ SlowBody)
/* harmony export */ });
/** Time in which a minimum of bytes must arrive. */
const WINDOW_MS = 60_000;
const MIN_BYTES_PER_SECOND = 1_024;
/** A body that arrives too slowly; a new connection may be faster. */
class SlowBody extends Error {
    waitedMs;
    name = 'SlowBody';
    reason = 'copy-failed';
    constructor(bytes, waitedMs) {
        super(`only ${bytes} bytes arrived in ${Math.round(waitedMs / 1000)} s`);
        this.waitedMs = waitedMs;
    }
}
/** Measures the time spent waiting for a sender. Time in which the receiver is busy does not count. */
class ThroughputGuard {
    waitedMs = 0;
    bytes = 0;
    /** @throws SlowBody below the lowest throughput */
    add(waitedMs, bytes) {
        this.waitedMs += waitedMs;
        this.bytes += bytes;
        if (this.waitedMs < WINDOW_MS)
            return;
        if (this.bytes < (MIN_BYTES_PER_SECOND * this.waitedMs) / 1000)
            throw new SlowBody(this.bytes, this.waitedMs);
        this.waitedMs = 0;
        this.bytes = 0;
    }
}


/***/ }),

/***/ 86590:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   SS: () => (/* binding */ codeSpan),
/* harmony export */   tp: () => (/* binding */ table)
/* harmony export */ });
/* unused harmony exports escapeHtml, htmlCodeSpan, codeFence, codeBlock, collapsible, plural, excerpt, escapeMarkdownKeepCommands, wrap */
/* harmony import */ var _sanitize__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(64212);

const longestRun = (text) => !text.includes('`')
    ? 0
    : [...text.matchAll(/`+/g)].reduce((longest, [run]) => Math.max(longest, run.length), 0);
/** Formats untrusted text as a code span, in which GitHub renders and links nothing. */
function codeSpan(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeToLine */ .Tz)(text);
    const ticks = '`'.repeat(longestRun(line) + 1);
    const pad = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
    return line === '' ? '' : `${ticks}${pad}${line}${pad}${ticks}`;
}
const ENTITIES = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
};
/** Escapes text for HTML. */
const escapeHtml = (text) => text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? '');
/** Formats untrusted text as code inside HTML. */
const htmlCodeSpan = (text) => `<code>${escapeHtml(escapeToLine(text))}</code>`;
/** Returns a fence longer than any run of backticks in the lines. */
const codeFence = (lines) => '`'.repeat(Math.max(2, ...lines.map(longestRun)) + 1);
/** Formats lines as a fenced code block. */
function codeBlock(language, lines) {
    const ticks = codeFence(lines);
    return [`${ticks}${language}`, ...lines.map(escapeCommand), ticks].join('\n');
}
// The block may also be logged, where a line that begins with `::` is a workflow command.
const escapeCommand = (line) => line.replace(/^(\s*):(?=:)/, '$1: ');
/** Formats a collapsed `<details>` block. */
const collapsible = (summary, body) => `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`;
/** Formats a count: `1 change`, `1,200 changes`. */
function plural(number, noun) {
    return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}
const MAX_VALUE_LENGTH = 2_000;
const CONTEXT_LENGTH = 200;
/** Shortens a long text around the character at `at`. */
function excerpt(text, at = 0) {
    if (text.length <= MAX_VALUE_LENGTH)
        return text;
    const start = Math.max(0, at - CONTEXT_LENGTH);
    const shown = text.slice(start, start + MAX_VALUE_LENGTH / 2);
    const omitted = plural(text.length - shown.length, 'more character');
    return escapeInvisible(`${start === 0 ? '' : '…'}${shown}… (${omitted})`);
}
/** Escapes untrusted text as one line without Markdown or links. */
function escapeMarkdown(text) {
    const line = (0,_sanitize__WEBPACK_IMPORTED_MODULE_0__/* .escapeInvisible */ .ts)(text.replace(/\s+/g, ' '));
    return preventLinks(line.replace(/[!-/:-@[-`{-~]/g, '\\$&').replace(/\\([@#])/g, '$1'));
}
// GitHub links mentions and issue numbers after Markdown, unless an HTML comment follows the sign.
const preventLinks = (text) => text.replace(/[@#]/g, '$&<!-- -->');
const COMMAND = /((?:terraform|tofu) (?:(?:state (?:list|pull)|init|validate|plan|show|fmt)\b|providers lock(?: -platform=\w+)*|(?:force-unlock|state push|apply) [^\s.;,]+(?:[.;,][^\s.;,]+)*))/;
/** Escapes a sentence with untrusted text, and formats its Terraform commands as code. */
function escapeMarkdownKeepCommands(sentence) {
    return escapeToLine(sentence)
        .split(COMMAND)
        .map((part, index) => (index % 2 === 1 ? codeSpan(part) : escapeMarks(part)))
        .join('');
}
const escapeMarks = (text) => preventLinks(text.replace(/[\\`*_[\]<>&|~$]|:(?=\/\/)|(?<=www)\./gi, '\\$&'));
/** Wraps lines at spaces. A longer word stays whole. */
function wrap(lines, width = 100) {
    return lines.flatMap((line) => {
        const wrapped = [];
        let remaining = line;
        while (remaining.length > width) {
            const space = remaining.slice(0, width + 1).lastIndexOf(' ');
            // A break at the indentation would give an empty line.
            const at = space > remaining.search(/\S/) ? space : remaining.indexOf(' ', width);
            if (at < 0)
                break;
            wrapped.push(remaining.slice(0, at));
            remaining = remaining.slice(at + 1);
        }
        return [...wrapped, remaining];
    });
}
/** Formats a table. Right-aligned cells do not wrap. */
function table(columns, rows) {
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const cell = (text, index) => {
        const whole = text.replaceAll('|', '\\|');
        return columns[index]?.align === 'right' ? whole.replaceAll(' ', '\u00a0') : whole;
    };
    const rule = columns.map(({ align }) => (align === 'right' ? '--:' : ':--'));
    return [
        line(columns.map(({ title }) => title)),
        line(rule),
        ...rows.map((row) => line(row.map(cell))),
    ].join('\n');
}


/***/ })

};

export const id = 7914;
export const ids = [7914,5943];
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

/***/ 87913:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   doctor: () => (/* binding */ doctor)
/* harmony export */ });
/* harmony import */ var _aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(45871);
/* harmony import */ var _after__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(82508);
/* harmony import */ var _before__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80042);
/* harmony import */ var _finding__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73841);




/** Checks the account before the first apply, or the stack after it. @returns exit code: 1 with a problem */
async function doctor(command, runtime) {
    const { aws, clock } = runtime;
    const accountId = await (0,_aws_backup_bucket__WEBPACK_IMPORTED_MODULE_0__/* .readAccountId */ .V)(aws);
    const components = await (0,_after__WEBPACK_IMPORTED_MODULE_1__/* .findComponents */ .I)(command.stack, aws);
    const isBefore = components.length === 0;
    runtime.print(isBefore
        ? `Account ${accountId}, ${aws.session.region}: ${command.stack} does not exist yet. Checks before the first apply, size ${command.size}:`
        : `Account ${accountId}, ${aws.session.region}: checks of the stack ${command.stack}:`);
    const now = new Date(clock.wallClockMs());
    const checks = isBefore
        ? (0,_before__WEBPACK_IMPORTED_MODULE_2__/* .checksBeforeApply */ .J)({ ...command, accountId }, aws)
        : (0,_after__WEBPACK_IMPORTED_MODULE_1__/* .checksAfterApply */ .A)({ stack: command.stack, accountId, now, components }, aws);
    const findings = await (0,_finding__WEBPACK_IMPORTED_MODULE_3__/* .runChecks */ .JT)(checks);
    for (const line of (0,_finding__WEBPACK_IMPORTED_MODULE_3__/* .renderFindings */ .vO)(findings))
        runtime.print(line);
    return findings.some(({ status }) => status === 'problem') ? 1 : 0;
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


/***/ })

};

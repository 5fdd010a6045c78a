export const id = 3562;
export const ids = [3562];
export const modules = {

/***/ 28786:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ah: () => (/* binding */ redactOutcome),
/* harmony export */   Fk: () => (/* binding */ withOutputs),
/* harmony export */   ki: () => (/* binding */ redactError)
/* harmony export */ });
/** Adds outputs to an outcome. */
function withOutputs(outcome, { outputs: added }) {
    const outputs = { ...outcome.outputs, ...added };
    return { ...outcome, outputs };
}
/** Masks secrets in all that people read of an outcome. The output `summary` is masked when it is rendered. */
function redactOutcome(outcome, redact) {
    const { summary, warnings, annotations, failure } = outcome;
    return {
        ...outcome,
        summary: redact(summary),
        warnings: warnings.map(redact),
        annotations: annotations.map((one) => ({ ...one, message: redact(one.message) })),
        failure: failure && { ...failure, message: redact(failure.message) },
    };
}
/** Masks secrets in the message of an error. */
function redactError(error, redact) {
    if (error instanceof Error)
        error.message = redact(error.message);
    return error;
}


/***/ }),

/***/ 7387:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ inputWarnings)
/* harmony export */ });
/* harmony import */ var _review_destroy_guard__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44418);

/** Returns a warning for each item of an input that names nothing in the plan. */
function inputWarnings({ plan, target, destructiveChanges }, inputs) {
    const { resources, drift, outputs } = plan;
    const types = new Set([...resources, ...drift].map(({ type }) => type));
    const names = new Set(outputs.map(({ name }) => name));
    const { sensitiveOutputs = [], statefulTypes, targets, backendConfig, allowDestroy } = inputs;
    return [
        ...(0,_review_destroy_guard__WEBPACK_IMPORTED_MODULE_0__/* .unusedAllowances */ .q_)(destructiveChanges, allowDestroy),
        ...statefulTypes
            .filter((type) => !types.has(type))
            .map((type) => `stateful-types lists ${type}, and the plan has no resource of this type. Correct or remove it.`),
        ...sensitiveOutputs
            .filter((name) => !names.has(name))
            .map((name) => `sensitive-outputs lists ${name}, which is not an output of the root module. Correct or remove it.`),
        ...targets
            .filter((one) => !resources.some(({ address }) => isWithin(address, one)))
            .map((one) => `target lists ${one}, which matches no resource in the plan. Correct or remove it.`),
        ...(backendConfig.length > 0 && target.state === 'local'
            ? ['backend-config is set, and the configuration has no backend block. Add one or remove the input.']
            : []),
    ];
}
/** A target also covers the instances of a resource and the contents of a module. */
const isWithin = (address, target) => address === target || address.startsWith(`${target}.`) || address.startsWith(`${target}[`);


/***/ }),

/***/ 80877:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ rejectUnreviewable),
/* harmony export */   x: () => (/* binding */ rejectPartialPlans)
/* harmony export */ });
/* harmony import */ var _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40546);
/* harmony import */ var _terraform_environment_arguments__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(12736);


const PLAN = ['', '_plan'];
/** Options that make a command act on another state, or without a lock. */
const ALWAYS = [
    {
        options: ['state', 'state-out'],
        problem: 'selects another state than the one that the action reads. Use backend-config',
    },
    { options: ['from-module'], problem: 'replaces the configuration of the commit' },
    {
        options: ['migrate-state', 'force-copy'],
        problem: 'copies the state before the plan. Copy it once by hand',
        when: 'on',
    },
    {
        options: ['force', 'ignore-remote-version'],
        commands: ['', '_state_push'],
        problem: 'replaces a state that others may have changed',
        when: 'on',
    },
    {
        options: ['lock'],
        commands: ['', '_apply', '_state_push'],
        problem: 'lets two runs write the state at the same time',
        when: 'off',
    },
];
/** With these, a plan leaves out every change of the configuration: it has nothing to review. */
const WITHOUT_CONFIGURATION = [
    {
        options: ['refresh-only'],
        commands: PLAN,
        problem: 'makes a plan that leaves out every change of the configuration',
        when: 'on',
    },
    {
        options: ['invoke'],
        commands: PLAN,
        problem: 'makes a plan that leaves out every change of the configuration. Use the input invoke',
    },
];
const COMPARED = 'and drift compares every resource';
/** With these, a plan does not compare every resource with the configuration. */
const PARTIAL = [
    {
        options: ['target', 'target-file', 'exclude', 'exclude-file', 'invoke'],
        commands: PLAN,
        problem: `limits the plan, ${COMPARED}`,
    },
    { options: ['refresh-only'], commands: PLAN, problem: `limits the plan, ${COMPARED}`, when: 'on' },
    { options: ['refresh'], commands: PLAN, problem: `limits the plan, ${COMPARED}`, when: 'off' },
    {
        options: ['destroy'],
        commands: PLAN,
        problem: 'makes a plan to destroy, and drift expects none',
        when: 'on',
    },
    { options: ['replace'], commands: PLAN, problem: 'adds changes to the plan that are no drift' },
];
/**
 * Rejects options in Terraform's environment variables that limit a plan or change its purpose.
 *
 * @throws InvalidInput
 */
const rejectPartialPlans = (env) => {
    rejectOptions(env, [...PARTIAL, ...ALWAYS]);
};
/**
 * Rejects options in Terraform's environment variables with which a plan has nothing to review, or with which an apply
 * does more than its plan.
 *
 * @throws InvalidInput
 */
const rejectUnreviewable = (env) => {
    rejectOptions(env, [...WITHOUT_CONFIGURATION, ...ALWAYS]);
};
function rejectOptions(env, rules) {
    const [malformed] = (0,_terraform_environment_arguments__WEBPACK_IMPORTED_MODULE_1__/* .malformedArguments */ .c)(env);
    if (malformed !== undefined)
        throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`${malformed}: a quote, a parenthesis or a backslash is not closed. Terraform splits this variable into words as a shell does.`);
    for (const option of (0,_terraform_environment_arguments__WEBPACK_IMPORTED_MODULE_1__/* .environmentOptions */ .AB)(env)) {
        const rule = rules.find((one) => matches(option, one));
        // Without the value, which may be secret.
        if (rule !== undefined)
            throw new _inputs_inputs__WEBPACK_IMPORTED_MODULE_0__/* .InvalidInput */ .o(`${option.variable}: '${written(option, rule)}' ${rule.problem}. Remove the option from ${option.variable}.`);
    }
}
function matches(option, { options, commands, when }) {
    if (!options.includes(option.name))
        return false;
    if (commands?.includes(option.variable.replace('TF_CLI_ARGS', '')) === false)
        return false;
    // An option that Terraform rejects is left to Terraform, whose message names the value.
    return when === undefined || (0,_terraform_environment_arguments__WEBPACK_IMPORTED_MODULE_1__/* .isOn */ .Mp)(option) === (when === 'on');
}
const written = ({ flag, value }, { when }) => when === 'off' && value !== undefined ? `${flag}=${value}` : flag;


/***/ }),

/***/ 32189:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  bO: () => (/* binding */ annotateDiagnostics),
  wo: () => (/* binding */ countOutputs),
  h_: () => (/* binding */ explainedFailure),
  nx: () => (/* binding */ failedPlanOutcome),
  uV: () => (/* binding */ renderRootPlan)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./src/plan/plan.ts + 2 modules
var plan_plan = __webpack_require__(30333);
;// CONCATENATED MODULE: ./src/cost/prices.ts
/** Month of the prices. */
const PRICES_DATE = 'November 2026';
/** Average hours of a month. */
const HOURS = 730;
/** Prices that are the same in all Regions. */
const GLOBAL_PRICES = {
    ipv4Hour: 0.005,
    secretMonth: 0.4,
    alarmMonth: 0.1,
    metricMonth: 0.3,
    ecrGbMonth: 0.1,
    /** Private hosted zone of Cloud Map, and one instance that is registered in it. */
    privateZoneMonth: 0.6,
    /** The first 10 million requests and the first TB of a month are free. */
    cloudfrontMillion: 1,
};
const US = {
    fargate: { vcpuHour: 0.03238, gibHour: 0.00356 },
    instanceHour: {
        'm6g.large': 0.077,
        'm7g.large': 0.0816,
        'r6g.medium': 0.0504,
        'r6g.large': 0.1008,
        'r6g.2xlarge': 0.4032,
        'r7g.medium': 0.0536,
        'r7g.large': 0.1071,
        'r7g.2xlarge': 0.4284,
        't4g.medium': 0.0336,
        't4g.large': 0.0672,
    },
    gp3: { gibMonth: 0.08, iopsMonth: 0.005, throughputMonth: 0.04 },
    snapshotGbMonth: 0.05,
    aurora: { acuHour: 0.12, gbMonth: 0.1, ioMillion: 0.2 },
    nodeHour: { 'cache.t4g.small': 0.0256, 'cache.t4g.medium': 0.052, 'cache.r7g.large': 0.1752 },
    loadBalancer: { hour: 0.0225, lcuHour: 0.008 },
    nat: { hour: 0.045, gb: 0.045 },
    endpointHour: 0.01,
    s3: { gbMonth: 0.023, putMillion: 5 },
    logGb: 0.5,
};
/**
 * By Region. The EC2 prices of the family r7g were read from AWS's price list in a public copy; the others are from
 * memory and accurate to about 5 %. No Region is derived from another: one that is missing has no estimate.
 */
const PRICES = {
    'us-east-1': US,
    'us-east-2': US,
    'us-west-2': US,
    'eu-west-1': {
        fargate: { vcpuHour: 0.03238, gibHour: 0.00356 },
        instanceHour: {
            'm6g.large': 0.086,
            'm7g.large': 0.0911,
            'r6g.medium': 0.0564,
            'r6g.large': 0.1128,
            'r6g.2xlarge': 0.4512,
            'r7g.medium': 0.0599,
            'r7g.large': 0.1199,
            'r7g.2xlarge': 0.4794,
            't4g.medium': 0.0368,
            't4g.large': 0.0736,
        },
        gp3: { gibMonth: 0.088, iopsMonth: 0.0055, throughputMonth: 0.044 },
        snapshotGbMonth: 0.05,
        aurora: { acuHour: 0.14, gbMonth: 0.11, ioMillion: 0.22 },
        nodeHour: { 'cache.t4g.small': 0.028, 'cache.t4g.medium': 0.0568, 'cache.r7g.large': 0.1944 },
        loadBalancer: { hour: 0.0252, lcuHour: 0.008 },
        nat: { hour: 0.048, gb: 0.048 },
        endpointHour: 0.011,
        s3: { gbMonth: 0.023, putMillion: 5 },
        logGb: 0.57,
    },
    'eu-central-1': {
        fargate: { vcpuHour: 0.03725, gibHour: 0.00409 },
        instanceHour: {
            'm6g.large': 0.092,
            'm7g.large': 0.0977,
            'r6g.medium': 0.0608,
            'r6g.large': 0.1216,
            'r6g.2xlarge': 0.4864,
            'r7g.medium': 0.0646,
            'r7g.large': 0.1292,
            'r7g.2xlarge': 0.5168,
            't4g.medium': 0.0384,
            't4g.large': 0.0768,
        },
        gp3: { gibMonth: 0.0952, iopsMonth: 0.006, throughputMonth: 0.048 },
        snapshotGbMonth: 0.054,
        aurora: { acuHour: 0.14, gbMonth: 0.119, ioMillion: 0.22 },
        nodeHour: { 'cache.t4g.small': 0.0296, 'cache.t4g.medium': 0.0592, 'cache.r7g.large': 0.2096 },
        loadBalancer: { hour: 0.027, lcuHour: 0.008 },
        nat: { hour: 0.052, gb: 0.052 },
        endpointHour: 0.012,
        s3: { gbMonth: 0.0245, putMillion: 5.4 },
        logGb: 0.63,
    },
};
/** Returns the prices of a Region. Undefined if they are unknown. */
const pricesOf = (region) => Object.hasOwn(PRICES, region) ? PRICES[region] : undefined;

// EXTERNAL MODULE: ./src/plan/json.ts
var json = __webpack_require__(82877);
;// CONCATENATED MODULE: ./src/cost/shape.ts

const EMPTY_SHAPE = {
    tasks: [],
    instances: [],
    volumes: [],
    databases: [],
    caches: [],
    loadBalancers: 0,
    natGateways: 0,
    ipv4Addresses: 0,
    endpoints: 0,
    privateZones: 0,
    secrets: 0,
    alarms: 0,
    metrics: 0,
};
const INCLUDED_IOPS = 3000;
const INCLUDED_THROUGHPUT = 125;
/** Prices each part of a stack for a month. Parts that do not exist have no line. */
function priceShape(shape, prices) {
    const { fargate, gp3, aurora } = prices;
    const lines = [
        ...shape.tasks.map(({ name, cpuUnits, memoryMib, count }) => ({
            name,
            usd: count * HOURS * ((cpuUnits / 1024) * fargate.vcpuHour + (memoryMib / 1024) * fargate.gibHour),
        })),
        ...shape.instances.map((one) => hourly(one, prices.instanceHour)),
        ...shape.volumes.map(({ name, gib, iops, throughput }) => ({
            name,
            usd: gib * gp3.gibMonth +
                Math.max(0, iops - INCLUDED_IOPS) * gp3.iopsMonth +
                Math.max(0, throughput - INCLUDED_THROUGHPUT) * gp3.throughputMonth,
        })),
        ...shape.databases.map(({ name, acus, instances }) => ({
            name,
            usd: acus * instances * aurora.acuHour * HOURS,
        })),
        ...shape.caches.map((one) => hourly(one, prices.nodeHour)),
        { name: 'Load balancer', usd: shape.loadBalancers * prices.loadBalancer.hour * HOURS },
        { name: 'NAT gateways', usd: shape.natGateways * prices.nat.hour * HOURS },
        { name: 'Public IPv4 addresses', usd: shape.ipv4Addresses * GLOBAL_PRICES.ipv4Hour * HOURS },
        { name: 'VPC endpoints', usd: shape.endpoints * prices.endpointHour * HOURS },
        { name: 'Cloud Map', usd: shape.privateZones * GLOBAL_PRICES.privateZoneMonth },
        { name: 'Secrets', usd: shape.secrets * GLOBAL_PRICES.secretMonth },
        {
            name: 'Alarms and metrics',
            usd: shape.alarms * GLOBAL_PRICES.alarmMonth + shape.metrics * GLOBAL_PRICES.metricMonth,
        },
    ];
    // A task whose definition is missing has NaN.
    return lines
        .map(({ name, usd }) => ({ name, usd: Number.isNaN(usd) ? undefined : usd }))
        .filter(({ usd }) => usd !== 0);
}
const hourly = ({ name, type, count }, hours) => {
    const hour = Object.hasOwn(hours, type) ? hours[type] : undefined;
    return hour === undefined
        ? { name: `${name} (${type})`, usd: undefined }
        : { name, usd: count * hour * HOURS };
};
/** Sum of the known prices of a month in USD. */
const sum = (lines) => lines.reduce((total, { usd }) => total + (usd ?? 0), 0);
/** Names of the parts whose price is unknown. */
const unknownParts = (lines) => lines.filter(({ usd }) => usd === undefined).map(({ name }) => name);

;// CONCATENATED MODULE: ./src/cost/resource-shape.ts


/** Types without a price of their own, or with a price for use only. */
const WITHOUT_FIXED_PRICE = new Set(`acm_certificate acm_certificate_validation appautoscaling_policy appautoscaling_target cloudfront_distribution
  cloudfront_function cloudfront_vpc_origin cloudwatch_dashboard cloudwatch_log_group db_subnet_group default_security_group
  dlm_lifecycle_policy ec2_tag ecs_capacity_provider ecs_cluster ecs_cluster_capacity_providers elasticache_parameter_group
  elasticache_subnet_group iam_instance_profile iam_policy iam_role iam_role_policy iam_role_policy_attachment
  internet_gateway lb_listener lb_listener_rule lb_target_group rds_cluster_parameter_group route route53_record
  route_table route_table_association s3_bucket s3_bucket_cors_configuration s3_bucket_lifecycle_configuration
  s3_bucket_ownership_controls s3_bucket_policy s3_bucket_public_access_block
  s3_bucket_server_side_encryption_configuration s3_bucket_versioning scheduler_schedule security_group
  service_discovery_service sesv2_email_identity sns_topic sns_topic_policy sns_topic_subscription ssm_parameter subnet vpc
  vpc_security_group_egress_rule vpc_security_group_ingress_rule wafv2_web_acl_association`
    .split(/\s+/)
    .map((name) => `aws_${name}`));
/** Types that other resources refer to, and that have no price themselves. */
const REFERENCED = new Set(['aws_launch_template', 'aws_ecs_task_definition', 'aws_rds_cluster']);
/** Resources of one type, by address. */
class Resources {
    all;
    constructor(all) {
        this.all = all;
    }
    of(type) {
        return this.all.filter((one) => one.type === `aws_${type}`);
    }
    count(type) {
        return this.of(type).length;
    }
}
/** By the types that each reader prices. */
const READERS = {
    ecs_service: (all) => ({ tasks: all.of('ecs_service').flatMap((one) => tasksOf(one, all)) }),
    'autoscaling_group instance': (all) => ({
        instances: [...all.of('autoscaling_group'), ...all.of('instance')].map((one) => instanceOf(one, all)),
    }),
    ebs_volume: (all) => ({
        volumes: [...all.of('ebs_volume').map(({ values }) => volume('Volume', values)), ...rootVolumes(all)],
    }),
    rds_cluster_instance: (all) => ({ databases: databases(all) }),
    elasticache_replication_group: (all) => ({
        caches: all.of('elasticache_replication_group').map(({ values }) => ({
            name: 'Valkey',
            type: (0,json/* textField */.M8)(values, 'node_type') ?? 'unknown node type',
            count: numberField(values, 'num_cache_clusters', 1),
        })),
    }),
    lb: (all) => ({ loadBalancers: all.count('lb') }),
    nat_gateway: (all) => ({ natGateways: all.count('nat_gateway') }),
    eip: (all) => ({ ipv4Addresses: all.count('eip') + publicAddresses(all) }),
    vpc_endpoint: (all) => ({ endpoints: total(all.of('vpc_endpoint'), interfaces) }),
    'service_discovery_private_dns_namespace route53_zone': (all) => ({
        privateZones: all.count('service_discovery_private_dns_namespace') + all.count('route53_zone'),
    }),
    'cloudformation_stack secretsmanager_secret': (all) => ({
        secrets: total(all.of('cloudformation_stack'), secretsOf) +
            all.count('secretsmanager_secret') +
            all.of('rds_cluster').filter(({ values }) => (0,json/* field */.ZZ)(values, 'manage_master_user_password') === true)
                .length,
    }),
    'cloudwatch_metric_alarm cloudwatch_log_metric_filter': (all) => ({
        alarms: all.count('cloudwatch_metric_alarm'),
        metrics: all.count('cloudwatch_log_metric_filter'),
    }),
};
const PRICED = new Set(Object.keys(READERS)
    .flatMap((types) => types.split(' '))
    .map((type) => `aws_${type}`));
/** Reads the parts with a fixed price from Terraform resources. */
function readShape(resources) {
    const all = new Resources(resources);
    return Object.values(READERS).reduce((shape, read) => ({ ...shape, ...read(all) }), EMPTY_SHAPE);
}
/** Whether a resource type has a fixed price that `readShape` knows. */
const isPriced = (type) => PRICED.has(type);
/** Returns the AWS types whose price is unknown. */
function unpricedTypes(resources) {
    const types = resources.map(({ type }) => type).filter((type) => type.startsWith('aws_'));
    return [...new Set(types)]
        .filter((type) => !PRICED.has(type) && !WITHOUT_FIXED_PRICE.has(type) && !REFERENCED.has(type))
        .sort();
}
const total = (resources, count) => resources.reduce((sum, { values }) => sum + count(values), 0);
/** The provider writes some numbers as text, such as `cpu = "1024"`. */
function numberField(value, key, fallback) {
    const found = Number((0,json/* field */.ZZ)(value, key) ?? fallback);
    return Number.isFinite(found) ? found : fallback;
}
/** A service has its tasks' family as its name: the plan does not know the ARN of a new task definition. */
function tasksOf({ values }, all) {
    if ((0,json/* field */.ZZ)(values, 'launch_type') !== 'FARGATE')
        return [];
    const name = (0,json/* textField */.M8)(values, 'name') ?? '';
    const definition = all
        .of('ecs_task_definition')
        .find((one) => (0,json/* textField */.M8)(one.values, 'family') === name)?.values;
    const count = numberField(values, 'desired_count', 1);
    return [
        {
            name,
            cpuUnits: numberField(definition, 'cpu', NaN),
            memoryMib: numberField(definition, 'memory', NaN),
            count,
        },
    ];
}
const templateOf = (name, all) => {
    const templates = all.of('launch_template');
    return (templates.find(({ values }) => (0,json/* textField */.M8)(values, 'name') === name) ?? templates[0])?.values;
};
const nameOf = (values) => (0,json/* textField */.M8)(values, 'name') ?? (0,json/* textField */.M8)((0,json/* field */.ZZ)(values, 'tags'), 'Name') ?? '';
/** EC2 tries the first type of a group first. */
function instanceOf({ values }, all) {
    const launch = (0,json/* listField */.FZ)((0,json/* listField */.FZ)(values, 'mixed_instances_policy')[0], 'launch_template')[0];
    const type = (0,json/* textField */.M8)((0,json/* listField */.FZ)(launch, 'override')[0], 'instance_type') ??
        (0,json/* textField */.M8)(values, 'instance_type') ??
        (0,json/* textField */.M8)(templateOf(nameOf(values), all), 'instance_type');
    return { name: 'EC2', type: type ?? 'unknown type', count: numberField(values, 'desired_capacity', 1) };
}
const volume = (name, values) => ({
    name,
    gib: numberField(values, 'size', 0),
    iops: numberField(values, 'iops', INCLUDED_IOPS),
    throughput: numberField(values, 'throughput', INCLUDED_THROUGHPUT),
});
/** One root volume for each launch template: the stack's groups have one instance. */
const rootVolumes = (all) => all.of('launch_template').flatMap(({ values }) => (0,json/* listField */.FZ)(values, 'block_device_mappings').flatMap((mapping) => (0,json/* listField */.FZ)(mapping, 'ebs').map((ebs) => ({
    name: 'Root volume',
    gib: numberField(ebs, 'volume_size', 0),
    iops: INCLUDED_IOPS,
    throughput: INCLUDED_THROUGHPUT,
}))));
function databases(all) {
    const instances = all.count('rds_cluster_instance');
    const [cluster] = all.of('rds_cluster');
    if (instances === 0 || cluster === undefined)
        return [];
    const [scaling] = (0,json/* listField */.FZ)(cluster.values, 'serverlessv2_scaling_configuration');
    return [{ name: 'Aurora', acus: numberField(scaling, 'min_capacity', 0), instances }];
}
/** A public load balancer has an address in each of its two zones; an instance has one. */
const publicAddresses = (all) => 2 * all.of('lb').filter(({ values }) => (0,json/* field */.ZZ)(values, 'internal') === false).length +
    all
        .of('launch_template')
        .flatMap(({ values }) => (0,json/* listField */.FZ)(values, 'network_interfaces'))
        .filter((one) => String((0,json/* field */.ZZ)(one, 'associate_public_ip_address')) === 'true').length;
/** The plan does not know the subnets of a new VPC: two, as the stack has. */
const interfaces = (values) => (0,json/* field */.ZZ)(values, 'vpc_endpoint_type') === 'Interface' ? (0,json/* listField */.FZ)(values, 'subnet_ids').length || 2 : 0;
function secretsOf(values) {
    const template = parse((0,json/* textField */.M8)(values, 'template_body') ?? '');
    const resources = (0,json/* field */.ZZ)(template, 'Resources');
    return Object.values(typeof resources === 'object' && resources !== null ? resources : {}).filter((one) => (0,json/* field */.ZZ)(one, 'Type') === 'AWS::SecretsManager::Secret').length;
}
/** A template may be YAML, whose secrets are not counted. */
function parse(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/cost/plan-cost.ts



/**
 * Estimates the fixed costs before and after a plan.
 *
 * @param region AWS Region of the plan; undefined if unknown
 * @returns undefined if no resource of the plan has a price
 */
function estimatePlan(plan, region) {
    const managed = plan.resources.filter(({ mode, deposed }) => mode === 'managed' && deposed === undefined);
    if (!managed.some(({ type }) => isPriced(type)))
        return undefined;
    const prices = region === undefined ? undefined : pricesOf(region);
    if (prices === undefined)
        return { region, usd: undefined, unknown: [] };
    const lines = (side) => priceShape(readShape(resourcesOf(managed, side)), prices);
    const [before, after] = [lines('before'), lines('after')];
    const changed = managed.filter(({ kind }) => kind !== 'no-op');
    const parts = [...unknownParts(before), ...unknownParts(after)];
    return {
        region,
        usd: { before: sum(before), after: sum(after) },
        unknown: [...new Set([...unpricedTypes(resourcesOf(changed, 'after')), ...parts])],
    };
}
const resourcesOf = (changes, side) => changes.flatMap(({ address, type, [side]: values }) => (values === null ? [] : [{ address, type, values }]));

// EXTERNAL MODULE: ./src/plan/engine.ts
var plan_engine = __webpack_require__(13497);
// EXTERNAL MODULE: ./src/github/limits.ts
var limits = __webpack_require__(71679);
// EXTERNAL MODULE: ./src/text/markdown.ts
var markdown = __webpack_require__(86590);
;// CONCATENATED MODULE: ./src/report/cost.ts



const NOT_INCLUDED = 'Without usage, such as requests, stored data, traffic and tasks above the current number.';
/** Renders the cost of a plan as one paragraph of Markdown. Empty if it changes nothing that has a price. */
function costLine(cost) {
    if (cost === undefined)
        return '';
    if (cost.usd === undefined) {
        const reason = cost.region === undefined ? 'the Region is unknown' : `there are no prices of ${cost.region}`;
        return `**Cost:** unknown, because ${reason}.`;
    }
    const { before, after } = cost.usd;
    const unknown = cost.unknown.length === 0 ? '' : ` The price is unknown of ${cost.unknown.map(markdown/* codeSpan */.SS).join(', ')}.`;
    const source = `List prices of ${cost.region ?? ''}, ${PRICES_DATE}. ${NOT_INCLUDED}`;
    return `**Cost:** ${describeChange(before, after)}.${unknown} <sub>${source}</sub>`;
}
function describeChange(before, after) {
    const [from, to] = [Math.round(before), Math.round(after)];
    if (from === to)
        return `unchanged, about ${to} USD a month`;
    const difference = to - from;
    const sign = difference > 0 ? '+' : '−';
    return `about ${sign}${Math.abs(difference)} USD a month (${from} → ${to})`;
}

// EXTERNAL MODULE: ./src/plan/attribute-path.ts
var attribute_path = __webpack_require__(55163);
// EXTERNAL MODULE: ./src/text/json.ts
var text_json = __webpack_require__(21789);
// EXTERNAL MODULE: ./src/plan/masks.ts
var masks = __webpack_require__(20194);
// EXTERNAL MODULE: ./src/report/diff/line.ts
var line = __webpack_require__(57764);
;// CONCATENATED MODULE: ./src/report/diff/sensitive-mask.ts



class ElementMask {
    mask;
    constructor(mask) {
        this.mask = mask;
    }
}
/** Combines `before_sensitive` and `after_sensitive`: one mark hides both values. */
function mergeMasks(before, after) {
    if (before === true || after === true)
        return true;
    if ((0,json/* isEqualJson */.fR)(before, after))
        return before;
    if ((0,text_json/* isRecord */.u4)(before) && (0,text_json/* isRecord */.u4)(after)) {
        const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
        return Object.fromEntries([...keys].map((key) => [key, mergeMasks((0,json/* field */.ZZ)(before, key), (0,json/* field */.ZZ)(after, key))]));
    }
    // Keys do not correspond to indexes, so one mark hides the whole value.
    if (((0,text_json/* isRecord */.u4)(before) && (0,json/* isList */.Lv)(after)) || ((0,json/* isList */.Lv)(before) && (0,text_json/* isRecord */.u4)(after))) {
        return (0,masks/* hasMark */.m)(before) || (0,masks/* hasMark */.m)(after);
    }
    // Indexes may differ on the two sides, so one mark hides all elements.
    const elements = [before, after].flatMap((side) => ((0,json/* isList */.Lv)(side) ? side : []));
    if (elements.length > 0)
        return new ElementMask(elements.reduce(mergeMasks, false));
    return (0,text_json/* isRecord */.u4)(before) ? before : after;
}
function maskAt(mask, key) {
    if (mask === true)
        return true;
    if (mask instanceof ElementMask)
        return mask.mask;
    if (typeof key === 'number')
        return (0,json/* isList */.Lv)(mask) ? mask[key] : false;
    return (0,json/* field */.ZZ)(mask, key);
}

// EXTERNAL MODULE: ./src/text/sanitize.ts
var sanitize = __webpack_require__(64212);
;// CONCATENATED MODULE: ./src/report/diff/display-value.ts




const ABSENT = { kind: 'absent' };
/** Limits recursion into JSON. */
const MAX_VALUE_DEPTH = 24;
/** Converts planned values and hides secrets. */
class ValueFormatter {
    redactor;
    redact;
    constructor(redactor) {
        this.redactor = redactor;
        this.redact = redactor.redact;
    }
    toDisplay(planned, nesting = { depth: 0, inJson: false }) {
        const { value, unknown, mask } = planned;
        if (mask === true)
            return value === null && unknown !== true ? ABSENT : { kind: 'sensitive', raw: value };
        if (unknown === true)
            return { kind: 'unknown' };
        if (nesting.depth > MAX_VALUE_DEPTH)
            return { kind: 'scalar', text: '(nested too deeply to show)', raw: value };
        const inner = { ...nesting, depth: nesting.depth + 1 };
        if ((0,json/* isList */.Lv)(value))
            return this.list(value, planned, inner);
        if ((0,text_json/* isRecord */.u4)(value))
            return this.object(value, planned, inner);
        return this.leaf(value, inner);
    }
    formatName(text) {
        const clean = this.redact(text);
        return /^[a-z_][\w.:/-]*$/i.test(clean) ? clean : (0,sanitize/* escapeInvisible */.ts)(JSON.stringify(clean));
    }
    list(list, { unknown, mask }, inner) {
        const items = list.map((value, index) => this.toDisplay({ value, unknown: maskAt(unknown, index), mask: maskAt(mask, index) }, inner));
        return { kind: 'list', items, isJson: false };
    }
    object(fields, { unknown, mask }, inner) {
        // Unknown values have no key in `after`.
        const keys = new Set([...Object.keys(fields), ...((0,text_json/* isRecord */.u4)(unknown) ? Object.keys(unknown) : [])]);
        const entries = [...keys].sort().map((key) => {
            const value = (0,json/* field */.ZZ)(fields, key) ?? null;
            return [key, this.toDisplay({ value, unknown: maskAt(unknown, key), mask: maskAt(mask, key) }, inner)];
        });
        return { kind: 'object', entries: new Map(entries), isJson: false };
    }
    leaf(value, inner) {
        if (typeof value === 'string')
            return this.text(value, inner);
        if ((value === null || value === undefined) && !inner.inJson)
            return ABSENT;
        if (this.redactor.isSecret(value))
            return { kind: 'sensitive', raw: value };
        return { kind: 'scalar', text: this.redact((0,json/* canonicalJson */.dj)(value)), raw: value };
    }
    text(value, inner) {
        if (this.redactor.isSecret(value))
            return { kind: 'sensitive', raw: value };
        const json = parseContainer(value);
        if (json !== undefined) {
            const parsed = { value: json, unknown: false, mask: false };
            const shown = this.toDisplay(parsed, { ...inner, inJson: true });
            return shown.kind === 'object' || shown.kind === 'list' ? { ...shown, isJson: true } : shown;
        }
        const clean = this.redact(value).replace(/\r\n/g, '\n');
        if (!clean.includes('\n'))
            return { kind: 'scalar', text: (0,sanitize/* escapeInvisible */.ts)(JSON.stringify(clean)), raw: value };
        // A heredoc ends with a line feed.
        return { kind: 'lines', lines: (0,sanitize/* escapeInvisible */.ts)(clean.replace(/\n$/, '')).split('\n'), raw: value };
    }
}
/** @returns undefined unless the text is a non-empty JSON object or list */
function parseContainer(text) {
    if (!/^\s*[[{]/.test(text))
        return undefined;
    try {
        const value = (0,json/* parseJsonExactly */.OT)(text);
        return ((0,json/* isList */.Lv)(value) ? value.length : Object.keys((0,text_json/* isRecord */.u4)(value) ? value : {}).length) > 0
            ? value
            : undefined;
    }
    catch {
        return undefined;
    }
}
function equalsDisplay(a, b) {
    // Providers treat null and an empty list alike.
    if (isEmpty(a) && isEmpty(b))
        return true;
    if (a.kind === 'unknown' || b.kind === 'unknown')
        return false;
    if ('raw' in a && 'raw' in b)
        return (0,json/* isEqualJson */.fR)(a.raw, b.raw);
    if (a.kind === 'list' && b.kind === 'list') {
        return (a.items.length === b.items.length &&
            a.items.every((item, index) => equalsDisplay(item, b.items[index] ?? ABSENT)));
    }
    if (a.kind !== 'object' || b.kind !== 'object')
        return false;
    const keys = new Set([...a.entries.keys(), ...b.entries.keys()]);
    return [...keys].every((key) => equalsDisplay(a.entries.get(key) ?? ABSENT, b.entries.get(key) ?? ABSENT));
}
/** Whether the value is null, or contains only such values. */
const isEmpty = (value) => value.kind === 'absent' ||
    (value.kind === 'list' && value.items.length === 0) ||
    (value.kind === 'object' && [...value.entries.values()].every(isEmpty));

;// CONCATENATED MODULE: ./src/report/diff/match-items.ts

/** Of policies, container definitions and the AWS provider's blocks. */
const IDENTITY_ATTRIBUTES = [
    'name',
    'Name',
    'Sid',
    'sid',
    'id',
    'Id',
    'ID',
    'key',
    'rule_id',
    'containerPath',
];
/** Share of equal attributes of two unnamed elements. */
const MIN_SIMILARITY = 0.5;
const MAX_COMPARISONS = 2_500;
/** Combines a removed and an added element that share a name or most attributes. */
function matchItems(steps) {
    const changes = [];
    for (let index = 0; index < steps.length;) {
        const isUnchanged = steps[index]?.kind === 'keep';
        const length = steps.slice(index).findIndex(({ kind }) => (kind === 'keep') !== isUnchanged);
        const run = steps.slice(index, length < 0 ? steps.length : index + length);
        if (isUnchanged)
            changes.push({ kind: 'unchanged', items: run.flatMap((step) => ('after' in step ? [step.after] : [])) });
        else
            changes.push(...matchRun(run, run.length === steps.length));
        index += run.length;
    }
    return changes;
}
function matchRun(run, isWholeList) {
    const removed = run.flatMap((step) => (step.kind === 'remove' ? [step.before] : []));
    const added = run.flatMap((step) => (step.kind === 'add' ? [step.after] : []));
    // A nested block that occurs at most once.
    const isSingleBlock = isWholeList && removed.length === 1 && added.length === 1;
    const matches = removed.length * added.length > MAX_COMPARISONS
        ? []
        : findMatches(removed, added, isSingleBlock ? 0 : MIN_SIMILARITY);
    const partners = new Map();
    const matched = new Set();
    for (const { changed } of matches.toSorted((a, b) => b.similarity - a.similarity)) {
        if (matched.has(changed.before) || partners.has(changed.after))
            continue;
        matched.add(changed.before);
        partners.set(changed.after, changed);
    }
    return [
        ...removed.filter((one) => !matched.has(one)).map((before) => ({ kind: 'removed', before })),
        ...added.map((after) => partners.get(after) ?? { kind: 'added', after }),
    ];
}
function findMatches(removed, added, minSimilarity) {
    return added.flatMap((after) => removed.flatMap((before) => {
        if (before.kind !== 'object' || after.kind !== 'object')
            return [];
        const identity = IDENTITY_ATTRIBUTES.find((name) => isName(before.entries.get(name)) && isName(after.entries.get(name)));
        const hasSameName = identity !== undefined && hasEqualEntry(identity, before.entries, after.entries);
        // Different names: different elements.
        if (identity !== undefined && !hasSameName && minSimilarity > 0)
            return [];
        const similarity = hasSameName ? 1 : shareOfEqualEntries(before.entries, after.entries);
        const changed = {
            kind: 'changed',
            before,
            after,
            identity: hasSameName ? identity : undefined,
        };
        return similarity >= minSimilarity ? [{ changed, similarity }] : [];
    }));
}
const isName = (value) => value?.kind === 'scalar' && value.raw !== '';
const hasEqualEntry = (name, a, b) => equalsDisplay(a.get(name) ?? ABSENT, b.get(name) ?? ABSENT);
function shareOfEqualEntries(a, b) {
    const names = [...new Set([...a.keys(), ...b.keys()])].filter((name) => {
        return !isEmpty(a.get(name) ?? ABSENT) || !isEmpty(b.get(name) ?? ABSENT);
    });
    return names.length === 0 ? 0 : names.filter((name) => hasEqualEntry(name, a, b)).length / names.length;
}
const MAX_IDENTIFYING_ATTRIBUTES = 3;
/**
 * Returns the attributes that tell a changed element from the others: its name, or unchanged values that not every
 * element has.
 *
 * @param all elements of the list after the change
 */
function identifyingAttributes({ before, after, identity }, all) {
    if (identity !== undefined)
        return [identity];
    if (all.length < 2 || before.kind !== 'object' || after.kind !== 'object')
        return [];
    const others = all.flatMap((one) => (one.kind === 'object' && one !== after ? [one.entries] : []));
    const candidates = [...after.entries].flatMap(([name, value]) => value.kind === 'scalar' &&
        typeof value.raw !== 'boolean' &&
        hasEqualEntry(name, before.entries, after.entries)
        ? [name]
        : []);
    const distinct = candidates.filter((name) => others.some((one) => !hasEqualEntry(name, one, after.entries)));
    return (distinct.length > 0 ? distinct : candidates).slice(0, MAX_IDENTIFYING_ATTRIBUTES);
}

;// CONCATENATED MODULE: ./src/report/diff/lcs.ts
/** Filled in well under a second. */
const MAX_TABLE_CELLS = 1_000_000;
/** Returns the fewest removals and additions between two sequences, removals first. */
function align(before, after, same) {
    const head = commonHead(before, after, same);
    const [beforeTail, afterTail] = [before.slice(head.length), after.slice(head.length)];
    const tail = commonHead(beforeTail.toReversed(), afterTail.toReversed(), same).reverse();
    const middle = alignMiddle(beforeTail.slice(0, beforeTail.length - tail.length), afterTail.slice(0, afterTail.length - tail.length), same);
    return [...head, ...middle, ...tail];
}
function commonHead(before, after, same) {
    const steps = [];
    for (const [index, one] of before.entries()) {
        const other = after.at(index);
        if (index >= after.length || other === undefined || !same(one, other))
            break;
        steps.push({ kind: 'keep', before: one, after: other });
    }
    return steps;
}
function alignMiddle(before, after, same) {
    const removed = before.map((one) => ({ kind: 'remove', before: one }));
    const added = after.map((one) => ({ kind: 'add', after: one }));
    if (removed.length * added.length > MAX_TABLE_CELLS)
        return [...removed, ...added];
    // Of the longest common subsequence of before.slice(i) and after.slice(j).
    const lengths = Array.from({ length: before.length + 1 }, () => new Uint32Array(after.length + 1));
    const lengthAt = (i, j) => lengths[i]?.[j] ?? 0;
    for (let i = before.length - 1; i >= 0; i--) {
        const [row, one] = [lengths[i], before[i]];
        if (row === undefined || one === undefined)
            continue;
        for (const j of after.keys()) {
            const k = after.length - 1 - j;
            const other = after[k];
            const equal = other !== undefined && same(one, other);
            row[k] = equal ? lengthAt(i + 1, k + 1) + 1 : Math.max(lengthAt(i + 1, k), lengthAt(i, k + 1));
        }
    }
    return traceSteps(before, after, { same, lengthAt });
}
function traceSteps(before, after, { same, lengthAt }) {
    const steps = [];
    let [i, j] = [0, 0];
    for (;;) {
        const [one, other] = [before[i], after[j]];
        if (one === undefined && other === undefined)
            return steps;
        if (one !== undefined && other !== undefined && same(one, other)) {
            steps.push({ kind: 'keep', before: one, after: other });
            i++;
            j++;
        }
        else if (one !== undefined && (other === undefined || lengthAt(i + 1, j) >= lengthAt(i, j + 1))) {
            steps.push({ kind: 'remove', before: one });
            i++;
        }
        else if (other !== undefined) {
            steps.push({ kind: 'add', after: other });
            j++;
        }
    }
}

;// CONCATENATED MODULE: ./src/report/diff/value-writer.ts



const MAX_LIST_WIDTH = 80;
const MAX_KEY_WIDTH = 40;
/** Writes a value in Terraform syntax. */
class ValueWriter {
    formatter;
    constructor(formatter) {
        this.formatter = formatter;
    }
    write(value, { prefix, depth, label }) {
        const short = this.inline(value);
        if (short !== undefined)
            return [(0,line/* diffLine */.mc)(prefix, depth, `${label.text}${short}${label.suffix}`)];
        const { open, close } = brackets(value);
        return [
            (0,line/* diffLine */.mc)(prefix, depth, `${label.text}${open}`),
            ...this.inside(value, prefix, depth + 1),
            (0,line/* diffLine */.mc)(prefix, depth, `${close}${label.suffix}`),
        ];
    }
    /** @returns undefined for a value with several lines */
    inline(value) {
        switch (value.kind) {
            case 'absent':
                return 'null';
            case 'unknown':
                return '(known after apply)';
            case 'sensitive':
                return '(sensitive)';
            case 'scalar':
                return (0,markdown/* excerpt */.Kb)(value.text);
            case 'lines':
                return undefined;
            case 'object':
                return isEmpty(value) && !value.isJson ? '{}' : undefined;
            case 'list':
                return this.inlineList(value.items, value.isJson);
        }
    }
    /** Aligns the values of siblings. */
    labels(names) {
        const formatted = names.map((name) => [name, this.formatter.formatName(name)]);
        const width = Math.max(0, ...formatted.map(([, { length }]) => length).filter((length) => length <= MAX_KEY_WIDTH));
        return new Map(formatted.map(([name, text]) => [name, { text: `${text.padEnd(width)} = `, suffix: '' }]));
    }
    inlineList(items, isJson) {
        const texts = items.map((item) => item.kind === 'object' || item.kind === 'list' ? undefined : this.inline(item));
        if (texts.includes(undefined))
            return undefined;
        const text = `[${texts.join(', ')}]`;
        return text.length > MAX_LIST_WIDTH ? undefined : isJson ? `jsonencode(${text})` : text;
    }
    inside(value, prefix, depth) {
        if (value.kind === 'lines')
            return value.lines.map((text) => (0,line/* diffLine */.mc)(prefix, depth, text));
        if (value.kind === 'list') {
            return value.items.flatMap((item) => this.write(item, { prefix, depth, label: line/* LIST_ITEM_LABEL */.us }));
        }
        return value.kind === 'object' ? this.entries(value.entries, prefix, depth) : [];
    }
    entries(entries, prefix, depth) {
        const filled = [...entries].filter(([, value]) => !isEmpty(value));
        const labels = this.labels(filled.map(([name]) => name));
        return filled.flatMap(([name, value]) => {
            const label = labels.get(name);
            return label === undefined ? [] : this.write(value, { prefix, depth, label });
        });
    }
}
/** Returns the first and last line of a multi-line value. */
function brackets(value) {
    if (value.kind === 'lines')
        return { open: '<<-EOT', close: 'EOT' };
    const [open, close] = value.kind === 'list' ? ['[', ']'] : ['{', '}'];
    const isJson = (value.kind === 'list' || value.kind === 'object') && value.isJson;
    return isJson ? { open: `jsonencode(${open}`, close: `${close})` } : { open, close };
}
/** Abbreviates a value that becomes unknown. */
function summarize(value, writer) {
    switch (value.kind) {
        case 'lines':
            return `(${(0,markdown/* plural */.LS)(value.lines.length, 'line')})`;
        case 'object':
            return '{…}';
        case 'list':
            return `[${(0,markdown/* plural */.LS)(value.items.length, 'item')}]`;
        case 'absent':
        case 'unknown':
        case 'sensitive':
        case 'scalar':
            return writer.inline(value) ?? '';
    }
}

;// CONCATENATED MODULE: ./src/report/diff/diff.ts






const MAX_CHANGE_WIDTH = 100;
const CONTEXT_SIZE = 2;
const HIDDEN_DIFFERENCE = 'only hidden parts differ';
/** Writes the difference of two values. */
class Differ {
    writer;
    constructor(writer) {
        this.writer = writer;
    }
    diff(pair, depth, label) {
        const { before, after } = pair;
        if (equalsDisplay(before, after))
            return [];
        if (before.kind === 'absent')
            return this.writer.write(after, { prefix: '+', depth, label });
        if (after.kind === 'absent')
            return this.writer.write(before, { prefix: '-', depth, label });
        const inside = this.inside(pair, depth + 1);
        if (inside === undefined)
            return this.replaced(pair, depth, label);
        const { open, close } = brackets(after);
        return [
            (0,line/* diffLine */.mc)(' ', depth, `${label.text}${open}${label.suffix.replace(/^,/, '')}`),
            ...inside,
            (0,line/* diffLine */.mc)(' ', depth, `${close}${label.suffix.startsWith(',') ? ',' : ''}`),
        ];
    }
    entries(before, after, { depth, identity }) {
        const names = [...new Set([...before.keys(), ...after.keys()])].sort();
        const pairs = names.map((name) => ({
            name,
            before: before.get(name) ?? ABSENT,
            after: after.get(name) ?? ABSENT,
        }));
        const isSame = (pair) => equalsDisplay(pair.before, pair.after);
        const shown = [
            ...pairs.filter(({ name }) => identity.includes(name)),
            ...pairs.filter((pair) => !identity.includes(pair.name) && !isSame(pair)),
        ];
        const labels = this.writer.labels(shown.map(({ name }) => name));
        const lines = shown.flatMap((pair) => {
            const label = labels.get(pair.name) ?? line/* NO_LABEL */.fy;
            return isSame(pair)
                ? this.writer.write(pair.after, { prefix: ' ', depth, label })
                : this.diff(pair, depth, label);
        });
        const unchanged = pairs.filter((pair) => isSame(pair) && !identity.includes(pair.name) && !isEmpty(pair.after)).length;
        return unchanged === 0 ? lines : [...lines, (0,line/* commentLine */.WA)(depth, (0,markdown/* plural */.LS)(unchanged, 'unchanged attribute'))];
    }
    /** @returns undefined for values of different kinds */
    inside({ before, after }, depth) {
        if (before.kind === 'object' && after.kind === 'object') {
            return before.isJson === after.isJson
                ? this.entries(before.entries, after.entries, { depth, identity: [] })
                : undefined;
        }
        if (before.kind === 'list' && after.kind === 'list') {
            return before.isJson === after.isJson ? this.items(before.items, after.items, depth) : undefined;
        }
        if (before.kind !== 'lines' || after.kind !== 'lines')
            return undefined;
        const steps = align(before.lines, after.lines, (a, b) => a === b);
        if (steps.every(({ kind }) => kind === 'keep'))
            return [(0,line/* commentLine */.WA)(depth, HIDDEN_DIFFERENCE)];
        return textLines(steps, depth);
    }
    replaced({ before, after }, depth, label) {
        if (before.kind === 'sensitive' && after.kind === 'sensitive') {
            return [(0,line/* diffLine */.mc)('!', depth, `${label.text}(sensitive)${label.suffix}`)];
        }
        const from = after.kind === 'unknown' ? summarize(before, this.writer) : this.writer.inline(before);
        const to = this.writer.inline(after);
        if (from !== undefined && to !== undefined && from.length + to.length <= MAX_CHANGE_WIDTH) {
            const text = from === to ? `${to}  # ${HIDDEN_DIFFERENCE}` : `${from} -> ${to}`;
            return [(0,line/* diffLine */.mc)('!', depth, `${label.text}${text}${label.suffix}`)];
        }
        if (before.kind === 'scalar' && after.kind === 'scalar') {
            const at = firstDifference(before.text, after.text);
            return [
                (0,line/* diffLine */.mc)('-', depth, `${label.text}${(0,markdown/* excerpt */.Kb)(before.text, at)}`),
                (0,line/* diffLine */.mc)('+', depth, `${label.text}${(0,markdown/* excerpt */.Kb)(after.text, at)}${label.suffix}`),
            ];
        }
        const withoutSuffix = { text: label.text, suffix: '' };
        return [
            ...this.writer.write(before, { prefix: '-', depth, label: withoutSuffix }),
            ...this.writer.write(after, { prefix: '+', depth, label }),
        ];
    }
    items(before, after, depth) {
        const label = line/* LIST_ITEM_LABEL */.us;
        return matchItems(align(before, after, equalsDisplay)).flatMap((change) => {
            switch (change.kind) {
                case 'unchanged':
                    return this.unchangedItems(change.items, depth);
                case 'removed':
                    return this.writer.write(change.before, { prefix: '-', depth, label });
                case 'added':
                    return this.writer.write(change.after, { prefix: '+', depth, label });
                case 'changed':
                    return this.changedItem(change, after, depth);
            }
        });
    }
    unchangedItems(items, depth) {
        const isShort = items.length <= CONTEXT_SIZE && items.every(({ kind }) => kind === 'scalar');
        if (!isShort)
            return [(0,line/* commentLine */.WA)(depth, (0,markdown/* plural */.LS)(items.length, 'unchanged item'))];
        return items.flatMap((item) => this.writer.write(item, { prefix: ' ', depth, label: line/* LIST_ITEM_LABEL */.us }));
    }
    changedItem(change, all, depth) {
        const { before, after } = change;
        if (before.kind !== 'object' || after.kind !== 'object')
            return [];
        const inside = this.entries(before.entries, after.entries, {
            depth: depth + 1,
            identity: identifyingAttributes(change, all),
        });
        return [(0,line/* diffLine */.mc)(' ', depth, '{'), ...inside, (0,line/* diffLine */.mc)(' ', depth, '},')];
    }
}
function firstDifference(a, b) {
    for (let at = 0; at < a.length; at++)
        if (a[at] !== b[at])
            return at;
    return a.length;
}
function textLines(steps, depth) {
    const isNear = steps.map((_, index) => steps
        .slice(Math.max(0, index - CONTEXT_SIZE), index + CONTEXT_SIZE + 1)
        .some(({ kind }) => kind !== 'keep'));
    const lines = [];
    let hidden = [];
    const writeHidden = () => {
        // A count takes as much space as one line.
        if (hidden.length === 1)
            lines.push(...hidden.map((step) => textLine(step, depth)));
        else if (hidden.length > 1)
            lines.push((0,line/* diffLine */.mc)(' ', depth, `⋮ ${(0,markdown/* plural */.LS)(hidden.length, 'unchanged line')}`));
        hidden = [];
    };
    for (const [index, step] of steps.entries()) {
        if (isNear[index] === true) {
            writeHidden();
            lines.push(textLine(step, depth));
        }
        else
            hidden.push(step);
    }
    writeHidden();
    return lines;
}
function textLine(step, depth) {
    switch (step.kind) {
        case 'keep':
            return (0,line/* diffLine */.mc)(' ', depth, (0,markdown/* excerpt */.Kb)(step.after));
        case 'remove':
            return (0,line/* diffLine */.mc)('-', depth, (0,markdown/* excerpt */.Kb)(step.before));
        case 'add':
            return (0,line/* diffLine */.mc)('+', depth, (0,markdown/* excerpt */.Kb)(step.after));
    }
}

;// CONCATENATED MODULE: ./src/report/diff/attributes.ts










const MAX_LINE_WIDTH = 96;
/** From this number on, unknown attributes share one statement. */
const MIN_FOLDED_UNKNOWNS = 4;
/** Writes a change attribute by attribute. */
class AttributeWriter {
    formatter;
    writer;
    differ;
    redact;
    constructor(formatter) {
        this.formatter = formatter;
        this.writer = new ValueWriter(formatter);
        this.differ = new Differ(this.writer);
        this.redact = formatter.redact;
    }
    write(change, replacePaths = []) {
        const names = attributeNames(change);
        const changed = names.flatMap((name) => this.attribute(change, name, replacePaths));
        const isForcing = ({ forces }) => forces.length > 0;
        const unknown = changed.filter((one) => one.after.kind === 'unknown' && !isForcing(one));
        const folded = new Set(unknown.length >= MIN_FOLDED_UNKNOWNS ? unknown : []);
        const single = changed.filter((one) => !folded.has(one));
        const labels = this.writer.labels(single.map(({ name }) => name));
        const inOrder = [...single.filter(isForcing), ...single.filter((one) => !isForcing(one))];
        const unchanged = names.filter((name) => isUnchanged(change, name)).length;
        return [
            ...inOrder.flatMap((one) => this.lines(one, labels.get(one.name) ?? line/* NO_LABEL */.fy)),
            ...this.unknownLines([...folded]),
            ...(unchanged > 0 ? [(0,line/* commentLine */.WA)(0, (0,markdown/* plural */.LS)(unchanged, 'unchanged attribute'))] : []),
        ];
    }
    writeOutputs(changes) {
        const labels = this.writer.labels(changes.map(({ name }) => name));
        return changes.flatMap((change) => {
            const pair = this.pair(change, (value) => value);
            return this.differ.diff(pair, 0, labels.get(change.name) ?? line/* NO_LABEL */.fy);
        });
    }
    hasChanges(change) {
        return attributeNames(change).some((name) => this.attribute(change, name, []).length > 0);
    }
    attribute(change, name, replacePaths) {
        if ((0,json/* isEqualJson */.fR)((0,json/* field */.ZZ)(change.before, name), (0,json/* field */.ZZ)(change.after, name)) && !isUnknown(change, name))
            return [];
        const pair = this.pair(change, (value) => maskAt(value, name));
        if (isBlank(pair.before) && isBlank(pair.after))
            return [];
        const isReformatted = equalsDisplay(pair.before, pair.after) && typeof (0,json/* field */.ZZ)(change.after, name) === 'string';
        if (equalsDisplay(pair.before, pair.after) && !isReformatted)
            return [];
        if (name === 'tags_all' && this.equalsTags(change, pair))
            return [];
        const forces = replacePaths.filter(([first]) => first === name).map(attribute_path/* formatPath */.j);
        return [{ name, ...pair, forces }];
    }
    /** The AWS provider repeats `tags` and adds default tags. */
    equalsTags(change, tagsAll) {
        const tags = this.pair(change, (value) => maskAt(value, 'tags'));
        return equalsDisplay(tags.before, tagsAll.before) && equalsDisplay(tags.after, tagsAll.after);
    }
    pair(change, select) {
        const [before, after, unknown] = [
            select(change.before),
            select(change.after),
            select(change.afterUnknown),
        ];
        const hasBefore = before !== null && before !== undefined;
        const hasAfter = change.after !== null || (0,masks/* hasMark */.m)(unknown);
        const [maskBefore, maskAfter] = [select(change.beforeSensitive), select(change.afterSensitive)];
        const mask = !hasBefore ? maskAfter : !hasAfter ? maskBefore : mergeMasks(maskBefore, maskAfter);
        return {
            before: hasBefore ? this.formatter.toDisplay({ value: before, unknown: false, mask }) : ABSENT,
            after: hasAfter ? this.formatter.toDisplay({ value: after ?? null, unknown, mask }) : ABSENT,
        };
    }
    lines({ name, before, after, forces }, label) {
        // The same JSON in a different format.
        if (equalsDisplay(before, after))
            return [(0,line/* commentLine */.WA)(0, `${this.formatter.formatName(name)}: only formatting differs`)];
        const [first, ...others] = this.differ.diff({ before, after }, 0, label);
        if (first === undefined)
            return [];
        if (forces.length === 0)
            return [first, ...others];
        const inside = forces.filter((path) => path !== name).map((path) => this.formatter.formatName(path));
        const paths = inside.length === 0 ? '' : ` (${inside.join(', ')})`;
        return [{ ...first, text: `${first.text}  # forces replacement${paths}` }, ...others];
    }
    unknownLines(attributes) {
        const isNew = ({ before }) => before.kind === 'absent';
        const write = (prefix, some) => wrapUnknownNames(some.map(({ name }) => this.formatter.formatName(name))).map((text) => (0,line/* diffLine */.mc)(prefix, 0, text));
        const changed = attributes.filter((one) => !isNew(one));
        return [...write('!', changed), ...write('+', attributes.filter(isNew))];
    }
}
/** The AWS provider treats empty text as null. */
const isBlank = (value) => isEmpty(value) || (value.kind === 'scalar' && value.raw === '');
function attributeNames({ before, after, afterUnknown }) {
    const names = [before, after, afterUnknown].flatMap((value) => ((0,text_json/* isRecord */.u4)(value) ? Object.keys(value) : []));
    return [...new Set(names)].sort();
}
const isUnknown = (change, name) => (0,masks/* hasMark */.m)(maskAt(change.afterUnknown, name));
function isUnchanged(change, name) {
    const after = (0,json/* field */.ZZ)(change.after, name) ?? null;
    return after !== null && (0,json/* isEqualJson */.fR)((0,json/* field */.ZZ)(change.before, name), after) && !isUnknown(change, name);
}
/** Wraps `a, b, c = (known after apply)`. */
function wrapUnknownNames(names) {
    if (names.length === 0)
        return [];
    const lines = [];
    let current = '';
    for (const [index, name] of names.entries()) {
        const piece = index === names.length - 1 ? `${name} = (known after apply)` : `${name},`;
        if (current !== '' && current.length + piece.length + 1 > MAX_LINE_WIDTH) {
            lines.push(current);
            current = piece;
        }
        else
            current = current === '' ? piece : `${current} ${piece}`;
    }
    return [...lines, current];
}

// EXTERNAL MODULE: ./src/report/destructive-changes.ts
var destructive_changes = __webpack_require__(12766);
// EXTERNAL MODULE: ./src/report/fit.ts
var fit = __webpack_require__(40877);
// EXTERNAL MODULE: ./src/report/footer.ts
var footer = __webpack_require__(87403);
// EXTERNAL MODULE: ./src/plan/counts.ts
var counts = __webpack_require__(82407);
;// CONCATENATED MODULE: ./src/report/headline.ts


/** Renders the plan's counts, and notes on work without a count. */
function planHeadline(plan) {
    return [countsLine(plan, (0,counts/* countChanges */.x)(plan)), ...planNotes(plan)].join('\n\n');
}
function countsLine(plan, counts) {
    const list = listCounts(plan, counts);
    if (plan.errored) {
        const partial = list === '' ? '' : ` Planned before the error: ${list}.`;
        return `Terraform could not complete the plan, so nothing can be applied.${partial}`;
    }
    if (list !== '')
        return `**Plan:** ${list}.`;
    if (isPartial(plan))
        return '**Plan:** nothing to create, update or destroy in the targeted resources.';
    if (counts.hasChanges)
        return '**Plan:** nothing to create, update or destroy.';
    if (plan.failedChecks.length > 0)
        return `⚠️ **No changes, but ${(0,markdown/* plural */.LS)(plan.failedChecks.length, 'check')} failed.** The deployed resources match the configuration.`;
    return '✅ **No changes.** The deployed resources match the configuration.';
}
function listCounts({ actionInvocations }, counts) {
    const bold = (text) => `**${text}**`;
    const parts = [
        counts.create > 0 && `${counts.create} to create`,
        counts.update > 0 && `${counts.update} to update`,
        counts.replace > 0 && bold(`${counts.replace} to replace`),
        counts.destroy > 0 && bold(`${counts.destroy} to destroy`),
        counts.move > 0 && `${counts.move} to move`,
        counts.import > 0 && `${counts.import} to import`,
        counts.forget > 0 && bold(`${counts.forget} to forget`),
        counts.outputs > 0 && `${(0,markdown/* plural */.LS)(counts.outputs, 'output')} to change`,
        actionInvocations.length > 0 && `${(0,markdown/* plural */.LS)(actionInvocations.length, 'provider action')} to run`,
    ];
    return parts.filter((part) => part !== false).join(', ');
}
/** Terraform calls a plan with `-target` or `-exclude` incomplete. */
const isPartial = ({ complete, errored, deferred }) => !complete && !errored && deferred.length === 0;
function planNotes(plan) {
    const { resources, deferred, actionInvocations } = plan;
    const reads = resources.filter(({ kind }) => kind === 'read').length;
    return [
        reads > 0 && `The apply also reads ${(0,markdown/* plural */.LS)(reads, 'data source')}.`,
        isPartial(plan) &&
            '**Incomplete:** only the targeted resources were planned. Others may differ from the configuration.',
        actionInvocations.some(({ triggeredBy }) => triggeredBy === undefined) &&
            '**Incomplete:** only the provider action was planned. Resources may differ from the configuration.',
        deferred.length > 0 && `Terraform defers ${(0,markdown/* plural */.LS)(deferred.length, 'change')} to a later plan.`,
    ].filter((text) => text !== false);
}

// EXTERNAL MODULE: ./src/text/redact.ts
var redact = __webpack_require__(53326);
// EXTERNAL MODULE: ./src/report/action-runs.ts
var action_runs = __webpack_require__(32197);
// EXTERNAL MODULE: ./src/report/list-section.ts
var list_section = __webpack_require__(15802);
;// CONCATENATED MODULE: ./src/report/pending.ts



const MAX_COMMAND_LENGTH = 500;
const RUNTIME_HEADING = `#### Decided during the apply

These values are in no plan. They are not compared with the reviewed ones.
`;
/** Lists provisioners, provider actions, deferred changes, and values that no plan contains. */
function pendingSections({ actionInvocations, deferred }, attributes, { commands = [], runtimeValues = [], }) {
    const { redact } = attributes;
    return [
        (0,list_section/* listSection */.i)(commands.map(({ address, type, text }) => `- ${(0,markdown/* codeSpan */.SS)(redact(address))} runs ${(0,markdown/* codeSpan */.SS)(type)}: ${(0,markdown/* codeSpan */.SS)(redact(text).slice(0, MAX_COMMAND_LENGTH))}`), { before: '#### Provisioners\n', share: 0.15, noun: 'provisioner' }),
        (0,list_section/* listSection */.i)(actionInvocations.map((action) => actionLine(action, redact)), { before: '#### Provider actions\n', share: 0.15, noun: 'action' }),
        (0,list_section/* listSection */.i)(deferred.map(({ address, reason, actions }) => {
            const what = actions.length === 0 ? '' : ` (${actions.join(', ')})`;
            return `- ${(0,markdown/* codeSpan */.SS)(redact(address))}${what}: ${reason.replaceAll('_', ' ')}`;
        }), { before: '#### Deferred to a later plan\n', share: 0.1, noun: 'change' }),
        (0,list_section/* listSection */.i)(runtimeValues.map(({ argument, source }) => `- The value of ${(0,markdown/* codeSpan */.SS)(redact(argument))} comes from ${(0,markdown/* codeSpan */.SS)(redact(source))}.`), { before: RUNTIME_HEADING, share: 0.1, noun: 'value' }),
    ];
}
function actionLine({ address, type, triggeredBy, event, onFailure, config, configSensitive }, redact) {
    const trigger = triggeredBy === undefined ? 'on request' : `${(0,action_runs/* describeEvent */.gN)(event)} ${(0,markdown/* codeSpan */.SS)(redact(triggeredBy))}`;
    const settings = (0,markdown/* codeSpan */.SS)(redact(JSON.stringify(maskConfig(config, configSensitive))));
    return `- ▶️ ${(0,markdown/* codeSpan */.SS)(redact(address))} (${(0,markdown/* codeSpan */.SS)(type)}) runs ${trigger}, with ${settings}${describeFailureMode(onFailure)}`;
}
function describeFailureMode(onFailure) {
    switch (onFailure) {
        case 'continue':
            return '. If it fails, the apply continues.';
        case 'taint':
            return '. If it fails, a created resource is marked as tainted, and the next plan replaces it.';
        case 'halt':
        case undefined:
            return '';
    }
}
const SENSITIVE = '(sensitive value)';
function maskConfig(value, mark) {
    if (mark === true)
        return SENSITIVE;
    if (typeof value !== 'object' || value === null)
        return value;
    const marks = mark;
    const markAt = (key) => typeof marks === 'object' && marks !== null ? Reflect.get(marks, key) : undefined;
    if (Array.isArray(value))
        return value.map((item, index) => maskConfig(item, markAt(index)));
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskConfig(item, markAt(key))]));
}

;// CONCATENATED MODULE: ./src/report/providers.ts

/** Shortens the address of a provider in Terraform's or OpenTofu's registry: `hashicorp/aws`. */
const shortProvider = (provider) => provider.replace(/^registry\.(?:terraform\.io|opentofu\.org)\//, '');
/** Renders the provider versions that differ from those of the base branch. */
function providerLines(updates) {
    if (updates.length === 0)
        return [];
    const changes = updates.map(({ provider, from, to }) => {
        const name = (0,markdown/* codeSpan */.SS)(shortProvider(provider));
        return from === undefined
            ? `${name} ${(0,markdown/* codeSpan */.SS)(to)} is new`
            : `${name} ${(0,markdown/* codeSpan */.SS)(from)} → ${(0,markdown/* codeSpan */.SS)(to)}`;
    });
    return [`**Providers:** ${changes.join(', ')}.`];
}

// EXTERNAL MODULE: ./src/report/resource.ts
var resource = __webpack_require__(58492);
;// CONCATENATED MODULE: ./src/report/address-list.ts
const MAX_LINE_LENGTH = 200;
const INSTANCE = /^(.+)\[("(?:[^"\\]|\\.)*"|\d+)\]$/s;
/** Joins the instances of each resource, in the order of the first one. */
function compactAddresses(addresses) {
    const groups = new Map();
    for (const address of addresses) {
        const [, resource = address, key] = INSTANCE.exec(address) ?? [];
        const keys = groups.get(resource) ?? [];
        groups.set(resource, keys);
        keys.push(key ?? '');
    }
    return [...groups].flatMap(([resource, keys]) => groupLines(resource, keys));
}
function groupLines(resource, keys) {
    const single = keys.filter((key) => key === '').map(() => ({ text: resource, count: 1 }));
    const numbers = keys.filter((key) => /^\d/.test(key)).map(Number);
    const pieces = [
        ...ranges(numbers),
        ...keys.filter((key) => key.startsWith('"')).map((text) => ({ text, count: 1 })),
    ];
    const lines = [];
    let open;
    for (const { text, count } of pieces) {
        const joined = open === undefined ? text : `${open.text}, ${text}`;
        if (open !== undefined && resource.length + joined.length > MAX_LINE_LENGTH) {
            lines.push(open);
            open = { text, count };
        }
        else
            open = { text: joined, count: count + (open?.count ?? 0) };
    }
    if (open !== undefined)
        lines.push(open);
    return [...single, ...lines.map(({ text, count }) => ({ text: `${resource}[${text}]`, count }))];
}
/** Joins consecutive indexes: `0…99`. */
function ranges(numbers) {
    const found = [];
    for (const number of numbers.toSorted((a, b) => a - b)) {
        const open = found.at(-1);
        if (open !== undefined && number === open[1] + 1)
            open[1] = number;
        else
            found.push([number, number]);
    }
    return found.map(([first, last]) => ({
        text: first === last ? `${first}` : `${first}…${last}`,
        count: last - first + 1,
    }));
}

;// CONCATENATED MODULE: ./src/report/resources.ts




/** In the order of the report; the last kinds are omitted first. */
const KINDS_BY_RISK = new Map([
    ['delete', 'to destroy'],
    ['replace', 'to replace'],
    ['forget', 'to forget'],
    ['update', 'to update'],
    ['create', 'to create'],
]);
/** Returns one item for each changed resource. */
function resourceItems(plan, attributes) {
    return [...KINDS_BY_RISK.keys()].flatMap((kind) => plan.resources
        .filter((change) => change.kind === kind)
        .map((change) => ({
        kind,
        address: attributes.redact(change.address),
        text: (0,resource/* memoize */.Bj)(() => (0,resource/* renderResource */.H5)(change, attributes)),
    })));
}
/** @param omittedLocation `in the log` */
function resourceSection(items, omittedLocation) {
    return {
        open: '',
        items,
        separator: '\n\n',
        close: '',
        share: 1,
        noticeShare: 0.4,
        describeOmitted: (omitted, maxBytes) => {
            const counts = [...KINDS_BY_RISK].flatMap(([kind, verb]) => {
                const count = omitted.filter((item) => item.kind === kind).length;
                return count === 0 ? [] : [`${count.toLocaleString('en-US')} ${verb}`];
            });
            const verb = omitted.length === 1 ? 'is' : 'are';
            const notice = `**${(0,markdown/* plural */.LS)(omitted.length, 'more resource')}** (${counts.join(', ')}) ${verb} ${omittedLocation}.`;
            return [notice, ...removedAddresses(omitted, maxBytes - NOTICE_BYTES)].join('\n\n');
        },
    };
}
/** Of the notice and of the fold around the addresses. */
const NOTICE_BYTES = 400;
/** Lists the addresses of destroyed and replaced resources that are not shown. */
function removedAddresses(omitted, maxBytes) {
    const of = (kind) => omitted.flatMap((item) => (item.kind === kind ? (item.address ?? []) : []));
    const lines = [
        ...compactAddresses(of('delete')).map((line) => ({ ...line, text: `- ${line.text}` })),
        ...compactAddresses(of('replace')).map((line) => ({ ...line, text: `! ${line.text}` })),
    ];
    const shown = [];
    let [bytes, count] = [0, 0];
    for (const line of lines) {
        const text = (0,sanitize/* escapeToLine */.Tz)(line.text);
        bytes += Buffer.byteLength(text) + 1;
        if (bytes > maxBytes)
            break;
        shown.push(text);
        count += line.count;
    }
    if (shown.length === 0)
        return [];
    const total = lines.reduce((sum, line) => sum + line.count, 0);
    const title = count === total ? (0,markdown/* plural */.LS)(total, 'resource') : `${count} of ${(0,markdown/* plural */.LS)(total, 'resource')}`;
    const block = (0,markdown/* codeBlock */.DV)('diff', shown);
    return [(0,markdown/* collapsible */.r0)(`Destroyed (-) and replaced (!): ${title}`, block)];
}

// EXTERNAL MODULE: ./src/images/support.ts
var images_support = __webpack_require__(47949);
;// CONCATENATED MODULE: ./src/report/support.ts



const NEXT = {
    langfuse: 'Plan [the upgrade](https://langfuse.com/self-hosting/upgrade)',
    clickhouse: 'Choose a newer line: set `follow` in images.yaml',
    grafana: 'Choose a newer line: set `follow` in images.yaml',
    postgres: 'AWS charges for Extended Support without it. Set a newer `postgres.major_version`',
    valkey: 'Set a newer `valkey.engine_version`',
};
/**
 * Renders a paragraph for each component whose support ends within 90 days or has ended.
 *
 * Versions are those after the apply, also of resources that do not change: of Aurora clusters and Valkey, and of Langfuse and
 * ClickHouse in the outputs `langfuse_version` and `clickhouse_version`.
 */
function supportLines(plan, nowMs) {
    const lines = componentsOf(plan).flatMap(({ project, title, version }) => {
        const support = (0,images_support/* findProjectSupport */.Cr)(project, version);
        const state = (0,images_support/* describeEnd */.lA)(support, nowMs, project === 'postgres' ? 'standard support' : undefined);
        if (support === undefined || state === undefined)
            return [];
        return [
            `⚠️ **${title} ${(0,markdown/* codeSpan */.SS)(support.line)} ${state}.** ${NEXT[project]}. <sub>As of ${images_support/* SUPPORT_TABLE_DATE */.Uv}.</sub>`,
        ];
    });
    return [...new Set(lines)];
}
const OUTPUTS = [
    { name: 'langfuse_version', project: 'langfuse', title: 'Langfuse' },
    { name: 'clickhouse_version', project: 'clickhouse', title: 'ClickHouse' },
];
const ENGINES = [
    { type: 'aws_rds_cluster', engine: 'aurora-postgresql', project: 'postgres', title: 'Aurora PostgreSQL' },
    { type: 'aws_elasticache_replication_group', engine: 'valkey', project: 'valkey', title: 'Valkey' },
];
function componentsOf(plan) {
    const outputs = OUTPUTS.flatMap(({ name, ...component }) => plan.outputs
        .filter((output) => output.name === name)
        .flatMap(({ after }) => (typeof after === 'string' ? [{ ...component, version: after }] : [])));
    const engines = ENGINES.flatMap(({ type, engine, ...component }) => plan.resources
        .filter((one) => one.mode === 'managed' && one.type === type && (0,json/* field */.ZZ)(one.after, 'engine') === engine)
        .flatMap(({ after }) => {
        const version = (0,json/* textField */.M8)(after, 'engine_version');
        return version === undefined ? [] : [{ ...component, version }];
    }));
    return [...outputs, ...engines];
}

;// CONCATENATED MODULE: ./src/report/drift-section.ts








const DRIFT_HEADING = `#### Changed outside of Terraform

These resources have changed since the last apply. The plan takes that into account.`;
/** From this number on, resources that got the same values share an item. */
const MIN_GROUP_SIZE = 3;
/** Lists the changes made outside of Terraform; last those that a new provider version may have made. */
function driftSection(plan, attributes, { engine, updates = [] }) {
    const changes = plan.drift.filter((change) => !(0,plan_plan/* isReadOnly */.PI)(change.kind) && attributes.hasChanges(change));
    const additions = changes.map((change) => addedValues(change, attributes));
    const groups = new Map();
    for (const [at, change] of changes.entries()) {
        const added = additions[at];
        if (added !== undefined)
            groups.set(added, [...(groups.get(added) ?? []), change]);
    }
    const isShared = (added) => added !== undefined && (groups.get(added)?.length ?? 0) >= MIN_GROUP_SIZE;
    const single = changes.filter((_, at) => !isShared(additions[at]));
    const shared = [...groups].filter(([added]) => isShared(added));
    const items = [
        ...single.map((change) => ({ text: (0,resource/* memoize */.Bj)(() => (0,resource/* renderDrift */.iI)(change, attributes)) })),
        ...shared.map(([added, members]) => {
            const addresses = members.map(({ address }) => attributes.redact(address));
            const cause = describeCause(members, updates);
            return { text: (0,resource/* memoize */.Bj)(() => renderShared(added, { addresses, cause })) };
        }),
    ];
    return {
        open: (0,plan_engine/* inWordsOf */.Wh)(engine, DRIFT_HEADING),
        items,
        separator: '\n\n',
        close: '',
        share: 0.15,
        describeOmitted: ({ length }) => `… and ${(0,markdown/* plural */.LS)(length, 'more resource')} changed outside of ${engine.title}.`,
    };
}
/** Returns the diff of a resource that only got values; undefined if an earlier value has changed. */
function addedValues(change, attributes) {
    if (change.kind !== 'update')
        return undefined;
    const lines = attributes.write(change).filter(({ text }) => !text.startsWith('# '));
    return lines.length > 0 && lines.every(({ prefix }) => prefix === '+')
        ? lines.map(line/* formatLine */.IL).join('\n')
        : undefined;
}
function describeCause(changes, updates) {
    const update = updates.find(({ provider, from }) => from !== undefined && provider === changes[0]?.provider);
    const reason = 'a new provider version reads attributes that the earlier one did not know.';
    if (update === undefined)
        return reason.replace('a', 'A');
    const { provider, from = '', to } = update;
    return `${(0,markdown/* codeSpan */.SS)(shortProvider(provider))} changes from ${(0,markdown/* codeSpan */.SS)(from)} to ${(0,markdown/* codeSpan */.SS)(to)}, and ${reason}`;
}
function renderShared(added, { addresses, cause }) {
    const list = compactAddresses(addresses).map(({ text }) => (0,sanitize/* escapeToLine */.Tz)(text));
    return (0,markdown/* collapsible */.r0)(`🟡 ${(0,markdown/* plural */.LS)(addresses.length, 'resource')} got the same new values`, [
        `They had none of these values before. ${cause}`,
        (0,markdown/* codeBlock */.DV)('diff', added.split('\n')),
        (0,markdown/* codeBlock */.DV)('text', list),
    ].join('\n\n'));
}

// EXTERNAL MODULE: ./src/report/sections.ts
var sections = __webpack_require__(43844);
;// CONCATENATED MODULE: ./src/report/plan.ts



















const FAILED_PLAN = (0,plan_plan/* parsePlan */.vS)({ format_version: '1.2', errored: true });
/**
 * Renders a plan.
 *
 * @param completePlan undefined if Terraform wrote none
 */
function renderPlan(completePlan, options) {
    const plan = completePlan ?? FAILED_PLAN;
    const { durationSeconds } = options;
    const { engine } = (0,plan_engine/* parseEngineVersion */.w0)(options.terraformVersion);
    const redactor = (0,redact/* createRedactor */.lY)([...plan.secrets, ...(options.secrets ?? [])]);
    const attributes = new AttributeWriter(new ValueFormatter(redactor));
    const items = resourceItems(plan, attributes);
    const { errors, warnings } = (0,sections/* diagnosticSections */.A0)(options.diagnostics ?? [], redactor.redact);
    const details = [
        ...pendingSections(plan, attributes, options),
        ...(0,sections/* stateSections */.CL)(plan, redactor.redact),
        (0,sections/* outputSection */.R9)(plan, attributes),
        driftSection(plan, attributes, { engine, updates: options.providerUpdates }),
        warnings,
    ];
    const { title } = engine;
    const parts = (omittedLocation) => [
        `### ${plan.errored ? `❌ ${title} plan failed` : `${title} plan`} · ${(0,markdown/* codeSpan */.SS)(options.stack)}`,
        (0,plan_engine/* inWordsOf */.Wh)(engine, planHeadline(plan)),
        planCost(plan, options.target),
        ...(options.nowMs === undefined ? [] : supportLines(plan, options.nowMs)),
        ...providerLines(options.providerUpdates ?? []),
        ...(options.notes ?? []),
        errors,
        (0,sections/* checkSection */.UC)(plan, redactor.redact),
        ...(0,destructive_changes/* destructiveChangeSections */.d)(options.destructiveChanges, redactor.redact, engine),
        resourceSection(items, omittedLocation),
        ...details,
        ...(0,footer/* nextStepLine */.Q9)(options.nextStep, redactor.redact),
        (0,footer/* footer */.qr)({
            ...options,
            extra: durationSeconds === undefined ? '' : `planned in ${(0,footer/* formatDuration */.a3)(durationSeconds)}`,
        }),
    ];
    return {
        comment: (0,fit/* fitSections */.W)(parts(`in ${(0,footer/* htmlLink */.Ar)('the job summary', options.runUrl)}`), limits/* MAX_BODY_BYTES */.YK),
        summary: (0,fit/* fitSections */.W)(parts('in the log'), limits/* MAX_REPORT_BYTES */.WA),
    };
}
/** Only for a plan that can be applied and changes something. */
const planCost = (plan, target) => plan.errored || !plan.resources.some(plan_plan/* hasEffect */.u1) ? '' : costLine(estimatePlan(plan, target?.region));

// EXTERNAL MODULE: ./src/terraform/error.ts + 1 modules
var terraform_error = __webpack_require__(15792);
// EXTERNAL MODULE: ./src/terraform/process.ts
var process = __webpack_require__(88381);
// EXTERNAL MODULE: ./src/commands/failure.ts + 1 modules
var failure = __webpack_require__(91858);
// EXTERNAL MODULE: ./src/commands/stack/invalid-configuration.ts
var invalid_configuration = __webpack_require__(81369);
// EXTERNAL MODULE: ./src/commands/stack/unsaved-state.ts
var unsaved_state = __webpack_require__(78779);
;// CONCATENATED MODULE: ./src/commands/stack/plan-outcome.ts








function countOutputs(counts) {
    const { hasChanges, outputs, ...kinds } = counts;
    const numbers = Object.entries({ ...kinds, 'output-changes': outputs });
    return {
        'has-changes': String(hasChanges),
        ...Object.fromEntries(numbers.map(([name, count]) => [name, String(count)])),
    };
}
/** @param directory of the root, from the workspace */
function annotateDiagnostics(diagnostics, directory, redact) {
    return diagnostics.map(({ severity, summary, detail, range }) => ({
        severity,
        title: redact(summary),
        message: redact(detail || summary),
        ...(range && {
            file: (0,external_node_path_.join)(directory, range.file),
            startLine: range.startLine,
            endLine: range.endLine,
            startColumn: range.startColumn,
        }),
    }));
}
function renderRootPlan(plan, root, { context, ...options }) {
    const planned = 'plan' in plan ? plan : undefined;
    return renderPlan(planned?.plan, {
        stack: root.inputs.stack,
        terraformVersion: root.terraformVersion,
        commit: context.event === 'pull_request' ? context.headSha : context.sha,
        runUrl: context.runUrl,
        durationSeconds: planned?.seconds,
        destructiveChanges: planned?.destructiveChanges ?? [],
        diagnostics: plan.diagnostics,
        nextStep: 'advice' in plan ? plan.advice : '',
        secrets: root.secrets.values,
        target: planned?.target,
        runtimeValues: planned?.runtimeValues ?? [],
        commands: planned?.settings.flatMap(({ command }) => command ?? []) ?? [],
        ...options,
    });
}
/** Reports a failed `init` or `plan` of a command that writes no comment. */
function failedPlanOutcome(failure, root, context) {
    const { reason, message, diagnostics } = failure;
    return {
        outputs: {},
        summary: renderRootPlan(failure, root, { context }).summary,
        warnings: [],
        annotations: annotateDiagnostics(diagnostics, root.inputs.directory, root.secrets.redact),
        failure: { reason, message },
    };
}
/** Returns undefined for a cancellation and for errors of other programs. */
function explainedFailure(error, redact) {
    if (error instanceof terraform_error/* TerraformFailed */.sM && error.details.interrupted)
        return undefined;
    if (error instanceof unsaved_state/* UnsavedState */.E || error instanceof plan_plan/* InvalidPlan */.tH || error instanceof process/* TerraformNotStarted */.dQ)
        return withoutDiagnostics(error, redact);
    if (!(error instanceof terraform_error/* TerraformFailed */.sM || error instanceof invalid_configuration/* InvalidConfiguration */.s))
        return undefined;
    const { diagnostics, advice } = error;
    return { reason: (0,failure.reasonOf)(error), message: redact((0,failure.messageOf)(error)), diagnostics, advice: redact(advice) };
}
/** The message of such an error ends with the next step. */
function withoutDiagnostics(error, redact) {
    const message = redact(error.message);
    const summary = message.charAt(0).toUpperCase() + message.slice(1);
    const diagnostic = { severity: 'error', summary, detail: '', address: undefined, range: undefined };
    return { reason: (0,failure.reasonOf)(error), message, diagnostics: [diagnostic], advice: '' };
}


/***/ }),

/***/ 47949:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Cr: () => (/* binding */ findProjectSupport),
/* harmony export */   Uv: () => (/* binding */ SUPPORT_TABLE_DATE),
/* harmony export */   lA: () => (/* binding */ describeEnd),
/* harmony export */   n9: () => (/* binding */ findSupport)
/* harmony export */ });
/* harmony import */ var _text_format__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98488);
/* harmony import */ var _version__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(24250);


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
const NOTICE_MS = 90 * _text_format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
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
    const { numbers } = (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .parseImageVersion */ .R1)(version) ?? {};
    if (numbers === undefined)
        return undefined;
    const found = Object.entries(SUPPORT[project]).find(([line]) => (0,_version__WEBPACK_IMPORTED_MODULE_1__/* .isInRange */ .h$)(numbers, line.split('.').map(Number)));
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
    const hasEnded = nowMs >= support.endsMs + _text_format__WEBPACK_IMPORTED_MODULE_0__/* .DAY_MS */ .sO;
    return hasEnded ? `has had no ${updates} since ${date}` : `has ${updates} until ${date}`;
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


/***/ })

};

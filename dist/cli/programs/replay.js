import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
const BATCH = 500;
const MAX_WAITING = 20_000;
const POLL_MS = 2000;
export async function run({ from, to, dryRun }, { env, emit }) {
    if (env['REDIS_CLUSTER_ENABLED'] === 'true')
        throw new Error('Replay does not support REDIS_CLUSTER_ENABLED.');
    const packages = new Packages(env['LANGFUSE_PACKAGES'] ?? '/app/worker');
    const counts = { listed: 0, inRange: 0, queued: 0, waiting: 0, retried: 0, skipped: 0 };
    const queues = dryRun ? undefined : new Queues(packages, env);
    try {
        for await (const page of listEvents(packages, env, { from, to })) {
            counts.listed += page.listed;
            counts.inRange += page.keys.length;
            const jobs = page.keys.map((key) => jobOf(key, env['LANGFUSE_S3_EVENT_UPLOAD_PREFIX'] ?? ''));
            const known = jobs.filter((job) => job !== undefined);
            counts.skipped += jobs.length - known.length;
            for (let start = 0; start < known.length && queues !== undefined; start += BATCH) {
                const added = await queues.add(known.slice(start, start + BATCH));
                counts.queued += added.queued;
                counts.waiting += added.waiting;
                counts.retried += added.retried;
            }
            emit('progress', counts);
        }
        emit('result', counts);
    }
    finally {
        await queues?.close();
    }
}
const OTEL_KEY = /^otel\/([^/]+)\/\d{4}\/\d\d\/\d\d\/\d\d\/\d\d\/[^.]+\.json$/;
const STANDARD_KEY = /^([^/]+)\/([^/]+)\/(.+)\/([^/]+)\.json$/;
const EVENT_TYPES = {
    trace: 'trace-create',
    score: 'score-create',
    observation: 'observation-create',
    dataset_run_item: 'dataset-run-item-create',
};
export function jobOf(key, prefix) {
    const relative = key.slice(prefix.length);
    const id = `replay-${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
    const common = { timestamp: new Date(), id };
    const otel = OTEL_KEY.exec(relative);
    if (otel !== null) {
        const payload = {
            data: { fileKey: key, publicKey: '' },
            authCheck: { validKey: true, scope: { projectId: otel[1], accessLevel: 'project' } },
            sdkName: 'unknown',
            sdkVersion: 'unknown',
        };
        const name = 'otel-ingestion-job';
        return { queue: 'otel-ingestion-queue', name, id, data: { ...common, name, payload } };
    }
    const [, projectId, entity = '', eventBodyId, fileKey] = STANDARD_KEY.exec(relative) ?? [];
    const type = EVENT_TYPES[entity];
    if (type === undefined)
        return undefined;
    const bucketPrefix = `${prefix}${projectId ?? ''}/${entity}/${eventBodyId ?? ''}/`;
    const attribution = { ingestionApiKey: '', ingestionSdkName: 'unknown', ingestionSdkVersion: 'unknown' };
    const payload = {
        data: { type, eventBodyId, fileKey, bucketPrefix, ...attribution },
        authCheck: { validKey: true, scope: { projectId } },
    };
    const name = 'ingestion-job';
    return { queue: 'secondary-ingestion-queue', name, id, data: { ...common, name, payload } };
}
const hasFunctions = (value, names) => typeof value === 'object' &&
    value !== null &&
    names.every((name) => typeof Reflect.get(value, name) === 'function');
const isBullMq = (value) => hasFunctions(value, ['Queue']);
const isS3 = (value) => hasFunctions(value, ['S3Client', 'ListObjectsV2Command']);
async function* listEvents(packages, env, { from, to }) {
    const { S3Client, ListObjectsV2Command } = packages.load('@aws-sdk/client-s3', isS3);
    const endpoint = env['LANGFUSE_S3_EVENT_UPLOAD_ENDPOINT'];
    const client = new S3Client({
        region: env['LANGFUSE_S3_EVENT_UPLOAD_REGION'],
        ...(endpoint && {
            endpoint,
            forcePathStyle: env['LANGFUSE_S3_EVENT_UPLOAD_FORCE_PATH_STYLE'] === 'true',
        }),
    });
    const query = {
        Bucket: env['LANGFUSE_S3_EVENT_UPLOAD_BUCKET'],
        Prefix: env['LANGFUSE_S3_EVENT_UPLOAD_PREFIX'] ?? '',
    };
    let ContinuationToken;
    do {
        const page = await client.send(new ListObjectsV2Command({ ...query, ContinuationToken }));
        const objects = page.Contents ?? [];
        const isInRange = ({ LastModified }) => LastModified.getTime() >= from && LastModified.getTime() < to;
        yield { listed: objects.length, keys: objects.filter(isInRange).map(({ Key }) => Key) };
        ContinuationToken = page.NextContinuationToken;
    } while (ContinuationToken !== undefined);
}
const ATTEMPTS = {
    'otel-ingestion-queue': 6,
    'secondary-ingestion-queue': 5,
};
class Queues {
    packages;
    env;
    queues = new Map();
    constructor(packages, env) {
        this.packages = packages;
        this.env = env;
    }
    async add(jobs) {
        const counts = { queued: 0, waiting: 0, retried: 0 };
        for (const name of new Set(jobs.map(({ queue }) => queue))) {
            const queue = this.queue(name);
            await this.waitForSpace(queue);
            const own = jobs.filter((job) => job.queue === name);
            const known = await Promise.all(own.map(({ id }) => queue.getJob(id)));
            for (const job of known) {
                if (job === undefined)
                    continue;
                if ((await job.getState()) !== 'failed')
                    counts.waiting += 1;
                else {
                    await job.retry('failed');
                    counts.retried += 1;
                }
            }
            const fresh = own.filter((_, index) => known[index] === undefined);
            await queue.addBulk(fresh.map(({ name: job, data, id }) => ({ name: job, data, opts: { jobId: id } })));
            counts.queued += fresh.length;
        }
        return counts;
    }
    async close() {
        for (const queue of this.queues.values())
            await queue.close();
    }
    async waitForSpace(queue) {
        while ((await queue.getWaitingCount()) > MAX_WAITING)
            await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
    queue(name) {
        const known = this.queues.get(name);
        if (known !== undefined)
            return known;
        const { Queue } = this.packages.load('bullmq', isBullMq);
        const { env } = this;
        const connection = env['REDIS_CONNECTION_STRING']
            ? { url: env['REDIS_CONNECTION_STRING'] }
            : {
                host: env['REDIS_HOST'],
                port: Number(env['REDIS_PORT'] ?? 6379),
                username: env['REDIS_USERNAME'] || undefined,
                password: env['REDIS_AUTH'],
            };
        const queue = new Queue(name, {
            connection: { ...connection, ...(env['REDIS_TLS_ENABLED'] === 'true' && { tls: {} }) },
            prefix: env['REDIS_KEY_PREFIX'] || undefined,
            defaultJobOptions: {
                removeOnComplete: true,
                removeOnFail: 100_000,
                attempts: ATTEMPTS[name],
                backoff: { type: 'exponential', delay: 5000 },
            },
        });
        this.queues.set(name, queue);
        return queue;
    }
}
class Packages {
    directory;
    constructor(directory) {
        this.directory = directory;
    }
    load(name, isPackage) {
        const shared = `${this.directory}/node_modules/@langfuse/shared`;
        for (const directory of [this.directory, shared]) {
            const found = loadFrom(directory, name);
            if (isPackage(found))
                return found;
        }
        throw new Error(`The worker's image has no package ${name} in ${this.directory} or ${shared}.`);
    }
}
function loadFrom(directory, name) {
    try {
        return createRequire(`${realpathSync(directory)}/`)(name);
    }
    catch {
        return undefined;
    }
}

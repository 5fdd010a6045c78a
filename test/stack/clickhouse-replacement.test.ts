import { describe, expect, test } from '@jest/globals'
import { runScript, type ScriptRun } from './shell-script'

const SCRIPTS = 'terraform/modules/langfuse/clickhouse'

describe('worker.sh', () => {
  /** The worker needs two polls to stop, and ClickHouse two to become steady. */
  const AWS = `
    echo "$*" | sed 's/ --output text//; s/ --query .*//' >>"$FAKE_DIR/calls"
    later() { echo x >>"$FAKE_DIR/$1"; [ "$(wc -l <"$FAKE_DIR/$1")" -gt "\${POLLS:-2}" ]; }
    case "$*" in
      *describe-services*langfuse-worker*'[serviceName]'*) echo "\${WORKER_NAME-langfuse-worker}" ;;
      *describe-services*langfuse-worker*runningCount*) if later stop; then echo 0; else echo 2; fi ;;
      *describe-services*langfuse-clickhouse*rolloutState*)
        if later steady; then printf '1\\t1\\tCOMPLETED\\n'; else printf '2\\t0\\tIN_PROGRESS\\n'; fi ;;
      *application-autoscaling*delete-scheduled-action*) echo 'An error occurred (ObjectNotFoundException)' >&2; exit 254 ;;
      *application-autoscaling* | *update-service*) ;;
      *) echo "aws $*: unexpected command" >&2; exit 1 ;;
    esac`

  const run = (command: string, env: Readonly<Record<string, string>> = {}): Promise<ScriptRun> =>
    runScript(
      ['bash', `${SCRIPTS}/worker.sh`],
      { aws: AWS, date: 'echo 2026-11-28T03:00:00' },
      {
        AWS_REGION: 'eu-central-1',
        CLUSTER: 'langfuse',
        WORKER: 'langfuse-worker',
        CLICKHOUSE: 'langfuse-clickhouse',
        MIN: '2',
        MAX: '6',
        COMMAND: command,
        POLL_SECONDS: '0.02',
        ...env,
      },
    )

  const changes = ({ calls }: ScriptRun): string[] =>
    calls
      .filter((call) => !/^ecs (describe|list)/.test(call))
      .map((call) =>
        call.replace(/ --service-namespace ecs --resource-id .*/, '').replace('application-', ''),
      )

  test('pause stops the worker, after Application Auto Scaling has the order to start it again', async () => {
    const result = await run('pause')
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    expect(changes(result)).toEqual([
      'autoscaling put-scheduled-action --scheduled-action-name langfuse-worker-resume --schedule at(2026-11-28T03:00:00) --scalable-target-action MinCapacity=2,MaxCapacity=6',
      'autoscaling register-scalable-target --suspended-state DynamicScalingInSuspended=true,DynamicScalingOutSuspended=true,ScheduledScalingSuspended=false',
      'ecs update-service --cluster langfuse --service langfuse-worker --desired-count 0',
    ])
    expect(result.calls.filter((call) => call.includes('describe-services'))).toHaveLength(4)
  })

  test('resume waits until ClickHouse is steady before it starts the worker', async () => {
    const result = await run('resume')
    expect(result).toMatchObject({ exitCode: 0 })
    expect(changes(result)).toEqual([
      'ecs update-service --cluster langfuse --service langfuse-worker --desired-count 2',
      'autoscaling register-scalable-target --suspended-state DynamicScalingInSuspended=false,DynamicScalingOutSuspended=false,ScheduledScalingSuspended=false',
      'autoscaling delete-scheduled-action --scheduled-action-name langfuse-worker-resume',
    ])
    const isPoll = (call: string): boolean => call.includes('--services langfuse-clickhouse')
    expect(result.calls.filter(isPoll)).toHaveLength(3)
    const last = result.calls.findLastIndex(isPoll)
    expect(last).toBeLessThan(result.calls.findIndex((call) => call.includes('update-service')))
  })

  test('resume starts the worker although ClickHouse does not become steady', async () => {
    const result = await run('resume', { TIMEOUT_SECONDS: '0', POLLS: '100' })
    expect(result).toMatchObject({ exitCode: 0 })
    expect(result.stdout).toContain('langfuse-clickhouse is not steady: timed out after 0 s')
    expect(changes(result)[0]).toContain('--desired-count 2')
  })

  test.each(['pause', 'resume'])('%s does nothing before the first deployment', async (command) => {
    const result = await run(command, { WORKER_NAME: 'None' })
    expect(result).toMatchObject({ exitCode: 0, stdout: 'worker: langfuse-worker does not exist yet\n' })
    expect(changes(result)).toEqual([])
  })

  test('an unknown command is rejected', async () => {
    expect(await run('stop')).toMatchObject({
      exitCode: 2,
      stderr: "COMMAND: 'stop' is neither pause nor resume\n",
    })
  })
})

describe('wait-for-instance.sh', () => {
  /** Each poll reads one line of $INSTANCES (instances of the group) and of $AGENTS (connected instances). */
  const AWS = `
    line() { printf '%s' "$1" | sed -n "$2p"; }
    case "$*" in
      *describe-instance-refreshes*)
        echo x >>"$FAKE_DIR/polls"
        status=$(line "$REFRESHES" "$(wc -l <"$FAKE_DIR/polls")"); echo "\${status:-None}" ;;
      *describe-auto-scaling-groups*) line "$INSTANCES" "$(wc -l <"$FAKE_DIR/polls")" ;;
      *list-container-instances*) agent=$(line "$AGENTS" "$(wc -l <"$FAKE_DIR/polls")"); echo "\${agent:-None}" ;;
      *describe-container-instances*) line "$AGENTS" "$(wc -l <"$FAKE_DIR/polls")" ;;
      *describe-scaling-activities*) echo 'Failed InsufficientInstanceCapacity' ;;
      *) echo "aws $*: unexpected command" >&2; exit 1 ;;
    esac
    echo "$*" >>"$FAKE_DIR/calls"`

  const run = (env: Readonly<Record<string, string>>): Promise<ScriptRun> =>
    runScript(
      ['bash', `${SCRIPTS}/wait-for-instance.sh`],
      { aws: AWS, sleep: ':' },
      {
        AWS_REGION: 'eu-central-1',
        CLUSTER: 'langfuse',
        GROUP: 'langfuse-clickhouse',
        LAUNCH_TEMPLATE_VERSION: '3',
        TIMEOUT_SECONDS: '30',
        REFRESHES: '',
        ...env,
      },
    )

  const polls = ({ calls }: ScriptRun): number =>
    calls.filter((call) => call.includes('describe-instance-refreshes')).length

  test('waits until the agent of a new instance is connected', async () => {
    const result = await run({ INSTANCES: 'i-1 3\ni-1 3\ni-1 3', AGENTS: '\n\ni-1' })
    expect(result).toMatchObject({ exitCode: 0, stderr: '' })
    expect(polls(result)).toBe(3)
  })

  test('waits until an instance refresh has replaced the old instance', async () => {
    const result = await run({
      REFRESHES: 'Pending\nInProgress\nSuccessful\nSuccessful',
      INSTANCES: 'i-1 2\ni-1 2\ni-2 3\ni-2 3',
      AGENTS: 'i-1\ni-1\n\ni-2',
    })
    expect(result).toMatchObject({ exitCode: 0 })
    expect(polls(result)).toBe(4)
  })

  test('does not accept an instance with an older launch template', async () => {
    const result = await run({ INSTANCES: 'i-1 2\ni-1 2', AGENTS: 'i-1\ni-1', TIMEOUT_SECONDS: '10' })
    expect(result.exitCode).toBe(1)
  })

  test('names the last scaling activities and the next step if no instance joins', async () => {
    const result = await run({ INSTANCES: '', AGENTS: '' })
    expect(result.exitCode).toBe(1)
    expect(result.stderr).toContain('InsufficientInstanceCapacity')
    expect(result.stderr).toContain('no instance of langfuse-clickhouse joined the cluster langfuse in 30 s')
    expect(result.stderr).toContain('aws ec2 get-console-output --latest')
  })
})

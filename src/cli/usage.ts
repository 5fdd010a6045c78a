const COMMON = `Options of all commands:
  --stack NAME     Name of the stack. Default: langfuse
  --region REGION  AWS Region. Default: AWS_REGION or AWS_DEFAULT_REGION
  --help           Shows the usage of a command

langfuse-deploy --version prints the version.

Uses the AWS credentials of the environment. The commands need administrator credentials, not the roles of the workflows.`

export const COMMAND_USAGE = {
  init: `langfuse-deploy init [--yes] [--dry-run] [OPTIONS]

Sets up a repository that deploys Langfuse: run it in a clone of your repository, as administrator of repository and AWS account.
Asks for what the options do not give. Run the same command again after an interruption: it continues.

  --email ADDRESS           Langfuse's first user; receives the alarms
  --size SIZE               Size of the stack. Default: small
  --domain-name HOST        Host name of Langfuse. Default: an address of CloudFront
  --zone-name ZONE          Hosted zone in Route 53. Default: the host name without its first label
  --langfuse 3|4            Major version. Default: 3
  --reviewers NAMES         GitHub users and teams (organization/team) that approve deployments, separated by commas
  --repository OWNER/NAME   Default: the remote origin
  --release OWNER/NAME@TAG  Release of langfuse-deploy that the workflows use. Default: that of this package
  --settings-only           Repository without Terraform code: the AWS roles trust the workflows of the release only
  --dry-run                 Shows every step and changes nothing
  --yes                     Asks no questions
  --skip-checks             Does not check the AWS account
  --no-wait                 Ends after the push, without waiting for the deployment`,
  upgrade: `langfuse-deploy upgrade [--dry-run] [--release OWNER/NAME@TAG]

Takes a repository that init set up to the release of this package: applies terraform/bootstrap, and opens a pull request that moves workflows and module, with the changelog.

  --dry-run  Shows the changes and makes none`,
  uninstall: `langfuse-deploy uninstall [--dry-run] [--yes]

Removes what init made, except the files: roles, state bucket, variables, environment and rules. Refuses while a stack exists.

  --dry-run  Shows the changes and makes none
  --yes      Asks no question`,
  query: `langfuse-deploy query clickhouse|postgres 'SQL' [--write] [--max-rows N] [--json]

Runs one SQL statement in a task next to the database and prints the rows. Read-only unless --write is set.
The rows pass through the worker's log group, which keeps them for the retention period of the stack's logs.

  --write       Allows changes
  --max-rows N  Maximum number of rows. Default: 1000
  --json        Prints one JSON object per row`,
  doctor: `langfuse-deploy doctor [--size tiny|small|medium|large] [--domain] [--vpc-id ID]

Before the first apply: checks quotas, CloudFront, Availability Zones, the VPC and the permissions of the deploy role.
After it: checks services, alarms, queues, disk, certificates and backups. Exits with 1 if a check fails.

  --size SIZE  Size of the planned stack. Default: small
  --domain     The planned stack has a domain of its own, so it needs no CloudFront
  --vpc-id ID  Existing VPC of the planned stack`,
  backups: `langfuse-deploy backups list
langfuse-deploy backups create [--stop]

Lists the ClickHouse backups in S3, or creates one. In size tiny, also those of PostgreSQL.

  --stop  Before a stack of size tiny grows: stops web and worker first and leaves them stopped, so that nothing is written after the backup`,
  restore: `langfuse-deploy restore clickhouse BACKUP
langfuse-deploy restore postgres --to TIME
langfuse-deploy restore postgres --dump NAME

Restores a database while web and worker are stopped. Keeps the previous data. Run the same command again after an interruption: it continues.

  BACKUP       A name from 'langfuse-deploy backups list', for example incremental/2026-11-25T03-00-00Z
  --to TIME    Point in time, for example 2026-11-25T02:55:00Z
  --dump NAME  A dump that size tiny wrote, from 'langfuse-deploy backups list', for example 2026-11-25T03-00-00Z.sql.gz`,
  replay: `langfuse-deploy replay --from TIME --to TIME [--dry-run]

Queues the raw events that S3 received in a time range again, for example after a restore of ClickHouse.

  --from TIME  Start, for example 2026-11-25T03:00:00Z
  --to TIME    End
  --dry-run    Counts the events only`,
  move: `langfuse-deploy move clickhouse [--dry-run] [--cancel]

Moves the data of the stack's ClickHouse to that of clickhouse_external (docs/growing.md): copies while Langfuse runs, stops the worker, copies what changed, and compares both.
Run it again after each pull request that it asks for, and after an interruption: it continues.

  --dry-run  Shows the size of each table and an estimate of the time, and changes nothing
  --cancel   Stops the copy and starts the worker. Langfuse keeps its ClickHouse`,
  keys: `langfuse-deploy keys [--file PATH]

Writes the URL and the API keys of the first project into an .env file. Other lines of the file are kept.

  --file PATH  Default: .env`,
  rehearse: `langfuse-deploy rehearse run [--traces N] [--file PATH]
langfuse-deploy rehearse clean

Tests the restore of a throw-away stack, whose name must contain 'rehearsal'. run writes traces, backs up, replaces ClickHouse while traces are written, restores both databases, replays the events and counts the traces. Exits with 1 if one is missing.
clean deletes the Aurora clusters that restores have kept, before Terraform destroys the stack.

  --traces N   Number of traces of each of the two loads. Default: 100
  --file PATH  Also appends the report to a file, for example $GITHUB_STEP_SUMMARY`,
  rotate: `langfuse-deploy rotate SECRET

Replaces a secret of the stack. Run the same command again after an interruption: it continues.

  SECRET  clickhouse-admin, clickhouse-grafana, grafana-admin, nextauth, postgres-langfuse or valkey`,
}

export const USAGE = `langfuse-deploy COMMAND

${Object.values(COMMAND_USAGE)
  .flatMap((usage) => usage.split('\n').filter((line) => line.startsWith('langfuse-deploy ')))
  .map((line) => `  ${line}`)
  .join('\n')}

${COMMON}`

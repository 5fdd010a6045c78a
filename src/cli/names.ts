/** Names that terraform/modules/langfuse gives to the resources of a stack. */
export const stackNames = (stack: string) =>
  ({
    cluster: stack,
    service: (component: Component): string => `${stack}-${component}`,
    postgresBackupFamily: `${stack}-postgres-backup`,
    backupFamily: `${stack}-backup`,
    backupLogGroup: `/${stack}/backup`,
    backupSecurityGroup: `${stack}-backup`,
    moveFamily: `${stack}-move`,
    moveSecurityGroup: `${stack}-move`,
    postgres: `${stack}-postgres`,
    valkey: `${stack}-valkey`,
    deployRole: `${stack}-deploy`,
    secret: (secret: string): string => `${stack}/${secret}`,
    alarmPrefix: `${stack}-`,
    backupBucket: (accountId: string, region: string): string => `${stack}-backups-${accountId}-${region}`,
    blobBucket: (accountId: string, region: string): string => `${stack}-blobs-${accountId}-${region}`,
  }) as const

/** Components that can be a service of ECS. PostgreSQL and Valkey are one in the size tiny. */
export const COMPONENTS = ['web', 'worker', 'clickhouse', 'grafana', 'postgres', 'valkey'] as const

export type Component = (typeof COMPONENTS)[number]

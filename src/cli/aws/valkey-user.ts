import { type AwsConnection, callAws } from './connection'

/** Sets the passwords that a Valkey user may use: one or two. */
export async function setPasswords(
  aws: AwsConnection,
  user: string,
  passwords: readonly string[],
): Promise<void> {
  const { ElastiCacheClient, ModifyUserCommand } = await import('@aws-sdk/client-elasticache')
  const client = new ElastiCacheClient(await aws.settings('ELASTICACHE'))
  const input = { UserId: user, AuthenticationMode: { Type: 'password' as const, Passwords: [...passwords] } }
  await callAws('elasticache:ModifyUser', () => client.send(new ModifyUserCommand(input)))
}

/** Returns the state of a Valkey user: `modifying` until the servers accept its passwords, then `active`. */
export async function readUserStatus(aws: AwsConnection, user: string): Promise<string> {
  const { DescribeUsersCommand, ElastiCacheClient } = await import('@aws-sdk/client-elasticache')
  const client = new ElastiCacheClient(await aws.settings('ELASTICACHE'))
  const { Users } = await callAws('elasticache:DescribeUsers', () =>
    client.send(new DescribeUsersCommand({ UserId: user })),
  )
  return Users?.[0]?.Status ?? 'unknown'
}

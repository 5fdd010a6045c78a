import type { CreateRepositoryCommandInput } from '@aws-sdk/client-ecr'
import { AwsError, type AwsErrorDetails, readErrorDetails, isDenied, missingPermission } from './error'
import { withoutFullStop } from '../text/format'

export interface CreatedRepository {
  /** False for an existing, unchanged repository. */
  readonly created: boolean
  readonly warning?: string
}

/** Settings of new repositories. */
export const REPOSITORY_SETTINGS = {
  imageTagMutability: 'IMMUTABLE',
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfiguration: { encryptionType: 'AES256' },
  tags: [{ Key: 'managed-by', Value: 'langfuse-deploy' }],
} as const satisfies Readonly<Partial<Record<keyof CreateRepositoryCommandInput, unknown>>>

/**
 * Expires untagged images, which interrupted copies leave behind. ECR does not expire untagged manifests of a tagged
 * index (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html, evaluation rules).
 */
export const LIFECYCLE_POLICY = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: 'Expire untagged images after 30 days',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
      action: { type: 'expire' },
    },
  ],
})

/** Error of `CreateRepository`. */
export function creationError(error: unknown, name: string, region: string): AwsError {
  const details = readErrorDetails(error, 'ecr:CreateRepository')
  const message = `repository ${name} could not be created: ${details.message}`
  if (!isDenied(details)) return new AwsError({ ...details, message }, { cause: error })
  const advice =
    `Allow ${missingPermission(details)} on repository/${name} in a policy of the role, ` +
    `or create the repository (${createCommand(name, region)}) and set create-repositories: false.`
  return new AwsError({ ...details, message }, { cause: error, advice })
}

/** Warning for a failed `PutLifecyclePolicy`; it only affects costs. */
export function missingPolicyWarning(error: unknown, name: string, region: string): string {
  const details: AwsErrorDetails = readErrorDetails(error, 'ecr:PutLifecyclePolicy')
  const remedy = isDenied(details)
    ? `Allow ${missingPermission(details)} for later repositories and run`
    : 'Run'
  return (
    `Repository ${name} was created without a lifecycle policy, so untagged images are kept: ${withoutFullStop(details.message)} ` +
    `(${details.code}). ${remedy}: ${policyCommand(name, region)}`
  )
}

function createCommand(name: string, region: string): string {
  return (
    `aws ecr create-repository --region ${region} --repository-name ${name} ` +
    '--image-tag-mutability IMMUTABLE --image-scanning-configuration scanOnPush=true'
  )
}

function policyCommand(name: string, region: string): string {
  return `aws ecr put-lifecycle-policy --region ${region} --repository-name ${name} --lifecycle-policy-text '${LIFECYCLE_POLICY}'`
}

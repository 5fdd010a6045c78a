import type { CreateRepositoryCommandInput } from '@aws-sdk/client-ecr'
import { AwsError, type AwsFacts, factsOf, isDenied, missingPermission } from './error'

export interface CreatedRepository {
  /** False when the repository was there already; its settings were then left alone. */
  readonly created: boolean
  /** A sentence on what the new repository lacks. */
  readonly warning?: string
}

/** How a repository of ours is made; one that exists keeps the settings its owner gave it. */
export const REPOSITORY = {
  imageTagMutability: 'IMMUTABLE',
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfiguration: { encryptionType: 'AES256' },
  tags: [{ Key: 'managed-by', Value: 'langfuse-deploy' }],
} as const satisfies Readonly<Partial<Record<keyof CreateRepositoryCommandInput, unknown>>>

/**
 * Only what carries no tag ever expires, and all that is deployed carries one: tags are immutable here, so none moves away.
 * The manifests below a tagged index carry none, yet are safe: "If an image is referenced by a manifest list, it cannot be
 * expired or archived without the manifest list being deleted or archived first"
 * (https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html, evaluation rules).
 * What remains is what a copy left behind that broke off before its tag; thirty days leave time to finish it.
 */
export const LIFECYCLE_POLICY = JSON.stringify({
  rules: [
    {
      rulePriority: 1,
      description: 'Expire what no tag leads to after 30 days',
      selection: { tagStatus: 'untagged', countType: 'sinceImagePushed', countUnit: 'days', countNumber: 30 },
      action: { type: 'expire' },
    },
  ],
})

/** What to say when a repository could not be made; `registry` is its host's account and region. */
export function notCreated(error: unknown, name: string, region: string): AwsError {
  const facts = factsOf(error, 'ecr:CreateRepository')
  const words = `repository ${name} could not be created: ${facts.words}`
  if (!isDenied(facts)) return new AwsError({ ...facts, words }, { cause: error })
  const advice =
    `Allow ${missingPermission(facts)} on repository/${name} in a policy of the role, ` +
    `or create the repository yourself (${createCommand(name, region)}) and give create-repositories: false.`
  return new AwsError({ ...facts, words }, { cause: error, advice })
}

/** What to say when a new repository has no lifecycle policy; nothing depends on it but the bill. */
export function withoutPolicy(error: unknown, name: string, region: string): string {
  const facts: AwsFacts = factsOf(error, 'ecr:PutLifecyclePolicy')
  const remedy = isDenied(facts) ? `Allow ${missingPermission(facts)} for later repositories and run` : 'Run'
  return (
    `Repository ${name} was created without a lifecycle policy, so untagged images stay: ${facts.words.replace(/\.$/, '')} ` +
    `(${facts.code}). ${remedy}: ${policyCommand(name, region)}`
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

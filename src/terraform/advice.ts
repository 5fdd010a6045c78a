import type { Engine } from '../plan/engine'

/** Next step after the system has ended the process. */
export const killedAdvice = ({ title }: Engine): string =>
  `The system ended ${title}, most likely because the runner has too little memory. Use a larger runner or a smaller parallelism.`

/** Next step after a state that is only in a file. */
export const unsavedStateAdvice = ({ command }: Engine): string =>
  `The new state exists only in errored.tfstate in the working directory. Save it in the backend with ${command} state push errored.tfstate before the runner deletes its workspace and before the next apply.`

const NO_LOCK = 'Error acquiring the state lock'

interface Advice {
  readonly isFor: (output: string) => boolean
  readonly text: (engine: Engine) => string
}

const advice = (pattern: RegExp, text: string | ((engine: Engine) => string)): Advice => ({
  isFor: (output) => pattern.test(output),
  text: typeof text === 'string' ? () => text : text,
})

/** The first one that matches decides. */
const ADVICE_BY_OUTPUT: readonly Advice[] = [
  {
    isFor: (output) => output.includes(NO_LOCK) && /AccessDenied|not authorized/.test(output),
    text: () =>
      "The role may not acquire the lock. Allow s3:GetObject, s3:PutObject and s3:DeleteObject on the state's key followed by .tflock.",
  },
  advice(
    new RegExp(NO_LOCK),
    "Re-run the job. If the error persists, check the object in the state's bucket whose name ends in .tflock.",
  ),
  advice(
    /Unsupported (?:Terraform|OpenTofu) Core version/,
    'Set terraform-version to a version that required_version allows, or install a matching version in an earlier step.',
  ),
  advice(
    /dependency lock file|Provider dependency changes detected|checksums previously recorded|-lockfile=readonly/,
    ({ name, command }) =>
      `Run ${command} providers lock -platform=linux_amd64 -platform=linux_arm64 -platform=darwin_arm64 and commit .terraform.lock.hcl.${name === 'opentofu' ? ' A lock file of Terraform has the addresses of another registry.' : ''}`,
  ),
  advice(
    /Backend configuration changed|Backend initialization required/,
    'The .terraform directory belongs to another backend. Delete it before this step, or exclude it from the cache.',
  ),
  advice(
    /No value for required variable/,
    'Set the variable with the input variables (name=value), in a var-file, or as TF_VAR_<name>.',
  ),
  advice(/Failed to read variables file/, 'Paths in var-file are relative to working-directory.'),
  advice(
    /Value for undeclared variable/,
    'Correct the name in the input variables, or declare the variable in the root module.',
  ),
  advice(
    /No valid credential sources found|ExpiredToken|InvalidClientTokenId|no EC2 IMDS role found/,
    'Set role-to-assume (with permissions: id-token: write), or configure AWS credentials in an earlier step.',
  ),
  advice(
    /AccessDenied|UnauthorizedOperation|not authorized to perform/,
    "Allow the denied action in the role's policy.",
  ),
  advice(
    /Saved plan is stale/,
    'The state changed after the plan was created. Re-run the job to create a new plan.',
  ),
  advice(
    /Failed to (?:query available provider packages|install provider|resolve provider packages)|Could not (?:resolve|retrieve) provider/,
    "Check the network, HTTPS_PROXY and the provider's source address.",
  ),
]

/** Returns the next step for an error that has a known cause. */
export const adviceOn = (output: string, engine: Engine): string | undefined =>
  ADVICE_BY_OUTPUT.find(({ isFor }) => isFor(output))?.text(engine)

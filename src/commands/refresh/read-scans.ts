import type { RefreshInputs } from '../../inputs/inputs'
import type { ScannedImage } from '../../report/scan-findings'
import { RegistryLogins } from '../registry-logins'
import type { Runtime } from '../runtime'
import { readScan } from '../scan-findings'
import type { Findings } from './findings'
import type { Selection } from './select'

/**
 * Reads ECR's scan findings of the pinned and the proposed images. A proposed image is in ECR only if it was mirrored
 * before. Errors are reasons, because findings are not worth a failure.
 */
export async function readScans(
  { checks }: Pick<Findings, 'checks'>,
  { selected }: Selection,
  { inputs, runtime }: { readonly inputs: RefreshInputs; readonly runtime: Runtime },
): Promise<ScannedImage[]> {
  const logins = new RegistryLogins(inputs.aws, runtime)
  const ecr = await logins.openEcr(undefined).catch((error: unknown) => ({
    scanFindings: () => Promise.reject(error instanceof Error ? error : new Error(String(error))),
  }))
  return Promise.all(
    checks.map(async ({ image }): Promise<ScannedImage> => {
      const { name, tag: from, digest } = image
      const repository = `${inputs.prefix}/${name}`
      const update = selected.find((one) => one.image.name === name)
      const pinned = await readScan(ecr, repository, digest)
      if (update === undefined) return { name, from, pinned }
      const findings = await readScan(ecr, repository, update.digest)
      return { name, from, pinned, proposed: { to: update.tag, findings } }
    }),
  )
}

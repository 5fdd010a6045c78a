import type { Ecr } from '../aws/ecr'
import type { ScanFindings } from '../aws/ecr-scan'
import { errorMessage } from '../text/sanitize'

/** Reads ECR's scan findings of an image. An error is a reason, because findings are not worth a failure. */
export async function readScan(
  ecr: Pick<Ecr, 'scanFindings'>,
  repository: string,
  digest: string,
): Promise<ScanFindings> {
  try {
    return await ecr.scanFindings(repository, digest)
  } catch (error) {
    const [reason = ''] = errorMessage(error).split(/\. (?=[A-Z])/)
    return { kind: 'unknown', reason }
  }
}

import { sourceRepository } from '../../github/releases'
import type { PinnedImage } from '../../images/images-yaml'
import type { FoundUpdate } from './found-update'

/** Updates of one source repository, which share a pull request. */
export interface UpstreamGroup {
  /** Last part of the branch name: `langfuse`, `acme-app`. */
  readonly upstream: string
  readonly updates: readonly FoundUpdate[]
}

/** Groups updates by source repository; images of one release are always in one group. */
export function groupByUpstream(updates: readonly FoundUpdate[]): UpstreamGroup[] {
  const groups: { upstream: string; updates: FoundUpdate[] }[] = []
  for (const update of updates) {
    const upstream = upstreamName(update)
    const group = groups.find(
      (one) => one.upstream === upstream || one.updates.some((other) => areRelated(other, update)),
    )
    if (group === undefined) groups.push({ upstream, updates: [update] })
    else group.updates.push(update)
  }
  return groups
}

const areRelated = (one: FoundUpdate, other: FoundUpdate): boolean =>
  isSameRelease(one.image, other) || isSameRelease(other.image, one) || movesTogether(one, other)

/** Covers copies in a registry of one's own without labels: web and worker must have the same version. */
function movesTogether(one: FoundUpdate, other: FoundUpdate): boolean {
  const folderOf = ({ image: { registry, repository } }: FoundUpdate): string =>
    `${registry}/${repository.slice(0, repository.lastIndexOf('/') + 1)}`
  return (
    one.kind !== 'moved' &&
    one.image.tag === other.image.tag &&
    one.tag === other.tag &&
    folderOf(one) === folderOf(other)
  )
}

/** Reports whether an image has the source repository, the publisher and the pinned version of an update. */
export function isSameRelease(other: PinnedImage, { image, source: label }: FoundUpdate): boolean {
  const own = sourceRepository(image.repository, label)
  const others = sourceRepository(other.repository, label)
  const hasSameOwner =
    other.registry === image.registry && other.repository.split('/')[0] === image.repository.split('/')[0]
  return (
    hasSameOwner &&
    other.tag === image.tag &&
    own !== undefined &&
    own.owner === others?.owner &&
    own.repo === others.repo
  )
}

const MAX_NAME_LENGTH = 100

/** Without a source repository, the image's own repository stands for it. */
function upstreamName({ image, source }: FoundUpdate): string {
  const found = sourceRepository(image.repository, source)
  const [owner, repo] = [found?.owner.toLowerCase(), found?.repo.toLowerCase()]
  const name =
    found === undefined ? image.repository : owner === repo ? found.owner : `${found.owner}-${found.repo}`
  const plain = name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return plain.slice(0, MAX_NAME_LENGTH).replace(/^-|-$/g, '')
}

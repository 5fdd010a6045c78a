import { compareImageVersions, parseImageVersion } from '../../images/version'

/**
 * Returns the sections of CHANGELOG.md after one version up to another, newest first.
 *
 * @param from version without `v`; undefined returns only the section of `to`
 */
export function changesBetween(changelog: string, from: string | undefined, to: string): string {
  const sections = changelog.split(/^(?=## \[)/m).filter((section) => section.startsWith('## ['))
  const isWanted = (section: string): boolean => {
    const [, version = ''] = /^## \[([^\]]+)\]/.exec(section) ?? []
    if (version === to) return true
    return from !== undefined && isNewer(version, from) && isNewer(to, version)
  }
  return sections.filter(isWanted).join('').trim()
}

/** Whether a version is newer than another. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [parseImageVersion(version), parseImageVersion(than)]
  return one !== undefined && other !== undefined && compareImageVersions(one, other) > 0
}

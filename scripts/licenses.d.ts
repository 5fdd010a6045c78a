export interface PackageLicense {
  readonly name: string
  /** SPDX identifier. */
  readonly license: string
  readonly text: string
}
export function parseLicenses(content: string): PackageLicense[]
export function completeLicenses(content: string): string

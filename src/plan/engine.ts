/** Program that makes and applies plans. */
export interface Engine {
  readonly name: 'terraform' | 'opentofu'
  /** As in `Terraform 1.11.4`. */
  readonly title: string
  /** As in `terraform plan`. */
  readonly command: string
}

export const TERRAFORM: Engine = { name: 'terraform', title: 'Terraform', command: 'terraform' }
export const OPENTOFU: Engine = { name: 'opentofu', title: 'OpenTofu', command: 'tofu' }

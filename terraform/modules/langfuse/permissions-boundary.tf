module "permissions_boundary" {
  source = "./modules/permissions-boundary"

  stack                = var.name
  permissions_boundary = var.permissions_boundary
}

locals {
  permissions_boundary = module.permissions_boundary.arn
}

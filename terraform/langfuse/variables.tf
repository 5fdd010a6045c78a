variable "name" {
  description = "Begins every name and tag, so that stacks can share an account and region."
  type        = string
  default     = "langfuse"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name)) && !endswith(var.name, "-") && !strcontains(var.name, "--")
    error_message = "name '${var.name}' must have 2 to 20 lower-case letters, digits and single hyphens, begin with a letter and not end with a hyphen."
  }
}

variable "tags" {
  description = "Tags of everything; `stack` and `managed-by` are set by the stack itself."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.tags), ["stack", "managed-by"])) == 0
    error_message = "tags must leave out stack and managed-by: the stack sets them, and the deploy role goes by them."
  }
}

variable "deletion_protection" {
  description = "Refuses to destroy the stack and what holds data in it; to destroy, apply false first."
  type        = bool
  default     = true
  nullable    = false
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary of every role, from the output `permissions_boundary` of terraform/bootstrap; null for none."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null ? true : can(regex("^arn:[a-z-]+:iam::([0-9]{12}|aws):policy/.+$", var.permissions_boundary))
    error_message = "permissions_boundary must be the ARN of an IAM policy, as in arn:aws:iam::123456789012:policy/langfuse-boundary."
  }
}

variable "log_retention_days" {
  description = "How long CloudWatch keeps logs."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}, which CloudWatch does not offer; 7, 14, 30, 60, 90, 180 and 365 are among those that it does."
  }
}

variable "network" {
  description = "An own VPC with this address range, or an existing one by ids: its private subnets need a way to the internet, its public ones take the load balancer where there is a domain."
  type = object({
    cidr_block = optional(string, "10.64.0.0/16")
    existing = optional(object({
      vpc_id             = string
      public_subnet_ids  = optional(set(string), [])
      private_subnet_ids = set(string)
    }))
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(cidrhost(var.network.cidr_block, 0)) && try(tonumber(split("/", var.network.cidr_block)[1]) >= 16 && tonumber(split("/", var.network.cidr_block)[1]) <= 22, false)
    error_message = "network.cidr_block '${var.network.cidr_block}' must be an IPv4 range between /16 and /22, as in 10.64.0.0/16."
  }

  validation {
    condition     = var.network.existing == null ? true : length(var.network.existing.private_subnet_ids) >= 2
    error_message = "network.existing.private_subnet_ids needs subnets in at least two zones: Aurora and load balancers take no less."
  }

  validation {
    condition     = var.network.existing == null || var.domain == null ? true : length(var.network.existing.public_subnet_ids) >= 2
    error_message = "network.existing.public_subnet_ids needs subnets in at least two zones for the load balancer of a stack with a domain."
  }
}

variable "domain" {
  description = "Host name of Langfuse and the Route 53 zone that its records go to, by name or id; null for the default domain of CloudFront."
  type = object({
    name         = string
    zone_name    = optional(string)
    zone_id      = optional(string)
    grafana_name = optional(string)
  })
  default = null

  validation {
    condition     = var.domain == null ? true : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,}$", var.domain.name))
    error_message = "domain.name must be a host name in lower case without scheme or path, as in langfuse.example.com."
  }

  validation {
    condition     = var.domain == null ? true : (var.domain.zone_name == null) != (var.domain.zone_id == null)
    error_message = "domain needs exactly one of zone_name and zone_id: the public hosted zone that holds its records."
  }

  validation {
    condition = var.domain == null ? true : var.domain.zone_name == null ? true : alltrue([
      for host in compact([var.domain.name, var.domain.grafana_name]) : host == var.domain.zone_name || endswith(host, ".${var.domain.zone_name}")
    ])
    error_message = "domain.name and domain.grafana_name must lie within domain.zone_name, else no record in that zone can answer for them."
  }
}

variable "allowed_cidr_blocks" {
  description = "Who may reach the load balancer of a stack with a domain."
  type        = set(string)
  default     = ["0.0.0.0/0"]
  nullable    = false

  validation {
    condition     = length(var.allowed_cidr_blocks) > 0 && alltrue([for block in var.allowed_cidr_blocks : can(cidrhost(block, 0)) && !strcontains(block, ":")])
    error_message = "allowed_cidr_blocks needs at least one IPv4 range, as in 203.0.113.0/24."
  }

  validation {
    condition     = var.domain != null || var.allowed_cidr_blocks == toset(["0.0.0.0/0"])
    error_message = "allowed_cidr_blocks needs a domain: without one everybody comes through CloudFront, where an address range cannot be set here."
  }
}

variable "images_file" {
  description = "The file of images, from this folder."
  type        = string
  default     = "../../images.yaml"
  nullable    = false

  validation {
    condition = can([
      for name in ["langfuse-web", "langfuse-worker", "clickhouse", "grafana"] :
      regex("@sha256:[0-9a-f]{64}$", yamldecode(file("${path.module}/${var.images_file}")).images[name].source)
    ])
    error_message = "images_file '${var.images_file}' must be a YAML file whose `images` has langfuse-web, langfuse-worker, clickhouse and grafana, each with a `source` that ends in a digest."
  }

  validation {
    condition = try(length(distinct([
      for name in ["langfuse-web", "langfuse-worker"] :
      regex(":([^:/@]+)@", yamldecode(file("${path.module}/${var.images_file}")).images[name].source)[0]
    ])) == 1, true)
    error_message = "images_file '${var.images_file}' has langfuse-web and langfuse-worker of two versions; they share databases and must be of one."
  }
}

variable "registry" {
  description = "Where the images of the file were mirrored to; the host null means the account's ECR in this region."
  type = object({
    host   = optional(string)
    prefix = optional(string, "langfuse")
  })
  default  = {}
  nullable = false

  validation {
    condition     = can(regex("^[a-z0-9]+([._/-][a-z0-9]+)*$", var.registry.prefix))
    error_message = "registry.prefix '${var.registry.prefix}' must be what mirror was given as prefix, as in langfuse."
  }
}

variable "images" {
  description = "Full references that take the place of the mirrored images, by the name in the file of images."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.images), ["langfuse-web", "langfuse-worker", "clickhouse", "grafana"])) == 0
    error_message = "images knows langfuse-web, langfuse-worker, clickhouse and grafana, not ${join(", ", setsubtract(keys(var.images), ["langfuse-web", "langfuse-worker", "clickhouse", "grafana"]))}."
  }

  validation {
    condition     = alltrue([for reference in values(var.images) : can(regex("^[^@\\s]+@sha256:[0-9a-f]{64}$", reference))])
    error_message = "Every reference in images must end in a digest, as in registry.example.com/langfuse:3.225.11@sha256:…: what a tag means can change between plan and apply."
  }
}

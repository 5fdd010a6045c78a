variable "name" {
  description = "Prefix of all resource names and tags. Lets several stacks share an account and region."
  type        = string
  default     = "langfuse"
  nullable    = false

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,19}$", var.name)) && !endswith(var.name, "-") && !strcontains(var.name, "--")
    error_message = "name '${var.name}' must have 2 to 20 lowercase letters, digits and single hyphens, start with a letter and not end with a hyphen."
  }

  # Of capacity providers (aws, ecs, fargate), load balancers (internal-) and security groups (sg-).
  validation {
    condition     = !can(regex("^(aws|ecs|fargate|internal-|sg-)", var.name))
    error_message = "name '${var.name}' starts with aws, ecs, fargate, internal- or sg-, which AWS does not allow in names of resources."
  }
}

variable "tags" {
  description = "Tags of all resources. The stack adds `stack` and `managed-by`. A running ClickHouse instance gets new tags when it is replaced."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setintersection(keys(var.tags), ["stack", "managed-by", "deployed-versions"])) == 0
    error_message = "tags must not contain stack, managed-by or deployed-versions. The stack sets them, and the deploy role's permissions depend on them."
  }

  # IAM ignores the case of keys. AWS allows 50 tags; the stack adds stack, managed-by, Name and deployed-versions.
  validation {
    condition     = length(distinct([for key in concat(keys(var.tags), ["stack", "managed-by"]) : lower(key)])) == length(concat(keys(var.tags), ["stack", "managed-by"])) && length(setunion(keys(var.tags), ["Name"])) <= 47
    error_message = "tags must have at most 46 keys except for Name, which differ in more than upper and lower case from each other, from stack and from managed-by."
  }

  validation {
    condition = alltrue([for key, value in var.tags :
      can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{1,128}$", key)) && can(regex("^[\\p{L}\\p{Z}\\p{N}_.:/=+@-]{0,256}$", value)) && !startswith(lower(key), "aws:")
    ])
    error_message = "tags must have keys of 1 to 128 and values of up to 256 characters: letters, digits, spaces and _ . : / = + - @. AWS reserves keys that start with aws:."
  }
}

variable "deletion_protection" {
  description = "Prevents the destruction of the stack and its data. Apply false before you destroy the stack."
  type        = bool
  default     = true
  nullable    = false
}

variable "permissions_boundary" {
  description = "ARN of the permissions boundary of all roles. Null uses the one that terraform/bootstrap registered for the name of this stack, if any."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null ? true : can(regex("^arn:[a-z-]+:iam::([0-9]{12}|aws):policy/.+$", var.permissions_boundary))
    error_message = "permissions_boundary ${jsonencode(var.permissions_boundary)} is not the ARN of an IAM policy. Example: arn:aws:iam::123456789012:policy/langfuse-boundary."
  }
}

variable "quota_checks" {
  description = "Whether a plan warns if the account's quotas of vCPUs are too low for the size. Requires servicequotas:GetServiceQuota and servicequotas:GetAWSDefaultServiceQuota."
  type        = bool
  default     = true
  nullable    = false
}

variable "log_retention_days" {
  description = "Days to keep logs in CloudWatch Logs."
  type        = number
  default     = 30
  nullable    = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "log_retention_days is ${var.log_retention_days}, which CloudWatch Logs does not support. Supported values include 7, 14, 30, 60, 90, 180 and 365."
  }
}

variable "network" {
  description = "CIDR block and two Availability Zones of a new VPC, or IDs of an existing one. Private subnets need outbound internet access; public subnets are for the load balancer of a stack with a domain."
  type = object({
    cidr_block = optional(string, "10.64.0.0/16")
    zones      = optional(set(string))
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
    error_message = "network.cidr_block '${var.network.cidr_block}' must be an IPv4 CIDR block between /16 and /22. Example: 10.64.0.0/16."
  }

  # Docker's bridge has this network on the instance, which then reaches no name server.
  validation {
    condition     = !startswith(var.network.cidr_block, "172.17.")
    error_message = "network.cidr_block '${var.network.cidr_block}' is the network of Docker's bridge on the ClickHouse instance. Choose another one. Example: 10.64.0.0/16."
  }

  validation {
    condition     = var.network.zones == null ? true : length(var.network.zones) == 2 && var.network.existing == null
    error_message = "network.zones must contain the names of two Availability Zones of a new VPC. The zones of an existing VPC are those of its subnets."
  }

  validation {
    condition     = var.network.existing == null ? true : length(var.network.existing.private_subnet_ids) >= 2
    error_message = "network.existing.private_subnet_ids must contain subnets in at least two Availability Zones, as Aurora and load balancers require."
  }

  validation {
    condition     = var.network.existing == null || try(var.domain.internal, true) || var.load_balancer_external != null ? true : length(var.network.existing.public_subnet_ids) >= 2
    error_message = "network.existing.public_subnet_ids must contain subnets in at least two Availability Zones, for the public load balancer of a stack with a domain. Or set domain.internal = true."
  }

  validation {
    condition     = var.load_balancer_external == null || var.network.existing != null
    error_message = "load_balancer_external is in an existing VPC, which must be that of the stack. Set network.existing to it."
  }

  validation {
    condition     = var.size != "tiny" || var.network.existing == null
    error_message = "network.existing is set, but size tiny needs a VPC of its own. Remove network.existing, or use size = \"small\"."
  }
}

variable "domain" {
  description = "Host name of Langfuse, and its Route 53 hosted zone, by name or ID; without one, set the records in the output dns_records. Null uses CloudFront's default domain name."
  type = object({
    name         = string
    zone_name    = optional(string)
    zone_id      = optional(string)
    grafana_name = optional(string)
    # Certificate in ACM, in the Region of the stack, for the names above. Null creates one.
    certificate_arn = optional(string)
    # Without a zone: whether the apply waits until the records of the certificate are set. With false, Langfuse is not reachable until you set true.
    wait_for_certificate = optional(bool, true)
    # Puts the load balancer into the private subnets. A change replaces it.
    internal = optional(bool, false)
  })
  default = null

  validation {
    condition     = var.domain == null ? true : alltrue([for host in compact([var.domain.name, var.domain.grafana_name]) : can(regex("^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+([a-z]{2,}|xn--[a-z0-9-]*[a-z0-9])$", host))])
    error_message = "domain.name and domain.grafana_name must be lowercase host names without scheme or path. Example: langfuse.example.com."
  }

  validation {
    condition     = var.domain == null ? true : var.domain.name != var.domain.grafana_name
    error_message = "domain.grafana_name must differ from domain.name, because Langfuse and Grafana have hosts of their own."
  }

  validation {
    condition     = try(var.domain.zone_id, null) == null ? true : can(regex("^Z[A-Z0-9]{1,31}$", var.domain.zone_id))
    error_message = "domain.zone_id must be the ID of a hosted zone, not its name, which is zone_name. List them with: aws route53 list-hosted-zones"
  }

  validation {
    condition     = var.domain == null ? true : var.domain.zone_name == null || var.domain.zone_id == null
    error_message = "domain must contain at most one of zone_name and zone_id, which identify the hosted zone."
  }

  validation {
    condition     = try(var.domain.certificate_arn, null) == null ? true : can(regex("^arn:[a-z-]+:acm:[a-z0-9-]+:[0-9]{12}:certificate/.+$", var.domain.certificate_arn))
    error_message = "domain.certificate_arn must be the ARN of a certificate in ACM. Import a certificate of your own with: aws acm import-certificate"
  }

  validation {
    condition     = try(var.domain.certificate_arn, null) == null ? true : try(split(":", var.domain.certificate_arn)[3] == local.region, true)
    error_message = "domain.certificate_arn is a certificate in ${try(split(":", var.domain.certificate_arn)[3], "another Region")}. The load balancer needs one in ${local.region}."
  }

  validation {
    condition     = try(var.domain.certificate_arn, null) == null ? true : try(split(":", var.domain.certificate_arn)[4] == local.account_id, true)
    error_message = "domain.certificate_arn is a certificate of the account ${try(split(":", var.domain.certificate_arn)[4], "")}. A load balancer uses certificates of its own account only: ${local.account_id}."
  }

  validation {
    condition     = var.domain == null ? true : var.domain.wait_for_certificate || (var.domain.zone_name == null && var.domain.zone_id == null && var.domain.certificate_arn == null)
    error_message = "domain.wait_for_certificate = false is for a certificate whose records you set yourself. Remove it, or remove zone_name, zone_id and certificate_arn."
  }

  validation {
    condition = var.domain == null ? true : var.domain.zone_name == null ? true : alltrue([
      for host in compact([var.domain.name, var.domain.grafana_name]) : host == var.domain.zone_name || endswith(host, ".${var.domain.zone_name}")
    ])
    error_message = "domain.name and domain.grafana_name must be in the hosted zone domain.zone_name."
  }

  validation {
    condition     = var.size != "tiny" || var.domain == null
    error_message = "domain is set, but size tiny has no load balancer, which a certificate needs. Remove domain to use the domain name of CloudFront, or use size = \"small\"."
  }
}

variable "allowed_cidr_blocks" {
  description = "IPv4 CIDR blocks that can access Langfuse and Grafana: by a function of CloudFront or, with a domain, by the load balancer. The command verify runs on a runner of GitHub, which needs public_api."
  type        = set(string)
  default     = ["0.0.0.0/0"]
  nullable    = false

  validation {
    condition     = length(var.allowed_cidr_blocks) > 0 && alltrue([for block in var.allowed_cidr_blocks : try(cidrsubnet(block, 0, 0) == block, false) && !strcontains(block, ":")])
    error_message = "allowed_cidr_blocks must contain at least one IPv4 CIDR block, written with the first address of its network. Example: 203.0.113.0/24."
  }

  # A function of CloudFront has at most 10 KB.
  validation {
    condition     = var.domain != null || length(var.allowed_cidr_blocks) <= 300
    error_message = "allowed_cidr_blocks has ${length(var.allowed_cidr_blocks)} blocks. CloudFront's function has space for 300; combine blocks, or use web_acl with an IP set."
  }
}

variable "public_api" {
  description = "Whether all addresses can access Langfuse's API, /api/public/, which requires API keys, while allowed_cidr_blocks limits all other pages. For applications and runners with changing addresses."
  type        = bool
  default     = false
  nullable    = false

  # A rule of the listener has five values; one is the host name.
  validation {
    condition     = !var.public_api || var.domain == null || length(var.allowed_cidr_blocks) <= 4
    error_message = "public_api supports four allowed_cidr_blocks with a domain, and there are ${length(var.allowed_cidr_blocks)}. Combine blocks, or use web_acl with an IP set."
  }
}

variable "web_acl" {
  description = "AWS WAF web ACL of Langfuse and Grafana: scope CLOUDFRONT (in us-east-1) without a domain, REGIONAL with a domain. Null for none."
  type        = object({ arn = string })
  default     = null

  validation {
    condition     = var.web_acl == null ? true : can(regex("^arn:[a-z-]+:wafv2:[^:]+:[0-9]{12}:${var.domain == null ? "global" : "regional"}/webacl/.+$", var.web_acl.arn))
    error_message = "web_acl.arn must be the ARN of a web ACL with the scope ${var.domain == null ? "CLOUDFRONT, because the stack has no domain" : "REGIONAL, because the stack has a domain"}."
  }

  validation {
    condition     = try(split(":", var.web_acl.arn)[3], "") == "" || var.domain == null ? true : split(":", var.web_acl.arn)[3] == local.region
    error_message = "web_acl.arn is a web ACL in ${try(split(":", var.web_acl.arn)[3], "another Region")}. The load balancer needs one in ${local.region}."
  }
}

variable "response_headers" {
  description = "Headers of all responses of Langfuse and Grafana. Without a domain, policy_id is the ID of an existing response headers policy of CloudFront, which replaces AWS's SecurityHeadersPolicy. With a domain, headers contains values by name: those that a load balancer can set. They replace the headers of Langfuse."
  type = object({
    policy_id = optional(string)
    headers   = optional(map(string), {})
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.response_headers.policy_id == null ? true : can(regex("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", var.response_headers.policy_id))
    error_message = "response_headers.policy_id ${jsonencode(var.response_headers.policy_id)} is not the ID of a response headers policy: aws cloudfront list-response-headers-policies --query 'ResponseHeadersPolicyList.Items[].ResponseHeadersPolicy.[Id,ResponseHeadersPolicyConfig.Name]'"
  }

  validation {
    condition     = var.response_headers.policy_id == null || var.domain == null
    error_message = "response_headers.policy_id is a policy of CloudFront, and with a domain the stack has no CloudFront. Use response_headers.headers."
  }

  validation {
    condition     = length(var.response_headers.headers) == 0 || var.domain != null && var.load_balancer_external == null
    error_message = "response_headers.headers is for the load balancer of a stack with a domain. ${var.domain == null ? "Without a domain, use response_headers.policy_id." : "With load_balancer_external, its owner sets the headers in the attributes of the listener."}"
  }

  validation {
    condition     = length(setsubtract(keys(var.response_headers.headers), local.load_balancer_headers)) == 0
    error_message = "response_headers.headers contains ${join(", ", setsubtract(keys(var.response_headers.headers), local.load_balancer_headers))}, which a load balancer cannot set. It can set ${join(", ", local.load_balancer_headers)}; for other headers, use CloudFront's domain name with response_headers.policy_id."
  }

  validation {
    condition = alltrue([for name, value in var.response_headers.headers : can(regex({
      Strict-Transport-Security = "^max-age=[0-9]+(; *includeSubDomains)?(; *preload)?$"
      X-Content-Type-Options    = "^nosniff$"
      X-Frame-Options           = "^(DENY|SAMEORIGIN)$"
    }[name], value)) || name == "Content-Security-Policy"])
    error_message = "response_headers.headers: Strict-Transport-Security must be max-age=SECONDS, optionally followed by ; includeSubDomains and ; preload. X-Content-Type-Options must be nosniff, and X-Frame-Options DENY or SAMEORIGIN."
  }

  validation {
    condition     = alltrue([for value in values(var.response_headers.headers) : can(regex("^[ -!#%-~]+$", value)) && length(value) <= 1024])
    error_message = "response_headers.headers must contain values of 1 to 1024 printable ASCII characters, without line breaks, quotation marks and dollar signs."
  }
}

variable "access_logs" {
  description = "Whether the load balancer and CloudFront write access logs to S3, and days to keep them. They contain client addresses."
  type = object({
    enabled        = optional(bool, true)
    retention_days = optional(number, 30)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.access_logs.retention_days >= 1 && floor(var.access_logs.retention_days) == var.access_logs.retention_days
    error_message = "access_logs.retention_days is ${var.access_logs.retention_days}. It must be a positive integer."
  }
}

variable "images_file" {
  description = "Path of images.yaml. Start it with path.module of the calling module, so that it does not depend on the working directory."
  type        = string
  nullable    = false

  validation {
    condition = can([
      for name in ["langfuse-web", "langfuse-worker", "clickhouse", "grafana"] :
      regex("@sha256:[0-9a-f]{64}$", yamldecode(file(var.images_file)).images[name].source)
    ])
    error_message = "images_file '${var.images_file}' must be a YAML file whose `images` contains langfuse-web, langfuse-worker, clickhouse and grafana, each with a `source` that ends with a digest."
  }

  validation {
    condition = try(length(distinct([
      for name in ["langfuse-web", "langfuse-worker"] :
      regex(":([^:/@]+)@", yamldecode(file(var.images_file)).images[name].source)[0]
    ])) == 1, true)
    error_message = "images_file '${var.images_file}' contains different versions of langfuse-web and langfuse-worker. Use the same version, because they share databases."
  }

  validation {
    condition     = var.size != "tiny" || can([for name in ["postgres", "valkey"] : regex("@sha256:[0-9a-f]{64}$", yamldecode(file(var.images_file)).images[name].source)])
    error_message = "images_file '${var.images_file}' has no postgres and valkey, which size tiny runs as containers. Add the images of images.tiny.yaml to it; the workflows then copy them to ECR."
  }
}

variable "registry" {
  description = "Registry host and repository prefix of the mirrored images. A null host uses ECR in this account and region."
  type = object({
    host   = optional(string)
    prefix = optional(string, "langfuse")
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.registry.host == null ? true : can(regex("^([a-z0-9.-]+(:[0-9]+)?)?$", var.registry.host))
    error_message = "registry.host ${jsonencode(var.registry.host)} must be a host without scheme and path. Example: 123456789012.dkr.ecr.eu-central-1.amazonaws.com."
  }

  validation {
    condition     = can(regex("^[a-z0-9]+([._/-][a-z0-9]+)*$", var.registry.prefix))
    error_message = "registry.prefix '${var.registry.prefix}' is not a valid repository prefix. Use the `prefix` of the mirror command. Example: langfuse."
  }
}

variable "images" {
  description = "Image references that replace the mirrored images, by name in images.yaml."
  type        = map(string)
  default     = {}
  nullable    = false

  validation {
    condition     = length(setsubtract(keys(var.images), ["langfuse-web", "langfuse-worker", "clickhouse", "grafana", "postgres", "valkey"])) == 0
    error_message = "images contains unknown names: ${join(", ", setsubtract(keys(var.images), ["langfuse-web", "langfuse-worker", "clickhouse", "grafana", "postgres", "valkey"]))}. Known names are langfuse-web, langfuse-worker, clickhouse, grafana, and postgres and valkey of size tiny."
  }

  validation {
    condition     = alltrue([for reference in values(var.images) : can(regex("^[^@\\s]+@sha256:[0-9a-f]{64}$", reference))])
    error_message = "References in images must end with a digest, because a tag can change between plan and apply. Example: registry.example.com/langfuse:3.225.11@sha256:…"
  }
}

variable "postgres_external" {
  description = "Connection to an existing PostgreSQL 15 or newer, such as RDS; null runs Aurora in this stack. Langfuse's user must own the database. The stack does not back it up, watch it or rotate its password."
  type = object({
    # Of the server, not of a pooler: migrations need sessions.
    host     = string
    port     = optional(number, 5432)
    database = optional(string, "langfuse")
    user     = optional(string, "langfuse")
    # TLS, without a check of the certificate's issuer.
    secure              = optional(bool, true)
    password_secret_arn = string
    # Further arguments of Prisma's connection URL, such as connection_limit.
    arguments = optional(map(string), {})
    # Security groups of an existing VPC that the server admits. The tasks of web, worker and migration get them.
    security_group_ids = optional(set(string), [])
    # Destinations that the stack's security groups allow.
    cidr_blocks = optional(set(string), ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"])
  })
  default = null

  validation {
    condition     = var.postgres_external == null ? true : can(regex("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", var.postgres_external.host))
    error_message = "postgres_external.host must be a host name without scheme and port. Example: langfuse.abc123.eu-central-1.rds.amazonaws.com."
  }

  validation {
    condition     = var.postgres_external == null ? true : floor(var.postgres_external.port) == var.postgres_external.port && var.postgres_external.port >= 1 && var.postgres_external.port <= 65535
    error_message = "postgres_external.port must be an integer from 1 to 65535."
  }

  validation {
    condition     = var.postgres_external == null ? true : alltrue([for name in [var.postgres_external.database, var.postgres_external.user] : can(regex("^[A-Za-z_][A-Za-z0-9_-]{0,62}$", name))])
    error_message = "postgres_external.database and postgres_external.user must have letters, digits, underscores and hyphens, because Langfuse puts them into a URL."
  }

  validation {
    condition     = var.postgres_external == null ? true : can(regex(local.secret_arn_pattern, var.postgres_external.password_secret_arn))
    error_message = "postgres_external.password_secret_arn must be a Secrets Manager ARN. Append `:key::` to select a key of a JSON secret, such as `:password::` for a secret of RDS. Use a password without characters that URLs reserve: Langfuse does not escape it."
  }

  validation {
    condition = var.postgres_external == null ? true : alltrue([
      for name, value in var.postgres_external.arguments : can(regex("^[a-z_]+$", name)) && can(regex("^[A-Za-z0-9._~-]+$", value)) && !contains(["schema", "sslmode", "sslaccept"], name)
    ])
    error_message = "postgres_external.arguments must be names and values without characters that URLs reserve, and cannot set sslmode (use secure), sslaccept or schema: Langfuse's migrations use the schema public."
  }

  validation {
    condition     = var.postgres_external == null ? true : alltrue([for id in var.postgres_external.security_group_ids : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "postgres_external.security_group_ids must be IDs. Example: sg-0123456789abcdef0."
  }

  validation {
    condition     = var.postgres_external == null ? true : length(var.postgres_external.security_group_ids) == 0 || var.network.existing != null
    error_message = "postgres_external.security_group_ids are security groups of an existing VPC, and this stack creates a VPC of its own. Set network.existing, or remove them, connect the VPCs, and let the server admit network.cidr_block."
  }

  validation {
    condition     = var.postgres_external == null ? true : alltrue([for block in var.postgres_external.cidr_blocks : try(cidrsubnet(block, 0, 0) == block, false) && !strcontains(block, ":")]) && length(var.postgres_external.cidr_blocks) + length(var.postgres_external.security_group_ids) > 0
    error_message = "postgres_external.cidr_blocks must contain IPv4 CIDR blocks, written with the first address of their network, or security_group_ids a group with access. Example: 10.1.0.0/16."
  }

  validation {
    condition     = var.size != "tiny" || var.postgres_external == null
    error_message = "postgres_external is set, but size tiny runs PostgreSQL on its instance. Remove postgres_external, or use size = \"small\"."
  }

  validation {
    condition     = var.postgres_external == null ? true : alltrue([for name, value in var.postgres : value == null])
    error_message = "postgres sets the size of Aurora, and with postgres_external the stack has none. Remove postgres."
  }
}

variable "valkey_external" {
  description = "Connection to an existing Valkey or Redis 7 or newer, such as ElastiCache; null runs Valkey in this stack. Its policy must be maxmemory-policy noeviction: an alarm reports another one."
  type = object({
    # In cluster mode, that of the configuration endpoint.
    host = string
    port = optional(number, 6379)
    # TLS, with a check of the certificate.
    secure = optional(bool, true)
    # Null for the user default.
    user = optional(string)
    # Null for a server without a password.
    password_secret_arn = optional(string)
    cluster_mode        = optional(bool, false)
    # Prefix of all keys, for a server that other applications use. `langfuse-deploy replay` uses it, too.
    key_prefix = optional(string)
    # Security groups of an existing VPC that the server admits. The tasks of web and worker get them.
    security_group_ids = optional(set(string), [])
    # Destinations that the stack's security groups allow.
    cidr_blocks = optional(set(string), ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"])
  })
  default = null

  validation {
    condition     = var.valkey_external == null ? true : can(regex("^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$", var.valkey_external.host))
    error_message = "valkey_external.host must be a host name without scheme and port. Example: master.langfuse.abc123.euc1.cache.amazonaws.com."
  }

  validation {
    condition     = var.valkey_external == null ? true : floor(var.valkey_external.port) == var.valkey_external.port && var.valkey_external.port >= 1 && var.valkey_external.port <= 65535
    error_message = "valkey_external.port must be an integer from 1 to 65535."
  }

  validation {
    condition     = var.valkey_external == null ? true : !can(regex("\\.serverless\\.[a-z0-9]+\\.cache\\.amazonaws\\.com$", var.valkey_external.host))
    error_message = "valkey_external.host is ElastiCache Serverless, whose eviction policy cannot be noeviction. Use a node-based cluster."
  }

  validation {
    condition     = var.valkey_external == null ? true : var.valkey_external.cluster_mode == startswith(var.valkey_external.host, "clustercfg.") || !can(regex("^(clustercfg|master)\\.", var.valkey_external.host))
    error_message = "valkey_external.host and cluster_mode do not fit: the host of a cluster with cluster mode begins with clustercfg. (the configuration endpoint), that of others with master. (the primary endpoint)."
  }

  validation {
    condition     = try(var.valkey_external.password_secret_arn, null) == null ? true : can(regex(local.secret_arn_pattern, var.valkey_external.password_secret_arn))
    error_message = "valkey_external.password_secret_arn must be a Secrets Manager ARN. Append `:key::` to select a key of a JSON secret."
  }

  validation {
    condition     = try(var.valkey_external.user, null) == null ? true : var.valkey_external.password_secret_arn != null
    error_message = "valkey_external.user is set without password_secret_arn. A user needs a password."
  }

  validation {
    condition     = try(var.valkey_external.key_prefix, null) == null ? true : can(regex("^[A-Za-z0-9_-]+:$", var.valkey_external.key_prefix))
    error_message = "valkey_external.key_prefix must have letters, digits, underscores and hyphens, and end with a colon. Example: langfuse:."
  }

  validation {
    condition     = var.valkey_external == null ? true : alltrue([for id in var.valkey_external.security_group_ids : can(regex("^sg-[0-9a-f]+$", id))])
    error_message = "valkey_external.security_group_ids must be IDs. Example: sg-0123456789abcdef0."
  }

  validation {
    condition     = var.valkey_external == null ? true : length(var.valkey_external.security_group_ids) == 0 || var.network.existing != null
    error_message = "valkey_external.security_group_ids are security groups of an existing VPC, and this stack creates a VPC of its own. Set network.existing, or remove them, connect the VPCs, and let the server admit network.cidr_block."
  }

  validation {
    condition     = var.valkey_external == null ? true : alltrue([for block in var.valkey_external.cidr_blocks : try(cidrsubnet(block, 0, 0) == block, false) && !strcontains(block, ":")]) && length(var.valkey_external.cidr_blocks) + length(var.valkey_external.security_group_ids) > 0
    error_message = "valkey_external.cidr_blocks must contain IPv4 CIDR blocks, written with the first address of their network, or security_group_ids a group with access. Example: 10.1.0.0/16."
  }

  validation {
    condition     = var.size != "tiny" || var.valkey_external == null
    error_message = "valkey_external is set, but size tiny runs Valkey on its instance. Remove valkey_external, or use size = \"small\"."
  }

  validation {
    condition     = var.valkey_external == null ? true : alltrue([for name, value in var.valkey : value == null])
    error_message = "valkey sets the size of ElastiCache, and with valkey_external the stack has none. Remove valkey."
  }
}

variable "bucket_external" {
  description = "Existing S3 bucket for raw events, media and exports, in the Region of the stack; null creates one. The stack does not change its settings: docs/integrations.md lists those that Langfuse needs."
  type = object({
    name = string
    # Prefix of all keys. A change hides earlier objects.
    prefix = optional(string, "")
    # KMS key of the bucket, if it is not that of the stack.
    kms_key_arn = optional(string)
  })
  default = null

  validation {
    condition     = var.bucket_external == null ? true : can(regex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", var.bucket_external.name)) && !strcontains(var.bucket_external.name, "..")
    error_message = "bucket_external.name must be the name of a bucket, without s3:// and path. Example: acme-langfuse."
  }

  validation {
    condition     = var.bucket_external == null ? true : var.bucket_external.prefix == "" || can(regex("^([A-Za-z0-9_.-]+/)+$", var.bucket_external.prefix))
    error_message = "bucket_external.prefix must not begin with a slash, and must end with one. Example: langfuse/."
  }

  validation {
    condition     = try(var.bucket_external.kms_key_arn, null) == null ? true : can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/[A-Za-z0-9-]+$", var.bucket_external.kms_key_arn))
    error_message = "bucket_external.kms_key_arn must be the ARN of a key, not an alias: aws kms describe-key --key-id alias/NAME --query KeyMetadata.Arn --output text"
  }

  validation {
    condition     = var.bucket_external == null || var.events_expire_days == 30
    error_message = "events_expire_days is a rule of the bucket of this stack, and with bucket_external the stack has none. Remove events_expire_days, and set the rule in your bucket."
  }
}

variable "load_balancer_external" {
  description = "HTTPS listener of an existing application load balancer in the VPC of network.existing; null creates a load balancer. The stack adds rules with five priorities, from priority on. Certificate, access logs and web ACL are those of the load balancer, which must reach port 3000 of the tasks."
  type = object({
    listener_arn = string
    priority     = optional(number, 100)
  })
  default = null

  validation {
    condition     = var.load_balancer_external == null ? true : can(regex("^arn:[a-z-]+:elasticloadbalancing:[a-z0-9-]+:[0-9]{12}:listener/app/[^/]+/[0-9a-f]+/[0-9a-f]+$", var.load_balancer_external.listener_arn))
    error_message = "load_balancer_external.listener_arn must be the ARN of a listener of an application load balancer: aws elbv2 describe-listeners --load-balancer-arn ARN --query 'Listeners[].[ListenerArn,Protocol]'"
  }

  validation {
    condition     = var.load_balancer_external == null ? true : floor(var.load_balancer_external.priority) == var.load_balancer_external.priority && var.load_balancer_external.priority >= 1 && var.load_balancer_external.priority <= 49996
    error_message = "load_balancer_external.priority must be an integer from 1 to 49996; the stack uses it and the next four."
  }

  validation {
    condition     = var.load_balancer_external == null || var.domain != null
    error_message = "load_balancer_external needs domain: the rules of the listener match the host name. Set domain = { name = \"langfuse.example.com\" }."
  }

  validation {
    condition     = var.load_balancer_external == null ? true : try(var.domain.certificate_arn, null) == null && try(var.domain.internal, false) == false && try(var.domain.wait_for_certificate, true)
    error_message = "domain.certificate_arn, domain.internal and domain.wait_for_certificate are settings of the load balancer of this stack. With load_balancer_external, remove them."
  }

  validation {
    condition     = var.load_balancer_external == null || var.web_acl == null
    error_message = "web_acl is for the load balancer of this stack. With load_balancer_external, its owner associates the web ACL. Remove web_acl."
  }

  # A rule of the listener has five values; one is the host name.
  validation {
    condition     = var.load_balancer_external == null || !local.addresses_are_limited || length(var.allowed_cidr_blocks) <= 4
    error_message = "load_balancer_external supports four allowed_cidr_blocks, and there are ${length(var.allowed_cidr_blocks)}. Combine blocks, or use the security group or a web ACL of the load balancer."
  }

  validation {
    condition     = var.size != "tiny" || var.load_balancer_external == null
    error_message = "load_balancer_external is set, but size tiny has no load balancer. Remove load_balancer_external, or use size = \"small\"."
  }
}

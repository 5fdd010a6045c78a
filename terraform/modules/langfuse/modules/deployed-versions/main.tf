terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
  }
}

variable "stack" {
  description = "Name of the stack."
  type        = string
  nullable    = false
}

variable "region" {
  description = "Region of the stack, for the commands in messages."
  type        = string
  nullable    = false
}

variable "langfuse_major" {
  description = "Major version of Langfuse that the plan deploys."
  type        = number
  nullable    = false
}

variable "wanted" {
  description = "Versions and sizes that the plan deploys, by name. Null or a missing name is neither compared nor forgotten."
  type = object({
    # Oldest major version that can read what Langfuse writes.
    langfuse-data = optional(number)
    clickhouse    = optional(string)
    postgres      = optional(number)
    valkey        = optional(string)
    # Images of the size tiny.
    tiny-postgres = optional(string)
    tiny-valkey   = optional(string)
    volume-gib    = optional(number)
    size          = string
  })
  nullable = false
}

locals {
  tag = "deployed-versions"

  deployed = merge([
    for pair in flatten([for group in data.aws_security_group.tagged : regexall("size=[a-z]+|[a-z-]+=[0-9]+(?:\\.[0-9]+)?", lookup(group.tags, local.tag, ""))]) :
    { (split("=", pair)[0]) = split("=", pair)[1] }
  ]...)

  wanted = { for name, version in var.wanted : name => tostring(version) if version != null }

  # Comparable numbers: 26003 for 26.3.
  ranks = { for source, versions in { deployed = local.deployed, wanted = local.wanted } : source => {
    for name, version in versions : name => tonumber(split(".", version)[0]) * 1000 + tonumber(try(split(".", version)[1], 0)) if name != "size"
  } }

  older = { for name, rank in local.ranks.wanted : name => {
    from = local.deployed[name]
    to   = local.wanted[name]
  } if rank < lookup(local.ranks.deployed, name, 0) }

  restore = "If you restore data of the older version (docs/operations.md, section Roll back), remove the record first: aws ec2 delete-tags --region ${var.region} --resources ${join("", keys(data.aws_security_group.tagged))} --tags Key=${local.tag}"

  deployed_size = lookup(local.deployed, "size", var.wanted.size)

  rejections = compact(concat(
    var.langfuse_major * 1000 >= lookup(local.ranks.deployed, "langfuse-data", 0) ? [] : [
      "The image has Langfuse ${var.langfuse_major}, which cannot read what Langfuse ${local.deployed["langfuse-data"]} has written. Set both images of Langfuse back to version ${local.deployed["langfuse-data"]}. ${local.restore}",
    ],
    flatten([for name, version in local.older : lookup({
      clickhouse  = "The image has ClickHouse ${version.to}, which may not read what ClickHouse ${version.from} has written. Set the image back to ${version.from}. ${local.restore}"
      postgres    = "postgres.major_version is ${version.to}, but the database has ${version.from}, and Aurora has no downgrade. Set it to ${version.from}."
      valkey      = "valkey.engine_version is ${version.to}, but ElastiCache has ${version.from} and no downgrade: the queue would be replaced. Set it to ${version.from}."
      tiny-valkey = "The image has Valkey ${version.to}, which cannot read what Valkey ${version.from} has written. Set the image valkey back to ${version.from}."
      volume-gib  = "clickhouse.volume_gib of size ${var.wanted.size} is ${version.to}, but the volume has ${version.from} GiB, and EBS volumes cannot shrink. Set clickhouse = { volume_gib = ${version.from} }."
    }, name, "")]),
    contains(["", coalesce(var.wanted.tiny-postgres, "-")], lookup(local.deployed, "tiny-postgres", "")) || var.wanted.tiny-postgres == null ? [] : [
      "The image has PostgreSQL ${var.wanted.tiny-postgres}, which cannot read what PostgreSQL ${local.deployed["tiny-postgres"]} has written. Set the image postgres back to ${local.deployed["tiny-postgres"]}: size tiny has no upgrade to another major version.",
    ],
    var.wanted.size != "tiny" || local.deployed_size == "tiny" ? [] : [
      "size is tiny, but the stack has the size ${local.deployed_size}, whose databases cannot move to one instance. Set size = \"${local.deployed_size}\". To pay less, create another stack of size tiny.",
    ],
  ))
}

# Empty before the first apply.
data "aws_security_groups" "tagged" {
  filter {
    name   = "group-name"
    values = ["${var.stack}-migration"]
  }

  filter {
    name   = "tag:stack"
    values = [var.stack]
  }
}

data "aws_security_group" "tagged" {
  for_each = toset(data.aws_security_groups.tagged.ids)

  id = each.key
}

output "record" {
  description = "Key and value of the tag that a later plan reads."
  value = {
    key = local.tag
    # Without what is missing now, a version that returns later would not be compared.
    value = join(" ", [for name, version in merge(local.deployed, { for name, version in local.wanted : name => version if !contains(keys(local.older), name) }) : "${name}=${version}"])
  }
}

output "rejections" {
  description = "Sentences about what cannot be deployed."
  value       = local.rejections
}

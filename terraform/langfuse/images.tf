locals {
  registry_host = coalesce(var.registry.host, "${local.account_id}.dkr.ecr.${local.region}.${data.aws_partition.current.dns_suffix}")

  # Mirroring preserves the digest.
  image_parts = {
    for name, image in yamldecode(file("${path.module}/${var.images_file}")).images : name => regex(
      "^(?P<repository>.+?)(?::(?P<tag>[^:/@]+))?@(?P<digest>sha256:[0-9a-f]{64})$",
      lookup(var.images, name, image.source),
    )
  }

  # ECS does not accept a tag together with a digest.
  image_references = {
    for name, parts in local.image_parts : name => join("@", [
      contains(keys(var.images), name) ? parts.repository : "${local.registry_host}/${var.registry.prefix}/${name}",
      parts.digest,
    ])
  }

  images = { for name, reference in local.image_references : replace(name, "-", "_") => reference }

  langfuse_version = try(coalesce(local.image_parts["langfuse-web"].tag), "unknown")

  # Langfuse 3 ignores the variables for Langfuse 4, so an unknown version counts as 4.
  langfuse_major = try(tonumber(split(".", local.langfuse_version)[0]), 4)
}

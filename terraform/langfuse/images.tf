locals {
  registry_host = coalesce(var.registry.host, "${local.account_id}.dkr.ecr.${local.region}.${data.aws_partition.current.dns_suffix}")

  # An image is mirrored under its digest, so it can be named before it is there; the tag serves to tell the version.
  image_parts = {
    for name, image in yamldecode(file("${path.module}/${var.images_file}")).images : name => regex(
      "^(?P<repository>.+?)(?::(?P<tag>[^:/@]+))?@(?P<digest>sha256:[0-9a-f]{64})$",
      lookup(var.images, name, image.source),
    )
  }

  # ECS takes a tag or a digest, not both.
  image_references = {
    for name, parts in local.image_parts : name => join("@", [
      contains(keys(var.images), name) ? parts.repository : "${local.registry_host}/${var.registry.prefix}/${name}",
      parts.digest,
    ])
  }

  images = { for name, reference in local.image_references : replace(name, "-", "_") => reference }

  langfuse_version = try(coalesce(local.image_parts["langfuse-web"].tag), "unknown")

  # Without a readable version the variables that only Langfuse 4 knows are set: Langfuse 3 ignores them.
  langfuse_major = try(tonumber(split(".", local.langfuse_version)[0]), 4)
}

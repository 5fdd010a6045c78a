locals {
  registry_host = coalesce(var.registry.host, "${local.account_id}.dkr.ecr.${local.region}.${data.aws_partition.current.dns_suffix}")

  images_yaml = yamldecode(file(var.images_file)).images

  # Mirroring preserves the digest.
  image_parts = {
    for name, image in local.images_yaml : name => regex(
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

  clickhouse_version = length(local.with_clickhouse) == 0 ? "" : try(coalesce(local.image_parts["clickhouse"].tag), "unknown")

  # From the tag or, without one, from `follow` in images.yaml. Null if neither names a version.
  image_major = try([
    for text in [local.langfuse_version, contains(keys(var.images), "langfuse-web") ? "" : local.images_yaml["langfuse-web"].follow] :
    tonumber(regex("^v?([0-9]+)(?:[.-]|$)", text)[0]) if can(regex("^v?[0-9]+(?:[.-]|$)", text))
  ][0], null)

  langfuse_major = var.langfuse.major != null ? var.langfuse.major : local.image_major
}

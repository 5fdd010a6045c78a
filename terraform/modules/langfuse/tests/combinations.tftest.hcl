# Plans all combinations of size, domain, network and Grafana that users can choose.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

mock_provider "terraform" {
  source          = "./tests/mocks/terraform"
  override_during = plan
}

variables {
  images_file  = "tests/mocks/images.yaml"
  langfuse     = { first_user = { email = "admin@acme.io" } }
  alarm_emails = ["on-call@acme.io"]
}

run "small_without_a_domain" {
  command = plan

  assert {
    condition     = output.url == "https://d111111abcdef8.cloudfront.net" && aws_lb.this[0].internal && output.grafana_url == "" && output.grafana_admin_secret_arn == ""
    error_message = "Without a domain, the URL is not CloudFront's, the load balancer is not internal, or Grafana runs unasked."
  }
}

run "small_with_grafana" {
  command = plan

  variables {
    grafana = { enabled = true }
  }

  assert {
    condition     = output.grafana_url != "" && keys(aws_cloudfront_distribution.site) == ["grafana", "langfuse"] && output.grafana_admin_secret_arn == local.secrets.grafana_admin
    error_message = "Grafana has no distribution of its own, or the output does not name its password."
  }
}

run "small_in_an_existing_network" {
  command = plan

  override_resource {
    target          = terraform_data.clickhouse_zone["this"]
    override_during = plan
    values          = { output = "eu-central-1a" }
  }

  variables {
    network = { existing = { vpc_id = "vpc-existing", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  assert {
    condition     = length(aws_vpc.this) + length(aws_subnet.private) + length(aws_nat_gateway.this) == 0
    error_message = "The stack would create network resources in an existing VPC."
  }

  assert {
    condition     = aws_lb_target_group.web[0].vpc_id == "vpc-existing" && aws_lb.this[0].subnets == toset(["subnet-1", "subnet-2"])
    error_message = "The internal load balancer is not in the private subnets of the existing VPC."
  }
}

run "medium_with_a_domain" {
  command = plan

  variables {
    size    = "medium"
    domain  = { name = "langfuse.example.com", zone_name = "example.com" }
    grafana = { enabled = true }
  }

  assert {
    condition     = output.url == "https://langfuse.example.com" && output.grafana_url == "https://grafana.langfuse.example.com"
    error_message = "The URLs do not use the domain."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.site) + length(aws_cloudfront_vpc_origin.load_balancer) == 0 && !aws_lb.this[0].internal
    error_message = "With a domain, CloudFront is present or the load balancer is internal."
  }
}

run "medium_with_a_domain_in_an_existing_network_without_grafana" {
  command = plan

  override_resource {
    target          = terraform_data.clickhouse_zone["this"]
    override_during = plan
    values          = { output = "eu-central-1a" }
  }

  variables {
    size    = "medium"
    domain  = { name = "langfuse.example.com", zone_id = "Z0123456789" }
    network = { existing = { vpc_id = "vpc-existing", private_subnet_ids = ["subnet-1", "subnet-2"], public_subnet_ids = ["subnet-3", "subnet-4"] } }
  }

  assert {
    condition     = aws_lb.this[0].subnets == toset(["subnet-3", "subnet-4"]) && aws_ecs_service.web.network_configuration[0].subnets == toset(["subnet-1", "subnet-2"])
    error_message = "The load balancer is not in the public subnets, or the tasks are not in the private ones."
  }

  assert {
    condition     = length(data.aws_route53_zone.domain) == 0 && keys(aws_route53_record.site) == ["langfuse"]
    error_message = "A zone with an ID is looked up by name, or a record for Grafana exists."
  }
}

run "large_with_a_domain" {
  command = plan

  variables {
    size    = "large"
    grafana = { enabled = true }
    domain  = { name = "langfuse.example.com", zone_name = "example.com", grafana_name = "charts.example.com" }
  }

  assert {
    condition     = output.grafana_url == "https://charts.example.com" && length(aws_nat_gateway.this) == 2
    error_message = "The large size does not have two NAT gateways, or grafana_name is ignored."
  }
}

run "large_without_a_domain" {
  command = plan

  variables {
    size = "large"
  }
}

run "custom_name" {
  command = plan

  variables {
    name                 = "team-a"
    permissions_boundary = "arn:aws:iam::123456789012:policy/company-boundary"
  }

  assert {
    condition = alltrue([for name in [
      aws_cloudformation_stack.secrets.name, aws_rds_cluster.postgres[0].cluster_identifier, aws_elasticache_replication_group.valkey[0].replication_group_id,
      aws_s3_bucket.blobs[0].bucket, aws_ecs_cluster.this.name, aws_ecs_service.web.name, aws_ecs_service.worker.name, aws_lb.this[0].name,
    ] : startswith(name, "team-a")]) && module.web.log_group == "/team-a/web"
    error_message = "A resource name does not start with the name of the stack."
  }
}

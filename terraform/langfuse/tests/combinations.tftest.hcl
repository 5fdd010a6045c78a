# Every way to set the stack up plans: with and without a domain, own and existing network, every size, with and without Grafana.
mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

run "small_without_a_domain" {
  command = plan

  assert {
    condition     = output.url == "https://d111111abcdef8.cloudfront.net" && aws_lb.entry.internal
    error_message = "Without a domain, Langfuse answers at CloudFront's, and the load balancer is an internal one."
  }
}

run "small_without_a_domain_and_grafana" {
  command = plan

  variables {
    grafana = { enabled = false }
  }

  assert {
    condition     = output.grafana_url == "" && keys(aws_cloudfront_distribution.site) == ["langfuse"]
    error_message = "Without Grafana there is one distribution only."
  }
}

run "small_in_an_existing_network" {
  command = plan

  variables {
    network = { existing = { vpc_id = "vpc-theirs", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  assert {
    condition     = length(aws_vpc.this) + length(aws_subnet.private) + length(aws_nat_gateway.this) == 0
    error_message = "An existing network stays as it is."
  }

  assert {
    condition     = aws_lb_target_group.web.vpc_id == "vpc-theirs" && aws_lb.entry.subnets == toset(["subnet-1", "subnet-2"])
    error_message = "The load balancer without a domain goes into the private subnets of the existing network."
  }
}

run "medium_with_a_domain" {
  command = plan

  variables {
    size   = "medium"
    domain = { name = "langfuse.example.com", zone_name = "example.com" }
  }

  assert {
    condition     = output.url == "https://langfuse.example.com" && output.grafana_url == "https://grafana.langfuse.example.com"
    error_message = "With a domain, Langfuse answers there and Grafana below it."
  }

  assert {
    condition     = length(aws_cloudfront_distribution.site) + length(aws_cloudfront_vpc_origin.entry) == 0 && !aws_lb.entry.internal
    error_message = "With a domain, nothing stands before the load balancer."
  }
}

run "medium_with_a_domain_in_an_existing_network_without_grafana" {
  command = plan

  variables {
    size    = "medium"
    domain  = { name = "langfuse.example.com", zone_id = "Z0123456789" }
    grafana = { enabled = false }
    network = { existing = { vpc_id = "vpc-theirs", private_subnet_ids = ["subnet-1", "subnet-2"], public_subnet_ids = ["subnet-3", "subnet-4"] } }
  }

  assert {
    condition     = aws_lb.entry.subnets == toset(["subnet-3", "subnet-4"]) && aws_ecs_service.web.network_configuration[0].subnets == toset(["subnet-1", "subnet-2"])
    error_message = "The load balancer is public, the tasks are not."
  }

  assert {
    condition     = length(data.aws_route53_zone.entry) == 0 && keys(aws_route53_record.site) == ["langfuse"]
    error_message = "A zone given by its id is not looked up, and Grafana that is off gets no record."
  }
}

run "large_with_a_domain" {
  command = plan

  variables {
    size   = "large"
    domain = { name = "langfuse.example.com", zone_name = "example.com", grafana_name = "charts.example.com" }
  }

  assert {
    condition     = output.grafana_url == "https://charts.example.com" && length(aws_nat_gateway.this) == 2
    error_message = "A large stack has a NAT gateway in each zone, and Grafana may have a name of its own."
  }
}

run "large_without_a_domain" {
  command = plan

  variables {
    size = "large"
  }
}

run "under_another_name" {
  command = plan

  variables {
    name = "team-a"
  }

  assert {
    condition = alltrue([for name in [
      aws_cloudformation_stack.secrets.name, aws_rds_cluster.postgres.cluster_identifier, aws_elasticache_replication_group.valkey.replication_group_id,
      aws_s3_bucket.blobs.bucket, aws_ecs_cluster.this.name, aws_ecs_service.web.name, aws_ecs_service.worker.name, aws_lb.entry.name,
    ] : startswith(name, "team-a")]) && module.web.log_group == "/team-a/web"
    error_message = "Every name begins with the name of the stack, so that two can live side by side."
  }
}

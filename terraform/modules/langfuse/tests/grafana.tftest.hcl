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

override_resource {
  target          = aws_security_group.load_balancer
  override_during = plan
  values          = { id = "sg-load-balancer" }
}

run "grafana_is_provisioned_without_sign_up" {
  command = plan

  variables {
    grafana = { enabled = true }
  }

  assert {
    condition = alltrue([for name, value in {
      GF_AUTH_ANONYMOUS_ENABLED = "false"
      GF_USERS_ALLOW_SIGN_UP    = "false"
      GF_SECURITY_COOKIE_SECURE = "true"
      GF_SERVER_ROOT_URL        = "https://d111111abcdef8.cloudfront.net/"
      CLICKHOUSE_HOST           = "clickhouse.langfuse.internal"
      CLICKHOUSE_USER           = "grafana"
      DASHBOARDS                = "langfuse"
    } : { for entry in module.grafana["this"].container_definition.environment : entry.name => entry.value }[name] == value])
    error_message = "Grafana allows anonymous access or sign-up, or lacks its data source or dashboard."
  }

  assert {
    condition     = { for entry in module.grafana["this"].container_definition.secrets : entry.name => entry.valueFrom } == { CLICKHOUSE_PASSWORD = local.secrets.clickhouse_grafana, GF_SECURITY_ADMIN_PASSWORD = local.secrets.grafana_admin }
    error_message = "The passwords are not references to the read-only user's and the admin's secrets."
  }

  assert {
    condition     = alltrue([for panel in jsondecode(local.grafana_dashboards.langfuse).panels : panel.datasource.uid == "clickhouse" if panel.type != "row"]) && strcontains(file("grafana/datasources.yaml"), "uid: clickhouse\n")
    error_message = "A panel uses another data source than the provisioned one."
  }

  assert {
    condition     = one(one(aws_lb_listener_rule.grafana["this"].condition).host_header).values == toset(["d111111abcdef8.cloudfront.net"])
    error_message = "The listener rule does not match Grafana's host."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.grafana : rule.from_port] == [3000] && [for rule in aws_vpc_security_group_ingress_rule.grafana : rule.referenced_security_group_id] == ["sg-load-balancer"]
    error_message = "The ingress rules allow other sources than the load balancer."
  }

  assert {
    condition     = !aws_ecs_service.grafana["this"].wait_for_steady_state && { for entry in module.grafana["this"].container_definition.environment : entry.name => entry.value }["GF_SECURITY_STRICT_TRANSPORT_SECURITY"] == "true"
    error_message = "An outage of grafana.com fails a deployment, or Grafana sends no HSTS header."
  }
}

run "grafana_has_its_own_host" {
  command = plan

  variables {
    grafana = { enabled = true }
    domain  = { name = "langfuse.example.com", zone_name = "example.com" }
  }

  assert {
    condition     = one(one(aws_lb_listener_rule.grafana["this"].condition).host_header).values == toset(["grafana.langfuse.example.com"])
    error_message = "Grafana's host is not a subdomain of the domain."
  }
}

run "grafana_is_disabled_by_default" {
  command = plan

  assert {
    condition     = length(aws_ecs_service.grafana) + length(module.grafana) + length(aws_security_group.grafana) + length(aws_lb_listener_rule.grafana) == 0 && !contains(keys(aws_vpc_security_group_ingress_rule.clickhouse), "grafana http") && !contains(keys(local.alarms), "grafana-tasks")
    error_message = "The stack would create resources of a disabled Grafana."
  }
}

mock_provider "aws" {
  source          = "./tests/mocks"
  override_during = plan
}

override_resource {
  target          = aws_security_group.load_balancer
  override_during = plan
  values          = { id = "sg-load-balancer" }
}

run "grafana_is_closed_and_provisioned" {
  command = plan

  assert {
    condition = alltrue([for name, value in {
      GF_AUTH_ANONYMOUS_ENABLED = "false"
      GF_USERS_ALLOW_SIGN_UP    = "false"
      GF_SECURITY_COOKIE_SECURE = "true"
      GF_SERVER_ROOT_URL        = "https://d111111abcdef8.cloudfront.net/"
      CLICKHOUSE_HOST           = "clickhouse.langfuse.internal"
      CLICKHOUSE_USER           = "grafana"
      DASHBOARDS                = "langfuse"
    } : { for entry in module.grafana["this"].definition.environment : entry.name => entry.value }[name] == value])
    error_message = "Nobody signs up or comes in unnamed, and data source and dashboard are there."
  }

  assert {
    condition     = { for entry in module.grafana["this"].definition.secrets : entry.name => entry.valueFrom } == { CLICKHOUSE_PASSWORD = local.secrets.clickhouse_grafana, GF_SECURITY_ADMIN_PASSWORD = local.secrets.grafana_admin }
    error_message = "Passwords are references, and the one for ClickHouse is the reader's."
  }

  assert {
    condition     = alltrue([for panel in jsondecode(local.grafana_dashboards.langfuse).panels : panel.datasource.uid == "clickhouse" if panel.type != "row"]) && strcontains(file("grafana/datasources.yaml"), "uid: clickhouse\n")
    error_message = "Every panel asks the data source that is provisioned."
  }

  assert {
    condition     = one(one(aws_lb_listener_rule.grafana["this"].condition).host_header).values == toset(["d111111abcdef8.cloudfront.net"])
    error_message = "The load balancer tells Grafana by its host."
  }

  assert {
    condition     = [for rule in aws_vpc_security_group_ingress_rule.grafana : rule.from_port] == [3000] && [for rule in aws_vpc_security_group_ingress_rule.grafana : rule.referenced_security_group_id] == ["sg-load-balancer"]
    error_message = "Only the load balancer reaches Grafana."
  }
}

run "grafana_has_a_host_of_its_own" {
  command = plan

  variables {
    domain = { name = "langfuse.example.com", zone_name = "example.com" }
  }

  assert {
    condition     = one(one(aws_lb_listener_rule.grafana["this"].condition).host_header).values == toset(["grafana.langfuse.example.com"])
    error_message = "With a domain, Grafana's host lies below it."
  }
}

run "without_grafana_nothing_of_it_is_there" {
  command = plan

  variables {
    grafana = { enabled = false }
  }

  assert {
    condition     = length(aws_ecs_service.grafana) + length(module.grafana) + length(aws_security_group.grafana) + length(aws_lb_listener_rule.grafana) == 0 && !contains(keys(aws_vpc_security_group_ingress_rule.clickhouse), "grafana http") && !contains(keys(local.alarms), "grafana-tasks")
    error_message = "Neither service, nor rule, nor alarm."
  }
}

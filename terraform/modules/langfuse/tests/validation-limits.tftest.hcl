# Values that AWS refuses late, or that work in part.
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

run "rejects_values_1" {
  command = plan

  variables {
    # The name ecs langfuse.
    name = "ecs-langfuse"
    # A tag that differs from stack in case.
    tags = { Stack = "x" }
    # The network of dockers bridge.
    network = { cidr_block = "172.17.0.0/16" }
    # A url as the registry.
    registry = { host = "https://registry.acme.io" }
    # A port that is open already.
    langfuse = { first_user = { email = "admin@acme.io" }, egress_ports = [443] }
    # A cron expression of five fields.
    backup = { schedule = "cron(0 3 * * *)" }
    # A clickhouse that no rule admits.
    clickhouse_external = { host = "ch.acme.io", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/x-AbCdEf", cidr_blocks = [] }
    # A bucket with two dots.
    bucket_external = { name = "acme..langfuse" }
  }

  expect_failures = [var.name, var.tags, var.network, var.registry, var.langfuse, var.backup, var.clickhouse_external, var.bucket_external]
}

run "rejects_values_2" {
  command = plan

  variables {
    # The name awsome.
    name = "awsome"
    # Tags that differ in case only.
    tags = { Team = "a", team = "b" }
    # A url as the host of grafana.
    domain = { name = "langfuse.example.com", zone_name = "example.com", grafana_name = "https://g.example.com" }
    # An invalid name of an environment variable.
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { "LOG-LEVEL" = "x" } }
    # A rate that aws does not accept.
    backup = { schedule = "rate(1 days)" }
    # One port for both protocols of clickhouse.
    clickhouse_external = { host = "ch.acme.io", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/x-AbCdEf", port_http = 9440 }
  }

  expect_failures = [var.name, var.tags, var.domain, var.langfuse, var.backup, var.clickhouse_external]
}

run "rejects_values_3" {
  command = plan

  variables {
    # The name fargate.
    name = "fargate"
    # More tags than aws allows.
    tags = { for number in range(48) : "k${number}" => "v" }
    # One host for langfuse and grafana.
    domain = { name = "langfuse.example.com", zone_name = "example.com", grafana_name = "langfuse.example.com" }
    # An environment variable without a value.
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { A = null } }
    # A backup every minute.
    backup = { schedule = "rate(1 minute)" }
  }

  expect_failures = [var.name, var.tags, var.domain, var.langfuse, var.backup]
}

run "rejects_values_4" {
  command = plan

  variables {
    # The name sg llm.
    name = "sg-llm"
    # A tag with a character that iam refuses.
    tags = { team = "a|b" }
    # The name of a zone as its id.
    domain = { name = "langfuse.example.com", zone_id = "example.com" }
    # The arn of a secret as environment.
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { A = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/x-AbCdEf" } }
  }

  expect_failures = [var.name, var.tags, var.domain, var.langfuse]
}

run "rejects_values_5" {
  command = plan

  variables {
    # The name internal llm.
    name = "internal-llm"
    # A reserved tag.
    tags = { "aws:team" = "x" }
    # A certificate of another account.
    domain = { name = "langfuse.example.com", certificate_arn = "arn:aws:acm:eu-central-1:210987654321:certificate/1" }
    # An invalid name of a secret variable.
    langfuse = { first_user = { email = "admin@acme.io" }, secrets = { "A=B" = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/x-AbCdEf" } }
  }

  expect_failures = [var.name, var.tags, var.domain, var.langfuse]
}

run "rejects_values_6" {
  command = plan

  variables {
    # The name a.
    name = "a"
    # A tag without a key.
    tags = { "" = "x" }
    # A web acl in another region.
    domain  = { name = "langfuse.example.com", zone_name = "example.com" }
    web_acl = { arn = "arn:aws:wafv2:us-west-2:123456789012:regional/webacl/company/1" }
  }

  expect_failures = [var.name, var.tags, var.web_acl]
}

run "rejects_values_7" {
  command = plan

  variables {
    # The name lang fuse.
    name = "lang_fuse"
    # A tag that is null.
    tags = { team = null }
    # An address in place of its network.
    allowed_cidr_blocks = ["203.0.113.7/24"]
  }

  expect_failures = [var.name, var.tags, var.allowed_cidr_blocks]
}

run "rejects_values_8" {
  command = plan

  variables {
    # The name langfuse .
    name = "langfuse-"
    # A tag that is too long.
    tags = { team = join("", [for number in range(257) : "x"]) }
    # A block with a leading zero.
    allowed_cidr_blocks = ["010.0.0.0/8"]
  }

  expect_failures = [var.name, var.tags, var.allowed_cidr_blocks]
}

run "rejects_a_host_that_is_too_long_for_a_certificate" {
  command = plan

  variables {
    domain = { name = "langfuse-of-the-team-for-large-language-models.platform.example.com", zone_name = "example.com" }
  }

  expect_failures = [aws_acm_certificate.this]
}

run "rejects_sidecars_that_need_all_memory" {
  command = plan

  variables {
    sidecars = { for name in ["a", "b"] : name => { image = "r/x@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", memory = 600 } }
  }

  expect_failures = [var.sidecars]
}

run "rejects_the_arn_of_a_secret_as_environment_of_a_sidecar" {
  command = plan

  variables {
    sidecars = { a = { image = "r/x@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", environment = { A = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/x-AbCdEf" } } }
  }

  expect_failures = [var.sidecars]
}

run "rejects_values_12" {
  command = plan

  variables {
    # A postgres that no rule admits.
    postgres_external = { host = "db.acme.io", password_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/x-AbCdEf", cidr_blocks = [] }
    # A valkey that no rule admits.
    valkey_external = { host = "valkey.acme.io", cidr_blocks = [] }
  }

  expect_failures = [var.postgres_external, var.valkey_external]
}

run "accepts_unusual_values" {
  command = plan

  variables {
    tags                = merge({ for number in range(45) : "key${number}" => "" }, { Name = "x", "Größe / a" = "1 + 1 = 2 @ 3:4" })
    allowed_cidr_blocks = ["0.0.0.0/1", "128.0.0.0/1", "203.0.113.7/32"]
    domain              = { name = "langfuse.xn--e1afmkfd.xn--p1ai", certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
    langfuse            = { first_user = { email = "admin@acme.io" }, environment = { EMPTY = "", NUMBER = 5, _lower = "a=b \"c\" $${d}" } }
    backup              = { schedule = "rate(12 hours)" }
  }

  assert {
    condition     = { for variable in module.web.container_definition.environment : variable.name => variable.value if contains(["EMPTY", "NUMBER", "_lower"], variable.name) } == { EMPTY = "", NUMBER = "5", _lower = "a=b \"c\" $${d}" }
    error_message = "The environment of web differs from langfuse.environment."
  }
}

run "rejects_tasks_with_too_little_memory_for_langfuse" {
  command = plan

  variables {
    web    = { cpu = 256, memory = 512 }
    worker = { cpu = 256, memory = 512 }
  }

  expect_failures = [var.web, var.worker]
}

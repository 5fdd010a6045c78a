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

run "bedrock_license_and_a_collector" {
  command = plan

  variables {
    bedrock_models         = ["amazon.nova-pro-v1:0", "eu.anthropic.claude-sonnet-4-20250514-v1:0", "global.anthropic.claude-haiku-4-5-20251001-v1:0", "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc"]
    license_key_secret_arn = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/license-AAAAAA"
    langfuse               = { first_user = { email = "admin@acme.io" }, environment = { OTEL_EXPORTER_OTLP_ENDPOINT = "http://localhost:4318" } }
    sidecars = {
      otel-collector = {
        image       = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/langfuse/otel-collector@sha256:3333333333333333333333333333333333333333333333333333333333333333"
        command     = ["--config=env:COLLECTOR_CONFIG"]
        environment = { COLLECTOR_CONFIG = "receivers: {}" }
        secrets     = { API_KEY = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/otel-AAAAAA:key::" }
        components  = ["web"]
      }
    }
  }

  assert {
    condition = alltrue([for policy in [module.web.task_policy, module.worker.task_policy] : contains([for statement in policy : jsonencode(statement)], jsonencode({
      Sid    = "Bedrock"
      Effect = "Allow"
      Action = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
      Resource = [
        "arn:aws:bedrock:*::foundation-model/amazon.nova-pro-v1:0",
        "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc",
        "arn:aws:bedrock:*:123456789012:inference-profile/eu.anthropic.claude-sonnet-4-20250514-v1:0",
        "arn:aws:bedrock:*::foundation-model/anthropic.claude-sonnet-4-20250514-v1:0",
        "arn:aws:bedrock:*:123456789012:inference-profile/global.anthropic.claude-haiku-4-5-20251001-v1:0",
        "arn:aws:bedrock:*::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0",
        "arn:aws:bedrock:::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0",
      ]
    }))])
    error_message = "Web or worker cannot use the models, their profiles or the models behind the profiles."
  }

  assert {
    condition     = alltrue([for definition in [module.web.container_definition, module.worker.container_definition] : contains(definition.secrets, { name = "LANGFUSE_EE_LICENSE_KEY", valueFrom = var.license_key_secret_arn })])
    error_message = "Web or worker lack the license key."
  }

  assert {
    condition     = contains(module.web.container_definition.environment, { name = "NODE_OPTIONS", value = "--max-old-space-size=1344" }) && contains(module.worker.container_definition.environment, { name = "NODE_OPTIONS", value = "--max-old-space-size=3072" })
    error_message = "The heap of Node.js and the sidecars do not fit into the memory of the task."
  }

  assert {
    condition     = length(module.worker.sidecar_definitions) == 0 && one(module.web.sidecar_definitions).essential == false && one(module.web.sidecar_definitions).logConfiguration.options.awslogs-stream-prefix == "otel-collector" && one(module.web.sidecar_definitions).secrets[0].valueFrom == var.sidecars["otel-collector"].secrets["API_KEY"]
    error_message = "The collector is in the worker, stops web with it, or has no logs or secret."
  }

  assert {
    condition = (
      anytrue([for statement in module.web.execution_policy : contains(statement.Resource, "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/otel-AAAAAA")])
      && anytrue([for statement in module.web.execution_policy : contains(statement.Resource, "arn:aws:ecr:eu-central-1:123456789012:repository/langfuse/otel-collector")])
    )
    error_message = "The execution role of web cannot pull the collector or read its secret."
  }

  assert {
    condition     = length(jsondecode(nonsensitive(module.web.container_definitions))) == 2
    error_message = "The task of web does not contain the collector."
  }
}

run "rejects_the_name_of_a_model" {
  command = plan

  variables {
    bedrock_models = ["Claude Sonnet 4"]
  }

  expect_failures = [var.bedrock_models]
}

run "rejects_a_license_key_in_clear_text" {
  command = plan

  variables {
    license_key_secret_arn = "langfuse_ee_abc"
  }

  expect_failures = [var.license_key_secret_arn]
}

run "rejects_a_sidecar_with_the_name_of_web" {
  command = plan

  variables {
    sidecars = { web = { image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/langfuse/otel-collector@sha256:3333333333333333333333333333333333333333333333333333333333333333" } }
  }

  expect_failures = [var.sidecars]
}

run "rejects_a_sidecar_without_a_digest" {
  command = plan

  variables {
    sidecars = { agent = { image = "public.ecr.aws/datadog/agent:7" } }
  }

  expect_failures = [var.sidecars]
}

run "rejects_a_sidecar_of_an_unknown_component" {
  command = plan

  variables {
    sidecars = { agent = { image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/langfuse/otel-collector@sha256:3333333333333333333333333333333333333333333333333333333333333333", components = ["grafana"] } }
  }

  expect_failures = [var.sidecars]
}

run "rejects_a_sidecar_without_memory" {
  command = plan

  variables {
    sidecars = { agent = { image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/langfuse/otel-collector@sha256:3333333333333333333333333333333333333333333333333333333333333333", memory = 0 } }
  }

  expect_failures = [var.sidecars]
}

run "rejects_a_secret_of_a_sidecar_in_clear_text" {
  command = plan

  variables {
    sidecars = { agent = { image = "123456789012.dkr.ecr.eu-central-1.amazonaws.com/langfuse/otel-collector@sha256:3333333333333333333333333333333333333333333333333333333333333333", secrets = { KEY = "abc" } } }
  }

  expect_failures = [var.sidecars]
}

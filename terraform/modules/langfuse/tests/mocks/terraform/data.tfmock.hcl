# terraform_data.secrets keeps the outputs of the CloudFormation stack.
mock_resource "terraform_data" {
  defaults = {
    output = {
      Nextauth          = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/nextauth-AAAAAA"
      Salt              = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/salt-AAAAAA"
      EncryptionKey     = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/encryption-key-AAAAAA"
      ApiKeys           = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/api-keys-AAAAAA"
      FirstUser         = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/first-user-AAAAAA"
      PostgresLangfuse  = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/postgres-langfuse-AAAAAA"
      Valkey            = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/valkey-AAAAAA"
      ClickhouseAdmin   = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-admin-AAAAAA"
      ClickhouseGrafana = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/clickhouse-grafana-AAAAAA"
      GrafanaAdmin      = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:langfuse/grafana-admin-AAAAAA"
      ValkeyUserGroup   = "langfuse-valkey"
    }
  }
}

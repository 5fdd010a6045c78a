mock_data "aws_caller_identity" {
  defaults = {
    account_id = "123456789012"
  }
}

mock_data "aws_partition" {
  defaults = {
    partition  = "aws"
    dns_suffix = "amazonaws.com"
  }
}

mock_data "aws_region" {
  defaults = {
    endpoint = "ec2.eu-central-1.amazonaws.com"
  }
}

mock_data "aws_ssm_parameters_by_path" {
  defaults = {
    names  = ["/langfuse-deploy/permissions-boundary/langfuse"]
    values = ["arn:aws:iam::123456789012:policy/langfuse-boundary"]
  }
}

mock_data "aws_availability_zones" {
  defaults = {
    names = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  }
}

mock_data "aws_ec2_instance_type_offerings" {
  defaults = {
    locations = ["eu-central-1a", "eu-central-1b", "eu-central-1c"]
  }
}

mock_data "aws_ec2_instance_type" {
  defaults = {
    supported_architectures = ["arm64"]
    memory_size             = 65536
    default_vcpus           = 2
  }
}

mock_data "aws_servicequotas_service_quota" {
  defaults = {
    value = 100
  }
}

mock_data "aws_vpc" {
  defaults = {
    enable_dns_support   = true
    enable_dns_hostnames = true
  }
}

mock_data "aws_subnet" {
  defaults = {
    availability_zone = "eu-central-1a"
  }
}

mock_data "aws_route53_zone" {
  defaults = {
    zone_id = "Z0123456789"
  }
}

mock_data "aws_ec2_managed_prefix_list" {
  defaults = {
    id = "pl-0123456789"
  }
}

mock_resource "aws_vpc" {
  defaults = {
    id = "vpc-own"
  }
}

mock_resource "aws_cloudformation_stack" {
  defaults = {
    id = "arn:aws:cloudformation:eu-central-1:123456789012:stack/langfuse-secrets/0a1b2c3d-1111-2222-3333-444455556666"
    outputs = {
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

mock_resource "aws_rds_cluster" {
  defaults = {
    endpoint            = "langfuse-postgres.cluster-abc.eu-central-1.rds.amazonaws.com"
    cluster_resource_id = "cluster-ABC"
    master_user_secret = [{
      secret_arn    = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:rds!cluster-1-AAAAAA"
      secret_status = "active"
      kms_key_id    = "aws/secretsmanager"
    }]
  }
}

mock_resource "aws_elasticache_replication_group" {
  defaults = {
    primary_endpoint_address = "master.langfuse-valkey.abc.euc1.cache.amazonaws.com"
  }
}

mock_resource "aws_acm_certificate" {
  defaults = {
    arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1"
    domain_validation_options = [
      { domain_name = "langfuse.example.com", resource_record_name = "_1.langfuse.example.com", resource_record_type = "CNAME", resource_record_value = "_1.acm-validations.aws" },
      { domain_name = "grafana.langfuse.example.com", resource_record_name = "_2.grafana.langfuse.example.com", resource_record_type = "CNAME", resource_record_value = "_2.acm-validations.aws" },
      { domain_name = "charts.example.com", resource_record_name = "_3.charts.example.com", resource_record_type = "CNAME", resource_record_value = "_3.acm-validations.aws" },
    ]
  }
}

mock_resource "aws_acm_certificate_validation" {
  defaults = {
    certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1"
  }
}

mock_resource "aws_lb" {
  defaults = {
    arn      = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:loadbalancer/app/langfuse/1"
    dns_name = "internal-langfuse-1.eu-central-1.elb.amazonaws.com"
    zone_id  = "Z215JYRZR1TBD5"
  }
}

mock_resource "aws_lb_target_group" {
  defaults = {
    arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:targetgroup/langfuse-web/1"
  }
}

mock_resource "aws_lb_listener" {
  defaults = {
    arn = "arn:aws:elasticloadbalancing:eu-central-1:123456789012:listener/app/langfuse/1/1"
  }
}

mock_resource "aws_cloudfront_distribution" {
  defaults = {
    arn         = "arn:aws:cloudfront::123456789012:distribution/E1"
    domain_name = "d111111abcdef8.cloudfront.net"
  }
}

mock_resource "aws_s3_bucket" {
  defaults = {
    arn = "arn:aws:s3:::langfuse-blobs-123456789012-eu-central-1"
  }
}

mock_resource "aws_iam_role" {
  defaults = {
    arn = "arn:aws:iam::123456789012:role/langfuse-mock"
  }
}

mock_resource "aws_ecs_cluster" {
  defaults = {
    arn = "arn:aws:ecs:eu-central-1:123456789012:cluster/langfuse"
  }
}

mock_resource "aws_ecs_task_definition" {
  defaults = {
    arn = "arn:aws:ecs:eu-central-1:123456789012:task-definition/langfuse-mock:1"
  }
}

mock_resource "aws_cloudwatch_log_group" {
  defaults = {
    arn = "arn:aws:logs:eu-central-1:123456789012:log-group:/langfuse/mock"
  }
}

mock_data "aws_iam_policy" {
  defaults = {
    policy = "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"All\",\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}"
  }
}

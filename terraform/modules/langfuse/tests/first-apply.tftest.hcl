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

run "zones_offer_the_instance_type" {
  command = plan

  override_data {
    target          = data.aws_ec2_instance_type_offerings.clickhouse["this"]
    override_during = plan
    values          = { locations = ["eu-central-1c", "eu-central-1b"] }
  }

  assert {
    condition     = local.network.zones == ["eu-central-1b", "eu-central-1c"] && contains(data.aws_availability_zones.available.exclude_zone_ids, "use1-az3")
    error_message = "The zones lack the instance type of ClickHouse, or include one without CloudFront VPC origins."
  }
}

run "rejects_a_region_in_which_one_zone_offers_the_instance_type" {
  command = plan

  override_data {
    target          = data.aws_ec2_instance_type_offerings.clickhouse["this"]
    override_during = plan
    values          = { locations = ["eu-central-1b"] }
  }

  expect_failures = [aws_vpc.this]
}

run "zones_can_be_chosen" {
  command = plan

  variables {
    network    = { zones = ["eu-central-1c", "eu-central-1a"] }
    clickhouse = { zone = "eu-central-1c" }
  }

  assert {
    condition     = local.network.zones == ["eu-central-1a", "eu-central-1c"] && aws_ebs_volume.clickhouse["this"].availability_zone == "eu-central-1c"
    error_message = "The zones are not those of network.zones, or ClickHouse is not in clickhouse.zone."
  }
}

run "rejects_a_zone_of_clickhouse_without_a_subnet" {
  command = plan

  variables {
    clickhouse = { zone = "eu-central-1c" }
  }

  expect_failures = [aws_ebs_volume.clickhouse]
}

run "rejects_three_zones" {
  command = plan

  variables {
    network = { zones = ["eu-central-1a", "eu-central-1b", "eu-central-1c"] }
  }

  expect_failures = [var.network]
}

run "rejects_a_container_that_does_not_fit_the_instance" {
  command = plan

  variables {
    clickhouse = { instance_type = "t4g.small", memory_mib = 60000 }
  }

  override_data {
    target          = data.aws_ec2_instance_type.clickhouse["this"]
    override_during = plan
    values          = { supported_architectures = ["arm64"], memory_size = 2048, default_vcpus = 2 }
  }

  expect_failures = [data.aws_ec2_instance_type.clickhouse]
}

run "rejects_another_partition" {
  command = plan

  override_data {
    target          = data.aws_partition.current
    override_during = plan
    values          = { partition = "aws-us-gov", dns_suffix = "amazonaws.com" }
  }

  expect_failures = [data.aws_partition.current]
}

run "rejects_an_existing_vpc_without_dns_host_names" {
  command = plan

  variables {
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-1", "subnet-2"] } }
  }

  override_resource {
    target          = terraform_data.clickhouse_zone["this"]
    override_during = plan
    values          = { output = "eu-central-1a" }
  }

  override_data {
    target          = data.aws_vpc.existing["this"]
    override_during = plan
    values          = { enable_dns_support = true, enable_dns_hostnames = false }
  }

  expect_failures = [data.aws_vpc.existing]
}

run "a_new_subnet_does_not_move_the_volume" {
  command = plan

  variables {
    network = { existing = { vpc_id = "vpc-1", private_subnet_ids = ["subnet-0", "subnet-1", "subnet-2"] } }
  }

  # The zone that the first apply chose.
  override_resource {
    target          = terraform_data.clickhouse_zone["this"]
    override_during = plan
    values          = { output = "eu-central-1b" }
  }

  override_data {
    target          = data.aws_subnet.existing["subnet-1"]
    override_during = plan
    values          = { availability_zone = "eu-central-1b" }
  }

  assert {
    condition     = aws_ebs_volume.clickhouse["this"].availability_zone == "eu-central-1b" && aws_autoscaling_group.clickhouse["this"].vpc_zone_identifier == toset(["subnet-1"])
    error_message = "A subnet whose ID sorts first moves the volume."
  }
}

run "small_fits_the_fargate_quota_of_a_new_account" {
  command = plan

  assert {
    condition     = local.fargate_vcpus <= 6
    error_message = "An update of the size small needs ${local.fargate_vcpus} vCPUs; a new account has 6."
  }
}

run "warns_about_a_fargate_quota_below_the_size" {
  command = plan

  variables {
    size = "medium"
  }

  override_data {
    target          = data.aws_servicequotas_service_quota.vcpus["fargate"]
    override_during = plan
    values          = { value = 6 }
  }

  expect_failures = [check.fargate_quota]
}

run "warns_about_an_ec2_quota_below_the_instance" {
  command = plan

  override_data {
    target          = data.aws_servicequotas_service_quota.vcpus["ec2"]
    override_during = plan
    values          = { value = 1 }
  }

  expect_failures = [check.ec2_quota]
}

run "warns_about_a_placeholder_as_first_user" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@example.com" } }
  }

  expect_failures = [check.first_user]
}

run "warns_about_single_sign_on_with_closed_sign_up" {
  command = plan

  variables {
    langfuse = { first_user = { email = "admin@acme.io" }, environment = { AUTH_OKTA_CLIENT_ID = "id" } }
  }

  expect_failures = [check.single_sign_on]
}

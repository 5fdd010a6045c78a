mock_provider "aws" {
  override_during = plan
}

variables {
  stack          = "langfuse"
  region         = "eu-central-1"
  langfuse_major = 3
  wanted         = { size = "small" }
}

override_data {
  target          = data.aws_security_groups.tagged
  override_during = plan
  values          = { ids = ["sg-1"] }
}

run "a_new_stack_has_no_record" {
  command = plan

  variables {
    wanted = { langfuse-data = 3, clickhouse = "25.12", postgres = 16, valkey = "8.2", volume-gib = 50, size = "small" }
  }

  override_data {
    target          = data.aws_security_groups.tagged
    override_during = plan
    values          = { ids = [] }
  }

  assert {
    condition     = output.record == { key = "deployed-versions", value = "clickhouse=25.12 langfuse-data=3 postgres=16 size=small valkey=8.2 volume-gib=50" } && length(output.rejections) == 0
    error_message = "The record does not name everything that a later plan compares."
  }
}

run "accepts_newer_versions_and_larger_sizes" {
  command = plan

  variables {
    langfuse_major = 4
    wanted         = { langfuse-data = 4, clickhouse = "26.3", postgres = 17, valkey = "8.2", volume-gib = 50, size = "medium" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "clickhouse=25.8 langfuse-data=3 postgres=16 size=tiny tiny-postgres=17 tiny-valkey=9.1 volume-gib=30" } }
  }

  assert {
    condition     = output.record.value == "clickhouse=26.3 langfuse-data=4 postgres=17 size=medium tiny-postgres=17 tiny-valkey=9.1 valkey=8.2 volume-gib=50" && length(output.rejections) == 0
    error_message = "The record does not name what has written the data, or the plan is rejected."
  }
}

run "langfuse_4_that_wrote_for_version_3_can_return" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { langfuse-data = 3, size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "langfuse-data=3 size=small" } }
  }

  assert {
    condition     = output.record.value == "langfuse-data=3 size=small" && length(output.rejections) == 0
    error_message = "The record does not name what has written the data, or the plan is rejected."
  }
}

run "a_later_dual_mode_does_not_make_the_data_readable_for_version_3" {
  command = plan

  variables {
    langfuse_major = 4
    wanted         = { langfuse-data = 3, size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "langfuse-data=4 size=small" } }
  }

  assert {
    condition     = output.record.value == "langfuse-data=4 size=small" && length(output.rejections) == 0
    error_message = "The record does not name what has written the data, or the plan is rejected."
  }
}

run "rejects_langfuse_3_after_langfuse_4" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { langfuse-data = 3, size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "langfuse-data=4 size=small" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "Set both images of Langfuse back to version 4") && strcontains(output.rejections[0], "aws ec2 delete-tags --region eu-central-1 --resources sg-1 --tags Key=deployed-versions")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "rejects_an_older_clickhouse" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { clickhouse = "25.12", size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "clickhouse=26.3" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "Set the image back to 26.3") && strcontains(output.rejections[0], "delete-tags")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "compares_numbers_and_not_texts" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { clickhouse = "25.12", valkey = "10.0", size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "clickhouse=25.8 valkey=8.2" } }
  }

  assert {
    condition     = output.record.value == "clickhouse=25.12 size=small valkey=10.0" && length(output.rejections) == 0
    error_message = "The record does not name what has written the data, or the plan is rejected."
  }
}

run "remembers_what_a_stack_does_not_have_now" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "clickhouse=26.3 size=small" } }
  }

  assert {
    condition     = output.record.value == "clickhouse=26.3 size=small" && length(output.rejections) == 0
    error_message = "The record does not name what has written the data, or the plan is rejected."
  }
}

run "rejects_an_older_postgres" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { postgres = 16, size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "postgres=17" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "postgres.major_version is 16") && strcontains(output.rejections[0], "Set it to 17")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "rejects_an_older_valkey" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { valkey = "8.2", size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "valkey=9.0" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "valkey.engine_version is 8.2") && strcontains(output.rejections[0], "Set it to 9.0")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "rejects_a_smaller_volume" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { volume-gib = 50, size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "size=large volume-gib=1000" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "Set clickhouse = { volume_gib = 1000 }")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "rejects_a_return_to_tiny" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { size = "tiny" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "size=small" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "Set size = \"small\"")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "rejects_another_major_version_of_postgres_in_tiny" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { tiny-postgres = "17", size = "tiny" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "size=tiny tiny-postgres=16" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "Set the image postgres back to 16")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "rejects_an_older_valkey_in_tiny" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { tiny-valkey = "8.1", size = "tiny" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "size=tiny tiny-valkey=9.1" } }
  }

  assert {
    condition     = length(output.rejections) == 1 && strcontains(output.rejections[0], "Set the image valkey back to 9.1")
    error_message = "The plan is not rejected, or the sentence does not say what to set."
  }
}

run "names_every_reason" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { langfuse-data = 3, clickhouse = "25.12", volume-gib = 30, size = "tiny" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "clickhouse=26.3 langfuse-data=4 size=large volume-gib=1000" } }
  }

  assert {
    condition     = length(output.rejections) == 4
    error_message = "Reasons appear one after another."
  }
}

run "ignores_a_tag_that_was_edited" {
  command = plan

  variables {
    langfuse_major = 3
    wanted         = { clickhouse = "25.12", size = "small" }
  }

  override_data {
    target          = data.aws_security_group.tagged
    override_during = plan
    values          = { tags = { deployed-versions = "edited by hand; clickhouse=latest" } }
  }

  assert {
    condition     = output.record.value == "clickhouse=25.12 size=small" && length(output.rejections) == 0
    error_message = "The record does not name what has written the data, or the plan is rejected."
  }
}

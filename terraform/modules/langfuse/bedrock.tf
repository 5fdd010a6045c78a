variable "bedrock_models" {
  description = "Amazon Bedrock models that web and worker can use with the task roles: IDs of models or inference profiles, or ARNs. In Langfuse, create an LLM connection for Bedrock and leave the AWS keys empty."
  type        = set(string)
  default     = []
  nullable    = false

  validation {
    condition     = alltrue([for model in var.bedrock_models : can(regex("^([a-z-]+\\.)?[a-z0-9]+\\.[A-Za-z0-9.-]+(:[0-9a-z]+)*$", model)) || can(regex("^arn:[a-z-]+:bedrock:[^:]*:[^:]*:[a-z-]+/.+$", model))])
    error_message = "bedrock_models must contain IDs such as eu.anthropic.claude-sonnet-4-20250514-v1:0 or ARNs. List them with: aws bedrock list-foundation-models, aws bedrock list-inference-profiles"
  }
}

# The judge runs in the worker, and the playground in web.
locals {
  # https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html
  bedrock_profile_prefix = "^(us|us-gov|eu|apac|jp|au|ca|sa|global)\\."

  # A user chooses the Region of a connection in Langfuse. An inference profile also needs the model in every Region that it routes to.
  bedrock_arns = flatten([for model in sort(var.bedrock_models) :
    startswith(model, "arn:") ? [model] : !can(regex(local.bedrock_profile_prefix, model)) ? ["arn:${local.partition}:bedrock:*::foundation-model/${model}"] : concat(
      ["arn:${local.partition}:bedrock:*:${local.account_id}:inference-profile/${model}"],
      [for regions in ["*", ""] : "arn:${local.partition}:bedrock:${regions}::foundation-model/${replace(model, "/${local.bedrock_profile_prefix}/", "")}" if regions == "*" || startswith(model, "global.")],
    )
  ])

  bedrock_permission = length(var.bedrock_models) == 0 ? {} : {
    Bedrock = {
      actions    = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]
      resources  = local.bedrock_arns
      conditions = {}
    }
  }
}

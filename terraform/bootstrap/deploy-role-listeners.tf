locals {
  listener_rule_arns = [for arn in sort(var.listener_arns) : "${replace(arn, ":listener/", ":listener-rule/")}/*"]

  listener_statements = [for statement in local.statements_with_listener : statement if length(var.listener_arns) > 0]

  # Without CreateAction, the role could tag the rules of others as its own.
  statements_with_listener = [
    {
      Sid       = "CreateListenerRules"
      Effect    = "Allow"
      Action    = "elasticloadbalancing:CreateRule"
      Resource  = sort(var.listener_arns)
      Condition = local.created_with_stack_tag
    },
    {
      Sid      = "TagListenerRules"
      Effect   = "Allow"
      Action   = "elasticloadbalancing:AddTags"
      Resource = local.listener_rule_arns
      Condition = merge(local.created_with_stack_tag, {
        StringEquals = { "elasticloadbalancing:CreateAction" = "CreateRule" }
      })
    },
    {
      Sid       = "ManageListenerRules"
      Effect    = "Allow"
      Action    = ["elasticloadbalancing:AddTags", "elasticloadbalancing:DeleteRule", "elasticloadbalancing:ModifyRule", "elasticloadbalancing:RemoveTags"]
      Resource  = local.listener_rule_arns
      Condition = local.tagged_as_stack
    },
    # Does not support conditions on tags.
    {
      Sid      = "OrderListenerRules"
      Effect   = "Allow"
      Action   = "elasticloadbalancing:SetRulePriorities"
      Resource = local.listener_rule_arns
    },
  ]
}

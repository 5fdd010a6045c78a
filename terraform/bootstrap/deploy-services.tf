locals {
  # What runs: ECS, the instance of ClickHouse, the load balancer, the autoscaling of all of them.
  deploy_services = {
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "Ecs"
        Effect = "Allow"
        Action = [
          "ecs:CreateCapacityProvider",
          "ecs:CreateCluster",
          "ecs:CreateService",
          "ecs:DeleteCapacityProvider",
          "ecs:DeleteCluster",
          "ecs:DeleteService",
          "ecs:DeleteTaskDefinitions",
          "ecs:DeregisterContainerInstance",
          "ecs:PutClusterCapacityProviders",
          "ecs:RegisterTaskDefinition",
          "ecs:RunTask",
          "ecs:StopTask",
          "ecs:TagResource",
          "ecs:UntagResource",
          "ecs:UpdateCapacityProvider",
          "ecs:UpdateCluster",
          "ecs:UpdateClusterSettings",
          "ecs:UpdateContainerInstancesState",
          "ecs:UpdateService",
        ]
        Resource = [for kind in ["capacity-provider", "cluster", "container-instance", "service", "task", "task-definition"] :
          "${local.in_region["ecs"]}:${kind}/${var.name}*"
        ]
      },
      # Knows no resources; a task definition that is deregistered only cannot be started again.
      {
        Sid       = "OldTaskDefinitions"
        Effect    = "Allow"
        Action    = "ecs:DeregisterTaskDefinition"
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Sid    = "Instances"
        Effect = "Allow"
        Action = [
          "autoscaling:CancelInstanceRefresh",
          "autoscaling:CreateAutoScalingGroup",
          "autoscaling:CreateOrUpdateTags",
          "autoscaling:DeleteAutoScalingGroup",
          "autoscaling:DeleteTags",
          "autoscaling:StartInstanceRefresh",
          "autoscaling:TerminateInstanceInAutoScalingGroup",
          "autoscaling:UpdateAutoScalingGroup",
        ]
        Resource = "${local.in_region["autoscaling"]}:autoScalingGroup:*:autoScalingGroupName/${var.name}*"
      },
      # A target has a number for a name: what can be said is that it is one of ECS.
      {
        Sid    = "Scaling"
        Effect = "Allow"
        Action = [
          "application-autoscaling:DeleteScalingPolicy",
          "application-autoscaling:DeregisterScalableTarget",
          "application-autoscaling:PutScalingPolicy",
          "application-autoscaling:RegisterScalableTarget",
        ]
        Resource  = "${local.in_region["application-autoscaling"]}:scalable-target/*"
        Condition = { StringEquals = { "application-autoscaling:service-namespace" = "ecs" } }
      },
      {
        Sid      = "ScalingTags"
        Effect   = "Allow"
        Action   = ["application-autoscaling:TagResource", "application-autoscaling:UntagResource"]
        Resource = "${local.in_region["application-autoscaling"]}:scalable-target/*"
      },
      {
        Sid    = "LoadBalancer"
        Effect = "Allow"
        Action = [
          "elasticloadbalancing:AddTags",
          "elasticloadbalancing:AddListenerCertificates",
          "elasticloadbalancing:Create*",
          "elasticloadbalancing:Delete*",
          "elasticloadbalancing:DeregisterTargets",
          "elasticloadbalancing:Modify*",
          "elasticloadbalancing:RegisterTargets",
          "elasticloadbalancing:RemoveListenerCertificates",
          "elasticloadbalancing:RemoveTags",
          "elasticloadbalancing:Set*",
        ]
        Resource = [for thing in ["loadbalancer/app", "listener/app", "listener-rule/app", "targetgroup"] :
          "${local.in_region["elasticloadbalancing"]}:${thing}/${var.name}*"
        ]
      },
      # The network behind clickhouse.<name>.internal.
      {
        Sid    = "NewNamespaces"
        Effect = "Allow"
        Action = [
          "servicediscovery:CreatePrivateDnsNamespace",
          "servicediscovery:CreateService",
          "servicediscovery:TagResource",
          "servicediscovery:UntagResource",
        ]
        Resource  = "*"
        Condition = { StringEquals = { "aws:RequestedRegion" = var.region } }
      },
      {
        Sid    = "Namespaces"
        Effect = "Allow"
        Action = [
          "servicediscovery:Delete*",
          "servicediscovery:DeregisterInstance",
          "servicediscovery:Update*",
        ]
        Resource  = "*"
        Condition = local.of_a_stack
      },
    ]
  }
}

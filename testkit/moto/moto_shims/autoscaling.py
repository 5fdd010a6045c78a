"""Auto Scaling: how a group replaces its instances, and Application Auto Scaling's tags of a target."""

import json
from typing import Any

from moto.applicationautoscaling.models import ApplicationAutoscalingBackend
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.autoscaling.responses import AutoScalingResponse

from .patch import adds, mends


def remember(self: Any) -> None:
    # What moto's groups forget.
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    for name, attribute in (
        ("DefaultInstanceWarmup", "default_instance_warmup"),
        ("InstanceMaintenancePolicy", "instance_maintenance_policy"),
    ):
        given = self._get_param(name)
        setattr(group, attribute, getattr(group, attribute, None) if given is None else given)


@mends(AutoScalingResponse)
def create_auto_scaling_group(original: Any, self: Any) -> Any:
    answer = original(self)
    remember(self)
    return answer


@mends(AutoScalingResponse)
def update_auto_scaling_group(original: Any, self: Any) -> Any:
    answer = original(self)
    remember(self)
    return answer


@mends(ApplicationAutoscalingBackend)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.tags = {}


@mends(ApplicationAutoScalingResponse)
def register_scalable_target(original: Any, self: Any) -> Any:
    answer = original(self)
    tags = self._get_param("Tags")
    if tags:
        arn = json.loads(answer)["ScalableTargetARN"]
        self.applicationautoscaling_backend.tags.setdefault(arn, {}).update(tags)
    return answer


@adds(ApplicationAutoScalingResponse)
def list_tags_for_resource(self: Any) -> Any:
    return {"Tags": self.applicationautoscaling_backend.tags.get(self._get_param("ResourceARN"), {})}


@adds(ApplicationAutoScalingResponse)
def tag_resource(self: Any) -> Any:
    self.applicationautoscaling_backend.tags.setdefault(self._get_param("ResourceARN"), {}).update(
        self._get_param("Tags")
    )
    return {}


@adds(ApplicationAutoScalingResponse)
def untag_resource(self: Any) -> Any:
    for key in self._get_param("TagKeys"):
        self.applicationautoscaling_backend.tags.get(self._get_param("ResourceARN"), {}).pop(key, None)
    return {}

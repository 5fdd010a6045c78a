"""Auto Scaling: instance replacement settings of a group, and tags of scalable targets."""

import json
from typing import Any

from moto.applicationautoscaling.models import ApplicationAutoscalingBackend
from moto.applicationautoscaling.responses import ApplicationAutoScalingResponse
from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState
from moto.autoscaling.responses import AutoScalingResponse

from .patch import adds, patches


def store_settings(self: Any) -> None:
    # moto does not store these settings.
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    for name, attribute in (
        ("DefaultInstanceWarmup", "default_instance_warmup"),
        ("InstanceMaintenancePolicy", "instance_maintenance_policy"),
        ("MaxInstanceLifetime", "max_instance_lifetime"),
    ):
        given = self._get_param(name)
        setattr(group, attribute, getattr(group, attribute, None) if given is None else given)


@patches(AutoScalingResponse)
def create_auto_scaling_group(original: Any, self: Any) -> Any:
    answer = original(self)
    store_settings(self)
    return answer


@patches(AutoScalingResponse)
def update_auto_scaling_group(original: Any, self: Any) -> Any:
    answer = original(self)
    store_settings(self)
    return answer


@patches(ApplicationAutoscalingBackend)
def __init__(original: Any, self: Any, *args: Any, **kwargs: Any) -> None:
    original(self, *args, **kwargs)
    self.tags = {}


@patches(ApplicationAutoScalingResponse)
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


@adds(AutoScalingResponse)
def start_instance_refresh(self: Any) -> Any:
    group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
    group.refreshes = [*getattr(group, "refreshes", []), f"refresh-{len(getattr(group, 'refreshes', [])) + 1}"]
    return {"InstanceRefreshId": group.refreshes[-1]}


@adds(AutoScalingResponse)
def describe_instance_refreshes(self: Any) -> Any:
    name = self._get_param("AutoScalingGroupName")
    refreshes = getattr(self.autoscaling_backend.autoscaling_groups[name], "refreshes", [])
    return {
        "InstanceRefreshes": [
            {"InstanceRefreshId": one, "AutoScalingGroupName": name, "Status": "Successful"} for one in reversed(refreshes)
        ]
    }


@patches(FakeAutoScalingGroup)
def update(original: Any, self: Any, *args: Any, **given: Any) -> Any:
    previous = self.mixed_instances_policy
    original(self, *args, **given)
    # moto forgets the policy unless each update repeats it.
    if given.get("mixed_instances_policy") is None and not given.get("launch_template"):
        self.mixed_instances_policy = previous


def launch_template(self: Any) -> dict[str, Any] | None:
    # moto has no instance refresh, so its instances have the template of the group.
    found = template_of_default_version(self)
    return found and {**found, "Version": self.auto_scaling_group.launch_template_version}


template_of_default_version = InstanceState.launch_template.fget
InstanceState.launch_template = property(launch_template)  # type: ignore[assignment]

"""Finds AWS CLI commands that do not exist: reads [[service, operation, [flag, …]], …] and prints what is wrong with each."""

import json
import sys

import botocore.session
from botocore import xform_name

# Commands of the AWS CLI itself, which the API models do not contain, with their flags.
CUSTOM = {
    ("cloudformation", "deploy"): {"stack-name", "capabilities", "template-file", "s3-bucket", "parameter-overrides"},
    ("logs", "tail"): {"since", "follow", "format"},
}
GLOBAL = {"query", "output", "region", "profile", "no-cli-pager", "max-items", "no-paginate"}

session = botocore.session.get_session()


def problem(service: str, operation: str, flags: list[str]) -> str | None:
    if (service, operation) in CUSTOM:
        known = CUSTOM[service, operation]
    elif service in ("s3", "configure"):
        return None
    else:
        service = {"s3api": "s3"}.get(service, service)
        if service not in session.get_available_services():
            return f"no service {service}"
        model = session.get_service_model(service)
        names = {xform_name(name, "-"): name for name in model.operation_names}
        if operation not in names:
            return f"no operation {operation}"
        shape = model.operation_model(names[operation]).input_shape
        members = {xform_name(name, "-"): member for name, member in (shape.members if shape else {}).items()}
        known = set(members) | {f"no-{name}" for name in members}
    unknown = [flag for flag in flags if flag not in known | GLOBAL]
    return f"no option {', '.join(unknown)}" if unknown else None


print(json.dumps([problem(*command) for command in json.load(sys.stdin)]))

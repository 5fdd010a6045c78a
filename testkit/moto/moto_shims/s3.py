"""S3: the two conditions of our bucket policies, TLS and who asks."""

import json
from typing import Any

from flask import request
from moto.s3.models import FakeBucket
from moto.sts.models import sts_backends

from .patch import mends


def asking_role() -> str:
    """ARN of the role that the request was signed for; empty for a user."""
    _, _, scope = request.headers.get("Authorization", "").partition("Credential=")
    for backends in sts_backends.values():
        role = backends["aws"].get_assumed_role_from_access_key(scope.split("/")[0])
        if role is not None:
            return str(role.role_arn)
    return ""


def holds(condition: dict[str, Any]) -> bool:
    if condition == {"Bool": {"aws:SecureTransport": "false"}}:
        # What comes to moto stands for what would come to AWS by TLS.
        return False
    if list(condition) == ["ArnNotEquals"] and list(condition["ArnNotEquals"]) == ["aws:PrincipalArn"]:
        return bool(condition["ArnNotEquals"]["aws:PrincipalArn"] != asking_role())
    # Whatever this does not know denies, so that somebody comes to look.
    return True


@mends(FakeBucket)
def get_permission(original: Any, self: Any, action: str, resource: str) -> Any:
    # moto knows neither, and takes a statement with a condition that it cannot check for one that denies.
    kept = self.policy
    if kept is None:
        return original(self, action, resource)
    policy = json.loads(kept)
    statements = [one for one in policy["Statement"] if holds(one.pop("Condition", {}))]
    try:
        self.policy = json.dumps({**policy, "Statement": statements}).encode()
        return original(self, action, resource)
    finally:
        self.policy = kept

"""Data Lifecycle Manager, which moto lacks: snapshot policies."""

import re
import sys
from typing import Any

from moto import backend_index
from moto.core.base_backend import BackendDict, BaseBackend
from moto.core.exceptions import ServiceException
from moto.core.responses import BaseResponse
from moto.core.utils import utcnow

from .patch import adds


class NotFound(ServiceException):
    """moto assigns an error to the service whose module defines it."""


class DlmBackend(BaseBackend):
    def __init__(self, region_name: str, account_id: str):
        super().__init__(region_name, account_id)
        self.policies: dict[str, dict[str, Any]] = {}

    @property
    def _url_module(self) -> Any:
        return sys.modules[__name__]


class DlmResponse(BaseResponse):
    def __init__(self) -> None:
        super().__init__(service_name="dlm")
        self.automated_parameter_parsing = True

    @property
    def backend(self) -> DlmBackend:
        return dlm_backends[self.current_account][self.region]

    @property
    def policy(self) -> dict[str, Any]:
        found = self.backend.policies.get(self._get_param("PolicyId"))
        if found is None:
            raise NotFound("ResourceNotFoundException", self._get_param("PolicyId"))
        return found


@adds(DlmResponse)
def create_lifecycle_policy(self: Any) -> Any:
    backend = self.backend
    policy_id = f"policy-{len(backend.policies) + 1:017x}"
    backend.policies[policy_id] = {
        **self.params,
        "PolicyId": policy_id,
        "PolicyArn": f"arn:aws:dlm:{backend.region_name}:{backend.account_id}:policy/{policy_id}",
        "DateCreated": utcnow(),
        "DateModified": utcnow(),
    }
    return {"PolicyId": policy_id}


@adds(DlmResponse)
def get_lifecycle_policy(self: Any) -> Any:
    return {"Policy": self.policy}


@adds(DlmResponse)
def get_lifecycle_policies(self: Any) -> Any:
    return {"Policies": list(self.backend.policies.values())}


@adds(DlmResponse)
def update_lifecycle_policy(self: Any) -> Any:
    self.policy.update({name: value for name, value in self.params.items() if name != "PolicyId"})


@adds(DlmResponse)
def delete_lifecycle_policy(self: Any) -> Any:
    del self.backend.policies[self.policy["PolicyId"]]


@adds(DlmResponse)
def list_tags_for_resource(self: Any) -> Any:
    arn = self._get_param("ResourceArn")
    return {"Tags": self.backend.policies[arn.split("/")[-1]].get("Tags", {})}


def tags_of(self: Any) -> dict[str, str]:
    policy_id = self._get_param("ResourceArn").split("/")[-1]
    return self.backend.policies[policy_id].setdefault("Tags", {})


@adds(DlmResponse)
def tag_resource(self: Any) -> Any:
    tags_of(self).update(self._get_param("Tags"))


@adds(DlmResponse)
def untag_resource(self: Any) -> Any:
    for key in self._get_param("TagKeys"):
        tags_of(self).pop(key, None)


url_bases = [r"https?://dlm\.(.+)\.amazonaws\.com"]
url_paths = {
    "{0}/policies$": DlmResponse.dispatch,
    "{0}/policies/(?P<id>[^/]+)$": DlmResponse.dispatch,
    "{0}/tags/(?P<arn>.+)$": DlmResponse.dispatch,
}
dlm_backends = BackendDict(DlmBackend, "dlm")

# moto finds a service by its host pattern, and its backends in the module of that name.
backend_index.backend_url_patterns.append(("dlm", re.compile(url_bases[0])))
sys.modules["moto.dlm"] = sys.modules[__name__]

"""CloudFront: VPC origins and managed policies."""

from typing import Any

from moto.cloudfront import urls
from moto.cloudfront.models import (
    CloudFrontBackend,
    DefaultCacheBehaviour,
    Origin,
    ViewerCertificate,
    random_id,
)
from moto.cloudfront.responses import CloudFrontResponse
from moto.core.exceptions import ServiceException
from moto.core.utils import utcnow

from .patch import adds, patches

for path in ("vpc-origin", "cache-policy", "origin-request-policy", "response-headers-policy"):
    urls.url_paths[f"{{0}}/2020-05-31/{path}$"] = CloudFrontResponse.dispatch
    urls.url_paths[f"{{0}}/2020-05-31/{path}/(?P<id>[^/]+)$"] = CloudFrontResponse.dispatch



@patches(Origin)
def __init__(original: Any, self: Any, given: dict[str, Any]) -> None:  # noqa: F811
    original(self, given)
    self.vpc_origin_config = given.get("VpcOriginConfig")


@patches(DefaultCacheBehaviour)
def __init__(original: Any, self: Any, given: dict[str, Any]) -> None:  # noqa: F811
    original(self, given)
    # A behaviour has either a cache policy or the legacy settings, which moto always adds.
    if given.get("CachePolicyId"):
        self.forwarded_values = None


@patches(ViewerCertificate)
def __init__(original: Any, self: Any, given: dict[str, Any]) -> None:  # noqa: F811
    original(self, given)
    if self.cloud_front_default_certificate:
        self.ssl_support_method = None


# Managed policies that Terraform looks up by name, with their real ids.
MANAGED = {
    "CachePolicy": {
        "Managed-CachingDisabled": "4135ea2d-6df8-44a3-9df3-4b5a84be39ad",
        "Managed-CachingOptimized": "658327ea-f89d-4fab-a63d-7e88639e58f6",
        "UseOriginCacheControlHeaders": "83da9c7e-98b4-4e11-a168-04f0df8e2c65",
        "UseOriginCacheControlHeaders-QueryStrings": "4cc15a8a-d715-48a4-82b8-cc0b614638fe",
    },
    "OriginRequestPolicy": {
        "Managed-AllViewer": "216adef6-5c7f-47e4-b989-5492eafa07d3",
        "Managed-AllViewerExceptHostHeader": "b689b0a8-53d0-40ab-baf2-68738e2966ac",
        "Managed-AllViewerAndCloudFrontHeaders-2022-06": "33f36d7e-f396-46d9-90e0-52428a34d9dc",
    },
    "ResponseHeadersPolicy": {"Managed-SecurityHeadersPolicy": "67f7725c-6f97-4210-82d7-5512b31e9d03"},
}
REQUIRED = {
    "CachePolicy": {"MinTTL": 0, "MaxTTL": 0, "DefaultTTL": 0},
    "OriginRequestPolicy": {
        "HeadersConfig": {"HeaderBehavior": "allViewer"},
        "CookiesConfig": {"CookieBehavior": "all"},
        "QueryStringsConfig": {"QueryStringBehavior": "all"},
    },
    "ResponseHeadersPolicy": {},
}


class NotFound(ServiceException):
    """moto assigns an error to the service whose module defines it."""


def policy(kind: str, name: str) -> dict[str, Any]:
    config = {"Name": name, **REQUIRED[kind]}
    return {"Id": MANAGED[kind][name], "LastModifiedTime": utcnow(), f"{kind}Config": config}


def list_policies(kind: str) -> dict[str, Any]:
    items = [{"Type": "managed", kind: policy(kind, name)} for name in MANAGED[kind]]
    return {f"{kind}List": {"MaxItems": 100, "Quantity": len(items), "Items": items}}


def get_policy(kind: str, policy_id: str) -> dict[str, Any]:
    for name, known in MANAGED[kind].items():
        if known == policy_id:
            return {kind: policy(kind, name), "ETag": "E1"}
    raise NotFound(f"NoSuch{kind}", policy_id)


@adds(CloudFrontResponse)
def list_cache_policies(self: Any) -> Any:
    return list_policies("CachePolicy")


@adds(CloudFrontResponse)
def get_cache_policy(self: Any) -> Any:
    return get_policy("CachePolicy", self._get_param("Id"))


@adds(CloudFrontResponse)
def list_origin_request_policies(self: Any) -> Any:
    return list_policies("OriginRequestPolicy")


@adds(CloudFrontResponse)
def get_origin_request_policy(self: Any) -> Any:
    return get_policy("OriginRequestPolicy", self._get_param("Id"))


@adds(CloudFrontResponse)
def list_response_headers_policies(self: Any) -> Any:
    return list_policies("ResponseHeadersPolicy")


@adds(CloudFrontResponse)
def get_response_headers_policy(self: Any) -> Any:
    return get_policy("ResponseHeadersPolicy", self._get_param("Id"))


@patches(CloudFrontBackend)
def __init__(original: Any, self: Any, region_name: str, account_id: str) -> None:
    original(self, region_name, account_id)
    self.vpc_origins = {}


def origin(self: Any) -> dict[str, Any]:
    found = self.backend.vpc_origins.get(self._get_param("Id"))
    if found is None:
        raise NotFound("EntityNotFound", self._get_param("Id"))
    return found


@adds(CloudFrontResponse)
def create_vpc_origin(self: Any) -> Any:
    backend = self.backend
    origin_id = f"vo_{random_id()}"
    made = {
        "Id": origin_id,
        "Arn": f"arn:aws:cloudfront::{backend.account_id}:vpcorigin/{origin_id}",
        "AccountId": backend.account_id,
        "Status": "Deployed",
        "CreatedTime": utcnow(),
        "LastModifiedTime": utcnow(),
        "VpcOriginEndpointConfig": self._get_param("VpcOriginEndpointConfig"),
    }
    backend.vpc_origins[origin_id] = made
    backend.tagger.tag_resource(made["Arn"], self._get_param("Tags.Items", []))
    return {"VpcOrigin": made, "ETag": "E1", "Location": origin_id}


@adds(CloudFrontResponse)
def get_vpc_origin(self: Any) -> Any:
    return {"VpcOrigin": origin(self), "ETag": "E1"}


@adds(CloudFrontResponse)
def list_vpc_origins(self: Any) -> Any:
    items = list(self.backend.vpc_origins.values())
    return {
        "VpcOriginList": {
            "Marker": "",
            "MaxItems": 100,
            "IsTruncated": False,
            "Quantity": len(items),
            "Items": [{**one, "OriginEndpointArn": one["VpcOriginEndpointConfig"]["Arn"]} for one in items],
        }
    }


@adds(CloudFrontResponse)
def update_vpc_origin(self: Any) -> Any:
    found = origin(self)
    found["VpcOriginEndpointConfig"] = self._get_param("VpcOriginEndpointConfig")
    return {"VpcOrigin": found, "ETag": "E1"}


@adds(CloudFrontResponse)
def delete_vpc_origin(self: Any) -> Any:
    return {"VpcOrigin": self.backend.vpc_origins.pop(origin(self)["Id"]), "ETag": "E1"}

"""Service Quotas: the quotas of Fargate and EC2, which moto does not contain."""

from typing import Any

from moto.servicequotas.models import ServiceQuotasBackend
from moto.servicequotas.responses import ServiceQuotasResponse

from .patch import adds, patches

# Fargate and EC2 On-Demand vCPUs.
VALUES = {"L-3032A538": 64.0, "L-1216C47A": 64.0}


@patches(ServiceQuotasBackend)
def get_service_quota(original: Any, self: Any, service_code: str, quota_code: str) -> dict[str, Any]:
    if quota_code not in VALUES:
        return original(self, service_code, quota_code)
    return {
        "Adjustable": True,
        "GlobalQuota": False,
        "QuotaArn": f"arn:aws:servicequotas:{self.region_name}:{self.account_id}:{service_code}/{quota_code}",
        "QuotaCode": quota_code,
        "QuotaName": quota_code,
        "ServiceCode": service_code,
        "ServiceName": service_code,
        "Unit": "None",
        "Value": VALUES[quota_code],
    }


@adds(ServiceQuotasResponse)
def get_aws_default_service_quota(self: Any) -> Any:
    service, quota = self._get_param("ServiceCode"), self._get_param("QuotaCode")
    return {"Quota": self.backend.get_service_quota(service_code=service, quota_code=quota)}

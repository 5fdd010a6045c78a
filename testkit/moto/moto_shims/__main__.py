"""moto with the operations that the stack needs: `python3 -m moto_shims` with the arguments of moto_server."""

import os

# Roles attach managed policies such as ReadOnlyAccess.
os.environ.setdefault("MOTO_IAM_LOAD_MANAGED_POLICIES", "true")

from moto.server import main  # noqa: E402

from . import autoscaling, cloudformation, cloudfront, dlm, ec2, ecs, elasticache, rds, recorder, s3, servicequotas, sesv2  # noqa: E402, F401

main()

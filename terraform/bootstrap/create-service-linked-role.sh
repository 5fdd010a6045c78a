#!/usr/bin/env bash
# Creates the service-linked role of SERVICE unless it exists.
set -euo pipefail

export AWS_DEFAULT_REGION=$AWS_REGION

if output=$(aws iam create-service-linked-role --aws-service-name "$SERVICE" 2>&1); then
  printf 'created the service-linked role of %s\n' "$SERVICE"
elif [[ $output == *'has been taken'* ]]; then
  printf 'the service-linked role of %s exists\n' "$SERVICE"
else
  printf 'The service-linked role of %s could not be created: %s\n' "$SERVICE" "$output" >&2
  exit 1
fi

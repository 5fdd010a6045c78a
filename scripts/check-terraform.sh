#!/usr/bin/env bash
# All that Terraform can say about our roots by itself: their format, whether they are valid, and their own tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Without access to Terraform's registry, set TF_CLI_ARGS_init=-plugin-dir=FOLDER to a local mirror of the providers.
export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1 TF_CLI_ARGS=-no-color

terraform fmt -check -recursive -diff terraform

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A copy: what init leaves would be in the way of whoever works in the repository. The roots read images.yaml above them.
cp -R terraform images.yaml "$work"
for root in "$work"/terraform/*/; do
  printf '\n%s\n' "terraform/$(basename "$root")"
  rm -rf "$root/.terraform"
  terraform -chdir="$root" init -backend=false -lockfile=readonly
  terraform -chdir="$root" validate
  terraform -chdir="$root" test
done

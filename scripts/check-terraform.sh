#!/usr/bin/env bash
# Checks the format of all Terraform files, and validates and tests every folder that has tests: roots, modules and examples.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Without access to Terraform's registry, set TF_CLI_ARGS_init=-plugin-dir=FOLDER to a local mirror of the providers.
export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1 TF_CLI_ARGS=-no-color

terraform fmt -check -recursive -diff terraform
terraform fmt -check -recursive -diff examples/terraform

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A copy, because init writes into the folders. The roots read images.yaml by a relative path.
mkdir "$work/examples"
cp -R terraform images.yaml "$work"
cp -R examples/terraform "$work/examples"
find "$work" -name .terraform -prune -exec rm -rf {} +

while IFS= read -r folder; do
  printf '\n%s\n' "${folder#"$work/"}"
  # Modules and examples have no lock file of their own: Terraform ignores that of a module.
  [ -f "$folder/.terraform.lock.hcl" ] || cp terraform/langfuse/.terraform.lock.hcl "$folder"
  terraform -chdir="$folder" init -backend=false -lockfile=readonly
  terraform -chdir="$folder" validate -no-tests
  terraform -chdir="$folder" test
done < <(find "$work" -name '*.tftest.hcl' -exec dirname {} \; | sort -u | xargs -n 1 dirname)

#!/usr/bin/env bash
# All that Terraform can say about our roots by itself: their format, whether they are valid, and their own tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# A machine that cannot reach Terraform's registry has a folder of providers instead.
mirror=../shared/tools/terraform-plugin-dir
if [ -z "${TF_CLI_ARGS_init:-}" ] && [ -x "$mirror" ]; then
  # It searches the machine, and says with its exit code that some folder vanished meanwhile, which is no matter.
  directory=$("$mirror") || true
  [ -z "$directory" ] || export TF_CLI_ARGS_init="-plugin-dir=$directory"
fi
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

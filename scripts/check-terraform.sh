#!/usr/bin/env bash
# Checks the format of all Terraform files, and validates and tests every folder that has tests: roots, modules and examples.
# Uses all processors; CHECK_TERRAFORM_JOBS sets another number of simultaneous processes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# Without access to Terraform's registry, set TF_CLI_ARGS_init=-plugin-dir=FOLDER to a local mirror of the providers.
export TF_IN_AUTOMATION=1 TF_INPUT=0 CHECKPOINT_DISABLE=1 TF_CLI_ARGS=-no-color
# Each process reads the whole schema of the provider: collecting garbage as often as by default takes a quarter of the time.
export GOGC=${GOGC:-400}
jobs=${CHECK_TERRAFORM_JOBS:-$(getconf _NPROCESSORS_ONLN)}

terraform fmt -check -recursive -diff terraform
terraform fmt -check -recursive -diff examples/terraform

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# A copy, because init writes into the folders. The roots read images.yaml by a relative path.
mkdir "$work/examples"
cp -R terraform images.yaml "$work"
cp -R examples/terraform "$work/examples"
find "$work" -name .terraform -prune -exec rm -rf {} +

prepare() {
  # Modules and examples have no lock file of their own: Terraform ignores that of a module.
  [ -f "$1/.terraform.lock.hcl" ] || cp terraform/langfuse/.terraform.lock.hcl "$1" || return
  terraform -chdir="$1" init -backend=false -lockfile=readonly && terraform -chdir="$1" validate -no-tests
}

# run_test FOLDER -filter=FILE…
run_test() {
  terraform -chdir="$1" test "${@:2}"
}

# Prints a folder and its test files for each process, long ones first. A large folder has a process on each processor: more
# would read the schema more often.
list_tests() {
  local folder
  while IFS= read -r folder; do
    (cd "$folder" && grep -c '^run "' tests/*.tftest.hcl /dev/null) | sort -t: -k2,2nr |
      awk -F: -v folder="$folder" -v jobs="$jobs" '
        { files[NR] = $1; runs[NR] = $2; total += $2 }
        END {
          parts = total < 50 ? 1 : jobs
          for (i = 1; runs[i] > 0; i++) {
            shortest = 1
            for (part = 2; part <= parts; part++) if (length_of[part] < length_of[shortest]) shortest = part
            length_of[shortest] += runs[i]
            filters[shortest] = filters[shortest] " -filter=" files[i]
          }
          for (part in filters) print length_of[part], folder filters[part]
        }'
  done <"$work/folders" | sort -rn | cut -d' ' -f2-
}

# Calls a function with the words of each line of the input, in parallel, and prints the output of a call when it ends.
in_parallel() {
  # shellcheck disable=SC2016
  xargs -P "$jobs" -I LINE bash -c '
    read -ra words <<<"$2"
    output=$(mktemp "$3/output.XXXXXX")
    printf "\n%s\n" "${words[0]#"$3/"}" >"$output"
    "$1" "${words[@]}" >>"$output" 2>&1
    status=$?
    cat "$output"
    exit "$status"' _ "$1" LINE "$work"
}

export -f prepare run_test
find "$work" -name '*.tftest.hcl' -exec dirname {} \; | sort -u | xargs -n 1 dirname >"$work/folders"
in_parallel prepare <"$work/folders"
list_tests >"$work/tests"
in_parallel run_test <"$work/tests"

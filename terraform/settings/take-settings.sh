#!/usr/bin/env bash
# Copies the settings and images.yaml of the calling repository to settings/, and deletes its checkout: nothing else of it is used.
# Rejects values that a person with write access could use to read other files or to add backend settings.
set -euo pipefail
export LC_ALL=C

CHECKOUT=.caller
MAX_BYTES=200000

fail() {
  echo "::error title=Settings not accepted::$1"
  exit 1
}

# matches NAME VALUE PATTERN: the whole value, so that no line can be added.
matches() {
  [[ "$2" =~ ^($3)$ ]] || fail "$1 is $(printf %q "$2"), which does not match $3."
}

# take NAME PATH TARGET
take() {
  matches "$1" "$2" '[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*\.ya?ml'
  # A symbolic link, or .., could name a file of the runner.
  [ "$(realpath -m "$CHECKOUT/$2")" = "$(realpath "$CHECKOUT")/$2" ] || fail "$1: $2 is a symbolic link, or not a path below the repository."
  [ -f "$CHECKOUT/$2" ] ||
    fail "$1: $2 is not a file of the repository. Add it, or correct the input."
  [ "$(wc -c <"$CHECKOUT/$2")" -le "$MAX_BYTES" ] || fail "$1: $2 is larger than $MAX_BYTES bytes."
  mkdir -p settings
  cp "$CHECKOUT/$2" "settings/$3"
}

matches 'The variable STATE_BUCKET' "$STATE_BUCKET" '|[a-z0-9][a-z0-9.-]+'
matches 'The variable AWS_REGION' "$AWS_REGION" '|[a-z]{2,4}(-[a-z]+)+-[0-9]'
matches 'state-key' "$STATE_KEY" '[A-Za-z0-9][A-Za-z0-9._-]*(/[A-Za-z0-9._-]+)*'
take settings "$SETTINGS" settings.yaml
take images "$IMAGES" images.yaml
rm -rf "$CHECKOUT"

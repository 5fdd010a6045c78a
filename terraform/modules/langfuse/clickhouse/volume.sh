#!/usr/bin/env bash
# Attaches the ClickHouse volume to this instance, formats it if it is new, mounts it and starts the ECS agent.
# clickhouse-volume.service runs it at boot and after failures, so every step is idempotent.
set -euo pipefail

: "${VOLUME_ID:?}" "${MOUNT_POINT:?}" "${FORMATTED_TAG:?}"
owner=${DATA_OWNER:-101:101} # user and group clickhouse of the official image
fstab=${FSTAB:-/etc/fstab}
wait_seconds=${WAIT_SECONDS:-900} # a terminating instance can keep the volume attached that long
poll_seconds=${POLL_SECONDS:-5}

log() { echo "clickhouse-volume: $*"; }

fail() {
  log "ERROR: $*" >&2
  exit 1
}

# retry DESCRIPTION COMMAND…: repeats the command until it succeeds or wait_seconds have passed.
retry() {
  local description=$1 deadline=$((SECONDS + wait_seconds))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || fail "$description: timed out after $wait_seconds s"
    sleep "$poll_seconds"
  done
}

# The ECS-optimized AMI does not contain the AWS CLI.
install_aws_cli() {
  command -v aws >/dev/null || dnf install --assumeyes --quiet awscli-2
}

find_instance() {
  local imds=http://169.254.169.254/latest token
  token=$(curl -fsS --max-time 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' "$imds/api/token") &&
    instance_id=$(curl -fsS --max-time 5 -H "X-aws-ec2-metadata-token: $token" "$imds/meta-data/instance-id")
}

# Sets state, holder, snapshot and formatted; absent values are `none`.
describe_volume() {
  local query answer
  query="Volumes[0].[State, Attachments[0].InstanceId || 'none', SnapshotId || 'none', Tags[?Key=='$FORMATTED_TAG'].Value | [0] || 'none']"
  answer=$(aws ec2 describe-volumes --volume-ids "$VOLUME_ID" --query "$query" --output text) || return 1
  read -r state holder snapshot formatted <<<"$answer"
}

# Never detaches the volume from another instance: two writers would corrupt the data.
attach_volume() {
  describe_volume || return 1
  [ "$holder" != "$instance_id" ] || return 0
  if [ "$state" = available ]; then
    log "attaching $VOLUME_ID to $instance_id"
    aws ec2 attach-volume --volume-id "$VOLUME_ID" --instance-id "$instance_id" --device /dev/sdf >/dev/null ||
      log "$VOLUME_ID could not be attached; retrying"
  else
    log "waiting: $VOLUME_ID is $state, attached to $holder"
  fi
  return 1
}

# The serial number of an EBS NVMe device is the volume ID without its hyphen.
find_device() {
  device=$(lsblk --nodeps --noheadings --paths --output NAME,SERIAL | awk -v serial="${VOLUME_ID/-/}" '$2 == serial { print $1 }')
  [ -n "$device" ]
}

# Formats a volume only if it has no file system, no format tag and no source snapshot, and its first MiB is zero.
format_once() {
  local type status=0
  type=$(blkid --probe --output value --match-tag TYPE "$device") || status=$?
  case "$status:$type" in
    0:xfs) return ;;
    2:) ;;
    *) fail "$VOLUME_ID ($device) contains '$type' instead of xfs (blkid exit code $status). The volume was not changed." ;;
  esac
  [ "$formatted" = none ] || fail "$VOLUME_ID was formatted at $formatted, but contains no file system. The volume was not changed. Restore it from a snapshot."
  [ "$snapshot" = none ] || fail "$VOLUME_ID was created from $snapshot, but contains no file system. The volume was not changed."
  [ "$(head --bytes 1048576 "$device" | tr --delete '\0' | wc --bytes)" -eq 0 ] ||
    fail "$VOLUME_ID is not empty, but contains no file system. The volume was not changed."
  log "formatting the new volume $VOLUME_ID"
  mkfs.xfs -q "$device"
}

# Before the first write, because the tag prevents a second format.
tag_formatted() {
  [ "$formatted" = none ] || return 0
  aws ec2 create-tags --resources "$VOLUME_ID" --tags "Key=$FORMATTED_TAG,Value=$(date --utc +%Y-%m-%dT%H:%M:%SZ)"
}

mount_volume() {
  local uuid
  uuid=$(blkid --probe --output value --match-tag UUID "$device")
  [ -n "$uuid" ] || fail "$device has no UUID"
  mkdir -p "$MOUNT_POINT"
  { awk -v path="$MOUNT_POINT" '$2 != path' "$fstab" && echo "UUID=$uuid $MOUNT_POINT xfs defaults,noatime,nofail 0 2"; } >"$fstab.new"
  mv "$fstab.new" "$fstab"
  mountpoint --quiet "$MOUNT_POINT" || mount "$MOUNT_POINT"
  # Extends the file system after the volume is enlarged.
  xfs_growfs "$MOUNT_POINT" >/dev/null
  mkdir -p "$MOUNT_POINT/data"
  chown "$owner" "$MOUNT_POINT/data"
}

retry 'installing the AWS CLI' install_aws_cli
retry 'reading the instance metadata' find_instance
retry "attaching $VOLUME_ID to $instance_id" attach_volume
retry "finding the device of $VOLUME_ID" find_device
format_once
retry "tagging $VOLUME_ID as formatted" tag_formatted
mount_volume
log "$VOLUME_ID ($device) is mounted on $MOUNT_POINT"
# --no-block prevents a deadlock: the agent starts after this unit.
systemctl start --no-block ecs.service

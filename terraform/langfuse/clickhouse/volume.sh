#!/usr/bin/env bash
# Attaches the volume that holds ClickHouse's data to this instance, formats it if it is new, mounts it, and only then
# lets the ECS agent start. clickhouse-volume.service runs it at every boot and again after a failure: every step may be repeated.
set -euo pipefail

: "${VOLUME_ID:?}" "${MOUNT_POINT:?}" "${FORMATTED_TAG:?}"
owner=${DATA_OWNER:-101:101} # user and group clickhouse of the official image
fstab=${FSTAB:-/etc/fstab}
wait_seconds=${WAIT_SECONDS:-900} # as long as an instance that is shut down may hold the volume
poll_seconds=${POLL_SECONDS:-5}

log() { echo "clickhouse-volume: $*"; }

fail() {
  log "ERROR: $*" >&2
  exit 1
}

# eventually WHAT COMMAND…: repeats the command until it succeeds or the time is over.
eventually() {
  local what=$1 deadline=$((SECONDS + wait_seconds))
  shift
  until "$@"; do
    ((SECONDS < deadline)) || fail "$what: not within $wait_seconds s"
    sleep "$poll_seconds"
  done
}

# The ECS-optimized image is built on the minimal Amazon Linux, which has no AWS CLI.
install_aws_cli() {
  command -v aws >/dev/null || dnf install --assumeyes --quiet awscli-2
}

find_instance() {
  local imds=http://169.254.169.254/latest token
  token=$(curl -fsS --max-time 5 -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 300' "$imds/api/token") &&
    instance_id=$(curl -fsS --max-time 5 -H "X-aws-ec2-metadata-token: $token" "$imds/meta-data/instance-id")
}

# State, holder, snapshot and tag of the volume, each `none` where it has none.
describe_volume() {
  local query answer
  query="Volumes[0].[State, Attachments[0].InstanceId || 'none', SnapshotId || 'none', Tags[?Key=='$FORMATTED_TAG'].Value | [0] || 'none']"
  answer=$(aws ec2 describe-volumes --volume-ids "$VOLUME_ID" --query "$query" --output text) || return 1
  read -r state holder snapshot formatted <<<"$answer"
}

# Succeeds once this instance holds the volume. It never takes it from another one: two writers would destroy the data.
attach_volume() {
  describe_volume || return 1
  [ "$holder" != "$instance_id" ] || return 0
  if [ "$state" = available ]; then
    log "attaching $VOLUME_ID to $instance_id"
    aws ec2 attach-volume --volume-id "$VOLUME_ID" --instance-id "$instance_id" --device /dev/sdf >/dev/null ||
      log "$VOLUME_ID could not be attached yet"
  else
    log "waiting: $VOLUME_ID is $state, held by $holder"
  fi
  return 1
}

# EBS shows the id of the volume, without its dash, as the serial number of the NVMe device.
find_device() {
  device=$(lsblk --nodeps --noheadings --paths --output NAME,SERIAL | awk -v serial="${VOLUME_ID/-/}" '$2 == serial { print $1 }')
  [ -n "$device" ]
}

# A file system is made once in the life of a volume: where none is found, no tag says that one was made,
# the volume does not come from a snapshot, and its first MiB is as empty as a new volume's.
format_once() {
  local type status=0
  type=$(blkid --probe --output value --match-tag TYPE "$device") || status=$?
  case "$status:$type" in
    0:xfs) return ;;
    2:) ;;
    *) fail "$VOLUME_ID ($device) holds '$type' (blkid: $status), not xfs; it is left as it is" ;;
  esac
  [ "$formatted" = none ] || fail "$VOLUME_ID was formatted at $formatted, but no file system is found on it; it is left as it is: restore it from a snapshot"
  [ "$snapshot" = none ] || fail "$VOLUME_ID comes from $snapshot, but no file system is found on it; it is left as it is"
  [ "$(head --bytes 1048576 "$device" | tr --delete '\0' | wc --bytes)" -eq 0 ] ||
    fail "$VOLUME_ID is not empty, but no file system is found on it; it is left as it is"
  log "formatting $VOLUME_ID, which is new"
  # Without -f, mkfs.xfs itself refuses to overwrite what it knows.
  mkfs.xfs -q "$device"
}

# Before anything is written: the tag is what keeps the volume from ever being formatted again.
remember_format() {
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
  # The volume may have been enlarged.
  xfs_growfs "$MOUNT_POINT" >/dev/null
  mkdir -p "$MOUNT_POINT/data"
  chown "$owner" "$MOUNT_POINT/data"
}

eventually 'AWS CLI installed' install_aws_cli
eventually 'answer of the instance metadata' find_instance
eventually "$VOLUME_ID attached to $instance_id" attach_volume
eventually "device of $VOLUME_ID present" find_device
format_once
eventually "$VOLUME_ID tagged as formatted" remember_format
mount_volume
log "$VOLUME_ID ($device) is mounted on $MOUNT_POINT"
# --no-block: the agent waits for cloud-init and this unit, so waiting for it here would never end.
systemctl start --no-block ecs.service

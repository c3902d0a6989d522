#!/bin/sh
# Makes a Debian 12 machine a kiosk, takes that back, or says how far it is. As often as you like.
#
#   install.sh            sets everything up; starts nothing and restarts nothing
#   install.sh --undo     gives the machine back as it was; data and settings stay
#   install.sh --check    one line a thing: `ok|warn|fail <what> <what to do>`; changes nothing, needs no right
#
# Exit: 0 good (for --check: nothing failed), 1 trouble, 2 not understood.
# What was there before under the same name lies beside it as *.before-pos-migran and comes back with --undo.
set -u
umask 022

root=${POS_MIGRAN_ROOT:-}
here=$(dirname "$(readlink -f "$0")")
system=$here/system
user=pos-migran
data=/var/lib/pos-migran
settings=/etc/pos-migran
done_list=$root/var/lib/pos-migran-update/masked
units='pos-migran-kiosk.service pos-migran-firewall.service'
# Consoles and doors that a kiosk must not have. ctrl-alt-del.target is what these three keys start.
to_mask='getty@.service serial-getty@.service autovt@.service console-getty.service ctrl-alt-del.target
  debug-shell.service emergency.service rescue.service sleep.target suspend.target hibernate.target hybrid-sleep.target'

files() {
  (cd "$system" && find . -type f | sed 's/^\.//' | sort)
}

is_running_system() {
  [ -z "$root" ] && [ -d /run/systemd/system ]
}

control() {
  systemctl ${root:+--root="$root"} "$@" >/dev/null 2>&1
}

# --- setting up ------------------------------------------------------------------------------------------------------------------

need_root() {
  [ "$(id -u)" = 0 ] && return 0
  echo "install.sh: run it as root" >&2
  exit 1
}

make_user() {
  [ -n "$root" ] && return 0
  getent group "$user" >/dev/null || groupadd --system "$user"
  getent passwd "$user" >/dev/null ||
    useradd --system --gid "$user" --home-dir "$data" --no-create-home --shell /usr/sbin/nologin "$user"
  for group in video input render audio lp dialout; do
    getent group "$group" >/dev/null && usermod -a -G "$group" "$user"
  done
  install -d -o "$user" -g "$user" -m 700 "$data"
}

put_file() {
  target=$root$1
  cmp -s "$system$1" "$target" && return 0
  # Only what was here before us is kept; a file of an older version of ours is just replaced.
  if [ -e "$target" ] && ! grep -qs "^$1\$" "$root/var/lib/pos-migran-update/files"; then
    cp -p "$target" "$target.before-pos-migran"
  fi
  folder=$(dirname "$target")
  if [ ! -d "$folder" ]; then
    mkdir -p "$folder"
    echo "$folder" >>"$root/var/lib/pos-migran-update/folders"
  fi
  install -m 644 "$system$1" "$target"
}

set_up() {
  need_root
  mkdir -p "$root/var/lib/pos-migran-update" "$root$settings"
  make_user || { echo "install.sh: the user $user could not be made" >&2; exit 1; }
  files | while read -r file; do put_file "$file" || exit 1; done || { echo "install.sh: a file could not be written" >&2; exit 1; }
  files >"$root/var/lib/pos-migran-update/files"
  [ -e "$root$settings/kiosk.conf" ] || install -m 644 "$here/kiosk.conf" "$root$settings/kiosk.conf"
  for unit in $to_mask; do
    if [ ! -e "$root/etc/systemd/system/$unit" ] && control mask "$unit"; then
      grep -qsx "$unit" "$done_list" || echo "$unit" >>"$done_list"
    fi
  done
  # shellcheck disable=SC2086 # a list of units
  control enable $units
  control enable systemd-timesyncd.service
  if is_running_system; then
    systemctl daemon-reload
    sysctl -q --system
    udevadm control --reload
    systemctl restart systemd-journald.service
    systemctl try-restart systemd-timesyncd.service
  fi
  echo "install.sh: set up. Restart the machine: it comes up as a kiosk."
}

# --- taking it back --------------------------------------------------------------------------------------------------------------

undo() {
  need_root
  # shellcheck disable=SC2086 # a list of units
  control disable $units
  if is_running_system; then
    # shellcheck disable=SC2086
    systemctl stop $units >/dev/null 2>&1
  fi
  if [ -f "$done_list" ]; then
    while read -r unit; do control unmask "$unit"; done <"$done_list"
    rm -f "$done_list"
  fi
  { cat "$root/var/lib/pos-migran-update/files" 2>/dev/null || files; } | while read -r file; do
    target=$root$file
    rm -f "$target"
    if [ -e "$target.before-pos-migran" ]; then mv "$target.before-pos-migran" "$target"; fi
  done
  # Folders that were made for ours, where nobody put anything else in.
  if [ -f "$root/var/lib/pos-migran-update/folders" ]; then
    while read -r folder; do rmdir "$folder" 2>/dev/null; done <"$root/var/lib/pos-migran-update/folders"
  fi
  rm -f "$root/var/lib/pos-migran-update/files" "$root/var/lib/pos-migran-update/folders"
  if is_running_system; then
    systemctl daemon-reload
    udevadm control --reload
  fi
  echo "install.sh: taken back. Data stays in $data, settings in $settings. Restart the machine."
}

# --- looking ---------------------------------------------------------------------------------------------------------------------

failed=0
say() {
  printf '%s %s %s\n' "$1" "$2" "$3"
  [ "$1" = fail ] && failed=1
  return 0
}

# what, command that is true when it is well, what to do
expect() {
  if sh -c "$2" >/dev/null 2>&1; then say ok "$1" -; else say "${4:-fail}" "$1" "$3"; fi
}

check() {
  again="run /opt/pos-migran/install.sh as root"
  changed=$(files | while read -r file; do cmp -s "$system$file" "$root$file" || printf '%s ' "$file"; done)
  if [ -z "$changed" ]; then say ok files -; else say fail files "not as delivered: $changed- $again"; fi
  expect user "getent passwd $user | grep -q ':$data:.*nologin\$'" "$again"
  expect data "[ \"\$(stat -c '%a %U' $root$data)\" = '700 $user' ]" "chown $user: $data; chmod 700 $data"
  # Writable by others means that others decide what runs.
  expect program "! find $root/opt/pos-migran -not -type l \\( -not -user root -o -perm /022 \\) | grep -q ." \
    "chown -R root: /opt/pos-migran; chmod -R go-w /opt/pos-migran"
  expect version "[ -x $root/opt/pos-migran/current/pos-migran-kiosk ]" "install the package again"
  expect release-key "[ -s $root$settings/release-key.pem ]" "put the release key into $settings; without it no update is taken" warn
  open=''
  for unit in $to_mask; do
    [ "$(readlink "$root/etc/systemd/system/$unit")" = /dev/null ] || open="$open$unit "
  done
  if [ -z "$open" ]; then say ok consoles -; else say fail consoles "not closed: $open- $again"; fi
  off=''
  for unit in $units; do control is-enabled "$unit" || off="$off$unit "; done
  if [ -z "$off" ]; then say ok units -; else say fail units "not enabled: $off- $again"; fi
  if [ -n "$root" ] || [ ! -d /run/systemd/system ]; then
    for one in sysrq namespaces firewall clock; do say warn "$one" "can be seen only on the running machine"; done
  else
    expect sysrq "[ \"\$(cat /proc/sys/kernel/sysrq)\" = 0 ]" "restart the machine"
    expect namespaces "unshare --user true" "sysctl kernel.unprivileged_userns_clone=1: Chromium's sandbox needs it"
    expect firewall "systemctl is-active -q pos-migran-firewall.service" "systemctl start pos-migran-firewall.service"
    expect clock "[ \"\$(timedatectl show -p NTPSynchronized --value)\" = yes ]" "let the network reach a time server" warn
  fi
  for one in Xorg xinit xauth xset openssl nft; do
    command -v "$one" >/dev/null 2>&1 || [ -x "/usr/sbin/$one" ] || missing="${missing:-}$one "
  done
  if [ -z "${missing:-}" ]; then say ok programs -; else say fail programs "missing: $missing- apt install them"; fi
  return "$failed"
}

case ${1:-} in
  '') set_up ;;
  --undo) undo ;;
  --check) check ;;
  *) echo "install.sh: install.sh [--undo|--check]" >&2; exit 2 ;;
esac

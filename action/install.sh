#!/usr/bin/env bash
# Puts the program where the other steps find it: a released build when there is one for this ref, else one made here,
# once for each state of the sources. Needs no token.
set -euo pipefail

say() { echo "policygate: $*" >&2; }

system_of() {
  case "${RUNNER_OS:-}-${RUNNER_ARCH:-}" in
    Linux-X64) echo linux-x64 ;;
    Linux-ARM64) echo linux-arm64 ;;
    macOS-ARM64) echo osx-arm64 ;;
    Windows-X64) echo win-x64 ;;
  esac
}

sums() { if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

fetch() { curl --fail --silent --location --retry 2 --max-time 300 --output "$2" "$1"; }

# A release belongs to this ref when the ref is its tag, or the commit that it was built from.
download() {
  local system version release archive work
  system="$(system_of)"
  version="$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' "$ACTION_PATH/Directory.Build.props")"
  [ -n "$system" ] && [ -n "${ACTION_REPOSITORY:-}" ] && [ -n "${ACTION_REF:-}" ] || return 1
  release="${GITHUB_SERVER_URL:?}/$ACTION_REPOSITORY/releases/download/v$version"
  archive="policygate-$version-$system.tar.gz"
  work="$(mktemp -d "${RUNNER_TEMP:?}/policygate-XXXXXX")"
  fetch "$release/SHA256SUMS" "$work/SHA256SUMS" || return 1
  if [ "$ACTION_REF" != "v$version" ]; then
    fetch "$release/COMMIT" "$work/COMMIT" || return 1
    [ "$(tr -d '[:space:]' <"$work/COMMIT")" = "$ACTION_REF" ] || return 1
  fi
  fetch "$release/$archive" "$work/$archive" || return 1
  if [ "$(cd "$work" && sums "$archive" | cut -d ' ' -f 1)" != "$(grep "  $archive\$" "$work/SHA256SUMS" | cut -d ' ' -f 1)" ]; then
    say "$release/$archive does not have the checksum of its release; it is not run. Report this to the maintainers."
    exit 2
  fi
  mkdir -p "$1"
  tar -xzf "$work/$archive" -C "$1" --strip-components=1
}

build() {
  if ! command -v dotnet >/dev/null; then
    say "there is no released build for this ref and system, and no .NET SDK to make one; add actions/setup-dotnet with version 10, or use a released version"
    exit 2
  fi
  # Compiling ahead takes longer than it saves in one job.
  say "building the program (once for this version)"
  dotnet publish "$ACTION_PATH/src/Cli" --configuration Release --use-current-runtime --self-contained false -p:PublishReadyToRun=false \
    --output "$1" --nologo --verbosity quiet >&2 || {
    say "the program could not be built; see the lines above"
    exit 2
  }
}

# Of the contents, since a downloaded action has no history.
state="$(cd "$ACTION_PATH" && find src policies schemas Directory.*.props global.json -type f -not -path '*/obj/*' -not -path '*/bin/*' |
  LC_ALL=C sort | while IFS= read -r file; do sums "$file"; done | sums | cut -c 1-16)"
place="${RUNNER_TOOL_CACHE:-${RUNNER_TEMP:?}}/policygate/$state"
if [ ! -f "$place/complete" ]; then
  rm -rf "$place"
  unfinished="$place.$$"
  download "$unfinished" || build "$unfinished"
  touch "$unfinished/complete"
  mkdir -p "$(dirname "$place")"
  mv "$unfinished" "$place" 2>/dev/null || rm -rf "$unfinished"
fi
program="$place/policygate"
if [ -f "$program.exe" ]; then program="$program.exe"; fi
echo "program=$program" >>"$GITHUB_OUTPUT"

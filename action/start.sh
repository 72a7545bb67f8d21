#!/usr/bin/env bash
# Tells GitHub that judging begins, and collects what policies want to know about the change. Holds the token, and runs
# no policy. Nothing here decides: what fails is said, and the gate goes on.
set -uo pipefail

cd "$WORKING_DIRECTORY" || exit 2
work="${RUNNER_TEMP:?}/policygate-run"
rm -rf "$work"
mkdir -p "$work"
echo "directory=$work" >>"$GITHUB_OUTPUT"
if [ -n "$REPORT" ]; then exit 0; fi

"$PROGRAM" publish --start --state "$work/state.json" --annotate "$ANNOTATE" --name "$NAME" || true
case "${GITHUB_EVENT_NAME:-}" in
  pull_request | pull_request_target | merge_group)
    teams=()
    while IFS= read -r team; do
      team="${team%$'\r'}"
      [ -z "$team" ] || teams+=(--team "$team")
    done <<<"$TEAMS"
    "$PROGRAM" facts --output "$work/facts.json" "${teams[@]+"${teams[@]}"}" || true
    ;;
esac

#!/usr/bin/env bash
# Tells GitHub. Holds the token, and runs no policy; what it reads of the report is checked as if a stranger had made it.
set -uo pipefail

options=(--annotate "$ANNOTATE" --name "$NAME")
if [ "$STATUS" = true ]; then options+=(--status); fi
if [ -n "$REPORT" ]; then
  report="$REPORT"
else
  report="$WORK/report.json"
  options+=(--state "$WORK/state.json")
fi

"$PROGRAM" publish "$report" "${options[@]}"
code=$?
if [ -n "$REPORT" ]; then
  echo "code=$code" >>"$GITHUB_OUTPUT"
fi
exit 0

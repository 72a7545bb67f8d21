#!/usr/bin/env bash
# Judges. No token is in its environment: policies may be anybody's.
# Inputs come by environment variables only, so that none of them is ever read by the shell as code.
set -uo pipefail

unset GITHUB_TOKEN GH_TOKEN ACTIONS_ID_TOKEN_REQUEST_TOKEN ACTIONS_ID_TOKEN_REQUEST_URL ACTIONS_RUNTIME_TOKEN

say() { echo "policygate: $*" >&2; }

end() {
  case $1 in
    0) gate=open ;;
    1) gate=closed ;;
    2) gate=usage ;;
    *) gate=inconclusive ;;
  esac
  echo "gate=$gate" >>"$GITHUB_OUTPUT"
  echo "code=$1" >>"$GITHUB_OUTPUT"
  exit 0
}

cd "$WORKING_DIRECTORY" || { say "there is no directory '$WORKING_DIRECTORY'; correct working-directory"; end 2; }

# The value of each line of an input, behind an option when one is named.
lines() {
  local line
  while IFS= read -r line; do
    line="${line%$'\r'}"
    if [ -z "$line" ]; then continue; fi
    if [ -n "${2:-}" ]; then arguments+=("$2" "$line"); else arguments+=("$line"); fi
  done <<<"$1"
}

is_zero() { [ -z "${1//0/}" ]; }

# A shallow clone lacks the base; one commit more is enough.
has_commit() {
  git cat-file -e "$1^{commit}" 2>/dev/null ||
    { git fetch --quiet --no-tags --depth=1 origin "$1" 2>/dev/null && git cat-file -e "$1^{commit}" 2>/dev/null; }
}

arguments=()
lines "$PATHS"
lines "$POLICIES" --policies
lines "$ENVIRONMENTS" --environment
[ -z "$PROFILE" ] || arguments+=(--profile "$PROFILE")
[ -z "$CONFIG" ] || arguments+=(--config "$CONFIG")

# What is not known of a change is written down as unknown. Without the file, policies on changes would have no subject.
case "${GITHUB_EVENT_NAME:-}" in
  pull_request | pull_request_target | merge_group)
    if [ ! -f "$WORK/facts.json" ]; then
      say "the facts about the change could not be collected; see the step before"
      end 3
    fi
    arguments+=(--facts "$WORK/facts.json")
    ;;
esac

case $POLICIES_FROM in
  base | head) ;;
  *) say "policies-from is base or head, not '$POLICIES_FROM'"; end 2 ;;
esac
if [ "${GITHUB_EVENT_NAME:-}" = pull_request_target ] && [ "$POLICIES_FROM" = head ]; then
  say "on pull_request_target the policies of the change are not run: the job holds secrets. Leave policies-from at base."
  end 2
fi

base=''
if ! is_zero "$BASE"; then
  if has_commit "$BASE"; then
    base="$BASE"
  else
    say "the base commit $BASE is not here, so nobody knows what the change brings, nor which policies were there before; give actions/checkout fetch-depth: 0"
    end 2
  fi
fi

from=()
if [ -n "$base" ] && [ "$POLICIES_FROM" = base ]; then from=(--policies-from "$base"); fi
compare=()
if [ -n "$base" ]; then
  if [ "$BASELINE" = true ]; then compare=(--baseline "$base"); else compare=(--compare "$base"); fi
fi
commit=()
if [ -n "$COMMIT" ]; then commit=(--commit "$COMMIT"); fi
sarif=()
if [ -n "$SARIF_FILE" ]; then sarif=(--output "sarif=$SARIF_FILE"); fi

report="$WORK/report.json"
"$PROGRAM" check "${arguments[@]}" "${from[@]+"${from[@]}"}" "${compare[@]+"${compare[@]}"}" "${sarif[@]+"${sarif[@]}"}" "${commit[@]+"${commit[@]}"}" \
  --fail-on "$FAIL_ON" --all-verdicts --output console --output "json=$report" 2> >(tee "$WORK/errors.txt" >&2)
code=$?
echo "report=$report" >>"$GITHUB_OUTPUT"
# The first of them is the summary's; no text of a stranger can begin a line of the report.
[ ! -f "$report" ] || echo "findings=$(sed -n 's/^    "findings": \([0-9]*\),$/\1/p' "$report" | head -n 1)" >>"$GITHUB_OUTPUT"

# What the policies of the change itself would say: to be read, never to decide.
if [ "${#from[@]}" -gt 0 ] && [ "${GITHUB_EVENT_NAME:-}" != pull_request_target ] &&
  ! git diff --quiet "$base" -- policies waivers policygate.yaml ':(glob)**/*.csx'; then
  preview="$WORK/preview.md"
  "$PROGRAM" check "${arguments[@]}" "${compare[@]+"${compare[@]}"}" --fail-on "$FAIL_ON" --output "markdown=$preview" || true
  if [ -f "$preview" ]; then
    { echo '<details><summary>With the policies of this change itself (informational)</summary>'; echo; cat "$preview"; echo; echo '</details>'; } >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
  fi
fi
end "$code"

#!/usr/bin/env bash
# Builds PolicyGate once per job, judges the repository, and fails the job when the gate is not open.
# Inputs come by environment variables only, so that none of them is ever read by the shell as code.
set -uo pipefail

program="${RUNNER_TEMP:?}/policygate"
if [ ! -f "$program/policygate.dll" ]; then
  dotnet publish "$ACTION_PATH/src/Cli" --configuration Release --use-current-runtime --self-contained false \
    --output "$program" --nologo --verbosity quiet || exit 2
fi

arguments=()
while IFS= read -r path; do
  [ -z "$path" ] || arguments+=("$path")
done <<<"$INPUT_PATHS"
while IFS= read -r directory; do
  [ -z "$directory" ] || arguments+=(--policies "$directory")
done <<<"$INPUT_POLICIES"
[ -z "$INPUT_PROFILE" ] || arguments+=(--profile "$INPUT_PROFILE")
[ -z "$INPUT_SARIF_FILE" ] || arguments+=(--output "sarif=$INPUT_SARIF_FILE")

summary="$RUNNER_TEMP/policygate-summary.md"
dotnet "$program/policygate.dll" check "${arguments[@]}" \
  --fail-on "$INPUT_FAIL_ON" --output github --output "markdown=$summary"
code=$?

[ ! -f "$summary" ] || cat "$summary" >>"${GITHUB_STEP_SUMMARY:-/dev/null}"
case $code in
  0) gate=open ;;
  1) gate=closed ;;
  2) gate=usage ;;
  *) gate=inconclusive ;;
esac
echo "gate=$gate" >>"${GITHUB_OUTPUT:-/dev/null}"
exit "$code"

#!/usr/bin/env bash
# The job's own conclusion is the gate: it needs no token, and works on forks.
set -uo pipefail

code="${CODE:-3}"
case $code in
  0) ;;
  1) echo "policygate: the gate is closed" >&2 ;;
  2) echo "policygate: the command or the configuration is wrong; see the step before" >&2 ;;
  *) echo "policygate: could not judge, so the gate stays closed; see the step before" >&2 ;;
esac
exit "$code"

#!/usr/bin/env bash
# Records the payments of a CSV file, using only bash and curl.
#   export TEACHERDEVPLAN_TOKEN=$(./run token --role budget-officer --office TH-43-P2)
#   ./record_payments.sh payments.csv [http://127.0.0.1:5080/graphql] [TH-43-P2] [2566]
# The file has the columns project, activity (their numbers in the plan), amount, paid_on and reference, without quotes. The
# script can be run again after it was stopped or the network failed: a payment is recorded once, however often it is sent. Exits
# with 1 if a payment was refused, and with 2 if the service could not be reached.
set -euo pipefail
file=$1 url=${2:-http://127.0.0.1:5080/graphql} office=${3:-TH-43-P2} year=${4:-2566}

# Encodes a text as JSON.
json() {
  local text=${1//\\/\\\\}
  text=${text//$'\t'/\\t}
  printf '"%s"' "${text//\"/\\\"}"
}

# Sends a request until a response tells the outcome, and prints that response.
send() {
  local wait answer
  for wait in 0.2 0.5 1 2 5 10 10 last; do
    answer=$(curl -sS --max-time 30 -H 'Content-Type: application/json' -H 'Accept-Language: th, en;q=0.5' \
      -H "Authorization: Bearer ${TEACHERDEVPLAN_TOKEN:-}" \
      --data-binary "$1" "$url") || answer=
    case $answer in
      '{"data":'*) echo "$answer"; return ;;
      '' | *TOO_MANY_REQUESTS* | *SERVICE_UNAVAILABLE* | *INTERNAL_ERROR* | *TIMEOUT* | *'<html'*) ;;
      *) echo "$answer"; return ;; # the service could not read the request; retrying does not help
    esac
    if [ "$wait" != last ]; then
      echo "  no response; retrying in $wait s" >&2
      sleep "$wait"
    fi
  done
  echo "The service could not be reached. Run this again; nothing is recorded twice." >&2
  exit 2
}

# The id of an activity by project number and activity number; empty if there is none.
activity_id() {
  local query='query ($office: String!, $year: Int!, $project: Int!) { developmentPlan(officeCode: $office, fiscalYear: $year) {
    projects(where: { number: { eq: $project } }) { nodes { activities { id number subActivities { id number } } } } } }'
  send "{\"query\": $(json "${query//$'\n'/ }"),
    \"variables\": {\"office\": $(json "$office"), \"year\": $year, \"project\": $1}}" |
    { grep -oE '"id":"[^"]*","number":"[^"]*"' || true; } | { grep -F "\"number\":\"$2\"" || true; } | head -n 1 | cut -d'"' -f4
}

pay='mutation ($input: RecordDisbursementInput!) { recordDisbursement(input: $input) {
  errors { ... on Error { message code } } disbursement { id activity { ownBudget { available } } } } }'
total=$(tail -n +2 "$file" | grep -c '[^[:space:]]') number=0 refused=0
while IFS=, read -r project activity amount paid_on reference || [ -n "${project:-}" ]; do
  reference=${reference%$'\r'}
  [ -n "${project//[[:space:]]/}" ] || continue
  number=$((number + 1))
  what="[$number/$total] $reference: $amount baht of activity $project/$activity"
  id=
  if [[ $project =~ ^[0-9]{1,6}$ ]]; then id=$(activity_id "$project" "$activity"); fi
  if [ -z "$id" ]; then
    echo "$what: REFUSED, the plan has no such activity"
    refused=$((refused + 1))
    continue
  fi
  # A payment always gets the same key, also in the next run, which makes retrying safe.
  key="record-payments|$office|$year|$project|$activity|$amount|$paid_on|$reference"
  answer=$(send "{\"query\": $(json "${pay//$'\n'/ }"), \"variables\": {\"input\": {\"activityId\": $(json "$id"),
    \"amount\": $(json "$amount"), \"paidOn\": $(json "$paid_on"), \"reference\": $(json "$reference"),
    \"idempotencyKey\": $(json "$key")}}}")
  case $answer in
    '{"data":'*'"errors":null'*)
      echo "$what: recorded, $(grep -oE '"available":[0-9.]+' <<<"$answer" | cut -d: -f2) baht left" ;;
    *)
      refused=$((refused + 1))
      echo "$what: REFUSED, $(grep -oE '"message":"([^"\\]|\\.)*"' <<<"$answer" | cut -d'"' -f4 | paste -sd';')" ;;
  esac
done < <(tail -n +2 "$file")
echo "$((number - refused)) of $number payments recorded, $refused refused."
[ "$refused" -eq 0 ] || exit 1

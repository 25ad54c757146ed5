#!/usr/bin/env python3
"""Records the payments of a CSV file, using only Python's standard library.

    export TEACHERDEVPLAN_TOKEN=$(./run token --role budget-officer --office TH-43-P2)
    ./record_payments.py [--url http://127.0.0.1:5080/graphql] [--office TH-43-P2] [--year 2566] [--dry-run] payments.csv

The token must have the role budget-officer for the office: from the issuer that your service trusts, or an access token.
The file has the columns project, activity (their numbers in the plan), amount, paid_on and reference. The script can be run
again after it was stopped or the network failed: a payment is recorded once, however often it is sent. Exits with 1 if a
payment was refused, and with 2 if the service could not be reached.
"""

import argparse
import csv
import json
import os
import sys
import time
import urllib.error
import urllib.request

FIND = """
query ($office: String!, $year: Int!) {
  developmentPlan(officeCode: $office, fiscalYear: $year) {
    projects(first: 500) { nodes { number activities {
      id number ownBudget { available }
      subActivities { id number ownBudget { available } } } } } } }
"""

PAY = """
mutation ($input: RecordDisbursementInput!) {
  recordDisbursement(input: $input) {
    disbursement { id activity { ownBudget { available } } }
    errors { ... on Error { message code } } } }
"""


class NotAnswered(Exception):
    """There was no response, or none that tells the outcome of the request."""


class Malformed(Exception):
    """The service could not read the request; retrying does not help."""


def send(url, query, variables, attempts=8):
    """Sends a request until a response tells the outcome. The caller decides whether retrying is safe."""
    request = urllib.request.Request(
        url,
        data=json.dumps({"query": query, "variables": variables}).encode(),
        headers={
            "Content-Type": "application/json",
            "Accept-Language": "th, en;q=0.5",
            "Authorization": f"Bearer {os.environ.get('TEACHERDEVPLAN_TOKEN', '')}",
        },
    )
    wait = 0.2
    for attempt in range(attempts):
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                answer = json.load(response)
            if not answer.get("errors"):
                return answer["data"]
            problem = answer["errors"][0]["message"]
            if answer["errors"][0]["extensions"]["code"] not in ("SERVICE_UNAVAILABLE", "INTERNAL_ERROR", "TIMEOUT"):
                raise Malformed(problem)
        except urllib.error.HTTPError as error:
            problem = f"HTTP {error.code}: {error.read().decode(errors='replace')[:200]}"
            if error.code < 500 and error.code != 429:
                raise Malformed(problem)
        except (OSError, json.JSONDecodeError) as error:
            problem = str(error)
        if attempt + 1 < attempts:
            print(f"  no response ({problem}); retrying in {wait:.1f} s", file=sys.stderr)
            time.sleep(wait)
            wait = min(wait * 2, 10)
    raise NotAnswered(problem)


def find_activities(url, office, year):
    """The activities of an office's plan by project and activity number, with their ids and available amounts."""
    plan = send(url, FIND, {"office": office, "year": year})["developmentPlan"]
    if plan is None:
        raise SystemExit(f"There is no plan of {office} for fiscal year {year}.")
    found = {}
    for project in plan["projects"]["nodes"]:
        for activity in project["activities"]:
            for part in [activity, *activity["subActivities"]]:
                found[(str(project["number"]), part["number"])] = (part["id"], part["ownBudget"]["available"])
    return found


def key_of(office, year, row):
    """A payment always gets the same key, also in the next run, which makes retrying safe."""
    told = [office, str(year), row["project"], row["activity"], row["amount"], row["paid_on"], row["reference"]]
    return "|".join(["record-payments", *told])


def main():
    options = argparse.ArgumentParser(description="Records the payments of a CSV file.")
    options.add_argument("file")
    options.add_argument("--url", default="http://127.0.0.1:5080/graphql")
    options.add_argument("--office", default="TH-43-P2")
    options.add_argument("--year", type=int, default=2566)
    options.add_argument("--dry-run", action="store_true", help="tell what would happen and change nothing")
    chosen = options.parse_args()

    with open(chosen.file, newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    activities = find_activities(chosen.url, chosen.office, chosen.year)
    refused = 0
    for number, row in enumerate(rows, start=1):
        what = f"[{number}/{len(rows)}] {row['reference']}: {row['amount']} baht of activity {row['project']}/{row['activity']}"
        activity, _ = activities.get((row["project"], row["activity"]), (None, None))
        if activity is None:
            refused += 1
            print(f"{what}: REFUSED, the plan has no such activity")
            continue
        payment = {
            "activityId": activity,
            "amount": row["amount"],  # a text, so that no satang is lost on the way
            "paidOn": row["paid_on"],
            "reference": row["reference"],
            "idempotencyKey": key_of(chosen.office, chosen.year, row),
            "dryRun": chosen.dry_run,
        }
        try:
            payload = send(chosen.url, PAY, {"input": payment})["recordDisbursement"]
        except Malformed as problem:
            payload = {"errors": [{"message": str(problem)}]}
        if payload["errors"]:
            refused += 1
            print(f"{what}: REFUSED, " + "; ".join(error["message"] for error in payload["errors"]))
        else:
            left = payload["disbursement"]["activity"]["ownBudget"]["available"]
            print(f"{what}: {'would be recorded' if chosen.dry_run else 'recorded'}, {left:,.2f} baht left")
    print(f"{len(rows) - refused} of {len(rows)} payments {'would be ' if chosen.dry_run else ''}recorded, {refused} refused.")
    return 1 if refused else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Malformed as problem:
        print(f"The service does not accept the requests of this script: {problem}", file=sys.stderr)
        sys.exit(2)
    except NotAnswered as problem:
        print(f"The service could not be reached: {problem}. Run this again; nothing is recorded twice.", file=sys.stderr)
        sys.exit(2)

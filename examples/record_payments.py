#!/usr/bin/env python3
"""Records the payments of a CSV file, using only Python's standard library.

    export TEACHERDEVPLAN_TOKEN=$(./run token --role budget-officer --office TH-43-P2)
    ./record_payments.py [--url URL] [--office TH-43-P2] [--year 2566] [--dry-run] payments.csv

The address of the service is --url, or TEACHERDEVPLAN_URL in the environment. The token must have the role budget-officer
for the office: from the issuer that your service trusts, or an access token. The file has the columns project, activity
(their numbers in the plan), amount, paid_on and reference, in UTF-8 or Windows-874, separated by commas, semicolons or tabs.

Each payment has a key of its own, made from what the row means and not from how it is written. So the script can be run
again after it was stopped or the network failed, and with a file to which rows were added or which a spreadsheet saved in
another form: a payment is recorded once, however often it is sent. It sends many payments together (recordDisbursements),
each with its own key; if some are refused, none of them is recorded, and the others are sent again without them.

Exits with 1 if a payment was refused, and with 2 if the file cannot be used or the service could not be reached.
"""

import argparse
import csv
import datetime
import decimal
import hashlib
import io
import json
import os
import re
import sys
import time
import unicodedata
import urllib.error
import urllib.request

COLUMNS = ["project", "activity", "amount", "paid_on", "reference"]
AT_ONCE = 500  # payments in one request

FIND = """
query ($office: String!, $year: Int!) {
  developmentPlan(officeCode: $office, fiscalYear: $year) {
    projects(first: 500) { nodes { number activities {
      id number subActivities { id number } } } } } }
"""

PAY = """
mutation ($items: [RecordDisbursementsItemInput!]!, $dryRun: Boolean!) {
  recordDisbursements(input: { items: $items, dryRun: $dryRun }) {
    disbursements { activity { ownBudget { available } } } errors { ... on Error { message index } } } }
"""


class Unusable(Exception):
    """The file or the answer of the service cannot be used; retrying does not help."""


class NotAnswered(Exception):
    """There was no response, or none that tells the outcome of the request."""


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
        pause = wait
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                answer = json.load(response)
            if not answer.get("errors"):
                return answer["data"]
            problem = answer["errors"][0]["message"]
            if answer["errors"][0]["extensions"]["code"] not in ("SERVICE_UNAVAILABLE", "INTERNAL_ERROR", "TIMEOUT"):
                raise Unusable(f"The service does not accept the requests of this script: {problem}")
        except urllib.error.HTTPError as error:
            problem = f"HTTP {error.code}: {error.read().decode(errors='replace')[:200]}"
            if error.code < 500 and error.code != 429:
                raise Unusable(f"The service does not accept the requests of this script: {problem}")
            if (error.headers.get("Retry-After") or "").isdigit():
                pause = max(pause, int(error.headers["Retry-After"]))
        except (OSError, json.JSONDecodeError) as error:
            problem = str(error)
        if attempt + 1 < attempts:
            print(f"  no response ({problem}); retrying in {pause:.1f} s", file=sys.stderr)
            time.sleep(pause)
            wait = min(wait * 2, 10)
    raise NotAnswered(problem)


def read_text(path):
    """The text of a file in UTF-8 or, as older Thai spreadsheets write it, Windows-874."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        raise Unusable(f"{path} cannot be read: {error.strerror}.")
    for encoding in ("utf-8-sig", "cp874"):
        try:
            text = content.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise Unusable(f"{path} is not text in UTF-8 or Windows-874; save it as CSV in UTF-8.")
    if "\0" in text:
        raise Unusable(f"{path} is not text in UTF-8 or Windows-874; save it as CSV in UTF-8.")
    if encoding != "utf-8-sig":
        print(f"{path} was read as Windows-874.", file=sys.stderr)
    return text


def read_rows(path):
    """The rows of the file with their line numbers; blank rows are left out."""
    text = read_text(path)
    if not text.strip():
        raise Unusable(f"{path} is empty.")
    first = text.lstrip().splitlines()[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows, names = [], None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if names is None:
                names = [cell.strip().lower() for cell in cells]
                missing = [name for name in COLUMNS if name not in names]
                if missing:
                    raise Unusable(f"{path} lacks the column(s) {', '.join(missing)}; its first line is: {first[:200]}")
            else:
                row = dict(zip(names, (cell.strip() for cell in cells)))
                rows.append((reader.line_num, {name: row.get(name, "") for name in COLUMNS}))
    except csv.Error as error:
        raise Unusable(f"{path} is not CSV (line {reader.line_num}): {error}.")
    return rows


def meaning(row):
    """The row as values, with one form for each: whole numbers, an exact amount, a date and a text."""
    project = re.fullmatch(r"0*(\d{1,6})(?:\.0+)?", row["project"], re.ASCII)
    if not project:
        raise ValueError(f"project is '{row['project']}', not a number")
    # Commas may separate thousands, and nothing else: 1,250.00 and 12,500 but not 1250,00.
    if not re.fullmatch(r"\d+(\.\d*)?|\d{1,3}(,\d{3})+(\.\d*)?", row["amount"], re.ASCII):
        raise ValueError(f"amount is '{row['amount']}', not a number such as 1250.00")
    amount = decimal.Decimal(row["amount"].replace(",", ""))
    if amount >= 10**12:
        raise ValueError(f"amount is '{row['amount']}', which is too large")
    if amount != amount.quantize(decimal.Decimal("0.01")):
        raise ValueError(f"amount is '{row['amount']}'; it has at most two decimals (satang)")
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", row["paid_on"], re.ASCII):
        raise ValueError(f"paid_on is '{row['paid_on']}', not a date such as 2023-05-02")
    try:
        year = datetime.date.fromisoformat(row["paid_on"]).year
    except ValueError:
        raise ValueError(f"paid_on is '{row['paid_on']}', which is no date")
    if year > 2400:
        raise ValueError(f"paid_on is '{row['paid_on']}' in the Buddhist era; write {year - 543}{row['paid_on'][4:]}")
    return {
        "project": project[1],
        "activity": row["activity"],
        "amount": f"{amount:.2f}",
        "paid_on": row["paid_on"],
        "reference": unicodedata.normalize("NFC", row["reference"]),
    }


def find_activities(url, office, year):
    """The ids of the activities of an office's plan by project and activity number."""
    plan = send(url, FIND, {"office": office, "year": year})["developmentPlan"]
    if plan is None:
        raise Unusable(f"There is no plan of {office} for fiscal year {year}.")
    found = {}
    for project in plan["projects"]["nodes"]:
        for activity in project["activities"]:
            for part in [activity, *activity["subActivities"]]:
                found[(str(project["number"]), part["number"])] = part["id"]
    return found


def payment_of(row, activities, chosen):
    """The input of the mutation. A payment always gets the same key, also in the next run, which makes retrying safe."""
    activity = activities.get((row["project"], row["activity"]))
    if activity is None:
        raise ValueError("the plan has no such activity")
    key = "|".join(["record-payments", chosen.office, str(chosen.year), *(row[name] for name in COLUMNS)])
    return {
        "activityId": activity,
        "amount": row["amount"],  # a text, so that no satang is lost on the way
        "paidOn": row["paid_on"],
        "reference": row["reference"],
        # A key has 255 characters at most; a longer one is represented by its digest.
        "idempotencyKey": key if len(key) <= 255 else hashlib.sha256(key.encode()).hexdigest(),
    }


def pay(url, payments, dry_run):
    """Records payments together, without those that are refused. Returns the outcomes in order: the money left, or an error."""
    outcomes = {}
    while len(outcomes) < len(payments):
        sent = [i for i in range(len(payments)) if i not in outcomes]
        answer = send(url, PAY, {"items": [payments[i] for i in sent], "dryRun": dry_run})["recordDisbursements"]
        if not answer["errors"]:
            outcomes |= {i: made["activity"]["ownBudget"]["available"] for i, made in zip(sent, answer["disbursements"])}
            break
        refused = [error for error in answer["errors"] if error["index"] is not None]
        if not refused:
            raise Unusable(f"The service refuses the payments: {answer['errors'][0]['message']}")
        for error in refused:
            i = sent[error["index"]]
            message = error["message"].removeprefix(f"items[{error['index']}]").lstrip(".: ")
            outcomes[i] = f"{outcomes[i]}; {message}" if i in outcomes else message
    return [outcomes[i] for i in range(len(payments))]


def main():
    options = argparse.ArgumentParser(description="Records the payments of a CSV file.")
    options.add_argument("file")
    options.add_argument("--url", default=os.environ.get("TEACHERDEVPLAN_URL") or "http://127.0.0.1:5080/graphql")
    options.add_argument("--office", default="TH-43-P2")
    options.add_argument("--year", type=int, default=2566)
    options.add_argument("--dry-run", action="store_true", help="tell what would happen and change nothing")
    chosen = options.parse_args()

    rows = read_rows(chosen.file)
    activities = find_activities(chosen.url, chosen.office, chosen.year)
    what, payments, refusals = {}, {}, {}
    for number, (line, row) in enumerate(rows, start=1):
        what[number] = f"[{number}/{len(rows)}] {row['reference']}: {row['amount']} baht of activity {row['project']}/{row['activity']}"
        try:
            payments[number] = payment_of(meaning(row), activities, chosen)
        except ValueError as problem:
            refusals[number] = f"{problem} (line {line})"
    done = "would be recorded" if chosen.dry_run else "recorded"
    numbers = list(payments)
    refused = len(refusals)
    for number, problem in refusals.items():
        print(f"{what[number]}: REFUSED, {problem}")
    for start in range(0, len(numbers), AT_ONCE):
        part = numbers[start : start + AT_ONCE]
        for number, outcome in zip(part, pay(chosen.url, [payments[number] for number in part], chosen.dry_run)):
            if isinstance(outcome, str):
                refused += 1
                print(f"{what[number]}: REFUSED, {outcome}")
            else:
                print(f"{what[number]}: {done}, {outcome:,.2f} baht left")
    print(f"{len(rows) - refused} of {len(rows)} payments {done}, {refused} refused.")
    return 1 if refused else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Unusable as problem:
        print(problem, file=sys.stderr)
    except NotAnswered as problem:
        print(f"The service could not be reached: {problem}. Run this again; nothing is recorded twice.", file=sys.stderr)
    sys.exit(2)

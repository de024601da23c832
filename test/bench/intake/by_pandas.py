"""The work of staging as somebody who knows pandas would write it: typed, checked, without repeated lines, as Parquet."""

import json
import resource
import sys

import pandas as pd

file, target = sys.argv[1:]


def cpu():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


began = cpu()
read = pd.read_csv(file, dtype=str, keep_default_na=False, engine="c")
typed = pd.DataFrame(index=read.index)
good = pd.Series(True, index=read.index)

ranges = {"Year": (1990, 2100), "Period": (0, 16), "Line": (0, 999_999_999)}
for column, (low, high) in ranges.items():
    typed[column] = pd.to_numeric(read[column], errors="coerce")
    good &= typed[column].between(low, high)
typed["Posted"] = pd.to_datetime(read["Posted"], format="%Y-%m-%d", errors="coerce")
good &= typed["Posted"].notna()
good &= read["Type"].isin(["actual", "encumbrance", "budget_original", "budget_revised"])
for column in ["Journal", "Fund", "Function", "Object", "Program", "Project", "Job", "Site"]:
    good &= read[column].str.fullmatch(r"[\w.-]{1,120}") & ~read[column].str.fullmatch(r"\d(?:\.\d+)?E[+-]?\d+")
number = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{1,2})?"
good &= read["Amount"].str.fullmatch(rf"-?\$?{number}|\(\$?{number}\)")
bare = read["Amount"].str.replace(r"[$,()-]", "", regex=True)
minus = read["Amount"].str.contains(r"^[(-]", regex=True)
cents = (pd.to_numeric(bare, errors="coerce") * 100).round()
typed["Amount"] = cents.where(~minus, -cents)
for column in ["Journal", "Type", "Fund", "Function", "Object", "Program", "Project", "Job", "Site", "Memo", "Vendor"]:
    typed[column] = read[column]
typed["record"] = range(1, len(read) + 1)

kept = typed[good]
repeats = kept.duplicated(["Year", "Journal", "Line"])
kept = kept[~repeats]
kept.to_parquet(target, compression="lz4", index=False)

print(
    json.dumps(
        {
            "cpu": cpu() - began,
            "peakBytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024,
            "rows": len(read),
            "setAside": len(read) - len(kept),
        }
    )
)

"""Reads a report of mutation testing: prints the changes that no test noticed, and the score."""

import json
import sys

part, path, least = sys.argv[1], sys.argv[2], float(sys.argv[3])
with open(path, encoding="utf-8") as file:
    files = json.load(file)["files"]
counts: dict[str, int] = {}
for name, content in sorted(files.items()):
    for mutant in content["mutants"]:
        status = mutant["status"]
        counts[status] = counts.get(status, 0) + 1
        if status in ("Survived", "NoCoverage"):
            line = mutant["location"]["start"]["line"]
            print(f"{name}:{line}: {mutant['mutatorName']}: {' '.join(mutant.get('replacement', '').split())[:120]} ({status})")
noticed = counts.get("Killed", 0) + counts.get("Timeout", 0)
valid = noticed + counts.get("Survived", 0) + counts.get("NoCoverage", 0)
score = 100 * noticed / valid if valid else 0
print(f"{part}: {noticed} of {valid} noticed, {score:.1f} % (least {least:.0f} %)")
sys.exit(0 if score >= least else 1)

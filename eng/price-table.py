"""Refreshes src/Landfall.Config/Prices/price-table.json from AWS's price list.

"The AWS Price List Bulk API": a file for each service and region, without credentials (AWS Billing User Guide, "Getting
price list files manually"). An entry's `offer` says which product of it is meant: the service, the usage type without the
region's prefix, attributes, and by how much the list's unit is smaller. An entry without an offer is not in the list
(Spot, Savings Plans) and stays as it is, as does what a region's file lacks; both are said.

usage: python3 eng/price-table.py [--offers FOLDER] [--table FILE] [--regions REGION,REGION]

  --offers   reads FOLDER/<service>/<region>.json in place of AWS's own files
  --table    another table than that of the repository
  --regions  the regions to read; those of the table by default
"""

import argparse
import json
import re
import sys
import urllib.request
from decimal import Decimal
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parents[1] / "src/Landfall.Config/Prices/price-table.json"
LIST = "https://pricing.us-east-1.amazonaws.com/offers/v1.0/aws/{service}/current/{region}/index.json"

# What AWS sells by no region stands in the file of this one.
GLOBAL = "global"
HOME = "us-east-1"


def offer_file(service: str, region: str, folder: str | None) -> dict[str, Any] | None:
    """A service's price list of a region, or nothing where the folder has none."""
    at = HOME if region == GLOBAL else region
    if folder is None:
        with urllib.request.urlopen(LIST.format(service=service, region=at), timeout=120) as answer:
            return json.load(answer, parse_float=Decimal)
    path = Path(folder) / service / f"{at}.json"
    return json.loads(path.read_text(), parse_float=Decimal) if path.exists() else None


def is_meant(attributes: dict[str, str], product: dict[str, Any], offer: dict[str, Any]) -> bool:
    """Whether a product is the one that an entry means: usage types begin with the region's letters, as in EUW1-LCUUsage."""
    if not re.fullmatch(r"([A-Z]+[0-9]*-)?" + re.escape(offer["usageType"]), attributes.get("usagetype", "")):
        return False
    known = {**attributes, "productFamily": product.get("productFamily")}
    return all(known.get(name) == value for name, value in offer.get("attributes", {}).items())


def first_price(content: dict[str, Any], sku: str) -> Decimal | None:
    """The on-demand price of a product: of the first tier that is not free."""
    terms = content.get("terms", {}).get("OnDemand", {}).get(sku, {}).values()
    tiers = [tier for term in terms for tier in term["priceDimensions"].values()]
    for tier in sorted(tiers, key=lambda t: Decimal(t.get("beginRange", "0"))):
        amount = Decimal(tier["pricePerUnit"].get("USD", "0"))
        if amount > 0:
            return amount
    return None


def price(content: dict[str, Any], offer: dict[str, Any]) -> Decimal | None:
    """An entry's price in a list; nothing where no product, or more than one of different prices, is meant."""
    skus = [
        sku for sku, product in content.get("products", {}).items() if is_meant(product.get("attributes", {}), product, offer)
    ]
    found = {amount for sku in skus if (amount := first_price(content, sku)) is not None}
    return found.pop() * offer.get("scale", 1) if len(found) == 1 else None


def grouped(prices: dict[str, tuple[Decimal, str]]) -> list[dict[str, Any]]:
    """Regions of one price and certainty together, in the order in which the table has them."""
    groups: dict[tuple[Decimal, str], list[str]] = {}
    for region, found in prices.items():
        groups.setdefault(found, []).append(region)
    return [{"regions": regions, "price": amount, "certainty": certainty} for (amount, certainty), regions in groups.items()]


def number(amount: Decimal) -> str:
    """A price without an exponent and without zeros behind it."""
    text = format(amount, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def text(table: dict[str, Any]) -> str:
    """The file: a line for each entry, and for each price of it."""
    def group(entry: dict[str, Any]) -> str:
        return f'      {{ "regions": {json.dumps(entry["regions"])}, "price": {number(Decimal(entry["price"]))}, "certainty": "{entry["certainty"]}" }}'

    def thing(name: str, entry: dict[str, Any]) -> str:
        head = "".join(f'\n      {json.dumps(key)}: {json.dumps(value)},' for key, value in entry.items() if key != "prices")
        body = ",\n".join("  " + group(found) for found in entry["prices"])
        return f'    {json.dumps(name)}: {{{head}\n      "prices": [\n{body}\n      ]\n    }}'

    head = "".join(f"  {json.dumps(key)}: {json.dumps(value)},\n" for key, value in table.items() if key != "prices")
    body = ",\n".join(thing(name, entry) for name, entry in table["prices"].items())
    return f'{{\n{head}  "prices": {{\n{body}\n  }}\n}}\n'


def refresh(table: dict[str, Any], folder: str | None, regions: list[str]) -> list[str]:
    """Writes what the lists say into the table; gives a line for whatever they did not say."""
    lists: dict[tuple[str, str], dict[str, Any] | None] = {}
    dates, missing = [], []
    for name, entry in table["prices"].items():
        known = {r: (Decimal(g["price"]), g["certainty"]) for g in entry["prices"] for r in g["regions"]}
        if "offer" not in entry:
            missing.append(f"{name}: not in AWS's price list")
            continue
        for region in [GLOBAL] if GLOBAL in known else regions:
            key = (entry["offer"]["service"], region)
            if key not in lists:
                lists[key] = offer_file(*key, folder)
            content = lists[key]
            found = price(content, entry["offer"]) if content else None
            if found is None:
                missing.append(f"{name}: nothing found for {region}")
                continue
            known[region] = (found, "published")
            dates.append(content["publicationDate"][:10])
        entry["prices"] = grouped(known)
    if dates:
        table["read"] = max(dates)
    return missing


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--offers")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--regions")
    arguments = parser.parse_args()
    table = json.loads(arguments.table.read_text(), parse_float=Decimal)
    of_the_table = {r: None for entry in table["prices"].values() for g in entry["prices"] for r in g["regions"] if r != GLOBAL}
    regions = arguments.regions.split(",") if arguments.regions else list(of_the_table)
    missing = refresh(table, arguments.offers, regions)
    arguments.table.write_text(text(table))
    print("\n".join(missing))
    return 0


if __name__ == "__main__":
    sys.exit(main())

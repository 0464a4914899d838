"""Print what is known of a journal or a conference, or how the venues of a file are called."""

from __future__ import annotations

import os
import sys

from bibcheck.bibliography import Bibliography
from bibcheck.knowledge.publishers import publisher_of
from bibcheck.reports.visible import visible_line
from bibcheck.settings.find import SettingsFinder
from bibcheck.source import Source
from bibcheck.venues.forms import identity_of, read_venue_of
from bibcheck.venues.index import KnownVenue
from bibcheck.venues.recognise import Recognised, Venues, venues_with

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Any

USAGE = "bibcheck venue NAME|FILE [options]"

_FIELDS = ("journal", "journaltitle", "booktitle")
_DOIS = {"yes": "yes", "no": "none", "partly": "some of its works have one", "": "not known"}


def add_arguments(parser: ArgumentParser) -> None:
    """The arguments of `bibcheck venue`."""
    parser.add_argument(
        "name", metavar="NAME|FILE", help="a venue as somebody writes it, or a bibliography that exists"
    )
    formats = ("text", "json")
    parser.add_argument("--output-format", choices=formats, default="text", help="text if left out")


def run(arguments: Namespace) -> int:
    """Print it. Returns 0, or 1 for a venue that is unknown; raises OSError where the file cannot be read."""
    path = arguments.name if os.path.isfile(arguments.name) else ""
    folder = os.path.dirname(os.path.abspath(path)) if path else os.getcwd()
    own_venues = SettingsFinder().settings_for(folder).venues
    if path:
        groups = _group(Bibliography(Source.from_file(path), own_venues=own_venues))
        _write(groups, _table(groups), arguments.output_format)
        return 0
    found = _look_up(venues_with(own_venues), arguments.name)
    record = _record(found) if found else {"name": arguments.name, "known": False}
    text = _describe(record) if found else f"{arguments.name}: not known"
    _write(record, text, arguments.output_format)
    return 0 if found else 1


def _write(record: Any, text: str, output_format: str) -> None:
    if output_format == "json":
        import json

        text = json.dumps(record, indent=2)
    sys.stdout.write("".join(f"{visible_line(line)}\n" for line in text.split("\n")))


def _look_up(venues: Venues, name: str) -> Recognised | None:
    """The venue of a name that may stand in any field: a sure one first."""
    found = [venues.recognise(name, "booktitle"), venues.recognise(name, "journal")]
    return next((one for one in found if one and one.is_sure), None) or found[0] or found[1]


def _record(found: Recognised) -> dict[str, Any]:
    venue = found.venue
    return {
        "known": True,
        "sure": found.is_sure,
        "form": found.form,
        "id": venue.id,
        "kind": venue.kind,
        "name": venue.name,
        "abbreviation": venue.abbreviation,
        "acronym": venue.acronym,
        "forms": list(venue.forms),
        "former": dict(venue.former_names),
        "publishers": list(venue.publishers),
        "issn": list(venue.issn),
        "dois": venue.registers_dois,
        "doi_years": venue.doi_years,
        "doi_prefixes": list(venue.doi_prefixes or _prefixes_of_publisher(venue)),
        "first_year": venue.first_year,
        "edition": found.parts.ordinal,
        "years_of_edition": list(venue.years_of_edition(found.parts.ordinal)) if found.parts.ordinal else [],
        "edition_of_year": venue.edition_in(found.parts.year) if found.parts.year else None,
        "volumes": [_describe_volumes(venue, number) for number in range(len(venue.volumes))],
    }


def _prefixes_of_publisher(venue: KnownVenue) -> tuple[str, ...]:
    house = publisher_of(venue.publishers[0]) if venue.kind == "journal" and venue.publishers else None
    return house.doi_prefixes if house else ()


def _describe_volumes(venue: KnownVenue, number: int) -> str:
    volumes = venue.volumes[number]
    return f"year - {volumes.offset} ({volumes.first_year}-{volumes.last_year or ''})"


def _describe(record: dict[str, Any]) -> str:
    """A line for each thing that is known."""
    dois = _DOIS[record["dois"]]
    if record["doi_years"] and record["dois"] != "":
        dois = f"in some years: {record['doi_years'].replace(',', ', ')}"
    prefixes = f" ({', '.join(record['doi_prefixes'])})" if record["doi_prefixes"] and record["dois"] != "no" else ""
    lines = [
        ("kind", record["kind"]),
        ("abbreviation", record["abbreviation"]),
        ("acronym", record["acronym"]),
        ("other forms", "; ".join(record["forms"])),
        ("former names", "; ".join(f"{name} (until {year})" for name, year in record["former"].items())),
        ("publisher", "; ".join(_short(name) for name in record["publishers"])),
        ("ISSN", ", ".join(record["issn"])),
        ("DOIs", dois + prefixes),
        ("first year", record["first_year"]),
        ("edition", record["edition"] and _describe_edition(record)),
        ("edition", record["edition_of_year"]),
        ("volume", "; ".join(record["volumes"])),
    ]
    head = record["name"] if record["sure"] else f"{record['name']} (perhaps: the name may be that of another venue)"
    return "\n".join([head, *(f"  {label:12}  {value}" for label, value in lines if value)])


def _describe_edition(record: dict[str, Any]) -> str:
    years = " or ".join(map(str, record["years_of_edition"]))
    return f"{record['edition']}, in {years}" if years else f"{record['edition']}"


def _short(name: str) -> str:
    publisher = publisher_of(name)
    return publisher.name if publisher else name


def _group(bib: Bibliography) -> list[dict[str, Any]]:
    """The venues of a file, those with most forms first, each with its forms and how many entries have them."""
    names: dict[str, str] = {}
    counts: dict[str, dict[str, int]] = {}
    for field in bib.fields(*_FIELDS):
        if not field.is_known or not field.value.strip():
            continue
        venue, text = read_venue_of(field)
        found = bib.venues.recognise_field(field)
        sure = found.venue if found and found.is_sure else None
        identity = sure.id if sure else identity_of(venue) or text
        names[identity] = sure.name if sure else ""
        forms = counts.setdefault(identity, {})
        form = " ".join(field.text.split())
        forms[form] = forms.get(form, 0) + 1
    groups = [
        {"id": identity if names[identity] else "", "name": names[identity], "forms": _most_first(forms)}
        for identity, forms in counts.items()
    ]
    return sorted(groups, key=lambda group: -len(group["forms"]))


def _most_first(forms: dict[str, int]) -> dict[str, int]:
    return dict(sorted(forms.items(), key=lambda item: -item[1]))


def _table(groups: list[dict[str, Any]]) -> str:
    """A paragraph for each venue: its name where it is known, and each form after its count."""
    paragraphs = []
    for group in groups:
        head = [group["name"]] if group["name"] else []
        paragraphs.append("\n".join([*head, *(f"{count:6}  {form}" for form, count in group["forms"].items())]))
    return "\n\n".join(paragraphs)

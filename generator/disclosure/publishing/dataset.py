"""`dataset.jsonld`: the open data in the words of data portals (DCAT 3, as DCAT-AP uses them)."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from disclosure.domain import urls
from disclosure.domain.school import School
from disclosure.domain.vocabulary import Audience
from disclosure.publishing.output import OutputFile, ready
from disclosure.publishing.structured_data import DATASET_ABOUT, school_id
from disclosure.rendering.site import Site

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/", "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#", "xsd": "http://www.w3.org/2001/XMLSchema#",
}  # fmt: skip
_WORDS = "http://publications.europa.eu/resource/authority"
"""The lists of words that DCAT-AP asks for; the other portals know them too."""
_MEDIA = "https://www.iana.org/assignments/media-types"


def dataset(site: Site) -> OutputFile:
    """`dataset.jsonld`: one dataset in two files. It is dated by what the records tell, not by the day of the build."""
    school = site.edition.school
    first = min((entry.published for entry in site.entries.values()), default=None)
    told = {
        "@context": _CONTEXT, "@id": f"{school.site_url}{urls.DATASET}#records", "@type": "dcat:Dataset",
        "dct:title": _chinese(f"{school.name}校务公开记录"), "dct:description": _chinese(DATASET_ABOUT),
        "dct:identifier": f"{school.site_url}{urls.DATASET}#records",
        "dct:publisher": {"@id": school_id(school), "@type": "foaf:Organization", "foaf:name": _chinese(school.name)},
        "dcat:contactPoint": _contact(school), "dcat:keyword": _chinese("校务公开"),
        "dcat:theme": {"@id": f"{_WORDS}/data-theme/EDUC"}, "dct:language": {"@id": f"{_WORDS}/language/ZHO"},
        "dct:accessRights": {"@id": f"{_WORDS}/access-right/{_access(site)}"},
        "dct:accrualPeriodicity": {"@id": f"{_WORDS}/frequency/IRREG"},
        "dct:modified": _day(max(site.last_changes.values(), default=None)),
        "dct:temporal": first and {"@type": "dct:PeriodOfTime", "dcat:startDate": _day(first)},
        "dct:license": _license(school), "dcat:landingPage": {"@id": f"{school.site_url}{urls.GUIDE}"},
        "dct:conformsTo": _standard(school, urls.RECORDS_SCHEMA),
        "dcat:distribution": [
            _file(school, urls.RECORDS_JSON, kind="application/json", form="JSON", described=urls.RECORDS_SCHEMA),
            _file(school, urls.RECORDS_CSV, kind="text/csv", form="CSV", described=urls.RECORDS_CSV_METADATA),
        ],
    }  # fmt: skip
    return ready(urls.DATASET, f"{json.dumps(_given(told), ensure_ascii=False, indent=1)}\n".encode())


def _file(school: School, name: str, *, kind: str, form: str, described: str) -> dict[str, Any]:
    return _given({
        "@id": f"{school.site_url}{urls.DATASET}#{form.lower()}", "@type": "dcat:Distribution", "dct:title": name,
        "dcat:accessURL": {"@id": school.site_url + name}, "dcat:downloadURL": {"@id": school.site_url + name},
        "dcat:mediaType": {"@id": f"{_MEDIA}/{kind}"}, "dct:format": {"@id": f"{_WORDS}/file-type/{form}"},
        "dct:license": _license(school), "dct:conformsTo": _standard(school, described),
    })  # fmt: skip


def _contact(school: School) -> dict[str, Any] | None:
    """Whom to ask: who answers requests, else the office; None where the school names nobody."""
    guide = school.guide
    phone = next(iter(re.findall(r"[+0-9][0-9-]{4,}", guide.phone)), "") or next(iter(school.phones.office), "")
    mailbox = next((one for one in (guide.mailbox, school.mailbox) if "@" in one), "")
    if not (phone or mailbox):
        return None
    return _given({
        "@type": "vcard:Organization", "vcard:fn": _chinese(guide.office or school.name),
        "vcard:hasTelephone": {"@id": f"tel:{phone}"} if phone else None,
        "vcard:hasEmail": {"@id": f"mailto:{mailbox}"} if mailbox else None,
    })  # fmt: skip


def _license(school: School) -> dict[str, Any] | None:
    """An address stands for itself; a name is told as one."""
    written = school.data_license
    if written.startswith(("http://", "https://")):
        return {"@id": written, "@type": "dct:LicenseDocument"}
    return {"@type": "dct:LicenseDocument", "dct:title": _chinese(written)} if written else None


def _access(site: Site) -> str:
    return "PUBLIC" if site.edition.school.editions[site.edition.name] <= {Audience.PUBLIC} else "RESTRICTED"


def _standard(school: School, name: str) -> dict[str, str]:
    return {"@id": school.site_url + name, "@type": "dct:Standard"}


def _chinese(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "zh"}


def _day(day: Any) -> dict[str, str] | None:
    return {"@value": day.isoformat(), "@type": "xsd:date"} if day else None


def _given(told: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in told.items() if value}

"""QR codes for the wall: the site's and one for each interest, as pictures that can be printed at any size.

They lead to the place on 订阅 that tells how to subscribe, not to the feed itself: most people scan with an app that cannot
subscribe, and what it would show of a feed depends on the app.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from io import BytesIO

from disclosure.caching.stamps import digest_of
from disclosure.domain import urls
from disclosure.domain.feed_scope import FeedScope
from disclosure.domain.school import School
from disclosure.publishing.output import OutputFile

_QUIET = 4
"""Modules of white around a code that the standard asks for (ISO/IEC 18004)."""


def subscription_codes(scopes: Iterable[FeedScope], school: School, *, basis: str = "") -> Iterator[OutputFile]:
    """A picture for the site and for each interest."""
    for scope in scopes:
        if not scope.column:
            address = school.site_url + urls.subscription_url(scope.interest)
            path = urls.subscription_code_url(scope.interest)
            yield OutputFile(path=path, key=digest_of(basis, address), make=partial(_picture, address))


def _picture(address: str) -> bytes:
    import segno  # a build that makes no code does without

    stream = BytesIO()
    code = segno.make(address, error="m", micro=False)
    code.save(stream, kind="svg", border=_QUIET, light="#fff", omitsize=True, title=f"二维码：{address}", xmldecl=False)
    return stream.getvalue()

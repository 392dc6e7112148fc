"""Editorial checks over the joined timeline, in a fixed order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from builder.dates import Day
from builder.model.timeline import Timeline
from builder.problems import Problem
from builder.stages.check import articles, drafts, events, site

Check = Callable[[Timeline], Iterator[Problem]]

CHECKS: Final[tuple[Check, ...]] = (
    site.no_events,
    site.no_url,
    site.photos_exist,
    site.links_inside,
    events.no_source,
    events.single_source,
    events.older_sources,
    events.first_of_month,
    events.season_or_years,
    events.dates_beyond_feeds,
    events.own_photos,
    events.perhaps_same_photo,
    drafts.cites_draft,
    articles.text_changed,
    articles.uncited,
    articles.untitled,
    articles.unpublished,
    articles.weekdays,
    articles.bare_home_page,
    articles.without_capture,
    articles.without_holder,
    articles.duplicate_titles,
    articles.duplicate_addresses,
    articles.duplicate_texts,
    articles.photos,
)


def check(timeline: Timeline, today: Day, remotes: site.Remotes = ()) -> tuple[Problem, ...]:
    """Run every check; none stops another. Embargoes that have ended by `today` count as none.

    `remotes` are those of the repository that holds the content.
    """
    found = (problem for each in CHECKS for problem in each(timeline))
    return (
        *found,
        *drafts.related_draft(timeline, today),
        *drafts.links_to_drafts(timeline, today),
        *events.far_future(timeline, today),
        *site.public_content(timeline, remotes),
    )

"""Begin a project or a note: the contents of new files, and writing that never overwrites."""

from builder.scaffold.example import project_files
from builder.scaffold.existing import article_ids, event_ids, page_names, strangers
from builder.scaffold.names import id_from, is_id
from builder.scaffold.notes import new_article, new_event, new_page
from builder.scaffold.schemas import KINDS, schema_text
from builder.scaffold.writing import NewFile, write_new

__all__ = [
    "KINDS",
    "NewFile",
    "article_ids",
    "event_ids",
    "id_from",
    "is_id",
    "new_article",
    "new_event",
    "new_page",
    "page_names",
    "project_files",
    "schema_text",
    "strangers",
    "write_new",
]

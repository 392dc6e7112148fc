"""Writing the site: whole files, nothing foreign touched, whatever happens in the middle."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import pytest
from conftest import uncounted, write_tree

from builder.model.pages import OutputFile
from builder.stages.write import MANIFEST, STAGING, OutputRefused, Written, write

_ROOT: Final = Path(__file__).resolve().parent.parent
SITE: Final[Mapping[str, bytes]] = {
    "index.html": b"<p>all",
    "events/a.html": b"<p>a",
    "events/b.html": b"<p>b",
    "tags/storms/2031.html": b"<p>storms",
}


def put(
    folder: Path, files: Mapping[str, bytes], *, adopts: bool = False, rewrites: bool = False
) -> Written:
    planned = [OutputFile(path, data) for path, data in files.items()]
    return write(folder, planned, adopts=adopts, rewrites=rewrites, advance=uncounted)


def held(folder: Path) -> dict[str, bytes]:
    """Give every file of a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != MANIFEST
    }


def manifest(folder: Path) -> Any:
    return json.loads((folder / MANIFEST).read_bytes())


def times(folder: Path) -> dict[str, tuple[int, int]]:
    """Give the inode and the time of the last change of every file."""
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
    }


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """Give a folder into which a first site was written."""
    put(tmp_path / "site", SITE)
    return tmp_path / "site"


# -------------------------------------------------------------------------------- what is written


def test_a_site_is_written_with_a_manifest_of_it(tmp_path: Path) -> None:
    assert put(tmp_path / "deep/site", SITE) == Written(files=4, changed=4, removed=0)
    assert held(tmp_path / "deep/site") == SITE
    found = manifest(tmp_path / "deep/site")
    assert found["complete"] is True
    assert list(found["files"]) == sorted(SITE)
    assert found["files"]["index.html"]["size"] == 6


def test_writing_twice_changes_nothing(site: Path) -> None:
    before = times(site)
    assert put(site, SITE) == Written(files=4, changed=0, removed=0)
    assert times(site) == before


def test_only_what_differs_is_touched(site: Path) -> None:
    before = times(site)
    assert put(site, {**SITE, "events/a.html": b"<p>new"}) == Written(4, 1, 0)
    changed = {Path(path).name for path, found in times(site).items() if before[path] != found}
    # A folder changes with the files in it.
    assert changed == {"a.html", MANIFEST, "events"}


def test_everything_is_written_anew_when_that_is_asked(site: Path) -> None:
    before = times(site)
    assert put(site, SITE, rewrites=True) == Written(4, 4, 0)
    assert held(site) == SITE
    after = times(site)
    assert all(before[str(site / path)] != after[str(site / path)] for path in SITE)


def test_what_is_no_longer_planned_is_removed_with_its_empty_folders(site: Path) -> None:
    assert put(site, {"index.html": b"<p>all"}) == Written(1, 0, 3)
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html"]


def test_folders_inside_one_another_are_removed_together(site: Path) -> None:
    put(site, {**SITE, "tags/storms.html": b"", "tags/index.html": b"", "tags/a/b/c/d.html": b""})
    assert put(site, {"index.html": b"<p>all"}).removed == 6
    assert sorted(path.name for path in site.iterdir()) == [MANIFEST, "index.html"]
    assert manifest(site)["complete"] is True


def test_a_file_that_someone_changed_or_removed_is_brought_back(site: Path) -> None:
    (site / "index.html").write_bytes(b"<p>xxx")
    (site / "events/a.html").unlink()
    assert put(site, SITE).changed == 2
    assert held(site) == SITE


def test_the_manifest_says_nothing_of_time_or_machine(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    put(one, SITE)
    put(other, {path: SITE[path] for path in sorted(SITE, reverse=True)})
    assert (one / MANIFEST).read_bytes() == (other / MANIFEST).read_bytes()


def test_the_staging_folder_is_gone_afterwards_and_emptied_before(site: Path) -> None:
    write_tree(site, {f"{STAGING}/0": "left by a killed build", f"{STAGING}/deep/1": "x"})
    put(site, {**SITE, "new.html": b"new"})
    assert not (site / STAGING).exists()
    assert held(site) == {**SITE, "new.html": b"new"}


def test_what_a_killed_build_staged_is_gone_even_when_nothing_else_changes(site: Path) -> None:
    """It may be a draft."""
    write_tree(site, {f"{STAGING}/0": "a draft"})
    put(site, SITE)
    assert held(site) == SITE


def test_a_file_may_become_a_folder_and_a_folder_a_file(tmp_path: Path) -> None:
    """As when `content/static/data` is split into `content/static/data/table.csv`."""
    put(tmp_path, {"data": b"1", "maps/a/b.json": b"2"})
    put(tmp_path, {"data/table.csv": b"1", "maps": b"2"})
    assert held(tmp_path) == {"data/table.csv": b"1", "maps": b"2"}
    put(tmp_path, {"data": b"1", "maps/a/b.json": b"2"})
    assert held(tmp_path) == {"data": b"1", "maps/a/b.json": b"2"}


def test_names_in_every_script_are_written(tmp_path: Path) -> None:
    files = {f"tags/{name}.html": name.encode() for name in ("größe", "東京", "ميناء", "🚢", "a b")}
    put(tmp_path, files)
    assert held(tmp_path) == files
    assert put(tmp_path, files).changed == 0


# ------------------------------------------------------------------------------ what is not ours


def test_foreign_files_are_never_touched(site: Path) -> None:
    foreign = {"CNAME": b"example.org", "events/mine.txt": b"mine", ".well-known/a": b"x"}
    write_tree(site, foreign)
    before = {path: times(site)[str(site / path)] for path in foreign}
    put(site, {"index.html": b"<p>new"})
    assert held(site) == {"index.html": b"<p>new", **foreign}
    assert {path: times(site)[str(site / path)] for path in foreign} == before


def test_a_foreign_file_where_a_page_goes_is_refused_and_nothing_written(site: Path) -> None:
    write_tree(site, {"about.html": "mine"})
    before = times(site)
    with pytest.raises(OutputRefused, match=r"'about.html' in the output folder was not written"):
        put(site, {**SITE, "about.html": b"ours", "zoo.html": b"new"})
    assert times(site) == before
    assert put(site, {**SITE, "about.html": b"ours"}, adopts=True).changed == 1
    assert held(site)["about.html"] == b"ours"


def test_a_foreign_file_that_is_the_same_is_let_be(site: Path) -> None:
    write_tree(site, {"about.html": "same"})
    before = times(site)[str(site / "about.html")]
    put(site, {**SITE, "about.html": b"same"})
    assert times(site)[str(site / "about.html")] == before


def test_a_folder_of_somebody_else_is_not_taken_over_unasked(tmp_path: Path) -> None:
    write_tree(tmp_path, {f"{name}.txt": "x" for name in "abcdefg"})
    with pytest.raises(OutputRefused) as refused:
        put(tmp_path, SITE)
    assert "('a.txt', 'b.txt', 'c.txt', 'd.txt', 'e.txt' and 2 more)" in str(refused.value)
    assert "--adopt" in str(refused.value)
    assert len(held(tmp_path)) == 7
    put(tmp_path, SITE, adopts=True)
    assert len(held(tmp_path)) == 11


def test_a_gitignore_is_no_reason_to_ask(tmp_path: Path) -> None:
    write_tree(tmp_path, {".gitignore": "*\n", f"{STAGING}/0": "left"})
    put(tmp_path, SITE)
    assert held(tmp_path) == {**SITE, ".gitignore": b"*\n"}


def test_empty_folders_are_no_reason_to_ask(tmp_path: Path) -> None:
    """A first build killed before its first file leaves only these."""
    (tmp_path / "events").mkdir()
    (tmp_path / "tags/storms").mkdir(parents=True)
    put(tmp_path, SITE)
    assert held(tmp_path) == SITE


@pytest.mark.parametrize(
    "text", ["", "{", "null", "[]", '{"files": []}', '{"complete": true}', '"\\ud800"', "\x00"]
)
def test_a_damaged_manifest_is_none(site: Path, text: str) -> None:
    (site / MANIFEST).write_text(text)
    with pytest.raises(OutputRefused):
        put(site, SITE)
    put(site, SITE, adopts=True)
    assert manifest(site)["complete"] is True
    assert held(site) == SITE


def test_a_folder_where_a_page_goes_is_refused(site: Path) -> None:
    write_tree(site, {"about.html/mine.txt": "mine"})
    with pytest.raises(OutputRefused, match=r"'about.html' in the output folder is a folder"):
        put(site, {**SITE, "about.html": b"ours"})
    assert held(site) == {**SITE, "about.html/mine.txt": b"mine"}


def test_a_foreign_file_where_a_folder_goes_is_refused(site: Path) -> None:
    write_tree(site, {"data": "mine"})
    with pytest.raises((OutputRefused, OSError)):
        put(site, {**SITE, "data/table.csv": b"ours"})
    assert held(site) == {**SITE, "data": b"mine"}
    assert manifest(site)["complete"] is True


# ---------------------------------------------------------------------------------- hostile folders


@pytest.mark.parametrize("adopts", [False, True])
def test_links_in_the_output_are_not_written_through(tmp_path: Path, adopts: bool) -> None:  # noqa: FBT001
    outside = write_tree(tmp_path / "outside", {"a.html": "outside", "page.html": "outside"})
    site = tmp_path / "site"
    put(site, {"index.html": b"x"})
    (site / "events").symlink_to(outside)
    (site / "page.html").symlink_to(outside / "page.html")
    with pytest.raises(OutputRefused):
        put(site, {"index.html": b"x", "events/a.html": b"ours"}, adopts=adopts)
    if adopts:
        # The link itself is replaced, never what it leads to.
        put(site, {"index.html": b"x", "page.html": b"ours"}, adopts=True)
        assert not (site / "page.html").is_symlink()
    assert held(outside) == {"a.html": b"outside", "page.html": b"outside"}


def test_a_page_of_ours_replaced_by_a_link_is_made_a_page_again(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").write_bytes(SITE["index.html"])
    (site / "index.html").unlink()
    (site / "index.html").symlink_to(tmp_path / "elsewhere")
    assert put(site, SITE).changed == 1
    assert not (site / "index.html").is_symlink()
    assert (tmp_path / "elsewhere").read_bytes() == SITE["index.html"]


def test_nothing_is_removed_through_a_link(site: Path, tmp_path: Path) -> None:
    """A folder of ours that became a link is somebody else's folder."""
    outside = write_tree(tmp_path / "outside", {"a.html": "outside", "b.html": "outside"})
    for name in ("a.html", "b.html"):
        (site / "events" / name).unlink()
    (site / "events").rmdir()
    (site / "events").symlink_to(outside)
    put(site, {"index.html": b"<p>all"})
    assert held(outside) == {"a.html": b"outside", "b.html": b"outside"}


def test_a_staging_folder_that_is_a_link_is_not_emptied(site: Path, tmp_path: Path) -> None:
    outside = write_tree(tmp_path / "outside", {"0": "outside", "a/b": "outside"})
    (site / STAGING).symlink_to(outside)
    try:
        put(site, {**SITE, "new.html": b"new"})
    except OSError:
        assert held(site) == SITE
    assert held(outside) == {"0": b"outside", "a/b": b"outside"}


_LIES: Final = (
    "../outside/a.txt",
    "/{folder}/outside/a.txt",
    "events/../../outside/a.txt",
    "..",
    "../",
    "",
    ".",
    "/",
    "events/..",
    "../site/../outside/a.txt",
)


@pytest.mark.parametrize("lie", _LIES)
def test_a_manifest_that_lies_removes_nothing_outside(site: Path, tmp_path: Path, lie: str) -> None:
    outside = write_tree(tmp_path / "outside", {"a.txt": "outside"})
    found = manifest(site)
    found["files"][lie.format(folder=str(tmp_path)[1:])] = {"size": 0, "sha256": ""}
    (site / MANIFEST).write_text(json.dumps(found))
    put(site, {"index.html": b"<p>new"})
    assert held(outside) == {"a.txt": b"outside"}
    assert held(site) == {"index.html": b"<p>new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["outside", "site"]


@pytest.mark.parametrize("lie", ["./index.html", "events//a.html", "events/./a.html", MANIFEST])
def test_a_manifest_that_lies_removes_no_page(site: Path, lie: str) -> None:
    found = manifest(site)
    found["files"][lie] = {"size": 0, "sha256": ""}
    (site / MANIFEST).write_text(json.dumps(found))
    put(site, SITE)
    assert held(site) == SITE
    assert manifest(site)["complete"] is True


# ---------------------------------------------------------------------- what happens in the middle

# Reads orders and carries out each in a child of its own, which may be killed or starved.
_WRITERS: Final = """
import json, os, resource, signal, sys
from pathlib import Path
from builder.model.pages import OutputFile
from builder.stages.write import OutputRefused, write

MOMENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.scandir")

def carry_out(order):
    names = [f"events/e{number}.html" for number in range(12)] + [f"only/{order['version']}.html"]
    files = [OutputFile(name, f"{order['version']} {name} ".encode() * 500) for name in names]
    seen = 0

    def count(event, arguments):
        nonlocal seen
        # Every opening, moving, making and removing is a moment at which a machine may stop.
        if event in MOMENTS:
            seen += 1
            if seen == order["moment"]:
                os.kill(os.getpid(), signal.SIGKILL)

    if order["largest"]:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["largest"], order["largest"]))
    signal.alarm(2)
    sys.addaudithook(count)
    try:
        write(Path(order["folder"]), files, adopts=False, rewrites=False, advance=lambda more: None)
    except (OSError, OutputRefused) as error:
        return str(error)
    return seen

for line in sys.stdin:
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.write(writing, json.dumps(carry_out(json.loads(line))).encode())
        os._exit(0)
    os.close(writing)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = os.read(reading, 10_000).decode() or "null"
    os.close(reading)
    print(json.dumps([code, json.loads(said)]), flush=True)
"""
VERSIONS: Final = ("old", "new")
Writer = Callable[..., tuple[int, Any]]


@pytest.fixture(scope="module")
def run() -> Iterator[Writer]:
    """Write a version of a site in another process, killed at the moment of that number.

    Gives the exit code, and how many moments there were or why nothing was written.
    """
    with subprocess.Popen(
        [sys.executable, "-c", _WRITERS],
        cwd=_ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        orders, answers = process.stdin, process.stdout
        assert orders is not None
        assert answers is not None

        def write_version(
            folder: Path, version: str, moment: int = 0, largest: int = 0
        ) -> tuple[int, Any]:
            order = {
                "folder": str(folder),
                "version": version,
                "moment": moment,
                "largest": largest,
            }
            orders.write(json.dumps(order) + "\n")
            orders.flush()
            code, said = json.loads(answers.readline())
            return code, said

        yield write_version
        orders.close()


@pytest.fixture
def quick_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder in memory, where there is one: hundreds of builds wait for no disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=memory) as name:
        yield Path(name)


def whole(version: str) -> dict[str, bytes]:
    names = [f"events/e{number}.html" for number in range(12)] + [f"only/{version}.html"]
    return {name: f"{version} {name} ".encode() * 500 for name in sorted(names)}


def assert_every_file_is_whole(folder: Path) -> None:
    for path, data in held(folder).items():
        if not path.startswith(f"{STAGING}/") and path != "mine.txt":
            assert data in [whole(version).get(path) for version in VERSIONS], path


def test_a_build_killed_at_any_moment_is_repaired_by_the_next(
    quick_disk: Path, run: Writer
) -> None:
    """Every file is whole, old or new; none of somebody else's is touched."""
    site = quick_disk / "site"
    assert run(site, "old")[0] == 0
    (site / "mine.txt").write_text("mine")
    _, moments = run(site, "new")
    assert moments > 40
    for moment in range(1, moments + 1):
        # In turn, so that every build has something to change.
        version = VERSIONS[moment % 2]
        assert run(site, version, moment)[0] == -9
        assert_every_file_is_whole(site)
        code, said = run(site, version)
        assert (code, type(said)) == (0, int), (moment, said)
        assert held(site) == {**whole(version), "mine.txt": b"mine"}
        assert manifest(site)["complete"] is True


def test_a_first_build_killed_at_any_moment_is_repaired_by_the_next(
    quick_disk: Path, run: Writer
) -> None:
    _, moments = run(quick_disk / "site", "new")
    stuck = []
    for moment in range(1, moments + 1):
        site = quick_disk / f"site-{moment}"
        assert run(site, "new", moment)[0] == -9
        if site.exists():
            assert_every_file_is_whole(site)
        _, said = run(site, "new")
        if not isinstance(said, int) or held(site) != whole("new"):
            stuck.append((moment, said))
    assert stuck == []


def test_a_killed_build_says_so_in_its_manifest(quick_disk: Path, run: Writer) -> None:
    """From the first file moved to the last, the site is marked as incomplete."""
    site = quick_disk / "site"
    run(site, "old")
    _, moments = run(site, "new")
    run(site, "old")
    marked = 0
    for moment in range(1, moments + 1):
        run(site, "new", moment)
        is_mixed = held_of(site, "new") and held_of(site, "old")
        if is_mixed:
            marked += 1
            assert manifest(site)["complete"] is False
        shutil.rmtree(site / STAGING, ignore_errors=True)
        run(site, "old")
    assert marked > 10


def held_of(folder: Path, version: str) -> set[str]:
    """Give the pages of a folder that are those of a version."""
    return {path for path, data in held(folder).items() if data == whole(version).get(path)}


@contextmanager
def small_disk(folder: Path) -> Iterator[Path]:
    """Give a disk of 64 kB, where this user may mount one."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this user mounts no disks")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_leaves_the_old_site(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        site = disk / "site"
        put(site, SITE)
        with pytest.raises(OSError, match="No space left"):
            put(site, {f"events/e{number}.html": b"x" * 4_000 for number in range(40)})
        assert held(site) == SITE
        assert manifest(site)["complete"] is True
        # With room again the next build goes on as if nothing had been.
        assert put(site, {"index.html": b"small"}).removed == 3
        assert held(site) == {"index.html": b"small"}


def test_a_disk_filled_by_something_else_is_survived_at_every_moment(tmp_path: Path) -> None:
    """Wherever the room ends, every page is whole, and the next build puts all right."""
    with small_disk(tmp_path / "disk") as disk:
        site = disk / "site"
        put(site, SITE)
        new = {**SITE, "events/a.html": b"n" * 9_000, "events/c.html": b"n" * 9_000}
        failures = 0
        for free in range(0, 48_000, 4_096):
            filler = disk / "filler"
            filler.write_bytes(b"")
            room = os.statvfs(disk)
            filler.write_bytes(b"x" * max(0, room.f_bavail * room.f_frsize - free))
            try:
                put(site, new)
            except OSError:
                failures += 1
            assert set(held(site).values()) <= {*SITE.values(), *new.values()}
            filler.unlink()
            put(site, SITE)
            assert held(site) == SITE
        assert 0 < failures < 12


def test_a_file_that_may_not_grow_leaves_the_old_site(tmp_path: Path, run: Writer) -> None:
    """The limit of a file's size stands for every failure to write."""
    site = tmp_path / "site"
    run(site, "old")
    code, said = run(site, "new", largest=5_000)
    assert code == 0
    assert isinstance(said, str), "a page was cut short and nobody said so"
    assert "File too large" in said
    assert held(site) == whole("old")
    assert manifest(site)["complete"] is True


def test_an_output_that_may_not_be_written_leaves_the_old_site(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        put(disk / "site", SITE)
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(OSError, match="Read-only file system"):
            put(disk / "site", {"index.html": b"new"})
        assert held(disk / "site") == SITE
        assert put(disk / "site", SITE) == Written(4, 0, 0)


def test_a_pipe_where_a_page_goes_is_not_waited_for(tmp_path: Path, run: Writer) -> None:
    site = tmp_path / "site"
    run(site, "old")
    (site / "events/e0.html").unlink()
    os.mkfifo(site / "events/e0.html")
    code, _ = run(site, "new")
    assert code == 0

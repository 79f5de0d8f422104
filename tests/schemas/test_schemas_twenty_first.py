"""A twenty-first standard is one JSON file, its code list and its samples: everything else takes it as it comes."""

from __future__ import annotations

import datetime as dt
import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from steward_app import cli
from steward_app.catalogue import Catalogue
from steward_app.exports.guide import page
from steward_app.paths import Paths

ROOT = Path(__file__).resolve().parents[2]
OURS = ROOT / "tests" / "data" / "twenty_first"
NAME = "dog-licences"
languages = pytest.mark.parametrize("lang", ["en", "fr"])


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Our catalogue with the new files laid into it."""
    folder = tmp_path_factory.mktemp("catalogue") / "schemas"
    shutil.copytree(ROOT / "schemas", folder)
    shutil.copytree(OURS, folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def steward(shelf, tmp_path):
    """The command line over that catalogue: the code and what was printed."""
    paths = Paths(shelf, ROOT / "assets", tmp_path / "state", tmp_path / "config")

    def run(*words):
        out = io.StringIO()
        with redirect_stdout(out), redirect_stderr(io.StringIO()):
            code = cli.main([str(word) for word in words], paths, dt.date(2026, 11, 24))
        return code, out.getvalue()
    return run


def test_the_standard_is_one_file_and_its_lists_and_samples():
    files = {path.relative_to(OURS).parts[0] for path in OURS.rglob("*") if path.is_file()}
    assert files == {"standards", "codelists", "samples"}
    assert len(list((OURS / "standards").iterdir())) == 1


def test_the_whole_admission_holds_for_it(shelf):
    words = ["-q", "-p", "no:cacheprovider", "-k", "dog or every_code_list or geography", "tests/schemas/test_schemas_catalogue.py",
             "tests/schemas/test_schemas_behave.py"]
    done = subprocess.run([sys.executable, "-m", "pytest", *words], capture_output=True, text=True, check=False, cwd=ROOT,
                          env=os.environ | {"STEWARD_SCHEMAS": str(shelf)})
    assert done.returncode == 0, done.stdout[-4000:]
    assert int(done.stdout.split(" passed")[0].split()[-1]) >= 30


@languages
def test_its_guide_names_every_field(shelf, lang):
    schema = Catalogue(shelf).find(NAME)
    text = page(schema, lang)
    assert all(f'id="{lang}-{field.name}"' in text for field in schema.fields) and "<code>female</code>" in text


def test_it_is_listed_with_its_codes_written_in(steward):
    listed = json.loads(steward("schemas", "--json")[1])["schemas"]
    assert NAME in {line["id"] for line in listed} and len(listed) == len(list((ROOT / "schemas" / "standards").glob("*.json"))) + 1
    fields = json.loads(steward("schema", NAME, "--json")[1])["fields"]
    assert next(field for field in fields if field["name"] == "sex")["constraints"]["enum"] == ["female", "male", "unknown"]


@languages
def test_its_template_comes_back_with_every_column_matched(steward, tmp_path, lang):
    path = tmp_path / f"{lang}.xlsx"
    assert steward("schema", NAME, "--template", path, "--lang", lang)[0] == 0
    answer = json.loads(steward("suggest", path, "--schema", NAME, "--json")[1])
    fields = [field["name"] for field in json.loads(steward("schema", NAME, "--json")[1])["fields"]]
    assert [column["field"] for column in answer["columns"]] == fields
    assert {column["state"] for column in answer["columns"]} == {"matched"}


@languages
def test_its_samples_are_suggested_and_checked(steward, shelf, lang):
    valid, invalid = (shelf / "samples" / NAME / f"{kind}_{lang}.csv" for kind in ("valid", "invalid"))
    assert json.loads(steward("suggest", valid, "--json")[1])["schema"] == NAME
    assert [steward("check", path, "--schema", NAME)[0] for path in (valid, invalid)] == [0, 1]

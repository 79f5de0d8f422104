"""Every month the same file again: last month's recipe is one step in the window, and what differs is said."""

from __future__ import annotations

from steward_app.workspace.recipe import save_recipe
from steward_app.workspace.states import Station


def test_without_a_file_a_recipe_waits(desk):
    shell = desk()
    shell.window.commands.run("recipe")
    assert shell.bridge.dialogs.names() == []


def test_a_recipe_is_applied_as_one_step(work, tmp_path):
    bridge = work.bridge
    save_recipe(bridge.workspace, tmp_path / "r.json")
    steps, before = len(bridge.workspace.steps), bridge.workspace.document.mapping
    bridge.dialogs.answers["open_recipe"] = tmp_path / "r.json"
    work.window.commands.run("recipe")
    assert len(bridge.workspace.steps) == steps + 1 and bridge.workspace.fresh
    assert bridge.workspace.document.mapping.fed_fields == before.fed_fields


def test_what_differs_is_a_banner_that_leads_to_the_columns(work, tmp_path, qtbot):
    bridge = work.bridge
    recipe = (tmp_path / "r.json")
    save_recipe(bridge.workspace, recipe)
    feed = next(feed for feed in bridge.workspace.document.mapping.fields.values() if feed.columns)
    recipe.write_text(recipe.read_text("utf-8").replace(f'"{feed.columns[0]}"', '"Elsewhere"'), encoding="utf-8")
    with qtbot.waitSignal(bridge.noticed) as notice:
        bridge.apply_recipe(recipe)
    notice.args[0].run()
    assert work.window.station is Station.COLUMNS

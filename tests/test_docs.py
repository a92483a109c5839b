"""The documentation names everything that a user can say."""

from __future__ import annotations

import click
import pytest

from generator import cli
from generator.site.options import BriefsConfig
from tests.conftest import ROOT

COMMANDS = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
SETTINGS = (ROOT / "docs" / "reference" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(cli.briefs.commands))
def test_every_command_and_option_is_documented(name: str) -> None:
    assert f"briefs {name}" in COMMANDS
    for parameter in cli.briefs.commands[name].params:
        if isinstance(parameter, click.Option):
            assert any(spelling in COMMANDS for spelling in parameter.opts), parameter.opts
            assert parameter.help, parameter.name


@pytest.mark.parametrize("name", sorted(BriefsConfig().keys()))
def test_every_setting_is_documented(name: str) -> None:
    assert f"`{name}`" in SETTINGS

"""The options of our plugin in a mkdocs.yml, and the settings that they come to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs.config.base import BaseConfigOption, Config
from mkdocs.config.config_options import Choice, Type
from mkdocs.config.defaults import MkDocsConfig

from generator.config import BUNDLED, Settings, Workforce, epoch, site_day
from generator.errors import ConfigInvalid
from generator.model.article import PublishSource
from generator.model.diagnostic import Diagnostic
from generator.model.quota import Quota, unfit_quota
from generator.publish.reporting import unfit
from generator.site.configuration import line_of

PUBLISH_SOURCE: tuple[PublishSource, ...] = ("none", "passages", "full")


class BriefsConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs leaves its class hook untyped
    """The `briefs` entry of mkdocs.yml; paths are relative to that file."""

    seeds = Type(str, default="seeds")
    templates = Type(str, default="templates")
    pipeline = Type(str, default=BUNDLED)
    as_of = BaseConfigOption[Any]()
    publish_source = Choice(PUBLISH_SOURCE, default="passages")
    quoted_words = BaseConfigOption[Any]()
    quoted_share = BaseConfigOption[Any]()
    report_url = Type(str, default="")


def chosen_settings(
    config: MkDocsConfig, chosen: BriefsConfig, workforce: Workforce, remarks: tuple[Diagnostic, ...]
) -> Settings:
    """The settings that options come to; raises `ConfigInvalid` for one that cannot be."""
    root = Path(config.config_file_path).parent
    problem = unfit(chosen.report_url)
    if problem:
        raise _unfit(config, "report_url", *problem)
    limit = unfit_quota(chosen.quoted_words, chosen.quoted_share)
    if limit:
        raise _unfit(config, *limit)
    as_of = site_day(chosen.as_of)
    if as_of is None:
        raise _unfit(config, "as_of", f"'{chosen.as_of}' is no day", "write latest, today or a date as in 2022-02-20")
    # Said before anything is read, where the environment names no day.
    epoch()
    pipeline = chosen.pipeline
    if "/" in pipeline:
        pipeline = str((root / pipeline).resolve())
    return Settings(
        root=root,
        docs=Path(config.docs_dir),
        seeds=root / chosen.seeds,
        templates=root / chosen.templates,
        pipeline=pipeline,
        as_of=as_of,
        publish_source=chosen.publish_source,
        quota=Quota(words=chosen.quoted_words, share=chosen.quoted_share),
        workforce=workforce,
        remarks=tuple((config.config_file_path, remark) for remark in remarks),
    )


def _unfit(config: MkDocsConfig, key: str, why: str, remedy: str) -> ConfigInvalid:
    path = Path(config.config_file_path)
    return ConfigInvalid(path, key, why, remedy, line=line_of(path, "plugins", "briefs", key))

"""The training loop: batches by words, averaged Adam, a learning rate that warms up and falls to nothing.

Sources: Kingma and Ba 2015 (Adam), Polyak and Juditsky 1992 (averaged weights), Howard and Ruder 2018 (slanted
triangular learning rate).
"""

from __future__ import annotations

import random
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import spacy
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import load_model_from_config
from thinc.api import Adam, Config, NumpyOps, Optimizer, fix_random_seed, set_current_ops

from generator.language.mending.tokens import PREFIX_LENGTH, mend_tokenizer, set_prefixes

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from spacy.language import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """`batch` is in words, from the first step to the last; `warm_up` and `steps` count updates."""

    steps: int
    rate: float = 0.0015
    warm_up: int = 200
    batch: tuple[int, int] = (300, 1500)
    dropout: float = 0.2
    report_every: int = 500

    def rate_at(self, step: int) -> float:
        """The learning rate of `step`, from nothing to `rate` to nothing."""
        if step < self.warm_up:
            return self.rate * (step + 1) / self.warm_up
        return self.rate * max(0.02, (self.steps - step) / (self.steps - self.warm_up))

    def batch_at(self, step: int) -> int:
        """Words in the batch of `step`; grows over the first third."""
        first, last = self.batch
        return min(last, first + round((last - first) * 3 * step / self.steps))


def blank_pipeline(config: Path, **variables: object) -> Language:
    """The untrained pipeline of `config`, whose section `vars` takes `variables`.

    Matrices are multiplied by NumPy's library, which does it twice or three times as fast as spaCy's own choice.
    """
    set_current_ops(NumpyOps(use_blis=False))
    overrides = {f"vars.{name}": value for name, value in variables.items()}
    nlp = load_model_from_config(Config().from_disk(config, overrides=overrides), auto_fill=True)
    mend_tokenizer(nlp)
    set_prefixes(nlp, PREFIX_LENGTH)
    return nlp


def train(
    nlp: Language,
    docs: Sequence[Doc],
    schedule: Schedule,
    *,
    seed: int,
    score: Callable[[Language], str],
    resume: bool = False,
) -> None:
    """Initialise `nlp` on `docs`, or `resume` from its weights, and train it; leaves averaged weights in it."""
    fix_random_seed(seed)
    examples = [Example(_bare(nlp, doc), doc) for doc in docs]
    if not resume:
        nlp.initialize(lambda: examples)
    optimizer = Adam(
        schedule.rate,
        beta1=0.9,
        beta2=0.999,
        eps=1e-8,
        L2=0.01,
        grad_clip=1.0,
        use_averages=True,
        L2_is_weight_decay=True,
    )
    losses: dict[str, float] = {}
    started = time.monotonic()
    batches = _batches(examples, schedule, random.Random(seed))
    for step in range(schedule.steps):
        optimizer.learn_rate = schedule.rate_at(step)
        nlp.update(next(batches), sgd=optimizer, drop=schedule.dropout, losses=losses)
        if (step + 1) % schedule.report_every == 0:
            with nlp.use_params(optimizer.averages):
                scores = score(nlp)
            report = " ".join(f"{name} {value:.0f}" for name, value in losses.items())
            print(f"{step + 1:6d}  {time.monotonic() - started:5.0f}s  {report}  {scores}", file=sys.stderr, flush=True)
            losses.clear()
    _keep_averages(nlp, optimizer)


def load_trained(path: Path) -> Language:
    """A pipeline that a training run has written, with the tokens and prefixes that it was trained on."""
    nlp = spacy.load(path)
    mend_tokenizer(nlp)
    set_prefixes(nlp, PREFIX_LENGTH)
    return nlp


def _bare(nlp: Language, doc: Doc) -> Doc:
    """The tokens of `doc` without annotation."""
    return Doc(nlp.vocab, words=[token.text for token in doc], spaces=[bool(token.whitespace_) for token in doc])


def _batches(examples: list[Example], schedule: Schedule, chance: random.Random) -> Iterator[list[Example]]:
    step, batch, words = 0, [], 0
    while True:
        for example in chance.sample(examples, len(examples)):
            batch.append(example)
            words += len(example.reference)
            if words >= schedule.batch_at(step):
                yield batch
                step, batch, words = step + 1, [], 0


def _keep_averages(nlp: Language, optimizer: Optimizer) -> None:
    averages = optimizer.averages or {}
    pipe: Any
    for _, pipe in nlp.pipeline:
        for node in pipe.model.walk():
            for name in node.param_names:
                if (node.id, name) in averages:
                    node.set_param(name, averages[node.id, name])

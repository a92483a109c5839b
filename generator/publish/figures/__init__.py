"""Pictures of a brief and of a story, as static SVG in the page: its dates, who asks what of whom, who stands where."""

from generator.publish.figures.drawing import Figures

__all__ = ["Figures"]

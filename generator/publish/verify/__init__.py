"""Holds a built site to what its readers and hosts rely on, without building anything."""

from generator.publish.verify.site import verify

__all__ = ["verify"]

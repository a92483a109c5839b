"""What stands on disk between two runs, and how it is told whether it still holds. Nothing heavy is imported here."""

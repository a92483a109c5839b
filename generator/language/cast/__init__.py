"""Who is who: names, clusters, roles, references."""

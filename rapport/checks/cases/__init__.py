"""Case numbers: how they are written, which paper each is of, and near twins in one report."""

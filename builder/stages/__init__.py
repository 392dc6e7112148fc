"""The stages of a build; they are siblings and never import one another."""

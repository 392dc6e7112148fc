"""Lines with and without a photo credit, on which the finding of captions is measured."""

"""The frozen types that everything passes around."""

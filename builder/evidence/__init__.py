"""What can be said about texts alone: quotations, captions, how a text reads."""

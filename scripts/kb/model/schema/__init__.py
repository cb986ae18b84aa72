"""The shape of every record, list entry and front matter: closed, so that an unknown key is an error."""

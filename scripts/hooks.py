"""MkDocs' events, bound to the adapter in the order in which they come; each comes once per language.

| event | priority | before it | what must be true |
| --- | --- | --- | --- |
| startup | 0 | | once, with the command; then a build may come again and again |
| config | 100 | nothing | static-i18n (-100) finds the staged tree in `docs_dir`, and navigations that name its files |
| files | -110 | static-i18n (-100) | it has set `current_language`, and kept the files of that language |
| pre_page | 0 | the page's file is known | nothing is rendered yet |
| page_markdown | 0 | the front matter is read | the page that is named here is the next that Markdown is given |
| env | 0 | every page is rendered | titles and addresses are those that pages show of each other |
| post_template | 0 | the page is written by the theme | the last language's 404.html takes no other's place |
| page_context | 0 | every template | the navigation of the language stands |
| post_build | -200 | static-i18n (-100) builds the other languages in it | not `building`: the last one is done |
| build_error | 0 | whatever failed | |
| serve | 0 | the first build, which came through | |
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

from engine.adapter import Adapter

adapter = Adapter()

on_startup = adapter.on_startup
on_config = adapter.on_config
on_files = adapter.on_files
on_pre_page = adapter.on_pre_page
on_page_markdown = adapter.on_page_markdown
on_env = adapter.on_env
on_post_template = adapter.on_post_template
on_page_context = adapter.on_page_context
on_post_build = adapter.on_post_build
on_build_error = adapter.on_build_error
on_serve = adapter.on_serve

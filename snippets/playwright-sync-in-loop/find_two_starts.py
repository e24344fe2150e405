# /// script
# dependencies = [
#   "playwright==1.48.0; python_version < '3.9'",
#   "playwright==1.58.0; python_version >= '3.9'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Without any coroutine: Playwright is started again while it runs."""

from playwright.sync_api import sync_playwright


def screen_width(device):
    with sync_playwright() as playwright:
        return playwright.devices[device]["viewport"]["width"]


def main():
    with sync_playwright():
        print("width:", screen_width("iPhone 13"))


main()

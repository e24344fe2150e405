# /// script
# dependencies = [
#   "sqlalchemy==2.0.55; python_version < '3.11'",
#   "sqlalchemy==2.1.6; python_version >= '3.11'",
#   "greenlet==3.1.1; python_version < '3.9'",
#   "greenlet==3.2.5; python_version == '3.9'",
#   "greenlet==3.5.6; python_version >= '3.10'",
#   "aiosqlite==0.20.0; python_version < '3.9'",
#   "aiosqlite==0.22.1; python_version >= '3.9'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""Give the address of an asynchronous driver to a synchronous engine."""

from sqlalchemy import create_engine, text

engine = create_engine("sqlite+aiosqlite://")
with engine.connect() as connection:
    print(connection.scalar(text("SELECT 42")))

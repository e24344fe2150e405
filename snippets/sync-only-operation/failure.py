# /// script
# dependencies = [
#   "django==4.2.30; python_version < '3.10'",
#   "django==5.2.18; python_version >= '3.10' and python_version < '3.12'",
#   "django==6.1.2; python_version >= '3.12'",
#   "asgiref==3.8.1; python_version < '3.9'",
#   "asgiref==3.11.1; python_version == '3.9'",
#   "asgiref==3.12.1; python_version == '3.10'",
#   "asgiref==3.13.0; python_version >= '3.11'",
# ]
# [tool.uv]
# exclude-newer = "2026-11-01T00:00:00Z"
# ///
"""A coroutine sends a query with the synchronous methods of Django's ORM."""

import asyncio

import django
from asgiref.sync import sync_to_async
from django.conf import settings
from django.db import connection, models

settings.configure(DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}})
django.setup()


class Product(models.Model):
    name = models.CharField(max_length=20, primary_key=True)
    price = models.IntegerField()

    class Meta:
        app_label = "shop"


def create_products():
    with connection.schema_editor() as schema:
        schema.create_model(Product)
    Product.objects.create(name="tea", price=3)


async def show_price(name):
    product = Product.objects.get(name=name)
    print(name, "costs", product.price)


async def main():
    await sync_to_async(create_products)()
    await show_price("tea")


asyncio.run(main())

"""Makes the kernels of the pages known to Jupyter: their specifications, and who starts them."""

import filecmp
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

from jupyter_client.kernelspec import KernelSpecManager
from jupyter_client.provisioning.factory import KernelProvisionerFactory
from sphinx.application import Sphinx

from asyncio_pitfalls.page import FRESH

_SPECIFICATIONS = Path(__file__).with_name("kernel_specs")
_FILE = "kernel.json"
_PROVISIONERS = {FRESH: "FreshProcessProvisioner", "quiet-notebook": "OrdinaryProvisioner"}


def setup(app: Sphinx) -> None:
    """Register the kernels before any page is read."""
    register()


def register() -> None:
    """Install the specifications that are missing or old into the environment, and name the provisioners."""
    for specification in sorted(_SPECIFICATIONS.iterdir()):
        installed = Path(sys.prefix) / "share" / "jupyter" / "kernels" / specification.name / _FILE
        if not (installed.exists() and filecmp.cmp(installed, specification / _FILE, shallow=False)):
            KernelSpecManager().install_kernel_spec(str(specification), specification.name, prefix=sys.prefix)
    factory = KernelProvisionerFactory.instance()
    for name, provisioner in _PROVISIONERS.items():
        place = f"pitfalls_site.provisioner:{provisioner}"
        factory.provisioners[name] = EntryPoint(name, place, factory.GROUP_NAME)

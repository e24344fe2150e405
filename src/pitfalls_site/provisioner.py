"""Starts the kernels of pages: the fresh-process kernel not as a process, but as a thread of the build.

Starting an ordinary kernel and shaking hands with it takes most of the time of a build: imports
in a new process, then a client that waits 0.2 s for messages that never come. The kernel here
needs neither, since it runs the cells in processes of their own anyway.
"""

import threading
from typing import Any, cast

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.manager import KernelManager
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from jupyter_client.provisioning.provisioner_base import KernelProvisionerBase

from pitfalls_site import interrupts
from pitfalls_site.kernel import Kernel

_IP = "127.0.0.1"


class WelcomedClient(AsyncKernelClient):
    """A client that is ready when the kernel has welcomed its subscription."""

    async def wait_for_ready(self, timeout: float | None = None) -> None:
        """Wait at most `timeout` seconds until output can no longer be missed."""
        await self.iopub_channel.get_msg(timeout=timeout)


class OrdinaryProvisioner(LocalProvisioner):
    """A kernel in a process, which ends with the build."""

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the process; a signal still ends the build."""
        interrupts.take()
        return await super().launch_kernel(cmd, **kwargs)


class FreshProcessProvisioner(KernelProvisionerBase):
    """A kernel in a thread, of which jupyter_client believes that it is a process."""

    thread: threading.Thread | None = None

    @property
    def has_process(self) -> bool:
        """Whether the kernel was started and not cleaned up since."""
        return self.thread is not None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Choose the client that need not wait; no command is launched."""
        assert isinstance(self.parent, KernelManager)
        self.parent.client_class = f"{__name__}.{WelcomedClient.__name__}"
        return await super().pre_launch(cmd=[], **kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """Start the thread and return where it listens."""
        assert isinstance(self.parent, KernelManager)
        interrupts.take()
        key = self.parent.session.key
        kernel = Kernel(key)
        ports = kernel.bind(_IP, {})
        self.thread = threading.Thread(target=kernel.serve, daemon=True)
        self.thread.start()
        info = {
            **{f"{name}_port": port for name, port in ports.items()},
            "ip": _IP,
            "transport": "tcp",
            "key": key,
            "signature_scheme": "hmac-sha256",
        }
        self.connection_info = cast("KernelConnectionInfo", info)
        return self.connection_info

    async def poll(self) -> int | None:
        """Return None while the kernel serves, 0 afterwards."""
        return None if self.thread and self.thread.is_alive() else 0

    async def wait(self) -> int | None:
        """Wait until the kernel has stopped serving."""
        if self.thread:
            self.thread.join()
        return 0

    async def shutdown_requested(self, restart: bool = False) -> None:
        """The request is on its way; the kernel has nothing to clean up, so it ends at once."""
        await self.wait()

    async def send_signal(self, signum: int) -> None:
        """Do nothing: the running program is bounded by the runner's own timeout."""

    async def kill(self, restart: bool = False) -> None:
        """Do nothing: a thread ends with its shutdown request."""

    async def terminate(self, restart: bool = False) -> None:
        """Do nothing: a thread ends with its shutdown request."""

    async def cleanup(self, restart: bool = False) -> None:
        """Forget the thread."""
        self.thread = None

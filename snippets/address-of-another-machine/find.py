"""Ask the operating system which of two addresses belong to this machine."""
import socket


def is_local(host):
    infos = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)
    for family, kind, protocol, _, address in infos:
        with socket.socket(family, kind, protocol) as sock:
            try:
                sock.bind(address)
            except OSError as error:
                print(f"{host} - {error.strerror}")
            else:
                print(f"{host} - belongs to this machine")


for host in ("127.0.0.1", "192.0.2.1"):
    is_local(host)

#!/usr/bin/python3
"""Somebody who is let in and tries other doors: intruder.py URL CODE KEY QUEUE... prints where it could write or read."""
import json
import sys

from proton import Message
from proton.utils import BlockingConnection

PATIENCE = 10


def writes(line, queue):
    line.create_sender(queue).send(Message(body="{}"), timeout=PATIENCE)


def reads(line, queue):
    line.create_receiver(queue)


def may(act, url, code, key, queue):
    line = BlockingConnection(url, timeout=PATIENCE, user=code, password=key, allowed_mechs="PLAIN")
    try:
        act(line, queue)
        return True
    except Exception:
        return False
    finally:
        line.close()


def main(url, code, key, *queues):
    print(json.dumps([act.__name__ + " " + queue for queue in queues for act in (writes, reads) if may(act, url, code, key, queue)]))


if __name__ == "__main__":
    main(*sys.argv[1:])

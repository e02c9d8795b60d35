#!/usr/bin/python3
"""A partner at its queues by AMQP 1.0, with Qpid Proton and nothing of the hub's.

partner.py URL CODE KEY say KIND < message.json      writes one message and prints the answer to it
partner.py URL CODE KEY demand [WORD]                prints the next demand (in which WORD stands) and what came with it
"""
import json
import sys
import uuid

from proton import Message
from proton.utils import BlockingConnection

PATIENCE = 30


def say(line, code, kind, text):
    receipts = line.create_receiver("tongqu.receipts." + code)
    message = Message(id=str(uuid.uuid4()), subject=kind, body=text, durable=True)
    line.create_sender("tongqu.in." + code).send(message, timeout=PATIENCE)
    while True:
        answer = receipts.receive(timeout=PATIENCE)
        receipts.accept()
        if answer.correlation_id == message.id:
            return json.loads(answer.body)


def demand(line, code, word):
    demands = line.create_receiver("tongqu.demands." + code)
    while True:
        message = demands.receive(timeout=PATIENCE)
        demands.accept()
        if word in message.body:
            return {"durable": message.durable, "properties": message.properties, "demand": json.loads(message.body)}


def main(url, code, key, verb, *rest):
    line = BlockingConnection(url, timeout=PATIENCE, user=code, password=key, allowed_mechs="PLAIN")
    try:
        if verb == "say":
            answer = say(line, code, rest[0], sys.stdin.read())
        else:
            answer = demand(line, code, rest[0] if rest else "")
        print(json.dumps(answer, ensure_ascii=False))
    finally:
        line.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

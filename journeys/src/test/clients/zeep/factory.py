"""A factory's program: factory.py WSDL USER SECRET digest|basic"""

import json
import sys

from requests import Session
from requests.auth import HTTPBasicAuth
from zeep import Client
from zeep.exceptions import Fault
from zeep.helpers import serialize_object
from zeep.transports import Transport
from zeep.wsse.username import UsernameToken


def client(wsdl, user, secret, credential):
    if credential == "basic":
        session = Session()
        session.auth = HTTPBasicAuth(user, secret)
        return Client(wsdl, transport=Transport(session=session))
    return Client(wsdl, wsse=UsernameToken(user, secret, use_digest=True))


def answer(factory, call):
    try:
        return {"ok": factory.service[call["call"]](**call["with"])}
    except Fault as fault:
        detail = fault.detail[0]
        kind = "refused" if detail.tag.endswith("}Refused") else "problem"
        return {kind: factory.wsdl.types.deserialize(detail)}


def main():
    factory = client(*sys.argv[1:5])
    for line in sys.stdin:
        said = serialize_object(answer(factory, json.loads(line)), dict)
        print(json.dumps(said, default=str), flush=True)


main()

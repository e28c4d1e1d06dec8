"""A passkey without a device: what a browser would answer, for tests without one."""

import hashlib
import os
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    Aaguid,
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

HOST, ORIGIN = "localhost", "http://localhost"
FLAGS = AuthenticatorData.FLAG.UP | AuthenticatorData.FLAG.UV


class SoftKey:
    """One key pair for one house."""

    def __init__(self) -> None:
        self.id = os.urandom(16)
        self.private = ec.generate_private_key(ec.SECP256R1())
        self.rp = hashlib.sha256(HOST.encode()).digest()

    def made(self, challenge: str, *, origin: str = ORIGIN) -> dict[str, Any]:
        """The answer to `navigator.credentials.create`."""
        public = ES256.from_cryptography_key(self.private.public_key())
        data = AttestedCredentialData.create(Aaguid.NONE, self.id, public)
        flags = FLAGS | AuthenticatorData.FLAG.AT
        attested = AttestationObject.create(
            "none", AuthenticatorData.create(self.rp, flags, 0, data), {}
        )
        said = _said("webauthn.create", challenge, origin)
        return self._credential(clientDataJSON=said, attestationObject=attested)

    def shown(
        self, asked: dict[str, Any], *, origin: str = ORIGIN, key: bool = False
    ) -> dict[str, Any]:
        """The answer to `navigator.credentials.get`; `key` signs with a stranger's."""
        said = _said("webauthn.get", asked["publicKey"]["challenge"], origin)
        data = AuthenticatorData.create(self.rp, FLAGS, 1)
        signer = ec.generate_private_key(ec.SECP256R1()) if key else self.private
        signature = signer.sign(data + said.hash, ec.ECDSA(hashes.SHA256()))
        return self._credential(clientDataJSON=said, authenticatorData=data, signature=signature)

    def _credential(self, **response: bytes) -> dict[str, Any]:
        name = websafe_encode(self.id)
        said = {key: websafe_encode(value) for key, value in response.items()}
        return {
            "id": name,
            "rawId": name,
            "type": "public-key",
            "response": said,
            "clientExtensionResults": {},
        }


def _said(kind: str, challenge: str, origin: str) -> CollectedClientData:
    return CollectedClientData.create(kind, websafe_decode(challenge), origin)

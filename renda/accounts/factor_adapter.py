"""How django-allauth keeps second factors here: sealed, and named after the house."""

import base64

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter

from renda.accounts import office, sealing

USE = "second factor"


class FactorAdapter(DefaultMFAAdapter):
    """The house's answers to the vendor's questions."""

    def encrypt(self, text: str) -> str:
        """Secrets of apps and seeds of recovery codes: never in clear in the database."""
        return base64.b64encode(sealing.seal(text, use=USE)).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """The secret again. Raises WrongKey."""
        return sealing.unseal(base64.b64decode(encrypted_text), use=USE)

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """The house as the browser names it; its id is the name in the address bar."""
        entity = super().get_public_key_credential_rp_entity()
        return entity | {"name": office.house_name(context.request)}

"""One settings file for every home; what differs comes from the home's own settings.toml."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config.databases import databases
from config.home import read_home

BASE_DIR = Path(__file__).resolve().parent.parent
HOME = read_home()

SECRET_KEY = HOME.secret_key
RENDA_PHONE_KEY = HOME.phone_key
DEBUG = False
ALLOWED_HOSTS = list(HOME.hosts) or ["localhost", "127.0.0.1"]

INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "renda.kernel.words",
    "renda.kernel.trail",
    "renda.kernel.options",
    "renda.kernel.numbers",
    "renda.kernel.clock",
    "renda.kernel.papers",
    "renda.kernel.pages",
    "renda.kernel.notices",
    "renda.kernel.registers",
    "renda.kernel.exchange",
    "renda.kernel.lifecycle",
    "renda.kernel.work",
    "renda.accounts",
    "renda.congress",
    "renda.deputies",
    "renda.suggestions",
    "renda.desk",
    "renda.portal",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "renda.kernel.papers.limit.LimitBody",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "renda.kernel.pages.language.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "renda.congress.middleware.CongressMiddleware",
    "renda.accounts.idle.IdleSignOut",  # after the congress: a kept draft belongs to one
    "renda.accounts.demanding.SecondFactorDemanded",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "renda.kernel.pages.context.frame",
            ]
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our widgets use our own tags

DATABASES = databases(HOME)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "renda_cache",
    }
}
if "cache" in DATABASES:
    DATABASE_ROUTERS = ["config.databases.CacheRouter"]

# accounts
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["renda.accounts.backend.PasswordBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
_RULE = "django.contrib.auth.password_validation"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"{_RULE}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": f"{_RULE}.CommonPasswordValidator"},
    {"NAME": f"{_RULE}.NumericPasswordValidator"},  # a telephone number is no password
    {
        "NAME": f"{_RULE}.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
]
ACCOUNT_ADAPTER = "renda.accounts.adapter.Adapter"
ACCOUNT_FORMS = {
    "login": "renda.accounts.forms.SignInForm",
    "change_password": "renda.accounts.forms.NewPasswordForm",
    "reauthenticate": "renda.accounts.forms.PasswordAgainForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}  # or a mobile number: renda.accounts.queries.find tells
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_RATE_LIMITS = False  # renda.accounts.lockout counts, in the database
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_SESSION_REMEMBER = False
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if HOME.is_live else 0  # nginx, docs/deploy.md
MFA_ADAPTER = "renda.accounts.factor_adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
USERSESSIONS_TRACK_ACTIVITY = False  # it would write a row on every page
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
RENDA_IDLE_MINUTES = 60
RENDA_SESSION_HOURS = 12
# end accounts

SESSION_COOKIE_AGE = RENDA_SESSION_HOURS * 3600
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "renda.kernel.pages.faults.csrf_failure"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
if HOME.is_live:
    # nginx ends TLS in front (docs/deploy.md); nothing but the local proxy reaches this server.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 31536000

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", _("Chinese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = BASE_DIR / "static_root"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

RENDA_PAPER_LIMIT = 20 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
MEDIA_ROOT = HOME.path / "papers"

# nginx sends http on to https before it comes here (docs/deploy.md); subdomains are not ours.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W008", "security.W021"]

# The demo and the tests may live on another day; a real congress may not.
_told = os.environ.get("RENDA_NOW", "") if not HOME.is_live else ""
RENDA_NOW = datetime.fromisoformat(_told) if _told else None
if RENDA_NOW is not None and RENDA_NOW.tzinfo is None:
    RENDA_NOW = RENDA_NOW.replace(tzinfo=ZoneInfo(TIME_ZONE))
RENDA_IS_DEMO = HOME.kind == "demo"
RENDA_CHANNELS = HOME.channels  # outside services that the administrator has switched on

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"renda": {"level": "INFO"}},
}

"""django-helpdesk as it is installed, on SQLite: `run.py setup` makes its database, `run.py get_email` reads the mail.

Runs in a virtual environment of its own (see benchmarks/ingest.py). Every ticket is acknowledged to the submitter, and
a copy goes to one partner (the queue's new-ticket CC): two letters a message, as in the other contenders.
"""

import json
import os
import sys
from pathlib import Path

import django
from django.conf import settings

WHERE = json.loads(os.environ["BENCH_SERVERS"])
FOLDER = Path(os.environ["BENCH_FOLDER"])

settings.configure(
    SECRET_KEY="benchmark",
    DEBUG=False,
    USE_TZ=True,
    TIME_ZONE="Europe/Amsterdam",
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": FOLDER / "helpdesk.sqlite3",
            # the same syncs, without a journal that is deleted at each commit: on ext4 the next contender would pay for that
            "OPTIONS": {"init_command": "PRAGMA journal_mode=PERSIST"},
        }
    },
    INSTALLED_APPS="""
        django.contrib.auth django.contrib.contenttypes django.contrib.sessions django.contrib.sites
        django.contrib.humanize django.contrib.admin django.contrib.messages rest_framework helpdesk
    """.split(),
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {
                "context_processors": [
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                    "django.template.context_processors.request",
                ]
            },
        }
    ],
    SITE_ID=1,
    ROOT_URLCONF="urls",
    MEDIA_ROOT=str(FOLDER / "media"),
    STATIC_URL="/static/",
    DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    EMAIL_HOST=WHERE["smtp_host"],
    EMAIL_PORT=WHERE["smtp_port"],
    EMAIL_HOST_USER=WHERE["user"],
    EMAIL_HOST_PASSWORD=WHERE["password"],
    DEFAULT_FROM_EMAIL="klachten@ront.nl",
    LOGGING_CONFIG=None,
    HELPDESK_ACTIVATE_API_ENDPOINT=False,
    HELPDESK_TEAMS_MODE_ENABLED=False,
    HELPDESK_TEAMS_MODEL="auth.User",
    HELPDESK_TEAMS_MIGRATION_DEPENDENCIES=[("auth", "0001_initial")],
    HELPDESK_KBITEM_TEAM_GETTER=lambda _: None,
)
django.setup()

from django.core.management import call_command  # noqa: E402 - after django.setup()


def setup() -> None:
    from django.contrib.sites.models import Site
    from helpdesk.models import Queue

    call_command("migrate", verbosity=0)
    call_command("loaddata", "emailtemplate.json", verbosity=0)
    Site.objects.update_or_create(id=1, defaults={"domain": "localhost", "name": "bench"})
    Queue.objects.create(
        title="Klachten",
        slug="klachten",
        email_address="klachten@ront.nl",
        allow_email_submission=True,
        new_ticket_cc="jan@ront.nl",
        email_box_type="imap",
        email_box_host=WHERE["imap_host"],
        email_box_port=WHERE["imap_port"],
        email_box_ssl=False,
        email_box_user=WHERE["mailbox"],
        email_box_pass=WHERE["password"],
        email_box_imap_folder="INBOX",
        email_box_interval=0,
        enable_notifications_on_email_events=True,
        logging_type="none",
    )


def get_email() -> None:
    call_command("get_email", quiet=True)


if __name__ == "__main__":
    {"setup": setup, "get_email": get_email}[sys.argv[1]]()

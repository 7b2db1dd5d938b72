"""Production settings; everything that differs between environments comes from variables that Landfall injects."""

import os

SECRET_KEY = os.environ["DJANGO_SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = ["*"]  # only the load balancer reaches the tasks
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
ROOT_URLCONF = "app.urls"
WSGI_APPLICATION = "app.wsgi.application"
STATIC_URL = os.environ.get("STATIC_URL", "/static/")
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": os.environ["DB_HOST"],
        "PORT": os.environ["DB_PORT"],
        "NAME": os.environ["DB_NAME"],
        "USER": os.environ["DB_USER"],
        "PASSWORD": os.environ["DB_PASSWORD"],
        "OPTIONS": {"sslmode": "require"},
    }
}
CELERY_BROKER_URL = "sqs://"
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "predefined_queues": {
        "celery": {"url": os.environ.get("CELERY_BROKER_QUEUE_URL") or os.environ["CELERY_QUEUE_URL"]},
    },
}

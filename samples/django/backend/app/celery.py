"""The Celery application; its broker is the queue that Landfall injects."""

from celery import Celery

celery = Celery("app")
celery.config_from_object("django.conf:settings", namespace="CELERY")
celery.autodiscover_tasks()

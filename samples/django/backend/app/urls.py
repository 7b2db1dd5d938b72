from django.http import HttpRequest, HttpResponse
from django.urls import path


def status(_: HttpRequest) -> HttpResponse:
    """Answers the load balancer's health check."""
    return HttpResponse("ok")


urlpatterns = [path("status/", status)]

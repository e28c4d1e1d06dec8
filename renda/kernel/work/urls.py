"""Where machines ask."""

from django.urls import path

from renda.kernel.work import views

app_name = "work"
urlpatterns = [path("healthz", views.health, name="health")]

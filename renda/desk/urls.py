"""Where a person's own work lies."""

from django.urls import path

from renda.desk import views

app_name = "desk"
urlpatterns = [path("", views.home, name="home")]

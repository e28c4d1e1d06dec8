"""The calculator's address."""

from django.urls import path

from renda.kernel.clock.views import calculator

app_name = "clock"
urlpatterns = [path("due/", calculator, name="calculator")]

"""Addresses of the inbox and the printed list."""

from django.urls import path

from renda.kernel.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.read, name="read"),
    path("seen/", views.seen, name="seen"),
    path("choices/", views.choices, name="choices"),
    path("choices/keep/", views.choose, name="choose"),
    path("printed/", views.printed, name="printed"),
    path("printed/done/", views.printed_done, name="printed_done"),
]

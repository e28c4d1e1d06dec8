"""Addresses of one's own data."""

from django.urls import path

from renda.kernel.personal import views

app_name = "personal"
urlpatterns = [
    path("", views.mine, name="mine"),
    path("copy/", views.copy, name="copy"),
    path("withdraw/", views.withdraw, name="withdraw"),
    path("erase/", views.erase, name="erase"),
]

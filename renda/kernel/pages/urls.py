"""Addresses outside a congress: preferences; and the autosave inside one."""

from django.urls import path

from renda.kernel.pages import views

app_name = "pages"
urlpatterns = [
    path("preferences/", views.preferences, name="preferences"),
    path("<slug:congress>/drafts/", views.draft, name="draft"),
]

"""Addresses of the suggestions: the noun first, then what is done to it."""

from django.urls import path

from renda.suggestions import views

app_name = "suggestions"
urlpatterns = [
    path("", views.suggestions, name="list"),
    path("write/", views.write, name="write"),
    path("begin/", views.begin, name="begin"),
    path("register/", views.register, name="register"),
    path("register/paper/", views.register_paper, name="register_paper"),
    path("<int:pk>/", views.detail, name="detail"),
    path("<int:pk>/print/", views.print_text, name="print"),
    path("<int:pk>/write/", views.edit, name="edit"),
    path("<int:pk>/save/", views.save, name="save"),
    path("<int:pk>/<slug:step>/", views.take, name="take"),
    path(
        "<int:pk>/handlings/<int:handling>/<slug:step>/", views.take_handling, name="take_handling"
    ),
]

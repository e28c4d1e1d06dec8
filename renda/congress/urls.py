"""Addresses of a congress beside its registers."""

from django.urls import path

from renda.congress import views

app_name = "congress"
urlpatterns = [
    path("rules/", views.rules, name="rules"),
    path("rules/<str:key>/", views.rule, name="rule"),
    path("rules/<str:key>/set/", views.set_rule, name="set_rule"),
    path("rules/<str:key>/back/", views.back_to_usual, name="back_to_usual"),
    path("regions/<int:pk>/becomes/<slug:what>/", views.becomes, name="becomes"),
    path("regions/<int:pk>/becomes/<slug:what>/take/", views.take, name="take_region"),
]

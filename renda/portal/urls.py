"""Public addresses: the deployment itself, and each congress's face. Included last."""

from django.urls import path

from renda.portal import views

app_name = "portal"
urlpatterns = [
    path("", views.index, name="index"),
    path("robots.txt", views.robots, name="robots"),
    path("<slug:congress>/", views.home, name="home"),
    path("<slug:congress>/published/", views.published, name="published"),
    path("<slug:congress>/published/<int:pk>/", views.suggestion, name="suggestion"),
    path("<slug:congress>/verify/", views.trail, name="trail"),
]

"""The address of a paper, below its congress."""

from django.urls import path

from renda.kernel.papers import views

app_name = "papers"
urlpatterns = [path("<int:pk>/", views.paper, name="paper")]

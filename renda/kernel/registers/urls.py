"""Addresses of the registers of a congress."""

from django.urls import path

from renda.kernel.registers import views

app_name = "registers"
urlpatterns = [
    path("", views.all_registers, name="hub"),
    path("<slug:register>/", views.rows, name="list"),
    path("<slug:register>/new/", views.new, name="new"),
    path("<slug:register>/enter/", views.enter, name="enter"),
    path("<slug:register>/<int:pk>/", views.row, name="row"),
    path("<slug:register>/<int:pk>/edit/", views.edit, name="edit"),
    path("<slug:register>/<int:pk>/change/", views.change, name="change"),
    path("<slug:register>/<int:pk>/withdraw/", views.withdraw, name="withdraw"),
    path("<slug:register>/<int:pk>/undo/<int:event>/", views.undo, name="undo"),
]

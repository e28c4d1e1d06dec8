"""Addresses of what comes in, below `imports/` of a congress, and of lists going out."""

from django.urls import path

from renda.kernel.exchange.views import export, runs, tables

app_name = "exchange"
urlpatterns = [
    path("imports/", tables.tables, name="tables"),
    path("imports/runs/<int:pk>/", runs.run, name="run"),
    path("imports/runs/<int:pk>/faults/", runs.faults, name="faults"),
    path("imports/runs/<int:pk>/choose/", runs.choose, name="choose"),
    path("imports/runs/<int:pk>/answer/", runs.answer, name="answer"),
    path("imports/runs/<int:pk>/take-in/", runs.take_in, name="take_in"),
    path("imports/runs/<int:pk>/undo/", runs.undo, name="undo"),
    path("imports/<slug:table>/", tables.table, name="table"),
    path("imports/<slug:table>/template/", tables.template, name="template"),
    path("imports/<slug:table>/upload/", tables.upload, name="upload"),
    path("registers/<slug:register>/export/", export.export, name="export"),
]

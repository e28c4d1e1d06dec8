"""Addresses of the deputies: the change of term, and personal data of one person."""

from django.urls import path

from renda.deputies.views import personal, turnover, turnover_roster

app_name = "deputies"
_CHANGE = "turnover/<int:pk>/"
_PERSON = "personal/<slug:whose>/<int:pk>/"
urlpatterns = [
    path("personal/", personal.people, name="personal"),
    path(_PERSON, personal.person, name="personal_of"),
    path(f"{_PERSON}copy/", personal.copy, name="personal_copy"),
    path(f"{_PERSON}erase/", personal.erase, name="personal_erase"),
    path("turnover/", turnover.home, name="turnover"),
    path("turnover/begin/", turnover.begin, name="turnover_begin"),
    path(_CHANGE, turnover.change, name="turnover_change"),
    path(f"{_CHANGE}roster/", turnover_roster.roster, name="turnover_roster"),
    path(f"{_CHANGE}roster/again/", turnover_roster.enter_again, name="turnover_again"),
    path(f"{_CHANGE}roster/new/", turnover_roster.enter_new, name="turnover_new"),
    path(f"{_CHANGE}roster/namesakes/", turnover_roster.tell_apart, name="turnover_namesakes"),
    path(f"{_CHANGE}parts/<slug:part>/", turnover.part, name="turnover_part"),
    path(f"{_CHANGE}parts/<slug:part>/decide/", turnover.decide, name="turnover_decide"),
    path(f"{_CHANGE}days/", turnover.days, name="turnover_days"),
    path(f"{_CHANGE}days/set/", turnover.set_days, name="turnover_set_days"),
    path(f"{_CHANGE}days/move/", turnover.move, name="turnover_move"),
    path(f"{_CHANGE}<slug:step>/", turnover.take, name="turnover_take"),
]

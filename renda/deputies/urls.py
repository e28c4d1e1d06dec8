"""Addresses of the deputies: bodies, delegations, groups, the change of term, personal data of one
person."""

from django.urls import path

from renda.deputies import views
from renda.deputies.views import personal, turnover, turnover_roster

app_name = "deputies"
_CHANGE = "turnover/<int:pk>/"
_PERSON = "personal/<slug:whose>/<int:pk>/"
urlpatterns = [
    path("day/", views.on_a_day, name="on_a_day"),
    path("bodies/<int:pk>/", views.body, name="body"),
    path("bodies/<int:pk>/seat/", views.seat, name="seat"),
    path("bodies/<int:pk>/seat/people/", views.seat_people, name="seat_people"),
    path("bodies/<int:pk>/order/", views.order, name="order"),
    path("bodies/<int:pk>/order/set/", views.set_order, name="set_order"),
    path("seats/<int:pk>/leave/", views.leave, name="leave"),
    path("seats/<int:pk>/leave/now/", views.leave_seat, name="leave_seat"),
    path("seats/<int:pk>/office/", views.office, name="office"),
    path("seats/<int:pk>/office/take/", views.take_office, name="take_office"),
    path("delegations/", views.delegations, name="delegations"),
    path("delegations/place/", views.place_free, name="place_free"),
    path("delegations/<int:pk>/move/", views.move, name="move"),
    path("delegations/<int:pk>/move/here/", views.move_here, name="move_here"),
    path("groups/", views.groups, name="groups"),
    path("groups/propose/<slug:kind>/", views.propose, name="propose"),
    path("groups/propose/<slug:kind>/confirm/", views.confirm, name="confirm"),
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

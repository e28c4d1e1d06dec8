"""Addresses of the deputies' bodies, delegations and groups, under their congress."""

from django.urls import path

from renda.deputies import views

app_name = "deputies"
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
]

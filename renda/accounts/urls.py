"""The addresses of the door. What the vendor has besides these is not mounted: it answers 404."""

from allauth.account.views import logout, reauthenticate
from django.urls import path

from renda.accounts import views

urlpatterns = [
    path("login/", views.SignIn.as_view(), name="account_login"),
    path("logout/", logout, name="account_logout"),
    path("password/change/", views.NewPassword.as_view(), name="account_change_password"),
    path("reauthenticate/", reauthenticate, name="account_reauthenticate"),
    path("sessions/", views.session_list, name="usersessions_list"),
    path("sessions/end/", views.end_sessions, name="usersessions_end"),
]

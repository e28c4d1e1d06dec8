"""The addresses of the door. What the vendor has besides these is not mounted: it answers 404."""

from allauth.account.views import logout, reauthenticate
from django.urls import path

from renda.accounts.views import admissions, challenge, factors, mine, setting_up, signing_in

urlpatterns = [
    path("", mine.mine, name="account_mine"),
    path("login/", signing_in.SignIn.as_view(), name="account_login"),
    path("logout/", logout, name="account_logout"),
    path("code/", admissions.EnterCode.as_view(), name="account_code"),
    path("invitation/<str:token>/", admissions.Invited.as_view(), name="account_invitation"),
    path("password/choose/", admissions.ChoosePassword.as_view(), name="account_choose_password"),
    path("password/change/", signing_in.NewPassword.as_view(), name="account_change_password"),
    path("reauthenticate/", reauthenticate, name="account_reauthenticate"),
    path("second-factor/", challenge.SignInChallenge.as_view(), name="second_factor_challenge"),
    path("second-factor/show/", challenge.ShowAgain.as_view(), name="second_factor_show"),
    path("second-factors/", factors.factors, name="second_factors"),
    path("second-factors/app/", setting_up.app, name="second_factor_app"),
    path("second-factors/app/set/", setting_up.set_app, name="second_factor_app_set"),
    path("second-factors/passkey/", setting_up.passkey, name="second_factor_passkey"),
    path("second-factors/passkey/add/", setting_up.add_key, name="second_factor_passkey_add"),
    path("second-factors/codes/", factors.codes, name="recovery_codes"),
    path("second-factors/codes/renew/", factors.renew_codes, name="recovery_codes_renew"),
    path("second-factors/<int:pk>/", factors.removing, name="second_factor_remove"),
    path("second-factors/<int:pk>/remove/", factors.remove, name="second_factor_removed"),
    path("sessions/", mine.session_list, name="usersessions_list"),
    path("sessions/end/", mine.end_sessions, name="usersessions_end"),
]

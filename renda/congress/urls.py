"""Addresses of a congress: accounts, posts, handovers, first steps, bodies, rules."""

from django.urls import path

from renda.congress import views
from renda.congress.views import accounts, candidates, first_steps, handovers, posts, security_log

app_name = "congress"
urlpatterns = [
    path("accounts/", accounts.accounts, name="accounts"),
    path("accounts/new/", accounts.new_account, name="new_account"),
    path("accounts/make/", accounts.make_account, name="make_account"),
    path("accounts/many/", accounts.many_accounts, name="many_accounts"),
    path("accounts/make-many/", accounts.make_accounts, name="make_accounts"),
    path("accounts/without/", candidates.candidates, name="candidates"),
    path("accounts/give/", candidates.give_accounts, name="give_accounts"),
    path("accounts/borrowing/", accounts.borrowing, name="borrowing"),
    path("accounts/borrow/", accounts.borrow, name="borrow"),
    path("accounts/<int:pk>/", accounts.account, name="account"),
    path("accounts/<int:pk>/do/<slug:what>/", accounts.do_account, name="do_account"),
    path("accounts/<int:pk>/standing-in/", posts.standing_in, name="standing_in"),
    path("accounts/<int:pk>/stand-in/", posts.enter_stand_in, name="enter_stand_in"),
    path("accounts/<int:pk>/handing-over/", handovers.handing, name="handing"),
    path("accounts/<int:pk>/hand-over/", handovers.hand, name="hand"),
    path("posts/mine/", posts.my_posts, name="my_posts"),
    path("posts/mine/stand-in/", posts.let_stand_in, name="let_stand_in"),
    path("posts/<int:pk>/stop/", posts.stop_stand_in, name="stop_stand_in"),
    path("posts/<int:pk>/ending/", posts.ending, name="ending"),
    path("posts/<int:pk>/end/", posts.end, name="end_post"),
    path("handovers/", handovers.handovers, name="handovers"),
    path("handovers/<int:pk>/", handovers.handover, name="handover"),
    path("security-log/", security_log.security_log, name="security_log"),
    path("security-log/look/", security_log.look, name="look"),
    path("first-steps/", first_steps.first_steps, name="first_steps"),
    path("registers/rules/", views.rules, name="rules"),
    path("registers/rules/<str:key>/", views.rule, name="rule"),
    path("registers/rules/<str:key>/set/", views.set_rule, name="set_rule"),
    path("registers/rules/<str:key>/back/", views.back_to_usual, name="back_to_usual"),
    path("registers/regions/<int:pk>/becomes/<slug:what>/", views.becomes, name="becomes"),
    path("registers/regions/<int:pk>/becomes/<slug:what>/take/", views.take, name="take_region"),
    path("registers/bodies/<int:pk>/rename/", views.rename, name="rename"),
    path("registers/bodies/<int:pk>/renamed/", views.renamed, name="renamed"),
    path("registers/bodies/<int:pk>/end/", views.end, name="end"),
    path("registers/bodies/<int:pk>/ended/", views.ended, name="ended"),
    path("registers/bodies/<int:pk>/move/", views.move, name="move"),
    path("registers/bodies/<int:pk>/field/", views.looks_after, name="field"),
    path("registers/bodies/<int:pk>/field/keep/", views.keep_field, name="keep_field"),
    path("registers/organs/reform/", views.reform, name="reform"),
    path("registers/organs/reform/carry-out/", views.carry_out_reform, name="carry_out"),
    path("registers/<slug:of>/<int:pk>/number/", views.show_number, name="number"),
]

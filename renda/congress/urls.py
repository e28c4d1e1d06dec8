"""Addresses of a congress beside its registers."""

from django.urls import path

from renda.congress import views

app_name = "congress"
urlpatterns = [
    path("rules/", views.rules, name="rules"),
    path("rules/<str:key>/", views.rule, name="rule"),
    path("rules/<str:key>/set/", views.set_rule, name="set_rule"),
    path("rules/<str:key>/back/", views.back_to_usual, name="back_to_usual"),
    path("regions/<int:pk>/becomes/<slug:what>/", views.becomes, name="becomes"),
    path("regions/<int:pk>/becomes/<slug:what>/take/", views.take, name="take_region"),
    path("bodies/<int:pk>/rename/", views.rename, name="rename"),
    path("bodies/<int:pk>/renamed/", views.renamed, name="renamed"),
    path("bodies/<int:pk>/end/", views.end, name="end"),
    path("bodies/<int:pk>/ended/", views.ended, name="ended"),
    path("bodies/<int:pk>/move/", views.move, name="move"),
    path("bodies/<int:pk>/field/", views.looks_after, name="field"),
    path("bodies/<int:pk>/field/keep/", views.keep_field, name="keep_field"),
    path("organs/reform/", views.reform, name="reform"),
    path("organs/reform/carry-out/", views.carry_out_reform, name="carry_out"),
    path("<slug:of>/<int:pk>/number/", views.show_number, name="number"),
]

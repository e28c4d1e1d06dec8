"""Addresses of the deputies: what everyone reads, a deputy's own pages, the office's."""

from django.urls import path

from renda.deputies import views

app_name = "deputies"
urlpatterns = [
    path("", views.deputies, name="public"),
    path("mine/", views.mine, name="mine"),
    path("mine/save/", views.save, name="save_card"),
    path("above/", views.above, name="above"),
    path("cases/", views.cases, name="cases"),
    path("cases/report/", views.report, name="report"),
    path("cases/begin/", views.begin, name="begin_case"),
    path("cases/announce/", views.announce_many, name="announce_many"),
    path("cases/<int:pk>/", views.case, name="case"),
    path("cases/<int:pk>/<slug:step>/", views.take_case, name="take_case"),
    path("certificates/issue/", views.issue, name="issue"),
    path("certificates/issue/all/", views.issue_all, name="issue_all"),
    path("certificates/sheet/", views.sheet, name="certificate_sheet"),
    path("proposals/", views.proposals, name="proposals"),
    path("proposals/<int:pk>/accept/", views.accept, name="accept_change"),
    path("proposals/<int:pk>/decline/", views.decline, name="decline_change"),
    path("proposals/<int:pk>/take_back/", views.take_back, name="take_back_change"),
    path("<int:pk>/", views.deputy, name="card"),
    path("<int:pk>/photo/", views.photo, name="photo"),
    path("<int:pk>/photo/keep/", views.keep, name="keep_photo"),
    path("<int:pk>/photo/drop/", views.drop, name="drop_photo"),
    path("<int:pk>/assistant/", views.assistant, name="assistant"),
    path("<int:pk>/assistant/name/", views.name, name="name_assistant"),
    path("<int:pk>/assistant/end/", views.end, name="end_assistant"),
    path("<int:pk>/assistant/ask/", views.ask, name="ask_assistant"),
]

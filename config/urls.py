"""Addresses of the whole house; every domain brings its own, under its congress."""

from django.urls import include, path

urlpatterns = [
    path("", include("renda.kernel.clock.urls")),
    path("", include("renda.kernel.work.urls")),
    path("", include("renda.kernel.pages.urls")),
    path("accounts/my-data/", include("renda.kernel.personal.urls")),
    path("accounts/", include("renda.accounts.urls")),
    path("<slug:congress>/", include("renda.congress.urls")),  # before any register
    path("<slug:congress>/desk/", include("renda.desk.urls")),
    path("<slug:congress>/deputies/", include("renda.deputies.urls")),
    path("<slug:congress>/notices/", include("renda.kernel.notices.urls")),
    path("<slug:congress>/papers/", include("renda.kernel.papers.urls")),
    path("<slug:congress>/registers/", include("renda.kernel.registers.urls")),
    path("<slug:congress>/", include("renda.kernel.exchange.urls")),
    path("<slug:congress>/suggestions/", include("renda.suggestions.urls")),
    path("", include("renda.portal.urls")),  # last: it answers for /<congress>/
]

handler400 = "renda.kernel.pages.faults.bad_request"
handler403 = "renda.kernel.pages.faults.forbidden"
handler404 = "renda.kernel.pages.faults.not_found"
handler500 = "renda.kernel.pages.faults.broken"

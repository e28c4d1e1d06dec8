"""Legal time: what day it is, which days are working days, how long the law gives, what still runs.

Working days follow the State Council's yearly notices (全国年节及纪念日放假办法), deadlines
民法典200–204. Nothing here knows what a suggestion or a meeting is.
"""

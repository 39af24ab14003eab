"""Settings of the course: only what differs from nbgrader's defaults, each line with its reason."""

import os
import sys

# nbgrader starts `alembic` by name: found beside this Python also where the environment is not activated.
os.environ["PATH"] = os.path.join(sys.prefix, "bin") + os.pathsep + os.environ.get("PATH", "")

c = get_config()  # noqa: F821

# The name under which the gradebook and the exchange keep this course.
c.CourseDirectory.course_id = "word2vec"

# A stub says of itself that nothing is there yet, so the tests of a blank answer end as "not written".
c.ClearSolutions.code_stub = {"python": "raise NotImplementedError"}

# What stands in an empty written answer.
c.ClearSolutions.text_stub = "*Your answer here.*"

# Autograding runs behind the boundary (docs/security.md), from the command line and from the formgrader alike.
from grading.autograde import install  # noqa: E402

install(c)

"""What instructors run. Each module's docstring says its job and what it leaves to others.

Command line    cli (workbook), report (tables), check (one notebook), mistakes (of a class)
Masters         master (reads, refuses), build (source, release), tests_split (cuts hidden parts off)
Verifying       catalogue (wrong/, right/), cases (a fork each), local (runs tests without a boundary), verify (judges),
                agree (the same behind the boundary), inputs (what tests hand to answers), mutants
Diagnosis       diagnosis (which known mistake; what is seen of a result stands in utils.diagnosis)
Grading, in the order in which a submission goes:
                autograde (in nbgrader's place), batch (several side by side, handed back in order),
                intake, cells (files of a submission, then cells, nothing trusted),
                assignment, matching, assemble (the instructor's side; whose version a cell is; answers put into it),
                engine, attempt, plan, parts (a submission, one run of it, what there is to run, a part of a test),
                budgets, deaths, undefined (its time; which step ended the process; why a name is not there),
                verdicts, record, sanitize (how tests ended; gradebook and files; pages that run nothing)
Student's side  student (kernel, limits), provisioner (starts it), seats (forks for tests), wire (its messages),
                processes (time, memory); inside the sandbox: launch (first),
                optional_imports (that cells go on without), guest (serves the calls of a test)
Trusted side    examiner (handle), examiner_process, exam (one test), proxies (the student's functions),
                student_errors (their exceptions)
Shared          codec (plain data only), sandbox (bubblewrap), syscalls, fonts, limits (c.Boundary), seeds
Demonstration   demo (steps), demo_class, demo_trouble (members), demo_desk (how they fill in)
"""

"""What instructors run: build, sandbox, examiner, verdicts, reports and the command line."""

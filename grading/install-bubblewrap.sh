#!/bin/sh
# Student code runs under bubblewrap: installs it where that is possible, else says the one command.
command -v bwrap >/dev/null 2>&1 && exit 0
if [ "$(uname -s)" != Linux ]; then
    echo "Grading needs Linux (student code runs under bubblewrap); building and teaching work here."
elif [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    apt-get update -qq && apt-get install -y -qq bubblewrap >/dev/null || echo "Grading needs bubblewrap: apt-get install bubblewrap"
else
    echo "Grading needs bubblewrap. Please type: sudo apt-get install bubblewrap"
fi

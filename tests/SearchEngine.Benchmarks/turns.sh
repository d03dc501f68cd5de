#!/bin/bash
# Runs two commands by turns of half a second, until one has ended; then the other goes on alone. The speed of a shared
# machine changes within minutes: so both see the same minutes. Medians are to be compared then, for a turn that ends within
# a query makes that one long.
# usage: turns.sh 'COMMAND > FILE' 'COMMAND > FILE'
set -u
[ $# -eq 2 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
turn=0.5

# Each in a process group of its own, so that what a command starts stops with it.
setsid bash -c "$1" & first=$!
setsid bash -c "$2" & second=$!
trap 'kill -KILL -- -$first -$second 2>/dev/null' INT TERM
goes() { kill -0 "$1" 2>/dev/null; }
tell() { kill "-$1" -- "-$2" 2>/dev/null; }

while goes $first && goes $second; do
  tell STOP $second; tell CONT $first; sleep $turn
  tell STOP $first; tell CONT $second; sleep $turn
done
tell CONT $first
tell CONT $second
wait $first; one=$?
wait $second; two=$?
[ $one -eq 0 ] && [ $two -eq 0 ]

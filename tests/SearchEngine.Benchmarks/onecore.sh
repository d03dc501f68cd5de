#!/bin/bash
# Runs a command that asks queries, ours or the peer's, with the thread that asks on one core; all its other threads run where
# they like. The cores of a shared machine may differ by half, as others use them: on the same one, rounds of one engine
# after the other agree within some per cent. Rates of two threads are to be measured without this.
# usage: onecore.sh CORE COMMAND...
set -u
[ $# -ge 2 ] || { sed -n '2,5s/^# //p' "$0" >&2; exit 2; }
core=$1
shift

descendants() { for child in $(pgrep -P "$1"); do echo "$child"; descendants "$child"; done; }

# .NET asks on a process's first thread; Java's launcher starts another one, of the same name, for the program's main.
pin() {
  case $(cat "/proc/$1/comm" 2>/dev/null) in
    dotnet) taskset -cp "$core" "$1" ;;
    java)
      for thread in /proc/"$1"/task/*; do
        id=${thread##*/}
        [ "$id" != "$1" ] && [ "$(cat "$thread/comm")" = java ] && taskset -cp "$core" "$id"
      done
      ;;
  esac >&2
}

"$@" &
command=$!
# Both engines warm up for longer than this; the thread is there by then.
sleep 2
for process in $command $(descendants $command); do
  pin "$process"
done
wait $command

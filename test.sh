#!/usr/bin/env bash
# Builds everything and runs every test and tool. Installs a browser, fonts and Node where they are missing.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

browser() {
  local name
  for name in "${BACKOFFICE_CHROMIUM:-}" chromium chromium-browser google-chrome-stable google-chrome; do
    if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then command -v "$name"; return 0; fi
  done
  return 1
}

if ! browser >/dev/null && command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  echo "Installing chromium for the browser tests"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-liberation fonts-noto-cjk >/dev/null
fi

if ! { command -v node && command -v npm; } >/dev/null 2>&1 && command -v apt-get >/dev/null 2>&1; then
  as_root=""
  [ "$(id -u)" -eq 0 ] || as_root="sudo"
  echo "Installing node for the hostile client"
  $as_root apt-get update -qq
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends nodejs npm >/dev/null
fi

# Where there is none to be had from the system, the tests fetch Playwright's own.
BACKOFFICE_CHROMIUM="$(browser || true)"
export BACKOFFICE_CHROMIUM

times=""
lap=$SECONDS
timed() { # remembers how long the part took that ends here
  times="$times, $1 $((SECONDS - lap)) s"
  lap=$SECONDS
}

dotnet build AtlasBackOffice.sln
timed build

results="artifacts/tests"
rm -rf "$results"
failed=0
broken="" # what failed beside the tests that are counted
for project in Unit E2E; do
  echo "Testing $project"
  # Ten minutes in which no test begins or ends are a test that hangs: it is named, and what it started is ended.
  dotnet test "tests/$project" --no-build --results-directory "$results" --logger "trx;LogFileName=$project.trx" --logger "console;verbosity=minimal" \
    --blame-hang-timeout 10m --blame-hang-dump-type mini || failed=1
  timed "$project"
done

echo "Simulating the money path"
dotnet run -c Release --project tests/Simulation -- --schedules 5000 || broken="$broken simulation"
dotnet run -c Release --project tests/Simulation -- small-scope || broken="$broken small-scope"
timed simulation
echo "Catching planted defects"
# A tool that does not build is one failure among others: the totals are told all the same.
if dotnet build tests/Planted -c Release; then
  dotnet run --no-build -c Release --project tests/Planted -- --schedules 20000 || broken="$broken planted"
else
  broken="$broken planted-build"
fi

timed planted
echo "Killing the program"
# Compiled ahead of time it starts faster; the tool for that is not to be had everywhere.
if dotnet build tests/Kills -c Release -p:Precompiled=true || dotnet build tests/Kills -c Release; then
  dotnet run --no-build -c Release --project tests/Kills -- --kills 300 || broken="$broken kills"
else
  broken="$broken kills-build"
fi

timed kills
echo "Attacking the program"
dotnet run --no-build --project tests/Hostile -- --messages 20000 || broken="$broken hostile"
timed hostile

count() { # sums one counter over all result files
  sed -n "s/.*<Counters .*\b$1=\"\([0-9]*\)\".*/\1/p" "$results"/*.trx | awk '{ sum += $1 } END { print sum + 0 }'
}

passed=$(count passed)
total=$(count total)
executed=$(count executed)
echo
sed -n 's/.*<UnitTestResult .*testName="\([^"]*\)".*outcome="Failed".*/failed: \1/p' "$results"/*.trx
echo "took:${times#,}"
[ -z "$broken" ] || echo "also failed:$broken"
echo "$passed passed, $((executed - passed)) failed, $((total - executed)) skipped"
[ "$executed" -gt 0 ] && [ "$failed" -eq 0 ] && [ -z "$broken" ]

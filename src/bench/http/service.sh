# Starts the packaged service for a measurement and stops it at the end. The scripts beside it source this file.
# They change no setting of PostgreSQL: the service runs as shipped.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$(cd "$here/../../.." && pwd)
app=$project/target/quarkus-app
distribution=("$project"/target/sheshim-*.tar.gz)
examples=$project/src/test/resources/examples.jsonl
work=${SHESHIM_BENCH_FOLDER:-$project/target/bench-http}
service=
echo_server=
short=0
# one submitter sends all requests, without a rate limit
rate=1000000

missing() {
    echo "$1" >&2
    exit 2
}
[[ -f $app/quarkus-run.jar && -f ${distribution[0]} ]] || missing "target/quarkus-app or the distribution is missing: mvn -DskipTests package"
command -v java >/dev/null || missing "java is missing: install a JDK 17"

# Prints the jars of the service whose names match, as a class path.
jars() {
    ls "$app"/lib/main/*.jar | grep -E "$1" | paste -sd :
}

# Unpacks the distribution once, with its archive of classes: the service is measured as its launcher starts it. Sets launcher.
unpack() {
    launcher=$work/sheshim/bin/sheshim
    [[ ! -x $launcher ]] || return 0
    rm -rf "$work"
    mkdir -p "$work/sheshim"
    tar -xzf "${distribution[0]}" -C "$work/sheshim" --strip-components=1
    "$launcher" share-classes
}

# Starts the service on an empty folder; further arguments are options of its JVM. Sets url and api.
start_service() {
    unpack
    # the log of a service before has an address too
    rm -rf "$work/postgres" "$work/postgres.log" "$work/service.log"
    JAVA_OPTS="-Dquarkus.http.port=0 -Dsheshim.http.requests-per-second=$rate -Dsheshim.embedded.data-dir=$work/postgres -Dsheshim.log.folder=$work/postgres.log $*" \
        "$launcher" serve >"$work/service.log" 2>&1 &
    service=$!
    trap stop_all EXIT
    for _ in {1..1800}; do
        url=$(sed -nE 's/.*Listening on: (http:[^ ]*).*/\1/p' "$work/service.log" 2>/dev/null || true)
        if [[ -n $url ]]; then
            export API_KEY=$(cat "$work/postgres/api-key")
            api=$url/api/v1/decisions
            return 0
        fi
        kill -0 "$service" 2>/dev/null || break
        sleep 0.1
    done
    cat "$work/service.log" >&2
    missing "the service did not start"
}

# Starts a server at this port that answers 201 with the posted body. It ends with the script.
start_echo() {
    java -cp "$(jars 'io\.(vertx\.vertx-core|netty)|jackson-(core|databind|annotations)')" "$here/Echo.java" "$1" >/dev/null 2>&1 &
    echo_server=$!
}

stop_all() {
    [[ -z $echo_server ]] || kill "$echo_server" 2>/dev/null || true
    stop_service
}

stop_service() {
    [[ -z $service ]] || kill "$service" 2>/dev/null || true
    [[ -z $service ]] || wait "$service" 2>/dev/null || true
    service=
}

# The first application of the examples
body=$(head -1 "$examples" | sed 's/^{"name": "[^"]*", "application": //; s/, "expected": .*//')

# Prints the milliseconds until the first verdict, and stops the service. Arguments: folder with the API key, options of the JVM.
first_verdict() {
    local key=$1/api-key log=$1.log port start
    shift
    port=$(java "$here/FreePort.java")
    start=$(date +%s%N)
    JAVA_OPTS="-Dquarkus.http.port=$port -Dsheshim.log.folder=$log $*" "$launcher" serve >"$work/start.log" 2>&1 &
    local started=$!
    until curl -sf -o /dev/null -H "Authorization: Bearer $(cat "$key" 2>/dev/null)" -H 'Content-Type: application/json' -d "$body" "http://127.0.0.1:$port/api/v1/decisions"; do
        if ! kill -0 "$started" 2>/dev/null || (($(date +%s%N) - start > 120000000000)); then
            kill "$started" 2>/dev/null || true
            cat "$work/start.log" >&2
            missing "no verdict"
        fi
        sleep 0.01
    done
    echo $((($(date +%s%N) - start) / 1000000))
    kill "$started"
    wait "$started" 2>/dev/null || true
}

# The processor time in milliseconds that these processes have used
processor_millis() {
    local tick
    tick=$(getconf CLK_TCK)
    for each in "$@"; do cat "/proc/$each/stat" 2>/dev/null || true; done | awk -v tick="$tick" '{ sub(/.*\) /, ""); sum += $12 + $13 } END { print sum * 1000 / tick }'
}

# The processes of the embedded PostgreSQL
postgres() {
    local server
    server=$(head -1 "$work/postgres/cluster/postmaster.pid")
    echo "$server" $(cat "/proc/$server/task/$server/children")
}

# The memory in MB that a process has in use
resident() {
    awk '/^VmRSS/ { printf "%.0f", $2 / 1024 }' "/proc/$1/status"
}

# A program of this folder with the address of the service's PostgreSQL in front of its arguments.
on_database() {
    local program=$1 port
    shift
    port=$(sed -n 4p "$work/postgres/cluster/postmaster.pid")
    PGPASSWORD=$(cat "$work/postgres/password-owner") \
        java -cp "$(jars 'org.postgresql.postgresql')" "$here/$program" \
        "jdbc:postgresql://127.0.0.1:$port/sheshim" "$@"
}

machine() {
    echo "$(date -u +%F), $(nproc) processors ($(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo 2>/dev/null | head -1)), \
$(java -version 2>&1 | sed -n 's/.*version "\(.*\)".*/JDK \1/p'), revision $(git -C "$project" rev-parse --short HEAD 2>/dev/null || echo unknown)"
}

# Arguments: what is measured, value, "at least" or "at most", goal, unit
row() {
    local verdict=pass
    awk -v value="$2" -v way="$3" -v goal="$4" 'BEGIN { exit way == "at least" ? value + 0 < goal : value + 0 > goal }' || verdict=short
    [[ $verdict == pass ]] || short=1
    printf '%-58s %9s   %-8s %7s %-5s %s\n' "$1" "$2" "$3" "$4" "$5" "$verdict"
}

quotient() {
    awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", a / b }'
}

# Prints the line of numbers of wrk. Arguments: connections, seconds
load() {
    EXAMPLES=$examples NEW_REFERENCES=${new_references:-} wrk -t1 -c"$1" -d"$2"s --timeout 30s -s "$here/applications.lua" "$api" | sed -n 's/^RESULT //p'
}

rate() {
    awk '{ printf "%.0f", ($1 - $2) * 1e6 / $4 }' <<<"$1"
}

# milliseconds
p99() {
    awk '{ printf "%.1f", $6 / 1000 }' <<<"$1"
}

# The processor time of a verdict in microseconds. Arguments: line of numbers, milliseconds before and after
micros_each() {
    awk -v before="$2" -v after="$3" '{ printf "%.0f", (after - before) * 1000 / ($1 - $2) }' <<<"$1"
}

# Loads until three loads in turn are less than 5 % quicker than the quickest before them, at most four minutes
warm_up() {
    local quickest=0 steady=0 now
    for _ in {1..24}; do
        now=$(rate "$(load 32 10)")
        if awk -v now="$now" -v quickest="$quickest" 'BEGIN { exit !(now < quickest * 1.05) }'; then
            steady=$((steady + 1))
        else
            steady=0
        fi
        ((now < quickest)) || quickest=$now
        if ((steady == 3)); then
            echo "warm at $quickest verdicts/s"
            return
        fi
    done
    echo "not steady after four minutes: $now verdicts/s"
}

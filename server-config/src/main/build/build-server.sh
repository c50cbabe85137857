#!/usr/bin/env bash
# Makes target/server from the unpacked WildFly distribution: the modules of the driver and of our own classes, then the configuration lanerunner.xml, from
# standalone-full.xml and the scripts in src/main/scripts, and from that a second one, lanerunner-broker.xml, for an external broker. A script's line with
# %FEATURE% is repeated for each feature, a line with %FAMILY% for each family of events; both are names of folders in BUSINESS_DIR. Nothing is done when none
# of the inputs has changed.
# Usage: build-server.sh SERVER_DIR SCRIPTS_DIR DRIVER_JAR CLASSES_DIR BUSINESS_DIR
set -euo pipefail
server=$1 scripts=$2 driver=$3 classes=$4 business=$5
here=$(cd "$(dirname "$0")" && pwd)
order="trim microprofile ports datasource batch messaging security metrics logging http tls deployment"
with_broker="broker"

names() { for folder in "$@"; do basename "$folder"; done | LC_ALL=C sort -u; }
features=$(names "$business"/java/org/lanerunner/*/)
families=$(names "$business"/resources/org/lanerunner/*/events/*/)
lines() {
  grep -v '^#' "$1" | while IFS= read -r line; do
    case $line in
      *%FEATURE%*) for name in $features; do echo "${line//%FEATURE%/$name}"; done ;;
      *%FAMILY%*) for name in $families; do echo "${line//%FAMILY%/$name}"; done ;;
      *) echo "$line" ;;
    esac
  done
}

for script in "$scripts"/*.cli; do
  name=$(basename "$script" .cli)
  case " $order $with_broker " in *" $name "*) ;; *) echo "build-server: $script is not in the order of $0" >&2; exit 1 ;; esac
done

stamp=$({ cat "$0" "$here"/module-*.xml "$scripts"/*.cli "$driver"; echo "$features $families"; find "$classes" -type f | LC_ALL=C sort | xargs cat; } | cksum)
if [ -f "$server/lanerunner.stamp" ] && [ "$(cat "$server/lanerunner.stamp")" = "$stamp" ]; then exit 0; fi
rm -f "$server/lanerunner.stamp"

module=$server/modules/org/postgresql/main
mkdir -p "$module"
cp "$driver" "$module/postgresql.jar"
cp "$here/module-postgresql.xml" "$module/module.xml"

module=$server/modules/org/lanerunner/server/main
rm -rf "$module" && mkdir -p "$module"
cp -R "$classes" "$module/classes"
cp "$here/module-lanerunner.xml" "$module/module.xml"

configuration=$server/standalone/configuration
batch=$(mktemp)
trap 'rm -f "$batch" "$batch.log"' EXIT
# configure FROM TO SCRIPTS
configure() {
  cp "$configuration/$1" "$configuration/$2"
  {
    echo "embed-server --server-config=$2"
    for name in $3; do echo "echo $name"; lines "$scripts/$name.cli"; done
    echo "stop-embedded-server"
  } > "$batch"
  JBOSS_HOME=$server "${JAVA_HOME:+$JAVA_HOME/bin/}java" --add-opens=java.base/java.lang=ALL-UNNAMED -Djboss.home.dir="$server" -Djboss.cli.config="$server/bin/jboss-cli.xml" -jar "$server/jboss-modules.jar" -mp "$server/modules" \
    org.jboss.as.cli --file="$batch" > "$batch.log" 2>&1 || { grep -v '"outcome" => "success"' "$batch.log" >&2; exit 1; }
}
configure standalone-full.xml lanerunner.xml "$order"
configure lanerunner.xml lanerunner-broker.xml "$with_broker"
rm -rf "$server/standalone/data" "$server/standalone/log" "$server/standalone/tmp" "$configuration/standalone_xml_history" \
  "$server/docs" "$server/domain" "$server/appclient" "$server/welcome-content"
# The distribution lets only its owner read its (empty) lists of users; a data folder of another user needs to copy them.
chmod -R a+rX "$server"
echo "$stamp" > "$server/lanerunner.stamp"

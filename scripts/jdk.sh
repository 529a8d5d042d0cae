# Sourced by the other scripts: finds a JDK 25 and the tools that only building needs.

is_jdk_25() {
  [ -n "$1" ] && [ -x "$1/bin/javac" ] && [ -f "$1/release" ] &&
    grep -q '^JAVA_VERSION="25[."]' "$1/release"
}

# Prints the home of a JDK 25: JAVA_HOME if it is one, then the usual places. Fails if none is there.
find_jdk_25() {
  local candidate
  if is_jdk_25 "${JAVA_HOME:-}"; then
    printf '%s\n' "$JAVA_HOME"
    return 0
  fi
  for candidate in \
    /usr/lib/jvm/*25* \
    /opt/java/* /opt/jdk*25* \
    "$HOME"/.sdkman/candidates/java/25* \
    "$HOME"/.jdks/*25* \
    "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk@25/libexec/openjdk.jdk/Contents/Home; do
    if is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  if [ -x /usr/libexec/java_home ]; then
    candidate="$(/usr/libexec/java_home -v 25 2>/dev/null || true)"
    if is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  fi
  return 1
}

# Sets and exports JAVA_HOME to a JDK 25, or says what to install and ends the script.
require_jdk_25() {
  local home
  if ! home="$(find_jdk_25)"; then
    cat >&2 <<'TEXT'
lepta: no JDK 25 found. Install one, for example:
  Debian, Ubuntu   Eclipse Temurin: package temurin-25-jdk
  macOS            brew install openjdk@25
  any              sdk install java 25-tem   (SDKMAN)
and set JAVA_HOME to it if it lies in an unusual place.
TEXT
    exit 1
  fi
  export JAVA_HOME="$home"
}

# Maven; not needed to run a built jar.
require_build_tools() {
  if ! command -v mvn >/dev/null 2>&1; then
    echo "lepta: building needs Maven 3.8 or newer (Debian: apt-get install maven; macOS: brew install maven)." >&2
    exit 1
  fi
  # Maven's own libraries use what JDK 25 warns of; the warnings say nothing about this project.
  export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
}

# Node, for the tests alone: what it builds is committed, so that a build needs none.
require_node() {
  if ! command -v npm >/dev/null 2>&1; then
    echo "lepta: the tests need Node 20 or newer with npm (Debian: apt-get install nodejs npm; macOS: brew install node)." >&2
    exit 1
  fi
}

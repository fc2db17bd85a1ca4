# What the packages of Linux and macOS have in common; sourced by their scripts.
# Makes, below target/package: lib (the jars), mods (JavaFX for jlink), runtime (Java with JavaFX in it),
# server (the bundled MariaDB, unpacked and stripped) and image input.
set -euo pipefail

project=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
common=$project/packaging/common
work=$project/target/package

# What the program needs of Java beside what its libraries name; jdeps can't see what is found by name.
java_modules=java.base,java.compiler,java.desktop,java.instrument,java.logging,java.management,java.naming
java_modules+=,java.net.http,java.prefs,java.rmi,java.scripting,java.security.jgss,java.security.sasl,java.sql
java_modules+=,java.transaction.xa,java.xml
java_modules+=,jdk.charsets,jdk.crypto.ec,jdk.httpserver,jdk.localedata,jdk.management,jdk.net
java_modules+=,jdk.security.auth,jdk.security.jgss,jdk.unsupported,jdk.zipfs
# Whose way to write dates and numbers is known; the program itself speaks English.
languages=en,bg,cs,da,de,el,es,et,fi,fr,hr,hu,it,ja,ko,lt,lv,nb,nl,no,pl,pt,ro,sk,sl,sr,sv,tr,uk,zh
javafx_modules=javafx.base,javafx.graphics,javafx.controls,javafx.fxml

# How Java is started. The garbage collector without threads of its own starts fastest and is the smallest, and lists
# that are read page by page don't need more; the heap begins small, for Java's own choice is a share of the machine's
# memory. What Java itself has to say is none of a command's output.
java_options=(
    --enable-native-access=ALL-UNNAMED,javafx.graphics
    --sun-misc-unsafe-memory-access=allow
    # make_modules has done it (ADR 14).
    -Drackside.text.mended=true
    -XX:+UnlockDiagnosticVMOptions
    -XX:ArchiveRelocationMode=0
    # A start runs much code a little: the first compiler takes what runs two and a half times as often as usual. The
    # second would take half of two processors; it is kept for what runs a hundred times as often as usual. Nor is it
    # told how the program branched before: to write that down slows the whole start, and what counts most, hashing and
    # encrypting of backups, are pieces of machine code that need no such knowledge. Encrypting is called seldom, with
    # much at a time: for it 0.01 makes usual of a hundred times.
    -XX:Tier3InvocationThreshold=500
    -XX:Tier3MinInvocationThreshold=250
    -XX:Tier3CompileThreshold=5000
    -XX:Tier4InvocationThreshold=500000
    -XX:Tier4MinInvocationThreshold=200000
    -XX:Tier4CompileThreshold=1000000
    -XX:Tier4BackEdgeThreshold=4000000
    -XX:-C1ProfileBranches
    -XX:-C1ProfileCalls
    -XX:-C1ProfileCheckcasts
    -XX:-C1ProfileInlinedCalls
    -XX:-C1ProfileVirtualCalls
    -XX:TypeProfileLevel=0
    -XX:CompileCommand=quiet
    -XX:CompileCommand=CompileThresholdScaling,com.sun.crypto.provider.*::*,0.01
    -XX:+UseSerialGC
    -Xms64m
    -Xmn24m
    -Xmx1g
    -XX:-CreateCoredumpOnCrash
    -Xlog:disable
    -Xlog:all=error:stderr
)

say() { printf '\n== %s\n' "$*" >&2; }

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

need() {
    local command
    for command in "$@"; do
        command -v "$command" >/dev/null || fail "'$command' is not there: install it first (packaging/README.md)."
    done
}

# JAVA_HOME where it is a JDK 25, or one that lies in the usual places.
find_jdk() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* /Library/Java/JavaVirtualMachines/*25*/Contents/Home; do
        if [ -x "$home/bin/jpackage" ] && "$home/bin/java" -version 2>&1 | grep -q '"25'; then
            jdk=$home
            return
        fi
    done
    fail 'No JDK 25 found: set JAVA_HOME.'
}

# The project's version; jpackage wants numbers alone, and packages sort "~" before the release itself.
read_version() {
    version=$(sed -n 's:.*<version>\(.*\)</version>.*:\1:p' "$project/pom.xml" | head -1)
    package_version=${version%-SNAPSHOT}
    native_version=${version/-SNAPSHOT/~snapshot}
}

# The jar, its libraries and JavaFX, from a clean compile. Files get the build's own time, so that two builds are alike.
build_jars() {
    say 'Compiling'
    rm -rf "$work"
    mkdir -p "$work"
    (cd "$project" && mvn -B -ntp -q -Dmaven.test.skip=true ${maven_options:-} clean package \
        dependency:copy-dependencies@package-libraries dependency:copy-dependencies@package-javafx \
        dependency:copy-dependencies@package-server)
    cp "$project/target/rackside-$version.jar" "$work/lib/rackside.jar"
    stamp=$(sed -n 's:.*<project.build.outputTimestamp>\(.*\)</.*:\1:p' "$project/pom.xml")
}

# What libraries bring for other systems, and a web page that the demo's stub never shows, is not installed.
# $1: what of jna's folders is this system's, $2: what of zstd-jni's
slim_jars() {
    say 'Leaving out what is for other systems'
    repack 'jna-[0-9]*' "find com/sun/jna -mindepth 1 -maxdepth 1 -type d -name '*-*' ! -name '$1'"
    repack 'zstd-jni-*' "find . -mindepth 2 -maxdepth 2 -type d ! -path './$2' -path './*/*' \
        ! -path './com/*' ! -path './META-INF/*'"
    repack 'jna-platform-*' 'ls -d com/sun/jna/platform/win32'
    repack 'wiremock-*' "find assets -mindepth 1 -maxdepth 1"
    # What is in a signed jar can't come to lie in the start-up cache.
    repack 'bcprov-*' true
    repack 'hkdf-*' true
    # It names a jar beside it that isn't there; a cache whose class path has that is refused anywhere but here.
    repack 'cron-utils-*' true
}

# $1: the jar, $2: a command that lists what goes out of it
repack() {
    local jar parts=$work/repack
    jar=$(ls "$work"/lib/$1.jar)
    rm -rf "$parts"
    mkdir -p "$parts"
    (
        cd "$parts"
        unzip -q "$jar"
        eval "$2" | xargs -r rm -r
        rm -f META-INF/*.SF META-INF/*.RSA
        awk '/^Class-Path:/ { left = 1; next } left && /^ / { next } { left = 0; print }' META-INF/MANIFEST.MF >"$parts.mf"
        mv "$parts.mf" META-INF/MANIFEST.MF
        "$jdk/bin/jar" --create --date "$stamp" --manifest META-INF/MANIFEST.MF --file "$jar" \
            $(LC_ALL=C ls -A | grep -v '^META-INF$') $(find META-INF -type f ! -name MANIFEST.MF | LC_ALL=C sort)
    )
    rm -rf "$parts"
}

# One id of all jars, in the jar and in the launcher: by it the program knows a start-up cache of another build.
identify() {
    build=$(cd "$work/lib" && cat $(LC_ALL=C ls -- *.jar) | shasum -a 256 | cut -c1-32)
    mkdir -p "$work/id/dev/rackside"
    printf '%s\n' "$build" >"$work/id/dev/rackside/build.id"
    "$jdk/bin/jar" --update --date "$stamp" --file "$work/lib/rackside.jar" -C "$work/id" dev/rackside/build.id
}

# JavaFX's jars hold native libraries that it would unpack into a cache at each first start; in modules that jlink reads
# they come to lie in the runtime itself.
make_modules() {
    say 'JavaFX as modules'
    local module parts
    rm -rf "$work/mods"
    mkdir -p "$work/mods"
    for module in base graphics controls fxml; do
        parts=$work/javafx/$module
        rm -rf "$parts"
        mkdir -p "$parts/classes" "$parts/libs"
        # The one for this platform has a classifier behind its version.
        (cd "$parts/classes" && unzip -q "$work"/javafx/javafx-$module-*-*.jar)
        # Done here, it needn't be done at every start (ADR 14).
        [ "$module" != graphics ] ||
            "$jdk/bin/java" -cp "$work/lib/*" dev.rackside.fx.RightToLeft "$parts/classes"
        find "$parts/classes" -maxdepth 1 \( -name '*.so' -o -name '*.dylib' \) -exec mv {} "$parts/libs/" \;
        "$jdk/bin/jmod" create --class-path "$parts/classes" --libs "$parts/libs" --date "$stamp" \
            "$work/mods/javafx.$module.jmod"
    done
}

# Java's own archive of classes is left out: the program's start-up cache holds those classes too. Classes aren't
# compressed one by one: a package that is compressed as a whole is smaller for it, and they are read faster.
link_runtime() {
    say 'Linking the runtime'
    rm -rf "$work/runtime"
    "$jdk/bin/jlink" --module-path "$work/mods" --add-modules "$java_modules,$javafx_modules" \
        --strip-debug --no-header-files --no-man-pages --compress zip-0 --include-locales "$languages" \
        --output "$work/runtime"
}

# The program itself unpacks its server, and leaves out what it doesn't need.
unpack_server() {
    say 'The bundled server'
    rm -rf "$work/home" "$work/server"
    RACKSIDE_HOME=$work/home "$jdk/bin/java" --enable-native-access=ALL-UNNAMED \
        -cp "$work/lib/*:$work/server-jar/*:$work/javafx/*" dev.rackside.Main doctor >"$work/server.log" 2>&1 ||
        fail "The server was not unpacked: $(cat "$work/server.log")"
    mv "$work"/home/cache/server/mariadb-*/ "$work/server"
    mkdir -p "$work/server/licences"
    cp "$common"/licences/* "$work/server/licences/"
    rm -rf "$work/home"
}

# The jars in one order, so that two builds are alike; the program's own is the first. $1: their folder
jars() {
    echo rackside.jar
    (cd "$1" && LC_ALL=C ls -- *.jar) | grep -vx rackside.jar
}

# $1: the folder of the jars, $2: what stands for it, where it isn't the folder itself
class_path() {
    jars "$1" | sed "s|^|${2:-$1}/|" | paste -sd: -
}

# How the launcher starts Java. All of it stands here and in one order, so that two builds are alike.
# $1: the folder of the jars, $2: the file, then: more options
write_launcher() {
    local folder=$1 file=$2
    shift 2
    {
        echo '[Application]'
        echo 'app.mainclass=dev.rackside.Main'
        jars "$folder" | sed 's|^|app.classpath=$APPDIR/|'
        echo
        echo '[JavaOptions]'
        printf 'java-options=%s\n' '-Drackside.server=$APPDIR/server' "${java_options[@]}" "$@"
    } >"$file"
}

# Makes the start-up cache of the classes that the program loads until it shows its first rows. It has two files: those
# of the first picture are linked in advance, so that Java takes them in all at once; the many more that come after it
# are taken in as they are asked for, or the first picture, and every command, would wait for them.
# $1: the launcher, $2: its file of options, $3: the folder of the jars, $4: what stands for that folder in an option
train() {
    say 'The start-up cache'
    local first=rackside-$build-first.jsa rest=rackside-$build.jsa home=$work/rehearsal
    rm -rf "$home"
    # Java refuses the cache where a jar is of another time than it was then.
    touch -d "$stamp" "$3"/*.jar
    RACKSIDE_HOME=$home "$1" workspace create Sample --sample >"$work/rehearsal.log" 2>&1 ||
        fail "The program doesn't start: $(cat "$work/rehearsal.log")"
    rehearse "$1" paint "-XX:DumpLoadedClassList=$work/first.classes"
    "$work/runtime/bin/java" "${java_options[@]}" -Xshare:dump -XX:+AOTClassLinking \
        "-XX:SharedClassListFile=$work/first.classes" "-XX:SharedArchiveFile=$3/$first" \
        -cp "$(class_path "$3")" >"$work/rehearsal.log" 2>&1 ||
        fail "The first cache was not made: $(cat "$work/rehearsal.log")"
    rehearse "$1" start "-XX:SharedArchiveFile=$3/$first -XX:ArchiveClassesAtExit=$3/$rest"
    grep -q '^first-row' "$work/rehearsal.log" || fail "The rehearsal saw no row: $(cat "$work/rehearsal.log")"
    [ -s "$3/$rest" ] || fail "No cache was made: $(cat "$work/rehearsal.log")"
    rm -rf "$home"
    write_launcher "$3" "$2" "-Drackside.build=$build" -Drackside.cache.off=-Xshare:off \
        "-XX:SharedArchiveFile=$4/$first:$4/$rest"
}

# $1: the launcher, $2: how far, $3: Java's options
rehearse() {
    RACKSIDE_HOME=$work/rehearsal JAVA_TOOL_OPTIONS="-Drackside.rehearse=$2 $3" \
        on_display "$1" --workspace Sample >"$work/rehearsal.log" 2>&1 ||
        fail "The rehearsal failed: $(cat "$work/rehearsal.log")"
}

# Where a display is missing, one in memory does.
on_display() {
    if [ -n "${DISPLAY:-}" ] || [ "$(uname)" = Darwin ]; then
        "$@"
    else
        xvfb-run -a -s '-screen 0 1280x820x24' "$@"
    fi
}

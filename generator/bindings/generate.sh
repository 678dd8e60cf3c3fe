#!/bin/sh
# Makes the bindings: runs jextract over headers/wfp4j.h and replaces java/ by what it writes.
set -eu

mingw_made_for=10
package=io.github.wfp4j.bindings

usage() {
    cat <<'TEXT'
usage: generate.sh [--check] [--output DIR] [--mingw DIR | --windows-sdk DIR] [--include DIR]...

  --check            change nothing; compare with what is committed, print the differences, exit 1 if there are any
  --output DIR       write there instead of java/ beside this script (with --check: compare with that)
  --mingw DIR        folder with mingw-w64's headers; found by itself where Debian's package or its gcc is installed
  --windows-sdk DIR  use the Windows SDK instead: its folder Include/10.0.26100.0, with um, shared and ucrt in it
  --include DIR      one more folder of headers, such as the include folder of MSVC; may be repeated

jextract is taken from the environment variable JEXTRACT, or else from the PATH.
Exit codes: 0 done, 1 differs (--check), 2 anything else.
With the Windows SDK, or on Windows, the result differs from the committed one in ways that PROVENANCE.md lists.
TEXT
}

fail() {
    echo "generate.sh: $*" >&2
    exit 2
}

# On Windows in the form that both the shell and jextract understand.
absolute() {
    folder=$(CDPATH='' cd -- "$1" 2>/dev/null && pwd) || fail "no such folder: $1"
    if command -v cygpath >/dev/null 2>&1; then
        cygpath -m -- "$folder"
    else
        printf '%s\n' "$folder"
    fi
}

# The folder that holds mingw-w64's fwpmu.h: as the package lists it, or as its compiler finds it.
find_mingw() {
    header=
    if command -v dpkg >/dev/null 2>&1; then
        header=$(dpkg -L mingw-w64-x86-64-dev mingw-w64-common 2>/dev/null | grep '/include/fwpmu\.h$' | head -n 1) || :
    fi
    if [ -z "$header" ] && command -v x86_64-w64-mingw32-gcc >/dev/null 2>&1; then
        header=$(echo '#include <fwpmu.h>' | x86_64-w64-mingw32-gcc -x c -H -fsyntax-only - 2>&1 |
            sed -n 's/^\. //p' | head -n 1) || :
    fi
    [ -n "$header" ] || fail "mingw-w64's headers not found; install mingw-w64-x86-64-dev or give --mingw DIR"
    dirname -- "$header"
}

here=$(absolute "$(dirname -- "$0")")
output=$here/java
check=no
mingw=
sdk=
extra=
while [ $# -gt 0 ]; do
    case $1 in
        --check) check=yes ;;
        --output | --mingw | --windows-sdk | --include)
            [ $# -ge 2 ] || fail "$1 needs a folder"
            case $1 in
                --output)
                    mkdir -p -- "$2"
                    output=$(absolute "$2")
                    ;;
                --mingw) mingw=$(absolute "$2") ;;
                --windows-sdk) sdk=$(absolute "$2") ;;
                --include) extra="$extra$(absolute "$2")
" ;;
            esac
            shift
            ;;
        -h | --help)
            usage
            exit 0
            ;;
        *)
            usage >&2
            exit 2
            ;;
    esac
    shift
done
[ -z "$mingw" ] || [ -z "$sdk" ] || fail "--mingw and --windows-sdk exclude each other"

jextract=${JEXTRACT:-jextract}
jextract=$(command -v "$jextract") || fail "jextract not found; put it on the PATH or name it in JEXTRACT"
case $jextract in
    /* | ?:*) ;;
    *) jextract=$(absolute "$(dirname -- "$jextract")")/$(basename -- "$jextract") ;;
esac

work=$(absolute "$(mktemp -d)")
trap 'rm -rf -- "$work"' EXIT
trap 'exit 2' HUP INT TERM

if [ -n "$sdk" ]; then
    # Without -fms-extensions jextract drops macros with the suffix ui64, and there are many.
    flags="--target=x86_64-pc-windows-msvc
-fms-extensions
-fms-compatibility"
    folders="$sdk/um
$sdk/shared
$sdk/ucrt
"
    [ -f "$sdk/um/fwpmu.h" ] || fail "no um/fwpmu.h in $sdk"
else
    flags=--target=x86_64-w64-windows-gnu
    [ -n "$mingw" ] || mingw=$(find_mingw)
    folders="$mingw
"
    version=$(sed -n 's/^#define __MINGW64_VERSION_MAJOR *//p' "$mingw/_mingw_mac.h" 2>/dev/null) || :
    [ -n "$version" ] || fail "no _mingw_mac.h with a version in $mingw"
    if [ "$version" != "$mingw_made_for" ]; then
        echo "generate.sh: headers/ is made for mingw-w64 $mingw_made_for, this is $version." \
            "What it has corrected shows as an error below and is to be taken out of headers/mingw_*.h." >&2
    fi
fi

# jextract has no option for flags of the compiler; it reads them from this file in the working directory, one a line.
# The folders are given as the system's, or clang would warn about their #pragma pack.
{
    printf '%s\n' "$flags"
    printf '%s' "$folders$extra" | while IFS= read -r folder; do
        printf '%s\n' -isystem "$folder"
    done
} >"$work/compile_flags.txt"

status=0
(cd -- "$work" && "$jextract" -D _WIN32_WINNT=0x0A00 -D NTDDI_VERSION=0x0A000010 \
    --target-package "$package" --header-class-name Fwpuclnt --output "$work/java" \
    "@$here/includes.txt" "$here/headers/wfp4j.h") >"$work/log" 2>&1 || status=$?
cat -- "$work/log" >&2
[ "$status" = 0 ] || fail "jextract failed with exit code $status"
if grep -q -E '(^| )(warning|error):' "$work/log"; then
    fail "jextract gave a warning, see above; the bindings would lack something"
fi

made=$work/java/$(echo "$package" | tr . /)
if grep -r -l mingw_ "$made" >&2; then
    fail "a name that headers/mingw_renames.h hides has reached the files above; what refers to it must be declared anew"
fi

# jextract ignores a name that it does not find. Of a structure's spellings exactly one must have come out.
{
    cat -- "$made"/Fwpuclnt*.java | sed -n -E 's/^    public static [A-Za-z.]+ ([A-Za-z0-9_$]+)\(.*/call \1/p'
    for file in "$made"/*.java; do
        echo "file $(basename -- "$file" .java)"
    done
} >"$work/found"
awk '
    FILENAME == ARGV[1] { found[$1 " " $2] = 1; next }
    $1 == "--include-struct" {
        name = $2
        gsub(/^_+|_+$/, "", name)
        count[name] += ("file " $2) in found
        next
    }
    $1 == "--include-typedef" && !(("file " $2) in found) { print "missing: " $2; bad = 1 }
    ($1 == "--include-function" || $1 == "--include-constant") && !(("call " $2) in found) { print "missing: " $2; bad = 1 }
    END {
        for (name in count) {
            if (count[name] != 1) {
                print (count[name] == 0 ? "missing: struct " : "more than one tag: struct ") name
                bad = 1
            }
        }
        exit bad
    }' "$work/found" "$here/includes.txt" >&2 || fail "the bindings do not hold what includes.txt asks for"

committed=$output/$(echo "$package" | tr . /)
if [ "$check" = yes ]; then
    [ -d "$committed" ] || fail "nothing to compare with in $output"
    if diff -r -u "$committed" "$made"; then
        echo "generate.sh: the same as what is committed"
        exit 0
    fi
    exit 1
fi
rm -rf -- "$committed"
mkdir -p -- "$committed"
cp -- "$made"/*.java "$committed"
echo "generate.sh: wrote $(find "$committed" -name '*.java' | wc -l) files"

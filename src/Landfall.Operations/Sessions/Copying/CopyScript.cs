using System.Globalization;
using System.Text;

namespace Landfall.Operations.Sessions.Copying;

/// <summary>
/// What runs in the container: <c>/bin/sh</c> and <c>base64</c>, which both ends speak through the session's terminal. Every line that
/// is said to the other end begins with a mark that nothing else has; everything else between them is base64.
/// </summary>
internal static class CopyScript
{
    /// <summary>A command that sends a file.</summary>
    /// <param name="mark">The mark: letters and digits.</param>
    /// <param name="path">The file.</param>
    /// <returns>The command.</returns>
    public static string Sending(string mark, string path) => Command($$"""
        m={{mark}}; f={{Quoted(path)}}
        if [ -d "$f" ]; then echo "$m is-folder"
        elif [ ! -e "$f" ]; then echo "$m is-missing"
        elif [ ! -f "$f" ]; then echo "$m is-special"
        elif [ ! -r "$f" ]; then echo "$m is-closed"
        else
          echo "$m size" $(wc -c < "$f")
          base64 < "$f"
          echo "$m end" $(sha256sum < "$f" 2>/dev/null)
        fi
        """);

    /// <summary>
    /// A command that takes a file. It goes to a name of its own first, and to its place once all of it is there, so that nobody
    /// ever finds half a file.
    /// </summary>
    /// <param name="mark">The mark: letters and digits.</param>
    /// <param name="path">Where it goes; a folder is given a file of the name.</param>
    /// <param name="file">The file.</param>
    /// <param name="force">True to write over a file that is there.</param>
    /// <returns>The command.</returns>
    public static string Taking(string mark, string path, LocalFile file, bool force) => Command($$"""
        m={{mark}}; f={{Quoted(path)}}
        if [ -d "$f" ]; then f="${f%/}"/{{Quoted(file.Name)}}; fi
        t="$f.$m"
        if [ -d "$f" ]; then echo "$m is-folder"
        elif [ -e "$f" ] && [ {{(force ? 1 : 0)}} = 0 ]; then echo "$m is-there $f"
        elif ! ( : > "$t" ) 2>/dev/null; then echo "$m is-closed"
        else
          trap 'rm -f "$t"' EXIT
          trap 'exit 1' HUP INT TERM
          stty -echo 2>/dev/null
          echo "$m ready"
          base64 -d > "$t"
          z=$(( $(wc -c < "$t") )); s=$(sha256sum < "$t" 2>/dev/null); s="${s%% *}"
          if [ "$z" != {{file.Bytes.ToString(CultureInfo.InvariantCulture)}} ] || [ "${s:-{{file.Sha256}}}" != {{file.Sha256}} ]; then echo "$m is-broken $z"
          elif chmod {{file.Mode}} "$t" && mv -f "$t" "$f"; then echo "$m end $s"
          else echo "$m is-closed"
          fi
        fi
        """);

    // ECS takes one string and splits it into words; in single quotes nothing but letters, digits and the four signs of base64 is safe
    // from everything that reads it on the way.
    private static string Command(string script) =>
        $"/bin/sh -c 'eval \"$(echo {Convert.ToBase64String(Encoding.UTF8.GetBytes(script.ReplaceLineEndings("\n")))} | base64 -d)\"'";

    // "./" before a name that would be taken for an option.
    private static string Quoted(string path) => $"'{(path.StartsWith('-') ? "./" : "")}{path.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}

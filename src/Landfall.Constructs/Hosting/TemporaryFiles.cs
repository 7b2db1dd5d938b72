using Environment = System.Environment;

namespace Landfall.Constructs.Hosting;

/// <summary>
/// Temporary files of a host. The jsii runtime unpacks the CDK's library, 60 MB, into the folder for temporary files and
/// leaves it there; so a host has one of its own, which goes with it. What a host leaves that was killed, the next one takes away.
/// </summary>
internal static class TemporaryFiles
{
    private const string Prefix = "landfall-host-";

    // Held as long as its process lives: whoever can open it sees that nobody does. Process numbers would not tell, as
    // containers count their own and may share the folder.
    private const string Lock = "lock";

    private static readonly Lazy<FileStream> Held = new(Begin);

    /// <summary>Gives this process, and what it starts, a folder of its own. It has to be done before the first use of the CDK.</summary>
    public static void Separate() => _ = Held.Value;

    private static FileStream Begin()
    {
        foreach (var left in Directory.EnumerateDirectories(Path.GetTempPath(), Prefix + "*"))
        {
            TakeAway(left);
        }

        var folder = Directory.CreateTempSubdirectory(Prefix).FullName;
        var held = new FileStream(Path.Combine(folder, Lock), FileMode.CreateNew, FileAccess.Write, FileShare.None);
        foreach (var name in (string[])["TMPDIR", "TMP", "TEMP"]) // of Unix, and the two of Windows
        {
            Environment.SetEnvironmentVariable(name, folder);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            held.Dispose();
            TakeAway(folder);
        };
        return held;
    }

    private static void TakeAway(string folder)
    {
        try
        {
            using (new FileStream(Path.Combine(folder, Lock), FileMode.Open, FileAccess.Write, FileShare.None))
            {
                foreach (var inside in Directory.EnumerateDirectories(folder))
                {
                    Directory.Delete(inside, recursive: true);
                }
            }

            Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody else's, or Node still writes there: the next host tries again.
        }
    }
}

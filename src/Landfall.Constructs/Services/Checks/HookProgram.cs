using System.Security.Cryptography;
using System.Text;
using Landfall.Config;

namespace Landfall.Constructs.Services.Checks;

/// <summary>The function's program, which comes with Landfall, and the check files beside it.</summary>
internal static class HookProgram
{
    /// <summary>Names the folder that <c>eng/hooks.sh</c> has written; without it the program is in this library.</summary>
    public const string Variable = "LANDFALL_HOOKS";

    /// <summary>What it is compiled for.</summary>
    public const string Architecture = "x86_64";

    private const string Name = "bootstrap";

    /// <summary>Writes what Lambda gets.</summary>
    /// <param name="folder">An empty folder.</param>
    /// <param name="project">The folder of the file.</param>
    /// <param name="files">The check files, below it.</param>
    /// <returns>A hash of what was written.</returns>
    /// <exception cref="LandfallException">This Landfall came without the program.</exception>
    public static string Write(string folder, string project, IEnumerable<string> files)
    {
        var program = Path.Combine(folder, Name);
        using (var source = Open())
        using (var target = File.Create(program))
        {
            source.CopyTo(target);
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        }

        var written = new List<string> { Name };
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            var target = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(Path.Combine(project, file), target);
            written.Add(file);
        }

        return HashOf(folder, written);
    }

    private static string HashOf(string folder, IEnumerable<string> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(file + '\0'));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(folder, file))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static Stream Open()
    {
        var file = Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder ? Path.Combine(folder, Name) : null;
        return (file is not null && File.Exists(file) ? File.OpenRead(file) : typeof(HookProgram).Assembly.GetManifestResourceStream(Name))
            ?? throw new LandfallException(
                ErrorCodes.HookProgramMissing,
                $"The file has 'deploy.checks', and this Landfall came without the function that runs them. In a checkout 'eng/hooks.sh' makes it, which needs clang or gcc; then set {Variable} to the folder .build/hooks of the checkout.");
    }
}

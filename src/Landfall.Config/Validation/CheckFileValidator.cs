using Landfall.Checks;
using Landfall.Checks.Format;
using Landfall.Config.Loading;
using Landfall.Config.Model;

namespace Landfall.Config.Validation;

/// <summary>Reads the check files that services name, so that a fault in one shows before anything is deployed.</summary>
internal static class CheckFileValidator
{
    /// <summary>Reads them.</summary>
    /// <param name="root">The folder of the file; empty where there is none, so that no file can be there.</param>
    /// <param name="environments">The environments.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Validate(string root, IReadOnlyList<EnvironmentSettings> environments, ProblemList problems)
    {
        if (root.Length == 0)
        {
            return;
        }

        var read = new Dictionary<string, (string? Fault, IReadOnlyList<CheckFault> Faults)>(StringComparer.Ordinal);
        var checks = from environment in environments from service in environment.Settings.Services.Values from check in service.Deploy.Checks where check.File is not null select check;
        foreach (var check in checks)
        {
            if (!read.TryGetValue(check.File!, out var found))
            {
                read[check.File!] = found = Read(root, check.File!);
            }

            if (found.Fault is { } fault)
            {
                problems.Add(check.MarkOf("file"), ErrorCodes.CheckFile, fault);
            }

            foreach (var (line, column, message) in found.Faults)
            {
                problems.AddOf(check.File!, line, column, ErrorCodes.CheckFile, message);
            }
        }
    }

    private static (string? Fault, IReadOnlyList<CheckFault> Faults) Read(string root, string file)
    {
        var path = Path.GetFullPath(Path.Combine(root, file));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return ($"'{file}' is not below the folder of the file. Move it there, for example to checks/.", []);
        }

        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[CheckLimits.FileBytes + 1];
            return (null, CheckFileReader.Read(bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false))).Faults);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return ($"There is no check file '{file}'. Write one; 'GET /health' on its only line is enough.", []);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return ($"The check file '{file}' cannot be read: {e.Message}", []);
        }
    }
}

using Landfall.Checks;
using Landfall.Checks.Browsing;
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

        var read = new Dictionary<string, Reading>(StringComparer.Ordinal);
        var checks = from environment in environments from service in environment.Settings.Services.Values from check in service.Deploy.Checks where check.File is not null select (check, environment.Settings.Secrets);
        foreach (var (check, secrets) in checks)
        {
            if (!read.TryGetValue(check.File!, out var found))
            {
                read[check.File!] = found = Read(root, check);
            }

            if (found.Missing is { } fault)
            {
                problems.Add(check.MarkOf("file"), ErrorCodes.CheckFile, fault);
            }

            foreach (var (line, column, message) in found.Faults)
            {
                problems.AddOf(check.File!, line, column, ErrorCodes.CheckFile, message);
            }

            if (found.Browser is { } browser && check.Knows("secrets"))
            {
                CompareSecrets(check, browser, secrets.Keys, problems);
            }
        }
    }

    /// <summary>What is typed is given, and nothing else: who reads the file of the system sees which secrets a page gets.</summary>
    private static void CompareSecrets(CheckModel check, BrowserFile browser, IEnumerable<string> known, ProblemList problems)
    {
        foreach (var (name, line, column) in browser.Secrets.Where(secret => !check.Secrets.Contains(secret.Name)))
        {
            problems.AddOf(check.File!, line, column, ErrorCodes.CheckFile, $"The secret '{name}' is typed here, and the check is not given it. Add it: {{ file: {check.File}, secrets: [{string.Join(", ", check.Secrets.Append(name))}] }}.");
        }

        foreach (var name in check.Secrets.Intersect(known).Where(name => browser.Secrets.All(secret => secret.Name != name)))
        {
            problems.Add(check.MarkOf("secrets"), ErrorCodes.CheckKind, $"'{check.File}' types no secret '{name}'. Remove it, or type it: type \"{{{{secret.{name}}}}}\" into \"Password\".");
        }
    }

    private static Reading Read(string root, CheckModel check)
    {
        var file = check.File!;
        var path = Path.GetFullPath(Path.Combine(root, file));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            return new Reading($"'{file}' is not below the folder of the file. Move it there, for example to checks/.", [], null);
        }

        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[CheckLimits.FileBytes + 1];
            var content = bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
            if (!check.IsBrowser)
            {
                return new Reading(null, CheckFileReader.Read(content).Faults, null);
            }

            var browser = BrowserFileReader.Read(content);
            return new Reading(null, browser.Faults, browser.File);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return new Reading($"There is no check file '{file}'. Write one; '{(check.IsBrowser ? "open /" : "GET /health")}' on its only line is enough.", [], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Reading($"The check file '{file}' cannot be read: {e.Message}", [], null);
        }
    }

    private sealed record Reading(string? Missing, IReadOnlyList<CheckFault> Faults, BrowserFile? Browser);
}

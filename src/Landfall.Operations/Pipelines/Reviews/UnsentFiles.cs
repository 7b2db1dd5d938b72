using System.Text.RegularExpressions;
using Landfall.Config;

namespace Landfall.Operations.Pipelines.Reviews;

/// <summary>Files that no model is shown, by their names.</summary>
internal static partial class UnsentFiles
{
    private static readonly HashSet<string> Locks = new(StringComparer.OrdinalIgnoreCase)
    {
        "package-lock.json", "npm-shrinkwrap.json", "pnpm-lock.yaml", "packages.lock.json", "go.sum", "go.work.sum", "bun.lockb", "gradle.lockfile", "package.resolved",
    };

    private static readonly HashSet<string> OthersFolders = new(StringComparer.Ordinal) { "node_modules", "vendor", "third_party", OwnState.WorkFolder, OwnState.CdkOutput };

    /// <summary>Tells why a file is not shown.</summary>
    /// <param name="path">The file, from the repository's root.</param>
    /// <returns>The reason, in a sentence; null where nothing is against it.</returns>
    public static string? Reason(string path)
    {
        var parts = path.Split('/');
        return Secret().IsMatch(parts[^1]) ? "Files of this name hold secrets."
            : Locks.Contains(parts[^1]) || parts[^1].EndsWith(".lock", StringComparison.OrdinalIgnoreCase) ? "It is a lock file."
            : Generated().IsMatch(parts[^1]) ? "Files of this name are generated."
            : parts.SkipLast(1).Any(OthersFolders.Contains) ? "Its folder holds what others have written, or what is generated."
            : null;
    }

    [GeneratedRegex(@"^(\.env(\..*)?|.*\.env|\.envrc|\.npmrc|\.pypirc|\.netrc|\.pgpass|\.htpasswd|id_(rsa|dsa|ecdsa|ed25519).*|credentials|.*\.(pem|key|p12|pfx|jks|keystore|ppk|asc|gpg|kdbx|tfvars|tfvars\.json|tfstate|tfstate\.backup))$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(\.min\.(js|css)|\.(js|css)\.map|\.g\.cs|\.designer\.cs|\.generated\.[a-z]+|\.pb\.go|_pb2(_grpc)?\.py|\.snap|\.svg)$", RegexOptions.IgnoreCase)]
    private static partial Regex Generated();
}

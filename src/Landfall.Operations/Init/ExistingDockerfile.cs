using System.Globalization;
using System.Text.RegularExpressions;

namespace Landfall.Operations.Init;

/// <summary>What a Dockerfile that is there says about the service in its image.</summary>
internal sealed partial class ExistingDockerfile
{
    private ExistingDockerfile(string text)
    {
        // What the last stage says holds: the image is made from it.
        var stage = text[(text.LastIndexOf("\nFROM ", StringComparison.OrdinalIgnoreCase) + 1)..];
        Port = Number(Expose().Match(stage)) ?? Number(PortVariable().Match(stage));
        Health = Check().Match(stage) is { Success: true } match ? match.Groups[1].Value : null;
    }

    /// <summary>The port that it exposes or that PORT names, or null.</summary>
    public int? Port { get; }

    /// <summary>The path that its own check asks for, or null.</summary>
    public string? Health { get; }

    /// <summary>Reads a folder's Dockerfile.</summary>
    /// <returns>What it says; null when there is none.</returns>
    public static ExistingDockerfile? In(string folder) =>
        File.Exists(Path.Combine(folder, "Dockerfile")) ? new ExistingDockerfile("\n" + File.ReadAllText(Path.Combine(folder, "Dockerfile"))) : null;

    private static int? Number(Match match) => match.Success
        && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535 ? port : null;

    [GeneratedRegex(@"^\s*EXPOSE\s+(\d+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex Expose();

    [GeneratedRegex(@"^\s*ENV\s+(?:.*\s)?(?:PORT|ASPNETCORE_HTTP_PORTS|SERVER_PORT)[= ]""?(\d+)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex PortVariable();

    [GeneratedRegex(@"HEALTHCHECK[\s\S]*?https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::[^/\s'""]+)?(/[^\s'""|\])]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Check();
}

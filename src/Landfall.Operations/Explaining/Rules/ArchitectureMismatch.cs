using System.Text.RegularExpressions;
using Landfall.Config.Plan;

namespace Landfall.Operations.Explaining.Rules;

/// <summary>The image is built for another processor.</summary>
internal sealed partial class ArchitectureMismatch : IHealthRule
{
    /// <inheritdoc />
    public string Id => "architecture-mismatch";

    /// <inheritdoc />
    public Finding? Explain(ServiceCase facts)
    {
        IReadOnlyList<string> said = [.. facts.Say(Says()), .. facts.LastLines.Where(line => Says().IsMatch(line))];
        var runs = facts.Service.Task.Architecture == CpuArchitecture.Arm64 ? "arm64" : "x86_64";
        return said.Count > 0
            ? new Finding(
                Id,
                $"The image has nothing that runs on {runs}, which the file asks for.",
                said,
                $"Build it for linux/{(runs == "arm64" ? "arm64" : "amd64")} ('docker build --platform'), or set 'architecture: {(runs == "arm64" ? "x86_64" : "arm64")}'.")
            : null;
    }

    [GeneratedRegex("exec format error|descriptor matching platform|no matching manifest for|image operating system", RegexOptions.IgnoreCase)]
    private static partial Regex Says();
}

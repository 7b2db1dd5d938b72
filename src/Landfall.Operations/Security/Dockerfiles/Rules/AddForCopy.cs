using System.Text.RegularExpressions;
using Landfall.Operations.Editing;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>ADD where COPY does.</summary>
internal sealed partial class AddForCopy() : DockerRule(new(
    "docker-add-for-copy", "ADD is used where COPY does", Severity.Low, "CIS Docker 4.9",
    "ADD unpacks archives and follows addresses, so that a file can become more than a file.",
    "Write COPY."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction is { Name: "ADD", Documents.Count: 0 } && CopySources.Of(i.Instruction) is { Count: > 0 } sources
                && sources.All(s => !CopySources.IsRemote(s) && !Archive().IsMatch(s) && !s.Contains('$', StringComparison.Ordinal)))
            .Select(i => At(i.Stage, i.Instruction).FixedBy(new ReplaceWord(i.Instruction.Line, "ADD", "COPY")));

    [GeneratedRegex(@"\.(tar|tgz|tbz2?|txz|tar\.\w+|gz|bz2|xz|zst)$", RegexOptions.IgnoreCase)]
    private static partial Regex Archive();
}

using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>Everybody may write to files of the image.</summary>
internal sealed partial class WritableByAll() : DockerRule(new(
    "docker-writable-by-all", "Files of the image can be written by everybody", Severity.Medium, "CIS Docker 4.8",
    "A program that was broken into can replace what another user, or the next start, runs.",
    "Give the files to the user that needs them: 'COPY --chown=app', 'chmod 755'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Commands.Any(c => c.Inner.Program == "chmod" && c.Inner.Arguments.FirstOrDefault(a => a is not ['-', ..]) is { } mode && Open().IsMatch(mode))
                || (i.Instruction.Name is "COPY" or "ADD" && i.Instruction.Flag("chmod") is { } given && Open().IsMatch(given)))
            .Select(i => At(i.Stage, i.Instruction));

    // The sticky bit, as /tmp has it, keeps others from replacing files.
    [GeneratedRegex(@"^([0246]?[0-7][0-7][2367])$|(^|,)(a|o|ugo|go)?[+=][rxst]*w")]
    private static partial Regex Open();
}

using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>A download goes into a shell.</summary>
internal sealed partial class PipeToShell() : DockerRule(new(
    "docker-pipe-to-shell", "A script from the network is run unseen", Severity.High, "CIS Docker 4.11",
    "Whoever controls the address runs what they like in the build, and nothing tells that it is another script than yesterday.",
    "Download it to a file, check its checksum, then run that; or install a package that is signed."))
{
    private static readonly HashSet<string> Shells = new(StringComparer.Ordinal) { "sh", "bash", "zsh", "dash", "ash", "ksh", "python", "python3", "perl", "ruby", "node", "php" };

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Name == "RUN" && (IsPiped(i.Instruction.Commands) || Substituted().IsMatch(i.Instruction.Arguments) || i.Instruction.Documents.Any(Substituted().IsMatch)))
            .Select(i => At(i.Stage, i.Instruction));

    private static bool IsPiped(IReadOnlyList<ShellCommand> commands)
    {
        var downloads = false;
        foreach (var command in commands)
        {
            if (!command.Piped)
                downloads = false;
            else if (downloads && Shells.Contains(command.Inner.Program) && RunsInput(command.Inner))
                return true;
            downloads |= command.Inner.Program is "curl" or "wget";
        }

        return false;
    }

    // "python -c …" and "python -m json.tool" read data; a shell's -s and - are the script.
    private static bool RunsInput(ShellCommand command) =>
        command.Program is "sh" or "bash" or "zsh" or "dash" or "ash" or "ksh" ? !command.Arguments.Contains("-c") : command.Arguments.All(word => word == "-");

    [GeneratedRegex(@"(sh|bash|zsh|eval|source)\s+(-\w+\s+)*[""']?(\$\(|`|<\()\s*(curl|wget)\b")]
    private static partial Regex Substituted();
}

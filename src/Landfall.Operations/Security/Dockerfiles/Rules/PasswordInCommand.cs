using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>RUN sets a password that it says.</summary>
internal sealed partial class PasswordInCommand() : DockerRule(new(
    "docker-password-in-command", "A build step sets a password", Severity.High, "CIS Docker 4.10",
    "The step stands in the image's history, for everybody who can pull it.",
    "Let no user of the image have a password; programs do not need one."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Name == "RUN" && i.Instruction.Commands.Any(c => c.Inner.Program is "chpasswd" || (c.Inner.Program == "passwd" && c.Piped) || Exports(c) || Login().IsMatch(string.Join(' ', c.Words))))
            .Select(i => At(i.Stage, i.Instruction));

    private static bool Exports(ShellCommand command) => command.Inner.Program is "export" && command.Words.Skip(1)
        .Any(word => word.Split('=', 2) is [var name, var value] && SecretName.IsOne(name) && SecretValue.IsPlain(value));

    [GeneratedRegex(@"^(sshpass -p\s*[^$\s]|docker login .*(-p|--password)[= ][^$\s]|aws configure set \S*(aws_secret_access_key|aws_session_token) [^$\s]|curl .*(-u|--user)[= ][^$\s:]+:[^$\s]+)")]
    private static partial Regex Login();
}

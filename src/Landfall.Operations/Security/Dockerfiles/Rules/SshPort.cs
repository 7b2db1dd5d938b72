using System.Globalization;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>The port of SSH is exposed.</summary>
internal sealed class SshPort() : DockerRule(new(
    "docker-ssh-port", "The image offers SSH", Severity.Medium, "CIS Docker 5.7",
    "A server for logins in a container has keys, users and holes of its own, and what is done through it is recorded nowhere.",
    "Remove the server and 'EXPOSE 22'. 'docker exec' and ECS Exec open a shell without it."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Name == "EXPOSE" && i.Stage is not null
                && (Expansion.Of(i.Instruction.Arguments, i.Stage.Variables(i.Instruction)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(Has22))
            .Select(i => At(i.Stage, i.Instruction));

    private static bool Has22(string port)
    {
        var ends = port.Split('/')[0].Split('-');
        return int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var last) && first <= 22 && last >= 22
            && !port.EndsWith("/udp", StringComparison.OrdinalIgnoreCase);
    }
}

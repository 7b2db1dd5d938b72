namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>RUN uses sudo.</summary>
internal sealed class Sudo() : CommandRule(new(
    "docker-sudo", "A build step uses sudo", Severity.Medium, "CIS Docker 4.3",
    "sudo stays in the image, where it is a way back to root.",
    "Run the step before USER, as root, without sudo."))
{
    /// <inheritdoc />
    protected override bool Breaks(ShellCommand command) => command.Program == "sudo";
}

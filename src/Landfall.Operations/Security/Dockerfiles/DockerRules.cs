using Landfall.Operations.Security.Dockerfiles.Rules;

namespace Landfall.Operations.Security.Dockerfiles;

/// <summary>The rules for Dockerfiles.</summary>
internal static class DockerRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<DockerRule> All { get; } =
    [
        new RootUser(),
        new FloatingTag(),
        new AddOfUrl(),
        new AddForCopy(),
        new SecretInVariable(),
        new SecretCopied(),
        new PipeToShell(),
        new Sudo(),
        new SshPort(),
        new SystemWorkdir(),
        new UnverifiedTls(),
        new UnverifiedPackages(),
        new WritableByAll(),
        new PasswordInCommand(),
        new UpdateAlone(),
        new NoHealthcheck(),
    ];
}

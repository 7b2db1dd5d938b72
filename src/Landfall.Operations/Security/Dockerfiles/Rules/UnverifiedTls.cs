namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>A certificate is not checked.</summary>
internal sealed class UnverifiedTls() : DockerRule(new(
    "docker-unverified-tls", "A connection's certificate is not checked", Severity.High, "CIS Docker 4.11",
    "Anybody on the way can answer in the server's place.",
    "Remove the switch; where the certificate is your own, install its authority in the image."))
{
    private static readonly Dictionary<string, string> Variables = new(StringComparer.Ordinal)
    {
        ["NODE_TLS_REJECT_UNAUTHORIZED"] = "0",
        ["PYTHONHTTPSVERIFY"] = "0",
        ["GIT_SSL_NO_VERIFY"] = "",
        ["PIP_TRUSTED_HOST"] = "",
        ["NPM_CONFIG_STRICT_SSL"] = "false",
    };

    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file) =>
        file.Instructions.Where(i => i.Instruction.Commands.Any(command => Breaks(command.Inner)) || SetsOne(i.Instruction)).Select(i => At(i.Stage, i.Instruction));

    private static bool Breaks(ShellCommand command) => command.Program switch
    {
        "curl" => command.Has("--insecure", 'k') || command.Has("--proxy-insecure"),
        "wget" => command.Has("--no-check-certificate"),
        "pip" or "pip3" => command.Has("--trusted-host"),
        "python" or "python3" => command.Arguments.Contains("pip") && command.Has("--trusted-host"),
        "npm" or "yarn" or "pnpm" => command.Has("--strict-ssl=false") || (command.Words is [_, "config" or "set", ..] && Says(command, "strict-ssl", "false")),
        "git" => command.Arguments.Any(word => word.Equals("http.sslVerify=false", StringComparison.OrdinalIgnoreCase)) || Says(command, "http.sslVerify", "false"),
        "apt" or "apt-get" => command.Arguments.Any(word => word.StartsWith("Acquire::https::Verify-Peer=false", StringComparison.OrdinalIgnoreCase)),
        "yum" or "dnf" or "microdnf" => command.Arguments.Any(word => word.EndsWith("sslverify=0", StringComparison.Ordinal) || word.EndsWith("sslverify=false", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    private static bool Says(ShellCommand command, string name, string value) =>
        command.Words.Zip(command.Words.Skip(1)).Any(pair => pair.First.Equals(name, StringComparison.OrdinalIgnoreCase) && pair.Second.Equals(value, StringComparison.OrdinalIgnoreCase));

    private static bool SetsOne(Instruction instruction) =>
        instruction.Name is "ENV" or "ARG" && Assignments.Of(instruction).Any(a => a.Value is { Length: > 0 } value && Variables.TryGetValue(a.Name.ToUpperInvariant(), out var bad)
            && (bad.Length == 0 ? value is not ("0" or "false") : value == bad));
}

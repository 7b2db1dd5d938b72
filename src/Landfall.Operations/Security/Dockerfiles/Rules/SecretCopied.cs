using System.Text.RegularExpressions;

namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>A file that holds secrets is copied into the image.</summary>
internal sealed partial class SecretCopied() : DockerRule(new(
    "docker-secret-copied", "A file with secrets is copied into the image", Severity.High, "CIS Docker 4.10",
    "Whoever can pull the image can read the file, also where a later layer removes it.",
    "Leave it out, also by .dockerignore; at the build use 'RUN --mount=type=secret'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file)
    {
        foreach (var (stage, instruction) in file.Instructions.Where(i => i.Instruction.Name is "COPY" or "ADD" && i.Instruction.Flag("from") is null))
        {
            if (CopySources.Of(instruction).FirstOrDefault(source => Secret().IsMatch(source)) is { } source)
                yield return At(stage, instruction, $"'{source}': {Facts.Reason}");
        }
    }

    [GeneratedRegex(@"(^|/)(\.env(\.(?!example|sample|template|dist|defaults?)[^/]*)?|id_(rsa|dsa|ecdsa|ed25519)|\.(npmrc|netrc|pypirc|pgpass|git-credentials|htpasswd)|\.(aws|ssh|gnupg|kube)(/.*)?|[^/]+\.(key|p12|pfx|jks|kdbx|keystore)|[^/]*(private|secret)[^/]*\.pem|credentials(\.json)?|service-account[^/]*\.json)$", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}

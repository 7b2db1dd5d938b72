namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>Packages without a signature are installed.</summary>
internal sealed class UnverifiedPackages() : CommandRule(new(
    "docker-unverified-packages", "Packages are installed without a check of their signature", Severity.High, "CIS Docker 4.11",
    "Whoever controls the mirror, or the way to it, controls what gets into the image.",
    "Remove the switch, and add the repository's key."))
{
    /// <inheritdoc />
    protected override bool Breaks(ShellCommand command)
    {
        var inner = command.Inner;
        return inner.Program switch
        {
            "apt" or "apt-get" or "aptitude" => inner.Has("--allow-unauthenticated") || inner.Has("--force-yes") || inner.Has("--allow-insecure-repositories"),
            "apk" => inner.Has("--allow-untrusted"),
            "yum" or "dnf" or "microdnf" or "tdnf" => inner.Has("--nogpgcheck"),
            "zypper" => inner.Has("--no-gpg-checks") || inner.Has("--no-gpg-check") || inner.Has("--allow-unsigned-rpm"),
            "rpm" => inner.Has("--nodigest") || inner.Has("--nosignature"),
            _ => false,
        };
    }
}

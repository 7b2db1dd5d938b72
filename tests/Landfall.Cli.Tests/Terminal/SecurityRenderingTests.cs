using Landfall.Cli.Terminal;
using Landfall.Operations.Security;

namespace Landfall.Cli.Tests.Terminal;

public sealed class SecurityRenderingTests
{
    private static readonly SecurityReport Report = new(
        7, Severity.High, Failed: true,
        [
            Finding("docker-floating-tag", Severity.Medium, 1), Finding("docker-root-user", Severity.High, 9), Finding("docker-floating-tag", Severity.Medium, 4), Finding("docker-no-healthcheck", Severity.Low, 1),
        ],
        [], [new("chart.yaml", "It is a template.")], ["Dockerfile:3 ignores docker-sudo, and there is nothing to ignore. Remove it."]);

    [Fact]
    public void Write_Findings_AreALineForEachRuleOfAFile()
    {
        var screen = Rendered(everything: false);

        Assert.Equal(
            """
            api/Dockerfile
              high     Title of docker-root-user [docker-root-user], line 9
              medium   Title of docker-floating-tag [docker-floating-tag], lines 1, 4

            """,
            screen.Data);
        Assert.Equal(
            """
            Not judged: chart.yaml: It is a template.
            Dockerfile:3 ignores docker-sudo, and there is nothing to ignore. Remove it.
            7 files: 1 high, 2 medium, 1 low. It fails from high on ('--fail-on'). '--verbose' shows low ones too, reasons and fixes.

            """,
            screen.Talk);
    }

    [Fact]
    public void Write_Everything_HasReasonsFixesAndLowOnes()
    {
        var data = Rendered(everything: true).Data;

        Assert.Contains("  low      Title of docker-no-healthcheck [docker-no-healthcheck] (CIS)\n           line 1 stage: Why.\n           Fix: How.\n", data, StringComparison.Ordinal);
    }

    private static SecurityFinding Finding(string rule, Severity severity, int line) => new(rule, $"Title of {rule}", severity, "api/Dockerfile", line, "stage", "Why.", "How.", "CIS");

    private static CapturedScreen Rendered(bool everything)
    {
        var screen = new CapturedScreen(400);
        SecurityRendering.Write(screen.Screen, Report, everything);
        return screen;
    }
}

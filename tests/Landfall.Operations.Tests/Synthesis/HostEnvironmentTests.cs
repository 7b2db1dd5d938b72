using Landfall.Operations.Synthesis;

namespace Landfall.Operations.Tests.Synthesis;

public sealed class HostEnvironmentTests
{
    [Fact]
    public void Of_VariablesOfAShell_KeepsWhatProgramsNeedAndNoSecrets()
    {
        var shell = new Dictionary<string, string>
        {
            ["PATH"] = "/bin",
            ["HOME"] = "/home/me",
            ["LANDFALL_HOOKS"] = "/hooks",
            ["LANDFALL_HOME"] = "/landfall",
            ["DOTNET_ROOT"] = "/dotnet",
            ["JSII_NODE"] = "/old/node",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["CDK_CONTEXT_JSON"] = "{}",
            ["PWD"] = "/project",
        };

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["DOTNET_ROOT"] = "/dotnet",
                ["DOTNET_TieredPGO"] = "0",
                ["HOME"] = "/home/me",
                ["JSII_NODE"] = "/tools/node",
                ["LANDFALL_HOOKS"] = "/hooks",
                ["PATH"] = "/bin",
            },
            HostEnvironment.Of(shell, "/tools/node"));
    }
}

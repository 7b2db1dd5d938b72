using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Landfall.EndToEnd.Tests;

/// <summary>The architecture document, beside what a deployment makes.</summary>
[LongRun]
public sealed class DocsTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Docs_OfAnEnvironment_NameTheAlarmsAndRolesThatADeploymentMakes()
    {
        var folder = cloud.CopySample("shop");
        var first = JsonNode.Parse((await cloud.LandfallAsync("docs", folder, "--env", "dev", "--html", "--json")).Succeeded().Output)!;
        var page = Path.Combine((string)first["folder"]!, "architecture-dev.html");
        var cells = XDocument.Load(page).Descendants().Where(e => e.Name.LocalName is "td" or "h3").Select(e => e.Value).ToHashSet();
        await cloud.DeployAsync(folder, "dev");

        var alarms = (await cloud.AwsAsync("cloudwatch", "describe-alarms", "--alarm-name-prefix", "shop-dev-"))["MetricAlarms"]!.AsArray().Select(alarm => (string)alarm!["AlarmName"]!).ToList();
        var roles = (await cloud.AwsAsync("cloudformation", "list-stack-resources", "--stack-name", "shop-dev-api"))["StackResourceSummaries"]!.AsArray()
            .Where(resource => (string?)resource!["ResourceType"] == "AWS::IAM::Role").Select(resource => $"{resource!["LogicalResourceId"]} of shop-dev-api").ToList();

        Assert.True(alarms.Count > 5 && roles.Count > 1);
        Assert.Empty(alarms.Concat(roles).Except(cells));
        Assert.All(first["files"]!.AsArray(), file => Assert.True((bool)file!["changed"]!));
        var second = JsonNode.Parse((await cloud.LandfallAsync("docs", folder, "--env", "dev", "--html", "--json")).Succeeded().Output)!;
        Assert.Equal(["architecture-dev.md", "architecture-dev.html"], second["files"]!.AsArray().Select(file => (string)file!["name"]!));
        Assert.All(second["files"]!.AsArray(), file => Assert.False((bool)file!["changed"]!));
    }

    [Fact]
    public async Task Docs_OfAProjectWithItsOwnHost_HaveWhatItAdds()
    {
        var folder = cloud.CopySample("extend");

        var document = JsonNode.Parse((await cloud.LandfallAsync("docs", folder, "--env", "demo", "--html", "--json")).Succeeded().Output)!;

        var cells = XDocument.Load(Path.Combine((string)document["folder"]!, "architecture-demo.html")).Descendants("td").Select(e => e.Value).ToList();
        Assert.Contains("ledger-demo-records", cells);
        Assert.Contains(cells, cell => cell.StartsWith("RDS DBInstance", StringComparison.Ordinal) && cell.EndsWith(" of ledger-demo-records", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Docs_WhereSomebodyElsesFileIs_WriteNothing()
    {
        var folder = cloud.CopySample("node-pipeline");
        var output = Path.Combine(folder, "handbook");
        Directory.CreateDirectory(output);
        var theirs = Path.Combine(output, "architecture-dev.html");
        await File.WriteAllTextAsync(theirs, "ours", TestContext.Current.CancellationToken);

        var refused = await cloud.LandfallAsync("docs", folder, "--env", "dev", "--output", output, "--html");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5080", refused.Error, StringComparison.Ordinal);
        Assert.Equal("ours", await File.ReadAllTextAsync(theirs, TestContext.Current.CancellationToken));
        Assert.Equal([theirs], Directory.GetFiles(output));
    }
}

using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What happens to a deployed environment when its file changes.</summary>
[LongRun]
public sealed class ChangeTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_LifeOfAnEnvironment_TouchesOnlyWhatChanged()
    {
        var folder = cloud.CopySample("shop");
        await cloud.DeployAsync(folder, "dev");

        var unchanged = LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev"));
        Assert.All(unchanged.Values, outcome => Assert.Equal("unchanged", outcome));

        Edit(folder, "memory: 2048", "memory: 4096");
        var changed = LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev"));
        Assert.Equal("shop-dev-api", Assert.Single(changed, s => s.Value == "updated").Key);
        Assert.Equal(7, changed.Count(s => s.Value == "unchanged"));

        // The mailer goes, and the API no longer uses the queue, the table and the secret; nothing may be held by an export.
        Edit(folder, "uses: [orders, audit, uploads, emails, stripe]", "uses: [orders, uploads]");
        RemoveMailer(folder);
        var unasked = (await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local")).Succeeded();
        Assert.Contains("left in place: shop-dev-mailer", unasked.Error, StringComparison.Ordinal);
        Assert.Matches(@"shop-dev-api\s+updated", unasked.Error);
        Assert.Matches(@"shop-dev-mailer\s+left in place", unasked.Error);
        var strict = await cloud.LandfallAsync("deploy", folder, "--env", "dev", "--local", "--exit-code", "--json");
        Assert.Equal(4, strict.ExitCode);
        Assert.Equal("leftInPlace", LocalCloud.Outcomes(JsonNode.Parse(strict.Output)!)["shop-dev-mailer"]);
        var removed = LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev"));
        Assert.Equal("deleted", removed["shop-dev-mailer"]);
        var mailer = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", "shop-dev", "--services", "mailer"))["services"]![0]!;
        Assert.Equal("INACTIVE", (string)mailer["status"]!);

        var destroyed = (await cloud.LandfallAsync("destroy", folder, "--env", "dev", "--local", "--yes")).Succeeded();
        Assert.Contains("is lost: AWS::DynamoDB::Table shop-dev-audit (shop-dev-data)", destroyed.Error, StringComparison.Ordinal);
        var stacks = (await cloud.AwsAsync("cloudformation", "list-stacks", "--stack-status-filter", "CREATE_COMPLETE", "UPDATE_COMPLETE"))["StackSummaries"]!.ToJsonString();
        Assert.DoesNotContain("shop-dev", stacks, StringComparison.Ordinal);
        var buckets = (await cloud.AwsAsync("s3api", "list-buckets"))["Buckets"]!.ToJsonString();
        Assert.DoesNotContain("shop-dev", buckets, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Destroy_WithoutTerminalOrYes_DeletesNothing()
    {
        var folder = cloud.CopySample("ecs-devops");
        await cloud.DeployAsync(folder, "demo", "--only", "network");

        var result = await cloud.LandfallAsync("destroy", folder, "--env", "demo", "--local");

        Assert.Equal(1, result.ExitCode);
        Assert.Contains("--yes", result.Error, StringComparison.Ordinal);
        (await cloud.AwsTextAsync("cloudformation", "describe-stacks", "--stack-name", "ecsdevops-demo-network", "--region", "us-east-2")).Succeeded();
    }

    private static void Edit(string folder, string from, string to)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        var text = File.ReadAllText(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(file, text.Replace(from, to, StringComparison.Ordinal));
    }

    private static void RemoveMailer(string folder)
    {
        var file = Path.Combine(folder, "landfall.yaml");
        var lines = File.ReadAllLines(file).ToList();
        var first = lines.FindIndex(l => l.StartsWith("  mailer:", StringComparison.Ordinal));
        var next = lines.FindIndex(first + 1, l => l.StartsWith("  nightly:", StringComparison.Ordinal));
        lines.RemoveRange(first, next - first);
        File.WriteAllLines(file, lines);
    }
}

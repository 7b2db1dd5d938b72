using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>The trail of changes, beside what the AWS CLI finds of it, and what becomes of one that somebody tampers with.</summary>
[LongRun]
public sealed class AuditTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string Bucket = "landfall-audit-123456789012-us-east-1";
    private const string Head = "/landfall/audit/traced/dev";

    [Fact]
    public async Task Audit_ChangesOfAllKinds_AreInTheTrailUntilSomebodyTampersWithIt()
    {
        var folder = cloud.Project("""
            app: traced
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            secrets: { stripe: {} }
            services:
              api: { type: internal, image: nginx:1, port: 8080, scale: { min: 1, max: 1 }, uses: [stripe] }
            """);
        Assert.Contains("has no trail", (await cloud.LandfallAsync("audit", folder, "--local")).Succeeded().Error, StringComparison.Ordinal);
        await cloud.DeployAsync(folder, "dev");
        await cloud.DeployAsync(folder, "dev"); // changes nothing, and leaves no entry
        (await cloud.LandfallFedAsync("sk_live_1", "secret", "set", folder, "--local", "--name", "stripe")).Succeeded();
        (await cloud.LandfallAsync("sleep", folder, "--local", "--dry-run")).Succeeded();
        (await cloud.LandfallAsync("sleep", folder, "--local", "--yes")).Succeeded();
        (await cloud.LandfallAsync("wake", folder, "--local")).Succeeded();

        var report = await ReadAsync(folder, 0);
        Assert.Equal(["deploy", "secret set", "sleep", "wake"], report["entries"]!.AsArray().Select(entry => (string)entry!["operation"]!));
        Assert.All(report["entries"]!.AsArray(), entry => Assert.StartsWith("arn:aws:sts::123456789012:", (string)entry!["by"]!, StringComparison.Ordinal));
        Assert.Contains(report["entries"]![0]!["subjects"]!.AsArray(), subject => (string)subject!["name"]! == "traced-dev-api" && subject["before"] is null && ((string)subject["after"]!).StartsWith("template ", StringComparison.Ordinal));
        Assert.Equal("""[{"name":"api","before":"1 task","after":"0 tasks"}]""", report["entries"]![2]!["subjects"]!.ToJsonString());

        // What the AWS CLI sees: an object for each entry, in versions, without the secret; and the head elsewhere.
        Assert.Equal(4, await CountAsync());
        Assert.Equal("Enabled", (string)(await cloud.AwsAsync("s3api", "get-bucket-versioning", "--bucket", Bucket))["Status"]!);
        Assert.Equal(4, (int)JsonNode.Parse(await HeadAsync())!["count"]!);
        Assert.DoesNotContain("sk_live_1", await GetAsync(2, folder), StringComparison.Ordinal);

        // A run that was interrupted between an entry and the head is no break, and the next change mends it.
        var head = await HeadAsync();
        await cloud.AwsAsync("ssm", "put-parameter", "--name", Head, "--overwrite", "--value", head.Replace("\"count\":4", "\"count\":3", StringComparison.Ordinal).Replace((string)JsonNode.Parse(head)!["hash"]!, await HashAsync(3, folder), StringComparison.Ordinal));
        Assert.Equal(1, (int)(await ReadAsync(folder, 0))["beyond"]!);
        (await cloud.LandfallAsync("sleep", folder, "--local", "--yes")).Succeeded();
        Assert.Equal((5, 0), ((int)(await ReadAsync(folder, 0))["count"]!, (int)(await ReadAsync(folder, 0))["beyond"]!));

        // Destroying keeps the trail.
        (await cloud.LandfallAsync("destroy", folder, "--local", "--yes")).Succeeded();
        Assert.Equal("destroy", (string)(await ReadAsync(folder, 0))["entries"]!.AsArray()[^1]!["operation"]!);

        // Editing, removing and cutting off show.
        var second = await GetAsync(2, folder);
        await PutAsync(2, second.Replace("secret set", "nothing", StringComparison.Ordinal), folder);
        Assert.Equal(3, (int)(await ReadAsync(folder, 1))["broken"]!["number"]!);
        await PutAsync(2, second, folder);
        await ReadAsync(folder, 0);
        var last = await GetAsync(6, folder);
        await cloud.AwsAsync("s3api", "delete-object", "--bucket", Bucket, "--key", Key(6));
        Assert.Contains("cut off its end", (string)(await ReadAsync(folder, 1))["broken"]!["reason"]!, StringComparison.Ordinal);
        await PutAsync(6, last, folder);
        await cloud.AwsAsync("ssm", "delete-parameter", "--name", Head);
        Assert.Contains("the head is gone", (string)(await ReadAsync(folder, 1))["broken"]!["reason"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deploy_Interrupted_IsInTheTrail()
    {
        var folder = cloud.Project("app: cut\nregion: us-east-1\nenvironments: { dev: { account: \"111111111111\" } }\nqueues: { emails: {} }\n");
        using var deploy = cloud.Start("deploy", folder, "--local");
        await deploy.WaitForErrorAsync("cut-dev-network: CREATE");
        await deploy.SignalAsync("INT");
        Assert.Equal(130, (await deploy.EndAsync()).ExitCode);

        var entry = Assert.Single((await ReadAsync(folder, 0))["entries"]!.AsArray())!;
        Assert.Equal(("deploy", "interrupted"), ((string)entry["operation"]!, (string)entry["outcome"]!));
    }

    private static string Key(int number) => $"traced/dev/{number:0000000000}.json";

    private async Task<JsonNode> ReadAsync(string folder, int exitCode)
    {
        var result = await cloud.LandfallAsync("audit", folder, "--local", "--json");
        Assert.Equal(exitCode, result.ExitCode);
        return JsonNode.Parse(result.Output)!;
    }

    private async Task<int> CountAsync() => (await cloud.AwsAsync("s3api", "list-objects-v2", "--bucket", Bucket, "--prefix", "traced/dev/"))["Contents"]!.AsArray().Count;

    private async Task<string> HeadAsync() => (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", Head))["Parameter"]!["Value"]!;

    private async Task<string> HashAsync(int number, string folder) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(await GetAsync(number, folder))));

    private async Task<string> GetAsync(int number, string folder)
    {
        var file = Path.Combine(folder, "entry.json");
        await cloud.AwsAsync("s3api", "get-object", "--bucket", Bucket, "--key", Key(number), file);
        return await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
    }

    private async Task PutAsync(int number, string text, string folder)
    {
        var file = Path.Combine(folder, "entry.json");
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
        await cloud.AwsAsync("s3api", "put-object", "--bucket", Bucket, "--key", Key(number), "--body", file);
    }
}

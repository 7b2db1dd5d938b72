using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>What a change does is shown before it is made, and its harm is agreed to by name.</summary>
public sealed class AgreementTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File = """
        app: ledger
        region: us-east-1
        environments: { dev: {} }
        tables: { audit: { partitionKey: id }, notes: { partitionKey: id } }
        queues: { emails: {} }
        buckets: { uploads: {} }
        services:
          tool: { type: internal, image: 111111111111.dkr.ecr.us-east-1.amazonaws.com/tool:1, uses: [audit] }
        """;

    [Fact]
    public async Task Deploy_HarmIsNotAgreedTo_TouchesNothingUntilItIs()
    {
        var folder = cloud.Project(File);
        await DeployAsync(folder, "--yes");
        var nothing = await cloud.LandfallAsync("diff", folder, "--local", "--exit-code", "--json");
        Assert.Equal(0, nothing.ExitCode);
        Assert.Empty(JsonNode.Parse(nothing.Output)!["stacks"]!.AsArray());

        // A table that holds data goes from the file.
        await cloud.AwsTextAsync("dynamodb", "put-item", "--table-name", "ledger-dev-notes", "--item", """{"id":{"S":"one"}}""");
        Write(folder, File.Replace(", notes: { partitionKey: id }", "", StringComparison.Ordinal));
        var diff = await cloud.LandfallAsync("diff", folder, "--local", "--exit-code", "--json");
        Assert.Equal(4, diff.ExitCode);
        var loss = Assert.Single(JsonNode.Parse(diff.Output)!["effects"]!.AsArray(), e => (string)e!["kind"]! == "losesData")!;
        Assert.Equal("table ledger-dev-notes", (string)loss["subject"]!);
        Assert.True((bool)loss["harmful"]!);
        Assert.StartsWith("1 item,", (string)loss["amount"]!, StringComparison.Ordinal);

        var refused = await DeployAsync(folder, "--yes");
        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5121", refused.Error, StringComparison.Ordinal);
        Assert.Contains((string)loss["id"]!, refused.Error, StringComparison.Ordinal);
        Assert.Equal(1, (await DeployAsync(folder, "--yes", "--accept", "losesData")).ExitCode);
        Assert.Equal(["ledger-dev-audit", "ledger-dev-notes"], await TablesAsync());

        string[] ids = [.. JsonNode.Parse(diff.Output)!["effects"]!.AsArray().Where(e => (bool)e!["harmful"]!).Select(e => (string)e!["id"]!)];
        (await DeployAsync(folder, ["--yes", "--accept", .. ids])).Succeeded();
        Assert.Equal(["ledger-dev-audit"], await TablesAsync());
    }

    [Fact]
    public async Task Deploy_AwsWouldRefuse_TouchesNothingWhateverIsAgreedTo()
    {
        var folder = cloud.Project(File.Replace("app: ledger", "app: journal", StringComparison.Ordinal));
        await DeployAsync(folder, "--yes");

        Write(folder, File.Replace("app: ledger", "app: journal", StringComparison.Ordinal).Replace("audit: { partitionKey: id }", "audit: { partitionKey: key }", StringComparison.Ordinal));
        var refused = await DeployAsync(folder, "--yes", "--accept", "all");

        Assert.Equal(1, refused.ExitCode);
        Assert.Contains("LF5120", refused.Error, StringComparison.Ordinal);
        Assert.Contains("journal-dev-audit", refused.Error, StringComparison.Ordinal);
        var key = (await cloud.AwsAsync("dynamodb", "describe-table", "--table-name", "journal-dev-audit"))["Table"]!["KeySchema"]![0]!;
        Assert.Equal("id", (string)key["AttributeName"]!);
    }

    [Fact]
    public async Task Deploy_ApprovedChange_IsAppliedUnlessItHasMovedOn()
    {
        var text = File.Replace("app: ledger", "app: diary", StringComparison.Ordinal);
        var folder = cloud.Project(text);
        await DeployAsync(folder, "--yes");
        var file = Path.Combine(folder, "approved.json");

        Write(folder, text.Replace("queues: { emails: {} }\n", "", StringComparison.Ordinal));
        (await cloud.LandfallAsync("diff", folder, "--local", "--output", file)).Succeeded();
        Write(folder, text.Replace("queues: { emails: {} }\nbuckets: { uploads: {} }\n", "", StringComparison.Ordinal));
        var moved = await DeployAsync(folder, "--change", file);
        Assert.Equal(1, moved.ExitCode);
        Assert.Contains("LF5122", moved.Error, StringComparison.Ordinal);

        Write(folder, text.Replace("queues: { emails: {} }\n", "", StringComparison.Ordinal));
        (await DeployAsync(folder, "--change", file)).Succeeded();
        Assert.DoesNotContain("diary-dev-emails", (await cloud.AwsAsync("sqs", "list-queues")).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("LF5122", Code(await DeployAsync(folder, "--change", file)));
    }

    [Fact]
    public async Task Deploy_ChangeSetShowsHarmThatNobodyAgreedTo_StopsBeforeTheStack()
    {
        const string Web = """
            app: letter
            region: us-east-1
            environments: { dev: {} }
            services:
              front: { type: web, image: 111111111111.dkr.ecr.us-east-1.amazonaws.com/front:1, env: { WORD: one } }
            """;
        var folder = cloud.Project(Web);
        (await DeployAsync(folder, "--yes")).Succeeded();
        var before = await cloud.AwsAsync("elbv2", "describe-target-groups");

        // Somebody writes over a value that Landfall's templates say nothing of: the target groups would be others.
        var other = (string)(await cloud.AwsAsync("ec2", "create-vpc", "--cidr-block", "10.77.0.0/16"))["Vpc"]!["VpcId"]!;
        await cloud.AwsAsync("ssm", "put-parameter", "--name", "/letter/dev/network/vpc-id", "--value", other, "--overwrite");
        Write(folder, Web.Replace("WORD: one", "WORD: two", StringComparison.Ordinal));
        var diff = JsonNode.Parse((await cloud.LandfallAsync("diff", folder, "--local", "--json")).Succeeded().Output)!;
        Assert.DoesNotContain(diff["effects"]!.AsArray(), e => (bool)e!["harmful"]!);
        var stopped = await DeployAsync(folder, "--yes");

        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("LF5125", stopped.Error, StringComparison.Ordinal);
        Assert.Contains("replace TargetGroup", stopped.Error, StringComparison.Ordinal);
        Assert.Equal(before.ToJsonString(), (await cloud.AwsAsync("elbv2", "describe-target-groups")).ToJsonString());
        var definition = await cloud.AwsAsync("ecs", "list-task-definitions", "--family-prefix", "letter-dev-front");
        Assert.Single(definition["taskDefinitionArns"]!.AsArray());
    }

    [Fact]
    public async Task Diff_AgainstACommit_NeedsNoCredentialsAndWritesNothingInTheRepository()
    {
        var folder = cloud.Project(File);
        Git(folder, "init", "--quiet");
        System.IO.File.WriteAllText(Path.Combine(folder, ".gitignore"), ".landfall\n");
        Git(folder, "add", "--all");
        Git(folder, "commit", "--quiet", "--message", "first");
        Write(folder, File.Replace("queues: { emails: {} }\n", "", StringComparison.Ordinal));

        var result = (await cloud.LandfallAsync("diff", folder, "--against", "HEAD", "--json")).Succeeded();

        var change = JsonNode.Parse(result.Output)!;
        // The network's dashboard shows the queues.
        Assert.Equal(["ledger-dev-data", "ledger-dev-network"], change["stacks"]!.AsArray().Select(stack => (string)stack!["name"]!).Order(StringComparer.Ordinal));
        Assert.Contains("queue ledger-dev-emails", change["effects"]!.AsArray().Where(e => (string)e!["kind"]! == "losesData").Select(e => (string)e!["subject"]!));
        Assert.Equal("M landfall.yaml", Git(folder, "status", "--porcelain").Trim());
    }

    private static string Code(ProgramResult result) =>
        result.Error.Contains("LF5122", StringComparison.Ordinal) ? "LF5122" : result.Error;

    private static void Write(string folder, string text) => System.IO.File.WriteAllText(Path.Combine(folder, "landfall.yaml"), text);

    private Task<ProgramResult> DeployAsync(string folder, params string[] more) => cloud.LandfallAsync(["deploy", folder, "--local", .. more]);

    private async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await cloud.AwsAsync("dynamodb", "list-tables"))["TableNames"]!.AsArray().Select(t => (string)t!).Where(t => t.StartsWith("ledger-", StringComparison.Ordinal))];

    private static string Git(string folder, params string[] arguments)
    {
        RequiredTool.OrSkip("git", "apt-get install git");
        using var git = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Ada", "-c", "user.email=ada@example.com", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        })!;
        var output = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return output;
    }
}

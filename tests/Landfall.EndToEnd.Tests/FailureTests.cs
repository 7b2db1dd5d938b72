using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>A deployment that CloudFormation gives up: what is said about it, and the next one.</summary>
public sealed class FailureTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Deploy_NameTakenBefore_NamesResourceReasonAndRemedyAndGoesOnOnceMended()
    {
        var folder = cloud.CopySample("shop");
        var queue = (string)(await cloud.AwsAsync("sqs", "create-queue", "--queue-name", "shop-dev-emails"))["QueueUrl"]!;

        var failed = await cloud.LandfallAsync("deploy", folder, "--local", "--only", "network", "data", "--json");

        Assert.Equal(1, failed.ExitCode);
        Assert.Equal("EmailsQueue", (string)JsonNode.Parse(failed.Output)!["error"]!["failures"]![0]!["resource"]!);
        Assert.Contains("shop-dev-data: EmailsQueue (AWS::SQS::Queue) failed.", failed.Error, StringComparison.Ordinal);
        Assert.Matches("Reason: .*already exists", failed.Error);
        Assert.Contains("Try:    Something with this name is there already", failed.Error, StringComparison.Ordinal);

        (await cloud.AwsTextAsync("sqs", "delete-queue", "--queue-url", queue)).Succeeded();
        var mended = LocalCloud.Outcomes(await cloud.DeployAsync(folder, "dev", "--only", "network", "data"));
        Assert.Equal(("unchanged", "created"), (mended["shop-dev-network"], mended["shop-dev-data"]));
    }
}

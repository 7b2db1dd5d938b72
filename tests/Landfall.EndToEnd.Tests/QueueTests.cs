using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Dead letters, secrets and addresses of a deployed environment, as the AWS CLI sees them.</summary>
public sealed class QueueTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    private const string File = """
        app: letters
        region: us-east-1
        environments: { dev: { account: "111111111111" } }
        network: { nat: none }
        queues: { emails: { retries: 3 } }
        secrets: { stripe: {}, session: { generate: 50 } }
        services:
          api: { type: web, image: nginx:1, port: 8080, uses: [emails, stripe, session] }
          mailer: { type: worker, image: nginx:1, queue: emails }
        """;

    [Fact]
    public async Task Queue_DeadLetters_AreShownAndMovedBack()
    {
        var folder = cloud.Project(File);
        Assert.Contains("LF5064 'emails' is not deployed", (await cloud.LandfallAsync("queue", "peek", "emails", folder, "--local")).Error, StringComparison.Ordinal);
        await cloud.DeployAsync(folder, "dev");
        var dead = await UrlAsync("letters-dev-emails-dead");
        await cloud.AwsAsync("sqs", "send-message", "--queue-url", dead, "--message-body", "to nobody");

        var found = await SeeAsync("queue", "peek", "emails", folder);
        var message = Assert.Single(found["messages"]!.AsArray())!;
        Assert.Equal(("to nobody", 1, 1), ((string)message["body"]!, (int)found["waiting"]!, (int)message["received"]!));
        Assert.Equal("1", await CountAsync(dead));

        Assert.Equal(0, (int)(await SeeAsync("queue", "redrive", "emails", folder, "--dry-run"))["moved"]!);
        var refused = await cloud.LandfallAsync("queue", "redrive", "emails", folder, "--local");
        Assert.Contains("LF5090 Move about 1 messages back into emails of letters dev? mailer reads them again", string.Join(' ', refused.Error.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal("1", await CountAsync(dead));
        Assert.Equal(1, (int)(await SeeAsync("queue", "redrive", "emails", folder, "--yes"))["moved"]!);
        Assert.Equal(("0", "1"), (await CountAsync(dead), await CountAsync(await UrlAsync("letters-dev-emails"))));

        // The queue itself is looked into only when somebody has agreed.
        Assert.Contains("LF5090 Look into emails", (await cloud.LandfallAsync("queue", "peek", "emails", folder, "--local", "--live")).Error, StringComparison.Ordinal);
        Assert.Equal("to nobody", (string)(await SeeAsync("queue", "peek", "emails", folder, "--live", "--yes"))["messages"]![0]!["body"]!);

        // Secrets: which have a value; another one for what is generated.
        Assert.Equal(["session: set", "stripe: empty"], (await SeeAsync("secret", "list", folder))["secrets"]!.AsArray().Select(one => $"{one!["name"]}: {one["state"]}"));
        var before = await ValueAsync();
        Assert.Contains("LF5131 The value of 'stripe' is a person's to give", (await cloud.LandfallAsync("secret", "rotate", folder, "--local", "--name", "stripe", "--yes")).Error, StringComparison.Ordinal);
        var rotated = (await cloud.LandfallAsync("secret", "rotate", folder, "--local", "--name", "session", "--yes")).Succeeded();
        var after = await ValueAsync();
        Assert.Equal(50, after.Length);
        Assert.NotEqual(before, after);
        Assert.DoesNotContain(after, rotated.Output + rotated.Error, StringComparison.Ordinal);

        // What was changed is in the audit trail, and no value is.
        var trail = (await cloud.LandfallAsync("audit", folder, "--local", "--json")).Succeeded().Output;
        Assert.Contains("\"queue redrive\"", trail, StringComparison.Ordinal);
        Assert.Contains("\"secret rotate\"", trail, StringComparison.Ordinal);
        Assert.DoesNotContain(after, trail, StringComparison.Ordinal);

        // Addresses.
        var url = (string)(await cloud.AwsAsync("ssm", "get-parameter", "--name", "/letters/dev/services/api/public-url"))["Parameter"]!["Value"]!;
        Assert.Equal(url + "\n", (await cloud.LandfallAsync("open", "api", folder, "--local")).Succeeded().Output);
        Assert.Contains("LF5282 'mailer' has no address", (await cloud.LandfallAsync("open", "mailer", folder, "--local")).Error, StringComparison.Ordinal);
    }

    private async Task<JsonNode> SeeAsync(params string[] line) =>
        JsonNode.Parse((await cloud.LandfallAsync([.. line, "--local", "--json"])).Succeeded().Output)!;

    private async Task<string> UrlAsync(string queue) => (string)(await cloud.AwsAsync("sqs", "get-queue-url", "--queue-name", queue))["QueueUrl"]!;

    private async Task<string> CountAsync(string url) =>
        (string)(await cloud.AwsAsync("sqs", "get-queue-attributes", "--queue-url", url, "--attribute-names", "ApproximateNumberOfMessages"))["Attributes"]!["ApproximateNumberOfMessages"]!;

    private async Task<string> ValueAsync() =>
        (string)(await cloud.AwsAsync("secretsmanager", "get-secret-value", "--secret-id", "letters/dev/session"))["SecretString"]!;
}

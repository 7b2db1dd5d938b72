namespace Landfall.EndToEnd.Tests;

/// <summary>The variables that 'landfall env' writes, beside what the AWS CLI says.</summary>
public sealed class DotEnvTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Env_SiteAndService_WriteWhatIsDeployedAndNoSecret()
    {
        var folder = cloud.Project("""
            app: vars
            region: us-east-1
            environments: { dev: { account: "111111111111" } }
            network: { nat: none }
            auth: {}
            queues: { emails: {} }
            secrets: { session: { generate: 32 } }
            services:
              api: { type: internal, image: nginx:1, port: 8080, env: { GREETING: it's you }, uses: [emails, session] }
              web: { type: site, source: ./web }
            """);
        Directory.CreateDirectory(Path.Combine(folder, "web"));
        await File.WriteAllTextAsync(Path.Combine(folder, "web", "index.html"), "hello", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "web", "package.json"), """{ "devDependencies": { "vite": "7" } }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "web", ".env"), "MINE=1\n", TestContext.Current.CancellationToken);
        var early = await cloud.LandfallAsync("env", "web", folder, "--local");
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("LF5064", early.Error, StringComparison.Ordinal);
        await cloud.DeployAsync(folder, "dev");

        var written = (await cloud.LandfallAsync("env", "web", folder, "--local")).Succeeded().Output.Trim();

        Assert.Equal(Path.Combine(folder, "web", ".env"), written);
        var lines = await File.ReadAllLinesAsync(written, TestContext.Current.CancellationToken);
        var pool = (string)(await cloud.AwsAsync("cognito-idp", "list-user-pools", "--max-results", "60"))["UserPools"]!.AsArray().Single(one => ((string)one!["Name"]!).StartsWith("vars-dev", StringComparison.Ordinal))!["Id"]!;
        Assert.Contains("MINE=1", lines);
        Assert.Contains($"VITE_AUTH_USER_POOL_ID={pool}", lines);
        Assert.Contains(lines, line => line.StartsWith("VITE_API_URL=https://", StringComparison.Ordinal));

        var service = await cloud.LandfallAsync("env", "api", folder, "--local", "--dry-run");

        var queue = (string)(await cloud.AwsAsync("sqs", "get-queue-url", "--queue-name", "vars-dev-emails"))["QueueUrl"]!;
        // Of the address the host alone differs: the AWS CLI is told that of the local AWS.
        Assert.Contains(service.Succeeded().Output.Split('\n'), line => line.StartsWith("EMAILS_QUEUE_URL=https://sqs.", StringComparison.Ordinal) && line.EndsWith(new Uri(queue).AbsolutePath, StringComparison.Ordinal));
        Assert.Contains("GREETING=\"it's you\"\n", service.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SESSION=", service.Output, StringComparison.Ordinal);
        Assert.Contains("it is secret: SESSION, read from arn:aws:secretsmanager:", service.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }
}

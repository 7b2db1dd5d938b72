using System.Text;
using System.Text.Json;

namespace Landfall.EndToEnd.Tests.Pipelines;

/// <summary>An image is built once, and both environments of a pipeline run its digest.</summary>
[LongRun]
public sealed class PromotionTests(LocalCloud cloud, LocalRegistry registry) : IClassFixture<LocalCloud>, IClassFixture<LocalRegistry>
{
    private const string Yaml = """
        app: promo
        region: us-east-1
        account: "123456789012"
        notify: [ops@example.com]
        environments: { dev: {}, prod: {} }
        network: { nat: none }
        services: { api: { type: internal, image: { build: ./api }, port: 80, architecture: x86 } }
        pipeline:
          source: { connection: "arn:aws:codeconnections:us-east-1:123456789012:connection/01234567-89ab-cdef-0123-456789abcdef", repository: acme/promo }
          stages: [dev, { environment: prod, approval: true }]
        """;

    [Fact]
    public async Task Run_OfAPipelineWithTwoEnvironments_BuildsAnImageOnceAndDeploysItsDigestToBoth()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        LocalRegistry.SkipIfMissing();

        // ECR's own registry is a host of its own, which the local AWS is not.
        using var ecr = HttpStub.Answering(_ => new StubAnswer(200, JsonSerializer.Serialize(new
        {
            authorizationData = new[] { new { authorizationToken = Convert.ToBase64String(Encoding.UTF8.GetBytes("AWS:secret")), proxyEndpoint = $"http://{registry.Address}" } },
        })));
        var variables = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = "local",
            ["AWS_SECRET_ACCESS_KEY"] = "local",
            ["AWS_ENDPOINT_URL_ECR"] = ecr.Url,
            ["LANDFALL_CONTAINER_ENGINE"] = "podman",
        };
        var source = cloud.Project(Yaml);
        Directory.CreateDirectory(Path.Combine(source, ".config"));
        Directory.CreateDirectory(Path.Combine(source, "api"));
        var version = (await cloud.LandfallAsync("--version")).Succeeded().Output.Trim().Split('+')[0];
        await WriteAsync(source, ".config/dotnet-tools.json", $$"""{ "version": 1, "isRoot": true, "tools": { "landfall": { "version": "{{version}}", "commands": ["landfall"] } } }""");
        await WriteAsync(source, "api/Dockerfile", "FROM scratch\nCOPY Dockerfile /\nUSER 1000\n");
        (await cloud.LandfallOnAwsAsync(variables, "context", "refresh", source)).Succeeded();
        (await cloud.LandfallOnAwsAsync(variables, "pipeline", "deploy", source, "--yes")).Succeeded();
        var template = (await cloud.AwsAsync("cloudformation", "get-template", "--stack-name", "promo-pipeline"))["TemplateBody"]!;

        // Somebody says no to prod: dev runs the image, and prod has none.
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(variables)) { Approves = _ => false })
        {
            Assert.False(await run.RunAsync());
            Assert.True(run.Stages[^1] == "Approve-prod: failed", run.Said);
            Assert.Single(run.Called, "podman build");
        }

        var dev = await ImageAsync("dev");
        Assert.Contains("/promo/dev/api@sha256:", dev, StringComparison.Ordinal);

        // The next run builds nothing, and prod gets exactly that image.
        using (var run = new PipelineRun(template, source, cloud.VariablesOnAws(variables)) { Approves = _ => true })
        {
            Assert.True(await run.RunAsync(), run.Said);
            Assert.DoesNotContain("podman build", run.Called);
        }

        Assert.Equal(dev, await ImageAsync("dev"));
        Assert.Equal(dev.Split('@')[1], (await ImageAsync("prod")).Split('@')[1]);
        Assert.Contains("/promo/prod/api@", await ImageAsync("prod"), StringComparison.Ordinal);
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.oci.image.manifest.v1+json");
        Assert.True((await http.GetAsync(new Uri($"http://{registry.Address}/v2/promo/prod/api/manifests/{dev.Split('@')[1]}"), TestContext.Current.CancellationToken)).IsSuccessStatusCode);
    }

    private async Task<string> ImageAsync(string environment)
    {
        var service = (await cloud.AwsAsync("ecs", "describe-services", "--cluster", $"promo-{environment}", "--services", "api"))["services"]![0]!;
        var definition = (await cloud.AwsAsync("ecs", "describe-task-definition", "--task-definition", (string)service["taskDefinition"]!))["taskDefinition"]!;
        return (string)definition["containerDefinitions"]!.AsArray().Single(container => (string)container!["name"]! == "api")!["image"]!;
    }

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}

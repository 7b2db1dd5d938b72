using Landfall.Operations.Migration;
using Landfall.Operations.Migration.Copilot;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Migration.Copilot.Services;

public sealed class ServiceMappingTests
{
    private const string Web = "type: Load Balanced Web Service\nimage: { build: Dockerfile, port: 80 }\n";
    private const string Backend = "type: Backend Service\nimage: { location: x, port: 80 }\n";
    private const string Job = "type: Scheduled Job\nimage: { location: x }\n";
    private const string Worker = "type: Worker Service\nimage: { location: x }\n";

    [Theory]
    [InlineData(Web + "http: { path: / }", "path: /*")]
    [InlineData(Web + "http: { path: admin }", "path: /admin/*")]
    [InlineData(Web + "http: { path: /a/b/ }", "path: /a/b/*")]
    [InlineData(Web + "http: { path: '/a/*' }", "path: /a/*")]
    [InlineData(Web + "http: { path: /, version: grpc }", "protocol: grpc")]
    [InlineData(Web + "http: { path: /, healthcheck: { path: /up, timeout: 3s } }", "timeout: 3s")]
    [InlineData(Web + "http: { path: /, target_port: 81 }", "port: 81")]
    [InlineData(Web + "http: false", "type: internal")]
    [InlineData(Web + "platform: linux/arm64", "!architecture")]
    [InlineData(Web, "architecture: x86")]
    [InlineData(Web, "readOnly: false")]
    [InlineData(Web + "storage: { readonly_fs: true }", "!readOnly")]
    [InlineData(Web + "count: 3", "min: 3")]
    [InlineData(Web + "count: { range: 2-9 }", "max: 9")]
    [InlineData(Web + "count: { range: { min: 1, max: 10, spot_from: 6 } }", "spot: 50")]
    [InlineData(Web + "count: { spot: 4 }", "spot: 100")]
    [InlineData(Web + "command: ['a b', c]", "command: [a b, c]")]
    [InlineData(Web + "exec: true", "exec: true")]
    [InlineData(Web + "logging: { retention: 7 }", "logRetention: 7d")]
    [InlineData(Web + "observability: { tracing: awsxray }", "telemetry: cloudwatch")]
    [InlineData(Backend, "!loadBalancer")]
    [InlineData(Backend + "http: { path: / }", "loadBalancer: true")]
    [InlineData(Job + "on: { schedule: '@weekly' }", "schedule: 0 0 * * 0")]
    [InlineData(Job + "on: { schedule: '@every 90m' }", "schedule: rate(90 minutes)")]
    [InlineData(Job + "on: { schedule: 2h }", "schedule: rate(2 hours)")]
    [InlineData(Job + "on: { schedule: 1m }", "schedule: rate(1 minute)")]
    [InlineData(Job + "on: { schedule: 'cron(0 3 ? * MON *)' }", "schedule: cron(0 3 ? * MON *)")]
    [InlineData(Job + "on: { schedule: 0 12 * * MON }", "schedule: 0 12 * * MON")]
    [InlineData(Job + "on: { schedule: none }", "enabled: false")]
    [InlineData(Job + "on: { schedule: 90s }", "!schedule")]
    [InlineData(Worker, "queue: one-events")]
    [InlineData(Worker + "count: { range: 1-9, queue_delay: { acceptable_latency: 15m, msg_processing_time: 1s } }", "backlog: 900")]
    [InlineData(Worker + "subscribe: { queue: { fifo: true, timeout: 2m } }", "visibility: 2m")]
    public async Task Map_Manifest_SaysItInTheFilesWords(string manifest, string expected)
    {
        var file = (await MigrateAsync(manifest)).File;

        if (expected[0] == '!')
            Assert.DoesNotContain($"{expected[1..]}:", file, StringComparison.Ordinal);
        else
            Assert.Contains($" {expected}\n", file.Replace("\ntelemetry", "\n telemetry", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nlb: { port: 443/tls }", "nlb")]
    [InlineData("http: { path: /, stickiness: true }", "http.stickiness")]
    [InlineData("http: { path: /, redirect_to_https: false }", "http.redirect_to_https")]
    [InlineData("http: { path: /, target_container: nginx, target_port: 81 }", "http.target_port")]
    [InlineData("entrypoint: [sh]", "entrypoint")]
    [InlineData("taskdef_overrides: [{ path: a, value: b }]", "taskdef_overrides")]
    [InlineData("platform: windows/x86_64", "platform")]
    [InlineData("count: { range: few }", "count.range")]
    [InlineData("cpu: 1 vCPU", "cpu")]
    [InlineData("secrets: { lower: /x }", "secrets.lower")]
    [InlineData("secrets: { KEY: { from_cfn: x } }", "secrets.KEY")]
    [InlineData("variables: { A: { from_cfn: x } }", "variables.A")]
    [InlineData("env_file: ../outside.env", "env_file")]
    [InlineData("storage: { volumes: { v: { path: /v, efs: { id: fs-1 } } } }", "storage.volumes.v.efs")]
    [InlineData("sidecars: { s: { image: { build: s } } }", "sidecars.s")]
    [InlineData("deployment: { rolling: recreate }", "deployment.rolling")]
    [InlineData("publish: { topics: [{ name: t }] }", "publish.topics")]
    [InlineData("network: { vpc: { security_groups: [sg-1] } }", "network.vpc.security_groups")]
    [InlineData("network: { connect: { alias: other } }", "network.connect.alias")]
    public async Task Map_WhatTheFileDoesNotHave_IsLeftWithAReason(string lines, string key)
    {
        var keys = (await MigrateAsync(Web + lines)).Keys;

        var left = Assert.Single(keys, one => one.Key == key);
        Assert.Equal(KeyOutcome.Left, left.Outcome);
        Assert.NotEqual("Landfall does not know this key.", left.Note);
    }

    [Theory]
    [InlineData("build: Dockerfile", "build: .")]
    [InlineData("build: ./a/Dockerfile", "build: ./a")]
    [InlineData("build: a/web.Dockerfile", "dockerfile: web.Dockerfile")]
    [InlineData("build: { context: a }", "build: ./a")]
    [InlineData("build: { context: ., dockerfile: a/Dockerfile }", "dockerfile: a/Dockerfile")]
    [InlineData("build: { context: a, dockerfile: a/b/Dockerfile }", "dockerfile: b/Dockerfile")]
    [InlineData("build: { context: a, dockerfile: b/Dockerfile }", "dockerfile: ../b/Dockerfile")]
    public async Task Map_Build_IsRelativeToTheContext(string build, string expected) =>
        Assert.Contains($" {expected}\n", (await MigrateAsync($"type: Backend Service\nimage: {{ {build}, port: 80 }}")).File, StringComparison.Ordinal);

    [Fact]
    public async Task Map_EnvironmentWithTheOtherKindOfImage_HasThatOne()
    {
        var file = (await MigrateAsync(Web + "environments: { prod: { image: { location: x:1 } } }")).File;

        Assert.Contains("    environments:\n      prod:\n        image: x:1\n", file, StringComparison.Ordinal);
    }

    /// <summary>Names that look like secrets stay out of the file.</summary>
    [Fact]
    public async Task Map_EnvFile_BringsItsValuesButSecrets()
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.env", "A=1\nAPI_KEY=hidden\n# no\nnothing\nB=x=y\n");

        var migrated = await MigrateAsync(Web + "env_file: one.env", folder);

        Assert.Contains("A: \"1\"\n      B: x=y\n", migrated.File, StringComparison.Ordinal);
        Assert.Contains("uses: [api-key]", migrated.File, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", migrated.File, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DATABASE_URL=postgres://u:hidden-word@db:5432/x", "uses: [database-url]")]
    [InlineData("PAYMENTS=sk_live_hidden-word", "uses: [payments]")]
    [InlineData("db_password=hidden-word", "A: \"1\"")]
    public async Task Map_EnvFileWithAValueThatIsASecret_BringsItNot(string line, string expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("one.env", $"A=1\n{line}\n");

        var migrated = await MigrateAsync(Web + "env_file: one.env", folder);

        Assert.DoesNotContain("hidden-word", migrated.File + string.Join("", migrated.Keys.Select(key => key.ToString())), StringComparison.Ordinal);
        Assert.Contains(expected, migrated.File, StringComparison.Ordinal);
        Assert.Contains(line.Split('=')[0], Assert.Single(migrated.Keys, key => key.Key.EndsWith("env_file", StringComparison.Ordinal)).Note, StringComparison.Ordinal);
    }

    private static async Task<Migrated> MigrateAsync(string manifest, TemporaryFolder? given = null)
    {
        using var own = new TemporaryFolder();
        var folder = given ?? own;
        folder.Write("copilot/one/manifest.yml", $"name: one\n{manifest}\n");
        return await new MigrateCopilotOperation().RunAsync(
            new MigrateCopilotParameters(folder.Path, "shop", "eu-west-1", Connection: null, DryRun: true),
            Agreed.ToNothing,
            new OperationContext(new Caller("ada", "test"), new Answering(false), TimeProvider.System, TestContext.Current.CancellationToken));
    }
}

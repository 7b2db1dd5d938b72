using Landfall.Config;
using Landfall.Operations.Migration;
using Landfall.Operations.Migration.Compose;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Migration.Compose;

public sealed class MigrateComposeOperationTests : IDisposable
{
    private const string Here = "tests/Landfall.Operations.Tests/Migration";
    private const string Whole = """
        name: Book Shop
        x-common: &common
          restart: unless-stopped
        services:
          web:
            <<: *common
            build: { context: ./web, dockerfile: prod.Dockerfile, args: [MODE=release], cache_from: [x] }
            ports: ["80:3000", "9229:9229"]
            depends_on: [api]
            environment:
              API: http://api:8080/v1
              STAGE: ${STAGE:-dev}
              PRICE: 5$$
              INHERITED:
          api:
            <<: *common
            build: ./api
            platform: linux/arm64
            expose: ["8080"]
            command: dotnet "Book Shop.dll"
            user: "1000"
            read_only: true
            tmpfs: /var/cache:size=64m
            depends_on:
              db: { condition: service_healthy }
            environment:
              - DB=postgres://shop:pw@db:5432/shop
              - STRIPE_SECRET=never-in-a-file
              - BROKER=amqp://guest:guest@mq.example.com:5672
              - PGHOST=db
              - LOG=info
            healthcheck:
              test: ["CMD", "curl", "-f", "http://localhost:8080"]
              interval: 10s
              retries: 5
            deploy:
              replicas: 3
              resources: { limits: { cpus: "0.75", memory: 3G } }
            volumes:
              - covers:/covers:ro
              - ./seed:/seed
            labels: { team: books }
            privileged: true
          jobs:
            image: registry.example.com:5000/books/jobs:${TAG}
            restart: "no"
          db:
            image: postgres:16.4-alpine
            environment: { POSTGRES_DB: books, POSTGRES_PASSWORD: pw }
            volumes: [data:/var/lib/postgresql/data]
        volumes:
          covers:
          data: {}
        networks: { back: {} }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_WholeFile_WritesTheGoldenFileAndReport()
    {
        _folder.Write("compose.yaml", Whole);

        var migrated = await MigrateAsync();

        Assert.Equal(["compose-migration.md", "landfall.schema.json", "landfall.yaml"], migrated.Files);
        GoldenFile.Verify($"{Here}/Golden/compose.yaml", File.ReadAllText(Path.Combine(_folder.Path, "landfall.yaml")));
        GoldenFile.Verify($"{Here}/Golden/compose-migration.md", File.ReadAllText(Path.Combine(_folder.Path, "compose-migration.md")));
        Assert.DoesNotContain("never-in-a-file", migrated.File, StringComparison.Ordinal);
        Assert.Equal([ErrorCodes.VariableUnset, ErrorCodes.VariableUnset], migrated.Problems.Where(p => p.Severity == ProblemSeverity.Error).Select(p => p.Code));
    }

    [Theory]
    [InlineData("image: x\nports: ['8080:80']", "type: web")]
    [InlineData("image: x\nports: [{ target: 81, published: 8081 }]", "port: 81")]
    [InlineData("image: x\nports: ['127.0.0.1:8080:82/tcp']", "port: 82")]
    [InlineData("image: x\nexpose: [83]", "type: internal")]
    [InlineData("image: x", "readOnly: false")]
    [InlineData("image: x\nread_only: true", "!readOnly")]
    [InlineData("image: x", "architecture: x86")]
    [InlineData("image: x\nplatform: linux/arm64/v8", "!architecture")]
    [InlineData("image: x\nmem_limit: 512m", "memory: 512")]
    [InlineData("image: x\nmem_limit: 2.5g", "memory: 3072")]
    [InlineData("image: x\ncpus: 0.25", "cpu: 256")]
    [InlineData("image: x\ncpus: 3", "cpu: 4096")]
    [InlineData("image: x\nhealthcheck: { test: curl -f localhost }", "containerHealth: curl -f localhost")]
    [InlineData("image: x\nhealthcheck: { disable: true }", "!containerHealth")]
    [InlineData("image: x\nstop_grace_period: 1m30s", "stopTimeout: 1m30s")]
    [InlineData("image: mysql:8.4", "version: \"8.4\"")]
    [InlineData("image: postgres", "!version")]
    [InlineData("image: x\nenvironment: [A=$B]", "A: \"${env:B}\"")]
    [InlineData("image: x\nenvironment: { A: '${B:?must be set}' }", "A: \"${env:B}\"")]
    public async Task Run_Service_SaysItInTheFilesWords(string service, string expected)
    {
        _folder.Write("docker-compose.yml", $"services:\n  one:\n    {service.Replace("\n", "\n    ", StringComparison.Ordinal)}\n");

        var file = (await MigrateAsync(dryRun: true)).File;

        if (expected[0] == '!')
            Assert.DoesNotContain($"{expected[1..]}:", file, StringComparison.Ordinal);
        else
            Assert.Contains($" {expected}\n", file, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("entrypoint: [x]", "services.one.entrypoint")]
    [InlineData("volumes: ['./a:/a']", "services.one.volumes")]
    [InlineData("restart: 'no'", "services.one.restart")]
    [InlineData("privileged: true", "services.one.privileged")]
    [InlineData("profiles: [debug]", "services.one.profiles")]
    public async Task Run_WhatTheFileDoesNotHave_IsLeftWithAReason(string line, string key)
    {
        _folder.Write("compose.yml", $"services:\n  one:\n    image: x\n    {line}\n    teapot: 1\n");

        var keys = (await MigrateAsync(dryRun: true)).Keys;

        Assert.Equal(KeyOutcome.Left, Assert.Single(keys, one => one.Key == key).Outcome);
        Assert.Equal("Landfall does not know this key.", Assert.Single(keys, one => one.Key == "services.one.teapot").Note);
    }

    /// <summary>A file of variables is often kept out of the repository, for what is in it.</summary>
    [Theory]
    [InlineData("PAYMENTS=sk_live_never1in2a3file", "prefix: PAYMENTS", "is the secret 'one-payments'")]
    [InlineData("db_password=never1in2a3file", "image: x", "rename it in the program")]
    [InlineData("Db.Url=amqp://u:never1in2a3file@broker", "image: x", "rename it in the program")]
    public async Task Run_SecretInAFileOfVariables_IsNotCopied(string line, string expected, string note)
    {
        _folder.Write("one.env", $"A=1\n{line}\n");
        _folder.Write("compose.yml", "services:\n  one:\n    image: x\n    env_file: one.env\n");

        var migrated = await MigrateAsync(dryRun: true);

        Assert.DoesNotContain("never1in2a3file", migrated.File + string.Join('\n', migrated.Keys.Select(key => key.ToString())), StringComparison.Ordinal);
        Assert.Contains("A: \"1\"", migrated.File, StringComparison.Ordinal);
        Assert.Contains(expected, migrated.File, StringComparison.Ordinal);
        Assert.Contains(note, Assert.Single(migrated.Keys, key => key.Key == "services.one.env_file").Note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoFile_SaysWhatItWouldBeCalled()
    {
        var refused = await Assert.ThrowsAsync<LandfallException>(() => MigrateAsync());

        Assert.Equal(ErrorCodes.NothingToMigrate, refused.Code);
        Assert.Contains("docker-compose.yml", refused.Message, StringComparison.Ordinal);
    }

    private Task<Migrated> MigrateAsync(bool dryRun = false) => new MigrateComposeOperation().RunAsync(
        new MigrateComposeParameters(_folder.Path, App: null, "eu-west-1", "dev", dryRun),
        Agreed.ToNothing,
        new OperationContext(new Caller("ada", "test"), new Answering(false), TimeProvider.System, TestContext.Current.CancellationToken));
}

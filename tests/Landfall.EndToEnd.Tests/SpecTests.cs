using System.Text.Json.Nodes;

namespace Landfall.EndToEnd.Tests;

/// <summary>Requirements, beside what a deployment makes.</summary>
[LongRun]
public sealed class SpecTests(LocalCloud cloud) : IClassFixture<LocalCloud>
{
    [Fact]
    public async Task Check_OfTemplates_SaysOfARunningDatabaseWhatAwsSays()
    {
        var folder = cloud.CopySample("shop");
        (await cloud.LandfallAsync("spec", "new", "safety", folder, "--env", "dev")).Succeeded();
        (await cloud.LandfallAsync("spec", "check", folder, "--env", "dev")).Succeeded();
        await File.AppendAllTextAsync(Path.Combine(folder, "specs/safety/requirements.md"), """

            ## R2 Encrypted

            The data shall be encrypted at rest.

            `check: resource AWS::RDS::DBCluster StorageEncrypted = true`

            ## R3 Backups of a month

            If somebody deletes orders, then the database shall have backups of thirty days.

            `check: resource AWS::RDS::DBCluster BackupRetentionPeriod >= 30`

            """, TestContext.Current.CancellationToken);
        (await cloud.LandfallAsync("spec", "render", folder)).Succeeded();
        await cloud.DeployAsync(folder, "dev");

        var run = await cloud.LandfallAsync("spec", "check", folder, "--env", "dev", "--json");
        var report = JsonNode.Parse(run.Output)!;
        var outcomes = report["requirements"]!.AsArray().ToDictionary(one => (string)one!["id"]!, one => ((string)one!["outcome"]!, (string)one["checks"]![0]!["found"]!));
        var database = Assert.Single((await cloud.AwsAsync("rds", "describe-db-clusters"))["DBClusters"]!.AsArray())!;

        Assert.Equal(1, run.ExitCode);
        Assert.Empty(report["faults"]!.AsArray());
        Assert.Equal("satisfied", outcomes["R1"].Item1);
        Assert.Equal((bool)database["StorageEncrypted"]! ? "satisfied" : "violated", outcomes["R2"].Item1);
        Assert.Equal("violated", outcomes["R3"].Item1);
        Assert.EndsWith($"BackupRetentionPeriod = {(int)database["BackupRetentionPeriod"]!}", outcomes["R3"].Item2, StringComparison.Ordinal);
    }
}

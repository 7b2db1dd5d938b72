using Amazon.Runtime;
using Landfall.Aws;
using Landfall.Aws.CloudFormation;
using Landfall.Config;
using Landfall.Operations.Deployment;
using Landfall.Operations.LocalAws;
using Landfall.Operations.Projects;

namespace Landfall.Operations.Tests.Deployment;

public sealed class DeploymentReportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AwsSession _session = new("eu-west-1", TimeProvider.System, new BasicAWSCredentials("AKIDEXAMPLE", "secret"));

    public void Dispose()
    {
        _folder.Dispose();
        _session.Dispose();
    }

    [Fact]
    public void Of_DeploymentToAws_TellsWhereAndHowLongAndWhatCameOfIt()
    {
        var report = Report(new DeployParameters(".", null, [], Local: false), null);

        Assert.Equal(("shop", "dev", "eu-west-1", 61.2), (report.App, report.Environment, report.Region, report.Seconds));
        Assert.Null(report.LocalEndpoint);
        Assert.Equal(" --env dev", report.Selection);
        var (stack, outputs) = Assert.Single(report.Outputs);
        Assert.Equal("shop-dev-api", stack);
        Assert.Equal([KeyValuePair.Create("Url", "https://example.com")], outputs);
    }

    [Fact]
    public void Of_DeploymentToTheLocalAws_CountsWhatItOnlyRecordedOfTheseStacks()
    {
        var report = Report(
            new DeployParameters("my shop", "dev", [], Local: true),
            new LocalAwsState("http://localhost:5555", 1, DateTimeOffset.UnixEpoch),
            new RecordedResource("AWS::WAFv2::WebACL", "shop-dev-api"),
            new RecordedResource("AWS::EKS::Cluster", "shop-dev-data"),
            new RecordedResource("AWS::WAFv2::WebACL", "shop-dev-data"),
            new RecordedResource("AWS::EKS::Cluster", "shop-prod-data"));

        Assert.Equal("http://localhost:5555", report.LocalEndpoint);
        Assert.Equal($" {FolderArgument.Of("my shop")} --env dev --local", report.Selection);
        Assert.Equal([KeyValuePair.Create("AWS::EKS::Cluster", 1), KeyValuePair.Create("AWS::WAFv2::WebACL", 2)], report.RecordedTypes);
    }

    [Fact]
    public void LeavesSomething_OneStackOfMany_IsTold()
    {
        var report = Report(new DeployParameters(".", null, [], Local: false), null);
        var updated = new StackReport("shop-dev-api", StackOutcome.Updated, 1, 1);

        Assert.False((report with { Stacks = [updated] }).LeavesSomething);
        Assert.True((report with { Stacks = [updated, new StackReport("shop-dev-old", StackOutcome.LeftInPlace, 0, 0)] }).LeavesSomething);
    }

    private DeploymentReport Report(DeployParameters parameters, LocalAwsState? local, params RecordedResource[] recorded)
    {
        _folder.Write("landfall.yaml", "app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        var ground = new DeploymentGround(ProjectLoader.Load(_folder.Path, "dev"), new AwsTarget(_session, "111111111111", local?.Endpoint), local);
        return DeploymentReport.Of(
            ground, parameters, [], [Stack("shop-dev-data"), Stack("shop-dev-api", ("Url", "https://example.com"))], recorded, TimeSpan.FromSeconds(61.23));
    }

    private static Stack Stack(string name, params (string Name, string Value)[] outputs) => new(
        name, "arn", "UPDATE_COMPLETE", null, default, false, outputs.ToDictionary(o => o.Name, o => o.Value), new Dictionary<string, string>(), new Dictionary<string, string>());
}

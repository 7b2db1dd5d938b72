using System.Text.Json.Nodes;
using Landfall.Config;
using Landfall.Operations.Pipelines;
using Landfall.Operations.Synthesis;
using Landfall.Operations.Tests.Changes;

namespace Landfall.Operations.Tests.Pipelines;

public sealed class PipelineExportTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task RunAsync_Github_WritesTheWorkflowAndTheRolesOfEachEnvironment()
    {
        Project(ShopPipeline.Yaml("github: {}"));

        var exported = await RunAsync("github");

        Assert.Equal([".github/workflows/landfall.yml", ".github/landfall-roles-dev.template.json", ".github/landfall-roles-prod.template.json"], exported.Files);
        Assert.All(exported.Files, file => Assert.True(File.Exists(Path.Combine(_folder.Path, file)), file));
        Assert.Contains(
            "aws cloudformation deploy --stack-name shop-prod-roles --template-file .github/landfall-roles-prod.template.json --capabilities CAPABILITY_NAMED_IAM --region us-east-1 --parameter-overrides Provider=create",
            exported.Next);
        Assert.Contains("repos/acme/shop/environments/dev-approval", string.Join('\n', exported.Next), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_GithubWithPreviews_WritesTheirWorkflowAndTheirRole()
    {
        Project(ShopPipeline.Yaml("github: {}, pullRequest: true", ", preview: true"));

        var exported = await RunAsync("github");

        Assert.Equal(
            [".github/workflows/landfall.yml", ".github/workflows/landfall-preview.yml", ".github/landfall-roles-dev.template.json", ".github/landfall-roles-prod.template.json", ".github/landfall-roles-preview.template.json"],
            exported.Files);
        Assert.Contains(
            "aws cloudformation deploy --stack-name shop-preview-roles --template-file .github/landfall-roles-preview.template.json --capabilities CAPABILITY_NAMED_IAM --region eu-west-1",
            exported.Next);
    }

    [Fact]
    public async Task RunAsync_CodePipeline_WritesTheRolesOfOtherAccountsOnly()
    {
        Project(ShopPipeline.Yaml("connection: arn:aws:codeconnections:eu-west-1:111111111111:connection/01234567-89ab-cdef-0123-456789abcdef"));

        var exported = await RunAsync("codepipeline");

        Assert.Equal([".aws/landfall-roles-prod.template.json"], exported.Files);
        var roles = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(_folder.Path, exported.Files[0]), TestContext.Current.CancellationToken))!["Resources"]!;
        Assert.Equal(
            """{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111111111111:root"},"Action":"sts:AssumeRole","Condition":{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111111111111:role/shop-pipeline-deploy-prod"}}}""",
            roles["DeployRole"]!["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]![0]!.ToJsonString());
        Assert.EndsWith("role/shop-pipeline-change-prod", (string)roles["ChangeRole"]!["Properties"]!["AssumeRolePolicyDocument"]!["Statement"]![0]!["Condition"]!["ArnEquals"]!["aws:PrincipalArn"]!, StringComparison.Ordinal);
        Assert.Equal(2, roles.AsObject().Count);
    }

    [Fact]
    public async Task RunAsync_Twice_WritesOverItsOwnFilesTheSameBytes()
    {
        Project(ShopPipeline.Yaml("gitlab: gitlab.com"));
        await RunAsync("gitlab");
        var first = await File.ReadAllTextAsync(Path.Combine(_folder.Path, ".gitlab-ci.yml"), TestContext.Current.CancellationToken);

        await RunAsync("gitlab");

        Assert.Equal(first, await File.ReadAllTextAsync(Path.Combine(_folder.Path, ".gitlab-ci.yml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_FileOfSomebodyElse_IsLeftAlone()
    {
        Project(ShopPipeline.Yaml("gitlab: gitlab.com"));
        _folder.Write(".gitlab-ci.yml", "own: {}\n");

        Assert.Equal(ErrorCodes.FileInTheWay, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync("gitlab"))).Code);
        Assert.Equal("own: {}\n", await File.ReadAllTextAsync(Path.Combine(_folder.Path, ".gitlab-ci.yml"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task RunAsync_FileInAFolderOfTheRepository_WritesToTheRoot()
    {
        var yaml = ShopPipeline.Yaml("github: {}, folder: deploy/shop");
        _folder.Write("deploy/shop/landfall.yaml", yaml);
        Pin();

        var exported = await Of("github").RunAsync(new PipelineExportParameters(Path.Combine(_folder.Path, "deploy/shop"), null), Agreed.ToNothing, Context());

        Assert.Equal(Path.GetFullPath(_folder.Path), exported.Root);
        Assert.Contains("dotnet landfall diff deploy/shop --env dev", await File.ReadAllTextAsync(Path.Combine(_folder.Path, ".github/workflows/landfall.yml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_FolderThatIsAnother_IsRefused()
    {
        Project(ShopPipeline.Yaml("github: {}, folder: deploy/shop"));

        Assert.Equal(ErrorCodes.PipelineSource, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync("github"))).Code);
    }

    [Fact]
    public async Task RunAsync_RepositoryThatPinsNoVersion_IsRefused()
    {
        _folder.Write("landfall.yaml", ShopPipeline.Yaml("github: {}"));

        var failure = await Assert.ThrowsAsync<LandfallException>(() => RunAsync("github"));

        Assert.Equal(ErrorCodes.PipelineUnpinned, failure.Code);
        Assert.Contains("dotnet new tool-manifest", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RunAsync_NoPipelineOrAnUnknownOne_IsRefused()
    {
        Project("app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\n");
        Assert.Equal(ErrorCodes.UnknownPipeline, (await Assert.ThrowsAsync<LandfallException>(() => RunAsync("github"))).Code);

        Project("app: shop\nregion: eu-west-1\nenvironments: { dev: {} }\npipelines: { a: { source: { github: {}, repository: a/b }, stages: [dev] }, b: { source: { github: {}, repository: a/b, branch: b }, stages: [dev] } }\n");
        var open = await Assert.ThrowsAsync<LandfallException>(() => RunAsync("github"));
        Assert.Contains("Name one with --pipeline: a, b.", open.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PackageHash_PackageThatIsThere_IsWhatNuGetWrote()
    {
        _folder.Write("landfall/1.2.3/landfall.1.2.3.nupkg.sha512", "aGFzaA==\n");

        Assert.Equal("aGFzaA==", PackageHash.Of("1.2.3", name => name == "NUGET_PACKAGES" ? _folder.Path : null));
        Assert.Null(PackageHash.Of("1.2.4", name => name == "NUGET_PACKAGES" ? _folder.Path : null));
        _folder.Write("landfall/1.2.5/landfall.1.2.5.nupkg.sha512", "'; rm -rf /");
        Assert.Null(PackageHash.Of("1.2.5", name => name == "NUGET_PACKAGES" ? _folder.Path : null));
    }

    private void Project(string yaml)
    {
        _folder.Write("landfall.yaml", yaml);
        Pin();
    }

    private void Pin() => _folder.Write(
        ".config/dotnet-tools.json", """{"version":1,"isRoot":true,"tools":{"landfall":{"version":"VERSION","commands":["landfall"]}}}""".Replace("VERSION", LandfallVersion.Current, StringComparison.Ordinal));

    private Task<ExportedPipeline> RunAsync(string service) =>
        Of(service).RunAsync(new PipelineExportParameters(_folder.Path, null), Agreed.ToNothing, Context());

    private static PipelineExport Of(string service) => (PipelineExport)OperationRegistry.Own.Find($"pipeline export {service}")!;

    private static OperationContext Context() => new(new Caller("ada", "test"), new Answering(null), TimeProvider.System, TestContext.Current.CancellationToken);
}

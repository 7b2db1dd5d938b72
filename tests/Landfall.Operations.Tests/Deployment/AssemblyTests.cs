using Landfall.Operations.Deployment;

namespace Landfall.Operations.Tests.Deployment;

public sealed class AssemblyTests
{
    [Fact]
    public void Read_Manifest_OrdersStacksByDependency()
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", """
            { "artifacts": {
                "a": { "type": "aws:cloudformation:stack", "dependencies": ["z", "a.assets"], "properties": { "templateFile": "a.json" } },
                "a.assets": { "type": "cdk:asset-manifest", "properties": {} },
                "z": { "type": "aws:cloudformation:stack", "properties": { "templateFile": "z.json", "stackName": "shop-dev-z" } } } }
            """);
        folder.Write("a.json", """{ "Resources": { "Q": { "Type": "AWS::SQS::Queue" } } }""");
        folder.Write("z.json", "{}");

        var assembly = Assembly.Read(folder.Path);

        Assert.Equal(["shop-dev-z", "a"], assembly.Stacks.Select(s => s.Name));
        Assert.Equal(["AWS::SQS::Queue"], assembly.Stacks[1].ResourceTypes);
    }

    [Theory]
    [InlineData("\"aws://111111111111/us-east-1\"", "us-east-1")]
    [InlineData("\"aws://unknown-account/unknown-region\"", null)]
    [InlineData("null", null)]
    public void Read_Environment_GivesTheStacksRegion(string environment, string? region)
    {
        using var folder = new TemporaryFolder();
        folder.Write("manifest.json", $$"""{ "artifacts": { "a": { "type": "aws:cloudformation:stack", "environment": {{environment}}, "properties": { "templateFile": "a.json" } } } }""");
        folder.Write("a.json", "{}");

        Assert.Equal(region, Assembly.Read(folder.Path).Stacks.Single().Region);
    }
}
